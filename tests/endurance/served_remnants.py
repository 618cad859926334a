"""Kill clients of a service that have networks and layers: ``make remnant-kills``, or this program with ``--kills 200 --seed 7``.

Each client connects, and for ever attaches a system to a network and has a scratch on a layer meanwhile; it is killed (SIGKILL) after a
random time, in the middle of a call or between two. What it has in the service outlives it, so the next client has to find and take it
away: ``network.gc`` and ``storage.gc``. Then nothing of the dead may be left, and what is not theirs has to be what it was: a network
with an endpoint and a namespace made by hand, an attachment and a scratch of a process that lives, and somebody's files in the root of the
layers.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

import hcsffi
from hcsffi import embedded, network, storage
from hcsffi.documents import build
from hcsffi.network.journal import Journal
from hcsffi.storage import oci

from layer_archives import archive, folder, go_winio

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT_S = 60  # against what never comes, and nothing else
LONGEST_S = 0.3
OWNER = "killed"
CLIENT = """
import sys, anyio, hcsffi
from hcsffi import network, storage

async def main():
    address, nat, journal, root, name = sys.argv[1:]
    await hcsffi.connect(address)
    print("connected", flush=True)
    parents = storage.LayerChain.of(f"{root}/base")
    async with await network.Network.open(nat) as net:
        while True:
            async with network.attach(name, on=[net, net], owner="killed", journal=journal), storage.Scratch(parents, f"{root}/{name}"):
                pass

anyio.run(main)
"""


async def there(nat: network.Network) -> set[str]:
    """Ids of all endpoints of the network and of all namespaces."""
    return {*await network.Endpoint.ids({"VirtualNetwork": nat.id}), *await network.Namespace.ids()}


def names(root: Path) -> set[str]:
    """What lies in the root of the layers."""
    return {one.name for one in root.iterdir()}


async def collected(nat: network.Network, journal: Path, root: Path, before: tuple[set[str], set[str]]) -> int:
    """Collect until nothing of the dead is left; how many things were taken away.

    A call that was on its way when its client was killed is made all the same, a moment later: so it is looked again, for a limited time.
    """
    count = 0
    deadline = time.monotonic() + LIMIT_S
    while True:
        found = await network.gc(owner=OWNER, journal=journal)
        swept = await storage.gc(root)
        count += len(found.freed) + len(swept.removed)
        now = await there(nat), names(root)
        if now == before and not list(Journal(journal).entries()):
            return count
        if not (now[0] >= before[0] and now[1] >= before[1]):
            raise AssertionError(f"taken away and not of the dead: {before[0] - now[0] or before[1] - now[1]}")
        if time.monotonic() > deadline:
            told = [*found.kept, *found.failed, *swept.kept]
            raise AssertionError(f"left by the dead: {now[0] - before[0]} {now[1] - before[1]} {told}")
        await anyio.sleep(0.05)


def started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A program whose standard output is read, and has said its first line."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert program.stdout is not None
    program.stdout.readline()
    return program


async def run(kills: int, seed: int, at_once: int) -> str:
    """Kill that many clients; what there is to tell."""
    with tempfile.TemporaryDirectory() as place:
        address = f"unix:{Path(place, 'socket')}"
        command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded"]
        service = await anyio.to_thread.run_sync(started, command)
        try:
            await hcsffi.connect(address)
            count = await kill_each(Path(place), address, kills, random.Random(seed), at_once)
            deadline = time.monotonic() + LIMIT_S
            while left := {name: number for name, number in embedded.counters().items() if number and name != "Threads"}:
                if time.monotonic() > deadline:
                    raise AssertionError(f"left in the service: {left}")
                await anyio.sleep(0.01)
        finally:
            service.terminate()
            service.wait()
            assert service.stdout is not None
            service.stdout.close()
    return (
        f"{kills} clients killed at random moments, seed {seed}: {count} things of theirs taken away, nothing left, nothing foreign removed"
    )


async def kill_each(place: Path, address: str, kills: int, chance: random.Random, at_once: int) -> int:
    """Kill that many clients, some at the same time, and collect after each time; how much was taken away."""
    root, journal = place / "root", place / "journal"
    (root / "foreign").mkdir(parents=True)
    (root / "foreign" / "file").write_text("mine", encoding="utf-8")
    (place / "lower.tar").write_bytes(archive(folder("Files"), go_winio("Files/a", b"a")))
    await oci.import_tar(place / "lower.tar", root / "base")
    count = 0
    async with AsyncExitStack() as alive:
        nat = await alive.enter_async_context(await network.Network.create(build.nat_network("nat", "10.5.0.0/16", "10.5.0.1")))
        by_hand = {"Name": f"{OWNER}.by-hand", "SchemaVersion": {"Major": 2, "Minor": 0}}
        endpoint = await alive.enter_async_context(await network.Endpoint.create(nat, by_hand))
        namespace = await alive.enter_async_context(await network.Namespace.create())
        async with (
            network.attach("living", on=[nat], owner=OWNER, journal=place / "journal-of-the-living"),
            storage.Scratch(storage.LayerChain.of(root / "base"), root / "living"),
        ):
            before = await there(nat), names(root)
            for start in range(0, kills, at_once):
                batch = range(start, min(start + at_once, kills))
                own = [sys.executable, "-c", CLIENT, address, nat.id, str(journal), str(root)]
                clients = [await anyio.to_thread.run_sync(started, [*own, f"client{number}"]) for number in batch]
                for client in clients:
                    await anyio.sleep(chance.uniform(0, LONGEST_S))
                    client.kill()
                    client.wait()
                    assert client.stdout is not None
                    client.stdout.close()
                count += await collected(nat, journal, root, before)
        if (root / "foreign" / "file").read_text(encoding="utf-8") != "mine":
            raise AssertionError("somebody's file is not what it was")
        await endpoint.delete()
        await namespace.delete()
        await nat.delete()
    return count


def main() -> None:
    """Kill as many clients as the command says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--at-once", type=int, default=4)
    options = parser.parse_args()
    sys.stdout.write(anyio.run(run, options.kills, options.seed, options.at_once) + "\n")


if __name__ == "__main__":
    main()
