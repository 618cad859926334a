"""Network namespaces (compartments)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.entity import Health, ModifyRequestType, Telemetry, Version


@define(frozen=True, kw_only=True)
class HostComputeNamespace(Document, published="hcn.HostComputeNamespace", since="2.0", sources="docs hcsshim zlayer"):
    """A compartment that gathers endpoints and containers."""

    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    # letter-case: zlayer Id; the published spelling is written, both are read.
    id: str | None = member("ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",))
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs", rule="up to 256 letters: chosen")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs hcsshim zlayer")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    namespace_id: int | None = member("NamespaceId", "uint32", "2.0", "docs hcsshim zlayer", "Compartment number.")
    namespace_guid: str | None = member("NamespaceGuid", "guid", "2.0", "docs")
    type: NamespaceType | None = member("Type", "NamespaceType", "2.0", "docs hcsshim zlayer")
    resources: Sequence[NamespaceResource] | None = member("Resources", "array<NamespaceResource>", "2.0", "docs hcsshim zlayer")


class NamespaceType(TextEnum, published="hcn.NamespaceType", since="2.0", sources="docs hcsshim zlayer", numeric=True):
    """Where a namespace is, and whether it is the default."""

    # enum-values: zlayer GuestInterface, HostInterface; values outside the published list are kept and marked.
    HOST = "Host", "2.0", "docs hcsshim zlayer numeric-doc", 0
    HOST_DEFAULT = "HostDefault", "2.0", "docs hcsshim zlayer numeric-doc", 1
    GUEST = "Guest", "2.0", "docs hcsshim zlayer numeric-doc", 2
    GUEST_DEFAULT = "GuestDefault", "2.0", "docs hcsshim numeric-doc", 3
    HOST_INTERFACE = "HostInterface", None, "zlayer"
    GUEST_INTERFACE = "GuestInterface", None, "zlayer"


@define(frozen=True, kw_only=True)
class NamespaceResource(Document, published="hcn.NamespaceResource", since="2.0", sources="docs hcsshim zlayer"):
    """An endpoint or container of a namespace."""

    # enum-as-string: zlayer string; the published enum is kept, unknown texts pass.
    type: NamespaceResourceType | None = member("Type", "NamespaceResourceType", "2.0", "docs hcsshim zlayer")
    data: Any | None = member("Data", "any by Type", "2.0", "docs hcsshim zlayer")


class NamespaceResourceType(TextEnum, published="hcn.NamespaceResourceType", since="2.0", sources="docs hcsshim", numeric=True):
    """What of a namespace it is; selects the settings."""

    CONTAINER = "Container", "2.0", "docs hcsshim numeric-doc", 0
    ENDPOINT = "Endpoint", "2.0", "docs hcsshim numeric-doc", 1


@define(frozen=True, kw_only=True)
class NamespaceResourceContainer(Document, published="hcn.NamespaceResourceContainer", since="2.0", sources="docs hcsshim"):
    """A container of a namespace."""

    # letter-case: hcsshim ID; the published spelling is written, both are read.
    id: str | None = member("Id", "string", "2.0", "docs hcsshim", spellings=("ID",))


@define(frozen=True, kw_only=True)
class NamespaceResourceEndpoint(Document, published="hcn.NamespaceResourceEndpoint", since="2.0", sources="docs hcsshim"):
    """An endpoint of a namespace."""

    # letter-case: hcsshim ID; the published spelling is written, both are read.
    id: str | None = member("Id", "string", "2.0", "docs hcsshim", spellings=("ID",))


@define(frozen=True, kw_only=True)
class ModifyNamespaceSettingRequest(Document, published="hcn.ModifyNamespaceSettingRequest", since="2.0", sources="docs hcsshim zlayer"):
    """One change to a namespace."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs hcsshim zlayer")
    # enum-as-string: zlayer string; the published enum is kept, unknown texts pass.
    resource_type: NamespaceResourceType | None = member("ResourceType", "NamespaceResourceType", "2.0", "docs hcsshim zlayer")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs hcsshim zlayer")


@define(frozen=True, kw_only=True)
class NamespaceContainerRequest(Document, published="hcn.NamespaceContainerRequest", since="2.0", sources="docs"):
    """The container to add to or remove from a namespace."""

    container_id: str | None = member("ContainerId", "string", "2.0", "docs", rule="needed: HNS schema")


@define(frozen=True, kw_only=True)
class NamespaceEndpointRequest(Document, published="hcn.NamespaceEndpointRequest", since="2.0", sources="docs"):
    """The endpoint to add to or remove from a namespace."""

    endpoint_id: str | None = member("EndpointId", "guid", "2.0", "docs", rule="needed: HNS schema")


@define(frozen=True, kw_only=True)
class ModifyNamespaceSettingResponse(Document, published="hcn.ModifyNamespaceSettingResponse", since="2.0", sources="docs"):
    """Answer to a change to a namespace."""

    success: bool | None = member("Success", "bool", "2.0", "docs")
    error: str | None = member("Error", "string", "2.0", "docs")
    error_code: int | None = member("ErrorCode", "uint32", "2.0", "docs")
    compartment_id: int | None = member("CompartmentId", "uint32", "2.0", "docs")
