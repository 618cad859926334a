"""This process's own descriptors in a conversation: which are waited for, which block a thread and which are written at once."""

from __future__ import annotations

import os
import socket
import sys
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import pytest
from anyio import to_thread

from hcsffi.compute import passage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(sys.platform == "win32", reason="loops of Windows await sockets alone")]


class Made(ExitStack):
    """Two ends of each kind of descriptor: one that is read, with a word in it, and one that is written."""

    def file(self, place: Path) -> tuple[int, int]:
        """A regular file."""
        (place / "file").write_bytes(b"word")
        return self._kept(os.open(place / "file", os.O_RDONLY)), self._kept(os.open(place / "file", os.O_WRONLY))

    def pipe(self, _: Path) -> tuple[int, int]:
        """A pipe."""
        ends = os.pipe()
        os.write(ends[1], b"word")
        return self._kept(ends[0]), self._kept(ends[1])

    def stream(self, _: Path) -> tuple[int, int]:
        """A socket."""
        one, other = (self.enter_context(end) for end in socket.socketpair())
        other.send(b"word")
        return one.fileno(), other.fileno()

    def terminal(self, _: Path) -> tuple[int, int]:
        """A terminal."""
        keyboard, end = map(self._kept, os.openpty())
        os.write(keyboard, b"word\n")
        return end, end

    def nothing(self, _: Path) -> tuple[int, int]:
        """What takes everything and gives nothing."""
        return self._kept(os.open(os.devnull, os.O_RDONLY)), self._kept(os.open(os.devnull, os.O_WRONLY))

    def left(self) -> int:
        """A pipe that nobody reads any more."""
        reading, writing = os.pipe()
        os.close(reading)
        return self._kept(writing)

    def device(self, name: str) -> int:
        """A device to write to."""
        return self._kept(os.open(name, os.O_WRONLY))

    def _kept(self, descriptor: int) -> int:
        self.callback(os.close, descriptor)
        return descriptor


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is done on worker threads."""
    done: list[object] = []
    run: Callable[..., Awaitable[object]] = to_thread.run_sync

    async def noted(function: Callable[..., object], *arguments: object, **options: bool) -> object:
        done.append(function)
        return await run(function, *arguments, **options)

    monkeypatch.setattr(to_thread, "run_sync", noted)
    return done


@pytest.mark.parametrize(
    ("kind", "read", "written"),
    [
        ("file", [os.read], []),
        ("pipe", [], [passage.write_all]),
        ("stream", [], [passage.write_all]),
        ("terminal", [], [passage.write_all]),
        ("nothing", [os.read], []),
    ],
)
async def test_a_thread_does_what_no_loop_can_wait_for(
    kind: str, read: list[object], written: list[object], tmp_path: Path, threads: list[object]
) -> None:
    """A loop cannot wait for a file, and a full pipe holds up whoever writes; what never blocks needs no thread."""
    with Made() as made:
        source, target = getattr(made, kind)(tmp_path)
        assert (await passage.source(source)()).strip() == (b"" if kind == "nothing" else b"word")
        assert threads == read
        threads.clear()
        await passage.target(target)(b"answer")
        assert threads == written


async def test_a_read_that_nobody_ends_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever leaves the conversation leaves the thread behind: a device may give nothing for hours."""
    begun, enough, ended = (threading.Event() for _ in range(3))

    def read(*_: int) -> bytes:
        begun.set()
        enough.wait(60)
        ended.set()
        return b""

    monkeypatch.setattr(os, "read", read)
    with Made() as made:
        give = passage.source(made.file(tmp_path)[0])

        async def wait() -> None:
            await give()

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(wait)
            while not begun.is_set():
                await anyio.lowlevel.checkpoint()
            tasks.cancel_scope.cancel()
        assert not ended.is_set()
        enough.set()


async def test_what_cannot_be_read_gives_no_input(tmp_path: Path) -> None:
    """A descriptor that is open for writing alone, as a shell may hand it on, is no reason to fail."""
    with Made() as made:
        assert await passage.source(made.file(tmp_path)[1])() == b""


@pytest.mark.parametrize("device", [None, "/dev/full"], ids=["nobody reads", "a full disk"])
async def test_a_reader_that_left_is_told_apart_from_a_full_disk(device: str | None) -> None:
    """The first ends a conversation as it ends a pipeline; the second is an error of the machine."""
    with Made() as made:
        target = made.left() if device is None else made.device(device)
        expected = pytest.raises(anyio.BrokenResourceError) if device is None else pytest.raises(OSError, match="No space left")
        with expected:
            await passage.target(target)(b"word")


async def test_a_source_with_nothing_to_give_is_waited_for() -> None:
    """Reading at once would hold up the loop; this end says so instead, as a program that shares it may have asked it to."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    given: list[bytes] = []

    async def take() -> None:
        given.append(await passage.source(reading)())

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(take)
        await anyio.wait_all_tasks_blocked()
        assert [] == given
        os.write(writing, b"word")
    assert [b"word"] == given
    os.close(reading)
    os.close(writing)
