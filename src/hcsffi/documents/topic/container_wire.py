"""Reading and writing: process-isolated containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_keys, guid_text, later, leftover, merged, text_of
from hcsffi.documents.topic.container import Container, ContainerHvSocket, ContainerMemory, ContainerMemoryInformation, ContainerProcessor, Device, DeviceType, GuestOs, HvSocketServiceConfig, HvSocketSystemConfig, IsolationSettings, IsolationType, MappedDirectory, MappedPipe, MappedPipePathType, Networking
from hcsffi.documents.topic.layers import PathType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
container_draft = draft(Container)
container_hv_socket_draft = draft(ContainerHvSocket)
container_memory_draft = draft(ContainerMemory)
container_processor_draft = draft(ContainerProcessor)
container_memory_information_draft = draft(ContainerMemoryInformation)
device_draft = draft(Device)
guest_os_draft = draft(GuestOs)
hv_socket_service_config_draft = draft(HvSocketServiceConfig)
hv_socket_system_config_draft = draft(HvSocketSystemConfig)
isolation_settings_draft = draft(IsolationSettings)
mapped_directory_draft = draft(MappedDirectory)
mapped_pipe_draft = draft(MappedPipe)
networking_draft = draft(Networking)
known_device_type = DeviceType._value2member_map_.get
known_isolation_type = IsolationType._value2member_map_.get
known_mapped_pipe_path_type = MappedPipePathType._value2member_map_.get
known_path_type = PathType._value2member_map_.get
read_container_credential_guard_state = later("hcsffi.documents.topic.service_wire", "read_container_credential_guard_state", globals())
read_containers_def_device = later("hcsffi.documents.topic.isolation_wire", "read_containers_def_device", globals())
read_registry_changes = later("hcsffi.documents.topic.registry_wire", "read_registry_changes", globals())
read_storage = later("hcsffi.documents.topic.layers_wire", "read_storage", globals())
write_container_credential_guard_state = later("hcsffi.documents.topic.service_wire", "write_container_credential_guard_state", globals())
write_containers_def_device = later("hcsffi.documents.topic.isolation_wire", "write_containers_def_device", globals())
write_registry_changes = later("hcsffi.documents.topic.registry_wire", "write_registry_changes", globals())
write_storage = later("hcsffi.documents.topic.layers_wire", "write_storage", globals())


def read_container(d: Any) -> Any:
    """A `Container` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_draft)
    n = 0
    if "GuestOs" in d:
        n += 1
        v = d["GuestOs"]
        if v is not None:
            v = read_guest_os(v)
        o.guest_os = v
    else:
        o.guest_os = None
    if "Storage" in d:
        n += 1
        v = d["Storage"]
        if v is not None:
            v = read_storage(v)
        o.storage = v
    else:
        o.storage = None
    if "MappedDirectories" in d:
        n += 1
        v = d["MappedDirectories"]
        if v is not None:
            v = [read_mapped_directory(x) for x in array(v)]
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
    if "Memory" in d:
        n += 1
        v = d["Memory"]
        if v is not None:
            v = read_container_memory(v)
        o.memory = v
    else:
        o.memory = None
    if "Processor" in d:
        n += 1
        v = d["Processor"]
        if v is not None:
            v = read_container_processor(v)
        o.processor = v
    else:
        o.processor = None
    if "Networking" in d:
        n += 1
        v = d["Networking"]
        if v is not None:
            v = read_networking(v)
        o.networking = v
    else:
        o.networking = None
    if "HvSocket" in d:
        n += 1
        v = d["HvSocket"]
        if v is not None:
            v = read_container_hv_socket(v)
        o.hv_socket = v
    else:
        o.hv_socket = None
    if "ContainerCredentialGuard" in d:
        n += 1
        v = d["ContainerCredentialGuard"]
        if v is not None:
            v = read_container_credential_guard_state(v)
        o.container_credential_guard = v
    else:
        o.container_credential_guard = None
    if "RegistryChanges" in d:
        n += 1
        v = d["RegistryChanges"]
        if v is not None:
            v = read_registry_changes(v)
        o.registry_changes = v
    else:
        o.registry_changes = None
    if "AssignedDevices" in d:
        n += 1
        v = d["AssignedDevices"]
        if v is not None:
            v = [read_device(x) for x in array(v)]
        o.assigned_devices = v
    else:
        o.assigned_devices = None
    if "AdditionalDeviceNamespace" in d:
        n += 1
        v = d["AdditionalDeviceNamespace"]
        if v is not None:
            v = read_containers_def_device(v)
        o.additional_device_namespace = v
    else:
        o.additional_device_namespace = None
    if "IsolationType" in d:
        n += 1
        v = d["IsolationType"]
        if type(v) is str:
            v = known_isolation_type(v, v)
        elif v is not None:
            raise Mismatch
        o.isolation_type = v
    else:
        o.isolation_type = None
    o.unknown_members = leftover(Container, d) if n != len(d) else None
    o.__class__ = Container
    return o


def write_container(o: Any) -> dict[str, Any]:
    """The JSON object of a `Container`."""
    d: dict[str, Any] = {}
    v = o.guest_os
    if v is not None:
        d["GuestOs"] = write_guest_os(v)
    v = o.storage
    if v is not None:
        d["Storage"] = write_storage(v)
    v = o.mapped_directories
    if v is not None:
        d["MappedDirectories"] = [write_mapped_directory(x) for x in v]
    v = o.mapped_pipes
    if v is not None:
        d["MappedPipes"] = [write_mapped_pipe(x) for x in v]
    v = o.memory
    if v is not None:
        d["Memory"] = write_container_memory(v)
    v = o.processor
    if v is not None:
        d["Processor"] = write_container_processor(v)
    v = o.networking
    if v is not None:
        d["Networking"] = write_networking(v)
    v = o.hv_socket
    if v is not None:
        d["HvSocket"] = write_container_hv_socket(v)
    v = o.container_credential_guard
    if v is not None:
        d["ContainerCredentialGuard"] = write_container_credential_guard_state(v)
    v = o.registry_changes
    if v is not None:
        d["RegistryChanges"] = write_registry_changes(v)
    v = o.assigned_devices
    if v is not None:
        d["AssignedDevices"] = [write_device(x) for x in v]
    v = o.additional_device_namespace
    if v is not None:
        d["AdditionalDeviceNamespace"] = write_containers_def_device(v)
    v = o.isolation_type
    if v is not None:
        d["IsolationType"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_hv_socket(d: Any) -> Any:
    """A `ContainerHvSocket` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_hv_socket_draft)
    n = 0
    if "Config" in d:
        n += 1
        v = d["Config"]
        if v is not None:
            v = read_hv_socket_system_config(v)
        o.config = v
    else:
        o.config = None
    if "EnablePowerShellDirect" in d:
        n += 1
        v = d["EnablePowerShellDirect"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_power_shell_direct = v
    else:
        o.enable_power_shell_direct = None
    o.unknown_members = leftover(ContainerHvSocket, d) if n != len(d) else None
    o.__class__ = ContainerHvSocket
    return o


def write_container_hv_socket(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerHvSocket`."""
    d: dict[str, Any] = {}
    v = o.config
    if v is not None:
        d["Config"] = write_hv_socket_system_config(v)
    v = o.enable_power_shell_direct
    if v is not None:
        d["EnablePowerShellDirect"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_memory(d: Any) -> Any:
    """A `ContainerMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_memory_draft)
    n = 0
    if "SizeInMB" in d:
        n += 1
        v = d["SizeInMB"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.size_in_mb = v
    else:
        o.size_in_mb = None
    o.unknown_members = leftover(ContainerMemory, d) if n != len(d) else None
    o.__class__ = ContainerMemory
    return o


def write_container_memory(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerMemory`."""
    d: dict[str, Any] = {}
    v = o.size_in_mb
    if v is not None:
        d["SizeInMB"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_processor(d: Any) -> Any:
    """A `ContainerProcessor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_processor_draft)
    n = 0
    if "Count" in d:
        n += 1
        v = d["Count"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.count = v
    else:
        o.count = None
    if "Weight" in d:
        n += 1
        v = d["Weight"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.weight = v
    else:
        o.weight = None
    if "Maximum" in d:
        n += 1
        v = d["Maximum"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.maximum = v
    else:
        o.maximum = None
    o.unknown_members = leftover(ContainerProcessor, d) if n != len(d) else None
    o.__class__ = ContainerProcessor
    return o


def write_container_processor(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerProcessor`."""
    d: dict[str, Any] = {}
    v = o.count
    if v is not None:
        d["Count"] = v
    v = o.weight
    if v is not None:
        d["Weight"] = v
    v = o.maximum
    if v is not None:
        d["Maximum"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_memory_information(d: Any) -> Any:
    """A `ContainerMemoryInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_memory_information_draft)
    n = 0
    if "TotalPhysicalBytes" in d:
        n += 1
        v = d["TotalPhysicalBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.total_physical_bytes = v
    else:
        o.total_physical_bytes = None
    if "TotalUsage" in d:
        n += 1
        v = d["TotalUsage"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.total_usage = v
    else:
        o.total_usage = None
    if "CommittedBytes" in d:
        n += 1
        v = d["CommittedBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.committed_bytes = v
    else:
        o.committed_bytes = None
    if "SharedCommittedBytes" in d:
        n += 1
        v = d["SharedCommittedBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.shared_committed_bytes = v
    else:
        o.shared_committed_bytes = None
    if "CommitLimitBytes" in d:
        n += 1
        v = d["CommitLimitBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.commit_limit_bytes = v
    else:
        o.commit_limit_bytes = None
    if "PeakCommitmentBytes" in d:
        n += 1
        v = d["PeakCommitmentBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.peak_commitment_bytes = v
    else:
        o.peak_commitment_bytes = None
    o.unknown_members = leftover(ContainerMemoryInformation, d) if n != len(d) else None
    o.__class__ = ContainerMemoryInformation
    return o


def write_container_memory_information(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerMemoryInformation`."""
    d: dict[str, Any] = {}
    v = o.total_physical_bytes
    if v is not None:
        d["TotalPhysicalBytes"] = v
    v = o.total_usage
    if v is not None:
        d["TotalUsage"] = v
    v = o.committed_bytes
    if v is not None:
        d["CommittedBytes"] = v
    v = o.shared_committed_bytes
    if v is not None:
        d["SharedCommittedBytes"] = v
    v = o.commit_limit_bytes
    if v is not None:
        d["CommitLimitBytes"] = v
    v = o.peak_commitment_bytes
    if v is not None:
        d["PeakCommitmentBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device(d: Any) -> Any:
    """A `Device` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_device_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "InterfaceClassGuid" in d:
        n += 1
        v = d["InterfaceClassGuid"]
        if v is not None:
            v = guid_text(v)
        o.interface_class_guid = v
    else:
        o.interface_class_guid = None
    if "LocationPath" in d:
        n += 1
        v = d["LocationPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.location_path = v
    else:
        o.location_path = None
    o.unknown_members = leftover(Device, d) if n != len(d) else None
    o.__class__ = Device
    return o


def write_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `Device`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.interface_class_guid
    if v is not None:
        d["InterfaceClassGuid"] = v
    v = o.location_path
    if v is not None:
        d["LocationPath"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_os(d: Any) -> Any:
    """A `GuestOs` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_os_draft)
    n = 0
    if "HostName" in d:
        n += 1
        v = d["HostName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_name = v
    else:
        o.host_name = None
    o.unknown_members = leftover(GuestOs, d) if n != len(d) else None
    o.__class__ = GuestOs
    return o


def write_guest_os(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestOs`."""
    d: dict[str, Any] = {}
    v = o.host_name
    if v is not None:
        d["HostName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hv_socket_service_config(d: Any) -> Any:
    """A `HvSocketServiceConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hv_socket_service_config_draft)
    n = 0
    if "BindSecurityDescriptor" in d:
        n += 1
        v = d["BindSecurityDescriptor"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.bind_security_descriptor = v
    else:
        o.bind_security_descriptor = None
    if "ConnectSecurityDescriptor" in d:
        n += 1
        v = d["ConnectSecurityDescriptor"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.connect_security_descriptor = v
    else:
        o.connect_security_descriptor = None
    if "AllowWildcardBinds" in d:
        n += 1
        v = d["AllowWildcardBinds"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_wildcard_binds = v
    else:
        o.allow_wildcard_binds = None
    if "Disabled" in d:
        n += 1
        v = d["Disabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disabled = v
    else:
        o.disabled = None
    o.unknown_members = leftover(HvSocketServiceConfig, d) if n != len(d) else None
    o.__class__ = HvSocketServiceConfig
    return o


def write_hv_socket_service_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `HvSocketServiceConfig`."""
    d: dict[str, Any] = {}
    v = o.bind_security_descriptor
    if v is not None:
        d["BindSecurityDescriptor"] = v
    v = o.connect_security_descriptor
    if v is not None:
        d["ConnectSecurityDescriptor"] = v
    v = o.allow_wildcard_binds
    if v is not None:
        d["AllowWildcardBinds"] = v
    v = o.disabled
    if v is not None:
        d["Disabled"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hv_socket_system_config(d: Any) -> Any:
    """A `HvSocketSystemConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hv_socket_system_config_draft)
    n = 0
    if "DefaultBindSecurityDescriptor" in d:
        n += 1
        v = d["DefaultBindSecurityDescriptor"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.default_bind_security_descriptor = v
    else:
        o.default_bind_security_descriptor = None
    if "DefaultConnectSecurityDescriptor" in d:
        n += 1
        v = d["DefaultConnectSecurityDescriptor"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.default_connect_security_descriptor = v
    else:
        o.default_connect_security_descriptor = None
    if "ServiceTable" in d:
        n += 1
        v = d["ServiceTable"]
        if v is not None:
            v = {k: read_hv_socket_service_config(x) for k, x in guid_keys(v)}
        o.service_table = v
    else:
        o.service_table = None
    o.unknown_members = leftover(HvSocketSystemConfig, d) if n != len(d) else None
    o.__class__ = HvSocketSystemConfig
    return o


def write_hv_socket_system_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `HvSocketSystemConfig`."""
    d: dict[str, Any] = {}
    v = o.default_bind_security_descriptor
    if v is not None:
        d["DefaultBindSecurityDescriptor"] = v
    v = o.default_connect_security_descriptor
    if v is not None:
        d["DefaultConnectSecurityDescriptor"] = v
    v = o.service_table
    if v is not None:
        d["ServiceTable"] = {k: write_hv_socket_service_config(x) for k, x in v.items()}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_isolation_settings(d: Any) -> Any:
    """A `IsolationSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(isolation_settings_draft)
    n = 0
    if "IsolationType" in d:
        n += 1
        v = d["IsolationType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.isolation_type = v
    else:
        o.isolation_type = None
    if "DebugHost" in d:
        n += 1
        v = d["DebugHost"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.debug_host = v
    else:
        o.debug_host = None
    if "DebugPort" in d:
        n += 1
        v = d["DebugPort"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.debug_port = v
    else:
        o.debug_port = None
    if "LaunchData" in d:
        n += 1
        v = d["LaunchData"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.launch_data = v
    else:
        o.launch_data = None
    if "HclEnabled" in d:
        n += 1
        v = d["HclEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.hcl_enabled = v
    else:
        o.hcl_enabled = None
    o.unknown_members = leftover(IsolationSettings, d) if n != len(d) else None
    o.__class__ = IsolationSettings
    return o


def write_isolation_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `IsolationSettings`."""
    d: dict[str, Any] = {}
    v = o.isolation_type
    if v is not None:
        d["IsolationType"] = v
    v = o.debug_host
    if v is not None:
        d["DebugHost"] = v
    v = o.debug_port
    if v is not None:
        d["DebugPort"] = v
    v = o.launch_data
    if v is not None:
        d["LaunchData"] = v
    v = o.hcl_enabled
    if v is not None:
        d["HclEnabled"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_directory(d: Any) -> Any:
    """A `MappedDirectory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_directory_draft)
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "HostPathType" in d:
        n += 1
        v = d["HostPathType"]
        if type(v) is str:
            v = known_path_type(v, v)
        elif v is not None:
            raise Mismatch
        o.host_path_type = v
    else:
        o.host_path_type = None
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
    if "SupportCloudFiles" in d:
        n += 1
        v = d["SupportCloudFiles"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.support_cloud_files = v
    else:
        o.support_cloud_files = None
    o.unknown_members = leftover(MappedDirectory, d) if n != len(d) else None
    o.__class__ = MappedDirectory
    return o


def write_mapped_directory(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedDirectory`."""
    d: dict[str, Any] = {}
    v = o.host_path
    if v is not None:
        d["HostPath"] = v
    v = o.host_path_type
    if v is not None:
        d["HostPathType"] = v if type(v) is str else text_of(v)
    v = o.container_path
    if v is not None:
        d["ContainerPath"] = v
    v = o.read_only
    if v is not None:
        d["ReadOnly"] = v
    v = o.support_cloud_files
    if v is not None:
        d["SupportCloudFiles"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mapped_pipe(d: Any) -> Any:
    """A `MappedPipe` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mapped_pipe_draft)
    n = 0
    if "ContainerPipeName" in d:
        n += 1
        v = d["ContainerPipeName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_pipe_name = v
    else:
        o.container_pipe_name = None
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "HostPathType" in d:
        n += 1
        v = d["HostPathType"]
        if type(v) is str:
            v = known_mapped_pipe_path_type(v, v)
        elif v is not None:
            raise Mismatch
        o.host_path_type = v
    else:
        o.host_path_type = None
    o.unknown_members = leftover(MappedPipe, d) if n != len(d) else None
    o.__class__ = MappedPipe
    return o


def write_mapped_pipe(o: Any) -> dict[str, Any]:
    """The JSON object of a `MappedPipe`."""
    d: dict[str, Any] = {}
    v = o.container_pipe_name
    if v is not None:
        d["ContainerPipeName"] = v
    v = o.host_path
    if v is not None:
        d["HostPath"] = v
    v = o.host_path_type
    if v is not None:
        d["HostPathType"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_networking(d: Any) -> Any:
    """A `Networking` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(networking_draft)
    n = 0
    if "AllowUnqualifiedDnsQuery" in d:
        n += 1
        v = d["AllowUnqualifiedDnsQuery"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_unqualified_dns_query = v
    else:
        o.allow_unqualified_dns_query = None
    if "DnsSearchList" in d:
        n += 1
        v = d["DnsSearchList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_search_list = v
    else:
        o.dns_search_list = None
    if "NetworkSharedContainerName" in d:
        n += 1
        v = d["NetworkSharedContainerName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_shared_container_name = v
    else:
        o.network_shared_container_name = None
    if "Namespace" in d:
        n += 1
        v = d["Namespace"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.namespace = v
    else:
        o.namespace = None
    if "NetworkAdapters" in d:
        n += 1
        v = d["NetworkAdapters"]
        if v is not None:
            v = [guid_text(x) for x in array(v)]
        o.network_adapters = v
    else:
        o.network_adapters = None
    o.unknown_members = leftover(Networking, d) if n != len(d) else None
    o.__class__ = Networking
    return o


def write_networking(o: Any) -> dict[str, Any]:
    """The JSON object of a `Networking`."""
    d: dict[str, Any] = {}
    v = o.allow_unqualified_dns_query
    if v is not None:
        d["AllowUnqualifiedDnsQuery"] = v
    v = o.dns_search_list
    if v is not None:
        d["DnsSearchList"] = v
    v = o.network_shared_container_name
    if v is not None:
        d["NetworkSharedContainerName"] = v
    v = o.namespace
    if v is not None:
        d["Namespace"] = v
    v = o.network_adapters
    if v is not None:
        d["NetworkAdapters"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.Container": (read_container, write_container),
    "hcs.Container_HvSocket": (read_container_hv_socket, write_container_hv_socket),
    "hcs.Container_Memory": (read_container_memory, write_container_memory),
    "hcs.Container_Processor": (read_container_processor, write_container_processor),
    "hcs.ContainerMemoryInformation": (read_container_memory_information, write_container_memory_information),
    "hcs.Device": (read_device, write_device),
    "hcs.GuestOs": (read_guest_os, write_guest_os),
    "hcs.HvSocketServiceConfig": (read_hv_socket_service_config, write_hv_socket_service_config),
    "hcs.HvSocketSystemConfig": (read_hv_socket_system_config, write_hv_socket_system_config),
    "hcs.IsolationSettings": (read_isolation_settings, write_isolation_settings),
    "hcs.MappedDirectory": (read_mapped_directory, write_mapped_directory),
    "hcs.MappedPipe": (read_mapped_pipe, write_mapped_pipe),
    "hcs.Networking": (read_networking, write_networking),
}
"""Reader and writer of each type, by published name."""
