"""What a client is to be sent: frames in order, with the streams that go beside them, sent together as far as the channel takes them."""

from __future__ import annotations

import itertools
from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi.native.handles import Uncopyable
from hcsffi.remote.frame import pack
from hcsffi.serving.channel import MOST_DESCRIPTORS, MOST_PARTS

if TYPE_CHECKING:
    from hcsffi.native.handles import PipeHandle
    from hcsffi.serving.channel import PeerChannel

_TOGETHER: Final = 1 << 18
_PAUSE_S: Final = 0.01


class _Waiting(NamedTuple):
    packed: bytes | memoryview
    ends: list[PipeHandle]


class Outgoing(Uncopyable):
    """The frames that wait.

    Args:
        channel: what sends them.

    Attributes:
        size: bytes that wait.
    """

    def __init__(self, channel: PeerChannel) -> None:
        self.size = 0
        self._channel = channel
        self._frames: deque[_Waiting] = deque()
        self._blocked = anyio.Event()
        self._less = anyio.Event()

    def add(self, packed: bytes, ends: list[PipeHandle]) -> None:
        """Put a frame behind the others; ``flush`` sends it.

        Args:
            packed: the frame.
            ends: the streams whose descriptors go beside it; owned from here on, closed when they were sent.
        """
        self._frames.append(_Waiting(packed, ends))
        self.size += len(packed)

    def send(self, head: list[object]) -> None:
        """Send a frame without texts.

        Raises:
            OSError: the connection broke.
        """
        self.add(pack(head), [])
        self.flush()

    def add_piece(self, head: bytes, piece: memoryview) -> None:
        """Send a frame whose end is only lent; what the channel does not take at once is copied.

        Raises:
            OSError: the connection broke.
        """
        stands_first = not self._frames
        taken = self._channel.send((head, piece), ()) if stands_first else 0
        if taken < len(head) + len(piece):
            self.add(head[taken:] + bytes(piece[max(taken - len(head), 0) :]), [])
            if stands_first:
                self._blocked.set()
            else:
                self.flush()

    def flush(self) -> None:
        """Send what the channel takes; the rest is sent by ``send_rest``.

        Raises:
            OSError: the connection broke.
        """
        while self._frames and not self._blocked.is_set():
            taken = self._send_first()
            self.size -= taken
            if not taken:
                self._blocked.set()
        self._tell_less()

    def _tell_less(self) -> None:
        told, self._less = self._less, anyio.Event()
        told.set()

    def _send_first(self) -> int:
        """Send from the first frames; how many bytes the channel took."""
        first = self._frames[0]
        if first.ends:
            return self._send_with_ends(self._frames.popleft())
        taken = left = self._channel.send([first.packed] if len(self._frames) == 1 else self._together(), ())
        while left:
            first = self._frames.popleft()
            if left < len(first.packed):
                self._frames.appendleft(_Waiting(memoryview(first.packed)[left:], []))
                break
            left -= len(first.packed)
        return taken

    def _together(self) -> list[bytes | memoryview]:
        """The first frames, as far as they need no descriptors and are small."""
        parts: list[bytes | memoryview] = []
        size = 0
        for one in itertools.islice(self._frames, MOST_PARTS):
            if one.ends or size >= _TOGETHER:
                break
            parts.append(one.packed)
            size += len(one.packed)
        return parts

    def _send_with_ends(self, first: _Waiting) -> int:
        """Send a frame whose descriptors go with its first bytes: a byte for each message but the last."""
        now, later = first.ends[:MOST_DESCRIPTORS], first.ends[MOST_DESCRIPTORS:]
        packed = memoryview(first.packed)
        try:
            taken = self._channel.send([packed[:1] if later else packed], [end.fileno() for end in now])
        except OSError:
            self._frames.appendleft(first)
            raise
        if taken:
            for end in now:
                end.close()
        else:
            later = first.ends
        if taken < len(packed):
            self._frames.appendleft(_Waiting(packed[taken:], later))
        return taken

    async def send_rest(self) -> None:
        """Send what the channel did not take at once, for as long as the connection lasts.

        Raises:
            OSError: the connection broke.
        """
        while True:
            await self._blocked.wait()
            await self._channel.until_writable()
            self._blocked = anyio.Event()
            waiting = self.size
            self.flush()
            if self.size == waiting:  # writable, yet nothing was taken: descriptors on their way are too many
                await anyio.sleep(_PAUSE_S)

    async def until_below(self, limit: int) -> None:
        """Wait until fewer bytes wait than that."""
        while self.size >= limit:
            await self._less.wait()

    def close(self) -> None:
        """Close the streams that were not sent."""
        for one in self._frames:
            for end in one.ends:
                end.close()
        self._frames.clear()
