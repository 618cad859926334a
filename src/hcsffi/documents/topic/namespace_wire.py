"""Reading and writing: network namespaces (compartments).

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain, selected
from hcsffi.documents.topic.namespace import HostComputeNamespace, ModifyNamespaceSettingRequest, ModifyNamespaceSettingResponse, NamespaceContainerRequest, NamespaceEndpointRequest, NamespaceResource, NamespaceResourceContainer, NamespaceResourceEndpoint, NamespaceResourceType, NamespaceType
from hcsffi.documents.topic.network_service import ModifyRequestType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

host_compute_namespace_draft = draft(HostComputeNamespace)
modify_namespace_setting_request_draft = draft(ModifyNamespaceSettingRequest)
modify_namespace_setting_response_draft = draft(ModifyNamespaceSettingResponse)
namespace_container_request_draft = draft(NamespaceContainerRequest)
namespace_endpoint_request_draft = draft(NamespaceEndpointRequest)
namespace_resource_draft = draft(NamespaceResource)
namespace_resource_container_draft = draft(NamespaceResourceContainer)
namespace_resource_endpoint_draft = draft(NamespaceResourceEndpoint)
known_modify_request_type = ModifyRequestType._value2member_map_.get
known_namespace_resource_type = NamespaceResourceType._value2member_map_.get
known_namespace_type = NamespaceType._value2member_map_.get
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
read_version = later("hcsffi.documents.topic.network_service_wire", "read_version", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())
write_version = later("hcsffi.documents.topic.network_service_wire", "write_version", globals())


def read_host_compute_namespace(d: Any) -> Any:
    """A `HostComputeNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_namespace_draft()
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
    if "NamespaceId" in d:
        n += 1
        v = d["NamespaceId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.namespace_id = v
    else:
        o.namespace_id = None
    if "NamespaceGuid" in d:
        n += 1
        v = d["NamespaceGuid"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.namespace_guid = v
    else:
        o.namespace_guid = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_namespace_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Resources" in d:
        n += 1
        v = d["Resources"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_namespace_resource(x))
            v = r
        o.resources = v
    else:
        o.resources = None
    o.unknown_members = leftover(HostComputeNamespace, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostComputeNamespace
    return o


def write_host_compute_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeNamespace`."""
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
    if o.namespace_id is not None:
        d0["NamespaceId"] = o.namespace_id
    if o.namespace_guid is not None:
        d0["NamespaceGuid"] = o.namespace_guid
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.resources
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            v2 = x1.data
            if v2 is not None:
                d2["Data"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Resources"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_namespace_setting_request(d: Any) -> Any:
    """A `ModifyNamespaceSettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_namespace_setting_request_draft()
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
            v = known_namespace_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.resource_type = v
    else:
        o.resource_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.ModifyNamespaceSettingRequest.Settings", d.get("ResourceType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModifyNamespaceSettingRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifyNamespaceSettingRequest
    return o


def write_modify_namespace_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyNamespaceSettingRequest`."""
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


def read_modify_namespace_setting_response(d: Any) -> Any:
    """A `ModifyNamespaceSettingResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_namespace_setting_response_draft()
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
    if "ErrorCode" in d:
        n += 1
        v = d["ErrorCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.error_code = v
    else:
        o.error_code = None
    if "CompartmentId" in d:
        n += 1
        v = d["CompartmentId"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.compartment_id = v
    else:
        o.compartment_id = None
    o.unknown_members = leftover(ModifyNamespaceSettingResponse, d) if n != len(d) else None
    o.__class__ = ModifyNamespaceSettingResponse
    return o


def write_modify_namespace_setting_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifyNamespaceSettingResponse`."""
    d0: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    if o.error_code is not None:
        d0["ErrorCode"] = o.error_code
    if o.compartment_id is not None:
        d0["CompartmentId"] = o.compartment_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_container_request(d: Any) -> Any:
    """A `NamespaceContainerRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_container_request_draft()
    n = 0
    if "ContainerId" in d:
        n += 1
        v = d["ContainerId"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.container_id = v
    else:
        o.container_id = None
    o.unknown_members = leftover(NamespaceContainerRequest, d) if n != len(d) else None
    o.__class__ = NamespaceContainerRequest
    return o


def write_namespace_container_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceContainerRequest`."""
    d0: Any
    d0 = {}
    if o.container_id is not None:
        d0["ContainerId"] = o.container_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_endpoint_request(d: Any) -> Any:
    """A `NamespaceEndpointRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_endpoint_request_draft()
    n = 0
    if "EndpointId" in d:
        n += 1
        v = d["EndpointId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.endpoint_id = v
    else:
        o.endpoint_id = None
    o.unknown_members = leftover(NamespaceEndpointRequest, d) if n != len(d) else None
    o.__class__ = NamespaceEndpointRequest
    return o


def write_namespace_endpoint_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceEndpointRequest`."""
    d0: Any
    d0 = {}
    if o.endpoint_id is not None:
        d0["EndpointId"] = o.endpoint_id
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
        if type(v) is str:
            v = known_namespace_resource_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = selected("hcn.NamespaceResource.Data", d.get("Type"), v)
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
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_resource_container(d: Any) -> Any:
    """A `NamespaceResourceContainer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_resource_container_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(NamespaceResourceContainer, d) if n != len(d) else None
    o.__class__ = NamespaceResourceContainer
    return o


def write_namespace_resource_container(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceResourceContainer`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_namespace_resource_endpoint(d: Any) -> Any:
    """A `NamespaceResourceEndpoint` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = namespace_resource_endpoint_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(NamespaceResourceEndpoint, d) if n != len(d) else None
    o.__class__ = NamespaceResourceEndpoint
    return o


def write_namespace_resource_endpoint(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NamespaceResourceEndpoint`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.HostComputeNamespace": (read_host_compute_namespace, write_host_compute_namespace),
    "hcn.ModifyNamespaceSettingRequest": (read_modify_namespace_setting_request, write_modify_namespace_setting_request),
    "hcn.ModifyNamespaceSettingResponse": (read_modify_namespace_setting_response, write_modify_namespace_setting_response),
    "hcn.NamespaceContainerRequest": (read_namespace_container_request, write_namespace_container_request),
    "hcn.NamespaceEndpointRequest": (read_namespace_endpoint_request, write_namespace_endpoint_request),
    "hcn.NamespaceResource": (read_namespace_resource, write_namespace_resource),
    "hcn.NamespaceResourceContainer": (read_namespace_resource_container, write_namespace_resource_container),
    "hcn.NamespaceResourceEndpoint": (read_namespace_resource_endpoint, write_namespace_resource_endpoint),
}
"""Reader and writer of each type, by published name."""
