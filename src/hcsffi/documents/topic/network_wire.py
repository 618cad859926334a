"""Reading and writing: networks and their address plans.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected, texts
from hcsffi.documents.topic.network import Base, DNS, Extension, ExtraParams, Health, HostComputeNetwork, IPSubnetFlags, IPSubnetNetworkRequest, IpConfig, IpSubnet, Ipam, IpamType, MacPool, MacRange, ModifyNetworkSettingRequest, NetworkAdditionalParams, NetworkFlags, NetworkMode, NetworkResourceType, Route, Subnet, SubnetFlags, SubnetNetworkRequest, Telemetry
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = base_draft()
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
    o.unknown_members = leftover(Base, d) if n != len(d) or None in d.values() else None
    o.__class__ = Base
    return o


def write_base(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Base`."""
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


def read_dns(d: Any) -> Any:
    """A `DNS` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = dns_draft()
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


def write_dns(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DNS`."""
    d0: Any
    d0 = {}
    if o.domain is not None:
        d0["Domain"] = o.domain
    v0 = o.search
    if v0 is not None:
        d0["Search"] = [*v0]
    v0 = o.server_list
    if v0 is not None:
        d0["ServerList"] = [*v0]
    v0 = o.options
    if v0 is not None:
        d0["Options"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_extension(d: Any) -> Any:
    """A `Extension` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = extension_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_extension(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Extension`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.is_enabled is not None:
        d0["IsEnabled"] = o.is_enabled
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_extra_params(d: Any) -> Any:
    """A `ExtraParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = extra_params_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.layered_on = v
    else:
        o.layered_on = None
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
    if "UtilityVM" in d:
        n += 1
        v = d["UtilityVM"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.utility_vm = v
    else:
        o.utility_vm = None
    if "VirtualMachine" in d:
        n += 1
        v = d["VirtualMachine"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.virtual_machine = v
    else:
        o.virtual_machine = None
    o.unknown_members = leftover(ExtraParams, d) if n != len(d) or None in d.values() else None
    o.__class__ = ExtraParams
    return o


def write_extra_params(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ExtraParams`."""
    d0: Any
    d0 = {}
    v0 = o.resources
    if v0 is not None:
        d0["Resources"] = plain(v0, settle)
    v0 = o.shared_containers
    if v0 is not None:
        d0["SharedContainers"] = plain(v0, settle)
    if o.layered_on is not None:
        d0["LayeredOn"] = o.layered_on
    if o.switch_guid is not None:
        d0["SwitchGuid"] = o.switch_guid
    if o.utility_vm is not None:
        d0["UtilityVM"] = o.utility_vm
    if o.virtual_machine is not None:
        d0["VirtualMachine"] = o.virtual_machine
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_health(d: Any) -> Any:
    """A `Health` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = health_draft()
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


def write_health(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Health`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    v0 = o.extra
    if v0 is not None:
        d1 = {}
        v1 = v0.resources
        if v1 is not None:
            d1["Resources"] = plain(v1, settle)
        v1 = v0.shared_containers
        if v1 is not None:
            d1["SharedContainers"] = plain(v1, settle)
        if v0.layered_on is not None:
            d1["LayeredOn"] = v0.layered_on
        if v0.switch_guid is not None:
            d1["SwitchGuid"] = v0.switch_guid
        if v0.utility_vm is not None:
            d1["UtilityVM"] = v0.utility_vm
        if v0.virtual_machine is not None:
            d1["VirtualMachine"] = v0.virtual_machine
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Extra"] = d1
    if o.last_error_code is not None:
        d0["LastErrorCode"] = o.last_error_code
    if o.last_update_time is not None:
        d0["LastUpdateTime"] = o.last_update_time
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_host_compute_network(d: Any) -> Any:
    """A `HostComputeNetwork` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_network_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_network_policy(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_ipam(x))
            v = r
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


def write_host_compute_network(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeNetwork`."""
    d0: Any
    d1: Any
    d2: Any
    d3: Any
    d4: Any
    r1: Any
    r2: Any
    r3: Any
    r5: Any
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
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_network_policy(x1, settle))
        d0["Policies"] = r1
    v0 = o.mac_pool
    if v0 is not None:
        d1 = {}
        v1 = v0.ranges
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
            d1["Ranges"] = r2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["MacPool"] = d1
    v0 = o.dns
    if v0 is not None:
        d1 = {}
        if v0.domain is not None:
            d1["Domain"] = v0.domain
        v1 = v0.search
        if v1 is not None:
            d1["Search"] = [*v1]
        v1 = v0.server_list
        if v1 is not None:
            d1["ServerList"] = [*v1]
        v1 = v0.options
        if v1 is not None:
            d1["Options"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Dns"] = d1
    v0 = o.ipams
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            v2 = x1.subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.id is not None:
                        d4["ID"] = x3.id
                    if x3.owner is not None:
                        d4["Owner"] = x3.owner
                    if x3.name is not None:
                        d4["Name"] = x3.name
                    if x3.version is not None:
                        d4["Version"] = x3.version
                    v4 = x3.additional_params
                    if v4 is not None:
                        d4["AdditionalParams"] = plain(v4, settle)
                    v4 = x3.health
                    if v4 is not None:
                        d4["Health"] = write_health(v4, settle)
                    v4 = x3.schema_version
                    if v4 is not None:
                        d4["SchemaVersion"] = write_version(v4, settle)
                    v4 = x3.telemetry
                    if v4 is not None:
                        d4["Telemetry"] = write_telemetry(v4, settle)
                    if x3.state is not None:
                        d4["State"] = x3.state
                    if x3.ip_address_prefix is not None:
                        d4["IpAddressPrefix"] = x3.ip_address_prefix
                    v4 = x3.policies
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_subnet_policy(x5, settle))
                        d4["Policies"] = r5
                    v4 = x3.routes
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_route(x5, settle))
                        d4["Routes"] = r5
                    v4 = x3.ip_subnets
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_ip_subnet(x5, settle))
                        d4["IpSubnets"] = r5
                    v4 = x3.flags
                    if v4 is not None:
                        d4["Flags"] = v4 if settle is None else settle(v4)
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Subnets"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Ipams"] = r1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_ipam(d: Any) -> Any:
    """A `Ipam` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = ipam_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_subnet(x))
            v = r
        o.subnets = v
    else:
        o.subnets = None
    o.unknown_members = leftover(Ipam, d) if n != len(d) else None
    o.__class__ = Ipam
    return o


def write_ipam(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Ipam`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    r5: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.owner is not None:
                d2["Owner"] = x1.owner
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.version is not None:
                d2["Version"] = x1.version
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = write_health(v2, settle)
            v2 = x1.schema_version
            if v2 is not None:
                d2["SchemaVersion"] = write_version(v2, settle)
            v2 = x1.telemetry
            if v2 is not None:
                d2["Telemetry"] = write_telemetry(v2, settle)
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.ip_address_prefix is not None:
                d2["IpAddressPrefix"] = x1.ip_address_prefix
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_subnet_policy(x3, settle))
                d2["Policies"] = r3
            v2 = x1.routes
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.next_hop is not None:
                        d4["NextHop"] = x3.next_hop
                    if x3.destination_prefix is not None:
                        d4["DestinationPrefix"] = x3.destination_prefix
                    if x3.metric is not None:
                        d4["Metric"] = x3.metric
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Routes"] = r3
            v2 = x1.ip_subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.id is not None:
                        d4["ID"] = x3.id
                    if x3.owner is not None:
                        d4["Owner"] = x3.owner
                    if x3.name is not None:
                        d4["Name"] = x3.name
                    if x3.version is not None:
                        d4["Version"] = x3.version
                    v4 = x3.additional_params
                    if v4 is not None:
                        d4["AdditionalParams"] = plain(v4, settle)
                    v4 = x3.health
                    if v4 is not None:
                        d4["Health"] = write_health(v4, settle)
                    v4 = x3.schema_version
                    if v4 is not None:
                        d4["SchemaVersion"] = write_version(v4, settle)
                    v4 = x3.telemetry
                    if v4 is not None:
                        d4["Telemetry"] = write_telemetry(v4, settle)
                    if x3.state is not None:
                        d4["State"] = x3.state
                    if x3.ip_address_prefix is not None:
                        d4["IpAddressPrefix"] = x3.ip_address_prefix
                    v4 = x3.flags
                    if v4 is not None:
                        d4["Flags"] = v4 if settle is None else settle(v4)
                    if x3.object_type is not None:
                        d4["ObjectType"] = x3.object_type
                    v4 = x3.policies
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(plain(x5, settle))
                        d4["Policies"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["IpSubnets"] = r3
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Subnets"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_ip_config(d: Any) -> Any:
    """A `IpConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = ip_config_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.ip_subnet_id = v
    else:
        o.ip_subnet_id = None
    o.unknown_members = leftover(IpConfig, d) if n != len(d) else None
    o.__class__ = IpConfig
    return o


def write_ip_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IpConfig`."""
    d0: Any
    d0 = {}
    if o.ip_address is not None:
        d0["IpAddress"] = o.ip_address
    if o.prefix_length is not None:
        d0["PrefixLength"] = o.prefix_length
    if o.ip_subnet_id is not None:
        d0["IpSubnetId"] = o.ip_subnet_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_ip_subnet(d: Any) -> Any:
    """A `IpSubnet` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = ip_subnet_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(open_value(x))
            v = r
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(IpSubnet, d) if n != len(d) or None in d.values() else None
    o.__class__ = IpSubnet
    return o


def write_ip_subnet(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IpSubnet`."""
    d0: Any
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
    if o.ip_address_prefix is not None:
        d0["IpAddressPrefix"] = o.ip_address_prefix
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.object_type is not None:
        d0["ObjectType"] = o.object_type
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Policies"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_ip_subnet_network_request(d: Any) -> Any:
    """A `IPSubnetNetworkRequest` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = ip_subnet_network_request_draft()
    n = 0
    if "SubnetId" in d:
        n += 1
        v = d["SubnetId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.subnet_id = v
    else:
        o.subnet_id = None
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
    o.unknown_members = leftover(IPSubnetNetworkRequest, d) if n != len(d) else None
    o.__class__ = IPSubnetNetworkRequest
    return o


def write_ip_subnet_network_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `IPSubnetNetworkRequest`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.subnet_id is not None:
        d0["SubnetId"] = o.subnet_id
    v0 = o.ip_subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.owner is not None:
                d2["Owner"] = x1.owner
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.version is not None:
                d2["Version"] = x1.version
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = write_health(v2, settle)
            v2 = x1.schema_version
            if v2 is not None:
                d2["SchemaVersion"] = write_version(v2, settle)
            v2 = x1.telemetry
            if v2 is not None:
                d2["Telemetry"] = write_telemetry(v2, settle)
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.ip_address_prefix is not None:
                d2["IpAddressPrefix"] = x1.ip_address_prefix
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.object_type is not None:
                d2["ObjectType"] = x1.object_type
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Policies"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["IpSubnets"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mac_pool(d: Any) -> Any:
    """A `MacPool` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = mac_pool_draft()
    n = 0
    if "Ranges" in d:
        n += 1
        v = d["Ranges"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_mac_range(x))
            v = r
        o.ranges = v
    else:
        o.ranges = None
    o.unknown_members = leftover(MacPool, d) if n != len(d) else None
    o.__class__ = MacPool
    return o


def write_mac_pool(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MacPool`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.ranges
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
        d0["Ranges"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_mac_range(d: Any) -> Any:
    """A `MacRange` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = mac_range_draft()
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


def write_mac_range(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `MacRange`."""
    d0: Any
    d0 = {}
    if o.start_mac_address is not None:
        d0["StartMacAddress"] = o.start_mac_address
    if o.end_mac_address is not None:
        d0["EndMacAddress"] = o.end_mac_address
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_network_setting_request(d: Any) -> Any:
    """A `ModifyNetworkSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_network_setting_request_draft()
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


def write_modify_network_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyNetworkSettingRequest`."""
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


def read_network_additional_params(d: Any) -> Any:
    """A `NetworkAdditionalParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_additional_params_draft()
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


def write_network_additional_params(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkAdditionalParams`."""
    d0: Any
    d0 = {}
    if o.ics_flags is not None:
        d0["ICSFlags"] = o.ics_flags
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_route(d: Any) -> Any:
    """A `Route` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = route_draft()
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


def write_route(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Route`."""
    d0: Any
    d0 = {}
    if o.next_hop is not None:
        d0["NextHop"] = o.next_hop
    if o.destination_prefix is not None:
        d0["DestinationPrefix"] = o.destination_prefix
    if o.metric is not None:
        d0["Metric"] = o.metric
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_subnet_policy(x))
            v = r
        o.policies = v
    else:
        o.policies = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_route(x))
            v = r
        o.routes = v
    else:
        o.routes = None
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


def write_subnet(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Subnet`."""
    d0: Any
    d2: Any
    r1: Any
    r3: Any
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
    if o.ip_address_prefix is not None:
        d0["IpAddressPrefix"] = o.ip_address_prefix
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_subnet_policy(x1, settle))
        d0["Policies"] = r1
    v0 = o.routes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.next_hop is not None:
                d2["NextHop"] = x1.next_hop
            if x1.destination_prefix is not None:
                d2["DestinationPrefix"] = x1.destination_prefix
            if x1.metric is not None:
                d2["Metric"] = x1.metric
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Routes"] = r1
    v0 = o.ip_subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.owner is not None:
                d2["Owner"] = x1.owner
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.version is not None:
                d2["Version"] = x1.version
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = write_health(v2, settle)
            v2 = x1.schema_version
            if v2 is not None:
                d2["SchemaVersion"] = write_version(v2, settle)
            v2 = x1.telemetry
            if v2 is not None:
                d2["Telemetry"] = write_telemetry(v2, settle)
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.ip_address_prefix is not None:
                d2["IpAddressPrefix"] = x1.ip_address_prefix
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.object_type is not None:
                d2["ObjectType"] = x1.object_type
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(plain(x3, settle))
                d2["Policies"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["IpSubnets"] = r1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_subnet_network_request(d: Any) -> Any:
    """A `SubnetNetworkRequest` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = subnet_network_request_draft()
    n = 0
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
    o.unknown_members = leftover(SubnetNetworkRequest, d) if n != len(d) else None
    o.__class__ = SubnetNetworkRequest
    return o


def write_subnet_network_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SubnetNetworkRequest`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    r5: Any
    d0 = {}
    v0 = o.subnets
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["ID"] = x1.id
            if x1.owner is not None:
                d2["Owner"] = x1.owner
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.version is not None:
                d2["Version"] = x1.version
            v2 = x1.additional_params
            if v2 is not None:
                d2["AdditionalParams"] = plain(v2, settle)
            v2 = x1.health
            if v2 is not None:
                d2["Health"] = write_health(v2, settle)
            v2 = x1.schema_version
            if v2 is not None:
                d2["SchemaVersion"] = write_version(v2, settle)
            v2 = x1.telemetry
            if v2 is not None:
                d2["Telemetry"] = write_telemetry(v2, settle)
            if x1.state is not None:
                d2["State"] = x1.state
            if x1.ip_address_prefix is not None:
                d2["IpAddressPrefix"] = x1.ip_address_prefix
            v2 = x1.policies
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_subnet_policy(x3, settle))
                d2["Policies"] = r3
            v2 = x1.routes
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.next_hop is not None:
                        d4["NextHop"] = x3.next_hop
                    if x3.destination_prefix is not None:
                        d4["DestinationPrefix"] = x3.destination_prefix
                    if x3.metric is not None:
                        d4["Metric"] = x3.metric
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["Routes"] = r3
            v2 = x1.ip_subnets
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.id is not None:
                        d4["ID"] = x3.id
                    if x3.owner is not None:
                        d4["Owner"] = x3.owner
                    if x3.name is not None:
                        d4["Name"] = x3.name
                    if x3.version is not None:
                        d4["Version"] = x3.version
                    v4 = x3.additional_params
                    if v4 is not None:
                        d4["AdditionalParams"] = plain(v4, settle)
                    v4 = x3.health
                    if v4 is not None:
                        d4["Health"] = write_health(v4, settle)
                    v4 = x3.schema_version
                    if v4 is not None:
                        d4["SchemaVersion"] = write_version(v4, settle)
                    v4 = x3.telemetry
                    if v4 is not None:
                        d4["Telemetry"] = write_telemetry(v4, settle)
                    if x3.state is not None:
                        d4["State"] = x3.state
                    if x3.ip_address_prefix is not None:
                        d4["IpAddressPrefix"] = x3.ip_address_prefix
                    v4 = x3.flags
                    if v4 is not None:
                        d4["Flags"] = v4 if settle is None else settle(v4)
                    if x3.object_type is not None:
                        d4["ObjectType"] = x3.object_type
                    v4 = x3.policies
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(plain(x5, settle))
                        d4["Policies"] = r5
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["IpSubnets"] = r3
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Subnets"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_telemetry(d: Any) -> Any:
    """A `Telemetry` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = telemetry_draft()
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


def write_telemetry(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Telemetry`."""
    d0: Any
    d0 = {}
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
