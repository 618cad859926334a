"""Reading and writing: the network service inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected
from hcsffi.documents.topic.guest_network import GuestEndpoint, GuestEndpointResourceType, GuestFirewall, GuestModifySettingRequest, GuestNamespace, GuestNamespaceResource, GuestNamespaceResourceType, GuestNetworkService, GuestNetworkServiceFlags, GuestNetworkServiceInterface, GuestNetworkServiceInterfaceState, GuestNetworkServiceNotificationData, GuestNetworkServiceNotificationType, GuestNetworkServiceResourceType, GuestNetworkServiceState, GuestNetworkServiceStateRequest, GuestResourceType, GuestService, ModifyGuestDeviceSettingRequest, ModifyGuestEndpointSettingRequest, ModifyGuestNamespaceSettingRequest, ModifyGuestNetworkServiceSettingRequest, RpcConnectionInformation, RpcEndpointType
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

guest_endpoint_draft = draft(GuestEndpoint)
guest_firewall_draft = draft(GuestFirewall)
guest_modify_setting_request_draft = draft(GuestModifySettingRequest)
guest_namespace_draft = draft(GuestNamespace)
guest_network_service_draft = draft(GuestNetworkService)
guest_network_service_interface_draft = draft(GuestNetworkServiceInterface)
guest_network_service_notification_data_draft = draft(GuestNetworkServiceNotificationData)
guest_network_service_state_request_draft = draft(GuestNetworkServiceStateRequest)
guest_service_draft = draft(GuestService)
modify_guest_device_setting_request_draft = draft(ModifyGuestDeviceSettingRequest)
modify_guest_endpoint_setting_request_draft = draft(ModifyGuestEndpointSettingRequest)
modify_guest_namespace_setting_request_draft = draft(ModifyGuestNamespaceSettingRequest)
modify_guest_network_service_setting_request_draft = draft(ModifyGuestNetworkServiceSettingRequest)
guest_namespace_resource_draft = draft(GuestNamespaceResource)
rpc_connection_information_draft = draft(RpcConnectionInformation)
known_guest_endpoint_resource_type = GuestEndpointResourceType._value2member_map_.get
known_guest_namespace_resource_type = GuestNamespaceResourceType._value2member_map_.get
known_guest_network_service_flags = GuestNetworkServiceFlags
known_guest_network_service_interface_state = GuestNetworkServiceInterfaceState._value2member_map_.get
known_guest_network_service_notification_type = GuestNetworkServiceNotificationType._value2member_map_.get
known_guest_network_service_resource_type = GuestNetworkServiceResourceType._value2member_map_.get
known_guest_network_service_state = GuestNetworkServiceState._value2member_map_.get
known_guest_resource_type = GuestResourceType._value2member_map_.get
known_modify_request_type = ModifyRequestType._value2member_map_.get
known_rpc_endpoint_type = RpcEndpointType._value2member_map_.get
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_guest_endpoint(d: Any) -> Any:
    """A `GuestEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_endpoint_draft()
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = read_health(v)
        o.health = v
    else:
        o.health = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Telemetry" in d:
        n += 1
        v = d["Telemetry"]
        if v is not None:
            v = read_telemetry(v)
        o.telemetry = v
    else:
        o.telemetry = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "NamespaceId" in d:
        n += 1
        v = d["NamespaceId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.namespace_id = v
    else:
        o.namespace_id = None
    o.unknown_members = leftover(GuestEndpoint, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestEndpoint
    return o


def write_guest_endpoint(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestEndpoint`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.name is not None:
        d0["Name"] = o.name
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    v0 = o.health
    if v0 is not None:
        d0["Health"] = write_health(v0, settle)
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.namespace_id is not None:
        d0["NamespaceId"] = o.namespace_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_firewall(d: Any) -> Any:
    """A `GuestFirewall` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_firewall_draft()
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = read_health(v)
        o.health = v
    else:
        o.health = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Telemetry" in d:
        n += 1
        v = d["Telemetry"]
        if v is not None:
            v = read_telemetry(v)
        o.telemetry = v
    else:
        o.telemetry = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    o.unknown_members = leftover(GuestFirewall, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestFirewall
    return o


def write_guest_firewall(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestFirewall`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.name is not None:
        d0["Name"] = o.name
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    v0 = o.health
    if v0 is not None:
        d0["Health"] = write_health(v0, settle)
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_modify_setting_request(d: Any) -> Any:
    """A `GuestModifySettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_modify_setting_request_draft()
    n = 0
    if "ResourceUri" in d:
        n += 1
        v = d["ResourceUri"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_uri = v
    else:
        o.resource_uri = None
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
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_guest_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.GuestModifySettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(GuestModifySettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestModifySettingRequest
    return o


def write_guest_modify_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestModifySettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_uri is not None:
        d0["ResourceUri"] = o.resource_uri
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_namespace(d: Any) -> Any:
    """A `GuestNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_namespace_draft()
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = read_health(v)
        o.health = v
    else:
        o.health = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Telemetry" in d:
        n += 1
        v = d["Telemetry"]
        if v is not None:
            v = read_telemetry(v)
        o.telemetry = v
    else:
        o.telemetry = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "CompartmentId" in d:
        n += 1
        v = d["CompartmentId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.compartment_id = v
    else:
        o.compartment_id = None
    if "Resources" in d:
        n += 1
        v = d["Resources"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_guest_namespace_resource(x))
            v = r
        o.resources = v
    else:
        o.resources = None
    o.unknown_members = leftover(GuestNamespace, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestNamespace
    return o


def write_guest_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNamespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.name is not None:
        d0["Name"] = o.name
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    v0 = o.health
    if v0 is not None:
        d0["Health"] = write_health(v0, settle)
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.compartment_id is not None:
        d0["CompartmentId"] = o.compartment_id
    v0 = o.resources
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.endpoint_id is not None:
                d2["EndpointId"] = x1.endpoint_id
            if x1.container_id is not None:
                d2["ContainerId"] = x1.container_id
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Resources"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_network_service(d: Any) -> Any:
    """A `GuestNetworkService` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_network_service_draft()
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = read_health(v)
        o.health = v
    else:
        o.health = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Telemetry" in d:
        n += 1
        v = d["Telemetry"]
        if v is not None:
            v = read_telemetry(v)
        o.telemetry = v
    else:
        o.telemetry = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "VirtualMachineId" in d:
        n += 1
        v = d["VirtualMachineId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.virtual_machine_id = v
    else:
        o.virtual_machine_id = None
    if "MirroredInterfaces" in d:
        n += 1
        v = d["MirroredInterfaces"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_guest_network_service_interface(x))
            v = r
        o.mirrored_interfaces = v
    else:
        o.mirrored_interfaces = None
    if "MirrorHostNetworking" in d:
        n += 1
        v = d["MirrorHostNetworking"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.mirror_host_networking = v
    else:
        o.mirror_host_networking = None
    if "GnsRpcServerInformation" in d:
        n += 1
        v = d["GnsRpcServerInformation"]
        if v is not None:
            v = read_rpc_connection_information(v)
        o.gns_rpc_server_information = v
    else:
        o.gns_rpc_server_information = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_guest_network_service_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(GuestNetworkService, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestNetworkService
    return o


def write_guest_network_service(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNetworkService`."""
    d0: Any
    d1: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.name is not None:
        d0["Name"] = o.name
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    v0 = o.health
    if v0 is not None:
        d0["Health"] = write_health(v0, settle)
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.virtual_machine_id is not None:
        d0["VirtualMachineId"] = o.virtual_machine_id
    v0 = o.mirrored_interfaces
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.endpoint_id is not None:
                d2["EndpointId"] = x1.endpoint_id
            if x1.interface_guid is not None:
                d2["InterfaceGuid"] = x1.interface_guid
            v2 = x1.state
            if v2 is not None:
                d2["State"] = v2 if settle is None else settle(v2)
            v2 = x1.missed_notifications
            if v2 is not None:
                d2["MissedNotifications"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MirroredInterfaces"] = r1
    if o.mirror_host_networking is not None:
        d0["MirrorHostNetworking"] = o.mirror_host_networking
    v0 = o.gns_rpc_server_information
    if v0 is not None:
        d1 = {}
        if v0.network_address is not None:
            d1["NetworkAddress"] = v0.network_address
        if v0.endpoint_address is not None:
            d1["EndpointAddress"] = v0.endpoint_address
        v1 = v0.endpoint_type
        if v1 is not None:
            d1["EndpointType"] = v1 if settle is None else settle(v1)
        if v0.object_uuid is not None:
            d1["ObjectUuid"] = v0.object_uuid
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["GnsRpcServerInformation"] = d1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_network_service_interface(d: Any) -> Any:
    """A `GuestNetworkServiceInterface` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_network_service_interface_draft()
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "InterfaceGuid" in d:
        n += 1
        v = d["InterfaceGuid"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.interface_guid = v
    else:
        o.interface_guid = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_guest_network_service_interface_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "MissedNotifications" in d:
        n += 1
        v = d["MissedNotifications"]
        if type(v) is str:
            v = known_guest_network_service_notification_type(v, v)
        elif v is not None:
            raise Mismatch
        o.missed_notifications = v
    else:
        o.missed_notifications = None
    o.unknown_members = leftover(GuestNetworkServiceInterface, d) if n != len(d) else None
    o.__class__ = GuestNetworkServiceInterface
    return o


def write_guest_network_service_interface(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNetworkServiceInterface`."""
    d0: Any
    d0 = {}
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.interface_guid is not None:
        d0["InterfaceGuid"] = o.interface_guid
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    v0 = o.missed_notifications
    if v0 is not None:
        d0["MissedNotifications"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_network_service_notification_data(d: Any) -> Any:
    """A `GuestNetworkServiceNotificationData` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_network_service_notification_data_draft()
    n = 0
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_guest_network_service_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "Interfaces" in d:
        n += 1
        v = d["Interfaces"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_guest_network_service_interface(x))
            v = r
        o.interfaces = v
    else:
        o.interfaces = None
    o.unknown_members = leftover(GuestNetworkServiceNotificationData, d) if n != len(d) else None
    o.__class__ = GuestNetworkServiceNotificationData
    return o


def write_guest_network_service_notification_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNetworkServiceNotificationData`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    v0 = o.interfaces
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.endpoint_id is not None:
                d2["EndpointId"] = x1.endpoint_id
            if x1.interface_guid is not None:
                d2["InterfaceGuid"] = x1.interface_guid
            v2 = x1.state
            if v2 is not None:
                d2["State"] = v2 if settle is None else settle(v2)
            v2 = x1.missed_notifications
            if v2 is not None:
                d2["MissedNotifications"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Interfaces"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_network_service_state_request(d: Any) -> Any:
    """A `GuestNetworkServiceStateRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_network_service_state_request_draft()
    n = 0
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is str:
            v = known_guest_network_service_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    o.unknown_members = leftover(GuestNetworkServiceStateRequest, d) if n != len(d) else None
    o.__class__ = GuestNetworkServiceStateRequest
    return o


def write_guest_network_service_state_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNetworkServiceStateRequest`."""
    d0: Any
    d0 = {}
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_service(d: Any) -> Any:
    """A `GuestService` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_service_draft()
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.id = v
    else:
        o.id = None
    if "Owner" in d:
        n += 1
        v = d["Owner"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.owner = v
    else:
        o.owner = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = read_health(v)
        o.health = v
    else:
        o.health = None
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Telemetry" in d:
        n += 1
        v = d["Telemetry"]
        if v is not None:
            v = read_telemetry(v)
        o.telemetry = v
    else:
        o.telemetry = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "ServiceId" in d:
        n += 1
        v = d["ServiceId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.service_id = v
    else:
        o.service_id = None
    if "Base64EncodedData" in d:
        n += 1
        v = d["Base64EncodedData"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.base64_encoded_data = v
    else:
        o.base64_encoded_data = None
    o.unknown_members = leftover(GuestService, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestService
    return o


def write_guest_service(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestService`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.owner is not None:
        d0["Owner"] = o.owner
    if o.name is not None:
        d0["Name"] = o.name
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    v0 = o.health
    if v0 is not None:
        d0["Health"] = write_health(v0, settle)
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.service_id is not None:
        d0["ServiceId"] = o.service_id
    if o.base64_encoded_data is not None:
        d0["Base64EncodedData"] = o.base64_encoded_data
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_guest_device_setting_request(d: Any) -> Any:
    """A `ModifyGuestDeviceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_guest_device_setting_request_draft()
    n = 0
    if "targetDeviceName" in d:
        n += 1
        v = d["targetDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target_device_name = v
    else:
        o.target_device_name = None
    o.unknown_members = leftover(ModifyGuestDeviceSettingRequest, d) if n != len(d) else None
    o.__class__ = ModifyGuestDeviceSettingRequest
    return o


def write_modify_guest_device_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyGuestDeviceSettingRequest`."""
    d0: Any
    d0 = {}
    if o.target_device_name is not None:
        d0["targetDeviceName"] = o.target_device_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_guest_endpoint_setting_request(d: Any) -> Any:
    """A `ModifyGuestEndpointSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_guest_endpoint_setting_request_draft()
    n = 0
    if "ResourceUri" in d:
        n += 1
        v = d["ResourceUri"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_uri = v
    else:
        o.resource_uri = None
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
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_guest_endpoint_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyGuestEndpointSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    if "targetDeviceName" in d:
        n += 1
        v = d["targetDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target_device_name = v
    else:
        o.target_device_name = None
    o.unknown_members = leftover(ModifyGuestEndpointSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyGuestEndpointSettingRequest
    return o


def write_modify_guest_endpoint_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyGuestEndpointSettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_uri is not None:
        d0["ResourceUri"] = o.resource_uri
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.target_device_name is not None:
        d0["targetDeviceName"] = o.target_device_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_guest_namespace_setting_request(d: Any) -> Any:
    """A `ModifyGuestNamespaceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_guest_namespace_setting_request_draft()
    n = 0
    if "ResourceUri" in d:
        n += 1
        v = d["ResourceUri"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_uri = v
    else:
        o.resource_uri = None
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
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_guest_namespace_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyGuestNamespaceSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModifyGuestNamespaceSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyGuestNamespaceSettingRequest
    return o


def write_modify_guest_namespace_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyGuestNamespaceSettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_uri is not None:
        d0["ResourceUri"] = o.resource_uri
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_guest_network_service_setting_request(d: Any) -> Any:
    """A `ModifyGuestNetworkServiceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_guest_network_service_setting_request_draft()
    n = 0
    if "ResourceUri" in d:
        n += 1
        v = d["ResourceUri"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.resource_uri = v
    else:
        o.resource_uri = None
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
    if "ResourceType" in d:
        n += 1
        v = d["ResourceType"]
        if type(v) is str:
            v = known_guest_network_service_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyGuestNetworkServiceSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModifyGuestNetworkServiceSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyGuestNetworkServiceSettingRequest
    return o


def write_modify_guest_network_service_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyGuestNetworkServiceSettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_uri is not None:
        d0["ResourceUri"] = o.resource_uri
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    v0 = o.resource_type
    if v0 is not None:
        d0["ResourceType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_namespace_resource(d: Any) -> Any:
    """A `GuestNamespaceResource` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_namespace_resource_draft()
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "ContainerId" in d:
        n += 1
        v = d["ContainerId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.container_id = v
    else:
        o.container_id = None
    o.unknown_members = leftover(GuestNamespaceResource, d) if n != len(d) else None
    o.__class__ = GuestNamespaceResource
    return o


def write_guest_namespace_resource(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestNamespaceResource`."""
    d0: Any
    d0 = {}
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.container_id is not None:
        d0["ContainerId"] = o.container_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_rpc_connection_information(d: Any) -> Any:
    """A `RpcConnectionInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = rpc_connection_information_draft()
    n = 0
    if "NetworkAddress" in d:
        n += 1
        v = d["NetworkAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_address = v
    else:
        o.network_address = None
    if "EndpointAddress" in d:
        n += 1
        v = d["EndpointAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.endpoint_address = v
    else:
        o.endpoint_address = None
    if "EndpointType" in d:
        n += 1
        v = d["EndpointType"]
        if type(v) is str:
            v = known_rpc_endpoint_type(v, v)
        elif v is not None:
            raise Mismatch
        o.endpoint_type = v
    else:
        o.endpoint_type = None
    if "ObjectUuid" in d:
        n += 1
        v = d["ObjectUuid"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.object_uuid = v
    else:
        o.object_uuid = None
    o.unknown_members = leftover(RpcConnectionInformation, d) if n != len(d) else None
    o.__class__ = RpcConnectionInformation
    return o


def write_rpc_connection_information(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RpcConnectionInformation`."""
    d0: Any
    d0 = {}
    if o.network_address is not None:
        d0["NetworkAddress"] = o.network_address
    if o.endpoint_address is not None:
        d0["EndpointAddress"] = o.endpoint_address
    v0 = o.endpoint_type
    if v0 is not None:
        d0["EndpointType"] = v0 if settle is None else settle(v0)
    if o.object_uuid is not None:
        d0["ObjectUuid"] = o.object_uuid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.GuestEndpoint": (read_guest_endpoint, write_guest_endpoint),
    "hcn.GuestFirewall": (read_guest_firewall, write_guest_firewall),
    "hcn.GuestModifySettingRequest": (read_guest_modify_setting_request, write_guest_modify_setting_request),
    "hcn.GuestNamespace": (read_guest_namespace, write_guest_namespace),
    "hcn.GuestNetworkService": (read_guest_network_service, write_guest_network_service),
    "hcn.GuestNetworkServiceInterface": (read_guest_network_service_interface, write_guest_network_service_interface),
    "hcn.GuestNetworkServiceNotificationData": (read_guest_network_service_notification_data, write_guest_network_service_notification_data),
    "hcn.GuestNetworkServiceStateRequest": (read_guest_network_service_state_request, write_guest_network_service_state_request),
    "hcn.GuestService": (read_guest_service, write_guest_service),
    "hcn.ModifyGuestDeviceSettingRequest": (read_modify_guest_device_setting_request, write_modify_guest_device_setting_request),
    "hcn.ModifyGuestEndpointSettingRequest": (read_modify_guest_endpoint_setting_request, write_modify_guest_endpoint_setting_request),
    "hcn.ModifyGuestNamespaceSettingRequest": (read_modify_guest_namespace_setting_request, write_modify_guest_namespace_setting_request),
    "hcn.ModifyGuestNetworkServiceSettingRequest": (read_modify_guest_network_service_setting_request, write_modify_guest_network_service_setting_request),
    "hcn.NamespaceResource_2": (read_guest_namespace_resource, write_guest_namespace_resource),
    "hcn.RpcConnectionInformation": (read_rpc_connection_information, write_rpc_connection_information),
}
"""Reader and writer of each type, by published name."""
