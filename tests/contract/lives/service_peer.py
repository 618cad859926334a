"""A client of a service that writes its frames by hand, as no client of this library does."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from hcsffi.remote.frame import PROTOCOL, FrameReader, pack

if TYPE_CHECKING:
    from typing_extensions import Self

    from hcsffi.remote.frame import Frame

LIMIT_S = 60  # against a hang, and nothing else


class Peer:
    """Somebody who speaks to a service by hand.

    Args:
        address: the service's.
        greets: whether he begins as a client does.
    """

    def __init__(self, address: str, *, greets: bool = True) -> None:
        self.end = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.end.settimeout(LIMIT_S)
        self.end.connect(address.removeprefix("unix:"))
        self._reader = FrameReader()
        self._frames: list[Frame] = []
        self._passed: list[int] = []  # streams that came beside frames: what reads them is here as long as they are open
        if greets:
            assert self.ask("hello", "0", PROTOCOL).word(0) == "welcome"

    def send(self, *head: object, texts: tuple[bytes | None, ...] = ()) -> None:
        """Send a frame."""
        self.end.sendall(pack(head, texts))

    def receive(self) -> Frame | None:
        """The next frame; nothing once the service has hung up."""
        while not self._frames:
            try:
                received, passed, _, _ = socket.recv_fds(self.end, 65536, 16)
            except ConnectionResetError:
                return None
            if not received:
                return None
            self._passed += passed
            self._frames += self._reader.feed(received)
        return self._frames.pop(0)

    def ask(self, *head: object, texts: tuple[bytes | None, ...] = ()) -> Frame:
        """Send a frame and take the next one that comes."""
        self.send(*head, texts=texts)
        answer = self.receive()
        assert answer is not None
        return answer

    def last_words(self) -> str:
        """What the service says before it hangs up; nothing where it says nothing."""
        said = ""
        while (one := self.receive()) is not None:
            said = one.word(1) if one.word(0) == "bye" else said
        return said

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for one in self._passed:
            os.close(one)
        self.end.close()
