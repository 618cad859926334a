"""What the printed reading and writing functions stand on.

A reading function gives up with `Mismatch` whenever a value is not the ordinary case; it never explains. `reading` then walks the
same document by the facts, explains, or accepts what is unusual but allowed. So everything here may be strict and must be fast.
"""

from __future__ import annotations

from importlib import import_module
from math import isfinite

from hcsffi.documents.document import Document, UnknownMembers
from hcsffi.documents.expression import parse
from hcsffi.documents.scalar import RANGES, Timestamp, from_base64, guid, to_base64
from hcsffi.documents.selectors import candidates, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

__all__ = ["guid", "to_base64"]

_OPEN_DEPTH = 40
"""Deepest open value read here; deeper ones go the slow way, which counts from the root of the document."""


class Mismatch(Exception):
    """The value is not the ordinary case; says nothing else and never leaves the package."""


def draft(cls: type[Document]) -> type[Any]:
    """A twin of a document type that allows assignment; its instances become documents by `__class__`.

    Python allows that change because both classes add the same slots to the same class.
    """
    slots = tuple([row.name for row in cls.__members__])
    body = {
        "__slots__": slots,
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,  # one slot serves both: overriding one alone would keep assignment slow
    }
    return type.__new__(type(cls), f"{cls.__name__}Draft", (Document,), body)


READERS: dict[Any, Callable[[Any], Any]] = {}
WRITERS: dict[Any, Callable[..., dict[str, Any]]] = {}


def calls(cls: type[Document]) -> tuple[Callable[[Any], Any], Callable[..., dict[str, Any]]]:
    """The printed reader and writer of a type; their module loads on first use."""
    reader = READERS.get(cls)
    if reader is None:
        reader, WRITERS[cls] = import_module(f"{cls.__module__}_wire").CALLS[cls.__published__]
        READERS[cls] = reader
    return reader, WRITERS[cls]


def later(module: str, name: str, names: dict[str, Any]) -> Callable[..., Any]:
    """A function of another topic: its module loads at the first call, which also puts the real function in its place."""

    def first(*arguments: Any) -> Any:
        names[name] = real = getattr(import_module(module), name)
        return real(*arguments)

    return first


_ODDITIES: dict[type[Document], tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}


def _oddities(cls: type[Document]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Known member names, open members, and other spellings (lower case for the network service)."""
    known = frozenset(row.wire for row in cls.__members__)
    opens = frozenset(row.wire for row in cls.__members__ if parse(row.kind).form == "any")
    spelled = {spelling for row in cls.__members__ for spelling in row.spellings}
    if cls.__published__.startswith("hcn."):
        spelled |= {name.lower() for name in known}
    found = _ODDITIES[cls] = (known, opens, frozenset(spelled))
    return found


def leftover(cls: type[Document], found: dict[str, Any]) -> UnknownMembers | None:
    """The members of a JSON object that the type does not know; a null for an open member is kept here too."""
    known, opens, spelled = _ODDITIES.get(cls) or _oddities(cls)
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


def merged(known: dict[str, Any], unknown: Mapping[str, Any], settle: Callable[[Any], Any] | None) -> dict[str, Any]:
    """Known and unknown members together, in the order in which they were read."""
    order = unknown.order if isinstance(unknown, UnknownMembers) else ()
    result: dict[str, Any] = {}
    for key in order:
        if key in known:
            result[key] = known[key]
        elif key in unknown:
            result[key] = plain(unknown[key], settle)
    for key, value in known.items():
        result.setdefault(key, value)
    for key, value in unknown.items():
        if key not in result:
            result[key] = plain(value, settle)
    return result


def open_value(value: Any, level: int = 0) -> Any:
    """A copy of any JSON value; documents inside stay what they are."""
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
        return {key: open_value(item, level + 1) for key, item in value.items()}
    if kind is list:
        return [open_value(item, level + 1) for item in value]
    if (kind is float and isfinite(value)) or isinstance(value, Document):
        return value
    raise Mismatch


def selected(member: str, selector: Any, value: Any) -> Any:
    """An open member's value, typed by its selector; an unknown selector passes it through."""
    names = candidates(member, selector) if isinstance(selector, str) else ()
    if type(value) is dict:
        chosen = choose(names, value)
        if chosen is not None:
            return calls(chosen)[0](value)
    elif names:
        return _one(names[0], value)
    return open_value(value)


def _one(name: str, value: Any) -> Any:
    """A bare number in an open member; anything else goes the slow way."""
    if name in RANGES:
        return integer(value, *RANGES[name])
    raise Mismatch


def selected_by_own_type(member: str, value: Any) -> Any:
    """An open value that names its type in its own member `Type`."""
    if type(value) is not dict:
        return open_value(value)
    return selected(member, value.get("Type"), value)


def selected_as(name: str, value: Any) -> Any:
    """An open value that is an object of one type wherever it is an object."""
    chosen = choose((name,), value) if type(value) is dict else None
    return calls(chosen)[0](value) if chosen is not None else open_value(value)


def plain(value: Any, settle: Callable[[Any], Any] | None) -> Any:
    """The wire's form of any value: documents become JSON objects."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is float:
        return value
    if kind is dict:
        return {key: plain(item, settle) for key, item in value.items()}
    if kind is list:
        return [plain(item, settle) for item in value]
    return calls(kind)[1](value, settle)


def text(value: Any) -> Any:
    """A text."""
    if type(value) is not str:
        raise Mismatch
    return value


def texts(value: Any) -> list[str]:
    """An array of texts."""
    if type(value) is not list:
        raise Mismatch
    for item in value:
        if type(item) is not str:
            raise Mismatch
    return value.copy()


def array(value: Any, length: int | None = None) -> Iterable[Any]:
    """An array, perhaps of exact length."""
    if type(value) is not list or (length is not None and len(value) != length):
        raise Mismatch
    return value


SMALL_NUMBERS = frozenset(map(str, range(256)))
"""Keys that are decimal numbers of every width; others are looked at."""


def guid_key(key: Any) -> None:
    """Refuse a key that is a GUID in another than the service's spelling."""
    if type(key) is not str or guid(key) != key:
        raise Mismatch


def number_key(key: Any, high: int) -> None:
    """Refuse a key that is no decimal number."""
    if not (
        type(key) is str and key.isascii() and key.isdecimal() and len(key) < 21 and (key[0] != "0" or key == "0") and int(key) <= high
    ):
        raise Mismatch


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
    return value if len(value) == 36 and value.islower() else guid(value)


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


def known_text(value: Any, known: Callable[[Any, Any], Any]) -> Any:
    """A member of a text enumeration, or the unknown text."""
    if type(value) is not str:
        raise Mismatch
    return known(value, value)


def known_number(value: Any, known: Callable[[Any, Any], Any]) -> Any:
    """A member of a number enumeration, or the unknown number."""
    return known(integer(value, 0, 4294967295), value)


def flag_numbers(value: Any, flags: Callable[[int], Any]) -> Any:
    """A set of flags from its number."""
    return flags(integer(value, 0, 4294967295))


def settled(value: Any) -> Any:
    """The plain text or number of an enumeration's member; a value nobody knows is plain already.

    Writers call it for mappings only: JSON writers take the members as the texts and numbers they are.
    """
    kind = type(value)
    return value if kind is str or kind is int else value._value_  # `value` is a property and costs ten times as much
