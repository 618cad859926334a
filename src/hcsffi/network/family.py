"""The seven verbs that every noun of the network service has, once.

A noun names itself: its native prefix, its handle and its documents. The functions of the family are called alike (``HcnCreateNetwork``,
``HcnOpenEndpoint``, ``HcnQueryNamespaceProperties`` ...), take the same arguments and answer alike, so what is written here holds for all.

The service gives handles for one look at a thing, and a handle is no reference: what it stands for can be deleted by anybody. Every read is
open, query, close; creating and opening are followed by a query of the same handle, because only the answer tells the id that was assigned.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from hcsffi import documents
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text, unchecked_text
from hcsffi.network import finding
from hcsffi.network.held import Held
from hcsffi.network.identity import ZERO, assigned, bare, parsed
from hcsffi.network.listing import Listing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.delivery.blocking import Step
    from hcsffi.documents import Document
    from hcsffi.native.calls import Argument
    from hcsffi.native.handles import Handle

_Document = TypeVar("_Document", bound="Document")

QUERY: bytes = b'{"SchemaVersion":{"Major":2,"Minor":0}}'
"""Asks for answers of generation 2, which is what the documents here read."""
CONCURRENCY = 4
"""How many of a list are looked at at the same time."""


def query_text(narrowed: Mapping[str, object] | None) -> bytes:
    """Return the query for what has these members, by the names of generation 1, or for everything."""
    if not narrowed:
        return QUERY
    version = documents.hcn.Version(major=2, minor=0)
    return documents.to_json(documents.hcn.HostComputeQuery(schema_version=version, filter=json.dumps(dict(narrowed), ensure_ascii=False)))


def _read_ids(answer: bytes, function: str) -> Sequence[str]:
    try:
        found: object = json.loads(answer or b"[]")
        if isinstance(found, list):
            return [bare(one) for one in found]
    except (ValueError, TypeError):
        pass
    raise documents.InvalidDocument(function, [documents.Problem("$", answer[:60].decode("utf-8", "replace"), "an array of GUIDs")])


class Entity(Held, Generic[_Document]):
    """One thing of the network service, through one handle; made by ``create``, ``open`` and ``get`` of its noun.

    Leaving ``async with`` closes the handle. The thing itself lives in the service until somebody deletes it, also when this process ends.

    Attributes:
        id: its id as the service assigned it: bare, in lower case.
        properties: its document as it was answered last.
        subject: what it is called in errors.
    """

    other_way = "open the same one once more by its id"

    def __init__(self, handle: Handle, entity_id: str, properties: _Document) -> None:
        super().__init__(handle, entity_id)
        self.properties = properties

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
        making = blocking.Step(f"HcnCreate{family.noun}", (*leading, asked, documents.to_json(cls._checked(document))))
        return await cls._opened(making, asked, family.subject(about or (asked if asked != ZERO else "to be created")))

    @classmethod
    def _checked(cls, document: Document | JsonDocument) -> _Document:
        """Check a document; it says that it is of generation 2, because the service takes one that does not for an old one."""
        kind = cls.family.document
        text = document_text(kind, document)
        read = cast("_Document", document) if isinstance(document, kind) else cls._read(text or b"")
        if getattr(read, "schema_version", None) is not None:
            return read
        return documents.replace(read, schema_version=documents.hcn.Version(major=2, minor=0))

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
        found = [one for one in await (await cls.list({"Name": name})).read() if getattr(one, "name", name) == name]
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
            Their documents, each read when it is asked for, and in ``vanished`` how many went away while they were looked at.

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
        ids = await cls._packed_ids(query)
        noun = cls.family.noun
        names = (f"HcnOpen{noun}", f"HcnQuery{noun}Properties", f"HcnClose{noun}")
        glance = blocking.Glance(*names, query, f"a {cls.family.said} of a list", cls.family.is_missing)
        seen = await blocking.look_at_each(glance, ids, concurrency)
        found = [one for one in seen if one is not None]
        return Listing.of_texts(found, cls._read, len(seen) - len(found))

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
        function, answer = await cls._enumerated(query_text(filter))
        return _read_ids(answer, function)

    @classmethod
    async def _enumerated(cls, query: bytes) -> tuple[str, bytes]:
        function = f"HcnEnumerate{cls.family.plural}"
        return function, (await blocking.ask(function, query, subject=f"the list of {cls.family.said}s")).document

    @classmethod
    async def _packed_ids(cls, query: bytes) -> bytes:
        """The ids of all that the query lets through, as they are looked at; read natively where they are spelled as they should be."""
        function, answer = await cls._enumerated(query)
        packed = blocking.ids_in(answer)
        if packed is None:
            packed = b"".join(parsed(one).bytes_le for one in _read_ids(answer, function))
        return packed

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
