"""How a system or process that was to be stopped came to its end."""

from __future__ import annotations

from enum import Enum


class Ending(Enum):
    """What ended a system or process."""

    ALREADY_STOPPED = "already stopped"
    """It had ended before anything was asked."""
    ASKED = "asked"
    """It ended on request: a shutdown, a signal."""
    FORCED = "forced"
    """It had to be terminated."""
