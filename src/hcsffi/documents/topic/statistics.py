"""What a system has used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.scalar import Timestamp


@define(frozen=True, kw_only=True)
class Statistics(Document, published="hcs.Statistics", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Processor, memory and storage use since the start."""

    # string-format: zlayer string; the published format is kept, other texts pass (the next 2 rows).
    timestamp: Timestamp | None = member("Timestamp", "datetime", "2.1", "docs dump hcsshim hcs-rs zlayer", "When the sample was taken.")
    container_start_time: Timestamp | None = member("ContainerStartTime", "datetime", "2.1", "docs dump hcsshim hcs-rs zlayer")
    uptime_100ns: int | None = member("Uptime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", "Ticks of 100 ns.", unit="100 ns")
    processor: ProcessorStats | None = member("Processor", "ProcessorStats", "2.1", "docs dump hcsshim hcs-rs zlayer")
    memory: MemoryStats | None = member("Memory", "MemoryStats", "2.1", "docs dump hcsshim hcs-rs zlayer")
    storage: StorageStats | None = member("Storage", "StorageStats", "2.1", "docs dump hcsshim hcs-rs zlayer")
    network: Sequence[Any] | None = member("Network", "array<any>", None, "observed")


@define(frozen=True, kw_only=True)
class ProcessorStats(Document, published="hcs.ProcessorStats", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Processor time used."""

    total_runtime_100ns: int | None = member("TotalRuntime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="100 ns")
    runtime_user_100ns: int | None = member("RuntimeUser100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="100 ns")
    runtime_kernel_100ns: int | None = member("RuntimeKernel100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="100 ns")


@define(frozen=True, kw_only=True)
class MemoryStats(Document, published="hcs.MemoryStats", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Memory used."""

    memory_usage_commit_bytes: int | None = member(
        "MemoryUsageCommitBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="bytes"
    )
    memory_usage_commit_peak_bytes: int | None = member(
        "MemoryUsageCommitPeakBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="bytes"
    )
    memory_usage_private_working_set_bytes: int | None = member(
        "MemoryUsagePrivateWorkingSetBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="bytes"
    )


@define(frozen=True, kw_only=True)
class StorageStats(Document, published="hcs.StorageStats", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Storage traffic."""

    read_count_normalized: int | None = member("ReadCountNormalized", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer")
    read_size_bytes: int | None = member("ReadSizeBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="bytes")
    write_count_normalized: int | None = member("WriteCountNormalized", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer")
    write_size_bytes: int | None = member("WriteSizeBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="bytes")


@define(frozen=True, kw_only=True)
class ContainerMemoryInformation(Document, published="hcs.ContainerMemoryInformation", sources="hcsshim"):
    """What hcsshim reads of a container's memory use."""

    # width: hcsshim int32; generated code, a count of bytes needs 64 bits (the next 6 rows).
    total_physical_bytes: int | None = member("TotalPhysicalBytes", "uint64", None, "hcsshim", unit="bytes")
    total_usage: int | None = member("TotalUsage", "uint64", None, "hcsshim")
    committed_bytes: int | None = member("CommittedBytes", "uint64", None, "hcsshim", unit="bytes")
    shared_committed_bytes: int | None = member("SharedCommittedBytes", "uint64", None, "hcsshim", unit="bytes")
    commit_limit_bytes: int | None = member("CommitLimitBytes", "uint64", None, "hcsshim", unit="bytes")
    peak_commitment_bytes: int | None = member("PeakCommitmentBytes", "uint64", None, "hcsshim", unit="bytes")


@define(frozen=True, kw_only=True)
class MemoryInformationForVm(Document, published="hcs.MemoryInformationForVm", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Memory of a running machine."""

    # integer-width: hcsshim uint32; the published width is kept, narrower code was generated.
    virtual_node_count: int | None = member("VirtualNodeCount", "uint8", "2.1", "docs dump hcsshim hcs-rs")
    virtual_machine_memory: VmMemory | None = member("VirtualMachineMemory", "VmMemory", "2.1", "docs dump hcsshim hcs-rs")
    virtual_nodes: Sequence[VirtualNodeInfo] | None = member("VirtualNodes", "array<VirtualNodeInfo>", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class VmMemory(Document, published="hcs.VmMemory", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Amounts of memory of a running machine."""

    available_memory: int | None = member("AvailableMemory", "int32", "2.1", "docs dump hcsshim hcs-rs")
    available_memory_buffer: int | None = member("AvailableMemoryBuffer", "int32", "2.1", "docs dump hcsshim hcs-rs")
    reserved_memory: int | None = member("ReservedMemory", "uint64", "2.1", "docs dump hcsshim hcs-rs")
    assigned_memory: int | None = member("AssignedMemory", "uint64", "2.1", "docs dump hcsshim hcs-rs")
    slp_active: bool | None = member("SlpActive", "bool", "2.1", "docs dump hcsshim hcs-rs")
    balancing_enabled: bool | None = member("BalancingEnabled", "bool", "2.1", "docs dump hcsshim hcs-rs")
    dm_operation_in_progress: bool | None = member("DmOperationInProgress", "bool", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class VirtualNodeInfo(Document, published="hcs.VirtualNodeInfo", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Use of one virtual NUMA node."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 4 rows).
    virtual_node_index: int | None = member("VirtualNodeIndex", "uint8", "2.1", "docs dump hcsshim hcs-rs")
    physical_node_number: int | None = member("PhysicalNodeNumber", "uint8", "2.1", "docs dump hcsshim hcs-rs")
    virtual_processor_count: int | None = member("VirtualProcessorCount", "uint32", "2.1", "docs dump hcsshim hcs-rs")
    memory_usage_in_pages: int | None = member("MemoryUsageInPages", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="pages")
