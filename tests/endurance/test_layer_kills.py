"""Imports, exports, unpacking, attaching and committing that are killed: a few of the moments of which `make kills` takes 200 of each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked to be killed at a moment of their work"),
]

HERE = Path(__file__).resolve().parent
KILLS = 3
"""Of each verb, in each way a view is made, as each user."""


def test_what_is_killed_at_a_random_moment_is_done_by_the_next(record_property: Callable[[str, object], None]) -> None:
    """A public name never has half a layer or archive, nothing foreign changes, the next run succeeds, and a sweep leaves nothing."""
    words = [sys.executable, str(HERE / "layer_kills.py"), "--kills", str(KILLS)]
    samples = {"PYTHONPATH": os.pathsep.join([str(HERE.parent / "unit/samples"), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(words, check=False, capture_output=True, text=True, env={**os.environ, **samples})
    record_property("told", done.stdout.rstrip())
    assert (0, "") == (done.returncode, done.stderr)
    assert 8 <= done.stdout.count(f": killed {KILLS} of ")
