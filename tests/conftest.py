"""What every test stands on: both event loops, and the promise that a test leaves nothing behind.

A room whose tests call the library gets the leak check by its folder's name: after each test, and after its event loop has ended, every
live-object counter of the embedded host must be zero and the client must hold the descriptors and child processes it held before.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ("statement_report",)
"""The options of tests/real have to be known before its folder is looked at."""

CALLING_ROOMS = {"contract", "crossing", "endurance", "issues", "random", "real"}
SETTLING_S = 12.0
"""How long late words of the library may take after a test: a cancelled operation is closed by its completion, not by its awaiter.

More than a busy machine needs, and less than the host waits for a tool (20 s): what goes only then was left.
"""


LOOPS = [pytest.param("asyncio", id="asyncio"), pytest.param("trio", id="trio")]
if sys.platform == "win32":  # its own default is the proactor
    LOOPS.append(pytest.param(("asyncio", {"loop_factory": asyncio.SelectorEventLoop}), id="selector"))


@pytest.fixture(params=LOOPS)
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    """Every asynchronous test runs on both loops, and on Windows on asyncio's other loop, too."""
    return request.param


def open_streams() -> dict[str, str]:
    """Pipes, sockets and terminals this process holds; event descriptors of the library's own threads live as long as the process.

    Windows has no such list: there the host's counters speak alone.
    """
    found: dict[str, str] = {}
    if sys.platform == "win32":  # Wine shows Linux's list, which is not this process's
        return found
    folder = Path("/proc/self/fd")
    for entry in folder.iterdir() if folder.is_dir() else ():
        with contextlib.suppress(FileNotFoundError):  # the descriptor that lists the folder
            target = str(entry.readlink())
            if target.startswith(("pipe:", "socket:", "/dev/pts", "/dev/ptmx")):
                found[entry.name] = target
    return found


def child_processes() -> set[int]:
    """Direct children of this process, whichever thread started them."""
    children: set[int] = set()
    if sys.platform == "win32":
        return children
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended meanwhile
            children |= {int(child) for child in task.read_text().split()}
    return children


def left_behind() -> dict[str, int]:
    """The embedded host's live objects, threads aside; empty when all is released or no host answers."""
    library = sys.modules.get("hcsffi.native.library")
    if library is None or not library.loaded() or not library.is_embedded():
        return {}
    from hcsffi import embedded  # noqa: PLC0415 - only where a test has loaded the library already

    return {name: count for name, count in embedded.counters().items() if count and name != "Threads"}


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaks an operation, system, process, string, descriptor, reaper or child process."""
    if not CALLING_ROOMS & set(request.path.parts):
        yield
        return
    children = child_processes()
    streams = open_streams()
    yield
    gc.collect()
    deadline = time.monotonic() + SETTLING_S
    while True:
        leftovers: dict[str, object] = dict(left_behind())
        leftovers |= {f"descriptor {number}": target for number, target in open_streams().items() if streams.get(number) != target}
        leftovers |= {f"child process {child}": "running" for child in child_processes() - children}
        if not leftovers:
            return
        if time.monotonic() > deadline:
            pytest.fail(f"left behind: {leftovers}")
        time.sleep(0.01)


def pytest_collection_finish() -> None:
    """Keep the collector off the modules and items of all tests, which stay to the end: each search for leaks went through them all."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Give them back to the collector: Hypothesis asks it who has trio's random numbers, and extension modules tell of leaks else."""
    gc.unfreeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have to tell beside having passed: seeds and counters of those that throw many things together."""
    told = [
        str(value)
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for name, value in getattr(report, "user_properties", ())
        if name == "told" and report.when == "call"
    ]
    if told:
        terminalreporter.section("counted")
        for line in told:
            terminalreporter.write_line(line)
