"""Systems that a service in another process looks after when their makers have gone: it ends them, and takes away what they stood on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import errors
from hcsffi.delivery.blocking import ensure_library
from hcsffi.delivery.operation import Request, perform
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.delivery.kept_output import OutputOwner
    from hcsffi.native.handles import SystemHandle

_NO_SERVICE = (
    "only a service in another process looks after systems whose makers have gone, one of this version or later (hcsffi serve); "
    "HCSFFI_LIBRARY=shared or hcsffi.connect lets one answer"
)


class Attended(NamedTuple):
    """Which system, and until when.

    Args:
        of: the system's id, and what tells it from others that have had that id.
        namespace: the id namespace it was created in, or ``None``.
        process_id: the process that it ends with; ``None`` leaves its end to others.
    """

    of: OutputOwner
    namespace: bytes | None
    process_id: int | None


def refuse_elsewhere(function: str, subject: str) -> None:
    """Refuse what only a service does, where none answers that does it.

    Args:
        function: one of ``library.OF_A_SERVICE``.
        subject: what it is about, for errors.

    Raises:
        NotSupported: none answers.
        ServiceUnavailable: nothing answers.
    """
    ensure_library()
    if not library.service_does(function):
        raise errors.build(library.refusal(function, "ERROR_NOT_SUPPORTED", _NO_SERVICE), subject)


async def attend(handle: SystemHandle, wanted: Attended, subject: str) -> None:
    """Let the service look after a system from now on.

    Raises:
        NotSupported: no service answers, or one that does not do that.
        HcsError: it cannot open the system, or looks after as many as it can (E_OUTOFMEMORY).

    Cancellation:
        The service may look after it all the same.
    """
    refuse_elsewhere(library.ATTEND, subject)
    process = None if wanted.process_id is None else str(wanted.process_id).encode()
    texts = (wanted.of.system_id, wanted.namespace, process, wanted.of.incarnation)
    await perform(Request(library.ATTEND, handle, texts, subject))


async def stand_on(system_id: bytes, layers: Sequence[str], path: str, subject: str) -> bytes:
    """Let the service attach a scratch for a system that is still to be made; it goes with this connection, unless the system is attended.

    Args:
        system_id: the system's id.
        layers: folders of the layers, nearest first, on the service's machine.
        path: where the scratch lies there.
        subject: what it is about, for errors.

    Returns:
        What the container's document says of it: a ``Storage``.

    Raises:
        NotSupported: no service answers, or one that does not do that.
        HcsError: the scratch could not be made.

    Cancellation:
        The scratch goes, at the latest with this connection.
    """
    refuse_elsewhere(library.STAND_ON, subject)
    order = json.dumps({"Path": path, "Layers": [*layers]}).encode()
    return (await perform(Request(library.STAND_ON, None, (system_id, order), subject))).document
