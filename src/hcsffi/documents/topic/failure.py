"""Errors, who or what they are attributed to, and operations as a notification tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.scalar import Timestamp


@define(frozen=True, kw_only=True)
class ResultError(Document, published="hcs.ResultError", since="2.1", sources="docs dump wsl hcs-rs"):
    """What an operation leaves behind when it fails."""

    error: int | None = member("Error", "int32", "2.1", "docs dump wsl hcs-rs", "HRESULT as a signed number.")
    error_message: str | None = member("ErrorMessage", "string", "2.1", "docs dump wsl hcs-rs")
    # since: first sdk 1809; the published version is kept, the older SDK is a back-port.
    error_events: Sequence[ErrorEvent] | None = member("ErrorEvents", "array<ErrorEvent>", "2.4", "docs dump hcs-rs")
    attribution: Sequence[AttributionRecord] | None = member("Attribution", "array<AttributionRecord>", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class ErrorEvent(Document, published="hcs.ErrorEvent", since="2.1", sources="docs dump hcs-rs"):
    """One cause of a failure, as an event record."""

    message: str | None = member("Message", "string", "2.1", "docs dump hcs-rs")
    stack_trace: str | None = member("StackTrace", "string", "2.1", "docs dump hcs-rs")
    provider: str | None = member("Provider", "guid", "2.1", "docs dump hcs-rs")
    event_id: int | None = member("EventId", "uint16", "2.1", "docs dump hcs-rs")
    flags: int | None = member("Flags", "uint32", "2.1", "docs dump hcs-rs")
    source: str | None = member("Source", "string", "2.1", "docs dump hcs-rs")
    data: Sequence[EventData] | None = member(
        "Data", "array<EventData>", "2.1", "docs dump hcs-rs", "hcsshim leaves it out on purpose: the service does not encode it well."
    )


@define(frozen=True, kw_only=True)
class EventData(Document, published="hcs.EventData", since="2.1", sources="docs dump hcs-rs"):
    """One value of an event record."""

    type: EventDataType | None = member("Type", "EventDataType", "2.1", "docs dump hcs-rs")
    value: str | None = member("Value", "string", "2.1", "docs dump hcs-rs")


class EventDataType(TextEnum, published="hcs.EventDataType", since="2.1", sources="docs dump hcs-rs"):
    """Type of one value of an event record."""

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


@define(frozen=True, kw_only=True)
class OperationInfo(Document, published="hcs.OperationInfo", since="2.6", sources="docs dump"):
    """One operation: what it was, when, and how it failed."""

    operation: OperationType | None = member("Operation", "OperationType", "2.6", "docs dump")
    start_timestamp: Timestamp | None = member("StartTimestamp", "datetime", "2.6", "docs dump")
    end_timestamp: Timestamp | None = member("EndTimestamp", "datetime", "2.6", "docs dump")
    failure_info: OperationFailureInfo | None = member("FailureInfo", "OperationFailureInfo", "2.6", "docs dump")


class OperationType(TextEnum, published="hcs.OperationType", since="2.6", sources="docs dump"):
    """Which operation a notification is about."""

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


@define(frozen=True, kw_only=True)
class OperationFailureInfo(Document, published="hcs.OperationFailureInfo", since="2.6", sources="docs dump"):
    """The result code of a failed operation."""

    result: int | None = member("Result", "int32", "2.6", "docs dump")


@define(frozen=True, kw_only=True)
class OperationProgress(Document, published="hcs.OperationProgress", sources="docs"):
    """Progress of an operation; no members."""


@define(frozen=True, kw_only=True)
class OperationNotificationInfo(Document, published="hcs.OperationNotificationInfo", sources="docs"):
    """An operation as a notification tells it; no members."""


@define(frozen=True, kw_only=True)
class AttributionRecord(Document, published="hcs.AttributionRecord", since="2.4", sources="docs dump wsl"):
    """Who or what made an operation fail."""

    worker_exit: WorkerExit | None = member("WorkerExit", "WorkerExit", "2.4", "docs dump")
    guest_crash: GuestCrash | None = member("GuestCrash", "GuestCrash", "2.4", "docs dump wsl")
    triple_fault: TripleFault | None = member("TripleFault", "TripleFault", "2.4", "docs dump")
    inject_non_maskable_interrupt: InjectNonMaskableInterrupt | None = member(
        "InjectNonMaskableInterrupt", "InjectNonMaskableInterrupt", "2.4", "docs dump"
    )
    operation_failure: OperationFailure | None = member("OperationFailure", "OperationFailure", "2.4", "docs dump")
    system_exit: SystemExit | None = member("SystemExit", "SystemExit", "2.4", "docs dump")
    virtual_device_failure: VirtualDeviceFailure | None = member("VirtualDeviceFailure", "VirtualDeviceFailure", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class WorkerExit(Document, published="hcs.WorkerExit", since="2.4", sources="docs dump"):
    """The worker process of a virtual machine ended."""

    exit_code: int | None = member("ExitCode", "uint32", "2.4", "docs dump")
    type: WorkerExitType | None = member("Type", "WorkerExitType", "2.4", "docs dump")
    detail: WorkerExitDetail | None = member("Detail", "WorkerExitDetail", "2.4", "docs dump")
    initiator: ExitInitiator | None = member("Initiator", "ExitInitiator", "2.4", "docs dump")


class WorkerExitType(TextEnum, published="hcs.WorkerExitType", since="2.4", sources="docs dump"):
    """In which way the worker process ended."""

    NONE = "None"
    INITIALIZATION_FAILED = "InitializationFailed"
    STOPPED = "Stopped"
    SAVED = "Saved"
    STOPPED_ON_RESET = "StoppedOnReset"
    UNEXPECTED_STOP = "UnexpectedStop"
    RESET_FAILED = "ResetFailed"
    UNRECOVERABLE_ERROR = "UnrecoverableError"


class WorkerExitDetail(TextEnum, published="hcs.WorkerExitDetail", since="2.4", sources="docs dump"):
    """Why the worker process ended."""

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
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_STORAGE = "FastSavePreservePartitionHandleTransferStorage", "2.5", "docs dump"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_NETWORKING = "FastSavePreservePartitionHandleTransferNetworking", "2.5", "docs dump"
    FAST_SAVE_PRESERVE_PARTITION_HANDLE_TRANSFER_STORAGE_AND_NETWORKING = (
        "FastSavePreservePartitionHandleTransferStorageAndNetworking",
        "2.5",
        "docs dump",
    )
    FAST_SAVE_PRESERVE_PARTITION_HSR = "FastSavePreservePartitionHsr", "2.5", "docs dump"
    FAST_SAVE_PRESERVE_PARTITION_WITH_HANDLE_TRANSFER = "FastSavePreservePartitionWithHandleTransfer", "2.5", "docs"
    FAST_SAVE_WITH_HANDLE_TRANSFER = "FastSaveWithHandleTransfer", "2.5", "docs"


class ExitInitiator(TextEnum, published="hcs.ExitInitiator", since="2.4", sources="docs dump"):
    """Who caused an exit."""

    NONE = "None"
    GUEST_OS = "GuestOS"
    CLIENT = "Client"
    INTERNAL = "Internal"
    UNKNOWN = "Unknown"


@define(frozen=True, kw_only=True)
class GuestCrash(Document, published="hcs.GuestCrash", since="2.4", sources="docs dump wsl"):
    """The guest crashed."""

    crash_parameters: Sequence[int] | None = member("CrashParameters", "array<uint64>", "2.4", "docs dump wsl")


@define(frozen=True, kw_only=True)
class TripleFault(Document, published="hcs.TripleFault", since="2.4", sources="docs dump"):
    """The guest's processor could not handle a fault."""

    error_type: int | None = member("ErrorType", "uint64", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class InjectNonMaskableInterrupt(Document, published="hcs.InjectNonMaskableInterrupt", sources="docs dump"):
    """A non-maskable interrupt was injected; no members."""


@define(frozen=True, kw_only=True)
class OperationFailure(Document, published="hcs.OperationFailure", since="2.4", sources="docs dump"):
    """An operation failed."""

    detail: OperationFailureDetail | None = member("Detail", "OperationFailureDetail", "2.4", "docs dump")


class OperationFailureDetail(TextEnum, published="hcs.OperationFailureDetail", since="2.4", sources="docs dump"):
    """Which step of an operation failed."""

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


@define(frozen=True, kw_only=True)
class SystemExit(Document, published="hcs.SystemExit", since="2.4", sources="docs dump"):
    """The service ended the system."""

    detail: SystemExitDetail | None = member("Detail", "SystemExitDetail", "2.4", "docs dump")
    initiator: ExitInitiator | None = member("Initiator", "ExitInitiator", "2.4", "docs dump")


class SystemExitDetail(TextEnum, published="hcs.SystemExitDetail", since="2.4", sources="docs dump"):
    """Why the service ended the system."""

    INVALID = "Invalid"
    HCS_API_FATAL_ERROR = "HcsApiFatalError"
    SERVICE_STOP = "ServiceStop"
    SHUTDOWN = "Shutdown"
    TERMINATE = "Terminate"
    UNEXPECTED_EXIT = "UnexpectedExit"


@define(frozen=True, kw_only=True)
class VirtualDeviceFailure(Document, published="hcs.VirtualDeviceFailure", since="2.4", sources="docs dump"):
    """A virtual device failed."""

    detail: VirtualDeviceFailureDetail | None = member("Detail", "VirtualDeviceFailureDetail", "2.4", "docs dump")
    name: str | None = member("Name", "string", "2.4", "docs dump")
    device_id: str | None = member("DeviceId", "guid", "2.4", "docs dump")
    instance_id: str | None = member("InstanceId", "guid", "2.4", "docs dump")


class VirtualDeviceFailureDetail(TextEnum, published="hcs.VirtualDeviceFailureDetail", since="2.4", sources="docs dump"):
    """Which step of a virtual device failed."""

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
