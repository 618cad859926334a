"""What outlives its loop, its interpreter or its process does no harm."""

from __future__ import annotations

import asyncio
import importlib
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import embedded
from hcsffi.delivery import dispatcher, operation

from submissions import CONTAINER, create_request, end_all, enumerate_request, until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Configure = Callable[..., None]
    Script = Callable[..., subprocess.CompletedProcess[str]]

NO_CANCEL = {"Function": "HcsCancelOperation", "Count": 100, "HResult": "0x80004001", "Sync": True}
HEAD = """
    import anyio, asyncio, gc, json, os, sys, threading
    from hcsffi import embedded
    from hcsffi.delivery import operation
    from hcsffi.native import library
    from submissions import create_request, create_system, end, enumerate_request, start_system, system_request
"""


LOOPS = ["asyncio", "trio"]
MAKERS = [asyncio.new_event_loop]
if sys.platform != "win32":  # uvloop is not made for Windows
    LOOPS.append("uvloop")
    MAKERS.append(importlib.import_module("uvloop").new_event_loop)


@pytest.fixture(params=LOOPS)
def run_loop(request: pytest.FixtureRequest) -> Callable[[Any], Any]:
    """Runs a coroutine function in a loop of its own."""
    options = {"backend_options": {"use_uvloop": True}} if request.param == "uvloop" else {}
    backend = "trio" if request.param == "trio" else "asyncio"
    return lambda function: anyio.run(function, backend=backend, **options)


def wait_until(condition: Callable[[], bool]) -> None:
    """As ``until``, in a loop of its own."""
    anyio.run(until, condition)


def test_a_loop_that_ends_with_operations_in_flight_leaves_nothing(configure: Configure, run_loop: Callable[[Any], Any]) -> None:
    """Their answers come when nobody drains any more: the shim frees them, the handle they opened included."""
    configure(ManualClock=True, DelayMinUs=1000, Faults=[NO_CANCEL])

    async def start_and_leave() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(operation.perform, create_request())
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()

    run_loop(start_and_leave)
    assert 5 == embedded.counters()["Operations"]
    embedded.advance_clock(1)
    wait_until(lambda: embedded.counters()["Operations"] == 0)
    wait_until(lambda: embedded.counters()["SystemHandles"] == 0)
    configure()
    run_loop(end_all)


@pytest.mark.parametrize("make_loop", MAKERS)
def test_a_bare_loop_that_nobody_shuts_down_leaves_nothing(
    configure: Configure, make_loop: Callable[[], asyncio.AbstractEventLoop]
) -> None:
    """`loop.close()` alone runs no asynchronous generator to its end."""
    configure(ManualClock=True, DelayMinUs=1000)
    loop = make_loop()
    task = loop.create_task(operation.perform(create_request()))
    loop.call_soon(loop.call_soon, loop.stop)
    loop.run_forever()
    assert 1 == embedded.counters()["Operations"]
    embedded.advance_clock(1)  # the answer lies in the queue of a loop that will never run again
    wait_until(lambda: embedded.counters()["Operations"] == 0)
    assert 1 == embedded.counters()["SystemHandles"]
    task._log_destroy_pending = False  # type: ignore[attr-defined]  # a task that never ends is what this test is about
    loop.close()
    wait_until(lambda: embedded.counters()["SystemHandles"] == 0)
    configure()
    anyio.run(end_all)


def test_a_dispatcher_belongs_to_one_loop(run_loop: Callable[[Any], Any]) -> None:
    """Two loops draining one list would resume each other's tasks."""
    seen: list[dispatcher.Dispatcher] = []

    async def look() -> None:
        await operation.perform(enumerate_request())
        seen.append(dispatcher.current())

    run_loop(look)
    run_loop(look)
    assert seen[0] is not seen[1]
    assert all(one.is_closed for one in seen)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_interpreter_that_exits_with_operations_in_flight_exits_cleanly(script: Script, backend: str) -> None:
    """Callbacks into Python aborted a prototype in nearly every run: the library's threads outlive the interpreter."""
    done = script(
        HEAD
        + f"""
    no_cancel = {{"Function": "HcsCancelOperation", "Count": 10000, "HResult": "0x80004001", "Sync": True}}
    embedded.configure({{"DelayMinUs": 0, "DelayMaxUs": 2000000, "Workers": 4, "Faults": [no_cancel]}})
    async def main():
        async with anyio.create_task_group() as tasks:
            for number in range(2000):
                tasks.start_soon(operation.perform, enumerate_request() if number % 4 else create_request())
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()
    anyio.run(main, backend={backend!r})
    print(embedded.counters()["Operations"] > 0, flush=True)
    """
    )
    assert (0, "True\n") == (done.returncode, done.stdout), done.stderr[-2000:]


def test_an_interpreter_that_exits_while_callbacks_pour_in_exits_cleanly(script: Script) -> None:
    """As above without any unwinding: the loop is stopped under its tasks."""
    done = script(
        HEAD
        + """
    embedded.configure({"Workers": 4})
    async def main():
        async def again():
            while True:
                await operation.perform(enumerate_request())
        tasks = [asyncio.ensure_future(again()) for _ in range(200)]
        await asyncio.sleep(0.05)
        print("leaving", flush=True)
        sys.stdout.flush()
        raise KeyboardInterrupt
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main())
    except KeyboardInterrupt:
        pass
    """
    )
    assert "leaving\n" == done.stdout
    assert 0 == done.returncode, done.stderr[-2000:]


FORKING = (
    HEAD
    + """
    import warnings
    warnings.simplefilter("ignore", DeprecationWarning)  # newer interpreters warn of any fork beside threads; that is the point here
    embedded.configure({"ManualClock": True, "DelayMinUs": 1000})

    async def main():
        from hcsffi.delivery import dispatcher
        system = await create_parked()
        here = dispatcher.current()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(operation.perform, enumerate_request())
            await anyio.wait_all_tasks_blocked()
            embedded.advance_clock(1)   # the answer and its token are there, and not drained
            while embedded.counters()["Operations"]:
                pass
            child = os.fork()
            if child == 0:
                try:
                    assert list(here.queue.drain()) == [], "the child drained its parent's answer"
                    try:
                        await operation.perform(enumerate_request())
                    except RuntimeError as error:
                        print("child:", error, flush=True)
                    try:
                        asyncio.run(operation.perform(enumerate_request()))
                    except RuntimeError as error:
                        print("child:", error, flush=True)
                    try:
                        embedded.counters()
                    except RuntimeError as error:
                        print("child:", type(error).__name__, flush=True)
                    system.close()
                    os._exit(0)
                except BaseException as error:
                    print("child failed:", repr(error), flush=True)
                    os._exit(1)
            _, status = os.waitpid(child, 0)
            print("status", status, flush=True)
        print("answered", flush=True)
        assert embedded.counters()["SystemHandles"] == 1
        embedded.configure({})
        await end(system)

    async def create_parked():
        embedded.configure({})
        system = await create_system()
        embedded.configure({"ManualClock": True, "DelayMinUs": 1000})
        return system

    anyio.run(main)
    print(sum(count for name, count in embedded.counters().items() if name != "Threads"))
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_forked_child_is_told_and_takes_nothing_from_its_parent(script: Script) -> None:
    """The child has neither the library's threads nor its own wake token: a read of the shared one would stall the parent for good."""
    done = script(FORKING)
    assert 0 == done.returncode, done.stdout + done.stderr[-2000:]
    lines = done.stdout.splitlines()
    assert all(line.startswith("child: hcsffi was used before this process was forked") for line in lines[:2])
    assert ["child: ForkedProcess", "status 0", "answered", "0"] == lines[2:]


def test_the_wake_token_is_cleared_before_the_list_is_taken(script: Script, tmp_path: Path) -> None:
    """The other order loses a wakeup. A completion is pushed at the worst moment, inside the clearing; it must be in the very same turn."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("puts itself between the shim and eventfd_read, which needs Linux and a C compiler")
    source = tmp_path / "worst_moment.c"
    source.write_text(
        """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdint.h>
        #include <sys/eventfd.h>
        int32_t (*advance)(uint64_t);
        int eventfd_read(int descriptor, eventfd_t *value) {
            int (*real)(int, eventfd_t *) = (int (*)(int, eventfd_t *))dlsym(RTLD_NEXT, "eventfd_read");
            if (advance) { advance(10000000); advance = 0; }
            return real(descriptor, value);
        }
        """
    )
    import subprocess as processes  # noqa: PLC0415 - only this test compiles

    between = tmp_path / "worst_moment.so"
    processes.run([compiler, "-shared", "-fPIC", "-o", between, source, "-ldl"], check=True)
    done = script(
        HEAD
        + f"""
    import ctypes
    from hcsffi.native.completions import CompletionQueue
    embedded.configure({{"ManualClock": True, "DelayMinUs": 1000, "Workers": 0}})
    host = ctypes.CDLL(str(library.EMBEDDED_FOLDER / "libhcsffi.host.so"))
    hook = ctypes.c_void_p.in_dll(ctypes.CDLL({str(between)!r}), "advance")
    queue = CompletionQueue(lambda *_: None)
    queue.submit(1, library.functions()["HcsEnumerateComputeSystems"].number, 0, (None,))
    hook.value = ctypes.cast(host.hcsffi_advance_clock, ctypes.c_void_p).value
    print([ticket for ticket, _ in queue.drain()], hook.value)
    queue.close()
    """,
        LD_PRELOAD=f"{os.environ.get('LD_PRELOAD', '')} {between}".strip(),  # a sanitizer that is preloaded already must stay first
    )
    assert "[1] None\n" == done.stdout, done.stdout + done.stderr[-2000:]


def test_importing_loads_no_library_and_no_code_generator(script: Script) -> None:
    """`import hcsffi` must be cheap and must work where no library is; the compiled module needs cffi's small run-time half only."""
    done = script(
        """
    import sys
    import hcsffi
    import hcsffi.native.binding
    import hcsffi.delivery.operation
    from hcsffi.native import library
    print(sorted(name for name in ("cffi", "pycparser", "asyncio", "trio") if name in sys.modules), library.loaded())
    """
    )
    assert "[] False\n" == done.stdout, done.stderr[-2000:]


def test_the_container_document_of_these_tests_is_one_the_service_takes() -> None:
    """One of Container, VirtualMachine and HostedSystem (behaviour B-1)."""
    assert ["Container"] == [name for name in CONTAINER if name in {"Container", "VirtualMachine", "HostedSystem"}]
