"""Services that are started for whoever needs one: through standard streams, and once for all programs of a user."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest
from own_service import APART, CONTAINER, LIMIT_S, Service, descriptors, other_client
from service_peer import Peer

import hcsffi
from hcsffi import ComputeSystem
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Eventually = Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]

pytestmark = APART

STDIO = "ssh://somebody@somewhere"


@pytest.fixture
def stdio(tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a service that is run on demand; in the place of ssh stands a shell that runs the command here."""
    script = tmp_path / "ssh"
    folder = shlex.quote(str(Path(sys.executable).parent))
    script.write_text(
        f'#!/bin/sh\nwhile [ "$1" != "--" ]; do shift; done\nshift 2\nPATH={folder}:$PATH exec env -u HCSFFI_LIBRARY "$@"\n',
        encoding="utf-8",
    )
    script.chmod(0o700)
    monkeypatch.setenv("HCSFFI_SSH", str(script))
    return STDIO


@pytest.mark.anyio
async def test_through_standard_streams_everything_is_as_over_a_socket(stdio: str) -> None:
    """The streams of processes go through frames there; a program that reads one late holds up no other."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("far", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        flood = {"CommandArgs": ["sh", "-c", "head -c 5000000 /dev/zero"], "CreateStdOutPipe": True}
        async with await system.create_process(flood) as stalled:
            done = await system.run(["sh", "-c", "cat; echo oops >&2; exit 3"], input=b"x" * 1_000_000)
            assert (len(done.stdout), done.stderr, done.returncode) == (1_000_000, b"oops\n", 3)
            assert stalled.stdout is not None
            assert sum([len(chunk) async for chunk in stalled.stdout]) == 5_000_000
        async with await system.create_process({"CommandArgs": ["yes"], "CreateStdOutPipe": True}) as endless:
            assert endless.stdout is not None
            assert await endless.stdout.receive_line() == b"y\n"
            await endless.stdout.aclose()
            with anyio.fail_after(LIMIT_S):
                assert (await endless.wait()).exit_code != 0  # nobody reads it: SIGPIPE, as through a pipe of its own
        async with system.events() as events:
            await system.terminate()
            assert [one.kind async for one in events]


@pytest.mark.anyio
async def test_the_end_of_input_comes_after_what_was_sent(stdio: str) -> None:
    """Calls go beside streams there, and the end of a console's input is a call: one that comes first cuts off what was typed."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("typed", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        for _ in range(10):
            typed = {"CommandArgs": ["cat"], "EmulateConsole": True, "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_process(typed) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                await process.stdin.send(b"word\n")
                await process.stdin.aclose()
                assert b"".join([chunk async for chunk in process.stdout]) == b"word\r\nword\r\n"


@pytest.mark.anyio
async def test_ending_the_input_of_who_reads_nothing_is_cancelled_and_leaves_nothing(stdio: str, eventually: Eventually) -> None:
    """What was sent has to wait for it, as it would for room in its pipe; whoever does not want to wait closes all the same."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("deaf", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.run(["cat"], input=b"the first use opens what stays")
        before = descriptors("self")
        async with await system.create_process({"CommandArgs": ["sleep", "600"], "CreateStdInPipe": True}) as process:
            assert process.stdin is not None
            await process.stdin.send(b"x" * 700_000)
            with anyio.move_on_after(0.2) as soon:
                await process.stdin.aclose()
            assert soon.cancelled_caught
            with pytest.raises(anyio.ClosedResourceError):
                await process.stdin.send(b"x")
            await process.kill()

            async def closed() -> bool:
                return descriptors("self") == before

            await eventually(closed)


@pytest.mark.anyio
async def test_what_runs_ssh_that_cannot_is_told_why(stdio: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong host, a missing program, an address that would be an option of ssh: each is a sentence, none hangs."""
    monkeypatch.setenv("HCSFFI_SSH", "false")
    with pytest.raises(hcsffi.ServiceUnavailable, match="hung up before it greeted"):
        await hcsffi.connect(stdio)
    monkeypatch.setenv("HCSFFI_SSH", "a-program-that-is-nowhere")
    with pytest.raises(hcsffi.ServiceUnavailable, match="cannot be run"):
        await hcsffi.connect(stdio)
    for address in ("ssh://-oProxyCommand=x", "ssh://", "ssh://a b", "ssh://h:99999999"):
        with pytest.raises(ValueError, match="names no machine"):
            await hcsffi.connect(address)


@pytest.mark.anyio
async def test_the_users_service_is_started_once_and_found_by_the_next_program(
    tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three programs that come at once share one service, in a folder of the user's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    body = "await hcsffi.ComputeSystem.create(f\"from-{sys.argv[1:] or __import__('os').getpid()}\", CONTAINER)"
    programs = [other_client("shared", body) for _ in range(3)]
    for one in programs:
        with one:
            assert one.wait(LIMIT_S) == 0
    await hcsffi.connect("shared")
    assert len(await ComputeSystem.list()) == 3
    assert (tmp_path / "hcsffi").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "hcsffi" / "socket").stat().st_mode & 0o777 == 0o600
    for found in await ComputeSystem.list():
        async with await ComputeSystem.open(str(found.id)) as system:
            await system.terminate()
    line = library.connected()
    assert line is not None
    os.kill(int(str(line.welcome["process"])), signal.SIGTERM)


@pytest.mark.anyio
async def test_a_folder_that_others_can_enter_is_not_taken_for_the_users(
    tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that everybody writes to somebody else may have been there first, with a socket of his own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "hcsffi").mkdir(mode=0o700)
    (tmp_path / "hcsffi").chmod(0o755)
    with pytest.raises(hcsffi.ServiceUnavailable, match="not a folder of this user alone"):
        await hcsffi.connect("shared")
    (tmp_path / "hcsffi").rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "hcsffi").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(hcsffi.ServiceUnavailable, match="not a folder of this user alone"):
        await hcsffi.connect("shared")


def test_a_service_that_nobody_needs_ends_by_itself(tmp_path: Path) -> None:
    """It waits for its clients and for what lives in it, and takes its socket along."""
    address = f"unix:{tmp_path / 'socket'}"
    command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded", "--idle-exit", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        service = Service(address, program)
        assert program.stdout is not None
        assert program.stdout.readline()
        with Peer(service.address) as peer:
            made = peer.ask("run", 1, "HcsCreateComputeSystem", 0, 0, texts=(b"kept", json.dumps(CONTAINER).encode()))
            time.sleep(1.5)
        time.sleep(1.5)
        assert program.poll() is None  # nobody is connected, and a system lives
        with Peer(service.address) as peer:
            opened = peer.ask("ask", 1, "HcsOpenComputeSystem", ["t", 0x10000000], texts=(b"kept",))
            assert (made.number(2), opened.row(2)[1]) == (0, 0)
            peer.ask("run", 2, "HcsTerminateComputeSystem", opened.row(2)[2][1], 0, texts=(None,))  # type: ignore[index]  # two members
        assert program.wait(LIMIT_S) == 0
    assert not (tmp_path / "socket").exists()
