"""Reading and writing: networks and their address plans.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, number_of, open_value, plain, selected, text_of, texts
from hcsffi.documents.topic.network import Base, DNS, Extension, ExtraParams, Health, HostComputeNetwork, IPSubnetFlags, IPSubnetNetworkRequest, IpConfig, IpSubnet, Ipam, IpamType, MacPool, MacRange, ModifyNetworkSettingRequest, NetworkAdditionalParams, NetworkFlags, NetworkMode, NetworkResourceType, Route, Subnet, SubnetFlags, SubnetNetworkRequest, Telemetry
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
base_draft = draft(Base)
dns_draft = draft(DNS)
extension_draft = draft(Extension)
extra_params_draft = draft(ExtraParams)
health_draft = draft(Health)
host_compute_network_draft = draft(HostComputeNetwork)
ipam_draft = draft(Ipam)
ip_config_draft = draft(IpConfig)
ip_subnet_draft = draft(IpSubnet)
ip_subnet_network_request_draft = draft(IPSubnetNetworkRequest)
mac_pool_draft = draft(MacPool)
mac_range_draft = draft(MacRange)
modify_network_setting_request_draft = draft(ModifyNetworkSettingRequest)
network_additional_params_draft = draft(NetworkAdditionalParams)
route_draft = draft(Route)
subnet_draft = draft(Subnet)
subnet_network_request_draft = draft(SubnetNetworkRequest)
telemetry_draft = draft(Telemetry)
known_ip_subnet_flags = IPSubnetFlags
known_ipam_type = IpamType._value2member_map_.get
known_modify_request_type = ModifyRequestType._value2member_map_.get
known_network_flags = NetworkFlags
known_network_mode = NetworkMode._value2member_map_.get
known_network_resource_type = NetworkResourceType._value2member_map_.get
known_subnet_flags = SubnetFlags
read_network_policy = later("hcsffi.documents.topic.policy_wire", "read_network_policy", globals())
read_subnet_policy = later("hcsffi.documents.topic.policy_wire", "read_subnet_policy", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_network_policy = later("hcsffi.documents.topic.policy_wire", "write_network_policy", globals())
write_subnet_policy = later("hcsffi.documents.topic.policy_wire", "write_subnet_policy", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_base(d: Any) -> Any:
    """A `Base` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(base_draft)
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
    o.unknown_members = leftover(Base, d) if n != len(d) or None in d.values() else None
    o.__class__ = Base
    return o


def write_base(o: Any) -> dict[str, Any]:
    """The JSON object of a `Base`."""
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


def read_dns(d: Any) -> Any:
    """A `DNS` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(dns_draft)
    n = 0
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
        if v is not None:
            v = texts(v)
        o.search = v
    else:
        o.search = None
    if "ServerList" in d:
        n += 1
        v = d["ServerList"]
        if v is not None:
            v = texts(v)
        o.server_list = v
    else:
        o.server_list = None
    if "Options" in d:
        n += 1
        v = d["Options"]
        if v is not None:
            v = texts(v)
        o.options = v
    else:
        o.options = None
    o.unknown_members = leftover(DNS, d) if n != len(d) else None
    o.__class__ = DNS
    return o


def write_dns(o: Any) -> dict[str, Any]:
    """The JSON object of a `DNS`."""
    d: dict[str, Any] = {}
    v = o.domain
    if v is not None:
        d["Domain"] = v
    v = o.search
    if v is not None:
        d["Search"] = [*v]
    v = o.server_list
    if v is not None:
        d["ServerList"] = [*v]
    v = o.options
    if v is not None:
        d["Options"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_extension(d: Any) -> Any:
    """A `Extension` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(extension_draft)
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            v = guid_text(v)
        o.id = v
    else:
        o.id = None
    if "IsEnabled" in d:
        n += 1
        v = d["IsEnabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_enabled = v
    else:
        o.is_enabled = None
    o.unknown_members = leftover(Extension, d) if n != len(d) else None
    o.__class__ = Extension
    return o


def write_extension(o: Any) -> dict[str, Any]:
    """The JSON object of a `Extension`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.is_enabled
    if v is not None:
        d["IsEnabled"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_extra_params(d: Any) -> Any:
    """A `ExtraParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(extra_params_draft)
    n = 0
    if "Resources" in d:
        n += 1
        v = d["Resources"]
        if v is not None:
            v = open_value(v)
        o.resources = v
    else:
        o.resources = None
    if "SharedContainers" in d:
        n += 1
        v = d["SharedContainers"]
        if v is not None:
            v = open_value(v)
        o.shared_containers = v
    else:
        o.shared_containers = None
    if "LayeredOn" in d:
        n += 1
        v = d["LayeredOn"]
        if v is not None:
            v = guid_text(v)
        o.layered_on = v
    else:
        o.layered_on = None
    if "SwitchGuid" in d:
        n += 1
        v = d["SwitchGuid"]
        if v is not None:
            v = guid_text(v)
        o.switch_guid = v
    else:
        o.switch_guid = None
    if "UtilityVM" in d:
        n += 1
        v = d["UtilityVM"]
        if v is not None:
            v = guid_text(v)
        o.utility_vm = v
    else:
        o.utility_vm = None
    if "VirtualMachine" in d:
        n += 1
        v = d["VirtualMachine"]
        if v is not None:
            v = guid_text(v)
        o.virtual_machine = v
    else:
        o.virtual_machine = None
    o.unknown_members = leftover(ExtraParams, d) if n != len(d) or None in d.values() else None
    o.__class__ = ExtraParams
    return o


def write_extra_params(o: Any) -> dict[str, Any]:
    """The JSON object of a `ExtraParams`."""
    d: dict[str, Any] = {}
    v = o.resources
    if v is not None:
        d["Resources"] = plain(v)
    v = o.shared_containers
    if v is not None:
        d["SharedContainers"] = plain(v)
    v = o.layered_on
    if v is not None:
        d["LayeredOn"] = v
    v = o.switch_guid
    if v is not None:
        d["SwitchGuid"] = v
    v = o.utility_vm
    if v is not None:
        d["UtilityVM"] = v
    v = o.virtual_machine
    if v is not None:
        d["VirtualMachine"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_health(d: Any) -> Any:
    """A `Health` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(health_draft)
    n = 0
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    if "Extra" in d:
        n += 1
        v = d["Extra"]
        if v is not None:
            v = read_extra_params(v)
        o.extra = v
    else:
        o.extra = None
    if "LastErrorCode" in d:
        n += 1
        v = d["LastErrorCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.last_error_code = v
    else:
        o.last_error_code = None
    if "LastUpdateTime" in d:
        n += 1
        v = d["LastUpdateTime"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.last_update_time = v
    else:
        o.last_update_time = None
    o.unknown_members = leftover(Health, d) if n != len(d) or None in d.values() else None
    o.__class__ = Health
    return o


def write_health(o: Any) -> dict[str, Any]:
    """The JSON object of a `Health`."""
    d: dict[str, Any] = {}
    v = o.data
    if v is not None:
        d["Data"] = plain(v)
    v = o.extra
    if v is not None:
        d["Extra"] = write_extra_params(v)
    v = o.last_error_code
    if v is not None:
        d["LastErrorCode"] = v
    v = o.last_update_time
    if v is not None:
        d["LastUpdateTime"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_compute_network(d: Any) -> Any:
    """A `HostComputeNetwork` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_compute_network_draft)
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
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [read_network_policy(x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "MacPool" in d:
        n += 1
        v = d["MacPool"]
        if v is not None:
            v = read_mac_pool(v)
        o.mac_pool = v
    else:
        o.mac_pool = None
    if "Dns" in d:
        n += 1
        v = d["Dns"]
        if v is not None:
            v = read_dns(v)
        o.dns = v
    else:
        o.dns = None
    if "Ipams" in d:
        n += 1
        v = d["Ipams"]
        if v is not None:
            v = [read_ipam(x) for x in array(v)]
        o.ipams = v
    else:
        o.ipams = None
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
    o.unknown_members = leftover(HostComputeNetwork, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeNetwork
    return o


def write_host_compute_network(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostComputeNetwork`."""
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
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.policies
    if v is not None:
        d["Policies"] = [write_network_policy(x) for x in v]
    v = o.mac_pool
    if v is not None:
        d["MacPool"] = write_mac_pool(v)
    v = o.dns
    if v is not None:
        d["Dns"] = write_dns(v)
    v = o.ipams
    if v is not None:
        d["Ipams"] = [write_ipam(x) for x in v]
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_ipam(d: Any) -> Any:
    """A `Ipam` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(ipam_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_ipam_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Subnets" in d:
        n += 1
        v = d["Subnets"]
        if v is not None:
            v = [read_subnet(x) for x in array(v)]
        o.subnets = v
    else:
        o.subnets = None
    o.unknown_members = leftover(Ipam, d) if n != len(d) else None
    o.__class__ = Ipam
    return o


def write_ipam(o: Any) -> dict[str, Any]:
    """The JSON object of a `Ipam`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.subnets
    if v is not None:
        d["Subnets"] = [write_subnet(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_ip_config(d: Any) -> Any:
    """A `IpConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(ip_config_draft)
    n = 0
    if "IpAddress" in d:
        n += 1
        v = d["IpAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address = v
    else:
        o.ip_address = None
    if "PrefixLength" in d:
        n += 1
        v = d["PrefixLength"]
        if (type(v) is not int or not 0 <= v <= 255) and v is not None:
            raise Mismatch
        o.prefix_length = v
    else:
        o.prefix_length = None
    if "IpSubnetId" in d:
        n += 1
        v = d["IpSubnetId"]
        if v is not None:
            v = guid_text(v)
        o.ip_subnet_id = v
    else:
        o.ip_subnet_id = None
    o.unknown_members = leftover(IpConfig, d) if n != len(d) else None
    o.__class__ = IpConfig
    return o


def write_ip_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `IpConfig`."""
    d: dict[str, Any] = {}
    v = o.ip_address
    if v is not None:
        d["IpAddress"] = v
    v = o.prefix_length
    if v is not None:
        d["PrefixLength"] = v
    v = o.ip_subnet_id
    if v is not None:
        d["IpSubnetId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_ip_subnet(d: Any) -> Any:
    """A `IpSubnet` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(ip_subnet_draft)
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
    if "IpAddressPrefix" in d:
        n += 1
        v = d["IpAddressPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address_prefix = v
    else:
        o.ip_address_prefix = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_ip_subnet_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "ObjectType" in d:
        n += 1
        v = d["ObjectType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.object_type = v
    else:
        o.object_type = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [open_value(x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(IpSubnet, d) if n != len(d) or None in d.values() else None
    o.__class__ = IpSubnet
    return o


def write_ip_subnet(o: Any) -> dict[str, Any]:
    """The JSON object of a `IpSubnet`."""
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
    v = o.ip_address_prefix
    if v is not None:
        d["IpAddressPrefix"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    v = o.object_type
    if v is not None:
        d["ObjectType"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_ip_subnet_network_request(d: Any) -> Any:
    """A `IPSubnetNetworkRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(ip_subnet_network_request_draft)
    n = 0
    if "SubnetId" in d:
        n += 1
        v = d["SubnetId"]
        if v is not None:
            v = guid_text(v)
        o.subnet_id = v
    else:
        o.subnet_id = None
    if "IpSubnets" in d:
        n += 1
        v = d["IpSubnets"]
        if v is not None:
            v = [read_ip_subnet(x) for x in array(v)]
        o.ip_subnets = v
    else:
        o.ip_subnets = None
    o.unknown_members = leftover(IPSubnetNetworkRequest, d) if n != len(d) else None
    o.__class__ = IPSubnetNetworkRequest
    return o


def write_ip_subnet_network_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `IPSubnetNetworkRequest`."""
    d: dict[str, Any] = {}
    v = o.subnet_id
    if v is not None:
        d["SubnetId"] = v
    v = o.ip_subnets
    if v is not None:
        d["IpSubnets"] = [write_ip_subnet(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mac_pool(d: Any) -> Any:
    """A `MacPool` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mac_pool_draft)
    n = 0
    if "Ranges" in d:
        n += 1
        v = d["Ranges"]
        if v is not None:
            v = [read_mac_range(x) for x in array(v)]
        o.ranges = v
    else:
        o.ranges = None
    o.unknown_members = leftover(MacPool, d) if n != len(d) else None
    o.__class__ = MacPool
    return o


def write_mac_pool(o: Any) -> dict[str, Any]:
    """The JSON object of a `MacPool`."""
    d: dict[str, Any] = {}
    v = o.ranges
    if v is not None:
        d["Ranges"] = [write_mac_range(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_mac_range(d: Any) -> Any:
    """A `MacRange` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(mac_range_draft)
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
    o.unknown_members = leftover(MacRange, d) if n != len(d) else None
    o.__class__ = MacRange
    return o


def write_mac_range(o: Any) -> dict[str, Any]:
    """The JSON object of a `MacRange`."""
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


def read_modify_network_setting_request(d: Any) -> Any:
    """A `ModifyNetworkSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_network_setting_request_draft)
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
            v = known_network_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyNetworkSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModifyNetworkSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyNetworkSettingRequest
    return o


def write_modify_network_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyNetworkSettingRequest`."""
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


def read_network_additional_params(d: Any) -> Any:
    """A `NetworkAdditionalParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(network_additional_params_draft)
    n = 0
    if "ICSFlags" in d:
        n += 1
        v = d["ICSFlags"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.ics_flags = v
    else:
        o.ics_flags = None
    o.unknown_members = leftover(NetworkAdditionalParams, d) if n != len(d) else None
    o.__class__ = NetworkAdditionalParams
    return o


def write_network_additional_params(o: Any) -> dict[str, Any]:
    """The JSON object of a `NetworkAdditionalParams`."""
    d: dict[str, Any] = {}
    v = o.ics_flags
    if v is not None:
        d["ICSFlags"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_route(d: Any) -> Any:
    """A `Route` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(route_draft)
    n = 0
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
    if "Metric" in d:
        n += 1
        v = d["Metric"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.metric = v
    else:
        o.metric = None
    o.unknown_members = leftover(Route, d) if n != len(d) else None
    o.__class__ = Route
    return o


def write_route(o: Any) -> dict[str, Any]:
    """The JSON object of a `Route`."""
    d: dict[str, Any] = {}
    v = o.next_hop
    if v is not None:
        d["NextHop"] = v
    v = o.destination_prefix
    if v is not None:
        d["DestinationPrefix"] = v
    v = o.metric
    if v is not None:
        d["Metric"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_subnet(d: Any) -> Any:
    """A `Subnet` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(subnet_draft)
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
    if "IpAddressPrefix" in d:
        n += 1
        v = d["IpAddressPrefix"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip_address_prefix = v
    else:
        o.ip_address_prefix = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [read_subnet_policy(x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            v = [read_route(x) for x in array(v)]
        o.routes = v
    else:
        o.routes = None
    if "IpSubnets" in d:
        n += 1
        v = d["IpSubnets"]
        if v is not None:
            v = [read_ip_subnet(x) for x in array(v)]
        o.ip_subnets = v
    else:
        o.ip_subnets = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_subnet_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(Subnet, d) if n != len(d) or None in d.values() else None
    o.__class__ = Subnet
    return o


def write_subnet(o: Any) -> dict[str, Any]:
    """The JSON object of a `Subnet`."""
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
    v = o.ip_address_prefix
    if v is not None:
        d["IpAddressPrefix"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [write_subnet_policy(x) for x in v]
    v = o.routes
    if v is not None:
        d["Routes"] = [write_route(x) for x in v]
    v = o.ip_subnets
    if v is not None:
        d["IpSubnets"] = [write_ip_subnet(x) for x in v]
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_subnet_network_request(d: Any) -> Any:
    """A `SubnetNetworkRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(subnet_network_request_draft)
    n = 0
    if "Subnets" in d:
        n += 1
        v = d["Subnets"]
        if v is not None:
            v = [read_subnet(x) for x in array(v)]
        o.subnets = v
    else:
        o.subnets = None
    o.unknown_members = leftover(SubnetNetworkRequest, d) if n != len(d) else None
    o.__class__ = SubnetNetworkRequest
    return o


def write_subnet_network_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `SubnetNetworkRequest`."""
    d: dict[str, Any] = {}
    v = o.subnets
    if v is not None:
        d["Subnets"] = [write_subnet(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_telemetry(d: Any) -> Any:
    """A `Telemetry` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(telemetry_draft)
    n = 0
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(Telemetry, d) if n != len(d) or None in d.values() else None
    o.__class__ = Telemetry
    return o


def write_telemetry(o: Any) -> dict[str, Any]:
    """The JSON object of a `Telemetry`."""
    d: dict[str, Any] = {}
    v = o.data
    if v is not None:
        d["Data"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcn.Base": (read_base, write_base),
    "hcn.DNS": (read_dns, write_dns),
    "hcn.Extension": (read_extension, write_extension),
    "hcn.ExtraParams": (read_extra_params, write_extra_params),
    "hcn.Health": (read_health, write_health),
    "hcn.HostComputeNetwork": (read_host_compute_network, write_host_compute_network),
    "hcn.Ipam": (read_ipam, write_ipam),
    "hcn.IpConfig": (read_ip_config, write_ip_config),
    "hcn.IpSubnet": (read_ip_subnet, write_ip_subnet),
    "hcn.IPSubnetNetworkRequest": (read_ip_subnet_network_request, write_ip_subnet_network_request),
    "hcn.MacPool": (read_mac_pool, write_mac_pool),
    "hcn.MacRange": (read_mac_range, write_mac_range),
    "hcn.ModifyNetworkSettingRequest": (read_modify_network_setting_request, write_modify_network_setting_request),
    "hcn.NetworkAdditionalParams": (read_network_additional_params, write_network_additional_params),
    "hcn.Route": (read_route, write_route),
    "hcn.Subnet": (read_subnet, write_subnet),
    "hcn.SubnetNetworkRequest": (read_subnet_network_request, write_subnet_network_request),
    "hcn.Telemetry": (read_telemetry, write_telemetry),
}
"""Reader and writer of each type, by published name."""
