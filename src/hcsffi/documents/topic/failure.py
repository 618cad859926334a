"""Errors, exits and crash reports.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.machine import InjectNonMaskableInterrupt

class EventDataType(TextEnum):
    """Known values of `EventDataType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.EventDataType"

    EMPTY = "Empty"
    STRING = "String"
    ANSI_STRING = "AnsiString"
    S_BYTE = "SByte"
    BYTE = "Byte"
    INT16 = "Int16"
    U_INT16 = "UInt16"
    INT32 = "Int32"
    U_INT32 = "UInt32"
    INT64 = "Int64"
    U_INT64 = "UInt64"
    SINGLE = "Single"
    DOUBLE = "Double"
    BOOLEAN = "Boolean"
    BINARY = "Binary"
    GUID = "Guid"


class ExitInitiator(TextEnum):
    """Known values of `ExitInitiator`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ExitInitiator"

    NONE = "None"
    GUEST_OS = "GuestOS"
    CLIENT = "Client"
    INTERNAL = "Internal"
    UNKNOWN = "Unknown"


class NotificationType(TextEnum):
    """How a system ended.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.NotificationType"

    NONE = "None"
    GRACEFUL_EXIT = "GracefulExit"
    FORCED_EXIT = "ForcedExit"
    UNEXPECTED_EXIT = "UnexpectedExit"
    UNKNOWN = "Unknown"


class OperationFailureDetail(TextEnum):
    """Known values of `OperationFailureDetail`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.OperationFailureDetail"

    INVALID = "Invalid"
    CREATE_INTERNAL_ERROR = "CreateInternalError"
    CONSTRUCT_STATE_ERROR = "ConstructStateError"
    RUNTIME_OS_TYPE_MISMATCH = "RuntimeOsTypeMismatch"
    CONSTRUCT = "Construct"
    START = "Start"
    PAUSE = "Pause"
    RESUME = "Resume"
    SHUTDOWN = "Shutdown"
    TERMINATE = "Terminate"
    SAVE = "Save"
    GET_PROPERTIES = "GetProperties"
    MODIFY = "Modify"
    CRASH = "Crash"
    GUEST_CRASH = "GuestCrash"
    LIFECYCLE_NOTIFY = "LifecycleNotify"
    EXECUTE_PROCESS = "ExecuteProcess"
    GET_PROCESS_INFO = "GetProcessInfo"
    WAIT_FOR_PROCESS = "WaitForProcess"
    SIGNAL_PROCESS = "SignalProcess"
    MODIFY_PROCESS = "ModifyProcess"
    PREPARE_FOR_HOSTING = "PrepareForHosting"
    REGISTER_HOSTED_SYSTEM = "RegisterHostedSystem"
    UNREGISTER_HOSTED_SYSTEM = "UnregisterHostedSystem"
    PREPARE_FOR_CLONE = "PrepareForClone"
    GET_CLONE_TEMPLATE = "GetCloneTemplate"


class OperationType(TextEnum):
    """Known values of `OperationType`.

    Since schema 2.6; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.OperationType"

    NONE = "None"
    CONSTRUCT = "Construct"
    START = "Start"
    PAUSE = "Pause"
    RESUME = "Resume"
    SHUTDOWN = "Shutdown"
    TERMINATE = "Terminate"
    SAVE = "Save"
    GET_PROPERTIES = "GetProperties"
    MODIFY = "Modify"
    CRASH = "Crash"
    EXECUTE_PROCESS = "ExecuteProcess"
    GET_PROCESS_INFO = "GetProcessInfo"
    SIGNAL_PROCESS = "SignalProcess"
    MODIFY_PROCESS = "ModifyProcess"
    CANCEL_OPERATION = "CancelOperation"


class ProcessDumpType(TextEnum):
    """Known values of `ProcessDumpType`.

    Source: hcs-rs.
    """

    __published__ = "hcs.ProcessDumpType"

    NONE = "None"
    HEAP = "Heap"
    MINI = "Mini"
    CUSTOM = "Custom"


class SystemExitDetail(TextEnum):
    """Known values of `SystemExitDetail`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.SystemExitDetail"

    INVALID = "Invalid"
    HCS_API_FATAL_ERROR = "HcsApiFatalError"
    SERVICE_STOP = "ServiceStop"
    SHUTDOWN = "Shutdown"
    TERMINATE = "Terminate"
    UNEXPECTED_EXIT = "UnexpectedExit"


class VirtualDeviceFailureDetail(TextEnum):
    """Known values of `VirtualDeviceFailureDetail`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.VirtualDeviceFailureDetail"

    NONE = "None"
    CREATE = "Create"
    INITIALIZE = "Initialize"
    START_RESERVING_RESOURCES = "StartReservingResources"
    FINISH_RESERVING_RESOURCES = "FinishReservingResources"
    FREE_RESERVED_RESOURCES = "FreeReservedResources"
    SAVE_RESERVED_RESOURCES = "SaveReservedResources"
    POWER_ON_COLD = "PowerOnCold"
    POWER_ON_RESTORE = "PowerOnRestore"
    POWER_OFF = "PowerOff"
    SAVE = "Save"
    RESUME = "Resume"
    PAUSE = "Pause"
    ENABLE_OPTIMIZATIONS = "EnableOptimizations"
    START_DISABLE_OPTIMIZATIONS = "StartDisableOptimizations"
    FINISH_DISABLE_OPTIMIZATIONS = "FinishDisableOptimizations"
    RESET = "Reset"
    POST_RESET = "PostReset"
    TEARDOWN = "Teardown"
    SAVE_COMPATIBILITY_INFO = "SaveCompatibilityInfo"
    METRIC_RESTORE = "MetricRestore"
    METRIC_ENUMERATE = "MetricEnumerate"
    METRIC_ENUMERATE_FOR_SAVE = "MetricEnumerateForSave"
    METRIC_RESET = "MetricReset"
    METRIC_ENABLE = "MetricEnable"
    METRIC_DISABLE = "MetricDisable"


class WindowsCrashPhase(TextEnum):
    """Known values of `WindowsCrashPhase`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.WindowsCrashPhase"

    INACTIVE = "Inactive"
    CRASH_VALUES = "CrashValues"
    STARTING = "Starting"
    STARTED = "Started"
    WRITING = "Writing"
    COMPLETE = "Complete"


class WorkerExitDetail(TextEnum):
    """Known values of `WorkerExitDetail`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.WorkerExitDetail"
    __newer__ = {"FastSavePreservePartitionHandleTransferStorage": "2.5", "FastSavePreservePartitionHandleTransferNetworking": "2.5", "FastSavePreservePartitionHandleTransferStorageAndNetworking": "2.5", "FastSavePreservePartitionHsr": "2.5", "FastSavePreservePartitionWithHandleTransfer": "2.5", "FastSaveWithHandleTransfer": "2.5"}

    INVALID = "Invalid"
    POWER_OFF = "PowerOff"
    POWER_OFF_CRITICAL = "PowerOffCritical"
    RESET = "Reset"
    GUEST_CRASH = "GuestCrash"
    GUEST_FIRMWARE_CRASH = "GuestFirmwareCrash"
    TRIPLE_FAULT = "TripleFault"
    DEVICE_FATAL_APIC_REQUEST = "DeviceFatalApicRequest"
    DEVICE_FATAL_MSR_REQUEST = "DeviceFatalMsrRequest"
    DEVICE_FATAL_EXCEPTION = "DeviceFatalException"
    DEVICE_FATAL_ERROR = "DeviceFatalError"
    DEVICE_MACHINE_CHECK = "DeviceMachineCheck"
    EMULATOR_ERROR = "EmulatorError"
    VID_TERMINATE = "VidTerminate"
    PROCESS_UNEXPECTED_EXIT = "ProcessUnexpectedExit"
    INITIALIZATION_FAILURE = "InitializationFailure"
    INITIALIZATION_START_TIMEOUT = "InitializationStartTimeout"
    COLD_START_FAILURE = "ColdStartFailure"
    RESET_START_FAILURE = "ResetStartFailure"
    FAST_RESTORE_START_FAILURE = "FastRestoreStartFailure"
    RESTORE_START_FAILURE = "RestoreStartFailure"
    FAST_SAVE_PRESERVE_PARTITION = "FastSavePreservePartition"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER = "FastSavePreservePartitionHandleTransfer"
    FAST_SAVE = "FastSave"
    CLONE_TEMPLATE = "CloneTemplate"
    SAVE = "Save"
    MIGRATE = "Migrate"
    MIGRATE_FAILURE = "MigrateFailure"
    CANNOT_REFERENCE_VM = "CannotReferenceVm"
    MGOT_UNREGISTER = "MgotUnregister"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_STORAGE = "FastSavePreservePartitionHandleTransferStorage"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_NETWORKING = "FastSavePreservePartitionHandleTransferNetworking"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_STORAGE_AND_NETWORKING = "FastSavePreservePartitionHandleTransferStorageAndNetworking"
    FAST_SAVE_PRESERVE_PARTITION_HSR = "FastSavePreservePartitionHsr"
    FAST_SAVE_PRESERVE_PARTITION_WITH_HANDLE_TRANSFER = "FastSavePreservePartitionWithHandleTransfer"
    FAST_SAVE_WITH_HANDLE_TRANSFER = "FastSaveWithHandleTransfer"


class WorkerExitType(TextEnum):
    """Known values of `WorkerExitType`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.WorkerExitType"

    NONE = "None"
    INITIALIZATION_FAILED = "InitializationFailed"
    STOPPED = "Stopped"
    SAVED = "Saved"
    STOPPED_ON_RESET = "StoppedOnReset"
    UNEXPECTED_STOP = "UnexpectedStop"
    RESET_FAILED = "ResetFailed"
    UNRECOVERABLE_ERROR = "UnrecoverableError"


class AttributionRecord(Document):
    """Who or what made an operation fail.

    Since schema 2.4; source: the published schema, SDK schema dumps, the WSL service.
    """

    __published__ = "hcs.AttributionRecord"

    worker_exit: WorkerExit | None = member(
        "WorkerExit", "WorkerExit", "2.4", "docs dump", default=None
    )
    """WorkerExit, since 2.4."""

    guest_crash: GuestCrash | None = member(
        "GuestCrash", "GuestCrash", "2.4", "docs dump wsl", default=None
    )
    """GuestCrash, since 2.4."""

    triple_fault: TripleFault | None = member(
        "TripleFault", "TripleFault", "2.4", "docs dump", default=None
    )
    """TripleFault, since 2.4."""

    inject_non_maskable_interrupt: InjectNonMaskableInterrupt | None = member(
        "InjectNonMaskableInterrupt", "InjectNonMaskableInterrupt", "2.4", "docs dump", default=None
    )
    """InjectNonMaskableInterrupt, since 2.4."""

    operation_failure: OperationFailure | None = member(
        "OperationFailure", "OperationFailure", "2.4", "docs dump", default=None
    )
    """OperationFailure, since 2.4."""

    system_exit: SystemExit | None = member(
        "SystemExit", "SystemExit", "2.4", "docs dump", default=None
    )
    """SystemExit, since 2.4."""

    virtual_device_failure: VirtualDeviceFailure | None = member(
        "VirtualDeviceFailure", "VirtualDeviceFailure", "2.4", "docs dump", default=None
    )
    """VirtualDeviceFailure, since 2.4."""


class CrashReport(Document):
    """Guest crash details; also the input of the error-report function.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.CrashReport"

    system_id: str | None = member(
        "SystemId", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    activity_id: str | None = member(
        "ActivityId", "guid", "2.1", "docs dump hcs-rs", default=None
    )
    """Guid, since 2.1."""

    windows_crash_info: WindowsCrashReport | None = member(
        "WindowsCrashInfo", "WindowsCrashReport", "2.1", "docs dump hcs-rs", default=None
    )
    """WindowsCrashReport, since 2.1."""

    crash_parameters: Sequence[int] | None = member(
        "CrashParameters", "array<uint64>", "2.3", "docs dump hcs-rs", default=None
    )
    """Array<uint64>, since 2.3."""

    crash_log: str | None = member(
        "CrashLog", "string", "2.3", "docs dump wsl hcs-rs", default=None
    )
    """String, since 2.3."""

    status: int | None = member(
        "Status", "int32", "2.4", "docs dump", default=None
    )
    """int32, since 2.4."""

    pre_os_id: int | None = member(
        "PreOSId", "uint32", "2.4", "docs dump", default=None
    )
    """uint32, since 2.4."""

    crash_stack_unavailable: bool | None = member(
        "CrashStackUnavailable", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""

    guest_crash_save_info: GuestErrorSaveReport | None = member(
        "GuestCrashSaveInfo", "GuestErrorSaveReport", None, "wsl", default=None
    )
    """GuestErrorSaveReport; known from the WSL service."""


class ErrorEvent(Document):
    """One cause of a failure, as an event record.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.ErrorEvent"

    message: str | None = member(
        "Message", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    stack_trace: str | None = member(
        "StackTrace", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    provider: str | None = member(
        "Provider", "guid", "2.1", "docs dump hcs-rs", default=None
    )
    """Guid, since 2.1."""

    event_id: int | None = member(
        "EventId", "uint16", "2.1", "docs dump hcs-rs", default=None
    )
    """uint16, since 2.1."""

    flags: int | None = member(
        "Flags", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    source: str | None = member(
        "Source", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    data: Sequence[EventData] | None = member(
        "Data", "array<EventData>", "2.1", "docs dump hcs-rs", default=None
    )
    """hcsshim leaves it out on purpose: the service does not encode it well (array<EventData>, since 2.1)."""


class EventData(Document):
    """One value of an event record.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.EventData"

    type: EventDataType | str | None = member(
        "Type", "EventDataType", "2.1", "docs dump hcs-rs", default=None
    )
    """EventDataType, since 2.1."""

    value: str | None = member(
        "Value", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""


class GuestCrash(Document):
    """Document type `GuestCrash`.

    Since schema 2.4; source: the published schema, SDK schema dumps, the WSL service.
    """

    __published__ = "hcs.GuestCrash"

    crash_parameters: Sequence[int] | None = member(
        "CrashParameters", "array<uint64>", "2.4", "docs dump wsl", default=None
    )
    """Array<uint64>, since 2.4."""


class GuestErrorSaveReport(Document):
    """Document type `GuestErrorSaveReport`.

    Source: the WSL service.
    """

    __published__ = "hcs.GuestErrorSaveReport"

    save_state_file: str | None = member(
        "SaveStateFile", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""

    status: int | None = member(
        "Status", "int32", None, "wsl", default=None
    )
    """int32; known from the WSL service."""


class OperationFailure(Document):
    """Document type `OperationFailure`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.OperationFailure"

    detail: OperationFailureDetail | str | None = member(
        "Detail", "OperationFailureDetail", "2.4", "docs dump", default=None
    )
    """OperationFailureDetail, since 2.4."""


class OperationFailureInfo(Document):
    """Document type `OperationFailureInfo`.

    Since schema 2.6; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.OperationFailureInfo"

    result: int | None = member(
        "Result", "int32", "2.6", "docs dump", default=None
    )
    """int32, since 2.6."""


class OperationInfo(Document):
    """Document type `OperationInfo`.

    Since schema 2.6; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.OperationInfo"

    operation: OperationType | str | None = member(
        "Operation", "OperationType", "2.6", "docs dump", default=None
    )
    """OperationType, since 2.6."""

    start_timestamp: Timestamp | None = member(
        "StartTimestamp", "datetime", "2.6", "docs dump", default=None
    )
    """Datetime, since 2.6."""

    end_timestamp: Timestamp | None = member(
        "EndTimestamp", "datetime", "2.6", "docs dump", default=None
    )
    """Datetime, since 2.6."""

    failure_info: OperationFailureInfo | None = member(
        "FailureInfo", "OperationFailureInfo", "2.6", "docs dump", default=None
    )
    """OperationFailureInfo, since 2.6."""


class OperationNotificationInfo(Document):
    """Document type `OperationNotificationInfo`.

    Source: the published schema.
    """

    __published__ = "hcs.OperationNotificationInfo"


class OperationProgress(Document):
    """Document type `OperationProgress`.

    Source: the published schema.
    """

    __published__ = "hcs.OperationProgress"


class ProcessDump(Document):
    """Document type `ProcessDump`.

    Source: hcs-rs.
    """

    __published__ = "hcs.ProcessDump"

    type: ProcessDumpType | str | None = member(
        "Type", "ProcessDumpType", None, "hcs-rs", default=None
    )
    """ProcessDumpType; known from hcs-rs."""

    custom_dump_flags: int | None = member(
        "CustomDumpFlags", "uint32", None, "hcs-rs", default=None
    )
    """uint32; known from hcs-rs."""

    dump_file_name: str | None = member(
        "DumpFileName", "string", None, "hcs-rs", default=None
    )
    """String; known from hcs-rs."""


class ResultError(Document):
    """What an operation leaves behind when it fails.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.ResultError"

    error: int | None = member(
        "Error", "int32", "2.1", "docs dump wsl hcs-rs", default=None
    )
    """HRESULT as a signed number (int32, since 2.1)."""

    error_message: str | None = member(
        "ErrorMessage", "string", "2.1", "docs dump wsl hcs-rs", default=None
    )
    """String, since 2.1."""

    error_events: Sequence[ErrorEvent] | None = member(
        "ErrorEvents", "array<ErrorEvent>", "2.4", "docs dump hcs-rs", default=None
    )
    """Array<ErrorEvent>, since 2.4."""

    attribution: Sequence[AttributionRecord] | None = member(
        "Attribution", "array<AttributionRecord>", "2.4", "docs dump", default=None
    )
    """Array<AttributionRecord>, since 2.4."""


class SystemExit(Document):
    """Document type `SystemExit`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.SystemExit"

    detail: SystemExitDetail | str | None = member(
        "Detail", "SystemExitDetail", "2.4", "docs dump", default=None
    )
    """SystemExitDetail, since 2.4."""

    initiator: ExitInitiator | str | None = member(
        "Initiator", "ExitInitiator", "2.4", "docs dump", default=None
    )
    """ExitInitiator, since 2.4."""


class SystemExitStatus(Document):
    """Payload of the exit event.

    Since schema 2.1; source: the published schema, SDK schema dumps, the WSL service, hcs-rs.
    """

    __published__ = "hcs.SystemExitStatus"

    status: int | None = member(
        "Status", "int32", "2.1", "docs dump wsl hcs-rs", default=None
    )
    """HRESULT (int32, since 2.1)."""

    exit_type: NotificationType | str | None = member(
        "ExitType", "NotificationType", "2.2", "docs dump wsl hcs-rs", default=None
    )
    """NotificationType, since 2.2."""

    attribution: Sequence[AttributionRecord] | None = member(
        "Attribution", "array<AttributionRecord>", "2.4", "docs dump wsl", default=None
    )
    """Array<AttributionRecord>, since 2.4."""


class TripleFault(Document):
    """Document type `TripleFault`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.TripleFault"

    error_type: int | None = member(
        "ErrorType", "uint64", "2.4", "docs dump", default=None
    )
    """uint64, since 2.4."""


class VirtualDeviceFailure(Document):
    """Document type `VirtualDeviceFailure`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.VirtualDeviceFailure"

    detail: VirtualDeviceFailureDetail | str | None = member(
        "Detail", "VirtualDeviceFailureDetail", "2.4", "docs dump", default=None
    )
    """VirtualDeviceFailureDetail, since 2.4."""

    name: str | None = member(
        "Name", "string", "2.4", "docs dump", default=None
    )
    """String, since 2.4."""

    device_id: str | None = member(
        "DeviceId", "guid", "2.4", "docs dump", default=None
    )
    """Guid, since 2.4."""

    instance_id: str | None = member(
        "InstanceId", "guid", "2.4", "docs dump", default=None
    )
    """Guid, since 2.4."""


class WindowsCrashReport(Document):
    """What a Windows guest told about its crash.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.WindowsCrashReport"

    dump_file: str | None = member(
        "DumpFile", "string", "2.1", "docs dump hcs-rs", default=None
    )
    """String, since 2.1."""

    os_major_version: int | None = member(
        "OsMajorVersion", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_minor_version: int | None = member(
        "OsMinorVersion", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_build_number: int | None = member(
        "OsBuildNumber", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_service_pack_major_version: int | None = member(
        "OsServicePackMajorVersion", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_service_pack_minor_version: int | None = member(
        "OsServicePackMinorVersion", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_suite_mask: int | None = member(
        "OsSuiteMask", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    os_product_type: int | None = member(
        "OsProductType", "uint32", "2.1", "docs dump hcs-rs", default=None
    )
    """uint32, since 2.1."""

    status: int | None = member(
        "Status", "int32", "2.1", "docs dump hcs-rs", default=None
    )
    """int32, since 2.1."""

    final_phase: WindowsCrashPhase | str | None = member(
        "FinalPhase", "WindowsCrashPhase", "2.1", "docs dump hcs-rs", default=None
    )
    """WindowsCrashPhase, since 2.1."""


class WorkerExit(Document):
    """Document type `WorkerExit`.

    Since schema 2.4; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.WorkerExit"

    exit_code: int | None = member(
        "ExitCode", "uint32", "2.4", "docs dump", default=None
    )
    """uint32, since 2.4."""

    type: WorkerExitType | str | None = member(
        "Type", "WorkerExitType", "2.4", "docs dump", default=None
    )
    """WorkerExitType, since 2.4."""

    detail: WorkerExitDetail | str | None = member(
        "Detail", "WorkerExitDetail", "2.4", "docs dump", default=None
    )
    """WorkerExitDetail, since 2.4."""

    initiator: ExitInitiator | str | None = member(
        "Initiator", "ExitInitiator", "2.4", "docs dump", default=None
    )
    """ExitInitiator, since 2.4."""
