"""A plugin of pytest that writes down which test runs which line, in a file for each worker.

pytest-cov counts in processes that tests fork, too, and they write to its files when they are killed or run out of descriptors: half a file
of them spoils the whole. Here a fork counts nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

FOLDER = "HCSFFI_LINES_FOLDER"
"""The variable that names the folder for the files; nothing is counted without it."""
SOURCE = "HCSFFI_LINES_SOURCE"
"""The variable that names the package whose lines are meant."""


class Counting:
    """Counts for as long as pytest runs."""

    def __init__(self, folder: Path) -> None:
        self._coverage = coverage.Coverage(data_file=str(folder / f"lines.{os.getpid()}"), source=[os.environ[SOURCE]], config_file=False)
        self._coverage.start()
        os.register_at_fork(after_in_child=self._coverage.stop)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """From its first fixture to its last one, it is the test's."""
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        self._coverage.stop()
        self._coverage.save()


def pytest_configure(config: pytest.Config) -> None:
    """Begin, in a worker or where there are none."""
    folder = os.environ.get(FOLDER)
    if folder and (hasattr(config, "workerinput") or not config.getoption("numprocesses", None)):
        config.pluginmanager.register(Counting(Path(folder)))


def read(folder: Path, source: Path) -> Iterator[tuple[str, int, str]]:
    """What the files say: file of the package, line, and a test that runs it; "" where importing does."""
    for file in sorted(folder.glob("lines.*")):
        counted = coverage.CoverageData(str(file))
        counted.read()
        for measured in counted.measured_files():
            for line, tests in counted.contexts_by_lineno(measured).items():
                yield from ((str(Path(measured).relative_to(source)), line, test) for test in tests)
