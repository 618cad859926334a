"""A folder is published only when it holds a whole release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wheels import release, source
from wheels.target import BY_TAG, TARGETS

from doctored import files, write

if TYPE_CHECKING:
    from pathlib import Path

    from wheels.target import Target


def look(path: Path, _: Target) -> list[str]:
    """What stands for the checks of one wheel."""
    return [] if path.stat().st_size else ["it is empty"]


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one distribution of each kind, whose insides are looked at elsewhere."""
    monkeypatch.setattr(source, "problems", lambda _: [])
    folder = tmp_path / "dist"
    folder.mkdir()
    for target in TARGETS:
        write(folder, files(target), target)
    (folder / "hcsffi-0.1.0.tar.gz").touch()
    return folder


def test_a_whole_release_is_fit(whole: Path) -> None:
    """Auditwheel's way to write the Linux tag, by both its names, is as good as ours."""
    name = BY_TAG["manylinux2014_x86_64"].name
    (whole / f"hcsffi-0.1.0-{name}.whl").rename(whole / f"hcsffi-0.1.0-{name}.manylinux_2_17_x86_64.whl")
    assert [] == release.problems(whole, look)


def test_a_missing_wheel_is_named(whole: Path) -> None:
    """A runner whose job was skipped leaves no file and no failure."""
    (whole / f"hcsffi-0.1.0-{BY_TAG['win_arm64'].name}.whl").unlink()
    assert ["0 wheels for win_arm64 instead of one"] == release.problems(whole, look)


@pytest.mark.parametrize("name", ["hcsffi-0.1.0-cp310-abi3-linux_x86_64.whl", "hcsffi-0.1.0-cp310-cp310-win_amd64.whl", "notes.txt"])
def test_a_file_that_is_no_part_of_a_release_is_named(whole: Path, name: str) -> None:
    """What is uploaded can never be replaced."""
    (whole / name).touch()
    assert [f"{name} does not belong here"] == release.problems(whole, look)


def test_two_versions_are_not_one_release(whole: Path) -> None:
    """An artifact of an earlier run may lie in the folder."""
    name = BY_TAG["win_arm64"].name
    (whole / f"hcsffi-0.1.0-{name}.whl").rename(whole / f"hcsffi-0.0.9-{name}.whl")
    assert ["more than one version: 0.0.9, 0.1.0"] == release.problems(whole, look)


def test_what_is_wrong_with_a_wheel_is_passed_on(whole: Path) -> None:
    """The folder is whole only if each of its files is."""
    file = whole / f"hcsffi-0.1.0-{BY_TAG['win_arm64'].name}.whl"
    file.write_bytes(b"")
    assert [f"{file.name}: it is empty"] == release.problems(whole, look)
