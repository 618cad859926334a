"""Networks and their address plans.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.network_service import ModifyRequestType, Version
    from hcsffi.documents.topic.policy import NetworkPolicy, SubnetPolicy

class IpamType(TextEnum):
    """Known values of `IpamType`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.IpamType"
    __numeric__ = True

    STATIC = "Static"
    DHCP = "Dhcp"


class IPSubnetFlags(FlagsEnum):
    """Known values of `IPSubnetFlags`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcn.IPSubnetFlags"
    __texts__ = {"None": 0, "EnableBroadcast": 1, "ReserveNetworkAddress": 2}

    NONE = 0
    ENABLE_BROADCAST = 1
    RESERVE_NETWORK_ADDRESS = 2


class NetworkFlags(FlagsEnum):
    """Bits that change how a network works.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service.
    Kept: NetworkFlags enum-values: hcsshim DisableHostPort, EnableIov; wsl DisableHostPort, EnableIov, SuppressMediaDisconnect, WeakHostReceiveAdapter, WeakHostSendAdapter; values outside the published list are kept and marked.
    Kept: NetworkFlags enum-wire: hcsshim number; wsl number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.NetworkFlags"
    __texts__ = {"None": 0, "EnableDnsProxy": 1, "EnableDhcpServer": 2, "EnableMirroring": 4, "EnableNonPersistent": 8, "EnablePersistent": 16, "IsolateVSwitch": 32, "EnableFlowSteering": 64, "DisableSharing": 128, "EnableFirewall": 256, "DisableHostPort": 1024, "EnableIov": 8192, "SuppressMediaDisconnect": 512, "WeakHostReceiveAdapter": 2048, "WeakHostSendAdapter": 4096}
    __newer__ = {"EnableFlowSteering": "2.11", "DisableSharing": "2.14", "EnableFirewall": "2.14"}

    NONE = 0
    ENABLE_DNS_PROXY = 1
    ENABLE_DHCP_SERVER = 2
    ENABLE_MIRRORING = 4
    ENABLE_NON_PERSISTENT = 8
    ENABLE_PERSISTENT = 16
    ISOLATE_VSWITCH = 32
    ENABLE_FLOW_STEERING = 64
    DISABLE_SHARING = 128
    ENABLE_FIREWALL = 256
    DISABLE_HOST_PORT = 1024
    """Known from hcsshim, the WSL service."""
    ENABLE_IOV = 8192
    """Known from hcsshim, the WSL service."""
    SUPPRESS_MEDIA_DISCONNECT = 512
    """Known from the WSL service."""
    WEAK_HOST_RECEIVE_ADAPTER = 2048
    """Known from the WSL service."""
    WEAK_HOST_SEND_ADAPTER = 4096
    """Known from the WSL service."""


class NetworkMode(TextEnum):
    """How a network reaches the world.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.NetworkMode"
    __numeric__ = True
    __newer__ = {"Mirrored": "2.4", "Infiniband": "2.4", "ConstrainedICS": "2.10"}

    NAT = "NAT"
    ICS = "ICS"
    TRANSPARENT = "Transparent"
    L2_BRIDGE = "L2Bridge"
    L2_TUNNEL = "L2Tunnel"
    OVERLAY = "Overlay"
    PRIVATE = "Private"
    INTERNAL = "Internal"
    MIRRORED = "Mirrored"
    INFINIBAND = "Infiniband"
    CONSTRAINED_ICS = "ConstrainedICS"


class NetworkResourceType(TextEnum):
    """Known values of `NetworkResourceType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NetworkResourceType"
    __numeric__ = True
    __newer__ = {"Subnet": "2.6", "IPSubnet": "2.6"}

    DNS = "DNS"
    EXTENSION = "Extension"
    POLICY = "Policy"
    SUBNET = "Subnet"
    IP_SUBNET = "IPSubnet"


class SubnetFlags(FlagsEnum):
    """Known values of `SubnetFlags`.

    Since schema 2.7; source: the published schema, hcsshim.
    Kept: SubnetFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.SubnetFlags"
    __texts__ = {"None": 0, "DoNotReserveGatewayAddress": 1}

    NONE = 0
    DO_NOT_RESERVE_GATEWAY_ADDRESS = 1


class Base(Document):
    """Document type `Base`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Base"

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
    """HNS service version as major<<32/minor (uint64, since 2.0)."""

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


class DNS(Document):
    """Name resolution of a network or endpoint.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.DNS"

    domain: str | None = member(
        "Domain", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    search: Sequence[str] | None = member(
        "Search", "array<string>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<string>, since 2.0."""

    server_list: Sequence[str] | None = member(
        "ServerList", "array<string>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<string>, since 2.0."""

    options: Sequence[str] | None = member(
        "Options", "array<string>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<string>, since 2.0."""


class Extension(Document):
    """Document type `Extension`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Extension"

    id: str | None = member(
        "Id", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    is_enabled: bool | None = member(
        "IsEnabled", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class ExtraParams(Document):
    """Switch, layers and machine behind an object.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.ExtraParams"

    resources: Any | None = member(
        "Resources", "any", "2.0", "docs hcsshim", default=None
    )
    """Any, since 2.0."""

    shared_containers: Any | None = member(
        "SharedContainers", "any", "2.0", "docs hcsshim", default=None
    )
    """Any, since 2.0."""

    layered_on: str | None = member(
        "LayeredOn", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    switch_guid: str | None = member(
        "SwitchGuid", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    utility_vm: str | None = member(
        "UtilityVM", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    virtual_machine: str | None = member(
        "VirtualMachine", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""


class Health(Document):
    """Last error of an object and where it lives.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.Health"

    data: Any | None = member(
        "Data", "any", "2.0", "docs hcsshim", default=None
    )
    """Any, since 2.0."""

    extra: ExtraParams | None = member(
        "Extra", "ExtraParams", "2.0", "docs hcsshim", default=None
    )
    """ExtraParams, since 2.0."""

    last_error_code: int | None = member(
        "LastErrorCode", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    last_update_time: int | None = member(
        "LastUpdateTime", "uint64", None, "observed", default=None
    )
    """uint64; known from observed."""


class HostComputeNetwork(Document):
    """A virtual network and its address plan.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.HostComputeNetwork"

    id: str | None = member(
        "ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",), default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs hcsshim zlayer", default=None
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
        "Health", "Health", "2.0", "docs hcsshim", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs hcsshim zlayer", default=None
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

    type: NetworkMode | str | int | None = member(
        "Type", "NetworkMode", "2.0", "docs hcsshim zlayer", default=None
    )
    """NetworkMode, since 2.0."""

    policies: Sequence[NetworkPolicy] | None = member(
        "Policies", "array<NetworkPolicy>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<NetworkPolicy>, since 2.0."""

    mac_pool: MacPool | None = member(
        "MacPool", "MacPool", "2.0", "docs hcsshim zlayer", default=None
    )
    """MacPool, since 2.0."""

    dns: DNS | None = member(
        "Dns", "DNS", "2.0", "docs hcsshim zlayer", default=None
    )
    """DNS, since 2.0."""

    ipams: Sequence[Ipam] | None = member(
        "Ipams", "array<Ipam>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<Ipam>, since 2.0."""

    flags: NetworkFlags | int | str | None = member(
        "Flags", "NetworkFlags", "2.0", "docs hcsshim zlayer", default=None
    )
    """Bit field; written as a number (NetworkFlags, since 2.0)."""


class Ipam(Document):
    """Address management of a network.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.Ipam"

    type: IpamType | str | int | None = member(
        "Type", "IpamType", "2.0", "docs hcsshim zlayer", default=None
    )
    """IpamType, since 2.0."""

    subnets: Sequence[Subnet] | None = member(
        "Subnets", "array<Subnet>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<Subnet>, since 2.0."""


class IpConfig(Document):
    """One address of an endpoint.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.IpConfig"

    ip_address: str | None = member(
        "IpAddress", "string", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """String, since 2.0."""

    prefix_length: int | None = member(
        "PrefixLength", "uint8", "2.0", "docs hcsshim zlayer", default=None
    )
    """uint8, since 2.0."""

    ip_subnet_id: str | None = member(
        "IpSubnetId", "guid", "2.3", "docs", default=None
    )
    """Guid, since 2.3."""


class IpSubnet(Document):
    """One address range inside a subnet.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.IpSubnet"

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

    ip_address_prefix: str | None = member(
        "IpAddressPrefix", "string", "2.3", "docs wsl", default=None
    )
    """String, since 2.3."""

    flags: IPSubnetFlags | int | str | None = member(
        "Flags", "IPSubnetFlags", "2.5", "docs", default=None
    )
    """IPSubnetFlags, since 2.5."""

    object_type: int | None = member(
        "ObjectType", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any>", None, "observed", default=None
    )
    """Array<any>; known from observed."""


class IPSubnetNetworkRequest(Document):
    """Document type `IPSubnetNetworkRequest`.

    Since schema 2.6; source: the published schema.
    """

    __published__ = "hcn.IPSubnetNetworkRequest"

    subnet_id: str | None = member(
        "SubnetId", "guid", "2.6", "docs", default=None
    )
    """Guid, since 2.6."""

    ip_subnets: Sequence[IpSubnet] | None = member(
        "IpSubnets", "array<IpSubnet>", "2.6", "docs", default=None
    )
    """Array<IpSubnet>, since 2.6."""


class MacPool(Document):
    """Hardware addresses a network hands out.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.MacPool"

    ranges: Sequence[MacRange] | None = member(
        "Ranges", "array<MacRange>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<MacRange>, since 2.0."""


class MacRange(Document):
    """First and last hardware address of a range.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.MacRange"

    start_mac_address: str | None = member(
        "StartMacAddress", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    end_mac_address: str | None = member(
        "EndMacAddress", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""


class ModifyNetworkSettingRequest(Document):
    """One change to a network.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.ModifyNetworkSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs hcsshim", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: NetworkResourceType | str | int | None = member(
        "ResourceType", "NetworkResourceType", "2.0", "docs hcsshim", default=None
    )
    """NetworkResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs hcsshim", default=None
    )
    """Any by ResourceType, since 2.0."""


class NetworkAdditionalParams(Document):
    """Document type `NetworkAdditionalParams`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.NetworkAdditionalParams"

    ics_flags: int | None = member(
        "ICSFlags", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""


class Route(Document):
    """Where packets for a range go.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.Route"

    next_hop: str | None = member(
        "NextHop", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    metric: int | None = member(
        "Metric", "uint16", "2.0", "docs hcsshim zlayer", default=None
    )
    """uint16, since 2.0."""


class Subnet(Document):
    """One address range of a network.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.Subnet"

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

    ip_address_prefix: str | None = member(
        "IpAddressPrefix", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    policies: Sequence[SubnetPolicy] | None = member(
        "Policies", "array<SubnetPolicy>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<SubnetPolicy>, since 2.0."""

    routes: Sequence[Route] | None = member(
        "Routes", "array<Route>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<Route>, since 2.0."""

    ip_subnets: Sequence[IpSubnet] | None = member(
        "IpSubnets", "array<IpSubnet>", "2.3", "docs", default=None
    )
    """Array<IpSubnet>, since 2.3."""

    flags: SubnetFlags | int | str | None = member(
        "Flags", "SubnetFlags", "2.7", "docs hcsshim", default=None
    )
    """SubnetFlags, since 2.7."""


class SubnetNetworkRequest(Document):
    """Document type `SubnetNetworkRequest`.

    Since schema 2.6; source: the published schema.
    """

    __published__ = "hcn.SubnetNetworkRequest"

    subnets: Sequence[Subnet] | None = member(
        "Subnets", "array<Subnet>", "2.6", "docs", default=None
    )
    """Array<Subnet>, since 2.6."""


class Telemetry(Document):
    """Document type `Telemetry`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Telemetry"

    data: Any | None = member(
        "Data", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""
