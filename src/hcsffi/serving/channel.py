"""The service's end of a connection: over a Unix socket bytes both ways and descriptors to the client, over standard streams bytes alone.

No event loop awaits the standard streams of a program on Windows: there two threads move their bytes to and from a pair of sockets.

What a client sends beside bytes is never asked for, so the system closes it.
"""

from __future__ import annotations

import array
import contextlib
import errno
import os
import socket
import threading
from typing import TYPE_CHECKING, Final, Protocol

import anyio

from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_ONCE: Final = 1 << 18
_LAST_WORD_S: Final = 1.0
_SENDS_TOGETHER: Final = hasattr(socket.socket, "sendmsg")
MOST_PARTS: Final = 512
"""Buffers of one call; Linux takes 1,024 (UIO_MAXIOV), as other systems do."""
MOST_DESCRIPTORS: Final = 250
"""Linux passes at most 253 in one message (SCM_MAX_FD)."""


class PeerChannel(Protocol):
    """What bytes come and go by."""

    passes_descriptors: bool
    """Whether descriptors go beside the bytes."""

    def fileno(self) -> int:
        """What becomes readable when bytes have come."""

    def receive_into(self, room: memoryview) -> int:
        """Take what has come; how many bytes, 0 at the end of the connection.

        Raises:
            BlockingIOError: nothing has.
        """

    def send(self, parts: Sequence[bytes | memoryview], descriptors: Sequence[int]) -> int:
        """Send what can be sent at once of these; how many bytes, 0 when none can now."""

    async def until_writable(self) -> None:
        """Wait until bytes can be sent again."""

    def close(self) -> None:
        """End the connection. Safe twice."""


class SocketChannel(Uncopyable):
    """One connected socket.

    Args:
        end: the socket; owned from here on.
    """

    passes_descriptors: bool = True

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        end.settimeout(0)

    def fileno(self) -> int:
        """See ``PeerChannel.fileno``."""
        return self._end.fileno()

    def receive_into(self, room: memoryview) -> int:
        """See ``PeerChannel.receive_into``.

        Raises:
            OSError: the connection broke.
        """
        return self._end.recv_into(room)

    def send(self, parts: Sequence[bytes | memoryview], descriptors: Sequence[int]) -> int:
        """Send what the socket takes at once, and the descriptors beside it; how many bytes it took, 0 when it takes none now.

        Raises:
            OSError: the connection broke.
        """
        notes = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
        try:
            if len(parts) == 1 and not notes:
                return self._end.send(parts[0])
            return self._end.sendmsg(parts, notes) if _SENDS_TOGETHER else self._end.send(b"".join(parts))
        except BlockingIOError:
            return 0
        except OSError as error:
            if error.errno == errno.ETOOMANYREFS:  # the client has not taken those that are on their way
                return 0
            raise

    async def until_writable(self) -> None:
        """Wait until the socket takes bytes again."""
        await anyio.wait_writable(self._end)

    def close(self) -> None:
        """End the connection. Safe twice."""
        self._end.close()


class DescriptorChannel(Uncopyable):
    """Two descriptors, such as those of standard input and output: pipes, sockets or one of each.

    Args:
        reads: the one to read from; owned from here on.
        writes: the one to write to; owned likewise.
    """

    passes_descriptors: bool = False

    def __init__(self, reads: int, writes: int) -> None:
        self._reads = reads
        self._writes = writes
        os.set_blocking(reads, False)
        os.set_blocking(writes, False)

    def fileno(self) -> int:
        """See ``PeerChannel.fileno``."""
        return self._reads

    def receive_into(self, room: memoryview) -> int:
        """See ``PeerChannel.receive_into``."""
        return os.readv(self._reads, [room])

    def send(self, parts: Sequence[bytes | memoryview], descriptors: Sequence[int]) -> int:
        """See ``PeerChannel.send``."""
        if descriptors:
            raise ValueError("no descriptors go beside these bytes")
        try:
            return os.writev(self._writes, parts)
        except BlockingIOError:
            return 0

    async def until_writable(self) -> None:
        """See ``PeerChannel.until_writable``."""
        await anyio.wait_writable(self._writes)

    def close(self) -> None:
        """See ``PeerChannel.close``."""
        reads, writes, self._reads, self._writes = self._reads, self._writes, -1, -1
        for one in {reads, writes} - {-1}:
            os.close(one)


class ThreadedChannel(SocketChannel):
    """Two descriptors as ``DescriptorChannel`` has them, of a kind that no event loop awaits.

    Args:
        reads: the one to read from; owned by its thread from here on, which is left where it reads when the process ends.
        writes: the one to write to; owned likewise.
    """

    passes_descriptors = False

    def __init__(self, reads: int, writes: int) -> None:
        ours, theirs = socket.socketpair()
        super().__init__(ours)
        self._writer = threading.Thread(target=_write_all_of, args=(theirs, writes), name="hcsffi output", daemon=True)
        self._writer.start()
        threading.Thread(target=_read_all_of, args=(reads, theirs), name="hcsffi input", daemon=True).start()

    def close(self) -> None:
        """End the connection, once what was sent is written or nobody takes it any more. Safe twice.

        Blocks:
            At most a second.
        """
        super().close()
        self._writer.join(_LAST_WORD_S)


def _read_all_of(reads: int, end: socket.socket) -> None:
    """Bring what is read to the event loop, until the stream or the connection ends."""
    with contextlib.suppress(OSError):
        while received := os.read(reads, _AT_ONCE):
            end.sendall(received)
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_WR)
    os.close(reads)


def _write_all_of(end: socket.socket, writes: int) -> None:
    """Write what the event loop has sent, until the connection ends or nobody reads the stream any more."""
    with end, contextlib.suppress(OSError):
        while waiting := memoryview(end.recv(_AT_ONCE)):
            while waiting:
                waiting = waiting[os.write(writes, waiting) :]
    os.close(writes)
