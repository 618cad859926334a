"""Where the disk is full or something may not be done, layers and scratches say so and leave nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hcsffi import HcsError, storage

from ordinary_user import IS_ROOT, running_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Configure = Callable[..., None]

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="small disks and ordinary users are made by Linux here"),
]


def source_of(at: Path, size: int) -> Path:
    """A folder in transport form with one file of that size."""
    (at / "Files").mkdir(parents=True)
    (at / "Files" / "file").write_bytes(os.urandom(size))
    return at


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {entry.name for entry in folder.iterdir()}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A root on a disk of 2 MiB."""
    if not IS_ROOT:
        pytest.skip("a disk is mounted by root")
    root = tmp_path / "small"
    root.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(root)], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield root
    subprocess.run(["umount", str(root)], check=True)


async def test_a_layer_that_does_not_fit_leaves_nothing(small: Path, tmp_path: Path) -> None:
    """Half a layer would fill the disk for ever; what fits afterwards is made."""
    for _ in range(2):
        with pytest.raises(HcsError) as caught:
            await storage.make_layer(small / "big", source_of(tmp_path / os.urandom(4).hex(), 4 << 20))
        assert "ERROR_DISK_FULL" in caught.value.symbol
        assert set() == names(small)
    await storage.make_layer(small / "base", source_of(tmp_path / "fits", 1000))
    assert {"base"} == names(small)


async def test_what_cannot_be_begun_on_a_full_disk_leaves_nothing(small: Path, tmp_path: Path) -> None:
    """Not even a claim, which would hold the name as long as this process lives."""
    await storage.make_layer(small / "base", source_of(tmp_path / "source", 1000))
    chain = storage.LayerChain.of(small / "base")
    fill_up(small)
    for _ in range(2):
        with pytest.raises(OSError, match="No space left"):
            await storage.Scratch(chain, small / "work").__aenter__()
        assert {"base", "filled"} == names(small)
    (small / "filled").unlink()
    async with storage.Scratch(chain, small / "work"):
        assert "work" in names(small)
    assert {"base"} == names(small)


@pytest.mark.parametrize("view", ["overlay", "copy"])
async def test_a_scratch_that_filled_the_disk_goes_all_the_same(small: Path, tmp_path: Path, view: str, configure: Configure) -> None:
    """The service notes its steps on the same disk: were there no room for a note, there would never be any again."""
    configure(LayerViews=view)
    await storage.make_layer(small / "base", source_of(tmp_path / "source", 1000))
    async with storage.Scratch(storage.LayerChain.of(small / "base"), small / "work") as scratch:
        fill_up(Path(scratch.mount_path))
        (Path(scratch.mount_path) / "file").unlink()
    assert {"base"} == names(small)


def fill_up(folder: Path) -> None:
    """Write until nothing more fits, however small."""
    with suppress(OSError), (folder / "filled").open("wb", buffering=0) as file:
        while file.write(bytes(1 << 12)):
            pass


async def test_a_root_that_may_not_be_written_is_told_and_stays() -> None:
    """The error is the system's own, before the service is asked."""
    with running_as("ordinary") as at:
        root = at / "root"
        root.mkdir()
        await storage.make_layer(root / "base", source_of(at / "source", 1000))
        root.chmod(0o500)
        chain = storage.LayerChain.of(root / "base")
        for refused in (
            storage.make_layer(root / "next", at / "source", chain),
            storage.Scratch(chain, root / "work").__aenter__(),
            storage.remove_layer(root / "base"),
        ):
            with pytest.raises(PermissionError):
                await refused
        assert {"base"} == names(root)
        root.chmod(0o700)
        async with storage.Scratch(chain, root / "work"):
            assert "work" in names(root)
        assert {"base"} == names(root)
