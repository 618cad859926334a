"""Type expressions of the facts, parsed: `array<map<uint32,Attachment>>` and the like."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_NUMBERS = ("int", "uint", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
SCALARS = frozenset({"string", "bool", "float64", "guid", "binary", "binary-hex", "datetime", "mac", *_NUMBERS})
"""Kinds of single values; every other plain word names a type of the same schema."""


class Kind:
    """One parsed type expression.

    Args:
        form: `scalar`, `type`, `array`, `map` or `any`.
        name: the scalar's or type's name; for `any` the selector: "" (none), `.Type` (member of the value itself), another member's
            name, or `as X` (always read as type X).
        item: kind of the elements (array, map).
        key: scalar the key text must parse as (map).
        length: exact number of elements (array), or None.
    """

    __slots__ = ("form", "item", "key", "length", "name")

    def __init__(
        self,
        form: Literal["scalar", "type", "array", "map", "any"],
        name: str = "",
        item: Kind | None = None,
        key: str = "string",
        length: int | None = None,
    ) -> None:
        self.form = form
        self.name = name
        self.item = item
        self.key = key
        self.length = length

    @property
    def inner(self) -> Kind:
        """The kind of the elements; only arrays and maps have one."""
        assert self.item is not None  # noqa: S101  the parser always sets it for arrays and maps
        return self.item


@cache
def parse(text: str) -> Kind:
    """The parsed form of one type expression.

    Raises:
        ValueError: the text is no type expression.
    """
    if text.startswith("array<") and text.endswith(">"):
        inner, _, count = text[6:-1].rpartition(",")
        if inner and count.isdecimal():
            return Kind("array", item=parse(inner), length=int(count))
        return Kind("array", item=parse(text[6:-1]))
    if text.startswith("map<") and text.endswith(">"):
        key, _, item = text[4:-1].partition(",")
        if key not in SCALARS:
            raise ValueError(f"{text!r}: a map's key is a single value")
        return Kind("map", item=parse(item), key=key)
    if text == "any":
        return Kind("any")
    if text.startswith("any by "):
        return Kind("any", text[7:])
    if text.startswith("any as "):
        return Kind("any", text[4:])
    if text in SCALARS:
        return Kind("scalar", text)
    if not text.replace(".", "_").isidentifier():
        raise ValueError(f"{text!r} is no type expression")
    return Kind("type", text)


def named_types(kind: Kind) -> tuple[str, ...]:
    """Names of the types the expression mentions."""
    if kind.form == "type":
        return (kind.name,)
    if kind.form == "any":
        return (kind.name[3:],) if kind.name.startswith("as ") else ()
    return named_types(kind.item) if kind.item else ()
