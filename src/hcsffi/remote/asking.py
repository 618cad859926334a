"""One question to a service that runs, for a program that asks it and ends: without an event loop, a thread or a library."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Final

from hcsffi.remote.credential import peer_user
from hcsffi.remote.frame import PROTOCOL, FrameReader, Malformed, pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hcsffi.remote.frame import Frame

_LIMIT_S: Final = 3.0
_SEVERITY: Final = 31
"""The bit of a result code that says that a call failed; [MS-ERREF], section 2.1."""


def ask_once(path: str, version: str, function: str, texts: Sequence[bytes | None]) -> bytes | None:
    """Start a function that takes no handle and opens nothing, and wait for its document.

    Args:
        path: of the service's socket.
        version: this library's version.
        function: one with an operation.
        texts: its texts.

    Returns:
        The document; ``None`` where no service answers, not at once, or not with a success: whoever connects as a library does hears why.

    Blocks:
        As long as the service takes, at most 3 s for each of its answers.
    """
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as end:
            end.settimeout(_LIMIT_S)
            end.connect(path)
            if peer_user(end) not in {None, 0, os.getuid()}:
                return None
            frames = _frames(end)
            end.sendall(pack(["hello", version, PROTOCOL]))
            if next(frames).word(0) != "welcome":
                return None
            end.sendall(pack(["run", 1, function, 0, 0], texts))
            answer = next(frames)
            return answer.texts[0] if answer.word(0) == "done" and not answer.number(2) >> _SEVERITY else None
    except (OSError, Malformed, StopIteration):
        return None


def _frames(end: socket.socket) -> Iterator[Frame]:
    reader = FrameReader()
    while True:
        with reader.room() as room:
            count = end.recv_into(room)
        if not count:
            return
        yield from reader.take(count)
