"""Networks, endpoints and namespaces of generation 1, and the network service itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import NumberEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.endpoint_policy import InterfaceConstraintEndpointPolicySetting
    from hcsffi.documents.topic.network import IpSubnet, NetworkFlags, NetworkMode


@define(frozen=True, kw_only=True)
class HNSNetwork(Document, published="hcn.V1.HNSNetwork", sources="wsl hcsshim-v1 dotnet"):
    """A virtual network and its address plan."""

    id: str | None = member("ID", "string", None, "wsl hcsshim-v1 dotnet")
    name: str | None = member("Name", "string", None, "wsl hcsshim-v1 dotnet")
    source_mac: str | None = member("SourceMac", "string", None, "wsl hcsshim-v1 dotnet")
    dns_suffix: str | None = member("DNSSuffix", "string", None, "wsl hcsshim-v1 dotnet")
    dns_server_list: str | None = member("DNSServerList", "string", None, "wsl hcsshim-v1 dotnet", rule="addresses")
    dns_domain: str | None = member("DNSDomain", "string", None, "wsl")
    # type-name: wsl array<V1.Subnet>; dotnet array<Subnet>; same shape under another name.
    subnets: Sequence[Subnet] | None = member("Subnets", "array<V1.Subnet>", None, "wsl hcsshim-v1 dotnet")
    flags: NetworkFlags | None = member("Flags", "NetworkFlags", None, "wsl")
    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl"
    )
    type: str | None = member("Type", "string", None, "hcsshim-v1 dotnet")
    network_adapter_name: str | None = member("NetworkAdapterName", "string", None, "hcsshim-v1 dotnet")
    # untyped: hcsshim-v1 array<any>; dotnet array<Policy>; the published type is kept, unknown shapes pass where it is open.
    policies: Sequence[Any] | None = member("Policies", "array<any by .Type>", None, "hcsshim-v1 dotnet")
    # type-name: hcsshim-v1 array<V1.MacPool>; dotnet array<MacPool>; same shape under another name.
    mac_pools: Sequence[MacPool] | None = member("MacPools", "array<V1.MacPool>", None, "hcsshim-v1 dotnet")
    dns_server_compartment: int | None = member("DNSServerCompartment", "uint32", None, "hcsshim-v1")
    management_ip: str | None = member("ManagementIP", "string", None, "hcsshim-v1")
    automatic_dns: bool | None = member("AutomaticDNS", "bool", None, "hcsshim-v1")
    activity_id: str | None = member("ActivityId", "guid", None, "observed")
    additional_params: Any | None = member("AdditionalParams", "any", None, "observed")
    current_endpoint_count: int | None = member("CurrentEndpointCount", "uint32", None, "observed")
    extensions: Sequence[Any] | None = member("Extensions", "array<any>", None, "observed")
    gateway_mac: str | None = member("GatewayMac", "mac", None, "observed")
    health: Any | None = member("Health", "any", None, "observed")
    ipv6: bool | None = member("IPv6", "bool", None, "observed")
    isolate_switch: bool | None = member("IsolateSwitch", "bool", None, "observed")
    layered_on: str | None = member("LayeredOn", "guid", None, "observed")
    max_concurrent_endpoints: int | None = member("MaxConcurrentEndpoints", "uint32", None, "observed")
    nat_name: str | None = member("NatName", "string", None, "observed")
    state: int | None = member("State", "uint32", None, "observed")
    switch_guid: str | None = member("SwitchGuid", "guid", None, "observed")
    switch_name: str | None = member("SwitchName", "string", None, "observed")
    total_endpoints: int | None = member("TotalEndpoints", "uint32", None, "observed")
    version: int | None = member("Version", "uint64", None, "observed")
    resources: Any | None = member("Resources", "any", None, "observed")


@define(frozen=True, kw_only=True)
class Network(Document, published="hcn.V1.Network", sources="wsl"):
    """A network to make, as WSL asks for it."""

    name: str | None = member("Name", "string", None, "wsl")
    type: NetworkMode | None = member("Type", "NetworkMode", None, "wsl")
    isolate_switch: bool | None = member("IsolateSwitch", "bool", None, "wsl")
    flags: NetworkFlags | None = member("Flags", "NetworkFlags", None, "wsl")
    subnets: Sequence[Subnet] | None = member("Subnets", "array<V1.Subnet>", None, "wsl")
    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl"
    )


@define(frozen=True, kw_only=True)
class Subnet(Document, published="hcn.V1.Subnet", sources="wsl hcsshim-v1"):
    """One address range of a network."""

    gateway_address: str | None = member("GatewayAddress", "string", None, "wsl hcsshim-v1", rule="address")
    address_prefix: str | None = member("AddressPrefix", "string", None, "wsl hcsshim-v1", rule="subnet")
    ip_subnets: Sequence[IpSubnet] | None = member("IpSubnets", "array<IpSubnet>", None, "wsl")
    policies: Sequence[Any] | None = member("Policies", "array<any by .Type>", None, "hcsshim-v1")
    additional_params: Any | None = member("AdditionalParams", "any", None, "observed")
    flags: int | None = member("Flags", "uint32", None, "observed")
    health: Any | None = member("Health", "any", None, "observed")
    id: str | None = member("ID", "guid", None, "observed")
    object_type: int | None = member("ObjectType", "uint32", None, "observed")
    state: int | None = member("State", "uint32", None, "observed")


@define(frozen=True, kw_only=True)
class MacPool(Document, published="hcn.V1.MacPool", sources="hcsshim-v1"):
    """First and last of the hardware addresses a network hands out."""

    start_mac_address: str | None = member("StartMacAddress", "string", None, "hcsshim-v1", rule="mac")
    end_mac_address: str | None = member("EndMacAddress", "string", None, "hcsshim-v1", rule="mac")


@define(frozen=True, kw_only=True)
class HNSNetworkResponse(Document, published="hcn.V1.HNSNetworkResponse", sources="dotnet"):
    """Answer to a request about networks."""

    success: bool | None = member("Success", "bool", None, "dotnet")
    error: str | None = member("Error", "string", None, "dotnet")
    output: Sequence[HNSNetwork] | None = member("Output", "array<V1.HNSNetwork>", None, "dotnet")


@define(frozen=True, kw_only=True)
class HNSSingleNetworkResponse(Document, published="hcn.V1.HNSSingleNetworkResponse", sources="dotnet"):
    """Answer to a request about one network."""

    success: bool | None = member("Success", "bool", None, "dotnet")
    error: str | None = member("Error", "string", None, "dotnet")
    output: HNSNetwork | None = member("Output", "V1.HNSNetwork", None, "dotnet")


@define(frozen=True, kw_only=True)
class HNSNnvManagementMacList(Document, published="hcn.V1.HNSNnvManagementMacList", sources="hcsshim-v1"):
    """Hardware addresses used for management."""

    mac_address_list: Sequence[HNSNnvManagementMacAddress] | None = member(
        "MacAddressList", "array<V1.HNSNnvManagementMacAddress>", None, "hcsshim-v1"
    )


@define(frozen=True, kw_only=True)
class HNSNnvManagementMacAddress(Document, published="hcn.V1.HNSNnvManagementMacAddress", sources="hcsshim-v1"):
    """One hardware address used for management."""

    mac_address: str | None = member("MacAddress", "string", None, "hcsshim-v1", rule="mac")


@define(frozen=True, kw_only=True)
class HNSGlobals(Document, published="hcn.V1.HNSGlobals", sources="hcsshim-v1"):
    """Version of the network service."""

    version: HNSVersion | None = member("Version", "V1.HNSVersion", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class HNSVersion(Document, published="hcn.V1.HNSVersion", sources="hcsshim-v1"):
    """Version of the network service: major and minor number."""

    major: int | None = member("Major", "int", None, "hcsshim-v1")
    minor: int | None = member("Minor", "int", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class HNSSupportedFeatures(Document, published="hcn.V1.HNSSupportedFeatures", sources="hcsshim-v1"):
    """What this host can do."""

    acl: HNSAclFeatures | None = member("ACL", "V1.HNSAclFeatures", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class HNSAclFeatures(Document, published="hcn.V1.HNSAclFeatures", sources="hcsshim-v1"):
    """What the access lists of this host can do."""

    acl_address_lists: bool | None = member("AclAddressLists", "bool", None, "hcsshim-v1")
    acl_host_rule_priority: bool | None = member("AclHostRulePriority", "bool", None, "hcsshim-v1")
    acl_port_ranges: bool | None = member("AclPortRanges", "bool", None, "hcsshim-v1")
    acl_rule_id: bool | None = member("AclRuleId", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class HNSEndpoint(Document, published="hcn.V1.HNSEndpoint", sources="wsl hcsshim-v1 dotnet"):
    """A port on a network; one NIC."""

    ip_address: str | None = member("IPAddress", "string", None, "wsl hcsshim-v1 dotnet", rule="address")
    mac_address: str | None = member("MacAddress", "string", None, "wsl hcsshim-v1 dotnet", rule="mac")
    gateway_address: str | None = member("GatewayAddress", "string", None, "wsl hcsshim-v1 dotnet", rule="address")
    port_friendly_name: str | None = member("PortFriendlyName", "string", None, "wsl")
    # string-format: wsl guid; hcsshim-v1 string; the published format is kept, other texts pass.
    virtual_network: str | None = member("VirtualNetwork", "guid", None, "wsl hcsshim-v1 dotnet")
    virtual_network_name: str | None = member("VirtualNetworkName", "string", None, "wsl hcsshim-v1 dotnet")
    name: str | None = member("Name", "string", None, "wsl hcsshim-v1 dotnet")
    # string-format: wsl guid; hcsshim-v1 string; the published format is kept, other texts pass.
    id: str | None = member("ID", "guid", None, "wsl hcsshim-v1 dotnet")
    # integer-width: wsl uint8; dotnet uint16; the published width is kept, narrower code was generated.
    prefix_length: int | None = member("PrefixLength", "uint8", None, "wsl hcsshim-v1 dotnet")
    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl"
    )
    dns_server_list: str | None = member("DNSServerList", "string", None, "wsl hcsshim-v1 dotnet", rule="addresses")
    # untyped: hcsshim-v1 array<any>; dotnet array<string>; the published type is kept, unknown shapes pass where it is open.
    policies: Sequence[Any] | None = member("Policies", "array<any by .Type>", None, "hcsshim-v1 dotnet")
    ipv6_address: str | None = member("IPv6Address", "string", None, "hcsshim-v1", rule="address")
    dns_suffix: str | None = member("DNSSuffix", "string", None, "hcsshim-v1 dotnet")
    dns_domain: str | None = member("DNSDomain", "string", None, "hcsshim-v1")
    gateway_address_v6: str | None = member("GatewayAddressV6", "string", None, "hcsshim-v1", rule="address")
    enable_internal_dns: bool | None = member("EnableInternalDNS", "bool", None, "hcsshim-v1")
    disable_icc: bool | None = member("DisableICC", "bool", None, "hcsshim-v1")
    ipv6_prefix_length: int | None = member("IPv6PrefixLength", "uint8", None, "hcsshim-v1")
    is_remote_endpoint: bool | None = member("IsRemoteEndpoint", "bool", None, "hcsshim-v1")
    enable_low_metric: bool | None = member("EnableLowMetric", "bool", None, "hcsshim-v1")
    namespace: Namespace | None = member("Namespace", "V1.Namespace", None, "hcsshim-v1")
    encap_overhead: int | None = member("EncapOverhead", "uint16", None, "hcsshim-v1")
    shared_containers: Sequence[str] | None = member("SharedContainers", "array<string>", None, "hcsshim-v1")
    state: EndpointState | None = member("State", "V1.EndpointState", None, "hcsshim-v1")
    type: str | None = member("Type", "string", None, "observed")
    flags: int | None = member("Flags", "uint32", None, "observed")
    activity_id: str | None = member("ActivityId", "guid", None, "observed")
    additional_params: Any | None = member("AdditionalParams", "any", None, "observed")
    create_processing_start_time: int | None = member("CreateProcessingStartTime", "uint64", None, "observed")
    health: Any | None = member("Health", "any", None, "observed")
    resources: Any | None = member("Resources", "any", None, "observed")
    version: int | None = member("Version", "uint64", None, "observed")


class EndpointState(NumberEnum, published="hcn.V1.EndpointState", sources="hcsshim-v1"):
    """Where an endpoint is in its life."""

    UNINITIALIZED = 0, "Uninitialized"
    CREATED = 1, "Created"
    ATTACHED = 2, "Attached"
    ATTACHED_SHARING = 3, "AttachedSharing"
    DETACHED = 4, "Detached"
    DEGRADED = 5, "Degraded"
    DESTROYED = 6, "Destroyed"


@define(frozen=True, kw_only=True)
class HNSEndpointResponse(Document, published="hcn.V1.HNSEndpointResponse", sources="dotnet"):
    """Answer to a request about an endpoint."""

    success: bool | None = member("Success", "bool", None, "dotnet")
    error: str | None = member("Error", "string", None, "dotnet")
    output: HNSEndpoint | None = member("Output", "V1.HNSEndpoint", None, "dotnet")


@define(frozen=True, kw_only=True)
class EndpointStats(Document, published="hcn.V1.EndpointStats", sources="hcsshim-v1"):
    """Traffic of an endpoint."""

    bytes_received: int | None = member("BytesReceived", "uint64", None, "hcsshim-v1", unit="bytes")
    bytes_sent: int | None = member("BytesSent", "uint64", None, "hcsshim-v1", unit="bytes")
    dropped_packets_incoming: int | None = member("DroppedPacketsIncoming", "uint64", None, "hcsshim-v1")
    dropped_packets_outgoing: int | None = member("DroppedPacketsOutgoing", "uint64", None, "hcsshim-v1")
    endpoint_id: str | None = member("EndpointId", "string", None, "hcsshim-v1")
    instance_id: str | None = member("InstanceId", "string", None, "hcsshim-v1")
    packets_received: int | None = member("PacketsReceived", "uint64", None, "hcsshim-v1")
    packets_sent: int | None = member("PacketsSent", "uint64", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class EndpointAttachDetachRequest(Document, published="hcn.V1.EndpointAttachDetachRequest", sources="hcsshim-v1"):
    """The system an endpoint is attached to or detached from."""

    container_id: str | None = member("ContainerId", "string", None, "hcsshim-v1")
    system_type: SystemType | None = member("SystemType", "V1.SystemType", None, "hcsshim-v1")
    compartment_id: int | None = member("CompartmentId", "uint16", None, "hcsshim-v1")
    virtual_nic_name: str | None = member("VirtualNicName", "string", None, "hcsshim-v1")


class SystemType(TextEnum, published="hcn.V1.SystemType", sources="hcsshim-v1", numeric=True):
    """What an endpoint is attached to."""

    CONTAINER = "Container"
    VIRTUAL_MACHINE = "VirtualMachine"
    HOST = "Host"


@define(frozen=True, kw_only=True)
class Namespace(Document, published="hcn.V1.Namespace", sources="hcsshim-v1"):
    """A compartment that gathers endpoints and containers."""

    id: str | None = member("ID", "string", None, "hcsshim-v1")
    is_default: bool | None = member("IsDefault", "bool", None, "hcsshim-v1")
    resource_list: Sequence[NamespaceResource] | None = member("ResourceList", "array<V1.NamespaceResource>", None, "hcsshim-v1")
    compartment_id: int | None = member("CompartmentId", "uint32", None, "hcsshim-v1")
    activity_id: str | None = member("ActivityId", "guid", None, "observed")
    additional_params: Any | None = member("AdditionalParams", "any", None, "observed")
    containers: Sequence[Any] | None = member("Containers", "array<any>", None, "observed")
    health: Any | None = member("Health", "any", None, "observed")
    policies: Sequence[Any] | None = member("Policies", "array<any by .Type>", None, "observed")
    resources: Any | None = member("Resources", "any", None, "observed")
    state: int | None = member("State", "uint32", None, "observed")
    version: int | None = member("Version", "uint64", None, "observed")


@define(frozen=True, kw_only=True)
class NamespaceResource(Document, published="hcn.V1.NamespaceResource", sources="hcsshim-v1"):
    """An endpoint or container of a namespace."""

    type: str | None = member("Type", "string", None, "hcsshim-v1")
    data: Any | None = member("Data", "any", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class NamespaceRequest(Document, published="hcn.V1.NamespaceRequest", sources="hcsshim-v1"):
    """A namespace to make."""

    is_default: bool | None = member("IsDefault", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class NamespaceEndpointRequest(Document, published="hcn.V1.NamespaceEndpointRequest", sources="hcsshim-v1"):
    """The endpoint to add to or remove from a namespace."""

    id: str | None = member("Id", "string", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class NamespaceResourceRequest(Document, published="hcn.V1.NamespaceResourceRequest", sources="hcsshim-v1"):
    """What to add to or remove from a namespace."""

    type: str | None = member("Type", "string", None, "hcsshim-v1")
    data: Any | None = member("Data", "any", None, "hcsshim-v1")
