"""Builders of container documents."""

from __future__ import annotations

from hcsffi.documents.topic.container import Container, ContainerMemory, ContainerProcessor, GuestOs, Networking
from hcsffi.documents.topic.layer import Layer, Storage
from hcsffi.documents.topic.system import ComputeSystem, HostedSystem
from hcsffi.documents.topic.system_state import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.container_mapping import MappedDirectory


def process_isolated_container(
    *,
    scratch: str | None = None,
    layers: Sequence[Layer] = (),
    host_name: str | None = None,
    memory_mb: int | None = None,
    processors: int | None = None,
    namespace_id: str | None = None,
    mapped_directories: Sequence[MappedDirectory] = (),
    owner: str = "hcsffi",
) -> ComputeSystem:
    """A container that shares the host's kernel.

    Args:
        scratch: path of the container's writable storage.
        layers: parent layers, nearest first.
        host_name: its computer name; needed together with a namespace.
        memory_mb: memory limit in MiB.
        processors: processors' worth of time.
        namespace_id: GUID of its network namespace.
        mapped_directories: folders of the host it sees.
        owner: tag by which enumeration finds it.

    Returns:
        A document of schema 2.1 that terminates the container with its last handle.

    Source:
        HcsCreateComputeSystem, sample for containers; schema Container (since 2.0).
    """
    return ComputeSystem(
        owner=owner,
        schema_version=Version(major=2, minor=1),
        should_terminate_on_last_handle_closed=True,
        container=_container(scratch, layers, host_name, memory_mb, processors, namespace_id, mapped_directories),
    )


def hyperv_container(
    hosting_system_id: str,
    *,
    scratch: str | None = None,
    layers: Sequence[Layer] = (),
    host_name: str | None = None,
    memory_mb: int | None = None,
    processors: int | None = None,
    namespace_id: str | None = None,
    mapped_directories: Sequence[MappedDirectory] = (),
    owner: str = "hcsffi",
) -> ComputeSystem:
    """A container inside a running utility virtual machine; paths are paths of that machine.

    Args:
        hosting_system_id: id of the virtual machine.
        scratch: path of the container's writable storage.
        layers: parent layers, nearest first.
        host_name: its computer name.
        memory_mb: memory limit in MiB.
        processors: processors' worth of time.
        namespace_id: GUID of its network namespace.
        mapped_directories: folders it sees.
        owner: tag by which enumeration finds it.

    Returns:
        A document of schema 2.1 whose `hosted_system` goes to the guest.

    Source:
        HcsCreateComputeSystem; schema ComputeSystem.HostedSystem and HostedSystem (since 2.0); shape as hcsshim sends it.
    """
    hosted = HostedSystem(
        schema_version=Version(major=2, minor=1),
        container=_container(scratch, layers, host_name, memory_mb, processors, namespace_id, mapped_directories),
    )
    return ComputeSystem(
        owner=owner,
        schema_version=Version(major=2, minor=1),
        hosting_system_id=hosting_system_id,
        hosted_system=hosted,
        should_terminate_on_last_handle_closed=True,
    )


def _container(
    scratch: str | None,
    layers: Sequence[Layer],
    host_name: str | None,
    memory_mb: int | None,
    processors: int | None,
    namespace_id: str | None,
    mapped_directories: Sequence[MappedDirectory],
) -> Container:
    storage = Storage(path=scratch, layers=list(layers) or None) if scratch is not None or layers else None
    return Container(
        guest_os=GuestOs(host_name=host_name) if host_name is not None else None,
        storage=storage,
        memory=ContainerMemory(size_in_mb=memory_mb) if memory_mb is not None else None,
        processor=ContainerProcessor(count=processors) if processors is not None else None,
        networking=Networking(namespace=namespace_id) if namespace_id is not None else None,
        mapped_directories=list(mapped_directories) or None,
    )
