"""Registrations for the events of a service in another process.

As the shim's own, told in ``events.c``, they outlive the loop they began on. The line's thread brings
the events. They go to the queue of the loop that reads them; when that loop has ended they are kept, a bounded
number, until another one takes the registration over.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Protocol

from hcsffi.hresult import value_of
from hcsffi.native import remote_handle

if TYPE_CHECKING:
    from hcsffi.remote.frame import Frame
    from hcsffi.remote.line import Line

    _Event = tuple[int, bytes | None, int]

KEPT = 1024
SERVICE_DISCONNECT = 0x02000000
"""HcsEventServiceDisconnect, computedefs.h."""
NOTIFICATION_SERVICE_GONE = 0x01000000
"""HcnNotificationServiceDisconnect, computenetwork.h."""
DISCONNECTED = value_of("HCS_E_SERVICE_DISCONNECT")


class Reading(Protocol):
    """A loop's queue, as a registration needs it."""

    @property
    def is_closed(self) -> bool:
        """Whether the loop has ended."""

    def add_event(self, ticket: int, event: _Event) -> None:
        """Bring an event to the loop."""


class Watch:
    """One registration.

    Args:
        line: the connection.
        queue: of the loop that reads its events.
        ticket: under which they come there.
    """

    def __init__(self, line: Line, queue: Reading, ticket: int) -> None:
        self.line = line
        self.own = line.next_number()
        self.of_network = False
        self._lock = threading.Lock()
        self._queue = queue
        self._ticket = ticket
        self._kept: deque[_Event] = deque(maxlen=KEPT)
        self._told = 0

    def take(self, event: Frame | None) -> None:
        """One event, or the loss of the connection, on the line's thread."""
        if event is None:
            kind = NOTIFICATION_SERVICE_GONE if self.of_network else SERVICE_DISCONNECT
            self._add((kind, None, DISCONNECTED if self.of_network else 0), 0)
        else:
            self._add((event.number(2), event.texts[0] if event.texts else None, event.number(3)), event.number(4))

    def _add(self, event: _Event, lost: int) -> None:
        with self._lock:
            if not self._queue.is_closed:
                self._queue.add_event(self._ticket, event)
            else:
                lost += len(self._kept) == KEPT
                self._kept.append(event)
            self._told += lost

    def route(self, queue: Reading, ticket: int) -> None:
        """Let another loop read the events, those first that were kept."""
        with self._lock:
            self._queue, self._ticket = queue, ticket
            while self._kept:
                queue.add_event(ticket, self._kept.popleft())

    def lost(self) -> int:
        """How many events were dropped since this was asked last."""
        with self._lock:
            lost, self._told = self._told, 0
        return lost


_watches: dict[int, Watch] = {}


def begin_watch(line: Line, queue: Reading, ticket: int) -> int:
    """A registration, not yet told to the service; its number."""
    watch = Watch(line, queue, ticket)
    number = remote_handle.outside(line, watch.own)
    _watches[number] = watch
    return number


def watch_of(number: int) -> Watch | None:
    """The registration of this number, ``None`` when it was forgotten."""
    return _watches.get(number)


def end_watch(number: int) -> None:
    """Forget a registration. Safe twice."""
    watch = _watches.pop(number, None)
    if watch is not None:
        watch.line.unwatch(watch.own)


def lost_of(number: int) -> int:
    """How many of its events were dropped since this was asked last."""
    watch = _watches.get(number)
    return 0 if watch is None else watch.lost()
