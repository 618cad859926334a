"""Where no thread can be had, nothing is held up by that: calls fail with a word why, and what is closed is closed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi import ComputeSystem, embedded

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Script = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process's address space by itself")

HEAD = """
    import anyio, gc, os, resource, warnings
    from hcsffi import ComputeSystem, HcsError, embedded

    warnings.simplefilter("error")
    DOCUMENT = {"Owner": "test", "SchemaVersion": {"Major": 2, "Minor": 1}, "ShouldTerminateOnLastHandleClosed": True, "Container": {}}

    def no_more_threads():
        # A thread's stack is 8 MiB of address space: a limit just above what is taken leaves room for everything else.
        taken = int(open("/proc/self/statm").read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (taken + 3 * 2**20, resource.RLIM_INFINITY))
"""


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_closing_needs_no_thread(script: Script, backend: str) -> None:
    """``__aexit__`` is the last chance: raising there leaves the system, its id and its descriptors until garbage is collected."""
    done = script(
        HEAD
        + f"""
    async def main():
        before = len(os.listdir("/proc/self/fd"))
        async with await ComputeSystem.create("first", DOCUMENT):
            no_more_threads()
        with anyio.fail_after(60):
            while embedded.counters()["Systems"] or embedded.counters()["SystemHandles"]:
                await anyio.sleep(0.01)
        print("nothing is left")

    anyio.run(main, backend={backend!r})
    """
    )
    assert done.stdout == "nothing is left\n", done.stderr


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_call_without_a_thread_says_so_and_opens_nothing(script: Script, backend: str) -> None:
    """An ``HcsError`` is what callers, and the library's own closing, are ready for."""
    done = script(
        HEAD
        + f"""
    async def main():
        async with await ComputeSystem.create("first", DOCUMENT):
            no_more_threads()
            try:
                await ComputeSystem.open("first")
            except HcsError as error:
                print(error.function, hex(error.hresult), "no thread could be started" in str(error))
            print(embedded.counters()["SystemHandles"])

    anyio.run(main, backend={backend!r})
    """
    )
    assert done.stdout == "HcsOpenComputeSystem 0x8007000e True\n1\n", done.stderr


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_create_that_no_thread_can_serve_is_refused_and_never_carried_out(script: Script, backend: str) -> None:
    """A caller who was told "no" tries again under the same id, and must not meet what it was refused."""
    done = script(
        HEAD
        + f"""
    async def main():
        embedded.counters()
        no_more_threads()
        try:
            await ComputeSystem.create("first", DOCUMENT)
        except HcsError as error:
            print(error.function, hex(error.hresult), "no thread could be started" in str(error))
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print(embedded.counters()["Systems"], embedded.counters()["SystemHandles"])
        async with await ComputeSystem.create("first", DOCUMENT):
            print("created")

    anyio.run(main, backend={backend!r})
    """
    )
    assert done.stdout == "HcsCreateComputeSystem 0x8007000e True\n0 0\ncreated\n", done.stderr


@pytest.mark.anyio
async def test_a_system_that_cannot_be_terminated_for_want_of_memory_is_closed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error goes up; the handle, and with it what the system holds, does not stay behind."""
    system = await ComputeSystem.create("short of memory", {"ShouldTerminateOnLastHandleClosed": True, "Container": {}})

    async def no_memory(_: ComputeSystem) -> None:
        raise MemoryError

    monkeypatch.setattr(ComputeSystem, "terminate", no_memory)
    with pytest.raises(MemoryError):
        await system.aclose(terminate=True)
    assert 0 == embedded.counters()["SystemHandles"]
