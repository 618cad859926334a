"""Every document type and enumeration there is, and an instance of each with every member set.

The types are found in the topic modules themselves, not in what the library made of them: what the library forgot would be missing in both.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from by_rule import GUID, KEPT, surplus, text_of

from hcsffi.documents import topic
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.scalar import RANGES, Timestamp

if TYPE_CHECKING:
    from hcsffi.documents.member import Member

D = TypeVar("D", bound=Document)
Enumeration = TextEnum | NumberEnum | FlagsEnum
SCALARS: dict[str, Any] = {
    **dict.fromkeys(RANGES, 7),
    "string": "text",
    "bool": True,
    "float64": 1.5,
    "guid": GUID,
    "binary": b"\0\x01",
    "binary-hex": "0aff",
    "datetime": Timestamp("2024-05-01T12:34:56.1234567Z"),
    "mac": "00-15-5D-52-C0-10",
}
"""A value of each kind of single values, as Python has it."""


@cache
def classes() -> tuple[type[Any], ...]:
    """Every class a topic module defines."""
    modules = [import_module(f"{topic.__name__}.{found.name}") for found in pkgutil.iter_modules(topic.__path__)]
    return tuple(value for module in modules for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__)


@cache
def document_types() -> tuple[type[Document], ...]:
    """Every document type."""
    return tuple(cls for cls in classes() if issubclass(cls, Document))


@cache
def enumerations() -> tuple[type[Enumeration], ...]:
    """Every enumeration."""
    return tuple(cls for cls in classes() if issubclass(cls, (TextEnum, NumberEnum, FlagsEnum)))


@cache
def by_published_name() -> dict[str, type[Any]]:
    """Every type by schema and published name."""
    return {cls.__published__: cls for cls in classes()}


def mentioned(cls: type[Document], name: str) -> type[Any]:
    """The type a kind of this type's rows mentions."""
    return by_published_name()[f"{cls.__published__.partition('.')[0]}.{name}"]


def full(cls: type[D], depth: int = 0) -> D:
    """An instance with every member set that may stand beside the others; a type inside itself ends after the second time."""
    excess = surplus(cls.__rules__, [row.wire for row in cls.__members__])
    values = {row.name: value for row in cls.__members__ if row.wire not in excess and (value := _kept(cls, row, depth)) is not None}
    return cls(**values)


def _kept(cls: type[Document], row: Member, depth: int) -> Any:
    """A value of a member that keeps the rule of its row."""
    if not text_of(row.rule):
        return _value(cls, parse(row.kind), depth)
    kept = KEPT[text_of(row.rule)][0]
    return [kept] * 2 if row.kind.startswith("array<") else kept


def _value(cls: type[Document], kind: Kind, depth: int) -> Any:
    """A value of a kind; open members hold a number, which every selector lets pass."""
    if kind.form == "scalar":
        return SCALARS[kind.name]
    if kind.form == "any":
        return 5
    if kind.form == "array":
        item = _value(cls, kind.inner, depth)
        return None if item is None else [item] * (kind.length or 2)
    if kind.form == "map":
        item = _value(cls, kind.inner, depth)
        return None if item is None else {GUID if kind.key == "guid" else "3": item}
    found = mentioned(cls, kind.name)
    if not issubclass(found, Document):
        return next(iter(found.__members__.values()))
    return None if depth > 2 and found is cls else full(found, depth + (found is cls))
