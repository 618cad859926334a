"""Crashes of guests, and the dumps they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(frozen=True, kw_only=True)
class CrashReport(Document, published="hcs.CrashReport", since="2.1", sources="docs dump wsl hcs-rs"):
    """Guest crash details; also the input of the error-report function."""

    system_id: str | None = member("SystemId", "string", "2.1", "docs dump hcs-rs")
    activity_id: str | None = member("ActivityId", "guid", "2.1", "docs dump hcs-rs")
    windows_crash_info: WindowsCrashReport | None = member("WindowsCrashInfo", "WindowsCrashReport", "2.1", "docs dump hcs-rs")
    # since: first sdk 1809; the published version is kept, the older SDK is a back-port (the next 2 rows).
    crash_parameters: Sequence[int] | None = member("CrashParameters", "array<uint64>", "2.3", "docs dump hcs-rs")
    crash_log: str | None = member("CrashLog", "string", "2.3", "docs dump wsl hcs-rs")
    status: int | None = member("Status", "int32", "2.4", "docs dump")
    pre_os_id: int | None = member("PreOSId", "uint32", "2.4", "docs dump")
    crash_stack_unavailable: bool | None = member("CrashStackUnavailable", "bool", "2.4", "docs dump")
    guest_crash_save_info: GuestErrorSaveReport | None = member("GuestCrashSaveInfo", "GuestErrorSaveReport", None, "wsl")


@define(frozen=True, kw_only=True)
class WindowsCrashReport(Document, published="hcs.WindowsCrashReport", since="2.1", sources="docs dump hcs-rs"):
    """What a Windows guest told about its crash."""

    dump_file: str | None = member("DumpFile", "string", "2.1", "docs dump hcs-rs")
    os_major_version: int | None = member("OsMajorVersion", "uint32", "2.1", "docs dump hcs-rs")
    os_minor_version: int | None = member("OsMinorVersion", "uint32", "2.1", "docs dump hcs-rs")
    os_build_number: int | None = member("OsBuildNumber", "uint32", "2.1", "docs dump hcs-rs")
    os_service_pack_major_version: int | None = member("OsServicePackMajorVersion", "uint32", "2.1", "docs dump hcs-rs")
    os_service_pack_minor_version: int | None = member("OsServicePackMinorVersion", "uint32", "2.1", "docs dump hcs-rs")
    os_suite_mask: int | None = member("OsSuiteMask", "uint32", "2.1", "docs dump hcs-rs")
    os_product_type: int | None = member("OsProductType", "uint32", "2.1", "docs dump hcs-rs")
    status: int | None = member("Status", "int32", "2.1", "docs dump hcs-rs")
    final_phase: WindowsCrashPhase | None = member("FinalPhase", "WindowsCrashPhase", "2.1", "docs dump hcs-rs")


class WindowsCrashPhase(TextEnum, published="hcs.WindowsCrashPhase", since="2.1", sources="docs dump hcs-rs"):
    """How far a crashing Windows guest came."""

    INACTIVE = "Inactive"
    CRASH_VALUES = "CrashValues"
    STARTING = "Starting"
    STARTED = "Started"
    WRITING = "Writing"
    COMPLETE = "Complete"


@define(frozen=True, kw_only=True)
class GuestErrorSaveReport(Document, published="hcs.GuestErrorSaveReport", sources="wsl"):
    """The saved state of a guest that crashed."""

    save_state_file: str | None = member("SaveStateFile", "string", None, "wsl")
    status: int | None = member("Status", "int32", None, "wsl")


@define(frozen=True, kw_only=True)
class GuestCrashReporting(Document, published="hcs.GuestCrashReporting", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """What is collected when the guest crashes."""

    windows_crash_settings: WindowsCrashReporting | None = member(
        "WindowsCrashSettings", "WindowsCrashReporting", "2.0", "docs dump hcsshim hcs-rs zlayer"
    )


@define(frozen=True, kw_only=True)
class WindowsCrashReporting(Document, published="hcs.WindowsCrashReporting", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Where a Windows guest writes its crash dump."""

    dump_file_name: str | None = member("DumpFileName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    max_dump_size: int | None = member("MaxDumpSize", "int64", "2.0", "docs dump hcsshim hcs-rs zlayer")
    dump_type: str | None = member("DumpType", "string", None, "hcsshim zlayer")


@define(frozen=True, kw_only=True)
class ProcessDump(Document, published="hcs.ProcessDump", sources="hcs-rs"):
    """A dump to take of a process."""

    type: ProcessDumpType | None = member("Type", "ProcessDumpType", None, "hcs-rs")
    custom_dump_flags: int | None = member("CustomDumpFlags", "uint32", None, "hcs-rs")
    dump_file_name: str | None = member("DumpFileName", "string", None, "hcs-rs")


class ProcessDumpType(TextEnum, published="hcs.ProcessDumpType", sources="hcs-rs"):
    """How much a dump of a process holds."""

    NONE = "None"
    HEAP = "Heap"
    MINI = "Mini"
    CUSTOM = "Custom"
