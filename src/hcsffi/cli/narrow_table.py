"""Fits a table into a terminal that is narrower, with rich: cells go on in the next line, in their column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


def narrow_table(lines: Sequence[Sequence[str]], columns: int, gap: int) -> str:
    """Return rows, their titles first, in so many columns.

    Args:
        lines: the cells, as they may be printed.
        columns: how wide the terminal is.
        gap: blanks between two columns of the table.
    """
    drawn = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="")
    for title in lines[0]:
        drawn.add_column(Text(title), overflow="fold")
    for line in lines[1:]:
        drawn.add_row(*map(Text, line))
    console = Console(width=columns, color_system=None, legacy_windows=False)
    with console.capture() as printed:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in printed.get().splitlines())
