"""Python mutants: a copy of the installed package, in which one file at a time is wrong.

Its tests are run once without any change, and coverage.py writes down which one runs which line; that is kept until package or tests
change. A mutant is tried by the tests that run its lines. Where those notice nothing, the tests that start other Python processes are
tried, too: what runs there is not written down.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import lines_run
from running import ALIVE, KILLED, PLACE, ROOT, Mutant, Suite, digest_of

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = Path(hcsffi.__file__).parent
FOLDERS = ("tests/unit", "tests/contract", "tests/crossing")
"""Where the tests of these rooms are."""
ELSEWHERE = ("*document*", "*oci*", "*layer*", "*isolation*", "*storage_scratch*")
"""Tests of documents, archives and layers: their way through these rooms is that of all others."""
ONE_LOOP = "not (contract and (trio or uvloop))"
"""How each loop is woken stands in tests/crossing."""
HERE = Path(__file__).resolve().parent
STARTS_PYTHON = re.compile(r"\bsys\.executable\b")
FEW = 40
"""So many tests are run sooner by one process than two have begun."""


class PythonTrial:
    """A copy of the installed package, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._place = PLACE / "python"
        self._copy = self._place / "hcsffi"
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(PACKAGE, self._copy, ignore=shutil.ignore_patterns("__pycache__"))
        here = {**os.environ, "PYTHONPATH": os.pathsep.join([str(self._place), str(HERE)]), "PYTHONDONTWRITEBYTECODE": "1"}
        self._suite = Suite(here, self._place / "said.txt")
        self._starting = [str(file.relative_to(ROOT)) for file in test_files() if starts_python(file)]
        known = self._place / "known.json"
        seen = digest_of([self._copy, *(ROOT / folder for folder in FOLDERS)])
        before = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
        if before.get("seen") != seen:
            before = {"seen": seen, **self._look(here)}
            known.write_text(json.dumps(before), encoding="utf-8")
        self.left_out = self._suite.left_out = tuple(before["left_out"])
        self._lines: dict[str, list[str]] = before["lines"]

    def _look(self, here: dict[str, str]) -> dict[str, object]:
        """Which tests fail without any change, and which lines each of the others runs."""
        folder = self._place / "lines"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        counting = Suite({**here, lines_run.FOLDER: str(folder), lines_run.SOURCE: str(self._copy)}, self._place / "said.txt")
        files = [str(file.relative_to(ROOT)) for file in test_files()]
        counting.look("-n", "2", "-p", "lines_run", "-k", ONE_LOOP, *files)
        found: dict[str, set[str]] = {}
        for name, line, test in lines_run.read(folder, self._copy):
            found.setdefault(f"{name}:{line}", set()).add(test)
        return {"left_out": counting.left_out, "lines": {place: sorted(tests) for place, tests in found.items()}}

    def _reaching(self, mutant: Mutant) -> list[str]:
        """The tests that run a line of the change; all that run its file where importing it does."""
        text = mutant.path.read_text(encoding="utf-8")
        first, last = (text.count("\n", 0, place) + 1 for place in (mutant.site.start, mutant.site.end))
        name = str(mutant.path.relative_to(PACKAGE))
        found = {test for line in range(first, last + 1) for test in self._lines.get(f"{name}:{line}", ())}
        if "" in found:
            found = {test for place, tests in self._lines.items() if place.startswith(name + ":") for test in tests}
        return sorted(found - {""})

    def _notices(self, tests: Sequence[str]) -> bool:
        chosen = self._place / "tests"
        chosen.write_text("\n".join(tests), encoding="utf-8")
        return bool(tests) and self._suite.failing("-n", "0" if len(tests) <= FEW else "2", "-k", ONE_LOOP, f"@{chosen}") != ()

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = mutant.path.read_text(encoding="utf-8")
        copy = self._copy / mutant.path.relative_to(PACKAGE)
        reaching = self._reaching(mutant)
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        try:
            return KILLED if self._notices(reaching) or self._notices(self._starting) else ALIVE
        finally:
            copy.write_text(original, encoding="utf-8")


def test_files() -> list[Path]:
    """The tests that are tried."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("test_*.py"))]
    return [file for file in files if not any(file.match(pattern) for pattern in ELSEWHERE)]


def starts_python(file: Path) -> bool:
    """Whether tests of the file run Python in another process."""
    return STARTS_PYTHON.search(file.read_text(encoding="utf-8")) is not None
