"""Reading and writing: namespaces of the container definition: devices, files, jobs, objects, pipes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, text_of, texts
from hcsffi.documents.topic.isolation import ContainersDefBatchedBinding, ContainersDefContainer, ContainersDefDevice, DeviceCategory, DeviceExtension, DeviceExtensionNamespace, DeviceInstance, DeviceNamespace, FilesystemIsolationMode, FilesystemLayer, FilesystemNamespace, FilesystemNestingMode, HostFiles, InterfaceClass, InterfaceClassType, JobCpu, JobMemory, JobNamespace, JobSystemRoot, JobTerminationPolicy, MountManagerMountPoint, MountManagerNamespace, NamedPipeNamespace, NamedPipeSymlink, Namespace, NetworkNamespace, ObjectDirectory, ObjectDirectoryShadow, ObjectNamespace, ObjectSymlink, ObjectSymlinkScope, SiloProperties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
containers_def_batched_binding_draft = draft(ContainersDefBatchedBinding)
containers_def_container_draft = draft(ContainersDefContainer)
containers_def_device_draft = draft(ContainersDefDevice)
device_category_draft = draft(DeviceCategory)
device_extension_draft = draft(DeviceExtension)
device_extension_namespace_draft = draft(DeviceExtensionNamespace)
device_instance_draft = draft(DeviceInstance)
device_namespace_draft = draft(DeviceNamespace)
filesystem_layer_draft = draft(FilesystemLayer)
filesystem_namespace_draft = draft(FilesystemNamespace)
host_files_draft = draft(HostFiles)
interface_class_draft = draft(InterfaceClass)
job_cpu_draft = draft(JobCpu)
job_memory_draft = draft(JobMemory)
job_namespace_draft = draft(JobNamespace)
job_system_root_draft = draft(JobSystemRoot)
mount_manager_mount_point_draft = draft(MountManagerMountPoint)
mount_manager_namespace_draft = draft(MountManagerNamespace)
named_pipe_namespace_draft = draft(NamedPipeNamespace)
named_pipe_symlink_draft = draft(NamedPipeSymlink)
namespace_draft = draft(Namespace)
network_namespace_draft = draft(NetworkNamespace)
object_directory_draft = draft(ObjectDirectory)
object_namespace_draft = draft(ObjectNamespace)
object_symlink_draft = draft(ObjectSymlink)
silo_properties_draft = draft(SiloProperties)
known_filesystem_isolation_mode = FilesystemIsolationMode._value2member_map_.get
known_filesystem_nesting_mode = FilesystemNestingMode._value2member_map_.get
known_interface_class_type = InterfaceClassType._value2member_map_.get
known_job_termination_policy = JobTerminationPolicy._value2member_map_.get
known_object_directory_shadow = ObjectDirectoryShadow._value2member_map_.get
known_object_symlink_scope = ObjectSymlinkScope._value2member_map_.get
read_registry_namespace = later("hcsffi.documents.topic.registry_wire", "read_registry_namespace", globals())
write_registry_namespace = later("hcsffi.documents.topic.registry_wire", "write_registry_namespace", globals())


def read_containers_def_batched_binding(d: Any) -> Any:
    """A `ContainersDefBatchedBinding` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(containers_def_batched_binding_draft)
    n = 0
    if "filepath" in d:
        n += 1
        v = d["filepath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.filepath = v
    else:
        o.filepath = None
    if "bindingroots" in d:
        n += 1
        v = d["bindingroots"]
        if v is not None:
            v = texts(v)
        o.bindingroots = v
    else:
        o.bindingroots = None
    o.unknown_members = leftover(ContainersDefBatchedBinding, d) if n != len(d) else None
    o.__class__ = ContainersDefBatchedBinding
    return o


def write_containers_def_batched_binding(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainersDefBatchedBinding`."""
    d: dict[str, Any] = {}
    v = o.filepath
    if v is not None:
        d["filepath"] = v
    v = o.bindingroots
    if v is not None:
        d["bindingroots"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_containers_def_container(d: Any) -> Any:
    """A `ContainersDefContainer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(containers_def_container_draft)
    n = 0
    if "namespace" in d:
        n += 1
        v = d["namespace"]
        if v is not None:
            v = read_namespace(v)
        o.namespace = v
    else:
        o.namespace = None
    o.unknown_members = leftover(ContainersDefContainer, d) if n != len(d) else None
    o.__class__ = ContainersDefContainer
    return o


def write_containers_def_container(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainersDefContainer`."""
    d: dict[str, Any] = {}
    v = o.namespace
    if v is not None:
        d["namespace"] = write_namespace(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_containers_def_device(d: Any) -> Any:
    """A `ContainersDefDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(containers_def_device_draft)
    n = 0
    if "device_extension" in d:
        n += 1
        v = d["device_extension"]
        if v is not None:
            v = [read_device_extension(x) for x in array(v)]
        o.device_extension = v
    else:
        o.device_extension = None
    o.unknown_members = leftover(ContainersDefDevice, d) if n != len(d) else None
    o.__class__ = ContainersDefDevice
    return o


def write_containers_def_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainersDefDevice`."""
    d: dict[str, Any] = {}
    v = o.device_extension
    if v is not None:
        d["device_extension"] = [write_device_extension(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_category(d: Any) -> Any:
    """A `DeviceCategory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_category_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "interface_class" in d:
        n += 1
        v = d["interface_class"]
        if v is not None:
            v = [read_interface_class(x) for x in array(v)]
        o.interface_class = v
    else:
        o.interface_class = None
    o.unknown_members = leftover(DeviceCategory, d) if n != len(d) else None
    o.__class__ = DeviceCategory
    return o


def write_device_category(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceCategory`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.interface_class
    if v is not None:
        d["interface_class"] = [write_interface_class(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_extension(d: Any) -> Any:
    """A `DeviceExtension` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_extension_draft)
    n = 0
    if "device_category" in d:
        n += 1
        v = d["device_category"]
        if v is not None:
            v = read_device_category(v)
        o.device_category = v
    else:
        o.device_category = None
    if "namespace" in d:
        n += 1
        v = d["namespace"]
        if v is not None:
            v = read_namespace(v)
        o.namespace = v
    else:
        o.namespace = None
    o.unknown_members = leftover(DeviceExtension, d) if n != len(d) else None
    o.__class__ = DeviceExtension
    return o


def write_device_extension(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceExtension`."""
    d: dict[str, Any] = {}
    v = o.device_category
    if v is not None:
        d["device_category"] = write_device_category(v)
    v = o.namespace
    if v is not None:
        d["namespace"] = write_namespace(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_extension_namespace(d: Any) -> Any:
    """A `DeviceExtensionNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_extension_namespace_draft)
    n = 0
    if "ob" in d:
        n += 1
        v = d["ob"]
        if v is not None:
            v = read_object_namespace(v)
        o.ob = v
    else:
        o.ob = None
    if "device" in d:
        n += 1
        v = d["device"]
        if v is not None:
            v = read_device_namespace(v)
        o.device = v
    else:
        o.device = None
    o.unknown_members = leftover(DeviceExtensionNamespace, d) if n != len(d) else None
    o.__class__ = DeviceExtensionNamespace
    return o


def write_device_extension_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceExtensionNamespace`."""
    d: dict[str, Any] = {}
    v = o.ob
    if v is not None:
        d["ob"] = write_object_namespace(v)
    v = o.device
    if v is not None:
        d["device"] = write_device_namespace(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_instance(d: Any) -> Any:
    """A `DeviceInstance` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_instance_draft)
    n = 0
    if "id" in d:
        n += 1
        v = d["id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "location_path" in d:
        n += 1
        v = d["location_path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.location_path = v
    else:
        o.location_path = None
    if "port_name" in d:
        n += 1
        v = d["port_name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port_name = v
    else:
        o.port_name = None
    if "interface_class" in d:
        n += 1
        v = d["interface_class"]
        if v is not None:
            v = [read_interface_class(x) for x in array(v)]
        o.interface_class = v
    else:
        o.interface_class = None
    o.unknown_members = leftover(DeviceInstance, d) if n != len(d) else None
    o.__class__ = DeviceInstance
    return o


def write_device_instance(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceInstance`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["id"] = v
    v = o.location_path
    if v is not None:
        d["location_path"] = v
    v = o.port_name
    if v is not None:
        d["port_name"] = v
    v = o.interface_class
    if v is not None:
        d["interface_class"] = [write_interface_class(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_device_namespace(d: Any) -> Any:
    """A `DeviceNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(device_namespace_draft)
    n = 0
    if "requires_driverstore" in d:
        n += 1
        v = d["requires_driverstore"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.requires_driverstore = v
    else:
        o.requires_driverstore = None
    if "device_category" in d:
        n += 1
        v = d["device_category"]
        if v is not None:
            v = [read_device_category(x) for x in array(v)]
        o.device_category = v
    else:
        o.device_category = None
    if "device_instance" in d:
        n += 1
        v = d["device_instance"]
        if v is not None:
            v = [read_device_instance(x) for x in array(v)]
        o.device_instance = v
    else:
        o.device_instance = None
    o.unknown_members = leftover(DeviceNamespace, d) if n != len(d) else None
    o.__class__ = DeviceNamespace
    return o


def write_device_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeviceNamespace`."""
    d: dict[str, Any] = {}
    v = o.requires_driverstore
    if v is not None:
        d["requires_driverstore"] = v
    v = o.device_category
    if v is not None:
        d["device_category"] = [write_device_category(x) for x in v]
    v = o.device_instance
    if v is not None:
        d["device_instance"] = [write_device_instance(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_filesystem_layer(d: Any) -> Any:
    """A `FilesystemLayer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(filesystem_layer_draft)
    n = 0
    if "identifier" in d:
        n += 1
        v = d["identifier"]
        if v is not None:
            v = guid_text(v)
        o.identifier = v
    else:
        o.identifier = None
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    o.unknown_members = leftover(FilesystemLayer, d) if n != len(d) else None
    o.__class__ = FilesystemLayer
    return o


def write_filesystem_layer(o: Any) -> dict[str, Any]:
    """The JSON object of a `FilesystemLayer`."""
    d: dict[str, Any] = {}
    v = o.identifier
    if v is not None:
        d["identifier"] = v
    v = o.path
    if v is not None:
        d["path"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_filesystem_namespace(d: Any) -> Any:
    """A `FilesystemNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(filesystem_namespace_draft)
    n = 0
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "isolation" in d:
        n += 1
        v = d["isolation"]
        if type(v) is str:
            v = known_filesystem_isolation_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.isolation = v
    else:
        o.isolation = None
    if "nesting" in d:
        n += 1
        v = d["nesting"]
        if type(v) is str:
            v = known_filesystem_nesting_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.nesting = v
    else:
        o.nesting = None
    if "layer" in d:
        n += 1
        v = d["layer"]
        if v is not None:
            v = [read_filesystem_layer(x) for x in array(v)]
        o.layer = v
    else:
        o.layer = None
    if "bindings" in d:
        n += 1
        v = d["bindings"]
        if v is not None:
            v = [read_containers_def_batched_binding(x) for x in array(v)]
        o.bindings = v
    else:
        o.bindings = None
    o.unknown_members = leftover(FilesystemNamespace, d) if n != len(d) else None
    o.__class__ = FilesystemNamespace
    return o


def write_filesystem_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `FilesystemNamespace`."""
    d: dict[str, Any] = {}
    v = o.path
    if v is not None:
        d["path"] = v
    v = o.isolation
    if v is not None:
        d["isolation"] = v if type(v) is str else text_of(v)
    v = o.nesting
    if v is not None:
        d["nesting"] = v if type(v) is str else text_of(v)
    v = o.layer
    if v is not None:
        d["layer"] = [write_filesystem_layer(x) for x in v]
    v = o.bindings
    if v is not None:
        d["bindings"] = [write_containers_def_batched_binding(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_files(d: Any) -> Any:
    """A `HostFiles` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_files_draft)
    n = 0
    if "base_image_path" in d:
        n += 1
        v = d["base_image_path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.base_image_path = v
    else:
        o.base_image_path = None
    if "sandbox_path" in d:
        n += 1
        v = d["sandbox_path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.sandbox_path = v
    else:
        o.sandbox_path = None
    if "file" in d:
        n += 1
        v = d["file"]
        if v is not None:
            v = texts(v)
        o.file = v
    else:
        o.file = None
    o.unknown_members = leftover(HostFiles, d) if n != len(d) else None
    o.__class__ = HostFiles
    return o


def write_host_files(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostFiles`."""
    d: dict[str, Any] = {}
    v = o.base_image_path
    if v is not None:
        d["base_image_path"] = v
    v = o.sandbox_path
    if v is not None:
        d["sandbox_path"] = v
    v = o.file
    if v is not None:
        d["file"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_interface_class(d: Any) -> Any:
    """A `InterfaceClass` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(interface_class_draft)
    n = 0
    if "type" in d:
        n += 1
        v = d["type"]
        if type(v) is str:
            v = known_interface_class_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "identifier" in d:
        n += 1
        v = d["identifier"]
        if v is not None:
            v = guid_text(v)
        o.identifier = v
    else:
        o.identifier = None
    if "recurse" in d:
        n += 1
        v = d["recurse"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.recurse = v
    else:
        o.recurse = None
    o.unknown_members = leftover(InterfaceClass, d) if n != len(d) else None
    o.__class__ = InterfaceClass
    return o


def write_interface_class(o: Any) -> dict[str, Any]:
    """The JSON object of a `InterfaceClass`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["type"] = v if type(v) is str else text_of(v)
    v = o.identifier
    if v is not None:
        d["identifier"] = v
    v = o.recurse
    if v is not None:
        d["recurse"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_job_cpu(d: Any) -> Any:
    """A `JobCpu` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(job_cpu_draft)
    n = 0
    if "rate" in d:
        n += 1
        v = d["rate"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.rate = v
    else:
        o.rate = None
    if "weight" in d:
        n += 1
        v = d["weight"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.weight = v
    else:
        o.weight = None
    o.unknown_members = leftover(JobCpu, d) if n != len(d) else None
    o.__class__ = JobCpu
    return o


def write_job_cpu(o: Any) -> dict[str, Any]:
    """The JSON object of a `JobCpu`."""
    d: dict[str, Any] = {}
    v = o.rate
    if v is not None:
        d["rate"] = v
    v = o.weight
    if v is not None:
        d["weight"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_job_memory(d: Any) -> Any:
    """A `JobMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(job_memory_draft)
    n = 0
    if "limit" in d:
        n += 1
        v = d["limit"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.limit = v
    else:
        o.limit = None
    o.unknown_members = leftover(JobMemory, d) if n != len(d) else None
    o.__class__ = JobMemory
    return o


def write_job_memory(o: Any) -> dict[str, Any]:
    """The JSON object of a `JobMemory`."""
    d: dict[str, Any] = {}
    v = o.limit
    if v is not None:
        d["limit"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_job_namespace(d: Any) -> Any:
    """A `JobNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(job_namespace_draft)
    n = 0
    if "cpu" in d:
        n += 1
        v = d["cpu"]
        if v is not None:
            v = read_job_cpu(v)
        o.cpu = v
    else:
        o.cpu = None
    if "memory" in d:
        n += 1
        v = d["memory"]
        if v is not None:
            v = read_job_memory(v)
        o.memory = v
    else:
        o.memory = None
    if "systemroot" in d:
        n += 1
        v = d["systemroot"]
        if v is not None:
            v = read_job_system_root(v)
        o.systemroot = v
    else:
        o.systemroot = None
    if "terminationpolicy" in d:
        n += 1
        v = d["terminationpolicy"]
        if type(v) is str:
            v = known_job_termination_policy(v, v)
        elif v is not None:
            raise Mismatch
        o.terminationpolicy = v
    else:
        o.terminationpolicy = None
    if "threadimpersonation" in d:
        n += 1
        v = d["threadimpersonation"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.threadimpersonation = v
    else:
        o.threadimpersonation = None
    o.unknown_members = leftover(JobNamespace, d) if n != len(d) else None
    o.__class__ = JobNamespace
    return o


def write_job_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `JobNamespace`."""
    d: dict[str, Any] = {}
    v = o.cpu
    if v is not None:
        d["cpu"] = write_job_cpu(v)
    v = o.memory
    if v is not None:
        d["memory"] = write_job_memory(v)
    v = o.systemroot
    if v is not None:
        d["systemroot"] = write_job_system_root(v)
    v = o.terminationpolicy
    if v is not None:
        d["terminationpolicy"] = v if type(v) is str else text_of(v)
    v = o.threadimpersonation
    if v is not None:
        d["threadimpersonation"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_job_system_root(d: Any) -> Any:
    """A `JobSystemRoot` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(job_system_root_draft)
    n = 0
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    o.unknown_members = leftover(JobSystemRoot, d) if n != len(d) else None
    o.__class__ = JobSystemRoot
    return o


def write_job_system_root(o: Any) -> dict[str, Any]:
    """The JSON object of a `JobSystemRoot`."""
    d: dict[str, Any] = {}
    v = o.path
    if v is not None:
        d["path"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mount_manager_mount_point(d: Any) -> Any:
    """A `MountManagerMountPoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mount_manager_mount_point_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    o.unknown_members = leftover(MountManagerMountPoint, d) if n != len(d) else None
    o.__class__ = MountManagerMountPoint
    return o


def write_mount_manager_mount_point(o: Any) -> dict[str, Any]:
    """The JSON object of a `MountManagerMountPoint`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.path
    if v is not None:
        d["path"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mount_manager_namespace(d: Any) -> Any:
    """A `MountManagerNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mount_manager_namespace_draft)
    n = 0
    if "mount_point" in d:
        n += 1
        v = d["mount_point"]
        if v is not None:
            v = [read_mount_manager_mount_point(x) for x in array(v)]
        o.mount_point = v
    else:
        o.mount_point = None
    o.unknown_members = leftover(MountManagerNamespace, d) if n != len(d) else None
    o.__class__ = MountManagerNamespace
    return o


def write_mount_manager_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `MountManagerNamespace`."""
    d: dict[str, Any] = {}
    v = o.mount_point
    if v is not None:
        d["mount_point"] = [write_mount_manager_mount_point(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_named_pipe_namespace(d: Any) -> Any:
    """A `NamedPipeNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(named_pipe_namespace_draft)
    n = 0
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            v = [read_named_pipe_symlink(x) for x in array(v)]
        o.symlink = v
    else:
        o.symlink = None
    o.unknown_members = leftover(NamedPipeNamespace, d) if n != len(d) else None
    o.__class__ = NamedPipeNamespace
    return o


def write_named_pipe_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamedPipeNamespace`."""
    d: dict[str, Any] = {}
    v = o.symlink
    if v is not None:
        d["symlink"] = [write_named_pipe_symlink(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_named_pipe_symlink(d: Any) -> Any:
    """A `NamedPipeSymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(named_pipe_symlink_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    o.unknown_members = leftover(NamedPipeSymlink, d) if n != len(d) else None
    o.__class__ = NamedPipeSymlink
    return o


def write_named_pipe_symlink(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamedPipeSymlink`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.path
    if v is not None:
        d["path"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace(d: Any) -> Any:
    """A `Namespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_draft)
    n = 0
    if "job" in d:
        n += 1
        v = d["job"]
        if v is not None:
            v = read_job_namespace(v)
        o.job = v
    else:
        o.job = None
    if "filesystem" in d:
        n += 1
        v = d["filesystem"]
        if v is not None:
            v = read_filesystem_namespace(v)
        o.filesystem = v
    else:
        o.filesystem = None
    if "mountmgr" in d:
        n += 1
        v = d["mountmgr"]
        if v is not None:
            v = read_mount_manager_namespace(v)
        o.mountmgr = v
    else:
        o.mountmgr = None
    if "namedpipe" in d:
        n += 1
        v = d["namedpipe"]
        if v is not None:
            v = read_named_pipe_namespace(v)
        o.namedpipe = v
    else:
        o.namedpipe = None
    if "ob" in d:
        n += 1
        v = d["ob"]
        if v is not None:
            v = read_object_namespace(v)
        o.ob = v
    else:
        o.ob = None
    if "registry" in d:
        n += 1
        v = d["registry"]
        if v is not None:
            v = read_registry_namespace(v)
        o.registry = v
    else:
        o.registry = None
    if "network" in d:
        n += 1
        v = d["network"]
        if v is not None:
            v = read_network_namespace(v)
        o.network = v
    else:
        o.network = None
    if "device" in d:
        n += 1
        v = d["device"]
        if v is not None:
            v = read_device_namespace(v)
        o.device = v
    else:
        o.device = None
    if "hostfiles" in d:
        n += 1
        v = d["hostfiles"]
        if v is not None:
            v = read_host_files(v)
        o.hostfiles = v
    else:
        o.hostfiles = None
    o.unknown_members = leftover(Namespace, d) if n != len(d) else None
    o.__class__ = Namespace
    return o


def write_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `Namespace`."""
    d: dict[str, Any] = {}
    v = o.job
    if v is not None:
        d["job"] = write_job_namespace(v)
    v = o.filesystem
    if v is not None:
        d["filesystem"] = write_filesystem_namespace(v)
    v = o.mountmgr
    if v is not None:
        d["mountmgr"] = write_mount_manager_namespace(v)
    v = o.namedpipe
    if v is not None:
        d["namedpipe"] = write_named_pipe_namespace(v)
    v = o.ob
    if v is not None:
        d["ob"] = write_object_namespace(v)
    v = o.registry
    if v is not None:
        d["registry"] = write_registry_namespace(v)
    v = o.network
    if v is not None:
        d["network"] = write_network_namespace(v)
    v = o.device
    if v is not None:
        d["device"] = write_device_namespace(v)
    v = o.hostfiles
    if v is not None:
        d["hostfiles"] = write_host_files(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_namespace(d: Any) -> Any:
    """A `NetworkNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_namespace_draft)
    n = 0
    if "compartment" in d:
        n += 1
        v = d["compartment"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.compartment = v
    else:
        o.compartment = None
    o.unknown_members = leftover(NetworkNamespace, d) if n != len(d) else None
    o.__class__ = NetworkNamespace
    return o


def write_network_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkNamespace`."""
    d: dict[str, Any] = {}
    v = o.compartment
    if v is not None:
        d["compartment"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_object_directory(d: Any, level: int = 0) -> Any:
    """A `ObjectDirectory` from its JSON object."""
    if type(d) is not dict or level > 40:
        raise Mismatch
    o = new(object_directory_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "clonesd" in d:
        n += 1
        v = d["clonesd"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.clonesd = v
    else:
        o.clonesd = None
    if "shadow" in d:
        n += 1
        v = d["shadow"]
        if type(v) is str:
            v = known_object_directory_shadow(v, v)
        elif v is not None:
            raise Mismatch
        o.shadow = v
    else:
        o.shadow = None
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            v = [read_object_symlink(x) for x in array(v)]
        o.symlink = v
    else:
        o.symlink = None
    if "objdir" in d:
        n += 1
        v = d["objdir"]
        if v is not None:
            v = [read_object_directory(x, level + 1) for x in array(v)]
        o.objdir = v
    else:
        o.objdir = None
    o.unknown_members = leftover(ObjectDirectory, d) if n != len(d) else None
    o.__class__ = ObjectDirectory
    return o


def write_object_directory(o: Any) -> dict[str, Any]:
    """The JSON object of a `ObjectDirectory`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.clonesd
    if v is not None:
        d["clonesd"] = v
    v = o.shadow
    if v is not None:
        d["shadow"] = v if type(v) is str else text_of(v)
    v = o.symlink
    if v is not None:
        d["symlink"] = [write_object_symlink(x) for x in v]
    v = o.objdir
    if v is not None:
        d["objdir"] = [write_object_directory(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_object_namespace(d: Any) -> Any:
    """A `ObjectNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(object_namespace_draft)
    n = 0
    if "shadow" in d:
        n += 1
        v = d["shadow"]
        if type(v) is str:
            v = known_object_directory_shadow(v, v)
        elif v is not None:
            raise Mismatch
        o.shadow = v
    else:
        o.shadow = None
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            v = [read_object_symlink(x) for x in array(v)]
        o.symlink = v
    else:
        o.symlink = None
    if "objdir" in d:
        n += 1
        v = d["objdir"]
        if v is not None:
            v = [read_object_directory(x) for x in array(v)]
        o.objdir = v
    else:
        o.objdir = None
    o.unknown_members = leftover(ObjectNamespace, d) if n != len(d) else None
    o.__class__ = ObjectNamespace
    return o


def write_object_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `ObjectNamespace`."""
    d: dict[str, Any] = {}
    v = o.shadow
    if v is not None:
        d["shadow"] = v if type(v) is str else text_of(v)
    v = o.symlink
    if v is not None:
        d["symlink"] = [write_object_symlink(x) for x in v]
    v = o.objdir
    if v is not None:
        d["objdir"] = [write_object_directory(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_object_symlink(d: Any) -> Any:
    """A `ObjectSymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(object_symlink_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "path" in d:
        n += 1
        v = d["path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "scope" in d:
        n += 1
        v = d["scope"]
        if type(v) is str:
            v = known_object_symlink_scope(v, v)
        elif v is not None:
            raise Mismatch
        o.scope = v
    else:
        o.scope = None
    if "pathtoclone" in d:
        n += 1
        v = d["pathtoclone"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.pathtoclone = v
    else:
        o.pathtoclone = None
    if "access_mask" in d:
        n += 1
        v = d["access_mask"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.access_mask = v
    else:
        o.access_mask = None
    o.unknown_members = leftover(ObjectSymlink, d) if n != len(d) else None
    o.__class__ = ObjectSymlink
    return o


def write_object_symlink(o: Any) -> dict[str, Any]:
    """The JSON object of a `ObjectSymlink`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.path
    if v is not None:
        d["path"] = v
    v = o.scope
    if v is not None:
        d["scope"] = v if type(v) is str else text_of(v)
    v = o.pathtoclone
    if v is not None:
        d["pathtoclone"] = v
    v = o.access_mask
    if v is not None:
        d["access_mask"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_silo_properties(d: Any) -> Any:
    """A `SiloProperties` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(silo_properties_draft)
    n = 0
    if "Enabled" in d:
        n += 1
        v = d["Enabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enabled = v
    else:
        o.enabled = None
    if "JobName" in d:
        n += 1
        v = d["JobName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.job_name = v
    else:
        o.job_name = None
    o.unknown_members = leftover(SiloProperties, d) if n != len(d) else None
    o.__class__ = SiloProperties
    return o


def write_silo_properties(o: Any) -> dict[str, Any]:
    """The JSON object of a `SiloProperties`."""
    d: dict[str, Any] = {}
    v = o.enabled
    if v is not None:
        d["Enabled"] = v
    v = o.job_name
    if v is not None:
        d["JobName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.ContainersDef_BatchedBinding": (read_containers_def_batched_binding, write_containers_def_batched_binding),
    "hcs.ContainersDef_Container": (read_containers_def_container, write_containers_def_container),
    "hcs.ContainersDef_Device": (read_containers_def_device, write_containers_def_device),
    "hcs.DeviceCategory": (read_device_category, write_device_category),
    "hcs.DeviceExtension": (read_device_extension, write_device_extension),
    "hcs.DeviceExtensionNamespace": (read_device_extension_namespace, write_device_extension_namespace),
    "hcs.DeviceInstance": (read_device_instance, write_device_instance),
    "hcs.DeviceNamespace": (read_device_namespace, write_device_namespace),
    "hcs.FilesystemLayer": (read_filesystem_layer, write_filesystem_layer),
    "hcs.FilesystemNamespace": (read_filesystem_namespace, write_filesystem_namespace),
    "hcs.HostFiles": (read_host_files, write_host_files),
    "hcs.InterfaceClass": (read_interface_class, write_interface_class),
    "hcs.JobCpu": (read_job_cpu, write_job_cpu),
    "hcs.JobMemory": (read_job_memory, write_job_memory),
    "hcs.JobNamespace": (read_job_namespace, write_job_namespace),
    "hcs.JobSystemRoot": (read_job_system_root, write_job_system_root),
    "hcs.MountManagerMountPoint": (read_mount_manager_mount_point, write_mount_manager_mount_point),
    "hcs.MountManagerNamespace": (read_mount_manager_namespace, write_mount_manager_namespace),
    "hcs.NamedPipeNamespace": (read_named_pipe_namespace, write_named_pipe_namespace),
    "hcs.NamedPipeSymlink": (read_named_pipe_symlink, write_named_pipe_symlink),
    "hcs.Namespace": (read_namespace, write_namespace),
    "hcs.NetworkNamespace": (read_network_namespace, write_network_namespace),
    "hcs.ObjectDirectory": (read_object_directory, write_object_directory),
    "hcs.ObjectNamespace": (read_object_namespace, write_object_namespace),
    "hcs.ObjectSymlink": (read_object_symlink, write_object_symlink),
    "hcs.SiloProperties": (read_silo_properties, write_silo_properties),
}
"""Reader and writer of each type, by published name."""
