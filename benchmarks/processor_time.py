"""Processor time of a process of its own; POSIX alone tells it to the parent."""

from __future__ import annotations

import resource
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def processor_ms(command: Sequence[str]) -> float:
    """Milliseconds of processor time of one process and its children, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3
