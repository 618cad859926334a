"""Process-isolated containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.container_mapping import Device, MappedDirectory, MappedPipe
    from hcsffi.documents.topic.hv_socket import ContainerHvSocket
    from hcsffi.documents.topic.isolation import ContainersDefDevice
    from hcsffi.documents.topic.layer import Storage
    from hcsffi.documents.topic.registry import RegistryChanges
    from hcsffi.documents.topic.service import ContainerCredentialGuardState


@define(frozen=True, kw_only=True)
class Container(Document, published="hcs.Container", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """A process-isolated (silo) container, or the inner half of a hosted one."""

    guest_os: GuestOs | None = member(
        "GuestOs", "GuestOs", "2.0", "docs dump hcsshim hcs-rs zlayer", "Host name; needed once a network namespace is set (measured)."
    )
    storage: Storage | None = member("Storage", "Storage", "2.0", "docs dump hcsshim hcs-rs zlayer", "Scratch path and parent layers.")
    mapped_directories: Sequence[MappedDirectory] | None = member(
        "MappedDirectories", "array<MappedDirectory>", "2.0", "docs dump hcsshim hcs-rs zlayer"
    )
    mapped_pipes: Sequence[MappedPipe] | None = member("MappedPipes", "array<MappedPipe>", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # type-name: hcs-rs Memory; same shape under another name.
    memory: ContainerMemory | None = member("Memory", "Container_Memory", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # type-name: hcs-rs Processor; same shape under another name.
    processor: ContainerProcessor | None = member("Processor", "Container_Processor", "2.0", "docs dump hcsshim hcs-rs zlayer")
    networking: Networking | None = member("Networking", "Networking", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # type-name: hcs-rs HvSocket; same shape under another name.
    hv_socket: ContainerHvSocket | None = member("HvSocket", "Container_HvSocket", "2.0", "docs dump hcsshim hcs-rs")
    container_credential_guard: ContainerCredentialGuardState | None = member(
        "ContainerCredentialGuard", "ContainerCredentialGuardState", "2.1", "docs dump hcsshim hcs-rs"
    )
    registry_changes: RegistryChanges | None = member("RegistryChanges", "RegistryChanges", "2.0", "docs dump hcsshim hcs-rs")
    # shape: hcs-rs Device; the published array is kept.
    assigned_devices: Sequence[Device] | None = member("AssignedDevices", "array<Device>", "2.1", "docs dump hcsshim hcs-rs")
    additional_device_namespace: ContainersDefDevice | None = member(
        "AdditionalDeviceNamespace", "ContainersDef_Device", "2.3", "docs dump hcsshim"
    )
    isolation_type: IsolationType | None = member(
        "IsolationType", "IsolationType", None, "hcsshim", "hcsshim only; HostProcess for privileged containers."
    )


@define(frozen=True, kw_only=True)
class GuestOs(Document, published="hcs.GuestOs", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """What the guest's operating system is told about itself."""

    host_name: str | None = member("HostName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="host name")


@define(frozen=True, kw_only=True)
class ContainerMemory(Document, published="hcs.Container_Memory", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Memory limit of a container."""

    size_in_mb: int | None = member("SizeInMB", "uint64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="MiB")


@define(frozen=True, kw_only=True)
class ContainerProcessor(
    Document,
    published="hcs.Container_Processor",
    since="2.0",
    sources="docs dump hcsshim hcs-rs zlayer",
    rules=("at most one of Count Maximum Weight: hcsshim's container document",),
):
    """CPU limits; the three fields exclude one another."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    count: int | None = member("Count", "uint32", "2.0", "docs dump hcsshim hcs-rs zlayer", "Number of processors' worth of time.")
    # integer-width: hcsshim int32; hcs-rs uint64; zlayer uint32; the published width is kept, narrower code was generated.
    weight: int | None = member(
        "Weight",
        "int64",
        "2.0",
        "docs dump hcsshim hcs-rs zlayer",
        "Relative share, up to 10000.",
        rule="from 1 to 10000: HCS schema, Container_Processor",
    )
    # integer-width: hcsshim int32; zlayer uint32; the published width is kept, narrower code was generated.
    maximum: int | None = member(
        "Maximum",
        "int64",
        "2.0",
        "docs dump hcsshim zlayer",
        "Share of CPU time in 1/100 percent, 1 to 10000.",
        unit="1/100 percent",
        rule="from 1 to 10000: HCS schema, Container_Processor",
    )


@define(frozen=True, kw_only=True)
class Networking(Document, published="hcs.Networking", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """How a container takes part in networks."""

    allow_unqualified_dns_query: bool | None = member("AllowUnqualifiedDnsQuery", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # shape: zlayer array<string>; the service refuses an array (0xC037010D).
    dns_search_list: str | None = member(
        "DnsSearchList", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", "Comma-separated text, not an array."
    )
    network_shared_container_name: str | None = member("NetworkSharedContainerName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    namespace: str | None = member(
        "Namespace",
        "string",
        "2.0",
        "docs dump hcsshim hcs-rs zlayer",
        "Id of one HCN namespace; a single string, never an array.",
        rule="guid",
    )
    # string-format: hcsshim array<string>; the published format is kept, other texts pass.
    network_adapters: Sequence[str] | None = member("NetworkAdapters", "array<guid>", "2.0", "docs dump hcsshim hcs-rs")


class IsolationType(TextEnum, published="hcs.IsolationType", sources="hcsshim"):
    """Which kind of isolation a container gets."""

    HOST_PROCESS = "HostProcess"
