"""The README says what is true: its program runs, its commands exist."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_program_of_the_readme_runs_as_printed() -> None:
    """It is the first thing anybody tries."""
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert 0 == done.returncode, done.stderr
    greeting, memory, status = done.stdout.splitlines()
    assert "hello from web" == greeting
    assert re.fullmatch(r"memory: \d+ bytes", memory)
    assert "SystemExitStatus" in status


def test_the_two_commands_of_the_readme_are_one_line_each_and_exist() -> None:
    """One runs the main job, one passes the tests, from a bare checkout."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"^make (\w+) ", README, re.MULTILINE)
    assert ["run", "test"] == commands
    assert set(commands) <= targets


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_every_file_a_page_links_to_exists(page: Path) -> None:
    """A dead link says that nobody reads the page."""
    text = page.read_text(encoding="utf-8")
    assert [] == [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (page.parent / link).exists()]


def test_the_security_page_names_what_is_there() -> None:
    """Whoever judges the project by this page follows it to the files."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w.]+(?:/[\w.]*)+)`", text)
    assert {".github/workflows/release.yml", "locks/", "docs/behaviour.md"} <= set(named)
    assert [] == [one for one in named if not (ROOT / one).exists()]
    assert "## Reporting" in text
    assert "SECURITY.md" in README


def test_the_program_of_the_page_about_raw_calls_runs_as_printed() -> None:
    """Who needs a raw call has nothing else to go by."""
    (program,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "raw-calls.md").read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (0, "") == (done.returncode, done.stderr)
    first, second = map(json.loads, done.stdout.splitlines())
    assert "Statistics" in first
    assert ("raw-1", "Running") == (second["Id"], second["State"])
