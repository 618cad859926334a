"""How the processes of a compute system end: exit codes, signals, kills, and who is told."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from process_seen import KILLED, processes_of, read_all

from hcsffi import AccessDenied, AlreadyStopped, ComputeSystem, HcsError, InvalidDocument, embedded
from hcsffi.compute.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


def children_of(parent: int) -> list[int]:
    """The ids of a process's children."""
    found: list[int] = []
    for each in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended meanwhile
            found += map(int, each.read_text().split())
    return found


async def test_the_exit_code_is_kept_for_late_and_repeated_waiters(running: RunningSystem) -> None:
    """An exit status is never lost, however late one asks (C-23)."""
    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["sh", "-c", "exit 42"], "CreateStdOutPipe": True}) as process,
    ):
        assert process.returncode is None
        await read_all(process.stdout)
        codes = [(await process.wait()).exit_code for _ in range(3)]
        assert codes == [42, 42, 42]
        assert process.returncode == 42


async def test_an_exit_code_uses_all_that_the_guest_can_say(running: RunningSystem) -> None:
    """255 is the largest code of a Linux process; it must not come back as -1 (C-13)."""
    async with running() as system:
        assert (await system.run(["sh", "-c", "exit 255"])).returncode == 255


async def test_a_terminated_process_reports_137(running: RunningSystem) -> None:
    """C-14: a killed Linux process exits with 137, a Windows one with 1067; a second terminate says it has ended (C-18)."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        await process.terminate()
        assert (await process.wait()).exit_code == KILLED
        with pytest.raises((AlreadyStopped, AccessDenied)):
            await process.terminate()


async def test_kill_of_a_process_that_has_ended_is_a_success(running: RunningSystem) -> None:
    """A kill races with the natural end, and the true exit code is kept (C-27)."""
    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["sh", "-c", "exit 5"], "CreateStdOutPipe": True}) as process,
    ):
        await read_all(process.stdout)
        assert (await process.kill()).exit_code == 5
        assert (await process.kill()).exit_code == 5


async def test_terminate_takes_daemons_with_the_system(running: RunningSystem, tmp_path: Path, eventually: Eventually) -> None:
    """A daemon that left its parent still belongs to the system and ends with it."""
    mark = tmp_path / "pid"
    async with running() as system:
        sleeper = f"setsid sh -c 'echo $$ > {mark}; exec sleep 1000' > /dev/null 2>&1 < /dev/null"
        await system.run(["sh", "-c", f"{sleeper} & while [ ! -s {mark} ]; do sleep 0.01; done"])
        daemon = int(mark.read_text())
        assert daemon in await processes_of(system)
        await system.terminate()
        await system.wait_exit()

    async def is_gone() -> bool:
        return not await anyio.Path(f"/proc/{daemon}").exists()

    await eventually(is_gone)


@pytest.mark.parametrize(("name", "number"), [("CtrlC", signal.SIGINT), (10, 10), ("CtrlShutdown", signal.SIGTERM)])
async def test_a_signal_reaches_the_process(name: str | int, number: signal.Signals, running: RunningSystem) -> None:
    """Windows' names are mapped for a Linux guest, numbers are taken as they are (C-15)."""
    script = f"trap 'echo got; exit 3' {int(number)}; echo ready; while :; do sleep 0.05; done"
    async with running() as system, await system.create_process({"CommandArgs": ["sh", "-c", script], "CreateStdOutPipe": True}) as process:
        assert process.stdout is not None
        assert await process.stdout.receive() == b"ready\n"
        await process.signal(name)
        assert await read_all(process.stdout) == b"got\n"
        assert (await process.wait()).exit_code == 3


async def test_a_signal_sent_right_after_creation_is_not_lost(running: RunningSystem) -> None:
    """Who changes his mind at once gets his way without force, sixteen times of sixteen, and waits for no first word (C-15)."""
    async with running() as system:
        for _ in range(16):
            async with await system.create_process({"CommandArgs": ["cat"], "CreateStdInPipe": True}) as process:
                await process.signal("CtrlC")
                await process.wait(timeout_s=60)


async def test_stop_asks_first_and_forces_then(running: RunningSystem) -> None:
    """The ladder reports what worked, as users ask for."""
    deaf = "trap '' TERM INT HUP; echo ready; while :; do sleep 0.05; done"
    willing = "trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done"
    async with running() as system:
        for script, ending in ((willing, Ending.ASKED), (deaf, Ending.FORCED), ("echo ready", Ending.ALREADY_STOPPED)):
            async with await system.create_process({"CommandArgs": ["sh", "-c", script], "CreateStdOutPipe": True}) as process:
                assert process.stdout is not None
                assert await process.stdout.receive() == b"ready\n"
                if ending is Ending.ALREADY_STOPPED:
                    await read_all(process.stdout)
                    await process.properties()
                assert await process.stop(grace_s=0.3 if ending is Ending.FORCED else 60) in {
                    ending,
                    Ending.ASKED if ending is Ending.ALREADY_STOPPED else ending,
                }
                assert process.returncode is not None  # whatever ended it, its exit was waited for


async def test_terminating_the_system_ends_every_process(running: RunningSystem) -> None:
    """Each process's waiter hears of its end (C-26)."""
    async with running() as system:
        processes = [await system.create_process({"CommandLine": "sleep 1000"}) for _ in range(3)]
        await system.terminate()
        for process in processes:
            async with process:
                with anyio.fail_after(60):
                    assert (await process.wait()).exited is True
        with pytest.raises(HcsError):
            await system.properties("Statistics")


async def test_a_signal_that_does_not_exist_is_refused_by_its_path(running: RunningSystem) -> None:
    """Also on the ladder, where it must not look like a process that does not want to end."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
        wrong: Any = 1.5
        with pytest.raises(InvalidDocument, match=r"\$\.Signal"):
            await process.signal(wrong)
        with pytest.raises(InvalidDocument, match=r"\$\.Signal"):
            await process.stop(wrong)
        with pytest.raises(HcsError):
            await process.signal("CtrlNothing")


async def test_a_kill_overtakes_a_signal_that_is_stuck(running: RunningSystem, configure: Callable[..., None]) -> None:
    """Signals to one process queue up per handle; a kill must not wait behind them (C-16, C-17)."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        configure(Faults=[{"Function": "HcsSignalProcess", "Never": True}])
        with anyio.fail_after(60):
            assert await process.stop(grace_s=0.05) is Ending.FORCED
        assert process.returncode == KILLED


async def test_a_kill_beside_a_signal_goes_through_handles_of_its_own(
    running: RunningSystem, configure: Callable[..., None], eventually: Eventually
) -> None:
    """The service answers the requests of one handle in turn, so behind a signal that hangs no kill would arrive (C-17, G-20)."""
    never = [{"Function": "HcsSignalProcess", "Never": True}, {"Function": "HcsTerminateProcess", "DelayUs": 1_000}]

    async def handles() -> tuple[int, int]:
        counted = embedded.counters()
        return counted["SystemHandles"], counted["ProcessHandles"]

    killed: list[bool] = []

    async def kill() -> None:
        await process.kill()
        killed.append(True)

    async def is_killed() -> bool:
        embedded.advance_clock(1)  # once would be too early where the handles are there and the kill is not yet asked for
        return bool(killed)

    async def two_of_each() -> bool:
        return await handles() == (2, 2)

    async def one_of_each() -> bool:
        return await handles() == (1, 1)

    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        configure(ManualClock=True, Faults=never)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(process.signal, "CtrlC")
            await anyio.wait_all_tasks_blocked()
            tasks.start_soon(kill)
            await eventually(two_of_each)
            await eventually(is_killed)
            assert (await process.wait()).exit_code == KILLED
            tasks.cancel_scope.cancel()
        configure()
        await eventually(one_of_each)
        async with await system.create_process({"CommandLine": "sleep 1000"}) as quiet:
            configure(ManualClock=True, Faults=never[1:])
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(quiet.kill)
                await anyio.wait_all_tasks_blocked()
                assert await handles() == (1, 2)  # the two processes' own: nothing has to be overtaken
                embedded.advance_clock(1)


@pytest.mark.skipif(sys.platform == "win32", reason="a job object has no reaper that could be lost")
async def test_a_process_nobody_saw_end_has_no_exit_code(running: RunningSystem) -> None:
    """A LastWaitResult below zero says that the code beside it means nothing: a zero taken from there would be a success (C-12)."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        for guard in children_of(os.getpid()):
            for reaper in children_of(guard):
                os.kill(reaper, signal.SIGKILL)
        with pytest.raises(HcsError) as lost:
            await process.wait()
        assert (lost.value.function, lost.value.hresult) == ("HcsEventProcessExited", 0x8000FFFF)
        assert process.returncode is None


async def test_the_exit_of_a_system_is_remembered_after_the_close(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """As a process's is; who never asked is told when one can ask."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.start()
        await system.terminate()
        ended = await system.wait_exit()
    assert ended == await system.wait_exit()
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as other:
        pass
    for use in (other.stop, other.events().__aenter__):
        with pytest.raises(anyio.ClosedResourceError, match=f"compute system '{other.id}' was closed: ask while it is open"):
            await use()
