"""Process-isolated containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.topic.isolation import ContainersDefDevice
    from hcsffi.documents.topic.layers import PathType, Storage
    from hcsffi.documents.topic.registry import RegistryChanges
    from hcsffi.documents.topic.service import ContainerCredentialGuardState

class DeviceType(TextEnum):
    """Known values of `DeviceType`.

    Since schema 2.2; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.DeviceType"

    CLASS_GUID = "ClassGuid"
    DEVICE_INSTANCE = "DeviceInstance"
    GPU_MIRROR = "GpuMirror"


class IsolationType(TextEnum):
    """Known values of `IsolationType`.

    Source: hcsshim.
    """

    __published__ = "hcs.IsolationType"

    HOST_PROCESS = "HostProcess"


class MappedPipePathType(TextEnum):
    """Known values of `MappedPipePathType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.MappedPipePathType"

    ABSOLUTE_PATH = "AbsolutePath"
    VIRTUAL_SMB_PIPE_NAME = "VirtualSmbPipeName"


class Container(Document):
    """A process-isolated (silo) container, or the inner half of a hosted one.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Container"

    guest_os: GuestOs | None = member(
        "GuestOs", "GuestOs", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Host name; needed once a network namespace is set, one user measured (GuestOs, since 2.0)."""

    storage: Storage | None = member(
        "Storage", "Storage", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Scratch path and parent layers (Storage, since 2.0)."""

    mapped_directories: Sequence[MappedDirectory] | None = member(
        "MappedDirectories", "array<MappedDirectory>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<MappedDirectory>, since 2.0."""

    mapped_pipes: Sequence[MappedPipe] | None = member(
        "MappedPipes", "array<MappedPipe>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<MappedPipe>, since 2.0."""

    memory: ContainerMemory | None = member(
        "Memory", "Container_Memory", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Container_Memory, since 2.0."""

    processor: ContainerProcessor | None = member(
        "Processor", "Container_Processor", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Container_Processor, since 2.0."""

    networking: Networking | None = member(
        "Networking", "Networking", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Networking, since 2.0."""

    hv_socket: ContainerHvSocket | None = member(
        "HvSocket", "Container_HvSocket", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Container_HvSocket, since 2.0."""

    container_credential_guard: ContainerCredentialGuardState | None = member(
        "ContainerCredentialGuard", "ContainerCredentialGuardState", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ContainerCredentialGuardState, since 2.1."""

    registry_changes: RegistryChanges | None = member(
        "RegistryChanges", "RegistryChanges", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """RegistryChanges, since 2.0."""

    assigned_devices: Sequence[Device] | None = member(
        "AssignedDevices", "array<Device>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<Device>, since 2.1."""

    additional_device_namespace: ContainersDefDevice | None = member(
        "AdditionalDeviceNamespace", "ContainersDef_Device", "2.3", "docs dump hcsshim", default=None
    )
    """ContainersDef_Device, since 2.3."""

    isolation_type: IsolationType | str | None = member(
        "IsolationType", "IsolationType", None, "hcsshim", default=None
    )
    """hcsshim only; HostProcess for privileged containers (IsolationType; known from hcsshim)."""


class ContainerHvSocket(Document):
    """Hyper-V sockets of a container.

    Published name Container_HvSocket; since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Container_HvSocket"

    config: HvSocketSystemConfig | None = member(
        "Config", "HvSocketSystemConfig", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """HvSocketSystemConfig, since 2.0."""

    enable_power_shell_direct: bool | None = member(
        "EnablePowerShellDirect", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""


class ContainerMemory(Document):
    """Memory limit of a container.

    Published name Container_Memory; since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Container_Memory"

    size_in_mb: int | None = member(
        "SizeInMB", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (MiB), since 2.1."""


class ContainerProcessor(Document):
    """CPU limits; the three fields exclude one another.

    Published name Container_Processor; since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Container_Processor"

    count: int | None = member(
        "Count", "uint32", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Number of processors' worth of time (uint32, since 2.0)."""

    weight: int | None = member(
        "Weight", "int64", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Relative share, up to 10000 (int64, since 2.0)."""

    maximum: int | None = member(
        "Maximum", "int64", "2.0", "docs dump hcsshim zlayer", default=None
    )
    """Share of CPU time in 1/100 percent, 1 to 10000 (int64, since 2.0)."""


class ContainerMemoryInformation(Document):
    """Document type `ContainerMemoryInformation`.

    Source: hcsshim.
    """

    __published__ = "hcs.ContainerMemoryInformation"

    total_physical_bytes: int | None = member(
        "TotalPhysicalBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""

    total_usage: int | None = member(
        "TotalUsage", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""

    committed_bytes: int | None = member(
        "CommittedBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""

    shared_committed_bytes: int | None = member(
        "SharedCommittedBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""

    commit_limit_bytes: int | None = member(
        "CommitLimitBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""

    peak_commitment_bytes: int | None = member(
        "PeakCommitmentBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""


class Device(Document):
    """A host device given to a container.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Device"

    type: DeviceType | str | None = member(
        "Type", "DeviceType", "2.2", "docs dump hcsshim hcs-rs", default=None
    )
    """DeviceType, since 2.2."""

    interface_class_guid: str | None = member(
        "InterfaceClassGuid", "guid", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Guid, since 2.1."""

    location_path: str | None = member(
        "LocationPath", "string", "2.2", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.2."""


class GuestOs(Document):
    """What the guest's operating system is told about itself.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.GuestOs"

    host_name: str | None = member(
        "HostName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""


class HvSocketServiceConfig(Document):
    """Access rules of one Hyper-V socket service.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.HvSocketServiceConfig"

    bind_security_descriptor: str | None = member(
        "BindSecurityDescriptor", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    connect_security_descriptor: str | None = member(
        "ConnectSecurityDescriptor", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    allow_wildcard_binds: bool | None = member(
        "AllowWildcardBinds", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    disabled: bool | None = member(
        "Disabled", "bool", None, "hcsshim zlayer", default=None
    )
    """Bool; known from hcsshim, zlayer."""


class HvSocketSystemConfig(Document):
    """Who may bind and connect to which Hyper-V socket service.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.HvSocketSystemConfig"

    default_bind_security_descriptor: str | None = member(
        "DefaultBindSecurityDescriptor", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    default_connect_security_descriptor: str | None = member(
        "DefaultConnectSecurityDescriptor", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    service_table: Mapping[str, HvSocketServiceConfig] | None = member(
        "ServiceTable", "map<guid,HvSocketServiceConfig>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Service GUID to access rules (map<guid,HvSocketServiceConfig>, since 2.0)."""


class IsolationSettings(Document):
    """Document type `IsolationSettings`.

    Source: hcsshim.
    """

    __published__ = "hcs.IsolationSettings"

    isolation_type: str | None = member(
        "IsolationType", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    debug_host: str | None = member(
        "DebugHost", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    debug_port: int | None = member(
        "DebugPort", "int64", None, "hcsshim", default=None
    )
    """int64; known from hcsshim."""

    launch_data: str | None = member(
        "LaunchData", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    hcl_enabled: bool | None = member(
        "HclEnabled", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class MappedDirectory(Document):
    """Host folder shown in the container.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.MappedDirectory"

    host_path: str | None = member(
        "HostPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    host_path_type: PathType | str | None = member(
        "HostPathType", "PathType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """PathType, since 2.1."""

    container_path: str | None = member(
        "ContainerPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    read_only: bool | None = member(
        "ReadOnly", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    support_cloud_files: bool | None = member(
        "SupportCloudFiles", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""


class MappedPipe(Document):
    """Host pipe shown in the container.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.MappedPipe"

    container_pipe_name: str | None = member(
        "ContainerPipeName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    host_path: str | None = member(
        "HostPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    host_path_type: MappedPipePathType | str | None = member(
        "HostPathType", "MappedPipePathType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """MappedPipePathType, since 2.1."""


class Networking(Document):
    """How a container takes part in networks.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Networking"

    allow_unqualified_dns_query: bool | None = member(
        "AllowUnqualifiedDnsQuery", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    dns_search_list: str | None = member(
        "DnsSearchList", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Comma-separated text, not an array (string, since 2.0)."""

    network_shared_container_name: str | None = member(
        "NetworkSharedContainerName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    namespace: str | None = member(
        "Namespace", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Id of one HCN namespace; a single string, never an array (string, since 2.0)."""

    network_adapters: Sequence[str] | None = member(
        "NetworkAdapters", "array<guid>", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<guid>, since 2.0."""
