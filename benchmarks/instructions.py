"""How many instructions an awaited operation, a document written and a document read take, whatever else the machine does meanwhile.

    python benchmarks/instructions.py [asyncio|uvloop|trio] [--commit] [--json FILE]

valgrind counts them (`counted_work.py` is what is counted) and `instructions.json` has the committed figures, one set an interpreter:
another one takes another number of instructions for the same work. What takes 3 % more than its figure fails the run, here and in CI
(tests/endurance/test_instructions.py). `--commit` writes the figures of this interpreter, to be told with the change that moved them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "instructions.json"
MOST = 1.03
JUDGED = ("operation", "operation in sequence", "document written", "document read")
MOST_OF_OPERATION = 20_000
"""The goal of an awaited operation on asyncio; the other is the loop's own floor, without the plain C client that it may cost beside it."""
LONGEST_S = 600  # little more than a minute where the machine is not too busy


class Uncounted(Exception):
    """Nothing can be counted here, or not be compared."""


def interpreter() -> str:
    """Which set of figures is this interpreter's."""
    return f"{platform.machine()} {sys.version}"


def count(loop: str = "asyncio") -> dict[str, float]:
    """Instructions of each kind of work, for one of it.

    Raises:
        Uncounted: there is no valgrind, it cannot run this interpreter, or it takes too long beside what else runs.
    """
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise Uncounted("valgrind is not installed (apt-get install valgrind)")
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "counted")
        command = [valgrind, "-q", "--tool=callgrind", "--dump-before=getppid", f"--callgrind-out-file={told}", sys.executable]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        command += [str(HERE / "counted_work.py"), loop]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST_S, env=environment)
        except subprocess.TimeoutExpired as late:
            raise Uncounted(f"valgrind takes more than {LONGEST_S} s on this busy machine") from late
        if done.returncode:
            raise Uncounted(f"valgrind does not run this interpreter: {done.stderr[-500:]}")
        counts = {}
        for number, line in enumerate(done.stdout.splitlines(), 1):
            times, name = line.split(" ", 1)
            if name:
                counts[name] = _total(Path(f"{told}.{number}")) / int(times)
    return counts


def _total(dump: Path) -> int:
    """What was counted since the dump before."""
    found = re.search(r"^totals: (\d+)$", dump.read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise Uncounted(f"valgrind wrote no total into {dump.name}")
    return int(found[1])


def committed(loop: str = "asyncio") -> dict[str, float]:
    """The figures of this interpreter.

    Raises:
        Uncounted: nobody has counted with it.
    """
    figures: dict[str, dict[str, dict[str, float]]] = json.loads(FIGURES.read_text("utf-8"))
    if interpreter() not in figures or loop not in figures[interpreter()]:
        raise Uncounted(f"no figures were committed for {interpreter()}: run `python benchmarks/instructions.py --commit` before a change")
    return figures[interpreter()][loop]


def commit(loop: str, counts: Mapping[str, float]) -> None:
    """Write the figures of this interpreter."""
    figures: dict[str, dict[str, dict[str, float]]] = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    kept: dict[str, float] = {name: round(counts[name]) for name in ("floor", "floor in sequence", *JUDGED)}
    figures.setdefault(interpreter(), {})[loop] = kept
    FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def dearer(counts: Mapping[str, float], figures: Mapping[str, float], kind: str = "") -> dict[str, float]:
    """What takes more than 3 % over its figure, as a multiple of it; `kind` is how what is judged is called beside the figure's name."""
    ratios = {name: counts[name + kind] / figures[name] for name in JUDGED if name + kind in counts}
    return {name: ratio for name, ratio in ratios.items() if ratio > MOST}


def main() -> None:
    """Count, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("loop", nargs="?", default="asyncio", choices=["asyncio", "uvloop", "trio"])
    parser.add_argument("--commit", action="store_true", help="write the figures of this interpreter")
    parser.add_argument("--json", type=Path, help="write what was counted")
    arguments = parser.parse_args()
    try:
        counts = count(arguments.loop)
        if arguments.commit:
            commit(arguments.loop, counts)
        figures = committed(arguments.loop)
    except Uncounted as reason:
        sys.exit(f"not counted: {reason}")
    print(f"{'instructions':32}{'counted':>12}{'committed':>12}{'ratio':>8}")
    for name, each in counts.items():
        figure = figures.get(name)
        print(f"{name:32}{each:12,.0f}" + (f"{figure:12,.0f}{each / figure:8.3f}" if figure else ""))
    if arguments.loop == "asyncio":
        for goal, measured, most in (
            ("instructions of an operation", counts["operation"], MOST_OF_OPERATION),
            ("an operation over the floor of the loop", counts["operation"] / counts["floor"], 1.0),
        ):
            print(f"{goal:44}<= {most:9,.2f}   measured {measured:9,.2f}   {'met' if measured <= most else 'MISSED'}")
    if arguments.json:
        arguments.json.write_text(json.dumps(counts, indent=1), encoding="utf-8")
    if found := dearer(counts, figures):
        sys.exit(f"more than 3 % above the committed figure: {', '.join(found)}")


if __name__ == "__main__":
    main()
