"""Every public coroutine is cancelled at each of its suspensions, on every loop, and nothing is left of it.

The lives below go through all of them. Which there are is asked of the package: a coroutine that is added and in no life fails the first
test. Each life is cancelled when it suspends for the first time, then for the second and so on, until it gets through; after each round
the host's counters and this process's descriptors must be what they were before. test_cancellation.py looks closer at single journeys.
"""

from __future__ import annotations

import inspect
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import anyio
import pytest
from cancelling import CancelAt

import hcsffi
from hcsffi import ComputeSystem, HcsError, embedded, join_terminal, run_many, service
from hcsffi.compute.process_calls import ProcessCalls
from hcsffi.compute.standard_input import StandardInput
from hcsffi.compute.system_calls import SystemCalls
from hcsffi.delivery.pipe import Lines, ReceivePipe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from types import CodeType, FrameType

    Configure = Callable[..., None]
    Life = Callable[["Stage"], Coroutine[object, object, None]]

pytestmark = pytest.mark.anyio

MANY = 600
"""More suspensions than any life here has."""
SETTLING_S = 10.0
"""How long late words of the library may take: an operation is closed by its completion, not by its awaiter."""
LATE = {"DelayMinUs": 0, "DelayMaxUs": 500, "ReorderCompletions": True, "Seed": 5, "Workers": 2}
"""Completions that come at times of their own, and not in order."""

V2 = {"SchemaVersion": {"Major": 2, "Minor": 1}}
CONTAINER = {**V2, "Owner": "lives", "ShouldTerminateOnLastHandleClosed": True, "Container": {"GuestOs": {"HostName": "life"}}}
TOPOLOGY = {"Memory": {"SizeInMB": 64, "AllowOvercommit": True}, "Processor": {"Count": 1}}
MACHINE = {
    **V2,
    "Owner": "lives",
    "ShouldTerminateOnLastHandleClosed": True,
    "VirtualMachine": {"StopOnReset": True, "Chipset": {"Uefi": {}}, "ComputeTopology": TOPOLOGY, "GuestConnection": {}},
}
CAT = {"CommandArgs": ["cat"], "CreateStdInPipe": True, "CreateStdOutPipe": True}
SLEEPER = {"CommandArgs": ["sleep", "50"]}

PUBLIC = (hcsffi, service, embedded)
"""The modules whose public names are looked through."""
REACHED = (StandardInput, ReceivePipe, Lines, SystemCalls, ProcessCalls)
"""Classes without a public name whose instances public attributes hold."""
PROTOCOL = {"__aenter__", "__aexit__", "__anext__"}


def public_coroutines() -> dict[CodeType, str]:
    """The code of each public coroutine and its name; what several classes inherit is there once."""
    things: list[object] = list(REACHED)
    for module in PUBLIC:
        own = [name for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__ and name[0] != "_"]
        things += [getattr(module, name) for name in getattr(module, "__all__", own)]
    functions = [one for one in things if inspect.iscoroutinefunction(one)]
    for thing in (one for one in things if inspect.isclass(one)):
        for name in dir(thing):
            found = inspect.getattr_static(thing, name)
            function = getattr(found, "__func__", found)
            if inspect.iscoroutinefunction(function) and (name[0] != "_" or name in PROTOCOL):
                functions.append(function)
    return {one.__code__: f"{one.__module__}.{one.__qualname__}" for one in functions if one.__module__.startswith("hcsffi.")}


class Stage(NamedTuple):
    """What is there before a life begins, and stays.

    Args:
        system: a container that runs.
        name: an id for a system of the life's own.
        folder: a folder with the file `disk`.
    """

    system: ComputeSystem
    name: str
    folder: Path


LIVES: list[Life] = []


def life(run: Life) -> Life:
    """Enter a life."""
    LIVES.append(run)
    return run


@life
async def container(stage: Stage) -> None:
    """A container from its creation to its exit."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.properties("Statistics")
        await system.query({})
        async with await ComputeSystem.open(stage.name):
            await ComputeSystem.list(ids=[stage.name])
        await system.shutdown()
        await system.wait_exit()


@life
async def stopped(stage: Stage) -> None:
    """A container that is stopped, and one that is terminated."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.stop(shutdown_s=5, terminate_s=5)
    async with await ComputeSystem.create(stage.name + "-2", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.terminate()


@life
async def machine(stage: Stage) -> None:
    """A machine that is paused, changed, saved and made to crash."""
    state = str(stage.folder / "state")
    async with await ComputeSystem.create(stage.name, MACHINE, terminate_on_close=True) as system:
        await system.start()
        await system.modify(hcsffi.documents.changes.vm_memory(128))
        await system.pause()
        await system.save({"SaveType": "ToFile", "SaveStateFilePath": state})
        await system.resume()
        await system.crash()


@life
async def process(stage: Stage) -> None:
    """A process that is talked to, looked at and waited for."""
    async with await stage.system.create_process(CAT, terminate_on_close=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        await running.stdin.send(b"one\ntwo\nthree\n")
        await running.stdout.receive(4)
        await running.stdout.receive_line()
        await anext(running.stdout.lines())
        await running.information()
        await running.properties()
        await running.query()
        async with await stage.system.open_process(running.id) as same:
            await same.properties()
        await running.stdin.aclose()
        await running.stdout.aclose()
        await running.close_stdin()
        await running.wait()


@life
async def ended_processes(stage: Stage) -> None:
    """Processes that are asked to end, made to, or both."""
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.signal("CtrlShutdown")
        await running.kill()
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.stop(grace_s=5)
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.terminate()


@life
async def consoles(stage: Stage) -> None:
    """A console that gets another size, by name and by document."""
    console = {**CAT, "EmulateConsole": True}
    async with await stage.system.create_process(console, terminate_on_close=True) as running:
        with suppress(HcsError):  # Wine cannot
            await running.resize_console(10, 20)
        with suppress(HcsError):
            await running.modify({"Operation": "ConsoleSize", "ConsoleSize": {"Height": 20, "Width": 40}})


@life
async def command(stage: Stage) -> None:
    """A command whose output is kept, and what one would send for it."""
    await stage.system.command_members(["true"])
    await stage.system.run(["cat"], input=b"x" * 1000)


@life
async def terminal(stage: Stage) -> None:
    """A process that is joined to our streams."""
    async with await stage.system.create_process({"CommandArgs": ["true"], "CreateStdOutPipe": True}, terminate_on_close=True) as running:
        await join_terminal(running, console=False, drain_s=0.1)


@life
async def events(stage: Stage) -> None:
    """Events that are waited for."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        async with system.events() as stream:
            await system.terminate()
            await anext(stream)
            await stream.aclose()


@life
async def calls(stage: Stage) -> None:
    """Many calls at once, and one by its native name."""
    _, started = await run_many([stage.system.calls.properties(), stage.system.calls.create_process({"CommandArgs": ["true"]})])
    assert isinstance(started, hcsffi.ComputeProcess)
    async with started:
        pass
    async with await hcsffi.call("HcsOpenComputeSystem", stage.system.id, 0x10000000) as answer:
        await answer.aclose()


@life
async def the_service(stage: Stage) -> None:
    """Each question to the service, and each request of it."""
    disk = str(stage.folder / "disk")
    await service.properties("Basic")
    await service.query({"PropertyTypes": ["Basic"]})
    await service.supported_schema_versions()
    await service.grant_vm_access("vm", disk)
    await service.revoke_vm_access("vm", disk)
    await service.grant_vm_group_access(disk)
    await service.revoke_vm_group_access(disk)
    with suppress(HcsError):  # the file is there from the round before, or nothing was saved
        await service.create_empty_guest_state_file(stage.folder / "guest.vmgs")
    with suppress(HcsError):
        await service.create_empty_runtime_state_file(stage.folder / "runtime.vmrs")
    with suppress(HcsError):
        await service.processor_compatibility(stage.folder / "saved")
    with suppress(HcsError):
        await service.modify({"PropertyType": "Container", "Settings": {}})
    await service.submit_wer_report({"SystemId": "vm"})


def held() -> dict[str, int]:
    """What the host keeps alive, threads aside, and how many descriptors this process has."""
    counted = {name: count for name, count in embedded.counters().items() if name != "Threads"}
    folder = Path("/proc/self/fd")
    if sys.platform != "win32" and folder.is_dir():
        counted["descriptors"] = len(list(folder.iterdir()))
    return counted


def beyond(before: dict[str, int]) -> dict[str, tuple[int, int]]:
    """What is held now and was not before."""
    return {name: (before.get(name, 0), count) for name, count in held().items() if count > before.get(name, 0)}


async def settled(before: dict[str, int]) -> dict[str, tuple[int, int]]:
    """What is held now and was not before, once it does not change any more; empty when all was given back."""
    left: dict[str, tuple[int, int]] = {}
    with anyio.move_on_after(SETTLING_S):
        # One look decides: a call whose caller has gone may begin, and hold its answer for a moment, right after a look that found nothing.
        while left := beyond(before):  # noqa: ASYNC110 - nobody announces it, so the loop asks again
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
    async with await ComputeSystem.create(fresh_id(), CONTAINER, terminate_on_close=True) as system:
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
    for run in LIVES:
        sys.setprofile(note)
        try:
            await run(stage._replace(name=f"{stage.name}-{run.__name__}"))
        finally:
            sys.setprofile(before)
    assert sorted(name for code, name in wanted.items() if code not in entered) == []


@pytest.mark.timeout(180)
@pytest.mark.parametrize("run", LIVES, ids=lambda run: run.__name__)
async def test_a_life_that_is_cancelled_at_any_suspension_leaves_nothing(run: Life, stage: Stage, configure: Configure) -> None:
    """Nothing native, no descriptor, no reaper, whatever was on its way when the cancellation came."""
    configure(**LATE)
    await run(stage)  # whatever is made once and kept is there from now on
    before = held()
    assert await settled(before) == {}
    for number in range(1, MANY):
        with anyio.fail_after(30), anyio.CancelScope() as scope:
            await CancelAt(run(stage._replace(name=f"{stage.name}-{number}")), scope, number)
        assert await settled(before) == {}, f"left after the cancellation at suspension {number}"
        if not scope.cancelled_caught:
            break
    else:
        pytest.fail(f"{run.__name__} has more than {MANY} suspensions")
    assert number > 1
