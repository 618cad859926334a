"""A pytest plugin that fails a run which was answered by another library than the one it was meant to test: the package's or System32's."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

EXPECTED = "HCSFFI_LANE_LIBRARY"
"""Names the library that is to answer in the test process, as `hcsffi.native.library.name()` does."""


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Compare what answered with what was to answer; tests that choose a library do so in processes of their own."""
    library = sys.modules.get("hcsffi.native.library")
    expected = os.environ.get(EXPECTED)
    if expected is None or library is None or not library.loaded() or library.name() == expected:
        return
    print(f"\nwine_lane: these tests were answered by {library.name()!r} and not by {expected!r}", file=sys.stderr)
    session.exitstatus = 1
