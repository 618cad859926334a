"""Byte streams over a process's standard streams.

The end of a stream is a descriptor that the event loop awaits (``descriptor``), on Windows an overlapped named pipe, which no two event
loops read alike and which the shim reads for all of them (``overlapped_windows``).
"""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import anyio
import anyio.lowlevel
from anyio.abc import ByteReceiveStream, ByteSendStream

from hcsffi.delivery.descriptor import DescriptorEnd
from hcsffi.delivery.overlapped_windows import OverlappedEnd
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from typing_extensions import Self

    from hcsffi.native.handles import PipeHandle

_Line = TypeVar("_Line", bytes, str)

CHUNK = 131_008
"""What is read at once, unless the caller says otherwise: 128 KiB less what a bytes object and its allocation need beside it. For more,
the allocator of glibc may map new memory for every piece, and the page faults cost more than the reading."""
LONGEST_LINE = 1 << 20
"""How many bytes of a line are waited for, unless the caller says otherwise: a program that writes no line end must not fill the memory."""


def _own(handle: PipeHandle, direction: str) -> DescriptorEnd | OverlappedEnd:
    return OverlappedEnd(handle, direction) if os.name == "nt" else DescriptorEnd(handle, direction)


class ReceivePipe(Uncopyable, ByteReceiveStream):
    """Standard output or error of a process, or what a terminal shows.

    Args:
        handle: the end to read from; owned by the stream from here on.
    """

    def __init__(self, handle: PipeHandle) -> None:
        self._end = _own(handle, "reading from")
        self._ahead = bytearray()  # read beyond the last line

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
        if self._ahead:
            await anyio.lowlevel.checkpoint()
            return self._take(max_bytes)
        received = await self._end.read(max_bytes)
        if not received:
            raise anyio.EndOfStream
        return received

    async def receive_into(self, room: memoryview) -> int:
        """As ``receive``, into memory of the caller's, which is not empty; how many bytes. Nothing else happens once they are there."""
        if self._ahead:
            await anyio.lowlevel.checkpoint()
            taken = self._take(len(room))
            room[: len(taken)] = taken
            return len(taken)
        count = await self._end.read_into(room)
        if not count:
            raise anyio.EndOfStream
        return count

    async def receive_line(self, max_bytes: int = LONGEST_LINE) -> bytes:
        """Wait for a line and return it with its end; the last one may have none, and a longer one comes in pieces.

        Raises:
            anyio.EndOfStream: every writer has closed its end, and the last line was returned.
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
            anyio.BusyResourceError: another task is receiving.

        Cancellation:
            No byte is lost; what has come of the line comes with the next one, or with ``receive``.
        """
        if max_bytes < 1:
            raise ValueError("max_bytes must be at least 1")
        await anyio.lowlevel.checkpoint_if_cancelled()
        searched = 0
        while (end := self._ahead.find(b"\n", searched, max_bytes)) < 0 and len(self._ahead) < max_bytes:
            searched = len(self._ahead)
            received = await self._end.read(CHUNK)
            if not received:
                break
            self._ahead += received
        if not self._ahead:
            raise anyio.EndOfStream
        return self._take(end + 1 if end >= 0 else max_bytes)

    @overload
    def lines(self, encoding: None = None, errors: str = "strict", *, max_bytes: int = LONGEST_LINE) -> Lines[bytes]: ...
    @overload
    def lines(self, encoding: str, errors: str = "strict", *, max_bytes: int = LONGEST_LINE) -> Lines[str]: ...
    def lines(self, encoding: str | None = None, errors: str = "strict", *, max_bytes: int = LONGEST_LINE) -> Lines[bytes] | Lines[str]:
        """Return the stream's lines, to be iterated with ``async for``; each has its end, the last one perhaps not.

        Args:
            encoding: what the lines are texts in, each ended by a line feed alone; ``None`` gives bytes.
            errors: what a byte that is no text becomes, as ``bytes.decode`` takes it.
            max_bytes: the longest line; a longer one comes in pieces.

        Raises:
            LookupError: there is no such encoding.
            ValueError: its line end is not the byte 10 (UTF-16, UTF-32): receive bytes and decode them.
        """
        if encoding is None:
            return Lines[bytes](self, None, max_bytes)
        if "\n".encode(encoding) != b"\n":
            raise ValueError(f"the lines of {encoding} do not end with the byte 10: receive bytes and decode them")
        return Lines[str](self, codecs.getincrementaldecoder(encoding)(errors), max_bytes)

    def _take(self, max_bytes: int) -> bytes:
        taken = bytes(self._ahead[:max_bytes])
        del self._ahead[:max_bytes]
        return taken

    async def aclose(self) -> None:
        """Close the end; a task that is receiving gets ClosedResourceError. Safe twice."""
        self.close()
        await anyio.lowlevel.checkpoint()

    def fileno(self) -> int:
        """The descriptor, which stays the stream's; there is none on Windows.

        Raises:
            anyio.ClosedResourceError: the stream is closed.
            ValueError: the end is no descriptor.
        """
        if isinstance(self._end, OverlappedEnd):
            raise ValueError("an overlapped pipe has no descriptor")  # noqa: TRY004 - no caller's type
        return self._end.fileno()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._ahead.clear()
        self._end.close()


class Lines(Generic[_Line]):
    """The lines of a stream, as bytes or as texts; made by :meth:`ReceivePipe.lines`.

    Args:
        stream: whose lines; nothing is taken from it that is not handed out.
        decoder: makes texts of them, ``None`` leaves them bytes.
        max_bytes: the longest line.
    """

    def __init__(self, stream: ReceivePipe, decoder: codecs.IncrementalDecoder | None, max_bytes: int) -> None:
        self._stream = stream
        self._decoder = decoder
        self._max_bytes = max_bytes

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _Line:
        """Wait for the next line.

        Raises:
            UnicodeDecodeError: it is no text in that encoding.
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.

        Cancellation:
            No byte is lost.
        """
        try:
            line: Any = await self._stream.receive_line(self._max_bytes)
        except anyio.EndOfStream:
            line = b""
        if self._decoder is not None:
            line = self._decoder.decode(line, final=not line).replace("\r\n", "\n")
        if not line:
            raise StopAsyncIteration
        return line  # type: ignore[no-any-return]  # bytes or text, as the decoder says


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

    async def hand_over(self) -> None:
        """Wait until the process has been given all that was sent, and send no more; at once where no frames of a service stand between.

        Raises:
            anyio.ClosedResourceError: the stream is closed, or was closed meanwhile.
        """
        if isinstance(self._end, DescriptorEnd):
            await self._end.hand_over()

    async def aclose(self) -> None:
        """Close the end; a task that is sending gets ClosedResourceError. Safe twice."""
        self._end.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._end.close()
