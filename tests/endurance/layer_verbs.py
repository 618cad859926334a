"""What is killed in `layer_kills.py`: each verb on layers, the folders it works on, and what its public name may hold afterwards."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import HcsError, hresult, storage
from hcsffi.storage import oci
from hcsffi.storage.claim import claim_name

from image_layouts import layout, write_folder
from layer_archives import archive, entry, folder, go_winio, hard_link, symlink

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

FILES = 60
LOWER = archive(folder("Files"), folder("Files/d"), *(go_winio(f"Files/d/{place:03}", bytes(3000)) for place in range(FILES)))
UPPER = archive(
    folder("Files"),
    folder("Files/d"),
    entry("Files/d/.wh.000"),
    go_winio("Files/d/new", b"x"),
    *(go_winio(f"Files/new{place:03}", b"x" * 3000) for place in range(FILES)),
    hard_link("Files/twin", "Files/new000"),
    symlink("Files/link", "d/001"),
)
ATTACHED = hresult.value_of("HCS_E_INVALID_STATE")


class Ground(NamedTuple):
    """The folders of one user: a root with a base layer and something foreign, sources, and a canary outside."""

    at: Path

    @property
    def root(self) -> Path:
        """Where layers are made."""
        return self.at / "root"

    @property
    def parents(self) -> storage.LayerChain:
        """The chain of the base layer, on which all others stand."""
        return storage.LayerChain.of(self.root / "base")

    async def prepare(self) -> None:
        """Make all of it."""
        for name in ("root/foreign", "canary/below", "out"):
            (self.at / name).mkdir(parents=True)
        for name in ("root/foreign/file", "root/foreign/.hcsffi-mine", "canary/file", "canary/below/file"):
            (self.at / name).write_text(name, encoding="utf-8")
        (self.root / "foreign/link").symlink_to(self.at / "canary")
        (self.at / "lower.tar").write_bytes(LOWER)
        (self.at / "upper.tar").write_bytes(UPPER)
        write_folder(layout(LOWER, UPPER), self.at / "image")
        await oci.import_tar(self.at / "lower.tar", self.root / "base")
        await oci.import_tar(self.at / "upper.tar", self.at / "whole", parents=self.parents.paths)
        (self.at / "source").mkdir()
        await storage.export_layer(self.at / "whole", self.at / "source", self.parents)
        await oci.export_tar(self.at / "whole", self.at / "whole.tar.gz", compression="gzip")

    def untouched(self) -> list[object]:
        """Everything that no verb may change."""
        places = ("canary", "root/foreign", "root/base", "source", "whole", "image")
        return [list(census(self.at / place)) for place in places]


def census(top: Path) -> Iterator[tuple[object, ...]]:
    """Everything about a tree: names, modes, times, contents; what is the host's own in a view is left out."""
    for path in sorted(top.rglob("*")):
        name = path.relative_to(top).as_posix()
        if name == ".hcsffi" or name.startswith(".hcsffi/"):
            continue
        found = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(found.st_mode) else path.readlink() if path.is_symlink() else b""
        yield name, found.st_mode, found.st_mtime_ns if stat.S_ISREG(found.st_mode) else 0, content


def insist(one: Path, other: Path) -> None:
    """Two layers hold the same."""
    different = sorted({entry[0] for entry in set(census(one / "Files")) ^ set(census(other / "Files"))}, key=str)
    if different:
        raise SystemExit(f"{one} is not {other}: {different}")


def state_of(ground: Ground, name: str) -> str:
    """What has a layer's public name: nothing, a whole layer, or what a claim says somebody has begun."""
    if (ground.root / claim_name(name)).exists():
        return "begun"
    if not os.path.lexists(ground.root / name):
        return "nothing"
    insist(ground.root / name, ground.at / "whole")
    return "whole"


async def import_archive(ground: Ground) -> None:
    """An archive becomes a layer."""
    await oci.import_tar(ground.at / "upper.tar", ground.root / "made", parents=ground.parents.paths)


async def import_folder(ground: Ground) -> None:
    """A folder becomes a layer by the service."""
    await storage.make_layer(ground.root / "made", ground.at / "source", ground.parents)


async def export_archive(ground: Ground) -> None:
    """A layer becomes an archive."""
    await oci.export_tar(ground.at / "whole", ground.at / "out/whole.tar.gz", parents=ground.parents.paths, compression="gzip")


def archive_state(ground: Ground) -> str:
    """An archive with its name is the same bytes each time, or is not there."""
    written = ground.at / "out/whole.tar.gz"
    if not written.exists():
        return "nothing"
    if written.read_bytes() != (ground.at / "whole.tar.gz").read_bytes():
        raise SystemExit("half an archive has its name")
    return "whole"


async def export_folder(ground: Ground) -> None:
    """A layer becomes a folder in transport form, which its caller makes and empties."""
    target = ground.at / "out/folder"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    await storage.export_layer(ground.at / "whole", target, ground.parents)
    insist(target, ground.at / "whole")


async def unpack(ground: Ground) -> None:
    """An image becomes its layers; those that have their names already are taken."""
    unpacked = await oci.unpack(ground.at / "image", ground.root / "layers")
    insist(Path(unpacked.layers[1].path), ground.at / "whole")


def chain_state(ground: Ground) -> str:
    """How many layers of the image have their names; each of them is whole."""
    found = [one for one in (ground.root / "layers").glob("*") if not one.name.startswith(".")]
    for one in found:
        twin = next((at for at in (ground.root / "base", ground.at / "whole") if len(list(census(at))) == len(list(census(one)))), None)
        if twin is None:
            raise SystemExit(f"half a layer has its name: {one}")
        insist(one, twin)
    return ("nothing", "the lower layer", "whole")[len(found)]


async def attach(ground: Ground) -> None:
    """A writable layer is attached, written into and detached; what was written once is there each time."""
    view = ground.root / "view"
    if not view.exists():
        view.mkdir()
        await storage.initialize_writable_layer(view, ground.parents)
    try:
        await storage.attach_layer_storage_filter(view, ground.parents)
    except HcsError as error:
        if error.hresult != ATTACHED:
            raise
    if {path.name for path in (view / "d").iterdir()} != {f"{place:03}" for place in range(1 if (view / "once").exists() else 0, FILES)}:
        raise SystemExit("the view is not what it was")
    if not (view / "once").exists():
        (view / "d/000").unlink()
        (view / "once").write_text("once", encoding="utf-8")
    await storage.detach_layer_storage_filter(view)


async def commit(ground: Ground) -> None:
    """What was changed in a scratch becomes a layer above its parents."""
    difference = ground.at / "out/difference"
    shutil.rmtree(difference, ignore_errors=True)
    difference.mkdir()
    async with storage.Scratch(ground.parents, ground.root / "work") as scratch:
        mount = Path(scratch.mount_path)
        (mount / "d/000").unlink()
        for path in (ground.at / "whole/Files").rglob("new*"):
            shutil.copy2(path, mount / path.relative_to(ground.at / "whole/Files"))
        (mount / "twin").hardlink_to(mount / "new000")
        (mount / "link").symlink_to("d/001")
        await scratch.export(difference)
    await storage.make_layer(ground.root / "made", difference, ground.parents)


async def remove(ground: Ground) -> None:
    """A layer goes; it is there or gone, or begun to go."""
    with suppress(FileNotFoundError):
        await storage.remove_layer(ground.root / "made")


async def clear(ground: Ground) -> None:
    """Take away what a verb has made, as whoever wants it made anew."""
    if state_of(ground, "made") == "whole":
        await storage.remove_layer(ground.root / "made")
    (ground.at / "out/whole.tar.gz").unlink(missing_ok=True)
    if "whole" == chain_state(ground):
        shutil.rmtree(ground.root / "layers")


class Verb(NamedTuple):
    """What is killed, and what its public name may hold afterwards."""

    work: Callable[[Ground], Awaitable[None]]
    state: Callable[[Ground], str] = lambda _: "-"
    has_views: bool = False
    before: Callable[[Ground], Awaitable[None]] = clear

    async def again(self, ground: Ground) -> None:
        """Do it to its end, as the next one does who knows nothing of the dead, and make ready for the next that is killed."""
        if self.before is clear:
            await clear(ground)
        await self.work(ground)
        await self.before(ground)


VERBS = {
    "import archive": Verb(import_archive, partial(state_of, name="made")),
    "import folder": Verb(import_folder, partial(state_of, name="made")),
    "export archive": Verb(export_archive, archive_state),
    "export folder": Verb(export_folder),
    "unpack": Verb(unpack, chain_state),
    "attach": Verb(attach, has_views=True),
    "commit": Verb(commit, partial(state_of, name="made"), has_views=True),
    "remove": Verb(remove, partial(state_of, name="made"), before=import_folder),
}
