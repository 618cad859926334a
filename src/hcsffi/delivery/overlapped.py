"""One end of a process's standard stream on Windows, for ``pipe``.

The shim starts each read or write on the system's thread pool (see ``native/stream.c``) and its end arrives on the loop's completion queue like an event, so the
same code runs on every event loop.

Cancelling is told to the system, and the last word is waited for: it comes at once, and it may be bytes that had arrived in the same moment. Those are
kept for the next read.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel

from hcsffi.delivery import dispatcher
from hcsffi.native.stream import ABORTED, ENDED, StreamHandle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hcsffi.native.completions import CompletionQueue
    from hcsffi.native.handles import PipeHandle

    Begin = Callable[[CompletionQueue, int], int]

CHUNK = 65536
FAILED = 0x80000000
READING = "reading from"
LAST_WORD_S = 1.0
"""How long a cancelled transfer's last word is waited for. It takes microseconds, unless the loop is ending and reads its queue no more."""


class OverlappedEnd:
    """One owned end, used by at most one task at a time.

    Args:
        handle: the end; owned by this object from here on.
        direction: what a task does with it, for the error of a second task that wants to.
    """

    def __init__(self, handle: PipeHandle, direction: str) -> None:
        self._stream = StreamHandle(handle)
        self._direction = direction
        self._busy = False
        self._kept = b""

    async def read(self, max_bytes: int) -> bytes:
        """Wait for bytes; none at the end of the stream."""
        with self._used():
            await anyio.lowlevel.checkpoint()
            while not self._kept:
                code, self._kept = await self._transfer(lambda queue, ticket: self._stream.read(queue, ticket, CHUNK))
                if code in ENDED:
                    return b""
                self._check(code)
            chunk, self._kept = self._kept[:max_bytes], self._kept[max_bytes:]
            return chunk

    async def write(self, view: memoryview) -> None:
        """Write all bytes, waiting whenever the pipe is full."""
        with self._used():
            await anyio.lowlevel.checkpoint()
            sent = 0
            while sent < len(view):
                chunk = bytes(view[sent : sent + CHUNK])
                code, count = await self._transfer(lambda queue, ticket, chunk=chunk: self._stream.write(queue, ticket, chunk))  # type: ignore[misc]  # bound now, not when called
                self._check(code)
                sent += int(count)

    def close(self) -> None:
        """End what is under way, then close. Safe twice."""
        self._stream.close()

    async def _transfer(self, begin: Begin) -> tuple[int, bytes]:
        """Begin one read or write and wait for its end: HRESULT and text."""
        if self._stream.closed:
            raise anyio.ClosedResourceError
        ended = anyio.Event()
        result: list[tuple[int, bytes]] = []

        def arrived(code: int, text: bytes | None) -> None:
            result.append((code, text or b""))
            ended.set()

        loop = dispatcher.current()
        ticket = loop.add_sink(arrived)
        try:
            refused = begin(loop.queue, ticket)
            if refused >= FAILED:
                return refused, b""
            try:
                await ended.wait()
            except BaseException:
                self._stream.cancel()
                with anyio.move_on_after(LAST_WORD_S, shield=True):
                    await ended.wait()
                if result and self._direction == READING:
                    self._kept = result[0][1]
                raise
        finally:
            loop.remove_sink(ticket)
        return result[0]

    def _check(self, code: int) -> None:
        if self._stream.closed:
            raise anyio.ClosedResourceError
        if code == ABORTED or code >= FAILED:
            raise anyio.BrokenResourceError(f"0x{code:08X}")

    @contextmanager
    def _used(self) -> Iterator[None]:
        if self._stream.closed:
            raise anyio.ClosedResourceError
        if self._busy:
            raise anyio.BusyResourceError(self._direction)
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
