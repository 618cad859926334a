"""What waits to be sent to a client: whole and in order, whatever its channel takes at once."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import pytest

from hcsffi.native.handles import PipeHandle
from hcsffi.remote.frame import FrameReader, pack, pack_piece_head
from hcsffi.serving.outgoing import Outgoing

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.anyio
LIMIT_S = 60  # against a hang, and nothing else


class SlowChannel:
    """A channel that takes so many bytes in a call, and then none until it is waited for."""

    passes_descriptors = True

    def __init__(self, at_once: int) -> None:
        self.sent = bytearray()
        self.calls = 0
        self.descriptors = 0
        self._at_once = at_once
        self._is_full = False

    def send(self, parts: Sequence[bytes | memoryview], descriptors: Sequence[int]) -> int:
        """See ``PeerChannel.send``."""
        self.calls += 1
        if self._is_full:
            return 0
        taken = b"".join(parts)[: self._at_once]
        self.sent += taken
        self.descriptors += len(descriptors)
        self._is_full = True
        return len(taken)

    async def until_writable(self) -> None:
        """See ``PeerChannel.until_writable``."""
        await anyio.lowlevel.checkpoint()
        self._is_full = False

    def fileno(self) -> int:
        """Nothing is received."""
        return -1

    def receive_into(self, room: memoryview) -> int:
        """Nothing is received."""
        return len(room[:0])

    def close(self) -> None:
        """There is nothing to close."""


@pytest.mark.skipif(sys.platform == "win32", reason="a channel there passes no descriptors, and a number of one is none of a handle")
@pytest.mark.parametrize("at_once", [1, 5, 100, 1 << 20])
async def test_frames_pieces_and_descriptors_leave_whole_and_in_order(at_once: int) -> None:
    """A piece is only lent: what of it is not taken at once must not change with the memory it was read into."""
    channel = SlowChannel(at_once)
    outgoing = Outgoing(channel)
    lent = bytearray(b"piece of a stream" * 3)
    reads, writes = os.pipe()
    os.close(writes)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outgoing.send_rest)
        outgoing.add(pack(["done", 1], [b"document"]), [])
        outgoing.add(pack(["done", 2], [b"with a pipe"]), [PipeHandle(reads)])
        outgoing.flush()
        outgoing.add_piece(pack_piece_head(4, len(lent)), memoryview(lent))
        lent[:] = bytes(len(lent))
        outgoing.send(["end", 4])
        with anyio.fail_after(LIMIT_S):
            await outgoing.until_below(1)
        tasks.cancel_scope.cancel()
    found = [(one.head, one.texts, bytes(one.piece)) for one in FrameReader().feed(bytes(channel.sent))]
    assert found == [
        (["done", 1], [b"document"], b""),
        (["done", 2], [b"with a pipe"], b""),
        (["bytes", 4], [], b"piece of a stream" * 3),
        (["end", 4], [], b""),
    ]
    assert (outgoing.size, channel.descriptors) == (0, 1)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(reads)


async def test_a_channel_that_is_full_is_asked_no_more() -> None:
    """A system call for every frame that waits behind others would cost as much as sending it."""
    channel = SlowChannel(10)
    outgoing = Outgoing(channel)
    outgoing.send(["a frame of more than ten bytes"])
    asked = channel.calls
    for _ in range(50):
        outgoing.send(["more"])
    assert channel.calls == asked


async def test_everybody_who_waits_for_room_gets_it() -> None:
    """Each stream has a task that waits before it reads on; one that is not woken stalls for ever."""
    channel = SlowChannel(10)
    outgoing = Outgoing(channel)
    outgoing.send(["a frame of more than ten bytes"])
    with anyio.fail_after(LIMIT_S):
        async with anyio.create_task_group() as tasks:
            async with anyio.create_task_group() as waiting:
                for _ in range(3):
                    waiting.start_soon(outgoing.until_below, 1)
                tasks.start_soon(outgoing.send_rest)
            tasks.cancel_scope.cancel()
    assert outgoing.size == 0
