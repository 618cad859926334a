"""Compute systems: create, query, modify, pause, save.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.topic.container import Container
    from hcsffi.documents.topic.disks import SharedMemoryRegionInfo
    from hcsffi.documents.topic.failure import NotificationType, ResultError
    from hcsffi.documents.topic.machine import GuestConnectionInfo, IntegrationComponentStatus, VirtualMachine
    from hcsffi.documents.topic.process import ProcessDetails
    from hcsffi.documents.topic.topology import MemoryInformationForVm, Statistics

class AppContainerLaunchType(TextEnum):
    """Known values of `AppContainerLaunchType`.

    Source: hcs-rs.
    """

    __published__ = "hcs.AppContainerLaunchType"

    DEFAULT = "Default"
    NONE = "None"
    APP_CONTAINER = "AppContainer"


class ModifyRequestType(TextEnum):
    """What a change does with a resource.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    Kept: ModifyRequestType enum-values: hcsshim PreAdd; values outside the published list are kept and marked.
    """

    __published__ = "hcs.ModifyRequestType"

    ADD = "Add"
    REMOVE = "Remove"
    UPDATE = "Update"
    PRE_ADD = "PreAdd"
    """Known from hcsshim."""


class OsType(TextEnum):
    """Operating system of a guest.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    Kept: OsType enum-values: dump ''; values outside the published list are kept and marked.
    """

    __published__ = "hcs.OsType"

    UNKNOWN = "Unknown"
    WINDOWS = "Windows"
    LINUX = "Linux"
    EMPTY = ""
    """Known from SDK schema dumps."""


class PauseReason(TextEnum):
    """Known values of `PauseReason`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.PauseReason"

    NONE = "None"
    SAVE = "Save"
    TEMPLATE = "Template"


class PauseSuspensionLevel(TextEnum):
    """Known values of `PauseSuspensionLevel`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.PauseSuspensionLevel"

    SUSPEND = "Suspend"
    MEMORY_LOW = "MemoryLow"
    MEMORY_MEDIUM = "MemoryMedium"
    MEMORY_HIGH = "MemoryHigh"


class SaveType(TextEnum):
    """Known values of `SaveType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.SaveType"

    TO_FILE = "ToFile"
    AS_TEMPLATE = "AsTemplate"


class State(TextEnum):
    """Where a compute system is in its life.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.State"

    CREATED = "Created"
    RUNNING = "Running"
    PAUSED = "Paused"
    STOPPED = "Stopped"
    SAVED_AS_TEMPLATE = "SavedAsTemplate"
    UNKNOWN = "Unknown"


class StateOverride(TextEnum):
    """Known values of `StateOverride`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.StateOverride"

    DEFAULT = "Default"
    DISABLED = "Disabled"
    ENABLED = "Enabled"


class SubnodeType(TextEnum):
    """Known values of `SubnodeType`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.SubnodeType"

    ANY = "Any"
    SOCKET = "Socket"
    CLUSTER = "Cluster"
    L3 = "L3"


class SystemPropertyType(TextEnum):
    """Known values of `System_PropertyType`.

    Published name System_PropertyType; since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    Kept: System_PropertyType enum-values: dump GuestMemory, ICHeartbeatStatus; hcsshim ContainerCredentialGuard, CpuGroup, GuestMemory, ICHeartbeatStatus, ProcessorTopology, SystemGUID; hcs-rs GuestMemory; values outside the published list are kept and marked.
    """

    __published__ = "hcs.System_PropertyType"

    MEMORY = "Memory"
    STATISTICS = "Statistics"
    PROCESS_LIST = "ProcessList"
    TERMINATE_ON_LAST_HANDLE_CLOSED = "TerminateOnLastHandleClosed"
    SHARED_MEMORY_REGION = "SharedMemoryRegion"
    GUEST_CONNECTION = "GuestConnection"
    GUEST_MEMORY = "GuestMemory"
    """Known from SDK schema dumps, hcsshim, hcs-rs."""
    IC_HEARTBEAT_STATUS = "ICHeartbeatStatus"
    """Known from SDK schema dumps, hcsshim."""
    CONTAINER_CREDENTIAL_GUARD = "ContainerCredentialGuard"
    """Known from hcsshim."""
    PROCESSOR_TOPOLOGY = "ProcessorTopology"
    """Known from hcsshim."""
    CPU_GROUP = "CpuGroup"
    """Known from hcsshim."""
    SYSTEM_GUID = "SystemGUID"
    """Known from hcsshim."""


class SystemType(TextEnum):
    """Whether a system is a container or a virtual machine.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    Kept: SystemType enum-values: dump Host; hcs-rs Host; values outside the published list are kept and marked.
    """

    __published__ = "hcs.SystemType"

    CONTAINER = "Container"
    VIRTUAL_MACHINE = "VirtualMachine"
    HOST = "Host"
    """Known from SDK schema dumps, hcs-rs."""


class ComputeSystem(Document):
    """Root document of a container or VM.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.ComputeSystem"

    owner: str | None = member(
        "Owner", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Tag of the creating client; SystemQuery.Owners filters by it (string, since 2.0)."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Which schema generation the document uses (Version, since 2.0)."""

    hosting_system_id: str | None = member(
        "HostingSystemId", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Id of the running VM that is to host HostedSystem (string, since 2.0)."""

    hosted_system: Any | None = member(
        "HostedSystem", "any as HostedSystem", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Document handed to the guest of the hosting VM (any as HostedSystem, since 2.0)."""

    container: Container | None = member(
        "Container", "Container", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Container, since 2.0."""

    virtual_machine: VirtualMachine | None = member(
        "VirtualMachine", "VirtualMachine", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """VirtualMachine, since 2.0."""

    should_terminate_on_last_handle_closed: bool | None = member(
        "ShouldTerminateOnLastHandleClosed", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Kill the system when nobody holds a handle any more (bool, since 2.0)."""


class ComputeSystemProperties(Document):
    """Properties of a system as a named query answers them.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ComputeSystemProperties"

    id: str | None = member(
        "Id", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""

    name: str | None = member(
        "Name", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""

    system_type: SystemType | str | None = member(
        "SystemType", "SystemType", "2.5", "docs dump", default=None
    )
    """SystemType, since 2.5."""

    state: State | str | None = member(
        "State", "State", "2.5", "docs dump", default=None
    )
    """State, since 2.5."""

    owner: str | None = member(
        "Owner", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""

    runtime_id: str | None = member(
        "RuntimeId", "guid", "2.5", "docs dump", default=None
    )
    """Guid, since 2.5."""

    runtime_os_type: OsType | str | None = member(
        "RuntimeOsType", "OsType", "2.5", "docs dump", default=None
    )
    """OsType, since 2.5."""

    hosting_system_id: str | None = member(
        "HostingSystemId", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""

    is_dummy: bool | None = member(
        "IsDummy", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""

    ob_root: str | None = member(
        "ObRoot", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""

    runtime_template_id: str | None = member(
        "RuntimeTemplateId", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""


class HostedSystem(Document):
    """A system that runs inside a virtual machine.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.HostedSystem"

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Version, since 2.0."""

    container: Container | None = member(
        "Container", "Container", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Container, since 2.0."""


class ModifySettingRequest(Document):
    """One change to a live system.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.ModifySettingRequest"

    resource_path: str | None = member(
        "ResourcePath", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """String, since 2.1."""

    request_type: ModifyRequestType | str | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """ModifyRequestType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourcePath", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Shape depends on ResourcePath; may be a bare number (any by ResourcePath, since 2.0)."""

    guest_request: Any | None = member(
        "GuestRequest", "any as GuestModifySettingRequest", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Change that the guest agent has to make as well (any as GuestModifySettingRequest, since 2.1)."""


class PauseNotification(Document):
    """Why a system is paused.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.PauseNotification"

    reason: PauseReason | str | None = member(
        "Reason", "PauseReason", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """PauseReason, since 2.1."""


class PauseOptions(Document):
    """How deep to pause, and why.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.PauseOptions"

    suspension_level: PauseSuspensionLevel | str | None = member(
        "SuspensionLevel", "PauseSuspensionLevel", "2.0", "docs dump hcsshim", default=None
    )
    """PauseSuspensionLevel, since 2.0."""

    hosted_notification: PauseNotification | None = member(
        "HostedNotification", "PauseNotification", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """PauseNotification, since 2.1."""


class Properties(Document):
    """Answer of a property query or one item of an enumeration.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.Properties"

    id: str | None = member(
        "Id", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    system_type: SystemType | str | None = member(
        "SystemType", "SystemType", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """SystemType, since 2.1."""

    runtime_os_type: OsType | str | None = member(
        "RuntimeOsType", "OsType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """OsType, since 2.1."""

    name: str | None = member(
        "Name", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    owner: str | None = member(
        "Owner", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    runtime_id: str | None = member(
        "RuntimeId", "guid", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Guid, since 2.1."""

    runtime_template_id: str | None = member(
        "RuntimeTemplateId", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    state: State | str | None = member(
        "State", "State", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """State, since 2.1."""

    stopped: bool | None = member(
        "Stopped", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    exit_type: NotificationType | str | None = member(
        "ExitType", "NotificationType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """NotificationType, since 2.1."""

    memory: MemoryInformationForVm | None = member(
        "Memory", "MemoryInformationForVm", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """MemoryInformationForVm, since 2.1."""

    statistics: Statistics | None = member(
        "Statistics", "Statistics", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Statistics, since 2.1."""

    process_list: Sequence[ProcessDetails] | None = member(
        "ProcessList", "array<ProcessDetails>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<ProcessDetails>, since 2.1."""

    terminate_on_last_handle_closed: bool | None = member(
        "TerminateOnLastHandleClosed", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    hosting_system_id: str | None = member(
        "HostingSystemId", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    shared_memory_region_info: Sequence[SharedMemoryRegionInfo] | None = member(
        "SharedMemoryRegionInfo", "array<SharedMemoryRegionInfo>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<SharedMemoryRegionInfo>, since 2.1."""

    guest_connection_info: GuestConnectionInfo | None = member(
        "GuestConnectionInfo", "GuestConnectionInfo", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """GuestConnectionInfo, since 2.1."""

    property_responses: Mapping[str, PropertyResponse] | None = member(
        "PropertyResponses", "map<string,PropertyResponse>", "2.5", "docs dump hcsshim", default=None
    )
    """Answers of Queries, by name (map<string,PropertyResponse>, since 2.5)."""

    ic_heartbeat_status: IntegrationComponentStatus | None = member(
        "ICHeartbeatStatus", "IntegrationComponentStatus", None, "dump", default=None
    )
    """IntegrationComponentStatus; known from SDK schema dumps."""

    system_guid: str | None = member(
        "SystemGUID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    lcow_metrics: Any | None = member(
        "LCOWMetrics", "any", None, "hcsshim", default=None
    )
    """Any; known from hcsshim."""

    runtime_image_path: str | None = member(
        "RuntimeImagePath", "string", None, "observed", default=None
    )
    """String; known from observed."""

    memory_topology: Any | None = member(
        "MemoryTopology", "any", None, "observed", default=None
    )
    """Any; known from observed."""

    service_session_id: int | None = member(
        "ServiceSessionId", "uint32", None, "observed", default=None
    )
    """uint32; known from observed."""


class PropertyResponse(Document):
    """Answer to one named query, or its error.

    Since schema 2.5; source: the published schema, SDK schema dumps, hcsshim, the WSL service.
    """

    __published__ = "hcs.PropertyResponse"

    error: ResultError | None = member(
        "Error", "ResultError", "2.5", "docs dump wsl", default=None
    )
    """ResultError, since 2.5."""

    response: Any | None = member(
        "Response", "any", "2.5", "docs dump hcsshim wsl", default=None
    )
    """Any, since 2.5."""


class SaveOptions(Document):
    """Where and how to save.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.SaveOptions"

    save_type: SaveType | str | None = member(
        "SaveType", "SaveType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """SaveType, since 2.1."""

    save_state_file_path: str | None = member(
        "SaveStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""


class Subnode(Document):
    """Document type `Subnode`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Subnode"

    type: SubnodeType | str | None = member(
        "Type", "SubnodeType", "2.4", "docs dump", default=None
    )
    """SubnodeType, since 2.4."""

    id: int | None = member(
        "Id", "uint64", "2.4", "docs dump", default=None
    )
    """uint64, since 2.4."""


class SystemPropertyQuery(Document):
    """Which properties of a system to answer.

    Published name System_PropertyQuery; since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.System_PropertyQuery"

    property_types: Sequence[SystemPropertyType | str] | None = member(
        "PropertyTypes", "array<System_PropertyType>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Empty or absent: basic fields only (array<System_PropertyType>, since 2.1)."""

    queries: Mapping[str, Any] | None = member(
        "Queries", "map<string,any>", "2.5", "docs dump hcsshim", default=None
    )
    """Map<string,any>, since 2.5."""


class SystemQuery(Document):
    """Filter; fields are ANDed, items of a list ORed.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.SystemQuery"

    ids: Sequence[str] | None = member(
        "Ids", "array<string>", "2.1", "docs dump hcs-rs", default=None
    )
    """Array<string>, since 2.1."""

    names: Sequence[str] | None = member(
        "Names", "array<string>", "2.1", "docs dump hcs-rs", default=None
    )
    """Array<string>, since 2.1."""

    types: Sequence[SystemType | str] | None = member(
        "Types", "array<SystemType>", "2.1", "docs dump hcs-rs", default=None
    )
    """Array<SystemType>, since 2.1."""

    owners: Sequence[str] | None = member(
        "Owners", "array<string>", "2.1", "docs dump hcs-rs", default=None
    )
    """Array<string>, since 2.1."""


class Version(Document):
    """Major.Minor; a minor version includes all smaller ones.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Version"

    major: int | None = member(
        "Major", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """uint32, since 2.0."""

    minor: int | None = member(
        "Minor", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """uint32, since 2.0."""
