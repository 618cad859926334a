"""Reading and writing: load balancers and routes.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, number_of, open_value, plain, texts
from hcsffi.documents.topic.filter import ProtocolType
from hcsffi.documents.topic.load_balancer import HostComputeLoadBalancer, HostComputePolicyList, HostComputeRoute, LoadBalancerDistribution, LoadBalancerFlags, LoadBalancerPortMapping, LoadBalancerPortMappingFlags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
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
    if type(d) is not dict:
        raise Mismatch
    o = new(host_compute_load_balancer_draft)
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
            v = [read_load_balancer_port_mapping(x) for x in array(v)]
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


def write_host_compute_load_balancer(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostComputeLoadBalancer`."""
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
    v = o.host_compute_network
    if v is not None:
        d["HostComputeNetwork"] = v
    v = o.host_compute_endpoints
    if v is not None:
        d["HostComputeEndpoints"] = [*v]
    v = o.source_vip
    if v is not None:
        d["SourceVIP"] = v
    v = o.frontend_vips
    if v is not None:
        d["FrontendVIPs"] = [*v]
    v = o.port_mappings
    if v is not None:
        d["PortMappings"] = [write_load_balancer_port_mapping(x) for x in v]
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_compute_policy_list(d: Any) -> Any:
    """A `HostComputePolicyList` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_compute_policy_list_draft)
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
            v = [open_value(x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    o.unknown_members = leftover(HostComputePolicyList, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputePolicyList
    return o


def write_host_compute_policy_list(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostComputePolicyList`."""
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
    v = o.references
    if v is not None:
        d["References"] = [*v]
    v = o.policies
    if v is not None:
        d["Policies"] = [plain(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_compute_route(d: Any) -> Any:
    """A `HostComputeRoute` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_compute_route_draft)
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
            v = [read_sdn_route_policy_setting(x) for x in array(v)]
        o.routes = v
    else:
        o.routes = None
    if "Setting" in d:
        n += 1
        v = d["Setting"]
        if v is not None:
            v = [read_sdn_route_policy_setting(x) for x in array(v)]
        o.setting = v
    else:
        o.setting = None
    o.unknown_members = leftover(HostComputeRoute, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeRoute
    return o


def write_host_compute_route(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostComputeRoute`."""
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
    v = o.host_compute_network
    if v is not None:
        d["HostComputeNetwork"] = v
    v = o.host_compute_endpoints
    if v is not None:
        d["HostComputeEndpoints"] = [*v]
    v = o.routes
    if v is not None:
        d["Routes"] = [write_sdn_route_policy_setting(x) for x in v]
    v = o.setting
    if v is not None:
        d["Setting"] = [write_sdn_route_policy_setting(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_load_balancer_port_mapping(d: Any) -> Any:
    """A `LoadBalancerPortMapping` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(load_balancer_port_mapping_draft)
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


def write_load_balancer_port_mapping(o: Any) -> dict[str, Any]:
    """The JSON object of a `LoadBalancerPortMapping`."""
    d: dict[str, Any] = {}
    v = o.protocol
    if v is not None:
        d["Protocol"] = v if type(v) is int else number_of(v)
    v = o.internal_port
    if v is not None:
        d["InternalPort"] = v
    v = o.external_port
    if v is not None:
        d["ExternalPort"] = v
    v = o.distribution_type
    if v is not None:
        d["DistributionType"] = v if type(v) is int else number_of(v)
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcn.HostComputeLoadBalancer": (read_host_compute_load_balancer, write_host_compute_load_balancer),
    "hcn.HostComputePolicyList": (read_host_compute_policy_list, write_host_compute_policy_list),
    "hcn.HostComputeRoute": (read_host_compute_route, write_host_compute_route),
    "hcn.LoadBalancerPortMapping": (read_load_balancer_port_mapping, write_load_balancer_port_mapping),
}
"""Reader and writer of each type, by published name."""
