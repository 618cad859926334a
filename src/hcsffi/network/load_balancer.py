"""A load balancer: front ends whose connections several endpoints take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.errors import NotSupported
from hcsffi.network.held import Family
from hcsffi.network.replacing import Replaceable

if TYPE_CHECKING:
    import uuid

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument


class LoadBalancer(Replaceable[documents.hcn.HostComputeLoadBalancer]):
    """A load balancer of this host, through one handle; made by :meth:`create`, ``open`` and ``get``."""

    family = Family(
        "LoadBalancer",
        "LoadBalancers",
        "load balancer",
        documents.hcn.HostComputeLoadBalancer,
        documents.hcn.HostComputeLoadBalancer,
    )

    @classmethod
    async def create(cls, document: documents.hcn.HostComputeLoadBalancer | JsonDocument, *, id: str | uuid.UUID | None = None) -> Self:
        """Create a load balancer.

        Args:
            document: the ``HostComputeLoadBalancer`` document as its type, a mapping or JSON text.
            id: the id it is to have; ``None`` leaves it to the document's ``ID`` or the service, and ``id`` of the result tells it.

        Raises:
            ValueError: the id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            PortTaken: another one has that front end (HCN_E_PORT_ALREADY_EXISTS).
            AlreadyExists: there is one with that id.
            NotFound: an endpoint behind it does not exist, or has no port (HCN_E_PORT_NOT_FOUND).
            HcsError: the service refused it.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. It may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateLoadBalancer, HcnQueryLoadBalancerProperties, computenetwork.h; schema HostComputeLoadBalancer (since 2.0).
        """
        return await cls._create(document, id)

    async def update(self, document: documents.hcn.HostComputeLoadBalancer | JsonDocument) -> None:
        """Make it what the document says; where the service cannot change one, it is deleted and created anew, and :attr:`id` changes.

        Args:
            document: the whole document; its ``ID`` is put in.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            InvalidDocument: the document is not well formed; nothing was changed.
            HcsError: the service refused it. Where it had been deleted, the one before was created again, if the service let it.

        Blocks:
            A worker thread, for each call.

        Cancellation:
            Ends the wait; it may be changed, or be gone.

        Source:
            HcnModifyLoadBalancer (service version 15.4 and later), HcnDeleteLoadBalancer, HcnCreateLoadBalancer, computenetwork.h.
        """
        wanted = self._with_id(document)
        try:
            await self.modify(wanted)
        except NotSupported:
            await self._replace(wanted)
        else:
            await self.query()
