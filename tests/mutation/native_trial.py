"""C++ mutants: a copy of the host's sources and of its native tests, whose library is linked once more for each mutant, in a folder beside.

What tries a mutant is a program of tests/native, or a file of the contract, run on the library. Each runs once without any change, with
counts of the lines it runs (gcov), which are kept until sources or tests change; of those counts only the mutant's own file is read. Those
that run the line are tried, the quickest first, up to the first failure. One object is compiled for a mutant; what is unchanged stays as it
is, so a failure can be looked at without the change, too.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from adoption import adopt_orphans, end_orphans, wait_for_orphans
from running import ALIVE, HUNG, NOT_ONE, NOT_RUN, PLACE, ROOT, Mutant, Suite, compared, digest_of, ran, variables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HOST = Path("src") / "hcsffi" / "embedded"
COPIED = ("src", "tests/native", "tests/failure")
ASKED = ("tests/contract", "tests/crossing", "tests/random")
ELSEWHERE = ("*oci*", "*served*", "*command*", "*examples*", "*random/test_documents*")
"""Tests of archives, of the command line, of the wire of a service, and of documents that no host sees: nothing of them is in C++ but what
the other tests try."""
HOW = ("-n", "0", "-k", "not (trio or uvloop)")
LIMIT = {"HARNESS_LIMIT_S": "60", "FUZZ_CALLS": "6000"}
FEW = 5
"""More programs than that do not fail by chance, or because lines are counted."""
LONGEST_PROGRAM_S = 600.0


def patience(takes_s: float) -> float:
    """How long a run may take that takes so many seconds without any change."""
    return 90 + 8 * takes_s


class Run(NamedTuple):
    """What was found out about a program, or about a file of tests.

    Args:
        takes_s: how long it takes.
        left_out: its tests that fail without any change.
    """

    takes_s: float
    left_out: list[str]


class NativeTrial:
    """A copy of the sources and of the native tests, and the libraries that are linked from them."""

    def __init__(self) -> None:
        adopt_orphans()
        self._root = PLACE / "native"
        for name in COPIED:
            follow(ROOT / name, self._root / name)
        for name in ("build_hcs.py", "build_shapes.py", "hcs_cdef.h"):
            copy_if_changed(str(ROOT / name), str(self._root / name))
        self.package = self._root / "src" / "hcsffi"
        self._built = self._root / "build" / "native-tests" / "covered"
        self._changed = self._built / "changed"
        self._counts = self._root / "counts"
        if not self._make("all"):
            raise SystemExit("the sources do not build: run `make -C tests/native V=covered`")
        thrown = {**variables(), **LIMIT, "GCOV_PREFIX": str(self._root / "thrown")}
        self._with = {**thrown, "HCSFFI_LIBRARY": str(self._changed), "LD_LIBRARY_PATH": str(self._changed)}
        self._without = {**thrown, "HCSFFI_LIBRARY": str(self._built)}
        self._said = self._root / "said.txt"
        self._suite = Suite(self._with, self._without, self._said)
        self._lines: dict[str, dict[str, set[int]]] = {}
        self._runs: dict[str, Run] = {}
        self._know()
        self.left_out = tuple(one for run in self._runs.values() for one in run.left_out)

    def _know(self) -> None:
        """How long each run takes, and what fails without any change: found out, or read where it was found out before."""
        known = self._root / "known.json"
        before = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
        host = digest_of([self._root / HOST, *sorted((self._root / "tests" / "native").glob("*.h"))])
        looked = {}
        for name in [*sorted(one.name for one in self._built.glob("*_test")), *contract()]:
            files = [ROOT / name] if name.endswith(".py") else [ROOT / "tests" / "native" / f"{name}{ending}" for ending in (".c", ".cpp")]
            seen = host + digest_of(file for file in files if file.exists())
            looked[name] = before[name] if name in before and before[name][0] == seen else (seen, self._look(name))
            known.write_text(json.dumps({**before, **looked}), encoding="utf-8")
        self._runs = {name: Run(*run) for name, (_, run) in looked.items()}
        failing = [name for name, run in self._runs.items() if run.left_out and name.endswith("_test")]
        if len(failing) > FEW:
            raise SystemExit(f"the native tests fail without any change: {', '.join(failing)}")

    def _look(self, name: str) -> Run:
        """Run a program or a file of tests without any change, and keep its counts."""
        folder, bare = self._places(name)
        for before in (folder, bare):  # what another build has counted
            shutil.rmtree(before, ignore_errors=True)
        for counts in (self._built / "host").rglob("*.gcda"):
            counts.unlink()
        began = time.monotonic()
        if name.endswith(".py"):
            failed = list(self._suite.look([name], *HOW, GCOV_PREFIX=str(folder)))
        else:
            ran([self._built / name], {**self._without, "GCOV_PREFIX": str(folder)}, LONGEST_PROGRAM_S, self._said)
            failed = [f"{name} {test}" for test in failed_tests(self._said)]
        takes_s = time.monotonic() - began
        wait_for_orphans()  # a reaper or a relay writes its counts when it ends, a moment after its owner
        for counts in (self._built / "host").rglob("*.gcda"):
            target = bare / counts.relative_to(counts.anchor)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(counts, target)
        return Run(takes_s, failed)

    def _places(self, run: str) -> tuple[Path, Path]:
        """The folders of a run's counts: of its processes, and of those without an environment, which write beside the objects."""
        name = run.replace("/", ".")
        return self._counts / name, self._counts / f"{name} bare"

    def _make(self, *targets: str) -> bool:
        command = ["make", "--silent", "-j2", "-C", str(self._root / "tests" / "native"), "V=covered", f"PYTHON={sys.executable}", *targets]
        return ran(command, os.environ, 3600, self._root / "made.txt") == 0

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = (self.package / mutant.path).read_text(encoding="utf-8")
        name = mutant.path.relative_to("embedded")
        line = mutant.site.line(original)
        shutil.rmtree(self._changed, ignore_errors=True)
        self._changed.mkdir(parents=True)
        (self._changed / "mutant.cpp").write_text(mutant.site.of(original), encoding="utf-8")
        if not self._make("mutant", f"MUTANT={name.with_suffix('')}"):
            return NOT_ONE
        runs = sorted((one for one in self._runs if line in self._lines_of(one, name)), key=lambda one: self._runs[one].takes_s)
        if not runs:
            return NOT_RUN
        try:
            return next((became for became in map(self._notices, runs) if became != ALIVE), ALIVE)
        finally:
            end_orphans()

    def _notices(self, name: str) -> str:
        run = self._runs[name]
        if name.endswith(".py"):
            self._suite.left_out = tuple(run.left_out)
            return self._suite.notices(patience(run.takes_s), *HOW, name)
        left_out = {one.split(" ")[1] for one in run.left_out}
        names = [one.split(":")[0] for one in self._listed(name)] if left_out else []
        wanted = [one for one in names if one not in left_out]
        limit_s = patience(run.takes_s)
        if not (self._changed / name).exists():  # beside the changed reaper: some start the one that lies beside them
            os.link(self._built / name, self._changed / name)
        code = self._program(self._changed / name, wanted, self._with, limit_s)
        failed = failed_tests(self._said) if code != HUNG else wanted
        if code == 0:
            return ALIVE
        ways = ((self._changed / name, self._with), (self._built / name, self._without))
        changed, unchanged = (partial(self._program, program, failed, variables, limit_s) for program, variables in ways)
        return compared(changed, unchanged)

    def _program(self, program: Path, tests: Sequence[str], variables: Mapping[str, str], limit_s: float) -> int:
        return ran([program, *tests], variables, limit_s, self._said)

    def _listed(self, name: str) -> list[str]:
        listed = subprocess.run([self._built / name, "--list"], env=self._without, capture_output=True, text=True, check=True, timeout=60)
        return listed.stdout.splitlines()

    def _lines_of(self, run: str, name: Path) -> set[int]:
        """The lines of a source file that a run runs."""
        known = self._lines.setdefault(str(name), {})
        if run not in known:
            built = (self._built / "host" / name).with_suffix(".gcno")
            places = [folder / built.relative_to(built.anchor).with_suffix(".gcda") for folder in self._places(run)]
            known[run] = {line for counts in places if counts.exists() for line in lines_run(counts, built, name)}
        return known[run]


def contract() -> list[str]:
    """The files of Python tests that are tried on the library."""
    files = [file for folder in ASKED for file in sorted((ROOT / folder).glob("test_*.py"))]
    return [str(file.relative_to(ROOT)) for file in files if not any(file.match(pattern) for pattern in ELSEWHERE)]


def failed_tests(said: Path) -> list[str]:
    """The tests that failed, as a program of the native tests names them."""
    rows = said.read_text(encoding="utf-8", errors="replace").splitlines()
    return [row.split(" ")[1] for row in rows if row.startswith("FAILED ")]


def lines_run(counts: Path, notes: Path, name: Path) -> set[int]:
    """The lines of a source file that ran, by a file of counts and by the compiler's notes."""
    shutil.copyfile(notes, counts.with_suffix(".gcno"))
    command = ["gcov", "--json-format", "--stdout", counts.name]
    told = subprocess.run(command, cwd=counts.parent, capture_output=True, check=True, timeout=120).stdout
    counts.with_suffix(".gcno").unlink()
    files = [file for file in json.loads(told)["files"] if file["file"].endswith(f"{HOST.as_posix()}/{name.as_posix()}")]
    return {line["line_number"] for file in files for line in file["lines"] if line["count"]}


def follow(source: Path, copy: Path) -> None:
    """Make a folder a copy of another, without touching what is the same; what went there goes here, or it would be built, too."""
    shutil.copytree(source, copy, dirs_exist_ok=True, copy_function=copy_if_changed)
    for file in copy.rglob("*"):
        if not file.is_dir() and not (source / file.relative_to(copy)).exists():
            file.unlink()


def copy_if_changed(source: str, target: str) -> str:
    """Copy a file unless it is there already, so that make builds what has changed."""
    there = Path(target)
    if not there.exists() or there.read_bytes() != Path(source).read_bytes():
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return target
