"""By which words a guest ends a process with all it started; Linux's own are run in `tests/contract/test_run.py`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hcsffi.compute.process_tree import ending_words


def test_windows_is_asked_for_the_tree_by_force() -> None:
    """Without /T the children go on, without /F a program that has no window is only asked (taskkill's own reference)."""
    assert ["taskkill", "/T", "/F", "/PID", "4242"] == ending_words(4242, guest_is_linux=False, alive=True)


def test_windows_has_no_words_for_what_an_ended_process_has_left_behind() -> None:
    """It forgets whose descendant a process is; whoever asked says that it may go on, and claims nothing."""
    assert ending_words(4242, guest_is_linux=False, alive=False) is None


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell of Linux")
def test_nobody_is_found_behind_a_number_that_no_process_has() -> None:
    """A process that ended a moment ago is no failure of the words that look for its descendants."""
    words = ending_words(2**22 + 1, guest_is_linux=True, alive=False)  # beyond the highest pid_max of Linux
    assert words is not None
    assert 0 == subprocess.run(words, check=False, timeout=60).returncode
