"""Byte streams over a process's standard streams.

The descriptor is made non-blocking on this side only, which a pipe allows: its two ends have flags of their own. Reading and writing are tried first
and waited for only when they would block, so a fast peer costs one system call per chunk. A close wakes a task that waits on the same stream.

On Windows the ends are overlapped named pipes, which no event loop reads alike; there the shim reads them on the completion queue.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, Any

import anyio
from anyio.abc import ByteReceiveStream, ByteSendStream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.native.handles import PipeHandle

if sys.platform != "win32":
    import fcntl

CHUNK = 65536
PIPE_BYTES = 1 << 20
GONE = {errno.EPIPE, errno.EIO, errno.ECONNRESET}
"""What writing to a stream nobody reads any more answers; a terminal says EIO."""


class _Descriptor:
    """One owned, non-blocking descriptor, used by at most one task at a time."""

    def __init__(self, handle: PipeHandle, direction: str) -> None:
        if sys.platform == "win32":
            raise NotImplementedError("the overlapped pipes of Windows are read by the shim")
        self._handle = handle
        self._busy = False
        self._scope: anyio.CancelScope | None = None
        self._direction = direction
        os.set_blocking(handle.fileno(), False)
        with contextlib.suppress(OSError, AttributeError):  # a terminal, another system, or the user's limit for pipe memory
            fcntl.fcntl(handle.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)

    def fileno(self) -> int:
        """The descriptor, for a call that is about to be made.

        Raises:
            anyio.ClosedResourceError: the stream is closed.
        """
        if self._handle.closed:
            raise anyio.ClosedResourceError
        return self._handle.fileno()

    async def wait(self, until_ready: Callable[[int], Awaitable[None]]) -> None:
        """Wait until the descriptor is ready; a close meanwhile ends the wait.

        Raises:
            anyio.ClosedResourceError: the stream was closed.
        """
        with anyio.CancelScope() as self._scope:
            await until_ready(self.fileno())
        self._scope = None
        if self._handle.closed:
            raise anyio.ClosedResourceError

    def __enter__(self) -> int:
        descriptor = self.fileno()
        if self._busy:
            raise anyio.BusyResourceError(self._direction)
        self._busy = True
        return descriptor

    def __exit__(self, *exception: object) -> None:
        self._busy = False

    def close(self) -> None:
        """Wake whoever waits, then close. Safe twice."""
        if self._scope is not None:
            self._scope.cancel()
        self._handle.close()


class ReceivePipe(ByteReceiveStream):
    """Standard output or error of a process, or what a terminal shows.

    Args:
        handle: the end to read from; owned by the stream from here on.
    """

    def __init__(self, handle: PipeHandle) -> None:
        self._descriptor = _Descriptor(handle, "reading from")

    async def receive(self, max_bytes: int = CHUNK) -> bytes:
        """Wait for bytes and return what is there, at most ``max_bytes``.

        Raises:
            anyio.EndOfStream: every writer has closed its end.
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
            anyio.BusyResourceError: another task is receiving.

        Cancellation:
            No byte is lost.
        """
        if max_bytes < 1:
            raise ValueError("max_bytes must be at least 1")
        with self._descriptor as descriptor:
            await anyio.lowlevel.checkpoint()
            while True:
                try:
                    received = os.read(descriptor if descriptor == self._descriptor.fileno() else -1, max_bytes)
                except BlockingIOError:  # noqa: PERF203 - the wait it leads to costs a thousand times more
                    await self._descriptor.wait(anyio.wait_readable)
                except OSError as error:
                    if error.errno == errno.EIO:  # a terminal whose last program has ended
                        raise anyio.EndOfStream from error
                    raise anyio.BrokenResourceError from error
                else:
                    if not received:
                        raise anyio.EndOfStream
                    return received

    async def aclose(self) -> None:
        """Close the end; a task that is receiving gets ClosedResourceError. Safe twice."""
        self._descriptor.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._descriptor.close()


class SendPipe(ByteSendStream):
    """Standard input of a process.

    Closing it is not end-of-file for the process: the service keeps a duplicate, so HcsModifyProcess comes first.

    Args:
        handle: the end to write to; owned by the stream from here on.
    """

    def __init__(self, handle: PipeHandle) -> None:
        self._descriptor = _Descriptor(handle, "writing to")

    async def send(self, item: Any) -> None:
        """Write all bytes, waiting whenever the pipe is full.

        Raises:
            anyio.BrokenResourceError: nobody reads the other end any more.
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
            anyio.BusyResourceError: another task is sending.

        Cancellation:
            Some of the bytes may have been written.
        """
        with self._descriptor as descriptor, memoryview(item).cast("B") as view:
            await anyio.lowlevel.checkpoint()
            sent = 0
            while sent < len(view):
                try:
                    sent += os.write(descriptor if descriptor == self._descriptor.fileno() else -1, view[sent:])
                except BlockingIOError:  # noqa: PERF203 - the wait it leads to costs a thousand times more
                    await self._descriptor.wait(anyio.wait_writable)
                except OSError as error:
                    raise anyio.BrokenResourceError from error

    async def aclose(self) -> None:
        """Close the end; a task that is sending gets ClosedResourceError. Safe twice."""
        self._descriptor.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._descriptor.close()
