"""The library of another process in the place of one in this one: calls, the queue of a loop, and registrations, over a connection.

What ``calls`` and ``completions`` do with pointers is done here with frames (``hcsffi.remote.frame``); nothing above this room knows which
of the two answers. The shim is needed all the same: it checks texts before they are sent, so that what cannot cross is refused in the same
words.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import uuid
from collections import deque
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from hcsffi.hresult import Outcome, signed, value_of
from hcsffi.native import library, remote_handle, remote_watch
from hcsffi.native.completions import TURN, Answers, CompletionQueue, CompletionRow, PipeHandle, ProcessPipes, discard
from hcsffi.native.handles import Handle, Uncopyable
from hcsffi.native.reply import Reply
from hcsffi.native.text import refuse_unusable
from hcsffi.remote.frame import Malformed, as_number, as_row, as_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hcsffi.native.completions import Ended, Jobs, Texts
    from hcsffi.native.library import Function
    from hcsffi.native.reply import Argument
    from hcsffi.remote.frame import Frame
    from hcsffi.remote.line import Line

INVALID_HANDLE = value_of("E_HANDLE")
_LARGEST_NUMBER = 1 << 64


@cache
def _names() -> tuple[str, ...]:
    """By function number; those below 0 are the service's own."""
    return (*library.functions(), *reversed(library.OF_A_SERVICE))


def _loss(line: Line, function: str) -> Outcome:
    """What every call comes back with once the connection is lost."""
    code = value_of("HCS_E_SERVICE_DISCONNECT")
    told = {"Error": signed(code), "ErrorMessage": f"the connection to the service at {line.address} is lost: {line.loss}"}
    return Outcome(function, code, json.dumps(told).encode())


def _reply(line: Line, told: object, texts: Sequence[bytes | None]) -> Reply:
    """What a call came back with, as the service tells it.

    Raises:
        Malformed: it tells something else.
    """
    function, code, opened, values = as_row(told)
    document, record = texts
    found = remote_handle.handed_out(line, opened)
    return Reply(Outcome(as_word(function), as_number(code), document), found, record, tuple(_value(one) for one in as_row(values)))


def _value(told: object) -> Any:
    """A number, GUID, structure or array that a function handed out."""
    if isinstance(told, int):
        return told
    sort, of = as_row(told)
    if sort == "g":
        return uuid.UUID(as_word(of))
    if sort == "d" and isinstance(of, dict):
        return {name: _value(one) for name, one in of.items()}
    if sort == "l":
        return [_value(one) for one in as_row(of)]
    raise Malformed(f"a value of the sort {sort!r}")


def invoke_there(line: Line, function: Function, arguments: Sequence[Argument]) -> Reply:
    """As ``calls.invoke``, over a connection."""
    given: list[object] = []
    texts: list[bytes] = []
    for position, (kind, argument) in enumerate(zip(function.parameters, arguments, strict=False)):
        if isinstance(argument, Handle):
            own = remote_handle.inside(line, argument.number)
            if own is None:
                return Reply(Outcome(function.name, INVALID_HANDLE))
            given.append(["h", own])
        elif isinstance(argument, bytes):
            refuse_unusable(argument, function.name, position)
            given.append("t")
            texts.append(argument)
        elif isinstance(argument, uuid.UUID):
            given.append(["g", argument.hex])
        elif argument is None or 0 <= argument < _LARGEST_NUMBER:
            given.append(argument)
        else:
            raise OverflowError(f"{function.name}: argument {position} is a {kind}, which cannot be {argument}")
    answer = line.ask("ask", function.name, given, texts=texts)
    return Reply(_loss(line, function.name)) if answer is None else _reply(line, answer.row(2), answer.texts)


def looked_at_there(line: Line, functions: tuple[Function, Function, Function], ids: Sequence[uuid.UUID], query: bytes) -> list[Reply]:
    """As ``calls.looked_at``, in one frame."""
    opens, asks, closes = (one.name for one in functions)
    refuse_unusable(query, asks, 1)
    answer = line.ask("look", opens, asks, closes, [one.hex for one in ids], texts=(query,))
    if answer is None:
        return [Reply(_loss(line, opens)) for _ in ids]
    return [_reply(line, told, answer.texts[place * 2 : place * 2 + 2]) for place, told in enumerate(answer.row(2))]


def watch_there(line: Line, number: int, function: str, handle: Handle | None, options: int) -> Reply:
    """Register for events under a number that ``RemoteQueue.open_watch`` gave; the reply owns what has to be taken back."""
    own = 0 if handle is None else remote_handle.inside(line, handle.number)
    found = remote_watch.watch_of(number)
    if own is None or found is None:
        return Reply(Outcome(function, INVALID_HANDLE))
    found.of_network = function.startswith("Hcn")
    line.watch(found.own, found.take)
    answer = line.ask("watch", found.own, function, own, options)
    return Reply(_loss(line, function)) if answer is None else _reply(line, answer.row(2), answer.texts)


class RemoteQueue(Uncopyable):
    """The queue of one event loop, filled by the thread of the connection; otherwise as ``CompletionQueue``.

    Args:
        on_event: called by ``drain`` with ticket, kind, text and status of each event.
    """

    def __init__(self, on_event: Callable[[int, int, bytes | None, int], None]) -> None:
        self._on_event = on_event
        self._lock = threading.Lock()
        self._come: deque[tuple[int, Any, bool]] = deque()
        self._read_end, self._write_end = socket.socketpair()
        self._read_end.settimeout(0)
        self._write_end.settimeout(0)
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Whether the event loop has ended."""
        return self._is_closed

    @property
    def more(self) -> bool:
        """Whether records wait beyond the last turn's limit."""
        return bool(self._come)

    def fileno(self) -> int:
        """What becomes readable when records wait."""
        return self._read_end.fileno()

    def close(self) -> None:
        """End of the loop: what was not drained is given back, as is what still comes. Safe twice."""
        with self._lock:
            come, self._come = list(self._come), deque()
            self._is_closed = True
            self._read_end.close()
            self._write_end.close()
        for _, answer, is_event in come:
            if not is_event:
                discard(answer)

    def submit(self, ticket: int, function: int, handle: int, texts: Texts, wishes: int = 0) -> Any:
        """As ``CompletionQueue.submit``."""
        line = self._line()
        name = _names()[function]
        for position, one in enumerate(texts):
            if one is not None:
                refuse_unusable(one, name, position)
        own = remote_handle.inside(line, handle)
        if own is None:
            self._add(ticket, (INVALID_HANDLE, b"", None, None), is_event=False)
            return ()
        return line, line.request("run", name, own, wishes, texts=texts, taken=partial(self._take, line, ticket, name))

    def submit_many(self, ticket: int, jobs: Jobs) -> Any:
        """As ``CompletionQueue.submit_many``; one frame."""
        line = self._line()
        rows: list[object] = []
        joined: list[bytes | None] = []
        usable: set[bytes] = set()  # many of them are alike
        for function, handle, texts, wishes in jobs.rows():
            name = _names()[function]
            for position, one in enumerate(texts):
                if one is not None and one not in usable:
                    refuse_unusable(one, name, position)
                    usable.add(one)
            own = remote_handle.inside(line, handle)
            rows.append((name, remote_handle.NEVER if own is None else own, wishes, len(texts)))
            joined += texts
        names = [_names()[one] for one in jobs.functions]
        return line, line.request("many", rows, texts=joined, taken=partial(self._take_many, line, ticket, names))

    def cancel(self, node: Any) -> None:
        """Ask the service to drop the operation; what an answer that was on its way owns is given back."""
        if node:
            line, asked = node
            line.drop(asked, partial(_discard_late, line))

    cancel_many = cancel

    def drain(self) -> Iterable[tuple[int, CompletionRow | Answers]]:
        """One turn's answers with their tickets, oldest first; events go to ``on_event`` in between."""
        with self._lock:
            if self._is_closed:
                return ()
            come = self._come
            if len(come) <= TURN:
                turn, self._come = list(come), deque()
                with contextlib.suppress(BlockingIOError):
                    self._read_end.recv(64)
            else:
                turn = [come.popleft() for _ in range(TURN)]
        drained: list[tuple[int, CompletionRow | Answers]] = []
        for ticket, answer, is_event in turn:
            if is_event:
                self._on_event(ticket, *answer)
            else:
                drained.append((ticket, answer))
        return drained

    def open_watch(self, ticket: int) -> int:
        """As ``CompletionQueue.open_watch``."""
        return remote_watch.begin_watch(self._line(), self, ticket)

    def route_watch(self, number: int, ticket: int) -> None:
        """As ``CompletionQueue.route_watch``."""
        found = remote_watch.watch_of(number)
        if found is not None:
            found.route(self, ticket)

    def add_event(self, ticket: int, event: tuple[int, bytes | None, int]) -> None:
        """Bring an event, from the line's thread."""
        self._add(ticket, event, is_event=True)

    def _line(self) -> Line:
        line = library.connected()
        if self._is_closed or line is None:
            raise RuntimeError("the event loop of this completion queue has ended" if self._is_closed else "no service answers any more")
        return line

    def _take(self, line: Line, ticket: int, name: str, answer: Frame | None) -> None:
        if answer is None:
            outcome = _loss(line, name)
            self._add(ticket, (outcome.hresult, outcome.document or b"", None, None), is_event=False)
            return
        self._add(ticket, _row(line, answer.head[2:], answer.texts[0]), is_event=False)

    def _take_many(self, line: Line, ticket: int, names: Sequence[str], answer: Frame | None) -> None:
        if answer is None:
            losses = [_loss(line, name) for name in names]
            self._add(ticket, Answers([(one.hresult, one.document or b"", None, None) for one in losses]), is_event=False)
            return
        self._add(ticket, _rows(line, answer), is_event=False)

    def _add(self, ticket: int, answer: Any, *, is_event: bool) -> None:
        with self._lock:
            closed = self._is_closed
            if not closed:
                self._come.append((ticket, answer, is_event))
                if len(self._come) == 1:
                    with contextlib.suppress(BlockingIOError):
                        self._write_end.send(b"\0")
        if closed and not is_event:
            discard(answer)


def _row(line: Line, told: Sequence[object], document: bytes | None) -> CompletionRow:
    """One answer with its handle and process owned.

    Raises:
        Malformed: it is none.
    """
    code, opened, process = told
    return (
        as_number(code),
        document or b"",
        remote_handle.handed_out(line, opened),
        None if process is None else _process(line, as_row(process)),
    )


def _rows(line: Line, answer: Frame) -> Answers:
    rows: list[Ended] = [
        (told, document or b"", None, None) if type(told) is int and told >= 0 else _row(line, as_row(told), document)
        for told, document in zip(answer.row(2), answer.texts, strict=True)
    ]
    return Answers(rows)


def _process(line: Line, told: list[object]) -> ProcessPipes:
    process_id, *ends = told
    pipes = [
        PipeHandle(line.take_stream(end, reads=place > 0), in_frames=end is not True) if end else None for place, end in enumerate(ends)
    ]
    std_in, std_out, std_err = pipes
    return ProcessPipes(as_number(process_id), std_in, std_out, std_err)


def _discard_late(line: Line, answer: Frame | None) -> None:
    """Give back what an answer owns that was on its way when its waiter left."""
    if answer is not None:
        discard(_row(line, answer.head[2:], answer.texts[0]) if answer.word(0) == "done" else _rows(line, answer))


def serves(queue: CompletionQueue | RemoteQueue) -> bool:
    """Whether what answers now brings its answers to this queue; a queue of connections serves one after another."""
    return isinstance(queue, RemoteQueue) == (library.connected() is not None)


def open_queue(on_event: Callable[[int, int, bytes | None, int], None], ends: tuple[int, int]) -> CompletionQueue | RemoteQueue:
    """The queue of an event loop, for the library that answers: of this process, or over a connection."""
    return CompletionQueue(on_event, ends) if library.connected() is None else RemoteQueue(on_event)
