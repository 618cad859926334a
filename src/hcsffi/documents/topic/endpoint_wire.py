"""Reading and writing: endpoints.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, number_of, open_value, plain, selected, text_of
from hcsffi.documents.topic.endpoint import EndpointAdditionalParams, EndpointFlags, EndpointResourceType, EndpointStats, HostComputeEndpoint, ModifyEndpointSettingRequest, VmEndpointRequest
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
endpoint_additional_params_draft = draft(EndpointAdditionalParams)
endpoint_stats_draft = draft(EndpointStats)
host_compute_endpoint_draft = draft(HostComputeEndpoint)
modify_endpoint_setting_request_draft = draft(ModifyEndpointSettingRequest)
vm_endpoint_request_draft = draft(VmEndpointRequest)
known_endpoint_flags = EndpointFlags
known_endpoint_resource_type = EndpointResourceType._value2member_map_.get
known_modify_request_type = ModifyRequestType._value2member_map_.get
read_dns = later("hcsffi.documents.topic.network_wire", "read_dns", globals())
read_endpoint_policy = later("hcsffi.documents.topic.policy_wire", "read_endpoint_policy", globals())
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_ip_config = later("hcsffi.documents.topic.network_wire", "read_ip_config", globals())
read_route = later("hcsffi.documents.topic.network_wire", "read_route", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_dns = later("hcsffi.documents.topic.network_wire", "write_dns", globals())
write_endpoint_policy = later("hcsffi.documents.topic.policy_wire", "write_endpoint_policy", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_ip_config = later("hcsffi.documents.topic.network_wire", "write_ip_config", globals())
write_route = later("hcsffi.documents.topic.network_wire", "write_route", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_endpoint_additional_params(d: Any) -> Any:
    """A `EndpointAdditionalParams` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(endpoint_additional_params_draft)
    n = 0
    if "SwitchId" in d:
        n += 1
        v = d["SwitchId"]
        if v is not None:
            v = guid_text(v)
        o.switch_id = v
    else:
        o.switch_id = None
    if "SwitchPortId" in d:
        n += 1
        v = d["SwitchPortId"]
        if v is not None:
            v = guid_text(v)
        o.switch_port_id = v
    else:
        o.switch_port_id = None
    o.unknown_members = leftover(EndpointAdditionalParams, d) if n != len(d) else None
    o.__class__ = EndpointAdditionalParams
    return o


def write_endpoint_additional_params(o: Any) -> dict[str, Any]:
    """The JSON object of a `EndpointAdditionalParams`."""
    d: dict[str, Any] = {}
    v = o.switch_id
    if v is not None:
        d["SwitchId"] = v
    v = o.switch_port_id
    if v is not None:
        d["SwitchPortId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_endpoint_stats(d: Any) -> Any:
    """A `EndpointStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(endpoint_stats_draft)
    n = 0
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
    o.unknown_members = leftover(EndpointStats, d) if n != len(d) else None
    o.__class__ = EndpointStats
    return o


def write_endpoint_stats(o: Any) -> dict[str, Any]:
    """The JSON object of a `EndpointStats`."""
    d: dict[str, Any] = {}
    v = o.endpoint_id
    if v is not None:
        d["EndpointId"] = v
    v = o.instance_id
    if v is not None:
        d["InstanceId"] = v
    v = o.bytes_received
    if v is not None:
        d["BytesReceived"] = v
    v = o.bytes_sent
    if v is not None:
        d["BytesSent"] = v
    v = o.packets_received
    if v is not None:
        d["PacketsReceived"] = v
    v = o.packets_sent
    if v is not None:
        d["PacketsSent"] = v
    v = o.dropped_packets_incoming
    if v is not None:
        d["DroppedPacketsIncoming"] = v
    v = o.dropped_packets_outgoing
    if v is not None:
        d["DroppedPacketsOutgoing"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_compute_endpoint(d: Any) -> Any:
    """A `HostComputeEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_compute_endpoint_draft)
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
        if v is not None:
            v = guid_text(v)
        o.host_compute_network = v
    else:
        o.host_compute_network = None
    if "HostComputeNamespace" in d:
        n += 1
        v = d["HostComputeNamespace"]
        if v is not None:
            v = guid_text(v)
        o.host_compute_namespace = v
    else:
        o.host_compute_namespace = None
    if "Policies" in d:
        n += 1
        v = d["Policies"]
        if v is not None:
            v = [read_endpoint_policy(x) for x in array(v)]
        o.policies = v
    else:
        o.policies = None
    if "IpConfigurations" in d:
        n += 1
        v = d["IpConfigurations"]
        if v is not None:
            v = [read_ip_config(x) for x in array(v)]
        o.ip_configurations = v
    else:
        o.ip_configurations = None
    if "Dns" in d:
        n += 1
        v = d["Dns"]
        if v is not None:
            v = read_dns(v)
        o.dns = v
    else:
        o.dns = None
    if "Routes" in d:
        n += 1
        v = d["Routes"]
        if v is not None:
            v = [read_route(x) for x in array(v)]
        o.routes = v
    else:
        o.routes = None
    if "MacAddress" in d:
        n += 1
        v = d["MacAddress"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.mac_address = v
    else:
        o.mac_address = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_endpoint_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    o.unknown_members = leftover(HostComputeEndpoint, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeEndpoint
    return o


def write_host_compute_endpoint(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostComputeEndpoint`."""
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
    v = o.host_compute_namespace
    if v is not None:
        d["HostComputeNamespace"] = v
    v = o.policies
    if v is not None:
        d["Policies"] = [write_endpoint_policy(x) for x in v]
    v = o.ip_configurations
    if v is not None:
        d["IpConfigurations"] = [write_ip_config(x) for x in v]
    v = o.dns
    if v is not None:
        d["Dns"] = write_dns(v)
    v = o.routes
    if v is not None:
        d["Routes"] = [write_route(x) for x in v]
    v = o.mac_address
    if v is not None:
        d["MacAddress"] = v
    v = o.flags
    if v is not None:
        d["Flags"] = v if type(v) is int else number_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modify_endpoint_setting_request(d: Any) -> Any:
    """A `ModifyEndpointSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modify_endpoint_setting_request_draft)
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
            v = known_endpoint_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyEndpointSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModifyEndpointSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyEndpointSettingRequest
    return o


def write_modify_endpoint_setting_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModifyEndpointSettingRequest`."""
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


def read_vm_endpoint_request(d: Any) -> Any:
    """A `VmEndpointRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(vm_endpoint_request_draft)
    n = 0
    if "PortId" in d:
        n += 1
        v = d["PortId"]
        if v is not None:
            v = guid_text(v)
        o.port_id = v
    else:
        o.port_id = None
    if "VirtualNicName" in d:
        n += 1
        v = d["VirtualNicName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.virtual_nic_name = v
    else:
        o.virtual_nic_name = None
    if "VirtualMachineId" in d:
        n += 1
        v = d["VirtualMachineId"]
        if v is not None:
            v = guid_text(v)
        o.virtual_machine_id = v
    else:
        o.virtual_machine_id = None
    o.unknown_members = leftover(VmEndpointRequest, d) if n != len(d) else None
    o.__class__ = VmEndpointRequest
    return o


def write_vm_endpoint_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `VmEndpointRequest`."""
    d: dict[str, Any] = {}
    v = o.port_id
    if v is not None:
        d["PortId"] = v
    v = o.virtual_nic_name
    if v is not None:
        d["VirtualNicName"] = v
    v = o.virtual_machine_id
    if v is not None:
        d["VirtualMachineId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcn.EndpointAdditionalParams": (read_endpoint_additional_params, write_endpoint_additional_params),
    "hcn.EndpointStats": (read_endpoint_stats, write_endpoint_stats),
    "hcn.HostComputeEndpoint": (read_host_compute_endpoint, write_host_compute_endpoint),
    "hcn.ModifyEndpointSettingRequest": (read_modify_endpoint_setting_request, write_modify_endpoint_setting_request),
    "hcn.VmEndpointRequest": (read_vm_endpoint_request, write_vm_endpoint_request),
}
"""Reader and writer of each type, by published name."""
