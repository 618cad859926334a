"""Memory, processors and their statistics.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.processor import ProcessorStats, VirtualMachineProcessor

class MemoryBackingPageSize(TextEnum):
    """Known values of `MemoryBackingPageSize`.

    Since schema 2.2; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.MemoryBackingPageSize"

    SMALL = "Small"
    LARGE = "Large"


class MemoryBackingType(TextEnum):
    """Known values of `MemoryBackingType`.

    Source: hcsshim.
    """

    __published__ = "hcs.MemoryBackingType"

    PHYSICAL = "Physical"
    VIRTUAL = "Virtual"
    HYBRID = "Hybrid"


class VirtualSlitType(TextEnum):
    """Known values of `VirtualSlitType`.

    Source: hcsshim.
    """

    __published__ = "hcs.VirtualSlitType"

    NONE = "None"
    FIRMWARE = "Firmware"
    MEASURED = "Measured"
    FIRMWARE_FALLBACK_MEASURED = "FirmwareFallbackMeasured"


class MemoryInformationForVm(Document):
    """Memory of a running machine.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.MemoryInformationForVm"

    virtual_node_count: int | None = member(
        "VirtualNodeCount", "uint8", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint8, since 2.1."""

    virtual_machine_memory: VmMemory | None = member(
        "VirtualMachineMemory", "VmMemory", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """VmMemory, since 2.1."""

    virtual_nodes: Sequence[VirtualNodeInfo] | None = member(
        "VirtualNodes", "array<VirtualNodeInfo>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<VirtualNodeInfo>, since 2.1."""


class MemoryStats(Document):
    """Memory used.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.MemoryStats"

    memory_usage_commit_bytes: int | None = member(
        "MemoryUsageCommitBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (bytes), since 2.1."""

    memory_usage_commit_peak_bytes: int | None = member(
        "MemoryUsageCommitPeakBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (bytes), since 2.1."""

    memory_usage_private_working_set_bytes: int | None = member(
        "MemoryUsagePrivateWorkingSetBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (bytes), since 2.1."""


class Numa(Document):
    """Document type `Numa`.

    Source: hcsshim.
    """

    __published__ = "hcs.Numa"

    virtual_node_count: int | None = member(
        "VirtualNodeCount", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""

    preferred_physical_nodes: Sequence[int] | None = member(
        "PreferredPhysicalNodes", "array<int64>", None, "hcsshim", default=None
    )
    """Array<int64>; known from hcsshim."""

    settings: Sequence[NumaSetting] | None = member(
        "Settings", "array<NumaSetting>", None, "hcsshim", default=None
    )
    """Array<NumaSetting>; known from hcsshim."""

    max_size_per_node: int | None = member(
        "MaxSizePerNode", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""


class NumaNode(Document):
    """Document type `NumaNode`.

    Source: hcsshim.
    """

    __published__ = "hcs.NumaNode"

    virtual_node_index: int | None = member(
        "VirtualNodeIndex", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    physical_node_index: int | None = member(
        "PhysicalNodeIndex", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class NumaNodeMemory(Document):
    """Document type `NumaNodeMemory`.

    Source: hcsshim.
    """

    __published__ = "hcs.NumaNodeMemory"

    total_consumable_memory_in_pages: int | None = member(
        "TotalConsumableMemoryInPages", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""

    available_memory_in_pages: int | None = member(
        "AvailableMemoryInPages", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""


class NumaNodeProcessor(Document):
    """Document type `NumaNodeProcessor`.

    Source: hcsshim.
    """

    __published__ = "hcs.NumaNodeProcessor"

    total_assigned_processors: int | None = member(
        "TotalAssignedProcessors", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    total_available_processors: int | None = member(
        "TotalAvailableProcessors", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class NumaSetting(Document):
    """Document type `NumaSetting`.

    Source: hcsshim.
    """

    __published__ = "hcs.NumaSetting"

    virtual_node_number: int | None = member(
        "VirtualNodeNumber", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    physical_node_number: int | None = member(
        "PhysicalNodeNumber", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    virtual_socket_number: int | None = member(
        "VirtualSocketNumber", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    count_of_processors: int | None = member(
        "CountOfProcessors", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    count_of_memory_blocks: int | None = member(
        "CountOfMemoryBlocks", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""

    memory_backing_type: MemoryBackingType | str | None = member(
        "MemoryBackingType", "MemoryBackingType", None, "hcsshim", default=None
    )
    """MemoryBackingType; known from hcsshim."""


class Range(Document):
    """Document type `Range`.

    Source: hcsshim.
    """

    __published__ = "hcs.Range"

    max: int | None = member(
        "max", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class Statistics(Document):
    """Processor, memory and storage use since the start.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Statistics"

    timestamp: Timestamp | None = member(
        "Timestamp", "datetime", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """When the sample was taken (datetime, since 2.1)."""

    container_start_time: Timestamp | None = member(
        "ContainerStartTime", "datetime", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Datetime, since 2.1."""

    uptime_100ns: int | None = member(
        "Uptime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Ticks of 100 ns (uint64 (units of 100 ns), since 2.1)."""

    processor: ProcessorStats | None = member(
        "Processor", "ProcessorStats", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """ProcessorStats, since 2.1."""

    memory: MemoryStats | None = member(
        "Memory", "MemoryStats", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """MemoryStats, since 2.1."""

    storage: StorageStats | None = member(
        "Storage", "StorageStats", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """StorageStats, since 2.1."""

    network: Sequence[Any] | None = member(
        "Network", "array<any>", None, "observed", default=None
    )
    """Array<any>; known from observed."""


class StorageStats(Document):
    """Storage traffic.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.StorageStats"

    read_count_normalized: int | None = member(
        "ReadCountNormalized", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64, since 2.1."""

    read_size_bytes: int | None = member(
        "ReadSizeBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (bytes), since 2.1."""

    write_count_normalized: int | None = member(
        "WriteCountNormalized", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64, since 2.1."""

    write_size_bytes: int | None = member(
        "WriteSizeBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint64 (bytes), since 2.1."""


class Topology(Document):
    """Memory and processors of a virtual machine.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Topology"

    memory: VirtualMachineMemory | None = member(
        "Memory", "VirtualMachine_Memory", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """VirtualMachine_Memory, since 2.0."""

    processor: VirtualMachineProcessor | None = member(
        "Processor", "VirtualMachine_Processor", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """VirtualMachine_Processor, since 2.0."""

    numa: Numa | None = member(
        "Numa", "Numa", None, "hcsshim", default=None
    )
    """Numa; known from hcsshim."""


class VirtualMachineMemory(Document):
    """Memory of a virtual machine and how it is backed.

    Published name VirtualMachine_Memory; since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualMachine_Memory"

    size_in_mb: int | None = member(
        "SizeInMB", "uint64", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """RAM; modern sources count in MiB and expect an even number (uint64 (MiB), since 2.1)."""

    allow_overcommit: bool | None = member(
        "AllowOvercommit", "bool", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    backing_page_size: MemoryBackingPageSize | str | None = member(
        "BackingPageSize", "MemoryBackingPageSize", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """MemoryBackingPageSize, since 2.2."""

    fault_cluster_size_shift: int | None = member(
        "FaultClusterSizeShift", "uint32", "2.4", "docs dump wsl", default=None
    )
    """uint32, since 2.4."""

    direct_map_fault_cluster_size_shift: int | None = member(
        "DirectMapFaultClusterSizeShift", "uint32", "2.4", "docs dump wsl", default=None
    )
    """uint32, since 2.4."""

    pin_backing_pages: bool | None = member(
        "PinBackingPages", "bool", "2.2", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.2."""

    forbid_small_backing_pages: bool | None = member(
        "ForbidSmallBackingPages", "bool", "2.2", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_hot_hint: bool | None = member(
        "EnableHotHint", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    enable_cold_hint: bool | None = member(
        "EnableColdHint", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""

    enable_cold_discard_hint: bool | None = member(
        "EnableColdDiscardHint", "bool", "2.2", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Bool, since 2.2."""

    enable_deferred_commit: bool | None = member(
        "EnableDeferredCommit", "bool", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Bool, since 2.1."""

    low_mmio_gap_in_mb: int | None = member(
        "LowMmioGapInMB", "uint64", "2.3", "docs dump hcsshim", default=None
    )
    """uint64 (MiB), since 2.3."""

    high_mmio_base_in_mb: int | None = member(
        "HighMmioBaseInMB", "uint64", "2.3", "docs dump hcsshim wsl", default=None
    )
    """uint64 (MiB), since 2.3."""

    high_mmio_gap_in_mb: int | None = member(
        "HighMmioGapInMB", "uint64", "2.3", "docs dump hcsshim wsl", default=None
    )
    """uint64 (MiB), since 2.3."""

    backing: MemoryBackingType | str | None = member(
        "Backing", "MemoryBackingType", None, "hcsshim", default=None
    )
    """In the docs' own samples and hcsshim, in no schema table (MemoryBackingType; known from hcsshim)."""

    slit_type: VirtualSlitType | str | None = member(
        "SlitType", "VirtualSlitType", None, "hcsshim", default=None
    )
    """VirtualSlitType; known from hcsshim."""

    hosting_process_name_suffix: str | None = member(
        "HostingProcessNameSuffix", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""


class VirtualNodeInfo(Document):
    """Document type `VirtualNodeInfo`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.VirtualNodeInfo"

    virtual_node_index: int | None = member(
        "VirtualNodeIndex", "uint8", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint8, since 2.1."""

    physical_node_number: int | None = member(
        "PhysicalNodeNumber", "uint8", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint8, since 2.1."""

    virtual_processor_count: int | None = member(
        "VirtualProcessorCount", "uint32", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint32, since 2.1."""

    memory_usage_in_pages: int | None = member(
        "MemoryUsageInPages", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""


class VmMemory(Document):
    """Amounts of memory of a running machine.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.VmMemory"

    available_memory: int | None = member(
        "AvailableMemory", "int32", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """int32, since 2.1."""

    available_memory_buffer: int | None = member(
        "AvailableMemoryBuffer", "int32", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """int32, since 2.1."""

    reserved_memory: int | None = member(
        "ReservedMemory", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""

    assigned_memory: int | None = member(
        "AssignedMemory", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""

    slp_active: bool | None = member(
        "SlpActive", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    balancing_enabled: bool | None = member(
        "BalancingEnabled", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    dm_operation_in_progress: bool | None = member(
        "DmOperationInProgress", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""
