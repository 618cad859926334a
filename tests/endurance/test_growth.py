"""What one call costs does not depend on how many systems and registrations there are: counted in processor time of the one thread."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import anyio
import pytest

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import dispatcher
from hcsffi.native import completions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the processor time of a thread in steps of 16 ms"),
]

DOCUMENT = {"Owner": "growth", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
FEW, MANY = 20, 3_000
MOST = 3.0
"""With a walk over all of them MANY cost ten times what FEW do; the goal of benchmarks/growth.py is 1.2."""


@pytest.fixture(autouse=True)
def answers_inside_the_call() -> Iterator[None]:
    """The host does all its work on the thread that asks."""
    embedded.configure({"Workers": 0})
    yield
    embedded.configure({})


def least_ns(call: Callable[[], object]) -> int:
    """Processor time of one call of this thread."""
    begin = time.thread_time_ns()
    call()
    return time.thread_time_ns() - begin


async def ending_cost(others: int) -> int:
    """The least processor time that ending a system takes beside so many."""
    calls = hcsffi.ComputeSystem.calls
    made = await hcsffi.run_many([calls.create(f"other-{number}", DOCUMENT) for number in range(others)])
    systems = [one for one in made if isinstance(one, hcsffi.ComputeSystem)]
    costs = []
    for number in range(25):
        async with await hcsffi.ComputeSystem.create(f"ended-{number}", DOCUMENT) as system:
            begin = time.thread_time_ns()
            await system.terminate()
            costs.append(time.thread_time_ns() - begin)
    await hcsffi.run_many([one.calls.terminate() for one in systems])
    for one in systems:
        await one.aclose()
    return min(costs)


def test_ending_a_system_beside_thousands_costs_what_it_costs_beside_a_few() -> None:
    """Whoever ends ten thousand systems one after another would otherwise wait for the square of that."""
    assert anyio.run(ending_cost, MANY) <= MOST * anyio.run(ending_cost, FEW)


async def registering_costs() -> tuple[int, int]:
    """The least processor time of a registration beside a few and beside thousands."""
    queue = dispatcher.current().queue
    least: dict[int, int] = {}
    opened: list[int] = []
    for wanted in (FEW, MANY * 4):
        while len(opened) < wanted:
            opened.append(queue.open_watch(0))
        least[wanted] = min(least_ns(lambda: opened.append(queue.open_watch(0))) for _ in range(25))
    for number in opened:
        completions.close_watch(number)
    return least[FEW], least[MANY * 4]


def test_registering_for_events_beside_thousands_costs_what_it_costs_beside_a_few() -> None:
    """A program that listens to every system registers once for each."""
    few, many = anyio.run(registering_costs)
    assert many <= MOST * few


def test_registrations_that_were_closed_are_used_again_and_their_old_numbers_find_nothing() -> None:
    """A late callback of an old registration must not be told to the new one that has its place."""

    async def main() -> None:
        queue = dispatcher.current().queue
        numbers = [queue.open_watch(0) for _ in range(300)]
        for number in numbers:
            completions.close_watch(number)
        again = [queue.open_watch(0) for _ in range(300)]
        assert {number & 0xFFFFFFFF for number in again} == {number & 0xFFFFFFFF for number in numbers}
        assert not set(again) & set(numbers)
        for number in again:
            completions.close_watch(number)

    anyio.run(main)
