"""Lives many containers at once, with roots of layers and networks of their own, under faults and cancellation at random: nothing is left.

    PYTHONPATH=tests/contract/lives python tests/endurance/isolation_storm.py [--lives 200] [--seed 7] [--rounds 3]

Every life makes a writable layer and, on each other one, an attachment to one network, has a container stand on both, limits it, runs a
program that leaves a daemon, and takes all away. In each round one step of the storage, the compute and the network service fails at a
moment of its own for some of the lives, and most lives are cancelled at a random moment of theirs. Each round is a process of its own.
Before its end the counters of its host are zero, and afterwards no process, mount, folder or file of a journal is left of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import anyio
from isolation_kills import left_in
from orphans import adopt_orphans, descendants_left

from hcsffi import ComputeSystem, HcsError, documents, embedded, network, storage

from layer_roots import make_root_layer

STEPS: Final = (
    "HcsInitializeWritableLayer",
    "HcsAttachLayerStorageFilter",
    "HcsDetachLayerStorageFilter",
    "HcsDestroyLayer",
    "HcsCreateComputeSystem",
    "HcsStartComputeSystem",
    "HcsCreateProcess",
    "HcsTerminateComputeSystem",
    "HcnCreateEndpoint",
    "HcnCreateNamespace",
    "HcnModifyNamespace",
    "HcnDeleteEndpoint",
    "HcnDeleteNamespace",
)
CODES: Final = ("0x8000FFFF", "0x80070005", "0x8007000E")
TOOLS: Final = ("nsenter", "ip", "nft", "tc")
COUNTED: Final = ("Systems", "Processes", "SystemHandles", "Reapers", "Descriptors", "OverlayViews", "CopiedViews", "Operations", "Strings")


def carries_packets() -> bool:
    """Whether containers can have networks of their own."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    return all(shutil.which(tool, path=path) for tool in TOOLS)


def weather(seed: int, lives: int) -> dict[str, Any]:
    """One round's configuration of the host."""
    chance = random.Random(seed)
    faults = [
        {"Function": step, "Skip": chance.randrange(lives), "Count": chance.randrange(1, 3), "HResult": chance.choice(CODES)}
        for step in STEPS
    ]
    return {"Seed": seed, "LayerViews": chance.choice(["auto", "copy"]), "Faults": faults}


async def live(name: str, base: Path, folder: Path, where: network.Network | None) -> None:
    """One life from birth to end."""
    async with storage.Scratch(storage.LayerChain.of(base), folder / "scratches" / name) as scratch:
        container: dict[str, object] = {"Storage": documents.to_mapping(scratch.storage()), "Memory": {"SizeInMB": 64}}
        if where is None:
            return await run_on(name, container)
        async with network.attach(name, on=[where], journal=folder / "journal") as attachment:
            await run_on(name, container | {"Networking": {"Namespace": attachment.namespace_id}})
    return None


async def run_on(name: str, container: dict[str, object]) -> None:
    """A container there, with a program and a daemon."""
    async with await ComputeSystem.create(name, {"Container": container}, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandArgs": ["sh", "-c", "sleep 1000 & echo written > /written"], "Environment": {"PATH": "/bin"}}
        async with await system.create_process(wanted) as process:
            await process.wait()
        await system.terminate()


async def weathered(name: str, base: Path, folder: Path, where: network.Network | None, limit_s: float | None) -> str:
    """A life that may meet its fault or its cancellation; how it went."""
    with anyio.CancelScope() as scope:
        if limit_s is not None:
            scope.deadline = anyio.current_time() + limit_s
        try:
            await live(name, base, folder, where)
        except (HcsError, OSError, network.NotUndone):
            return "failed"
    return "cancelled" if scope.cancelled_caught else "lived"


async def clean(folder: Path) -> None:
    """What a failed end has left is ended by its name, as whoever comes next does."""
    for found in await ComputeSystem.list():
        async with await ComputeSystem.open(found.id or "") as left:
            await left.stop(shutdown_s=0)
    for namespace in await (await network.Namespace.list()).read():
        async with await network.Namespace.open(namespace.id or "") as left_namespace:
            await left_namespace.delete()
    for endpoint in await (await network.Endpoint.list()).read():
        async with await network.Endpoint.open(endpoint.id or "") as left_endpoint:
            await left_endpoint.delete()
    await storage.gc(folder / "scratches")


async def storm(seed: int, lives: int, folder: Path) -> dict[str, int]:
    """One round; how many lives went which way."""
    chance = random.Random(seed)
    base = await make_root_layer(folder)
    (folder / "scratches").mkdir()
    where = await network.Network.create({"Name": "storm"}) if carries_packets() else None
    await live(f"storm-{seed}-first", base, folder, where)  # it starts the network, too
    begin = anyio.current_time()
    await live(f"storm-{seed}-alone", base, folder, where)
    longest_s = (anyio.current_time() - begin) * lives
    went = {"lived": 0, "failed": 0, "cancelled": 0}
    embedded.configure(weather(seed, lives))

    async def one(at: int) -> None:
        limit_s = chance.uniform(0, longest_s) if chance.random() < 2 / 3 else None
        went[await weathered(f"storm-{seed}-{at}", base, folder, where if at % 2 else None, limit_s)] += 1

    async with anyio.create_task_group() as tasks:
        for at in range(lives):
            tasks.start_soon(one, at)
    embedded.configure({})
    await clean(folder)
    if where is not None:
        await where.delete()
        await where.aclose()
    await storage.remove_layer(base)
    return went


def counted() -> dict[str, int]:
    """What the host still has."""
    return {name: number for name, number in embedded.counters().items() if name in COUNTED and number}


def main() -> None:
    """As many rounds as asked for; exit 1 when anything was left of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lives", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--within", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.within:
        print(json.dumps([anyio.run(storm, arguments.seed, arguments.lives, arguments.within), counted()]))
        return
    isolation = embedded.isolation()
    if not (isolation["Works"] and isolation["Layers"]):
        print(f"left out: this machine does not isolate on layers: {isolation['Problem']}")
        return
    adopt_orphans()
    bad = 0
    for seed in range(arguments.seed, arguments.seed + arguments.rounds):
        with tempfile.TemporaryDirectory(prefix="hcsffi-storm-") as made:
            words = [sys.executable, __file__, "--lives", str(arguments.lives), "--seed", str(seed), "--within", made]
            went, still = json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)
            left = [*still, *(f"process {one}" for one in sorted(descendants_left())), *left_in(Path(made))]
        bad += bool(left)
        print(f"seed {seed}: {arguments.lives} containers at once, {went}; left: {left or 'nothing'}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
