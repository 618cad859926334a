"""How a virtual machine boots.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

class ApplySecureBootTemplateType(TextEnum):
    """Known values of `ApplySecureBootTemplateType`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ApplySecureBootTemplateType"

    SKIP = "Skip"
    APPLY = "Apply"


class SerialConsole(TextEnum):
    """Known values of `SerialConsole`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.SerialConsole"

    DEFAULT = "Default"
    DISABLED = "Disabled"
    COM_PORT1 = "ComPort1"
    COM_PORT2 = "ComPort2"


class UefiBootDevice(TextEnum):
    """Known values of `UefiBootDevice`.

    Since schema 2.0; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.UefiBootDevice"
    __newer__ = {"File": "2.1"}

    SCSI_DRIVE = "ScsiDrive"
    VMB_FS = "VmbFs"
    NETWORK = "Network"
    FILE = "File"


class Chipset(Document):
    """Firmware and identity of a virtual machine.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Chipset"

    uefi: Uefi | None = member(
        "Uefi", "Uefi", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Uefi, since 2.0."""

    is_num_lock_disabled: bool | None = member(
        "IsNumLockDisabled", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""

    base_board_serial_number: str | None = member(
        "BaseBoardSerialNumber", "string", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.0."""

    chassis_serial_number: str | None = member(
        "ChassisSerialNumber", "string", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.0."""

    chassis_asset_tag: str | None = member(
        "ChassisAssetTag", "string", "2.0", "docs dump hcsshim", default=None
    )
    """String, since 2.0."""

    enable_hibernation: bool | None = member(
        "EnableHibernation", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""

    use_utc: bool | None = member(
        "UseUtc", "bool", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """Bool, since 2.1."""

    linux_kernel_direct: LinuxKernelDirect | None = member(
        "LinuxKernelDirect", "LinuxKernelDirect", "2.2", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """LinuxKernelDirect, since 2.2."""

    firmware_file: FirmwareFile | None = member(
        "FirmwareFile", "FirmwareFile", None, "hcsshim", default=None
    )
    """FirmwareFile; known from hcsshim."""


class ConsoleImage(Document):
    """Document type `ConsoleImage`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ConsoleImage"

    image: bytes | None = member(
        "Image", "binary", "2.5", "docs dump", default=None
    )
    """Binary, since 2.5."""


class ConsoleImageQuery(Document):
    """Document type `ConsoleImageQuery`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ConsoleImageQuery"

    width: int | None = member(
        "Width", "uint16", "2.5", "docs dump", default=None
    )
    """uint16, since 2.5."""

    height: int | None = member(
        "Height", "uint16", "2.5", "docs dump", default=None
    )
    """uint16, since 2.5."""

    flags: int | None = member(
        "Flags", "uint32", "2.5", "docs dump", default=None
    )
    """uint32, since 2.5."""


class FirmwareFile(Document):
    """Document type `FirmwareFile`.

    Source: hcsshim.
    """

    __published__ = "hcs.FirmwareFile"

    parameters: bytes | None = member(
        "Parameters", "binary", None, "hcsshim", default=None
    )
    """Binary; known from hcsshim."""


class LinuxKernelDirect(Document):
    """A Linux kernel booted straight from host files.

    Since schema 2.2; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs.
    """

    __published__ = "hcs.LinuxKernelDirect"

    kernel_file_path: str | None = member(
        "KernelFilePath", "string", "2.2", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.2."""

    init_rd_path: str | None = member(
        "InitRdPath", "string", "2.2", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.2."""

    kernel_cmd_line: str | None = member(
        "KernelCmdLine", "string", "2.2", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.2."""


class SystemTime(Document):
    """A date and time, or a rule for one.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.SystemTime"

    year: int | None = member(
        "Year", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    month: int | None = member(
        "Month", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    day_of_week: int | None = member(
        "DayOfWeek", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    day: int | None = member(
        "Day", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    hour: int | None = member(
        "Hour", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    minute: int | None = member(
        "Minute", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    second: int | None = member(
        "Second", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16, since 2.1."""

    milliseconds: int | None = member(
        "Milliseconds", "uint16", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint16 (milliseconds), since 2.1."""


class TimeZoneInformation(Document):
    """A time zone with its daylight saving rules.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.TimeZoneInformation"

    bias: int | None = member(
        "Bias", "int32", "2.1", "docs dump hcsshim", default=None
    )
    """int32, since 2.1."""

    standard_name: str | None = member(
        "StandardName", "string", "2.1", "docs dump hcsshim", default=None
    )
    """String, since 2.1."""

    standard_date: SystemTime | None = member(
        "StandardDate", "SystemTime", "2.1", "docs dump hcsshim", default=None
    )
    """SystemTime, since 2.1."""

    standard_bias: int | None = member(
        "StandardBias", "int32", "2.1", "docs dump hcsshim", default=None
    )
    """int32, since 2.1."""

    daylight_name: str | None = member(
        "DaylightName", "string", "2.1", "docs dump hcsshim", default=None
    )
    """String, since 2.1."""

    daylight_date: SystemTime | None = member(
        "DaylightDate", "SystemTime", "2.1", "docs dump hcsshim", default=None
    )
    """SystemTime, since 2.1."""

    daylight_bias: int | None = member(
        "DaylightBias", "int32", "2.1", "docs dump hcsshim", default=None
    )
    """int32, since 2.1."""


class Uefi(Document):
    """UEFI firmware: what boots, and how it is verified.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.Uefi"

    enable_debugger: bool | None = member(
        "EnableDebugger", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    secure_boot_template_id: str | None = member(
        "SecureBootTemplateId", "guid", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Guid, since 2.0."""

    apply_secure_boot_template: ApplySecureBootTemplateType | str | None = member(
        "ApplySecureBootTemplate", "ApplySecureBootTemplateType", "2.3", "docs dump hcsshim zlayer", default=None
    )
    """ApplySecureBootTemplateType, since 2.3."""

    boot_this: UefiBootEntry | None = member(
        "BootThis", "UefiBootEntry", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """UefiBootEntry, since 2.0."""

    console: SerialConsole | str | None = member(
        "Console", "SerialConsole", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """SerialConsole, since 2.0."""

    stop_on_boot_failure: bool | None = member(
        "StopOnBootFailure", "bool", "2.2", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.2."""


class UefiBootEntry(Document):
    """One thing the firmware can boot.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.UefiBootEntry"

    device_type: UefiBootDevice | str | None = member(
        "DeviceType", "UefiBootDevice", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """UefiBootDevice, since 2.1."""

    device_path: str | None = member(
        "DevicePath", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """String, since 2.1."""

    disk_number: int | None = member(
        "DiskNumber", "uint16", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint16, since 2.1."""

    optional_data: str | None = member(
        "OptionalData", "string", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.1."""

    vmb_fs_root_path: str | None = member(
        "VmbFsRootPath", "string", "2.1", "docs dump hcsshim wsl hcs-rs", default=None
    )
    """String, since 2.1."""
