"""Reading and writing: how a virtual machine boots.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, guid, leftover, merged, to_base64
from hcsffi.documents.topic.firmware import ApplySecureBootTemplateType, Chipset, ConsoleImage, ConsoleImageQuery, FirmwareFile, LinuxKernelDirect, SerialConsole, SystemTime, TimeZoneInformation, Uefi, UefiBootDevice, UefiBootEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = chipset_draft()
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


def write_chipset(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Chipset`."""
    d0: Any
    d1: Any
    d2: Any
    d0 = {}
    v0 = o.uefi
    if v0 is not None:
        d1 = {}
        if v0.enable_debugger is not None:
            d1["EnableDebugger"] = v0.enable_debugger
        if v0.secure_boot_template_id is not None:
            d1["SecureBootTemplateId"] = v0.secure_boot_template_id
        v1 = v0.apply_secure_boot_template
        if v1 is not None:
            d1["ApplySecureBootTemplate"] = v1 if settle is None else settle(v1)
        v1 = v0.boot_this
        if v1 is not None:
            d2 = {}
            v2 = v1.device_type
            if v2 is not None:
                d2["DeviceType"] = v2 if settle is None else settle(v2)
            if v1.device_path is not None:
                d2["DevicePath"] = v1.device_path
            if v1.disk_number is not None:
                d2["DiskNumber"] = v1.disk_number
            if v1.optional_data is not None:
                d2["OptionalData"] = v1.optional_data
            if v1.vmb_fs_root_path is not None:
                d2["VmbFsRootPath"] = v1.vmb_fs_root_path
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["BootThis"] = d2
        v1 = v0.console
        if v1 is not None:
            d1["Console"] = v1 if settle is None else settle(v1)
        if v0.stop_on_boot_failure is not None:
            d1["StopOnBootFailure"] = v0.stop_on_boot_failure
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Uefi"] = d1
    if o.is_num_lock_disabled is not None:
        d0["IsNumLockDisabled"] = o.is_num_lock_disabled
    if o.base_board_serial_number is not None:
        d0["BaseBoardSerialNumber"] = o.base_board_serial_number
    if o.chassis_serial_number is not None:
        d0["ChassisSerialNumber"] = o.chassis_serial_number
    if o.chassis_asset_tag is not None:
        d0["ChassisAssetTag"] = o.chassis_asset_tag
    if o.enable_hibernation is not None:
        d0["EnableHibernation"] = o.enable_hibernation
    if o.use_utc is not None:
        d0["UseUtc"] = o.use_utc
    v0 = o.linux_kernel_direct
    if v0 is not None:
        d1 = {}
        if v0.kernel_file_path is not None:
            d1["KernelFilePath"] = v0.kernel_file_path
        if v0.init_rd_path is not None:
            d1["InitRdPath"] = v0.init_rd_path
        if v0.kernel_cmd_line is not None:
            d1["KernelCmdLine"] = v0.kernel_cmd_line
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["LinuxKernelDirect"] = d1
    v0 = o.firmware_file
    if v0 is not None:
        d1 = {}
        v1 = v0.parameters
        if v1 is not None:
            d1["Parameters"] = to_base64(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["FirmwareFile"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_console_image(d: Any) -> Any:
    """A `ConsoleImage` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = console_image_draft()
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


def write_console_image(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ConsoleImage`."""
    d0: Any
    d0 = {}
    v0 = o.image
    if v0 is not None:
        d0["Image"] = to_base64(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_console_image_query(d: Any) -> Any:
    """A `ConsoleImageQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = console_image_query_draft()
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


def write_console_image_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ConsoleImageQuery`."""
    d0: Any
    d0 = {}
    if o.width is not None:
        d0["Width"] = o.width
    if o.height is not None:
        d0["Height"] = o.height
    if o.flags is not None:
        d0["Flags"] = o.flags
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_firmware_file(d: Any) -> Any:
    """A `FirmwareFile` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = firmware_file_draft()
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


def write_firmware_file(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FirmwareFile`."""
    d0: Any
    d0 = {}
    v0 = o.parameters
    if v0 is not None:
        d0["Parameters"] = to_base64(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_linux_kernel_direct(d: Any) -> Any:
    """A `LinuxKernelDirect` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = linux_kernel_direct_draft()
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


def write_linux_kernel_direct(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LinuxKernelDirect`."""
    d0: Any
    d0 = {}
    if o.kernel_file_path is not None:
        d0["KernelFilePath"] = o.kernel_file_path
    if o.init_rd_path is not None:
        d0["InitRdPath"] = o.init_rd_path
    if o.kernel_cmd_line is not None:
        d0["KernelCmdLine"] = o.kernel_cmd_line
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_time(d: Any) -> Any:
    """A `SystemTime` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = system_time_draft()
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


def write_system_time(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemTime`."""
    d0: Any
    d0 = {}
    if o.year is not None:
        d0["Year"] = o.year
    if o.month is not None:
        d0["Month"] = o.month
    if o.day_of_week is not None:
        d0["DayOfWeek"] = o.day_of_week
    if o.day is not None:
        d0["Day"] = o.day
    if o.hour is not None:
        d0["Hour"] = o.hour
    if o.minute is not None:
        d0["Minute"] = o.minute
    if o.second is not None:
        d0["Second"] = o.second
    if o.milliseconds is not None:
        d0["Milliseconds"] = o.milliseconds
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_time_zone_information(d: Any) -> Any:
    """A `TimeZoneInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = time_zone_information_draft()
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


def write_time_zone_information(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `TimeZoneInformation`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.bias is not None:
        d0["Bias"] = o.bias
    if o.standard_name is not None:
        d0["StandardName"] = o.standard_name
    v0 = o.standard_date
    if v0 is not None:
        d1 = {}
        if v0.year is not None:
            d1["Year"] = v0.year
        if v0.month is not None:
            d1["Month"] = v0.month
        if v0.day_of_week is not None:
            d1["DayOfWeek"] = v0.day_of_week
        if v0.day is not None:
            d1["Day"] = v0.day
        if v0.hour is not None:
            d1["Hour"] = v0.hour
        if v0.minute is not None:
            d1["Minute"] = v0.minute
        if v0.second is not None:
            d1["Second"] = v0.second
        if v0.milliseconds is not None:
            d1["Milliseconds"] = v0.milliseconds
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["StandardDate"] = d1
    if o.standard_bias is not None:
        d0["StandardBias"] = o.standard_bias
    if o.daylight_name is not None:
        d0["DaylightName"] = o.daylight_name
    v0 = o.daylight_date
    if v0 is not None:
        d1 = {}
        if v0.year is not None:
            d1["Year"] = v0.year
        if v0.month is not None:
            d1["Month"] = v0.month
        if v0.day_of_week is not None:
            d1["DayOfWeek"] = v0.day_of_week
        if v0.day is not None:
            d1["Day"] = v0.day
        if v0.hour is not None:
            d1["Hour"] = v0.hour
        if v0.minute is not None:
            d1["Minute"] = v0.minute
        if v0.second is not None:
            d1["Second"] = v0.second
        if v0.milliseconds is not None:
            d1["Milliseconds"] = v0.milliseconds
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["DaylightDate"] = d1
    if o.daylight_bias is not None:
        d0["DaylightBias"] = o.daylight_bias
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_uefi(d: Any) -> Any:
    """A `Uefi` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = uefi_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_uefi(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Uefi`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.enable_debugger is not None:
        d0["EnableDebugger"] = o.enable_debugger
    if o.secure_boot_template_id is not None:
        d0["SecureBootTemplateId"] = o.secure_boot_template_id
    v0 = o.apply_secure_boot_template
    if v0 is not None:
        d0["ApplySecureBootTemplate"] = v0 if settle is None else settle(v0)
    v0 = o.boot_this
    if v0 is not None:
        d1 = {}
        v1 = v0.device_type
        if v1 is not None:
            d1["DeviceType"] = v1 if settle is None else settle(v1)
        if v0.device_path is not None:
            d1["DevicePath"] = v0.device_path
        if v0.disk_number is not None:
            d1["DiskNumber"] = v0.disk_number
        if v0.optional_data is not None:
            d1["OptionalData"] = v0.optional_data
        if v0.vmb_fs_root_path is not None:
            d1["VmbFsRootPath"] = v0.vmb_fs_root_path
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["BootThis"] = d1
    v0 = o.console
    if v0 is not None:
        d0["Console"] = v0 if settle is None else settle(v0)
    if o.stop_on_boot_failure is not None:
        d0["StopOnBootFailure"] = o.stop_on_boot_failure
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_uefi_boot_entry(d: Any) -> Any:
    """A `UefiBootEntry` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = uefi_boot_entry_draft()
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


def write_uefi_boot_entry(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `UefiBootEntry`."""
    d0: Any
    d0 = {}
    v0 = o.device_type
    if v0 is not None:
        d0["DeviceType"] = v0 if settle is None else settle(v0)
    if o.device_path is not None:
        d0["DevicePath"] = o.device_path
    if o.disk_number is not None:
        d0["DiskNumber"] = o.disk_number
    if o.optional_data is not None:
        d0["OptionalData"] = o.optional_data
    if o.vmb_fs_root_path is not None:
        d0["VmbFsRootPath"] = o.vmb_fs_root_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
