"""Section C: processes, their streams and their ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi.native.binding import ffi, lib

from abi import INVALID_HANDLE_VALUE, Events, Operation, Process, System, started, unsigned, wide
from observation import Fitting, OneOf
from supply import S_OK, Supply, code, code_of

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = [pytest.mark.real_service, pytest.mark.anyio]

PROCESS_EXITED = 0x00010000
FILE_NOT_FOUND = "0x80070002"
NOT_FOUND = "0x80070490"
INVALID_STATE = "HCS_E_INVALID_STATE 0x80370105"
PROCESS_ALREADY_STOPPED = "HCS_E_PROCESS_ALREADY_STOPPED 0x8037011F"
GONE = OneOf("0x8037011F", "0x80070005", NOT_FOUND)
PIPES = {"CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}


def number(shown: str) -> str:
    """The hexadecimal part of a code as reports show it."""
    return shown.rsplit(" ", 1)[-1]


def opening(system: System, process_id: int) -> tuple[str, Process]:
    """HcsOpenProcess."""
    handle = ffi.new("HCS_PROCESS *")
    result = unsigned(lib.HcsOpenProcess(system.handle, process_id, 0x10000000, handle))
    return code(result), Process(handle[0])


def run(supply: Supply, system: System, parameters: dict[str, object]) -> tuple[Process, int]:
    """A process through the C ABI without its streams, and its pid."""
    with Operation() as operation:
        accepted, process = system.create_process(parameters, operation)
        answer, information = operation.wait_informed(supply.limit_ms)
        if code(answer.code) != S_OK:
            process.close()  # it would be found by every test after this one
        assert (S_OK, S_OK) == (code(accepted), code(answer.code)), answer.text
        information.close()
        return process, information.process_id


@pytest.mark.statement("C-2")
async def test_a_process_gets_its_folder_environment_and_streams(supply: Supply, observe: Observe) -> None:
    """What the document says is what the command sees."""
    folder = "C:\\" if supply.parameters.windows_guest else "/tmp"
    command = supply.command(
        "sh", "-c", 'echo "$PWD $STATEMENT"; echo wrong >&2', windows="cmd /d /c echo %CD% %STATEMENT%& echo wrong 1>&2"
    )
    async with supply.container() as system:
        wanted = {**command, **PIPES, "WorkingDirectory": folder, "Environment": {"STATEMENT": "C-2"}}
        async with await system.create_process(wanted) as process:
            await process.close_stdin()
            assert process.stdout is not None
            assert process.stderr is not None
            out = b"".join([chunk async for chunk in process.stdout]).decode().split()
            err = b"".join([chunk async for chunk in process.stderr]).decode().split()
            await process.wait(supply.parameters.patience_s)
        observe("folder and environment", [folder, "C-2"], out)
        observe("standard error", ["wrong"], err)


@pytest.mark.statement("C-3", "C-21", "Z-6")
def test_streams_nobody_asked_for_are_absent(supply: Supply, observe: Observe) -> None:
    """NULL from the create, INVALID_HANDLE_VALUE from the later question: both must read as none."""
    with supply.raw_system(supply.container_document()) as system, Operation() as operation:
        _, process = system.create_process(supply.lasting(), operation)
        with process:
            _, first = operation.wait_informed(supply.limit_ms)
            observe("output and error of the create", (0, 0), (first.std_output, first.std_error), of="C-3")
            with Operation() as asked:
                lib.HcsGetProcessInfo(process.handle, asked.handle)
                answer, second = asked.wait_informed(supply.limit_ms)
            streams = (INVALID_HANDLE_VALUE, INVALID_HANDLE_VALUE)
            observe(
                "output and error of HcsGetProcessInfo",
                (S_OK, *streams),
                (code(answer.code), second.std_output, second.std_error),
                of="C-3",
            )
            observe("the pid, asked again", first.process_id, second.process_id, of="C-21")
            observe("the input, asked again", INVALID_HANDLE_VALUE, second.std_input, of="Z-6")
            second.close()
            started(supply.limit_ms, lib.HcsTerminateProcess, process.handle, None, ffi.NULL)
            process.wait_exit(supply.limit_ms)
            first.close()


@pytest.mark.statement("C-4")
async def test_streams_outlive_the_process_handle(supply: Supply, observe: Observe) -> None:
    """The pipes are the caller's: closing the process does not cut its output off."""
    with supply.raw_system(supply.container_document()) as system:
        with Operation() as operation:
            _, process = system.create_process(supply.printing("kept", CreateStdOutPipe=True), operation)
            _, information = operation.wait_informed(supply.limit_ms)
        process.wait_exit(supply.limit_ms)
        process.close()
        observe("the output after HcsCloseProcess", b"kept", (await supply.read(information.std_output)).strip())


@pytest.mark.statement("C-5")
async def test_input_ends_when_the_service_is_asked_to_close_its_end(supply: Supply, observe: Observe) -> None:
    """The service holds a duplicate, so closing one's own end alone leaves the process waiting for ever."""
    async with supply.container() as system, await system.create_process(supply.lasting(CreateStdOutPipe=True)) as process:
        assert process.stdin is not None
        process.stdin.close()
        still = await process.properties()
        observe("exited after closing the own end alone", False, bool(still.exited))
        closing = {"Operation": "CloseHandle", "CloseHandle": {"Handle": "StdIn"}}
        observe("CloseHandle StdIn", S_OK, await code_of(process.modify(closing)))
        observe("exit afterwards", S_OK, await code_of(process.wait(supply.parameters.patience_s)))


@pytest.mark.statement("C-6", "C-18", "C-20", "C-21")
def test_an_exited_process_refuses_what_it_can_no_longer_do(supply: Supply, observe: Observe) -> None:
    """A stop that comes late must be told from a stop that failed."""
    with supply.raw_system(supply.container_document()) as system:
        process, process_id = run(supply, system, supply.exiting(0))
        with process:
            process.wait_exit(supply.limit_ms)
            size = wide(json.dumps({"Operation": "ConsoleSize", "ConsoleSize": {"Height": 25, "Width": 80}}))
            late = Fitting("a failure", lambda value: value != S_OK)
            observe("modify", late, code(started(supply.limit_ms, lib.HcsModifyProcess, process.handle, None, size).code), of="C-6")
            terminated = started(supply.limit_ms, lib.HcsTerminateProcess, process.handle, None, ffi.NULL).code
            observe("terminate", GONE, number(code(terminated)), of="C-18")
            asked = started(supply.limit_ms, lib.HcsGetProcessInfo, process.handle, None).code
            observe("information", PROCESS_ALREADY_STOPPED, code(asked), of="C-21")
        for what, pid in (("an exited pid", process_id), ("a pid nobody has", 0x7FFFFFF0)):
            result, found = opening(system, pid)
            observe(f"open of {what}", NOT_FOUND, number(result), of="C-20")
            found.close()


@pytest.mark.statement("C-7")
async def test_output_reaches_its_end_after_the_exit_with_nothing_lost(supply: Supply, observe: Observe) -> None:
    """The exit event may come first; what is in the pipe then still belongs to the caller."""
    many = supply.command("sh", "-c", "seq 1 1000", windows="cmd /d /c for /l %i in (1,1,1000) do @echo %i")
    async with supply.container() as system, await system.create_process({**many, "CreateStdOutPipe": True}) as process:
        assert process.stdout is not None
        collected: list[bytes] = []
        async with anyio.create_task_group() as group:
            group.start_soon(process.wait, supply.parameters.patience_s)
            collected.extend([chunk async for chunk in process.stdout])
        observe("lines read", [str(line) for line in range(1, 1001)], b"".join(collected).decode().split())


@pytest.mark.statement("C-9")
async def test_a_program_that_is_not_there_fails_the_create_and_spares_the_container(supply: Supply, observe: Observe) -> None:
    """The container must go on, and the caller must learn which it was."""
    missing = supply.command("/no/such/program", windows="C:\\no\\such\\program.exe")
    async with supply.container() as system:
        observe("create", FILE_NOT_FOUND, number(await code_of(system.create_process(missing))))
        observe("the container afterwards", "Running", str((await system.properties()).state))


@pytest.mark.statement("C-10")
async def test_a_process_needs_a_running_container(supply: Supply, observe: Observe) -> None:
    """Created is not running; nothing can be executed there."""
    async with supply.container(start=False) as system:
        observe("create process before the start", INVALID_STATE, await code_of(system.create_process(supply.exiting(0))))


@pytest.mark.statement("C-11")
async def test_a_machine_whose_guest_is_not_the_services_runs_no_processes(supply: Supply, observe: Observe) -> None:
    """Such guests are driven over their own bridge."""
    async with supply.machine() as system:
        observe("create process on a machine", "0x80070032", number(await code_of(system.create_process(supply.exiting(0)))))


@pytest.mark.statement("C-12", "C-13")
@pytest.mark.parametrize("status", [0, 7, 255])
def test_the_exit_is_told_alike_by_event_wait_and_properties(supply: Supply, observe: Observe, status: int) -> None:
    """Three ways to one answer; they must not disagree."""
    events = Events()
    with supply.raw_system(supply.container_document()) as system:
        process, process_id = run(supply, system, supply.exiting(status))
        with process:
            lib.HcsSetProcessCallback(process.handle, 0, ffi.NULL, events.callback)
            waited = process.wait_exit(supply.limit_ms)
            event = events.wait(PROCESS_EXITED, supply.limit_ms)
            asked = started(supply.limit_ms, lib.HcsGetProcessProperties, process.handle, None, ffi.NULL)
        expected = {"ProcessId": process_id, "Exited": True, "ExitCode": status, "LastWaitResult": 0}
        observe("by HcsWaitForProcessExit", expected, waited.document, of="C-12")
        observe("by the event", expected, json.loads(event.text or "null") if event else None, of="C-12")
        observe("by HcsGetProcessProperties", expected, asked.document, of="C-12")
        observe("ExitCode is not negative", True, waited.document["ExitCode"] >= 0, of="C-13")


@pytest.mark.statement("C-13")
async def test_exit_codes_use_all_32_bits(supply: Supply, observe: Observe) -> None:
    """A control-C death is above the largest signed number."""
    if not supply.parameters.windows_guest:
        pytest.skip("a status of this guest's processes has 8 bits")
    async with supply.container() as system, await system.create_process({"CommandLine": "cmd /d /c exit -1073741510"}) as process:
        observe("ExitCode", 3221225786, (await process.wait(supply.parameters.patience_s)).exit_code)


@pytest.mark.statement("C-14")
async def test_a_killed_process_has_the_exit_code_of_its_guest(supply: Supply, observe: Observe) -> None:
    """The code alone tells a kill from a failure."""
    async with supply.container() as system, await system.create_process(supply.lasting()) as process:
        await process.terminate()
        expected = 1067 if supply.parameters.windows_guest else 137
        observe("ExitCode after HcsTerminateProcess", expected, (await process.wait(supply.parameters.patience_s)).exit_code)


@pytest.mark.statement("C-15", "C-16")
async def test_a_shutdown_signal_ends_a_process_that_does_not_mind_it(supply: Supply, observe: Observe) -> None:
    """The polite way to stop; the operation may stay open until the process has gone, so it is not awaited in line."""
    async with supply.container() as system, await system.create_process(supply.lasting()) as process:
        answers: list[str] = []

        async def ask() -> None:
            answers.append(await code_of(process.signal("CtrlShutdown")))

        async with anyio.create_task_group() as group:
            group.start_soon(ask)
            ended = await code_of(process.wait(supply.parameters.patience_s))
        observe("exit after CtrlShutdown", S_OK, ended, of="C-15")
        observe("the signal's own answer, after the exit at the latest", [S_OK], answers, of="C-16")
        unknown = await system.create_process(supply.lasting())
        async with unknown:
            result = await code_of(unknown.signal("CtrlEverything"))
            observe("an unknown signal", Fitting("refused", lambda value: value != S_OK), result, of="C-15")


@pytest.mark.statement("C-15")
@pytest.mark.parametrize("signal", [15, 9])
def test_a_linux_guest_takes_the_number_of_a_signal(supply: Supply, observe: Observe, signal: int) -> None:
    """Container engines hand over the numbers their users give."""
    if supply.parameters.windows_guest:
        pytest.skip("a Windows guest knows the five names only")
    with supply.raw_system(supply.container_document()) as system, Operation() as operation:
        _, process = system.create_process(supply.lasting(), operation)
        with process:
            _, information = operation.wait_informed(supply.limit_ms)
            options = wide(json.dumps({"Signal": signal}))
            observe(f"signal {signal}", S_OK, code(started(supply.limit_ms, lib.HcsSignalProcess, process.handle, None, options).code))
            observe("ExitCode", 128 + signal, (process.wait_exit(supply.limit_ms).document or {}).get("ExitCode"))
            information.close()


@pytest.mark.statement("C-17", "G-20")
async def test_a_second_handle_of_system_and_process_can_kill(supply: Supply, observe: Observe) -> None:
    """The way past a signal that blocks the first handle's queue."""
    async with supply.container() as system, await system.create_process(supply.lasting()) as process:
        async with await type(system).open(system.id) as second, await second.open_process(process.id) as same:
            observe("terminate through the second handles", S_OK, await code_of(same.terminate()), of="G-20")
        observe("the exit through the first", S_OK, await code_of(process.wait(supply.parameters.patience_s)), of="C-17")


@pytest.mark.statement("C-22", "Z-5")
def test_waiting_for_a_process_that_goes_on_times_out(supply: Supply, observe: Observe) -> None:
    """Two answers are known; a client has to survive both."""
    with supply.raw_system(supply.container_document()) as system, Operation() as operation:
        _, process = system.create_process(supply.lasting(), operation)
        with process:
            _, information = operation.wait_informed(supply.limit_ms)
            answer = process.wait_exit(10)
            observe("code", "HCS_E_OPERATION_TIMEOUT 0x80370118", code(answer.code), of="C-22")
            observe("time-out code of the process's exit wait", "HCS_E_OPERATION_TIMEOUT 0x80370118", code(answer.code), of="Z-5")
            started(supply.limit_ms, lib.HcsTerminateProcess, process.handle, None, ffi.NULL)
            information.close()


@pytest.mark.statement("C-23", "C-25")
def test_a_late_registration_hears_of_the_exit_once_and_a_close_is_no_exit(supply: Supply, observe: Observe) -> None:
    """A short command is over before anybody can register."""
    late, closed = Events(), Events()
    with supply.raw_system(supply.container_document()) as system:
        process, _ = run(supply, system, supply.exiting(3))
        with process:
            process.wait_exit(supply.limit_ms)
            lib.HcsSetProcessCallback(process.handle, 0, ffi.NULL, late.callback)
            late.wait(PROCESS_EXITED, supply.limit_ms)
        observe("exit events", 1, late.count(PROCESS_EXITED), of="C-23")
        with Operation() as operation:
            _, running = system.create_process(supply.lasting(), operation)
            _, information = operation.wait_informed(supply.limit_ms)
        lib.HcsSetProcessCallback(running.handle, 0, ffi.NULL, closed.callback)
        running.close()
        result, again = opening(system, information.process_id)
        observe("the process after its handle was closed", (S_OK, 0), (result, closed.count(PROCESS_EXITED)), of="C-25")
        with again:
            started(supply.limit_ms, lib.HcsTerminateProcess, again.handle, None, ffi.NULL)
            again.wait_exit(supply.limit_ms)
        information.close()


@pytest.mark.statement("C-26", "Z-15")
def test_terminating_the_system_tells_the_exit_of_its_processes(supply: Supply, observe: Observe) -> None:
    """Whoever waits for a process must not be left waiting when the whole system goes."""
    events = Events()
    with supply.raw_system(supply.container_document()) as system, Operation() as operation:
        _, process = system.create_process(supply.lasting(), operation)
        with process:
            _, information = operation.wait_informed(supply.limit_ms)
            lib.HcsSetProcessCallback(process.handle, 0, ffi.NULL, events.callback)
            lib.HcsSetComputeSystemCallback(system.handle, 0, ffi.NULL, events.callback)
            started(supply.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)
            heard = [events.wait(kind, supply.limit_ms) is not None for kind in (PROCESS_EXITED, 1)]
            observe("exit events of process and system", [True, True], heard, of="C-26")
            order = [event.kind for event in events.seen if event.kind in {PROCESS_EXITED, 1}]
            observe("their order", [PROCESS_EXITED, 1], order, of="Z-15")
            information.close()


@pytest.mark.statement("C-28")
async def test_an_unknown_user_fails_the_create(supply: Supply, observe: Observe) -> None:
    """Running as somebody else than asked for would be worse than not running."""
    async with supply.container() as system:
        result = await code_of(system.create_process(supply.exiting(0, User="nobody-of-that-name-here")))
        observe("create as a user who does not exist", Fitting("refused", lambda value: value != S_OK), result)
