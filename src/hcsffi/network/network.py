"""A network: its address plan, its policies, and what endpoints stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.network.held import Family
from hcsffi.network.policies import network_documents
from hcsffi.network.policy_holder import PolicyHolder

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.network.policy import AnyPolicy


class Network(PolicyHolder[documents.hcn.HostComputeNetwork]):
    """A network of this host, through one handle; made by :meth:`create`, ``open`` and ``get``."""

    family = Family(
        "Network",
        "Networks",
        "network",
        documents.hcn.HostComputeNetwork,
        documents.hcn.ModifyNetworkSettingRequest,
        "HCN_E_NETWORK_NOT_FOUND",
    )

    @classmethod
    async def create(cls, document: documents.hcn.HostComputeNetwork | JsonDocument, *, id: str | uuid.UUID | None = None) -> Self:
        """Create a network.

        Args:
            document: the ``HostComputeNetwork`` document as its type, a mapping or JSON text; :mod:`hcsffi.documents.build` has builders.
            id: the id it is to have; ``None`` leaves it to the document's ``ID`` or the service, and ``network.id`` tells it.

        Raises:
            ValueError: the id is no GUID.
            InvalidDocument: the document is not well formed; nothing was created.
            DocumentRejected: the service did not accept it (HCN_E_INVALID_NETWORK, HCN_E_INVALID_SUBNET, HCN_E_INVALID_JSON ...).
            AlreadyExists: the name is taken (HCN_E_NETWORK_ALREADY_EXISTS).
            ServiceUnavailable: there is no network service, or it is stopping.

        Blocks:
            A worker thread, while the service makes it.

        Cancellation:
            Ends the wait at once. The network may still come to be; a handle that arrives later is closed.

        Source:
            HcnCreateNetwork, HcnQueryNetworkProperties, computenetwork.h; schema HostComputeNetwork (since 2.0).
        """
        return await cls._create(document, id)

    def _request(self, change: documents.hcn.ModifyRequestType, policies: Sequence[AnyPolicy]) -> documents.hcn.ModifyNetworkSettingRequest:
        written = network_documents(policies, self.service_version)
        return documents.hcn.ModifyNetworkSettingRequest(
            resource_type=documents.hcn.NetworkResourceType.POLICY,
            request_type=change,
            settings=documents.hcn.PolicyNetworkRequest(policies=written),
        )
