"""A call that is made to its end although its caller is cancelled: by a scope, by asyncio's own means, and again while it waits."""

from __future__ import annotations

import asyncio
import weakref
from functools import partial
from typing import TYPE_CHECKING

import anyio
import pytest
from anyio import lowlevel

from hcsffi.delivery.finishing import to_its_end

if TYPE_CHECKING:
    from collections.abc import Awaitable

pytestmark = pytest.mark.anyio

ON_ASYNCIO = pytest.mark.parametrize("anyio_backend", ["asyncio"])


class Work:
    """A call that lasts until it is let go, and what is known of it."""

    def __init__(self) -> None:
        self.begun = anyio.Event()
        self.may_end = anyio.Event()
        self.has_ended = anyio.Event()
        self.undone: list[int] = []

    @property
    def ended(self) -> bool:
        """Whether it has made something."""
        return self.has_ended.is_set()

    async def run(self) -> int:
        """Wait, and make a seven."""
        self.begun.set()
        await self.may_end.wait()
        self.has_ended.set()
        return 7

    async def undo(self, made: int) -> None:
        """Take it away again."""
        await lowlevel.checkpoint()
        self.undone.append(made)


async def let_pass() -> None:
    """Every task takes some steps."""
    for _ in range(10):
        await lowlevel.checkpoint()


async def test_it_returns_and_raises_what_the_call_does() -> None:
    """The task that makes the call is not seen, nor a group of errors."""

    async def fail() -> None:
        await lowlevel.checkpoint()
        raise KeyError("place")

    work = Work()
    work.may_end.set()
    assert await to_its_end(work.run, undo=work.undo) == 7
    assert work.undone == []
    with pytest.raises(KeyError, match="place"):
        await to_its_end(fail)


async def test_a_scope_s_cancellation_is_seen_by_what_comes_after() -> None:
    """As with a shielded scope: what has been made is not lost."""
    work = Work()
    made: list[int] = []

    async def caller() -> None:
        made.append(await to_its_end(work.run, undo=work.undo))
        await lowlevel.checkpoint()
        made.append(8)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(caller)
        await work.begun.wait()
        tasks.cancel_scope.cancel()
        with anyio.CancelScope(shield=True):
            await let_pass()
            assert not work.ended
            work.may_end.set()
    assert (made, work.undone) == ([7], [])


async def test_a_scope_s_cancellation_can_be_noticed() -> None:
    """The call is told, goes on as long as it may, and what it returns is undone."""
    work = Work()

    def limit(scope: anyio.CancelScope) -> None:
        scope.deadline = anyio.current_time() + 60
        work.may_end.set()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(partial(to_its_end, work.run, undo=work.undo, on_cancel=limit))
        await work.begun.wait()
        tasks.cancel_scope.cancel()
    assert (work.ended, work.undone) == (True, [7])


async def test_a_call_that_may_go_on_no_longer_is_ended() -> None:
    """Every wait has a limit, where somebody sets one."""
    work = Work()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(partial(to_its_end, work.run, undo=work.undo, on_cancel=lambda scope: scope.cancel()))
        await work.begun.wait()
        tasks.cancel_scope.cancel()
    assert (work.ended, work.undone) == (False, [])


async def test_whoever_is_cancelled_already_begins_nothing_that_can_be_cancelled() -> None:
    """There is nothing to undo then."""
    work = Work()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await to_its_end(work.run, on_cancel=lambda _: None)
    assert scope.cancelled_caught
    assert not work.begun.is_set()


@ON_ASYNCIO
@pytest.mark.parametrize("times", [1, 3])
async def test_asyncio_s_own_cancellation_comes_when_the_call_has_ended_and_is_undone(times: int) -> None:
    """It heeds no shield, and may come again."""
    work = Work()
    task = asyncio.ensure_future(to_its_end(work.run, undo=work.undo))
    await work.begun.wait()
    for _ in range(times):
        task.cancel()
        await let_pass()
        assert not task.done()
    work.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (work.ended, work.undone) == (True, [7])


@ON_ASYNCIO
async def test_asyncio_s_own_cancellation_does_not_lose_what_was_just_made() -> None:
    """The call has ended, and its caller has not had his turn yet."""
    work = Work()
    task = asyncio.ensure_future(to_its_end(work.run, undo=work.undo))
    await work.begun.wait()
    work.may_end.set()
    await work.has_ended.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert work.undone == [7]


@ON_ASYNCIO
async def test_a_time_limit_of_asyncio_s_own_waits_for_the_end() -> None:
    """``asyncio.wait_for`` tells of the time when what was begun is undone."""
    work = Work()

    async def let_go() -> None:
        await work.begun.wait()
        await asyncio.sleep(0.05)
        work.may_end.set()

    letting_go = asyncio.ensure_future(let_go())
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(to_its_end(work.run, undo=work.undo), 0.01)
    await letting_go
    assert work.undone == [7]


class _Held(Exception):
    """Carries something, as an error with a handle does."""


@ON_ASYNCIO
async def test_an_error_that_nobody_sees_is_gone() -> None:
    """What it holds would stay open until Python looks for cycles."""
    seen: list[weakref.ref[_Held]] = []
    may_fail = anyio.Event()

    async def fail() -> None:
        await may_fail.wait()
        error = _Held()
        seen.append(weakref.ref(error))
        try:
            raise error
        finally:
            del error

    task = asyncio.ensure_future(to_its_end(fail))
    await let_pass()
    task.cancel()
    await let_pass()
    may_fail.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen[0]() is None


def test_a_loop_that_ends_ends_the_call_too() -> None:
    """It would wait for ever else."""
    work: list[Work] = []

    async def forget() -> asyncio.Task[int]:
        work.append(Work())
        task = asyncio.ensure_future(to_its_end(work[0].run))
        await work[0].begun.wait()
        return task

    task = asyncio.run(forget())
    assert task.cancelled()
    assert not work[0].ended


def test_a_call_whose_task_alone_is_ended_tells_its_caller() -> None:
    """Whoever goes through all tasks of a loop finds it."""

    async def ended(call: Awaitable[int], begun: anyio.Event) -> bool:
        before = asyncio.all_tasks()
        task = asyncio.ensure_future(call)
        await begun.wait()
        (making,) = asyncio.all_tasks() - before - {task}
        making.cancel()
        try:
            await task
        except asyncio.CancelledError:
            return True
        return False

    async def main() -> bool:
        work = Work()
        return await ended(to_its_end(work.run), work.begun)

    assert asyncio.run(main())
