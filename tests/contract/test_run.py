"""One command from its start to its result: ``run``, its time limits, and what it keeps of the output."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tracemalloc
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import CommandFailed, ComputeSystem, TimedOut, embedded
from hcsffi.compute import capture

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from hcsffi import ComputeProcess

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

WINDOWS = os.name == "nt"


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


async def _are(many: int, system: ComputeSystem) -> bool:
    return len(await _numbers(system)) == many


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


@pytest.mark.skipif(WINDOWS, reason="how many programs a shell starts there is its own affair")
async def test_a_command_that_is_cancelled_goes_with_all_it_started(running: RunningSystem, eventually: Eventually) -> None:
    """Whoever leaves the block leaves nothing behind in the guest, though nobody waits for the killing any more."""
    async with running() as system:

        async def run() -> None:
            await system.run(["sh", "-c", _FAMILY + "sleep 1006; true"])

        async def are_there() -> bool:
            return len(await _numbers(system)) == 6

        async def are_gone() -> bool:
            return await _numbers(system) == []

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(run)
            await eventually(are_there)
            tasks.cancel_scope.cancel()
        await eventually(are_gone)


@pytest.mark.skipif(WINDOWS, reason="how many programs a shell starts there is its own affair")
@pytest.mark.parametrize("by_task", [False, True], ids=["by scope", "by task"])
async def test_a_command_that_is_cancelled_before_its_number_is_known_goes_with_all_it_started(
    running: RunningSystem, eventually: Eventually, monkeypatch: pytest.MonkeyPatch, anyio_backend_name: str, *, by_task: bool
) -> None:
    """The service tells of a process when it runs, and by then it may have started others."""
    if by_task and anyio_backend_name != "asyncio":
        pytest.skip("a task of trio's is cancelled by its scope alone")
    create = ComputeSystem.create_process
    started = anyio.Event()

    async def tell_late(system: ComputeSystem, *given: Any, **options: Any) -> ComputeProcess:
        process = await create(system, *given, **options)
        if not started.is_set():
            await eventually(lambda: _are(6, system))
            started.set()
            await anyio.sleep(0.1)
        return process

    async with running() as system:
        monkeypatch.setattr(ComputeSystem, "create_process", tell_late)
        command = ["sh", "-c", _FAMILY + "sleep 1006; true"]
        if by_task:
            task = asyncio.ensure_future(system.run(command))
            await started.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        else:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(system.run, command)
                await started.wait()
                tasks.cancel_scope.cancel()
        await eventually(lambda: _are(0, system), 20)


async def test_a_command_that_is_cancelled_is_not_waited_for_when_nobody_tells_its_number(
    running: RunningSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every wait has a limit."""

    async def never(*_: object, **__: object) -> None:
        await anyio.sleep_forever()

    monkeypatch.setattr(capture, "_KILLING_S", 0.1)
    async with running() as system:
        await system.guest_is_linux()
        monkeypatch.setattr(ComputeSystem, "create_process", never)
        with anyio.fail_after(20), anyio.move_on_after(0.05) as scope:
            await system.run(["true"])
        assert scope.cancelled_caught


async def test_a_command_that_is_there_after_everybody_left_is_ended(
    running: RunningSystem, configure: Configure, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that takes longer than a cancelled `run` waits for it starts a program that nobody asked for any more."""
    monkeypatch.setattr(capture, "_KILLING_S", 0.1)
    async with running() as system:
        await system.guest_is_linux()
        refusal = {"Function": "HcsCancelOperation", "HResult": "0x80004001", "Sync": True}  # E_NOTIMPL
        configure(Faults=[{"Function": "HcsCreateProcess", "Count": 1, "DelayUs": 1_000_000}, refusal])
        with anyio.fail_after(20), anyio.move_on_after(0.05) as scope:
            await system.run(["sleep", "1008"])
        assert scope.cancelled_caught
        assert embedded.counters()["Operations"] == 1  # its creation

        async def has_answered() -> bool:
            return embedded.counters()["Operations"] == 0

        await eventually(has_answered)
        await eventually(lambda: _are(0, system))


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


async def test_an_empty_command_is_refused_at_once(running: RunningSystem) -> None:
    """Nothing to run is a slip of the caller."""
    async with running() as system:
        empty: tuple[list[str] | str, ...] = ([], "")
        for command in empty:
            with pytest.raises(ValueError, match="empty"):
                await system.run(command)


@pytest.mark.skipif(os.name == "nt", reason="no named pipe of a file system")
async def test_output_is_waited_for_as_long_as_it_may_be_silent(running: RunningSystem, tmp_path: Path) -> None:
    """What a daemon says soon after the exit belongs to the command; one that says nothing must not hold the caller."""
    silent, talking = tmp_path / "silent", tmp_path / "talking"
    done: list[bytes] = []

    async def run(system: ComputeSystem, pipe: Path, drain_s: float) -> None:
        os.mkfifo(pipe)
        done.append((await system.run(["sh", "-c", f"echo early; (read word < {pipe}; echo $word) &"], drain_s=drain_s)).stdout)

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


async def test_a_time_limit_tells_what_goes_on_and_names_nothing_that_failed(running: RunningSystem) -> None:
    """An event that did not come is no function that failed, and the number is the caller's."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True) as process:
        with pytest.raises(TimedOut) as late:
            await process.wait(0.05)
        assert str(late.value) == f"{process.subject}: waiting for the process to exit took longer than 0.05 s; it goes on"
        with pytest.raises(TimedOut) as later:
            await system.wait_exit(0.05)
        assert str(later.value) == f"{system.subject}: waiting for the system to exit took longer than 0.05 s; it goes on"
