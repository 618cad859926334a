"""What do 500 containers with roots of their own cost while all of them run? One run, one table.

    python benchmarks/crowd.py [--quick] [--json FILE]

They are created and started one after the other, each with a program that sleeps, and stay. Of each the processor time of its creation and
start is taken, by the kernel's own nanoseconds: of all threads of this process, and of the processes that came for it, its program left
out. Those around the 10th are compared with the last ones. The memory of a container is that of its processes but its program, shared pages
shared out (PSS), and what this process has grown by.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

import anyio

import hcsffi
from hcsffi import embedded

DOCUMENT: dict[str, object] = {"Container": {"MappedDirectories": [{"HostPath": "/usr/share", "ContainerPath": "/mapped"}]}}
GOAL = 1.3
EARLY = 10
AROUND = 10
"""The median of so many on either side of the 10th, and of twice as many at the end."""


class Life(NamedTuple):
    """One container that runs: milliseconds of processor time, and those that passed."""

    processor: float
    passed: float
    processes: frozenset[int]


def children_of(process: int) -> list[int]:
    """By all its threads."""
    found = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        found += [int(one) for one in (thread / "children").read_text("ascii").split()]
    return found


def below(process: int) -> set[int]:
    """Everybody."""
    found: set[int] = set()
    todo = [process]
    while todo:
        for child in children_of(todo.pop()):
            found.add(child)
            todo.append(child)
    return found


def used_ns(process: int) -> int:
    """Nanoseconds on a processor, of all threads that live."""
    return sum(int((thread / "schedstat").read_text("ascii").split()[0]) for thread in Path(f"/proc/{process}/task").iterdir())


def private_bytes(process: int) -> int:
    """Its proportional share of what is in memory."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


async def start(name: str, systems: list[hcsffi.ComputeSystem]) -> Life:
    """One more container, and then its program."""
    known = set(children_of(os.getpid()))
    begin, before = time.perf_counter(), time.process_time_ns()
    system = await hcsffi.ComputeSystem.create(name, DOCUMENT, terminate_on_close=True)
    systems.append(system)
    await system.start()
    passed, own = time.perf_counter() - begin, time.process_time_ns() - before
    engines = set(children_of(os.getpid())) - known
    came = engines | {one for engine in engines for one in below(engine)}
    processor = own + sum(used_ns(one) for one in came)
    async with await system.create_process({"CommandArgs": ["sleep", "1000000"]}):
        pass
    return Life(processor / 1e6, passed * 1000, frozenset(came))


async def measure(count: int) -> dict[str, float]:
    """Grow the crowd, look at it and send it home."""
    systems: list[hcsffi.ComputeSystem] = []
    try:
        lives = [await start(f"crowd-{at}", systems) for at in range(EARLY - AROUND // 2)]
        gc.collect()
        host = private_bytes(os.getpid())
        first = len(lives)
        while len(lives) < count:
            lives.append(await start(f"crowd-{len(lives)}", systems))
        gc.collect()
        grown = (private_bytes(os.getpid()) - host) / (count - first)
        processes = [one for life in lives for one in life.processes]
        around = sum(private_bytes(one) for one in processes) / count
    finally:
        for system in systems:
            await system.terminate()
            await system.aclose()
    early, late = lives[first : first + 2 * AROUND], lives[-2 * AROUND :]
    return {
        "containers": count,
        "processes each": len(processes) / count,
        "KiB each, their processes": around / 1024,
        "KiB each, this process": grown / 1024,
        "ms of a processor, 10th": statistics.median(one.processor for one in early),
        "ms of a processor, last": statistics.median(one.processor for one in late),
        "ms passed, 10th": statistics.median(one.passed for one in early),
        "ms passed, last": statistics.median(one.passed for one in late),
    }


def main() -> None:
    """Measure, print the table and the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="100 containers instead of 500")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    engine = embedded.isolation()
    if not engine["Works"]:
        sys.exit(f"this machine does not isolate: {engine['Problem']}")
    found = anyio.run(measure, 100 if arguments.quick else 500)
    for name, value in found.items():
        print(f"{name:28} {value:10.2f}")
    for kind in ("of a processor", "passed"):
        ratio = found[f"ms {kind}, last"] / found[f"ms {kind}, 10th"]
        print(
            f"create and start, last over 10th, ms {kind:14} <= {GOAL:.2f}   measured {ratio:.2f}   {'met' if ratio <= GOAL else 'MISSED'}"
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
