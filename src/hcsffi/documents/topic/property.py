"""Questions about a system and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.topic.disk import SharedMemoryRegionInfo
    from hcsffi.documents.topic.failure import ResultError
    from hcsffi.documents.topic.process import ProcessDetails
    from hcsffi.documents.topic.statistics import MemoryInformationForVm, Statistics
    from hcsffi.documents.topic.system_state import NotificationType, OsType, State, SystemType, Version
    from hcsffi.documents.topic.virtual_machine import IntegrationComponentStatus


@define(frozen=True, kw_only=True)
class SystemPropertyQuery(Document, published="hcs.System_PropertyQuery", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Which properties of a system to answer."""

    property_types: Sequence[SystemPropertyType] | None = member(
        "PropertyTypes", "array<System_PropertyType>", "2.1", "docs dump hcsshim hcs-rs", "Empty or absent: basic fields only."
    )
    queries: Mapping[str, Any] | None = member("Queries", "map<string,any>", "2.5", "docs dump hcsshim")


class SystemPropertyType(TextEnum, published="hcs.System_PropertyType", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Which property of a system; selects the answer."""

    # enum-values: dump GuestMemory, ICHeartbeatStatus; hcsshim ContainerCredentialGuard, CpuGroup, GuestMemory, ICHeartbeatStatus,
    # ProcessorTopology, SystemGUID; hcs-rs GuestMemory; values outside the published list are kept and marked.
    MEMORY = "Memory"
    STATISTICS = "Statistics"
    PROCESS_LIST = "ProcessList"
    TERMINATE_ON_LAST_HANDLE_CLOSED = "TerminateOnLastHandleClosed"
    SHARED_MEMORY_REGION = "SharedMemoryRegion"
    GUEST_CONNECTION = "GuestConnection"
    GUEST_MEMORY = "GuestMemory", None, "dump hcsshim hcs-rs"
    IC_HEARTBEAT_STATUS = "ICHeartbeatStatus", None, "dump hcsshim"
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard", None, "hcsshim"
    PROCESSOR_TOPOLOGY = "ProcessorTopology", None, "hcsshim"
    CPU_GROUP = "CpuGroup", None, "hcsshim"
    SYSTEM_GUID = "SystemGUID", None, "hcsshim"


@define(frozen=True, kw_only=True)
class Properties(Document, published="hcs.Properties", since="2.1", sources="docs dump hcsshim wsl hcs-rs"):
    """Answer of a property query or one item of an enumeration."""

    id: str | None = member("Id", "string", "2.1", "docs dump hcsshim hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass (the next 2 rows).
    system_type: SystemType | None = member("SystemType", "SystemType", "2.1", "docs dump hcsshim wsl hcs-rs")
    runtime_os_type: OsType | None = member("RuntimeOsType", "OsType", "2.1", "docs dump hcsshim hcs-rs")
    name: str | None = member("Name", "string", "2.1", "docs dump hcsshim hcs-rs")
    owner: str | None = member("Owner", "string", "2.1", "docs dump hcsshim hcs-rs")
    # string-format: hcsshim string; the published format is kept, other texts pass.
    runtime_id: str | None = member("RuntimeId", "guid", "2.1", "docs dump hcsshim wsl hcs-rs")
    runtime_template_id: str | None = member("RuntimeTemplateId", "string", "2.1", "docs dump hcsshim hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    state: State | None = member("State", "State", "2.1", "docs dump hcsshim hcs-rs")
    stopped: bool | None = member("Stopped", "bool", "2.1", "docs dump hcsshim hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    exit_type: NotificationType | None = member("ExitType", "NotificationType", "2.1", "docs dump hcsshim hcs-rs")
    memory: MemoryInformationForVm | None = member("Memory", "MemoryInformationForVm", "2.1", "docs dump hcsshim hcs-rs")
    statistics: Statistics | None = member("Statistics", "Statistics", "2.1", "docs dump hcsshim hcs-rs")
    process_list: Sequence[ProcessDetails] | None = member("ProcessList", "array<ProcessDetails>", "2.1", "docs dump hcsshim hcs-rs")
    terminate_on_last_handle_closed: bool | None = member("TerminateOnLastHandleClosed", "bool", "2.1", "docs dump hcsshim hcs-rs")
    hosting_system_id: str | None = member("HostingSystemId", "string", "2.1", "docs dump hcsshim hcs-rs")
    shared_memory_region_info: Sequence[SharedMemoryRegionInfo] | None = member(
        "SharedMemoryRegionInfo", "array<SharedMemoryRegionInfo>", "2.1", "docs dump hcsshim hcs-rs"
    )
    guest_connection_info: GuestConnectionInfo | None = member(
        "GuestConnectionInfo", "GuestConnectionInfo", "2.1", "docs dump hcsshim hcs-rs"
    )
    property_responses: Mapping[str, PropertyResponse] | None = member(
        "PropertyResponses", "map<string,PropertyResponse>", "2.5", "docs dump hcsshim", "Answers of Queries, by name."
    )
    ic_heartbeat_status: IntegrationComponentStatus | None = member("ICHeartbeatStatus", "IntegrationComponentStatus", None, "dump")
    system_guid: str | None = member("SystemGUID", "string", None, "hcsshim")
    lcow_metrics: Any | None = member("LCOWMetrics", "any", None, "hcsshim")
    runtime_image_path: str | None = member("RuntimeImagePath", "string", None, "observed")
    memory_topology: Any | None = member("MemoryTopology", "any", None, "observed")
    service_session_id: int | None = member("ServiceSessionId", "uint32", None, "observed")


@define(frozen=True, kw_only=True)
class PropertyResponse(Document, published="hcs.PropertyResponse", since="2.5", sources="docs dump hcsshim wsl"):
    """Answer to one named query, or its error."""

    error: ResultError | None = member("Error", "ResultError", "2.5", "docs dump wsl")
    response: Any | None = member("Response", "any", "2.5", "docs dump hcsshim wsl")


@define(frozen=True, kw_only=True)
class ComputeSystemProperties(Document, published="hcs.ComputeSystemProperties", since="2.5", sources="docs dump"):
    """Properties of a system as a named query answers them."""

    id: str | None = member("Id", "string", "2.5", "docs dump")
    name: str | None = member("Name", "string", "2.5", "docs dump")
    system_type: SystemType | None = member("SystemType", "SystemType", "2.5", "docs dump")
    state: State | None = member("State", "State", "2.5", "docs dump")
    owner: str | None = member("Owner", "string", "2.5", "docs dump")
    runtime_id: str | None = member("RuntimeId", "guid", "2.5", "docs dump")
    runtime_os_type: OsType | None = member("RuntimeOsType", "OsType", "2.5", "docs dump")
    hosting_system_id: str | None = member("HostingSystemId", "string", "2.5", "docs dump")
    is_dummy: bool | None = member("IsDummy", "bool", "2.5", "docs dump")
    ob_root: str | None = member("ObRoot", "string", "2.5", "docs dump")
    runtime_template_id: str | None = member("RuntimeTemplateId", "string", "2.5", "docs dump")


@define(frozen=True, kw_only=True)
class GuestConnectionInfo(Document, published="hcs.GuestConnectionInfo", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """What the guest agent said about itself."""

    supported_schema_versions: Sequence[Version] | None = member(
        "SupportedSchemaVersions", "array<Version>", "2.1", "docs dump hcsshim hcs-rs"
    )
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    protocol_version: int | None = member("ProtocolVersion", "uint32", "2.1", "docs dump hcsshim hcs-rs")
    guest_defined_capabilities: Any | None = member("GuestDefinedCapabilities", "any", "2.1", "docs dump hcsshim hcs-rs")
