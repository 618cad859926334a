"""The three kinds of enumeration on the wire: texts, numbers and sets of flags."""

from __future__ import annotations

from enum import Enum, IntEnum, IntFlag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class TextEnum(str, Enum):
    """Known texts of a member; it is a `str`, so plain text compares equal and may be used in its place."""

    __published__ = ""
    __numeric__ = False
    __newer__: ClassVar[dict[str, str]] = {}

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, spec: str) -> str:
        return str.__format__(self, spec)


class NumberEnum(IntEnum):
    """Known numbers of a member; it is an `int`. `__texts__` has the published names."""

    __published__ = ""
    __texts__: ClassVar[dict[str, int]] = {}
    __newer__: ClassVar[dict[str, str]] = {}


class FlagsEnum(IntFlag):
    """Bits of a member that goes over the wire as one number; unknown bits stay set. `__texts__` has the published names."""

    __published__ = ""
    __texts__: ClassVar[dict[str, int]] = {}
    __newer__: ClassVar[dict[str, str]] = {}
