"""Builders of `ModifySettingRequest`: resource path, request type and settings in one piece.

Each function is named for what it changes and returns an ordinary document, to be given to `ComputeSystem.modify`. `request` is Add, Remove
or Update; where the service needs no settings to remove a thing, they may be left out. Settings are given as their type, a mapping or JSON
text, and a problem is named by its place in what was given. A key is one part of a path: one that would change the path is a `ValueError`.
The paths are those of `settings.RESOURCE_PATHS`, which says who knows each.
"""

from __future__ import annotations

from hcsffi.documents import hcs
from hcsffi.documents.document import Document
from hcsffi.documents.settings import find_path
from hcsffi.documents.wire import from_json, from_mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, TypeVar

    D = TypeVar("D", bound=Document)
    GivenSettings = Mapping[str, Any] | str | bytes
    RequestType = Literal["Add", "Remove", "Update"]


def change(path: str, request: RequestType, settings: Any = None, guest_request: Any = None) -> hcs.ModifySettingRequest:
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
    return hcs.ModifySettingRequest(
        resource_path=path, request_type=hcs.ModifyRequestType(request), settings=settings, guest_request=guest_request
    )


def vm_memory(size_mb: int) -> hcs.ModifySettingRequest:
    """Give a virtual machine this much memory, in MiB."""
    return change("VirtualMachine/ComputeTopology/Memory/SizeInMB", "Update", size_mb)


def vm_cpu_group(group: hcs.CpuGroup | GivenSettings) -> hcs.ModifySettingRequest:
    """Move a virtual machine to a CPU group."""
    return change("VirtualMachine/ComputeTopology/Processor/CpuGroup", "Update", _settings(hcs.CpuGroup, group))


def vm_idle_processors(idle: hcs.IdleProcessorsRequest | GivenSettings) -> hcs.ModifySettingRequest:
    """Say which processors a virtual machine leaves idle."""
    return change("VirtualMachine/ComputeTopology/Processor/IdledProcessors", "Update", _settings(hcs.IdleProcessorsRequest, idle))


def vm_cpu_frequency_cap(frequency_mhz: int) -> hcs.ModifySettingRequest:
    """Cap the processor frequency of a virtual machine, in MHz."""
    return change("VirtualMachine/ComputeTopology/Processor/CpuFrequencyPowerCap", "Update", frequency_mhz)


def vm_processor_limits(limits: hcs.ProcessorLimits | GivenSettings) -> hcs.ModifySettingRequest:
    """Limit the processors of a virtual machine."""
    return change("VirtualMachine/ComputeTopology/Processor/Limits", "Update", _settings(hcs.ProcessorLimits, limits))


def gpu(configuration: hcs.GpuConfiguration | GivenSettings) -> hcs.ModifySettingRequest:
    """Assign graphics adapters to a virtual machine."""
    return change("VirtualMachine/ComputeTopology/Gpu", "Update", _settings(hcs.GpuConfiguration, configuration))


def com_port(port: int, settings: hcs.ComPort | GivenSettings | None = None, request: RequestType = "Update") -> hcs.ModifySettingRequest:
    """Change serial port 0 or 1."""
    return change(f"VirtualMachine/Devices/ComPorts/{_number('port', port)}", request, _settings(hcs.ComPort, settings))


def flexible_iov(
    device_id: str, settings: hcs.FlexibleIoDevice | GivenSettings | None = None, request: RequestType = "Add"
) -> hcs.ModifySettingRequest:
    """Add or remove a flexible I/O device, by instance GUID."""
    return change(f"VirtualMachine/Devices/FlexibleIov/{_key('device_id', device_id)}", request, _settings(hcs.FlexibleIoDevice, settings))


def hv_socket_service(
    service_id: str, settings: hcs.HvSocketServiceConfig | GivenSettings | None = None, request: Literal["Update", "Remove"] = "Update"
) -> hcs.ModifySettingRequest:
    """Set or remove the access rules of one Hyper-V socket service, by its GUID; Update adds as well."""
    return change(
        f"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/{_key('service_id', service_id)}",
        request,
        _settings(hcs.HvSocketServiceConfig, settings),
    )


def vm_mapped_pipe(host_pipe: str, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Show a named pipe of the host in the virtual machine."""
    return change(f"VirtualMachine/Devices/MappedPipes/{_pipe(host_pipe)}", request)


def network_adapter(
    adapter_id: str, settings: hcs.NetworkAdapter | GivenSettings | None = None, request: RequestType = "Add"
) -> hcs.ModifySettingRequest:
    """Add, change or remove a network adapter, by name or GUID."""
    return change(
        f"VirtualMachine/Devices/NetworkAdapters/{_key('adapter_id', adapter_id)}", request, _settings(hcs.NetworkAdapter, settings)
    )


def plan9_share(share: hcs.Plan9Share | GivenSettings, request: RequestType = "Add", guest_request: Any = None) -> hcs.ModifySettingRequest:
    """Add, change or remove a Plan 9 share; to remove it, give its name, access name and port as they were added."""
    return change("VirtualMachine/Devices/Plan9/Shares", request, _settings(hcs.Plan9Share, share), guest_request)


def scsi_attachment(
    controller: str,
    lun: int,
    settings: hcs.Attachment | GivenSettings | None = None,
    request: RequestType = "Add",
    guest_request: Any = None,
) -> hcs.ModifySettingRequest:
    """Add, change or remove a disk; the controller is its key in `Devices.scsi` or its GUID."""
    return change(
        f"VirtualMachine/Devices/Scsi/{_key('controller', controller)}/Attachments/{_number('lun', lun)}",
        request,
        _settings(hcs.Attachment, settings),
        guest_request,
    )


def memory_region(region: hcs.SharedMemoryRegion | GivenSettings, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Add, change or remove a region of memory shared with the host."""
    return change("VirtualMachine/Devices/SharedMemory/Regions", request, _settings(hcs.SharedMemoryRegion, region))


def virtual_pci(
    device_id: str, settings: hcs.VirtualPciDevice | GivenSettings | None = None, request: RequestType = "Add", guest_request: Any = None
) -> hcs.ModifySettingRequest:
    """Assign a PCI device to a virtual machine, or take it back, by virtual bus GUID."""
    return change(
        f"VirtualMachine/Devices/VirtualPci/{_key('device_id', device_id)}",
        request,
        _settings(hcs.VirtualPciDevice, settings),
        guest_request,
    )


def vpmem_device(
    number: int, settings: hcs.VirtualPMemDevice | GivenSettings | None = None, request: RequestType = "Add", guest_request: Any = None
) -> hcs.ModifySettingRequest:
    """Add or remove a persistent-memory device."""
    return change(
        f"VirtualMachine/Devices/VirtualPMem/Devices/{_number('number', number)}",
        request,
        _settings(hcs.VirtualPMemDevice, settings),
        guest_request,
    )


def vpmem_mapping(
    number: int, offset_bytes: int, settings: hcs.VirtualPMemMapping | GivenSettings | None = None, request: RequestType = "Add"
) -> hcs.ModifySettingRequest:
    """Map a file into a persistent-memory device at an offset, or unmap it."""
    return change(
        f"VirtualMachine/Devices/VirtualPMem/Devices/{_number('number', number)}/Mappings/{_number('offset_bytes', offset_bytes)}",
        request,
        _settings(hcs.VirtualPMemMapping, settings),
    )


def virtual_smb_share(share: hcs.VirtualSmbShare | GivenSettings, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Add, change or remove a share of the virtual machine's SMB server; to remove, the name is enough."""
    return change("VirtualMachine/Devices/VirtualSmb/Shares", request, _settings(hcs.VirtualSmbShare, share))


def container_memory(size_mb: int) -> hcs.ModifySettingRequest:
    """Give a container this much memory, in MiB."""
    return change("Container/Memory/SizeInMB", "Update", size_mb)


def container_processor(settings: hcs.ContainerProcessor | GivenSettings) -> hcs.ModifySettingRequest:
    """Change the CPU limits of a container."""
    return change("Container/Processor", "Update", _settings(hcs.ContainerProcessor, settings))


def container_device(device: hcs.Device | GivenSettings, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Add a device to a container or remove it."""
    return change("Container/Devices/Generic", request, _settings(hcs.Device, device))


def mapped_directory(directory: hcs.MappedDirectory | GivenSettings, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Show a folder of the host in a container, or stop that."""
    return change("Container/MappedDirectories", request, _settings(hcs.MappedDirectory, directory))


def mapped_pipe(pipe: hcs.MappedPipe | GivenSettings, request: RequestType = "Add") -> hcs.ModifySettingRequest:
    """Show a named pipe of the host in a container, or stop that."""
    return change("Container/MappedPipes", request, _settings(hcs.MappedPipe, pipe))


def _settings(kind: type[D], given: D | GivenSettings | None) -> D | None:
    """Read settings by their own type, so that a problem is named by its place in what the caller gave."""
    if given is None or isinstance(given, Document):  # one of another type is refused by the resource path
        return given
    return from_json(kind, given) if isinstance(given, (str, bytes)) else from_mapping(kind, given)


def _key(name: str, text: str) -> str:
    if not text or "/" in text:
        raise ValueError(f"{name} is one part of a resource path and cannot be {text!r}")
    return text


def _number(name: str, number: int) -> int:
    if type(number) is not int or number < 0:  # a bool is an int and would become part of a path
        raise ValueError(f"{name} is a whole number from 0 on, not {number!r}")
    return number


def _pipe(path: str) -> str:
    if not path:  # the one key that may have slashes
        raise ValueError(f"host_pipe is the path of a pipe, not {path!r}")
    return path
