"""A registration for the events of a service in another process: nothing is lost in silence, and nothing comes twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hcsffi.native.remote_watch import KEPT, Watch
from hcsffi.remote.frame import Frame

if TYPE_CHECKING:
    from hcsffi.remote.line import Line


class Numbering:
    """A connection of which a registration needs a number alone."""

    def next_number(self) -> int:
        """The one."""
        return 1


class Loop:
    """A loop's queue that keeps what comes."""

    def __init__(self) -> None:
        self.is_closed = False
        self.seen: list[tuple[int, int]] = []

    def add_event(self, ticket: int, event: tuple[int, bytes | None, int]) -> None:
        """An event for a ticket."""
        self.seen.append((ticket, event[0]))


def happening(kind: int, lost: int = 0) -> Frame:
    """What a service sends of one event, and of how many before it there was no room for."""
    return Frame(["event", 1, kind, 0, lost], [None])


def test_what_a_service_had_no_room_for_is_told_once_for_each_event() -> None:
    """A reader that asks twice must not believe that twice as much was lost, nor that nothing was."""
    watch = Watch(cast("Line", Numbering()), Loop(), 7)
    watch.take(happening(1, lost=3))
    watch.take(happening(2, lost=2))
    assert [watch.lost(), watch.lost()] == [5, 0]
    watch.take(happening(3, lost=1))
    assert [watch.lost(), watch.lost()] == [1, 0]


def test_between_two_loops_the_newest_events_are_kept_and_the_others_counted() -> None:
    """Whoever takes the registration over reads what was kept in its order, and hears of the rest."""
    ended, following = Loop(), Loop()
    watch = Watch(cast("Line", Numbering()), ended, 7)
    watch.take(happening(0))
    ended.is_closed = True
    for kind in range(1, KEPT + 3):
        watch.take(happening(kind))
    watch.route(following, 8)
    watch.take(happening(0))
    assert ended.seen == [(7, 0)]
    assert following.seen == [*((8, kind) for kind in range(3, KEPT + 3)), (8, 0)]
    assert [watch.lost(), watch.lost()] == [2, 0]
