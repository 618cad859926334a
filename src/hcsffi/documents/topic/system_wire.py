"""Reading and writing: compute systems: create, query, modify, pause, save.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, known_text, later, leftover, merged, open_value, plain, selected, selected_as, texts
from hcsffi.documents.topic.failure import NotificationType
from hcsffi.documents.topic.system import ComputeSystem, ComputeSystemProperties, HostedSystem, ModifyRequestType, ModifySettingRequest, OsType, PauseNotification, PauseOptions, PauseReason, PauseSuspensionLevel, Properties, PropertyResponse, SaveOptions, SaveType, State, Subnode, SubnodeType, SystemPropertyQuery, SystemPropertyType, SystemQuery, SystemType, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

compute_system_draft = draft(ComputeSystem)
compute_system_properties_draft = draft(ComputeSystemProperties)
hosted_system_draft = draft(HostedSystem)
modify_setting_request_draft = draft(ModifySettingRequest)
pause_notification_draft = draft(PauseNotification)
pause_options_draft = draft(PauseOptions)
properties_draft = draft(Properties)
property_response_draft = draft(PropertyResponse)
save_options_draft = draft(SaveOptions)
subnode_draft = draft(Subnode)
system_property_query_draft = draft(SystemPropertyQuery)
system_query_draft = draft(SystemQuery)
version_draft = draft(Version)
known_modify_request_type = ModifyRequestType._value2member_map_.get
known_notification_type = NotificationType._value2member_map_.get
known_os_type = OsType._value2member_map_.get
known_pause_reason = PauseReason._value2member_map_.get
known_pause_suspension_level = PauseSuspensionLevel._value2member_map_.get
known_save_type = SaveType._value2member_map_.get
known_state = State._value2member_map_.get
known_subnode_type = SubnodeType._value2member_map_.get
known_system_property_type = SystemPropertyType._value2member_map_.get
known_system_type = SystemType._value2member_map_.get
read_container = later("hcsffi.documents.topic.container_wire", "read_container", globals())
read_guest_connection_info = later("hcsffi.documents.topic.machine_wire", "read_guest_connection_info", globals())
read_integration_component_status = later("hcsffi.documents.topic.machine_wire", "read_integration_component_status", globals())
read_memory_information_for_vm = later("hcsffi.documents.topic.topology_wire", "read_memory_information_for_vm", globals())
read_process_details = later("hcsffi.documents.topic.process_wire", "read_process_details", globals())
read_result_error = later("hcsffi.documents.topic.failure_wire", "read_result_error", globals())
read_shared_memory_region_info = later("hcsffi.documents.topic.disks_wire", "read_shared_memory_region_info", globals())
read_statistics = later("hcsffi.documents.topic.topology_wire", "read_statistics", globals())
read_virtual_machine = later("hcsffi.documents.topic.machine_wire", "read_virtual_machine", globals())
write_container = later("hcsffi.documents.topic.container_wire", "write_container", globals())
write_guest_connection_info = later("hcsffi.documents.topic.machine_wire", "write_guest_connection_info", globals())
write_integration_component_status = later("hcsffi.documents.topic.machine_wire", "write_integration_component_status", globals())
write_memory_information_for_vm = later("hcsffi.documents.topic.topology_wire", "write_memory_information_for_vm", globals())
write_process_details = later("hcsffi.documents.topic.process_wire", "write_process_details", globals())
write_result_error = later("hcsffi.documents.topic.failure_wire", "write_result_error", globals())
write_shared_memory_region_info = later("hcsffi.documents.topic.disks_wire", "write_shared_memory_region_info", globals())
write_statistics = later("hcsffi.documents.topic.topology_wire", "write_statistics", globals())
write_virtual_machine = later("hcsffi.documents.topic.machine_wire", "write_virtual_machine", globals())


def read_compute_system(d: Any) -> Any:
    """A `ComputeSystem` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = compute_system_draft()
    n = 0
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "HostingSystemId" in d:
        n += 1
        v = d["HostingSystemId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hosting_system_id = v
    else:
        o.hosting_system_id = None
    if "HostedSystem" in d:
        n += 1
        v = d["HostedSystem"]
        if v is not None:
            v = selected_as("hcs.HostedSystem", v)
        o.hosted_system = v
    else:
        o.hosted_system = None
    if "Container" in d:
        n += 1
        v = d["Container"]
        if v is not None:
            v = read_container(v)
        o.container = v
    else:
        o.container = None
    if "VirtualMachine" in d:
        n += 1
        v = d["VirtualMachine"]
        if v is not None:
            v = read_virtual_machine(v)
        o.virtual_machine = v
    else:
        o.virtual_machine = None
    if "ShouldTerminateOnLastHandleClosed" in d:
        n += 1
        v = d["ShouldTerminateOnLastHandleClosed"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.should_terminate_on_last_handle_closed = v
    else:
        o.should_terminate_on_last_handle_closed = None
    o.unknown_members = leftover(ComputeSystem, d) if n != len(d) or None in d.values() else None
    o.__class__ = ComputeSystem
    return o


def write_compute_system(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ComputeSystem`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.owner is not None:
        d0["Owner"] = o.owner
    v0 = o.schema_version
    if v0 is not None:
        d1 = {}
        if v0.major is not None:
            d1["Major"] = v0.major
        if v0.minor is not None:
            d1["Minor"] = v0.minor
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SchemaVersion"] = d1
    if o.hosting_system_id is not None:
        d0["HostingSystemId"] = o.hosting_system_id
    v0 = o.hosted_system
    if v0 is not None:
        d0["HostedSystem"] = plain(v0, settle)
    v0 = o.container
    if v0 is not None:
        d0["Container"] = write_container(v0, settle)
    v0 = o.virtual_machine
    if v0 is not None:
        d0["VirtualMachine"] = write_virtual_machine(v0, settle)
    if o.should_terminate_on_last_handle_closed is not None:
        d0["ShouldTerminateOnLastHandleClosed"] = o.should_terminate_on_last_handle_closed
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_compute_system_properties(d: Any) -> Any:
    """A `ComputeSystemProperties` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = compute_system_properties_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "SystemType" in d:
        n += 1
        v = d["SystemType"]
        if type(v) is str:
            v = known_system_type(v, v)
        elif v is not None:
            raise Mismatch
        o.system_type = v
    else:
        o.system_type = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "RuntimeId" in d:
        n += 1
        v = d["RuntimeId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.runtime_id = v
    else:
        o.runtime_id = None
    if "RuntimeOsType" in d:
        n += 1
        v = d["RuntimeOsType"]
        if type(v) is str:
            v = known_os_type(v, v)
        elif v is not None:
            raise Mismatch
        o.runtime_os_type = v
    else:
        o.runtime_os_type = None
    if "HostingSystemId" in d:
        n += 1
        v = d["HostingSystemId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hosting_system_id = v
    else:
        o.hosting_system_id = None
    if "IsDummy" in d:
        n += 1
        v = d["IsDummy"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_dummy = v
    else:
        o.is_dummy = None
    if "ObRoot" in d:
        n += 1
        v = d["ObRoot"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ob_root = v
    else:
        o.ob_root = None
    if "RuntimeTemplateId" in d:
        n += 1
        v = d["RuntimeTemplateId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_template_id = v
    else:
        o.runtime_template_id = None
    o.unknown_members = leftover(ComputeSystemProperties, d) if n != len(d) else None
    o.__class__ = ComputeSystemProperties
    return o


def write_compute_system_properties(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ComputeSystemProperties`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.system_type
    if v0 is not None:
        d0["SystemType"] = v0 if settle is None else settle(v0)
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.runtime_id is not None:
        d0["RuntimeId"] = o.runtime_id
    v0 = o.runtime_os_type
    if v0 is not None:
        d0["RuntimeOsType"] = v0 if settle is None else settle(v0)
    if o.hosting_system_id is not None:
        d0["HostingSystemId"] = o.hosting_system_id
    if o.is_dummy is not None:
        d0["IsDummy"] = o.is_dummy
    if o.ob_root is not None:
        d0["ObRoot"] = o.ob_root
    if o.runtime_template_id is not None:
        d0["RuntimeTemplateId"] = o.runtime_template_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hosted_system(d: Any) -> Any:
    """A `HostedSystem` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hosted_system_draft()
    n = 0
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Container" in d:
        n += 1
        v = d["Container"]
        if v is not None:
            v = read_container(v)
        o.container = v
    else:
        o.container = None
    o.unknown_members = leftover(HostedSystem, d) if n != len(d) else None
    o.__class__ = HostedSystem
    return o


def write_hosted_system(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostedSystem`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.schema_version
    if v0 is not None:
        d1 = {}
        if v0.major is not None:
            d1["Major"] = v0.major
        if v0.minor is not None:
            d1["Minor"] = v0.minor
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SchemaVersion"] = d1
    v0 = o.container
    if v0 is not None:
        d0["Container"] = write_container(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_setting_request(d: Any) -> Any:
    """A `ModifySettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_setting_request_draft()
    n = 0
    if "ResourcePath" in d:
        n += 1
        v = d["ResourcePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_path = v
    else:
        o.resource_path = None
    if "RequestType" in d:
        n += 1
        v = d["RequestType"]
        if type(v) is str:
            v = known_modify_request_type(v, v)
        elif v is not None:
            raise Mismatch
        o.request_type = v
    else:
        o.request_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcs.ModifySettingRequest.Settings", d.get("ResourcePath"), v)
        o.settings = v
    else:
        o.settings = None
    if "GuestRequest" in d:
        n += 1
        v = d["GuestRequest"]
        if v is not None:
            v = selected_as("hcs.GuestModifySettingRequest", v)
        o.guest_request = v
    else:
        o.guest_request = None
    o.unknown_members = leftover(ModifySettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifySettingRequest
    return o


def write_modify_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifySettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_path is not None:
        d0["ResourcePath"] = o.resource_path
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    v0 = o.guest_request
    if v0 is not None:
        d0["GuestRequest"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_pause_notification(d: Any) -> Any:
    """A `PauseNotification` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = pause_notification_draft()
    n = 0
    if "Reason" in d:
        n += 1
        v = d["Reason"]
        if type(v) is str:
            v = known_pause_reason(v, v)
        elif v is not None:
            raise Mismatch
        o.reason = v
    else:
        o.reason = None
    o.unknown_members = leftover(PauseNotification, d) if n != len(d) else None
    o.__class__ = PauseNotification
    return o


def write_pause_notification(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PauseNotification`."""
    d0: Any
    d0 = {}
    v0 = o.reason
    if v0 is not None:
        d0["Reason"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_pause_options(d: Any) -> Any:
    """A `PauseOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = pause_options_draft()
    n = 0
    if "SuspensionLevel" in d:
        n += 1
        v = d["SuspensionLevel"]
        if type(v) is str:
            v = known_pause_suspension_level(v, v)
        elif v is not None:
            raise Mismatch
        o.suspension_level = v
    else:
        o.suspension_level = None
    if "HostedNotification" in d:
        n += 1
        v = d["HostedNotification"]
        if v is not None:
            v = read_pause_notification(v)
        o.hosted_notification = v
    else:
        o.hosted_notification = None
    o.unknown_members = leftover(PauseOptions, d) if n != len(d) else None
    o.__class__ = PauseOptions
    return o


def write_pause_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PauseOptions`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.suspension_level
    if v0 is not None:
        d0["SuspensionLevel"] = v0 if settle is None else settle(v0)
    v0 = o.hosted_notification
    if v0 is not None:
        d1 = {}
        v1 = v0.reason
        if v1 is not None:
            d1["Reason"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["HostedNotification"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_properties(d: Any) -> Any:
    """A `Properties` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = properties_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "SystemType" in d:
        n += 1
        v = d["SystemType"]
        if type(v) is str:
            v = known_system_type(v, v)
        elif v is not None:
            raise Mismatch
        o.system_type = v
    else:
        o.system_type = None
    if "RuntimeOsType" in d:
        n += 1
        v = d["RuntimeOsType"]
        if type(v) is str:
            v = known_os_type(v, v)
        elif v is not None:
            raise Mismatch
        o.runtime_os_type = v
    else:
        o.runtime_os_type = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "RuntimeId" in d:
        n += 1
        v = d["RuntimeId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.runtime_id = v
    else:
        o.runtime_id = None
    if "RuntimeTemplateId" in d:
        n += 1
        v = d["RuntimeTemplateId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_template_id = v
    else:
        o.runtime_template_id = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "Stopped" in d:
        n += 1
        v = d["Stopped"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.stopped = v
    else:
        o.stopped = None
    if "ExitType" in d:
        n += 1
        v = d["ExitType"]
        if type(v) is str:
            v = known_notification_type(v, v)
        elif v is not None:
            raise Mismatch
        o.exit_type = v
    else:
        o.exit_type = None
    if "Memory" in d:
        n += 1
        v = d["Memory"]
        if v is not None:
            v = read_memory_information_for_vm(v)
        o.memory = v
    else:
        o.memory = None
    if "Statistics" in d:
        n += 1
        v = d["Statistics"]
        if v is not None:
            v = read_statistics(v)
        o.statistics = v
    else:
        o.statistics = None
    if "ProcessList" in d:
        n += 1
        v = d["ProcessList"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_process_details(x))
            v = r
        o.process_list = v
    else:
        o.process_list = None
    if "TerminateOnLastHandleClosed" in d:
        n += 1
        v = d["TerminateOnLastHandleClosed"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.terminate_on_last_handle_closed = v
    else:
        o.terminate_on_last_handle_closed = None
    if "HostingSystemId" in d:
        n += 1
        v = d["HostingSystemId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hosting_system_id = v
    else:
        o.hosting_system_id = None
    if "SharedMemoryRegionInfo" in d:
        n += 1
        v = d["SharedMemoryRegionInfo"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_shared_memory_region_info(x))
            v = r
        o.shared_memory_region_info = v
    else:
        o.shared_memory_region_info = None
    if "GuestConnectionInfo" in d:
        n += 1
        v = d["GuestConnectionInfo"]
        if v is not None:
            v = read_guest_connection_info(v)
        o.guest_connection_info = v
    else:
        o.guest_connection_info = None
    if "PropertyResponses" in d:
        n += 1
        v = d["PropertyResponses"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_property_response(x)
            v = r
        o.property_responses = v
    else:
        o.property_responses = None
    if "ICHeartbeatStatus" in d:
        n += 1
        v = d["ICHeartbeatStatus"]
        if v is not None:
            v = read_integration_component_status(v)
        o.ic_heartbeat_status = v
    else:
        o.ic_heartbeat_status = None
    if "SystemGUID" in d:
        n += 1
        v = d["SystemGUID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.system_guid = v
    else:
        o.system_guid = None
    if "LCOWMetrics" in d:
        n += 1
        v = d["LCOWMetrics"]
        if v is not None:
            v = open_value(v)
        o.lcow_metrics = v
    else:
        o.lcow_metrics = None
    if "RuntimeImagePath" in d:
        n += 1
        v = d["RuntimeImagePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.runtime_image_path = v
    else:
        o.runtime_image_path = None
    if "MemoryTopology" in d:
        n += 1
        v = d["MemoryTopology"]
        if v is not None:
            v = open_value(v)
        o.memory_topology = v
    else:
        o.memory_topology = None
    if "ServiceSessionId" in d:
        n += 1
        v = d["ServiceSessionId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.service_session_id = v
    else:
        o.service_session_id = None
    o.unknown_members = leftover(Properties, d) if n != len(d) or None in d.values() else None
    o.__class__ = Properties
    return o


def write_properties(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Properties`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.system_type
    if v0 is not None:
        d0["SystemType"] = v0 if settle is None else settle(v0)
    v0 = o.runtime_os_type
    if v0 is not None:
        d0["RuntimeOsType"] = v0 if settle is None else settle(v0)
    if o.name is not None:
        d0["Name"] = o.name
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.runtime_id is not None:
        d0["RuntimeId"] = o.runtime_id
    if o.runtime_template_id is not None:
        d0["RuntimeTemplateId"] = o.runtime_template_id
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    if o.stopped is not None:
        d0["Stopped"] = o.stopped
    v0 = o.exit_type
    if v0 is not None:
        d0["ExitType"] = v0 if settle is None else settle(v0)
    v0 = o.memory
    if v0 is not None:
        d0["Memory"] = write_memory_information_for_vm(v0, settle)
    v0 = o.statistics
    if v0 is not None:
        d0["Statistics"] = write_statistics(v0, settle)
    v0 = o.process_list
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_process_details(x1, settle))
        d0["ProcessList"] = r1
    if o.terminate_on_last_handle_closed is not None:
        d0["TerminateOnLastHandleClosed"] = o.terminate_on_last_handle_closed
    if o.hosting_system_id is not None:
        d0["HostingSystemId"] = o.hosting_system_id
    v0 = o.shared_memory_region_info
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_shared_memory_region_info(x1, settle))
        d0["SharedMemoryRegionInfo"] = r1
    v0 = o.guest_connection_info
    if v0 is not None:
        d0["GuestConnectionInfo"] = write_guest_connection_info(v0, settle)
    v0 = o.property_responses
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            d2 = {}
            v2 = x1.error
            if v2 is not None:
                d2["Error"] = write_result_error(v2, settle)
            v2 = x1.response
            if v2 is not None:
                d2["Response"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1[k1] = d2
        d0["PropertyResponses"] = r1
    v0 = o.ic_heartbeat_status
    if v0 is not None:
        d0["ICHeartbeatStatus"] = write_integration_component_status(v0, settle)
    if o.system_guid is not None:
        d0["SystemGUID"] = o.system_guid
    v0 = o.lcow_metrics
    if v0 is not None:
        d0["LCOWMetrics"] = plain(v0, settle)
    if o.runtime_image_path is not None:
        d0["RuntimeImagePath"] = o.runtime_image_path
    v0 = o.memory_topology
    if v0 is not None:
        d0["MemoryTopology"] = plain(v0, settle)
    if o.service_session_id is not None:
        d0["ServiceSessionId"] = o.service_session_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_property_response(d: Any) -> Any:
    """A `PropertyResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = property_response_draft()
    n = 0
    if "Error" in d:
        n += 1
        v = d["Error"]
        if v is not None:
            v = read_result_error(v)
        o.error = v
    else:
        o.error = None
    if "Response" in d:
        n += 1
        v = d["Response"]
        if v is not None:
            v = open_value(v)
        o.response = v
    else:
        o.response = None
    o.unknown_members = leftover(PropertyResponse, d) if n != len(d) or None in d.values() else None
    o.__class__ = PropertyResponse
    return o


def write_property_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PropertyResponse`."""
    d0: Any
    d0 = {}
    v0 = o.error
    if v0 is not None:
        d0["Error"] = write_result_error(v0, settle)
    v0 = o.response
    if v0 is not None:
        d0["Response"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_save_options(d: Any) -> Any:
    """A `SaveOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = save_options_draft()
    n = 0
    if "SaveType" in d:
        n += 1
        v = d["SaveType"]
        if type(v) is str:
            v = known_save_type(v, v)
        elif v is not None:
            raise Mismatch
        o.save_type = v
    else:
        o.save_type = None
    if "SaveStateFilePath" in d:
        n += 1
        v = d["SaveStateFilePath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.save_state_file_path = v
    else:
        o.save_state_file_path = None
    o.unknown_members = leftover(SaveOptions, d) if n != len(d) else None
    o.__class__ = SaveOptions
    return o


def write_save_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SaveOptions`."""
    d0: Any
    d0 = {}
    v0 = o.save_type
    if v0 is not None:
        d0["SaveType"] = v0 if settle is None else settle(v0)
    if o.save_state_file_path is not None:
        d0["SaveStateFilePath"] = o.save_state_file_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_subnode(d: Any) -> Any:
    """A `Subnode` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = subnode_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_subnode_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(Subnode, d) if n != len(d) else None
    o.__class__ = Subnode
    return o


def write_subnode(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Subnode`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_property_query(d: Any) -> Any:
    """A `SystemPropertyQuery` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = system_property_query_draft()
    n = 0
    if "PropertyTypes" in d:
        n += 1
        v = d["PropertyTypes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_system_property_type))
            v = r
        o.property_types = v
    else:
        o.property_types = None
    if "Queries" in d:
        n += 1
        v = d["Queries"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = open_value(x)
            v = r
        o.queries = v
    else:
        o.queries = None
    o.unknown_members = leftover(SystemPropertyQuery, d) if n != len(d) else None
    o.__class__ = SystemPropertyQuery
    return o


def write_system_property_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemPropertyQuery`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.property_types
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["PropertyTypes"] = r1
    v0 = o.queries
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            r1[k1] = plain(x1, settle)
        d0["Queries"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_system_query(d: Any) -> Any:
    """A `SystemQuery` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = system_query_draft()
    n = 0
    if "Ids" in d:
        n += 1
        v = d["Ids"]
        if v is not None:
            v = texts(v)
        o.ids = v
    else:
        o.ids = None
    if "Names" in d:
        n += 1
        v = d["Names"]
        if v is not None:
            v = texts(v)
        o.names = v
    else:
        o.names = None
    if "Types" in d:
        n += 1
        v = d["Types"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_system_type))
            v = r
        o.types = v
    else:
        o.types = None
    if "Owners" in d:
        n += 1
        v = d["Owners"]
        if v is not None:
            v = texts(v)
        o.owners = v
    else:
        o.owners = None
    o.unknown_members = leftover(SystemQuery, d) if n != len(d) else None
    o.__class__ = SystemQuery
    return o


def write_system_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SystemQuery`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.ids
    if v0 is not None:
        d0["Ids"] = [*v0]
    v0 = o.names
    if v0 is not None:
        d0["Names"] = [*v0]
    v0 = o.types
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["Types"] = r1
    v0 = o.owners
    if v0 is not None:
        d0["Owners"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_version(d: Any) -> Any:
    """A `Version` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = version_draft()
    n = 0
    if "Major" in d:
        n += 1
        v = d["Major"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.major = v
    else:
        o.major = None
    if "Minor" in d:
        n += 1
        v = d["Minor"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.minor = v
    else:
        o.minor = None
    o.unknown_members = leftover(Version, d) if n != len(d) else None
    o.__class__ = Version
    return o


def write_version(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Version`."""
    d0: Any
    d0 = {}
    if o.major is not None:
        d0["Major"] = o.major
    if o.minor is not None:
        d0["Minor"] = o.minor
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.ComputeSystem": (read_compute_system, write_compute_system),
    "hcs.ComputeSystemProperties": (read_compute_system_properties, write_compute_system_properties),
    "hcs.HostedSystem": (read_hosted_system, write_hosted_system),
    "hcs.ModifySettingRequest": (read_modify_setting_request, write_modify_setting_request),
    "hcs.PauseNotification": (read_pause_notification, write_pause_notification),
    "hcs.PauseOptions": (read_pause_options, write_pause_options),
    "hcs.Properties": (read_properties, write_properties),
    "hcs.PropertyResponse": (read_property_response, write_property_response),
    "hcs.SaveOptions": (read_save_options, write_save_options),
    "hcs.Subnode": (read_subnode, write_subnode),
    "hcs.System_PropertyQuery": (read_system_property_query, write_system_property_query),
    "hcs.SystemQuery": (read_system_query, write_system_query),
    "hcs.Version": (read_version, write_version),
}
"""Reader and writer of each type, by published name."""
