"""What a list of the network service came back with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

_Document = TypeVar("_Document")


class Listing(Sequence[_Document]):
    """The documents of what was listed, in the order of the service's enumeration.

    A list is one enumeration and then a look at each id, so that something can go away in between; that is no error.

    Args:
        documents: what was found.
        vanished: how many were enumerated and gone when they were looked at.

    Attributes:
        vanished: how many were enumerated and gone when they were looked at.
    """

    __slots__ = ("_documents", "vanished")

    def __init__(self, documents: Sequence[_Document], vanished: int = 0) -> None:
        self._documents = tuple(documents)
        self.vanished = vanished

    @overload
    def __getitem__(self, place: int, /) -> _Document: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[_Document, ...]: ...
    def __getitem__(self, place: int | slice, /) -> _Document | tuple[_Document, ...]:
        return self._documents[place]

    def __len__(self) -> int:
        return len(self._documents)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listing) and (self._documents, self.vanished) == (other._documents, other.vanished)

    __hash__ = None  # type: ignore[assignment]  # documents are hashed by value, a listing is not a key

    def __repr__(self) -> str:
        gone = f", {self.vanished} vanished" if self.vanished else ""
        return f"<Listing of {len(self)}{gone}>"
