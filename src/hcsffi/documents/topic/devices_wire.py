"""Reading and writing: devices of a virtual machine.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, integer, later, leftover, merged, number_keys, text_keys, text_of, texts
from hcsffi.documents.topic.devices import Battery, ComPort, Devices, EnhancedModeVideo, FlexibleIoDevice, FlexibleIoDeviceHostingModel, GpuAssignmentMode, GpuAssignmentRequest, GpuConfiguration, InterruptModerationMode, IovSettings, KernelIntegration, Keyboard, Licensing, Mouse, NetworkAdapter, RdpConnectionOptions, VideoMonitor, VirtioSerial, VirtioSerialPort, VirtualMachineHvSocket, VirtualPciDevice, VirtualPciFunction
from hcsffi.documents.topic.system import StateOverride

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
battery_draft = draft(Battery)
com_port_draft = draft(ComPort)
devices_draft = draft(Devices)
enhanced_mode_video_draft = draft(EnhancedModeVideo)
flexible_io_device_draft = draft(FlexibleIoDevice)
gpu_assignment_request_draft = draft(GpuAssignmentRequest)
gpu_configuration_draft = draft(GpuConfiguration)
iov_settings_draft = draft(IovSettings)
kernel_integration_draft = draft(KernelIntegration)
keyboard_draft = draft(Keyboard)
licensing_draft = draft(Licensing)
mouse_draft = draft(Mouse)
network_adapter_draft = draft(NetworkAdapter)
rdp_connection_options_draft = draft(RdpConnectionOptions)
video_monitor_draft = draft(VideoMonitor)
virtio_serial_draft = draft(VirtioSerial)
virtio_serial_port_draft = draft(VirtioSerialPort)
virtual_machine_hv_socket_draft = draft(VirtualMachineHvSocket)
virtual_pci_device_draft = draft(VirtualPciDevice)
virtual_pci_function_draft = draft(VirtualPciFunction)
known_flexible_io_device_hosting_model = FlexibleIoDeviceHostingModel._value2member_map_.get
known_gpu_assignment_mode = GpuAssignmentMode._value2member_map_.get
known_interrupt_moderation_mode = InterruptModerationMode._value2member_map_.get
known_state_override = StateOverride._value2member_map_.get
read_guest_crash_reporting = later("hcsffi.documents.topic.machine_wire", "read_guest_crash_reporting", globals())
read_hv_socket_system_config = later("hcsffi.documents.topic.container_wire", "read_hv_socket_system_config", globals())
read_plan9 = later("hcsffi.documents.topic.disks_wire", "read_plan9", globals())
read_scsi = later("hcsffi.documents.topic.disks_wire", "read_scsi", globals())
read_shared_memory_configuration = later("hcsffi.documents.topic.disks_wire", "read_shared_memory_configuration", globals())
read_virtual_pmem_controller = later("hcsffi.documents.topic.disks_wire", "read_virtual_pmem_controller", globals())
read_virtual_smb = later("hcsffi.documents.topic.disks_wire", "read_virtual_smb", globals())
write_guest_crash_reporting = later("hcsffi.documents.topic.machine_wire", "write_guest_crash_reporting", globals())
write_hv_socket_system_config = later("hcsffi.documents.topic.container_wire", "write_hv_socket_system_config", globals())
write_plan9 = later("hcsffi.documents.topic.disks_wire", "write_plan9", globals())
write_scsi = later("hcsffi.documents.topic.disks_wire", "write_scsi", globals())
write_shared_memory_configuration = later("hcsffi.documents.topic.disks_wire", "write_shared_memory_configuration", globals())
write_virtual_pmem_controller = later("hcsffi.documents.topic.disks_wire", "write_virtual_pmem_controller", globals())
write_virtual_smb = later("hcsffi.documents.topic.disks_wire", "write_virtual_smb", globals())


def read_battery(d: Any) -> Any:
    """A `Battery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(battery_draft)
    n = 0
    o.unknown_members = leftover(Battery, d) if n != len(d) else None
    o.__class__ = Battery
    return o


def write_battery(o: Any) -> dict[str, Any]:
    """The JSON object of a `Battery`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_com_port(d: Any) -> Any:
    """A `ComPort` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(com_port_draft)
    n = 0
    if "NamedPipe" in d:
        n += 1
        v = d["NamedPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.named_pipe = v
    else:
        o.named_pipe = None
    if "OptimizeForDebugger" in d:
        n += 1
        v = d["OptimizeForDebugger"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.optimize_for_debugger = v
    else:
        o.optimize_for_debugger = None
    o.unknown_members = leftover(ComPort, d) if n != len(d) else None
    o.__class__ = ComPort
    return o


def write_com_port(o: Any) -> dict[str, Any]:
    """The JSON object of a `ComPort`."""
    d: dict[str, Any] = {}
    v = o.named_pipe
    if v is not None:
        d["NamedPipe"] = v
    v = o.optimize_for_debugger
    if v is not None:
        d["OptimizeForDebugger"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_devices(d: Any) -> Any:
    """A `Devices` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(devices_draft)
    n = 0
    if "ComPorts" in d:
        n += 1
        v = d["ComPorts"]
        if v is not None:
            v = {k: read_com_port(x) for k, x in number_keys(v, 4294967295)}
        o.com_ports = v
    else:
        o.com_ports = None
    if "VirtioSerial" in d:
        n += 1
        v = d["VirtioSerial"]
        if v is not None:
            v = read_virtio_serial(v)
        o.virtio_serial = v
    else:
        o.virtio_serial = None
    if "Scsi" in d:
        n += 1
        v = d["Scsi"]
        if v is not None:
            v = {k: read_scsi(x) for k, x in text_keys(v)}
        o.scsi = v
    else:
        o.scsi = None
    if "VirtualPMem" in d:
        n += 1
        v = d["VirtualPMem"]
        if v is not None:
            v = read_virtual_pmem_controller(v)
        o.virtual_pmem = v
    else:
        o.virtual_pmem = None
    if "NetworkAdapters" in d:
        n += 1
        v = d["NetworkAdapters"]
        if v is not None:
            v = {k: read_network_adapter(x) for k, x in text_keys(v)}
        o.network_adapters = v
    else:
        o.network_adapters = None
    if "VideoMonitor" in d:
        n += 1
        v = d["VideoMonitor"]
        if v is not None:
            v = read_video_monitor(v)
        o.video_monitor = v
    else:
        o.video_monitor = None
    if "Keyboard" in d:
        n += 1
        v = d["Keyboard"]
        if v is not None:
            v = read_keyboard(v)
        o.keyboard = v
    else:
        o.keyboard = None
    if "Mouse" in d:
        n += 1
        v = d["Mouse"]
        if v is not None:
            v = read_mouse(v)
        o.mouse = v
    else:
        o.mouse = None
    if "HvSocket" in d:
        n += 1
        v = d["HvSocket"]
        if v is not None:
            v = read_virtual_machine_hv_socket(v)
        o.hv_socket = v
    else:
        o.hv_socket = None
    if "EnhancedModeVideo" in d:
        n += 1
        v = d["EnhancedModeVideo"]
        if v is not None:
            v = read_enhanced_mode_video(v)
        o.enhanced_mode_video = v
    else:
        o.enhanced_mode_video = None
    if "GuestCrashReporting" in d:
        n += 1
        v = d["GuestCrashReporting"]
        if v is not None:
            v = read_guest_crash_reporting(v)
        o.guest_crash_reporting = v
    else:
        o.guest_crash_reporting = None
    if "VirtualSmb" in d:
        n += 1
        v = d["VirtualSmb"]
        if v is not None:
            v = read_virtual_smb(v)
        o.virtual_smb = v
    else:
        o.virtual_smb = None
    if "Plan9" in d:
        n += 1
        v = d["Plan9"]
        if v is not None:
            v = read_plan9(v)
        o.plan9 = v
    else:
        o.plan9 = None
    if "Battery" in d:
        n += 1
        v = d["Battery"]
        if v is not None:
            v = read_battery(v)
        o.battery = v
    else:
        o.battery = None
    if "FlexibleIov" in d:
        n += 1
        v = d["FlexibleIov"]
        if v is not None:
            v = {k: read_flexible_io_device(x) for k, x in text_keys(v)}
        o.flexible_iov = v
    else:
        o.flexible_iov = None
    if "SharedMemory" in d:
        n += 1
        v = d["SharedMemory"]
        if v is not None:
            v = read_shared_memory_configuration(v)
        o.shared_memory = v
    else:
        o.shared_memory = None
    if "VirtualPci" in d:
        n += 1
        v = d["VirtualPci"]
        if v is not None:
            v = {k: read_virtual_pci_device(x) for k, x in text_keys(v)}
        o.virtual_pci = v
    else:
        o.virtual_pci = None
    if "KernelIntegration" in d:
        n += 1
        v = d["KernelIntegration"]
        if v is not None:
            v = read_kernel_integration(v)
        o.kernel_integration = v
    else:
        o.kernel_integration = None
    o.unknown_members = leftover(Devices, d) if n != len(d) else None
    o.__class__ = Devices
    return o


def write_devices(o: Any) -> dict[str, Any]:
    """The JSON object of a `Devices`."""
    d: dict[str, Any] = {}
    v = o.com_ports
    if v is not None:
        d["ComPorts"] = {k: write_com_port(x) for k, x in v.items()}
    v = o.virtio_serial
    if v is not None:
        d["VirtioSerial"] = write_virtio_serial(v)
    v = o.scsi
    if v is not None:
        d["Scsi"] = {k: write_scsi(x) for k, x in v.items()}
    v = o.virtual_pmem
    if v is not None:
        d["VirtualPMem"] = write_virtual_pmem_controller(v)
    v = o.network_adapters
    if v is not None:
        d["NetworkAdapters"] = {k: write_network_adapter(x) for k, x in v.items()}
    v = o.video_monitor
    if v is not None:
        d["VideoMonitor"] = write_video_monitor(v)
    v = o.keyboard
    if v is not None:
        d["Keyboard"] = write_keyboard(v)
    v = o.mouse
    if v is not None:
        d["Mouse"] = write_mouse(v)
    v = o.hv_socket
    if v is not None:
        d["HvSocket"] = write_virtual_machine_hv_socket(v)
    v = o.enhanced_mode_video
    if v is not None:
        d["EnhancedModeVideo"] = write_enhanced_mode_video(v)
    v = o.guest_crash_reporting
    if v is not None:
        d["GuestCrashReporting"] = write_guest_crash_reporting(v)
    v = o.virtual_smb
    if v is not None:
        d["VirtualSmb"] = write_virtual_smb(v)
    v = o.plan9
    if v is not None:
        d["Plan9"] = write_plan9(v)
    v = o.battery
    if v is not None:
        d["Battery"] = write_battery(v)
    v = o.flexible_iov
    if v is not None:
        d["FlexibleIov"] = {k: write_flexible_io_device(x) for k, x in v.items()}
    v = o.shared_memory
    if v is not None:
        d["SharedMemory"] = write_shared_memory_configuration(v)
    v = o.virtual_pci
    if v is not None:
        d["VirtualPci"] = {k: write_virtual_pci_device(x) for k, x in v.items()}
    v = o.kernel_integration
    if v is not None:
        d["KernelIntegration"] = write_kernel_integration(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_enhanced_mode_video(d: Any) -> Any:
    """A `EnhancedModeVideo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(enhanced_mode_video_draft)
    n = 0
    if "ConnectionOptions" in d:
        n += 1
        v = d["ConnectionOptions"]
        if v is not None:
            v = read_rdp_connection_options(v)
        o.connection_options = v
    else:
        o.connection_options = None
    o.unknown_members = leftover(EnhancedModeVideo, d) if n != len(d) else None
    o.__class__ = EnhancedModeVideo
    return o


def write_enhanced_mode_video(o: Any) -> dict[str, Any]:
    """The JSON object of a `EnhancedModeVideo`."""
    d: dict[str, Any] = {}
    v = o.connection_options
    if v is not None:
        d["ConnectionOptions"] = write_rdp_connection_options(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_flexible_io_device(d: Any) -> Any:
    """A `FlexibleIoDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(flexible_io_device_draft)
    n = 0
    if "EmulatorId" in d:
        n += 1
        v = d["EmulatorId"]
        if v is not None:
            v = guid_text(v)
        o.emulator_id = v
    else:
        o.emulator_id = None
    if "HostingModel" in d:
        n += 1
        v = d["HostingModel"]
        if type(v) is str:
            v = known_flexible_io_device_hosting_model(v, v)
        elif v is not None:
            raise Mismatch
        o.hosting_model = v
    else:
        o.hosting_model = None
    if "Configuration" in d:
        n += 1
        v = d["Configuration"]
        if v is not None:
            v = texts(v)
        o.configuration = v
    else:
        o.configuration = None
    o.unknown_members = leftover(FlexibleIoDevice, d) if n != len(d) else None
    o.__class__ = FlexibleIoDevice
    return o


def write_flexible_io_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `FlexibleIoDevice`."""
    d: dict[str, Any] = {}
    v = o.emulator_id
    if v is not None:
        d["EmulatorId"] = v
    v = o.hosting_model
    if v is not None:
        d["HostingModel"] = v if type(v) is str else text_of(v)
    v = o.configuration
    if v is not None:
        d["Configuration"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_gpu_assignment_request(d: Any) -> Any:
    """A `GpuAssignmentRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(gpu_assignment_request_draft)
    n = 0
    if "VirtualMachineIdString" in d:
        n += 1
        v = d["VirtualMachineIdString"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.virtual_machine_id_string = v
    else:
        o.virtual_machine_id_string = None
    if "AdapterLuidHighPart" in d:
        n += 1
        v = d["AdapterLuidHighPart"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.adapter_luid_high_part = v
    else:
        o.adapter_luid_high_part = None
    if "AdapterLuidLowPart" in d:
        n += 1
        v = d["AdapterLuidLowPart"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.adapter_luid_low_part = v
    else:
        o.adapter_luid_low_part = None
    o.unknown_members = leftover(GpuAssignmentRequest, d) if n != len(d) else None
    o.__class__ = GpuAssignmentRequest
    return o


def write_gpu_assignment_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `GpuAssignmentRequest`."""
    d: dict[str, Any] = {}
    v = o.virtual_machine_id_string
    if v is not None:
        d["VirtualMachineIdString"] = v
    v = o.adapter_luid_high_part
    if v is not None:
        d["AdapterLuidHighPart"] = v
    v = o.adapter_luid_low_part
    if v is not None:
        d["AdapterLuidLowPart"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_gpu_configuration(d: Any) -> Any:
    """A `GpuConfiguration` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(gpu_configuration_draft)
    n = 0
    if "AssignmentMode" in d:
        n += 1
        v = d["AssignmentMode"]
        if type(v) is str:
            v = known_gpu_assignment_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.assignment_mode = v
    else:
        o.assignment_mode = None
    if "AssignmentRequest" in d:
        n += 1
        v = d["AssignmentRequest"]
        if v is not None:
            v = {k: integer(x, 0, 65535) for k, x in text_keys(v)}
        o.assignment_request = v
    else:
        o.assignment_request = None
    if "AllowVendorExtension" in d:
        n += 1
        v = d["AllowVendorExtension"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_vendor_extension = v
    else:
        o.allow_vendor_extension = None
    if "DisableGdiAcceleration" in d:
        n += 1
        v = d["DisableGdiAcceleration"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_gdi_acceleration = v
    else:
        o.disable_gdi_acceleration = None
    if "DisablePresentation" in d:
        n += 1
        v = d["DisablePresentation"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_presentation = v
    else:
        o.disable_presentation = None
    o.unknown_members = leftover(GpuConfiguration, d) if n != len(d) else None
    o.__class__ = GpuConfiguration
    return o


def write_gpu_configuration(o: Any) -> dict[str, Any]:
    """The JSON object of a `GpuConfiguration`."""
    d: dict[str, Any] = {}
    v = o.assignment_mode
    if v is not None:
        d["AssignmentMode"] = v if type(v) is str else text_of(v)
    v = o.assignment_request
    if v is not None:
        d["AssignmentRequest"] = {**v}
    v = o.allow_vendor_extension
    if v is not None:
        d["AllowVendorExtension"] = v
    v = o.disable_gdi_acceleration
    if v is not None:
        d["DisableGdiAcceleration"] = v
    v = o.disable_presentation
    if v is not None:
        d["DisablePresentation"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_iov_settings(d: Any) -> Any:
    """A `IovSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(iov_settings_draft)
    n = 0
    if "OffloadWeight" in d:
        n += 1
        v = d["OffloadWeight"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.offload_weight = v
    else:
        o.offload_weight = None
    if "QueuePairsRequested" in d:
        n += 1
        v = d["QueuePairsRequested"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.queue_pairs_requested = v
    else:
        o.queue_pairs_requested = None
    if "InterruptModeration" in d:
        n += 1
        v = d["InterruptModeration"]
        if type(v) is str:
            v = known_interrupt_moderation_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.interrupt_moderation = v
    else:
        o.interrupt_moderation = None
    o.unknown_members = leftover(IovSettings, d) if n != len(d) else None
    o.__class__ = IovSettings
    return o


def write_iov_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `IovSettings`."""
    d: dict[str, Any] = {}
    v = o.offload_weight
    if v is not None:
        d["OffloadWeight"] = v
    v = o.queue_pairs_requested
    if v is not None:
        d["QueuePairsRequested"] = v
    v = o.interrupt_moderation
    if v is not None:
        d["InterruptModeration"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_kernel_integration(d: Any) -> Any:
    """A `KernelIntegration` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(kernel_integration_draft)
    n = 0
    o.unknown_members = leftover(KernelIntegration, d) if n != len(d) else None
    o.__class__ = KernelIntegration
    return o


def write_kernel_integration(o: Any) -> dict[str, Any]:
    """The JSON object of a `KernelIntegration`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_keyboard(d: Any) -> Any:
    """A `Keyboard` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(keyboard_draft)
    n = 0
    o.unknown_members = leftover(Keyboard, d) if n != len(d) else None
    o.__class__ = Keyboard
    return o


def write_keyboard(o: Any) -> dict[str, Any]:
    """The JSON object of a `Keyboard`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_licensing(d: Any) -> Any:
    """A `Licensing` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(licensing_draft)
    n = 0
    if "ContainerID" in d:
        n += 1
        v = d["ContainerID"]
        if v is not None:
            v = guid_text(v)
        o.container_id = v
    else:
        o.container_id = None
    if "PackageFamilyNames" in d:
        n += 1
        v = d["PackageFamilyNames"]
        if v is not None:
            v = texts(v)
        o.package_family_names = v
    else:
        o.package_family_names = None
    o.unknown_members = leftover(Licensing, d) if n != len(d) else None
    o.__class__ = Licensing
    return o


def write_licensing(o: Any) -> dict[str, Any]:
    """The JSON object of a `Licensing`."""
    d: dict[str, Any] = {}
    v = o.container_id
    if v is not None:
        d["ContainerID"] = v
    v = o.package_family_names
    if v is not None:
        d["PackageFamilyNames"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mouse(d: Any) -> Any:
    """A `Mouse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mouse_draft)
    n = 0
    o.unknown_members = leftover(Mouse, d) if n != len(d) else None
    o.__class__ = Mouse
    return o


def write_mouse(o: Any) -> dict[str, Any]:
    """The JSON object of a `Mouse`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_adapter(d: Any) -> Any:
    """A `NetworkAdapter` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_adapter_draft)
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            v = guid_text(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    if "InstanceId" in d:
        n += 1
        v = d["InstanceId"]
        if v is not None:
            v = guid_text(v)
        o.instance_id = v
    else:
        o.instance_id = None
    if "DisableInterruptBatching" in d:
        n += 1
        v = d["DisableInterruptBatching"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_interrupt_batching = v
    else:
        o.disable_interrupt_batching = None
    if "IovSettings" in d:
        n += 1
        v = d["IovSettings"]
        if v is not None:
            v = read_iov_settings(v)
        o.iov_settings = v
    else:
        o.iov_settings = None
    if "ConnectionState" in d:
        n += 1
        v = d["ConnectionState"]
        if type(v) is str:
            v = known_state_override(v, v)
        elif v is not None:
            raise Mismatch
        o.connection_state = v
    else:
        o.connection_state = None
    if "IsConnected" in d:
        n += 1
        v = d["IsConnected"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_connected = v
    else:
        o.is_connected = None
    if "SwitchId" in d:
        n += 1
        v = d["SwitchId"]
        if v is not None:
            v = guid_text(v)
        o.switch_id = v
    else:
        o.switch_id = None
    if "PortId" in d:
        n += 1
        v = d["PortId"]
        if v is not None:
            v = guid_text(v)
        o.port_id = v
    else:
        o.port_id = None
    o.unknown_members = leftover(NetworkAdapter, d) if n != len(d) else None
    o.__class__ = NetworkAdapter
    return o


def write_network_adapter(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkAdapter`."""
    d: dict[str, Any] = {}
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.mac_address
    if v is not None:
        d["MacAddress"] = v
    v = o.instance_id
    if v is not None:
        d["InstanceId"] = v
    v = o.disable_interrupt_batching
    if v is not None:
        d["DisableInterruptBatching"] = v
    v = o.iov_settings
    if v is not None:
        d["IovSettings"] = write_iov_settings(v)
    v = o.connection_state
    if v is not None:
        d["ConnectionState"] = v if type(v) is str else text_of(v)
    v = o.is_connected
    if v is not None:
        d["IsConnected"] = v
    v = o.switch_id
    if v is not None:
        d["SwitchId"] = v
    v = o.port_id
    if v is not None:
        d["PortId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_rdp_connection_options(d: Any) -> Any:
    """A `RdpConnectionOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(rdp_connection_options_draft)
    n = 0
    if "AccessSids" in d:
        n += 1
        v = d["AccessSids"]
        if v is not None:
            v = texts(v)
        o.access_sids = v
    else:
        o.access_sids = None
    if "NamedPipe" in d:
        n += 1
        v = d["NamedPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.named_pipe = v
    else:
        o.named_pipe = None
    o.unknown_members = leftover(RdpConnectionOptions, d) if n != len(d) else None
    o.__class__ = RdpConnectionOptions
    return o


def write_rdp_connection_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `RdpConnectionOptions`."""
    d: dict[str, Any] = {}
    v = o.access_sids
    if v is not None:
        d["AccessSids"] = [*v]
    v = o.named_pipe
    if v is not None:
        d["NamedPipe"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_video_monitor(d: Any) -> Any:
    """A `VideoMonitor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(video_monitor_draft)
    n = 0
    if "HorizontalResolution" in d:
        n += 1
        v = d["HorizontalResolution"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.horizontal_resolution = v
    else:
        o.horizontal_resolution = None
    if "VerticalResolution" in d:
        n += 1
        v = d["VerticalResolution"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.vertical_resolution = v
    else:
        o.vertical_resolution = None
    if "ConnectionOptions" in d:
        n += 1
        v = d["ConnectionOptions"]
        if v is not None:
            v = read_rdp_connection_options(v)
        o.connection_options = v
    else:
        o.connection_options = None
    o.unknown_members = leftover(VideoMonitor, d) if n != len(d) else None
    o.__class__ = VideoMonitor
    return o


def write_video_monitor(o: Any) -> dict[str, Any]:
    """The JSON object of a `VideoMonitor`."""
    d: dict[str, Any] = {}
    v = o.horizontal_resolution
    if v is not None:
        d["HorizontalResolution"] = v
    v = o.vertical_resolution
    if v is not None:
        d["VerticalResolution"] = v
    v = o.connection_options
    if v is not None:
        d["ConnectionOptions"] = write_rdp_connection_options(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtio_serial(d: Any) -> Any:
    """A `VirtioSerial` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtio_serial_draft)
    n = 0
    if "Ports" in d:
        n += 1
        v = d["Ports"]
        if v is not None:
            v = {k: read_virtio_serial_port(x) for k, x in number_keys(v, 4294967295)}
        o.ports = v
    else:
        o.ports = None
    o.unknown_members = leftover(VirtioSerial, d) if n != len(d) else None
    o.__class__ = VirtioSerial
    return o


def write_virtio_serial(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtioSerial`."""
    d: dict[str, Any] = {}
    v = o.ports
    if v is not None:
        d["Ports"] = {k: write_virtio_serial_port(x) for k, x in v.items()}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtio_serial_port(d: Any) -> Any:
    """A `VirtioSerialPort` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtio_serial_port_draft)
    n = 0
    if "NamedPipe" in d:
        n += 1
        v = d["NamedPipe"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.named_pipe = v
    else:
        o.named_pipe = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "ConsoleSupport" in d:
        n += 1
        v = d["ConsoleSupport"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.console_support = v
    else:
        o.console_support = None
    o.unknown_members = leftover(VirtioSerialPort, d) if n != len(d) else None
    o.__class__ = VirtioSerialPort
    return o


def write_virtio_serial_port(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtioSerialPort`."""
    d: dict[str, Any] = {}
    v = o.named_pipe
    if v is not None:
        d["NamedPipe"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.console_support
    if v is not None:
        d["ConsoleSupport"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtual_machine_hv_socket(d: Any) -> Any:
    """A `VirtualMachineHvSocket` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtual_machine_hv_socket_draft)
    n = 0
    if "HvSocketConfig" in d:
        n += 1
        v = d["HvSocketConfig"]
        if v is not None:
            v = read_hv_socket_system_config(v)
        o.hv_socket_config = v
    else:
        o.hv_socket_config = None
    o.unknown_members = leftover(VirtualMachineHvSocket, d) if n != len(d) else None
    o.__class__ = VirtualMachineHvSocket
    return o


def write_virtual_machine_hv_socket(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtualMachineHvSocket`."""
    d: dict[str, Any] = {}
    v = o.hv_socket_config
    if v is not None:
        d["HvSocketConfig"] = write_hv_socket_system_config(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtual_pci_device(d: Any) -> Any:
    """A `VirtualPciDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtual_pci_device_draft)
    n = 0
    if "Functions" in d:
        n += 1
        v = d["Functions"]
        if v is not None:
            v = [read_virtual_pci_function(x) for x in array(v)]
        o.functions = v
    else:
        o.functions = None
    if "PropagateNumaAffinity" in d:
        n += 1
        v = d["PropagateNumaAffinity"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.propagate_numa_affinity = v
    else:
        o.propagate_numa_affinity = None
    o.unknown_members = leftover(VirtualPciDevice, d) if n != len(d) else None
    o.__class__ = VirtualPciDevice
    return o


def write_virtual_pci_device(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtualPciDevice`."""
    d: dict[str, Any] = {}
    v = o.functions
    if v is not None:
        d["Functions"] = [write_virtual_pci_function(x) for x in v]
    v = o.propagate_numa_affinity
    if v is not None:
        d["PropagateNumaAffinity"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtual_pci_function(d: Any) -> Any:
    """A `VirtualPciFunction` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtual_pci_function_draft)
    n = 0
    if "DeviceInstancePath" in d:
        n += 1
        v = d["DeviceInstancePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.device_instance_path = v
    else:
        o.device_instance_path = None
    if "VirtualFunction" in d:
        n += 1
        v = d["VirtualFunction"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.virtual_function = v
    else:
        o.virtual_function = None
    if "AllowDirectTranslatedP2P" in d:
        n += 1
        v = d["AllowDirectTranslatedP2P"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_direct_translated_p2_p = v
    else:
        o.allow_direct_translated_p2_p = None
    o.unknown_members = leftover(VirtualPciFunction, d) if n != len(d) else None
    o.__class__ = VirtualPciFunction
    return o


def write_virtual_pci_function(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtualPciFunction`."""
    d: dict[str, Any] = {}
    v = o.device_instance_path
    if v is not None:
        d["DeviceInstancePath"] = v
    v = o.virtual_function
    if v is not None:
        d["VirtualFunction"] = v
    v = o.allow_direct_translated_p2_p
    if v is not None:
        d["AllowDirectTranslatedP2P"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.Battery": (read_battery, write_battery),
    "hcs.ComPort": (read_com_port, write_com_port),
    "hcs.Devices": (read_devices, write_devices),
    "hcs.EnhancedModeVideo": (read_enhanced_mode_video, write_enhanced_mode_video),
    "hcs.FlexibleIoDevice": (read_flexible_io_device, write_flexible_io_device),
    "hcs.GpuAssignmentRequest": (read_gpu_assignment_request, write_gpu_assignment_request),
    "hcs.GpuConfiguration": (read_gpu_configuration, write_gpu_configuration),
    "hcs.IovSettings": (read_iov_settings, write_iov_settings),
    "hcs.KernelIntegration": (read_kernel_integration, write_kernel_integration),
    "hcs.Keyboard": (read_keyboard, write_keyboard),
    "hcs.Licensing": (read_licensing, write_licensing),
    "hcs.Mouse": (read_mouse, write_mouse),
    "hcs.NetworkAdapter": (read_network_adapter, write_network_adapter),
    "hcs.RdpConnectionOptions": (read_rdp_connection_options, write_rdp_connection_options),
    "hcs.VideoMonitor": (read_video_monitor, write_video_monitor),
    "hcs.VirtioSerial": (read_virtio_serial, write_virtio_serial),
    "hcs.VirtioSerialPort": (read_virtio_serial_port, write_virtio_serial_port),
    "hcs.VirtualMachine_HvSocket": (read_virtual_machine_hv_socket, write_virtual_machine_hv_socket),
    "hcs.VirtualPciDevice": (read_virtual_pci_device, write_virtual_pci_device),
    "hcs.VirtualPciFunction": (read_virtual_pci_function, write_virtual_pci_function),
}
"""Reader and writer of each type, by published name."""
