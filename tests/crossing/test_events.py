"""Events reach every stream of their handle, are counted when they are dropped, and the one that ends a handle is never missed."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING, Any, cast

import anyio
import pytest

from hcsffi.delivery import blocking, dispatcher, operation
from hcsffi.delivery.subscription import EventRecord, EventSource, RecordStream
from hcsffi.documents.notices import EventKind
from hcsffi.errors import HcsError
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import SystemHandle

from submissions import ALL_ACCESS, create_system, end, end_all, start_process, start_system, system_request, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.native import calls
    from hcsffi.native.completions import CompletionQueue

    Configure = Callable[..., None]

MACHINE_ID = b"a machine that crashes"
MACHINE = b'{"VirtualMachine":{"Chipset":{"Uefi":{}}}}'


async def create_machine() -> SystemHandle:
    """A running virtual machine, which goes on after a crash."""
    request = operation.Request("HcsCreateComputeSystem", None, (MACHINE_ID, MACHINE), "the system")
    made = (await operation.perform(request)).opened
    assert isinstance(made, SystemHandle)
    await operation.perform(system_request("HcsStartComputeSystem", made))
    return made


async def closes_when_begun(source: EventSource) -> None:
    """Close a source as soon as its registration is under way."""
    await until(lambda: source._dispatcher is not None)
    source.close()


async def terminate(system: SystemHandle) -> None:
    """End the system; its exit event follows or precedes the answer (behaviour D-8)."""
    await operation.perform(system_request("HcsTerminateComputeSystem", system))


@pytest.mark.anyio
async def test_a_slow_reader_loses_the_oldest_events_and_is_told_how_many() -> None:
    """Memory must not grow with a reader that sleeps, and silence about a loss is a lie."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    slow, quick = await source.subscribe(2), await source.subscribe(100)
    for number in range(5):
        source._receive(EventKind.SYSTEM_CRASH_REPORT, b"%d" % number)
    await terminate(system)
    await source.until(frozenset({EventKind.SYSTEM_EXITED}))
    assert [b"4", EventKind.SYSTEM_EXITED] == [
        record.kind if record.kind == EventKind.SYSTEM_EXITED else record.data async for record in slow
    ]
    assert 4 == slow.dropped
    assert 6 == len([record async for record in quick])
    assert 0 == quick.dropped
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_a_stream_keeps_256_unread_events_unless_told_otherwise() -> None:
    """Enough for a reader that is busy for a moment, and no memory worth the name."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    stream = await source.subscribe()
    for number in range(258):
        source._receive(EventKind.SYSTEM_CRASH_REPORT, b"%d" % number)
    assert 2 == stream.dropped
    assert b"2" == (await anext(stream)).data
    await source.aclose()
    await end(system)


@pytest.mark.anyio
async def test_a_stream_that_is_closed_ends_for_whoever_waits_on_it_and_for_whoever_asks_later() -> None:
    """The system lives on, so no event of its end would ever wake them."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    stream = await source.subscribe()
    ended: list[str] = []

    async def read() -> None:
        ended.extend([str(record.kind) async for record in stream])
        ended.append("ended")

    with anyio.fail_after(60):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read)
            await anyio.wait_all_tasks_blocked()
            await stream.aclose()
        assert ["ended"] == ended
        assert [] == [record async for record in stream]
    await source.aclose()
    await terminate(system)
    await blocking.close(system)


@pytest.mark.anyio
async def test_an_exit_that_came_before_the_waiter_is_not_missed() -> None:
    """It is reported once (behaviour D-10); whoever asks later must still learn of it."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    early = await source.subscribe()
    await terminate(system)
    assert EventKind.SYSTEM_EXITED == (await source.until(frozenset({EventKind.SYSTEM_EXITED}))).kind
    assert EventKind.SYSTEM_EXITED == (await source.until(frozenset({EventKind.SYSTEM_EXITED, EventKind.SERVICE_DISCONNECT}))).kind
    late = await source.subscribe()
    assert [EventKind.SYSTEM_EXITED] == [record.kind async for record in late]
    assert [EventKind.SYSTEM_EXITED] == [record.kind async for record in early]
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_whoever_waits_no_longer_is_told_of_nothing_more() -> None:
    """A source that is asked again and again would keep each event once for everybody who has gone."""
    system = await create_machine()
    source = EventSource(system, subject="the system")
    with anyio.move_on_after(0.05):
        await source.until(frozenset({EventKind.SYSTEM_EXITED}))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(source.until, frozenset({EventKind.SYSTEM_CRASH_INITIATED}))
        await until(lambda: source._streams != set())
        await operation.perform(system_request("HcsCrashComputeSystem", system))
    assert source._streams == set()
    await source.aclose()
    await end(system)


@pytest.mark.anyio
async def test_an_ending_that_follows_another_reaches_whoever_waits_for_it() -> None:
    """Of a system that has exited the service may be lost still; who waits for neither learns of the close alone."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    await source.subscribe()
    await terminate(system)
    await source.until(frozenset({EventKind.SYSTEM_EXITED}))
    seen: list[int | str] = []

    async def wait(kind: EventKind) -> None:
        try:
            seen.append((await source.until(frozenset({kind}))).kind)
        except anyio.ClosedResourceError as error:
            seen.append(str(error))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait, EventKind.SERVICE_DISCONNECT)
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()
    assert set() == source._waiters  # who gave up is not kept
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait, EventKind.SERVICE_DISCONNECT)
        tasks.start_soon(wait, EventKind.PROCESS_EXITED)
        await anyio.wait_all_tasks_blocked()
        source._receive(EventKind.SERVICE_DISCONNECT, None)
        await anyio.wait_all_tasks_blocked()
        assert [EventKind.SERVICE_DISCONNECT] == seen
        await source.aclose()
    assert [EventKind.SERVICE_DISCONNECT, "the system was closed: ask while it is open, or open it again"] == seen
    await blocking.close(system)


@pytest.mark.anyio
async def test_two_waiters_share_one_registration() -> None:
    """The service allows one callback per handle (behaviour D-1)."""
    system = await start_system()
    process, _ = await start_process(system, "sleep", "100")
    source = EventSource(process, subject="the process")
    seen: list[EventRecord] = []

    async def wait() -> None:
        seen.append(await source.until(frozenset({EventKind.PROCESS_EXITED})))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
        tasks.start_soon(wait)
        await anyio.wait_all_tasks_blocked()
        await operation.perform(operation.Request("HcsTerminateProcess", process, (None,), "the process"))
    assert seen[0] is seen[1]
    assert b'"Exited":true' in (seen[0].data or b"")
    await source.aclose()
    await blocking.close(process)
    await end(system)


@pytest.mark.anyio
async def test_closing_a_source_wakes_its_waiters() -> None:
    """Closing a handle sends no last event (behaviour B-40), so nobody else would."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    stream = await source.subscribe()
    outcomes: list[str] = []

    async def wait() -> None:
        with pytest.raises(anyio.ClosedResourceError):
            await source.until(frozenset({EventKind.SYSTEM_EXITED}))
        outcomes.append("waiter")

    async def read() -> None:
        async for _ in stream:
            pytest.fail("no event came")
        outcomes.append("reader")

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
        tasks.start_soon(read)
        await anyio.wait_all_tasks_blocked()
        await source.aclose()
    assert ["reader", "waiter"] == sorted(outcomes)
    with pytest.raises(anyio.ClosedResourceError):
        await source.subscribe()
    await end(system)


@pytest.mark.anyio
async def test_a_waiter_that_is_cancelled_takes_no_event_with_it() -> None:
    """The exit comes once; a cancelled wait must not consume it."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    with anyio.move_on_after(0.01):
        await source.until(frozenset({EventKind.SYSTEM_EXITED}))
    await terminate(system)
    assert EventKind.SYSTEM_EXITED == (await source.until(frozenset({EventKind.SYSTEM_EXITED}))).kind
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_a_failed_registration_is_raised_and_can_be_tried_again(configure: Configure) -> None:
    """A second callback on one handle is refused (behaviour D-1); the failure must not stick."""
    system = await create_system()
    configure(Faults=[{"Function": "HcsSetComputeSystemCallback", "Count": 1, "HResult": "0x80370119", "Sync": True}])
    source = EventSource(system, subject="the system")
    begin = source._begin
    given: list[int] = []

    def noted(watch: int) -> calls.Reply:
        given.append(watch)
        return begin(watch)

    source._begin = noted
    with pytest.raises(HcsError) as caught:
        await source.subscribe()
    assert 0x80370119 == caught.value.hresult
    assert [0] == [lib.hcsffi_watch_route(watch, ffi.NULL, 0) for watch in given]  # nothing comes by that number any more
    stream = await source.subscribe()
    await terminate(system)
    assert [EventKind.SYSTEM_EXITED] == [record.kind async for record in stream]
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_a_registration_whose_waiter_has_gone_is_there_for_the_next(configure: Configure) -> None:
    """The service refuses a second callback on one handle (behaviour D-1): one that was begun and dropped would be the last."""
    system = await create_system()
    configure(Faults=[{"Function": "HcsSetComputeSystemCallback", "Count": 1, "DelayUs": 100_000}])
    source = EventSource(system, subject="the system")
    begun = threading.Event()
    begin = source._begin

    def noted(watch: int) -> calls.Reply:
        begun.set()
        return begin(watch)

    source._begin = noted
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(source.subscribe)
        await until(begun.is_set)
        tasks.cancel_scope.cancel()
    await until(lambda: not blocking.unattended())
    stream = await source.subscribe()
    await terminate(system)
    assert [EventKind.SYSTEM_EXITED] == [record.kind async for record in stream]
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_whoever_subscribes_beside_a_registration_waits_for_it(configure: Configure) -> None:
    """A stream whose registration fails afterwards would wait for ever; here the second one asks again, and hears what comes."""
    system = await create_system()
    configure(Faults=[{"Function": "HcsSetComputeSystemCallback", "Count": 1, "DelayUs": 100_000, "HResult": "0x80370119", "Sync": True}])
    source = EventSource(system, subject="the system")
    refused: list[str] = []
    streams: list[RecordStream] = []

    async def subscribe() -> None:
        try:
            streams.append(await source.subscribe())
        except HcsError as error:
            refused.append(error.function)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(subscribe)
        tasks.start_soon(subscribe)
    assert refused == ["HcsSetComputeSystemCallback"]
    await terminate(system)
    assert [EventKind.SYSTEM_EXITED] == [record.kind for stream in streams async for record in stream]
    await source.aclose()
    await blocking.close(system)


@pytest.mark.anyio
async def test_a_source_that_is_closed_while_it_registers_serves_nobody(configure: Configure) -> None:
    """Its stream would never end."""
    system = await create_system()
    configure(Faults=[{"Function": "HcsSetComputeSystemCallback", "Count": 1, "DelayUs": 100_000}])
    source = EventSource(system, subject="the system")
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(closes_when_begun, source)
        with pytest.raises(anyio.ClosedResourceError):
            await source.subscribe()
    await end(system)


@pytest.mark.anyio
@pytest.mark.parametrize("refused", [True, False])
async def test_a_source_that_serves_nobody_any_more_is_let_go(refused: bool, configure: Configure) -> None:  # noqa: FBT001 - a parameter
    """A loop that lives for months sees many systems, and may keep none of those that were refused or have been closed."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    if refused:
        configure(Faults=[{"Function": "HcsSetComputeSystemCallback", "Count": 1, "HResult": "0x80370119", "Sync": True}])
        with pytest.raises(HcsError):
            await source.subscribe()
    else:
        await source.subscribe()
        await source.aclose()
    left = weakref.ref(source)
    del source

    def is_gone() -> bool:
        gc.collect()
        return left() is None

    await until(is_gone)  # anyio's thread tells what it has done a little before it lets go of it
    await end(system)


@pytest.mark.anyio
async def test_a_callback_after_the_source_was_closed_finds_nothing(configure: Configure) -> None:
    """The context is a number: what it stood for is gone, and the callback notices."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    stream = await source.subscribe()
    configure(CallbackDuringClose=True)
    watch = source._watch
    await source.aclose()
    queue = cast("CompletionQueue", dispatcher.current().queue)._queue
    assert 0 == lib.hcsffi_watch_route(watch, queue, 0)  # nothing comes by that number any more
    lib.hcsffi_watch_close(watch)
    await terminate(system)
    await blocking.close(system)
    assert [] == [record async for record in stream]


@pytest.mark.anyio
async def test_a_closed_source_keeps_none_of_its_streams() -> None:
    """A system that is closed and kept would keep what was told of it."""
    system = await create_system()
    source = EventSource(system, subject="the system")
    stream = await source.subscribe()
    known = weakref.ref(stream)
    await source.aclose()
    del stream
    assert known() is None
    await end(system)


@pytest.mark.anyio
async def test_a_callback_while_the_handle_is_closed_reaches_nobody_that_has_gone(configure: Configure) -> None:
    """The library may call once more from inside the close (behaviour B-40)."""
    configure(CallbackDuringClose=True)
    for _ in range(20):
        system = await create_system()
        source = EventSource(system, subject="the system")
        await source.subscribe()
        await terminate(system)
        await blocking.close(system)
        await source.aclose()


def test_events_that_come_between_two_loops_are_taken_over_by_the_second(configure: Configure) -> None:
    """An exit between two runs of one program must not be lost with the first loop."""
    held: dict[str, Any] = {}

    async def first() -> None:
        held["system"] = await create_system()
        held["source"] = EventSource(held["system"], subject="the system")
        await held["source"].subscribe()

    async def without_listening() -> None:
        await terminate(held["system"])
        await until(lambda: not held["source"]._remembered)

    async def second() -> None:
        assert EventKind.SYSTEM_EXITED == (await held["source"].until(frozenset({EventKind.SYSTEM_EXITED}))).kind
        await held["source"].aclose()
        await blocking.close(held["system"])

    anyio.run(first)
    anyio.run(without_listening)
    anyio.run(second, backend="trio")


def test_events_that_no_loop_had_room_for_are_counted(configure: Configure) -> None:
    """The shim keeps 64 between two loops; whoever listens next must learn that there were more."""
    held: dict[str, Any] = {}

    async def first() -> None:
        held["system"] = await create_machine()
        held["source"] = EventSource(held["system"], subject="the system")
        await held["source"].subscribe()

    async def without_listening() -> None:
        other = (await blocking.ask("HcsOpenComputeSystem", MACHINE_ID, ALL_ACCESS, subject="the system")).opened
        assert isinstance(other, SystemHandle)
        beside = EventSource(other, subject="the system")
        seen = await beside.subscribe()
        for _ in range(40):
            await operation.perform(system_request("HcsCrashComputeSystem", held["system"]))
        for _ in range(80):  # a crash is told by two events, and to the older handle first
            await anext(seen)
        await beside.aclose()
        await blocking.close(other)

    async def second() -> None:
        stream = await held["source"].subscribe(100)
        assert EventKind.SYSTEM_CRASH_INITIATED == (await anext(stream)).kind
        assert 80 - 64 == stream.dropped
        await held["source"].aclose()
        await end(held["system"])

    anyio.run(first)
    anyio.run(without_listening)
    anyio.run(second)


def test_a_source_that_serves_one_running_loop_refuses_another() -> None:
    """Its records would resume tasks of the wrong thread."""

    async def listen() -> None:
        system = await create_system()
        source = EventSource(system, subject="the system")
        await source.subscribe()

        def elsewhere() -> str:
            with pytest.raises(RuntimeError, match="another event loop") as caught:
                anyio.run(source.subscribe)
            return str(caught.value)

        assert "the system" in await anyio.to_thread.run_sync(elsewhere)
        await source.aclose()
        await end(system)

    anyio.run(listen)
    anyio.run(end_all)
