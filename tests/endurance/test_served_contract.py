"""A sample of the contract suite once more through a service; `make served` runs the whole of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_S = 540  # against a hang, and nothing else
SAMPLE = ("test_batches.py", "test_events.py", "test_kept_and_told.py", "test_lines.py")
"""Calls of many, events, streams, and what a service does itself: what crosses a connection in four ways."""


@pytest.mark.endurance
@pytest.mark.timeout(LONGEST_S + 60)
@pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to a service yet")
@pytest.mark.parametrize("way", ["unix", "ssh"])
def test_a_sample_of_the_contract_holds_through_a_service(way: str) -> None:
    """Over a Unix socket, where descriptors are passed, and over standard streams, where everything goes through frames."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("HCSFFI_LIBRARY", "PYTEST_"))}
    paths = os.pathsep.join(filter(None, [str(ROOT / "tests"), own.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "pytest", "-p", "served", "-p", "no:cacheprovider", "-q", "-k", "asyncio"]
    done = subprocess.run(
        [*command, *(f"tests/contract/{one}" for one in SAMPLE)],
        cwd=ROOT,
        env=own | {"HCSFFI_SERVED": way, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 20
