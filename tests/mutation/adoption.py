"""Processes that outlive who started them: a reaper, a relay, and what these have made."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
import time
from pathlib import Path

_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER, prctl(2)."""
LONGEST_S = 10.0
"""A relay that has lost its owner ends at once; on a busy machine that may take a moment."""


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends."""
    ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)


def wait_for_orphans(longest_s: float = LONGEST_S) -> bool:
    """Wait until no child is left, for so long at most; whether none is."""
    until = time.monotonic() + longest_s
    while time.monotonic() < until:
        try:
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        if ended == 0:
            time.sleep(0.01)
    return False


def end_orphans() -> None:
    """Kill every child that is left, and what it leaves in its turn: a changed reaper may run for ever.

    Raises:
        TimeoutError: one is still there.
    """
    until = time.monotonic() + LONGEST_S
    children = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    while not wait_for_orphans(0.1):
        for number in children.read_text(encoding="ascii").split():
            os.kill(int(number), signal.SIGKILL)
        if time.monotonic() > until:
            raise TimeoutError("a process of a mutant does not end")
