"""The service's end of a connection over a Unix socket: bytes both ways, descriptors to the client only.

What a client sends beside bytes is never asked for, so the system closes it.
"""

from __future__ import annotations

import array
import errno
import socket
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Sequence

AT_ONCE: Final = 1 << 18
MOST_DESCRIPTORS: Final = 250
"""Linux passes at most 253 in one message (SCM_MAX_FD)."""


class SocketChannel(Uncopyable):
    """One connected socket.

    Args:
        end: the socket; owned from here on.
    """

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        end.settimeout(0)

    async def receive(self) -> bytes:
        """Wait for bytes; none at the end of the connection.

        Raises:
            OSError: the connection broke.
        """
        while True:
            await anyio.wait_readable(self._end)
            try:
                return self._end.recv(AT_ONCE)
            except BlockingIOError:
                continue

    def send(self, packed: bytes | memoryview, descriptors: Sequence[int]) -> int:
        """Send what the socket takes at once, and the descriptors beside it; how many bytes it took, 0 when it takes none now.

        Raises:
            OSError: the connection broke.
        """
        notes = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
        try:
            return self._end.sendmsg([packed], notes) if notes else self._end.send(packed)
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
