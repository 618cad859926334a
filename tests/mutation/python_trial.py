"""Python mutants: a copy of the installed package, in which one file at a time is wrong.

All tests are run once without any change, and coverage.py writes down which test runs which line. A mutant is tried by the tests that run
its lines, by all that reach its room only where those notice nothing: what a test does in another process is not written down.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from coverage import CoverageData
from running import ALIVE, FAILED, KILLED, PASSED, PLACE, Mutant, Suite

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = Path(hcsffi.__file__).parent
TESTS = {
    "compute": ("tests/unit", "tests/contract"),
    "delivery": ("tests/unit", "tests/contract", "tests/crossing"),
    "native": ("tests/unit", "tests/crossing", "tests/contract"),
}
"""Which tests reach a room."""
FEW = 40
"""So many tests are run sooner by one process than two have begun."""


class PythonTrial:
    """A copy of the installed package, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._place = PLACE / "python"
        self._copy = self._place / "hcsffi"
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(PACKAGE, self._copy)
        lines = self._place / "lines"
        here = {**os.environ, "PYTHONPATH": str(self._place), "PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_FILE": str(lines)}
        counting = ("-n", "2", f"--cov={self._copy}", "--cov-context=test", "--cov-report=")
        folders = sorted({folder for folders in TESTS.values() for folder in folders})
        self._suite = Suite(here, self._place / "said.txt", *counting, *folders)
        self.left_out = self._suite.left_out
        self._lines = CoverageData(str(lines))
        self._lines.read()

    def _reaching(self, copy: Path, mutant: Mutant) -> list[str]:
        """The tests that run a line of the change; none where importing the file does, which every test needs."""
        text = mutant.path.read_text(encoding="utf-8")
        first, last = (text.count("\n", 0, place) + 1 for place in (mutant.site.start, mutant.site.end))
        by_line = self._lines.contexts_by_lineno(str(copy))
        found = {context for line in range(first, last + 1) for context in by_line.get(line, ())}
        return [] if "" in found else sorted({context.rpartition("|")[0] for context in found})

    def _tried(self, tests: Sequence[str]) -> int:
        chosen = self._place / "tests"
        chosen.write_text("\n".join(tests), encoding="utf-8")
        return self._suite.try_out("-n", "0" if len(tests) <= FEW else "2", f"@{chosen}")

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = mutant.path.read_text(encoding="utf-8")
        room = mutant.path.parent.name
        copy = self._copy / room / mutant.path.name
        reaching = self._reaching(copy, mutant)
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        try:
            if reaching and self._tried(reaching) == FAILED:
                return KILLED
            return ALIVE if self._tried(TESTS[room]) == PASSED else KILLED
        finally:
            copy.write_text(original, encoding="utf-8")
