"""How far a piece of work has come, on stderr: a bar on a terminal, drawn by rich where that is there; a line now and then in a pipe."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Final

from hcsffi.compute import terminal

if TYPE_CHECKING:
    from hcsffi.cli.bar import Bar
    from hcsffi.storage import Progress

_BAR: Final = 24
_REDRAW_S: Final = 0.1
_LINE_S: Final = 5.0
_UNITS: Final = ("B", "KiB", "MiB", "GiB", "TiB")


class ProgressLine:
    """Shows progress while a block of code runs.

    Args:
        is_quiet: whether nothing is to be shown.
    """

    def __init__(self, *, is_quiet: bool = False) -> None:
        self._is_quiet = is_quiet
        self._is_terminal = sys.stderr.isatty()
        self._shown_at = time.monotonic() - (_REDRAW_S if self._is_terminal else 0)
        self._is_drawn = False
        self._bar = _drawn_by_rich() if self._is_terminal and not is_quiet else None

    def show(self, progress: Progress) -> None:
        """Show it, unless something was shown a moment ago."""
        now = time.monotonic()
        if self._is_quiet or now - self._shown_at < (_REDRAW_S if self._is_terminal else _LINE_S):
            return
        self._shown_at = now
        if self._bar is not None:
            self._bar.show(progress, _printable(progress.path))
            return
        if self._is_terminal:
            _, columns = terminal.size()
            sys.stderr.write(f"\r\x1b[K{told_in_a_line(progress, bar=True)[: max(columns - 1, 20)]}")
            self._is_drawn = True
        else:
            sys.stderr.write(f"{told_in_a_line(progress, bar=False)}\n")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away, so that what is printed next stands alone."""
        if self._bar is not None:
            self._bar.clear()
        if self._is_drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_drawn = False


def _drawn_by_rich() -> Bar | None:
    """A bar of the extra hcsffi[cli]; nothing where that is not installed."""
    try:
        bar: Bar = import_module("hcsffi.cli.bar").Bar()
    except ModuleNotFoundError:
        return None
    return bar


def _printable(path: str) -> str:
    """A file's name, which may hold anything, also what moves a terminal's cursor."""
    return path.encode("unicode_escape", "surrogateescape").decode("ascii", "replace")


def told_in_a_line(progress: Progress, *, bar: bool) -> str:
    """Return progress as a line of text.

    Args:
        progress: how far the work has come.
        bar: whether to draw one where the end is known.
    """
    counted = f"{progress.files} {'entry' if progress.files == 1 else 'entries'}, {amount(progress.bytes_done)}"
    total = progress.bytes_total
    if total:
        share = min(progress.bytes_done / total, 1.0)
        filled = round(share * _BAR)
        drawn = f" [{'#' * filled}{'.' * (_BAR - filled)}]" if bar else ""
        counted = f"{counted} of {amount(total)}{drawn} {share:.0%}"
    name = _printable(progress.path)
    return f"{progress.phase}: {counted}{f' {name}' if name else ''}"


def amount(count: int) -> str:
    """Return a number of bytes in the unit that fits it."""
    size = float(count)
    for unit in _UNITS[:-1]:
        if size < 1024:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} {_UNITS[-1]}"
