"""What functions hand out beside their result: one row per kind of out parameter.

A row says where in ``struct hcsffi_outs`` the shim keeps it and, after the call, takes what was put there: a handle gets its owner, numbers
are copied, an array is copied and given back to the function that frees it. Texts are UTF-8 already, and stand beside.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import KINDS, Handle, PortReservationHandle

if TYPE_CHECKING:
    from collections.abc import Callable

    Value = Handle | bytes | int | uuid.UUID | dict[str, int | uuid.UUID] | list[dict[str, int | uuid.UUID]] | None


class OutKind(NamedTuple):
    """One kind of out parameter.

    Args:
        member: where in ``struct hcsffi_outs`` it is.
        take: owns or copies what is there and frees it; given the structure and the C type.
    """

    member: str
    take: Callable[[Any, str], Value]


def _take_text(outs: Any, kind: str) -> None:
    """Nothing: the shim has narrowed it."""
    del outs, kind


def _take_handle(outs: Any, kind: str) -> Handle | None:
    value, outs.handle = outs.handle, ffi.NULL
    return (KINDS.get(kind.removesuffix(" *")) or PortReservationHandle).adopt(value) if value else None


def _take_number(outs: Any, kind: str) -> int:
    del kind
    return int(outs.count)


def _take_structure(outs: Any, kind: str) -> dict[str, int | uuid.UUID]:
    del kind
    return _members(ffi.addressof(outs, "range"))


def _take_entries(outs: Any, kind: str) -> list[dict[str, int | uuid.UUID]]:
    """An array whose length the parameter before it holds."""
    del kind
    array, outs.entries = outs.entries, ffi.NULL
    if not array:
        return []
    try:
        return [_members(array + place) for place in range(outs.count)]
    finally:
        lib.HcnFreeGuestNetworkPortReservations(array)


def _members(structure: Any) -> dict[str, int | uuid.UUID]:
    """The members of a structure of numbers and GUIDs."""
    found: dict[str, int | uuid.UUID] = {}
    for name, field in ffi.typeof(structure).item.fields:
        value = getattr(structure, name)
        is_guid = field.type.kind == "struct"
        found[name] = uuid.UUID(bytes_le=bytes(ffi.buffer(ffi.addressof(structure, name)))) if is_guid else int(value)
    return found


TEXT_OUT = OutKind("texts", _take_text)
HANDLE_OUT = OutKind("handle", _take_handle)
OUT: dict[str, OutKind] = {
    "PWSTR *": TEXT_OUT,
    "PCWSTR *": TEXT_OUT,
    "HANDLE *": HANDLE_OUT,
    **{f"{kind} *": HANDLE_OUT for kind in KINDS},
    "ULONG *": OutKind("count", _take_number),
    "HCN_PORT_RANGE_RESERVATION *": OutKind("range", _take_structure),
    "HCN_PORT_RANGE_ENTRY **": OutKind("entries", _take_entries),
}
"""Every kind of out parameter that can be taken, by its C type."""
