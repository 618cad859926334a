"""What detached processes have written, as a service keeps it for whoever asks."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timezone
from typing import TYPE_CHECKING

import anyio
from attrs import frozen

from hcsffi.delivery import kept_output
from hcsffi.delivery.argument import utf8
from hcsffi.delivery.kept_output import KeptPieces, OutputOwner
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.piece import STREAMS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

    from typing_extensions import Self

_NS: int = 1_000_000_000


@frozen
class LogPiece:
    """Bytes that a process has written; as they came, so a line may lie in several pieces.

    Attributes:
        at: when they came, in UTC.
        stream: ``stdout`` or ``stderr``.
        data: the bytes.
        dropped_bytes: how many bytes, of both streams, fell out right before these, because no more are kept.
    """

    at: datetime
    stream: str
    data: bytes
    dropped_bytes: int


class LogStream(Uncopyable):
    """What is kept of one system's output; made by :func:`logs` and :meth:`ComputeSystem.logs`.

    ``async with hcsffi.logs("web") as pieces: async for piece in pieces: ...``. It ends with what is kept; when it follows, once every
    output that is kept has ended, as with the system.
    """

    def __init__(self, of: Callable[[], Awaitable[OutputOwner]], subject: str, *, follow: bool, tail: int | None) -> None:
        self._of = of
        self._subject = subject
        self._follow = follow
        self._tail = tail
        self._pieces: KeptPieces | None = None
        self._waiting: deque[LogPiece] = deque()

    async def __aenter__(self) -> Self:
        """Ask for it.

        Raises:
            NotSupported: no service answers that keeps output: a library of this process keeps none (ERROR_NOT_SUPPORTED).
            NotFound: the service keeps nothing of such a system (ERROR_NOT_FOUND), or there is none.

        Cancellation:
            What comes later is closed.
        """
        pipe = await kept_output.open_kept(await self._of(), self._subject, follow=self._follow, tail=self._tail)
        self._pieces = KeptPieces(pipe)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> LogPiece:
        """Wait for the next piece.

        Cancellation:
            No piece is lost.
        """
        if self._pieces is None:
            message = "pieces arrive inside `async with system.logs() as pieces:` only"
            raise RuntimeError(message)
        while not self._waiting:
            try:
                received = await self._pieces.receive()
            except anyio.EndOfStream:
                raise StopAsyncIteration from None
            for piece, dropped in received:
                at = datetime.fromtimestamp(piece.at_ns / _NS, timezone.utc)
                self._waiting.append(LogPiece(at, STREAMS[piece.stream], piece.text, dropped))
        return self._waiting.popleft()

    def close(self) -> None:
        """Read no more. Safe twice."""
        if self._pieces is not None:
            self._pieces.close()


def logs(system_id: str, *, follow: bool = False, tail: int | None = None) -> LogStream:
    """Return what a service has kept of the output of the last system with that id, also when it has ended: 32 of those are remembered.

    Kept is what processes write that ``hcsffi run --detach`` or :meth:`ComputeSystem.create_kept_process` started: the last bytes of each
    system, 1 MiB unless ``hcsffi serve --keep-output`` says otherwise.

    Args:
        system_id: the system's id.
        follow: whether to go on with what is written from now on, until every output has ended.
        tail: the last lines alone, so many of them; ``None`` is everything that is kept.

    Returns:
        A stream of :class:`LogPiece`, to be entered with ``async with``.

    Raises:
        ValueError: the number of lines is below 0.
    """

    async def of() -> OutputOwner:
        return OutputOwner(utf8("system_id", system_id), None)

    return log_stream(of, f"compute system {system_id!r}", follow=follow, tail=tail)


def log_stream(of: Callable[[], Awaitable[OutputOwner]], subject: str, *, follow: bool, tail: int | None) -> LogStream:
    """Return the stream of a system that is still to be asked which one it is.

    Raises:
        ValueError: the number of lines is below 0.
    """
    if tail is not None and tail < 0:
        raise ValueError("tail must not be below 0")
    return LogStream(of, subject, follow=follow, tail=tail)
