"""``python -m wheels [--suite] [TARGET...]``: make, check and try the distributions; all of them when none is named.

``python -m wheels --check FOLDER`` makes nothing and looks at distributions that were made elsewhere, before they are published.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wheels import release, trial
from wheels.build import build_sdist, build_wheel, problems
from wheels.check import CHECKS
from wheels.target import BY_TAG, TARGETS, Target
from wine_lane.machine import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wine_lane.machine import Machine

SDIST = "sdist"


class Made(NamedTuple):
    """One row of the closing table."""

    target: str
    file: Path
    checks: int
    seconds: float
    trials: str


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m wheels", description="Make, check and try the distributions of the project.")
    parser.add_argument("--suite", action="store_true", help="also run the tests against the wheels that this machine can run")
    parser.add_argument("--check", type=Path, metavar="FOLDER", help="make nothing: check that the folder holds a whole release")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{SDIST}, {', '.join(BY_TAG)}; all when none is named")
    parsed = parser.parse_args(arguments)
    unknown = sorted(set(parsed.targets) - {SDIST, *BY_TAG})
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}")
    return parsed


def try_out(target: Target, wheel: Path, machine: Machine | None, *, suite: bool) -> str:
    """Work with the wheel if this machine can; what was done."""
    if target.tag == "manylinux2014_x86_64":
        return "; ".join([trial.linux(wheel), *([trial.linux_suite(wheel)] if suite else [])])
    if target.tag == "win_amd64" and machine is not None:
        return "; ".join([trial.windows(wheel, machine), *([trial.windows_suite()] if suite else [])])
    return "none here"


def make(targets: Sequence[Target], *, suite: bool) -> list[Made]:
    """Make, check and try; stops at the first thing that is wrong."""
    begun = time.monotonic()
    sdist = build_sdist()
    rows = [Made(SDIST, sdist, 1, time.monotonic() - begun, "the wheels are built from it")]
    machine = prepare() if any(one.system == "win32" for one in targets) else None
    for target in targets:
        begun = time.monotonic()
        print(f"wheels: {target.tag}", flush=True)
        wheel = build_wheel(target, sdist, machine if target.system == "win32" else None)
        taken = time.monotonic() - begun
        print(f"wheels: {wheel.name} built and checked in {taken:.0f} s", flush=True)
        rows.append(Made(target.tag, wheel, len(CHECKS), taken, try_out(target, wheel, machine, suite=suite)))
    return rows


def show(rows: Sequence[Made]) -> None:
    """Print the closing table."""
    print(f"\n{'target':24} {'KiB':>5} {'checks':>6} {'s':>4}  {'sha256':16}  trials")
    for one in rows:
        digest = hashlib.sha256(one.file.read_bytes()).hexdigest()[:16]
        print(f"{one.target:24} {-(-one.file.stat().st_size // 1024):5} {one.checks:6} {one.seconds:4.0f}  {digest}  {one.trials}")
        print(f"{'':24} {one.file.name}")


def main(arguments: Sequence[str]) -> int:
    """Do as the command line says.

    Raises:
        SystemExit: something could not be built, is not as it should be, or does not work.
    """
    parsed = parse(arguments)
    if parsed.check:
        wrong = release.problems(parsed.check, problems)
        print("\n".join(wrong) or f"wheels: {len(TARGETS)} wheels and the sdist in {parsed.check} are fit to be published")
        return int(bool(wrong))
    named = [one for one in TARGETS if not parsed.targets or one.tag in parsed.targets]
    show(make(named, suite=parsed.suite))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
