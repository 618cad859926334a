"""A task that a drain resumes is known to run under the loop that drains, without asking asyncio: it must stay the right loop."""

from __future__ import annotations

import asyncio
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from hcsffi.delivery import dispatcher, operation, telling

from submissions import enumerate_request

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from hcsffi.delivery.dispatcher import Dispatcher

    Script = Callable[..., subprocess.CompletedProcess[str]]

LIMIT_S = 60  # against a hang


async def ask() -> Dispatcher:
    """One operation, so that what follows is done by a task that the drain resumes; whose it was."""
    await operation.commence(enumerate_request())
    return dispatcher.current()


@pytest.mark.skipif(sys.platform == "win32", reason="the proactor's tasks are resumed by the loop alone")
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="asyncio keeps its loop in another place, and asking it costs no system call")
def test_a_resumed_task_is_known_without_asking_asyncio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its next operation is on the path of every operation."""

    async def main() -> None:
        here = await ask()
        with monkeypatch.context() as patch:
            patch.setattr(dispatcher, "_asyncio", None)
            assert await ask() is here
        await asyncio.sleep(0)  # the loop resumes it now, and no drain
        assert dispatcher.drains.resuming() is None
        assert dispatcher.current() is here

    asyncio.run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="the proactor's tasks are resumed by the loop alone")
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="asyncio keeps its loop in another place, and asking it costs no system call")
def test_what_a_resumed_task_imports_is_seen_by_its_next_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that traces wants to see each call from then on, also where others were imported and forgotten before it."""

    async def main() -> None:
        here = await ask()
        assert dispatcher.drains.resuming() is here
        monkeypatch.setitem(sys.modules, "a_module_of_this_test", sys)
        assert dispatcher.drains.resuming() is here
        monkeypatch.setitem(sys.modules, telling.TRACE, sys)
        assert dispatcher.drains.resuming() is None
        monkeypatch.delitem(sys.modules, telling.TRACE)
        monkeypatch.delitem(sys.modules, "a_module_of_this_test")
        assert dispatcher.drains.resuming() is here

    asyncio.run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="the proactor holds what a signal wakes, and a trio inside it wants the same")
def test_a_trio_that_a_resumed_task_imports_and_runs_has_a_dispatcher_of_its_own(script: Script) -> None:
    """A synchronous function may do both; the task goes on under its own loop."""
    done = script("""
    import asyncio
    from hcsffi.delivery import dispatcher, operation
    from submissions import enumerate_request

    async def ask():
        await operation.commence(enumerate_request())
        return type(dispatcher.current()).__name__

    async def main():
        before = await ask()
        import trio
        print(before, trio.run(ask), await ask(), trio.run(ask), await ask())

    asyncio.run(main())
    """)
    around, inside = "PumpDispatcher", "TrioPumpDispatcher"
    assert (0, f"{around} {inside} {around} {inside} {around}\n", "") == (done.returncode, done.stdout, done.stderr)


def test_a_loop_that_runs_inside_a_resumed_task_has_a_dispatcher_of_its_own() -> None:
    """As notebooks do it, whose cells run a loop inside the one that runs already."""

    async def main() -> tuple[Dispatcher, Dispatcher, Dispatcher]:
        outer = await ask()
        around, inner = asyncio.get_running_loop(), asyncio.new_event_loop()
        asyncio._set_running_loop(None)
        try:
            inside = inner.run_until_complete(asyncio.wait_for(ask(), LIMIT_S))
            inner.run_until_complete(inner.shutdown_asyncgens())
        finally:
            inner.close()
            asyncio._set_running_loop(around)
        return outer, inside, await ask()

    outer, inside, again = asyncio.run(main())
    assert inside is not outer
    assert again is outer


def test_loops_of_two_threads_that_resume_tasks_at_once_are_kept_apart() -> None:
    """One's task waits inside its drain until the other's has been resumed, and the other's goes on after the first has ended."""
    meet, over = threading.Barrier(2, timeout=LIMIT_S), threading.Event()
    seen: dict[str, list[Dispatcher]] = {"first": [], "second": []}

    async def first() -> None:
        seen["first"].append(await ask())
        meet.wait()  # both are resumed by a drain of their own now
        seen["first"].append(dispatcher.current())
        seen["first"].append(await ask())

    async def second() -> None:
        seen["second"].append(await ask())
        meet.wait()
        assert over.wait(LIMIT_S)
        seen["second"].append(dispatcher.current())
        seen["second"].append(await ask())

    def run_first() -> None:
        asyncio.run(first())
        over.set()

    threads = [threading.Thread(target=run) for run in (run_first, lambda: asyncio.run(second()))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LIMIT_S)
    assert [len(set(seen[name])) for name in ("first", "second")] == [1, 1]
    assert [len(seen[name]) for name in ("first", "second")] == [3, 3]
    assert seen["first"][0] is not seen["second"][0]


def test_a_dispatcher_that_a_resumed_task_closes_is_asked_no_more() -> None:
    """Another library answers from then on, for instance."""

    async def main() -> tuple[Dispatcher, Dispatcher]:
        before = await ask()
        before.close()
        return before, await ask()

    before, after = asyncio.run(main())
    assert after is not before


def test_an_exception_out_of_a_resumed_task_ends_what_was_known() -> None:
    """The loop is run again, and its tasks are resumed by itself at first."""
    loop = asyncio.new_event_loop()

    async def interrupted() -> None:
        await ask()
        raise KeyboardInterrupt

    async def after() -> Dispatcher:
        assert dispatcher.drains.resuming() is None
        return await ask()

    try:
        with pytest.raises(KeyboardInterrupt):
            loop.run_until_complete(interrupted())
        assert dispatcher.drains.resuming() is None
        assert isinstance(loop.run_until_complete(after()), dispatcher.PumpDispatcher)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
