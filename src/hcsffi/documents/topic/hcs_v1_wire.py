"""Reading and writing: generation 1 of the compute documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, SMALL_NUMBERS, draft, guid, integer, known_text, later, leftover, merged, number_key, open_value, plain, text, texts, timestamp
from hcsffi.documents.topic.hcs_v1 import AssignedDevice, ComputeSystemQuery, ContainerConfig, ContainerProperties, DeviceBase, GuestConnectionInfo, GuestDefinedCapabilities, HcsMacPool, HcsPolicy, HcsSubnet, HvRuntime, Layer, MappedDir, MappedPipe, MappedVirtualDisk, MappedVirtualDiskController, MemoryStats, NatPolicyData, NatPortBinding, NatSettings, NetworkConnection, NetworkDevice, NetworkEndpoint, NetworkSettings, NetworkStats, ProcessConfig, ProcessConsoleSize, ProcessListItem, ProcessStatus, ProcessorStats, PropertyQuery, PropertyType, QosPolicyData, RequestType, ResourceModificationRequestResponse, ResourceType, SettingsBase, Statistics, StorageStats, UtilityVmNetworkSettings, VlanPolicyData, VsidPolicyData

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = assigned_device_draft()
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


def write_assigned_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AssignedDevice`."""
    d0: Any
    d0 = {}
    if o.interface_class_guid is not None:
        d0["InterfaceClassGuid"] = o.interface_class_guid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_compute_system_query(d: Any) -> Any:
    """A `ComputeSystemQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = compute_system_query_draft()
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


def write_compute_system_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ComputeSystemQuery`."""
    d0: Any
    d0 = {}
    v0 = o.ids
    if v0 is not None:
        d0["Ids"] = [*v0]
    v0 = o.types
    if v0 is not None:
        d0["Types"] = [*v0]
    v0 = o.names
    if v0 is not None:
        d0["Names"] = [*v0]
    v0 = o.owners
    if v0 is not None:
        d0["Owners"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_config(d: Any) -> Any:
    """A `ContainerConfig` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = container_config_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mapped_dir(x))
            v = r
        o.mapped_directories = v
    else:
        o.mapped_directories = None
    if "MappedPipes" in d:
        n += 1
        v = d["MappedPipes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mapped_pipe(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mapped_virtual_disk(x))
            v = r
        o.mapped_virtual_disks = v
    else:
        o.mapped_virtual_disks = None
    if "AssignedDevices" in d:
        n += 1
        v = d["AssignedDevices"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_assigned_device(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_network_endpoint(x))
            v = r
        o.network_endpoints = v
    else:
        o.network_endpoints = None
    o.unknown_members = leftover(ContainerConfig, d) if n != len(d) else None
    o.__class__ = ContainerConfig
    return o


def write_container_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerConfig`."""
    d0: Any
    d1: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.system_type is not None:
        d0["SystemType"] = o.system_type
    if o.name is not None:
        d0["Name"] = o.name
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.volume_path is not None:
        d0["VolumePath"] = o.volume_path
    if o.ignore_flushes_during_boot is not None:
        d0["IgnoreFlushesDuringBoot"] = o.ignore_flushes_during_boot
    if o.layer_folder_path is not None:
        d0["LayerFolderPath"] = o.layer_folder_path
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.path is not None:
                d2["Path"] = x1.path
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Layers"] = r1
    if o.credentials is not None:
        d0["Credentials"] = o.credentials
    if o.processor_count is not None:
        d0["ProcessorCount"] = o.processor_count
    if o.processor_weight is not None:
        d0["ProcessorWeight"] = o.processor_weight
    if o.processor_maximum is not None:
        d0["ProcessorMaximum"] = o.processor_maximum
    if o.storage_iops_maximum is not None:
        d0["StorageIOPSMaximum"] = o.storage_iops_maximum
    if o.storage_bandwidth_maximum is not None:
        d0["StorageBandwidthMaximum"] = o.storage_bandwidth_maximum
    if o.storage_sandbox_size is not None:
        d0["StorageSandboxSize"] = o.storage_sandbox_size
    if o.memory_maximum_in_mb is not None:
        d0["MemoryMaximumInMB"] = o.memory_maximum_in_mb
    if o.host_name is not None:
        d0["HostName"] = o.host_name
    v0 = o.mapped_directories
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            if x1.container_path is not None:
                d2["ContainerPath"] = x1.container_path
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            if x1.bandwidth_maximum is not None:
                d2["BandwidthMaximum"] = x1.bandwidth_maximum
            if x1.iops_maximum is not None:
                d2["IOPSMaximum"] = x1.iops_maximum
            if x1.create_in_utility_vm is not None:
                d2["CreateInUtilityVM"] = x1.create_in_utility_vm
            if x1.linux_metadata is not None:
                d2["LinuxMetadata"] = x1.linux_metadata
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MappedDirectories"] = r1
    v0 = o.mapped_pipes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            if x1.container_pipe_name is not None:
                d2["ContainerPipeName"] = x1.container_pipe_name
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MappedPipes"] = r1
    if o.hv_partition is not None:
        d0["HvPartition"] = o.hv_partition
    if o.network_shared_container_name is not None:
        d0["NetworkSharedContainerName"] = o.network_shared_container_name
    v0 = o.endpoint_list
    if v0 is not None:
        d0["EndpointList"] = [*v0]
    v0 = o.hv_runtime
    if v0 is not None:
        d1 = {}
        if v0.image_path is not None:
            d1["ImagePath"] = v0.image_path
        if v0.skip_template is not None:
            d1["SkipTemplate"] = v0.skip_template
        if v0.linux_initrd_file is not None:
            d1["LinuxInitrdFile"] = v0.linux_initrd_file
        if v0.linux_kernel_file is not None:
            d1["LinuxKernelFile"] = v0.linux_kernel_file
        if v0.linux_boot_parameters is not None:
            d1["LinuxBootParameters"] = v0.linux_boot_parameters
        if v0.boot_source is not None:
            d1["BootSource"] = v0.boot_source
        if v0.writable_boot_source is not None:
            d1["WritableBootSource"] = v0.writable_boot_source
        if v0.runtime_id is not None:
            d1["RuntimeId"] = v0.runtime_id
        if v0.enable_console is not None:
            d1["EnableConsole"] = v0.enable_console
        v1 = v0.network_settings
        if v1 is not None:
            d2 = {}
            if v1.switch_name is not None:
                d2["SwitchName"] = v1.switch_name
            if v1.port_name is not None:
                d2["PortName"] = v1.port_name
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["NetworkSettings"] = d2
        if v0.com1_pipe_name is not None:
            d1["Com1PipeName"] = v0.com1_pipe_name
        if v0.com2_pipe_name is not None:
            d1["Com2PipeName"] = v0.com2_pipe_name
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["HvRuntime"] = d1
    if o.servicing is not None:
        d0["Servicing"] = o.servicing
    if o.allow_unqualified_dns_query is not None:
        d0["AllowUnqualifiedDNSQuery"] = o.allow_unqualified_dns_query
    if o.dns_search_list is not None:
        d0["DNSSearchList"] = o.dns_search_list
    if o.container_type is not None:
        d0["ContainerType"] = o.container_type
    if o.terminate_on_last_handle_closed is not None:
        d0["TerminateOnLastHandleClosed"] = o.terminate_on_last_handle_closed
    v0 = o.mapped_virtual_disks
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            if x1.container_path is not None:
                d2["ContainerPath"] = x1.container_path
            if x1.create_in_utility_vm is not None:
                d2["CreateInUtilityVM"] = x1.create_in_utility_vm
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            if x1.cache is not None:
                d2["Cache"] = x1.cache
            if x1.attach_only is not None:
                d2["AttachOnly"] = x1.attach_only
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MappedVirtualDisks"] = r1
    v0 = o.assigned_devices
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.interface_class_guid is not None:
                d2["InterfaceClassGuid"] = x1.interface_class_guid
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["AssignedDevices"] = r1
    if o.is_dummy is not None:
        d0["IsDummy"] = o.is_dummy
    if o.sandbox_path is not None:
        d0["SandboxPath"] = o.sandbox_path
    v0 = o.devices
    if v0 is not None:
        d0["Devices"] = [*v0]
    v0 = o.network_endpoints
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["Id"] = x1.id
            if x1.endpoint_name is not None:
                d2["EndpointName"] = x1.endpoint_name
            if x1.dynamic_ip_address is not None:
                d2["DynamicIPAddress"] = x1.dynamic_ip_address
            if x1.static_ip_address is not None:
                d2["StaticIPAddress"] = x1.static_ip_address
            if x1.network_id is not None:
                d2["NetworkId"] = x1.network_id
            v2 = x1.policies
            if v2 is not None:
                d2["Policies"] = [*v2]
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["NetworkEndpoints"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_properties(d: Any) -> Any:
    """A `ContainerProperties` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = container_properties_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_process_list_item(x))
            v = r
        o.process_list = v
    else:
        o.process_list = None
    if "MappedVirtualDiskControllers" in d:
        n += 1
        v = d["MappedVirtualDiskControllers"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 9223372036854775807)
                r[k] = read_mapped_virtual_disk_controller(x)
            v = r
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


def write_container_properties(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerProperties`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d4: Any
    r1: Any
    r2: Any
    r3: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.state is not None:
        d0["State"] = o.state
    if o.name is not None:
        d0["Name"] = o.name
    if o.system_type is not None:
        d0["SystemType"] = o.system_type
    if o.runtime_os_type is not None:
        d0["RuntimeOsType"] = o.runtime_os_type
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.silo_guid is not None:
        d0["SiloGuid"] = o.silo_guid
    if o.runtime_id is not None:
        d0["RuntimeId"] = o.runtime_id
    if o.is_runtime_template is not None:
        d0["IsRuntimeTemplate"] = o.is_runtime_template
    if o.runtime_image_path is not None:
        d0["RuntimeImagePath"] = o.runtime_image_path
    if o.stopped is not None:
        d0["Stopped"] = o.stopped
    if o.exit_type is not None:
        d0["ExitType"] = o.exit_type
    if o.are_updates_pending is not None:
        d0["AreUpdatesPending"] = o.are_updates_pending
    if o.ob_root is not None:
        d0["ObRoot"] = o.ob_root
    v0 = o.statistics
    if v0 is not None:
        d1 = {}
        v1 = v0.timestamp
        if v1 is not None:
            d1["Timestamp"] = str(v1)
        v1 = v0.container_start_time
        if v1 is not None:
            d1["ContainerStartTime"] = str(v1)
        if v0.uptime_100ns is not None:
            d1["Uptime100ns"] = v0.uptime_100ns
        v1 = v0.memory
        if v1 is not None:
            d2 = {}
            if v1.memory_usage_commit_bytes is not None:
                d2["MemoryUsageCommitBytes"] = v1.memory_usage_commit_bytes
            if v1.memory_usage_commit_peak_bytes is not None:
                d2["MemoryUsageCommitPeakBytes"] = v1.memory_usage_commit_peak_bytes
            if v1.memory_usage_private_working_set_bytes is not None:
                d2["MemoryUsagePrivateWorkingSetBytes"] = v1.memory_usage_private_working_set_bytes
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Memory"] = d2
        v1 = v0.processor
        if v1 is not None:
            d2 = {}
            if v1.total_runtime_100ns is not None:
                d2["TotalRuntime100ns"] = v1.total_runtime_100ns
            if v1.runtime_user_100ns is not None:
                d2["RuntimeUser100ns"] = v1.runtime_user_100ns
            if v1.runtime_kernel_100ns is not None:
                d2["RuntimeKernel100ns"] = v1.runtime_kernel_100ns
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Processor"] = d2
        v1 = v0.storage
        if v1 is not None:
            d2 = {}
            if v1.read_count_normalized is not None:
                d2["ReadCountNormalized"] = v1.read_count_normalized
            if v1.read_size_bytes is not None:
                d2["ReadSizeBytes"] = v1.read_size_bytes
            if v1.write_count_normalized is not None:
                d2["WriteCountNormalized"] = v1.write_count_normalized
            if v1.write_size_bytes is not None:
                d2["WriteSizeBytes"] = v1.write_size_bytes
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Storage"] = d2
        v1 = v0.network
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.bytes_received is not None:
                    d3["BytesReceived"] = x2.bytes_received
                if x2.bytes_sent is not None:
                    d3["BytesSent"] = x2.bytes_sent
                if x2.packets_received is not None:
                    d3["PacketsReceived"] = x2.packets_received
                if x2.packets_sent is not None:
                    d3["PacketsSent"] = x2.packets_sent
                if x2.dropped_packets_incoming is not None:
                    d3["DroppedPacketsIncoming"] = x2.dropped_packets_incoming
                if x2.dropped_packets_outgoing is not None:
                    d3["DroppedPacketsOutgoing"] = x2.dropped_packets_outgoing
                if x2.endpoint_id is not None:
                    d3["EndpointId"] = x2.endpoint_id
                if x2.instance_id is not None:
                    d3["InstanceId"] = x2.instance_id
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["Network"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Statistics"] = d1
    v0 = o.process_list
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.create_timestamp
            if v2 is not None:
                d2["CreateTimestamp"] = str(v2)
            if x1.image_name is not None:
                d2["ImageName"] = x1.image_name
            if x1.kernel_time_100ns is not None:
                d2["KernelTime100ns"] = x1.kernel_time_100ns
            if x1.memory_commit_bytes is not None:
                d2["MemoryCommitBytes"] = x1.memory_commit_bytes
            if x1.memory_working_set_private_bytes is not None:
                d2["MemoryWorkingSetPrivateBytes"] = x1.memory_working_set_private_bytes
            if x1.memory_working_set_shared_bytes is not None:
                d2["MemoryWorkingSetSharedBytes"] = x1.memory_working_set_shared_bytes
            if x1.process_id is not None:
                d2["ProcessId"] = x1.process_id
            if x1.user_time_100ns is not None:
                d2["UserTime100ns"] = x1.user_time_100ns
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["ProcessList"] = r1
    v0 = o.mapped_virtual_disk_controllers
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.mapped_virtual_disks
            if v2 is not None:
                r3 = {}
                for k3, x3 in v2.items():
                    d4 = {}
                    if x3.host_path is not None:
                        d4["HostPath"] = x3.host_path
                    if x3.container_path is not None:
                        d4["ContainerPath"] = x3.container_path
                    if x3.create_in_utility_vm is not None:
                        d4["CreateInUtilityVM"] = x3.create_in_utility_vm
                    if x3.read_only is not None:
                        d4["ReadOnly"] = x3.read_only
                    if x3.cache is not None:
                        d4["Cache"] = x3.cache
                    if x3.attach_only is not None:
                        d4["AttachOnly"] = x3.attach_only
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3[k3] = d4
                d2["MappedVirtualDisks"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["MappedVirtualDiskControllers"] = r1
    v0 = o.guest_connection_info
    if v0 is not None:
        d1 = {}
        v1 = v0.supported_schema_versions
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(write_version(x2, settle))
            d1["SupportedSchemaVersions"] = r2
        if v0.protocol_version is not None:
            d1["ProtocolVersion"] = v0.protocol_version
        v1 = v0.guest_defined_capabilities
        if v1 is not None:
            d2 = {}
            if v1.namespace_add_request_supported is not None:
                d2["NamespaceAddRequestSupported"] = v1.namespace_add_request_supported
            if v1.signal_process_supported is not None:
                d2["SignalProcessSupported"] = v1.signal_process_supported
            if v1.dump_stacks_supported is not None:
                d2["DumpStacksSupported"] = v1.dump_stacks_supported
            if v1.delete_container_state_supported is not None:
                d2["DeleteContainerStateSupported"] = v1.delete_container_state_supported
            if v1.update_container_supported is not None:
                d2["UpdateContainerSupported"] = v1.update_container_supported
            if v1.log_forwarding_supported is not None:
                d2["LogForwardingSupported"] = v1.log_forwarding_supported
            if v1.host_process_container_supported is not None:
                d2["HostProcessContainerSupported"] = v1.host_process_container_supported
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["GuestDefinedCapabilities"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestConnectionInfo"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_device_base(d: Any) -> Any:
    """A `DeviceBase` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = device_base_draft()
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


def write_device_base(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceBase`."""
    d0: Any
    d0 = {}
    if o.device_type is not None:
        d0["DeviceType"] = o.device_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_connection_info(d: Any) -> Any:
    """A `GuestConnectionInfo` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_connection_info_draft()
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_version(x))
            v = r
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


def write_guest_connection_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestConnectionInfo`."""
    d0: Any
    d1: Any
    r1: Any
    d0 = {}
    v0 = o.supported_schema_versions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_version(x1, settle))
        d0["SupportedSchemaVersions"] = r1
    if o.protocol_version is not None:
        d0["ProtocolVersion"] = o.protocol_version
    v0 = o.guest_defined_capabilities
    if v0 is not None:
        d1 = {}
        if v0.namespace_add_request_supported is not None:
            d1["NamespaceAddRequestSupported"] = v0.namespace_add_request_supported
        if v0.signal_process_supported is not None:
            d1["SignalProcessSupported"] = v0.signal_process_supported
        if v0.dump_stacks_supported is not None:
            d1["DumpStacksSupported"] = v0.dump_stacks_supported
        if v0.delete_container_state_supported is not None:
            d1["DeleteContainerStateSupported"] = v0.delete_container_state_supported
        if v0.update_container_supported is not None:
            d1["UpdateContainerSupported"] = v0.update_container_supported
        if v0.log_forwarding_supported is not None:
            d1["LogForwardingSupported"] = v0.log_forwarding_supported
        if v0.host_process_container_supported is not None:
            d1["HostProcessContainerSupported"] = v0.host_process_container_supported
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestDefinedCapabilities"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_defined_capabilities(d: Any) -> Any:
    """A `GuestDefinedCapabilities` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_defined_capabilities_draft()
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


def write_guest_defined_capabilities(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestDefinedCapabilities`."""
    d0: Any
    d0 = {}
    if o.namespace_add_request_supported is not None:
        d0["NamespaceAddRequestSupported"] = o.namespace_add_request_supported
    if o.signal_process_supported is not None:
        d0["SignalProcessSupported"] = o.signal_process_supported
    if o.dump_stacks_supported is not None:
        d0["DumpStacksSupported"] = o.dump_stacks_supported
    if o.delete_container_state_supported is not None:
        d0["DeleteContainerStateSupported"] = o.delete_container_state_supported
    if o.update_container_supported is not None:
        d0["UpdateContainerSupported"] = o.update_container_supported
    if o.log_forwarding_supported is not None:
        d0["LogForwardingSupported"] = o.log_forwarding_supported
    if o.host_process_container_supported is not None:
        d0["HostProcessContainerSupported"] = o.host_process_container_supported
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hv_runtime(d: Any) -> Any:
    """A `HvRuntime` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hv_runtime_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_hv_runtime(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HvRuntime`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.image_path is not None:
        d0["ImagePath"] = o.image_path
    if o.skip_template is not None:
        d0["SkipTemplate"] = o.skip_template
    if o.linux_initrd_file is not None:
        d0["LinuxInitrdFile"] = o.linux_initrd_file
    if o.linux_kernel_file is not None:
        d0["LinuxKernelFile"] = o.linux_kernel_file
    if o.linux_boot_parameters is not None:
        d0["LinuxBootParameters"] = o.linux_boot_parameters
    if o.boot_source is not None:
        d0["BootSource"] = o.boot_source
    if o.writable_boot_source is not None:
        d0["WritableBootSource"] = o.writable_boot_source
    if o.runtime_id is not None:
        d0["RuntimeId"] = o.runtime_id
    if o.enable_console is not None:
        d0["EnableConsole"] = o.enable_console
    v0 = o.network_settings
    if v0 is not None:
        d1 = {}
        if v0.switch_name is not None:
            d1["SwitchName"] = v0.switch_name
        if v0.port_name is not None:
            d1["PortName"] = v0.port_name
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["NetworkSettings"] = d1
    if o.com1_pipe_name is not None:
        d0["Com1PipeName"] = o.com1_pipe_name
    if o.com2_pipe_name is not None:
        d0["Com2PipeName"] = o.com2_pipe_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_layer(d: Any) -> Any:
    """A `Layer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = layer_draft()
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


def write_layer(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Layer`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.path is not None:
        d0["Path"] = o.path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hcs_mac_pool(d: Any) -> Any:
    """A `HcsMacPool` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hcs_mac_pool_draft()
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


def write_hcs_mac_pool(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HcsMacPool`."""
    d0: Any
    d0 = {}
    if o.start_mac_address is not None:
        d0["StartMacAddress"] = o.start_mac_address
    if o.end_mac_address is not None:
        d0["EndMacAddress"] = o.end_mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_dir(d: Any) -> Any:
    """A `MappedDir` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_dir_draft()
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


def write_mapped_dir(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedDir`."""
    d0: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    if o.container_path is not None:
        d0["ContainerPath"] = o.container_path
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.bandwidth_maximum is not None:
        d0["BandwidthMaximum"] = o.bandwidth_maximum
    if o.iops_maximum is not None:
        d0["IOPSMaximum"] = o.iops_maximum
    if o.create_in_utility_vm is not None:
        d0["CreateInUtilityVM"] = o.create_in_utility_vm
    if o.linux_metadata is not None:
        d0["LinuxMetadata"] = o.linux_metadata
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_pipe(d: Any) -> Any:
    """A `MappedPipe` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_pipe_draft()
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


def write_mapped_pipe(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedPipe`."""
    d0: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    if o.container_pipe_name is not None:
        d0["ContainerPipeName"] = o.container_pipe_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_virtual_disk(d: Any) -> Any:
    """A `MappedVirtualDisk` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_virtual_disk_draft()
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


def write_mapped_virtual_disk(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedVirtualDisk`."""
    d0: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    if o.container_path is not None:
        d0["ContainerPath"] = o.container_path
    if o.create_in_utility_vm is not None:
        d0["CreateInUtilityVM"] = o.create_in_utility_vm
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.cache is not None:
        d0["Cache"] = o.cache
    if o.attach_only is not None:
        d0["AttachOnly"] = o.attach_only
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_virtual_disk_controller(d: Any) -> Any:
    """A `MappedVirtualDiskController` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = mapped_virtual_disk_controller_draft()
    n = 0
    if "MappedVirtualDisks" in d:
        n += 1
        v = d["MappedVirtualDisks"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 9223372036854775807)
                r[k] = read_mapped_virtual_disk(x)
            v = r
        o.mapped_virtual_disks = v
    else:
        o.mapped_virtual_disks = None
    o.unknown_members = leftover(MappedVirtualDiskController, d) if n != len(d) else None
    o.__class__ = MappedVirtualDiskController
    return o


def write_mapped_virtual_disk_controller(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedVirtualDiskController`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.mapped_virtual_disks
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            if x1.container_path is not None:
                d2["ContainerPath"] = x1.container_path
            if x1.create_in_utility_vm is not None:
                d2["CreateInUtilityVM"] = x1.create_in_utility_vm
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            if x1.cache is not None:
                d2["Cache"] = x1.cache
            if x1.attach_only is not None:
                d2["AttachOnly"] = x1.attach_only
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["MappedVirtualDisks"] = r1
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


def read_nat_policy_data(d: Any) -> Any:
    """A `NatPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = nat_policy_data_draft()
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


def write_nat_policy_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NatPolicyData`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nat_port_binding(d: Any) -> Any:
    """A `NatPortBinding` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = nat_port_binding_draft()
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


def write_nat_port_binding(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NatPortBinding`."""
    d0: Any
    d0 = {}
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nat_settings(d: Any) -> Any:
    """A `NatSettings` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = nat_settings_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_nat_port_binding(x))
            v = r
        o.port_bindings = v
    else:
        o.port_bindings = None
    o.unknown_members = leftover(NatSettings, d) if n != len(d) else None
    o.__class__ = NatSettings
    return o


def write_nat_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NatSettings`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.port_bindings
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.protocol is not None:
                d2["Protocol"] = x1.protocol
            if x1.internal_port is not None:
                d2["InternalPort"] = x1.internal_port
            if x1.external_port is not None:
                d2["ExternalPort"] = x1.external_port
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["PortBindings"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_connection(d: Any) -> Any:
    """A `NetworkConnection` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_connection_draft()
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


def write_network_connection(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkConnection`."""
    d0: Any
    d1: Any
    d3: Any
    r2: Any
    d0 = {}
    if o.network_name is not None:
        d0["NetworkName"] = o.network_name
    if o.ip4_address is not None:
        d0["Ip4Address"] = o.ip4_address
    if o.enable_nat is not None:
        d0["EnableNat"] = o.enable_nat
    v0 = o.nat
    if v0 is not None:
        d1 = {}
        if v0.name is not None:
            d1["Name"] = v0.name
        v1 = v0.port_bindings
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.protocol is not None:
                    d3["Protocol"] = x2.protocol
                if x2.internal_port is not None:
                    d3["InternalPort"] = x2.internal_port
                if x2.external_port is not None:
                    d3["ExternalPort"] = x2.external_port
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["PortBindings"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Nat"] = d1
    if o.maximum_outgoing_bandwidth_in_bytes is not None:
        d0["MaximumOutgoingBandwidthInBytes"] = o.maximum_outgoing_bandwidth_in_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_device(d: Any) -> Any:
    """A `NetworkDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_device_draft()
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


def write_network_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkDevice`."""
    d0: Any
    d1: Any
    d2: Any
    d4: Any
    r3: Any
    d0 = {}
    if o.device_type is not None:
        d0["DeviceType"] = o.device_type
    v0 = o.connection
    if v0 is not None:
        d1 = {}
        if v0.network_name is not None:
            d1["NetworkName"] = v0.network_name
        if v0.ip4_address is not None:
            d1["Ip4Address"] = v0.ip4_address
        if v0.enable_nat is not None:
            d1["EnableNat"] = v0.enable_nat
        v1 = v0.nat
        if v1 is not None:
            d2 = {}
            if v1.name is not None:
                d2["Name"] = v1.name
            v2 = v1.port_bindings
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.protocol is not None:
                        d4["Protocol"] = x3.protocol
                    if x3.internal_port is not None:
                        d4["InternalPort"] = x3.internal_port
                    if x3.external_port is not None:
                        d4["ExternalPort"] = x3.external_port
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["PortBindings"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Nat"] = d2
        if v0.maximum_outgoing_bandwidth_in_bytes is not None:
            d1["MaximumOutgoingBandwidthInBytes"] = v0.maximum_outgoing_bandwidth_in_bytes
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Connection"] = d1
    v0 = o.settings
    if v0 is not None:
        d1 = {}
        if v0.mac_address is not None:
            d1["MacAddress"] = v0.mac_address
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Settings"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_endpoint(d: Any) -> Any:
    """A `NetworkEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_endpoint_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_network_endpoint(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkEndpoint`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.endpoint_name is not None:
        d0["EndpointName"] = o.endpoint_name
    if o.dynamic_ip_address is not None:
        d0["DynamicIPAddress"] = o.dynamic_ip_address
    if o.static_ip_address is not None:
        d0["StaticIPAddress"] = o.static_ip_address
    if o.network_id is not None:
        d0["NetworkId"] = o.network_id
    v0 = o.policies
    if v0 is not None:
        d0["Policies"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_settings(d: Any) -> Any:
    """A `NetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_settings_draft()
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


def write_network_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkSettings`."""
    d0: Any
    d0 = {}
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_stats(d: Any) -> Any:
    """A `NetworkStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_stats_draft()
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


def write_network_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkStats`."""
    d0: Any
    d0 = {}
    if o.bytes_received is not None:
        d0["BytesReceived"] = o.bytes_received
    if o.bytes_sent is not None:
        d0["BytesSent"] = o.bytes_sent
    if o.packets_received is not None:
        d0["PacketsReceived"] = o.packets_received
    if o.packets_sent is not None:
        d0["PacketsSent"] = o.packets_sent
    if o.dropped_packets_incoming is not None:
        d0["DroppedPacketsIncoming"] = o.dropped_packets_incoming
    if o.dropped_packets_outgoing is not None:
        d0["DroppedPacketsOutgoing"] = o.dropped_packets_outgoing
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.instance_id is not None:
        d0["InstanceId"] = o.instance_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hcs_policy(d: Any) -> Any:
    """A `HcsPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hcs_policy_draft()
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


def write_hcs_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HcsPolicy`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_config(d: Any) -> Any:
    """A `ProcessConfig` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = process_config_draft()
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = text(x)
            v = r
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
            if type(v) is not list or len(v) != 2:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 18446744073709551615))
            v = r
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


def write_process_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessConfig`."""
    d0: Any
    d0 = {}
    if o.application_name is not None:
        d0["ApplicationName"] = o.application_name
    if o.command_line is not None:
        d0["CommandLine"] = o.command_line
    v0 = o.command_args
    if v0 is not None:
        d0["CommandArgs"] = [*v0]
    if o.user is not None:
        d0["User"] = o.user
    if o.working_directory is not None:
        d0["WorkingDirectory"] = o.working_directory
    v0 = o.environment
    if v0 is not None:
        d0["Environment"] = {**v0}
    if o.emulate_console is not None:
        d0["EmulateConsole"] = o.emulate_console
    if o.create_std_in_pipe is not None:
        d0["CreateStdInPipe"] = o.create_std_in_pipe
    if o.create_std_out_pipe is not None:
        d0["CreateStdOutPipe"] = o.create_std_out_pipe
    if o.create_std_err_pipe is not None:
        d0["CreateStdErrPipe"] = o.create_std_err_pipe
    v0 = o.console_size
    if v0 is not None:
        d0["ConsoleSize"] = [*v0]
    if o.create_in_utility_vm is not None:
        d0["CreateInUtilityVm"] = o.create_in_utility_vm
    v0 = o.oci_specification
    if v0 is not None:
        d0["OCISpecification"] = plain(v0, settle)
    if o.std_in_pipe is not None:
        d0["StdInPipe"] = o.std_in_pipe
    if o.std_out_pipe is not None:
        d0["StdOutPipe"] = o.std_out_pipe
    if o.std_err_pipe is not None:
        d0["StdErrPipe"] = o.std_err_pipe
    if o.restricted_token is not None:
        d0["RestrictedToken"] = o.restricted_token
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_console_size(d: Any) -> Any:
    """A `ProcessConsoleSize` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_console_size_draft()
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


def write_process_console_size(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessConsoleSize`."""
    d0: Any
    d0 = {}
    if o.height is not None:
        d0["Height"] = o.height
    if o.width is not None:
        d0["Width"] = o.width
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_list_item(d: Any) -> Any:
    """A `ProcessListItem` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_list_item_draft()
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


def write_process_list_item(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessListItem`."""
    d0: Any
    d0 = {}
    v0 = o.create_timestamp
    if v0 is not None:
        d0["CreateTimestamp"] = str(v0)
    if o.image_name is not None:
        d0["ImageName"] = o.image_name
    if o.kernel_time_100ns is not None:
        d0["KernelTime100ns"] = o.kernel_time_100ns
    if o.memory_commit_bytes is not None:
        d0["MemoryCommitBytes"] = o.memory_commit_bytes
    if o.memory_working_set_private_bytes is not None:
        d0["MemoryWorkingSetPrivateBytes"] = o.memory_working_set_private_bytes
    if o.memory_working_set_shared_bytes is not None:
        d0["MemoryWorkingSetSharedBytes"] = o.memory_working_set_shared_bytes
    if o.process_id is not None:
        d0["ProcessId"] = o.process_id
    if o.user_time_100ns is not None:
        d0["UserTime100ns"] = o.user_time_100ns
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


def read_process_status(d: Any) -> Any:
    """A `ProcessStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_status_draft()
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


def write_process_status(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessStatus`."""
    d0: Any
    d0 = {}
    if o.process_id is not None:
        d0["ProcessId"] = o.process_id
    if o.exited is not None:
        d0["Exited"] = o.exited
    if o.exit_code is not None:
        d0["ExitCode"] = o.exit_code
    if o.last_wait_result is not None:
        d0["LastWaitResult"] = o.last_wait_result
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_property_query(d: Any) -> Any:
    """A `PropertyQuery` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = property_query_draft()
    n = 0
    if "PropertyTypes" in d:
        n += 1
        v = d["PropertyTypes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_property_type))
            v = r
        o.property_types = v
    else:
        o.property_types = None
    o.unknown_members = leftover(PropertyQuery, d) if n != len(d) else None
    o.__class__ = PropertyQuery
    return o


def write_property_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PropertyQuery`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.property_types
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["PropertyTypes"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_qos_policy_data(d: Any) -> Any:
    """A `QosPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = qos_policy_data_draft()
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


def write_qos_policy_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `QosPolicyData`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    if o.maximum_outgoing_bandwidth_in_bytes is not None:
        d0["MaximumOutgoingBandwidthInBytes"] = o.maximum_outgoing_bandwidth_in_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_resource_modification_request_response(d: Any) -> Any:
    """A `ResourceModificationRequestResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = resource_modification_request_response_draft()
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


def write_resource_modification_request_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ResourceModificationRequestResponse`."""
    d0: Any
    d0 = {}
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_settings_base(d: Any) -> Any:
    """A `SettingsBase` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = settings_base_draft()
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


def write_settings_base(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SettingsBase`."""
    d0: Any
    d0 = {}
    if o.system_type is not None:
        d0["SystemType"] = o.system_type
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_network_stats(x))
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
    d2: Any
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
    v0 = o.processor
    if v0 is not None:
        d1 = {}
        if v0.total_runtime_100ns is not None:
            d1["TotalRuntime100ns"] = v0.total_runtime_100ns
        if v0.runtime_user_100ns is not None:
            d1["RuntimeUser100ns"] = v0.runtime_user_100ns
        if v0.runtime_kernel_100ns is not None:
            d1["RuntimeKernel100ns"] = v0.runtime_kernel_100ns
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Processor"] = d1
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
            d2 = {}
            if x1.bytes_received is not None:
                d2["BytesReceived"] = x1.bytes_received
            if x1.bytes_sent is not None:
                d2["BytesSent"] = x1.bytes_sent
            if x1.packets_received is not None:
                d2["PacketsReceived"] = x1.packets_received
            if x1.packets_sent is not None:
                d2["PacketsSent"] = x1.packets_sent
            if x1.dropped_packets_incoming is not None:
                d2["DroppedPacketsIncoming"] = x1.dropped_packets_incoming
            if x1.dropped_packets_outgoing is not None:
                d2["DroppedPacketsOutgoing"] = x1.dropped_packets_outgoing
            if x1.endpoint_id is not None:
                d2["EndpointId"] = x1.endpoint_id
            if x1.instance_id is not None:
                d2["InstanceId"] = x1.instance_id
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
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


def read_hcs_subnet(d: Any) -> Any:
    """A `HcsSubnet` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hcs_subnet_draft()
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


def write_hcs_subnet(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HcsSubnet`."""
    d0: Any
    d0 = {}
    if o.gateway_address is not None:
        d0["GatewayAddress"] = o.gateway_address
    if o.address_prefix is not None:
        d0["AddressPrefix"] = o.address_prefix
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_utility_vm_network_settings(d: Any) -> Any:
    """A `UtilityVmNetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = utility_vm_network_settings_draft()
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


def write_utility_vm_network_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `UtilityVmNetworkSettings`."""
    d0: Any
    d0 = {}
    if o.switch_name is not None:
        d0["SwitchName"] = o.switch_name
    if o.port_name is not None:
        d0["PortName"] = o.port_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vlan_policy_data(d: Any) -> Any:
    """A `VlanPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vlan_policy_data_draft()
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


def write_vlan_policy_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VlanPolicyData`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    if o.vlan is not None:
        d0["VLAN"] = o.vlan
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vsid_policy_data(d: Any) -> Any:
    """A `VsidPolicyData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vsid_policy_data_draft()
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


def write_vsid_policy_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VsidPolicyData`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    if o.vsid is not None:
        d0["VSID"] = o.vsid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
