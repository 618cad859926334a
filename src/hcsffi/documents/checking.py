"""Checking by the rows: slow, tolerant where real services vary, and complete in what it reports.

The compiled functions (`compiled`) read the ordinary case fast and give up (`Mismatch`) at the first thing that is not
ordinary. Then this module walks the same document row by row, collects every problem with its JSON path, and is the
authority on what is allowed. Constructors use it too: there a value may also be an instance of a document type, a `uuid.UUID`,
a `datetime` or `bytes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.immutable import FrozenDict, FrozenList, UnknownMembers
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.problem import InvalidDocument, Problem
from hcsffi.documents.scalar import RANGES, Timestamp, from_base64, guid
from hcsffi.documents.selectors import candidates, choose, choose_by_python_names
from hcsffi.grammar.path import below
from hcsffi.grammar.rule import broken, is_empty, is_needed, unrelated
from hcsffi.grammar.words import described, shown

if TYPE_CHECKING:
    from hcsffi.documents.member import Member

DEPTH_LIMIT = 100
"""Deepest nesting of one document (chosen: real documents stay below 20, and no reader of the service is known to need more)."""

_NOTHING = object()
"""What a refused value becomes; the document is thrown away anyway."""


def is_document(value: object) -> bool:
    """Whether it is an instance of a document type; `Document` itself stands above this module."""
    return hasattr(value, "__members__") and not isinstance(value, type)


def adopt(document: Any) -> None:
    """Check the values a constructor was given, and put in their place what a document holds: frozen lists, known enumeration values.

    Raises:
        InvalidDocument: with all arguments that do not fit.
        TypeError: a known member stands among the unknown ones.
    """
    cls = type(document)
    walk = _Walk(native=True)
    for row in cls.__members__:
        value = getattr(document, row.name)
        if value is not None:
            kind = parse(row.kind)
            selected = _selector(kind, document)
            object.__setattr__(document, row.name, walk.member(cls, row, value, below("$", row.wire), 1, selected))
    unknown = document.unknown_members
    if unknown is not None and not isinstance(unknown, UnknownMembers):
        known = {row.wire: row.name for row in cls.__members__}
        for name in unknown:
            if name in known:
                raise TypeError(f"{cls.__name__} knows {name!r}: pass it as {known[name]!r}")
        checked = walk.anything(unknown, "$", 1)
        object.__setattr__(document, "unknown_members", UnknownMembers(checked) if isinstance(checked, dict) else checked)
    walk.problems += [] if walk.problems else broken_rules(document, complete=False)
    if walk.problems:
        raise InvalidDocument(cls.__name__, walk.problems)


def broken_rules(document: Any, *, complete: bool) -> list[Problem]:
    """What the document's own members say against the rules of their rows and of its type; `complete` asks for what is missing, too."""
    problems: list[Problem] = []
    values = {}
    for row in document.__members__:
        value = getattr(document, row.name)
        if value is not None:
            values[row.wire] = value
            allowed = broken(row.rule, value) if row.rule else None
            if allowed is not None:
                problems.append(Problem(below("$", row.wire), (described if row.secret else shown)(value), allowed))
        if complete and is_needed(row.rule) and is_empty(value) and not document.unknown_members:
            problems.append(Problem(below("$", row.wire), "none", f"a value: {document.__published__.partition('.')[2]} needs it"))
    for rule in document.__rules__:
        for name, allowed in unrelated(rule, values, complete=complete and not document.unknown_members):
            found = shown(values[name]) if name in values else "another" if name else "none"
            problems.append(Problem(f"$.{name}" if name else "$", found, allowed))
    return problems


def made(cls: type[Any], values: Mapping[str, Any], unknown: UnknownMembers | None) -> Any:
    """Put an instance together from values that were checked."""
    document = object.__new__(cls)
    put = object.__setattr__
    for row in cls.__members__:
        put(document, row.name, values.get(row.name))
    put(document, "unknown_members", unknown)
    return document


def read(cls: type[Any], value: object) -> tuple[Any, list[Problem]]:
    """An instance from a parsed JSON value, and everything that is wrong with it."""
    walk = _Walk(native=False)
    return walk.document(cls, value, "$", 1), walk.problems


def read_all(cls: type[Any], value: object) -> tuple[Any, list[Problem]]:
    """A list of instances from a JSON array, and everything that is wrong with it."""
    walk = _Walk(native=False)
    if type(value) is not list:
        walk.misshapen("$", value, f"a list of {cls.__name__}")
        return [], walk.problems
    return [walk.document(cls, item, f"$[{index}]", 2) for index, item in enumerate(value)], walk.problems


def _selector(kind: Kind, document: Any) -> object:
    """The value of the argument that selects the type of an open member."""
    if kind.form != "any" or not kind.name or kind.name[0] == "." or kind.name.startswith("as "):
        return None
    return next((getattr(document, row.name) for row in document.__members__ if row.wire == kind.name), None)


class _Walk:
    """One pass over one document; `native` values come from Python callers, others from JSON."""

    def __init__(self, *, native: bool) -> None:
        self.native = native
        self.secret = False
        self.problems: list[Problem] = []

    def refuse(self, path: str, value: object, allowed: str) -> Any:
        """Note a problem."""
        self.problems.append(Problem(path, (described if self.secret else shown)(value), allowed))
        return _NOTHING

    def misshapen(self, path: str, value: object, allowed: str) -> Any:
        """Note a single value where one with members was wanted: it may be a whole document, secrets included."""
        self.problems.append(Problem(path, described(value), allowed))
        return _NOTHING

    def too_deep(self, path: str) -> Any:
        """Note that nobody should nest like this."""
        self.problems.append(Problem(path, "nesting", f"at most {DEPTH_LIMIT} levels"))
        return _NOTHING

    def document(self, cls: type[Any], value: object, path: str, depth: int) -> Any:
        """One object as an instance of the class."""
        if is_document(value):
            return value if type(value) is cls else self.refuse(path, value, cls.__name__)
        if not isinstance(value, Mapping):
            return self.misshapen(path, value, f"an object ({cls.__name__})")
        if depth > DEPTH_LIMIT:
            return self.too_deep(path)
        rows = {row.wire: row for row in cls.__members__}
        values: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for key, item in value.items():
            if not isinstance(key, str):
                self.refuse(path, key, "texts as member names")
                continue
            row = rows.get(key) or self._variant(cls, key, item, value, depth)
            if row is None or (item is None and parse(row.kind).form == "any"):
                unknown[key] = self.anything(item, below(path, key), depth + 1)
            elif item is not None:
                kind = parse(row.kind)
                selected = value.get(kind.name) if kind.form == "any" else None
                values[row.name] = self.member(cls, row, item, below(path, key), depth + 1, selected)
        order = tuple(str(key) for key in value) if unknown else ()
        return made(cls, values, UnknownMembers(unknown, order) if unknown else None)

    def _variant(self, cls: type[Any], key: str, item: object, value: Mapping[Any, Any], depth: int) -> Member | None:
        """The member a key means although its letter case differs: known spellings, and every case for the network service."""
        for row in cls.__members__:
            if key in row.spellings or (cls.__published__.startswith("hcn.") and key.lower() == row.wire.lower()):
                if row.wire in value or item is None:
                    return None
                trial = _Walk(native=self.native)
                trial.member(cls, row, item, "$", depth + 1, value.get(parse(row.kind).name))
                return None if trial.problems else row  # another shape under a similar name stays what it is: unknown
        return None

    def member(self, cls: type[Any], row: Member, value: Any, path: str, depth: int, selected: object) -> Any:
        """The value of one member."""
        outer, self.secret = self.secret, self.secret or row.secret
        read_value = self._member(cls, row, value, path, depth, selected)
        self.secret = outer
        return read_value

    def _member(self, cls: type[Any], row: Member, value: Any, path: str, depth: int, selected: object) -> Any:
        kind = parse(row.kind)
        if kind.form == "any":
            return self.selected(cls, row.wire, kind, value, path, depth, selected)
        if kind.item is not None and kind.item.form == "any" and kind.item.name == ".Type" and isinstance(value, Sequence):
            return self._elements(value, path, lambda item, place: self.selected(cls, row.wire, kind.inner, item, place, depth + 1, None))
        return self.value(cls, kind, value, path, depth)

    def value(self, cls: type[Any], kind: Kind, value: Any, path: str, depth: int) -> Any:
        """A value of one kind, inside a document of the class."""
        if kind.form == "scalar":
            return self.scalar(kind.name, value, path)
        if kind.form == "any":
            return self.anything(value, path, depth)
        if kind.form == "array":
            return self.array(cls, kind, value, path, depth)
        if kind.form == "map":
            return self.map(cls, kind, value, path, depth)
        found = find(f"{cls.__published__.partition('.')[0]}.{kind.name}")
        if not issubclass(found, Enum):
            if self.native and isinstance(value, Mapping):
                return self.refuse(path, value, f"{found.__name__} (documents.from_mapping reads a mapping)")
            return self.document(found, value, path, depth)
        return self.enumeration(found, value, path)

    def array(self, cls: type[Any], kind: Kind, value: Any, path: str, depth: int) -> Any:
        """A list; Python callers may give any sequence."""
        if not isinstance(value, Sequence) or isinstance(value, (str, bytes, bytearray, memoryview)):
            return self.misshapen(path, value, "a list")
        if kind.length is not None and len(value) != kind.length:
            return self.refuse(path, value, f"a list of exactly {kind.length} elements")
        return self._elements(value, path, lambda item, place: self.value(cls, kind.inner, item, place, depth + 1))

    def _elements(self, value: Sequence[Any], path: str, one: Any) -> FrozenList:
        return FrozenList([one(item, f"{path}[{index}]") for index, item in enumerate(value)])

    def map(self, cls: type[Any], kind: Kind, value: Any, path: str, depth: int) -> Any:
        """A dict with text keys; Python callers may give numbers where the keys are decimal texts."""
        if not isinstance(value, Mapping):
            return self.misshapen(path, value, "an object")
        read_map = {}
        for key, item in value.items():
            text = str(key) if self.native and isinstance(key, int) and not isinstance(key, bool) and kind.key in RANGES else key
            place = below(path, text) if isinstance(text, str) else path
            if not isinstance(text, str):
                self.refuse(place, key, "texts as keys")
            elif kind.key in RANGES and not _is_number(text, kind.key):
                self.refuse(place, text, f"a key that is a decimal {kind.key}")
            else:
                key_text = guid(text) if kind.key == "guid" else text
                read_map[text if key_text in value else key_text] = self.value(cls, kind.inner, item, place, depth + 1)
        return FrozenDict(read_map)

    def scalar(self, name: str, value: Any, path: str) -> Any:
        """A single value."""
        if name in RANGES:
            low, high = RANGES[name]
            if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
                return int(value)
            return self.refuse(path, value, f"a whole number from {low} to {high} ({name})")
        if name == "bool":
            return value if isinstance(value, bool) else self.refuse(path, value, "true or false")
        if name == "float64":
            if isinstance(value, (int, float)) and not isinstance(value, bool) and _finite(value):
                return value
            return self.refuse(path, value, "a finite number")
        if name == "binary":
            return self._binary(value, path)
        if name == "datetime":
            return self._time(value, path)
        if name == "guid" and self.native and type(value).__name__ == "UUID":
            return str(value)
        if not isinstance(value, str):
            return self.refuse(path, value, "a GUID as text" if name == "guid" else "a text")
        text = str.__str__(value)
        return guid(text) if name == "guid" else text

    def _binary(self, value: Any, path: str) -> Any:
        if self.native and isinstance(value, (bytes, bytearray, memoryview)):
            return bytes(value)
        plain = from_base64(value) if isinstance(value, str) else None
        return self.refuse(path, value, "bytes as base64 text" if not self.native else "bytes") if plain is None else plain

    def _time(self, value: Any, path: str) -> Any:
        if self.native and hasattr(value, "utcoffset"):
            return self.refuse(path, value, "a datetime with a time zone") if value.utcoffset() is None else Timestamp.of(value)
        if isinstance(value, str) and Timestamp.fits(value):
            return value if isinstance(value, Timestamp) else Timestamp(value)
        return self.refuse(path, value, "an RFC 3339 time")

    def enumeration(self, cls: type[Any], value: Any, path: str) -> Any:
        """A value of the enumeration, perhaps one nobody knows."""
        if type(value) is cls:
            return value
        texts = issubclass(cls, TextEnum)
        fits = isinstance(value, str) and (texts or not self.native or cls(value).is_known)
        if not isinstance(value, Enum) and (fits or not isinstance(value, str)):
            try:
                return cls(value)
            except ValueError:
                pass
        return self.refuse(path, value, cls.__name__ if isinstance(value, Enum) else f"a {'text' if texts else 'number'} ({cls.__name__})")

    def selected(self, cls: type[Any], wire: str, kind: Kind, value: Any, path: str, depth: int, selected: object) -> Any:
        """The value of an open member, typed where its selector is known."""
        if kind.name.startswith("as "):
            names: tuple[str, ...] = (f"{cls.__published__.partition('.')[0]}.{kind.name[3:]}",)
        else:
            if kind.name == ".Type" and isinstance(value, Mapping):
                selected = value.get("Type", value.get("type") if self.native else None)
            names = candidates(f"{cls.__published__}.{wire}", selected) if isinstance(selected, str) else ()
        if is_document(value):
            allowed = [name.partition(".")[2] for name in names if "." in name]
            fits = not allowed or value.__published__ in names
            return value if fits else self.refuse(path, value, " or ".join(allowed))
        if isinstance(value, Mapping):
            spoken = choose_by_python_names(names, value) if self.native else None
            if spoken is not None:
                return self.named(spoken, value, path, depth)
            chosen = choose(names, value)
            if chosen is not None:
                return _Walk.document(self._from_json(), chosen, value, path, depth)
        elif names and "." not in names[0]:
            return self.scalar(names[0], value, path)
        return self.anything(value, path, depth)

    def named(self, cls: type[Any], value: Mapping[Any, Any], path: str, depth: int) -> Any:
        """One mapping with Python names, as a plain cattrs converter writes what an open member holds, as an instance of the class."""
        if depth > DEPTH_LIMIT:
            return self.too_deep(path)
        rows = {row.name: row for row in cls.__members__}
        before = len(self.problems)
        given = {
            name: self._named_item(cls, parse(rows[name].kind), item, below(path, rows[name].wire), depth + 1) if name in rows else item
            for name, item in value.items()
        }
        if len(self.problems) > before:
            return _NOTHING
        try:
            return cls(**given)
        except InvalidDocument as invalid:
            self.problems += [Problem(path + problem.path[1:], problem.found, problem.allowed) for problem in invalid.problems]
            return _NOTHING
        except TypeError as unknown:
            return self.refuse(path, value, f"an object ({cls.__name__}): {unknown}")

    def _named_item(self, cls: type[Any], kind: Kind, item: Any, path: str, depth: int) -> Any:
        if kind.form == "array" and isinstance(item, Sequence) and not isinstance(item, (str, bytes, bytearray, memoryview)):
            return [self._named_item(cls, kind.inner, one, f"{path}[{index}]", depth + 1) for index, one in enumerate(item)]
        if isinstance(item, Mapping):
            if kind.form == "map":
                return {key: self._named_item(cls, kind.inner, one, below(path, str(key)), depth + 1) for key, one in item.items()}
            if kind.form == "type":
                return self.named(find(f"{cls.__published__.partition('.')[0]}.{kind.name}"), item, path, depth)
        return item

    def _from_json(self) -> _Walk:
        """The same pass, reading wire names: any other mapping given for an open member is JSON, also in a constructor."""
        walk = _Walk(native=False)
        walk.problems = self.problems
        return walk

    def anything(self, value: Any, path: str, depth: int) -> Any:
        """Any JSON value; document types may sit anywhere in it."""
        if isinstance(value, Enum):
            value = value.value
        if value is None or isinstance(value, (str, int, float)) or is_document(value):
            return self._single(value, path)
        if depth > DEPTH_LIMIT:
            return self.too_deep(path)
        if isinstance(value, Mapping):
            copy = {}
            for key, item in value.items():
                if isinstance(key, str):
                    copy[str.__str__(key)] = self.anything(item, below(path, key), depth + 1)
                else:
                    self.refuse(path, key, "texts as member names")
            return FrozenDict(copy)
        if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
            return self._elements(value, path, lambda item, place: self.anything(item, place, depth + 1))
        return self.refuse(path, value, "a JSON value")

    def _single(self, value: Any, path: str) -> Any:
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, int) and not isinstance(value, bool):
            fits = RANGES["int64"][0] <= value <= RANGES["uint64"][1]
            return int(value) if fits else self.refuse(path, value, "a whole number of at most 64 bits")
        if isinstance(value, float) and not isfinite(value):
            return self.refuse(path, value, "a finite number")
        return value


def _is_number(text: str, kind: str) -> bool:
    """Whether a key is a decimal number of the kind, written the plain way."""
    low, high = RANGES[kind]
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < 21 and low <= int(text) <= high and str(int(text)) == text


def _finite(value: float) -> bool:
    """Whether the number is an ordinary one; an int too large for a double is not."""
    try:
        return isfinite(value)
    except OverflowError:
        return False
