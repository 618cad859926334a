"""Commands that try a mutant: run to their end or their limit, and nothing they started outlives them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
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
PASSED, FAILED = 0, 1
"""pytest's exit codes; any other says that it could not do what it was asked."""
MANY = 10
"""More tests than that do not fail by chance, or because lines are counted."""
NOWHERE = Path(os.devnull)


class Mutant(NamedTuple):
    """A change of a file."""

    path: Path
    site: Site


def ran(command: Sequence[str | Path], environment: Mapping[str, str], limit_s: float = LONGEST_S, said: Path = NOWHERE) -> int:
    """The command's exit code, or HUNG; what it leaves running ends with its group, what it says goes into a file."""
    with (
        said.open("wb") as output,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        ) as program,
    ):
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


class Suite:
    """Tests of pytest in one environment, without those that fail though nothing was changed, or because lines are counted.

    Args:
        environment: the variables of each run.
        said: the file for what the first run says.
        arguments: options and folders of the first run.

    Raises:
        SystemExit: more than MANY fail, or pytest could not do what it was asked.
    """

    def __init__(self, environment: Mapping[str, str], said: Path, *arguments: str) -> None:
        self._environment = environment
        self.left_out: tuple[str, ...] = ()
        code = self._ran(("-rfE", f"--maxfail={MANY + 1}", *arguments), 3600, said)
        rows = said.read_text(encoding="utf-8", errors="replace").splitlines()
        self.left_out = tuple(sorted({row.split(" - ")[0].split(" ", 1)[1] for row in rows if row.startswith(("FAILED ", "ERROR "))}))
        if code not in {PASSED, FAILED} or len(self.left_out) > MANY:
            message = f"the tests fail without any change: {said}"
            raise SystemExit(message)

    def _ran(self, arguments: Sequence[str], limit_s: float = LONGEST_S, said: Path = NOWHERE) -> int:
        left_out = [word for test in self.left_out for word in ("--deselect", test)]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out, *arguments]
        return ran(command, self._environment, limit_s, said)

    def try_out(self, *arguments: str) -> int:
        """Run tests until one fails; pytest's exit code."""
        return self._ran(("-x", *arguments))
