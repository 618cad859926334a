"""What a list of the network service came back with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast, overload

from anyio import lowlevel

if TYPE_CHECKING:
    from typing_extensions import Self

_Document = TypeVar("_Document")

AT_A_TIME: Final = 32
"""Documents that are read before the event loop gets its turn: a document takes tens of microseconds."""


class Listing(Sequence[_Document]):
    """The documents of what was listed, in the order of the service's enumeration.

    A list is one enumeration and then a look at each id, so that something can go away in between; that is no error. A document is read
    when it is asked for the first time: a thousand of them would hold up the event loop. :meth:`read` reads them all without doing that.

    Args:
        documents: what was found.
        vanished: how many were enumerated and gone when they were looked at.

    Attributes:
        vanished: how many were enumerated and gone when they were looked at.

    Raises:
        InvalidDocument: when a document is asked for that the service did not write well.
    """

    __slots__ = ("_documents", "_read", "_texts", "vanished")

    def __init__(self, documents: Sequence[_Document], vanished: int = 0) -> None:
        self._documents: list[_Document | None] = [*documents]
        self._texts: Sequence[bytes] = ()
        self._read: Callable[[bytes], _Document] | None = None
        self.vanished = vanished

    @classmethod
    def of_texts(cls, texts: Sequence[bytes], read: Callable[[bytes], _Document], vanished: int) -> Self:
        """The same of answers that are still to be read.

        Args:
            texts: the answers.
            read: makes a document of one.
            vanished: how many were gone.
        """
        made = cls((), vanished)
        made._documents = [None] * len(texts)
        made._texts, made._read = texts, read
        return made

    def _at(self, place: int) -> _Document:
        found = self._documents[place]
        if found is None and self._read is not None:
            found = self._documents[place] = self._read(self._texts[place])
        return cast("_Document", found)

    async def read(self) -> tuple[_Document, ...]:
        """Read every document, and let the event loop do something else in between.

        Raises:
            InvalidDocument: the service did not write one of them well.

        Cancellation:
            Ends it between two documents.
        """
        for place in range(len(self._documents)):
            if place % AT_A_TIME == 0:
                await lowlevel.checkpoint()
            self._at(place)
        return tuple(self)

    @overload
    def __getitem__(self, place: int, /) -> _Document: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[_Document, ...]: ...
    def __getitem__(self, place: int | slice, /) -> _Document | tuple[_Document, ...]:
        if isinstance(place, slice):
            return tuple(self._at(one) for one in range(len(self._documents))[place])
        return self._at(range(len(self._documents))[place])

    def __len__(self) -> int:
        return len(self._documents)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listing) and (tuple(self), self.vanished) == (tuple(other), other.vanished)

    __hash__ = None  # type: ignore[assignment]  # documents are hashed by value, a listing is not a key

    def __repr__(self) -> str:
        gone = f", {self.vanished} vanished" if self.vanished else ""
        return f"<Listing of {len(self)}{gone}>"
