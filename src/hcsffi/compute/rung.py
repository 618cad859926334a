"""Which step of a stop ladder worked."""

from __future__ import annotations

from enum import Enum


class Rung(Enum):
    """The step that ended a system or process."""

    ALREADY_STOPPED = "already stopped"
    """It had ended before anything was asked."""
    ASKED = "asked"
    """It ended on request: a shutdown, a signal."""
    FORCED = "forced"
    """It had to be terminated."""
