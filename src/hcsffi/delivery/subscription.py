"""Events of one handle: registered once, fanned out to bounded streams, the end remembered.

The service allows one callback per handle, so a source registers on first use and hands every event to all its streams. What ends a handle
(the exit of its system or process, the loss of the service) is remembered, because it comes once and a waiter may be late. When the loop
that registered has ended, events wait in the shim and a source used from a new loop takes them over.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi.delivery import blocking, connection, dispatcher, telling
from hcsffi.delivery.finishing import to_its_end
from hcsffi.delivery.operation import failure
from hcsffi.documents.notices import EventKind
from hcsffi.native import calls
from hcsffi.native.completions import close_watch, lost_by_watch
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from hcsffi.native.handles import GuestNetworkServiceHandle, Handle, ProcessHandle, SystemHandle

ENDINGS = frozenset({EventKind.SYSTEM_EXITED, EventKind.PROCESS_EXITED, EventKind.SERVICE_DISCONNECT})
"""Event kinds after which a handle reports nothing more."""


SERVICE_GONE = 0x01000000
"""HcnNotificationServiceDisconnect; among the events of systems the same number means something else."""

UNREAD_EVENTS: Final = 256
"""How many unread events a stream keeps unless its owner says otherwise."""


async def _take_back(reply: calls.Reply) -> None:
    """Close the registration that a call has opened for somebody who waits no longer."""
    if reply.opened is not None:
        await blocking.close(reply.opened)


class EventRecord(NamedTuple):
    """One event as the library reported it.

    Args:
        kind: its HCS_EVENT_TYPE, unsigned.
        data: its document as UTF-8; ``None`` where the kind has none.
        status: the HRESULT that a notification of the network service says, unsigned; 0 for other events.
    """

    kind: int
    data: bytes | None
    status: int = 0


class RecordStream(Uncopyable):
    """A bounded stream of one source's events.

    A reader that falls behind loses the oldest events; ``dropped`` counts them. The stream ends after the event that ends the handle, or
    when it is closed.

    Args:
        source: whose events these are.
        capacity: how many events may wait.
    """

    def __init__(self, source: EventSource, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("an event stream needs room for at least one event")
        self._source = source
        self._waiting: deque[EventRecord] = deque(maxlen=capacity)
        self._changed = anyio.Event()
        self._ended = False
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many events this stream has lost, those the native side had no room for included."""
        return self._dropped

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> EventRecord:
        """Wait for the next event.

        Cancellation:
            Nothing is lost: the event stays in the stream.
        """
        await anyio.lowlevel.checkpoint()
        while not self._waiting:
            if self._ended:
                raise StopAsyncIteration
            self._changed = anyio.Event()
            await self._changed.wait()
        return self._waiting.popleft()

    async def aclose(self) -> None:
        """End the stream; events that wait are forgotten. Safe twice."""
        self._source.forget(self)
        self._waiting.clear()
        self.end()
        await anyio.lowlevel.checkpoint()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        self._source.forget(self)
        self._waiting.clear()
        self.end()

    def add(self, record: EventRecord, lost: int) -> None:
        """Take an event from the source."""
        dropped = lost + (len(self._waiting) == self._waiting.maxlen)
        if dropped:
            self._dropped += dropped
            telling.dropped(self._source.subject, dropped)
        self._waiting.append(record)
        self._changed.set()

    def end(self) -> None:
        """No further event comes."""
        self._ended = True
        self._changed.set()


class EventSource(Uncopyable):
    """The events of one handle of a system or process, or what a subclass registers for.

    Args:
        handle: whose events; the caller keeps owning it.
        subject: what it is, for errors.
        options: HCS_EVENT_OPTIONS beyond none.
    """

    endings: frozenset[int] = ENDINGS
    """Event kinds after which nothing more is reported."""
    loss: int = EventKind.SERVICE_DISCONNECT
    """The event kind that tells the loss of the service."""

    def __init__(self, handle: SystemHandle | ProcessHandle, *, subject: str, options: int = 0) -> None:
        self.subject = subject
        self._function = calls.watches(handle)
        self._begin: Callable[[int], calls.Reply] = lambda watch: calls.Reply(calls.watch(watch, handle, options))
        self._forget_all()

    def _forget_all(self) -> None:
        self._watch = 0
        self._ticket = 0
        self._registration: Handle | None = None
        self._dispatcher: dispatcher.Dispatcher | None = None
        self._registering: tuple[dispatcher.Dispatcher, anyio.Lock] | None = None
        self._streams: set[RecordStream] = set()
        self._waiters: set[anyio.Event] = set()
        self._remembered: dict[int, EventRecord] = {}
        self._closed = False

    async def subscribe(self, capacity: int = UNREAD_EVENTS) -> RecordStream:
        """A stream of the events from now on, and of the ending when that has come already.

        Raises:
            HcsError: the registration failed.
            anyio.ClosedResourceError: the source is closed.
        """
        await self._register()
        stream = RecordStream(self, capacity)
        for record in self._remembered.values():
            stream.add(record, 0)
        if self._remembered:
            stream.end()
        else:
            self._streams.add(stream)
        return stream

    async def until(self, kinds: frozenset[int]) -> EventRecord:
        """The first event of these kinds: a remembered ending, or the next to come.

        Raises:
            HcsError: the registration failed.
            anyio.ClosedResourceError: the source is closed, or is closed while waiting.

        Cancellation:
            Nothing is lost: an ending stays remembered.
        """
        stream = await self.subscribe()
        try:
            async for record in stream:
                if record.kind in kinds:
                    return record
        finally:
            self.forget(stream)
        return await self._until_remembered(kinds)

    async def _until_remembered(self, kinds: frozenset[int]) -> EventRecord:
        """What the end of a stream leaves: after an ending other than the caller waits for another may still come, once each."""
        while True:
            for kind in kinds & self._remembered.keys():
                return self._remembered[kind]
            self._refuse_closed()
            waiter = anyio.Event()
            self._waiters.add(waiter)
            try:
                await waiter.wait()
            finally:
                self._waiters.discard(waiter)

    async def aclose(self) -> None:
        """End every stream and waiter, and let late callbacks find nothing. Safe twice; the handle stays open.

        A registration that has to be taken back is, before anything else: it waits for callbacks that run.
        """
        if self._registration is not None:
            await blocking.close(self._registration)
        self.close()
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        """As ``aclose``, without a checkpoint."""
        self._closed = True
        if self._watch:
            close_watch(self._watch)
        if self._dispatcher is not None:
            self._dispatcher.remove_sink(self._ticket)
        for stream in self._streams:
            stream.end()
        self._streams.clear()
        for waiter in self._waiters:
            waiter.set()

    def __del__(self) -> None:
        """A source that was forgotten frees its registration."""
        if getattr(self, "_watch", 0):
            close_watch(self._watch)

    def forget(self, stream: RecordStream) -> None:
        """Send no further events to this stream."""
        self._streams.discard(stream)

    async def _register(self) -> None:
        """Register natively once, on the first loop that asks; follow to the present loop when that one has ended."""
        self._refuse_closed()
        blocking.ensure_library()
        here = dispatcher.current()
        if self._dispatcher is not here or self._turn_of(here).locked():
            await self._move_to(here)
            self._refuse_closed()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise anyio.ClosedResourceError(f"{self.subject} was closed: ask while it is open, or open it again")

    def _turn_of(self, here: dispatcher.Dispatcher) -> anyio.Lock:
        """What tasks of one loop register by, one after another."""
        if self._registering is None or self._registering[0] is not here:
            self._registering = here, anyio.Lock()
        return self._registering[1]

    async def _move_to(self, here: dispatcher.Dispatcher) -> None:
        if self._dispatcher not in {None, here} and not self._dispatcher.is_closed:
            raise RuntimeError(f"events of {self.subject} are delivered to another event loop, which still runs")
        # Registering twice on a handle is an error of the service, so a registration that was begun is finished.
        with anyio.CancelScope(shield=True):
            async with self._turn_of(here):
                if self._dispatcher is here:
                    return  # by another task meanwhile
                if self._watch:
                    self._dispatcher, self._ticket = here, here.add_sink(self._receive)
                    here.queue.route_watch(self._watch, self._ticket)
                    return
                await self._register_natively(here)
                if self._closed and self._registration is not None:
                    await blocking.close(self._registration)

    async def _register_natively(self, here: dispatcher.Dispatcher) -> None:
        ticket = here.add_sink(self._receive)
        watch = here.queue.open_watch(ticket)
        self._dispatcher, self._ticket, self._watch = here, ticket, watch
        try:
            reply = await to_its_end(partial(blocking.on_thread, self._function, partial(self._begin, watch)), undo=_take_back)
        except BaseException:
            self._unregister(here)
            raise
        if not reply.outcome.succeeded:
            self._unregister(here)
            raise failure(reply.outcome, self.subject)
        self._registration = reply.opened

    def _unregister(self, here: dispatcher.Dispatcher) -> None:
        """Forget a registration that did not come about, so that the next use tries again."""
        close_watch(self._watch)
        here.remove_sink(self._ticket)
        self._dispatcher, self._watch = None, 0

    def _receive(self, kind: int, data: bytes | None, status: int = 0) -> None:
        """One event, on the loop's thread."""
        record = EventRecord(kind, data, status)
        lost = lost_by_watch(self._watch)
        for stream in self._streams:
            stream.add(record, lost)
        if kind == self.loss:
            connection.note_loss()
        if kind in self.endings:
            self._remembered.setdefault(kind, record)
            for stream in self._streams:
                stream.end()
            self._streams.clear()
            for waiter in self._waiters:
                waiter.set()


class NotificationSource(EventSource):
    """The notifications of the network service, or of one guest network service.

    Args:
        service: the guest network service, whose handle the caller keeps owning; ``None`` for the whole network service.
        subject: what it is, for errors.
    """

    endings = frozenset({SERVICE_GONE})
    loss = SERVICE_GONE

    def __init__(self, service: GuestNetworkServiceHandle | None, *, subject: str) -> None:
        self.subject = subject
        if service is None:
            self._function, self._begin = "HcnRegisterServiceCallback", calls.watch_service
        else:
            self._function = "HcnRegisterGuestNetworkServiceCallback"
            self._begin = lambda watch: calls.watch_guest(watch, service)
        self._forget_all()

    @property
    def is_registered(self) -> bool:
        """Whether a registration has to be taken back."""
        return self._registration is not None and not self._registration.closed

    def abandon(self) -> None:
        """As ``close``, and let a thread of the shim take the registration back: for callers that must not block."""
        if self._registration is not None:
            self._registration.abandon()
        self.close()
