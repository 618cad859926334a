"""Containers with roots and networks of their own: a small sample of `make isolation-storm`, `isolation-kills` and `network-faults`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import isolating
import pytest

HERE = Path(__file__).resolve().parent

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service"),
]


@pytest.mark.parametrize(
    ("program", "words", "told"),
    [
        ("isolation_storm.py", ["--lives", "8", "--rounds", "1"], "left: nothing"),
        ("isolation_kills.py", ["--kills", "2"], "something was left of 0"),
        ("network_faults.py", ["--every", "11"], "something was left of 0"),
    ],
)
def test_a_sample_leaves_nothing(program: str, words: list[str], told: str) -> None:
    """Whatever fails, is cancelled or killed at whichever moment, no process, mount, folder or network stays behind."""
    isolating.require("Layers")
    paths = os.pathsep.join([str(HERE.parent / "contract/lives"), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, str(HERE / program), *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths})
    assert (0, "") == (done.returncode, done.stderr)
    if "left out" in done.stdout:
        pytest.skip(done.stdout)
    assert told in done.stdout
