"""Disks, shares and saved state of a virtual machine.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.system import Version

class AttachmentType(TextEnum):
    """Known values of `AttachmentType`.

    Since schema 2.0; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.AttachmentType"

    VIRTUAL_DISK = "VirtualDisk"
    ISO = "Iso"
    PASS_THRU = "PassThru"


class CachingMode(TextEnum):
    """Known values of `CachingMode`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.CachingMode"

    UNCACHED = "Uncached"
    CACHED = "Cached"
    READ_ONLY_CACHED = "ReadOnlyCached"


class Plan9ShareFlags(FlagsEnum):
    """Known values of `Plan9ShareFlags`.

    Source: hcsshim, the WSL service.
    """

    __published__ = "hcs.Plan9ShareFlags"
    __texts__ = {"None": 0, "ReadOnly": 1, "LinuxMetadata": 4, "CaseSensitive": 8, "UseShareRootIdentity": 16, "AllowOptions": 32, "AllowSubPaths": 64, "RestrictFileAccess": 128, "UnlimitedConnections": 256}

    NONE = 0
    READ_ONLY = 1
    LINUX_METADATA = 4
    CASE_SENSITIVE = 8
    USE_SHARE_ROOT_IDENTITY = 16
    ALLOW_OPTIONS = 32
    ALLOW_SUB_PATHS = 64
    RESTRICT_FILE_ACCESS = 128
    UNLIMITED_CONNECTIONS = 256


class VirtualPMemBackingType(TextEnum):
    """Known values of `VirtualPMemBackingType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtualPMemBackingType"

    VIRTUAL = "Virtual"
    PHYSICAL = "Physical"


class VirtualPMemImageFormat(TextEnum):
    """Known values of `VirtualPMemImageFormat`.

    Since schema 2.0; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtualPMemImageFormat"

    VHDX = "Vhdx"
    VHD1 = "Vhd1"


class Attachment(Document):
    """A disk or image at one logical unit.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Attachment"

    type: AttachmentType | str | None = member(
        "Type", "AttachmentType", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """AttachmentType, since 2.0."""

    path: str | None = member(
        "Path", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Host path of the disk (string, since 2.0)."""

    caching_mode: CachingMode | str | None = member(
        "CachingMode", "CachingMode", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """CachingMode, since 2.1."""

    read_only: bool | None = member(
        "ReadOnly", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    support_compressed_volumes: bool | None = member(
        "SupportCompressedVolumes", "bool", "2.3", "docs dump hcsshim wsl", default=None
    )
    """Bool, since 2.3."""

    always_allow_sparse_files: bool | None = member(
        "AlwaysAllowSparseFiles", "bool", "2.6", "docs dump hcsshim wsl", default=None
    )
    """Bool, since 2.6."""

    support_encrypted_files: bool | None = member(
        "SupportEncryptedFiles", "bool", "2.6", "docs dump wsl", default=None
    )
    """Bool, since 2.6."""

    ignore_flushes: bool | None = member(
        "IgnoreFlushes", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    no_write_hardening: bool | None = member(
        "NoWriteHardening", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    disable_expansion_optimization: bool | None = member(
        "DisableExpansionOptimization", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    ignore_relative_locator: bool | None = member(
        "IgnoreRelativeLocator", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    capture_io_attribution_context: bool | None = member(
        "CaptureIoAttributionContext", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    extensible_virtual_disk_type: str | None = member(
        "ExtensibleVirtualDiskType", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class GuestState(Document):
    """Files with the firmware's and the runtime's state.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.GuestState"

    guest_state_file_path: str | None = member(
        "GuestStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.1."""

    runtime_state_file_path: str | None = member(
        "RuntimeStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    force_transient_state: bool | None = member(
        "ForceTransientState", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    guest_state_file_type: str | None = member(
        "GuestStateFileType", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""


class Nvram(Document):
    """Document type `Nvram`.

    Source: SDK schema dumps.
    """

    __published__ = "hcs.Nvram"

    vendors: Mapping[str, NvramVendor] | None = member(
        "Vendors", "map<string,NvramVendor>", None, "dump", default=None
    )
    """Map<string,NvramVendor>; known from SDK schema dumps."""

    last_update_time: Timestamp | None = member(
        "LastUpdateTime", "datetime", None, "dump", default=None
    )
    """Datetime; known from SDK schema dumps."""


class NvramVariable(Document):
    """Document type `NvramVariable`.

    Source: SDK schema dumps.
    """

    __published__ = "hcs.NvramVariable"

    attributes: int | None = member(
        "Attributes", "uint32", None, "dump", default=None
    )
    """uint32; known from SDK schema dumps."""

    timestamp: Timestamp | None = member(
        "Timestamp", "datetime", None, "dump", default=None
    )
    """Datetime; known from SDK schema dumps."""

    data: Sequence[int] | None = member(
        "Data", "array<uint8>", None, "dump", default=None
    )
    """Array<uint8>; known from SDK schema dumps."""


class NvramVendor(Document):
    """Document type `NvramVendor`.

    Source: SDK schema dumps.
    """

    __published__ = "hcs.NvramVendor"

    variables: Any | None = member(
        "Variables", "any", None, "dump", default=None
    )
    """Any; known from SDK schema dumps."""


class Plan9(Document):
    """Plan 9 shares of host folders.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.Plan9"

    shares: Sequence[Plan9Share] | None = member(
        "Shares", "array<Plan9Share>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<Plan9Share>, since 2.1."""


class Plan9Share(Document):
    """One host folder shared by Plan 9.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.Plan9Share"

    name: str | None = member(
        "Name", "string", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.0."""

    access_name: str | None = member(
        "AccessName", "string", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.1."""

    path: str | None = member(
        "Path", "string", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.0."""

    port: int | None = member(
        "Port", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """uint32, since 2.0."""

    allowed_files: Sequence[str] | None = member(
        "AllowedFiles", "array<string>", "2.2", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<string>, since 2.2."""

    flags: Plan9ShareFlags | int | str | None = member(
        "Flags", "Plan9ShareFlags", None, "hcsshim wsl", default=None
    )
    """Bit field as a number; in hcsshim and WSL, not in the docs (Plan9ShareFlags; known from hcsshim, the WSL service)."""


class RestoreState(Document):
    """Saved state a machine starts from.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.RestoreState"

    save_state_file_path: str | None = member(
        "SaveStateFilePath", "string", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.0."""

    template_system_id: str | None = member(
        "TemplateSystemId", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""


class RuntimeState(Document):
    """Document type `RuntimeState`.

    Source: SDK schema dumps.
    """

    __published__ = "hcs.RuntimeState"

    version: Version | None = member(
        "Version", "Version", None, "dump", default=None
    )
    """Version; known from SDK schema dumps."""

    devices: Mapping[str, RuntimeStateDevice] | None = member(
        "Devices", "map<string,RuntimeState_Device>", None, "dump", default=None
    )
    """Map<string,RuntimeState_Device>; known from SDK schema dumps."""


class RuntimeStateDevice(Document):
    """Document type `RuntimeState_Device`.

    Published name RuntimeState_Device; source: SDK schema dumps.
    """

    __published__ = "hcs.RuntimeState_Device"

    version: Version | None = member(
        "Version", "Version", None, "dump", default=None
    )
    """Version; known from SDK schema dumps."""

    type: str | None = member(
        "Type", "guid", None, "dump", default=None
    )
    """Guid; known from SDK schema dumps."""

    states: Mapping[str, Any] | None = member(
        "States", "map<string,any>", None, "dump", default=None
    )
    """Map<string,any>; known from SDK schema dumps."""


class Scsi(Document):
    """One SCSI controller with what is attached to it.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Scsi"

    attachments: Mapping[str, Attachment] | None = member(
        "Attachments", "map<uint32,Attachment>", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Key is the LUN (map<uint32,Attachment>, since 2.0)."""

    disable_interrupt_batching: bool | None = member(
        "DisableInterruptBatching", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""


class SharedMemoryConfiguration(Document):
    """Memory regions shared with the host.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.SharedMemoryConfiguration"

    regions: Sequence[SharedMemoryRegion] | None = member(
        "Regions", "array<SharedMemoryRegion>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<SharedMemoryRegion>, since 2.1."""


class SharedMemoryRegion(Document):
    """One region of memory shared with the host.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.SharedMemoryRegion"

    section_name: str | None = member(
        "SectionName", "string", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.0."""

    start_offset: int | None = member(
        "StartOffset", "uint64", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.0."""

    length: int | None = member(
        "Length", "uint64", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.0."""

    allow_guest_write: bool | None = member(
        "AllowGuestWrite", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""

    hidden_from_guest: bool | None = member(
        "HiddenFromGuest", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""


class SharedMemoryRegionInfo(Document):
    """Where a shared region lies in the guest.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.SharedMemoryRegionInfo"

    section_name: str | None = member(
        "SectionName", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    guest_physical_address: int | None = member(
        "GuestPhysicalAddress", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.1."""


class VirtualPMemController(Document):
    """Persistent memory of a virtual machine.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtualPMemController"

    devices: Mapping[str, VirtualPMemDevice] | None = member(
        "Devices", "map<uint8,VirtualPMemDevice>", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Map<uint8,VirtualPMemDevice>, since 2.0."""

    maximum_count: int | None = member(
        "MaximumCount", "uint8", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """uint8, since 2.0."""

    maximum_size_bytes: int | None = member(
        "MaximumSizeBytes", "uint64", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """uint64 (bytes), since 2.0."""

    backing: VirtualPMemBackingType | str | None = member(
        "Backing", "VirtualPMemBackingType", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """VirtualPMemBackingType, since 2.1."""


class VirtualPMemDevice(Document):
    """One persistent-memory device, backed by a host file.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.VirtualPMemDevice"

    host_path: str | None = member(
        "HostPath", "string", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.0."""

    read_only: bool | None = member(
        "ReadOnly", "bool", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Bool, since 2.0."""

    image_format: VirtualPMemImageFormat | str | None = member(
        "ImageFormat", "VirtualPMemImageFormat", "2.0", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """VirtualPMemImageFormat, since 2.0."""

    size_bytes: int | None = member(
        "SizeBytes", "uint64", "2.2", "docs dump hcs-rs", default=None
    )
    """uint64 (bytes), since 2.2."""

    mappings: Mapping[str, VirtualPMemMapping] | None = member(
        "Mappings", "map<uint64,VirtualPMemMapping>", "2.2", "docs dump hcs-rs", default=None
    )
    """Map<uint64,VirtualPMemMapping>, since 2.2."""


class VirtualPMemMapping(Document):
    """One host file mapped into a persistent-memory device.

    Since schema 2.2; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.VirtualPMemMapping"

    host_path: str | None = member(
        "HostPath", "string", "2.2", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.2."""

    image_format: VirtualPMemImageFormat | str | None = member(
        "ImageFormat", "VirtualPMemImageFormat", "2.2", "docs dump hcsshim hcs-rs", default=None
    )
    """VirtualPMemImageFormat, since 2.2."""


class VirtualSmb(Document):
    """SMB shares of host folders, over the virtual machine bus.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualSmb"

    shares: Sequence[VirtualSmbShare] | None = member(
        "Shares", "array<VirtualSmbShare>", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<VirtualSmbShare>, since 2.1."""

    direct_file_mapping_in_mb: int | None = member(
        "DirectFileMappingInMB", "int64", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """int64 (MiB), since 2.1."""


class VirtualSmbShare(Document):
    """One host folder shared by SMB.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualSmbShare"

    name: str | None = member(
        "Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    path: str | None = member(
        "Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    allowed_files: Sequence[str] | None = member(
        "AllowedFiles", "array<string>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<string>, since 2.0."""

    options: VirtualSmbShareOptions | None = member(
        "Options", "VirtualSmbShareOptions", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """VirtualSmbShareOptions, since 2.1."""


class VirtualSmbShareOptions(Document):
    """How a share caches, locks and protects.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualSmbShareOptions"

    read_only: bool | None = member(
        "ReadOnly", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    share_read: bool | None = member(
        "ShareRead", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    cache_io: bool | None = member(
        "CacheIo", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    no_oplocks: bool | None = member(
        "NoOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    take_backup_privilege: bool | None = member(
        "TakeBackupPrivilege", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    use_share_root_identity: bool | None = member(
        "UseShareRootIdentity", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    no_directmap: bool | None = member(
        "NoDirectmap", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    no_locks: bool | None = member(
        "NoLocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    no_dirnotify: bool | None = member(
        "NoDirnotify", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    vm_shared_memory: bool | None = member(
        "VmSharedMemory", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    restrict_file_access: bool | None = member(
        "RestrictFileAccess", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    force_level_ii_oplocks: bool | None = member(
        "ForceLevelIIOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    reparse_base_layer: bool | None = member(
        "ReparseBaseLayer", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    pseudo_oplocks: bool | None = member(
        "PseudoOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    non_cache_io: bool | None = member(
        "NonCacheIo", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    pseudo_dirnotify: bool | None = member(
        "PseudoDirnotify", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    single_file_mapping: bool | None = member(
        "SingleFileMapping", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.1."""

    support_cloud_files: bool | None = member(
        "SupportCloudFiles", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    filter_encryption_attributes: bool | None = member(
        "FilterEncryptionAttributes", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""
