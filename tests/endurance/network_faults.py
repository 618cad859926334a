"""Has the tools of networks fail call by call, before they did their work and after it, and looks for what is left.

    python tests/endurance/network_faults.py [--every 1]

A program stands in the place of nsenter, ip, nft and tc, counts how often it is called and fails the call it is told to; else it does what
the tool does. Between two countings there is a whole life: a network, two endpoints with rules, a translation and a limited bandwidth, a
container that starts with one, gets the other while it runs and loses it again, and the end of all. Whichever call fails, and whatever is
refused for it, everything can be taken away, the counters of the host are zero, and no process of a tool or a holder is left.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import anyio
from orphans import adopt_orphans, descendants

from hcsffi import ComputeSystem, HcsError, embedded, network

TOOLS: Final = ("nsenter", "ip", "nft", "tc")
STAND_IN: Final = """#!/bin/sh
read at < {folder}/count; echo $((at + 1)) > {folder}/count
read fails < {folder}/fails; read when < {folder}/when
if [ "$at" = "$fails" ] && [ "$when" = before ]; then echo 'made to fail' >&2; exit 7; fi
if [ "$at" = "$fails" ]; then {tool} "$@"; echo 'made to fail' >&2; exit 7; fi
exec {tool} "$@"
"""
POLICIES: Final = [
    {"Type": "ACL", "Settings": {"Action": "Block", "Direction": "In", "Protocols": "17"}},
    {"Type": "OutBoundNAT", "Settings": {}},
    {"Type": "QOS", "Settings": {"MaximumOutgoingBandwidthInBytes": 1_000_000}},
]
NEVER: Final = -1
COUNTED: Final = ("Systems", "SystemHandles", "Reapers", "Descriptors", "Operations", "Strings")


def stand_in(folder: Path) -> bool:
    """Put the programs there; False where this machine lacks one."""
    for name in TOOLS:
        found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if found is None:
            return False
        (folder / name).write_text(STAND_IN.format(folder=folder, tool=found), encoding="utf-8")
        (folder / name).chmod(0o755)
    return True


def arm(folder: Path, fails: int, when: str) -> None:
    """From the next call on they count from 0, and that one fails."""
    for name, text in (("count", "0"), ("fails", str(fails)), ("when", when)):
        (folder / name).write_text(f"{text}\n", encoding="utf-8")


async def taken(step: Any) -> bool:
    """Whether a step was not refused."""
    try:
        await step
    except HcsError:
        return False
    return True


async def live(name: str) -> None:
    """One life; what is refused is gone without, what is there is taken away."""
    async with await network.Network.create({"Name": name}) as where, await network.Namespace.create() as namespace:
        async with (
            await network.Endpoint.create(where, {"Policies": POLICIES}) as first,
            await network.Endpoint.create(where, {"Policies": POLICIES}) as second,
        ):
            await namespace.add_endpoint(first)
            document = {"Container": {"Networking": {"Namespace": namespace.id}}}
            async with await ComputeSystem.create(name, document, terminate_on_close=True) as system:
                if await taken(system.start()):
                    if await taken(namespace.add_endpoint(second)):
                        await taken(namespace.remove_endpoint(second))
                    await system.terminate()
            await first.delete()
            await second.delete()
        await namespace.delete()
        await where.delete()


async def settled() -> list[str]:
    """What is left when the patience ends."""
    left: list[str] = []
    for _ in range(1000):
        counted = embedded.counters()
        left = [f"{name}: {counted[name]}" for name in COUNTED if counted[name]]
        left += [f"process {one}" for one in sorted(descendants(collect=False))]
        if not left:
            break
        await anyio.sleep(0.01)
    return left


async def fail_all(folder: Path, every: int) -> int:
    """Each call in turn, in both ways; how many left something."""
    arm(folder, NEVER, "before")
    await live("faults")
    calls = int((folder / "count").read_text("ascii"))
    lost = len(await settled())
    for when in ("before", "after"):
        for fails in range(0, calls, every):
            arm(folder, fails, when)
            await live(f"faults-{when}-{fails}")
            left = await settled()
            lost += bool(left)
            if left:
                print(f"call {fails}, {when} its work, left {left}")
    print(f"{calls} calls of tools in a life, every {every}. failed before and after its work: something was left of {lost}")
    return lost


def main() -> None:
    """Exit 1 when anything was left."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="a sample: every so manieth call")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hcsffi-faults-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        if not embedded.isolation()["Works"] or not stand_in(folder):
            print("left out: this machine carries no packets for containers")
            return
        os.environ["HCSFFI_NETWORK_TOOLS"] = made
        adopt_orphans()
        sys.exit(1 if anyio.run(fail_all, folder, arguments.every) else 0)


if __name__ == "__main__":
    main()
