"""Reading and writing: endpoints.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected
from hcsffi.documents.topic.endpoint import EndpointAdditionalParams, EndpointFlags, EndpointResourceType, EndpointStats, HostComputeEndpoint, ModifyEndpointSettingRequest, VmEndpointRequest
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = endpoint_additional_params_draft()
    n = 0
    if "SwitchId" in d:
        n += 1
        v = d["SwitchId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.switch_id = v
    else:
        o.switch_id = None
    if "SwitchPortId" in d:
        n += 1
        v = d["SwitchPortId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.switch_port_id = v
    else:
        o.switch_port_id = None
    o.unknown_members = leftover(EndpointAdditionalParams, d) if n != len(d) else None
    o.__class__ = EndpointAdditionalParams
    return o


def write_endpoint_additional_params(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointAdditionalParams`."""
    d0: Any
    d0 = {}
    if o.switch_id is not None:
        d0["SwitchId"] = o.switch_id
    if o.switch_port_id is not None:
        d0["SwitchPortId"] = o.switch_port_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_endpoint_stats(d: Any) -> Any:
    """A `EndpointStats` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = endpoint_stats_draft()
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


def write_endpoint_stats(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointStats`."""
    d0: Any
    d0 = {}
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
    if o.instance_id is not None:
        d0["InstanceId"] = o.instance_id
    if o.bytes_received is not None:
        d0["BytesReceived"] = o.bytes_received
    if o.bytes_sent is not None:
        d0["BytesSent"] = o.bytes_sent
    if o.packets_received is not None:
        d0["PacketsReceived"] = o.packets_received
    if o.packets_sent is not None:
        d0["PacketsSent"] = o.packets_sent
    if o.dropped_packets_incoming is not None:
        d0["DroppedPacketsIncoming"] = o.dropped_packets_incoming
    if o.dropped_packets_outgoing is not None:
        d0["DroppedPacketsOutgoing"] = o.dropped_packets_outgoing
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_host_compute_endpoint(d: Any) -> Any:
    """A `HostComputeEndpoint` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_endpoint_draft()
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
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.host_compute_network = v
    else:
        o.host_compute_network = None
    if "HostComputeNamespace" in d:
        n += 1
        v = d["HostComputeNamespace"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.host_compute_namespace = v
    else:
        o.host_compute_namespace = None
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
    if "IpConfigurations" in d:
        n += 1
        v = d["IpConfigurations"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_ip_config(x))
            v = r
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_route(x))
            v = r
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


def write_host_compute_endpoint(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeEndpoint`."""
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
    if o.host_compute_namespace is not None:
        d0["HostComputeNamespace"] = o.host_compute_namespace
    v0 = o.policies
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_endpoint_policy(x1, settle))
        d0["Policies"] = r1
    v0 = o.ip_configurations
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_ip_config(x1, settle))
        d0["IpConfigurations"] = r1
    v0 = o.dns
    if v0 is not None:
        d0["Dns"] = write_dns(v0, settle)
    v0 = o.routes
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_route(x1, settle))
        d0["Routes"] = r1
    if o.mac_address is not None:
        d0["MacAddress"] = o.mac_address
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_endpoint_setting_request(d: Any) -> Any:
    """A `ModifyEndpointSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_endpoint_setting_request_draft()
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


def write_modify_endpoint_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyEndpointSettingRequest`."""
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


def read_vm_endpoint_request(d: Any) -> Any:
    """A `VmEndpointRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = vm_endpoint_request_draft()
    n = 0
    if "PortId" in d:
        n += 1
        v = d["PortId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.virtual_machine_id = v
    else:
        o.virtual_machine_id = None
    o.unknown_members = leftover(VmEndpointRequest, d) if n != len(d) else None
    o.__class__ = VmEndpointRequest
    return o


def write_vm_endpoint_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `VmEndpointRequest`."""
    d0: Any
    d0 = {}
    if o.port_id is not None:
        d0["PortId"] = o.port_id
    if o.virtual_nic_name is not None:
        d0["VirtualNicName"] = o.virtual_nic_name
    if o.virtual_machine_id is not None:
        d0["VirtualMachineId"] = o.virtual_machine_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.EndpointAdditionalParams": (read_endpoint_additional_params, write_endpoint_additional_params),
    "hcn.EndpointStats": (read_endpoint_stats, write_endpoint_stats),
    "hcn.HostComputeEndpoint": (read_host_compute_endpoint, write_host_compute_endpoint),
    "hcn.ModifyEndpointSettingRequest": (read_modify_endpoint_setting_request, write_modify_endpoint_setting_request),
    "hcn.VmEndpointRequest": (read_vm_endpoint_request, write_vm_endpoint_request),
}
"""Reader and writer of each type, by published name."""
