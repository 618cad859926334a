"""Many small files of one directory that are packed together."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.native.packing import Packed

_MOST_NAMES = 1024
_FEWEST_NAMES = 8
"""How many names are asked for at once: fewer where the last time nothing came of it."""


@frozen
class Run:
    """Entries of many files, packed already.

    Args:
        packed: what they are.
        last: the name of the last one.
    """

    packed: Packed
    last: str


class FolderNames:
    """The names of one directory, and how many of them have been read.

    Args:
        folder: its path.
        names: what it holds, in the order in which it is read.
    """

    def __init__(self, folder: str, names: list[str]) -> None:
        self.folder = folder
        self._names = names
        self._read = 0
        self._reach = _MOST_NAMES

    @property
    def is_read(self) -> bool:
        """Whether there is none left."""
        return self._read == len(self._names)

    @property
    def last(self) -> str:
        """The path that was read last."""
        return f"{self.folder}/{self._names[self._read - 1]}"

    def following(self) -> str:
        """Return the next path."""
        self._read += 1
        return self.last

    def next_names(self, fits: Callable[[str], bool] | None) -> list[str]:
        """Return the names that come next, up to the first one whose path does not fit."""
        names = self._names[self._read : self._read + self._reach]
        if fits is None:
            return names
        return list(itertools.takewhile(lambda name: fits(f"{self.folder}/{name}"), names))

    def skip(self, count: int) -> None:
        """Say how many of these names have been read."""
        self._read += count
        self._reach = _MOST_NAMES if count else _FEWEST_NAMES
