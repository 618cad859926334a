"""How a virtual machine boots."""

from __future__ import annotations

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum


@define(frozen=True, kw_only=True)
class Chipset(Document, published="hcs.Chipset", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Firmware and identity of a virtual machine."""

    uefi: Uefi | None = member("Uefi", "Uefi", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    is_num_lock_disabled: bool | None = member("IsNumLockDisabled", "bool", "2.0", "docs dump hcsshim hcs-rs")
    base_board_serial_number: str | None = member("BaseBoardSerialNumber", "string", "2.0", "docs dump hcsshim hcs-rs")
    chassis_serial_number: str | None = member("ChassisSerialNumber", "string", "2.0", "docs dump hcsshim hcs-rs")
    chassis_asset_tag: str | None = member("ChassisAssetTag", "string", "2.0", "docs dump hcsshim")
    enable_hibernation: bool | None = member("EnableHibernation", "bool", "2.5", "docs dump")
    use_utc: bool | None = member("UseUtc", "bool", "2.1", "docs dump hcsshim wsl hcs-rs")
    linux_kernel_direct: LinuxKernelDirect | None = member("LinuxKernelDirect", "LinuxKernelDirect", "2.2", "docs dump hcsshim wsl hcs-rs")
    firmware_file: FirmwareFile | None = member("FirmwareFile", "FirmwareFile", None, "hcsshim")


@define(frozen=True, kw_only=True)
class Uefi(Document, published="hcs.Uefi", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """UEFI firmware: what boots, and how it is verified."""

    enable_debugger: bool | None = member("EnableDebugger", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    secure_boot_template_id: str | None = member("SecureBootTemplateId", "guid", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # enum-as-string: hcsshim string; zlayer string; the published enum is kept, unknown texts pass.
    apply_secure_boot_template: ApplySecureBootTemplateType | None = member(
        "ApplySecureBootTemplate", "ApplySecureBootTemplateType", "2.3", "docs dump hcsshim zlayer"
    )
    boot_this: UefiBootEntry | None = member("BootThis", "UefiBootEntry", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    # enum-as-string: hcsshim string; zlayer string; the published enum is kept, unknown texts pass.
    console: SerialConsole | None = member("Console", "SerialConsole", "2.0", "docs dump hcsshim hcs-rs zlayer")
    stop_on_boot_failure: bool | None = member("StopOnBootFailure", "bool", "2.2", "docs dump hcs-rs")


@define(frozen=True, kw_only=True)
class UefiBootEntry(Document, published="hcs.UefiBootEntry", since="2.1", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """One thing the firmware can boot."""

    # enum-as-string: hcsshim string; zlayer string; the published enum is kept, unknown texts pass.
    device_type: UefiBootDevice | None = member("DeviceType", "UefiBootDevice", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    device_path: str | None = member("DevicePath", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    # integer-width: hcsshim int32; zlayer uint32; the published width is kept, narrower code was generated.
    disk_number: int | None = member("DiskNumber", "uint16", "2.1", "docs dump hcsshim hcs-rs zlayer")
    optional_data: str | None = member("OptionalData", "string", "2.1", "docs dump hcsshim wsl hcs-rs")
    vmb_fs_root_path: str | None = member("VmbFsRootPath", "string", "2.1", "docs dump hcsshim wsl hcs-rs")


class UefiBootDevice(TextEnum, published="hcs.UefiBootDevice", since="2.0", sources="docs dump wsl hcs-rs"):
    """What kind of device the firmware boots from."""

    SCSI_DRIVE = "ScsiDrive", "2.0", "docs dump hcs-rs"
    VMB_FS = "VmbFs"
    NETWORK = "Network", "2.0", "docs dump hcs-rs"
    FILE = "File", "2.1", "docs dump hcs-rs"


class SerialConsole(TextEnum, published="hcs.SerialConsole", since="2.0", sources="docs dump hcs-rs"):
    """Where the firmware writes its console."""

    DEFAULT = "Default"
    DISABLED = "Disabled"
    COM_PORT1 = "ComPort1"
    COM_PORT2 = "ComPort2"


class ApplySecureBootTemplateType(TextEnum, published="hcs.ApplySecureBootTemplateType", since="2.3", sources="docs dump"):
    """Whether a secure boot template is applied."""

    SKIP = "Skip"
    APPLY = "Apply"


@define(frozen=True, kw_only=True)
class LinuxKernelDirect(Document, published="hcs.LinuxKernelDirect", since="2.2", sources="docs dump hcsshim wsl hcs-rs"):
    """A Linux kernel booted straight from host files."""

    kernel_file_path: str | None = member("KernelFilePath", "string", "2.2", "docs dump hcsshim wsl hcs-rs")
    init_rd_path: str | None = member("InitRdPath", "string", "2.2", "docs dump hcsshim wsl hcs-rs")
    kernel_cmd_line: str | None = member("KernelCmdLine", "string", "2.2", "docs dump hcsshim wsl hcs-rs")


@define(frozen=True, kw_only=True)
class FirmwareFile(Document, published="hcs.FirmwareFile", sources="hcsshim"):
    """Firmware from a file of the host."""

    parameters: bytes | None = member("Parameters", "binary", None, "hcsshim")


@define(frozen=True, kw_only=True)
class TimeZoneInformation(Document, published="hcs.TimeZoneInformation", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """A time zone with its daylight saving rules."""

    bias: int | None = member("Bias", "int32", "2.1", "docs dump hcsshim")
    standard_name: str | None = member("StandardName", "string", "2.1", "docs dump hcsshim")
    standard_date: SystemTime | None = member("StandardDate", "SystemTime", "2.1", "docs dump hcsshim")
    standard_bias: int | None = member("StandardBias", "int32", "2.1", "docs dump hcsshim")
    daylight_name: str | None = member("DaylightName", "string", "2.1", "docs dump hcsshim")
    daylight_date: SystemTime | None = member("DaylightDate", "SystemTime", "2.1", "docs dump hcsshim")
    daylight_bias: int | None = member("DaylightBias", "int32", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class SystemTime(Document, published="hcs.SystemTime", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """A date and time, or a rule for one."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 8 rows).
    year: int | None = member("Year", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    month: int | None = member("Month", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    day_of_week: int | None = member("DayOfWeek", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    day: int | None = member("Day", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    hour: int | None = member("Hour", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    minute: int | None = member("Minute", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    second: int | None = member("Second", "uint16", "2.1", "docs dump hcsshim hcs-rs")
    milliseconds: int | None = member("Milliseconds", "uint16", "2.1", "docs dump hcsshim hcs-rs", unit="ms")
