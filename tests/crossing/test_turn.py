"""A burst of completions reaches its waiters in order, in turns that leave the loop to others, and wakes it at most once a batch."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import embedded
from hcsffi.delivery import dispatcher, operation
from hcsffi.native import calls, completions, library
from hcsffi.native.binding import ffi, lib
from hcsffi.native.completions import TURN, Answers, CompletionQueue, Jobs

from submissions import create_request, end, enumerate_request, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio
BURST = 5000


async def test_a_burst_leaves_the_loop_to_others_between_turns(configure: Configure, anyio_backend_name: str) -> None:
    """50,000 completions handed out at once stalled a prototype's loop for 90 ms."""
    configure(ManualClock=True, DelayMinUs=1000)
    here = dispatcher.current()
    taken: list[int] = []
    drain = here.queue.drain

    def counting() -> Iterable[tuple[int, Any]]:
        records = list(drain())
        taken.append(len(records))
        return records

    here.queue.drain = counting  # type: ignore[method-assign]  # looking behind the door
    if isinstance(here, (dispatcher.PumpDispatcher, dispatcher.TrioPumpDispatcher)):
        pump = here._drain

        def counting_natively(whom: object) -> int:
            taken.append(0)  # it resumes the tasks that it counts
            taken[-1] = pump(whom)
            return taken[-1]

        here._drain = counting_natively
    seen_by_other: set[int] = set()

    async def other() -> None:
        while sum(taken) < BURST:
            seen_by_other.add(len([count for count in taken if count]))
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as tasks:
        for _ in range(BURST):
            tasks.start_soon(operation.perform, enumerate_request())
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(other)
        embedded.advance_clock(1)
    turns = len([count for count in taken if count])
    assert BURST == sum(taken)
    assert 1024 >= max(taken)
    # trio runs the tasks of one pass in any order, so two turns can fall between two looks.
    between = 2 if anyio_backend_name == "trio" else 1
    looks = sorted(seen_by_other | {0, turns})
    assert between >= max(later - earlier for earlier, later in itertools.pairwise(looks))


async def test_answers_that_come_during_a_burst_add_no_turn_to_a_pass(configure: Configure, anyio_backend_name: str) -> None:
    """Who is resumed asks again, and wakes the loop while it has more to hand out: both in one pass would be twice the limit."""
    configure(Workers=0)
    ended: list[int] = []

    async def one(number: int) -> None:
        for _ in range(3):
            await operation.perform(enumerate_request())
            ended.append(number)

    looks: list[int] = []

    async def other() -> None:
        while len(ended) < 3 * BURST:
            looks.append(len(ended))
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other)
        for number in range(BURST):
            tasks.start_soon(one, number)
    # As above; and what wakes the proactor is no call of the pass.
    between = 2 if anyio_backend_name == "trio" or sys.platform == "win32" else 1
    assert between * TURN >= max(later - earlier for earlier, later in itertools.pairwise([*looks, 3 * BURST]))


@pytest.mark.skipif(sys.platform == "win32", reason="loops there watch sockets alone, and the proactor nothing")
async def test_a_loop_calls_by_itself_where_it_can(anyio_backend_name: str) -> None:
    """Where it cannot, somebody has to wait: the caller is told so."""
    reading, writing = os.pipe()
    came: list[bytes] = []
    stop = dispatcher.call_when_readable(reading, lambda: came.append(os.read(reading, 10)))
    assert (stop is None) == (anyio_backend_name == "trio")
    if stop is not None:
        os.write(writing, b"one")
        await until(lambda: came == [b"one"])
        stop()
        os.write(writing, b"two")
        await anyio.wait_all_tasks_blocked()
        assert [b"one"] == came
    os.close(reading)
    os.close(writing)


async def test_a_loop_that_watches_nothing_is_not_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows' proactor raises where it is."""
    monkeypatch.setattr(dispatcher, "_has_readers", lambda _: False)
    assert dispatcher.call_when_readable(0, lambda: None) is None


async def test_a_loop_gets_a_dispatcher_for_what_answers_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that serves what answers stays; the other is closed, and the next call has a new one."""
    here = dispatcher.current()
    dispatcher.renew()
    assert dispatcher.current() is here
    with monkeypatch.context() as other:
        other.setattr(dispatcher, "serves", lambda _: False)
        dispatcher.renew()
    assert here.is_closed
    await operation.perform(enumerate_request())
    assert dispatcher.current() is not here


async def test_answers_of_one_thread_arrive_in_the_order_they_were_given(configure: Configure) -> None:
    """The native list is newest first; whoever reads it must turn it round."""
    configure(Workers=0)
    order: list[int] = []

    async def one(number: int) -> None:
        await operation.perform(enumerate_request())
        order.append(number)

    async with anyio.create_task_group() as tasks:
        for number in range(100):
            tasks.start_soon(one, number)
            await anyio.lowlevel.checkpoint() if number % 10 == 0 else None
    assert sorted(order) == list(range(100))


def test_records_leave_the_queue_oldest_first(configure: Configure) -> None:
    """As above, without a loop's scheduling in between."""
    library.load()
    configure(Workers=0)
    queue = CompletionQueue(lambda *_: None)
    number = library.functions()["HcsEnumerateComputeSystems"].number
    for ticket in range(3 * TURN):
        queue.submit(ticket, number, 0, (None,))
    for turn in range(3):
        assert list(range(turn * TURN, (turn + 1) * TURN)) == [ticket for ticket, _ in queue.drain()]
        assert queue.more == (turn < 2)
    assert [] == list(queue.drain())
    queue.close()


def test_the_answers_of_a_group_are_freed_once_they_were_read(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fleet that is asked each second would take the memory of its machine in days."""
    library.load()
    configure(Workers=0)
    queue = CompletionQueue(lambda *_: None)
    number = library.functions()["HcsEnumerateComputeSystems"].number
    queue.submit_many(1, Jobs.of([(number, 0, (None,), 0)] * 3))
    freed: list[Any] = []

    class Watched:
        """The shim, with who frees a batch."""

        def __getattr__(self, name: str) -> Any:
            return getattr(lib, name)

        def hcsffi_batch_close(self, batch: Any) -> None:
            freed.append(batch)
            lib.hcsffi_batch_close(batch)

    monkeypatch.setattr(completions, "lib", Watched())
    ((ticket, answers),) = queue.drain()
    assert isinstance(answers, Answers)
    assert (1, 3, 1) == (ticket, len(answers.each), len(freed))
    monkeypatch.undo()
    queue.close()


def test_a_queue_is_woken_once_for_a_whole_batch(configure: Configure) -> None:
    """One system call a batch, not one a completion."""
    library.load()
    configure(Workers=0)
    queue = CompletionQueue(lambda *_: None)
    number = library.functions()["HcsEnumerateComputeSystems"].number
    for ticket in range(10):
        queue.submit(ticket, number, 0, (None,))
    tokens = int.from_bytes(os.read(queue.fileno(), 8), "little")
    assert 1 == tokens
    assert 10 == len(list(queue.drain()))
    queue.close()


def test_a_second_thread_gets_nothing_while_one_drains() -> None:
    """Two loops on one list would steal each other's answers."""
    library.load()
    queue = lib.hcsffi_queue_open(-1, -1)
    batch = lib.hcsffi_batch_open(4)
    assert 0 == lib.hcsffi_drain(queue, batch, 4)
    lib.hcsffi_queue_close(queue)
    lib.hcsffi_batch_close(batch)


async def test_a_group_answers_in_the_order_of_its_requests() -> None:
    """Each request gets its own answer, failures as exceptions in their place."""
    requests = [create_request(), enumerate_request(), enumerate_request(b"{"), create_request()]
    first, second, third, fourth = await operation.perform_many(requests)
    assert isinstance(first, operation.Completion)
    assert isinstance(second, operation.Completion)
    assert isinstance(fourth, operation.Completion)
    assert 0x8037010D == third.hresult  # type: ignore[union-attr]  # HCS_E_INVALID_JSON, behaviour B-2
    for made in (first, fourth):
        await end(made.opened)  # type: ignore[arg-type]  # creating opens a system


async def test_an_empty_group_is_answered_at_once() -> None:
    """Nothing asked, nothing called."""
    assert [] == await operation.perform_many([])


def test_an_answer_that_grows_the_arena_is_whole() -> None:
    """A document beyond the first 64 KiB makes the batch's memory move."""
    library.load()
    text = ffi.new("uint16_t[]", [0x20AC] * 100_000 + [0])
    length = ffi.new("uint32_t *")
    narrow = lib.hcsffi_text_narrow(text, length)
    assert "€" * 100_000 == ffi.buffer(narrow, length[0])[:].decode()
    lib.hcsffi_text_drop(narrow)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([0xD800], "�"),
        ([0xDC00, 0x41], "�A"),
        ([0xD83E, 0xDDCA], "🧊"),
        ([0xD83E, 0xD83E, 0xDDCA], "�🧊"),
        ([0x7FF, 0x800, 0xFFFF], "\u07ff\u0800\uffff"),
        ([], ""),
    ],
)
def test_a_lone_surrogate_in_an_answer_becomes_the_replacement_character(units: list[int], expected: str) -> None:
    """An answer must not be lost to one bad unit, and must be valid UTF-8 for every JSON reader."""
    length = ffi.new("uint32_t *")
    narrow = lib.hcsffi_text_narrow(ffi.new("uint16_t[]", [*units, 0]), length)
    assert expected == ffi.buffer(narrow, length[0])[:].decode()
    lib.hcsffi_text_drop(narrow)


def test_a_call_without_a_loop_says_what_is_missing() -> None:
    """The most common first mistake."""
    assert calls.invoke("hcsffi_counters").outcome.succeeded
    with pytest.raises(RuntimeError, match="need a running event loop"):
        dispatcher.current()
