"""One command in one container: create, start, run, read statistics, stop.

Run it with: python examples/hello.py
"""

from __future__ import annotations

from pathlib import Path

import anyio

from hcsffi import ComputeSystem

CONFIGURATION = Path(__file__).with_name("container.json")


async def main() -> None:
    """Say hello from inside a compute system."""
    async with await ComputeSystem.create("hello-example", CONFIGURATION.read_bytes()) as system:
        await system.start()
        done = await system.run(["sh", "-c", "echo hello from $HOSTNAME"], timeout_s=30, check=True)
        print(done.stdout.decode(), end="")

        statistics = (await system.properties("Statistics")).statistics
        if statistics is not None and statistics.processor is not None:
            print(f"processor time: {(statistics.processor.total_runtime_100ns or 0) / 10_000_000:.2f} s")

        ending = await system.stop()
        print(f"stopped: {ending.value}")


if __name__ == "__main__":
    anyio.run(main)
