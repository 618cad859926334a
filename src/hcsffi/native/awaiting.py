"""What asyncio awaits of an operation, made in C; awaiting.c tells the mechanism.

Where it cannot be made, which is in some subinterpreters, there is no pump, and ``delivery/dispatcher`` takes futures.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, cast

from hcsffi.native import errand, library
from hcsffi.native.binding import ffi, lib
from hcsffi.native.completions import Completion, owners

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.native.completions import CompletionQueue, CompletionRow, Texts


class Waiter(Protocol):
    """A started operation."""

    def __await__(self) -> Any:
        """Wait for the answer: the completion of a success, the row of anything else."""

    def give_up(self) -> Completion | CompletionRow | None:
        """The waiting coroutine has gone; the answer that nobody took."""


class Performed(Protocol):
    """A request whose waiter is awaited by its caller, with no coroutine in between."""

    def conclude(self, row: CompletionRow) -> Completion | Exception:
        """What to answer, or to raise, of a row that is no plain success."""

    def leave(self, answer: Completion | None) -> None:
        """Nobody waits for it any more; the answer that nobody took."""


class NativePump(Protocol):
    """Starts operations for one asyncio loop and resumes the tasks that await them."""

    @property
    def more(self) -> bool:
        """Whether records of the last turn are left."""

    def start(self, function: int, handle: int, texts: Texts, wishes: int, /) -> tuple[Waiter, Waiter]:
        """Start a function; twice what to await."""

    def perform(self, function: int, handle: int, texts: Texts, wishes: int, request: Performed, /) -> Waiter:
        """Start a request's function; what to await for its completion, or for what is raised of its failure."""

    def send(self, errand: int, /) -> Waiter | None:
        """Let a thread run an errand; what to await, or ``None`` where nobody can."""

    def drain(self) -> int:
        """Hand out the records of one turn; how many there were."""

    def close(self) -> None:
        """The queue is closed: no waiter is answered any more."""


_types: dict[str, Any] = {}


def is_offered() -> bool:
    """Whether this interpreter has the types."""
    if not _types:
        _types["Pump"] = None
        lib.hcsffi_awaiting_install(*(ffi.cast("void *", id(one)) for one in (_types, sys.modules)))
    return _types["Pump"] is not None


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


def pump(
    queue: CompletionQueue,
    loop: Callable[[], object],
    asyncio: Any,
    on_event: Callable[[int, int, bytes | None, int], None],
    on_group: Callable[[int, list[CompletionRow | Completion]], None],
    *,
    defers: bool,
) -> NativePump:
    """Make the pump of one loop, where they are offered.

    Args:
        queue: the loop's; its ``close`` closes the pump, too.
        loop: answers with the loop as long as it lives.
        asyncio: the module.
        on_event: called by ``drain`` with ticket, kind, text and status of each event.
        on_group: called by ``drain`` with ticket and answers of each group.
        defers: whether tasks are resumed by ``call_soon`` alone.
    """
    made = _types["Pump"](
        int(ffi.cast("uintptr_t", queue.native)),
        int(ffi.cast("uintptr_t", queue.refusal)),
        loop,
        asyncio.current_task,
        asyncio.CancelledError,
        Completion,
        _ended(asyncio),
        queue.refused,
        queue.join_texts,
        owners,
        on_event,
        on_group,
        errand.take_at,
        defers,
        library.is_embedded(),  # it accepts in microseconds; nobody knows for the service's own library
    )
    queue.on_close(made.close)
    return cast("NativePump", made)
