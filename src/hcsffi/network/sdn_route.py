"""A route of the software-defined network, for some endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.network.held import Family
from hcsffi.network.replacing import Replaceable

if TYPE_CHECKING:
    import uuid

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument


class SdnRoute(Replaceable[documents.hcn.HostComputeRoute]):
    """A route of this host, through one handle; made by :meth:`create`, ``open`` and ``get``."""

    family = Family("SdnRoute", "SdnRoutes", "route", documents.hcn.HostComputeRoute, documents.hcn.HostComputeRoute)

    @classmethod
    async def create(cls, document: documents.hcn.HostComputeRoute | JsonDocument, *, id: str | uuid.UUID | None = None) -> Self:
        """Create a route.

        Args:
            document: the ``HostComputeRoute`` document as its type, a mapping or JSON text.
            id: the id it is to have; ``None`` leaves it to the document's ``ID`` or the service, and ``id`` of the result tells it.

        Raises:
            ValueError: the id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            NotFound: an endpoint it names does not exist.
            HcsError: the service refused it.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. It may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateSdnRoute, HcnQuerySdnRouteProperties, as hcsshim declares them; schema HostComputeRoute (since 2.0).
        """
        return await cls._create(document, id)

    async def update(self, document: documents.hcn.HostComputeRoute | JsonDocument) -> None:
        """Make it what the document says: it is deleted and created anew, so :attr:`id` may change.

        Args:
            document: the whole document; its ``ID`` is put in.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            InvalidDocument: the document is not well formed; nothing was changed.
            HcsError: the service refused it; the one before was created again, if the service let it.

        Blocks:
            A worker thread, for each call.

        Cancellation:
            Ends the wait; it may be gone.

        Source:
            HcnDeleteSdnRoute, HcnCreateSdnRoute, as hcsshim declares them.
        """
        await self._replace(self._with_id(document))
