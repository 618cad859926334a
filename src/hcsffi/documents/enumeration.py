"""The three kinds of enumeration on the wire: texts, numbers and sets of flags."""

from __future__ import annotations

from enum import Enum, IntEnum, IntFlag


class TextEnum(str, Enum):
    """Known texts of a member; it is a `str`, so plain text compares equal and may be used in its place."""

    __slots__ = ()

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, spec: str) -> str:
        return str.__format__(self, spec)


class NumberEnum(IntEnum):
    """Known numbers of a member; it is an `int`."""


class FlagsEnum(IntFlag):
    """Bits of a member that goes over the wire as one number; unknown bits stay set."""
