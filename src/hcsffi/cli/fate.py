"""What became of the things that a command was to take away, as rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from hcsffi.cli.printing import table

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fate(NamedTuple):
    """One thing and what became of it.

    Args:
        fate: ``freed``, ``would go``, ``kept`` or ``failed``.
        kind: what it is.
        id: its id; of a file its path.
        reason: why.
        hresult: the service's code, where it refused.
    """

    fate: str
    kind: str
    id: str
    reason: str
    hresult: int | None = None


def fate_lines(rows: Sequence[Fate], way: str) -> str:
    """Return the rows as a table, one JSON list, or a line each."""
    if way == "table":
        return table(["FATE", "KIND", "ID", "REASON"], [row[:4] for row in rows])
    said = [row._asdict() for row in rows]
    return "\n".join(map(json.dumps, said)) if way == "jsonl" else json.dumps(said, indent=2)
