"""Clients of a service that mean no good, or are broken: none reaches what is another's, and none holds up another."""

from __future__ import annotations

import json
import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from own_service import APART, CONTAINER, Service
from service_peer import Peer

from hcsffi.native import library
from hcsffi.remote.frame import PROTOCOL, pack

pytestmark = APART

NETWORK = b'{"SchemaVersion":{"Major":2},"Type":"NAT","Name":"n"}'


def refused(peer: Peer, code: int, *head: object, texts: tuple[bytes | None, ...] = ()) -> bool:
    """Whether the service refuses a call with that code."""
    answer = peer.ask(*head, texts=texts)
    return (answer.row(2)[1] if answer.word(0) == "said" else answer.head[2]) == code


def test_a_client_reaches_no_handle_of_another(service: Service) -> None:
    """Numbers are given per connection: those of another are no numbers here, and closing them closes nothing."""
    with Peer(service.address) as owner, Peer(service.address) as thief:
        made = owner.ask("run", 1, "HcsCreateComputeSystem", 0, 0, texts=(b"owned", str(CONTAINER).replace("'", '"').encode()))
        assert made.number(2) == 0
        kind, number = made.row(3)
        assert kind == "SystemHandle"
        for stolen in (number, 1, 2, 3, 2**32):
            assert refused(thief, 0x80070006, "run", 7, "HcsStartComputeSystem", stolen, 0, texts=(None,))
            assert refused(thief, 0x80070006, "watch", 8, 9, "HcsSetComputeSystemCallback", stolen, 0)
            assert thief.ask("close", 9, stolen).word(0) == "closed"
            thief.send("abandon", stolen)
        assert owner.ask("run", 2, "HcsTerminateComputeSystem", number, 0, texts=(None,)).head[2] in {0, 0x80370110, 0xC0370110}
        owner.ask("close", 3, number)


def test_what_would_make_the_library_follow_a_wrong_pointer_is_refused(service: Service) -> None:
    """A handle of another kind, a number for one, a missing GUID, functions that close or register: none reaches the library."""
    with Peer(service.address) as peer:
        made = peer.ask("ask", 1, "HcnCreateNetwork", [["g", "0" * 32], "t"], texts=(NETWORK,))
        network = made.row(2)[2]
        assert isinstance(network, list)
        number = network[1]
        for name, given in {
            "HcnQueryEndpointProperties": [["h", number], "t"],
            "HcnQueryNetworkProperties": [number, "t"],
            "HcnOpenNetwork": [None],
            "HcnCloseNetwork": [["h", number]],
            "HcnReleaseGuestNetworkServicePortReservationHandle": [1234],
            "HcsSetupBaseOSVolume": [1],
            "hcsffi_local_free": [4096],
            "HcsCancelOperation": [4096],
            "HcsStartComputeSystem": [["h", number], "t"],
            "printf": ["t"],
        }.items():
            answer = peer.ask("ask", 2, name, given, texts=(b"{}",) if "t" in given else ())
            assert (name, answer.row(2)[1] in {0x80070057, 0x80070006, 0x8007007F}) == (name, True)
        assert refused(peer, 0x80070006, "run", 3, "HcsStartComputeSystem", number, 0, texts=(None,))
        looked = peer.ask("look", 4, "HcnOpenNetwork", "HcsPauseComputeSystem", "HcnCloseNetwork", ["0" * 32], texts=(b"",))
        assert [row[1] for row in looked.row(2)] == [0x8007007F]  # type: ignore[index]  # rows are lists
        assert peer.ask("close", 5, number).word(0) == "closed"
        assert peer.ask("ask", 6, "HcnDeleteNetwork", [["g", "0" * 31 + "1"]]).row(2)[1] != 0
        listed = peer.ask("ask", 7, "HcnEnumerateNetworks", ["t"], texts=(b"{}",))
        for found in json.loads(listed.texts[0] or b"[]"):
            peer.ask("ask", 8, "HcnDeleteNetwork", [["g", found.replace("-", "")]])


GARBAGE: dict[str, bytes] = {
    "all bytes": bytes(reversed(range(256))) * 4,
    "HTTP": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a frame beyond the limit": struct.pack("<II", 0xFFFFFFFF, 16),
    "a head beyond its frame": struct.pack("<II", 16, 4096) + b"[" * 12,
    "no JSON": struct.pack("<II", 8, 4) + b"]]]]",
    "a deep head": struct.pack("<II", 100_004, 100_000) + b"[" * 100_000,
    "a head of another shape": struct.pack("<II", 6, 2) + b"{}",
    "texts longer than the frame": struct.pack("<II", 24, 20) + b'["ping",[4000000000]]'[:20],
    "an unknown sort": pack(["pickle", 1]),
    "a number that is none": pack(["run", "one", "HcsStartComputeSystem", 0, 0], (None,)),
    "a negative number": pack(["close", 1, -1]),
    "two greetings": pack(["hello", "0", PROTOCOL]) * 2,
    "a huge number": struct.pack("<II", 5004, 5000) + b'["ping",' + b"9" * 4988 + b",[]]",
}


@pytest.mark.parametrize("greets", [False, True], ids=["stranger", "client"])
def test_garbage_ends_the_connection_it_came_on_and_no_other(service: Service, *, greets: bool) -> None:
    """Whoever connects may send anything; the service says what was wrong, hangs up, and the others notice nothing."""
    with Peer(service.address) as bystander:
        for name, garbage in GARBAGE.items():
            with Peer(service.address, greets=greets) as peer:
                peer.end.sendall(garbage)
                assert (name, bool(peer.last_words())) == (name, True)
        assert bystander.ask("ping").word(0) == "pong"


def test_a_greeting_of_another_protocol_is_refused_in_words(service: Service) -> None:
    """Whoever reads it knows which of the two programs is the older one."""
    with Peer(service.address, greets=False) as peer:
        peer.send("hello", "9.9.9", PROTOCOL + 1)
        assert f"speaks protocol {PROTOCOL}, the client is of hcsffi 9.9.9 and speaks {PROTOCOL + 1}" in peer.last_words()


def test_a_service_of_another_protocol_is_told_to_the_caller(back_here: None, tmp_path: Path) -> None:
    """The sentence of the one that refuses is the error's text."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with listening:
        listening.bind(str(tmp_path / "socket"))
        listening.listen(1)

        def refuse() -> None:
            end, _ = listening.accept()
            with end:
                end.recv(4096)
                end.sendall(pack(["bye", "too old for you"]))

        threading.Thread(target=refuse, daemon=True).start()
        assert b"too old for you" in (library.connect_to(f"unix:{tmp_path / 'socket'}").document or b"")


def test_a_client_that_floods_and_reads_nothing_stalls_itself_alone(service: Service) -> None:
    """What waits for it is bounded: nothing more is read from it until it takes some."""
    with Peer(service.address) as flood, Peer(service.address) as other:
        flood.end.settimeout(0.2)
        many = pack(["ask", 1, "hcsffi_counters", []]) * 1000
        taken: list[int] = []
        with suppress(TimeoutError):
            while sum(taken) < 1 << 30:
                taken.append(flood.end.send(many))
        assert 0 < sum(taken) < 1 << 28  # bytes; four times what may wait for a client
        assert other.ask("ping").word(0) == "pong"


def test_half_open_connections_are_given_up_and_hinder_nobody(service: Service) -> None:
    """Somebody who connects and says nothing has a descriptor of the service, for as long as a greeting may take and no longer."""
    silent = [Peer(service.address, greets=False) for _ in range(200)]
    with Peer(service.address) as peer:
        assert peer.ask("ping").word(0) == "pong"
    for one in silent:
        one.end.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user too")
def test_another_user_is_sent_away(service: Service) -> None:
    """The socket's mode keeps others out; where somebody widened it, the kernel's word on who connects does."""
    path = service.address.removeprefix("unix:")
    assert Path(path).stat().st_mode & 0o777 == 0o600
    text = f"import os, socket; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.connect({path!r}); print(s.recv(4096))"

    def trial() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)

    parents = list(Path(path).parents)
    modes = {one: one.stat().st_mode & 0o777 for one in parents}
    try:
        for one in parents:
            one.chmod(modes[one] | 0o011)
        assert "PermissionError" in trial().stderr
        Path(path).chmod(0o666)
        assert "belongs to another user" in trial().stdout
    finally:
        Path(path).chmod(0o600)
        for one in parents:
            one.chmod(modes[one])
