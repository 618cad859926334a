"""Container definitions: the namespaces a container lives in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.container_namespace import (
        DeviceCategory,
        DeviceNamespace,
        FilesystemNamespace,
        HostFiles,
        MountManagerNamespace,
        NamedPipeNamespace,
        ObjectNamespace,
    )
    from hcsffi.documents.topic.registry import RegistryNamespace


@define(frozen=True, kw_only=True)
class ContainersDefContainer(Document, published="hcs.ContainersDef_Container", since="2.3", sources="docs dump"):
    """A container as its definition says it."""

    namespace: Namespace | None = member("namespace", "Namespace", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class Namespace(Document, published="hcs.Namespace", since="2.3", sources="docs dump"):
    """Everything of the system a container sees, by kind."""

    job: JobNamespace | None = member("job", "JobNamespace", "2.3", "docs dump")
    filesystem: FilesystemNamespace | None = member("filesystem", "FilesystemNamespace", "2.3", "docs dump")
    mountmgr: MountManagerNamespace | None = member("mountmgr", "MountManagerNamespace", "2.3", "docs dump")
    namedpipe: NamedPipeNamespace | None = member("namedpipe", "NamedPipeNamespace", "2.3", "docs dump")
    ob: ObjectNamespace | None = member("ob", "ObjectNamespace", "2.3", "docs dump")
    registry: RegistryNamespace | None = member("registry", "RegistryNamespace", "2.3", "docs dump")
    network: NetworkNamespace | None = member("network", "NetworkNamespace", "2.3", "docs dump")
    device: DeviceNamespace | None = member("device", "DeviceNamespace", "2.3", "docs dump")
    hostfiles: HostFiles | None = member("hostfiles", "HostFiles", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class JobNamespace(Document, published="hcs.JobNamespace", since="2.3", sources="docs dump"):
    """The job object around a container's processes."""

    cpu: JobCpu | None = member("cpu", "JobCpu", "2.3", "docs dump")
    memory: JobMemory | None = member("memory", "JobMemory", "2.3", "docs dump")
    systemroot: JobSystemRoot | None = member("systemroot", "JobSystemRoot", "2.3", "docs dump")
    terminationpolicy: JobTerminationPolicy | None = member("terminationpolicy", "JobTerminationPolicy", "2.3", "docs dump")
    threadimpersonation: bool | None = member("threadimpersonation", "bool", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class JobCpu(Document, published="hcs.JobCpu", since="2.3", sources="docs dump"):
    """Processor time a job may use."""

    rate: int | None = member("rate", "uint32", "2.3", "docs dump")
    weight: int | None = member("weight", "uint32", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class JobMemory(Document, published="hcs.JobMemory", since="2.3", sources="docs dump"):
    """Memory a job may use."""

    limit: int | None = member("limit", "uint64", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class JobSystemRoot(Document, published="hcs.JobSystemRoot", since="2.3", sources="docs dump"):
    """Where a job finds Windows."""

    path: str | None = member("path", "string", "2.3", "docs dump")


class JobTerminationPolicy(TextEnum, published="hcs.JobTerminationPolicy", since="2.3", sources="docs dump"):
    """When a job ends its processes."""

    PERMANENT_QUIESCENT = "PermanentQuiescent"
    KILL_ON_HANDLE_CLOSE = "KillOnHandleClose"


@define(frozen=True, kw_only=True)
class NetworkNamespace(Document, published="hcs.NetworkNamespace", since="2.3", sources="docs dump"):
    """The network compartment of a container."""

    compartment: str | None = member("compartment", "string", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class SiloProperties(Document, published="hcs.SiloProperties", sources="hcsshim"):
    """Whether a container is a silo, and its job."""

    enabled: bool | None = member("Enabled", "bool", None, "hcsshim")
    job_name: str | None = member("JobName", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class ContainersDefDevice(Document, published="hcs.ContainersDef_Device", since="2.3", sources="docs dump hcsshim"):
    """The device extension of a container."""

    device_extension: Sequence[DeviceExtension] | None = member("device_extension", "array<DeviceExtension>", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class DeviceExtension(Document, published="hcs.DeviceExtension", since="2.3", sources="docs dump hcsshim"):
    """Devices and namespaces added to a container."""

    device_category: DeviceCategory | None = member("device_category", "DeviceCategory", "2.3", "docs dump hcsshim")
    # type-name: hcsshim DeviceExtensionNamespace; same shape under another name.
    namespace: Namespace | None = member("namespace", "Namespace", "2.3", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class DeviceExtensionNamespace(Document, published="hcs.DeviceExtensionNamespace", sources="hcsshim"):
    """What a device extension adds to a container's namespaces."""

    ob: ObjectNamespace | None = member("ob", "ObjectNamespace", None, "hcsshim")
    device: DeviceNamespace | None = member("device", "DeviceNamespace", None, "hcsshim")
