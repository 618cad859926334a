"""The ends of a process's standard streams: bytes survive cancellation, a close wakes the reader, and no stream costs a thread."""

from __future__ import annotations

import asyncio
import ctypes
import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import ComputeProcess, ComputeSystem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from anyio.abc import ByteReceiveStream, ByteSendStream

pytestmark = pytest.mark.anyio

CAT = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}


@asynccontextmanager
async def echoing(identity: str) -> AsyncIterator[tuple[ByteSendStream, ByteReceiveStream]]:
    """Both ends of a ``cat``."""
    async with await ComputeSystem.create(identity, {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process(CAT) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield process.stdin, process.stdout


async def test_cancelled_receives_lose_no_byte() -> None:
    """A reader with a time limit meets the moment in which bytes arrive; they belong to the next read then."""
    sent = bytes(range(256)) * 40
    received = bytearray()
    async with echoing("cancelled-receives") as (stdin, stdout):
        for position in range(0, len(sent), 256):
            await stdin.send(sent[position : position + 256])
            for patience in range(3):
                with anyio.move_on_after(0.0005 * patience):
                    received += await stdout.receive()
        with anyio.fail_after(60):
            while len(received) < len(sent):
                received += await stdout.receive()
    assert sent == bytes(received)


async def test_a_small_read_leaves_the_rest_for_the_next() -> None:
    """``max_bytes`` is a promise to the caller's buffer."""
    async with echoing("small-reads") as (stdin, stdout):
        await stdin.send(b"abcdef")
        assert await stdout.receive(1) == b"a"
        taken = b""
        while len(taken) < 5:
            chunk = await stdout.receive(2)
            assert 1 <= len(chunk) <= 2
            taken += chunk
        assert taken == b"bcdef"
        with pytest.raises(ValueError, match="at least 1"):
            await stdout.receive(0)


async def test_a_close_wakes_the_task_that_receives() -> None:
    """Nobody may wait for ever on what has been closed under him."""
    async with echoing("closed-under-reader") as (_, stdout):
        closed = anyio.Event()

        async def read() -> None:
            with pytest.raises(anyio.ClosedResourceError):
                await stdout.receive()
            closed.set()

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read)
            await anyio.wait_all_tasks_blocked()
            await stdout.aclose()
        assert closed.is_set()
        with pytest.raises(anyio.ClosedResourceError):
            await stdout.receive()
        await stdout.aclose()


async def test_a_second_reader_is_refused() -> None:
    """Two tasks on one stream would share its bytes by chance."""
    async with echoing("second-reader") as (_, stdout), anyio.create_task_group() as tasks:
        tasks.start_soon(stdout.receive)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(anyio.BusyResourceError):
            await stdout.receive()
        tasks.cancel_scope.cancel()


async def test_sending_to_a_process_that_has_ended_says_so() -> None:
    """A broken pipe is the caller's news, not a hang and not a signal."""
    async with await ComputeSystem.create("broken-pipe", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({**CAT, "CommandLine": "true"}) as process:
            assert process.stdin is not None
            await process.wait()
            with anyio.fail_after(60), pytest.raises(anyio.BrokenResourceError):
                await process.stdin.send(b"x" * (8 << 20))  # more than any pipe holds


async def test_a_cancelled_send_is_over_at_once() -> None:
    """Whoever gives up on a process that does not read must not wait for it, and its pipe goes with the process."""
    async with await ComputeSystem.create("unread", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({**CAT, "CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
            assert process.stdin is not None
            begun = anyio.current_time()
            with anyio.move_on_after(0.2) as patience:
                await process.stdin.send(b"x" * (8 << 20))  # more than any pipe holds
            assert patience.cancelled_caught
            assert anyio.current_time() - begun < 5
            with anyio.move_on_after(0.2) as patience:
                await process.stdin.send(b"x" * (8 << 20))
            assert patience.cancelled_caught, "the stream is as it was: full, and not broken"


async def test_a_close_wakes_the_task_that_sends() -> None:
    """As for the reader: what is under way ends, and says why."""
    async with await ComputeSystem.create("closed-under-sender", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({**CAT, "CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
            stdin = process.stdin
            assert stdin is not None
            closed = anyio.Event()

            async def send() -> None:
                with pytest.raises(anyio.ClosedResourceError):
                    await stdin.send(b"x" * (8 << 20))
                closed.set()

            with anyio.fail_after(60):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(send)
                    await anyio.wait_all_tasks_blocked()
                    await stdin.aclose()
            assert closed.is_set()


async def leave_reading() -> tuple[ComputeSystem, ComputeProcess]:
    """Open a ``cat`` and end the loop while a task reads from it."""
    system = await ComputeSystem.create("two-loops", {"Container": {}}, terminate_on_close=True)
    await system.start()
    process = await system.create_process(CAT)
    assert process.stdout is not None
    left = asyncio.ensure_future(process.stdout.receive())
    await asyncio.sleep(0.05)
    assert not left.done()
    return system, process


async def read_on(system: ComputeSystem, process: ComputeProcess) -> bytes:
    """What the ``cat`` answers in this loop."""
    assert process.stdin is not None
    assert process.stdout is not None
    async with system, process:
        await process.stdin.send(b"late")
        with anyio.fail_after(60):
            return await process.stdout.receive()


def test_a_stream_goes_on_in_another_loop() -> None:
    """Its reader was cancelled by the end of the first loop, quickly, and took nothing with it."""
    opened = asyncio.run(leave_reading())
    assert asyncio.run(read_on(*opened)) == b"late"


def thread_count() -> int:
    """Threads of this process, the system's own included."""
    if os.name != "nt":
        return len(list(Path("/proc/self/task").iterdir()))
    ntdll: Any = ctypes.CDLL("ntdll")
    size = ctypes.c_ulong(1 << 20)
    table = ctypes.create_string_buffer(size.value)
    assert ntdll.NtQuerySystemInformation(5, table, size, ctypes.byref(size)) == 0  # SystemProcessInformation
    position = 0
    while True:
        row = int.from_bytes(table.raw[position : position + 4], "little")
        if int.from_bytes(table.raw[position + 80 : position + 88], "little") == os.getpid():
            return int.from_bytes(table.raw[position + 4 : position + 8], "little")
        assert row, "this process is not in the list of processes"
        position += row


async def test_waiting_streams_cost_no_threads() -> None:
    """A thousand quiet processes must not mean thousands of threads."""
    streams = 24
    async with (
        await ComputeSystem.create("quiet", {"Container": {}}, terminate_on_close=True) as system,
        anyio.create_task_group() as tasks,
    ):
        await system.start()
        before = thread_count()
        opened = [await system.create_process({**CAT, "CreateStdErrPipe": True}) for _ in range(streams // 2)]
        for process in opened:
            assert process.stdout is not None
            assert process.stderr is not None
            tasks.start_soon(process.stdout.receive)
            tasks.start_soon(process.stderr.receive)
        await anyio.wait_all_tasks_blocked()
        assert thread_count() - before < streams // 2
        tasks.cancel_scope.cancel()
        with anyio.CancelScope(shield=True):
            for process in opened:
                await process.aclose()
