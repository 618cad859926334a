"""Nouns that have policies, which can be changed while they live."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from hcsffi.documents import hcn
from hcsffi.network.family import Entity
from hcsffi.network.policies import read_policies
from hcsffi.network.service_version import ServiceVersion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents import Document
    from hcsffi.network.policy import AnyPolicy

_Document = TypeVar("_Document", hcn.HostComputeNetwork, hcn.HostComputeEndpoint)
_Change = hcn.ModifyRequestType


class PolicyHolder(Entity[_Document]):
    """One that has policies."""

    @property
    def policies(self) -> tuple[AnyPolicy, ...]:
        """Its policies as they were answered last, as their types; what no type describes is a :class:`RawPolicy`."""
        return read_policies(self.properties.policies)

    @property
    def service_version(self) -> ServiceVersion | None:
        """The version of the service that answered last, or ``None`` where it does not tell it."""
        return ServiceVersion.of(self.properties.version)

    @abstractmethod
    def _request(self, change: hcn.ModifyRequestType, policies: Sequence[AnyPolicy]) -> Document:
        """Write the request that changes these policies."""

    async def add_policies(self, *policies: AnyPolicy) -> None:
        """Add policies to those it has.

        Raises:
            PolicyRefused: one may not stand there, or the service is too old for it; nothing was called.
            anyio.ClosedResourceError: it was closed or deleted through this object.
            PortTaken: another endpoint has that port of the host (HCN_E_PORT_ALREADY_EXISTS).
            AlreadyExists: it has that policy (HCN_E_POLICY_ALREADY_EXISTS).
            DocumentRejected: the service did not accept one (HCN_E_INVALID_POLICY).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; they may still be added, and :attr:`policies` is as it was.

        Source:
            HcnModifyEndpoint, HcnModifyNetwork, computenetwork.h; schemas PolicyEndpointRequest, PolicyNetworkRequest (since 2.0).
        """
        await self._change_policies(_Change.ADD, policies)

    async def update_policies(self, *policies: AnyPolicy) -> None:
        """Put policies in the place of those it has of the same types.

        Raises:
            PolicyRefused: one may not stand there, or the service is too old for it; nothing was called.
            anyio.ClosedResourceError: it was closed or deleted through this object.
            PortTaken: another endpoint has that port of the host (HCN_E_PORT_ALREADY_EXISTS).
            DocumentRejected: the service did not accept one (HCN_E_INVALID_POLICY).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; they may still be put there, and :attr:`policies` is as it was.

        Source:
            HcnModifyEndpoint, HcnModifyNetwork, computenetwork.h; schemas PolicyEndpointRequest, PolicyNetworkRequest (since 2.0).
        """
        await self._change_policies(_Change.UPDATE, policies)

    async def remove_policies(self, *policies: AnyPolicy) -> None:
        """Take policies away; each is given as it is there.

        Raises:
            PolicyRefused: one may not stand there, or the service is too old for it; nothing was called.
            anyio.ClosedResourceError: it was closed or deleted through this object.
            NotFound: it does not have one of them (HCN_E_POLICY_NOT_FOUND).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; they may still be taken away, and :attr:`policies` is as it was.

        Source:
            HcnModifyEndpoint, HcnModifyNetwork, computenetwork.h; schemas PolicyEndpointRequest, PolicyNetworkRequest (since 2.0).
        """
        await self._change_policies(_Change.REMOVE, policies)

    async def _change_policies(self, change: hcn.ModifyRequestType, policies: Sequence[AnyPolicy]) -> None:
        await self.modify(self._request(change, policies))
        await self.query()
