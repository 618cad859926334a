"""Work that a signal ends in the way a cancellation does: what was begun is undone before the program exits."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.cli.exit_code import FINE, INTERRUPTED
from hcsffi.compute import terminal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

_ENDING: Final = (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None))


def run_interruptible(work: Callable[[], Awaitable[int | None]]) -> int:
    """Run asynchronous work and return its exit code, or the one of an interruption.

    Args:
        work: what to do; it returns an exit code, or ``None`` for success.
    """
    return anyio.run(_run, work)


async def _run(work: Callable[[], Awaitable[int | None]]) -> int:
    code: list[int | None] = [INTERRUPTED]
    # The receiver outlives the tasks, so that a second signal cannot break the cleaning up.
    with terminal.signals(*_ENDING) as received:
        async with anyio.create_task_group() as group:
            group.start_soon(_cancel_on_signal, received, group.cancel_scope)
            code[0] = await work()
            group.cancel_scope.cancel()
    return FINE if code[0] is None else code[0]


async def _cancel_on_signal(received: AsyncIterator[signal.Signals] | None, scope: anyio.CancelScope) -> None:
    if received is not None:
        await received.__anext__()
        scope.cancel()
