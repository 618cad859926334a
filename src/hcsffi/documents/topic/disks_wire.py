"""Reading and writing: disks, shares and saved state of a virtual machine.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, SMALL_NUMBERS, draft, guid, integer, later, leftover, merged, number_key, open_value, plain, texts, timestamp
from hcsffi.documents.topic.disks import Attachment, AttachmentType, CachingMode, GuestState, Nvram, NvramVariable, NvramVendor, Plan9, Plan9Share, Plan9ShareFlags, RestoreState, RuntimeState, RuntimeStateDevice, Scsi, SharedMemoryConfiguration, SharedMemoryRegion, SharedMemoryRegionInfo, VirtualPMemBackingType, VirtualPMemController, VirtualPMemDevice, VirtualPMemImageFormat, VirtualPMemMapping, VirtualSmb, VirtualSmbShare, VirtualSmbShareOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

attachment_draft = draft(Attachment)
guest_state_draft = draft(GuestState)
nvram_draft = draft(Nvram)
nvram_variable_draft = draft(NvramVariable)
nvram_vendor_draft = draft(NvramVendor)
plan9_draft = draft(Plan9)
plan9_share_draft = draft(Plan9Share)
restore_state_draft = draft(RestoreState)
runtime_state_draft = draft(RuntimeState)
runtime_state_device_draft = draft(RuntimeStateDevice)
scsi_draft = draft(Scsi)
shared_memory_configuration_draft = draft(SharedMemoryConfiguration)
shared_memory_region_draft = draft(SharedMemoryRegion)
shared_memory_region_info_draft = draft(SharedMemoryRegionInfo)
virtual_pmem_controller_draft = draft(VirtualPMemController)
virtual_pmem_device_draft = draft(VirtualPMemDevice)
virtual_pmem_mapping_draft = draft(VirtualPMemMapping)
virtual_smb_draft = draft(VirtualSmb)
virtual_smb_share_draft = draft(VirtualSmbShare)
virtual_smb_share_options_draft = draft(VirtualSmbShareOptions)
known_attachment_type = AttachmentType._value2member_map_.get
known_caching_mode = CachingMode._value2member_map_.get
known_plan9_share_flags = Plan9ShareFlags
known_virtual_pmem_backing_type = VirtualPMemBackingType._value2member_map_.get
known_virtual_pmem_image_format = VirtualPMemImageFormat._value2member_map_.get
read_version = later("hcsffi.documents.topic.system_wire", "read_version", globals())
write_version = later("hcsffi.documents.topic.system_wire", "write_version", globals())


def read_attachment(d: Any) -> Any:
    """A `Attachment` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = attachment_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_attachment_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "CachingMode" in d:
        n += 1
        v = d["CachingMode"]
        if type(v) is str:
            v = known_caching_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.caching_mode = v
    else:
        o.caching_mode = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "SupportCompressedVolumes" in d:
        n += 1
        v = d["SupportCompressedVolumes"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.support_compressed_volumes = v
    else:
        o.support_compressed_volumes = None
    if "AlwaysAllowSparseFiles" in d:
        n += 1
        v = d["AlwaysAllowSparseFiles"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.always_allow_sparse_files = v
    else:
        o.always_allow_sparse_files = None
    if "SupportEncryptedFiles" in d:
        n += 1
        v = d["SupportEncryptedFiles"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.support_encrypted_files = v
    else:
        o.support_encrypted_files = None
    if "IgnoreFlushes" in d:
        n += 1
        v = d["IgnoreFlushes"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ignore_flushes = v
    else:
        o.ignore_flushes = None
    if "NoWriteHardening" in d:
        n += 1
        v = d["NoWriteHardening"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.no_write_hardening = v
    else:
        o.no_write_hardening = None
    if "DisableExpansionOptimization" in d:
        n += 1
        v = d["DisableExpansionOptimization"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_expansion_optimization = v
    else:
        o.disable_expansion_optimization = None
    if "IgnoreRelativeLocator" in d:
        n += 1
        v = d["IgnoreRelativeLocator"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ignore_relative_locator = v
    else:
        o.ignore_relative_locator = None
    if "CaptureIoAttributionContext" in d:
        n += 1
        v = d["CaptureIoAttributionContext"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.capture_io_attribution_context = v
    else:
        o.capture_io_attribution_context = None
    if "ExtensibleVirtualDiskType" in d:
        n += 1
        v = d["ExtensibleVirtualDiskType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.extensible_virtual_disk_type = v
    else:
        o.extensible_virtual_disk_type = None
    o.unknown_members = leftover(Attachment, d) if n != len(d) else None
    o.__class__ = Attachment
    return o


def write_attachment(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Attachment`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.path is not None:
        d0["Path"] = o.path
    v0 = o.caching_mode
    if v0 is not None:
        d0["CachingMode"] = v0 if settle is None else settle(v0)
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.support_compressed_volumes is not None:
        d0["SupportCompressedVolumes"] = o.support_compressed_volumes
    if o.always_allow_sparse_files is not None:
        d0["AlwaysAllowSparseFiles"] = o.always_allow_sparse_files
    if o.support_encrypted_files is not None:
        d0["SupportEncryptedFiles"] = o.support_encrypted_files
    if o.ignore_flushes is not None:
        d0["IgnoreFlushes"] = o.ignore_flushes
    if o.no_write_hardening is not None:
        d0["NoWriteHardening"] = o.no_write_hardening
    if o.disable_expansion_optimization is not None:
        d0["DisableExpansionOptimization"] = o.disable_expansion_optimization
    if o.ignore_relative_locator is not None:
        d0["IgnoreRelativeLocator"] = o.ignore_relative_locator
    if o.capture_io_attribution_context is not None:
        d0["CaptureIoAttributionContext"] = o.capture_io_attribution_context
    if o.extensible_virtual_disk_type is not None:
        d0["ExtensibleVirtualDiskType"] = o.extensible_virtual_disk_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_state(d: Any) -> Any:
    """A `GuestState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_state_draft()
    n = 0
    if "GuestStateFilePath" in d:
        n += 1
        v = d["GuestStateFilePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.guest_state_file_path = v
    else:
        o.guest_state_file_path = None
    if "RuntimeStateFilePath" in d:
        n += 1
        v = d["RuntimeStateFilePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_state_file_path = v
    else:
        o.runtime_state_file_path = None
    if "ForceTransientState" in d:
        n += 1
        v = d["ForceTransientState"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.force_transient_state = v
    else:
        o.force_transient_state = None
    if "GuestStateFileType" in d:
        n += 1
        v = d["GuestStateFileType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.guest_state_file_type = v
    else:
        o.guest_state_file_type = None
    o.unknown_members = leftover(GuestState, d) if n != len(d) else None
    o.__class__ = GuestState
    return o


def write_guest_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestState`."""
    d0: Any
    d0 = {}
    if o.guest_state_file_path is not None:
        d0["GuestStateFilePath"] = o.guest_state_file_path
    if o.runtime_state_file_path is not None:
        d0["RuntimeStateFilePath"] = o.runtime_state_file_path
    if o.force_transient_state is not None:
        d0["ForceTransientState"] = o.force_transient_state
    if o.guest_state_file_type is not None:
        d0["GuestStateFileType"] = o.guest_state_file_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nvram(d: Any) -> Any:
    """A `Nvram` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = nvram_draft()
    n = 0
    if "Vendors" in d:
        n += 1
        v = d["Vendors"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_nvram_vendor(x)
            v = r
        o.vendors = v
    else:
        o.vendors = None
    if "LastUpdateTime" in d:
        n += 1
        v = d["LastUpdateTime"]
        if v is not None:
            v = timestamp(v)
        o.last_update_time = v
    else:
        o.last_update_time = None
    o.unknown_members = leftover(Nvram, d) if n != len(d) else None
    o.__class__ = Nvram
    return o


def write_nvram(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Nvram`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.vendors
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.variables
            if v2 is not None:
                d2["Variables"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Vendors"] = r1
    v0 = o.last_update_time
    if v0 is not None:
        d0["LastUpdateTime"] = str(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nvram_variable(d: Any) -> Any:
    """A `NvramVariable` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = nvram_variable_draft()
    n = 0
    if "Attributes" in d:
        n += 1
        v = d["Attributes"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.attributes = v
    else:
        o.attributes = None
    if "Timestamp" in d:
        n += 1
        v = d["Timestamp"]
        if v is not None:
            v = timestamp(v)
        o.timestamp = v
    else:
        o.timestamp = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 255))
            v = r
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(NvramVariable, d) if n != len(d) else None
    o.__class__ = NvramVariable
    return o


def write_nvram_variable(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NvramVariable`."""
    d0: Any
    d0 = {}
    if o.attributes is not None:
        d0["Attributes"] = o.attributes
    v0 = o.timestamp
    if v0 is not None:
        d0["Timestamp"] = str(v0)
    v0 = o.data
    if v0 is not None:
        d0["Data"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nvram_vendor(d: Any) -> Any:
    """A `NvramVendor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = nvram_vendor_draft()
    n = 0
    if "Variables" in d:
        n += 1
        v = d["Variables"]
        if v is not None:
            v = open_value(v)
        o.variables = v
    else:
        o.variables = None
    o.unknown_members = leftover(NvramVendor, d) if n != len(d) or None in d.values() else None
    o.__class__ = NvramVendor
    return o


def write_nvram_vendor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NvramVendor`."""
    d0: Any
    d0 = {}
    v0 = o.variables
    if v0 is not None:
        d0["Variables"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_plan9(d: Any) -> Any:
    """A `Plan9` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = plan9_draft()
    n = 0
    if "Shares" in d:
        n += 1
        v = d["Shares"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_plan9_share(x))
            v = r
        o.shares = v
    else:
        o.shares = None
    o.unknown_members = leftover(Plan9, d) if n != len(d) else None
    o.__class__ = Plan9
    return o


def write_plan9(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Plan9`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.shares
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.access_name is not None:
                d2["AccessName"] = x1.access_name
            if x1.path is not None:
                d2["Path"] = x1.path
            if x1.port is not None:
                d2["Port"] = x1.port
            v2 = x1.allowed_files
            if v2 is not None:
                d2["AllowedFiles"] = [*v2]
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Shares"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_plan9_share(d: Any) -> Any:
    """A `Plan9Share` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = plan9_share_draft()
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "AccessName" in d:
        n += 1
        v = d["AccessName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.access_name = v
    else:
        o.access_name = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "AllowedFiles" in d:
        n += 1
        v = d["AllowedFiles"]
        if v is not None:
            v = texts(v)
        o.allowed_files = v
    else:
        o.allowed_files = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_plan9_share_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(Plan9Share, d) if n != len(d) else None
    o.__class__ = Plan9Share
    return o


def write_plan9_share(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Plan9Share`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    if o.access_name is not None:
        d0["AccessName"] = o.access_name
    if o.path is not None:
        d0["Path"] = o.path
    if o.port is not None:
        d0["Port"] = o.port
    v0 = o.allowed_files
    if v0 is not None:
        d0["AllowedFiles"] = [*v0]
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_restore_state(d: Any) -> Any:
    """A `RestoreState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = restore_state_draft()
    n = 0
    if "SaveStateFilePath" in d:
        n += 1
        v = d["SaveStateFilePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.save_state_file_path = v
    else:
        o.save_state_file_path = None
    if "TemplateSystemId" in d:
        n += 1
        v = d["TemplateSystemId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.template_system_id = v
    else:
        o.template_system_id = None
    o.unknown_members = leftover(RestoreState, d) if n != len(d) else None
    o.__class__ = RestoreState
    return o


def write_restore_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RestoreState`."""
    d0: Any
    d0 = {}
    if o.save_state_file_path is not None:
        d0["SaveStateFilePath"] = o.save_state_file_path
    if o.template_system_id is not None:
        d0["TemplateSystemId"] = o.template_system_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_runtime_state(d: Any) -> Any:
    """A `RuntimeState` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = runtime_state_draft()
    n = 0
    if "Version" in d:
        n += 1
        v = d["Version"]
        if v is not None:
            v = read_version(v)
        o.version = v
    else:
        o.version = None
    if "Devices" in d:
        n += 1
        v = d["Devices"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_runtime_state_device(x)
            v = r
        o.devices = v
    else:
        o.devices = None
    o.unknown_members = leftover(RuntimeState, d) if n != len(d) else None
    o.__class__ = RuntimeState
    return o


def write_runtime_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RuntimeState`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.version
    if v0 is not None:
        d0["Version"] = write_version(v0, settle)
    v0 = o.devices
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.version
            if v2 is not None:
                d2["Version"] = write_version(v2, settle)
            if x1.type is not None:
                d2["Type"] = x1.type
            v2 = x1.states
            if v2 is not None:
                r3 = {}
                for k3, x3 in v2.items():
                    r3[k3] = plain(x3, settle)
                d2["States"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Devices"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_runtime_state_device(d: Any) -> Any:
    """A `RuntimeStateDevice` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = runtime_state_device_draft()
    n = 0
    if "Version" in d:
        n += 1
        v = d["Version"]
        if v is not None:
            v = read_version(v)
        o.version = v
    else:
        o.version = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.type = v
    else:
        o.type = None
    if "States" in d:
        n += 1
        v = d["States"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = open_value(x)
            v = r
        o.states = v
    else:
        o.states = None
    o.unknown_members = leftover(RuntimeStateDevice, d) if n != len(d) else None
    o.__class__ = RuntimeStateDevice
    return o


def write_runtime_state_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RuntimeStateDevice`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.version
    if v0 is not None:
        d0["Version"] = write_version(v0, settle)
    if o.type is not None:
        d0["Type"] = o.type
    v0 = o.states
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            r1[k1] = plain(x1, settle)
        d0["States"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_scsi(d: Any) -> Any:
    """A `Scsi` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = scsi_draft()
    n = 0
    if "Attachments" in d:
        n += 1
        v = d["Attachments"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 4294967295)
                r[k] = read_attachment(x)
            v = r
        o.attachments = v
    else:
        o.attachments = None
    if "DisableInterruptBatching" in d:
        n += 1
        v = d["DisableInterruptBatching"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_interrupt_batching = v
    else:
        o.disable_interrupt_batching = None
    o.unknown_members = leftover(Scsi, d) if n != len(d) else None
    o.__class__ = Scsi
    return o


def write_scsi(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Scsi`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.attachments
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            if x1.path is not None:
                d2["Path"] = x1.path
            v2 = x1.caching_mode
            if v2 is not None:
                d2["CachingMode"] = v2 if settle is None else settle(v2)
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            if x1.support_compressed_volumes is not None:
                d2["SupportCompressedVolumes"] = x1.support_compressed_volumes
            if x1.always_allow_sparse_files is not None:
                d2["AlwaysAllowSparseFiles"] = x1.always_allow_sparse_files
            if x1.support_encrypted_files is not None:
                d2["SupportEncryptedFiles"] = x1.support_encrypted_files
            if x1.ignore_flushes is not None:
                d2["IgnoreFlushes"] = x1.ignore_flushes
            if x1.no_write_hardening is not None:
                d2["NoWriteHardening"] = x1.no_write_hardening
            if x1.disable_expansion_optimization is not None:
                d2["DisableExpansionOptimization"] = x1.disable_expansion_optimization
            if x1.ignore_relative_locator is not None:
                d2["IgnoreRelativeLocator"] = x1.ignore_relative_locator
            if x1.capture_io_attribution_context is not None:
                d2["CaptureIoAttributionContext"] = x1.capture_io_attribution_context
            if x1.extensible_virtual_disk_type is not None:
                d2["ExtensibleVirtualDiskType"] = x1.extensible_virtual_disk_type
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Attachments"] = r1
    if o.disable_interrupt_batching is not None:
        d0["DisableInterruptBatching"] = o.disable_interrupt_batching
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_shared_memory_configuration(d: Any) -> Any:
    """A `SharedMemoryConfiguration` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = shared_memory_configuration_draft()
    n = 0
    if "Regions" in d:
        n += 1
        v = d["Regions"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_shared_memory_region(x))
            v = r
        o.regions = v
    else:
        o.regions = None
    o.unknown_members = leftover(SharedMemoryConfiguration, d) if n != len(d) else None
    o.__class__ = SharedMemoryConfiguration
    return o


def write_shared_memory_configuration(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SharedMemoryConfiguration`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.regions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.section_name is not None:
                d2["SectionName"] = x1.section_name
            if x1.start_offset is not None:
                d2["StartOffset"] = x1.start_offset
            if x1.length is not None:
                d2["Length"] = x1.length
            if x1.allow_guest_write is not None:
                d2["AllowGuestWrite"] = x1.allow_guest_write
            if x1.hidden_from_guest is not None:
                d2["HiddenFromGuest"] = x1.hidden_from_guest
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Regions"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_shared_memory_region(d: Any) -> Any:
    """A `SharedMemoryRegion` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = shared_memory_region_draft()
    n = 0
    if "SectionName" in d:
        n += 1
        v = d["SectionName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.section_name = v
    else:
        o.section_name = None
    if "StartOffset" in d:
        n += 1
        v = d["StartOffset"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.start_offset = v
    else:
        o.start_offset = None
    if "Length" in d:
        n += 1
        v = d["Length"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.length = v
    else:
        o.length = None
    if "AllowGuestWrite" in d:
        n += 1
        v = d["AllowGuestWrite"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.allow_guest_write = v
    else:
        o.allow_guest_write = None
    if "HiddenFromGuest" in d:
        n += 1
        v = d["HiddenFromGuest"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.hidden_from_guest = v
    else:
        o.hidden_from_guest = None
    o.unknown_members = leftover(SharedMemoryRegion, d) if n != len(d) else None
    o.__class__ = SharedMemoryRegion
    return o


def write_shared_memory_region(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SharedMemoryRegion`."""
    d0: Any
    d0 = {}
    if o.section_name is not None:
        d0["SectionName"] = o.section_name
    if o.start_offset is not None:
        d0["StartOffset"] = o.start_offset
    if o.length is not None:
        d0["Length"] = o.length
    if o.allow_guest_write is not None:
        d0["AllowGuestWrite"] = o.allow_guest_write
    if o.hidden_from_guest is not None:
        d0["HiddenFromGuest"] = o.hidden_from_guest
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_shared_memory_region_info(d: Any) -> Any:
    """A `SharedMemoryRegionInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = shared_memory_region_info_draft()
    n = 0
    if "SectionName" in d:
        n += 1
        v = d["SectionName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.section_name = v
    else:
        o.section_name = None
    if "GuestPhysicalAddress" in d:
        n += 1
        v = d["GuestPhysicalAddress"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.guest_physical_address = v
    else:
        o.guest_physical_address = None
    o.unknown_members = leftover(SharedMemoryRegionInfo, d) if n != len(d) else None
    o.__class__ = SharedMemoryRegionInfo
    return o


def write_shared_memory_region_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SharedMemoryRegionInfo`."""
    d0: Any
    d0 = {}
    if o.section_name is not None:
        d0["SectionName"] = o.section_name
    if o.guest_physical_address is not None:
        d0["GuestPhysicalAddress"] = o.guest_physical_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_pmem_controller(d: Any) -> Any:
    """A `VirtualPMemController` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = virtual_pmem_controller_draft()
    n = 0
    if "Devices" in d:
        n += 1
        v = d["Devices"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 255)
                r[k] = read_virtual_pmem_device(x)
            v = r
        o.devices = v
    else:
        o.devices = None
    if "MaximumCount" in d:
        n += 1
        v = d["MaximumCount"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.maximum_count = v
    else:
        o.maximum_count = None
    if "MaximumSizeBytes" in d:
        n += 1
        v = d["MaximumSizeBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.maximum_size_bytes = v
    else:
        o.maximum_size_bytes = None
    if "Backing" in d:
        n += 1
        v = d["Backing"]
        if type(v) is str:
            v = known_virtual_pmem_backing_type(v, v)
        elif v is not None:
            raise Mismatch
        o.backing = v
    else:
        o.backing = None
    o.unknown_members = leftover(VirtualPMemController, d) if n != len(d) else None
    o.__class__ = VirtualPMemController
    return o


def write_virtual_pmem_controller(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualPMemController`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    v0 = o.devices
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            if x1.read_only is not None:
                d2["ReadOnly"] = x1.read_only
            v2 = x1.image_format
            if v2 is not None:
                d2["ImageFormat"] = v2 if settle is None else settle(v2)
            if x1.size_bytes is not None:
                d2["SizeBytes"] = x1.size_bytes
            v2 = x1.mappings
            if v2 is not None:
                r3 = {}
                for k3, x3 in v2.items():
                    d4 = {}
                    if x3.host_path is not None:
                        d4["HostPath"] = x3.host_path
                    v4 = x3.image_format
                    if v4 is not None:
                        d4["ImageFormat"] = v4 if settle is None else settle(v4)
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3[k3] = d4
                d2["Mappings"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Devices"] = r1
    if o.maximum_count is not None:
        d0["MaximumCount"] = o.maximum_count
    if o.maximum_size_bytes is not None:
        d0["MaximumSizeBytes"] = o.maximum_size_bytes
    v0 = o.backing
    if v0 is not None:
        d0["Backing"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_pmem_device(d: Any) -> Any:
    """A `VirtualPMemDevice` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = virtual_pmem_device_draft()
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "ImageFormat" in d:
        n += 1
        v = d["ImageFormat"]
        if type(v) is str:
            v = known_virtual_pmem_image_format(v, v)
        elif v is not None:
            raise Mismatch
        o.image_format = v
    else:
        o.image_format = None
    if "SizeBytes" in d:
        n += 1
        v = d["SizeBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.size_bytes = v
    else:
        o.size_bytes = None
    if "Mappings" in d:
        n += 1
        v = d["Mappings"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if k not in SMALL_NUMBERS:
                    number_key(k, 18446744073709551615)
                r[k] = read_virtual_pmem_mapping(x)
            v = r
        o.mappings = v
    else:
        o.mappings = None
    o.unknown_members = leftover(VirtualPMemDevice, d) if n != len(d) else None
    o.__class__ = VirtualPMemDevice
    return o


def write_virtual_pmem_device(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualPMemDevice`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    v0 = o.image_format
    if v0 is not None:
        d0["ImageFormat"] = v0 if settle is None else settle(v0)
    if o.size_bytes is not None:
        d0["SizeBytes"] = o.size_bytes
    v0 = o.mappings
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            if x1.host_path is not None:
                d2["HostPath"] = x1.host_path
            v2 = x1.image_format
            if v2 is not None:
                d2["ImageFormat"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["Mappings"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_pmem_mapping(d: Any) -> Any:
    """A `VirtualPMemMapping` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_pmem_mapping_draft()
    n = 0
    if "HostPath" in d:
        n += 1
        v = d["HostPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_path = v
    else:
        o.host_path = None
    if "ImageFormat" in d:
        n += 1
        v = d["ImageFormat"]
        if type(v) is str:
            v = known_virtual_pmem_image_format(v, v)
        elif v is not None:
            raise Mismatch
        o.image_format = v
    else:
        o.image_format = None
    o.unknown_members = leftover(VirtualPMemMapping, d) if n != len(d) else None
    o.__class__ = VirtualPMemMapping
    return o


def write_virtual_pmem_mapping(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualPMemMapping`."""
    d0: Any
    d0 = {}
    if o.host_path is not None:
        d0["HostPath"] = o.host_path
    v0 = o.image_format
    if v0 is not None:
        d0["ImageFormat"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_smb(d: Any) -> Any:
    """A `VirtualSmb` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = virtual_smb_draft()
    n = 0
    if "Shares" in d:
        n += 1
        v = d["Shares"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_virtual_smb_share(x))
            v = r
        o.shares = v
    else:
        o.shares = None
    if "DirectFileMappingInMB" in d:
        n += 1
        v = d["DirectFileMappingInMB"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.direct_file_mapping_in_mb = v
    else:
        o.direct_file_mapping_in_mb = None
    o.unknown_members = leftover(VirtualSmb, d) if n != len(d) else None
    o.__class__ = VirtualSmb
    return o


def write_virtual_smb(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualSmb`."""
    d0: Any
    d2: Any
    d3: Any
    r1: Any
    d0 = {}
    v0 = o.shares
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.path is not None:
                d2["Path"] = x1.path
            v2 = x1.allowed_files
            if v2 is not None:
                d2["AllowedFiles"] = [*v2]
            v2 = x1.options
            if v2 is not None:
                d3 = {}
                if v2.read_only is not None:
                    d3["ReadOnly"] = v2.read_only
                if v2.share_read is not None:
                    d3["ShareRead"] = v2.share_read
                if v2.cache_io is not None:
                    d3["CacheIo"] = v2.cache_io
                if v2.no_oplocks is not None:
                    d3["NoOplocks"] = v2.no_oplocks
                if v2.take_backup_privilege is not None:
                    d3["TakeBackupPrivilege"] = v2.take_backup_privilege
                if v2.use_share_root_identity is not None:
                    d3["UseShareRootIdentity"] = v2.use_share_root_identity
                if v2.no_directmap is not None:
                    d3["NoDirectmap"] = v2.no_directmap
                if v2.no_locks is not None:
                    d3["NoLocks"] = v2.no_locks
                if v2.no_dirnotify is not None:
                    d3["NoDirnotify"] = v2.no_dirnotify
                if v2.vm_shared_memory is not None:
                    d3["VmSharedMemory"] = v2.vm_shared_memory
                if v2.restrict_file_access is not None:
                    d3["RestrictFileAccess"] = v2.restrict_file_access
                if v2.force_level_ii_oplocks is not None:
                    d3["ForceLevelIIOplocks"] = v2.force_level_ii_oplocks
                if v2.reparse_base_layer is not None:
                    d3["ReparseBaseLayer"] = v2.reparse_base_layer
                if v2.pseudo_oplocks is not None:
                    d3["PseudoOplocks"] = v2.pseudo_oplocks
                if v2.non_cache_io is not None:
                    d3["NonCacheIo"] = v2.non_cache_io
                if v2.pseudo_dirnotify is not None:
                    d3["PseudoDirnotify"] = v2.pseudo_dirnotify
                if v2.single_file_mapping is not None:
                    d3["SingleFileMapping"] = v2.single_file_mapping
                if v2.support_cloud_files is not None:
                    d3["SupportCloudFiles"] = v2.support_cloud_files
                if v2.filter_encryption_attributes is not None:
                    d3["FilterEncryptionAttributes"] = v2.filter_encryption_attributes
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["Options"] = d3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Shares"] = r1
    if o.direct_file_mapping_in_mb is not None:
        d0["DirectFileMappingInMB"] = o.direct_file_mapping_in_mb
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_smb_share(d: Any) -> Any:
    """A `VirtualSmbShare` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_smb_share_draft()
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "AllowedFiles" in d:
        n += 1
        v = d["AllowedFiles"]
        if v is not None:
            v = texts(v)
        o.allowed_files = v
    else:
        o.allowed_files = None
    if "Options" in d:
        n += 1
        v = d["Options"]
        if v is not None:
            v = read_virtual_smb_share_options(v)
        o.options = v
    else:
        o.options = None
    o.unknown_members = leftover(VirtualSmbShare, d) if n != len(d) else None
    o.__class__ = VirtualSmbShare
    return o


def write_virtual_smb_share(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualSmbShare`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    if o.path is not None:
        d0["Path"] = o.path
    v0 = o.allowed_files
    if v0 is not None:
        d0["AllowedFiles"] = [*v0]
    v0 = o.options
    if v0 is not None:
        d1 = {}
        if v0.read_only is not None:
            d1["ReadOnly"] = v0.read_only
        if v0.share_read is not None:
            d1["ShareRead"] = v0.share_read
        if v0.cache_io is not None:
            d1["CacheIo"] = v0.cache_io
        if v0.no_oplocks is not None:
            d1["NoOplocks"] = v0.no_oplocks
        if v0.take_backup_privilege is not None:
            d1["TakeBackupPrivilege"] = v0.take_backup_privilege
        if v0.use_share_root_identity is not None:
            d1["UseShareRootIdentity"] = v0.use_share_root_identity
        if v0.no_directmap is not None:
            d1["NoDirectmap"] = v0.no_directmap
        if v0.no_locks is not None:
            d1["NoLocks"] = v0.no_locks
        if v0.no_dirnotify is not None:
            d1["NoDirnotify"] = v0.no_dirnotify
        if v0.vm_shared_memory is not None:
            d1["VmSharedMemory"] = v0.vm_shared_memory
        if v0.restrict_file_access is not None:
            d1["RestrictFileAccess"] = v0.restrict_file_access
        if v0.force_level_ii_oplocks is not None:
            d1["ForceLevelIIOplocks"] = v0.force_level_ii_oplocks
        if v0.reparse_base_layer is not None:
            d1["ReparseBaseLayer"] = v0.reparse_base_layer
        if v0.pseudo_oplocks is not None:
            d1["PseudoOplocks"] = v0.pseudo_oplocks
        if v0.non_cache_io is not None:
            d1["NonCacheIo"] = v0.non_cache_io
        if v0.pseudo_dirnotify is not None:
            d1["PseudoDirnotify"] = v0.pseudo_dirnotify
        if v0.single_file_mapping is not None:
            d1["SingleFileMapping"] = v0.single_file_mapping
        if v0.support_cloud_files is not None:
            d1["SupportCloudFiles"] = v0.support_cloud_files
        if v0.filter_encryption_attributes is not None:
            d1["FilterEncryptionAttributes"] = v0.filter_encryption_attributes
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Options"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_smb_share_options(d: Any) -> Any:
    """A `VirtualSmbShareOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_smb_share_options_draft()
    n = 0
    if "ReadOnly" in d:
        n += 1
        v = d["ReadOnly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.read_only = v
    else:
        o.read_only = None
    if "ShareRead" in d:
        n += 1
        v = d["ShareRead"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.share_read = v
    else:
        o.share_read = None
    if "CacheIo" in d:
        n += 1
        v = d["CacheIo"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.cache_io = v
    else:
        o.cache_io = None
    if "NoOplocks" in d:
        n += 1
        v = d["NoOplocks"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.no_oplocks = v
    else:
        o.no_oplocks = None
    if "TakeBackupPrivilege" in d:
        n += 1
        v = d["TakeBackupPrivilege"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.take_backup_privilege = v
    else:
        o.take_backup_privilege = None
    if "UseShareRootIdentity" in d:
        n += 1
        v = d["UseShareRootIdentity"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_share_root_identity = v
    else:
        o.use_share_root_identity = None
    if "NoDirectmap" in d:
        n += 1
        v = d["NoDirectmap"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.no_directmap = v
    else:
        o.no_directmap = None
    if "NoLocks" in d:
        n += 1
        v = d["NoLocks"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.no_locks = v
    else:
        o.no_locks = None
    if "NoDirnotify" in d:
        n += 1
        v = d["NoDirnotify"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.no_dirnotify = v
    else:
        o.no_dirnotify = None
    if "VmSharedMemory" in d:
        n += 1
        v = d["VmSharedMemory"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.vm_shared_memory = v
    else:
        o.vm_shared_memory = None
    if "RestrictFileAccess" in d:
        n += 1
        v = d["RestrictFileAccess"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.restrict_file_access = v
    else:
        o.restrict_file_access = None
    if "ForceLevelIIOplocks" in d:
        n += 1
        v = d["ForceLevelIIOplocks"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.force_level_ii_oplocks = v
    else:
        o.force_level_ii_oplocks = None
    if "ReparseBaseLayer" in d:
        n += 1
        v = d["ReparseBaseLayer"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.reparse_base_layer = v
    else:
        o.reparse_base_layer = None
    if "PseudoOplocks" in d:
        n += 1
        v = d["PseudoOplocks"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.pseudo_oplocks = v
    else:
        o.pseudo_oplocks = None
    if "NonCacheIo" in d:
        n += 1
        v = d["NonCacheIo"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.non_cache_io = v
    else:
        o.non_cache_io = None
    if "PseudoDirnotify" in d:
        n += 1
        v = d["PseudoDirnotify"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.pseudo_dirnotify = v
    else:
        o.pseudo_dirnotify = None
    if "SingleFileMapping" in d:
        n += 1
        v = d["SingleFileMapping"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.single_file_mapping = v
    else:
        o.single_file_mapping = None
    if "SupportCloudFiles" in d:
        n += 1
        v = d["SupportCloudFiles"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.support_cloud_files = v
    else:
        o.support_cloud_files = None
    if "FilterEncryptionAttributes" in d:
        n += 1
        v = d["FilterEncryptionAttributes"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.filter_encryption_attributes = v
    else:
        o.filter_encryption_attributes = None
    o.unknown_members = leftover(VirtualSmbShareOptions, d) if n != len(d) else None
    o.__class__ = VirtualSmbShareOptions
    return o


def write_virtual_smb_share_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualSmbShareOptions`."""
    d0: Any
    d0 = {}
    if o.read_only is not None:
        d0["ReadOnly"] = o.read_only
    if o.share_read is not None:
        d0["ShareRead"] = o.share_read
    if o.cache_io is not None:
        d0["CacheIo"] = o.cache_io
    if o.no_oplocks is not None:
        d0["NoOplocks"] = o.no_oplocks
    if o.take_backup_privilege is not None:
        d0["TakeBackupPrivilege"] = o.take_backup_privilege
    if o.use_share_root_identity is not None:
        d0["UseShareRootIdentity"] = o.use_share_root_identity
    if o.no_directmap is not None:
        d0["NoDirectmap"] = o.no_directmap
    if o.no_locks is not None:
        d0["NoLocks"] = o.no_locks
    if o.no_dirnotify is not None:
        d0["NoDirnotify"] = o.no_dirnotify
    if o.vm_shared_memory is not None:
        d0["VmSharedMemory"] = o.vm_shared_memory
    if o.restrict_file_access is not None:
        d0["RestrictFileAccess"] = o.restrict_file_access
    if o.force_level_ii_oplocks is not None:
        d0["ForceLevelIIOplocks"] = o.force_level_ii_oplocks
    if o.reparse_base_layer is not None:
        d0["ReparseBaseLayer"] = o.reparse_base_layer
    if o.pseudo_oplocks is not None:
        d0["PseudoOplocks"] = o.pseudo_oplocks
    if o.non_cache_io is not None:
        d0["NonCacheIo"] = o.non_cache_io
    if o.pseudo_dirnotify is not None:
        d0["PseudoDirnotify"] = o.pseudo_dirnotify
    if o.single_file_mapping is not None:
        d0["SingleFileMapping"] = o.single_file_mapping
    if o.support_cloud_files is not None:
        d0["SupportCloudFiles"] = o.support_cloud_files
    if o.filter_encryption_attributes is not None:
        d0["FilterEncryptionAttributes"] = o.filter_encryption_attributes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.Attachment": (read_attachment, write_attachment),
    "hcs.GuestState": (read_guest_state, write_guest_state),
    "hcs.Nvram": (read_nvram, write_nvram),
    "hcs.NvramVariable": (read_nvram_variable, write_nvram_variable),
    "hcs.NvramVendor": (read_nvram_vendor, write_nvram_vendor),
    "hcs.Plan9": (read_plan9, write_plan9),
    "hcs.Plan9Share": (read_plan9_share, write_plan9_share),
    "hcs.RestoreState": (read_restore_state, write_restore_state),
    "hcs.RuntimeState": (read_runtime_state, write_runtime_state),
    "hcs.RuntimeState_Device": (read_runtime_state_device, write_runtime_state_device),
    "hcs.Scsi": (read_scsi, write_scsi),
    "hcs.SharedMemoryConfiguration": (read_shared_memory_configuration, write_shared_memory_configuration),
    "hcs.SharedMemoryRegion": (read_shared_memory_region, write_shared_memory_region),
    "hcs.SharedMemoryRegionInfo": (read_shared_memory_region_info, write_shared_memory_region_info),
    "hcs.VirtualPMemController": (read_virtual_pmem_controller, write_virtual_pmem_controller),
    "hcs.VirtualPMemDevice": (read_virtual_pmem_device, write_virtual_pmem_device),
    "hcs.VirtualPMemMapping": (read_virtual_pmem_mapping, write_virtual_pmem_mapping),
    "hcs.VirtualSmb": (read_virtual_smb, write_virtual_smb),
    "hcs.VirtualSmbShare": (read_virtual_smb_share, write_virtual_smb_share),
    "hcs.VirtualSmbShareOptions": (read_virtual_smb_share_options, write_virtual_smb_share_options),
}
"""Reader and writer of each type, by published name."""
