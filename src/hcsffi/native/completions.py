"""The completion queue as Python sees it; the mechanism is told in completions.c.

Native functions are bound once: looking one up in ``lib`` costs as much as half a call.
"""

from __future__ import annotations

import itertools
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from hcsffi.native import errand, library, remote_watch
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import BY_NUMBER, ELSEWHERE, Handle, PipeHandle, ProcessHandle, SystemHandle, Uncopyable
from hcsffi.native.text import UnusableText, refuse_nul

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hcsffi.native.errand import Errand

NULL = ffi.NULL
TURN = int(lib.HCSFFI_TURN)
COMPLETION = int(lib.HCSFFI_COMPLETION)
GROUP = int(lib.HCSFFI_GROUP)
ERRAND = int(lib.HCSFFI_ERRAND)
END_ABANDONED = int(lib.HCSFFI_END_ABANDONED)
NO_TEXT = b"\xff"

_submit = lib.hcsffi_submit
_drain = lib.hcsffi_drain
_unpack = ffi.unpack
_buffer = ffi.buffer
_NOTHING = itertools.repeat(None)

Texts = tuple[bytes | None, ...]


class ProcessPipes(NamedTuple):
    """What a created process answers with; whoever holds it owns the ends.

    Args:
        process_id: the process's id.
        std_in: the end to write to, ``None`` when the stream was not asked for.
        std_out: the end to read standard output from, ``None`` as above.
        std_err: the end to read standard error from, ``None`` as above.
    """

    process_id: int
    std_in: PipeHandle | None
    std_out: PipeHandle | None
    std_err: PipeHandle | None

    def close(self) -> None:
        """Close every end."""
        for end in self[1:]:
            if end is not None:
                end.close()


CompletionRow = tuple[int, bytes, Handle | None, ProcessPipes | None]
"""How one operation ended: unsigned result code, document (empty when there is none), the handle it opened and the process it created or
described, both owned by whoever holds the answer. A bare tuple, because naming its members costs as much as the rest of the delivery."""


class Completion(NamedTuple):
    """What a successful call brought, of a function with an operation or without.

    Args:
        document: its result document, ``b""`` when there is none.
        opened: the handle it opened; owned by whoever holds the completion.
        process: the process it created or described; its streams are owned likewise.
        values: numbers, structures (members by name) and arrays of structures it handed out, in the order of its prototype.
    """

    document: bytes
    opened: Handle | None = None
    process: ProcessPipes | None = None
    values: tuple[object, ...] = ()


Ended = CompletionRow | Completion


class Answers(NamedTuple):
    """How the operations of a group ended.

    Args:
        each: of each request, in order.
        have_succeeded: whether each is a completion; where nobody has looked it is false.
    """

    each: list[Ended]
    have_succeeded: bool = False


def discard(answer: Ended | Answers) -> None:
    """Give back what nobody waits for any more."""
    if isinstance(answer, Answers):
        for one in answer.each:
            discard(one)
        return
    opened, process = (answer.opened, answer.process) if isinstance(answer, Completion) else answer[2:]
    if opened is not None:
        opened.abandon()
    if process is not None:
        process.close()


Job = tuple[int, int, Texts, int]
"""One request as the shim takes it: function number, handle number, texts, and the wishes for what it opens (``END_ABANDONED`` or 0)."""


class Jobs(NamedTuple):
    """Many requests, as the columns of a table whose rows are of the kind ``Job``; one at least.

    Args:
        functions: an array of 32 bits each.
        handles: an array of 64 bits each.
        texts: those of each request.
        wishes: a byte each.
        joined: all texts as the shim reads them; ``None`` where nobody has joined them yet, or one of them cannot cross.
    """

    functions: array[int] | memoryview
    handles: array[int] | memoryview
    texts: Sequence[Texts]
    wishes: bytes
    joined: bytes | None = None

    @classmethod
    def of(cls, rows: Sequence[Job]) -> Jobs:
        """Make the table of its rows.

        Raises:
            ValueError: there are none.
        """
        if not rows:
            raise ValueError("no requests")
        functions, handles, texts, wishes = zip(*rows, strict=True)
        return cls(array("I", functions), array("Q", handles), texts, bytes(wishes))

    def rows(self) -> list[Job]:
        """One by one."""
        return list(zip(self.functions, self.handles, self.texts, self.wishes, strict=True))


def _pipe(value: int) -> PipeHandle | None:
    return None if value == -1 else PipeHandle(value)


class CompletionQueue(Uncopyable):
    """The queue of one event loop.

    Args:
        on_event: called by ``drain`` with ticket, kind, text and status of each event.
        ends: read and write end of a socket pair for loops that await sockets only; without it the queue makes its own descriptor.
    """

    def __init__(self, on_event: Callable[[int, int, bytes | None, int], None], ends: tuple[int, int] = (-1, -1)) -> None:
        self._on_event = on_event
        self._closing: list[Callable[[], None]] = []
        self._queue = lib.hcsffi_queue_open(*ends)
        self._batch = lib.hcsffi_batch_open(TURN)
        if not self._queue or not self._batch:
            self.close()
            raise MemoryError("no memory or no descriptor for a completion queue")
        batch = self._batch
        self._tickets, self._results, self._ends = batch.tickets, batch.results, batch.ends
        self._refusal = ffi.new("struct hcsffi_refusal *")

    @property
    def is_closed(self) -> bool:
        """Whether the event loop has ended."""
        return not self._queue

    @property
    def native(self) -> Any:
        """The shim's queue, for this room's other modules."""
        return self._queue

    @property
    def refusal(self) -> Any:
        """Where the shim writes why nothing was started, for this room's other modules."""
        return self._refusal

    def on_close(self, call: Callable[[], None]) -> None:
        """Call this before the queue is closed."""
        self._closing.append(call)

    @property
    def more(self) -> bool:
        """Whether records wait beyond the last turn's limit."""
        return bool(self._batch.more)

    def fileno(self) -> int:
        """What becomes readable when records wait."""
        return int(lib.hcsffi_queue_descriptor(self._queue))

    def close(self) -> None:
        """End of the loop: what was not drained is freed, what still comes frees itself. Safe twice."""
        queue, self._queue = self._queue, NULL
        batch, self._batch = getattr(self, "_batch", NULL), NULL
        for call in self._closing:
            call()
        if queue:
            lib.hcsffi_queue_close(queue)
        lib.hcsffi_batch_close(batch)

    def submit(self, ticket: int, function: int, handle: int, texts: Texts, wishes: int = 0) -> Any:
        """Start a function; its answer comes with the ticket, also when starting fails.

        Returns:
            The node, valid for ``cancel`` until its answer was drained.

        Raises:
            UnusableText: a text cannot cross; nothing was called and no answer comes.
            ForkedProcess: this process was forked after the library was loaded.
        """
        if len(texts) == 1:
            joined = texts[0]
            if joined is None:
                joined = NO_TEXT
            elif joined == NO_TEXT:
                self._refuse_unusable(function, texts)
        else:
            joined = self._join(texts, lambda: ((function, handle, texts, wishes),))
        node = _submit(self._queue, ticket, function, handle, wishes, joined, len(joined), self._refusal)
        if not node:
            raise self._refused(((function, handle, texts, wishes),))
        return node

    def cancel(self, node: Any) -> None:
        """Ask the library to drop the operation; its answer is freed instead of drained."""
        lib.hcsffi_cancel(node)

    def submit_many(self, ticket: int, jobs: Jobs) -> Any:
        """Start many functions in one native call; one record with all answers comes with the ticket.

        Raises:
            UnusableText: a text of any job cannot cross; nothing was called and no answer comes.
            ForkedProcess: this process was forked after the library was loaded.
        """
        functions, handles, texts, wishes, joined = jobs
        if joined is None:
            joined = self._join(list(itertools.chain.from_iterable(texts)), jobs.rows)
        group = lib.hcsffi_submit_many(
            self._queue,
            ticket,
            len(functions),
            ffi.from_buffer("uint32_t[]", functions),
            ffi.from_buffer("uint64_t[]", handles),
            wishes,
            joined,
            len(joined),
            self._refusal,
        )
        if not group:
            raise self._refused(jobs.rows())
        return group

    def send(self, ticket: int, wanted: Errand) -> Any:
        """Let a thread of the shim run an errand; its answer comes with the ticket.

        Returns:
            What ``leave`` takes until the answer was drained; ``None`` where no thread can be had: the errand is still the caller's then.
        """
        native = wanted.native
        if self._queue == NULL or lib.hcsffi_errand_start(self._queue, ticket, native):
            return None
        wanted.gave()
        return native

    def leave(self, sent: Any) -> None:
        """Nobody waits for an errand any more: it is not begun, or frees what it brings."""
        lib.hcsffi_errand_leave(sent)

    def cancel_many(self, group: Any) -> None:
        """As ``cancel``, for a whole group; answers that have come are freed too."""
        lib.hcsffi_cancel_many(group)

    def drain(self) -> Iterable[tuple[int, CompletionRow | Answers]]:
        """One turn's answers with their tickets, oldest first; events go to ``on_event`` in between.

        An errand's answer is an ``errand.ErrandAnswer``, and comes to those alone who send errands.
        """
        batch = self._batch
        count = _drain(self._queue, batch, TURN)
        if not count:
            return ()
        if batch.special:
            return self._drain_special(batch, count)
        ends = _unpack(self._ends, count)
        arena = _buffer(batch.arena, ends[-1])[:] if ends[-1] else b""
        if count == 1:
            return ((self._tickets[0], (self._results[0], arena, None, None)),)
        documents = [arena[start:end] for start, end in zip((0, *ends), ends, strict=False)]
        return zip(
            _unpack(self._tickets, count), zip(_unpack(self._results, count), documents, _NOTHING, _NOTHING, strict=False), strict=True
        )

    def _drain_special(self, batch: Any, count: int) -> list[tuple[int, CompletionRow | Answers]]:
        """A turn with events, groups, opened handles or processes in it."""
        drained: list[tuple[int, Any]] = []
        for row, answer in enumerate(_answers(batch, count)):
            ticket, sort = batch.tickets[row], batch.sorts[row]
            if sort == COMPLETION:
                drained.append((ticket, answer))
            elif sort == GROUP:
                drained.append((ticket, self._take_group(batch.kept[row])))
            elif sort == ERRAND:
                drained.append((ticket, errand.take_at(int(ffi.cast("uintptr_t", batch.kept[row])))))
            else:
                self._on_event(ticket, answer[0], answer[1] or None, batch.statuses[row])
        return drained

    def _take_group(self, group: Any) -> Answers:
        batch = lib.hcsffi_group_take(ffi.cast("struct hcsffi_group *", group))
        if not batch:
            raise MemoryError
        try:
            return Answers([*_answers(batch, batch.count)])
        finally:
            lib.hcsffi_batch_close(batch)

    def join_texts(self, texts: Texts) -> bytes:
        """The texts of one request as the shim reads them.

        Raises:
            UnusableText: one of them holds a NUL or the byte that stands for NULL; only its place is told, not the function.
        """
        return self._join(texts, lambda: ((0, 0, texts, 0),))

    def refused(self, *job: Any) -> Exception:
        """Why the shim did not start the one request it was given last: the members of a ``Job``."""
        return self._refused((cast("Job", job),))

    def _join(self, texts: Sequence[bytes | None], jobs: Callable[[], Iterable[Job]]) -> bytes:
        """All texts as the shim reads them; `jobs` tells whose they are."""
        joined = b"\0".join([NO_TEXT if one is None else one for one in texts])
        # A NUL inside would shift every later text, and the byte for NULL never occurs in UTF-8.
        if joined.count(0) != max(len(texts) - 1, 0) or joined.count(NO_TEXT) != texts.count(None):
            for function, _, some, _ in jobs():
                self._refuse_unusable(function, some)
        return joined

    @staticmethod
    def _refuse_unusable(function: int, texts: Texts) -> None:
        """Find the text that holds a NUL or the byte that stands for NULL."""
        for position, text in enumerate(texts):
            if text is not None:
                refuse_nul(text, _name(function), position)
                if NO_TEXT in text:
                    raise UnusableText(_name(function), position, text, text.index(NO_TEXT))

    def _refused(self, jobs: Sequence[Job]) -> Exception:
        """Why nothing was started."""
        refusal = self._refusal
        function, _, texts, _ = jobs[refusal.member]
        if refusal.reason == lib.HCSFFI_REFUSED_FORKED:
            return library.ForkedProcess()
        if refusal.reason == lib.HCSFFI_REFUSED_TEXT:
            return UnusableText(_name(function), refusal.text, texts[refusal.text] or b"", refusal.place)
        if refusal.reason == lib.HCSFFI_REFUSED_CLOSED:
            return RuntimeError("the event loop of this completion queue has ended")
        if refusal.reason == lib.HCSFFI_REFUSED_COUNT:
            for number, _, some, _ in jobs:
                self._refuse_unusable(number, some)
        if refusal.reason in {lib.HCSFFI_REFUSED_FUNCTION, lib.HCSFFI_REFUSED_COUNT}:
            return ValueError(f"{_name(function)} starts no operation, or takes another number of texts than {len(texts)}")
        return MemoryError()

    def open_watch(self, ticket: int) -> int:
        """A registration whose events come with the ticket; see events.h."""
        number = int(lib.hcsffi_watch_open(self._queue, ticket))
        if not number:
            raise MemoryError
        return number

    def route_watch(self, number: int, ticket: int) -> None:
        """Let a registration's events come here from now on, those kept since its loop ended first."""
        lib.hcsffi_watch_route(number, self._queue, ticket)


def close_watch(number: int) -> None:
    """Forget a registration: a callback that still comes finds nothing. Safe twice."""
    if number >= ELSEWHERE:
        remote_watch.end_watch(number)
        return
    lib.hcsffi_watch_close(number)


def lost_by_watch(number: int) -> int:
    """How many events the shim had to drop since it was asked last."""
    if number >= ELSEWHERE:
        return remote_watch.lost_of(number)
    return int(lib.hcsffi_watch_lost(number))


def _name(function: int) -> str:
    return str(ffi.string(lib.hcsffi_function_table[function].name).decode())


def _answers(batch: Any, count: int) -> list[CompletionRow]:
    """The rows of a batch with their handles and processes owned."""
    if not count:
        return []
    ends = _unpack(batch.ends, count)
    arena = _buffer(batch.arena, ends[-1])[:] if ends[-1] else b""
    rows = zip(_unpack(batch.results, count), [0, *ends], ends, strict=False)
    answers: list[CompletionRow] = [(result, arena[start:end], None, None) for result, start, end in rows]
    if batch.special:
        brought = zip(_unpack(batch.opened, count), _buffer(batch.has_process, count)[:], strict=True)
        for row, (number, has_process) in enumerate(brought):
            if number or has_process:
                answers[row] = (*answers[row][:2], _owner(batch, row, number), _process(batch.processes[row], has_process))
    return answers


def owners(
    kind: int, number: int, has_process: int, process_id: int, std_in: int, std_out: int, std_err: int
) -> tuple[Handle | None, ProcessPipes | None]:
    """Own what an operation opened, as the shim tells it."""
    process = ProcessPipes(process_id, _pipe(std_in), _pipe(std_out), _pipe(std_err)) if has_process else None
    return BY_NUMBER[kind](number) if number else None, process


def _owner(batch: Any, row: int, number: int) -> Handle | None:
    return BY_NUMBER[batch.kinds[row]](number) if number else None


def _process(native: Any, present: int) -> ProcessPipes | None:
    return ProcessPipes(native.id, _pipe(native.input), _pipe(native.output), _pipe(native.error)) if present else None


__all__ = [
    "Answers",
    "Completion",
    "CompletionQueue",
    "CompletionRow",
    "Ended",
    "Job",
    "Jobs",
    "PipeHandle",
    "ProcessHandle",
    "ProcessPipes",
    "SystemHandle",
    "close_watch",
    "lost_by_watch",
    "owners",
]
