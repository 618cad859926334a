"""Interfaces, addresses and routes inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

class CreateDeviceFlags(FlagsEnum):
    """Known values of `CreateDeviceFlags`.

    Source: the WSL service.
    """

    __published__ = "hcn.CreateDeviceFlags"
    __texts__ = {"None": 0, "DisableDAD": 1}

    NONE = 0
    DISABLE_DAD = 1


class GuestDeviceType(TextEnum):
    """Known values of `Guest_DeviceType`.

    Published name Guest_DeviceType; source: the WSL service.
    """

    __published__ = "hcn.Guest_DeviceType"
    __numeric__ = True

    BOND = "Bond"
    LOOPBACK = "Loopback"
    VIRTUAL_WIFI = "VirtualWifi"
    VIRTUAL_TUNNEL = "VirtualTunnel"
    VIRTUAL_CELLULAR = "VirtualCellular"


class GuestOperationType(TextEnum):
    """Known values of `Guest_OperationType`.

    Published name Guest_OperationType; source: the WSL service.
    """

    __published__ = "hcn.Guest_OperationType"
    __numeric__ = True

    CREATE = "Create"
    UPDATE = "Update"
    REMOVE = "Remove"


class InitialIpConfigurationNotificationFlags(FlagsEnum):
    """Known values of `InitialIpConfigurationNotificationFlags`.

    Source: the WSL service.
    """

    __published__ = "hcn.InitialIpConfigurationNotificationFlags"
    __texts__ = {"None": 0, "SkipPrimaryRoutingTableUpdate": 1, "SkipLoopbackRouteReset": 2}

    NONE = 0
    SKIP_PRIMARY_ROUTING_TABLE_UPDATE = 1
    SKIP_LOOPBACK_ROUTE_RESET = 2


class CreateDeviceRequest(Document):
    """Document type `CreateDeviceRequest`.

    Source: the WSL service.
    """

    __published__ = "hcn.CreateDeviceRequest"

    type: GuestDeviceType | str | int | None = member(
        "type", "Guest_DeviceType", None, "wsl", default=None
    )
    """Guest_DeviceType; known from the WSL service."""

    device_name: str | None = member(
        "deviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    lower_edge_adapter_id: str | None = member(
        "lowerEdgeAdapterId", "guid", None, "wsl", default=None
    )
    """Guid; known from the WSL service."""

    lower_edge_device_name: str | None = member(
        "lowerEdgeDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    flags: CreateDeviceFlags | int | str | None = member(
        "flags", "CreateDeviceFlags", None, "wsl", default=None
    )
    """CreateDeviceFlags; known from the WSL service."""


class GuestDNS(Document):
    """Document type `DNS_2`.

    Published name DNS_2; since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.DNS_2"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    domain: str | None = member(
        "Domain", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    search: str | None = member(
        "Search", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    server_list: str | None = member(
        "ServerList", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    options: str | None = member(
        "Options", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""


class GuestEndpointState(Document):
    """Document type `GuestEndpointState`.

    Since schema 2.4; source: the published schema.
    """

    __published__ = "hcn.GuestEndpointState"

    network_interfaces: Sequence[NetworkInterface] | None = member(
        "NetworkInterfaces", "array<NetworkInterface>", "2.4", "docs", default=None
    )
    """Array<NetworkInterface>, since 2.4."""

    routes: Sequence[GuestRoute] | None = member(
        "Routes", "array<Route_2>", "2.4", "docs", default=None
    )
    """Array<Route_2>, since 2.4."""

    ip_addresses: Sequence[IPAddress] | None = member(
        "IPAddresses", "array<IPAddress>", "2.4", "docs", default=None
    )
    """Array<IPAddress>, since 2.4."""

    dns: Sequence[GuestDNS] | None = member(
        "DNS", "array<DNS_2>", "2.4", "docs", default=None
    )
    """Array<DNS_2>, since 2.4."""

    xlat: Sequence[Xlat] | None = member(
        "Xlat", "array<Xlat>", "2.5", "docs", default=None
    )
    """Array<Xlat>, since 2.5."""


class InitialIpConfigurationNotification(Document):
    """Document type `InitialIpConfigurationNotification`.

    Source: the WSL service.
    """

    __published__ = "hcn.InitialIpConfigurationNotification"

    target_device_name: str | None = member(
        "targetDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    flags: InitialIpConfigurationNotificationFlags | int | str | None = member(
        "flags", "InitialIpConfigurationNotificationFlags", None, "wsl", default=None
    )
    """InitialIpConfigurationNotificationFlags; known from the WSL service."""


class InterfaceNetFilterRequest(Document):
    """Document type `InterfaceNetFilterRequest`.

    Source: the WSL service.
    """

    __published__ = "hcn.InterfaceNetFilterRequest"

    target_device_name: str | None = member(
        "targetDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    operation: GuestOperationType | str | int | None = member(
        "operation", "Guest_OperationType", None, "wsl", default=None
    )
    """Guest_OperationType; known from the WSL service."""

    ephemeral_port_range_start: int | None = member(
        "ephemeralPortRangeStart", "uint16", None, "wsl", default=None
    )
    """uint16; known from the WSL service."""

    ephemeral_port_range_end: int | None = member(
        "ephemeralPortRangeEnd", "uint16", None, "wsl", default=None
    )
    """uint16; known from the WSL service."""


class InterfaceNotificationMessage(Document):
    """Document type `InterfaceNotificationMessage`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.InterfaceNotificationMessage"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""


class IPAddress(Document):
    """Document type `IPAddress`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.IPAddress"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs wsl", default=None
    )
    """uint16, since 2.0."""

    address: str | None = member(
        "Address", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    prefix_origin: int | None = member(
        "PrefixOrigin", "uint8", "2.0", "docs wsl", default=None
    )
    """uint8, since 2.0."""

    suffix_origin: int | None = member(
        "SuffixOrigin", "uint8", "2.0", "docs wsl", default=None
    )
    """uint8, since 2.0."""

    valid_lifetime: int | None = member(
        "ValidLifetime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    preferred_lifetime: int | None = member(
        "PreferredLifetime", "uint32", "2.0", "docs wsl", default=None
    )
    """uint32, since 2.0."""

    on_link_prefix_length: int | None = member(
        "OnLinkPrefixLength", "uint8", "2.0", "docs wsl", default=None
    )
    """uint8, since 2.0."""

    skip_as_source: bool | None = member(
        "SkipAsSource", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class LoopbackRoutesRequest(Document):
    """Document type `LoopbackRoutesRequest`.

    Source: the WSL service.
    """

    __published__ = "hcn.LoopbackRoutesRequest"

    target_device_name: str | None = member(
        "targetDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    operation: GuestOperationType | str | int | None = member(
        "operation", "Guest_OperationType", None, "wsl", default=None
    )
    """Guest_OperationType; known from the WSL service."""

    family: int | None = member(
        "family", "uint32", None, "wsl", default=None
    )
    """uint32; known from the WSL service."""

    ip_address: str | None = member(
        "ipAddress", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""


class MacAddress(Document):
    """Document type `MacAddress`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.MacAddress"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    physical_address: str | None = member(
        "PhysicalAddress", "string", "2.5", "docs wsl", default=None
    )
    """String, since 2.5."""


class Neighbor(Document):
    """Document type `Neighbor`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Neighbor"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    address: str | None = member(
        "Address", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    interface_luid: int | None = member(
        "InterfaceLuid", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    interface_index: int | None = member(
        "InterfaceIndex", "uint32", "2.5", "docs", default=None
    )
    """uint32, since 2.5."""

    physical_address: str | None = member(
        "PhysicalAddress", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    physical_address_length: int | None = member(
        "PhysicalAddressLength", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    state: int | None = member(
        "State", "uint8", "2.5", "docs", default=None
    )
    """uint8, since 2.5."""

    is_router: bool | None = member(
        "IsRouter", "bool", "2.5", "docs", default=None
    )
    """Bool, since 2.5."""

    is_unreachable: bool | None = member(
        "IsUnreachable", "bool", "2.5", "docs", default=None
    )
    """Bool, since 2.5."""

    flags: int | None = member(
        "Flags", "uint8", "2.5", "docs", default=None
    )
    """uint8, since 2.5."""

    last_reachable: int | None = member(
        "LastReachable", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""

    last_unreachable: int | None = member(
        "LastUnreachable", "uint64", "2.5", "docs", default=None
    )
    """uint64, since 2.5."""


class NetworkInterface(Document):
    """Document type `NetworkInterface`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.NetworkInterface"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    advertising_enabled: bool | None = member(
        "AdvertisingEnabled", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    forwarding_enabled: bool | None = member(
        "ForwardingEnabled", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    weak_host_send: bool | None = member(
        "WeakHostSend", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    weak_host_receive: bool | None = member(
        "WeakHostReceive", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    use_automatic_metric: bool | None = member(
        "UseAutomaticMetric", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    use_neighbor_unreachability_detection: bool | None = member(
        "UseNeighborUnreachabilityDetection", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    managed_address_configuration_supported: bool | None = member(
        "ManagedAddressConfigurationSupported", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    other_stateful_configuration_supported: bool | None = member(
        "OtherStatefulConfigurationSupported", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    advertise_default_route: bool | None = member(
        "AdvertiseDefaultRoute", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    router_discovery_behavior: int | None = member(
        "RouterDiscoveryBehavior", "uint8", "2.0", "docs", default=None
    )
    """uint8, since 2.0."""

    dad_transmits: int | None = member(
        "DadTransmits", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    base_reachable_time: int | None = member(
        "BaseReachableTime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    retransmit_time: int | None = member(
        "RetransmitTime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    path_mtu_discovery_timeout: int | None = member(
        "PathMtuDiscoveryTimeout", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    link_local_address_behavior: int | None = member(
        "LinkLocalAddressBehavior", "uint8", "2.0", "docs", default=None
    )
    """uint8, since 2.0."""

    link_local_address_timeout: int | None = member(
        "LinkLocalAddressTimeout", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    zone_indices: Sequence[int] | None = member(
        "ZoneIndices", "array<uint32>", "2.0", "docs", default=None
    )
    """Array<uint32>, since 2.0."""

    site_prefix_length: int | None = member(
        "SitePrefixLength", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    metric: int | None = member(
        "Metric", "uint32", "2.0", "docs wsl", default=None
    )
    """uint32, since 2.0."""

    nl_mtu: int | None = member(
        "NlMtu", "uint32", "2.0", "docs wsl", default=None
    )
    """uint32, since 2.0."""

    connected: bool | None = member(
        "Connected", "bool", "2.0", "docs wsl", default=None
    )
    """Bool, since 2.0."""

    supports_wake_up_patterns: bool | None = member(
        "SupportsWakeUpPatterns", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    supports_neighbor_discovery: bool | None = member(
        "SupportsNeighborDiscovery", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    supports_router_discovery: bool | None = member(
        "SupportsRouterDiscovery", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    reachable_time: int | None = member(
        "ReachableTime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    transmit_offload: int | None = member(
        "TransmitOffload", "uint8", "2.0", "docs", default=None
    )
    """uint8, since 2.0."""

    receive_offload: int | None = member(
        "ReceiveOffload", "uint8", "2.0", "docs", default=None
    )
    """uint8, since 2.0."""

    disable_default_routes: bool | None = member(
        "DisableDefaultRoutes", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class RegistryKey(Document):
    """Document type `RegistryKey`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.RegistryKey"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    reg_keys: Sequence[RegKey] | None = member(
        "RegKeys", "array<RegKey>", "2.1", "docs", default=None
    )
    """Array<RegKey>, since 2.1."""

    keyword: str | None = member(
        "Keyword", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    adapter_clsid: str | None = member(
        "AdapterCLSID", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""


class RegKey(Document):
    """Document type `RegKey`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.RegKey"

    path: str | None = member(
        "Path", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""

    key: str | None = member(
        "Key", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""

    type: int | None = member(
        "Type", "uint16", "2.1", "docs", default=None
    )
    """uint16, since 2.1."""

    value: bytes | None = member(
        "Value", "binary", "2.1", "docs", default=None
    )
    """Binary, since 2.1."""


class GuestRoute(Document):
    """Document type `Route_2`.

    Published name Route_2; since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.Route_2"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs wsl", default=None
    )
    """uint16, since 2.0."""

    next_hop: str | None = member(
        "NextHop", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", "2.0", "docs wsl", default=None
    )
    """String, since 2.0."""

    site_prefix_length: int | None = member(
        "SitePrefixLength", "uint8", "2.0", "docs wsl", default=None
    )
    """uint8, since 2.0."""

    valid_lifetime: int | None = member(
        "ValidLifetime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    preferred_lifetime: int | None = member(
        "PreferredLifetime", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    metric: int | None = member(
        "Metric", "uint32", "2.0", "docs wsl", default=None
    )
    """uint32, since 2.0."""

    protocol: int | None = member(
        "Protocol", "uint8", "2.0", "docs", default=None
    )
    """uint8, since 2.0."""

    loopback: bool | None = member(
        "Loopback", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    autoconfigure_address: bool | None = member(
        "AutoconfigureAddress", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    publish: bool | None = member(
        "Publish", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    immortal: bool | None = member(
        "Immortal", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class VmNicCreatedNotification(Document):
    """Document type `VmNicCreatedNotification`.

    Source: the WSL service.
    """

    __published__ = "hcn.VmNicCreatedNotification"

    adapter_id: str | None = member(
        "adapterId", "guid", None, "wsl", default=None
    )
    """Guid; known from the WSL service."""


class Xlat(Document):
    """Document type `Xlat`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Xlat"

    message_number: int | None = member(
        "MessageNumber", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    family: int | None = member(
        "Family", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    synthetic_ipv4_address: str | None = member(
        "SyntheticIPv4Address", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    fallback_ipv4_address: str | None = member(
        "FallbackIPv4Address", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_prefix: str | None = member(
        "LocalPrefix", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_prefix_length: int | None = member(
        "LocalPrefixLength", "uint8", "2.5", "docs", default=None
    )
    """uint8, since 2.5."""

    remote_prefix: str | None = member(
        "RemotePrefix", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    remote_prefix_length: int | None = member(
        "RemotePrefixLength", "uint8", "2.5", "docs", default=None
    )
    """uint8, since 2.5."""
