"""Live migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from typing import Any

    from hcsffi.documents.scalar import Timestamp


@define(frozen=True, kw_only=True)
class MigrationInitializeOptions(Document, published="hcs.MigrationInitializeOptions", sources="hcsshim"):
    """How a live migration is prepared."""

    origin: MigrationOrigin | None = member("Origin", "MigrationOrigin", None, "hcsshim")
    memory_transport: MigrationMemoryTransport | None = member("MemoryTransport", "MigrationMemoryTransport", None, "hcsshim")
    memory_transfer_throttle_params: MemoryMigrationTransferThrottleParams | None = member(
        "MemoryTransferThrottleParams", "MemoryMigrationTransferThrottleParams", None, "hcsshim"
    )
    compression_settings: MigrationCompressionSettings | None = member(
        "CompressionSettings", "MigrationCompressionSettings", None, "hcsshim"
    )
    checksum_verification: bool | None = member("ChecksumVerification", "bool", None, "hcsshim")
    perf_tracing_enabled: bool | None = member("PerfTracingEnabled", "bool", None, "hcsshim")
    cancel_if_blackout_threshold_exceeds: bool | None = member("CancelIfBlackoutThresholdExceeds", "bool", None, "hcsshim")
    prepare_memory_transfer_mode: bool | None = member("PrepareMemoryTransferMode", "bool", None, "hcsshim")
    compatibility_data: CompatibilityInfo | None = member("CompatibilityData", "CompatibilityInfo", None, "hcsshim")


class MigrationOrigin(TextEnum, published="hcs.MigrationOrigin", sources="hcsshim"):
    """Which side of a migration it is."""

    SOURCE = "Source"
    DESTINATION = "Destination"


class MigrationMemoryTransport(TextEnum, published="hcs.MigrationMemoryTransport", sources="hcsshim"):
    """Over what memory is transferred."""

    TCP = "TCP"


@define(frozen=True, kw_only=True)
class MigrationCompressionSettings(Document, published="hcs.MigrationCompressionSettings", sources="hcsshim"):
    """How transferred memory is compressed."""

    throttle_worker_count: int | None = member("ThrottleWorkerCount", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class MemoryMigrationTransferThrottleParams(Document, published="hcs.MemoryMigrationTransferThrottleParams", sources="hcsshim"):
    """How a guest is slowed down while its memory is transferred."""

    skip_throttling: bool | None = member("SkipThrottling", "bool", None, "hcsshim")
    throttling_scale: float | None = member("ThrottlingScale", "float64", None, "hcsshim")
    minimum_throttle_percentage: int | None = member("MinimumThrottlePercentage", "uint8", None, "hcsshim", unit="percent")
    target_number_of_brownout_transfer_passes: int | None = member("TargetNumberOfBrownoutTransferPasses", "uint32", None, "hcsshim")
    starting_brownout_pass_number_for_throttling: int | None = member("StartingBrownoutPassNumberForThrottling", "uint32", None, "hcsshim")
    maximum_number_of_brownout_transfer_passes: int | None = member("MaximumNumberOfBrownoutTransferPasses", "uint32", None, "hcsshim")
    target_blackout_transfer_time: int | None = member("TargetBlackoutTransferTime", "uint32", None, "hcsshim")
    blackout_time_threshold_for_cancelling_migration: int | None = member(
        "BlackoutTimeThresholdForCancellingMigration", "uint32", None, "hcsshim"
    )


@define(frozen=True, kw_only=True)
class CompatibilityInfo(Document, published="hcs.CompatibilityInfo", sources="hcsshim"):
    """What the target of a migration has to be compatible with."""

    data: bytes | None = member("Data", "binary", None, "hcsshim")


@define(frozen=True, kw_only=True)
class StartOptions(Document, published="hcs.StartOptions", sources="hcsshim"):
    """What a migration target starts with."""

    destination_migration_options: MigrationStartOptions | None = member(
        "DestinationMigrationOptions", "MigrationStartOptions", None, "hcsshim"
    )


@define(frozen=True, kw_only=True)
class MigrationStartOptions(Document, published="hcs.MigrationStartOptions", sources="hcsshim"):
    """What the target of a migration starts with."""

    network_settings: MigrationNetworkSettings | None = member("NetworkSettings", "MigrationNetworkSettings", None, "hcsshim")


@define(frozen=True, kw_only=True)
class MigrationNetworkSettings(Document, published="hcs.MigrationNetworkSettings", sources="hcsshim"):
    """The network session of a migration."""

    session_id: int | None = member("SessionId", "uint32", None, "hcsshim")


@define(frozen=True, kw_only=True)
class MigrationTransferOptions(Document, published="hcs.MigrationTransferOptions", sources="hcsshim"):
    """How memory is transferred."""

    origin: MigrationOrigin | None = member("Origin", "MigrationOrigin", None, "hcsshim")


@define(frozen=True, kw_only=True)
class MigrationFinalizedOptions(Document, published="hcs.MigrationFinalizedOptions", sources="hcsshim"):
    """How a migration is finished."""

    origin: MigrationOrigin | None = member("Origin", "MigrationOrigin", None, "hcsshim")
    finalized_operation: MigrationFinalOperation | None = member("FinalizedOperation", "MigrationFinalOperation", None, "hcsshim")


class MigrationFinalOperation(TextEnum, published="hcs.MigrationFinalOperation", sources="hcsshim"):
    """What becomes of the machine when a migration is finished."""

    RESUME = "Resume"
    STOP = "Stop"


@define(frozen=True, kw_only=True)
class MigrationCancelOptions(Document, published="hcs.MigrationCancelOptions", sources="hcsshim"):
    """How a migration is cancelled."""

    origin: MigrationOrigin | None = member("Origin", "MigrationOrigin", None, "hcsshim")


@define(frozen=True, kw_only=True)
class LaunchOptions(Document, published="hcs.LaunchOptions", sources="hcs-rs"):
    """How the worker process is launched."""

    type: AppContainerLaunchType | None = member("Type", "AppContainerLaunchType", None, "hcs-rs")


class AppContainerLaunchType(TextEnum, published="hcs.AppContainerLaunchType", sources="hcs-rs"):
    """Whether the worker process runs in an app container."""

    DEFAULT = "Default"
    NONE = "None"
    APP_CONTAINER = "AppContainer"


@define(frozen=True, kw_only=True)
class OperationSystemMigrationNotificationInfo(Document, published="hcs.OperationSystemMigrationNotificationInfo", sources="hcsshim"):
    """Payload of the live migration event."""

    origin: MigrationOrigin | None = member("Origin", "MigrationOrigin", None, "hcsshim")
    event: MigrationEvent | None = member("Event", "MigrationEvent", None, "hcsshim")
    result: MigrationResult | None = member("Result", "MigrationResult", None, "hcsshim")
    additional_details: Any | None = member("AdditionalDetails", "any by Event", None, "hcsshim")


class MigrationEvent(TextEnum, published="hcs.MigrationEvent", sources="hcsshim"):
    """What has happened in a migration."""

    UNKNOWN = "Unknown"
    MIGRATION_DONE = "MigrationDone"
    BLACKOUT_STARTED = "BlackoutStarted"
    OFFLINE_DONE = "OfflineDone"
    BLACKOUT_EXITED = "BlackoutExited"
    SETUP_DONE = "SetupDone"
    TRANSFER_IN_PROGRESS = "TransferInProgress"
    MIGRATION_RECOVERY_DONE = "MigrationRecoveryDone"
    MIGRATION_FAILED = "MigrationFailed"


class MigrationResult(TextEnum, published="hcs.MigrationResult", sources="hcsshim"):
    """How a migration ended."""

    INVALID = "Invalid"
    SUCCESS = "Success"
    MIGRATION_CANCELLED = "MigrationCancelled"
    GUEST_INITIATED_CANCELLATION = "GuestInitiatedCancellation"
    SOURCE_MIGRATION_FAILED = "SourceMigrationFailed"
    DESTINATION_MIGRATION_FAILED = "DestinationMigrationFailed"
    MIGRATION_RECOVERY_FAILED = "MigrationRecoveryFailed"


@define(frozen=True, kw_only=True)
class MigrationBlackoutExitedEventDetails(Document, published="hcs.MigrationBlackoutExitedEventDetails", sources="hcsshim"):
    """How long a migrating machine stood still."""

    blackout_duration_milliseconds: int | None = member("BlackoutDurationMilliseconds", "uint64", None, "hcsshim", unit="ms")
    blackout_stop_timestamp: Timestamp | None = member("BlackoutStopTimestamp", "datetime", None, "hcsshim")
