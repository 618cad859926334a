"""Load balancers and routes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.filter import ProtocolType
    from hcsffi.documents.topic.network import Health, Telemetry
    from hcsffi.documents.topic.network_service import Version
    from hcsffi.documents.topic.policy import SDNRoutePolicySetting

class LoadBalancerDistribution(NumberEnum):
    """Known values of `LoadBalancerDistribution`.

    Since schema 2.7; source: the published schema, hcsshim.
    Kept: LoadBalancerDistribution enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.LoadBalancerDistribution"
    __texts__ = {"None": 0, "SourceIPProtocol": 1, "SourceIP": 2}

    NONE = 0
    SOURCE_IP_PROTOCOL = 1
    SOURCE_IP = 2


class LoadBalancerFlags(FlagsEnum):
    """Known values of `LoadBalancerFlags`.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: LoadBalancerFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.LoadBalancerFlags"
    __texts__ = {"None": 0, "EnableDirectServerReturn": 1, "IPv6": 2}
    __newer__ = {"IPv6": "2.8"}

    NONE = 0
    ENABLE_DIRECT_SERVER_RETURN = 1
    IPV6 = 2


class LoadBalancerPortMappingFlags(FlagsEnum):
    """Known values of `LoadBalancerPortMappingFlags`.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: LoadBalancerPortMappingFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.LoadBalancerPortMappingFlags"
    __texts__ = {"None": 0, "EnableInternalLoadBalancer": 1, "LocalRoutedVip": 2, "NotUsed": 4, "EnablePreserveDip": 8}

    NONE = 0
    ENABLE_INTERNAL_LOAD_BALANCER = 1
    LOCAL_ROUTED_VIP = 2
    NOT_USED = 4
    ENABLE_PRESERVE_DIP = 8


class HostComputeLoadBalancer(Document):
    """Layer 4 balancing over endpoints.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.HostComputeLoadBalancer"

    id: str | None = member(
        "ID", "guid", "2.0", "docs hcsshim", default=None
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
        "SchemaVersion", "Version", "2.0", "docs hcsshim", default=None
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

    host_compute_network: str | None = member(
        "HostComputeNetwork", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    host_compute_endpoints: Sequence[str] | None = member(
        "HostComputeEndpoints", "array<string>", "2.0", "docs hcsshim", default=None
    )
    """Array<string>, since 2.0."""

    source_vip: str | None = member(
        "SourceVIP", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    frontend_vips: Sequence[str] | None = member(
        "FrontendVIPs", "array<string>", "2.0", "docs hcsshim", default=None
    )
    """Array<string>, since 2.0."""

    port_mappings: Sequence[LoadBalancerPortMapping] | None = member(
        "PortMappings", "array<LoadBalancerPortMapping>", "2.0", "docs hcsshim", default=None
    )
    """Array<LoadBalancerPortMapping>, since 2.0."""

    flags: LoadBalancerFlags | int | str | None = member(
        "Flags", "LoadBalancerFlags", "2.0", "docs hcsshim", default=None
    )
    """LoadBalancerFlags, since 2.0."""


class HostComputePolicyList(Document):
    """Document type `HostComputePolicyList`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.HostComputePolicyList"

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

    references: Sequence[str] | None = member(
        "References", "array<string>", "2.0", "docs", default=None
    )
    """Array<string>, since 2.0."""

    policies: Sequence[Any] | None = member(
        "Policies", "array<any>", "2.0", "docs", default=None
    )
    """Array<any>, since 2.0."""


class HostComputeRoute(Document):
    """SDN routes for endpoints.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.HostComputeRoute"

    id: str | None = member(
        "ID", "guid", "2.0", "docs hcsshim", default=None
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
        "SchemaVersion", "Version", "2.0", "docs hcsshim", default=None
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

    host_compute_network: str | None = member(
        "HostComputeNetwork", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    host_compute_endpoints: Sequence[str] | None = member(
        "HostComputeEndpoints", "array<string>", "2.0", "docs hcsshim", default=None
    )
    """Array<string>, since 2.0."""

    routes: Sequence[SDNRoutePolicySetting] | None = member(
        "Routes", "array<SDNRoutePolicySetting>", "2.0", "docs", default=None
    )
    """hcsshim calls the same member Setting (array<SDNRoutePolicySetting>, since 2.0)."""

    setting: Sequence[SDNRoutePolicySetting] | None = member(
        "Setting", "array<SDNRoutePolicySetting>", None, "hcsshim", default=None
    )
    """Array<SDNRoutePolicySetting>; known from hcsshim."""


class LoadBalancerPortMapping(Document):
    """A port of a load balancer and the port behind it.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.LoadBalancerPortMapping"

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

    distribution_type: LoadBalancerDistribution | int | str | None = member(
        "DistributionType", "LoadBalancerDistribution", "2.7", "docs hcsshim", default=None
    )
    """LoadBalancerDistribution, since 2.7."""

    flags: LoadBalancerPortMappingFlags | int | str | None = member(
        "Flags", "LoadBalancerPortMappingFlags", "2.0", "docs hcsshim", default=None
    )
    """LoadBalancerPortMappingFlags, since 2.0."""
