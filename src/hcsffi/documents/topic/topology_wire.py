"""Reading and writing: memory, processors and their statistics.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, integer, later, leftover, merged, open_value, plain, timestamp
from hcsffi.documents.topic.topology import MemoryBackingPageSize, MemoryBackingType, MemoryInformationForVm, MemoryStats, Numa, NumaNode, NumaNodeMemory, NumaNodeProcessor, NumaSetting, Range, Statistics, StorageStats, Topology, VirtualMachineMemory, VirtualNodeInfo, VirtualSlitType, VmMemory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

memory_information_for_vm_draft = draft(MemoryInformationForVm)
memory_stats_draft = draft(MemoryStats)
numa_draft = draft(Numa)
numa_node_draft = draft(NumaNode)
numa_node_memory_draft = draft(NumaNodeMemory)
numa_node_processor_draft = draft(NumaNodeProcessor)
numa_setting_draft = draft(NumaSetting)
range_draft = draft(Range)
statistics_draft = draft(Statistics)
storage_stats_draft = draft(StorageStats)
topology_draft = draft(Topology)
virtual_machine_memory_draft = draft(VirtualMachineMemory)
virtual_node_info_draft = draft(VirtualNodeInfo)
vm_memory_draft = draft(VmMemory)
known_memory_backing_page_size = MemoryBackingPageSize._value2member_map_.get
known_memory_backing_type = MemoryBackingType._value2member_map_.get
known_virtual_slit_type = VirtualSlitType._value2member_map_.get
read_processor_stats = later("hcsffi.documents.topic.processor_wire", "read_processor_stats", globals())
read_virtual_machine_processor = later("hcsffi.documents.topic.processor_wire", "read_virtual_machine_processor", globals())
write_processor_stats = later("hcsffi.documents.topic.processor_wire", "write_processor_stats", globals())
write_virtual_machine_processor = later("hcsffi.documents.topic.processor_wire", "write_virtual_machine_processor", globals())


def read_memory_information_for_vm(d: Any) -> Any:
    """A `MemoryInformationForVm` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = memory_information_for_vm_draft()
    n = 0
    if "VirtualNodeCount" in d:
        n += 1
        v = d["VirtualNodeCount"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.virtual_node_count = v
    else:
        o.virtual_node_count = None
    if "VirtualMachineMemory" in d:
        n += 1
        v = d["VirtualMachineMemory"]
        if v is not None:
            v = read_vm_memory(v)
        o.virtual_machine_memory = v
    else:
        o.virtual_machine_memory = None
    if "VirtualNodes" in d:
        n += 1
        v = d["VirtualNodes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_virtual_node_info(x))
            v = r
        o.virtual_nodes = v
    else:
        o.virtual_nodes = None
    o.unknown_members = leftover(MemoryInformationForVm, d) if n != len(d) else None
    o.__class__ = MemoryInformationForVm
    return o


def write_memory_information_for_vm(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MemoryInformationForVm`."""
    d0: Any
    d1: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.virtual_node_count is not None:
        d0["VirtualNodeCount"] = o.virtual_node_count
    v0 = o.virtual_machine_memory
    if v0 is not None:
        d1 = {}
        if v0.available_memory is not None:
            d1["AvailableMemory"] = v0.available_memory
        if v0.available_memory_buffer is not None:
            d1["AvailableMemoryBuffer"] = v0.available_memory_buffer
        if v0.reserved_memory is not None:
            d1["ReservedMemory"] = v0.reserved_memory
        if v0.assigned_memory is not None:
            d1["AssignedMemory"] = v0.assigned_memory
        if v0.slp_active is not None:
            d1["SlpActive"] = v0.slp_active
        if v0.balancing_enabled is not None:
            d1["BalancingEnabled"] = v0.balancing_enabled
        if v0.dm_operation_in_progress is not None:
            d1["DmOperationInProgress"] = v0.dm_operation_in_progress
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VirtualMachineMemory"] = d1
    v0 = o.virtual_nodes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.virtual_node_index is not None:
                d2["VirtualNodeIndex"] = x1.virtual_node_index
            if x1.physical_node_number is not None:
                d2["PhysicalNodeNumber"] = x1.physical_node_number
            if x1.virtual_processor_count is not None:
                d2["VirtualProcessorCount"] = x1.virtual_processor_count
            if x1.memory_usage_in_pages is not None:
                d2["MemoryUsageInPages"] = x1.memory_usage_in_pages
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["VirtualNodes"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_memory_stats(d: Any) -> Any:
    """A `MemoryStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = memory_stats_draft()
    n = 0
    if "MemoryUsageCommitBytes" in d:
        n += 1
        v = d["MemoryUsageCommitBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_usage_commit_bytes = v
    else:
        o.memory_usage_commit_bytes = None
    if "MemoryUsageCommitPeakBytes" in d:
        n += 1
        v = d["MemoryUsageCommitPeakBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_usage_commit_peak_bytes = v
    else:
        o.memory_usage_commit_peak_bytes = None
    if "MemoryUsagePrivateWorkingSetBytes" in d:
        n += 1
        v = d["MemoryUsagePrivateWorkingSetBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_usage_private_working_set_bytes = v
    else:
        o.memory_usage_private_working_set_bytes = None
    o.unknown_members = leftover(MemoryStats, d) if n != len(d) else None
    o.__class__ = MemoryStats
    return o


def write_memory_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MemoryStats`."""
    d0: Any
    d0 = {}
    if o.memory_usage_commit_bytes is not None:
        d0["MemoryUsageCommitBytes"] = o.memory_usage_commit_bytes
    if o.memory_usage_commit_peak_bytes is not None:
        d0["MemoryUsageCommitPeakBytes"] = o.memory_usage_commit_peak_bytes
    if o.memory_usage_private_working_set_bytes is not None:
        d0["MemoryUsagePrivateWorkingSetBytes"] = o.memory_usage_private_working_set_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa(d: Any) -> Any:
    """A `Numa` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = numa_draft()
    n = 0
    if "VirtualNodeCount" in d:
        n += 1
        v = d["VirtualNodeCount"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.virtual_node_count = v
    else:
        o.virtual_node_count = None
    if "PreferredPhysicalNodes" in d:
        n += 1
        v = d["PreferredPhysicalNodes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, -9223372036854775808, 9223372036854775807))
            v = r
        o.preferred_physical_nodes = v
    else:
        o.preferred_physical_nodes = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_numa_setting(x))
            v = r
        o.settings = v
    else:
        o.settings = None
    if "MaxSizePerNode" in d:
        n += 1
        v = d["MaxSizePerNode"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.max_size_per_node = v
    else:
        o.max_size_per_node = None
    o.unknown_members = leftover(Numa, d) if n != len(d) else None
    o.__class__ = Numa
    return o


def write_numa(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Numa`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.virtual_node_count is not None:
        d0["VirtualNodeCount"] = o.virtual_node_count
    v0 = o.preferred_physical_nodes
    if v0 is not None:
        d0["PreferredPhysicalNodes"] = [*v0]
    v0 = o.settings
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.virtual_node_number is not None:
                d2["VirtualNodeNumber"] = x1.virtual_node_number
            if x1.physical_node_number is not None:
                d2["PhysicalNodeNumber"] = x1.physical_node_number
            if x1.virtual_socket_number is not None:
                d2["VirtualSocketNumber"] = x1.virtual_socket_number
            if x1.count_of_processors is not None:
                d2["CountOfProcessors"] = x1.count_of_processors
            if x1.count_of_memory_blocks is not None:
                d2["CountOfMemoryBlocks"] = x1.count_of_memory_blocks
            v2 = x1.memory_backing_type
            if v2 is not None:
                d2["MemoryBackingType"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Settings"] = r1
    if o.max_size_per_node is not None:
        d0["MaxSizePerNode"] = o.max_size_per_node
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa_node(d: Any) -> Any:
    """A `NumaNode` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = numa_node_draft()
    n = 0
    if "VirtualNodeIndex" in d:
        n += 1
        v = d["VirtualNodeIndex"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.virtual_node_index = v
    else:
        o.virtual_node_index = None
    if "PhysicalNodeIndex" in d:
        n += 1
        v = d["PhysicalNodeIndex"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.physical_node_index = v
    else:
        o.physical_node_index = None
    o.unknown_members = leftover(NumaNode, d) if n != len(d) else None
    o.__class__ = NumaNode
    return o


def write_numa_node(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NumaNode`."""
    d0: Any
    d0 = {}
    if o.virtual_node_index is not None:
        d0["VirtualNodeIndex"] = o.virtual_node_index
    if o.physical_node_index is not None:
        d0["PhysicalNodeIndex"] = o.physical_node_index
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa_node_memory(d: Any) -> Any:
    """A `NumaNodeMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = numa_node_memory_draft()
    n = 0
    if "TotalConsumableMemoryInPages" in d:
        n += 1
        v = d["TotalConsumableMemoryInPages"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.total_consumable_memory_in_pages = v
    else:
        o.total_consumable_memory_in_pages = None
    if "AvailableMemoryInPages" in d:
        n += 1
        v = d["AvailableMemoryInPages"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.available_memory_in_pages = v
    else:
        o.available_memory_in_pages = None
    o.unknown_members = leftover(NumaNodeMemory, d) if n != len(d) else None
    o.__class__ = NumaNodeMemory
    return o


def write_numa_node_memory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NumaNodeMemory`."""
    d0: Any
    d0 = {}
    if o.total_consumable_memory_in_pages is not None:
        d0["TotalConsumableMemoryInPages"] = o.total_consumable_memory_in_pages
    if o.available_memory_in_pages is not None:
        d0["AvailableMemoryInPages"] = o.available_memory_in_pages
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa_node_processor(d: Any) -> Any:
    """A `NumaNodeProcessor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = numa_node_processor_draft()
    n = 0
    if "TotalAssignedProcessors" in d:
        n += 1
        v = d["TotalAssignedProcessors"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.total_assigned_processors = v
    else:
        o.total_assigned_processors = None
    if "TotalAvailableProcessors" in d:
        n += 1
        v = d["TotalAvailableProcessors"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.total_available_processors = v
    else:
        o.total_available_processors = None
    o.unknown_members = leftover(NumaNodeProcessor, d) if n != len(d) else None
    o.__class__ = NumaNodeProcessor
    return o


def write_numa_node_processor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NumaNodeProcessor`."""
    d0: Any
    d0 = {}
    if o.total_assigned_processors is not None:
        d0["TotalAssignedProcessors"] = o.total_assigned_processors
    if o.total_available_processors is not None:
        d0["TotalAvailableProcessors"] = o.total_available_processors
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa_setting(d: Any) -> Any:
    """A `NumaSetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = numa_setting_draft()
    n = 0
    if "VirtualNodeNumber" in d:
        n += 1
        v = d["VirtualNodeNumber"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.virtual_node_number = v
    else:
        o.virtual_node_number = None
    if "PhysicalNodeNumber" in d:
        n += 1
        v = d["PhysicalNodeNumber"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.physical_node_number = v
    else:
        o.physical_node_number = None
    if "VirtualSocketNumber" in d:
        n += 1
        v = d["VirtualSocketNumber"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.virtual_socket_number = v
    else:
        o.virtual_socket_number = None
    if "CountOfProcessors" in d:
        n += 1
        v = d["CountOfProcessors"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.count_of_processors = v
    else:
        o.count_of_processors = None
    if "CountOfMemoryBlocks" in d:
        n += 1
        v = d["CountOfMemoryBlocks"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.count_of_memory_blocks = v
    else:
        o.count_of_memory_blocks = None
    if "MemoryBackingType" in d:
        n += 1
        v = d["MemoryBackingType"]
        if type(v) is str:
            v = known_memory_backing_type(v, v)
        elif v is not None:
            raise Mismatch
        o.memory_backing_type = v
    else:
        o.memory_backing_type = None
    o.unknown_members = leftover(NumaSetting, d) if n != len(d) else None
    o.__class__ = NumaSetting
    return o


def write_numa_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NumaSetting`."""
    d0: Any
    d0 = {}
    if o.virtual_node_number is not None:
        d0["VirtualNodeNumber"] = o.virtual_node_number
    if o.physical_node_number is not None:
        d0["PhysicalNodeNumber"] = o.physical_node_number
    if o.virtual_socket_number is not None:
        d0["VirtualSocketNumber"] = o.virtual_socket_number
    if o.count_of_processors is not None:
        d0["CountOfProcessors"] = o.count_of_processors
    if o.count_of_memory_blocks is not None:
        d0["CountOfMemoryBlocks"] = o.count_of_memory_blocks
    v0 = o.memory_backing_type
    if v0 is not None:
        d0["MemoryBackingType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_range(d: Any) -> Any:
    """A `Range` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = range_draft()
    n = 0
    if "max" in d:
        n += 1
        v = d["max"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.max = v
    else:
        o.max = None
    o.unknown_members = leftover(Range, d) if n != len(d) else None
    o.__class__ = Range
    return o


def write_range(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Range`."""
    d0: Any
    d0 = {}
    if o.max is not None:
        d0["max"] = o.max
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_statistics(d: Any) -> Any:
    """A `Statistics` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = statistics_draft()
    n = 0
    if "Timestamp" in d:
        n += 1
        v = d["Timestamp"]
        if v is not None:
            v = timestamp(v)
        o.timestamp = v
    else:
        o.timestamp = None
    if "ContainerStartTime" in d:
        n += 1
        v = d["ContainerStartTime"]
        if v is not None:
            v = timestamp(v)
        o.container_start_time = v
    else:
        o.container_start_time = None
    if "Uptime100ns" in d:
        n += 1
        v = d["Uptime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.uptime_100ns = v
    else:
        o.uptime_100ns = None
    if "Processor" in d:
        n += 1
        v = d["Processor"]
        if v is not None:
            v = read_processor_stats(v)
        o.processor = v
    else:
        o.processor = None
    if "Memory" in d:
        n += 1
        v = d["Memory"]
        if v is not None:
            v = read_memory_stats(v)
        o.memory = v
    else:
        o.memory = None
    if "Storage" in d:
        n += 1
        v = d["Storage"]
        if v is not None:
            v = read_storage_stats(v)
        o.storage = v
    else:
        o.storage = None
    if "Network" in d:
        n += 1
        v = d["Network"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(open_value(x))
            v = r
        o.network = v
    else:
        o.network = None
    o.unknown_members = leftover(Statistics, d) if n != len(d) else None
    o.__class__ = Statistics
    return o


def write_statistics(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Statistics`."""
    d0: Any
    d1: Any
    r1: Any
    d0 = {}
    v0 = o.timestamp
    if v0 is not None:
        d0["Timestamp"] = str(v0)
    v0 = o.container_start_time
    if v0 is not None:
        d0["ContainerStartTime"] = str(v0)
    if o.uptime_100ns is not None:
        d0["Uptime100ns"] = o.uptime_100ns
    v0 = o.processor
    if v0 is not None:
        d0["Processor"] = write_processor_stats(v0, settle)
    v0 = o.memory
    if v0 is not None:
        d1 = {}
        if v0.memory_usage_commit_bytes is not None:
            d1["MemoryUsageCommitBytes"] = v0.memory_usage_commit_bytes
        if v0.memory_usage_commit_peak_bytes is not None:
            d1["MemoryUsageCommitPeakBytes"] = v0.memory_usage_commit_peak_bytes
        if v0.memory_usage_private_working_set_bytes is not None:
            d1["MemoryUsagePrivateWorkingSetBytes"] = v0.memory_usage_private_working_set_bytes
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Memory"] = d1
    v0 = o.storage
    if v0 is not None:
        d1 = {}
        if v0.read_count_normalized is not None:
            d1["ReadCountNormalized"] = v0.read_count_normalized
        if v0.read_size_bytes is not None:
            d1["ReadSizeBytes"] = v0.read_size_bytes
        if v0.write_count_normalized is not None:
            d1["WriteCountNormalized"] = v0.write_count_normalized
        if v0.write_size_bytes is not None:
            d1["WriteSizeBytes"] = v0.write_size_bytes
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Storage"] = d1
    v0 = o.network
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Network"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_storage_stats(d: Any) -> Any:
    """A `StorageStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = storage_stats_draft()
    n = 0
    if "ReadCountNormalized" in d:
        n += 1
        v = d["ReadCountNormalized"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.read_count_normalized = v
    else:
        o.read_count_normalized = None
    if "ReadSizeBytes" in d:
        n += 1
        v = d["ReadSizeBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.read_size_bytes = v
    else:
        o.read_size_bytes = None
    if "WriteCountNormalized" in d:
        n += 1
        v = d["WriteCountNormalized"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.write_count_normalized = v
    else:
        o.write_count_normalized = None
    if "WriteSizeBytes" in d:
        n += 1
        v = d["WriteSizeBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.write_size_bytes = v
    else:
        o.write_size_bytes = None
    o.unknown_members = leftover(StorageStats, d) if n != len(d) else None
    o.__class__ = StorageStats
    return o


def write_storage_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `StorageStats`."""
    d0: Any
    d0 = {}
    if o.read_count_normalized is not None:
        d0["ReadCountNormalized"] = o.read_count_normalized
    if o.read_size_bytes is not None:
        d0["ReadSizeBytes"] = o.read_size_bytes
    if o.write_count_normalized is not None:
        d0["WriteCountNormalized"] = o.write_count_normalized
    if o.write_size_bytes is not None:
        d0["WriteSizeBytes"] = o.write_size_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_topology(d: Any) -> Any:
    """A `Topology` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = topology_draft()
    n = 0
    if "Memory" in d:
        n += 1
        v = d["Memory"]
        if v is not None:
            v = read_virtual_machine_memory(v)
        o.memory = v
    else:
        o.memory = None
    if "Processor" in d:
        n += 1
        v = d["Processor"]
        if v is not None:
            v = read_virtual_machine_processor(v)
        o.processor = v
    else:
        o.processor = None
    if "Numa" in d:
        n += 1
        v = d["Numa"]
        if v is not None:
            v = read_numa(v)
        o.numa = v
    else:
        o.numa = None
    o.unknown_members = leftover(Topology, d) if n != len(d) else None
    o.__class__ = Topology
    return o


def write_topology(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Topology`."""
    d0: Any
    d1: Any
    d3: Any
    r2: Any
    d0 = {}
    v0 = o.memory
    if v0 is not None:
        d1 = {}
        if v0.size_in_mb is not None:
            d1["SizeInMB"] = v0.size_in_mb
        if v0.allow_overcommit is not None:
            d1["AllowOvercommit"] = v0.allow_overcommit
        v1 = v0.backing_page_size
        if v1 is not None:
            d1["BackingPageSize"] = v1 if settle is None else settle(v1)
        if v0.fault_cluster_size_shift is not None:
            d1["FaultClusterSizeShift"] = v0.fault_cluster_size_shift
        if v0.direct_map_fault_cluster_size_shift is not None:
            d1["DirectMapFaultClusterSizeShift"] = v0.direct_map_fault_cluster_size_shift
        if v0.pin_backing_pages is not None:
            d1["PinBackingPages"] = v0.pin_backing_pages
        if v0.forbid_small_backing_pages is not None:
            d1["ForbidSmallBackingPages"] = v0.forbid_small_backing_pages
        if v0.enable_hot_hint is not None:
            d1["EnableHotHint"] = v0.enable_hot_hint
        if v0.enable_cold_hint is not None:
            d1["EnableColdHint"] = v0.enable_cold_hint
        if v0.enable_cold_discard_hint is not None:
            d1["EnableColdDiscardHint"] = v0.enable_cold_discard_hint
        if v0.enable_deferred_commit is not None:
            d1["EnableDeferredCommit"] = v0.enable_deferred_commit
        if v0.low_mmio_gap_in_mb is not None:
            d1["LowMmioGapInMB"] = v0.low_mmio_gap_in_mb
        if v0.high_mmio_base_in_mb is not None:
            d1["HighMmioBaseInMB"] = v0.high_mmio_base_in_mb
        if v0.high_mmio_gap_in_mb is not None:
            d1["HighMmioGapInMB"] = v0.high_mmio_gap_in_mb
        v1 = v0.backing
        if v1 is not None:
            d1["Backing"] = v1 if settle is None else settle(v1)
        v1 = v0.slit_type
        if v1 is not None:
            d1["SlitType"] = v1 if settle is None else settle(v1)
        if v0.hosting_process_name_suffix is not None:
            d1["HostingProcessNameSuffix"] = v0.hosting_process_name_suffix
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Memory"] = d1
    v0 = o.processor
    if v0 is not None:
        d0["Processor"] = write_virtual_machine_processor(v0, settle)
    v0 = o.numa
    if v0 is not None:
        d1 = {}
        if v0.virtual_node_count is not None:
            d1["VirtualNodeCount"] = v0.virtual_node_count
        v1 = v0.preferred_physical_nodes
        if v1 is not None:
            d1["PreferredPhysicalNodes"] = [*v1]
        v1 = v0.settings
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.virtual_node_number is not None:
                    d3["VirtualNodeNumber"] = x2.virtual_node_number
                if x2.physical_node_number is not None:
                    d3["PhysicalNodeNumber"] = x2.physical_node_number
                if x2.virtual_socket_number is not None:
                    d3["VirtualSocketNumber"] = x2.virtual_socket_number
                if x2.count_of_processors is not None:
                    d3["CountOfProcessors"] = x2.count_of_processors
                if x2.count_of_memory_blocks is not None:
                    d3["CountOfMemoryBlocks"] = x2.count_of_memory_blocks
                v3 = x2.memory_backing_type
                if v3 is not None:
                    d3["MemoryBackingType"] = v3 if settle is None else settle(v3)
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["Settings"] = r2
        if v0.max_size_per_node is not None:
            d1["MaxSizePerNode"] = v0.max_size_per_node
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Numa"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_machine_memory(d: Any) -> Any:
    """A `VirtualMachineMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_machine_memory_draft()
    n = 0
    if "SizeInMB" in d:
        n += 1
        v = d["SizeInMB"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.size_in_mb = v
    else:
        o.size_in_mb = None
    if "AllowOvercommit" in d:
        n += 1
        v = d["AllowOvercommit"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_overcommit = v
    else:
        o.allow_overcommit = None
    if "BackingPageSize" in d:
        n += 1
        v = d["BackingPageSize"]
        if type(v) is str:
            v = known_memory_backing_page_size(v, v)
        elif v is not None:
            raise Mismatch
        o.backing_page_size = v
    else:
        o.backing_page_size = None
    if "FaultClusterSizeShift" in d:
        n += 1
        v = d["FaultClusterSizeShift"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.fault_cluster_size_shift = v
    else:
        o.fault_cluster_size_shift = None
    if "DirectMapFaultClusterSizeShift" in d:
        n += 1
        v = d["DirectMapFaultClusterSizeShift"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.direct_map_fault_cluster_size_shift = v
    else:
        o.direct_map_fault_cluster_size_shift = None
    if "PinBackingPages" in d:
        n += 1
        v = d["PinBackingPages"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.pin_backing_pages = v
    else:
        o.pin_backing_pages = None
    if "ForbidSmallBackingPages" in d:
        n += 1
        v = d["ForbidSmallBackingPages"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.forbid_small_backing_pages = v
    else:
        o.forbid_small_backing_pages = None
    if "EnableHotHint" in d:
        n += 1
        v = d["EnableHotHint"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_hot_hint = v
    else:
        o.enable_hot_hint = None
    if "EnableColdHint" in d:
        n += 1
        v = d["EnableColdHint"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_cold_hint = v
    else:
        o.enable_cold_hint = None
    if "EnableColdDiscardHint" in d:
        n += 1
        v = d["EnableColdDiscardHint"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_cold_discard_hint = v
    else:
        o.enable_cold_discard_hint = None
    if "EnableDeferredCommit" in d:
        n += 1
        v = d["EnableDeferredCommit"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_deferred_commit = v
    else:
        o.enable_deferred_commit = None
    if "LowMmioGapInMB" in d:
        n += 1
        v = d["LowMmioGapInMB"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.low_mmio_gap_in_mb = v
    else:
        o.low_mmio_gap_in_mb = None
    if "HighMmioBaseInMB" in d:
        n += 1
        v = d["HighMmioBaseInMB"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.high_mmio_base_in_mb = v
    else:
        o.high_mmio_base_in_mb = None
    if "HighMmioGapInMB" in d:
        n += 1
        v = d["HighMmioGapInMB"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.high_mmio_gap_in_mb = v
    else:
        o.high_mmio_gap_in_mb = None
    if "Backing" in d:
        n += 1
        v = d["Backing"]
        if type(v) is str:
            v = known_memory_backing_type(v, v)
        elif v is not None:
            raise Mismatch
        o.backing = v
    else:
        o.backing = None
    if "SlitType" in d:
        n += 1
        v = d["SlitType"]
        if type(v) is str:
            v = known_virtual_slit_type(v, v)
        elif v is not None:
            raise Mismatch
        o.slit_type = v
    else:
        o.slit_type = None
    if "HostingProcessNameSuffix" in d:
        n += 1
        v = d["HostingProcessNameSuffix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hosting_process_name_suffix = v
    else:
        o.hosting_process_name_suffix = None
    o.unknown_members = leftover(VirtualMachineMemory, d) if n != len(d) else None
    o.__class__ = VirtualMachineMemory
    return o


def write_virtual_machine_memory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualMachineMemory`."""
    d0: Any
    d0 = {}
    if o.size_in_mb is not None:
        d0["SizeInMB"] = o.size_in_mb
    if o.allow_overcommit is not None:
        d0["AllowOvercommit"] = o.allow_overcommit
    v0 = o.backing_page_size
    if v0 is not None:
        d0["BackingPageSize"] = v0 if settle is None else settle(v0)
    if o.fault_cluster_size_shift is not None:
        d0["FaultClusterSizeShift"] = o.fault_cluster_size_shift
    if o.direct_map_fault_cluster_size_shift is not None:
        d0["DirectMapFaultClusterSizeShift"] = o.direct_map_fault_cluster_size_shift
    if o.pin_backing_pages is not None:
        d0["PinBackingPages"] = o.pin_backing_pages
    if o.forbid_small_backing_pages is not None:
        d0["ForbidSmallBackingPages"] = o.forbid_small_backing_pages
    if o.enable_hot_hint is not None:
        d0["EnableHotHint"] = o.enable_hot_hint
    if o.enable_cold_hint is not None:
        d0["EnableColdHint"] = o.enable_cold_hint
    if o.enable_cold_discard_hint is not None:
        d0["EnableColdDiscardHint"] = o.enable_cold_discard_hint
    if o.enable_deferred_commit is not None:
        d0["EnableDeferredCommit"] = o.enable_deferred_commit
    if o.low_mmio_gap_in_mb is not None:
        d0["LowMmioGapInMB"] = o.low_mmio_gap_in_mb
    if o.high_mmio_base_in_mb is not None:
        d0["HighMmioBaseInMB"] = o.high_mmio_base_in_mb
    if o.high_mmio_gap_in_mb is not None:
        d0["HighMmioGapInMB"] = o.high_mmio_gap_in_mb
    v0 = o.backing
    if v0 is not None:
        d0["Backing"] = v0 if settle is None else settle(v0)
    v0 = o.slit_type
    if v0 is not None:
        d0["SlitType"] = v0 if settle is None else settle(v0)
    if o.hosting_process_name_suffix is not None:
        d0["HostingProcessNameSuffix"] = o.hosting_process_name_suffix
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_node_info(d: Any) -> Any:
    """A `VirtualNodeInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_node_info_draft()
    n = 0
    if "VirtualNodeIndex" in d:
        n += 1
        v = d["VirtualNodeIndex"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.virtual_node_index = v
    else:
        o.virtual_node_index = None
    if "PhysicalNodeNumber" in d:
        n += 1
        v = d["PhysicalNodeNumber"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.physical_node_number = v
    else:
        o.physical_node_number = None
    if "VirtualProcessorCount" in d:
        n += 1
        v = d["VirtualProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.virtual_processor_count = v
    else:
        o.virtual_processor_count = None
    if "MemoryUsageInPages" in d:
        n += 1
        v = d["MemoryUsageInPages"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_usage_in_pages = v
    else:
        o.memory_usage_in_pages = None
    o.unknown_members = leftover(VirtualNodeInfo, d) if n != len(d) else None
    o.__class__ = VirtualNodeInfo
    return o


def write_virtual_node_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualNodeInfo`."""
    d0: Any
    d0 = {}
    if o.virtual_node_index is not None:
        d0["VirtualNodeIndex"] = o.virtual_node_index
    if o.physical_node_number is not None:
        d0["PhysicalNodeNumber"] = o.physical_node_number
    if o.virtual_processor_count is not None:
        d0["VirtualProcessorCount"] = o.virtual_processor_count
    if o.memory_usage_in_pages is not None:
        d0["MemoryUsageInPages"] = o.memory_usage_in_pages
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vm_memory(d: Any) -> Any:
    """A `VmMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vm_memory_draft()
    n = 0
    if "AvailableMemory" in d:
        n += 1
        v = d["AvailableMemory"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.available_memory = v
    else:
        o.available_memory = None
    if "AvailableMemoryBuffer" in d:
        n += 1
        v = d["AvailableMemoryBuffer"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.available_memory_buffer = v
    else:
        o.available_memory_buffer = None
    if "ReservedMemory" in d:
        n += 1
        v = d["ReservedMemory"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.reserved_memory = v
    else:
        o.reserved_memory = None
    if "AssignedMemory" in d:
        n += 1
        v = d["AssignedMemory"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.assigned_memory = v
    else:
        o.assigned_memory = None
    if "SlpActive" in d:
        n += 1
        v = d["SlpActive"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.slp_active = v
    else:
        o.slp_active = None
    if "BalancingEnabled" in d:
        n += 1
        v = d["BalancingEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.balancing_enabled = v
    else:
        o.balancing_enabled = None
    if "DmOperationInProgress" in d:
        n += 1
        v = d["DmOperationInProgress"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.dm_operation_in_progress = v
    else:
        o.dm_operation_in_progress = None
    o.unknown_members = leftover(VmMemory, d) if n != len(d) else None
    o.__class__ = VmMemory
    return o


def write_vm_memory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VmMemory`."""
    d0: Any
    d0 = {}
    if o.available_memory is not None:
        d0["AvailableMemory"] = o.available_memory
    if o.available_memory_buffer is not None:
        d0["AvailableMemoryBuffer"] = o.available_memory_buffer
    if o.reserved_memory is not None:
        d0["ReservedMemory"] = o.reserved_memory
    if o.assigned_memory is not None:
        d0["AssignedMemory"] = o.assigned_memory
    if o.slp_active is not None:
        d0["SlpActive"] = o.slp_active
    if o.balancing_enabled is not None:
        d0["BalancingEnabled"] = o.balancing_enabled
    if o.dm_operation_in_progress is not None:
        d0["DmOperationInProgress"] = o.dm_operation_in_progress
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.MemoryInformationForVm": (read_memory_information_for_vm, write_memory_information_for_vm),
    "hcs.MemoryStats": (read_memory_stats, write_memory_stats),
    "hcs.Numa": (read_numa, write_numa),
    "hcs.NumaNode": (read_numa_node, write_numa_node),
    "hcs.NumaNodeMemory": (read_numa_node_memory, write_numa_node_memory),
    "hcs.NumaNodeProcessor": (read_numa_node_processor, write_numa_node_processor),
    "hcs.NumaSetting": (read_numa_setting, write_numa_setting),
    "hcs.Range": (read_range, write_range),
    "hcs.Statistics": (read_statistics, write_statistics),
    "hcs.StorageStats": (read_storage_stats, write_storage_stats),
    "hcs.Topology": (read_topology, write_topology),
    "hcs.VirtualMachine_Memory": (read_virtual_machine_memory, write_virtual_machine_memory),
    "hcs.VirtualNodeInfo": (read_virtual_node_info, write_virtual_node_info),
    "hcs.VmMemory": (read_vm_memory, write_vm_memory),
}
"""Reader and writer of each type, by published name."""
