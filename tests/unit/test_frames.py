"""Frames as they are received: in any pieces, of any size, and never in more memory than what has come needs."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from hcsffi.remote.frame import LARGEST, Frame, FrameReader, Malformed, pack, pack_piece_head

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES = (0, 1, 4095, 4096, 4097, 1 << 16, (1 << 18) + 1, 3 << 20)


def kept(frames: Iterable[Frame]) -> list[tuple[list[object], list[bytes | None], bytes]]:
    """What frames hold, with the pieces that were only lent."""
    return [(one.head, one.texts, bytes(one.piece)) for one in frames]


def received(reader: FrameReader, packed: bytes, cuts: Iterable[int]) -> list[tuple[list[object], list[bytes | None], bytes]]:
    """Receive bytes as a socket would give them, so many at a time."""
    found = []
    left = memoryview(packed)
    for cut in cuts:
        with reader.room() as room:
            count = min(cut, len(room), len(left))
            assert count, "there is always room"
            room[:count] = left[:count]
        found += kept(reader.take(count))
        left = left[count:]
        if not left:
            break
    assert not left
    return found


@pytest.mark.parametrize("cut", [1, 7, 4096, 1 << 22])
def test_frames_are_the_same_however_they_come(cut: int) -> None:
    """A connection has no borders between frames: half a head, three frames, and the end of a large one come together."""
    sizes = SIZES if cut > 1 else SIZES[:5]
    written = b"".join(pack(["done", size], [b"x" * size, None, b""]) + pack_piece_head(7, size) + b"y" * size for size in sizes)
    found = received(FrameReader(), written, iter(lambda: cut, None))
    expected = [one for size in sizes for one in ((["done", size], [b"x" * size, None, b""], b""), (["bytes", 7], [], b"y" * size))]
    assert found == expected


def test_frames_in_random_pieces_are_the_same() -> None:
    """What is half there is moved, and the room grows, at moments that no list of sizes meets."""
    chance = random.Random(15)
    texts = [chance.randbytes(chance.choice((3, 300, 30_000, 300_000))) for _ in range(60)]
    written = b"".join(pack(["event", place], [text]) for place, text in enumerate(texts))
    cuts = iter(lambda: chance.choice((1, 50, 5_000, 500_000)), None)
    assert [one[1] for one in received(FrameReader(), written, cuts)] == [[text] for text in texts]


def test_the_room_is_as_large_as_what_comes() -> None:
    """A client that says little costs little; one whose frames are large is received in few calls, and gives the memory back."""
    reader = FrameReader(at_once=1 << 16)
    assert len(reader.room()) == 4096
    received(reader, pack(["ping"]), [100])
    assert len(reader.room()) == 4096
    received(reader, pack(["x"], [b"x" * (1 << 17)]), iter(lambda: 1 << 20, None))
    assert len(reader.room()) >= 1 << 16
    received(reader, pack(["x"], [b"x" * (5 << 20)]), iter(lambda: 1 << 20, None))
    assert len(reader.room()) == 1 << 16


def test_a_size_that_is_only_claimed_takes_no_memory() -> None:
    """Whoever announces a large frame and sends none of it has the room of somebody who says nothing."""
    reader = FrameReader()
    assert received(reader, pack(["x"], [b"x" * (LARGEST - 100)])[:2000], [2000]) == []
    assert len(reader.room()) < 8192


@pytest.mark.parametrize(
    "written",
    [
        b"\xff\xff\xff\xff\x00\x00\x00\x00",
        b"\x04\x00\x00\x00\x01\x00\x00\x00",
        pack(["bytes", 1], [b"a", b"b"]),
        pack(["bytes", 1], []),
        pack(["bytes", 1], [None]),
    ],
    ids=["too large", "a head beyond its frame", "two pieces", "no piece", "a piece that is none"],
)
def test_what_is_no_frame_is_refused(written: bytes) -> None:
    """The connection is of no use any more: nobody knows where the next frame begins."""
    with pytest.raises(Malformed):
        received(FrameReader(), written, [len(written)])
