"""The streams of processes over a connection that passes no descriptors: bytes in frames, each stream with a window of its own.

A stream has a socket pair: one end is the program's, which reads or writes it as it would the process's pipe; the other end is moved to and
from frames by the line's thread. The sender of a stream may send as many bytes as the receiver has granted, and is granted more as they are
taken, so a reader that stalls holds up its own stream alone, and memory is bounded by ``WINDOW`` for each.

Calls go beside the streams and would overtake them. A program that has written all it wants to closes its end for writing, and hears the
end of the other direction when the service has given the process everything: then it can ask the service to end the process's input.
"""

from __future__ import annotations

import selectors
import socket
from typing import TYPE_CHECKING, Final

from hcsffi.remote.frame import WINDOW, Malformed
from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK: Final = 1 << 18
_GRANTED_TOGETHER: Final = WINDOW // 4
_ROOM: Final = 1 << 19
"""Bytes that a program may leave unread before a piece has to wait, where the system grants so many."""


class Pump(Uncopyable):
    """The streams of one connection; used by the line's thread alone.

    Args:
        selector: the line's, which waits for the ends.
        send: sends a frame: its head and its texts.
    """

    def __init__(self, selector: selectors.BaseSelector, send: Callable[[list[object], list[bytes | None]], None]) -> None:
        self._selector = selector
        self._send = send
        self._streams: dict[int, _Stream] = {}

    def open(self, number: int, *, reads: bool) -> int:
        """A new stream.

        Args:
            number: the service's number of it.
            reads: whether the program reads from it.

        Returns:
            The program's end, a descriptor that belongs to the caller.
        """
        if number in self._streams:
            raise Malformed("a stream with the number of another one")
        theirs, ours = socket.socketpair()
        ours.settimeout(0)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ROOM)
        stream = _Stream(number, ours, reads=reads)
        self._streams[number] = stream
        self._selector.register(ours, selectors.EVENT_READ, stream)
        return theirs.detach()

    def take(self, sort: str, number: int, granted: int, text: bytes | memoryview) -> None:
        """A frame of a stream: ``bytes`` of it, which are only lent, its ``end``, or ``more`` that may be sent."""
        stream = self._streams.get(number)
        if stream is None:
            return  # the program closed its end, and the service has not heard of it yet
        if sort == "bytes":
            stream.waiting += text[0 if stream.waiting else self._give_at_once(stream, text) :]
            if len(stream.waiting) + stream.taken > WINDOW:
                raise Malformed("more of a stream than was granted")
        elif sort == "end":
            stream.ended = True
        else:
            stream.granted += granted
        self.move(stream)

    def move(self, stream: _Stream) -> None:
        """Move what can be moved, and wait for what is needed next."""
        try:
            going_on = self._give(stream) if stream.reads else self._fetch(stream)
        except BlockingIOError:
            going_on = True
        except OSError:  # the program closed its end
            going_on = False
        if not going_on:
            self._close(stream)
            return
        wanted = selectors.EVENT_WRITE if stream.waiting else 0
        if stream.reads or (stream.granted and not stream.shut):
            wanted |= selectors.EVENT_READ
        self._wait_for(stream, wanted)

    def _give_at_once(self, stream: _Stream, text: bytes | memoryview) -> int:
        """Give the program what has come while nothing waits before it; how many bytes it took."""
        try:
            taken = stream.end.send(text)
        except OSError:  # full, or closed, which whoever moves the stream next finds
            return 0
        self._grant(stream, taken)
        return taken

    def _grant(self, stream: _Stream, taken: int) -> None:
        """Let as much more come as the program has taken, not for every piece of it."""
        stream.taken += taken
        if stream.taken >= _GRANTED_TOGETHER:
            self._send(["more", stream.number, stream.taken], [])
            stream.taken = 0

    def _give(self, stream: _Stream) -> bool:
        """Give the program what has come; whether the stream goes on."""
        taken = 0
        try:
            while stream.waiting:
                with memoryview(stream.waiting) as waiting:
                    sent = stream.end.send(waiting)
                del stream.waiting[:sent]
                taken += sent
        finally:
            self._grant(stream, taken)
        if stream.ended:
            return False
        try:
            return bool(stream.end.recv(1))  # the program never writes here: the end is all that can come
        except BlockingIOError:
            return True

    def _fetch(self, stream: _Stream) -> bool:
        """Send what the program has written, as far as it may be sent; whether the stream goes on."""
        if stream.ended:
            return False
        while stream.granted and not stream.shut:
            read = stream.end.recv(min(_CHUNK, stream.granted))
            if not read:
                self._shut(stream)  # the program may wait for the answer
                break
            stream.granted -= len(read)
            self._send(["bytes", stream.number], [read])
        return True

    def _wait_for(self, stream: _Stream, wanted: int) -> None:
        if wanted == stream.awaited:
            return
        if not stream.awaited:
            self._selector.register(stream.end, wanted, stream)
        elif not wanted:
            self._selector.unregister(stream.end)
        else:
            self._selector.modify(stream.end, wanted, stream)
        stream.awaited = wanted

    def _close(self, stream: _Stream) -> None:
        self._wait_for(stream, 0)
        self._streams.pop(stream.number, None)
        stream.end.close()
        if not stream.ended:
            self._shut(stream)

    def _shut(self, stream: _Stream) -> None:
        """Tell the service that the program's end is closed."""
        if not stream.shut:
            stream.shut = True
            self._send(["shut", stream.number], [])

    def close(self) -> None:
        """End every stream: the connection is lost."""
        for stream in list(self._streams.values()):
            stream.ended = True
            self._close(stream)


class _Stream:
    """One stream."""

    def __init__(self, number: int, end: socket.socket, *, reads: bool) -> None:
        self.number = number
        self.end = end
        self.reads = reads
        self.waiting = bytearray()
        self.ended = False
        self.shut = False
        self.granted = 0 if reads else WINDOW
        self.taken = 0
        self.awaited = selectors.EVENT_READ
