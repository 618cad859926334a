"""This process's own descriptors, as the source and the targets of a conversation with a process in a compute system.

A descriptor of ours may be a file, a pipe, a terminal or a socket, and may be shared with other programs: it is never put
into non-blocking mode. Reading waits for readiness where the system can tell it, and reads a regular file (which is always
ready) on a worker thread. Writing goes through a worker thread, since a full pipe blocks the writer.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from anyio import BrokenResourceError, to_thread

from hcsffi.compute.departure import reader_left
from hcsffi.delivery.pipe import CHUNK

if TYPE_CHECKING:
    from hcsffi.compute.conversation import Give, Take


def source(descriptor: int) -> Give:
    """Return what gives a descriptor's bytes to a conversation; cancelled while a worker thread reads, it loses what is read."""
    pollable = _can_be_polled(descriptor)

    async def give() -> bytes:
        try:
            if pollable:
                await anyio.wait_readable(descriptor)
                return os.read(descriptor, CHUNK)
            return await to_thread.run_sync(os.read, descriptor, CHUNK, abandon_on_cancel=True)
        except OSError:  # the terminal hung up, or the descriptor was not open for reading: there is no input
            return b""

    return give


def target(descriptor: int) -> Take:
    """Return what writes a conversation's output to a descriptor; cancelled, it may cut a chunk."""
    direct = not _may_block(descriptor)

    async def take(chunk: bytes) -> None:
        try:
            if direct:
                write_all(descriptor, chunk)
            else:
                await to_thread.run_sync(write_all, descriptor, chunk, abandon_on_cancel=True)
        except OSError as error:
            if not reader_left(error):
                raise
            raise BrokenResourceError from error

    return take


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
