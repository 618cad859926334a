"""Finding systems: by id, name, owner and kind, without a handle on any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem, run_many

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio


async def ids(**filters: Any) -> set[str | None]:
    """The ids of the systems that pass the filters."""
    return {found.id for found in await ComputeSystem.list(**filters)}


async def test_filters_narrow_and_values_widen(container: dict[str, Any], machine: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Members combine as "and", values of one as "or" (B-49)."""
    one, two, three = fresh_id(), fresh_id(), fresh_id()
    async with (
        await ComputeSystem.create(one, {**container, "Owner": "ann"}, terminate_on_close=True),
        await ComputeSystem.create(two, {**container, "Owner": "bob"}, terminate_on_close=True),
        await ComputeSystem.create(three, {**machine, "Owner": "ann"}, terminate_on_close=True),
    ):
        assert {one, two, three} <= await ids()
        assert await ids(owners=["ann"]) == {one, three}
        assert await ids(owners=["ann", "bob"]) == {one, two, three}
        assert await ids(owners=["ann"], types=["Container"]) == {one}
        assert await ids(types=["VirtualMachine"], ids=[one, three]) == {three}
        assert await ids(ids=[one, "nobody"]) == {one}
        assert await ids(ids=["nobody"]) == set()
        assert await ids(owners=[]) in ({one, two, three}, set())


async def test_a_text_where_a_list_belongs_is_refused() -> None:
    """A text is a sequence of letters: the search would find nothing, without a word."""
    with pytest.raises(TypeError, match="owners"):
        await ComputeSystem.list(owners="ann")


async def test_the_basic_properties_tell_what_a_system_is(
    container: dict[str, Any], machine: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """Enough to recognise one's own leftovers and to open them (B-51, B-8)."""
    async with (
        await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as box,
        await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as vm,
    ):
        found = {entry.id: entry for entry in await ComputeSystem.list(ids=[box.id, vm.id])}
        assert str(found[box.id].system_type) == "Container"
        assert str(found[vm.id].system_type) == "VirtualMachine"
        assert {str(entry.state) for entry in found.values()} == {"Created"}
        assert {entry.owner for entry in found.values()} == {"contract"}
        assert found[vm.id].runtime_id is not None
        assert str(found[vm.id].runtime_id) != vm.id


async def test_a_stopped_system_leaves_the_list(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """A handle that is still open does not keep it there (B-38)."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.start()
        await system.stop()
        assert await ids(ids=[system.id]) == set()


async def test_many_systems_are_listed_once_each_in_the_order_of_their_ids(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """However many there are, and whatever language their owner writes: they are walked some hundred at a time."""
    owner = "Größe 漢字 😀"
    wanted = [fresh_id() for _ in range(600)]
    calls = [ComputeSystem.calls.create(name, {**container, "Owner": owner}, terminate_on_close=True) for name in wanted]
    made = [system for system in await run_many(calls) if isinstance(system, ComputeSystem)]
    try:
        found = await ComputeSystem.list(owners=[owner])
        assert sorted(wanted) == [system.id for system in found]
        assert {owner} == {system.owner for system in found}
        assert set(wanted) <= await ids()
        gone = sorted(made, key=lambda system: system.id)[250:260]
        await run_many([system.calls.terminate() for system in gone])
        for system in gone:
            await system.aclose()
        assert set(wanted) - {system.id for system in gone} == await ids(owners=[owner])
    finally:
        for system in made:
            await system.aclose()
