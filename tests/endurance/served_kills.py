"""Kill clients of a service at random moments: ``make client-kills``, or ``python tests/endurance/served_kills.py --kills 300 --seed 7``.

Each client connects, makes a system that ends with its last handle and one that does not, starts both, runs a process and asks for
properties, and has the service end a third one with a short process, for ever; it is killed (SIGKILL) after a random time. The service has
then to close what was the client's: every flagged system ends, the third by its process where the service has been asked already. Every
other one lives, is listed, is opened by its id and ended by this program, which is a client, too. At the end nothing may live in the
service's host.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import anyio

import hcsffi
from hcsffi import ComputeSystem, embedded

CONTAINER = {"Owner": "killed", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "web"}}}
LIMIT_S = 60  # against what never comes, and nothing else
LONGEST_S = 0.25
CLIENT = """
import os, sys, anyio, hcsffi

async def main():
    await hcsffi.connect(sys.argv[1])
    print("connected", flush=True)
    number = 0
    while True:
        number += 1
        name = f"{os.getpid()}-{number}"
        flagged = {**CONTAINER, "ShouldTerminateOnLastHandleClosed": True}
        async with (
            await hcsffi.ComputeSystem.create(f"flagged-{name}", flagged) as mine,
            await hcsffi.ComputeSystem.create(f"living-{name}", CONTAINER) as kept,
        ):
            await mine.start()
            await kept.start()
            await mine.run(["echo", "x"])
            await kept.properties()
        async with await hcsffi.ComputeSystem.create(f"flagged-attended-{name}", flagged) as attended:
            await attended.start()
            async with await attended.create_process({"CommandLine": "sleep 0.05"}) as process:
                await attended.end_with(process)

anyio.run(main)
"""


async def cleared() -> int:
    """Wait until every flagged system is gone, then end the others by their ids; how many those were."""
    with anyio.fail_after(LIMIT_S):
        while any(str(one.id).startswith("flagged-") for one in await ComputeSystem.list()):  # noqa: ASYNC110 - no event tells
            await anyio.sleep(0.005)
    living = await ComputeSystem.list()
    for one in living:
        async with await ComputeSystem.open(str(one.id)) as system:
            with contextlib.suppress(hcsffi.AlreadyStopped):
                await system.terminate()
    return len(living)


def started(command: list[str]) -> subprocess.Popen[bytes]:
    """A program whose standard output is read."""
    return subprocess.Popen(command, stdout=subprocess.PIPE)


async def run(kills: int, seed: int, at_once: int) -> str:
    """Kill that many clients; what there is to tell."""
    chosen = random.Random(seed)
    ended = 0
    program = CLIENT.replace("CONTAINER", repr(CONTAINER))
    with tempfile.TemporaryDirectory() as folder:
        address = f"unix:{Path(folder, 'socket')}"
        serving = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded"]
        service = started(serving)
        assert service.stdout is not None
        try:
            await anyio.to_thread.run_sync(service.stdout.readline)
            await hcsffi.connect(address)
            for start in range(0, kills, at_once):
                batch = min(at_once, kills - start)
                clients = [started([sys.executable, "-c", program, address]) for _ in range(batch)]
                for client in clients:
                    assert client.stdout is not None
                    await anyio.to_thread.run_sync(client.stdout.readline)
                for client in clients:
                    await anyio.sleep(chosen.uniform(0, LONGEST_S))
                    client.kill()
                    client.wait()
                    assert client.stdout is not None
                    client.stdout.close()
                ended += await cleared()
            deadline = time.monotonic() + LIMIT_S
            while left := {name: count for name, count in embedded.counters().items() if count and name != "Threads"}:
                if time.monotonic() > deadline:
                    raise AssertionError(f"seed {seed}: left in the service: {left}")
                ended += await cleared()  # a call that was on its way when its client was killed is made all the same
                await anyio.sleep(0.01)
        finally:
            service.terminate()
            service.wait()
            service.stdout.close()
    return f"{kills} clients killed at random moments, seed {seed}: {ended} living systems found by their ids and ended, nothing left"


def main() -> None:
    """Kill as many clients as the command says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--at-once", type=int, default=4)
    options = parser.parse_args()
    sys.stdout.write(anyio.run(run, options.kills, options.seed, options.at_once) + "\n")


if __name__ == "__main__":
    main()
