"""The proactor's reader was a task: a program that cancelled all tasks deafened the library, and one that gathered them waited for ever."""

from __future__ import annotations

import asyncio
import uuid

import anyio

from hcsffi import ComputeSystem


async def ask_among_cancelled() -> set[str]:
    """Cancel all other tasks of the loop, then ask; the names of those that were there."""
    async with await ComputeSystem.create(f"alone-{uuid.uuid4()}", {"Container": {}}, terminate_on_close=True) as system:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.sleep(0.1)
        with anyio.fail_after(60):
            await system.properties()
    return {task.get_name() for task in others}


def test_a_loop_holds_no_task_of_the_library() -> None:
    """``gather`` over all tasks must come to an end, and cancelling them all must not deafen the library."""
    assert asyncio.run(ask_among_cancelled()) == set()
