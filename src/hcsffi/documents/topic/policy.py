"""Network, endpoint and subnet policies.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.filter import ProtocolType
    from hcsffi.documents.topic.network import Health, Telemetry
    from hcsffi.documents.topic.network_service import Version

class EndpointPolicyType(TextEnum):
    """Known values of `EndpointPolicyType`.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    Kept: EndpointPolicyType enum-values: wsl Firewall; zlayer NetworkACL, NetworkL4Proxy; values outside the published list are kept and marked.
    """

    __published__ = "hcn.EndpointPolicyType"
    __numeric__ = True
    __newer__ = {"L4WFPPROXY": "2.5", "Encryption": "2.1", "VLAN": "2.4", "InterfaceParameters": "2.4", "Iov": "2.9", "TierAcl": "2.10"}

    PORT_MAPPING = "PortMapping"
    ACL = "ACL"
    QOS = "QOS"
    L2_DRIVER = "L2Driver"
    OUT_BOUND_NAT = "OutBoundNAT"
    SDN_ROUTE = "SDNRoute"
    L4_PROXY = "L4Proxy"
    L4_WFPPROXY = "L4WFPPROXY"
    PROVIDER_ADDRESS = "ProviderAddress"
    PORT_NAME = "PortName"
    ENCAP_OVERHEAD = "EncapOverhead"
    INTERFACE_CONSTRAINT = "InterfaceConstraint"
    ENCRYPTION = "Encryption"
    VLAN = "VLAN"
    INTERFACE_PARAMETERS = "InterfaceParameters"
    IOV = "Iov"
    TIER_ACL = "TierAcl"
    FIREWALL = "Firewall"
    """Known from the WSL service."""
    NETWORK_ACL = "NetworkACL"
    """Known from zlayer."""
    NETWORK_L4_PROXY = "NetworkL4Proxy"
    """Known from zlayer."""


class IovInterruptModerationType(NumberEnum):
    """Known values of `IovInterruptModerationType`.

    Since schema 2.9; source: the published schema.
    Kept: IovInterruptModerationType enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.IovInterruptModerationType"
    __texts__ = {"IovInterruptModerationDefault": 0, "IovInterruptModerationAdaptive": 1, "IovInterruptModerationOff": 2, "IovInterruptModerationLow": 100, "IovInterruptModerationMedium": 200, "IovInterruptModerationHigh": 300}

    IOV_INTERRUPT_MODERATION_DEFAULT = 0
    IOV_INTERRUPT_MODERATION_ADAPTIVE = 1
    IOV_INTERRUPT_MODERATION_OFF = 2
    IOV_INTERRUPT_MODERATION_LOW = 100
    IOV_INTERRUPT_MODERATION_MEDIUM = 200
    IOV_INTERRUPT_MODERATION_HIGH = 300


class NatFlags(FlagsEnum):
    """Known values of `NatFlags`.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: NatFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.NatFlags"
    __texts__ = {"None": 0, "LocalRoutedVip": 1, "IPv6": 2}
    __newer__ = {"IPv6": "2.8"}

    NONE = 0
    LOCAL_ROUTED_VIP = 1
    IPV6 = 2


class NetworkPolicyType(TextEnum):
    """Known values of `NetworkPolicyType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NetworkPolicyType"
    __numeric__ = True

    SOURCE_MAC_ADDRESS = "SourceMacAddress"
    NET_ADAPTER_NAME = "NetAdapterName"
    INTERFACE_CONSTRAINT = "InterfaceConstraint"
    VSWITCH_EXTENSION = "VSwitchExtension"
    PROVIDER_ADDRESS = "ProviderAddress"
    DR_MAC_ADDRESS = "DrMacAddress"
    AUTOMATIC_DNS = "AutomaticDNS"
    REMOTE_SUBNET_ROUTE = "RemoteSubnetRoute"
    VXLAN_PORT = "VxlanPort"
    HOST_ROUTE = "HostRoute"
    SET_POLICY = "SetPolicy"
    L4_PROXY = "L4Proxy"
    LAYER_CONSTRAINT = "LayerConstraint"
    NETWORK_ACL = "NetworkACL"


class SetPolicyTypes(TextEnum):
    """Known values of `SetPolicyTypes`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.SetPolicyTypes"
    __numeric__ = True

    IPSET = "IPSET"
    NESTEDIPSET = "NESTEDIPSET"


class SubnetPolicyType(TextEnum):
    """Known values of `SubnetPolicyType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.SubnetPolicyType"
    __numeric__ = True

    VLAN = "VLAN"
    VSID = "VSID"


class AutomaticDNSNetworkPolicySetting(Document):
    """Whether name servers are set automatically.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.AutomaticDNSNetworkPolicySetting"

    enable: bool | None = member(
        "Enable", "bool", "2.0", "docs hcsshim", default=None
    )
    """Bool, since 2.0."""


class BasePolicy(Document):
    """Document type `BasePolicy`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.BasePolicy"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    type: int | None = member(
        "Type", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    data: Any | None = member(
        "Data", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""


class DrMacAddressNetworkPolicySetting(Document):
    """The hardware address of the distributed router.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.DrMacAddressNetworkPolicySetting"

    address: str | None = member(
        "Address", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class EncapOverheadEndpointPolicySetting(Document):
    """Document type `EncapOverheadEndpointPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.EncapOverheadEndpointPolicySetting"

    overhead: int | None = member(
        "Overhead", "uint16", "2.0", "docs hcsshim", default=None
    )
    """uint16, since 2.0."""


class EndpointPolicy(Document):
    """A policy of an endpoint: its type, and settings of that type.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.EndpointPolicy"

    type: EndpointPolicyType | str | int | None = member(
        "Type", "EndpointPolicyType", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """EndpointPolicyType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by Type", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """Any by Type, since 2.0."""


class HostRoutePolicySetting(Document):
    """No members; send {}.

    Source: the published schema.
    """

    __published__ = "hcn.HostRoutePolicySetting"


class InterfaceConstraintEndpointPolicySetting(Document):
    """Document type `InterfaceConstraintEndpointPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service.
    """

    __published__ = "hcn.InterfaceConstraintEndpointPolicySetting"

    interface_guid: str | None = member(
        "InterfaceGuid", "guid", "2.0", "docs hcsshim wsl", default=None
    )
    """Guid, since 2.0."""

    interface_luid: int | None = member(
        "InterfaceLuid", "uint64", "2.0", "docs hcsshim", default=None
    )
    """uint64, since 2.0."""

    interface_index: int | None = member(
        "InterfaceIndex", "uint32", "2.0", "docs hcsshim wsl", default=None
    )
    """uint32, since 2.0."""

    interface_media_type: int | None = member(
        "InterfaceMediaType", "uint32", "2.0", "docs hcsshim wsl", default=None
    )
    """uint32, since 2.0."""

    interface_alias: str | None = member(
        "InterfaceAlias", "string", "2.0", "docs hcsshim wsl", default=None
    )
    """String, since 2.0."""

    interface_description: str | None = member(
        "InterfaceDescription", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class InterfaceConstraintNetworkPolicySetting(Document):
    """Document type `InterfaceConstraintNetworkPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.InterfaceConstraintNetworkPolicySetting"

    interface_guid: str | None = member(
        "InterfaceGuid", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    interface_luid: int | None = member(
        "InterfaceLuid", "uint64", "2.0", "docs hcsshim", default=None
    )
    """uint64, since 2.0."""

    interface_index: int | None = member(
        "InterfaceIndex", "uint32", "2.0", "docs hcsshim", default=None
    )
    """uint32, since 2.0."""

    interface_media_type: int | None = member(
        "InterfaceMediaType", "uint32", "2.0", "docs hcsshim", default=None
    )
    """uint32, since 2.0."""

    interface_alias: str | None = member(
        "InterfaceAlias", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    interface_description: str | None = member(
        "InterfaceDescription", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class InterfaceParametersPolicySetting(Document):
    """Document type `InterfaceParametersPolicySetting`.

    Since schema 2.4; source: the published schema.
    """

    __published__ = "hcn.InterfaceParametersPolicySetting"

    mtu: int | None = member(
        "Mtu", "uint16", "2.4", "docs", default=None
    )
    """uint16, since 2.4."""


class IovPolicySetting(Document):
    """How an endpoint uses single-root I/O virtualization.

    Since schema 2.9; source: the published schema, hcsshim.
    """

    __published__ = "hcn.IovPolicySetting"

    iov_offload_weight: int | None = member(
        "IovOffloadWeight", "uint32", "2.9", "docs hcsshim", default=None
    )
    """uint32, since 2.9."""

    queue_pairs_requested: int | None = member(
        "QueuePairsRequested", "uint32", "2.9", "docs hcsshim", default=None
    )
    """uint32, since 2.9."""

    interrupt_moderation: IovInterruptModerationType | int | str | None = member(
        "InterruptModeration", "IovInterruptModerationType", "2.9", "docs hcsshim", default=None
    )
    """IovInterruptModerationType, since 2.9."""


class LayerConstraintNetworkPolicySetting(Document):
    """Document type `LayerConstraintNetworkPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.LayerConstraintNetworkPolicySetting"

    layer_id: str | None = member(
        "LayerId", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""


class NetAdapterNameNetworkPolicySetting(Document):
    """The physical adapter a network uses, by name.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NetAdapterNameNetworkPolicySetting"

    network_adapter_name: str | None = member(
        "NetworkAdapterName", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class NetworkPolicy(Document):
    """A policy of a network: its type, and settings of that type.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NetworkPolicy"

    type: NetworkPolicyType | str | int | None = member(
        "Type", "NetworkPolicyType", "2.0", "docs hcsshim", default=None
    )
    """NetworkPolicyType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by Type", "2.0", "docs hcsshim", default=None
    )
    """Any by Type, since 2.0."""


class OutboundNatPolicySetting(Document):
    """Address translation of outgoing traffic.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.OutboundNatPolicySetting"

    virtual_ip: str | None = member(
        "VirtualIP", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    destinations: Sequence[str] | None = member(
        "Destinations", "array<string>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<string>, since 2.0."""

    exceptions: Sequence[str] | None = member(
        "Exceptions", "array<string>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<string>, since 2.0."""

    flags: NatFlags | int | str | None = member(
        "Flags", "NatFlags", "2.0", "docs hcsshim zlayer", default=None
    )
    """NatFlags, since 2.0."""

    max_port_pool_usage: int | None = member(
        "MaxPortPoolUsage", "uint16", None, "hcsshim zlayer", default=None
    )
    """uint16; known from hcsshim, zlayer."""


class PolicyEndpointRequest(Document):
    """Policies to add to or remove from an endpoint.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.PolicyEndpointRequest"

    policies: Sequence[EndpointPolicy] | None = member(
        "Policies", "array<EndpointPolicy>", "2.0", "docs hcsshim", default=None
    )
    """Array<EndpointPolicy>, since 2.0."""


class PolicyNetworkRequest(Document):
    """Policies to add to or remove from a network.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.PolicyNetworkRequest"

    policies: Sequence[NetworkPolicy] | None = member(
        "Policies", "array<NetworkPolicy>", "2.0", "docs hcsshim", default=None
    )
    """Array<NetworkPolicy>, since 2.0."""


class PortMappingPolicySetting(Document):
    """A port of the host forwarded to an endpoint.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.PortMappingPolicySetting"

    protocol: ProtocolType | int | str | None = member(
        "Protocol", "ProtocolType", "2.0", "docs hcsshim", default=None
    )
    """ProtocolType, since 2.0."""

    internal_port: int | None = member(
        "InternalPort", "uint16", "2.0", "docs hcsshim", default=None
    )
    """uint16, since 2.0."""

    external_port: int | None = member(
        "ExternalPort", "uint16", "2.0", "docs hcsshim", default=None
    )
    """uint16, since 2.0."""

    vip: str | None = member(
        "VIP", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    flags: NatFlags | int | str | None = member(
        "Flags", "NatFlags", "2.0", "docs hcsshim", default=None
    )
    """NatFlags, since 2.0."""


class PortnameEndpointPolicySetting(Document):
    """Document type `PortnameEndpointPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service.
    """

    __published__ = "hcn.PortnameEndpointPolicySetting"

    name: str | None = member(
        "Name", "string", "2.0", "docs hcsshim wsl", default=None
    )
    """String, since 2.0."""


class ProviderAddressEndpointPolicySetting(Document):
    """The address of the host in the underlying network.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.ProviderAddressEndpointPolicySetting"

    provider_address: str | None = member(
        "ProviderAddress", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class ProviderAddressNetworkPolicySetting(Document):
    """The address of the host in the underlying network.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.ProviderAddressNetworkPolicySetting"

    provider_address: str | None = member(
        "ProviderAddress", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class QosPolicySetting(Document):
    """Bandwidth limit of an endpoint.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.QosPolicySetting"

    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint64", "2.0", "docs hcsshim", default=None
    )
    """uint64 (bytes), since 2.0."""


class RemoteSubnetRoutePolicySetting(Document):
    """A subnet on another host of an overlay.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.RemoteSubnetRoutePolicySetting"

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    isolation_id: int | None = member(
        "IsolationId", "uint32", "2.0", "docs hcsshim", default=None
    )
    """uint32, since 2.0."""

    provider_address: str | None = member(
        "ProviderAddress", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    distributed_router_mac_address: str | None = member(
        "DistributedRouterMacAddress", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class SDNRoutePolicySetting(Document):
    """A route of an endpoint, with or without encapsulation.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.SDNRoutePolicySetting"

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    next_hop: str | None = member(
        "NextHop", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    need_encap: bool | None = member(
        "NeedEncap", "bool", "2.0", "docs hcsshim zlayer", default=None
    )
    """false is meaningful, keep it (bool, since 2.0)."""

    automatic_endpoint_monitor: bool | None = member(
        "AutomaticEndpointMonitor", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class SetPolicySetting(Document):
    """Document type `SetPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.SetPolicySetting"

    id: str | None = member(
        "Id", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    policy_type: SetPolicyTypes | str | int | None = member(
        "PolicyType", "SetPolicyTypes", "2.0", "docs hcsshim", default=None
    )
    """SetPolicyTypes, since 2.0."""

    values: str | None = member(
        "Values", "string", "2.0", "docs hcsshim", default=None
    )
    """Comma-separated text (string, since 2.0)."""


class SourceMacAddressNetworkPolicySetting(Document):
    """The source hardware address a network uses.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.SourceMacAddressNetworkPolicySetting"

    source_mac_address: str | None = member(
        "SourceMacAddress", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""


class SubnetPolicy(Document):
    """A policy of a subnet: its type, and settings of that type.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.SubnetPolicy"

    type: SubnetPolicyType | str | int | None = member(
        "Type", "SubnetPolicyType", "2.0", "docs hcsshim", default=None
    )
    """SubnetPolicyType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by Type", "2.0", "docs hcsshim", default=None
    )
    """Any by Type, since 2.0."""


class VlanPolicySetting(Document):
    """The VLAN of an endpoint or subnet.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.VlanPolicySetting"

    isolation_id: int | None = member(
        "IsolationId", "uint32", "2.0", "docs hcsshim", default=None
    )
    """0 is meaningful, keep it (uint32, since 2.0)."""


class VsidPolicySetting(Document):
    """The virtual subnet of a subnet.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.VsidPolicySetting"

    isolation_id: int | None = member(
        "IsolationId", "uint32", "2.0", "docs hcsshim", default=None
    )
    """0 is meaningful, keep it (uint32, since 2.0)."""


class VSwitchExtensionNetworkPolicySetting(Document):
    """Document type `VSwitchExtensionNetworkPolicySetting`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.VSwitchExtensionNetworkPolicySetting"

    extension_id: str | None = member(
        "ExtensionID", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    enable: bool | None = member(
        "Enable", "bool", "2.0", "docs hcsshim", default=None
    )
    """Bool, since 2.0."""


class VxlanPortPolicySetting(Document):
    """The UDP port of an overlay.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.VxlanPortPolicySetting"

    port: int | None = member(
        "Port", "uint16", "2.0", "docs hcsshim", default=None
    )
    """uint16, since 2.0."""
