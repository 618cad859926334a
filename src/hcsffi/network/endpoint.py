"""An endpoint: a port on a network, with its addresses and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.delivery.argument import unchecked_text
from hcsffi.network.family import QUERY
from hcsffi.network.held import Family
from hcsffi.network.identity import bare
from hcsffi.network.network import Network
from hcsffi.network.policies import endpoint_documents
from hcsffi.network.policy_holder import PolicyHolder

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.network.listing import Listing
    from hcsffi.network.policy import AnyPolicy


class Endpoint(PolicyHolder[documents.hcn.HostComputeEndpoint]):
    """An endpoint of a network of this host, through one handle; made by :meth:`create`, ``open`` and ``get``."""

    family = Family(
        "Endpoint",
        "Endpoints",
        "endpoint",
        documents.hcn.HostComputeEndpoint,
        documents.hcn.ModifyEndpointSettingRequest,
        "HCN_E_ENDPOINT_NOT_FOUND",
    )

    @classmethod
    async def create(
        cls,
        network: Network | str | uuid.UUID,
        document: documents.hcn.HostComputeEndpoint | JsonDocument,
        *,
        id: str | uuid.UUID | None = None,
    ) -> Self:
        """Create an endpoint on a network; the service gives it what the document leaves open: addresses, MAC.

        Args:
            network: the network, open; or the id of one, which is opened for this call.
            document: the ``HostComputeEndpoint`` document as its type, a mapping or JSON text; ``HostComputeNetwork`` may be left out.
            id: the id it is to have; ``None`` leaves it to the document's ``ID`` or the service, and ``endpoint.id`` tells it.

        Raises:
            anyio.ClosedResourceError: the network was closed.
            ValueError: an id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            DocumentRejected: the service did not accept it (HCN_E_INVALID_ENDPOINT, HCN_E_INVALID_POLICY, HCN_E_INVALID_IP ...).
            AddressTaken: the address is in use or reserved (HCN_E_ADDR_INVALID_OR_RESERVED).
            PortTaken: another endpoint has that port of the host (HCN_E_PORT_ALREADY_EXISTS).
            NotFound: there is no such network (HCN_E_NETWORK_NOT_FOUND).
            ServiceUnavailable: there is no network service, or it is stopping.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. The endpoint may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateEndpoint, HcnQueryEndpointProperties, computenetwork.h; schema HostComputeEndpoint (since 2.0).
        """
        if isinstance(network, Network):
            network.refuse_closed()
            return await cls._create(document, id, network.handle)
        async with await Network.open(network) as opened:
            return await cls._create(document, id, opened.handle)

    @classmethod
    async def on(cls, network: Network | str | uuid.UUID) -> Listing[documents.hcn.HostComputeEndpoint]:
        """Return the endpoints of a network.

        Args:
            network: the network, or its id.

        Raises:
            ValueError: the id is no GUID.
            HcsError: the service refused it.

        Blocks:
            Worker threads, as :meth:`list` does.

        Cancellation:
            Ends the wait at once; what was opened is closed.

        Source:
            HcnEnumerateEndpoints, HcnOpenEndpoint, HcnQueryEndpointProperties, computenetwork.h.
        """
        return await cls.list({"VirtualNetwork": network.id if isinstance(network, Network) else bare(network)})

    async def statistics(self) -> documents.hcn.EndpointStats:
        """Return what has passed through it.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotSupported: this Windows has no such function (it came with build 22621).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryEndpointStats, computenetwork.h; schema EndpointStats (read in clients).
        """
        answer = await self._ask("HcnQueryEndpointStats", QUERY)
        return documents.from_json(documents.hcn.EndpointStats, answer.document or b"{}")

    async def addresses_raw(self, query: documents.Document | JsonDocument | None = None) -> str:
        """Return the service's answer about its addresses as it came; no source describes its shape.

        Args:
            query: sent as it is; ``None`` asks for generation 2.

        Raises:
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotSupported: this Windows has no such function (it came with build 22621).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnQueryEndpointAddresses, computenetwork.h.
        """
        text = QUERY if query is None else unchecked_text("query", query)
        return (await self._ask("HcnQueryEndpointAddresses", text)).document.decode("utf-8", "replace")

    def _request(
        self, change: documents.hcn.ModifyRequestType, policies: Sequence[AnyPolicy]
    ) -> documents.hcn.ModifyEndpointSettingRequest:
        written = endpoint_documents(policies, self.service_version)
        return documents.hcn.ModifyEndpointSettingRequest(
            resource_type=documents.hcn.EndpointResourceType.POLICY,
            request_type=change,
            settings=documents.hcn.PolicyEndpointRequest(policies=written),
        )
