"""Events of a compute system or process: kind, typed document, and the bounded stream they arrive on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi import errors, hresult
from hcsffi.documents import InvalidDocument, notices
from hcsffi.documents.notices import EventKind
from hcsffi.hresult import Outcome
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from hcsffi.delivery.subscription import EventRecord, EventSource, RecordStream
    from hcsffi.documents.document import Document


_SERVICE_DISCONNECT_CODE: Final = hresult.value_of("HCS_E_SERVICE_DISCONNECT")


class Event(NamedTuple):
    """One event.

    Args:
        kind: what happened; ``kind.is_known`` is false when this library has no name for it.
        document: the event's document in its type (``SystemExitStatus``, ``CrashReport``, ``ProcessStatus``...), or
            ``None`` when it has none, has no known type, or cannot be read.
        text: the event's document as it came, or ``None``.
    """

    kind: EventKind
    document: Document | None
    text: str | None


def event_of(record: EventRecord) -> Event:
    """Return the event a record stands for; an unknown kind or an unreadable document is kept as it came."""
    kind = EventKind(record.kind)
    if not record.data:
        return Event(kind, None, None)
    try:
        document = notices.payload(kind, record.data)
    except InvalidDocument:
        document = None
    return Event(kind, document, record.data.decode("utf-8", "replace"))


async def until(source: EventSource, kind: EventKind, subject: str) -> EventRecord:
    """Return the record of the one event of that kind, whether it has come or is to come.

    Raises:
        Disconnected: the service went away, and the event can come no more.

    Cancellation:
        Ends the wait at once; the event is kept for the next waiter.
    """
    record = await source.until(frozenset({kind, EventKind.SERVICE_DISCONNECT}))
    if record.kind == EventKind.SERVICE_DISCONNECT:
        outcome = Outcome(_native_name(kind), _SERVICE_DISCONNECT_CODE, record.data)
        raise errors.build(outcome, subject)
    return record


def _native_name(kind: EventKind) -> str:
    """``PROCESS_EXITED`` -> ``HcsEventProcessExited``, the name the header uses."""
    return "HcsEvent" + "".join(word.capitalize() for word in kind.name.split("_"))


class EventStream(Uncopyable):
    """Events of one system or process, from the moment the stream is entered.

    ``async with system.events() as events: async for event in events: ...``. The stream is bounded: when its reader falls
    behind, the oldest unread events are dropped and counted in :attr:`dropped`. It ends when its system or process is
    closed.
    """

    def __init__(self, source: EventSource, capacity: int) -> None:
        self._source = source
        self._capacity = capacity
        self._records: RecordStream | None = None

    async def __aenter__(self) -> Self:
        self._records = await self._source.subscribe(self._capacity)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        if self._records is None:
            message = "events arrive inside `async with system.events() as events:` only"
            raise RuntimeError(message)
        return event_of(await self._records.__anext__())

    @property
    def dropped(self) -> int:
        """How many events were lost because they were not read in time."""
        return 0 if self._records is None else self._records.dropped

    async def aclose(self) -> None:
        """Stop receiving; safe to call twice."""
        if self._records is not None:
            await self._records.aclose()
