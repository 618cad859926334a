"""A small sample of ``make client-kills``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = Path(__file__).with_name("served_kills.py")


@pytest.mark.skipif(sys.platform == "win32", reason="this Python has no Unix sockets there")
def test_clients_killed_at_random_moments_leave_what_should_live_and_nothing_else(
    record_property: Callable[[str, object], None],
) -> None:
    """An orchestrator that crashes finds its systems again, and the service keeps nothing for the dead."""
    command = [sys.executable, str(PROGRAM), "--kills", "10", "--at-once", "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    record_property("told", done.stdout.strip())
    assert (done.returncode, done.stderr, done.stdout.endswith("nothing left\n")) == (0, "", True)
