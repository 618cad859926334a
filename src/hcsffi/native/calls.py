"""Call a synchronous native function and say what came back.

Arguments are given in the order of the C prototype without its trailing out parameters: bytes or ``None`` for a PCWSTR, a number for a
DWORD or an enumeration, a ``uuid.UUID`` for a REFGUID, a ``Handle`` for a handle. Out parameters are made by looking at the prototype.
"""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from hcsffi.hresult import FAILED, Outcome, value_of
from hcsffi.native import library, text
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import KINDS, Handle

Argument = bytes | int | uuid.UUID | Handle | None
INVALID_HANDLE = value_of("E_HANDLE")
PRIVILEGE_NOT_HELD = value_of("ERROR_PRIVILEGE_NOT_HELD")
UNPRIVILEGED = (
    "this process does not hold the backup and restore privileges that the function needs: "
    "run it elevated, or as a member of Backup Operators"
)
NULL = ffi.NULL


class Reply(NamedTuple):
    """What one call came back with.

    Args:
        outcome: function, code and document.
        opened: the handle it returned; owned by whoever holds the reply.
        record: the error record of a network function, which may be there even on success.
    """

    outcome: Outcome
    opened: Handle | None = None
    record: bytes | None = None


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
            value = lib.hcsffi_handle_enter(argument.number)
            if not value:
                return False
            self.entered.append(argument.number)
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
        self.texts = []
        self.native = []
        self.handle: tuple[str, Any] | None = None
        for kind in kinds:
            place = ffi.new("void **" if kind not in {"PWSTR *", "PCWSTR *"} else "uint16_t **")
            if kind in {"PWSTR *", "PCWSTR *"}:
                self.texts.append(place)
                self.native.append(place)
            else:
                self.handle = (kind.removesuffix("*").strip(), place)
                self.native.append(ffi.cast(kind, place))

    def take(self, code: int) -> Reply:
        """Own what the call returned and free what it handed out."""
        taken = [text.take(self.function.library, place[0]) for place in self.texts]
        record = taken.pop() if self.function.name.startswith("Hcn") and taken else None
        document = taken[0] if taken else None
        opened = None
        if self.handle is not None and code < FAILED and self.handle[1][0]:
            opened = KINDS[self.handle[0]].adopt(self.handle[1][0])
        return Reply(Outcome(self.function.name, code, document if code < FAILED or record is None else record), opened, record)


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
    entered = handle.number
    value = lib.hcsffi_handle_enter(entered)
    if not value:
        return Outcome(name, INVALID_HANDLE)
    try:
        return Outcome(name, lib.hcsffi_watch_handle(number, handle.kind, value, options) & 0xFFFFFFFF)
    finally:
        lib.hcsffi_handle_leave(entered)
