"""C++ mutants: a copy of the host's sources and of its native tests, in which one file at a time is wrong.

The programs of tests/native are run once without any change and write down which lines each runs (gcov). A mutant is tried by the programs
that run its line; where those notice nothing, its objects are made a library and the contract is tried on it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from running import ALIVE, KILLED, NOT_ONE, PASSED, PLACE, ROOT, Mutant, Suite, ran

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = Path("src") / "hcsffi" / "embedded"
LIBRARY = "libhcsffi.host.so"
CONTRACT = ("-n", "2", "tests/contract", "tests/crossing")
LIMIT = {"HARNESS_LIMIT_S": "60", "FUZZ_CALLS": "6000"}


class NativeTrial:
    """A copy of the sources and of the native tests, in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._root = PLACE / "native"
        for name in ("src", "tests/native", "tests/failure"):
            shutil.copytree(ROOT / name, self._root / name, dirs_exist_ok=True, copy_function=copy_if_changed)
        for name in ("build_hcs.py", "build_shapes.py", "hcs_cdef.h"):
            copy_if_changed(str(ROOT / name), str(self._root / name))
        self._built = self._root / "build" / "native-tests" / "covered"
        self._written = self._root / "lines"
        shutil.rmtree(self._written, ignore_errors=True)
        if not self._make("all", LIBRARY):
            raise SystemExit("the sources do not build: run `make -C tests/native V=covered`")
        self._takes: dict[str, float] = {}
        self._programs: dict[tuple[str, int], list[str]] = defaultdict(list)
        for name in sorted(one.name for one in self._built.iterdir() if one.name.endswith("_test")):
            self._note_lines(name)
        here = {**os.environ, "HCSFFI_LIBRARY": str(self._built), "GCOV_PREFIX": str(self._written / "thrown")}
        self._contract = Suite(here, PLACE / "native" / "said.txt", *CONTRACT)
        self.left_out = self._contract.left_out

    def _make(self, *targets: str) -> bool:
        goals = [one if one == "all" else f"../../build/native-tests/covered/{one}" for one in targets]
        command: list[str | Path] = [
            "make",
            "--silent",
            "-j2",
            "-C",
            self._root / "tests" / "native",
            "V=covered",
            f"PYTHON={sys.executable}",
            *goals,
        ]
        return ran(command, os.environ, 3600) == 0

    def _passes(self, name: str, folder: Path) -> bool:
        return ran([self._built / name], {**os.environ, **LIMIT, "GCOV_PREFIX": str(folder)}) == 0

    def _note_lines(self, name: str) -> None:
        """Run a program without any change, and read which lines it runs."""
        folder = self._written / name
        began = time.monotonic()
        if not self._passes(name, folder):
            raise SystemExit(f"{name} fails without any change")
        self._takes[name] = time.monotonic() - began
        for counts in sorted(folder.rglob("*.gcda")):
            notes = Path("/") / counts.relative_to(folder).with_suffix(".gcno")
            shutil.copyfile(notes, counts.with_suffix(".gcno"))
            for file, line in lines_run(counts):
                self._programs[file, line].append(name)

    def run(self, mutant: Mutant) -> str:
        """What became of the mutant."""
        original = mutant.path.read_text(encoding="utf-8")
        name = mutant.path.relative_to(ROOT)
        copy = self._root / name
        line = original.count("\n", 0, mutant.site.start) + 1
        programs = sorted(set(self._programs[str(name.relative_to(HOST)), line]), key=self._takes.__getitem__)
        copy.write_text(mutant.site.of(original), encoding="utf-8")
        try:
            if not self._make(LIBRARY, *programs):
                return NOT_ONE
            thrown = self._written / "thrown"
            if any(not self._passes(program, thrown) for program in programs) or self._contract.try_out(*CONTRACT) != PASSED:
                return KILLED
            return ALIVE
        finally:
            copy.write_text(original, encoding="utf-8")


def lines_run(counts: Path) -> Iterator[tuple[str, int]]:
    """The lines of the host that a program ran, by a file of counts that it wrote."""
    told = subprocess.run(
        ["gcov", "--json-format", "--stdout", counts.name], cwd=counts.parent, capture_output=True, check=True, timeout=60
    ).stdout
    for file in json.loads(told)["files"]:
        if HOST.as_posix() in file["file"]:
            name = file["file"].rpartition(HOST.as_posix() + "/")[2]
            yield from ((name, line["line_number"]) for line in file["lines"] if line["count"])


def copy_if_changed(source: str, target: str) -> str:
    """Copy a file unless it is there already, so that make builds what has changed."""
    there = Path(target)
    if not there.exists() or there.read_bytes() != Path(source).read_bytes():
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return target
