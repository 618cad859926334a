"""A thread that imported trio broke the asyncio loop of another thread: the half-imported module was asked whether trio runs."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, types
import anyio
from hcsffi import ComputeSystem

for name in ("trio", "trio.lowlevel"):
    sys.modules[name] = types.ModuleType(name)  # as another thread leaves it while its import goes on

async def main():
    async with await ComputeSystem.create("meanwhile", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        print((await system.properties()).state)

anyio.run(main)
"""


def test_a_trio_that_is_being_imported_by_another_thread_is_not_asked() -> None:
    """Programs with several loops import trio whenever its first user comes."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("Running\n", "")
