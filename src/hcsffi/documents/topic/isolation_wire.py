"""Reading and writing: namespaces of the container definition: devices, files, jobs, objects, pipes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, text_of, texts
from hcsffi.documents.topic.isolation import ContainersDefBatchedBinding, ContainersDefContainer, ContainersDefDevice, DeviceCategory, DeviceExtension, DeviceExtensionNamespace, DeviceInstance, DeviceNamespace, FilesystemIsolationMode, FilesystemLayer, FilesystemNamespace, FilesystemNestingMode, HostFiles, InterfaceClass, InterfaceClassType, JobCpu, JobMemory, JobNamespace, JobSystemRoot, JobTerminationPolicy, MountManagerMountPoint, MountManagerNamespace, NamedPipeNamespace, NamedPipeSymlink, Namespace, NetworkNamespace, ObjectDirectory, ObjectDirectoryShadow, ObjectNamespace, ObjectSymlink, ObjectSymlinkScope, SiloProperties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = containers_def_batched_binding_draft()
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


def write_containers_def_batched_binding(o: Any) -> Any:
    """The JSON object of a `ContainersDefBatchedBinding`."""
    d0: Any
    d0 = {}
    v0 = o.filepath
    if v0 is not None:
        d0["filepath"] = v0
    v0 = o.bindingroots
    if v0 is not None:
        d0["bindingroots"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_containers_def_container(d: Any) -> Any:
    """A `ContainersDefContainer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = containers_def_container_draft()
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


def write_containers_def_container(o: Any) -> Any:
    """The JSON object of a `ContainersDefContainer`."""
    d0: Any
    d0 = {}
    v0 = o.namespace
    if v0 is not None:
        d0["namespace"] = write_namespace(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_containers_def_device(d: Any) -> Any:
    """A `ContainersDefDevice` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = containers_def_device_draft()
    n = 0
    if "device_extension" in d:
        n += 1
        v = d["device_extension"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_device_extension(x))
            v = r
        o.device_extension = v
    else:
        o.device_extension = None
    o.unknown_members = leftover(ContainersDefDevice, d) if n != len(d) else None
    o.__class__ = ContainersDefDevice
    return o


def write_containers_def_device(o: Any) -> Any:
    """The JSON object of a `ContainersDefDevice`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.device_extension
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.device_category
            if v2 is not None:
                d2["device_category"] = write_device_category(v2)
            v2 = x1.namespace
            if v2 is not None:
                d2["namespace"] = write_namespace(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["device_extension"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_device_category(d: Any) -> Any:
    """A `DeviceCategory` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = device_category_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_interface_class(x))
            v = r
        o.interface_class = v
    else:
        o.interface_class = None
    o.unknown_members = leftover(DeviceCategory, d) if n != len(d) else None
    o.__class__ = DeviceCategory
    return o


def write_device_category(o: Any) -> Any:
    """The JSON object of a `DeviceCategory`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.name
    if v0 is not None:
        d0["name"] = v0
    v0 = o.interface_class
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["type"] = v2._value_ if type(v2) is InterfaceClassType else v2 if type(v2) is str else text_of(v2)
            v2 = x1.identifier
            if v2 is not None:
                d2["identifier"] = v2
            v2 = x1.recurse
            if v2 is not None:
                d2["recurse"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["interface_class"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_device_extension(d: Any) -> Any:
    """A `DeviceExtension` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = device_extension_draft()
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


def write_device_extension(o: Any) -> Any:
    """The JSON object of a `DeviceExtension`."""
    d0: Any
    d0 = {}
    v0 = o.device_category
    if v0 is not None:
        d0["device_category"] = write_device_category(v0)
    v0 = o.namespace
    if v0 is not None:
        d0["namespace"] = write_namespace(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_device_extension_namespace(d: Any) -> Any:
    """A `DeviceExtensionNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = device_extension_namespace_draft()
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


def write_device_extension_namespace(o: Any) -> Any:
    """The JSON object of a `DeviceExtensionNamespace`."""
    d0: Any
    d0 = {}
    v0 = o.ob
    if v0 is not None:
        d0["ob"] = write_object_namespace(v0)
    v0 = o.device
    if v0 is not None:
        d0["device"] = write_device_namespace(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_device_instance(d: Any) -> Any:
    """A `DeviceInstance` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = device_instance_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_interface_class(x))
            v = r
        o.interface_class = v
    else:
        o.interface_class = None
    o.unknown_members = leftover(DeviceInstance, d) if n != len(d) else None
    o.__class__ = DeviceInstance
    return o


def write_device_instance(o: Any) -> Any:
    """The JSON object of a `DeviceInstance`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.id
    if v0 is not None:
        d0["id"] = v0
    v0 = o.location_path
    if v0 is not None:
        d0["location_path"] = v0
    v0 = o.port_name
    if v0 is not None:
        d0["port_name"] = v0
    v0 = o.interface_class
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["type"] = v2._value_ if type(v2) is InterfaceClassType else v2 if type(v2) is str else text_of(v2)
            v2 = x1.identifier
            if v2 is not None:
                d2["identifier"] = v2
            v2 = x1.recurse
            if v2 is not None:
                d2["recurse"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["interface_class"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_device_namespace(d: Any) -> Any:
    """A `DeviceNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = device_namespace_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_device_category(x))
            v = r
        o.device_category = v
    else:
        o.device_category = None
    if "device_instance" in d:
        n += 1
        v = d["device_instance"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_device_instance(x))
            v = r
        o.device_instance = v
    else:
        o.device_instance = None
    o.unknown_members = leftover(DeviceNamespace, d) if n != len(d) else None
    o.__class__ = DeviceNamespace
    return o


def write_device_namespace(o: Any) -> Any:
    """The JSON object of a `DeviceNamespace`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.requires_driverstore
    if v0 is not None:
        d0["requires_driverstore"] = v0
    v0 = o.device_category
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.interface_class
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.type
                    if v4 is not None:
                        d4["type"] = v4._value_ if type(v4) is InterfaceClassType else v4 if type(v4) is str else text_of(v4)
                    v4 = x3.identifier
                    if v4 is not None:
                        d4["identifier"] = v4
                    v4 = x3.recurse
                    if v4 is not None:
                        d4["recurse"] = v4
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members)
                    r3.append(d4)
                d2["interface_class"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["device_category"] = r1
    v0 = o.device_instance
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.id
            if v2 is not None:
                d2["id"] = v2
            v2 = x1.location_path
            if v2 is not None:
                d2["location_path"] = v2
            v2 = x1.port_name
            if v2 is not None:
                d2["port_name"] = v2
            v2 = x1.interface_class
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.type
                    if v4 is not None:
                        d4["type"] = v4._value_ if type(v4) is InterfaceClassType else v4 if type(v4) is str else text_of(v4)
                    v4 = x3.identifier
                    if v4 is not None:
                        d4["identifier"] = v4
                    v4 = x3.recurse
                    if v4 is not None:
                        d4["recurse"] = v4
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members)
                    r3.append(d4)
                d2["interface_class"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["device_instance"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_filesystem_layer(d: Any) -> Any:
    """A `FilesystemLayer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = filesystem_layer_draft()
    n = 0
    if "identifier" in d:
        n += 1
        v = d["identifier"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_filesystem_layer(o: Any) -> Any:
    """The JSON object of a `FilesystemLayer`."""
    d0: Any
    d0 = {}
    v0 = o.identifier
    if v0 is not None:
        d0["identifier"] = v0
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_filesystem_namespace(d: Any) -> Any:
    """A `FilesystemNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = filesystem_namespace_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_filesystem_layer(x))
            v = r
        o.layer = v
    else:
        o.layer = None
    if "bindings" in d:
        n += 1
        v = d["bindings"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_containers_def_batched_binding(x))
            v = r
        o.bindings = v
    else:
        o.bindings = None
    o.unknown_members = leftover(FilesystemNamespace, d) if n != len(d) else None
    o.__class__ = FilesystemNamespace
    return o


def write_filesystem_namespace(o: Any) -> Any:
    """The JSON object of a `FilesystemNamespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    v0 = o.isolation
    if v0 is not None:
        d0["isolation"] = v0._value_ if type(v0) is FilesystemIsolationMode else v0 if type(v0) is str else text_of(v0)
    v0 = o.nesting
    if v0 is not None:
        d0["nesting"] = v0._value_ if type(v0) is FilesystemNestingMode else v0 if type(v0) is str else text_of(v0)
    v0 = o.layer
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.identifier
            if v2 is not None:
                d2["identifier"] = v2
            v2 = x1.path
            if v2 is not None:
                d2["path"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["layer"] = r1
    v0 = o.bindings
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.filepath
            if v2 is not None:
                d2["filepath"] = v2
            v2 = x1.bindingroots
            if v2 is not None:
                d2["bindingroots"] = [*v2]
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["bindings"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_host_files(d: Any) -> Any:
    """A `HostFiles` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = host_files_draft()
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


def write_host_files(o: Any) -> Any:
    """The JSON object of a `HostFiles`."""
    d0: Any
    d0 = {}
    v0 = o.base_image_path
    if v0 is not None:
        d0["base_image_path"] = v0
    v0 = o.sandbox_path
    if v0 is not None:
        d0["sandbox_path"] = v0
    v0 = o.file
    if v0 is not None:
        d0["file"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_interface_class(d: Any) -> Any:
    """A `InterfaceClass` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_class_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_interface_class(o: Any) -> Any:
    """The JSON object of a `InterfaceClass`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["type"] = v0._value_ if type(v0) is InterfaceClassType else v0 if type(v0) is str else text_of(v0)
    v0 = o.identifier
    if v0 is not None:
        d0["identifier"] = v0
    v0 = o.recurse
    if v0 is not None:
        d0["recurse"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_job_cpu(d: Any) -> Any:
    """A `JobCpu` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = job_cpu_draft()
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


def write_job_cpu(o: Any) -> Any:
    """The JSON object of a `JobCpu`."""
    d0: Any
    d0 = {}
    v0 = o.rate
    if v0 is not None:
        d0["rate"] = v0
    v0 = o.weight
    if v0 is not None:
        d0["weight"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_job_memory(d: Any) -> Any:
    """A `JobMemory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = job_memory_draft()
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


def write_job_memory(o: Any) -> Any:
    """The JSON object of a `JobMemory`."""
    d0: Any
    d0 = {}
    v0 = o.limit
    if v0 is not None:
        d0["limit"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_job_namespace(d: Any) -> Any:
    """A `JobNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = job_namespace_draft()
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


def write_job_namespace(o: Any) -> Any:
    """The JSON object of a `JobNamespace`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.cpu
    if v0 is not None:
        d1 = {}
        v1 = v0.rate
        if v1 is not None:
            d1["rate"] = v1
        v1 = v0.weight
        if v1 is not None:
            d1["weight"] = v1
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members)
        d0["cpu"] = d1
    v0 = o.memory
    if v0 is not None:
        d1 = {}
        v1 = v0.limit
        if v1 is not None:
            d1["limit"] = v1
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members)
        d0["memory"] = d1
    v0 = o.systemroot
    if v0 is not None:
        d1 = {}
        v1 = v0.path
        if v1 is not None:
            d1["path"] = v1
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members)
        d0["systemroot"] = d1
    v0 = o.terminationpolicy
    if v0 is not None:
        d0["terminationpolicy"] = v0._value_ if type(v0) is JobTerminationPolicy else v0 if type(v0) is str else text_of(v0)
    v0 = o.threadimpersonation
    if v0 is not None:
        d0["threadimpersonation"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_job_system_root(d: Any) -> Any:
    """A `JobSystemRoot` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = job_system_root_draft()
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


def write_job_system_root(o: Any) -> Any:
    """The JSON object of a `JobSystemRoot`."""
    d0: Any
    d0 = {}
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_mount_manager_mount_point(d: Any) -> Any:
    """A `MountManagerMountPoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mount_manager_mount_point_draft()
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


def write_mount_manager_mount_point(o: Any) -> Any:
    """The JSON object of a `MountManagerMountPoint`."""
    d0: Any
    d0 = {}
    v0 = o.name
    if v0 is not None:
        d0["name"] = v0
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_mount_manager_namespace(d: Any) -> Any:
    """A `MountManagerNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = mount_manager_namespace_draft()
    n = 0
    if "mount_point" in d:
        n += 1
        v = d["mount_point"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mount_manager_mount_point(x))
            v = r
        o.mount_point = v
    else:
        o.mount_point = None
    o.unknown_members = leftover(MountManagerNamespace, d) if n != len(d) else None
    o.__class__ = MountManagerNamespace
    return o


def write_mount_manager_namespace(o: Any) -> Any:
    """The JSON object of a `MountManagerNamespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.mount_point
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.path
            if v2 is not None:
                d2["path"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["mount_point"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_named_pipe_namespace(d: Any) -> Any:
    """A `NamedPipeNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = named_pipe_namespace_draft()
    n = 0
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_named_pipe_symlink(x))
            v = r
        o.symlink = v
    else:
        o.symlink = None
    o.unknown_members = leftover(NamedPipeNamespace, d) if n != len(d) else None
    o.__class__ = NamedPipeNamespace
    return o


def write_named_pipe_namespace(o: Any) -> Any:
    """The JSON object of a `NamedPipeNamespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.path
            if v2 is not None:
                d2["path"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["symlink"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_named_pipe_symlink(d: Any) -> Any:
    """A `NamedPipeSymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = named_pipe_symlink_draft()
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


def write_named_pipe_symlink(o: Any) -> Any:
    """The JSON object of a `NamedPipeSymlink`."""
    d0: Any
    d0 = {}
    v0 = o.name
    if v0 is not None:
        d0["name"] = v0
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_namespace(d: Any) -> Any:
    """A `Namespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_draft()
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


def write_namespace(o: Any) -> Any:
    """The JSON object of a `Namespace`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.job
    if v0 is not None:
        d0["job"] = write_job_namespace(v0)
    v0 = o.filesystem
    if v0 is not None:
        d0["filesystem"] = write_filesystem_namespace(v0)
    v0 = o.mountmgr
    if v0 is not None:
        d0["mountmgr"] = write_mount_manager_namespace(v0)
    v0 = o.namedpipe
    if v0 is not None:
        d0["namedpipe"] = write_named_pipe_namespace(v0)
    v0 = o.ob
    if v0 is not None:
        d0["ob"] = write_object_namespace(v0)
    v0 = o.registry
    if v0 is not None:
        d0["registry"] = write_registry_namespace(v0)
    v0 = o.network
    if v0 is not None:
        d1 = {}
        v1 = v0.compartment
        if v1 is not None:
            d1["compartment"] = v1
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members)
        d0["network"] = d1
    v0 = o.device
    if v0 is not None:
        d0["device"] = write_device_namespace(v0)
    v0 = o.hostfiles
    if v0 is not None:
        d0["hostfiles"] = write_host_files(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_network_namespace(d: Any) -> Any:
    """A `NetworkNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_namespace_draft()
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


def write_network_namespace(o: Any) -> Any:
    """The JSON object of a `NetworkNamespace`."""
    d0: Any
    d0 = {}
    v0 = o.compartment
    if v0 is not None:
        d0["compartment"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_object_directory(d: Any, level: int = 0) -> Any:
    """A `ObjectDirectory` from its JSON object."""
    r: Any
    if type(d) is not dict or level > 40:
        raise Mismatch
    o = object_directory_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_object_symlink(x))
            v = r
        o.symlink = v
    else:
        o.symlink = None
    if "objdir" in d:
        n += 1
        v = d["objdir"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_object_directory(x, level + 1))
            v = r
        o.objdir = v
    else:
        o.objdir = None
    o.unknown_members = leftover(ObjectDirectory, d) if n != len(d) else None
    o.__class__ = ObjectDirectory
    return o


def write_object_directory(o: Any) -> Any:
    """The JSON object of a `ObjectDirectory`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.name
    if v0 is not None:
        d0["name"] = v0
    v0 = o.clonesd
    if v0 is not None:
        d0["clonesd"] = v0
    v0 = o.shadow
    if v0 is not None:
        d0["shadow"] = v0._value_ if type(v0) is ObjectDirectoryShadow else v0 if type(v0) is str else text_of(v0)
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.path
            if v2 is not None:
                d2["path"] = v2
            v2 = x1.scope
            if v2 is not None:
                d2["scope"] = v2._value_ if type(v2) is ObjectSymlinkScope else v2 if type(v2) is str else text_of(v2)
            v2 = x1.pathtoclone
            if v2 is not None:
                d2["pathtoclone"] = v2
            v2 = x1.access_mask
            if v2 is not None:
                d2["access_mask"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["symlink"] = r1
    v0 = o.objdir
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_object_directory(x1))
        d0["objdir"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_object_namespace(d: Any) -> Any:
    """A `ObjectNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = object_namespace_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_object_symlink(x))
            v = r
        o.symlink = v
    else:
        o.symlink = None
    if "objdir" in d:
        n += 1
        v = d["objdir"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_object_directory(x))
            v = r
        o.objdir = v
    else:
        o.objdir = None
    o.unknown_members = leftover(ObjectNamespace, d) if n != len(d) else None
    o.__class__ = ObjectNamespace
    return o


def write_object_namespace(o: Any) -> Any:
    """The JSON object of a `ObjectNamespace`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.shadow
    if v0 is not None:
        d0["shadow"] = v0._value_ if type(v0) is ObjectDirectoryShadow else v0 if type(v0) is str else text_of(v0)
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.path
            if v2 is not None:
                d2["path"] = v2
            v2 = x1.scope
            if v2 is not None:
                d2["scope"] = v2._value_ if type(v2) is ObjectSymlinkScope else v2 if type(v2) is str else text_of(v2)
            v2 = x1.pathtoclone
            if v2 is not None:
                d2["pathtoclone"] = v2
            v2 = x1.access_mask
            if v2 is not None:
                d2["access_mask"] = v2
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["symlink"] = r1
    v0 = o.objdir
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.name
            if v2 is not None:
                d2["name"] = v2
            v2 = x1.clonesd
            if v2 is not None:
                d2["clonesd"] = v2
            v2 = x1.shadow
            if v2 is not None:
                d2["shadow"] = v2._value_ if type(v2) is ObjectDirectoryShadow else v2 if type(v2) is str else text_of(v2)
            v2 = x1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.name
                    if v4 is not None:
                        d4["name"] = v4
                    v4 = x3.path
                    if v4 is not None:
                        d4["path"] = v4
                    v4 = x3.scope
                    if v4 is not None:
                        d4["scope"] = v4._value_ if type(v4) is ObjectSymlinkScope else v4 if type(v4) is str else text_of(v4)
                    v4 = x3.pathtoclone
                    if v4 is not None:
                        d4["pathtoclone"] = v4
                    v4 = x3.access_mask
                    if v4 is not None:
                        d4["access_mask"] = v4
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members)
                    r3.append(d4)
                d2["symlink"] = r3
            v2 = x1.objdir
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_object_directory(x3))
                d2["objdir"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members)
            r1.append(d2)
        d0["objdir"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_object_symlink(d: Any) -> Any:
    """A `ObjectSymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = object_symlink_draft()
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


def write_object_symlink(o: Any) -> Any:
    """The JSON object of a `ObjectSymlink`."""
    d0: Any
    d0 = {}
    v0 = o.name
    if v0 is not None:
        d0["name"] = v0
    v0 = o.path
    if v0 is not None:
        d0["path"] = v0
    v0 = o.scope
    if v0 is not None:
        d0["scope"] = v0._value_ if type(v0) is ObjectSymlinkScope else v0 if type(v0) is str else text_of(v0)
    v0 = o.pathtoclone
    if v0 is not None:
        d0["pathtoclone"] = v0
    v0 = o.access_mask
    if v0 is not None:
        d0["access_mask"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


def read_silo_properties(d: Any) -> Any:
    """A `SiloProperties` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = silo_properties_draft()
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


def write_silo_properties(o: Any) -> Any:
    """The JSON object of a `SiloProperties`."""
    d0: Any
    d0 = {}
    v0 = o.enabled
    if v0 is not None:
        d0["Enabled"] = v0
    v0 = o.job_name
    if v0 is not None:
        d0["JobName"] = v0
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members)
    return d0


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
