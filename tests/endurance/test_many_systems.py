"""Hundreds of systems at once, cancelled at random: the proof that nothing leaks under load."""

from __future__ import annotations

import random
import sys
import uuid
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import ComputeSystem, HcsError, embedded

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.anyio, pytest.mark.endurance]

SYSTEMS = 200
SHORT_PROCESSES = 1000 if sys.platform != "win32" else 300
"""A process costs far more to start on Windows, and more still under Wine; 300 still see every exit code of a byte."""
DOCUMENT: dict[str, Any] = {
    "Owner": "endurance",
    "SchemaVersion": {"Major": 2, "Minor": 1},
    "ShouldTerminateOnLastHandleClosed": True,
    "Container": {"GuestOs": {"HostName": "e"}},
}


async def live(number: int, chance: random.Random, finished: list[int]) -> None:
    """One system with one process; somebody cancels it at a random moment."""
    patience_s = chance.uniform(0, 3)
    with anyio.CancelScope() as scope:
        if number:  # one is waited for, however slow the machine is
            scope.deadline = anyio.current_time() + patience_s
        async with await ComputeSystem.create(f"endurance-{number}-{uuid.uuid4()}", DOCUMENT) as system:
            await system.start()
            parameters = {"CommandArgs": ["sh", "-c", "cat; sleep 1000"], "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_process(parameters) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                await process.stdin.send(b"x" * 1000)
                await process.stdout.receive()
                finished.append(number)
                scope.deadline = min(scope.deadline, anyio.current_time() + patience_s)
                await process.wait()


async def settled(condition: Callable[[], bool], limit_s: float) -> None:
    """Wait for what the host does in its own time."""
    with anyio.fail_after(limit_s):
        while not condition():  # noqa: ASYNC110 - the host announces nothing here
            await anyio.sleep(0.05)


async def test_two_hundred_systems_cancelled_at_random_leave_nothing() -> None:
    """Each has a process; all counters are zero at the end and no process is left (the leak check looks)."""
    chance = random.Random(20)
    finished: list[int] = []
    async with anyio.create_task_group() as tasks:
        for number in range(SYSTEMS):
            tasks.start_soon(live, number, random.Random(chance.random()), finished)
    assert finished, "no process answered: the test shows nothing"
    await settled(lambda: not any(count for name, count in embedded.counters().items() if name != "Threads"), 30)


async def test_hundreds_of_short_processes_in_one_system_leave_nothing() -> None:
    """Handles, pipes and exit statuses of a busy runner."""
    codes: dict[int, int] = {}
    limiter = anyio.Semaphore(16)

    async def one(system: ComputeSystem, number: int) -> None:
        async with limiter:
            codes[number] = (await system.run(["sh", "-c", f"exit {number % 256}"])).returncode

    async with await ComputeSystem.create(f"endurance-{uuid.uuid4()}", DOCUMENT, terminate_on_close=True) as system:
        await system.start()
        async with anyio.create_task_group() as tasks:
            for number in range(SHORT_PROCESSES):
                tasks.start_soon(one, system, number)
    assert codes == {number: number % 256 for number in range(SHORT_PROCESSES)}


async def test_faults_at_random_leave_nothing() -> None:
    """Any call may fail, at once or later; whoever fails cleans up."""
    functions = [
        "HcsCreateComputeSystem",
        "HcsStartComputeSystem",
        "HcsCreateProcess",
        "HcsShutDownComputeSystem",
        "HcsGetComputeSystemProperties",
    ]
    chance = random.Random(7)
    try:
        for round_number in range(20):
            faults = [
                {
                    "Function": function,
                    "Skip": chance.randrange(5),
                    "Count": chance.randrange(1, 4),
                    "HResult": "0x8000FFFF",
                    "Sync": chance.random() < 0.5,
                }
                for function in functions
            ]
            embedded.configure({"Seed": round_number, "DelayMaxUs": 500, "Faults": faults})
            async with anyio.create_task_group() as tasks:
                for number in range(10):
                    tasks.start_soon(_stumble, number)
    finally:
        embedded.configure({})


async def _stumble(number: int) -> None:
    try:
        async with await ComputeSystem.create(f"endurance-{number}-{uuid.uuid4()}", DOCUMENT, terminate_on_close=True) as system:
            await system.start()
            await system.run(["true"])
            await system.properties("Statistics")
            await system.stop()
    except HcsError:
        return
