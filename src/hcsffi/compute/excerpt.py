"""The head and the tail of a byte stream of any length, in little more memory than they take.

The head grows in a ``BytesIO``, whose value is taken without a copy. The tail is a queue of small blocks: old bytes fall out by the block,
and many tiny pieces cost no more than their bytes. At the end the blocks move behind the head one by one.
"""

from __future__ import annotations

from collections import deque
from io import BytesIO
from typing import Final

_BLOCKS: Final = 32
"""How many blocks hold a full tail; one more is what the tail costs beyond its bytes."""


class Excerpt:
    """Collects a stream and keeps its first and its last bytes.

    Args:
        limit_bytes: how much is kept, half of it from the beginning; ``None`` keeps everything.
    """

    def __init__(self, limit_bytes: int | None) -> None:
        self._seen_bytes = 0
        self._head = BytesIO()
        self._head_limit = None if limit_bytes is None else limit_bytes - limit_bytes // 2
        self._tail: deque[bytearray] = deque()
        self._tail_limit = 0 if limit_bytes is None else limit_bytes // 2
        self._tail_bytes = 0
        self._block_bytes = max(1, self._tail_limit // _BLOCKS)

    async def take(self, chunk: bytes) -> None:
        """Take what comes next."""
        self._seen_bytes += len(chunk)
        room = len(chunk) if self._head_limit is None else self._head_limit - self._head.tell()
        with memoryview(chunk) as view:
            self._head.write(view[:room])
            self._lengthen_tail(view[room:])

    def _lengthen_tail(self, view: memoryview) -> None:
        if len(view) >= self._tail_limit:  # it is the whole tail
            view = view[len(view) - self._tail_limit :]
            self._tail.clear()
            self._tail_bytes = 0
        self._tail_bytes += len(view)
        while view:
            if not self._tail or len(self._tail[-1]) == self._block_bytes:
                self._tail.append(bytearray())
            room = self._block_bytes - len(self._tail[-1])
            self._tail[-1] += view[:room]
            view = view[room:]
        while self._tail and self._tail_bytes - len(self._tail[0]) >= self._tail_limit:
            self._tail_bytes -= len(self._tail.popleft())

    def give_up(self) -> tuple[bytes, int]:
        """Return what was kept, and how many bytes fell out of its middle; nothing can be taken afterwards."""
        surplus = self._tail_bytes - self._tail_limit
        while self._tail:
            self._head.write(self._tail.popleft()[max(0, surplus) :])
            surplus = 0
        kept = self._head.getvalue()
        return kept, self._seen_bytes - len(kept)
