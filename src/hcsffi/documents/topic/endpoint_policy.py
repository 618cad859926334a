"""Settings of the policies of endpoints, proxies among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(frozen=True, kw_only=True)
class PortMappingPolicySetting(Document, published="hcn.PortMappingPolicySetting", since="2.0", sources="docs hcsshim"):
    """A port of the host forwarded to an endpoint."""

    # enum-as-number: hcsshim uint32; the number is written: the service refuses the text (0x803B001B).
    protocol: ProtocolType | None = member(
        "Protocol", "ProtocolType", "2.0", "docs hcsshim", rule="needed among 6 17: HNS maps ports of TCP and UDP (behaviour F-42)"
    )
    internal_port: int | None = member("InternalPort", "uint16", "2.0", "docs hcsshim", rule="needed from 1 to 65535: HCNHResult")
    external_port: int | None = member("ExternalPort", "uint16", "2.0", "docs hcsshim", rule="needed from 1 to 65535: hcsshim")
    vip: str | None = member("VIP", "string", "2.0", "docs hcsshim", rule="address")
    flags: NatFlags | None = member("Flags", "NatFlags", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class OutboundNatPolicySetting(Document, published="hcn.OutboundNatPolicySetting", since="2.0", sources="docs hcsshim zlayer"):
    """Address translation of outgoing traffic."""

    virtual_ip: str | None = member("VirtualIP", "string", "2.0", "docs hcsshim zlayer", rule="address")
    destinations: Sequence[str] | None = member("Destinations", "array<string>", "2.0", "docs hcsshim zlayer", rule="range")
    exceptions: Sequence[str] | None = member("Exceptions", "array<string>", "2.0", "docs hcsshim zlayer", rule="range")
    # enum-as-number: zlayer uint32; the number is written: the service refuses the text (0x803B001B).
    flags: NatFlags | None = member("Flags", "NatFlags", "2.0", "docs hcsshim zlayer")
    max_port_pool_usage: int | None = member("MaxPortPoolUsage", "uint16", None, "hcsshim zlayer")


class NatFlags(FlagsEnum, published="hcn.NatFlags", since="2.0", sources="docs hcsshim"):
    """Bits that change how addresses are translated."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    LOCAL_ROUTED_VIP = 1, "LocalRoutedVip"
    IPV6 = 2, "IPv6", "2.8", "docs hcsshim"


@define(frozen=True, kw_only=True)
class SDNRoutePolicySetting(Document, published="hcn.SDNRoutePolicySetting", since="2.0", sources="docs hcsshim zlayer"):
    """A route of an endpoint, with or without encapsulation."""

    destination_prefix: str | None = member("DestinationPrefix", "string", "2.0", "docs hcsshim zlayer", rule="needed prefix")
    next_hop: str | None = member("NextHop", "string", "2.0", "docs hcsshim zlayer", rule="address")
    need_encap: bool | None = member("NeedEncap", "bool", "2.0", "docs hcsshim zlayer", "false is meaningful, keep it.")
    automatic_endpoint_monitor: bool | None = member("AutomaticEndpointMonitor", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class QosPolicySetting(Document, published="hcn.QosPolicySetting", since="2.0", sources="docs hcsshim"):
    """Bandwidth limit of an endpoint."""

    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint64", "2.0", "docs hcsshim", unit="bytes/s", rule="needed: hcsshim"
    )


@define(frozen=True, kw_only=True)
class ProviderAddressEndpointPolicySetting(
    Document, published="hcn.ProviderAddressEndpointPolicySetting", since="2.0", sources="docs hcsshim"
):
    """The address of the host in the underlying network."""

    provider_address: str | None = member("ProviderAddress", "string", "2.0", "docs hcsshim", rule="needed address")


@define(frozen=True, kw_only=True)
class PortnameEndpointPolicySetting(Document, published="hcn.PortnameEndpointPolicySetting", since="2.0", sources="docs hcsshim wsl"):
    """The name of an endpoint's switch port."""

    name: str | None = member("Name", "string", "2.0", "docs hcsshim wsl", rule="needed: hcsshim")


@define(frozen=True, kw_only=True)
class EncapOverheadEndpointPolicySetting(Document, published="hcn.EncapOverheadEndpointPolicySetting", since="2.0", sources="docs hcsshim"):
    """Bytes that encapsulation takes of every packet."""

    overhead: int | None = member("Overhead", "uint16", "2.0", "docs hcsshim", rule="needed: hcsshim")


@define(frozen=True, kw_only=True)
class InterfaceConstraintEndpointPolicySetting(
    Document, published="hcn.InterfaceConstraintEndpointPolicySetting", since="2.0", sources="docs hcsshim wsl"
):
    """The interface of the host an endpoint is bound to."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    interface_guid: str | None = member("InterfaceGuid", "guid", "2.0", "docs hcsshim wsl")
    interface_luid: int | None = member("InterfaceLuid", "uint64", "2.0", "docs hcsshim")
    interface_index: int | None = member("InterfaceIndex", "uint32", "2.0", "docs hcsshim wsl")
    interface_media_type: int | None = member("InterfaceMediaType", "uint32", "2.0", "docs hcsshim wsl")
    interface_alias: str | None = member("InterfaceAlias", "string", "2.0", "docs hcsshim wsl")
    interface_description: str | None = member("InterfaceDescription", "string", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class InterfaceParametersPolicySetting(Document, published="hcn.InterfaceParametersPolicySetting", since="2.4", sources="docs"):
    """Largest packet of an endpoint."""

    mtu: int | None = member("Mtu", "uint16", "2.4", "docs")


@define(frozen=True, kw_only=True)
class IovPolicySetting(Document, published="hcn.IovPolicySetting", since="2.9", sources="docs hcsshim"):
    """How an endpoint uses single-root I/O virtualization."""

    iov_offload_weight: int | None = member("IovOffloadWeight", "uint32", "2.9", "docs hcsshim")
    queue_pairs_requested: int | None = member("QueuePairsRequested", "uint32", "2.9", "docs hcsshim")
    # enum-as-number: hcsshim uint32; the number is written: the service refuses the text (0x803B001B).
    interrupt_moderation: IovInterruptModerationType | None = member(
        "InterruptModeration", "IovInterruptModerationType", "2.9", "docs hcsshim"
    )


class IovInterruptModerationType(NumberEnum, published="hcn.IovInterruptModerationType", since="2.9", sources="docs"):
    """How an adapter gathers its interrupts."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    IOV_INTERRUPT_MODERATION_DEFAULT = 0, "IovInterruptModerationDefault", "2.9", "docs hcsshim"
    IOV_INTERRUPT_MODERATION_ADAPTIVE = 1, "IovInterruptModerationAdaptive", "2.9", "docs hcsshim"
    IOV_INTERRUPT_MODERATION_OFF = 2, "IovInterruptModerationOff", "2.9", "docs hcsshim"
    IOV_INTERRUPT_MODERATION_LOW = 100, "IovInterruptModerationLow", "2.9", "docs hcsshim"
    IOV_INTERRUPT_MODERATION_MEDIUM = 200, "IovInterruptModerationMedium", "2.9", "docs hcsshim"
    IOV_INTERRUPT_MODERATION_HIGH = 300, "IovInterruptModerationHigh", "2.9", "docs hcsshim"


@define(frozen=True, kw_only=True)
class L4ProxyPolicySetting(Document, published="hcn.L4ProxyPolicySetting", since="2.0", sources="docs hcsshim"):
    """Traffic redirected to a proxy, for a network."""

    ip: str | None = member("IP", "string", "2.0", "docs hcsshim", rule="address")
    port: str | None = member("Port", "string", "2.0", "docs hcsshim", rule="needed port")
    protocol: ProtocolType | None = member("Protocol", "ProtocolType", "2.0", "docs hcsshim", rule="from 0 to 255: protocols are one byte")
    exception_list: Sequence[str] | None = member("ExceptionList", "array<string>", "2.0", "docs", rule="range")
    destination: str | None = member("Destination", "string", "2.0", "docs hcsshim")
    # letter-case: hcsshim OutboundNAT; the published spelling is written, both are read.
    outbound_nat: bool | None = member("OutboundNat", "bool", "2.0", "docs hcsshim", spellings=("OutboundNAT",))
    exceptions: Sequence[str] | None = member("Exceptions", "array<string>", None, "hcsshim", rule="range")


@define(frozen=True, kw_only=True)
class EndpointL4ProxyPolicySetting(Document, published="hcn.L4ProxyPolicySetting_2", since="2.0", sources="docs"):
    """Traffic redirected to a proxy, for an endpoint."""

    ip: str | None = member("IP", "string", "2.0", "docs", rule="address")
    port: str | None = member("Port", "string", "2.0", "docs", rule="needed port")
    protocol: ProtocolType | None = member("Protocol", "ProtocolType", "2.0", "docs", rule="from 0 to 255: protocols are one byte")
    exception_list: Sequence[str] | None = member("ExceptionList", "array<string>", "2.0", "docs", rule="range")
    destination: str | None = member("Destination", "string", "2.0", "docs")
    outbound_nat: bool | None = member("OutboundNat", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class CommonL4ProxyPolicySetting(Document, published="hcn.CommonL4ProxyPolicySetting", since="2.0", sources="docs"):
    """What proxy policies of networks and endpoints have in common."""

    ip: str | None = member("IP", "string", "2.0", "docs", rule="address")
    port: str | None = member("Port", "string", "2.0", "docs", rule="needed port")
    protocol: ProtocolType | None = member("Protocol", "ProtocolType", "2.0", "docs", rule="from 0 to 255: protocols are one byte")
    exception_list: Sequence[str] | None = member("ExceptionList", "array<string>", "2.0", "docs", rule="range")
    destination: str | None = member("Destination", "string", "2.0", "docs")
    outbound_nat: bool | None = member("OutboundNat", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class L4WfpProxyPolicySetting(Document, published="hcn.L4WfpProxyPolicySetting", since="2.5", sources="docs hcsshim"):
    """Traffic redirected to local proxies by the filtering platform."""

    inbound_proxy_port: str | None = member("InboundProxyPort", "string", "2.11", "docs hcsshim", rule="port")
    outbound_proxy_port: str | None = member("OutboundProxyPort", "string", "2.11", "docs hcsshim", rule="port")
    filter_tuple: FiveTuple | None = member("FilterTuple", "FiveTuple", "2.5", "docs hcsshim")
    user_sid: str | None = member("UserSID", "string", "2.5", "docs hcsshim")
    inbound_exceptions: ProxyExceptions | None = member("InboundExceptions", "ProxyExceptions", "2.14", "docs hcsshim")
    outbound_exceptions: ProxyExceptions | None = member("OutboundExceptions", "ProxyExceptions", "2.14", "docs hcsshim")


@define(frozen=True, kw_only=True)
class ProxyExceptions(Document, published="hcn.ProxyExceptions", since="2.14", sources="docs hcsshim"):
    """Addresses and ports that bypass a proxy."""

    ip_address_exceptions: Sequence[str] | None = member("IpAddressExceptions", "array<string>", "2.14", "docs hcsshim", rule="range")
    port_exceptions: Sequence[str] | None = member("PortExceptions", "array<string>", "2.14", "docs hcsshim", rule="port range")


@define(frozen=True, kw_only=True)
class FiveTuple(Document, published="hcn.FiveTuple", since="2.5", sources="docs hcsshim"):
    """Protocols, addresses and ports that traffic is matched by."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs hcsshim", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs hcsshim", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs hcsshim", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs hcsshim")


@define(frozen=True, kw_only=True)
class FiveTuple2(Document, published="hcn.FiveTuple_2", since="2.5", sources="docs"):
    """The same match as `FiveTuple`, as a second table has it."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs")


class ProxyType(TextEnum, published="hcn.ProxyType", since="2.5", sources="docs", numeric=True):
    """Which platform redirects traffic to a proxy."""

    VFP = "VFP"
    WFP = "WFP"


class ProtocolType(NumberEnum, published="hcn.ProtocolType", since="2.0", sources="docs hcsshim"):
    """Internet protocol numbers."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    UNKNOWN = 0, "Unknown"
    ICM_PV4 = 1, "ICMPv4"
    IGMP = 2, "IGMP"
    TCP = 6, "TCP"
    UDP = 17, "UDP"
    ICM_PV6 = 58, "ICMPv6"
