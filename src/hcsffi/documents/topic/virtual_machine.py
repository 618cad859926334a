"""Virtual machines, their saved state and their integration services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.scalar import Timestamp
    from hcsffi.documents.topic.device import Devices
    from hcsffi.documents.topic.firmware import Chipset
    from hcsffi.documents.topic.layer import StorageQoS
    from hcsffi.documents.topic.migration import MigrationInitializeOptions
    from hcsffi.documents.topic.registry import RegistryChanges
    from hcsffi.documents.topic.system_state import StateOverride, Version
    from hcsffi.documents.topic.topology import Topology


@define(frozen=True, kw_only=True)
class VirtualMachine(Document, published="hcs.VirtualMachine", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """A virtual machine: firmware, processors, memory, devices and services."""

    version: Version | None = member("Version", "Version", "2.5", "docs dump hcsshim")
    stop_on_reset: bool | None = member("StopOnReset", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "A guest's reset is a stop.")
    chipset: Chipset | None = member("Chipset", "Chipset", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    compute_topology: Topology | None = member("ComputeTopology", "Topology", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    devices: Devices | None = member("Devices", "Devices", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    # since: first sdk 2004; the published version is kept, the older SDK is a back-port.
    services: Services | None = member("Services", "Services", "2.5", "docs dump")
    guest_state: GuestState | None = member("GuestState", "GuestState", "2.1", "docs dump hcsshim hcs-rs zlayer")
    restore_state: RestoreState | None = member("RestoreState", "RestoreState", "2.0", "docs dump hcsshim hcs-rs")
    registry_changes: RegistryChanges | None = member("RegistryChanges", "RegistryChanges", "2.0", "docs dump hcsshim hcs-rs zlayer")
    storage_qos: StorageQoS | None = member("StorageQoS", "StorageQoS", "2.1", "docs dump hcsshim hcs-rs")
    guest_connection: GuestConnection | None = member(
        "GuestConnection", "GuestConnection", "2.1", "docs dump hcsshim hcs-rs", "Absent: the VM counts as started without a guest agent."
    )
    debug_options: DebugOptions | None = member("DebugOptions", "DebugOptions", None, "hcsshim wsl zlayer")
    security_settings: SecuritySettings | None = member("SecuritySettings", "SecuritySettings", None, "hcsshim")
    resource_partition_id: str | None = member("ResourcePartitionId", "string", None, "hcsshim")
    migration_options: MigrationInitializeOptions | None = member("MigrationOptions", "MigrationInitializeOptions", None, "hcsshim")


@define(frozen=True, kw_only=True)
class GuestConnection(Document, published="hcs.GuestConnection", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """How the guest agent is reached."""

    use_vsock: bool | None = member("UseVsock", "bool", "2.1", "docs dump hcsshim hcs-rs")
    use_connected_suspend: bool | None = member("UseConnectedSuspend", "bool", "2.1", "docs dump hcsshim hcs-rs")
    use_host_time_zone: bool | None = member("UseHostTimeZone", "bool", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class DebugOptions(Document, published="hcs.DebugOptions", sources="hcsshim wsl hcs-rs zlayer"):
    """Where state is saved when a guest crashes, for debugging."""

    bugcheck_saved_state_file_name: str | None = member("BugcheckSavedStateFileName", "string", None, "hcsshim wsl hcs-rs zlayer")
    bugcheck_no_crashdump_saved_state_file_name: str | None = member(
        "BugcheckNoCrashdumpSavedStateFileName", "string", None, "hcsshim zlayer"
    )
    triple_fault_saved_state_file_name: str | None = member("TripleFaultSavedStateFileName", "string", None, "hcsshim")
    firmware_dump_file_name: str | None = member("FirmwareDumpFileName", "string", None, "hcsshim")
    shutdown_or_reset_saved_state_file_name: str | None = member("ShutdownOrResetSavedStateFileName", "string", None, "wsl")


class EnlightenmentModifications(TextEnum, published="hcs.EnlightenmentModifications", since="2.5", sources="docs"):
    """A change to what the hypervisor tells a guest."""

    UNREPORTED = "Unreported"
    FAVOR_AUTO_EOI = "FavorAutoEoi"
    RSVD_Z1 = "RsvdZ1"


@define(frozen=True, kw_only=True)
class SecuritySettings(Document, published="hcs.SecuritySettings", sources="hcsshim"):
    """Trusted platform module and isolation of a virtual machine."""

    enable_tpm: bool | None = member("EnableTpm", "bool", None, "hcsshim")
    isolation: IsolationSettings | None = member("Isolation", "IsolationSettings", None, "hcsshim")


@define(frozen=True, kw_only=True)
class IsolationSettings(Document, published="hcs.IsolationSettings", sources="hcsshim"):
    """How the memory of a virtual machine is kept from the host."""

    isolation_type: str | None = member("IsolationType", "string", None, "hcsshim")
    debug_host: str | None = member("DebugHost", "string", None, "hcsshim")
    debug_port: int | None = member("DebugPort", "int64", None, "hcsshim")
    launch_data: str | None = member("LaunchData", "string", None, "hcsshim")
    hcl_enabled: bool | None = member("HclEnabled", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class GuestState(Document, published="hcs.GuestState", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """Files with the firmware's and the runtime's state."""

    guest_state_file_path: str | None = member("GuestStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs zlayer")
    runtime_state_file_path: str | None = member("RuntimeStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs")
    force_transient_state: bool | None = member("ForceTransientState", "bool", "2.1", "docs dump hcsshim hcs-rs")
    guest_state_file_type: str | None = member("GuestStateFileType", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class RestoreState(Document, published="hcs.RestoreState", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """Saved state a machine starts from."""

    save_state_file_path: str | None = member("SaveStateFilePath", "string", "2.0", "docs dump hcsshim hcs-rs")
    template_system_id: str | None = member("TemplateSystemId", "string", "2.1", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class RuntimeState(Document, published="hcs.RuntimeState", sources="dump"):
    """Saved state of the devices of a machine."""

    version: Version | None = member("Version", "Version", None, "dump")
    devices: Mapping[str, RuntimeStateDevice] | None = member("Devices", "map<string,RuntimeState_Device>", None, "dump")


@define(frozen=True, kw_only=True)
class RuntimeStateDevice(Document, published="hcs.RuntimeState_Device", sources="dump"):
    """Saved state of one device."""

    version: Version | None = member("Version", "Version", None, "dump")
    type: str | None = member("Type", "guid", None, "dump")
    states: Mapping[str, Any] | None = member("States", "map<string,any>", None, "dump")


@define(frozen=True, kw_only=True)
class Nvram(Document, published="hcs.Nvram", sources="dump"):
    """Firmware variables, by vendor."""

    vendors: Mapping[str, NvramVendor] | None = member("Vendors", "map<string,NvramVendor>", None, "dump")
    last_update_time: Timestamp | None = member("LastUpdateTime", "datetime", None, "dump")


@define(frozen=True, kw_only=True)
class NvramVendor(Document, published="hcs.NvramVendor", sources="dump"):
    """The firmware variables of one vendor."""

    variables: Any | None = member("Variables", "any", None, "dump")


@define(frozen=True, kw_only=True)
class NvramVariable(Document, published="hcs.NvramVariable", sources="dump"):
    """One firmware variable."""

    attributes: int | None = member("Attributes", "uint32", None, "dump")
    timestamp: Timestamp | None = member("Timestamp", "datetime", None, "dump")
    data: Sequence[int] | None = member("Data", "array<uint8>", None, "dump", secret=True)


@define(frozen=True, kw_only=True)
class Services(Document, published="hcs.Services", since="2.5", sources="docs dump"):
    """Integration services of a guest."""

    # since: first sdk 2004; the published version is kept, the older SDK is a back-port.
    heartbeat: Heartbeat | None = member("Heartbeat", "Heartbeat", "2.5", "docs dump")
    shutdown: Shutdown | None = member("Shutdown", "Shutdown", "2.5", "docs dump")
    timesync: Timesync | None = member("Timesync", "Timesync", "2.5", "docs dump")
    kvp_exchange: KvpExchange | None = member("KvpExchange", "KvpExchange", "2.5", "docs dump")


@define(frozen=True, kw_only=True)
class Heartbeat(Document, published="hcs.Heartbeat", sources="docs dump"):
    """The heartbeat service; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class Shutdown(Document, published="hcs.Shutdown", sources="docs dump"):
    """The shutdown service; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class Timesync(Document, published="hcs.Timesync", sources="docs dump"):
    """The time synchronization service; no members, its presence adds it."""


@define(frozen=True, kw_only=True)
class KvpExchange(Document, published="hcs.KvpExchange", since="2.5", sources="docs dump"):
    """Keys and values exchanged between host and guest."""

    enable_host_os_info_kvp_items: StateOverride | None = member("EnableHostOSInfoKvpItems", "StateOverride", "2.5", "docs dump")
    entries_to_be_added: Mapping[str, str] | None = member("EntriesToBeAdded", "map<string,string>", "2.5", "docs dump")
    entries_to_be_removed: Sequence[str] | None = member("EntriesToBeRemoved", "array<string>", "2.5", "docs dump")


@define(frozen=True, kw_only=True)
class KvpQuery(Document, published="hcs.KvpQuery", since="2.5", sources="docs dump"):
    """Which exchanged keys to answer."""

    source: KvpSource | None = member("Source", "KvpSource", "2.5", "docs dump")
    keys: Sequence[str] | None = member("Keys", "array<string>", "2.5", "docs dump")


class KvpSource(TextEnum, published="hcs.KvpSource", since="2.5", sources="docs dump"):
    """Who set an exchanged key."""

    KVP_SET_BY_HOST = "KvpSetByHost"
    KVP_SET_BY_GUEST = "KvpSetByGuest"
    GUEST_OS_INFO = "GuestOSInfo"


@define(frozen=True, kw_only=True)
class IntegrationComponentStatus(Document, published="hcs.IntegrationComponentStatus", since="2.5", sources="docs dump"):
    """State of one integration service."""

    # since: first sdk 2004; the published version is kept, the older SDK is a back-port (the next 3 rows).
    is_enabled: bool | None = member("IsEnabled", "bool", "2.5", "docs dump")
    state: IntegrationComponentOperationalState | None = member("State", "IntegrationComponentOperationalState", "2.5", "docs dump")
    reason: IntegrationComponentOperatingStateReason | None = member(
        "Reason", "IntegrationComponentOperatingStateReason", "2.5", "docs dump"
    )


class IntegrationComponentOperationalState(
    TextEnum, published="hcs.IntegrationComponentOperationalState", since="2.5", sources="docs dump"
):
    """How an integration service is doing."""

    UNKNOWN = "Unknown"
    DEGRADED = "Degraded"
    DORMANT = "Dormant"
    ERROR = "Error"
    LOST_COMMUNICATION = "LostCommunication"
    NON_RECOVERABLE_ERROR = "NonRecoverableError"
    NO_CONTACT = "NoContact"
    OK = "Ok"


class IntegrationComponentOperatingStateReason(
    TextEnum, published="hcs.IntegrationComponentOperatingStateReason", since="2.5", sources="docs dump"
):
    """Why an integration service is in its state."""

    UNKNOWN = "Unknown"
    APPS_IN_CRITICAL_STATE = "AppsInCriticalState"
    COMMUNICATION_TIMED_OUT = "CommunicationTimedOut"
    FAILED_COMMUNICATION = "FailedCommunication"
    HEALTHY_APPS = "HealthyApps"
    PROTOCOL_MISMATCH = "ProtocolMismatch"
