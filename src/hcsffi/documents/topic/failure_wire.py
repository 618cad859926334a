"""Reading and writing: errors, exits and crash reports.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, integer, later, leftover, merged, text_of, timestamp
from hcsffi.documents.topic.failure import AttributionRecord, CrashReport, ErrorEvent, EventData, EventDataType, ExitInitiator, GuestCrash, GuestErrorSaveReport, NotificationType, OperationFailure, OperationFailureDetail, OperationFailureInfo, OperationInfo, OperationNotificationInfo, OperationProgress, OperationType, ProcessDump, ProcessDumpType, ResultError, SystemExit, SystemExitDetail, SystemExitStatus, TripleFault, VirtualDeviceFailure, VirtualDeviceFailureDetail, WindowsCrashPhase, WindowsCrashReport, WorkerExit, WorkerExitDetail, WorkerExitType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
attribution_record_draft = draft(AttributionRecord)
crash_report_draft = draft(CrashReport)
error_event_draft = draft(ErrorEvent)
event_data_draft = draft(EventData)
guest_crash_draft = draft(GuestCrash)
guest_error_save_report_draft = draft(GuestErrorSaveReport)
operation_failure_draft = draft(OperationFailure)
operation_failure_info_draft = draft(OperationFailureInfo)
operation_info_draft = draft(OperationInfo)
operation_notification_info_draft = draft(OperationNotificationInfo)
operation_progress_draft = draft(OperationProgress)
process_dump_draft = draft(ProcessDump)
result_error_draft = draft(ResultError)
system_exit_draft = draft(SystemExit)
system_exit_status_draft = draft(SystemExitStatus)
triple_fault_draft = draft(TripleFault)
virtual_device_failure_draft = draft(VirtualDeviceFailure)
windows_crash_report_draft = draft(WindowsCrashReport)
worker_exit_draft = draft(WorkerExit)
known_event_data_type = EventDataType._value2member_map_.get
known_exit_initiator = ExitInitiator._value2member_map_.get
known_notification_type = NotificationType._value2member_map_.get
known_operation_failure_detail = OperationFailureDetail._value2member_map_.get
known_operation_type = OperationType._value2member_map_.get
known_process_dump_type = ProcessDumpType._value2member_map_.get
known_system_exit_detail = SystemExitDetail._value2member_map_.get
known_virtual_device_failure_detail = VirtualDeviceFailureDetail._value2member_map_.get
known_windows_crash_phase = WindowsCrashPhase._value2member_map_.get
known_worker_exit_detail = WorkerExitDetail._value2member_map_.get
known_worker_exit_type = WorkerExitType._value2member_map_.get
read_inject_non_maskable_interrupt = later("hcsffi.documents.topic.machine_wire", "read_inject_non_maskable_interrupt", globals())
write_inject_non_maskable_interrupt = later("hcsffi.documents.topic.machine_wire", "write_inject_non_maskable_interrupt", globals())


def read_attribution_record(d: Any) -> Any:
    """A `AttributionRecord` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(attribution_record_draft)
    n = 0
    if "WorkerExit" in d:
        n += 1
        v = d["WorkerExit"]
        if v is not None:
            v = read_worker_exit(v)
        o.worker_exit = v
    else:
        o.worker_exit = None
    if "GuestCrash" in d:
        n += 1
        v = d["GuestCrash"]
        if v is not None:
            v = read_guest_crash(v)
        o.guest_crash = v
    else:
        o.guest_crash = None
    if "TripleFault" in d:
        n += 1
        v = d["TripleFault"]
        if v is not None:
            v = read_triple_fault(v)
        o.triple_fault = v
    else:
        o.triple_fault = None
    if "InjectNonMaskableInterrupt" in d:
        n += 1
        v = d["InjectNonMaskableInterrupt"]
        if v is not None:
            v = read_inject_non_maskable_interrupt(v)
        o.inject_non_maskable_interrupt = v
    else:
        o.inject_non_maskable_interrupt = None
    if "OperationFailure" in d:
        n += 1
        v = d["OperationFailure"]
        if v is not None:
            v = read_operation_failure(v)
        o.operation_failure = v
    else:
        o.operation_failure = None
    if "SystemExit" in d:
        n += 1
        v = d["SystemExit"]
        if v is not None:
            v = read_system_exit(v)
        o.system_exit = v
    else:
        o.system_exit = None
    if "VirtualDeviceFailure" in d:
        n += 1
        v = d["VirtualDeviceFailure"]
        if v is not None:
            v = read_virtual_device_failure(v)
        o.virtual_device_failure = v
    else:
        o.virtual_device_failure = None
    o.unknown_members = leftover(AttributionRecord, d) if n != len(d) else None
    o.__class__ = AttributionRecord
    return o


def write_attribution_record(o: Any) -> dict[str, Any]:
    """The JSON object of a `AttributionRecord`."""
    d: dict[str, Any] = {}
    v = o.worker_exit
    if v is not None:
        d["WorkerExit"] = write_worker_exit(v)
    v = o.guest_crash
    if v is not None:
        d["GuestCrash"] = write_guest_crash(v)
    v = o.triple_fault
    if v is not None:
        d["TripleFault"] = write_triple_fault(v)
    v = o.inject_non_maskable_interrupt
    if v is not None:
        d["InjectNonMaskableInterrupt"] = write_inject_non_maskable_interrupt(v)
    v = o.operation_failure
    if v is not None:
        d["OperationFailure"] = write_operation_failure(v)
    v = o.system_exit
    if v is not None:
        d["SystemExit"] = write_system_exit(v)
    v = o.virtual_device_failure
    if v is not None:
        d["VirtualDeviceFailure"] = write_virtual_device_failure(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_crash_report(d: Any) -> Any:
    """A `CrashReport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(crash_report_draft)
    n = 0
    if "SystemId" in d:
        n += 1
        v = d["SystemId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.system_id = v
    else:
        o.system_id = None
    if "ActivityId" in d:
        n += 1
        v = d["ActivityId"]
        if v is not None:
            v = guid_text(v)
        o.activity_id = v
    else:
        o.activity_id = None
    if "WindowsCrashInfo" in d:
        n += 1
        v = d["WindowsCrashInfo"]
        if v is not None:
            v = read_windows_crash_report(v)
        o.windows_crash_info = v
    else:
        o.windows_crash_info = None
    if "CrashParameters" in d:
        n += 1
        v = d["CrashParameters"]
        if v is not None:
            v = [integer(x, 0, 18446744073709551615) for x in array(v)]
        o.crash_parameters = v
    else:
        o.crash_parameters = None
    if "CrashLog" in d:
        n += 1
        v = d["CrashLog"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.crash_log = v
    else:
        o.crash_log = None
    if "Status" in d:
        n += 1
        v = d["Status"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.status = v
    else:
        o.status = None
    if "PreOSId" in d:
        n += 1
        v = d["PreOSId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.pre_os_id = v
    else:
        o.pre_os_id = None
    if "CrashStackUnavailable" in d:
        n += 1
        v = d["CrashStackUnavailable"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.crash_stack_unavailable = v
    else:
        o.crash_stack_unavailable = None
    if "GuestCrashSaveInfo" in d:
        n += 1
        v = d["GuestCrashSaveInfo"]
        if v is not None:
            v = read_guest_error_save_report(v)
        o.guest_crash_save_info = v
    else:
        o.guest_crash_save_info = None
    o.unknown_members = leftover(CrashReport, d) if n != len(d) else None
    o.__class__ = CrashReport
    return o


def write_crash_report(o: Any) -> dict[str, Any]:
    """The JSON object of a `CrashReport`."""
    d: dict[str, Any] = {}
    v = o.system_id
    if v is not None:
        d["SystemId"] = v
    v = o.activity_id
    if v is not None:
        d["ActivityId"] = v
    v = o.windows_crash_info
    if v is not None:
        d["WindowsCrashInfo"] = write_windows_crash_report(v)
    v = o.crash_parameters
    if v is not None:
        d["CrashParameters"] = [*v]
    v = o.crash_log
    if v is not None:
        d["CrashLog"] = v
    v = o.status
    if v is not None:
        d["Status"] = v
    v = o.pre_os_id
    if v is not None:
        d["PreOSId"] = v
    v = o.crash_stack_unavailable
    if v is not None:
        d["CrashStackUnavailable"] = v
    v = o.guest_crash_save_info
    if v is not None:
        d["GuestCrashSaveInfo"] = write_guest_error_save_report(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_error_event(d: Any) -> Any:
    """A `ErrorEvent` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(error_event_draft)
    n = 0
    if "Message" in d:
        n += 1
        v = d["Message"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.message = v
    else:
        o.message = None
    if "StackTrace" in d:
        n += 1
        v = d["StackTrace"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.stack_trace = v
    else:
        o.stack_trace = None
    if "Provider" in d:
        n += 1
        v = d["Provider"]
        if v is not None:
            v = guid_text(v)
        o.provider = v
    else:
        o.provider = None
    if "EventId" in d:
        n += 1
        v = d["EventId"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.event_id = v
    else:
        o.event_id = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "Source" in d:
        n += 1
        v = d["Source"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.source = v
    else:
        o.source = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = [read_event_data(x) for x in array(v)]
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(ErrorEvent, d) if n != len(d) else None
    o.__class__ = ErrorEvent
    return o


def write_error_event(o: Any) -> dict[str, Any]:
    """The JSON object of a `ErrorEvent`."""
    d: dict[str, Any] = {}
    v = o.message
    if v is not None:
        d["Message"] = v
    v = o.stack_trace
    if v is not None:
        d["StackTrace"] = v
    v = o.provider
    if v is not None:
        d["Provider"] = v
    v = o.event_id
    if v is not None:
        d["EventId"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v
    v = o.source
    if v is not None:
        d["Source"] = v
    v = o.data
    if v is not None:
        d["Data"] = [write_event_data(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_event_data(d: Any) -> Any:
    """A `EventData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(event_data_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_event_data_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Value" in d:
        n += 1
        v = d["Value"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.value = v
    else:
        o.value = None
    o.unknown_members = leftover(EventData, d) if n != len(d) else None
    o.__class__ = EventData
    return o


def write_event_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `EventData`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.value
    if v is not None:
        d["Value"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_crash(d: Any) -> Any:
    """A `GuestCrash` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_crash_draft)
    n = 0
    if "CrashParameters" in d:
        n += 1
        v = d["CrashParameters"]
        if v is not None:
            v = [integer(x, 0, 18446744073709551615) for x in array(v)]
        o.crash_parameters = v
    else:
        o.crash_parameters = None
    o.unknown_members = leftover(GuestCrash, d) if n != len(d) else None
    o.__class__ = GuestCrash
    return o


def write_guest_crash(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestCrash`."""
    d: dict[str, Any] = {}
    v = o.crash_parameters
    if v is not None:
        d["CrashParameters"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_error_save_report(d: Any) -> Any:
    """A `GuestErrorSaveReport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_error_save_report_draft)
    n = 0
    if "SaveStateFile" in d:
        n += 1
        v = d["SaveStateFile"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.save_state_file = v
    else:
        o.save_state_file = None
    if "Status" in d:
        n += 1
        v = d["Status"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.status = v
    else:
        o.status = None
    o.unknown_members = leftover(GuestErrorSaveReport, d) if n != len(d) else None
    o.__class__ = GuestErrorSaveReport
    return o


def write_guest_error_save_report(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestErrorSaveReport`."""
    d: dict[str, Any] = {}
    v = o.save_state_file
    if v is not None:
        d["SaveStateFile"] = v
    v = o.status
    if v is not None:
        d["Status"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_failure(d: Any) -> Any:
    """A `OperationFailure` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_failure_draft)
    n = 0
    if "Detail" in d:
        n += 1
        v = d["Detail"]
        if type(v) is str:
            v = known_operation_failure_detail(v, v)
        elif v is not None:
            raise Mismatch
        o.detail = v
    else:
        o.detail = None
    o.unknown_members = leftover(OperationFailure, d) if n != len(d) else None
    o.__class__ = OperationFailure
    return o


def write_operation_failure(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationFailure`."""
    d: dict[str, Any] = {}
    v = o.detail
    if v is not None:
        d["Detail"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_failure_info(d: Any) -> Any:
    """A `OperationFailureInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_failure_info_draft)
    n = 0
    if "Result" in d:
        n += 1
        v = d["Result"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.result = v
    else:
        o.result = None
    o.unknown_members = leftover(OperationFailureInfo, d) if n != len(d) else None
    o.__class__ = OperationFailureInfo
    return o


def write_operation_failure_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationFailureInfo`."""
    d: dict[str, Any] = {}
    v = o.result
    if v is not None:
        d["Result"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_info(d: Any) -> Any:
    """A `OperationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_info_draft)
    n = 0
    if "Operation" in d:
        n += 1
        v = d["Operation"]
        if type(v) is str:
            v = known_operation_type(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "StartTimestamp" in d:
        n += 1
        v = d["StartTimestamp"]
        if v is not None:
            v = timestamp(v)
        o.start_timestamp = v
    else:
        o.start_timestamp = None
    if "EndTimestamp" in d:
        n += 1
        v = d["EndTimestamp"]
        if v is not None:
            v = timestamp(v)
        o.end_timestamp = v
    else:
        o.end_timestamp = None
    if "FailureInfo" in d:
        n += 1
        v = d["FailureInfo"]
        if v is not None:
            v = read_operation_failure_info(v)
        o.failure_info = v
    else:
        o.failure_info = None
    o.unknown_members = leftover(OperationInfo, d) if n != len(d) else None
    o.__class__ = OperationInfo
    return o


def write_operation_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationInfo`."""
    d: dict[str, Any] = {}
    v = o.operation
    if v is not None:
        d["Operation"] = v if type(v) is str else text_of(v)
    v = o.start_timestamp
    if v is not None:
        d["StartTimestamp"] = str(v)
    v = o.end_timestamp
    if v is not None:
        d["EndTimestamp"] = str(v)
    v = o.failure_info
    if v is not None:
        d["FailureInfo"] = write_operation_failure_info(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_notification_info(d: Any) -> Any:
    """A `OperationNotificationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_notification_info_draft)
    n = 0
    o.unknown_members = leftover(OperationNotificationInfo, d) if n != len(d) else None
    o.__class__ = OperationNotificationInfo
    return o


def write_operation_notification_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationNotificationInfo`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_progress(d: Any) -> Any:
    """A `OperationProgress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_progress_draft)
    n = 0
    o.unknown_members = leftover(OperationProgress, d) if n != len(d) else None
    o.__class__ = OperationProgress
    return o


def write_operation_progress(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationProgress`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_process_dump(d: Any) -> Any:
    """A `ProcessDump` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(process_dump_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_process_dump_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "CustomDumpFlags" in d:
        n += 1
        v = d["CustomDumpFlags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.custom_dump_flags = v
    else:
        o.custom_dump_flags = None
    if "DumpFileName" in d:
        n += 1
        v = d["DumpFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dump_file_name = v
    else:
        o.dump_file_name = None
    o.unknown_members = leftover(ProcessDump, d) if n != len(d) else None
    o.__class__ = ProcessDump
    return o


def write_process_dump(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProcessDump`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.custom_dump_flags
    if v is not None:
        d["CustomDumpFlags"] = v
    v = o.dump_file_name
    if v is not None:
        d["DumpFileName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_result_error(d: Any) -> Any:
    """A `ResultError` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(result_error_draft)
    n = 0
    if "Error" in d:
        n += 1
        v = d["Error"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.error = v
    else:
        o.error = None
    if "ErrorMessage" in d:
        n += 1
        v = d["ErrorMessage"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.error_message = v
    else:
        o.error_message = None
    if "ErrorEvents" in d:
        n += 1
        v = d["ErrorEvents"]
        if v is not None:
            v = [read_error_event(x) for x in array(v)]
        o.error_events = v
    else:
        o.error_events = None
    if "Attribution" in d:
        n += 1
        v = d["Attribution"]
        if v is not None:
            v = [read_attribution_record(x) for x in array(v)]
        o.attribution = v
    else:
        o.attribution = None
    o.unknown_members = leftover(ResultError, d) if n != len(d) else None
    o.__class__ = ResultError
    return o


def write_result_error(o: Any) -> dict[str, Any]:
    """The JSON object of a `ResultError`."""
    d: dict[str, Any] = {}
    v = o.error
    if v is not None:
        d["Error"] = v
    v = o.error_message
    if v is not None:
        d["ErrorMessage"] = v
    v = o.error_events
    if v is not None:
        d["ErrorEvents"] = [write_error_event(x) for x in v]
    v = o.attribution
    if v is not None:
        d["Attribution"] = [write_attribution_record(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_system_exit(d: Any) -> Any:
    """A `SystemExit` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(system_exit_draft)
    n = 0
    if "Detail" in d:
        n += 1
        v = d["Detail"]
        if type(v) is str:
            v = known_system_exit_detail(v, v)
        elif v is not None:
            raise Mismatch
        o.detail = v
    else:
        o.detail = None
    if "Initiator" in d:
        n += 1
        v = d["Initiator"]
        if type(v) is str:
            v = known_exit_initiator(v, v)
        elif v is not None:
            raise Mismatch
        o.initiator = v
    else:
        o.initiator = None
    o.unknown_members = leftover(SystemExit, d) if n != len(d) else None
    o.__class__ = SystemExit
    return o


def write_system_exit(o: Any) -> dict[str, Any]:
    """The JSON object of a `SystemExit`."""
    d: dict[str, Any] = {}
    v = o.detail
    if v is not None:
        d["Detail"] = v if type(v) is str else text_of(v)
    v = o.initiator
    if v is not None:
        d["Initiator"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_system_exit_status(d: Any) -> Any:
    """A `SystemExitStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(system_exit_status_draft)
    n = 0
    if "Status" in d:
        n += 1
        v = d["Status"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.status = v
    else:
        o.status = None
    if "ExitType" in d:
        n += 1
        v = d["ExitType"]
        if type(v) is str:
            v = known_notification_type(v, v)
        elif v is not None:
            raise Mismatch
        o.exit_type = v
    else:
        o.exit_type = None
    if "Attribution" in d:
        n += 1
        v = d["Attribution"]
        if v is not None:
            v = [read_attribution_record(x) for x in array(v)]
        o.attribution = v
    else:
        o.attribution = None
    o.unknown_members = leftover(SystemExitStatus, d) if n != len(d) else None
    o.__class__ = SystemExitStatus
    return o


def write_system_exit_status(o: Any) -> dict[str, Any]:
    """The JSON object of a `SystemExitStatus`."""
    d: dict[str, Any] = {}
    v = o.status
    if v is not None:
        d["Status"] = v
    v = o.exit_type
    if v is not None:
        d["ExitType"] = v if type(v) is str else text_of(v)
    v = o.attribution
    if v is not None:
        d["Attribution"] = [write_attribution_record(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_triple_fault(d: Any) -> Any:
    """A `TripleFault` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(triple_fault_draft)
    n = 0
    if "ErrorType" in d:
        n += 1
        v = d["ErrorType"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.error_type = v
    else:
        o.error_type = None
    o.unknown_members = leftover(TripleFault, d) if n != len(d) else None
    o.__class__ = TripleFault
    return o


def write_triple_fault(o: Any) -> dict[str, Any]:
    """The JSON object of a `TripleFault`."""
    d: dict[str, Any] = {}
    v = o.error_type
    if v is not None:
        d["ErrorType"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtual_device_failure(d: Any) -> Any:
    """A `VirtualDeviceFailure` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtual_device_failure_draft)
    n = 0
    if "Detail" in d:
        n += 1
        v = d["Detail"]
        if type(v) is str:
            v = known_virtual_device_failure_detail(v, v)
        elif v is not None:
            raise Mismatch
        o.detail = v
    else:
        o.detail = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "DeviceId" in d:
        n += 1
        v = d["DeviceId"]
        if v is not None:
            v = guid_text(v)
        o.device_id = v
    else:
        o.device_id = None
    if "InstanceId" in d:
        n += 1
        v = d["InstanceId"]
        if v is not None:
            v = guid_text(v)
        o.instance_id = v
    else:
        o.instance_id = None
    o.unknown_members = leftover(VirtualDeviceFailure, d) if n != len(d) else None
    o.__class__ = VirtualDeviceFailure
    return o


def write_virtual_device_failure(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtualDeviceFailure`."""
    d: dict[str, Any] = {}
    v = o.detail
    if v is not None:
        d["Detail"] = v if type(v) is str else text_of(v)
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.device_id
    if v is not None:
        d["DeviceId"] = v
    v = o.instance_id
    if v is not None:
        d["InstanceId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_windows_crash_report(d: Any) -> Any:
    """A `WindowsCrashReport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(windows_crash_report_draft)
    n = 0
    if "DumpFile" in d:
        n += 1
        v = d["DumpFile"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dump_file = v
    else:
        o.dump_file = None
    if "OsMajorVersion" in d:
        n += 1
        v = d["OsMajorVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_major_version = v
    else:
        o.os_major_version = None
    if "OsMinorVersion" in d:
        n += 1
        v = d["OsMinorVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_minor_version = v
    else:
        o.os_minor_version = None
    if "OsBuildNumber" in d:
        n += 1
        v = d["OsBuildNumber"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_build_number = v
    else:
        o.os_build_number = None
    if "OsServicePackMajorVersion" in d:
        n += 1
        v = d["OsServicePackMajorVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_service_pack_major_version = v
    else:
        o.os_service_pack_major_version = None
    if "OsServicePackMinorVersion" in d:
        n += 1
        v = d["OsServicePackMinorVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_service_pack_minor_version = v
    else:
        o.os_service_pack_minor_version = None
    if "OsSuiteMask" in d:
        n += 1
        v = d["OsSuiteMask"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_suite_mask = v
    else:
        o.os_suite_mask = None
    if "OsProductType" in d:
        n += 1
        v = d["OsProductType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.os_product_type = v
    else:
        o.os_product_type = None
    if "Status" in d:
        n += 1
        v = d["Status"]
        if (type(v) is not int or not -2147483648 <= v <= 2147483647) and v is not None:
            raise Mismatch
        o.status = v
    else:
        o.status = None
    if "FinalPhase" in d:
        n += 1
        v = d["FinalPhase"]
        if type(v) is str:
            v = known_windows_crash_phase(v, v)
        elif v is not None:
            raise Mismatch
        o.final_phase = v
    else:
        o.final_phase = None
    o.unknown_members = leftover(WindowsCrashReport, d) if n != len(d) else None
    o.__class__ = WindowsCrashReport
    return o


def write_windows_crash_report(o: Any) -> dict[str, Any]:
    """The JSON object of a `WindowsCrashReport`."""
    d: dict[str, Any] = {}
    v = o.dump_file
    if v is not None:
        d["DumpFile"] = v
    v = o.os_major_version
    if v is not None:
        d["OsMajorVersion"] = v
    v = o.os_minor_version
    if v is not None:
        d["OsMinorVersion"] = v
    v = o.os_build_number
    if v is not None:
        d["OsBuildNumber"] = v
    v = o.os_service_pack_major_version
    if v is not None:
        d["OsServicePackMajorVersion"] = v
    v = o.os_service_pack_minor_version
    if v is not None:
        d["OsServicePackMinorVersion"] = v
    v = o.os_suite_mask
    if v is not None:
        d["OsSuiteMask"] = v
    v = o.os_product_type
    if v is not None:
        d["OsProductType"] = v
    v = o.status
    if v is not None:
        d["Status"] = v
    v = o.final_phase
    if v is not None:
        d["FinalPhase"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_worker_exit(d: Any) -> Any:
    """A `WorkerExit` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(worker_exit_draft)
    n = 0
    if "ExitCode" in d:
        n += 1
        v = d["ExitCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.exit_code = v
    else:
        o.exit_code = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_worker_exit_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Detail" in d:
        n += 1
        v = d["Detail"]
        if type(v) is str:
            v = known_worker_exit_detail(v, v)
        elif v is not None:
            raise Mismatch
        o.detail = v
    else:
        o.detail = None
    if "Initiator" in d:
        n += 1
        v = d["Initiator"]
        if type(v) is str:
            v = known_exit_initiator(v, v)
        elif v is not None:
            raise Mismatch
        o.initiator = v
    else:
        o.initiator = None
    o.unknown_members = leftover(WorkerExit, d) if n != len(d) else None
    o.__class__ = WorkerExit
    return o


def write_worker_exit(o: Any) -> dict[str, Any]:
    """The JSON object of a `WorkerExit`."""
    d: dict[str, Any] = {}
    v = o.exit_code
    if v is not None:
        d["ExitCode"] = v
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.detail
    if v is not None:
        d["Detail"] = v if type(v) is str else text_of(v)
    v = o.initiator
    if v is not None:
        d["Initiator"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.AttributionRecord": (read_attribution_record, write_attribution_record),
    "hcs.CrashReport": (read_crash_report, write_crash_report),
    "hcs.ErrorEvent": (read_error_event, write_error_event),
    "hcs.EventData": (read_event_data, write_event_data),
    "hcs.GuestCrash": (read_guest_crash, write_guest_crash),
    "hcs.GuestErrorSaveReport": (read_guest_error_save_report, write_guest_error_save_report),
    "hcs.OperationFailure": (read_operation_failure, write_operation_failure),
    "hcs.OperationFailureInfo": (read_operation_failure_info, write_operation_failure_info),
    "hcs.OperationInfo": (read_operation_info, write_operation_info),
    "hcs.OperationNotificationInfo": (read_operation_notification_info, write_operation_notification_info),
    "hcs.OperationProgress": (read_operation_progress, write_operation_progress),
    "hcs.ProcessDump": (read_process_dump, write_process_dump),
    "hcs.ResultError": (read_result_error, write_result_error),
    "hcs.SystemExit": (read_system_exit, write_system_exit),
    "hcs.SystemExitStatus": (read_system_exit_status, write_system_exit_status),
    "hcs.TripleFault": (read_triple_fault, write_triple_fault),
    "hcs.VirtualDeviceFailure": (read_virtual_device_failure, write_virtual_device_failure),
    "hcs.WindowsCrashReport": (read_windows_crash_report, write_windows_crash_report),
    "hcs.WorkerExit": (read_worker_exit, write_worker_exit),
}
"""Reader and writer of each type, by published name."""
