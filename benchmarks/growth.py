"""What does one call cost when a hundred thousand systems are there already? One run, one table of ratios.

    python benchmarks/growth.py [--quick] [--json FILE]

Every verb is done some times beside few systems and beside many, all created and none started, and the least of each is compared:
processor time of the one thread that does it, since the host answers inside the call. Of a listing it is the cost for each of them. Rounds
of all verbs take turns, so that what disturbs the machine for a while spoils a few of them, on one processor: to wake a thread on another
costs what that one is doing.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import embedded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

DOCUMENT = {"Owner": "growth", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
TERMINATE_GOAL = 1.2
VERB_GOAL = 1.3
MEMORY_GOAL_BYTES = 6_000
AT_ONCE = 2_000
ROUNDS = 10
TIMES = 40
LISTING = "list, each of them"
LISTED = 2_000
"""At least so many a round, since one listing of few is over before the processor knows its way."""


class Cost(NamedTuple):
    """Microseconds of processor time of each verb, and how much memory each system took that was created last."""

    systems: int
    verbs: dict[str, float]
    bytes_each: float


def resident() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Population:
    """The systems that are there meanwhile."""

    def __init__(self) -> None:
        self.systems: list[hcsffi.ComputeSystem] = []

    async def grow(self, wanted: int) -> float:
        """Create the missing ones; the bytes that each has taken."""
        gc.collect()
        before, first = resident(), len(self.systems)
        while len(self.systems) < wanted:
            names = range(len(self.systems), min(wanted, len(self.systems) + AT_ONCE))
            made = await hcsffi.run_many([hcsffi.ComputeSystem.calls.create(f"there-{name}", DOCUMENT) for name in names])
            self.systems += [one for one in made if isinstance(one, hcsffi.ComputeSystem)]
        gc.collect()
        return (resident() - before) / max(1, wanted - first)

    async def end(self) -> None:
        """Terminate and close all."""
        for first in range(0, len(self.systems), AT_ONCE):
            await hcsffi.run_many([one.calls.terminate() for one in self.systems[first : first + AT_ONCE]])
        for one in self.systems:
            await one.aclose()


async def least_us(verb: Callable[[int], Awaitable[object]], times: int) -> float:
    """The least processor time of this thread that the verb has taken."""
    costs = []
    for turn in range(times):
        begin = time.thread_time_ns()
        await verb(turn)
        costs.append(time.thread_time_ns() - begin)
    return min(costs) / 1000


async def verbs_beside(population: Population, systems: int) -> Cost:
    """Every verb, beside that many systems."""
    bytes_each = await population.grow(systems)
    made: list[hcsffi.ComputeSystem] = []

    async def create(turn: int) -> None:
        made.append(await hcsffi.ComputeSystem.create(f"new-{turn}", DOCUMENT))

    async def properties(turn: int) -> None:
        await made[turn].properties()

    async def events(turn: int) -> None:
        async with made[turn].events():
            pass

    async def terminate(turn: int) -> None:
        await made[turn].terminate()

    async def close(turn: int) -> None:
        await made[turn].aclose()

    async def list_all(_: int) -> None:
        await hcsffi.ComputeSystem.list()

    gc.disable()
    verbs: dict[str, float] = {}
    for _ in range(ROUNDS):
        made.clear()
        for verb in (create, properties, events, terminate, close):
            name, took = verb.__name__, await least_us(verb, TIMES)
            verbs[name] = min(took, verbs.get(name, took))
        took = await least_us(list_all, max(3, LISTED // systems)) / systems
        verbs[LISTING] = min(took, verbs.get(LISTING, took))
    gc.enable()
    return Cost(systems, verbs, bytes_each)


async def measure(sizes: tuple[int, ...]) -> list[Cost]:
    """All sizes, the smallest first."""
    embedded.configure({"Workers": 0})
    population = Population()
    try:
        return [await verbs_beside(population, size) for size in sizes]
    finally:
        await population.end()
        embedded.configure({})


def print_goal(text: str, bound: float, measured: float) -> None:
    """One line of the goals."""
    print(f"{text:50} <= {bound:8.2f}   measured {measured:8.2f}   {'met' if measured <= bound else 'MISSED'}")


def main() -> None:
    """Measure, print the table and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="up to 10,000 systems instead of 100,000")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sizes = (100, 10_000) if arguments.quick else (100, 10_000, 100_000)
    costs = anyio.run(measure, sizes)
    print(
        f"{'microseconds of processor time':32}"
        + "".join(f"{f'beside {cost.systems:,}':>18}" for cost in costs)
        + f"{'last over first':>18}"
    )
    for verb, first in costs[0].verbs.items():
        ratio = costs[-1].verbs[verb] / first
        print(f"{verb:32}" + "".join(f"{cost.verbs[verb]:18.2f}" for cost in costs) + f"{ratio:18.2f}")
    print(f"{'bytes of each created system':32}" + "".join(f"{cost.bytes_each:18.0f}" for cost in costs))
    print("\ngoals")
    for verb, first in costs[0].verbs.items():
        for cost in costs[1:]:
            goal = TERMINATE_GOAL if verb == "terminate" and cost is costs[1] else VERB_GOAL
            print_goal(f"{verb}, beside {cost.systems:,} over 100", goal, cost.verbs[verb] / first)
    print_goal("bytes of a created system", MEMORY_GOAL_BYTES, costs[-1].bytes_each)
    if arguments.json:
        arguments.json.write_text(json.dumps([cost._asdict() for cost in costs], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
