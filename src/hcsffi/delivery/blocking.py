"""Run a synchronous native function on a worker thread, raise when it failed.

A call in flight is never interrupted: closing handles under one crashed computecore.dll for others. A cancelled waiter leaves at once, the
call runs to its end on its thread, and what it opens is closed there; one that still waits for a thread is not made.

Where no thread can be had (a limit on threads or memory), a call fails with E_OUTOFMEMORY before anything native was called, and a close
becomes an abandon: what is to be given back must not need what is short.
"""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import anyio
from anyio import to_thread
from anyio.lowlevel import RunVar

from hcsffi import errors
from hcsffi.delivery import telling
from hcsffi.delivery.operation import Completion, failure
from hcsffi.hresult import Outcome
from hcsffi.native import calls, library
from hcsffi.native.calls import Reply
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Sequence

    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

WORKERS = 40
"""Calls that may block at the same time, per event loop; further ones wait their turn."""

NO_THREAD = "no thread could be started for a call that blocks ({why}): a limit on threads or memory may be reached"
SHORTAGE = (RuntimeError, MemoryError, OSError)
"""What starting a thread raises when there is none: ``can't start new thread`` is a ``RuntimeError``."""

AT_A_TIME = 32
"""Looks that a thread takes in one call: enough to make Python's part small, few enough to be cancelled soon."""

_Seen = TypeVar("_Seen")
_callers: RunVar[anyio.CapacityLimiter] = RunVar("hcsffi_callers")
_closers: RunVar[anyio.CapacityLimiter] = RunVar("hcsffi_closers")


class Step(NamedTuple):
    """One call of several that are made one after another.

    Args:
        function: the native name.
        arguments: as ``native.calls`` takes them, without the trailing out parameters.
    """

    function: str
    arguments: tuple[Argument, ...]


class Glance(NamedTuple):
    """How something is looked at: opened by its id, asked, closed.

    Args:
        opens: the native name of the function that opens.
        asks: the native name of the function that asks.
        closes: the native name of the function that closes.
        query: what is asked.
        subject: what the calls are about, for errors.
        is_missing: whether a code says that what was to be looked at is gone.
    """

    opens: str
    asks: str
    closes: str
    query: bytes
    subject: str
    is_missing: Callable[[int], bool]


class _Errand(Uncopyable):
    """One call on a worker thread, and who owns what it opened: the waiter, or this thread when the waiter has gone."""

    def __init__(self, function: str, work: Callable[[], Reply]) -> None:
        self._function = function
        self._work = work
        self._lock = threading.Lock()
        self._began = False
        self._abandoned = False
        self._ended = False
        self._reply: Reply | None = None

    @property
    def began(self) -> bool:
        """Whether a thread has taken the call up."""
        return self._began

    def run(self) -> Reply:
        """Make the call, unless its waiter has gone before a thread was free."""
        with self._lock:
            if self._abandoned:
                return Reply(library.refusal(self._function, "E_ABORT", "nobody waits for it"))
            self._began = True
        try:
            return self._kept(self._work())
        finally:
            with self._lock:
                self._ended = True
            _unattended.discard(self)

    def _kept(self, reply: Reply) -> Reply:
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
            if self._began and not self._ended:
                _unattended.add(self)
        if reply is not None and reply.opened is not None:
            reply.opened.abandon()


_unattended: set[_Errand] = set()


def unattended() -> int:
    """How many calls go on whose waiters have gone; what they make is there a moment later."""
    return len(_unattended)


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


async def on_thread(function: str, work: Callable[[], Reply], threads: anyio.CapacityLimiter | None = None) -> Reply:
    """Run the call on a worker thread.

    Args:
        function: the native function it calls, for the outcome when no thread can be had.
        work: makes the call.
        threads: how many may run at the same time; ``None`` counts it with the other calls of the event loop.

    Cancellation:
        The wait ends at once. A call that waits for a thread is not made; one that has begun runs to its end and what it opens is closed.
    """
    ensure_library()
    errand = _Errand(function, work)
    try:
        return await to_thread.run_sync(errand.run, abandon_on_cancel=True, limiter=threads or _limiter(_callers))
    except SHORTAGE as error:
        if errand.began:
            raise
        return Reply(library.refusal(function, "E_OUTOFMEMORY", NO_THREAD.format(why=str(error) or type(error).__name__)))
    except BaseException:
        errand.abandon()
        raise


def limiter() -> anyio.CapacityLimiter:
    """Return what limits how many calls block at the same time in the running event loop."""
    return _limiter(_callers)


def use_limiter(wanted: anyio.CapacityLimiter) -> None:
    """Let another limiter say how many calls block at the same time in the running event loop.

    Args:
        wanted: the limiter; it may be one that the program uses for its own threads too.
    """
    _callers.set(wanted)


def _judged(reply: Reply) -> Outcome:
    """How a call really ended: a function of the network service may say S_OK and leave a record of its failure."""
    if not reply.outcome.succeeded or not reply.record:
        return reply.outcome
    return errors.recorded(reply.outcome.function, reply.record) or reply.outcome


def _without_leftovers(reply: Reply) -> Reply:
    """Close what a call opened that failed all the same: here, on its own thread, so that it is gone when the caller hears of it."""
    if reply.opened is None or _judged(reply).succeeded:
        return reply
    reply.opened.close()
    return reply._replace(opened=None)


def _completed(reply: Reply, subject: str) -> Completion:
    """What a call brought.

    Raises:
        HcsError: it failed.
    """
    outcome = _judged(reply)
    if outcome.succeeded:
        if reply.record:
            telling.unreadable_record(outcome.function, subject, reply.record)
        return Completion(outcome.document or b"", reply.opened, values=reply.values)
    raise failure(outcome, subject)


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
        A worker thread, as long as the function takes; at most 40 at a time per event loop, or as :func:`use_limiter` says.

    Cancellation:
        The wait ends at once; the call runs to its end on its thread and what it opens is closed.
    """
    told = telling.begin(function, subject)
    try:
        answered = await on_thread(function, lambda: _without_leftovers(calls.invoke(function, *arguments)))
    except BaseException:
        telling.given_up(function, subject)
        if told is not None:
            told.give_up()
        raise
    if told is not None:
        told.end(answered.outcome.hresult)
    return _completed(answered, subject)


def _invoke(function: str, *arguments: Argument, subject: str) -> Reply:
    """Make one call of several, on their thread."""
    told = telling.begin(function, subject)
    try:
        reply = calls.invoke(function, *arguments)
    except BaseException:
        if told is not None:
            told.give_up()
        raise
    if told is not None:
        told.end(reply.outcome.hresult)
    return reply


def _opened_and_asked(opening: Step, asking: Step, subject: str) -> Reply:
    opened = _invoke(opening.function, *opening.arguments, subject=subject)
    outcome, handle = _judged(opened), opened.opened
    if handle is None or not outcome.succeeded:
        return _without_leftovers(opened)
    try:
        asked = _invoke(asking.function, handle, *asking.arguments, subject=subject)
        outcome = _judged(asked)
    except BaseException:
        handle.close()
        raise
    if outcome.succeeded:
        return asked._replace(opened=handle)
    handle.close()
    return asked


async def open_and_ask(opening: Step, asking: Step, *, subject: str) -> Completion:
    """Open something and ask the new handle, one after the other on one thread.

    Args:
        opening: what opens it.
        asking: what asks it; its first argument, the handle, is put before ``asking.arguments``.
        subject: what the calls are about, for errors.

    Returns:
        The second call's document and the first call's handle.

    Raises:
        HcsError: one of them failed; nothing is left open.
        UnusableText: a text holds a NUL or a lone surrogate.
        ServiceUnavailable: no library answers.

    Blocks:
        A worker thread, as long as the functions take.

    Cancellation:
        The wait ends at once; the calls run to their end on their thread and what they open is closed.
    """
    try:
        answered = await on_thread(opening.function, lambda: _opened_and_asked(opening, asking, subject))
    except BaseException:
        telling.given_up(opening.function, subject)
        raise
    return _completed(answered, subject)


class _Looking(Generic[_Seen]):
    """Many looks, taken by whichever thread is free, as many at a time as keep a thread from holding up the others."""

    def __init__(self, glance: Glance, ids: Sequence[uuid.UUID], read: Callable[[bytes], _Seen]) -> None:
        self.glance = glance
        self.ids = ids
        self.read = read
        self.seen: list[_Seen | None] = [None] * len(ids)
        self.failure: Outcome | Exception | None = None
        self.stopped = False
        self._next = itertools.count(0, AT_A_TIME)

    def run(self) -> Reply:
        """Take looks until none is left, one fails, or nobody waits any more."""
        opens, asks, closes, query, subject, _ = self.glance
        for start in self._next:
            if self.stopped or start >= len(self.ids):
                break
            told = telling.begin(opens, subject)
            replies = calls.looked_at(opens, asks, closes, self.ids[start : start + AT_A_TIME], query)
            for place, reply in enumerate(replies, start):
                self._take(place, reply)
            if told is not None:
                told.end(0 if self.failure is None else replies[-1].outcome.hresult)
        return Reply(Outcome(opens, 0))

    def _take(self, place: int, reply: Reply) -> None:
        outcome = _judged(reply)
        try:
            if outcome.succeeded:
                self.seen[place] = self.read(outcome.document or b"")
            elif not self.glance.is_missing(outcome.hresult):
                self.failure, self.stopped = outcome, True
        except Exception as unreadable:  # noqa: BLE001 - raised where it is waited for
            self.failure, self.stopped = unreadable, True


async def look_at_each(glance: Glance, ids: Sequence[uuid.UUID], read: Callable[[bytes], _Seen], at_once: int) -> list[_Seen | None]:
    """Open, ask and close each of many, several at the same time.

    Args:
        glance: how each is looked at.
        ids: what to look at.
        read: makes of an answer what is returned, on the thread.
        at_once: how many threads do it.

    Returns:
        For each, in order, what was read, or ``None`` where it was gone.

    Raises:
        HcsError: one of them failed otherwise; the others are given up.
        ServiceUnavailable: no library answers.

    Blocks:
        Worker threads, at most ``at_once`` of them.

    Cancellation:
        The wait ends at once; each thread finishes the looks it is at.
    """
    looking = _Looking(glance, ids, read)
    refused: list[Outcome] = []

    async def take() -> None:
        reply = await on_thread(glance.opens, looking.run)
        if not reply.outcome.succeeded:  # no thread could be had
            refused.append(reply.outcome)

    try:
        async with anyio.create_task_group() as tasks:
            for _ in range(min(at_once, -(-len(ids) // AT_A_TIME))):
                tasks.start_soon(take)
    finally:
        looking.stopped = True
    if isinstance(looking.failure, Exception):
        raise looking.failure
    failed = looking.failure or next(iter(refused), None)
    if failed is not None:
        raise failure(failed, glance.subject)
    return looking.seen


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
