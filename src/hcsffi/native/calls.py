"""Call a synchronous native function and say what came back.

Arguments are given in the order of the C prototype without its trailing out parameters: bytes or ``None`` for a PCWSTR, a number for a
DWORD or an enumeration, a ``uuid.UUID`` for a REFGUID, a ``Handle`` for a handle. Out parameters are made by looking at the prototype.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, cast

from hcsffi.hresult import FAILED, Outcome, value_of
from hcsffi.native import library, remote, text
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import KINDS, GuestCallbackHandle, GuestNetworkServiceHandle, Handle, ServiceCallbackHandle
from hcsffi.native.out_parameters import HANDLE_OUT, OUT, TEXT_OUT, OutPlace
from hcsffi.native.reply import Argument, Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

INVALID_HANDLE = value_of("E_HANDLE")
PRIVILEGE_NOT_HELD = value_of("ERROR_PRIVILEGE_NOT_HELD")
UNPRIVILEGED = (
    "this process does not hold the backup and restore privileges that the function needs: "
    "run it elevated, or as a member of Backup Operators"
)
NULL = ffi.NULL


class _Arguments:
    """The C arguments of one call, and what must be given back after it."""

    def __init__(self, function: library.Function) -> None:
        self.function = function
        self.native: list[Any] = []
        self.texts: list[Any] = []
        self.entered: list[int] = []
        self.kept: list[Any] = []  # memory the call reads
        self.privileges = 0

    def take_privileges(self) -> int:
        """Enable what the function needs where the system's library answers; the embedded host needs none. An HRESULT."""
        needed = self.function.privileges if library.is_system() else 0
        refused = int(lib.hcsffi_privileges_take(needed)) if needed else 0
        self.privileges = 0 if refused else needed
        return refused

    def add(self, kind: str, argument: Argument) -> bool:
        """Convert one argument; False when its handle is closed."""
        position = len(self.native)
        if isinstance(argument, Handle):
            number = argument.number  # read once: another thread may close the handle between any two lines
            value = lib.hcsffi_handle_enter(number)
            if not value:
                return False
            self.entered.append(number)
            self.native.append(value if kind not in KINDS else ffi.cast(kind, value))
        elif argument is None:
            self.native.append(NULL)
        elif isinstance(argument, bytes) and kind == "PCWSTR":
            self.texts.append(text.widen(argument, self.function.name, position))
            self.native.append(self.texts[-1])
        elif isinstance(argument, bytes) and kind == "const char *":
            text.refuse_nul(argument, self.function.name, position)
            self.native.append(argument)
        elif isinstance(argument, uuid.UUID) and kind == "REFGUID":
            self.kept.append(ffi.from_buffer("GUID *", bytearray(argument.bytes_le)))
            self.native.append(self.kept[-1])
        elif isinstance(argument, int) and kind == "HANDLE":
            self.native.append(ffi.cast("void *", argument))
        elif isinstance(argument, int) and "*" not in kind and not kind.startswith("PCW"):
            self.native.append(argument)
        else:
            raise TypeError(f"{self.function.name}: argument {position} is a {kind}, not {type(argument).__name__}")
        return True

    def release(self) -> None:
        """Free the texts, drop the privileges and leave the handles; a handle closed meanwhile is closed here."""
        if self.privileges:
            lib.hcsffi_privileges_drop(self.privileges)
        for wide in self.texts:
            lib.hcsffi_text_drop(wide)
        for number in self.entered:
            lib.hcsffi_handle_leave(number)


class _Results:
    """The out parameters of one call."""

    def __init__(self, function: library.Function, kinds: tuple[str, ...]) -> None:
        self.function = function
        self.rows = [OUT[kind] for kind in kinds]
        self.places = [OutPlace(kind, ffi.new(row.memory), function.library) for kind, row in zip(kinds, self.rows, strict=True)]
        # To cffi a void ** is no HCN_NETWORK *.
        pairs = zip(self.places, self.rows, strict=True)
        self.native = [ffi.cast(one.kind, one.memory) if row is HANDLE_OUT else one.memory for one, row in pairs]

    def take(self, code: int) -> Reply:
        """Own what the call returned and free what it handed out."""
        opened: Handle | None = None
        texts: list[bytes | None] = []
        values: list[Any] = []
        for which, row in enumerate(self.rows):
            if row is TEXT_OUT:
                texts.append(cast("bytes | None", row.take(self.places, which)))
            elif code < FAILED:  # after a failure nothing else means anything
                found = row.take(self.places, which)
                if row is HANDLE_OUT:
                    opened = cast("Handle | None", found)
                else:
                    values.append(found)
        record = texts.pop() if self.function.name.startswith("Hcn") and texts else None
        document = texts[0] if texts else None
        return Reply(
            Outcome(self.function.name, code, document if code < FAILED or record is None else record), opened, record, tuple(values)
        )


def invoke(name: str, *arguments: Argument) -> Reply:
    """Call a native function.

    Raises:
        KeyError: ``hcs_cdef.h`` has no such function.
        UnusableText: a text holds a NUL or a lone surrogate; nothing was called.
        ForkedProcess: this process was forked after the library was loaded.

    Blocks:
        As long as the function takes; the GIL is released meanwhile.

    Threads:
        Any.
    """
    if lib.hcsffi_is_forked():
        raise library.ForkedProcess
    function = library.functions()[name]
    line = library.connected()
    if line is not None:
        return remote.invoke_there(line, function, arguments)
    given = _Arguments(function)
    try:
        for kind, argument in zip(function.parameters, arguments, strict=False):
            if not given.add(kind, argument):
                return Reply(Outcome(name, INVALID_HANDLE))
        refused = given.take_privileges()
        if refused:
            told = library.refusal(name, "ERROR_PRIVILEGE_NOT_HELD", UNPRIVILEGED)
            return Reply(told if refused == PRIVILEGE_NOT_HELD else Outcome(name, refused))
        results = _Results(function, function.parameters[len(arguments) :])
        answer = getattr(lib, name)(*given.native, *results.native)
        return results.take(int(answer) & 0xFFFFFFFF if function.returns == "HRESULT" else 0)
    finally:
        given.release()


def looked_at(opens: str, asks: str, closes: str, ids: Sequence[uuid.UUID], query: bytes) -> list[Reply]:
    """Open, ask and close things one after another, in one call.

    Args:
        opens: the function that opens by an id.
        asks: the function that asks what was opened.
        closes: the function that closes it.
        ids: what to look at.
        query: what is asked.

    Returns:
        For each id the reply of the function that asks, or of the one that opens where that failed; nothing is left open.

    Raises:
        UnusableText: the query holds a NUL or a lone surrogate; nothing was called.
        ForkedProcess: this process was forked after the library was loaded.

    Blocks:
        As long as all the functions take; the GIL is released meanwhile.
    """
    if lib.hcsffi_is_forked():
        raise library.ForkedProcess
    table = library.functions()
    line = library.connected()
    if line is not None:
        return remote.looked_at_there(line, (table[opens], table[asks], table[closes]), ids, query)
    glance = ffi.new("struct hcsffi_glance *", [table[name].number for name in (opens, asks, closes)])
    looks = ffi.new("struct hcsffi_look[]", len(ids))
    wide = text.widen(query, asks, 1)
    try:
        lib.hcsffi_look_at(glance, ffi.from_buffer("GUID *", bytearray(b"".join(one.bytes_le for one in ids))), len(ids), wide, looks)
    finally:
        lib.hcsffi_text_drop(wide)
    return [_seen(look, opens, asks) for look in looks]


def _seen(look: Any, opens: str, asks: str) -> Reply:
    found = bytes(ffi.buffer(look.text, look.length)) if look.text else None
    lib.hcsffi_text_drop(look.text)
    code = look.result & 0xFFFFFFFF
    outcome = Outcome(asks if look.asked else opens, code, found if code >= FAILED or not look.has_record else None)
    return Reply(outcome, None, found if look.has_record else None)


def watches(handle: Handle) -> str:
    """The function that registers for the events of a system or process."""
    return "HcsSetComputeSystemCallback" if handle.kind == lib.HCSFFI_SYSTEM else "HcsSetProcessCallback"


def watch(number: int, handle: Handle, options: int) -> Outcome:
    """Register the shim's callback for the events of a system or process.

    Blocks:
        As the native call does.
    """
    name = watches(handle)
    if lib.hcsffi_is_forked():
        raise library.ForkedProcess
    line = library.connected()
    if line is not None:
        return remote.watch_there(line, number, name, handle, options).outcome
    entered = handle.number
    value = lib.hcsffi_handle_enter(entered)
    if not value:
        return Outcome(name, INVALID_HANDLE)
    try:
        return Outcome(name, lib.hcsffi_watch_handle(number, handle.kind, value, options) & 0xFFFFFFFF)
    finally:
        lib.hcsffi_handle_leave(entered)


def watch_service(number: int) -> Reply:
    """Register the shim's callback for the notifications of the network service; the reply owns the registration.

    Blocks:
        As the native call does.
    """
    if lib.hcsffi_is_forked():
        raise library.ForkedProcess
    line = library.connected()
    if line is not None:
        return remote.watch_there(line, number, "HcnRegisterServiceCallback", None, 0)
    place = ffi.new("HCN_CALLBACK *")
    code = lib.hcsffi_watch_service(number, place) & 0xFFFFFFFF
    opened = ServiceCallbackHandle.adopt(place[0]) if code < FAILED and place[0] else None
    return Reply(Outcome("HcnRegisterServiceCallback", code), opened)


def watch_guest(number: int, service: GuestNetworkServiceHandle) -> Reply:
    """As ``watch_service``, for what happens to one guest network service."""
    name = "HcnRegisterGuestNetworkServiceCallback"
    if lib.hcsffi_is_forked():
        raise library.ForkedProcess
    line = library.connected()
    if line is not None:
        return remote.watch_there(line, number, name, service, 0)
    entered = service.number
    value = lib.hcsffi_handle_enter(entered)
    if not value:
        return Reply(Outcome(name, INVALID_HANDLE))
    try:
        place = ffi.new("HCN_CALLBACK *")
        code = lib.hcsffi_watch_guest(number, value, place) & 0xFFFFFFFF
        return Reply(Outcome(name, code), GuestCallbackHandle.adopt(place[0]) if code < FAILED and place[0] else None)
    finally:
        lib.hcsffi_handle_leave(entered)


__all__ = [
    "INVALID_HANDLE",
    "Argument",
    "Reply",
    "invoke",
    "looked_at",
    "watch",
    "watch_guest",
    "watch_service",
    "watches",
]
