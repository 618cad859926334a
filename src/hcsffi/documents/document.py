"""What every printed document type is made of.

A printed class lists its members and nothing else. The metaclass takes the `member` rows out of the class body, makes slots of
them and keeps them as `__members__`; `Document` brings what attrs would otherwise generate for each class: a checking,
keyword-only constructor, equality by value, a short representation, refusal of assignment. Building one attrs class costs half
a millisecond and importing attrs more than the whole budget of this package, so neither happens here; the classes speak attrs'
protocol all the same: `attrs.has`, `attrs.fields`, `attrs.evolve`, `attrs.asdict` and cattrs work, because `__attrs_attrs__` is
built when somebody asks (see `attributes`).

Type checkers see ordinary frozen, keyword-only data classes through `dataclass_transform`.

Reading from the wire does not go through the constructor: the printed functions fill a *draft* (a twin class with the same slots
that still allows assignment) and turn it into the frozen class by assigning `__class__`, which Python permits for equal layouts.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, NoReturn

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_given: object) -> object:
        """Mean nothing at run time: only type checkers read it."""
        return lambda cls: cls


class Member:
    """One member of a document type, as its row in the facts says.

    Args:
        wire: its name in JSON, exact letter case.
        kind: its type expression (`uint64`, `array<Layer>`, `map<uint32,Attachment>`, `any by ResourcePath`).
        since: the first schema version that has it, or None where no source says.
        sources: who knows it (`docs` is the published table, `dump` an SDK's schema dump, else software that ships).
        spellings: other spellings seen in real services; read, never written.
    """

    __slots__ = ("kind", "name", "since", "sources", "spellings", "wire")

    name: str

    def __init__(self, wire: str, kind: str, since: str | None, sources: str, spellings: tuple[str, ...]) -> None:
        self.wire = wire
        self.kind = kind
        self.since = since
        self.sources = sources
        self.spellings = spellings
        self.name = ""

    def __repr__(self) -> str:
        return f"Member({self.name!r}: {self.wire!r} {self.kind})"


def member(
    wire: str,
    kind: str,
    since: str | None,
    sources: str,
    *,
    default: None = None,
    kw_only: bool = True,
    spellings: tuple[str, ...] = (),
) -> Any:
    """Describe one member in a printed class body; the arguments are those of `Member`, `default` and `kw_only` are for type checkers."""
    del default, kw_only
    return Member(wire, kind, since, sources, spellings)


class UnknownMembers(dict[str, "Any"]):
    """Members that no source knows, by wire name, with the order in which the whole document had its members.

    Args:
        members: the unknown ones.
        order: wire names of all members as they were read; they are printed in that order again.
    """

    __slots__ = ("order",)

    def __init__(self, members: Mapping[str, Any], order: tuple[str, ...] = ()) -> None:
        super().__init__(members)
        self.order = order

    def __reduce__(self) -> tuple[type[UnknownMembers], tuple[dict[str, Any], tuple[str, ...]]]:
        return (UnknownMembers, (dict(self), self.order))


class _Attributes:
    """Answers `__attrs_attrs__` of a printed class when attrs or cattrs ask for it."""

    def __get__(self, instance: object, owner: type[Document]) -> Any:
        return import_module("hcsffi.documents.attributes").of(owner)


class _Signature:
    """Answers `__signature__`, so that `help` and `inspect.signature` name every member."""

    def __get__(self, instance: object, owner: type[Document]) -> Any:
        return import_module("hcsffi.documents.attributes").signature(owner)


@dataclass_transform(eq_default=True, kw_only_default=True, frozen_default=True, field_specifiers=(member,))
class DocumentType(type):
    """Makes a slotted class out of a printed class body."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> DocumentType:  # noqa: D102  the class says it
        members = []
        for key, value in tuple(body.items()):
            if type(value) is Member:
                value.name = key
                members.append(value)
                del body[key]
        if bases:
            if bases[0] is not Document:
                raise TypeError(f"{name} cannot extend {bases[0].__name__}: document types are final")
            body["__slots__"] = tuple([member.name for member in members])
            body["__members__"] = tuple(members)
        return type.__new__(cls, name, bases, body)


class Document(metaclass=DocumentType):
    """The root of all printed types: frozen, keyword-only, slotted, equal by value; ``None`` means "not sent"."""

    __slots__ = ("unknown_members",)

    if TYPE_CHECKING:
        unknown_members: Mapping[str, Any] | None = member("", "any", None, "", default=None, kw_only=True)
        """Members no source knows, by wire name; what was read is kept here and sent again."""
        __attrs_attrs__: ClassVar[Any]
    else:
        __attrs_attrs__ = _Attributes()
        __signature__ = _Signature()

    __members__: ClassVar[tuple[Member, ...]] = ()
    __published__: ClassVar[str] = ""
    __hash__ = None  # type: ignore[assignment]  # documents hold lists and maps: they are compared, never hashed

    if not TYPE_CHECKING:  # checkers make the constructor from the members, and must not take these for "any attribute goes"

        def __init__(self, **given: Any) -> None:
            put = object.__setattr__
            unknown = given.pop("unknown_members", None)
            if given:
                adopted = _adopt(type(self), given)
                for row in self.__members__:
                    put(self, row.name, adopted.get(row.name))
            else:
                for row in self.__members__:
                    put(self, row.name, None)
            put(self, "unknown_members", _unknown(type(self), unknown))

        def __setattr__(self, name: str, value: object) -> NoReturn:
            raise AttributeError(f"{type(self).__name__} is frozen; documents.replace(it, {name}=...) makes a changed copy")

        def __delattr__(self, name: str) -> NoReturn:
            raise AttributeError(f"{type(self).__name__} is frozen; documents.replace(it, {name}=None) makes a changed copy")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        same: bool = all(getattr(self, row.name) == getattr(other, row.name) for row in self.__members__)
        return same and self.unknown_members == getattr(other, "unknown_members", None)

    def __repr__(self) -> str:
        texts = [f"{row.name}={value!r}" for row in self.__members__ if (value := getattr(self, row.name)) is not None]
        if self.unknown_members:
            texts.append(f"unknown_members={dict(self.unknown_members)!r}")
        return f"{type(self).__name__}({', '.join(texts)})"

    def __reduce__(self) -> tuple[Any, ...]:
        values = {row.name: value for row in self.__members__ if (value := getattr(self, row.name)) is not None}
        return (rebuilt, (type(self), values, self.unknown_members))

    def __replace__(self, **changes: Any) -> Self:
        adopted = _adopt(type(self), {name: value for name, value in changes.items() if name != "unknown_members"})
        values = {row.name: getattr(self, row.name) for row in self.__members__}
        unknown = _unknown(type(self), changes["unknown_members"]) if "unknown_members" in changes else self.unknown_members
        made: Self = rebuilt(type(self), values | adopted, unknown)
        return made


def rebuilt(cls: type[Any], values: Mapping[str, Any], unknown: Mapping[str, Any] | None) -> Any:
    """Put an instance together from values that were checked before (copy, pickle, replace)."""
    made = object.__new__(cls)
    put = object.__setattr__
    for row in cls.__members__:
        put(made, row.name, values.get(row.name))
    put(made, "unknown_members", unknown)
    return made


def _adopt(cls: type[Document], given: Mapping[str, Any]) -> dict[str, Any]:
    """Check constructor arguments; wrong names are a TypeError, as everywhere in Python, wrong values an InvalidDocument."""
    rows = {row.name: row for row in cls.__members__}
    for name in given:
        if name not in rows:
            folded = {known.replace("_", ""): known for known in rows}
            near = [folded[found] for found in import_module("difflib").get_close_matches(name.lower().replace("_", ""), folded, 1)]
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise TypeError(f"{cls.__name__} has no member {name!r}{hint}")
    return import_module("hcsffi.documents.reading").adopted(cls, rows, given)  # type: ignore[no-any-return]  # found by name


def _unknown(cls: type[Document], members: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Check the members nobody knows: names that are known belong in their own argument."""
    if members is None or isinstance(members, UnknownMembers):
        return members
    known = {row.wire: row.name for row in cls.__members__}
    for name in members:
        if name in known:
            raise TypeError(f"{cls.__name__} knows {name!r}: pass it as {known[name]!r}")
    checked: Mapping[str, Any] = import_module("hcsffi.documents.reading").unknown_members(cls, members)
    return UnknownMembers(checked)
