"""Folders, pipes and devices of the host shown in a container."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from hcsffi.documents.topic.layer import PathType


@define(frozen=True, kw_only=True)
class MappedDirectory(Document, published="hcs.MappedDirectory", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Host folder shown in the container."""

    host_path: str | None = member("HostPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed unc")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    host_path_type: PathType | None = member("HostPathType", "PathType", "2.1", "docs dump hcsshim hcs-rs")
    container_path: str | None = member("ContainerPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed: HCS schema")
    read_only: bool | None = member("ReadOnly", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    support_cloud_files: bool | None = member("SupportCloudFiles", "bool", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class MappedPipe(Document, published="hcs.MappedPipe", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Host pipe shown in the container."""

    container_pipe_name: str | None = member(
        "ContainerPipeName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed: HCS schema"
    )
    host_path: str | None = member("HostPath", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed: HCS schema")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    host_path_type: MappedPipePathType | None = member("HostPathType", "MappedPipePathType", "2.1", "docs dump hcsshim hcs-rs")


class MappedPipePathType(TextEnum, published="hcs.MappedPipePathType", since="2.1", sources="docs dump hcs-rs"):
    """What the host path of a pipe names."""

    ABSOLUTE_PATH = "AbsolutePath"
    VIRTUAL_SMB_PIPE_NAME = "VirtualSmbPipeName"


@define(frozen=True, kw_only=True)
class Device(Document, published="hcs.Device", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """A host device given to a container."""

    type: DeviceType | None = member("Type", "DeviceType", "2.2", "docs dump hcsshim hcs-rs")
    # string-format: hcsshim string; the published format is kept, other texts pass.
    interface_class_guid: str | None = member("InterfaceClassGuid", "guid", "2.1", "docs dump hcsshim hcs-rs")
    location_path: str | None = member("LocationPath", "string", "2.2", "docs dump hcsshim hcs-rs")


class DeviceType(TextEnum, published="hcs.DeviceType", since="2.2", sources="docs dump hcsshim hcs-rs"):
    """How the device given to a container is named."""

    CLASS_GUID = "ClassGuid"
    DEVICE_INSTANCE = "DeviceInstance"
    GPU_MIRROR = "GpuMirror"
