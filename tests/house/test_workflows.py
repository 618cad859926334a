"""The workflows of the hosted builders cannot run here; that they are what such a builder reads can be checked."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

HAS_SCHEMA = pytest.mark.skipif(sys.platform == "win32", reason="the program that has the schema is installed on Linux alone")


def check_schema(file: Path) -> subprocess.CompletedProcess[str]:
    """Compare a file with the published schema of workflows, which the program brings along."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@HAS_SCHEMA
@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda one: one.name)
def test_a_workflow_follows_the_published_schema(file: Path) -> None:
    """A misspelt key is found on the day of a release, or never: many are ignored in silence."""
    done = check_schema(file)
    assert 0 == done.returncode, done.stdout + done.stderr


@HAS_SCHEMA
def test_a_misspelt_key_is_found(tmp_path: Path) -> None:
    """Otherwise the test above would prove nothing."""
    file = tmp_path / "release.yml"
    file.write_text(
        (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8").replace("runs-on:", "run-on:"), encoding="utf-8"
    )
    assert 0 != check_schema(file).returncode


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda one: one.name)
def test_an_action_is_pinned_to_a_major_version(file: Path) -> None:
    """A branch that moves may bring anything; pypa's publisher is offered by the branch of its major version."""
    used = re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))
    assert used
    assert [] == [one for one in used if not re.fullmatch(r"actions/[\w-]+@v\d+|pypa/gh-action-pypi-publish@release/v\d+", one)]


def test_only_the_job_that_publishes_may_ask_for_an_identity() -> None:
    """The identity is what the package index trusts; no step that runs the project's code may have it."""
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    before, publish = text.split("\n  publish:\n")
    assert "id-token" not in before
    assert "id-token: write" in publish
    assert "run:" not in publish
