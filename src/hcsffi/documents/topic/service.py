"""Questions to the compute service itself, and changes of its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.topic.hv_socket import HvSocketServiceConfig
    from hcsffi.documents.topic.property import PropertyResponse
    from hcsffi.documents.topic.system_state import Version


@define(frozen=True, kw_only=True)
class ServicePropertyQuery(Document, published="hcs.Service_PropertyQuery", since="2.1", sources="docs dump wsl hcs-rs"):
    """Which properties of the service to answer."""

    property_types: Sequence[GetPropertyType] | None = member("PropertyTypes", "array<GetPropertyType>", "2.1", "docs dump wsl hcs-rs")
    property_queries: Mapping[str, Any] | None = member("PropertyQueries", "map<string,any>", "2.5", "docs dump")
    filtered_queries: Sequence[FilteredPropertyQuery] | None = member(
        "FilteredQueries", "array<FilteredPropertyQuery>", None, "dump hcs-rs"
    )


class GetPropertyType(TextEnum, published="hcs.GetPropertyType", since="2.1", sources="docs dump wsl hcs-rs"):
    """Which property of the service; selects the answer."""

    # enum-values: dump CacheAllocation, CacheMonitoring, Memory, MemoryBwAllocation, Undefined; hcs-rs CacheAllocation, CacheMonitoring,
    # Memory, MemoryBwAllocation, Undefined; values outside the published list are kept and marked.
    BASIC = "Basic"
    CPU_GROUP = "CpuGroup", "2.1", "docs dump hcs-rs"
    PROCESSOR_TOPOLOGY = "ProcessorTopology", "2.1", "docs dump hcs-rs"
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard", "2.1", "docs dump hcs-rs"
    QOS_CAPABILITIES = "QoSCapabilities", "2.1", "docs dump hcs-rs"
    MEMORY = "Memory", None, "dump hcs-rs"
    CACHE_ALLOCATION = "CacheAllocation", None, "dump hcs-rs"
    CACHE_MONITORING = "CacheMonitoring", None, "dump hcs-rs"
    MEMORY_BW_ALLOCATION = "MemoryBwAllocation", None, "dump hcs-rs"
    UNDEFINED = "Undefined", None, "dump hcs-rs"


@define(frozen=True, kw_only=True)
class FilteredPropertyQuery(Document, published="hcs.FilteredPropertyQuery", sources="dump hcs-rs"):
    """One property of the service, with a filter."""

    property_type: GetPropertyType | None = member("PropertyType", "GetPropertyType", None, "dump hcs-rs")
    filter: Any | None = member("Filter", "any", None, "dump hcs-rs")


@define(frozen=True, kw_only=True)
class ServiceProperties(Document, published="hcs.ServiceProperties", since="2.1", sources="docs dump hcsshim wsl hcs-rs"):
    """Answer to a question about the service."""

    # untyped: wsl array<TResponse>; the published type is kept, unknown shapes pass where it is open.
    properties: Sequence[Any] | None = member(
        "Properties", "array<any>", "2.1", "docs dump hcsshim wsl hcs-rs", "One item for each type asked, in that order."
    )
    property_responses: Mapping[str, PropertyResponse] | None = member(
        "PropertyResponses", "map<string,PropertyResponse>", "2.5", "docs dump"
    )


@define(frozen=True, kw_only=True)
class BasicInformation(Document, published="hcs.BasicInformation", since="2.1", sources="docs dump wsl hcs-rs"):
    """Schema versions the service supports."""

    supported_schema_versions: Sequence[Version] | None = member("SupportedSchemaVersions", "array<Version>", "2.1", "docs dump wsl hcs-rs")


@define(frozen=True, kw_only=True)
class QoSCapabilities(Document, published="hcs.QoSCapabilities", since="2.1", sources="docs dump hcs-rs"):
    """Whether the host can divide processor resources."""

    processor_qos_supported: bool | None = member("ProcessorQoSSupported", "bool", "2.1", "docs dump hcs-rs")


@define(frozen=True, kw_only=True)
class CacheQueryStatsResponse(Document, published="hcs.CacheQueryStatsResponse", sources="hcsshim hcs-rs"):
    """Use of the third-level cache."""

    # width: hcsshim hcs-rs int32; generated code, a count of bytes needs 64 bits (the next 3 rows).
    l3_occupancy_bytes: int | None = member("L3OccupancyBytes", "uint64", None, "hcsshim hcs-rs", unit="bytes")
    l3_total_bw_bytes: int | None = member("L3TotalBwBytes", "uint64", None, "hcsshim hcs-rs", unit="bytes")
    l3_local_bw_bytes: int | None = member("L3LocalBwBytes", "uint64", None, "hcsshim hcs-rs", unit="bytes")


@define(frozen=True, kw_only=True)
class ModificationRequest(Document, published="hcs.ModificationRequest", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """One change of the service's settings."""

    # enum-name: dump GetPropertyType; hcsshim System_PropertyType; hcs-rs GetPropertyType; the published enum is kept.
    property_type: ModifyPropertyType | None = member(
        "PropertyType", "ModifyPropertyType", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema"
    )
    settings: Any | None = member("Settings", "any by PropertyType", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema")


class ModifyPropertyType(TextEnum, published="hcs.ModifyPropertyType", since="2.1", sources="docs dump"):
    """Which setting of the service; selects the settings."""

    CPU_GROUP = "CpuGroup"
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard"


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardState(
    Document, published="hcs.ContainerCredentialGuardState", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """How a container reaches its credential guard instance."""

    # string-format: hcsshim string; hcs-rs binary; the published format is kept, other texts pass.
    cookie: str | None = member("Cookie", "binary-hex", "2.1", "docs dump hcsshim hcs-rs", secret=True)
    rpc_endpoint: str | None = member("RpcEndpoint", "string", "2.1", "docs dump hcsshim hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    transport: ContainerCredentialGuardTransport | None = member(
        "Transport", "ContainerCredentialGuardTransport", "2.1", "docs dump hcsshim hcs-rs"
    )
    credential_spec: str | None = member("CredentialSpec", "string", "2.1", "docs dump hcsshim hcs-rs", secret=True)


class ContainerCredentialGuardTransport(
    TextEnum, published="hcs.ContainerCredentialGuardTransport", since="2.1", sources="docs dump hcs-rs"
):
    """Over what a credential guard instance is reached."""

    LRPC = "LRPC"
    HV_SOCKET = "HvSocket"


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardOperationRequest(
    Document, published="hcs.ContainerCredentialGuardOperationRequest", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """One change to the credential guard instances of the host."""

    operation: ContainerCredentialGuardModifyOperation | None = member(
        "Operation", "ContainerCredentialGuardModifyOperation", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema"
    )
    # untyped: hcs-rs CcgModifyOperation; the published type is kept, unknown shapes pass where it is open.
    operation_details: Any | None = member(
        "OperationDetails", "any by Operation", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema"
    )


class ContainerCredentialGuardModifyOperation(
    TextEnum, published="hcs.ContainerCredentialGuardModifyOperation", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """What a change does with credential guard instances."""

    ADD_INSTANCE = "AddInstance"
    REMOVE_INSTANCE = "RemoveInstance"


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardAddInstanceRequest(
    Document, published="hcs.ContainerCredentialGuardAddInstanceRequest", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """A credential guard instance to add."""

    id: str | None = member("Id", "string", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema")
    credential_spec: str | None = member("CredentialSpec", "string", "2.1", "docs dump hcsshim hcs-rs", secret=True, rule="needed: schema")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    transport: ContainerCredentialGuardTransport | None = member(
        "Transport", "ContainerCredentialGuardTransport", "2.1", "docs dump hcsshim hcs-rs"
    )


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardRemoveInstanceRequest(
    Document, published="hcs.ContainerCredentialGuardRemoveInstanceRequest", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """The credential guard instance to remove."""

    id: str | None = member("Id", "string", "2.1", "docs dump hcsshim hcs-rs", rule="needed: HCS schema")


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardSystemInfo(
    Document, published="hcs.ContainerCredentialGuardSystemInfo", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """All credential guard instances of the host."""

    instances: Sequence[ContainerCredentialGuardInstance] | None = member(
        "Instances", "array<ContainerCredentialGuardInstance>", "2.1", "docs dump hcsshim hcs-rs"
    )


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardInstance(
    Document, published="hcs.ContainerCredentialGuardInstance", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """One credential guard instance of the host."""

    id: str | None = member("Id", "string", "2.1", "docs dump hcsshim hcs-rs")
    credential_guard: ContainerCredentialGuardState | None = member(
        "CredentialGuard", "ContainerCredentialGuardState", "2.1", "docs dump hcsshim hcs-rs"
    )
    hv_socket_config: ContainerCredentialGuardHvSocketServiceConfig | None = member(
        "HvSocketConfig", "ContainerCredentialGuardHvSocketServiceConfig", "2.1", "docs dump hcsshim hcs-rs"
    )


@define(frozen=True, kw_only=True)
class ContainerCredentialGuardHvSocketServiceConfig(
    Document, published="hcs.ContainerCredentialGuardHvSocketServiceConfig", since="2.1", sources="docs dump hcsshim hcs-rs"
):
    """The Hyper-V socket service of a credential guard instance."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    service_id: str | None = member("ServiceId", "guid", "2.1", "docs dump hcsshim hcs-rs")
    service_config: HvSocketServiceConfig | None = member("ServiceConfig", "HvSocketServiceConfig", "2.1", "docs dump hcsshim hcs-rs")
