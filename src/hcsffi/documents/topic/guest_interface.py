"""Interfaces, addresses and routes inside a guest, and its network devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(frozen=True, kw_only=True)
class GuestEndpointState(Document, published="hcn.GuestEndpointState", since="2.4", sources="docs"):
    """All a guest knows of an endpoint."""

    network_interfaces: Sequence[NetworkInterface] | None = member("NetworkInterfaces", "array<NetworkInterface>", "2.4", "docs")
    routes: Sequence[GuestRoute] | None = member("Routes", "array<Route_2>", "2.4", "docs")
    ip_addresses: Sequence[IPAddress] | None = member("IPAddresses", "array<IPAddress>", "2.4", "docs")
    dns: Sequence[GuestDNS] | None = member("DNS", "array<DNS_2>", "2.4", "docs")
    xlat: Sequence[Xlat] | None = member("Xlat", "array<Xlat>", "2.5", "docs")


@define(frozen=True, kw_only=True)
class NetworkInterface(Document, published="hcn.NetworkInterface", since="2.0", sources="docs wsl"):
    """One interface inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    advertising_enabled: bool | None = member("AdvertisingEnabled", "bool", "2.0", "docs")
    forwarding_enabled: bool | None = member("ForwardingEnabled", "bool", "2.0", "docs")
    weak_host_send: bool | None = member("WeakHostSend", "bool", "2.0", "docs")
    weak_host_receive: bool | None = member("WeakHostReceive", "bool", "2.0", "docs")
    use_automatic_metric: bool | None = member("UseAutomaticMetric", "bool", "2.0", "docs")
    use_neighbor_unreachability_detection: bool | None = member("UseNeighborUnreachabilityDetection", "bool", "2.0", "docs")
    managed_address_configuration_supported: bool | None = member("ManagedAddressConfigurationSupported", "bool", "2.0", "docs")
    other_stateful_configuration_supported: bool | None = member("OtherStatefulConfigurationSupported", "bool", "2.0", "docs")
    advertise_default_route: bool | None = member("AdvertiseDefaultRoute", "bool", "2.0", "docs")
    router_discovery_behavior: int | None = member("RouterDiscoveryBehavior", "uint8", "2.0", "docs")
    dad_transmits: int | None = member("DadTransmits", "uint32", "2.0", "docs")
    base_reachable_time: int | None = member("BaseReachableTime", "uint32", "2.0", "docs")
    retransmit_time: int | None = member("RetransmitTime", "uint32", "2.0", "docs")
    path_mtu_discovery_timeout: int | None = member("PathMtuDiscoveryTimeout", "uint32", "2.0", "docs")
    link_local_address_behavior: int | None = member("LinkLocalAddressBehavior", "uint8", "2.0", "docs")
    link_local_address_timeout: int | None = member("LinkLocalAddressTimeout", "uint32", "2.0", "docs")
    zone_indices: Sequence[int] | None = member("ZoneIndices", "array<uint32>", "2.0", "docs")
    site_prefix_length: int | None = member("SitePrefixLength", "uint32", "2.0", "docs")
    metric: int | None = member("Metric", "uint32", "2.0", "docs wsl")
    nl_mtu: int | None = member("NlMtu", "uint32", "2.0", "docs wsl")
    connected: bool | None = member("Connected", "bool", "2.0", "docs wsl")
    supports_wake_up_patterns: bool | None = member("SupportsWakeUpPatterns", "bool", "2.0", "docs")
    supports_neighbor_discovery: bool | None = member("SupportsNeighborDiscovery", "bool", "2.0", "docs")
    supports_router_discovery: bool | None = member("SupportsRouterDiscovery", "bool", "2.0", "docs")
    reachable_time: int | None = member("ReachableTime", "uint32", "2.0", "docs")
    transmit_offload: int | None = member("TransmitOffload", "uint8", "2.0", "docs")
    receive_offload: int | None = member("ReceiveOffload", "uint8", "2.0", "docs")
    disable_default_routes: bool | None = member("DisableDefaultRoutes", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class IPAddress(Document, published="hcn.IPAddress", since="2.0", sources="docs wsl"):
    """One address of an interface inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs wsl")
    address: str | None = member("Address", "string", "2.0", "docs wsl")
    prefix_origin: int | None = member("PrefixOrigin", "uint8", "2.0", "docs wsl")
    suffix_origin: int | None = member("SuffixOrigin", "uint8", "2.0", "docs wsl")
    valid_lifetime: int | None = member("ValidLifetime", "uint32", "2.0", "docs")
    preferred_lifetime: int | None = member("PreferredLifetime", "uint32", "2.0", "docs wsl")
    on_link_prefix_length: int | None = member("OnLinkPrefixLength", "uint8", "2.0", "docs wsl")
    skip_as_source: bool | None = member("SkipAsSource", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class GuestRoute(Document, published="hcn.Route_2", since="2.0", sources="docs wsl"):
    """One route inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs wsl")
    next_hop: str | None = member("NextHop", "string", "2.0", "docs wsl")
    destination_prefix: str | None = member("DestinationPrefix", "string", "2.0", "docs wsl")
    site_prefix_length: int | None = member("SitePrefixLength", "uint8", "2.0", "docs wsl")
    valid_lifetime: int | None = member("ValidLifetime", "uint32", "2.0", "docs")
    preferred_lifetime: int | None = member("PreferredLifetime", "uint32", "2.0", "docs")
    metric: int | None = member("Metric", "uint32", "2.0", "docs wsl")
    protocol: int | None = member("Protocol", "uint8", "2.0", "docs")
    loopback: bool | None = member("Loopback", "bool", "2.0", "docs")
    autoconfigure_address: bool | None = member("AutoconfigureAddress", "bool", "2.0", "docs")
    publish: bool | None = member("Publish", "bool", "2.0", "docs")
    immortal: bool | None = member("Immortal", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class GuestDNS(Document, published="hcn.DNS_2", since="2.0", sources="docs wsl"):
    """Name resolution inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    domain: str | None = member("Domain", "string", "2.0", "docs wsl")
    search: str | None = member("Search", "string", "2.0", "docs wsl")
    server_list: str | None = member("ServerList", "string", "2.0", "docs wsl")
    options: str | None = member("Options", "string", "2.0", "docs wsl")


@define(frozen=True, kw_only=True)
class Xlat(Document, published="hcn.Xlat", since="2.0", sources="docs"):
    """Translation between IPv4 and IPv6 inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    synthetic_ipv4_address: str | None = member("SyntheticIPv4Address", "string", "2.5", "docs")
    fallback_ipv4_address: str | None = member("FallbackIPv4Address", "string", "2.5", "docs")
    local_prefix: str | None = member("LocalPrefix", "string", "2.5", "docs")
    local_prefix_length: int | None = member("LocalPrefixLength", "uint8", "2.5", "docs")
    remote_prefix: str | None = member("RemotePrefix", "string", "2.5", "docs")
    remote_prefix_length: int | None = member("RemotePrefixLength", "uint8", "2.5", "docs")


@define(frozen=True, kw_only=True)
class Neighbor(Document, published="hcn.Neighbor", since="2.0", sources="docs"):
    """A neighbour of an interface inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    address: str | None = member("Address", "string", "2.5", "docs")
    interface_luid: int | None = member("InterfaceLuid", "uint64", "2.5", "docs")
    interface_index: int | None = member("InterfaceIndex", "uint32", "2.5", "docs")
    physical_address: str | None = member("PhysicalAddress", "string", "2.5", "docs")
    physical_address_length: int | None = member("PhysicalAddressLength", "uint64", "2.5", "docs")
    state: int | None = member("State", "uint8", "2.5", "docs")
    is_router: bool | None = member("IsRouter", "bool", "2.5", "docs")
    is_unreachable: bool | None = member("IsUnreachable", "bool", "2.5", "docs")
    flags: int | None = member("Flags", "uint8", "2.5", "docs")
    last_reachable: int | None = member("LastReachable", "uint64", "2.5", "docs")
    last_unreachable: int | None = member("LastUnreachable", "uint64", "2.5", "docs")


@define(frozen=True, kw_only=True)
class MacAddress(Document, published="hcn.MacAddress", since="2.0", sources="docs wsl"):
    """Hardware address of an interface inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    physical_address: str | None = member("PhysicalAddress", "string", "2.5", "docs wsl")


@define(frozen=True, kw_only=True)
class InterfaceNotificationMessage(Document, published="hcn.InterfaceNotificationMessage", since="2.0", sources="docs"):
    """What every message about an interface of the guest has."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")


@define(frozen=True, kw_only=True)
class RegistryKey(Document, published="hcn.RegistryKey", since="2.0", sources="docs"):
    """Registry keys of an adapter inside a guest."""

    message_number: int | None = member("MessageNumber", "uint64", "2.0", "docs")
    family: int | None = member("Family", "uint16", "2.0", "docs")
    reg_keys: Sequence[RegKey] | None = member("RegKeys", "array<RegKey>", "2.1", "docs")
    keyword: str | None = member("Keyword", "string", "2.5", "docs")
    adapter_clsid: str | None = member("AdapterCLSID", "string", "2.5", "docs")


@define(frozen=True, kw_only=True)
class RegKey(Document, published="hcn.RegKey", since="2.1", sources="docs"):
    """One value under a registry key of an adapter."""

    path: str | None = member("Path", "string", "2.1", "docs")
    key: str | None = member("Key", "string", "2.1", "docs")
    type: int | None = member("Type", "uint16", "2.1", "docs")
    value: bytes | None = member("Value", "binary", "2.1", "docs", secret=True)


@define(frozen=True, kw_only=True)
class CreateDeviceRequest(Document, published="hcn.CreateDeviceRequest", sources="wsl"):
    """A network device to make inside the guest."""

    type: GuestDeviceType | None = member("type", "Guest_DeviceType", None, "wsl")
    device_name: str | None = member("deviceName", "string", None, "wsl")
    lower_edge_adapter_id: str | None = member("lowerEdgeAdapterId", "guid", None, "wsl")
    lower_edge_device_name: str | None = member("lowerEdgeDeviceName", "string", None, "wsl")
    flags: CreateDeviceFlags | None = member("flags", "CreateDeviceFlags", None, "wsl")


class GuestDeviceType(TextEnum, published="hcn.Guest_DeviceType", sources="wsl", numeric=True):
    """What kind of network device to make inside the guest."""

    BOND = "Bond"
    LOOPBACK = "Loopback"
    VIRTUAL_WIFI = "VirtualWifi"
    VIRTUAL_TUNNEL = "VirtualTunnel"
    VIRTUAL_CELLULAR = "VirtualCellular"


class CreateDeviceFlags(FlagsEnum, published="hcn.CreateDeviceFlags", sources="wsl"):
    """Bits that change how a device of the guest is made."""

    NONE = 0, "None"
    DISABLE_DAD = 1, "DisableDAD"


@define(frozen=True, kw_only=True)
class LoopbackRoutesRequest(Document, published="hcn.LoopbackRoutesRequest", sources="wsl"):
    """Routes from the guest's device to its own loopback."""

    target_device_name: str | None = member("targetDeviceName", "string", None, "wsl")
    operation: GuestOperationType | None = member("operation", "Guest_OperationType", None, "wsl")
    family: int | None = member("family", "uint32", None, "wsl")
    ip_address: str | None = member("ipAddress", "string", None, "wsl")


@define(frozen=True, kw_only=True)
class InterfaceNetFilterRequest(Document, published="hcn.InterfaceNetFilterRequest", sources="wsl"):
    """A packet filter for the ephemeral ports of a device."""

    target_device_name: str | None = member("targetDeviceName", "string", None, "wsl")
    operation: GuestOperationType | None = member("operation", "Guest_OperationType", None, "wsl")
    ephemeral_port_range_start: int | None = member("ephemeralPortRangeStart", "uint16", None, "wsl")
    ephemeral_port_range_end: int | None = member("ephemeralPortRangeEnd", "uint16", None, "wsl")


class GuestOperationType(TextEnum, published="hcn.Guest_OperationType", sources="wsl", numeric=True):
    """What a request does inside the guest."""

    CREATE = "Create"
    UPDATE = "Update"
    REMOVE = "Remove"


@define(frozen=True, kw_only=True)
class InitialIpConfigurationNotification(Document, published="hcn.InitialIpConfigurationNotification", sources="wsl"):
    """Tells the guest that a device's first addresses are set."""

    target_device_name: str | None = member("targetDeviceName", "string", None, "wsl")
    flags: InitialIpConfigurationNotificationFlags | None = member("flags", "InitialIpConfigurationNotificationFlags", None, "wsl")


class InitialIpConfigurationNotificationFlags(FlagsEnum, published="hcn.InitialIpConfigurationNotificationFlags", sources="wsl"):
    """Bits that change what the guest does with first addresses."""

    NONE = 0, "None"
    SKIP_PRIMARY_ROUTING_TABLE_UPDATE = 1, "SkipPrimaryRoutingTableUpdate"
    SKIP_LOOPBACK_ROUTE_RESET = 2, "SkipLoopbackRouteReset"


@define(frozen=True, kw_only=True)
class VmNicCreatedNotification(Document, published="hcn.VmNicCreatedNotification", sources="wsl"):
    """Tells the guest that an adapter was added."""

    adapter_id: str | None = member("adapterId", "guid", None, "wsl")
