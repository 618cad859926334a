"""Processes in a compute system: how they start, what they are given, and their streams."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from process_seen import KILLED, processes_of, read_all

from hcsffi import AccessDenied, AlreadyStopped, ComputeSystem, HcsError, NotFound, WrongState, documents

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


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


async def test_the_input_of_a_process_that_has_ended_is_not_ended(running: RunningSystem, configure: Callable[..., None]) -> None:
    """Nobody is there to be told: the service is asked for nothing, and what it would be refused is none of the caller's business."""
    async with running() as system, await system.create_process({"CommandLine": "echo done", "CreateStdInPipe": True}) as process:
        assert process.stdin is not None
        with anyio.fail_after(60):
            await process.wait()
        configure(Faults=[{"Function": "HcsModifyProcess", "HResult": "0x80004005", "Sync": True}])
        await process.stdin.aclose()


async def test_output_written_before_the_exit_is_read_after_it(running: RunningSystem) -> None:
    """C-7: the exit event may overtake the bytes in the pipe."""
    async with running() as system, await system.create_process({"CommandLine": "echo late", "CreateStdOutPipe": True}) as process:
        await process.wait()
        assert await read_all(process.stdout) == b"late\n"


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
