"""Reading and writing: generation 1 of the network documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, number_of, open_value, plain, selected_by_own_type, text_of, texts
from hcsffi.documents.topic.hcn_v1 import ACLPolicy, ActionType, DirectionType, ELBPolicy, EndpointAttachDetachRequest, EndpointState, EndpointStats, HNSAclFeatures, HNSEndpoint, HNSEndpointResponse, HNSGlobals, HNSNetwork, HNSNetworkResponse, HNSNnvManagementMacAddress, HNSNnvManagementMacList, HNSSingleNetworkResponse, HNSSupportedFeatures, HNSVersion, IsolationPolicy, LBPolicy, MacPool, Namespace, NamespaceEndpointRequest, NamespaceRequest, NamespaceResource, NamespaceResourceRequest, NatPolicy, Network, OutboundNatPolicy, PaPolicy, Policy, PolicyList, PolicyType, ProxyPolicy, QosPolicy, RoutePolicy, RuleType, Subnet, SystemType, VlanPolicy, VsidPolicy
from hcsffi.documents.topic.network import NetworkFlags, NetworkMode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
acl_policy_draft = draft(ACLPolicy)
elb_policy_draft = draft(ELBPolicy)
endpoint_attach_detach_request_draft = draft(EndpointAttachDetachRequest)
endpoint_stats_draft = draft(EndpointStats)
hns_acl_features_draft = draft(HNSAclFeatures)
hns_endpoint_draft = draft(HNSEndpoint)
hns_endpoint_response_draft = draft(HNSEndpointResponse)
hns_globals_draft = draft(HNSGlobals)
hns_network_draft = draft(HNSNetwork)
hns_network_response_draft = draft(HNSNetworkResponse)
hns_nnv_management_mac_address_draft = draft(HNSNnvManagementMacAddress)
hns_nnv_management_mac_list_draft = draft(HNSNnvManagementMacList)
hns_single_network_response_draft = draft(HNSSingleNetworkResponse)
hns_supported_features_draft = draft(HNSSupportedFeatures)
hns_version_draft = draft(HNSVersion)
isolation_policy_draft = draft(IsolationPolicy)
lb_policy_draft = draft(LBPolicy)
mac_pool_draft = draft(MacPool)
namespace_draft = draft(Namespace)
namespace_endpoint_request_draft = draft(NamespaceEndpointRequest)
namespace_request_draft = draft(NamespaceRequest)
namespace_resource_draft = draft(NamespaceResource)
namespace_resource_request_draft = draft(NamespaceResourceRequest)
nat_policy_draft = draft(NatPolicy)
network_draft = draft(Network)
outbound_nat_policy_draft = draft(OutboundNatPolicy)
pa_policy_draft = draft(PaPolicy)
policy_draft = draft(Policy)
policy_list_draft = draft(PolicyList)
proxy_policy_draft = draft(ProxyPolicy)
qos_policy_draft = draft(QosPolicy)
route_policy_draft = draft(RoutePolicy)
subnet_draft = draft(Subnet)
vlan_policy_draft = draft(VlanPolicy)
vsid_policy_draft = draft(VsidPolicy)
known_action_type = ActionType._value2member_map_.get
known_direction_type = DirectionType._value2member_map_.get
known_endpoint_state = EndpointState._value2member_map_.get
known_network_flags = NetworkFlags
known_network_mode = NetworkMode._value2member_map_.get
known_policy_type = PolicyType._value2member_map_.get
known_rule_type = RuleType._value2member_map_.get
known_system_type = SystemType._value2member_map_.get
read_interface_constraint_endpoint_policy_setting = later("hcsffi.documents.topic.policy_wire", "read_interface_constraint_endpoint_policy_setting", globals())
read_ip_subnet = later("hcsffi.documents.topic.network_wire", "read_ip_subnet", globals())
write_interface_constraint_endpoint_policy_setting = later("hcsffi.documents.topic.policy_wire", "write_interface_constraint_endpoint_policy_setting", globals())
write_ip_subnet = later("hcsffi.documents.topic.network_wire", "write_ip_subnet", globals())


def read_acl_policy(d: Any) -> Any:
    """A `ACLPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(acl_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "Action" in d:
        n += 1
        v = d["Action"]
        if type(v) is str:
            v = known_action_type(v, v)
        elif v is not None:
            raise Mismatch
        o.action = v
    else:
        o.action = None
    if "Direction" in d:
        n += 1
        v = d["Direction"]
        if type(v) is str:
            v = known_direction_type(v, v)
        elif v is not None:
            raise Mismatch
        o.direction = v
    else:
        o.direction = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "LocalPort" in d:
        n += 1
        v = d["LocalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.local_port = v
    else:
        o.local_port = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "RemotePort" in d:
        n += 1
        v = d["RemotePort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.remote_port = v
    else:
        o.remote_port = None
    if "RuleType" in d:
        n += 1
        v = d["RuleType"]
        if type(v) is str:
            v = known_rule_type(v, v)
        elif v is not None:
            raise Mismatch
        o.rule_type = v
    else:
        o.rule_type = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    if "ServiceName" in d:
        n += 1
        v = d["ServiceName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.service_name = v
    else:
        o.service_name = None
    o.unknown_members = leftover(ACLPolicy, d) if n != len(d) else None
    o.__class__ = ACLPolicy
    return o


def write_acl_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `ACLPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.protocols
    if v is not None:
        d["Protocols"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.action
    if v is not None:
        d["Action"] = v if type(v) is str else text_of(v)
    v = o.direction
    if v is not None:
        d["Direction"] = v if type(v) is str else text_of(v)
    v = o.local_addresses
    if v is not None:
        d["LocalAddresses"] = v
    v = o.remote_addresses
    if v is not None:
        d["RemoteAddresses"] = v
    v = o.local_ports
    if v is not None:
        d["LocalPorts"] = v
    v = o.local_port
    if v is not None:
        d["LocalPort"] = v
    v = o.remote_ports
    if v is not None:
        d["RemotePorts"] = v
    v = o.remote_port
    if v is not None:
        d["RemotePort"] = v
    v = o.rule_type
    if v is not None:
        d["RuleType"] = v if type(v) is str else text_of(v)
    v = o.priority
    if v is not None:
        d["Priority"] = v
    v = o.service_name
    if v is not None:
        d["ServiceName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_elb_policy(d: Any) -> Any:
    """A `ELBPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(elb_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "ExternalPort" in d:
        n += 1
        v = d["ExternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.external_port = v
    else:
        o.external_port = None
    if "SourceVIP" in d:
        n += 1
        v = d["SourceVIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.source_vip = v
    else:
        o.source_vip = None
    if "VIPs" in d:
        n += 1
        v = d["VIPs"]
        if v is not None:
            v = texts(v)
        o.vips = v
    else:
        o.vips = None
    if "ILB" in d:
        n += 1
        v = d["ILB"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ilb = v
    else:
        o.ilb = None
    if "IsDSR" in d:
        n += 1
        v = d["IsDSR"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_dsr = v
    else:
        o.is_dsr = None
    o.unknown_members = leftover(ELBPolicy, d) if n != len(d) else None
    o.__class__ = ELBPolicy
    return o


def write_elb_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `ELBPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    v = o.source_vip
    if v is not None:
        d["SourceVIP"] = v
    v = o.vips
    if v is not None:
        d["VIPs"] = [*v]
    v = o.ilb
    if v is not None:
        d["ILB"] = v
    v = o.is_dsr
    if v is not None:
        d["IsDSR"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_endpoint_attach_detach_request(d: Any) -> Any:
    """A `EndpointAttachDetachRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(endpoint_attach_detach_request_draft)
    n = 0
    if "ContainerId" in d:
        n += 1
        v = d["ContainerId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_id = v
    else:
        o.container_id = None
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
    if "CompartmentId" in d:
        n += 1
        v = d["CompartmentId"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.compartment_id = v
    else:
        o.compartment_id = None
    if "VirtualNicName" in d:
        n += 1
        v = d["VirtualNicName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.virtual_nic_name = v
    else:
        o.virtual_nic_name = None
    o.unknown_members = leftover(EndpointAttachDetachRequest, d) if n != len(d) else None
    o.__class__ = EndpointAttachDetachRequest
    return o


def write_endpoint_attach_detach_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `EndpointAttachDetachRequest`."""
    d: dict[str, Any] = {}
    v = o.container_id
    if v is not None:
        d["ContainerId"] = v
    v = o.system_type
    if v is not None:
        d["SystemType"] = v if type(v) is str else text_of(v)
    v = o.compartment_id
    if v is not None:
        d["CompartmentId"] = v
    v = o.virtual_nic_name
    if v is not None:
        d["VirtualNicName"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_endpoint_stats(d: Any) -> Any:
    """A `EndpointStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(endpoint_stats_draft)
    n = 0
    if "BytesReceived" in d:
        n += 1
        v = d["BytesReceived"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bytes_received = v
    else:
        o.bytes_received = None
    if "BytesSent" in d:
        n += 1
        v = d["BytesSent"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.bytes_sent = v
    else:
        o.bytes_sent = None
    if "DroppedPacketsIncoming" in d:
        n += 1
        v = d["DroppedPacketsIncoming"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.dropped_packets_incoming = v
    else:
        o.dropped_packets_incoming = None
    if "DroppedPacketsOutgoing" in d:
        n += 1
        v = d["DroppedPacketsOutgoing"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.dropped_packets_outgoing = v
    else:
        o.dropped_packets_outgoing = None
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    if "InstanceId" in d:
        n += 1
        v = d["InstanceId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.instance_id = v
    else:
        o.instance_id = None
    if "PacketsReceived" in d:
        n += 1
        v = d["PacketsReceived"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.packets_received = v
    else:
        o.packets_received = None
    if "PacketsSent" in d:
        n += 1
        v = d["PacketsSent"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.packets_sent = v
    else:
        o.packets_sent = None
    o.unknown_members = leftover(EndpointStats, d) if n != len(d) else None
    o.__class__ = EndpointStats
    return o


def write_endpoint_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `EndpointStats`."""
    d: dict[str, Any] = {}
    v = o.bytes_received
    if v is not None:
        d["BytesReceived"] = v
    v = o.bytes_sent
    if v is not None:
        d["BytesSent"] = v
    v = o.dropped_packets_incoming
    if v is not None:
        d["DroppedPacketsIncoming"] = v
    v = o.dropped_packets_outgoing
    if v is not None:
        d["DroppedPacketsOutgoing"] = v
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.instance_id
    if v is not None:
        d["InstanceId"] = v
    v = o.packets_received
    if v is not None:
        d["PacketsReceived"] = v
    v = o.packets_sent
    if v is not None:
        d["PacketsSent"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_acl_features(d: Any) -> Any:
    """A `HNSAclFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_acl_features_draft)
    n = 0
    if "AclAddressLists" in d:
        n += 1
        v = d["AclAddressLists"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_address_lists = v
    else:
        o.acl_address_lists = None
    if "AclHostRulePriority" in d:
        n += 1
        v = d["AclHostRulePriority"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_host_rule_priority = v
    else:
        o.acl_host_rule_priority = None
    if "AclPortRanges" in d:
        n += 1
        v = d["AclPortRanges"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_port_ranges = v
    else:
        o.acl_port_ranges = None
    if "AclRuleId" in d:
        n += 1
        v = d["AclRuleId"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_rule_id = v
    else:
        o.acl_rule_id = None
    o.unknown_members = leftover(HNSAclFeatures, d) if n != len(d) else None
    o.__class__ = HNSAclFeatures
    return o


def write_hns_acl_features(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSAclFeatures`."""
    d: dict[str, Any] = {}
    v = o.acl_address_lists
    if v is not None:
        d["AclAddressLists"] = v
    v = o.acl_host_rule_priority
    if v is not None:
        d["AclHostRulePriority"] = v
    v = o.acl_port_ranges
    if v is not None:
        d["AclPortRanges"] = v
    v = o.acl_rule_id
    if v is not None:
        d["AclRuleId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_endpoint(d: Any) -> Any:
    """A `HNSEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_endpoint_draft)
    n = 0
    if "IPAddress" in d:
        n += 1
        v = d["IPAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address = v
    else:
        o.ip_address = None
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    if "GatewayAddress" in d:
        n += 1
        v = d["GatewayAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.gateway_address = v
    else:
        o.gateway_address = None
    if "PortFriendlyName" in d:
        n += 1
        v = d["PortFriendlyName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port_friendly_name = v
    else:
        o.port_friendly_name = None
    if "VirtualNetwork" in d:
        n += 1
        v = d["VirtualNetwork"]
        if v is not None:
            v = guid_text(v)
        o.virtual_network = v
    else:
        o.virtual_network = None
    if "VirtualNetworkName" in d:
        n += 1
        v = d["VirtualNetworkName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.virtual_network_name = v
    else:
        o.virtual_network_name = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
        o.id = v
    else:
        o.id = None
    if "PrefixLength" in d:
        n += 1
        v = d["PrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.prefix_length = v
    else:
        o.prefix_length = None
    if "InterfaceConstraint" in d:
        n += 1
        v = d["InterfaceConstraint"]
        if v is not None:
            v = read_interface_constraint_endpoint_policy_setting(v)
        o.interface_constraint = v
    else:
        o.interface_constraint = None
    if "DNSServerList" in d:
        n += 1
        v = d["DNSServerList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_server_list = v
    else:
        o.dns_server_list = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [selected_by_own_type("hcn.V1.HNSEndpoint.Policies", x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "IPv6Address" in d:
        n += 1
        v = d["IPv6Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ipv6_address = v
    else:
        o.ipv6_address = None
    if "DNSSuffix" in d:
        n += 1
        v = d["DNSSuffix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_suffix = v
    else:
        o.dns_suffix = None
    if "DNSDomain" in d:
        n += 1
        v = d["DNSDomain"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_domain = v
    else:
        o.dns_domain = None
    if "GatewayAddressV6" in d:
        n += 1
        v = d["GatewayAddressV6"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.gateway_address_v6 = v
    else:
        o.gateway_address_v6 = None
    if "EnableInternalDNS" in d:
        n += 1
        v = d["EnableInternalDNS"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_internal_dns = v
    else:
        o.enable_internal_dns = None
    if "DisableICC" in d:
        n += 1
        v = d["DisableICC"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_icc = v
    else:
        o.disable_icc = None
    if "IPv6PrefixLength" in d:
        n += 1
        v = d["IPv6PrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.ipv6_prefix_length = v
    else:
        o.ipv6_prefix_length = None
    if "IsRemoteEndpoint" in d:
        n += 1
        v = d["IsRemoteEndpoint"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_remote_endpoint = v
    else:
        o.is_remote_endpoint = None
    if "EnableLowMetric" in d:
        n += 1
        v = d["EnableLowMetric"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable_low_metric = v
    else:
        o.enable_low_metric = None
    if "Namespace" in d:
        n += 1
        v = d["Namespace"]
        if v is not None:
            v = read_namespace(v)
        o.namespace = v
    else:
        o.namespace = None
    if "EncapOverhead" in d:
        n += 1
        v = d["EncapOverhead"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.encap_overhead = v
    else:
        o.encap_overhead = None
    if "SharedContainers" in d:
        n += 1
        v = d["SharedContainers"]
        if v is not None:
            v = texts(v)
        o.shared_containers = v
    else:
        o.shared_containers = None
    if "State" in d:
        n += 1
        v = d["State"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_endpoint_state(v, v)
        elif v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    o.unknown_members = leftover(HNSEndpoint, d) if n != len(d) else None
    o.__class__ = HNSEndpoint
    return o


def write_hns_endpoint(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSEndpoint`."""
    d: dict[str, Any] = {}
    v = o.ip_address
    if v is not None:
        d["IPAddress"] = v
    v = o.mac_address
    if v is not None:
        d["MacAddress"] = v
    v = o.gateway_address
    if v is not None:
        d["GatewayAddress"] = v
    v = o.port_friendly_name
    if v is not None:
        d["PortFriendlyName"] = v
    v = o.virtual_network
    if v is not None:
        d["VirtualNetwork"] = v
    v = o.virtual_network_name
    if v is not None:
        d["VirtualNetworkName"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.prefix_length
    if v is not None:
        d["PrefixLength"] = v
    v = o.interface_constraint
    if v is not None:
        d["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v)
    v = o.dns_server_list
    if v is not None:
        d["DNSServerList"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    v = o.ipv6_address
    if v is not None:
        d["IPv6Address"] = v
    v = o.dns_suffix
    if v is not None:
        d["DNSSuffix"] = v
    v = o.dns_domain
    if v is not None:
        d["DNSDomain"] = v
    v = o.gateway_address_v6
    if v is not None:
        d["GatewayAddressV6"] = v
    v = o.enable_internal_dns
    if v is not None:
        d["EnableInternalDNS"] = v
    v = o.disable_icc
    if v is not None:
        d["DisableICC"] = v
    v = o.ipv6_prefix_length
    if v is not None:
        d["IPv6PrefixLength"] = v
    v = o.is_remote_endpoint
    if v is not None:
        d["IsRemoteEndpoint"] = v
    v = o.enable_low_metric
    if v is not None:
        d["EnableLowMetric"] = v
    v = o.namespace
    if v is not None:
        d["Namespace"] = write_namespace(v)
    v = o.encap_overhead
    if v is not None:
        d["EncapOverhead"] = v
    v = o.shared_containers
    if v is not None:
        d["SharedContainers"] = [*v]
    v = o.state
    if v is not None:
        d["State"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_endpoint_response(d: Any) -> Any:
    """A `HNSEndpointResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_endpoint_response_draft)
    n = 0
    if "Success" in d:
        n += 1
        v = d["Success"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.success = v
    else:
        o.success = None
    if "Error" in d:
        n += 1
        v = d["Error"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.error = v
    else:
        o.error = None
    if "Output" in d:
        n += 1
        v = d["Output"]
        if v is not None:
            v = read_hns_endpoint(v)
        o.output = v
    else:
        o.output = None
    o.unknown_members = leftover(HNSEndpointResponse, d) if n != len(d) else None
    o.__class__ = HNSEndpointResponse
    return o


def write_hns_endpoint_response(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSEndpointResponse`."""
    d: dict[str, Any] = {}
    v = o.success
    if v is not None:
        d["Success"] = v
    v = o.error
    if v is not None:
        d["Error"] = v
    v = o.output
    if v is not None:
        d["Output"] = write_hns_endpoint(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_globals(d: Any) -> Any:
    """A `HNSGlobals` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_globals_draft)
    n = 0
    if "Version" in d:
        n += 1
        v = d["Version"]
        if v is not None:
            v = read_hns_version(v)
        o.version = v
    else:
        o.version = None
    o.unknown_members = leftover(HNSGlobals, d) if n != len(d) else None
    o.__class__ = HNSGlobals
    return o


def write_hns_globals(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSGlobals`."""
    d: dict[str, Any] = {}
    v = o.version
    if v is not None:
        d["Version"] = write_hns_version(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_network(d: Any) -> Any:
    """A `HNSNetwork` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_network_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
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
    if "SourceMac" in d:
        n += 1
        v = d["SourceMac"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.source_mac = v
    else:
        o.source_mac = None
    if "DNSSuffix" in d:
        n += 1
        v = d["DNSSuffix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_suffix = v
    else:
        o.dns_suffix = None
    if "DNSServerList" in d:
        n += 1
        v = d["DNSServerList"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_server_list = v
    else:
        o.dns_server_list = None
    if "DNSDomain" in d:
        n += 1
        v = d["DNSDomain"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.dns_domain = v
    else:
        o.dns_domain = None
    if "Subnets" in d:
        n += 1
        v = d["Subnets"]
        if v is not None:
            v = [read_subnet(x) for x in array(v)]
        o.subnets = v
    else:
        o.subnets = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_network_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "InterfaceConstraint" in d:
        n += 1
        v = d["InterfaceConstraint"]
        if v is not None:
            v = read_interface_constraint_endpoint_policy_setting(v)
        o.interface_constraint = v
    else:
        o.interface_constraint = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "NetworkAdapterName" in d:
        n += 1
        v = d["NetworkAdapterName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_adapter_name = v
    else:
        o.network_adapter_name = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [selected_by_own_type("hcn.V1.HNSNetwork.Policies", x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "MacPools" in d:
        n += 1
        v = d["MacPools"]
        if v is not None:
            v = [read_mac_pool(x) for x in array(v)]
        o.mac_pools = v
    else:
        o.mac_pools = None
    if "DNSServerCompartment" in d:
        n += 1
        v = d["DNSServerCompartment"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.dns_server_compartment = v
    else:
        o.dns_server_compartment = None
    if "ManagementIP" in d:
        n += 1
        v = d["ManagementIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.management_ip = v
    else:
        o.management_ip = None
    if "AutomaticDNS" in d:
        n += 1
        v = d["AutomaticDNS"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.automatic_dns = v
    else:
        o.automatic_dns = None
    if "ActivityId" in d:
        n += 1
        v = d["ActivityId"]
        if v is not None:
            v = guid_text(v)
        o.activity_id = v
    else:
        o.activity_id = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "CurrentEndpointCount" in d:
        n += 1
        v = d["CurrentEndpointCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.current_endpoint_count = v
    else:
        o.current_endpoint_count = None
    if "Extensions" in d:
        n += 1
        v = d["Extensions"]
        if v is not None:
            v = [open_value(x) for x in array(v)]
        o.extensions = v
    else:
        o.extensions = None
    if "GatewayMac" in d:
        n += 1
        v = d["GatewayMac"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.gateway_mac = v
    else:
        o.gateway_mac = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = open_value(v)
        o.health = v
    else:
        o.health = None
    if "IPv6" in d:
        n += 1
        v = d["IPv6"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ipv6 = v
    else:
        o.ipv6 = None
    if "IsolateSwitch" in d:
        n += 1
        v = d["IsolateSwitch"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.isolate_switch = v
    else:
        o.isolate_switch = None
    if "LayeredOn" in d:
        n += 1
        v = d["LayeredOn"]
        if v is not None:
            v = guid_text(v)
        o.layered_on = v
    else:
        o.layered_on = None
    if "MaxConcurrentEndpoints" in d:
        n += 1
        v = d["MaxConcurrentEndpoints"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.max_concurrent_endpoints = v
    else:
        o.max_concurrent_endpoints = None
    if "NatName" in d:
        n += 1
        v = d["NatName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.nat_name = v
    else:
        o.nat_name = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    if "SwitchGuid" in d:
        n += 1
        v = d["SwitchGuid"]
        if v is not None:
            v = guid_text(v)
        o.switch_guid = v
    else:
        o.switch_guid = None
    if "SwitchName" in d:
        n += 1
        v = d["SwitchName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.switch_name = v
    else:
        o.switch_name = None
    if "TotalEndpoints" in d:
        n += 1
        v = d["TotalEndpoints"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.total_endpoints = v
    else:
        o.total_endpoints = None
    if "Version" in d:
        n += 1
        v = d["Version"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.version = v
    else:
        o.version = None
    if "Resources" in d:
        n += 1
        v = d["Resources"]
        if v is not None:
            v = open_value(v)
        o.resources = v
    else:
        o.resources = None
    o.unknown_members = leftover(HNSNetwork, d) if n != len(d) or None in d.values() else None
    o.__class__ = HNSNetwork
    return o


def write_hns_network(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSNetwork`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.source_mac
    if v is not None:
        d["SourceMac"] = v
    v = o.dns_suffix
    if v is not None:
        d["DNSSuffix"] = v
    v = o.dns_server_list
    if v is not None:
        d["DNSServerList"] = v
    v = o.dns_domain
    if v is not None:
        d["DNSDomain"] = v
    v = o.subnets
    if v is not None:
        d["Subnets"] = [write_subnet(x) for x in v]
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    v = o.interface_constraint
    if v is not None:
        d["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v)
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.network_adapter_name
    if v is not None:
        d["NetworkAdapterName"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    v = o.mac_pools
    if v is not None:
        d["MacPools"] = [write_mac_pool(x) for x in v]
    v = o.dns_server_compartment
    if v is not None:
        d["DNSServerCompartment"] = v
    v = o.management_ip
    if v is not None:
        d["ManagementIP"] = v
    v = o.automatic_dns
    if v is not None:
        d["AutomaticDNS"] = v
    v = o.activity_id
    if v is not None:
        d["ActivityId"] = v
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.current_endpoint_count
    if v is not None:
        d["CurrentEndpointCount"] = v
    v = o.extensions
    if v is not None:
        d["Extensions"] = [plain(x) for x in v]
    v = o.gateway_mac
    if v is not None:
        d["GatewayMac"] = v
    v = o.health
    if v is not None:
        d["Health"] = plain(v)
    v = o.ipv6
    if v is not None:
        d["IPv6"] = v
    v = o.isolate_switch
    if v is not None:
        d["IsolateSwitch"] = v
    v = o.layered_on
    if v is not None:
        d["LayeredOn"] = v
    v = o.max_concurrent_endpoints
    if v is not None:
        d["MaxConcurrentEndpoints"] = v
    v = o.nat_name
    if v is not None:
        d["NatName"] = v
    v = o.state
    if v is not None:
        d["State"] = v
    v = o.switch_guid
    if v is not None:
        d["SwitchGuid"] = v
    v = o.switch_name
    if v is not None:
        d["SwitchName"] = v
    v = o.total_endpoints
    if v is not None:
        d["TotalEndpoints"] = v
    v = o.version
    if v is not None:
        d["Version"] = v
    v = o.resources
    if v is not None:
        d["Resources"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_network_response(d: Any) -> Any:
    """A `HNSNetworkResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_network_response_draft)
    n = 0
    if "Success" in d:
        n += 1
        v = d["Success"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.success = v
    else:
        o.success = None
    if "Error" in d:
        n += 1
        v = d["Error"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.error = v
    else:
        o.error = None
    if "Output" in d:
        n += 1
        v = d["Output"]
        if v is not None:
            v = [read_hns_network(x) for x in array(v)]
        o.output = v
    else:
        o.output = None
    o.unknown_members = leftover(HNSNetworkResponse, d) if n != len(d) else None
    o.__class__ = HNSNetworkResponse
    return o


def write_hns_network_response(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSNetworkResponse`."""
    d: dict[str, Any] = {}
    v = o.success
    if v is not None:
        d["Success"] = v
    v = o.error
    if v is not None:
        d["Error"] = v
    v = o.output
    if v is not None:
        d["Output"] = [write_hns_network(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_nnv_management_mac_address(d: Any) -> Any:
    """A `HNSNnvManagementMacAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_nnv_management_mac_address_draft)
    n = 0
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    o.unknown_members = leftover(HNSNnvManagementMacAddress, d) if n != len(d) else None
    o.__class__ = HNSNnvManagementMacAddress
    return o


def write_hns_nnv_management_mac_address(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSNnvManagementMacAddress`."""
    d: dict[str, Any] = {}
    v = o.mac_address
    if v is not None:
        d["MacAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_nnv_management_mac_list(d: Any) -> Any:
    """A `HNSNnvManagementMacList` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_nnv_management_mac_list_draft)
    n = 0
    if "MacAddressList" in d:
        n += 1
        v = d["MacAddressList"]
        if v is not None:
            v = [read_hns_nnv_management_mac_address(x) for x in array(v)]
        o.mac_address_list = v
    else:
        o.mac_address_list = None
    o.unknown_members = leftover(HNSNnvManagementMacList, d) if n != len(d) else None
    o.__class__ = HNSNnvManagementMacList
    return o


def write_hns_nnv_management_mac_list(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSNnvManagementMacList`."""
    d: dict[str, Any] = {}
    v = o.mac_address_list
    if v is not None:
        d["MacAddressList"] = [write_hns_nnv_management_mac_address(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_single_network_response(d: Any) -> Any:
    """A `HNSSingleNetworkResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_single_network_response_draft)
    n = 0
    if "Success" in d:
        n += 1
        v = d["Success"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.success = v
    else:
        o.success = None
    if "Error" in d:
        n += 1
        v = d["Error"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.error = v
    else:
        o.error = None
    if "Output" in d:
        n += 1
        v = d["Output"]
        if v is not None:
            v = read_hns_network(v)
        o.output = v
    else:
        o.output = None
    o.unknown_members = leftover(HNSSingleNetworkResponse, d) if n != len(d) else None
    o.__class__ = HNSSingleNetworkResponse
    return o


def write_hns_single_network_response(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSSingleNetworkResponse`."""
    d: dict[str, Any] = {}
    v = o.success
    if v is not None:
        d["Success"] = v
    v = o.error
    if v is not None:
        d["Error"] = v
    v = o.output
    if v is not None:
        d["Output"] = write_hns_network(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_supported_features(d: Any) -> Any:
    """A `HNSSupportedFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_supported_features_draft)
    n = 0
    if "ACL" in d:
        n += 1
        v = d["ACL"]
        if v is not None:
            v = read_hns_acl_features(v)
        o.acl = v
    else:
        o.acl = None
    o.unknown_members = leftover(HNSSupportedFeatures, d) if n != len(d) else None
    o.__class__ = HNSSupportedFeatures
    return o


def write_hns_supported_features(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSSupportedFeatures`."""
    d: dict[str, Any] = {}
    v = o.acl
    if v is not None:
        d["ACL"] = write_hns_acl_features(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_hns_version(d: Any) -> Any:
    """A `HNSVersion` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(hns_version_draft)
    n = 0
    if "Major" in d:
        n += 1
        v = d["Major"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.major = v
    else:
        o.major = None
    if "Minor" in d:
        n += 1
        v = d["Minor"]
        if (type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807) and v is not None:
            raise Mismatch
        o.minor = v
    else:
        o.minor = None
    o.unknown_members = leftover(HNSVersion, d) if n != len(d) else None
    o.__class__ = HNSVersion
    return o


def write_hns_version(o: Any) -> dict[str, Any]:
    """The JSON object of a `HNSVersion`."""
    d: dict[str, Any] = {}
    v = o.major
    if v is not None:
        d["Major"] = v
    v = o.minor
    if v is not None:
        d["Minor"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_isolation_policy(d: Any) -> Any:
    """A `IsolationPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(isolation_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VLAN" in d:
        n += 1
        v = d["VLAN"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vlan = v
    else:
        o.vlan = None
    if "VSID" in d:
        n += 1
        v = d["VSID"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vsid = v
    else:
        o.vsid = None
    if "InDefaultIsolation" in d:
        n += 1
        v = d["InDefaultIsolation"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.in_default_isolation = v
    else:
        o.in_default_isolation = None
    o.unknown_members = leftover(IsolationPolicy, d) if n != len(d) else None
    o.__class__ = IsolationPolicy
    return o


def write_isolation_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `IsolationPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.vlan
    if v is not None:
        d["VLAN"] = v
    v = o.vsid
    if v is not None:
        d["VSID"] = v
    v = o.in_default_isolation
    if v is not None:
        d["InDefaultIsolation"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_lb_policy(d: Any) -> Any:
    """A `LBPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(lb_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "ExternalPort" in d:
        n += 1
        v = d["ExternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.external_port = v
    else:
        o.external_port = None
    o.unknown_members = leftover(LBPolicy, d) if n != len(d) else None
    o.__class__ = LBPolicy
    return o


def write_lb_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `LBPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mac_pool(d: Any) -> Any:
    """A `MacPool` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mac_pool_draft)
    n = 0
    if "StartMacAddress" in d:
        n += 1
        v = d["StartMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.start_mac_address = v
    else:
        o.start_mac_address = None
    if "EndMacAddress" in d:
        n += 1
        v = d["EndMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.end_mac_address = v
    else:
        o.end_mac_address = None
    o.unknown_members = leftover(MacPool, d) if n != len(d) else None
    o.__class__ = MacPool
    return o


def write_mac_pool(o: Any) -> dict[str, Any]:
    """The JSON object of a `MacPool`."""
    d: dict[str, Any] = {}
    v = o.start_mac_address
    if v is not None:
        d["StartMacAddress"] = v
    v = o.end_mac_address
    if v is not None:
        d["EndMacAddress"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace(d: Any) -> Any:
    """A `Namespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "IsDefault" in d:
        n += 1
        v = d["IsDefault"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_default = v
    else:
        o.is_default = None
    if "ResourceList" in d:
        n += 1
        v = d["ResourceList"]
        if v is not None:
            v = [read_namespace_resource(x) for x in array(v)]
        o.resource_list = v
    else:
        o.resource_list = None
    if "CompartmentId" in d:
        n += 1
        v = d["CompartmentId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.compartment_id = v
    else:
        o.compartment_id = None
    o.unknown_members = leftover(Namespace, d) if n != len(d) else None
    o.__class__ = Namespace
    return o


def write_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `Namespace`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.is_default
    if v is not None:
        d["IsDefault"] = v
    v = o.resource_list
    if v is not None:
        d["ResourceList"] = [write_namespace_resource(x) for x in v]
    v = o.compartment_id
    if v is not None:
        d["CompartmentId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace_endpoint_request(d: Any) -> Any:
    """A `NamespaceEndpointRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_endpoint_request_draft)
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(NamespaceEndpointRequest, d) if n != len(d) else None
    o.__class__ = NamespaceEndpointRequest
    return o


def write_namespace_endpoint_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamespaceEndpointRequest`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace_request(d: Any) -> Any:
    """A `NamespaceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_request_draft)
    n = 0
    if "IsDefault" in d:
        n += 1
        v = d["IsDefault"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_default = v
    else:
        o.is_default = None
    o.unknown_members = leftover(NamespaceRequest, d) if n != len(d) else None
    o.__class__ = NamespaceRequest
    return o


def write_namespace_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamespaceRequest`."""
    d: dict[str, Any] = {}
    v = o.is_default
    if v is not None:
        d["IsDefault"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace_resource(d: Any) -> Any:
    """A `NamespaceResource` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_resource_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(NamespaceResource, d) if n != len(d) or None in d.values() else None
    o.__class__ = NamespaceResource
    return o


def write_namespace_resource(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamespaceResource`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.data
    if v is not None:
        d["Data"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_namespace_resource_request(d: Any) -> Any:
    """A `NamespaceResourceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(namespace_resource_request_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(NamespaceResourceRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = NamespaceResourceRequest
    return o


def write_namespace_resource_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `NamespaceResourceRequest`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v
    v = o.data
    if v is not None:
        d["Data"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_nat_policy(d: Any) -> Any:
    """A `NatPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(nat_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "InternalPort" in d:
        n += 1
        v = d["InternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.internal_port = v
    else:
        o.internal_port = None
    if "ExternalPort" in d:
        n += 1
        v = d["ExternalPort"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.external_port = v
    else:
        o.external_port = None
    if "ExternalPortReserved" in d:
        n += 1
        v = d["ExternalPortReserved"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.external_port_reserved = v
    else:
        o.external_port_reserved = None
    o.unknown_members = leftover(NatPolicy, d) if n != len(d) else None
    o.__class__ = NatPolicy
    return o


def write_nat_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `NatPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.protocol
    if v is not None:
        d["Protocol"] = v
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    v = o.external_port_reserved
    if v is not None:
        d["ExternalPortReserved"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_network(d: Any) -> Any:
    """A `Network` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_draft)
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_network_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "IsolateSwitch" in d:
        n += 1
        v = d["IsolateSwitch"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.isolate_switch = v
    else:
        o.isolate_switch = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_network_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "Subnets" in d:
        n += 1
        v = d["Subnets"]
        if v is not None:
            v = [read_subnet(x) for x in array(v)]
        o.subnets = v
    else:
        o.subnets = None
    if "InterfaceConstraint" in d:
        n += 1
        v = d["InterfaceConstraint"]
        if v is not None:
            v = read_interface_constraint_endpoint_policy_setting(v)
        o.interface_constraint = v
    else:
        o.interface_constraint = None
    o.unknown_members = leftover(Network, d) if n != len(d) else None
    o.__class__ = Network
    return o


def write_network(o: Any) -> dict[str, Any]:
    """The JSON object of a `Network`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.isolate_switch
    if v is not None:
        d["IsolateSwitch"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    v = o.subnets
    if v is not None:
        d["Subnets"] = [write_subnet(x) for x in v]
    v = o.interface_constraint
    if v is not None:
        d["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_outbound_nat_policy(d: Any) -> Any:
    """A `OutboundNatPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(outbound_nat_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VIP" in d:
        n += 1
        v = d["VIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.vip = v
    else:
        o.vip = None
    if "ExceptionList" in d:
        n += 1
        v = d["ExceptionList"]
        if v is not None:
            v = texts(v)
        o.exception_list = v
    else:
        o.exception_list = None
    if "Destinations" in d:
        n += 1
        v = d["Destinations"]
        if v is not None:
            v = texts(v)
        o.destinations = v
    else:
        o.destinations = None
    if "MaxPortPoolUsage" in d:
        n += 1
        v = d["MaxPortPoolUsage"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.max_port_pool_usage = v
    else:
        o.max_port_pool_usage = None
    o.unknown_members = leftover(OutboundNatPolicy, d) if n != len(d) else None
    o.__class__ = OutboundNatPolicy
    return o


def write_outbound_nat_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `OutboundNatPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.vip
    if v is not None:
        d["VIP"] = v
    v = o.exception_list
    if v is not None:
        d["ExceptionList"] = [*v]
    v = o.destinations
    if v is not None:
        d["Destinations"] = [*v]
    v = o.max_port_pool_usage
    if v is not None:
        d["MaxPortPoolUsage"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_pa_policy(d: Any) -> Any:
    """A `PaPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(pa_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "PA" in d:
        n += 1
        v = d["PA"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.pa = v
    else:
        o.pa = None
    o.unknown_members = leftover(PaPolicy, d) if n != len(d) else None
    o.__class__ = PaPolicy
    return o


def write_pa_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `PaPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.pa
    if v is not None:
        d["PA"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_policy(d: Any) -> Any:
    """A `Policy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    o.unknown_members = leftover(Policy, d) if n != len(d) else None
    o.__class__ = Policy
    return o


def write_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `Policy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_policy_list(d: Any) -> Any:
    """A `PolicyList` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(policy_list_draft)
    n = 0
    if "ID" in d:
        n += 1
        v = d["ID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "References" in d:
        n += 1
        v = d["References"]
        if v is not None:
            v = texts(v)
        o.references = v
    else:
        o.references = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [selected_by_own_type("hcn.V1.PolicyList.Policies", x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(PolicyList, d) if n != len(d) else None
    o.__class__ = PolicyList
    return o


def write_policy_list(o: Any) -> dict[str, Any]:
    """The JSON object of a `PolicyList`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.references
    if v is not None:
        d["References"] = [*v]
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_proxy_policy(d: Any) -> Any:
    """A `ProxyPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(proxy_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "IP" in d:
        n += 1
        v = d["IP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip = v
    else:
        o.ip = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "ExceptionList" in d:
        n += 1
        v = d["ExceptionList"]
        if v is not None:
            v = texts(v)
        o.exception_list = v
    else:
        o.exception_list = None
    if "Destination" in d:
        n += 1
        v = d["Destination"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination = v
    else:
        o.destination = None
    if "OutboundNat" in d:
        n += 1
        v = d["OutboundNat"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.outbound_nat = v
    else:
        o.outbound_nat = None
    o.unknown_members = leftover(ProxyPolicy, d) if n != len(d) else None
    o.__class__ = ProxyPolicy
    return o


def write_proxy_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `ProxyPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.ip
    if v is not None:
        d["IP"] = v
    v = o.port
    if v is not None:
        d["Port"] = v
    v = o.exception_list
    if v is not None:
        d["ExceptionList"] = [*v]
    v = o.destination
    if v is not None:
        d["Destination"] = v
    v = o.outbound_nat
    if v is not None:
        d["OutboundNat"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_qos_policy(d: Any) -> Any:
    """A `QosPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(qos_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "MaximumOutgoingBandwidthInBytes" in d:
        n += 1
        v = d["MaximumOutgoingBandwidthInBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.maximum_outgoing_bandwidth_in_bytes = v
    else:
        o.maximum_outgoing_bandwidth_in_bytes = None
    o.unknown_members = leftover(QosPolicy, d) if n != len(d) else None
    o.__class__ = QosPolicy
    return o


def write_qos_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `QosPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.maximum_outgoing_bandwidth_in_bytes
    if v is not None:
        d["MaximumOutgoingBandwidthInBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_route_policy(d: Any) -> Any:
    """A `RoutePolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(route_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "DestinationPrefix" in d:
        n += 1
        v = d["DestinationPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination_prefix = v
    else:
        o.destination_prefix = None
    if "NextHop" in d:
        n += 1
        v = d["NextHop"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.next_hop = v
    else:
        o.next_hop = None
    if "NeedEncap" in d:
        n += 1
        v = d["NeedEncap"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.need_encap = v
    else:
        o.need_encap = None
    o.unknown_members = leftover(RoutePolicy, d) if n != len(d) else None
    o.__class__ = RoutePolicy
    return o


def write_route_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `RoutePolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.destination_prefix
    if v is not None:
        d["DestinationPrefix"] = v
    v = o.next_hop
    if v is not None:
        d["NextHop"] = v
    v = o.need_encap
    if v is not None:
        d["NeedEncap"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_subnet(d: Any) -> Any:
    """A `Subnet` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(subnet_draft)
    n = 0
    if "GatewayAddress" in d:
        n += 1
        v = d["GatewayAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.gateway_address = v
    else:
        o.gateway_address = None
    if "AddressPrefix" in d:
        n += 1
        v = d["AddressPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.address_prefix = v
    else:
        o.address_prefix = None
    if "IpSubnets" in d:
        n += 1
        v = d["IpSubnets"]
        if v is not None:
            v = [read_ip_subnet(x) for x in array(v)]
        o.ip_subnets = v
    else:
        o.ip_subnets = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [selected_by_own_type("hcn.V1.Subnet.Policies", x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "AdditionalParams" in d:
        n += 1
        v = d["AdditionalParams"]
        if v is not None:
            v = open_value(v)
        o.additional_params = v
    else:
        o.additional_params = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "Health" in d:
        n += 1
        v = d["Health"]
        if v is not None:
            v = open_value(v)
        o.health = v
    else:
        o.health = None
    if "ID" in d:
        n += 1
        v = d["ID"]
        if v is not None:
            v = guid_text(v)
        o.id = v
    else:
        o.id = None
    if "ObjectType" in d:
        n += 1
        v = d["ObjectType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.object_type = v
    else:
        o.object_type = None
    if "State" in d:
        n += 1
        v = d["State"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.state = v
    else:
        o.state = None
    o.unknown_members = leftover(Subnet, d) if n != len(d) or None in d.values() else None
    o.__class__ = Subnet
    return o


def write_subnet(o: Any) -> dict[str, Any]:
    """The JSON object of a `Subnet`."""
    d: dict[str, Any] = {}
    v = o.gateway_address
    if v is not None:
        d["GatewayAddress"] = v
    v = o.address_prefix
    if v is not None:
        d["AddressPrefix"] = v
    v = o.ip_subnets
    if v is not None:
        d["IpSubnets"] = [write_ip_subnet(x) for x in v]
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    v = o.additional_params
    if v is not None:
        d["AdditionalParams"] = plain(v)
    v = o.flags
    if v is not None:
        d["Flags"] = v
    v = o.health
    if v is not None:
        d["Health"] = plain(v)
    v = o.id
    if v is not None:
        d["ID"] = v
    v = o.object_type
    if v is not None:
        d["ObjectType"] = v
    v = o.state
    if v is not None:
        d["State"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_vlan_policy(d: Any) -> Any:
    """A `VlanPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vlan_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VLAN" in d:
        n += 1
        v = d["VLAN"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vlan = v
    else:
        o.vlan = None
    o.unknown_members = leftover(VlanPolicy, d) if n != len(d) else None
    o.__class__ = VlanPolicy
    return o


def write_vlan_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `VlanPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.vlan
    if v is not None:
        d["VLAN"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_vsid_policy(d: Any) -> Any:
    """A `VsidPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vsid_policy_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "VSID" in d:
        n += 1
        v = d["VSID"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.vsid = v
    else:
        o.vsid = None
    o.unknown_members = leftover(VsidPolicy, d) if n != len(d) else None
    o.__class__ = VsidPolicy
    return o


def write_vsid_policy(o: Any) -> dict[str, Any]:
    """The JSON object of a `VsidPolicy`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.vsid
    if v is not None:
        d["VSID"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcn.V1.ACLPolicy": (read_acl_policy, write_acl_policy),
    "hcn.V1.ELBPolicy": (read_elb_policy, write_elb_policy),
    "hcn.V1.EndpointAttachDetachRequest": (read_endpoint_attach_detach_request, write_endpoint_attach_detach_request),
    "hcn.V1.EndpointStats": (read_endpoint_stats, write_endpoint_stats),
    "hcn.V1.HNSAclFeatures": (read_hns_acl_features, write_hns_acl_features),
    "hcn.V1.HNSEndpoint": (read_hns_endpoint, write_hns_endpoint),
    "hcn.V1.HNSEndpointResponse": (read_hns_endpoint_response, write_hns_endpoint_response),
    "hcn.V1.HNSGlobals": (read_hns_globals, write_hns_globals),
    "hcn.V1.HNSNetwork": (read_hns_network, write_hns_network),
    "hcn.V1.HNSNetworkResponse": (read_hns_network_response, write_hns_network_response),
    "hcn.V1.HNSNnvManagementMacAddress": (read_hns_nnv_management_mac_address, write_hns_nnv_management_mac_address),
    "hcn.V1.HNSNnvManagementMacList": (read_hns_nnv_management_mac_list, write_hns_nnv_management_mac_list),
    "hcn.V1.HNSSingleNetworkResponse": (read_hns_single_network_response, write_hns_single_network_response),
    "hcn.V1.HNSSupportedFeatures": (read_hns_supported_features, write_hns_supported_features),
    "hcn.V1.HNSVersion": (read_hns_version, write_hns_version),
    "hcn.V1.IsolationPolicy": (read_isolation_policy, write_isolation_policy),
    "hcn.V1.LBPolicy": (read_lb_policy, write_lb_policy),
    "hcn.V1.MacPool": (read_mac_pool, write_mac_pool),
    "hcn.V1.Namespace": (read_namespace, write_namespace),
    "hcn.V1.NamespaceEndpointRequest": (read_namespace_endpoint_request, write_namespace_endpoint_request),
    "hcn.V1.NamespaceRequest": (read_namespace_request, write_namespace_request),
    "hcn.V1.NamespaceResource": (read_namespace_resource, write_namespace_resource),
    "hcn.V1.NamespaceResourceRequest": (read_namespace_resource_request, write_namespace_resource_request),
    "hcn.V1.NatPolicy": (read_nat_policy, write_nat_policy),
    "hcn.V1.Network": (read_network, write_network),
    "hcn.V1.OutboundNatPolicy": (read_outbound_nat_policy, write_outbound_nat_policy),
    "hcn.V1.PaPolicy": (read_pa_policy, write_pa_policy),
    "hcn.V1.Policy": (read_policy, write_policy),
    "hcn.V1.PolicyList": (read_policy_list, write_policy_list),
    "hcn.V1.ProxyPolicy": (read_proxy_policy, write_proxy_policy),
    "hcn.V1.QosPolicy": (read_qos_policy, write_qos_policy),
    "hcn.V1.RoutePolicy": (read_route_policy, write_route_policy),
    "hcn.V1.Subnet": (read_subnet, write_subnet),
    "hcn.V1.VlanPolicy": (read_vlan_policy, write_vlan_policy),
    "hcn.V1.VsidPolicy": (read_vsid_policy, write_vsid_policy),
}
"""Reader and writer of each type, by published name."""
