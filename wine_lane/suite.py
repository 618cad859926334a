"""Runs the project's tests in the Windows CPython and compares what ran with Linux.

A test counts by its name: one that Linux runs on asyncio and trio counts twice, and Windows has to run it on asyncio (its proactor there) and trio to match. What
runs on the selector loop besides is printed and counts for nothing.
"""

from __future__ import annotations

import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

from wine_lane.cross_build import build
from wine_lane.machine import FOLDER, ROOT, Machine, prepare, windows_path

if TYPE_CHECKING:
    from pathlib import Path

SHARE = 0.85
REPORT = FOLDER / "tests.xml"
LINUX_REPORT = ROOT / "build" / "tests.xml"
"""What `make test` leaves behind; without it the names are collected, and tests that Linux skips count as if they ran."""


def install(machine: Machine, wheel: Path) -> None:
    """Install the wheel with the Windows pip.

    Raises:
        SystemExit: pip refuses it.
    """
    options = ("--quiet", "--no-index", "--no-deps", "--force-reinstall", "--no-warn-script-location", "--disable-pip-version-check")
    if machine.python_run("-m", "pip", "install", *options, windows_path(wheel)):
        raise SystemExit("wine_lane: the wheel could not be installed")


def run(machine: Machine, arguments: list[str]) -> int:
    """Run pytest under Wine; its exit code."""
    options = [
        "-p",
        "wine_lane.trio_on_wine",
        "-p",
        "wine_lane.exceptions",
        "-p",
        "no:cacheprovider",
        "-o",
        "timeout=90",
        "--tb=short",
        "-q",
    ]
    extra = {"PYTHONDONTWRITEBYTECODE": "1"}
    return machine.python_run("-X", "utf8", "-m", "pytest", *options, f"--junitxml={windows_path(REPORT)}", *arguments, extra=extra)


def ran(report: Path) -> set[str]:
    """The names of the tests in a report that ran and were not skipped."""
    cases = ET.parse(report).iter("testcase")
    return {f"{case.get('classname')}::{case.get('name')}" for case in cases if case.find("skipped") is None}


def collected() -> set[str]:
    """The names of the tests that Linux has."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    names = (line.partition("::") for line in lines if "::" in line)
    return {f"{file.removesuffix('.py').replace('/', '.')}::{name}" for file, _, name in names}


def compare() -> bool:
    """Print the counts and what was left out; whether enough ran."""
    linux = ran(LINUX_REPORT) if LINUX_REPORT.exists() else collected()
    windows = ran(REPORT)
    both = linux & windows
    reasons: Counter[str] = Counter()
    for case in ET.parse(REPORT).iter("testcase"):
        skipped = case.find("skipped")
        if skipped is not None:
            reasons[skipped.get("message") or "no reason given"] += 1
    for reason, count in reasons.most_common():
        print(f"wine_lane: {count:4} left out: {reason}")
    share = len(both) / len(linux)
    print(f"wine_lane: {len(linux)} tests run on Linux; {len(both)} of them ran on Windows ({share:.1%}, at least {SHARE:.0%} have to)")
    print(
        f"wine_lane: {len(windows - linux)} more ran on Windows alone, {sum('selector' in name for name in windows)} on the selector loop"
    )
    return share >= SHARE


def main(arguments: list[str]) -> int:
    """Prepare, build, install, test and compare; with arguments only those tests run and nothing is compared."""
    begun = time.monotonic()
    machine = prepare()
    install(machine, build(machine))
    print(f"wine_lane: ready after {time.monotonic() - begun:.0f} s", flush=True)
    failed = run(machine, arguments or ["tests"])
    enough = bool(arguments or failed) or compare()
    print(f"wine_lane: {time.monotonic() - begun:.0f} s in all", flush=True)
    return failed or int(not enough)
