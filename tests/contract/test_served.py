"""A service in another process: what its clients share, what goes when one of them goes, and what they hear when the service does."""

from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio
import pytest
from cancelling import cancel_everywhere
from service_peer import Peer

import hcsffi
from hcsffi import ComputeProcess, ComputeSystem, embedded, storage
from hcsffi.native import library
from hcsffi.remote.frame import PROTOCOL, pack

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    Eventually = Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="this Python has no Unix sockets there"),
    pytest.mark.skipif(os.environ.get("HCSFFI_LIBRARY", "").startswith("unix:"), reason="the services of these tests are their own"),
]

CONTAINER = {"Owner": "served", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "web"}}}
NETWORK = b'{"SchemaVersion":{"Major":2},"Type":"NAT","Name":"n"}'
LIMIT_S = 60  # against a hang, and nothing else

CLIENT = """
import sys, anyio, hcsffi

CONTAINER = {container!r}


async def main():
    await hcsffi.connect({address!r})
    {body}


anyio.run(main)
"""


class Service(NamedTuple):
    """A service that runs.

    Args:
        address: where it listens.
        program: the process.
    """

    address: str
    program: subprocess.Popen[bytes]

    def other_client(self, body: str) -> subprocess.Popen[str]:
        """Run another program that connects, and then does that."""
        return other_client(self.address, body)


def other_client(address: str, body: str) -> subprocess.Popen[str]:
    """Run another program that connects to that address, and then does that."""
    text = CLIENT.format(container=CONTAINER, address=address, body=body.replace("\n", "\n    "))
    return subprocess.Popen([sys.executable, "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def started(folder: Path) -> Service:
    """A service that listens."""
    address = f"unix:{folder / 'socket'}"
    command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.readline().decode().strip() == address
    return Service(address, program)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Service]]:
    """The service of all tests that leave one as they found it; a test that does not has the next one begin with another."""
    found = [started(tmp_path_factory.mktemp("served"))]
    yield found
    ended(found[0])


def ended(service: Service) -> None:
    """End a service as a user would, and see that it does."""
    service.program.send_signal(signal.SIGTERM)
    assert service.program.wait(LIMIT_S) == 0
    assert service.program.stdout is not None
    service.program.stdout.close()


@pytest.fixture
def back_here() -> Iterator[None]:
    """After the test the library of this process answers again, as it does for every other test."""
    yield
    library.use_library(None)
    assert library.load().succeeded


@pytest.fixture
def service(kept: list[Service], back_here: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service that is kept; nothing of a test may be left in it."""
    (found,) = kept
    yield found
    left: object = "a service that does not answer"
    try:
        left = {name: count for name, count in counted(found).items() if count and name != "Threads"}
    finally:
        if left:
            killed(found)
            kept[:] = [started(tmp_path_factory.mktemp("served"))]
    assert left == {}


@pytest.fixture
def victim(tmp_path: Path, back_here: None) -> Iterator[Service]:
    """A service of the test's own, for what it does not survive."""
    found = started(tmp_path)
    yield found
    killed(found)


def killed(service: Service) -> None:
    """End a service whatever it is at."""
    service.program.send_signal(signal.SIGCONT)
    service.program.kill()
    service.program.wait()
    assert service.program.stdout is not None
    service.program.stdout.close()


def counted(service: Service) -> dict[str, int]:
    """What lives in the service's host, once what was on its way has come to rest."""
    with Peer(service.address) as peer:
        deadline = time.monotonic() + LIMIT_S
        while True:
            said = peer.ask("ask", 1, "hcsffi_counters", [])
            found: dict[str, int] = json.loads(said.texts[0] or b"")
            if time.monotonic() > deadline or not any(count for name, count in found.items() if name != "Threads"):
                return found
            time.sleep(0.01)


def descriptors(process_id: int | str) -> int:
    """How many descriptors a process has open."""
    return len(list(Path(f"/proc/{process_id}/fd").iterdir()))


@pytest.mark.anyio
async def test_what_one_client_makes_another_lists_opens_and_ends(service: Service) -> None:
    """Statements B-7 and B-50: the compute service knows systems, not clients, and so does this one."""
    maker = service.other_client(
        """
async with await hcsffi.ComputeSystem.create("made-elsewhere", CONTAINER) as system:
    await system.start()
    print("made", flush=True)
    sys.stdin.readline()
"""
    )
    with maker:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "made\n"
        await hcsffi.connect(service.address)
        assert [one.id for one in await ComputeSystem.list()] == ["made-elsewhere"]
        async with await ComputeSystem.open("made-elsewhere") as system:
            assert (await system.run(["echo", "found"])).stdout == b"found\n"
            maker.kill()
            maker.wait()
            assert (await system.properties()).state == "Running"
            await system.terminate()
            await system.wait_exit()
    assert await ComputeSystem.list() == []


@pytest.mark.anyio
async def test_a_client_that_is_killed_takes_with_it_what_ends_with_its_last_handle(service: Service, eventually: Eventually) -> None:
    """Statements B-42 and G-16: handles die with their process; a system that is not flagged lives on and is found by its id."""
    client = service.other_client(
        """
mine = await hcsffi.ComputeSystem.create("flagged", {**CONTAINER, "ShouldTerminateOnLastHandleClosed": True})
kept = await hcsffi.ComputeSystem.create("unflagged", CONTAINER)
await mine.start()
await kept.start()
print("made", flush=True)
sys.stdin.readline()
"""
    )
    with client:
        assert client.stdout is not None
        assert client.stdout.readline() == "made\n"
        await hcsffi.connect(service.address)
        assert {one.id for one in await ComputeSystem.list()} == {"flagged", "unflagged"}
        async with await ComputeSystem.open("unflagged") as kept:
            client.kill()
            client.wait()

            async def flagged_has_gone() -> bool:
                return len(await ComputeSystem.list()) < 2

            await eventually(flagged_has_gone)
            assert [one.id for one in await ComputeSystem.list()] == ["unflagged"]
            await kept.terminate()


@pytest.mark.anyio
async def test_streams_of_a_process_are_its_own_pipes(service: Service) -> None:
    """Descriptors cross, not bytes: what the process writes reaches the client without going through the service."""
    await ComputeSystem.list()  # the running loop has been at work with another library: it changes over
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("streams", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        done = await system.run(["sh", "-c", "cat; head -c 3000000 /dev/zero >&2"], input=b"there and back")
        assert (done.stdout, len(done.stderr), done.returncode) == (b"there and back", 3_000_000, 0)


@pytest.mark.anyio
async def test_a_disk_that_is_opened_here_is_closed_here(service: Service, tmp_path: Path) -> None:
    """Its handle is this process's own, whoever answers; the service takes none but its own."""
    (tmp_path / "disk").touch()
    await hcsffi.connect(service.address)
    async with await storage.Disk.open(tmp_path / "disk") as disk:
        with pytest.raises(hcsffi.HcsError, match="E_HANDLE"):
            await storage.format_writable_layer_vhd(disk)
    await disk.aclose()


@pytest.mark.anyio
async def test_a_call_of_many_is_one_frame_and_brings_what_each_opened(service: Service) -> None:
    """A hundred processes with three streams each are more descriptors than one message of the kernel's takes."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("many", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
        made = await hcsffi.run_many([system.calls.create_process(wanted, terminate_on_close=True) for _ in range(100)])
        processes = [one for one in made if isinstance(one, ComputeProcess)]
        try:
            assert len(processes) == 100
            for place, process in enumerate(processes):
                assert process.stdin is not None
                await process.stdin.send(f"number {place}".encode())
            said = [await process.stdout.receive() for process in processes if process.stdout is not None]
            assert said == [f"number {place}".encode() for place in range(100)]
        finally:
            for process in processes:
                await process.aclose()


@pytest.mark.anyio
async def test_what_a_cancelled_call_opens_later_is_closed_in_the_service(service: Service, eventually: Eventually) -> None:
    """Nobody has its handle, so nobody else could."""
    await hcsffi.connect(service.address)

    async def nothing_is_left() -> bool:
        embedded.advance_clock(1)  # what was asked for late comes to be late
        living = embedded.counters()
        return not living["Systems"] and not living["Operations"]

    embedded.configure({"ManualClock": True, "DelayMinUs": 1_000, "DelayMaxUs": 1_000})
    try:
        for _ in range(3):
            with anyio.move_on_after(0.01) as scope:
                await ComputeSystem.create("given-up", CONTAINER, terminate_on_close=True)
            assert scope.cancelled_caught
            await eventually(nothing_is_left)
    finally:
        embedded.configure({})


@pytest.mark.anyio
async def test_output_that_is_kept_outlives_its_client_and_holds_up_nobody(service: Service) -> None:
    """A process that writes more than is kept goes on; who reads later gets the end of it and the count of what fell out."""
    size = 3 << 19
    maker = service.other_client(
        f"""
async with await hcsffi.ComputeSystem.create("writes", CONTAINER) as system:
    await system.start()
    script = ["sh", "-c", "head -c {size} /dev/zero; echo; echo last; echo bad >&2"]
    parameters = {{**await system.command_members(script), "CreateStdOutPipe": True, "CreateStdErrPipe": True}}
    process = await system.create_kept_process(parameters)
    print(process.stdout, process.stderr, (await process.wait()).exit_code, flush=True)
    await process.aclose()
"""
    )
    with maker:
        assert maker.communicate()[0] == "None None 0\n"
    await hcsffi.connect(service.address)
    async with await ComputeSystem.open("writes") as system:
        async with system.logs(follow=True) as pieces:
            found = [one async for one in pieces]
        assert sum(one.dropped_bytes + len(one.data) for one in found) == size + len("\nlast\nbad\n")
        assert 0 < sum(len(one.data) for one in found) <= 1 << 20
        assert b"".join(one.data for one in found if one.stream == "stdout").endswith(b"\0\nlast\n")
        assert b"".join(one.data for one in found if one.stream == "stderr") == b"bad\n"
        await system.terminate()
        await system.wait_exit()
    async with hcsffi.logs("writes", tail=1) as pieces:
        assert len([one async for one in pieces]) == 1


@pytest.mark.anyio
async def test_a_reader_of_kept_output_that_leaves_is_forgotten(service: Service, eventually: Eventually) -> None:
    """Followers that go, are cancelled, or never read leave no descriptor in the service while the process is silent."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("silent", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandLine": "sleep 600", "CreateStdOutPipe": True}
        async with await system.create_kept_process(wanted, terminate_on_close=True):
            before = descriptors(service.program.pid)
            for _ in range(20):
                async with system.logs(follow=True) as pieces:
                    with anyio.move_on_after(0):
                        await anext(pieces)

            async def forgotten() -> bool:
                return descriptors(service.program.pid) <= before

            await eventually(forgotten)


@pytest.mark.anyio
async def test_keeping_and_reading_is_cancelled_at_any_suspension_and_leaves_nothing(service: Service, eventually: Eventually) -> None:
    """Whatever was on its way when the cancellation came is closed on both sides."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("cancelled", CONTAINER, terminate_on_close=True) as system:
        await system.start()

        async def journey() -> None:
            wanted = {"CommandArgs": ["echo", "word"], "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted, terminate_on_close=True), system.logs(follow=True) as pieces:
                await anext(pieces)

        await journey()
        there, here = descriptors(service.program.pid), descriptors("self")

        async def at_rest() -> bool:
            return descriptors(service.program.pid) <= there and descriptors("self") <= here

        assert await cancel_everywhere(journey, lambda: eventually(at_rest)) > 4


@pytest.mark.anyio
async def test_a_second_system_of_an_id_does_not_show_what_the_first_wrote(service: Service) -> None:
    """Output belongs to one life of a system."""
    await hcsffi.connect(service.address)
    for word in ("first", "second"):
        async with await ComputeSystem.create("again", CONTAINER, terminate_on_close=True) as system:
            await system.start()
            wanted = {"CommandLine": f"echo {word}", "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted) as process:
                await process.wait()
            async with system.logs(follow=True) as pieces:
                assert [one.data async for one in pieces] == [word.encode() + b"\n"]


@pytest.mark.anyio
async def test_output_is_kept_by_a_service_alone(back_here: None) -> None:
    """A library of this process ends with it, and so would what it kept: that is said, and nothing is started."""
    library.use_library("embedded")
    async with await ComputeSystem.create("here", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(hcsffi.NotSupported, match="only a service in another process keeps"):
            await system.create_kept_process({"CommandLine": "true"})
        with pytest.raises(hcsffi.NotSupported, match="only a service in another process keeps"):
            async with system.logs():
                pass
    with pytest.raises(ValueError, match="below 0"):
        hcsffi.logs("here", tail=-1)
    with pytest.raises(RuntimeError, match="inside"):
        await anext(hcsffi.logs("here"))


def test_an_order_to_keep_or_read_that_is_none_is_refused(service: Service) -> None:
    """Whatever a client writes there, the service goes on and says what it wants."""
    with Peer(service.address) as peer:
        for number, (name, texts) in enumerate(
            [
                ("hcsffi_keep_output", (b"{}",)),
                ("hcsffi_keep_output", (b"{}", None, None)),
                ("hcsffi_read_output", (b"web", None)),
                ("hcsffi_read_output", (b"web", None, b"{}")),
                ("hcsffi_follow_host", (None, b"never")),
                ("hcsffi_follow_host", (None, b"inf")),
                ("hcsffi_follow_host", (b"a\0b", b"1")),
                ("hcsffi_follow_host", ()),
                ("hcsffi_stand_on", (b"web", b"{}")),
                ("hcsffi_stand_on", (b"web", b'{"Path": "nowhere", "Layers": ["relative"]}')),
                ("hcsffi_stand_on", (None, b"[]")),
                ("hcsffi_attend", (b"web", None, b"1", None)),
                ("hcsffi_attend", (b"web",)),
            ],
            1,
        ):
            done = peer.ask("run", number, name, 0, 0, texts=texts)
            assert (done.word(0), done.number(2) >= 0x80000000, bool(done.texts[0])) == ("done", True, True)


@pytest.mark.anyio
async def test_what_others_do_is_told_by_the_service_and_not_found_by_looking(service: Service) -> None:
    """Between two looks lies a day here: what another client creates, starts and leaves is told all the same."""
    await hcsffi.connect(service.address)
    maker = service.other_client(
        """
flagged = {**CONTAINER, "Owner": "others", "ShouldTerminateOnLastHandleClosed": True}
async with await hcsffi.ComputeSystem.create("followed", flagged) as system:
    for turn in (system.start, None):
        print("next", flush=True)
        sys.stdin.readline()
        if turn is not None:
            await turn()
"""
    )
    told: list[tuple[str, str]] = []
    with maker:
        assert maker.stdout is not None
        assert maker.stdin is not None
        assert maker.stdout.readline() == "next\n"
        with anyio.fail_after(LIMIT_S):
            async for event in hcsffi.events(interval_s=86_400, owners=["others"]):
                told.append((event.happening.value, str(event.properties.state.value if event.properties.state else "")))
                if event.happening is hcsffi.Happening.GONE:
                    break
                maker.stdin.write("\n")
                maker.stdin.flush()
    assert told == [("appeared", "Created"), ("changed", "Running"), ("gone", "Running")]


@pytest.mark.anyio
async def test_whoever_follows_no_more_leaves_nothing_behind(service: Service, eventually: Eventually) -> None:
    """Nothing has to be closed: an iteration that is left is forgotten on both sides."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("watched", CONTAINER, terminate_on_close=True):
        following = hcsffi.events(interval_s=86_400)
        assert (await anext(following)).system_id == "watched"
        there, here = descriptors(service.program.pid), descriptors("self")
        del following

        async def forgotten() -> bool:
            return descriptors(service.program.pid) < there and descriptors("self") < here

        await eventually(forgotten)


@pytest.mark.anyio
async def test_whoever_follows_hears_that_the_service_is_gone(victim: Service) -> None:
    """A follower does not wait for ever for what nobody tells any more."""
    await hcsffi.connect(victim.address)
    async with await ComputeSystem.create("lost", CONTAINER):
        following = hcsffi.events(interval_s=86_400)
        assert (await anext(following)).system_id == "lost"
        victim.program.kill()
        with anyio.fail_after(LIMIT_S), pytest.raises(hcsffi.Disconnected):
            await anext(following)


@pytest.mark.anyio
@pytest.mark.parametrize("how", ["killed", "silent"])
async def test_everybody_who_waits_hears_that_the_service_is_gone(victim: Service, how: str) -> None:
    """A waiter that hears nothing waits for ever: an operation, an event stream and a wait for an exit are all told, and streams end."""
    await hcsffi.connect(victim.address)
    line = library.connected()
    assert line is not None
    system = await ComputeSystem.create("lost", CONTAINER)
    await system.start()
    heard: list[str] = []
    async with system.events() as events, await system.create_process({"CommandLine": "sleep 60", "CreateStdOutPipe": True}) as process:
        embedded.configure({"ManualClock": True, "DelayMinUs": 1, "DelayMaxUs": 1})
        line.keep_alive_s, line.silence_s = 0.05, 0.3  # from here on it may well be silent
        embedded.counters()  # with the next answer the connection's thread takes its time from there

        async def call() -> None:
            with pytest.raises(hcsffi.Disconnected, match="the connection to the service at unix:"):
                await system.pause()
            heard.append("call")

        async def wait() -> None:
            with pytest.raises(hcsffi.Disconnected):
                await process.wait()
            heard.append("wait")

        async def read() -> None:
            async for _ in events:
                continue
            heard.append("events")

        with anyio.fail_after(LIMIT_S):
            async with anyio.create_task_group() as tasks:
                for one in (call, wait, read):
                    tasks.start_soon(one)
                await anyio.wait_all_tasks_blocked()
                victim.program.send_signal(signal.SIGKILL if how == "killed" else signal.SIGSTOP)
        if how == "killed":
            with pytest.raises(anyio.EndOfStream), anyio.fail_after(LIMIT_S):
                await process.stdout.receive()  # type: ignore[union-attr]  # it was asked for
    assert sorted(heard) == ["call", "events", "wait"]
    with pytest.raises(hcsffi.Disconnected):
        await ComputeSystem.list()
    await system.aclose()


@pytest.mark.anyio
async def test_nobody_is_connected_again_behind_his_back(victim: Service, tmp_path: Path) -> None:
    """What was opened is gone with the connection, so a program has to know; it connects again and opens by the id."""
    await hcsffi.connect(victim.address)
    first = await ComputeSystem.create("again", CONTAINER)
    line = library.connected()
    assert line is not None
    line.close("cut")
    for _ in range(2):
        with pytest.raises(hcsffi.Disconnected):
            await ComputeSystem.list()
    await hcsffi.connect(victim.address)
    with pytest.raises(hcsffi.HcsError, match="E_HANDLE"):
        await first.start()
    async with await ComputeSystem.open("again") as second:
        await second.start()
        await second.terminate()
    await first.aclose()


@pytest.mark.anyio
async def test_connecting_to_nobody_says_so_and_changes_nothing(back_here: None, tmp_path: Path) -> None:
    """A program that asks for a service that is not there goes on with what it had."""
    before = await ComputeSystem.list()
    with pytest.raises(hcsffi.ServiceUnavailable, match="no service answers at unix:"):
        await hcsffi.connect(f"unix:{tmp_path / 'nobody'}")
    assert await ComputeSystem.list() == before
    with pytest.raises(ValueError, match="names no socket"):
        await hcsffi.connect("tcp:127.0.0.1:1")


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


STDIO = "ssh://somebody@somewhere"


@pytest.fixture
def stdio(tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a service that is run on demand; in the place of ssh stands a shell that runs the command here."""
    script = tmp_path / "ssh"
    folder = shlex.quote(str(Path(sys.executable).parent))
    script.write_text(
        f'#!/bin/sh\nwhile [ "$1" != "--" ]; do shift; done\nshift 2\nPATH={folder}:$PATH exec env -u HCSFFI_LIBRARY "$@"\n',
        encoding="utf-8",
    )
    script.chmod(0o700)
    monkeypatch.setenv("HCSFFI_SSH", str(script))
    return STDIO


@pytest.mark.anyio
async def test_through_standard_streams_everything_is_as_over_a_socket(stdio: str) -> None:
    """The streams of processes go through frames there; a program that reads one late holds up no other."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("far", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        flood = {"CommandArgs": ["sh", "-c", "head -c 5000000 /dev/zero"], "CreateStdOutPipe": True}
        async with await system.create_process(flood) as stalled:
            done = await system.run(["sh", "-c", "cat; echo oops >&2; exit 3"], input=b"x" * 1_000_000)
            assert (len(done.stdout), done.stderr, done.returncode) == (1_000_000, b"oops\n", 3)
            assert stalled.stdout is not None
            assert sum([len(chunk) async for chunk in stalled.stdout]) == 5_000_000
        async with await system.create_process({"CommandArgs": ["yes"], "CreateStdOutPipe": True}) as endless:
            assert endless.stdout is not None
            assert await endless.stdout.receive_line() == b"y\n"
            await endless.stdout.aclose()
            with anyio.fail_after(LIMIT_S):
                assert (await endless.wait()).exit_code != 0  # nobody reads it: SIGPIPE, as through a pipe of its own
        async with system.events() as events:
            await system.terminate()
            assert [one.kind async for one in events]


@pytest.mark.anyio
async def test_the_end_of_input_comes_after_what_was_sent(stdio: str) -> None:
    """Calls go beside streams there, and the end of a console's input is a call: one that comes first cuts off what was typed."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("typed", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        for _ in range(10):
            typed = {"CommandArgs": ["cat"], "EmulateConsole": True, "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_process(typed) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                await process.stdin.send(b"word\n")
                await process.stdin.aclose()
                assert b"".join([chunk async for chunk in process.stdout]) == b"word\r\nword\r\n"


@pytest.mark.anyio
async def test_ending_the_input_of_who_reads_nothing_is_cancelled_and_leaves_nothing(stdio: str, eventually: Eventually) -> None:
    """What was sent has to wait for it, as it would for room in its pipe; whoever does not want to wait closes all the same."""
    await hcsffi.connect(stdio)
    async with await ComputeSystem.create("deaf", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.run(["cat"], input=b"the first use opens what stays")
        before = descriptors("self")
        async with await system.create_process({"CommandArgs": ["sleep", "600"], "CreateStdInPipe": True}) as process:
            assert process.stdin is not None
            await process.stdin.send(b"x" * 700_000)
            with anyio.move_on_after(0.2) as soon:
                await process.stdin.aclose()
            assert soon.cancelled_caught
            with pytest.raises(anyio.ClosedResourceError):
                await process.stdin.send(b"x")
            await process.kill()

            async def closed() -> bool:
                return descriptors("self") == before

            await eventually(closed)


@pytest.mark.anyio
async def test_what_runs_ssh_that_cannot_is_told_why(stdio: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong host, a missing program, an address that would be an option of ssh: each is a sentence, none hangs."""
    monkeypatch.setenv("HCSFFI_SSH", "false")
    with pytest.raises(hcsffi.ServiceUnavailable, match="hung up before it greeted"):
        await hcsffi.connect(stdio)
    monkeypatch.setenv("HCSFFI_SSH", "a-program-that-is-nowhere")
    with pytest.raises(hcsffi.ServiceUnavailable, match="cannot be run"):
        await hcsffi.connect(stdio)
    for address in ("ssh://-oProxyCommand=x", "ssh://", "ssh://a b", "ssh://h:99999999"):
        with pytest.raises(ValueError, match="names no machine"):
            await hcsffi.connect(address)


@pytest.mark.anyio
async def test_the_users_service_is_started_once_and_found_by_the_next_program(
    tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three programs that come at once share one service, in a folder of the user's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    body = "await hcsffi.ComputeSystem.create(f\"from-{sys.argv[1:] or __import__('os').getpid()}\", CONTAINER)"
    programs = [other_client("shared", body) for _ in range(3)]
    for one in programs:
        with one:
            assert one.wait(LIMIT_S) == 0
    await hcsffi.connect("shared")
    assert len(await ComputeSystem.list()) == 3
    assert (tmp_path / "hcsffi").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "hcsffi" / "socket").stat().st_mode & 0o777 == 0o600
    for found in await ComputeSystem.list():
        async with await ComputeSystem.open(str(found.id)) as system:
            await system.terminate()
    line = library.connected()
    assert line is not None
    os.kill(int(str(line.welcome["process"])), signal.SIGTERM)


@pytest.mark.anyio
async def test_a_folder_that_others_can_enter_is_not_taken_for_the_users(
    tmp_path: Path, back_here: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that everybody writes to somebody else may have been there first, with a socket of his own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "hcsffi").mkdir(mode=0o700)
    (tmp_path / "hcsffi").chmod(0o755)
    with pytest.raises(hcsffi.ServiceUnavailable, match="not a folder of this user alone"):
        await hcsffi.connect("shared")
    (tmp_path / "hcsffi").rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "hcsffi").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(hcsffi.ServiceUnavailable, match="not a folder of this user alone"):
        await hcsffi.connect("shared")


def test_a_service_that_nobody_needs_ends_by_itself(tmp_path: Path) -> None:
    """It waits for its clients and for what lives in it, and takes its socket along."""
    address = f"unix:{tmp_path / 'socket'}"
    command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded", "--idle-exit", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        service = Service(address, program)
        assert program.stdout is not None
        assert program.stdout.readline()
        with Peer(service.address) as peer:
            made = peer.ask("run", 1, "HcsCreateComputeSystem", 0, 0, texts=(b"kept", json.dumps(CONTAINER).encode()))
            time.sleep(1.5)
        time.sleep(1.5)
        assert program.poll() is None  # nobody is connected, and a system lives
        with Peer(service.address) as peer:
            opened = peer.ask("ask", 1, "HcsOpenComputeSystem", ["t", 0x10000000], texts=(b"kept",))
            assert (made.number(2), opened.row(2)[1]) == (0, 0)
            peer.ask("run", 2, "HcsTerminateComputeSystem", opened.row(2)[2][1], 0, texts=(None,))  # type: ignore[index]  # two members
        assert program.wait(LIMIT_S) == 0
    assert not (tmp_path / "socket").exists()
