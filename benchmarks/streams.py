"""What does a process's standard output cost to read, and what do a thousand of them at once? One run, ratios.

    python benchmarks/streams.py [--quick] [--json FILE]

A process writes zeros, and three readers take turns: a blocking read, anyio's own process, and hcsffi. Medians of wall clock and of this
process's processor time, both from the first byte to the end. The writer gives as much at once as a pipe holds: one of small pieces would
be slower than any reader, and all that is measured. It has a session of its own, as a compute system's has, since a busy machine shares
its processors among sessions. Then as many processes of one system as are wanted write at once, and their
streams are read by a task each: threads and memory of this process are compared before the first byte, and while the rest comes.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

DOCUMENT: dict[str, object] = {"Owner": "streams", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
CHUNK = 65_536
SPEED_GOAL = 1.5
PROCESSOR_GOAL = 1.3
THREADS_GOAL = 0
GROWN_GOAL_MIB = 8.0
WRITES = "dd if=/dev/zero bs=64k count={} 2>/dev/null"
WAITS_AND_WRITES = f"read line; {WRITES}"


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    mebibytes: int
    processes: int
    mebibytes_each: int


QUICK = Plan(5, 128, 200, 2)
FULL = Plan(11, 512, 1_000, 4)


class Taken(NamedTuple):
    """From the first byte to the end, in seconds."""

    wall: float
    processor: float


class Goal(NamedTuple):
    """One line of the goals table."""

    text: str
    bound: float
    measured: float
    at_least: bool = False

    def show(self) -> str:
        """The goal, what was measured, and whether it holds."""
        holds = self.measured >= self.bound if self.at_least else self.measured <= self.bound
        return f"{self.text:66} {'>=' if self.at_least else '<='} {self.bound:6.2f}   measured {self.measured:7.2f}   " + (
            "met" if holds else "MISSED"
        )


class Watch:
    """Counts what comes, and takes the time from the first of it."""

    def __init__(self) -> None:
        self.count = 0
        self._wall = self._processor = 0.0

    def came(self, size: int) -> None:
        """So many bytes more."""
        if not self.count:
            self._wall, self._processor = time.perf_counter(), time.process_time()
        self.count += size

    def taken(self, expected: int) -> Taken:
        """The end has come."""
        if self.count != expected:
            raise AssertionError(f"{self.count} bytes came of {expected}")
        return Taken(time.perf_counter() - self._wall, time.process_time() - self._processor)


async def by_blocking(size: int) -> Taken:
    """What the operating system alone costs."""
    watch = Watch()
    words = ["sh", "-c", WRITES.format(size // CHUNK)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, bufsize=0, start_new_session=True) as process:  # noqa: ASYNC220 - the floor
        if process.stdout is None:
            raise AssertionError("the process has no output")
        while piece := os.read(process.stdout.fileno(), CHUNK):
            watch.came(len(piece))
        return watch.taken(size)


async def by_anyio(size: int) -> Taken:
    """Anyio's own process."""
    watch = Watch()
    words = ["sh", "-c", WRITES.format(size // CHUNK)]
    async with await anyio.open_process(words, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        if process.stdout is None:
            raise AssertionError("the process has no output")
        async for piece in process.stdout:
            watch.came(len(piece))
        return watch.taken(size)


def by_system(system: hcsffi.ComputeSystem) -> Callable[[int], Awaitable[Taken]]:
    """A process of a compute system."""

    async def one(size: int) -> Taken:
        watch = Watch()
        request = {"CommandArgs": ["sh", "-c", WRITES.format(size // CHUNK)], "CreateStdOutPipe": True}
        async with await system.create_process(request) as process:
            if process.stdout is None:
                raise AssertionError("the process has no output")
            async for piece in process.stdout:
                watch.came(len(piece))
            return watch.taken(size)

    return one


async def compare(system: hcsffi.ComputeSystem, plan: Plan) -> list[Goal]:
    """The readers by turns: prints the table, returns the goals."""
    readers = {"a blocking read": by_blocking, "anyio.open_process": by_anyio, "hcsffi": by_system(system)}
    taken: dict[str, list[Taken]] = {name: [] for name in readers}
    for _ in range(plan.rounds + 1):  # nobody counts the first
        for name, reader in readers.items():
            taken[name].append(await reader(plan.mebibytes << 20))
    wall = {name: statistics.median(one.wall for one in some[1:]) for name, some in taken.items()}
    processor = {name: statistics.median(one.processor for one in some[1:]) for name, some in taken.items()}
    print(f"{plan.mebibytes} MiB of standard output, medians{'MiB/s':>12}{'ms of processor time':>24}")
    for name in readers:
        print(f"{name:38}{plan.mebibytes / wall[name]:12,.0f}{processor[name] * 1000:24,.1f}")
    return [
        Goal("speed over anyio.open_process", SPEED_GOAL, wall["anyio.open_process"] / wall["hcsffi"], at_least=True),
        Goal("processor time over a blocking read", PROCESSOR_GOAL, processor["hcsffi"] / processor["a blocking read"]),
    ]


def resident_mib() -> float:
    """The memory of this process."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def threads() -> int:
    """How many this process has."""
    return len(list(Path("/proc/self/task").iterdir()))


async def many_at_once(system: hcsffi.ComputeSystem, plan: Plan) -> list[Goal]:
    """A task for each of many streams: prints what came, returns the goals."""
    size = plan.mebibytes_each << 20
    most_mib, most_threads, came = 0.0, 0, 0

    async def read(process: hcsffi.ComputeProcess) -> None:
        nonlocal most_mib, most_threads, came
        if process.stdin is None or process.stdout is None:
            raise AssertionError("the process lacks a stream")
        await process.stdin.send(b"go\n")
        async for piece in process.stdout:
            came += len(piece)
            del piece  # else each task would keep one while it waits for the next
        most_mib, most_threads = max(most_mib, resident_mib()), max(most_threads, threads())

    request = {"CommandArgs": ["sh", "-c", WAITS_AND_WRITES.format(size // CHUNK)], "CreateStdInPipe": True, "CreateStdOutPipe": True}
    async with AsyncExitStack() as stack:
        processes = [await stack.enter_async_context(await system.create_process(request)) for _ in range(plan.processes)]
        gc.collect()
        before_mib, alone = resident_mib(), threads()
        begin = time.perf_counter()
        async with anyio.create_task_group() as tasks:
            for process in processes:
                tasks.start_soon(read, process)
        taken = time.perf_counter() - begin
    if came != plan.processes * size:
        raise AssertionError(f"{came} bytes came of {plan.processes * size}")
    total_mib = came / (1 << 20)
    print(f"{plan.processes:,} streams at once: {total_mib:,.0f} MiB in {taken:.1f} s, {total_mib / taken:,.0f} MiB/s")
    return [
        Goal(f"threads more than before, {plan.processes:,} streams at once", THREADS_GOAL, most_threads - alone),
        Goal(f"MiB of memory grown while {total_mib:,.0f} MiB came", GROWN_GOAL_MIB, most_mib - before_mib),
    ]


async def measure(plan: Plan) -> list[Goal]:
    """All of it."""
    async with await hcsffi.ComputeSystem.create("streams", DOCUMENT, terminate_on_close=True) as system:
        await system.start()
        goals = await compare(system, plan) + await many_at_once(system, plan)
        await system.terminate()
    return goals


def main() -> None:
    """Measure, print the tables and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="128 MiB and 200 streams instead of 512 MiB and 1,000")
    parser.add_argument("--backend", default="asyncio", choices=["asyncio", "trio", "uvloop"])
    parser.add_argument("--json", type=Path, help="write the goals and what was measured")
    arguments = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("streams.py reads /proc: Linux alone has it")
    goals = anyio.run(
        measure,
        QUICK if arguments.quick else FULL,
        backend="trio" if arguments.backend == "trio" else "asyncio",
        backend_options={"use_uvloop": True} if arguments.backend == "uvloop" else {},
    )
    print("\ngoals")
    for goal in goals:
        print(goal.show())
    if arguments.json:
        arguments.json.write_text(json.dumps([goal._asdict() for goal in goals], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
