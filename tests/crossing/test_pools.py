"""Exceptions on their way out of a process pool: the caller reads the sentence, whichever pool it is."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Script = Callable[..., subprocess.CompletedProcess[str]]

JOB = """
    import multiprocessing
    import os
    import time
    import warnings
    from concurrent.futures import ProcessPoolExecutor

    import anyio

    from hcsffi import ComputeSystem

    warnings.simplefilter("ignore", DeprecationWarning)  # newer interpreters warn of any fork beside threads; that is the point here

    async def open_unknown():
        await ComputeSystem.open("nobody")

    def job(number):
        anyio.run(open_unknown)

    def told(work):
        try:
            work()
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    def settle():
        # A thread that Python has joined may still be inside the allocator, and GCC's address sanitizer keeps its locks across a fork.
        counts = [0, -1]
        while METHOD == "fork" and counts[-1] != counts[-2]:
            counts.append(len(os.listdir("/proc/self/task")))
            time.sleep(0.2)

    if __name__ == "__main__":
        if METHOD == "fork":
            told(lambda: job(0))  # the library is loaded here
        settle()
        context = multiprocessing.get_context(METHOD)
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            print(told(lambda: list(pool.map(job, range(4)))))
        settle()
        with context.Pool(1) as pool:
            print(told(lambda: pool.apply_async(job, (1,)).get(30)))
        print(told(lambda: job(0)))
"""
REFUSED = "NotFound: HcsOpenComputeSystem failed for compute system 'nobody': HCS_E_SYSTEM_NOT_FOUND (0x8037010E)"


def outcome(script: Script, method: str) -> list[str]:
    """What the two pools and the program itself say."""
    done = script(JOB.replace("METHOD", repr(method)), limit_s=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_an_error_of_the_service_leaves_a_pool_as_it_left_the_call(script: Script) -> None:
    """Spawned workers use the library themselves; what it raises there is read here, word for word."""
    lines = outcome(script, "spawn")
    assert lines[0].startswith(REFUSED)
    assert [lines[0]] * 3 == lines


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system has no fork")
def test_a_pool_of_forked_workers_says_what_to_do_instead(script: Script) -> None:
    """It was ``BrokenProcessPool``, and the other pool waited for ever."""
    executor, pool, here = outcome(script, "fork")
    assert here.startswith(REFUSED)
    assert executor == pool
    assert executor.startswith("ForkedProcess: hcsffi was used before this process was forked")
    assert executor.endswith("start child processes with the 'spawn' method")
