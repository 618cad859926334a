"""Builders of `ModifySettingRequest`: resource path, request type and settings in one piece.

Each function is named for what it changes and returns an ordinary printed document. `request` is Add, Remove or Update; where the service needs no
settings to remove a thing, they may be left out. The paths are those of `settings.RESOURCE_PATHS`, which says who knows each.
"""

from __future__ import annotations

from hcsffi.documents.settings import find_path
from hcsffi.documents.topic.system import ModifyRequestType, ModifySettingRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from hcsffi.documents.topic.container import ContainerProcessor, Device, HvSocketServiceConfig, MappedDirectory, MappedPipe
    from hcsffi.documents.topic.devices import ComPort, FlexibleIoDevice, GpuConfiguration, NetworkAdapter, VirtualPciDevice
    from hcsffi.documents.topic.disks import (
        Attachment,
        Plan9Share,
        SharedMemoryRegion,
        VirtualPMemDevice,
        VirtualPMemMapping,
        VirtualSmbShare,
    )
    from hcsffi.documents.topic.processor import CpuGroup, IdleProcessorsRequest, ProcessorLimits

    Request = Literal["Add", "Remove", "Update"]


def change(path: str, request: Request, settings: Any = None, guest_request: Any = None) -> ModifySettingRequest:
    """A request for any resource path; a path nobody knows passes.

    Args:
        path: the resource path, keys filled in.
        request: what to do.
        settings: document or bare number the path takes; checked where the path is known.
        guest_request: what the guest agent has to do as well.

    Raises:
        ValueError: the path is known, and not with this request type.
        InvalidDocument: the settings are of another type than the path takes.

    Source:
        HcsModifyComputeSystem; schema ModifySettingRequest (since 2.0).
    """
    known = find_path(path)
    if known is not None and request not in known.requests:
        raise ValueError(f"{known.template} knows {', '.join(known.requests)}, not {request}")
    return ModifySettingRequest(resource_path=path, request_type=ModifyRequestType(request), settings=settings, guest_request=guest_request)


def vm_memory(size_mb: int) -> ModifySettingRequest:
    """Give a virtual machine this much memory, in MiB."""
    return change("VirtualMachine/ComputeTopology/Memory/SizeInMB", "Update", size_mb)


def vm_cpu_group(group: CpuGroup) -> ModifySettingRequest:
    """Move a virtual machine to a CPU group."""
    return change("VirtualMachine/ComputeTopology/Processor/CpuGroup", "Update", group)


def vm_idle_processors(idle: IdleProcessorsRequest) -> ModifySettingRequest:
    """Say which processors a virtual machine leaves idle."""
    return change("VirtualMachine/ComputeTopology/Processor/IdledProcessors", "Update", idle)


def vm_cpu_frequency_cap(frequency_mhz: int) -> ModifySettingRequest:
    """Cap the processor frequency of a virtual machine, in MHz."""
    return change("VirtualMachine/ComputeTopology/Processor/CpuFrequencyPowerCap", "Update", frequency_mhz)


def vm_processor_limits(limits: ProcessorLimits) -> ModifySettingRequest:
    """Limit the processors of a virtual machine."""
    return change("VirtualMachine/ComputeTopology/Processor/Limits", "Update", limits)


def gpu(configuration: GpuConfiguration) -> ModifySettingRequest:
    """Assign graphics adapters to a virtual machine."""
    return change("VirtualMachine/ComputeTopology/Gpu", "Update", configuration)


def com_port(port: int, settings: ComPort | None, request: Request = "Update") -> ModifySettingRequest:
    """Change serial port 0 or 1."""
    return change(f"VirtualMachine/Devices/ComPorts/{port}", request, settings)


def flexible_iov(device_id: str, settings: FlexibleIoDevice | None, request: Request = "Add") -> ModifySettingRequest:
    """Add or remove a flexible I/O device, by instance GUID."""
    return change(f"VirtualMachine/Devices/FlexibleIov/{device_id}", request, settings)


def hv_socket_service(
    service_id: str, settings: HvSocketServiceConfig | None, request: Literal["Update", "Remove"] = "Update"
) -> ModifySettingRequest:
    """Set or remove the access rules of one Hyper-V socket service, by its GUID; Update adds as well."""
    return change(f"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/{service_id}", request, settings)


def vm_mapped_pipe(host_pipe: str, request: Request = "Add") -> ModifySettingRequest:
    """Show a named pipe of the host in the virtual machine."""
    return change(f"VirtualMachine/Devices/MappedPipes/{host_pipe}", request)


def network_adapter(adapter_id: str, settings: NetworkAdapter | None, request: Request = "Add") -> ModifySettingRequest:
    """Add, change or remove a network adapter, by name or GUID."""
    return change(f"VirtualMachine/Devices/NetworkAdapters/{adapter_id}", request, settings)


def plan9_share(share: Plan9Share, request: Request = "Add", guest_request: Any = None) -> ModifySettingRequest:
    """Add, change or remove a Plan 9 share; to remove, its name and port are enough."""
    return change("VirtualMachine/Devices/Plan9/Shares", request, share, guest_request)


def scsi_attachment(
    controller: str, lun: int, settings: Attachment | None, request: Request = "Add", guest_request: Any = None
) -> ModifySettingRequest:
    """Add, change or remove a disk; the controller is its key in `Devices.scsi` or its GUID."""
    return change(f"VirtualMachine/Devices/Scsi/{controller}/Attachments/{lun}", request, settings, guest_request)


def memory_region(region: SharedMemoryRegion, request: Request = "Add") -> ModifySettingRequest:
    """Add, change or remove a region of memory shared with the host."""
    return change("VirtualMachine/Devices/SharedMemory/Regions", request, region)


def virtual_pci(
    device_id: str, settings: VirtualPciDevice | None, request: Request = "Add", guest_request: Any = None
) -> ModifySettingRequest:
    """Assign a PCI device to a virtual machine, or take it back, by virtual bus GUID."""
    return change(f"VirtualMachine/Devices/VirtualPci/{device_id}", request, settings, guest_request)


def vpmem_device(
    number: int, settings: VirtualPMemDevice | None, request: Request = "Add", guest_request: Any = None
) -> ModifySettingRequest:
    """Add or remove a persistent-memory device."""
    return change(f"VirtualMachine/Devices/VirtualPMem/Devices/{number}", request, settings, guest_request)


def vpmem_mapping(number: int, offset_bytes: int, settings: VirtualPMemMapping | None, request: Request = "Add") -> ModifySettingRequest:
    """Map a file into a persistent-memory device at an offset, or unmap it."""
    return change(f"VirtualMachine/Devices/VirtualPMem/Devices/{number}/Mappings/{offset_bytes}", request, settings)


def virtual_smb_share(share: VirtualSmbShare, request: Request = "Add") -> ModifySettingRequest:
    """Add, change or remove a share of the virtual machine's SMB server; to remove, the name is enough."""
    return change("VirtualMachine/Devices/VirtualSmb/Shares", request, share)


def container_memory(size_mb: int) -> ModifySettingRequest:
    """Give a container this much memory, in MiB."""
    return change("Container/Memory/SizeInMB", "Update", size_mb)


def container_processor(settings: ContainerProcessor) -> ModifySettingRequest:
    """Change the CPU limits of a container."""
    return change("Container/Processor", "Update", settings)


def container_device(device: Device, request: Request = "Add") -> ModifySettingRequest:
    """Add a device to a container or remove it."""
    return change("Container/Devices/Generic", request, device)


def mapped_directory(directory: MappedDirectory, request: Request = "Add") -> ModifySettingRequest:
    """Show a folder of the host in a container, or stop that."""
    return change("Container/MappedDirectories", request, directory)


def mapped_pipe(pipe: MappedPipe, request: Request = "Add") -> ModifySettingRequest:
    """Show a named pipe of the host in a container, or stop that."""
    return change("Container/MappedPipes", request, pipe)
