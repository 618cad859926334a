"""A service in another process: what its clients share, what goes when one of them goes, and what they hear when the service does."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import anyio
import pytest
from own_service import APART, CONTAINER, LIMIT_S, Service

import hcsffi
from hcsffi import ComputeProcess, ComputeSystem, embedded, storage
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    Eventually = Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]

pytestmark = APART


@pytest.mark.anyio
async def test_what_one_client_makes_another_lists_opens_and_ends(service: Service) -> None:
    """Statements B-7 and B-50: the compute service knows systems, not clients, and so does this one."""
    maker = service.other_client(
        """
async with await hcsffi.ComputeSystem.create("made-elsewhere", CONTAINER) as system:
    await system.start()
    print("made", flush=True)
    sys.stdin.readline()
"""
    )
    with maker:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "made\n"
        await hcsffi.connect(service.address)
        assert [one.id for one in await ComputeSystem.list()] == ["made-elsewhere"]
        async with await ComputeSystem.open("made-elsewhere") as system:
            assert (await system.run(["echo", "found"])).stdout == b"found\n"
            maker.kill()
            maker.wait()
            assert (await system.properties()).state == "Running"
            await system.terminate()
            await system.wait_exit()
    assert await ComputeSystem.list() == []


@pytest.mark.anyio
async def test_a_client_that_is_killed_takes_with_it_what_ends_with_its_last_handle(service: Service, eventually: Eventually) -> None:
    """Statements B-42 and G-16: handles die with their process; a system that is not flagged lives on and is found by its id."""
    client = service.other_client(
        """
mine = await hcsffi.ComputeSystem.create("flagged", {**CONTAINER, "ShouldTerminateOnLastHandleClosed": True})
kept = await hcsffi.ComputeSystem.create("unflagged", CONTAINER)
await mine.start()
await kept.start()
print("made", flush=True)
sys.stdin.readline()
"""
    )
    with client:
        assert client.stdout is not None
        assert client.stdout.readline() == "made\n"
        await hcsffi.connect(service.address)
        assert {one.id for one in await ComputeSystem.list()} == {"flagged", "unflagged"}
        async with await ComputeSystem.open("unflagged") as kept:
            client.kill()
            client.wait()

            async def flagged_has_gone() -> bool:
                return len(await ComputeSystem.list()) < 2

            await eventually(flagged_has_gone)
            assert [one.id for one in await ComputeSystem.list()] == ["unflagged"]
            await kept.terminate()


@pytest.mark.anyio
async def test_streams_of_a_process_are_its_own_pipes(service: Service) -> None:
    """Descriptors cross, not bytes: what the process writes reaches the client without going through the service."""
    await ComputeSystem.list()  # the running loop has been at work with another library: it changes over
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("streams", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        done = await system.run(["sh", "-c", "cat; head -c 3000000 /dev/zero >&2"], input=b"there and back")
        assert (done.stdout, len(done.stderr), done.returncode) == (b"there and back", 3_000_000, 0)


@pytest.mark.anyio
async def test_a_disk_that_is_opened_here_is_closed_here(service: Service, tmp_path: Path) -> None:
    """Its handle is this process's own, whoever answers; the service takes none but its own."""
    (tmp_path / "disk").touch()
    await hcsffi.connect(service.address)
    async with await storage.Disk.open(tmp_path / "disk") as disk:
        with pytest.raises(hcsffi.HcsError, match="E_HANDLE"):
            await storage.format_writable_layer_vhd(disk)
    await disk.aclose()


@pytest.mark.anyio
async def test_a_call_of_many_is_one_frame_and_brings_what_each_opened(service: Service) -> None:
    """A hundred processes with three streams each are more descriptors than one message of the kernel's takes."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("many", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
        made = await hcsffi.run_many([system.calls.create_process(wanted, terminate_on_close=True) for _ in range(100)])
        processes = [one for one in made if isinstance(one, ComputeProcess)]
        try:
            assert len(processes) == 100
            for place, process in enumerate(processes):
                assert process.stdin is not None
                await process.stdin.send(f"number {place}".encode())
            said = [await process.stdout.receive() for process in processes if process.stdout is not None]
            assert said == [f"number {place}".encode() for place in range(100)]
        finally:
            for process in processes:
                await process.aclose()


@pytest.mark.anyio
async def test_what_a_cancelled_call_opens_later_is_closed_in_the_service(service: Service, eventually: Eventually) -> None:
    """Nobody has its handle, so nobody else could."""
    await hcsffi.connect(service.address)

    async def nothing_is_left() -> bool:
        embedded.advance_clock(1)  # what was asked for late comes to be late
        living = embedded.counters()
        return not living["Systems"] and not living["Operations"]

    embedded.configure({"ManualClock": True, "DelayMinUs": 1_000, "DelayMaxUs": 1_000})
    try:
        for _ in range(3):
            with anyio.move_on_after(0.01) as scope:
                await ComputeSystem.create("given-up", CONTAINER, terminate_on_close=True)
            assert scope.cancelled_caught
            await eventually(nothing_is_left)
    finally:
        embedded.configure({})


@pytest.mark.anyio
async def test_whoever_follows_hears_that_the_service_is_gone(victim: Service) -> None:
    """A follower does not wait for ever for what nobody tells any more."""
    await hcsffi.connect(victim.address)
    async with await ComputeSystem.create("lost", CONTAINER):
        following = hcsffi.events(interval_s=86_400)
        assert (await anext(following)).system_id == "lost"
        victim.program.kill()
        with anyio.fail_after(LIMIT_S), pytest.raises(hcsffi.Disconnected):
            await anext(following)


@pytest.mark.anyio
@pytest.mark.parametrize("how", ["killed", "silent"])
async def test_everybody_who_waits_hears_that_the_service_is_gone(victim: Service, how: str) -> None:
    """A waiter that hears nothing waits for ever: an operation, an event stream and a wait for an exit are all told, and streams end."""
    await hcsffi.connect(victim.address)
    line = library.connected()
    assert line is not None
    system = await ComputeSystem.create("lost", CONTAINER)
    await system.start()
    heard: list[str] = []
    async with system.events() as events, await system.create_process({"CommandLine": "sleep 60", "CreateStdOutPipe": True}) as process:
        embedded.configure({"ManualClock": True, "DelayMinUs": 1, "DelayMaxUs": 1})
        line.keep_alive_s, line.silence_s = 0.05, 0.3  # from here on it may well be silent
        embedded.counters()  # with the next answer the connection's thread takes its time from there

        async def call() -> None:
            with pytest.raises(hcsffi.Disconnected, match="the connection to the service at unix:"):
                await system.pause()
            heard.append("call")

        async def wait() -> None:
            with pytest.raises(hcsffi.Disconnected):
                await process.wait()
            heard.append("wait")

        async def read() -> None:
            async for _ in events:
                continue
            heard.append("events")

        with anyio.fail_after(LIMIT_S):
            async with anyio.create_task_group() as tasks:
                for one in (call, wait, read):
                    tasks.start_soon(one)
                await anyio.wait_all_tasks_blocked()
                victim.program.send_signal(signal.SIGKILL if how == "killed" else signal.SIGSTOP)
        if how == "killed":
            with pytest.raises(anyio.EndOfStream), anyio.fail_after(LIMIT_S):
                await process.stdout.receive()  # type: ignore[union-attr]  # it was asked for
    assert sorted(heard) == ["call", "events", "wait"]
    with pytest.raises(hcsffi.Disconnected):
        await ComputeSystem.list()
    await system.aclose()


@pytest.mark.anyio
async def test_nobody_is_connected_again_behind_his_back(victim: Service, tmp_path: Path) -> None:
    """What was opened is gone with the connection, so a program has to know; it connects again and opens by the id."""
    await hcsffi.connect(victim.address)
    first = await ComputeSystem.create("again", CONTAINER)
    line = library.connected()
    assert line is not None
    line.close("cut")
    for _ in range(2):
        with pytest.raises(hcsffi.Disconnected):
            await ComputeSystem.list()
    await hcsffi.connect(victim.address)
    with pytest.raises(hcsffi.HcsError, match="E_HANDLE"):
        await first.start()
    async with await ComputeSystem.open("again") as second:
        await second.start()
        await second.terminate()
    await first.aclose()


@pytest.mark.anyio
async def test_connecting_to_nobody_says_so_and_changes_nothing(back_here: None, tmp_path: Path) -> None:
    """A program that asks for a service that is not there goes on with what it had."""
    before = await ComputeSystem.list()
    with pytest.raises(hcsffi.ServiceUnavailable, match="no service answers at unix:"):
        await hcsffi.connect(f"unix:{tmp_path / 'nobody'}")
    assert await ComputeSystem.list() == before
    with pytest.raises(ValueError, match="names no socket"):
        await hcsffi.connect("tcp:127.0.0.1:1")
