"""A wake-up that Windows' proactor loop lost: whoever waited for the library then waited for ever.

The proactor cannot watch a descriptor: it receives the queue's tokens. A token that came during a burst of more records than one turn takes
was thrown away, and with it the word that more had come since.
"""

from __future__ import annotations

import asyncio
import uuid

import anyio

from hcsffi import ComputeSystem

ASKING = 3000
"""Tasks that ask at the same time: three turns' worth of answers, and more come while those are handed out."""


async def answer_burst() -> int:
    """Ask thrice from each of thousands of tasks; how many answers came."""
    answered = 0
    async with await ComputeSystem.create(f"burst-{uuid.uuid4()}", {"Container": {}}, terminate_on_close=True) as system:

        async def ask() -> None:
            nonlocal answered
            for _ in range(3):
                await system.properties()
                answered += 1

        with anyio.fail_after(60):
            async with anyio.create_task_group() as tasks:
                for _ in range(ASKING):
                    tasks.start_soon(ask)
    return answered


def test_a_burst_that_grows_while_it_is_handed_out_is_answered_whole() -> None:
    """Answers that arrive during the second turn of a burst are what a busy orchestrator lives on."""
    assert asyncio.run(answer_burst()) == 3 * ASKING
