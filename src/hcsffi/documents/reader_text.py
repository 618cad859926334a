"""The text of the function that reads one document type, made of its rows.

    read(d)     the frozen instance of a parsed JSON object, or `Mismatch`

The function fills a *draft* (a twin class with the same slots that still allows assignment) and turns it into the frozen class by
assigning `__class__`, which Python permits for equal layouts. Small documents inside are read in place where the caller wants that: a call
costs as much as reading two members.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find, places
from hcsffi.documents.document import Document
from hcsffi.documents.immutable import FrozenDict, FrozenList
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.ordinary import (
    Mismatch,
    array,
    binary,
    boolean,
    enumerated,
    guid_mapping,
    guid_text,
    integer,
    leftover,
    mapping,
    number,
    number_mapping,
    open_value,
    text,
    timestamp,
)
from hcsffi.documents.scalar import RANGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.documents.member import Member

    Link = Callable[[type[Any], dict[str, Any], str], None]

_CHECKS = {
    "bool": "v is not True and v is not False",
    "string": "type(v) is not str",
    "binary-hex": "type(v) is not str",
    "mac": "type(v) is not str",
    **{name: f"type(v) is not int or not {low} <= v <= {high}" for name, (low, high) in RANGES.items()},
}
"""When a value of a kind that is kept as it comes is not the ordinary case."""

_READ = {
    "bool": "boolean(v)",
    "string": "text(v)",
    "binary-hex": "text(v)",
    "mac": "text(v)",
    "float64": "number(v)",
    "guid": "guid_text(v)",
    "binary": "binary(v)",
    "datetime": "timestamp(v)",
    **{name: f"integer(v, {low}, {high})" for name, (low, high) in RANGES.items()},
}
"""The same as an expression, for what stands inside arrays and mappings, and for what changes when it is read."""

_GUID_DIFFERS = 'len(v) != 36 or v[8] != "-" or v[23] != "-" or v != v.lower()'
"""When a text may be a GUID in another spelling than the service's: one of that length, but in brackets, has its dashes elsewhere."""

_MANY = 8
"""A type with more members than that has most of them missing, ordinarily, so those that are there are counted."""

_PLAIN_TYPE = {"TextEnum": "str", "NumberEnum": "int"}
"""What an enumeration's value is in JSON, ordinarily; flags are put together by a call."""

_NAMES = {
    function.__name__: function
    for function in (
        *(array, binary, boolean, guid_mapping, guid_text, integer, mapping, number, number_mapping, open_value, text, timestamp),
        *(FrozenDict, FrozenList, Mismatch),
    )
}
"""What reading functions mention."""


def draft(cls: type[Any]) -> type[Any]:
    """A twin of a document type that allows assignment; its instances become documents by `__class__`.

    Python allows that change because both classes add the same slots to the same class.
    """
    body = {
        "__slots__": cls.__slots__,
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,  # one slot serves both: overriding one alone would keep assignment slow
    }
    return type(f"{cls.__name__}Draft", (Document,), body)


class ReaderText:
    """The text of a reading function and the names it mentions.

    Args:
        cls: the document type.
        called: puts the reading function of another type among the names.
        selected: reads an open member.
        in_place: the types that are read in place.
    """

    def __init__(self, cls: type[Any], called: Link, selected: Callable[..., Any], in_place: InPlace) -> None:
        self.called = called
        self.in_place = in_place
        self.names: dict[str, Any] = {**_NAMES, "selected": selected}
        self.lines = ["def made(d0):"]
        self.document(cls, 0, " ")
        self.lines.append(" return o0")

    def document(self, cls: type[Any], depth: int, indent: str) -> None:
        """Make the document `o1` of the object `d1`, one level deeper `o2` of `d2`."""
        name = cls.__published__.replace(".", "_")
        self.names |= {f"draft_{name}": draft(cls), f"cls_{name}": cls, f"leftover_{name}": _leftover(cls)}
        d, o, n = f"d{depth}", f"o{depth}", f"n{depth}"
        counts_absent = len(cls.__members__) <= _MANY
        self.lines += [f"{indent}if type({d}) is not dict: raise Mismatch", f"{indent}{o} = draft_{name}()"]
        self.lines.append(f"{indent}{n} = {len(cls.__members__) if counts_absent else 0}")
        for row in cls.__members__:
            self.lines += [f"{indent}if {row.wire!r} in {d}:", f"{indent} v = {d}[{row.wire!r}]"]
            self.member(cls, row, depth, f"{indent} ")
            there, absent = ([], [f"{indent} {n} -= 1"]) if counts_absent else ([f"{indent} {n} += 1"], [])
            self.lines += [f"{indent} {o}.{row.name} = v", *there, f"{indent}else:", f"{indent} {o}.{row.name} = None", *absent]
        self.lines += [
            f"{indent}{o}.unknown_members = leftover_{name}({d}) if {n} != len({d}) else None",
            f"{indent}{o}.__class__ = cls_{name}",
        ]

    def member(self, cls: type[Any], row: Member, depth: int, indent: str) -> None:
        """Make of `v` what the document holds."""
        kind = parse(row.kind)
        if kind.form == "any":  # a null is kept among the unknown members, so it does not count
            self.lines += [f"{indent}if v is None: n{depth} -= 1", f"{indent}else: v = {self.open(cls, row, kind, depth)}"]
            return
        inner = kind.inner if kind.form in {"array", "map"} else kind
        nested = self.in_place.type_of(cls, inner) if inner.form == "type" and kind.length is None else None
        if nested is not None and depth < self.in_place.deepest:
            self.lines.append(f"{indent}if v is not None:")
            self.nested_in_place(nested, kind, depth + 1, f"{indent} ")
        elif kind.form == "type" and _extended(cls, kind) in _PLAIN_TYPE:
            alias = self.nested(cls, kind.name).removeprefix("read_")
            self.lines += [
                f"{indent}if type(v) is {_PLAIN_TYPE[_extended(cls, kind)]}: v = {self.known(cls, kind.name, alias)}",
                f"{indent}elif v is not None: raise Mismatch",
            ]
        elif kind.form == "scalar" and kind.name == "guid":
            self.lines.append(f"{indent}if v is not None and (type(v) is not str or {_GUID_DIFFERS}): v = guid_text(v)")
        elif kind.form == "scalar" and kind.name in _CHECKS:
            self.lines.append(f"{indent}if ({_CHECKS[kind.name]}) and v is not None: raise Mismatch")
        else:
            self.lines.append(f"{indent}if v is not None: v = {self.value(cls, row, kind, depth)}")

    def nested_in_place(self, nested: type[Any], kind: Kind, depth: int, indent: str) -> None:
        """Read the documents of `v` here, without a call."""
        if kind.form == "type":
            self.lines.append(f"{indent}d{depth} = v")
            self.document(nested, depth, indent)
            self.lines.append(f"{indent}v = o{depth}")
            return
        if kind.form == "array":
            self.lines += [f"{indent}if type(v) is not list: raise Mismatch", f"{indent}l{depth} = []", f"{indent}for d{depth} in v:"]
            put, done = f"l{depth}.append(o{depth})", f"FrozenList(l{depth})"
        else:
            self.lines += [f"{indent}l{depth} = {{}}", f"{indent}for k{depth}, d{depth} in {_keyed(kind)}.items():"]
            put, done = f"l{depth}[k{depth}] = o{depth}", f"FrozenDict(l{depth})"
        self.document(nested, depth, f"{indent} ")
        self.lines += [f"{indent} {put}", f"{indent}v = {done}"]

    def value(self, cls: type[Any], row: Member, kind: Kind, depth: int) -> str:
        """The expression that reads a value `v` of a kind."""
        if kind.form == "scalar":
            return _READ[kind.name]
        if kind.form == "any":
            return self.open(cls, row, kind, depth)
        if kind.form == "array":
            length = "" if kind.length is None else f", {kind.length}"
            return f"FrozenList([{self.value(cls, row, kind.inner, depth)} for v in array(v{length})])"
        if kind.form == "map":
            return f"FrozenDict({{k: {self.value(cls, row, kind.inner, depth)} for k, v in {_keyed(kind)}.items()}})"
        return f"{self.nested(cls, kind.name)}(v)"

    def nested(self, cls: type[Any], name: str) -> str:
        """The name of the function that reads another type; it is made, and its topic loaded, at the first call."""
        published = f"{cls.__published__.partition('.')[0]}.{name}"
        alias = f"read_{published.replace('.', '_')}"

        def first(value: Any) -> Any:
            found = find(published)
            if issubclass(found, Enum):
                self.names[alias] = enumerated(found)
            else:
                self.called(found, self.names, alias)
            return self.names[alias](value)

        self.names.setdefault(alias, first)
        return alias

    def known(self, cls: type[Any], name: str, alias: str) -> str:
        """The expression that finds the known value of `v`, or reads another one; without a call where the enumeration is there."""
        published = f"{cls.__published__.partition('.')[0]}.{name}"
        if not self.in_place.loaded(places()[published].topic):
            return f"read_{alias}(v)"
        self.names[f"known_{alias}"] = find(published)._value2member_map_
        return f"known_{alias}[v] if v in known_{alias} else read_{alias}(v)"

    def open(self, cls: type[Any], row: Member, kind: Kind, depth: int) -> str:
        """The expression that reads an open member, typed by its selector; an unknown selector passes it through."""
        member = f"{cls.__published__}.{row.wire}"
        if not kind.name:
            return "open_value(v)"
        if kind.name == ".Type":
            return f"selected({member!r}, v.get('Type') if type(v) is dict else None, v)"
        if kind.name.startswith("as "):
            return f"{self.nested(cls, kind.name[3:])}(v) if type(v) is dict else open_value(v)"
        return f"selected({member!r}, d{depth}.get({kind.name!r}), v)"


def _extended(cls: type[Any], kind: Kind) -> str:
    return places()[f"{cls.__published__.partition('.')[0]}.{kind.name}"].base


def _keyed(kind: Kind) -> str:
    """The expression that looks at the keys of an object `v`."""
    if kind.key in RANGES:
        return f"number_mapping(v, {RANGES[kind.key][1]})"
    return "guid_mapping(v)" if kind.key == "guid" else "mapping(v)"


class InPlace:
    """Which types are handled in place, and how deep.

    Args:
        largest: most members of such a type.
        deepest: most levels inside one function; 0 for none.
        loaded: whether a type's topic is there already: nothing is loaded for speed's sake.
    """

    def __init__(self, largest: int, deepest: int, loaded: Callable[[str], bool]) -> None:
        self.largest = largest
        self.deepest = deepest
        self.loaded = loaded

    def type_of(self, cls: type[Any], kind: Kind) -> type[Any] | None:
        """The document type of a kind where it is to be handled in place."""
        published = f"{cls.__published__.partition('.')[0]}.{kind.name}"
        place = places()[published]
        if self.deepest == 0 or place.base != "Document" or published == cls.__published__ or not self.loaded(place.topic):
            return None
        found: type[Any] = find(published)
        return found if len(found.__members__) <= self.largest else None

    def knows_no_newer(self, published: str) -> bool:
        """Whether an enumeration is there already and none of its values has a version of its own."""
        return self.loaded(places()[published].topic) and all(value.since is None for value in find(published))


def _leftover(cls: type[Any]) -> Callable[[dict[str, Any]], Any]:
    rows = cls.__members__
    known = frozenset(row.wire for row in rows)
    opens = frozenset(row.wire for row in rows if parse(row.kind).form == "any")
    spelled = {spelling for row in rows for spelling in row.spellings}
    forgiving = cls.__published__.startswith("hcn.")
    spellings = frozenset(spelled | {name.lower() for name in known} if forgiving else spelled)
    return lambda found: leftover(found, known, opens, spellings)
