"""What happens to the systems of a host, of every program.

The library tells nobody of systems he has not opened, so it is asked again and again what there is. No system is opened for it: a handle of
an onlooker would keep a system alive that ends with its last handle. A service in another process (``hcsffi serve``) knows more: whatever
its clients do goes through it, so it tells by itself when there is something new.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING

import anyio
from attrs import frozen

from hcsffi.compute.call import make
from hcsffi.compute.system import ComputeSystem
from hcsffi.delivery.host_follow import HostFollow
from hcsffi.documents import answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Self

    from hcsffi import documents


class Happening(Enum):
    """What happened to a system."""

    APPEARED = "appeared"
    CHANGED = "changed"
    GONE = "gone"


@frozen
class HostEvent:
    """One thing that happened between two looks at a host.

    Attributes:
        at: when it was seen, in UTC.
        system_id: the system's id.
        happening: whether it appeared, changed its state, or is gone.
        properties: what the host tells of it now; of one that is gone, what it told last.
    """

    at: datetime
    system_id: str
    happening: Happening
    properties: documents.Properties


class HostEvents:
    """What happens in a host, to be iterated with ``async for``; made by :func:`events`. Nothing of it has to be closed."""

    def __init__(self, interval_s: float, owners: Sequence[str] | None) -> None:
        self._interval_s = interval_s
        self._listing = ComputeSystem.calls.list(owners=owners)
        self._follow: HostFollow | None = None
        self._before: dict[str, documents.Properties] | None = None
        self._waiting: deque[HostEvent] = deque()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> HostEvent:
        """Wait until something has happened.

        Raises:
            AccessDenied: the caller may not use the service (HCS_E_ACCESS_DENIED).
            Disconnected: the service went away.

        Cancellation:
            Nothing is lost: what happened meanwhile is told by the next look.
        """
        if self._before is None and self._follow is None:
            self._follow = await HostFollow.begin(self._listing.request.texts[0], self._interval_s)
        while not self._waiting:
            now = {one.id or "": one for one in await self._look()}
            self._waiting += differences(self._before or {}, now, datetime.now(timezone.utc))
            self._before = now
        return self._waiting.popleft()

    async def _look(self) -> list[documents.Properties]:
        """What there is, once that may be something else."""
        if self._follow is not None:
            try:
                return answers.system_list(await self._follow.next())
            except anyio.EndOfStream:  # whoever asks for himself now hears why
                self._follow = None
        elif self._before is not None:
            await anyio.sleep(self._interval_s)
        return await make(self._listing)


def events(*, interval_s: float = 1.0, owners: Sequence[str] | None = None) -> HostEvents:
    """Watch the systems of the host, of every program: those that are there first, then what changes, until the iteration is left.

    A service in another process (``hcsffi serve``) tells by itself whenever one of its clients has changed something or has heard of an
    event; what ends there without anybody's doing or waiting is found by its own look each ``interval_s``. Where a library of this process
    answers, Windows' own too, there is nothing better than to look each ``interval_s``: none of its functions tells of systems that one has
    not opened. What begins and ends between two looks is not seen; :meth:`ComputeSystem.events` tells everything of one system.

    Args:
        interval_s: the longest time between two looks, in seconds; a service looks at most 20 times a second without a reason.
        owners: only systems with one of these owners.

    Returns:
        :class:`HostEvent` by ``async for``: the systems of the first look as having appeared, then each difference, in the order of ids.

    Raises:
        ValueError: the interval is not above 0.

    Source:
        HcsEnumerateComputeSystems, computecore.h.
    """
    if not interval_s > 0:
        raise ValueError("interval_s must be above 0")
    return HostEvents(interval_s, owners)


def differences(before: dict[str, documents.Properties], now: dict[str, documents.Properties], at: datetime) -> list[HostEvent]:
    """Return what happened between two looks; a system that has another runtime id is another system."""
    found: list[HostEvent] = []
    for one in sorted({*before, *now}):
        old, new = before.get(one), now.get(one)
        if old is not None and (new is None or old.runtime_id != new.runtime_id):
            found.append(HostEvent(at, one, Happening.GONE, old))
            old = None
        if new is not None and old is None:
            found.append(HostEvent(at, one, Happening.APPEARED, new))
        elif new is not None and old is not None and old.state != new.state:
            found.append(HostEvent(at, one, Happening.CHANGED, new))
    return found
