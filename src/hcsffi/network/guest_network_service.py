"""The network service of a guest, as the host keeps it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, cast

from hcsffi import documents
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text
from hcsffi.delivery.subscription import NotificationSource
from hcsffi.network.held import Family, Held
from hcsffi.network.identity import parsed
from hcsffi.network.notification import NotificationStream

if TYPE_CHECKING:
    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.native.handles import GuestNetworkServiceHandle


class GuestNetworkService(Held):
    """A guest network service, through one handle; made by :meth:`create`.

    The service has no function to find, open or query one, so its handle is kept as long as it is needed.
    """

    family = Family(
        "GuestNetworkService",
        "GuestNetworkServices",
        "guest network service",
        documents.hcn.GuestNetworkService,
        documents.hcn.ModifyGuestNetworkServiceSettingRequest,
    )
    other_way = "keep this one"

    @property
    def handle(self) -> GuestNetworkServiceHandle:
        """The owner of the native handle, for :func:`hcsffi.call`; whoever borrows it does not close it."""
        return cast("GuestNetworkServiceHandle", self._handle)

    @classmethod
    async def create(
        cls, document: documents.hcn.GuestNetworkService | JsonDocument | None = None, *, id: str | uuid.UUID | None = None
    ) -> Self:
        """Create a guest network service.

        Args:
            document: the ``GuestNetworkService`` document as its type, a mapping or JSON text; ``None`` says nothing but its version.
            id: the id it is to have; ``None`` makes one up, because the service has no function that would tell it.

        Raises:
            ValueError: the id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            NotSupported: this Windows has no such function (it came with build 22000).
            AlreadyExists: there is one with that id.
            HcsError: the service refused it.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. It may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateGuestNetworkService, computenetwork.h; schema GuestNetworkService (since 2.0).
        """
        asked = uuid.uuid4() if id is None else parsed(id)
        text = document_text(documents.hcn.GuestNetworkService, _PLAIN if document is None else document)
        made = await blocking.ask("HcnCreateGuestNetworkService", asked, text, subject=cls.family.subject(asked))
        return cls(cast("GuestNetworkServiceHandle", made.opened), str(asked))

    def notifications(self, *, capacity: int = 256) -> NotificationStream:
        """Return the stream of what happens to it; entering it registers for it.

        Args:
            capacity: how many may wait to be read.

        Raises:
            ValueError: on entering: the capacity is less than 1.
            anyio.ClosedResourceError: it was closed or deleted through this object.
            HcsError: on entering: the service refused it.

        Source:
            HcnRegisterGuestNetworkServiceCallback, computenetwork.h.
        """
        self.refuse_closed()
        return NotificationStream(NotificationSource(self.handle, subject=self.subject), capacity)


_PLAIN = b'{"SchemaVersion":{"Major":2,"Minor":0}}'
