"""Versions of the network service, and from which of them on something is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self


class ServiceVersion(tuple[int, int]):
    """A version of the network service: major and minor number.

    Args:
        major: its first number.
        minor: its second number.
    """

    __slots__ = ()

    def __new__(cls, major: int, minor: int) -> Self:  # noqa: D102 - a pair of numbers
        return super().__new__(cls, (major, minor))

    def __getnewargs__(self) -> tuple[int, int]:
        return (self[0], self[1])

    def __str__(self) -> str:
        return f"{self[0]}.{self[1]}"

    @classmethod
    def of(cls, packed: int | None) -> ServiceVersion | None:
        """Return the version that the ``Version`` of an answer tells, or ``None`` where there is none.

        Args:
            packed: the major number in the upper 32 bits, the minor number in the lower.
        """
        return cls(packed >> 32, packed & 0xFFFFFFFF) if packed else None


class Since(tuple[ServiceVersion, ...]):
    """From which versions of the service on something is understood; what was ported back to earlier ones has a version for each.

    Args:
        versions: ``"9.5"`` and the like, ascending; all but the last one count for their own major number only.
    """

    __slots__ = ()

    def __new__(cls, *versions: str) -> Self:  # noqa: D102 - a row of versions
        return super().__new__(cls, (ServiceVersion(*map(int, one.split("."))) for one in versions))

    def __getnewargs__(self) -> tuple[str, ...]:
        return tuple(map(str, self))

    def covers(self, version: ServiceVersion) -> bool:
        """Return whether the version understands it."""
        return version >= self[-1] or any(version[0] == one[0] and version >= one for one in self)

    def __str__(self) -> str:
        earlier = [f"{one} to {one[0]}.x" for one in self[:-1]]
        return ", ".join([*earlier, f"{self[-1]} or later"])
