"""Devices of a virtual machine, its own and those of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.topic.crash import GuestCrashReporting
    from hcsffi.documents.topic.disk import Plan9, Scsi, SharedMemoryConfiguration, VirtualPMemController, VirtualSmb
    from hcsffi.documents.topic.hv_socket import VirtualMachineHvSocket
    from hcsffi.documents.topic.system_state import StateOverride


@define(frozen=True, kw_only=True)
class Devices(Document, published="hcs.Devices", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """All virtual devices of a machine, by kind."""

    # map-key: dump map<string,ComPort>; hcsshim map<string,ComPort>; wsl map<string,ComPort>; zlayer map<string,ComPort>; the key text
    # must parse as the published type.
    com_ports: Mapping[str, ComPort] | None = member(
        "ComPorts", "map<uint32,ComPort>", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", "Key 0 or 1."
    )
    virtio_serial: VirtioSerial | None = member("VirtioSerial", "VirtioSerial", "2.2", "docs dump wsl hcs-rs")
    scsi: Mapping[str, Scsi] | None = member(
        "Scsi", "map<string,Scsi>", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Controllers by name, hashed to a GUID if it is none."
    )
    virtual_pmem: VirtualPMemController | None = member("VirtualPMem", "VirtualPMemController", "2.0", "docs dump hcsshim wsl hcs-rs")
    network_adapters: Mapping[str, NetworkAdapter] | None = member(
        "NetworkAdapters", "map<string,NetworkAdapter>", "2.0", "docs dump hcsshim hcs-rs", "By name or GUID."
    )
    video_monitor: VideoMonitor | None = member("VideoMonitor", "VideoMonitor", "2.0", "docs dump hcsshim hcs-rs")
    keyboard: Keyboard | None = member("Keyboard", "Keyboard", "2.0", "docs dump hcsshim hcs-rs")
    mouse: Mouse | None = member("Mouse", "Mouse", "2.0", "docs dump hcsshim hcs-rs")
    hv_socket: VirtualMachineHvSocket | None = member("HvSocket", "VirtualMachine_HvSocket", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    enhanced_mode_video: EnhancedModeVideo | None = member("EnhancedModeVideo", "EnhancedModeVideo", "2.1", "docs dump hcsshim hcs-rs")
    guest_crash_reporting: GuestCrashReporting | None = member(
        "GuestCrashReporting", "GuestCrashReporting", "2.0", "docs dump hcsshim hcs-rs zlayer"
    )
    virtual_smb: VirtualSmb | None = member("VirtualSmb", "VirtualSmb", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # type-name: wsl EmptyObject; same shape under another name (the next 2 rows).
    plan9: Plan9 | None = member("Plan9", "Plan9", "2.0", "docs dump hcsshim wsl hcs-rs")
    battery: Battery | None = member("Battery", "Battery", "2.0", "docs dump hcsshim wsl hcs-rs")
    flexible_iov: Mapping[str, FlexibleIoDevice] | None = member(
        "FlexibleIov", "map<string,FlexibleIoDevice>", "2.1", "docs dump hcsshim hcs-rs"
    )
    shared_memory: SharedMemoryConfiguration | None = member("SharedMemory", "SharedMemoryConfiguration", "2.1", "docs dump hcsshim hcs-rs")
    virtual_pci: Mapping[str, VirtualPciDevice] | None = member("VirtualPci", "map<string,VirtualPciDevice>", "2.3", "docs dump hcsshim")
    kernel_integration: KernelIntegration | None = member("KernelIntegration", "KernelIntegration", None, "dump hcs-rs")


@define(frozen=True, kw_only=True)
class ComPort(Document, published="hcs.ComPort", since="2.1", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """A serial port connected to a named pipe."""

    named_pipe: str | None = member("NamedPipe", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    optimize_for_debugger: bool | None = member("OptimizeForDebugger", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")


@define(frozen=True, kw_only=True)
class VirtioSerial(Document, published="hcs.VirtioSerial", since="2.2", sources="docs dump wsl hcs-rs"):
    """Virtio serial ports."""

    # map-key: dump map<string,VirtioSerialPort>; wsl map<string,VirtioSerialPort>; the key text must parse as the published type.
    ports: Mapping[str, VirtioSerialPort] | None = member("Ports", "map<uint32,VirtioSerialPort>", "2.2", "docs dump wsl hcs-rs")


@define(frozen=True, kw_only=True)
class VirtioSerialPort(Document, published="hcs.VirtioSerialPort", since="2.2", sources="docs dump wsl hcs-rs"):
    """One virtio serial port."""

    named_pipe: str | None = member("NamedPipe", "string", "2.2", "docs dump wsl hcs-rs")
    name: str | None = member("Name", "string", "2.2", "docs dump wsl hcs-rs")
    console_support: bool | None = member("ConsoleSupport", "bool", None, "dump wsl")


@define(frozen=True, kw_only=True)
class Keyboard(Document, published="hcs.Keyboard", sources="docs dump hcsshim hcs-rs"):
    """A keyboard; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class Mouse(Document, published="hcs.Mouse", sources="docs dump hcsshim hcs-rs"):
    """A mouse; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class Battery(Document, published="hcs.Battery", sources="docs dump hcsshim hcs-rs"):
    """A battery; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class KernelIntegration(Document, published="hcs.KernelIntegration", sources="dump hcs-rs"):
    """Kernel integration; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class Licensing(Document, published="hcs.Licensing", sources="hcs-rs"):
    """Packages licensed inside a container."""

    container_id: str | None = member("ContainerID", "guid", None, "hcs-rs")
    package_family_names: Sequence[str] | None = member("PackageFamilyNames", "array<string>", None, "hcs-rs")


@define(frozen=True, kw_only=True)
class NetworkAdapter(Document, published="hcs.NetworkAdapter", since="2.0", sources="docs dump hcsshim wsl hcs-rs"):
    """A network adapter connected to an endpoint."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    endpoint_id: str | None = member("EndpointId", "guid", "2.0", "docs dump hcsshim wsl hcs-rs")
    # string-format: hcsshim string; hcs-rs string; the published format is kept, other texts pass.
    mac_address: str | None = member("MacAddress", "mac", "2.0", "docs dump hcsshim wsl hcs-rs", rule="mac")
    instance_id: str | None = member("InstanceId", "guid", "2.4", "docs dump wsl hcs-rs")
    disable_interrupt_batching: bool | None = member("DisableInterruptBatching", "bool", "2.4", "docs dump")
    iov_settings: IovSettings | None = member("IovSettings", "IovSettings", "2.4", "docs dump hcsshim")
    connection_state: StateOverride | None = member("ConnectionState", "StateOverride", "2.4", "docs dump")
    is_connected: bool | None = member("IsConnected", "bool", None, "wsl")
    switch_id: str | None = member("SwitchId", "guid", None, "wsl")
    port_id: str | None = member("PortId", "guid", None, "wsl")


@define(frozen=True, kw_only=True)
class IovSettings(Document, published="hcs.IovSettings", since="2.4", sources="docs dump hcsshim"):
    """How an adapter uses single-root I/O virtualization."""

    offload_weight: int | None = member("OffloadWeight", "uint32", "2.4", "docs dump hcsshim")
    queue_pairs_requested: int | None = member("QueuePairsRequested", "uint32", "2.4", "docs dump hcsshim")
    interrupt_moderation: InterruptModerationMode | None = member(
        "InterruptModeration", "InterruptModerationMode", "2.4", "docs dump hcsshim"
    )


class InterruptModerationMode(TextEnum, published="hcs.InterruptModerationMode", since="2.4", sources="docs dump hcsshim"):
    """How an adapter gathers its interrupts."""

    DEFAULT = "Default"
    ADAPTIVE = "Adaptive"
    OFF = "Off"
    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"


@define(frozen=True, kw_only=True)
class VideoMonitor(Document, published="hcs.VideoMonitor", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """A virtual screen."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 2 rows).
    horizontal_resolution: int | None = member("HorizontalResolution", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    vertical_resolution: int | None = member("VerticalResolution", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    connection_options: RdpConnectionOptions | None = member("ConnectionOptions", "RdpConnectionOptions", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class EnhancedModeVideo(Document, published="hcs.EnhancedModeVideo", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Enhanced session mode of the console."""

    connection_options: RdpConnectionOptions | None = member("ConnectionOptions", "RdpConnectionOptions", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class RdpConnectionOptions(Document, published="hcs.RdpConnectionOptions", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Who may connect to the console by remote desktop."""

    access_sids: Sequence[str] | None = member("AccessSids", "array<string>", "2.1", "docs dump hcsshim hcs-rs")
    named_pipe: str | None = member("NamedPipe", "string", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class ConsoleImageQuery(Document, published="hcs.ConsoleImageQuery", since="2.5", sources="docs dump"):
    """Which picture of the console to take."""

    width: int | None = member("Width", "uint16", "2.5", "docs dump")
    height: int | None = member("Height", "uint16", "2.5", "docs dump")
    flags: int | None = member("Flags", "uint32", "2.5", "docs dump")


@define(frozen=True, kw_only=True)
class ConsoleImage(Document, published="hcs.ConsoleImage", since="2.5", sources="docs dump"):
    """A picture of the console."""

    image: bytes | None = member("Image", "binary", "2.5", "docs dump")


@define(frozen=True, kw_only=True)
class VirtualPciDevice(Document, published="hcs.VirtualPciDevice", since="2.3", sources="docs dump hcsshim"):
    """Host PCI functions assigned to a virtual machine."""

    functions: Sequence[VirtualPciFunction] | None = member("Functions", "array<VirtualPciFunction>", "2.3", "docs dump hcsshim")
    propagate_numa_affinity: bool | None = member("PropagateNumaAffinity", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class VirtualPciFunction(Document, published="hcs.VirtualPciFunction", since="2.3", sources="docs dump hcsshim"):
    """One assigned PCI function."""

    device_instance_path: str | None = member("DeviceInstancePath", "string", "2.3", "docs dump hcsshim")
    virtual_function: int | None = member("VirtualFunction", "uint16", "2.3", "docs dump hcsshim")
    allow_direct_translated_p2_p: bool | None = member("AllowDirectTranslatedP2P", "bool", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class FlexibleIoDevice(Document, published="hcs.FlexibleIoDevice", since="2.1", sources="docs dump hcsshim wsl hcs-rs"):
    """A device emulated by a component of its own."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    emulator_id: str | None = member("EmulatorId", "guid", "2.1", "docs dump hcsshim wsl hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    hosting_model: FlexibleIoDeviceHostingModel | None = member(
        "HostingModel", "FlexibleIoDeviceHostingModel", "2.1", "docs dump hcsshim wsl hcs-rs"
    )
    configuration: Sequence[str] | None = member("Configuration", "array<string>", "2.1", "docs dump hcsshim hcs-rs")


class FlexibleIoDeviceHostingModel(TextEnum, published="hcs.FlexibleIoDeviceHostingModel", since="2.1", sources="docs dump wsl hcs-rs"):
    """Where the component that emulates a device runs."""

    # enum-values: wsl ExternalRestricted; values outside the published list are kept and marked.
    INTERNAL = "Internal", "2.1", "docs dump hcs-rs"
    EXTERNAL = "External", "2.1", "docs dump hcs-rs"
    EXTERNAL_RESTRICTED = "ExternalRestricted", None, "wsl"


@define(frozen=True, kw_only=True)
class GpuConfiguration(Document, published="hcs.GpuConfiguration", since="2.0", sources="docs dump wsl hcs-rs zlayer"):
    """Which graphics adapters a virtual machine gets."""

    assignment_mode: GpuAssignmentMode | None = member("AssignmentMode", "GpuAssignmentMode", "2.0", "docs dump wsl hcs-rs zlayer")
    # shape: zlayer array<GpuAssignmentRequest>; the published map is kept.
    assignment_request: Mapping[str, int] | None = member(
        "AssignmentRequest", "map<string,uint16>", "2.0", "docs dump hcs-rs zlayer", "Adapter interface path to partition id; List only."
    )
    allow_vendor_extension: bool | None = member("AllowVendorExtension", "bool", "2.0", "docs dump wsl hcs-rs zlayer")
    disable_gdi_acceleration: bool | None = member("DisableGdiAcceleration", "bool", None, "wsl")
    disable_presentation: bool | None = member("DisablePresentation", "bool", None, "wsl")


class GpuAssignmentMode(TextEnum, published="hcs.GpuAssignmentMode", since="2.0", sources="docs dump wsl hcs-rs zlayer"):
    """Which graphics adapters of the host a machine gets."""

    DISABLED = "Disabled", "2.0", "docs dump hcs-rs zlayer"
    DEFAULT = "Default", "2.0", "docs dump hcs-rs zlayer"
    LIST = "List", "2.0", "docs dump hcs-rs zlayer"
    MIRROR = "Mirror", "2.0", "docs dump wsl hcs-rs"


@define(frozen=True, kw_only=True)
class GpuAssignmentRequest(Document, published="hcs.GpuAssignmentRequest", sources="zlayer"):
    """One graphics adapter of the host for one virtual machine."""

    virtual_machine_id_string: str | None = member("VirtualMachineIdString", "string", None, "zlayer")
    adapter_luid_high_part: int | None = member("AdapterLuidHighPart", "uint32", None, "zlayer")
    adapter_luid_low_part: int | None = member("AdapterLuidLowPart", "int32", None, "zlayer")
