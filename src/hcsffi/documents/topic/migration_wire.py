"""Reading and writing: live migration.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, leftover, merged, number, plain, selected, timestamp, to_base64
from hcsffi.documents.topic.migration import CompatibilityInfo, LaunchOptions, MemoryMigrationTransferThrottleParams, MigrationBlackoutExitedEventDetails, MigrationCancelOptions, MigrationCompressionSettings, MigrationEvent, MigrationFinalOperation, MigrationFinalizedOptions, MigrationInitializeOptions, MigrationMemoryTransport, MigrationNetworkSettings, MigrationOrigin, MigrationResult, MigrationStartOptions, MigrationTransferOptions, OperationSystemMigrationNotificationInfo, StartOptions
from hcsffi.documents.topic.system import AppContainerLaunchType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = compatibility_info_draft()
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


def write_compatibility_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CompatibilityInfo`."""
    d0: Any
    d0 = {}
    v0 = o.data
    if v0 is not None:
        d0["Data"] = to_base64(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_launch_options(d: Any) -> Any:
    """A `LaunchOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = launch_options_draft()
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


def write_launch_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LaunchOptions`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_memory_migration_transfer_throttle_params(d: Any) -> Any:
    """A `MemoryMigrationTransferThrottleParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = memory_migration_transfer_throttle_params_draft()
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


def write_memory_migration_transfer_throttle_params(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MemoryMigrationTransferThrottleParams`."""
    d0: Any
    d0 = {}
    if o.skip_throttling is not None:
        d0["SkipThrottling"] = o.skip_throttling
    if o.throttling_scale is not None:
        d0["ThrottlingScale"] = o.throttling_scale
    if o.minimum_throttle_percentage is not None:
        d0["MinimumThrottlePercentage"] = o.minimum_throttle_percentage
    if o.target_number_of_brownout_transfer_passes is not None:
        d0["TargetNumberOfBrownoutTransferPasses"] = o.target_number_of_brownout_transfer_passes
    if o.starting_brownout_pass_number_for_throttling is not None:
        d0["StartingBrownoutPassNumberForThrottling"] = o.starting_brownout_pass_number_for_throttling
    if o.maximum_number_of_brownout_transfer_passes is not None:
        d0["MaximumNumberOfBrownoutTransferPasses"] = o.maximum_number_of_brownout_transfer_passes
    if o.target_blackout_transfer_time is not None:
        d0["TargetBlackoutTransferTime"] = o.target_blackout_transfer_time
    if o.blackout_time_threshold_for_cancelling_migration is not None:
        d0["BlackoutTimeThresholdForCancellingMigration"] = o.blackout_time_threshold_for_cancelling_migration
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_blackout_exited_event_details(d: Any) -> Any:
    """A `MigrationBlackoutExitedEventDetails` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_blackout_exited_event_details_draft()
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


def write_migration_blackout_exited_event_details(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationBlackoutExitedEventDetails`."""
    d0: Any
    d0 = {}
    if o.blackout_duration_milliseconds is not None:
        d0["BlackoutDurationMilliseconds"] = o.blackout_duration_milliseconds
    v0 = o.blackout_stop_timestamp
    if v0 is not None:
        d0["BlackoutStopTimestamp"] = str(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_cancel_options(d: Any) -> Any:
    """A `MigrationCancelOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_cancel_options_draft()
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


def write_migration_cancel_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationCancelOptions`."""
    d0: Any
    d0 = {}
    v0 = o.origin
    if v0 is not None:
        d0["Origin"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_compression_settings(d: Any) -> Any:
    """A `MigrationCompressionSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_compression_settings_draft()
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


def write_migration_compression_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationCompressionSettings`."""
    d0: Any
    d0 = {}
    if o.throttle_worker_count is not None:
        d0["ThrottleWorkerCount"] = o.throttle_worker_count
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_finalized_options(d: Any) -> Any:
    """A `MigrationFinalizedOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_finalized_options_draft()
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


def write_migration_finalized_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationFinalizedOptions`."""
    d0: Any
    d0 = {}
    v0 = o.origin
    if v0 is not None:
        d0["Origin"] = v0 if settle is None else settle(v0)
    v0 = o.finalized_operation
    if v0 is not None:
        d0["FinalizedOperation"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_initialize_options(d: Any) -> Any:
    """A `MigrationInitializeOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_initialize_options_draft()
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


def write_migration_initialize_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationInitializeOptions`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.origin
    if v0 is not None:
        d0["Origin"] = v0 if settle is None else settle(v0)
    v0 = o.memory_transport
    if v0 is not None:
        d0["MemoryTransport"] = v0 if settle is None else settle(v0)
    v0 = o.memory_transfer_throttle_params
    if v0 is not None:
        d1 = {}
        if v0.skip_throttling is not None:
            d1["SkipThrottling"] = v0.skip_throttling
        if v0.throttling_scale is not None:
            d1["ThrottlingScale"] = v0.throttling_scale
        if v0.minimum_throttle_percentage is not None:
            d1["MinimumThrottlePercentage"] = v0.minimum_throttle_percentage
        if v0.target_number_of_brownout_transfer_passes is not None:
            d1["TargetNumberOfBrownoutTransferPasses"] = v0.target_number_of_brownout_transfer_passes
        if v0.starting_brownout_pass_number_for_throttling is not None:
            d1["StartingBrownoutPassNumberForThrottling"] = v0.starting_brownout_pass_number_for_throttling
        if v0.maximum_number_of_brownout_transfer_passes is not None:
            d1["MaximumNumberOfBrownoutTransferPasses"] = v0.maximum_number_of_brownout_transfer_passes
        if v0.target_blackout_transfer_time is not None:
            d1["TargetBlackoutTransferTime"] = v0.target_blackout_transfer_time
        if v0.blackout_time_threshold_for_cancelling_migration is not None:
            d1["BlackoutTimeThresholdForCancellingMigration"] = v0.blackout_time_threshold_for_cancelling_migration
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["MemoryTransferThrottleParams"] = d1
    v0 = o.compression_settings
    if v0 is not None:
        d1 = {}
        if v0.throttle_worker_count is not None:
            d1["ThrottleWorkerCount"] = v0.throttle_worker_count
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CompressionSettings"] = d1
    if o.checksum_verification is not None:
        d0["ChecksumVerification"] = o.checksum_verification
    if o.perf_tracing_enabled is not None:
        d0["PerfTracingEnabled"] = o.perf_tracing_enabled
    if o.cancel_if_blackout_threshold_exceeds is not None:
        d0["CancelIfBlackoutThresholdExceeds"] = o.cancel_if_blackout_threshold_exceeds
    if o.prepare_memory_transfer_mode is not None:
        d0["PrepareMemoryTransferMode"] = o.prepare_memory_transfer_mode
    v0 = o.compatibility_data
    if v0 is not None:
        d1 = {}
        v1 = v0.data
        if v1 is not None:
            d1["Data"] = to_base64(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CompatibilityData"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_network_settings(d: Any) -> Any:
    """A `MigrationNetworkSettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_network_settings_draft()
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


def write_migration_network_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationNetworkSettings`."""
    d0: Any
    d0 = {}
    if o.session_id is not None:
        d0["SessionId"] = o.session_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_start_options(d: Any) -> Any:
    """A `MigrationStartOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_start_options_draft()
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


def write_migration_start_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationStartOptions`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.network_settings
    if v0 is not None:
        d1 = {}
        if v0.session_id is not None:
            d1["SessionId"] = v0.session_id
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["NetworkSettings"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_migration_transfer_options(d: Any) -> Any:
    """A `MigrationTransferOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = migration_transfer_options_draft()
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


def write_migration_transfer_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MigrationTransferOptions`."""
    d0: Any
    d0 = {}
    v0 = o.origin
    if v0 is not None:
        d0["Origin"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_operation_system_migration_notification_info(d: Any) -> Any:
    """A `OperationSystemMigrationNotificationInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = operation_system_migration_notification_info_draft()
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


def write_operation_system_migration_notification_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OperationSystemMigrationNotificationInfo`."""
    d0: Any
    d0 = {}
    v0 = o.origin
    if v0 is not None:
        d0["Origin"] = v0 if settle is None else settle(v0)
    v0 = o.event
    if v0 is not None:
        d0["Event"] = v0 if settle is None else settle(v0)
    v0 = o.result
    if v0 is not None:
        d0["Result"] = v0 if settle is None else settle(v0)
    v0 = o.additional_details
    if v0 is not None:
        d0["AdditionalDetails"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_start_options(d: Any) -> Any:
    """A `StartOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = start_options_draft()
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


def write_start_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `StartOptions`."""
    d0: Any
    d1: Any
    d2: Any
    d0 = {}
    v0 = o.destination_migration_options
    if v0 is not None:
        d1 = {}
        v1 = v0.network_settings
        if v1 is not None:
            d2 = {}
            if v1.session_id is not None:
                d2["SessionId"] = v1.session_id
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["NetworkSettings"] = d2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["DestinationMigrationOptions"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
