"""What does an awaited HCS operation cost, and against what? One run, one table of ratios.

    python benchmarks/completion.py [--quick] [--backend asyncio|trio|uvloop] [--json FILE]

Every contender asks the same compute system of the same embedded host for its properties. Rounds are interleaved and medians reported. Two
idle-priority busy processes keep the cores awake: without them a sleeping core's wake-up time is what would be measured. Absolute
microseconds belong to the machine; the ratios are the result.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import multiprocessing
import os
import statistics
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation
from hcsffi.native import library

from measuring import Client, Row, asyncio_floor, loop_floor, measure, median_rows, named, percentile, print_table, sequential
from peers import Peers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

SYSTEM_ID = "benchmark"
CONFIGURATION = {"Owner": "benchmark", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
WIDTHS = (100, 10_000)
GROUP_ROUNDS = 25
"""Of a hundredth of a second each: the first two find no memory yet."""


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    sequential: int
    at_width: dict[int, int]
    slow_at_width: dict[int, int]


QUICK = Plan(5, 2_000, {100: 20_000, 10_000: 100_000}, {100: 3_000, 10_000: 10_000})
FULL = Plan(5, 10_000, {100: 100_000, 10_000: 2_000_000}, {100: 10_000, 10_000: 20_000})


def spin() -> None:
    """Burn a core at idle priority."""
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    while True:
        pass


@contextlib.contextmanager
def awake_cores() -> Iterator[None]:
    """Keep every core from sleeping while others measure."""
    spinners = [multiprocessing.get_context("spawn").Process(target=spin, daemon=True) for _ in range(os.cpu_count() or 1)]
    for spinner in spinners:
        spinner.start()
    try:
        yield
    finally:
        for spinner in spinners:
            spinner.kill()
            spinner.join()


async def compare(backend: str, plan: Plan, peers: Peers, system: hcsffi.ComputeSystem, *, peers_too: bool) -> list[Row]:
    """Measure every contender of one backend, rounds interleaved."""
    request = system.calls.properties().request

    async def through_hcsffi() -> object:
        return await operation.commence(request)

    clients = [(loop_floor(backend), False), (Client("hcsffi", through_hcsffi), False)]
    if peers_too:
        if backend != "trio":
            loop = asyncio.get_running_loop()
            clients += [(peers.extern_python(loop), False), (peers.ctypes_callback(loop), False)]
        clients.append((peers.thread_wait(), True))
    samples: dict[str, list[Row]] = {}
    for _ in range(plan.rounds):
        c_rows = {width: peers.c_limit(plan.at_width[width] * 2, width)[0] for width in WIDTHS}
        _, latencies = peers.c_limit(plan.sequential, 1)
        samples.setdefault("C limit (plain C client)", []).append(Row("C", percentile(latencies, 0.5), percentile(latencies, 0.99), c_rows))
        for client, slow in clients:
            totals = plan.slow_at_width if slow else plan.at_width
            samples.setdefault(client.name, []).append(await measure(client, plan.sequential // (4 if slow else 1), totals))
    return median_rows(samples)


async def group_share(peers: Peers, system: hcsffi.ComputeSystem) -> float:
    """How fast run_many with 10,000 operations and one wait is, as a share of the plain C client: the median of interleaved rounds."""
    requests = [system.calls.properties().request] * 10_000
    shares = []
    for _ in range(GROUP_ROUNDS):
        limit = peers.c_limit(len(requests) * 2, len(requests))[0]
        gc.collect()
        begin = time.perf_counter_ns()
        await operation.perform_many(requests)
        shares.append(limit * len(requests) * 1000 / (time.perf_counter_ns() - begin))
    return statistics.median(shares)


async def beside_busy_thread(rounds: int, *contenders: tuple[Callable[[], Awaitable[object]], int]) -> list[float]:
    """The 99th percentile of sequential awaits beside a thread that computes in Python: microseconds, medians of interleaved rounds."""
    stop = threading.Event()

    def compute() -> None:
        while not stop.is_set():
            sum(range(1000))

    thread = threading.Thread(target=compute)
    thread.start()
    try:
        tails = [[percentile(await sequential(one, total), 0.99) for one, total in contenders] for _ in range(rounds)]
    finally:
        stop.set()
        thread.join()
    return [statistics.median(tail) for tail in zip(*tails, strict=True)]


class Goal(NamedTuple):
    """One line of the goals table."""

    text: str
    bound: float
    measured: float
    at_least: bool = False

    def show(self) -> str:
        """The goal, what was measured, and whether it holds."""
        holds = self.measured >= self.bound if self.at_least else self.measured <= self.bound
        sign, verdict = ">=" if self.at_least else "<=", "met" if holds else "MISSED"
        return f"{self.text:76} {sign} {self.bound:6.2f}   measured {self.measured:7.2f}   {verdict}"


def goals_of(backend: str, inline: list[Row], threaded: list[Row]) -> list[Goal]:
    """What the two tables of a backend are judged by."""
    floor, ours, client = named(inline, "floor"), named(inline, "hcsffi"), inline[0]
    bounds_over = (1.8, 1.3) if backend == "trio" else (1.65, 0.95)
    goals = [
        Goal(f"{backend}: over the loop's floor, inline host, {w} in flight", bound, ours.per_operation[w] / floor.per_operation[w])
        for w, bound in zip(WIDTHS, bounds_over, strict=True)
    ]
    if backend != "trio":
        goals += [
            Goal(
                f"{backend}: over the floor and the plain C client together, {w} in flight",
                1.0,
                ours.per_operation[w] / (floor.per_operation[w] + client.per_operation[w]),
            )
            for w in WIDTHS
        ]
    ours, limit = named(threaded, "hcsffi"), threaded[0]
    goals.append(Goal(f"{backend}: sequential p50 over the plain C client", 3.0, ours.sequential_p50 / limit.sequential_p50))
    slower = [("anyio.to_thread waits", named(threaded, "anyio.to_thread"), (15.0, 10.0))]
    if backend != "trio":
        slower.append(("a ctypes callback", named(threaded, "ctypes"), (4.0, 2.5)))
    for what, peer, bounds in slower:
        goals += [
            Goal(
                f"{backend}: times faster than {what}, {w} in flight",
                bound,
                peer.per_operation[w] / ours.per_operation[w],
                at_least=True,
            )
            for w, bound in zip(WIDTHS, bounds, strict=True)
        ]
    return goals


async def measure_backend(backend: str, plan: Plan, host: Path) -> list[Goal]:
    """Both host modes on one backend: print the tables, return the goals that apply."""
    async with await hcsffi.ComputeSystem.create(SYSTEM_ID, CONFIGURATION) as system:
        peers = Peers(host, SYSTEM_ID)
        try:
            embedded.configure({"Workers": 0})
            inline = await compare(backend, plan, peers, system, peers_too=False)
            print_table(f"{backend}, host completes inline (the shim alone, no hand-over between cores)", inline, "C")
            embedded.configure({"Workers": 1})
            threaded = await compare(backend, plan, peers, system, peers_too=True)
            print_table(f"{backend}, host completes on its own thread", threaded, "C")
            goals = goals_of(backend, inline, threaded)
            share = await group_share(peers, system)
            goals.append(Goal(f"{backend}: run_many with one group wait, share of the plain C client", 0.8, share, at_least=True))
            request = system.calls.properties().request
            ours = (lambda: operation.commence(request), plan.sequential)
            p99, sleeping = await beside_busy_thread(plan.rounds, ours, (lambda: anyio.sleep(0.0001), plan.sequential // 10))
            goals.append(Goal(f"{backend}: p99 beside a CPU-bound thread, over that of a sleep of the loop", 1.0, p99 / sleeping))
            if backend != "trio":
                embedded.configure({"Workers": 0})
                loop = asyncio.get_running_loop()
                p99, floor = await beside_busy_thread(plan.rounds, ours, (asyncio_floor(loop).one, plan.sequential))
                goals.append(Goal(f"{backend}: p99 beside a CPU-bound thread, inline host, milliseconds", 0.1, p99 / 1000))
                embedded.configure({"Workers": 1})
                (callback,) = await beside_busy_thread(1, (peers.ctypes_callback(loop).one, 500))
                print("for comparison, p99 beside the same thread, milliseconds:", end=" ")
                print(f"the loop's floor {floor / 1000:.2f}, a ctypes callback {callback / 1000:.2f}")
        finally:
            embedded.configure({})
            peers.close()
        await system.terminate()
    return goals


def main() -> None:
    """Measure, print the tables, then the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few minutes, noisier")
    parser.add_argument("--backend", action="append", choices=["asyncio", "trio", "uvloop"], help="default: asyncio and trio")
    parser.add_argument("--json", type=Path, help="write the goals and what was measured")
    arguments = parser.parse_args()
    host = next(library.EMBEDDED_FOLDER.glob("libhcsffi.host.so"))
    goals: list[Goal] = []
    with awake_cores():
        for backend in arguments.backend or ["asyncio", "trio"]:
            options = {"use_uvloop": True} if backend == "uvloop" else {}
            goals += anyio.run(
                measure_backend,
                backend,
                QUICK if arguments.quick else FULL,
                host,
                backend="trio" if backend == "trio" else "asyncio",
                backend_options=options,
            )
    print("\ngoals")
    for goal in goals:
        print(goal.show())
    if arguments.json:
        arguments.json.write_text(json.dumps([goal._asdict() for goal in goals], indent=1), encoding="utf-8")
    if sys.stdout.isatty():
        print("\nratios move with the machine's load: repeat before judging a MISSED line")


if __name__ == "__main__":
    main()
