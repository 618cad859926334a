"""What one client of a service may have, and all together: who wants more is told so, and whoever has less goes on."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from service_peer import Peer

from hcsffi.hresult import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hcsffi.remote.frame import Frame

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this Python has no Unix sockets there")

CONFIGURATION = b'{"Owner":"limited","SchemaVersion":{"Major":2,"Minor":1},"ShouldTerminateOnLastHandleClosed":true,"Container":{}}'
NARROW = """
import sys
from hcsffi.cli import main, serve
from hcsffi.serving import attendance
from hcsffi.serving.allowance import Allowance

serve.ALLOWANCE = Allowance(connections=3, calls=4, handles=2, registrations=1, streams=3, greeting_s=float(sys.argv.pop()))
attendance.SYSTEMS = 1
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def serving(folder: Path, greeting_s: float) -> Iterator[str]:
    """A service that grants next to nothing, and one that greets so much time; a test's own, for what others had is given up later."""
    found = f"unix:{folder / 'socket'}"
    words = [sys.executable, "-c", NARROW, "serve", "--listen", found, "--library", "embedded", str(greeting_s)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == f"{found}\n"
            yield found
        finally:
            program.terminate()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A service with time for everybody."""
    with serving(tmp_path, 60) as found:
        yield found


def refused(answer: Frame, what: str) -> bool:
    """Whether an answer is a refusal for want of room that says of what."""
    return (answer.number(2), what.encode() in (answer.texts[0] or b"")) == (value_of("E_OUTOFMEMORY"), True)


def created(peer: Peer, number: int, system_id: bytes) -> Frame:
    """The answer to the wish for a system."""
    return peer.ask("run", number, "HcsCreateComputeSystem", 0, 0, texts=(system_id, CONFIGURATION))


def test_more_clients_than_a_service_takes_are_sent_away_in_words(address: str) -> None:
    """A place that is given up is free again."""
    with Peer(address) as first, Peer(address), Peer(address):
        with Peer(address, greets=False) as fourth:
            assert fourth.last_words() == "this service has 3 clients already, as many as it takes"
        assert first.ask("ping").word(0) == "pong"


def test_who_connects_and_says_nothing_is_given_up(tmp_path: Path) -> None:
    """Otherwise three of them would keep everybody out for ever."""
    with serving(tmp_path, 0.2) as address, Peer(address, greets=False) as first, Peer(address, greets=False) as second:
        assert {one.last_words() for one in (first, second)} == {"no greeting came within 0.2 s"}


def test_more_calls_than_a_client_may_have_in_flight_are_refused(address: str) -> None:
    """None of them is begun; the next one is served."""
    with Peer(address) as peer:
        one = ["HcsEnumerateComputeSystems", 0, 0, 1]
        answer = peer.ask("many", 1, [one] * 5, texts=(None,) * 5)
        assert (answer.word(0), answer.head[2]) == ("all", [value_of("E_OUTOFMEMORY")] * 5)
        assert b"calls that are not answered" in (answer.texts[0] or b"")
        assert peer.ask("many", 2, [one] * 2, texts=(None,) * 2).head[2] == [0, 0]


def test_more_handles_than_a_client_may_have_are_refused(address: str) -> None:
    """One that is closed makes room."""
    with Peer(address) as peer:
        first, second = created(peer, 1, b"first"), created(peer, 2, b"second")
        assert (first.number(2), second.number(2)) == (0, 0)
        assert refused(created(peer, 3, b"third"), "open handles")
        opened = first.head[3]
        assert isinstance(opened, list)
        assert peer.ask("close", 4, opened[1]).word(0) == "closed"
        assert created(peer, 5, b"third").number(2) == 0


def test_more_registrations_than_a_client_may_have_are_refused(address: str) -> None:
    """For the network's events, which need no handle."""
    with Peer(address) as peer:
        assert peer.ask("watch", 1, 1, "HcnRegisterServiceCallback", 0, 0).word(0) == "said"
        answer = peer.ask("watch", 2, 2, "HcnRegisterServiceCallback", 0, 0)
        assert b"registrations for events already" in (answer.texts[0] or b"")


def test_more_streams_of_the_service_than_a_client_may_have_are_refused(address: str) -> None:
    """Each of them has a task and a pair of sockets there."""
    with Peer(address) as peer:
        for number in range(3):
            assert peer.ask("run", number, "hcsffi_follow_host", 0, 0, texts=(None, b"86400")).number(2) == 0
        assert refused(peer.ask("run", 4, "hcsffi_follow_host", 0, 0, texts=(None, b"86400")), "streams of the service's own")


def test_more_systems_than_a_service_looks_after_are_refused(address: str) -> None:
    """Whoever made it goes on having it."""
    with Peer(address) as peer, Peer(address) as other:
        for one, name, code in ((peer, b"first", 0), (other, b"second", value_of("E_OUTOFMEMORY"))):
            opened = created(one, 1, name).head[3]
            assert isinstance(opened, list)
            assert one.ask("run", 2, "hcsffi_attend", opened[1], 0, texts=(name, None, None, None)).number(2) == code
            assert one.ask("run", 3, "HcsGetComputeSystemProperties", opened[1], 0, texts=(None,)).number(2) == 0
