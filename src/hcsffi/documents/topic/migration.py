"""Live migration.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.system import AppContainerLaunchType

class MigrationEvent(TextEnum):
    """Known values of `MigrationEvent`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationEvent"

    UNKNOWN = "Unknown"
    MIGRATION_DONE = "MigrationDone"
    BLACKOUT_STARTED = "BlackoutStarted"
    OFFLINE_DONE = "OfflineDone"
    BLACKOUT_EXITED = "BlackoutExited"
    SETUP_DONE = "SetupDone"
    TRANSFER_IN_PROGRESS = "TransferInProgress"
    MIGRATION_RECOVERY_DONE = "MigrationRecoveryDone"
    MIGRATION_FAILED = "MigrationFailed"


class MigrationFinalOperation(TextEnum):
    """Known values of `MigrationFinalOperation`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationFinalOperation"

    RESUME = "Resume"
    STOP = "Stop"


class MigrationMemoryTransport(TextEnum):
    """Known values of `MigrationMemoryTransport`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationMemoryTransport"

    TCP = "TCP"


class MigrationOrigin(TextEnum):
    """Known values of `MigrationOrigin`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationOrigin"

    SOURCE = "Source"
    DESTINATION = "Destination"


class MigrationResult(TextEnum):
    """Known values of `MigrationResult`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationResult"

    INVALID = "Invalid"
    SUCCESS = "Success"
    MIGRATION_CANCELLED = "MigrationCancelled"
    GUEST_INITIATED_CANCELLATION = "GuestInitiatedCancellation"
    SOURCE_MIGRATION_FAILED = "SourceMigrationFailed"
    DESTINATION_MIGRATION_FAILED = "DestinationMigrationFailed"
    MIGRATION_RECOVERY_FAILED = "MigrationRecoveryFailed"


class CompatibilityInfo(Document):
    """Document type `CompatibilityInfo`.

    Source: hcsshim.
    """

    __published__ = "hcs.CompatibilityInfo"

    data: bytes | None = member(
        "Data", "binary", None, "hcsshim", default=None
    )
    """Binary; known from hcsshim."""


class LaunchOptions(Document):
    """Document type `LaunchOptions`.

    Source: hcs-rs.
    """

    __published__ = "hcs.LaunchOptions"

    type: AppContainerLaunchType | str | None = member(
        "Type", "AppContainerLaunchType", None, "hcs-rs", default=None
    )
    """AppContainerLaunchType; known from hcs-rs."""


class MemoryMigrationTransferThrottleParams(Document):
    """Document type `MemoryMigrationTransferThrottleParams`.

    Source: hcsshim.
    """

    __published__ = "hcs.MemoryMigrationTransferThrottleParams"

    skip_throttling: bool | None = member(
        "SkipThrottling", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    throttling_scale: float | None = member(
        "ThrottlingScale", "float64", None, "hcsshim", default=None
    )
    """Float64; known from hcsshim."""

    minimum_throttle_percentage: int | None = member(
        "MinimumThrottlePercentage", "uint8", None, "hcsshim", default=None
    )
    """uint8; known from hcsshim."""

    target_number_of_brownout_transfer_passes: int | None = member(
        "TargetNumberOfBrownoutTransferPasses", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    starting_brownout_pass_number_for_throttling: int | None = member(
        "StartingBrownoutPassNumberForThrottling", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    maximum_number_of_brownout_transfer_passes: int | None = member(
        "MaximumNumberOfBrownoutTransferPasses", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    target_blackout_transfer_time: int | None = member(
        "TargetBlackoutTransferTime", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""

    blackout_time_threshold_for_cancelling_migration: int | None = member(
        "BlackoutTimeThresholdForCancellingMigration", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class MigrationBlackoutExitedEventDetails(Document):
    """Document type `MigrationBlackoutExitedEventDetails`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationBlackoutExitedEventDetails"

    blackout_duration_milliseconds: int | None = member(
        "BlackoutDurationMilliseconds", "uint64", None, "hcsshim", default=None
    )
    """uint64 (milliseconds); known from hcsshim."""

    blackout_stop_timestamp: Timestamp | None = member(
        "BlackoutStopTimestamp", "datetime", None, "hcsshim", default=None
    )
    """Datetime; known from hcsshim."""


class MigrationCancelOptions(Document):
    """Document type `MigrationCancelOptions`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationCancelOptions"

    origin: MigrationOrigin | str | None = member(
        "Origin", "MigrationOrigin", None, "hcsshim", default=None
    )
    """MigrationOrigin; known from hcsshim."""


class MigrationCompressionSettings(Document):
    """Document type `MigrationCompressionSettings`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationCompressionSettings"

    throttle_worker_count: int | None = member(
        "ThrottleWorkerCount", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class MigrationFinalizedOptions(Document):
    """Document type `MigrationFinalizedOptions`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationFinalizedOptions"

    origin: MigrationOrigin | str | None = member(
        "Origin", "MigrationOrigin", None, "hcsshim", default=None
    )
    """MigrationOrigin; known from hcsshim."""

    finalized_operation: MigrationFinalOperation | str | None = member(
        "FinalizedOperation", "MigrationFinalOperation", None, "hcsshim", default=None
    )
    """MigrationFinalOperation; known from hcsshim."""


class MigrationInitializeOptions(Document):
    """How a live migration is prepared.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationInitializeOptions"

    origin: MigrationOrigin | str | None = member(
        "Origin", "MigrationOrigin", None, "hcsshim", default=None
    )
    """MigrationOrigin; known from hcsshim."""

    memory_transport: MigrationMemoryTransport | str | None = member(
        "MemoryTransport", "MigrationMemoryTransport", None, "hcsshim", default=None
    )
    """MigrationMemoryTransport; known from hcsshim."""

    memory_transfer_throttle_params: MemoryMigrationTransferThrottleParams | None = member(
        "MemoryTransferThrottleParams", "MemoryMigrationTransferThrottleParams", None, "hcsshim", default=None
    )
    """MemoryMigrationTransferThrottleParams; known from hcsshim."""

    compression_settings: MigrationCompressionSettings | None = member(
        "CompressionSettings", "MigrationCompressionSettings", None, "hcsshim", default=None
    )
    """MigrationCompressionSettings; known from hcsshim."""

    checksum_verification: bool | None = member(
        "ChecksumVerification", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    perf_tracing_enabled: bool | None = member(
        "PerfTracingEnabled", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    cancel_if_blackout_threshold_exceeds: bool | None = member(
        "CancelIfBlackoutThresholdExceeds", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    prepare_memory_transfer_mode: bool | None = member(
        "PrepareMemoryTransferMode", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    compatibility_data: CompatibilityInfo | None = member(
        "CompatibilityData", "CompatibilityInfo", None, "hcsshim", default=None
    )
    """CompatibilityInfo; known from hcsshim."""


class MigrationNetworkSettings(Document):
    """Document type `MigrationNetworkSettings`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationNetworkSettings"

    session_id: int | None = member(
        "SessionId", "uint32", None, "hcsshim", default=None
    )
    """uint32; known from hcsshim."""


class MigrationStartOptions(Document):
    """Document type `MigrationStartOptions`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationStartOptions"

    network_settings: MigrationNetworkSettings | None = member(
        "NetworkSettings", "MigrationNetworkSettings", None, "hcsshim", default=None
    )
    """MigrationNetworkSettings; known from hcsshim."""


class MigrationTransferOptions(Document):
    """Document type `MigrationTransferOptions`.

    Source: hcsshim.
    """

    __published__ = "hcs.MigrationTransferOptions"

    origin: MigrationOrigin | str | None = member(
        "Origin", "MigrationOrigin", None, "hcsshim", default=None
    )
    """MigrationOrigin; known from hcsshim."""


class OperationSystemMigrationNotificationInfo(Document):
    """Document type `OperationSystemMigrationNotificationInfo`.

    Source: hcsshim.
    """

    __published__ = "hcs.OperationSystemMigrationNotificationInfo"

    origin: MigrationOrigin | str | None = member(
        "Origin", "MigrationOrigin", None, "hcsshim", default=None
    )
    """MigrationOrigin; known from hcsshim."""

    event: MigrationEvent | str | None = member(
        "Event", "MigrationEvent", None, "hcsshim", default=None
    )
    """MigrationEvent; known from hcsshim."""

    result: MigrationResult | str | None = member(
        "Result", "MigrationResult", None, "hcsshim", default=None
    )
    """MigrationResult; known from hcsshim."""

    additional_details: Any | None = member(
        "AdditionalDetails", "any by Event", None, "hcsshim", default=None
    )
    """Any by Event; known from hcsshim."""


class StartOptions(Document):
    """What a migration target starts with.

    Source: hcsshim.
    """

    __published__ = "hcs.StartOptions"

    destination_migration_options: MigrationStartOptions | None = member(
        "DestinationMigrationOptions", "MigrationStartOptions", None, "hcsshim", default=None
    )
    """MigrationStartOptions; known from hcsshim."""
