"""A small sample of ``make remnant-kills``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = Path(__file__).with_name("served_remnants.py")
SAMPLES = Path(__file__).parents[1] / "unit" / "samples"


@pytest.mark.skipif(sys.platform == "win32", reason="this Python has no Unix sockets there")
def test_what_killed_clients_had_in_a_service_is_taken_away_by_the_next_one(record_property: Callable[[str, object], None]) -> None:
    """Endpoints, namespaces, views and scratches outlive a client that is killed; nothing of them stays, and nothing foreign goes."""
    paths = os.pathsep.join(filter(None, [str(SAMPLES), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, str(PROGRAM), "--kills", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths})
    record_property("told", done.stdout.strip())
    assert (done.returncode, done.stderr, done.stdout.endswith("nothing foreign removed\n")) == (0, "", True)
