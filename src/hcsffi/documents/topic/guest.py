"""What the guest agent is asked to do.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.layers import Layer
    from hcsffi.documents.topic.process import ProcessSignal
    from hcsffi.documents.topic.system import HostedSystem, ModifyRequestType

class FileSystemFilterType(TextEnum):
    """Known values of `FileSystemFilterType`.

    Source: hcsshim.
    """

    __published__ = "hcs.FileSystemFilterType"

    UNION_FS = "UnionFS"
    WCIFS = "WCIFS"


class ModifyResourceType(TextEnum):
    """Known values of `ModifyResourceType`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    Kept: ModifyResourceType enum-values: hcsshim CWCOWCombinedLayers, ContainerConstraints, HvSocket, MappedVirtualDiskForContainerScratch, Network, PodCgroupMemoryLimit, SCSIDevice, SecurityPolicy, SecurityPolicyFragment, VPCIDevice, VPMemDevice, WCOWBlockCims; values outside the published list are kept and marked.
    """

    __published__ = "hcs.ModifyResourceType"
    __newer__ = {"NetworkNamespace": "2.1", "CimMount": "2.3"}

    MEMORY = "Memory"
    MAPPED_DIRECTORY = "MappedDirectory"
    MAPPED_PIPE = "MappedPipe"
    MAPPED_VIRTUAL_DISK = "MappedVirtualDisk"
    COMBINED_LAYERS = "CombinedLayers"
    NETWORK_NAMESPACE = "NetworkNamespace"
    CIM_MOUNT = "CimMount"
    SCSI_DEVICE = "SCSIDevice"
    """Known from hcsshim."""
    MAPPED_VIRTUAL_DISK_FOR_CONTAINER_SCRATCH = "MappedVirtualDiskForContainerScratch"
    """Known from hcsshim."""
    WCOW_BLOCK_CIMS = "WCOWBlockCims"
    """Known from hcsshim."""
    NETWORK = "Network"
    """Known from hcsshim."""
    CWCOW_COMBINED_LAYERS = "CWCOWCombinedLayers"
    """Known from hcsshim."""
    VPMEM_DEVICE = "VPMemDevice"
    """Known from hcsshim."""
    VPCI_DEVICE = "VPCIDevice"
    """Known from hcsshim."""
    CONTAINER_CONSTRAINTS = "ContainerConstraints"
    """Known from hcsshim."""
    HV_SOCKET = "HvSocket"
    """Known from hcsshim."""
    SECURITY_POLICY = "SecurityPolicy"
    """Known from hcsshim."""
    SECURITY_POLICY_FRAGMENT = "SecurityPolicyFragment"
    """Known from hcsshim."""
    POD_CGROUP_MEMORY_LIMIT = "PodCgroupMemoryLimit"
    """Known from hcsshim."""


class NetworkModifyRequestType(TextEnum):
    """Known values of `NetworkModifyRequestType`.

    Source: SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.NetworkModifyRequestType"

    PRE_ADD = "PreAdd"
    ADD = "Add"
    REMOVE = "Remove"


class RPCType(TextEnum):
    """Known values of `RPCType`.

    Source: hcsshim.
    """

    __published__ = "hcs.RPCType"

    MODIFY_SERVICE_SETTINGS = "ModifyServiceSettings"
    START_LOG_FORWARDING = "StartLogForwarding"
    STOP_LOG_FORWARDING = "StopLogForwarding"


class BlockCIMDevice(Document):
    """Document type `BlockCIMDevice`.

    Source: hcsshim.
    """

    __published__ = "hcs.BlockCIMDevice"

    cim_name: str | None = member(
        "CimName", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    lun: int | None = member(
        "Lun", "int32", None, "hcsshim", default=None
    )
    """int32; known from hcsshim."""


class CimMount(Document):
    """A composite image to mount.

    Since schema 2.3; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.CimMount"

    image_path: str | None = member(
        "ImagePath", "string", "2.3", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.3."""

    file_system_name: str | None = member(
        "FileSystemName", "string", "2.3", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.3."""

    volume_guid: str | None = member(
        "VolumeGuid", "guid", "2.3", "docs dump hcsshim hcs-rs", default=None
    )
    """Guid, since 2.3."""

    mount_flags: int | None = member(
        "MountFlags", "uint32", "2.5", "docs dump hcsshim", default=None
    )
    """uint32, since 2.5."""


class CombinedLayers(Document):
    """Layers the guest combines into one file system.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.CombinedLayers"

    layers: Sequence[Layer] | None = member(
        "Layers", "array<Layer>", "2.0", "docs dump hcs-rs", default=None
    )
    """Array<Layer>, since 2.0."""

    scratch_path: str | None = member(
        "ScratchPath", "string", "2.0", "docs dump hcs-rs", default=None
    )
    """String, since 2.0."""

    container_root_path: str | None = member(
        "ContainerRootPath", "string", "2.0", "docs dump hcs-rs", default=None
    )
    """String, since 2.0."""


class ConfidentialOptions(Document):
    """Document type `ConfidentialOptions`.

    Source: hcsshim.
    """

    __published__ = "hcs.ConfidentialOptions"

    enforcer_type: str | None = member(
        "EnforcerType", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    encoded_security_policy: str | None = member(
        "EncodedSecurityPolicy", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    encoded_uvm_reference: str | None = member(
        "EncodedUVMReference", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    encoded_uvm_hash_envelope_reference: str | None = member(
        "EncodedUVMHashEnvelopeReference", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class CWCOWBlockCIMMounts(Document):
    """Document type `CWCOWBlockCIMMounts`.

    Source: hcsshim.
    """

    __published__ = "hcs.CWCOWBlockCIMMounts"

    block_ci_ms: Sequence[BlockCIMDevice] | None = member(
        "BlockCIMs", "array<BlockCIMDevice>", None, "hcsshim", default=None
    )
    """Array<BlockCIMDevice>; known from hcsshim."""

    volume_guid: str | None = member(
        "VolumeGUID", "guid", None, "hcsshim", default=None
    )
    """Guid; known from hcsshim."""

    mount_flags: int | None = member(
        "MountFlags", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    container_id: str | None = member(
        "ContainerID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class CWCOWCombinedLayers(Document):
    """Document type `CWCOWCombinedLayers`.

    Source: hcsshim.
    """

    __published__ = "hcs.CWCOWCombinedLayers"

    container_id: str | None = member(
        "ContainerID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    combined_layers: WCOWCombinedLayers | None = member(
        "CombinedLayers", "WCOWCombinedLayers", None, "hcsshim", default=None
    )
    """WCOWCombinedLayers; known from hcsshim."""


class CWCOWHostedSystem(Document):
    """Document type `CWCOWHostedSystem`.

    Source: hcsshim.
    """

    __published__ = "hcs.CWCOWHostedSystem"

    spec: Any | None = member(
        "Spec", "any", None, "hcsshim", default=None
    )
    """Any; known from hcsshim."""

    cwcow_hosted_system: HostedSystem | None = member(
        "CWCOWHostedSystem", "HostedSystem", None, "hcsshim", default=None
    )
    """HostedSystem; known from hcsshim."""


class DeviceVerityInfo(Document):
    """Document type `DeviceVerityInfo`.

    Source: hcsshim.
    """

    __published__ = "hcs.DeviceVerityInfo"

    ext4_size_in_bytes: int | None = member(
        "Ext4SizeInBytes", "int64", None, "hcsshim", default=None
    )
    """int64 (bytes); known from hcsshim."""

    version: int | None = member(
        "Version", "int", None, "hcsshim", default=None
    )
    """int; known from hcsshim."""

    algorithm: str | None = member(
        "Algorithm", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    super_block: bool | None = member(
        "SuperBlock", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    root_digest: str | None = member(
        "RootDigest", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    salt: str | None = member(
        "Salt", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    block_size: int | None = member(
        "BlockSize", "int", None, "hcsshim", default=None
    )
    """int; known from hcsshim."""


class GuestModifySettingRequest(Document):
    """A change the guest agent makes.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.GuestModifySettingRequest"

    resource_type: ModifyResourceType | str | None = member(
        "ResourceType", "ModifyResourceType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ModifyResourceType, since 2.1."""

    request_type: ModifyRequestType | str | None = member(
        "RequestType", "ModifyRequestType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """ModifyRequestType, since 2.1."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Any by ResourceType, since 2.1."""


class HvSocketAddress(Document):
    """Addresses of both ends of a guest's Hyper-V sockets.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.HvSocketAddress"

    local_address: str | None = member(
        "LocalAddress", "guid", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Guid, since 2.1."""

    parent_address: str | None = member(
        "ParentAddress", "guid", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Guid, since 2.1."""


class LCOWCombinedLayers(Document):
    """Document type `LCOWCombinedLayers`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWCombinedLayers"

    container_id: str | None = member(
        "ContainerID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    container_root_path: str | None = member(
        "ContainerRootPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    layers: Sequence[Layer] | None = member(
        "Layers", "array<Layer>", None, "hcsshim", default=None
    )
    """Array<Layer>; known from hcsshim."""

    scratch_path: str | None = member(
        "ScratchPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class LCOWContainerConstraints(Document):
    """Document type `LCOWContainerConstraints`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWContainerConstraints"

    windows: Any | None = member(
        "Windows", "any", None, "hcsshim", default=None
    )
    """Any; known from hcsshim."""

    linux: Any | None = member(
        "Linux", "any", None, "hcsshim", default=None
    )
    """Any; known from hcsshim."""


class LCOWIPConfig(Document):
    """Document type `LCOWIPConfig`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWIPConfig"

    ip_address: str | None = member(
        "IPAddress", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    prefix_length: int | None = member(
        "PrefixLength", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""


class LCOWMappedDirectory(Document):
    """Document type `LCOWMappedDirectory`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWMappedDirectory"

    mount_path: str | None = member(
        "MountPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    port: int | None = member(
        "Port", "int32", None, "hcsshim", default=None
    )
    """int32; known from hcsshim."""

    share_name: str | None = member(
        "ShareName", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    read_only: bool | None = member(
        "ReadOnly", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class LCOWMappedVirtualDisk(Document):
    """Document type `LCOWMappedVirtualDisk`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWMappedVirtualDisk"

    mount_path: str | None = member(
        "MountPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    lun: int | None = member(
        "Lun", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""

    controller: int | None = member(
        "Controller", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""

    partition: int | None = member(
        "Partition", "uint64", None, "hcsshim", default=None
    )
    """uint64; known from hcsshim."""

    read_only: bool | None = member(
        "ReadOnly", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    encrypted: bool | None = member(
        "Encrypted", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    options: Sequence[str] | None = member(
        "Options", "array<string>", None, "hcsshim", default=None
    )
    """Array<string>; known from hcsshim."""

    block_dev: bool | None = member(
        "BlockDev", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    verity_info: DeviceVerityInfo | None = member(
        "VerityInfo", "DeviceVerityInfo", None, "hcsshim", default=None
    )
    """DeviceVerityInfo; known from hcsshim."""

    ensure_filesystem: bool | None = member(
        "EnsureFilesystem", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    filesystem: str | None = member(
        "Filesystem", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class LCOWMappedVPCIDevice(Document):
    """Document type `LCOWMappedVPCIDevice`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWMappedVPCIDevice"

    vm_bus_guid: str | None = member(
        "VMBusGUID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class LCOWMappedVPMemDevice(Document):
    """Document type `LCOWMappedVPMemDevice`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWMappedVPMemDevice"

    device_number: int | None = member(
        "DeviceNumber", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    mount_path: str | None = member(
        "MountPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    mapping_info: LCOWVPMemMappingInfo | None = member(
        "MappingInfo", "LCOWVPMemMappingInfo", None, "hcsshim", default=None
    )
    """LCOWVPMemMappingInfo; known from hcsshim."""

    verity_info: DeviceVerityInfo | None = member(
        "VerityInfo", "DeviceVerityInfo", None, "hcsshim", default=None
    )
    """DeviceVerityInfo; known from hcsshim."""


class LCOWNetworkAdapter(Document):
    """Document type `LCOWNetworkAdapter`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWNetworkAdapter"

    namespace_id: str | None = member(
        "NamespaceID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    id: str | None = member(
        "ID", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    mac_address: str | None = member(
        "MacAddress", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    dns_suffix: str | None = member(
        "DNSSuffix", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    dns_server_list: str | None = member(
        "DNSServerList", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    encap_overhead: int | None = member(
        "EncapOverhead", "uint16", None, "hcsshim", default=None
    )
    """uint16; known from hcsshim."""

    vpci_assigned: bool | None = member(
        "VPCIAssigned", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    ip_configs: Sequence[LCOWIPConfig] | None = member(
        "IPConfigs", "array<LCOWIPConfig>", None, "hcsshim", default=None
    )
    """Array<LCOWIPConfig>; known from hcsshim."""

    routes: Sequence[LCOWRoute] | None = member(
        "Routes", "array<LCOWRoute>", None, "hcsshim", default=None
    )
    """Array<LCOWRoute>; known from hcsshim."""

    policy_based_routing: bool | None = member(
        "PolicyBasedRouting", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    enable_low_metric: bool | None = member(
        "EnableLowMetric", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class LCOWRoute(Document):
    """Document type `LCOWRoute`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWRoute"

    next_hop: str | None = member(
        "NextHop", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    destination_prefix: str | None = member(
        "DestinationPrefix", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    metric: int | None = member(
        "Metric", "uint16", None, "hcsshim", default=None
    )
    """uint16; known from hcsshim."""


class LCOWVPMemMappingInfo(Document):
    """Document type `LCOWVPMemMappingInfo`.

    Source: hcsshim.
    """

    __published__ = "hcs.LCOWVPMemMappingInfo"

    device_offset_in_bytes: int | None = member(
        "DeviceOffsetInBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""

    device_size_in_bytes: int | None = member(
        "DeviceSizeInBytes", "uint64", None, "hcsshim", default=None
    )
    """uint64 (bytes); known from hcsshim."""


class LogForwardServiceRPCRequest(Document):
    """Document type `LogForwardServiceRPCRequest`.

    Source: hcsshim.
    """

    __published__ = "hcs.LogForwardServiceRPCRequest"

    rpc_type: RPCType | str | None = member(
        "RPCType", "RPCType", None, "hcsshim", default=None
    )
    """RPCType; known from hcsshim."""

    settings: str | None = member(
        "Settings", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class MappedVirtualDisk(Document):
    """A virtual disk shown as a folder in the container.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.MappedVirtualDisk"

    container_path: str | None = member(
        "ContainerPath", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    lun: int | None = member(
        "Lun", "uint8", "2.1", "docs dump hcs-rs", default=None
    )
    """uint8, since 2.1."""


class NetworkModifyRequest(Document):
    """Document type `NetworkModifyRequest`.

    Source: SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.NetworkModifyRequest"

    request_type: NetworkModifyRequestType | str | None = member(
        "RequestType", "NetworkModifyRequestType", None, "dump hcsshim hcs-rs", default=None
    )
    """NetworkModifyRequestType; known from SDK schema dumps, hcsshim, hcs-rs."""

    adapter_id: str | None = member(
        "AdapterId", "string", None, "dump hcsshim", default=None
    )
    """String; known from SDK schema dumps, hcsshim."""

    settings: Any | None = member(
        "Settings", "any", None, "dump hcsshim hcs-rs", default=None
    )
    """Any; known from SDK schema dumps, hcsshim, hcs-rs."""


class RS4NetworkModifyRequest(Document):
    """Document type `RS4NetworkModifyRequest`.

    Source: SDK schema dumps, hcsshim.
    """

    __published__ = "hcs.RS4NetworkModifyRequest"

    request_type: NetworkModifyRequestType | str | None = member(
        "RequestType", "NetworkModifyRequestType", None, "dump hcsshim", default=None
    )
    """NetworkModifyRequestType; known from SDK schema dumps, hcsshim."""

    adapter_instance_id: str | None = member(
        "AdapterInstanceID", "guid", None, "dump hcsshim", spellings=("AdapterInstanceId",), default=None
    )
    """Guid; known from SDK schema dumps, hcsshim."""

    settings: Any | None = member(
        "Settings", "any", None, "dump hcsshim", default=None
    )
    """Any; known from SDK schema dumps, hcsshim."""


class SCSIDevice(Document):
    """Document type `SCSIDevice`.

    Source: hcsshim.
    """

    __published__ = "hcs.SCSIDevice"

    controller: int | None = member(
        "Controller", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""

    lun: int | None = member(
        "Lun", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""


class SecurityPolicyFragment(Document):
    """Document type `SecurityPolicyFragment`.

    Source: hcsshim.
    """

    __published__ = "hcs.SecurityPolicyFragment"

    fragment: str | None = member(
        "Fragment", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    media_type: str | None = member(
        "MediaType", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class SignalProcessOptionsLCOW(Document):
    """Document type `SignalProcessOptionsLCOW`.

    Source: hcsshim.
    """

    __published__ = "hcs.SignalProcessOptionsLCOW"

    signal: int | None = member(
        "Signal", "int", None, "hcsshim", default=None
    )
    """int; known from hcsshim."""


class SignalProcessOptionsWCOW(Document):
    """Document type `SignalProcessOptionsWCOW`.

    Source: hcsshim.
    """

    __published__ = "hcs.SignalProcessOptionsWCOW"

    signal: ProcessSignal | str | None = member(
        "Signal", "ProcessSignal", None, "hcsshim", default=None
    )
    """ProcessSignal; known from hcsshim."""


class WCOWCombinedLayers(Document):
    """Document type `WCOWCombinedLayers`.

    Source: hcsshim.
    """

    __published__ = "hcs.WCOWCombinedLayers"

    container_root_path: str | None = member(
        "ContainerRootPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    layers: Sequence[Layer] | None = member(
        "Layers", "array<Layer>", None, "hcsshim", default=None
    )
    """Array<Layer>; known from hcsshim."""

    scratch_path: str | None = member(
        "ScratchPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    filter_type: FileSystemFilterType | str | None = member(
        "FilterType", "FileSystemFilterType", None, "hcsshim", default=None
    )
    """FileSystemFilterType; known from hcsshim."""


class WCOWMappedVirtualDisk(Document):
    """Document type `WCOWMappedVirtualDisk`.

    Source: hcsshim.
    """

    __published__ = "hcs.WCOWMappedVirtualDisk"

    container_path: str | None = member(
        "ContainerPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    lun: int | None = member(
        "Lun", "int32", None, "hcsshim", default=None
    )
    """int32; known from hcsshim."""
