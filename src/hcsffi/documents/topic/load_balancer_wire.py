"""Reading and writing: load balancers and routes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, texts
from hcsffi.documents.topic.filter import ProtocolType
from hcsffi.documents.topic.load_balancer import HostComputeLoadBalancer, HostComputePolicyList, HostComputeRoute, LoadBalancerDistribution, LoadBalancerFlags, LoadBalancerPortMapping, LoadBalancerPortMappingFlags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

host_compute_load_balancer_draft = draft(HostComputeLoadBalancer)
host_compute_policy_list_draft = draft(HostComputePolicyList)
host_compute_route_draft = draft(HostComputeRoute)
load_balancer_port_mapping_draft = draft(LoadBalancerPortMapping)
known_load_balancer_distribution = LoadBalancerDistribution._value2member_map_.get
known_load_balancer_flags = LoadBalancerFlags
known_load_balancer_port_mapping_flags = LoadBalancerPortMappingFlags
known_protocol_type = ProtocolType._value2member_map_.get
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_sdn_route_policy_setting = later("hcsffi.documents.topic.policy_wire", "read_sdn_route_policy_setting", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_sdn_route_policy_setting = later("hcsffi.documents.topic.policy_wire", "write_sdn_route_policy_setting", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_host_compute_load_balancer(d: Any) -> Any:
    """A `HostComputeLoadBalancer` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_load_balancer_draft()
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
    if "HostComputeNetwork" in d:
        n += 1
        v = d["HostComputeNetwork"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_compute_network = v
    else:
        o.host_compute_network = None
    if "HostComputeEndpoints" in d:
        n += 1
        v = d["HostComputeEndpoints"]
        if v is not None:
            v = texts(v)
        o.host_compute_endpoints = v
    else:
        o.host_compute_endpoints = None
    if "SourceVIP" in d:
        n += 1
        v = d["SourceVIP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.source_vip = v
    else:
        o.source_vip = None
    if "FrontendVIPs" in d:
        n += 1
        v = d["FrontendVIPs"]
        if v is not None:
            v = texts(v)
        o.frontend_vips = v
    else:
        o.frontend_vips = None
    if "PortMappings" in d:
        n += 1
        v = d["PortMappings"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_load_balancer_port_mapping(x))
            v = r
        o.port_mappings = v
    else:
        o.port_mappings = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_load_balancer_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(HostComputeLoadBalancer, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeLoadBalancer
    return o


def write_host_compute_load_balancer(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeLoadBalancer`."""
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
    if o.host_compute_network is not None:
        d0["HostComputeNetwork"] = o.host_compute_network
    v0 = o.host_compute_endpoints
    if v0 is not None:
        d0["HostComputeEndpoints"] = [*v0]
    if o.source_vip is not None:
        d0["SourceVIP"] = o.source_vip
    v0 = o.frontend_vips
    if v0 is not None:
        d0["FrontendVIPs"] = [*v0]
    v0 = o.port_mappings
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.protocol
            if v2 is not None:
                d2["Protocol"] = v2 if settle is None else settle(v2)
            if x1.internal_port is not None:
                d2["InternalPort"] = x1.internal_port
            if x1.external_port is not None:
                d2["ExternalPort"] = x1.external_port
            v2 = x1.distribution_type
            if v2 is not None:
                d2["DistributionType"] = v2 if settle is None else settle(v2)
            v2 = x1.flags
            if v2 is not None:
                d2["Flags"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["PortMappings"] = r1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_host_compute_policy_list(d: Any) -> Any:
    """A `HostComputePolicyList` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_policy_list_draft()
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
                r.append(open_value(x))
            v = r
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(HostComputePolicyList, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputePolicyList
    return o


def write_host_compute_policy_list(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputePolicyList`."""
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


def read_host_compute_route(d: Any) -> Any:
    """A `HostComputeRoute` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_route_draft()
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
    if "HostComputeNetwork" in d:
        n += 1
        v = d["HostComputeNetwork"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.host_compute_network = v
    else:
        o.host_compute_network = None
    if "HostComputeEndpoints" in d:
        n += 1
        v = d["HostComputeEndpoints"]
        if v is not None:
            v = texts(v)
        o.host_compute_endpoints = v
    else:
        o.host_compute_endpoints = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_sdn_route_policy_setting(x))
            v = r
        o.routes = v
    else:
        o.routes = None
    if "Setting" in d:
        n += 1
        v = d["Setting"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_sdn_route_policy_setting(x))
            v = r
        o.setting = v
    else:
        o.setting = None
    o.unknown_members = leftover(HostComputeRoute, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeRoute
    return o


def write_host_compute_route(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeRoute`."""
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
    if o.host_compute_network is not None:
        d0["HostComputeNetwork"] = o.host_compute_network
    v0 = o.host_compute_endpoints
    if v0 is not None:
        d0["HostComputeEndpoints"] = [*v0]
    v0 = o.routes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_sdn_route_policy_setting(x1, settle))
        d0["Routes"] = r1
    v0 = o.setting
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_sdn_route_policy_setting(x1, settle))
        d0["Setting"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_load_balancer_port_mapping(d: Any) -> Any:
    """A `LoadBalancerPortMapping` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = load_balancer_port_mapping_draft()
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
    if "DistributionType" in d:
        n += 1
        v = d["DistributionType"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_load_balancer_distribution(v, v)
        elif v is not None:
            raise Mismatch
        o.distribution_type = v
    else:
        o.distribution_type = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_load_balancer_port_mapping_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(LoadBalancerPortMapping, d) if n != len(d) else None
    o.__class__ = LoadBalancerPortMapping
    return o


def write_load_balancer_port_mapping(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LoadBalancerPortMapping`."""
    d0: Any
    d0 = {}
    v0 = o.protocol
    if v0 is not None:
        d0["Protocol"] = v0 if settle is None else settle(v0)
    if o.internal_port is not None:
        d0["InternalPort"] = o.internal_port
    if o.external_port is not None:
        d0["ExternalPort"] = o.external_port
    v0 = o.distribution_type
    if v0 is not None:
        d0["DistributionType"] = v0 if settle is None else settle(v0)
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.HostComputeLoadBalancer": (read_host_compute_load_balancer, write_host_compute_load_balancer),
    "hcn.HostComputePolicyList": (read_host_compute_policy_list, write_host_compute_policy_list),
    "hcn.HostComputeRoute": (read_host_compute_route, write_host_compute_route),
    "hcn.LoadBalancerPortMapping": (read_load_balancer_port_mapping, write_load_balancer_port_mapping),
}
"""Reader and writer of each type, by published name."""
