"""Draws what ``hcsffi top`` shows, with rich: a table that fills the screen, and beside each number a plot of what it was."""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING, Final

from rich.console import Console, ConsoleDimensions
from rich.live import Live
from rich.table import Table
from rich.text import Text

from hcsffi.cli.plot import BARS, plot
from hcsffi.cli.stats import TITLES, cells
from hcsffi.compute import terminal
from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType

    from typing_extensions import Self

    from hcsffi.compute.rates import Rates

_REMEMBERED: Final = 60
_NARROWEST_PLOT: Final = 4
_OF_NUMBERS: Final = 56
"""Columns that ids and numbers take; the plots share the rest."""


class Screen(Uncopyable):
    """The terminal, taken while the block runs and given back as it was."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self._live = Live(console=self._console, screen=True, auto_refresh=False)
        self._remembered: dict[str, deque[Rates]] = {}

    def __enter__(self) -> Self:
        self._live.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._live.__exit__(kind, error, trace)

    def show(self, rows: Sequence[tuple[str, Rates]]) -> None:
        """Draw these rows; systems that are not among them are forgotten."""
        remembered = {one: self._remembered.get(one, deque(maxlen=_REMEMBERED)) for one, _ in rows}
        for one, rates in rows:
            remembered[one].append(rates)
        self._remembered = remembered
        rows_there, columns = terminal.size()  # rich believes COLUMNS more than the terminal
        self._console.size = ConsoleDimensions(columns, rows_there)
        width = min(max((self._console.width - _OF_NUMBERS) // 4, 0), _REMEMBERED)
        self._live.update(self._drawn(rows, width), refresh=True)

    def _drawn(self, rows: Sequence[tuple[str, Rates]], width: int) -> Table:
        drawn = Table(box=None, pad_edge=False, header_style="bold", expand=False)
        for title in TITLES:
            drawn.add_column(title, no_wrap=True, overflow="ellipsis", justify="left" if title == TITLES[0] else "right")
            if title != TITLES[0] and width >= _NARROWEST_PLOT:
                drawn.add_column("", width=width, no_wrap=True)
        for one, rates in rows:
            before = self._remembered[one]
            line: list[Text] = [Text(one)]
            for number, values in zip(cells(rates), _values(before), strict=True):
                line.append(Text(number))
                if width >= _NARROWEST_PLOT:
                    line.append(Text(plot(values[-width:], is_plain=not _draws_bars()), style="green"))
            drawn.add_row(*line)
        if not rows:
            drawn.add_row(Text("no system runs, or none was looked at twice"))
        return drawn


def _values(rates: Iterable[Rates]) -> list[list[float]]:
    """What each column was."""
    rows = [(one.processors, one.memory_bytes, one.read_bytes_per_s, one.written_bytes_per_s) for one in rates]
    return [[float(value) for value in column] for column in zip(*rows, strict=True)]


def _draws_bars() -> bool:
    try:
        BARS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True
