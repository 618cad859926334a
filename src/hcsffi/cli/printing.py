"""How rows are printed: a table for people, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from itertools import zip_longest

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than a table does
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

WAYS: Final = ["table", "json", "jsonl"]
_GAP: Final = 2
_NARROWEST: Final = 12


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their titles, as wide as they need to be; on a terminal no wider than that, the widest columns in several lines."""
    lines = [list(titles), *([cell or "-" for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in lines) for place in range(len(titles))]
    _fit(widths, _columns())
    printed = [line for row in lines for line in zip_longest(*map(_pieces, row, widths), fillvalue="")]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in printed)


def _columns() -> int:
    """How wide the terminal is that is printed to; 0 where it is none, or does not say so."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, no descriptor, no standard output at all
        return 0


def _fit(widths: list[int], columns: int) -> None:
    """Make the widest columns narrower until all of them have room, or none can be any narrower."""
    while columns and sum(widths) + _GAP * (len(widths) - 1) > columns and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1


def _pieces(cell: str, width: int) -> list[str]:
    """The lines of a cell, broken where a word ends if one does."""
    pieces: list[str] = []
    while len(cell) > width:
        end = max(cell.rfind(" ", 0, width + 1), 0) or width
        pieces.append(cell[:end])
        cell = cell[end:].lstrip(" ")
    return [*pieces, cell]


def as_json(rows: Sequence[Mapping[str, object]], way: str) -> str:
    """Rows as one JSON list, or a line each."""
    return "\n".join(map(json.dumps, rows)) if way == "jsonl" else json.dumps(list(rows), indent=2)
