"""Run a synchronous native function on a worker thread, raise when it failed.

A call in flight is never interrupted: closing handles under one crashed computecore.dll for others. A cancelled waiter leaves at once, the
call runs to its end on its thread, and what it opens is closed there.

Where no thread can be had (a limit on threads or memory), a call fails with E_OUTOFMEMORY before anything native was called, and a close
becomes an abandon: what is to be given back must not need what is short.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import anyio
from anyio import to_thread
from anyio.lowlevel import RunVar

from hcsffi import errors
from hcsffi.delivery import telling
from hcsffi.delivery.operation import Completion, failure
from hcsffi.native import calls, library
from hcsffi.native.calls import Reply
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

WORKERS = 40
"""Calls that may block at the same time, per event loop; further ones wait their turn."""

NO_THREAD = "no thread could be started for a call that blocks: a limit on threads or memory is reached"
SHORTAGE = (RuntimeError, MemoryError, OSError)
"""What starting a thread raises when there is none: ``can't start new thread`` is a ``RuntimeError``."""

_callers: RunVar[anyio.CapacityLimiter] = RunVar("hcsffi_callers")
_closers: RunVar[anyio.CapacityLimiter] = RunVar("hcsffi_closers")


class _Errand(Uncopyable):
    """One call on a worker thread, and who owns what it opened: the waiter, or this thread when the waiter has gone."""

    def __init__(self, work: Callable[[], Reply]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._began = False
        self._abandoned = False
        self._reply: Reply | None = None

    @property
    def began(self) -> bool:
        """Whether a thread has taken the call up."""
        return self._began

    def run(self) -> Reply:
        self._began = True
        reply = self._work()
        with self._lock:
            self._reply = reply
            abandoned = self._abandoned
        if abandoned and reply.opened is not None:
            reply.opened.close()
        return reply

    def abandon(self) -> None:
        with self._lock:
            self._abandoned = True
            reply = self._reply
        if reply is not None and reply.opened is not None:
            reply.opened.abandon()


def _limiter(variable: RunVar[anyio.CapacityLimiter]) -> anyio.CapacityLimiter:
    try:
        return variable.get()
    except LookupError:
        limiter = anyio.CapacityLimiter(WORKERS)
        variable.set(limiter)
        return limiter


def ensure_library() -> None:
    """Load the library, unless it answers already.

    Raises:
        ServiceUnavailable: no library answers.
        ForkedProcess: this process was forked after the library was loaded.
    """
    loaded = library.load()
    if not loaded.succeeded:
        raise errors.build(loaded, "the host compute service")


async def on_thread(function: str, work: Callable[[], Reply]) -> Reply:
    """Run the call on a worker thread.

    Args:
        function: the native function it calls, for the outcome when no thread can be had.
        work: makes the call.

    Cancellation:
        The wait ends at once; the call runs to its end on its thread and what it opens is closed.
    """
    ensure_library()
    errand = _Errand(work)
    try:
        return await to_thread.run_sync(errand.run, abandon_on_cancel=True, limiter=_limiter(_callers))
    except SHORTAGE:
        if errand.began:
            raise
        return Reply(library.refusal(function, "E_OUTOFMEMORY", NO_THREAD))
    except BaseException:
        errand.abandon()
        raise


async def ask(function: str, *arguments: Argument, subject: str) -> Completion:
    """Call a synchronous function of the service.

    Args:
        function: the native name.
        arguments: as ``native.calls`` takes them, without the trailing out parameters.
        subject: what the call is about, for errors.

    Raises:
        HcsError: the call failed; the subclass says what a caller can do about it.
        UnusableText: a text holds a NUL or a lone surrogate; nothing was called.
        ServiceUnavailable: no library answers.

    Blocks:
        A worker thread, as long as the function takes; at most 40 at a time per event loop.

    Cancellation:
        The wait ends at once; the call runs to its end on its thread and what it opens is closed.
    """
    told = telling.begin(function, subject)
    try:
        answered = await on_thread(function, lambda: calls.invoke(function, *arguments))
    except BaseException:
        telling.given_up(function, subject)
        if told is not None:
            told.give_up()
        raise
    if told is not None:
        told.end(answered.outcome.hresult)
    if not answered.outcome.succeeded:
        raise failure(answered.outcome, subject)
    return Completion(answered.outcome.document or b"", answered.opened)


async def close(handle: Handle) -> None:
    """Close a handle; while calls or operations use it, the last of them closes it.

    Blocks:
        A worker thread, as the native close does: it waits for running callbacks. Where no thread can be had the shim closes it, as
        ``abandon`` says.

    Cancellation:
        Shielded: a close that was begun is finished.
    """
    with anyio.CancelScope(shield=True):
        try:
            await to_thread.run_sync(handle.close, limiter=_limiter(_closers))
        except SHORTAGE:
            if handle.closed:
                raise
            telling.abandoned(repr(handle))
            handle.abandon()
