"""Time limits that say which phase they ended."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio

from hcsffi.errors import TimedOut

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY_GO_ON = "the service may still carry it out"


@contextmanager
def deadline(
    timeout_s: float | None, phase: str, function: str, subject: str, aftermath: str = MAY_GO_ON, left_s: float | None = None
) -> Iterator[None]:
    """Raise :class:`TimedOut` when the block takes longer.

    Args:
        timeout_s: the limit in seconds, as the caller gave it; ``None`` sets none.
        phase: what goes on in the block, for the error's text.
        function: the native function or event that is waited for.
        subject: what it is about.
        aftermath: what becomes of it when time is up.
        left_s: how much of the limit is left, where some of it has been used.

    Raises:
        TimedOut: the limit passed before the block ended.
    """
    if timeout_s is None:
        yield
        return
    with anyio.move_on_after(timeout_s if left_s is None else left_s) as scope:
        yield
    if scope.cancelled_caught:
        raise TimedOut.in_phase(phase, function, subject, timeout_s, aftermath)
