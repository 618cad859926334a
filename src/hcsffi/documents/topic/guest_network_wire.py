"""Reading and writing: the network service inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, number_of, open_value, plain, selected, text_of
from hcsffi.documents.topic.guest_network import GuestEndpoint, GuestEndpointResourceType, GuestFirewall, GuestModifySettingRequest, GuestNamespace, GuestNamespaceResource, GuestNamespaceResourceType, GuestNetworkService, GuestNetworkServiceFlags, GuestNetworkServiceInterface, GuestNetworkServiceInterfaceState, GuestNetworkServiceNotificationData, GuestNetworkServiceNotificationType, GuestNetworkServiceResourceType, GuestNetworkServiceState, GuestNetworkServiceStateRequest, GuestResourceType, GuestService, ModifyGuestDeviceSettingRequest, ModifyGuestEndpointSettingRequest, ModifyGuestNamespaceSettingRequest, ModifyGuestNetworkServiceSettingRequest, RpcConnectionInformation, RpcEndpointType
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
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
    o = new(guest_endpoint_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
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
            v = guid_text(v)
        o.namespace_id = v
    else:
        o.namespace_id = None
    o.unknown_members = leftover(GuestEndpoint, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestEndpoint
    return o


def write_guest_endpoint(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestEndpoint`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.health
    if v is not None:
        d["Health"] = write_health(v)
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.telemetry
    if v is not None:
        d["Telemetry"] = write_telemetry(v)
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.namespace_id
    if v is not None:
        d["NamespaceId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_firewall(d: Any) -> Any:
    """A `GuestFirewall` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_firewall_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
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


def write_guest_firewall(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestFirewall`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.health
    if v is not None:
        d["Health"] = write_health(v)
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.telemetry
    if v is not None:
        d["Telemetry"] = write_telemetry(v)
    v = o.state
    if v is not None:
        d["State"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_modify_setting_request(d: Any) -> Any:
    """A `GuestModifySettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_modify_setting_request_draft)
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


def write_guest_modify_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestModifySettingRequest`."""
    d: dict[str, Any] = {}
    v = o.resource_uri
    if v is not None:
        d["ResourceUri"] = v
    v = o.request_type
    if v is not None:
        d["RequestType"] = v if type(v) is str else text_of(v)
    v = o.resource_type
    if v is not None:
        d["ResourceType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_namespace(d: Any) -> Any:
    """A `GuestNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_namespace_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
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
            v = [read_guest_namespace_resource(x) for x in array(v)]
        o.resources = v
    else:
        o.resources = None
    o.unknown_members = leftover(GuestNamespace, d) if n != len(d) or None in d.values() else None
    o.__class__ = GuestNamespace
    return o


def write_guest_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNamespace`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.health
    if v is not None:
        d["Health"] = write_health(v)
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.telemetry
    if v is not None:
        d["Telemetry"] = write_telemetry(v)
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.compartment_id
    if v is not None:
        d["CompartmentId"] = v
    v = o.resources
    if v is not None:
        d["Resources"] = [write_guest_namespace_resource(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_network_service(d: Any) -> Any:
    """A `GuestNetworkService` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_network_service_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
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
            v = guid_text(v)
        o.virtual_machine_id = v
    else:
        o.virtual_machine_id = None
    if "MirroredInterfaces" in d:
        n += 1
        v = d["MirroredInterfaces"]
        if v is not None:
            v = [read_guest_network_service_interface(x) for x in array(v)]
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


def write_guest_network_service(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNetworkService`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.health
    if v is not None:
        d["Health"] = write_health(v)
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.telemetry
    if v is not None:
        d["Telemetry"] = write_telemetry(v)
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.virtual_machine_id
    if v is not None:
        d["VirtualMachineId"] = v
    v = o.mirrored_interfaces
    if v is not None:
        d["MirroredInterfaces"] = [write_guest_network_service_interface(x) for x in v]
    v = o.mirror_host_networking
    if v is not None:
        d["MirrorHostNetworking"] = v
    v = o.gns_rpc_server_information
    if v is not None:
        d["GnsRpcServerInformation"] = write_rpc_connection_information(v)
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_network_service_interface(d: Any) -> Any:
    """A `GuestNetworkServiceInterface` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_network_service_interface_draft)
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            v = guid_text(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "InterfaceGuid" in d:
        n += 1
        v = d["InterfaceGuid"]
        if v is not None:
            v = guid_text(v)
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


def write_guest_network_service_interface(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNetworkServiceInterface`."""
    d: dict[str, Any] = {}
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.interface_guid
    if v is not None:
        d["InterfaceGuid"] = v
    v = o.state
    if v is not None:
        d["State"] = v if type(v) is str else text_of(v)
    v = o.missed_notifications
    if v is not None:
        d["MissedNotifications"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_network_service_notification_data(d: Any) -> Any:
    """A `GuestNetworkServiceNotificationData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_network_service_notification_data_draft)
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
            v = [read_guest_network_service_interface(x) for x in array(v)]
        o.interfaces = v
    else:
        o.interfaces = None
    o.unknown_members = leftover(GuestNetworkServiceNotificationData, d) if n != len(d) else None
    o.__class__ = GuestNetworkServiceNotificationData
    return o


def write_guest_network_service_notification_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNetworkServiceNotificationData`."""
    d: dict[str, Any] = {}
    v = o.state
    if v is not None:
        d["State"] = v if type(v) is str else text_of(v)
    v = o.interfaces
    if v is not None:
        d["Interfaces"] = [write_guest_network_service_interface(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_network_service_state_request(d: Any) -> Any:
    """A `GuestNetworkServiceStateRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_network_service_state_request_draft)
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


def write_guest_network_service_state_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNetworkServiceStateRequest`."""
    d: dict[str, Any] = {}
    v = o.state
    if v is not None:
        d["State"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_service(d: Any) -> Any:
    """A `GuestService` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_service_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
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
            v = guid_text(v)
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


def write_guest_service(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestService`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.owner
    if v is not None:
        d["Owner"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.health
    if v is not None:
        d["Health"] = write_health(v)
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.telemetry
    if v is not None:
        d["Telemetry"] = write_telemetry(v)
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.service_id
    if v is not None:
        d["ServiceId"] = v
    v = o.base64_encoded_data
    if v is not None:
        d["Base64EncodedData"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modify_guest_device_setting_request(d: Any) -> Any:
    """A `ModifyGuestDeviceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_guest_device_setting_request_draft)
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


def write_modify_guest_device_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyGuestDeviceSettingRequest`."""
    d: dict[str, Any] = {}
    v = o.target_device_name
    if v is not None:
        d["targetDeviceName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modify_guest_endpoint_setting_request(d: Any) -> Any:
    """A `ModifyGuestEndpointSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_guest_endpoint_setting_request_draft)
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


def write_modify_guest_endpoint_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyGuestEndpointSettingRequest`."""
    d: dict[str, Any] = {}
    v = o.resource_uri
    if v is not None:
        d["ResourceUri"] = v
    v = o.request_type
    if v is not None:
        d["RequestType"] = v if type(v) is str else text_of(v)
    v = o.resource_type
    if v is not None:
        d["ResourceType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    v = o.target_device_name
    if v is not None:
        d["targetDeviceName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modify_guest_namespace_setting_request(d: Any) -> Any:
    """A `ModifyGuestNamespaceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_guest_namespace_setting_request_draft)
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


def write_modify_guest_namespace_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyGuestNamespaceSettingRequest`."""
    d: dict[str, Any] = {}
    v = o.resource_uri
    if v is not None:
        d["ResourceUri"] = v
    v = o.request_type
    if v is not None:
        d["RequestType"] = v if type(v) is str else text_of(v)
    v = o.resource_type
    if v is not None:
        d["ResourceType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modify_guest_network_service_setting_request(d: Any) -> Any:
    """A `ModifyGuestNetworkServiceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_guest_network_service_setting_request_draft)
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


def write_modify_guest_network_service_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyGuestNetworkServiceSettingRequest`."""
    d: dict[str, Any] = {}
    v = o.resource_uri
    if v is not None:
        d["ResourceUri"] = v
    v = o.request_type
    if v is not None:
        d["RequestType"] = v if type(v) is str else text_of(v)
    v = o.resource_type
    if v is not None:
        d["ResourceType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_namespace_resource(d: Any) -> Any:
    """A `GuestNamespaceResource` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_namespace_resource_draft)
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            v = guid_text(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "ContainerId" in d:
        n += 1
        v = d["ContainerId"]
        if v is not None:
            v = guid_text(v)
        o.container_id = v
    else:
        o.container_id = None
    o.unknown_members = leftover(GuestNamespaceResource, d) if n != len(d) else None
    o.__class__ = GuestNamespaceResource
    return o


def write_guest_namespace_resource(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestNamespaceResource`."""
    d: dict[str, Any] = {}
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.container_id
    if v is not None:
        d["ContainerId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_rpc_connection_information(d: Any) -> Any:
    """A `RpcConnectionInformation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(rpc_connection_information_draft)
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
            v = guid_text(v)
        o.object_uuid = v
    else:
        o.object_uuid = None
    o.unknown_members = leftover(RpcConnectionInformation, d) if n != len(d) else None
    o.__class__ = RpcConnectionInformation
    return o


def write_rpc_connection_information(o: Any) -> dict[str, Any]:
    """The JSON object of a `RpcConnectionInformation`."""
    d: dict[str, Any] = {}
    v = o.network_address
    if v is not None:
        d["NetworkAddress"] = v
    v = o.endpoint_address
    if v is not None:
        d["EndpointAddress"] = v
    v = o.endpoint_type
    if v is not None:
        d["EndpointType"] = v if type(v) is str else text_of(v)
    v = o.object_uuid
    if v is not None:
        d["ObjectUuid"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


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
