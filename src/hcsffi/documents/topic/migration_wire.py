"""Reading and writing: live migration.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, leftover, merged, number, plain, selected, text_of, timestamp, to_base64
from hcsffi.documents.topic.migration import CompatibilityInfo, LaunchOptions, MemoryMigrationTransferThrottleParams, MigrationBlackoutExitedEventDetails, MigrationCancelOptions, MigrationCompressionSettings, MigrationEvent, MigrationFinalOperation, MigrationFinalizedOptions, MigrationInitializeOptions, MigrationMemoryTransport, MigrationNetworkSettings, MigrationOrigin, MigrationResult, MigrationStartOptions, MigrationTransferOptions, OperationSystemMigrationNotificationInfo, StartOptions
from hcsffi.documents.topic.system import AppContainerLaunchType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
compatibility_info_draft = draft(CompatibilityInfo)
launch_options_draft = draft(LaunchOptions)
memory_migration_transfer_throttle_params_draft = draft(MemoryMigrationTransferThrottleParams)
migration_blackout_exited_event_details_draft = draft(MigrationBlackoutExitedEventDetails)
migration_cancel_options_draft = draft(MigrationCancelOptions)
migration_compression_settings_draft = draft(MigrationCompressionSettings)
migration_finalized_options_draft = draft(MigrationFinalizedOptions)
migration_initialize_options_draft = draft(MigrationInitializeOptions)
migration_network_settings_draft = draft(MigrationNetworkSettings)
migration_start_options_draft = draft(MigrationStartOptions)
migration_transfer_options_draft = draft(MigrationTransferOptions)
operation_system_migration_notification_info_draft = draft(OperationSystemMigrationNotificationInfo)
start_options_draft = draft(StartOptions)
known_app_container_launch_type = AppContainerLaunchType._value2member_map_.get
known_migration_event = MigrationEvent._value2member_map_.get
known_migration_final_operation = MigrationFinalOperation._value2member_map_.get
known_migration_memory_transport = MigrationMemoryTransport._value2member_map_.get
known_migration_origin = MigrationOrigin._value2member_map_.get
known_migration_result = MigrationResult._value2member_map_.get


def read_compatibility_info(d: Any) -> Any:
    """A `CompatibilityInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(compatibility_info_draft)
    n = 0
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = binary(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(CompatibilityInfo, d) if n != len(d) else None
    o.__class__ = CompatibilityInfo
    return o


def write_compatibility_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `CompatibilityInfo`."""
    d: dict[str, Any] = {}
    v = o.data
    if v is not None:
        d["Data"] = to_base64(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_launch_options(d: Any) -> Any:
    """A `LaunchOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(launch_options_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_app_container_launch_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    o.unknown_members = leftover(LaunchOptions, d) if n != len(d) else None
    o.__class__ = LaunchOptions
    return o


def write_launch_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `LaunchOptions`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_memory_migration_transfer_throttle_params(d: Any) -> Any:
    """A `MemoryMigrationTransferThrottleParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(memory_migration_transfer_throttle_params_draft)
    n = 0
    if "SkipThrottling" in d:
        n += 1
        v = d["SkipThrottling"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.skip_throttling = v
    else:
        o.skip_throttling = None
    if "ThrottlingScale" in d:
        n += 1
        v = d["ThrottlingScale"]
        if v is not None:
            v = number(v)
        o.throttling_scale = v
    else:
        o.throttling_scale = None
    if "MinimumThrottlePercentage" in d:
        n += 1
        v = d["MinimumThrottlePercentage"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.minimum_throttle_percentage = v
    else:
        o.minimum_throttle_percentage = None
    if "TargetNumberOfBrownoutTransferPasses" in d:
        n += 1
        v = d["TargetNumberOfBrownoutTransferPasses"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.target_number_of_brownout_transfer_passes = v
    else:
        o.target_number_of_brownout_transfer_passes = None
    if "StartingBrownoutPassNumberForThrottling" in d:
        n += 1
        v = d["StartingBrownoutPassNumberForThrottling"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.starting_brownout_pass_number_for_throttling = v
    else:
        o.starting_brownout_pass_number_for_throttling = None
    if "MaximumNumberOfBrownoutTransferPasses" in d:
        n += 1
        v = d["MaximumNumberOfBrownoutTransferPasses"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.maximum_number_of_brownout_transfer_passes = v
    else:
        o.maximum_number_of_brownout_transfer_passes = None
    if "TargetBlackoutTransferTime" in d:
        n += 1
        v = d["TargetBlackoutTransferTime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.target_blackout_transfer_time = v
    else:
        o.target_blackout_transfer_time = None
    if "BlackoutTimeThresholdForCancellingMigration" in d:
        n += 1
        v = d["BlackoutTimeThresholdForCancellingMigration"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.blackout_time_threshold_for_cancelling_migration = v
    else:
        o.blackout_time_threshold_for_cancelling_migration = None
    o.unknown_members = leftover(MemoryMigrationTransferThrottleParams, d) if n != len(d) else None
    o.__class__ = MemoryMigrationTransferThrottleParams
    return o


def write_memory_migration_transfer_throttle_params(o: Any) -> dict[str, Any]:
    """The JSON object of a `MemoryMigrationTransferThrottleParams`."""
    d: dict[str, Any] = {}
    v = o.skip_throttling
    if v is not None:
        d["SkipThrottling"] = v
    v = o.throttling_scale
    if v is not None:
        d["ThrottlingScale"] = v
    v = o.minimum_throttle_percentage
    if v is not None:
        d["MinimumThrottlePercentage"] = v
    v = o.target_number_of_brownout_transfer_passes
    if v is not None:
        d["TargetNumberOfBrownoutTransferPasses"] = v
    v = o.starting_brownout_pass_number_for_throttling
    if v is not None:
        d["StartingBrownoutPassNumberForThrottling"] = v
    v = o.maximum_number_of_brownout_transfer_passes
    if v is not None:
        d["MaximumNumberOfBrownoutTransferPasses"] = v
    v = o.target_blackout_transfer_time
    if v is not None:
        d["TargetBlackoutTransferTime"] = v
    v = o.blackout_time_threshold_for_cancelling_migration
    if v is not None:
        d["BlackoutTimeThresholdForCancellingMigration"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_blackout_exited_event_details(d: Any) -> Any:
    """A `MigrationBlackoutExitedEventDetails` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_blackout_exited_event_details_draft)
    n = 0
    if "BlackoutDurationMilliseconds" in d:
        n += 1
        v = d["BlackoutDurationMilliseconds"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.blackout_duration_milliseconds = v
    else:
        o.blackout_duration_milliseconds = None
    if "BlackoutStopTimestamp" in d:
        n += 1
        v = d["BlackoutStopTimestamp"]
        if v is not None:
            v = timestamp(v)
        o.blackout_stop_timestamp = v
    else:
        o.blackout_stop_timestamp = None
    o.unknown_members = leftover(MigrationBlackoutExitedEventDetails, d) if n != len(d) else None
    o.__class__ = MigrationBlackoutExitedEventDetails
    return o


def write_migration_blackout_exited_event_details(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationBlackoutExitedEventDetails`."""
    d: dict[str, Any] = {}
    v = o.blackout_duration_milliseconds
    if v is not None:
        d["BlackoutDurationMilliseconds"] = v
    v = o.blackout_stop_timestamp
    if v is not None:
        d["BlackoutStopTimestamp"] = str(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_cancel_options(d: Any) -> Any:
    """A `MigrationCancelOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_cancel_options_draft)
    n = 0
    if "Origin" in d:
        n += 1
        v = d["Origin"]
        if type(v) is str:
            v = known_migration_origin(v, v)
        elif v is not None:
            raise Mismatch
        o.origin = v
    else:
        o.origin = None
    o.unknown_members = leftover(MigrationCancelOptions, d) if n != len(d) else None
    o.__class__ = MigrationCancelOptions
    return o


def write_migration_cancel_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationCancelOptions`."""
    d: dict[str, Any] = {}
    v = o.origin
    if v is not None:
        d["Origin"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_compression_settings(d: Any) -> Any:
    """A `MigrationCompressionSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_compression_settings_draft)
    n = 0
    if "ThrottleWorkerCount" in d:
        n += 1
        v = d["ThrottleWorkerCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.throttle_worker_count = v
    else:
        o.throttle_worker_count = None
    o.unknown_members = leftover(MigrationCompressionSettings, d) if n != len(d) else None
    o.__class__ = MigrationCompressionSettings
    return o


def write_migration_compression_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationCompressionSettings`."""
    d: dict[str, Any] = {}
    v = o.throttle_worker_count
    if v is not None:
        d["ThrottleWorkerCount"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_finalized_options(d: Any) -> Any:
    """A `MigrationFinalizedOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_finalized_options_draft)
    n = 0
    if "Origin" in d:
        n += 1
        v = d["Origin"]
        if type(v) is str:
            v = known_migration_origin(v, v)
        elif v is not None:
            raise Mismatch
        o.origin = v
    else:
        o.origin = None
    if "FinalizedOperation" in d:
        n += 1
        v = d["FinalizedOperation"]
        if type(v) is str:
            v = known_migration_final_operation(v, v)
        elif v is not None:
            raise Mismatch
        o.finalized_operation = v
    else:
        o.finalized_operation = None
    o.unknown_members = leftover(MigrationFinalizedOptions, d) if n != len(d) else None
    o.__class__ = MigrationFinalizedOptions
    return o


def write_migration_finalized_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationFinalizedOptions`."""
    d: dict[str, Any] = {}
    v = o.origin
    if v is not None:
        d["Origin"] = v if type(v) is str else text_of(v)
    v = o.finalized_operation
    if v is not None:
        d["FinalizedOperation"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_initialize_options(d: Any) -> Any:
    """A `MigrationInitializeOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_initialize_options_draft)
    n = 0
    if "Origin" in d:
        n += 1
        v = d["Origin"]
        if type(v) is str:
            v = known_migration_origin(v, v)
        elif v is not None:
            raise Mismatch
        o.origin = v
    else:
        o.origin = None
    if "MemoryTransport" in d:
        n += 1
        v = d["MemoryTransport"]
        if type(v) is str:
            v = known_migration_memory_transport(v, v)
        elif v is not None:
            raise Mismatch
        o.memory_transport = v
    else:
        o.memory_transport = None
    if "MemoryTransferThrottleParams" in d:
        n += 1
        v = d["MemoryTransferThrottleParams"]
        if v is not None:
            v = read_memory_migration_transfer_throttle_params(v)
        o.memory_transfer_throttle_params = v
    else:
        o.memory_transfer_throttle_params = None
    if "CompressionSettings" in d:
        n += 1
        v = d["CompressionSettings"]
        if v is not None:
            v = read_migration_compression_settings(v)
        o.compression_settings = v
    else:
        o.compression_settings = None
    if "ChecksumVerification" in d:
        n += 1
        v = d["ChecksumVerification"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.checksum_verification = v
    else:
        o.checksum_verification = None
    if "PerfTracingEnabled" in d:
        n += 1
        v = d["PerfTracingEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.perf_tracing_enabled = v
    else:
        o.perf_tracing_enabled = None
    if "CancelIfBlackoutThresholdExceeds" in d:
        n += 1
        v = d["CancelIfBlackoutThresholdExceeds"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.cancel_if_blackout_threshold_exceeds = v
    else:
        o.cancel_if_blackout_threshold_exceeds = None
    if "PrepareMemoryTransferMode" in d:
        n += 1
        v = d["PrepareMemoryTransferMode"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.prepare_memory_transfer_mode = v
    else:
        o.prepare_memory_transfer_mode = None
    if "CompatibilityData" in d:
        n += 1
        v = d["CompatibilityData"]
        if v is not None:
            v = read_compatibility_info(v)
        o.compatibility_data = v
    else:
        o.compatibility_data = None
    o.unknown_members = leftover(MigrationInitializeOptions, d) if n != len(d) else None
    o.__class__ = MigrationInitializeOptions
    return o


def write_migration_initialize_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationInitializeOptions`."""
    d: dict[str, Any] = {}
    v = o.origin
    if v is not None:
        d["Origin"] = v if type(v) is str else text_of(v)
    v = o.memory_transport
    if v is not None:
        d["MemoryTransport"] = v if type(v) is str else text_of(v)
    v = o.memory_transfer_throttle_params
    if v is not None:
        d["MemoryTransferThrottleParams"] = write_memory_migration_transfer_throttle_params(v)
    v = o.compression_settings
    if v is not None:
        d["CompressionSettings"] = write_migration_compression_settings(v)
    v = o.checksum_verification
    if v is not None:
        d["ChecksumVerification"] = v
    v = o.perf_tracing_enabled
    if v is not None:
        d["PerfTracingEnabled"] = v
    v = o.cancel_if_blackout_threshold_exceeds
    if v is not None:
        d["CancelIfBlackoutThresholdExceeds"] = v
    v = o.prepare_memory_transfer_mode
    if v is not None:
        d["PrepareMemoryTransferMode"] = v
    v = o.compatibility_data
    if v is not None:
        d["CompatibilityData"] = write_compatibility_info(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_network_settings(d: Any) -> Any:
    """A `MigrationNetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_network_settings_draft)
    n = 0
    if "SessionId" in d:
        n += 1
        v = d["SessionId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.session_id = v
    else:
        o.session_id = None
    o.unknown_members = leftover(MigrationNetworkSettings, d) if n != len(d) else None
    o.__class__ = MigrationNetworkSettings
    return o


def write_migration_network_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationNetworkSettings`."""
    d: dict[str, Any] = {}
    v = o.session_id
    if v is not None:
        d["SessionId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_start_options(d: Any) -> Any:
    """A `MigrationStartOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_start_options_draft)
    n = 0
    if "NetworkSettings" in d:
        n += 1
        v = d["NetworkSettings"]
        if v is not None:
            v = read_migration_network_settings(v)
        o.network_settings = v
    else:
        o.network_settings = None
    o.unknown_members = leftover(MigrationStartOptions, d) if n != len(d) else None
    o.__class__ = MigrationStartOptions
    return o


def write_migration_start_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationStartOptions`."""
    d: dict[str, Any] = {}
    v = o.network_settings
    if v is not None:
        d["NetworkSettings"] = write_migration_network_settings(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_migration_transfer_options(d: Any) -> Any:
    """A `MigrationTransferOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(migration_transfer_options_draft)
    n = 0
    if "Origin" in d:
        n += 1
        v = d["Origin"]
        if type(v) is str:
            v = known_migration_origin(v, v)
        elif v is not None:
            raise Mismatch
        o.origin = v
    else:
        o.origin = None
    o.unknown_members = leftover(MigrationTransferOptions, d) if n != len(d) else None
    o.__class__ = MigrationTransferOptions
    return o


def write_migration_transfer_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `MigrationTransferOptions`."""
    d: dict[str, Any] = {}
    v = o.origin
    if v is not None:
        d["Origin"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_operation_system_migration_notification_info(d: Any) -> Any:
    """A `OperationSystemMigrationNotificationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(operation_system_migration_notification_info_draft)
    n = 0
    if "Origin" in d:
        n += 1
        v = d["Origin"]
        if type(v) is str:
            v = known_migration_origin(v, v)
        elif v is not None:
            raise Mismatch
        o.origin = v
    else:
        o.origin = None
    if "Event" in d:
        n += 1
        v = d["Event"]
        if type(v) is str:
            v = known_migration_event(v, v)
        elif v is not None:
            raise Mismatch
        o.event = v
    else:
        o.event = None
    if "Result" in d:
        n += 1
        v = d["Result"]
        if type(v) is str:
            v = known_migration_result(v, v)
        elif v is not None:
            raise Mismatch
        o.result = v
    else:
        o.result = None
    if "AdditionalDetails" in d:
        n += 1
        v = d["AdditionalDetails"]
        if v is not None:
            v = selected("hcs.OperationSystemMigrationNotificationInfo.AdditionalDetails", d.get("Event"), v)
        o.additional_details = v
    else:
        o.additional_details = None
    o.unknown_members = leftover(OperationSystemMigrationNotificationInfo, d) if n != len(d) or None in d.values() else None
    o.__class__ = OperationSystemMigrationNotificationInfo
    return o


def write_operation_system_migration_notification_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `OperationSystemMigrationNotificationInfo`."""
    d: dict[str, Any] = {}
    v = o.origin
    if v is not None:
        d["Origin"] = v if type(v) is str else text_of(v)
    v = o.event
    if v is not None:
        d["Event"] = v if type(v) is str else text_of(v)
    v = o.result
    if v is not None:
        d["Result"] = v if type(v) is str else text_of(v)
    v = o.additional_details
    if v is not None:
        d["AdditionalDetails"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_start_options(d: Any) -> Any:
    """A `StartOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(start_options_draft)
    n = 0
    if "DestinationMigrationOptions" in d:
        n += 1
        v = d["DestinationMigrationOptions"]
        if v is not None:
            v = read_migration_start_options(v)
        o.destination_migration_options = v
    else:
        o.destination_migration_options = None
    o.unknown_members = leftover(StartOptions, d) if n != len(d) else None
    o.__class__ = StartOptions
    return o


def write_start_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `StartOptions`."""
    d: dict[str, Any] = {}
    v = o.destination_migration_options
    if v is not None:
        d["DestinationMigrationOptions"] = write_migration_start_options(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.CompatibilityInfo": (read_compatibility_info, write_compatibility_info),
    "hcs.LaunchOptions": (read_launch_options, write_launch_options),
    "hcs.MemoryMigrationTransferThrottleParams": (read_memory_migration_transfer_throttle_params, write_memory_migration_transfer_throttle_params),
    "hcs.MigrationBlackoutExitedEventDetails": (read_migration_blackout_exited_event_details, write_migration_blackout_exited_event_details),
    "hcs.MigrationCancelOptions": (read_migration_cancel_options, write_migration_cancel_options),
    "hcs.MigrationCompressionSettings": (read_migration_compression_settings, write_migration_compression_settings),
    "hcs.MigrationFinalizedOptions": (read_migration_finalized_options, write_migration_finalized_options),
    "hcs.MigrationInitializeOptions": (read_migration_initialize_options, write_migration_initialize_options),
    "hcs.MigrationNetworkSettings": (read_migration_network_settings, write_migration_network_settings),
    "hcs.MigrationStartOptions": (read_migration_start_options, write_migration_start_options),
    "hcs.MigrationTransferOptions": (read_migration_transfer_options, write_migration_transfer_options),
    "hcs.OperationSystemMigrationNotificationInfo": (read_operation_system_migration_notification_info, write_operation_system_migration_notification_info),
    "hcs.StartOptions": (read_start_options, write_start_options),
}
"""Reader and writer of each type, by published name."""
