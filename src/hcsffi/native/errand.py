"""Calls that block, as data: what is to be called with which arguments, and what it came back with; errand.c tells the mechanism.

An errand is run by whoever has it (``run``), or by a thread of the shim on behalf of an event loop, which gets it back by its queue.
"""

from __future__ import annotations

import atexit
import struct
import uuid
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi.hresult import FAILED, Outcome, value_of
from hcsffi.native import library, text
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import KINDS, Handle, PortReservationHandle, Uncopyable
from hcsffi.native.out_parameters import OUT, TEXT_OUT
from hcsffi.native.reply import Argument, Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

INVALID_HANDLE = value_of("E_HANDLE")
NULL = struct.pack("<BQ", lib.HCSFFI_ARGUMENT_NUMBER, 0)
OPENED = bytes([lib.HCSFFI_ARGUMENT_OPENED])
"""In place of an argument: the handle that the step before has opened."""
WAIT_MS = 100

_NUMBER, _HANDLE, _GUID, _TEXT, _NARROW = (
    int(getattr(lib, f"HCSFFI_ARGUMENT_{one}")) for one in ("NUMBER", "HANDLE", "GUID", "TEXT", "NARROW")
)
_WIDTHS = {"DWORD": 4, "USHORT": 2, "UINT64": 8, "HCN_PORT_PROTOCOL": 4, "HCN_PORT_ACCESS": 4}
_sorted_number = struct.Struct("<BQ").pack
_free = lib.hcsffi_errand_free
_refusal = ffi.typeof("struct hcsffi_refusal *")
_address = ffi.typeof("uintptr_t")
_pointer = ffi.typeof("struct hcsffi_errand *")


class Shape(NamedTuple):
    """What is known of a function before it is called.

    Args:
        function: its row of the table.
        outs: the C types of what it hands out, in order.
        opens: the kind of the handle it hands out, 0 where it hands out none.
        is_network: whether its last text is an error record.
    """

    function: library.Function
    outs: tuple[str, ...]
    opens: int
    is_network: bool


class Looks(NamedTuple):
    """What many looks came back with.

    Args:
        arena: every text, one after the other.
        ends: where each ends.
        special: which failed or left a record: the reply of each, by its place.
    """

    arena: bytes
    ends: Sequence[int]
    special: dict[int, Reply]

    def text(self, place: int) -> bytes:
        """What one look was told."""
        return self.arena[self.ends[place - 1] if place else 0 : self.ends[place]]

    def texts(self) -> list[bytes | None]:
        """What every look was told."""
        return [self.arena[start:end] for start, end in zip((0, *self.ends), self.ends, strict=False)]


class ErrandAnswer(NamedTuple):
    """What an errand came back with.

    Args:
        replies: one for each call that was made.
        looks: what was seen, of an errand that looked.
    """

    replies: tuple[Reply, ...]
    looks: Looks | None = None

    def abandon(self) -> None:
        """Give back what nobody waits for any more."""
        for one in self.replies:
            if one.opened is not None:
                one.opened.abandon()


class ClosedHandle(Exception):
    """A step was to use a handle that is closed; callers are told E_HANDLE.

    Args:
        function: the step's function.
    """

    def __init__(self, function: str) -> None:
        self.function = function
        super().__init__(function)


@cache
def shape(name: str, given: int) -> Shape:
    """What is known of a function that is called with so many arguments.

    Raises:
        KeyError: ``hcs_cdef.h`` has no such function, or it hands out what nobody here can take.
    """
    function = library.functions()[name]
    if given > len(function.parameters):
        raise TypeError(f"{name} takes no {given} arguments")
    outs = function.parameters[given:]
    opens = 0
    for kind in outs:
        if OUT[kind].member == "handle":
            opens = (KINDS.get(kind.removesuffix(" *")) or PortReservationHandle).kind
    return Shape(function, outs, opens, name.startswith("Hcn"))


def _packed(function: library.Function, position: int, argument: Argument) -> bytes:
    """One argument as the shim reads it."""
    kind = function.parameters[position] if position < len(function.parameters) else "nothing"
    if isinstance(argument, Handle):
        return _sorted_number(_HANDLE, argument.number)
    if argument is None:
        return NULL
    if isinstance(argument, bytes) and kind in {"PCWSTR", "const char *"}:
        if 0 in argument:
            raise text.UnusableText(function.name, position, argument, argument.index(0))
        return _sorted_number(_TEXT if kind == "PCWSTR" else _NARROW, len(argument)) + argument
    if isinstance(argument, uuid.UUID) and kind == "REFGUID":
        return b"%c%b" % (_GUID, argument.bytes_le)
    if isinstance(argument, int) and kind == "HANDLE":
        return _sorted_number(_NUMBER, argument & 0xFFFFFFFFFFFFFFFF)
    if isinstance(argument, int) and kind in _WIDTHS:
        if not 0 <= argument < 1 << 8 * _WIDTHS[kind]:
            raise OverflowError(f"{function.name}: argument {position} is a {kind}, which cannot be {argument}")
        return _sorted_number(_NUMBER, argument)
    raise TypeError(f"{function.name}: argument {position} is a {kind}, not {type(argument).__name__}")


def _refused(reason: int, refusal: Any, function: str, texts: Sequence[Any]) -> Exception:
    """Why a step cannot be part of an errand."""
    if reason == lib.HCSFFI_REFUSED_HANDLE:
        return ClosedHandle(function)
    if reason == lib.HCSFFI_REFUSED_TEXT:
        return text.UnusableText(function, refusal.text, texts[refusal.text], refusal.place)
    if reason == lib.HCSFFI_REFUSED_MEMORY:
        return MemoryError()
    return TypeError(f"{function} takes another number of arguments")


class Errand(Uncopyable):
    """What is to be called; whoever starts it gives it away."""

    __slots__ = ("_native",)

    other_way = "a call makes one of its own"

    def __init__(self) -> None:
        if lib.hcsffi_is_forked():
            raise library.ForkedProcess
        self._native = lib.hcsffi_errand_open()
        if not self._native:
            raise MemoryError

    def free(self) -> None:
        """Let go of what was never started, its handles too; nothing where somebody else owns it. Safe twice."""
        native, self._native = self._native, None
        if native:
            _free(native)

    def __del__(self) -> None:
        """Free what was forgotten."""
        if getattr(self, "_native", None):
            self.free()

    @property
    def address(self) -> int:
        """Where the shim has it."""
        return int(ffi.cast(_address, self._native))

    @property
    def native(self) -> Any:
        """The shim's own, for this room's other modules."""
        return self._native

    def gave(self) -> None:
        """Somebody else owns it from here on."""
        self._native = None

    def call(self, name: str, *arguments: Argument, of_opened: bool = False) -> None:
        """Add a call, which is made when the one before has opened a handle without a word of failure.

        Args:
            name: the native name.
            arguments: in the order of its prototype, without the trailing out parameters.
            of_opened: whether the handle that was opened stands before them.

        Raises:
            KeyError: ``hcs_cdef.h`` has no such function.
            TypeError: an argument is of another type.
            UnusableText: a text holds a NUL or a lone surrogate.
            ClosedHandle: a handle is closed.
        """
        try:
            self._add(name, arguments, of_opened=of_opened)
        except BaseException:
            self.free()  # whoever keeps the exception does not keep handles in use
            raise

    def _add(self, name: str, arguments: tuple[Argument, ...], *, of_opened: bool) -> None:
        first = 1 if of_opened else 0
        known = shape(name, len(arguments) + first)
        packed = b"".join([_packed(known.function, position, one) for position, one in enumerate(arguments, first)])
        refusal = ffi.new(_refusal)
        if of_opened:
            packed = OPENED + packed
        reason = lib.hcsffi_errand_add(self._native, known.function.number, known.opens, packed, len(packed), refusal)
        if reason:
            raise _refused(reason, refusal, name, (None, *arguments) if of_opened else arguments)

    def end_with(self, number: int) -> None:
        """Close the handle of this number at the end, where nothing has failed and somebody waits still; its owner has to be told."""
        lib.hcsffi_errand_end_with(self._native, number)

    def look(self, names: tuple[str, str, str], ids: bytes, query: bytes) -> None:
        """Open, ask and close many things.

        Args:
            names: the functions that open by an id, ask and close.
            ids: what to look at: GUIDs, 16 bytes each.
            query: what is asked.

        Raises:
            UnusableText: the query holds a NUL or a lone surrogate.
        """
        text.refuse_nul(query, names[1], 1)
        glance = ffi.new("struct hcsffi_glance *", [library.functions()[one].number for one in names])
        refusal = ffi.new(_refusal)
        reason = lib.hcsffi_errand_look(self._native, glance, ids, len(ids) // 16, query, len(query), refusal)
        if reason:
            raise _refused(reason, refusal, names[1], (None, query))

    def run(self) -> None:
        """Do it here and now.

        Blocks:
            As long as its functions take; the GIL is released meanwhile.
        """
        lib.hcsffi_errand_run(self._native)

    def taken(self) -> ErrandAnswer:
        """What it came back with, after ``run``."""
        native, self._native = self._native, None
        return _taken(native)


def take_at(address: int) -> ErrandAnswer:
    """What an errand that a thread has run came back with, by its address; it is freed."""
    return _taken(ffi.cast(_pointer, address))


def _taken(native: Any) -> ErrandAnswer:
    try:
        looks = lib.hcsffi_errand_looks(native)
        if looks:
            return ErrandAnswer((), _looks(looks))
        steps = lib.hcsffi_errand_steps(native)
        if not steps[0].made:
            return ErrandAnswer(())
        first = _reply(steps[0])
        return ErrandAnswer((first, _reply(steps[1])) if steps[1].made else (first,))
    finally:
        _free(native)


@cache
def _by_number() -> tuple[Shape, ...]:
    """Every function, with everything that follows the last parameter which is none that hands out."""
    found = []
    for one in library.functions().values():
        given = next((place for place, kind in enumerate(one.parameters) if kind in OUT), len(one.parameters))
        is_callable = all(kind in OUT for kind in one.parameters[given:])
        found.append(shape(one.name, given) if is_callable else Shape(one, (), 0, is_network=False))
    return tuple(found)


def _reply(step: Any) -> Reply:
    """Own what one call returned."""
    known = _by_number()[step.function]
    code = step.result if known.function.returns == "HRESULT" else 0
    opened: Handle | None = None
    values: list[Any] = []
    texts = [bytes(ffi.buffer(step.text[one], step.length[one])) if step.text[one] else None for one in range(step.texts)]
    if code < FAILED:  # after a failure nothing else means anything
        for kind in known.outs:
            row = OUT[kind]
            if row is TEXT_OUT:
                continue
            found = row.take(step.outs, kind)
            if row.member == "handle":
                opened = found  # type: ignore[assignment]  # the row says so
            else:
                values.append(found)
    record = texts.pop() if known.is_network and texts else None
    document = texts[0] if texts else None
    told = document if code < FAILED or record is None else record
    return Reply(Outcome(known.function.name, code, told), opened, record, tuple(values))


def _looks(native: Any) -> Looks:
    opens, asks = (_by_number()[one].function.name for one in (native.glance.opens, native.glance.asks))
    count = native.count
    ends = ffi.unpack(native.ends, count) if count else []
    arena = bytes(ffi.buffer(native.arena, ends[-1])) if count and ends[-1] else b""
    seen = Looks(arena, ends, {})
    if not native.special:
        return seen
    for place in range(count):
        code, has_record = native.results[place], native.has_record[place]
        if code >= FAILED or has_record:
            found = seen.text(place) or None
            outcome = Outcome(asks if native.asked[place] else opens, code, found if code >= FAILED else None)
            seen.special[place] = Reply(outcome, None, found if has_record else None)
    return seen


def ids_in(answer: bytes) -> bytes | None:
    """The GUIDs of an enumeration's answer, 16 bytes each; ``None`` where it is not just an array of them."""
    room = len(answer) // 39  # each has two quotes, and a comma or the end
    ids = bytearray(room * 16)
    count = lib.hcsffi_ids_read(answer, len(answer), ffi.from_buffer("GUID *", ids), room)
    return None if count == 0xFFFFFFFF else bytes(ids[: count * 16])


def going_on_alone() -> int:
    """How many calls go on whose waiters have gone; what they make is there a moment later."""
    return int(lib.hcsffi_errands_unattended())


def abandon(number: int) -> None:
    """Close the handle of this number on a thread of the shim, unless it is closed."""
    lib.hcsffi_handle_abandon(number)


@cache
def wait_at_exit() -> None:
    """Let the interpreter's end wait for calls that are under way, as it waits for Python's own threads: the library is in use."""
    atexit.register(_rest)


def _rest() -> None:
    while lib.hcsffi_errands_go_on(WAIT_MS):
        pass
