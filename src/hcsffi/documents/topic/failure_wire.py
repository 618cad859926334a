"""Reading and writing: errors, exits and crash reports.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, integer, later, leftover, merged, timestamp
from hcsffi.documents.topic.failure import AttributionRecord, CrashReport, ErrorEvent, EventData, EventDataType, ExitInitiator, GuestCrash, GuestErrorSaveReport, NotificationType, OperationFailure, OperationFailureDetail, OperationFailureInfo, OperationInfo, OperationNotificationInfo, OperationProgress, OperationType, ProcessDump, ProcessDumpType, ResultError, SystemExit, SystemExitDetail, SystemExitStatus, TripleFault, VirtualDeviceFailure, VirtualDeviceFailureDetail, WindowsCrashPhase, WindowsCrashReport, WorkerExit, WorkerExitDetail, WorkerExitType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = attribution_record_draft()
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


def write_attribution_record(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AttributionRecord`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.worker_exit
    if v0 is not None:
        d1 = {}
        if v0.exit_code is not None:
            d1["ExitCode"] = v0.exit_code
        v1 = v0.type
        if v1 is not None:
            d1["Type"] = v1 if settle is None else settle(v1)
        v1 = v0.detail
        if v1 is not None:
            d1["Detail"] = v1 if settle is None else settle(v1)
        v1 = v0.initiator
        if v1 is not None:
            d1["Initiator"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["WorkerExit"] = d1
    v0 = o.guest_crash
    if v0 is not None:
        d1 = {}
        v1 = v0.crash_parameters
        if v1 is not None:
            d1["CrashParameters"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestCrash"] = d1
    v0 = o.triple_fault
    if v0 is not None:
        d1 = {}
        if v0.error_type is not None:
            d1["ErrorType"] = v0.error_type
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["TripleFault"] = d1
    v0 = o.inject_non_maskable_interrupt
    if v0 is not None:
        d0["InjectNonMaskableInterrupt"] = write_inject_non_maskable_interrupt(v0, settle)
    v0 = o.operation_failure
    if v0 is not None:
        d1 = {}
        v1 = v0.detail
        if v1 is not None:
            d1["Detail"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["OperationFailure"] = d1
    v0 = o.system_exit
    if v0 is not None:
        d1 = {}
        v1 = v0.detail
        if v1 is not None:
            d1["Detail"] = v1 if settle is None else settle(v1)
        v1 = v0.initiator
        if v1 is not None:
            d1["Initiator"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SystemExit"] = d1
    v0 = o.virtual_device_failure
    if v0 is not None:
        d1 = {}
        v1 = v0.detail
        if v1 is not None:
            d1["Detail"] = v1 if settle is None else settle(v1)
        if v0.name is not None:
            d1["Name"] = v0.name
        if v0.device_id is not None:
            d1["DeviceId"] = v0.device_id
        if v0.instance_id is not None:
            d1["InstanceId"] = v0.instance_id
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["VirtualDeviceFailure"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_crash_report(d: Any) -> Any:
    """A `CrashReport` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = crash_report_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 18446744073709551615))
            v = r
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


def write_crash_report(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CrashReport`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.system_id is not None:
        d0["SystemId"] = o.system_id
    if o.activity_id is not None:
        d0["ActivityId"] = o.activity_id
    v0 = o.windows_crash_info
    if v0 is not None:
        d1 = {}
        if v0.dump_file is not None:
            d1["DumpFile"] = v0.dump_file
        if v0.os_major_version is not None:
            d1["OsMajorVersion"] = v0.os_major_version
        if v0.os_minor_version is not None:
            d1["OsMinorVersion"] = v0.os_minor_version
        if v0.os_build_number is not None:
            d1["OsBuildNumber"] = v0.os_build_number
        if v0.os_service_pack_major_version is not None:
            d1["OsServicePackMajorVersion"] = v0.os_service_pack_major_version
        if v0.os_service_pack_minor_version is not None:
            d1["OsServicePackMinorVersion"] = v0.os_service_pack_minor_version
        if v0.os_suite_mask is not None:
            d1["OsSuiteMask"] = v0.os_suite_mask
        if v0.os_product_type is not None:
            d1["OsProductType"] = v0.os_product_type
        if v0.status is not None:
            d1["Status"] = v0.status
        v1 = v0.final_phase
        if v1 is not None:
            d1["FinalPhase"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["WindowsCrashInfo"] = d1
    v0 = o.crash_parameters
    if v0 is not None:
        d0["CrashParameters"] = [*v0]
    if o.crash_log is not None:
        d0["CrashLog"] = o.crash_log
    if o.status is not None:
        d0["Status"] = o.status
    if o.pre_os_id is not None:
        d0["PreOSId"] = o.pre_os_id
    if o.crash_stack_unavailable is not None:
        d0["CrashStackUnavailable"] = o.crash_stack_unavailable
    v0 = o.guest_crash_save_info
    if v0 is not None:
        d1 = {}
        if v0.save_state_file is not None:
            d1["SaveStateFile"] = v0.save_state_file
        if v0.status is not None:
            d1["Status"] = v0.status
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestCrashSaveInfo"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_error_event(d: Any) -> Any:
    """A `ErrorEvent` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = error_event_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_event_data(x))
            v = r
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(ErrorEvent, d) if n != len(d) else None
    o.__class__ = ErrorEvent
    return o


def write_error_event(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ErrorEvent`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.message is not None:
        d0["Message"] = o.message
    if o.stack_trace is not None:
        d0["StackTrace"] = o.stack_trace
    if o.provider is not None:
        d0["Provider"] = o.provider
    if o.event_id is not None:
        d0["EventId"] = o.event_id
    if o.flags is not None:
        d0["Flags"] = o.flags
    if o.source is not None:
        d0["Source"] = o.source
    v0 = o.data
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            if x1.value is not None:
                d2["Value"] = x1.value
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Data"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_event_data(d: Any) -> Any:
    """A `EventData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = event_data_draft()
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


def write_event_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EventData`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.value is not None:
        d0["Value"] = o.value
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_crash(d: Any) -> Any:
    """A `GuestCrash` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_crash_draft()
    n = 0
    if "CrashParameters" in d:
        n += 1
        v = d["CrashParameters"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 18446744073709551615))
            v = r
        o.crash_parameters = v
    else:
        o.crash_parameters = None
    o.unknown_members = leftover(GuestCrash, d) if n != len(d) else None
    o.__class__ = GuestCrash
    return o


def write_guest_crash(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestCrash`."""
    d0: Any
    d0 = {}
    v0 = o.crash_parameters
    if v0 is not None:
        d0["CrashParameters"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_error_save_report(d: Any) -> Any:
    """A `GuestErrorSaveReport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_error_save_report_draft()
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


def write_guest_error_save_report(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestErrorSaveReport`."""
    d0: Any
    d0 = {}
    if o.save_state_file is not None:
        d0["SaveStateFile"] = o.save_state_file
    if o.status is not None:
        d0["Status"] = o.status
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_failure(d: Any) -> Any:
    """A `OperationFailure` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_failure_draft()
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


def write_operation_failure(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationFailure`."""
    d0: Any
    d0 = {}
    v0 = o.detail
    if v0 is not None:
        d0["Detail"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_failure_info(d: Any) -> Any:
    """A `OperationFailureInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_failure_info_draft()
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


def write_operation_failure_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationFailureInfo`."""
    d0: Any
    d0 = {}
    if o.result is not None:
        d0["Result"] = o.result
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_info(d: Any) -> Any:
    """A `OperationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_info_draft()
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


def write_operation_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationInfo`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.operation
    if v0 is not None:
        d0["Operation"] = v0 if settle is None else settle(v0)
    v0 = o.start_timestamp
    if v0 is not None:
        d0["StartTimestamp"] = str(v0)
    v0 = o.end_timestamp
    if v0 is not None:
        d0["EndTimestamp"] = str(v0)
    v0 = o.failure_info
    if v0 is not None:
        d1 = {}
        if v0.result is not None:
            d1["Result"] = v0.result
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["FailureInfo"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_notification_info(d: Any) -> Any:
    """A `OperationNotificationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_notification_info_draft()
    n = 0
    o.unknown_members = leftover(OperationNotificationInfo, d) if n != len(d) else None
    o.__class__ = OperationNotificationInfo
    return o


def write_operation_notification_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationNotificationInfo`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_progress(d: Any) -> Any:
    """A `OperationProgress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_progress_draft()
    n = 0
    o.unknown_members = leftover(OperationProgress, d) if n != len(d) else None
    o.__class__ = OperationProgress
    return o


def write_operation_progress(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationProgress`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_process_dump(d: Any) -> Any:
    """A `ProcessDump` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = process_dump_draft()
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


def write_process_dump(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProcessDump`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.custom_dump_flags is not None:
        d0["CustomDumpFlags"] = o.custom_dump_flags
    if o.dump_file_name is not None:
        d0["DumpFileName"] = o.dump_file_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_result_error(d: Any) -> Any:
    """A `ResultError` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = result_error_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_error_event(x))
            v = r
        o.error_events = v
    else:
        o.error_events = None
    if "Attribution" in d:
        n += 1
        v = d["Attribution"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_attribution_record(x))
            v = r
        o.attribution = v
    else:
        o.attribution = None
    o.unknown_members = leftover(ResultError, d) if n != len(d) else None
    o.__class__ = ResultError
    return o


def write_result_error(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ResultError`."""
    d0: Any
    d2: Any
    d3: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.error is not None:
        d0["Error"] = o.error
    if o.error_message is not None:
        d0["ErrorMessage"] = o.error_message
    v0 = o.error_events
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message is not None:
                d2["Message"] = x1.message
            if x1.stack_trace is not None:
                d2["StackTrace"] = x1.stack_trace
            if x1.provider is not None:
                d2["Provider"] = x1.provider
            if x1.event_id is not None:
                d2["EventId"] = x1.event_id
            if x1.flags is not None:
                d2["Flags"] = x1.flags
            if x1.source is not None:
                d2["Source"] = x1.source
            v2 = x1.data
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    v4 = x3.type
                    if v4 is not None:
                        d4["Type"] = v4 if settle is None else settle(v4)
                    if x3.value is not None:
                        d4["Value"] = x3.value
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Data"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["ErrorEvents"] = r1
    v0 = o.attribution
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.worker_exit
            if v2 is not None:
                d3 = {}
                if v2.exit_code is not None:
                    d3["ExitCode"] = v2.exit_code
                v3 = v2.type
                if v3 is not None:
                    d3["Type"] = v3 if settle is None else settle(v3)
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                v3 = v2.initiator
                if v3 is not None:
                    d3["Initiator"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["WorkerExit"] = d3
            v2 = x1.guest_crash
            if v2 is not None:
                d3 = {}
                v3 = v2.crash_parameters
                if v3 is not None:
                    d3["CrashParameters"] = [*v3]
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["GuestCrash"] = d3
            v2 = x1.triple_fault
            if v2 is not None:
                d3 = {}
                if v2.error_type is not None:
                    d3["ErrorType"] = v2.error_type
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["TripleFault"] = d3
            v2 = x1.inject_non_maskable_interrupt
            if v2 is not None:
                d2["InjectNonMaskableInterrupt"] = write_inject_non_maskable_interrupt(v2, settle)
            v2 = x1.operation_failure
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["OperationFailure"] = d3
            v2 = x1.system_exit
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                v3 = v2.initiator
                if v3 is not None:
                    d3["Initiator"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["SystemExit"] = d3
            v2 = x1.virtual_device_failure
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                if v2.name is not None:
                    d3["Name"] = v2.name
                if v2.device_id is not None:
                    d3["DeviceId"] = v2.device_id
                if v2.instance_id is not None:
                    d3["InstanceId"] = v2.instance_id
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["VirtualDeviceFailure"] = d3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Attribution"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_exit(d: Any) -> Any:
    """A `SystemExit` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = system_exit_draft()
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


def write_system_exit(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemExit`."""
    d0: Any
    d0 = {}
    v0 = o.detail
    if v0 is not None:
        d0["Detail"] = v0 if settle is None else settle(v0)
    v0 = o.initiator
    if v0 is not None:
        d0["Initiator"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_exit_status(d: Any) -> Any:
    """A `SystemExitStatus` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = system_exit_status_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_attribution_record(x))
            v = r
        o.attribution = v
    else:
        o.attribution = None
    o.unknown_members = leftover(SystemExitStatus, d) if n != len(d) else None
    o.__class__ = SystemExitStatus
    return o


def write_system_exit_status(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemExitStatus`."""
    d0: Any
    d2: Any
    d3: Any
    r1: Any
    d0 = {}
    if o.status is not None:
        d0["Status"] = o.status
    v0 = o.exit_type
    if v0 is not None:
        d0["ExitType"] = v0 if settle is None else settle(v0)
    v0 = o.attribution
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.worker_exit
            if v2 is not None:
                d3 = {}
                if v2.exit_code is not None:
                    d3["ExitCode"] = v2.exit_code
                v3 = v2.type
                if v3 is not None:
                    d3["Type"] = v3 if settle is None else settle(v3)
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                v3 = v2.initiator
                if v3 is not None:
                    d3["Initiator"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["WorkerExit"] = d3
            v2 = x1.guest_crash
            if v2 is not None:
                d3 = {}
                v3 = v2.crash_parameters
                if v3 is not None:
                    d3["CrashParameters"] = [*v3]
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["GuestCrash"] = d3
            v2 = x1.triple_fault
            if v2 is not None:
                d3 = {}
                if v2.error_type is not None:
                    d3["ErrorType"] = v2.error_type
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["TripleFault"] = d3
            v2 = x1.inject_non_maskable_interrupt
            if v2 is not None:
                d2["InjectNonMaskableInterrupt"] = write_inject_non_maskable_interrupt(v2, settle)
            v2 = x1.operation_failure
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["OperationFailure"] = d3
            v2 = x1.system_exit
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                v3 = v2.initiator
                if v3 is not None:
                    d3["Initiator"] = v3 if settle is None else settle(v3)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["SystemExit"] = d3
            v2 = x1.virtual_device_failure
            if v2 is not None:
                d3 = {}
                v3 = v2.detail
                if v3 is not None:
                    d3["Detail"] = v3 if settle is None else settle(v3)
                if v2.name is not None:
                    d3["Name"] = v2.name
                if v2.device_id is not None:
                    d3["DeviceId"] = v2.device_id
                if v2.instance_id is not None:
                    d3["InstanceId"] = v2.instance_id
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["VirtualDeviceFailure"] = d3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Attribution"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_triple_fault(d: Any) -> Any:
    """A `TripleFault` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = triple_fault_draft()
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


def write_triple_fault(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `TripleFault`."""
    d0: Any
    d0 = {}
    if o.error_type is not None:
        d0["ErrorType"] = o.error_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_device_failure(d: Any) -> Any:
    """A `VirtualDeviceFailure` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_device_failure_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.device_id = v
    else:
        o.device_id = None
    if "InstanceId" in d:
        n += 1
        v = d["InstanceId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.instance_id = v
    else:
        o.instance_id = None
    o.unknown_members = leftover(VirtualDeviceFailure, d) if n != len(d) else None
    o.__class__ = VirtualDeviceFailure
    return o


def write_virtual_device_failure(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualDeviceFailure`."""
    d0: Any
    d0 = {}
    v0 = o.detail
    if v0 is not None:
        d0["Detail"] = v0 if settle is None else settle(v0)
    if o.name is not None:
        d0["Name"] = o.name
    if o.device_id is not None:
        d0["DeviceId"] = o.device_id
    if o.instance_id is not None:
        d0["InstanceId"] = o.instance_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_windows_crash_report(d: Any) -> Any:
    """A `WindowsCrashReport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = windows_crash_report_draft()
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


def write_windows_crash_report(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `WindowsCrashReport`."""
    d0: Any
    d0 = {}
    if o.dump_file is not None:
        d0["DumpFile"] = o.dump_file
    if o.os_major_version is not None:
        d0["OsMajorVersion"] = o.os_major_version
    if o.os_minor_version is not None:
        d0["OsMinorVersion"] = o.os_minor_version
    if o.os_build_number is not None:
        d0["OsBuildNumber"] = o.os_build_number
    if o.os_service_pack_major_version is not None:
        d0["OsServicePackMajorVersion"] = o.os_service_pack_major_version
    if o.os_service_pack_minor_version is not None:
        d0["OsServicePackMinorVersion"] = o.os_service_pack_minor_version
    if o.os_suite_mask is not None:
        d0["OsSuiteMask"] = o.os_suite_mask
    if o.os_product_type is not None:
        d0["OsProductType"] = o.os_product_type
    if o.status is not None:
        d0["Status"] = o.status
    v0 = o.final_phase
    if v0 is not None:
        d0["FinalPhase"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_worker_exit(d: Any) -> Any:
    """A `WorkerExit` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = worker_exit_draft()
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


def write_worker_exit(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `WorkerExit`."""
    d0: Any
    d0 = {}
    if o.exit_code is not None:
        d0["ExitCode"] = o.exit_code
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.detail
    if v0 is not None:
        d0["Detail"] = v0 if settle is None else settle(v0)
    v0 = o.initiator
    if v0 is not None:
        d0["Initiator"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
