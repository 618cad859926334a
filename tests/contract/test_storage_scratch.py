"""A scratch lives as long as its block, and what a dead process leaves goes: whatever fails, nothing foreign is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import HcsError, NotFound, embedded, storage
from hcsffi.storage.claim import CLAIM, FOLDER, REMOVAL, claim_name
from hcsffi.storage.path import long_form
from hcsffi.storage.scratch import making
from hcsffi.storage.sweeping import take_claim

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]

pytestmark = pytest.mark.anyio


def write_tree(folder: Path, tree: dict[str, str]) -> Path:
    """Write files by their paths."""
    for name, text in tree.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def read_tree(folder: Path) -> dict[str, str]:
    """Files by their paths, without what is the host's own in a copied view."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {
        name: path.read_text(encoding="utf-8") for path in files if not (name := path.relative_to(folder).as_posix()).startswith(".hcsffi/")
    }


def open_descriptors() -> int:
    """How many files this process has open; 0 on Windows, where what Wine shows of Linux counts its own."""
    return 0 if sys.platform == "win32" else len(list(Path("/proc/self/fd").iterdir()))


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {entry.name for entry in folder.iterdir()}


@pytest.fixture(params=["copy", "overlay"])
def view(request: pytest.FixtureRequest, configure: Configure) -> str:
    """Each way in which the embedded host shows layers as one tree."""
    if request.param == "overlay" and (sys.platform == "win32" or os.geteuid() != 0):
        pytest.skip("an overlay is mounted by root on Linux alone")
    configure(LayerViews=request.param)
    return str(request.param)


@pytest.fixture
async def root(tmp_path: Path) -> Path:
    """A root with a base layer, its source beside it, and something foreign that must stay as it is."""
    root = tmp_path / "root"
    root.mkdir()
    write_tree(tmp_path / "source", {"Files/a/x": "base x", "Files/a/y": "base y", "Files/z": "base z"})
    await storage.import_layer(root / "base", tmp_path / "source")
    write_tree(root / "foreign", {"file": "foreign"})
    return root


STANDING = {"base", "foreign"}


def over(root: Path, *above: str) -> storage.LayerChain:
    """The chain that ends in the base layer."""
    return storage.LayerChain.of(*(root / name for name in above), root / "base")


async def test_a_scratch_shows_its_parents_and_is_gone_afterwards(root: Path, view: str) -> None:
    """The block is the scratch's life: nobody has to remember five steps and their reverse."""
    async with storage.Scratch(over(root), root / "work") as scratch:
        mount = Path(scratch.mount_path)
        assert {"a/x": "base x", "a/y": "base y", "z": "base z"} == read_tree(mount)
        (mount / "a" / "x").write_text("changed", encoding="utf-8")
        (mount / "z").unlink()
        assert {"a/x": "changed", "a/y": "base y"} == read_tree(mount)
        assert 1 == embedded.counters()[{"copy": "CopiedViews", "overlay": "OverlayViews"}[view]]
    assert STANDING == names(root)
    assert "base x" == (root / "base" / "Files" / "a" / "x").read_text(encoding="utf-8")


@pytest.mark.usefixtures("view")
async def test_the_difference_of_a_scratch_makes_a_layer_that_shows_the_same(root: Path, tmp_path: Path) -> None:
    """That is how an image grows: what was written in the block is all of the next layer."""
    (tmp_path / "out").mkdir()
    async with storage.Scratch(over(root), root / "work") as scratch:
        mount = Path(scratch.mount_path)
        (mount / "a" / "x").write_text("changed", encoding="utf-8")
        (mount / "z").unlink()
        write_tree(mount, {"b/new": "new"})
        await scratch.export(tmp_path / "out")
        seen = read_tree(mount)
    assert {"Files/a/x": "changed", "Files/b/new": "new"} == {
        name: text for name, text in read_tree(tmp_path / "out").items() if name.startswith("Files/")
    }
    await storage.make_layer(root / "next", tmp_path / "out", over(root))
    async with storage.Scratch(over(root, "next"), root / "work") as scratch:
        assert seen == read_tree(Path(scratch.mount_path))
    assert STANDING | {"next"} == names(root)


def reached(path: Path) -> Path:
    """A path by which this test itself reaches what lies deep, which a Python on Windows does not by the ordinary one."""
    return Path(long_form(str(path))) if sys.platform == "win32" else path


def make_deep(top: Path) -> Path:
    """A folder with a path of more than 300 characters, and two in it."""
    deep = top.joinpath(*["deep" * 25] * 3)
    for name in ("view", "out"):
        reached(deep / name).mkdir(parents=True)
    return deep


async def test_each_call_takes_a_path_as_deep_as_it_likes(tmp_path: Path) -> None:
    """Windows' ordinary paths end at 260 units (E-20); nobody has to write them otherwise to go on from there."""
    deep, source = make_deep(tmp_path), write_tree(tmp_path / "source", {"Files/a/x": "base x"})
    await storage.import_layer(deep / "base", source)
    parents = storage.LayerChain.of(deep / "base")
    await storage.initialize_writable_layer(deep / "view", parents)
    await storage.attach_layer_storage_filter(deep / "view", parents)
    try:
        assert {"a/x": "base x"} == read_tree(reached(deep / "view"))
        write_tree(reached(deep / "view"), {"new": "new"})
        await storage.export_layer(deep / "view", deep / "out", parents, {"IsWritableLayer": True})
    finally:
        await storage.detach_layer_storage_filter(deep / "view")
    assert {"Files/new": "new"} == read_tree(reached(deep / "out"))
    await storage.destroy_layer(deep / "view")
    await storage.destroy_layer(deep / "base")
    assert {"out"} == names(reached(deep))


async def test_a_scratch_lies_as_deep_as_it_likes(tmp_path: Path) -> None:
    """Its claim, its private name and its parents are in the same deep place."""
    deep, source = make_deep(tmp_path), write_tree(tmp_path / "source", {"Files/a/x": "base x"})
    await storage.make_layer(deep / "base", source)
    parents = storage.LayerChain.of(deep / "base")
    async with storage.Scratch(parents, deep / "work") as scratch:
        write_tree(reached(Path(scratch.mount_path)), {"new": "new"})
        changes = await storage.list_changes(deep / "work", parents, is_writable=True)
    assert ["Files/new"] == [one.path for one in changes]
    assert {"base"} == {Path(one.path).name for one in await storage.list_layers(deep)}
    await storage.remove_layer(deep / "base")
    assert storage.Sweep((), ()) == await storage.gc(deep)
    assert {"view", "out"} == names(reached(deep))


async def test_what_a_container_is_told_of_a_scratch(root: Path) -> None:
    """The document of a compute system names the scratch and the same parents in the same order (E-2)."""
    scratch = storage.Scratch(over(root), root / "work")
    with pytest.raises(RuntimeError, match="not attached"):
        scratch.storage()
    async with scratch:
        told = scratch.storage()
        assert str(root / "work") == told.path
        assert [str(root / "base")] == [layer.path for layer in told.layers or ()]
        with pytest.raises(RuntimeError, match="attached already"):
            await scratch.__aenter__()


@pytest.mark.parametrize(
    "function", ["HcsInitializeWritableLayer", "HcsAttachLayerStorageFilter", "HcsDetachLayerStorageFilter", "HcsDestroyLayer"]
)
@pytest.mark.usefixtures("view")
async def test_a_step_that_fails_is_told_and_the_steps_before_it_are_undone(function: str, root: Path, configure: Configure) -> None:
    """Half a scratch would be in the way of the next one for ever."""
    configure(Faults=[{"Function": function, "HResult": "0x8000FFFF", "Count": 1}])
    undoing = function in {"HcsDetachLayerStorageFilter", "HcsDestroyLayer"}
    with pytest.raises(HcsError) as caught:
        async with storage.Scratch(over(root), root / "work"):
            assert undoing
    assert (function, 0x8000FFFF) == (caught.value.function, caught.value.hresult)
    configure()
    assert storage.Sweep((str(root / "work"),) if undoing else (), ()) == await storage.gc(root)
    assert STANDING == names(root)


async def test_an_attach_that_finds_the_service_busy_is_tried_again(root: Path, configure: Configure) -> None:
    """Layers made ready at the same time are answered with not-ready codes that go by themselves (G-1, H-15)."""
    configure(Faults=[{"Function": "HcsAttachLayerStorageFilter", "HResult": "0x80070015", "Count": 4}])
    async with storage.Scratch(over(root), root / "work") as scratch:
        assert "base z" == (Path(scratch.mount_path) / "z").read_text(encoding="utf-8")
    configure(Faults=[{"Function": "HcsAttachLayerStorageFilter", "HResult": "0x80070015", "Count": 5}])
    with pytest.raises(HcsError) as caught:
        await storage.Scratch(over(root), root / "work").__aenter__()
    assert 0x80070015 == caught.value.hresult
    assert STANDING == names(root)


@pytest.mark.usefixtures("view")
async def test_a_scratch_can_be_cancelled_anywhere(root: Path) -> None:
    """Whatever was done is undone in reverse, also when the cancellation comes while it is undone."""

    async def journey() -> None:
        async with storage.Scratch(over(root), root / "work") as scratch:
            await anyio.lowlevel.checkpoint()
            (Path(scratch.mount_path) / "new").touch()
        assert STANDING == names(root)

    assert await cancel_everywhere(journey) > 5
    assert STANDING == names(root)
    assert storage.Sweep((), ()) == await storage.gc(root)


async def test_the_making_of_a_layer_can_be_cancelled_anywhere(root: Path, tmp_path: Path) -> None:
    """A layer is whole or not there."""

    async def journey() -> None:
        if "next" in names(root):  # cancelled after the layer was whole and before its removal began
            assert "base z" == (root / "next" / "Files" / "z").read_text(encoding="utf-8")
        else:
            await storage.make_layer(root / "next", tmp_path / "source", over(root))
        await storage.remove_layer(root / "next")

    assert await cancel_everywhere(journey) > 5
    assert storage.Sweep((), ()) == await storage.gc(root)
    assert STANDING == names(root)


async def test_the_error_of_the_block_is_not_hidden_by_one_of_the_undoing(root: Path, configure: Configure) -> None:
    """The first thing that went wrong is what has to be mended; the scratch waits for the next sweep."""

    async def block() -> None:
        async with storage.Scratch(over(root), root / "work"):
            configure(Faults=[{"Function": "HcsDestroyLayer", "HResult": "0x8000FFFF", "Count": 1}])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await block()
    assert (str(root / "work"),) == (await storage.gc(root)).removed
    assert STANDING == names(root)


@pytest.mark.parametrize("there", ["a folder", "an empty folder", "a file", "a link"])
async def test_what_has_the_name_already_stays(there: str, root: Path) -> None:
    """Nobody's files become a scratch, and a link leads nowhere from here."""
    place = root / "work"
    if there == "a link" and sys.platform == "win32":
        pytest.skip("links need a privilege on Windows")
    if there == "a folder":
        write_tree(place, {"file": "foreign"})
    elif there == "an empty folder":
        place.mkdir()
    elif there == "a file":
        place.touch()
    else:
        place.symlink_to(root / "foreign")
    for _ in range(2):
        with pytest.raises(FileExistsError):
            await storage.Scratch(over(root), place).__aenter__()
    assert STANDING | {"work"} == names(root)
    assert storage.Sweep((), ()) == await storage.gc(root)
    assert "foreign" == (root / "foreign" / "file").read_text(encoding="utf-8")


async def test_two_tasks_cannot_have_the_same_scratch(root: Path) -> None:
    """Neither can two processes; the first one's goes on."""
    async with storage.Scratch(over(root), root / "work") as scratch:
        with pytest.raises(FileExistsError, match="in use"):
            await storage.Scratch(over(root), root / "work").__aenter__()
        assert "base z" == (Path(scratch.mount_path) / "z").read_text(encoding="utf-8")
    assert STANDING == names(root)


async def test_many_scratches_over_one_base_do_not_meet(root: Path) -> None:
    """Containers share their layers and nothing else."""

    async def one(number: int) -> None:
        async with storage.Scratch(over(root), root / f"work-{number}") as scratch:
            (Path(scratch.mount_path) / "mine").write_text(str(number), encoding="utf-8")
            await anyio.sleep(0.01)
            assert str(number) == (Path(scratch.mount_path) / "mine").read_text(encoding="utf-8")

    async with anyio.create_task_group() as group:
        for number in range(8):
            group.start_soon(one, number)
    assert STANDING == names(root)


async def test_a_sweep_leaves_the_living_alone(root: Path) -> None:
    """A scratch of a process that lives is in use, also while the layer of another is being made."""
    async with storage.Scratch(over(root), root / "work") as scratch, making(root / "next", over(root)):
        assert storage.Sweep((), ()) == await storage.gc(root)
        assert "base z" == (Path(scratch.mount_path) / "z").read_text(encoding="utf-8")
    assert STANDING | {"next"} == names(root)


LEAVE = """
import os, sys, anyio
from hcsffi import embedded, storage
from hcsffi.storage.scratch import making
root, view = sys.argv[1:]
embedded.configure({"LayerViews": view})
async def main():
    base = storage.LayerChain.of(os.path.join(root, "base"))
    async with making(os.path.join(root, "next"), base):
        async with storage.Scratch(base, os.path.join(root, "work")) as scratch:
            with open(os.path.join(scratch.mount_path, "left"), "w"): pass
            print("left", flush=True)
            sys.stdin.read()
anyio.run(main)
"""


def leave(root: Path, view: str) -> None:
    """Let a process make a scratch and begin a layer, and kill it."""
    child = subprocess.Popen(
        [sys.executable, "-c", LEAVE, str(root), view], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    with child:
        assert child.stdout is not None
        assert "left\n" == child.stdout.readline()
        child.kill()


async def test_what_a_killed_process_left_is_swept(root: Path, view: str) -> None:
    """It cannot clean up itself; nothing but its own goes."""
    leave(root, view)
    assert {"work", "next"} < names(root)
    told: list[storage.Progress] = []
    swept = await storage.gc(root, progress=told.append)
    assert ({str(root / "work"), str(root / "next")}, ()) == (set(swept.removed), swept.kept)
    assert list(swept.removed) == [one.path for one in told]
    assert [1, 2] == [one.files for one in told]
    assert STANDING == names(root)
    assert storage.Sweep((), ()) == await storage.gc(root)


@pytest.mark.usefixtures("view")
async def test_what_somebody_took_away_meanwhile_is_no_error_at_the_end(root: Path) -> None:
    """It is gone, which is what the end of the block is for, and its claim goes with it."""
    async with storage.Scratch(over(root), root / "work") as scratch:
        await storage.detach_layer_storage_filter(scratch.mount_path)
        await storage.destroy_layer(scratch.mount_path)
    assert STANDING == names(root)


async def test_what_cannot_be_detached_is_told_and_not_forgotten(
    root: Path, view: str, configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    """A sweep that meets a busy service leaves what is mounted to the next one; without its claim nobody would ever take it away."""
    leave(root, view)
    configure(LayerViews=view, Faults=[{"Function": "HcsDetachLayerStorageFilter", "Count": 1, "HResult": "0x80070020"}])
    first, second = await storage.gc(root), await storage.gc(root)
    told = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert [True] == [message.startswith("detaching layer ") and "HcsDetachLayerStorageFilter" in message for message in told]
    if view == "overlay":
        assert [(str(root / "work"), True)] == [(one.path, "something is mounted on it" in one.reason) for one in first.kept]
        assert (str(root / "work"),) == second.removed
    assert ({str(root / "work"), str(root / "next")}, ()) == ({*first.removed, *second.removed}, second.kept)
    assert STANDING == names(root)


async def test_what_was_hidden_while_it_was_attached_is_detached_by_the_next_sweep(root: Path, view: str, configure: Configure) -> None:
    """A copy can be given its private name while it is attached, and by its public one nobody finds it any more."""
    configure(LayerViews=view, Faults=[{"Function": "HcsDetachLayerStorageFilter", "Count": 2, "HResult": "0x8000FFFF"}])
    with pytest.raises(HcsError):
        async with storage.Scratch(over(root), root / "work"):
            pass
    first, second = await storage.gc(root), await storage.gc(root)
    assert ([str(root / "work")], ()) == ([one.path for one in first.kept], first.removed)
    assert ((), (str(root / "work"),)) == (second.kept, second.removed)
    assert STANDING == names(root)
    await storage.remove_layer(root / "base")


async def test_the_next_one_needs_no_sweep(root: Path, view: str) -> None:
    """Who wants the name of a dead one's scratch gets it."""
    leave(root, view)
    async with storage.Scratch(over(root), root / "work") as scratch:
        assert {"a/x": "base x", "a/y": "base y", "z": "base z"} == read_tree(Path(scratch.mount_path))
    assert STANDING | {"next"} == {name for name in names(root) if not name.startswith(".")}


async def test_children_go_before_their_parents(root: Path, configure: Configure) -> None:
    """A parent that goes first leaves a child that nobody can read (E-16)."""
    sources = write_tree(root.parent / "middle", {"Files/m": "middle"})

    async def block() -> None:
        async with making(root / "a-middle", over(root)) as middle:
            await storage.import_layer(middle, sources, over(root))
            async with storage.Scratch(over(root, "a-middle"), root / "b-work"):
                assert storage.Sweep((), ()) == await storage.gc(root)
                configure(Faults=[{"Function": "HcsDestroyLayer", "HResult": "0x8000FFFF", "Count": 2}])
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await block()
    assert {"a-middle", "b-work"} & names(root) == set()  # both hidden, neither destroyed
    assert (str(root / "b-work"), str(root / "a-middle")) == (await storage.gc(root)).removed
    assert STANDING == names(root)


async def test_a_layer_on_which_a_scratch_stands_is_not_removed(root: Path) -> None:
    """On Windows destroying one crashed the caller (E-16)."""
    async with storage.Scratch(over(root), root / "work") as scratch:
        with pytest.raises(OSError, match="stands on it"):
            await storage.remove_layer(root / "base")
        assert {"a/x": "base x", "a/y": "base y", "z": "base z"} == read_tree(Path(scratch.mount_path))
    await storage.remove_layer(root / "base")
    assert {"foreign"} == names(root)


async def test_a_layer_is_removed_with_what_a_dead_process_left_on_it(root: Path, view: str) -> None:
    """A dead one's scratch stands in nobody's way; it goes first."""
    leave(root, view)
    await storage.remove_layer(root / "base")
    assert storage.Sweep((), ()) == await storage.gc(root)
    assert {"foreign"} == names(root)


async def test_the_layer_a_dead_process_had_begun_is_removed_as_any(root: Path) -> None:
    """It goes with the sweep of its claim: whoever wanted it gone has no error from that."""
    leave(root, "copy")
    await storage.remove_layer(root / "next")
    assert STANDING | {"work"} == {name for name in names(root) if not name.startswith(".")}
    with pytest.raises(FileNotFoundError):
        await storage.remove_layer(root / "next")
    await storage.gc(root)


async def test_what_is_no_layer_is_not_removed_and_keeps_its_name(root: Path) -> None:
    """The service refuses it; it must not be found under a private name afterwards, nor be swept."""
    with pytest.raises(HcsError) as caught:
        await storage.remove_layer(root / "foreign")
    assert "HCS_E_INVALID_LAYER" == caught.value.symbol
    with pytest.raises(FileNotFoundError):
        await storage.remove_layer(root / "nothing")
    assert storage.Sweep((), ()) == await storage.gc(root)
    assert STANDING == names(root)
    assert {"file": "foreign"} == read_tree(root / "foreign")


async def begin_to_remove(root: Path, name: str) -> Path:
    """Do what a removal does before anything is destroyed, and die; return the folder under its private name."""
    claim = await take_claim(root / name, REMOVAL, ())
    claim.adopt_folder()
    claim.hide_folder()
    claim.give_up()
    return claim.private_place


@pytest.mark.parametrize("swept", [False, True])
async def test_a_removal_killed_when_only_the_folder_was_left_is_finished(swept: bool, root: Path) -> None:  # noqa: FBT001 - a parameter
    """The mark goes before the folder it lies in: an empty folder is no layer to the service, and nobody's loss."""
    hidden = await begin_to_remove(root, "base")
    for entry in list(hidden.iterdir()):
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    if swept:
        assert storage.Sweep((str(root / "base"),), ()) == await storage.gc(root)
    with pytest.raises(FileNotFoundError):
        await storage.remove_layer(root / "base")
    assert {"foreign"} == names(root)


async def test_an_empty_folder_is_no_layer_and_stays(root: Path) -> None:
    """Somebody is about to put something there; what the service refuses keeps its name, also when whoever asked has died meanwhile."""
    (root / "empty").mkdir()
    with pytest.raises(HcsError) as caught:
        await storage.remove_layer(root / "empty")
    assert "HCS_E_INVALID_LAYER" == caught.value.symbol
    assert STANDING | {"empty"} == names(root)
    await begin_to_remove(root, "foreign")
    with pytest.raises(HcsError):
        await storage.remove_layer(root / "foreign")
    assert STANDING | {"empty"} == names(root)
    assert {"file": "foreign"} == read_tree(root / "foreign")


async def test_a_foreign_folder_that_took_a_dead_ones_name_stays(root: Path) -> None:
    """The claim knows the very folder that was made, not only its name."""
    leave(root, "copy")
    (root / "work").rename(root / "elsewhere")
    write_tree(root / "work", {"file": "foreign too"})
    swept = await storage.gc(root)
    assert {"file": "foreign too"} == read_tree(root / "work")
    assert ((), {"base", "foreign", "work", "elsewhere"}) == (swept.kept, names(root))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"form":1}',
        '{"form":2,"kind":"scratch","name":"foreign","token":"00000000000000000000000000000000","parents":[],"identity":null}',
        '{"form":1,"kind":"scratch","name":"../outside","token":"00000000000000000000000000000000","parents":[],"identity":null}',
        '{"form":1,"kind":"scratch","name":"foreign","token":"../../outside","parents":[],"identity":null}',
        '{"form":1,"kind":"scratch","name":"foreign","token":"00000000000000000000000000000000","parents":[],"identity":[1,2]}',
        "[" * 100_000,
    ],
)
async def test_a_claim_that_somebody_made_up_takes_nothing_away(text: str, root: Path, tmp_path: Path, eventually: Eventually) -> None:
    """A root may be written by many; what a claim says is checked against what is there."""
    write_tree(tmp_path / "outside", {"file": "outside"})
    for name in ("foreign", "../outside"):
        (root / claim_name(name)).write_text(text, encoding="utf-8")
    before = open_descriptors()

    async def nothing_is_open() -> bool:
        return open_descriptors() <= before

    await storage.gc(root)
    await eventually(nothing_is_open)
    assert {"file": "foreign"} == read_tree(root / "foreign")
    assert {"file": "outside"} == read_tree(tmp_path / "outside")
    assert STANDING == {name for name in names(root) if not name.startswith((CLAIM, FOLDER))}


async def test_a_sweep_needs_a_root(tmp_path: Path) -> None:
    """Silence would be taken for a clean root."""
    with pytest.raises(FileNotFoundError):
        await storage.gc(tmp_path / "nothing")
    with pytest.raises(ValueError, match="absolute"):
        await storage.gc("nothing")
    with pytest.raises(NotFound):
        await storage.import_layer(tmp_path / "x", tmp_path / "nothing")
