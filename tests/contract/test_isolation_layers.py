"""A container whose document names a view of layers has it as its root; whoever made the layers reaches nothing of the machine."""

from __future__ import annotations

import json
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import isolating
import pytest

from hcsffi import ComputeSystem, HcsError, documents, embedded, storage
from hcsffi.storage import oci

from layer_roots import make_root_layer
from ordinary_user import IS_ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    Configure = Callable[..., None]
    Change = Callable[[Path], object]

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service; the embedded host has no engine for it there"),
]

IN_USE = 0x80070020
INVALID = 0x80070057


@pytest.fixture
def engine() -> None:
    """Skips where this machine does not isolate, or the reaper is linked to libraries, as one with sanitizers is."""
    isolating.require("Layers")


@pytest.fixture(params=["copy", "overlay"])
def view(request: pytest.FixtureRequest, configure: Configure) -> str:
    """Each way in which the embedded host shows layers as one tree."""
    if request.param == "overlay" and not IS_ROOT:
        pytest.skip("only root mounts an overlay")
    configure(LayerViews=request.param)
    return str(request.param)


@asynccontextmanager
async def scratch_of(tmp_path: Path, change: Change | None = None) -> AsyncIterator[storage.Scratch]:
    """A writable layer over a small root."""
    base = await make_root_layer(tmp_path, change)
    async with storage.Scratch(storage.LayerChain.of(base), tmp_path / "scratch") as scratch:
        yield scratch
    await storage.remove_layer(base)


def on(scratch: storage.Scratch, **container: object) -> dict[str, Any]:
    """A container that stands on it."""
    return {"Container": {"Storage": documents.to_mapping(scratch.storage()), **container}}


async def said(system: ComputeSystem, script: str, **more: object) -> str:
    """What a shell in the container writes."""
    wanted = {"CommandArgs": ["/bin/sh", "-c", script], "CreateStdOutPipe": True, "Environment": {"PATH": "/bin"}, **more}
    async with await system.create_process(wanted) as process:
        assert process.stdout is not None
        text = b"".join([piece async for piece in process.stdout])
        await process.wait()
    return text.decode()


@pytest.mark.usefixtures("engine", "view")
async def test_layers_are_the_root_and_what_is_written_is_a_difference(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """The machine's own folders are not there, and the layers' files are changed in the scratch alone."""
    async with scratch_of(tmp_path, lambda files: (files / "etc" / "told").write_text("by the layer\n", encoding="utf-8")) as scratch:
        system_id = fresh_id()
        async with await ComputeSystem.create(system_id, on(scratch, GuestOs={"HostName": "apart"}), terminate_on_close=True) as system:
            assert embedded.not_carried_out(system_id) == []
            await system.start()
            assert await said(system, "cat /etc/told; echo changed > /etc/told; touch /new; cat /etc/told") == "by the layer\nchanged\n"
            assert "\n127.0.1.1\tapart\n" in await said(system, "cat /etc/hosts")
            assert await said(system, f"ls -d {tmp_path} /usr/share /.hcsffi/* 2>/dev/null") == ""
            assert await said(system, "ls /dev/null /proc/1/status; readlink /proc/self/root") == "/dev/null\n/proc/1/status\n/\n"
        changes = {change.path: change.kind.value for change in await storage.list_changes(scratch.path, scratch.parents, is_writable=True)}
    assert changes.get("Files/new") == "added", changes
    assert changes["Files/etc/told"] == "changed"


@pytest.mark.usefixtures("engine", "view")
async def test_a_view_belongs_to_one_running_container(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Nobody else starts on it or takes it away until the container has ended."""
    async with scratch_of(tmp_path) as scratch, await ComputeSystem.create(fresh_id(), on(scratch), terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(HcsError) as caught:
            await storage.detach_layer_storage_filter(scratch.path)
        assert caught.value.hresult == IN_USE
        async with await ComputeSystem.create(fresh_id(), on(scratch), terminate_on_close=True) as other:
            with pytest.raises(HcsError, match="another container") as caught:
                await other.start()
            assert caught.value.hresult == IN_USE
            await system.terminate()
            await other.start()
            assert await said(other, "echo here") == "here\n"


@pytest.mark.usefixtures("engine")
async def test_mapped_folders_lie_in_the_view(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Where the layers have the place, and where they have not."""
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "file").write_text("from outside\n", encoding="utf-8")
    mappings = [
        {"HostPath": str(shared), "ContainerPath": "C:\\tmp", "ReadOnly": True},
        {"HostPath": str(shared), "ContainerPath": "/not/there/yet"},
    ]
    async with scratch_of(tmp_path) as scratch:
        document = on(scratch, MappedDirectories=mappings)
        async with await ComputeSystem.create(fresh_id(), document, terminate_on_close=True) as system:
            await system.start()
            assert await said(system, "cat /tmp/file /not/there/yet/file; echo back > /not/there/yet/back") == "from outside\n" * 2
            assert await said(system, "touch /tmp/no 2>&1") != ""
    assert (shared / "back").read_text(encoding="utf-8") == "back\n"
    assert not (shared / "no").exists()


HOSTILE: dict[str, Callable[[Path, Path], object]] = {
    "/proc is a link": lambda files, canary: (files / "proc").symlink_to(canary),
    "/dev is a link": lambda files, canary: (files / "dev").symlink_to(canary),
    "/dev climbs": lambda files, canary: (files / "dev").symlink_to("../" * 40 + str(canary)),
    "/proc is a file": lambda files, canary: (files / "proc").write_text("no folder", encoding="utf-8"),
    "/etc is a link": lambda files, canary: (files / "etc").rename(files / "kept").with_name("etc").symlink_to(canary),
    "/etc/hosts is a link": lambda files, canary: (files / "etc" / "hosts").symlink_to(canary / "file"),
    "/etc/resolv.conf is a link": lambda files, canary: (files / "etc" / "resolv.conf").symlink_to(canary / "file"),
    "/etc/resolv.conf leads into /proc": lambda files, canary: (files / "etc" / "resolv.conf").symlink_to("/proc/1/root/etc/passwd"),
    "/etc/resolv.conf leads in a circle": lambda files, canary: (files / "etc" / "resolv.conf").symlink_to("resolv.conf"),
    "/etc/hosts waits": lambda files, canary: os.mkfifo(files / "etc" / "hosts"),
    "the mapped place is a link": lambda files, canary: (files / "mapped").symlink_to(canary),
    "the way to the mapped place climbs": lambda files, canary: (files / "mapped").symlink_to("../" * 40 + str(canary)),
}
"""What a layer may have where the host mounts something."""


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("case", HOSTILE)
async def test_hostile_layers_change_nothing_of_the_machine(case: str, tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """The container starts or is refused with the place; the canary outside keeps content, mode and times, and nothing of it is shown."""
    canary, shared = tmp_path / "canary", tmp_path / "shared"
    canary.mkdir()
    shared.mkdir()
    (canary / "file").write_text("secret of the machine", encoding="utf-8")
    before = {path: path.lstat() for path in (canary, canary / "file")}
    document: dict[str, Any] = {"MappedDirectories": [{"HostPath": str(shared), "ContainerPath": "/mapped/x"}]}
    async with scratch_of(tmp_path, lambda files: HOSTILE[case](files, canary)) as scratch:
        try:
            async with await ComputeSystem.create(fresh_id(), on(scratch, **document), terminate_on_close=True) as system:
                await system.start()
                looked = f"for f in /etc/hosts /etc/resolv.conf {canary}/file /mapped/file; do [ -f $f ] && cat $f; done"
                written = f"touch {canary}/new /mapped/new /dev/new /proc/new"
                assert "secret" not in await said(system, f"({looked}; {written}) 2>/dev/null")
        except HcsError as refused:
            assert "/proc" in str(refused) or "/dev" in str(refused) or "/etc" in str(refused), refused  # noqa: PT017 - or it starts
    after = {path: path.lstat() for path in (canary, canary / "file")}
    for path, about in before.items():
        assert (about.st_mode, about.st_mtime_ns, about.st_ctime_ns) == (
            after[path].st_mode,
            after[path].st_mtime_ns,
            after[path].st_ctime_ns,
        )
    assert embedded.counters()["Reapers"] == 0


WAYS_OUT = {
    "links to the machine": "{0}",
    "links that climb": "../../../../../../../../../../../../../..{0}",
    "links through processes": "/proc/1/root{0}",
    "links through descriptors": "/proc/self/fd/3{0}",
    "files that wait": "",
}
"""What a layer may have where programs begin, and where their users are looked up."""


async def said_at(place: str, system: ComputeSystem) -> str:
    """What a shell that begins there sees of the machine's users; or why it does not begin, which names the place."""
    try:
        return await said(system, "cat passwd ../passwd; echo begun", WorkingDirectory=place)
    except HcsError as refused:
        assert place in str(refused)  # noqa: PT017 - or it begins
        return ""


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("case", WAYS_OUT)
async def test_neither_a_working_directory_nor_a_user_leads_out(case: str, tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Both are names of the layers: the process is refused, or begins inside, and a user of the machine's file is nobody."""

    def lead_out(files: Path) -> None:
        for name, target in (("work", canary), ("etc/passwd", canary / "passwd"), ("etc/group", canary / "passwd")):
            if WAYS_OUT[case]:
                (files / name).symlink_to(WAYS_OUT[case].format(target))
            else:
                os.mkfifo(files / name)

    canary = tmp_path / "canary"
    canary.mkdir()
    (canary / "passwd").write_text(f"outsider:x:{os.getuid()}:{os.getgid()}::/:/bin/sh\n", encoding="utf-8")
    before = (canary / "passwd").lstat()
    async with (
        scratch_of(tmp_path, lead_out) as scratch,
        await ComputeSystem.create(fresh_id(), on(scratch), terminate_on_close=True) as system,
    ):
        await system.start()
        for place in ("/work", "/proc/self/fd/3", "/proc/self/fd/7", "/proc/1/root", "/proc/1/cwd", "/proc/2/root"):
            assert "outsider" not in await said_at(place, system)
        with pytest.raises(HcsError):
            await system.create_process({"CommandArgs": ["/bin/id"], "User": "outsider"})
        assert await said(system, "echo alive") == "alive\n"
    after = (canary / "passwd").lstat()
    assert (before.st_mtime_ns, before.st_ctime_ns) == (after.st_mtime_ns, after.st_ctime_ns)


@pytest.mark.usefixtures("engine")
@pytest.mark.skipif(not IS_ROOT, reason="only root becomes other users")
async def test_users_are_those_of_the_layers(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Name, group and further groups are looked up inside; what leads out of the root, or never ends, names nobody."""

    def users(files: Path) -> None:
        (files / "etc" / "passwd").write_text("root:x:0:0::/:/bin/sh\ntester:x:1234:2345::/:/bin/sh\n", encoding="utf-8")
        (files / "etc" / "group").write_text("many:x:2345:\nmore:x:3456:other,tester\n", encoding="utf-8")

    async with (
        scratch_of(tmp_path, users) as scratch,
        await ComputeSystem.create(fresh_id(), on(scratch), terminate_on_close=True) as system,
    ):
        await system.start()
        assert await said(system, "id -u; id -g; id -G", User="tester") == "1234\n2345\n2345 3456\n"
        assert await said(system, "id -u; id -g", User="tester:more") == "1234\n3456\n"
        for hostile in ("cat /dev/null > /etc/passwd", "rm -f /etc/passwd", "ls"):
            await said(system, hostile)
        with pytest.raises(HcsError, match="there is no user"):
            await system.create_process({"CommandArgs": ["/bin/id"], "User": "daemon-of-the-machine"})


async def test_the_layers_named_are_those_attached(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Another chain than the one the view shows is refused, with the member."""
    async with scratch_of(tmp_path) as scratch:
        (tmp_path / "source" / "Files" / "more").write_text("more", encoding="utf-8")
        await storage.make_layer(tmp_path / "other", tmp_path / "source")
        named = documents.Storage(path=scratch.mount_path, layers=list(storage.LayerChain.of(tmp_path / "other")))
        document = {"Container": {"Storage": documents.to_mapping(named)}}
        with pytest.raises(HcsError, match=r"\$\.Container\.Storage\.Layers") as caught:
            await ComputeSystem.create(fresh_id(), document)
        assert caught.value.hresult == INVALID
    await storage.remove_layer(tmp_path / "other")


async def test_without_isolation_the_layers_are_told(tmp_path: Path, fresh_id: Callable[[], str], configure: Configure) -> None:
    """They are accepted and listed, never ignored in silence."""
    configure(Isolation="none")
    async with scratch_of(tmp_path) as scratch:
        system_id = fresh_id()
        async with await ComputeSystem.create(system_id, on(scratch), terminate_on_close=True):
            assert embedded.not_carried_out(system_id) == ["$.Container.Storage.Layers", "$.Container.Storage.Path"]


@pytest.mark.usefixtures("engine", "view")
async def test_a_cancelled_start_gives_the_view_back(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Whenever it is cancelled, the view can be detached afterwards."""
    async with scratch_of(tmp_path) as scratch:
        for wait_s in (0, 0.001, 0.01):
            async with await ComputeSystem.create(fresh_id(), on(scratch), terminate_on_close=True) as system:
                with anyio.move_on_after(wait_s):
                    await system.start()


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_command_runs_on_layers(tmp_path: Path) -> None:
    """``hcsffi run --layers``, the top named first; the scratch goes with the command."""
    base = await make_root_layer(tmp_path)
    (tmp_path / "above" / "Files").mkdir(parents=True)
    (tmp_path / "above" / "Files" / "top").write_text("of the top\n", encoding="utf-8")
    await storage.make_layer(tmp_path / "top", tmp_path / "above", storage.LayerChain.of(base))
    layers = ["--layers", str(tmp_path / "top"), "--layers", str(base), "--scratch", str(tmp_path / "scratches")]
    words = [sys.executable, "-m", "hcsffi", "run", *layers, "--", "/bin/sh", "-c", "cat /top; echo more > /top; cat /top"]
    done = await anyio.run_process(words, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"of the top\nmore\n", b"")
    assert list((tmp_path / "scratches").iterdir()) == []
    for layer in (tmp_path / "top", base):
        await storage.remove_layer(layer)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_running_command_is_committed_from_another_terminal(tmp_path: Path) -> None:
    """``hcsffi commit``: its difference is an archive, a layer again, and the root of the next; afterwards there is nothing to commit."""
    base = await make_root_layer(tmp_path)
    places = ["--scratch", str(tmp_path / "scratches")]
    command = [sys.executable, "-m", "hcsffi"]
    script = "echo new > /made; echo ready; read line"
    running = [*command, "run", "-i", "--name", "web: 1", "--layers", str(base), *places, "--", "/bin/sh", "-c", script]
    committing = [*command, "commit", *places, "--format", "json", "web: 1", str(tmp_path / "difference.tar")]
    async with await anyio.open_process(running) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert await process.stdout.receive() == b"ready\n"
        done = await anyio.run_process(committing)
        assert json.loads(done.stdout)["archive"] == str(tmp_path / "difference.tar")
        await process.stdin.send(b"\n")
        assert await process.wait() == 0
    late = await anyio.run_process(committing, check=False)
    assert (late.returncode, late.stderr) == (125, b"hcsffi: web: 1: no system of that id runs on layers here\n")
    await oci.import_tar(tmp_path / "difference.tar", tmp_path / "top", parents=[base])
    layers = ["--layers", str(tmp_path / "top"), "--layers", str(base), *places]
    done = await anyio.run_process([*command, "run", *layers, "--", "/bin/sh", "-c", "cat /made"])
    assert done.stdout == b"new\n"
    for layer in (tmp_path / "top", base):
        await storage.remove_layer(layer)
