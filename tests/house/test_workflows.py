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


PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")
"""An action by its commit, and beside it the release that the commit is, for whoever brings it up to date."""


def unpinned(workflow: str) -> list[str]:
    """The actions of a workflow that are named by something which can move: a tag, a branch, a short hash."""
    return [used for used in re.findall(r"uses: *(.*\S)", workflow) if not PINNED.fullmatch(used)]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda one: one.name)
def test_every_action_is_named_by_its_commit(file: Path) -> None:
    """Tags and branches of other people's repositories move, with all that a job of ours may do; that of publishing is no exception."""
    text = file.read_text(encoding="utf-8")
    assert "uses:" in text
    assert [] == unpinned(text)


def test_one_action_is_one_commit_everywhere() -> None:
    """Two releases of one action in one run would have to be watched apart."""
    used = [one for file in WORKFLOWS for one in re.findall(r"uses: *(.*\S)", file.read_text(encoding="utf-8"))]
    names = {one.split("@")[0] for one in used}
    assert len(names) == len(set(used)), sorted(set(used))


@pytest.mark.parametrize("moving", ["v6", "v6.0.2", "release/v1", "main", "de0fac2", "de0fac2e4500dabe0009e67214ff5f5447ce83dd"])
def test_an_action_that_can_move_or_does_not_say_its_release_is_found(moving: str) -> None:
    """Otherwise the tests above would prove nothing."""
    assert [f"actions/checkout@{moving}"] == unpinned(f"      - uses: actions/checkout@{moving}\n")


INSTALLED = re.compile(r"python -m pip install (?:--require-hashes --only-binary ':all:' -r locks/(\w+)\.txt|--no-deps --no-index \S.*)")


def test_a_release_installs_nothing_without_its_hash() -> None:
    """What a job of a release installs can write into what is published; an index that was tampered with must not decide what that is."""
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    commands = [line.split("run: ", 1)[1].strip() for line in text.splitlines() if "pip install " in line]
    assert len(commands) >= 5
    assert [] == [one for one in commands if not INSTALLED.fullmatch(one)]
    assert {"build", "hosted", "test", "wheels"} == {found[1] for one in commands if (found := INSTALLED.fullmatch(one)) and found[1]}
    assert [] == [line for line in text.splitlines() if re.search(r"\b(?:pipx|uvx?|curl|wget|npm|Invoke-WebRequest)\b", line)]
    builds = [line for line in text.splitlines() if "-m build" in line]
    assert builds
    assert [] == [line for line in builds if "--no-isolation" not in line]  # an isolated build fetches what it needs without hashes


def test_a_wheel_is_built_and_tried_with_what_the_locks_list() -> None:
    """The builders make an environment for each wheel; what goes into it comes from the sdist's own lists."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table = text.split("[tool.cibuildwheel]", 1)[1].split("\n[", 1)[0]
    install = "python -m pip install --require-hashes --only-binary :all: -r {package}/locks"
    assert f'before-build = "{install}/build.txt"' in table
    assert f'before-test = "{install}/run.txt"' in table
    assert 'args = ["--no-isolation"]' in table


def test_only_the_job_that_publishes_may_ask_for_an_identity() -> None:
    """The identity is what the package index trusts; no step that runs the project's code may have it."""
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    before, publish = text.split("\n  publish:\n")
    assert "id-token" not in before
    assert "id-token: write" in publish
    assert "run:" not in publish
