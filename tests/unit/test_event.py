"""What an event is read as: whatever a service tells is an event still, with as much of it as can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import anyio
import pytest

from hcsffi import documents
from hcsffi.compute.event import EventStream, event_of, until
from hcsffi.delivery.subscription import EventRecord, RecordStream
from hcsffi.documents.notices import EventKind
from hcsffi.errors import Disconnected

if TYPE_CHECKING:
    from hcsffi.delivery.subscription import EventSource

EXITED = documents.SystemExitStatus(status=0)


@pytest.mark.parametrize(
    ("data", "document", "text"),
    [
        (None, None, None),
        (b"", None, None),
        (b'{"Status": 0}', EXITED, '{"Status": 0}'),
        (b'{"Status": ', None, '{"Status": '),
        (b'{"Status": "\xff"}', None, '{"Status": "\N{REPLACEMENT CHARACTER}"}'),
    ],
    ids=["none", "empty", "typed", "cut", "no UTF-8"],
)
def test_what_an_event_brings_is_read_where_it_can_be(data: bytes | None, document: object, text: str | None) -> None:
    """Whoever waits for an exit is told of it, whatever is wrong with its document."""
    record = EventRecord(EventKind.SYSTEM_EXITED, data)
    assert (EventKind.SYSTEM_EXITED, document, text) == event_of(record)


def test_an_event_of_an_unknown_kind_is_kept_as_it_came() -> None:
    """A newer service tells more than this library has names for."""
    found = event_of(EventRecord(0x7FFF0000, b'{"New": 1}'))
    assert (0x7FFF0000, False, None, '{"New": 1}') == (found.kind, found.kind.is_known, found.document, found.text)


@pytest.mark.anyio
async def test_events_that_have_come_are_handed_out_with_a_turn_for_others() -> None:
    """A burst of them would hold up the loop until the last one was taken."""
    stream = RecordStream(cast("EventSource", None), 4)
    for kind in range(4):
        stream.add(EventRecord(kind, None), 0)
    ran: list[str] = []

    async def other() -> None:
        ran.append("other")

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other)
        assert [0, 1] == [(await anext(stream)).kind, (await anext(stream)).kind]  # trio runs those of one pass in any order
        assert ["other"] == ran


def test_a_stream_that_nobody_has_entered_has_lost_nothing() -> None:
    """Who adds up what was lost may ask before and after."""
    assert 0 == EventStream(cast("EventSource", None), 4).dropped


class Telling:
    """A source that tells one event."""

    def __init__(self, record: EventRecord) -> None:
        self._record = record

    async def until(self, kinds: frozenset[EventKind]) -> EventRecord:
        """As a source's."""
        assert frozenset({EventKind.PROCESS_EXITED, EventKind.SERVICE_DISCONNECT}) == kinds
        return self._record


@pytest.mark.anyio
async def test_a_wait_whose_event_can_come_no_more_names_it_as_the_header_does() -> None:
    """Errors name the native function everywhere, or the event that was waited for."""
    gone = cast("EventSource", Telling(EventRecord(EventKind.SERVICE_DISCONNECT, None)))
    with pytest.raises(Disconnected) as lost:
        await until(gone, EventKind.PROCESS_EXITED, "process 7")
    assert ("HcsEventProcessExited", "process 7") == (lost.value.function, lost.value.subject)
    exited = EventRecord(EventKind.PROCESS_EXITED, b"{}")
    assert exited == await until(cast("EventSource", Telling(exited)), EventKind.PROCESS_EXITED, "process 7")
