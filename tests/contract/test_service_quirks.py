"""What real services are known to do, beside the rules: a client must come through it with the truth. Faults make the host do the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import ComputeSystem, Disconnected, HcsError, NotSupported, WrongState
from hcsffi.compute.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

LIMIT_S = 60  # against a hang, and nothing else


def fault(function: str, code: int, **members: object) -> dict[str, object]:
    """One fault of the configuration document."""
    return {"Function": function, "HResult": code, **members}


async def test_a_process_whose_creation_lost_its_operation_is_recovered_with_its_streams(
    configure: Configure, running: RunningSystem
) -> None:
    """Server 2022 starts the process and fails the wait; HcsGetProcessInfo then tells pid and pipes (A-13)."""
    async with running() as system:
        configure(Faults=[fault("HcsGetOperationResultAndProcessInfo", 0x80070057)])
        parameters = {"CommandArgs": ["sh", "-c", "read word; echo got $word; exit 3"], "CreateStdInPipe": True, "CreateStdOutPipe": True}
        with anyio.fail_after(LIMIT_S):
            async with await system.create_process(parameters) as process:
                assert process.id > 0
                assert process.stdin is not None
                assert process.stdout is not None
                await process.stdin.send(b"it\n")
                assert b"".join([chunk async for chunk in process.stdout]) == b"got it\n"
                assert (await process.wait()).exit_code == 3


@pytest.mark.parametrize("code", [0x8037011F, 0x80070005, 0x80070490, 0xC037011F])
async def test_a_kill_that_comes_too_late_keeps_the_true_exit_code(code: int, configure: Configure, running: RunningSystem) -> None:
    """All of these mean that the process is gone already; an invented code would hide how it ended (C-18, C-27, H-7)."""
    async with running() as system:
        parameters = {"CommandArgs": ["sh", "-c", "read word; exit 5"], "CreateStdInPipe": True}
        async with await system.create_process(parameters) as process:
            await process.close_stdin()
            configure(Faults=[fault("HcsTerminateProcess", code)])
            assert (await process.kill(LIMIT_S)).exit_code == 5


async def test_a_missing_procedure_is_not_a_missing_process(configure: Configure, running: RunningSystem) -> None:
    """Taken for "gone", this code left containers running behind their owner's back (C-19)."""
    async with running() as system, await system.create_process({"CommandArgs": ["cat"], "CreateStdInPipe": True}) as process:
        configure(Faults=[fault("HcsTerminateProcess", 0x8007007F)])
        with pytest.raises(NotSupported):
            await process.kill(LIMIT_S)
        assert not (await process.properties()).exited
        assert (await process.kill(LIMIT_S)).exit_code == (1067 if os.name == "nt" else 137)  # C-14


@pytest.mark.parametrize("code", [0x80370110, 0xC0370110, 0x8037010E])
async def test_a_stop_of_what_has_stopped_is_a_success(code: int, configure: Configure, running: RunningSystem) -> None:
    """A container that ended by itself while it was being stopped was once reported as a failure (B-32, H-3)."""
    async with running() as system:
        configure(Faults=[fault("HcsShutDownComputeSystem", code)])
        assert await system.stop() is Ending.ALREADY_STOPPED


@pytest.mark.parametrize(("shutdown_s", "ending"), [(0, Ending.ALREADY_STOPPED), (1, Ending.ASKED), (30, Ending.ASKED)])
async def test_what_ended_before_the_force_had_been_asked_or_had_stopped(
    shutdown_s: float, ending: Ending, configure: Configure, running: RunningSystem
) -> None:
    """Whoever asked first, for however short a time, may have been heard; a program that never asked has to look for another reason."""
    async with running() as system:
        configure(Faults=[fault("HcsShutDownComputeSystem", 0x80370105), fault("HcsTerminateComputeSystem", 0x80370110)])
        assert await system.stop(shutdown_s=shutdown_s) is ending


@pytest.mark.parametrize("code", [0x8037010A, 0xC037010A])
async def test_a_connection_that_closes_during_a_shutdown_means_that_the_exit_is_near(
    code: int, configure: Configure, running: RunningSystem
) -> None:
    """The guest goes away while it answers; terminating it now would turn a graceful end into a forced one (H-4)."""
    async with running() as system, await ComputeSystem.open(system.id) as guest:
        configure(Faults=[fault("HcsShutDownComputeSystem", code)])
        endings: list[Ending] = []

        async def stop() -> None:
            endings.append(await system.stop())

        with anyio.fail_after(LIMIT_S):
            async with anyio.create_task_group() as group:
                group.start_soon(stop)
                await anyio.wait_all_tasks_blocked()  # the shutdown has been refused, and the exit is waited for
                await guest.shutdown()
        assert endings == [Ending.ASKED]


async def test_a_connection_that_closes_is_no_exit_yet(configure: Configure, running: RunningSystem) -> None:
    """Whoever stops a system wants it gone: an exit that does not come in its time is brought about (H-4)."""
    async with running() as system:
        configure(Faults=[fault("HcsShutDownComputeSystem", 0x8037010A)])
        assert await system.stop(shutdown_s=0.2) is Ending.FORCED


async def test_an_answered_shutdown_is_no_exit_yet(configure: Configure, running: RunningSystem) -> None:
    """The answer says that the guest has been asked: a guest that does not mind it is gone by force alone."""
    async with running() as system:
        configure(Faults=[fault("HcsShutDownComputeSystem", 0)])
        assert await system.stop(shutdown_s=0.2) is Ending.FORCED


async def test_a_service_that_goes_away_during_a_shutdown_is_no_exit(configure: Configure, running: RunningSystem) -> None:
    """Nobody knows how the system ends then: a stop that said it did would be a guess."""
    async with running() as system:
        configure(Faults=[fault("HcsShutDownComputeSystem", 0x8037011E)])
        with pytest.raises(Disconnected):
            await system.stop()


async def test_both_spellings_of_a_code_are_one_error(configure: Configure, running: RunningSystem) -> None:
    """Computecore and the guest bridge write the same condition differently (A-26)."""
    async with running() as system:
        for code in (0x80370105, 0xC0370105):
            configure(Faults=[fault("HcsGetComputeSystemProperties", code)])
            with pytest.raises(WrongState) as refused:
                await system.properties()
            assert refused.value.symbol == "HCS_E_INVALID_STATE"


@pytest.mark.parametrize(
    "message", ["", "Provider 00000000-0000-0000-0000-000000000000 (file.cpp:12) thread 4711", '{"Error":"not what it was"}']
)
async def test_an_odd_reason_never_costs_the_code(message: str, configure: Configure, running: RunningSystem) -> None:
    """Older producers put everything into the message (A-20)."""
    async with running() as system:
        configure(Faults=[fault("HcsGetComputeSystemProperties", 0x80070005, Message=message)])
        with pytest.raises(HcsError) as refused:
            await system.properties()
        assert refused.value.hresult == 0x80070005
