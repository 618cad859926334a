"""Cancelling an await leaves nothing behind, whenever it comes: what the library answers later is freed by the shim."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import embedded
from hcsffi.delivery import blocking, dispatcher, operation
from hcsffi.errors import HcsError
from hcsffi.native import calls, library

from submissions import (
    ALL_ACCESS,
    counted,
    create_request,
    create_system,
    end,
    end_all,
    process_request,
    start_system,
    system_request,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio
NO_CANCEL = {"Function": "HcsCancelOperation", "Count": 100, "HResult": "0x80004001", "Sync": True}
"""E_NOTIMPL, as older builds answer."""


def pipes() -> set[str]:
    """The pipes this process holds an end of."""
    found = set()
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the descriptor that lists the folder
            found.add(str(entry.readlink()))
    return {target for target in found if target.startswith("pipe:")}


async def cancelled(request: operation.Request) -> None:
    """Start the request and cancel the wait once it is submitted."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(operation.perform, request)
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()


async def test_a_cancelled_create_closes_the_handle_it_would_have_returned(configure: Configure) -> None:
    """Nobody else could: only the library's answer knows the handle."""
    configure(Faults=[NO_CANCEL], ManualClock=True, DelayMinUs=1000)
    await cancelled(create_request())
    assert 1 == embedded.counters()["Operations"]
    embedded.advance_clock(1)
    await counted("Operations", 0)
    await counted("SystemHandles", 0)
    configure()
    await end_all()


async def test_a_cancelled_create_process_leaks_neither_streams_nor_handle(configure: Configure) -> None:
    """Three descriptors and a handle a time would exhaust an agent within hours."""
    before = pipes()
    system = await start_system()
    for _ in range(5):
        configure(Faults=[NO_CANCEL], ManualClock=True, DelayMinUs=1000)
        await cancelled(process_request(system, "cat", CreateStdInPipe=True, CreateStdOutPipe=True, CreateStdErrPipe=True))
        embedded.advance_clock(1)
        await counted("Operations", 0)
    await counted("ProcessHandles", 0)
    configure()
    await end(system)
    await until(lambda: pipes() == before)


async def test_the_library_is_asked_to_drop_what_nobody_waits_for(configure: Configure) -> None:
    """Where the library can cancel, the work ends with the wait."""
    system = await create_system()
    configure(ManualClock=True, DelayMinUs=1000)
    await cancelled(system_request("HcsStartComputeSystem", system))
    await counted("Operations", 0)
    configure()
    await end(system)


async def test_a_cancel_the_library_cannot_do_is_no_error(configure: Configure) -> None:
    """Older builds answer E_NOTIMPL (documented); the wait has ended all the same."""
    system = await create_system()
    configure(Faults=[NO_CANCEL], ManualClock=True, DelayMinUs=1000)
    await cancelled(system_request("HcsStartComputeSystem", system))
    assert 1 == embedded.counters()["Operations"]
    embedded.advance_clock(1)
    await counted("Operations", 0)
    configure()
    await end(system)


async def test_a_cancelled_group_frees_what_came_and_what_comes(configure: Configure) -> None:
    """Half of the systems are made when the wait ends; neither half may stay open."""
    late = {"Function": "HcsCreateComputeSystem", "Skip": 2, "Count": 2, "DelayUs": 1000}
    configure(ManualClock=True, Faults=[late, NO_CANCEL])
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(operation.perform_many, [create_request() for _ in range(4)])
        await counted("Operations", 2)
        tasks.cancel_scope.cancel()
    assert 4 == embedded.counters()["SystemHandles"]
    embedded.advance_clock(1)
    await counted("SystemHandles", 0)
    await counted("Operations", 0)
    configure()
    await end_all()


async def test_an_answer_that_meets_a_cancelled_waiter_is_given_back(configure: Configure) -> None:
    """Drained and cancelled in one turn of the loop: the waiter takes the answer, or the shim takes it back."""
    configure(Workers=0)

    async def create_and_close() -> None:
        made: Any = await operation.perform(create_request())
        await blocking.close(made.opened)

    for drained_first in (True, False):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(create_and_close)
            await anyio.lowlevel.checkpoint()
            if drained_first:
                dispatcher.current()._turn()
            tasks.cancel_scope.cancel()
        await counted("SystemHandles", 0)
    configure()
    await end_all()


def test_a_task_that_asyncio_cancels_after_its_answer_gives_the_answer_back(configure: Configure) -> None:
    """`Task.cancel` throws even where the awaited future has its result already; anyio's scopes do not."""
    configure(Workers=0)

    async def cancel_late() -> None:
        task = asyncio.ensure_future(operation.perform(create_request()))
        await asyncio.sleep(0)
        dispatcher.current()._turn()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await counted("SystemHandles", 0)
        configure()
        await end_all()

    anyio.run(cancel_late)


async def test_a_cancelled_synchronous_call_closes_what_it_opens() -> None:
    """The call itself cannot be interrupted: closing handles under one crashed computecore.dll for others."""
    system = await create_system()
    asked = await operation.perform(system_request("HcsGetComputeSystemProperties", system))
    name = asked.document.split(b'"Id":"')[1].split(b'"')[0]
    opened, may_return = anyio.Event(), threading.Event()
    token = anyio.lowlevel.current_token()

    def slow_open() -> calls.Reply:
        reply = calls.invoke("HcsOpenComputeSystem", name, ALL_ACCESS)
        anyio.from_thread.run_sync(opened.set, token=token)
        may_return.wait(60)
        return reply

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(blocking.on_thread, "HcsOpenComputeSystem", slow_open)
        await opened.wait()
        tasks.cancel_scope.cancel()
    assert 1 == blocking.unattended()  # who ends a program now would not let it finish
    may_return.set()
    await counted("SystemHandles", 1)
    await until(lambda: blocking.unattended() == 0)
    await end(system)


async def test_work_on_a_thread_is_counted_by_whose_limiter_is_given() -> None:
    """A service gives each of its clients one: with that of the loop a single client could take the threads of all."""
    mine = anyio.CapacityLimiter(1)
    held: list[tuple[int, int]] = []
    of_loop = blocking.limiter()

    def look() -> calls.Reply:
        held.append((int(mine.borrowed_tokens), int(of_loop.borrowed_tokens)))
        return calls.Reply(library.refusal("HcsOpenComputeSystem", "E_ABORT", "only looked"))

    await blocking.on_thread("HcsOpenComputeSystem", look, mine)
    await blocking.on_thread("HcsOpenComputeSystem", look)
    assert [(1, 0), (0, 1)] == held


async def test_what_work_on_a_thread_raises_is_no_lack_of_threads() -> None:
    """A file that is not there, told as too few resources, would be looked for in the wrong place; it is an ``OSError`` like the other."""

    def look() -> calls.Reply:
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        await blocking.on_thread("HcsOpenComputeSystem", look)


async def test_a_process_whose_creation_cannot_be_read_is_recovered(configure: Configure) -> None:
    """Server 2022 completes HcsCreateProcess inside the call and the result call answers E_INVALIDARG (behaviour A-13)."""
    system = await start_system()
    configure(Faults=[{"Function": "HcsGetOperationResultAndProcessInfo", "Count": 1, "HResult": "0x80070057", "Sync": True}])
    made: Any = await operation.perform(process_request(system, "cat", CreateStdInPipe=True, CreateStdOutPipe=True))
    assert made.process.process_id > 0
    assert made.process.std_out is not None
    assert made.process.std_err is None
    made.process.close()
    await blocking.close(made.opened)
    await end(system)


async def test_a_recovery_that_is_cancelled_keeps_the_wish(configure: Configure) -> None:
    """The process is asked what it is when the waiter goes, so its handle is in use and closed later: it has to end all the same."""
    system = await start_system()
    unreadable = {"Function": "HcsGetOperationResultAndProcessInfo", "Count": 1, "HResult": "0x80070057", "Sync": True}
    configure(Faults=[unreadable, NO_CANCEL, {"Function": "HcsGetProcessInfo", "Count": 1, "DelayUs": 1_000_000}])
    with anyio.move_on_after(0.15) as scope:
        await operation.perform(process_request(system, "sleep 60")._replace(wishes=operation.END_ABANDONED))
    assert scope.cancelled_caught
    await counted("Operations", 0)
    await counted("ProcessHandles", 0)
    configure()
    told = await operation.perform(
        operation.Request("HcsGetComputeSystemProperties", system, (b'{"PropertyTypes": ["ProcessList"]}',), "it")
    )
    assert b"sleep" not in told.document
    await end(system)


async def test_a_cancelled_batch_gives_back_what_was_recovered(configure: Configure) -> None:
    """The streams of a recovered process come with an answer of their own: the batch has to know them."""
    before = pipes()
    system = await start_system()
    unreadable = {"Function": "HcsGetOperationResultAndProcessInfo", "Count": 2, "HResult": "0x80070057", "Sync": True}
    configure(Faults=[unreadable, NO_CANCEL, {"Function": "HcsGetProcessInfo", "Skip": 1, "Count": 1, "DelayUs": 1_000_000}])
    request = process_request(system, "cat", CreateStdInPipe=True, CreateStdOutPipe=True)._replace(wishes=operation.END_ABANDONED)
    with anyio.move_on_after(0.2) as scope:
        await operation.perform_many([request, request])
    assert scope.cancelled_caught
    await counted("Operations", 0)
    await counted("ProcessHandles", 0)
    configure()
    await end(system)
    await until(lambda: pipes() <= before)


async def test_a_creation_whose_operation_tracks_nothing_is_not_waited_for(configure: Configure) -> None:
    """The same quirk at its worst: no completion ever comes, so the shim has to ask once after the call. Nor does the process exist."""
    system = await start_system()
    silent = {"Function": "HcsCreateProcess", "Count": 1, "Never": True}
    configure(Faults=[silent, {"Function": "HcsGetOperationResult", "Count": 1, "HResult": "0x80070057", "Sync": True}])
    with anyio.fail_after(60), pytest.raises(HcsError) as caught:
        await operation.perform(process_request(system, "cat"))
    assert 0x80070057 == caught.value.hresult
    configure()
    await end(system)


def test_the_library_that_answers_here_can_cancel() -> None:
    """Without that the tests above would prove less than they say."""
    library.load()
    assert library.offers("HcsCancelOperation")
