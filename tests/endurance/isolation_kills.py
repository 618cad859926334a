"""Kills clients whose containers have roots of their own, at random moments, and looks for what is left.

    PYTHONPATH=tests/contract/lives python tests/endurance/isolation_kills.py [--kills 200] [--seed 7]

A client makes, uses and ends containers without a pause, four at a time: one that maps a folder, one on a network of its own where this
machine has the tools, one on layers, one on both. Whatever it was at when it died: soon no process of it lives, neither a program of a
container nor the engine nor a reaper nor a tool, and with them their namespaces and networks are gone; and once a sweep of the scratches
and of the journal has been made, as the next client makes it, there is no mount, folder or file of it.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Final

import anyio
from orphans import adopt_orphans, descendants_left

from hcsffi import embedded, network, storage

from layer_roots import make_root_layer

CLIENT: Final = """
import asyncio, os, shutil, sys
from contextlib import AsyncExitStack
from hcsffi import ComputeSystem, documents, network, storage
MARK, FOLDER, BASE = sys.argv[1:]
TOOLS = all(shutil.which(one, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") for one in ("nsenter", "ip"))
async def life(name, where=None, base=None):
    container = {}
    async with AsyncExitStack() as stack:
        if base:
            scratch = await stack.enter_async_context(storage.Scratch(storage.LayerChain.of(base), FOLDER + "/scratches/" + name))
            container["Storage"] = documents.to_mapping(scratch.storage())
        else:
            container["MappedDirectories"] = [{"HostPath": "/usr/share", "ContainerPath": "/" + MARK}]
        if where:
            attached = network.attach(name, on=[where], journal=FOLDER + "/journal")
            container["Networking"] = {"Namespace": (await stack.enter_async_context(attached)).namespace_id}
        await live(name, {"Container": container})
async def live(name, document):
    async with await ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandArgs": ["sh", "-c", "sleep 1000 & sleep 1000", MARK], "Environment": {"PATH": "/usr/bin:/bin"}}
        async with await system.create_process(wanted):
            await system.terminate()
async def main():
    where = await network.Network.create({"Name": "kills"}) if TOOLS else None
    print("ready", flush=True)
    for turn in range(1_000_000):
        lives = [(None, None), (where, None), (None, BASE), (where, BASE)]
        await asyncio.gather(*(life(f"{turn}-{at}", *one) for at, one in enumerate(lives)))
asyncio.run(main())
"""
LONGEST_LIFE_S: Final = 0.6


def kill_one(moment_s: float, mark: str, base: Path | None) -> list[str]:
    """Start a client, kill it at that moment of its work; what is left when the patience ends."""
    with tempfile.TemporaryDirectory(prefix="hcsffi-kills-") as made:
        folder = Path(made)
        (folder / "scratches").mkdir()
        words = [sys.executable, "-c", CLIENT, mark, made, "" if base is None else str(base)]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as client:
            assert client.stdout is not None
            client.stdout.readline()
            time.sleep(moment_s)
            client.send_signal(signal.SIGKILL)
            client.wait()
        left = [f"process {one}" for one in sorted(descendants_left())]
        return left + left_in(folder)


def left_in(folder: Path) -> list[str]:
    """What is in such a folder, or mounted there, once the next client has swept."""
    anyio.run(storage.gc, folder / "scratches")
    anyio.run(partial(network.gc, journal=folder / "journal"))
    mounts = [line for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines() if str(folder) in line]
    return mounts + [str(one) for pattern in ("scratches/*", "journal/*.json") for one in folder.glob(pattern)]


def main() -> None:
    """Kill as many as asked for; exit 1 when anything was left of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    adopt_orphans()
    moments = random.Random(arguments.seed)
    lost = 0
    with tempfile.TemporaryDirectory(prefix="hcsffi-kills-base-") as made:
        base = anyio.run(make_root_layer, Path(made)) if embedded.isolation()["Layers"] else None
        for turn in range(arguments.kills):
            moment_s = moments.uniform(0, LONGEST_LIFE_S)
            left = kill_one(moment_s, f"mark-{turn}", base)
            lost += bool(left)
            if left:
                print(f"kill {turn}, after {moment_s:.3f} s, left {left}")
        if base is not None:
            anyio.run(storage.remove_layer, base)
    on = "with layers" if base is not None else "without layers: this build's reaper needs the machine's C library"
    print(f"{arguments.kills} kills, seed {arguments.seed}, {on}: something was left of {lost}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
