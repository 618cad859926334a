"""Commands that try a mutant: run to their end or their limit, and nothing they started outlives them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sites import Site

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "mutants"
LONGEST_S = 900.0
"""A mutant that hangs is killed by its time-out as by any test."""
KILLED, ALIVE, NOT_ONE = "killed", "ALIVE", "no mutant"
HUNG = -1


class Mutant(NamedTuple):
    """A change of a file."""

    path: Path
    site: Site


def ran(command: Sequence[str | Path], environment: Mapping[str, str], limit_s: float = LONGEST_S) -> int:
    """The command's exit code, or HUNG; what it leaves running ends with its group."""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        try:
            return program.wait(limit_s)
        except subprocess.TimeoutExpired:
            return HUNG
        finally:
            end_group(program.pid)


def end_group(leader: int) -> None:
    """Kill whoever is left of a program's group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
