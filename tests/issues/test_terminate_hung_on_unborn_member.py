"""A terminate that waited for ever for a process which had been killed before it was born.

Whoever ends a system may hit the moment in which one of its processes is starting another one. Wine keeps such a half-made process in its
job although it has no thread that could ever run or be ended, and the embedded host waited for the job to be empty.
"""

from __future__ import annotations

import random
import uuid
from typing import Any

import anyio
import pytest

from hcsffi import ComputeSystem

pytestmark = [pytest.mark.anyio]

STARTS_ANOTHER: dict[str, Any] = {"CommandArgs": ["sh", "-c", "sleep 1000; true"]}
ENDS = 64
LONGEST_S = 0.2
"""Longer than a shell needs to be there and to have started the program it waits for, also where processes are slow to start."""


async def end_after(wait_s: float, limiter: anyio.Semaphore) -> None:
    """One system whose process is young when it ends."""
    async with limiter, await ComputeSystem.create(f"unborn-{uuid.uuid4()}", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process(STARTS_ANOTHER) as process:
            await anyio.sleep(wait_s)
            await system.terminate()
            assert (await process.wait(60)).exited


async def test_a_system_ends_while_its_processes_start_others() -> None:
    """Many ends at many moments: one of them meets a process that is half made."""
    chance = random.Random(5)
    limiter = anyio.Semaphore(8)
    async with anyio.create_task_group() as tasks:
        for _ in range(ENDS):
            tasks.start_soon(end_after, chance.uniform(0, LONGEST_S), limiter)


async def test_a_half_made_process_is_not_listed() -> None:
    """A row without a name, of a process nobody can end, would stay in the list for the system's life."""
    chance = random.Random(6)
    limiter = anyio.Semaphore(8)
    async with await ComputeSystem.create(f"unborn-{uuid.uuid4()}", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()

        async def end_young(wait_s: float) -> None:
            async with limiter, await system.create_process(STARTS_ANOTHER) as process:
                await anyio.sleep(wait_s)
                await process.kill()

        async with anyio.create_task_group() as tasks:
            for _ in range(ENDS):
                tasks.start_soon(end_young, chance.uniform(0, LONGEST_S))
        listed = (await system.properties("ProcessList")).process_list or []
        assert [row for row in listed if not row.image_name] == []
