"""Reading and writing: virtual machines and their services.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, later, leftover, merged, open_value, plain, text, texts
from hcsffi.documents.topic.machine import CrashOptions, CrashType, DebugOptions, GuestConnection, GuestConnectionInfo, GuestCrashReporting, Heartbeat, InjectNonMaskableInterrupt, IntegrationComponentOperatingStateReason, IntegrationComponentOperationalState, IntegrationComponentStatus, KvpExchange, KvpQuery, KvpSource, SecuritySettings, Shutdown, ShutdownMechanism, ShutdownOptions, ShutdownType, Timesync, VirtualMachine, WindowsCrashReporting
from hcsffi.documents.topic.system import StateOverride

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = crash_options_draft()
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


def write_crash_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CrashOptions`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_debug_options(d: Any) -> Any:
    """A `DebugOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = debug_options_draft()
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


def write_debug_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DebugOptions`."""
    d0: Any
    d0 = {}
    if o.bugcheck_saved_state_file_name is not None:
        d0["BugcheckSavedStateFileName"] = o.bugcheck_saved_state_file_name
    if o.bugcheck_no_crashdump_saved_state_file_name is not None:
        d0["BugcheckNoCrashdumpSavedStateFileName"] = o.bugcheck_no_crashdump_saved_state_file_name
    if o.triple_fault_saved_state_file_name is not None:
        d0["TripleFaultSavedStateFileName"] = o.triple_fault_saved_state_file_name
    if o.firmware_dump_file_name is not None:
        d0["FirmwareDumpFileName"] = o.firmware_dump_file_name
    if o.shutdown_or_reset_saved_state_file_name is not None:
        d0["ShutdownOrResetSavedStateFileName"] = o.shutdown_or_reset_saved_state_file_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_connection(d: Any) -> Any:
    """A `GuestConnection` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_connection_draft()
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


def write_guest_connection(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestConnection`."""
    d0: Any
    d0 = {}
    if o.use_vsock is not None:
        d0["UseVsock"] = o.use_vsock
    if o.use_connected_suspend is not None:
        d0["UseConnectedSuspend"] = o.use_connected_suspend
    if o.use_host_time_zone is not None:
        d0["UseHostTimeZone"] = o.use_host_time_zone
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_connection_info(d: Any) -> Any:
    """A `GuestConnectionInfo` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_connection_info_draft()
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_version(x))
            v = r
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


def write_guest_connection_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestConnectionInfo`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.supported_schema_versions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_version(x1, settle))
        d0["SupportedSchemaVersions"] = r1
    if o.protocol_version is not None:
        d0["ProtocolVersion"] = o.protocol_version
    v0 = o.guest_defined_capabilities
    if v0 is not None:
        d0["GuestDefinedCapabilities"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_crash_reporting(d: Any) -> Any:
    """A `GuestCrashReporting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_crash_reporting_draft()
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


def write_guest_crash_reporting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestCrashReporting`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.windows_crash_settings
    if v0 is not None:
        d1 = {}
        if v0.dump_file_name is not None:
            d1["DumpFileName"] = v0.dump_file_name
        if v0.max_dump_size is not None:
            d1["MaxDumpSize"] = v0.max_dump_size
        if v0.dump_type is not None:
            d1["DumpType"] = v0.dump_type
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["WindowsCrashSettings"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_heartbeat(d: Any) -> Any:
    """A `Heartbeat` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = heartbeat_draft()
    n = 0
    o.unknown_members = leftover(Heartbeat, d) if n != len(d) else None
    o.__class__ = Heartbeat
    return o


def write_heartbeat(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Heartbeat`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_inject_non_maskable_interrupt(d: Any) -> Any:
    """A `InjectNonMaskableInterrupt` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = inject_non_maskable_interrupt_draft()
    n = 0
    o.unknown_members = leftover(InjectNonMaskableInterrupt, d) if n != len(d) else None
    o.__class__ = InjectNonMaskableInterrupt
    return o


def write_inject_non_maskable_interrupt(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InjectNonMaskableInterrupt`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_integration_component_status(d: Any) -> Any:
    """A `IntegrationComponentStatus` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = integration_component_status_draft()
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


def write_integration_component_status(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IntegrationComponentStatus`."""
    d0: Any
    d0 = {}
    if o.is_enabled is not None:
        d0["IsEnabled"] = o.is_enabled
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    v0 = o.reason
    if v0 is not None:
        d0["Reason"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_kvp_exchange(d: Any) -> Any:
    """A `KvpExchange` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = kvp_exchange_draft()
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
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = text(x)
            v = r
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


def write_kvp_exchange(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `KvpExchange`."""
    d0: Any
    d0 = {}
    v0 = o.enable_host_os_info_kvp_items
    if v0 is not None:
        d0["EnableHostOSInfoKvpItems"] = v0 if settle is None else settle(v0)
    v0 = o.entries_to_be_added
    if v0 is not None:
        d0["EntriesToBeAdded"] = {**v0}
    v0 = o.entries_to_be_removed
    if v0 is not None:
        d0["EntriesToBeRemoved"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_kvp_query(d: Any) -> Any:
    """A `KvpQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = kvp_query_draft()
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


def write_kvp_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `KvpQuery`."""
    d0: Any
    d0 = {}
    v0 = o.source
    if v0 is not None:
        d0["Source"] = v0 if settle is None else settle(v0)
    v0 = o.keys
    if v0 is not None:
        d0["Keys"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_security_settings(d: Any) -> Any:
    """A `SecuritySettings` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = security_settings_draft()
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


def write_security_settings(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SecuritySettings`."""
    d0: Any
    d0 = {}
    if o.enable_tpm is not None:
        d0["EnableTpm"] = o.enable_tpm
    v0 = o.isolation
    if v0 is not None:
        d0["Isolation"] = write_isolation_settings(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_shutdown(d: Any) -> Any:
    """A `Shutdown` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = shutdown_draft()
    n = 0
    o.unknown_members = leftover(Shutdown, d) if n != len(d) else None
    o.__class__ = Shutdown
    return o


def write_shutdown(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Shutdown`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_shutdown_options(d: Any) -> Any:
    """A `ShutdownOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = shutdown_options_draft()
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


def write_shutdown_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ShutdownOptions`."""
    d0: Any
    d0 = {}
    v0 = o.mechanism
    if v0 is not None:
        d0["Mechanism"] = v0 if settle is None else settle(v0)
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.force is not None:
        d0["Force"] = o.force
    if o.reason is not None:
        d0["Reason"] = o.reason
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_timesync(d: Any) -> Any:
    """A `Timesync` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = timesync_draft()
    n = 0
    o.unknown_members = leftover(Timesync, d) if n != len(d) else None
    o.__class__ = Timesync
    return o


def write_timesync(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Timesync`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_virtual_machine(d: Any) -> Any:
    """A `VirtualMachine` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = virtual_machine_draft()
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


def write_virtual_machine(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VirtualMachine`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.version
    if v0 is not None:
        d0["Version"] = write_version(v0, settle)
    if o.stop_on_reset is not None:
        d0["StopOnReset"] = o.stop_on_reset
    v0 = o.chipset
    if v0 is not None:
        d0["Chipset"] = write_chipset(v0, settle)
    v0 = o.compute_topology
    if v0 is not None:
        d0["ComputeTopology"] = write_topology(v0, settle)
    v0 = o.devices
    if v0 is not None:
        d0["Devices"] = write_devices(v0, settle)
    v0 = o.services
    if v0 is not None:
        d0["Services"] = write_services(v0, settle)
    v0 = o.guest_state
    if v0 is not None:
        d0["GuestState"] = write_guest_state(v0, settle)
    v0 = o.restore_state
    if v0 is not None:
        d0["RestoreState"] = write_restore_state(v0, settle)
    v0 = o.registry_changes
    if v0 is not None:
        d0["RegistryChanges"] = write_registry_changes(v0, settle)
    v0 = o.storage_qos
    if v0 is not None:
        d0["StorageQoS"] = write_storage_qos(v0, settle)
    v0 = o.guest_connection
    if v0 is not None:
        d1 = {}
        if v0.use_vsock is not None:
            d1["UseVsock"] = v0.use_vsock
        if v0.use_connected_suspend is not None:
            d1["UseConnectedSuspend"] = v0.use_connected_suspend
        if v0.use_host_time_zone is not None:
            d1["UseHostTimeZone"] = v0.use_host_time_zone
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GuestConnection"] = d1
    v0 = o.debug_options
    if v0 is not None:
        d1 = {}
        if v0.bugcheck_saved_state_file_name is not None:
            d1["BugcheckSavedStateFileName"] = v0.bugcheck_saved_state_file_name
        if v0.bugcheck_no_crashdump_saved_state_file_name is not None:
            d1["BugcheckNoCrashdumpSavedStateFileName"] = v0.bugcheck_no_crashdump_saved_state_file_name
        if v0.triple_fault_saved_state_file_name is not None:
            d1["TripleFaultSavedStateFileName"] = v0.triple_fault_saved_state_file_name
        if v0.firmware_dump_file_name is not None:
            d1["FirmwareDumpFileName"] = v0.firmware_dump_file_name
        if v0.shutdown_or_reset_saved_state_file_name is not None:
            d1["ShutdownOrResetSavedStateFileName"] = v0.shutdown_or_reset_saved_state_file_name
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["DebugOptions"] = d1
    v0 = o.security_settings
    if v0 is not None:
        d1 = {}
        if v0.enable_tpm is not None:
            d1["EnableTpm"] = v0.enable_tpm
        v1 = v0.isolation
        if v1 is not None:
            d1["Isolation"] = write_isolation_settings(v1, settle)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SecuritySettings"] = d1
    if o.resource_partition_id is not None:
        d0["ResourcePartitionId"] = o.resource_partition_id
    v0 = o.migration_options
    if v0 is not None:
        d0["MigrationOptions"] = write_migration_initialize_options(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_windows_crash_reporting(d: Any) -> Any:
    """A `WindowsCrashReporting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = windows_crash_reporting_draft()
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


def write_windows_crash_reporting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `WindowsCrashReporting`."""
    d0: Any
    d0 = {}
    if o.dump_file_name is not None:
        d0["DumpFileName"] = o.dump_file_name
    if o.max_dump_size is not None:
        d0["MaxDumpSize"] = o.max_dump_size
    if o.dump_type is not None:
        d0["DumpType"] = o.dump_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
