"""Devices, files, kernel objects and pipes of a container definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(frozen=True, kw_only=True)
class FilesystemNamespace(Document, published="hcs.FilesystemNamespace", since="2.3", sources="docs dump"):
    """Files a container sees."""

    path: str | None = member("path", "string", "2.3", "docs dump")
    isolation: FilesystemIsolationMode | None = member("isolation", "FilesystemIsolationMode", "2.3", "docs dump")
    nesting: FilesystemNestingMode | None = member("nesting", "FilesystemNestingMode", "2.3", "docs dump")
    layer: Sequence[FilesystemLayer] | None = member("layer", "array<FilesystemLayer>", "2.3", "docs dump")
    bindings: Sequence[ContainersDefBatchedBinding] | None = member("bindings", "array<ContainersDef_BatchedBinding>", "2.3", "docs dump")


class FilesystemIsolationMode(TextEnum, published="hcs.FilesystemIsolationMode", since="2.3", sources="docs dump"):
    """How strictly a container's file system is kept apart."""

    HARD = "hard"
    SOFT = "soft"


class FilesystemNestingMode(TextEnum, published="hcs.FilesystemNestingMode", since="2.3", sources="docs dump"):
    """Whether a file system lies inside or outside another."""

    INNER = "inner"
    OUTER = "outer"


@define(frozen=True, kw_only=True)
class FilesystemLayer(Document, published="hcs.FilesystemLayer", since="2.3", sources="docs dump"):
    """One layer of a container's file system."""

    identifier: str | None = member("identifier", "guid", "2.3", "docs dump")
    path: str | None = member("path", "string", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class ContainersDefBatchedBinding(Document, published="hcs.ContainersDef_BatchedBinding", since="2.3", sources="docs dump"):
    """Folders bound into a container's file system in one go."""

    filepath: str | None = member("filepath", "string", "2.3", "docs dump")
    bindingroots: Sequence[str] | None = member("bindingroots", "array<string>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class HostFiles(Document, published="hcs.HostFiles", since="2.3", sources="docs dump"):
    """Files of the host that a container sees."""

    base_image_path: str | None = member("base_image_path", "string", "2.3", "docs dump")
    sandbox_path: str | None = member("sandbox_path", "string", "2.3", "docs dump")
    file: Sequence[str] | None = member("file", "array<string>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class MountManagerNamespace(Document, published="hcs.MountManagerNamespace", since="2.3", sources="docs dump"):
    """Mount points a container sees."""

    mount_point: Sequence[MountManagerMountPoint] | None = member("mount_point", "array<MountManagerMountPoint>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class MountManagerMountPoint(Document, published="hcs.MountManagerMountPoint", since="2.3", sources="docs dump"):
    """One mount point of a container."""

    name: str | None = member("name", "string", "2.3", "docs dump")
    path: str | None = member("path", "string", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class DeviceNamespace(Document, published="hcs.DeviceNamespace", since="2.3", sources="docs dump hcsshim"):
    """Devices a container sees."""

    requires_driverstore: bool | None = member("requires_driverstore", "bool", "2.3", "docs dump hcsshim")
    device_category: Sequence[DeviceCategory] | None = member("device_category", "array<DeviceCategory>", "2.3", "docs dump hcsshim")
    device_instance: Sequence[DeviceInstance] | None = member("device_instance", "array<DeviceInstance>", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class DeviceCategory(Document, published="hcs.DeviceCategory", since="2.3", sources="docs dump hcsshim"):
    """Interface classes of devices under one name."""

    name: str | None = member("name", "string", "2.3", "docs dump hcsshim")
    interface_class: Sequence[InterfaceClass] | None = member("interface_class", "array<InterfaceClass>", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class DeviceInstance(Document, published="hcs.DeviceInstance", since="2.3", sources="docs dump hcsshim"):
    """One device of the host, with its interfaces."""

    id: str | None = member("id", "string", "2.3", "docs dump hcsshim")
    location_path: str | None = member("location_path", "string", "2.3", "docs dump hcsshim")
    port_name: str | None = member("port_name", "string", "2.3", "docs dump hcsshim")
    interface_class: Sequence[InterfaceClass] | None = member("interface_class", "array<InterfaceClass>", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class InterfaceClass(Document, published="hcs.InterfaceClass", since="2.3", sources="docs dump hcsshim"):
    """One interface class of a device."""

    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    type: InterfaceClassType | None = member("type", "InterfaceClassType", "2.3", "docs dump hcsshim")
    # string-format: hcsshim string; the published format is kept, other texts pass.
    identifier: str | None = member("identifier", "guid", "2.3", "docs dump hcsshim")
    recurse: bool | None = member("recurse", "bool", "2.3", "docs dump hcsshim")


class InterfaceClassType(TextEnum, published="hcs.InterfaceClassType", since="2.3", sources="docs dump"):
    """How an interface class is named."""

    INHERIT = "Inherit"
    DEVICE_INSTANCE = "DeviceInstance"
    CLASS_GUID = "ClassGuid"


@define(frozen=True, kw_only=True)
class ObjectNamespace(Document, published="hcs.ObjectNamespace", since="2.3", sources="docs dump hcsshim"):
    """Kernel objects a container sees."""

    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    shadow: ObjectDirectoryShadow | None = member("shadow", "ObjectDirectoryShadow", "2.3", "docs dump hcsshim")
    symlink: Sequence[ObjectSymlink] | None = member("symlink", "array<ObjectSymlink>", "2.3", "docs dump hcsshim")
    objdir: Sequence[ObjectDirectory] | None = member("objdir", "array<ObjectDirectory>", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class ObjectDirectory(Document, published="hcs.ObjectDirectory", since="2.3", sources="docs dump hcsshim"):
    """One directory of kernel objects."""

    name: str | None = member("name", "string", "2.3", "docs dump hcsshim")
    clonesd: str | None = member("clonesd", "string", "2.3", "docs dump hcsshim")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    shadow: ObjectDirectoryShadow | None = member("shadow", "ObjectDirectoryShadow", "2.3", "docs dump hcsshim")
    symlink: Sequence[ObjectSymlink] | None = member("symlink", "array<ObjectSymlink>", "2.3", "docs dump hcsshim")
    objdir: Sequence[ObjectDirectory] | None = member("objdir", "array<ObjectDirectory>", "2.3", "docs dump hcsshim")


class ObjectDirectoryShadow(TextEnum, published="hcs.ObjectDirectoryShadow", since="2.3", sources="docs dump"):
    """Whether the host's directory shows through."""

    FALSE = "false"
    TRUE = "true"
    IFEXISTS = "ifexists"


@define(frozen=True, kw_only=True)
class ObjectSymlink(Document, published="hcs.ObjectSymlink", since="2.3", sources="docs dump hcsshim"):
    """One symbolic link among kernel objects."""

    name: str | None = member("name", "string", "2.3", "docs dump hcsshim")
    path: str | None = member("path", "string", "2.3", "docs dump hcsshim")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    scope: ObjectSymlinkScope | None = member("scope", "ObjectSymlinkScope", "2.3", "docs dump hcsshim")
    pathtoclone: str | None = member("pathtoclone", "string", "2.3", "docs dump hcsshim")
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    access_mask: int | None = member("access_mask", "uint32", "2.3", "docs dump hcsshim")


class ObjectSymlinkScope(TextEnum, published="hcs.ObjectSymlinkScope", since="2.3", sources="docs dump"):
    """Where the target of a link is looked up."""

    LOCAL = "Local"
    GLOBAL = "Global"
    GLOBAL_DROP_SILO = "GlobalDropSilo"


@define(frozen=True, kw_only=True)
class NamedPipeNamespace(Document, published="hcs.NamedPipeNamespace", since="2.3", sources="docs dump"):
    """Named pipes a container sees."""

    symlink: Sequence[NamedPipeSymlink] | None = member("symlink", "array<NamedPipeSymlink>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class NamedPipeSymlink(Document, published="hcs.NamedPipeSymlink", since="2.3", sources="docs dump"):
    """One pipe of the host under a name inside the container."""

    name: str | None = member("name", "string", "2.3", "docs dump")
    path: str | None = member("path", "string", "2.3", "docs dump")
