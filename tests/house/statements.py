"""The numbered statements of `docs/behaviour.md` as data for tests."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sources import ROOT

PAGE = ROOT / "docs" / "behaviour.md"
LINE = re.compile(r"^- ([A-HZ])-(\d{1,2}) \((documented|observed|inferred|unknown)\): (.+)$")


class Statement(NamedTuple):
    """One line of the page."""

    section: str
    number: int
    confidence: str
    text: str

    @property
    def id(self) -> str:
        """What sources and tests cite, as in `A-2`."""
        return f"{self.section}-{self.number}"


@cache
def statements() -> dict[str, Statement]:
    """All statements by id, in the order of the page; a repeated id is refused."""
    found: dict[str, Statement] = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        match = LINE.match(line)
        if match:
            statement = Statement(match[1], int(match[2]), match[3], match[4])
            if statement.id in found:
                raise ValueError(f"{statement.id} stands twice in {PAGE.name}")
            found[statement.id] = statement
    return found
