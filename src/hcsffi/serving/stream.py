"""The streams of processes for a client whose connection passes no descriptors: the other side of ``hcsffi.remote.pump``.

Each stream has a task of its own, which waits for the process or for the client's grant; frames of streams stand in line with all others,
and no stream has more than its window there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.frame import WINDOW, Malformed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hcsffi.native.completions import ProcessPipes

    Send = Callable[[list[object], list[bytes | None]], None]

_CHUNK: Final = 1 << 18
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

    async def run(self, send: Send) -> None:
        """Send it, as far as it is granted, until the process ends it or the client does not want it any more."""
        try:
            while True:
                while not self._granted:
                    self._more = anyio.Event()
                    await self._more.wait()
                chunk = await self.pipe.receive(min(_CHUNK, self._granted))
                self._granted -= len(chunk)
                send(["bytes", self.number], [chunk])
        except _GONE:
            send(["end", self.number], [])
        finally:
            self.pipe.close()

    def shut(self) -> None:
        """The client closed its end: the process gets EPIPE, as from a pipe nobody reads."""
        self.pipe.close()
        self._granted = max(self._granted, 1)
        self._more.set()


class _Input(Uncopyable):
    """What a process reads."""

    def __init__(self, number: int, pipe: SendPipe) -> None:
        self.number = number
        self.pipe = pipe
        self._waiting = bytearray()
        self._ended = False
        self._come = anyio.Event()

    def take(self, text: bytes) -> None:
        """The client wrote this.

        Raises:
            Malformed: it is more than was granted.
        """
        self._waiting += text
        if len(self._waiting) > WINDOW:
            raise Malformed("more of a stream than was granted")
        self._come.set()

    async def run(self, send: Send) -> None:
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
                send(["more", self.number, len(chunk)], [])
        except _GONE:
            send(["end", self.number], [])
        finally:
            self.pipe.close()

    def shut(self) -> None:
        """The client closed its end: what has come is still written."""
        self._ended = True
        self._come.set()


MovedStream = _Output | _Input


class Streams(Uncopyable):
    """The streams of one client.

    Args:
        send: sends a frame.
        start: begins a task that ends with the connection.
    """

    def __init__(self, send: Send, start: Callable[[MovedStream], None]) -> None:
        self._send = send
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
            stream = _Output(self._last, ReceivePipe(end)) if place else _Input(self._last, SendPipe(end))
            self._streams[self._last] = stream
            self._start(stream)
            yield self._last

    async def run(self, stream: MovedStream) -> None:
        """Move one stream to its end."""
        try:
            await stream.run(self._send)
        finally:
            self._streams.pop(stream.number, None)

    def take(self, number: int, text: bytes) -> None:
        """Bytes for a process."""
        stream = self._streams.get(number)
        if isinstance(stream, _Input):
            stream.take(text)

    def grant(self, number: int, count: int) -> None:
        """The client has taken so much of an output."""
        stream = self._streams.get(number)
        if isinstance(stream, _Output):
            stream.grant(count)

    def shut(self, number: int) -> None:
        """The client closed its end."""
        stream = self._streams.get(number)
        if stream is not None:
            stream.shut()

    def close(self) -> None:
        """Close what no task has taken up."""
        for stream in self._streams.values():
            stream.pipe.close()
        self._streams.clear()
