"""Call a synchronous native function and say what came back.

Arguments are given in the order of the C prototype without its trailing out parameters: bytes or ``None`` for a PCWSTR, a number for a
DWORD or an enumeration, a ``uuid.UUID`` for a REFGUID, a ``Handle`` for a handle. Out parameters are made by looking at the prototype.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.hresult import FAILED, Outcome, value_of
from hcsffi.native import library, remote
from hcsffi.native.binding import ffi, lib
from hcsffi.native.errand import INVALID_HANDLE, ClosedHandle, Errand
from hcsffi.native.handles import GuestCallbackHandle, GuestNetworkServiceHandle, Handle, ServiceCallbackHandle
from hcsffi.native.reply import Argument, Reply

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

PRIVILEGE_NOT_HELD = value_of("ERROR_PRIVILEGE_NOT_HELD")
UNPRIVILEGED = (
    "this process does not hold the backup and restore privileges that the function needs: "
    "run it elevated, or as a member of Backup Operators"
)


def needs_thread_of_python(name: str) -> bool:
    """Whether a call takes what only the thread that makes it can: privileges of Windows, where the system's library wants them."""
    return bool(library.functions()[name].privileges) and library.is_system()


def _without_privileges(function: library.Function) -> tuple[Outcome | None, int]:
    """Take what the function needs where the system's library answers: why it cannot be had, and what was taken."""
    needed = function.privileges if library.is_system() else 0
    refused = int(lib.hcsffi_privileges_take(needed)) if needed else 0
    if not refused:
        return None, needed
    told = library.refusal(function.name, "ERROR_PRIVILEGE_NOT_HELD", UNPRIVILEGED)
    return told if refused == PRIVILEGE_NOT_HELD else Outcome(function.name, refused), 0


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
    errand = Errand()
    try:
        errand.call(name, *arguments)
    except ClosedHandle:
        return Reply(Outcome(name, INVALID_HANDLE))
    refused, taken = _without_privileges(function)
    if refused is not None:
        return Reply(refused)
    try:
        errand.run()
    finally:
        if taken:
            lib.hcsffi_privileges_drop(taken)
    return errand.taken().replies[0]


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
    errand = Errand()
    errand.look((opens, asks, closes), b"".join(one.bytes_le for one in ids), query)
    errand.run()
    seen = errand.taken().looks
    if seen is None:
        raise MemoryError
    return [seen.special.get(place) or Reply(Outcome(asks, 0, seen.text(place))) for place in range(len(ids))]


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
