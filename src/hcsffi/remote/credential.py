"""Who is at the other end of a Unix socket, by the kernel's word."""

from __future__ import annotations

import socket
import struct
import sys
from typing import Final

_LINUX: Final = struct.Struct("3i")
_XUCRED: Final = struct.Struct("IIh16I")
_HAS_XUCRED: Final = sys.platform == "darwin"
_LOCAL_PEERCRED: Final = 1
"""Option 1 of level 0 on macOS and FreeBSD: struct xucred, whose second member is the user; sys/un.h."""


def peer_user(end: socket.socket) -> int | None:
    """The user whose process is at the other end, ``None`` where the system does not tell."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is not None:
        return int(_LINUX.unpack(end.getsockopt(socket.SOL_SOCKET, option, _LINUX.size))[1])
    if _HAS_XUCRED:
        return int(_XUCRED.unpack(end.getsockopt(0, _LOCAL_PEERCRED, _XUCRED.size))[1])
    return None
