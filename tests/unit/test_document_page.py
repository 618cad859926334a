"""The page about documents: every program on it runs, and says of itself what it promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from hcsffi import documents

import document_counts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "documents.md"


def test_every_program_of_the_page_runs() -> None:
    """An example that does not run is worse than none; each continues where the one above ended."""
    programs = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(programs) > 4
    names: dict[str, Any] = {"__name__": "test_document_page"}
    for program in programs:
        exec(compile(program, str(PAGE), "exec", dont_inherit=True), names)


def test_the_page_counts_the_types_as_they_are() -> None:
    """Numbers on a page grow old in silence."""
    hcs, hcn = document_counts.count("hcs"), document_counts.count("hcn")
    text = PAGE.read_text(encoding="utf-8")
    for number in (hcs.objects, hcn.objects, hcs.enums + hcn.enums, hcs.objects + hcn.objects + hcs.enums + hcn.enums):
        assert re.search(rf"\b{number}\b", text), number


@pytest.mark.parametrize(
    "name", ["to_json", "from_json", "to_mapping", "replace", "register", "check", "required_version", "InvalidDocument"]
)
def test_the_page_names_what_people_use(name: str) -> None:
    """A function that is on no page is found by accident."""
    assert f"documents.{name}" in PAGE.read_text(encoding="utf-8")
    assert getattr(documents, name) is not None
