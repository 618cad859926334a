"""Start what the service does in the background, wait for it, raise when it failed.

Every function that takes an HCS_OPERATION goes through here. The steps are told in ``native/completions.c`` and ``dispatcher``; what is
left for this room is to make a failed answer an exception, and to survive one quirk: HcsCreateProcess on Server 2022 can complete inside
the call with an operation that tracks nothing; the process is there and HcsGetProcessInfo then tells its id and streams.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from hcsffi import errors
from hcsffi.delivery import connection, dispatcher, telling
from hcsffi.delivery.dispatcher import drains, look_up
from hcsffi.delivery.telling import CALLS, LOG, ROOT, TRACE, is_heard
from hcsffi.hresult import FAILED, Outcome, value_of
from hcsffi.native import awaiting, library
from hcsffi.native.completions import END_ABANDONED, Answers, Completion, ProcessPipes
from hcsffi.native.handles import Handle, ProcessHandle, SystemHandle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from hcsffi.delivery.telling import Told
    from hcsffi.errors import HcsError
    from hcsffi.native.completions import CompletionRow, Ended

__all__ = ["END_ABANDONED", "Completion", "Request", "commence", "failure", "first_build", "perform", "perform_many"]

NOT_OFFERED = value_of("ERROR_PROC_NOT_FOUND")

_modules = sys.modules
_numbers = library.Numbers()


class Request(NamedTuple):
    """What to start.

    Args:
        function: the native name of a function with an HCS_OPERATION parameter.
        handle: the system or process it is about; ``None`` where it takes none.
        texts: its PCWSTR arguments in order, UTF-8; ``None`` is NULL.
        subject: what it is about, for errors, such as ``compute system 'web-1'``.
        wishes: END_ABANDONED where a system or process it opens after the waiter has gone is terminated before its handle is closed.
    """

    function: str
    handle: SystemHandle | ProcessHandle | None
    texts: tuple[bytes | None, ...]
    subject: str
    wishes: int = 0

    def conclude(self, row: CompletionRow) -> Completion | HcsError:
        """What is answered, or raised, where a loop performs the request by itself."""
        return _completion(row[1:] + _NO_VALUES) if row[0] < FAILED else _failure_of(self, row)

    def leave(self, answer: Completion | None) -> None:
        """Tell that nobody waits for it any more, and give back what came too late."""
        if answer is not None:
            dispatcher.give_back(answer)
        _give_up([self], [None])


_RECOVERED = frozenset({"HcsCreateProcess"})
"""Whose failure may be followed by another question, see the top."""


class _Alone(dict[str, int | None]):
    """The numbers of the functions whose requests a loop can perform by itself; ``None`` for the others."""

    def __missing__(self, function: str) -> int | None:
        """Remember the number."""
        self[function] = None if function in _RECOVERED else _numbers[function]
        return self[function]


_alone = _Alone()
_NO_VALUES: tuple[tuple[()]] = ((),)
_completion = cast("Callable[[tuple[bytes, Any, ProcessPipes | None, tuple[()]]], Completion]", partial(tuple.__new__, Completion))
"""As calling ``Completion``, without the cost of passing its members one by one."""


def first_build(function: str) -> int | None:
    """The first Windows build whose headers have the function."""
    row = library.functions().get(function)
    return row.build if row else None


def failure(outcome: Outcome, subject: str) -> HcsError:
    """The exception for a failed outcome."""
    build = first_build(outcome.function) if outcome.hresult == NOT_OFFERED else None
    error = errors.build(outcome, subject, build)
    if isinstance(error, errors.Disconnected):
        connection.note_loss()
    return error


def _failure_of(request: Request, answer: CompletionRow) -> HcsError:
    return failure(Outcome(request.function, answer[0], answer[1] or None), request.subject)


async def _recover(request: Request, answer: CompletionRow, process: Handle) -> Completion:
    """Ask a process for what its creation did not tell; where there is nothing to ask, the creation has really failed."""
    telling.asked_again(request.function, request.subject, answer[0])
    try:
        asked = Request("HcsGetProcessInfo", process if isinstance(process, ProcessHandle) else None, (), request.subject)
        told = await perform(asked)
    except errors.HcsError as error:
        process.abandon()
        raise _failure_of(request, answer) from error
    except BaseException:
        process.abandon()
        raise
    return told._replace(opened=process if isinstance(process, ProcessHandle) else None)


def _give_up(requests: Sequence[Request], told: Sequence[Told | None]) -> None:
    """Tell that nobody waits for these any more."""
    for request, one in zip(requests, told, strict=True):
        telling.given_up(request.function, request.subject)
        if one is not None:
            one.give_up()


async def perform(request: Request) -> Completion:
    """Start one function and wait until the service has done it.

    Args:
        request: what to start.

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
    function, handle, texts, subject, wishes = request
    loop = dispatcher.current()
    begin = loop.begin  # a call through the object would look for a method first
    waiter, ticket = begin(_numbers[function], 0 if handle is None else handle.number, texts, wishes)
    told = telling.begin(function, subject) if is_heard(CALLS) or TRACE in _modules else None
    try:
        answer = await waiter
    except BaseException:
        loop.give_up(ticket)
        _give_up([request], [told])
        raise
    if isinstance(answer, Completion):
        if told is not None:
            told.end(0)
        return answer
    if told is not None:
        told.end(answer[0])
    if answer[0] < FAILED:
        return _completion(answer[1:] + _NO_VALUES)
    if answer[2] is not None:
        return await _recover(request, answer, answer[2])
    raise _failure_of(request, answer)


def commence(request: Request) -> Awaitable[Completion]:
    """Start one function now: what to await at once for what ``perform`` returns, raises, and does when it is cancelled.

    Where the loop can perform a request by itself that is no coroutine, which would be most of what a pending operation takes.
    """
    here = drains.resuming()  # nobody where `TRACE` is imported
    perform_here = (here or look_up()).performs
    # Where the level itself is too high nobody listens, and to look at it takes a fifth of what `is_heard` takes.
    if perform_here is None or ((LOG.level or ROOT.level) <= CALLS and is_heard(CALLS)) or (here is None and TRACE in _modules):
        return perform(request)
    return perform_here(_alone, request) or perform(request)


async def perform_many(requests: Sequence[Request]) -> list[Completion | HcsError]:
    """Start many functions in one native call and wait for all of them together.

    Returns:
        For each request, in order, its completion or the exception it failed with.

    Raises:
        UnusableText: a text of any request holds a NUL or a lone surrogate; nothing was called.
        ServiceUnavailable: no library answers.

    Cancellation:
        As ``perform``, for every request that has not answered; completions that have come are closed too.
    """
    if not requests:
        return []
    loop = dispatcher.current()
    waiter, ticket = loop.start_many(awaiting.jobs_of(_numbers, requests))
    told: Sequence[Told | None] = ()
    if is_heard(CALLS) or TRACE in _modules:
        told = [telling.begin(request.function, request.subject) for request in requests]
    try:
        answers, have_succeeded = await waiter
    except BaseException:
        loop.give_up(ticket)
        _give_up(requests, told or (None,) * len(requests))
        raise
    if told:
        for one, answer in zip(told, answers, strict=True):
            if one is not None:
                one.end(0 if isinstance(answer, Completion) else answer[0])
    if have_succeeded:
        return cast("list[Completion | HcsError]", answers)
    return await _read_each(requests, answers)


async def _read_each(requests: Sequence[Request], answers: Sequence[Ended]) -> list[Completion | HcsError]:
    """The answers of a batch of which some may be no completions."""
    results: list[Completion | HcsError] = []
    try:
        for request, answer in zip(requests, answers, strict=True):
            if isinstance(answer, Completion):
                results.append(answer)
            elif answer[0] < FAILED:
                results.append(_completion(answer[1:] + _NO_VALUES))
            elif answer[2] is not None:
                results.append(await _recovered(request, answer, answer[2]))
            else:
                results.append(_failure_of(request, answer))
    except BaseException:
        dispatcher.give_back(Answers([*answers]))
        for result in results:
            if isinstance(result, Completion) and result.process is not None:
                result.process.close()  # a recovered process's streams came with another answer
        raise
    return results


async def _recovered(request: Request, answer: CompletionRow, process: Handle) -> Completion | HcsError:
    try:
        return await _recover(request, answer, process)
    except errors.HcsError as error:
        return error
