"""Everything at once, with faults, delays, other orders and cancellation at random: whatever happens, nothing is left and nothing hangs."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import anyio
import pytest

from hcsffi import ComputeSystem, HcsError, NotFound, embedded
from hcsffi.documents import changes

pytestmark = [pytest.mark.anyio, pytest.mark.endurance]

SEEDS = 30
FUNCTIONS = [
    "HcsCreateComputeSystem",
    "HcsStartComputeSystem",
    "HcsShutDownComputeSystem",
    "HcsTerminateComputeSystem",
    "HcsGetComputeSystemProperties",
    "HcsModifyComputeSystem",
    "HcsCreateProcess",
    "HcsTerminateProcess",
    "HcsSignalProcess",
    "HcsModifyProcess",
    "HcsGetProcessProperties",
    "HcsOpenComputeSystem",
    "HcsOpenProcess",
    "HcsSetComputeSystemCallback",
    "HcsSetProcessCallback",
    "HcsEnumerateComputeSystems",
]
CODES = ["0x8000FFFF", "0x80070490", "0x80370110", "0x80070005", "0x80370105"]
DOCUMENT: dict[str, Any] = {"SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "storm"}}}


def weather(seed: int) -> dict[str, Any]:
    """The host's configuration of one round."""
    chance = random.Random(seed)
    return {
        "Seed": seed,
        "DelayMaxUs": chance.choice([0, 500, 3000]),
        "Workers": chance.choice([0, 1, 2, 4]),
        "ReorderCompletions": True,
        "CallbackDuringClose": chance.random() < 0.5,
        "Faults": [
            {
                "Function": function,
                "Skip": chance.randrange(8),
                "Count": chance.randrange(1, 3),
                "HResult": chance.choice(CODES),
                "Sync": chance.random() < 0.5,
            }
            for function in chance.sample(FUNCTIONS, 6)
        ],
    }


async def live(system_id: str) -> None:
    """Use everything a system has."""
    async with await ComputeSystem.create(system_id, DOCUMENT, terminate_on_close=True) as system, system.events():
        await system.start()
        parameters = {"CommandArgs": ["sh", "-c", "cat; exit 3"], "CreateStdInPipe": True, "CreateStdOutPipe": True}
        async with await system.create_process(parameters, terminate_on_close=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            await process.stdin.send(b"y" * 50_000)
            await process.stdout.receive()
            await process.close_stdin()
            await process.stop(grace_s=0.05, force_s=1)
            await process.properties()
        await system.run(["echo", "x"], timeout_s=0.2)
        await ComputeSystem.list()
        await system.modify(changes.container_memory(300))
        async with await ComputeSystem.open(system.id) as other:
            await other.properties("Statistics")
        await system.stop(shutdown_s=0.1, terminate_s=1)


async def live_as_long_as_it_lasts(system_id: str, limit_s: float) -> None:
    """Errors of the service and broken pipes are the weather; anything else fails the test."""
    with anyio.move_on_after(limit_s):
        try:
            await live(system_id)
        except (HcsError, anyio.BrokenResourceError, anyio.EndOfStream):
            return


async def test_a_storm_leaves_nothing() -> None:
    """Hundreds of lives with every kind of misfortune; what a failed terminate has left is ended by its id."""
    try:
        for seed in range(SEEDS):
            embedded.configure(weather(seed))
            chance = random.Random(-seed)
            async with anyio.create_task_group() as tasks:
                for number in range(8):
                    tasks.start_soon(live_as_long_as_it_lasts, f"storm-{seed}-{number}", chance.uniform(0, 0.4))
            embedded.configure({})
            for found in await ComputeSystem.list():
                with contextlib.suppress(NotFound):  # what was given up may end meanwhile
                    async with await ComputeSystem.open(found.id or "") as left:
                        await left.stop(shutdown_s=0)
    finally:
        embedded.configure({})
