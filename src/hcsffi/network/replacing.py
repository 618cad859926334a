"""Nouns that are changed as a whole: some services can only delete one and create another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hcsffi import documents
from hcsffi.errors import HcsError
from hcsffi.network.family import Entity
from hcsffi.network.identity import ZERO

if TYPE_CHECKING:
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.documents import Document

_Document = TypeVar("_Document", bound="Document")


class Replaceable(Entity[_Document]):
    """One that deletes and creates itself when it is changed; its id is what the service assigned last."""

    def _with_id(self, document: Document | JsonDocument) -> _Document:
        """The document with the id of this one, which the service asks for."""
        read = self._checked(document)
        return documents.from_mapping(type(read), {**documents.to_mapping(read), "ID": self.id})

    async def _replace(self, wanted: _Document) -> None:
        """Delete it and create another; when that is refused, create the one before again, and close this object when that is too."""
        self.refuse_closed()
        before = self.properties
        await self.delete_by_id(self.id)
        try:
            made = await self._create(wanted, None)
        except HcsError:
            await self._restore(before)
            raise
        except BaseException:
            await self.aclose()
            raise
        await self._become(made)

    async def _restore(self, before: _Document) -> None:
        try:
            again = await self._create(before, self.id if self.id != str(ZERO) else None)
        except HcsError:
            await self.aclose()
        else:
            await self._become(again)

    async def _become(self, other: Replaceable[_Document]) -> None:
        """Take what another object owns; closing it later closes nothing."""
        gone, self._handle = self._handle, other._handle
        other._handle = gone
        self.id, self.properties, self.subject = other.id, other.properties, other.subject
        await other.aclose()
