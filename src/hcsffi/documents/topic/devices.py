"""Devices of a virtual machine.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.topic.container import HvSocketSystemConfig
    from hcsffi.documents.topic.disks import Plan9, Scsi, SharedMemoryConfiguration, VirtualPMemController, VirtualSmb
    from hcsffi.documents.topic.machine import GuestCrashReporting
    from hcsffi.documents.topic.system import StateOverride

class FlexibleIoDeviceHostingModel(TextEnum):
    """Known values of `FlexibleIoDeviceHostingModel`.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    Kept: FlexibleIoDeviceHostingModel enum-values: wsl ExternalRestricted; values outside the published list are kept and marked.
    """

    __published__ = "hcs.FlexibleIoDeviceHostingModel"

    INTERNAL = "Internal"
    EXTERNAL = "External"
    EXTERNAL_RESTRICTED = "ExternalRestricted"
    """Known from the WSL service."""


class GpuAssignmentMode(TextEnum):
    """Known values of `GpuAssignmentMode`.

    Since schema 2.0; source: the published schema, SDK schema dumps, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.GpuAssignmentMode"

    DISABLED = "Disabled"
    DEFAULT = "Default"
    LIST = "List"
    MIRROR = "Mirror"


class InterruptModerationMode(TextEnum):
    """Known values of `InterruptModerationMode`.

    Since schema 2.4; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.InterruptModerationMode"

    DEFAULT = "Default"
    ADAPTIVE = "Adaptive"
    OFF = "Off"
    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"


class Battery(Document):
    """A battery; no members, its presence adds it.

    Source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Battery"


class ComPort(Document):
    """A serial port connected to a named pipe.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.ComPort"

    named_pipe: str | None = member(
        "NamedPipe", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """String, since 2.1."""

    optimize_for_debugger: bool | None = member(
        "OptimizeForDebugger", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""


class Devices(Document):
    """All virtual devices of a machine, by kind.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Devices"

    com_ports: Mapping[str, ComPort] | None = member(
        "ComPorts", "map<uint32,ComPort>", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Key 0 or 1 (map<uint32,ComPort>, since 2.1)."""

    virtio_serial: VirtioSerial | None = member(
        "VirtioSerial", "VirtioSerial", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """VirtioSerial, since 2.2."""

    scsi: Mapping[str, Scsi] | None = member(
        "Scsi", "map<string,Scsi>", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Controllers by name; the name is hashed to a GUID unless it is one (map<string,Scsi>, since 2.0)."""

    virtual_pmem: VirtualPMemController | None = member(
        "VirtualPMem", "VirtualPMemController", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """VirtualPMemController, since 2.0."""

    network_adapters: Mapping[str, NetworkAdapter] | None = member(
        "NetworkAdapters", "map<string,NetworkAdapter>", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """By name or GUID (map<string,NetworkAdapter>, since 2.0)."""

    video_monitor: VideoMonitor | None = member(
        "VideoMonitor", "VideoMonitor", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """VideoMonitor, since 2.0."""

    keyboard: Keyboard | None = member(
        "Keyboard", "Keyboard", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Keyboard, since 2.0."""

    mouse: Mouse | None = member(
        "Mouse", "Mouse", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Mouse, since 2.0."""

    hv_socket: VirtualMachineHvSocket | None = member(
        "HvSocket", "VirtualMachine_HvSocket", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """VirtualMachine_HvSocket, since 2.1."""

    enhanced_mode_video: EnhancedModeVideo | None = member(
        "EnhancedModeVideo", "EnhancedModeVideo", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """EnhancedModeVideo, since 2.1."""

    guest_crash_reporting: GuestCrashReporting | None = member(
        "GuestCrashReporting", "GuestCrashReporting", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """GuestCrashReporting, since 2.0."""

    virtual_smb: VirtualSmb | None = member(
        "VirtualSmb", "VirtualSmb", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """VirtualSmb, since 2.0."""

    plan9: Plan9 | None = member(
        "Plan9", "Plan9", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Plan9, since 2.0."""

    battery: Battery | None = member(
        "Battery", "Battery", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Battery, since 2.0."""

    flexible_iov: Mapping[str, FlexibleIoDevice] | None = member(
        "FlexibleIov", "map<string,FlexibleIoDevice>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Map<string,FlexibleIoDevice>, since 2.1."""

    shared_memory: SharedMemoryConfiguration | None = member(
        "SharedMemory", "SharedMemoryConfiguration", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """SharedMemoryConfiguration, since 2.1."""

    virtual_pci: Mapping[str, VirtualPciDevice] | None = member(
        "VirtualPci", "map<string,VirtualPciDevice>", "2.3", "docs dump hcsshim", default=None
    )
    """Map<string,VirtualPciDevice>, since 2.3."""

    kernel_integration: KernelIntegration | None = member(
        "KernelIntegration", "KernelIntegration", None, "dump hcs-rs", default=None
    )
    """KernelIntegration; known from SDK schema dumps, hcs-rs."""


class EnhancedModeVideo(Document):
    """Enhanced session mode of the console.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.EnhancedModeVideo"

    connection_options: RdpConnectionOptions | None = member(
        "ConnectionOptions", "RdpConnectionOptions", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """RdpConnectionOptions, since 2.1."""


class FlexibleIoDevice(Document):
    """A device emulated by a component of its own.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.FlexibleIoDevice"

    emulator_id: str | None = member(
        "EmulatorId", "guid", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Guid, since 2.1."""

    hosting_model: FlexibleIoDeviceHostingModel | str | None = member(
        "HostingModel", "FlexibleIoDeviceHostingModel", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """FlexibleIoDeviceHostingModel, since 2.1."""

    configuration: Sequence[str] | None = member(
        "Configuration", "array<string>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<string>, since 2.1."""


class GpuAssignmentRequest(Document):
    """Document type `GpuAssignmentRequest`.

    Source: zlayer.
    """

    __published__ = "hcs.GpuAssignmentRequest"

    virtual_machine_id_string: str | None = member(
        "VirtualMachineIdString", "string", None, "zlayer", default=None
    )
    """String; known from zlayer."""

    adapter_luid_high_part: int | None = member(
        "AdapterLuidHighPart", "uint32", None, "zlayer", default=None
    )
    """uint32; known from zlayer."""

    adapter_luid_low_part: int | None = member(
        "AdapterLuidLowPart", "int32", None, "zlayer", default=None
    )
    """int32; known from zlayer."""


class GpuConfiguration(Document):
    """Which graphics adapters a virtual machine gets.

    Since schema 2.0; source: the published schema, SDK schema dumps, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.GpuConfiguration"

    assignment_mode: GpuAssignmentMode | str | None = member(
        "AssignmentMode", "GpuAssignmentMode", "2.0", "docs dump wsl hcs-rs zlayer", default=None
    )
    """GpuAssignmentMode, since 2.0."""

    assignment_request: Mapping[str, int] | None = member(
        "AssignmentRequest", "map<string,uint16>", "2.0", "docs dump hcs-rs zlayer", default=None
    )
    """Adapter interface path to partition id; used with List only (map<string,uint16>, since 2.0)."""

    allow_vendor_extension: bool | None = member(
        "AllowVendorExtension", "bool", "2.0", "docs dump wsl hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    disable_gdi_acceleration: bool | None = member(
        "DisableGdiAcceleration", "bool", None, "wsl", default=None
    )
    """Bool; known from the WSL service."""

    disable_presentation: bool | None = member(
        "DisablePresentation", "bool", None, "wsl", default=None
    )
    """Bool; known from the WSL service."""


class IovSettings(Document):
    """How an adapter uses single-root I/O virtualization.

    Since schema 2.4; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.IovSettings"

    offload_weight: int | None = member(
        "OffloadWeight", "uint32", "2.4", "docs dump hcsshim", default=None
    )
    """uint32, since 2.4."""

    queue_pairs_requested: int | None = member(
        "QueuePairsRequested", "uint32", "2.4", "docs dump hcsshim", default=None
    )
    """uint32, since 2.4."""

    interrupt_moderation: InterruptModerationMode | str | None = member(
        "InterruptModeration", "InterruptModerationMode", "2.4", "docs dump hcsshim", default=None
    )
    """InterruptModerationMode, since 2.4."""


class KernelIntegration(Document):
    """Document type `KernelIntegration`.

    Source: SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.KernelIntegration"


class Keyboard(Document):
    """A keyboard; no members, its presence adds it.

    Source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Keyboard"


class Licensing(Document):
    """Document type `Licensing`.

    Source: hcs-rs.
    """

    __published__ = "hcs.Licensing"

    container_id: str | None = member(
        "ContainerID", "guid", None, "hcs-rs", default=None
    )
    """Guid; known from hcs-rs."""

    package_family_names: Sequence[str] | None = member(
        "PackageFamilyNames", "array<string>", None, "hcs-rs", default=None
    )
    """Array<string>; known from hcs-rs."""


class Mouse(Document):
    """A mouse; no members, its presence adds it.

    Source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Mouse"


class NetworkAdapter(Document):
    """A network adapter connected to an endpoint.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.NetworkAdapter"

    endpoint_id: str | None = member(
        "EndpointId", "guid", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Guid, since 2.0."""

    mac_address: str | None = member(
        "MacAddress", "mac", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Mac, since 2.0."""

    instance_id: str | None = member(
        "InstanceId", "guid", "2.4", "docs dump wsl hcs-rs", default=None
    )
    """Guid, since 2.4."""

    disable_interrupt_batching: bool | None = member(
        "DisableInterruptBatching", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""

    iov_settings: IovSettings | None = member(
        "IovSettings", "IovSettings", "2.4", "docs dump hcsshim", default=None
    )
    """IovSettings, since 2.4."""

    connection_state: StateOverride | str | None = member(
        "ConnectionState", "StateOverride", "2.4", "docs dump", default=None
    )
    """StateOverride, since 2.4."""

    is_connected: bool | None = member(
        "IsConnected", "bool", None, "wsl", default=None
    )
    """Bool; known from the WSL service."""

    switch_id: str | None = member(
        "SwitchId", "guid", None, "wsl", default=None
    )
    """Guid; known from the WSL service."""

    port_id: str | None = member(
        "PortId", "guid", None, "wsl", default=None
    )
    """Guid; known from the WSL service."""


class RdpConnectionOptions(Document):
    """Who may connect to the console by remote desktop.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.RdpConnectionOptions"

    access_sids: Sequence[str] | None = member(
        "AccessSids", "array<string>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<string>, since 2.1."""

    named_pipe: str | None = member(
        "NamedPipe", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""


class VideoMonitor(Document):
    """A virtual screen.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.VideoMonitor"

    horizontal_resolution: int | None = member(
        "HorizontalResolution", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    vertical_resolution: int | None = member(
        "VerticalResolution", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    connection_options: RdpConnectionOptions | None = member(
        "ConnectionOptions", "RdpConnectionOptions", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """RdpConnectionOptions, since 2.1."""


class VirtioSerial(Document):
    """Virtio serial ports.

    Since schema 2.2; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtioSerial"

    ports: Mapping[str, VirtioSerialPort] | None = member(
        "Ports", "map<uint32,VirtioSerialPort>", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """Map<uint32,VirtioSerialPort>, since 2.2."""


class VirtioSerialPort(Document):
    """One virtio serial port.

    Since schema 2.2; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtioSerialPort"

    named_pipe: str | None = member(
        "NamedPipe", "string", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """String, since 2.2."""

    name: str | None = member(
        "Name", "string", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """String, since 2.2."""

    console_support: bool | None = member(
        "ConsoleSupport", "bool", None, "dump wsl", default=None
    )
    """Bool; known from SDK schema dumps, the WSL service."""


class VirtualMachineHvSocket(Document):
    """Hyper-V sockets of a virtual machine.

    Published name VirtualMachine_HvSocket; since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualMachine_HvSocket"

    hv_socket_config: HvSocketSystemConfig | None = member(
        "HvSocketConfig", "HvSocketSystemConfig", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """HvSocketSystemConfig, since 2.1."""


class VirtualPciDevice(Document):
    """Host PCI functions assigned to a virtual machine.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.VirtualPciDevice"

    functions: Sequence[VirtualPciFunction] | None = member(
        "Functions", "array<VirtualPciFunction>", "2.3", "docs dump hcsshim", default=None
    )
    """Array<VirtualPciFunction>, since 2.3."""

    propagate_numa_affinity: bool | None = member(
        "PropagateNumaAffinity", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class VirtualPciFunction(Document):
    """One assigned PCI function.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.VirtualPciFunction"

    device_instance_path: str | None = member(
        "DeviceInstancePath", "string", "2.3", "docs dump hcsshim", default=None
    )
    """String, since 2.3."""

    virtual_function: int | None = member(
        "VirtualFunction", "uint16", "2.3", "docs dump hcsshim", default=None
    )
    """uint16, since 2.3."""

    allow_direct_translated_p2_p: bool | None = member(
        "AllowDirectTranslatedP2P", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""
