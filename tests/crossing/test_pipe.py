"""Byte streams over descriptors keep anyio's contracts on every loop."""

from __future__ import annotations

import os
import sys

import anyio
import pytest

from hcsffi.delivery import blocking, operation
from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.native.handles import PipeHandle

from submissions import end, start_process, start_system

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="descriptors; the overlapped ends have tests of their own"),
]


def streams() -> tuple[SendPipe, ReceivePipe]:
    """The two ends of one pipe."""
    read_end, write_end = os.pipe()
    return SendPipe(PipeHandle(write_end)), ReceivePipe(PipeHandle(read_end))


async def test_bytes_arrive_in_order_and_then_the_end() -> None:
    """The plain contract of a byte stream."""
    send, receive = streams()
    await send.send(b"one")
    await send.send(memoryview(b"two"))
    await send.aclose()
    assert b"onetwo" == await receive.receive()
    with pytest.raises(anyio.EndOfStream):
        await receive.receive()
    with pytest.raises(anyio.EndOfStream):
        await receive.receive()
    await receive.aclose()


async def test_no_more_bytes_come_than_were_asked_for() -> None:
    """The rest waits for the next call."""
    send, receive = streams()
    await send.send(b"abcdef")
    assert [b"ab", b"cdef"] == [await receive.receive(2), await receive.receive(100)]
    await send.aclose()
    await receive.aclose()


async def test_writing_to_a_pipe_nobody_reads_says_that_it_is_broken() -> None:
    """A process that has ended does not read its input."""
    send, receive = streams()
    await receive.aclose()
    with pytest.raises(anyio.BrokenResourceError):
        await send.send(b"x")
    await send.aclose()


async def test_a_closed_stream_says_so() -> None:
    """Not the error of a descriptor number that may be somebody else's by now."""
    send, receive = streams()
    for one in (send, receive):
        await one.aclose()
        await one.aclose()
    with pytest.raises(anyio.ClosedResourceError):
        await send.send(b"x")
    with pytest.raises(anyio.ClosedResourceError):
        await receive.receive()


async def test_closing_wakes_the_task_that_waits() -> None:
    """A descriptor closed under a waiting loop would be waited for in vain, or be another's."""
    woken: list[str] = []

    async def read() -> None:
        with pytest.raises(anyio.ClosedResourceError):
            await receive.receive()
        woken.append("reader")

    async def write() -> None:
        with pytest.raises(anyio.ClosedResourceError):
            await send.send(bytes(8 << 20))
        woken.append("writer")

    for wait, end_of in ((read, "reader"), (write, "writer")):
        send, receive = streams()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(wait)
            await anyio.wait_all_tasks_blocked()
            await (receive if end_of == "reader" else send).aclose()
        await send.aclose()
        await receive.aclose()
    assert ["reader", "writer"] == woken


async def test_two_tasks_on_one_stream_are_told_apart() -> None:
    """Interleaved reads would give each half a message."""
    send, receive = streams()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(receive.receive)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(anyio.BusyResourceError):
            await receive.receive()
        await send.send(b"x")
    await send.aclose()
    await receive.aclose()


async def test_a_cancelled_receive_loses_nothing() -> None:
    """The bytes stay in the pipe for the next one."""
    send, receive = streams()
    with anyio.move_on_after(0.01):
        await receive.receive()
    await send.send(b"kept")
    assert b"kept" == await receive.receive()
    await send.aclose()
    await receive.aclose()


async def test_a_large_transfer_through_a_process_is_byte_identical() -> None:
    """Both directions at once, with a pipe far smaller than the data; 16 MiB here, the command's test moves 100 MB."""
    system = await start_system()
    process, made = await start_process(system, "cat", CreateStdInPipe=True, CreateStdOutPipe=True)
    assert made.process is not None
    assert made.process.std_in is not None
    assert made.process.std_out is not None
    send, receive = SendPipe(made.process.std_in), ReceivePipe(made.process.std_out)
    sent = os.urandom(1 << 20) * 16
    received = bytearray()

    async def feed() -> None:
        await send.send(sent)
        close = b'{"Operation":"CloseHandle","CloseHandle":{"Handle":"StdIn"}}'
        await operation.run(operation.Request("HcsModifyProcess", process, (close,), "cat"))
        await send.aclose()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(feed)
        async for chunk in receive:
            received += chunk
    assert sent == received
    await receive.aclose()
    await blocking.close(process)
    await end(system)
