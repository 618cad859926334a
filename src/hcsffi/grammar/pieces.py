"""The JSON text of a long array, taken apart.

What is parsed of all of it at once takes memory that nobody has used yet, and leaves every cache before it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZE = 2**14
LONG = 2 * _SIZE
"""How many bytes an array has to have that is worth it."""


def pieces(text: bytes) -> Iterator[bytes]:
    """Arrays whose elements, one after another, are those of an array of objects.

    It is cut between two objects, where `},{` stands. The same inside a text or an inner array leaves a piece that is no JSON, as does
    what is no array: then nothing can be said of the whole.
    """
    begin, last = 1, len(text) - 1
    if text[:1] != b"[" or text[last:] != b"]":
        raise ValueError("no array, or one with blanks around it")
    while begin <= last:
        cut = text.find(b"},{", begin + _SIZE)
        end = last if cut < 0 else cut + 1
        yield b"[%b]" % text[begin:end]
        begin = end + 1
