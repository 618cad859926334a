"""``make mutants``: are the tests worth what they cost? Wrong programs are made at random, one small change each, and tried.

A mutant that no test notices is a promise that nobody checks; it is printed, to be read: either a test is missing, or the change makes no
difference, and then it has a row in equivalent.py. The share that was killed is the measure, and nine of ten is the goal; mutants of lines
that no test runs are no part of it, and are counted beside it. A run takes a sample, because all of them would take days; its seed is
printed, and says where to find the same sample again. What was killed is not tried again as long as the package is the same, so a run that
was cut off goes on, and one after tests were added tries what lived; ``--anew`` tries all.

How Python mutants are tried stands in python_trial.py, how C++ ones are in native_trial.py, what counts as killed in running.py.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from equivalent import EQUIVALENT, Change
from native_trial import NativeTrial
from python_trial import PythonTrial
from running import ALIVE, EQUAL, KILLED, NOT_RUN, PLACE, STUCK, Mutant, digest_of
from sites import c_sites, python_sites

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = ("compute", "delivery", "native")
WINGS = ("compute", "document", "engine", "exports", "ground", "network", "processes", "storage")
LEFT_OUT = ("windows", "_windows")
"""What this system does not run."""


def candidates(language: str, package: Path) -> list[Mutant]:
    """Every change of every file of a package, which is the trial's own copy: who works on the sources meanwhile is not seen."""
    found = []
    if language == "python":
        files = [file for room in ROOMS for file in sorted((package / room).glob("*.py"))]
    else:
        files = [file for wing in WINGS for file in sorted((package / "embedded" / wing).rglob("*.cpp"))]
    for file in files:
        if not any(mark in str(file.relative_to(package)) for mark in LEFT_OUT):
            sites = (python_sites if language == "python" else c_sites)(file.read_text(encoding="utf-8"))
            found += [Mutant(file.relative_to(package), site) for site in sites]
    return found


class Grave:
    """The mutants of a package that were killed, in a file.

    Args:
        file: where they stand.
        package: the package; those of another one count nothing.
    """

    def __init__(self, file: Path, package: Path) -> None:
        self._file = file
        self._seen = digest_of([package])
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        self._killed: list[list[object]] = known["killed"] if known.get("seen") == self._seen else []

    def holds(self, mutant: Mutant) -> bool:
        """Whether it was killed before."""
        return [mutant.path.as_posix(), *mutant.site] in self._killed

    def add(self, mutant: Mutant) -> None:
        """It was killed now."""
        self._killed.append([mutant.path.as_posix(), *mutant.site])
        self._file.write_text(json.dumps({"seen": self._seen, "killed": self._killed}), encoding="utf-8")


class Tally(NamedTuple):
    """How many mutants became what; those that a limit killed are `stuck`."""

    killed: int
    stuck: int
    alive: int
    not_run: int

    @property
    def noticed(self) -> int:
        """How many were killed, one way or the other."""
        return self.killed + self.stuck

    @property
    def tried(self) -> int:
        """How many the share is of."""
        return self.noticed + self.alive

    @property
    def share(self) -> float:
        """The share that was killed."""
        return self.noticed / self.tried if self.tried else 1.0

    def told(self) -> str:
        """As a sentence; the share is of those that some test runs."""
        share = f"{self.share:.0%}" if self.tried else "-"
        stuck = f"{self.stuck} of them by a limit of time"
        return f"killed {self.noticed} of {self.tried}: {share}, {stuck}; {self.not_run} more are of lines that no test runs"


def sample(language: str, many: int, chance: random.Random, *, anew: bool) -> Tally:
    """Try so many mutants of a language, those that were killed before, too, when all are to be tried anew."""
    trial = PythonTrial() if language == "python" else NativeTrial()
    for test in trial.left_out:
        print(f"left out, it fails without any change, or when lines are counted: {test}")
    grave = Grave(PLACE / f"killed {language}.json", trial.package)
    places = candidates(language, trial.package)
    print(f"{language}: {many} of {len(places)} changes", flush=True)
    became: Counter[str] = Counter()
    for mutant in chance.sample(places, len(places)):
        if became[KILLED] + became[STUCK] + became[ALIVE] == many:
            break
        text = (trial.package / mutant.path).read_text(encoding="utf-8")
        change = Change(mutant.path.as_posix(), *mutant.site.lines(text))
        began = time.monotonic()
        if change in EQUIVALENT:
            one = EQUAL
        elif not anew and grave.holds(mutant):
            one = KILLED
        else:
            one = trial.run(mutant)
            if one in {KILLED, STUCK}:
                grave.add(mutant)
        became[one] += 1
        took_s = time.monotonic() - began
        print(f"  {one:9} {change.file}:{mutant.site.line(text)}: {change.before}  ->  {change.after}  ({took_s:.0f} s)", flush=True)
    tally = Tally(became[KILLED], became[STUCK], became[ALIVE], became[NOT_RUN])
    print(f"{language}: {tally.told()}", flush=True)
    return tally


def main() -> int:
    """Try a sample; 0 when nine of ten mutants were killed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sample", type=int, default=20, help="mutants of each language, of lines that tests run")
    parser.add_argument("--seed", type=int, default=None, help="which sample; printed by every run")
    parser.add_argument("--language", choices=["python", "c++"], action="append")
    parser.add_argument("--anew", action="store_true", help="try what was killed before, too")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1_000_000)
    print(f"--seed {seed}")
    total = [sample(language, given.sample, random.Random(seed), anew=given.anew) for language in given.language or ["python", "c++"]]
    both = Tally(*(sum(column) for column in zip(*total, strict=True)))
    print(both.told())
    return 0 if both.share >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
