"""Byte streams over pipes keep anyio's contracts on every loop."""

from __future__ import annotations

import os
import random
import socket
import sys
from typing import Any

import anyio
import pytest

from hcsffi.delivery import blocking, operation
from hcsffi.delivery.descriptor import DescriptorEnd
from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.native.handles import PipeHandle

from pipe_pair import streams
from submissions import end, start_process, start_system

pytestmark = pytest.mark.anyio


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


@pytest.mark.skipif(sys.platform == "win32", reason="terminals end otherwise there")
async def test_a_terminal_whose_last_program_has_ended_is_at_its_end() -> None:
    """Linux says EIO where a pipe says nothing, and no reader has to know which of both it reads."""
    keyboard, screen = os.openpty()
    os.write(screen, b"last")
    os.close(screen)
    end = DescriptorEnd(PipeHandle(keyboard), "reading")
    room = bytearray(10)
    with memoryview(room) as view:
        assert (4, b"last") == (await end.read_into(view), bytes(view[:4]))
        assert (0, b"") == (await end.read_into(view), await end.read(10))
    end.close()


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


async def test_two_tasks_cannot_send_at_the_same_time() -> None:
    """Their bytes would come mixed, in pieces as the pipe has room."""
    send, receive = streams()
    refused: list[bytes] = []

    async def one(word: bytes) -> None:
        try:
            await send.send(word)
        except anyio.BusyResourceError:
            refused.append(word)

    async with anyio.create_task_group() as tasks:
        for word in (b"one", b"two"):
            tasks.start_soon(one, word)
    assert len(refused) == 1
    await send.aclose()
    assert {b"one", b"two"} == {*refused, await receive.receive()}
    await receive.aclose()


@pytest.mark.skipif(sys.platform == "win32", reason="connections to a service pass descriptors")
async def test_whoever_ends_an_input_does_not_wait_for_another_s_sending() -> None:
    """The input of a process that reads nothing is never given to it as a whole, and could not be closed."""
    read_end, write_end = socket.socketpair()
    os.set_blocking(write_end.fileno(), False)
    send = SendPipe(PipeHandle(write_end.detach(), in_frames=True))
    with read_end:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(send.send, bytes(1 << 24))
            await anyio.lowlevel.checkpoint()
            await anyio.wait_readable(read_end)
            with anyio.fail_after(20):
                await send.hand_over()
            tasks.cancel_scope.cancel()
    await send.aclose()


async def test_a_send_that_is_cancelled_before_it_begins_writes_nothing() -> None:
    """Whoever cancelled takes the bytes for unsent; and a task that sends little leaves the loop to others all the same."""
    send, receive = streams()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await send.send(b"never")
    assert scope.cancelled_caught
    await send.send(b"then")
    assert b"then" == await receive.receive()
    await send.aclose()
    await receive.aclose()


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


@pytest.mark.parametrize("way", ["receive", "receive_into", "receive_line"])
async def test_what_was_read_ahead_goes_with_a_closed_stream(way: str) -> None:
    """Who closed it would take what comes then for what is still to come."""
    send, receive = streams()
    await send.send(b"a\nb\nc\n")
    assert b"a\n" == await receive.receive_line()
    await receive.aclose()
    with pytest.raises(anyio.ClosedResourceError):
        await (receive.receive_into(memoryview(bytearray(2))) if way == "receive_into" else getattr(receive, way)())
    await send.aclose()


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


async def test_a_stream_may_be_closed_in_any_pass_of_the_loop() -> None:
    """Also in the very one in which a task has begun to wait: uvloop had not asked the kernel yet, and ended the process when it did."""

    async def read(stream: ReceivePipe) -> None:
        with pytest.raises(anyio.ClosedResourceError):
            await stream.receive()

    for passes in range(8):
        send, receive = streams()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read, receive)
            for _ in range(passes):
                await anyio.lowlevel.checkpoint()
            await receive.aclose()
        await send.aclose()


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


@pytest.mark.parametrize("way", ["receive", "receive_into"])
async def test_what_was_read_ahead_comes_with_a_turn_for_others(way: str) -> None:
    """Where much was read ahead, whoever takes it byte by byte would hold up the loop."""
    send, receive = streams()
    await send.send(b"a\nb\nc\n")
    await receive.receive_line()
    ran: list[str] = []

    async def other() -> None:
        ran.append("other")

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other)
        for _ in range(2):  # trio runs those of one pass in any order
            if way == "receive":
                await receive.receive(2)
            else:
                await receive.receive_into(memoryview(bytearray(2)))
        assert ["other"] == ran
    await send.aclose()
    await receive.aclose()


async def test_a_task_that_is_cancelled_before_it_receives_takes_nothing() -> None:
    """What is there already stays there for whoever asks next, and a cancelled task does not go on because there was something."""
    send, receive = streams()
    await send.send(b"kept")
    with anyio.CancelScope() as scope:
        scope.cancel()
        await receive.receive()
    assert scope.cancelled_caught
    assert b"kept" == await receive.receive()
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


async def test_a_reader_that_lags_gets_every_byte_in_order() -> None:
    """Pieces of all sizes, taken in pieces of other sizes, with pauses and cancelled waits: what is read ahead goes round and round."""
    chance = random.Random(20)
    sent = chance.randbytes(3 << 20)
    received = bytearray()
    send, receive = streams()

    async def feed() -> None:
        position = 0
        while position < len(sent):
            size = chance.choice((1, 63, 4096, 65536, 65537, 200_000))
            await send.send(sent[position : position + size])
            position += size
        await send.aclose()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(feed)
        while len(received) < len(sent):
            with anyio.move_on_after(chance.choice((0, 0.001, 10))):
                received += await receive.receive(chance.choice((1000, 50_001, 1 << 20)))
            if chance.random() < 0.05:
                await anyio.sleep(0.005)
    with pytest.raises(anyio.EndOfStream):
        await receive.receive()
    assert sent == received
    await receive.aclose()


def test_a_stream_belongs_to_no_loop(anyio_backend: Any) -> None:
    """A wait that ends with its loop leaves a stream that the next loop reads on."""
    name, options = anyio_backend if isinstance(anyio_backend, tuple) else (anyio_backend, {})
    made: list[tuple[SendPipe, ReceivePipe]] = []

    async def wait_in_vain() -> None:
        made.append(streams())
        with anyio.move_on_after(0.05):
            await made[0][1].receive()

    async def read_on() -> None:
        send, receive = made[0]
        await send.send(b"later")
        assert await receive.receive() == b"later"
        await send.aclose()
        with pytest.raises(anyio.EndOfStream):
            await receive.receive()
        await receive.aclose()

    for part in (wait_in_vain, read_on):
        anyio.run(part, backend=name, backend_options=options)


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
        await operation.perform(operation.Request("HcsModifyProcess", process, (close,), "cat"))
        await send.aclose()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(feed)
        async for chunk in receive:
            received += chunk
    assert sent == received
    await receive.aclose()
    await blocking.close(process)
    await end(system)
