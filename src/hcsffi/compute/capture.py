"""A whole command: fed, listened to and, where anything goes wrong, killed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.compute.conversation import converse
from hcsffi.compute.deadline import deadline
from hcsffi.errors import HcsError, TimedOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.compute.process import ComputeProcess

_KILLING_S: Final = 5.0


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
    stdout, stderr = bytearray(), bytearray()
    rest = iter((given,))

    async def give() -> bytes:
        return next(rest, b"")

    async def take_stdout(chunk: bytes) -> None:
        stdout.extend(chunk)

    async def take_stderr(chunk: bytes) -> None:
        stderr.extend(chunk)

    try:
        with deadline(timeout_s, "running the command", "HcsEventProcessExited", process.subject):
            status = await converse(process, stdin=give, stdout=take_stdout, stderr=take_stderr, drain_s=drain_s)
    except TimedOut as error:
        await _kill(process)
        error.stdout, error.stderr = bytes(stdout), bytes(stderr)
        raise
    except BaseException:
        await _kill(process)
        raise
    return subprocess.CompletedProcess(command, status.exit_code or 0, bytes(stdout), bytes(stderr))


async def _kill(process: ComputeProcess) -> None:
    with anyio.move_on_after(_KILLING_S, shield=True):
        try:
            await process.kill(None)
        except HcsError:
            return
