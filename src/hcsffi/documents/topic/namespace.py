"""Network namespaces (compartments).

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.network import Health, Telemetry
    from hcsffi.documents.topic.network_service import ModifyRequestType, Version

class NamespaceResourceType(TextEnum):
    """Known values of `NamespaceResourceType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NamespaceResourceType"
    __numeric__ = True

    CONTAINER = "Container"
    ENDPOINT = "Endpoint"


class NamespaceType(TextEnum):
    """Known values of `NamespaceType`.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    Kept: NamespaceType enum-values: zlayer GuestInterface, HostInterface; values outside the published list are kept and marked.
    """

    __published__ = "hcn.NamespaceType"
    __numeric__ = True

    HOST = "Host"
    HOST_DEFAULT = "HostDefault"
    GUEST = "Guest"
    GUEST_DEFAULT = "GuestDefault"
    HOST_INTERFACE = "HostInterface"
    """Known from zlayer."""
    GUEST_INTERFACE = "GuestInterface"
    """Known from zlayer."""


class HostComputeNamespace(Document):
    """A compartment that gathers endpoints and containers.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.HostComputeNamespace"

    id: str | None = member(
        "ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",), default=None
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

    namespace_id: int | None = member(
        "NamespaceId", "uint32", "2.0", "docs hcsshim zlayer", default=None
    )
    """Compartment number (uint32, since 2.0)."""

    namespace_guid: str | None = member(
        "NamespaceGuid", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    type: NamespaceType | str | int | None = member(
        "Type", "NamespaceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """NamespaceType, since 2.0."""

    resources: Sequence[NamespaceResource] | None = member(
        "Resources", "array<NamespaceResource>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<NamespaceResource>, since 2.0."""


class ModifyNamespaceSettingRequest(Document):
    """One change to a namespace.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.ModifyNamespaceSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs hcsshim zlayer", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: NamespaceResourceType | str | int | None = member(
        "ResourceType", "NamespaceResourceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """NamespaceResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """Any by ResourceType, since 2.0."""


class ModifyNamespaceSettingResponse(Document):
    """Document type `ModifyNamespaceSettingResponse`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.ModifyNamespaceSettingResponse"

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

    compartment_id: int | None = member(
        "CompartmentId", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""


class NamespaceContainerRequest(Document):
    """The container to add to or remove from a namespace.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.NamespaceContainerRequest"

    container_id: str | None = member(
        "ContainerId", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""


class NamespaceEndpointRequest(Document):
    """The endpoint to add to or remove from a namespace.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.NamespaceEndpointRequest"

    endpoint_id: str | None = member(
        "EndpointId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""


class NamespaceResource(Document):
    """An endpoint or container of a namespace.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.NamespaceResource"

    type: NamespaceResourceType | str | int | None = member(
        "Type", "NamespaceResourceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """NamespaceResourceType, since 2.0."""

    data: Any | None = member(
        "Data", "any by Type", "2.0", "docs hcsshim zlayer", default=None
    )
    """Any by Type, since 2.0."""


class NamespaceResourceContainer(Document):
    """Document type `NamespaceResourceContainer`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NamespaceResourceContainer"

    id: str | None = member(
        "Id", "string", "2.0", "docs hcsshim", spellings=("ID",), default=None
    )
    """String, since 2.0."""


class NamespaceResourceEndpoint(Document):
    """Document type `NamespaceResourceEndpoint`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NamespaceResourceEndpoint"

    id: str | None = member(
        "Id", "string", "2.0", "docs hcsshim", spellings=("ID",), default=None
    )
    """String, since 2.0."""
