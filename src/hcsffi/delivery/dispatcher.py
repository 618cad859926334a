"""One dispatcher per event loop: waits for the native queue, drains it, hands each record to its addressee.

Actors: the loop's thread, which submits, drains and resumes waiters; the library's threads, which only push on the native queue (see
``native/completions.c``). A ticket number stands for a waiter: it is in the table before the function is called, because the answer may
come before the call returns, and it leaves the table when the answer is drained or the waiter gives up, whichever is first. Whoever takes
the ticket out owns the answer: an answer that meets a waiter which has gone is discarded, handles and streams closed.

Waiting is the loop's own. A waiter made in C, which itself is the ticket, is resumed without a future: on asyncio, and uvloop, by the drain
of a persistent reader; on trio by a system task that drains and reschedules (``native/awaiting.c``; futures and trio's own wait are there
where it cannot be had, and for groups). That is many times as fast as anything built on portable events. On asyncio loops without readers
(Windows' proactor) a coroutine that is driven by hand reads a socket pair by the loop's public calls. This is the only module that names an
event loop, and it imports none: a loop that runs is imported already.

A turn of the loop takes at most 1,024 records and comes back for the rest after the other callbacks had theirs, so a burst does not stall
the loop. A waiter made in C that is resumed may start what is answered at once: its turn takes a few of those, too, where the loop has
nothing else to do.

A dispatcher ends with its loop: on trio its system task is cancelled; on asyncio ``shutdown_asyncgens`` closes an asynchronous generator of
its own, and a loop that is closed without that drops the reader, and with it a token that only the reader holds. Operations still in flight
then free themselves.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import socket
import sys
import threading
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from hcsffi import errors
from hcsffi.native import awaiting, completions, library
from hcsffi.native.completions import Answers, CompletionQueue
from hcsffi.native.errand import ErrandAnswer
from hcsffi.native.handles import Uncopyable
from hcsffi.native.remote import open_queue, serves

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping

    from hcsffi.native.awaiting import NativePump, Performed
    from hcsffi.native.completions import Completion, CompletionRow, Ended, Jobs, Texts
    from hcsffi.native.errand import Errand
    from hcsffi.native.remote import RemoteQueue

    Sink = Callable[[int, bytes | None, int], None]

OWN_ENDS = (-1, -1)
WINDOWS = os.name == "nt"  # there a loop awaits sockets only
ASKED: dict[str, object] = {"name": "trio"}
"""Instead of a thread's names, where trio itself has to be asked whether it runs."""
_modules = sys.modules
_this_thread = threading.get_ident
_by_loop: dict[int, Dispatcher] = {}

Ticket = Any
"""What a dispatcher needs to give an operation up; its own affair."""


def give_back(answer: Ended | Answers | ErrandAnswer) -> None:
    """Give back what an answer owns when nobody waits for it any more."""
    if isinstance(answer, ErrandAnswer):
        answer.abandon()
    else:
        completions.discard(answer)


class Dispatcher(Uncopyable):
    """What all loops have in common: tickets, the queue, and where events go.

    Args:
        ends: read and write end of a socket pair, where the loop can only await sockets.
    """

    _read_end: socket.socket | None

    def __init__(self, ends: tuple[int, int] = OWN_ENDS) -> None:
        self.queue = open_queue(self._on_event, ends)
        self.number = 0
        self.begin: Callable[[int, int, Texts, int], tuple[Awaitable[Ended], Ticket]] = self.start
        self.performs: Callable[[Mapping[str, int | None], Performed], Awaitable[Completion] | None] | None = None
        self.names = ASKED
        self.thread = 0
        self.takes_errands = isinstance(self.queue, CompletionQueue)
        self._submit = self.queue.submit
        self._cancel = self.queue.cancel
        self._tickets = itertools.count(1)
        self._pending: dict[int, Any] = {}
        self._sinks: dict[int, Sink] = {}

    @property
    def is_closed(self) -> bool:
        """Whether the event loop has ended."""
        return self.queue.is_closed

    def start(self, function: int, handle: int, texts: Texts, wishes: int) -> tuple[Awaitable[Ended], Ticket]:
        """Submit one function.

        Returns:
            What to await for its answer, and what ``give_up`` takes when awaiting it raised. A failure is answered as its row, a success as
            its row or as the completion made of it.

        Raises:
            UnusableText: a text cannot cross; nothing was called.
        """
        raise NotImplementedError

    def start_many(self, jobs: Jobs) -> tuple[Awaitable[Answers], Ticket]:
        """Submit many functions in one native call; the answers come together. Otherwise as ``start``."""
        raise NotImplementedError

    def send(self, errand: Errand) -> tuple[Awaitable[ErrandAnswer], Ticket] | None:
        """Let a thread of the shim run an errand; ``None`` where no thread can be had. Otherwise as ``start``."""
        raise NotImplementedError

    def give_up(self, ticket: Ticket) -> None:
        """The waiter was cancelled: ask the library to drop the work, or give back an answer that came too late to be taken."""
        raise NotImplementedError

    def add_sink(self, sink: Sink) -> int:
        """A ticket under which events are handed to the sink as they are drained: kind, text, status."""
        ticket = next(self._tickets)
        self._sinks[ticket] = sink
        return ticket

    def remove_sink(self, ticket: int) -> None:
        """Events that still come under this ticket are dropped."""
        self._sinks.pop(ticket, None)

    def close(self) -> None:
        """The loop has ended. Safe twice."""
        if _by_loop.get(self.number) is self:
            del _by_loop[self.number]
        self.queue.close()

    def _on_event(self, ticket: int, kind: int, text: bytes | None, status: int) -> None:
        sink = self._sinks.get(ticket)
        if sink is not None:
            sink(kind, text, status)

    def _turn(self) -> bool:
        """Hand out one turn's records; True when more wait."""
        raise NotImplementedError


class _LoopEnd:
    """What only an asyncio loop holds: gone when the loop is closed, told before that when the loop is shut down.

    Args:
        generator: run to its first yield here, which registers it with the running loop; the loop's shutdown runs it to its end.
    """

    def __init__(self, generator: AsyncGenerator[None, None]) -> None:
        self.generator = generator
        with contextlib.suppress(StopIteration):
            generator.__anext__().send(None)


class AsyncioDispatcher(Dispatcher):
    """Futures, woken by a reader of the loop; a closed future is one whose waiter was cancelled."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = weakref.ref(loop)
        self._read_end, ends = socket_ends() if WINDOWS else (None, OWN_ENDS)
        super().__init__(ends if _has_readers(loop) else (-1, ends[1]))
        self._in_series = False
        self._has_missed_token = False
        end = _LoopEnd(self._until_shutdown())
        weakref.finalize(end, _forget, self.queue, self._read_end).atexit = False
        if _has_readers(loop):
            loop.add_reader(self.queue.fileno(), self._on_readable, end)
        else:
            self._drive(self._read_tokens(loop, end))

    async def _read_tokens(self, loop: asyncio.AbstractEventLoop, end: _LoopEnd) -> None:
        """The proactor's way: receiving the token is clearing it, so the drain always comes after."""
        read_end = cast("socket.socket", self._read_end)
        while await loop.sock_recv(read_end, 64):
            self._on_token(end)

    def _drive(self, reading: Coroutine[asyncio.Future[bytes], None, None]) -> None:
        """Run the reader to its next wait. It is no task: who cancels or gathers every task of his loop does not mean this one."""
        try:
            reading.send(None).add_done_callback(lambda _: self._drive(reading))
        except StopIteration:
            return
        except OSError:  # the socket was closed under it
            if not self.is_closed:
                raise

    def _on_token(self, end: _LoopEnd) -> None:
        """A token that comes during a series is gone, while a descriptor would stay readable: it is remembered."""
        if self._in_series:
            self._has_missed_token = True
        else:
            self._on_readable(end)

    async def _until_shutdown(self) -> AsyncGenerator[None, None]:
        try:
            yield
        finally:
            self.close()

    def close(self) -> None:
        """Stop reading and close the queue."""
        loop = self._loop()
        if not self.is_closed and loop is not None and not loop.is_closed() and _has_readers(loop):
            loop.remove_reader(self.queue.fileno())
        super().close()
        if self._read_end is not None:
            self._read_end.close()

    def start(self, function: int, handle: int, texts: Texts, wishes: int) -> tuple[Awaitable[Ended], Ticket]:
        """See ``Dispatcher.start``."""
        number = next(self._tickets)
        future: asyncio.Future[CompletionRow] = self._loop().create_future()  # type: ignore[union-attr]  # this very loop is running
        self._pending[number] = future
        try:
            return future, (number, future, self._cancel, self._submit(number, function, handle, texts, wishes))
        except BaseException:
            del self._pending[number]
            raise

    def start_many(self, jobs: Jobs) -> tuple[Awaitable[Answers], Ticket]:
        """See ``Dispatcher.start_many``."""
        number = next(self._tickets)
        future: asyncio.Future[Answers] = self._loop().create_future()  # type: ignore[union-attr]  # this very loop is running
        self._pending[number] = future
        try:
            return future, (number, future, self.queue.cancel_many, self.queue.submit_many(number, jobs))
        except BaseException:
            del self._pending[number]
            raise

    def send(self, errand: Errand) -> tuple[Awaitable[ErrandAnswer], Ticket] | None:
        """See ``Dispatcher.send``."""
        number = next(self._tickets)
        future: asyncio.Future[ErrandAnswer] = self._loop().create_future()  # type: ignore[union-attr]  # this very loop is running
        queue = cast("CompletionQueue", self.queue)
        self._pending[number] = future
        sent = queue.send(number, errand)
        if sent is None:
            del self._pending[number]
            return None
        return future, (number, future, queue.leave, sent)

    def give_up(self, ticket: Ticket) -> None:
        """See ``Dispatcher.give_up``."""
        number, future, cancel, node = ticket
        if self._pending.pop(number, None) is not None:
            if not self.is_closed:
                cancel(node)
        elif not future.cancelled():
            give_back(future.result())

    def _on_readable(self, end: _LoopEnd) -> None:
        if self.thread != _this_thread():  # the loop is run by another one now
            self.names = ASKED
        self._take_turn(end)

    def _take_turn(self, end: _LoopEnd) -> None:
        """A turn, unless a series is under way: the descriptor stays readable, and two turns in one pass would be twice the limit."""
        if not self._in_series and self._turn():
            self._in_series = True
            self._call_soon(self._next_turn, end)

    def _next_turn(self, end: _LoopEnd) -> None:
        """A further turn of a series, which ends one pass after its last turn: this pass may hold a call of the reader still."""
        more = True
        try:
            more = self._turn()
        finally:  # a task that ends the loop by an exception leaves the rest for whoever runs the loop again
            self._call_soon(self._next_turn if more else self._end_series, end)

    def _end_series(self, end: _LoopEnd) -> None:
        self._in_series = False
        if self._has_missed_token:
            self._has_missed_token = False
            self._take_turn(end)

    def _call_soon(self, function: Callable[[_LoopEnd], None], end: _LoopEnd) -> None:
        self._loop().call_soon(function, end)  # type: ignore[union-attr]  # it runs who asks

    def _turn(self) -> bool:
        if self.is_closed:
            return False
        take = self._pending.pop
        for ticket, answer in self.queue.drain():
            future = take(ticket, None)
            if future is None or future.done():
                give_back(answer)
            else:
                future.set_result(answer)
        return self.queue.more


class _Pumped(Dispatcher):
    """Waiters made in C, which the drain resumes itself. Groups are awaited as where there are none."""

    _native: CompletionQueue
    _pump: NativePump

    def _take_pump(self, pump: NativePump) -> None:
        self._pump = pump
        self._native = cast("CompletionQueue", self.queue)  # what comes over a connection has no pump
        self.begin = pump.start  # no frame of Python: this is on the path of every operation, and so is the next
        self.performs = pump.perform
        self._drain = pump.drain

    def send(self, errand: Errand) -> tuple[Awaitable[ErrandAnswer], Ticket] | None:
        """See ``Dispatcher.send``."""
        waiter = self._pump.send(errand.address)
        if waiter is None:
            return None
        errand.gave()
        return waiter, waiter

    def give_up(self, ticket: Ticket) -> None:
        """See ``Dispatcher.give_up``."""
        if ticket is None or type(ticket) is tuple:
            super().give_up(ticket)
            return
        answer = ticket.give_up()
        if answer is not None:
            give_back(answer)

    def _turn(self) -> bool:
        self._drain(self)
        return self._pump.more


class PumpDispatcher(_Pumped, AsyncioDispatcher):
    """On asyncio; the waiters speak the protocol of futures."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        # The proactor's reader does not survive what a task may raise.
        queue, asyncio = cast("CompletionQueue", self.queue), _modules["asyncio"]
        self._take_pump(awaiting.pump(queue, self._loop, asyncio, self._on_event, self._on_group, defers=not _has_readers(loop)))

    def _on_group(self, ticket: int, *answers: Any) -> None:
        future = self._pending.pop(ticket, None)
        if future is None or future.done():
            give_back(Answers(*answers))
        else:
            future.set_result(Answers(*answers))


class TrioDispatcher(Dispatcher):
    """Tasks, rescheduled by a system task that waits for the queue; trio never cancels a task that was rescheduled."""

    def __init__(self, trio: Any) -> None:
        self._trio = trio
        self._read_end, ends = socket_ends() if WINDOWS else (None, OWN_ENDS)
        super().__init__(ends)
        trio.lowlevel.spawn_system_task(self._watch, name="hcsffi dispatcher")

    async def _watch(self) -> None:
        lowlevel = self._trio.lowlevel
        try:
            while not self.is_closed:
                await lowlevel.wait_readable(self.queue.fileno())
                while self._turn():
                    await lowlevel.cancel_shielded_checkpoint()
        except self._trio.ClosedResourceError:
            pass  # another dispatcher has taken its place
        finally:
            self.close()

    def close(self) -> None:
        """Close the queue."""
        super().close()
        if self._read_end is not None:
            self._read_end.close()

    def start(self, function: int, handle: int, texts: Texts, wishes: int) -> tuple[Awaitable[Ended], Ticket]:
        """See ``Dispatcher.start``."""
        number = next(self._tickets)
        self._pending[number] = self._trio.lowlevel.current_task()
        try:
            node = self._submit(number, function, handle, texts, wishes)
        except BaseException:
            del self._pending[number]
            raise
        return self._wait(number, self._cancel, node), None

    def start_many(self, jobs: Jobs) -> tuple[Awaitable[Answers], Ticket]:
        """See ``Dispatcher.start_many``."""
        number = next(self._tickets)
        self._pending[number] = self._trio.lowlevel.current_task()
        try:
            node = self.queue.submit_many(number, jobs)
        except BaseException:
            del self._pending[number]
            raise
        return self._wait(number, self.queue.cancel_many, node), None

    def send(self, errand: Errand) -> tuple[Awaitable[ErrandAnswer], Ticket] | None:
        """See ``Dispatcher.send``."""
        number = next(self._tickets)
        queue = cast("CompletionQueue", self.queue)
        self._pending[number] = self._trio.lowlevel.current_task()
        sent = queue.send(number, errand)
        if sent is None:
            del self._pending[number]
            return None
        return self._wait(number, queue.leave, sent), None

    def _wait(self, number: int, cancel: Callable[[Any], None], node: Any) -> Any:
        lowlevel = self._trio.lowlevel

        def abort(_: object) -> Any:
            del self._pending[number]
            if not self.is_closed:
                cancel(node)
            return lowlevel.Abort.SUCCEEDED

        return lowlevel.wait_task_rescheduled(abort)

    def give_up(self, ticket: Ticket) -> None:
        """Nothing is left to do: the wait itself gave up, and a task that was rescheduled is not cancelled."""

    def _turn(self) -> bool:
        if self.is_closed:
            return False
        reschedule, outcome = self._trio.lowlevel.reschedule, sys.modules["outcome"]
        for ticket, answer in self.queue.drain():
            task = self._pending.pop(ticket, None)
            if task is None:
                give_back(answer)
            else:
                reschedule(task, outcome.Value(answer))
        return self.queue.more


class TrioPumpDispatcher(_Pumped, TrioDispatcher):
    """On trio; the waiters yield what trio's own wait does."""

    def __init__(self, trio: Any, pause: Callable[[object], object]) -> None:
        super().__init__(trio)
        queue, over = cast("CompletionQueue", self.queue), sys.modules["outcome"].Value(None)
        self._take_pump(awaiting.trio_pump(queue, trio, pause, over, self._on_event, self._on_group))

    def _on_group(self, ticket: int, *answers: Any) -> None:
        task = self._pending.pop(ticket, None)
        if task is None:
            give_back(Answers(*answers))
        else:
            self._trio.lowlevel.reschedule(task, sys.modules["outcome"].Value(Answers(*answers)))


class _Asyncio:
    """How asyncio is asked for its running loop, once it is imported."""

    def __init__(self) -> None:
        self.running_loop: Callable[[], Any] = lambda: None


class _Drains:
    """How to find whose drain resumes a task of asyncio here and now, which is cheaper than to ask for the loop.

    It is nobody where ``telling.TRACE`` is imported.
    """

    def __init__(self) -> None:
        self.resuming: Callable[[], Dispatcher | None] = lambda: None


_asyncio = _Asyncio()
drains = _Drains()


def socket_ends() -> tuple[socket.socket, tuple[int, int]]:
    """A socket pair: the read end to keep, and both as numbers; the write end's owner is the queue."""
    read_end, write_end = socket.socketpair()
    read_end.settimeout(0)  # the write end stays blocking, see native/wakeup.c
    return read_end, (read_end.fileno(), write_end.detach())


def _has_readers(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether the loop can watch a descriptor: all but Windows' proactor."""
    return not WINDOWS or "Proactor" not in type(loop).__name__


def _trio_token() -> object | None:
    """What stands for the trio that runs here; of one that another thread is importing at this moment it cannot be told."""
    try:
        token: object = _modules["trio.lowlevel"].current_trio_token()
    except (AttributeError, RuntimeError):
        return None
    return token


def _names_of_this_thread() -> dict[str, object]:
    """Where the name stands that trio leaves in sniffio while it runs in this thread.

    To ask trio costs a third of an operation, since it says no by an exception. One that leaves no name, as before 0.23, or that another
    thread is importing, is asked every time. A trio that is a guest of asyncio, or that a task of asyncio has started inside itself, leaves
    its name as well.
    """
    named = getattr(_modules.get("trio._core._run"), "sniffio_library", None)
    if named is None:
        return ASKED
    names: dict[str, object] = named.__dict__  # of this thread
    names.setdefault("name", None)
    return names


def _running() -> tuple[Any, Any]:
    """What stands for the running loop, and the trio module where trio runs."""
    token = _trio_token() if "trio.lowlevel" in _modules else None
    if token is not None:
        return token, _modules["trio"]
    if "asyncio" in _modules:
        _asyncio.running_loop = _modules["asyncio"]._get_running_loop  # noqa: SLF001 - public in asyncio.events, and does not raise
    loop = _asyncio.running_loop()
    if loop is None:
        library.refuse_fork()  # asyncio denies its loop in a forked child
        raise RuntimeError("hcsffi's asynchronous functions need a running event loop: call them under anyio.run, asyncio.run or trio.run")
    return loop, None


def _attach(loop: Any, trio: Any) -> Dispatcher:
    """Give the running loop its dispatcher."""
    loaded = library.load()
    if not loaded.succeeded:
        raise errors.build(loaded, "the host compute service")
    native = awaiting.is_offered() and library.connected() is None
    if trio is not None:
        pause = awaiting.pause_of(trio) if native else None
        dispatcher: Dispatcher = TrioDispatcher(trio) if pause is None else TrioPumpDispatcher(trio, pause)
    else:
        dispatcher = (PumpDispatcher if native else AsyncioDispatcher)(loop)
    if native:
        drains.resuming = awaiting.resuming()
    dispatcher.number = id(loop)
    _by_loop[dispatcher.number] = dispatcher
    return dispatcher


def _forget(queue: CompletionQueue | RemoteQueue, read_end: socket.socket | None) -> None:
    """A loop was closed that nobody shut down; its number may be another loop's soon."""
    for number, dispatcher in list(_by_loop.items()):
        if dispatcher.queue is queue:
            del _by_loop[number]
    queue.close()
    if read_end is not None:
        read_end.close()


def current() -> Dispatcher:
    """The running loop's dispatcher, made on first use.

    Raises:
        ServiceUnavailable: no library answers.
        ForkedProcess: this process was forked after the library was loaded.
        RuntimeError: no event loop runs in this thread.
    """
    return drains.resuming() or look_up()


def look_up() -> Dispatcher:
    """As ``current``, for who knows already that no drain resumes him."""
    # The common case made short: this is on the path of every operation.
    here = _by_loop.get(id(_asyncio.running_loop()))
    if here is not None and ("trio.lowlevel" not in _modules or here.names["name"] is None):
        return here
    loop, trio = _running()
    dispatcher = _by_loop.get(id(loop)) or _attach(loop, trio)
    if trio is None and "trio.lowlevel" in _modules:
        dispatcher.names, dispatcher.thread = _names_of_this_thread(), _this_thread()
    return dispatcher


def call_when_readable(descriptor: int, take: Callable[[], None]) -> Callable[[], object] | None:
    """Let the running loop itself call this whenever a descriptor is readable.

    Args:
        descriptor: stays open until the calls were ended.
        take: raises nothing.

    Returns:
        What ends it; ``None`` where the loop calls nothing by itself, and a task has to wait.
    """
    loop, trio = _running()
    if trio is not None or not _has_readers(loop):
        return None
    loop.add_reader(descriptor, take)
    return partial(loop.remove_reader, descriptor)


def renew() -> None:
    """Give the running loop a new dispatcher at its next call, where a library of this process gave way to a connection or the reverse."""
    loop, trio = _running()
    present = _by_loop.get(id(loop))
    if present is not None and not serves(present.queue):
        if trio is not None:
            trio.lowlevel.notify_closing(present.queue.fileno())
        present.close()
