"""What does the library cost before it does anything: import time, and bytes per operation in flight?

    python benchmarks/footprint.py [--quick]

Imports are timed in fresh processes, interleaved with bare Python, medians reported. Bytes per pending operation are the growth of the resident set over many
operations that never complete, divided by their number, less what the tasks themselves take.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import anyio
import anyio.lowlevel

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation

IMPORTS = {
    "import hcsffi": ("import hcsffi", 10.0),
    "import hcsffi.documents and touch one type": ("from hcsffi import documents; documents.ComputeSystem", 25.0),
    "import hcsffi and touch ComputeSystem": ("import hcsffi; hcsffi.ComputeSystem", None),
}
BYTES_GOAL = 360.0


def import_time_ms(statement: str) -> float:
    """Milliseconds a fresh interpreter takes for the statement."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", statement], check=True)
    return (time.perf_counter() - begin) * 1000


def resident_bytes() -> int:
    """The resident set of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def bytes_per_task(count: int, system: hcsffi.ComputeSystem | None) -> float:
    """Growth of the resident set per task that waits: for an operation when a system is given, else for an event."""
    request = system.calls.properties().request if system else None

    async def worker() -> None:
        if request is not None:
            await operation.run(request)
        else:
            await anyio.sleep_forever()

    gc.collect()
    before = resident_bytes()
    async with anyio.create_task_group() as group:
        for _ in range(count):
            group.start_soon(worker)
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
        grown = resident_bytes() - before
        group.cancel_scope.cancel()
    return grown / count


async def pending_bytes(count: int) -> tuple[float, float]:
    """Bytes per task alone, and per task with an operation in flight."""
    async with await hcsffi.ComputeSystem.create("benchmark", {"Owner": "benchmark", "Container": {}}) as system:
        await bytes_per_task(count, None)  # the allocator's arenas are warm for both
        alone = await bytes_per_task(count, None)
        embedded.configure({"Faults": [{"Function": "HcsGetComputeSystemProperties", "Never": True}]})
        with_operation = await bytes_per_task(count, system)
        embedded.configure({})
        await system.terminate()
    return alone, with_operation


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    arguments = parser.parse_args()
    repetitions = 7 if arguments.quick else 25
    bare = [import_time_ms("pass") for _ in range(repetitions)]
    print(f"bare Python {statistics.median(bare):.1f} ms")
    for name, (statement, goal) in IMPORTS.items():
        extra = statistics.median(import_time_ms(statement) - import_time_ms("pass") for _ in range(repetitions))
        verdict = "" if goal is None else f"   goal <= {goal:.0f} ms   {'met' if extra <= goal else 'MISSED'}"
        print(f"{name:46} +{extra:5.1f} ms{verdict}")
    alone, with_operation = anyio.run(pending_bytes, 20_000 if arguments.quick else 100_000)
    extra_bytes = with_operation - alone
    print(f"a waiting task {alone:.0f} bytes; with an operation in flight {with_operation:.0f} bytes")
    print(
        f"per pending operation beyond the task   {extra_bytes:.0f} bytes   goal <= {BYTES_GOAL:.0f}   {'met' if extra_bytes <= BYTES_GOAL else 'MISSED'}"
    )


if __name__ == "__main__":
    main()
