"""Reading and writing: network, endpoint and subnet policies.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected, texts
from hcsffi.documents.topic.filter import ProtocolType
from hcsffi.documents.topic.policy import AutomaticDNSNetworkPolicySetting, BasePolicy, DrMacAddressNetworkPolicySetting, EncapOverheadEndpointPolicySetting, EndpointPolicy, EndpointPolicyType, HostRoutePolicySetting, InterfaceConstraintEndpointPolicySetting, InterfaceConstraintNetworkPolicySetting, InterfaceParametersPolicySetting, IovInterruptModerationType, IovPolicySetting, LayerConstraintNetworkPolicySetting, NatFlags, NetAdapterNameNetworkPolicySetting, NetworkPolicy, NetworkPolicyType, OutboundNatPolicySetting, PolicyEndpointRequest, PolicyNetworkRequest, PortMappingPolicySetting, PortnameEndpointPolicySetting, ProviderAddressEndpointPolicySetting, ProviderAddressNetworkPolicySetting, QosPolicySetting, RemoteSubnetRoutePolicySetting, SDNRoutePolicySetting, SetPolicySetting, SetPolicyTypes, SourceMacAddressNetworkPolicySetting, SubnetPolicy, SubnetPolicyType, VSwitchExtensionNetworkPolicySetting, VlanPolicySetting, VsidPolicySetting, VxlanPortPolicySetting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

automatic_dns_network_policy_setting_draft = draft(AutomaticDNSNetworkPolicySetting)
base_policy_draft = draft(BasePolicy)
dr_mac_address_network_policy_setting_draft = draft(DrMacAddressNetworkPolicySetting)
encap_overhead_endpoint_policy_setting_draft = draft(EncapOverheadEndpointPolicySetting)
endpoint_policy_draft = draft(EndpointPolicy)
host_route_policy_setting_draft = draft(HostRoutePolicySetting)
interface_constraint_endpoint_policy_setting_draft = draft(InterfaceConstraintEndpointPolicySetting)
interface_constraint_network_policy_setting_draft = draft(InterfaceConstraintNetworkPolicySetting)
interface_parameters_policy_setting_draft = draft(InterfaceParametersPolicySetting)
iov_policy_setting_draft = draft(IovPolicySetting)
layer_constraint_network_policy_setting_draft = draft(LayerConstraintNetworkPolicySetting)
net_adapter_name_network_policy_setting_draft = draft(NetAdapterNameNetworkPolicySetting)
network_policy_draft = draft(NetworkPolicy)
outbound_nat_policy_setting_draft = draft(OutboundNatPolicySetting)
policy_endpoint_request_draft = draft(PolicyEndpointRequest)
policy_network_request_draft = draft(PolicyNetworkRequest)
port_mapping_policy_setting_draft = draft(PortMappingPolicySetting)
portname_endpoint_policy_setting_draft = draft(PortnameEndpointPolicySetting)
provider_address_endpoint_policy_setting_draft = draft(ProviderAddressEndpointPolicySetting)
provider_address_network_policy_setting_draft = draft(ProviderAddressNetworkPolicySetting)
qos_policy_setting_draft = draft(QosPolicySetting)
remote_subnet_route_policy_setting_draft = draft(RemoteSubnetRoutePolicySetting)
sdn_route_policy_setting_draft = draft(SDNRoutePolicySetting)
set_policy_setting_draft = draft(SetPolicySetting)
source_mac_address_network_policy_setting_draft = draft(SourceMacAddressNetworkPolicySetting)
subnet_policy_draft = draft(SubnetPolicy)
vlan_policy_setting_draft = draft(VlanPolicySetting)
vsid_policy_setting_draft = draft(VsidPolicySetting)
vswitch_extension_network_policy_setting_draft = draft(VSwitchExtensionNetworkPolicySetting)
vxlan_port_policy_setting_draft = draft(VxlanPortPolicySetting)
known_endpoint_policy_type = EndpointPolicyType._value2member_map_.get
known_iov_interrupt_moderation_type = IovInterruptModerationType._value2member_map_.get
known_nat_flags = NatFlags
known_network_policy_type = NetworkPolicyType._value2member_map_.get
known_protocol_type = ProtocolType._value2member_map_.get
known_set_policy_types = SetPolicyTypes._value2member_map_.get
known_subnet_policy_type = SubnetPolicyType._value2member_map_.get
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_automatic_dns_network_policy_setting(d: Any) -> Any:
    """A `AutomaticDNSNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = automatic_dns_network_policy_setting_draft()
    n = 0
    if "Enable" in d:
        n += 1
        v = d["Enable"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable = v
    else:
        o.enable = None
    o.unknown_members = leftover(AutomaticDNSNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = AutomaticDNSNetworkPolicySetting
    return o


def write_automatic_dns_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AutomaticDNSNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.enable is not None:
        d0["Enable"] = o.enable
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_base_policy(d: Any) -> Any:
    """A `BasePolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = base_policy_draft()
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
    if "Type" in d:
        n += 1
        v = d["Type"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
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
    o.unknown_members = leftover(BasePolicy, d) if n != len(d) or None in d.values() else None
    o.__class__ = BasePolicy
    return o


def write_base_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `BasePolicy`."""
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
    if o.type is not None:
        d0["Type"] = o.type
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_dr_mac_address_network_policy_setting(d: Any) -> Any:
    """A `DrMacAddressNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = dr_mac_address_network_policy_setting_draft()
    n = 0
    if "Address" in d:
        n += 1
        v = d["Address"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.address = v
    else:
        o.address = None
    o.unknown_members = leftover(DrMacAddressNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = DrMacAddressNetworkPolicySetting
    return o


def write_dr_mac_address_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DrMacAddressNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.address is not None:
        d0["Address"] = o.address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_encap_overhead_endpoint_policy_setting(d: Any) -> Any:
    """A `EncapOverheadEndpointPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = encap_overhead_endpoint_policy_setting_draft()
    n = 0
    if "Overhead" in d:
        n += 1
        v = d["Overhead"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.overhead = v
    else:
        o.overhead = None
    o.unknown_members = leftover(EncapOverheadEndpointPolicySetting, d) if n != len(d) else None
    o.__class__ = EncapOverheadEndpointPolicySetting
    return o


def write_encap_overhead_endpoint_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EncapOverheadEndpointPolicySetting`."""
    d0: Any
    d0 = {}
    if o.overhead is not None:
        d0["Overhead"] = o.overhead
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_endpoint_policy(d: Any) -> Any:
    """A `EndpointPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = endpoint_policy_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_endpoint_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.EndpointPolicy.Settings", d.get("Type"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(EndpointPolicy, d) if n != len(d) or None in d.values() else None
    o.__class__ = EndpointPolicy
    return o


def write_endpoint_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_host_route_policy_setting(d: Any) -> Any:
    """A `HostRoutePolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = host_route_policy_setting_draft()
    n = 0
    o.unknown_members = leftover(HostRoutePolicySetting, d) if n != len(d) else None
    o.__class__ = HostRoutePolicySetting
    return o


def write_host_route_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostRoutePolicySetting`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_interface_constraint_endpoint_policy_setting(d: Any) -> Any:
    """A `InterfaceConstraintEndpointPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_constraint_endpoint_policy_setting_draft()
    n = 0
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
    if "InterfaceMediaType" in d:
        n += 1
        v = d["InterfaceMediaType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.interface_media_type = v
    else:
        o.interface_media_type = None
    if "InterfaceAlias" in d:
        n += 1
        v = d["InterfaceAlias"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.interface_alias = v
    else:
        o.interface_alias = None
    if "InterfaceDescription" in d:
        n += 1
        v = d["InterfaceDescription"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.interface_description = v
    else:
        o.interface_description = None
    o.unknown_members = leftover(InterfaceConstraintEndpointPolicySetting, d) if n != len(d) else None
    o.__class__ = InterfaceConstraintEndpointPolicySetting
    return o


def write_interface_constraint_endpoint_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceConstraintEndpointPolicySetting`."""
    d0: Any
    d0 = {}
    if o.interface_guid is not None:
        d0["InterfaceGuid"] = o.interface_guid
    if o.interface_luid is not None:
        d0["InterfaceLuid"] = o.interface_luid
    if o.interface_index is not None:
        d0["InterfaceIndex"] = o.interface_index
    if o.interface_media_type is not None:
        d0["InterfaceMediaType"] = o.interface_media_type
    if o.interface_alias is not None:
        d0["InterfaceAlias"] = o.interface_alias
    if o.interface_description is not None:
        d0["InterfaceDescription"] = o.interface_description
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_interface_constraint_network_policy_setting(d: Any) -> Any:
    """A `InterfaceConstraintNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_constraint_network_policy_setting_draft()
    n = 0
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
    if "InterfaceMediaType" in d:
        n += 1
        v = d["InterfaceMediaType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.interface_media_type = v
    else:
        o.interface_media_type = None
    if "InterfaceAlias" in d:
        n += 1
        v = d["InterfaceAlias"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.interface_alias = v
    else:
        o.interface_alias = None
    if "InterfaceDescription" in d:
        n += 1
        v = d["InterfaceDescription"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.interface_description = v
    else:
        o.interface_description = None
    o.unknown_members = leftover(InterfaceConstraintNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = InterfaceConstraintNetworkPolicySetting
    return o


def write_interface_constraint_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceConstraintNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.interface_guid is not None:
        d0["InterfaceGuid"] = o.interface_guid
    if o.interface_luid is not None:
        d0["InterfaceLuid"] = o.interface_luid
    if o.interface_index is not None:
        d0["InterfaceIndex"] = o.interface_index
    if o.interface_media_type is not None:
        d0["InterfaceMediaType"] = o.interface_media_type
    if o.interface_alias is not None:
        d0["InterfaceAlias"] = o.interface_alias
    if o.interface_description is not None:
        d0["InterfaceDescription"] = o.interface_description
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_interface_parameters_policy_setting(d: Any) -> Any:
    """A `InterfaceParametersPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = interface_parameters_policy_setting_draft()
    n = 0
    if "Mtu" in d:
        n += 1
        v = d["Mtu"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.mtu = v
    else:
        o.mtu = None
    o.unknown_members = leftover(InterfaceParametersPolicySetting, d) if n != len(d) else None
    o.__class__ = InterfaceParametersPolicySetting
    return o


def write_interface_parameters_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `InterfaceParametersPolicySetting`."""
    d0: Any
    d0 = {}
    if o.mtu is not None:
        d0["Mtu"] = o.mtu
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_iov_policy_setting(d: Any) -> Any:
    """A `IovPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = iov_policy_setting_draft()
    n = 0
    if "IovOffloadWeight" in d:
        n += 1
        v = d["IovOffloadWeight"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.iov_offload_weight = v
    else:
        o.iov_offload_weight = None
    if "QueuePairsRequested" in d:
        n += 1
        v = d["QueuePairsRequested"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.queue_pairs_requested = v
    else:
        o.queue_pairs_requested = None
    if "InterruptModeration" in d:
        n += 1
        v = d["InterruptModeration"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_iov_interrupt_moderation_type(v, v)
        elif v is not None:
            raise Mismatch
        o.interrupt_moderation = v
    else:
        o.interrupt_moderation = None
    o.unknown_members = leftover(IovPolicySetting, d) if n != len(d) else None
    o.__class__ = IovPolicySetting
    return o


def write_iov_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IovPolicySetting`."""
    d0: Any
    d0 = {}
    if o.iov_offload_weight is not None:
        d0["IovOffloadWeight"] = o.iov_offload_weight
    if o.queue_pairs_requested is not None:
        d0["QueuePairsRequested"] = o.queue_pairs_requested
    v0 = o.interrupt_moderation
    if v0 is not None:
        d0["InterruptModeration"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_layer_constraint_network_policy_setting(d: Any) -> Any:
    """A `LayerConstraintNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = layer_constraint_network_policy_setting_draft()
    n = 0
    if "LayerId" in d:
        n += 1
        v = d["LayerId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.layer_id = v
    else:
        o.layer_id = None
    o.unknown_members = leftover(LayerConstraintNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = LayerConstraintNetworkPolicySetting
    return o


def write_layer_constraint_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LayerConstraintNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.layer_id is not None:
        d0["LayerId"] = o.layer_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_net_adapter_name_network_policy_setting(d: Any) -> Any:
    """A `NetAdapterNameNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = net_adapter_name_network_policy_setting_draft()
    n = 0
    if "NetworkAdapterName" in d:
        n += 1
        v = d["NetworkAdapterName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.network_adapter_name = v
    else:
        o.network_adapter_name = None
    o.unknown_members = leftover(NetAdapterNameNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = NetAdapterNameNetworkPolicySetting
    return o


def write_net_adapter_name_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetAdapterNameNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.network_adapter_name is not None:
        d0["NetworkAdapterName"] = o.network_adapter_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_policy(d: Any) -> Any:
    """A `NetworkPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_policy_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_network_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.NetworkPolicy.Settings", d.get("Type"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(NetworkPolicy, d) if n != len(d) or None in d.values() else None
    o.__class__ = NetworkPolicy
    return o


def write_network_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_outbound_nat_policy_setting(d: Any) -> Any:
    """A `OutboundNatPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = outbound_nat_policy_setting_draft()
    n = 0
    if "VirtualIP" in d:
        n += 1
        v = d["VirtualIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.virtual_ip = v
    else:
        o.virtual_ip = None
    if "Destinations" in d:
        n += 1
        v = d["Destinations"]
        if v is not None:
            v = texts(v)
        o.destinations = v
    else:
        o.destinations = None
    if "Exceptions" in d:
        n += 1
        v = d["Exceptions"]
        if v is not None:
            v = texts(v)
        o.exceptions = v
    else:
        o.exceptions = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_nat_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "MaxPortPoolUsage" in d:
        n += 1
        v = d["MaxPortPoolUsage"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.max_port_pool_usage = v
    else:
        o.max_port_pool_usage = None
    o.unknown_members = leftover(OutboundNatPolicySetting, d) if n != len(d) else None
    o.__class__ = OutboundNatPolicySetting
    return o


def write_outbound_nat_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OutboundNatPolicySetting`."""
    d0: Any
    d0 = {}
    if o.virtual_ip is not None:
        d0["VirtualIP"] = o.virtual_ip
    v0 = o.destinations
    if v0 is not None:
        d0["Destinations"] = [*v0]
    v0 = o.exceptions
    if v0 is not None:
        d0["Exceptions"] = [*v0]
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.max_port_pool_usage is not None:
        d0["MaxPortPoolUsage"] = o.max_port_pool_usage
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_policy_endpoint_request(d: Any) -> Any:
    """A `PolicyEndpointRequest` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = policy_endpoint_request_draft()
    n = 0
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_endpoint_policy(x))
            v = r
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(PolicyEndpointRequest, d) if n != len(d) else None
    o.__class__ = PolicyEndpointRequest
    return o


def write_policy_endpoint_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PolicyEndpointRequest`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            v2 = x1.settings
            if v2 is not None:
                d2["Settings"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Policies"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_policy_network_request(d: Any) -> Any:
    """A `PolicyNetworkRequest` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = policy_network_request_draft()
    n = 0
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_network_policy(x))
            v = r
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(PolicyNetworkRequest, d) if n != len(d) else None
    o.__class__ = PolicyNetworkRequest
    return o


def write_policy_network_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PolicyNetworkRequest`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            v2 = x1.settings
            if v2 is not None:
                d2["Settings"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Policies"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_port_mapping_policy_setting(d: Any) -> Any:
    """A `PortMappingPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = port_mapping_policy_setting_draft()
    n = 0
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_protocol_type(v, v)
        elif v is not None:
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
    if "VIP" in d:
        n += 1
        v = d["VIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.vip = v
    else:
        o.vip = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_nat_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(PortMappingPolicySetting, d) if n != len(d) else None
    o.__class__ = PortMappingPolicySetting
    return o


def write_port_mapping_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PortMappingPolicySetting`."""
    d0: Any
    d0 = {}
    v0 = o.protocol
    if v0 is not None:
        d0["Protocol"] = v0 if settle is None else settle(v0)
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    if o.vip is not None:
        d0["VIP"] = o.vip
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_portname_endpoint_policy_setting(d: Any) -> Any:
    """A `PortnameEndpointPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = portname_endpoint_policy_setting_draft()
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    o.unknown_members = leftover(PortnameEndpointPolicySetting, d) if n != len(d) else None
    o.__class__ = PortnameEndpointPolicySetting
    return o


def write_portname_endpoint_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PortnameEndpointPolicySetting`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_provider_address_endpoint_policy_setting(d: Any) -> Any:
    """A `ProviderAddressEndpointPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = provider_address_endpoint_policy_setting_draft()
    n = 0
    if "ProviderAddress" in d:
        n += 1
        v = d["ProviderAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.provider_address = v
    else:
        o.provider_address = None
    o.unknown_members = leftover(ProviderAddressEndpointPolicySetting, d) if n != len(d) else None
    o.__class__ = ProviderAddressEndpointPolicySetting
    return o


def write_provider_address_endpoint_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProviderAddressEndpointPolicySetting`."""
    d0: Any
    d0 = {}
    if o.provider_address is not None:
        d0["ProviderAddress"] = o.provider_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_provider_address_network_policy_setting(d: Any) -> Any:
    """A `ProviderAddressNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = provider_address_network_policy_setting_draft()
    n = 0
    if "ProviderAddress" in d:
        n += 1
        v = d["ProviderAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.provider_address = v
    else:
        o.provider_address = None
    o.unknown_members = leftover(ProviderAddressNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = ProviderAddressNetworkPolicySetting
    return o


def write_provider_address_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProviderAddressNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.provider_address is not None:
        d0["ProviderAddress"] = o.provider_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_qos_policy_setting(d: Any) -> Any:
    """A `QosPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = qos_policy_setting_draft()
    n = 0
    if "MaximumOutgoingBandwidthInBytes" in d:
        n += 1
        v = d["MaximumOutgoingBandwidthInBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.maximum_outgoing_bandwidth_in_bytes = v
    else:
        o.maximum_outgoing_bandwidth_in_bytes = None
    o.unknown_members = leftover(QosPolicySetting, d) if n != len(d) else None
    o.__class__ = QosPolicySetting
    return o


def write_qos_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `QosPolicySetting`."""
    d0: Any
    d0 = {}
    if o.maximum_outgoing_bandwidth_in_bytes is not None:
        d0["MaximumOutgoingBandwidthInBytes"] = o.maximum_outgoing_bandwidth_in_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_remote_subnet_route_policy_setting(d: Any) -> Any:
    """A `RemoteSubnetRoutePolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = remote_subnet_route_policy_setting_draft()
    n = 0
    if "DestinationPrefix" in d:
        n += 1
        v = d["DestinationPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination_prefix = v
    else:
        o.destination_prefix = None
    if "IsolationId" in d:
        n += 1
        v = d["IsolationId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.isolation_id = v
    else:
        o.isolation_id = None
    if "ProviderAddress" in d:
        n += 1
        v = d["ProviderAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.provider_address = v
    else:
        o.provider_address = None
    if "DistributedRouterMacAddress" in d:
        n += 1
        v = d["DistributedRouterMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.distributed_router_mac_address = v
    else:
        o.distributed_router_mac_address = None
    o.unknown_members = leftover(RemoteSubnetRoutePolicySetting, d) if n != len(d) else None
    o.__class__ = RemoteSubnetRoutePolicySetting
    return o


def write_remote_subnet_route_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RemoteSubnetRoutePolicySetting`."""
    d0: Any
    d0 = {}
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.isolation_id is not None:
        d0["IsolationId"] = o.isolation_id
    if o.provider_address is not None:
        d0["ProviderAddress"] = o.provider_address
    if o.distributed_router_mac_address is not None:
        d0["DistributedRouterMacAddress"] = o.distributed_router_mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_sdn_route_policy_setting(d: Any) -> Any:
    """A `SDNRoutePolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = sdn_route_policy_setting_draft()
    n = 0
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
    if "AutomaticEndpointMonitor" in d:
        n += 1
        v = d["AutomaticEndpointMonitor"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.automatic_endpoint_monitor = v
    else:
        o.automatic_endpoint_monitor = None
    o.unknown_members = leftover(SDNRoutePolicySetting, d) if n != len(d) else None
    o.__class__ = SDNRoutePolicySetting
    return o


def write_sdn_route_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SDNRoutePolicySetting`."""
    d0: Any
    d0 = {}
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.next_hop is not None:
        d0["NextHop"] = o.next_hop
    if o.need_encap is not None:
        d0["NeedEncap"] = o.need_encap
    if o.automatic_endpoint_monitor is not None:
        d0["AutomaticEndpointMonitor"] = o.automatic_endpoint_monitor
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_set_policy_setting(d: Any) -> Any:
    """A `SetPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = set_policy_setting_draft()
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
    if "PolicyType" in d:
        n += 1
        v = d["PolicyType"]
        if type(v) is str:
            v = known_set_policy_types(v, v)
        elif v is not None:
            raise Mismatch
        o.policy_type = v
    else:
        o.policy_type = None
    if "Values" in d:
        n += 1
        v = d["Values"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.values = v
    else:
        o.values = None
    o.unknown_members = leftover(SetPolicySetting, d) if n != len(d) else None
    o.__class__ = SetPolicySetting
    return o


def write_set_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SetPolicySetting`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.policy_type
    if v0 is not None:
        d0["PolicyType"] = v0 if settle is None else settle(v0)
    if o.values is not None:
        d0["Values"] = o.values
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_source_mac_address_network_policy_setting(d: Any) -> Any:
    """A `SourceMacAddressNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = source_mac_address_network_policy_setting_draft()
    n = 0
    if "SourceMacAddress" in d:
        n += 1
        v = d["SourceMacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.source_mac_address = v
    else:
        o.source_mac_address = None
    o.unknown_members = leftover(SourceMacAddressNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = SourceMacAddressNetworkPolicySetting
    return o


def write_source_mac_address_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SourceMacAddressNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.source_mac_address is not None:
        d0["SourceMacAddress"] = o.source_mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_subnet_policy(d: Any) -> Any:
    """A `SubnetPolicy` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = subnet_policy_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_subnet_policy_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.SubnetPolicy.Settings", d.get("Type"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(SubnetPolicy, d) if n != len(d) or None in d.values() else None
    o.__class__ = SubnetPolicy
    return o


def write_subnet_policy(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SubnetPolicy`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vlan_policy_setting(d: Any) -> Any:
    """A `VlanPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vlan_policy_setting_draft()
    n = 0
    if "IsolationId" in d:
        n += 1
        v = d["IsolationId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.isolation_id = v
    else:
        o.isolation_id = None
    o.unknown_members = leftover(VlanPolicySetting, d) if n != len(d) else None
    o.__class__ = VlanPolicySetting
    return o


def write_vlan_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VlanPolicySetting`."""
    d0: Any
    d0 = {}
    if o.isolation_id is not None:
        d0["IsolationId"] = o.isolation_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vsid_policy_setting(d: Any) -> Any:
    """A `VsidPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vsid_policy_setting_draft()
    n = 0
    if "IsolationId" in d:
        n += 1
        v = d["IsolationId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.isolation_id = v
    else:
        o.isolation_id = None
    o.unknown_members = leftover(VsidPolicySetting, d) if n != len(d) else None
    o.__class__ = VsidPolicySetting
    return o


def write_vsid_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VsidPolicySetting`."""
    d0: Any
    d0 = {}
    if o.isolation_id is not None:
        d0["IsolationId"] = o.isolation_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vswitch_extension_network_policy_setting(d: Any) -> Any:
    """A `VSwitchExtensionNetworkPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vswitch_extension_network_policy_setting_draft()
    n = 0
    if "ExtensionID" in d:
        n += 1
        v = d["ExtensionID"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.extension_id = v
    else:
        o.extension_id = None
    if "Enable" in d:
        n += 1
        v = d["Enable"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enable = v
    else:
        o.enable = None
    o.unknown_members = leftover(VSwitchExtensionNetworkPolicySetting, d) if n != len(d) else None
    o.__class__ = VSwitchExtensionNetworkPolicySetting
    return o


def write_vswitch_extension_network_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VSwitchExtensionNetworkPolicySetting`."""
    d0: Any
    d0 = {}
    if o.extension_id is not None:
        d0["ExtensionID"] = o.extension_id
    if o.enable is not None:
        d0["Enable"] = o.enable
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_vxlan_port_policy_setting(d: Any) -> Any:
    """A `VxlanPortPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vxlan_port_policy_setting_draft()
    n = 0
    if "Port" in d:
        n += 1
        v = d["Port"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    o.unknown_members = leftover(VxlanPortPolicySetting, d) if n != len(d) else None
    o.__class__ = VxlanPortPolicySetting
    return o


def write_vxlan_port_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VxlanPortPolicySetting`."""
    d0: Any
    d0 = {}
    if o.port is not None:
        d0["Port"] = o.port
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.AutomaticDNSNetworkPolicySetting": (read_automatic_dns_network_policy_setting, write_automatic_dns_network_policy_setting),
    "hcn.BasePolicy": (read_base_policy, write_base_policy),
    "hcn.DrMacAddressNetworkPolicySetting": (read_dr_mac_address_network_policy_setting, write_dr_mac_address_network_policy_setting),
    "hcn.EncapOverheadEndpointPolicySetting": (read_encap_overhead_endpoint_policy_setting, write_encap_overhead_endpoint_policy_setting),
    "hcn.EndpointPolicy": (read_endpoint_policy, write_endpoint_policy),
    "hcn.HostRoutePolicySetting": (read_host_route_policy_setting, write_host_route_policy_setting),
    "hcn.InterfaceConstraintEndpointPolicySetting": (read_interface_constraint_endpoint_policy_setting, write_interface_constraint_endpoint_policy_setting),
    "hcn.InterfaceConstraintNetworkPolicySetting": (read_interface_constraint_network_policy_setting, write_interface_constraint_network_policy_setting),
    "hcn.InterfaceParametersPolicySetting": (read_interface_parameters_policy_setting, write_interface_parameters_policy_setting),
    "hcn.IovPolicySetting": (read_iov_policy_setting, write_iov_policy_setting),
    "hcn.LayerConstraintNetworkPolicySetting": (read_layer_constraint_network_policy_setting, write_layer_constraint_network_policy_setting),
    "hcn.NetAdapterNameNetworkPolicySetting": (read_net_adapter_name_network_policy_setting, write_net_adapter_name_network_policy_setting),
    "hcn.NetworkPolicy": (read_network_policy, write_network_policy),
    "hcn.OutboundNatPolicySetting": (read_outbound_nat_policy_setting, write_outbound_nat_policy_setting),
    "hcn.PolicyEndpointRequest": (read_policy_endpoint_request, write_policy_endpoint_request),
    "hcn.PolicyNetworkRequest": (read_policy_network_request, write_policy_network_request),
    "hcn.PortMappingPolicySetting": (read_port_mapping_policy_setting, write_port_mapping_policy_setting),
    "hcn.PortnameEndpointPolicySetting": (read_portname_endpoint_policy_setting, write_portname_endpoint_policy_setting),
    "hcn.ProviderAddressEndpointPolicySetting": (read_provider_address_endpoint_policy_setting, write_provider_address_endpoint_policy_setting),
    "hcn.ProviderAddressNetworkPolicySetting": (read_provider_address_network_policy_setting, write_provider_address_network_policy_setting),
    "hcn.QosPolicySetting": (read_qos_policy_setting, write_qos_policy_setting),
    "hcn.RemoteSubnetRoutePolicySetting": (read_remote_subnet_route_policy_setting, write_remote_subnet_route_policy_setting),
    "hcn.SDNRoutePolicySetting": (read_sdn_route_policy_setting, write_sdn_route_policy_setting),
    "hcn.SetPolicySetting": (read_set_policy_setting, write_set_policy_setting),
    "hcn.SourceMacAddressNetworkPolicySetting": (read_source_mac_address_network_policy_setting, write_source_mac_address_network_policy_setting),
    "hcn.SubnetPolicy": (read_subnet_policy, write_subnet_policy),
    "hcn.VlanPolicySetting": (read_vlan_policy_setting, write_vlan_policy_setting),
    "hcn.VsidPolicySetting": (read_vsid_policy_setting, write_vsid_policy_setting),
    "hcn.VSwitchExtensionNetworkPolicySetting": (read_vswitch_extension_network_policy_setting, write_vswitch_extension_network_policy_setting),
    "hcn.VxlanPortPolicySetting": (read_vxlan_port_policy_setting, write_vxlan_port_policy_setting),
}
"""Reader and writer of each type, by published name."""
