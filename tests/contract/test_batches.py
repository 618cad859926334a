"""Many calls with one native submission and one wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi import ComputeProcess, ComputeSystem, InvalidDocument, WrongState, documents

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio


async def test_a_whole_fleet_lives_by_batches(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Create, start, ask and terminate thirty systems with four submissions."""
    systems = await hcsffi.run_many([ComputeSystem.create_call(fresh_id(), container) for _ in range(30)])
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
        wanted = [system.open_process_call({"CommandLine": f"echo {number}", "CreateStdOutPipe": True}) for number in range(10)]
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
            ComputeSystem.create_call(fresh_id(), {"Container": []})
