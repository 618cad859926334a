"""One conversation with a process: its input is sent and ended, its output taken, its exit waited for, all at once.

Both outputs are read from the start; the input is sent meanwhile and ended when its source ends; the exit ends whatever still sends, since
nobody waited for reads it any more; then each output may be silent for a limited time: a grandchild that goes on can hold it open for ever.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

import anyio
from anyio import BrokenResourceError, ClosedResourceError, EndOfStream

from hcsffi.delivery.pipe import CHUNK

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from anyio.abc import ByteReceiveStream

    from hcsffi import documents
    from hcsffi.compute.process import ComputeProcess

    Give = Callable[[], Awaitable[bytes]]
    Take = Callable[[bytes], Awaitable[None]]

_Answer = TypeVar("_Answer")


async def converse(
    process: ComputeProcess,
    *,
    stdout: Take,
    stderr: Take,
    drain_s: float,
    stdin: Give | None = None,
    beside: Callable[[], Awaitable[None]] | None = None,
    chunk_bytes: int = CHUNK,
) -> documents.ProcessStatus:
    """Talk with a process that was just started until it has exited and its output has ended; return its exit status.

    Args:
        process: its streams are used where it has them; whoever called keeps owning it.
        stdout: takes each piece of its output; ``BrokenResourceError`` says that nobody wants more, and the stream is closed.
        stderr: takes each piece of its error output, in the same way.
        drain_s: how long an output may stay silent after the exit, in seconds.
        stdin: gives the next piece of its input, ``b""`` at the end; a process that does not want it is no error.
        beside: what else goes on until the exit.
        chunk_bytes: how much is read at once.

    Raises:
        HcsError: the exit could not be waited for, or the input not be ended.
        Exception: what ``stdin``, ``stdout``, ``stderr`` or ``beside`` raised, as it is and not in a group.

    Cancellation:
        Ends the conversation; the process goes on.
    """
    outflows = [
        _Outflow(stream, take, chunk_bytes) for stream, take in ((process.stdout, stdout), (process.stderr, stderr)) if stream is not None
    ]
    status = None
    failures: list[Exception] = []
    async with anyio.create_task_group() as outward:

        async def attempt(work: Callable[[], Awaitable[_Answer]]) -> _Answer | None:
            try:
                return await work()
            except Exception as error:  # noqa: BLE001 - raised once the group has ended, which would wrap it
                failures.append(error)
                outward.cancel_scope.cancel()
                return None

        for outflow in outflows:
            outward.start_soon(attempt, outflow.run)
        async with anyio.create_task_group() as inward:
            if stdin is not None:
                inward.start_soon(attempt, lambda: _feed(process, stdin))
            if beside is not None:
                inward.start_soon(attempt, beside)
            status = await attempt(process.wait)
            inward.cancel_scope.cancel()
        for outflow in outflows:
            outflow.expect_end(drain_s)
    if failures or status is None:
        raise failures[0]
    return status


async def _feed(process: ComputeProcess, give: Give) -> None:
    """Send the input and end it."""
    if process.stdin is None:
        return
    while chunk := await give():
        try:
            await process.stdin.send(chunk)
        except (BrokenResourceError, ClosedResourceError):  # noqa: PERF203 - the sending costs a thousand times more
            break
    await process.close_stdin()


class _Outflow:
    """Hands on everything a stream brings; after the exit, silence counts as its end."""

    def __init__(self, source: ByteReceiveStream, take: Take, chunk_bytes: int) -> None:
        self._source = source
        self._take = take
        self._chunk_bytes = chunk_bytes
        self._receiving = anyio.CancelScope()
        self._silence_s = math.inf

    async def run(self) -> None:
        while (chunk := await self._receive()) is not None:
            try:
                await self._take(chunk)
            except BrokenResourceError:  # noqa: PERF203 - the reading costs a thousand times more
                await self._source.aclose()
                return

    async def _receive(self) -> bytes | None:
        """The next piece; ``None`` at the end of the stream."""
        # Around the reading alone: whoever takes a piece may be slow.
        with anyio.CancelScope(deadline=anyio.current_time() + self._silence_s) as self._receiving:
            try:
                return await self._source.receive(self._chunk_bytes)
            except (EndOfStream, BrokenResourceError, ClosedResourceError):
                return None
        return None

    def expect_end(self, silence_s: float) -> None:
        self._silence_s = silence_s
        self._receiving.deadline = anyio.current_time() + silence_s
