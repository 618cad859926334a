"""What the guest agent is asked to do: in any guest, in a Windows guest, in a Linux guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.layer import Layer
    from hcsffi.documents.topic.system import HostedSystem


@define(frozen=True, kw_only=True)
class CombinedLayers(Document, published="hcs.CombinedLayers", since="2.0", sources="docs dump hcs-rs"):
    """Layers the guest combines into one file system."""

    layers: Sequence[Layer] | None = member("Layers", "array<Layer>", "2.0", "docs dump hcs-rs")
    scratch_path: str | None = member("ScratchPath", "string", "2.0", "docs dump hcs-rs")
    container_root_path: str | None = member("ContainerRootPath", "string", "2.0", "docs dump hcs-rs")


@define(frozen=True, kw_only=True)
class MappedVirtualDisk(Document, published="hcs.MappedVirtualDisk", since="2.1", sources="docs dump hcs-rs"):
    """A virtual disk shown as a folder in the container."""

    container_path: str | None = member("ContainerPath", "string", "2.1", "docs dump hcs-rs")
    lun: int | None = member("Lun", "uint8", "2.1", "docs dump hcs-rs")


@define(frozen=True, kw_only=True)
class SCSIDevice(Document, published="hcs.SCSIDevice", sources="hcsshim"):
    """Which SCSI device of the guest is meant."""

    controller: int | None = member("Controller", "uint8", None, "hcsshim")
    lun: int | None = member("Lun", "uint8", None, "hcsshim")


@define(frozen=True, kw_only=True)
class NetworkModifyRequest(Document, published="hcs.NetworkModifyRequest", sources="dump hcsshim hcs-rs"):
    """A change to a network adapter of the guest."""

    # enum-name: dump NetworkModifyRequestType; hcsshim ModifyRequestType; the published enum is kept.
    request_type: NetworkModifyRequestType | None = member("RequestType", "NetworkModifyRequestType", None, "dump hcsshim hcs-rs")
    adapter_id: str | None = member("AdapterId", "string", None, "dump hcsshim")
    settings: Any | None = member("Settings", "any", None, "dump hcsshim hcs-rs")


class NetworkModifyRequestType(TextEnum, published="hcs.NetworkModifyRequestType", sources="dump hcs-rs"):
    """What a change does with the guest's network adapter."""

    PRE_ADD = "PreAdd"
    ADD = "Add"
    REMOVE = "Remove"


@define(frozen=True, kw_only=True)
class RS4NetworkModifyRequest(Document, published="hcs.RS4NetworkModifyRequest", sources="dump hcsshim"):
    """A change to a network adapter, as guests of Windows 10 1803 take it."""

    # enum-name: dump NetworkModifyRequestType; hcsshim ModifyRequestType; the published enum is kept.
    request_type: NetworkModifyRequestType | None = member("RequestType", "NetworkModifyRequestType", None, "dump hcsshim")
    # string-format: dump guid; hcsshim string; the published format is kept, other texts pass.
    # letter-case: dump AdapterInstanceID; hcsshim AdapterInstanceId; the published spelling is written, both are read.
    adapter_instance_id: str | None = member("AdapterInstanceID", "guid", None, "dump hcsshim", spellings=("AdapterInstanceId",))
    settings: Any | None = member("Settings", "any", None, "dump hcsshim")


@define(frozen=True, kw_only=True)
class ConfidentialOptions(Document, published="hcs.ConfidentialOptions", sources="hcsshim"):
    """The security policy of a confidential guest."""

    enforcer_type: str | None = member("EnforcerType", "string", None, "hcsshim")
    encoded_security_policy: str | None = member("EncodedSecurityPolicy", "string", None, "hcsshim")
    encoded_uvm_reference: str | None = member("EncodedUVMReference", "string", None, "hcsshim")
    encoded_uvm_hash_envelope_reference: str | None = member("EncodedUVMHashEnvelopeReference", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class SecurityPolicyFragment(Document, published="hcs.SecurityPolicyFragment", sources="hcsshim"):
    """A signed addition to the security policy of a confidential guest."""

    fragment: str | None = member("Fragment", "string", None, "hcsshim")
    media_type: str | None = member("MediaType", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LogForwardServiceRPCRequest(Document, published="hcs.LogForwardServiceRPCRequest", sources="hcsshim"):
    """A request to the guest's service that forwards its log."""

    rpc_type: RPCType | None = member("RPCType", "RPCType", None, "hcsshim")
    settings: str | None = member("Settings", "string", None, "hcsshim")


class RPCType(TextEnum, published="hcs.RPCType", sources="hcsshim"):
    """What the log forwarding service is asked for."""

    MODIFY_SERVICE_SETTINGS = "ModifyServiceSettings"
    START_LOG_FORWARDING = "StartLogForwarding"
    STOP_LOG_FORWARDING = "StopLogForwarding"


@define(frozen=True, kw_only=True)
class WCOWCombinedLayers(Document, published="hcs.WCOWCombinedLayers", sources="hcsshim"):
    """Layers a Windows guest combines into one file system."""

    container_root_path: str | None = member("ContainerRootPath", "string", None, "hcsshim")
    layers: Sequence[Layer] | None = member("Layers", "array<Layer>", None, "hcsshim")
    scratch_path: str | None = member("ScratchPath", "string", None, "hcsshim")
    filter_type: FileSystemFilterType | None = member("FilterType", "FileSystemFilterType", None, "hcsshim")


class FileSystemFilterType(TextEnum, published="hcs.FileSystemFilterType", sources="hcsshim"):
    """Which filter combines layers into one file system."""

    UNION_FS = "UnionFS"
    WCIFS = "WCIFS"


@define(frozen=True, kw_only=True)
class WCOWMappedVirtualDisk(Document, published="hcs.WCOWMappedVirtualDisk", sources="hcsshim"):
    """A virtual disk shown as a folder in a Windows guest."""

    container_path: str | None = member("ContainerPath", "string", None, "hcsshim")
    lun: int | None = member("Lun", "int32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class CWCOWHostedSystem(Document, published="hcs.CWCOWHostedSystem", sources="hcsshim"):
    """A container inside a confidential Windows guest, with its OCI specification."""

    spec: Any | None = member("Spec", "any", None, "hcsshim")
    cwcow_hosted_system: HostedSystem | None = member("CWCOWHostedSystem", "HostedSystem", None, "hcsshim")


@define(frozen=True, kw_only=True)
class CWCOWCombinedLayers(Document, published="hcs.CWCOWCombinedLayers", sources="hcsshim"):
    """Layers of one container of a confidential Windows guest."""

    container_id: str | None = member("ContainerID", "string", None, "hcsshim")
    combined_layers: WCOWCombinedLayers | None = member("CombinedLayers", "WCOWCombinedLayers", None, "hcsshim")


@define(frozen=True, kw_only=True)
class CWCOWBlockCIMMounts(Document, published="hcs.CWCOWBlockCIMMounts", sources="hcsshim"):
    """Composite images that a confidential Windows guest mounts."""

    block_ci_ms: Sequence[BlockCIMDevice] | None = member("BlockCIMs", "array<BlockCIMDevice>", None, "hcsshim")
    volume_guid: str | None = member("VolumeGUID", "guid", None, "hcsshim")
    mount_flags: int | None = member("MountFlags", "uint32", None, "hcsshim")
    container_id: str | None = member("ContainerID", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class BlockCIMDevice(Document, published="hcs.BlockCIMDevice", sources="hcsshim"):
    """A composite image on a block device."""

    cim_name: str | None = member("CimName", "string", None, "hcsshim")
    lun: int | None = member("Lun", "int32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class CimMount(Document, published="hcs.CimMount", since="2.3", sources="docs dump hcsshim hcs-rs"):
    """A composite image to mount."""

    image_path: str | None = member("ImagePath", "string", "2.3", "docs dump hcsshim hcs-rs")
    file_system_name: str | None = member("FileSystemName", "string", "2.3", "docs dump hcsshim hcs-rs")
    # string-format: hcsshim string; the published format is kept, other texts pass.
    volume_guid: str | None = member("VolumeGuid", "guid", "2.3", "docs dump hcsshim hcs-rs")
    mount_flags: int | None = member("MountFlags", "uint32", "2.5", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class LCOWCombinedLayers(Document, published="hcs.LCOWCombinedLayers", sources="hcsshim"):
    """Layers a Linux guest combines into one file system."""

    container_id: str | None = member("ContainerID", "string", None, "hcsshim")
    container_root_path: str | None = member("ContainerRootPath", "string", None, "hcsshim")
    layers: Sequence[Layer] | None = member("Layers", "array<Layer>", None, "hcsshim")
    scratch_path: str | None = member("ScratchPath", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWMappedVirtualDisk(Document, published="hcs.LCOWMappedVirtualDisk", sources="hcsshim"):
    """A virtual disk mounted in a Linux guest."""

    mount_path: str | None = member("MountPath", "string", None, "hcsshim")
    lun: int | None = member("Lun", "uint8", None, "hcsshim")
    controller: int | None = member("Controller", "uint8", None, "hcsshim")
    partition: int | None = member("Partition", "uint64", None, "hcsshim")
    read_only: bool | None = member("ReadOnly", "bool", None, "hcsshim")
    encrypted: bool | None = member("Encrypted", "bool", None, "hcsshim")
    options: Sequence[str] | None = member("Options", "array<string>", None, "hcsshim")
    block_dev: bool | None = member("BlockDev", "bool", None, "hcsshim")
    verity_info: DeviceVerityInfo | None = member("VerityInfo", "DeviceVerityInfo", None, "hcsshim")
    ensure_filesystem: bool | None = member("EnsureFilesystem", "bool", None, "hcsshim")
    filesystem: str | None = member("Filesystem", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWMappedVPMemDevice(Document, published="hcs.LCOWMappedVPMemDevice", sources="hcsshim"):
    """A persistent-memory device mounted in a Linux guest."""

    device_number: int | None = member("DeviceNumber", "uint32", None, "hcsshim")
    mount_path: str | None = member("MountPath", "string", None, "hcsshim")
    mapping_info: LCOWVPMemMappingInfo | None = member("MappingInfo", "LCOWVPMemMappingInfo", None, "hcsshim")
    verity_info: DeviceVerityInfo | None = member("VerityInfo", "DeviceVerityInfo", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWVPMemMappingInfo(Document, published="hcs.LCOWVPMemMappingInfo", sources="hcsshim"):
    """The part of a persistent-memory device to mount."""

    device_offset_in_bytes: int | None = member("DeviceOffsetInBytes", "uint64", None, "hcsshim", unit="bytes")
    device_size_in_bytes: int | None = member("DeviceSizeInBytes", "uint64", None, "hcsshim", unit="bytes")


@define(frozen=True, kw_only=True)
class DeviceVerityInfo(Document, published="hcs.DeviceVerityInfo", sources="hcsshim"):
    """How a device's content is verified (dm-verity)."""

    ext4_size_in_bytes: int | None = member("Ext4SizeInBytes", "int64", None, "hcsshim", unit="bytes")
    version: int | None = member("Version", "int", None, "hcsshim")
    algorithm: str | None = member("Algorithm", "string", None, "hcsshim")
    super_block: bool | None = member("SuperBlock", "bool", None, "hcsshim")
    root_digest: str | None = member("RootDigest", "string", None, "hcsshim")
    salt: str | None = member("Salt", "string", None, "hcsshim")
    block_size: int | None = member("BlockSize", "int", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWMappedDirectory(Document, published="hcs.LCOWMappedDirectory", sources="hcsshim"):
    """A share of the host mounted in a Linux guest."""

    mount_path: str | None = member("MountPath", "string", None, "hcsshim")
    port: int | None = member("Port", "int32", None, "hcsshim")
    share_name: str | None = member("ShareName", "string", None, "hcsshim")
    read_only: bool | None = member("ReadOnly", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWMappedVPCIDevice(Document, published="hcs.LCOWMappedVPCIDevice", sources="hcsshim"):
    """A PCI device assigned to a Linux guest."""

    vm_bus_guid: str | None = member("VMBusGUID", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWNetworkAdapter(Document, published="hcs.LCOWNetworkAdapter", sources="hcsshim"):
    """A network adapter of a Linux guest, with its addresses and routes."""

    namespace_id: str | None = member("NamespaceID", "string", None, "hcsshim")
    id: str | None = member("ID", "string", None, "hcsshim")
    mac_address: str | None = member("MacAddress", "string", None, "hcsshim")
    dns_suffix: str | None = member("DNSSuffix", "string", None, "hcsshim")
    dns_server_list: str | None = member("DNSServerList", "string", None, "hcsshim")
    encap_overhead: int | None = member("EncapOverhead", "uint16", None, "hcsshim")
    vpci_assigned: bool | None = member("VPCIAssigned", "bool", None, "hcsshim")
    ip_configs: Sequence[LCOWIPConfig] | None = member("IPConfigs", "array<LCOWIPConfig>", None, "hcsshim")
    routes: Sequence[LCOWRoute] | None = member("Routes", "array<LCOWRoute>", None, "hcsshim")
    policy_based_routing: bool | None = member("PolicyBasedRouting", "bool", None, "hcsshim")
    enable_low_metric: bool | None = member("EnableLowMetric", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWIPConfig(Document, published="hcs.LCOWIPConfig", sources="hcsshim"):
    """One address of an adapter in a Linux guest."""

    ip_address: str | None = member("IPAddress", "string", None, "hcsshim")
    prefix_length: int | None = member("PrefixLength", "uint8", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWRoute(Document, published="hcs.LCOWRoute", sources="hcsshim"):
    """One route of an adapter in a Linux guest."""

    next_hop: str | None = member("NextHop", "string", None, "hcsshim")
    destination_prefix: str | None = member("DestinationPrefix", "string", None, "hcsshim")
    metric: int | None = member("Metric", "uint16", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LCOWContainerConstraints(Document, published="hcs.LCOWContainerConstraints", sources="hcsshim"):
    """Resource limits of a container in a guest, by operating system."""

    windows: Any | None = member("Windows", "any", None, "hcsshim")
    linux: Any | None = member("Linux", "any", None, "hcsshim")
