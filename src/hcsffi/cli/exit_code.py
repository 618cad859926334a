"""What the command exits with, where it is not the child's own code: as shells and Docker say it."""

from __future__ import annotations

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than --version and --help do
if TYPE_CHECKING:
    from typing import Final

FINE: Final = 0
FOUND_PROBLEM: Final = 1
"""``validate`` found a problem."""
FAILED: Final = 1
"""One of the systems that were named could not be served; Docker's code for it."""
WRONG_USAGE: Final = 2
OUR_FAILURE: Final = 125
"""This program failed, not the child."""
NOT_EXECUTABLE: Final = 126
NOT_FOUND: Final = 127
INTERRUPTED: Final = 130
