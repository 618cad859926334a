"""Systems that are there already, and what goes on in a host: taken over, replaced, watched."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import ComputeSystem, Happening, documents
from hcsffi.compute.happening import differences
from hcsffi.documents.topic.system_state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

pytestmark = pytest.mark.anyio


async def test_one_of_many_that_come_at_once_creates_and_the_others_open(container: Mapping[str, Any], fresh_id: Callable[[], str]) -> None:
    """Programs that start together and want the same system need no agreement of their own."""
    name = fresh_id()
    found: list[ComputeSystem] = []

    async def take() -> None:
        found.append(await ComputeSystem.connect_or_create(name, container))

    async with anyio.create_task_group() as tasks:
        for _ in range(20):
            tasks.start_soon(take)
    await found[0].start()
    assert [(await one.properties()).state for one in found] == ["Running"] * 20
    await found[0].terminate()
    for one in found:
        await one.aclose()


async def test_what_a_killed_program_left_is_replaced(container: Mapping[str, Any], fresh_id: Callable[[], str]) -> None:
    """Statement B-5: mostly a crashed client left it; whoever says so may have its id."""
    name = fresh_id()
    left = await ComputeSystem.create(name, container)
    await left.start()
    with pytest.raises(hcsffi.AlreadyExists):
        await ComputeSystem.create(name, container)
    async with await ComputeSystem.create(name, container, replace=True, terminate_on_close=True) as fresh:
        await left.wait_exit()
        assert (await fresh.properties()).state == "Created"
    await left.aclose()
    async with await ComputeSystem.create(name, container, replace=True, terminate_on_close=True):
        pass  # nothing was there: it is created as without


async def test_rates_come_until_the_system_ends(container: Mapping[str, Any], fresh_id: Callable[[], str]) -> None:
    """A program that draws a curve needs neither a clock nor counters of its own."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        await system.start()
        seen = []
        with anyio.fail_after(60):
            async for rates in system.statistics_stream(interval_s=0.02):
                seen.append(rates)
                if len(seen) == 3:
                    await system.terminate()
        assert all(rates.elapsed_s > 0 for rates in seen[:3])
        with pytest.raises(ValueError, match="above 0"):
            system.statistics_stream(interval_s=0)


async def test_everything_of_a_host_is_told(container: Mapping[str, Any], fresh_id: Callable[[], str]) -> None:
    """What appears, changes its state and goes, without a handle that would keep it alive."""
    name = fresh_id()
    told: list[tuple[Happening, str]] = []
    async with await ComputeSystem.create(name, {**container, "ShouldTerminateOnLastHandleClosed": True}) as system:
        with anyio.fail_after(60):
            async for event in hcsffi.events(interval_s=0.01):
                if event.system_id != name:
                    continue
                told.append((event.happening, str(event.properties.state.value if event.properties.state is not None else "")))
                if event.happening is Happening.APPEARED:
                    await system.start()
                elif event.happening is Happening.CHANGED:
                    await system.aclose()
                else:
                    break
    assert told == [(Happening.APPEARED, "Created"), (Happening.CHANGED, "Running"), (Happening.GONE, "Running")]


async def test_another_system_under_the_same_id_is_told_as_another() -> None:
    """One that ended and began between two looks is not the one that was."""
    before, now = (documents.Properties(id="a", runtime_id=f"{one:032}") for one in (1, 2))
    at = datetime.now(timezone.utc)
    assert [one.happening for one in differences({"a": before}, {"a": now}, at)] == [Happening.GONE, Happening.APPEARED]
    assert differences({"a": now}, {"a": now}, at) == []


async def test_a_prune_ends_what_was_never_started_and_with_a_word_what_runs(
    container: Mapping[str, Any], fresh_id: Callable[[], str]
) -> None:
    """A program that starts anew ends what its killed self left; systems of others stay, and a rehearsal ends nothing."""
    owner = fresh_id()
    idle = await ComputeSystem.create(fresh_id(), {**container, "Owner": owner})
    busy = await ComputeSystem.create(fresh_id(), {**container, "Owner": owner})
    foreign = await ComputeSystem.create(fresh_id(), {**container, "Owner": fresh_id()})
    await busy.start()
    rehearsed = await hcsffi.prune(owner=owner, running=True, dry_run=True)
    assert [one.system_id for one in rehearsed] == sorted([idle.id, busy.id])
    assert [(one.system_id, one.error) for one in await hcsffi.prune(owner=owner)] == [(idle.id, None)]
    await idle.wait_exit()
    assert (await busy.properties()).state == "Running"
    (ended,) = await hcsffi.prune(owner=owner, running=True)
    assert (ended.system_id, ended.properties.state, ended.error) == (busy.id, "Running", None)
    await busy.wait_exit()
    assert await hcsffi.prune(owner=owner, running=True) == []
    assert (await foreign.properties()).state == "Created"
    await foreign.terminate()
    for one in (idle, busy, foreign):
        await one.aclose()


async def test_a_prune_names_by_their_ids_what_it_means(monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order, however the service lists them; what it lists without an id nobody could open."""
    created = State.CREATED
    listed = [documents.Properties(id=one, state=created) for one in ("web-2", None, "web-1")]
    listed.append(documents.Properties(id="web-0", state=State.RUNNING))

    async def enumerated(**_: object) -> list[documents.Properties]:
        return listed

    monkeypatch.setattr(ComputeSystem, "list", enumerated)
    assert [("web-1", listed[2]), ("web-2", listed[0])] == [(one.system_id, one.properties) for one in await hcsffi.prune(dry_run=True)]
    everything = await hcsffi.prune(dry_run=True, running=True)
    assert ["web-0", "web-1", "web-2"] == [one.system_id for one in everything]


async def test_one_that_cannot_be_ended_does_not_keep_a_prune_from_the_others(
    container: Mapping[str, Any], fresh_id: Callable[[], str], configure: Callable[..., None]
) -> None:
    """What failed is told beside what was ended, and a second prune ends it."""
    owner = fresh_id()
    made = [await ComputeSystem.create(fresh_id(), {**container, "Owner": owner}) for _ in range(3)]
    configure(Faults=[{"Function": "HcsTerminateComputeSystem", "Count": 1, "HResult": "0x80070005"}])
    first = await hcsffi.prune(owner=owner)
    assert [type(one.error) for one in first].count(hcsffi.AccessDenied) == 1
    assert len(first) == 3
    (second,) = await hcsffi.prune(owner=owner)
    assert second.error is None
    for one in made:
        await one.aclose()
