"""What a function takes from whoever calls it by name, read off its prototype, and why some cannot be called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.native.handles import KINDS
from hcsffi.native.out_parameters import OUT

if TYPE_CHECKING:
    from hcsffi.native.library import Function

OPERATION = "HCS_OPERATION"
TEXT = "PCWSTR"
GUID = "REFGUID"
NUMBERS = frozenset({"DWORD", "USHORT", "UINT64", "HANDLE", "HCN_PORT_PROTOCOL", "HCN_PORT_ACCESS"})


def _is_given(kind: str) -> bool:
    return kind in KINDS or kind in NUMBERS or kind in {TEXT, GUID}


def arguments(function: Function) -> tuple[str, ...]:
    """The C types of what a caller gives, in order.

    A function with an operation is given its handle and its texts; the shim passes the operation, and NULL for the rest (an account, a
    security descriptor). Any other is given everything before its out parameters.
    """
    if function.submits:
        return tuple(kind for kind in function.parameters if kind in KINDS or kind == TEXT)
    return tuple(kind for kind in function.parameters if kind not in OUT)


def objection(function: Function) -> str | None:
    """Why nobody may call it by name: it would take from this library what this library has to give back; ``None`` when anybody may."""
    kinds = function.parameters
    if ("Close" in function.name or "Release" in function.name) and len(kinds) == 1:
        return "it would close a handle under its owner; close what owns the handle"
    if OPERATION in kinds and not function.submits:
        return "operations are made and closed by this library"
    if any(kind.endswith(("_CALLBACK", "_CALLBACK *")) for kind in kinds):
        return "callbacks are registered by this library; the events of a system or process say what they are told"
    if not function.submits and not all(_is_given(kind) or kind in OUT for kind in kinds):
        return "it hands out or takes what this library has no owner for"
    return None
