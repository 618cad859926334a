"""How rows are printed: a table for people, JSON for programs."""

from __future__ import annotations

import json

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than a table does
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

WAYS: Final = ["table", "json", "jsonl"]


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their titles, as wide as they need to be."""
    lines = [list(titles), *([cell or "-" for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in lines) for place in range(len(titles))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in lines)


def as_json(rows: Sequence[Mapping[str, object]], way: str) -> str:
    """Rows as one JSON list, or a line each."""
    return "\n".join(map(json.dumps, rows)) if way == "jsonl" else json.dumps(list(rows), indent=2)
