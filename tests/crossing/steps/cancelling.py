"""Cancelling a journey at its first checkpoint, its second, its third, until it gets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    Journey = Callable[[], Awaitable[None]]

MANY = 400
"""More checkpoints than any journey here has."""


class CancelAt:
    """Awaits something and cancels the scope when it suspends for the n-th time."""

    def __init__(self, journey: Awaitable[None], scope: anyio.CancelScope, number: int) -> None:
        self._journey = journey
        self._scope = scope
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
                self._scope.cancel()
            answer, failure = None, None
            try:
                answer = yield waited
            except BaseException as error:  # noqa: BLE001 - thrown into the journey, whose business it is
                failure = error


async def cancel_everywhere(journey: Journey, look: Journey | None = None) -> int:
    """Run the journey, cancelled one checkpoint later each time, until it gets through; return how many it took.

    Args:
        journey: makes what is awaited.
        look: looks around after each time.
    """
    for number in range(1, MANY):
        with anyio.CancelScope() as scope:
            await CancelAt(journey(), scope, number)
        if look is not None:
            await look()
        if not scope.cancelled_caught:
            return number
    pytest.fail(f"the journey has more than {MANY} checkpoints")
