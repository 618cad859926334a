"""Adds, updates and removes parts of a live compute system: each change by its right resource path."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hcsffi import documents
from hcsffi.documents import changes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.compute.argument import Document
    from hcsffi.documents.document import Document as Typed

_Settings = TypeVar("_Settings", bound="Typed")


class Resources:
    """The changes the service knows for a system that exists already; made by :class:`ComputeSystem` as ``resources``.

    Every method returns when the service has made the change. Settings are given as their type, a mapping or JSON text,
    and are checked before anything is called. All of them raise what :meth:`ComputeSystem.modify` raises: InvalidDocument,
    NotFound (the key or id is not there), AlreadyStopped, WrongState (a path of the other kind of system), HcsError. A
    cancelled change may still be made.

    Args:
        modify: sends a request; :meth:`ComputeSystem.modify`.
    """

    def __init__(self, modify: Callable[[documents.hcs.ModifySettingRequest], Awaitable[None]]) -> None:
        self._modify = modify

    # -- shares of virtual machines: by collection, the name stands in the settings --------------------------------------

    async def add_vsmb_share(self, share: documents.VirtualSmbShare | Document) -> None:
        """Add a VSMB share to a virtual machine; its host path needs access for the machine first."""
        await self._modify(changes.virtual_smb_share(_read(documents.VirtualSmbShare, share)))

    async def update_vsmb_share(self, share: documents.VirtualSmbShare | Document) -> None:
        """Change the VSMB share of that name."""
        await self._modify(changes.virtual_smb_share(_read(documents.VirtualSmbShare, share), "Update"))

    async def remove_vsmb_share(self, name: str) -> None:
        """Remove the VSMB share of that name."""
        await self._modify(changes.virtual_smb_share(documents.VirtualSmbShare(name=name), "Remove"))

    async def add_plan9_share(self, share: documents.Plan9Share | Document) -> None:
        """Add a Plan9 share to a virtual machine."""
        await self._modify(changes.plan9_share(_read(documents.Plan9Share, share)))

    async def update_plan9_share(self, share: documents.Plan9Share | Document) -> None:
        """Change the Plan9 share of that name."""
        await self._modify(changes.plan9_share(_read(documents.Plan9Share, share), "Update"))

    async def remove_plan9_share(self, name: str, access_name: str | None = None, port: int | None = None) -> None:
        """Remove the Plan9 share of that name; real services want access name and port as they were added."""
        await self._modify(changes.plan9_share(documents.Plan9Share(name=name, access_name=access_name, port=port), "Remove"))

    # -- devices of virtual machines: by key -----------------------------------------------------------------------------

    async def add_scsi_attachment(self, controller: str, lun: int, attachment: documents.Attachment | Document) -> None:
        """Attach a disk to a SCSI controller.

        Args:
            controller: the very key of the controller in the create document, such as ``primary`` or ``0``.
            lun: its place on the controller, 0 to 63.
            attachment: the disk; its file needs access for the machine first.
        """
        await self._modify(changes.scsi_attachment(*_place(controller, lun), _read(documents.Attachment, attachment)))

    async def update_scsi_attachment(self, controller: str, lun: int, attachment: documents.Attachment | Document) -> None:
        """Change the disk at that place."""
        await self._modify(changes.scsi_attachment(*_place(controller, lun), _read(documents.Attachment, attachment), "Update"))

    async def remove_scsi_attachment(self, controller: str, lun: int) -> None:
        """Detach the disk at that place."""
        await self._modify(changes.scsi_attachment(*_place(controller, lun), None, "Remove"))

    async def add_vpmem_device(self, number: int, device: documents.VirtualPMemDevice | Document) -> None:
        """Add a persistent-memory device under that number."""
        await self._modify(changes.vpmem_device(_whole("number", number), _read(documents.VirtualPMemDevice, device)))

    async def remove_vpmem_device(self, number: int) -> None:
        """Remove the persistent-memory device of that number."""
        await self._modify(changes.vpmem_device(_whole("number", number), None, "Remove"))

    async def add_vpmem_mapping(self, number: int, offset_bytes: int, mapping: documents.VirtualPMemMapping | Document) -> None:
        """Map a file into the persistent-memory device of that number, at that offset."""
        settings = _read(documents.VirtualPMemMapping, mapping)
        await self._modify(changes.vpmem_mapping(_whole("number", number), _whole("offset_bytes", offset_bytes), settings))

    async def remove_vpmem_mapping(self, number: int, offset_bytes: int) -> None:
        """Remove the mapping at that offset."""
        await self._modify(changes.vpmem_mapping(_whole("number", number), _whole("offset_bytes", offset_bytes), None, "Remove"))

    async def add_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document) -> None:
        """Add a network adapter that connects an endpoint.

        Args:
            adapter_id: a GUID of the caller's choice; it names the adapter later.
            adapter: endpoint id and MAC address.
        """
        await self._modify(changes.network_adapter(_key("adapter_id", adapter_id), _read(documents.NetworkAdapter, adapter)))

    async def update_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document) -> None:
        """Change the network adapter of that id."""
        await self._modify(changes.network_adapter(_key("adapter_id", adapter_id), _read(documents.NetworkAdapter, adapter), "Update"))

    async def remove_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document | None = None) -> None:
        """Remove the network adapter of that id; older builds want its settings again."""
        settings = None if adapter is None else _read(documents.NetworkAdapter, adapter)
        await self._modify(changes.network_adapter(_key("adapter_id", adapter_id), settings, "Remove"))

    async def update_hvsocket_service(self, service_id: str, settings: documents.HvSocketServiceConfig | Document) -> None:
        """Set who may bind and connect to a hypervisor-socket service of a virtual machine."""
        await self._modify(changes.hv_socket_service(_key("service_id", service_id), _read(documents.HvSocketServiceConfig, settings)))

    async def remove_hvsocket_service(self, service_id: str) -> None:
        """Take the settings of that hypervisor-socket service back."""
        await self._modify(changes.hv_socket_service(_key("service_id", service_id), None, "Remove"))

    async def add_vm_pipe(self, host_pipe: str) -> None:
        """Let a virtual machine use a named pipe of the host."""
        await self._modify(changes.vm_mapped_pipe(host_pipe))

    async def remove_vm_pipe(self, host_pipe: str) -> None:
        """Take that named pipe back."""
        await self._modify(changes.vm_mapped_pipe(host_pipe, "Remove"))

    # -- memory and processors -------------------------------------------------------------------------------------------

    async def update_vm_memory(self, size_mb: int) -> None:
        """Give a virtual machine another memory size, in MiB; its guest has to have booted."""
        await self._modify(changes.vm_memory(size_mb))

    async def update_vm_processor_limits(self, limits: documents.ProcessorLimits | Document) -> None:
        """Give a virtual machine other processor limits."""
        await self._modify(changes.vm_processor_limits(_read(documents.ProcessorLimits, limits)))

    async def update_vm_cpu_group(self, group_id: str) -> None:
        """Move a virtual machine to a processor group."""
        await self._modify(changes.vm_cpu_group(documents.CpuGroup(id=group_id)))

    async def update_container_memory(self, size_mb: int) -> None:
        """Give a container another memory limit, in MiB."""
        await self._modify(changes.container_memory(size_mb))

    async def update_container_processor(self, processor: documents.ContainerProcessor | Document) -> None:
        """Give a container other processor limits: one of count, maximum and weight."""
        await self._modify(changes.container_processor(_read(documents.ContainerProcessor, processor)))

    # -- what a container sees of the host -------------------------------------------------------------------------------

    async def add_mapped_directory(self, directory: documents.MappedDirectory | Document) -> None:
        """Show a directory of the host to a container."""
        await self._modify(changes.mapped_directory(_read(documents.MappedDirectory, directory)))

    async def remove_mapped_directory(self, directory: documents.MappedDirectory | Document) -> None:
        """Hide it again."""
        await self._modify(changes.mapped_directory(_read(documents.MappedDirectory, directory), "Remove"))

    async def add_mapped_pipe(self, pipe: documents.MappedPipe | Document) -> None:
        """Let a container use a named pipe of the host."""
        await self._modify(changes.mapped_pipe(_read(documents.MappedPipe, pipe)))

    async def remove_mapped_pipe(self, pipe: documents.MappedPipe | Document) -> None:
        """Take that named pipe back."""
        await self._modify(changes.mapped_pipe(_read(documents.MappedPipe, pipe), "Remove"))


def _read(kind: type[_Settings], value: _Settings | Document) -> _Settings:
    """Check settings by their own type, so that a problem is named by its place in what the caller gave."""
    return documents.from_json(kind, documents.encode(kind, value))


def _whole(name: str, number: int) -> int:
    if type(number) is not int or number < 0:  # a bool is an int and would become part of a path
        message = f"{name} is a whole number from 0 on, not {number!r}"
        raise ValueError(message)
    return number


def _key(name: str, text: str) -> str:
    if not text or "/" in text:
        message = f"{name} is one part of a resource path and cannot be {text!r}"
        raise ValueError(message)
    return text


def _place(controller: str, lun: int) -> tuple[str, int]:
    return _key("controller", controller), _whole("lun", lun)
