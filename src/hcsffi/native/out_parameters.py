"""What functions hand out beside their result: one row per kind of out parameter.

A row makes the memory a parameter points to and, after the call, takes what was put there: a handle gets its owner, a text is copied and
freed, numbers are copied, an array is copied and given back to the function that frees it.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi.native import text
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import KINDS, Handle, PortReservationHandle

if TYPE_CHECKING:
    from collections.abc import Callable

    Value = Handle | bytes | int | uuid.UUID | dict[str, int | uuid.UUID] | list[dict[str, int | uuid.UUID]] | None


class OutPlace(NamedTuple):
    """The memory of one out parameter.

    Args:
        kind: its C type.
        memory: what the parameter points to.
        library: which library puts something there, for freeing it.
    """

    kind: str
    memory: Any
    library: int


class OutKind(NamedTuple):
    """One kind of out parameter.

    Args:
        memory: the C type that ``ffi.new`` makes for it.
        take: owns or copies what is there and frees it; given all places of the call and which one it is.
    """

    memory: str
    take: Callable[[list[OutPlace], int], Value]


def _take_text(places: list[OutPlace], which: int) -> bytes | None:
    return text.take(places[which].library, places[which].memory[0])


def _take_handle(places: list[OutPlace], which: int) -> Handle | None:
    value = places[which].memory[0]
    kind = places[which].kind.removesuffix(" *")
    return (KINDS.get(kind) or PortReservationHandle).adopt(ffi.cast("void *", value)) if value else None


def _take_number(places: list[OutPlace], which: int) -> int:
    return int(places[which].memory[0])


def _take_structure(places: list[OutPlace], which: int) -> dict[str, int | uuid.UUID]:
    return _members(places[which].memory)


def _take_entries(places: list[OutPlace], which: int) -> list[dict[str, int | uuid.UUID]]:
    """An array whose length the parameter before it holds."""
    array, count = places[which].memory[0], places[which - 1].memory[0]
    if not array:
        return []
    try:
        return [_members(array + place) for place in range(count)]
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


TEXT_OUT = OutKind("uint16_t **", _take_text)
HANDLE_OUT = OutKind("void **", _take_handle)
OUT: dict[str, OutKind] = {
    "PWSTR *": TEXT_OUT,
    "PCWSTR *": TEXT_OUT,
    "HANDLE *": HANDLE_OUT,
    **{f"{kind} *": HANDLE_OUT for kind in KINDS},
    "ULONG *": OutKind("ULONG *", _take_number),
    "HCN_PORT_RANGE_RESERVATION *": OutKind("HCN_PORT_RANGE_RESERVATION *", _take_structure),
    "HCN_PORT_RANGE_ENTRY **": OutKind("HCN_PORT_RANGE_ENTRY **", _take_entries),
}
"""Every kind of out parameter that can be taken, by its C type."""
