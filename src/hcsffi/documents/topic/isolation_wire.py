"""Reading and writing: namespaces of the container definition: devices, files, jobs, objects, pipes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, texts
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


def write_containers_def_batched_binding(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainersDefBatchedBinding`."""
    d0: Any
    d0 = {}
    if o.filepath is not None:
        d0["filepath"] = o.filepath
    v0 = o.bindingroots
    if v0 is not None:
        d0["bindingroots"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_containers_def_container(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainersDefContainer`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d4: Any
    r3: Any
    r5: Any
    d0 = {}
    v0 = o.namespace
    if v0 is not None:
        d1 = {}
        v1 = v0.job
        if v1 is not None:
            d2 = {}
            v2 = v1.cpu
            if v2 is not None:
                d3 = {}
                if v2.rate is not None:
                    d3["rate"] = v2.rate
                if v2.weight is not None:
                    d3["weight"] = v2.weight
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["cpu"] = d3
            v2 = v1.memory
            if v2 is not None:
                d3 = {}
                if v2.limit is not None:
                    d3["limit"] = v2.limit
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["memory"] = d3
            v2 = v1.systemroot
            if v2 is not None:
                d3 = {}
                if v2.path is not None:
                    d3["path"] = v2.path
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["systemroot"] = d3
            v2 = v1.terminationpolicy
            if v2 is not None:
                d2["terminationpolicy"] = v2 if settle is None else settle(v2)
            if v1.threadimpersonation is not None:
                d2["threadimpersonation"] = v1.threadimpersonation
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["job"] = d2
        v1 = v0.filesystem
        if v1 is not None:
            d2 = {}
            if v1.path is not None:
                d2["path"] = v1.path
            v2 = v1.isolation
            if v2 is not None:
                d2["isolation"] = v2 if settle is None else settle(v2)
            v2 = v1.nesting
            if v2 is not None:
                d2["nesting"] = v2 if settle is None else settle(v2)
            v2 = v1.layer
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.identifier is not None:
                        d4["identifier"] = x3.identifier
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["layer"] = r3
            v2 = v1.bindings
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.filepath is not None:
                        d4["filepath"] = x3.filepath
                    v4 = x3.bindingroots
                    if v4 is not None:
                        d4["bindingroots"] = [*v4]
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["bindings"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["filesystem"] = d2
        v1 = v0.mountmgr
        if v1 is not None:
            d2 = {}
            v2 = v1.mount_point
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["mount_point"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["mountmgr"] = d2
        v1 = v0.namedpipe
        if v1 is not None:
            d2 = {}
            v2 = v1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["symlink"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["namedpipe"] = d2
        v1 = v0.ob
        if v1 is not None:
            d2 = {}
            v2 = v1.shadow
            if v2 is not None:
                d2["shadow"] = v2 if settle is None else settle(v2)
            v2 = v1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    v4 = x3.scope
                    if v4 is not None:
                        d4["scope"] = v4 if settle is None else settle(v4)
                    if x3.pathtoclone is not None:
                        d4["pathtoclone"] = x3.pathtoclone
                    if x3.access_mask is not None:
                        d4["access_mask"] = x3.access_mask
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["symlink"] = r3
            v2 = v1.objdir
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.clonesd is not None:
                        d4["clonesd"] = x3.clonesd
                    v4 = x3.shadow
                    if v4 is not None:
                        d4["shadow"] = v4 if settle is None else settle(v4)
                    v4 = x3.symlink
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_symlink(x5, settle))
                        d4["symlink"] = r5
                    v4 = x3.objdir
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_directory(x5, settle))
                        d4["objdir"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["objdir"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["ob"] = d2
        v1 = v0.registry
        if v1 is not None:
            d1["registry"] = write_registry_namespace(v1, settle)
        v1 = v0.network
        if v1 is not None:
            d2 = {}
            if v1.compartment is not None:
                d2["compartment"] = v1.compartment
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["network"] = d2
        v1 = v0.device
        if v1 is not None:
            d2 = {}
            if v1.requires_driverstore is not None:
                d2["requires_driverstore"] = v1.requires_driverstore
            v2 = v1.device_category
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    v4 = x3.interface_class
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_interface_class(x5, settle))
                        d4["interface_class"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["device_category"] = r3
            v2 = v1.device_instance
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.id is not None:
                        d4["id"] = x3.id
                    if x3.location_path is not None:
                        d4["location_path"] = x3.location_path
                    if x3.port_name is not None:
                        d4["port_name"] = x3.port_name
                    v4 = x3.interface_class
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_interface_class(x5, settle))
                        d4["interface_class"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["device_instance"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["device"] = d2
        v1 = v0.hostfiles
        if v1 is not None:
            d2 = {}
            if v1.base_image_path is not None:
                d2["base_image_path"] = v1.base_image_path
            if v1.sandbox_path is not None:
                d2["sandbox_path"] = v1.sandbox_path
            v2 = v1.file
            if v2 is not None:
                d2["file"] = [*v2]
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["hostfiles"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["namespace"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_containers_def_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainersDefDevice`."""
    d0: Any
    d2: Any
    d3: Any
    d4: Any
    d5: Any
    r1: Any
    r4: Any
    r5: Any
    d0 = {}
    v0 = o.device_extension
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.device_category
            if v2 is not None:
                d3 = {}
                if v2.name is not None:
                    d3["name"] = v2.name
                v3 = v2.interface_class
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        v5 = x4.type
                        if v5 is not None:
                            d5["type"] = v5 if settle is None else settle(v5)
                        if x4.identifier is not None:
                            d5["identifier"] = x4.identifier
                        if x4.recurse is not None:
                            d5["recurse"] = x4.recurse
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["interface_class"] = r4
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["device_category"] = d3
            v2 = x1.namespace
            if v2 is not None:
                d3 = {}
                v3 = v2.job
                if v3 is not None:
                    d4 = {}
                    v4 = v3.cpu
                    if v4 is not None:
                        d5 = {}
                        if v4.rate is not None:
                            d5["rate"] = v4.rate
                        if v4.weight is not None:
                            d5["weight"] = v4.weight
                        if v4.unknown_members is not None:
                            d5 = merged(d5, v4.unknown_members, settle)
                        d4["cpu"] = d5
                    v4 = v3.memory
                    if v4 is not None:
                        d5 = {}
                        if v4.limit is not None:
                            d5["limit"] = v4.limit
                        if v4.unknown_members is not None:
                            d5 = merged(d5, v4.unknown_members, settle)
                        d4["memory"] = d5
                    v4 = v3.systemroot
                    if v4 is not None:
                        d5 = {}
                        if v4.path is not None:
                            d5["path"] = v4.path
                        if v4.unknown_members is not None:
                            d5 = merged(d5, v4.unknown_members, settle)
                        d4["systemroot"] = d5
                    v4 = v3.terminationpolicy
                    if v4 is not None:
                        d4["terminationpolicy"] = v4 if settle is None else settle(v4)
                    if v3.threadimpersonation is not None:
                        d4["threadimpersonation"] = v3.threadimpersonation
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["job"] = d4
                v3 = v2.filesystem
                if v3 is not None:
                    d4 = {}
                    if v3.path is not None:
                        d4["path"] = v3.path
                    v4 = v3.isolation
                    if v4 is not None:
                        d4["isolation"] = v4 if settle is None else settle(v4)
                    v4 = v3.nesting
                    if v4 is not None:
                        d4["nesting"] = v4 if settle is None else settle(v4)
                    v4 = v3.layer
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_filesystem_layer(x5, settle))
                        d4["layer"] = r5
                    v4 = v3.bindings
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_containers_def_batched_binding(x5, settle))
                        d4["bindings"] = r5
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["filesystem"] = d4
                v3 = v2.mountmgr
                if v3 is not None:
                    d4 = {}
                    v4 = v3.mount_point
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_mount_manager_mount_point(x5, settle))
                        d4["mount_point"] = r5
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["mountmgr"] = d4
                v3 = v2.namedpipe
                if v3 is not None:
                    d4 = {}
                    v4 = v3.symlink
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_named_pipe_symlink(x5, settle))
                        d4["symlink"] = r5
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["namedpipe"] = d4
                v3 = v2.ob
                if v3 is not None:
                    d4 = {}
                    v4 = v3.shadow
                    if v4 is not None:
                        d4["shadow"] = v4 if settle is None else settle(v4)
                    v4 = v3.symlink
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_symlink(x5, settle))
                        d4["symlink"] = r5
                    v4 = v3.objdir
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_directory(x5, settle))
                        d4["objdir"] = r5
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["ob"] = d4
                v3 = v2.registry
                if v3 is not None:
                    d3["registry"] = write_registry_namespace(v3, settle)
                v3 = v2.network
                if v3 is not None:
                    d4 = {}
                    if v3.compartment is not None:
                        d4["compartment"] = v3.compartment
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["network"] = d4
                v3 = v2.device
                if v3 is not None:
                    d4 = {}
                    if v3.requires_driverstore is not None:
                        d4["requires_driverstore"] = v3.requires_driverstore
                    v4 = v3.device_category
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_device_category(x5, settle))
                        d4["device_category"] = r5
                    v4 = v3.device_instance
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_device_instance(x5, settle))
                        d4["device_instance"] = r5
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["device"] = d4
                v3 = v2.hostfiles
                if v3 is not None:
                    d4 = {}
                    if v3.base_image_path is not None:
                        d4["base_image_path"] = v3.base_image_path
                    if v3.sandbox_path is not None:
                        d4["sandbox_path"] = v3.sandbox_path
                    v4 = v3.file
                    if v4 is not None:
                        d4["file"] = [*v4]
                    if v3.unknown_members is not None:
                        d4 = merged(d4, v3.unknown_members, settle)
                    d3["hostfiles"] = d4
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["namespace"] = d3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["device_extension"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_device_category(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceCategory`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    v0 = o.interface_class
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["type"] = v2 if settle is None else settle(v2)
            if x1.identifier is not None:
                d2["identifier"] = x1.identifier
            if x1.recurse is not None:
                d2["recurse"] = x1.recurse
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["interface_class"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_device_extension(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceExtension`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d4: Any
    r2: Any
    r3: Any
    r5: Any
    d0 = {}
    v0 = o.device_category
    if v0 is not None:
        d1 = {}
        if v0.name is not None:
            d1["name"] = v0.name
        v1 = v0.interface_class
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                v3 = x2.type
                if v3 is not None:
                    d3["type"] = v3 if settle is None else settle(v3)
                if x2.identifier is not None:
                    d3["identifier"] = x2.identifier
                if x2.recurse is not None:
                    d3["recurse"] = x2.recurse
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["interface_class"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["device_category"] = d1
    v0 = o.namespace
    if v0 is not None:
        d1 = {}
        v1 = v0.job
        if v1 is not None:
            d2 = {}
            v2 = v1.cpu
            if v2 is not None:
                d3 = {}
                if v2.rate is not None:
                    d3["rate"] = v2.rate
                if v2.weight is not None:
                    d3["weight"] = v2.weight
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["cpu"] = d3
            v2 = v1.memory
            if v2 is not None:
                d3 = {}
                if v2.limit is not None:
                    d3["limit"] = v2.limit
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["memory"] = d3
            v2 = v1.systemroot
            if v2 is not None:
                d3 = {}
                if v2.path is not None:
                    d3["path"] = v2.path
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["systemroot"] = d3
            v2 = v1.terminationpolicy
            if v2 is not None:
                d2["terminationpolicy"] = v2 if settle is None else settle(v2)
            if v1.threadimpersonation is not None:
                d2["threadimpersonation"] = v1.threadimpersonation
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["job"] = d2
        v1 = v0.filesystem
        if v1 is not None:
            d2 = {}
            if v1.path is not None:
                d2["path"] = v1.path
            v2 = v1.isolation
            if v2 is not None:
                d2["isolation"] = v2 if settle is None else settle(v2)
            v2 = v1.nesting
            if v2 is not None:
                d2["nesting"] = v2 if settle is None else settle(v2)
            v2 = v1.layer
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.identifier is not None:
                        d4["identifier"] = x3.identifier
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["layer"] = r3
            v2 = v1.bindings
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.filepath is not None:
                        d4["filepath"] = x3.filepath
                    v4 = x3.bindingroots
                    if v4 is not None:
                        d4["bindingroots"] = [*v4]
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["bindings"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["filesystem"] = d2
        v1 = v0.mountmgr
        if v1 is not None:
            d2 = {}
            v2 = v1.mount_point
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["mount_point"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["mountmgr"] = d2
        v1 = v0.namedpipe
        if v1 is not None:
            d2 = {}
            v2 = v1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["symlink"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["namedpipe"] = d2
        v1 = v0.ob
        if v1 is not None:
            d2 = {}
            v2 = v1.shadow
            if v2 is not None:
                d2["shadow"] = v2 if settle is None else settle(v2)
            v2 = v1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    v4 = x3.scope
                    if v4 is not None:
                        d4["scope"] = v4 if settle is None else settle(v4)
                    if x3.pathtoclone is not None:
                        d4["pathtoclone"] = x3.pathtoclone
                    if x3.access_mask is not None:
                        d4["access_mask"] = x3.access_mask
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["symlink"] = r3
            v2 = v1.objdir
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.clonesd is not None:
                        d4["clonesd"] = x3.clonesd
                    v4 = x3.shadow
                    if v4 is not None:
                        d4["shadow"] = v4 if settle is None else settle(v4)
                    v4 = x3.symlink
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_symlink(x5, settle))
                        d4["symlink"] = r5
                    v4 = x3.objdir
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_object_directory(x5, settle))
                        d4["objdir"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["objdir"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["ob"] = d2
        v1 = v0.registry
        if v1 is not None:
            d1["registry"] = write_registry_namespace(v1, settle)
        v1 = v0.network
        if v1 is not None:
            d2 = {}
            if v1.compartment is not None:
                d2["compartment"] = v1.compartment
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["network"] = d2
        v1 = v0.device
        if v1 is not None:
            d2 = {}
            if v1.requires_driverstore is not None:
                d2["requires_driverstore"] = v1.requires_driverstore
            v2 = v1.device_category
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    v4 = x3.interface_class
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_interface_class(x5, settle))
                        d4["interface_class"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["device_category"] = r3
            v2 = v1.device_instance
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.id is not None:
                        d4["id"] = x3.id
                    if x3.location_path is not None:
                        d4["location_path"] = x3.location_path
                    if x3.port_name is not None:
                        d4["port_name"] = x3.port_name
                    v4 = x3.interface_class
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_interface_class(x5, settle))
                        d4["interface_class"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["device_instance"] = r3
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["device"] = d2
        v1 = v0.hostfiles
        if v1 is not None:
            d2 = {}
            if v1.base_image_path is not None:
                d2["base_image_path"] = v1.base_image_path
            if v1.sandbox_path is not None:
                d2["sandbox_path"] = v1.sandbox_path
            v2 = v1.file
            if v2 is not None:
                d2["file"] = [*v2]
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["hostfiles"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["namespace"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_device_extension_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceExtensionNamespace`."""
    d0: Any
    d1: Any
    d3: Any
    d5: Any
    r2: Any
    r4: Any
    d0 = {}
    v0 = o.ob
    if v0 is not None:
        d1 = {}
        v1 = v0.shadow
        if v1 is not None:
            d1["shadow"] = v1 if settle is None else settle(v1)
        v1 = v0.symlink
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.path is not None:
                    d3["path"] = x2.path
                v3 = x2.scope
                if v3 is not None:
                    d3["scope"] = v3 if settle is None else settle(v3)
                if x2.pathtoclone is not None:
                    d3["pathtoclone"] = x2.pathtoclone
                if x2.access_mask is not None:
                    d3["access_mask"] = x2.access_mask
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["symlink"] = r2
        v1 = v0.objdir
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.clonesd is not None:
                    d3["clonesd"] = x2.clonesd
                v3 = x2.shadow
                if v3 is not None:
                    d3["shadow"] = v3 if settle is None else settle(v3)
                v3 = x2.symlink
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        if x4.name is not None:
                            d5["name"] = x4.name
                        if x4.path is not None:
                            d5["path"] = x4.path
                        v5 = x4.scope
                        if v5 is not None:
                            d5["scope"] = v5 if settle is None else settle(v5)
                        if x4.pathtoclone is not None:
                            d5["pathtoclone"] = x4.pathtoclone
                        if x4.access_mask is not None:
                            d5["access_mask"] = x4.access_mask
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["symlink"] = r4
                v3 = x2.objdir
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        r4.append(write_object_directory(x4, settle))
                    d3["objdir"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["objdir"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ob"] = d1
    v0 = o.device
    if v0 is not None:
        d1 = {}
        if v0.requires_driverstore is not None:
            d1["requires_driverstore"] = v0.requires_driverstore
        v1 = v0.device_category
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                v3 = x2.interface_class
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        v5 = x4.type
                        if v5 is not None:
                            d5["type"] = v5 if settle is None else settle(v5)
                        if x4.identifier is not None:
                            d5["identifier"] = x4.identifier
                        if x4.recurse is not None:
                            d5["recurse"] = x4.recurse
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["interface_class"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["device_category"] = r2
        v1 = v0.device_instance
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.id is not None:
                    d3["id"] = x2.id
                if x2.location_path is not None:
                    d3["location_path"] = x2.location_path
                if x2.port_name is not None:
                    d3["port_name"] = x2.port_name
                v3 = x2.interface_class
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        v5 = x4.type
                        if v5 is not None:
                            d5["type"] = v5 if settle is None else settle(v5)
                        if x4.identifier is not None:
                            d5["identifier"] = x4.identifier
                        if x4.recurse is not None:
                            d5["recurse"] = x4.recurse
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["interface_class"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["device_instance"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["device"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_device_instance(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceInstance`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["id"] = o.id
    if o.location_path is not None:
        d0["location_path"] = o.location_path
    if o.port_name is not None:
        d0["port_name"] = o.port_name
    v0 = o.interface_class
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["type"] = v2 if settle is None else settle(v2)
            if x1.identifier is not None:
                d2["identifier"] = x1.identifier
            if x1.recurse is not None:
                d2["recurse"] = x1.recurse
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["interface_class"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_device_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceNamespace`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.requires_driverstore is not None:
        d0["requires_driverstore"] = o.requires_driverstore
    v0 = o.device_category
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            v2 = x1.interface_class
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.type
                    if v4 is not None:
                        d4["type"] = v4 if settle is None else settle(v4)
                    if x3.identifier is not None:
                        d4["identifier"] = x3.identifier
                    if x3.recurse is not None:
                        d4["recurse"] = x3.recurse
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["interface_class"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["device_category"] = r1
    v0 = o.device_instance
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["id"] = x1.id
            if x1.location_path is not None:
                d2["location_path"] = x1.location_path
            if x1.port_name is not None:
                d2["port_name"] = x1.port_name
            v2 = x1.interface_class
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.type
                    if v4 is not None:
                        d4["type"] = v4 if settle is None else settle(v4)
                    if x3.identifier is not None:
                        d4["identifier"] = x3.identifier
                    if x3.recurse is not None:
                        d4["recurse"] = x3.recurse
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["interface_class"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["device_instance"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_filesystem_layer(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FilesystemLayer`."""
    d0: Any
    d0 = {}
    if o.identifier is not None:
        d0["identifier"] = o.identifier
    if o.path is not None:
        d0["path"] = o.path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_filesystem_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FilesystemNamespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.path is not None:
        d0["path"] = o.path
    v0 = o.isolation
    if v0 is not None:
        d0["isolation"] = v0 if settle is None else settle(v0)
    v0 = o.nesting
    if v0 is not None:
        d0["nesting"] = v0 if settle is None else settle(v0)
    v0 = o.layer
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.identifier is not None:
                d2["identifier"] = x1.identifier
            if x1.path is not None:
                d2["path"] = x1.path
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["layer"] = r1
    v0 = o.bindings
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.filepath is not None:
                d2["filepath"] = x1.filepath
            v2 = x1.bindingroots
            if v2 is not None:
                d2["bindingroots"] = [*v2]
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["bindings"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_host_files(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostFiles`."""
    d0: Any
    d0 = {}
    if o.base_image_path is not None:
        d0["base_image_path"] = o.base_image_path
    if o.sandbox_path is not None:
        d0["sandbox_path"] = o.sandbox_path
    v0 = o.file
    if v0 is not None:
        d0["file"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_interface_class(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceClass`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["type"] = v0 if settle is None else settle(v0)
    if o.identifier is not None:
        d0["identifier"] = o.identifier
    if o.recurse is not None:
        d0["recurse"] = o.recurse
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_job_cpu(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `JobCpu`."""
    d0: Any
    d0 = {}
    if o.rate is not None:
        d0["rate"] = o.rate
    if o.weight is not None:
        d0["weight"] = o.weight
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_job_memory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `JobMemory`."""
    d0: Any
    d0 = {}
    if o.limit is not None:
        d0["limit"] = o.limit
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_job_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `JobNamespace`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.cpu
    if v0 is not None:
        d1 = {}
        if v0.rate is not None:
            d1["rate"] = v0.rate
        if v0.weight is not None:
            d1["weight"] = v0.weight
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["cpu"] = d1
    v0 = o.memory
    if v0 is not None:
        d1 = {}
        if v0.limit is not None:
            d1["limit"] = v0.limit
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["memory"] = d1
    v0 = o.systemroot
    if v0 is not None:
        d1 = {}
        if v0.path is not None:
            d1["path"] = v0.path
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["systemroot"] = d1
    v0 = o.terminationpolicy
    if v0 is not None:
        d0["terminationpolicy"] = v0 if settle is None else settle(v0)
    if o.threadimpersonation is not None:
        d0["threadimpersonation"] = o.threadimpersonation
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_job_system_root(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `JobSystemRoot`."""
    d0: Any
    d0 = {}
    if o.path is not None:
        d0["path"] = o.path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_mount_manager_mount_point(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MountManagerMountPoint`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.path is not None:
        d0["path"] = o.path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_mount_manager_namespace(o: Any, settle: Any = None) -> Any:
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
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.path is not None:
                d2["path"] = x1.path
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["mount_point"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_named_pipe_namespace(o: Any, settle: Any = None) -> Any:
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
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.path is not None:
                d2["path"] = x1.path
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["symlink"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_named_pipe_symlink(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamedPipeSymlink`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.path is not None:
        d0["path"] = o.path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Namespace`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d5: Any
    r2: Any
    r4: Any
    d0 = {}
    v0 = o.job
    if v0 is not None:
        d1 = {}
        v1 = v0.cpu
        if v1 is not None:
            d2 = {}
            if v1.rate is not None:
                d2["rate"] = v1.rate
            if v1.weight is not None:
                d2["weight"] = v1.weight
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["cpu"] = d2
        v1 = v0.memory
        if v1 is not None:
            d2 = {}
            if v1.limit is not None:
                d2["limit"] = v1.limit
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["memory"] = d2
        v1 = v0.systemroot
        if v1 is not None:
            d2 = {}
            if v1.path is not None:
                d2["path"] = v1.path
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["systemroot"] = d2
        v1 = v0.terminationpolicy
        if v1 is not None:
            d1["terminationpolicy"] = v1 if settle is None else settle(v1)
        if v0.threadimpersonation is not None:
            d1["threadimpersonation"] = v0.threadimpersonation
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["job"] = d1
    v0 = o.filesystem
    if v0 is not None:
        d1 = {}
        if v0.path is not None:
            d1["path"] = v0.path
        v1 = v0.isolation
        if v1 is not None:
            d1["isolation"] = v1 if settle is None else settle(v1)
        v1 = v0.nesting
        if v1 is not None:
            d1["nesting"] = v1 if settle is None else settle(v1)
        v1 = v0.layer
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.identifier is not None:
                    d3["identifier"] = x2.identifier
                if x2.path is not None:
                    d3["path"] = x2.path
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["layer"] = r2
        v1 = v0.bindings
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.filepath is not None:
                    d3["filepath"] = x2.filepath
                v3 = x2.bindingroots
                if v3 is not None:
                    d3["bindingroots"] = [*v3]
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["bindings"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["filesystem"] = d1
    v0 = o.mountmgr
    if v0 is not None:
        d1 = {}
        v1 = v0.mount_point
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.path is not None:
                    d3["path"] = x2.path
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["mount_point"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["mountmgr"] = d1
    v0 = o.namedpipe
    if v0 is not None:
        d1 = {}
        v1 = v0.symlink
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.path is not None:
                    d3["path"] = x2.path
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["symlink"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["namedpipe"] = d1
    v0 = o.ob
    if v0 is not None:
        d1 = {}
        v1 = v0.shadow
        if v1 is not None:
            d1["shadow"] = v1 if settle is None else settle(v1)
        v1 = v0.symlink
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.path is not None:
                    d3["path"] = x2.path
                v3 = x2.scope
                if v3 is not None:
                    d3["scope"] = v3 if settle is None else settle(v3)
                if x2.pathtoclone is not None:
                    d3["pathtoclone"] = x2.pathtoclone
                if x2.access_mask is not None:
                    d3["access_mask"] = x2.access_mask
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["symlink"] = r2
        v1 = v0.objdir
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                if x2.clonesd is not None:
                    d3["clonesd"] = x2.clonesd
                v3 = x2.shadow
                if v3 is not None:
                    d3["shadow"] = v3 if settle is None else settle(v3)
                v3 = x2.symlink
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        if x4.name is not None:
                            d5["name"] = x4.name
                        if x4.path is not None:
                            d5["path"] = x4.path
                        v5 = x4.scope
                        if v5 is not None:
                            d5["scope"] = v5 if settle is None else settle(v5)
                        if x4.pathtoclone is not None:
                            d5["pathtoclone"] = x4.pathtoclone
                        if x4.access_mask is not None:
                            d5["access_mask"] = x4.access_mask
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["symlink"] = r4
                v3 = x2.objdir
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        r4.append(write_object_directory(x4, settle))
                    d3["objdir"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["objdir"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ob"] = d1
    v0 = o.registry
    if v0 is not None:
        d0["registry"] = write_registry_namespace(v0, settle)
    v0 = o.network
    if v0 is not None:
        d1 = {}
        if v0.compartment is not None:
            d1["compartment"] = v0.compartment
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["network"] = d1
    v0 = o.device
    if v0 is not None:
        d1 = {}
        if v0.requires_driverstore is not None:
            d1["requires_driverstore"] = v0.requires_driverstore
        v1 = v0.device_category
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.name is not None:
                    d3["name"] = x2.name
                v3 = x2.interface_class
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        v5 = x4.type
                        if v5 is not None:
                            d5["type"] = v5 if settle is None else settle(v5)
                        if x4.identifier is not None:
                            d5["identifier"] = x4.identifier
                        if x4.recurse is not None:
                            d5["recurse"] = x4.recurse
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["interface_class"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["device_category"] = r2
        v1 = v0.device_instance
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.id is not None:
                    d3["id"] = x2.id
                if x2.location_path is not None:
                    d3["location_path"] = x2.location_path
                if x2.port_name is not None:
                    d3["port_name"] = x2.port_name
                v3 = x2.interface_class
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        d5 = {}
                        v5 = x4.type
                        if v5 is not None:
                            d5["type"] = v5 if settle is None else settle(v5)
                        if x4.identifier is not None:
                            d5["identifier"] = x4.identifier
                        if x4.recurse is not None:
                            d5["recurse"] = x4.recurse
                        if x4.unknown_members is not None:
                            d5 = merged(d5, x4.unknown_members, settle)
                        r4.append(d5)
                    d3["interface_class"] = r4
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["device_instance"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["device"] = d1
    v0 = o.hostfiles
    if v0 is not None:
        d1 = {}
        if v0.base_image_path is not None:
            d1["base_image_path"] = v0.base_image_path
        if v0.sandbox_path is not None:
            d1["sandbox_path"] = v0.sandbox_path
        v1 = v0.file
        if v1 is not None:
            d1["file"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["hostfiles"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_network_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkNamespace`."""
    d0: Any
    d0 = {}
    if o.compartment is not None:
        d0["compartment"] = o.compartment
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_object_directory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ObjectDirectory`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.clonesd is not None:
        d0["clonesd"] = o.clonesd
    v0 = o.shadow
    if v0 is not None:
        d0["shadow"] = v0 if settle is None else settle(v0)
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.path is not None:
                d2["path"] = x1.path
            v2 = x1.scope
            if v2 is not None:
                d2["scope"] = v2 if settle is None else settle(v2)
            if x1.pathtoclone is not None:
                d2["pathtoclone"] = x1.pathtoclone
            if x1.access_mask is not None:
                d2["access_mask"] = x1.access_mask
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["symlink"] = r1
    v0 = o.objdir
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_object_directory(x1, settle))
        d0["objdir"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_object_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ObjectNamespace`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.shadow
    if v0 is not None:
        d0["shadow"] = v0 if settle is None else settle(v0)
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.path is not None:
                d2["path"] = x1.path
            v2 = x1.scope
            if v2 is not None:
                d2["scope"] = v2 if settle is None else settle(v2)
            if x1.pathtoclone is not None:
                d2["pathtoclone"] = x1.pathtoclone
            if x1.access_mask is not None:
                d2["access_mask"] = x1.access_mask
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["symlink"] = r1
    v0 = o.objdir
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.clonesd is not None:
                d2["clonesd"] = x1.clonesd
            v2 = x1.shadow
            if v2 is not None:
                d2["shadow"] = v2 if settle is None else settle(v2)
            v2 = x1.symlink
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.path is not None:
                        d4["path"] = x3.path
                    v4 = x3.scope
                    if v4 is not None:
                        d4["scope"] = v4 if settle is None else settle(v4)
                    if x3.pathtoclone is not None:
                        d4["pathtoclone"] = x3.pathtoclone
                    if x3.access_mask is not None:
                        d4["access_mask"] = x3.access_mask
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["symlink"] = r3
            v2 = x1.objdir
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_object_directory(x3, settle))
                d2["objdir"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["objdir"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_object_symlink(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ObjectSymlink`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.path is not None:
        d0["path"] = o.path
    v0 = o.scope
    if v0 is not None:
        d0["scope"] = v0 if settle is None else settle(v0)
    if o.pathtoclone is not None:
        d0["pathtoclone"] = o.pathtoclone
    if o.access_mask is not None:
        d0["access_mask"] = o.access_mask
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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


def write_silo_properties(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SiloProperties`."""
    d0: Any
    d0 = {}
    if o.enabled is not None:
        d0["Enabled"] = o.enabled
    if o.job_name is not None:
        d0["JobName"] = o.job_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
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
