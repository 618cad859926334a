"""Generation 1 of the compute documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.system import Version

class PropertyType(TextEnum):
    """Known values of `V1.PropertyType`.

    Published name V1.PropertyType; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.PropertyType"

    STATISTICS = "Statistics"
    PROCESS_LIST = "ProcessList"
    MAPPED_VIRTUAL_DISK = "MappedVirtualDisk"
    GUEST_CONNECTION = "GuestConnection"


class RequestType(TextEnum):
    """Known values of `V1.RequestType`.

    Published name V1.RequestType; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.RequestType"

    ADD = "Add"
    REMOVE = "Remove"


class ResourceType(TextEnum):
    """Known values of `V1.ResourceType`.

    Published name V1.ResourceType; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ResourceType"

    NETWORK = "Network"


class AssignedDevice(Document):
    """Document type `V1.AssignedDevice`.

    Published name V1.AssignedDevice; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.AssignedDevice"

    interface_class_guid: str | None = member(
        "InterfaceClassGuid", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class ComputeSystemQuery(Document):
    """Document type `V1.ComputeSystemQuery`.

    Published name V1.ComputeSystemQuery; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ComputeSystemQuery"

    ids: Sequence[str] | None = member(
        "Ids", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    types: Sequence[str] | None = member(
        "Types", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    names: Sequence[str] | None = member(
        "Names", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    owners: Sequence[str] | None = member(
        "Owners", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""


class ContainerConfig(Document):
    """Document type `V1.ContainerConfig`.

    Published name V1.ContainerConfig; source: hcsshim (generation 1), dotnet.
    """

    __published__ = "hcs.V1.ContainerConfig"

    system_type: str | None = member(
        "SystemType", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    name: str | None = member(
        "Name", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    owner: str | None = member(
        "Owner", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    volume_path: str | None = member(
        "VolumePath", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    ignore_flushes_during_boot: bool | None = member(
        "IgnoreFlushesDuringBoot", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    layer_folder_path: str | None = member(
        "LayerFolderPath", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    layers: Sequence[Layer] | None = member(
        "Layers", "array<V1.Layer>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<V1.Layer>; known from hcsshim (generation 1), dotnet."""

    credentials: str | None = member(
        "Credentials", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    processor_count: int | None = member(
        "ProcessorCount", "uint32", None, "hcsshim-v1", default=None
    )
    """uint32; known from hcsshim (generation 1)."""

    processor_weight: int | None = member(
        "ProcessorWeight", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    processor_maximum: int | None = member(
        "ProcessorMaximum", "int64", None, "hcsshim-v1 dotnet", default=None
    )
    """int64; known from hcsshim (generation 1), dotnet."""

    storage_iops_maximum: int | None = member(
        "StorageIOPSMaximum", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    storage_bandwidth_maximum: int | None = member(
        "StorageBandwidthMaximum", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    storage_sandbox_size: int | None = member(
        "StorageSandboxSize", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    memory_maximum_in_mb: int | None = member(
        "MemoryMaximumInMB", "int64", None, "hcsshim-v1 dotnet", default=None
    )
    """int64 (MiB); known from hcsshim (generation 1), dotnet."""

    host_name: str | None = member(
        "HostName", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    mapped_directories: Sequence[MappedDir] | None = member(
        "MappedDirectories", "array<V1.MappedDir>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<V1.MappedDir>; known from hcsshim (generation 1), dotnet."""

    mapped_pipes: Sequence[MappedPipe] | None = member(
        "MappedPipes", "array<V1.MappedPipe>", None, "hcsshim-v1", default=None
    )
    """Array<V1.MappedPipe>; known from hcsshim (generation 1)."""

    hv_partition: bool | None = member(
        "HvPartition", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    network_shared_container_name: str | None = member(
        "NetworkSharedContainerName", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    endpoint_list: Sequence[str] | None = member(
        "EndpointList", "array<string>", None, "hcsshim-v1 dotnet", default=None
    )
    """Array<string>; known from hcsshim (generation 1), dotnet."""

    hv_runtime: HvRuntime | None = member(
        "HvRuntime", "V1.HvRuntime", None, "hcsshim-v1 dotnet", default=None
    )
    """V1.HvRuntime; known from hcsshim (generation 1), dotnet."""

    servicing: bool | None = member(
        "Servicing", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    allow_unqualified_dns_query: bool | None = member(
        "AllowUnqualifiedDNSQuery", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    dns_search_list: str | None = member(
        "DNSSearchList", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    container_type: str | None = member(
        "ContainerType", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    terminate_on_last_handle_closed: bool | None = member(
        "TerminateOnLastHandleClosed", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    mapped_virtual_disks: Sequence[MappedVirtualDisk] | None = member(
        "MappedVirtualDisks", "array<V1.MappedVirtualDisk>", None, "hcsshim-v1", default=None
    )
    """Array<V1.MappedVirtualDisk>; known from hcsshim (generation 1)."""

    assigned_devices: Sequence[AssignedDevice] | None = member(
        "AssignedDevices", "array<V1.AssignedDevice>", None, "hcsshim-v1", default=None
    )
    """Array<V1.AssignedDevice>; known from hcsshim (generation 1)."""

    is_dummy: bool | None = member(
        "IsDummy", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    sandbox_path: str | None = member(
        "SandboxPath", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    devices: Sequence[str] | None = member(
        "Devices", "array<string>", None, "dotnet", default=None
    )
    """Array<string>; known from dotnet."""

    network_endpoints: Sequence[NetworkEndpoint] | None = member(
        "NetworkEndpoints", "array<V1.NetworkEndpoint>", None, "dotnet", default=None
    )
    """Array<V1.NetworkEndpoint>; known from dotnet."""


class ContainerProperties(Document):
    """Document type `V1.ContainerProperties`.

    Published name V1.ContainerProperties; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ContainerProperties"

    id: str | None = member(
        "Id", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    state: str | None = member(
        "State", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    name: str | None = member(
        "Name", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    system_type: str | None = member(
        "SystemType", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    runtime_os_type: str | None = member(
        "RuntimeOsType", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    owner: str | None = member(
        "Owner", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    silo_guid: str | None = member(
        "SiloGuid", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    runtime_id: str | None = member(
        "RuntimeId", "guid", None, "hcsshim-v1", default=None
    )
    """Guid; known from hcsshim (generation 1)."""

    is_runtime_template: bool | None = member(
        "IsRuntimeTemplate", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    runtime_image_path: str | None = member(
        "RuntimeImagePath", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    stopped: bool | None = member(
        "Stopped", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    exit_type: str | None = member(
        "ExitType", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    are_updates_pending: bool | None = member(
        "AreUpdatesPending", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    ob_root: str | None = member(
        "ObRoot", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    statistics: Statistics | None = member(
        "Statistics", "V1.Statistics", None, "hcsshim-v1", default=None
    )
    """V1.Statistics; known from hcsshim (generation 1)."""

    process_list: Sequence[ProcessListItem] | None = member(
        "ProcessList", "array<V1.ProcessListItem>", None, "hcsshim-v1", default=None
    )
    """Array<V1.ProcessListItem>; known from hcsshim (generation 1)."""

    mapped_virtual_disk_controllers: Mapping[str, MappedVirtualDiskController] | None = member(
        "MappedVirtualDiskControllers", "map<int,V1.MappedVirtualDiskController>", None, "hcsshim-v1", default=None
    )
    """Map<int,V1.MappedVirtualDiskController>; known from hcsshim (generation 1)."""

    guest_connection_info: GuestConnectionInfo | None = member(
        "GuestConnectionInfo", "V1.GuestConnectionInfo", None, "hcsshim-v1", default=None
    )
    """V1.GuestConnectionInfo; known from hcsshim (generation 1)."""


class DeviceBase(Document):
    """Document type `V1.DeviceBase`.

    Published name V1.DeviceBase; source: dotnet.
    """

    __published__ = "hcs.V1.DeviceBase"

    device_type: str | None = member(
        "DeviceType", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class GuestConnectionInfo(Document):
    """Document type `V1.GuestConnectionInfo`.

    Published name V1.GuestConnectionInfo; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.GuestConnectionInfo"

    supported_schema_versions: Sequence[Version] | None = member(
        "SupportedSchemaVersions", "array<Version>", None, "hcsshim-v1", default=None
    )
    """Array<Version>; known from hcsshim (generation 1)."""

    protocol_version: int | None = member(
        "ProtocolVersion", "uint32", None, "hcsshim-v1", default=None
    )
    """uint32; known from hcsshim (generation 1)."""

    guest_defined_capabilities: GuestDefinedCapabilities | None = member(
        "GuestDefinedCapabilities", "V1.GuestDefinedCapabilities", None, "hcsshim-v1", default=None
    )
    """V1.GuestDefinedCapabilities; known from hcsshim (generation 1)."""


class GuestDefinedCapabilities(Document):
    """Document type `V1.GuestDefinedCapabilities`.

    Published name V1.GuestDefinedCapabilities; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.GuestDefinedCapabilities"

    namespace_add_request_supported: bool | None = member(
        "NamespaceAddRequestSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    signal_process_supported: bool | None = member(
        "SignalProcessSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    dump_stacks_supported: bool | None = member(
        "DumpStacksSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    delete_container_state_supported: bool | None = member(
        "DeleteContainerStateSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    update_container_supported: bool | None = member(
        "UpdateContainerSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    log_forwarding_supported: bool | None = member(
        "LogForwardingSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    host_process_container_supported: bool | None = member(
        "HostProcessContainerSupported", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class HvRuntime(Document):
    """Document type `V1.HvRuntime`.

    Published name V1.HvRuntime; source: hcsshim (generation 1), dotnet.
    """

    __published__ = "hcs.V1.HvRuntime"

    image_path: str | None = member(
        "ImagePath", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    skip_template: bool | None = member(
        "SkipTemplate", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    linux_initrd_file: str | None = member(
        "LinuxInitrdFile", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    linux_kernel_file: str | None = member(
        "LinuxKernelFile", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    linux_boot_parameters: str | None = member(
        "LinuxBootParameters", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    boot_source: str | None = member(
        "BootSource", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    writable_boot_source: bool | None = member(
        "WritableBootSource", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    runtime_id: str | None = member(
        "RuntimeId", "guid", None, "dotnet", default=None
    )
    """Guid; known from dotnet."""

    enable_console: bool | None = member(
        "EnableConsole", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    network_settings: UtilityVmNetworkSettings | None = member(
        "NetworkSettings", "V1.UtilityVmNetworkSettings", None, "dotnet", default=None
    )
    """V1.UtilityVmNetworkSettings; known from dotnet."""

    com1_pipe_name: str | None = member(
        "Com1PipeName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    com2_pipe_name: str | None = member(
        "Com2PipeName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class Layer(Document):
    """Document type `V1.Layer`.

    Published name V1.Layer; source: hcsshim (generation 1), dotnet.
    """

    __published__ = "hcs.V1.Layer"

    id: str | None = member(
        "ID", "string", None, "hcsshim-v1 dotnet", spellings=("Id",), default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    path: str | None = member(
        "Path", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""


class HcsMacPool(Document):
    """Document type `V1.MacPool`.

    Published name V1.MacPool; source: dotnet.
    """

    __published__ = "hcs.V1.MacPool"

    start_mac_address: str | None = member(
        "StartMacAddress", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    end_mac_address: str | None = member(
        "EndMacAddress", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class MappedDir(Document):
    """Document type `V1.MappedDir`.

    Published name V1.MappedDir; source: hcsshim (generation 1), dotnet.
    """

    __published__ = "hcs.V1.MappedDir"

    host_path: str | None = member(
        "HostPath", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    container_path: str | None = member(
        "ContainerPath", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    read_only: bool | None = member(
        "ReadOnly", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    bandwidth_maximum: int | None = member(
        "BandwidthMaximum", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    iops_maximum: int | None = member(
        "IOPSMaximum", "uint64", None, "hcsshim-v1 dotnet", default=None
    )
    """uint64; known from hcsshim (generation 1), dotnet."""

    create_in_utility_vm: bool | None = member(
        "CreateInUtilityVM", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    linux_metadata: bool | None = member(
        "LinuxMetadata", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class MappedPipe(Document):
    """Document type `V1.MappedPipe`.

    Published name V1.MappedPipe; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.MappedPipe"

    host_path: str | None = member(
        "HostPath", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    container_pipe_name: str | None = member(
        "ContainerPipeName", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class MappedVirtualDisk(Document):
    """Document type `V1.MappedVirtualDisk`.

    Published name V1.MappedVirtualDisk; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.MappedVirtualDisk"

    host_path: str | None = member(
        "HostPath", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    container_path: str | None = member(
        "ContainerPath", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    create_in_utility_vm: bool | None = member(
        "CreateInUtilityVM", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    read_only: bool | None = member(
        "ReadOnly", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    cache: str | None = member(
        "Cache", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    attach_only: bool | None = member(
        "AttachOnly", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""


class MappedVirtualDiskController(Document):
    """Document type `V1.MappedVirtualDiskController`.

    Published name V1.MappedVirtualDiskController; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.MappedVirtualDiskController"

    mapped_virtual_disks: Mapping[str, MappedVirtualDisk] | None = member(
        "MappedVirtualDisks", "map<int,V1.MappedVirtualDisk>", None, "hcsshim-v1", default=None
    )
    """Map<int,V1.MappedVirtualDisk>; known from hcsshim (generation 1)."""


class MemoryStats(Document):
    """Document type `V1.MemoryStats`.

    Published name V1.MemoryStats; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.MemoryStats"

    memory_usage_commit_bytes: int | None = member(
        "MemoryUsageCommitBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    memory_usage_commit_peak_bytes: int | None = member(
        "MemoryUsageCommitPeakBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    memory_usage_private_working_set_bytes: int | None = member(
        "MemoryUsagePrivateWorkingSetBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""


class NatPolicyData(Document):
    """Document type `V1.NatPolicyData`.

    Published name V1.NatPolicyData; source: dotnet.
    """

    __published__ = "hcs.V1.NatPolicyData"

    type: str | None = member(
        "Type", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    protocol: str | None = member(
        "Protocol", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""

    external_port: int | None = member(
        "ExternalPort", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""


class NatPortBinding(Document):
    """Document type `V1.NatPortBinding`.

    Published name V1.NatPortBinding; source: dotnet.
    """

    __published__ = "hcs.V1.NatPortBinding"

    protocol: str | None = member(
        "Protocol", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    internal_port: int | None = member(
        "InternalPort", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""

    external_port: int | None = member(
        "ExternalPort", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""


class NatSettings(Document):
    """Document type `V1.NatSettings`.

    Published name V1.NatSettings; source: dotnet.
    """

    __published__ = "hcs.V1.NatSettings"

    name: str | None = member(
        "Name", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    port_bindings: Sequence[NatPortBinding] | None = member(
        "PortBindings", "array<V1.NatPortBinding>", None, "dotnet", default=None
    )
    """Array<V1.NatPortBinding>; known from dotnet."""


class NetworkConnection(Document):
    """Document type `V1.NetworkConnection`.

    Published name V1.NetworkConnection; source: dotnet.
    """

    __published__ = "hcs.V1.NetworkConnection"

    network_name: str | None = member(
        "NetworkName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    ip4_address: str | None = member(
        "Ip4Address", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    enable_nat: bool | None = member(
        "EnableNat", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    nat: NatSettings | None = member(
        "Nat", "V1.NatSettings", None, "dotnet", default=None
    )
    """V1.NatSettings; known from dotnet."""

    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint32", None, "dotnet", default=None
    )
    """uint32 (bytes); known from dotnet."""


class NetworkDevice(Document):
    """Document type `V1.NetworkDevice`.

    Published name V1.NetworkDevice; source: dotnet.
    """

    __published__ = "hcs.V1.NetworkDevice"

    device_type: str | None = member(
        "DeviceType", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    connection: NetworkConnection | None = member(
        "Connection", "V1.NetworkConnection", None, "dotnet", default=None
    )
    """V1.NetworkConnection; known from dotnet."""

    settings: NetworkSettings | None = member(
        "Settings", "V1.NetworkSettings", None, "dotnet", default=None
    )
    """V1.NetworkSettings; known from dotnet."""


class NetworkEndpoint(Document):
    """Document type `V1.NetworkEndpoint`.

    Published name V1.NetworkEndpoint; source: dotnet.
    """

    __published__ = "hcs.V1.NetworkEndpoint"

    id: str | None = member(
        "Id", "guid", None, "dotnet", default=None
    )
    """Guid; known from dotnet."""

    endpoint_name: str | None = member(
        "EndpointName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    dynamic_ip_address: bool | None = member(
        "DynamicIPAddress", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    static_ip_address: str | None = member(
        "StaticIPAddress", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    network_id: str | None = member(
        "NetworkId", "guid", None, "dotnet", default=None
    )
    """Guid; known from dotnet."""

    policies: Sequence[str] | None = member(
        "Policies", "array<string>", None, "dotnet", default=None
    )
    """Array<string>; known from dotnet."""


class NetworkSettings(Document):
    """Document type `V1.NetworkSettings`.

    Published name V1.NetworkSettings; source: dotnet.
    """

    __published__ = "hcs.V1.NetworkSettings"

    mac_address: str | None = member(
        "MacAddress", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class NetworkStats(Document):
    """Document type `V1.NetworkStats`.

    Published name V1.NetworkStats; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.NetworkStats"

    bytes_received: int | None = member(
        "BytesReceived", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    bytes_sent: int | None = member(
        "BytesSent", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    packets_received: int | None = member(
        "PacketsReceived", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    packets_sent: int | None = member(
        "PacketsSent", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    dropped_packets_incoming: int | None = member(
        "DroppedPacketsIncoming", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    dropped_packets_outgoing: int | None = member(
        "DroppedPacketsOutgoing", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    endpoint_id: str | None = member(
        "EndpointId", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    instance_id: str | None = member(
        "InstanceId", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""


class HcsPolicy(Document):
    """Document type `V1.Policy`.

    Published name V1.Policy; source: dotnet.
    """

    __published__ = "hcs.V1.Policy"

    type: str | None = member(
        "Type", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class ProcessConfig(Document):
    """Document type `V1.ProcessConfig`.

    Published name V1.ProcessConfig; source: hcsshim (generation 1), dotnet.
    """

    __published__ = "hcs.V1.ProcessConfig"

    application_name: str | None = member(
        "ApplicationName", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    command_line: str | None = member(
        "CommandLine", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    command_args: Sequence[str] | None = member(
        "CommandArgs", "array<string>", None, "hcsshim-v1", default=None
    )
    """Array<string>; known from hcsshim (generation 1)."""

    user: str | None = member(
        "User", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    working_directory: str | None = member(
        "WorkingDirectory", "string", None, "hcsshim-v1 dotnet", default=None
    )
    """String; known from hcsshim (generation 1), dotnet."""

    environment: Mapping[str, str] | None = member(
        "Environment", "map<string,string>", None, "hcsshim-v1 dotnet", default=None
    )
    """Map<string,string>; known from hcsshim (generation 1), dotnet."""

    emulate_console: bool | None = member(
        "EmulateConsole", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    create_std_in_pipe: bool | None = member(
        "CreateStdInPipe", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    create_std_out_pipe: bool | None = member(
        "CreateStdOutPipe", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    create_std_err_pipe: bool | None = member(
        "CreateStdErrPipe", "bool", None, "hcsshim-v1 dotnet", default=None
    )
    """Bool; known from hcsshim (generation 1), dotnet."""

    console_size: Sequence[int] | None = member(
        "ConsoleSize", "array<uint,2>", None, "hcsshim-v1", default=None
    )
    """Array<uint,2>; known from hcsshim (generation 1)."""

    create_in_utility_vm: bool | None = member(
        "CreateInUtilityVm", "bool", None, "hcsshim-v1", default=None
    )
    """Bool; known from hcsshim (generation 1)."""

    oci_specification: Any | None = member(
        "OCISpecification", "any", None, "hcsshim-v1", default=None
    )
    """Any; known from hcsshim (generation 1)."""

    std_in_pipe: str | None = member(
        "StdInPipe", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    std_out_pipe: str | None = member(
        "StdOutPipe", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    std_err_pipe: str | None = member(
        "StdErrPipe", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    restricted_token: bool | None = member(
        "RestrictedToken", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""


class ProcessConsoleSize(Document):
    """Document type `V1.ProcessConsoleSize`.

    Published name V1.ProcessConsoleSize; source: dotnet.
    """

    __published__ = "hcs.V1.ProcessConsoleSize"

    height: int | None = member(
        "Height", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""

    width: int | None = member(
        "Width", "uint16", None, "dotnet", default=None
    )
    """uint16; known from dotnet."""


class ProcessListItem(Document):
    """Document type `V1.ProcessListItem`.

    Published name V1.ProcessListItem; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ProcessListItem"

    create_timestamp: Timestamp | None = member(
        "CreateTimestamp", "datetime", None, "hcsshim-v1", default=None
    )
    """Datetime; known from hcsshim (generation 1)."""

    image_name: str | None = member(
        "ImageName", "string", None, "hcsshim-v1", default=None
    )
    """String; known from hcsshim (generation 1)."""

    kernel_time_100ns: int | None = member(
        "KernelTime100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""

    memory_commit_bytes: int | None = member(
        "MemoryCommitBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    memory_working_set_private_bytes: int | None = member(
        "MemoryWorkingSetPrivateBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    memory_working_set_shared_bytes: int | None = member(
        "MemoryWorkingSetSharedBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    process_id: int | None = member(
        "ProcessId", "uint32", None, "hcsshim-v1", default=None
    )
    """uint32; known from hcsshim (generation 1)."""

    user_time_100ns: int | None = member(
        "UserTime100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""


class ProcessorStats(Document):
    """Document type `V1.ProcessorStats`.

    Published name V1.ProcessorStats; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ProcessorStats"

    total_runtime_100ns: int | None = member(
        "TotalRuntime100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""

    runtime_user_100ns: int | None = member(
        "RuntimeUser100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""

    runtime_kernel_100ns: int | None = member(
        "RuntimeKernel100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""


class ProcessStatus(Document):
    """Document type `V1.ProcessStatus`.

    Published name V1.ProcessStatus; source: dotnet.
    """

    __published__ = "hcs.V1.ProcessStatus"

    process_id: int | None = member(
        "ProcessId", "uint32", None, "dotnet", default=None
    )
    """uint32; known from dotnet."""

    exited: bool | None = member(
        "Exited", "bool", None, "dotnet", default=None
    )
    """Bool; known from dotnet."""

    exit_code: int | None = member(
        "ExitCode", "uint32", None, "dotnet", default=None
    )
    """uint32; known from dotnet."""

    last_wait_result: int | None = member(
        "LastWaitResult", "int32", None, "dotnet", default=None
    )
    """int32; known from dotnet."""


class PropertyQuery(Document):
    """Document type `V1.PropertyQuery`.

    Published name V1.PropertyQuery; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.PropertyQuery"

    property_types: Sequence[PropertyType | str] | None = member(
        "PropertyTypes", "array<V1.PropertyType>", None, "hcsshim-v1", default=None
    )
    """Array<V1.PropertyType>; known from hcsshim (generation 1)."""


class QosPolicyData(Document):
    """Document type `V1.QosPolicyData`.

    Published name V1.QosPolicyData; source: dotnet.
    """

    __published__ = "hcs.V1.QosPolicyData"

    type: str | None = member(
        "Type", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint32", None, "dotnet", default=None
    )
    """uint32 (bytes); known from dotnet."""


class ResourceModificationRequestResponse(Document):
    """Document type `V1.ResourceModificationRequestResponse`.

    Published name V1.ResourceModificationRequestResponse; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.ResourceModificationRequestResponse"

    resource_type: ResourceType | str | None = member(
        "ResourceType", "V1.ResourceType", None, "hcsshim-v1", default=None
    )
    """V1.ResourceType; known from hcsshim (generation 1)."""

    settings: Any | None = member(
        "Settings", "any", None, "hcsshim-v1", default=None
    )
    """Any; known from hcsshim (generation 1)."""

    request_type: RequestType | str | None = member(
        "RequestType", "V1.RequestType", None, "hcsshim-v1", default=None
    )
    """V1.RequestType; known from hcsshim (generation 1)."""


class SettingsBase(Document):
    """Document type `V1.SettingsBase`.

    Published name V1.SettingsBase; source: dotnet.
    """

    __published__ = "hcs.V1.SettingsBase"

    system_type: str | None = member(
        "SystemType", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class Statistics(Document):
    """Document type `V1.Statistics`.

    Published name V1.Statistics; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.Statistics"

    timestamp: Timestamp | None = member(
        "Timestamp", "datetime", None, "hcsshim-v1", default=None
    )
    """Datetime; known from hcsshim (generation 1)."""

    container_start_time: Timestamp | None = member(
        "ContainerStartTime", "datetime", None, "hcsshim-v1", default=None
    )
    """Datetime; known from hcsshim (generation 1)."""

    uptime_100ns: int | None = member(
        "Uptime100ns", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (units of 100 ns); known from hcsshim (generation 1)."""

    memory: MemoryStats | None = member(
        "Memory", "V1.MemoryStats", None, "hcsshim-v1", default=None
    )
    """V1.MemoryStats; known from hcsshim (generation 1)."""

    processor: ProcessorStats | None = member(
        "Processor", "V1.ProcessorStats", None, "hcsshim-v1", default=None
    )
    """V1.ProcessorStats; known from hcsshim (generation 1)."""

    storage: StorageStats | None = member(
        "Storage", "V1.StorageStats", None, "hcsshim-v1", default=None
    )
    """V1.StorageStats; known from hcsshim (generation 1)."""

    network: Sequence[NetworkStats] | None = member(
        "Network", "array<V1.NetworkStats>", None, "hcsshim-v1", default=None
    )
    """Array<V1.NetworkStats>; known from hcsshim (generation 1)."""


class StorageStats(Document):
    """Document type `V1.StorageStats`.

    Published name V1.StorageStats; source: hcsshim (generation 1).
    """

    __published__ = "hcs.V1.StorageStats"

    read_count_normalized: int | None = member(
        "ReadCountNormalized", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    read_size_bytes: int | None = member(
        "ReadSizeBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""

    write_count_normalized: int | None = member(
        "WriteCountNormalized", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64; known from hcsshim (generation 1)."""

    write_size_bytes: int | None = member(
        "WriteSizeBytes", "uint64", None, "hcsshim-v1", default=None
    )
    """uint64 (bytes); known from hcsshim (generation 1)."""


class HcsSubnet(Document):
    """Document type `V1.Subnet`.

    Published name V1.Subnet; source: dotnet.
    """

    __published__ = "hcs.V1.Subnet"

    gateway_address: str | None = member(
        "GatewayAddress", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    address_prefix: str | None = member(
        "AddressPrefix", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class UtilityVmNetworkSettings(Document):
    """Document type `V1.UtilityVmNetworkSettings`.

    Published name V1.UtilityVmNetworkSettings; source: dotnet.
    """

    __published__ = "hcs.V1.UtilityVmNetworkSettings"

    switch_name: str | None = member(
        "SwitchName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    port_name: str | None = member(
        "PortName", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""


class VlanPolicyData(Document):
    """Document type `V1.VlanPolicyData`.

    Published name V1.VlanPolicyData; source: dotnet.
    """

    __published__ = "hcs.V1.VlanPolicyData"

    type: str | None = member(
        "Type", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    vlan: int | None = member(
        "VLAN", "uint64", None, "dotnet", default=None
    )
    """uint64; known from dotnet."""


class VsidPolicyData(Document):
    """Document type `V1.VsidPolicyData`.

    Published name V1.VsidPolicyData; source: dotnet.
    """

    __published__ = "hcs.V1.VsidPolicyData"

    type: str | None = member(
        "Type", "string", None, "dotnet", default=None
    )
    """String; known from dotnet."""

    vsid: int | None = member(
        "VSID", "uint64", None, "dotnet", default=None
    )
    """uint64; known from dotnet."""
