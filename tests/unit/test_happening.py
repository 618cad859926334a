"""What happened between two looks at a host, and when the next look is taken."""

from __future__ import annotations

import uuid
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi.compute import happening
from hcsffi.compute.happening import Happening, HostEvent, differences, events
from hcsffi.delivery.host_follow import HostFollow
from hcsffi.documents import InvalidDocument, hcs

if TYPE_CHECKING:
    from collections.abc import Iterator

AT = datetime(2026, 1, 2, tzinfo=timezone.utc)
ONE, OTHER = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


def told(name: str, state: str = "Running", runtime_id: str = ONE) -> hcs.Properties:
    """What a host tells of a system."""
    return hcs.Properties(id=name, state=hcs.State(state), runtime_id=runtime_id)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ([], [], []),
        ([told("a")], [told("a")], []),
        ([], [told("b"), told("a")], [(Happening.APPEARED, told("a")), (Happening.APPEARED, told("b"))]),
        ([told("b"), told("a")], [], [(Happening.GONE, told("a")), (Happening.GONE, told("b"))]),
        ([told("a", "Created")], [told("a")], [(Happening.CHANGED, told("a"))]),
        (
            [told("a"), told("b")],
            [told("a", "Created", OTHER), told("b")],
            [(Happening.GONE, told("a")), (Happening.APPEARED, told("a", "Created", OTHER))],
        ),
        ([told("a")], [told("a", runtime_id=OTHER)], [(Happening.GONE, told("a")), (Happening.APPEARED, told("a", runtime_id=OTHER))]),
    ],
)
def test_what_differs_is_told_once_and_by_id(
    before: list[hcs.Properties], now: list[hcs.Properties], found: list[tuple[Happening, hcs.Properties]]
) -> None:
    """A system of the same id is another one where its runtime id is; what is gone is told as it was last."""
    old, new = ({str(one.id): one for one in some} for some in (before, now))
    assert [HostEvent(AT, str(one.id), what, one) for what, one in found] == differences(old, new, AT)


@pytest.mark.parametrize("interval_s", [0, -1, float("nan")])
def test_an_interval_that_is_none_is_refused(interval_s: float) -> None:
    """A host would be asked without an end."""
    with pytest.raises(ValueError, match="interval_s must be above 0"):
        events(interval_s=interval_s)


class Host:
    """What answers, and what was done in which order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, looks: list[list[hcs.Properties]], follow: list[bytes] | None) -> None:
        self.done: list[object] = []
        self._looks: Iterator[list[hcs.Properties]] = iter(looks)
        self._told = None if follow is None else iter(follow)
        monkeypatch.setattr(happening, "make", self._look)
        monkeypatch.setattr(anyio, "sleep", self._sleep)
        monkeypatch.setattr(HostFollow, "begin", self._begin)

    async def _look(self, _: object) -> list[hcs.Properties]:
        self.done.append("look")
        return next(self._looks)

    async def _sleep(self, delay_s: float) -> None:
        self.done.append(delay_s)

    async def _begin(self, _: bytes | None, interval_s: float) -> Any:
        self.done.append(("begin", interval_s))
        return None if self._told is None else self

    async def next(self) -> bytes:
        """As a stream of a service's."""
        assert self._told is not None
        self.done.append("next")
        found = next(self._told, None)
        if found is None:
            raise anyio.EndOfStream
        return found


@pytest.mark.anyio
async def test_a_library_is_looked_at_and_then_after_each_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first look needs no wait, and what it tells is handed out before the next one is taken."""
    host = Host(monkeypatch, [[told("a"), told("b")], [told("a"), told("b")], [told("b")]], None)
    stream = events(interval_s=2.5)
    seen = [await anext(stream) for _ in range(3)]
    assert [("a", Happening.APPEARED), ("b", Happening.APPEARED), ("a", Happening.GONE)] == [(one.system_id, one.happening) for one in seen]
    assert [("begin", 2.5), "look", 2.5, "look", 2.5, "look"] == host.done


@pytest.mark.anyio
async def test_a_service_tells_by_itself_and_is_asked_where_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking says why; where it answers again, the interval is kept from then on."""
    host = Host(monkeypatch, [[told("a", "Stopped")], []], [b"[]", b'[{"Id": "a", "State": "Running"}]'])
    stream = events(interval_s=2.5)
    seen = [await anext(stream) for _ in range(4)]
    assert [Happening.APPEARED, Happening.GONE, Happening.APPEARED, Happening.GONE] == [one.happening for one in seen]
    assert [("begin", 2.5), "next", "next", "next", "look", 2.5, "look"] == host.done


@pytest.mark.anyio
async def test_a_system_without_an_id_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every member of an answer may be missing; that of one system keeps nobody from hearing of the others."""
    Host(monkeypatch, [[hcs.Properties(), told("a")]], None)
    stream = events()
    assert ["", "a"] == [(await anext(stream)).system_id, (await anext(stream)).system_id]


@pytest.mark.anyio
async def test_a_stream_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait that was cancelled goes on with the stream there is; a second one would be a place more at the service."""
    host = Host(monkeypatch, [], [b"{", b'[{"Id": "a", "State": "Running"}]'])
    stream = events(interval_s=2.5)
    with pytest.raises(InvalidDocument):
        await anext(stream)
    assert "a" == (await anext(stream)).system_id
    assert [("begin", 2.5), "next", "next"] == host.done
