"""The systems of a host as a service tells them to whoever follows: one document after another, each with its length before it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from hcsffi.remote.frame import LARGEST, Malformed

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH: Final = struct.Struct("<I")


def pack_listing(document: bytes) -> bytes:
    """Write a document."""
    return _LENGTH.pack(len(document)) + document


class ListingReader:
    """Makes documents of the bytes of one stream."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, received: bytes) -> Iterator[bytes]:
        """Take bytes and hand out every document that is whole.

        Raises:
            Malformed: this is none.
        """
        self._buffer += received
        while len(self._buffer) >= _LENGTH.size:
            (size,) = _LENGTH.unpack_from(self._buffer)
            if size > LARGEST:
                raise Malformed(f"a document of {size} bytes")
            end = _LENGTH.size + size
            if len(self._buffer) < end:
                return
            document = bytes(self._buffer[_LENGTH.size : end])
            del self._buffer[:end]
            yield document
