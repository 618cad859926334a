"""Compares the library under test with the embedded host, statement by statement.

A test names the statements it looks at (`@pytest.mark.statement("B-27")`) and calls the `observe` fixture for every comparison. With
differences as failures (the embedded host answers, the default) a test that saw one fails. With differences as findings (a real service
answers, the default) it is shown as an expected failure, whatever it raised included, and the run goes on: the outcome is the table at the
end and the JSON of `--statement-report=FILE`.
"""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from observation import Ledger, Observation, Verdict
from statements import statements
from unobservable import REASONS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from observation import Entry

LEDGER = pytest.StashKey[Ledger]()
ABOUT = pytest.StashKey[dict[str, Any]]()
COMPARED_SECTIONS = "ABCDEFG"
"""H is advice and Z is what nobody knows."""


class Observe(Protocol):
    """What the `observe` fixture is called like."""

    def __call__(self, what: str, expected: object, actual: object, *, of: str | None = None) -> bool:
        """Write a comparison down for the test's one statement, or for the one named; return whether it agrees."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the comparison."""
    group = parser.getgroup("statements", "comparison with the service, statement by statement")
    group.addoption("--statement-report", metavar="FILE", type=Path, help="write what every statement test saw to FILE as JSON")
    group.addoption(
        "--differences",
        choices=["failures", "findings"],
        help="what a difference is: a failure of its test (default where the embedded host answers) or a finding for the report (default "
        "elsewhere)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin with an empty ledger."""
    config.stash[LEDGER] = Ledger()
    config.stash[ABOUT] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse marks that name no statement: their observations would belong to nothing."""
    known = statements()
    wrong = [f"{item.nodeid}: {name}" for item in items for name in names_of(item) if name not in known]
    if wrong:
        raise pytest.UsageError("statement marks that name no statement: " + "; ".join(wrong))


def names_of(item: pytest.Item) -> list[str]:
    """The ids a test is marked with."""
    return [name for mark in item.iter_markers("statement") for name in mark.args]


def differences_are_findings(config: pytest.Config) -> bool:
    """Whether differences go into the report instead of failing tests."""
    chosen = config.getoption("--differences")
    return bool(chosen == "findings" if chosen else config.stash[ABOUT].get("library") == "system")


@pytest.fixture
def observe(request: pytest.FixtureRequest) -> Observe:
    """Write comparisons down; nothing is raised before the test has ended."""
    ledger = request.config.stash[LEDGER]
    names = names_of(request.node)

    def write(what: str, expected: object, actual: object, *, of: str | None = None) -> bool:
        if of is None and len(names) != 1:
            raise ValueError(f"the test looks at {names}: say which one this comparison is about")
        observation = Observation.make(request.node.nodeid, what, expected, actual)
        ledger.observe(of or names[0], observation)
        return observation.agrees

    return write


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Turn what the test saw into its outcome."""
    names = names_of(item)
    if not names:
        return (yield)
    ledger = item.config.stash[LEDGER]
    try:
        result = yield
    except pytest.skip.Exception:
        if not ledger.differences(item.nodeid):  # what was seen before the skip is not forgotten by it
            raise
        result = None
    except Exception as error:
        if not differences_are_findings(item.config):
            raise
        for name in names:
            ledger.observe(
                name, Observation(item.nodeid, "the whole test", "runs to its end", f"{type(error).__name__}: {error}", agrees=False)
            )
        result = None
    differences = ledger.differences(item.nodeid)
    if differences and differences_are_findings(item.config):
        pytest.xfail("differs: " + "; ".join(differences))
    if differences:
        pytest.fail("\n".join(["differs from the statement", *differences]), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember why a test could not look; a set-up or clean-up that breaks on a real service is such a reason, not a crash of the suite."""
    report = yield
    names = names_of(item)
    if names and call.excinfo is not None and call.when != "call" and report.failed and differences_are_findings(item.config):
        report.outcome = "skipped"
        report.longrepr = (str(item.path), item.location[1] or 0, f"{call.when} broke: {call.excinfo.exconly()}")
    if names and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        for name in names:
            item.config.stash[LEDGER].excuse(name, reason.removeprefix("Skipped: "))
    return report


def compared(config: pytest.Config) -> Iterator[tuple[str, Entry | None, str]]:
    """Every statement of the compared sections, and what else was looked at, with its entry and, where nothing was observed, the reason."""
    entries = config.stash[LEDGER].entries
    for name, statement in statements().items():
        if statement.section in COMPARED_SECTIONS or name in entries:
            entry = entries.get(name)
            reasons = entry.reasons if entry else []
            yield name, entry, "; ".join(reasons) or REASONS.get(name, "no test of this run looked at it")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the totals, and the table where somebody asked for the comparison; write the file."""
    target: Path | None = config.getoption("--statement-report")
    if not config.stash[LEDGER].entries and target is None:
        return
    rows = list(compared(config))
    verdicts = [entry.verdict if entry else Verdict.NOT_TESTABLE for _, entry, _ in rows]
    totals = {verdict.value: verdicts.count(verdict) for verdict in Verdict}
    terminalreporter.section("statements")
    if target or differences_are_findings(config) or "real_service" in (config.option.markexpr or "") or totals[Verdict.DIFFER.value]:
        for (name, entry, reason), verdict in zip(rows, verdicts, strict=True):
            for line in [str(seen) for seen in entry.observations if not seen.agrees or verdict is Verdict.AGREE] if entry else []:
                terminalreporter.write_line(f"{name:5} {verdict.value:18} {line}")
            if verdict is Verdict.NOT_TESTABLE:
                terminalreporter.write_line(f"{name:5} {verdict.value:18} {reason}")
    terminalreporter.write_line(", ".join(f"{count} {verdict}" for verdict, count in totals.items()))
    if target:
        target.write_text(json.dumps(as_document(config, rows, totals), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        terminalreporter.write_line(f"written to {target}")


def as_document(config: pytest.Config, rows: list[tuple[str, Entry | None, str]], totals: dict[str, int]) -> dict[str, Any]:
    """The report as JSON: what answered, the totals, and per statement its words, verdict and observations."""
    known = statements()
    about = config.stash[ABOUT]
    return {
        "about": {"machine": platform.platform(), "python": platform.python_version(), **about},
        "totals": totals,
        "statements": [
            {
                "id": name,
                "confidence": known[name].confidence,
                "statement": known[name].text,
                "verdict": (verdict := entry.verdict if entry else Verdict.NOT_TESTABLE).value,
                "observations": [vars(observation) for observation in (entry.observations if entry else [])],
                "reason": reason if verdict is Verdict.NOT_TESTABLE else None,
            }
            for name, entry, reason in rows
        ],
    }
