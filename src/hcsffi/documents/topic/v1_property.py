"""Questions about systems of generation 1 and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.system_state import Version
    from hcsffi.documents.topic.v1_container import MappedVirtualDisk


@define(frozen=True, kw_only=True)
class ComputeSystemQuery(Document, published="hcs.V1.ComputeSystemQuery", sources="hcsshim-v1"):
    """Filter; fields are ANDed, items of a list ORed."""

    ids: Sequence[str] | None = member("Ids", "array<string>", None, "hcsshim-v1")
    types: Sequence[str] | None = member("Types", "array<string>", None, "hcsshim-v1")
    names: Sequence[str] | None = member("Names", "array<string>", None, "hcsshim-v1")
    owners: Sequence[str] | None = member("Owners", "array<string>", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class PropertyQuery(Document, published="hcs.V1.PropertyQuery", sources="hcsshim-v1"):
    """Which properties of a system to answer."""

    property_types: Sequence[PropertyType] | None = member("PropertyTypes", "array<V1.PropertyType>", None, "hcsshim-v1")


class PropertyType(TextEnum, published="hcs.V1.PropertyType", sources="hcsshim-v1"):
    """A property that is answered on request only."""

    STATISTICS = "Statistics"
    PROCESS_LIST = "ProcessList"
    MAPPED_VIRTUAL_DISK = "MappedVirtualDisk"
    GUEST_CONNECTION = "GuestConnection"


@define(frozen=True, kw_only=True)
class ContainerProperties(Document, published="hcs.V1.ContainerProperties", sources="hcsshim-v1"):
    """Answer of a property query or one item of an enumeration."""

    id: str | None = member("Id", "string", None, "hcsshim-v1")
    state: str | None = member("State", "string", None, "hcsshim-v1")
    name: str | None = member("Name", "string", None, "hcsshim-v1")
    system_type: str | None = member("SystemType", "string", None, "hcsshim-v1")
    runtime_os_type: str | None = member("RuntimeOsType", "string", None, "hcsshim-v1")
    owner: str | None = member("Owner", "string", None, "hcsshim-v1")
    silo_guid: str | None = member("SiloGuid", "string", None, "hcsshim-v1")
    runtime_id: str | None = member("RuntimeId", "guid", None, "hcsshim-v1")
    is_runtime_template: bool | None = member("IsRuntimeTemplate", "bool", None, "hcsshim-v1")
    runtime_image_path: str | None = member("RuntimeImagePath", "string", None, "hcsshim-v1")
    stopped: bool | None = member("Stopped", "bool", None, "hcsshim-v1")
    exit_type: str | None = member("ExitType", "string", None, "hcsshim-v1")
    are_updates_pending: bool | None = member("AreUpdatesPending", "bool", None, "hcsshim-v1")
    ob_root: str | None = member("ObRoot", "string", None, "hcsshim-v1")
    statistics: Statistics | None = member("Statistics", "V1.Statistics", None, "hcsshim-v1")
    process_list: Sequence[ProcessListItem] | None = member("ProcessList", "array<V1.ProcessListItem>", None, "hcsshim-v1")
    mapped_virtual_disk_controllers: Mapping[str, MappedVirtualDiskController] | None = member(
        "MappedVirtualDiskControllers", "map<int,V1.MappedVirtualDiskController>", None, "hcsshim-v1"
    )
    guest_connection_info: GuestConnectionInfo | None = member("GuestConnectionInfo", "V1.GuestConnectionInfo", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class ProcessListItem(Document, published="hcs.V1.ProcessListItem", sources="hcsshim-v1"):
    """One process of a process list."""

    create_timestamp: Timestamp | None = member("CreateTimestamp", "datetime", None, "hcsshim-v1")
    image_name: str | None = member("ImageName", "string", None, "hcsshim-v1")
    kernel_time_100ns: int | None = member("KernelTime100ns", "uint64", None, "hcsshim-v1", unit="100 ns")
    memory_commit_bytes: int | None = member("MemoryCommitBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    memory_working_set_private_bytes: int | None = member("MemoryWorkingSetPrivateBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    memory_working_set_shared_bytes: int | None = member("MemoryWorkingSetSharedBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    process_id: int | None = member("ProcessId", "uint32", None, "hcsshim-v1")
    user_time_100ns: int | None = member("UserTime100ns", "uint64", None, "hcsshim-v1", unit="100 ns")


@define(frozen=True, kw_only=True)
class MappedVirtualDiskController(Document, published="hcs.V1.MappedVirtualDiskController", sources="hcsshim-v1"):
    """What is attached to one controller."""

    mapped_virtual_disks: Mapping[str, MappedVirtualDisk] | None = member(
        "MappedVirtualDisks", "map<int,V1.MappedVirtualDisk>", None, "hcsshim-v1"
    )


@define(frozen=True, kw_only=True)
class GuestConnectionInfo(Document, published="hcs.V1.GuestConnectionInfo", sources="hcsshim-v1"):
    """What the guest agent said about itself."""

    supported_schema_versions: Sequence[Version] | None = member("SupportedSchemaVersions", "array<Version>", None, "hcsshim-v1")
    protocol_version: int | None = member("ProtocolVersion", "uint32", None, "hcsshim-v1")
    guest_defined_capabilities: GuestDefinedCapabilities | None = member(
        "GuestDefinedCapabilities", "V1.GuestDefinedCapabilities", None, "hcsshim-v1"
    )


@define(frozen=True, kw_only=True)
class GuestDefinedCapabilities(Document, published="hcs.V1.GuestDefinedCapabilities", sources="hcsshim-v1"):
    """What a guest agent can do."""

    namespace_add_request_supported: bool | None = member("NamespaceAddRequestSupported", "bool", None, "hcsshim-v1")
    signal_process_supported: bool | None = member("SignalProcessSupported", "bool", None, "hcsshim-v1")
    dump_stacks_supported: bool | None = member("DumpStacksSupported", "bool", None, "hcsshim-v1")
    delete_container_state_supported: bool | None = member("DeleteContainerStateSupported", "bool", None, "hcsshim-v1")
    update_container_supported: bool | None = member("UpdateContainerSupported", "bool", None, "hcsshim-v1")
    log_forwarding_supported: bool | None = member("LogForwardingSupported", "bool", None, "hcsshim-v1")
    host_process_container_supported: bool | None = member("HostProcessContainerSupported", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class Statistics(Document, published="hcs.V1.Statistics", sources="hcsshim-v1"):
    """Processor, memory, storage and network use since the start."""

    timestamp: Timestamp | None = member("Timestamp", "datetime", None, "hcsshim-v1")
    container_start_time: Timestamp | None = member("ContainerStartTime", "datetime", None, "hcsshim-v1")
    uptime_100ns: int | None = member("Uptime100ns", "uint64", None, "hcsshim-v1", unit="100 ns")
    memory: MemoryStats | None = member("Memory", "V1.MemoryStats", None, "hcsshim-v1")
    processor: ProcessorStats | None = member("Processor", "V1.ProcessorStats", None, "hcsshim-v1")
    storage: StorageStats | None = member("Storage", "V1.StorageStats", None, "hcsshim-v1")
    network: Sequence[NetworkStats] | None = member("Network", "array<V1.NetworkStats>", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class ProcessorStats(Document, published="hcs.V1.ProcessorStats", sources="hcsshim-v1"):
    """Processor time used."""

    total_runtime_100ns: int | None = member("TotalRuntime100ns", "uint64", None, "hcsshim-v1", unit="100 ns")
    runtime_user_100ns: int | None = member("RuntimeUser100ns", "uint64", None, "hcsshim-v1", unit="100 ns")
    runtime_kernel_100ns: int | None = member("RuntimeKernel100ns", "uint64", None, "hcsshim-v1", unit="100 ns")


@define(frozen=True, kw_only=True)
class MemoryStats(Document, published="hcs.V1.MemoryStats", sources="hcsshim-v1"):
    """Memory used."""

    memory_usage_commit_bytes: int | None = member("MemoryUsageCommitBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    memory_usage_commit_peak_bytes: int | None = member("MemoryUsageCommitPeakBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    memory_usage_private_working_set_bytes: int | None = member(
        "MemoryUsagePrivateWorkingSetBytes", "uint64", None, "hcsshim-v1", unit="bytes"
    )


@define(frozen=True, kw_only=True)
class StorageStats(Document, published="hcs.V1.StorageStats", sources="hcsshim-v1"):
    """Storage traffic."""

    read_count_normalized: int | None = member("ReadCountNormalized", "uint64", None, "hcsshim-v1")
    read_size_bytes: int | None = member("ReadSizeBytes", "uint64", None, "hcsshim-v1", unit="bytes")
    write_count_normalized: int | None = member("WriteCountNormalized", "uint64", None, "hcsshim-v1")
    write_size_bytes: int | None = member("WriteSizeBytes", "uint64", None, "hcsshim-v1", unit="bytes")


@define(frozen=True, kw_only=True)
class NetworkStats(Document, published="hcs.V1.NetworkStats", sources="hcsshim-v1"):
    """Traffic of an endpoint."""

    bytes_received: int | None = member("BytesReceived", "uint64", None, "hcsshim-v1", unit="bytes")
    bytes_sent: int | None = member("BytesSent", "uint64", None, "hcsshim-v1", unit="bytes")
    packets_received: int | None = member("PacketsReceived", "uint64", None, "hcsshim-v1")
    packets_sent: int | None = member("PacketsSent", "uint64", None, "hcsshim-v1")
    dropped_packets_incoming: int | None = member("DroppedPacketsIncoming", "uint64", None, "hcsshim-v1")
    dropped_packets_outgoing: int | None = member("DroppedPacketsOutgoing", "uint64", None, "hcsshim-v1")
    endpoint_id: str | None = member("EndpointId", "string", None, "hcsshim-v1")
    instance_id: str | None = member("InstanceId", "string", None, "hcsshim-v1")
