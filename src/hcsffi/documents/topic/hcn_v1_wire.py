"""Reading and writing: generation 1 of the network documents.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected_by_own_type, texts
from hcsffi.documents.topic.hcn_v1 import ACLPolicy, ActionType, DirectionType, ELBPolicy, EndpointAttachDetachRequest, EndpointState, EndpointStats, HNSAclFeatures, HNSEndpoint, HNSEndpointResponse, HNSGlobals, HNSNetwork, HNSNetworkResponse, HNSNnvManagementMacAddress, HNSNnvManagementMacList, HNSSingleNetworkResponse, HNSSupportedFeatures, HNSVersion, IsolationPolicy, LBPolicy, MacPool, Namespace, NamespaceEndpointRequest, NamespaceRequest, NamespaceResource, NamespaceResourceRequest, NatPolicy, Network, OutboundNatPolicy, PaPolicy, Policy, PolicyList, PolicyType, ProxyPolicy, QosPolicy, RoutePolicy, RuleType, Subnet, SystemType, VlanPolicy, VsidPolicy
from hcsffi.documents.topic.network import NetworkFlags, NetworkMode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = acl_policy_draft()
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


def write_acl_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ACLPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.id is not None:
        d0["Id"] = o.id
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    v0 = o.action
    if v0 is not None:
        d0["Action"] = v0 if settle is None else settle(v0)
    v0 = o.direction
    if v0 is not None:
        d0["Direction"] = v0 if settle is None else settle(v0)
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.local_port is not None:
        d0["LocalPort"] = o.local_port
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.remote_port is not None:
        d0["RemotePort"] = o.remote_port
    v0 = o.rule_type
    if v0 is not None:
        d0["RuleType"] = v0 if settle is None else settle(v0)
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.service_name is not None:
        d0["ServiceName"] = o.service_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_elb_policy(d: Any) -> Any:
    """A `ELBPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = elb_policy_draft()
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


def write_elb_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ELBPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.source_vip is not None:
        d0["SourceVIP"] = o.source_vip
    v0 = o.vips
    if v0 is not None:
        d0["VIPs"] = [*v0]
    if o.ilb is not None:
        d0["ILB"] = o.ilb
    if o.is_dsr is not None:
        d0["IsDSR"] = o.is_dsr
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_endpoint_attach_detach_request(d: Any) -> Any:
    """A `EndpointAttachDetachRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = endpoint_attach_detach_request_draft()
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


def write_endpoint_attach_detach_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointAttachDetachRequest`."""
    d0: Any
    d0 = {}
    if o.container_id is not None:
        d0["ContainerId"] = o.container_id
    v0 = o.system_type
    if v0 is not None:
        d0["SystemType"] = v0 if settle is None else settle(v0)
    if o.compartment_id is not None:
        d0["CompartmentId"] = o.compartment_id
    if o.virtual_nic_name is not None:
        d0["VirtualNicName"] = o.virtual_nic_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_endpoint_stats(d: Any) -> Any:
    """A `EndpointStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = endpoint_stats_draft()
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


def write_endpoint_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointStats`."""
    d0: Any
    d0 = {}
    if o.bytes_received is not None:
        d0["BytesReceived"] = o.bytes_received
    if o.bytes_sent is not None:
        d0["BytesSent"] = o.bytes_sent
    if o.dropped_packets_incoming is not None:
        d0["DroppedPacketsIncoming"] = o.dropped_packets_incoming
    if o.dropped_packets_outgoing is not None:
        d0["DroppedPacketsOutgoing"] = o.dropped_packets_outgoing
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.instance_id is not None:
        d0["InstanceId"] = o.instance_id
    if o.packets_received is not None:
        d0["PacketsReceived"] = o.packets_received
    if o.packets_sent is not None:
        d0["PacketsSent"] = o.packets_sent
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_acl_features(d: Any) -> Any:
    """A `HNSAclFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_acl_features_draft()
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


def write_hns_acl_features(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSAclFeatures`."""
    d0: Any
    d0 = {}
    if o.acl_address_lists is not None:
        d0["AclAddressLists"] = o.acl_address_lists
    if o.acl_host_rule_priority is not None:
        d0["AclHostRulePriority"] = o.acl_host_rule_priority
    if o.acl_port_ranges is not None:
        d0["AclPortRanges"] = o.acl_port_ranges
    if o.acl_rule_id is not None:
        d0["AclRuleId"] = o.acl_rule_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_endpoint(d: Any) -> Any:
    """A `HNSEndpoint` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = hns_endpoint_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(selected_by_own_type("hcn.V1.HNSEndpoint.Policies", x))
            v = r
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


def write_hns_endpoint(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSEndpoint`."""
    d0: Any
    d1: Any
    d3: Any
    r1: Any
    r2: Any
    d0 = {}
    if o.ip_address is not None:
        d0["IPAddress"] = o.ip_address
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    if o.gateway_address is not None:
        d0["GatewayAddress"] = o.gateway_address
    if o.port_friendly_name is not None:
        d0["PortFriendlyName"] = o.port_friendly_name
    if o.virtual_network is not None:
        d0["VirtualNetwork"] = o.virtual_network
    if o.virtual_network_name is not None:
        d0["VirtualNetworkName"] = o.virtual_network_name
    if o.name is not None:
        d0["Name"] = o.name
    if o.id is not None:
        d0["ID"] = o.id
    if o.prefix_length is not None:
        d0["PrefixLength"] = o.prefix_length
    v0 = o.interface_constraint
    if v0 is not None:
        d0["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v0, settle)
    if o.dns_server_list is not None:
        d0["DNSServerList"] = o.dns_server_list
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Policies"] = r1
    if o.ipv6_address is not None:
        d0["IPv6Address"] = o.ipv6_address
    if o.dns_suffix is not None:
        d0["DNSSuffix"] = o.dns_suffix
    if o.dns_domain is not None:
        d0["DNSDomain"] = o.dns_domain
    if o.gateway_address_v6 is not None:
        d0["GatewayAddressV6"] = o.gateway_address_v6
    if o.enable_internal_dns is not None:
        d0["EnableInternalDNS"] = o.enable_internal_dns
    if o.disable_icc is not None:
        d0["DisableICC"] = o.disable_icc
    if o.ipv6_prefix_length is not None:
        d0["IPv6PrefixLength"] = o.ipv6_prefix_length
    if o.is_remote_endpoint is not None:
        d0["IsRemoteEndpoint"] = o.is_remote_endpoint
    if o.enable_low_metric is not None:
        d0["EnableLowMetric"] = o.enable_low_metric
    v0 = o.namespace
    if v0 is not None:
        d1 = {}
        if v0.id is not None:
            d1["ID"] = v0.id
        if v0.is_default is not None:
            d1["IsDefault"] = v0.is_default
        v1 = v0.resource_list
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.type is not None:
                    d3["Type"] = x2.type
                v3 = x2.data
                if v3 is not None:
                    d3["Data"] = plain(v3, settle)
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["ResourceList"] = r2
        if v0.compartment_id is not None:
            d1["CompartmentId"] = v0.compartment_id
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Namespace"] = d1
    if o.encap_overhead is not None:
        d0["EncapOverhead"] = o.encap_overhead
    v0 = o.shared_containers
    if v0 is not None:
        d0["SharedContainers"] = [*v0]
    v0 = o.state
    if v0 is not None:
        d0["State"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_endpoint_response(d: Any) -> Any:
    """A `HNSEndpointResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_endpoint_response_draft()
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


def write_hns_endpoint_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSEndpointResponse`."""
    d0: Any
    d1: Any
    d2: Any
    d4: Any
    r2: Any
    r3: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    v0 = o.output
    if v0 is not None:
        d1 = {}
        if v0.ip_address is not None:
            d1["IPAddress"] = v0.ip_address
        if v0.mac_address is not None:
            d1["MacAddress"] = v0.mac_address
        if v0.gateway_address is not None:
            d1["GatewayAddress"] = v0.gateway_address
        if v0.port_friendly_name is not None:
            d1["PortFriendlyName"] = v0.port_friendly_name
        if v0.virtual_network is not None:
            d1["VirtualNetwork"] = v0.virtual_network
        if v0.virtual_network_name is not None:
            d1["VirtualNetworkName"] = v0.virtual_network_name
        if v0.name is not None:
            d1["Name"] = v0.name
        if v0.id is not None:
            d1["ID"] = v0.id
        if v0.prefix_length is not None:
            d1["PrefixLength"] = v0.prefix_length
        v1 = v0.interface_constraint
        if v1 is not None:
            d1["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v1, settle)
        if v0.dns_server_list is not None:
            d1["DNSServerList"] = v0.dns_server_list
        v1 = v0.policies
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(plain(x2, settle))
            d1["Policies"] = r2
        if v0.ipv6_address is not None:
            d1["IPv6Address"] = v0.ipv6_address
        if v0.dns_suffix is not None:
            d1["DNSSuffix"] = v0.dns_suffix
        if v0.dns_domain is not None:
            d1["DNSDomain"] = v0.dns_domain
        if v0.gateway_address_v6 is not None:
            d1["GatewayAddressV6"] = v0.gateway_address_v6
        if v0.enable_internal_dns is not None:
            d1["EnableInternalDNS"] = v0.enable_internal_dns
        if v0.disable_icc is not None:
            d1["DisableICC"] = v0.disable_icc
        if v0.ipv6_prefix_length is not None:
            d1["IPv6PrefixLength"] = v0.ipv6_prefix_length
        if v0.is_remote_endpoint is not None:
            d1["IsRemoteEndpoint"] = v0.is_remote_endpoint
        if v0.enable_low_metric is not None:
            d1["EnableLowMetric"] = v0.enable_low_metric
        v1 = v0.namespace
        if v1 is not None:
            d2 = {}
            if v1.id is not None:
                d2["ID"] = v1.id
            if v1.is_default is not None:
                d2["IsDefault"] = v1.is_default
            v2 = v1.resource_list
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.type is not None:
                        d4["Type"] = x3.type
                    v4 = x3.data
                    if v4 is not None:
                        d4["Data"] = plain(v4, settle)
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["ResourceList"] = r3
            if v1.compartment_id is not None:
                d2["CompartmentId"] = v1.compartment_id
            if v1.unknown_members is not None:
                d2 = merged(d2, v1.unknown_members, settle)
            d1["Namespace"] = d2
        if v0.encap_overhead is not None:
            d1["EncapOverhead"] = v0.encap_overhead
        v1 = v0.shared_containers
        if v1 is not None:
            d1["SharedContainers"] = [*v1]
        v1 = v0.state
        if v1 is not None:
            d1["State"] = v1 if settle is None else settle(v1)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Output"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_globals(d: Any) -> Any:
    """A `HNSGlobals` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_globals_draft()
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


def write_hns_globals(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSGlobals`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.version
    if v0 is not None:
        d1 = {}
        if v0.major is not None:
            d1["Major"] = v0.major
        if v0.minor is not None:
            d1["Minor"] = v0.minor
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Version"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_network(d: Any) -> Any:
    """A `HNSNetwork` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = hns_network_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_subnet(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(selected_by_own_type("hcn.V1.HNSNetwork.Policies", x))
            v = r
        o.policies = v
    else:
        o.policies = None
    if "MacPools" in d:
        n += 1
        v = d["MacPools"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mac_pool(x))
            v = r
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(open_value(x))
            v = r
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_hns_network(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSNetwork`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.name is not None:
        d0["Name"] = o.name
    if o.source_mac is not None:
        d0["SourceMac"] = o.source_mac
    if o.dns_suffix is not None:
        d0["DNSSuffix"] = o.dns_suffix
    if o.dns_server_list is not None:
        d0["DNSServerList"] = o.dns_server_list
    if o.dns_domain is not None:
        d0["DNSDomain"] = o.dns_domain
    v0 = o.subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.gateway_address is not None:
                d2["GatewayAddress"] = x1.gateway_address
            if x1.address_prefix is not None:
                d2["AddressPrefix"] = x1.address_prefix
            v2 = x1.ip_subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_ip_subnet(x3, settle))
                d2["IpSubnets"] = r3
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Policies"] = r3
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            if x1.flags is not None:
                d2["Flags"] = x1.flags
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = plain(v2, settle)
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.object_type is not None:
                d2["ObjectType"] = x1.object_type
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Subnets"] = r1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    v0 = o.interface_constraint
    if v0 is not None:
        d0["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v0, settle)
    if o.type is not None:
        d0["Type"] = o.type
    if o.network_adapter_name is not None:
        d0["NetworkAdapterName"] = o.network_adapter_name
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Policies"] = r1
    v0 = o.mac_pools
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.start_mac_address is not None:
                d2["StartMacAddress"] = x1.start_mac_address
            if x1.end_mac_address is not None:
                d2["EndMacAddress"] = x1.end_mac_address
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MacPools"] = r1
    if o.dns_server_compartment is not None:
        d0["DNSServerCompartment"] = o.dns_server_compartment
    if o.management_ip is not None:
        d0["ManagementIP"] = o.management_ip
    if o.automatic_dns is not None:
        d0["AutomaticDNS"] = o.automatic_dns
    if o.activity_id is not None:
        d0["ActivityId"] = o.activity_id
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    if o.current_endpoint_count is not None:
        d0["CurrentEndpointCount"] = o.current_endpoint_count
    v0 = o.extensions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Extensions"] = r1
    if o.gateway_mac is not None:
        d0["GatewayMac"] = o.gateway_mac
    v0 = o.health
    if v0 is not None:
        d0["Health"] = plain(v0, settle)
    if o.ipv6 is not None:
        d0["IPv6"] = o.ipv6
    if o.isolate_switch is not None:
        d0["IsolateSwitch"] = o.isolate_switch
    if o.layered_on is not None:
        d0["LayeredOn"] = o.layered_on
    if o.max_concurrent_endpoints is not None:
        d0["MaxConcurrentEndpoints"] = o.max_concurrent_endpoints
    if o.nat_name is not None:
        d0["NatName"] = o.nat_name
    if o.state is not None:
        d0["State"] = o.state
    if o.switch_guid is not None:
        d0["SwitchGuid"] = o.switch_guid
    if o.switch_name is not None:
        d0["SwitchName"] = o.switch_name
    if o.total_endpoints is not None:
        d0["TotalEndpoints"] = o.total_endpoints
    if o.version is not None:
        d0["Version"] = o.version
    v0 = o.resources
    if v0 is not None:
        d0["Resources"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_network_response(d: Any) -> Any:
    """A `HNSNetworkResponse` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = hns_network_response_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_hns_network(x))
            v = r
        o.output = v
    else:
        o.output = None
    o.unknown_members = leftover(HNSNetworkResponse, d) if n != len(d) else None
    o.__class__ = HNSNetworkResponse
    return o


def write_hns_network_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSNetworkResponse`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    r5: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    v0 = o.output
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.source_mac is not None:
                d2["SourceMac"] = x1.source_mac
            if x1.dns_suffix is not None:
                d2["DNSSuffix"] = x1.dns_suffix
            if x1.dns_server_list is not None:
                d2["DNSServerList"] = x1.dns_server_list
            if x1.dns_domain is not None:
                d2["DNSDomain"] = x1.dns_domain
            v2 = x1.subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.gateway_address is not None:
                        d4["GatewayAddress"] = x3.gateway_address
                    if x3.address_prefix is not None:
                        d4["AddressPrefix"] = x3.address_prefix
                    v4 = x3.ip_subnets
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_ip_subnet(x5, settle))
                        d4["IpSubnets"] = r5
                    v4 = x3.policies
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(plain(x5, settle))
                        d4["Policies"] = r5
                    v4 = x3.additional_params
                    if v4 is not None:
                        d4["AdditionalParams"] = plain(v4, settle)
                    if x3.flags is not None:
                        d4["Flags"] = x3.flags
                    v4 = x3.health
                    if v4 is not None:
                        d4["Health"] = plain(v4, settle)
                    if x3.id is not None:
                        d4["ID"] = x3.id
                    if x3.object_type is not None:
                        d4["ObjectType"] = x3.object_type
                    if x3.state is not None:
                        d4["State"] = x3.state
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Subnets"] = r3
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            v2 = x1.interface_constraint
            if v2 is not None:
                d2["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v2, settle)
            if x1.type is not None:
                d2["Type"] = x1.type
            if x1.network_adapter_name is not None:
                d2["NetworkAdapterName"] = x1.network_adapter_name
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Policies"] = r3
            v2 = x1.mac_pools
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.start_mac_address is not None:
                        d4["StartMacAddress"] = x3.start_mac_address
                    if x3.end_mac_address is not None:
                        d4["EndMacAddress"] = x3.end_mac_address
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["MacPools"] = r3
            if x1.dns_server_compartment is not None:
                d2["DNSServerCompartment"] = x1.dns_server_compartment
            if x1.management_ip is not None:
                d2["ManagementIP"] = x1.management_ip
            if x1.automatic_dns is not None:
                d2["AutomaticDNS"] = x1.automatic_dns
            if x1.activity_id is not None:
                d2["ActivityId"] = x1.activity_id
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            if x1.current_endpoint_count is not None:
                d2["CurrentEndpointCount"] = x1.current_endpoint_count
            v2 = x1.extensions
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Extensions"] = r3
            if x1.gateway_mac is not None:
                d2["GatewayMac"] = x1.gateway_mac
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = plain(v2, settle)
            if x1.ipv6 is not None:
                d2["IPv6"] = x1.ipv6
            if x1.isolate_switch is not None:
                d2["IsolateSwitch"] = x1.isolate_switch
            if x1.layered_on is not None:
                d2["LayeredOn"] = x1.layered_on
            if x1.max_concurrent_endpoints is not None:
                d2["MaxConcurrentEndpoints"] = x1.max_concurrent_endpoints
            if x1.nat_name is not None:
                d2["NatName"] = x1.nat_name
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.switch_guid is not None:
                d2["SwitchGuid"] = x1.switch_guid
            if x1.switch_name is not None:
                d2["SwitchName"] = x1.switch_name
            if x1.total_endpoints is not None:
                d2["TotalEndpoints"] = x1.total_endpoints
            if x1.version is not None:
                d2["Version"] = x1.version
            v2 = x1.resources
            if v2 is not None:
                d2["Resources"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Output"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_nnv_management_mac_address(d: Any) -> Any:
    """A `HNSNnvManagementMacAddress` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_nnv_management_mac_address_draft()
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


def write_hns_nnv_management_mac_address(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSNnvManagementMacAddress`."""
    d0: Any
    d0 = {}
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_nnv_management_mac_list(d: Any) -> Any:
    """A `HNSNnvManagementMacList` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = hns_nnv_management_mac_list_draft()
    n = 0
    if "MacAddressList" in d:
        n += 1
        v = d["MacAddressList"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_hns_nnv_management_mac_address(x))
            v = r
        o.mac_address_list = v
    else:
        o.mac_address_list = None
    o.unknown_members = leftover(HNSNnvManagementMacList, d) if n != len(d) else None
    o.__class__ = HNSNnvManagementMacList
    return o


def write_hns_nnv_management_mac_list(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSNnvManagementMacList`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.mac_address_list
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.mac_address is not None:
                d2["MacAddress"] = x1.mac_address
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["MacAddressList"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_single_network_response(d: Any) -> Any:
    """A `HNSSingleNetworkResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_single_network_response_draft()
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


def write_hns_single_network_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSSingleNetworkResponse`."""
    d0: Any
    d1: Any
    d3: Any
    r2: Any
    r4: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    v0 = o.output
    if v0 is not None:
        d1 = {}
        if v0.id is not None:
            d1["ID"] = v0.id
        if v0.name is not None:
            d1["Name"] = v0.name
        if v0.source_mac is not None:
            d1["SourceMac"] = v0.source_mac
        if v0.dns_suffix is not None:
            d1["DNSSuffix"] = v0.dns_suffix
        if v0.dns_server_list is not None:
            d1["DNSServerList"] = v0.dns_server_list
        if v0.dns_domain is not None:
            d1["DNSDomain"] = v0.dns_domain
        v1 = v0.subnets
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.gateway_address is not None:
                    d3["GatewayAddress"] = x2.gateway_address
                if x2.address_prefix is not None:
                    d3["AddressPrefix"] = x2.address_prefix
                v3 = x2.ip_subnets
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        r4.append(write_ip_subnet(x4, settle))
                    d3["IpSubnets"] = r4
                v3 = x2.policies
                if v3 is not None:
                    r4 = []
                    for x4 in v3:
                        r4.append(plain(x4, settle))
                    d3["Policies"] = r4
                v3 = x2.additional_params
                if v3 is not None:
                    d3["AdditionalParams"] = plain(v3, settle)
                if x2.flags is not None:
                    d3["Flags"] = x2.flags
                v3 = x2.health
                if v3 is not None:
                    d3["Health"] = plain(v3, settle)
                if x2.id is not None:
                    d3["ID"] = x2.id
                if x2.object_type is not None:
                    d3["ObjectType"] = x2.object_type
                if x2.state is not None:
                    d3["State"] = x2.state
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["Subnets"] = r2
        v1 = v0.flags
        if v1 is not None:
            d1["Flags"] = v1 if settle is None else settle(v1)
        v1 = v0.interface_constraint
        if v1 is not None:
            d1["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v1, settle)
        if v0.type is not None:
            d1["Type"] = v0.type
        if v0.network_adapter_name is not None:
            d1["NetworkAdapterName"] = v0.network_adapter_name
        v1 = v0.policies
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(plain(x2, settle))
            d1["Policies"] = r2
        v1 = v0.mac_pools
        if v1 is not None:
            r2 = []
            for x2 in v1:
                d3 = {}
                if x2.start_mac_address is not None:
                    d3["StartMacAddress"] = x2.start_mac_address
                if x2.end_mac_address is not None:
                    d3["EndMacAddress"] = x2.end_mac_address
                if x2.unknown_members is not None:
                    d3 = merged(d3, x2.unknown_members, settle)
                r2.append(d3)
            d1["MacPools"] = r2
        if v0.dns_server_compartment is not None:
            d1["DNSServerCompartment"] = v0.dns_server_compartment
        if v0.management_ip is not None:
            d1["ManagementIP"] = v0.management_ip
        if v0.automatic_dns is not None:
            d1["AutomaticDNS"] = v0.automatic_dns
        if v0.activity_id is not None:
            d1["ActivityId"] = v0.activity_id
        v1 = v0.additional_params
        if v1 is not None:
            d1["AdditionalParams"] = plain(v1, settle)
        if v0.current_endpoint_count is not None:
            d1["CurrentEndpointCount"] = v0.current_endpoint_count
        v1 = v0.extensions
        if v1 is not None:
            r2 = []
            for x2 in v1:
                r2.append(plain(x2, settle))
            d1["Extensions"] = r2
        if v0.gateway_mac is not None:
            d1["GatewayMac"] = v0.gateway_mac
        v1 = v0.health
        if v1 is not None:
            d1["Health"] = plain(v1, settle)
        if v0.ipv6 is not None:
            d1["IPv6"] = v0.ipv6
        if v0.isolate_switch is not None:
            d1["IsolateSwitch"] = v0.isolate_switch
        if v0.layered_on is not None:
            d1["LayeredOn"] = v0.layered_on
        if v0.max_concurrent_endpoints is not None:
            d1["MaxConcurrentEndpoints"] = v0.max_concurrent_endpoints
        if v0.nat_name is not None:
            d1["NatName"] = v0.nat_name
        if v0.state is not None:
            d1["State"] = v0.state
        if v0.switch_guid is not None:
            d1["SwitchGuid"] = v0.switch_guid
        if v0.switch_name is not None:
            d1["SwitchName"] = v0.switch_name
        if v0.total_endpoints is not None:
            d1["TotalEndpoints"] = v0.total_endpoints
        if v0.version is not None:
            d1["Version"] = v0.version
        v1 = v0.resources
        if v1 is not None:
            d1["Resources"] = plain(v1, settle)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Output"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_supported_features(d: Any) -> Any:
    """A `HNSSupportedFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_supported_features_draft()
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


def write_hns_supported_features(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSSupportedFeatures`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.acl
    if v0 is not None:
        d1 = {}
        if v0.acl_address_lists is not None:
            d1["AclAddressLists"] = v0.acl_address_lists
        if v0.acl_host_rule_priority is not None:
            d1["AclHostRulePriority"] = v0.acl_host_rule_priority
        if v0.acl_port_ranges is not None:
            d1["AclPortRanges"] = v0.acl_port_ranges
        if v0.acl_rule_id is not None:
            d1["AclRuleId"] = v0.acl_rule_id
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["ACL"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_hns_version(d: Any) -> Any:
    """A `HNSVersion` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = hns_version_draft()
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


def write_hns_version(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HNSVersion`."""
    d0: Any
    d0 = {}
    if o.major is not None:
        d0["Major"] = o.major
    if o.minor is not None:
        d0["Minor"] = o.minor
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_isolation_policy(d: Any) -> Any:
    """A `IsolationPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = isolation_policy_draft()
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


def write_isolation_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IsolationPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.vlan is not None:
        d0["VLAN"] = o.vlan
    if o.vsid is not None:
        d0["VSID"] = o.vsid
    if o.in_default_isolation is not None:
        d0["InDefaultIsolation"] = o.in_default_isolation
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_lb_policy(d: Any) -> Any:
    """A `LBPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = lb_policy_draft()
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


def write_lb_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LBPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mac_pool(d: Any) -> Any:
    """A `MacPool` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mac_pool_draft()
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


def write_mac_pool(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MacPool`."""
    d0: Any
    d0 = {}
    if o.start_mac_address is not None:
        d0["StartMacAddress"] = o.start_mac_address
    if o.end_mac_address is not None:
        d0["EndMacAddress"] = o.end_mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace(d: Any) -> Any:
    """A `Namespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = namespace_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_namespace_resource(x))
            v = r
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


def write_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Namespace`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.is_default is not None:
        d0["IsDefault"] = o.is_default
    v0 = o.resource_list
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.type is not None:
                d2["Type"] = x1.type
            v2 = x1.data
            if v2 is not None:
                d2["Data"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["ResourceList"] = r1
    if o.compartment_id is not None:
        d0["CompartmentId"] = o.compartment_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_endpoint_request(d: Any) -> Any:
    """A `NamespaceEndpointRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_endpoint_request_draft()
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


def write_namespace_endpoint_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceEndpointRequest`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_request(d: Any) -> Any:
    """A `NamespaceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_request_draft()
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


def write_namespace_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceRequest`."""
    d0: Any
    d0 = {}
    if o.is_default is not None:
        d0["IsDefault"] = o.is_default
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_resource(d: Any) -> Any:
    """A `NamespaceResource` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_resource_draft()
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


def write_namespace_resource(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceResource`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_resource_request(d: Any) -> Any:
    """A `NamespaceResourceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_resource_request_draft()
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


def write_namespace_resource_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceResourceRequest`."""
    d0: Any
    d0 = {}
    if o.type is not None:
        d0["Type"] = o.type
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_nat_policy(d: Any) -> Any:
    """A `NatPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = nat_policy_draft()
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


def write_nat_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NatPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.protocol is not None:
        d0["Protocol"] = o.protocol
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.external_port_reserved is not None:
        d0["ExternalPortReserved"] = o.external_port_reserved
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network(d: Any) -> Any:
    """A `Network` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = network_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_subnet(x))
            v = r
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


def write_network(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Network`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.isolate_switch is not None:
        d0["IsolateSwitch"] = o.isolate_switch
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    v0 = o.subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.gateway_address is not None:
                d2["GatewayAddress"] = x1.gateway_address
            if x1.address_prefix is not None:
                d2["AddressPrefix"] = x1.address_prefix
            v2 = x1.ip_subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_ip_subnet(x3, settle))
                d2["IpSubnets"] = r3
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Policies"] = r3
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            if x1.flags is not None:
                d2["Flags"] = x1.flags
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = plain(v2, settle)
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.object_type is not None:
                d2["ObjectType"] = x1.object_type
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Subnets"] = r1
    v0 = o.interface_constraint
    if v0 is not None:
        d0["InterfaceConstraint"] = write_interface_constraint_endpoint_policy_setting(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_outbound_nat_policy(d: Any) -> Any:
    """A `OutboundNatPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = outbound_nat_policy_draft()
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


def write_outbound_nat_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OutboundNatPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.vip is not None:
        d0["VIP"] = o.vip
    v0 = o.exception_list
    if v0 is not None:
        d0["ExceptionList"] = [*v0]
    v0 = o.destinations
    if v0 is not None:
        d0["Destinations"] = [*v0]
    if o.max_port_pool_usage is not None:
        d0["MaxPortPoolUsage"] = o.max_port_pool_usage
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_pa_policy(d: Any) -> Any:
    """A `PaPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = pa_policy_draft()
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


def write_pa_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PaPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.pa is not None:
        d0["PA"] = o.pa
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_policy(d: Any) -> Any:
    """A `Policy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = policy_draft()
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


def write_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Policy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_policy_list(d: Any) -> Any:
    """A `PolicyList` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = policy_list_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(selected_by_own_type("hcn.V1.PolicyList.Policies", x))
            v = r
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(PolicyList, d) if n != len(d) else None
    o.__class__ = PolicyList
    return o


def write_policy_list(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PolicyList`."""
    d0: Any
    r1: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    v0 = o.references
    if v0 is not None:
        d0["References"] = [*v0]
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Policies"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_proxy_policy(d: Any) -> Any:
    """A `ProxyPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = proxy_policy_draft()
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


def write_proxy_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProxyPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.ip is not None:
        d0["IP"] = o.ip
    if o.port is not None:
        d0["Port"] = o.port
    v0 = o.exception_list
    if v0 is not None:
        d0["ExceptionList"] = [*v0]
    if o.destination is not None:
        d0["Destination"] = o.destination
    if o.outbound_nat is not None:
        d0["OutboundNat"] = o.outbound_nat
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_qos_policy(d: Any) -> Any:
    """A `QosPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = qos_policy_draft()
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


def write_qos_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `QosPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.maximum_outgoing_bandwidth_in_bytes is not None:
        d0["MaximumOutgoingBandwidthInBytes"] = o.maximum_outgoing_bandwidth_in_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_route_policy(d: Any) -> Any:
    """A `RoutePolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = route_policy_draft()
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


def write_route_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RoutePolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.next_hop is not None:
        d0["NextHop"] = o.next_hop
    if o.need_encap is not None:
        d0["NeedEncap"] = o.need_encap
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_subnet(d: Any) -> Any:
    """A `Subnet` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = subnet_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_ip_subnet(x))
            v = r
        o.ip_subnets = v
    else:
        o.ip_subnets = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(selected_by_own_type("hcn.V1.Subnet.Policies", x))
            v = r
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_subnet(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Subnet`."""
    d0: Any
    r1: Any
    d0 = {}
    if o.gateway_address is not None:
        d0["GatewayAddress"] = o.gateway_address
    if o.address_prefix is not None:
        d0["AddressPrefix"] = o.address_prefix
    v0 = o.ip_subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_ip_subnet(x1, settle))
        d0["IpSubnets"] = r1
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Policies"] = r1
    v0 = o.additional_params
    if v0 is not None:
        d0["AdditionalParams"] = plain(v0, settle)
    if o.flags is not None:
        d0["Flags"] = o.flags
    v0 = o.health
    if v0 is not None:
        d0["Health"] = plain(v0, settle)
    if o.id is not None:
        d0["ID"] = o.id
    if o.object_type is not None:
        d0["ObjectType"] = o.object_type
    if o.state is not None:
        d0["State"] = o.state
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vlan_policy(d: Any) -> Any:
    """A `VlanPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vlan_policy_draft()
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


def write_vlan_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VlanPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.vlan is not None:
        d0["VLAN"] = o.vlan
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vsid_policy(d: Any) -> Any:
    """A `VsidPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vsid_policy_draft()
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


def write_vsid_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VsidPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.vsid is not None:
        d0["VSID"] = o.vsid
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
