"""The comparison with a real service is only worth its report: a difference must neither be lost nor stop the run."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from sources import ROOT
from statements import statements
from unobservable import REASONS

if TYPE_CHECKING:
    from pathlib import Path

TESTS = """
import pytest
from observation import Fitting, OneOf


@pytest.mark.statement("A-2")
def test_agrees(observe):
    observe("the code", "yes", "yes")
    observe("one of two", OneOf("yes", "no"), "no")
    observe("a fitting one", Fitting("positive", lambda value: value > 0), 1)


@pytest.mark.statement("B-5", "B-6")
def test_differs(observe):
    observe("the first", 1, 2, of="B-5")
    observe("the second", 1, 1, of="B-6")


@pytest.mark.statement("B-23")
def test_breaks(observe):
    raise RuntimeError("the service said something unforeseen")


@pytest.mark.statement("C-9")
def test_is_not_testable(observe):
    pytest.skip("no image here")


@pytest.mark.statement("C-10")
def test_is_skipped_after_a_difference(observe):
    observe("before the skip", 1, 2)
    pytest.skip("nothing more to see")


@pytest.fixture
def broken():
    raise RuntimeError("no system to be had")


@pytest.mark.statement("D-1")
def test_whose_set_up_breaks(broken, observe):
    observe("never", 1, 1)
"""


def run(folder: Path, *arguments: str, tests: str = TESTS) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
    """Run the sample tests with the plugin alone; the process and its report by statement id."""
    (folder / "test_sample.py").write_text(tests, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        f"[pytest]\npythonpath = {ROOT}/tests/house {ROOT}/tests/real\nmarkers =\n    statement: ids\n", encoding="utf-8"
    )
    (folder / "conftest.py").write_text('pytest_plugins = ("statement_report",)\n', encoding="utf-8")
    report = folder / "report.json"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--statement-report={report}", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    document = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {"statements": []}
    return done, {entry["id"]: entry for entry in document["statements"]}


def test_differences_as_findings_are_all_in_the_report_and_fail_nothing(tmp_path: Path) -> None:
    """On a real service every difference is a finding: the run goes on and its exit code is that of success."""
    done, entries = run(tmp_path, "--differences", "findings")
    assert 0 == done.returncode, done.stdout + done.stderr
    verdicts = {name: entries[name]["verdict"] for name in ("A-2", "B-5", "B-6", "B-23", "C-9", "C-10", "D-1")}
    no = "not testable here"
    assert {"A-2": "agree", "B-5": "differ", "B-6": "agree", "B-23": "differ", "C-9": no, "C-10": "differ", "D-1": no} == verdicts
    assert "no image here" == entries["C-9"]["reason"]
    assert "no system to be had" in entries["D-1"]["reason"]
    assert "the service said something unforeseen" in entries["B-23"]["observations"][0]["actual"]
    seen = entries["B-5"]["observations"][0]
    assert ("the first", "1", "2", False) == (seen["what"], seen["expected"], seen["actual"], seen["agrees"])
    assert "expected 1, was 2" in done.stdout


def test_differences_as_failures_fail_their_tests(tmp_path: Path) -> None:
    """Against the embedded host a difference is a defect, and a test that cannot fail is none."""
    done, entries = run(tmp_path, "--differences", "failures")
    assert 1 == done.returncode
    assert "3 failed, 1 passed, 1 skipped, 1 error" in done.stdout.splitlines()[-1]
    assert "differ" == entries["B-5"]["verdict"]


def test_a_mark_that_names_no_statement_is_refused(tmp_path: Path) -> None:
    """An observation under a slipped id would belong to nothing and be missed by nobody."""
    done, _ = run(tmp_path, tests=TESTS.replace("B-23", "B-230"))
    assert pytest.ExitCode.USAGE_ERROR == done.returncode
    assert "B-230" in done.stderr


def test_the_report_holds_every_statement_with_words_and_a_reason_where_nothing_was_seen(tmp_path: Path) -> None:
    """A statement missing from the report would look like one that agrees."""
    _, entries = run(tmp_path, "--differences", "findings")
    assert [name for name, line in statements().items() if line.section in "ABCDEFG"] == list(entries)
    assert [] == [name for name, entry in entries.items() if entry["verdict"] == "not testable here" and not entry["reason"]]
    assert statements()["B-5"].text == entries["B-5"]["statement"]


def test_every_statement_of_the_compared_sections_has_a_test_or_a_reason() -> None:
    """What was forgotten must not hide among what cannot be tested."""
    text = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "real").glob("test_*.py"))
    for name, statement in statements().items():
        if statement.section in "ABCDEFG":
            assert (f'"{name}"' in text) != (name in REASONS), name
