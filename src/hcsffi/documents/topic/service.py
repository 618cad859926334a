"""Questions to the compute service itself and changes of its settings.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.topic.container import HvSocketServiceConfig
    from hcsffi.documents.topic.machine import Heartbeat, KvpExchange, Shutdown, Timesync
    from hcsffi.documents.topic.system import PropertyResponse, Version

class ContainerCredentialGuardModifyOperation(TextEnum):
    """Known values of `ContainerCredentialGuardModifyOperation`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardModifyOperation"

    ADD_INSTANCE = "AddInstance"
    REMOVE_INSTANCE = "RemoveInstance"


class ContainerCredentialGuardTransport(TextEnum):
    """Known values of `ContainerCredentialGuardTransport`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardTransport"

    LRPC = "LRPC"
    HV_SOCKET = "HvSocket"


class GetPropertyType(TextEnum):
    """Known values of `GetPropertyType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    Kept: GetPropertyType enum-values: dump CacheAllocation, CacheMonitoring, Memory, MemoryBwAllocation, Undefined; hcs-rs CacheAllocation, CacheMonitoring, Memory, MemoryBwAllocation, Undefined; values outside the published list are kept and marked.
    """

    __published__ = "hcs.GetPropertyType"

    BASIC = "Basic"
    CPU_GROUP = "CpuGroup"
    PROCESSOR_TOPOLOGY = "ProcessorTopology"
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard"
    QOS_CAPABILITIES = "QoSCapabilities"
    MEMORY = "Memory"
    """Known from SDK schema dumps, hcs-rs."""
    CACHE_ALLOCATION = "CacheAllocation"
    """Known from SDK schema dumps, hcs-rs."""
    CACHE_MONITORING = "CacheMonitoring"
    """Known from SDK schema dumps, hcs-rs."""
    MEMORY_BW_ALLOCATION = "MemoryBwAllocation"
    """Known from SDK schema dumps, hcs-rs."""
    UNDEFINED = "Undefined"
    """Known from SDK schema dumps, hcs-rs."""


class ModifyPropertyType(TextEnum):
    """Known values of `ModifyPropertyType`.

    Since schema 2.1; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ModifyPropertyType"

    CPU_GROUP = "CpuGroup"
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard"


class ModifyServiceOperation(TextEnum):
    """Known values of `ModifyServiceOperation`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ModifyServiceOperation"

    CREATE_GROUP = "CreateGroup"
    DELETE_GROUP = "DeleteGroup"
    SET_PROPERTY = "SetProperty"


class BasicInformation(Document):
    """Schema versions the service supports.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.BasicInformation"

    supported_schema_versions: Sequence[Version] | None = member(
        "SupportedSchemaVersions", "array<Version>", "2.1", "docs dump wsl hcs-rs", default=None
    )
    """Array<Version>, since 2.1."""


class CacheQueryStatsResponse(Document):
    """Document type `CacheQueryStatsResponse`.

    Source: hcsshim, hcs-rs.
    """

    __published__ = "hcs.CacheQueryStatsResponse"

    l3_occupancy_bytes: int | None = member(
        "L3OccupancyBytes", "uint64", None, "hcsshim hcs-rs", default=None
    )
    """uint64 (bytes); known from hcsshim, hcs-rs."""

    l3_total_bw_bytes: int | None = member(
        "L3TotalBwBytes", "uint64", None, "hcsshim hcs-rs", default=None
    )
    """uint64 (bytes); known from hcsshim, hcs-rs."""

    l3_local_bw_bytes: int | None = member(
        "L3LocalBwBytes", "uint64", None, "hcsshim hcs-rs", default=None
    )
    """uint64 (bytes); known from hcsshim, hcs-rs."""


class ContainerCredentialGuardAddInstanceRequest(Document):
    """Document type `ContainerCredentialGuardAddInstanceRequest`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardAddInstanceRequest"

    id: str | None = member(
        "Id", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    credential_spec: str | None = member(
        "CredentialSpec", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    transport: ContainerCredentialGuardTransport | str | None = member(
        "Transport", "ContainerCredentialGuardTransport", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardTransport, since 2.1."""


class ContainerCredentialGuardHvSocketServiceConfig(Document):
    """Document type `ContainerCredentialGuardHvSocketServiceConfig`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardHvSocketServiceConfig"

    service_id: str | None = member(
        "ServiceId", "guid", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Guid, since 2.1."""

    service_config: HvSocketServiceConfig | None = member(
        "ServiceConfig", "HvSocketServiceConfig", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """HvSocketServiceConfig, since 2.1."""


class ContainerCredentialGuardInstance(Document):
    """Document type `ContainerCredentialGuardInstance`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardInstance"

    id: str | None = member(
        "Id", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    credential_guard: ContainerCredentialGuardState | None = member(
        "CredentialGuard", "ContainerCredentialGuardState", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardState, since 2.1."""

    hv_socket_config: ContainerCredentialGuardHvSocketServiceConfig | None = member(
        "HvSocketConfig", "ContainerCredentialGuardHvSocketServiceConfig", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardHvSocketServiceConfig, since 2.1."""


class ContainerCredentialGuardOperationRequest(Document):
    """Document type `ContainerCredentialGuardOperationRequest`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardOperationRequest"

    operation: ContainerCredentialGuardModifyOperation | str | None = member(
        "Operation", "ContainerCredentialGuardModifyOperation", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardModifyOperation, since 2.1."""

    operation_details: Any | None = member(
        "OperationDetails", "any by Operation", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Any by Operation, since 2.1."""


class ContainerCredentialGuardRemoveInstanceRequest(Document):
    """Document type `ContainerCredentialGuardRemoveInstanceRequest`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardRemoveInstanceRequest"

    id: str | None = member(
        "Id", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""


class ContainerCredentialGuardState(Document):
    """Document type `ContainerCredentialGuardState`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardState"

    cookie: str | None = member(
        "Cookie", "binary-hex", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Binary-hex, since 2.1."""

    rpc_endpoint: str | None = member(
        "RpcEndpoint", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    transport: ContainerCredentialGuardTransport | str | None = member(
        "Transport", "ContainerCredentialGuardTransport", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardTransport, since 2.1."""

    credential_spec: str | None = member(
        "CredentialSpec", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""


class ContainerCredentialGuardSystemInfo(Document):
    """Document type `ContainerCredentialGuardSystemInfo`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ContainerCredentialGuardSystemInfo"

    instances: Sequence[ContainerCredentialGuardInstance] | None = member(
        "Instances", "array<ContainerCredentialGuardInstance>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<ContainerCredentialGuardInstance>, since 2.1."""


class CreateGroupOperation(Document):
    """Document type `CreateGroupOperation`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.CreateGroupOperation"

    group_id: str | None = member(
        "GroupId", "guid", "2.1", "docs dump hcsshim", default=None
    )
    """Guid, since 2.1."""

    logical_processor_count: int | None = member(
        "LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim", default=None
    )
    """uint32, since 2.1."""

    logical_processors: Sequence[int] | None = member(
        "LogicalProcessors", "array<uint32>", "2.1", "docs dump hcsshim", default=None
    )
    """Array<uint32>, since 2.1."""


class DeleteGroupOperation(Document):
    """Document type `DeleteGroupOperation`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.DeleteGroupOperation"

    group_id: str | None = member(
        "GroupId", "guid", "2.1", "docs dump hcsshim", default=None
    )
    """Guid, since 2.1."""


class FilteredPropertyQuery(Document):
    """Document type `FilteredPropertyQuery`.

    Source: SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.FilteredPropertyQuery"

    property_type: GetPropertyType | str | None = member(
        "PropertyType", "GetPropertyType", None, "dump hcs-rs", default=None
    )
    """GetPropertyType; known from SDK schema dumps, hcs-rs."""

    filter: Any | None = member(
        "Filter", "any", None, "dump hcs-rs", default=None
    )
    """Any; known from SDK schema dumps, hcs-rs."""


class HostProcessorModificationRequest(Document):
    """Document type `HostProcessorModificationRequest`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.HostProcessorModificationRequest"

    operation: ModifyServiceOperation | str | None = member(
        "Operation", "ModifyServiceOperation", "2.1", "docs dump hcsshim", default=None
    )
    """ModifyServiceOperation, since 2.1."""

    operation_details: Any | None = member(
        "OperationDetails", "any by Operation", "2.1", "docs dump hcsshim", default=None
    )
    """Any by Operation, since 2.1."""


class ModificationRequest(Document):
    """One change of the service's settings.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ModificationRequest"

    property_type: ModifyPropertyType | str | None = member(
        "PropertyType", "ModifyPropertyType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ModifyPropertyType, since 2.1."""

    settings: Any | None = member(
        "Settings", "any by PropertyType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Any by PropertyType, since 2.1."""


class QoSCapabilities(Document):
    """Document type `QoSCapabilities`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.QoSCapabilities"

    processor_qos_supported: bool | None = member(
        "ProcessorQoSSupported", "bool", "2.1", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.1."""


class ServicePropertyQuery(Document):
    """Which properties of the service to answer.

    Published name Service_PropertyQuery; since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.Service_PropertyQuery"

    property_types: Sequence[GetPropertyType | str] | None = member(
        "PropertyTypes", "array<GetPropertyType>", "2.1", "docs dump wsl hcs-rs", default=None
    )
    """Array<GetPropertyType>, since 2.1."""

    property_queries: Mapping[str, Any] | None = member(
        "PropertyQueries", "map<string,any>", "2.5", "docs dump", default=None
    )
    """Map<string,any>, since 2.5."""

    filtered_queries: Sequence[FilteredPropertyQuery] | None = member(
        "FilteredQueries", "array<FilteredPropertyQuery>", None, "dump hcs-rs", default=None
    )
    """Array<FilteredPropertyQuery>; known from SDK schema dumps, hcs-rs."""


class ServiceProperties(Document):
    """Answer to a question about the service.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.ServiceProperties"

    properties: Sequence[Any] | None = member(
        "Properties", "array<any>", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """One item for each type asked, in that order (array<any>, since 2.1)."""

    property_responses: Mapping[str, PropertyResponse] | None = member(
        "PropertyResponses", "map<string,PropertyResponse>", "2.5", "docs dump", default=None
    )
    """Map<string,PropertyResponse>, since 2.5."""


class Services(Document):
    """Integration services of a guest.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Services"

    heartbeat: Heartbeat | None = member(
        "Heartbeat", "Heartbeat", "2.5", "docs dump", default=None
    )
    """Heartbeat, since 2.5."""

    shutdown: Shutdown | None = member(
        "Shutdown", "Shutdown", "2.5", "docs dump", default=None
    )
    """Shutdown, since 2.5."""

    timesync: Timesync | None = member(
        "Timesync", "Timesync", "2.5", "docs dump", default=None
    )
    """Timesync, since 2.5."""

    kvp_exchange: KvpExchange | None = member(
        "KvpExchange", "KvpExchange", "2.5", "docs dump", default=None
    )
    """KvpExchange, since 2.5."""


class SetPropertyOperation(Document):
    """Document type `SetPropertyOperation`.

    Since schema 2.1; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.SetPropertyOperation"

    group_id: str | None = member(
        "GroupId", "guid", "2.1", "docs dump", default=None
    )
    """Guid, since 2.1."""

    property_code: int | None = member(
        "PropertyCode", "uint32", "2.1", "docs dump", default=None
    )
    """uint32, since 2.1."""

    property_value: int | None = member(
        "PropertyValue", "uint64", "2.1", "docs dump", default=None
    )
    """uint64, since 2.1."""
