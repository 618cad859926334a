"""What work on many files tells while it goes on, to whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work has come.

    Args:
        phase: what is going on, such as ``import`` or ``sweep``.
        path: the file, folder or archive entry that was finished last; ``""`` before the first.
        files: how many entries are finished.
        bytes_done: how many bytes of content are finished.
        bytes_total: how many there are; ``None`` where nobody can know before the end.
    """

    phase: str
    path: str = ""
    files: int = 0
    bytes_done: int = 0
    bytes_total: int | None = None


Listener = Callable[[Progress], None]
"""What is told: called on the event loop's thread, between files; what it raises ends the work as a cancellation would."""
