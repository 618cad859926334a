"""How rows are printed: a table for people, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than a table does
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

WAYS: Final = ["table", "json", "jsonl"]
_GAP: Final = 2


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their titles, as wide as they need to be; on a terminal that is narrower rich, where it is installed, breaks cells.

    Rich is loaded for that alone: it takes as long as everything else that a verb of one table does.
    """
    lines = [list(titles), *([cell or "-" for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in lines) for place in range(len(titles))]
    columns = _columns()
    if columns and sum(widths) + _GAP * (len(widths) - 1) > columns and (drawn := _drawn_by_rich(lines, columns)) is not None:
        return drawn
    return "\n".join((" " * _GAP).join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def _columns() -> int:
    """How wide the terminal is that is printed to; 0 where it is none, or does not say so."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, no descriptor, no standard output at all
        return 0


def _drawn_by_rich(lines: Sequence[Sequence[str]], columns: int) -> str | None:
    """The rows in so many columns; nothing where rich is not installed."""
    try:
        drawn: str = import_module("hcsffi.cli.narrow_table").narrow_table(lines, columns, _GAP)
    except ModuleNotFoundError:
        return None
    return drawn


def as_json(rows: Sequence[Mapping[str, object]], way: str) -> str:
    """Rows as one JSON list, or a line each."""
    return "\n".join(map(json.dumps, rows)) if way == "jsonl" else json.dumps(list(rows), indent=2)
