"""One end of a process's standard stream off Windows, for ``pipe``.

The descriptor is made non-blocking on this side only, which a pipe allows: its two ends have flags of their own. Reading and writing are
tried first and waited for only when they would block, so a fast peer costs one system call per chunk. A close wakes a task that waits on
the same stream. Who reads what is there already lets the other tasks run every few reads: a pass of the loop costs as much as a read.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from typing import TYPE_CHECKING, TypeVar

import anyio
import anyio.lowlevel

from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.native.handles import PipeHandle

_stop_waiting: Callable[[int], None] = getattr(anyio, "notify_closing", lambda _: None)  # anyio has it from 4.10 on
READS_A_PASS = 4
"""As many as empty a pipe of the embedded host twice."""
_Read = TypeVar("_Read", bytes, int)
_Room = TypeVar("_Room")


class DescriptorEnd(Uncopyable):
    """One owned, non-blocking descriptor, used by at most one task at a time.

    Args:
        handle: the end; owned by this object from here on.
        direction: what a task does with it, for the error of a second task that wants to.
    """

    def __init__(self, handle: PipeHandle, direction: str) -> None:
        self._handle = handle
        self._busy = False
        self._reads = 0  # since a task that reads last let others run
        self._scope: anyio.CancelScope | None = None
        self._direction = direction
        os.set_blocking(handle.fileno(), False)

    def read(self, max_bytes: int) -> Awaitable[bytes]:
        """Wait for bytes; none at the end of the stream."""
        return self._read(os.read, max_bytes, b"")

    def read_into(self, room: memoryview) -> Awaitable[int]:
        """Wait for bytes and put them there; how many, 0 at the end of the stream. Nothing else happens once they are there."""
        return self._read(os.readv, (room,), 0)

    async def _read(self, read: Callable[[int, _Room], _Read], room: _Room, at_end: _Read) -> _Read:
        if self._busy:
            raise anyio.BusyResourceError(self._direction)
        self._busy = True
        ended = False
        try:
            if self._reads < READS_A_PASS:
                await anyio.lowlevel.checkpoint_if_cancelled()
            else:
                self._reads = 0
                await anyio.lowlevel.checkpoint()
            self._reads += 1
            while True:
                try:
                    return read(self.fileno(), room)
                except BlockingIOError:  # noqa: PERF203 - the wait it leads to costs a thousand times more
                    await self._wait(anyio.wait_readable)
                except OSError as error:
                    if error.errno != errno.EIO:
                        raise anyio.BrokenResourceError from error
                    # A terminal whose last program has ended. Linux looks for bytes first and for the end second, so that the last bytes
                    # may have come between the two: they are there for a second read, and only its EIO is the end.
                    if ended:
                        return at_end
                    ended = True
        finally:
            self._busy = False

    async def write(self, view: memoryview) -> None:
        """Write all bytes, waiting whenever the pipe is full."""
        with self as descriptor:
            await anyio.lowlevel.checkpoint()
            sent = 0
            while sent < len(view):
                try:
                    sent += os.write(descriptor if descriptor == self.fileno() else -1, view[sent:])
                except BlockingIOError:  # noqa: PERF203 - the wait it leads to costs a thousand times more
                    await self._wait(anyio.wait_writable)
                except OSError as error:
                    raise anyio.BrokenResourceError from error

    async def hand_over(self) -> None:
        """Wait until what was written has reached the process; no more can be written then. At once where nothing stands between.

        Raises:
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
        """
        if not self._handle.in_frames or self._busy:  # who is still writing will not have written all
            return
        with self as descriptor:
            with socket.fromfd(descriptor, socket.AF_UNIX, socket.SOCK_STREAM) as end, contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_WR)
            await self._wait(anyio.wait_readable)  # nothing is ever written to this end: it is the end

    def close(self) -> None:
        """Wake whoever waits, then close. Safe twice."""
        if self._scope is not None:
            # A cancel takes effect in a later pass. Uvloop asks the kernel for what was begun in this one before that, and a descriptor
            # that is closed by then ends the process.
            with contextlib.suppress(RuntimeError):  # no loop runs any more
                _stop_waiting(self._handle.fileno())
            self._scope.cancel()
        self._handle.close()

    def fileno(self) -> int:
        """The descriptor, for a call that is about to be made; it stays this end's.

        Raises:
            anyio.ClosedResourceError: the stream is closed.
        """
        if self._handle.closed:
            raise anyio.ClosedResourceError(f"the stream was closed; there is no {self._direction} it any more")
        return self._handle.fileno()

    async def _wait(self, until_ready: Callable[[int], Awaitable[None]]) -> None:
        """Wait until the descriptor is ready; a close meanwhile ends the wait.

        Raises:
            anyio.ClosedResourceError: the stream was closed.
        """
        with anyio.CancelScope() as self._scope:
            await until_ready(self.fileno())
        self._scope = None
        self._reads = 0
        if self._handle.closed:
            raise anyio.ClosedResourceError(f"the stream was closed; there is no {self._direction} it any more")

    def __enter__(self) -> int:
        descriptor = self.fileno()
        if self._busy:
            raise anyio.BusyResourceError(self._direction)
        self._busy = True
        return descriptor

    def __exit__(self, *exception: object) -> None:
        self._busy = False
