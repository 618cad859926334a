"""What does an HCS operation cost from Python on Windows, through hcsffi and through win32more (raw ctypes)?

One process, one library, one run.

    python benchmarks/windows_peers.py [--quick | --smallest] [--loop proactor|selector]

For a CPython for Windows with win32more (pip install win32more); `python -m wine_lane.peers` runs it under Wine. Both contenders call the
embedded host by the name computecore.dll, and each sees the operations of the other, or the run stops; so does a failure of any operation,
and a result that was not released. Each does what a careful client of its kind writes: win32more_client.py, ctypes_peer.py, and here
hcsffi. Rounds are interleaved and medians reported. Microseconds belong to the machine, and under Wine to Wine; only ratios within one run
count.
"""

from __future__ import annotations

import argparse
import asyncio
import ctypes
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation
from hcsffi.native import library
from hcsffi.native.binding import ffi, lib

import ctypes_peer
import one_library
from measuring import Client, Row, asyncio_floor, measure, median_rows, named, percentile, print_table, sequential

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from win32more_client import Win32more

SYSTEM_ID = "benchmark"
CONFIGURATION = {"Owner": "benchmark", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
LOOPS = {"proactor": "ProactorEventLoop", "selector": "SelectorEventLoop"}


class Plan(NamedTuple):
    """How much is measured in each of the rounds."""

    rounds: int
    unused: int
    sequential: int
    at_width: dict[int, int]
    in_threads: dict[int, int]
    systems: int
    processes: int
    output_bytes: int


SMALLEST = Plan(1, 10, 10, {10: 20}, {10: 20}, 1, 1, 1 << 16)
QUICK = Plan(3, 10_000, 1_000, {100: 5_000, 1_000: 10_000}, {100: 500, 1_000: 1_000}, 20, 3, 1 << 24)
FULL = Plan(5, 50_000, 3_000, {100: 20_000, 10_000: 50_000}, {100: 2_000, 10_000: 10_000}, 50, 10, 1 << 24)


class Output(NamedTuple):
    """A process that writes a file to its standard output."""

    what: str
    parameters: str
    size_bytes: int


class Timing(NamedTuple):
    """What one contender took for one thing, microseconds."""

    name: str
    cost_us: float


def repeated(one: Callable[[], object], total: int) -> float:
    """Microseconds per call."""
    begin = time.perf_counter_ns()
    for _ in range(total):
        one()
    return (time.perf_counter_ns() - begin) / 1000 / total


def create_and_close() -> None:
    """Make an operation and close it unused, by hcsffi's binding."""
    lib.HcsCloseOperation(lib.HcsCreateOperation(ffi.NULL, ffi.NULL))


async def live(system_id: str) -> None:
    """Create, start and terminate a compute system, and close its handle, by hcsffi."""
    async with await hcsffi.ComputeSystem.create(system_id, CONFIGURATION) as system:
        await system.start()
        await system.terminate()


async def count_output(system: hcsffi.ComputeSystem, parameters: str) -> int:
    """Run a process to its exit by hcsffi: how many bytes it wrote to standard output."""
    async with await system.create_process(parameters) as process:
        if process.stdout is None:
            raise OSError("the process has no standard output")
        total = 0
        async for chunk in process.stdout:
            total += len(chunk)
        status = await process.wait()
        if status.exit_code:
            raise OSError(f"the process failed: {status}")
        return total


class Contest:
    """Every contender on one compute system."""

    def __init__(self, plan: Plan, system: hcsffi.ComputeSystem, peer: Win32more) -> None:
        self.plan = plan
        self.system = system
        self.peer = peer
        self.by_hand = ctypes_peer.declare(ctypes.CDLL(library.LIBRARIES[0]))
        self.created = 0

    async def awaiting(self) -> list[Row]:
        """Properties of the system, awaited."""
        plan, loop = self.plan, asyncio.get_running_loop()
        request = self.system.calls.properties().request

        async def through_hcsffi() -> object:
            return await operation.perform(request)

        local_free = ctypes.CDLL("kernel32").LocalFree
        local_free.restype, local_free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
        by_hand = ctypes_peer.callback_client(loop, self.by_hand, self.peer.system, ctypes.wstring_at, local_free)
        clients = [
            (Client("hcsffi", through_hcsffi), plan.sequential, plan.at_width),
            (self.peer.awaited(), plan.sequential, plan.at_width),
            (self.peer.in_thread(), max(1, plan.sequential // 4), plan.in_threads),
            (by_hand._replace(name="ctypes by hand, callback"), plan.sequential, plan.at_width),
            (asyncio_floor(loop), plan.sequential, plan.at_width),
        ]
        documents = [str(await client.one()) for client, _, _ in clients[1:4]]
        if len(set(documents)) != 1 or json.loads(documents[0]) != json.loads((await operation.perform(request)).document):
            sys.exit("the contenders are not told the same")
        samples: dict[str, list[Row]] = {}
        for _ in range(plan.rounds):
            for client, in_sequence, totals in clients:
                samples.setdefault(client.name, []).append(await measure(client, in_sequence, totals))
        return median_rows(samples)

    def unused_operations(self) -> list[Timing]:
        """An operation made and closed again."""
        create, close = self.by_hand.create, self.by_hand.close
        none = ctypes_peer.CALLBACK()
        contenders: dict[str, Callable[[], object]] = {
            "hcsffi, its binding": create_and_close,
            "win32more": self.peer.create_and_close,
            "ctypes by hand": lambda: close(create(None, none)),
        }
        samples: dict[str, list[float]] = {}
        for _ in range(self.plan.rounds):
            for name, one in contenders.items():
                samples.setdefault(name, []).append(repeated(one, self.plan.unused))
        return [Timing(name, statistics.median(costs)) for name, costs in samples.items()]

    async def in_turn(self, total: int, contenders: dict[str, Callable[[], Awaitable[object]]]) -> list[Timing]:
        """Medians of what is awaited `total` times in each round."""
        samples: dict[str, list[float]] = {}
        for _ in range(self.plan.rounds):
            for name, one in contenders.items():
                samples.setdefault(name, []).append(percentile(await sequential(one, total), 0.5))
        return [Timing(name, statistics.median(costs)) for name, costs in samples.items()]

    def next_id(self) -> str:
        """An id that no system had yet."""
        self.created += 1
        return f"{SYSTEM_ID}-{self.created}"

    async def lives(self) -> list[Timing]:
        """A compute system from its creation to its end."""
        text = json.dumps(CONFIGURATION)
        return await self.in_turn(
            self.plan.systems,
            {"hcsffi": lambda: live(self.next_id()), "win32more, callbacks": lambda: self.peer.live(self.next_id(), text)},
        )

    async def read(self, output: Output) -> list[Timing]:
        """A process whose output is read to the end."""

        async def complete(count: Callable[[], Awaitable[int]]) -> None:
            read = await count()
            if read != output.size_bytes:
                raise OSError(f"{read} bytes came instead of {output.size_bytes}")

        return await self.in_turn(
            self.plan.processes,
            {
                "hcsffi": lambda: complete(lambda: count_output(self.system, output.parameters)),
                "win32more, ReadFile in a thread": lambda: complete(lambda: self.peer.count_output(output.parameters)),
            },
        )


def print_timings(title: str, timings: list[Timing]) -> None:
    """Microseconds, and each as a multiple of hcsffi's."""
    print(f"\n{title}")
    print(f"{'':36} {'us':>10}   multiples of hcsffi")
    for name, cost_us in timings:
        print(f"{name:36} {cost_us:10.2f}   {cost_us / timings[0].cost_us:6.1f}")


def print_ratios(rows: list[Row]) -> None:
    """How many times faster hcsffi is than each peer, the result of the run."""
    ours = named(rows, "hcsffi")
    print("\ntimes faster hcsffi awaits properties than")
    for row in rows:
        if row.name.startswith(("win32more", "ctypes")):
            factors = [f"{width} in flight {cost / ours.per_operation[width]:5.2f}" for width, cost in row.per_operation.items()]
            print(f"{row.name:36} {', '.join(factors)}, sequential p50 {row.sequential_p50 / ours.sequential_p50:.2f}")


def written(what: str, command: Sequence[str], file: Path, size_bytes: int) -> Output:
    """Write the file that a process will write, and say what it is started with."""
    line = b"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n"
    file.write_bytes(line * (size_bytes // len(line)))
    parameters = {"CommandLine": subprocess.list2cmdline([*command, str(file)]), "CreateStdOutPipe": True}
    return Output(what, json.dumps(parameters), size_bytes)


def outputs(folder: Path, large_bytes: int) -> list[Output]:
    """What is read. A client pays for each piece that comes, and cmd writes a few hundred bytes at a time."""
    copy = "import shutil, sys; shutil.copyfileobj(open(sys.argv[1], 'rb'), sys.stdout.buffer, 1 << 16)"
    large = f"a Python that writes {large_bytes >> 10} KiB in pieces of 64 KiB"
    return [
        written("cmd that writes 256 KiB in small pieces", ["cmd", "/c", "type"], folder / "small.txt", 1 << 18),
        written(large, [sys.executable, "-I", "-S", "-c", copy], folder / "large.txt", large_bytes),
    ]


async def compare(plan: Plan, folder: Path) -> None:
    """Measure everything and print the tables."""
    from win32more_client import Win32more, compute  # noqa: PLC0415 - loading it needs win32more, whose absence main() explains

    embedded.configure({"Workers": 1})
    async with await hcsffi.ComputeSystem.create(SYSTEM_ID, CONFIGURATION) as system:
        await system.start()
        peer = Win32more(asyncio.get_running_loop(), SYSTEM_ID)
        try:
            contest = Contest(plan, system, peer)
            one_library.refuse_two(lambda: compute.HcsCreateOperation(None, None), compute.HcsCloseOperation)
            one_library.refuse_two(lambda: contest.by_hand.create(None, ctypes_peer.CALLBACK()), contest.by_hand.close)
            print_timings("an operation created and closed", contest.unused_operations())
            rows = await contest.awaiting()
            print_table("properties of a compute system, awaited", rows, "hcsffi")
            print_timings("a compute system created, started, terminated and closed", await contest.lives())
            for output in outputs(folder, plan.output_bytes):
                print_timings(f"{output.what}, read to its end and exit", await contest.read(output))
            print_ratios(rows)
        finally:
            peer.close()
        await system.terminate()


def main() -> None:
    """Measure on the loop that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("--quick", action="store_const", dest="plan", const=QUICK, help="a minute or two, noisier")
    amount.add_argument("--smallest", action="store_const", dest="plan", const=SMALLEST, help="only to see that it works")
    parser.add_argument("--loop", choices=LOOPS, default="proactor", help="which of asyncio's loops (default: %(default)s)")
    parser.set_defaults(plan=FULL)
    arguments = parser.parse_args()
    if os.name != "nt":
        sys.exit("this measures on a CPython for Windows; python -m wine_lane.peers runs it in one under Wine")
    if importlib.util.find_spec("win32more") is None:
        sys.exit("win32more is not installed: python -m pip install win32more")
    one_library.load()
    where = "Wine: no figure here says anything about Windows" if one_library.under_wine() else "Windows"
    print(f"{where}; library {library.name()}, {arguments.loop} loop, Python {sys.version.split()[0]}. Only ratios within this run count.")
    with tempfile.TemporaryDirectory() as folder:
        anyio.run(compare, arguments.plan, Path(folder), backend_options={"loop_factory": getattr(asyncio, LOOPS[arguments.loop])})
    one_library.refuse_leftovers()


if __name__ == "__main__":
    main()
