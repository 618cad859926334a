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
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from wine_lane.cross_build import build
from wine_lane.machine import FOLDER, ROOT, Machine, prepare, windows_path
from wine_lane.native_programs import build_native_programs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SHARE = 0.85
SHARDS = {
    "contract": ("tests/contract",),
    "rest": ("tests", "--ignore=tests/contract", "--ignore=tests/windows"),
    "windows": ("tests/windows",),
}
STAGES = (("contract", "rest"), ("windows",))
"""What runs at the same time: a machine has two processors at least. The tests of loading put a library into System32, so they run alone."""

LINUX_REPORT = ROOT / "build" / "tests.xml"
"""What `make test` leaves behind; without it the names are collected, and tests that Linux skips count as if they ran."""


def install(machine: Machine, wheel: Path) -> None:
    """Install the wheel with the Windows pip.

    Raises:
        SystemExit: pip refuses it.
    """
    options = ("--quiet", "--no-index", "--no-deps", "--force-reinstall", "--no-warn-script-location", "--disable-pip-version-check")
    code, said = machine.python_run("-m", "pip", "install", *options, windows_path(wheel))
    if code:
        raise SystemExit(f"wine_lane: the wheel could not be installed\n{said}")


def run(machine: Machine, shard: str, arguments: Sequence[str]) -> tuple[int, str]:
    """Run pytest under Wine on some of the tests; its exit code and what it printed."""
    options = ["-p", "wine_lane.exceptions", "-p", "no:cacheprovider", "-o", "timeout=90", "--tb=short", "-q"]
    report = f"--junitxml={windows_path(FOLDER / f'tests-{shard}.xml')}"
    extra = {"PYTHONDONTWRITEBYTECODE": "1"}
    return machine.python_run("-X", "utf8", "-m", "pytest", *options, report, *arguments, extra=extra)


def run_all(machine: Machine) -> int:
    """Run every shard, those that may run beside another two at a time; the first exit code that is no success."""
    failed = 0
    for stage in STAGES:
        with ThreadPoolExecutor(len(stage)) as pool:
            for name, (code, said) in zip(stage, pool.map(lambda shard: run(machine, shard, SHARDS[shard]), stage), strict=True):
                print(f"wine_lane: tests of {name}\n{said}", flush=True)
                failed = failed or code
    return failed


def cases(*reports: Path) -> Iterator[ET.Element]:
    """Every test of the reports."""
    for report in reports:
        yield from ET.parse(report).iter("testcase")


def ran(*reports: Path) -> set[str]:
    """The names of the tests in the reports that ran and were not skipped."""
    return {f"{case.get('classname')}::{case.get('name')}" for case in cases(*reports) if case.find("skipped") is None}


def collected() -> set[str]:
    """The names of the tests that Linux has."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    names = (line.partition("::") for line in lines if "::" in line)
    return {f"{file.removesuffix('.py').replace('/', '.')}::{name}" for file, _, name in names}


def compare() -> bool:
    """Print the counts and what was left out; whether enough ran."""
    linux = ran(LINUX_REPORT) if LINUX_REPORT.exists() else collected()
    reports = [FOLDER / f"tests-{shard}.xml" for shard in SHARDS]
    windows = ran(*reports)
    both = linux & windows
    reasons: Counter[str] = Counter()
    for case in cases(*reports):
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
    build_native_programs()
    print(f"wine_lane: ready after {time.monotonic() - begun:.0f} s", flush=True)
    if arguments:
        failed, said = run(machine, "some", arguments)
        print(said)
    else:
        failed = run_all(machine)
    enough = bool(arguments or failed) or compare()
    print(f"wine_lane: {time.monotonic() - begun:.0f} s in all", flush=True)
    return failed or int(not enough)
