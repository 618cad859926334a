"""A sample of the contract suite once more with a root of its own for every container; `make enclosed` runs the whole of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import isolating
import pytest

ROOT = Path(__file__).parents[2]
LONGEST_S = 540  # against a hang, and nothing else
SAMPLE = ("test_lifecycle.py", "test_lines.py", "test_conversation.py")
"""States, streams, input and output at once: what goes through the engine in another way."""


@pytest.mark.endurance
@pytest.mark.timeout(LONGEST_S + 60)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service")
def test_a_sample_of_the_contract_holds_in_a_root_of_its_own() -> None:
    """Nothing but what is mapped tells a program that it is enclosed."""
    isolating.require()
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    paths = os.pathsep.join(filter(None, [str(ROOT / "tests"), own.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "pytest", "-p", "enclosed", "-p", "no:cacheprovider", "-q", "-k", "asyncio"]
    done = subprocess.run(
        [*command, *(f"tests/contract/{one}" for one in SAMPLE)],
        cwd=ROOT,
        env=own | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 20
