"""What trio awaits of an operation: made in C, and yet all that a cancel, an interrupt and the end of a run expect of trio's own wait."""

from __future__ import annotations

import gc
import signal
import traceback
import types
from typing import TYPE_CHECKING, Any

import pytest
import trio
import trio.testing

from hcsffi import HcsError, embedded
from hcsffi.delivery import dispatcher, operation
from hcsffi.native import awaiting
from hcsffi.native.completions import TURN

from submissions import counted, create_request, end_all, enumerate_request

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    Configure = Callable[..., None]

HELD = {"ManualClock": True, "DelayMinUs": 1000}


@pytest.fixture(autouse=True, params=["pump", "trio's own wait"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With waiters made in C, and without, as where trio's wait yields something that nobody knows."""
    if request.param != "pump":
        monkeypatch.setattr(awaiting, "pause_of", lambda _: None)
    return str(request.param)


@pytest.fixture(autouse=True, params=["perform", "commence"])
def chosen(request: pytest.FixtureRequest) -> Any:
    """The coroutine that performs any request, and what the calls of systems and processes await."""
    return getattr(operation, request.param)


def waiters() -> int:
    """How many live in this process."""
    gc.collect()
    return sum(type(one).__name__ == "Waiter" for one in gc.get_objects())


def test_both_ways_bring_the_same_answers(kind: str, chosen: Any, configure: Configure) -> None:
    """Whoever reads an answer does not see by which way it came; who awaits a failure finds himself in its trace."""

    async def main() -> bytes:
        assert (type(dispatcher.current()) is dispatcher.TrioPumpDispatcher) == (kind == "pump")
        return (await chosen(enumerate_request())).document  # type: ignore[no-any-return]  # of one of two functions

    assert b"[]" == trio.run(main)
    configure(Faults=[{"Function": "HcsEnumerateComputeSystems", "HResult": "0x80070005"}])
    with pytest.raises(HcsError, match="E_ACCESSDENIED") as caught:
        trio.run(main)
    assert "main" in [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]


def test_a_cancel_ends_the_wait_at_once_and_drops_the_operation(chosen: Any, configure: Configure) -> None:
    """Nothing that the service does later reaches anybody, and what it opens later is closed."""
    configure(**HELD)

    async def main() -> None:
        with trio.move_on_after(3600) as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(chosen_create)
                await trio.testing.wait_all_tasks_blocked()
                scope.cancel()
        assert scope.cancelled_caught
        assert 0 == waiters()
        embedded.advance_clock(1)
        await counted("Operations", 0)
        await counted("SystemHandles", 0)
        configure()
        await end_all()

    async def chosen_create() -> None:
        await chosen(create_request())

    trio.run(main)


def test_an_answer_that_was_handed_out_survives_a_cancel(chosen: Any, configure: Configure) -> None:
    """Trio never cancels a task that goes on already: the handle would have no owner."""
    configure(**HELD)
    opened: list[Any] = []
    scope = trio.CancelScope()

    async def one() -> None:
        with scope:
            opened.append((await chosen(create_request())).opened)

    async def main() -> None:
        here = dispatcher.current()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(one)
            await trio.testing.wait_all_tasks_blocked()
            embedded.advance_clock(1)
            while not here._turn() and not trio.lowlevel.current_statistics().tasks_runnable:
                pass
            scope.cancel()
        assert 1 == len(opened)
        opened[0].close()
        configure()
        await end_all()

    trio.run(main)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Trio delivers what Python's own handler would, and what runs in the background of a shell begins without one."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_the_wait_of_the_main_task(chosen: Any, configure: Configure) -> None:
    """Control-C is delivered where the main task waits, and the run ends with nothing left."""
    configure(**HELD)

    async def main() -> None:
        trio.lowlevel.spawn_system_task(interrupt)
        await chosen(enumerate_request())

    async def interrupt() -> None:
        await trio.testing.wait_all_tasks_blocked()
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        trio.run(main)
    assert 0 == waiters()


@types.coroutine
def sent_by_name(waiter: Any) -> Generator[Any, Any, Any]:
    """Await as Python does from 3.12 on: what is sent goes to the method of that name."""
    sent = None
    while True:
        try:
            yielded = waiter.send(sent)
        except StopIteration as stop:
            return stop.value
        sent = yield yielded


def test_what_trio_sends_arrives_by_name_too(configure: Configure) -> None:
    """From Python 3.12 on there is no other way: the answer comes, and so does a cancellation."""

    async def main() -> None:
        assert b"[]" == (await sent_by_name(operation.commence(enumerate_request()))).document
        configure(**HELD)
        with trio.CancelScope() as scope:
            scope.cancel()
            await sent_by_name(operation.commence(enumerate_request()))
        assert scope.cancelled_caught

    trio.run(main)
    assert 0 == waiters()


def test_one_task_alone_awaits_an_operation(kind: str, configure: Configure) -> None:
    """Two would be resumed by one answer; the second one is told."""
    if kind != "pump":
        pytest.skip("trio's own wait is a coroutine, which Python itself refuses to a second task")
    configure(**HELD)
    answers = []

    async def wait(waiter: Any) -> None:
        try:
            answers.append((await waiter).document)
        except RuntimeError as refusal:
            answers.append(str(refusal))
            embedded.advance_clock(1)

    async def main() -> None:
        waiter = operation.commence(enumerate_request())
        async with trio.open_nursery() as nursery:
            nursery.start_soon(wait, waiter)
            await trio.testing.wait_all_tasks_blocked()
            nursery.start_soon(wait, waiter)

    trio.run(main)
    assert ["the operation is awaited already", b"[]"] == answers


def test_an_operation_that_nobody_awaits_any_more_goes_with_its_run(kind: str, configure: Configure) -> None:
    """What was commenced and dropped is held by the ticket alone, which ends with the run's queue."""
    if kind != "pump":
        pytest.skip("a coroutine that nobody awaits warns")
    configure(**HELD)

    async def main() -> None:
        operation.commence(enumerate_request())
        assert 1 == waiters()

    trio.run(main)
    assert 0 == waiters()


def test_more_answers_than_a_turn_takes_all_reach_their_tasks(chosen: Any, configure: Configure) -> None:
    """What a turn leaves is not told of again: it must be gone on with, or the rest would wait for ever."""
    configure(Workers=0)
    ended: list[bytes] = []

    async def one() -> None:
        ended.append((await chosen(enumerate_request())).document)

    async def main() -> None:
        with trio.fail_after(15):
            async with trio.open_nursery() as nursery:
                for _ in range(2 * TURN + 1):
                    nursery.start_soon(one)

    trio.run(main)
    assert [b"[]"] * (2 * TURN + 1) == ended


def test_a_dispatcher_that_gave_way_leaves_no_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that connects anew each hour would have one more task each time, which waits for a queue that is closed."""

    async def main() -> None:
        here = dispatcher.current()
        await trio.testing.wait_all_tasks_blocked()
        living = trio.lowlevel.current_statistics().tasks_living
        monkeypatch.setattr(dispatcher, "serves", lambda _: False)
        dispatcher.renew()
        await trio.testing.wait_all_tasks_blocked()
        assert (True, living - 1) == (here.is_closed, trio.lowlevel.current_statistics().tasks_living)

    trio.run(main)
