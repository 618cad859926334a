"""Settings of the policies of networks and subnets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from typing import Any

    from hcsffi.documents.topic.entity import Health, Telemetry, Version


@define(frozen=True, kw_only=True)
class SourceMacAddressNetworkPolicySetting(
    Document, published="hcn.SourceMacAddressNetworkPolicySetting", since="2.0", sources="docs hcsshim"
):
    """The source hardware address a network uses."""

    source_mac_address: str | None = member("SourceMacAddress", "string", "2.0", "docs hcsshim", rule="needed mac")


@define(frozen=True, kw_only=True)
class NetAdapterNameNetworkPolicySetting(Document, published="hcn.NetAdapterNameNetworkPolicySetting", since="2.0", sources="docs hcsshim"):
    """The physical adapter a network uses, by name."""

    network_adapter_name: str | None = member("NetworkAdapterName", "string", "2.0", "docs hcsshim", rule="needed: hcsshim")


@define(frozen=True, kw_only=True)
class InterfaceConstraintNetworkPolicySetting(
    Document, published="hcn.InterfaceConstraintNetworkPolicySetting", since="2.0", sources="docs hcsshim"
):
    """The interface of the host a network is bound to."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    interface_guid: str | None = member("InterfaceGuid", "guid", "2.0", "docs hcsshim")
    interface_luid: int | None = member("InterfaceLuid", "uint64", "2.0", "docs hcsshim")
    interface_index: int | None = member("InterfaceIndex", "uint32", "2.0", "docs hcsshim")
    interface_media_type: int | None = member("InterfaceMediaType", "uint32", "2.0", "docs hcsshim")
    interface_alias: str | None = member("InterfaceAlias", "string", "2.0", "docs hcsshim")
    interface_description: str | None = member("InterfaceDescription", "string", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class VSwitchExtensionNetworkPolicySetting(
    Document, published="hcn.VSwitchExtensionNetworkPolicySetting", since="2.0", sources="docs hcsshim"
):
    """A switch extension of a network, on or off."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    extension_id: str | None = member("ExtensionID", "guid", "2.0", "docs hcsshim", rule="needed: hcsshim")
    enable: bool | None = member("Enable", "bool", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class ProviderAddressNetworkPolicySetting(
    Document, published="hcn.ProviderAddressNetworkPolicySetting", since="2.0", sources="docs hcsshim"
):
    """The address of the host in the underlying network."""

    provider_address: str | None = member("ProviderAddress", "string", "2.0", "docs hcsshim", rule="needed address")


@define(frozen=True, kw_only=True)
class DrMacAddressNetworkPolicySetting(Document, published="hcn.DrMacAddressNetworkPolicySetting", since="2.0", sources="docs hcsshim"):
    """The hardware address of the distributed router."""

    address: str | None = member("Address", "string", "2.0", "docs hcsshim", rule="needed mac")


@define(frozen=True, kw_only=True)
class AutomaticDNSNetworkPolicySetting(Document, published="hcn.AutomaticDNSNetworkPolicySetting", since="2.0", sources="docs hcsshim"):
    """Whether name servers are set automatically."""

    enable: bool | None = member("Enable", "bool", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class RemoteSubnetRoutePolicySetting(Document, published="hcn.RemoteSubnetRoutePolicySetting", since="2.0", sources="docs hcsshim"):
    """A subnet on another host of an overlay."""

    destination_prefix: str | None = member("DestinationPrefix", "string", "2.0", "docs hcsshim", rule="needed prefix")
    # integer-width: hcsshim uint16; the published width is kept, narrower code was generated.
    isolation_id: int | None = member("IsolationId", "uint32", "2.0", "docs hcsshim", rule="needed: flannel's vxlan backend")
    provider_address: str | None = member("ProviderAddress", "string", "2.0", "docs hcsshim", rule="needed address")
    distributed_router_mac_address: str | None = member("DistributedRouterMacAddress", "string", "2.0", "docs hcsshim", rule="needed mac")


@define(frozen=True, kw_only=True)
class VxlanPortPolicySetting(Document, published="hcn.VxlanPortPolicySetting", since="2.0", sources="docs hcsshim"):
    """The UDP port of an overlay."""

    port: int | None = member("Port", "uint16", "2.0", "docs hcsshim", rule="needed from 1 to 65535: UDP")


@define(frozen=True, kw_only=True)
class HostRoutePolicySetting(Document, published="hcn.HostRoutePolicySetting", sources="docs"):
    """A policy of its type alone: No members; send {}."""


@define(frozen=True, kw_only=True)
class SetPolicySetting(Document, published="hcn.SetPolicySetting", since="2.0", sources="docs hcsshim"):
    """A named set of addresses, or of such sets."""

    id: str | None = member("Id", "string", "2.0", "docs hcsshim", rule="needed: hcsshim")
    name: str | None = member("Name", "string", "2.0", "docs hcsshim")
    policy_type: SetPolicyTypes | None = member("PolicyType", "SetPolicyTypes", "2.0", "docs hcsshim", rule="needed: hcsshim")
    values: str | None = member("Values", "string", "2.0", "docs hcsshim", "Comma-separated text.")


class SetPolicyTypes(TextEnum, published="hcn.SetPolicyTypes", since="2.0", sources="docs hcsshim", numeric=True):
    """What a named set holds."""

    IPSET = "IPSET"
    NESTEDIPSET = "NESTEDIPSET"


@define(frozen=True, kw_only=True)
class LayerConstraintNetworkPolicySetting(
    Document, published="hcn.LayerConstraintNetworkPolicySetting", since="2.0", sources="docs hcsshim"
):
    """The switch layer a network is bound to."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    layer_id: str | None = member("LayerId", "guid", "2.0", "docs hcsshim", rule="needed: hcsshim")


@define(frozen=True, kw_only=True)
class VlanPolicySetting(Document, published="hcn.VlanPolicySetting", since="2.0", sources="docs hcsshim"):
    """The VLAN of an endpoint or subnet."""

    isolation_id: int | None = member(
        "IsolationId", "uint32", "2.0", "docs hcsshim", "0 is meaningful, keep it.", rule="needed from 0 to 4094: IEEE 802.1Q"
    )


@define(frozen=True, kw_only=True)
class VsidPolicySetting(Document, published="hcn.VsidPolicySetting", since="2.0", sources="docs hcsshim"):
    """The virtual subnet of a subnet."""

    isolation_id: int | None = member("IsolationId", "uint32", "2.0", "docs hcsshim", "0 is meaningful, keep it.", rule="needed: hcsshim")


@define(frozen=True, kw_only=True)
class BasePolicy(Document, published="hcn.BasePolicy", since="2.0", sources="docs"):
    """A policy kept as one thing of the network service."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    type: int | None = member("Type", "uint16", "2.0", "docs")
    data: Any | None = member("Data", "any", "2.0", "docs")
