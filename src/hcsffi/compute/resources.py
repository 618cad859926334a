"""Adds, updates and removes parts of a live compute system: each change by its right resource path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from hcsffi.compute.calls import Document
    from hcsffi.documents.document import Document as Typed

_VM = "VirtualMachine"
_DEVICES = "VirtualMachine/Devices"


class Resources:
    """The changes the service knows for a system that exists already; made by :class:`ComputeSystem` as ``resources``.

    Every method returns when the service has made the change. Settings are given as their type, a mapping or JSON text,
    and are checked before anything is called. All of them raise what :meth:`ComputeSystem.modify` raises: InvalidDocument,
    NotFound (the key or id is not there), AlreadyStopped, WrongState (a path of the other kind of system), HcsError. A
    cancelled change may still be made.

    Args:
        modify: sends a request; :meth:`ComputeSystem.modify`.
    """

    def __init__(self, modify: Callable[[dict[str, object]], Awaitable[None]]) -> None:
        self._modify = modify

    async def _send(self, verb: str, path: str, settings: object = None) -> None:
        request: dict[str, object] = {"ResourcePath": path, "RequestType": verb}
        if settings is not None:
            request["Settings"] = settings
        await self._modify(request)

    # -- shares of virtual machines: by collection, the name stands in the settings --------------------------------------

    async def add_vsmb_share(self, share: documents.VirtualSmbShare | Document) -> None:
        """Add a VSMB share to a virtual machine; its host path needs access for the machine first."""
        await self._send("Add", f"{_DEVICES}/VirtualSmb/Shares", _read(documents.VirtualSmbShare, share))

    async def update_vsmb_share(self, share: documents.VirtualSmbShare | Document) -> None:
        """Change the VSMB share of that name."""
        await self._send("Update", f"{_DEVICES}/VirtualSmb/Shares", _read(documents.VirtualSmbShare, share))

    async def remove_vsmb_share(self, name: str) -> None:
        """Remove the VSMB share of that name."""
        await self._send("Remove", f"{_DEVICES}/VirtualSmb/Shares", {"Name": name})

    async def add_plan9_share(self, share: documents.Plan9Share | Document) -> None:
        """Add a Plan9 share to a virtual machine."""
        await self._send("Add", f"{_DEVICES}/Plan9/Shares", _read(documents.Plan9Share, share))

    async def update_plan9_share(self, share: documents.Plan9Share | Document) -> None:
        """Change the Plan9 share of that name."""
        await self._send("Update", f"{_DEVICES}/Plan9/Shares", _read(documents.Plan9Share, share))

    async def remove_plan9_share(self, name: str, access_name: str | None = None, port: int | None = None) -> None:
        """Remove the Plan9 share of that name; real services want access name and port as they were added."""
        share = {"Name": name, "AccessName": access_name, "Port": port}
        await self._send("Remove", f"{_DEVICES}/Plan9/Shares", {key: value for key, value in share.items() if value is not None})

    # -- devices of virtual machines: by key -----------------------------------------------------------------------------

    async def add_scsi_attachment(self, controller: str, lun: int, attachment: documents.Attachment | Document) -> None:
        """Attach a disk to a SCSI controller.

        Args:
            controller: the very key of the controller in the create document, such as ``primary`` or ``0``.
            lun: its place on the controller, 0 to 63.
            attachment: the disk; its file needs access for the machine first.
        """
        await self._send("Add", _scsi(controller, lun), _read(documents.Attachment, attachment))

    async def update_scsi_attachment(self, controller: str, lun: int, attachment: documents.Attachment | Document) -> None:
        """Change the disk at that place."""
        await self._send("Update", _scsi(controller, lun), _read(documents.Attachment, attachment))

    async def remove_scsi_attachment(self, controller: str, lun: int) -> None:
        """Detach the disk at that place."""
        await self._send("Remove", _scsi(controller, lun))

    async def add_vpmem_device(self, number: int, device: documents.VirtualPMemDevice | Document) -> None:
        """Add a persistent-memory device under that number."""
        await self._send("Add", _vpmem(number), _read(documents.VirtualPMemDevice, device))

    async def remove_vpmem_device(self, number: int) -> None:
        """Remove the persistent-memory device of that number."""
        await self._send("Remove", _vpmem(number))

    async def add_vpmem_mapping(self, number: int, offset_bytes: int, mapping: documents.VirtualPMemMapping | Document) -> None:
        """Map a file into the persistent-memory device of that number, at that offset."""
        await self._send(
            "Add", f"{_vpmem(number)}/Mappings/{_whole('offset_bytes', offset_bytes)}", _read(documents.VirtualPMemMapping, mapping)
        )

    async def remove_vpmem_mapping(self, number: int, offset_bytes: int) -> None:
        """Remove the mapping at that offset."""
        await self._send("Remove", f"{_vpmem(number)}/Mappings/{_whole('offset_bytes', offset_bytes)}")

    async def add_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document) -> None:
        """Add a network adapter that connects an endpoint.

        Args:
            adapter_id: a GUID of the caller's choice; it names the adapter later.
            adapter: endpoint id and MAC address.
        """
        await self._send("Add", _adapter(adapter_id), _read(documents.NetworkAdapter, adapter))

    async def update_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document) -> None:
        """Change the network adapter of that id."""
        await self._send("Update", _adapter(adapter_id), _read(documents.NetworkAdapter, adapter))

    async def remove_network_adapter(self, adapter_id: str, adapter: documents.NetworkAdapter | Document | None = None) -> None:
        """Remove the network adapter of that id; older builds want its settings again."""
        await self._send("Remove", _adapter(adapter_id), None if adapter is None else _read(documents.NetworkAdapter, adapter))

    async def update_hvsocket_service(self, service_id: str, settings: documents.HvSocketServiceConfig | Document) -> None:
        """Set who may bind and connect to a hypervisor-socket service of a virtual machine."""
        await self._send("Update", _hvsocket(service_id), _read(documents.HvSocketServiceConfig, settings))

    async def remove_hvsocket_service(self, service_id: str) -> None:
        """Take the settings of that hypervisor-socket service back."""
        await self._send("Remove", _hvsocket(service_id))

    async def add_vm_pipe(self, host_pipe: str) -> None:
        """Let a virtual machine use a named pipe of the host."""
        await self._send("Add", f"{_DEVICES}/MappedPipes/{host_pipe}")

    async def remove_vm_pipe(self, host_pipe: str) -> None:
        """Take that named pipe back."""
        await self._send("Remove", f"{_DEVICES}/MappedPipes/{host_pipe}")

    # -- memory and processors -------------------------------------------------------------------------------------------

    async def update_vm_memory(self, size_mb: int) -> None:
        """Give a virtual machine another memory size, in MiB; its guest has to have booted."""
        await self._send("Update", f"{_VM}/ComputeTopology/Memory/SizeInMB", size_mb)

    async def update_vm_processor_limits(self, limits: documents.ProcessorLimits | Document) -> None:
        """Give a virtual machine other processor limits."""
        await self._send("Update", f"{_VM}/ComputeTopology/Processor/Limits", _read(documents.ProcessorLimits, limits))

    async def update_vm_cpu_group(self, group_id: str) -> None:
        """Move a virtual machine to a processor group."""
        await self._send("Update", f"{_VM}/ComputeTopology/Processor/CpuGroup", {"Id": group_id})

    async def update_container_memory(self, size_mb: int) -> None:
        """Give a container another memory limit, in MiB."""
        await self._send("Update", "Container/Memory/SizeInMB", size_mb)

    async def update_container_processor(self, processor: documents.ContainerProcessor | Document) -> None:
        """Give a container other processor limits: one of count, maximum and weight."""
        await self._send("Update", "Container/Processor", _read(documents.ContainerProcessor, processor))

    # -- what a container sees of the host -------------------------------------------------------------------------------

    async def add_mapped_directory(self, directory: documents.MappedDirectory | Document) -> None:
        """Show a directory of the host to a container."""
        await self._send("Add", "Container/MappedDirectories", _read(documents.MappedDirectory, directory))

    async def remove_mapped_directory(self, directory: documents.MappedDirectory | Document) -> None:
        """Hide it again."""
        await self._send("Remove", "Container/MappedDirectories", _read(documents.MappedDirectory, directory))

    async def add_mapped_pipe(self, pipe: documents.MappedPipe | Document) -> None:
        """Let a container use a named pipe of the host."""
        await self._send("Add", "Container/MappedPipes", _read(documents.MappedPipe, pipe))

    async def remove_mapped_pipe(self, pipe: documents.MappedPipe | Document) -> None:
        """Take that named pipe back."""
        await self._send("Remove", "Container/MappedPipes", _read(documents.MappedPipe, pipe))


def _read(kind: type[Typed], value: Typed | Document) -> Mapping[str, object]:
    """Check settings by their own type, so that a problem is named by its place in what the caller gave."""
    return documents.to_mapping(documents.from_json(kind, documents.encode(kind, value)))


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


def _scsi(controller: str, lun: int) -> str:
    return f"{_DEVICES}/Scsi/{_key('controller', controller)}/Attachments/{_whole('lun', lun)}"


def _vpmem(number: int) -> str:
    return f"{_DEVICES}/VirtualPMem/Devices/{_whole('number', number)}"


def _adapter(adapter_id: str) -> str:
    return f"{_DEVICES}/NetworkAdapters/{_key('adapter_id', adapter_id)}"


def _hvsocket(service_id: str) -> str:
    return f"{_DEVICES}/HvSocket/HvSocketConfig/ServiceTable/{_key('service_id', service_id)}"
