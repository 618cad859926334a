"""A namespace: the endpoints that a container sees as its network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.delivery import telling
from hcsffi.errors import HcsError
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.family import Entity
from hcsffi.network.held import Family
from hcsffi.network.identity import bare
from hcsffi.network.resources import container_ids, endpoint_ids

if TYPE_CHECKING:
    import uuid

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument

_Change = documents.hcn.ModifyRequestType
_FOR_A_CONTAINER = b'{"SchemaVersion":{"Major":2,"Minor":0}}'


class Namespace(Entity[documents.hcn.HostComputeNamespace]):
    """A namespace of this host, through one handle; made by :meth:`create`, ``open`` and ``get``."""

    family = Family(
        "Namespace",
        "Namespaces",
        "namespace",
        documents.hcn.HostComputeNamespace,
        documents.hcn.ModifyNamespaceSettingRequest,
    )

    @classmethod
    async def create(
        cls, document: documents.hcn.HostComputeNamespace | JsonDocument | None = None, *, id: str | uuid.UUID | None = None
    ) -> Self:
        """Create a namespace, or get the host's default one.

        There is one namespace of the type ``HostDefault``: where it exists, it is what this returns, under the id it has. References in
        it to endpoints that are gone would break the next container's creation; they are dropped, as :meth:`reconcile` does, and a
        failure to drop them is logged and not raised.

        Args:
            document: the ``HostComputeNamespace`` document as its type, a mapping or JSON text; ``None`` makes one for a container.
            id: the id it is to have; ``None`` leaves it to the document's ``ID`` or the service, and ``namespace.id`` tells it.

        Raises:
            ValueError: the id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            DocumentRejected: the service did not accept it (HCN_E_INVALID_JSON).
            AlreadyExists: the id is taken.
            ServiceUnavailable: there is no network service, or it is stopping.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. The namespace may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateNamespace, HcnQueryNamespaceProperties, computenetwork.h; schema HostComputeNamespace (since 2.0).
        """
        wanted = (
            documents.hcn.HostComputeNamespace(schema_version=documents.hcn.Version(major=2, minor=0)) if document is None else document
        )
        namespace = await cls._create(wanted, id)
        if namespace.properties.type == documents.hcn.NamespaceType.HOST_DEFAULT:
            await namespace.tidy()
        return namespace

    async def add_endpoint(self, endpoint: Endpoint | str | uuid.UUID) -> None:
        """Put an endpoint into the namespace; containers that use it see it at once.

        Args:
            endpoint: the endpoint, or its id.

        Raises:
            anyio.ClosedResourceError: the namespace was closed or deleted through this object.
            ValueError: the id is no GUID.
            NotFound: there is no such endpoint (HCN_E_ENDPOINT_NOT_FOUND), or the namespace is gone.
            AlreadyExists: the endpoint is in a namespace already (HCN_E_ENDPOINT_NAMESPACE_ALREADY_EXISTS).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; it may still be added.

        Source:
            HcnModifyNamespace, computenetwork.h; schema ModifyNamespaceSettingRequest (since 2.0).
        """
        await self.modify(_request(_Change.ADD, endpoint))

    async def remove_endpoint(self, endpoint: Endpoint | str | uuid.UUID, *, missing_ok: bool = False) -> None:
        """Take an endpoint out of the namespace; the endpoint itself stays.

        Args:
            endpoint: the endpoint, or its id.
            missing_ok: whether an endpoint that is not in it, or gone, counts as removed.

        Raises:
            anyio.ClosedResourceError: the namespace was closed or deleted through this object.
            ValueError: the id is no GUID.
            NotFound: the endpoint is not in it, or one of the two is gone, unless ``missing_ok``.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; it may still be removed.

        Source:
            HcnModifyNamespace, computenetwork.h; schema ModifyNamespaceSettingRequest (since 2.0).
        """
        try:
            await self.modify(_request(_Change.REMOVE, endpoint))
        except HcsError as error:
            if not (missing_ok and (self.family.is_missing(error.hresult) or Endpoint.family.is_missing(error.hresult))):
                raise

    async def endpoints(self) -> tuple[str, ...]:
        """Return the ids of the endpoints in it, in the order they were added.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it was deleted meanwhile.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryNamespaceProperties, computenetwork.h; ``Resources`` and, in answers of generation 1, ``ResourceList``.
        """
        return endpoint_ids(await self.query())

    async def containers(self) -> tuple[str, ...]:
        """Return the ids of the containers that use it.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it was deleted meanwhile.
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryNamespaceProperties, computenetwork.h; ``Resources`` and, in answers of generation 1, ``ResourceList``.
        """
        return container_ids(await self.query())

    async def reconcile(self) -> tuple[str, ...]:
        """Drop references to endpoints that are gone, and return their ids.

        An endpoint that is deleted before it is taken out can stay in the list of its namespace, and the next container's creation
        there fails.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it was deleted meanwhile.
            HcsError: the service refused it; some references may be dropped.

        Blocks:
            A worker thread, for each call.

        Cancellation:
            Ends the wait; some references may be dropped.

        Source:
            HcnQueryNamespaceProperties, HcnEnumerateEndpoints, HcnModifyNamespace, computenetwork.h.
        """
        listed = await self.endpoints()
        # Asked after the namespace: what was in it then was there before, so that no endpoint is taken for gone that is just being made.
        living = frozenset(await Endpoint.ids()) if listed else frozenset()
        gone = tuple(one for one in listed if one not in living)
        for one in gone:
            await self.remove_endpoint(one, missing_ok=True)
        if gone:
            telling.references_dropped(self.subject, gone)
        return gone

    async def tidy(self) -> None:
        """Reconcile as far as it goes: what fails is logged."""
        try:
            await self.reconcile()
        except HcsError as error:
            telling.references_kept(self.subject, str(error))
        except BaseException:
            self.handle.abandon()  # nobody gets this object any more
            raise


def _request(change: documents.hcn.ModifyRequestType, endpoint: Endpoint | str | uuid.UUID) -> documents.hcn.ModifyNamespaceSettingRequest:
    """The service refuses an id in braces here, and settings that are a text."""
    endpoint_id = endpoint.id if isinstance(endpoint, Endpoint) else bare(endpoint)
    return documents.hcn.ModifyNamespaceSettingRequest(
        resource_type=documents.hcn.NamespaceResourceType.ENDPOINT,
        request_type=change,
        settings=documents.hcn.NamespaceEndpointRequest(endpoint_id=endpoint_id),
    )
