"""Queries, answers and notifications of the network service.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hcsffi.documents.topic.filter import AclFeatures
    from hcsffi.documents.topic.network import Health, Telemetry

class HostComputeQueryFlags(FlagsEnum):
    """Known values of `HostComputeQueryFlags`.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: HostComputeQueryFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.HostComputeQueryFlags"
    __texts__ = {"None": 0, "Detailed": 1}

    NONE = 0
    DETAILED = 1


class HostResourceType(TextEnum):
    """Known values of `HostResourceType`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.HostResourceType"
    __numeric__ = True

    NETWORK = "Network"
    ENDPOINT = "Endpoint"
    CONTAINER = "Container"
    NAMESPACE = "Namespace"
    POLICY_LIST = "PolicyList"


class ModifyRequestType(TextEnum):
    """Known values of `ModifyRequestType`.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.ModifyRequestType"
    __numeric__ = True

    ADD = "Add"
    REMOVE = "Remove"
    UPDATE = "Update"
    REFRESH = "Refresh"
    RESET = "Reset"


class ApiSupport(Document):
    """Document type `ApiSupport`.

    Source: hcsshim.
    """

    __published__ = "hcn.ApiSupport"

    v1: bool | None = member(
        "V1", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    v2: bool | None = member(
        "V2", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class Feature(Document):
    """Document type `Feature`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Feature"

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

    enabled: bool | None = member(
        "Enabled", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    data: Any | None = member(
        "Data", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""


class Globals(Document):
    """Document type `Globals`.

    Source: hcsshim.
    """

    __published__ = "hcn.Globals"

    version: Version | None = member(
        "Version", "Version", None, "hcsshim", default=None
    )
    """Version; known from hcsshim."""


class HostComputeQuery(Document):
    """Filter of every enumeration and query.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service.
    """

    __published__ = "hcn.HostComputeQuery"

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs hcsshim", default=None
    )
    """Leave it out and the answer comes in generation 1 shape (Version, since 2.0)."""

    flags: HostComputeQueryFlags | int | str | None = member(
        "Flags", "HostComputeQueryFlags", "2.0", "docs hcsshim wsl", default=None
    )
    """HostComputeQueryFlags, since 2.0."""

    filter: str | None = member(
        "Filter", "string", "2.0", "docs hcsshim wsl", default=None
    )
    """A JSON document as text inside the JSON document (string, since 2.0)."""


class ModifySettingRequest(Document):
    """Document type `ModifySettingRequest`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.ModifySettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs", default=None
    )
    """ModifyRequestType, since 2.0."""


class ModifySettingResponse(Document):
    """Document type `ModifySettingResponse`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.ModifySettingResponse"

    success: bool | None = member(
        "Success", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    error: str | None = member(
        "Error", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    error_code: int | None = member(
        "ErrorCode", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    data: Any | None = member(
        "Data", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""


class NotificationBase(Document):
    """What a service callback receives.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.NotificationBase"

    id: str | None = member(
        "ID", "guid", "2.0", "docs wsl", default=None
    )
    """Guid, since 2.0."""

    flags: int | None = member(
        "Flags", "uint32", "2.0", "docs wsl", default=None
    )
    """uint32, since 2.0."""

    data: Any | None = member(
        "Data", "any", "2.2", "docs", default=None
    )
    """Any, since 2.2."""


class Response(Document):
    """Error record of a failed call.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.Response"

    success: bool | None = member(
        "Success", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""

    error: str | None = member(
        "Error", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    error_code: int | None = member(
        "ErrorCode", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""


class SupportedFeatures(Document):
    """Document type `SupportedFeatures`.

    Source: hcsshim.
    """

    __published__ = "hcn.SupportedFeatures"

    acl: AclFeatures | None = member(
        "ACL", "AclFeatures", None, "hcsshim", default=None
    )
    """AclFeatures; known from hcsshim."""

    api: ApiSupport | None = member(
        "API", "ApiSupport", None, "hcsshim", default=None
    )
    """ApiSupport; known from hcsshim."""

    remote_subnet: bool | None = member(
        "RemoteSubnet", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    host_route: bool | None = member(
        "HostRoute", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    dsr: bool | None = member(
        "DSR", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    slash32_endpoint_prefixes: bool | None = member(
        "Slash32EndpointPrefixes", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    acl_support_for_protocol252: bool | None = member(
        "AclSupportForProtocol252", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    session_affinity: bool | None = member(
        "SessionAffinity", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    ipv6_dual_stack: bool | None = member(
        "IPv6DualStack", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    set_policy: bool | None = member(
        "SetPolicy", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    vxlan_port: bool | None = member(
        "VxlanPort", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    l4_proxy: bool | None = member(
        "L4Proxy", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    l4_wfp_proxy: bool | None = member(
        "L4WfpProxy", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    tier_acl: bool | None = member(
        "TierAcl", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    network_acl: bool | None = member(
        "NetworkACL", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    nested_ip_set: bool | None = member(
        "NestedIpSet", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    disable_host_port: bool | None = member(
        "DisableHostPort", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    modify_loadbalancer: bool | None = member(
        "ModifyLoadbalancer", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    accelnet: bool | None = member(
        "Accelnet", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class Version(Document):
    """Schema version of a document: major and minor number.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.Version"

    major: int | None = member(
        "Major", "uint32", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """uint32, since 2.0."""

    minor: int | None = member(
        "Minor", "uint32", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """uint32, since 2.0."""
