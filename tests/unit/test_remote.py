"""Calls and queues over a connection: what is refused is never sent, what is lost is told, what comes late is given back."""

from __future__ import annotations

import json
import os
import select
import sys
import uuid
from typing import TYPE_CHECKING, Any, cast

import pytest

from hcsffi.hresult import signed, value_of
from hcsffi.native import library, remote, remote_handle, remote_watch
from hcsffi.native.completions import TURN, Jobs
from hcsffi.native.handles import SystemHandle
from hcsffi.native.text import UnusableText
from hcsffi.remote.frame import Frame, Malformed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hcsffi.remote.line import Line

DISCONNECT = value_of("HCS_E_SERVICE_DISCONNECT")
SERVICE_DISCONNECT = 0x02000000
"""HcsEventServiceDisconnect, computedefs.h."""
NOTIFICATION_SERVICE_GONE = 0x01000000
"""HcnNotificationServiceDisconnect, computenetwork.h."""
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="connections pass descriptors, and a descriptor's number there is a handle of something else"
)

INVALID_HANDLE = value_of("E_HANDLE")
UNUSABLE = [pytest.param(b"a\0b", "a NUL at byte 1", id="NUL"), pytest.param(b"\xff", "malformed UTF-8 at byte 0", id="malformed")]
ID = uuid.UUID("77c27c1e-8204-437d-a7cc-fb4ce1614819")


class Connection:
    """A connection on which everything that is sent is kept, and which is answered by the test."""

    address = "unix:/nowhere"
    serial = 5
    loss = "it was taken away"
    is_forked = False

    def __init__(self) -> None:
        self.living: set[int] = set()
        self.sent: list[tuple[Any, ...]] = []
        self.taken: list[Callable[[Frame | None], None]] = []
        self.said: Frame | None = None
        self.watching: dict[int, Callable[[Frame | None], None]] = {}
        self.dropped: list[tuple[int, Callable[[Frame | None], None]]] = []
        self.streams: list[tuple[int, bool]] = []

    def ask(self, *words: object, texts: tuple[bytes, ...] = ()) -> Frame | None:
        """As a line's, with what the test says."""
        self.sent.append((*words, *texts))
        return self.said

    def request(self, *words: object, texts: tuple[bytes, ...], taken: Callable[[Frame | None], None]) -> int:
        """As a line's; the answer is the test's to bring."""
        self.sent.append((*words, *texts))
        self.taken.append(taken)
        return len(self.sent)

    def tell(self, *words: object) -> None:
        """As a line's."""
        self.sent.append(words)

    def watch(self, number: int, taken: Callable[[Frame | None], None]) -> None:
        """As a line's; the events are the test's to bring."""
        self.watching[number] = taken

    def drop(self, number: int, late: Callable[[Frame | None], None]) -> None:
        """As a line's."""
        self.dropped.append((number, late))

    def take_stream(self, number: int, *, reads: bool) -> int:
        """As a line's: an end of a pipe."""
        self.streams.append((number, reads))
        ends = os.pipe()
        os.close(ends[reads])
        return ends[not reads]

    def next_number(self) -> int:
        """As a line's."""
        return 9

    def unwatch(self, number: int) -> None:
        """As a line's."""
        self.sent.append(("unwatch", number))

    def opened(self, own: int) -> SystemHandle:
        """A system that this service has handed out."""
        handle = remote_handle.handed_out(cast("Line", self), ["SystemHandle", own])
        assert isinstance(handle, SystemHandle)
        return handle


class Queue:
    """A loop's queue, and what it has told of events."""

    def __init__(self) -> None:
        self.events: list[tuple[int, int, bytes | None, int]] = []
        self.native = remote.RemoteQueue(lambda *event: self.events.append(event))

    def is_readable(self) -> bool:
        """Whether a loop would wake up."""
        return bool(select.select([self.native], [], [], 0)[0])


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Connection:
    """What answers is at the other end of a connection."""
    made = Connection()
    monkeypatch.setattr(library, "connected", lambda: made)
    return made


@pytest.fixture
def queue() -> Iterator[Queue]:
    """The queue of a loop."""
    made = Queue()
    yield made
    made.native.close()


def call(connection: Connection, name: str, *arguments: Any) -> Any:
    """A call over the connection."""
    return remote.invoke_there(cast("Line", connection), library.functions()[name], arguments)


def done(opened: list[object] | None = None) -> Frame:
    """A service's answer to a request."""
    return Frame(["done", 1, 0, opened, None], [b"{}"])


def number_of(name: str) -> int:
    """The function's number."""
    return library.functions()[name].number


@pytest.mark.parametrize(("text", "reason"), UNUSABLE)
def test_a_text_that_cannot_cross_is_not_sent_on_any_way(connection: Connection, queue: Queue, text: bytes, reason: str) -> None:
    """The service would cut it at the NUL and act on a shorter document."""
    opening = tuple(library.functions()[one] for one in ("HcnOpenNetwork", "HcnQueryNetworkProperties", "HcnCloseNetwork"))
    usable = (number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"), 0)
    ways: dict[str, Callable[[], object]] = {
        "text 0": lambda: call(connection, "HcsGetServiceProperties", text),
        "text 1": lambda: remote.looked_at_there(cast("Line", connection), cast("Any", opening), [ID], text),
        "HcsCreateComputeSystem: text 1": lambda: queue.native.submit(1, number_of("HcsCreateComputeSystem"), 0, (b"id", text)),
        "HcsCreateComputeSystem: text 0": lambda: queue.native.submit_many(1, Jobs.of([usable, (usable[0], 0, (text, b"{}"), 0)])),
    }
    for said, way in ways.items():
        with pytest.raises(UnusableText, match=f"{said} holds {reason}"):
            way()
    assert [] == connection.sent


def test_a_text_that_is_null_crosses_as_such(connection: Connection, queue: Queue) -> None:
    """NULL options are not empty options."""
    queue.native.submit(1, number_of("HcsCreateComputeSystem"), 0, (b"id", None))
    queue.native.submit_many(2, Jobs.of([(number_of("HcsCreateComputeSystem"), 0, (None, b"{}"), 3)]))
    assert [("run", "HcsCreateComputeSystem", 0, 0, b"id", None)] == connection.sent[:1]
    assert [("many", [("HcsCreateComputeSystem", 0, 3, 2)], None, b"{}")] == connection.sent[1:]


@pytest.mark.parametrize("number", [-1, 1 << 64])
def test_a_number_that_no_parameter_takes_is_not_sent(connection: Connection, number: int) -> None:
    """C would cut it to another number."""
    with pytest.raises(OverflowError, match=rf"HcsCrashComputeSystem: argument 1 is a .*, which cannot be {number}$"):
        call(connection, "HcsCrashComputeSystem", None, number)
    assert [] == connection.sent


def test_what_crosses_is_told_by_its_sort(connection: Connection) -> None:
    """Handles by the service's own number, ids as such, texts beside the head, numbers and NULL as they are."""
    handle = connection.opened(7)
    call(connection, "HcsCrashComputeSystem", handle, (1 << 64) - 1, ID)
    (sent,) = connection.sent
    assert ("ask", "HcsCrashComputeSystem") == sent[:2]
    assert [["h", 7], (1 << 64) - 1, ["g", ID.hex]] == sent[2]
    call(connection, "HcsCrashComputeSystem", None, 0)
    assert [("ask", "HcsCrashComputeSystem", [None, 0])] == connection.sent[1:]
    assert {handle.number} == connection.living
    handle.close()
    handle.close()
    assert [("close", 7)] == connection.sent[2:]
    assert set() == connection.living


def test_what_a_call_came_back_with_is_read_whole(connection: Connection) -> None:
    """Code, texts, the handle it opened, and whatever sort of value it handed out."""
    values = [5, ["g", ID.hex], ["l", [1, ["g", ID.hex]]], ["d", {"Port": 80, "Of": ["g", ID.hex]}]]
    connection.said = Frame(["said", 1, ["HcsGetServiceProperties", 1, ["SystemHandle", 7], values]], [b"document", b"record"])
    reply = call(connection, "HcsGetServiceProperties", b"query")
    assert ("HcsGetServiceProperties", 1, b"document") == tuple(reply.outcome)
    assert b"record" == reply.record
    assert (5, ID, [1, ID], {"Port": 80, "Of": ID}) == reply.values
    assert ("ask", "HcsGetServiceProperties", ["t"], b"query") == connection.sent[0]
    assert {reply.opened.number} == connection.living
    reply.opened.abandon()
    assert ("abandon", 7) == connection.sent[-1]


@pytest.mark.parametrize("value", [["x", 1], ["x", {"a": 1}], ["d", 1], ["d", [1]], "text", ["l", 1]])
def test_a_value_of_an_unknown_sort_is_refused(connection: Connection, value: object) -> None:
    """A service of another kind may say anything; what is taken for a value has to be one."""
    connection.said = Frame(["said", 1, ["HcsGetServiceProperties", 0, None, [value]]], [None, None])
    with pytest.raises(Malformed):
        call(connection, "HcsGetServiceProperties", b"query")


@pytest.mark.parametrize(
    "told", [["ThreadHandle", 7], ["SystemHandle", 0], ["SystemHandle", remote_handle.NEVER], ["SystemHandle", "7"], [7, "SystemHandle"]]
)
def test_a_handle_that_no_service_gives_is_refused(connection: Connection, told: object) -> None:
    """0 is no handle, and one number says that a handle of ours is of nowhere."""
    connection.said = Frame(["said", 1, ["HcsGetServiceProperties", 0, told, []]], [None, None])
    with pytest.raises(Malformed):
        call(connection, "HcsGetServiceProperties", b"query")
    assert set() == connection.living


def test_the_first_handle_of_a_service_is_one_and_given_back_once(connection: Connection) -> None:
    """Numbers begin at 1."""
    handle = connection.opened(1)
    assert 1 == remote_handle.inside(cast("Line", connection), handle.number)
    assert 0 == remote_handle.inside(cast("Line", connection), 0)
    assert {handle.number} == connection.living
    handle.abandon()
    handle.abandon()
    handle.close()
    assert [("abandon", 1)] == connection.sent
    assert set() == connection.living


def test_many_looks_are_one_frame_and_each_has_its_answer(connection: Connection) -> None:
    """The texts of all lie beside each other, two for each."""
    functions = tuple(library.functions()[one] for one in ("HcnOpenNetwork", "HcnQueryNetworkProperties", "HcnCloseNetwork"))
    other = uuid.UUID(int=ID.int + 1)
    seen, refused = ["HcnQueryNetworkProperties", 0, None, []], ["HcnOpenNetwork", INVALID_HANDLE, None, []]
    connection.said = Frame(["looked", 1, [seen, refused, seen]], [b"first", None, None, b"second's record", b"third", None])
    replies = remote.looked_at_there(cast("Line", connection), cast("Any", functions), [ID, other, ID], b"query")
    assert [("look", *(one.name for one in functions), [ID.hex, other.hex, ID.hex], b"query")] == connection.sent
    assert [
        ("HcnQueryNetworkProperties", 0, b"first"),
        ("HcnOpenNetwork", INVALID_HANDLE, None),
        ("HcnQueryNetworkProperties", 0, b"third"),
    ] == [tuple(one.outcome) for one in replies]
    assert [None, b"second's record", None] == [one.record for one in replies]


def test_a_registration_is_told_to_the_service_and_its_events_come(connection: Connection, queue: Queue) -> None:
    """The number of the service's own for it, the handle's, and the options; afterwards events find their loop."""
    handle = connection.opened(7)
    number = queue.native.open_watch(4)
    connection.said = Frame(["said", 1, ["HcsSetComputeSystemCallback", 0, None, []]], [None, None])
    assert 0 == remote.watch_there(cast("Line", connection), number, "HcsSetComputeSystemCallback", handle, 3).outcome.hresult
    assert [("watch", 9, "HcsSetComputeSystemCallback", 7, 3)] == connection.sent
    connection.watching[9](Frame(["event", 9, 1, 5, 2], [b"event"]))
    assert [] == list(queue.native.drain())
    assert [(4, 1, b"event", 5)] == queue.events
    assert [2, 0] == [remote_watch.lost_of(number), remote_watch.lost_of(number)]
    connection.watching[9](None)
    assert [] == list(queue.native.drain())
    assert [(4, SERVICE_DISCONNECT, None, 0)] == queue.events[1:]
    assert 0 == remote_watch.lost_of(number)
    queue.native.route_watch(number, 5)
    connection.watching[9](Frame(["event", 9, 2, 0, 0], []))
    queue.native.drain()
    assert [(5, 2, None, 0)] == queue.events[2:]
    remote_watch.end_watch(number)
    remote_watch.end_watch(number)
    assert [("unwatch", 9)] == connection.sent[1:]
    assert 0 == remote_watch.lost_of(number)
    forgotten = remote.watch_there(cast("Line", connection), number, "HcsSetComputeSystemCallback", handle, 3)
    assert INVALID_HANDLE == forgotten.outcome.hresult
    queue.native.route_watch(number, 6)
    assert [("unwatch", 9)] == connection.sent[1:]
    handle.close()


def test_the_networks_service_is_lost_by_its_own_word(connection: Connection, queue: Queue) -> None:
    """Whoever listens to networks compares the notification of networks."""
    number = queue.native.open_watch(4)
    connection.said = Frame(["said", 1, ["HcnRegisterServiceCallback", 0, None, []]], [None, None])
    remote.watch_there(cast("Line", connection), number, "HcnRegisterServiceCallback", None, 0)
    assert [("watch", 9, "HcnRegisterServiceCallback", 0, 0)] == connection.sent
    connection.watching[9](None)
    queue.native.drain()
    assert [(4, NOTIFICATION_SERVICE_GONE, None, DISCONNECT)] == queue.events
    remote_watch.end_watch(number)


@pytest.mark.parametrize("named", [True, False])
def test_a_created_process_is_taken_with_its_streams(connection: Connection, queue: Queue, *, named: bool) -> None:
    """The end to write to is the first, and only those that were asked for are there."""
    queue.native.submit(3, number_of("HcsCreateProcess"), 0, (b"{}", None))
    told = [44, *([21, 22, 23] if named else [None, 22, None])]
    connection.taken[0](Frame(["done", 1, 0, ["ProcessHandle", 8], told], [None]))
    ((ticket, answer),) = cast("Any", list(queue.native.drain()))
    code, document, opened, process = answer
    assert (3, 0, b"", "ProcessHandle") == (ticket, code, document, type(opened).__name__)
    assert 44 == process.process_id
    assert ([(21, False), (22, True), (23, True)] if named else [(22, True)]) == connection.streams
    assert [named, True, named] == [one is not None for one in process[1:]]
    assert all(one.in_frames for one in process[1:] if one is not None)
    process.close()
    opened.abandon()


def test_a_stream_that_came_beside_its_frame_leads_to_the_process_itself(connection: Connection, queue: Queue) -> None:
    """What was written to it is the process's already: there is nobody to be waited for before its end."""
    queue.native.submit(3, number_of("HcsCreateProcess"), 0, (b"{}", None))
    connection.taken[0](Frame(["done", 1, 0, ["ProcessHandle", 8], [44, True, None, None]], [None]))
    ((_, (_, _, opened, process)),) = cast("Any", list(queue.native.drain()))
    assert [(True, False)] == connection.streams
    assert process.std_in.in_frames is False
    process.close()
    opened.abandon()


def test_the_answers_of_many_are_told_apart(connection: Connection, queue: Queue) -> None:
    """A number alone is a code; where something was opened, a row tells it."""
    create = number_of("HcsCreateComputeSystem")
    queue.native.submit_many(3, Jobs.of([(create, 0, (b"id", b"{}"), 0)] * 3))
    connection.taken[0](Frame(["all", 1, [0, INVALID_HANDLE, [0, ["SystemHandle", 7], None]]], [b"first", None, b"third"]))
    ((ticket, (rows, _)),) = cast("Any", list(queue.native.drain()))
    assert 3 == ticket
    assert [(0, b"first", None, None), (INVALID_HANDLE, b"", None, None)] == rows[:2]
    assert (0, b"third", {rows[2][2].number}, None) == (*rows[2][:2], connection.living, rows[2][3])
    rows[2][2].abandon()


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        pytest.param([0, -1], [None, None], id="no code"),
        pytest.param([0, True], [None, None], id="no number"),
        pytest.param([0], [None, None], id="a text too many"),
        pytest.param([0, 0], [None], id="a text too few"),
    ],
)
def test_the_answers_of_many_are_taken_whole_or_not_at_all(
    connection: Connection, queue: Queue, rows: list[object], texts: list[bytes | None]
) -> None:
    """What a service says of one operation must not be told of another; the line tells all who wait that it is lost (test_line.py)."""
    queue.native.submit_many(3, Jobs.of([(number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"), 0)] * 2))
    with pytest.raises(ValueError):  # noqa: PT011 - Malformed is one, and Python's own word for lists that do not match
        connection.taken[0](Frame(["all", 1, rows], texts))
    assert [] == list(queue.native.drain())


@pytest.mark.parametrize("many", [True, False])
def test_a_call_that_nobody_waits_for_is_dropped_and_what_it_opens_given_back(connection: Connection, queue: Queue, *, many: bool) -> None:
    """Its answer may have been on its way already."""
    create = number_of("HcsCreateComputeSystem")
    text = (b"id", b"{}")
    node = queue.native.submit_many(3, Jobs.of([(create, 0, text, 0)])) if many else queue.native.submit(3, create, 0, text)
    queue.native.cancel(node)
    ((number, late),) = connection.dropped
    assert 1 == number
    late(None)
    row = [0, ["SystemHandle", 7], None]
    late(Frame(["all", 1, [row]], [None]) if many else Frame(["done", 1, *row], [None]))
    assert ("abandon", 7) == connection.sent[-1]
    queue.native.cancel(())  # what was refused here was never sent
    assert 1 == len(connection.dropped)


def test_a_queue_serves_the_library_that_it_was_made_for(connection: Connection, queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of libraries a loop needs another queue."""
    assert remote.serves(queue.native)
    opened = remote.open_queue(lambda *_: None, (-1, -1))
    assert isinstance(opened, remote.RemoteQueue)
    opened.close()
    monkeypatch.setattr(library, "connected", lambda: None)
    assert not remote.serves(queue.native)
    here = remote.open_queue(lambda *_: None, (-1, -1))
    assert remote.serves(here)
    assert not isinstance(here, remote.RemoteQueue)
    here.close()
    monkeypatch.setattr(library, "connected", lambda: connection)
    assert not remote.serves(here)


def test_a_handle_of_another_connection_is_refused_here(connection: Connection, queue: Queue) -> None:
    """Its number may be somebody else's on this one."""
    elsewhere = Connection()
    elsewhere.serial = 4
    handle = elsewhere.opened(7)
    start = number_of("HcsStartComputeSystem")
    assert INVALID_HANDLE == call(connection, "HcsCrashComputeSystem", handle, b"").outcome.hresult
    assert () == queue.native.submit(3, start, handle.number, (None,))
    assert [(3, (INVALID_HANDLE, b"", None, None))] == list(queue.native.drain())
    watch = queue.native.open_watch(4)
    told = remote.watch_there(cast("Line", connection), watch, "HcsSetComputeSystemCallback", handle, 0)
    assert INVALID_HANDLE == told.outcome.hresult
    assert [] == connection.sent
    queue.native.submit_many(3, Jobs.of([(start, handle.number, (None,), 0)]))
    assert [("HcsStartComputeSystem", remote_handle.NEVER, 0, 1)] == connection.sent[0][1]
    handle.close()


def test_a_lost_connection_is_told_with_its_reason(connection: Connection, queue: Queue) -> None:
    """Whoever waits hears where the service was and why it answers no more; one of many as well as one alone."""
    functions = tuple(library.functions()[one] for one in ("HcnOpenNetwork", "HcnQueryNetworkProperties", "HcnCloseNetwork"))
    outcomes = [
        call(connection, "HcsGetServiceProperties", b"").outcome,
        *(one.outcome for one in remote.looked_at_there(cast("Line", connection), cast("Any", functions), [ID, ID], b"")),
    ]
    create = number_of("HcsCreateComputeSystem")
    queue.native.submit(1, create, 0, (b"id", b"{}"))
    queue.native.submit_many(2, Jobs.of([(create, 0, (b"id", b"{}"), 0)] * 2))
    for taken in connection.taken:
        taken(None)
    (first, alone), (second, (together, _)) = cast("Any", list(queue.native.drain()))
    assert (1, 2) == (first, second)
    rows = [(one.hresult, one.document) for one in outcomes] + [one[:2] for one in [alone, *together]]
    assert 6 == len(rows)
    reason = f"the connection to the service at {connection.address} is lost: {connection.loss}"
    for code, document in rows:
        assert DISCONNECT == code
        assert {"Error": signed(DISCONNECT), "ErrorMessage": reason} == json.loads(document)


def test_a_queue_says_why_nothing_is_sent(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service was left for a library of this process; or the loop is over."""
    ways: list[Callable[[], object]] = [
        lambda: queue.native.submit(1, number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}")),
        lambda: queue.native.submit_many(1, Jobs.of([(number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"), 0)])),
        lambda: queue.native.open_watch(1),
    ]
    monkeypatch.setattr(library, "connected", lambda: None)
    for way in ways:
        with pytest.raises(RuntimeError, match=r"^no service answers any more$"):
            way()
    monkeypatch.setattr(library, "connected", Connection)
    queue.native.close()
    for way in ways:
        with pytest.raises(RuntimeError, match=r"^the event loop of this completion queue has ended$"):
            way()


def test_a_turn_is_bounded_and_the_loop_wakes_for_the_rest(connection: Connection, queue: Queue) -> None:
    """One flood of answers must not keep a loop from everything else, and nothing may be left lying either."""
    assert (False, False) == (queue.is_readable(), queue.native.more)
    for ticket in range(TURN + 2):
        queue.native.submit(ticket, number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"))
        connection.taken[-1](done())
    queue.native.add_event(77, (1, b"text", 2))
    assert (True, True) == (queue.is_readable(), queue.native.more)
    assert list(range(TURN)) == [ticket for ticket, _ in queue.native.drain()]
    assert (True, True) == (queue.is_readable(), queue.native.more)
    assert [(TURN, (0, b"{}", None, None)), (TURN + 1, (0, b"{}", None, None))] == list(queue.native.drain())
    assert [(77, 1, b"text", 2)] == queue.events
    assert (False, False) == (queue.is_readable(), queue.native.more)
    assert [] == list(queue.native.drain())


def test_a_turn_that_takes_all_there_is_lets_the_loop_rest(connection: Connection, queue: Queue) -> None:
    """A loop that is woken for nothing is woken again and again."""
    for ticket in range(TURN):
        queue.native.submit(ticket, number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"))
        connection.taken[-1](done())
        assert queue.is_readable()
    assert TURN == len(list(queue.native.drain()))
    assert (False, False) == (queue.is_readable(), queue.native.more)


def test_what_a_late_answer_opened_is_given_back(connection: Connection, queue: Queue) -> None:
    """Its loop has ended: nobody else would close the system. Undrained answers and those that still come are the same."""
    for number in (0, 1):
        queue.native.submit(number, number_of("HcsCreateComputeSystem"), 0, (b"id", b"{}"))
    connection.taken[0](done(["SystemHandle", 7]))
    assert 1 == len(connection.living)
    states = [queue.native.is_closed]
    queue.native.close()
    queue.native.close()
    assert [False, True] == [*states, queue.native.is_closed]
    connection.taken[1](done(["SystemHandle", 8]))
    queue.native.add_event(1, (1, None, 0))
    assert [("abandon", 7), ("abandon", 8)] == [one for one in connection.sent if one[0] in {"abandon", "close"}]
    assert set() == connection.living
    assert () == queue.native.drain()
    assert [] == queue.events
