"""Time limits that say which phase they ended."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio

from hcsffi.errors import TimedOut

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def deadline(timeout_s: float | None, phase: str, function: str, subject: str) -> Iterator[None]:
    """Raise :class:`TimedOut` when the block takes longer.

    Args:
        timeout_s: the limit in seconds; ``None`` sets none.
        phase: what goes on in the block, for the error's text.
        function: the native function or event that is waited for.
        subject: what it is about.

    Raises:
        TimedOut: the limit passed before the block ended.
    """
    if timeout_s is None:
        yield
        return
    with anyio.move_on_after(timeout_s) as scope:
        yield
    if scope.cancelled_caught:
        raise TimedOut.in_phase(phase, function, subject, timeout_s)
