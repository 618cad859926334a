"""Whoever is left below this process, whosever child it was."""

from __future__ import annotations

import ctypes
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

PATIENCE_S: Final = 60.0


def adopt_orphans() -> None:
    """Whoever loses its parent below this process becomes its child from here on, and nobody else's."""
    subreaper = 36  # PR_SET_CHILD_SUBREAPER, linux/prctl.h
    if ctypes.CDLL(None, use_errno=True).prctl(subreaper, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def descendants(*, collect: bool = True) -> set[int]:
    """Everybody below this process, after what has ended was collected, unless somebody else does that."""
    with suppress(ChildProcessError):
        while collect and os.waitpid(-1, os.WNOHANG)[0]:
            pass
    parents = {}
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if not entry.name.isdigit():
                continue
            state, parent, *_ = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if state != "Z":  # who has ended is not left, whoever collects him
                parents[int(entry.name)] = int(parent)
    found: set[int] = set()
    below = {os.getpid()}
    while below:
        below = {one for one, parent in parents.items() if parent in below}
        found |= below
    return found


def descendants_left() -> set[int]:
    """Who is still there when the patience ends."""
    limit = time.monotonic() + PATIENCE_S
    while (left := descendants()) and time.monotonic() < limit:
        time.sleep(0.02)
    return left
