"""Reading and writing: interfaces, addresses and routes inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, binary, draft, guid_text, integer, leftover, merged, number_of, text_of, to_base64
from hcsffi.documents.topic.guest_interface import CreateDeviceFlags, CreateDeviceRequest, GuestDNS, GuestDeviceType, GuestEndpointState, GuestOperationType, GuestRoute, IPAddress, InitialIpConfigurationNotification, InitialIpConfigurationNotificationFlags, InterfaceNetFilterRequest, InterfaceNotificationMessage, LoopbackRoutesRequest, MacAddress, Neighbor, NetworkInterface, RegKey, RegistryKey, VmNicCreatedNotification, Xlat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
create_device_request_draft = draft(CreateDeviceRequest)
guest_dns_draft = draft(GuestDNS)
guest_endpoint_state_draft = draft(GuestEndpointState)
initial_ip_configuration_notification_draft = draft(InitialIpConfigurationNotification)
interface_net_filter_request_draft = draft(InterfaceNetFilterRequest)
interface_notification_message_draft = draft(InterfaceNotificationMessage)
ip_address_draft = draft(IPAddress)
loopback_routes_request_draft = draft(LoopbackRoutesRequest)
mac_address_draft = draft(MacAddress)
neighbor_draft = draft(Neighbor)
network_interface_draft = draft(NetworkInterface)
registry_key_draft = draft(RegistryKey)
reg_key_draft = draft(RegKey)
guest_route_draft = draft(GuestRoute)
vm_nic_created_notification_draft = draft(VmNicCreatedNotification)
xlat_draft = draft(Xlat)
known_create_device_flags = CreateDeviceFlags
known_guest_device_type = GuestDeviceType._value2member_map_.get
known_guest_operation_type = GuestOperationType._value2member_map_.get
known_initial_ip_configuration_notification_flags = InitialIpConfigurationNotificationFlags


def read_create_device_request(d: Any) -> Any:
    """A `CreateDeviceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(create_device_request_draft)
    n = 0
    if "type" in d:
        n += 1
        v = d["type"]
        if type(v) is str:
            v = known_guest_device_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "deviceName" in d:
        n += 1
        v = d["deviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.device_name = v
    else:
        o.device_name = None
    if "lowerEdgeAdapterId" in d:
        n += 1
        v = d["lowerEdgeAdapterId"]
        if v is not None:
            v = guid_text(v)
        o.lower_edge_adapter_id = v
    else:
        o.lower_edge_adapter_id = None
    if "lowerEdgeDeviceName" in d:
        n += 1
        v = d["lowerEdgeDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.lower_edge_device_name = v
    else:
        o.lower_edge_device_name = None
    if "flags" in d:
        n += 1
        v = d["flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_create_device_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(CreateDeviceRequest, d) if n != len(d) else None
    o.__class__ = CreateDeviceRequest
    return o


def write_create_device_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `CreateDeviceRequest`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["type"] = v if type(v) is str else text_of(v)
    v = o.device_name
    if v is not None:
        d["deviceName"] = v
    v = o.lower_edge_adapter_id
    if v is not None:
        d["lowerEdgeAdapterId"] = v
    v = o.lower_edge_device_name
    if v is not None:
        d["lowerEdgeDeviceName"] = v
    v = o.flags
    if v is not None:
        d["flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_dns(d: Any) -> Any:
    """A `GuestDNS` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_dns_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "Domain" in d:
        n += 1
        v = d["Domain"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.domain = v
    else:
        o.domain = None
    if "Search" in d:
        n += 1
        v = d["Search"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.search = v
    else:
        o.search = None
    if "ServerList" in d:
        n += 1
        v = d["ServerList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.server_list = v
    else:
        o.server_list = None
    if "Options" in d:
        n += 1
        v = d["Options"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.options = v
    else:
        o.options = None
    o.unknown_members = leftover(GuestDNS, d) if n != len(d) else None
    o.__class__ = GuestDNS
    return o


def write_guest_dns(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestDNS`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.domain
    if v is not None:
        d["Domain"] = v
    v = o.search
    if v is not None:
        d["Search"] = v
    v = o.server_list
    if v is not None:
        d["ServerList"] = v
    v = o.options
    if v is not None:
        d["Options"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_endpoint_state(d: Any) -> Any:
    """A `GuestEndpointState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_endpoint_state_draft)
    n = 0
    if "NetworkInterfaces" in d:
        n += 1
        v = d["NetworkInterfaces"]
        if v is not None:
            v = [read_network_interface(x) for x in array(v)]
        o.network_interfaces = v
    else:
        o.network_interfaces = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            v = [read_guest_route(x) for x in array(v)]
        o.routes = v
    else:
        o.routes = None
    if "IPAddresses" in d:
        n += 1
        v = d["IPAddresses"]
        if v is not None:
            v = [read_ip_address(x) for x in array(v)]
        o.ip_addresses = v
    else:
        o.ip_addresses = None
    if "DNS" in d:
        n += 1
        v = d["DNS"]
        if v is not None:
            v = [read_guest_dns(x) for x in array(v)]
        o.dns = v
    else:
        o.dns = None
    if "Xlat" in d:
        n += 1
        v = d["Xlat"]
        if v is not None:
            v = [read_xlat(x) for x in array(v)]
        o.xlat = v
    else:
        o.xlat = None
    o.unknown_members = leftover(GuestEndpointState, d) if n != len(d) else None
    o.__class__ = GuestEndpointState
    return o


def write_guest_endpoint_state(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestEndpointState`."""
    d: dict[str, Any] = {}
    v = o.network_interfaces
    if v is not None:
        d["NetworkInterfaces"] = [write_network_interface(x) for x in v]
    v = o.routes
    if v is not None:
        d["Routes"] = [write_guest_route(x) for x in v]
    v = o.ip_addresses
    if v is not None:
        d["IPAddresses"] = [write_ip_address(x) for x in v]
    v = o.dns
    if v is not None:
        d["DNS"] = [write_guest_dns(x) for x in v]
    v = o.xlat
    if v is not None:
        d["Xlat"] = [write_xlat(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_initial_ip_configuration_notification(d: Any) -> Any:
    """A `InitialIpConfigurationNotification` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(initial_ip_configuration_notification_draft)
    n = 0
    if "targetDeviceName" in d:
        n += 1
        v = d["targetDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target_device_name = v
    else:
        o.target_device_name = None
    if "flags" in d:
        n += 1
        v = d["flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_initial_ip_configuration_notification_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(InitialIpConfigurationNotification, d) if n != len(d) else None
    o.__class__ = InitialIpConfigurationNotification
    return o


def write_initial_ip_configuration_notification(o: Any) -> dict[str, Any]:
    """The JSON object of a `InitialIpConfigurationNotification`."""
    d: dict[str, Any] = {}
    v = o.target_device_name
    if v is not None:
        d["targetDeviceName"] = v
    v = o.flags
    if v is not None:
        d["flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_interface_net_filter_request(d: Any) -> Any:
    """A `InterfaceNetFilterRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(interface_net_filter_request_draft)
    n = 0
    if "targetDeviceName" in d:
        n += 1
        v = d["targetDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target_device_name = v
    else:
        o.target_device_name = None
    if "operation" in d:
        n += 1
        v = d["operation"]
        if type(v) is str:
            v = known_guest_operation_type(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "ephemeralPortRangeStart" in d:
        n += 1
        v = d["ephemeralPortRangeStart"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.ephemeral_port_range_start = v
    else:
        o.ephemeral_port_range_start = None
    if "ephemeralPortRangeEnd" in d:
        n += 1
        v = d["ephemeralPortRangeEnd"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.ephemeral_port_range_end = v
    else:
        o.ephemeral_port_range_end = None
    o.unknown_members = leftover(InterfaceNetFilterRequest, d) if n != len(d) else None
    o.__class__ = InterfaceNetFilterRequest
    return o


def write_interface_net_filter_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `InterfaceNetFilterRequest`."""
    d: dict[str, Any] = {}
    v = o.target_device_name
    if v is not None:
        d["targetDeviceName"] = v
    v = o.operation
    if v is not None:
        d["operation"] = v if type(v) is str else text_of(v)
    v = o.ephemeral_port_range_start
    if v is not None:
        d["ephemeralPortRangeStart"] = v
    v = o.ephemeral_port_range_end
    if v is not None:
        d["ephemeralPortRangeEnd"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_interface_notification_message(d: Any) -> Any:
    """A `InterfaceNotificationMessage` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(interface_notification_message_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    o.unknown_members = leftover(InterfaceNotificationMessage, d) if n != len(d) else None
    o.__class__ = InterfaceNotificationMessage
    return o


def write_interface_notification_message(o: Any) -> dict[str, Any]:
    """The JSON object of a `InterfaceNotificationMessage`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_ip_address(d: Any) -> Any:
    """A `IPAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(ip_address_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "Address" in d:
        n += 1
        v = d["Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.address = v
    else:
        o.address = None
    if "PrefixOrigin" in d:
        n += 1
        v = d["PrefixOrigin"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.prefix_origin = v
    else:
        o.prefix_origin = None
    if "SuffixOrigin" in d:
        n += 1
        v = d["SuffixOrigin"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.suffix_origin = v
    else:
        o.suffix_origin = None
    if "ValidLifetime" in d:
        n += 1
        v = d["ValidLifetime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.valid_lifetime = v
    else:
        o.valid_lifetime = None
    if "PreferredLifetime" in d:
        n += 1
        v = d["PreferredLifetime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.preferred_lifetime = v
    else:
        o.preferred_lifetime = None
    if "OnLinkPrefixLength" in d:
        n += 1
        v = d["OnLinkPrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.on_link_prefix_length = v
    else:
        o.on_link_prefix_length = None
    if "SkipAsSource" in d:
        n += 1
        v = d["SkipAsSource"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.skip_as_source = v
    else:
        o.skip_as_source = None
    o.unknown_members = leftover(IPAddress, d) if n != len(d) else None
    o.__class__ = IPAddress
    return o


def write_ip_address(o: Any) -> dict[str, Any]:
    """The JSON object of a `IPAddress`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.address
    if v is not None:
        d["Address"] = v
    v = o.prefix_origin
    if v is not None:
        d["PrefixOrigin"] = v
    v = o.suffix_origin
    if v is not None:
        d["SuffixOrigin"] = v
    v = o.valid_lifetime
    if v is not None:
        d["ValidLifetime"] = v
    v = o.preferred_lifetime
    if v is not None:
        d["PreferredLifetime"] = v
    v = o.on_link_prefix_length
    if v is not None:
        d["OnLinkPrefixLength"] = v
    v = o.skip_as_source
    if v is not None:
        d["SkipAsSource"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_loopback_routes_request(d: Any) -> Any:
    """A `LoopbackRoutesRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(loopback_routes_request_draft)
    n = 0
    if "targetDeviceName" in d:
        n += 1
        v = d["targetDeviceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target_device_name = v
    else:
        o.target_device_name = None
    if "operation" in d:
        n += 1
        v = d["operation"]
        if type(v) is str:
            v = known_guest_operation_type(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "family" in d:
        n += 1
        v = d["family"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "ipAddress" in d:
        n += 1
        v = d["ipAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address = v
    else:
        o.ip_address = None
    o.unknown_members = leftover(LoopbackRoutesRequest, d) if n != len(d) else None
    o.__class__ = LoopbackRoutesRequest
    return o


def write_loopback_routes_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `LoopbackRoutesRequest`."""
    d: dict[str, Any] = {}
    v = o.target_device_name
    if v is not None:
        d["targetDeviceName"] = v
    v = o.operation
    if v is not None:
        d["operation"] = v if type(v) is str else text_of(v)
    v = o.family
    if v is not None:
        d["family"] = v
    v = o.ip_address
    if v is not None:
        d["ipAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mac_address(d: Any) -> Any:
    """A `MacAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mac_address_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "PhysicalAddress" in d:
        n += 1
        v = d["PhysicalAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.physical_address = v
    else:
        o.physical_address = None
    o.unknown_members = leftover(MacAddress, d) if n != len(d) else None
    o.__class__ = MacAddress
    return o


def write_mac_address(o: Any) -> dict[str, Any]:
    """The JSON object of a `MacAddress`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.physical_address
    if v is not None:
        d["PhysicalAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_neighbor(d: Any) -> Any:
    """A `Neighbor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(neighbor_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "Address" in d:
        n += 1
        v = d["Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.address = v
    else:
        o.address = None
    if "InterfaceLuid" in d:
        n += 1
        v = d["InterfaceLuid"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.interface_luid = v
    else:
        o.interface_luid = None
    if "InterfaceIndex" in d:
        n += 1
        v = d["InterfaceIndex"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.interface_index = v
    else:
        o.interface_index = None
    if "PhysicalAddress" in d:
        n += 1
        v = d["PhysicalAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.physical_address = v
    else:
        o.physical_address = None
    if "PhysicalAddressLength" in d:
        n += 1
        v = d["PhysicalAddressLength"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.physical_address_length = v
    else:
        o.physical_address_length = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "IsRouter" in d:
        n += 1
        v = d["IsRouter"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_router = v
    else:
        o.is_router = None
    if "IsUnreachable" in d:
        n += 1
        v = d["IsUnreachable"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_unreachable = v
    else:
        o.is_unreachable = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "LastReachable" in d:
        n += 1
        v = d["LastReachable"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.last_reachable = v
    else:
        o.last_reachable = None
    if "LastUnreachable" in d:
        n += 1
        v = d["LastUnreachable"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.last_unreachable = v
    else:
        o.last_unreachable = None
    o.unknown_members = leftover(Neighbor, d) if n != len(d) else None
    o.__class__ = Neighbor
    return o


def write_neighbor(o: Any) -> dict[str, Any]:
    """The JSON object of a `Neighbor`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.address
    if v is not None:
        d["Address"] = v
    v = o.interface_luid
    if v is not None:
        d["InterfaceLuid"] = v
    v = o.interface_index
    if v is not None:
        d["InterfaceIndex"] = v
    v = o.physical_address
    if v is not None:
        d["PhysicalAddress"] = v
    v = o.physical_address_length
    if v is not None:
        d["PhysicalAddressLength"] = v
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.is_router
    if v is not None:
        d["IsRouter"] = v
    v = o.is_unreachable
    if v is not None:
        d["IsUnreachable"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v
    v = o.last_reachable
    if v is not None:
        d["LastReachable"] = v
    v = o.last_unreachable
    if v is not None:
        d["LastUnreachable"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network_interface(d: Any) -> Any:
    """A `NetworkInterface` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_interface_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "AdvertisingEnabled" in d:
        n += 1
        v = d["AdvertisingEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.advertising_enabled = v
    else:
        o.advertising_enabled = None
    if "ForwardingEnabled" in d:
        n += 1
        v = d["ForwardingEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.forwarding_enabled = v
    else:
        o.forwarding_enabled = None
    if "WeakHostSend" in d:
        n += 1
        v = d["WeakHostSend"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.weak_host_send = v
    else:
        o.weak_host_send = None
    if "WeakHostReceive" in d:
        n += 1
        v = d["WeakHostReceive"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.weak_host_receive = v
    else:
        o.weak_host_receive = None
    if "UseAutomaticMetric" in d:
        n += 1
        v = d["UseAutomaticMetric"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_automatic_metric = v
    else:
        o.use_automatic_metric = None
    if "UseNeighborUnreachabilityDetection" in d:
        n += 1
        v = d["UseNeighborUnreachabilityDetection"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.use_neighbor_unreachability_detection = v
    else:
        o.use_neighbor_unreachability_detection = None
    if "ManagedAddressConfigurationSupported" in d:
        n += 1
        v = d["ManagedAddressConfigurationSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.managed_address_configuration_supported = v
    else:
        o.managed_address_configuration_supported = None
    if "OtherStatefulConfigurationSupported" in d:
        n += 1
        v = d["OtherStatefulConfigurationSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.other_stateful_configuration_supported = v
    else:
        o.other_stateful_configuration_supported = None
    if "AdvertiseDefaultRoute" in d:
        n += 1
        v = d["AdvertiseDefaultRoute"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.advertise_default_route = v
    else:
        o.advertise_default_route = None
    if "RouterDiscoveryBehavior" in d:
        n += 1
        v = d["RouterDiscoveryBehavior"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.router_discovery_behavior = v
    else:
        o.router_discovery_behavior = None
    if "DadTransmits" in d:
        n += 1
        v = d["DadTransmits"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.dad_transmits = v
    else:
        o.dad_transmits = None
    if "BaseReachableTime" in d:
        n += 1
        v = d["BaseReachableTime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.base_reachable_time = v
    else:
        o.base_reachable_time = None
    if "RetransmitTime" in d:
        n += 1
        v = d["RetransmitTime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.retransmit_time = v
    else:
        o.retransmit_time = None
    if "PathMtuDiscoveryTimeout" in d:
        n += 1
        v = d["PathMtuDiscoveryTimeout"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.path_mtu_discovery_timeout = v
    else:
        o.path_mtu_discovery_timeout = None
    if "LinkLocalAddressBehavior" in d:
        n += 1
        v = d["LinkLocalAddressBehavior"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.link_local_address_behavior = v
    else:
        o.link_local_address_behavior = None
    if "LinkLocalAddressTimeout" in d:
        n += 1
        v = d["LinkLocalAddressTimeout"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.link_local_address_timeout = v
    else:
        o.link_local_address_timeout = None
    if "ZoneIndices" in d:
        n += 1
        v = d["ZoneIndices"]
        if v is not None:
            v = [integer(x, 0, 4294967295) for x in array(v)]
        o.zone_indices = v
    else:
        o.zone_indices = None
    if "SitePrefixLength" in d:
        n += 1
        v = d["SitePrefixLength"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.site_prefix_length = v
    else:
        o.site_prefix_length = None
    if "Metric" in d:
        n += 1
        v = d["Metric"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.metric = v
    else:
        o.metric = None
    if "NlMtu" in d:
        n += 1
        v = d["NlMtu"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.nl_mtu = v
    else:
        o.nl_mtu = None
    if "Connected" in d:
        n += 1
        v = d["Connected"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.connected = v
    else:
        o.connected = None
    if "SupportsWakeUpPatterns" in d:
        n += 1
        v = d["SupportsWakeUpPatterns"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.supports_wake_up_patterns = v
    else:
        o.supports_wake_up_patterns = None
    if "SupportsNeighborDiscovery" in d:
        n += 1
        v = d["SupportsNeighborDiscovery"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.supports_neighbor_discovery = v
    else:
        o.supports_neighbor_discovery = None
    if "SupportsRouterDiscovery" in d:
        n += 1
        v = d["SupportsRouterDiscovery"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.supports_router_discovery = v
    else:
        o.supports_router_discovery = None
    if "ReachableTime" in d:
        n += 1
        v = d["ReachableTime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.reachable_time = v
    else:
        o.reachable_time = None
    if "TransmitOffload" in d:
        n += 1
        v = d["TransmitOffload"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.transmit_offload = v
    else:
        o.transmit_offload = None
    if "ReceiveOffload" in d:
        n += 1
        v = d["ReceiveOffload"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.receive_offload = v
    else:
        o.receive_offload = None
    if "DisableDefaultRoutes" in d:
        n += 1
        v = d["DisableDefaultRoutes"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_default_routes = v
    else:
        o.disable_default_routes = None
    o.unknown_members = leftover(NetworkInterface, d) if n != len(d) else None
    o.__class__ = NetworkInterface
    return o


def write_network_interface(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkInterface`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.advertising_enabled
    if v is not None:
        d["AdvertisingEnabled"] = v
    v = o.forwarding_enabled
    if v is not None:
        d["ForwardingEnabled"] = v
    v = o.weak_host_send
    if v is not None:
        d["WeakHostSend"] = v
    v = o.weak_host_receive
    if v is not None:
        d["WeakHostReceive"] = v
    v = o.use_automatic_metric
    if v is not None:
        d["UseAutomaticMetric"] = v
    v = o.use_neighbor_unreachability_detection
    if v is not None:
        d["UseNeighborUnreachabilityDetection"] = v
    v = o.managed_address_configuration_supported
    if v is not None:
        d["ManagedAddressConfigurationSupported"] = v
    v = o.other_stateful_configuration_supported
    if v is not None:
        d["OtherStatefulConfigurationSupported"] = v
    v = o.advertise_default_route
    if v is not None:
        d["AdvertiseDefaultRoute"] = v
    v = o.router_discovery_behavior
    if v is not None:
        d["RouterDiscoveryBehavior"] = v
    v = o.dad_transmits
    if v is not None:
        d["DadTransmits"] = v
    v = o.base_reachable_time
    if v is not None:
        d["BaseReachableTime"] = v
    v = o.retransmit_time
    if v is not None:
        d["RetransmitTime"] = v
    v = o.path_mtu_discovery_timeout
    if v is not None:
        d["PathMtuDiscoveryTimeout"] = v
    v = o.link_local_address_behavior
    if v is not None:
        d["LinkLocalAddressBehavior"] = v
    v = o.link_local_address_timeout
    if v is not None:
        d["LinkLocalAddressTimeout"] = v
    v = o.zone_indices
    if v is not None:
        d["ZoneIndices"] = [*v]
    v = o.site_prefix_length
    if v is not None:
        d["SitePrefixLength"] = v
    v = o.metric
    if v is not None:
        d["Metric"] = v
    v = o.nl_mtu
    if v is not None:
        d["NlMtu"] = v
    v = o.connected
    if v is not None:
        d["Connected"] = v
    v = o.supports_wake_up_patterns
    if v is not None:
        d["SupportsWakeUpPatterns"] = v
    v = o.supports_neighbor_discovery
    if v is not None:
        d["SupportsNeighborDiscovery"] = v
    v = o.supports_router_discovery
    if v is not None:
        d["SupportsRouterDiscovery"] = v
    v = o.reachable_time
    if v is not None:
        d["ReachableTime"] = v
    v = o.transmit_offload
    if v is not None:
        d["TransmitOffload"] = v
    v = o.receive_offload
    if v is not None:
        d["ReceiveOffload"] = v
    v = o.disable_default_routes
    if v is not None:
        d["DisableDefaultRoutes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_key(d: Any) -> Any:
    """A `RegistryKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_key_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "RegKeys" in d:
        n += 1
        v = d["RegKeys"]
        if v is not None:
            v = [read_reg_key(x) for x in array(v)]
        o.reg_keys = v
    else:
        o.reg_keys = None
    if "Keyword" in d:
        n += 1
        v = d["Keyword"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.keyword = v
    else:
        o.keyword = None
    if "AdapterCLSID" in d:
        n += 1
        v = d["AdapterCLSID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.adapter_clsid = v
    else:
        o.adapter_clsid = None
    o.unknown_members = leftover(RegistryKey, d) if n != len(d) else None
    o.__class__ = RegistryKey
    return o


def write_registry_key(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryKey`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.reg_keys
    if v is not None:
        d["RegKeys"] = [write_reg_key(x) for x in v]
    v = o.keyword
    if v is not None:
        d["Keyword"] = v
    v = o.adapter_clsid
    if v is not None:
        d["AdapterCLSID"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_reg_key(d: Any) -> Any:
    """A `RegKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(reg_key_draft)
    n = 0
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "Key" in d:
        n += 1
        v = d["Key"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.key = v
    else:
        o.key = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Value" in d:
        n += 1
        v = d["Value"]
        if v is not None:
            v = binary(v)
        o.value = v
    else:
        o.value = None
    o.unknown_members = leftover(RegKey, d) if n != len(d) else None
    o.__class__ = RegKey
    return o


def write_reg_key(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegKey`."""
    d: dict[str, Any] = {}
    v = o.path
    if v is not None:
        d["Path"] = v
    v = o.key
    if v is not None:
        d["Key"] = v
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.value
    if v is not None:
        d["Value"] = to_base64(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_guest_route(d: Any) -> Any:
    """A `GuestRoute` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(guest_route_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "NextHop" in d:
        n += 1
        v = d["NextHop"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.next_hop = v
    else:
        o.next_hop = None
    if "DestinationPrefix" in d:
        n += 1
        v = d["DestinationPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination_prefix = v
    else:
        o.destination_prefix = None
    if "SitePrefixLength" in d:
        n += 1
        v = d["SitePrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.site_prefix_length = v
    else:
        o.site_prefix_length = None
    if "ValidLifetime" in d:
        n += 1
        v = d["ValidLifetime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.valid_lifetime = v
    else:
        o.valid_lifetime = None
    if "PreferredLifetime" in d:
        n += 1
        v = d["PreferredLifetime"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.preferred_lifetime = v
    else:
        o.preferred_lifetime = None
    if "Metric" in d:
        n += 1
        v = d["Metric"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.metric = v
    else:
        o.metric = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "Loopback" in d:
        n += 1
        v = d["Loopback"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.loopback = v
    else:
        o.loopback = None
    if "AutoconfigureAddress" in d:
        n += 1
        v = d["AutoconfigureAddress"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.autoconfigure_address = v
    else:
        o.autoconfigure_address = None
    if "Publish" in d:
        n += 1
        v = d["Publish"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.publish = v
    else:
        o.publish = None
    if "Immortal" in d:
        n += 1
        v = d["Immortal"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.immortal = v
    else:
        o.immortal = None
    o.unknown_members = leftover(GuestRoute, d) if n != len(d) else None
    o.__class__ = GuestRoute
    return o


def write_guest_route(o: Any) -> dict[str, Any]:
    """The JSON object of a `GuestRoute`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.next_hop
    if v is not None:
        d["NextHop"] = v
    v = o.destination_prefix
    if v is not None:
        d["DestinationPrefix"] = v
    v = o.site_prefix_length
    if v is not None:
        d["SitePrefixLength"] = v
    v = o.valid_lifetime
    if v is not None:
        d["ValidLifetime"] = v
    v = o.preferred_lifetime
    if v is not None:
        d["PreferredLifetime"] = v
    v = o.metric
    if v is not None:
        d["Metric"] = v
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.loopback
    if v is not None:
        d["Loopback"] = v
    v = o.autoconfigure_address
    if v is not None:
        d["AutoconfigureAddress"] = v
    v = o.publish
    if v is not None:
        d["Publish"] = v
    v = o.immortal
    if v is not None:
        d["Immortal"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_vm_nic_created_notification(d: Any) -> Any:
    """A `VmNicCreatedNotification` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vm_nic_created_notification_draft)
    n = 0
    if "adapterId" in d:
        n += 1
        v = d["adapterId"]
        if v is not None:
            v = guid_text(v)
        o.adapter_id = v
    else:
        o.adapter_id = None
    o.unknown_members = leftover(VmNicCreatedNotification, d) if n != len(d) else None
    o.__class__ = VmNicCreatedNotification
    return o


def write_vm_nic_created_notification(o: Any) -> dict[str, Any]:
    """The JSON object of a `VmNicCreatedNotification`."""
    d: dict[str, Any] = {}
    v = o.adapter_id
    if v is not None:
        d["adapterId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_xlat(d: Any) -> Any:
    """A `Xlat` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(xlat_draft)
    n = 0
    if "MessageNumber" in d:
        n += 1
        v = d["MessageNumber"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.message_number = v
    else:
        o.message_number = None
    if "Family" in d:
        n += 1
        v = d["Family"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.family = v
    else:
        o.family = None
    if "SyntheticIPv4Address" in d:
        n += 1
        v = d["SyntheticIPv4Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.synthetic_ipv4_address = v
    else:
        o.synthetic_ipv4_address = None
    if "FallbackIPv4Address" in d:
        n += 1
        v = d["FallbackIPv4Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.fallback_ipv4_address = v
    else:
        o.fallback_ipv4_address = None
    if "LocalPrefix" in d:
        n += 1
        v = d["LocalPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_prefix = v
    else:
        o.local_prefix = None
    if "LocalPrefixLength" in d:
        n += 1
        v = d["LocalPrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.local_prefix_length = v
    else:
        o.local_prefix_length = None
    if "RemotePrefix" in d:
        n += 1
        v = d["RemotePrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_prefix = v
    else:
        o.remote_prefix = None
    if "RemotePrefixLength" in d:
        n += 1
        v = d["RemotePrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.remote_prefix_length = v
    else:
        o.remote_prefix_length = None
    o.unknown_members = leftover(Xlat, d) if n != len(d) else None
    o.__class__ = Xlat
    return o


def write_xlat(o: Any) -> dict[str, Any]:
    """The JSON object of a `Xlat`."""
    d: dict[str, Any] = {}
    v = o.message_number
    if v is not None:
        d["MessageNumber"] = v
    v = o.family
    if v is not None:
        d["Family"] = v
    v = o.synthetic_ipv4_address
    if v is not None:
        d["SyntheticIPv4Address"] = v
    v = o.fallback_ipv4_address
    if v is not None:
        d["FallbackIPv4Address"] = v
    v = o.local_prefix
    if v is not None:
        d["LocalPrefix"] = v
    v = o.local_prefix_length
    if v is not None:
        d["LocalPrefixLength"] = v
    v = o.remote_prefix
    if v is not None:
        d["RemotePrefix"] = v
    v = o.remote_prefix_length
    if v is not None:
        d["RemotePrefixLength"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcn.CreateDeviceRequest": (read_create_device_request, write_create_device_request),
    "hcn.DNS_2": (read_guest_dns, write_guest_dns),
    "hcn.GuestEndpointState": (read_guest_endpoint_state, write_guest_endpoint_state),
    "hcn.InitialIpConfigurationNotification": (read_initial_ip_configuration_notification, write_initial_ip_configuration_notification),
    "hcn.InterfaceNetFilterRequest": (read_interface_net_filter_request, write_interface_net_filter_request),
    "hcn.InterfaceNotificationMessage": (read_interface_notification_message, write_interface_notification_message),
    "hcn.IPAddress": (read_ip_address, write_ip_address),
    "hcn.LoopbackRoutesRequest": (read_loopback_routes_request, write_loopback_routes_request),
    "hcn.MacAddress": (read_mac_address, write_mac_address),
    "hcn.Neighbor": (read_neighbor, write_neighbor),
    "hcn.NetworkInterface": (read_network_interface, write_network_interface),
    "hcn.RegistryKey": (read_registry_key, write_registry_key),
    "hcn.RegKey": (read_reg_key, write_reg_key),
    "hcn.Route_2": (read_guest_route, write_guest_route),
    "hcn.VmNicCreatedNotification": (read_vm_nic_created_notification, write_vm_nic_created_notification),
    "hcn.Xlat": (read_xlat, write_xlat),
}
"""Reader and writer of each type, by published name."""
