"""The Wine lane that did not come to its end although its tests had: a program Wine had lost held the pipe of their output for ever."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from wine_lane import machine

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the lane runs on Linux")


def test_a_program_that_outlives_the_tests_does_not_hold_the_lane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code and all that was written are there at the end of the program that was asked for."""
    stand_in, left = tmp_path / "wine", tmp_path / "left"
    stand_in.write_text(f'#!/bin/sh\nsleep 1000 &\necho $! > {left}\necho "said by $1"\nexit 3\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(machine, "LAST_OUTPUT_S", 2.0)
    try:
        assert machine.Machine(tmp_path, tmp_path, tmp_path).run(["a program"]) == (3, "said by a program\n")
    finally:
        os.kill(int(left.read_text()), signal.SIGTERM)
