"""Load balancers and routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.endpoint_policy import ProtocolType, SDNRoutePolicySetting
    from hcsffi.documents.topic.entity import Health, Telemetry, Version


@define(frozen=True, kw_only=True)
class HostComputeLoadBalancer(Document, published="hcn.HostComputeLoadBalancer", since="2.0", sources="docs hcsshim"):
    """Layer 4 balancing over endpoints."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    id: str | None = member("ID", "guid", "2.0", "docs hcsshim")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs", rule="up to 256 letters: chosen")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs hcsshim")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    host_compute_network: str | None = member("HostComputeNetwork", "string", "2.5", "docs", rule="guid")
    host_compute_endpoints: Sequence[str] | None = member(
        "HostComputeEndpoints", "array<string>", "2.0", "docs hcsshim", rule="needed guid"
    )
    source_vip: str | None = member("SourceVIP", "string", "2.0", "docs hcsshim", rule="address")
    frontend_vips: Sequence[str] | None = member("FrontendVIPs", "array<string>", "2.0", "docs hcsshim", rule="address")
    port_mappings: Sequence[LoadBalancerPortMapping] | None = member(
        "PortMappings", "array<LoadBalancerPortMapping>", "2.0", "docs hcsshim", rule="needed: kube-proxy reads PortMappings[0]"
    )
    flags: LoadBalancerFlags | None = member("Flags", "LoadBalancerFlags", "2.0", "docs hcsshim")


class LoadBalancerFlags(FlagsEnum, published="hcn.LoadBalancerFlags", since="2.0", sources="docs hcsshim"):
    """Bits that change how a load balancer works."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    ENABLE_DIRECT_SERVER_RETURN = 1, "EnableDirectServerReturn"
    IPV6 = 2, "IPv6", "2.8", "docs hcsshim"


@define(frozen=True, kw_only=True)
class LoadBalancerPortMapping(Document, published="hcn.LoadBalancerPortMapping", since="2.0", sources="docs hcsshim"):
    """A port of a load balancer and the port behind it."""

    # enum-as-number: hcsshim uint32; the number is written: the service refuses the text (0x803B001B).
    protocol: ProtocolType | None = member("Protocol", "ProtocolType", "2.0", "docs hcsshim", rule="needed among 6 17: behaviour F-42")
    internal_port: int | None = member("InternalPort", "uint16", "2.0", "docs hcsshim", rule="needed from 1 to 65535: HCNHResult")
    external_port: int | None = member("ExternalPort", "uint16", "2.0", "docs hcsshim", rule="needed from 1 to 65535: kube-proxy")
    distribution_type: LoadBalancerDistribution | None = member(
        "DistributionType", "LoadBalancerDistribution", "2.7", "docs hcsshim", rule="from 0 to 2: behaviour F-77"
    )
    flags: LoadBalancerPortMappingFlags | None = member("Flags", "LoadBalancerPortMappingFlags", "2.0", "docs hcsshim")


class LoadBalancerPortMappingFlags(FlagsEnum, published="hcn.LoadBalancerPortMappingFlags", since="2.0", sources="docs hcsshim"):
    """Bits that change how one port is balanced."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    ENABLE_INTERNAL_LOAD_BALANCER = 1, "EnableInternalLoadBalancer"
    LOCAL_ROUTED_VIP = 2, "LocalRoutedVip"
    NOT_USED = 4, "NotUsed"
    ENABLE_PRESERVE_DIP = 8, "EnablePreserveDip"


class LoadBalancerDistribution(NumberEnum, published="hcn.LoadBalancerDistribution", since="2.7", sources="docs hcsshim"):
    """What decides which endpoint gets a connection."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    SOURCE_IP_PROTOCOL = 1, "SourceIPProtocol"
    SOURCE_IP = 2, "SourceIP"


@define(frozen=True, kw_only=True)
class HostComputePolicyList(Document, published="hcn.HostComputePolicyList", since="2.0", sources="docs"):
    """Policies kept as one thing of the network service."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    references: Sequence[str] | None = member("References", "array<string>", "2.0", "docs")
    policies: Sequence[Any] | None = member("Policies", "array<any>", "2.0", "docs")


@define(frozen=True, kw_only=True)
class HostComputeRoute(
    Document,
    published="hcn.HostComputeRoute",
    since="2.0",
    sources="docs hcsshim",
    rules=("at least one of Routes Setting: hcsshim's routes",),
):
    """SDN routes for endpoints."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    id: str | None = member("ID", "guid", "2.0", "docs hcsshim")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs", rule="up to 256 letters: chosen")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs hcsshim")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    host_compute_network: str | None = member("HostComputeNetwork", "string", "2.5", "docs", rule="guid")
    host_compute_endpoints: Sequence[str] | None = member(
        "HostComputeEndpoints", "array<string>", "2.0", "docs hcsshim", rule="needed guid"
    )
    routes: Sequence[SDNRoutePolicySetting] | None = member(
        "Routes", "array<SDNRoutePolicySetting>", "2.0", "docs", "hcsshim calls the same member Setting."
    )
    setting: Sequence[SDNRoutePolicySetting] | None = member("Setting", "array<SDNRoutePolicySetting>", None, "hcsshim")
