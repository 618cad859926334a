"""What does the library cost before it does anything: imports, commands, bytes per operation in flight, a group per system, records?

    python benchmarks/footprint.py [--quick]

Imports and commands are processes of their own, interleaved with bare Python; medians of processor time. A command is given as a multiple
of bare Python. Bytes per pending operation are the growth of the resident set over many operations that never complete, divided by their
number, less what tasks take that wait for a future each. Lives of systems with and without a control group alternate; medians, too. What
a call spends on asking whether anybody listens is compared with the whole of it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import subprocess
import sys
import time
import timeit
from pathlib import Path
from typing import NamedTuple

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation, telling

from processor_time import processor_ms

IMPORTS = {
    "import hcsffi": ("import hcsffi", 10.0),
    "import hcsffi and touch ComputeSystem": ("import hcsffi; hcsffi.ComputeSystem", None),
}


class Command(NamedTuple):
    """What the command line is asked for, and the most it may take of bare Python's processor time.

    Args:
        before: what it took at 548ca3f in an environment of its own, CPython 3.11: the commit before attrs made the documents.
    """

    arguments: tuple[str, ...]
    before: float
    goal: float


COMMANDS = (
    Command(("run", "--", "true"), 14.6, 1.5 * 14.6),
    Command(("--version",), 8.3, 3.0),
    Command(("--help",), 8.2, 3.0),
)
BYTES_GOAL = 300.0
GROUP_GOAL_MS = 2.0
QUESTION_GOAL = 0.02


def show_start(rounds: int) -> None:
    """Print what imports and commands cost."""
    python = [sys.executable, "-I", "-c"]
    bare = statistics.median(processor_ms([*python, "pass"]) for _ in range(rounds))
    print(f"bare Python {bare:.1f} ms")
    for name, (statement, goal) in IMPORTS.items():
        extra = statistics.median(processor_ms([*python, statement]) - processor_ms([*python, "pass"]) for _ in range(rounds))
        verdict = "" if goal is None else f"   goal <= {goal:.0f} ms   {'met' if extra <= goal else 'MISSED'}"
        print(f"{name:46} +{extra:5.1f} ms{verdict}")
    for command in COMMANDS:
        line = [str(Path(sys.executable).with_name("hcsffi")), *command.arguments]
        times = statistics.median(processor_ms(line) / processor_ms([*python, "pass"]) for _ in range(rounds))
        verdict = "met" if times <= command.goal else "MISSED"
        print(
            f"{'hcsffi ' + ' '.join(command.arguments):46} {times:6.1f} times bare Python, before {command.before}   "
            f"goal <= {command.goal:.1f}   {verdict}"
        )


def resident_bytes() -> int:
    """The resident set of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def bytes_per_task(count: int, *, operations: bool) -> float:
    """Growth of the resident set per task that waits: each for an operation of its own, or for a future of its own."""
    async with await hcsffi.ComputeSystem.create("benchmark", {"Owner": "benchmark", "Container": {}}) as system:
        embedded.configure({"Faults": [{"Function": "HcsGetComputeSystemProperties", "Never": True}]})
        request = system.calls.properties().request
        loop = asyncio.get_running_loop()

        async def worker() -> None:
            if operations:
                await operation.commence(request)
            else:
                await loop.create_future()

        gc.collect()
        before = resident_bytes()
        tasks = [asyncio.create_task(worker()) for _ in range(count)]
        for _ in range(3):
            await asyncio.sleep(0)
        grown = resident_bytes() - before
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        embedded.configure({})
        await system.terminate()
    return grown / count


def measured_apart(count: int, what: str) -> float:
    """One measurement in a process of its own: memory that was used before would be used again and not be seen."""
    done = subprocess.run([sys.executable, __file__, "--bytes", what, str(count)], check=True, capture_output=True, text=True)
    return float(done.stdout)


async def life_ms(*, with_group: bool) -> float:
    """Milliseconds from creating a system to its end, with one program in it."""
    embedded.configure({"ControlGroups": with_group})
    begin = time.perf_counter()
    async with await hcsffi.ComputeSystem.create("benchmark", {"Owner": "benchmark", "Container": {}}) as system:
        await system.start()
        async with await system.create_process({"CommandArgs": ["true"]}) as process:
            await process.wait()
        await system.terminate()
    return (time.perf_counter() - begin) * 1000


async def group_costs_ms(lives: int) -> tuple[float, float]:
    """The median life with a control group, and without."""
    pairs = [(await life_ms(with_group=True), await life_ms(with_group=False)) for _ in range(lives)]
    embedded.configure({})
    return statistics.median(one for one, _ in pairs), statistics.median(other for _, other in pairs)


async def question_share(calls: int) -> float:
    """What asking whether anybody listens or traces costs, of a call that is awaited: the least of many on both sides."""
    question_s = min(timeit.repeat(lambda: telling.begin("HcsGetComputeSystemProperties", "the benchmark"), repeat=50, number=100)) / 100
    calls_s = []
    async with await hcsffi.ComputeSystem.create("benchmark", {"Owner": "benchmark", "Container": {}}) as system:
        for _ in range(calls):
            begin = time.perf_counter()
            await system.properties()
            calls_s.append(time.perf_counter() - begin)
        await system.terminate()
    return question_s / min(calls_s)


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--bytes", nargs=2, metavar=("WHAT", "COUNT"), help="one measurement, for the program's own use")
    arguments = parser.parse_args()
    if arguments.bytes:
        print(asyncio.run(bytes_per_task(int(arguments.bytes[1]), operations=arguments.bytes[0] == "operation")))
        return
    show_start(7 if arguments.quick else 25)
    count = 20_000 if arguments.quick else 100_000
    alone, with_operation = (measured_apart(count, what) for what in ("task", "operation"))
    extra_bytes = with_operation - alone
    print(f"a waiting task {alone:.0f} bytes; with an operation in flight {with_operation:.0f} bytes")
    verdict = "met" if extra_bytes <= BYTES_GOAL else "MISSED"
    print(f"per pending operation beyond the task   {extra_bytes:.0f} bytes   goal <= {BYTES_GOAL:.0f}   {verdict}")
    with_group, without = asyncio.run(group_costs_ms(100 if arguments.quick else 500))
    extra_ms = with_group - without
    verdict = "met" if extra_ms <= GROUP_GOAL_MS else "MISSED"
    print(f"a system's life {without:.2f} ms; with a control group where one can be had {with_group:.2f} ms")
    print(f"per control group                       {extra_ms:.2f} ms   goal <= {GROUP_GOAL_MS:.0f}   {verdict}")
    share = asyncio.run(question_share(200 if arguments.quick else 2_000))
    verdict = "met" if share <= QUESTION_GOAL else "MISSED"
    print(f"asking whether anybody listens          {share:.1%} of a call   goal <= {QUESTION_GOAL:.0%}   {verdict}")


if __name__ == "__main__":
    main()
