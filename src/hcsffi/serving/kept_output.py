"""What detached processes write, kept by the service for whoever asks later: for each system its last bytes, a bounded number.

Each output has a task that reads it for as long as it is open, whichever client started the process, so nobody's output ever waits for a
reader. Each reader has a task of his client, which writes pieces into a stream of the client's; one that falls behind is told how many
bytes he has missed.
"""

from __future__ import annotations

import time
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.piece import LARGEST_PIECE, STREAMS, Piece, pack_piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from anyio.abc import TaskGroup

    from hcsffi.native.completions import ProcessPipes
    from hcsffi.serving.reader import Hearer

SIZE: Final = 1 << 20
"""Bytes kept for each system, unless the service was told otherwise."""
SMALLEST: Final = 4096
SYSTEMS: Final = 256
"""Systems whose output is kept at the same time."""
ENDED: Final = 32
"""Systems whose output has ended and is kept all the same: the last ones."""
OVERHEAD: Final = 100
"""Bytes that a piece counts beside its text: a process that writes a byte at a time must not fill the memory."""
_AT_ONCE: Final = 32
_GONE: Final = (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError)


class TooManySystems(Exception):
    """The output of so many systems is kept that there is no room for another one."""


class Wanted(NamedTuple):
    """What somebody wants to read.

    Args:
        follow: whether what is still to come, too.
        tail: the last lines alone, so many of them; ``None`` is everything that is kept.
    """

    follow: bool
    tail: int | None


class _Kept(NamedTuple):
    number: int
    before: int
    piece: Piece


class KeptOutput(Uncopyable):
    """The output of one system.

    Args:
        system_id: the system's id.
        incarnation: what tells it from others that have had that id.
        size: how many bytes are kept.
    """

    def __init__(self, system_id: str, incarnation: str, size: int) -> None:
        self.system_id = system_id
        self.incarnation = incarnation
        self.open = 0
        self._size = size
        self._kept: deque[_Kept] = deque()
        self._next = 0  # the number of the next piece
        self._written = 0  # bytes that were ever written
        self._counted = 0
        self._more = anyio.Event()

    def add(self, piece: Piece) -> None:
        """Keep a piece; the oldest ones fall out where there is no room."""
        self._kept.append(_Kept(self._next, self._written, piece))
        self._next += 1
        self._written += len(piece.text)
        self._counted += len(piece.text) + OVERHEAD
        while self._counted > self._size and len(self._kept) > 1:
            self._counted -= len(self._kept.popleft().piece.text) + OVERHEAD
        self._wake()

    def end_one(self) -> None:
        """One output of a process has ended."""
        self.open -= 1
        self._wake()

    def _wake(self) -> None:
        self._more.set()
        self._more = anyio.Event()

    async def copy(self, to: Hearer, wanted: Wanted) -> None:
        """Send what is kept, and what comes when that is wanted, until every output has ended.

        Raises:
            anyio.BrokenResourceError: nobody reads it any more.
        """
        number, heard, end = 0, 0, self._next
        last = None if wanted.tail is None else tail([one.piece for one in self._kept], wanted.tail)
        if last is not None:
            number, heard = end, self._written
            for piece in last:
                await to.send(pack_piece(piece))
        while wanted.follow or number < end:
            following = self._following(number)
            if not following and not self.open:
                return
            if not following:
                await self._more.wait()
            for one in following if wanted.follow else [one for one in following if one.number < end]:
                await to.send(pack_piece(one.piece, one.before - heard))
                number, heard = one.number + 1, one.before + len(one.piece.text)
            if following and not wanted.follow:
                number = max(number, following[-1].number + 1)

    def _following(self, number: int) -> list[_Kept]:
        """The next pieces from that number on, as far as they are still there."""
        newest = list(islice(reversed(self._kept), max(self._next - number, 0)))
        return newest[: -_AT_ONCE - 1 : -1]


def tail(pieces: Iterable[Piece], count: int) -> list[Piece] | None:
    """Return the last lines of pieces in their order; ``None`` when that is all of them.

    Args:
        pieces: of both streams, oldest first; a line may lie in several of them.
        count: how many lines; what has no line end yet is one.
    """
    found: deque[Piece] = deque()
    taking: dict[int, bool] = {}  # whether the line is wanted that the last piece of this stream was a part of
    lines = 0
    for piece in reversed(list(pieces)):
        stream, at_ns, text = piece
        end, kept = len(text), len(text)
        while end:
            if text[end - 1] == 10 or stream not in taking:
                taking[stream] = lines < count
                lines += taking[stream]
            begin = text.rfind(b"\n", 0, end - 1) + 1
            if taking[stream]:
                kept = begin
            else:
                break
            end = begin
        if kept < len(text):
            found.appendleft(Piece(stream, at_ns, text[kept:]))
        if len(taking) == len(STREAMS) and not any(taking.values()):
            return list(found)
    return None if lines < count or all(taking.values()) else list(found)


class KeptOutputs(Uncopyable):
    """The output of all systems of one service.

    Args:
        tasks: where outputs are read, for as long as the service runs.
        size: how many bytes are kept for each system.
    """

    def __init__(self, tasks: TaskGroup, size: int = SIZE) -> None:
        self._tasks = tasks
        self._size = size
        self._systems: dict[str, KeptOutput] = {}

    def refuse_excess(self) -> None:
        """Refuse to keep the output of one more system.

        Raises:
            TooManySystems: there are too many.
        """
        if sum(one.open > 0 for one in self._systems.values()) >= SYSTEMS:
            raise TooManySystems(f"the output of {SYSTEMS} systems is kept already, as many as one service keeps")

    def keep(self, system_id: str, incarnation: str, process: ProcessPipes) -> ProcessPipes:
        """Keep what a process writes; what is left of it for whoever started it."""
        kept = self._systems.get(incarnation)
        if kept is None:
            kept = self._systems[incarnation] = KeptOutput(system_id, incarnation, self._size)
        for stream, end in enumerate((process.std_out, process.std_err)):
            if end is not None:
                kept.open += 1
                self._tasks.start_soon(self._read, kept, stream, ReceivePipe(end))
        self._forget_ended()
        return process._replace(std_out=None, std_err=None)

    async def _read(self, kept: KeptOutput, stream: int, pipe: ReceivePipe) -> None:
        try:
            while True:
                text = await pipe.receive(min(LARGEST_PIECE, self._size // 4))
                kept.add(Piece(stream, time.time_ns(), text))
        except _GONE:
            pass
        finally:
            pipe.close()
            kept.end_one()
            self._forget_ended()

    def forget(self, incarnation: str) -> None:
        """Keep nothing more of a system that is gone; who reads it now reads it to its end."""
        self._systems.pop(incarnation, None)

    def _forget_ended(self) -> None:
        ended = [one.incarnation for one in self._systems.values() if not one.open]
        for one in ended[: max(len(ended) - ENDED, 0)]:
            del self._systems[one]

    def find(self, system_id: str, incarnation: str | None) -> KeptOutput | None:
        """The output of one system; without an incarnation, of the last one that had the id."""
        if incarnation is not None:
            return self._systems.get(incarnation)
        return next((one for one in reversed(self._systems.values()) if one.system_id == system_id), None)
