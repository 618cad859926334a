"""Reading and writing: what the guest agent is asked to do.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected, texts
from hcsffi.documents.topic.guest import BlockCIMDevice, CWCOWBlockCIMMounts, CWCOWCombinedLayers, CWCOWHostedSystem, CimMount, CombinedLayers, ConfidentialOptions, DeviceVerityInfo, FileSystemFilterType, GuestModifySettingRequest, HvSocketAddress, LCOWCombinedLayers, LCOWContainerConstraints, LCOWIPConfig, LCOWMappedDirectory, LCOWMappedVPCIDevice, LCOWMappedVPMemDevice, LCOWMappedVirtualDisk, LCOWNetworkAdapter, LCOWRoute, LCOWVPMemMappingInfo, LogForwardServiceRPCRequest, MappedVirtualDisk, ModifyResourceType, NetworkModifyRequest, NetworkModifyRequestType, RPCType, RS4NetworkModifyRequest, SCSIDevice, SecurityPolicyFragment, SignalProcessOptionsLCOW, SignalProcessOptionsWCOW, WCOWCombinedLayers, WCOWMappedVirtualDisk
from hcsffi.documents.topic.process import ProcessSignal
from hcsffi.documents.topic.system import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

block_cim_device_draft = draft(BlockCIMDevice)
cim_mount_draft = draft(CimMount)
combined_layers_draft = draft(CombinedLayers)
confidential_options_draft = draft(ConfidentialOptions)
cwcow_block_cim_mounts_draft = draft(CWCOWBlockCIMMounts)
cwcow_combined_layers_draft = draft(CWCOWCombinedLayers)
cwcow_hosted_system_draft = draft(CWCOWHostedSystem)
device_verity_info_draft = draft(DeviceVerityInfo)
guest_modify_setting_request_draft = draft(GuestModifySettingRequest)
hv_socket_address_draft = draft(HvSocketAddress)
lcow_combined_layers_draft = draft(LCOWCombinedLayers)
lcow_container_constraints_draft = draft(LCOWContainerConstraints)
lcowip_config_draft = draft(LCOWIPConfig)
lcow_mapped_directory_draft = draft(LCOWMappedDirectory)
lcow_mapped_virtual_disk_draft = draft(LCOWMappedVirtualDisk)
lcow_mapped_vpci_device_draft = draft(LCOWMappedVPCIDevice)
lcow_mapped_vpmem_device_draft = draft(LCOWMappedVPMemDevice)
lcow_network_adapter_draft = draft(LCOWNetworkAdapter)
lcow_route_draft = draft(LCOWRoute)
lcow_vpmem_mapping_info_draft = draft(LCOWVPMemMappingInfo)
log_forward_service_rpc_request_draft = draft(LogForwardServiceRPCRequest)
mapped_virtual_disk_draft = draft(MappedVirtualDisk)
network_modify_request_draft = draft(NetworkModifyRequest)
rs4_network_modify_request_draft = draft(RS4NetworkModifyRequest)
scsi_device_draft = draft(SCSIDevice)
security_policy_fragment_draft = draft(SecurityPolicyFragment)
signal_process_options_lcow_draft = draft(SignalProcessOptionsLCOW)
signal_process_options_wcow_draft = draft(SignalProcessOptionsWCOW)
wcow_combined_layers_draft = draft(WCOWCombinedLayers)
wcow_mapped_virtual_disk_draft = draft(WCOWMappedVirtualDisk)
known_file_system_filter_type = FileSystemFilterType._value2member_map_.get
known_modify_request_type = ModifyRequestType._value2member_map_.get
known_modify_resource_type = ModifyResourceType._value2member_map_.get
known_network_modify_request_type = NetworkModifyRequestType._value2member_map_.get
known_process_signal = ProcessSignal._value2member_map_.get
known_rpc_type = RPCType._value2member_map_.get
read_hosted_system = later("hcsffi.documents.topic.system_wire", "read_hosted_system", globals())
read_layer = later("hcsffi.documents.topic.layers_wire", "read_layer", globals())
write_hosted_system = later("hcsffi.documents.topic.system_wire", "write_hosted_system", globals())
write_layer = later("hcsffi.documents.topic.layers_wire", "write_layer", globals())


def read_block_cim_device(d: Any) -> Any:
    """A `BlockCIMDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = block_cim_device_draft()
    n = 0
    if "CimName" in d:
        n += 1
        v = d["CimName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.cim_name = v
    else:
        o.cim_name = None
    if "Lun" in d:
        n += 1
        v = d["Lun"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.lun = v
    else:
        o.lun = None
    o.unknown_members = leftover(BlockCIMDevice, d) if n != len(d) else None
    o.__class__ = BlockCIMDevice
    return o


def write_block_cim_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `BlockCIMDevice`."""
    d0: Any
    d0 = {}
    if o.cim_name is not None:
        d0["CimName"] = o.cim_name
    if o.lun is not None:
        d0["Lun"] = o.lun
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cim_mount(d: Any) -> Any:
    """A `CimMount` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cim_mount_draft()
    n = 0
    if "ImagePath" in d:
        n += 1
        v = d["ImagePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.image_path = v
    else:
        o.image_path = None
    if "FileSystemName" in d:
        n += 1
        v = d["FileSystemName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.file_system_name = v
    else:
        o.file_system_name = None
    if "VolumeGuid" in d:
        n += 1
        v = d["VolumeGuid"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.volume_guid = v
    else:
        o.volume_guid = None
    if "MountFlags" in d:
        n += 1
        v = d["MountFlags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.mount_flags = v
    else:
        o.mount_flags = None
    o.unknown_members = leftover(CimMount, d) if n != len(d) else None
    o.__class__ = CimMount
    return o


def write_cim_mount(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CimMount`."""
    d0: Any
    d0 = {}
    if o.image_path is not None:
        d0["ImagePath"] = o.image_path
    if o.file_system_name is not None:
        d0["FileSystemName"] = o.file_system_name
    if o.volume_guid is not None:
        d0["VolumeGuid"] = o.volume_guid
    if o.mount_flags is not None:
        d0["MountFlags"] = o.mount_flags
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_combined_layers(d: Any) -> Any:
    """A `CombinedLayers` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = combined_layers_draft()
    n = 0
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
        o.layers = v
    else:
        o.layers = None
    if "ScratchPath" in d:
        n += 1
        v = d["ScratchPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.scratch_path = v
    else:
        o.scratch_path = None
    if "ContainerRootPath" in d:
        n += 1
        v = d["ContainerRootPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_root_path = v
    else:
        o.container_root_path = None
    o.unknown_members = leftover(CombinedLayers, d) if n != len(d) else None
    o.__class__ = CombinedLayers
    return o


def write_combined_layers(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CombinedLayers`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_layer(x1, settle))
        d0["Layers"] = r1
    if o.scratch_path is not None:
        d0["ScratchPath"] = o.scratch_path
    if o.container_root_path is not None:
        d0["ContainerRootPath"] = o.container_root_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_confidential_options(d: Any) -> Any:
    """A `ConfidentialOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = confidential_options_draft()
    n = 0
    if "EnforcerType" in d:
        n += 1
        v = d["EnforcerType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.enforcer_type = v
    else:
        o.enforcer_type = None
    if "EncodedSecurityPolicy" in d:
        n += 1
        v = d["EncodedSecurityPolicy"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.encoded_security_policy = v
    else:
        o.encoded_security_policy = None
    if "EncodedUVMReference" in d:
        n += 1
        v = d["EncodedUVMReference"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.encoded_uvm_reference = v
    else:
        o.encoded_uvm_reference = None
    if "EncodedUVMHashEnvelopeReference" in d:
        n += 1
        v = d["EncodedUVMHashEnvelopeReference"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.encoded_uvm_hash_envelope_reference = v
    else:
        o.encoded_uvm_hash_envelope_reference = None
    o.unknown_members = leftover(ConfidentialOptions, d) if n != len(d) else None
    o.__class__ = ConfidentialOptions
    return o


def write_confidential_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ConfidentialOptions`."""
    d0: Any
    d0 = {}
    if o.enforcer_type is not None:
        d0["EnforcerType"] = o.enforcer_type
    if o.encoded_security_policy is not None:
        d0["EncodedSecurityPolicy"] = o.encoded_security_policy
    if o.encoded_uvm_reference is not None:
        d0["EncodedUVMReference"] = o.encoded_uvm_reference
    if o.encoded_uvm_hash_envelope_reference is not None:
        d0["EncodedUVMHashEnvelopeReference"] = o.encoded_uvm_hash_envelope_reference
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cwcow_block_cim_mounts(d: Any) -> Any:
    """A `CWCOWBlockCIMMounts` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = cwcow_block_cim_mounts_draft()
    n = 0
    if "BlockCIMs" in d:
        n += 1
        v = d["BlockCIMs"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_block_cim_device(x))
            v = r
        o.block_ci_ms = v
    else:
        o.block_ci_ms = None
    if "VolumeGUID" in d:
        n += 1
        v = d["VolumeGUID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.volume_guid = v
    else:
        o.volume_guid = None
    if "MountFlags" in d:
        n += 1
        v = d["MountFlags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.mount_flags = v
    else:
        o.mount_flags = None
    if "ContainerID" in d:
        n += 1
        v = d["ContainerID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_id = v
    else:
        o.container_id = None
    o.unknown_members = leftover(CWCOWBlockCIMMounts, d) if n != len(d) else None
    o.__class__ = CWCOWBlockCIMMounts
    return o


def write_cwcow_block_cim_mounts(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CWCOWBlockCIMMounts`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.block_ci_ms
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.cim_name is not None:
                d2["CimName"] = x1.cim_name
            if x1.lun is not None:
                d2["Lun"] = x1.lun
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["BlockCIMs"] = r1
    if o.volume_guid is not None:
        d0["VolumeGUID"] = o.volume_guid
    if o.mount_flags is not None:
        d0["MountFlags"] = o.mount_flags
    if o.container_id is not None:
        d0["ContainerID"] = o.container_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cwcow_combined_layers(d: Any) -> Any:
    """A `CWCOWCombinedLayers` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cwcow_combined_layers_draft()
    n = 0
    if "ContainerID" in d:
        n += 1
        v = d["ContainerID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_id = v
    else:
        o.container_id = None
    if "CombinedLayers" in d:
        n += 1
        v = d["CombinedLayers"]
        if v is not None:
            v = read_wcow_combined_layers(v)
        o.combined_layers = v
    else:
        o.combined_layers = None
    o.unknown_members = leftover(CWCOWCombinedLayers, d) if n != len(d) else None
    o.__class__ = CWCOWCombinedLayers
    return o


def write_cwcow_combined_layers(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CWCOWCombinedLayers`."""
    d0: Any
    d1: Any
    r2: Any
    d0 = {}
    if o.container_id is not None:
        d0["ContainerID"] = o.container_id
    v0 = o.combined_layers
    if v0 is not None:
        d1 = {}
        if v0.container_root_path is not None:
            d1["ContainerRootPath"] = v0.container_root_path
        v1 = v0.layers
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(write_layer(x2, settle))
            d1["Layers"] = r2
        if v0.scratch_path is not None:
            d1["ScratchPath"] = v0.scratch_path
        v1 = v0.filter_type
        if v1 is not None:
            d1["FilterType"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CombinedLayers"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cwcow_hosted_system(d: Any) -> Any:
    """A `CWCOWHostedSystem` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cwcow_hosted_system_draft()
    n = 0
    if "Spec" in d:
        n += 1
        v = d["Spec"]
        if v is not None:
            v = open_value(v)
        o.spec = v
    else:
        o.spec = None
    if "CWCOWHostedSystem" in d:
        n += 1
        v = d["CWCOWHostedSystem"]
        if v is not None:
            v = read_hosted_system(v)
        o.cwcow_hosted_system = v
    else:
        o.cwcow_hosted_system = None
    o.unknown_members = leftover(CWCOWHostedSystem, d) if n != len(d) or None in d.values() else None
    o.__class__ = CWCOWHostedSystem
    return o


def write_cwcow_hosted_system(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CWCOWHostedSystem`."""
    d0: Any
    d0 = {}
    v0 = o.spec
    if v0 is not None:
        d0["Spec"] = plain(v0, settle)
    v0 = o.cwcow_hosted_system
    if v0 is not None:
        d0["CWCOWHostedSystem"] = write_hosted_system(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_device_verity_info(d: Any) -> Any:
    """A `DeviceVerityInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = device_verity_info_draft()
    n = 0
    if "Ext4SizeInBytes" in d:
        n += 1
        v = d["Ext4SizeInBytes"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.ext4_size_in_bytes = v
    else:
        o.ext4_size_in_bytes = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "Algorithm" in d:
        n += 1
        v = d["Algorithm"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.algorithm = v
    else:
        o.algorithm = None
    if "SuperBlock" in d:
        n += 1
        v = d["SuperBlock"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.super_block = v
    else:
        o.super_block = None
    if "RootDigest" in d:
        n += 1
        v = d["RootDigest"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.root_digest = v
    else:
        o.root_digest = None
    if "Salt" in d:
        n += 1
        v = d["Salt"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.salt = v
    else:
        o.salt = None
    if "BlockSize" in d:
        n += 1
        v = d["BlockSize"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.block_size = v
    else:
        o.block_size = None
    o.unknown_members = leftover(DeviceVerityInfo, d) if n != len(d) else None
    o.__class__ = DeviceVerityInfo
    return o


def write_device_verity_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeviceVerityInfo`."""
    d0: Any
    d0 = {}
    if o.ext4_size_in_bytes is not None:
        d0["Ext4SizeInBytes"] = o.ext4_size_in_bytes
    if o.version is not None:
        d0["Version"] = o.version
    if o.algorithm is not None:
        d0["Algorithm"] = o.algorithm
    if o.super_block is not None:
        d0["SuperBlock"] = o.super_block
    if o.root_digest is not None:
        d0["RootDigest"] = o.root_digest
    if o.salt is not None:
        d0["Salt"] = o.salt
    if o.block_size is not None:
        d0["BlockSize"] = o.block_size
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_modify_setting_request(d: Any) -> Any:
    """A `GuestModifySettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_modify_setting_request_draft()
    n = 0
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_modify_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "RequestType" in d:
        n += 1
        v = d["RequestType"]
        if type(v) is str:
            v = known_modify_request_type(v, v)
        elif v is not None:
            raise Mismatch
        o.request_type = v
    else:
        o.request_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcs.GuestModifySettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(GuestModifySettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestModifySettingRequest
    return o


def write_guest_modify_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestModifySettingRequest`."""
    d0: Any
    d0 = {}
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hv_socket_address(d: Any) -> Any:
    """A `HvSocketAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hv_socket_address_draft()
    n = 0
    if "LocalAddress" in d:
        n += 1
        v = d["LocalAddress"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.local_address = v
    else:
        o.local_address = None
    if "ParentAddress" in d:
        n += 1
        v = d["ParentAddress"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.parent_address = v
    else:
        o.parent_address = None
    o.unknown_members = leftover(HvSocketAddress, d) if n != len(d) else None
    o.__class__ = HvSocketAddress
    return o


def write_hv_socket_address(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HvSocketAddress`."""
    d0: Any
    d0 = {}
    if o.local_address is not None:
        d0["LocalAddress"] = o.local_address
    if o.parent_address is not None:
        d0["ParentAddress"] = o.parent_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_combined_layers(d: Any) -> Any:
    """A `LCOWCombinedLayers` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = lcow_combined_layers_draft()
    n = 0
    if "ContainerID" in d:
        n += 1
        v = d["ContainerID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_id = v
    else:
        o.container_id = None
    if "ContainerRootPath" in d:
        n += 1
        v = d["ContainerRootPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_root_path = v
    else:
        o.container_root_path = None
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
        o.layers = v
    else:
        o.layers = None
    if "ScratchPath" in d:
        n += 1
        v = d["ScratchPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.scratch_path = v
    else:
        o.scratch_path = None
    o.unknown_members = leftover(LCOWCombinedLayers, d) if n != len(d) else None
    o.__class__ = LCOWCombinedLayers
    return o


def write_lcow_combined_layers(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWCombinedLayers`."""
    d0: Any
    r1: Any
    d0 = {}
    if o.container_id is not None:
        d0["ContainerID"] = o.container_id
    if o.container_root_path is not None:
        d0["ContainerRootPath"] = o.container_root_path
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_layer(x1, settle))
        d0["Layers"] = r1
    if o.scratch_path is not None:
        d0["ScratchPath"] = o.scratch_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_container_constraints(d: Any) -> Any:
    """A `LCOWContainerConstraints` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_container_constraints_draft()
    n = 0
    if "Windows" in d:
        n += 1
        v = d["Windows"]
        if v is not None:
            v = open_value(v)
        o.windows = v
    else:
        o.windows = None
    if "Linux" in d:
        n += 1
        v = d["Linux"]
        if v is not None:
            v = open_value(v)
        o.linux = v
    else:
        o.linux = None
    o.unknown_members = leftover(LCOWContainerConstraints, d) if n != len(d) or None in d.values() else None
    o.__class__ = LCOWContainerConstraints
    return o


def write_lcow_container_constraints(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWContainerConstraints`."""
    d0: Any
    d0 = {}
    v0 = o.windows
    if v0 is not None:
        d0["Windows"] = plain(v0, settle)
    v0 = o.linux
    if v0 is not None:
        d0["Linux"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcowip_config(d: Any) -> Any:
    """A `LCOWIPConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcowip_config_draft()
    n = 0
    if "IPAddress" in d:
        n += 1
        v = d["IPAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address = v
    else:
        o.ip_address = None
    if "PrefixLength" in d:
        n += 1
        v = d["PrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.prefix_length = v
    else:
        o.prefix_length = None
    o.unknown_members = leftover(LCOWIPConfig, d) if n != len(d) else None
    o.__class__ = LCOWIPConfig
    return o


def write_lcowip_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWIPConfig`."""
    d0: Any
    d0 = {}
    if o.ip_address is not None:
        d0["IPAddress"] = o.ip_address
    if o.prefix_length is not None:
        d0["PrefixLength"] = o.prefix_length
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_mapped_directory(d: Any) -> Any:
    """A `LCOWMappedDirectory` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_mapped_directory_draft()
    n = 0
    if "MountPath" in d:
        n += 1
        v = d["MountPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mount_path = v
    else:
        o.mount_path = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "ShareName" in d:
        n += 1
        v = d["ShareName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.share_name = v
    else:
        o.share_name = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    o.unknown_members = leftover(LCOWMappedDirectory, d) if n != len(d) else None
    o.__class__ = LCOWMappedDirectory
    return o


def write_lcow_mapped_directory(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWMappedDirectory`."""
    d0: Any
    d0 = {}
    if o.mount_path is not None:
        d0["MountPath"] = o.mount_path
    if o.port is not None:
        d0["Port"] = o.port
    if o.share_name is not None:
        d0["ShareName"] = o.share_name
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_mapped_virtual_disk(d: Any) -> Any:
    """A `LCOWMappedVirtualDisk` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_mapped_virtual_disk_draft()
    n = 0
    if "MountPath" in d:
        n += 1
        v = d["MountPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mount_path = v
    else:
        o.mount_path = None
    if "Lun" in d:
        n += 1
        v = d["Lun"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.lun = v
    else:
        o.lun = None
    if "Controller" in d:
        n += 1
        v = d["Controller"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.controller = v
    else:
        o.controller = None
    if "Partition" in d:
        n += 1
        v = d["Partition"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.partition = v
    else:
        o.partition = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "Encrypted" in d:
        n += 1
        v = d["Encrypted"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.encrypted = v
    else:
        o.encrypted = None
    if "Options" in d:
        n += 1
        v = d["Options"]
        if v is not None:
            v = texts(v)
        o.options = v
    else:
        o.options = None
    if "BlockDev" in d:
        n += 1
        v = d["BlockDev"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.block_dev = v
    else:
        o.block_dev = None
    if "VerityInfo" in d:
        n += 1
        v = d["VerityInfo"]
        if v is not None:
            v = read_device_verity_info(v)
        o.verity_info = v
    else:
        o.verity_info = None
    if "EnsureFilesystem" in d:
        n += 1
        v = d["EnsureFilesystem"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ensure_filesystem = v
    else:
        o.ensure_filesystem = None
    if "Filesystem" in d:
        n += 1
        v = d["Filesystem"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.filesystem = v
    else:
        o.filesystem = None
    o.unknown_members = leftover(LCOWMappedVirtualDisk, d) if n != len(d) else None
    o.__class__ = LCOWMappedVirtualDisk
    return o


def write_lcow_mapped_virtual_disk(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWMappedVirtualDisk`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.mount_path is not None:
        d0["MountPath"] = o.mount_path
    if o.lun is not None:
        d0["Lun"] = o.lun
    if o.controller is not None:
        d0["Controller"] = o.controller
    if o.partition is not None:
        d0["Partition"] = o.partition
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.encrypted is not None:
        d0["Encrypted"] = o.encrypted
    v0 = o.options
    if v0 is not None:
        d0["Options"] = [*v0]
    if o.block_dev is not None:
        d0["BlockDev"] = o.block_dev
    v0 = o.verity_info
    if v0 is not None:
        d1 = {}
        if v0.ext4_size_in_bytes is not None:
            d1["Ext4SizeInBytes"] = v0.ext4_size_in_bytes
        if v0.version is not None:
            d1["Version"] = v0.version
        if v0.algorithm is not None:
            d1["Algorithm"] = v0.algorithm
        if v0.super_block is not None:
            d1["SuperBlock"] = v0.super_block
        if v0.root_digest is not None:
            d1["RootDigest"] = v0.root_digest
        if v0.salt is not None:
            d1["Salt"] = v0.salt
        if v0.block_size is not None:
            d1["BlockSize"] = v0.block_size
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VerityInfo"] = d1
    if o.ensure_filesystem is not None:
        d0["EnsureFilesystem"] = o.ensure_filesystem
    if o.filesystem is not None:
        d0["Filesystem"] = o.filesystem
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_mapped_vpci_device(d: Any) -> Any:
    """A `LCOWMappedVPCIDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_mapped_vpci_device_draft()
    n = 0
    if "VMBusGUID" in d:
        n += 1
        v = d["VMBusGUID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.vm_bus_guid = v
    else:
        o.vm_bus_guid = None
    o.unknown_members = leftover(LCOWMappedVPCIDevice, d) if n != len(d) else None
    o.__class__ = LCOWMappedVPCIDevice
    return o


def write_lcow_mapped_vpci_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWMappedVPCIDevice`."""
    d0: Any
    d0 = {}
    if o.vm_bus_guid is not None:
        d0["VMBusGUID"] = o.vm_bus_guid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_mapped_vpmem_device(d: Any) -> Any:
    """A `LCOWMappedVPMemDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_mapped_vpmem_device_draft()
    n = 0
    if "DeviceNumber" in d:
        n += 1
        v = d["DeviceNumber"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.device_number = v
    else:
        o.device_number = None
    if "MountPath" in d:
        n += 1
        v = d["MountPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mount_path = v
    else:
        o.mount_path = None
    if "MappingInfo" in d:
        n += 1
        v = d["MappingInfo"]
        if v is not None:
            v = read_lcow_vpmem_mapping_info(v)
        o.mapping_info = v
    else:
        o.mapping_info = None
    if "VerityInfo" in d:
        n += 1
        v = d["VerityInfo"]
        if v is not None:
            v = read_device_verity_info(v)
        o.verity_info = v
    else:
        o.verity_info = None
    o.unknown_members = leftover(LCOWMappedVPMemDevice, d) if n != len(d) else None
    o.__class__ = LCOWMappedVPMemDevice
    return o


def write_lcow_mapped_vpmem_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWMappedVPMemDevice`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.device_number is not None:
        d0["DeviceNumber"] = o.device_number
    if o.mount_path is not None:
        d0["MountPath"] = o.mount_path
    v0 = o.mapping_info
    if v0 is not None:
        d1 = {}
        if v0.device_offset_in_bytes is not None:
            d1["DeviceOffsetInBytes"] = v0.device_offset_in_bytes
        if v0.device_size_in_bytes is not None:
            d1["DeviceSizeInBytes"] = v0.device_size_in_bytes
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["MappingInfo"] = d1
    v0 = o.verity_info
    if v0 is not None:
        d1 = {}
        if v0.ext4_size_in_bytes is not None:
            d1["Ext4SizeInBytes"] = v0.ext4_size_in_bytes
        if v0.version is not None:
            d1["Version"] = v0.version
        if v0.algorithm is not None:
            d1["Algorithm"] = v0.algorithm
        if v0.super_block is not None:
            d1["SuperBlock"] = v0.super_block
        if v0.root_digest is not None:
            d1["RootDigest"] = v0.root_digest
        if v0.salt is not None:
            d1["Salt"] = v0.salt
        if v0.block_size is not None:
            d1["BlockSize"] = v0.block_size
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VerityInfo"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_network_adapter(d: Any) -> Any:
    """A `LCOWNetworkAdapter` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = lcow_network_adapter_draft()
    n = 0
    if "NamespaceID" in d:
        n += 1
        v = d["NamespaceID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.namespace_id = v
    else:
        o.namespace_id = None
    if "ID" in d:
        n += 1
        v = d["ID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    if "DNSSuffix" in d:
        n += 1
        v = d["DNSSuffix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_suffix = v
    else:
        o.dns_suffix = None
    if "DNSServerList" in d:
        n += 1
        v = d["DNSServerList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_server_list = v
    else:
        o.dns_server_list = None
    if "EncapOverhead" in d:
        n += 1
        v = d["EncapOverhead"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.encap_overhead = v
    else:
        o.encap_overhead = None
    if "VPCIAssigned" in d:
        n += 1
        v = d["VPCIAssigned"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.vpci_assigned = v
    else:
        o.vpci_assigned = None
    if "IPConfigs" in d:
        n += 1
        v = d["IPConfigs"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_lcowip_config(x))
            v = r
        o.ip_configs = v
    else:
        o.ip_configs = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_lcow_route(x))
            v = r
        o.routes = v
    else:
        o.routes = None
    if "PolicyBasedRouting" in d:
        n += 1
        v = d["PolicyBasedRouting"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.policy_based_routing = v
    else:
        o.policy_based_routing = None
    if "EnableLowMetric" in d:
        n += 1
        v = d["EnableLowMetric"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_low_metric = v
    else:
        o.enable_low_metric = None
    o.unknown_members = leftover(LCOWNetworkAdapter, d) if n != len(d) else None
    o.__class__ = LCOWNetworkAdapter
    return o


def write_lcow_network_adapter(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWNetworkAdapter`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.namespace_id is not None:
        d0["NamespaceID"] = o.namespace_id
    if o.id is not None:
        d0["ID"] = o.id
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    if o.dns_suffix is not None:
        d0["DNSSuffix"] = o.dns_suffix
    if o.dns_server_list is not None:
        d0["DNSServerList"] = o.dns_server_list
    if o.encap_overhead is not None:
        d0["EncapOverhead"] = o.encap_overhead
    if o.vpci_assigned is not None:
        d0["VPCIAssigned"] = o.vpci_assigned
    v0 = o.ip_configs
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.ip_address is not None:
                d2["IPAddress"] = x1.ip_address
            if x1.prefix_length is not None:
                d2["PrefixLength"] = x1.prefix_length
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["IPConfigs"] = r1
    v0 = o.routes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.next_hop is not None:
                d2["NextHop"] = x1.next_hop
            if x1.destination_prefix is not None:
                d2["DestinationPrefix"] = x1.destination_prefix
            if x1.metric is not None:
                d2["Metric"] = x1.metric
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Routes"] = r1
    if o.policy_based_routing is not None:
        d0["PolicyBasedRouting"] = o.policy_based_routing
    if o.enable_low_metric is not None:
        d0["EnableLowMetric"] = o.enable_low_metric
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_route(d: Any) -> Any:
    """A `LCOWRoute` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_route_draft()
    n = 0
    if "NextHop" in d:
        n += 1
        v = d["NextHop"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.next_hop = v
    else:
        o.next_hop = None
    if "DestinationPrefix" in d:
        n += 1
        v = d["DestinationPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination_prefix = v
    else:
        o.destination_prefix = None
    if "Metric" in d:
        n += 1
        v = d["Metric"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.metric = v
    else:
        o.metric = None
    o.unknown_members = leftover(LCOWRoute, d) if n != len(d) else None
    o.__class__ = LCOWRoute
    return o


def write_lcow_route(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWRoute`."""
    d0: Any
    d0 = {}
    if o.next_hop is not None:
        d0["NextHop"] = o.next_hop
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.metric is not None:
        d0["Metric"] = o.metric
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lcow_vpmem_mapping_info(d: Any) -> Any:
    """A `LCOWVPMemMappingInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lcow_vpmem_mapping_info_draft()
    n = 0
    if "DeviceOffsetInBytes" in d:
        n += 1
        v = d["DeviceOffsetInBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.device_offset_in_bytes = v
    else:
        o.device_offset_in_bytes = None
    if "DeviceSizeInBytes" in d:
        n += 1
        v = d["DeviceSizeInBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.device_size_in_bytes = v
    else:
        o.device_size_in_bytes = None
    o.unknown_members = leftover(LCOWVPMemMappingInfo, d) if n != len(d) else None
    o.__class__ = LCOWVPMemMappingInfo
    return o


def write_lcow_vpmem_mapping_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LCOWVPMemMappingInfo`."""
    d0: Any
    d0 = {}
    if o.device_offset_in_bytes is not None:
        d0["DeviceOffsetInBytes"] = o.device_offset_in_bytes
    if o.device_size_in_bytes is not None:
        d0["DeviceSizeInBytes"] = o.device_size_in_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_log_forward_service_rpc_request(d: Any) -> Any:
    """A `LogForwardServiceRPCRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = log_forward_service_rpc_request_draft()
    n = 0
    if "RPCType" in d:
        n += 1
        v = d["RPCType"]
        if type(v) is str:
            v = known_rpc_type(v, v)
        elif v is not None:
            raise Mismatch
        o.rpc_type = v
    else:
        o.rpc_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(LogForwardServiceRPCRequest, d) if n != len(d) else None
    o.__class__ = LogForwardServiceRPCRequest
    return o


def write_log_forward_service_rpc_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LogForwardServiceRPCRequest`."""
    d0: Any
    d0 = {}
    v0 = o.rpc_type
    if v0 is not None:
        d0["RPCType"] = v0 if settle is None else settle(v0)
    if o.settings is not None:
        d0["Settings"] = o.settings
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mapped_virtual_disk(d: Any) -> Any:
    """A `MappedVirtualDisk` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mapped_virtual_disk_draft()
    n = 0
    if "ContainerPath" in d:
        n += 1
        v = d["ContainerPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_path = v
    else:
        o.container_path = None
    if "Lun" in d:
        n += 1
        v = d["Lun"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.lun = v
    else:
        o.lun = None
    o.unknown_members = leftover(MappedVirtualDisk, d) if n != len(d) else None
    o.__class__ = MappedVirtualDisk
    return o


def write_mapped_virtual_disk(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MappedVirtualDisk`."""
    d0: Any
    d0 = {}
    if o.container_path is not None:
        d0["ContainerPath"] = o.container_path
    if o.lun is not None:
        d0["Lun"] = o.lun
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_modify_request(d: Any) -> Any:
    """A `NetworkModifyRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_modify_request_draft()
    n = 0
    if "RequestType" in d:
        n += 1
        v = d["RequestType"]
        if type(v) is str:
            v = known_network_modify_request_type(v, v)
        elif v is not None:
            raise Mismatch
        o.request_type = v
    else:
        o.request_type = None
    if "AdapterId" in d:
        n += 1
        v = d["AdapterId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.adapter_id = v
    else:
        o.adapter_id = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = open_value(v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(NetworkModifyRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = NetworkModifyRequest
    return o


def write_network_modify_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkModifyRequest`."""
    d0: Any
    d0 = {}
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    if o.adapter_id is not None:
        d0["AdapterId"] = o.adapter_id
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_rs4_network_modify_request(d: Any) -> Any:
    """A `RS4NetworkModifyRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = rs4_network_modify_request_draft()
    n = 0
    if "RequestType" in d:
        n += 1
        v = d["RequestType"]
        if type(v) is str:
            v = known_network_modify_request_type(v, v)
        elif v is not None:
            raise Mismatch
        o.request_type = v
    else:
        o.request_type = None
    if "AdapterInstanceID" in d:
        n += 1
        v = d["AdapterInstanceID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.adapter_instance_id = v
    else:
        o.adapter_instance_id = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = open_value(v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(RS4NetworkModifyRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = RS4NetworkModifyRequest
    return o


def write_rs4_network_modify_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RS4NetworkModifyRequest`."""
    d0: Any
    d0 = {}
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    if o.adapter_instance_id is not None:
        d0["AdapterInstanceID"] = o.adapter_instance_id
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_scsi_device(d: Any) -> Any:
    """A `SCSIDevice` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = scsi_device_draft()
    n = 0
    if "Controller" in d:
        n += 1
        v = d["Controller"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.controller = v
    else:
        o.controller = None
    if "Lun" in d:
        n += 1
        v = d["Lun"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.lun = v
    else:
        o.lun = None
    o.unknown_members = leftover(SCSIDevice, d) if n != len(d) else None
    o.__class__ = SCSIDevice
    return o


def write_scsi_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SCSIDevice`."""
    d0: Any
    d0 = {}
    if o.controller is not None:
        d0["Controller"] = o.controller
    if o.lun is not None:
        d0["Lun"] = o.lun
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_security_policy_fragment(d: Any) -> Any:
    """A `SecurityPolicyFragment` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = security_policy_fragment_draft()
    n = 0
    if "Fragment" in d:
        n += 1
        v = d["Fragment"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.fragment = v
    else:
        o.fragment = None
    if "MediaType" in d:
        n += 1
        v = d["MediaType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.media_type = v
    else:
        o.media_type = None
    o.unknown_members = leftover(SecurityPolicyFragment, d) if n != len(d) else None
    o.__class__ = SecurityPolicyFragment
    return o


def write_security_policy_fragment(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SecurityPolicyFragment`."""
    d0: Any
    d0 = {}
    if o.fragment is not None:
        d0["Fragment"] = o.fragment
    if o.media_type is not None:
        d0["MediaType"] = o.media_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_signal_process_options_lcow(d: Any) -> Any:
    """A `SignalProcessOptionsLCOW` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = signal_process_options_lcow_draft()
    n = 0
    if "Signal" in d:
        n += 1
        v = d["Signal"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.signal = v
    else:
        o.signal = None
    o.unknown_members = leftover(SignalProcessOptionsLCOW, d) if n != len(d) else None
    o.__class__ = SignalProcessOptionsLCOW
    return o


def write_signal_process_options_lcow(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SignalProcessOptionsLCOW`."""
    d0: Any
    d0 = {}
    if o.signal is not None:
        d0["Signal"] = o.signal
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_signal_process_options_wcow(d: Any) -> Any:
    """A `SignalProcessOptionsWCOW` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = signal_process_options_wcow_draft()
    n = 0
    if "Signal" in d:
        n += 1
        v = d["Signal"]
        if type(v) is str:
            v = known_process_signal(v, v)
        elif v is not None:
            raise Mismatch
        o.signal = v
    else:
        o.signal = None
    o.unknown_members = leftover(SignalProcessOptionsWCOW, d) if n != len(d) else None
    o.__class__ = SignalProcessOptionsWCOW
    return o


def write_signal_process_options_wcow(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SignalProcessOptionsWCOW`."""
    d0: Any
    d0 = {}
    v0 = o.signal
    if v0 is not None:
        d0["Signal"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_wcow_combined_layers(d: Any) -> Any:
    """A `WCOWCombinedLayers` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = wcow_combined_layers_draft()
    n = 0
    if "ContainerRootPath" in d:
        n += 1
        v = d["ContainerRootPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_root_path = v
    else:
        o.container_root_path = None
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
        o.layers = v
    else:
        o.layers = None
    if "ScratchPath" in d:
        n += 1
        v = d["ScratchPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.scratch_path = v
    else:
        o.scratch_path = None
    if "FilterType" in d:
        n += 1
        v = d["FilterType"]
        if type(v) is str:
            v = known_file_system_filter_type(v, v)
        elif v is not None:
            raise Mismatch
        o.filter_type = v
    else:
        o.filter_type = None
    o.unknown_members = leftover(WCOWCombinedLayers, d) if n != len(d) else None
    o.__class__ = WCOWCombinedLayers
    return o


def write_wcow_combined_layers(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `WCOWCombinedLayers`."""
    d0: Any
    r1: Any
    d0 = {}
    if o.container_root_path is not None:
        d0["ContainerRootPath"] = o.container_root_path
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_layer(x1, settle))
        d0["Layers"] = r1
    if o.scratch_path is not None:
        d0["ScratchPath"] = o.scratch_path
    v0 = o.filter_type
    if v0 is not None:
        d0["FilterType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_wcow_mapped_virtual_disk(d: Any) -> Any:
    """A `WCOWMappedVirtualDisk` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = wcow_mapped_virtual_disk_draft()
    n = 0
    if "ContainerPath" in d:
        n += 1
        v = d["ContainerPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_path = v
    else:
        o.container_path = None
    if "Lun" in d:
        n += 1
        v = d["Lun"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.lun = v
    else:
        o.lun = None
    o.unknown_members = leftover(WCOWMappedVirtualDisk, d) if n != len(d) else None
    o.__class__ = WCOWMappedVirtualDisk
    return o


def write_wcow_mapped_virtual_disk(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `WCOWMappedVirtualDisk`."""
    d0: Any
    d0 = {}
    if o.container_path is not None:
        d0["ContainerPath"] = o.container_path
    if o.lun is not None:
        d0["Lun"] = o.lun
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.BlockCIMDevice": (read_block_cim_device, write_block_cim_device),
    "hcs.CimMount": (read_cim_mount, write_cim_mount),
    "hcs.CombinedLayers": (read_combined_layers, write_combined_layers),
    "hcs.ConfidentialOptions": (read_confidential_options, write_confidential_options),
    "hcs.CWCOWBlockCIMMounts": (read_cwcow_block_cim_mounts, write_cwcow_block_cim_mounts),
    "hcs.CWCOWCombinedLayers": (read_cwcow_combined_layers, write_cwcow_combined_layers),
    "hcs.CWCOWHostedSystem": (read_cwcow_hosted_system, write_cwcow_hosted_system),
    "hcs.DeviceVerityInfo": (read_device_verity_info, write_device_verity_info),
    "hcs.GuestModifySettingRequest": (read_guest_modify_setting_request, write_guest_modify_setting_request),
    "hcs.HvSocketAddress": (read_hv_socket_address, write_hv_socket_address),
    "hcs.LCOWCombinedLayers": (read_lcow_combined_layers, write_lcow_combined_layers),
    "hcs.LCOWContainerConstraints": (read_lcow_container_constraints, write_lcow_container_constraints),
    "hcs.LCOWIPConfig": (read_lcowip_config, write_lcowip_config),
    "hcs.LCOWMappedDirectory": (read_lcow_mapped_directory, write_lcow_mapped_directory),
    "hcs.LCOWMappedVirtualDisk": (read_lcow_mapped_virtual_disk, write_lcow_mapped_virtual_disk),
    "hcs.LCOWMappedVPCIDevice": (read_lcow_mapped_vpci_device, write_lcow_mapped_vpci_device),
    "hcs.LCOWMappedVPMemDevice": (read_lcow_mapped_vpmem_device, write_lcow_mapped_vpmem_device),
    "hcs.LCOWNetworkAdapter": (read_lcow_network_adapter, write_lcow_network_adapter),
    "hcs.LCOWRoute": (read_lcow_route, write_lcow_route),
    "hcs.LCOWVPMemMappingInfo": (read_lcow_vpmem_mapping_info, write_lcow_vpmem_mapping_info),
    "hcs.LogForwardServiceRPCRequest": (read_log_forward_service_rpc_request, write_log_forward_service_rpc_request),
    "hcs.MappedVirtualDisk": (read_mapped_virtual_disk, write_mapped_virtual_disk),
    "hcs.NetworkModifyRequest": (read_network_modify_request, write_network_modify_request),
    "hcs.RS4NetworkModifyRequest": (read_rs4_network_modify_request, write_rs4_network_modify_request),
    "hcs.SCSIDevice": (read_scsi_device, write_scsi_device),
    "hcs.SecurityPolicyFragment": (read_security_policy_fragment, write_security_policy_fragment),
    "hcs.SignalProcessOptionsLCOW": (read_signal_process_options_lcow, write_signal_process_options_lcow),
    "hcs.SignalProcessOptionsWCOW": (read_signal_process_options_wcow, write_signal_process_options_wcow),
    "hcs.WCOWCombinedLayers": (read_wcow_combined_layers, write_wcow_combined_layers),
    "hcs.WCOWMappedVirtualDisk": (read_wcow_mapped_virtual_disk, write_wcow_mapped_virtual_disk),
}
"""Reader and writer of each type, by published name."""
