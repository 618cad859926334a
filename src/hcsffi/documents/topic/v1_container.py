"""Containers, processes and network devices of generation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


@define(frozen=True, kw_only=True)
class ContainerConfig(Document, published="hcs.V1.ContainerConfig", sources="hcsshim-v1 dotnet"):
    """Root document of a container."""

    system_type: str | None = member("SystemType", "string", None, "hcsshim-v1 dotnet")
    name: str | None = member("Name", "string", None, "hcsshim-v1 dotnet")
    owner: str | None = member("Owner", "string", None, "hcsshim-v1 dotnet")
    volume_path: str | None = member("VolumePath", "string", None, "hcsshim-v1 dotnet")
    ignore_flushes_during_boot: bool | None = member("IgnoreFlushesDuringBoot", "bool", None, "hcsshim-v1 dotnet")
    layer_folder_path: str | None = member("LayerFolderPath", "string", None, "hcsshim-v1 dotnet")
    layers: Sequence[Layer] | None = member("Layers", "array<V1.Layer>", None, "hcsshim-v1 dotnet")
    credentials: str | None = member("Credentials", "string", None, "hcsshim-v1", secret=True)
    processor_count: int | None = member("ProcessorCount", "uint32", None, "hcsshim-v1")
    # integer-width: hcsshim-v1 uint64; dotnet int64; the published width is kept, narrower code was generated.
    processor_weight: int | None = member("ProcessorWeight", "uint64", None, "hcsshim-v1 dotnet")
    processor_maximum: int | None = member("ProcessorMaximum", "int64", None, "hcsshim-v1 dotnet")
    # integer-width: hcsshim-v1 uint64; dotnet uint32; the published width is kept, narrower code was generated (the next 3 rows).
    storage_iops_maximum: int | None = member("StorageIOPSMaximum", "uint64", None, "hcsshim-v1 dotnet")
    storage_bandwidth_maximum: int | None = member("StorageBandwidthMaximum", "uint64", None, "hcsshim-v1 dotnet")
    storage_sandbox_size: int | None = member("StorageSandboxSize", "uint64", None, "hcsshim-v1 dotnet")
    memory_maximum_in_mb: int | None = member("MemoryMaximumInMB", "int64", None, "hcsshim-v1 dotnet", unit="MiB")
    host_name: str | None = member("HostName", "string", None, "hcsshim-v1 dotnet")
    mapped_directories: Sequence[MappedDir] | None = member("MappedDirectories", "array<V1.MappedDir>", None, "hcsshim-v1 dotnet")
    mapped_pipes: Sequence[MappedPipe] | None = member("MappedPipes", "array<V1.MappedPipe>", None, "hcsshim-v1")
    hv_partition: bool | None = member("HvPartition", "bool", None, "hcsshim-v1 dotnet")
    network_shared_container_name: str | None = member("NetworkSharedContainerName", "string", None, "hcsshim-v1")
    # string-format: hcsshim-v1 array<string>; dotnet array<guid>; the published format is kept, other texts pass.
    endpoint_list: Sequence[str] | None = member("EndpointList", "array<string>", None, "hcsshim-v1 dotnet")
    hv_runtime: HvRuntime | None = member("HvRuntime", "V1.HvRuntime", None, "hcsshim-v1 dotnet")
    servicing: bool | None = member("Servicing", "bool", None, "hcsshim-v1")
    allow_unqualified_dns_query: bool | None = member("AllowUnqualifiedDNSQuery", "bool", None, "hcsshim-v1")
    dns_search_list: str | None = member("DNSSearchList", "string", None, "hcsshim-v1")
    container_type: str | None = member("ContainerType", "string", None, "hcsshim-v1")
    terminate_on_last_handle_closed: bool | None = member("TerminateOnLastHandleClosed", "bool", None, "hcsshim-v1 dotnet")
    mapped_virtual_disks: Sequence[MappedVirtualDisk] | None = member(
        "MappedVirtualDisks", "array<V1.MappedVirtualDisk>", None, "hcsshim-v1"
    )
    assigned_devices: Sequence[AssignedDevice] | None = member("AssignedDevices", "array<V1.AssignedDevice>", None, "hcsshim-v1")
    is_dummy: bool | None = member("IsDummy", "bool", None, "dotnet")
    sandbox_path: str | None = member("SandboxPath", "string", None, "dotnet")
    devices: Sequence[str] | None = member("Devices", "array<string>", None, "dotnet")
    network_endpoints: Sequence[NetworkEndpoint] | None = member("NetworkEndpoints", "array<V1.NetworkEndpoint>", None, "dotnet")


@define(frozen=True, kw_only=True)
class Layer(Document, published="hcs.V1.Layer", sources="hcsshim-v1 dotnet"):
    """One read-only layer below a container's scratch."""

    # string-format: hcsshim-v1 string; dotnet guid; the published format is kept, other texts pass.
    # letter-case: hcsshim-v1 ID; dotnet Id; the published spelling is written, both are read.
    id: str | None = member("ID", "string", None, "hcsshim-v1 dotnet", spellings=("Id",))
    path: str | None = member("Path", "string", None, "hcsshim-v1 dotnet")


@define(frozen=True, kw_only=True)
class MappedDir(Document, published="hcs.V1.MappedDir", sources="hcsshim-v1 dotnet"):
    """Host folder shown in the container."""

    host_path: str | None = member("HostPath", "string", None, "hcsshim-v1 dotnet")
    container_path: str | None = member("ContainerPath", "string", None, "hcsshim-v1 dotnet")
    read_only: bool | None = member("ReadOnly", "bool", None, "hcsshim-v1 dotnet")
    # integer-width: hcsshim-v1 uint64; dotnet uint32; the published width is kept, narrower code was generated (the next 2 rows).
    bandwidth_maximum: int | None = member("BandwidthMaximum", "uint64", None, "hcsshim-v1 dotnet")
    iops_maximum: int | None = member("IOPSMaximum", "uint64", None, "hcsshim-v1 dotnet")
    create_in_utility_vm: bool | None = member("CreateInUtilityVM", "bool", None, "hcsshim-v1")
    linux_metadata: bool | None = member("LinuxMetadata", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class MappedPipe(Document, published="hcs.V1.MappedPipe", sources="hcsshim-v1"):
    """Host pipe shown in the container."""

    host_path: str | None = member("HostPath", "string", None, "hcsshim-v1")
    container_pipe_name: str | None = member("ContainerPipeName", "string", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class MappedVirtualDisk(Document, published="hcs.V1.MappedVirtualDisk", sources="hcsshim-v1"):
    """A virtual disk of the host shown in the container."""

    host_path: str | None = member("HostPath", "string", None, "hcsshim-v1")
    container_path: str | None = member("ContainerPath", "string", None, "hcsshim-v1")
    create_in_utility_vm: bool | None = member("CreateInUtilityVM", "bool", None, "hcsshim-v1")
    read_only: bool | None = member("ReadOnly", "bool", None, "hcsshim-v1")
    cache: str | None = member("Cache", "string", None, "hcsshim-v1")
    attach_only: bool | None = member("AttachOnly", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class AssignedDevice(Document, published="hcs.V1.AssignedDevice", sources="hcsshim-v1"):
    """A kind of host device given to a container."""

    interface_class_guid: str | None = member("InterfaceClassGuid", "string", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class NetworkEndpoint(Document, published="hcs.V1.NetworkEndpoint", sources="dotnet"):
    """An endpoint a container is connected to."""

    id: str | None = member("Id", "guid", None, "dotnet")
    endpoint_name: str | None = member("EndpointName", "string", None, "dotnet")
    dynamic_ip_address: bool | None = member("DynamicIPAddress", "bool", None, "dotnet")
    static_ip_address: str | None = member("StaticIPAddress", "string", None, "dotnet")
    network_id: str | None = member("NetworkId", "guid", None, "dotnet")
    policies: Sequence[str] | None = member("Policies", "array<string>", None, "dotnet")


@define(frozen=True, kw_only=True)
class HvRuntime(Document, published="hcs.V1.HvRuntime", sources="hcsshim-v1 dotnet"):
    """The utility machine a container runs in."""

    image_path: str | None = member("ImagePath", "string", None, "hcsshim-v1 dotnet")
    skip_template: bool | None = member("SkipTemplate", "bool", None, "hcsshim-v1")
    linux_initrd_file: str | None = member("LinuxInitrdFile", "string", None, "hcsshim-v1")
    linux_kernel_file: str | None = member("LinuxKernelFile", "string", None, "hcsshim-v1")
    linux_boot_parameters: str | None = member("LinuxBootParameters", "string", None, "hcsshim-v1")
    boot_source: str | None = member("BootSource", "string", None, "hcsshim-v1")
    writable_boot_source: bool | None = member("WritableBootSource", "bool", None, "hcsshim-v1")
    runtime_id: str | None = member("RuntimeId", "guid", None, "dotnet")
    enable_console: bool | None = member("EnableConsole", "bool", None, "dotnet")
    network_settings: UtilityVmNetworkSettings | None = member("NetworkSettings", "V1.UtilityVmNetworkSettings", None, "dotnet")
    com1_pipe_name: str | None = member("Com1PipeName", "string", None, "dotnet")
    com2_pipe_name: str | None = member("Com2PipeName", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class UtilityVmNetworkSettings(Document, published="hcs.V1.UtilityVmNetworkSettings", sources="dotnet"):
    """The switch and port of a utility machine."""

    switch_name: str | None = member("SwitchName", "string", None, "dotnet")
    port_name: str | None = member("PortName", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class ProcessConfig(Document, published="hcs.V1.ProcessConfig", sources="hcsshim-v1 dotnet"):
    """A process to create."""

    application_name: str | None = member("ApplicationName", "string", None, "hcsshim-v1 dotnet")
    command_line: str | None = member("CommandLine", "string", None, "hcsshim-v1 dotnet")
    command_args: Sequence[str] | None = member("CommandArgs", "array<string>", None, "hcsshim-v1")
    user: str | None = member("User", "string", None, "hcsshim-v1 dotnet")
    working_directory: str | None = member("WorkingDirectory", "string", None, "hcsshim-v1 dotnet")
    environment: Mapping[str, str] | None = member("Environment", "map<string,string>", None, "hcsshim-v1 dotnet", secret=True)
    emulate_console: bool | None = member("EmulateConsole", "bool", None, "hcsshim-v1 dotnet")
    create_std_in_pipe: bool | None = member("CreateStdInPipe", "bool", None, "hcsshim-v1 dotnet")
    create_std_out_pipe: bool | None = member("CreateStdOutPipe", "bool", None, "hcsshim-v1 dotnet")
    create_std_err_pipe: bool | None = member("CreateStdErrPipe", "bool", None, "hcsshim-v1 dotnet")
    console_size: Sequence[int] | None = member("ConsoleSize", "array<uint,2>", None, "hcsshim-v1")
    create_in_utility_vm: bool | None = member("CreateInUtilityVm", "bool", None, "hcsshim-v1")
    oci_specification: Any | None = member("OCISpecification", "any", None, "hcsshim-v1")
    std_in_pipe: str | None = member("StdInPipe", "string", None, "dotnet")
    std_out_pipe: str | None = member("StdOutPipe", "string", None, "dotnet")
    std_err_pipe: str | None = member("StdErrPipe", "string", None, "dotnet")
    restricted_token: bool | None = member("RestrictedToken", "bool", None, "dotnet")


@define(frozen=True, kw_only=True)
class ProcessConsoleSize(Document, published="hcs.V1.ProcessConsoleSize", sources="dotnet"):
    """Size of a console in characters."""

    height: int | None = member("Height", "uint16", None, "dotnet")
    width: int | None = member("Width", "uint16", None, "dotnet")


@define(frozen=True, kw_only=True)
class ProcessStatus(Document, published="hcs.V1.ProcessStatus", sources="dotnet"):
    """How a process is or ended."""

    process_id: int | None = member("ProcessId", "uint32", None, "dotnet")
    exited: bool | None = member("Exited", "bool", None, "dotnet")
    exit_code: int | None = member("ExitCode", "uint32", None, "dotnet")
    last_wait_result: int | None = member("LastWaitResult", "int32", None, "dotnet")


@define(frozen=True, kw_only=True)
class ResourceModificationRequestResponse(Document, published="hcs.V1.ResourceModificationRequestResponse", sources="hcsshim-v1"):
    """One change to a live system."""

    resource_type: ResourceType | None = member("ResourceType", "V1.ResourceType", None, "hcsshim-v1")
    settings: Any | None = member("Settings", "any", None, "hcsshim-v1")
    request_type: RequestType | None = member("RequestType", "V1.RequestType", None, "hcsshim-v1")


class RequestType(TextEnum, published="hcs.V1.RequestType", sources="hcsshim-v1"):
    """What a change does with a resource."""

    ADD = "Add"
    REMOVE = "Remove"


class ResourceType(TextEnum, published="hcs.V1.ResourceType", sources="hcsshim-v1"):
    """What of a system a change is about."""

    NETWORK = "Network"


@define(frozen=True, kw_only=True)
class NetworkDevice(Document, published="hcs.V1.NetworkDevice", sources="dotnet"):
    """A network device of a container."""

    device_type: str | None = member("DeviceType", "string", None, "dotnet")
    connection: NetworkConnection | None = member("Connection", "V1.NetworkConnection", None, "dotnet")
    settings: NetworkSettings | None = member("Settings", "V1.NetworkSettings", None, "dotnet")


@define(frozen=True, kw_only=True)
class NetworkConnection(Document, published="hcs.V1.NetworkConnection", sources="dotnet"):
    """How a network device is connected."""

    network_name: str | None = member("NetworkName", "string", None, "dotnet")
    ip4_address: str | None = member("Ip4Address", "string", None, "dotnet")
    enable_nat: bool | None = member("EnableNat", "bool", None, "dotnet")
    nat: NatSettings | None = member("Nat", "V1.NatSettings", None, "dotnet")
    maximum_outgoing_bandwidth_in_bytes: int | None = member("MaximumOutgoingBandwidthInBytes", "uint32", None, "dotnet", unit="bytes/s")


@define(frozen=True, kw_only=True)
class NetworkSettings(Document, published="hcs.V1.NetworkSettings", sources="dotnet"):
    """Hardware address of a network device."""

    mac_address: str | None = member("MacAddress", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class NatSettings(Document, published="hcs.V1.NatSettings", sources="dotnet"):
    """Ports of the host forwarded to a container."""

    name: str | None = member("Name", "string", None, "dotnet")
    port_bindings: Sequence[NatPortBinding] | None = member("PortBindings", "array<V1.NatPortBinding>", None, "dotnet")


@define(frozen=True, kw_only=True)
class NatPortBinding(Document, published="hcs.V1.NatPortBinding", sources="dotnet"):
    """One port of the host forwarded to a container."""

    protocol: str | None = member("Protocol", "string", None, "dotnet")
    internal_port: int | None = member("InternalPort", "uint16", None, "dotnet")
    external_port: int | None = member("ExternalPort", "uint16", None, "dotnet")


@define(frozen=True, kw_only=True)
class HcsPolicy(Document, published="hcs.V1.Policy", sources="dotnet"):
    """A network policy; its type says which members lie beside it."""

    type: str | None = member("Type", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class NatPolicyData(Document, published="hcs.V1.NatPolicyData", sources="dotnet"):
    """A port of the host forwarded to an endpoint."""

    type: str | None = member("Type", "string", None, "dotnet")
    protocol: str | None = member("Protocol", "string", None, "dotnet")
    internal_port: int | None = member("InternalPort", "uint16", None, "dotnet")
    external_port: int | None = member("ExternalPort", "uint16", None, "dotnet")


@define(frozen=True, kw_only=True)
class QosPolicyData(Document, published="hcs.V1.QosPolicyData", sources="dotnet"):
    """Bandwidth limit of an endpoint."""

    type: str | None = member("Type", "string", None, "dotnet")
    maximum_outgoing_bandwidth_in_bytes: int | None = member("MaximumOutgoingBandwidthInBytes", "uint32", None, "dotnet", unit="bytes/s")


@define(frozen=True, kw_only=True)
class VlanPolicyData(Document, published="hcs.V1.VlanPolicyData", sources="dotnet"):
    """The VLAN of an endpoint."""

    type: str | None = member("Type", "string", None, "dotnet")
    vlan: int | None = member("VLAN", "uint64", None, "dotnet")


@define(frozen=True, kw_only=True)
class VsidPolicyData(Document, published="hcs.V1.VsidPolicyData", sources="dotnet"):
    """The virtual subnet of a subnet."""

    type: str | None = member("Type", "string", None, "dotnet")
    vsid: int | None = member("VSID", "uint64", None, "dotnet")


@define(frozen=True, kw_only=True)
class HcsSubnet(Document, published="hcs.V1.Subnet", sources="dotnet"):
    """One address range of a network."""

    gateway_address: str | None = member("GatewayAddress", "string", None, "dotnet")
    address_prefix: str | None = member("AddressPrefix", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class HcsMacPool(Document, published="hcs.V1.MacPool", sources="dotnet"):
    """First and last hardware address of a range."""

    start_mac_address: str | None = member("StartMacAddress", "string", None, "dotnet")
    end_mac_address: str | None = member("EndMacAddress", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class DeviceBase(Document, published="hcs.V1.DeviceBase", sources="dotnet"):
    """What every device has."""

    device_type: str | None = member("DeviceType", "string", None, "dotnet")


@define(frozen=True, kw_only=True)
class SettingsBase(Document, published="hcs.V1.SettingsBase", sources="dotnet"):
    """What every settings document has."""

    system_type: str | None = member("SystemType", "string", None, "dotnet")
