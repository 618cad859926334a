"""Reading and writing: how a virtual machine boots.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, guid_text, leftover, merged, text_of, to_base64
from hcsffi.documents.topic.firmware import ApplySecureBootTemplateType, Chipset, ConsoleImage, ConsoleImageQuery, FirmwareFile, LinuxKernelDirect, SerialConsole, SystemTime, TimeZoneInformation, Uefi, UefiBootDevice, UefiBootEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
chipset_draft = draft(Chipset)
console_image_draft = draft(ConsoleImage)
console_image_query_draft = draft(ConsoleImageQuery)
firmware_file_draft = draft(FirmwareFile)
linux_kernel_direct_draft = draft(LinuxKernelDirect)
system_time_draft = draft(SystemTime)
time_zone_information_draft = draft(TimeZoneInformation)
uefi_draft = draft(Uefi)
uefi_boot_entry_draft = draft(UefiBootEntry)
known_apply_secure_boot_template_type = ApplySecureBootTemplateType._value2member_map_.get
known_serial_console = SerialConsole._value2member_map_.get
known_uefi_boot_device = UefiBootDevice._value2member_map_.get


def read_chipset(d: Any) -> Any:
    """A `Chipset` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(chipset_draft)
    n = 0
    if "Uefi" in d:
        n += 1
        v = d["Uefi"]
        if v is not None:
            v = read_uefi(v)
        o.uefi = v
    else:
        o.uefi = None
    if "IsNumLockDisabled" in d:
        n += 1
        v = d["IsNumLockDisabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_num_lock_disabled = v
    else:
        o.is_num_lock_disabled = None
    if "BaseBoardSerialNumber" in d:
        n += 1
        v = d["BaseBoardSerialNumber"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.base_board_serial_number = v
    else:
        o.base_board_serial_number = None
    if "ChassisSerialNumber" in d:
        n += 1
        v = d["ChassisSerialNumber"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.chassis_serial_number = v
    else:
        o.chassis_serial_number = None
    if "ChassisAssetTag" in d:
        n += 1
        v = d["ChassisAssetTag"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.chassis_asset_tag = v
    else:
        o.chassis_asset_tag = None
    if "EnableHibernation" in d:
        n += 1
        v = d["EnableHibernation"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_hibernation = v
    else:
        o.enable_hibernation = None
    if "UseUtc" in d:
        n += 1
        v = d["UseUtc"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_utc = v
    else:
        o.use_utc = None
    if "LinuxKernelDirect" in d:
        n += 1
        v = d["LinuxKernelDirect"]
        if v is not None:
            v = read_linux_kernel_direct(v)
        o.linux_kernel_direct = v
    else:
        o.linux_kernel_direct = None
    if "FirmwareFile" in d:
        n += 1
        v = d["FirmwareFile"]
        if v is not None:
            v = read_firmware_file(v)
        o.firmware_file = v
    else:
        o.firmware_file = None
    o.unknown_members = leftover(Chipset, d) if n != len(d) else None
    o.__class__ = Chipset
    return o


def write_chipset(o: Any) -> dict[str, Any]:
    """The JSON object of a `Chipset`."""
    d: dict[str, Any] = {}
    v = o.uefi
    if v is not None:
        d["Uefi"] = write_uefi(v)
    v = o.is_num_lock_disabled
    if v is not None:
        d["IsNumLockDisabled"] = v
    v = o.base_board_serial_number
    if v is not None:
        d["BaseBoardSerialNumber"] = v
    v = o.chassis_serial_number
    if v is not None:
        d["ChassisSerialNumber"] = v
    v = o.chassis_asset_tag
    if v is not None:
        d["ChassisAssetTag"] = v
    v = o.enable_hibernation
    if v is not None:
        d["EnableHibernation"] = v
    v = o.use_utc
    if v is not None:
        d["UseUtc"] = v
    v = o.linux_kernel_direct
    if v is not None:
        d["LinuxKernelDirect"] = write_linux_kernel_direct(v)
    v = o.firmware_file
    if v is not None:
        d["FirmwareFile"] = write_firmware_file(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_console_image(d: Any) -> Any:
    """A `ConsoleImage` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(console_image_draft)
    n = 0
    if "Image" in d:
        n += 1
        v = d["Image"]
        if v is not None:
            v = binary(v)
        o.image = v
    else:
        o.image = None
    o.unknown_members = leftover(ConsoleImage, d) if n != len(d) else None
    o.__class__ = ConsoleImage
    return o


def write_console_image(o: Any) -> dict[str, Any]:
    """The JSON object of a `ConsoleImage`."""
    d: dict[str, Any] = {}
    v = o.image
    if v is not None:
        d["Image"] = to_base64(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_console_image_query(d: Any) -> Any:
    """A `ConsoleImageQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(console_image_query_draft)
    n = 0
    if "Width" in d:
        n += 1
        v = d["Width"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.width = v
    else:
        o.width = None
    if "Height" in d:
        n += 1
        v = d["Height"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.height = v
    else:
        o.height = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(ConsoleImageQuery, d) if n != len(d) else None
    o.__class__ = ConsoleImageQuery
    return o


def write_console_image_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `ConsoleImageQuery`."""
    d: dict[str, Any] = {}
    v = o.width
    if v is not None:
        d["Width"] = v
    v = o.height
    if v is not None:
        d["Height"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_firmware_file(d: Any) -> Any:
    """A `FirmwareFile` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(firmware_file_draft)
    n = 0
    if "Parameters" in d:
        n += 1
        v = d["Parameters"]
        if v is not None:
            v = binary(v)
        o.parameters = v
    else:
        o.parameters = None
    o.unknown_members = leftover(FirmwareFile, d) if n != len(d) else None
    o.__class__ = FirmwareFile
    return o


def write_firmware_file(o: Any) -> dict[str, Any]:
    """The JSON object of a `FirmwareFile`."""
    d: dict[str, Any] = {}
    v = o.parameters
    if v is not None:
        d["Parameters"] = to_base64(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_linux_kernel_direct(d: Any) -> Any:
    """A `LinuxKernelDirect` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(linux_kernel_direct_draft)
    n = 0
    if "KernelFilePath" in d:
        n += 1
        v = d["KernelFilePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.kernel_file_path = v
    else:
        o.kernel_file_path = None
    if "InitRdPath" in d:
        n += 1
        v = d["InitRdPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.init_rd_path = v
    else:
        o.init_rd_path = None
    if "KernelCmdLine" in d:
        n += 1
        v = d["KernelCmdLine"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.kernel_cmd_line = v
    else:
        o.kernel_cmd_line = None
    o.unknown_members = leftover(LinuxKernelDirect, d) if n != len(d) else None
    o.__class__ = LinuxKernelDirect
    return o


def write_linux_kernel_direct(o: Any) -> dict[str, Any]:
    """The JSON object of a `LinuxKernelDirect`."""
    d: dict[str, Any] = {}
    v = o.kernel_file_path
    if v is not None:
        d["KernelFilePath"] = v
    v = o.init_rd_path
    if v is not None:
        d["InitRdPath"] = v
    v = o.kernel_cmd_line
    if v is not None:
        d["KernelCmdLine"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_system_time(d: Any) -> Any:
    """A `SystemTime` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(system_time_draft)
    n = 0
    if "Year" in d:
        n += 1
        v = d["Year"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.year = v
    else:
        o.year = None
    if "Month" in d:
        n += 1
        v = d["Month"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.month = v
    else:
        o.month = None
    if "DayOfWeek" in d:
        n += 1
        v = d["DayOfWeek"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.day_of_week = v
    else:
        o.day_of_week = None
    if "Day" in d:
        n += 1
        v = d["Day"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.day = v
    else:
        o.day = None
    if "Hour" in d:
        n += 1
        v = d["Hour"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.hour = v
    else:
        o.hour = None
    if "Minute" in d:
        n += 1
        v = d["Minute"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.minute = v
    else:
        o.minute = None
    if "Second" in d:
        n += 1
        v = d["Second"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.second = v
    else:
        o.second = None
    if "Milliseconds" in d:
        n += 1
        v = d["Milliseconds"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.milliseconds = v
    else:
        o.milliseconds = None
    o.unknown_members = leftover(SystemTime, d) if n != len(d) else None
    o.__class__ = SystemTime
    return o


def write_system_time(o: Any) -> dict[str, Any]:
    """The JSON object of a `SystemTime`."""
    d: dict[str, Any] = {}
    v = o.year
    if v is not None:
        d["Year"] = v
    v = o.month
    if v is not None:
        d["Month"] = v
    v = o.day_of_week
    if v is not None:
        d["DayOfWeek"] = v
    v = o.day
    if v is not None:
        d["Day"] = v
    v = o.hour
    if v is not None:
        d["Hour"] = v
    v = o.minute
    if v is not None:
        d["Minute"] = v
    v = o.second
    if v is not None:
        d["Second"] = v
    v = o.milliseconds
    if v is not None:
        d["Milliseconds"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_time_zone_information(d: Any) -> Any:
    """A `TimeZoneInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(time_zone_information_draft)
    n = 0
    if "Bias" in d:
        n += 1
        v = d["Bias"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.bias = v
    else:
        o.bias = None
    if "StandardName" in d:
        n += 1
        v = d["StandardName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.standard_name = v
    else:
        o.standard_name = None
    if "StandardDate" in d:
        n += 1
        v = d["StandardDate"]
        if v is not None:
            v = read_system_time(v)
        o.standard_date = v
    else:
        o.standard_date = None
    if "StandardBias" in d:
        n += 1
        v = d["StandardBias"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.standard_bias = v
    else:
        o.standard_bias = None
    if "DaylightName" in d:
        n += 1
        v = d["DaylightName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.daylight_name = v
    else:
        o.daylight_name = None
    if "DaylightDate" in d:
        n += 1
        v = d["DaylightDate"]
        if v is not None:
            v = read_system_time(v)
        o.daylight_date = v
    else:
        o.daylight_date = None
    if "DaylightBias" in d:
        n += 1
        v = d["DaylightBias"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.daylight_bias = v
    else:
        o.daylight_bias = None
    o.unknown_members = leftover(TimeZoneInformation, d) if n != len(d) else None
    o.__class__ = TimeZoneInformation
    return o


def write_time_zone_information(o: Any) -> dict[str, Any]:
    """The JSON object of a `TimeZoneInformation`."""
    d: dict[str, Any] = {}
    v = o.bias
    if v is not None:
        d["Bias"] = v
    v = o.standard_name
    if v is not None:
        d["StandardName"] = v
    v = o.standard_date
    if v is not None:
        d["StandardDate"] = write_system_time(v)
    v = o.standard_bias
    if v is not None:
        d["StandardBias"] = v
    v = o.daylight_name
    if v is not None:
        d["DaylightName"] = v
    v = o.daylight_date
    if v is not None:
        d["DaylightDate"] = write_system_time(v)
    v = o.daylight_bias
    if v is not None:
        d["DaylightBias"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_uefi(d: Any) -> Any:
    """A `Uefi` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(uefi_draft)
    n = 0
    if "EnableDebugger" in d:
        n += 1
        v = d["EnableDebugger"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_debugger = v
    else:
        o.enable_debugger = None
    if "SecureBootTemplateId" in d:
        n += 1
        v = d["SecureBootTemplateId"]
        if v is not None:
            v = guid_text(v)
        o.secure_boot_template_id = v
    else:
        o.secure_boot_template_id = None
    if "ApplySecureBootTemplate" in d:
        n += 1
        v = d["ApplySecureBootTemplate"]
        if type(v) is str:
            v = known_apply_secure_boot_template_type(v, v)
        elif v is not None:
            raise Mismatch
        o.apply_secure_boot_template = v
    else:
        o.apply_secure_boot_template = None
    if "BootThis" in d:
        n += 1
        v = d["BootThis"]
        if v is not None:
            v = read_uefi_boot_entry(v)
        o.boot_this = v
    else:
        o.boot_this = None
    if "Console" in d:
        n += 1
        v = d["Console"]
        if type(v) is str:
            v = known_serial_console(v, v)
        elif v is not None:
            raise Mismatch
        o.console = v
    else:
        o.console = None
    if "StopOnBootFailure" in d:
        n += 1
        v = d["StopOnBootFailure"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.stop_on_boot_failure = v
    else:
        o.stop_on_boot_failure = None
    o.unknown_members = leftover(Uefi, d) if n != len(d) else None
    o.__class__ = Uefi
    return o


def write_uefi(o: Any) -> dict[str, Any]:
    """The JSON object of a `Uefi`."""
    d: dict[str, Any] = {}
    v = o.enable_debugger
    if v is not None:
        d["EnableDebugger"] = v
    v = o.secure_boot_template_id
    if v is not None:
        d["SecureBootTemplateId"] = v
    v = o.apply_secure_boot_template
    if v is not None:
        d["ApplySecureBootTemplate"] = v if type(v) is str else text_of(v)
    v = o.boot_this
    if v is not None:
        d["BootThis"] = write_uefi_boot_entry(v)
    v = o.console
    if v is not None:
        d["Console"] = v if type(v) is str else text_of(v)
    v = o.stop_on_boot_failure
    if v is not None:
        d["StopOnBootFailure"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_uefi_boot_entry(d: Any) -> Any:
    """A `UefiBootEntry` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(uefi_boot_entry_draft)
    n = 0
    if "DeviceType" in d:
        n += 1
        v = d["DeviceType"]
        if type(v) is str:
            v = known_uefi_boot_device(v, v)
        elif v is not None:
            raise Mismatch
        o.device_type = v
    else:
        o.device_type = None
    if "DevicePath" in d:
        n += 1
        v = d["DevicePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.device_path = v
    else:
        o.device_path = None
    if "DiskNumber" in d:
        n += 1
        v = d["DiskNumber"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.disk_number = v
    else:
        o.disk_number = None
    if "OptionalData" in d:
        n += 1
        v = d["OptionalData"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.optional_data = v
    else:
        o.optional_data = None
    if "VmbFsRootPath" in d:
        n += 1
        v = d["VmbFsRootPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.vmb_fs_root_path = v
    else:
        o.vmb_fs_root_path = None
    o.unknown_members = leftover(UefiBootEntry, d) if n != len(d) else None
    o.__class__ = UefiBootEntry
    return o


def write_uefi_boot_entry(o: Any) -> dict[str, Any]:
    """The JSON object of a `UefiBootEntry`."""
    d: dict[str, Any] = {}
    v = o.device_type
    if v is not None:
        d["DeviceType"] = v if type(v) is str else text_of(v)
    v = o.device_path
    if v is not None:
        d["DevicePath"] = v
    v = o.disk_number
    if v is not None:
        d["DiskNumber"] = v
    v = o.optional_data
    if v is not None:
        d["OptionalData"] = v
    v = o.vmb_fs_root_path
    if v is not None:
        d["VmbFsRootPath"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.Chipset": (read_chipset, write_chipset),
    "hcs.ConsoleImage": (read_console_image, write_console_image),
    "hcs.ConsoleImageQuery": (read_console_image_query, write_console_image_query),
    "hcs.FirmwareFile": (read_firmware_file, write_firmware_file),
    "hcs.LinuxKernelDirect": (read_linux_kernel_direct, write_linux_kernel_direct),
    "hcs.SystemTime": (read_system_time, write_system_time),
    "hcs.TimeZoneInformation": (read_time_zone_information, write_time_zone_information),
    "hcs.Uefi": (read_uefi, write_uefi),
    "hcs.UefiBootEntry": (read_uefi_boot_entry, write_uefi_boot_entry),
}
"""Reader and writer of each type, by published name."""
