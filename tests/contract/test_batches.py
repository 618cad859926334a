"""Many calls with one native submission and one wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import AlreadyExists, ComputeProcess, ComputeSystem, InvalidDocument, WrongState, documents, embedded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from hcsffi.compute.call import Call

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]

OLD_WINDOWS = {"WindowsBuild": 20348, "ManualClock": True, "DelayMinUs": 200_000}
"""A Windows Server 2022, which cannot drop an operation: what was asked for comes to be."""

pytestmark = pytest.mark.anyio


async def test_a_whole_fleet_lives_by_batches(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Create, start, ask and terminate thirty systems with four submissions."""
    systems = await hcsffi.run_many([ComputeSystem.calls.create(fresh_id(), container) for _ in range(30)])
    alive = [system for system in systems if isinstance(system, ComputeSystem)]
    try:
        assert len(alive) == 30
        assert await hcsffi.run_many([system.calls.start() for system in alive]) == [None] * 30
        answers = await hcsffi.run_many([system.calls.properties() for system in alive])
        assert [system.id for system in alive] == [answer.id for answer in answers if isinstance(answer, documents.Properties)]
    finally:
        await hcsffi.run_many([system.calls.terminate() for system in alive])
        for system in alive:
            await system.wait_exit()
            await system.aclose()


async def test_one_failure_does_not_lose_the_other_answers(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Each call has its own answer, in the order of the calls."""
    async with (
        await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as idle,
        await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as busy,
    ):
        await busy.start()
        first, second = await hcsffi.run_many([busy.calls.start(), idle.calls.start()])
        assert isinstance(first, WrongState)
        assert busy.id in str(first)
        assert second is None


async def test_calls_that_are_all_alike_have_an_answer_each(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Three of one id: one comes to be, and the others are told."""
    system_id = fresh_id()
    answers = await hcsffi.run_many([ComputeSystem.calls.create(system_id, container, terminate_on_close=True) for _ in range(3)])
    made = [answer for answer in answers if isinstance(answer, ComputeSystem)]
    for system in made:
        assert (await system.properties()).id == system_id
        await system.aclose()
    assert [1, 2] == [len(made), sum(isinstance(answer, AlreadyExists) for answer in answers)]


async def test_an_answer_that_cannot_be_read_does_not_lose_the_others(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """A document that broke off on its way is one answer's matter."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        whole = system.calls.properties()
        broken = replace(whole, finish=lambda completion: documents.from_json(documents.Properties, completion.document[:-1]))
        first, second, third = await hcsffi.run_many([whole, broken, whole])
        assert isinstance(second, InvalidDocument)
        assert [system.id] * 2 == [answer.id for answer in (first, third) if isinstance(answer, documents.Properties)]


async def test_processes_are_started_in_a_batch(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Each process arrives with its own streams."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        await system.start()
        wanted = [system.calls.create_process({"CommandLine": f"echo {number}", "CreateStdOutPipe": True}) for number in range(10)]
        for number, process in enumerate(await hcsffi.run_many(wanted)):
            assert isinstance(process, ComputeProcess)
            async with process:
                assert process.stdout is not None
                assert b"".join([chunk async for chunk in process.stdout]) == f"{number}\n".encode()
                assert (await process.wait()).exit_code == 0


async def test_no_calls_have_no_answers() -> None:
    """An empty batch is a batch."""
    assert await hcsffi.run_many([]) == []


async def test_a_call_is_checked_when_it_is_written_down(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """A batch must not be half sent when its last document is found to be wrong."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        with pytest.raises(InvalidDocument):
            system.calls.modify({"ResourcePath": 5})
        with pytest.raises(InvalidDocument):
            ComputeSystem.calls.create(fresh_id(), {"Container": []})


def is_left(systems: int, handles: int) -> Callable[[], Awaitable[bool]]:
    """Whether so many systems and handles are left."""

    async def look() -> bool:
        counted = embedded.counters()
        return (counted["Systems"], counted["SystemHandles"]) == (systems, handles)

    return look


async def cancelled_while_pending(calls: Sequence[Call[Any]]) -> None:
    """Make the calls, cancel the wait for them, and let the service finish them all the same."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(hcsffi.run_many, calls)
        await anyio.wait_all_tasks_blocked()
        assert embedded.counters()["Operations"] == len(calls)
        tasks.cancel_scope.cancel()
    embedded.advance_clock(1)


async def test_a_cancelled_batch_of_creates_leaves_no_system(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """Whoever asks for ``terminate_on_close`` must find nothing left, whether he asked for one system or for twenty."""
    await ComputeSystem.list()
    configure(**OLD_WINDOWS)
    await cancelled_while_pending([ComputeSystem.calls.create(fresh_id(), container, terminate_on_close=True) for _ in range(20)])
    configure()
    await eventually(is_left(0, 0))


async def test_each_call_of_a_cancelled_batch_has_its_own_wish(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """What was not to be terminated stays, though its neighbours in the batch go."""
    kept = [fresh_id() for _ in range(3)]
    await ComputeSystem.list()
    configure(**OLD_WINDOWS)
    pairs = [
        (ComputeSystem.calls.create(one, container), ComputeSystem.calls.create(fresh_id(), container, terminate_on_close=True))
        for one in kept
    ]
    await cancelled_while_pending([one for pair in pairs for one in pair])
    configure()
    await eventually(is_left(3, 0))
    for one in kept:
        async with await ComputeSystem.open(one, terminate_on_close=True):
            pass


async def test_a_cancelled_batch_of_processes_leaves_none(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """A program that nobody holds any more would run as long as its system."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        await system.start()
        configure(**OLD_WINDOWS)
        calls = [system.calls.create_process({"CommandLine": "sleep 60"}, terminate_on_close=True) for _ in range(5)]
        await cancelled_while_pending(calls)
        configure()

        async def none_runs() -> bool:
            return not (await system.properties("ProcessList")).process_list and embedded.counters()["ProcessHandles"] == 0

        await eventually(none_runs)
