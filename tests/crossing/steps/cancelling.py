"""Cancelling a journey at its first checkpoint, its second, its third, until it gets through.

A cancel scope ends it, and on asyncio ``Task.cancel`` as well, which heeds no shield.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    Journey = Callable[[], Awaitable[None]]

MANY = 400
"""More checkpoints than any journey here has."""


class CancelAt:
    """Awaits something and cancels it when it suspends for the n-th time."""

    def __init__(self, journey: Awaitable[None], cancel: Callable[[], object], number: int) -> None:
        self._journey = journey
        self._cancel = cancel
        self._left = number

    def __await__(self) -> Generator[Any, Any, None]:
        steps = self._journey.__await__()
        answer: Any = None
        failure: BaseException | None = None
        while True:
            try:
                waited = steps.send(answer) if failure is None else steps.throw(failure)
            except StopIteration:
                return
            self._left -= 1
            if self._left == 0:
                self._cancel()
            answer, failure = None, None
            try:
                answer = yield waited
            except BaseException as error:  # noqa: BLE001 - thrown into the journey, whose business it is
                failure = error


async def by_scope(journey: Journey, number: int) -> bool:
    """Run the journey, ended by a cancel scope at its n-th suspension; whether it was."""
    with anyio.CancelScope() as scope:
        await CancelAt(journey(), scope.cancel, number)
    return scope.cancelled_caught


async def by_task(journey: Journey, number: int) -> bool:
    """Run the journey, ended by asyncio's own means; whether it was."""
    task = asyncio.ensure_future(_task(journey, number))
    try:
        await task
    except asyncio.CancelledError:
        return True
    return False


async def _task(journey: Journey, number: int) -> None:
    task = asyncio.current_task()
    assert task is not None
    await CancelAt(journey(), task.cancel, number)


def ways() -> list[Callable[[Journey, int], Awaitable[bool]]]:
    """How the running event loop cancels.

    Under Wine by scopes alone: whoever ends twice as many programs that are just starting meets a lock of its mount manager that nobody
    gives back, and every program waits for that.
    """
    if sys.platform == "win32":
        return [by_scope]
    try:
        asyncio.get_running_loop()
    except RuntimeError:  # trio's
        return [by_scope]
    return [by_scope, by_task]


async def cancel_everywhere(journey: Journey, look: Journey | None = None) -> int:
    """Run the journey, cancelled one checkpoint later each time, until it gets through; return how many it took.

    Args:
        journey: makes what is awaited.
        look: looks around after each time.
    """
    return min([await _cancel_everywhere(journey, look, cancelled) for cancelled in ways()])


async def _cancel_everywhere(journey: Journey, look: Journey | None, cancelled: Callable[[Journey, int], Awaitable[bool]]) -> int:
    for number in range(1, MANY):
        was_cancelled = await cancelled(journey, number)
        if look is not None:
            await look()
        if not was_cancelled:
            return number
    pytest.fail(f"the journey has more than {MANY} checkpoints")
