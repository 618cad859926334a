"""What asyncio awaits of an operation: no future, and yet all that a task, a cancel, a debugger and the collector expect of one."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import itertools
import logging
import selectors
import sys
import traceback
import weakref
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import HcsError, embedded
from hcsffi.delivery import dispatcher, operation
from hcsffi.native import awaiting
from hcsffi.native.text import UnusableText

from submissions import counted, create_request, end_all, enumerate_request

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    Configure = Callable[..., None]

HELD = {"ManualClock": True, "DelayMinUs": 1000}
FEW = 8
"""So many answers are handed out before the loop has another pass, if it has nothing else to do."""
READERS = pytest.mark.skipif(sys.platform == "win32", reason="the proactor resumes nobody itself")
FAILING = {"Faults": [{"Function": "HcsEnumerateComputeSystems", "HResult": "0x80070005"}]}


def new_loop(kind: str) -> asyncio.AbstractEventLoop:
    """A loop of asyncio's own or of uvloop."""
    if kind == "uvloop":
        return pytest.importorskip("uvloop").new_event_loop()  # type: ignore[no-any-return]  # uvloop is imported where there is one
    return asyncio.new_event_loop()


@pytest.fixture(params=["asyncio", "uvloop"])
def loop(request: pytest.FixtureRequest) -> Any:
    """A loop that is shut down as asyncio.run does it."""
    made = new_loop(request.param)
    yield made
    if not made.is_closed():
        made.run_until_complete(made.shutdown_asyncgens())
        made.close()


@pytest.fixture(params=["pump", "futures"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With waiters made in C, and with futures, as where C's cannot be had."""
    if request.param == "futures":
        monkeypatch.setattr(awaiting, "is_offered", lambda: False)
    return str(request.param)


@pytest.fixture(autouse=True, params=["perform", "commence"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the coroutine that performs any request, and without one, as the calls of systems and processes do."""
    monkeypatch.setattr(sys.modules[__name__], "chosen", getattr(operation, request.param))
    return str(request.param)


chosen: Callable[[operation.Request], Awaitable[operation.Completion]] = operation.perform


async def ask() -> bytes:
    """One operation."""
    return (await chosen(enumerate_request())).document


async def create() -> None:
    """One that opens a handle."""
    await chosen(create_request())


def waiters() -> int:
    """How many live in this process."""
    gc.collect()
    return sum(type(one).__name__ == "Waiter" for one in gc.get_objects())


@pytest.mark.skipif(sys.platform == "win32", reason="the proactor is woken through a socket, which takes passes of its own")
def test_what_has_come_is_handed_out_in_the_pass_that_tells_of_it(
    loop: asyncio.AbstractEventLoop, either_way: str, configure: Configure
) -> None:
    """A turn that is put off costs every answer a pass, and the passes of a busy loop are long."""
    configure(Workers=0)
    passes = 0

    def count() -> None:
        nonlocal passes
        passes += 1
        loop.call_soon(count)

    async def ask_once() -> int:
        await ask()  # now the loop has its dispatcher
        count()
        before = passes
        await ask()
        return passes - before

    # A future wakes its task in the pass after its own; uvloop begins its passes with what is readable, so it has one less.
    assert loop.run_until_complete(ask_once()) == (2 if either_way == "futures" and isinstance(loop, asyncio.BaseEventLoop) else 1)


class Looks(selectors.DefaultSelector):
    """Counts how often a loop asks the kernel, which it does once in each pass."""

    count = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Ask it."""
        self.count += 1
        return super().select(timeout)


@pytest.fixture
def looks() -> Looks:
    """Of the counted loop."""
    return Looks()


@pytest.fixture
def counted_loop(looks: Looks) -> Any:
    """A loop of asyncio's whose passes are counted."""
    made = asyncio.SelectorEventLoop(looks)
    yield made
    made.run_until_complete(made.shutdown_asyncgens())
    made.close()


@READERS
def test_a_task_that_is_answered_at_once_takes_few_passes_and_leaves_some_to_others(
    counted_loop: asyncio.AbstractEventLoop, looks: Looks, configure: Configure
) -> None:
    """In each pass a loop gives the GIL up, which a thread that computes keeps for 5 ms; yet nobody has the loop for himself."""
    configure(Workers=0)

    async def ask_often() -> int:
        await ask()  # now the loop has its dispatcher
        before = looks.count
        for _ in range(20 * FEW):
            await ask()
        return looks.count - before

    assert 20 <= counted_loop.run_until_complete(ask_often()) <= 22


@READERS
def test_whatever_else_the_loop_has_to_do_comes_between_two_answers(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """Among it are the cancellations that scopes leave to the loop."""
    configure(Workers=0)
    ended = 0
    seen: list[int] = []

    def look() -> None:
        seen.append(ended)
        loop.call_soon(look)

    async def ask_often() -> None:
        nonlocal ended
        await ask()
        look()
        for _ in range(30):
            await ask()
            ended += 1

    loop.run_until_complete(ask_often())
    assert {0, 1} >= {later - earlier for earlier, later in itertools.pairwise(seen)}


@READERS
def test_a_task_that_cancels_its_own_scope_is_told_at_its_next_wait(counted_loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """Wherever in a turn it is: no answer comes first; uvloop looks first at what is readable."""
    configure(Workers=0)

    async def cancelled_after(answers: int) -> int:
        ended = 0
        with anyio.CancelScope() as scope:
            for _ in range(2 * FEW):
                if ended == answers:
                    scope.cancel()
                await ask()
                ended += 1
        return ended

    async def main() -> list[int]:
        return [await cancelled_after(answers) for answers in range(FEW + 1)]

    assert list(range(FEW + 1)) == counted_loop.run_until_complete(main())


def test_both_ways_bring_the_same_answers(loop: asyncio.AbstractEventLoop, either_way: str, configure: Configure) -> None:
    """Whoever reads an answer does not see by which way it came."""

    async def main() -> list[bytes]:
        assert (type(dispatcher.current()) is dispatcher.PumpDispatcher) == (either_way == "pump")
        return await asyncio.gather(*(ask() for _ in range(3)))

    assert loop.run_until_complete(main()) == [b"[]"] * 3
    configure(**FAILING)
    with pytest.raises(HcsError, match="E_ACCESSDENIED"):
        loop.run_until_complete(ask())


def test_a_cancel_keeps_its_message_and_drops_the_operation(loop: asyncio.AbstractEventLoop, either_way: str, configure: Configure) -> None:
    """Anyio knows its own cancels by their message."""
    configure(**HELD)

    async def whose_cancel_it_is() -> tuple[object, ...]:
        with pytest.raises(asyncio.CancelledError) as caught:  # here: Python 3.10 tells no message to who awaits the task
            await ask()
        return caught.value.args

    async def main() -> tuple[object, ...]:
        task = asyncio.ensure_future(whose_cancel_it_is())
        await asyncio.sleep(0)
        assert task.cancel("for a reason")
        return await task

    assert loop.run_until_complete(main()) == ("for a reason",)
    assert either_way == "futures" or waiters() == 0


@pytest.mark.usefixtures("either_way")
def test_the_answers_of_many_are_whole_on_both_ways(loop: asyncio.AbstractEventLoop) -> None:
    """They come as one text, which is cut where each ends."""

    async def main() -> list[object]:
        answers = await operation.perform_many([enumerate_request(b'{"Owners": ["nobody"]}') for _ in range(3)])
        return [one.document for one in answers if isinstance(one, operation.Completion)]

    assert [b"[]"] * 3 == loop.run_until_complete(main())


@pytest.mark.usefixtures("either_way")
def test_a_cancel_reaches_the_library(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """It would go on with what nobody waits for, for as long as that takes: here for ever, since its clock stands still."""
    configure(**HELD)

    async def main() -> None:
        task = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        await counted("Operations", 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await counted("Operations", 0)

    loop.run_until_complete(main())


def test_a_task_that_ends_the_loop_leaves_the_rest_of_its_batch_to_whoever_runs_the_loop_again(
    loop: asyncio.AbstractEventLoop, configure: Configure
) -> None:
    """An interrupt passes through the task that is resumed; the answers behind it must neither be lost nor wait for another wake."""
    configure(Workers=0)
    ended: list[int] = []

    async def one(number: int) -> None:
        await ask()
        ended.append(number)
        if number in {2, 1500}:  # in the first turn, and in a later one of the series
            raise KeyboardInterrupt

    async def main(count: int) -> None:
        dispatcher.current()
        tasks = [asyncio.ensure_future(one(number)) for number in range(count)]
        await asyncio.wait(tasks)
        for task in tasks:
            task.exception()

    whole = loop.create_task(main(2500))
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            loop.run_until_complete(whole)
    loop.run_until_complete(whole)
    assert ended == list(range(2500))


def test_a_drain_inside_a_task_resumes_the_others_later(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """No task can be stepped while another one is: asyncio would call it an error."""
    configure(Workers=0)
    told: list[str] = []

    async def other() -> None:
        await ask()
        told.append("other")

    async def main() -> None:
        task = asyncio.ensure_future(other())
        await asyncio.sleep(0)
        dispatcher.current()._turn()
        told.append("drained")
        await task

    loop.run_until_complete(main())
    assert told == ["drained", "other"]


def test_a_resumed_task_has_its_own_context(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """What one task sets must not be seen by another that the same drain resumes, nor by the reader of the loop."""
    configure(Workers=0)
    here: contextvars.ContextVar[int] = contextvars.ContextVar("here", default=-1)

    async def one(number: int) -> tuple[int, int]:
        here.set(number)
        await ask()
        seen = here.get()
        here.set(number + 100)
        await ask()
        return seen, here.get()

    async def main() -> list[tuple[int, int]]:
        return await asyncio.gather(*(one(number) for number in range(20)))

    assert loop.run_until_complete(main()) == [(number, number + 100) for number in range(20)]


def test_the_loop_may_end_inside_a_resumed_task(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """The shutdown of a loop closes the queue, in the midst of the drain that resumed whoever shuts it down."""
    configure(Workers=0)

    async def one(number: int) -> None:
        await ask()
        if number == 0:
            dispatcher.current().close()

    async def main() -> None:
        tasks = [asyncio.ensure_future(one(number)) for number in range(10)]
        await tasks[0]
        for task in tasks[1:]:
            task.cancel()
        await asyncio.wait(tasks)

    loop.run_until_complete(main())
    assert waiters() == 0


@pytest.mark.parametrize("kind", ["asyncio", "uvloop"])
def test_a_loop_that_ends_with_operations_in_flight_keeps_no_task_alive(kind: str, configure: Configure) -> None:
    """Task, coroutine, waiter and callback hold each other: the collector has to see all of it."""
    configure(**HELD)
    made = new_loop(kind)

    async def main() -> list[weakref.ref[asyncio.Future[bytes]]]:
        tasks = [asyncio.ensure_future(ask()) for _ in range(5)]
        await asyncio.sleep(0)
        for task in tasks:
            task._log_destroy_pending = False  # type: ignore[attr-defined]  # that it never ends is meant
        return [weakref.ref(task) for task in tasks]

    tasks = made.run_until_complete(main())
    assert waiters() == 5
    made.run_until_complete(made.shutdown_asyncgens())
    made.close()
    del made
    assert waiters() == 0
    assert [task() for task in tasks] == [None] * 5
    embedded.advance_clock(1)  # late words meet nobody


def test_an_operation_that_is_given_up_before_its_loop_runs_on_is_dropped(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """A coroutine may be closed at any time, by the collector too."""
    configure(**HELD)

    async def main() -> None:
        coroutine = ask()
        coroutine.send(None)
        coroutine.close()

    loop.run_until_complete(main())
    assert waiters() == 0


def test_who_drives_a_coroutine_by_hand_is_told_that_a_task_is_needed(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """As a future says it; going round in silence would be worse."""
    configure(**HELD)

    async def main() -> None:
        coroutine = ask()
        coroutine.send(None)
        with pytest.raises(RuntimeError, match="by no task of asyncio"):
            coroutine.send(None)

    loop.run_until_complete(main())


def test_a_failure_names_the_frames_that_awaited_it(loop: asyncio.AbstractEventLoop, way: str, configure: Configure) -> None:
    """Nothing in between: no future and no drain stand in the trace."""
    configure(**FAILING)

    async def whose_call_it_is() -> None:
        await ask()

    with pytest.raises(HcsError) as caught:
        loop.run_until_complete(loop.create_task(whose_call_it_is()))
    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert (
        names[-4:] == ["whose_call_it_is", "ask", "perform", "perform"]
        or names[-3:] == ["whose_call_it_is", "ask", "perform"]
        or (way == "commence" and names[-2:] == ["whose_call_it_is", "ask"])
    )


def test_a_waiting_task_shows_where_it_waits(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """That is what a debugger prints of a program that hangs."""
    configure(**HELD)

    async def main() -> tuple[list[str], str]:
        task = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        frames, shown = [frame.f_code.co_name for frame in task.get_stack()], repr(task)
        task.cancel()
        await asyncio.wait([task])
        return frames, shown

    frames, shown = loop.run_until_complete(main())
    assert frames == ["ask"]
    assert "wait_for=<hcsffi.native.awaiting.Waiter" in shown


def test_nothing_is_said_in_debug_mode(loop: asyncio.AbstractEventLoop, configure: Configure, caplog: pytest.LogCaptureFixture) -> None:
    """Asyncio then looks at every callback, thread and coroutine."""
    configure(Workers=2)
    loop.set_debug(True)
    loop.slow_callback_duration = 60

    async def main() -> None:
        await asyncio.gather(*(ask() for _ in range(50)))

    loop.run_until_complete(main())
    assert [record.getMessage() for record in caplog.records if record.name == "asyncio" and record.levelname != "DEBUG"] == []


@pytest.mark.parametrize(
    ("own", "of_root", "told"),
    [
        (logging.DEBUG, logging.WARNING, 1),
        (logging.NOTSET, logging.DEBUG, 1),
        (logging.INFO, logging.DEBUG, 0),
        (logging.NOTSET, logging.INFO, 0),
    ],
)
def test_a_call_is_told_to_who_listens(
    loop: asyncio.AbstractEventLoop, own: int, of_root: int, told: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Its own level decides, or that of the root where it has none; and where a program silences all, nobody listens."""
    caplog.set_level(of_root)
    caplog.set_level(own, logger="hcsffi")  # the second decides what is kept
    loop.run_until_complete(ask())
    assert told == len([one for one in caplog.records if one.name == "hcsffi" and "HcsEnumerateComputeSystems" in one.getMessage()])
    caplog.clear()
    logging.disable(logging.DEBUG)
    try:
        loop.run_until_complete(ask())
    finally:
        logging.disable(logging.NOTSET)
    assert not [one for one in caplog.records if one.name == "hcsffi"]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="tasks are eager from Python 3.12 on")
def test_eager_tasks_await_it(configure: Configure) -> None:
    """They begin inside the call that makes them."""
    configure(Workers=2)

    async def main() -> list[bytes]:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined]  # see the skip
        return await asyncio.gather(*(ask() for _ in range(50)))

    assert asyncio.run(main()) == [b"[]"] * 50


def test_a_task_written_in_python_awaits_it(configure: Configure) -> None:
    """Other loops and debuggers bring their own."""
    configure(Workers=2)

    async def main() -> list[bytes]:
        def python_task(loop: asyncio.AbstractEventLoop, coroutine: Coroutine[Any, Any, Any], **options: Any) -> Any:
            return asyncio.tasks._PyTask(coroutine, loop=loop, **options)  # type: ignore[attr-defined]  # asyncio has no public one

        asyncio.get_running_loop().set_task_factory(python_task)  # type: ignore[arg-type]  # typeshed wants more options
        whole = asyncio.ensure_future(ask())
        cancelled = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        return [await whole]

    assert asyncio.run(main()) == [b"[]"]


@pytest.mark.parametrize("answer", [{}, {"Faults": [{"Function": "HcsCreateComputeSystem", "HResult": "0x80070005"}]}])
def test_an_answer_that_comes_before_a_cancel_and_is_not_taken_is_given_back(
    answer: dict[str, object], configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    """`Task.cancel` throws even where what is awaited has its answer already, which may own a handle; that nobody waited is told once."""
    configure(Workers=0, **answer)

    async def cancel_late() -> None:
        task = asyncio.ensure_future(create())
        await asyncio.sleep(0)
        dispatcher.current()._turn()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await counted("SystemHandles", 0)
        configure()
        await end_all()

    anyio.run(cancel_late)
    told = [record.getMessage() for record in caplog.records if record.name == "hcsffi"]
    assert ["given up by its caller" in one for one in told] == [True]


@pytest.mark.parametrize("by", ["a cancel", "a close"])
def test_whoever_gives_up_is_told_of_once(
    loop: asyncio.AbstractEventLoop, by: str, configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    """By a cancel, and by a coroutine that is closed: what the service does then may surprise who reads its logs."""
    configure(**HELD)

    async def main() -> None:
        if by == "a close":
            coroutine = ask()
            coroutine.send(None)
            coroutine.close()
            return
        task = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    loop.run_until_complete(main())
    told = [record.getMessage() for record in caplog.records if record.name == "hcsffi"]
    assert [one.startswith("HcsEnumerateComputeSystems for") and "given up by its caller" in one for one in told] == [True]
    assert waiters() == 0


def test_a_request_whose_code_is_no_plain_success_is_answered_all_the_same(loop: asyncio.AbstractEventLoop, configure: Configure) -> None:
    """Codes below the failures carry a document, too."""
    configure(Faults=[{"Function": "HcsEnumerateComputeSystems", "HResult": "0x00000001"}])
    assert isinstance(loop.run_until_complete(ask()), bytes)


def test_a_request_that_cannot_cross_starts_nothing(loop: asyncio.AbstractEventLoop) -> None:
    """The error comes from the call, or from awaiting it: nothing was called, and nothing is left."""

    async def main() -> None:
        with pytest.raises(UnusableText):
            await chosen(enumerate_request(b"\xff\xfe"))

    loop.run_until_complete(main())
    assert waiters() == 0
