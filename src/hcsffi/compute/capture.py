"""A whole command: fed, listened to and, where anything goes wrong, killed."""

from __future__ import annotations

import copyreg
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import anyio

from hcsffi.compute.conversation import converse
from hcsffi.compute.deadline import deadline
from hcsffi.compute.excerpt import Excerpt
from hcsffi.delivery.finishing import to_its_end
from hcsffi.delivery.pipe import CHUNK
from hcsffi.errors import HcsError, TimedOut

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.compute.command import Command
    from hcsffi.compute.process import ComputeProcess

_Output = TypeVar("_Output", bound=bytes | str)

_KILLING_S: Final = 5.0
_KILLING_TREE_S: Final = 3.0
_SMALLEST_CHUNK: Final = 4096


class CommandFailed(subprocess.CalledProcessError):
    """A command that was to be checked exited with another code than 0.

    Args:
        returncode: its exit code, unsigned.
        cmd: what was run.
        output: what was kept of its output; ``stdout`` is the same.
        stderr: what was kept of its error output.
        stdout_omitted: how many bytes fell out of the middle of ``stdout``.
        stderr_omitted: how many bytes fell out of the middle of ``stderr``.
    """

    def __init__(
        self,
        returncode: int,
        cmd: Command,
        output: bytes | str = b"",
        stderr: bytes | str = b"",
        stdout_omitted: int = 0,
        stderr_omitted: int = 0,
    ) -> None:
        super().__init__(returncode, cmd, output, stderr)
        self.stdout_omitted = stdout_omitted
        self.stderr_omitted = stderr_omitted

    def __str__(self) -> str:
        omitted = self.stdout_omitted + self.stderr_omitted
        return f"{super().__str__()}{f' {omitted} bytes of its output were left out.' if omitted else ''}"

    def __reduce__(self) -> tuple[object, ...]:
        # Without calling __init__, whose arguments are not those of a subclass; the state brings the text along.
        return (copyreg.__newobj__, (type(self),), {**self.__dict__, "args": self.args})  # type: ignore[attr-defined]  # not in typeshed


class CompletedCommand(subprocess.CompletedProcess[_Output]):
    """What a command came to: ``args``, ``returncode`` (unsigned), ``stdout`` and ``stderr``, as subprocess.run tells it.

    Args:
        args: what was run.
        returncode: its exit code, unsigned.
        stdout: what was kept of its output.
        stderr: what was kept of its error output.
        stdout_omitted: how many bytes fell out of the middle of ``stdout``.
        stderr_omitted: how many bytes fell out of the middle of ``stderr``.
    """

    def __init__(
        self,
        args: Command,
        returncode: int,
        stdout: _Output,
        stderr: _Output,
        stdout_omitted: int = 0,
        stderr_omitted: int = 0,
    ) -> None:
        super().__init__(args, returncode, stdout, stderr)
        self.stdout_omitted = stdout_omitted
        self.stderr_omitted = stderr_omitted

    def decoded(self: CompletedCommand[bytes], encoding: str) -> CompletedCommand[str]:
        """Return the same with texts, their lines ended as Python ends them; where a middle fell out, cut characters are marked."""
        stdout = _text(self.stdout, self.stdout_omitted, encoding)
        stderr = _text(self.stderr, self.stderr_omitted, encoding)
        return CompletedCommand(self.args, self.returncode, stdout, stderr, self.stdout_omitted, self.stderr_omitted)

    def check_returncode(self) -> None:
        """Raise :class:`CommandFailed` when the exit code is not 0."""
        if self.returncode:
            raise CommandFailed(self.returncode, self.args, self.stdout, self.stderr, self.stdout_omitted, self.stderr_omitted)


def _text(kept: bytes, omitted: int, encoding: str) -> str:
    """Decode an output; the halves on either side of a gap apart, lest two cut characters become another one."""
    half = len(kept) - len(kept) // 2 if omitted else len(kept)
    text = "".join(part.decode(encoding, "replace" if omitted else "strict") for part in (kept[:half], kept[half:]))
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Limits(NamedTuple):
    """What a command may take.

    Args:
        timeout_s: how long, in seconds, its start included.
        begun_s: when that began, by the clock of the event loop.
        drain_s: how long its output may stay silent after the exit, in seconds.
        max_output_bytes: how much of each output is kept.
    """

    timeout_s: float | None
    begun_s: float
    drain_s: float
    max_output_bytes: int | None


async def capture(
    process: ComputeProcess, command: Command, given: bytes, limits: Limits, end_tree: Callable[[ComputeProcess], Awaitable[bool]]
) -> CompletedCommand[bytes]:
    """Return exit code and output of a process that was just started.

    Args:
        process: it has an output pipe and an error pipe, and an input pipe if anything is given.
        command: what it was started with, for the answer.
        given: its input.
        limits: what it may take.
        end_tree: ends the process with its process tree, within the guest; says whether it could.

    Raises:
        TimedOut: it took longer; it was killed with its process tree, and the error carries what was kept of its output.

    Cancellation:
        The process is killed with its process tree, within 5 seconds.
    """
    timeout_s, begun_s, drain_s, max_output_bytes = limits
    stdout, stderr = Excerpt(max_output_bytes), Excerpt(max_output_bytes)
    rest = iter((given,))

    async def give() -> bytes:
        return next(rest, b"")

    # What is read at once is held beside what is kept.
    chunk_bytes = CHUNK if max_output_bytes is None else min(CHUNK, max(max_output_bytes // 64, _SMALLEST_CHUNK))
    left_s = None if timeout_s is None else max(0.0, timeout_s - (anyio.current_time() - begun_s))
    try:
        with deadline(timeout_s, "running the command", "HcsEventProcessExited", process.subject, left_s=left_s):
            status = await converse(process, stdin=give, stdout=stdout.take, stderr=stderr.take, drain_s=drain_s, chunk_bytes=chunk_bytes)
    except TimedOut as error:
        error.aftermath = await _kill(process, end_tree)
        error.stdout, error.stdout_omitted = stdout.give_up()
        error.stderr, error.stderr_omitted = stderr.give_up()
        raise
    except BaseException:
        await _kill(process, end_tree)
        raise
    (out, out_omitted), (err, err_omitted) = stdout.give_up(), stderr.give_up()
    return CompletedCommand(command, status.exit_code or 0, out, err, out_omitted, err_omitted)


async def create_to_capture(
    create: Callable[[], Awaitable[ComputeProcess]], end_tree: Callable[[ComputeProcess], Awaitable[bool]]
) -> ComputeProcess:
    """Return the process that ``create`` creates.

    Cancellation:
        It may have started others before anybody here knows its number: so its creation is waited for, up to 5 seconds, and it is killed
        with its process tree.
    """

    def limit(creation: anyio.CancelScope) -> None:
        creation.deadline = anyio.current_time() + _KILLING_S

    async def undo(process: ComputeProcess) -> None:
        async with process:
            await _kill(process, end_tree)

    return await to_its_end(create, undo=undo, on_cancel=limit)


async def _kill(process: ComputeProcess, end_tree: Callable[[ComputeProcess], Awaitable[bool]]) -> str:
    """End the process with its process tree by force; say what came of it."""
    had_ended, all_ended = process.returncode is not None, False

    async def kill() -> None:
        nonlocal all_ended
        with anyio.move_on_after(_KILLING_S), suppress(HcsError):
            # First: what has lost its parent is hard to know.
            with anyio.move_on_after(_KILLING_TREE_S), suppress(HcsError):
                all_ended = await end_tree(process)
            await process.kill(None)

    await to_its_end(kill)
    if had_ended:
        return f"it had ended by itself; {'what was left in its session was killed' if all_ended else 'what it had started may go on'}"
    if process.returncode is None:
        return "it could not be killed"
    return "it was killed with its process tree" if all_ended else "it was killed; what it had started may go on"
