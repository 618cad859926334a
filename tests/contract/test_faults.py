"""Faults, delays and simulated machines: what fails is told, and nothing is left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import (
    AccessDenied,
    AlreadyExists,
    ComputeSystem,
    HcsError,
    NotSupported,
    ServiceUnavailable,
    TimedOut,
    UnexpectedExit,
    embedded,
)
from hcsffi.documents import changes
from hcsffi.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("sync", [True, False])
@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("0x8037011B", AccessDenied),
        (0x8037010F, AlreadyExists),
        ("0x80370102", ServiceUnavailable),
        ("0x80370100", UnexpectedExit),
        (-2147024809, HcsError),
    ],
)
async def test_a_failing_create_is_the_same_error_at_once_and_later(
    *, sync: bool, code: object, family: type[HcsError], configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """Builds differ in where a failure shows (A-6); callers must not see the difference."""
    configure(Faults=[{"Function": "HcsCreateComputeSystem", "HResult": code, "Sync": sync, "Message": "injected"}])
    with pytest.raises(family) as refused:
        await ComputeSystem.create(fresh_id(), container)
    assert refused.value.function == "HcsCreateComputeSystem"
    assert refused.value.message == "injected"


@pytest.mark.parametrize(
    "function",
    [
        "HcsStartComputeSystem",
        "HcsShutDownComputeSystem",
        "HcsTerminateComputeSystem",
        "HcsGetComputeSystemProperties",
        "HcsModifyComputeSystem",
        "HcsCreateProcess",
    ],
)
@pytest.mark.parametrize("sync", [True, False])
async def test_every_call_can_fail_and_the_next_one_works(
    function: str, *, sync: bool, configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """Skip and Count choose which call fails; the system survives."""
    calls: dict[str, Callable[[ComputeSystem], Any]] = {
        "HcsStartComputeSystem": lambda system: system.start(),
        "HcsShutDownComputeSystem": lambda system: system.shutdown(),
        "HcsTerminateComputeSystem": lambda system: system.terminate(),
        "HcsGetComputeSystemProperties": lambda system: system.properties(),
        "HcsModifyComputeSystem": lambda system: system.modify(changes.container_memory(512)),
        "HcsCreateProcess": lambda system: system.create_process({"CommandLine": "sleep 1000"}),
    }
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        if function != "HcsStartComputeSystem":
            await system.start()
        configure(Faults=[{"Function": function, "Count": 1, "HResult": "0x8000FFFF", "Sync": sync, "Message": "once"}])
        with pytest.raises(HcsError) as refused:
            await calls[function](system)
        assert (refused.value.function, refused.value.hresult, refused.value.message) == (function, 0x8000FFFF, "once")
        opened = await calls[function](system)
        if function == "HcsCreateProcess":
            await opened.aclose()


async def test_an_operation_that_never_completes_is_ended_by_its_limit(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """A create that hangs is the first entry of every client's list of pains (H-1)."""
    configure(Faults=[{"Function": "HcsCreateComputeSystem", "Never": True}])
    with pytest.raises(TimedOut) as late:
        await ComputeSystem.create(fresh_id(), {**container, "ShouldTerminateOnLastHandleClosed": True}, timeout_s=0.1)
    assert "creating the system took longer than 0.1 s" in str(late.value)
    assert late.value.function == "HcsCreateComputeSystem"


async def test_a_shutdown_that_never_completes_falls_through_to_terminate(configure: Configure, running: RunningSystem) -> None:
    """Shutdown accepted, exit never comes: the ladder goes on (H-2)."""
    async with running() as system:
        configure(Faults=[{"Function": "HcsShutDownComputeSystem", "Never": True}])
        assert (await system.stop(shutdown_s=0.1)).value == "forced"


async def test_a_shutdown_that_fails_falls_through_to_terminate(configure: Configure, running: RunningSystem) -> None:
    """A guest that answers an RPC error is terminated (H-5)."""
    async with running() as system:
        configure(Faults=[{"Function": "HcsShutDownComputeSystem", "HResult": "0x800706B5"}])
        assert (await system.stop()).value == "forced"


async def test_reordered_and_delayed_completions_reach_their_callers(configure: Configure, running: RunningSystem) -> None:
    """Completions are unordered (A-18): each answer must find its question."""
    configure(Seed=7, DelayMinUs=0, DelayMaxUs=3000, ReorderCompletions=True, Workers=4)
    seen: dict[int, bytes] = {}

    async def one(system: ComputeSystem, number: int) -> None:
        seen[number] = (await system.run(["echo", str(number)])).stdout

    async with running() as system, anyio.create_task_group() as tasks:
        for number in range(20):
            tasks.start_soon(one, system, number)
    assert seen == {number: f"{number}\n".encode() for number in range(20)}


async def test_a_host_that_completes_on_the_callers_stack_works_too(configure: Configure, running: RunningSystem) -> None:
    """A completion may come before the call returns (A-16)."""
    configure(Workers=0)
    async with running() as system:
        assert (await system.run(["echo", "inline"])).stdout == b"inline\n"


async def test_time_moved_by_hand_completes_what_is_due(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """A test of a four-minute limit must not take four minutes."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        configure(ManualClock=True, DelayMinUs=240_000_000, DelayMaxUs=240_000_000)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(system.start)
            await anyio.wait_all_tasks_blocked()
            embedded.advance_clock(240)
        configure()
        assert str((await system.properties()).state) == "Running"


async def test_a_missing_function_is_not_supported(configure: Configure, running: RunningSystem) -> None:
    """Also for functions with an operation."""
    async with running() as system:
        configure(WindowsBuild=17763)
        with pytest.raises(NotSupported) as refused:
            await system.crash()
        assert (refused.value.function, refused.value.first_build) == ("HcsCrashComputeSystem", 19041)


@pytest.mark.parametrize(
    ("configuration", "place"),
    [({"Sed": 1}, "Sed"), ({"Faults": [{"Function": "HcsX", "HResult": "zz"}]}, "Faults[0]"), ({"Workers": -1}, "Workers")],
)
async def test_a_wrong_configuration_is_refused_by_its_place(configuration: dict[str, object], place: str) -> None:
    """A fault that was never armed makes a test pass for no reason."""
    with pytest.raises(HcsError) as refused:
        embedded.configure(configuration)
    assert refused.value.hresult == 0x80070057
    assert place in refused.value.message


async def test_counters_see_what_is_open(running: RunningSystem) -> None:
    """The counters are what leak checks stand on, so they must count."""
    assert embedded.counters()["Systems"] == 0
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True):
        counted = embedded.counters()
        assert counted["Systems"] == counted["SystemHandles"] == 1
        assert counted["Processes"] >= 1
        assert counted["ProcessHandles"] == 1
        assert counted["Reapers"] == 1


async def test_a_seed_makes_ids_repeatable(configure: Configure) -> None:
    """A failure that depends on an order or an id is found again by its seed; without one every run has ids of its own."""

    async def drawn(**pace: int) -> str:
        configure(**pace)
        async with await Network.create({"Type": "Private"}) as made:
            await made.delete()
            return made.id

    first, again, other = await drawn(Seed=7), await drawn(Seed=7), await drawn(Seed=8)
    assert first == again != other
    assert len({first, other, await drawn(), await drawn()}) == 4
