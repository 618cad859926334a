"""One client of the service: its connection, and everything it has.

The connection has a completion queue of its own, as an event loop has: a request that starts an operation is submitted with the request's
number as its ticket, and its answer is written as it is drained. No task waits for it. When the client goes, its queue is closed, and what
still comes frees itself as it does for a loop that has ended; then its handles are closed, as the system closes those of a process that
died.

Functions that block run on threads, a bounded number for each client, so none can keep another from being served.
"""

from __future__ import annotations

import itertools
import os
import uuid
from functools import partial
from typing import TYPE_CHECKING, cast

import anyio
from anyio import CapacityLimiter, to_thread

from hcsffi.delivery import blocking, dispatcher
from hcsffi.errors import HcsError
from hcsffi.native import calls, completions, library
from hcsffi.native.completions import END_ABANDONED, Answers, CompletionQueue, Jobs
from hcsffi.native.handles import GuestNetworkServiceHandle, Handle, ProcessHandle, SystemHandle, Uncopyable
from hcsffi.native.text import UnusableText
from hcsffi.remote.frame import (
    LARGEST,
    LARGEST_GREETING,
    PROTOCOL,
    Frame,
    FrameReader,
    Malformed,
    TooLarge,
    as_number,
    as_row,
    as_word,
    pack,
)
from hcsffi.serving import request
from hcsffi.serving.attendance import TooManyAttended
from hcsffi.serving.host_watch import CHANGING
from hcsffi.serving.outgoing import Outgoing
from hcsffi.serving.own_function import OwnFunctions
from hcsffi.serving.reader import connected_ends, serve_reader
from hcsffi.serving.readiness import Readiness
from hcsffi.serving.request import Unfit
from hcsffi.serving.stream import MovedStream, Streams

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from hcsffi.native.completions import CompletionRow, Job, ProcessPipes
    from hcsffi.native.handles import PipeHandle
    from hcsffi.native.reply import Reply
    from hcsffi.serving.allowance import Allowance
    from hcsffi.serving.attendance import Attendance
    from hcsffi.serving.channel import PeerChannel
    from hcsffi.serving.reader import Hearer

_ANY_OPTION = 0xFFFFFFFF
_STREAMS_EACH = 3
_SYMBOLS: tuple[tuple[type[Exception], str], ...] = (
    (TooManyAttended, "E_OUTOFMEMORY"),
    (ValueError, "E_INVALIDARG"),
    (FileExistsError, "ERROR_FILE_EXISTS"),
    (FileNotFoundError, "ERROR_PATH_NOT_FOUND"),
    (PermissionError, "E_ACCESSDENIED"),
)
_TOO_MANY = "this connection has {count} {what} already, as many as one client may have"


class Client(Uncopyable):
    """One connection.

    Args:
        channel: its socket; closed when the client has gone.
        limits: how much it may have.
        version: of this library, for the greeting.
        attendance: what the service looks after and keeps, of all clients.
    """

    def __init__(self, channel: PeerChannel, limits: Allowance, version: str, attendance: Attendance) -> None:
        self._channel = channel
        self._attendance = attendance
        self._host = attendance.host
        self._changing: set[int] = set()
        self._readers = 0
        self._limits = limits
        self._version = version
        self._reader = FrameReader(LARGEST_GREETING)
        self._outgoing = Outgoing(channel)
        self._numbers = itertools.count(1)
        self._handles: dict[int, Handle] = {}
        self._operations: dict[int, Callable[[], None]] = {}
        self._watches: dict[int, int] = {}
        self._streams = Streams(self._outgoing, self._start_stream)
        self._own_functions = OwnFunctions(self, attendance)
        self._lost: dict[int, int] = {}
        self._on_threads = 0
        self._threads = CapacityLimiter(limits.threads)
        self._queue: CompletionQueue | None = None
        self._read_end: socket.socket | None = None
        self._ended = anyio.Event()
        self._reason = ""
        self._failure: BaseException | None = None
        self._sorts: dict[str, Callable[[Frame], None]] = {
            "run": self._run,
            "many": self._run_many,
            "drop": self._drop,
            "ask": self._ask,
            "look": self._look,
            "watch": self._watch,
            "unwatch": self._unwatch,
            "close": self._close,
            "abandon": self._abandon,
            "bytes": lambda one: self._streams.take(one.number(1), one.piece),
            "more": lambda one: self._streams.grant(one.number(1), one.number(2)),
            "shut": lambda one: self._streams.shut(one.number(1)),
            "ping": lambda _: self._send(["pong"]),
        }

    async def serve(self) -> None:
        """Serve the client until it goes, or until it sends what no client sends.

        Cancellation:
            The connection ends, and what the client has is closed.
        """
        try:
            reason = await self._greet() or await self._serve()
            if reason:
                self._send(["bye", reason])
                self._outgoing.flush()
        except OSError:
            pass  # the connection broke: the client has gone
        finally:
            with anyio.CancelScope(shield=True):
                await self._clear()

    async def _greet(self) -> str:
        """Exchange greetings; why the client is sent away, or nothing."""
        frames: list[Frame] = []
        with anyio.move_on_after(self._limits.greeting_s):
            while not frames:
                await anyio.wait_readable(self._channel.fileno())
                try:
                    frames += self._receive()
                    if frames and (frames[0].word(0) != "hello" or len(frames) > 1):
                        return "a greeting comes first, alone"
                    told = [(one.word(1), one.number(2)) for one in frames]
                except Malformed as error:
                    return str(error)
        if not frames:
            return f"no greeting came within {self._limits.greeting_s:g} s"
        version, protocol = told[0]
        if protocol != PROTOCOL:
            return (
                f"this service is of hcsffi {self._version} and speaks protocol {PROTOCOL}, the client is of hcsffi {version[:40]} and "
                f"speaks {protocol}: they have to be of versions that speak the same"
            )
        self._reader.largest = LARGEST
        own = {
            "version": self._version,
            "process": os.getpid(),
            "library": library.name(),
            "embedded": library.is_embedded(),
            "offers": request.offered(),
        }
        self._send(["welcome", own])
        self._outgoing.flush()
        return ""

    def _receive(self) -> Iterator[Frame]:
        """The frames that have come.

        Raises:
            OSError: the connection ended.
            Malformed: what came is no frame.
        """
        try:
            with self._reader.room() as room:
                count = self._channel.receive_into(room)
        except BlockingIOError:
            return
        if not count:
            raise ConnectionResetError
        yield from self._reader.take(count)

    async def _serve(self) -> str:
        self._read_end, ends = dispatcher.socket_ends() if dispatcher.WINDOWS else (None, dispatcher.OWN_ENDS)
        self._queue = CompletionQueue(self._on_event, ends)
        async with anyio.create_task_group() as self._tasks:
            self._tasks.start_soon(self._until_broken, self._outgoing.send_rest)
            self._hearing = Readiness(self._tasks, self._channel.fileno(), partial(self._unless_it_ends, self._hear))
            self._answering = Readiness(self._tasks, self._queue.fileno(), partial(self._unless_it_ends, self._answer_later))
            try:
                self._hearing.start()
                self._answering.start()
                await self._ended.wait()
            finally:
                self._hearing.stop()
                self._answering.stop()
            self._tasks.cancel_scope.cancel()
        if self._failure is not None:
            raise self._failure
        return self._reason

    async def _until_broken(self, work: Callable[..., object], *arguments: object) -> None:
        try:
            await work(*arguments)  # type: ignore[misc]  # both of them are coroutine functions
        except OSError:
            self._ended.set()

    def _unless_it_ends(self, work: Callable[[], None]) -> None:
        """Do what the loop calls for, and end the connection where that cannot be done."""
        if self._ended.is_set():
            return
        try:
            work()
        except (Malformed, TooLarge) as error:
            self._reason = f"a client does not send {error}"
        except OSError:
            self._reason = ""
        except BaseException as error:  # noqa: BLE001 - raised where the client is served
            self._failure = error
        else:
            return
        self._ended.set()

    def _hear(self) -> None:
        """Take what has come, and answer what is answered while it is asked, which needs no turn of the loop."""
        for one in self._receive():
            self._take(one)
        self._answer_later()
        if self._outgoing.size >= self._limits.waiting_bytes:
            self._hearing.stop()
            self._tasks.start_soon(self._hear_again)

    async def _hear_again(self) -> None:
        """Hear the client once it has taken of what it was answered."""
        await self._outgoing.until_below(self._limits.waiting_bytes)
        if not self._ended.is_set():
            self._hearing.start()

    def _answer_later(self) -> None:
        """Write the answers of operations, and events, that have come."""
        if self._queue is not None:
            self._answer(self._queue)
        self._outgoing.flush()

    def _answer(self, queue: CompletionQueue) -> None:
        """Put what has come behind what waits to be sent."""
        for ticket, answer in queue.drain():
            self._operations.pop(ticket, None)
            if ticket in self._changing:
                self._changing.discard(ticket)
                self._host.touch()
            if isinstance(answer, Answers):
                rows = cast("list[CompletionRow]", answer.each)  # a pump alone makes completions of them
                self._send_rows(["all", ticket], rows)
            else:
                self._send_row(["done", ticket], self._own_functions.answered(ticket, answer))

    def _take(self, one: Frame) -> None:
        take = self._sorts.get(one.word(0))
        if take is None:
            raise Malformed(f"a frame of the sort {one.word(0)[:40]!r}")
        take(one)

    def _send(self, head: list[object], texts: Sequence[bytes | None] = (), ends: Sequence[PipeHandle] = ()) -> None:
        self._outgoing.add(pack(head, texts), list(ends))

    # What an answer owns.

    def _own(self, opened: Handle | None) -> list[object] | None:
        """Number a handle for this client."""
        if opened is None:
            return None
        number = next(self._numbers)
        self._handles[number] = opened
        return [type(opened).__name__, number]

    def _send_row(self, head: list[object], answer: CompletionRow) -> None:
        code, document, opened, process = answer
        told, ends = self._tell(process)
        self._send([*head, code, self._own(opened), told], [document], ends)

    def _send_rows(self, head: list[object], answers: Sequence[CompletionRow]) -> None:
        rows: list[object] = []
        ends: list[PipeHandle] = []
        for code, _, opened, process in answers:
            if opened is None and process is None:
                rows.append(code)
                continue
            told, some = self._tell(process)
            rows.append([code, self._own(opened), told])
            ends += some
        self._send([*head, rows], [one[1] for one in answers], ends)

    def _tell(self, process: ProcessPipes | None) -> tuple[list[object] | None, list[PipeHandle]]:
        """What is told of a process, and the streams that go beside it."""
        if process is None:
            return None, []
        if not self._channel.passes_descriptors:
            return [process.process_id, *self._streams.open(process)], []
        return [process.process_id, *(end is not None for end in process[1:])], [end for end in process[1:] if end is not None]

    def _start_stream(self, stream: MovedStream) -> None:
        self._tasks.start_soon(self._until_broken, self._streams.run, stream)

    # Operations.

    def _job(self, name: object, texts: Sequence[bytes | None], handle: object, wishes: object) -> Job:
        owner = self.handle(as_number(handle)) if handle else None
        function = request.started(as_word(name), owner)
        return function.number, 0 if owner is None else owner.number, tuple(texts), as_number(wishes) & END_ABANDONED

    def handle(self, own: int) -> Handle:
        """The handle that has this number here; see ``own_function.Asker``."""
        found = self._handles.get(own)
        if found is None:
            raise Unfit("E_HANDLE", "no such handle is open on this connection")
        return found

    def _refuse_excess(self, count: int = 1) -> None:
        """Refuse what would give this client more than its part.

        Raises:
            Unfit: it has as much as it may have.
        """
        calls_now = len(self._operations) + self._on_threads
        if calls_now + count > self._limits.calls:
            raise Unfit("E_OUTOFMEMORY", _TOO_MANY.format(count=calls_now, what="calls that are not answered"))
        if len(self._handles) + count > self._limits.handles:
            raise Unfit("E_OUTOFMEMORY", _TOO_MANY.format(count=len(self._handles), what="open handles"))
        if len(self._streams) + _STREAMS_EACH > self._limits.streams:
            raise Unfit("E_OUTOFMEMORY", _TOO_MANY.format(count=len(self._streams), what="streams"))

    def _new(self, one: Frame) -> int:
        asked = one.number(1)
        if asked in self._operations:
            raise Malformed("a request with the number of another one that is not answered")
        return asked

    def _run(self, one: Frame) -> None:
        asked, queue = self._new(one), self._queue
        try:
            self._refuse_excess()
            name, owner, wanted = (one.head + [None] * 5)[2:5]
            if self._own_functions.begin(name, asked, owner, one):
                return
            if name in CHANGING:
                self._changing.add(asked)
            function, handle, texts, wishes = self._job(*self._own_functions.underlying(name, asked, one), owner, wanted)
            node = queue.submit(asked, function, handle, texts, wishes)  # type: ignore[union-attr]  # it is there while frames are read
        except (Unfit, ValueError) as error:
            self._own_functions.forget(asked)
            self._changing.discard(asked)
            code, document = _refusal(error, one.head[2])
            self._send(["done", asked, code, None, None], [document])
            return
        self._operations[asked] = lambda: queue.cancel(node)  # type: ignore[union-attr]  # as above

    def _run_many(self, one: Frame) -> None:
        asked, queue = self._new(one), self._queue
        rows = one.row(2)
        try:
            self._refuse_excess(len(rows))
            jobs = self._jobs(rows, one.texts)
            group = queue.submit_many(asked, Jobs.of(jobs))  # type: ignore[union-attr]  # it is there while frames are read
        except (Unfit, ValueError) as error:
            code, document = _refusal(error, "a call of many")
            self._send(["all", asked, [code] * len(rows)], [document] * len(rows))
            return
        self._changing.add(asked)
        self._operations[asked] = lambda: queue.cancel_many(group)  # type: ignore[union-attr]  # as above

    def _jobs(self, rows: Sequence[object], texts: Sequence[bytes | None]) -> list[Job]:
        jobs: list[Job] = []
        taken = 0
        known: dict[tuple[object, object], tuple[int, int]] = {}  # many of them are alike: each pair is looked at once
        for told in rows:
            name, handle, wishes, count = as_row(told)
            end = taken + as_number(count)
            pair = (as_word(name), as_number(handle))
            if pair in known:
                jobs.append((*known[pair], tuple(texts[taken:end]), as_number(wishes) & END_ABANDONED))
            else:
                jobs.append(self._job(name, texts[taken:end], handle, wishes))
                known[pair] = jobs[-1][:2]
            taken = end
        return jobs

    # What the service does itself: asked for by ``own_function``.

    def hand_out(self, asked: int, tell: Callable[[Hearer], Awaitable[None]]) -> None:
        """Answer with a stream by which something is told.

        Raises:
            Unfit: this client has as many as it may have.
        """
        if self._readers >= self._limits.streams:
            raise Unfit("E_OUTOFMEMORY", _TOO_MANY.format(count=self._readers, what="streams of the service's own"))
        if not self._channel.passes_descriptors:
            self._send(["done", asked, 0, None, [0, 0, self._streams.open_report(tell), 0]], [b""])
            return
        ours, theirs = connected_ends()
        self._readers += 1
        self._tasks.start_soon(self._serve_reader, ours, tell)
        self._send_row(["done", asked], (0, b"", None, completions.ProcessPipes(0, None, theirs, None)))

    async def _serve_reader(self, end: PipeHandle, tell: Callable[[Hearer], Awaitable[None]]) -> None:
        try:
            await serve_reader(end, tell)
        finally:
            self._readers -= 1

    def begin_own(self, asked: int, function: str, work: Callable[[], Awaitable[bytes]]) -> None:
        """Do in a task what the service does itself, until the client wants it no more."""
        scope = anyio.CancelScope()
        self._operations[asked] = scope.cancel
        self._tasks.start_soon(self._carry_out, asked, function, work, scope)

    async def _carry_out(self, asked: int, function: str, work: Callable[[], Awaitable[bytes]], scope: anyio.CancelScope) -> None:
        with scope:
            code, document = 0, None
            try:
                document = await work()
            except HcsError as error:
                code, document = error.hresult, (error.document or str(error)).encode()
            except (OSError, ValueError, TooManyAttended) as error:
                code, document = _refusal(Unfit(_symbol_of(error), str(error)), function)
            if self._operations.pop(asked, None) is not None:
                self._send(["done", asked, code, None, None], [document])
                await self._until_broken(self._flush)

    def _drop(self, one: Frame) -> None:
        cancel = self._operations.pop(one.number(1), None)
        self._own_functions.forget(one.number(1))
        if one.number(1) in self._changing:
            self._changing.discard(one.number(1))
            self._host.touch()  # it may be done all the same
        if cancel is not None:
            cancel()
            self._send(["gone", one.number(1)])

    # Calls on threads.

    def _begin(self, one: Frame, work: Callable[[], list[Reply]], *, sort: str = "said", function: str) -> None:
        self._refuse_excess()
        self._on_threads += 1
        self._tasks.start_soon(self._call, one.number(1), work, sort, function)

    async def _call(self, asked: int, work: Callable[[], list[Reply]], sort: str, function: str) -> None:
        replies: list[Reply] = []

        def invoke() -> Reply:
            replies.extend(work())
            return replies[0] if len(replies) == 1 else calls.Reply(replies[0].outcome)

        try:
            only = await blocking.on_thread(function, invoke, self._threads)
        finally:
            self._on_threads -= 1
        told = [self._reply(one) for one in replies or [only]]
        texts = [text for one in replies or [only] for text in (one.outcome.document, one.record)]
        self._send([sort, asked, told if sort == "looked" else told[0]], texts)
        await self._until_broken(self._flush)

    async def _flush(self) -> None:
        self._outgoing.flush()

    def _reply(self, one: Reply) -> list[object]:
        return [one.outcome.function, one.outcome.hresult, self._own(one.opened), [_crossing(value) for value in one.values]]

    def _refuse(self, one: Frame, error: Unfit, function: str) -> None:
        code, document = _refusal(error, function)
        self._send(["said", one.number(1), [function, code, None, []]], [document, None])

    def _ask(self, one: Frame) -> None:
        name = one.word(2)
        try:
            given = request.asked(name, one.row(3), one.texts, self._handles)
            self._begin(one, lambda: [_invoked(name, *given)], function=name)
        except Unfit as error:
            self._refuse(one, error, name)

    def _look(self, one: Frame) -> None:
        opens, asks, closes = one.word(2), one.word(3), one.word(4)
        ids = [request.as_guid(told) for told in one.row(5)]
        query = one.texts[0] or b"" if one.texts else b""
        try:
            request.refuse_looking(opens, asks, closes, ids, query)
            self._begin(one, lambda: calls.looked_at(opens, asks, closes, ids, query), sort="looked", function=opens)
        except (Unfit, ValueError) as error:
            code, document = _refusal(error, opens)
            self._send(["looked", one.number(1), [[opens, code, None, []] for _ in ids]], [document, None] * len(ids))

    # Events.

    def _watch(self, one: Frame) -> None:
        watch, function, options = one.number(2), one.word(3), one.number(5)
        if watch in self._watches or self._queue is None:
            raise Malformed("a registration with the number of another one")
        try:
            handle = self._watchable(function, one.number(4))
            native = self._queue.open_watch(watch)
            self._watches[watch] = native
            self._begin(one, lambda: [_watched(native, handle, options & _ANY_OPTION)], function=function)
        except Unfit as error:
            self._refuse(one, error, function)

    def _watchable(self, function: str, own: int) -> Handle | None:
        """Whose events a function registers for that a client names.

        Raises:
            Unfit: it registers for none, or not for those of this handle.
        """
        if len(self._watches) >= self._limits.registrations:
            raise Unfit("E_OUTOFMEMORY", _TOO_MANY.format(count=len(self._watches), what="registrations for events"))
        if function not in request.WATCHES:
            raise Unfit("E_INVALIDARG", f"{function} registers for no events")
        kind = request.WATCHES[function]
        handle = None if kind is None else self.handle(own)
        if kind is not None and not isinstance(handle, kind):
            raise Unfit("E_HANDLE", f"{function} takes another handle")
        return handle

    def _unwatch(self, one: Frame) -> None:
        native = self._watches.pop(one.number(1), None)
        if native is not None:
            completions.close_watch(native)

    def _on_event(self, ticket: int, kind: int, text: bytes | None, status: int) -> None:
        native = self._watches.get(ticket)
        if native is None:
            return
        self._host.touch()
        lost = completions.lost_by_watch(native) + self._lost.pop(ticket, 0)
        if self._outgoing.size > self._limits.waiting_event_bytes:
            self._lost[ticket] = lost + 1
        else:
            self._send(["event", ticket, kind, status, lost], [text])

    # Handles.

    def _close(self, one: Frame) -> None:
        handle = self._handles.pop(one.number(2), None)
        if handle is None:
            self._send(["closed", one.number(1)])
        else:
            self._tasks.start_soon(self._close_one, one.number(1), handle)

    async def _close_one(self, asked: int, handle: Handle) -> None:
        await blocking.close(handle)
        self._host.touch()
        self._send(["closed", asked])
        await self._until_broken(self._flush)

    def _abandon(self, one: Frame) -> None:
        handle = self._handles.pop(one.number(1), None)
        if handle is not None:
            handle.abandon()
            self._host.touch()

    async def _clear(self) -> None:
        """Give back everything the client has."""
        self._channel.close()
        self._outgoing.close()
        self._streams.close()
        for cancel in self._operations.values():
            cancel()
        for native in self._watches.values():
            completions.close_watch(native)
        if self._queue is not None:
            self._queue.close()
        if self._read_end is not None:
            self._read_end.close()
        handles = list(self._handles.values())
        if handles:
            await to_thread.run_sync(_close_each, handles, limiter=self._threads)
            self._host.touch()
        await self._attendance.give_up(self)


def _symbol_of(error: Exception) -> str:
    """Which code says what went wrong in this program."""
    for kind, symbol in _SYMBOLS:
        if isinstance(error, kind):
            return symbol
    return "E_FAIL"


def _close_each(handles: Sequence[Handle]) -> None:
    """Close what a client left, processes before the systems they run in."""
    for one in sorted(handles, key=lambda handle: isinstance(handle, SystemHandle)):
        one.close()


def _crossing(value: object) -> object:
    """A number, GUID, structure or array as frames have it."""
    if isinstance(value, uuid.UUID):
        return ["g", value.hex]
    if isinstance(value, dict):
        return ["d", {name: _crossing(one) for name, one in value.items()}]
    if isinstance(value, list):
        return ["l", [_crossing(one) for one in value]]
    return value


def _refusal(error: Exception, function: object) -> tuple[int, bytes | None]:
    """What a request is answered with that no library was asked."""
    symbol, reason = (error.symbol, error.reason) if isinstance(error, Unfit) else ("E_INVALIDARG", str(error))
    outcome = library.refusal(str(function), symbol, reason)
    return outcome.hresult, outcome.document


def _invoked(name: str, *arguments: calls.Argument) -> Reply:
    try:
        return calls.invoke(name, *arguments)
    except UnusableText as error:
        return calls.Reply(library.refusal(name, "E_INVALIDARG", str(error)))


def _watched(native: int, handle: Handle | None, options: int) -> Reply:
    if isinstance(handle, (SystemHandle, ProcessHandle)):
        return calls.Reply(calls.watch(native, handle, options))
    return calls.watch_guest(native, handle) if isinstance(handle, GuestNetworkServiceHandle) else calls.watch_service(native)
