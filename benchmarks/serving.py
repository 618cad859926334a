"""What a call costs through a service, against the same call to a library of this process.

One container that runs; one question about it, one after another; 10,000 of them at once; and a thousand in one call of many.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

import hcsffi
from hcsffi import ComputeSystem
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

CONTAINER = {"Owner": "serving", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "bench"}}}
SEQUENCE = 2000
AT_ONCE = 10_000
MANY = 1000
ROUNDS = 5
SHORT_ROUNDS = 50
"""Rounds of what takes milliseconds: on a machine that others use, too, most of them are disturbed."""


async def best_of(work: Callable[[], Awaitable[object]], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in seconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


async def measured() -> dict[str, float]:
    """Microseconds a call, by how it is made."""
    async with await ComputeSystem.create("serving", CONTAINER, terminate_on_close=True) as system:
        await system.start()

        async def in_sequence() -> None:
            for _ in range(SEQUENCE):
                await system.properties()

        async def at_once() -> None:
            async with anyio.create_task_group() as tasks:
                for _ in range(AT_ONCE):
                    tasks.start_soon(system.properties)

        async def of_many() -> None:
            await hcsffi.run_many([system.calls.properties() for _ in range(MANY)])

        return {
            "one after another": await best_of(in_sequence) / SEQUENCE * 1e6,
            "10,000 at once": await best_of(at_once) / AT_ONCE * 1e6,
            "run_many of 1,000": await best_of(of_many, SHORT_ROUNDS) / MANY * 1e6,
        }


def main() -> None:
    """Print both and their ratio."""
    here = anyio.run(measured)
    with tempfile.TemporaryDirectory() as folder:
        address = f"unix:{Path(folder, 'socket')}"
        command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as service:
            assert service.stdout is not None
            service.stdout.readline()
            library.use_library(address)
            there = anyio.run(measured)
            service.terminate()
    print(f"{'us a call':20} {'in the process':>15} {'by a service':>15} {'times':>8}")
    for name, taken in here.items():
        print(f"{name:20} {taken:15.1f} {there[name]:15.1f} {there[name] / taken:8.2f}")


if __name__ == "__main__":
    main()
