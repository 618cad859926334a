"""A container whose document maps directories has a root of its own, and what stands in the way of that is told before anything is made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import isolating
import pytest

from hcsffi import ComputeSystem, HcsError, NotFound, embedded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service; the embedded host has no engine for it there"),
]

RUN = [sys.executable, "-m", "hcsffi", "run"]


@pytest.fixture
def engine() -> None:
    """Skips where this machine does not isolate."""
    isolating.require()


def mapping(host: Path, inside: str, **more: object) -> dict[str, Any]:
    """One entry of MappedDirectories."""
    return {"HostPath": str(host), "ContainerPath": inside, **more}


def mapped(*directories: dict[str, Any]) -> dict[str, Any]:
    """A container with a name and mapped directories."""
    return {"Container": {"GuestOs": {"HostName": "apart"}, "MappedDirectories": list(directories)}}


async def said(system: ComputeSystem, script: str) -> str:
    """What a shell in the container writes."""
    async with await system.create_process({"CommandArgs": ["sh", "-c", script], "CreateStdOutPipe": True}) as process:
        assert process.stdout is not None
        text = b"".join([piece async for piece in process.stdout])
        await process.wait()
    return text.decode()


@pytest.mark.usefixtures("engine")
async def test_a_mapped_directory_is_in_the_container(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """It is carried out, so nobody is warned of it; a Windows path means a place below the root."""
    (tmp_path / "file").write_text("from outside\n", encoding="utf-8")
    document = mapped(mapping(tmp_path, "C:\\data\\here"), mapping(tmp_path, "/seen", ReadOnly=True))
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
        assert embedded.not_carried_out(system_id) == []
        await system.start()
        assert await said(system, "hostname; cat /data/here/file; echo inside > /data/here/back") == "apart\nfrom outside\n"
        assert await said(system, "touch /seen/no 2>&1 || echo kept") != ""
        assert embedded.not_carried_out(system_id) == []
    assert not (tmp_path / "no").exists()
    assert (tmp_path / "back").read_text(encoding="utf-8") == "inside\n"
    assert embedded.counters()["Reapers"] == 0


@pytest.mark.usefixtures("engine")
async def test_the_rest_of_the_machine_is_not_written(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """The canary beside the mapped folder stays as it is, whatever a program tries; what it writes of itself has a place."""
    inside = tmp_path / "mapped"
    inside.mkdir()
    canary = tmp_path / "canary"
    canary.write_text("alive", encoding="utf-8")
    async with await ComputeSystem.create(fresh_id(), mapped(mapping(inside, "/m")), terminate_on_close=True) as system:
        await system.start()
        await said(
            system, f"echo dead > {canary}; echo dead > /m/../canary; ln -s {canary} /m/link; echo dead > /m/link; rm -rf {tmp_path}"
        )
    assert canary.read_text(encoding="utf-8") == "alive"


@pytest.mark.usefixtures("engine")
async def test_what_is_added_while_a_container_without_a_root_of_its_own_runs_is_told(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Its programs see the machine's folders; one that is not there must not be taken for one that is."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        await system.modify({"ResourcePath": "Container/MappedDirectories", "RequestType": "Add", "Settings": mapping(tmp_path, "/late")})
        assert embedded.not_carried_out(system_id) == ["$.Container.MappedDirectories"]


@pytest.mark.usefixtures("engine")
async def test_devices_and_adapters_of_the_machine_are_not_shown(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """Their names would be, whatever network the container has; by its processors programs count."""
    async with await ComputeSystem.create(fresh_id(), mapped(mapping(tmp_path, "/m")), terminate_on_close=True) as system:
        await system.start()
        assert await said(system, "find /sys -maxdepth 3; ls /sys/class/net 2> /dev/null; touch /sys/x 2> /dev/null || echo kept") == (
            "/sys\n/sys/devices\n/sys/devices/system\n/sys/devices/system/cpu\nkept\n"
        )


@pytest.mark.usefixtures("engine")
async def test_a_mapping_that_cannot_be_is_refused_by_its_path(tmp_path: Path, fresh_id: Callable[[], str]) -> None:
    """At create, where the document is at hand; and nothing is left under the id."""
    for inside in ("/proc/x", "D:\\x", "/a/../b", "x"):
        with pytest.raises(HcsError, match=r"\$\.Container\.MappedDirectories\[1\]") as raised:
            await ComputeSystem.create(fresh_id(), mapped(mapping(tmp_path, "/m"), mapping(tmp_path, inside)))
        assert raised.value.hresult == 0x80070057
    with pytest.raises(NotFound, match=r"\$\.Container\.MappedDirectories\[0\]\.HostPath"):
        await ComputeSystem.create(fresh_id(), mapped(mapping(tmp_path / "none", "/m")))
    assert embedded.counters()["Systems"] == 0


async def test_without_isolation_a_mapped_directory_is_told(
    tmp_path: Path, fresh_id: Callable[[], str], configure: Callable[..., None]
) -> None:
    """Who wants programs of this machine as they are says so, and hears what that leaves out."""
    configure(Isolation="none")
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, mapped(mapping(tmp_path, "/m")), terminate_on_close=True):
        assert embedded.not_carried_out(system_id) == ["$.Container.MappedDirectories"]


@pytest.mark.usefixtures("engine")
async def test_every_container_is_isolated_where_that_is_configured(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Callable[..., None]
) -> None:
    """Not its document decides then."""
    configure(Isolation="bubblewrap")
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        await system.start()
        assert await said(system, "hostname; cat /proc/1/comm") == "web\nhcsffi-reaper\n"


VALUES = {
    "auto": (["bwrap", "plain"], "[]"),
    "bubblewrap": (["bwrap", "bwrap"], "[]"),
    "none": (["plain", "plain"], "['$.Container.MappedDirectories']"),
}
VALUE = """
import asyncio, os, sys
from hcsffi import ComputeSystem, embedded
if sys.argv[1:]:
    embedded.configure({"Isolation": sys.argv[1]})
mapped = {"MappedDirectories": [{"HostPath": "/usr", "ContainerPath": "/m"}]}
async def main():
    for document in (mapped, {}):
        async with await ComputeSystem.create("valued", {"Container": document}, terminate_on_close=True) as system:
            await system.start()
            inside = (await system.run(["readlink", "/proc/self/ns/mnt"])).stdout.decode().strip()
            print("plain" if inside == os.readlink("/proc/self/ns/mnt") else "bwrap", embedded.not_carried_out("valued"))
    print(embedded.isolation()["Mode"])
asyncio.run(main())
"""


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("way", ["environment", "configure"])
@pytest.mark.parametrize("value", VALUES)
def test_each_value_of_isolation_does_as_it_says(value: str, way: str) -> None:
    """By the environment and by the program: what asks for a root of its own, and what does not."""
    words, environment = [sys.executable, "-c", VALUE], {**os.environ}
    environment.pop("HCSFFI_EMBEDDED_ISOLATION", None)
    if way == "environment":
        environment["HCSFFI_EMBEDDED_ISOLATION"] = value
    else:
        words.append(value)
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    roots, told = VALUES[value]
    assert (done.returncode, done.stdout) == (0, f"{roots[0]} {told}\n{roots[1]} []\n{value}\n"), done.stderr


def test_an_isolation_nobody_knows_is_refused(configure: Callable[..., None]) -> None:
    """A misspelt wish must not be taken for the default."""
    with pytest.raises(HcsError, match=r'\$\.Isolation: expected "auto", "none" or "bubblewrap"'):
        configure(Isolation="bubblewarp")


@pytest.mark.usefixtures("engine")
def test_a_volume_of_the_command_line_is_mapped(tmp_path: Path) -> None:
    """Writable unless it says otherwise, from where the caller stands, beside what the document maps."""
    document = {"Container": {"MappedDirectories": [mapping(tmp_path, "/from-document")]}}
    (tmp_path / "document.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "file").write_text("read\n", encoding="utf-8")
    script = "cat /from-document/file /d/file; echo written > /d/back; touch /e/x 2> /dev/null || echo kept"
    words = ["--config", "document.json", "--volume", ".:/d", "-v", f"{tmp_path}:C:\\e:ro", "--", "sh", "-c", script]
    done = subprocess.run(
        [sys.executable, "-m", "hcsffi", "run", *words], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "read\nread\nkept\n", "")
    assert (tmp_path / "back").read_text(encoding="utf-8") == "written\n"


@pytest.mark.parametrize("words", [["-v", "/a"], ["-v", "/a:/b:no"], ["-v", ":/b"]])
def test_a_volume_that_is_none_is_refused(words: list[str]) -> None:
    """Before anything is made."""
    done = subprocess.run(
        [sys.executable, "-m", "hcsffi", "run", *words, "--", "true"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert "HOST:GUEST[:ro]" in done.stderr


@pytest.mark.usefixtures("engine")
def test_the_doctor_names_the_programs_that_isolation_uses(tmp_path: Path) -> None:
    """Those that are there with what they carry, and each that is missing with what to install."""
    words = [sys.executable, "-m", "hcsffi", "doctor", "--format", "json"]
    (tmp_path / "ip").symlink_to("/bin/sh")
    environment = {**os.environ, "HCSFFI_LIBRARY": "embedded", "HCSFFI_NETWORK_TOOLS": str(tmp_path)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    told = [(one["state"], one["found"], one["remedy"]) for one in json.loads(done.stdout) if one["check"] == "isolation programs"]
    assert told[0] == ("ok", f"{tmp_path}/ip carries adapters, addresses and routes of containers", "")
    assert ("note", "nft is missing, which carries policies ACL, NetworkACL, PortMapping and OutBoundNAT", "install nftables") in told
    assert [found.split()[0] for _, found, _ in told[1:]] == ["nsenter", "nft", "tc", "nsenter", "unshare", "mount", "umount"]
    assert all(remedy.startswith("install ") for _, _, remedy in told[1:])


PROGRAM = """
import asyncio
from hcsffi import ComputeSystem, embedded
async def main():
    try:
        await ComputeSystem.create("refused", {"Container": {"MappedDirectories": [{"HostPath": "/usr", "ContainerPath": "/m"}]}})
    except Exception as error:
        print(hex(error.hresult), error)
    for _ in range(6000):  # a refusal is heard before its thread has closed what it looked with
        counted = [embedded.counters()[name] for name in ("Systems", "Descriptors", "Reapers")]
        if not any(counted):
            break
        await asyncio.sleep(0.01)
    print(*counted)
    async with await ComputeSystem.create("plain", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
    print(embedded.isolation()["Works"])
asyncio.run(main())
"""
NEW_ENOUGH = "[ $1 = --version ] && echo bubblewrap 0.9.0 && exit; exec >&2; "
REFUSALS = {
    "exit 1": "no bubblewrap",
    "[ $1 = --version ] && echo bubblewrap 0.4.1 && exit": "bubblewrap 0.4.1, too old",
    f"{NEW_ENOUGH}echo 'bwrap: Creating new namespace failed: Operation not permitted'; exit 1": (
        "Creating new namespace failed: Operation not permitted (errno 1); remedy: "
    ),
    f"{NEW_ENOUGH}echo 'bwrap: setting up uid map: Permission denied'; exit 1": (
        "setting up uid map: Permission denied (errno 13); remedy: "
    ),
}


DEAD_ENGINE = """#!{python} -IS
import os, subprocess, sys, time
if sys.argv[1:] == ["--version"]:
    print("bubblewrap 0.9.0")
    sys.exit()
os.closerange({mapped}, {mapped} + 1)
first = subprocess.Popen(["unshare", "--user", "sleep", "60"], stdin=0, stdout=0, stderr=0).pid
while os.readlink(f"/proc/{{first}}/ns/user") == os.readlink("/proc/self/ns/user"):
    time.sleep(0.001)
os.write({first}, b'{{"child-pid": %d}}' % first)
os.kill(os.getpid(), 9)
"""
"""It ends between its word about the first process and the host's answer to it; by descriptors as bubblewrap.h has them."""


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root answers the engine")
@pytest.mark.skipif(shutil.which("unshare") is None, reason="util-linux is not installed")
def test_an_engine_that_is_killed_while_it_begins_takes_nobody_with_it(tmp_path: Path) -> None:
    """Whoever answers a reader that has gone gets SIGPIPE, which ends programs that are not written in Python."""
    program = tmp_path / "bwrap"
    program.write_text(DEAD_ENGINE.format(python=sys.executable, first=7, mapped=8), encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", "import signal; signal.signal(signal.SIGPIPE, signal.SIG_DFL)\n" + PROGRAM],
        env={**os.environ, "HCSFFI_BUBBLEWRAP": str(program), "HCSFFI_EMBEDDED_ISOLATION": "auto"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    refusal, counted, works = done.stdout.splitlines()
    assert "this machine does not isolate: bubblewrap ended without a word; remedy: " in refusal
    assert (counted, works) == ("0 0 0", "False")


@pytest.mark.parametrize("script", REFUSALS)
def test_a_machine_that_cannot_isolate_says_why_and_what_to_do(script: str, tmp_path: Path) -> None:
    """Simulated by a program in bubblewrap's place: none, too old, user namespaces forbidden by the kernel and by AppArmor."""
    program = tmp_path / "bwrap"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "HCSFFI_BUBBLEWRAP": str(program), "HCSFFI_EMBEDDED_ISOLATION": "auto"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    refusal, counted, works = done.stdout.splitlines()
    assert refusal.startswith("0x80370114 ")
    assert "$.Container.MappedDirectories[0]: this machine does not isolate: " in refusal
    assert REFUSALS[script] in refusal
    assert "remedy: " in refusal
    assert counted == "0 0 0"
    assert works == "False"
