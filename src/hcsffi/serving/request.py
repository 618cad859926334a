"""What a client may ask for: checked against the prototypes, since what it sends goes to a library that follows pointers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final

from hcsffi.hresult import value_of
from hcsffi.native import library, signature
from hcsffi.native.handles import KINDS, GuestNetworkServiceHandle, Handle, PortReservationHandle, ProcessHandle, SystemHandle
from hcsffi.remote.frame import Malformed, as_number, as_row, as_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.native.library import Function
    from hcsffi.native.reply import Argument

CONTROLS: Final = frozenset(
    {
        "hcsffi_configure",
        "hcsffi_counters",
        "hcsffi_isolation",
        "hcsffi_advance_clock",
        "hcsffi_not_carried_out",
        "hcsffi_ending",
        "hcsffi_limits",
        "hcsffi_shutdown",
    }
)
"""What an embedded host is steered with; whoever may connect is the user whose host it is."""
WATCHES: Final[Mapping[str, type[Handle] | None]] = {
    "HcsSetComputeSystemCallback": SystemHandle,
    "HcsSetProcessCallback": ProcessHandle,
    "HcnRegisterServiceCallback": None,
    "HcnRegisterGuestNetworkServiceCallback": GuestNetworkServiceHandle,
}
"""The functions that register for events, and whose."""
_LARGEST: Final = {"USHORT": 1 << 16, "DWORD": 1 << 32, "HCN_PORT_PROTOCOL": 1 << 31, "HCN_PORT_ACCESS": 1 << 31, "UINT64": 1 << 64}


class Unfit(Exception):
    """A request that no library is asked.

    Args:
        symbol: what it is answered with.
        reason: why, in words.
    """

    def __init__(self, symbol: str, reason: str) -> None:
        super().__init__(symbol, reason)
        self.symbol = symbol
        self.reason = reason

    @property
    def code(self) -> int:
        """The symbol's code."""
        return value_of(self.symbol)


def of_clients() -> list[str]:
    """The native functions that a client may call where the library has them; it needs no others."""
    return [name for name in library.functions() if _may_ask(name) or _may_start(name) or name in WATCHES]


def offered() -> list[str]:
    """The functions that clients may call: of the library that answers, and the service's own."""
    return [*(name for name in of_clients() if library.offers(name)), *library.OF_A_SERVICE]


def _may_ask(name: str) -> bool:
    one = library.functions()[name]
    return name in CONTROLS or (name.startswith(("Hcs", "Hcn")) and not one.submits and signature.objection(one) is None)


def _may_start(name: str) -> bool:
    return library.functions()[name].submits


def started(name: str, handle: Handle | None) -> Function:
    """A function that a client wants to start on this handle.

    Raises:
        Unfit: there is no such function, or the handle is none of its kind.
    """
    found = library.functions().get(name)
    if found is None or not _may_start(name):
        raise Unfit("ERROR_PROC_NOT_FOUND", f"{name} is no function that this service starts")
    kind = next((one for one in found.parameters if one in KINDS), None)
    if handle is not None if kind is None else not isinstance(handle, KINDS[kind]):
        raise Unfit("E_HANDLE", f"{name} takes {'no handle' if kind is None else f'a {kind}'}")
    return found


def asked(name: str, given: Sequence[object], texts: Sequence[bytes | None], handles: Mapping[int, Handle]) -> tuple[Argument, ...]:
    """The arguments of a function that a client wants to call.

    Raises:
        Unfit: there is no such function, or it takes other arguments.
    """
    found = library.functions().get(name)
    if found is None or not _may_ask(name):
        raise Unfit("ERROR_PROC_NOT_FOUND", f"{name} is no function that this service calls")
    kinds = signature.arguments(found)
    if len(kinds) != len(given):
        raise Unfit("E_INVALIDARG", f"{name} takes ({', '.join(kinds)}), not {len(given)} arguments")
    waiting = iter(texts)
    return tuple(
        _argument(name, kind, one, handles, next(waiting, None) if one == "t" else None) for kind, one in zip(kinds, given, strict=True)
    )


def _argument(name: str, kind: str, one: object, handles: Mapping[int, Handle], text: bytes | None) -> Argument:
    if one == "t" and kind == signature.TEXT and text is not None:
        return text
    if one is None and kind in {signature.TEXT, "HANDLE"}:
        return None
    if isinstance(one, int) and 0 <= one < _LARGEST.get(kind, 0):
        return one
    if isinstance(one, list):
        sort, of = as_row(one)
        if as_word(sort) == "g" and kind == signature.GUID:
            return as_guid(of)
        handle = handles.get(as_number(of)) if sort == "h" else None
        if handle is not None and isinstance(handle, KINDS.get(kind, PortReservationHandle)):
            return handle
        if sort == "h":
            raise Unfit("E_HANDLE", f"{name} takes a {kind} that is open on this connection")
    raise Unfit("E_INVALIDARG", f"{name} takes a {kind} where something else came")


def as_guid(found: object) -> uuid.UUID:
    """A GUID as frames have it.

    Raises:
        Malformed: it is none.
    """
    try:
        return uuid.UUID(hex=as_word(found))
    except ValueError as error:
        raise Malformed("no GUID where one belongs") from error


def refuse_looking(opens: str, asks: str, closes: str, ids: Sequence[uuid.UUID], query: bytes) -> None:
    """Refuse three functions that do not open, ask and close the same noun by its GUID: the shim calls them by the prototypes of those.

    Raises:
        Unfit: they are others, or there is nothing to look at.
        ValueError: the query is no text.
    """
    query.decode()
    if not ids or 0 in query:
        raise Unfit("E_INVALIDARG", "nothing to look at, or a query with a NUL")
    noun = opens.removeprefix("HcnOpen")
    known = library.functions()
    wanted = (f"HcnOpen{noun}", f"HcnQuery{noun}Properties", f"HcnClose{noun}")
    if (opens, asks, closes) != wanted or not all(name in known for name in wanted):
        raise Unfit("ERROR_PROC_NOT_FOUND", f"{opens}, {asks} and {closes} do not look at one noun of the network")
