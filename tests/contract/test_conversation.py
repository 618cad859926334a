"""One conversation with a process: what every way of running a command to its end stands on."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi.compute.conversation import converse

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from hcsffi import ComputeSystem

    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

LOOPS = [pytest.param("asyncio", id="asyncio"), pytest.param("trio", id="trio")]
if sys.platform == "win32":
    LOOPS.append(pytest.param(("asyncio", {"loop_factory": asyncio.SelectorEventLoop}), id="selector"))
else:  # uvloop is not made for Windows
    LOOPS.append(pytest.param(("asyncio", {"use_uvloop": True}), id="uvloop"))

PIPES = {"CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}


@pytest.fixture(autouse=True, scope="module")
def loops_have_run_before() -> None:
    """Libuv opens a signal pipe with a process's first loop and keeps it for ever; it is nobody's leak."""
    if sys.platform != "win32":
        anyio.run(anyio.sleep, 0, backend_options={"use_uvloop": True})


@pytest.fixture(params=LOOPS)
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    """Cancellation is where event loops differ, so uvloop is asked too."""
    return request.param


class Heard:
    """Takes output and remembers it."""

    def __init__(self) -> None:
        self.bytes = b""

    async def take(self, chunk: bytes) -> None:
        """Remember a piece."""
        self.bytes += chunk


def in_pieces(*pieces: bytes) -> Callable[[], Awaitable[bytes]]:
    """A source that gives these pieces and ends."""
    rest = iter(pieces)

    async def give() -> bytes:
        return next(rest, b"")

    return give


async def silence() -> bytes:
    """A source that neither gives anything nor ends."""
    await anyio.sleep_forever()
    return b""


async def test_input_of_many_pieces_arrives_whole_and_is_ended(running: RunningSystem) -> None:
    """``wc`` speaks only when its input has ended."""
    out, err = Heard(), Heard()
    script = "wc -c; echo end >&2"
    async with running() as system, await system.create_process({"CommandArgs": ["sh", "-c", script], **PIPES}) as process:
        give = in_pieces(b"b\n", b"a\n", b"c\n" * 100_000)
        status = await converse(process, stdin=give, stdout=out.take, stderr=err.take, drain_s=5)
    assert (status.exit_code, out.bytes.strip(), err.bytes) == (0, b"200004", b"end\n")


async def test_a_source_that_never_ends_is_left_at_the_exit(running: RunningSystem) -> None:
    """The exit is the end of the conversation, whoever still has something to say."""
    left: list[str] = []

    async def beside() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            left.append("beside")

    out = Heard()
    async with running() as system, await system.create_process({"CommandLine": "echo out", **PIPES}) as process:
        with anyio.fail_after(60):
            status = await converse(process, stdin=silence, stdout=out.take, stderr=out.take, drain_s=5, beside=beside)
    assert (status.exit_code, out.bytes, left) == (0, b"out\n", ["beside"])


async def test_a_slow_taker_loses_nothing(running: RunningSystem) -> None:
    """What may be silent after the exit is the process, not whoever takes its output: a pager, a full disk, a slow terminal."""
    heard = Heard()

    async def take(chunk: bytes) -> None:
        await anyio.sleep(0.2)
        await heard.take(chunk)

    async with running() as system, await system.create_process({"CommandLine": "head -c 100000 /dev/zero", **PIPES}) as process:
        await converse(process, stdout=take, stderr=take, drain_s=0.1, chunk_bytes=20_000)
    assert len(heard.bytes) == 100_000


async def test_a_taker_that_wants_no_more_closes_the_pipe(running: RunningSystem) -> None:
    """``yes`` ends only because nobody reads any more; its other stream is heard to the end."""
    err = Heard()

    async def take(chunk: bytes) -> None:
        raise anyio.BrokenResourceError

    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["sh", "-c", "yes 2>/dev/null; echo gone >&2"], **PIPES}) as process,
    ):
        with anyio.fail_after(60):
            await converse(process, stdout=take, stderr=err.take, drain_s=5)
    assert err.bytes == b"gone\n"


@pytest.mark.parametrize("place", ["stdin", "stdout", "beside"])
async def test_what_a_part_of_it_raises_comes_as_it_is(place: str, running: RunningSystem) -> None:
    """A full disk is an OSError to the caller, never a group of one, and it ends the other parts at once."""

    async def fail(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    parts: dict[str, Any] = {"stdin": in_pieces(b"x"), "stdout": Heard().take, place: fail}
    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["sh", "-c", "echo x; sleep 1000"], **PIPES}, terminate_on_close=True) as process,
    ):
        with anyio.fail_after(60), pytest.raises(OSError, match="No space left"):
            await converse(process, stderr=Heard().take, drain_s=5, **parts)


async def test_a_grandchild_that_holds_the_output_is_left_after_its_silence(running: RunningSystem) -> None:
    """After the exit, silence counts as the end; what comes before is still heard (C-7)."""
    out, begun = Heard(), anyio.Event()
    # The parent goes when its child has spoken: a shell may start what stands before `&` only after it has read on.
    script = "sh -c 'echo begun; sleep 0.1; echo late; exec sleep 1000' & read line"

    async def take(chunk: bytes) -> None:
        await out.take(chunk)
        begun.set()

    said = in_pieces(b"go\n")

    async def give() -> bytes:
        await begun.wait()
        return await said()

    async with running() as system, await system.create_process({"CommandArgs": ["sh", "-c", script], **PIPES}) as process:
        with anyio.fail_after(60):
            await converse(process, stdin=give, stdout=take, stderr=out.take, drain_s=2)
    assert out.bytes == b"begun\nlate\n"


@pytest.mark.parametrize("moment", [0, 1, 2, 3, 5, 8, 13, 21])
async def test_it_can_be_cancelled_at_any_moment_and_the_process_goes_on(moment: int, running: RunningSystem) -> None:
    """Ending the process is the caller's business; the conversation leaves no task and no reader behind."""
    async with (
        running() as system,
        await system.create_process({"CommandArgs": ["cat"], **PIPES}, terminate_on_close=True) as process,
    ):
        turns = 0

        async def give() -> bytes:
            nonlocal turns
            turns += 1
            if turns > moment:
                scope.cancel()
            return b"x" * 1000

        with anyio.fail_after(60), anyio.CancelScope() as scope:
            await converse(process, stdin=give, stdout=Heard().take, stderr=Heard().take, drain_s=5)
        assert scope.cancelled_caught
        assert process.returncode is None
        assert not (await process.properties()).exited
