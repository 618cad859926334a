"""Reading and writing: processes inside a compute system.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, integer, leftover, merged, text, texts, timestamp
from hcsffi.documents.topic.process import CloseHandle, ConsoleSize, ModifyOperation, ProcessDetails, ProcessModifyRequest, ProcessParameters, ProcessSignal, ProcessStatus, SignalProcessOptions, StdHandle, StorageQoS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

close_handle_draft = draft(CloseHandle)
console_size_draft = draft(ConsoleSize)
process_details_draft = draft(ProcessDetails)
process_modify_request_draft = draft(ProcessModifyRequest)
process_parameters_draft = draft(ProcessParameters)
process_status_draft = draft(ProcessStatus)
signal_process_options_draft = draft(SignalProcessOptions)
storage_qos_draft = draft(StorageQoS)
known_modify_operation = ModifyOperation._value2member_map_.get
known_process_signal = ProcessSignal._value2member_map_.get
known_std_handle = StdHandle._value2member_map_.get


def read_close_handle(d: Any) -> Any:
    """A `CloseHandle` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = close_handle_draft()
    n = 0
    if "Handle" in d:
        n += 1
        v = d["Handle"]
        if type(v) is str:
            v = known_std_handle(v, v)
        elif v is not None:
            raise Mismatch
        o.handle = v
    else:
        o.handle = None
    o.unknown_members = leftover(CloseHandle, d) if n != len(d) else None
    o.__class__ = CloseHandle
    return o


def write_close_handle(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CloseHandle`."""
    d0: Any
    d0 = {}
    v0 = o.handle
    if v0 is not None:
        d0["Handle"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_console_size(d: Any) -> Any:
    """A `ConsoleSize` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = console_size_draft()
    n = 0
    if "Height" in d:
        n += 1
        v = d["Height"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.height = v
    else:
        o.height = None
    if "Width" in d:
        n += 1
        v = d["Width"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.width = v
    else:
        o.width = None
    o.unknown_members = leftover(ConsoleSize, d) if n != len(d) else None
    o.__class__ = ConsoleSize
    return o


def write_console_size(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ConsoleSize`."""
    d0: Any
    d0 = {}
    if o.height is not None:
        d0["Height"] = o.height
    if o.width is not None:
        d0["Width"] = o.width
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_details(d: Any) -> Any:
    """A `ProcessDetails` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_details_draft()
    n = 0
    if "ProcessId" in d:
        n += 1
        v = d["ProcessId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.process_id = v
    else:
        o.process_id = None
    if "ImageName" in d:
        n += 1
        v = d["ImageName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.image_name = v
    else:
        o.image_name = None
    if "CreateTimestamp" in d:
        n += 1
        v = d["CreateTimestamp"]
        if v is not None:
            v = timestamp(v)
        o.create_timestamp = v
    else:
        o.create_timestamp = None
    if "UserTime100ns" in d:
        n += 1
        v = d["UserTime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.user_time_100ns = v
    else:
        o.user_time_100ns = None
    if "KernelTime100ns" in d:
        n += 1
        v = d["KernelTime100ns"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.kernel_time_100ns = v
    else:
        o.kernel_time_100ns = None
    if "MemoryCommitBytes" in d:
        n += 1
        v = d["MemoryCommitBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_commit_bytes = v
    else:
        o.memory_commit_bytes = None
    if "MemoryWorkingSetPrivateBytes" in d:
        n += 1
        v = d["MemoryWorkingSetPrivateBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_working_set_private_bytes = v
    else:
        o.memory_working_set_private_bytes = None
    if "MemoryWorkingSetSharedBytes" in d:
        n += 1
        v = d["MemoryWorkingSetSharedBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.memory_working_set_shared_bytes = v
    else:
        o.memory_working_set_shared_bytes = None
    o.unknown_members = leftover(ProcessDetails, d) if n != len(d) else None
    o.__class__ = ProcessDetails
    return o


def write_process_details(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessDetails`."""
    d0: Any
    d0 = {}
    if o.process_id is not None:
        d0["ProcessId"] = o.process_id
    if o.image_name is not None:
        d0["ImageName"] = o.image_name
    v0 = o.create_timestamp
    if v0 is not None:
        d0["CreateTimestamp"] = str(v0)
    if o.user_time_100ns is not None:
        d0["UserTime100ns"] = o.user_time_100ns
    if o.kernel_time_100ns is not None:
        d0["KernelTime100ns"] = o.kernel_time_100ns
    if o.memory_commit_bytes is not None:
        d0["MemoryCommitBytes"] = o.memory_commit_bytes
    if o.memory_working_set_private_bytes is not None:
        d0["MemoryWorkingSetPrivateBytes"] = o.memory_working_set_private_bytes
    if o.memory_working_set_shared_bytes is not None:
        d0["MemoryWorkingSetSharedBytes"] = o.memory_working_set_shared_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_modify_request(d: Any) -> Any:
    """A `ProcessModifyRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_modify_request_draft()
    n = 0
    if "Operation" in d:
        n += 1
        v = d["Operation"]
        if type(v) is str:
            v = known_modify_operation(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "ConsoleSize" in d:
        n += 1
        v = d["ConsoleSize"]
        if v is not None:
            v = read_console_size(v)
        o.console_size = v
    else:
        o.console_size = None
    if "CloseHandle" in d:
        n += 1
        v = d["CloseHandle"]
        if v is not None:
            v = read_close_handle(v)
        o.close_handle = v
    else:
        o.close_handle = None
    o.unknown_members = leftover(ProcessModifyRequest, d) if n != len(d) else None
    o.__class__ = ProcessModifyRequest
    return o


def write_process_modify_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessModifyRequest`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.operation
    if v0 is not None:
        d0["Operation"] = v0 if settle is None else settle(v0)
    v0 = o.console_size
    if v0 is not None:
        d1 = {}
        if v0.height is not None:
            d1["Height"] = v0.height
        if v0.width is not None:
            d1["Width"] = v0.width
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ConsoleSize"] = d1
    v0 = o.close_handle
    if v0 is not None:
        d1 = {}
        v1 = v0.handle
        if v1 is not None:
            d1["Handle"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CloseHandle"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_parameters(d: Any) -> Any:
    """A `ProcessParameters` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = process_parameters_draft()
    n = 0
    if "ApplicationName" in d:
        n += 1
        v = d["ApplicationName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.application_name = v
    else:
        o.application_name = None
    if "CommandLine" in d:
        n += 1
        v = d["CommandLine"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.command_line = v
    else:
        o.command_line = None
    if "CommandArgs" in d:
        n += 1
        v = d["CommandArgs"]
        if v is not None:
            v = texts(v)
        o.command_args = v
    else:
        o.command_args = None
    if "User" in d:
        n += 1
        v = d["User"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.user = v
    else:
        o.user = None
    if "WorkingDirectory" in d:
        n += 1
        v = d["WorkingDirectory"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.working_directory = v
    else:
        o.working_directory = None
    if "Environment" in d:
        n += 1
        v = d["Environment"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = text(x)
            v = r
        o.environment = v
    else:
        o.environment = None
    if "RestrictedToken" in d:
        n += 1
        v = d["RestrictedToken"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.restricted_token = v
    else:
        o.restricted_token = None
    if "EmulateConsole" in d:
        n += 1
        v = d["EmulateConsole"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.emulate_console = v
    else:
        o.emulate_console = None
    if "CreateStdInPipe" in d:
        n += 1
        v = d["CreateStdInPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_in_pipe = v
    else:
        o.create_std_in_pipe = None
    if "CreateStdOutPipe" in d:
        n += 1
        v = d["CreateStdOutPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_out_pipe = v
    else:
        o.create_std_out_pipe = None
    if "CreateStdErrPipe" in d:
        n += 1
        v = d["CreateStdErrPipe"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.create_std_err_pipe = v
    else:
        o.create_std_err_pipe = None
    if "ConsoleSize" in d:
        n += 1
        v = d["ConsoleSize"]
        if v is not None:
            if type(v) is not list or len(v) != 2:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 65535))
            v = r
        o.console_size = v
    else:
        o.console_size = None
    if "UseExistingLogin" in d:
        n += 1
        v = d["UseExistingLogin"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_existing_login = v
    else:
        o.use_existing_login = None
    if "UseLegacyConsole" in d:
        n += 1
        v = d["UseLegacyConsole"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_legacy_console = v
    else:
        o.use_legacy_console = None
    o.unknown_members = leftover(ProcessParameters, d) if n != len(d) else None
    o.__class__ = ProcessParameters
    return o


def write_process_parameters(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessParameters`."""
    d0: Any
    d0 = {}
    if o.application_name is not None:
        d0["ApplicationName"] = o.application_name
    if o.command_line is not None:
        d0["CommandLine"] = o.command_line
    v0 = o.command_args
    if v0 is not None:
        d0["CommandArgs"] = [*v0]
    if o.user is not None:
        d0["User"] = o.user
    if o.working_directory is not None:
        d0["WorkingDirectory"] = o.working_directory
    v0 = o.environment
    if v0 is not None:
        d0["Environment"] = {**v0}
    if o.restricted_token is not None:
        d0["RestrictedToken"] = o.restricted_token
    if o.emulate_console is not None:
        d0["EmulateConsole"] = o.emulate_console
    if o.create_std_in_pipe is not None:
        d0["CreateStdInPipe"] = o.create_std_in_pipe
    if o.create_std_out_pipe is not None:
        d0["CreateStdOutPipe"] = o.create_std_out_pipe
    if o.create_std_err_pipe is not None:
        d0["CreateStdErrPipe"] = o.create_std_err_pipe
    v0 = o.console_size
    if v0 is not None:
        d0["ConsoleSize"] = [*v0]
    if o.use_existing_login is not None:
        d0["UseExistingLogin"] = o.use_existing_login
    if o.use_legacy_console is not None:
        d0["UseLegacyConsole"] = o.use_legacy_console
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_status(d: Any) -> Any:
    """A `ProcessStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_status_draft()
    n = 0
    if "ProcessId" in d:
        n += 1
        v = d["ProcessId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.process_id = v
    else:
        o.process_id = None
    if "Exited" in d:
        n += 1
        v = d["Exited"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.exited = v
    else:
        o.exited = None
    if "ExitCode" in d:
        n += 1
        v = d["ExitCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.exit_code = v
    else:
        o.exit_code = None
    if "LastWaitResult" in d:
        n += 1
        v = d["LastWaitResult"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.last_wait_result = v
    else:
        o.last_wait_result = None
    o.unknown_members = leftover(ProcessStatus, d) if n != len(d) else None
    o.__class__ = ProcessStatus
    return o


def write_process_status(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessStatus`."""
    d0: Any
    d0 = {}
    if o.process_id is not None:
        d0["ProcessId"] = o.process_id
    if o.exited is not None:
        d0["Exited"] = o.exited
    if o.exit_code is not None:
        d0["ExitCode"] = o.exit_code
    if o.last_wait_result is not None:
        d0["LastWaitResult"] = o.last_wait_result
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_signal_process_options(d: Any) -> Any:
    """A `SignalProcessOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = signal_process_options_draft()
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
    o.unknown_members = leftover(SignalProcessOptions, d) if n != len(d) else None
    o.__class__ = SignalProcessOptions
    return o


def write_signal_process_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SignalProcessOptions`."""
    d0: Any
    d0 = {}
    v0 = o.signal
    if v0 is not None:
        d0["Signal"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_storage_qos(d: Any) -> Any:
    """A `StorageQoS` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = storage_qos_draft()
    n = 0
    if "IopsMaximum" in d:
        n += 1
        v = d["IopsMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.iops_maximum = v
    else:
        o.iops_maximum = None
    if "BandwidthMaximum" in d:
        n += 1
        v = d["BandwidthMaximum"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bandwidth_maximum = v
    else:
        o.bandwidth_maximum = None
    o.unknown_members = leftover(StorageQoS, d) if n != len(d) else None
    o.__class__ = StorageQoS
    return o


def write_storage_qos(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `StorageQoS`."""
    d0: Any
    d0 = {}
    if o.iops_maximum is not None:
        d0["IopsMaximum"] = o.iops_maximum
    if o.bandwidth_maximum is not None:
        d0["BandwidthMaximum"] = o.bandwidth_maximum
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.CloseHandle": (read_close_handle, write_close_handle),
    "hcs.ConsoleSize": (read_console_size, write_console_size),
    "hcs.ProcessDetails": (read_process_details, write_process_details),
    "hcs.ProcessModifyRequest": (read_process_modify_request, write_process_modify_request),
    "hcs.ProcessParameters": (read_process_parameters, write_process_parameters),
    "hcs.ProcessStatus": (read_process_status, write_process_status),
    "hcs.SignalProcessOptions": (read_signal_process_options, write_signal_process_options),
    "hcs.StorageQoS": (read_storage_qos, write_storage_qos),
}
"""Reader and writer of each type, by published name."""
