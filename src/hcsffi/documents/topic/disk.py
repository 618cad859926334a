"""Disks, persistent memory and shares of a virtual machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@define(frozen=True, kw_only=True)
class Scsi(Document, published="hcs.Scsi", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """One SCSI controller with what is attached to it."""

    # map-key: dump map<string,Attachment>; hcsshim map<string,Attachment>; wsl map<string,Attachment>; zlayer map<string,Attachment>; the
    # key text must parse as the published type.
    attachments: Mapping[str, Attachment] | None = member(
        "Attachments", "map<uint32,Attachment>", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Key is the LUN."
    )
    disable_interrupt_batching: bool | None = member("DisableInterruptBatching", "bool", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class Attachment(Document, published="hcs.Attachment", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """A disk or image at one logical unit."""

    # enum-as-string: hcsshim string; zlayer string; the published enum is kept, unknown texts pass.
    type: AttachmentType | None = member("Type", "AttachmentType", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    path: str | None = member("Path", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Host path of the disk.")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    caching_mode: CachingMode | None = member("CachingMode", "CachingMode", "2.1", "docs dump hcsshim hcs-rs")
    read_only: bool | None = member("ReadOnly", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    support_compressed_volumes: bool | None = member("SupportCompressedVolumes", "bool", "2.3", "docs dump hcsshim wsl")
    always_allow_sparse_files: bool | None = member("AlwaysAllowSparseFiles", "bool", "2.6", "docs dump hcsshim wsl")
    support_encrypted_files: bool | None = member("SupportEncryptedFiles", "bool", "2.6", "docs dump wsl")
    ignore_flushes: bool | None = member("IgnoreFlushes", "bool", None, "hcsshim")
    no_write_hardening: bool | None = member("NoWriteHardening", "bool", None, "hcsshim")
    disable_expansion_optimization: bool | None = member("DisableExpansionOptimization", "bool", None, "hcsshim")
    ignore_relative_locator: bool | None = member("IgnoreRelativeLocator", "bool", None, "hcsshim")
    capture_io_attribution_context: bool | None = member("CaptureIoAttributionContext", "bool", None, "hcsshim")
    extensible_virtual_disk_type: str | None = member("ExtensibleVirtualDiskType", "string", None, "hcsshim")


class AttachmentType(TextEnum, published="hcs.AttachmentType", since="2.0", sources="docs dump wsl hcs-rs"):
    """What is attached to a logical unit."""

    VIRTUAL_DISK = "VirtualDisk"
    ISO = "Iso", "2.0", "docs dump hcs-rs"
    PASS_THRU = "PassThru"


class CachingMode(TextEnum, published="hcs.CachingMode", since="2.1", sources="docs dump hcs-rs"):
    """How the host caches an attached disk."""

    UNCACHED = "Uncached"
    CACHED = "Cached"
    READ_ONLY_CACHED = "ReadOnlyCached"


@define(frozen=True, kw_only=True)
class VirtualPMemController(Document, published="hcs.VirtualPMemController", since="2.0", sources="docs dump hcsshim wsl hcs-rs"):
    """Persistent memory of a virtual machine."""

    # map-key: dump map<string,VirtualPMemDevice>; hcsshim map<string,VirtualPMemDevice>; wsl map<string,VirtualPMemDevice>; the key text
    # must parse as the published type.
    devices: Mapping[str, VirtualPMemDevice] | None = member(
        "Devices", "map<uint8,VirtualPMemDevice>", "2.0", "docs dump hcsshim wsl hcs-rs"
    )
    # integer-width: hcsshim uint32; the published width is kept, narrower code was generated.
    maximum_count: int | None = member("MaximumCount", "uint8", "2.0", "docs dump hcsshim wsl hcs-rs")
    maximum_size_bytes: int | None = member("MaximumSizeBytes", "uint64", "2.0", "docs dump hcsshim wsl hcs-rs", unit="bytes")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    backing: VirtualPMemBackingType | None = member("Backing", "VirtualPMemBackingType", "2.1", "docs dump hcsshim wsl hcs-rs")


class VirtualPMemBackingType(TextEnum, published="hcs.VirtualPMemBackingType", since="2.1", sources="docs dump wsl hcs-rs"):
    """What kind of memory stands behind persistent memory."""

    VIRTUAL = "Virtual"
    PHYSICAL = "Physical"


@define(frozen=True, kw_only=True)
class VirtualPMemDevice(Document, published="hcs.VirtualPMemDevice", since="2.0", sources="docs dump hcsshim wsl hcs-rs"):
    """One persistent-memory device, backed by a host file."""

    host_path: str | None = member("HostPath", "string", "2.0", "docs dump hcsshim wsl hcs-rs")
    read_only: bool | None = member("ReadOnly", "bool", "2.0", "docs dump hcsshim wsl hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    image_format: VirtualPMemImageFormat | None = member("ImageFormat", "VirtualPMemImageFormat", "2.0", "docs dump hcsshim wsl hcs-rs")
    size_bytes: int | None = member("SizeBytes", "uint64", "2.2", "docs dump hcs-rs", unit="bytes")
    # map-key: dump map<string,VirtualPMemMapping>; the key text must parse as the published type.
    mappings: Mapping[str, VirtualPMemMapping] | None = member("Mappings", "map<uint64,VirtualPMemMapping>", "2.2", "docs dump hcs-rs")


class VirtualPMemImageFormat(TextEnum, published="hcs.VirtualPMemImageFormat", since="2.0", sources="docs dump wsl hcs-rs"):
    """Format of the host file behind persistent memory."""

    VHDX = "Vhdx"
    VHD1 = "Vhd1"


@define(frozen=True, kw_only=True)
class VirtualPMemMapping(Document, published="hcs.VirtualPMemMapping", since="2.2", sources="docs dump hcsshim hcs-rs"):
    """One host file mapped into a persistent-memory device."""

    host_path: str | None = member("HostPath", "string", "2.2", "docs dump hcsshim hcs-rs")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    image_format: VirtualPMemImageFormat | None = member("ImageFormat", "VirtualPMemImageFormat", "2.2", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class Plan9(Document, published="hcs.Plan9", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Plan 9 shares of host folders."""

    shares: Sequence[Plan9Share] | None = member("Shares", "array<Plan9Share>", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class Plan9Share(Document, published="hcs.Plan9Share", since="2.0", sources="docs dump hcsshim wsl hcs-rs"):
    """One host folder shared by Plan 9."""

    name: str | None = member("Name", "string", "2.0", "docs dump hcsshim wsl hcs-rs")
    access_name: str | None = member("AccessName", "string", "2.1", "docs dump hcsshim wsl hcs-rs")
    path: str | None = member("Path", "string", "2.0", "docs dump hcsshim wsl hcs-rs")
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    port: int | None = member("Port", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs")
    allowed_files: Sequence[str] | None = member("AllowedFiles", "array<string>", "2.2", "docs dump hcsshim hcs-rs")
    flags: Plan9ShareFlags | None = member(
        "Flags", "Plan9ShareFlags", None, "hcsshim wsl", "Bit field as a number; in hcsshim and WSL, not in the docs."
    )


class Plan9ShareFlags(FlagsEnum, published="hcs.Plan9ShareFlags", sources="hcsshim wsl"):
    """Bits that change how a Plan 9 share works."""

    NONE = 0, "None"
    READ_ONLY = 1, "ReadOnly"
    LINUX_METADATA = 4, "LinuxMetadata"
    CASE_SENSITIVE = 8, "CaseSensitive"
    USE_SHARE_ROOT_IDENTITY = 16, "UseShareRootIdentity"
    ALLOW_OPTIONS = 32, "AllowOptions"
    ALLOW_SUB_PATHS = 64, "AllowSubPaths"
    RESTRICT_FILE_ACCESS = 128, "RestrictFileAccess"
    UNLIMITED_CONNECTIONS = 256, "UnlimitedConnections"


@define(frozen=True, kw_only=True)
class VirtualSmb(Document, published="hcs.VirtualSmb", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """SMB shares of host folders, over the virtual machine bus."""

    shares: Sequence[VirtualSmbShare] | None = member("Shares", "array<VirtualSmbShare>", "2.1", "docs dump hcsshim hcs-rs zlayer")
    direct_file_mapping_in_mb: int | None = member("DirectFileMappingInMB", "int64", "2.1", "docs dump hcsshim hcs-rs zlayer", unit="MiB")


@define(frozen=True, kw_only=True)
class VirtualSmbShare(Document, published="hcs.VirtualSmbShare", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """One host folder shared by SMB."""

    name: str | None = member("Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    path: str | None = member("Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    allowed_files: Sequence[str] | None = member("AllowedFiles", "array<string>", "2.0", "docs dump hcsshim hcs-rs zlayer")
    options: VirtualSmbShareOptions | None = member("Options", "VirtualSmbShareOptions", "2.1", "docs dump hcsshim hcs-rs zlayer")


@define(frozen=True, kw_only=True)
class VirtualSmbShareOptions(Document, published="hcs.VirtualSmbShareOptions", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """How a share caches, locks and protects."""

    read_only: bool | None = member("ReadOnly", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    share_read: bool | None = member("ShareRead", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    cache_io: bool | None = member("CacheIo", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    no_oplocks: bool | None = member("NoOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    take_backup_privilege: bool | None = member("TakeBackupPrivilege", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    use_share_root_identity: bool | None = member("UseShareRootIdentity", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    no_directmap: bool | None = member("NoDirectmap", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    no_locks: bool | None = member("NoLocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    no_dirnotify: bool | None = member("NoDirnotify", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    vm_shared_memory: bool | None = member("VmSharedMemory", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    restrict_file_access: bool | None = member("RestrictFileAccess", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    force_level_ii_oplocks: bool | None = member("ForceLevelIIOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    reparse_base_layer: bool | None = member("ReparseBaseLayer", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    pseudo_oplocks: bool | None = member("PseudoOplocks", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    non_cache_io: bool | None = member("NonCacheIo", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    pseudo_dirnotify: bool | None = member("PseudoDirnotify", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    single_file_mapping: bool | None = member("SingleFileMapping", "bool", "2.1", "docs dump hcsshim hcs-rs zlayer")
    support_cloud_files: bool | None = member("SupportCloudFiles", "bool", "2.3", "docs dump")
    filter_encryption_attributes: bool | None = member("FilterEncryptionAttributes", "bool", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class SharedMemoryConfiguration(Document, published="hcs.SharedMemoryConfiguration", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Memory regions shared with the host."""

    regions: Sequence[SharedMemoryRegion] | None = member("Regions", "array<SharedMemoryRegion>", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class SharedMemoryRegion(Document, published="hcs.SharedMemoryRegion", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """One region of memory shared with the host."""

    section_name: str | None = member("SectionName", "string", "2.0", "docs dump hcsshim hcs-rs")
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 2 rows).
    start_offset: int | None = member("StartOffset", "uint64", "2.0", "docs dump hcsshim hcs-rs")
    length: int | None = member("Length", "uint64", "2.0", "docs dump hcsshim hcs-rs")
    allow_guest_write: bool | None = member("AllowGuestWrite", "bool", "2.0", "docs dump hcsshim hcs-rs")
    hidden_from_guest: bool | None = member("HiddenFromGuest", "bool", "2.0", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class SharedMemoryRegionInfo(Document, published="hcs.SharedMemoryRegionInfo", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Where a shared region lies in the guest."""

    section_name: str | None = member("SectionName", "string", "2.1", "docs dump hcsshim hcs-rs")
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    guest_physical_address: int | None = member("GuestPhysicalAddress", "uint64", "2.1", "docs dump hcsshim hcs-rs")
