"""Output that a service in another process keeps: processes started for it, and what they have written, read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import errors
from hcsffi.delivery.blocking import ensure_library
from hcsffi.delivery.operation import Request, perform
from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.errors import HcsError
from hcsffi.hresult import Outcome
from hcsffi.native import library
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.address import SSH
from hcsffi.remote.piece import PieceReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.delivery.operation import Completion
    from hcsffi.remote.piece import Piece

_NO_SERVICE = (
    "only a service in another process keeps what a process writes, one of this version or later (hcsffi serve); HCSFFI_LIBRARY=shared or "
    "hcsffi.connect lets one answer"
)


class OutputOwner(NamedTuple):
    """Whose output.

    Args:
        system_id: the system's id.
        incarnation: what tells it from others that have had that id; ``None`` means the last one.
    """

    system_id: bytes
    incarnation: bytes | None


def keeps_output() -> bool:
    """Whether a service answers that keeps output.

    Raises:
        ServiceUnavailable: nothing answers.
    """
    ensure_library()
    return library.service_does(library.KEEP_OUTPUT)


def keeps_output_on() -> bool:
    """Whether it keeps it on when this connection has ended: a service that ssh has started ends with it, and closes what it reads.

    Raises:
        ServiceUnavailable: nothing answers.
    """
    return keeps_output() and not library.name().startswith(SSH)


def _refuse_elsewhere(function: str, subject: str) -> None:
    if not keeps_output():
        raise errors.build(library.refusal(function, "ERROR_NOT_SUPPORTED", _NO_SERVICE), subject)


async def start_kept(process: Request, of: OutputOwner) -> Completion:
    """Start the process of a request of HcsCreateProcess so that the service keeps its outputs.

    Raises:
        NotSupported: no service answers, or one that keeps nothing.
        HcsError: as HcsCreateProcess; E_OUTOFMEMORY, too, where the service keeps the output of as many systems as it can.

    Cancellation:
        As ``operation.perform``.
    """
    _refuse_elsewhere(process.function, process.subject)
    texts = (*process.texts, of.system_id, of.incarnation)
    try:
        return await perform(process._replace(function=library.KEEP_OUTPUT, texts=texts))
    except HcsError as error:  # what the library was asked for is a process
        document = None if error.document is None else error.document.encode()
        raise errors.build(Outcome(process.function, error.hresult, document), process.subject) from error


async def open_kept(of: OutputOwner, subject: str, *, follow: bool, tail: int | None) -> ReceivePipe:
    """Ask for what is kept; it comes as pieces.

    Raises:
        NotSupported: no service answers, or one that keeps nothing.
        NotFound: it keeps nothing of such a system.

    Cancellation:
        What comes later is closed.
    """
    _refuse_elsewhere(library.READ_OUTPUT, subject)
    wanted = json.dumps({"Follow": follow, "Tail": tail}).encode()
    answer = await perform(Request(library.READ_OUTPUT, None, (of.system_id, of.incarnation, wanted), subject))
    if answer.process is None or answer.process.std_out is None:
        message = "a service handed out no stream of what it keeps"
        raise TypeError(message)
    return ReceivePipe(answer.process.std_out)


class KeptPieces(Uncopyable):
    """Reads pieces.

    Args:
        pipe: the stream they come by; owned from here on.
    """

    other_way = "the output is asked for once more"

    def __init__(self, pipe: ReceivePipe) -> None:
        self._pipe = pipe
        self._reader = PieceReader()

    async def receive(self) -> Iterator[tuple[Piece, int]]:
        """Wait for further pieces, each with how many bytes fell out right before it.

        Raises:
            anyio.EndOfStream: there are no more.
            anyio.ClosedResourceError: the stream was closed.

        Cancellation:
            No piece is lost.
        """
        return self._reader.feed(await self._pipe.receive())

    def close(self) -> None:
        """Read no more. Safe twice."""
        self._pipe.close()
