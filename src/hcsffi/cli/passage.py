"""Copies bytes between this process's own descriptors and the streams of a process in a compute system.

A descriptor of ours may be a file, a pipe, a terminal or a socket, and may be shared with other programs: it is never put
into non-blocking mode. Reading waits for readiness where the system can tell it, and reads a regular file (which is always
ready) on a worker thread. Writing goes through a worker thread, since a full pipe blocks the writer.
"""

from __future__ import annotations

import math
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio
from anyio import BrokenResourceError, ClosedResourceError, EndOfStream, to_thread

from hcsffi.cli.departure import reader_left

if TYPE_CHECKING:
    from anyio.abc import ByteReceiveStream, ByteSendStream

CHUNK: Final = 1 << 18


async def send_descriptor(source: int, target: ByteSendStream) -> None:
    """Send everything a descriptor of ours has to the stream; ends at the descriptor's end or when nobody listens.

    Cancellation:
        Ends the copy between two chunks; bytes that were read but not sent are lost.
    """
    pollable = _can_be_polled(source)
    while True:
        try:
            if pollable:
                await anyio.wait_readable(source)
                chunk = os.read(source, CHUNK)
            else:
                chunk = await to_thread.run_sync(os.read, source, CHUNK, abandon_on_cancel=True)
        except OSError:  # the terminal hung up, or the descriptor was not open for reading: there is no input
            return
        if not chunk:
            return
        try:
            await target.send(chunk)
        except (BrokenResourceError, ClosedResourceError):
            return


class Outflow:
    """Writes everything a stream brings to a descriptor of ours.

    Args:
        source: where the bytes come from.
        target: where they go; when nobody reads there any more the stream is closed, which tells the process what a
            closed pipe tells it in a shell: the next write fails.
    """

    def __init__(self, source: ByteReceiveStream, target: int) -> None:
        self._source = source
        self._target = target
        self._direct = not _may_block(target)
        self._receiving = anyio.CancelScope()
        self._silence_s = math.inf

    async def run(self) -> None:
        """Copy until the stream ends.

        Cancellation:
            Ends the copy between two chunks; a chunk that is being written may be cut.
        """
        try:
            while (chunk := await self._receive()) is not None:
                if self._direct:
                    write_all(self._target, chunk)
                else:
                    await to_thread.run_sync(write_all, self._target, chunk, abandon_on_cancel=True)
        except (EndOfStream, BrokenResourceError, ClosedResourceError):
            return
        except OSError as error:
            if not reader_left(error):
                raise
            await self._source.aclose()

    async def _receive(self) -> bytes | None:
        """The next chunk, or ``None`` when the stream has been silent for too long after the exit."""
        with anyio.CancelScope(deadline=anyio.current_time() + self._silence_s) as self._receiving:
            return await self._source.receive(CHUNK)
        return None

    def expect_end(self, silence_s: float) -> None:
        """Take silence for the end from now on: a grandchild that goes on can hold the stream open for ever."""
        self._silence_s = silence_s
        self._receiving.deadline = anyio.current_time() + silence_s


def write_all(target: int, chunk: bytes) -> None:
    """Write the whole chunk, however many writes it takes."""
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(target, rest) :]


def _kind(descriptor: int) -> int:
    return stat.S_IFMT(os.fstat(descriptor).st_mode)


def _can_be_polled(descriptor: int) -> bool:
    if os.name == "nt":
        return False  # loops await sockets alone there
    return _kind(descriptor) in {stat.S_IFIFO, stat.S_IFSOCK} or os.isatty(descriptor)


def _may_block(descriptor: int) -> bool:
    return _kind(descriptor) not in {stat.S_IFREG, stat.S_IFBLK} and not _is_null(descriptor)


def _is_null(descriptor: int) -> bool:
    return Path(os.devnull).exists() and os.path.samestat(os.fstat(descriptor), Path(os.devnull).stat())
