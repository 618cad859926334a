"""``make mutants``: are the tests worth what they cost? Wrong programs are made at random, one small change each, and tried.

A mutant that no test notices is a promise that nobody checks; it is printed, to be read: either a test is missing, or the change makes no
difference. The share that was killed is the measure, and nine of ten is the goal. A run takes a sample, because all of them would take
days; its seed is printed, and says where to find the same sample again.

How Python mutants are tried stands in python_trial.py, how C++ ones are in native_trial.py.
"""

from __future__ import annotations

import argparse
import random
import sys

from native_trial import NativeTrial
from python_trial import PACKAGE, PythonTrial
from running import KILLED, NOT_ONE, ROOT, Mutant
from sites import c_sites, python_sites

ROOMS = ("compute", "delivery", "native")
WINGS = ("compute", "document", "engine", "exports", "ground", "network", "processes", "storage")
LEFT_OUT = ("windows", "_windows")
"""What this system does not run."""


def candidates(language: str) -> list[Mutant]:
    """Every change of every file."""
    found = []
    if language == "python":
        files = [file for room in ROOMS for file in sorted((PACKAGE / room).glob("*.py"))]
    else:
        host = ROOT / "src" / "hcsffi" / "embedded"
        files = [file for wing in WINGS for file in sorted((host / wing).rglob("*.cpp"))]
    for file in files:
        if not any(mark in str(file.relative_to(file.parents[2])) for mark in LEFT_OUT):
            sites = (python_sites if language == "python" else c_sites)(file.read_text(encoding="utf-8"))
            found += [Mutant(file, site) for site in sites]
    return found


def sample(language: str, many: int, chance: random.Random) -> tuple[int, int]:
    """Try so many mutants of a language; how many there were, and how many were killed."""
    trial = PythonTrial() if language == "python" else NativeTrial()
    for test in trial.left_out:
        print(f"left out, it fails without any change, or when lines are counted: {test}")
    places = candidates(language)
    print(f"{language}: {many} of {len(places)} changes", flush=True)
    tried = killed = 0
    for mutant in chance.sample(places, len(places)):
        if tried == many:
            break
        became = trial.run(mutant)
        name = mutant.path.relative_to(PACKAGE if language == "python" else ROOT)
        print(f"  {became:9} {name}:{mutant.site.told(mutant.path.read_text(encoding='utf-8'))}", flush=True)
        tried += became != NOT_ONE
        killed += became == KILLED
    return tried, killed


def main() -> int:
    """Try a sample; 0 when nine of ten mutants were killed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sample", type=int, default=20, help="mutants of each language")
    parser.add_argument("--seed", type=int, default=None, help="which sample; printed by every run")
    parser.add_argument("--language", choices=["python", "c++"], action="append")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1_000_000)
    print(f"--seed {seed}")
    total = [sample(language, given.sample, random.Random(seed)) for language in given.language or ["python", "c++"]]
    tried, killed = (sum(column) for column in zip(*total, strict=True))
    share = killed / tried if tried else 1.0
    print(f"killed {killed} of {tried}: {share:.0%}")
    return 0 if share >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
