"""The streams of processes for a client whose connection passes no descriptors: the other side of ``hcsffi.remote.pump``.

Each stream has a task of its own, which waits for the process or for the client's grant; frames of streams stand in line with all others,
and no stream has more than its window there.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.frame import WINDOW, Malformed, pack_piece_head

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from hcsffi.native.completions import ProcessPipes
    from hcsffi.native.handles import PipeHandle
    from hcsffi.serving.outgoing import Outgoing
    from hcsffi.serving.reader import Hearer

    Tell = Callable[[Hearer], Awaitable[None]]


_CHUNK: Final = 1 << 18
_LARGE_PIPES: Final = 32
"""So many streams of a client have pipes of the size of a piece: those of an ordinary user all count against one limit
(/proc/sys/fs/pipe-user-pages-soft)."""
_GONE: Final = (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError)


class _Output(Uncopyable):
    """What a process writes."""

    def __init__(self, number: int, pipe: ReceivePipe) -> None:
        self.number = number
        self.pipe = pipe
        self._granted = WINDOW
        self._more = anyio.Event()

    def grant(self, count: int) -> None:
        """The client has taken so much."""
        self._granted = min(self._granted + count, WINDOW)
        self._more.set()

    async def run(self, outgoing: Outgoing) -> None:
        """Send it, as far as it is granted, until the process ends it or the client does not want it any more."""
        try:
            while True:
                while not self._granted:
                    self._more = anyio.Event()
                    await self._more.wait()
                await outgoing.until_below(1)  # what the channel does not take stays in the pipe
                count = await self.pipe.receive_into(_piece[: self._granted])
                self._granted -= count
                outgoing.add_piece(pack_piece_head(self.number, count), _piece[:count])
        except _GONE:
            outgoing.send(["end", self.number])
        finally:
            self.pipe.close()

    def shut(self) -> None:
        """The client closed its end: the process gets EPIPE, as from a pipe nobody reads."""
        self.pipe.close()
        self._granted = max(self._granted, 1)
        self._more.set()

    def close(self) -> None:
        """The client has gone before this was begun."""
        self.pipe.close()


class _Report(Uncopyable):
    """What the service itself has to tell, as an output that no process writes."""

    def __init__(self, number: int, tell: Tell) -> None:
        self.number = number
        self._tell = tell
        self._outgoing: Outgoing | None = None
        self._granted = WINDOW
        self._more = anyio.Event()
        self._scope = anyio.CancelScope()

    def grant(self, count: int) -> None:
        """The client has taken so much."""
        self._granted = min(self._granted + count, WINDOW)
        self._more.set()

    async def send(self, item: bytes, /) -> None:
        """Send it, as far as it is granted; see ``reader.Hearer``."""
        left = memoryview(item)
        while left and self._outgoing is not None:
            while not self._granted:
                self._more = anyio.Event()
                await self._more.wait()
            await self._outgoing.until_below(1)
            piece = left[: min(self._granted, _CHUNK)]
            self._granted -= len(piece)
            self._outgoing.add_piece(pack_piece_head(self.number, len(piece)), piece)
            left = left[len(piece) :]

    async def run(self, outgoing: Outgoing) -> None:
        """Tell all there is, until the client wants no more of it."""
        self._outgoing = outgoing
        with self._scope:
            await self._tell(self)
        outgoing.send(["end", self.number])

    def shut(self) -> None:
        """The client closed its end."""
        self._scope.cancel()

    def close(self) -> None:
        """There is nothing to give back."""


class _Input(Uncopyable):
    """What a process reads."""

    def __init__(self, number: int, pipe: SendPipe) -> None:
        self.number = number
        self.pipe = pipe
        self._waiting = bytearray()
        self._ended = False
        self._come = anyio.Event()

    def take(self, text: bytes | memoryview) -> None:
        """The client wrote this, which is only lent.

        Raises:
            Malformed: it is more than was granted.
        """
        self._waiting += text
        if len(self._waiting) > WINDOW:
            raise Malformed("more of a stream than was granted")
        self._come.set()

    async def run(self, outgoing: Outgoing) -> None:
        """Give it to the process, until the client closes its end or the process does."""
        try:
            while self._waiting or not self._ended:
                if not self._waiting:
                    self._come = anyio.Event()
                    await self._come.wait()
                    continue
                chunk = bytes(self._waiting[:_CHUNK])
                await self.pipe.send(chunk)
                del self._waiting[: len(chunk)]
                outgoing.send(["more", self.number, len(chunk)])
        except _GONE:  # the process reads no more
            pass
        finally:
            self.pipe.close()
        outgoing.send(["end", self.number])

    def shut(self) -> None:
        """The client closed its end: what has come is still written."""
        self._ended = True
        self._come.set()

    def close(self) -> None:
        """The client has gone before this was begun."""
        self.pipe.close()


_piece: Final = memoryview(bytearray(_CHUNK))
"""Where outputs are read, one after another: what is read is sent, or copied, before anything else is done."""

MovedStream = _Output | _Report | _Input


class Streams(Uncopyable):
    """The streams of one client.

    Args:
        outgoing: by which they go.
        start: begins a task that runs one of them, and ends with the connection.
    """

    def __init__(self, outgoing: Outgoing, start: Callable[[MovedStream], None]) -> None:
        self._outgoing = outgoing
        self._start = start
        self._streams: dict[int, MovedStream] = {}
        self._last = 0

    def __len__(self) -> int:
        return len(self._streams)

    def open(self, process: ProcessPipes) -> Iterator[int]:
        """Own the streams of a process; their numbers in the order of its members, 0 for one that is not there."""
        for place, end in enumerate(process[1:]):
            if end is None:
                yield 0
                continue
            self._last += 1
            if len(self._streams) < _LARGE_PIPES:
                _enlarge(end)
            stream = _Output(self._last, ReceivePipe(end)) if place else _Input(self._last, SendPipe(end))
            self._streams[self._last] = stream
            self._start(stream)
            yield self._last

    def open_report(self, tell: Tell) -> int:
        """Begin to tell something; the stream's number."""
        self._last += 1
        self._streams[self._last] = _Report(self._last, tell)
        self._start(self._streams[self._last])
        return self._last

    async def run(self, stream: MovedStream) -> None:
        """Move one stream to its end."""
        try:
            await stream.run(self._outgoing)
        finally:
            self._streams.pop(stream.number, None)

    def take(self, number: int, text: bytes | memoryview) -> None:
        """Bytes for a process."""
        stream = self._streams.get(number)
        if isinstance(stream, _Input):
            stream.take(text)

    def grant(self, number: int, count: int) -> None:
        """The client has taken so much of an output."""
        stream = self._streams.get(number)
        if isinstance(stream, (_Output, _Report)):
            stream.grant(count)

    def shut(self, number: int) -> None:
        """The client closed its end."""
        stream = self._streams.get(number)
        if stream is not None:
            stream.shut()

    def close(self) -> None:
        """Close what no task has taken up."""
        for stream in self._streams.values():
            stream.close()
        self._streams.clear()


def _enlarge(end: PipeHandle) -> None:
    """Let a process write as much as one piece has before it is waited for, where the system grants it."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            if stat.S_ISFIFO(os.fstat(end.fileno()).st_mode):
                fcntl.fcntl(end.fileno(), fcntl.F_SETPIPE_SZ, _CHUNK)
