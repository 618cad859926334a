"""The README says what is true: its program runs, its commands exist."""

from __future__ import annotations

import re
import subprocess
import sys

from sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_program_of_the_readme_runs_as_printed() -> None:
    """It is the first thing anybody tries."""
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=20)
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


def test_every_file_the_readme_links_to_exists() -> None:
    """A dead link on the front page says that nobody reads it."""
    assert [] == [link for link in re.findall(r"\]\(([^)#:]+)\)", README) if not (ROOT / link).exists()]
