"""What crosses between a program and a service in another process: frames, each a head and its texts.

A frame is two numbers of 32 bits, little end first: how many bytes follow the first, and how many of them are the head. The head is a JSON
list whose first element names the sort of the frame and whose last one lists the lengths of the texts that follow it, ``null`` for a NULL.
So documents cross as they are, byte for byte, and only what is short is written and read as JSON.

From a client, each with a number of its own choice where it wants an answer:

====================================== ============================================================================================
``hello version protocol``             first of all; answered by ``welcome`` or ``bye``
``run n function handle wishes``       start an operation with the texts; answered by ``done``
``many n jobs``                        several in one native call, each ``[function, handle, wishes, texts]``; answered by ``all``: a
                                       code for each, or a row as in ``done`` where something was opened
``drop n``                             nobody waits for it any more: answered by ``gone``, unless its answer was on its way already
``ask n function arguments``           call on a thread; answered by ``said``
``look n opens asks closes ids``       open, ask, close each; answered by ``looked``
``watch n w function handle options``  register for events, which then come as ``event w``; answered by ``said``
``unwatch w``                          forget a registration; not answered
``close n handle``                     answered by ``closed`` when the native close has returned
``abandon handle``                     not answered
``ping``                               answered by ``pong``
``bytes s``, ``shut s``                of the standard input that stream is, over a connection that passes no descriptors; its end,
                                       answered by ``end`` when the process has been given all of it, or wants no more
``more s count``                       so many more bytes of an output may be sent; the service says it of an input, and ``bytes``, ``end``
====================================== ============================================================================================

Some functions that are started are the service's own. ``hcsffi_keep_output`` is HcsCreateProcess with two texts more, the system's id and
what tells it from others of that id, and keeps the process's outputs in the place of handing them out. ``hcsffi_read_output`` takes those
two texts and an order, ``{"Follow": true, "Tail": 10}``, and hands out a standard output by which pieces come (``hcsffi.remote.piece``).
``hcsffi_follow_host`` takes a query and a number of seconds, and hands out one by which the systems of the host come whenever they are
others or have other states (``hcsffi.remote.listing``). ``hcsffi_stand_on`` takes a system's id and ``{"Path": path, "Layers": [path]}``,
attaches a scratch there, and answers with the container's ``Storage``. ``hcsffi_attend``, of a system, takes its id, its namespace, the id
of a process and what tells the system from others of its id: from its answer on the service ends the system when that process exits, or
leaves it where no process is named, and takes away the scratch once the system has ended (``hcsffi.serving.attendance``).

A handle is a number that the service gave to this one connection; 0 is none. Nothing is unpickled; what is no frame ends the connection.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROTOCOL: Final = 4
"""The version of what is described above; both sides have to speak the same."""
LARGEST: Final = 64 << 20
"""Bytes of the largest frame; a document beyond it is refused where it is sent."""
WINDOW: Final = 1 << 20
"""Bytes of a stream that may be on their way: as many as its sender may send before it is granted more."""
LARGEST_GREETING: Final = 4096
"""Bytes of the largest frame from somebody who has not been greeted yet."""

_FIRST_ROOM: Final = 4096
_MOST_KEPT: Final = 1 << 22
"""Bytes of the largest room that is kept when a frame needed it."""
_LENGTHS: Final = struct.Struct("<II")
_write: Final = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"), check_circular=False).encode
_parse: Final = json.JSONDecoder().decode


class Malformed(ValueError):
    """What came is no frame, or not one that may come here."""


class TooLarge(ValueError):
    """A frame would be larger than any peer takes."""


class Frame(NamedTuple):
    """One frame.

    Args:
        head: the sort and what belongs to it.
        texts: the texts, ``None`` for a NULL; none where the frame is one of ``bytes``.
        piece: what a frame of ``bytes`` has in their place; only lent, until the next frame is taken.
    """

    head: list[object]
    texts: list[bytes | None]
    piece: memoryview | bytes = b""

    def word(self, place: int) -> str:
        """The text at this place of the head.

        Raises:
            Malformed: there is none.
        """
        return as_word(self.head[place] if place < len(self.head) else None)

    def number(self, place: int) -> int:
        """The number at this place of the head, not below 0.

        Raises:
            Malformed: there is none.
        """
        return as_number(self.head[place] if place < len(self.head) else None)

    def row(self, place: int) -> list[object]:
        """The list at this place of the head.

        Raises:
            Malformed: there is none.
        """
        return as_row(self.head[place] if place < len(self.head) else None)


def as_word(found: object) -> str:
    """What was found, if it is a text.

    Raises:
        Malformed: it is not.
    """
    if not isinstance(found, str):
        raise Malformed(f"a {type(found).__name__} where a text belongs")
    return found


def as_number(found: object) -> int:
    """What was found, if it is a number that 64 bits without a sign hold.

    Raises:
        Malformed: it is not.
    """
    if type(found) is not int or not 0 <= found < 1 << 64:
        raise Malformed(f"a {type(found).__name__} where a number belongs")
    return found


def as_row(found: object) -> list[object]:
    """What was found, if it is a list.

    Raises:
        Malformed: it is not.
    """
    if not isinstance(found, list):
        raise Malformed(f"a {type(found).__name__} where a list belongs")
    return found


def pack(head: Sequence[object], texts: Sequence[bytes | None] = ()) -> bytes:
    """Write a frame.

    Raises:
        TooLarge: no peer would take it.
    """
    written = _write([*head, [None if one is None else len(one) for one in texts]]).encode()
    parts = [one for one in texts if one]
    total = len(written) + 4 + sum(map(len, parts))
    if total > LARGEST:
        raise TooLarge(f"a frame of {total} bytes; the largest that a service and its clients exchange has {LARGEST}")
    return b"".join((_LENGTHS.pack(total, len(written)), written, *parts))


def pack_piece_head(stream: int, size: int) -> bytes:
    """Write the beginning of a frame of ``bytes``, which goes before that many bytes of a stream."""
    written = _write(["bytes", stream, [size]]).encode()
    return _LENGTHS.pack(len(written) + 4 + size, len(written)) + written


class FrameReader:
    """Makes frames of the bytes of one connection.

    They are received where they are read: whoever receives asks for ``room``, and says with ``take`` how much of it was filled.

    Args:
        largest: bytes of the largest frame that is taken; may be changed between frames.
        at_once: bytes of the largest room that is made because the last one was filled; only a larger frame makes a larger one.
    """

    def __init__(self, largest: int = LARGEST, at_once: int = 1 << 18) -> None:
        self.largest = largest
        self._at_once = at_once
        self._buffer = bytearray(_FIRST_ROOM)
        self._begin = 0
        self._end = 0

    def room(self) -> memoryview:
        """Where the next bytes go; never empty."""
        size = len(self._buffer)
        if self._begin == self._end:
            self._begin = self._end = 0
            if size > _MOST_KEPT:
                size = self._at_once
                self._buffer = bytearray(size)
        if size - self._end < size // 2:  # what is half there goes to the beginning, in a larger buffer where it fills half of this one
            kept = self._end - self._begin
            larger = self._buffer if kept < size // 2 else bytearray(2 * size)
            larger[:kept] = self._buffer[self._begin : self._end]
            self._buffer, self._begin, self._end = larger, 0, kept
        return memoryview(self._buffer)[self._end :]

    def take(self, count: int) -> Iterator[Frame]:
        """Hand out every frame that is whole, now that so many bytes of the room were filled.

        Raises:
            Malformed: this is no frame; the connection is of no use any more.
        """
        self._end += count
        buffer = self._buffer
        is_filled = self._end == len(buffer)
        while self._end - self._begin >= _LENGTHS.size:
            total, head = _LENGTHS.unpack_from(buffer, self._begin)
            if total > self.largest or head + 4 > total:
                raise Malformed(f"a frame of {total} bytes with a head of {head}")
            if self._end - self._begin < total + 4:
                break
            start = self._begin + _LENGTHS.size
            self._begin += total + 4
            with memoryview(buffer) as whole, whole[start : self._begin] as body:
                yield _read(body, head)
        if is_filled and len(buffer) < self._at_once:  # more would have come at once
            self._buffer = bytearray(2 * len(buffer))
            self._end -= self._begin
            self._buffer[: self._end] = buffer[self._begin : self._begin + self._end]
            self._begin = 0

    def feed(self, received: bytes) -> Iterator[Frame]:
        """Take bytes that were received elsewhere; otherwise as ``take``."""
        left = memoryview(received)
        while left:
            room = self.room()
            count = min(len(room), len(left))
            room[:count] = left[:count]
            room.release()
            yield from self.take(count)
            left = left[count:]


def _read(body: memoryview, length: int) -> Frame:
    try:
        head: object = _parse(str(body[:length], "utf-8"))
    except (ValueError, RecursionError) as error:  # the reader itself refuses what is nested beyond Python's own limit
        raise Malformed("a head that is no JSON") from error
    if not isinstance(head, list) or not head or not isinstance(head[-1], list):
        raise Malformed("a head that is no list of a sort and lengths")
    sizes = head.pop()
    if head[:1] == ["bytes"]:
        if len(sizes) != 1 or as_number(sizes[0]) != len(body) - length:
            raise Malformed("a piece of another length than the head says")
        return Frame(head, [], body[length:])
    texts: list[bytes | None] = []
    start = length
    for size in sizes:
        if size is None:
            texts.append(None)
        else:
            end = start + as_number(size)
            texts.append(bytes(body[start:end]))
            start = end
    if start != len(body):
        raise Malformed("texts of other lengths than the head says")
    return Frame(head, texts)
