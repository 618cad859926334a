"""Start what the service does in the background, wait for it, raise when it failed.

Every function that takes an HCS_OPERATION goes through here. The steps are told in ``native/completions.c`` and ``dispatcher``; what is left for this room is
to make a failed answer an exception, and to survive one quirk: HcsCreateProcess on Server 2022 can complete inside the call with an operation that
tracks nothing; the process is there and HcsGetProcessInfo then tells its id and streams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hcsffi import errors
from hcsffi.delivery import dispatcher
from hcsffi.native import library
from hcsffi.native.completions import Answer, Job, ProcessInformation
from hcsffi.native.handles import Handle, ProcessHandle, SystemHandle
from hcsffi.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.errors import HcsError

INVALID_ARGUMENT = 0x80070057
INVALID_HANDLE = 0x80070006
NOT_OFFERED = 0x8007007F


class Request(NamedTuple):
    """What to start.

    Args:
        function: the native name of a function with an HCS_OPERATION parameter.
        handle: the system or process it is about; ``None`` where it takes none.
        texts: its PCWSTR arguments in order, UTF-8; ``None`` is NULL.
        subject: what it is about, for errors, such as ``compute system 'web-1'``.
    """

    function: str
    handle: SystemHandle | ProcessHandle | None
    texts: tuple[bytes | None, ...]
    subject: str


class Completion(NamedTuple):
    """What a successful operation brought.

    Args:
        document: its result document, ``b""`` when there is none.
        opened: the handle it opened; owned by whoever holds the completion.
        process: the process it created or described; its streams are owned likewise.
    """

    document: bytes
    opened: SystemHandle | ProcessHandle | None = None
    process: ProcessInformation | None = None


def first_build(function: str) -> int | None:
    """The first Windows build whose headers have the function."""
    row = library.functions().get(function)
    return row.build if row else None


def failure(outcome: Outcome, subject: str) -> HcsError:
    """The exception for a failed outcome."""
    build = first_build(outcome.function) if outcome.hresult == NOT_OFFERED else None
    return errors.build(outcome, subject, build)


def _job(request: Request) -> Job:
    function = library.functions()[request.function]
    return Job(function.number, request.handle.number if request.handle is not None else 0, request.texts)


def _failure_of(request: Request, answer: Answer) -> HcsError:
    document: bytes | None = answer.document or None
    if answer.hresult == INVALID_HANDLE and document is None and request.handle is not None and request.handle.closed:
        document = b"the handle is closed"
    return failure(Outcome(request.function, answer.hresult, document), request.subject)


def _completion(answer: Answer) -> Completion:
    opened = answer.opened
    if opened is not None and not isinstance(opened, (SystemHandle, ProcessHandle)):
        raise TypeError(f"an operation opened {opened!r}")
    return Completion(answer.document, opened, answer.process)


async def _recover(request: Request, process: Handle) -> Completion:
    """Ask a process for what its creation did not tell."""
    try:
        asked = Request("HcsGetProcessInfo", process if isinstance(process, ProcessHandle) else None, (), request.subject)
        told = await run(asked)
    except BaseException:
        process.abandon()
        raise
    return told._replace(opened=process if isinstance(process, ProcessHandle) else None)


async def run(request: Request) -> Completion:
    """Start one function and wait until the service has done it.

    Returns:
        Its document, and the handle, process id and streams it brought.

    Raises:
        HcsError: the call or the operation failed; the subclass says what a caller can do about it.
        UnusableText: a text holds a NUL or a lone surrogate; nothing was called.
        ServiceUnavailable: no library answers.

    Cancellation:
        The wait ends at once and HcsCancelOperation is asked. The service may still finish the work; what it opens is then closed.

    Source:
        HcsCreateOperation, HcsGetOperationResult, HcsGetOperationResultAndProcessInfo, HcsCancelOperation, computecore.h.
    """
    answer = await dispatcher.current().complete(_job(request))
    if answer.hresult < 0x80000000:
        return _completion(answer)
    if answer.opened is not None:
        return await _recover(request, answer.opened)
    raise _failure_of(request, answer)


async def run_many(requests: Sequence[Request]) -> list[Completion | HcsError]:
    """Start many functions in one native call and wait for all of them together.

    Returns:
        For each request, in order, its completion or the exception it failed with.

    Raises:
        UnusableText: a text of any request holds a NUL or a lone surrogate; nothing was called.
        ServiceUnavailable: no library answers.

    Cancellation:
        As ``run``, for every request that has not answered; completions that have come are closed too.
    """
    if not requests:
        return []
    answers = await dispatcher.current().complete_many([_job(request) for request in requests])
    results: list[Completion | HcsError] = []
    try:
        for request, answer in zip(requests, answers, strict=True):
            if answer.hresult < 0x80000000:
                results.append(_completion(answer))
            elif answer.opened is not None:
                results.append(await _recovered(request, answer.opened))
            else:
                results.append(_failure_of(request, answer))
    except BaseException:
        dispatcher.discard(answers)
        raise
    return results


async def _recovered(request: Request, process: Handle) -> Completion | HcsError:
    try:
        return await _recover(request, process)
    except errors.HcsError as error:
        return error
