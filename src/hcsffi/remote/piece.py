"""Kept output as it goes from a service to a program: pieces of what processes wrote, each with its stream and the moment it came.

A piece is a head - which stream, how many bytes follow, how many bytes fell out right before it, when it came - and its bytes. The pieces
of one reader go through a stream of his own, as a process's output does, so a reader that stalls holds up nobody.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi.remote.frame import Malformed

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAMS: Final = ("stdout", "stderr")
LARGEST_PIECE: Final = 1 << 16
_HEAD: Final = struct.Struct("<BIQQ")


class Piece(NamedTuple):
    """Bytes of one stream that came together.

    Args:
        stream: its place in ``STREAMS``.
        at_ns: when they came, in nanoseconds since 1970, UTC.
        text: the bytes.
    """

    stream: int
    at_ns: int
    text: bytes


def pack_piece(piece: Piece, dropped: int = 0) -> bytes:
    """Write a piece.

    Args:
        piece: of at most ``LARGEST_PIECE`` bytes.
        dropped: how many bytes fell out right before it.
    """
    return _HEAD.pack(piece.stream, len(piece.text), dropped, piece.at_ns) + piece.text


class PieceReader:
    """Makes pieces of the bytes of one stream."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, received: bytes) -> Iterator[tuple[Piece, int]]:
        """Take bytes and hand out every piece that is whole, with how many bytes fell out right before it.

        Raises:
            Malformed: this is no piece.
        """
        self._buffer += received
        while len(self._buffer) >= _HEAD.size:
            stream, size, dropped, at_ns = _HEAD.unpack_from(self._buffer)
            if stream >= len(STREAMS) or size > LARGEST_PIECE:
                raise Malformed(f"a piece of {size} bytes of the stream {stream}")
            end = _HEAD.size + size
            if len(self._buffer) < end:
                return
            text = bytes(self._buffer[_HEAD.size : end])
            del self._buffer[:end]
            yield Piece(stream, at_ns, text), dropped
