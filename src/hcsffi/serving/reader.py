"""A client that reads what the service itself has to tell: by a socket pair whose other end is his, as a process's output would be."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

import anyio

from hcsffi.delivery.pipe import SendPipe
from hcsffi.native.handles import PipeHandle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_GONE: Final = (anyio.BrokenResourceError, anyio.ClosedResourceError)


class Hearer(Protocol):
    """Whoever reads what the service has to tell."""

    async def send(self, item: bytes, /) -> None:
        """Tell it, waiting for as long as nobody takes it.

        Raises:
            anyio.BrokenResourceError: nobody reads it any more.
        """


def connected_ends() -> tuple[PipeHandle, PipeHandle]:
    """The end that is written to, and the one that a client reads."""
    ours, theirs = socket.socketpair()
    return PipeHandle(ours.detach()), PipeHandle(theirs.detach())


async def serve_reader(end: PipeHandle, tell: Callable[[Hearer], Awaitable[None]]) -> None:
    """Tell a reader what there is, until that is all or he wants no more.

    Args:
        end: the end to write to; owned from here on.
        tell: writes it.
    """
    pipe, descriptor = SendPipe(end), end.fileno()
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_until_left, descriptor, tasks.cancel_scope)
            with suppress(*_GONE):
                await tell(pipe)
            tasks.cancel_scope.cancel()
    finally:
        pipe.close()


async def _until_left(descriptor: int, scope: anyio.CancelScope) -> None:
    """The reader never writes: what becomes readable is his leaving."""
    await anyio.wait_readable(descriptor)
    scope.cancel()
