"""The copy of the sources that mutants are made in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from native_trial import follow

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_has_what_its_original_has_and_nothing_else(tmp_path: Path) -> None:
    """A file that moved would be built twice, and one that is written anew for nothing would have all be built again."""
    source, copy = tmp_path / "source", tmp_path / "copy"
    (source / "old").mkdir(parents=True)
    (source / "old" / "moved.cpp").write_text("moved", encoding="utf-8")
    (source / "same.cpp").write_text("same", encoding="utf-8")
    follow(source, copy)
    written = (copy / "same.cpp").stat().st_mtime_ns
    (source / "new").mkdir()
    (source / "old" / "moved.cpp").rename(source / "new" / "moved.cpp")
    follow(source, copy)
    assert sorted(one.relative_to(copy).as_posix() for one in copy.rglob("*.cpp")) == ["new/moved.cpp", "same.cpp"]
    assert (copy / "same.cpp").stat().st_mtime_ns == written
