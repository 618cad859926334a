"""Processes with a console: its size, and who shares it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from process_seen import read_all

from hcsffi import ComputeSystem, InvalidDocument

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


async def test_a_console_has_the_size_it_was_given_and_can_be_resized(running: RunningSystem) -> None:
    """ConsoleSize is [rows, columns] at the start and an object later; both mean the same screen."""
    script = "stty size; trap 'stty size; exit 0' WINCH; echo ready; while :; do sleep 0.05; done"
    parameters = {
        "CommandArgs": ["sh", "-c", script],
        "EmulateConsole": True,
        "ConsoleSize": [30, 100],
        "CreateStdOutPipe": True,
        "CreateStdInPipe": True,
    }
    async with running() as system, await system.create_process(parameters) as process:
        assert process.stdout is not None
        seen = b""
        while b"ready" not in seen:
            seen += await process.stdout.receive()
        assert seen.split()[:2] == [b"30", b"100"]
        await process.resize_console(rows=50, columns=132)
        rest = await read_all(process.stdout)
        assert rest.split()[:2] == [b"50", b"132"]
        assert (await process.wait()).exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a console of Windows is no file that a shell can ask about")
@pytest.mark.parametrize("pipes", [(), ("CreateStdInPipe",), ("CreateStdOutPipe",)], ids=["nobody", "who types", "who reads"])
async def test_a_console_is_one_for_whoever_has_either_side_of_it(pipes: tuple[str, ...], running: RunningSystem) -> None:
    """A program that wants a terminal asks for one, whether somebody types, reads, or neither."""
    script = "test -t 0 && test -t 1 && test -t 2 && exit 7"
    parameters = {"CommandArgs": ["sh", "-c", script], "EmulateConsole": True, **dict.fromkeys(pipes, True)}
    async with running() as system, await system.create_process(parameters) as process:
        assert (process.stdin is not None, process.stdout is not None) == ("CreateStdInPipe" in pipes, "CreateStdOutPipe" in pipes)
        assert (await process.wait()).exit_code == 7


async def test_a_size_that_does_not_fit_is_refused_by_its_path(running: RunningSystem) -> None:
    """65536 rows would arrive as 0."""
    async with (
        running() as system,
        await system.create_process(
            {"CommandLine": "cat", "EmulateConsole": True, "CreateStdInPipe": True}, terminate_on_close=True
        ) as process,
    ):
        with pytest.raises(InvalidDocument, match=r"\$\.ConsoleSize\.Height"):
            await process.resize_console(rows=65536, columns=80)
