"""The gate: what an operation and a document take in instructions, whatever the machine does meanwhile, against the committed figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
import instructions

pytestmark = [pytest.mark.timeout(instructions.LONGEST_S + 60)]

Counted = tuple[dict[str, float], dict[str, float]]


@pytest.fixture(scope="module")
def counted() -> Counted:
    """What was counted just now, and the figures; skips, with the reason, where nothing can be counted or compared."""
    try:
        figures = instructions.committed()
        counts = instructions.count()
    except instructions.Uncounted as reason:
        pytest.skip(str(reason))
    if abs(counts["floor"] / figures["floor"] - 1) > 0.01:
        pytest.skip(f"asyncio alone takes {counts['floor']:.0f} instructions here and took {figures['floor']:.0f}: another machine")
    return counts, figures


def test_no_operation_and_no_document_takes_more_than_three_percent_over_its_figure(counted: Counted) -> None:
    """A slower path shows here at once, on a machine of any speed; who has a reason commits the new figure with it."""
    assert instructions.dearer(*counted) == {}


def test_a_detour_in_any_of_them_is_noticed(counted: Counted) -> None:
    """The gate is shown failing: the same work with one copied mapping of forty members in an operation, six in a document."""
    assert set(instructions.dearer(*counted, ", detour")) == {"operation", "document written", "document read"}


def test_an_imported_trio_makes_an_operation_of_asyncio_at_most_three_percent_dearer(counted: Counted) -> None:
    """Many programs have trio imported by something they use; asking it each time whether it runs cost a fifth of an operation."""
    counts, _ = counted
    assert counts["operation, trio imported"] <= instructions.MOST * counts["operation"]
