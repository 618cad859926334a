"""``make mutants``: are the tests worth what they cost? Wrong programs are made at random, one small change each, and tried.

A mutant that no test notices is a promise that nobody checks; it is printed, to be read: either a test is missing, or the change makes no
difference. The share that was killed is the measure, and nine of ten is the goal. A run takes a sample, because all of them would take
days; its seed is printed, and says where to find the same sample again.

Python mutants are made in a copy of the installed package, C++ ones in a copy of the sources with the native tests beside them.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sites import Site, c_sites, python_sites

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "mutants"
PACKAGE = Path(hcsffi.__file__).parent
ROOMS = ("compute", "delivery", "native")
WINGS = ("compute", "document", "engine", "exports", "ground", "processes")
LEFT_OUT = ("windows", "_windows")
"""What this system does not run."""
TESTS = {
    "compute": ("tests/unit", "tests/contract"),
    "delivery": ("tests/unit", "tests/contract", "tests/crossing"),
    "native": ("tests/unit", "tests/crossing", "tests/contract"),
}
"""Which tests reach a room."""
LONGEST_S = 900.0
"""A mutant that hangs is killed by its time-out as by any test."""
KILLED, ALIVE, NOT_ONE = "killed", "ALIVE", "no mutant"


class Mutant(NamedTuple):
    """A change of a file."""

    path: Path
    site: Site


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


def ran(command: Sequence[str | Path], environment: dict[str, str]) -> bool:
    """Whether the command ended well and in time; what it leaves running ends with its session."""
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        try:
            return program.wait(LONGEST_S) == 0
        except subprocess.TimeoutExpired:
            program.kill()
            return False


class PythonTrial:
    """A copy of the installed package, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._copy = PLACE / "python" / "hcsffi"
        shutil.rmtree(self._copy.parent, ignore_errors=True)
        shutil.copytree(PACKAGE, self._copy)
        self._environment = {**os.environ, "PYTHONPATH": str(self._copy.parent), "PYTHONDONTWRITEBYTECODE": "1"}

        if not self._passes(sorted({folder for folders in TESTS.values() for folder in folders})):
            raise SystemExit("the tests fail without any change")

    def _passes(self, tests: Sequence[str]) -> bool:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "2", *tests]
        return ran(command, self._environment)

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant; the test of its own file is asked first, being short."""
        original = mutant.path.read_text(encoding="utf-8")
        room = mutant.path.parent.name
        copy = self._copy / room / mutant.path.name
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        own = ROOT / "tests" / "unit" / f"test_{mutant.path.stem}.py"
        try:
            if own.exists() and not self._passes([str(own)]):
                return KILLED
            return ALIVE if self._passes(TESTS[room]) else KILLED
        finally:
            copy.write_text(original, encoding="utf-8")


class CTrial:
    """A copy of the sources and of the native tests, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._root = PLACE / "native"
        for name in ("src", "tests/native", "tests/failure"):
            shutil.copytree(ROOT / name, self._root / name, dirs_exist_ok=True, copy_function=copy_if_changed)
        for name in ("build_hcs.py", "build_shapes.py", "hcs_cdef.h"):
            copy_if_changed(str(ROOT / name), str(self._root / name))
        self._programs = self._root / "build" / "native-tests" / "plain"
        if not self._make():
            raise SystemExit("the sources do not build: run `make -C tests/native V=plain`")
        if failed := self._failed():
            raise SystemExit(f"{failed} fails without any change")

    def _make(self) -> bool:
        command: list[str | Path] = [
            "make",
            "--silent",
            "-j2",
            "-C",
            self._root / "tests" / "native",
            "V=plain",
            f"PYTHON={sys.executable}",
        ]
        return ran(command, dict(os.environ))

    def _failed(self) -> str:
        """The first test program that does not succeed; the fuzzer's random calls come last, being the longest."""
        programs = sorted((one for one in self._programs.iterdir() if one.name.endswith("_test")), key=lambda one: one.name == "fuzz_test")
        environment = {**os.environ, "HARNESS_LIMIT_S": "60", "FUZZ_CALLS": "6000"}
        return next((one.name for one in programs if not ran([one], environment)), "")

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = mutant.path.read_text(encoding="utf-8")
        copy = self._root / mutant.path.relative_to(ROOT)
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        try:
            if not self._make():
                return NOT_ONE
            return KILLED if self._failed() else ALIVE
        finally:
            copy.write_text(original, encoding="utf-8")


def copy_if_changed(source: str, target: str) -> str:
    """Copy a file unless it is there already, so that make builds what has changed."""
    there = Path(target)
    if not there.exists() or there.read_bytes() != Path(source).read_bytes():
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return target


def sample(language: str, many: int, chance: random.Random) -> tuple[int, int]:
    """Try so many mutants of a language; how many there were, and how many were killed."""
    trial = PythonTrial() if language == "python" else CTrial()
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
