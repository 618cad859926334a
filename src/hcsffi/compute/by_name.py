"""Any function of the service by its native name, for what has no method here: owned and cancelled as everything else is."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

import anyio

from hcsffi.compute.deadline import deadline
from hcsffi.delivery import blocking, operation
from hcsffi.delivery.argument import unchecked_text
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.documents.document import Document
from hcsffi.native import library, signature
from hcsffi.native.handles import KINDS, ProcessHandle, SystemHandle

if TYPE_CHECKING:
    from hcsffi.delivery.operation import Completion
    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle


class RawAnswer(HandleOwner):
    """What a function called by name came back with; it owns what the function opened, and is a handle to further calls.

    Leaving ``async with`` closes what it owns; an answer that opened nothing need not be closed.

    Attributes:
        text: the result document as it came, ``""`` when there is none.
        values: numbers, structures (members by their C names) and arrays of structures that it handed out, in the prototype's order.
        process_id: the id of the process that was created or described, or ``None``.
        stdin: send stream of bytes, or ``None`` when the answer brought none.
        stdout: receive stream of bytes, or ``None`` when the answer brought none.
        stderr: receive stream of bytes, or ``None`` when the answer brought none.
    """

    other_way = "call the function once more"

    def __init__(self, completion: Completion, subject: str) -> None:
        self.text = completion.document.decode("utf-8", "replace")
        self.values = completion.values
        self._handle = completion.opened
        self.subject = subject
        found = completion.process
        self.process_id = None if found is None else found.process_id
        self.stdin = None if found is None or found.std_in is None else SendPipe(found.std_in)
        self.stdout = None if found is None or found.std_out is None else ReceivePipe(found.std_out)
        self.stderr = None if found is None or found.std_err is None else ReceivePipe(found.std_err)

    def __repr__(self) -> str:
        text = f"of {len(self.text)} characters" if self.text else "''"
        return f"<RawAnswer {text}{'' if self.handle is None else f' {self.handle!r}'}>"

    async def aclose(self) -> None:
        """Close the streams and the handle; safe to call twice.

        Cancellation:
            Everything is closed all the same.
        """
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                stream.close()
        if self._handle is not None:
            await blocking.close(self._handle)


if TYPE_CHECKING:
    Given = HandleOwner | Document | Mapping[str, object] | str | bytes | uuid.UUID | int | None
    """What a function can be given: an owner of a handle, a document, a text, a GUID, a number; ``None`` is NULL."""


async def call(function: str, *arguments: Given, subject: str | None = None, timeout_s: float | None = None) -> RawAnswer:
    """Call a function of computecore.dll, computestorage.dll or computenetwork.dll by its name.

    Nothing is checked but what would break the library itself: documents are sent as they are given, whatever schema version they need.

    Args:
        function: the native name, such as ``HcsCrashComputeSystem``.
        *arguments: what its C prototype takes, in order, without the operation, the security descriptor and the out parameters, and
            without the last ones that are to be NULL: a system, a process, a network or whatever else owns a handle; a text; a
            document, as its type or as a mapping; a GUID, as ``uuid.UUID`` or as text; a number.
        subject: what the call is about, for errors; ``None`` names the system or process, or the service.
        timeout_s: how long to wait, in seconds; ``None`` waits for ever.

    Returns:
        Its document as it came, and the handle, process id, streams and values it brought.

    Raises:
        ValueError: no such function, or one that cannot be called by name; the text says why.
        TypeError: too many arguments, or one the prototype does not take in its place.
        anyio.ClosedResourceError: a system or process was closed.
        NotSupported: the library that answers does not have the function (ERROR_PROC_NOT_FOUND).
        HcsError: the call or its operation failed; the subclass says what a caller can do about it.

    Blocks:
        A worker thread, where the function has no operation.

    Cancellation:
        The wait ends at once. An operation is asked to be dropped, a call on a worker thread runs to its end; what either opens later
        is closed.

    Source:
        computecore.h, computestorage.h, computenetwork.h.
    """
    row = _find(function)
    kinds = signature.arguments(row)
    if len(arguments) > len(kinds):
        message = f"{function} takes ({', '.join(kinds)}), not {len(arguments)} arguments"
        raise TypeError(message)
    given = [*arguments, *[None] * (len(kinds) - len(arguments))]
    made = [_made(function, place, kind, one) for place, (kind, one) in enumerate(zip(kinds, given, strict=True))]
    about = subject or next((one.subject for one in arguments if isinstance(one, HandleOwner)), _service(function))
    with deadline(timeout_s, f"calling {function}", function, about):
        if not row.submits:
            return RawAnswer(await blocking.ask(function, *made, subject=about), about)
        handle = next((one for one in made if isinstance(one, (SystemHandle, ProcessHandle))), None)
        texts = tuple(one for one in made if one is None or isinstance(one, bytes))
        return RawAnswer(await operation.perform(operation.Request(function, handle, texts, about)), about)


def _find(name: str) -> library.Function:
    known = {one: row for one, row in library.functions().items() if one.startswith(("Hcs", "Hcn"))}
    if name not in known:
        near = get_close_matches(name, known, 1)
        message = f"the service has no function {name!r}{f'; did you mean {near[0]}?' if near else ''}"
        raise ValueError(message)
    objection = signature.objection(known[name])
    if objection is not None:
        message = f"{name} cannot be called by name: {objection}"
        raise ValueError(message)
    return known[name]


def _service(function: str) -> str:
    return "the network service" if function.startswith("Hcn") else "the compute service"


def _made(function: str, place: int, kind: str, one: Given) -> Argument:
    """One argument as the native room takes it."""
    if kind in KINDS:
        return _handle(function, place, kind, one)
    if kind == signature.TEXT and (one is None or isinstance(one, (str, bytes, Mapping, Document))):
        return unchecked_text(f"argument {place} of {function}", one)
    if kind == signature.GUID and isinstance(one, (str, uuid.UUID)):
        return uuid.UUID(one) if isinstance(one, str) else one
    if kind in signature.NUMBERS and type(one) is int:
        return one
    message = f"{function}: argument {place} is a {kind}, not {type(one).__name__}"
    raise TypeError(message)


def _handle(function: str, place: int, kind: str, one: Given) -> Handle:
    handle = one.handle if isinstance(one, HandleOwner) else None
    # A handle of another kind would be taken for what it is not by a library that follows it as a pointer.
    if not isinstance(one, HandleOwner) or not isinstance(handle, KINDS[kind]):
        message = f"{function}: argument {place} is a {kind}, not {type(one if handle is None else handle).__name__}"
        raise TypeError(message)
    if handle.closed:
        message = f"{one.subject} was closed: ask while it is open, or open it again"
        raise anyio.ClosedResourceError(message)
    return handle
