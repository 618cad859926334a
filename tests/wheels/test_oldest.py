"""The oldest releases that the project promises to work with are said, and are those that are tried."""

from __future__ import annotations

import re

from hcsffi.documents.json_text import OLDEST_ORJSON
from wheels.oldest import oldest
from wheels.target import ROOT


def test_every_requirement_of_the_library_says_its_oldest_release() -> None:
    """`make oldest` installs exactly these; one without a number would be tried at its newest."""
    assert ["anyio", "attrs", "cattrs", "cffi", "orjson", "opentelemetry-api"] == [one.split("==")[0] for one in oldest()]


def test_every_list_that_names_orjson_begins_at_the_release_that_is_safe() -> None:
    """Older ones end the process on deep JSON (CVE-2024-27454); the library checks it again at run time."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(r'"orjson([^"]*)"', text)
    assert len(named) >= 3
    assert {f">={'.'.join(map(str, OLDEST_ORJSON))}"} == set(named)
    assert OLDEST_ORJSON == (3, 9, 15)


def test_the_gate_of_every_change_tries_the_oldest_releases() -> None:
    """A floor that nobody stands on gives way unseen."""
    assert "make oldest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "wheels.oldest > build/oldest/constraints.txt" in makefile
    assert "-c build/oldest/constraints.txt" in makefile
