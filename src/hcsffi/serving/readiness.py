"""A function that is called whenever a descriptor is readable: by the loop itself where it does that, else by a task that waits.

To wait anew for every message costs a loop two system calls and a task's turn, which is a good part of what a short call costs a service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from hcsffi.delivery import dispatcher
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable

    from anyio.abc import TaskGroup


class Readiness(Uncopyable):
    """One descriptor, which stays open as long as it is watched.

    Args:
        tasks: where the task is begun, if it takes one.
        descriptor: what becomes readable.
        take: called then, also when there is nothing after all; raises nothing.
    """

    def __init__(self, tasks: TaskGroup, descriptor: int, take: Callable[[], None]) -> None:
        self._tasks = tasks
        self._descriptor = descriptor
        self._take = take
        self._stop: Callable[[], object] | None = None

    def start(self) -> None:
        """Begin to watch, unless it is watched."""
        if self._stop is None:
            self._stop = dispatcher.call_when_readable(self._descriptor, self._take) or self._begin_task()

    def stop(self) -> None:
        """Watch no more. Safe twice."""
        stop, self._stop = self._stop, None
        if stop is not None:
            stop()

    def _begin_task(self) -> Callable[[], object]:
        scope = anyio.CancelScope()
        self._tasks.start_soon(self._wait, scope)
        return scope.cancel

    async def _wait(self, scope: anyio.CancelScope) -> None:
        with scope:
            while not scope.cancel_called:
                await anyio.wait_readable(self._descriptor)
                self._take()
