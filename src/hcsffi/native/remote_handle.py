"""Handles that a service in another process keeps for this one: the numbers it gave, and the connection they mean something on.

A number here is the service's own, with the connection's serial number above it: one of a connection that was lost never names what the
next connection has under the same number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.native.handles import (
    CLOSED,
    ELSEWHERE,
    KINDS,
    GuestCallbackHandle,
    Handle,
    PortReservationHandle,
    ServiceCallbackHandle,
)
from hcsffi.remote.frame import Malformed, as_number, as_row, as_word

if TYPE_CHECKING:
    from hcsffi.remote.line import Line

_SERIAL = 40
_OWN = (1 << _SERIAL) - 1
_PREFIX = ELSEWHERE >> _SERIAL
_SERIALS = _PREFIX - 1
NEVER = _OWN
"""A number that a service never gives."""
CROSSING = (*KINDS.values(), PortReservationHandle, ServiceCallbackHandle, GuestCallbackHandle)
"""The kinds that a service hands out over a connection."""


class _Remote(Handle):
    """What is other than with a handle of a library in this process: who closes it."""

    __slots__ = ()
    line: Line

    def close(self) -> None:
        """As ``Handle.close``, and wait until the service has closed it."""
        number, self.number = self.number, CLOSED
        if number != CLOSED:
            self.line.living.discard(number)
            if not self.line.is_forked:
                self.line.ask("close", number & _OWN)

    def abandon(self) -> None:
        """As ``Handle.abandon``: the service does it."""
        number, self.number = self.number, CLOSED
        if number != CLOSED:
            self.line.living.discard(number)
            self.line.tell("abandon", number & _OWN)


def _remote(kind: type[Handle]) -> Any:
    """The kind, closed over a connection; to callers it is the same one."""
    return type(kind.__name__, (_Remote, kind), {"__slots__": ("line",), "__doc__": kind.__doc__, "__module__": __name__})


_KINDS: dict[str, Any] = {kind.__name__: _remote(kind) for kind in CROSSING}


def outside(line: Line, own: int) -> int:
    """The number in this process of what the service numbers so."""
    return (_PREFIX | line.serial & _SERIALS) << _SERIAL | own


def inside(line: Line, handle: int) -> int | None:
    """The service's number of a handle; 0 stays 0, and ``None`` says that it is no open handle of this connection."""
    if not handle:
        return 0
    return handle & _OWN if handle >> _SERIAL == _PREFIX | line.serial & _SERIALS else None


def handed_out(line: Line, told: object) -> Handle | None:
    """Own what an answer says was opened.

    Raises:
        Malformed: it says nothing of the kind.
    """
    if told is None:
        return None
    kind, own = as_row(told)
    made = _KINDS.get(as_word(kind))
    if made is None or not 0 < as_number(own) < _OWN:
        raise Malformed(f"a handle of an unknown kind, {kind!r}")
    handle: Any = made(outside(line, as_number(own)))
    handle.line = line
    line.living.add(handle.number)
    return handle  # type: ignore[no-any-return]  # made of one of the kinds
