"""Reading and writing: devices of a virtual machine.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, SMALL_NUMBERS, draft, guid, integer, later, leftover, merged, number_key, texts
from hcsffi.documents.topic.devices import Battery, ComPort, Devices, EnhancedModeVideo, FlexibleIoDevice, FlexibleIoDeviceHostingModel, GpuAssignmentMode, GpuAssignmentRequest, GpuConfiguration, InterruptModerationMode, IovSettings, KernelIntegration, Keyboard, Licensing, Mouse, NetworkAdapter, RdpConnectionOptions, VideoMonitor, VirtioSerial, VirtioSerialPort, VirtualMachineHvSocket, VirtualPciDevice, VirtualPciFunction
from hcsffi.documents.topic.system import StateOverride

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = battery_draft()
    n = 0
    o.unknown_members = leftover(Battery, d) if n != len(d) else None
    o.__class__ = Battery
    return o


def write_battery(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Battery`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_com_port(d: Any) -> Any:
    """A `ComPort` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = com_port_draft()
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


def write_com_port(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ComPort`."""
    d0: Any
    d0 = {}
    if o.named_pipe is not None:
        d0["NamedPipe"] = o.named_pipe
    if o.optimize_for_debugger is not None:
        d0["OptimizeForDebugger"] = o.optimize_for_debugger
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_devices(d: Any) -> Any:
    """A `Devices` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = devices_draft()
    n = 0
    if "ComPorts" in d:
        n += 1
        v = d["ComPorts"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 4294967295)
                r[k] = read_com_port(x)
            v = r
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_scsi(x)
            v = r
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_network_adapter(x)
            v = r
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_flexible_io_device(x)
            v = r
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_virtual_pci_device(x)
            v = r
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


def write_devices(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Devices`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d4: Any
    r1: Any
    r2: Any
    r3: Any
    d0 = {}
    v0 = o.com_ports
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.named_pipe is not None:
                d2["NamedPipe"] = x1.named_pipe
            if x1.optimize_for_debugger is not None:
                d2["OptimizeForDebugger"] = x1.optimize_for_debugger
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["ComPorts"] = r1
    v0 = o.virtio_serial
    if v0 is not None:
        d1 = {}
        v1 = v0.ports
        if v1 is not None:
            r2 = {}
            for k2, x2 in v1.items():
                d3 = {}
                if x2.named_pipe is not None:
                    d3["NamedPipe"] = x2.named_pipe
                if x2.name is not None:
                    d3["Name"] = x2.name
                if x2.console_support is not None:
                    d3["ConsoleSupport"] = x2.console_support
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2[k2] = d3
            d1["Ports"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VirtioSerial"] = d1
    v0 = o.scsi
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            r1[k1] = write_scsi(x1, settle)
        d0["Scsi"] = r1
    v0 = o.virtual_pmem
    if v0 is not None:
        d0["VirtualPMem"] = write_virtual_pmem_controller(v0, settle)
    v0 = o.network_adapters
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.endpoint_id is not None:
                d2["EndpointId"] = x1.endpoint_id
            if x1.mac_address is not None:
                d2["MacAddress"] = x1.mac_address
            if x1.instance_id is not None:
                d2["InstanceId"] = x1.instance_id
            if x1.disable_interrupt_batching is not None:
                d2["DisableInterruptBatching"] = x1.disable_interrupt_batching
            v2 = x1.iov_settings
            if v2 is not None:
                d3 = {}
                if v2.offload_weight is not None:
                    d3["OffloadWeight"] = v2.offload_weight
                if v2.queue_pairs_requested is not None:
                    d3["QueuePairsRequested"] = v2.queue_pairs_requested
                v3 = v2.interrupt_moderation
                if v3 is not None:
                    d3["InterruptModeration"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["IovSettings"] = d3
            v2 = x1.connection_state
            if v2 is not None:
                d2["ConnectionState"] = v2 if settle is None else settle(v2)
            if x1.is_connected is not None:
                d2["IsConnected"] = x1.is_connected
            if x1.switch_id is not None:
                d2["SwitchId"] = x1.switch_id
            if x1.port_id is not None:
                d2["PortId"] = x1.port_id
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["NetworkAdapters"] = r1
    v0 = o.video_monitor
    if v0 is not None:
        d1 = {}
        if v0.horizontal_resolution is not None:
            d1["HorizontalResolution"] = v0.horizontal_resolution
        if v0.vertical_resolution is not None:
            d1["VerticalResolution"] = v0.vertical_resolution
        v1 = v0.connection_options
        if v1 is not None:
            d2 = {}
            v2 = v1.access_sids
            if v2 is not None:
                d2["AccessSids"] = [*v2]
            if v1.named_pipe is not None:
                d2["NamedPipe"] = v1.named_pipe
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["ConnectionOptions"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VideoMonitor"] = d1
    v0 = o.keyboard
    if v0 is not None:
        d1 = {}
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Keyboard"] = d1
    v0 = o.mouse
    if v0 is not None:
        d1 = {}
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Mouse"] = d1
    v0 = o.hv_socket
    if v0 is not None:
        d1 = {}
        v1 = v0.hv_socket_config
        if v1 is not None:
            d1["HvSocketConfig"] = write_hv_socket_system_config(v1, settle)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["HvSocket"] = d1
    v0 = o.enhanced_mode_video
    if v0 is not None:
        d1 = {}
        v1 = v0.connection_options
        if v1 is not None:
            d2 = {}
            v2 = v1.access_sids
            if v2 is not None:
                d2["AccessSids"] = [*v2]
            if v1.named_pipe is not None:
                d2["NamedPipe"] = v1.named_pipe
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["ConnectionOptions"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["EnhancedModeVideo"] = d1
    v0 = o.guest_crash_reporting
    if v0 is not None:
        d0["GuestCrashReporting"] = write_guest_crash_reporting(v0, settle)
    v0 = o.virtual_smb
    if v0 is not None:
        d0["VirtualSmb"] = write_virtual_smb(v0, settle)
    v0 = o.plan9
    if v0 is not None:
        d0["Plan9"] = write_plan9(v0, settle)
    v0 = o.battery
    if v0 is not None:
        d1 = {}
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Battery"] = d1
    v0 = o.flexible_iov
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.emulator_id is not None:
                d2["EmulatorId"] = x1.emulator_id
            v2 = x1.hosting_model
            if v2 is not None:
                d2["HostingModel"] = v2 if settle is None else settle(v2)
            v2 = x1.configuration
            if v2 is not None:
                d2["Configuration"] = [*v2]
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["FlexibleIov"] = r1
    v0 = o.shared_memory
    if v0 is not None:
        d0["SharedMemory"] = write_shared_memory_configuration(v0, settle)
    v0 = o.virtual_pci
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.functions
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.device_instance_path is not None:
                        d4["DeviceInstancePath"] = x3.device_instance_path
                    if x3.virtual_function is not None:
                        d4["VirtualFunction"] = x3.virtual_function
                    if x3.allow_direct_translated_p2_p is not None:
                        d4["AllowDirectTranslatedP2P"] = x3.allow_direct_translated_p2_p
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Functions"] = r3
            if x1.propagate_numa_affinity is not None:
                d2["PropagateNumaAffinity"] = x1.propagate_numa_affinity
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["VirtualPci"] = r1
    v0 = o.kernel_integration
    if v0 is not None:
        d1 = {}
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["KernelIntegration"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_enhanced_mode_video(d: Any) -> Any:
    """A `EnhancedModeVideo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = enhanced_mode_video_draft()
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


def write_enhanced_mode_video(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EnhancedModeVideo`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.connection_options
    if v0 is not None:
        d1 = {}
        v1 = v0.access_sids
        if v1 is not None:
            d1["AccessSids"] = [*v1]
        if v0.named_pipe is not None:
            d1["NamedPipe"] = v0.named_pipe
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ConnectionOptions"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_flexible_io_device(d: Any) -> Any:
    """A `FlexibleIoDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = flexible_io_device_draft()
    n = 0
    if "EmulatorId" in d:
        n += 1
        v = d["EmulatorId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_flexible_io_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FlexibleIoDevice`."""
    d0: Any
    d0 = {}
    if o.emulator_id is not None:
        d0["EmulatorId"] = o.emulator_id
    v0 = o.hosting_model
    if v0 is not None:
        d0["HostingModel"] = v0 if settle is None else settle(v0)
    v0 = o.configuration
    if v0 is not None:
        d0["Configuration"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_gpu_assignment_request(d: Any) -> Any:
    """A `GpuAssignmentRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = gpu_assignment_request_draft()
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


def write_gpu_assignment_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GpuAssignmentRequest`."""
    d0: Any
    d0 = {}
    if o.virtual_machine_id_string is not None:
        d0["VirtualMachineIdString"] = o.virtual_machine_id_string
    if o.adapter_luid_high_part is not None:
        d0["AdapterLuidHighPart"] = o.adapter_luid_high_part
    if o.adapter_luid_low_part is not None:
        d0["AdapterLuidLowPart"] = o.adapter_luid_low_part
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_gpu_configuration(d: Any) -> Any:
    """A `GpuConfiguration` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = gpu_configuration_draft()
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = integer(x, 0, 65535)
            v = r
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


def write_gpu_configuration(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GpuConfiguration`."""
    d0: Any
    d0 = {}
    v0 = o.assignment_mode
    if v0 is not None:
        d0["AssignmentMode"] = v0 if settle is None else settle(v0)
    v0 = o.assignment_request
    if v0 is not None:
        d0["AssignmentRequest"] = {**v0}
    if o.allow_vendor_extension is not None:
        d0["AllowVendorExtension"] = o.allow_vendor_extension
    if o.disable_gdi_acceleration is not None:
        d0["DisableGdiAcceleration"] = o.disable_gdi_acceleration
    if o.disable_presentation is not None:
        d0["DisablePresentation"] = o.disable_presentation
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_iov_settings(d: Any) -> Any:
    """A `IovSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = iov_settings_draft()
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


def write_iov_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IovSettings`."""
    d0: Any
    d0 = {}
    if o.offload_weight is not None:
        d0["OffloadWeight"] = o.offload_weight
    if o.queue_pairs_requested is not None:
        d0["QueuePairsRequested"] = o.queue_pairs_requested
    v0 = o.interrupt_moderation
    if v0 is not None:
        d0["InterruptModeration"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_kernel_integration(d: Any) -> Any:
    """A `KernelIntegration` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = kernel_integration_draft()
    n = 0
    o.unknown_members = leftover(KernelIntegration, d) if n != len(d) else None
    o.__class__ = KernelIntegration
    return o


def write_kernel_integration(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `KernelIntegration`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_keyboard(d: Any) -> Any:
    """A `Keyboard` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = keyboard_draft()
    n = 0
    o.unknown_members = leftover(Keyboard, d) if n != len(d) else None
    o.__class__ = Keyboard
    return o


def write_keyboard(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Keyboard`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_licensing(d: Any) -> Any:
    """A `Licensing` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = licensing_draft()
    n = 0
    if "ContainerID" in d:
        n += 1
        v = d["ContainerID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_licensing(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Licensing`."""
    d0: Any
    d0 = {}
    if o.container_id is not None:
        d0["ContainerID"] = o.container_id
    v0 = o.package_family_names
    if v0 is not None:
        d0["PackageFamilyNames"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mouse(d: Any) -> Any:
    """A `Mouse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mouse_draft()
    n = 0
    o.unknown_members = leftover(Mouse, d) if n != len(d) else None
    o.__class__ = Mouse
    return o


def write_mouse(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Mouse`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_adapter(d: Any) -> Any:
    """A `NetworkAdapter` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_adapter_draft()
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.switch_id = v
    else:
        o.switch_id = None
    if "PortId" in d:
        n += 1
        v = d["PortId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.port_id = v
    else:
        o.port_id = None
    o.unknown_members = leftover(NetworkAdapter, d) if n != len(d) else None
    o.__class__ = NetworkAdapter
    return o


def write_network_adapter(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkAdapter`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    if o.instance_id is not None:
        d0["InstanceId"] = o.instance_id
    if o.disable_interrupt_batching is not None:
        d0["DisableInterruptBatching"] = o.disable_interrupt_batching
    v0 = o.iov_settings
    if v0 is not None:
        d1 = {}
        if v0.offload_weight is not None:
            d1["OffloadWeight"] = v0.offload_weight
        if v0.queue_pairs_requested is not None:
            d1["QueuePairsRequested"] = v0.queue_pairs_requested
        v1 = v0.interrupt_moderation
        if v1 is not None:
            d1["InterruptModeration"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["IovSettings"] = d1
    v0 = o.connection_state
    if v0 is not None:
        d0["ConnectionState"] = v0 if settle is None else settle(v0)
    if o.is_connected is not None:
        d0["IsConnected"] = o.is_connected
    if o.switch_id is not None:
        d0["SwitchId"] = o.switch_id
    if o.port_id is not None:
        d0["PortId"] = o.port_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_rdp_connection_options(d: Any) -> Any:
    """A `RdpConnectionOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = rdp_connection_options_draft()
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


def write_rdp_connection_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RdpConnectionOptions`."""
    d0: Any
    d0 = {}
    v0 = o.access_sids
    if v0 is not None:
        d0["AccessSids"] = [*v0]
    if o.named_pipe is not None:
        d0["NamedPipe"] = o.named_pipe
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_video_monitor(d: Any) -> Any:
    """A `VideoMonitor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = video_monitor_draft()
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


def write_video_monitor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VideoMonitor`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.horizontal_resolution is not None:
        d0["HorizontalResolution"] = o.horizontal_resolution
    if o.vertical_resolution is not None:
        d0["VerticalResolution"] = o.vertical_resolution
    v0 = o.connection_options
    if v0 is not None:
        d1 = {}
        v1 = v0.access_sids
        if v1 is not None:
            d1["AccessSids"] = [*v1]
        if v0.named_pipe is not None:
            d1["NamedPipe"] = v0.named_pipe
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ConnectionOptions"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtio_serial(d: Any) -> Any:
    """A `VirtioSerial` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = virtio_serial_draft()
    n = 0
    if "Ports" in d:
        n += 1
        v = d["Ports"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 4294967295)
                r[k] = read_virtio_serial_port(x)
            v = r
        o.ports = v
    else:
        o.ports = None
    o.unknown_members = leftover(VirtioSerial, d) if n != len(d) else None
    o.__class__ = VirtioSerial
    return o


def write_virtio_serial(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtioSerial`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.ports
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.named_pipe is not None:
                d2["NamedPipe"] = x1.named_pipe
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.console_support is not None:
                d2["ConsoleSupport"] = x1.console_support
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Ports"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtio_serial_port(d: Any) -> Any:
    """A `VirtioSerialPort` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtio_serial_port_draft()
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


def write_virtio_serial_port(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtioSerialPort`."""
    d0: Any
    d0 = {}
    if o.named_pipe is not None:
        d0["NamedPipe"] = o.named_pipe
    if o.name is not None:
        d0["Name"] = o.name
    if o.console_support is not None:
        d0["ConsoleSupport"] = o.console_support
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_machine_hv_socket(d: Any) -> Any:
    """A `VirtualMachineHvSocket` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_machine_hv_socket_draft()
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


def write_virtual_machine_hv_socket(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualMachineHvSocket`."""
    d0: Any
    d0 = {}
    v0 = o.hv_socket_config
    if v0 is not None:
        d0["HvSocketConfig"] = write_hv_socket_system_config(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_pci_device(d: Any) -> Any:
    """A `VirtualPciDevice` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = virtual_pci_device_draft()
    n = 0
    if "Functions" in d:
        n += 1
        v = d["Functions"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_virtual_pci_function(x))
            v = r
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


def write_virtual_pci_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualPciDevice`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.functions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.device_instance_path is not None:
                d2["DeviceInstancePath"] = x1.device_instance_path
            if x1.virtual_function is not None:
                d2["VirtualFunction"] = x1.virtual_function
            if x1.allow_direct_translated_p2_p is not None:
                d2["AllowDirectTranslatedP2P"] = x1.allow_direct_translated_p2_p
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Functions"] = r1
    if o.propagate_numa_affinity is not None:
        d0["PropagateNumaAffinity"] = o.propagate_numa_affinity
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_pci_function(d: Any) -> Any:
    """A `VirtualPciFunction` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_pci_function_draft()
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


def write_virtual_pci_function(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualPciFunction`."""
    d0: Any
    d0 = {}
    if o.device_instance_path is not None:
        d0["DeviceInstancePath"] = o.device_instance_path
    if o.virtual_function is not None:
        d0["VirtualFunction"] = o.virtual_function
    if o.allow_direct_translated_p2_p is not None:
        d0["AllowDirectTranslatedP2P"] = o.allow_direct_translated_p2_p
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
