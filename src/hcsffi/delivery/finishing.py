"""Calls that are made to their end although their caller is cancelled.

A cancel scope of anyio can be shielded against. ``asyncio.Task.cancel``, which ``asyncio.timeout``, ``asyncio.wait_for`` and
``asyncio.TaskGroup`` use, heeds no shield: it ends whatever its task awaits. So the call is made by a task of its own, which nobody else
knows, and the caller waits for that one. Only an event loop that is closed cancels these tasks, too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

import anyio
from anyio import lowlevel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_Made = TypeVar("_Made")


class _Making(Generic[_Made]):
    """A call that is made by a task of its own, and what came of it."""

    def __init__(self, call: Callable[[], Awaitable[_Made]]) -> None:
        self.scope = anyio.CancelScope(shield=True)
        self.ended = anyio.Event()
        self.made: list[_Made] = []
        self.failed: list[BaseException] = []
        self._call = call

    async def run(self) -> None:
        with self.scope:
            try:
                self.made.append(await self._call())
            except anyio.get_cancelled_exc_class():
                raise
            except BaseException as error:  # noqa: BLE001 - raised by `result`, where no group is put around it
                self.failed.append(error)
        self.ended.set()

    def result(self) -> _Made:
        if self.failed:
            raise self.failed.pop()  # out of what the frames of its own traceback hold, which would keep it and what it holds
        if not self.made:
            raise anyio.get_cancelled_exc_class()  # the task was cancelled, with all those of its event loop
        return self.made.pop()


async def to_its_end(
    call: Callable[[], Awaitable[_Made]],
    *,
    undo: Callable[[_Made], Awaitable[object]] | None = None,
    on_cancel: Callable[[anyio.CancelScope], object] | None = None,
) -> _Made:
    """Await a call to its end, whatever happens to the caller meanwhile.

    Args:
        call: what is awaited.
        undo: takes away what the call has returned, where the caller is cancelled and so never sees it; it, too, is awaited to its end.
        on_cancel: called when the caller is cancelled, with the scope in which the call is made: it may give it a deadline, or cancel it.

    Raises:
        BaseException: what the call raises.

    Cancellation:
        Raised before the call begins or when it has ended. Without ``on_cancel`` a scope's cancellation is not noticed here: what has been
        made is returned, and the next thing awaited raises.
    """
    if on_cancel is not None:
        await lowlevel.checkpoint_if_cancelled()
    making = _Making(call)
    try:
        with anyio.CancelScope(shield=on_cancel is None):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(making.run)
                try:
                    await making.ended.wait()
                except BaseException:
                    if on_cancel is not None:
                        on_cancel(making.scope)
                    raise
    except BaseException:
        making.failed.clear()
        if undo is not None and making.made:
            await to_its_end(partial(undo, making.made.pop()))
        raise
    return making.result()
