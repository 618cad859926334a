"""What every noun of the network service has, also those that can only be made, changed and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

import anyio

from hcsffi import hresult
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text, unchecked_text
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.errors import HcsError
from hcsffi.network.identity import parsed

if TYPE_CHECKING:
    import uuid

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.delivery.operation import Completion
    from hcsffi.documents import Document
    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

_UNLOADED = hresult.value_of("HCN_E_OBJECT_USED_AFTER_UNLOAD")
_ELEMENT_NOT_FOUND = hresult.value_of("ERROR_NOT_FOUND")


class Family(NamedTuple):
    """What distinguishes one noun.

    Args:
        noun: its native name, as in ``HcnOpenNetwork``.
        plural: as in ``HcnEnumerateNetworks``.
        said: what it is called in errors.
        document: the type it is described by, in and out.
        change: the type of a request to modify it.
        missing: the symbol an unknown id is answered with.
    """

    noun: str
    plural: str
    said: str
    document: type[Document]
    change: type[Document]
    missing: str = "ERROR_NOT_FOUND"

    def subject(self, what: object) -> str:
        """What a call is about, for errors."""
        return f"{self.said} {str(what)!r}"

    def is_missing(self, code: int) -> bool:
        """Whether the code says that the thing itself does not exist (any more)."""
        return code in {hresult.value_of(self.missing), _ELEMENT_NOT_FOUND, _UNLOADED}


class Held(HandleOwner):
    """One thing of the network service, through one handle.

    Leaving ``async with`` closes the handle. The thing itself lives in the service until somebody deletes it, also when this process ends.

    Attributes:
        id: its id as the service assigned it: bare, in lower case.
        subject: what it is called in errors.
    """

    family: ClassVar[Family]

    def __init__(self, handle: Handle, entity_id: str) -> None:
        self._handle = handle
        self.id = entity_id
        self.subject = self.family.subject(entity_id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id!r}>"

    @property
    def handle(self) -> Handle:
        """The owner of the native handle, for :func:`hcsffi.call`; whoever borrows it does not close it."""
        return self._handle

    async def aclose(self) -> None:
        """Close the handle; safe to call twice, and the thing itself stays.

        Cancellation:
            The handle is closed all the same.

        Source:
            HcnCloseNetwork and its sisters, computenetwork.h.
        """
        await blocking.close(self._handle)

    async def modify(self, request: Document | JsonDocument) -> None:
        """Change it as a request says, which is checked before it is sent.

        Args:
            request: the request's type of this noun (``ModifyNetworkSettingRequest`` ...), a mapping or JSON text.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            InvalidDocument: the request is not well formed; nothing was changed.
            DocumentRejected: the service did not accept it (HCN_E_INVALID_JSON, HCN_E_INVALID_POLICY ...).
            NotSupported: this kind cannot be changed so (HCN_E_REQUEST_UNSUPPORTED).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the change may still be made.

        Source:
            HcnModifyNetwork and its sisters, computenetwork.h.
        """
        await self._ask(f"HcnModify{self.family.noun}", document_text(self.family.change, cast("Document", request)))

    async def modify_raw(self, request: Document | JsonDocument) -> None:
        """Change it as a request says, which is sent as it is: what a newer service takes and no type describes yet.

        Args:
            request: a document, a mapping, or a text.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            ValueError: the request is no JSON, or has a NUL character or half a surrogate pair.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the change may still be made.

        Source:
            HcnModifyNetwork and its sisters, computenetwork.h.
        """
        await self._ask(f"HcnModify{self.family.noun}", unchecked_text("request", request))

    async def delete(self, *, missing_ok: bool = False) -> None:
        """Delete it and close the handle.

        Args:
            missing_ok: whether one that is gone already counts as deleted.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it is gone already, unless ``missing_ok``.
            InUse: something refers to it still.
            HcsError: the service refused it; the handle stays open.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; it may still be deleted, and the handle stays open.

        Source:
            HcnDeleteNetwork and its sisters, computenetwork.h.
        """
        self.refuse_closed()
        await self._delete(parsed(self.id), self._handle, missing_ok=missing_ok)

    @classmethod
    async def delete_by_id(cls, id: str | uuid.UUID, *, missing_ok: bool = False) -> None:
        """Delete one that is not open here.

        Args:
            id: its id, in any spelling of a GUID.
            missing_ok: whether one that is gone already counts as deleted.

        Raises:
            ValueError: the id is no GUID.
            NotFound: there is none with that id, unless ``missing_ok``.
            InUse: something refers to it still.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; it may still be deleted.

        Source:
            HcnDeleteNetwork and its sisters, computenetwork.h.
        """
        await cls._delete(parsed(id), None, missing_ok=missing_ok)

    @classmethod
    async def _delete(cls, asked: uuid.UUID, handle: Handle | None, *, missing_ok: bool) -> None:
        """Delete one and close a handle to it, in one go."""
        try:
            await blocking.ask(f"HcnDelete{cls.family.noun}", asked, subject=cls.family.subject(asked), closing=handle)
        except HcsError as error:
            if not (missing_ok and cls.family.is_missing(error.hresult)):
                raise
            if handle is not None:
                await blocking.close(handle)

    def refuse_closed(self) -> None:
        """Refuse to go on with a closed handle.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
        """
        if self._handle.closed:
            message = f"{self.subject} was closed: ask while it is open, or open it again"
            raise anyio.ClosedResourceError(message)

    async def _ask(self, function: str, *arguments: Argument) -> Completion:
        """Call a function of the family that takes the handle first."""
        self.refuse_closed()
        return await blocking.ask(function, self._handle, *arguments, subject=self.subject)
