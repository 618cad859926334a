"""Networks and their address plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.entity import Health, ModifyRequestType, Telemetry, Version


@define(frozen=True, kw_only=True)
class HostComputeNetwork(Document, published="hcn.HostComputeNetwork", since="2.0", sources="docs hcsshim zlayer"):
    """A virtual network and its address plan."""

    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    # letter-case: zlayer Id; the published spelling is written, both are read.
    id: str | None = member("ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",))
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs hcsshim zlayer", rule="up to 256 letters: chosen")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs hcsshim")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs hcsshim zlayer")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    type: NetworkMode | None = member("Type", "NetworkMode", "2.0", "docs hcsshim zlayer")
    # untyped: zlayer array<any>; the published type is kept, unknown shapes pass where it is open.
    policies: Sequence[NetworkPolicy] | None = member("Policies", "array<NetworkPolicy>", "2.0", "docs hcsshim zlayer")
    mac_pool: MacPool | None = member("MacPool", "MacPool", "2.0", "docs hcsshim zlayer")
    dns: DNS | None = member("Dns", "DNS", "2.0", "docs hcsshim zlayer")
    ipams: Sequence[Ipam] | None = member("Ipams", "array<Ipam>", "2.0", "docs hcsshim zlayer")
    # enum-as-number: zlayer uint32; the number is written: the service refuses the text (0x803B001B).
    flags: NetworkFlags | None = member("Flags", "NetworkFlags", "2.0", "docs hcsshim zlayer", "Bit field; written as a number.")


class NetworkMode(TextEnum, published="hcn.NetworkMode", since="2.0", sources="docs hcsshim wsl zlayer", numeric=True):
    """How a network reaches the world."""

    NAT = "NAT", "2.0", "docs hcsshim wsl zlayer numeric-doc", 0
    ICS = "ICS", "2.0", "docs hcsshim wsl zlayer numeric-doc", 1
    TRANSPARENT = "Transparent", "2.0", "docs hcsshim zlayer numeric-doc", 2
    L2_BRIDGE = "L2Bridge", "2.0", "docs hcsshim zlayer"
    L2_TUNNEL = "L2Tunnel", "2.0", "docs hcsshim zlayer"
    OVERLAY = "Overlay", "2.0", "docs hcsshim zlayer"
    PRIVATE = "Private", "2.0", "docs hcsshim zlayer"
    INTERNAL = "Internal", "2.0", "docs zlayer"
    MIRRORED = "Mirrored", "2.4", "docs"
    INFINIBAND = "Infiniband", "2.4", "docs"
    CONSTRAINED_ICS = "ConstrainedICS", "2.10", "docs wsl"


class NetworkFlags(FlagsEnum, published="hcn.NetworkFlags", since="2.0", sources="docs hcsshim wsl"):
    """Bits that change how a network works."""

    # enum-values: hcsshim DisableHostPort, EnableIov; wsl DisableHostPort, EnableIov, SuppressMediaDisconnect, WeakHostReceiveAdapter,
    # WeakHostSendAdapter; values outside the published list are kept and marked.
    # enum-wire: hcsshim number; wsl number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    ENABLE_DNS_PROXY = 1, "EnableDnsProxy", "2.0", "docs wsl"
    ENABLE_DHCP_SERVER = 2, "EnableDhcpServer", "2.0", "docs wsl"
    ENABLE_MIRRORING = 4, "EnableMirroring", "2.0", "docs wsl"
    ENABLE_NON_PERSISTENT = 8, "EnableNonPersistent"
    ENABLE_PERSISTENT = 16, "EnablePersistent", "2.0", "docs wsl"
    ISOLATE_VSWITCH = 32, "IsolateVSwitch", "2.0", "docs wsl"
    ENABLE_FLOW_STEERING = 64, "EnableFlowSteering", "2.11", "docs wsl"
    DISABLE_SHARING = 128, "DisableSharing", "2.14", "docs wsl"
    ENABLE_FIREWALL = 256, "EnableFirewall", "2.14", "docs wsl"
    DISABLE_HOST_PORT = 1024, "DisableHostPort", None, "hcsshim wsl"
    ENABLE_IOV = 8192, "EnableIov", None, "hcsshim wsl"
    SUPPRESS_MEDIA_DISCONNECT = 512, "SuppressMediaDisconnect", None, "wsl"
    WEAK_HOST_RECEIVE_ADAPTER = 2048, "WeakHostReceiveAdapter", None, "wsl"
    WEAK_HOST_SEND_ADAPTER = 4096, "WeakHostSendAdapter", None, "wsl"


@define(frozen=True, kw_only=True)
class NetworkPolicy(Document, published="hcn.NetworkPolicy", since="2.0", sources="docs hcsshim"):
    """A policy of a network: its type, and settings of that type."""

    type: NetworkPolicyType | None = member("Type", "NetworkPolicyType", "2.0", "docs hcsshim", rule="needed: HNS schema")
    settings: Any | None = member("Settings", "any by Type", "2.0", "docs hcsshim")


class NetworkPolicyType(TextEnum, published="hcn.NetworkPolicyType", since="2.0", sources="docs hcsshim", numeric=True):
    """Which policy of a network it is; selects the settings."""

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


@define(frozen=True, kw_only=True)
class MacPool(Document, published="hcn.MacPool", since="2.0", sources="docs hcsshim zlayer"):
    """Hardware addresses a network hands out."""

    ranges: Sequence[MacRange] | None = member("Ranges", "array<MacRange>", "2.0", "docs hcsshim zlayer")


@define(frozen=True, kw_only=True)
class MacRange(
    Document,
    published="hcn.MacRange",
    since="2.0",
    sources="docs hcsshim zlayer",
    rules=("StartMacAddress no greater than EndMacAddress: HNS schema",),
):
    """First and last hardware address of a range."""

    start_mac_address: str | None = member("StartMacAddress", "string", "2.0", "docs hcsshim zlayer", rule="needed mac")
    end_mac_address: str | None = member("EndMacAddress", "string", "2.0", "docs hcsshim zlayer", rule="needed mac")


@define(frozen=True, kw_only=True)
class Extension(Document, published="hcn.Extension", since="2.0", sources="docs"):
    """A switch extension, on or off."""

    id: str | None = member("Id", "guid", "2.0", "docs")
    is_enabled: bool | None = member("IsEnabled", "bool", "2.0", "docs")


@define(frozen=True, kw_only=True)
class NetworkAdditionalParams(Document, published="hcn.NetworkAdditionalParams", since="2.0", sources="docs"):
    """Flags of internet connection sharing."""

    ics_flags: int | None = member("ICSFlags", "uint16", "2.0", "docs")


@define(frozen=True, kw_only=True)
class ModifyNetworkSettingRequest(Document, published="hcn.ModifyNetworkSettingRequest", since="2.0", sources="docs hcsshim"):
    """One change to a network."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs hcsshim")
    resource_type: NetworkResourceType | None = member("ResourceType", "NetworkResourceType", "2.0", "docs hcsshim")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs hcsshim")


class NetworkResourceType(TextEnum, published="hcn.NetworkResourceType", since="2.0", sources="docs hcsshim", numeric=True):
    """What of a network a change is about; selects the settings."""

    DNS = "DNS"
    EXTENSION = "Extension"
    POLICY = "Policy"
    SUBNET = "Subnet", "2.6", "docs"
    IP_SUBNET = "IPSubnet", "2.6", "docs"


@define(frozen=True, kw_only=True)
class PolicyNetworkRequest(Document, published="hcn.PolicyNetworkRequest", since="2.0", sources="docs hcsshim"):
    """Policies to add to or remove from a network."""

    policies: Sequence[NetworkPolicy] | None = member("Policies", "array<NetworkPolicy>", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class Ipam(Document, published="hcn.Ipam", since="2.0", sources="docs hcsshim zlayer", rules=("Subnets apart: HNS schema",)):
    """Address management of a network."""

    # enum-as-string: hcsshim string; zlayer string; the published enum is kept, unknown texts pass.
    type: IpamType | None = member("Type", "IpamType", "2.0", "docs hcsshim zlayer")
    subnets: Sequence[Subnet] | None = member("Subnets", "array<Subnet>", "2.0", "docs hcsshim zlayer")


class IpamType(TextEnum, published="hcn.IpamType", since="2.0", sources="docs", numeric=True):
    """How a network's addresses are handed out."""

    STATIC = "Static", "2.0", "docs numeric-doc", 0
    DHCP = "Dhcp", "2.0", "docs numeric-doc", 1


@define(frozen=True, kw_only=True)
class Subnet(
    Document,
    published="hcn.Subnet",
    since="2.0",
    sources="docs hcsshim zlayer",
    rules=(
        "gateway of Routes inside IpAddressPrefix: HNS schema; a gateway is a neighbour",
        "IpSubnets inside IpAddressPrefix: HNS schema",
        "IpSubnets apart: HNS schema",
    ),
):
    """One address range of a network."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    ip_address_prefix: str | None = member("IpAddressPrefix", "string", "2.0", "docs hcsshim zlayer", rule="subnet")
    # untyped: hcsshim array<any>; zlayer array<any>; the published type is kept, unknown shapes pass where it is open.
    policies: Sequence[SubnetPolicy] | None = member("Policies", "array<SubnetPolicy>", "2.0", "docs hcsshim zlayer")
    routes: Sequence[Route] | None = member("Routes", "array<Route>", "2.0", "docs hcsshim zlayer")
    ip_subnets: Sequence[IpSubnet] | None = member("IpSubnets", "array<IpSubnet>", "2.3", "docs")
    flags: SubnetFlags | None = member("Flags", "SubnetFlags", "2.7", "docs hcsshim")


class SubnetFlags(FlagsEnum, published="hcn.SubnetFlags", since="2.7", sources="docs hcsshim"):
    """Bits that change how a subnet works."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    DO_NOT_RESERVE_GATEWAY_ADDRESS = 1, "DoNotReserveGatewayAddress"


@define(frozen=True, kw_only=True)
class IpSubnet(Document, published="hcn.IpSubnet", since="2.0", sources="docs wsl"):
    """One address range inside a subnet."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    ip_address_prefix: str | None = member("IpAddressPrefix", "string", "2.3", "docs wsl", rule="subnet")
    flags: IPSubnetFlags | None = member("Flags", "IPSubnetFlags", "2.5", "docs")
    object_type: int | None = member("ObjectType", "uint32", None, "observed")
    policies: Sequence[Any] | None = member("Policies", "array<any>", None, "observed")


class IPSubnetFlags(FlagsEnum, published="hcn.IPSubnetFlags", since="2.5", sources="docs"):
    """Bits that change how an address range works."""

    NONE = 0, "None", "2.5", "docs inferred"
    ENABLE_BROADCAST = 1, "EnableBroadcast", "2.5", "docs inferred"
    RESERVE_NETWORK_ADDRESS = 2, "ReserveNetworkAddress", "2.5", "docs inferred"


@define(frozen=True, kw_only=True)
class Route(Document, published="hcn.Route", since="2.0", sources="docs hcsshim zlayer"):
    """Where packets for a range go."""

    next_hop: str | None = member("NextHop", "string", "2.0", "docs hcsshim zlayer", rule="address")
    destination_prefix: str | None = member("DestinationPrefix", "string", "2.0", "docs hcsshim zlayer", rule="route")
    # integer-width: zlayer uint32; the published width is kept, narrower code was generated.
    metric: int | None = member("Metric", "uint16", "2.0", "docs hcsshim zlayer")


@define(frozen=True, kw_only=True)
class IpConfig(
    Document,
    published="hcn.IpConfig",
    since="2.0",
    sources="docs hcsshim wsl zlayer",
    rules=("PrefixLength within the family of IpAddress: HNS schema, IpConfig",),
):
    """One address of an endpoint."""

    ip_address: str | None = member("IpAddress", "string", "2.0", "docs hcsshim wsl zlayer", rule="address")
    prefix_length: int | None = member("PrefixLength", "uint8", "2.0", "docs hcsshim zlayer")
    ip_subnet_id: str | None = member("IpSubnetId", "guid", "2.3", "docs")


@define(frozen=True, kw_only=True)
class DNS(Document, published="hcn.DNS", since="2.0", sources="docs hcsshim zlayer"):
    """Name resolution of a network or endpoint."""

    domain: str | None = member("Domain", "string", "2.0", "docs hcsshim zlayer")
    search: Sequence[str] | None = member("Search", "array<string>", "2.0", "docs hcsshim zlayer")
    server_list: Sequence[str] | None = member("ServerList", "array<string>", "2.0", "docs hcsshim zlayer", rule="address")
    options: Sequence[str] | None = member("Options", "array<string>", "2.0", "docs hcsshim zlayer")


@define(frozen=True, kw_only=True)
class SubnetPolicy(Document, published="hcn.SubnetPolicy", since="2.0", sources="docs hcsshim"):
    """A policy of a subnet: its type, and settings of that type."""

    type: SubnetPolicyType | None = member("Type", "SubnetPolicyType", "2.0", "docs hcsshim", rule="needed: HNS schema")
    settings: Any | None = member("Settings", "any by Type", "2.0", "docs hcsshim")


class SubnetPolicyType(TextEnum, published="hcn.SubnetPolicyType", since="2.0", sources="docs hcsshim", numeric=True):
    """Which policy of a subnet it is; selects the settings."""

    VLAN = "VLAN", "2.0", "docs hcsshim numeric-doc", 0
    VSID = "VSID"


@define(frozen=True, kw_only=True)
class SubnetNetworkRequest(Document, published="hcn.SubnetNetworkRequest", since="2.6", sources="docs"):
    """Subnets to add to or remove from a network."""

    subnets: Sequence[Subnet] | None = member("Subnets", "array<Subnet>", "2.6", "docs")


@define(frozen=True, kw_only=True)
class IPSubnetNetworkRequest(Document, published="hcn.IPSubnetNetworkRequest", since="2.6", sources="docs"):
    """Address ranges to add to or remove from a subnet."""

    subnet_id: str | None = member("SubnetId", "guid", "2.6", "docs")
    ip_subnets: Sequence[IpSubnet] | None = member("IpSubnets", "array<IpSubnet>", "2.6", "docs")
