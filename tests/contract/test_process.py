"""Processes in a compute system: start, streams, end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tracemalloc
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import (
    AccessDenied,
    AlreadyStopped,
    CommandFailed,
    ComputeSystem,
    HcsError,
    InvalidDocument,
    NotFound,
    TimedOut,
    WrongState,
    documents,
    embedded,
)
from hcsffi.compute.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from anyio.abc import ByteReceiveStream

    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

WINDOWS = os.name == "nt"
KILLED = 1067 if os.name == "nt" else 137
"""What a killed process exits with, in a Windows guest and in a Linux one (C-14)."""


async def read_all(stream: ByteReceiveStream | None) -> bytes:
    """Everything the stream brings until it ends."""
    assert stream is not None
    return b"".join([chunk async for chunk in stream])


def children_of(parent: int) -> list[int]:
    """The ids of a process's children."""
    found: list[int] = []
    for each in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended meanwhile
            found += map(int, each.read_text().split())
    return found


async def processes_of(system: ComputeSystem) -> set[int]:
    """The ids of all processes the service sees in the system."""
    return {entry.process_id for entry in (await system.properties("ProcessList")).process_list or [] if entry.process_id is not None}


async def test_run_gives_both_streams_and_the_exit_code(running: RunningSystem) -> None:
    """The promise of subprocess.run, kept in a container."""
    async with running() as system:
        done = await system.run(["sh", "-c", "echo out; echo err >&2; exit 7"])
        assert (done.returncode, done.stdout, done.stderr) == (7, b"out\n", b"err\n")


async def test_run_feeds_input_and_ends_it(running: RunningSystem) -> None:
    """``cat`` ends only when its input does (C-5); a megabyte is more than any pipe holds."""
    given = bytes(range(256)) * 4096
    async with running() as system:
        done = await system.run(["cat"], input=given)
        assert done.stdout == given
        assert (await system.run(["wc", "-c"], input=b"")).stdout.strip() == b"0"


async def test_a_command_that_does_not_read_its_input_is_no_error(running: RunningSystem) -> None:
    """The writer must not fail or hang because the reader left (H-14)."""
    async with running() as system:
        assert (await system.run(["true"], input=b"x" * 1_000_000)).returncode == 0


async def test_check_raises_with_the_output(running: RunningSystem) -> None:
    """The error of subprocess.run, since callers know it."""
    async with running() as system:
        with pytest.raises(subprocess.CalledProcessError) as failed:
            await system.run(["sh", "-c", "echo why >&2; exit 3"], check=True)
        assert (failed.value.returncode, failed.value.stderr) == (3, b"why\n")


@pytest.mark.parametrize("word", ["", " ", 'a"b', "a\\b", 'back\\"slash', "tr\\", "ä€𝄞", "$HOME", "a\nb", "%PATH%", "'q'"])
async def test_every_argument_arrives_as_it_was_given(word: str, running: RunningSystem) -> None:
    """Quoting belongs to the library: an argument is never split, expanded or lost (field notes on quoting twice)."""
    async with running() as system:
        done = await system.run(["printf", "%s|", word, "end"])
        assert done.stdout == f"{word}|end|".encode()


async def test_a_command_line_is_split_by_windows_rules(running: RunningSystem) -> None:
    """``CommandLine`` is one text with Windows' quoting, in a Linux guest too (C-2)."""
    async with running() as system:
        done = await system.run(r'printf "%s|" "a b" c\"d "e\\" f\g')
        assert done.stdout == b'a b|c"d|e\\|f\\g|'


async def test_environment_and_working_directory_reach_the_process(running: RunningSystem, tmp_path: Path) -> None:
    """The two settings everybody needs; the host name comes from the document."""
    async with running() as system:
        done = await system.run(
            ["sh", "-c", 'printf "%s %s %s" "$GREETING" "$HOSTNAME" "$PWD"'], env={"GREETING": "hällo"}, cwd=str(tmp_path)
        )
        assert done.stdout.decode() == f"hällo web {tmp_path}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no two variables of one name")
async def test_a_variable_of_the_document_replaces_the_inherited_one(running: RunningSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two variables with one name programs take either: which one is nobody's promise."""
    names = ["HOME", "LANG", "LC_ALL", "LOGNAME", "SHELL", "TERM", "TMPDIR", "TZ", "USER", "HOSTNAME"]
    for name in names:
        monkeypatch.setenv(name, "inherited")
    async with running() as system:
        lines = (await system.run(["/usr/bin/env"], env=dict.fromkeys([*names, "PATH"], "own"))).stdout.decode().splitlines()
    assert sorted(f"{name}=own" for name in [*names, "PATH"]) == sorted(line for line in lines if line.split("=")[0] in {*names, "PATH"})


async def test_a_program_that_does_not_exist_fails_the_create_and_the_system_goes_on(running: RunningSystem) -> None:
    """C-9: the container has to be cleaned up, or used, by the client."""
    async with running() as system:
        with pytest.raises(NotFound) as refused:
            await system.run(["no-such-program-anywhere"])
        assert refused.value.hresult == 0x80070002
        assert refused.value.function == "HcsCreateProcess"
        assert (await system.run(["true"])).returncode == 0


async def test_a_file_that_may_not_be_executed_says_so(running: RunningSystem, tmp_path: Path) -> None:
    """The shell's 126 has to be told from its 127."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    async with running() as system:
        with pytest.raises(AccessDenied):
            await system.run([str(program)])


async def test_a_process_needs_a_running_system(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Before the start and after the exit there is nowhere to run it (C-10)."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        with pytest.raises(WrongState):
            await system.create_process({"CommandLine": "true"})
        await system.start()
        await system.stop()
        with pytest.raises((WrongState, AlreadyStopped)):
            await system.create_process({"CommandLine": "true"})


async def test_a_conversation_goes_both_ways(running: RunningSystem) -> None:
    """Streams are live, not collected: the answer comes before the input has ended."""
    parameters = documents.ProcessParameters(command_line="cat", create_std_in_pipe=True, create_std_out_pipe=True)
    async with running() as system, await system.create_process(parameters) as process:
        assert process.stderr is None
        assert process.stdin is not None
        assert process.stdout is not None
        for word in (b"one", b"two"):
            await process.stdin.send(word)
            assert await process.stdout.receive() == word
        await process.close_stdin()
        assert await read_all(process.stdout) == b""
        status = await process.wait()
        assert (status.exit_code, status.exited, status.process_id) == (0, True, process.id)


async def test_streams_that_were_not_asked_for_are_none(running: RunningSystem) -> None:
    """Absent is None, whether the library said NULL or INVALID_HANDLE_VALUE (C-3)."""
    async with running() as system, await system.create_process({"CommandLine": "true"}) as process:
        assert (process.stdin, process.stdout, process.stderr) == (None, None, None)
        await process.wait()
        await process.close_stdin()


async def test_closing_stdin_twice_and_after_the_exit_is_no_error(running: RunningSystem) -> None:
    """H-14: closing stdin after the exit must not be an error."""
    async with running() as system, await system.create_process({"CommandLine": "true", "CreateStdInPipe": True}) as process:
        with anyio.fail_after(60):
            await process.wait()
        await process.close_stdin()
        await process.close_stdin()


async def test_closing_a_process_that_was_opened_leaves_it_running(running: RunningSystem) -> None:
    """Whoever looks at another's process must not end it by leaving."""
    parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
    async with running() as system, await system.create_process(parameters) as process:
        async with await system.open_process(process.id) as other:
            assert other.id == process.id
        assert process.stdin is not None
        await process.stdin.send(b"it lives")
        await process.stdin.aclose()
        assert await read_all(process.stdout) == b"it lives"


async def test_the_input_is_ended_once(running: RunningSystem, configure: Callable[..., None]) -> None:
    """A second close asks the service for nothing: what it would be refused there is none of its caller's business."""
    async with running() as system, await system.create_process({"CommandLine": "cat", "CreateStdInPipe": True}) as process:
        assert process.stdin is not None
        await process.stdin.aclose()
        configure(Faults=[{"Function": "HcsModifyProcess", "HResult": "0x80004005", "Sync": True}])
        await process.stdin.aclose()
        with anyio.fail_after(60):
            assert (await process.wait()).exit_code == 0


async def test_output_written_before_the_exit_is_read_after_it(running: RunningSystem) -> None:
    """C-7: the exit event may overtake the bytes in the pipe."""
    async with running() as system, await system.create_process({"CommandLine": "echo late", "CreateStdOutPipe": True}) as process:
        await process.wait()
        assert await read_all(process.stdout) == b"late\n"


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


async def test_a_second_client_attaches_by_process_id(running: RunningSystem) -> None:
    """After a restart of the client the process is still there (G-17)."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        async with await ComputeSystem.open(system.id) as other, await other.open_process(process.id) as same:
            assert (await same.information()).process_id == process.id
            assert (await same.properties()).exited in {False, None}
            await same.terminate()
            assert (await same.wait()).exit_code == KILLED
        assert (await process.wait()).exit_code == KILLED


async def test_attaching_to_an_unknown_or_exited_process_says_not_found(running: RunningSystem) -> None:
    """The service cannot tell the two apart (C-20)."""
    async with running() as system:
        async with await system.create_process({"CommandLine": "true"}) as process:
            await process.wait()
        for process_id in (process.id, 4_000_000_000):
            with pytest.raises(NotFound):
                await system.open_process(process_id)


async def test_closing_a_process_leaves_it_running(running: RunningSystem, eventually: Eventually) -> None:
    """A handle is not the process (C-25), unless one asks for that."""
    async with running() as system:
        async with await system.create_process({"CommandLine": "sleep 1000"}) as process:
            pass
        async with await system.open_process(process.id) as again:
            assert (await again.properties()).exited in {False, None}
        async with await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
            pass

        async def is_gone() -> bool:
            return process.id not in await processes_of(system)

        await eventually(is_gone)  # nobody is left to hear of the exit


async def test_a_console_has_the_size_it_was_given_and_can_be_resized(running: RunningSystem) -> None:
    """ConsoleSize is [rows, columns] at the start and an object later; both mean the same screen."""
    script = "stty size; trap 'stty size; exit 0' WINCH; echo ready; while :; do sleep 0.05; done"
    parameters = {
        "CommandArgs": ["sh", "-c", script],
        "EmulateConsole": True,
        "ConsoleSize": [30, 100],
        "CreateStdOutPipe": True,
        "CreateStdInPipe": True,
    }
    async with running() as system, await system.create_process(parameters) as process:
        assert process.stdout is not None
        seen = b""
        while b"ready" not in seen:
            seen += await process.stdout.receive()
        assert seen.split()[:2] == [b"30", b"100"]
        await process.resize_console(rows=50, columns=132)
        rest = await read_all(process.stdout)
        assert rest.split()[:2] == [b"50", b"132"]
        assert (await process.wait()).exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a console of Windows is no file that a shell can ask about")
@pytest.mark.parametrize("pipes", [(), ("CreateStdInPipe",), ("CreateStdOutPipe",)], ids=["nobody", "who types", "who reads"])
async def test_a_console_is_one_for_whoever_has_either_side_of_it(pipes: tuple[str, ...], running: RunningSystem) -> None:
    """A program that wants a terminal asks for one, whether somebody types, reads, or neither."""
    script = "test -t 0 && test -t 1 && test -t 2 && exit 7"
    parameters = {"CommandArgs": ["sh", "-c", script], "EmulateConsole": True, **dict.fromkeys(pipes, True)}
    async with running() as system, await system.create_process(parameters) as process:
        assert (process.stdin is not None, process.stdout is not None) == ("CreateStdInPipe" in pipes, "CreateStdOutPipe" in pipes)
        assert (await process.wait()).exit_code == 7


async def test_a_size_that_does_not_fit_is_refused_by_its_path(running: RunningSystem) -> None:
    """65536 rows would arrive as 0."""
    async with (
        running() as system,
        await system.create_process(
            {"CommandLine": "cat", "EmulateConsole": True, "CreateStdInPipe": True}, terminate_on_close=True
        ) as process,
    ):
        with pytest.raises(InvalidDocument, match=r"\$\.ConsoleSize\.Height"):
            await process.resize_console(rows=65536, columns=80)


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


async def test_statistics_are_measured(running: RunningSystem) -> None:
    """Times in 100 ns, sizes in bytes, taken from the processes that run (B-53)."""
    async with running() as system:
        await system.run(["sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"])
        async with await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True):
            found = (await system.properties("Statistics")).statistics
        assert found is not None
        assert found.processor is not None
        assert found.memory is not None
        assert (found.uptime_100ns or 0) > 0
        assert (found.processor.total_runtime_100ns or 0) >= 100_000  # the loop takes longer than 10 ms
        assert (found.memory.memory_usage_private_working_set_bytes or 0) > 10_000


async def test_statistics_before_the_start_are_refused(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """There are none yet, and saying zero would be a lie (B-54)."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        with pytest.raises(HcsError):
            await system.properties("Statistics")


async def too_late(run: Callable[[float], Awaitable[object]], is_begun: Callable[[TimedOut], Awaitable[bool]]) -> TimedOut:
    """How a command ends that has begun and takes too long: a busy machine needs longer until it has begun than tests have time for."""
    for limit_s in (0.5, 5, 30):
        with pytest.raises(TimedOut) as late:
            await run(limit_s)
        assert late.value.timeout_s == limit_s
        if await is_begun(late.value):
            break
    return late.value


async def test_a_command_that_takes_too_long_is_killed_and_its_output_kept(running: RunningSystem) -> None:
    """The error says which phase took too long, and what was said until then."""
    async with running() as system:

        async def run(limit_s: float) -> None:
            await system.run(["sh", "-c", "echo begun; exec sleep 1000"], timeout_s=limit_s)

        async def has_spoken(late: TimedOut) -> bool:
            return late.stdout != b""

        late = await too_late(run, has_spoken)
        assert late.stdout == b"begun\n"
        end = str(late.aftermath)
        assert end == "it was killed with its process tree"
        assert str(late).endswith(f"of compute system {system.id!r}: running the command took longer than {late.timeout_s:g} s; {end}")
        listed = (await system.properties("ProcessList")).process_list or []
        assert [] == [entry.process_id for entry in listed if entry.image_name == "sleep"]


SESSIONS = pytest.mark.skipif(
    WINDOWS, reason="Windows has no sessions of this kind, and forgets whose child a process was when its parent ends"
)
_FAMILY = "sleep 1001 & (sleep 1002 &); sh -c 'sleep 1003; true' & "


async def _numbers(system: ComputeSystem) -> list[int | None]:
    """Who runs; not by names, since Wine shows one name for all programs of a file."""
    return [entry.process_id for entry in (await system.properties("ProcessList")).process_list or []]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("echo begun; sleep 1006; true", "it was killed with its process tree"),
        pytest.param(
            "setsid sh -c 'echo begun; sleep 1004; true' & sleep 1006; true", "it was killed with its process tree", marks=SESSIONS
        ),
        pytest.param("echo begun", "it had ended by itself; what was left in its session was killed", marks=SESSIONS),
    ],
)
async def test_a_command_that_takes_too_long_goes_with_all_it_started(
    rest: str, expected: str, running: RunningSystem, eventually: Eventually
) -> None:
    """Children, what has lost its parent, a child's own session; nobody else of the system. Also where only they hold the output open."""
    async with running() as system:
        bystander = await system.create_process(await system.command_members(["sleep", "1005"]))

        async def run(limit_s: float) -> None:
            await system.run(["sh", "-c", _FAMILY + rest], timeout_s=limit_s, drain_s=100)

        async def is_there(late: TimedOut) -> bool:
            return late.stdout != b"" and (rest != "echo begun" or late.aftermath == expected)  # it ends a moment after its word

        assert expected == (await too_late(run, is_there)).aftermath

        async def alone() -> bool:
            return await _numbers(system) == [bystander.id]

        await eventually(alone)
        assert bystander.returncode is None
        await bystander.kill()
        await bystander.aclose()


async def test_descendants_that_cannot_be_ended_are_told(running: RunningSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guest without a shell: the error does not claim more than was done."""
    monkeypatch.setattr("hcsffi.compute.command.ending_words", lambda *_, **__: ["/no/such/shell"])
    async with running() as system:

        async def run(limit_s: float) -> None:
            await system.run(["sh", "-c", "sleep 1007; true"], timeout_s=limit_s)

        async def goes_on(_: TimedOut) -> bool:
            return len(await _numbers(system)) == 1

        assert (await too_late(run, goes_on)).aftermath == "it was killed; what it had started may go on"
        assert len(await _numbers(system)) == 1


async def test_output_beyond_the_limit_keeps_its_head_and_tail_and_says_what_fell_out(running: RunningSystem) -> None:
    """A command that floods its output costs what the caller allows, in the result as in each error."""
    flood = "echo begun; head -c 50000000 /dev/zero; echo ended"
    async with running() as system:
        done = await system.run(["sh", "-c", flood], max_output_bytes=1000)
        assert (len(done.stdout), done.stdout[:6], done.stdout[-6:]) == (1000, b"begun\n", b"ended\n")
        assert (done.stdout_omitted, done.stderr, done.stderr_omitted) == (50_000_012 - 1000, b"", 0)
        with pytest.raises(CommandFailed, match=r"exit status 3\. 49999012 bytes of its output were left out\.") as failed:
            await system.run(["sh", "-c", f"({flood}) >&2; exit 3"], max_output_bytes=1000, check=True)
        assert (failed.value.stdout_omitted, failed.value.stderr_omitted) == (0, 49_999_012)
        less = flood.replace("50000000", "500000")  # little enough to be through in time under every sanitizer

        async def run(limit_s: float) -> None:
            await system.run(["sh", "-c", f"{less}; exec sleep 1000"], max_output_bytes=1000, timeout_s=limit_s)

        async def is_through(late: TimedOut) -> bool:
            return late.stdout.endswith(b"ended\n")

        late = await too_late(run, is_through)
        assert (len(late.stdout), late.stdout[-6:], late.stdout_omitted) == (1000, b"ended\n", 499_012)


@pytest.mark.parametrize("max_output_bytes", [4 << 20, None])
async def test_a_flood_costs_at_most_a_fifth_more_than_what_is_kept(max_output_bytes: int | None, running: RunningSystem) -> None:
    """400 MB of output were 791 MB of memory: the whole way from the pipe to the result counts, the pieces read included."""
    async with running() as system:
        await system.run(["true"])
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            done = await system.run(["head", "-c", "30000000", "/dev/zero"], max_output_bytes=max_output_bytes)
            peak = tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()
    assert len(done.stdout) == (max_output_bytes or 30_000_000)
    assert peak <= 1.2 * len(done.stdout)


async def test_less_than_nothing_cannot_be_kept(running: RunningSystem) -> None:
    """A slip of the caller is told before anything is started."""
    async with running() as system:
        with pytest.raises(ValueError, match="max_output_bytes is -1"):
            await system.run(["true"], max_output_bytes=-1)


async def test_a_grandchild_that_holds_the_output_does_not_hold_the_caller(running: RunningSystem) -> None:
    """After the exit, silence counts as the end of the output (C-7)."""
    async with running() as system:
        done = await system.run(["sh", "-c", "sleep 1000 & echo done"], drain_s=0.2)
        assert (done.returncode, done.stdout) == (0, b"done\n")


async def test_many_processes_run_at_once(running: RunningSystem) -> None:
    """Streams and exit codes of one never reach another."""
    results: dict[int, tuple[int, bytes]] = {}

    async def one(system: ComputeSystem, number: int) -> None:
        done = await system.run(["sh", "-c", f"cat; exit {number}"], input=str(number).encode())
        results[number] = (done.returncode, done.stdout)

    async with running() as system, anyio.create_task_group() as tasks:
        for number in range(30):
            tasks.start_soon(one, system, number)
    assert results == {number: (number, str(number).encode()) for number in range(30)}


@pytest.mark.parametrize(("change", "code"), [({"Environment": {"A=B": "x"}}, 0x80070057), ({"CommandArgs": []}, 0x8037010D)])
async def test_a_start_that_fails_is_reported_by_its_own_name(change: dict[str, Any], code: int, running: RunningSystem) -> None:
    """The way back from a start that told nothing must not hide why a start failed (A-13)."""
    async with running() as system:
        with pytest.raises(HcsError) as refused:
            await system.create_process({"CommandArgs": ["true"], **change})
        assert (refused.value.function, refused.value.hresult) == ("HcsCreateProcess", code)


async def test_an_empty_command_is_refused_at_once(running: RunningSystem) -> None:
    """Nothing to run is a slip of the caller."""
    async with running() as system:
        empty: tuple[list[str] | str, ...] = ([], "")
        for command in empty:
            with pytest.raises(ValueError, match="empty"):
                await system.run(command)


async def test_what_was_closed_says_so(running: RunningSystem) -> None:
    """As every anyio resource does; closing again and ending the input are still no errors."""
    async with running() as system:
        process = await system.create_process({"CommandLine": "cat", "CreateStdInPipe": True}, terminate_on_close=True)
        async with process:
            pass
        uses: list[Callable[[], Awaitable[Any]]] = [process.terminate, process.properties, process.wait, process.stop, process.kill]
        uses += [process.information, process.events().__aenter__, lambda: process.signal("CtrlC")]
        for use in uses:
            with pytest.raises(anyio.ClosedResourceError, match=f"process {process.id} of .* was closed: ask while it is open"):
                await use()
        assert process.stdin is not None
        with pytest.raises(anyio.ClosedResourceError, match="the stream was closed"):
            await process.stdin.send(b"x")
        await process.close_stdin()
        await process.aclose()
        await system.terminate()
        await system.aclose()
        uses = [system.start, system.properties, system.wait_exit, system.stop, system.terminate]
        uses += [system.events().__aenter__, lambda: system.run(["true"])]
        for use in uses:
            with pytest.raises(anyio.ClosedResourceError, match=f"compute system '{system.id}' was closed: ask while it is open"):
                await use()


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


@pytest.mark.skipif(os.name == "nt", reason="no named pipe of a file system")
async def test_output_is_waited_for_as_long_as_it_may_be_silent(running: RunningSystem, tmp_path: Path) -> None:
    """What a daemon says soon after the exit belongs to the command; one that says nothing must not hold the caller."""
    silent, talking = tmp_path / "silent", tmp_path / "talking"
    done: list[bytes] = []

    async def run(system: ComputeSystem, pipe: Path, drain_s: float) -> None:
        os.mkfifo(pipe)
        done.append((await system.run(["sh", "-c", f"(read word < {pipe}; echo $word) & echo early"], drain_s=drain_s)).stdout)

    async with running() as system:
        begun = anyio.current_time()
        await run(system, silent, 0.3)
        assert anyio.current_time() - begun >= 0.3
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(run, system, talking, 60)
            while not talking.exists():
                await anyio.lowlevel.checkpoint()
            await anyio.to_thread.run_sync(talking.write_bytes, b"late\n")
    assert done == [b"early\n", b"early\nlate\n"]


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


async def test_closing_the_input_stream_ends_the_input(running: RunningSystem) -> None:
    """The anyio idiom: ``async with process.stdin`` left a ``cat`` waiting for ever, since the service keeps an end of its own (C-5)."""
    parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True}
    async with running() as system:
        async with await system.create_process(parameters) as process:
            assert process.stdin is not None
            async with process.stdin:
                await process.stdin.send(b"hello")
            with anyio.fail_after(60):
                assert await read_all(process.stdout) == b"hello"
                assert (await process.wait()).exit_code == 0
            await process.stdin.aclose()
            await process.close_stdin()
        async with await system.create_process(parameters, terminate_on_close=True) as process:
            assert process.stdin is not None
            await process.stdin.send(b"x")
            await process.stdin.aclose()
            with pytest.raises(anyio.ClosedResourceError):
                await process.stdin.send(b"y")
            assert await read_all(process.stdout) == b"x"


async def test_closing_a_process_does_not_end_its_input(running: RunningSystem) -> None:
    """A handle is not the process (C-25): what reads goes on reading until somebody says that the input has ended."""
    async with running() as system:
        async with await system.create_process({"CommandLine": "cat", "CreateStdInPipe": True}) as process:
            pass
        async with await system.open_process(process.id) as again:
            assert (await again.properties()).exited in {False, None}
            await again.kill()


@pytest.mark.parametrize("moment", [1, 2, 3])
async def test_an_end_of_input_that_is_cancelled_still_closes_this_end(moment: int, running: RunningSystem) -> None:
    """No descriptor stays behind, whatever the service has been told by then."""
    parameters = {"CommandLine": "cat", "CreateStdInPipe": True}
    async with running() as system, await system.create_process(parameters, terminate_on_close=True) as process:
        assert process.stdin is not None
        with anyio.CancelScope() as scope:
            if moment == 1:
                scope.cancel()
            scope.deadline = anyio.current_time() + 0.0001 * moment
            await process.stdin.aclose()
        with pytest.raises(anyio.ClosedResourceError):
            await process.stdin.send(b"late")


async def test_a_time_limit_tells_what_goes_on_and_names_nothing_that_failed(running: RunningSystem) -> None:
    """An event that did not come is no function that failed, and the number is the caller's."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
        with pytest.raises(TimedOut) as late:
            await process.wait(0.05)
        assert str(late.value) == f"{process.subject}: waiting for the process to exit took longer than 0.05 s; it goes on"
        with pytest.raises(TimedOut) as later:
            await system.wait_exit(0.05)
        assert str(later.value) == f"{system.subject}: waiting for the system to exit took longer than 0.05 s; it goes on"


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
