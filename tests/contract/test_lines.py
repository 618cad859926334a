"""Lines of a process's output, as everybody iterates a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from hcsffi import ComputeProcess, ComputeSystem

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


@pytest.fixture
async def printing(running: RunningSystem) -> AsyncIterator[Callable[..., Any]]:
    """Starts a process that prints these bytes."""
    async with running() as system:
        opened: list[ComputeProcess] = []

        async def start(printed: bytes) -> Any:
            parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
            process = await system.create_process(parameters, terminate_on_close=True)
            opened.append(process)
            assert process.stdin is not None
            async with process.stdin:
                await process.stdin.send(printed)
            return process.stdout

        yield start
        for process in opened:
            await process.aclose()


async def test_lines_come_with_their_ends_and_the_last_without(printing: Callable[..., Any]) -> None:
    """As a file gives them, so that nothing is lost in joining them again."""
    stdout = await printing(b"one\ntwo\r\n\n\nlast")
    assert [line async for line in stdout.lines()] == [b"one\n", b"two\r\n", b"\n", b"\n", b"last"]


async def test_lines_are_texts_in_an_encoding(printing: Callable[..., Any]) -> None:
    """A person reads texts; Windows ends its lines with two characters."""
    assert [line async for line in (await printing(b"gr\303\274n\r\nrot")).lines("utf-8")] == ["grün\n", "rot"]
    assert [line async for line in (await printing(b"\374\n")).lines("cp1252")] == ["ü\n"]
    assert [line async for line in (await printing(b"a\377\nb\303")).lines("utf-8", "replace")] == ["a\ufffd\n", "b", "\ufffd"]
    with pytest.raises(UnicodeDecodeError):
        assert [line async for line in (await printing(b"a\377\n")).lines("utf-8")]


async def test_a_line_that_never_ends_comes_in_pieces(printing: Callable[..., Any]) -> None:
    """A program that writes no line end must not fill the memory; a character that is cut comes whole."""
    stdout = await printing(b"abcdefghij\nk")
    assert [line async for line in stdout.lines(max_bytes=4)] == [b"abcd", b"efgh", b"ij\n", b"k"]
    stdout = await printing(b"l\n")
    assert [line async for line in stdout.lines(max_bytes=1)] == [b"l", b"\n"]
    stdout = await printing(b"\303\274\303\274\n")
    assert "".join([line async for line in stdout.lines("utf-8", max_bytes=3)]) == "üü\n"


async def test_lines_and_bytes_can_be_mixed(printing: Callable[..., Any]) -> None:
    """Headers are lines, what follows is not: what was read ahead belongs to the stream, whoever asks next."""
    stdout = await printing(b"header\nbody\nrest")
    assert await stdout.receive_line() == b"header\n"
    async for line in stdout.lines():
        assert line == b"body\n"
        break
    assert await stdout.receive(2) == b"re"
    assert await stdout.receive() == b"st"
    with pytest.raises(anyio.EndOfStream):
        await stdout.receive_line()


async def test_a_cancelled_wait_for_a_line_loses_nothing(running: RunningSystem) -> None:
    """Half a line stays where it is until the rest comes."""
    parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
    async with running() as system, await system.create_process(parameters, terminate_on_close=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        await process.stdin.send(b"half ")
        with anyio.move_on_after(0.2) as scope:
            await process.stdout.receive_line()
        assert scope.cancelled_caught
        await process.stdin.send(b"whole\n")
        with anyio.fail_after(60):
            assert await process.stdout.receive_line() == b"half whole\n"


async def test_what_cannot_be_lines_is_refused(printing: Callable[..., Any]) -> None:
    """A line end inside a UTF-16 character would cut it in two."""
    stdout = await printing(b"x")
    with pytest.raises(ValueError, match="utf-16 do not end with the byte 10"):
        stdout.lines("utf-16")
    with pytest.raises(LookupError):
        stdout.lines("cp-nothing")
    with pytest.raises(ValueError, match="max_bytes"):
        await stdout.receive_line(0)
    await stdout.aclose()
    with pytest.raises(anyio.ClosedResourceError):
        await stdout.receive_line()
