"""The side-by-side with win32more runs: a benchmark that nobody runs is the first thing that stops working."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform != "win32", reason="win32more is for Windows"),
    pytest.mark.skipif(importlib.util.find_spec("win32more") is None, reason="win32more is not installed"),
]

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "windows_peers.py"


@pytest.mark.parametrize("loop", ["proactor", "selector"])
def test_the_contenders_are_measured_on_one_library(loop: str) -> None:
    """The program stops by itself when a contender fails, is told something else, calls another DLL or leaves something behind."""
    command = [sys.executable, "-X", "utf8", str(PROGRAM), "--smallest", "--loop", loop]
    environment = os.environ | {"HCSFFI_LIBRARY": "embedded"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=150)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"library embedded, {loop} loop" in done.stdout
    assert "times faster hcsffi awaits properties than" in done.stdout
