"""A process's standard stream on Windows as Python sees it; the mechanism is told in stream_windows.c."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.hresult import value_of
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from hcsffi.native.completions import CompletionQueue
    from hcsffi.native.handles import PipeHandle

ABORTED = value_of("ERROR_OPERATION_ABORTED")
"""Reading or writing was cancelled."""
ENDED = {value_of(symbol) for symbol in ("ERROR_BROKEN_PIPE", "ERROR_NO_DATA", "ERROR_PIPE_NOT_CONNECTED")}
"""The other end was closed."""


class StreamHandle(Uncopyable):
    """One end of a standard stream that the system's thread pool reads or writes.

    Args:
        handle: the end; owned by this object from here on.

    Raises:
        OSError: the system does not take it: not an overlapped HANDLE, or one that is tied to something else already.
    """

    __slots__ = ("_found", "_length", "_stream")

    def __init__(self, handle: PipeHandle) -> None:
        self._stream = ffi.NULL
        self._found = ffi.new("const char **")
        self._length = ffi.new("uint32_t *")
        result = ffi.new("uint32_t *")
        stream = lib.hcsffi_stream_open(handle.fileno(), result)
        if not stream:
            raise OSError(f"a process's stream cannot be read or written: 0x{result[0]:08X}")
        handle.detach()
        self._stream = stream

    @property
    def closed(self) -> bool:
        """Whether the end was closed."""
        return not self._stream

    def take(self, max_bytes: int) -> tuple[int, bytes]:
        """Take what has been read: HRESULT and bytes.

        The first failing HRESULT comes after the last byte; no bytes and no failure: nothing has come yet.
        """
        result = int(lib.hcsffi_stream_look(self._stream, self._found, self._length))
        count = min(self._length[0], max_bytes)
        if not count:
            return result, b""
        chunk = bytes(ffi.buffer(self._found[0], count))
        lib.hcsffi_stream_take(self._stream, count)
        return result, chunk

    def watch(self, queue: CompletionQueue, ticket: int) -> int:
        """Call the ticket's sink once there is something to take, the end and a close included.

        An HRESULT: after a failing one nothing comes.
        """
        return int(lib.hcsffi_stream_watch(self._stream, queue.native, ticket))

    def unwatch(self) -> None:
        """Nobody waits any more."""
        if self._stream:
            lib.hcsffi_stream_unwatch(self._stream)

    def write(self, queue: CompletionQueue, ticket: int, chunk: bytes) -> int:
        """Begin to write; how many bytes went comes to the ticket's sink, in decimal. An HRESULT: after a failing one nothing comes."""
        return int(lib.hcsffi_stream_write(self._stream, queue.native, ticket, chunk, len(chunk)))

    def cancel(self) -> None:
        """End the write that is under way; its last word still comes, soon."""
        if self._stream:
            lib.hcsffi_stream_cancel(self._stream)

    def close(self) -> None:
        """Cancel and close. Safe twice."""
        stream, self._stream = self._stream, ffi.NULL
        if stream:
            lib.hcsffi_stream_close(stream)

    def __del__(self) -> None:
        """Close what nobody closed."""
        if getattr(self, "_stream", None):
            self.close()
