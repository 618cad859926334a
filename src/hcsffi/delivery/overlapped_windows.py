"""One end of a process's standard stream on Windows, for ``pipe``.

The shim reads ahead and writes on the system's thread pool (see ``native/stream_windows.c``); what a task waits for arrives on the loop's
completion queue like an event, so the same code runs on every event loop.

A cancelled read only stops waiting: what comes stays with the stream for the next one. A cancelled write is told to the system, and the
last word is waited for.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel

from hcsffi.delivery import dispatcher
from hcsffi.hresult import FAILED
from hcsffi.native.completions import CompletionQueue
from hcsffi.native.handles import Uncopyable
from hcsffi.native.stream_windows import ABORTED, ENDED, StreamHandle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hcsffi.native.handles import PipeHandle

    Begin = Callable[[CompletionQueue, int], int]
    Record = tuple[int, bytes | None]

CHUNK = 65536
LAST_WORD_S = 1.0
"""How long a cancelled write's last word is waited for. It takes microseconds, unless the loop is ending and reads its queue no more."""


class OverlappedEnd(Uncopyable):
    """One owned end, used by at most one task at a time.

    Args:
        handle: the end; owned by this object from here on.
        direction: what a task does with it, for the error of a second task that wants to.
    """

    def __init__(self, handle: PipeHandle, direction: str) -> None:
        self._stream = StreamHandle(handle)
        self._direction = direction
        self._busy = False

    async def read(self, max_bytes: int) -> bytes:
        """Wait for bytes; none at the end of the stream."""
        with self._used():
            await anyio.lowlevel.checkpoint_if_cancelled()
            has_waited = False
            while True:
                code, chunk = self._stream.take(max_bytes)
                if chunk or code in ENDED:
                    break
                self._check(code)
                code, _ = await self._wait(self._stream.watch, self._stream.unwatch)
                self._check(code)
                has_waited = True
            if not has_waited:
                await anyio.lowlevel.cancel_shielded_checkpoint()
            return chunk

    async def read_into(self, room: memoryview) -> int:
        """Wait for bytes and put them there; how many, 0 at the end of the stream."""
        chunk = await self.read(len(room))
        room[: len(chunk)] = chunk
        return len(chunk)

    async def write(self, view: memoryview) -> None:
        """Write all bytes, waiting whenever the pipe is full."""
        with self._used():
            await anyio.lowlevel.checkpoint()
            while view:
                begin = partial(self._stream.write, chunk=bytes(view[:CHUNK]))
                code, count = await self._wait(begin, self._stream.cancel, LAST_WORD_S)
                self._check(code)
                view = view[int(count or b"0") :]

    def close(self) -> None:
        """End what is under way, then close. Safe twice."""
        self._stream.close()

    async def _wait(self, begin: Begin, give_up: Callable[[], None], last_word_s: float = 0) -> Record:
        """Begin something and wait for its record: HRESULT and text.

        Args:
            begin: as the members of ``StreamHandle`` that take a queue and a ticket.
            give_up: what to do about it when the wait is cancelled.
            last_word_s: how long its record is waited for after that.
        """
        ended = anyio.Event()
        records: list[Record] = []

        def arrived(code: int, text: bytes | None, _status: int) -> None:
            records.append((code, text))
            ended.set()

        loop = dispatcher.current()
        if not isinstance(loop.queue, CompletionQueue):
            raise RuntimeError("streams of a service in another process are no overlapped pipes")  # noqa: TRY004 - no caller's type
        ticket = loop.add_sink(arrived)
        try:
            refused = begin(loop.queue, ticket)
            if refused >= FAILED:
                return refused, None
            try:
                await ended.wait()
            except BaseException:
                give_up()
                if last_word_s:
                    with anyio.move_on_after(last_word_s, shield=True):
                        await ended.wait()
                raise
        finally:
            loop.remove_sink(ticket)
        return records[0]

    def _check(self, code: int) -> None:
        if self._stream.closed:
            raise anyio.ClosedResourceError(f"the stream was closed; there is no {self._direction} it any more")
        if code == ABORTED or code >= FAILED:
            raise anyio.BrokenResourceError(f"0x{code:08X}")

    @contextmanager
    def _used(self) -> Iterator[None]:
        if self._stream.closed:
            raise anyio.ClosedResourceError(f"the stream was closed; there is no {self._direction} it any more")
        if self._busy:
            raise anyio.BusyResourceError(self._direction)
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
