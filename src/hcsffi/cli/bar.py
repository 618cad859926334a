"""Draws how far a piece of work has come, with rich: a bar that is gone when the work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskProgressColumn, TextColumn

from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from hcsffi.storage import Progress as Step


class Bar(Uncopyable):
    """A line at the end of standard error, until it is cleared."""

    def __init__(self) -> None:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            DownloadColumn(binary_units=True),
            TextColumn("{task.fields[entry]}", markup=False),
        )
        self._drawn = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._task = self._drawn.add_task("", total=None, entry="")
        self._drawn.start()

    def show(self, step: Step, entry: str) -> None:
        """Draw it.

        Args:
            step: how far the work has come.
            entry: what it is at, as it may be printed.
        """
        told = f"{step.phase}: {step.files} {'entry' if step.files == 1 else 'entries'}"
        self._drawn.update(self._task, description=told, completed=step.bytes_done, total=step.bytes_total or None, entry=entry)
        self._drawn.refresh()

    def clear(self) -> None:
        """Take it away, so that what is printed next stands alone."""
        self._drawn.stop()
