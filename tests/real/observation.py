"""What a statement test saw, beside what the statement promises: the ledger the report is made from.

An observation never raises. It is written down, and only after the test is decided what a difference means: against the embedded host it is
a defect of the host and fails the test; against a real service it is a finding about Windows and goes into the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Verdict(str, Enum):
    """How a statement fares against the library under test."""

    AGREE = "agree"
    DIFFER = "differ"
    NOT_TESTABLE = "not testable here"


@dataclass(frozen=True)
class OneOf:
    """An expectation the statement itself leaves open."""

    allowed: tuple[object, ...]

    def __init__(self, *allowed: object) -> None:
        object.__setattr__(self, "allowed", allowed)

    def accepts(self, actual: object) -> bool:
        """Whether the value is one of those allowed."""
        return actual in self.allowed

    def __str__(self) -> str:
        return "one of " + ", ".join(map(str, self.allowed))


@dataclass(frozen=True)
class Fitting:
    """An expectation in words with the test that decides it."""

    words: str
    decides: Callable[[Any], bool]

    def accepts(self, actual: object) -> bool:
        """Whether the value fits; a value the test cannot even look at does not."""
        try:
            return bool(self.decides(actual))
        except (AttributeError, KeyError, TypeError, ValueError, IndexError):
            return False

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Observation:
    """One comparison: where it was made, what was looked at, what was promised and what happened."""

    test: str
    what: str
    expected: str
    actual: str
    agrees: bool

    @classmethod
    def make(cls, test: str, what: str, expected: object, actual: object) -> Observation:
        """Compare by equality, or as the expectation decides."""
        agrees = expected.accepts(actual) if isinstance(expected, (OneOf, Fitting)) else bool(expected == actual)
        return cls(test, what, _shown(expected), _shown(actual), agrees)

    def __str__(self) -> str:
        return f"{self.what}: {self.actual}" if self.agrees else f"{self.what}: expected {self.expected}, was {self.actual}"


@dataclass
class Entry:
    """Everything the run learned about one statement."""

    observations: list[Observation] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """One difference outweighs all agreements; without any observation nothing is known."""
        if any(not observation.agrees for observation in self.observations):
            return Verdict.DIFFER
        return Verdict.AGREE if self.observations else Verdict.NOT_TESTABLE


class Ledger:
    """Observations and reasons by statement id."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def observe(self, statement: str, observation: Observation) -> None:
        """Write one comparison down."""
        self._entry(statement).observations.append(observation)

    def excuse(self, statement: str, reason: str) -> None:
        """Write down why a test could not look."""
        entry = self._entry(statement)
        if reason not in entry.reasons:
            entry.reasons.append(reason)

    def differences(self, test: str) -> list[str]:
        """What one test saw differ, with the statements' ids."""
        return [
            f"{statement} {observation}"
            for statement, entry in self.entries.items()
            for observation in entry.observations
            if observation.test == test and not observation.agrees
        ]

    def _entry(self, statement: str) -> Entry:
        return self.entries.setdefault(statement, Entry())


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else str(value) if isinstance(value, (OneOf, Fitting)) else repr(value)
    return text if len(text) <= 200 else text[:199] + "…"
