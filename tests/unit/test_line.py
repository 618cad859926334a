"""A connection to a service whose answers cannot be read: whoever asked hears of it, instead of waiting for ever."""

from __future__ import annotations

import queue
import select
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi.native import library
from hcsffi.native.remote import RemoteQueue
from hcsffi.remote.frame import Malformed, pack
from hcsffi.remote.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.remote.frame import Frame

DISCONNECT = 0x8037011E
"""HCS_E_SERVICE_DISCONNECT, the schema's table HCSHResult."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="connections pass descriptors, which sockets of Windows cannot")


class Ends:
    """Both ends of a connection, its greetings exchanged."""

    def __init__(self) -> None:
        ours, self.service = socket.socketpair()
        self.service.sendall(pack(["welcome", {}]))
        self.line = Line(ours, "unix:/nowhere", "1.0")


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A connection."""
    made = Ends()
    yield made
    made.line.close()
    made.service.close()


def test_whoever_asked_hears_though_the_answer_cannot_be_read(ends: Ends) -> None:
    """The others were told, and the one whose answer it was waited on."""
    heard: queue.Queue[tuple[str, str]] = queue.Queue()

    def asker(answer: Frame | None) -> None:
        if answer is not None:
            raise Malformed("nonsense")
        heard.put(("asker", ends.line.loss))

    number = ends.line.request("run", taken=asker)
    ends.line.request("run", taken=lambda _: heard.put(("bystander", ends.line.loss)))
    ends.service.sendall(pack(["done", number]))
    told = dict(heard.get(timeout=60) for _ in range(2))
    assert {"asker": "the service sent nonsense", "bystander": "the service sent nonsense"} == told


@pytest.mark.parametrize("answer", [[0], [0, None], [0, 7, None], [0, ["SystemHandle", 0], None], ["zero", None, None]])
def test_an_operation_ends_whatever_its_answer_is(ends: Ends, monkeypatch: pytest.MonkeyPatch, answer: list[object]) -> None:
    """A loop's waiter would never be resumed."""
    monkeypatch.setattr(library, "connected", lambda: ends.line)
    waiting = RemoteQueue(lambda *_: None)
    waiting.submit(3, library.functions()["HcsCreateComputeSystem"].number, 0, (b"id", b"{}"))
    ends.service.sendall(pack(["done", 1, *answer], [None]))
    assert select.select([waiting], [], [], 60)[0]
    ((ticket, row),) = waiting.drain()
    waiting.close()
    assert (3, DISCONNECT) == (ticket, row[0])
