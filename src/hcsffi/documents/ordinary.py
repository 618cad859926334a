"""What the compiled functions stand on: single values of the ordinary kind, fast.

A reading function gives up with `Mismatch` whenever a value is not the ordinary case; it never explains. `checking` then walks the
same document row by row, explains, or accepts what is unusual but allowed. So everything here may be strict and must be fast.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from hcsffi.documents.immutable import FrozenDict, FrozenList, UnknownMembers
from hcsffi.documents.scalar import RANGES, Timestamp, from_base64, guid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

_OPEN_DEPTH = 40
"""Deepest open value read here; deeper ones go the slow way, which counts from the root of the document."""


class Mismatch(Exception):
    """The value is not the ordinary case; says nothing else and never leaves the package."""


def leftover(found: dict[str, Any], known: frozenset[str], opens: frozenset[str], spelled: frozenset[str]) -> UnknownMembers | None:
    """The members of a JSON object that the type does not know; a null for an open member is kept here too.

    Args:
        found: the object.
        known: names of the type's members.
        opens: those of them that may hold any value.
        spelled: other spellings of members, in lower case where letter case is forgiven.
    """
    unknown: dict[str, Any] = {}
    for key, value in found.items():
        if key in known:
            if value is None and key in opens:
                unknown[key] = None
        elif type(key) is not str or key in spelled or key.lower() in spelled:
            raise Mismatch
        else:
            unknown[key] = open_value(value)
    return UnknownMembers(unknown, tuple(found)) if unknown else None


def merged(known: dict[str, Any], unknown: Mapping[str, Any], plain: Callable[[Any], Any]) -> dict[str, Any]:
    """Known and unknown members together, in the order in which they were read; `plain` makes JSON of the unknown ones."""
    order = unknown.order if isinstance(unknown, UnknownMembers) else ()
    result: dict[str, Any] = {}
    for key in order:
        if key in known:
            result[key] = known[key]
        elif key in unknown:
            result[key] = plain(unknown[key])
    for key, value in known.items():
        result.setdefault(key, value)
    for key, value in unknown.items():
        if key not in result:
            result[key] = plain(value)
    return result


def open_value(value: Any, level: int = 0) -> Any:
    """A frozen copy of any JSON value; documents inside stay what they are."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return value
    if kind is int:
        if RANGES["int64"][0] <= value <= RANGES["uint64"][1]:
            return value
        raise Mismatch
    if level > _OPEN_DEPTH:
        raise Mismatch
    if kind is dict:
        for key in value:
            if type(key) is not str:
                raise Mismatch
        return FrozenDict({key: open_value(item, level + 1) for key, item in value.items()})
    if kind is list:
        return FrozenList([open_value(item, level + 1) for item in value])
    if (kind is float and isfinite(value)) or hasattr(value, "__members__"):
        return value
    raise Mismatch


def text(value: Any) -> Any:
    """A text."""
    if type(value) is not str:
        raise Mismatch
    return value


def array(value: Any, length: int | None = None) -> list[Any]:
    """An array, perhaps of exact length."""
    if type(value) is not list or (length is not None and len(value) != length):
        raise Mismatch
    return value


_SMALL = frozenset(map(str, range(128)))
"""Numbers of every width, written the plain way; others are looked at."""


def mapping(value: Any) -> dict[str, Any]:
    """An object with texts for keys."""
    if type(value) is not dict or not {*map(type, value)} <= {str}:
        raise Mismatch
    return value


def guid_mapping(value: Any) -> dict[str, Any]:
    """An object whose keys are GUIDs in the service's spelling, or no GUIDs."""
    if any(guid_text(key) != key for key in mapping(value)):
        raise Mismatch
    return value  # type: ignore[no-any-return]  # a mapping, or it was refused


def number_mapping(value: Any, high: int) -> dict[str, Any]:
    """An object whose keys are decimal numbers."""
    if type(value) is dict and _SMALL.issuperset(value):
        return value
    for key in mapping(value):
        if not (key.isascii() and key.isdecimal() and len(key) < 21 and (key[0] != "0" or key == "0") and int(key) <= high):
            raise Mismatch
    return value  # type: ignore[no-any-return]  # a mapping, or it was refused


def integer(value: Any, low: int, high: int) -> int:
    """A whole number in a range."""
    if type(value) is not int or not low <= value <= high:
        raise Mismatch
    return value


def boolean(value: Any) -> bool:
    """True or false."""
    if value is not True and value is not False:
        raise Mismatch
    return value


def number(value: Any) -> float:
    """A finite number."""
    kind = type(value)
    if (kind is int and abs(value) < 2**64) or (kind is float and isfinite(value)):
        return value  # type: ignore[no-any-return]  # the type was looked at
    raise Mismatch


def guid_text(value: Any) -> str:
    """A GUID in the service's spelling, or the text as it is."""
    if type(value) is not str:
        raise Mismatch
    return guid(value) if len(value) != 36 or value[8] != "-" or value[23] != "-" or value != value.lower() else value


def binary(value: Any) -> bytes:
    """Bytes from base64."""
    plain_bytes = from_base64(value) if type(value) is str else None
    if plain_bytes is None:
        raise Mismatch
    return plain_bytes


def timestamp(value: Any) -> Timestamp:
    """A time, its text kept."""
    if type(value) is not str or not Timestamp.fits(value):
        raise Mismatch
    return Timestamp(value)


def enumerated(cls: type[Enum]) -> Callable[[Any], Any]:
    """The function that reads a value of an enumeration."""
    known = cls._value2member_map_.get
    wanted = str if issubclass(cls, str) else int

    def read(value: Any) -> Any:
        if type(value) is not wanted:
            raise Mismatch
        found = known(value)
        if found is None:
            try:
                found = cls(value)
            except ValueError:
                raise Mismatch from None
        return found

    return read
