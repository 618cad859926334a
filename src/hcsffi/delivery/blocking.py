"""Make a call that blocks on a thread, wait for it, raise when it failed.

The call is an errand (``native/errand``): a thread of the shim makes it without the GIL, and its answer comes by the queue that brings
the answers of operations (``dispatcher``). Threads of Python, by ``on_thread``, are for what is more than a call: over a connection to a
service, registering for events, opening a disk, and where the system's library wants privileges of the thread that calls.

A call in flight is never interrupted: closing handles under one crashed computecore.dll for others. A cancelled waiter leaves at once, the
call runs to its end on its thread, and what it opened is closed there; one that still waits for a thread is not made.

Where no thread can be had (a limit on threads or memory), a call fails with E_OUTOFMEMORY before anything native was called, and a close
becomes an abandon: what is to be given back must not need what is short.
"""

from __future__ import annotations

import itertools
import threading
import time
import uuid
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import anyio
from anyio import lowlevel, to_thread
from anyio.lowlevel import RunVar

from hcsffi import errors
from hcsffi.delivery import dispatcher, telling
from hcsffi.delivery.finishing import to_its_end
from hcsffi.delivery.operation import Completion, failure
from hcsffi.hresult import Outcome
from hcsffi.native import calls, errand, library
from hcsffi.native.calls import Reply
from hcsffi.native.errand import ClosedHandle, Errand, ErrandAnswer, ids_in
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

WORKERS = 40
"""Calls that may block at the same time, per event loop; further ones wait their turn."""

NO_THREAD = "no thread could be started for a call that blocks ({why}): a limit on threads or memory may be reached"
SHORTAGE = (RuntimeError, MemoryError, OSError)
"""What starting a thread raises when there is none: ``can't start new thread`` is a ``RuntimeError``."""

__all__ = ["Glance", "Step", "ask", "close", "ids_in", "limiter", "look_at_each", "on_thread", "open_and_ask", "unattended", "use_limiter"]

AT_A_TIME = 32
"""Looks that a thread takes at least, and over a connection in one call: enough to make the rest small, few enough to be cancelled soon."""
TRIED = 4
SLOW_LOOK_S = 0.0002
"""A look that takes longer is worth a thread of its own."""
GUID_BYTES = 16

_look_s: dict[str, float] = {}
"""How long one look took at last, by the function that opens."""
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


class _ThreadCall(Uncopyable):
    """One call on a thread of Python, and who owns what it opened: the waiter, or this thread when the waiter has gone."""

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


_unattended: set[_ThreadCall] = set()


def unattended() -> int:
    """How many calls go on whose waiters have gone; what they make is there a moment later."""
    return len(_unattended) + errand.going_on_alone()


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
    """Run on a thread of Python what is more than a call.

    Args:
        function: the native function it calls, for the outcome when no thread can be had.
        work: makes the call.
        threads: how many may run at the same time; ``None`` counts it with the other calls of the event loop.

    Cancellation:
        The wait ends at once. A call that waits for a thread is not made; one that has begun runs to its end and what it opens is closed.
    """
    ensure_library()
    call = _ThreadCall(function, work)
    try:
        return await to_thread.run_sync(call.run, abandon_on_cancel=True, limiter=threads or _limiter(_callers))
    except SHORTAGE as error:
        if call.began:
            raise
        return Reply(library.refusal(function, "E_OUTOFMEMORY", NO_THREAD.format(why=str(error) or type(error).__name__)))
    except BaseException:
        call.abandon()
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


async def _without_leftovers(reply: Reply) -> Reply:
    """Close what a call opened that failed all the same, so that it is gone when the caller hears of it."""
    if reply.opened is None or _judged(reply).succeeded:
        return reply
    await close(reply.opened)
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


def _loop_for(*functions: str) -> dispatcher.Dispatcher | None:
    """The running loop where threads of the shim can make these calls; ``None``: threads of Python have to.

    Raises:
        ServiceUnavailable: no library answers.
        ForkedProcess: this process was forked after the library was loaded.
    """
    ensure_library()
    if library.connected() is not None or any(map(calls.needs_thread_of_python, functions)):
        return None
    loop = dispatcher.current()
    return loop if loop.takes_errands else None


async def _run(loop: dispatcher.Dispatcher, wanted: Errand, threads: anyio.CapacityLimiter) -> ErrandAnswer | None:
    """Let a thread of the shim run an errand when the limiter allows it; ``None`` where no thread can be had.

    Cancellation:
        The wait ends at once. What no thread has begun is not done; what has begun runs to its end, and what it opens is closed.
    """
    try:
        await lowlevel.checkpoint_if_cancelled()
        borrower = object()
        try:
            threads.acquire_on_behalf_of_nowait(borrower)
        except anyio.WouldBlock:
            await threads.acquire_on_behalf_of(borrower)
        try:
            return await _sent(loop, wanted)
        finally:
            threads.release_on_behalf_of(borrower)
    finally:
        wanted.free()  # a waiter that has gone leaves an exception, which would keep it, and the handles it is to use


async def _sent(loop: dispatcher.Dispatcher, wanted: Errand) -> ErrandAnswer | None:
    errand.wait_at_exit()
    sent = loop.send(wanted)
    if sent is None:
        return None
    waiter, ticket = sent
    try:
        return await waiter
    except BaseException:
        loop.give_up(ticket)
        raise


async def _replies(loop: dispatcher.Dispatcher, wanted: Errand, function: str) -> tuple[Reply, ...]:
    answer = await _run(loop, wanted, _limiter(_callers))
    if answer is None:
        return (Reply(library.refusal(function, "E_OUTOFMEMORY", NO_THREAD.format(why="none is free"))),)
    return answer.replies


async def _asked(function: str, arguments: tuple[Argument, ...], closing: Handle | None) -> Reply:
    """Make one call, and close a handle after it where it did what was asked."""
    loop = _loop_for(function)
    if loop is None:
        reply = await on_thread(function, lambda: calls.invoke(function, *arguments))
    else:
        wanted = Errand()
        try:
            wanted.call(function, *arguments)
        except ClosedHandle:
            return Reply(Outcome(function, errand.INVALID_HANDLE))
        if closing is not None and closing.is_of_shim:
            wanted.end_with(closing.number)
        (reply,) = await _replies(loop, wanted, function)
    reply = await _without_leftovers(reply)
    if closing is not None and _judged(reply).succeeded:
        if loop is not None and closing.is_of_shim and not reply.record:
            closing.give_number()
        else:
            await close(closing)
    return reply


async def ask(function: str, *arguments: Argument, subject: str, closing: Handle | None = None) -> Completion:
    """Call a synchronous function of the service.

    Args:
        function: the native name.
        arguments: as ``native.calls`` takes them, without the trailing out parameters.
        subject: what the call is about, for errors.
        closing: a handle that is closed after the call, where that has not failed.

    Raises:
        HcsError: the call failed; the subclass says what a caller can do about it.
        UnusableText: a text holds a NUL or a lone surrogate; nothing was called.
        ServiceUnavailable: no library answers.

    Blocks:
        A thread, as long as the function takes; at most 40 at a time per event loop, or as :func:`use_limiter` says.

    Cancellation:
        The wait ends at once; the call runs to its end on its thread and what it opens is closed. ``closing`` stays open.
    """
    told = telling.begin(function, subject)
    try:
        answered = await _asked(function, arguments, closing)
    except BaseException:
        telling.given_up(function, subject)
        if told is not None:
            told.give_up()
        raise
    if told is not None:
        told.end(answered.outcome.hresult)
    return _completed(answered, subject)


async def _both(loop: dispatcher.Dispatcher, opening: Step, asking: Step) -> tuple[Reply, ...]:
    """Make both calls on one thread: the reply of the first, and of the second where it was made."""
    wanted = Errand()
    try:
        wanted.call(opening.function, *opening.arguments)
    except ClosedHandle:
        return (Reply(Outcome(opening.function, errand.INVALID_HANDLE)),)
    wanted.call(asking.function, *asking.arguments, of_opened=True)
    return await _replies(loop, wanted, opening.function)


def _end(told: Sequence[telling.Told | None], replies: Sequence[Reply | None]) -> None:
    """Tell how calls ended; those without a reply were given up."""
    for one, reply in zip(told, replies, strict=True):
        if one is not None and reply is not None:
            one.end(reply.outcome.hresult)
        elif one is not None:
            one.give_up()


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
        A thread, as long as the functions take.

    Cancellation:
        The wait ends at once; the calls run to their end on their thread and what they open is closed.
    """
    loop = _loop_for(opening.function, asking.function)
    if loop is None:
        return await _opened_then_asked(await ask(opening.function, *opening.arguments, subject=subject), asking, subject)
    told = [telling.begin(opening.function, subject)]
    try:
        replies = await _both(loop, opening, asking)
    except BaseException:
        telling.given_up(opening.function, subject)
        _end(told, [None])
        raise
    told += [telling.begin(asking.function, subject) for _ in replies[1:]]
    _end(told, replies)
    first = replies[0]
    if len(replies) == 1:
        opened = _completed(await _without_leftovers(first), subject)
        return await _opened_then_asked(opened, asking, subject)
    if not _judged(replies[1]).succeeded and first.opened is not None:
        await close(first.opened)
    return _completed(replies[1]._replace(opened=first.opened), subject)


async def _opened_then_asked(opened: Completion, asking: Step, subject: str) -> Completion:
    """Ask what was opened by a call of its own."""
    if opened.opened is None:
        return opened
    try:
        asked = await ask(asking.function, opened.opened, *asking.arguments, subject=subject)
    except errors.HcsError:
        await close(opened.opened)
        raise
    except BaseException:
        opened.opened.abandon()
        raise
    return asked._replace(opened=opened.opened)


class _Looking(Uncopyable):
    """Many looks over a connection, taken by whichever thread is free, as many at a time as keep a thread from holding up the others."""

    def __init__(self, glance: Glance, ids: bytes, seen: list[Reply]) -> None:
        self.glance = glance
        self.ids = [uuid.UUID(bytes_le=ids[place : place + GUID_BYTES]) for place in range(0, len(ids), GUID_BYTES)]
        self.seen = seen
        self.stopped = False
        self._next = itertools.count(0, AT_A_TIME)

    def run(self) -> Reply:
        """Take looks until none is left or nobody waits any more."""
        opens, asks, closes, query, _, is_missing = self.glance
        for start in self._next:
            if self.stopped or start >= len(self.ids):
                break
            replies = calls.looked_at(opens, asks, closes, self.ids[start : start + AT_A_TIME], query)
            self.seen[start : start + len(replies)] = replies
            if not all(one.outcome.succeeded or is_missing(one.outcome.hresult) for one in replies):
                self.stopped = True
        return Reply(Outcome(opens, 0))


def _text_of(reply: Reply, glance: Glance) -> bytes | None:
    """What was seen, ``None`` where it was gone.

    Raises:
        HcsError: the look failed otherwise.
    """
    outcome = _judged(reply)
    if outcome.succeeded:
        return outcome.document or b""
    if glance.is_missing(outcome.hresult):
        return None
    raise failure(outcome, glance.subject)


async def _look_from_threads(glance: Glance, ids: bytes, at_once: int) -> list[bytes | None]:
    """As ``look_at_each``, by threads of Python."""
    nobody = Reply(Outcome(glance.opens, 0))
    seen = [nobody] * (len(ids) // GUID_BYTES)
    looking = _Looking(glance, ids, seen)
    refused: list[Outcome] = []

    async def take() -> None:
        reply = await on_thread(glance.opens, looking.run)
        if not reply.outcome.succeeded:  # no thread could be had
            refused.append(reply.outcome)

    try:
        async with anyio.create_task_group() as tasks:
            for _ in range(min(at_once, -(-len(seen) // AT_A_TIME))):
                tasks.start_soon(take)
    finally:
        looking.stopped = True
    found = [_text_of(one, glance) for one in seen]
    if refused:
        raise failure(refused[0], glance.subject)
    return found


async def _look_at_part(loop: dispatcher.Dispatcher, glance: Glance, ids: bytes) -> list[bytes | None]:
    wanted = Errand()
    wanted.look((glance.opens, glance.asks, glance.closes), ids, glance.query)
    told = telling.begin(glance.opens, glance.subject)
    begun = time.perf_counter()
    try:
        answer = await _run(loop, wanted, _limiter(_callers))
    except BaseException:
        _end([told], [None])
        raise
    _look_s[glance.opens] = (time.perf_counter() - begun) * GUID_BYTES / len(ids)
    if answer is None:
        raise failure(library.refusal(glance.opens, "E_OUTOFMEMORY", NO_THREAD.format(why="none is free")), glance.subject)
    if answer.looks is None:
        raise MemoryError
    looks = answer.looks
    if told is not None:
        told.end(next((one.outcome.hresult for one in looks.special.values()), 0))
    found: list[bytes | None] = looks.texts()
    for place, reply in looks.special.items():
        found[place] = _text_of(reply, glance)
    return found


async def look_at_each(glance: Glance, ids: bytes, at_once: int) -> list[bytes | None]:
    """Open, ask and close each of many, several at the same time where one takes long.

    Args:
        glance: how each is looked at.
        ids: what to look at: GUIDs, 16 bytes each.
        at_once: how many threads do it at most; where looks are known to be quick, or a few at first are, one thread does all.

    Returns:
        For each, in order, what was answered, or ``None`` where it was gone.

    Raises:
        HcsError: one of them failed otherwise; the others are given up.
        ServiceUnavailable: no library answers.

    Blocks:
        Threads, at most ``at_once`` of them.

    Cancellation:
        The wait ends at once; each thread finishes the look it is at.
    """
    loop = _loop_for(glance.opens, glance.asks, glance.closes)
    if loop is None:
        return await _look_from_threads(glance, ids, at_once)
    first: list[bytes | None] = []
    if ids and glance.opens not in _look_s:
        first = await _look_at_part(loop, glance, ids[: TRIED * GUID_BYTES])
    rest = ids[len(first) * GUID_BYTES :]
    # Threads stand in each other's way where the library answers faster than they take turns at its lock.
    wanted = at_once if _look_s.get(glance.opens, SLOW_LOOK_S) >= SLOW_LOOK_S else 1
    size = max(AT_A_TIME, -(-(len(rest) // GUID_BYTES) // wanted)) * GUID_BYTES
    parts = [rest[start : start + size] for start in range(0, len(rest), size)]
    found: list[list[bytes | None]] = [[] for _ in parts]
    failed: list[Exception] = []

    async def take(place: int) -> None:
        try:
            found[place] = await _look_at_part(loop, glance, parts[place])
        except Exception as error:  # noqa: BLE001 - raised where it is waited for, and not in a group
            failed.append(error)
            tasks.cancel_scope.cancel()

    async with anyio.create_task_group() as tasks:
        for place in range(len(parts)):
            tasks.start_soon(take, place)
    if failed:
        raise failed[0]
    return first + [one for part in found for one in part]


async def close(handle: Handle) -> None:
    """Close a handle; while calls or operations use it, the last of them closes it.

    Blocks:
        A thread, as the native close does: it waits for running callbacks. Where no thread can be had the shim closes it, as ``abandon``
        says.

    Cancellation:
        Shielded: a close that was begun is finished.
    """
    if handle.closed:
        return
    # A disk is opened here, also where a service in another process answers: loops bring only its answers then.
    if not handle.is_of_shim or not dispatcher.current().takes_errands:
        await to_its_end(partial(_close_on_thread, handle))
        return
    with anyio.CancelScope(shield=True):
        told = repr(handle)
        number = handle.give_number()
        try:
            wanted = Errand()
            wanted.end_with(number)
            if await _run(dispatcher.current(), wanted, _limiter(_closers)) is not None:
                return
        except BaseException:
            errand.abandon(number)
            raise
        telling.abandoned(told)
        errand.abandon(number)


async def _close_on_thread(handle: Handle) -> None:
    try:
        await to_thread.run_sync(handle.close, limiter=_limiter(_closers))
    except SHORTAGE:
        if handle.closed:
            raise
        telling.abandoned(repr(handle))
        handle.abandon()
