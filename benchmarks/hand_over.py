"""How many futex calls does an operation take that a worker of the embedded host carries out, a hundred in flight?

    python benchmarks/hand_over.py

perf counts them, or strace where perf may not: of two programs, of which one awaits ten times the operations of the other, so that what
both do anyway falls out; medians of five interleaved rounds. strace makes each call slower, and then fewer workers fall asleep: what it
counts is told with its name.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

import anyio

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 0.3
WIDTH = 100
FEW, MANY = 20, 200
ROUNDS = 5
DOCUMENT = {"Owner": "hand-over", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}


async def in_flight(each: int, workers: int) -> None:
    """A hundred tasks, each of which awaits so many operations one after another."""
    embedded.configure({"Workers": workers})
    async with await hcsffi.ComputeSystem.create("hand-over", DOCUMENT) as system:
        request = system.calls.properties().request

        async def worker() -> None:
            for _ in range(each):
                await operation.perform(request)

        async with anyio.create_task_group() as tasks:
            for _ in range(WIDTH):
                tasks.start_soon(worker)
        await system.terminate()


def counted_by_perf(command: list[str]) -> int | None:
    """Futex calls of a program; ``None`` where perf cannot count them."""
    done = subprocess.run(["perf", "stat", "-x,", "-e", "syscalls:sys_enter_futex", *command], check=False, capture_output=True, text=True)
    found = re.search(r"^(\d+),,syscalls:sys_enter_futex", done.stderr, re.MULTILINE)
    return int(found[1]) if found else None


def counted_by_strace(command: list[str]) -> int | None:
    """As ``counted_by_perf``."""
    done = subprocess.run(["strace", "-f", "-c", "-e", "trace=futex", *command], check=False, capture_output=True, text=True)
    found = re.search(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+).* futex$", done.stderr, re.MULTILINE)
    return int(found[1]) if found else None


def counted(counter: Callable[[list[str]], int | None], workers: int) -> float | None:
    """Futex calls of one operation."""
    few, many = (counter([sys.executable, __file__, str(each), str(workers)]) for each in (FEW, MANY))
    return None if few is None or many is None else (many - few) / (WIDTH * (MANY - FEW))


def rounds(counter: Callable[[list[str]], int | None]) -> dict[int, list[float]]:
    """The figures of interleaved rounds by the number of workers; those of a counter that cannot count are empty."""
    figures: dict[int, list[float]] = {workers: [] for workers in (1, 2)}
    for _ in range(ROUNDS):
        for workers, found in figures.items():
            figure = counted(counter, workers)
            if figure is None:
                return {}
            found.append(figure)
    return figures


def main() -> None:
    """Count and judge, or do what is counted."""
    if len(sys.argv) > 1:
        anyio.run(in_flight, int(sys.argv[1]), int(sys.argv[2]))
        return
    print(f"{os.cpu_count()} processors, {WIDTH} in flight")
    for name, counter in (("perf", counted_by_perf), ("strace", counted_by_strace)):
        if shutil.which(name) is None:
            continue
        figures = rounds(counter)
        for workers, found in figures.items():
            figure = median(found)
            verdict = "met" if figure <= GOAL else "MISSED"
            spread = f"({min(found):.2f} to {max(found):.2f})"
            print(f"futex calls an operation, {workers} workers, by {name:8} <= {GOAL:.2f}   measured {figure:5.2f} {spread}   {verdict}")
        if figures:
            return
    sys.exit("not counted: neither perf nor strace can count system calls here")


if __name__ == "__main__":
    main()
