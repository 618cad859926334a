"""C++ mutants: a copy of the host's sources and of its native tests, in which one file at a time is wrong.

The programs of tests/native are linked with the host as a library, so that a mutant takes one compilation. They are run once without any
change and write down which lines each runs (gcov); that is kept until sources or tests change. A mutant is tried by the programs that run
its line; where those notice nothing, the contract of its wing is tried on the library.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from running import ALIVE, KILLED, NOT_ONE, PLACE, ROOT, Mutant, Suite, digest_of, ran

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = Path("src") / "hcsffi" / "embedded"
COPIED = ("src", "tests/native", "tests/failure")
LIBRARY, BESIDE = "libhcsffi.host.so", "reaper"
OF_A_WING = ("storage", "network")
"""The wings whose contract stands in files of their name; what is left is the contract of the others."""
ELSEWHERE = ("*oci*", "*layer*")
"""Tests of archives and of commands on layers: nothing of them is in C++ but what the tests of storage try."""
HOW = ("-n", "2", "-k", "not (trio or uvloop)")
LIMIT = {"HARNESS_LIMIT_S": "120", "FUZZ_CALLS": "6000"}
FEW = 5
"""More programs than that do not fail by chance, or because lines are counted."""
LONGEST_PROGRAM_S = 600.0


class NativeTrial:
    """A copy of the sources and of the native tests, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._root = PLACE / "native"
        for name in COPIED:
            shutil.copytree(ROOT / name, self._root / name, dirs_exist_ok=True, copy_function=copy_if_changed)
        for name in ("build_hcs.py", "build_shapes.py", "hcs_cdef.h"):
            copy_if_changed(str(ROOT / name), str(self._root / name))
        self._built = self._root / "build" / "native-tests" / "covered"
        self._written = self._root / "lines"
        for built in (self._built / "host").rglob("*.o"):
            if not built.with_suffix(".gcno").exists():  # a run was ended in the midst of a mutant
                built.unlink()
        if not self._make("all"):
            raise SystemExit("the sources do not build: run `make -C tests/native V=covered`")
        here = {**os.environ, "HCSFFI_LIBRARY": str(self._built), "GCOV_PREFIX": str(self._written / "thrown")}
        self._contract = Suite(here, PLACE / "native" / "said.txt")
        self._takes: dict[str, float] = {}
        self._programs: dict[str, list[str]] = {}
        self.left_out: tuple[str, ...] = ()
        self._know()

    def _know(self) -> None:
        """Which program runs which line, and what fails without any change: found out, or read where it was found out before."""
        known = self._root / "known.json"
        seen = digest_of(self._root / name for name in COPIED)
        before = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
        if before.get("seen") != seen:
            shutil.rmtree(self._written, ignore_errors=True)
            failing = [name for name in sorted(one.name for one in self._built.glob("*_test")) if not self._note_lines(name)]
            if len(failing) > FEW:
                raise SystemExit(f"the native tests fail without any change: {', '.join(failing)}")
            before = {"seen": seen, "failing": failing, "takes": self._takes, "lines": self._programs}
            known.write_text(json.dumps(before), encoding="utf-8")
        self._takes, self._programs = before["takes"], before["lines"]
        self.left_out = tuple(before["failing"])

    def _make(self, *targets: str) -> bool:
        goals = [one if one == "all" else f"../../build/native-tests/covered/{one}" for one in targets]
        folder = self._root / "tests" / "native"
        command: list[str | Path] = ["make", "--silent", "-j2", "-C", folder, "V=covered", f"PYTHON={sys.executable}", *goals]
        return ran(command, os.environ, 3600) == 0

    def _passes(self, name: str, folder: Path, limit_s: float = LONGEST_PROGRAM_S) -> bool:
        return ran([self._built / name], {**os.environ, **LIMIT, "GCOV_PREFIX": str(folder)}, limit_s) == 0

    def _note_lines(self, name: str) -> bool:
        """Run a program without any change, and read which lines it runs; False when it fails."""
        folder = self._written / name
        for counts in (self._built / "host").rglob("*.gcda"):  # the reaper has no environment, and writes there
            counts.unlink()
        began = time.monotonic()
        if not self._passes(name, folder):
            return False
        self._takes[name] = time.monotonic() - began
        for counts in [*sorted(folder.rglob("*.gcda")), *sorted((self._built / "host").rglob("*.gcda"))]:
            if folder in counts.parents:
                shutil.copyfile(Path("/") / counts.relative_to(folder).with_suffix(".gcno"), counts.with_suffix(".gcno"))
            for place in lines_run(counts):
                self._programs.setdefault(place, []).append(name)
        return True

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = mutant.path.read_text(encoding="utf-8")
        name = mutant.path.relative_to(ROOT)
        line = original.count("\n", 0, mutant.site.start) + 1
        programs = sorted(set(self._programs.get(f"{name.relative_to(HOST)}:{line}", ())), key=self._takes.__getitem__)
        contract = contract_of(name.relative_to(HOST).parts[0])
        with self._changed(name, mutant.site.of(original)) as builds:
            if not builds:
                return NOT_ONE
            if any(self._notices(program) for program in programs):
                return KILLED
            failed = self._contract.failing(*HOW, *contract)
        if not failed:
            return ALIVE
        # The contract has not been tried without any change: that is done with what failed.
        if not self._make(LIBRARY, BESIDE):
            raise SystemExit("the unchanged sources do not build any more")
        if not self._contract.failing("-n", "0", *failed):
            return KILLED
        self._contract.left_out = (*self._contract.left_out, *failed)
        return self.run(mutant)

    @contextmanager
    def _changed(self, name: Path, text: str) -> Iterator[bool]:
        """For a while a source file has another text; whether the library could be built with it."""
        copy = self._root / name
        built = (self._built / "host" / name.relative_to(HOST)).with_suffix(".o")
        original = copy.read_bytes()
        before = {file: file.read_bytes() for file in (built.with_suffix(".gcno"), built)}
        copy.write_text(text, encoding="utf-8")
        try:
            yield self._make(LIBRARY, BESIDE)
        finally:
            copy.write_bytes(original)
            for file, content in before.items():  # newer than its source, which need not be compiled for the next mutant
                file.write_bytes(content)

    def _notices(self, program: str) -> bool:
        """Whether the program fails, and does so when it is run again: others fail by chance."""
        thrown, limit_s = self._written / "thrown", 60 + 8 * self._takes[program]
        return not self._passes(program, thrown, limit_s) and not self._passes(program, thrown, limit_s)


def contract_of(wing: str) -> tuple[str, ...]:
    """The Python tests of what a wing does."""
    files = [file for folder in ("contract", "crossing") for file in sorted((ROOT / "tests" / folder).glob("test_*.py"))]
    mine = [file for file in files if wing in OF_A_WING and file.match(f"*{wing}*")]
    others = [file for file in files if not any(file.match(pattern) for pattern in (*ELSEWHERE, *(f"*{one}*" for one in OF_A_WING)))]
    return tuple(str(file.relative_to(ROOT)) for file in mine or others)


def lines_run(counts: Path) -> Iterator[str]:
    """The lines of the host that a program ran, by a file of counts that it wrote."""
    told = subprocess.run(
        ["gcov", "--json-format", "--stdout", counts.name], cwd=counts.parent, capture_output=True, check=True, timeout=120
    ).stdout
    for file in json.loads(told)["files"]:
        if HOST.as_posix() in file["file"]:
            name = file["file"].rpartition(HOST.as_posix() + "/")[2]
            yield from (f"{name}:{line['line_number']}" for line in file["lines"] if line["count"])


def copy_if_changed(source: str, target: str) -> str:
    """Copy a file unless it is there already, so that make builds what has changed."""
    there = Path(target)
    if not there.exists() or there.read_bytes() != Path(source).read_bytes():
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return target
