"""A cited statement exists: sources and tests argue with the numbered lines of `docs/behaviour.md`."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from sources import ROOT, native_files, place, python_files
from statements import PAGE, statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CITATION = re.compile(r"(?<![\w-])([A-HZ]-\d{1,2})\b(?!-)")
"""`B-27`, and not the end of `UTF-8`, a part of a GUID, or a subtraction as the formatters write it."""


def citing_files() -> Iterator[Path]:
    """Sources, tests and pages, ours only."""
    yield from python_files("src", "tests", "benchmarks", "examples", "wheels", "wine_lane")
    yield from native_files()
    yield ROOT / "hcs_cdef.h"
    yield from (page for folder in (ROOT, ROOT / "docs") for page in sorted(folder.glob("*.md")) if page != PAGE)


def test_every_cited_statement_stands_on_the_behaviour_page() -> None:
    """A citation that leads nowhere is an argument nobody can check."""
    known = set(statements())
    wrong = [
        f"{place(file)}:{number} {cited}"
        for file in citing_files()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for cited in CITATION.findall(line)
        if cited not in known
    ]
    assert [] == wrong


def test_the_behaviour_page_numbers_its_statements_without_gaps() -> None:
    """A lost line would take its id along, and the next new one would be given a number that others still cite."""
    for section, lines in groupby(statements().values(), key=lambda statement: statement.section):
        numbers = [line.number for line in lines]
        assert list(range(1, len(numbers) + 1)) == numbers, section


def test_every_list_line_of_the_behaviour_page_is_a_statement() -> None:
    """A line with a slip in its mark would silently be no statement at all."""
    listed = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"- [A-Z]-", line)]
    assert len(listed) == len(statements())


def test_only_the_last_section_holds_unknown_statements() -> None:
    """What nobody knows is kept apart from what the host promises."""
    assert {"Z"} == {line.section for line in statements().values() if line.confidence == "unknown"}
