"""Feeds a process its input, collects its output and waits for its exit, all at once."""

from __future__ import annotations

import math
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import anyio
from anyio import BrokenResourceError, ClosedResourceError, EndOfStream

from hcsffi.compute.deadline import deadline
from hcsffi.errors import HcsError, TimedOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from anyio.abc import ByteReceiveStream

    from hcsffi import documents
    from hcsffi.compute.process import ComputeProcess

_KILLING_S: Final = 5.0
_CHUNK: Final = 1 << 18


async def capture(
    process: ComputeProcess, command: Sequence[str] | str, given: bytes, *, timeout_s: float | None, drain_s: float
) -> subprocess.CompletedProcess[bytes]:
    """Return exit code and output of a process that was just started.

    Args:
        process: it has an output pipe and an error pipe, and an input pipe if anything is given.
        command: what it was started with, for the answer.
        given: its input.
        timeout_s: how long it may take, in seconds.
        drain_s: how long output may stay silent after the exit, in seconds.

    Raises:
        TimedOut: it took longer; it was killed, and the error carries its output.

    Cancellation:
        The process is killed, within 5 seconds.
    """
    outputs = (_Collector(process.stdout, drain_s), _Collector(process.stderr, drain_s))
    try:
        with deadline(timeout_s, "running the command", "HcsEventProcessExited", process.subject):
            status = await _converse(process, given, outputs)
    except TimedOut as error:
        await _kill(process)
        error.stdout, error.stderr = (bytes(output.collected) for output in outputs)
        raise
    except BaseException:
        await _kill(process)
        raise
    stdout, stderr = (bytes(output.collected) for output in outputs)
    return subprocess.CompletedProcess(command, status.exit_code or 0, stdout, stderr)


async def _converse(process: ComputeProcess, given: bytes, outputs: Sequence[_Collector]) -> documents.ProcessStatus:
    feeding = anyio.CancelScope()
    # Raised after the group has ended, since the group would wrap it.
    failures: list[HcsError] = []
    async with anyio.create_task_group() as pumps:
        for output in outputs:
            pumps.start_soon(output.collect)
        pumps.start_soon(_feed, process, given, feeding, failures)
        try:
            status = await process.wait()
        except HcsError as error:
            failures.insert(0, error)
            pumps.cancel_scope.cancel()
        # A grandchild can hold the input open; nobody this call waits for reads it any more.
        feeding.cancel()
        for output in outputs:
            output.expect_end()
    if failures:
        raise failures[0]
    return status


class _Collector:
    """Reads one stream to its end; after the exit, silence counts as the end."""

    def __init__(self, stream: ByteReceiveStream | None, drain_s: float) -> None:
        self.collected = bytearray()
        self._stream = stream
        self._drain_s = drain_s
        self._scope = anyio.CancelScope()
        self._exited = False

    async def collect(self) -> None:
        if self._stream is None:
            return
        with self._scope:
            try:
                while True:
                    self.collected += await self._stream.receive(_CHUNK)
                    if self._exited:
                        self._scope.deadline = anyio.current_time() + self._drain_s
            except (EndOfStream, BrokenResourceError, ClosedResourceError):
                self._scope.deadline = math.inf

    def expect_end(self) -> None:
        self._exited = True
        self._scope.deadline = anyio.current_time() + self._drain_s


async def _feed(process: ComputeProcess, given: bytes, scope: anyio.CancelScope, failures: list[HcsError]) -> None:
    """Send the input and end it; a process that does not want it is no error."""
    if process.stdin is None:
        return
    with scope:
        with suppress(BrokenResourceError, ClosedResourceError):
            await process.stdin.send(given)
        try:
            await process.close_stdin()
        except HcsError as error:
            failures.append(error)


async def _kill(process: ComputeProcess) -> None:
    with anyio.move_on_after(_KILLING_S, shield=True):
        try:
            await process.kill(None)
        except HcsError:
            return
