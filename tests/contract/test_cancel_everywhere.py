"""Every public coroutine is cancelled at each of its suspensions, on every loop, and nothing is left of it.

The lives below go through all of them. Which there are is asked of the package: a coroutine that is added and in no life fails the first
test. Each life is cancelled when it suspends for the first time, then for the second and so on, until it gets through; after each round
the host's counters and this process's descriptors must be what they were before. test_cancellation.py looks closer at single journeys.
"""

from __future__ import annotations

import inspect
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from cancelling import ways

import hcsffi
from hcsffi import ComputeSystem, embedded, network, service, storage
from hcsffi.compute.process_calls import ProcessCalls
from hcsffi.compute.standard_input import StandardInput
from hcsffi.compute.system_calls import SystemCalls
from hcsffi.delivery.blocking import unattended
from hcsffi.delivery.pipe import Lines, ReceivePipe
from hcsffi.storage import oci

import compute_lives
import network_lives
import storage_lives
from stage import Life, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from types import CodeType, FrameType

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

MANY = 600
"""More suspensions than any life here has."""
SETTLING_S = 60.0  # against what never comes, and nothing else
"""How long late words of the library may take: an operation is closed by its completion, not by its awaiter."""
LATE = {"DelayMinUs": 0, "DelayMaxUs": 500, "ReorderCompletions": True, "Seed": 5, "Workers": 2}
"""Completions that come at times of their own, and not in order."""

PUBLIC = (hcsffi, service, embedded, network, storage, oci)
"""The modules whose public names are looked through."""
REACHED = (StandardInput, ReceivePipe, Lines, SystemCalls, ProcessCalls)
"""Classes without a public name whose instances public attributes hold."""
PROTOCOL = {"__aenter__", "__aexit__", "__anext__"}


LIVES = (*compute_lives.LIVES, *network_lives.LIVES, *storage_lives.LIVES)


def public_coroutines() -> dict[CodeType, str]:
    """The code of each public coroutine and its name; what several classes inherit is there once."""
    things: list[object] = list(REACHED)
    for module in PUBLIC:
        own = [name for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__ and name[0] != "_"]
        things += [getattr(module, name) for name in getattr(module, "__all__", own)]
    routines = [inspect.unwrap(one) for one in things if inspect.isroutine(one)]
    functions = [one for one in routines if inspect.iscoroutinefunction(one) or inspect.isasyncgenfunction(one)]
    for thing in (one for one in things if inspect.isclass(one)):
        for name in dir(thing):
            found = inspect.getattr_static(thing, name)
            function = getattr(found, "__func__", found)
            if inspect.iscoroutinefunction(function) and (name[0] != "_" or name in PROTOCOL):
                functions.append(function)
    return {one.__code__: f"{one.__module__}.{one.__qualname__}" for one in functions if one.__module__.startswith("hcsffi.")}


def held() -> dict[str, int]:
    """What the host keeps alive, threads aside, how many calls go on without their callers, and how many descriptors this process has."""
    calls = unattended()  # before what they make is counted: a call may end in between
    counted = {"calls": calls, **{name: count for name, count in embedded.counters().items() if name != "Threads"}}
    folder = Path("/proc/self/fd")
    if sys.platform != "win32" and folder.is_dir():
        counted["descriptors"] = len(list(folder.iterdir()))
    return counted


def beyond(before: dict[str, int]) -> dict[str, tuple[int, int]]:
    """What is held now and was not before."""
    return {name: (before.get(name, 0), count) for name, count in held().items() if count > before.get(name, 0)}


async def settled(before: dict[str, int], sweep: Callable[[], Awaitable[None]] | None = None) -> dict[str, tuple[int, int]]:
    """What is held now and was not before, once it does not change any more; empty when all was given back.

    What may outlive its caller is swept as often as it is looked for: a call that goes on without its caller makes it at the end.
    """
    left: dict[str, tuple[int, int]] = {}
    with anyio.move_on_after(SETTLING_S):
        while left := beyond(before):  # one look decides: a second could find what a later call holds for a moment
            if sweep is not None:
                await sweep()
            await anyio.sleep(0.002)
    return left


@pytest.fixture(
    params=[
        pytest.param("asyncio", id="asyncio"),
        pytest.param("trio", id="trio"),
        pytest.param(("asyncio", {"use_uvloop": True}), id="uvloop", marks=pytest.mark.skipif(sys.platform == "win32", reason="no uvloop")),
    ]
)
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    """The loops of conftest.py, and uvloop."""
    return request.param


@pytest.fixture(scope="module", autouse=True)
def _a_loop_before_the_first() -> None:
    """With the first loop of a process libuv makes a pipe and keeps it: it is no test's."""
    if sys.platform != "win32":
        import uvloop  # noqa: PLC0415 - not on Windows

        uvloop.new_event_loop().close()


@pytest.fixture
async def stage(tmp_path: Path, fresh_id: Callable[[], str]) -> AsyncIterator[Stage]:
    """A running container, a free id and a folder."""
    (tmp_path / "disk").write_bytes(b"")
    async with await ComputeSystem.create(fresh_id(), compute_lives.CONTAINER, terminate_on_close=True) as system:
        await system.start()
        yield Stage(system, fresh_id(), tmp_path)


async def test_the_lives_go_through_every_public_coroutine(stage: Stage) -> None:
    """One that is in no life is cancelled nowhere: whoever adds a coroutine adds it to a life."""
    wanted = public_coroutines()
    entered: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            entered.add(frame.f_code)

    before = sys.getprofile()
    for life in LIVES:
        here = stage._replace(name=f"{stage.name}-{life.run.__name__}")
        sys.setprofile(note)
        try:
            await life.run(here)
        finally:
            sys.setprofile(before)
        await life.sweep(here)
    assert sorted(name for code, name in wanted.items() if code not in entered) == []


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.run.__name__)
async def test_a_life_that_is_cancelled_at_any_suspension_leaves_nothing(life: Life, stage: Stage, configure: Configure) -> None:
    """Nothing native, no descriptor, no reaper, whatever was on its way when the cancellation came."""
    configure(**LATE)
    await life.run(stage)  # whatever is made once and kept is there from now on
    await life.sweep(stage)
    before = held()
    assert await settled(before) == {}
    for cancelled in ways():
        for number in range(1, MANY):
            here = stage._replace(name=f"{stage.name}-{number}-{cancelled.__name__}")
            with anyio.fail_after(60):
                was_cancelled = await cancelled(partial(life.run, here), number)
            place = f"suspension {number}, cancelled {cancelled.__name__}"
            assert await settled(before, partial(life.sweep, here)) == {}, f"left after {place}"
            if not was_cancelled:
                break
        else:
            pytest.fail(f"{life.run.__name__} has more than {MANY} suspensions")
        assert number > 1
