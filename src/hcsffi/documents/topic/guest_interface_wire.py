"""Reading and writing: interfaces, addresses and routes inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, guid, integer, leftover, merged, to_base64
from hcsffi.documents.topic.guest_interface import CreateDeviceFlags, CreateDeviceRequest, GuestDNS, GuestDeviceType, GuestEndpointState, GuestOperationType, GuestRoute, IPAddress, InitialIpConfigurationNotification, InitialIpConfigurationNotificationFlags, InterfaceNetFilterRequest, InterfaceNotificationMessage, LoopbackRoutesRequest, MacAddress, Neighbor, NetworkInterface, RegKey, RegistryKey, VmNicCreatedNotification, Xlat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = create_device_request_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_create_device_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CreateDeviceRequest`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["type"] = v0 if settle is None else settle(v0)
    if o.device_name is not None:
        d0["deviceName"] = o.device_name
    if o.lower_edge_adapter_id is not None:
        d0["lowerEdgeAdapterId"] = o.lower_edge_adapter_id
    if o.lower_edge_device_name is not None:
        d0["lowerEdgeDeviceName"] = o.lower_edge_device_name
    v0 = o.flags
    if v0 is not None:
        d0["flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_dns(d: Any) -> Any:
    """A `GuestDNS` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_dns_draft()
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


def write_guest_dns(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestDNS`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.domain is not None:
        d0["Domain"] = o.domain
    if o.search is not None:
        d0["Search"] = o.search
    if o.server_list is not None:
        d0["ServerList"] = o.server_list
    if o.options is not None:
        d0["Options"] = o.options
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_endpoint_state(d: Any) -> Any:
    """A `GuestEndpointState` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = guest_endpoint_state_draft()
    n = 0
    if "NetworkInterfaces" in d:
        n += 1
        v = d["NetworkInterfaces"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_network_interface(x))
            v = r
        o.network_interfaces = v
    else:
        o.network_interfaces = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_guest_route(x))
            v = r
        o.routes = v
    else:
        o.routes = None
    if "IPAddresses" in d:
        n += 1
        v = d["IPAddresses"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_ip_address(x))
            v = r
        o.ip_addresses = v
    else:
        o.ip_addresses = None
    if "DNS" in d:
        n += 1
        v = d["DNS"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_guest_dns(x))
            v = r
        o.dns = v
    else:
        o.dns = None
    if "Xlat" in d:
        n += 1
        v = d["Xlat"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_xlat(x))
            v = r
        o.xlat = v
    else:
        o.xlat = None
    o.unknown_members = leftover(GuestEndpointState, d) if n != len(d) else None
    o.__class__ = GuestEndpointState
    return o


def write_guest_endpoint_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestEndpointState`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.network_interfaces
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message_number is not None:
                d2["MessageNumber"] = x1.message_number
            if x1.family is not None:
                d2["Family"] = x1.family
            if x1.advertising_enabled is not None:
                d2["AdvertisingEnabled"] = x1.advertising_enabled
            if x1.forwarding_enabled is not None:
                d2["ForwardingEnabled"] = x1.forwarding_enabled
            if x1.weak_host_send is not None:
                d2["WeakHostSend"] = x1.weak_host_send
            if x1.weak_host_receive is not None:
                d2["WeakHostReceive"] = x1.weak_host_receive
            if x1.use_automatic_metric is not None:
                d2["UseAutomaticMetric"] = x1.use_automatic_metric
            if x1.use_neighbor_unreachability_detection is not None:
                d2["UseNeighborUnreachabilityDetection"] = x1.use_neighbor_unreachability_detection
            if x1.managed_address_configuration_supported is not None:
                d2["ManagedAddressConfigurationSupported"] = x1.managed_address_configuration_supported
            if x1.other_stateful_configuration_supported is not None:
                d2["OtherStatefulConfigurationSupported"] = x1.other_stateful_configuration_supported
            if x1.advertise_default_route is not None:
                d2["AdvertiseDefaultRoute"] = x1.advertise_default_route
            if x1.router_discovery_behavior is not None:
                d2["RouterDiscoveryBehavior"] = x1.router_discovery_behavior
            if x1.dad_transmits is not None:
                d2["DadTransmits"] = x1.dad_transmits
            if x1.base_reachable_time is not None:
                d2["BaseReachableTime"] = x1.base_reachable_time
            if x1.retransmit_time is not None:
                d2["RetransmitTime"] = x1.retransmit_time
            if x1.path_mtu_discovery_timeout is not None:
                d2["PathMtuDiscoveryTimeout"] = x1.path_mtu_discovery_timeout
            if x1.link_local_address_behavior is not None:
                d2["LinkLocalAddressBehavior"] = x1.link_local_address_behavior
            if x1.link_local_address_timeout is not None:
                d2["LinkLocalAddressTimeout"] = x1.link_local_address_timeout
            v2 = x1.zone_indices
            if v2 is not None:
                d2["ZoneIndices"] = [*v2]
            if x1.site_prefix_length is not None:
                d2["SitePrefixLength"] = x1.site_prefix_length
            if x1.metric is not None:
                d2["Metric"] = x1.metric
            if x1.nl_mtu is not None:
                d2["NlMtu"] = x1.nl_mtu
            if x1.connected is not None:
                d2["Connected"] = x1.connected
            if x1.supports_wake_up_patterns is not None:
                d2["SupportsWakeUpPatterns"] = x1.supports_wake_up_patterns
            if x1.supports_neighbor_discovery is not None:
                d2["SupportsNeighborDiscovery"] = x1.supports_neighbor_discovery
            if x1.supports_router_discovery is not None:
                d2["SupportsRouterDiscovery"] = x1.supports_router_discovery
            if x1.reachable_time is not None:
                d2["ReachableTime"] = x1.reachable_time
            if x1.transmit_offload is not None:
                d2["TransmitOffload"] = x1.transmit_offload
            if x1.receive_offload is not None:
                d2["ReceiveOffload"] = x1.receive_offload
            if x1.disable_default_routes is not None:
                d2["DisableDefaultRoutes"] = x1.disable_default_routes
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["NetworkInterfaces"] = r1
    v0 = o.routes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message_number is not None:
                d2["MessageNumber"] = x1.message_number
            if x1.family is not None:
                d2["Family"] = x1.family
            if x1.next_hop is not None:
                d2["NextHop"] = x1.next_hop
            if x1.destination_prefix is not None:
                d2["DestinationPrefix"] = x1.destination_prefix
            if x1.site_prefix_length is not None:
                d2["SitePrefixLength"] = x1.site_prefix_length
            if x1.valid_lifetime is not None:
                d2["ValidLifetime"] = x1.valid_lifetime
            if x1.preferred_lifetime is not None:
                d2["PreferredLifetime"] = x1.preferred_lifetime
            if x1.metric is not None:
                d2["Metric"] = x1.metric
            if x1.protocol is not None:
                d2["Protocol"] = x1.protocol
            if x1.loopback is not None:
                d2["Loopback"] = x1.loopback
            if x1.autoconfigure_address is not None:
                d2["AutoconfigureAddress"] = x1.autoconfigure_address
            if x1.publish is not None:
                d2["Publish"] = x1.publish
            if x1.immortal is not None:
                d2["Immortal"] = x1.immortal
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Routes"] = r1
    v0 = o.ip_addresses
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message_number is not None:
                d2["MessageNumber"] = x1.message_number
            if x1.family is not None:
                d2["Family"] = x1.family
            if x1.address is not None:
                d2["Address"] = x1.address
            if x1.prefix_origin is not None:
                d2["PrefixOrigin"] = x1.prefix_origin
            if x1.suffix_origin is not None:
                d2["SuffixOrigin"] = x1.suffix_origin
            if x1.valid_lifetime is not None:
                d2["ValidLifetime"] = x1.valid_lifetime
            if x1.preferred_lifetime is not None:
                d2["PreferredLifetime"] = x1.preferred_lifetime
            if x1.on_link_prefix_length is not None:
                d2["OnLinkPrefixLength"] = x1.on_link_prefix_length
            if x1.skip_as_source is not None:
                d2["SkipAsSource"] = x1.skip_as_source
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["IPAddresses"] = r1
    v0 = o.dns
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message_number is not None:
                d2["MessageNumber"] = x1.message_number
            if x1.family is not None:
                d2["Family"] = x1.family
            if x1.domain is not None:
                d2["Domain"] = x1.domain
            if x1.search is not None:
                d2["Search"] = x1.search
            if x1.server_list is not None:
                d2["ServerList"] = x1.server_list
            if x1.options is not None:
                d2["Options"] = x1.options
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["DNS"] = r1
    v0 = o.xlat
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.message_number is not None:
                d2["MessageNumber"] = x1.message_number
            if x1.family is not None:
                d2["Family"] = x1.family
            if x1.synthetic_ipv4_address is not None:
                d2["SyntheticIPv4Address"] = x1.synthetic_ipv4_address
            if x1.fallback_ipv4_address is not None:
                d2["FallbackIPv4Address"] = x1.fallback_ipv4_address
            if x1.local_prefix is not None:
                d2["LocalPrefix"] = x1.local_prefix
            if x1.local_prefix_length is not None:
                d2["LocalPrefixLength"] = x1.local_prefix_length
            if x1.remote_prefix is not None:
                d2["RemotePrefix"] = x1.remote_prefix
            if x1.remote_prefix_length is not None:
                d2["RemotePrefixLength"] = x1.remote_prefix_length
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Xlat"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_initial_ip_configuration_notification(d: Any) -> Any:
    """A `InitialIpConfigurationNotification` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = initial_ip_configuration_notification_draft()
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


def write_initial_ip_configuration_notification(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InitialIpConfigurationNotification`."""
    d0: Any
    d0 = {}
    if o.target_device_name is not None:
        d0["targetDeviceName"] = o.target_device_name
    v0 = o.flags
    if v0 is not None:
        d0["flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_interface_net_filter_request(d: Any) -> Any:
    """A `InterfaceNetFilterRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_net_filter_request_draft()
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


def write_interface_net_filter_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceNetFilterRequest`."""
    d0: Any
    d0 = {}
    if o.target_device_name is not None:
        d0["targetDeviceName"] = o.target_device_name
    v0 = o.operation
    if v0 is not None:
        d0["operation"] = v0 if settle is None else settle(v0)
    if o.ephemeral_port_range_start is not None:
        d0["ephemeralPortRangeStart"] = o.ephemeral_port_range_start
    if o.ephemeral_port_range_end is not None:
        d0["ephemeralPortRangeEnd"] = o.ephemeral_port_range_end
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_interface_notification_message(d: Any) -> Any:
    """A `InterfaceNotificationMessage` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_notification_message_draft()
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


def write_interface_notification_message(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceNotificationMessage`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_ip_address(d: Any) -> Any:
    """A `IPAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = ip_address_draft()
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


def write_ip_address(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IPAddress`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.address is not None:
        d0["Address"] = o.address
    if o.prefix_origin is not None:
        d0["PrefixOrigin"] = o.prefix_origin
    if o.suffix_origin is not None:
        d0["SuffixOrigin"] = o.suffix_origin
    if o.valid_lifetime is not None:
        d0["ValidLifetime"] = o.valid_lifetime
    if o.preferred_lifetime is not None:
        d0["PreferredLifetime"] = o.preferred_lifetime
    if o.on_link_prefix_length is not None:
        d0["OnLinkPrefixLength"] = o.on_link_prefix_length
    if o.skip_as_source is not None:
        d0["SkipAsSource"] = o.skip_as_source
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_loopback_routes_request(d: Any) -> Any:
    """A `LoopbackRoutesRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = loopback_routes_request_draft()
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


def write_loopback_routes_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LoopbackRoutesRequest`."""
    d0: Any
    d0 = {}
    if o.target_device_name is not None:
        d0["targetDeviceName"] = o.target_device_name
    v0 = o.operation
    if v0 is not None:
        d0["operation"] = v0 if settle is None else settle(v0)
    if o.family is not None:
        d0["family"] = o.family
    if o.ip_address is not None:
        d0["ipAddress"] = o.ip_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mac_address(d: Any) -> Any:
    """A `MacAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mac_address_draft()
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


def write_mac_address(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MacAddress`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.physical_address is not None:
        d0["PhysicalAddress"] = o.physical_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_neighbor(d: Any) -> Any:
    """A `Neighbor` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = neighbor_draft()
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


def write_neighbor(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Neighbor`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.address is not None:
        d0["Address"] = o.address
    if o.interface_luid is not None:
        d0["InterfaceLuid"] = o.interface_luid
    if o.interface_index is not None:
        d0["InterfaceIndex"] = o.interface_index
    if o.physical_address is not None:
        d0["PhysicalAddress"] = o.physical_address
    if o.physical_address_length is not None:
        d0["PhysicalAddressLength"] = o.physical_address_length
    if o.state is not None:
        d0["State"] = o.state
    if o.is_router is not None:
        d0["IsRouter"] = o.is_router
    if o.is_unreachable is not None:
        d0["IsUnreachable"] = o.is_unreachable
    if o.flags is not None:
        d0["Flags"] = o.flags
    if o.last_reachable is not None:
        d0["LastReachable"] = o.last_reachable
    if o.last_unreachable is not None:
        d0["LastUnreachable"] = o.last_unreachable
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_interface(d: Any) -> Any:
    """A `NetworkInterface` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = network_interface_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 4294967295))
            v = r
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


def write_network_interface(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkInterface`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.advertising_enabled is not None:
        d0["AdvertisingEnabled"] = o.advertising_enabled
    if o.forwarding_enabled is not None:
        d0["ForwardingEnabled"] = o.forwarding_enabled
    if o.weak_host_send is not None:
        d0["WeakHostSend"] = o.weak_host_send
    if o.weak_host_receive is not None:
        d0["WeakHostReceive"] = o.weak_host_receive
    if o.use_automatic_metric is not None:
        d0["UseAutomaticMetric"] = o.use_automatic_metric
    if o.use_neighbor_unreachability_detection is not None:
        d0["UseNeighborUnreachabilityDetection"] = o.use_neighbor_unreachability_detection
    if o.managed_address_configuration_supported is not None:
        d0["ManagedAddressConfigurationSupported"] = o.managed_address_configuration_supported
    if o.other_stateful_configuration_supported is not None:
        d0["OtherStatefulConfigurationSupported"] = o.other_stateful_configuration_supported
    if o.advertise_default_route is not None:
        d0["AdvertiseDefaultRoute"] = o.advertise_default_route
    if o.router_discovery_behavior is not None:
        d0["RouterDiscoveryBehavior"] = o.router_discovery_behavior
    if o.dad_transmits is not None:
        d0["DadTransmits"] = o.dad_transmits
    if o.base_reachable_time is not None:
        d0["BaseReachableTime"] = o.base_reachable_time
    if o.retransmit_time is not None:
        d0["RetransmitTime"] = o.retransmit_time
    if o.path_mtu_discovery_timeout is not None:
        d0["PathMtuDiscoveryTimeout"] = o.path_mtu_discovery_timeout
    if o.link_local_address_behavior is not None:
        d0["LinkLocalAddressBehavior"] = o.link_local_address_behavior
    if o.link_local_address_timeout is not None:
        d0["LinkLocalAddressTimeout"] = o.link_local_address_timeout
    v0 = o.zone_indices
    if v0 is not None:
        d0["ZoneIndices"] = [*v0]
    if o.site_prefix_length is not None:
        d0["SitePrefixLength"] = o.site_prefix_length
    if o.metric is not None:
        d0["Metric"] = o.metric
    if o.nl_mtu is not None:
        d0["NlMtu"] = o.nl_mtu
    if o.connected is not None:
        d0["Connected"] = o.connected
    if o.supports_wake_up_patterns is not None:
        d0["SupportsWakeUpPatterns"] = o.supports_wake_up_patterns
    if o.supports_neighbor_discovery is not None:
        d0["SupportsNeighborDiscovery"] = o.supports_neighbor_discovery
    if o.supports_router_discovery is not None:
        d0["SupportsRouterDiscovery"] = o.supports_router_discovery
    if o.reachable_time is not None:
        d0["ReachableTime"] = o.reachable_time
    if o.transmit_offload is not None:
        d0["TransmitOffload"] = o.transmit_offload
    if o.receive_offload is not None:
        d0["ReceiveOffload"] = o.receive_offload
    if o.disable_default_routes is not None:
        d0["DisableDefaultRoutes"] = o.disable_default_routes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_key(d: Any) -> Any:
    """A `RegistryKey` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = registry_key_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_reg_key(x))
            v = r
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


def write_registry_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryKey`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    v0 = o.reg_keys
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.path is not None:
                d2["Path"] = x1.path
            if x1.key is not None:
                d2["Key"] = x1.key
            if x1.type is not None:
                d2["Type"] = x1.type
            v2 = x1.value
            if v2 is not None:
                d2["Value"] = to_base64(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["RegKeys"] = r1
    if o.keyword is not None:
        d0["Keyword"] = o.keyword
    if o.adapter_clsid is not None:
        d0["AdapterCLSID"] = o.adapter_clsid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_reg_key(d: Any) -> Any:
    """A `RegKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = reg_key_draft()
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


def write_reg_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegKey`."""
    d0: Any
    d0 = {}
    if o.path is not None:
        d0["Path"] = o.path
    if o.key is not None:
        d0["Key"] = o.key
    if o.type is not None:
        d0["Type"] = o.type
    v0 = o.value
    if v0 is not None:
        d0["Value"] = to_base64(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_guest_route(d: Any) -> Any:
    """A `GuestRoute` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = guest_route_draft()
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


def write_guest_route(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `GuestRoute`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.next_hop is not None:
        d0["NextHop"] = o.next_hop
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.site_prefix_length is not None:
        d0["SitePrefixLength"] = o.site_prefix_length
    if o.valid_lifetime is not None:
        d0["ValidLifetime"] = o.valid_lifetime
    if o.preferred_lifetime is not None:
        d0["PreferredLifetime"] = o.preferred_lifetime
    if o.metric is not None:
        d0["Metric"] = o.metric
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.loopback is not None:
        d0["Loopback"] = o.loopback
    if o.autoconfigure_address is not None:
        d0["AutoconfigureAddress"] = o.autoconfigure_address
    if o.publish is not None:
        d0["Publish"] = o.publish
    if o.immortal is not None:
        d0["Immortal"] = o.immortal
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vm_nic_created_notification(d: Any) -> Any:
    """A `VmNicCreatedNotification` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vm_nic_created_notification_draft()
    n = 0
    if "adapterId" in d:
        n += 1
        v = d["adapterId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.adapter_id = v
    else:
        o.adapter_id = None
    o.unknown_members = leftover(VmNicCreatedNotification, d) if n != len(d) else None
    o.__class__ = VmNicCreatedNotification
    return o


def write_vm_nic_created_notification(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VmNicCreatedNotification`."""
    d0: Any
    d0 = {}
    if o.adapter_id is not None:
        d0["adapterId"] = o.adapter_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_xlat(d: Any) -> Any:
    """A `Xlat` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = xlat_draft()
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


def write_xlat(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Xlat`."""
    d0: Any
    d0 = {}
    if o.message_number is not None:
        d0["MessageNumber"] = o.message_number
    if o.family is not None:
        d0["Family"] = o.family
    if o.synthetic_ipv4_address is not None:
        d0["SyntheticIPv4Address"] = o.synthetic_ipv4_address
    if o.fallback_ipv4_address is not None:
        d0["FallbackIPv4Address"] = o.fallback_ipv4_address
    if o.local_prefix is not None:
        d0["LocalPrefix"] = o.local_prefix
    if o.local_prefix_length is not None:
        d0["LocalPrefixLength"] = o.local_prefix_length
    if o.remote_prefix is not None:
        d0["RemotePrefix"] = o.remote_prefix
    if o.remote_prefix_length is not None:
        d0["RemotePrefixLength"] = o.remote_prefix_length
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
