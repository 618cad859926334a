"""What a service does by itself, whichever way a program is connected to it: ``make served`` runs these, and ``make served-windows``."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import anyio
import pytest
from cancelling import cancel_everywhere

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    RunningSystem = Callable[..., AbstractAsyncContextManager[hcsffi.ComputeSystem]]

LIMIT_S = 60  # against a hang, and nothing else
FLOOD = 3 << 20
"""More than a service keeps, and more than a stream's window."""

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not os.environ.get("HCSFFI_SERVED"), reason="a library of this process keeps nothing, and tells nobody"),
]


async def test_what_a_command_has_written_is_kept_and_followed(running: RunningSystem) -> None:
    """A reader who comes in between gets what was written before, and then what is written, until the command ends."""
    with anyio.fail_after(LIMIT_S):
        async with running() as system:
            wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
            async with await system.create_kept_process(wanted, terminate_on_close=True) as process:
                assert (process.stdout, process.stderr) == (None, None)
                assert process.stdin is not None
                async with process.stdin:
                    await process.stdin.send(b"before\n")
                    async with system.logs(follow=True) as pieces:
                        first = await anext(pieces)
                        await process.stdin.send(b"after\n")
                    assert (first.stream, first.data, first.dropped_bytes) == ("stdout", b"before\n", 0)
                await process.wait()
            async with system.logs(follow=True) as pieces:
                assert b"".join([one.data async for one in pieces]) == b"before\nafter\n"
            async with system.logs(tail=1) as pieces:
                assert [one.data async for one in pieces] == [b"after\n"]


async def test_more_than_is_kept_is_counted_and_holds_up_nobody(running: RunningSystem) -> None:
    """The command goes on while nobody reads; who comes later gets the end, and how much fell out."""
    with anyio.fail_after(LIMIT_S):
        async with running() as system:
            wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted, terminate_on_close=True) as process:
                assert process.stdin is not None
                async with process.stdin:
                    for _ in range(3):
                        await process.stdin.send(b"x" * (FLOOD // 3))
                await process.wait()
            async with system.logs(follow=True) as pieces:
                found = [one async for one in pieces]
            assert sum(one.dropped_bytes + len(one.data) for one in found) == FLOOD
            assert 0 < sum(len(one.data) for one in found) <= 1 << 20


async def test_a_reader_that_leaves_frees_his_place(running: RunningSystem) -> None:
    """Followers that never read, and go: the next one is served all the same."""
    with anyio.fail_after(LIMIT_S):
        async with running() as system:
            wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted, terminate_on_close=True) as process:
                for _ in range(5):
                    async with system.logs(follow=True) as pieces:
                        with anyio.move_on_after(0):
                            await anext(pieces)
                assert process.stdin is not None
                async with process.stdin, system.logs(follow=True) as pieces:
                    await process.stdin.send(b"here\n")
                    assert (await anext(pieces)).data == b"here\n"


async def test_a_system_ends_with_a_process_of_it(running: RunningSystem) -> None:
    """The service does it, whoever else has gone by then; a process that has exited already ends it at once."""
    with anyio.fail_after(LIMIT_S):
        async with running() as system, running() as other, await other.create_process({"CommandLine": "true"}) as over:
            wanted = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted) as process:
                await system.end_with(process)
                assert (await system.properties()).state == hcsffi.documents.State.RUNNING
                assert process.stdin is not None
                await process.stdin.aclose()
                await system.wait_exit()
                with pytest.raises((hcsffi.AlreadyStopped, hcsffi.NotFound)):
                    await system.end_with(process)
                with pytest.raises(ValueError, match="another system"):
                    await other.end_with(process)
            await over.wait()
            await other.end_with(over)
            await other.wait_exit()


async def test_a_cancelled_wish_leaves_the_system_to_its_maker(running: RunningSystem) -> None:
    """Whenever the waiting ends: the system can be ended, and the next wish is heard."""
    with anyio.fail_after(LIMIT_S):
        async with running() as system, await system.create_process({"CommandLine": "cat", "CreateStdInPipe": True}) as process:

            async def look() -> None:
                assert (await system.properties()).state == hcsffi.documents.State.RUNNING

            assert await cancel_everywhere(lambda: system.end_with(process), look) > 2
            await process.kill()
            await system.wait_exit()


async def test_the_host_is_told_without_looking(container: Mapping[str, object], fresh_id: Callable[[], str]) -> None:
    """Nobody looks for a day: what comes was told by the service."""
    own = fresh_id()
    told: list[str] = []
    begun = anyio.Event()

    async def follow() -> None:
        async for one in hcsffi.events(interval_s=86_400):
            begun.set()
            if one.system_id == own:
                told.append(one.happening.value)
            if one.happening is hcsffi.Happening.GONE:
                return

    create = partial(hcsffi.ComputeSystem.create, configuration=container, terminate_on_close=True)
    with anyio.fail_after(LIMIT_S):
        async with await create(f"{own}-first"), anyio.create_task_group() as tasks:
            tasks.start_soon(follow)
            await begun.wait()  # the system that is there already is told first
            async with await create(own) as system:
                await system.start()
    assert (told[0], told[-1]) == ("appeared", "gone")
