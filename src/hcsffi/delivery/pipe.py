"""Byte streams over a process's standard streams.

The end of a stream is a descriptor that the event loop awaits (``descriptor``), on Windows an overlapped named pipe, which no two event
loops read alike and which the shim reads for all of them (``overlapped_windows``).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
from anyio.abc import ByteReceiveStream, ByteSendStream

from hcsffi.delivery.descriptor import DescriptorEnd
from hcsffi.delivery.overlapped_windows import OverlappedEnd
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from hcsffi.native.handles import PipeHandle

CHUNK = 65536


def _own(handle: PipeHandle, direction: str) -> DescriptorEnd | OverlappedEnd:
    return OverlappedEnd(handle, direction) if os.name == "nt" else DescriptorEnd(handle, direction)


class ReceivePipe(Uncopyable, ByteReceiveStream):
    """Standard output or error of a process, or what a terminal shows.

    Args:
        handle: the end to read from; owned by the stream from here on.
    """

    def __init__(self, handle: PipeHandle) -> None:
        self._end = _own(handle, "reading from")

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
        received = await self._end.read(max_bytes)
        if not received:
            raise anyio.EndOfStream
        return received

    async def aclose(self) -> None:
        """Close the end; a task that is receiving gets ClosedResourceError. Safe twice."""
        self._end.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._end.close()


class SendPipe(Uncopyable, ByteSendStream):
    """Standard input of a process.

    Closing it is not end-of-file for the process: the service keeps a duplicate, so HcsModifyProcess comes first.

    Args:
        handle: the end to write to; owned by the stream from here on.
    """

    def __init__(self, handle: PipeHandle) -> None:
        self._end = _own(handle, "writing to")

    async def send(self, item: Any) -> None:
        """Write all bytes, waiting whenever the pipe is full.

        Raises:
            anyio.BrokenResourceError: nobody reads the other end any more.
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
            anyio.BusyResourceError: another task is sending.

        Cancellation:
            Some of the bytes may have been written.
        """
        with memoryview(item).cast("B") as view:
            await self._end.write(view)

    async def aclose(self) -> None:
        """Close the end; a task that is sending gets ClosedResourceError. Safe twice."""
        self._end.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._end.close()
