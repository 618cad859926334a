"""Virtual machines and their services.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.topic.container import IsolationSettings
    from hcsffi.documents.topic.devices import Devices
    from hcsffi.documents.topic.disks import GuestState, RestoreState
    from hcsffi.documents.topic.firmware import Chipset
    from hcsffi.documents.topic.migration import MigrationInitializeOptions
    from hcsffi.documents.topic.process import StorageQoS
    from hcsffi.documents.topic.registry import RegistryChanges
    from hcsffi.documents.topic.service import Services
    from hcsffi.documents.topic.system import StateOverride, Version
    from hcsffi.documents.topic.topology import Topology

class CrashType(TextEnum):
    """Known values of `CrashType`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.CrashType"

    CRASH_GUEST = "CrashGuest"


class EnlightenmentModifications(TextEnum):
    """Known values of `EnlightenmentModifications`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcs.EnlightenmentModifications"

    UNREPORTED = "Unreported"
    FAVOR_AUTO_EOI = "FavorAutoEoi"
    RSVD_Z1 = "RsvdZ1"


class IntegrationComponentOperatingStateReason(TextEnum):
    """Known values of `IntegrationComponentOperatingStateReason`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.IntegrationComponentOperatingStateReason"

    UNKNOWN = "Unknown"
    APPS_IN_CRITICAL_STATE = "AppsInCriticalState"
    COMMUNICATION_TIMED_OUT = "CommunicationTimedOut"
    FAILED_COMMUNICATION = "FailedCommunication"
    HEALTHY_APPS = "HealthyApps"
    PROTOCOL_MISMATCH = "ProtocolMismatch"


class IntegrationComponentOperationalState(TextEnum):
    """Known values of `IntegrationComponentOperationalState`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.IntegrationComponentOperationalState"

    UNKNOWN = "Unknown"
    DEGRADED = "Degraded"
    DORMANT = "Dormant"
    ERROR = "Error"
    LOST_COMMUNICATION = "LostCommunication"
    NON_RECOVERABLE_ERROR = "NonRecoverableError"
    NO_CONTACT = "NoContact"
    OK = "Ok"


class KvpSource(TextEnum):
    """Known values of `KvpSource`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.KvpSource"

    KVP_SET_BY_HOST = "KvpSetByHost"
    KVP_SET_BY_GUEST = "KvpSetByGuest"
    GUEST_OS_INFO = "GuestOSInfo"


class ShutdownMechanism(TextEnum):
    """Known values of `ShutdownMechanism`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ShutdownMechanism"

    GUEST_CONNECTION = "GuestConnection"
    INTEGRATION_SERVICE = "IntegrationService"


class ShutdownType(TextEnum):
    """Known values of `ShutdownType`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ShutdownType"

    SHUTDOWN = "Shutdown"
    HIBERNATE = "Hibernate"
    REBOOT = "Reboot"


class CrashOptions(Document):
    """How to make a guest crash.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.CrashOptions"

    type: CrashType | str | None = member(
        "Type", "CrashType", "2.3", "docs dump", default=None
    )
    """CrashType, since 2.3."""


class DebugOptions(Document):
    """Where state is saved when a guest crashes, for debugging.

    Source: hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.DebugOptions"

    bugcheck_saved_state_file_name: str | None = member(
        "BugcheckSavedStateFileName", "string", None, "hcsshim wsl hcs-rs zlayer", default=None
    )
    """String; known from hcsshim, the WSL service, hcs-rs, zlayer."""

    bugcheck_no_crashdump_saved_state_file_name: str | None = member(
        "BugcheckNoCrashdumpSavedStateFileName", "string", None, "hcsshim zlayer", default=None
    )
    """String; known from hcsshim, zlayer."""

    triple_fault_saved_state_file_name: str | None = member(
        "TripleFaultSavedStateFileName", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    firmware_dump_file_name: str | None = member(
        "FirmwareDumpFileName", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    shutdown_or_reset_saved_state_file_name: str | None = member(
        "ShutdownOrResetSavedStateFileName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""


class GuestConnection(Document):
    """How the guest agent is reached.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.GuestConnection"

    use_vsock: bool | None = member(
        "UseVsock", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    use_connected_suspend: bool | None = member(
        "UseConnectedSuspend", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    use_host_time_zone: bool | None = member(
        "UseHostTimeZone", "bool", "2.4", "docs dump", default=None
    )
    """Bool, since 2.4."""


class GuestConnectionInfo(Document):
    """What the guest agent said about itself.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.GuestConnectionInfo"

    supported_schema_versions: Sequence[Version] | None = member(
        "SupportedSchemaVersions", "array<Version>", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Array<Version>, since 2.1."""

    protocol_version: int | None = member(
        "ProtocolVersion", "uint32", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint32, since 2.1."""

    guest_defined_capabilities: Any | None = member(
        "GuestDefinedCapabilities", "any", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Any, since 2.1."""


class GuestCrashReporting(Document):
    """What is collected when the guest crashes.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.GuestCrashReporting"

    windows_crash_settings: WindowsCrashReporting | None = member(
        "WindowsCrashSettings", "WindowsCrashReporting", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """WindowsCrashReporting, since 2.0."""


class Heartbeat(Document):
    """Document type `Heartbeat`.

    Source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Heartbeat"


class InjectNonMaskableInterrupt(Document):
    """Document type `InjectNonMaskableInterrupt`.

    Source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.InjectNonMaskableInterrupt"


class IntegrationComponentStatus(Document):
    """Document type `IntegrationComponentStatus`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.IntegrationComponentStatus"

    is_enabled: bool | None = member(
        "IsEnabled", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""

    state: IntegrationComponentOperationalState | str | None = member(
        "State", "IntegrationComponentOperationalState", "2.5", "docs dump", default=None
    )
    """IntegrationComponentOperationalState, since 2.5."""

    reason: IntegrationComponentOperatingStateReason | str | None = member(
        "Reason", "IntegrationComponentOperatingStateReason", "2.5", "docs dump", default=None
    )
    """IntegrationComponentOperatingStateReason, since 2.5."""


class KvpExchange(Document):
    """Document type `KvpExchange`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.KvpExchange"

    enable_host_os_info_kvp_items: StateOverride | str | None = member(
        "EnableHostOSInfoKvpItems", "StateOverride", "2.5", "docs dump", default=None
    )
    """StateOverride, since 2.5."""

    entries_to_be_added: Mapping[str, str] | None = member(
        "EntriesToBeAdded", "map<string,string>", "2.5", "docs dump", default=None
    )
    """Map<string,string>, since 2.5."""

    entries_to_be_removed: Sequence[str] | None = member(
        "EntriesToBeRemoved", "array<string>", "2.5", "docs dump", default=None
    )
    """Array<string>, since 2.5."""


class KvpQuery(Document):
    """Document type `KvpQuery`.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.KvpQuery"

    source: KvpSource | str | None = member(
        "Source", "KvpSource", "2.5", "docs dump", default=None
    )
    """KvpSource, since 2.5."""

    keys: Sequence[str] | None = member(
        "Keys", "array<string>", "2.5", "docs dump", default=None
    )
    """Array<string>, since 2.5."""


class SecuritySettings(Document):
    """Document type `SecuritySettings`.

    Source: hcsshim.
    """

    __published__ = "hcs.SecuritySettings"

    enable_tpm: bool | None = member(
        "EnableTpm", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    isolation: IsolationSettings | None = member(
        "Isolation", "IsolationSettings", None, "hcsshim", default=None
    )
    """IsolationSettings; known from hcsshim."""


class Shutdown(Document):
    """Document type `Shutdown`.

    Source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Shutdown"


class ShutdownOptions(Document):
    """2.5; older hosts want no document.

    Since schema 2.5; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.ShutdownOptions"

    mechanism: ShutdownMechanism | str | None = member(
        "Mechanism", "ShutdownMechanism", "2.5", "docs dump", default=None
    )
    """ShutdownMechanism, since 2.5."""

    type: ShutdownType | str | None = member(
        "Type", "ShutdownType", "2.5", "docs dump", default=None
    )
    """ShutdownType, since 2.5."""

    force: bool | None = member(
        "Force", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""

    reason: str | None = member(
        "Reason", "string", "2.5", "docs dump", default=None
    )
    """String, since 2.5."""


class Timesync(Document):
    """Document type `Timesync`.

    Source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.Timesync"


class VirtualMachine(Document):
    """A virtual machine: firmware, processors, memory, devices and services.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, the WSL service, hcs-rs, zlayer.
    """

    __published__ = "hcs.VirtualMachine"

    version: Version | None = member(
        "Version", "Version", "2.5", "docs dump hcsshim", default=None
    )
    """Version, since 2.5."""

    stop_on_reset: bool | None = member(
        "StopOnReset", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Treat a guest reset as a stop (bool, since 2.0)."""

    chipset: Chipset | None = member(
        "Chipset", "Chipset", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Chipset, since 2.0."""

    compute_topology: Topology | None = member(
        "ComputeTopology", "Topology", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Topology, since 2.0."""

    devices: Devices | None = member(
        "Devices", "Devices", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", default=None
    )
    """Devices, since 2.0."""

    services: Services | None = member(
        "Services", "Services", "2.5", "docs dump", default=None
    )
    """Services, since 2.5."""

    guest_state: GuestState | None = member(
        "GuestState", "GuestState", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """GuestState, since 2.1."""

    restore_state: RestoreState | None = member(
        "RestoreState", "RestoreState", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """RestoreState, since 2.0."""

    registry_changes: RegistryChanges | None = member(
        "RegistryChanges", "RegistryChanges", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """RegistryChanges, since 2.0."""

    storage_qos: StorageQoS | None = member(
        "StorageQoS", "StorageQoS", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """StorageQoS, since 2.1."""

    guest_connection: GuestConnection | None = member(
        "GuestConnection", "GuestConnection", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Absent: the VM counts as started without waiting for a guest agent (GuestConnection, since 2.1)."""

    debug_options: DebugOptions | None = member(
        "DebugOptions", "DebugOptions", None, "hcsshim wsl zlayer", default=None
    )
    """DebugOptions; known from hcsshim, the WSL service, zlayer."""

    security_settings: SecuritySettings | None = member(
        "SecuritySettings", "SecuritySettings", None, "hcsshim", default=None
    )
    """SecuritySettings; known from hcsshim."""

    resource_partition_id: str | None = member(
        "ResourcePartitionId", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""

    migration_options: MigrationInitializeOptions | None = member(
        "MigrationOptions", "MigrationInitializeOptions", None, "hcsshim", default=None
    )
    """MigrationInitializeOptions; known from hcsshim."""


class WindowsCrashReporting(Document):
    """Where a Windows guest writes its crash dump.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.WindowsCrashReporting"

    dump_file_name: str | None = member(
        "DumpFileName", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    max_dump_size: int | None = member(
        "MaxDumpSize", "int64", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """int64, since 2.0."""

    dump_type: str | None = member(
        "DumpType", "string", None, "hcsshim zlayer", default=None
    )
    """String; known from hcsshim, zlayer."""
