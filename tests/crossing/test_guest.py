"""Where trio and asyncio share a thread: each operation is answered to the loop whose task asked for it."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest
import trio

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

DOCUMENT = {"Owner": "guest", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}


async def owner_of(system_id: str) -> str | None:
    """Create a system, ask it, end it."""
    async with await hcsffi.ComputeSystem.create(system_id, DOCUMENT, terminate_on_close=True) as system:
        return (await system.properties()).owner


async def as_guest(work: Callable[[], Awaitable[str | None]]) -> str | None:
    """Run trio as a guest of the running asyncio loop."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[str | None] = loop.create_future()
    trio.lowlevel.start_guest_run(
        work,
        run_sync_soon_threadsafe=loop.call_soon_threadsafe,
        done_callback=lambda outcome: done.set_result(outcome.unwrap()),
        host_uses_signal_set_wakeup_fd=True,  # the proactor does
    )
    return await done


def test_a_trio_that_is_a_guest_of_asyncio_gets_its_own_answers_and_so_do_the_tasks_of_its_host() -> None:
    """Programs with a user interface run trio so; its tasks run in callbacks of the other loop, which is running all the while."""

    async def main() -> list[str | None]:
        await owner_of("host-before")  # the host has a dispatcher already
        guest = asyncio.create_task(as_guest(lambda: owner_of("guest")))
        return await asyncio.gather(guest, *(owner_of(f"host-{number}") for number in range(5)))

    assert asyncio.run(main()) == ["guest"] * 6


@pytest.mark.skipif(sys.platform == "win32", reason="the proactor holds what a signal wakes, and a trio inside it wants the same")
def test_a_trio_that_an_asyncio_task_starts_inside_itself_gets_its_own_answers() -> None:
    """A synchronous function that runs trio may be called from anywhere, and the asyncio task around it is still the current one."""

    async def main() -> tuple[str | None, str | None, str | None]:
        before = await owner_of("around")
        inside = trio.run(owner_of, "inside")
        return before, inside, await owner_of("around")

    assert asyncio.run(main()) == ("guest", "guest", "guest")
