"""Cancel at every await: nothing leaks, hangs or is lost.

Each test runs one journey again and again and cancels it at its first checkpoint, its second, its third... until the journey
gets through. The leak check of `tests/conftest.py` then looks for what was left behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import ComputeSystem, embedded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]
    Journey = Callable[[], Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


@pytest.fixture
def document(container: dict[str, Any]) -> dict[str, Any]:
    """A container that goes with its last handle, since a cancelled create has no object to terminate."""
    return {**container, "ShouldTerminateOnLastHandleClosed": True}


async def no_systems() -> bool:
    """Whether the host has no system left."""
    return embedded.counters()["Systems"] == 0


@pytest.mark.parametrize("workers", [0, 2])
async def test_a_whole_life_can_be_cancelled_anywhere(
    workers: int, document: dict[str, Any], fresh_id: Callable[[], str], configure: Configure, eventually: Eventually
) -> None:
    """Create, start, question, shutdown, exit: with completions inline and from other threads."""
    configure(Workers=workers)

    async def live() -> None:
        async with await ComputeSystem.create(fresh_id(), document) as system:
            await system.start()
            await system.properties()
            await system.shutdown()
            await system.wait_exit()

    assert await cancel_everywhere(live) > 3
    await eventually(no_systems)


async def test_opening_a_process_can_be_cancelled_anywhere(running: RunningSystem) -> None:
    """A cancelled create_process leaks neither descriptors nor the handle."""
    async with running() as system:

        async def converse() -> None:
            parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
            async with await system.create_process(parameters) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                await process.stdin.send(b"x")
                assert await process.stdout.receive() == b"x"
                await process.close_stdin()
                await process.wait()

        assert await cancel_everywhere(converse) > 3
        assert (await system.run(["true"])).returncode == 0


async def test_a_cancelled_run_leaves_no_process_behind(running: RunningSystem, eventually: Eventually) -> None:
    """The command is killed, as with anyio.run_process, even when the cancellation came before the process did."""
    async with running() as system:

        async def run() -> None:
            await system.run(["sh", "-c", "cat > /dev/null; sleep 0.01"], input=b"x" * 100_000)

        async def is_empty() -> bool:
            names = [entry.image_name for entry in (await system.properties("ProcessList")).process_list or []]
            return not {"sh", "cat", "sleep"} & set(names)

        assert await cancel_everywhere(run) > 3
        await eventually(is_empty)


async def cancelled_create(
    configure: Configure, eventually: Eventually, system_id: str, document: dict[str, Any], *, terminate: bool
) -> None:
    """Cancel a create that a Windows without HcsCancelOperation has accepted and not answered, and let it be answered then."""
    configure(ManualClock=True, DelayMinUs=1_000, DelayMaxUs=1_000, MissingFunctions=["HcsCancelOperation"])

    async def create() -> None:
        await ComputeSystem.create(system_id, document, terminate_on_close=terminate)

    async def accepted() -> bool:
        return embedded.counters()["Systems"] == 1

    async with anyio.create_task_group() as creating:
        creating.start_soon(create)
        await eventually(accepted)
        creating.cancel_scope.cancel()
    embedded.advance_clock(1)


async def test_a_cancelled_create_terminates_what_comes_to_be_when_asked(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Configure, eventually: Eventually
) -> None:
    """On a Windows that cannot cancel, without the flag in the document: nobody else knows of the system, and its id stays taken (H-1)."""
    system_id = fresh_id()
    await cancelled_create(configure, eventually, system_id, container, terminate=True)
    configure()
    await eventually(no_systems)
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True):
        pass


async def test_a_cancelled_create_leaves_the_system_when_not_asked(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Configure, eventually: Eventually
) -> None:
    """Cancelling a wait is not terminating a system: another client may have opened it already."""
    system_id = fresh_id()
    await cancelled_create(configure, eventually, system_id, container, terminate=False)
    configure()

    async def is_there() -> bool:
        return bool(await ComputeSystem.list(ids=[system_id]))

    try:
        await eventually(is_there)
    finally:
        async with await ComputeSystem.open(system_id, terminate_on_close=True):
            pass


async def test_events_can_be_cancelled_anywhere(running: RunningSystem) -> None:
    """Subscribing, listening, leaving: the registration goes with the stream and the next one works."""
    async with running() as system:

        async def listen() -> None:
            async with await ComputeSystem.open(system.id) as other, other.events() as events:
                with anyio.move_on_after(0.01):
                    await anext(events)

        assert await cancel_everywhere(listen) >= 2
        async with system.events() as events:
            await system.terminate()
            assert (await anext(events)).kind == 1


async def test_waiting_can_be_cancelled_and_taken_up_again(running: RunningSystem) -> None:
    """The exit status is kept for the next waiter."""
    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["sh", "-c", "read x; exit 6"], "CreateStdInPipe": True}) as process,
    ):
        for _ in range(3):
            with anyio.move_on_after(0.01) as limit:
                await process.wait()
            assert limit.cancelled_caught
        await process.close_stdin()
        assert (await process.wait()).exit_code == 6


async def test_a_create_that_never_completes_can_be_cancelled(
    document: dict[str, Any], fresh_id: Callable[[], str], configure: Configure
) -> None:
    """The wait ends at once; the native side outlives the awaiter."""
    configure(Faults=[{"Function": "HcsCreateComputeSystem", "Never": True}])
    with anyio.fail_after(60), anyio.move_on_after(0.05) as limit:
        await ComputeSystem.create(fresh_id(), document)
    assert limit.cancelled_caught


async def test_leaving_while_cancelled_still_terminates_when_asked(
    container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """An exception in the body must not leave the system behind."""
    with anyio.CancelScope() as scope:
        async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
            await system.start()
            scope.cancel()
            await anyio.sleep_forever()
    await eventually(no_systems)


async def test_two_hundred_waiters_are_cancelled_in_one_turn(running: RunningSystem) -> None:
    """A server that shuts down cancels all it waits for at once."""
    async with running() as system, anyio.create_task_group() as waiting:
        for _ in range(200):
            waiting.start_soon(system.wait_exit)
        await anyio.wait_all_tasks_blocked()
        waiting.cancel_scope.cancel()
