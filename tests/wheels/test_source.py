"""The sdist holds all that a build needs and nothing that a build makes."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING

import pytest

from wheels import source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def sdist(folder: Path, files: Mapping[str, bytes]) -> Path:
    """An sdist of these files."""
    path = folder / "hcsffi-0.1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(f"hcsffi-0.1.0/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def whole() -> dict[str, bytes]:
    """Every file that belongs into it, empty."""
    return dict.fromkeys([*source.wanted(), "PKG-INFO", "src/hcsffi.egg-info/SOURCES.txt"], b"")


def test_nothing_is_wrong_with_a_whole_sdist(tmp_path: Path) -> None:
    """Else the tests below would show nothing."""
    assert [] == source.problems(sdist(tmp_path, whole()))


@pytest.mark.parametrize(
    "name",
    [
        "hcs_cdef.h",
        "LICENSE",
        "src/hcsffi/embedded/processes/windows/spawn.cpp",
        "src/hcsffi/documents/topic/container.py",
        "src/hcsffi/py.typed",
    ],
)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """Whoever builds from the sdist has no checkout to find it in; Windows' sources are missed on no Linux machine."""
    left = whole()
    del left[name]
    assert [f"{name} is missing"] == source.problems(sdist(tmp_path, left))


@pytest.mark.parametrize(
    ("name", "content"), [("src/hcsffi/native/binding.abi3.so", b"\x7fELF"), ("src/hcsffi/embedded/reaper", b"\x7fELF")]
)
def test_what_a_build_made_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    """It would go into every wheel built from it, for whatever system."""
    assert [f"{name} does not belong here", f"{name} is machine code"] == source.problems(sdist(tmp_path, whole() | {name: content}))


def test_what_a_checkout_holds_beside_is_refused(tmp_path: Path) -> None:
    """Tests and tools of the checkout are no part of the library."""
    assert ["tests/test_a.py does not belong here"] == source.problems(sdist(tmp_path, whole() | {"tests/test_a.py": b""}))
