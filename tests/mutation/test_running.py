"""What is said of a mutant: who fails is tried alone, with the change and without it, however many tests ran beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from running import ALIVE, KILLED, Suite

if TYPE_CHECKING:
    from pathlib import Path

TESTS = """
import os, pathlib
import pytest

@pytest.mark.parametrize("number", range(30))
def test_one(number):
    with pathlib.Path(os.environ["TRIED"]).open("a") as tried:
        tried.write(f"{number}\\n")
    assert number != 20 or not os.environ.get(os.environ["FAILS_WITH"])
"""


@pytest.mark.parametrize("processes", ["0", "2"])
def test_only_who_failed_is_tried_again(tmp_path: Path, processes: str) -> None:
    """All of them again, once with the change and once without, took a quarter of an hour for one mutant."""
    (tmp_path / "test_many.py").write_text(TESTS, encoding="utf-8")
    tried = tmp_path / "tried"
    unchanged = {**os.environ, "TRIED": str(tried), "FAILS_WITH": "CHANGED"}
    suite = Suite({**unchanged, "CHANGED": "1"}, unchanged, tmp_path / "said")
    assert KILLED == suite.notices(60, "-n", processes, str(tmp_path))
    numbers = tried.read_text(encoding="utf-8").split()
    assert "20" == numbers[-1] == numbers[-2]
    assert 30 + 2 >= len(numbers)


def test_what_fails_without_the_change_as_well_is_no_notice(tmp_path: Path) -> None:
    """Such a test tells nothing of the change; the others are asked without it."""
    (tmp_path / "test_many.py").write_text(TESTS, encoding="utf-8")
    variables = {**os.environ, "TRIED": str(tmp_path / "tried"), "FAILS_WITH": "TRIED"}
    assert ALIVE == Suite(variables, variables, tmp_path / "said").notices(60, "-n", "2", str(tmp_path))
