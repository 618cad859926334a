"""Reading and writing: process-isolated containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, guid_key, guid_text, later, leftover, merged
from hcsffi.documents.topic.container import Container, ContainerHvSocket, ContainerMemory, ContainerMemoryInformation, ContainerProcessor, Device, DeviceType, GuestOs, HvSocketServiceConfig, HvSocketSystemConfig, IsolationSettings, IsolationType, MappedDirectory, MappedPipe, MappedPipePathType, Networking
from hcsffi.documents.topic.layers import PathType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = container_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mapped_directory(x))
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_device(x))
            v = r
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


def write_container(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Container`."""
    d0: Any
    d1: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.guest_os
    if v0 is not None:
        d1 = {}
        if v0.host_name is not None:
            d1["HostName"] = v0.host_name
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestOs"] = d1
    v0 = o.storage
    if v0 is not None:
        d0["Storage"] = write_storage(v0, settle)
    v0 = o.mapped_directories
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            v2 = x1.host_path_type
            if v2 is not None:
                d2["HostPathType"] = v2 if settle is None else settle(v2)
            if x1.container_path is not None:
                d2["ContainerPath"] = x1.container_path
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            if x1.support_cloud_files is not None:
                d2["SupportCloudFiles"] = x1.support_cloud_files
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MappedDirectories"] = r1
    v0 = o.mapped_pipes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.container_pipe_name is not None:
                d2["ContainerPipeName"] = x1.container_pipe_name
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            v2 = x1.host_path_type
            if v2 is not None:
                d2["HostPathType"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MappedPipes"] = r1
    v0 = o.memory
    if v0 is not None:
        d1 = {}
        if v0.size_in_mb is not None:
            d1["SizeInMB"] = v0.size_in_mb
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Memory"] = d1
    v0 = o.processor
    if v0 is not None:
        d1 = {}
        if v0.count is not None:
            d1["Count"] = v0.count
        if v0.weight is not None:
            d1["Weight"] = v0.weight
        if v0.maximum is not None:
            d1["Maximum"] = v0.maximum
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Processor"] = d1
    v0 = o.networking
    if v0 is not None:
        d1 = {}
        if v0.allow_unqualified_dns_query is not None:
            d1["AllowUnqualifiedDnsQuery"] = v0.allow_unqualified_dns_query
        if v0.dns_search_list is not None:
            d1["DnsSearchList"] = v0.dns_search_list
        if v0.network_shared_container_name is not None:
            d1["NetworkSharedContainerName"] = v0.network_shared_container_name
        if v0.namespace is not None:
            d1["Namespace"] = v0.namespace
        v1 = v0.network_adapters
        if v1 is not None:
            d1["NetworkAdapters"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Networking"] = d1
    v0 = o.hv_socket
    if v0 is not None:
        d1 = {}
        v1 = v0.config
        if v1 is not None:
            d2 = {}
            if v1.default_bind_security_descriptor is not None:
                d2["DefaultBindSecurityDescriptor"] = v1.default_bind_security_descriptor
            if v1.default_connect_security_descriptor is not None:
                d2["DefaultConnectSecurityDescriptor"] = v1.default_connect_security_descriptor
            v2 = v1.service_table
            if v2 is not None:
                r3 = {}
                for k3, x3 in v2.items():
                    d4 = {}
                    if x3.bind_security_descriptor is not None:
                        d4["BindSecurityDescriptor"] = x3.bind_security_descriptor
                    if x3.connect_security_descriptor is not None:
                        d4["ConnectSecurityDescriptor"] = x3.connect_security_descriptor
                    if x3.allow_wildcard_binds is not None:
                        d4["AllowWildcardBinds"] = x3.allow_wildcard_binds
                    if x3.disabled is not None:
                        d4["Disabled"] = x3.disabled
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3[k3] = d4
                d2["ServiceTable"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Config"] = d2
        if v0.enable_power_shell_direct is not None:
            d1["EnablePowerShellDirect"] = v0.enable_power_shell_direct
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["HvSocket"] = d1
    v0 = o.container_credential_guard
    if v0 is not None:
        d0["ContainerCredentialGuard"] = write_container_credential_guard_state(v0, settle)
    v0 = o.registry_changes
    if v0 is not None:
        d0["RegistryChanges"] = write_registry_changes(v0, settle)
    v0 = o.assigned_devices
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            if x1.interface_class_guid is not None:
                d2["InterfaceClassGuid"] = x1.interface_class_guid
            if x1.location_path is not None:
                d2["LocationPath"] = x1.location_path
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["AssignedDevices"] = r1
    v0 = o.additional_device_namespace
    if v0 is not None:
        d0["AdditionalDeviceNamespace"] = write_containers_def_device(v0, settle)
    v0 = o.isolation_type
    if v0 is not None:
        d0["IsolationType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_hv_socket(d: Any) -> Any:
    """A `ContainerHvSocket` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_hv_socket_draft()
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


def write_container_hv_socket(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerHvSocket`."""
    d0: Any
    d1: Any
    d3: Any
    r2: Any
    d0 = {}
    v0 = o.config
    if v0 is not None:
        d1 = {}
        if v0.default_bind_security_descriptor is not None:
            d1["DefaultBindSecurityDescriptor"] = v0.default_bind_security_descriptor
        if v0.default_connect_security_descriptor is not None:
            d1["DefaultConnectSecurityDescriptor"] = v0.default_connect_security_descriptor
        v1 = v0.service_table
        if v1 is not None:
            r2 = {}
            for k2, x2 in v1.items():
                d3 = {}
                if x2.bind_security_descriptor is not None:
                    d3["BindSecurityDescriptor"] = x2.bind_security_descriptor
                if x2.connect_security_descriptor is not None:
                    d3["ConnectSecurityDescriptor"] = x2.connect_security_descriptor
                if x2.allow_wildcard_binds is not None:
                    d3["AllowWildcardBinds"] = x2.allow_wildcard_binds
                if x2.disabled is not None:
                    d3["Disabled"] = x2.disabled
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2[k2] = d3
            d1["ServiceTable"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Config"] = d1
    if o.enable_power_shell_direct is not None:
        d0["EnablePowerShellDirect"] = o.enable_power_shell_direct
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_memory(d: Any) -> Any:
    """A `ContainerMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_memory_draft()
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


def write_container_memory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerMemory`."""
    d0: Any
    d0 = {}
    if o.size_in_mb is not None:
        d0["SizeInMB"] = o.size_in_mb
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_processor(d: Any) -> Any:
    """A `ContainerProcessor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_processor_draft()
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


def write_container_processor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerProcessor`."""
    d0: Any
    d0 = {}
    if o.count is not None:
        d0["Count"] = o.count
    if o.weight is not None:
        d0["Weight"] = o.weight
    if o.maximum is not None:
        d0["Maximum"] = o.maximum
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_memory_information(d: Any) -> Any:
    """A `ContainerMemoryInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_memory_information_draft()
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


def write_container_memory_information(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerMemoryInformation`."""
    d0: Any
    d0 = {}
    if o.total_physical_bytes is not None:
        d0["TotalPhysicalBytes"] = o.total_physical_bytes
    if o.total_usage is not None:
        d0["TotalUsage"] = o.total_usage
    if o.committed_bytes is not None:
        d0["CommittedBytes"] = o.committed_bytes
    if o.shared_committed_bytes is not None:
        d0["SharedCommittedBytes"] = o.shared_committed_bytes
    if o.commit_limit_bytes is not None:
        d0["CommitLimitBytes"] = o.commit_limit_bytes
    if o.peak_commitment_bytes is not None:
        d0["PeakCommitmentBytes"] = o.peak_commitment_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_device(d: Any) -> Any:
    """A `Device` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = device_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Device`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.interface_class_guid is not None:
        d0["InterfaceClassGuid"] = o.interface_class_guid
    if o.location_path is not None:
        d0["LocationPath"] = o.location_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_os(d: Any) -> Any:
    """A `GuestOs` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_os_draft()
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


def write_guest_os(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestOs`."""
    d0: Any
    d0 = {}
    if o.host_name is not None:
        d0["HostName"] = o.host_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hv_socket_service_config(d: Any) -> Any:
    """A `HvSocketServiceConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hv_socket_service_config_draft()
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


def write_hv_socket_service_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HvSocketServiceConfig`."""
    d0: Any
    d0 = {}
    if o.bind_security_descriptor is not None:
        d0["BindSecurityDescriptor"] = o.bind_security_descriptor
    if o.connect_security_descriptor is not None:
        d0["ConnectSecurityDescriptor"] = o.connect_security_descriptor
    if o.allow_wildcard_binds is not None:
        d0["AllowWildcardBinds"] = o.allow_wildcard_binds
    if o.disabled is not None:
        d0["Disabled"] = o.disabled
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hv_socket_system_config(d: Any) -> Any:
    """A `HvSocketSystemConfig` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = hv_socket_system_config_draft()
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if len(k) != 36 or not k.islower():
                    guid_key(k)
                r[k] = read_hv_socket_service_config(x)
            v = r
        o.service_table = v
    else:
        o.service_table = None
    o.unknown_members = leftover(HvSocketSystemConfig, d) if n != len(d) else None
    o.__class__ = HvSocketSystemConfig
    return o


def write_hv_socket_system_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HvSocketSystemConfig`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.default_bind_security_descriptor is not None:
        d0["DefaultBindSecurityDescriptor"] = o.default_bind_security_descriptor
    if o.default_connect_security_descriptor is not None:
        d0["DefaultConnectSecurityDescriptor"] = o.default_connect_security_descriptor
    v0 = o.service_table
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.bind_security_descriptor is not None:
                d2["BindSecurityDescriptor"] = x1.bind_security_descriptor
            if x1.connect_security_descriptor is not None:
                d2["ConnectSecurityDescriptor"] = x1.connect_security_descriptor
            if x1.allow_wildcard_binds is not None:
                d2["AllowWildcardBinds"] = x1.allow_wildcard_binds
            if x1.disabled is not None:
                d2["Disabled"] = x1.disabled
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["ServiceTable"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_isolation_settings(d: Any) -> Any:
    """A `IsolationSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = isolation_settings_draft()
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


def write_isolation_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IsolationSettings`."""
    d0: Any
    d0 = {}
    if o.isolation_type is not None:
        d0["IsolationType"] = o.isolation_type
    if o.debug_host is not None:
        d0["DebugHost"] = o.debug_host
    if o.debug_port is not None:
        d0["DebugPort"] = o.debug_port
    if o.launch_data is not None:
        d0["LaunchData"] = o.launch_data
    if o.hcl_enabled is not None:
        d0["HclEnabled"] = o.hcl_enabled
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_directory(d: Any) -> Any:
    """A `MappedDirectory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_directory_draft()
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


def write_mapped_directory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedDirectory`."""
    d0: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    v0 = o.host_path_type
    if v0 is not None:
        d0["HostPathType"] = v0 if settle is None else settle(v0)
    if o.container_path is not None:
        d0["ContainerPath"] = o.container_path
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.support_cloud_files is not None:
        d0["SupportCloudFiles"] = o.support_cloud_files
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_pipe(d: Any) -> Any:
    """A `MappedPipe` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_pipe_draft()
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


def write_mapped_pipe(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedPipe`."""
    d0: Any
    d0 = {}
    if o.container_pipe_name is not None:
        d0["ContainerPipeName"] = o.container_pipe_name
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    v0 = o.host_path_type
    if v0 is not None:
        d0["HostPathType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_networking(d: Any) -> Any:
    """A `Networking` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = networking_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(guid_text(x))
            v = r
        o.network_adapters = v
    else:
        o.network_adapters = None
    o.unknown_members = leftover(Networking, d) if n != len(d) else None
    o.__class__ = Networking
    return o


def write_networking(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Networking`."""
    d0: Any
    d0 = {}
    if o.allow_unqualified_dns_query is not None:
        d0["AllowUnqualifiedDnsQuery"] = o.allow_unqualified_dns_query
    if o.dns_search_list is not None:
        d0["DnsSearchList"] = o.dns_search_list
    if o.network_shared_container_name is not None:
        d0["NetworkSharedContainerName"] = o.network_shared_container_name
    if o.namespace is not None:
        d0["Namespace"] = o.namespace
    v0 = o.network_adapters
    if v0 is not None:
        d0["NetworkAdapters"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
