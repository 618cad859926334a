"""The seven verbs that every noun of the network service has, once.

A noun names itself: its native prefix, its handle and its documents. The functions of the family are called alike (``HcnCreateNetwork``,
``HcnOpenEndpoint``, ``HcnQueryNamespaceProperties`` ...), take the same arguments and answer alike, so what is written here holds for all.

The service gives handles for one look at a thing, and a handle is no reference: what it stands for can be deleted by anybody. Every read is
open, query, close; creating and opening are followed by a query of the same handle, because only the answer tells the id that was assigned.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar, cast

import anyio

from hcsffi import documents, hresult
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text, unchecked_text
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.errors import HcsError
from hcsffi.network import finding
from hcsffi.network.identity import ZERO, assigned, bare, parsed
from hcsffi.network.listing import Listing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.delivery.blocking import Step
    from hcsffi.delivery.operation import Completion
    from hcsffi.documents import Document
    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

_Document = TypeVar("_Document", bound="Document")

QUERY: bytes = b'{"SchemaVersion":{"Major":2,"Minor":0}}'
"""Asks for answers of generation 2, which is what the documents here read."""
_UNLOADED = hresult.value_of("HCN_E_OBJECT_USED_AFTER_UNLOAD")
_ELEMENT_NOT_FOUND = hresult.value_of("ERROR_NOT_FOUND")
_IDS = list[str]
CONCURRENCY = 8
"""How many of a list are looked at at the same time."""


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


def query_text(narrowed: Mapping[str, object] | None) -> bytes:
    """Return the query for what has these members, by the names of generation 1, or for everything."""
    if not narrowed:
        return QUERY
    version = documents.hcn.Version(major=2, minor=0)
    return documents.to_json(documents.hcn.HostComputeQuery(schema_version=version, filter=json.dumps(dict(narrowed), ensure_ascii=False)))


class Entity(HandleOwner, Generic[_Document]):
    """One thing of the network service, through one handle; made by ``create``, ``open`` and ``get`` of its noun.

    Leaving ``async with`` closes the handle. The thing itself lives in the service until somebody deletes it, also when this process ends.

    Attributes:
        id: its id as the service assigned it: bare, in lower case.
        properties: its document as it was answered last.
        subject: what it is called in errors.
    """

    family: ClassVar[Family]
    other_way = "open the same one once more by its id"

    def __init__(self, handle: Handle, entity_id: str, properties: _Document) -> None:
        self._handle = handle
        self.id = entity_id
        self.properties = properties
        self.subject = self.family.subject(entity_id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id!r}>"

    @property
    def handle(self) -> Handle:
        """The owner of the native handle, for :func:`hcsffi.call`; whoever borrows it does not close it."""
        return self._handle

    @property
    def name(self) -> str | None:
        """Its name as it was answered last, or ``None`` where it has none."""
        return cast("str | None", getattr(self.properties, "name", None))

    # -- birth and leaving ---------------------------------------------------------------------------------------------

    @classmethod
    async def _create(
        cls, document: Document | JsonDocument, entity_id: str | uuid.UUID | None, *leading: Argument, about: object = None
    ) -> Self:
        """Create one and ask the new handle what it became; ``leading`` stands before the id in the prototype."""
        family = cls.family
        asked = ZERO if entity_id is None else parsed(entity_id)
        text = document_text(family.document, cast("_Document", document))
        making = blocking.Step(f"HcnCreate{family.noun}", (*leading, asked, text))
        return await cls._opened(making, asked, family.subject(about or (asked if asked != ZERO else "to be created")))

    @classmethod
    async def open(cls, id: str | uuid.UUID) -> Self:
        """Open one that exists, whoever created it.

        Args:
            id: its id, in any spelling of a GUID.

        Raises:
            ValueError: the id is no GUID.
            NotFound: there is none with that id.
            ServiceUnavailable: there is no network service, or it is stopping.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait at once; a handle that arrives later is closed.

        Source:
            HcnOpenNetwork, HcnQueryNetworkProperties and their sisters, computenetwork.h.
        """
        asked = parsed(id)
        return await cls._opened(blocking.Step(f"HcnOpen{cls.family.noun}", (asked,)), asked, cls.family.subject(asked))

    @classmethod
    async def get(cls, *, name: str | None = None, id: str | uuid.UUID | None = None) -> Self:
        """Open the one that has this name or this id.

        Args:
            name: its name, in the letter case it was created with.
            id: its id, in any spelling of a GUID.

        Raises:
            TypeError: neither is given, or both are.
            ValueError: the id is no GUID.
            AmbiguousName: several have the name; the error lists their ids.
            NotFound: there is none.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait at once; a handle that arrives later is closed.

        Source:
            HcnEnumerateNetworks, HcnOpenNetwork, HcnQueryNetworkProperties and their sisters, computenetwork.h.
        """
        if (name is None) == (id is None):
            message = f"{cls.__name__}.get() takes a name or an id, and one of them"
            raise TypeError(message)
        if id is not None:
            return await cls.open(id)
        found = [one for one in await cls.list({"Name": name}) if getattr(one, "name", name) == name]
        ids = [bare(cast("str", getattr(one, "id", None))) for one in found]
        if len(ids) > 1:
            raise finding.AmbiguousName(cls.family.said, cast("str", name), ids)
        if not ids:
            raise finding.absent(f"HcnEnumerate{cls.family.plural}", cls.family.missing, cls.family.subject(name))
        return await cls.open(ids[0])

    @classmethod
    async def list(cls, filter: Mapping[str, object] | None = None, *, concurrency: int = CONCURRENCY) -> Listing[_Document]:
        """Return the documents of all there are, or of those that the filter lets through.

        Args:
            filter: members and the values they have to have, by the names of generation 1, also for documents of generation 2:
                ``{"Name": "web"}``, ``{"ID": "..."}``, ``{"VirtualNetwork": "..."}`` for the endpoints of a network.
            concurrency: how many are looked at at the same time.

        Returns:
            Their documents, and in ``vanished`` how many went away while they were looked at.

        Raises:
            ValueError: the concurrency is less than 1.
            HcsError: the service refused it.

        Blocks:
            Worker threads, at most ``concurrency`` of them.

        Cancellation:
            Ends the wait at once; what was opened is closed.

        Source:
            HcnEnumerateNetworks, HcnOpenNetwork, HcnQueryNetworkProperties and their sisters, computenetwork.h.
        """
        if concurrency < 1:
            message = f"a list looks at one at a time at least, not at {concurrency}"
            raise ValueError(message)
        query = query_text(filter)
        ids = await cls.ids(filter)
        looks = [blocking.Look(f"HcnOpen{cls.family.noun}", parsed(one), f"HcnQuery{cls.family.noun}Properties", query) for one in ids]
        seen = await blocking.look_at_each(looks, cls.family.subject("of the list"), concurrency, cls.family.is_missing)
        found = [cls._read(one) for one in seen if one is not None]
        return Listing(found, len(ids) - len(found))

    @classmethod
    async def ids(cls, filter: Mapping[str, object] | None = None) -> Sequence[str]:
        """Return the ids of all there are, or of those that the filter lets through, bare and in lower case.

        Args:
            filter: as :meth:`list` takes it.

        Raises:
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnEnumerateNetworks and its sisters, computenetwork.h.
        """
        function = f"HcnEnumerate{cls.family.plural}"
        answer = await blocking.ask(function, query_text(filter), subject=f"the list of {cls.family.said}s")
        try:
            return [bare(one) for one in documents.from_json(_IDS, answer.document or b"[]")]
        except ValueError as error:
            raise documents.InvalidDocument(function, [documents.Problem("$", "something else", "an array of GUIDs")]) from error

    async def aclose(self) -> None:
        """Close the handle; safe to call twice, and the thing itself stays.

        Cancellation:
            The handle is closed all the same.

        Source:
            HcnCloseNetwork and its sisters, computenetwork.h.
        """
        await blocking.close(self._handle)

    # -- reading -------------------------------------------------------------------------------------------------------

    async def query(self) -> _Document:
        """Return what it is now; ``properties`` is that from now on.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it was deleted meanwhile (HCN_E_OBJECT_USED_AFTER_UNLOAD).
            InvalidDocument: the service answered something else.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryNetworkProperties and its sisters, computenetwork.h.
        """
        self.properties = self._read((await self._ask(f"HcnQuery{self.family.noun}Properties", QUERY)).document)
        return self.properties

    async def query_raw(self, query: Document | JsonDocument | None = None) -> str:
        """Return the service's answer to a query as it came.

        Args:
            query: sent as it is; ``None`` sends NULL, and the answer has the shape of generation 1.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            ValueError: the query is no JSON, or has a NUL character or half a surrogate pair.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryNetworkProperties and its sisters, computenetwork.h; schema HostComputeQuery (since 2.0).
        """
        answer = await self._ask(f"HcnQuery{self.family.noun}Properties", unchecked_text("query", query))
        return answer.document.decode("utf-8", "replace")

    # -- changing ------------------------------------------------------------------------------------------------------

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
        await self.delete_by_id(self.id, missing_ok=missing_ok)
        await self.aclose()

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
        asked = parsed(id)
        try:
            await blocking.ask(f"HcnDelete{cls.family.noun}", asked, subject=cls.family.subject(asked))
        except HcsError as error:
            if not (missing_ok and cls.family.is_missing(error.hresult)):
                raise

    # -- what the verbs stand on ---------------------------------------------------------------------------------------

    @classmethod
    def _read(cls, answer: bytes) -> _Document:
        return cast("_Document", documents.from_json(cls.family.document, answer or b"{}"))

    @classmethod
    async def _opened(cls, opening: Step, asked: uuid.UUID, subject: str) -> Self:
        completion = await blocking.open_and_ask(opening, blocking.Step(f"HcnQuery{cls.family.noun}Properties", (QUERY,)), subject=subject)
        handle = cast("Handle", completion.opened)
        try:
            properties = cls._read(completion.document)
            entity_id = assigned(cast("str | None", getattr(properties, "id", None)), asked, cls.family.document.__name__)
            return cls(handle, entity_id, properties)
        except BaseException:
            handle.abandon()
            raise

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
