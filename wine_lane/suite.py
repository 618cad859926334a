"""Runs the project's tests in the Windows CPython and compares what ran with Linux.

A test counts by its name: one that Linux runs on asyncio and trio counts twice, and Windows has to run it on asyncio (its proactor there)
and trio to match. What runs on the selector loop besides, and on Linux on uvloop, which Windows cannot have, counts for nothing.
"""

from __future__ import annotations

import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from wheels.build import build
from wine_lane import placement
from wine_lane.clients import run_clients
from wine_lane.machine import FOLDER, ROOT, Machine, install, prepare, windows_path
from wine_lane.native_programs import build_native_programs
from wine_lane.service import run_served
from wine_lane.system32 import host_in_system32, remove_host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHARE = 0.85
MOST_AGAIN = 5
"""How many failed tests of one shard are run again, alone; more than that are no accident."""
LONGEST_S = 1800
"""How long one shard may take before it is ended; the longest takes a fifth of it."""


class Shard(NamedTuple):
    """A part of the suite that one pytest runs.

    Args:
        name: of its report and its log.
        arguments: what pytest is told.
        in_system32: whether the host's DLLs lie in System32, where the library finds them by default, and not only beside the package.
    """

    name: str
    arguments: tuple[str, ...]
    in_system32: bool = False


STATEMENTS = FOLDER / "statements.json"
NETWORK = "test_network"
SECOND_SHARE = f"{NETWORK} or test_cancel"
LAYERS = "test_storage or test_oci or test_layer"
ROOMS = {
    "contract": ("contract",),
    "crossing": ("crossing", "random"),
    "endurance": ("endurance", "issues"),
    "native": ("native",),
    "windows": ("windows",),
}
"""The folders of tests by the shard they have; what is not named here is the shard of the rest. Wine's programs wait more than they
compute, so more shards than processors are the fastest."""
ONCE_MORE = ("-k", f"not selector and not trio and not test_documents and not {NETWORK} and not ({LAYERS})")
"""Where a library was loaded from matters to how it is called, not to a loop, to documents nor to each noun: those are left to the first
time, and so is the contract, of which the statements ask the same."""


def shards() -> tuple[tuple[Shard, ...], ...]:
    """What runs, in stages: the shards of one stage at the same time.

    The contract is three shards, about as long as each other: its tests wait most of their time. Endurance keeps Wine's server busy for
    seconds on end, so it runs alone. The tests of loading put libraries into System32 themselves; beside them run the native programs,
    which have the host in them.
    """
    named = {name: tuple(f"tests/{room}" for room in rooms) for name, rooms in ROOMS.items()}
    rest = ("tests", *(f"--ignore={folder}" for folders in named.values() for folder in folders))
    statements = ("-m", "real_service", f"--statement-report={windows_path(STATEMENTS)}", "tests/real")
    return (
        (
            Shard("contract", ("-k", f"not ({SECOND_SHARE}) and not ({LAYERS})", *named["contract"])),
            Shard("networks", ("-k", f"({SECOND_SHARE}) and not ({LAYERS})", *named["contract"])),
            Shard("layers", ("-k", LAYERS, *named["contract"])),
            Shard("crossing", named["crossing"]),
            Shard("rest", rest),
        ),
        (Shard("endurance", named["endurance"]),),
        (Shard("windows", named["windows"]), Shard("native", named["native"])),
        (
            Shard("crossing-system32", (*ONCE_MORE, *named["crossing"]), in_system32=True),
            Shard("statements", statements, in_system32=True),
        ),
    )


LINUX_REPORT = ROOT / "build" / "tests.xml"
"""What `make test` leaves behind; without it the names are collected, and tests that Linux skips count as if they ran."""


def run(machine: Machine, shard: Shard) -> tuple[int, str]:
    """Run pytest under Wine on some of the tests; its exit code and what it printed."""
    plugins = ["-p", "wine_lane.exceptions", "-p", "wine_lane.placement", "-p", "no:cacheprovider"]
    report = f"--junitxml={windows_path(report_of(shard))}"
    extra = {"PYTHONDONTWRITEBYTECODE": "1", placement.EXPECTED: "system" if shard.in_system32 else "embedded"}
    command = ("-X", "utf8", "-m", "pytest", *plugins, "--tb=short", "-q", report, *shard.arguments)
    log = FOLDER / f"tests-{shard.name}.log"
    return machine.python_run(*command, extra=extra, log=log, limit_s=LONGEST_S)


def report_of(shard: Shard) -> Path:
    """Where pytest writes what became of each test."""
    return FOLDER / f"tests-{shard.name}.xml"


def failed_in(shard: Shard) -> list[str]:
    """The tests of a shard that failed, as pytest is told them."""
    found = [case for case in cases(report_of(shard)) if case.find("failure") is not None or case.find("error") is not None]
    return [f"{(case.get('classname') or '').replace('.', '/')}.py::{case.get('name')}" for case in found]


def run_again(machine: Machine, shard: Shard) -> int:
    """Run what failed once more with nothing beside it; its exit code, or 1 where that is not done.

    Wine loses a starting process now and then, and its one server serves every shard. A test that hangs takes its shard's report along:
    nothing is run again then.
    """
    names = failed_in(shard) if report_of(shard).exists() else []
    if not 0 < len(names) <= MOST_AGAIN:
        return 1
    code, said = run(machine, Shard(f"{shard.name}-again", tuple(names), shard.in_system32))
    print(
        f"wine_lane: {len(names)} tests of {shard.name} failed beside others, and {'again' if code else 'passed'} alone: "
        f"{', '.join(names)}\n{said}",
        flush=True,
    )
    return code


def run_all(machine: Machine) -> int:
    """Run every shard, those of a stage at the same time; the first exit code that is no success."""
    remove_host(machine)
    failed = 0
    for stage in shards():
        begun = time.monotonic()
        for shard in stage:
            report_of(shard).unlink(missing_ok=True)
        with host_in_system32(machine) if stage[0].in_system32 else nullcontext():
            with ThreadPoolExecutor(len(stage)) as pool:
                results = list(pool.map(lambda shard: run(machine, shard), stage))
            for shard, (code, said) in zip(stage, results, strict=True):
                print(f"wine_lane: tests of {shard.name}\n{said}", flush=True)
                failed = failed or (run_again(machine, shard) if code else 0)
        print(f"wine_lane: this stage took {time.monotonic() - begun:.0f} s", flush=True)
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
    linux = {one for one in (ran(LINUX_REPORT) if LINUX_REPORT.exists() else collected()) if "uvloop" not in one}
    everything = [shard for stage in shards() for shard in stage]
    reports = [report_of(shard) for shard in everything if not shard.in_system32]
    windows = ran(*reports)
    in_system32 = ran(*(report_of(shard) for shard in everything if shard.in_system32))
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
    print(f"wine_lane: {len(in_system32)} of them ran once more with the host's DLLs in System32")
    return share >= SHARE


def main(arguments: list[str]) -> int:
    """Prepare, build, install, test and compare; with arguments only those tests run and nothing is compared."""
    begun = time.monotonic()
    machine = prepare()
    install(machine, build(machine))
    build_native_programs()
    print(f"wine_lane: ready after {time.monotonic() - begun:.0f} s", flush=True)
    if arguments:
        remove_host(machine)
        failed, said = run(machine, Shard("some", tuple(arguments)))
        print(said)
    else:
        failed = run_all(machine) or run_clients(machine) or run_served(machine)
    if lost := machine.end_unborn():
        print(f"wine_lane: {lost} programs were killed before Wine had made them, and had to be ended by hand")
    enough = bool(arguments or failed) or compare()
    print(f"wine_lane: {time.monotonic() - begun:.0f} s in all", flush=True)
    return failed or int(not enough)
