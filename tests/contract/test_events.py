"""Events: typed, bounded, never lost before a late listener."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import ComputeSystem, Disconnected, Event, HcsError, documents
from hcsffi.documents.notices import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

STAYS_UP: dict[str, Any] = {"VirtualMachine": {"Chipset": {"Uefi": {}}}}
"""A machine whose crash is no exit (B-37): its report can come any number of times."""


async def test_the_exit_event_carries_a_typed_document(running: RunningSystem) -> None:
    """A listener reads members, not JSON."""
    async with running() as system, system.events() as events:
        await system.terminate()
        event = await anext(events)
        assert event.kind is EventKind.SYSTEM_EXITED
        assert isinstance(event.document, documents.SystemExitStatus)
        assert str(event.document.exit_type) == "ForcedExit"
        assert event.text is not None
        assert events.dropped == 0


async def test_each_handle_hears_of_the_exit_once(running: RunningSystem) -> None:
    """Registrations belong to handles, not to systems (B-7, D-2, D-10)."""
    async with (
        running() as system,
        await ComputeSystem.open(system.id) as other,
        system.events() as first,
        other.events() as second,
        system.events() as third,
    ):
        await system.terminate()
        for stream in (first, second, third):
            assert [event.kind async for event in stream] == [EventKind.SYSTEM_EXITED]


async def test_waiting_for_an_exit_that_has_happened_returns_at_once(running: RunningSystem) -> None:
    """A listener that comes late must not wait for ever (C-24)."""
    async with running() as system, await ComputeSystem.open(system.id) as other:
        await system.terminate()
        await system.wait_exit()
        with anyio.fail_after(60):
            assert str((await other.wait_exit()).exit_type) == "ForcedExit"


async def test_a_process_event_reaches_the_process_only(running: RunningSystem) -> None:
    """HcsEventProcessExited goes to process callbacks, never to a system's."""
    async with running() as system, system.events() as systems:
        async with (
            await system.create_process({"CommandArgs": ["sh", "-c", "read x; exit 9"], "CreateStdInPipe": True}) as process,
            process.events() as events,
        ):
            await process.close_stdin()
            event = await anext(events)
            assert event.kind is EventKind.PROCESS_EXITED
            assert isinstance(event.document, documents.ProcessStatus)
            assert event.document.exit_code == 9
        with anyio.move_on_after(0.05) as silence:
            await anext(systems)
        assert silence.cancelled_caught


async def test_a_full_stream_counts_what_it_drops(machine: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Overflow is told, never silent, and the newest events are those that stay."""
    async with await ComputeSystem.create(fresh_id(), {**machine, **STAYS_UP}, terminate_on_close=True) as system:
        await system.start()
        async with system.events(capacity=1) as narrow, system.events() as wide:
            for _ in range(2):
                await system.crash()
                assert (await anext(wide)).kind is EventKind.SYSTEM_CRASH_INITIATED
                assert (await anext(wide)).kind is EventKind.SYSTEM_CRASH_REPORT
            assert (narrow.dropped, wide.dropped) == (3, 0)
            assert (await anext(narrow)).kind is EventKind.SYSTEM_CRASH_REPORT


async def test_losing_the_service_ends_every_wait(running: RunningSystem, configure: Configure) -> None:
    """Waits that ignore the disconnect hang for ever (D-7, H-8)."""
    failures: list[HcsError] = []

    async def expect_failure(wait: Callable[[], Any]) -> None:
        try:
            await wait()
        except HcsError as error:
            failures.append(error)

    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        async with anyio.create_task_group() as waiting:
            waiting.start_soon(expect_failure, system.wait_exit)
            waiting.start_soon(expect_failure, process.wait)
            await anyio.wait_all_tasks_blocked()
            configure(ServiceDisconnect=True)
        assert [type(failure) for failure in failures] == [Disconnected, Disconnected]
        assert {failure.hresult for failure in failures} == {0x8037011E}


async def test_reading_events_without_entering_the_stream_is_an_error(running: RunningSystem) -> None:
    """A stream that was never entered would wait for ever."""
    async with running() as system:
        with pytest.raises(RuntimeError, match="async with"):
            await anext(system.events())


async def test_closing_the_system_ends_its_streams(running: RunningSystem) -> None:
    """A close is no exit: a listener ends without an invented event (H-9)."""
    seen: list[Event] = []

    async def listen(system: ComputeSystem, *, task_status: anyio.abc.TaskStatus[None]) -> None:
        async with system.events() as events:
            task_status.started()
            seen.extend([event async for event in events])

    async with running() as system, await ComputeSystem.open(system.id) as other, anyio.create_task_group() as listening:
        await listening.start(listen, other)
        with anyio.fail_after(60):
            await other.aclose()
    assert seen == []
