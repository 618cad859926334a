"""Builds the plain C and C++ tests of the embedded host three times (plain, address and undefined-behaviour sanitizers, thread sanitizer) and runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "native-tests"
KINDS = ("plain", "address", "thread")
PROGRAMS = sorted(one.stem for one in HERE.glob("*_test.c*"))
LONGEST_BUILD_S = 900
LONGEST_RUN_S = 240
ENVIRONMENT = {
    "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0",
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
    "TSAN_OPTIONS": "halt_on_error=1:second_deadlock_stack=1",
}

pytestmark = [
    pytest.mark.skipif(
        sys.platform == "win32", reason="the sanitizers and the Makefile are POSIX; on Windows these programs are not built yet"
    ),
    pytest.mark.timeout(LONGEST_BUILD_S + LONGEST_RUN_S),
]


@pytest.fixture(scope="module", params=KINDS)
def built(request: pytest.FixtureRequest) -> Path:
    """The folder with every program of one kind, built when something has changed."""
    kind = str(request.param)
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    done = subprocess.run(
        ["make", "--silent", "-j2", f"V={kind}", f"PYTHON={sys.executable}"],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=LONGEST_BUILD_S,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return BUILD / kind


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_native_tests_pass(built: Path, program: str) -> None:
    """What the host promises through the C border holds without Python in between, and no sanitizer finds anything."""
    done = subprocess.run(
        [built / program],
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LONGEST_RUN_S,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-20000:]}"
