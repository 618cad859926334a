"""Tells how far a piece of work has come, on the event loop's thread and no more often than anybody looks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from anyio import from_thread

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.progress import Progress

if TYPE_CHECKING:
    from hcsffi.storage.progress import Listener

_EVERY_S = 0.05


class Account(Uncopyable):
    """Counts entries on a worker thread, and tells a listener now and then.

    Args:
        listener: what is told; ``None`` for nobody.
        phase: what is going on.
    """

    def __init__(self, listener: Listener | None, phase: str) -> None:
        self._listener = listener
        self._phase = phase
        self._next_s = 0.0

    def tell(self, path: str, files: int, bytes_done: int) -> None:
        """Tell the listener, unless it was told a moment ago; what it raises ends the work."""
        if self._listener is not None and (now := time.monotonic()) >= self._next_s:
            self._next_s = now + _EVERY_S
            from_thread.run_sync(self._listener, Progress(self._phase, path, files, bytes_done))

    def close(self, files: int, bytes_done: int) -> None:
        """Tell the listener what was done in all."""
        if self._listener is not None:
            from_thread.run_sync(self._listener, Progress(self._phase, "", files, bytes_done))
