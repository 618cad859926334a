"""Reading and writing: processor features.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, integer, known_text, later, leftover, merged
from hcsffi.documents.topic.processor import CpuGroup, CpuGroupAffinity, CpuGroupConfig, CpuGroupConfigurations, CpuGroupProperty, IdleProcessorsRequest, LogicalProcessor, NonArchitecturalCoreSharing, NumaProcessors, ProcessorCapabilitiesInfo, ProcessorFeature, ProcessorFeatureSet, ProcessorFeatureSetMode, ProcessorLimits, ProcessorStats, ProcessorTopology, SystemProcessorModificationRequest, VirtualMachineProcessor, VmProcessorRequirements, XsaveProcessorFeature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

cpu_group_draft = draft(CpuGroup)
cpu_group_affinity_draft = draft(CpuGroupAffinity)
cpu_group_config_draft = draft(CpuGroupConfig)
cpu_group_configurations_draft = draft(CpuGroupConfigurations)
cpu_group_property_draft = draft(CpuGroupProperty)
idle_processors_request_draft = draft(IdleProcessorsRequest)
logical_processor_draft = draft(LogicalProcessor)
numa_processors_draft = draft(NumaProcessors)
processor_capabilities_info_draft = draft(ProcessorCapabilitiesInfo)
processor_feature_set_draft = draft(ProcessorFeatureSet)
processor_limits_draft = draft(ProcessorLimits)
processor_stats_draft = draft(ProcessorStats)
processor_topology_draft = draft(ProcessorTopology)
system_processor_modification_request_draft = draft(SystemProcessorModificationRequest)
virtual_machine_processor_draft = draft(VirtualMachineProcessor)
vm_processor_requirements_draft = draft(VmProcessorRequirements)
known_non_architectural_core_sharing = NonArchitecturalCoreSharing._value2member_map_.get
known_processor_feature = ProcessorFeature._value2member_map_.get
known_processor_feature_set_mode = ProcessorFeatureSetMode._value2member_map_.get
known_xsave_processor_feature = XsaveProcessorFeature._value2member_map_.get
read_range = later("hcsffi.documents.topic.topology_wire", "read_range", globals())
read_subnode = later("hcsffi.documents.topic.system_wire", "read_subnode", globals())
write_range = later("hcsffi.documents.topic.topology_wire", "write_range", globals())
write_subnode = later("hcsffi.documents.topic.system_wire", "write_subnode", globals())


def read_cpu_group(d: Any) -> Any:
    """A `CpuGroup` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cpu_group_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(CpuGroup, d) if n != len(d) else None
    o.__class__ = CpuGroup
    return o


def write_cpu_group(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CpuGroup`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cpu_group_affinity(d: Any) -> Any:
    """A `CpuGroupAffinity` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = cpu_group_affinity_draft()
    n = 0
    if "LogicalProcessorCount" in d:
        n += 1
        v = d["LogicalProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.logical_processor_count = v
    else:
        o.logical_processor_count = None
    if "LogicalProcessors" in d:
        n += 1
        v = d["LogicalProcessors"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 4294967295))
            v = r
        o.logical_processors = v
    else:
        o.logical_processors = None
    o.unknown_members = leftover(CpuGroupAffinity, d) if n != len(d) else None
    o.__class__ = CpuGroupAffinity
    return o


def write_cpu_group_affinity(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CpuGroupAffinity`."""
    d0: Any
    d0 = {}
    if o.logical_processor_count is not None:
        d0["LogicalProcessorCount"] = o.logical_processor_count
    v0 = o.logical_processors
    if v0 is not None:
        d0["LogicalProcessors"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cpu_group_config(d: Any) -> Any:
    """A `CpuGroupConfig` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = cpu_group_config_draft()
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.group_id = v
    else:
        o.group_id = None
    if "Affinity" in d:
        n += 1
        v = d["Affinity"]
        if v is not None:
            v = read_cpu_group_affinity(v)
        o.affinity = v
    else:
        o.affinity = None
    if "GroupProperties" in d:
        n += 1
        v = d["GroupProperties"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_cpu_group_property(x))
            v = r
        o.group_properties = v
    else:
        o.group_properties = None
    if "HypervisorGroupId" in d:
        n += 1
        v = d["HypervisorGroupId"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.hypervisor_group_id = v
    else:
        o.hypervisor_group_id = None
    o.unknown_members = leftover(CpuGroupConfig, d) if n != len(d) else None
    o.__class__ = CpuGroupConfig
    return o


def write_cpu_group_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CpuGroupConfig`."""
    d0: Any
    d1: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.group_id is not None:
        d0["GroupId"] = o.group_id
    v0 = o.affinity
    if v0 is not None:
        d1 = {}
        if v0.logical_processor_count is not None:
            d1["LogicalProcessorCount"] = v0.logical_processor_count
        v1 = v0.logical_processors
        if v1 is not None:
            d1["LogicalProcessors"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Affinity"] = d1
    v0 = o.group_properties
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.property_code is not None:
                d2["PropertyCode"] = x1.property_code
            if x1.property_value is not None:
                d2["PropertyValue"] = x1.property_value
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["GroupProperties"] = r1
    if o.hypervisor_group_id is not None:
        d0["HypervisorGroupId"] = o.hypervisor_group_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cpu_group_configurations(d: Any) -> Any:
    """A `CpuGroupConfigurations` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = cpu_group_configurations_draft()
    n = 0
    if "CpuGroups" in d:
        n += 1
        v = d["CpuGroups"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_cpu_group_config(x))
            v = r
        o.cpu_groups = v
    else:
        o.cpu_groups = None
    o.unknown_members = leftover(CpuGroupConfigurations, d) if n != len(d) else None
    o.__class__ = CpuGroupConfigurations
    return o


def write_cpu_group_configurations(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CpuGroupConfigurations`."""
    d0: Any
    d2: Any
    d3: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.cpu_groups
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.group_id is not None:
                d2["GroupId"] = x1.group_id
            v2 = x1.affinity
            if v2 is not None:
                d3 = {}
                if v2.logical_processor_count is not None:
                    d3["LogicalProcessorCount"] = v2.logical_processor_count
                v3 = v2.logical_processors
                if v3 is not None:
                    d3["LogicalProcessors"] = [*v3]
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["Affinity"] = d3
            v2 = x1.group_properties
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.property_code is not None:
                        d4["PropertyCode"] = x3.property_code
                    if x3.property_value is not None:
                        d4["PropertyValue"] = x3.property_value
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["GroupProperties"] = r3
            if x1.hypervisor_group_id is not None:
                d2["HypervisorGroupId"] = x1.hypervisor_group_id
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["CpuGroups"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cpu_group_property(d: Any) -> Any:
    """A `CpuGroupProperty` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cpu_group_property_draft()
    n = 0
    if "PropertyCode" in d:
        n += 1
        v = d["PropertyCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.property_code = v
    else:
        o.property_code = None
    if "PropertyValue" in d:
        n += 1
        v = d["PropertyValue"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.property_value = v
    else:
        o.property_value = None
    o.unknown_members = leftover(CpuGroupProperty, d) if n != len(d) else None
    o.__class__ = CpuGroupProperty
    return o


def write_cpu_group_property(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CpuGroupProperty`."""
    d0: Any
    d0 = {}
    if o.property_code is not None:
        d0["PropertyCode"] = o.property_code
    if o.property_value is not None:
        d0["PropertyValue"] = o.property_value
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_idle_processors_request(d: Any) -> Any:
    """A `IdleProcessorsRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = idle_processors_request_draft()
    n = 0
    if "IdleProcessorCount" in d:
        n += 1
        v = d["IdleProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.idle_processor_count = v
    else:
        o.idle_processor_count = None
    o.unknown_members = leftover(IdleProcessorsRequest, d) if n != len(d) else None
    o.__class__ = IdleProcessorsRequest
    return o


def write_idle_processors_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IdleProcessorsRequest`."""
    d0: Any
    d0 = {}
    if o.idle_processor_count is not None:
        d0["IdleProcessorCount"] = o.idle_processor_count
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_logical_processor(d: Any) -> Any:
    """A `LogicalProcessor` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = logical_processor_draft()
    n = 0
    if "LpIndex" in d:
        n += 1
        v = d["LpIndex"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.lp_index = v
    else:
        o.lp_index = None
    if "NodeNumber" in d:
        n += 1
        v = d["NodeNumber"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.node_number = v
    else:
        o.node_number = None
    if "PackageId" in d:
        n += 1
        v = d["PackageId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.package_id = v
    else:
        o.package_id = None
    if "CoreId" in d:
        n += 1
        v = d["CoreId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.core_id = v
    else:
        o.core_id = None
    if "RootVpIndex" in d:
        n += 1
        v = d["RootVpIndex"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.root_vp_index = v
    else:
        o.root_vp_index = None
    if "Subnodes" in d:
        n += 1
        v = d["Subnodes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_subnode(x))
            v = r
        o.subnodes = v
    else:
        o.subnodes = None
    o.unknown_members = leftover(LogicalProcessor, d) if n != len(d) else None
    o.__class__ = LogicalProcessor
    return o


def write_logical_processor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LogicalProcessor`."""
    d0: Any
    r1: Any
    d0 = {}
    if o.lp_index is not None:
        d0["LpIndex"] = o.lp_index
    if o.node_number is not None:
        d0["NodeNumber"] = o.node_number
    if o.package_id is not None:
        d0["PackageId"] = o.package_id
    if o.core_id is not None:
        d0["CoreId"] = o.core_id
    if o.root_vp_index is not None:
        d0["RootVpIndex"] = o.root_vp_index
    v0 = o.subnodes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_subnode(x1, settle))
        d0["Subnodes"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_numa_processors(d: Any) -> Any:
    """A `NumaProcessors` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = numa_processors_draft()
    n = 0
    if "count_per_node" in d:
        n += 1
        v = d["count_per_node"]
        if v is not None:
            v = read_range(v)
        o.count_per_node = v
    else:
        o.count_per_node = None
    if "node_per_socket" in d:
        n += 1
        v = d["node_per_socket"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.node_per_socket = v
    else:
        o.node_per_socket = None
    o.unknown_members = leftover(NumaProcessors, d) if n != len(d) else None
    o.__class__ = NumaProcessors
    return o


def write_numa_processors(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NumaProcessors`."""
    d0: Any
    d0 = {}
    v0 = o.count_per_node
    if v0 is not None:
        d0["count_per_node"] = write_range(v0, settle)
    if o.node_per_socket is not None:
        d0["node_per_socket"] = o.node_per_socket
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_processor_capabilities_info(d: Any) -> Any:
    """A `ProcessorCapabilitiesInfo` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = processor_capabilities_info_draft()
    n = 0
    if "ProcessorFeatures" in d:
        n += 1
        v = d["ProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_processor_feature))
            v = r
        o.processor_features = v
    else:
        o.processor_features = None
    if "XsaveProcessorFeatures" in d:
        n += 1
        v = d["XsaveProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_xsave_processor_feature))
            v = r
        o.xsave_processor_features = v
    else:
        o.xsave_processor_features = None
    if "CacheLineFlushSize" in d:
        n += 1
        v = d["CacheLineFlushSize"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.cache_line_flush_size = v
    else:
        o.cache_line_flush_size = None
    if "ImplementedPhysicalAddressBits" in d:
        n += 1
        v = d["ImplementedPhysicalAddressBits"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.implemented_physical_address_bits = v
    else:
        o.implemented_physical_address_bits = None
    if "NonArchitecturalCoreSharing" in d:
        n += 1
        v = d["NonArchitecturalCoreSharing"]
        if type(v) is str:
            v = known_non_architectural_core_sharing(v, v)
        elif v is not None:
            raise Mismatch
        o.non_architectural_core_sharing = v
    else:
        o.non_architectural_core_sharing = None
    o.unknown_members = leftover(ProcessorCapabilitiesInfo, d) if n != len(d) else None
    o.__class__ = ProcessorCapabilitiesInfo
    return o


def write_processor_capabilities_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessorCapabilitiesInfo`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["ProcessorFeatures"] = r1
    v0 = o.xsave_processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["XsaveProcessorFeatures"] = r1
    if o.cache_line_flush_size is not None:
        d0["CacheLineFlushSize"] = o.cache_line_flush_size
    if o.implemented_physical_address_bits is not None:
        d0["ImplementedPhysicalAddressBits"] = o.implemented_physical_address_bits
    v0 = o.non_architectural_core_sharing
    if v0 is not None:
        d0["NonArchitecturalCoreSharing"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_processor_feature_set(d: Any) -> Any:
    """A `ProcessorFeatureSet` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = processor_feature_set_draft()
    n = 0
    if "ProcessorFeatures" in d:
        n += 1
        v = d["ProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_processor_feature))
            v = r
        o.processor_features = v
    else:
        o.processor_features = None
    if "XsaveProcessorFeatures" in d:
        n += 1
        v = d["XsaveProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_xsave_processor_feature))
            v = r
        o.xsave_processor_features = v
    else:
        o.xsave_processor_features = None
    if "ProcessorFeatureSetMode" in d:
        n += 1
        v = d["ProcessorFeatureSetMode"]
        if type(v) is str:
            v = known_processor_feature_set_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.processor_feature_set_mode = v
    else:
        o.processor_feature_set_mode = None
    o.unknown_members = leftover(ProcessorFeatureSet, d) if n != len(d) else None
    o.__class__ = ProcessorFeatureSet
    return o


def write_processor_feature_set(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessorFeatureSet`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["ProcessorFeatures"] = r1
    v0 = o.xsave_processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["XsaveProcessorFeatures"] = r1
    v0 = o.processor_feature_set_mode
    if v0 is not None:
        d0["ProcessorFeatureSetMode"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_processor_limits(d: Any) -> Any:
    """A `ProcessorLimits` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = processor_limits_draft()
    n = 0
    if "Limit" in d:
        n += 1
        v = d["Limit"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.limit = v
    else:
        o.limit = None
    if "Weight" in d:
        n += 1
        v = d["Weight"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.weight = v
    else:
        o.weight = None
    if "Reservation" in d:
        n += 1
        v = d["Reservation"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.reservation = v
    else:
        o.reservation = None
    if "MaximumFrequencyMHz" in d:
        n += 1
        v = d["MaximumFrequencyMHz"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.maximum_frequency_mhz = v
    else:
        o.maximum_frequency_mhz = None
    o.unknown_members = leftover(ProcessorLimits, d) if n != len(d) else None
    o.__class__ = ProcessorLimits
    return o


def write_processor_limits(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessorLimits`."""
    d0: Any
    d0 = {}
    if o.limit is not None:
        d0["Limit"] = o.limit
    if o.weight is not None:
        d0["Weight"] = o.weight
    if o.reservation is not None:
        d0["Reservation"] = o.reservation
    if o.maximum_frequency_mhz is not None:
        d0["MaximumFrequencyMHz"] = o.maximum_frequency_mhz
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_processor_stats(d: Any) -> Any:
    """A `ProcessorStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = processor_stats_draft()
    n = 0
    if "TotalRuntime100ns" in d:
        n += 1
        v = d["TotalRuntime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.total_runtime_100ns = v
    else:
        o.total_runtime_100ns = None
    if "RuntimeUser100ns" in d:
        n += 1
        v = d["RuntimeUser100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.runtime_user_100ns = v
    else:
        o.runtime_user_100ns = None
    if "RuntimeKernel100ns" in d:
        n += 1
        v = d["RuntimeKernel100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.runtime_kernel_100ns = v
    else:
        o.runtime_kernel_100ns = None
    o.unknown_members = leftover(ProcessorStats, d) if n != len(d) else None
    o.__class__ = ProcessorStats
    return o


def write_processor_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessorStats`."""
    d0: Any
    d0 = {}
    if o.total_runtime_100ns is not None:
        d0["TotalRuntime100ns"] = o.total_runtime_100ns
    if o.runtime_user_100ns is not None:
        d0["RuntimeUser100ns"] = o.runtime_user_100ns
    if o.runtime_kernel_100ns is not None:
        d0["RuntimeKernel100ns"] = o.runtime_kernel_100ns
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_processor_topology(d: Any) -> Any:
    """A `ProcessorTopology` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = processor_topology_draft()
    n = 0
    if "LogicalProcessorCount" in d:
        n += 1
        v = d["LogicalProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.logical_processor_count = v
    else:
        o.logical_processor_count = None
    if "LogicalProcessors" in d:
        n += 1
        v = d["LogicalProcessors"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_logical_processor(x))
            v = r
        o.logical_processors = v
    else:
        o.logical_processors = None
    o.unknown_members = leftover(ProcessorTopology, d) if n != len(d) else None
    o.__class__ = ProcessorTopology
    return o


def write_processor_topology(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessorTopology`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.logical_processor_count is not None:
        d0["LogicalProcessorCount"] = o.logical_processor_count
    v0 = o.logical_processors
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.lp_index is not None:
                d2["LpIndex"] = x1.lp_index
            if x1.node_number is not None:
                d2["NodeNumber"] = x1.node_number
            if x1.package_id is not None:
                d2["PackageId"] = x1.package_id
            if x1.core_id is not None:
                d2["CoreId"] = x1.core_id
            if x1.root_vp_index is not None:
                d2["RootVpIndex"] = x1.root_vp_index
            v2 = x1.subnodes
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_subnode(x3, settle))
                d2["Subnodes"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["LogicalProcessors"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_processor_modification_request(d: Any) -> Any:
    """A `SystemProcessorModificationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = system_processor_modification_request_draft()
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.group_id = v
    else:
        o.group_id = None
    o.unknown_members = leftover(SystemProcessorModificationRequest, d) if n != len(d) else None
    o.__class__ = SystemProcessorModificationRequest
    return o


def write_system_processor_modification_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemProcessorModificationRequest`."""
    d0: Any
    d0 = {}
    if o.group_id is not None:
        d0["GroupId"] = o.group_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_machine_processor(d: Any) -> Any:
    """A `VirtualMachineProcessor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_machine_processor_draft()
    n = 0
    if "Count" in d:
        n += 1
        v = d["Count"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.count = v
    else:
        o.count = None
    if "Limit" in d:
        n += 1
        v = d["Limit"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.limit = v
    else:
        o.limit = None
    if "Weight" in d:
        n += 1
        v = d["Weight"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.weight = v
    else:
        o.weight = None
    if "Reservation" in d:
        n += 1
        v = d["Reservation"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.reservation = v
    else:
        o.reservation = None
    if "MaximumFrequencyMHz" in d:
        n += 1
        v = d["MaximumFrequencyMHz"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.maximum_frequency_mhz = v
    else:
        o.maximum_frequency_mhz = None
    if "ExposeVirtualizationExtensions" in d:
        n += 1
        v = d["ExposeVirtualizationExtensions"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.expose_virtualization_extensions = v
    else:
        o.expose_virtualization_extensions = None
    if "EnablePerfmonPmu" in d:
        n += 1
        v = d["EnablePerfmonPmu"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_perfmon_pmu = v
    else:
        o.enable_perfmon_pmu = None
    if "EnablePerfmonArchPmu" in d:
        n += 1
        v = d["EnablePerfmonArchPmu"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_perfmon_arch_pmu = v
    else:
        o.enable_perfmon_arch_pmu = None
    if "EnablePerfmonPebs" in d:
        n += 1
        v = d["EnablePerfmonPebs"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_perfmon_pebs = v
    else:
        o.enable_perfmon_pebs = None
    if "EnablePerfmonLbr" in d:
        n += 1
        v = d["EnablePerfmonLbr"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_perfmon_lbr = v
    else:
        o.enable_perfmon_lbr = None
    if "EnablePerfmonIpt" in d:
        n += 1
        v = d["EnablePerfmonIpt"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_perfmon_ipt = v
    else:
        o.enable_perfmon_ipt = None
    if "EnablePageShattering" in d:
        n += 1
        v = d["EnablePageShattering"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_page_shattering = v
    else:
        o.enable_page_shattering = None
    if "DisableSpeculationControls" in d:
        n += 1
        v = d["DisableSpeculationControls"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_speculation_controls = v
    else:
        o.disable_speculation_controls = None
    if "ProcessorFeatureSet" in d:
        n += 1
        v = d["ProcessorFeatureSet"]
        if v is not None:
            v = read_processor_feature_set(v)
        o.processor_feature_set = v
    else:
        o.processor_feature_set = None
    if "CpuGroup" in d:
        n += 1
        v = d["CpuGroup"]
        if v is not None:
            v = read_cpu_group(v)
        o.cpu_group = v
    else:
        o.cpu_group = None
    if "NumaProcessorsSettings" in d:
        n += 1
        v = d["NumaProcessorsSettings"]
        if v is not None:
            v = read_numa_processors(v)
        o.numa_processors_settings = v
    else:
        o.numa_processors_settings = None
    o.unknown_members = leftover(VirtualMachineProcessor, d) if n != len(d) else None
    o.__class__ = VirtualMachineProcessor
    return o


def write_virtual_machine_processor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualMachineProcessor`."""
    d0: Any
    d1: Any
    r2: Any
    d0 = {}
    if o.count is not None:
        d0["Count"] = o.count
    if o.limit is not None:
        d0["Limit"] = o.limit
    if o.weight is not None:
        d0["Weight"] = o.weight
    if o.reservation is not None:
        d0["Reservation"] = o.reservation
    if o.maximum_frequency_mhz is not None:
        d0["MaximumFrequencyMHz"] = o.maximum_frequency_mhz
    if o.expose_virtualization_extensions is not None:
        d0["ExposeVirtualizationExtensions"] = o.expose_virtualization_extensions
    if o.enable_perfmon_pmu is not None:
        d0["EnablePerfmonPmu"] = o.enable_perfmon_pmu
    if o.enable_perfmon_arch_pmu is not None:
        d0["EnablePerfmonArchPmu"] = o.enable_perfmon_arch_pmu
    if o.enable_perfmon_pebs is not None:
        d0["EnablePerfmonPebs"] = o.enable_perfmon_pebs
    if o.enable_perfmon_lbr is not None:
        d0["EnablePerfmonLbr"] = o.enable_perfmon_lbr
    if o.enable_perfmon_ipt is not None:
        d0["EnablePerfmonIpt"] = o.enable_perfmon_ipt
    if o.enable_page_shattering is not None:
        d0["EnablePageShattering"] = o.enable_page_shattering
    if o.disable_speculation_controls is not None:
        d0["DisableSpeculationControls"] = o.disable_speculation_controls
    v0 = o.processor_feature_set
    if v0 is not None:
        d1 = {}
        v1 = v0.processor_features
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(x2 if settle is None else settle(x2))
            d1["ProcessorFeatures"] = r2
        v1 = v0.xsave_processor_features
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(x2 if settle is None else settle(x2))
            d1["XsaveProcessorFeatures"] = r2
        v1 = v0.processor_feature_set_mode
        if v1 is not None:
            d1["ProcessorFeatureSetMode"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ProcessorFeatureSet"] = d1
    v0 = o.cpu_group
    if v0 is not None:
        d1 = {}
        if v0.id is not None:
            d1["Id"] = v0.id
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CpuGroup"] = d1
    v0 = o.numa_processors_settings
    if v0 is not None:
        d1 = {}
        v1 = v0.count_per_node
        if v1 is not None:
            d1["count_per_node"] = write_range(v1, settle)
        if v0.node_per_socket is not None:
            d1["node_per_socket"] = v0.node_per_socket
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["NumaProcessorsSettings"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vm_processor_requirements(d: Any) -> Any:
    """A `VmProcessorRequirements` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = vm_processor_requirements_draft()
    n = 0
    if "ProcessorFeatures" in d:
        n += 1
        v = d["ProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_processor_feature))
            v = r
        o.processor_features = v
    else:
        o.processor_features = None
    if "XsaveProcessorFeatures" in d:
        n += 1
        v = d["XsaveProcessorFeatures"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_xsave_processor_feature))
            v = r
        o.xsave_processor_features = v
    else:
        o.xsave_processor_features = None
    if "CacheLineFlushSize" in d:
        n += 1
        v = d["CacheLineFlushSize"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.cache_line_flush_size = v
    else:
        o.cache_line_flush_size = None
    if "ImplementedPhysicalAddressBits" in d:
        n += 1
        v = d["ImplementedPhysicalAddressBits"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.implemented_physical_address_bits = v
    else:
        o.implemented_physical_address_bits = None
    if "NonArchitecturalCoreSharing" in d:
        n += 1
        v = d["NonArchitecturalCoreSharing"]
        if type(v) is str:
            v = known_non_architectural_core_sharing(v, v)
        elif v is not None:
            raise Mismatch
        o.non_architectural_core_sharing = v
    else:
        o.non_architectural_core_sharing = None
    o.unknown_members = leftover(VmProcessorRequirements, d) if n != len(d) else None
    o.__class__ = VmProcessorRequirements
    return o


def write_vm_processor_requirements(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VmProcessorRequirements`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["ProcessorFeatures"] = r1
    v0 = o.xsave_processor_features
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["XsaveProcessorFeatures"] = r1
    if o.cache_line_flush_size is not None:
        d0["CacheLineFlushSize"] = o.cache_line_flush_size
    if o.implemented_physical_address_bits is not None:
        d0["ImplementedPhysicalAddressBits"] = o.implemented_physical_address_bits
    v0 = o.non_architectural_core_sharing
    if v0 is not None:
        d0["NonArchitecturalCoreSharing"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.CpuGroup": (read_cpu_group, write_cpu_group),
    "hcs.CpuGroupAffinity": (read_cpu_group_affinity, write_cpu_group_affinity),
    "hcs.CpuGroupConfig": (read_cpu_group_config, write_cpu_group_config),
    "hcs.CpuGroupConfigurations": (read_cpu_group_configurations, write_cpu_group_configurations),
    "hcs.CpuGroupProperty": (read_cpu_group_property, write_cpu_group_property),
    "hcs.IdleProcessorsRequest": (read_idle_processors_request, write_idle_processors_request),
    "hcs.LogicalProcessor": (read_logical_processor, write_logical_processor),
    "hcs.NumaProcessors": (read_numa_processors, write_numa_processors),
    "hcs.ProcessorCapabilitiesInfo": (read_processor_capabilities_info, write_processor_capabilities_info),
    "hcs.ProcessorFeatureSet": (read_processor_feature_set, write_processor_feature_set),
    "hcs.ProcessorLimits": (read_processor_limits, write_processor_limits),
    "hcs.ProcessorStats": (read_processor_stats, write_processor_stats),
    "hcs.ProcessorTopology": (read_processor_topology, write_processor_topology),
    "hcs.SystemProcessorModificationRequest": (read_system_processor_modification_request, write_system_processor_modification_request),
    "hcs.VirtualMachine_Processor": (read_virtual_machine_processor, write_virtual_machine_processor),
    "hcs.VmProcessorRequirements": (read_vm_processor_requirements, write_vm_processor_requirements),
}
"""Reader and writer of each type, by published name."""
