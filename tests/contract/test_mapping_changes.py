"""What a running container sees of the machine is changed while it runs: mapped directories come, change and go."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import isolating
import pytest
from wired_site import Site, plan

from hcsffi import ComputeSystem, HcsError, NotFound, documents, embedded, storage

from layer_roots import make_root_layer

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service; the embedded host has no engine for it there"),
]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of the machine with a file in it."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "file").write_text("from outside\n", encoding="utf-8")
    return folder


def directory(host: Path, inside: str, **more: object) -> dict[str, Any]:
    """A MappedDirectory."""
    return {"HostPath": str(host), "ContainerPath": inside, **more}


def request(kind: str, settings: dict[str, Any]) -> dict[str, Any]:
    """A change of the mapped directories."""
    return {"ResourcePath": "Container/MappedDirectories", "RequestType": kind, "Settings": settings}


def mounted_below(*folders: str) -> list[str]:
    """Where the machine has something mounted, of these folders."""
    mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    return [path for path in (one.split()[4] for one in mounts) if path.startswith(folders)]


async def said(system: ComputeSystem, script: str) -> str:
    """What a shell in the container writes."""
    wanted = {"CommandArgs": ["/bin/sh", "-c", script], "CreateStdOutPipe": True, "Environment": {"PATH": "/bin:/usr/bin"}}
    async with await system.create_process(wanted) as process:
        assert process.stdout is not None
        text = b"".join([piece async for piece in process.stdout])
        await process.wait()
    return text.decode()


def own(tmp_path: Path) -> dict[str, Any]:
    """A container with a root of its own."""
    (tmp_path / "first").mkdir()
    return {"Container": {"MappedDirectories": [directory(tmp_path / "first", "/first")]}}


@pytest.mark.usefixtures("changing")
@pytest.mark.parametrize("inside", ["/late", "C:\\tmp\\deep\\late", "/run/late"])
async def test_a_directory_comes_changes_and_goes(inside: str, tmp_path: Path, outside: Path, fresh_id: Callable[[], str]) -> None:
    """Where the root has the place and where it has not; the document, what is told and what programs see agree at each step."""
    system_id = fresh_id()
    path = inside.removeprefix("C:").replace("\\", "/")
    async with await ComputeSystem.create(system_id, own(tmp_path), terminate_on_close=True) as system:
        await system.start()
        await system.modify(request("Add", directory(outside, inside)))
        assert embedded.not_carried_out(system_id) == []
        assert await said(system, f"cat {path}/file; echo inside > {path}/back") == "from outside\n"
        assert (outside / "back").read_text(encoding="utf-8") == "inside\n"
        await system.modify(request("Update", directory(outside, inside, ReadOnly=True)))
        assert await said(system, f"cat {path}/file; {{ echo no > {path}/file; }} 2> /dev/null || echo kept") == "from outside\nkept\n"
        (tmp_path / "other").mkdir()
        await system.modify(request("Update", directory(tmp_path / "other", inside)))
        assert await said(system, f"ls {path}; touch {path}/new") == ""
        assert [one.name for one in (tmp_path / "other").iterdir()] == ["new"]
        await system.modify(request("Remove", directory(outside, inside)))
        assert await said(system, f"ls {path} 2> /dev/null; grep -c ' {path} ' /proc/self/mountinfo") == "0\n"
        assert await said(system, "ls -A /dev/.hcsffi; touch /no 2> /dev/null || echo kept") == "kept\n"
        assert embedded.not_carried_out(system_id) == []
    assert (outside / "file").read_text(encoding="utf-8") == "from outside\n"
    assert mounted_below(str(tmp_path), "/proc/driver", "/proc/tty") == []
    assert embedded.counters()["Reapers"] == 0


@pytest.mark.usefixtures("changing")
async def test_what_was_mapped_at_the_start_goes_though_it_is_in_use(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """A program that stands in it keeps what it has; nobody else finds the way there."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, own(tmp_path), terminate_on_close=True) as system:
        await system.start()
        (tmp_path / "first" / "file").touch()
        wanted = {"CommandArgs": ["/bin/sh", "-c", "cd /first; echo in; sleep 100"], "CreateStdOutPipe": True}
        async with await system.create_process(wanted) as process:
            assert process.stdout is not None
            assert await process.stdout.receive(10) == b"in\n"
            await system.modify(request("Remove", directory(tmp_path / "first", "/first")))
            assert await said(system, "ls -A /first") == ""
            await process.terminate()
        assert (tmp_path / "first" / "file").exists()
        assert embedded.not_carried_out(system_id) == []


@pytest.mark.usefixtures("changing")
async def test_a_file_is_mapped_too(tmp_path: Path, outside: Path, fresh_id: Callable[[], str]) -> None:
    """It lies on a file, made where there is none; a folder and a file never lie on each other."""
    async with await ComputeSystem.create(fresh_id(), own(tmp_path), terminate_on_close=True) as system:
        await system.start()
        await system.modify(request("Add", directory(outside / "file", "/tmp/one", ReadOnly=True)))
        assert await said(system, "cat /tmp/one; { echo no > /tmp/one; } 2> /dev/null || echo kept") == "from outside\nkept\n"
        with pytest.raises(HcsError, match="a folder and a file cannot lie on each other"):
            await system.modify(request("Update", directory(outside, "/tmp/one")))
        assert await said(system, "cat /tmp/one") == "from outside\n"
        await system.modify(request("Remove", directory(outside / "file", "/tmp/one")))
        assert await said(system, "cat /tmp/one") == ""


@pytest.mark.usefixtures("changing")
async def test_links_of_its_programs_lead_nowhere_else(tmp_path: Path, outside: Path, fresh_id: Callable[[], str]) -> None:
    """Neither is a folder made outside, nor anything mounted, nor the canary touched."""
    canary = tmp_path / "canary"
    canary.mkdir()
    async with await ComputeSystem.create(fresh_id(), own(tmp_path), terminate_on_close=True) as system:
        await system.start()
        up = "../" * 20
        await said(system, f"ln -s {up}{canary} /tmp/up; ln -s {canary} /tmp/away; ln -s /proc /tmp/own; ln -s /tmp/b /tmp/a; mkdir /tmp/b")
        for inside in ("/tmp/up/x", "/tmp/away/x", "/tmp/own/self"):
            with pytest.raises(HcsError):
                await system.modify(request("Add", directory(outside, inside)))
        await system.modify(request("Add", directory(outside, "/tmp/a/x")))
        assert await said(system, "cat /tmp/b/x/file") == "from outside\n"
    assert list(canary.iterdir()) == []


@pytest.mark.usefixtures("changing")
async def test_what_cannot_be_mapped_is_refused_and_changes_nothing(tmp_path: Path, outside: Path, fresh_id: Callable[[], str]) -> None:
    """By a text that names the place; what was mapped is there as before, and nothing is listed."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, own(tmp_path), terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(NotFound, match="missing"):
            await system.modify(request("Add", directory(tmp_path / "missing", "/late")))
        for inside, why in (
            ("/proc/x", "container's own"),
            ("/first/x", "lie in each other"),
            ("D:\\x", "only disk"),
            ("/usr/none/x", "Read-only"),
        ):
            with pytest.raises(HcsError, match=why):
                await system.modify(request("Add", directory(outside, inside)))
        with pytest.raises(HcsError, match="is a device"):
            await system.modify(request("Add", directory(Path("/dev/null"), "/late")))
        assert (await said(system, "ls -d /late /first/x; ls -A /dev/.hcsffi /first")).split() == ["/dev/.hcsffi:", "/first:"]
        assert embedded.not_carried_out(system_id) == []
    assert list((tmp_path / "first").iterdir()) == []


@pytest.mark.usefixtures("changing")
async def test_a_view_of_layers_is_mapped_into_without_a_program_of_its_own(
    tmp_path: Path, outside: Path, fresh_id: Callable[[], str]
) -> None:
    """Its mount, if it has one, is anybody's: the machine's are used, and links of the layers stay within them."""
    isolating.require("Layers")

    def change(files: Path) -> None:
        for name in ("mount", "umount", "mkdir", "nsenter"):
            (files / "bin" / name).unlink(missing_ok=True)
            (files / "bin" / name).write_text("#!/bin/sh\necho ran > /ran\n", encoding="utf-8")
            (files / "bin" / name).chmod(0o755)
        (files / "link").symlink_to(tmp_path)
        (files / "usual").symlink_to("/etc")

    base = await make_root_layer(tmp_path, change)
    async with storage.Scratch(storage.LayerChain.of(base), tmp_path / "scratch") as scratch:
        document = {"Container": {"Storage": documents.to_mapping(scratch.storage())}}
        async with await ComputeSystem.create(fresh_id(), document, terminate_on_close=True) as system:
            await system.start()
            await system.modify(request("Add", directory(outside, "C:\\late\\here", ReadOnly=True)))
            assert await said(system, "cat /late/here/file; echo no 2> /dev/null > /late/here/x || echo kept") == "from outside\nkept\n"
            with pytest.raises(HcsError, match='"/link" is a link inside, and leads to nothing'):
                await system.modify(request("Add", directory(outside, "/link/x")))
            await system.modify(request("Add", directory(outside, "/usual/x")))
            await system.modify(request("Remove", directory(outside, "C:\\late\\here")))
            assert await said(system, "cat /late/here/file 2> /dev/null; cat /ran 2> /dev/null; cat /etc/x/file") == "from outside\n"
    assert not (tmp_path / "x").exists()
    await storage.remove_layer(base)


PROGRAM = """
import asyncio, os, sys
from hcsffi import ComputeSystem, embedded
first, late = ({"HostPath": "/usr", "ContainerPath": path} for path in ("/first", "/late"))
async def main():
    async with await ComputeSystem.create("named", {"Container": {"MappedDirectories": [first]}}, terminate_on_close=True) as system:
        await system.start()
        try:
            await system.modify({"ResourcePath": "Container/MappedDirectories", "RequestType": "Add", "Settings": late})
        except Exception as error:
            print(hex(error.hresult), error)
        print(embedded.not_carried_out("named"), embedded.isolation()["Changes"])
asyncio.run(main())
"""


@pytest.mark.usefixtures("changing")
@pytest.mark.parametrize("missing", ["nsenter", "unshare", "mount", "umount"])
def test_a_program_that_is_missing_is_named(missing: str, tmp_path: Path) -> None:
    """Containers start without it, and a change is refused instead of being told as not carried out."""
    for tool in {"nsenter", "unshare", "mount", "umount"} - {missing}:
        (tmp_path / tool).symlink_to(next(path for path in (Path("/usr/bin"), Path("/bin")) if (path / tool).exists()) / tool)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "HCSFFI_NETWORK_TOOLS": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    refusal, told = done.stdout.splitlines()
    assert refusal.startswith("0x80370114 ")
    assert f"the program {missing}, which carries changes of mapped directories, was not found; remedy: install util-linux" in refusal
    assert told == f"[] {missing != 'unshare'}"


async def test_a_container_with_a_network_of_its_own_is_changed_too(site: Site, outside: Path) -> None:
    """Its namespaces lie below those of the holder of its network."""
    where = await site.add_network(plan("changed", 91))
    container = await site.add_container(await site.add_endpoint(where))
    await container.system.modify(request("Add", directory(outside, "/late", ReadOnly=True)))
    assert await said(container.system, "cat /late/file; touch /late/x 2> /dev/null || echo kept") == "from outside\nkept\n"
    await container.system.modify(request("Remove", directory(outside, "/late")))
    assert await said(container.system, "ls -A /late") == ""
