"""Namespaces of the container definition: devices, files, jobs, objects, pipes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.registry import RegistryNamespace

class FilesystemIsolationMode(TextEnum):
    """Known values of `FilesystemIsolationMode`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.FilesystemIsolationMode"

    HARD = "hard"
    SOFT = "soft"


class FilesystemNestingMode(TextEnum):
    """Known values of `FilesystemNestingMode`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.FilesystemNestingMode"

    INNER = "inner"
    OUTER = "outer"


class InterfaceClassType(TextEnum):
    """Known values of `InterfaceClassType`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.InterfaceClassType"

    INHERIT = "Inherit"
    DEVICE_INSTANCE = "DeviceInstance"
    CLASS_GUID = "ClassGuid"


class JobTerminationPolicy(TextEnum):
    """Known values of `JobTerminationPolicy`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.JobTerminationPolicy"

    PERMANENT_QUIESCENT = "PermanentQuiescent"
    KILL_ON_HANDLE_CLOSE = "KillOnHandleClose"


class ObjectDirectoryShadow(TextEnum):
    """Known values of `ObjectDirectoryShadow`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ObjectDirectoryShadow"

    FALSE = "false"
    TRUE = "true"
    IFEXISTS = "ifexists"


class ObjectSymlinkScope(TextEnum):
    """Known values of `ObjectSymlinkScope`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ObjectSymlinkScope"

    LOCAL = "Local"
    GLOBAL = "Global"
    GLOBAL_DROP_SILO = "GlobalDropSilo"


class ContainersDefBatchedBinding(Document):
    """Document type `ContainersDef_BatchedBinding`.

    Published name ContainersDef_BatchedBinding; since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ContainersDef_BatchedBinding"

    filepath: str | None = member(
        "filepath", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    bindingroots: Sequence[str] | None = member(
        "bindingroots", "array<string>", "2.3", "docs dump", default=None
    )
    """Array<string>, since 2.3."""


class ContainersDefContainer(Document):
    """Document type `ContainersDef_Container`.

    Published name ContainersDef_Container; since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ContainersDef_Container"

    namespace: Namespace | None = member(
        "namespace", "Namespace", "2.3", "docs dump", default=None
    )
    """Namespace, since 2.3."""


class ContainersDefDevice(Document):
    """Document type `ContainersDef_Device`.

    Published name ContainersDef_Device; since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ContainersDef_Device"

    device_extension: Sequence[DeviceExtension] | None = member(
        "device_extension", "array<DeviceExtension>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<DeviceExtension>, since 2.3."""


class DeviceCategory(Document):
    """Document type `DeviceCategory`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.DeviceCategory"

    name: str | None = member(
        "name", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    interface_class: Sequence[InterfaceClass] | None = member(
        "interface_class", "array<InterfaceClass>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<InterfaceClass>, since 2.3."""


class DeviceExtension(Document):
    """Document type `DeviceExtension`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.DeviceExtension"

    device_category: DeviceCategory | None = member(
        "device_category", "DeviceCategory", "2.3", "docs dump hcsshim", default=None
    )
    """DeviceCategory, since 2.3."""

    namespace: Namespace | None = member(
        "namespace", "Namespace", "2.3", "docs dump hcsshim", default=None
    )
    """Namespace, since 2.3."""


class DeviceExtensionNamespace(Document):
    """Document type `DeviceExtensionNamespace`.

    Source: hcsshim.
    """

    __published__ = "hcs.DeviceExtensionNamespace"

    ob: ObjectNamespace | None = member(
        "ob", "ObjectNamespace", None, "hcsshim", default=None
    )
    """ObjectNamespace; known from hcsshim."""

    device: DeviceNamespace | None = member(
        "device", "DeviceNamespace", None, "hcsshim", default=None
    )
    """DeviceNamespace; known from hcsshim."""


class DeviceInstance(Document):
    """Document type `DeviceInstance`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.DeviceInstance"

    id: str | None = member(
        "id", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    location_path: str | None = member(
        "location_path", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    port_name: str | None = member(
        "port_name", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    interface_class: Sequence[InterfaceClass] | None = member(
        "interface_class", "array<InterfaceClass>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<InterfaceClass>, since 2.3."""


class DeviceNamespace(Document):
    """Document type `DeviceNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.DeviceNamespace"

    requires_driverstore: bool | None = member(
        "requires_driverstore", "bool", "2.3", "docs dump hcsshim", default=None
    )
    """Bool, since 2.3."""

    device_category: Sequence[DeviceCategory] | None = member(
        "device_category", "array<DeviceCategory>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<DeviceCategory>, since 2.3."""

    device_instance: Sequence[DeviceInstance] | None = member(
        "device_instance", "array<DeviceInstance>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<DeviceInstance>, since 2.3."""


class FilesystemLayer(Document):
    """Document type `FilesystemLayer`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.FilesystemLayer"

    identifier: str | None = member(
        "identifier", "guid", "2.3", "docs dump", default=None
    )
    """Guid, since 2.3."""

    path: str | None = member(
        "path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class FilesystemNamespace(Document):
    """Document type `FilesystemNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.FilesystemNamespace"

    path: str | None = member(
        "path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    isolation: FilesystemIsolationMode | str | None = member(
        "isolation", "FilesystemIsolationMode", "2.3", "docs dump", default=None
    )
    """FilesystemIsolationMode, since 2.3."""

    nesting: FilesystemNestingMode | str | None = member(
        "nesting", "FilesystemNestingMode", "2.3", "docs dump", default=None
    )
    """FilesystemNestingMode, since 2.3."""

    layer: Sequence[FilesystemLayer] | None = member(
        "layer", "array<FilesystemLayer>", "2.3", "docs dump", default=None
    )
    """Array<FilesystemLayer>, since 2.3."""

    bindings: Sequence[ContainersDefBatchedBinding] | None = member(
        "bindings", "array<ContainersDef_BatchedBinding>", "2.3", "docs dump", default=None
    )
    """Array<ContainersDef_BatchedBinding>, since 2.3."""


class HostFiles(Document):
    """Document type `HostFiles`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.HostFiles"

    base_image_path: str | None = member(
        "base_image_path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    sandbox_path: str | None = member(
        "sandbox_path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    file: Sequence[str] | None = member(
        "file", "array<string>", "2.3", "docs dump", default=None
    )
    """Array<string>, since 2.3."""


class InterfaceClass(Document):
    """Document type `InterfaceClass`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.InterfaceClass"

    type: InterfaceClassType | str | None = member(
        "type", "InterfaceClassType", "2.3", "docs dump hcsshim", default=None
    )
    """InterfaceClassType, since 2.3."""

    identifier: str | None = member(
        "identifier", "guid", "2.3", "docs dump hcsshim", default=None
    )
    """Guid, since 2.3."""

    recurse: bool | None = member(
        "recurse", "bool", "2.3", "docs dump hcsshim", default=None
    )
    """Bool, since 2.3."""


class JobCpu(Document):
    """Document type `JobCpu`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.JobCpu"

    rate: int | None = member(
        "rate", "uint32", "2.3", "docs dump", default=None
    )
    """uint32, since 2.3."""

    weight: int | None = member(
        "weight", "uint32", "2.3", "docs dump", default=None
    )
    """uint32, since 2.3."""


class JobMemory(Document):
    """Document type `JobMemory`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.JobMemory"

    limit: int | None = member(
        "limit", "uint64", "2.3", "docs dump", default=None
    )
    """uint64, since 2.3."""


class JobNamespace(Document):
    """Document type `JobNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.JobNamespace"

    cpu: JobCpu | None = member(
        "cpu", "JobCpu", "2.3", "docs dump", default=None
    )
    """JobCpu, since 2.3."""

    memory: JobMemory | None = member(
        "memory", "JobMemory", "2.3", "docs dump", default=None
    )
    """JobMemory, since 2.3."""

    systemroot: JobSystemRoot | None = member(
        "systemroot", "JobSystemRoot", "2.3", "docs dump", default=None
    )
    """JobSystemRoot, since 2.3."""

    terminationpolicy: JobTerminationPolicy | str | None = member(
        "terminationpolicy", "JobTerminationPolicy", "2.3", "docs dump", default=None
    )
    """JobTerminationPolicy, since 2.3."""

    threadimpersonation: bool | None = member(
        "threadimpersonation", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""


class JobSystemRoot(Document):
    """Document type `JobSystemRoot`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.JobSystemRoot"

    path: str | None = member(
        "path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class MountManagerMountPoint(Document):
    """Document type `MountManagerMountPoint`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.MountManagerMountPoint"

    name: str | None = member(
        "name", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    path: str | None = member(
        "path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class MountManagerNamespace(Document):
    """Document type `MountManagerNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.MountManagerNamespace"

    mount_point: Sequence[MountManagerMountPoint] | None = member(
        "mount_point", "array<MountManagerMountPoint>", "2.3", "docs dump", default=None
    )
    """Array<MountManagerMountPoint>, since 2.3."""


class NamedPipeNamespace(Document):
    """Document type `NamedPipeNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.NamedPipeNamespace"

    symlink: Sequence[NamedPipeSymlink] | None = member(
        "symlink", "array<NamedPipeSymlink>", "2.3", "docs dump", default=None
    )
    """Array<NamedPipeSymlink>, since 2.3."""


class NamedPipeSymlink(Document):
    """Document type `NamedPipeSymlink`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.NamedPipeSymlink"

    name: str | None = member(
        "name", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    path: str | None = member(
        "path", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class Namespace(Document):
    """Document type `Namespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Namespace"

    job: JobNamespace | None = member(
        "job", "JobNamespace", "2.3", "docs dump", default=None
    )
    """JobNamespace, since 2.3."""

    filesystem: FilesystemNamespace | None = member(
        "filesystem", "FilesystemNamespace", "2.3", "docs dump", default=None
    )
    """FilesystemNamespace, since 2.3."""

    mountmgr: MountManagerNamespace | None = member(
        "mountmgr", "MountManagerNamespace", "2.3", "docs dump", default=None
    )
    """MountManagerNamespace, since 2.3."""

    namedpipe: NamedPipeNamespace | None = member(
        "namedpipe", "NamedPipeNamespace", "2.3", "docs dump", default=None
    )
    """NamedPipeNamespace, since 2.3."""

    ob: ObjectNamespace | None = member(
        "ob", "ObjectNamespace", "2.3", "docs dump", default=None
    )
    """ObjectNamespace, since 2.3."""

    registry: RegistryNamespace | None = member(
        "registry", "RegistryNamespace", "2.3", "docs dump", default=None
    )
    """RegistryNamespace, since 2.3."""

    network: NetworkNamespace | None = member(
        "network", "NetworkNamespace", "2.3", "docs dump", default=None
    )
    """NetworkNamespace, since 2.3."""

    device: DeviceNamespace | None = member(
        "device", "DeviceNamespace", "2.3", "docs dump", default=None
    )
    """DeviceNamespace, since 2.3."""

    hostfiles: HostFiles | None = member(
        "hostfiles", "HostFiles", "2.3", "docs dump", default=None
    )
    """HostFiles, since 2.3."""


class NetworkNamespace(Document):
    """Document type `NetworkNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.NetworkNamespace"

    compartment: str | None = member(
        "compartment", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class ObjectDirectory(Document):
    """Document type `ObjectDirectory`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ObjectDirectory"

    name: str | None = member(
        "name", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    clonesd: str | None = member(
        "clonesd", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    shadow: ObjectDirectoryShadow | str | None = member(
        "shadow", "ObjectDirectoryShadow", "2.3", "docs dump hcsshim", default=None
    )
    """ObjectDirectoryShadow, since 2.3."""

    symlink: Sequence[ObjectSymlink] | None = member(
        "symlink", "array<ObjectSymlink>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<ObjectSymlink>, since 2.3."""

    objdir: Sequence[ObjectDirectory] | None = member(
        "objdir", "array<ObjectDirectory>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<ObjectDirectory>, since 2.3."""


class ObjectNamespace(Document):
    """Document type `ObjectNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ObjectNamespace"

    shadow: ObjectDirectoryShadow | str | None = member(
        "shadow", "ObjectDirectoryShadow", "2.3", "docs dump hcsshim", default=None
    )
    """ObjectDirectoryShadow, since 2.3."""

    symlink: Sequence[ObjectSymlink] | None = member(
        "symlink", "array<ObjectSymlink>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<ObjectSymlink>, since 2.3."""

    objdir: Sequence[ObjectDirectory] | None = member(
        "objdir", "array<ObjectDirectory>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<ObjectDirectory>, since 2.3."""


class ObjectSymlink(Document):
    """Document type `ObjectSymlink`.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.ObjectSymlink"

    name: str | None = member(
        "name", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    path: str | None = member(
        "path", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    scope: ObjectSymlinkScope | str | None = member(
        "scope", "ObjectSymlinkScope", "2.3", "docs dump hcsshim", default=None
    )
    """ObjectSymlinkScope, since 2.3."""

    pathtoclone: str | None = member(
        "pathtoclone", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    access_mask: int | None = member(
        "access_mask", "uint32", "2.3", "docs dump hcsshim", default=None
    )
    """uint32, since 2.3."""


class SiloProperties(Document):
    """Document type `SiloProperties`.

    Source: hcsshim.
    """

    __published__ = "hcs.SiloProperties"

    enabled: bool | None = member(
        "Enabled", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    job_name: str | None = member(
        "JobName", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""
