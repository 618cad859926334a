"""Python mutants: two copies of the installed package; in one of them one file at a time is wrong.

Its tests are run once without any change, and coverage.py writes down which one runs which line; that is kept until the package or the
file of tests changes. A mutant is tried by the tests that run its lines, first by those that run the fewest others, up to the first
failure. What a process does once, such as filling a table, is written down for the test that came first, and any other may be the one that
notices: where few run the lines, some that run others of the file are tried as well. What runs in other Python processes that tests start
is not written down: of those tests the ones are tried that name the module.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import lines_run
from running import ALIVE, NOT_RUN, PLACE, ROOT, Mutant, Suite, digest_of, variables

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDERS = ("tests/unit", "tests/contract", "tests/crossing")
"""Where the tests of these rooms are."""
ELSEWHERE = ("*document*", "*oci*", "*layer*", "*isolation*", "*storage_scratch*")
"""Tests of documents, archives and layers: their way through these rooms is that of all others."""
ONE_LOOP = "not (contract and (trio or uvloop))"
"""How each loop is woken stands in tests/crossing."""
HERE = Path(__file__).resolve().parent
STARTS_PYTHON = re.compile(r"sys\.executable|\bscript: Script\b")
"""The interpreter by its place, or the fixture that runs a program of its own."""
FEW = 40
"""So many tests are run sooner by one process than two have begun."""


class Looked(TypedDict):
    """What was found out about a file of tests: its tests that fail without any change, and which test runs which line."""

    seen: str
    left_out: list[str]
    lines: dict[str, list[str]]


class PythonTrial:
    """Two copies of the installed package; in one of them one file at a time is wrong."""

    def __init__(self) -> None:
        self._place = PLACE / "python"
        self.package, self._copy = (self._place / which / "hcsffi" for which in ("unchanged", "changed"))
        for copy in (self.package, self._copy):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(Path(hcsffi.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
        unchanged, changed = (
            {**variables(), "PYTHONPATH": os.pathsep.join([str(copy.parent), str(HERE)]), "PYTHONDONTWRITEBYTECODE": "1"}
            for copy in (self.package, self._copy)
        )
        self._suite = Suite(changed, unchanged, self._place / "said.txt")
        looked = self._look()
        self.left_out = self._suite.left_out = tuple(test for one in looked.values() for test in one["left_out"])
        self._lines: dict[str, set[str]] = {}
        for one in looked.values():
            for place, tests in one["lines"].items():
                self._lines.setdefault(place, set()).update(tests)
        self._broad = Counter(test for tests in self._lines.values() for test in tests)

    def _look(self) -> dict[str, Looked]:
        """What was found out about each file of tests, now or before."""
        known = self._place / "known.json"
        package = digest_of([self._copy])
        before: dict[str, Looked] = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
        looked: dict[str, Looked] = {}
        for file in test_files():
            seen = digest_of([file]) + package
            name = str(file.relative_to(ROOT))
            looked[name] = before[name] if name in before and before[name]["seen"] == seen else {"seen": seen, "left_out": [], "lines": {}}
        new = [name for name, one in looked.items() if not one["lines"]]
        folder = self._place / "lines"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        variables = {lines_run.FOLDER: str(folder), lines_run.SOURCE: str(self.package)}
        for test in self._suite.look(new, "-n", "2", "-p", "lines_run", "-k", ONE_LOOP, **variables) if new else ():
            looked[test.partition("::")[0]]["left_out"].append(test)
        for name, line, test in lines_run.read(folder, self.package):
            for of_tests in [test.partition("::")[0]] if test else new:
                looked[of_tests]["lines"].setdefault(f"{name}:{line}", []).append(test)
        known.write_text(json.dumps(looked), encoding="utf-8")
        return looked

    def _reaching(self, mutant: Mutant) -> list[str]:
        """The tests that run a line of the change, the most particular first; all that run its file where importing it does."""
        text = (self.package / mutant.path).read_text(encoding="utf-8")
        first, last = (text.count("\n", 0, place) + 1 for place in (mutant.site.start, mutant.site.end))
        found = {test for line in range(first, last + 1) for test in self._lines.get(f"{mutant.path}:{line}", ())}
        return self._in_order(self._running(mutant) if "" in found else found)

    def _running(self, mutant: Mutant) -> set[str]:
        """The tests that run anything of the mutant's file."""
        return {test for place, tests in self._lines.items() if place.startswith(f"{mutant.path}:") for test in tests}

    def _in_order(self, tests: set[str]) -> list[str]:
        return sorted(tests - {""}, key=lambda test: (self._broad[test], test))

    @staticmethod
    def _starting(module: str) -> list[str]:
        """The files of tests that start Python and name the module."""
        named = re.compile(rf"\b{module}\b")
        texts = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in test_files()}
        return [name for name, text in texts.items() if STARTS_PYTHON.search(text) and named.search(text)]

    def _notices(self, tests: Sequence[str]) -> str:
        chosen = self._place / "tests"
        for some in (tests[:FEW], tests[FEW:]):
            chosen.write_text("\n".join(some), encoding="utf-8")
            workers = "0" if len(some) <= FEW else "2"
            became = self._suite.notices(180 + 3 * len(some), "-n", workers, "-k", ONE_LOOP, f"@{chosen}") if some else ALIVE
            if became != ALIVE:
                return became
        return ALIVE

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = (self.package / mutant.path).read_text(encoding="utf-8")
        copy = self._copy / mutant.path
        reaching = self._reaching(mutant)
        if not reaching:
            return NOT_RUN
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        try:
            others = self._in_order(self._running(mutant) - set(reaching))
            for tests in (reaching, others[: max(FEW - len(reaching), 0)], self._starting(mutant.path.stem)):
                became = self._notices(tests)
                if became != ALIVE:
                    return became
            return ALIVE
        finally:
            copy.write_text(original, encoding="utf-8")


def test_files() -> list[Path]:
    """The tests that are tried."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("test_*.py"))]
    return [file for file in files if not any(file.match(pattern) for pattern in ELSEWHERE)]
