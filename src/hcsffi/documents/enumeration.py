"""The three kinds of enumeration on the wire: texts, numbers and sets of flags.

All of them are open: a text or number nobody knows becomes a value of the same enumeration, equal to itself and written back as it came
(`is_known` tells). Of a text that differs from a known one in letter case only the known value is made, and the spelling is written back.

    class StdHandle(TextEnum, published="hcs.StdHandle", since="2.0", sources="docs dump hcsshim"):
        STD_IN = "StdIn"
        ALL = "All", "2.1", "docs dump hcsshim"          # since and sources, where they are not the enumeration's
    class IpamType(TextEnum, published="hcn.IpamType", since="2.0", sources="docs wsl", numeric=True):
        STATIC = "Static", "2.0", "docs wsl", 0          # and the number that some send in its place
    class NetworkFlags(FlagsEnum, published="hcn.NetworkFlags", since="2.0", sources="docs wsl"):
        ENABLE_IOV = 8192, "EnableIov", None, "wsl"      # number, published text, since, sources where they differ
"""

from __future__ import annotations

from enum import Enum, IntEnum, IntFlag
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from typing_extensions import Self

_NUMBERS = range(2**32)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in _NUMBERS


class TextEnum(str, Enum):
    """Texts of a member; it is a `str`, so plain text compares equal and may be used in its place.

    Args:
        published: schema and name of the enumeration, as `hcs.StdHandle`.
        since: the first schema version that has it, or None where no source says.
        sources: who knows it.
        numeric: whether services also send a number in its place.
    """

    _value_: str
    since: str | None
    """The first schema version with this value, where it differs from the enumeration's."""
    sources: str
    """Who knows this value, where it differs from the enumeration's."""
    number: int | None
    """The number a source gives for this value; the wire knows the text."""

    __published__: ClassVar[str]
    __since__: ClassVar[str | None]
    __sources__: ClassVar[str]
    __numeric__: ClassVar[bool]

    def __init_subclass__(cls, *, published: str = "", since: str | None = None, sources: str = "", numeric: bool = False) -> None:
        super().__init_subclass__()
        cls.__published__, cls.__since__, cls.__sources__, cls.__numeric__ = published, since, sources, numeric

    def __new__(cls, text: str, since: str | None = None, sources: str = "", number: int | None = None) -> Self:  # noqa: D102  a row
        made = str.__new__(cls, text)
        made._value_ = text
        made.since, made.sources, made.number = since, sources, number
        return made

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if isinstance(value, str):
            text = str.__str__(value)
            known = _folded(cls).get(text.lower())
            return _spelled(known, text) if known is not None else _unknown_text(cls, text, text)
        if not cls.__numeric__ or not _is_number(value):
            return None
        known = next((known for known in cls if known.number == value), None)
        return _spelled(known, value) if known is not None else _unknown_text(cls, str(value), value)

    if TYPE_CHECKING:  # checkers cannot see what a constructor of an enumeration makes of a row

        @property
        def value(self) -> str:
            """The text as it is written."""

    @property
    def is_known(self) -> bool:
        """Whether a source names this value."""
        return str.__str__(self) in type(self)._value2member_map_

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, spec: str) -> str:
        return str.__format__(self, spec)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>" if self.is_known else f"<{type(self).__name__}: {self._value_!r}>"


@cache
def _folded(cls: type[TextEnum]) -> dict[str, TextEnum]:
    return {known.lower(): known for known in cls}


def _spelled(known: TextEnum, written: Any) -> TextEnum:
    """The known value that remembers another letter case, or its number: it equals and hashes as the known one and goes back as it came."""
    made = str.__new__(type(known), known)
    made._name_, made._value_ = known._name_, written
    made.since, made.sources, made.number = known.since, known.sources, known.number
    return made


def _unknown_text(cls: type[TextEnum], text: str, value: Any) -> TextEnum:
    made = str.__new__(cls, text)
    made._name_, made._value_ = text, value
    made.since, made.sources, made.number = None, "", None
    return made


class _Numbered:
    """What number and flags enumerations have in common: a value is as its `value` is, a text where one stood in a number's place."""

    _value_: int
    text: str
    """The published name of this value."""
    since: str | None
    """The first schema version with this value, where it differs from the enumeration's."""
    sources: str
    """Who knows this value, where it differs from the enumeration's."""

    __published__: ClassVar[str]
    __since__: ClassVar[str | None]
    __sources__: ClassVar[str]

    def __init_subclass__(cls, *, published: str = "", since: str | None = None, sources: str = "") -> None:
        super().__init_subclass__()
        cls.__published__, cls.__since__, cls.__sources__ = published, since, sources

    def __eq__(self, other: object) -> bool:
        return bool(self._value_ == (other._value_ if isinstance(other, Enum) else other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._value_)

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, spec: str) -> str:
        return format(self._value_, spec)


class NumberEnum(_Numbered, IntEnum):
    """Numbers of a member; it is an `int`. `text` is a value's published name; names are read as well as numbers."""

    def __new__(cls, number: int, text: str = "", since: str | None = None, sources: str = "") -> Self:  # noqa: D102  a row
        made = int.__new__(cls, number)
        made._value_ = number
        made.text, made.since, made.sources = text, since, sources
        return made

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if isinstance(value, str):
            return _by_text(cls, str.__str__(value), -1)
        return _unknown_number(cls, int(value), int(value)) if _is_number(value) else None  # type: ignore[call-overload]  # it is one

    @property
    def is_known(self) -> bool:
        """Whether a source names this value."""
        return self._value_ in type(self)._value2member_map_

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>" if self.is_known else f"<{type(self).__name__}: {self._value_!r}>"


class FlagsEnum(_Numbered, IntFlag):
    """Bits of a member that goes over the wire as one number; unknown bits stay set. `text` is a bit's published name."""

    def __new__(cls, number: int, text: str = "", since: str | None = None, sources: str = "") -> Self:  # noqa: D102  a row
        made = int.__new__(cls, number)
        made._value_ = number
        made.text, made.since, made.sources = text, since, sources
        return made

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if isinstance(value, str):
            return _by_text(cls, str.__str__(value), 0)
        return super()._missing_(value) if _is_number(value) else None

    @property
    def is_known(self) -> bool:
        """Whether a source names every bit that is set."""
        known = 0
        for bit in texts_of(type(self)).values():
            known |= int(bit)
        written: object = self._value_
        return not isinstance(written, str) and int(self) & ~known == 0

    def __repr__(self) -> str:
        written: object = self._value_
        return f"<{type(self).__name__}: {written!r}>" if isinstance(written, str) else super().__repr__()


@cache
def texts_of(cls: type[Any]) -> dict[str, Any]:
    """The known values of a number or flags enumeration by their published texts."""
    return {value.text: value for value in cls.__members__.values()}


def _by_text(cls: Any, text: str, number: int) -> Any:
    """The known value of a published text, or one that nobody knows and that is no number."""
    known = texts_of(cls).get(text)
    return _unknown_number(cls, number, text) if known is None else known


def _unknown_number(cls: type[Any], number: int, value: int | str) -> Any:
    """A value no source names: a number, or a text in the place of one."""
    made = int.__new__(cls, number)
    made._name_, made._value_ = str(value), value
    made.text, made.since, made.sources = str(value), None, ""
    return made
