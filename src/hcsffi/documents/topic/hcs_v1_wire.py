"""Reading and writing: generation 1 of the compute documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, integer, known_text, later, leftover, merged, number_keys, open_value, plain, text, text_keys, text_of, texts, timestamp
from hcsffi.documents.topic.hcs_v1 import AssignedDevice, ComputeSystemQuery, ContainerConfig, ContainerProperties, DeviceBase, GuestConnectionInfo, GuestDefinedCapabilities, HcsMacPool, HcsPolicy, HcsSubnet, HvRuntime, Layer, MappedDir, MappedPipe, MappedVirtualDisk, MappedVirtualDiskController, MemoryStats, NatPolicyData, NatPortBinding, NatSettings, NetworkConnection, NetworkDevice, NetworkEndpoint, NetworkSettings, NetworkStats, ProcessConfig, ProcessConsoleSize, ProcessListItem, ProcessStatus, ProcessorStats, PropertyQuery, PropertyType, QosPolicyData, RequestType, ResourceModificationRequestResponse, ResourceType, SettingsBase, Statistics, StorageStats, UtilityVmNetworkSettings, VlanPolicyData, VsidPolicyData

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
assigned_device_draft = draft(AssignedDevice)
compute_system_query_draft = draft(ComputeSystemQuery)
container_config_draft = draft(ContainerConfig)
container_properties_draft = draft(ContainerProperties)
device_base_draft = draft(DeviceBase)
guest_connection_info_draft = draft(GuestConnectionInfo)
guest_defined_capabilities_draft = draft(GuestDefinedCapabilities)
hv_runtime_draft = draft(HvRuntime)
layer_draft = draft(Layer)
hcs_mac_pool_draft = draft(HcsMacPool)
mapped_dir_draft = draft(MappedDir)
mapped_pipe_draft = draft(MappedPipe)
mapped_virtual_disk_draft = draft(MappedVirtualDisk)
mapped_virtual_disk_controller_draft = draft(MappedVirtualDiskController)
memory_stats_draft = draft(MemoryStats)
nat_policy_data_draft = draft(NatPolicyData)
nat_port_binding_draft = draft(NatPortBinding)
nat_settings_draft = draft(NatSettings)
network_connection_draft = draft(NetworkConnection)
network_device_draft = draft(NetworkDevice)
network_endpoint_draft = draft(NetworkEndpoint)
network_settings_draft = draft(NetworkSettings)
network_stats_draft = draft(NetworkStats)
hcs_policy_draft = draft(HcsPolicy)
process_config_draft = draft(ProcessConfig)
process_console_size_draft = draft(ProcessConsoleSize)
process_list_item_draft = draft(ProcessListItem)
processor_stats_draft = draft(ProcessorStats)
process_status_draft = draft(ProcessStatus)
property_query_draft = draft(PropertyQuery)
qos_policy_data_draft = draft(QosPolicyData)
resource_modification_request_response_draft = draft(ResourceModificationRequestResponse)
settings_base_draft = draft(SettingsBase)
statistics_draft = draft(Statistics)
storage_stats_draft = draft(StorageStats)
hcs_subnet_draft = draft(HcsSubnet)
utility_vm_network_settings_draft = draft(UtilityVmNetworkSettings)
vlan_policy_data_draft = draft(VlanPolicyData)
vsid_policy_data_draft = draft(VsidPolicyData)
known_property_type = PropertyType._value2member_map_.get
known_request_type = RequestType._value2member_map_.get
known_resource_type = ResourceType._value2member_map_.get
read_version = later("hcsffi.documents.topic.system_wire", "read_version", globals())
write_version = later("hcsffi.documents.topic.system_wire", "write_version", globals())


def read_assigned_device(d: Any) -> Any:
    """A `AssignedDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(assigned_device_draft)
    n = 0
    if "InterfaceClassGuid" in d:
        n += 1
        v = d["InterfaceClassGuid"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.interface_class_guid = v
    else:
        o.interface_class_guid = None
    o.unknown_members = leftover(AssignedDevice, d) if n != len(d) else None
    o.__class__ = AssignedDevice
    return o


def write_assigned_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `AssignedDevice`."""
    d: dict[str, Any] = {}
    v = o.interface_class_guid
    if v is not None:
        d["InterfaceClassGuid"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_compute_system_query(d: Any) -> Any:
    """A `ComputeSystemQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(compute_system_query_draft)
    n = 0
    if "Ids" in d:
        n += 1
        v = d["Ids"]
        if v is not None:
            v = texts(v)
        o.ids = v
    else:
        o.ids = None
    if "Types" in d:
        n += 1
        v = d["Types"]
        if v is not None:
            v = texts(v)
        o.types = v
    else:
        o.types = None
    if "Names" in d:
        n += 1
        v = d["Names"]
        if v is not None:
            v = texts(v)
        o.names = v
    else:
        o.names = None
    if "Owners" in d:
        n += 1
        v = d["Owners"]
        if v is not None:
            v = texts(v)
        o.owners = v
    else:
        o.owners = None
    o.unknown_members = leftover(ComputeSystemQuery, d) if n != len(d) else None
    o.__class__ = ComputeSystemQuery
    return o


def write_compute_system_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `ComputeSystemQuery`."""
    d: dict[str, Any] = {}
    v = o.ids
    if v is not None:
        d["Ids"] = [*v]
    v = o.types
    if v is not None:
        d["Types"] = [*v]
    v = o.names
    if v is not None:
        d["Names"] = [*v]
    v = o.owners
    if v is not None:
        d["Owners"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_config(d: Any) -> Any:
    """A `ContainerConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_config_draft)
    n = 0
    if "SystemType" in d:
        n += 1
        v = d["SystemType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.system_type = v
    else:
        o.system_type = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "VolumePath" in d:
        n += 1
        v = d["VolumePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.volume_path = v
    else:
        o.volume_path = None
    if "IgnoreFlushesDuringBoot" in d:
        n += 1
        v = d["IgnoreFlushesDuringBoot"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ignore_flushes_during_boot = v
    else:
        o.ignore_flushes_during_boot = None
    if "LayerFolderPath" in d:
        n += 1
        v = d["LayerFolderPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.layer_folder_path = v
    else:
        o.layer_folder_path = None
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            v = [read_layer(x) for x in array(v)]
        o.layers = v
    else:
        o.layers = None
    if "Credentials" in d:
        n += 1
        v = d["Credentials"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.credentials = v
    else:
        o.credentials = None
    if "ProcessorCount" in d:
        n += 1
        v = d["ProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.processor_count = v
    else:
        o.processor_count = None
    if "ProcessorWeight" in d:
        n += 1
        v = d["ProcessorWeight"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.processor_weight = v
    else:
        o.processor_weight = None
    if "ProcessorMaximum" in d:
        n += 1
        v = d["ProcessorMaximum"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.processor_maximum = v
    else:
        o.processor_maximum = None
    if "StorageIOPSMaximum" in d:
        n += 1
        v = d["StorageIOPSMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.storage_iops_maximum = v
    else:
        o.storage_iops_maximum = None
    if "StorageBandwidthMaximum" in d:
        n += 1
        v = d["StorageBandwidthMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.storage_bandwidth_maximum = v
    else:
        o.storage_bandwidth_maximum = None
    if "StorageSandboxSize" in d:
        n += 1
        v = d["StorageSandboxSize"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.storage_sandbox_size = v
    else:
        o.storage_sandbox_size = None
    if "MemoryMaximumInMB" in d:
        n += 1
        v = d["MemoryMaximumInMB"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.memory_maximum_in_mb = v
    else:
        o.memory_maximum_in_mb = None
    if "HostName" in d:
        n += 1
        v = d["HostName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_name = v
    else:
        o.host_name = None
    if "MappedDirectories" in d:
        n += 1
        v = d["MappedDirectories"]
        if v is not None:
            v = [read_mapped_dir(x) for x in array(v)]
        o.mapped_directories = v
    else:
        o.mapped_directories = None
    if "MappedPipes" in d:
        n += 1
        v = d["MappedPipes"]
        if v is not None:
            v = [read_mapped_pipe(x) for x in array(v)]
        o.mapped_pipes = v
    else:
        o.mapped_pipes = None
    if "HvPartition" in d:
        n += 1
        v = d["HvPartition"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.hv_partition = v
    else:
        o.hv_partition = None
    if "NetworkSharedContainerName" in d:
        n += 1
        v = d["NetworkSharedContainerName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_shared_container_name = v
    else:
        o.network_shared_container_name = None
    if "EndpointList" in d:
        n += 1
        v = d["EndpointList"]
        if v is not None:
            v = texts(v)
        o.endpoint_list = v
    else:
        o.endpoint_list = None
    if "HvRuntime" in d:
        n += 1
        v = d["HvRuntime"]
        if v is not None:
            v = read_hv_runtime(v)
        o.hv_runtime = v
    else:
        o.hv_runtime = None
    if "Servicing" in d:
        n += 1
        v = d["Servicing"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.servicing = v
    else:
        o.servicing = None
    if "AllowUnqualifiedDNSQuery" in d:
        n += 1
        v = d["AllowUnqualifiedDNSQuery"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_unqualified_dns_query = v
    else:
        o.allow_unqualified_dns_query = None
    if "DNSSearchList" in d:
        n += 1
        v = d["DNSSearchList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_search_list = v
    else:
        o.dns_search_list = None
    if "ContainerType" in d:
        n += 1
        v = d["ContainerType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_type = v
    else:
        o.container_type = None
    if "TerminateOnLastHandleClosed" in d:
        n += 1
        v = d["TerminateOnLastHandleClosed"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.terminate_on_last_handle_closed = v
    else:
        o.terminate_on_last_handle_closed = None
    if "MappedVirtualDisks" in d:
        n += 1
        v = d["MappedVirtualDisks"]
        if v is not None:
            v = [read_mapped_virtual_disk(x) for x in array(v)]
        o.mapped_virtual_disks = v
    else:
        o.mapped_virtual_disks = None
    if "AssignedDevices" in d:
        n += 1
        v = d["AssignedDevices"]
        if v is not None:
            v = [read_assigned_device(x) for x in array(v)]
        o.assigned_devices = v
    else:
        o.assigned_devices = None
    if "IsDummy" in d:
        n += 1
        v = d["IsDummy"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_dummy = v
    else:
        o.is_dummy = None
    if "SandboxPath" in d:
        n += 1
        v = d["SandboxPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.sandbox_path = v
    else:
        o.sandbox_path = None
    if "Devices" in d:
        n += 1
        v = d["Devices"]
        if v is not None:
            v = texts(v)
        o.devices = v
    else:
        o.devices = None
    if "NetworkEndpoints" in d:
        n += 1
        v = d["NetworkEndpoints"]
        if v is not None:
            v = [read_network_endpoint(x) for x in array(v)]
        o.network_endpoints = v
    else:
        o.network_endpoints = None
    o.unknown_members = leftover(ContainerConfig, d) if n != len(d) else None
    o.__class__ = ContainerConfig
    return o


def write_container_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerConfig`."""
    d: dict[str, Any] = {}
    v = o.system_type
    if v is not None:
        d["SystemType"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.volume_path
    if v is not None:
        d["VolumePath"] = v
    v = o.ignore_flushes_during_boot
    if v is not None:
        d["IgnoreFlushesDuringBoot"] = v
    v = o.layer_folder_path
    if v is not None:
        d["LayerFolderPath"] = v
    v = o.layers
    if v is not None:
        d["Layers"] = [write_layer(x) for x in v]
    v = o.credentials
    if v is not None:
        d["Credentials"] = v
    v = o.processor_count
    if v is not None:
        d["ProcessorCount"] = v
    v = o.processor_weight
    if v is not None:
        d["ProcessorWeight"] = v
    v = o.processor_maximum
    if v is not None:
        d["ProcessorMaximum"] = v
    v = o.storage_iops_maximum
    if v is not None:
        d["StorageIOPSMaximum"] = v
    v = o.storage_bandwidth_maximum
    if v is not None:
        d["StorageBandwidthMaximum"] = v
    v = o.storage_sandbox_size
    if v is not None:
        d["StorageSandboxSize"] = v
    v = o.memory_maximum_in_mb
    if v is not None:
        d["MemoryMaximumInMB"] = v
    v = o.host_name
    if v is not None:
        d["HostName"] = v
    v = o.mapped_directories
    if v is not None:
        d["MappedDirectories"] = [write_mapped_dir(x) for x in v]
    v = o.mapped_pipes
    if v is not None:
        d["MappedPipes"] = [write_mapped_pipe(x) for x in v]
    v = o.hv_partition
    if v is not None:
        d["HvPartition"] = v
    v = o.network_shared_container_name
    if v is not None:
        d["NetworkSharedContainerName"] = v
    v = o.endpoint_list
    if v is not None:
        d["EndpointList"] = [*v]
    v = o.hv_runtime
    if v is not None:
        d["HvRuntime"] = write_hv_runtime(v)
    v = o.servicing
    if v is not None:
        d["Servicing"] = v
    v = o.allow_unqualified_dns_query
    if v is not None:
        d["AllowUnqualifiedDNSQuery"] = v
    v = o.dns_search_list
    if v is not None:
        d["DNSSearchList"] = v
    v = o.container_type
    if v is not None:
        d["ContainerType"] = v
    v = o.terminate_on_last_handle_closed
    if v is not None:
        d["TerminateOnLastHandleClosed"] = v
    v = o.mapped_virtual_disks
    if v is not None:
        d["MappedVirtualDisks"] = [write_mapped_virtual_disk(x) for x in v]
    v = o.assigned_devices
    if v is not None:
        d["AssignedDevices"] = [write_assigned_device(x) for x in v]
    v = o.is_dummy
    if v is not None:
        d["IsDummy"] = v
    v = o.sandbox_path
    if v is not None:
        d["SandboxPath"] = v
    v = o.devices
    if v is not None:
        d["Devices"] = [*v]
    v = o.network_endpoints
    if v is not None:
        d["NetworkEndpoints"] = [write_network_endpoint(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_properties(d: Any) -> Any:
    """A `ContainerProperties` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_properties_draft)
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "SystemType" in d:
        n += 1
        v = d["SystemType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.system_type = v
    else:
        o.system_type = None
    if "RuntimeOsType" in d:
        n += 1
        v = d["RuntimeOsType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_os_type = v
    else:
        o.runtime_os_type = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "SiloGuid" in d:
        n += 1
        v = d["SiloGuid"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.silo_guid = v
    else:
        o.silo_guid = None
    if "RuntimeId" in d:
        n += 1
        v = d["RuntimeId"]
        if v is not None:
            v = guid_text(v)
        o.runtime_id = v
    else:
        o.runtime_id = None
    if "IsRuntimeTemplate" in d:
        n += 1
        v = d["IsRuntimeTemplate"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_runtime_template = v
    else:
        o.is_runtime_template = None
    if "RuntimeImagePath" in d:
        n += 1
        v = d["RuntimeImagePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_image_path = v
    else:
        o.runtime_image_path = None
    if "Stopped" in d:
        n += 1
        v = d["Stopped"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.stopped = v
    else:
        o.stopped = None
    if "ExitType" in d:
        n += 1
        v = d["ExitType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.exit_type = v
    else:
        o.exit_type = None
    if "AreUpdatesPending" in d:
        n += 1
        v = d["AreUpdatesPending"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.are_updates_pending = v
    else:
        o.are_updates_pending = None
    if "ObRoot" in d:
        n += 1
        v = d["ObRoot"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ob_root = v
    else:
        o.ob_root = None
    if "Statistics" in d:
        n += 1
        v = d["Statistics"]
        if v is not None:
            v = read_statistics(v)
        o.statistics = v
    else:
        o.statistics = None
    if "ProcessList" in d:
        n += 1
        v = d["ProcessList"]
        if v is not None:
            v = [read_process_list_item(x) for x in array(v)]
        o.process_list = v
    else:
        o.process_list = None
    if "MappedVirtualDiskControllers" in d:
        n += 1
        v = d["MappedVirtualDiskControllers"]
        if v is not None:
            v = {k: read_mapped_virtual_disk_controller(x) for k, x in number_keys(v, 9223372036854775807)}
        o.mapped_virtual_disk_controllers = v
    else:
        o.mapped_virtual_disk_controllers = None
    if "GuestConnectionInfo" in d:
        n += 1
        v = d["GuestConnectionInfo"]
        if v is not None:
            v = read_guest_connection_info(v)
        o.guest_connection_info = v
    else:
        o.guest_connection_info = None
    o.unknown_members = leftover(ContainerProperties, d) if n != len(d) else None
    o.__class__ = ContainerProperties
    return o


def write_container_properties(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerProperties`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.system_type
    if v is not None:
        d["SystemType"] = v
    v = o.runtime_os_type
    if v is not None:
        d["RuntimeOsType"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.silo_guid
    if v is not None:
        d["SiloGuid"] = v
    v = o.runtime_id
    if v is not None:
        d["RuntimeId"] = v
    v = o.is_runtime_template
    if v is not None:
        d["IsRuntimeTemplate"] = v
    v = o.runtime_image_path
    if v is not None:
        d["RuntimeImagePath"] = v
    v = o.stopped
    if v is not None:
        d["Stopped"] = v
    v = o.exit_type
    if v is not None:
        d["ExitType"] = v
    v = o.are_updates_pending
    if v is not None:
        d["AreUpdatesPending"] = v
    v = o.ob_root
    if v is not None:
        d["ObRoot"] = v
    v = o.statistics
    if v is not None:
        d["Statistics"] = write_statistics(v)
    v = o.process_list
    if v is not None:
        d["ProcessList"] = [write_process_list_item(x) for x in v]
    v = o.mapped_virtual_disk_controllers
    if v is not None:
        d["MappedVirtualDiskControllers"] = {k: write_mapped_virtual_disk_controller(x) for k, x in v.items()}
    v = o.guest_connection_info
    if v is not None:
        d["GuestConnectionInfo"] = write_guest_connection_info(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_base(d: Any) -> Any:
    """A `DeviceBase` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_base_draft)
    n = 0
    if "DeviceType" in d:
        n += 1
        v = d["DeviceType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.device_type = v
    else:
        o.device_type = None
    o.unknown_members = leftover(DeviceBase, d) if n != len(d) else None
    o.__class__ = DeviceBase
    return o


def write_device_base(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceBase`."""
    d: dict[str, Any] = {}
    v = o.device_type
    if v is not None:
        d["DeviceType"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_connection_info(d: Any) -> Any:
    """A `GuestConnectionInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_connection_info_draft)
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            v = [read_version(x) for x in array(v)]
        o.supported_schema_versions = v
    else:
        o.supported_schema_versions = None
    if "ProtocolVersion" in d:
        n += 1
        v = d["ProtocolVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.protocol_version = v
    else:
        o.protocol_version = None
    if "GuestDefinedCapabilities" in d:
        n += 1
        v = d["GuestDefinedCapabilities"]
        if v is not None:
            v = read_guest_defined_capabilities(v)
        o.guest_defined_capabilities = v
    else:
        o.guest_defined_capabilities = None
    o.unknown_members = leftover(GuestConnectionInfo, d) if n != len(d) else None
    o.__class__ = GuestConnectionInfo
    return o


def write_guest_connection_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestConnectionInfo`."""
    d: dict[str, Any] = {}
    v = o.supported_schema_versions
    if v is not None:
        d["SupportedSchemaVersions"] = [write_version(x) for x in v]
    v = o.protocol_version
    if v is not None:
        d["ProtocolVersion"] = v
    v = o.guest_defined_capabilities
    if v is not None:
        d["GuestDefinedCapabilities"] = write_guest_defined_capabilities(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_defined_capabilities(d: Any) -> Any:
    """A `GuestDefinedCapabilities` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_defined_capabilities_draft)
    n = 0
    if "NamespaceAddRequestSupported" in d:
        n += 1
        v = d["NamespaceAddRequestSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.namespace_add_request_supported = v
    else:
        o.namespace_add_request_supported = None
    if "SignalProcessSupported" in d:
        n += 1
        v = d["SignalProcessSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.signal_process_supported = v
    else:
        o.signal_process_supported = None
    if "DumpStacksSupported" in d:
        n += 1
        v = d["DumpStacksSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.dump_stacks_supported = v
    else:
        o.dump_stacks_supported = None
    if "DeleteContainerStateSupported" in d:
        n += 1
        v = d["DeleteContainerStateSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.delete_container_state_supported = v
    else:
        o.delete_container_state_supported = None
    if "UpdateContainerSupported" in d:
        n += 1
        v = d["UpdateContainerSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.update_container_supported = v
    else:
        o.update_container_supported = None
    if "LogForwardingSupported" in d:
        n += 1
        v = d["LogForwardingSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.log_forwarding_supported = v
    else:
        o.log_forwarding_supported = None
    if "HostProcessContainerSupported" in d:
        n += 1
        v = d["HostProcessContainerSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.host_process_container_supported = v
    else:
        o.host_process_container_supported = None
    o.unknown_members = leftover(GuestDefinedCapabilities, d) if n != len(d) else None
    o.__class__ = GuestDefinedCapabilities
    return o


def write_guest_defined_capabilities(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestDefinedCapabilities`."""
    d: dict[str, Any] = {}
    v = o.namespace_add_request_supported
    if v is not None:
        d["NamespaceAddRequestSupported"] = v
    v = o.signal_process_supported
    if v is not None:
        d["SignalProcessSupported"] = v
    v = o.dump_stacks_supported
    if v is not None:
        d["DumpStacksSupported"] = v
    v = o.delete_container_state_supported
    if v is not None:
        d["DeleteContainerStateSupported"] = v
    v = o.update_container_supported
    if v is not None:
        d["UpdateContainerSupported"] = v
    v = o.log_forwarding_supported
    if v is not None:
        d["LogForwardingSupported"] = v
    v = o.host_process_container_supported
    if v is not None:
        d["HostProcessContainerSupported"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hv_runtime(d: Any) -> Any:
    """A `HvRuntime` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hv_runtime_draft)
    n = 0
    if "ImagePath" in d:
        n += 1
        v = d["ImagePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.image_path = v
    else:
        o.image_path = None
    if "SkipTemplate" in d:
        n += 1
        v = d["SkipTemplate"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.skip_template = v
    else:
        o.skip_template = None
    if "LinuxInitrdFile" in d:
        n += 1
        v = d["LinuxInitrdFile"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.linux_initrd_file = v
    else:
        o.linux_initrd_file = None
    if "LinuxKernelFile" in d:
        n += 1
        v = d["LinuxKernelFile"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.linux_kernel_file = v
    else:
        o.linux_kernel_file = None
    if "LinuxBootParameters" in d:
        n += 1
        v = d["LinuxBootParameters"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.linux_boot_parameters = v
    else:
        o.linux_boot_parameters = None
    if "BootSource" in d:
        n += 1
        v = d["BootSource"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.boot_source = v
    else:
        o.boot_source = None
    if "WritableBootSource" in d:
        n += 1
        v = d["WritableBootSource"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.writable_boot_source = v
    else:
        o.writable_boot_source = None
    if "RuntimeId" in d:
        n += 1
        v = d["RuntimeId"]
        if v is not None:
            v = guid_text(v)
        o.runtime_id = v
    else:
        o.runtime_id = None
    if "EnableConsole" in d:
        n += 1
        v = d["EnableConsole"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_console = v
    else:
        o.enable_console = None
    if "NetworkSettings" in d:
        n += 1
        v = d["NetworkSettings"]
        if v is not None:
            v = read_utility_vm_network_settings(v)
        o.network_settings = v
    else:
        o.network_settings = None
    if "Com1PipeName" in d:
        n += 1
        v = d["Com1PipeName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.com1_pipe_name = v
    else:
        o.com1_pipe_name = None
    if "Com2PipeName" in d:
        n += 1
        v = d["Com2PipeName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.com2_pipe_name = v
    else:
        o.com2_pipe_name = None
    o.unknown_members = leftover(HvRuntime, d) if n != len(d) else None
    o.__class__ = HvRuntime
    return o


def write_hv_runtime(o: Any) -> dict[str, Any]:
    """The JSON object of a `HvRuntime`."""
    d: dict[str, Any] = {}
    v = o.image_path
    if v is not None:
        d["ImagePath"] = v
    v = o.skip_template
    if v is not None:
        d["SkipTemplate"] = v
    v = o.linux_initrd_file
    if v is not None:
        d["LinuxInitrdFile"] = v
    v = o.linux_kernel_file
    if v is not None:
        d["LinuxKernelFile"] = v
    v = o.linux_boot_parameters
    if v is not None:
        d["LinuxBootParameters"] = v
    v = o.boot_source
    if v is not None:
        d["BootSource"] = v
    v = o.writable_boot_source
    if v is not None:
        d["WritableBootSource"] = v
    v = o.runtime_id
    if v is not None:
        d["RuntimeId"] = v
    v = o.enable_console
    if v is not None:
        d["EnableConsole"] = v
    v = o.network_settings
    if v is not None:
        d["NetworkSettings"] = write_utility_vm_network_settings(v)
    v = o.com1_pipe_name
    if v is not None:
        d["Com1PipeName"] = v
    v = o.com2_pipe_name
    if v is not None:
        d["Com2PipeName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_layer(d: Any) -> Any:
    """A `Layer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(layer_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    o.unknown_members = leftover(Layer, d) if n != len(d) else None
    o.__class__ = Layer
    return o


def write_layer(o: Any) -> dict[str, Any]:
    """The JSON object of a `Layer`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.path
    if v is not None:
        d["Path"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hcs_mac_pool(d: Any) -> Any:
    """A `HcsMacPool` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hcs_mac_pool_draft)
    n = 0
    if "StartMacAddress" in d:
        n += 1
        v = d["StartMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.start_mac_address = v
    else:
        o.start_mac_address = None
    if "EndMacAddress" in d:
        n += 1
        v = d["EndMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.end_mac_address = v
    else:
        o.end_mac_address = None
    o.unknown_members = leftover(HcsMacPool, d) if n != len(d) else None
    o.__class__ = HcsMacPool
    return o


def write_hcs_mac_pool(o: Any) -> dict[str, Any]:
    """The JSON object of a `HcsMacPool`."""
    d: dict[str, Any] = {}
    v = o.start_mac_address
    if v is not None:
        d["StartMacAddress"] = v
    v = o.end_mac_address
    if v is not None:
        d["EndMacAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_dir(d: Any) -> Any:
    """A `MappedDir` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_dir_draft)
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "ContainerPath" in d:
        n += 1
        v = d["ContainerPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_path = v
    else:
        o.container_path = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "BandwidthMaximum" in d:
        n += 1
        v = d["BandwidthMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bandwidth_maximum = v
    else:
        o.bandwidth_maximum = None
    if "IOPSMaximum" in d:
        n += 1
        v = d["IOPSMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.iops_maximum = v
    else:
        o.iops_maximum = None
    if "CreateInUtilityVM" in d:
        n += 1
        v = d["CreateInUtilityVM"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_in_utility_vm = v
    else:
        o.create_in_utility_vm = None
    if "LinuxMetadata" in d:
        n += 1
        v = d["LinuxMetadata"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.linux_metadata = v
    else:
        o.linux_metadata = None
    o.unknown_members = leftover(MappedDir, d) if n != len(d) else None
    o.__class__ = MappedDir
    return o


def write_mapped_dir(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedDir`."""
    d: dict[str, Any] = {}
    v = o.host_path
    if v is not None:
        d["HostPath"] = v
    v = o.container_path
    if v is not None:
        d["ContainerPath"] = v
    v = o.read_only
    if v is not None:
        d["ReadOnly"] = v
    v = o.bandwidth_maximum
    if v is not None:
        d["BandwidthMaximum"] = v
    v = o.iops_maximum
    if v is not None:
        d["IOPSMaximum"] = v
    v = o.create_in_utility_vm
    if v is not None:
        d["CreateInUtilityVM"] = v
    v = o.linux_metadata
    if v is not None:
        d["LinuxMetadata"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_pipe(d: Any) -> Any:
    """A `MappedPipe` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_pipe_draft)
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "ContainerPipeName" in d:
        n += 1
        v = d["ContainerPipeName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_pipe_name = v
    else:
        o.container_pipe_name = None
    o.unknown_members = leftover(MappedPipe, d) if n != len(d) else None
    o.__class__ = MappedPipe
    return o


def write_mapped_pipe(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedPipe`."""
    d: dict[str, Any] = {}
    v = o.host_path
    if v is not None:
        d["HostPath"] = v
    v = o.container_pipe_name
    if v is not None:
        d["ContainerPipeName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_virtual_disk(d: Any) -> Any:
    """A `MappedVirtualDisk` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_virtual_disk_draft)
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "ContainerPath" in d:
        n += 1
        v = d["ContainerPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_path = v
    else:
        o.container_path = None
    if "CreateInUtilityVM" in d:
        n += 1
        v = d["CreateInUtilityVM"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_in_utility_vm = v
    else:
        o.create_in_utility_vm = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "Cache" in d:
        n += 1
        v = d["Cache"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.cache = v
    else:
        o.cache = None
    if "AttachOnly" in d:
        n += 1
        v = d["AttachOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.attach_only = v
    else:
        o.attach_only = None
    o.unknown_members = leftover(MappedVirtualDisk, d) if n != len(d) else None
    o.__class__ = MappedVirtualDisk
    return o


def write_mapped_virtual_disk(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedVirtualDisk`."""
    d: dict[str, Any] = {}
    v = o.host_path
    if v is not None:
        d["HostPath"] = v
    v = o.container_path
    if v is not None:
        d["ContainerPath"] = v
    v = o.create_in_utility_vm
    if v is not None:
        d["CreateInUtilityVM"] = v
    v = o.read_only
    if v is not None:
        d["ReadOnly"] = v
    v = o.cache
    if v is not None:
        d["Cache"] = v
    v = o.attach_only
    if v is not None:
        d["AttachOnly"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_virtual_disk_controller(d: Any) -> Any:
    """A `MappedVirtualDiskController` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_virtual_disk_controller_draft)
    n = 0
    if "MappedVirtualDisks" in d:
        n += 1
        v = d["MappedVirtualDisks"]
        if v is not None:
            v = {k: read_mapped_virtual_disk(x) for k, x in number_keys(v, 9223372036854775807)}
        o.mapped_virtual_disks = v
    else:
        o.mapped_virtual_disks = None
    o.unknown_members = leftover(MappedVirtualDiskController, d) if n != len(d) else None
    o.__class__ = MappedVirtualDiskController
    return o


def write_mapped_virtual_disk_controller(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedVirtualDiskController`."""
    d: dict[str, Any] = {}
    v = o.mapped_virtual_disks
    if v is not None:
        d["MappedVirtualDisks"] = {k: write_mapped_virtual_disk(x) for k, x in v.items()}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_memory_stats(d: Any) -> Any:
    """A `MemoryStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(memory_stats_draft)
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


def write_memory_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `MemoryStats`."""
    d: dict[str, Any] = {}
    v = o.memory_usage_commit_bytes
    if v is not None:
        d["MemoryUsageCommitBytes"] = v
    v = o.memory_usage_commit_peak_bytes
    if v is not None:
        d["MemoryUsageCommitPeakBytes"] = v
    v = o.memory_usage_private_working_set_bytes
    if v is not None:
        d["MemoryUsagePrivateWorkingSetBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_nat_policy_data(d: Any) -> Any:
    """A `NatPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(nat_policy_data_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "ExternalPort" in d:
        n += 1
        v = d["ExternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.external_port = v
    else:
        o.external_port = None
    o.unknown_members = leftover(NatPolicyData, d) if n != len(d) else None
    o.__class__ = NatPolicyData
    return o


def write_nat_policy_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `NatPolicyData`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_nat_port_binding(d: Any) -> Any:
    """A `NatPortBinding` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(nat_port_binding_draft)
    n = 0
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "ExternalPort" in d:
        n += 1
        v = d["ExternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.external_port = v
    else:
        o.external_port = None
    o.unknown_members = leftover(NatPortBinding, d) if n != len(d) else None
    o.__class__ = NatPortBinding
    return o


def write_nat_port_binding(o: Any) -> dict[str, Any]:
    """The JSON object of a `NatPortBinding`."""
    d: dict[str, Any] = {}
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_nat_settings(d: Any) -> Any:
    """A `NatSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(nat_settings_draft)
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "PortBindings" in d:
        n += 1
        v = d["PortBindings"]
        if v is not None:
            v = [read_nat_port_binding(x) for x in array(v)]
        o.port_bindings = v
    else:
        o.port_bindings = None
    o.unknown_members = leftover(NatSettings, d) if n != len(d) else None
    o.__class__ = NatSettings
    return o


def write_nat_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `NatSettings`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.port_bindings
    if v is not None:
        d["PortBindings"] = [write_nat_port_binding(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_connection(d: Any) -> Any:
    """A `NetworkConnection` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_connection_draft)
    n = 0
    if "NetworkName" in d:
        n += 1
        v = d["NetworkName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_name = v
    else:
        o.network_name = None
    if "Ip4Address" in d:
        n += 1
        v = d["Ip4Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip4_address = v
    else:
        o.ip4_address = None
    if "EnableNat" in d:
        n += 1
        v = d["EnableNat"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_nat = v
    else:
        o.enable_nat = None
    if "Nat" in d:
        n += 1
        v = d["Nat"]
        if v is not None:
            v = read_nat_settings(v)
        o.nat = v
    else:
        o.nat = None
    if "MaximumOutgoingBandwidthInBytes" in d:
        n += 1
        v = d["MaximumOutgoingBandwidthInBytes"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.maximum_outgoing_bandwidth_in_bytes = v
    else:
        o.maximum_outgoing_bandwidth_in_bytes = None
    o.unknown_members = leftover(NetworkConnection, d) if n != len(d) else None
    o.__class__ = NetworkConnection
    return o


def write_network_connection(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkConnection`."""
    d: dict[str, Any] = {}
    v = o.network_name
    if v is not None:
        d["NetworkName"] = v
    v = o.ip4_address
    if v is not None:
        d["Ip4Address"] = v
    v = o.enable_nat
    if v is not None:
        d["EnableNat"] = v
    v = o.nat
    if v is not None:
        d["Nat"] = write_nat_settings(v)
    v = o.maximum_outgoing_bandwidth_in_bytes
    if v is not None:
        d["MaximumOutgoingBandwidthInBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_device(d: Any) -> Any:
    """A `NetworkDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_device_draft)
    n = 0
    if "DeviceType" in d:
        n += 1
        v = d["DeviceType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.device_type = v
    else:
        o.device_type = None
    if "Connection" in d:
        n += 1
        v = d["Connection"]
        if v is not None:
            v = read_network_connection(v)
        o.connection = v
    else:
        o.connection = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = read_network_settings(v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(NetworkDevice, d) if n != len(d) else None
    o.__class__ = NetworkDevice
    return o


def write_network_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkDevice`."""
    d: dict[str, Any] = {}
    v = o.device_type
    if v is not None:
        d["DeviceType"] = v
    v = o.connection
    if v is not None:
        d["Connection"] = write_network_connection(v)
    v = o.settings
    if v is not None:
        d["Settings"] = write_network_settings(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_endpoint(d: Any) -> Any:
    """A `NetworkEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_endpoint_draft)
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            v = guid_text(v)
        o.id = v
    else:
        o.id = None
    if "EndpointName" in d:
        n += 1
        v = d["EndpointName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.endpoint_name = v
    else:
        o.endpoint_name = None
    if "DynamicIPAddress" in d:
        n += 1
        v = d["DynamicIPAddress"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.dynamic_ip_address = v
    else:
        o.dynamic_ip_address = None
    if "StaticIPAddress" in d:
        n += 1
        v = d["StaticIPAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.static_ip_address = v
    else:
        o.static_ip_address = None
    if "NetworkId" in d:
        n += 1
        v = d["NetworkId"]
        if v is not None:
            v = guid_text(v)
        o.network_id = v
    else:
        o.network_id = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = texts(v)
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(NetworkEndpoint, d) if n != len(d) else None
    o.__class__ = NetworkEndpoint
    return o


def write_network_endpoint(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkEndpoint`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.endpoint_name
    if v is not None:
        d["EndpointName"] = v
    v = o.dynamic_ip_address
    if v is not None:
        d["DynamicIPAddress"] = v
    v = o.static_ip_address
    if v is not None:
        d["StaticIPAddress"] = v
    v = o.network_id
    if v is not None:
        d["NetworkId"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_settings(d: Any) -> Any:
    """A `NetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_settings_draft)
    n = 0
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    o.unknown_members = leftover(NetworkSettings, d) if n != len(d) else None
    o.__class__ = NetworkSettings
    return o


def write_network_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkSettings`."""
    d: dict[str, Any] = {}
    v = o.mac_address
    if v is not None:
        d["MacAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_stats(d: Any) -> Any:
    """A `NetworkStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_stats_draft)
    n = 0
    if "BytesReceived" in d:
        n += 1
        v = d["BytesReceived"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bytes_received = v
    else:
        o.bytes_received = None
    if "BytesSent" in d:
        n += 1
        v = d["BytesSent"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bytes_sent = v
    else:
        o.bytes_sent = None
    if "PacketsReceived" in d:
        n += 1
        v = d["PacketsReceived"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.packets_received = v
    else:
        o.packets_received = None
    if "PacketsSent" in d:
        n += 1
        v = d["PacketsSent"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.packets_sent = v
    else:
        o.packets_sent = None
    if "DroppedPacketsIncoming" in d:
        n += 1
        v = d["DroppedPacketsIncoming"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.dropped_packets_incoming = v
    else:
        o.dropped_packets_incoming = None
    if "DroppedPacketsOutgoing" in d:
        n += 1
        v = d["DroppedPacketsOutgoing"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.dropped_packets_outgoing = v
    else:
        o.dropped_packets_outgoing = None
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "InstanceId" in d:
        n += 1
        v = d["InstanceId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.instance_id = v
    else:
        o.instance_id = None
    o.unknown_members = leftover(NetworkStats, d) if n != len(d) else None
    o.__class__ = NetworkStats
    return o


def write_network_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkStats`."""
    d: dict[str, Any] = {}
    v = o.bytes_received
    if v is not None:
        d["BytesReceived"] = v
    v = o.bytes_sent
    if v is not None:
        d["BytesSent"] = v
    v = o.packets_received
    if v is not None:
        d["PacketsReceived"] = v
    v = o.packets_sent
    if v is not None:
        d["PacketsSent"] = v
    v = o.dropped_packets_incoming
    if v is not None:
        d["DroppedPacketsIncoming"] = v
    v = o.dropped_packets_outgoing
    if v is not None:
        d["DroppedPacketsOutgoing"] = v
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.instance_id
    if v is not None:
        d["InstanceId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hcs_policy(d: Any) -> Any:
    """A `HcsPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hcs_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    o.unknown_members = leftover(HcsPolicy, d) if n != len(d) else None
    o.__class__ = HcsPolicy
    return o


def write_hcs_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `HcsPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_process_config(d: Any) -> Any:
    """A `ProcessConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(process_config_draft)
    n = 0
    if "ApplicationName" in d:
        n += 1
        v = d["ApplicationName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.application_name = v
    else:
        o.application_name = None
    if "CommandLine" in d:
        n += 1
        v = d["CommandLine"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.command_line = v
    else:
        o.command_line = None
    if "CommandArgs" in d:
        n += 1
        v = d["CommandArgs"]
        if v is not None:
            v = texts(v)
        o.command_args = v
    else:
        o.command_args = None
    if "User" in d:
        n += 1
        v = d["User"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.user = v
    else:
        o.user = None
    if "WorkingDirectory" in d:
        n += 1
        v = d["WorkingDirectory"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.working_directory = v
    else:
        o.working_directory = None
    if "Environment" in d:
        n += 1
        v = d["Environment"]
        if v is not None:
            v = {k: text(x) for k, x in text_keys(v)}
        o.environment = v
    else:
        o.environment = None
    if "EmulateConsole" in d:
        n += 1
        v = d["EmulateConsole"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.emulate_console = v
    else:
        o.emulate_console = None
    if "CreateStdInPipe" in d:
        n += 1
        v = d["CreateStdInPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_in_pipe = v
    else:
        o.create_std_in_pipe = None
    if "CreateStdOutPipe" in d:
        n += 1
        v = d["CreateStdOutPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_out_pipe = v
    else:
        o.create_std_out_pipe = None
    if "CreateStdErrPipe" in d:
        n += 1
        v = d["CreateStdErrPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_err_pipe = v
    else:
        o.create_std_err_pipe = None
    if "ConsoleSize" in d:
        n += 1
        v = d["ConsoleSize"]
        if v is not None:
            v = [integer(x, 0, 18446744073709551615) for x in array(v, 2)]
        o.console_size = v
    else:
        o.console_size = None
    if "CreateInUtilityVm" in d:
        n += 1
        v = d["CreateInUtilityVm"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_in_utility_vm = v
    else:
        o.create_in_utility_vm = None
    if "OCISpecification" in d:
        n += 1
        v = d["OCISpecification"]
        if v is not None:
            v = open_value(v)
        o.oci_specification = v
    else:
        o.oci_specification = None
    if "StdInPipe" in d:
        n += 1
        v = d["StdInPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.std_in_pipe = v
    else:
        o.std_in_pipe = None
    if "StdOutPipe" in d:
        n += 1
        v = d["StdOutPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.std_out_pipe = v
    else:
        o.std_out_pipe = None
    if "StdErrPipe" in d:
        n += 1
        v = d["StdErrPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.std_err_pipe = v
    else:
        o.std_err_pipe = None
    if "RestrictedToken" in d:
        n += 1
        v = d["RestrictedToken"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.restricted_token = v
    else:
        o.restricted_token = None
    o.unknown_members = leftover(ProcessConfig, d) if n != len(d) or None in d.values() else None
    o.__class__ = ProcessConfig
    return o


def write_process_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessConfig`."""
    d: dict[str, Any] = {}
    v = o.application_name
    if v is not None:
        d["ApplicationName"] = v
    v = o.command_line
    if v is not None:
        d["CommandLine"] = v
    v = o.command_args
    if v is not None:
        d["CommandArgs"] = [*v]
    v = o.user
    if v is not None:
        d["User"] = v
    v = o.working_directory
    if v is not None:
        d["WorkingDirectory"] = v
    v = o.environment
    if v is not None:
        d["Environment"] = {**v}
    v = o.emulate_console
    if v is not None:
        d["EmulateConsole"] = v
    v = o.create_std_in_pipe
    if v is not None:
        d["CreateStdInPipe"] = v
    v = o.create_std_out_pipe
    if v is not None:
        d["CreateStdOutPipe"] = v
    v = o.create_std_err_pipe
    if v is not None:
        d["CreateStdErrPipe"] = v
    v = o.console_size
    if v is not None:
        d["ConsoleSize"] = [*v]
    v = o.create_in_utility_vm
    if v is not None:
        d["CreateInUtilityVm"] = v
    v = o.oci_specification
    if v is not None:
        d["OCISpecification"] = plain(v)
    v = o.std_in_pipe
    if v is not None:
        d["StdInPipe"] = v
    v = o.std_out_pipe
    if v is not None:
        d["StdOutPipe"] = v
    v = o.std_err_pipe
    if v is not None:
        d["StdErrPipe"] = v
    v = o.restricted_token
    if v is not None:
        d["RestrictedToken"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_process_console_size(d: Any) -> Any:
    """A `ProcessConsoleSize` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(process_console_size_draft)
    n = 0
    if "Height" in d:
        n += 1
        v = d["Height"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.height = v
    else:
        o.height = None
    if "Width" in d:
        n += 1
        v = d["Width"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.width = v
    else:
        o.width = None
    o.unknown_members = leftover(ProcessConsoleSize, d) if n != len(d) else None
    o.__class__ = ProcessConsoleSize
    return o


def write_process_console_size(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessConsoleSize`."""
    d: dict[str, Any] = {}
    v = o.height
    if v is not None:
        d["Height"] = v
    v = o.width
    if v is not None:
        d["Width"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_process_list_item(d: Any) -> Any:
    """A `ProcessListItem` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(process_list_item_draft)
    n = 0
    if "CreateTimestamp" in d:
        n += 1
        v = d["CreateTimestamp"]
        if v is not None:
            v = timestamp(v)
        o.create_timestamp = v
    else:
        o.create_timestamp = None
    if "ImageName" in d:
        n += 1
        v = d["ImageName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.image_name = v
    else:
        o.image_name = None
    if "KernelTime100ns" in d:
        n += 1
        v = d["KernelTime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.kernel_time_100ns = v
    else:
        o.kernel_time_100ns = None
    if "MemoryCommitBytes" in d:
        n += 1
        v = d["MemoryCommitBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_commit_bytes = v
    else:
        o.memory_commit_bytes = None
    if "MemoryWorkingSetPrivateBytes" in d:
        n += 1
        v = d["MemoryWorkingSetPrivateBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_working_set_private_bytes = v
    else:
        o.memory_working_set_private_bytes = None
    if "MemoryWorkingSetSharedBytes" in d:
        n += 1
        v = d["MemoryWorkingSetSharedBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_working_set_shared_bytes = v
    else:
        o.memory_working_set_shared_bytes = None
    if "ProcessId" in d:
        n += 1
        v = d["ProcessId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.process_id = v
    else:
        o.process_id = None
    if "UserTime100ns" in d:
        n += 1
        v = d["UserTime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.user_time_100ns = v
    else:
        o.user_time_100ns = None
    o.unknown_members = leftover(ProcessListItem, d) if n != len(d) else None
    o.__class__ = ProcessListItem
    return o


def write_process_list_item(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessListItem`."""
    d: dict[str, Any] = {}
    v = o.create_timestamp
    if v is not None:
        d["CreateTimestamp"] = str(v)
    v = o.image_name
    if v is not None:
        d["ImageName"] = v
    v = o.kernel_time_100ns
    if v is not None:
        d["KernelTime100ns"] = v
    v = o.memory_commit_bytes
    if v is not None:
        d["MemoryCommitBytes"] = v
    v = o.memory_working_set_private_bytes
    if v is not None:
        d["MemoryWorkingSetPrivateBytes"] = v
    v = o.memory_working_set_shared_bytes
    if v is not None:
        d["MemoryWorkingSetSharedBytes"] = v
    v = o.process_id
    if v is not None:
        d["ProcessId"] = v
    v = o.user_time_100ns
    if v is not None:
        d["UserTime100ns"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_processor_stats(d: Any) -> Any:
    """A `ProcessorStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(processor_stats_draft)
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


def write_processor_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessorStats`."""
    d: dict[str, Any] = {}
    v = o.total_runtime_100ns
    if v is not None:
        d["TotalRuntime100ns"] = v
    v = o.runtime_user_100ns
    if v is not None:
        d["RuntimeUser100ns"] = v
    v = o.runtime_kernel_100ns
    if v is not None:
        d["RuntimeKernel100ns"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_process_status(d: Any) -> Any:
    """A `ProcessStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(process_status_draft)
    n = 0
    if "ProcessId" in d:
        n += 1
        v = d["ProcessId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.process_id = v
    else:
        o.process_id = None
    if "Exited" in d:
        n += 1
        v = d["Exited"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.exited = v
    else:
        o.exited = None
    if "ExitCode" in d:
        n += 1
        v = d["ExitCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.exit_code = v
    else:
        o.exit_code = None
    if "LastWaitResult" in d:
        n += 1
        v = d["LastWaitResult"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.last_wait_result = v
    else:
        o.last_wait_result = None
    o.unknown_members = leftover(ProcessStatus, d) if n != len(d) else None
    o.__class__ = ProcessStatus
    return o


def write_process_status(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessStatus`."""
    d: dict[str, Any] = {}
    v = o.process_id
    if v is not None:
        d["ProcessId"] = v
    v = o.exited
    if v is not None:
        d["Exited"] = v
    v = o.exit_code
    if v is not None:
        d["ExitCode"] = v
    v = o.last_wait_result
    if v is not None:
        d["LastWaitResult"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_property_query(d: Any) -> Any:
    """A `PropertyQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(property_query_draft)
    n = 0
    if "PropertyTypes" in d:
        n += 1
        v = d["PropertyTypes"]
        if v is not None:
            v = [known_text(x, known_property_type) for x in array(v)]
        o.property_types = v
    else:
        o.property_types = None
    o.unknown_members = leftover(PropertyQuery, d) if n != len(d) else None
    o.__class__ = PropertyQuery
    return o


def write_property_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `PropertyQuery`."""
    d: dict[str, Any] = {}
    v = o.property_types
    if v is not None:
        d["PropertyTypes"] = [x if type(x) is str else text_of(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_qos_policy_data(d: Any) -> Any:
    """A `QosPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(qos_policy_data_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "MaximumOutgoingBandwidthInBytes" in d:
        n += 1
        v = d["MaximumOutgoingBandwidthInBytes"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.maximum_outgoing_bandwidth_in_bytes = v
    else:
        o.maximum_outgoing_bandwidth_in_bytes = None
    o.unknown_members = leftover(QosPolicyData, d) if n != len(d) else None
    o.__class__ = QosPolicyData
    return o


def write_qos_policy_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `QosPolicyData`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.maximum_outgoing_bandwidth_in_bytes
    if v is not None:
        d["MaximumOutgoingBandwidthInBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_resource_modification_request_response(d: Any) -> Any:
    """A `ResourceModificationRequestResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(resource_modification_request_response_draft)
    n = 0
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = open_value(v)
        o.settings = v
    else:
        o.settings = None
    if "RequestType" in d:
        n += 1
        v = d["RequestType"]
        if type(v) is str:
            v = known_request_type(v, v)
        elif v is not None:
            raise Mismatch
        o.request_type = v
    else:
        o.request_type = None
    o.unknown_members = leftover(ResourceModificationRequestResponse, d) if n != len(d) or None in d.values() else None
    o.__class__ = ResourceModificationRequestResponse
    return o


def write_resource_modification_request_response(o: Any) -> dict[str, Any]:
    """The JSON object of a `ResourceModificationRequestResponse`."""
    d: dict[str, Any] = {}
    v = o.resource_type
    if v is not None:
        d["ResourceType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    v = o.request_type
    if v is not None:
        d["RequestType"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_settings_base(d: Any) -> Any:
    """A `SettingsBase` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(settings_base_draft)
    n = 0
    if "SystemType" in d:
        n += 1
        v = d["SystemType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.system_type = v
    else:
        o.system_type = None
    o.unknown_members = leftover(SettingsBase, d) if n != len(d) else None
    o.__class__ = SettingsBase
    return o


def write_settings_base(o: Any) -> dict[str, Any]:
    """The JSON object of a `SettingsBase`."""
    d: dict[str, Any] = {}
    v = o.system_type
    if v is not None:
        d["SystemType"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_statistics(d: Any) -> Any:
    """A `Statistics` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(statistics_draft)
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
    if "Memory" in d:
        n += 1
        v = d["Memory"]
        if v is not None:
            v = read_memory_stats(v)
        o.memory = v
    else:
        o.memory = None
    if "Processor" in d:
        n += 1
        v = d["Processor"]
        if v is not None:
            v = read_processor_stats(v)
        o.processor = v
    else:
        o.processor = None
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
            v = [read_network_stats(x) for x in array(v)]
        o.network = v
    else:
        o.network = None
    o.unknown_members = leftover(Statistics, d) if n != len(d) else None
    o.__class__ = Statistics
    return o


def write_statistics(o: Any) -> dict[str, Any]:
    """The JSON object of a `Statistics`."""
    d: dict[str, Any] = {}
    v = o.timestamp
    if v is not None:
        d["Timestamp"] = str(v)
    v = o.container_start_time
    if v is not None:
        d["ContainerStartTime"] = str(v)
    v = o.uptime_100ns
    if v is not None:
        d["Uptime100ns"] = v
    v = o.memory
    if v is not None:
        d["Memory"] = write_memory_stats(v)
    v = o.processor
    if v is not None:
        d["Processor"] = write_processor_stats(v)
    v = o.storage
    if v is not None:
        d["Storage"] = write_storage_stats(v)
    v = o.network
    if v is not None:
        d["Network"] = [write_network_stats(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_storage_stats(d: Any) -> Any:
    """A `StorageStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(storage_stats_draft)
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


def write_storage_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `StorageStats`."""
    d: dict[str, Any] = {}
    v = o.read_count_normalized
    if v is not None:
        d["ReadCountNormalized"] = v
    v = o.read_size_bytes
    if v is not None:
        d["ReadSizeBytes"] = v
    v = o.write_count_normalized
    if v is not None:
        d["WriteCountNormalized"] = v
    v = o.write_size_bytes
    if v is not None:
        d["WriteSizeBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hcs_subnet(d: Any) -> Any:
    """A `HcsSubnet` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hcs_subnet_draft)
    n = 0
    if "GatewayAddress" in d:
        n += 1
        v = d["GatewayAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.gateway_address = v
    else:
        o.gateway_address = None
    if "AddressPrefix" in d:
        n += 1
        v = d["AddressPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.address_prefix = v
    else:
        o.address_prefix = None
    o.unknown_members = leftover(HcsSubnet, d) if n != len(d) else None
    o.__class__ = HcsSubnet
    return o


def write_hcs_subnet(o: Any) -> dict[str, Any]:
    """The JSON object of a `HcsSubnet`."""
    d: dict[str, Any] = {}
    v = o.gateway_address
    if v is not None:
        d["GatewayAddress"] = v
    v = o.address_prefix
    if v is not None:
        d["AddressPrefix"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_utility_vm_network_settings(d: Any) -> Any:
    """A `UtilityVmNetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(utility_vm_network_settings_draft)
    n = 0
    if "SwitchName" in d:
        n += 1
        v = d["SwitchName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.switch_name = v
    else:
        o.switch_name = None
    if "PortName" in d:
        n += 1
        v = d["PortName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port_name = v
    else:
        o.port_name = None
    o.unknown_members = leftover(UtilityVmNetworkSettings, d) if n != len(d) else None
    o.__class__ = UtilityVmNetworkSettings
    return o


def write_utility_vm_network_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `UtilityVmNetworkSettings`."""
    d: dict[str, Any] = {}
    v = o.switch_name
    if v is not None:
        d["SwitchName"] = v
    v = o.port_name
    if v is not None:
        d["PortName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_vlan_policy_data(d: Any) -> Any:
    """A `VlanPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vlan_policy_data_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VLAN" in d:
        n += 1
        v = d["VLAN"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vlan = v
    else:
        o.vlan = None
    o.unknown_members = leftover(VlanPolicyData, d) if n != len(d) else None
    o.__class__ = VlanPolicyData
    return o


def write_vlan_policy_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `VlanPolicyData`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.vlan
    if v is not None:
        d["VLAN"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_vsid_policy_data(d: Any) -> Any:
    """A `VsidPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vsid_policy_data_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VSID" in d:
        n += 1
        v = d["VSID"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vsid = v
    else:
        o.vsid = None
    o.unknown_members = leftover(VsidPolicyData, d) if n != len(d) else None
    o.__class__ = VsidPolicyData
    return o


def write_vsid_policy_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `VsidPolicyData`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.vsid
    if v is not None:
        d["VSID"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.V1.AssignedDevice": (read_assigned_device, write_assigned_device),
    "hcs.V1.ComputeSystemQuery": (read_compute_system_query, write_compute_system_query),
    "hcs.V1.ContainerConfig": (read_container_config, write_container_config),
    "hcs.V1.ContainerProperties": (read_container_properties, write_container_properties),
    "hcs.V1.DeviceBase": (read_device_base, write_device_base),
    "hcs.V1.GuestConnectionInfo": (read_guest_connection_info, write_guest_connection_info),
    "hcs.V1.GuestDefinedCapabilities": (read_guest_defined_capabilities, write_guest_defined_capabilities),
    "hcs.V1.HvRuntime": (read_hv_runtime, write_hv_runtime),
    "hcs.V1.Layer": (read_layer, write_layer),
    "hcs.V1.MacPool": (read_hcs_mac_pool, write_hcs_mac_pool),
    "hcs.V1.MappedDir": (read_mapped_dir, write_mapped_dir),
    "hcs.V1.MappedPipe": (read_mapped_pipe, write_mapped_pipe),
    "hcs.V1.MappedVirtualDisk": (read_mapped_virtual_disk, write_mapped_virtual_disk),
    "hcs.V1.MappedVirtualDiskController": (read_mapped_virtual_disk_controller, write_mapped_virtual_disk_controller),
    "hcs.V1.MemoryStats": (read_memory_stats, write_memory_stats),
    "hcs.V1.NatPolicyData": (read_nat_policy_data, write_nat_policy_data),
    "hcs.V1.NatPortBinding": (read_nat_port_binding, write_nat_port_binding),
    "hcs.V1.NatSettings": (read_nat_settings, write_nat_settings),
    "hcs.V1.NetworkConnection": (read_network_connection, write_network_connection),
    "hcs.V1.NetworkDevice": (read_network_device, write_network_device),
    "hcs.V1.NetworkEndpoint": (read_network_endpoint, write_network_endpoint),
    "hcs.V1.NetworkSettings": (read_network_settings, write_network_settings),
    "hcs.V1.NetworkStats": (read_network_stats, write_network_stats),
    "hcs.V1.Policy": (read_hcs_policy, write_hcs_policy),
    "hcs.V1.ProcessConfig": (read_process_config, write_process_config),
    "hcs.V1.ProcessConsoleSize": (read_process_console_size, write_process_console_size),
    "hcs.V1.ProcessListItem": (read_process_list_item, write_process_list_item),
    "hcs.V1.ProcessorStats": (read_processor_stats, write_processor_stats),
    "hcs.V1.ProcessStatus": (read_process_status, write_process_status),
    "hcs.V1.PropertyQuery": (read_property_query, write_property_query),
    "hcs.V1.QosPolicyData": (read_qos_policy_data, write_qos_policy_data),
    "hcs.V1.ResourceModificationRequestResponse": (read_resource_modification_request_response, write_resource_modification_request_response),
    "hcs.V1.SettingsBase": (read_settings_base, write_settings_base),
    "hcs.V1.Statistics": (read_statistics, write_statistics),
    "hcs.V1.StorageStats": (read_storage_stats, write_storage_stats),
    "hcs.V1.Subnet": (read_hcs_subnet, write_hcs_subnet),
    "hcs.V1.UtilityVmNetworkSettings": (read_utility_vm_network_settings, write_utility_vm_network_settings),
    "hcs.V1.VlanPolicyData": (read_vlan_policy_data, write_vlan_policy_data),
    "hcs.V1.VsidPolicyData": (read_vsid_policy_data, write_vsid_policy_data),
}
"""Reader and writer of each type, by published name."""
