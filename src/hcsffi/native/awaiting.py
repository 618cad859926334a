"""What asyncio and trio await of an operation, made in C; awaiting.c tells the mechanism.

Where it cannot be made, which is in some subinterpreters, there is no pump, and ``delivery/dispatcher`` takes what the loop has.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, cast

from hcsffi.native import errand, library
from hcsffi.native.binding import ffi, lib
from hcsffi.native.completions import Completion, Jobs, owners

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hcsffi.native.completions import CompletionQueue, CompletionRow, Ended, Texts
    from hcsffi.native.handles import Handle


class Waiter(Protocol):
    """A started operation."""

    def __await__(self) -> Any:
        """Wait for the answer: the completion of a success, the row of anything else."""

    def give_up(self) -> Completion | CompletionRow | None:
        """The waiting coroutine has gone; the answer that nobody took."""


class Performed(Protocol):
    """A request whose waiter is awaited by its caller, with no coroutine in between.

    It is a tuple: the function's name, the handle it is about or ``None``, its texts, what it is about in words, its wishes.
    """

    def conclude(self, row: CompletionRow) -> Completion | Exception:
        """What to answer, or to raise, of a row that is no plain success."""

    def leave(self, answer: Completion | None) -> None:
        """Nobody waits for it any more; the answer that nobody took."""


class NativePump(Protocol):
    """Starts operations for one loop and resumes the tasks that await them."""

    @property
    def more(self) -> bool:
        """Whether records of the last turn are left."""

    def start(self, function: int, handle: int, texts: Texts, wishes: int, /) -> tuple[Waiter, Waiter]:
        """Start a function; twice what to await."""

    def perform(self, numbers: Mapping[str, int | None], request: Performed, /) -> Waiter | None:
        """Start a request's function, whose number is looked up; what to await for its completion, or for what is raised of its failure.

        ``None`` where the number is ``None``: nothing was started.
        """

    def send(self, errand: int, /) -> Waiter | None:
        """Let a thread run an errand; what to await, or ``None`` where nobody can."""

    def drain(self, whom: object, /) -> int:
        """Hand out the records of one turn; how many there were. ``resuming`` answers with ``whom`` meanwhile."""

    def close(self) -> None:
        """The queue is closed: no waiter is answered any more."""


_types: dict[str, Any] = {}


def is_offered() -> bool:
    """Whether this interpreter has the types."""
    if not _types:
        _types["Pump"] = None
        lib.hcsffi_awaiting_install(*(ffi.cast("void *", id(one)) for one in (_types, sys.modules)))
    return _types["Pump"] is not None


def resuming() -> Callable[[], Any]:
    """Where a pump is offered: the function that answers for whom a drain resumes a task of asyncio here and now, or ``None``."""
    return cast("Callable[[], Any]", _types["resuming"])


def jobs_of(numbers: Mapping[str, int], requests: Sequence[tuple[str, Handle | None, Texts, str, int]]) -> Jobs:
    """Many requests as the shim takes them, ``numbers`` being those of their functions; one at least."""
    if not is_offered():
        rows = [(numbers[one], 0 if handle is None else handle.number, texts, wishes) for one, handle, texts, _, wishes in requests]
        return Jobs.of(rows)
    functions, handles, texts, wishes, joined = _types["columns"](numbers, requests)
    return Jobs(memoryview(functions).cast("I"), memoryview(handles).cast("Q"), texts, wishes, joined)


class _NoLoop:
    """Whose future has ended before anybody could wait for it."""

    def get_debug(self) -> bool:
        """As a loop is asked."""
        return False


def _ended(asyncio: Any) -> object:
    """A future that has ended. It is of no loop: what a dispatcher holds must not keep its loop alive."""
    future = asyncio.Future(loop=_NoLoop())
    future.set_result(None)
    return future


def _made(queue: CompletionQueue, asked: tuple[object, ...], on_event: object, on_group: object, *rest: object, defers: bool) -> NativePump:
    loop, current_task, cancelled, over = asked
    made = _types["Pump"](
        int(ffi.cast("uintptr_t", queue.native)),
        int(ffi.cast("uintptr_t", queue.refusal)),
        loop,
        current_task,
        cancelled,
        Completion,
        over,
        queue.refused,
        queue.join_texts,
        owners,
        on_event,
        on_group,
        errand.take_at,
        defers,
        library.is_embedded(),  # it accepts in microseconds; nobody knows for the service's own library
        *rest,
    )
    queue.on_close(made.close)
    return cast("NativePump", made)


def pump(
    queue: CompletionQueue,
    loop: Callable[[], object],
    asyncio: Any,
    on_event: Callable[[int, int, bytes | None, int], None],
    on_group: Callable[[int, list[Ended], bool], None],
    *,
    defers: bool,
) -> NativePump:
    """Make the pump of one loop, where they are offered.

    Args:
        queue: the loop's; its ``close`` closes the pump, too.
        loop: answers with the loop as long as it lives.
        asyncio: the module.
        on_event: called by ``drain`` with ticket, kind, text and status of each event.
        on_group: called by ``drain`` with the ticket of each group and the members of its ``Answers``.
        defers: whether tasks are resumed by ``call_soon`` alone.
    """
    return _made(queue, (loop, asyncio.current_task, asyncio.CancelledError, _ended(asyncio)), on_event, on_group, defers=defers)


def pause_of(trio: Any) -> Callable[[object], object] | None:
    """What makes the object by which a task tells trio to wait; ``None`` where it cannot be made so."""
    lowlevel = trio.lowlevel

    def abort(_: object) -> object:
        return lowlevel.Abort.FAILED

    asked = lowlevel.wait_task_rescheduled(abort)
    told = asked.send(None)
    asked.close()
    try:
        made: Callable[[object], object] = type(told)
        return made if made(abort) == told else None
    except TypeError:
        return None


def trio_pump(
    queue: CompletionQueue,
    trio: Any,
    pause: Callable[[object], object],
    over: object,
    on_event: Callable[[int, int, bytes | None, int], None],
    on_group: Callable[[int, list[Ended], bool], None],
) -> NativePump:
    """Make the pump of one run of trio, where they are offered.

    Args:
        queue: the run's; its ``close`` closes the pump, too.
        trio: the module.
        pause: as ``pause_of`` tells.
        over: an outcome, of which nothing is asked.
        on_event: as for ``pump``.
        on_group: as for ``pump``.
    """
    lowlevel = trio.lowlevel
    asked = (lambda: None, lowlevel.current_task, trio.Cancelled, over)
    return _made(queue, asked, on_event, on_group, pause, lowlevel.reschedule, lowlevel.Abort.SUCCEEDED, defers=True)
