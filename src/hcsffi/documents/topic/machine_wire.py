"""Reading and writing: virtual machines and their services.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, later, leftover, merged, open_value, plain, text, text_keys, text_of, texts
from hcsffi.documents.topic.machine import CrashOptions, CrashType, DebugOptions, GuestConnection, GuestConnectionInfo, GuestCrashReporting, Heartbeat, InjectNonMaskableInterrupt, IntegrationComponentOperatingStateReason, IntegrationComponentOperationalState, IntegrationComponentStatus, KvpExchange, KvpQuery, KvpSource, SecuritySettings, Shutdown, ShutdownMechanism, ShutdownOptions, ShutdownType, Timesync, VirtualMachine, WindowsCrashReporting
from hcsffi.documents.topic.system import StateOverride

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
crash_options_draft = draft(CrashOptions)
debug_options_draft = draft(DebugOptions)
guest_connection_draft = draft(GuestConnection)
guest_connection_info_draft = draft(GuestConnectionInfo)
guest_crash_reporting_draft = draft(GuestCrashReporting)
heartbeat_draft = draft(Heartbeat)
inject_non_maskable_interrupt_draft = draft(InjectNonMaskableInterrupt)
integration_component_status_draft = draft(IntegrationComponentStatus)
kvp_exchange_draft = draft(KvpExchange)
kvp_query_draft = draft(KvpQuery)
security_settings_draft = draft(SecuritySettings)
shutdown_draft = draft(Shutdown)
shutdown_options_draft = draft(ShutdownOptions)
timesync_draft = draft(Timesync)
virtual_machine_draft = draft(VirtualMachine)
windows_crash_reporting_draft = draft(WindowsCrashReporting)
known_crash_type = CrashType._value2member_map_.get
known_integration_component_operating_state_reason = IntegrationComponentOperatingStateReason._value2member_map_.get
known_integration_component_operational_state = IntegrationComponentOperationalState._value2member_map_.get
known_kvp_source = KvpSource._value2member_map_.get
known_shutdown_mechanism = ShutdownMechanism._value2member_map_.get
known_shutdown_type = ShutdownType._value2member_map_.get
known_state_override = StateOverride._value2member_map_.get
read_chipset = later("hcsffi.documents.topic.firmware_wire", "read_chipset", globals())
read_devices = later("hcsffi.documents.topic.devices_wire", "read_devices", globals())
read_guest_state = later("hcsffi.documents.topic.disks_wire", "read_guest_state", globals())
read_isolation_settings = later("hcsffi.documents.topic.container_wire", "read_isolation_settings", globals())
read_migration_initialize_options = later("hcsffi.documents.topic.migration_wire", "read_migration_initialize_options", globals())
read_registry_changes = later("hcsffi.documents.topic.registry_wire", "read_registry_changes", globals())
read_restore_state = later("hcsffi.documents.topic.disks_wire", "read_restore_state", globals())
read_services = later("hcsffi.documents.topic.service_wire", "read_services", globals())
read_storage_qos = later("hcsffi.documents.topic.process_wire", "read_storage_qos", globals())
read_topology = later("hcsffi.documents.topic.topology_wire", "read_topology", globals())
read_version = later("hcsffi.documents.topic.system_wire", "read_version", globals())
write_chipset = later("hcsffi.documents.topic.firmware_wire", "write_chipset", globals())
write_devices = later("hcsffi.documents.topic.devices_wire", "write_devices", globals())
write_guest_state = later("hcsffi.documents.topic.disks_wire", "write_guest_state", globals())
write_isolation_settings = later("hcsffi.documents.topic.container_wire", "write_isolation_settings", globals())
write_migration_initialize_options = later("hcsffi.documents.topic.migration_wire", "write_migration_initialize_options", globals())
write_registry_changes = later("hcsffi.documents.topic.registry_wire", "write_registry_changes", globals())
write_restore_state = later("hcsffi.documents.topic.disks_wire", "write_restore_state", globals())
write_services = later("hcsffi.documents.topic.service_wire", "write_services", globals())
write_storage_qos = later("hcsffi.documents.topic.process_wire", "write_storage_qos", globals())
write_topology = later("hcsffi.documents.topic.topology_wire", "write_topology", globals())
write_version = later("hcsffi.documents.topic.system_wire", "write_version", globals())


def read_crash_options(d: Any) -> Any:
    """A `CrashOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(crash_options_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_crash_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    o.unknown_members = leftover(CrashOptions, d) if n != len(d) else None
    o.__class__ = CrashOptions
    return o


def write_crash_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `CrashOptions`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_debug_options(d: Any) -> Any:
    """A `DebugOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(debug_options_draft)
    n = 0
    if "BugcheckSavedStateFileName" in d:
        n += 1
        v = d["BugcheckSavedStateFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.bugcheck_saved_state_file_name = v
    else:
        o.bugcheck_saved_state_file_name = None
    if "BugcheckNoCrashdumpSavedStateFileName" in d:
        n += 1
        v = d["BugcheckNoCrashdumpSavedStateFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.bugcheck_no_crashdump_saved_state_file_name = v
    else:
        o.bugcheck_no_crashdump_saved_state_file_name = None
    if "TripleFaultSavedStateFileName" in d:
        n += 1
        v = d["TripleFaultSavedStateFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.triple_fault_saved_state_file_name = v
    else:
        o.triple_fault_saved_state_file_name = None
    if "FirmwareDumpFileName" in d:
        n += 1
        v = d["FirmwareDumpFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.firmware_dump_file_name = v
    else:
        o.firmware_dump_file_name = None
    if "ShutdownOrResetSavedStateFileName" in d:
        n += 1
        v = d["ShutdownOrResetSavedStateFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.shutdown_or_reset_saved_state_file_name = v
    else:
        o.shutdown_or_reset_saved_state_file_name = None
    o.unknown_members = leftover(DebugOptions, d) if n != len(d) else None
    o.__class__ = DebugOptions
    return o


def write_debug_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `DebugOptions`."""
    d: dict[str, Any] = {}
    v = o.bugcheck_saved_state_file_name
    if v is not None:
        d["BugcheckSavedStateFileName"] = v
    v = o.bugcheck_no_crashdump_saved_state_file_name
    if v is not None:
        d["BugcheckNoCrashdumpSavedStateFileName"] = v
    v = o.triple_fault_saved_state_file_name
    if v is not None:
        d["TripleFaultSavedStateFileName"] = v
    v = o.firmware_dump_file_name
    if v is not None:
        d["FirmwareDumpFileName"] = v
    v = o.shutdown_or_reset_saved_state_file_name
    if v is not None:
        d["ShutdownOrResetSavedStateFileName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_connection(d: Any) -> Any:
    """A `GuestConnection` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_connection_draft)
    n = 0
    if "UseVsock" in d:
        n += 1
        v = d["UseVsock"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_vsock = v
    else:
        o.use_vsock = None
    if "UseConnectedSuspend" in d:
        n += 1
        v = d["UseConnectedSuspend"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_connected_suspend = v
    else:
        o.use_connected_suspend = None
    if "UseHostTimeZone" in d:
        n += 1
        v = d["UseHostTimeZone"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_host_time_zone = v
    else:
        o.use_host_time_zone = None
    o.unknown_members = leftover(GuestConnection, d) if n != len(d) else None
    o.__class__ = GuestConnection
    return o


def write_guest_connection(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestConnection`."""
    d: dict[str, Any] = {}
    v = o.use_vsock
    if v is not None:
        d["UseVsock"] = v
    v = o.use_connected_suspend
    if v is not None:
        d["UseConnectedSuspend"] = v
    v = o.use_host_time_zone
    if v is not None:
        d["UseHostTimeZone"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_connection_info(d: Any) -> Any:
    """A `GuestConnectionInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_connection_info_draft)
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            v = [read_version(x) for x in array(v)]
        o.supported_schema_versions = v
    else:
        o.supported_schema_versions = None
    if "ProtocolVersion" in d:
        n += 1
        v = d["ProtocolVersion"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.protocol_version = v
    else:
        o.protocol_version = None
    if "GuestDefinedCapabilities" in d:
        n += 1
        v = d["GuestDefinedCapabilities"]
        if v is not None:
            v = open_value(v)
        o.guest_defined_capabilities = v
    else:
        o.guest_defined_capabilities = None
    o.unknown_members = leftover(GuestConnectionInfo, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestConnectionInfo
    return o


def write_guest_connection_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestConnectionInfo`."""
    d: dict[str, Any] = {}
    v = o.supported_schema_versions
    if v is not None:
        d["SupportedSchemaVersions"] = [write_version(x) for x in v]
    v = o.protocol_version
    if v is not None:
        d["ProtocolVersion"] = v
    v = o.guest_defined_capabilities
    if v is not None:
        d["GuestDefinedCapabilities"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_crash_reporting(d: Any) -> Any:
    """A `GuestCrashReporting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_crash_reporting_draft)
    n = 0
    if "WindowsCrashSettings" in d:
        n += 1
        v = d["WindowsCrashSettings"]
        if v is not None:
            v = read_windows_crash_reporting(v)
        o.windows_crash_settings = v
    else:
        o.windows_crash_settings = None
    o.unknown_members = leftover(GuestCrashReporting, d) if n != len(d) else None
    o.__class__ = GuestCrashReporting
    return o


def write_guest_crash_reporting(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestCrashReporting`."""
    d: dict[str, Any] = {}
    v = o.windows_crash_settings
    if v is not None:
        d["WindowsCrashSettings"] = write_windows_crash_reporting(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_heartbeat(d: Any) -> Any:
    """A `Heartbeat` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(heartbeat_draft)
    n = 0
    o.unknown_members = leftover(Heartbeat, d) if n != len(d) else None
    o.__class__ = Heartbeat
    return o


def write_heartbeat(o: Any) -> dict[str, Any]:
    """The JSON object of a `Heartbeat`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_inject_non_maskable_interrupt(d: Any) -> Any:
    """A `InjectNonMaskableInterrupt` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(inject_non_maskable_interrupt_draft)
    n = 0
    o.unknown_members = leftover(InjectNonMaskableInterrupt, d) if n != len(d) else None
    o.__class__ = InjectNonMaskableInterrupt
    return o


def write_inject_non_maskable_interrupt(o: Any) -> dict[str, Any]:
    """The JSON object of a `InjectNonMaskableInterrupt`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_integration_component_status(d: Any) -> Any:
    """A `IntegrationComponentStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(integration_component_status_draft)
    n = 0
    if "IsEnabled" in d:
        n += 1
        v = d["IsEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_enabled = v
    else:
        o.is_enabled = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_integration_component_operational_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "Reason" in d:
        n += 1
        v = d["Reason"]
        if type(v) is str:
            v = known_integration_component_operating_state_reason(v, v)
        elif v is not None:
            raise Mismatch
        o.reason = v
    else:
        o.reason = None
    o.unknown_members = leftover(IntegrationComponentStatus, d) if n != len(d) else None
    o.__class__ = IntegrationComponentStatus
    return o


def write_integration_component_status(o: Any) -> dict[str, Any]:
    """The JSON object of a `IntegrationComponentStatus`."""
    d: dict[str, Any] = {}
    v = o.is_enabled
    if v is not None:
        d["IsEnabled"] = v
    v = o.state
    if v is not None:
        d["State"] = v if type(v) is str else text_of(v)
    v = o.reason
    if v is not None:
        d["Reason"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_kvp_exchange(d: Any) -> Any:
    """A `KvpExchange` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(kvp_exchange_draft)
    n = 0
    if "EnableHostOSInfoKvpItems" in d:
        n += 1
        v = d["EnableHostOSInfoKvpItems"]
        if type(v) is str:
            v = known_state_override(v, v)
        elif v is not None:
            raise Mismatch
        o.enable_host_os_info_kvp_items = v
    else:
        o.enable_host_os_info_kvp_items = None
    if "EntriesToBeAdded" in d:
        n += 1
        v = d["EntriesToBeAdded"]
        if v is not None:
            v = {k: text(x) for k, x in text_keys(v)}
        o.entries_to_be_added = v
    else:
        o.entries_to_be_added = None
    if "EntriesToBeRemoved" in d:
        n += 1
        v = d["EntriesToBeRemoved"]
        if v is not None:
            v = texts(v)
        o.entries_to_be_removed = v
    else:
        o.entries_to_be_removed = None
    o.unknown_members = leftover(KvpExchange, d) if n != len(d) else None
    o.__class__ = KvpExchange
    return o


def write_kvp_exchange(o: Any) -> dict[str, Any]:
    """The JSON object of a `KvpExchange`."""
    d: dict[str, Any] = {}
    v = o.enable_host_os_info_kvp_items
    if v is not None:
        d["EnableHostOSInfoKvpItems"] = v if type(v) is str else text_of(v)
    v = o.entries_to_be_added
    if v is not None:
        d["EntriesToBeAdded"] = {**v}
    v = o.entries_to_be_removed
    if v is not None:
        d["EntriesToBeRemoved"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_kvp_query(d: Any) -> Any:
    """A `KvpQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(kvp_query_draft)
    n = 0
    if "Source" in d:
        n += 1
        v = d["Source"]
        if type(v) is str:
            v = known_kvp_source(v, v)
        elif v is not None:
            raise Mismatch
        o.source = v
    else:
        o.source = None
    if "Keys" in d:
        n += 1
        v = d["Keys"]
        if v is not None:
            v = texts(v)
        o.keys = v
    else:
        o.keys = None
    o.unknown_members = leftover(KvpQuery, d) if n != len(d) else None
    o.__class__ = KvpQuery
    return o


def write_kvp_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `KvpQuery`."""
    d: dict[str, Any] = {}
    v = o.source
    if v is not None:
        d["Source"] = v if type(v) is str else text_of(v)
    v = o.keys
    if v is not None:
        d["Keys"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_security_settings(d: Any) -> Any:
    """A `SecuritySettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(security_settings_draft)
    n = 0
    if "EnableTpm" in d:
        n += 1
        v = d["EnableTpm"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_tpm = v
    else:
        o.enable_tpm = None
    if "Isolation" in d:
        n += 1
        v = d["Isolation"]
        if v is not None:
            v = read_isolation_settings(v)
        o.isolation = v
    else:
        o.isolation = None
    o.unknown_members = leftover(SecuritySettings, d) if n != len(d) else None
    o.__class__ = SecuritySettings
    return o


def write_security_settings(o: Any) -> dict[str, Any]:
    """The JSON object of a `SecuritySettings`."""
    d: dict[str, Any] = {}
    v = o.enable_tpm
    if v is not None:
        d["EnableTpm"] = v
    v = o.isolation
    if v is not None:
        d["Isolation"] = write_isolation_settings(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_shutdown(d: Any) -> Any:
    """A `Shutdown` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(shutdown_draft)
    n = 0
    o.unknown_members = leftover(Shutdown, d) if n != len(d) else None
    o.__class__ = Shutdown
    return o


def write_shutdown(o: Any) -> dict[str, Any]:
    """The JSON object of a `Shutdown`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_shutdown_options(d: Any) -> Any:
    """A `ShutdownOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(shutdown_options_draft)
    n = 0
    if "Mechanism" in d:
        n += 1
        v = d["Mechanism"]
        if type(v) is str:
            v = known_shutdown_mechanism(v, v)
        elif v is not None:
            raise Mismatch
        o.mechanism = v
    else:
        o.mechanism = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_shutdown_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Force" in d:
        n += 1
        v = d["Force"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.force = v
    else:
        o.force = None
    if "Reason" in d:
        n += 1
        v = d["Reason"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.reason = v
    else:
        o.reason = None
    o.unknown_members = leftover(ShutdownOptions, d) if n != len(d) else None
    o.__class__ = ShutdownOptions
    return o


def write_shutdown_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `ShutdownOptions`."""
    d: dict[str, Any] = {}
    v = o.mechanism
    if v is not None:
        d["Mechanism"] = v if type(v) is str else text_of(v)
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.force
    if v is not None:
        d["Force"] = v
    v = o.reason
    if v is not None:
        d["Reason"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_timesync(d: Any) -> Any:
    """A `Timesync` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(timesync_draft)
    n = 0
    o.unknown_members = leftover(Timesync, d) if n != len(d) else None
    o.__class__ = Timesync
    return o


def write_timesync(o: Any) -> dict[str, Any]:
    """The JSON object of a `Timesync`."""
    d: dict[str, Any] = {}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_virtual_machine(d: Any) -> Any:
    """A `VirtualMachine` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(virtual_machine_draft)
    n = 0
    if "Version" in d:
        n += 1
        v = d["Version"]
        if v is not None:
            v = read_version(v)
        o.version = v
    else:
        o.version = None
    if "StopOnReset" in d:
        n += 1
        v = d["StopOnReset"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.stop_on_reset = v
    else:
        o.stop_on_reset = None
    if "Chipset" in d:
        n += 1
        v = d["Chipset"]
        if v is not None:
            v = read_chipset(v)
        o.chipset = v
    else:
        o.chipset = None
    if "ComputeTopology" in d:
        n += 1
        v = d["ComputeTopology"]
        if v is not None:
            v = read_topology(v)
        o.compute_topology = v
    else:
        o.compute_topology = None
    if "Devices" in d:
        n += 1
        v = d["Devices"]
        if v is not None:
            v = read_devices(v)
        o.devices = v
    else:
        o.devices = None
    if "Services" in d:
        n += 1
        v = d["Services"]
        if v is not None:
            v = read_services(v)
        o.services = v
    else:
        o.services = None
    if "GuestState" in d:
        n += 1
        v = d["GuestState"]
        if v is not None:
            v = read_guest_state(v)
        o.guest_state = v
    else:
        o.guest_state = None
    if "RestoreState" in d:
        n += 1
        v = d["RestoreState"]
        if v is not None:
            v = read_restore_state(v)
        o.restore_state = v
    else:
        o.restore_state = None
    if "RegistryChanges" in d:
        n += 1
        v = d["RegistryChanges"]
        if v is not None:
            v = read_registry_changes(v)
        o.registry_changes = v
    else:
        o.registry_changes = None
    if "StorageQoS" in d:
        n += 1
        v = d["StorageQoS"]
        if v is not None:
            v = read_storage_qos(v)
        o.storage_qos = v
    else:
        o.storage_qos = None
    if "GuestConnection" in d:
        n += 1
        v = d["GuestConnection"]
        if v is not None:
            v = read_guest_connection(v)
        o.guest_connection = v
    else:
        o.guest_connection = None
    if "DebugOptions" in d:
        n += 1
        v = d["DebugOptions"]
        if v is not None:
            v = read_debug_options(v)
        o.debug_options = v
    else:
        o.debug_options = None
    if "SecuritySettings" in d:
        n += 1
        v = d["SecuritySettings"]
        if v is not None:
            v = read_security_settings(v)
        o.security_settings = v
    else:
        o.security_settings = None
    if "ResourcePartitionId" in d:
        n += 1
        v = d["ResourcePartitionId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_partition_id = v
    else:
        o.resource_partition_id = None
    if "MigrationOptions" in d:
        n += 1
        v = d["MigrationOptions"]
        if v is not None:
            v = read_migration_initialize_options(v)
        o.migration_options = v
    else:
        o.migration_options = None
    o.unknown_members = leftover(VirtualMachine, d) if n != len(d) else None
    o.__class__ = VirtualMachine
    return o


def write_virtual_machine(o: Any) -> dict[str, Any]:
    """The JSON object of a `VirtualMachine`."""
    d: dict[str, Any] = {}
    v = o.version
    if v is not None:
        d["Version"] = write_version(v)
    v = o.stop_on_reset
    if v is not None:
        d["StopOnReset"] = v
    v = o.chipset
    if v is not None:
        d["Chipset"] = write_chipset(v)
    v = o.compute_topology
    if v is not None:
        d["ComputeTopology"] = write_topology(v)
    v = o.devices
    if v is not None:
        d["Devices"] = write_devices(v)
    v = o.services
    if v is not None:
        d["Services"] = write_services(v)
    v = o.guest_state
    if v is not None:
        d["GuestState"] = write_guest_state(v)
    v = o.restore_state
    if v is not None:
        d["RestoreState"] = write_restore_state(v)
    v = o.registry_changes
    if v is not None:
        d["RegistryChanges"] = write_registry_changes(v)
    v = o.storage_qos
    if v is not None:
        d["StorageQoS"] = write_storage_qos(v)
    v = o.guest_connection
    if v is not None:
        d["GuestConnection"] = write_guest_connection(v)
    v = o.debug_options
    if v is not None:
        d["DebugOptions"] = write_debug_options(v)
    v = o.security_settings
    if v is not None:
        d["SecuritySettings"] = write_security_settings(v)
    v = o.resource_partition_id
    if v is not None:
        d["ResourcePartitionId"] = v
    v = o.migration_options
    if v is not None:
        d["MigrationOptions"] = write_migration_initialize_options(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_windows_crash_reporting(d: Any) -> Any:
    """A `WindowsCrashReporting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(windows_crash_reporting_draft)
    n = 0
    if "DumpFileName" in d:
        n += 1
        v = d["DumpFileName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dump_file_name = v
    else:
        o.dump_file_name = None
    if "MaxDumpSize" in d:
        n += 1
        v = d["MaxDumpSize"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.max_dump_size = v
    else:
        o.max_dump_size = None
    if "DumpType" in d:
        n += 1
        v = d["DumpType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dump_type = v
    else:
        o.dump_type = None
    o.unknown_members = leftover(WindowsCrashReporting, d) if n != len(d) else None
    o.__class__ = WindowsCrashReporting
    return o


def write_windows_crash_reporting(o: Any) -> dict[str, Any]:
    """The JSON object of a `WindowsCrashReporting`."""
    d: dict[str, Any] = {}
    v = o.dump_file_name
    if v is not None:
        d["DumpFileName"] = v
    v = o.max_dump_size
    if v is not None:
        d["MaxDumpSize"] = v
    v = o.dump_type
    if v is not None:
        d["DumpType"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.CrashOptions": (read_crash_options, write_crash_options),
    "hcs.DebugOptions": (read_debug_options, write_debug_options),
    "hcs.GuestConnection": (read_guest_connection, write_guest_connection),
    "hcs.GuestConnectionInfo": (read_guest_connection_info, write_guest_connection_info),
    "hcs.GuestCrashReporting": (read_guest_crash_reporting, write_guest_crash_reporting),
    "hcs.Heartbeat": (read_heartbeat, write_heartbeat),
    "hcs.InjectNonMaskableInterrupt": (read_inject_non_maskable_interrupt, write_inject_non_maskable_interrupt),
    "hcs.IntegrationComponentStatus": (read_integration_component_status, write_integration_component_status),
    "hcs.KvpExchange": (read_kvp_exchange, write_kvp_exchange),
    "hcs.KvpQuery": (read_kvp_query, write_kvp_query),
    "hcs.SecuritySettings": (read_security_settings, write_security_settings),
    "hcs.Shutdown": (read_shutdown, write_shutdown),
    "hcs.ShutdownOptions": (read_shutdown_options, write_shutdown_options),
    "hcs.Timesync": (read_timesync, write_timesync),
    "hcs.VirtualMachine": (read_virtual_machine, write_virtual_machine),
    "hcs.WindowsCrashReporting": (read_windows_crash_reporting, write_windows_crash_reporting),
}
"""Reader and writer of each type, by published name."""
