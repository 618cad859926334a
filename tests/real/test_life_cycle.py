"""Section B, life cycle: which call is legal when, and what ends a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import ComputeSystem
from hcsffi.documents.notices import EventKind
from hcsffi.native.binding import lib

from abi import System, started
from observation import Fitting, OneOf
from supply import S_OK, Supply, code, code_of

if TYPE_CHECKING:
    from pathlib import Path

    from statement_report import Observe

pytestmark = [pytest.mark.real_service, pytest.mark.anyio]

INVALID_STATE = "HCS_E_INVALID_STATE 0x80370105"
ALREADY_STOPPED = "HCS_E_SYSTEM_ALREADY_STOPPED 0x80370110"
REFUSED = Fitting("refused", lambda value: value != S_OK)
PAUSE_FOR_SAVE = {"SuspensionLevel": "Suspend", "HostedNotification": {"Reason": "Save"}}
SHUTDOWN = {"Mechanism": "IntegrationService", "Type": "Shutdown"}


async def state_of(system: ComputeSystem) -> str:
    """State in the basic properties."""
    return str((await system.properties()).state)


@pytest.mark.statement("B-20", "B-21", "B-34")
async def test_a_machine_pauses_and_resumes(supply: Supply, observe: Observe) -> None:
    """The whole legal path, with the state each step leads to."""
    async with supply.machine(start=False) as system:
        states = [await state_of(system)]
        steps = []
        for step in (system.start, system.pause, system.resume):
            steps.append(await code_of(step()))
            states.append(await state_of(system))
        observe("start, pause, resume", [S_OK] * 3, steps, of="B-21")
        observe("states on the way", ["Created", "Running", "Paused", "Running"], states, of="B-20")
        observe("resuming a running machine", INVALID_STATE, await code_of(system.resume()), of="B-34")
        observe("pause with options", S_OK, await code_of(system.pause(PAUSE_FOR_SAVE)), of="B-34")
        observe("pausing a paused machine", INVALID_STATE, await code_of(system.pause()), of="B-34")


@pytest.mark.statement("B-23")
async def test_a_running_system_cannot_be_started(supply: Supply, observe: Observe) -> None:
    """Two clients may race to start one system; the second has to learn that it runs."""
    async with supply.machine() as system:
        observe("start of a running machine", INVALID_STATE, await code_of(system.start()))
        observe("its state afterwards", "Running", await state_of(system))


@pytest.mark.statement("B-24", "B-39", "B-68", "C-10")
async def test_an_exited_system_answers_nothing_but_its_exit_status(supply: Supply, observe: Observe) -> None:
    """There is no way back, and a handle that outlives its system must say so."""
    gone = OneOf(ALREADY_STOPPED, "HCS_E_SYSTEM_NOT_FOUND 0x8037010E", "E_HANDLE 0x80070006")
    async with supply.machine() as system:
        await system.terminate()
        await system.wait_exit(supply.parameters.patience_s)
        observe("the exit status, asked again", S_OK, await code_of(system.wait_exit(supply.parameters.patience_s)), of="B-39")
        observe("start", ALREADY_STOPPED, await code_of(system.start()), of="B-24")
        observe("properties", gone, await code_of(system.properties()), of="B-39")
        memory = {"ResourcePath": "VirtualMachine/ComputeTopology/Memory/SizeInMB", "Settings": 512}
        observe("modify", ALREADY_STOPPED, await code_of(system.modify(memory)), of="B-68")
        process = await code_of(system.create_process(supply.exiting(0)))
        observe("create process", OneOf(INVALID_STATE, ALREADY_STOPPED), process, of="C-10")


@pytest.mark.statement("B-27")
async def test_a_container_outlives_its_first_process(supply: Supply, observe: Observe) -> None:
    """A client that waits for the system's exit after the process's would wait for ever."""
    async with supply.container() as system:
        async with await system.create_process(supply.exiting(0)) as process:
            await process.wait(supply.parameters.patience_s)
        observe("state after the exit of the only process", "Running", await state_of(system))


@pytest.mark.statement("B-22", "B-28", "B-30", "C-26")
@pytest.mark.parametrize("options", [None, "", SHUTDOWN], ids=["NULL", "empty", "document"])
async def test_a_shutdown_ends_a_container(supply: Supply, observe: Observe, options: str | dict[str, str] | None) -> None:
    """Clients send all three; the exit and not the completion proves the end."""
    async with supply.container() as system, await system.create_process(supply.lasting()) as process:
        if options == "":
            return observe_empty_shutdown(supply, observe, system.id)
        observe(f"shutdown with {options}", S_OK, await code_of(system.shutdown(options)), of="B-30")
        observe("the exit afterwards", S_OK, await code_of(system.wait_exit(supply.parameters.patience_s)), of="B-28")
        observe("the process's own exit event", S_OK, await code_of(process.wait(supply.parameters.patience_s)), of="C-26")
    return None


def observe_empty_shutdown(supply: Supply, observe: Observe, system_id: str) -> None:
    """The empty text cannot be sent through the API, which has no use for it."""
    result, system = System.open(system_id)
    with system:
        answer = started(supply.limit_ms, lib.HcsShutDownComputeSystem, system.handle, None, "")
        observe("shutdown with an empty text", (S_OK, S_OK), (code(result), code(answer.code)), of="B-22")
        observe("the exit afterwards", S_OK, code(system.wait_exit(supply.limit_ms).code), of="B-28")


@pytest.mark.statement("B-29")
async def test_a_machine_without_guest_cannot_be_shut_down(supply: Supply, observe: Observe) -> None:
    """Nobody is there to do it; the client has to terminate."""
    if supply.parameters.guest:
        pytest.skip("the machine that was given has a guest")
    async with supply.machine() as system:
        observe("shutdown", REFUSED, await code_of(system.shutdown()))
        observe("terminate", S_OK, await code_of(system.terminate()))


@pytest.mark.statement("B-31", "B-21")
@pytest.mark.parametrize("state", ["Created", "Running", "Paused"])
async def test_terminate_ends_a_system_in_every_state(supply: Supply, observe: Observe, state: str) -> None:
    """It is the last resort, so it must always be there."""
    async with supply.machine(start=state != "Created") as system:
        if state == "Paused":
            await system.pause()
        observe(f"terminate in {state}", S_OK, await code_of(system.terminate()), of="B-31")
        observe(f"exit from {state}", S_OK, await code_of(system.wait_exit(supply.parameters.patience_s)), of="B-21")


@pytest.mark.statement("B-33", "B-36")
async def test_a_container_neither_pauses_nor_saves_nor_crashes(supply: Supply, observe: Observe) -> None:
    """These belong to virtual machines; a container that claims success has frozen nothing."""
    async with supply.container() as system:
        for name, call in (("pause", system.pause), ("resume", system.resume), ("save", system.save)):
            observe(name, "E_NOTIMPL 0x80004001", await code_of(call()), of="B-33")
        observe("crash", REFUSED, await code_of(system.crash({"Type": "CrashGuest"})), of="B-36")
        observe("state afterwards", "Running", await state_of(system), of="B-33")


@pytest.mark.statement("B-35", "B-21", "B-20")
async def test_a_saved_machine_stays_paused_and_comes_back_by_a_new_create(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """Saving does not end the system; restoring is not starting the old one."""
    file = tmp_path / "state.vmrs"
    async with supply.machine() as system:
        observe(
            "save of a running machine",
            INVALID_STATE,
            await code_of(system.save({"SaveType": "ToFile", "SaveStateFilePath": str(file)})),
            of="B-21",
        )
        await system.pause(PAUSE_FOR_SAVE)
        observe(
            "save of a paused machine", S_OK, await code_of(system.save({"SaveType": "ToFile", "SaveStateFilePath": str(file)})), of="B-35"
        )
        observe("state after the save", "Paused", await state_of(system), of="B-35")
        await system.terminate()
        await system.wait_exit(supply.parameters.patience_s)
    observe("the file is there", True, file.is_file(), of="B-35")
    document = supply.machine_document()
    document["VirtualMachine"]["RestoreState"] = {"SaveStateFilePath": str(file)}
    async with supply.system(document, start=False) as restored:
        observe("start of the restored machine", S_OK, await code_of(restored.start()), of="B-35")
        observe("its state", "Running", await state_of(restored), of="B-35")


@pytest.mark.statement("B-20", "B-35")
async def test_saving_as_template_has_a_state_of_its_own(supply: Supply, observe: Observe) -> None:
    """A template is not paused: nothing resumes it."""
    async with supply.machine() as system:
        await system.pause()
        saved = await code_of(system.save({"SaveType": "AsTemplate"}))
        observe("save as template", S_OK, saved, of="B-35")
        observe("state", "SavedAsTemplate", await state_of(system), of="B-20")


@pytest.mark.statement("B-36")
async def test_a_crash_is_injected_into_a_running_machine(supply: Supply, observe: Observe) -> None:
    """Success says that the interrupt was sent, no more."""
    async with supply.machine() as system:
        observe("crash", S_OK, await code_of(system.crash({"Type": "CrashGuest"})))


@pytest.mark.statement("B-38")
async def test_the_id_is_free_after_the_exit_while_a_handle_is_open(supply: Supply, observe: Observe) -> None:
    """A restarted service re-creates under the same id at once, with the old handle still around."""
    async with supply.machine() as system:
        await system.terminate()
        await system.wait_exit(supply.parameters.patience_s)
        listed = True
        with anyio.move_on_after(5):
            while listed:
                listed = bool(await ComputeSystem.list(ids=[system.id]))
        observe("listed after the exit", False, listed)
        async with supply.system(supply.machine_document(), start=False, system_id=system.id) as successor:
            observe("state of a successor of that id", "Created", await state_of(successor))


@pytest.mark.statement("B-40", "B-41", "B-42")
async def test_only_the_last_close_ends_a_system_and_only_when_its_document_says_so(supply: Supply, observe: Observe) -> None:
    """A close is not a stop; with the flag the last one is."""
    for flag in (False, True):
        system_id = supply.new_id()
        document = supply.machine_document(ShouldTerminateOnLastHandleClosed=flag)
        async with supply.system(document, system_id=system_id) as first:
            second = await ComputeSystem.open(system_id)
            watcher = await ComputeSystem.open(system_id)
            await second.aclose()
            observe("state after one of several closes", "Running", await state_of(first), of="B-42" if flag else "B-40")
            await watcher.aclose()
            await first.aclose(terminate=False)
            left = [found.id for found in await ComputeSystem.list(ids=[system_id])]
            if flag:
                with anyio.move_on_after(5):
                    while left:
                        left = [found.id for found in await ComputeSystem.list(ids=[system_id])]
            observe(f"after the last close with the flag {flag}", [] if flag else [system_id], left, of="B-41" if flag else "B-40")
        if not flag:
            async with await ComputeSystem.open(system_id, terminate_on_close=True) as again:
                observe("state through a handle opened later", "Running", await state_of(again), of="B-40")


@pytest.mark.statement("B-40", "D-1")
async def test_a_close_is_no_event(supply: Supply, observe: Observe) -> None:
    """A close that looked like an exit was once reported as the exit of a running process."""
    async with supply.machine() as system:
        watcher = await ComputeSystem.open(system.id)
        seen: list[int] = []
        async with watcher.events() as events:
            await watcher.aclose()
            with anyio.move_on_after(supply.parameters.patience_s):
                seen = [int(event.kind) async for event in events]
        observe("events of a closed handle", [], [kind for kind in seen if kind == EventKind.SYSTEM_EXITED], of="B-40")
        observe("state of the system", "Running", await state_of(system), of="D-1")


REBOOT = {"Mechanism": "IntegrationService", "Type": "Reboot"}


@pytest.mark.statement("B-29", "B-30", "B-67")
async def test_a_guest_takes_memory_and_shuts_down_when_asked(supply: Supply, observe: Observe) -> None:
    """What needs the guest works as soon as there is one, and its own shutdown is a graceful exit."""
    async with supply.system(supply.guest_document(stop_on_reset=False)) as system:
        size = {"ResourcePath": "VirtualMachine/ComputeTopology/Memory/SizeInMB", "RequestType": "Update", "Settings": 512}
        observe("memory size once the guest has booted", S_OK, await supply.once_accepted(lambda: system.modify(size)), of="B-67")
        observe("shutdown by the integration service", S_OK, await supply.once_accepted(lambda: system.shutdown(SHUTDOWN)), of="B-30")
        status = await system.wait_exit(supply.parameters.patience_s)
        observe("ExitType", "GracefulExit", str(status.exit_type), of="B-29")


@pytest.mark.statement("B-37")
@pytest.mark.parametrize("stop_on_reset", [False, True])
async def test_a_reboot_ends_a_machine_only_when_its_document_says_so(supply: Supply, observe: Observe, stop_on_reset: bool) -> None:
    """An update that restarts the guest must not look like its end, unless that was asked for."""
    async with supply.system(supply.guest_document(stop_on_reset=stop_on_reset)) as system:
        observe("the reboot", S_OK, await supply.once_accepted(lambda: system.shutdown(REBOOT)))
        wait_s = supply.parameters.patience_s if stop_on_reset else supply.parameters.patience_s / 10
        ended = await code_of(system.wait_exit(wait_s)) == S_OK
        observe(f"exit after a reboot with StopOnReset {stop_on_reset}", stop_on_reset, ended)


@pytest.mark.statement("G-21")
async def test_a_crash_is_told_in_order_before_the_exit(supply: Supply, observe: Observe) -> None:
    """The report is only worth something to whoever still listens when it comes."""
    async with supply.system(supply.guest_document(stop_on_reset=True)) as system, system.events() as events:
        await supply.once_accepted(lambda: system.crash({"Type": "CrashGuest"}))
        kinds = []
        async for event in events:
            kinds.append(event.kind)
            if event.kind == EventKind.SYSTEM_EXITED:
                break
        told = [EventKind.SYSTEM_CRASH_INITIATED, EventKind.SYSTEM_CRASH_REPORT, EventKind.SYSTEM_EXITED]
        observe("events", told, [kind for kind in kinds if kind in told])
        observe("ExitType", "UnexpectedExit", str((await system.wait_exit(supply.parameters.patience_s)).exit_type))
