'''What every document type is made of.

    @define(frozen=True, kw_only=True)
    class ContainerMemory(Document, published="hcs.Container_Memory", since="2.1", sources="docs dump hcsshim"):
        """Memory limit of a container."""

        size_in_mb: int | None = member("SizeInMB", "uint64", "2.1", "docs dump hcsshim", unit="MiB")

attrs makes the class. `Document` brings what all of them have: the members nobody knows; one validator, which checks the whole instance,
reports all problems at once and freezes lists and mappings; equality, hash and representation, so that no class needs code of its own for
them; documentation and annotations that are put together when somebody asks.
'''

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from inspect import Signature, cleandoc, signature
from typing import Any, ClassVar, NoReturn

import attrs
from attrs import define

from hcsffi.documents.catalog import find
from hcsffi.documents.checking import adopt
from hcsffi.documents.kind import named_types, parse
from hcsffi.documents.member import Member, members
from hcsffi.documents.member import member as member  # topics take both from here
from hcsffi.documents.scalar import Timestamp
from hcsffi.grammar.words import veiled

_FROM_ELSEWHERE = {"Any": Any, "Mapping": Mapping, "Sequence": Sequence, "Timestamp": Timestamp}
"""What annotations of topics mention beside types of topics."""


class _Rows:
    """Answers `__members__` of a class: its rows, made when first asked for."""

    def __get__(self, instance: object, owner: type[Document]) -> tuple[Member, ...]:
        rows = members(owner)
        if owner is not Document:  # kept there, it would answer for every class made later
            type.__setattr__(owner, "__members__", rows)
        return rows


class _Constructor:
    """Answers `__signature__` of a class: what attrs' constructor takes, not what `_allocate` looks at before it."""

    def __get__(self, instance: object, owner: type[Document]) -> Signature:
        found = signature(owner.__init__)
        return found.replace(parameters=[*found.parameters.values()][1:])


class _Documentation:
    """Answers `__doc__` of a class: its sentence and a line for each row.

    Args:
        sentence: the docstring of the class statement.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __get__(self, instance: object, owner: type[Document]) -> str:
        since = f", since schema {owner.__since__}" if owner.__since__ else ""
        rows = [f"    {row.name}: {_described(row)}" for row in owner.__members__]
        return "\n".join(
            [cleandoc(self.sentence), "", f"{owner.__published__}{since}; known from {owner.__sources__}.", "", "Members:", *rows]
        )


def _described(row: Member) -> str:
    columns = [f"`{row.wire}`", row.kind, row.unit and f"in {row.unit}", row.since and f"since {row.since}", row.secret and "secret"]
    line = ", ".join([column for column in columns if column])
    return f"{line}. {row.sentence}".rstrip()


class _Annotations(dict[str, Any]):
    """The annotations of a class; whoever reads them finds the names they mention in the class's module.

    Topics import one another for type checkers only: loading all a type may hold, to use one, costs more than most programs need.

    Args:
        annotations: the texts, by member.
        owner: the class.
    """

    __slots__ = ("owner",)

    def __init__(self, annotations: Mapping[str, Any], owner: type[Document]) -> None:
        super().__init__(annotations)
        self.owner: type[Document] | None = owner

    def _fill(self) -> None:
        owner, self.owner = self.owner, None
        if owner is not None:
            names = vars(sys.modules[owner.__module__])
            schema = owner.__published__.partition(".")[0]
            for name, value in _FROM_ELSEWHERE.items():
                names.setdefault(name, value)
            for row in owner.__members__:
                for published in named_types(parse(row.kind)):
                    found = find(f"{schema}.{published}")
                    names.setdefault(found.__name__, found)

    def __iter__(self) -> Iterator[str]:
        self._fill()
        return super().__iter__()

    def keys(self) -> Any:
        self._fill()
        return super().keys()

    def values(self) -> Any:
        self._fill()
        return super().values()

    def items(self) -> Any:
        self._fill()
        return super().items()


def _check(document: Document, _attribute: object, _value: object) -> None:
    """The one validator of a document; it belongs to the last member, so that a constructor has set all of them."""
    adopt(document)


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Document:
    """The root of all document types: frozen, keyword-only, slotted, equal by value; ``None`` means "not sent"."""

    unknown_members: Mapping[str, Any] | None = None
    """Members no source knows, by wire name; what was read is kept here and sent again."""

    __published__: ClassVar[str] = ""
    __since__: ClassVar[str | None] = None
    __sources__: ClassVar[str] = ""
    __rules__: ClassVar[tuple[str, ...]] = ()
    __signature__ = _Constructor()
    __members__: ClassVar[tuple[Member, ...]] = _Rows()  # type: ignore[assignment]  # answers the tuple

    def __init_subclass__(cls, *, published: str = "", since: str | None = None, sources: str = "", rules: tuple[str, ...] = ()) -> None:
        super().__init_subclass__()
        if cls.__bases__ != (Document,):
            raise TypeError(f"{cls.__name__} cannot extend {cls.__bases__[0].__name__}: document types are final")
        if published:  # attrs makes each class a second time, for its slots, and repeats no keywords
            cls.__published__, cls.__since__, cls.__sources__, cls.__rules__ = published, since, sources, rules
            cls.__annotations__["unknown_members"] = "Mapping[str, Any] | None"  # said again, so that it comes last
            own: dict[str, Any] = {
                "__new__": staticmethod(_allocate),
                "unknown_members": attrs.field(default=None, validator=_check),
                "__doc__": _Documentation(cls.__doc__ or ""),
            }
            for name in ("__eq__", "__hash__", "__repr__"):  # what a class has of its own, attrs does not make
                own[name] = getattr(Document, name)
            for name, value in own.items():
                type.__setattr__(cls, name, value)

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls.__annotations__ = _Annotations(cls.__annotations__, cls)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in (*self.__slots__, "unknown_members"))

    def __hash__(self) -> int:
        return hash((type(self), self.unknown_members, *[getattr(self, name) for name in self.__slots__]))

    def __repr__(self) -> str:
        values = [(row, getattr(self, row.name)) for row in self.__members__]
        texts = [f"{row.name}={self._shown(row, value)}" for row, value in values if value is not None]
        if self.unknown_members:
            texts.append(f"unknown_members={veiled(self.unknown_members, secret=False)}")
        return f"{type(self).__name__}({', '.join(texts)})"

    @staticmethod
    def _shown(row: Member, value: object) -> str:
        # Nobody knows whether what no row describes is a secret.
        return veiled(value, secret=row.secret) if row.secret or "any" in row.kind else repr(value)

    def __replace__(self, **changes: Any) -> Any:
        return attrs.evolve(self, **changes)


def _allocate(cls: type[Document], *_given: object, **named: object) -> Any:
    """Refuse a member the type does not have, and say which one may be meant; attrs' own constructor does the rest."""
    known = {row.name for row in cls.__members__}
    for name in named:
        if name not in known and name != "unknown_members":
            _refuse(cls, name, known)
    return object.__new__(cls)


def _refuse(cls: type[Document], name: str, known: set[str]) -> NoReturn:
    folded = {row.replace("_", ""): row for row in known}
    near = [folded[found] for found in get_close_matches(name.lower().replace("_", ""), folded, 1)]
    raise TypeError(f"{cls.__name__} has no member {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
