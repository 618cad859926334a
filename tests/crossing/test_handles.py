"""One owner per handle: closed once, and never under a call or an operation that uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import embedded, errors
from hcsffi.delivery import blocking, operation
from hcsffi.native import calls
from hcsffi.native.binding import lib

from submissions import counted, create_system, end, end_all, start_process, start_system, system_request, until

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio


async def test_a_handle_is_closed_once_however_often_it_is_asked_for() -> None:
    """A second native close could hit a handle that was given out again meanwhile."""
    system = await create_system()
    await operation.perform(system_request("HcsTerminateComputeSystem", system))
    number = system.number
    await blocking.close(system)
    await blocking.close(system)
    assert 0 == lib.hcsffi_handle_close(number)
    assert 0 == embedded.counters()["SystemHandles"]


async def test_a_closed_handles_number_is_never_another_handles() -> None:
    """The slot is used again, with its next generation: an old number must find nothing."""
    first = await create_system()
    old = first.number
    await end(first)
    second = await create_system()
    assert old & 0xFFFFFFFF == second.number & 0xFFFFFFFF
    assert not lib.hcsffi_handle_enter(old)
    await end(second)


async def test_an_operation_on_a_closed_handle_fails_with_e_handle() -> None:
    """It must not reach the library with a pointer that is gone."""
    system = await create_system()
    await end(system)
    with pytest.raises(errors.HcsError) as caught:
        await operation.perform(system_request("HcsStartComputeSystem", system))
    assert 0x80070006 == caught.value.hresult


async def test_a_call_on_a_closed_handle_fails_with_e_handle() -> None:
    """The same on the synchronous path."""
    system = await create_system()
    await end(system)
    with pytest.raises(errors.HcsError) as caught:
        await blocking.ask("HcsWaitForComputeSystemExit", system, 0, subject="the system")
    assert 0x80070006 == caught.value.hresult


async def test_a_close_under_a_running_call_is_carried_out_after_it() -> None:
    """Closing a handle inside a running call crashed computecore.dll for others (behaviour A-24)."""
    system = await create_system()
    number = system.number
    await operation.perform(system_request("HcsTerminateComputeSystem", system))
    assert lib.hcsffi_handle_enter(number)  # what a call does before it hands the pointer to the library
    await blocking.close(system)
    assert not lib.hcsffi_handle_enter(number)
    assert 1 == embedded.counters()["SystemHandles"]
    lib.hcsffi_handle_leave(number)
    assert 0 == embedded.counters()["SystemHandles"]


async def test_a_waiting_call_keeps_its_handle_until_it_returns() -> None:
    """The call's own bookkeeping, seen from outside: the waiter gets the exit status although its handle was closed meanwhile."""
    system = await start_system()
    process, _ = await start_process(system, "sleep", "100")
    replies: list[calls.Reply] = []

    async def wait() -> None:
        replies.append(
            await blocking.on_thread("HcsWaitForProcessExit", lambda: calls.invoke("HcsWaitForProcessExit", process, 0xFFFFFFFF))
        )

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
        await until(lambda: lib.hcsffi_handle_users(process.number) == 2)
        await blocking.close(process)
        assert 1 == embedded.counters()["ProcessHandles"]
        await operation.perform(system_request("HcsTerminateComputeSystem", system))
    assert replies[0].outcome.succeeded
    assert b'"Exited":true' in (replies[0].outcome.document or b"")
    await counted("ProcessHandles", 0)
    await blocking.close(system)


async def test_a_close_with_an_operation_in_flight_is_carried_out_after_its_answer(configure: Configure) -> None:
    """The operation belongs to the handle until the library's last word."""
    system = await create_system()
    configure(ManualClock=True, DelayMinUs=1000)

    async def start() -> None:
        await operation.perform(system_request("HcsStartComputeSystem", system))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(start)
        await anyio.wait_all_tasks_blocked()
        await blocking.close(system)
        assert 1 == embedded.counters()["SystemHandles"]
        embedded.advance_clock(1)
    await counted("SystemHandles", 0)
    configure()
    await end_all()


async def test_a_forgotten_handle_warns_and_is_closed() -> None:
    """The warning names the leak and where it was let go, the close repairs it."""
    system = await create_system()
    await anyio.lowlevel.checkpoint()  # asyncio holds a future's result until the step it woke has ended
    forgotten = [system]
    del system
    with pytest.warns(ResourceWarning, match="unclosed <SystemHandle") as told:
        forgotten.clear()
    assert {one.filename for one in told if "SystemHandle" in str(one.message)} == {__file__}
    await counted("SystemHandles", 0)
    await end_all()


async def test_process_streams_that_nobody_takes_warn_and_are_closed() -> None:
    """A descriptor kept by nobody would keep the process's reader waiting for ever."""
    system = await start_system()
    process, made = await start_process(system, "cat", CreateStdInPipe=True)
    await blocking.close(process)
    forgotten = [made]
    del made
    await anyio.lowlevel.checkpoint()
    with pytest.warns(ResourceWarning, match="unclosed <PipeHandle") as told:
        forgotten.clear()
    assert {one.filename for one in told if "PipeHandle" in str(one.message)} == {__file__}
    await end(system)


@pytest.mark.parametrize(
    ("function", "arguments", "kind"),
    [
        ("HcsGetServiceProperties", (7,), "PCWSTR"),
        ("HcsOpenComputeSystem", (b"name", b"all"), "DWORD"),
    ],
)
def test_a_number_is_never_taken_for_a_pointer_nor_a_text_for_a_number(
    function: str, arguments: tuple[int | bytes, ...], kind: str
) -> None:
    """The last look before the library: it says which argument of what is wrong, whoever came past the ones before."""
    with pytest.raises(TypeError, match=rf"{function}: argument {len(arguments) - 1} is a {kind}, not {type(arguments[-1]).__name__}"):
        calls.invoke(function, *arguments)
