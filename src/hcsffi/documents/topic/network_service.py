"""Queries, answers and notifications of the network service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from typing import Any

    from hcsffi.documents.topic.access_list import AclFeatures
    from hcsffi.documents.topic.entity import Health, ModifyRequestType, Telemetry, Version


@define(frozen=True, kw_only=True)
class HostComputeQuery(Document, published="hcn.HostComputeQuery", since="2.0", sources="docs hcsshim wsl"):
    """Filter of every enumeration and query."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs hcsshim", "Leave it out and the answer comes in generation 1 shape."
    )
    # enum-as-number: wsl uint64; the number is written: the service refuses the text (0x803B001B).
    flags: HostComputeQueryFlags | None = member("Flags", "HostComputeQueryFlags", "2.0", "docs hcsshim wsl")
    filter: str | None = member("Filter", "string", "2.0", "docs hcsshim wsl", "A JSON document as text inside another.", rule="json")


class HostComputeQueryFlags(FlagsEnum, published="hcn.HostComputeQueryFlags", since="2.0", sources="docs hcsshim"):
    """Bits that change what a query answers."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    DETAILED = 1, "Detailed"


@define(frozen=True, kw_only=True)
class Response(Document, published="hcn.Response", since="2.0", sources="docs"):
    """Error record of a failed call."""

    success: bool | None = member("Success", "bool", "2.0", "docs")
    error: str | None = member("Error", "string", "2.0", "docs")
    error_code: int | None = member("ErrorCode", "uint32", "2.0", "docs")


@define(frozen=True, kw_only=True)
class NotificationBase(Document, published="hcn.NotificationBase", since="2.0", sources="docs wsl"):
    """What a service callback receives."""

    id: str | None = member("ID", "guid", "2.0", "docs wsl")
    flags: int | None = member("Flags", "uint32", "2.0", "docs wsl")
    data: Any | None = member("Data", "any", "2.2", "docs")


@define(frozen=True, kw_only=True)
class ModifySettingRequest(Document, published="hcn.ModifySettingRequest", since="2.0", sources="docs"):
    """What every change has."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs")


@define(frozen=True, kw_only=True)
class ModifySettingResponse(Document, published="hcn.ModifySettingResponse", since="2.0", sources="docs"):
    """Answer to a change."""

    success: bool | None = member("Success", "bool", "2.0", "docs")
    error: str | None = member("Error", "string", "2.0", "docs")
    error_code: int | None = member("ErrorCode", "uint32", "2.0", "docs")
    data: Any | None = member("Data", "any", "2.0", "docs")


class HostResourceType(TextEnum, published="hcn.HostResourceType", since="2.0", sources="docs", numeric=True):
    """What of the host a change is about."""

    NETWORK = "Network"
    ENDPOINT = "Endpoint"
    CONTAINER = "Container"
    NAMESPACE = "Namespace"
    POLICY_LIST = "PolicyList"


@define(frozen=True, kw_only=True)
class Globals(Document, published="hcn.Globals", sources="hcsshim"):
    """Version of the network service."""

    version: Version | None = member("Version", "Version", None, "hcsshim")


@define(frozen=True, kw_only=True)
class SupportedFeatures(Document, published="hcn.SupportedFeatures", sources="hcsshim"):
    """What the network service of a host can do."""

    acl: AclFeatures | None = member("ACL", "AclFeatures", None, "hcsshim")
    api: ApiSupport | None = member("API", "ApiSupport", None, "hcsshim")
    remote_subnet: bool | None = member("RemoteSubnet", "bool", None, "hcsshim")
    host_route: bool | None = member("HostRoute", "bool", None, "hcsshim")
    dsr: bool | None = member("DSR", "bool", None, "hcsshim")
    slash32_endpoint_prefixes: bool | None = member("Slash32EndpointPrefixes", "bool", None, "hcsshim")
    acl_support_for_protocol252: bool | None = member("AclSupportForProtocol252", "bool", None, "hcsshim")
    session_affinity: bool | None = member("SessionAffinity", "bool", None, "hcsshim")
    ipv6_dual_stack: bool | None = member("IPv6DualStack", "bool", None, "hcsshim")
    set_policy: bool | None = member("SetPolicy", "bool", None, "hcsshim")
    vxlan_port: bool | None = member("VxlanPort", "bool", None, "hcsshim")
    l4_proxy: bool | None = member("L4Proxy", "bool", None, "hcsshim")
    l4_wfp_proxy: bool | None = member("L4WfpProxy", "bool", None, "hcsshim")
    tier_acl: bool | None = member("TierAcl", "bool", None, "hcsshim")
    network_acl: bool | None = member("NetworkACL", "bool", None, "hcsshim")
    nested_ip_set: bool | None = member("NestedIpSet", "bool", None, "hcsshim")
    disable_host_port: bool | None = member("DisableHostPort", "bool", None, "hcsshim")
    modify_loadbalancer: bool | None = member("ModifyLoadbalancer", "bool", None, "hcsshim")
    accelnet: bool | None = member("Accelnet", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class ApiSupport(Document, published="hcn.ApiSupport", sources="hcsshim"):
    """Which generations of the interface a host has."""

    v1: bool | None = member("V1", "bool", None, "hcsshim")
    v2: bool | None = member("V2", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class Feature(Document, published="hcn.Feature", since="2.0", sources="docs"):
    """A feature kept as one thing of the network service."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    enabled: bool | None = member("Enabled", "bool", "2.0", "docs")
    data: Any | None = member("Data", "any", "2.0", "docs")
