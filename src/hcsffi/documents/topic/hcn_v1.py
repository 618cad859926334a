"""Generation 1 of the network documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import NumberEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.network import IpSubnet, NetworkFlags, NetworkMode
    from hcsffi.documents.topic.policy import InterfaceConstraintEndpointPolicySetting

class ActionType(TextEnum):
    """Known values of `V1.ActionType`.

    Published name V1.ActionType; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.ActionType"
    __numeric__ = True

    ALLOW = "Allow"
    BLOCK = "Block"


class DirectionType(TextEnum):
    """Known values of `V1.DirectionType`.

    Published name V1.DirectionType; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.DirectionType"
    __numeric__ = True

    IN = "In"
    OUT = "Out"


class EndpointState(NumberEnum):
    """Known values of `V1.EndpointState`.

    Published name V1.EndpointState; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.EndpointState"
    __texts__ = {"Uninitialized": 0, "Created": 1, "Attached": 2, "AttachedSharing": 3, "Detached": 4, "Degraded": 5, "Destroyed": 6}

    UNINITIALIZED = 0
    CREATED = 1
    ATTACHED = 2
    ATTACHED_SHARING = 3
    DETACHED = 4
    DEGRADED = 5
    DESTROYED = 6


class PolicyType(TextEnum):
    """Known values of `V1.PolicyType`.

    Published name V1.PolicyType; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.PolicyType"
    __numeric__ = True

    NAT = "NAT"
    ACL = "ACL"
    PA = "PA"
    VLAN = "VLAN"
    VSID = "VSID"
    VNET = "VNET"
    L2_DRIVER = "L2Driver"
    ISOLATION = "Isolation"
    QOS = "QOS"
    OUT_BOUND_NAT = "OutBoundNAT"
    ELB = "ELB"
    ROUTE = "ROUTE"
    PROXY = "PROXY"


class RuleType(TextEnum):
    """Known values of `V1.RuleType`.

    Published name V1.RuleType; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.RuleType"
    __numeric__ = True

    HOST = "Host"
    SWITCH = "Switch"


class SystemType(TextEnum):
    """Known values of `V1.SystemType`.

    Published name V1.SystemType; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.SystemType"
    __numeric__ = True

    CONTAINER = "Container"
    VIRTUAL_MACHINE = "VirtualMachine"
    HOST = "Host"


class ACLPolicy(Document):
    """Document type `V1.ACLPolicy`.

    Published name V1.ACLPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.ACLPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    id: str | None = member(
        "Id", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    protocol: int | None = member(
        "Protocol", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    protocols: str | None = member(
        "Protocols", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    action: ActionType | str | int | None = member(
        "Action", "V1.ActionType", None, "hcsshim-v1", default=None
    )
    """V1.ActionType; known from hcsshim (generation 1)."""

    direction: DirectionType | str | int | None = member(
        "Direction", "V1.DirectionType", None, "hcsshim-v1", default=None
    )
    """V1.DirectionType; known from hcsshim (generation 1)."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    local_ports: str | None = member(
        "LocalPorts", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    local_port: int | None = member(
        "LocalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    remote_ports: str | None = member(
        "RemotePorts", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    remote_port: int | None = member(
        "RemotePort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    rule_type: RuleType | str | int | None = member(
        "RuleType", "V1.RuleType", None, "hcsshim-v1", default=None
    )
    """V1.RuleType; known from hcsshim (generation 1)."""

    priority: int | None = member(
        "Priority", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    service_name: str | None = member(
        "ServiceName", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class ELBPolicy(Document):
    """Document type `V1.ELBPolicy`.

    Published name V1.ELBPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.ELBPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    protocol: int | None = member(
        "Protocol", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    external_port: int | None = member(
        "ExternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    source_vip: str | None = member(
        "SourceVIP", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    vips: Sequence[str] | None = member(
        "VIPs", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    ilb: bool | None = member(
        "ILB", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    is_dsr: bool | None = member(
        "IsDSR", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class EndpointAttachDetachRequest(Document):
    """Document type `V1.EndpointAttachDetachRequest`.

    Published name V1.EndpointAttachDetachRequest; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.EndpointAttachDetachRequest"

    container_id: str | None = member(
        "ContainerId", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    system_type: SystemType | str | int | None = member(
        "SystemType", "V1.SystemType", None, "hcsshim-v1", default=None
    )
    """V1.SystemType; known from hcsshim (generation 1)."""

    compartment_id: int | None = member(
        "CompartmentId", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    virtual_nic_name: str | None = member(
        "VirtualNicName", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class EndpointStats(Document):
    """Document type `V1.EndpointStats`.

    Published name V1.EndpointStats; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.EndpointStats"

    bytes_received: int | None = member(
        "BytesReceived", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    bytes_sent: int | None = member(
        "BytesSent", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    dropped_packets_incoming: int | None = member(
        "DroppedPacketsIncoming", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    dropped_packets_outgoing: int | None = member(
        "DroppedPacketsOutgoing", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    endpoint_id: str | None = member(
        "EndpointId", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    instance_id: str | None = member(
        "InstanceId", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    packets_received: int | None = member(
        "PacketsReceived", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    packets_sent: int | None = member(
        "PacketsSent", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""


class HNSAclFeatures(Document):
    """Document type `V1.HNSAclFeatures`.

    Published name V1.HNSAclFeatures; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSAclFeatures"

    acl_address_lists: bool | None = member(
        "AclAddressLists", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    acl_host_rule_priority: bool | None = member(
        "AclHostRulePriority", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    acl_port_ranges: bool | None = member(
        "AclPortRanges", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    acl_rule_id: bool | None = member(
        "AclRuleId", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class HNSEndpoint(Document):
    """Document type `V1.HNSEndpoint`.

    Published name V1.HNSEndpoint; source: the WSL service, hcsshim (generation 1), dotnet.
    """

    __published__ = "hcn.V1.HNSEndpoint"

    ip_address: str | None = member(
        "IPAddress", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    mac_address: str | None = member(
        "MacAddress", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    gateway_address: str | None = member(
        "GatewayAddress", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    port_friendly_name: str | None = member(
        "PortFriendlyName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    virtual_network: str | None = member(
        "VirtualNetwork", "guid", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """Guid; known from the WSL service, hcsshim (generation 1), dotnet."""

    virtual_network_name: str | None = member(
        "VirtualNetworkName", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    name: str | None = member(
        "Name", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    id: str | None = member(
        "ID", "guid", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """Guid; known from the WSL service, hcsshim (generation 1), dotnet."""

    prefix_length: int | None = member(
        "PrefixLength", "uint8", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """uint8; known from the WSL service, hcsshim (generation 1), dotnet."""

    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl", default=None
    )
    """InterfaceConstraintEndpointPolicySetting; known from the WSL service."""

    dns_server_list: str | None = member(
        "DNSServerList", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any by .Type>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<any by .Type>; known from hcsshim (generation 1), dotnet."""

    ipv6_address: str | None = member(
        "IPv6Address", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    dns_suffix: str | None = member(
        "DNSSuffix", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    dns_domain: str | None = member(
        "DNSDomain", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    gateway_address_v6: str | None = member(
        "GatewayAddressV6", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    enable_internal_dns: bool | None = member(
        "EnableInternalDNS", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    disable_icc: bool | None = member(
        "DisableICC", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    ipv6_prefix_length: int | None = member(
        "IPv6PrefixLength", "uint8", None, "hcsshim-v1", default=None
    )
    """uint8; known from hcsshim (generation 1)."""

    is_remote_endpoint: bool | None = member(
        "IsRemoteEndpoint", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    enable_low_metric: bool | None = member(
        "EnableLowMetric", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    namespace: Namespace | None = member(
        "Namespace", "V1.Namespace", None, "hcsshim-v1", default=None
    )
    """V1.Namespace; known from hcsshim (generation 1)."""

    encap_overhead: int | None = member(
        "EncapOverhead", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    shared_containers: Sequence[str] | None = member(
        "SharedContainers", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    state: EndpointState | int | str | None = member(
        "State", "V1.EndpointState", None, "hcsshim-v1", default=None
    )
    """V1.EndpointState; known from hcsshim (generation 1)."""


class HNSEndpointResponse(Document):
    """Document type `V1.HNSEndpointResponse`.

    Published name V1.HNSEndpointResponse; source: dotnet.
    """

    __published__ = "hcn.V1.HNSEndpointResponse"

    success: bool | None = member(
        "Success", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    error: str | None = member(
        "Error", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    output: HNSEndpoint | None = member(
        "Output", "V1.HNSEndpoint", None, "dotnet", default=None
    )
    """V1.HNSEndpoint; known from dotnet."""


class HNSGlobals(Document):
    """Document type `V1.HNSGlobals`.

    Published name V1.HNSGlobals; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSGlobals"

    version: HNSVersion | None = member(
        "Version", "V1.HNSVersion", None, "hcsshim-v1", default=None
    )
    """V1.HNSVersion; known from hcsshim (generation 1)."""


class HNSNetwork(Document):
    """Document type `V1.HNSNetwork`.

    Published name V1.HNSNetwork; source: the WSL service, hcsshim (generation 1), dotnet.
    """

    __published__ = "hcn.V1.HNSNetwork"

    id: str | None = member(
        "ID", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    name: str | None = member(
        "Name", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    source_mac: str | None = member(
        "SourceMac", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    dns_suffix: str | None = member(
        "DNSSuffix", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    dns_server_list: str | None = member(
        "DNSServerList", "string", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1), dotnet."""

    dns_domain: str | None = member(
        "DNSDomain", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    subnets: Sequence[Subnet] | None = member(
        "Subnets", "array<V1.Subnet>", None, "wsl hcsshim-v1 dotnet", default=None
    )
    """Array<V1.Subnet>; known from the WSL service, hcsshim (generation 1), dotnet."""

    flags: NetworkFlags | int | str | None = member(
        "Flags", "NetworkFlags", None, "wsl", default=None
    )
    """NetworkFlags; known from the WSL service."""

    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl", default=None
    )
    """InterfaceConstraintEndpointPolicySetting; known from the WSL service."""

    type: str | None = member(
        "Type", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    network_adapter_name: str | None = member(
        "NetworkAdapterName", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any by .Type>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<any by .Type>; known from hcsshim (generation 1), dotnet."""

    mac_pools: Sequence[MacPool] | None = member(
        "MacPools", "array<V1.MacPool>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<V1.MacPool>; known from hcsshim (generation 1), dotnet."""

    dns_server_compartment: int | None = member(
        "DNSServerCompartment", "uint32", None, "hcsshim-v1", default=None
    )
    """uint32; known from hcsshim (generation 1)."""

    management_ip: str | None = member(
        "ManagementIP", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    automatic_dns: bool | None = member(
        "AutomaticDNS", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    activity_id: str | None = member(
        "ActivityId", "guid", None, "observed", default=None
    )
    """Guid; known from observed."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", None, "observed", default=None
    )
    """Any; known from observed."""

    current_endpoint_count: int | None = member(
        "CurrentEndpointCount", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    extensions: Sequence[Any] | None = member(
        "Extensions", "array<any>", None, "observed", default=None
    )
    """Array<any>; known from observed."""

    gateway_mac: str | None = member(
        "GatewayMac", "mac", None, "observed", default=None
    )
    """Mac; known from observed."""

    health: Any | None = member(
        "Health", "any", None, "observed", default=None
    )
    """Any; known from observed."""

    ipv6: bool | None = member(
        "IPv6", "bool", None, "observed", default=None
    )
    """Bool; known from observed."""

    isolate_switch: bool | None = member(
        "IsolateSwitch", "bool", None, "observed", default=None
    )
    """Bool; known from observed."""

    layered_on: str | None = member(
        "LayeredOn", "guid", None, "observed", default=None
    )
    """Guid; known from observed."""

    max_concurrent_endpoints: int | None = member(
        "MaxConcurrentEndpoints", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    nat_name: str | None = member(
        "NatName", "string", None, "observed", default=None
    )
    """String; known from observed."""

    state: int | None = member(
        "State", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    switch_guid: str | None = member(
        "SwitchGuid", "guid", None, "observed", default=None
    )
    """Guid; known from observed."""

    switch_name: str | None = member(
        "SwitchName", "string", None, "observed", default=None
    )
    """String; known from observed."""

    total_endpoints: int | None = member(
        "TotalEndpoints", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    version: int | None = member(
        "Version", "uint64", None, "observed", default=None
    )
    """uint64; known from observed."""

    resources: Any | None = member(
        "Resources", "any", None, "observed", default=None
    )
    """Any; known from observed."""


class HNSNetworkResponse(Document):
    """Document type `V1.HNSNetworkResponse`.

    Published name V1.HNSNetworkResponse; source: dotnet.
    """

    __published__ = "hcn.V1.HNSNetworkResponse"

    success: bool | None = member(
        "Success", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    error: str | None = member(
        "Error", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    output: Sequence[HNSNetwork] | None = member(
        "Output", "array<V1.HNSNetwork>", None, "dotnet", default=None
    )
    """Array<V1.HNSNetwork>; known from dotnet."""


class HNSNnvManagementMacAddress(Document):
    """Document type `V1.HNSNnvManagementMacAddress`.

    Published name V1.HNSNnvManagementMacAddress; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSNnvManagementMacAddress"

    mac_address: str | None = member(
        "MacAddress", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class HNSNnvManagementMacList(Document):
    """Document type `V1.HNSNnvManagementMacList`.

    Published name V1.HNSNnvManagementMacList; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSNnvManagementMacList"

    mac_address_list: Sequence[HNSNnvManagementMacAddress] | None = member(
        "MacAddressList", "array<V1.HNSNnvManagementMacAddress>", None, "hcsshim-v1", default=None
    )
    """Array<V1.HNSNnvManagementMacAddress>; known from hcsshim (generation 1)."""


class HNSSingleNetworkResponse(Document):
    """Document type `V1.HNSSingleNetworkResponse`.

    Published name V1.HNSSingleNetworkResponse; source: dotnet.
    """

    __published__ = "hcn.V1.HNSSingleNetworkResponse"

    success: bool | None = member(
        "Success", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    error: str | None = member(
        "Error", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    output: HNSNetwork | None = member(
        "Output", "V1.HNSNetwork", None, "dotnet", default=None
    )
    """V1.HNSNetwork; known from dotnet."""


class HNSSupportedFeatures(Document):
    """Document type `V1.HNSSupportedFeatures`.

    Published name V1.HNSSupportedFeatures; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSSupportedFeatures"

    acl: HNSAclFeatures | None = member(
        "ACL", "V1.HNSAclFeatures", None, "hcsshim-v1", default=None
    )
    """V1.HNSAclFeatures; known from hcsshim (generation 1)."""


class HNSVersion(Document):
    """Document type `V1.HNSVersion`.

    Published name V1.HNSVersion; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.HNSVersion"

    major: int | None = member(
        "Major", "int", None, "hcsshim-v1", default=None
    )
    """int; known from hcsshim (generation 1)."""

    minor: int | None = member(
        "Minor", "int", None, "hcsshim-v1", default=None
    )
    """int; known from hcsshim (generation 1)."""


class IsolationPolicy(Document):
    """Document type `V1.IsolationPolicy`.

    Published name V1.IsolationPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.IsolationPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    vlan: int | None = member(
        "VLAN", "uint", None, "hcsshim-v1", default=None
    )
    """uint; known from hcsshim (generation 1)."""

    vsid: int | None = member(
        "VSID", "uint", None, "hcsshim-v1", default=None
    )
    """uint; known from hcsshim (generation 1)."""

    in_default_isolation: bool | None = member(
        "InDefaultIsolation", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class LBPolicy(Document):
    """Document type `V1.LBPolicy`.

    Published name V1.LBPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.LBPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    protocol: int | None = member(
        "Protocol", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    external_port: int | None = member(
        "ExternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""


class MacPool(Document):
    """Document type `V1.MacPool`.

    Published name V1.MacPool; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.MacPool"

    start_mac_address: str | None = member(
        "StartMacAddress", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    end_mac_address: str | None = member(
        "EndMacAddress", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class Namespace(Document):
    """Document type `V1.Namespace`.

    Published name V1.Namespace; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.Namespace"

    id: str | None = member(
        "ID", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    is_default: bool | None = member(
        "IsDefault", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    resource_list: Sequence[NamespaceResource] | None = member(
        "ResourceList", "array<V1.NamespaceResource>", None, "hcsshim-v1", default=None
    )
    """Array<V1.NamespaceResource>; known from hcsshim (generation 1)."""

    compartment_id: int | None = member(
        "CompartmentId", "uint32", None, "hcsshim-v1", default=None
    )
    """uint32; known from hcsshim (generation 1)."""


class NamespaceEndpointRequest(Document):
    """Document type `V1.NamespaceEndpointRequest`.

    Published name V1.NamespaceEndpointRequest; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.NamespaceEndpointRequest"

    id: str | None = member(
        "Id", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class NamespaceRequest(Document):
    """Document type `V1.NamespaceRequest`.

    Published name V1.NamespaceRequest; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.NamespaceRequest"

    is_default: bool | None = member(
        "IsDefault", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class NamespaceResource(Document):
    """Document type `V1.NamespaceResource`.

    Published name V1.NamespaceResource; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.NamespaceResource"

    type: str | None = member(
        "Type", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    data: Any | None = member(
        "Data", "any", None, "hcsshim-v1", default=None
    )
    """Any; known from hcsshim (generation 1)."""


class NamespaceResourceRequest(Document):
    """Document type `V1.NamespaceResourceRequest`.

    Published name V1.NamespaceResourceRequest; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.NamespaceResourceRequest"

    type: str | None = member(
        "Type", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    data: Any | None = member(
        "Data", "any", None, "hcsshim-v1", default=None
    )
    """Any; known from hcsshim (generation 1)."""


class NatPolicy(Document):
    """Document type `V1.NatPolicy`.

    Published name V1.NatPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.NatPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    protocol: str | None = member(
        "Protocol", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    external_port: int | None = member(
        "ExternalPort", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""

    external_port_reserved: bool | None = member(
        "ExternalPortReserved", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class Network(Document):
    """Document type `V1.Network`.

    Published name V1.Network; source: the WSL service.
    """

    __published__ = "hcn.V1.Network"

    name: str | None = member(
        "Name", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    type: NetworkMode | str | int | None = member(
        "Type", "NetworkMode", None, "wsl", default=None
    )
    """NetworkMode; known from the WSL service."""

    isolate_switch: bool | None = member(
        "IsolateSwitch", "bool", None, "wsl", default=None
    )
    """Bool; known from the WSL service."""

    flags: NetworkFlags | int | str | None = member(
        "Flags", "NetworkFlags", None, "wsl", default=None
    )
    """NetworkFlags; known from the WSL service."""

    subnets: Sequence[Subnet] | None = member(
        "Subnets", "array<V1.Subnet>", None, "wsl", default=None
    )
    """Array<V1.Subnet>; known from the WSL service."""

    interface_constraint: InterfaceConstraintEndpointPolicySetting | None = member(
        "InterfaceConstraint", "InterfaceConstraintEndpointPolicySetting", None, "wsl", default=None
    )
    """InterfaceConstraintEndpointPolicySetting; known from the WSL service."""


class OutboundNatPolicy(Document):
    """Document type `V1.OutboundNatPolicy`.

    Published name V1.OutboundNatPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.OutboundNatPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    vip: str | None = member(
        "VIP", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    exception_list: Sequence[str] | None = member(
        "ExceptionList", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    destinations: Sequence[str] | None = member(
        "Destinations", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    max_port_pool_usage: int | None = member(
        "MaxPortPoolUsage", "uint16", None, "hcsshim-v1", default=None
    )
    """uint16; known from hcsshim (generation 1)."""


class PaPolicy(Document):
    """Document type `V1.PaPolicy`.

    Published name V1.PaPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.PaPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    pa: str | None = member(
        "PA", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class Policy(Document):
    """Document type `V1.Policy`.

    Published name V1.Policy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.Policy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""


class PolicyList(Document):
    """Document type `V1.PolicyList`.

    Published name V1.PolicyList; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.PolicyList"

    id: str | None = member(
        "ID", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    references: Sequence[str] | None = member(
        "References", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any by .Type>", None, "hcsshim-v1", default=None
    )
    """Array<any by .Type>; known from hcsshim (generation 1)."""


class ProxyPolicy(Document):
    """Document type `V1.ProxyPolicy`.

    Published name V1.ProxyPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.ProxyPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    ip: str | None = member(
        "IP", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    port: str | None = member(
        "Port", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    exception_list: Sequence[str] | None = member(
        "ExceptionList", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    destination: str | None = member(
        "Destination", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    outbound_nat: bool | None = member(
        "OutboundNat", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class QosPolicy(Document):
    """Document type `V1.QosPolicy`.

    Published name V1.QosPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.QosPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""


class RoutePolicy(Document):
    """Document type `V1.RoutePolicy`.

    Published name V1.RoutePolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.RoutePolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    next_hop: str | None = member(
        "NextHop", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    need_encap: bool | None = member(
        "NeedEncap", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class Subnet(Document):
    """Document type `V1.Subnet`.

    Published name V1.Subnet; source: the WSL service, hcsshim (generation 1).
    """

    __published__ = "hcn.V1.Subnet"

    gateway_address: str | None = member(
        "GatewayAddress", "string", None, "wsl hcsshim-v1", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1)."""

    address_prefix: str | None = member(
        "AddressPrefix", "string", None, "wsl hcsshim-v1", default=None
    )
    """String; known from the WSL service, hcsshim (generation 1)."""

    ip_subnets: Sequence[IpSubnet] | None = member(
        "IpSubnets", "array<IpSubnet>", None, "wsl", default=None
    )
    """Array<IpSubnet>; known from the WSL service."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any by .Type>", None, "hcsshim-v1", default=None
    )
    """Array<any by .Type>; known from hcsshim (generation 1)."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", None, "observed", default=None
    )
    """Any; known from observed."""

    flags: int | None = member(
        "Flags", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    health: Any | None = member(
        "Health", "any", None, "observed", default=None
    )
    """Any; known from observed."""

    id: str | None = member(
        "ID", "guid", None, "observed", default=None
    )
    """Guid; known from observed."""

    object_type: int | None = member(
        "ObjectType", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    state: int | None = member(
        "State", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""


class VlanPolicy(Document):
    """Document type `V1.VlanPolicy`.

    Published name V1.VlanPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.VlanPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    vlan: int | None = member(
        "VLAN", "uint", None, "hcsshim-v1", default=None
    )
    """uint; known from hcsshim (generation 1)."""


class VsidPolicy(Document):
    """Document type `V1.VsidPolicy`.

    Published name V1.VsidPolicy; source: hcsshim (generation 1).
    """

    __published__ = "hcn.V1.VsidPolicy"

    type: PolicyType | str | int | None = member(
        "Type", "V1.PolicyType", None, "hcsshim-v1", default=None
    )
    """V1.PolicyType; known from hcsshim (generation 1)."""

    vsid: int | None = member(
        "VSID", "uint", None, "hcsshim-v1", default=None
    )
    """uint; known from hcsshim (generation 1)."""
