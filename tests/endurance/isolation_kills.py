"""Kills clients whose containers have roots of their own, at random moments, and looks for what is left.

    python tests/endurance/isolation_kills.py [--kills 200] [--seed 7]

A client makes, uses and ends containers without a pause. Whatever it was at when it died: soon no process of it lives, neither one of a
container's programs nor the engine nor a reaper, and with them their namespaces and mounts are gone.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

CLIENT: Final = """
import asyncio, sys
from hcsffi import ComputeSystem
async def life(name):
    document = {"Container": {"MappedDirectories": [{"HostPath": "/usr/share", "ContainerPath": "/" + sys.argv[1]}]}}
    async with await ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        command = ["sh", "-c", "setsid sleep 1000 & sleep 1000", sys.argv[1]]
        async with await system.create_process({"CommandArgs": command}):
            await system.terminate()
async def main():
    print("ready", flush=True)
    for turn in range(1_000_000):
        await asyncio.gather(*(life(f"{turn}-{which}") for which in range(3)))
asyncio.run(main())
"""
LONGEST_LIFE_S: Final = 0.6
PATIENCE_S: Final = 20.0


def engines() -> set[int]:
    """Every living engine and reaper of a container with a root of its own, by number."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            state = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] if words else "Z"
        except OSError:
            continue
        if state != "Z" and (words.startswith((b"bwrap\0", b"/proc/self/fd/5\0"))):
            found.add(int(entry.name))
    return found


def kill_one(moment_s: float, mark: str) -> set[int]:
    """Start a client, kill it at that moment of its work; who is left when the patience ends."""
    before = engines()
    with subprocess.Popen([sys.executable, "-c", CLIENT, mark], stdout=subprocess.PIPE) as client:
        assert client.stdout is not None
        client.stdout.readline()
        time.sleep(moment_s)
        client.send_signal(signal.SIGKILL)
        client.wait()
    limit = time.monotonic() + PATIENCE_S
    while (left := engines() - before) and time.monotonic() < limit:
        time.sleep(0.02)
    return left


def main() -> None:
    """Kill as many as asked for; exit 1 when anything was left of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)
    lost = 0
    for turn in range(arguments.kills):
        moment_s = moments.uniform(0, LONGEST_LIFE_S)
        left = kill_one(moment_s, f"mark-{turn}")
        lost += bool(left)
        if left:
            print(f"kill {turn}, after {moment_s:.3f} s, left {sorted(left)}")
    print(f"{arguments.kills} kills, seed {arguments.seed}: something was left of {lost}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
