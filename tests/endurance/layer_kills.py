"""Kill what works on layers at random moments, many times, and count what was found; the next run has to succeed each time.

    PYTHONPATH=tests/unit/samples python tests/endurance/layer_kills.py [--kills 200] [--seed 20] [--verb attach]...

For each verb one process after another is forked from this one, which has loaded no library, and killed with SIGKILL while it works; a
moment counts only where it found the process alive. Then what has a public name must be whole; a canary tree outside, the parents and
somebody else's files in the same root must be what they were; and the verb is done again to its end. At last a sweep has to leave nothing
of the dead.

As root everything is done in both ways a view is made, and again as an ordinary user.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import stat
import statistics
import sys
import time
from collections import Counter
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

from hcsffi import HcsError, embedded, hresult, storage
from hcsffi.storage import oci
from hcsffi.storage.claim import CLAIM, claim_name

from image_layouts import layout, write_folder
from layer_archives import archive, entry, folder, go_winio, hard_link, symlink
from ordinary_user import IS_ROOT, running_as

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
PATIENCE_S = 60


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


class Victim:
    """A forked process that does a verb; it says when it begins."""

    def __init__(self, work: Callable[[], Awaitable[None]], view: str) -> None:
        told, tell = os.pipe()
        self.number = os.fork()
        if self.number == 0:
            code = 1
            try:
                anyio.run(_configured, work, view, tell)
                code = 0
            except BaseException as error:  # noqa: BLE001 - a fork must not go on with what its parent was doing
                print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            finally:
                os._exit(code)
        os.close(tell)
        if os.read(told, 1) != b"!":
            raise SystemExit("the process ended before it began")
        os.close(told)

    def kill(self) -> bool:
        """Kill it; whether it was still alive."""
        os.kill(self.number, signal.SIGKILL)
        status = os.waitpid(self.number, 0)[1]
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise SystemExit("what was to be killed failed before")
        return os.WIFSIGNALED(status)

    def end(self) -> None:
        """Wait for its end, which has to be a good one."""
        for _ in range(PATIENCE_S * 1000):
            ended, status = os.waitpid(self.number, os.WNOHANG)
            if ended:
                if status:
                    raise SystemExit("what came after a kill did not succeed")
                return
            time.sleep(0.001)
        os.kill(self.number, signal.SIGKILL)
        raise SystemExit("what came after a kill hangs")


async def _configured(work: Callable[[], Awaitable[None]], view: str, tell: int) -> None:
    embedded.configure({"LayerViews": view})
    os.write(tell, b"!")
    await work()


def killed(ground: Ground, name: str, view: str, kills: int, seed: int) -> str:
    """Kill one verb so many times and return what was counted."""
    verb = VERBS[name]
    work = partial(verb.work, ground)
    Victim(partial(verb.before, ground), view).end()
    lasted_s = []
    for _ in range(3):
        victim, begun = Victim(work, view), time.monotonic()
        victim.end()
        lasted_s.append(time.monotonic() - begun)
        Victim(partial(verb.again, ground), view).end()
    before = ground.untouched()
    drawn = random.Random(f"{seed} {name} {view}")
    found: Counter[str] = Counter()
    tried = 0
    while found.total() < kills:
        tried += 1
        victim = Victim(work, view)
        time.sleep(drawn.uniform(0, statistics.median(lasted_s)))
        if victim.kill():
            found[verb.state(ground)] += 1
            if before != ground.untouched():
                raise SystemExit(f"{name} has touched what is not its own")
        Victim(partial(verb.again, ground), view).end()
    Victim(partial(_swept, ground), view).end()
    left = sorted(one.name for one in ground.root.iterdir() if one.name.startswith((CLAIM, ".")))
    if left or before != ground.untouched():
        raise SystemExit(f"{name} has left {left}")
    states = ", ".join(f"{state} {number}" for state, number in sorted(found.items()) if state != "-")
    return f"killed {kills} of {tried} runs, {kills} next runs succeeded{', public name: ' if states else ''}{states}"


async def _swept(ground: Ground) -> None:
    swept = await storage.gc(ground.root)
    if swept.kept:
        raise SystemExit(f"kept: {swept.kept}")
    layers = ground.root / "layers"
    oci.sweep_staging(layers if layers.exists() else ground.root)
    for name in ("view", "made"):
        if (ground.root / name).exists():
            await (storage.destroy_layer if name == "view" else storage.remove_layer)(ground.root / name)


def load_all() -> None:
    """Import what the verbs import when they need it, which an ordinary user cannot where the interpreter lies in somebody's home."""
    told, tell = os.pipe()
    with running_as("root" if IS_ROOT else "ordinary") as at:
        ground = Ground(at)

        async def all_verbs() -> None:
            await ground.prepare()
            for verb in VERBS.values():
                await verb.again(ground)
            with os.fdopen(tell, "w") as names:
                names.write("\n".join(sys.modules))

        victim = Victim(all_verbs, "copy")
        os.close(tell)
        with os.fdopen(told) as names:
            for name in names.read().splitlines():
                with suppress(ImportError):
                    import_module(name)
        victim.end()


def try_user(user: str, verbs: list[str], kills: int, seed: int) -> None:
    """Kill all verbs as one user."""
    with running_as(user) as at:
        ground = Ground(at)
        Victim(ground.prepare, "auto").end()
        for name in verbs:
            for view in ("overlay", "copy") if VERBS[name].has_views and user == "root" else ("copy",):
                told = f", {'by an overlay' if view == 'overlay' else 'by a copy'}" if VERBS[name].has_views else ""
                print(f"{user}: {name}{told}: {killed(ground, name, view, kills, seed)}", flush=True)


def main() -> None:
    """Kill all verbs as every user there is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="of each verb, in each way, as each user")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--verb", action="append", choices=sorted(VERBS))
    parser.add_argument("--user", action="append", choices=["root", "ordinary"])
    given = parser.parse_args()
    print(f"seed {given.seed}")
    load_all()
    for user in given.user or (["root", "ordinary"] if IS_ROOT else ["ordinary"]):
        try_user(user, given.verb or list(VERBS), given.kills, given.seed)


if __name__ == "__main__":
    main()
