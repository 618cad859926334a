"""Kills clients whose containers have roots of their own, at random moments, and looks for what is left.

    python tests/endurance/isolation_kills.py [--kills 200] [--seed 7]

A client makes, uses and ends containers without a pause, every third on a network of its own where this machine has the tools. Whatever it
was at when it died: soon no process of it lives, neither a program of a container nor the engine nor a reaper nor a tool, and with
them their namespaces, mounts and networks are gone.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

CLIENT: Final = """
import asyncio, os, shutil, sys
from hcsffi import ComputeSystem, network
TOOLS = all(shutil.which(one, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") for one in ("nsenter", "ip"))
async def life(name, where=None):
    document = {"Container": {"MappedDirectories": [{"HostPath": "/usr/share", "ContainerPath": "/" + sys.argv[1]}]}}
    if where is None:
        return await live(name, document)
    async with network.attach(name, on=[where], journal=sys.argv[2]) as attachment:
        document["Container"]["Networking"] = {"Namespace": attachment.namespace_id}
        await live(name, document)
async def live(name, document):
    async with await ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        command = ["sh", "-c", "setsid sleep 1000 & sleep 1000", sys.argv[1]]
        async with await system.create_process({"CommandArgs": command}):
            await system.terminate()
async def main():
    where = await network.Network.create({"Name": "kills"}) if TOOLS else None
    print("ready", flush=True)
    for turn in range(1_000_000):
        await asyncio.gather(life(f"{turn}-0"), life(f"{turn}-1"), life(f"{turn}-2", where))
asyncio.run(main())
"""
PROGRAMS: Final = {b"bwrap", b"nsenter"}
LONGEST_LIFE_S: Final = 0.6
PATIENCE_S: Final = 20.0


def engines() -> set[int]:
    """Every living engine and reaper of a container with a root of its own, and whoever enters a network, by number."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            state = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] if words else "Z"
        except OSError:
            continue
        program = words.split(b"\0")[0]
        if state != "Z" and (program == b"/proc/self/fd/5" or program.rpartition(b"/")[2] in PROGRAMS):
            found.add(int(entry.name))
    return found


def kill_one(moment_s: float, mark: str) -> set[int]:
    """Start a client, kill it at that moment of its work; who is left when the patience ends."""
    before = engines()
    with (
        tempfile.TemporaryDirectory() as journal,
        subprocess.Popen([sys.executable, "-c", CLIENT, mark, journal], stdout=subprocess.PIPE) as client,
    ):
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
