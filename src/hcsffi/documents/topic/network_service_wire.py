"""Reading and writing: queries, answers and notifications of the network service.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged, open_value, plain
from hcsffi.documents.topic.network_service import ApiSupport, Feature, Globals, HostComputeQuery, HostComputeQueryFlags, ModifyRequestType, ModifySettingRequest, ModifySettingResponse, NotificationBase, Response, SupportedFeatures, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

api_support_draft = draft(ApiSupport)
feature_draft = draft(Feature)
globals_draft = draft(Globals)
host_compute_query_draft = draft(HostComputeQuery)
modify_setting_request_draft = draft(ModifySettingRequest)
modify_setting_response_draft = draft(ModifySettingResponse)
notification_base_draft = draft(NotificationBase)
response_draft = draft(Response)
supported_features_draft = draft(SupportedFeatures)
version_draft = draft(Version)
known_host_compute_query_flags = HostComputeQueryFlags
known_modify_request_type = ModifyRequestType._value2member_map_.get
read_acl_features = later("hcsffi.documents.topic.filter_wire", "read_acl_features", globals())
read_health = later("hcsffi.documents.topic.network_wire", "read_health", globals())
read_telemetry = later("hcsffi.documents.topic.network_wire", "read_telemetry", globals())
write_acl_features = later("hcsffi.documents.topic.filter_wire", "write_acl_features", globals())
write_health = later("hcsffi.documents.topic.network_wire", "write_health", globals())
write_telemetry = later("hcsffi.documents.topic.network_wire", "write_telemetry", globals())


def read_api_support(d: Any) -> Any:
    """A `ApiSupport` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = api_support_draft()
    n = 0
    if "V1" in d:
        n += 1
        v = d["V1"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.v1 = v
    else:
        o.v1 = None
    if "V2" in d:
        n += 1
        v = d["V2"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.v2 = v
    else:
        o.v2 = None
    o.unknown_members = leftover(ApiSupport, d) if n != len(d) else None
    o.__class__ = ApiSupport
    return o


def write_api_support(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ApiSupport`."""
    d0: Any
    d0 = {}
    if o.v1 is not None:
        d0["V1"] = o.v1
    if o.v2 is not None:
        d0["V2"] = o.v2
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_feature(d: Any) -> Any:
    """A `Feature` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = feature_draft()
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
    if "Enabled" in d:
        n += 1
        v = d["Enabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enabled = v
    else:
        o.enabled = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(Feature, d) if n != len(d) or None in d.values() else None
    o.__class__ = Feature
    return o


def write_feature(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Feature`."""
    d0: Any
    d1: Any
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
        d1 = {}
        if v0.major is not None:
            d1["Major"] = v0.major
        if v0.minor is not None:
            d1["Minor"] = v0.minor
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SchemaVersion"] = d1
    v0 = o.telemetry
    if v0 is not None:
        d0["Telemetry"] = write_telemetry(v0, settle)
    if o.state is not None:
        d0["State"] = o.state
    if o.enabled is not None:
        d0["Enabled"] = o.enabled
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_globals(d: Any) -> Any:
    """A `Globals` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = globals_draft()
    n = 0
    if "Version" in d:
        n += 1
        v = d["Version"]
        if v is not None:
            v = read_version(v)
        o.version = v
    else:
        o.version = None
    o.unknown_members = leftover(Globals, d) if n != len(d) else None
    o.__class__ = Globals
    return o


def write_globals(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Globals`."""
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


def read_host_compute_query(d: Any) -> Any:
    """A `HostComputeQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = host_compute_query_draft()
    n = 0
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_host_compute_query_flags(v)
        elif v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "Filter" in d:
        n += 1
        v = d["Filter"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.filter = v
    else:
        o.filter = None
    o.unknown_members = leftover(HostComputeQuery, d) if n != len(d) else None
    o.__class__ = HostComputeQuery
    return o


def write_host_compute_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostComputeQuery`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.schema_version
    if v0 is not None:
        d1 = {}
        if v0.major is not None:
            d1["Major"] = v0.major
        if v0.minor is not None:
            d1["Minor"] = v0.minor
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["SchemaVersion"] = d1
    v0 = o.flags
    if v0 is not None:
        d0["Flags"] = v0 if settle is None else settle(v0)
    if o.filter is not None:
        d0["Filter"] = o.filter
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_setting_request(d: Any) -> Any:
    """A `ModifySettingRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_setting_request_draft()
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
    o.unknown_members = leftover(ModifySettingRequest, d) if n != len(d) else None
    o.__class__ = ModifySettingRequest
    return o


def write_modify_setting_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifySettingRequest`."""
    d0: Any
    d0 = {}
    if o.resource_uri is not None:
        d0["ResourceUri"] = o.resource_uri
    v0 = o.request_type
    if v0 is not None:
        d0["RequestType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modify_setting_response(d: Any) -> Any:
    """A `ModifySettingResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modify_setting_response_draft()
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
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(ModifySettingResponse, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModifySettingResponse
    return o


def write_modify_setting_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModifySettingResponse`."""
    d0: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    if o.error_code is not None:
        d0["ErrorCode"] = o.error_code
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_notification_base(d: Any) -> Any:
    """A `NotificationBase` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = notification_base_draft()
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
    if "Flags" in d:
        n += 1
        v = d["Flags"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.flags = v
    else:
        o.flags = None
    if "Data" in d:
        n += 1
        v = d["Data"]
        if v is not None:
            v = open_value(v)
        o.data = v
    else:
        o.data = None
    o.unknown_members = leftover(NotificationBase, d) if n != len(d) or None in d.values() else None
    o.__class__ = NotificationBase
    return o


def write_notification_base(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NotificationBase`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["ID"] = o.id
    if o.flags is not None:
        d0["Flags"] = o.flags
    v0 = o.data
    if v0 is not None:
        d0["Data"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_response(d: Any) -> Any:
    """A `Response` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = response_draft()
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
    o.unknown_members = leftover(Response, d) if n != len(d) else None
    o.__class__ = Response
    return o


def write_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Response`."""
    d0: Any
    d0 = {}
    if o.success is not None:
        d0["Success"] = o.success
    if o.error is not None:
        d0["Error"] = o.error
    if o.error_code is not None:
        d0["ErrorCode"] = o.error_code
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_supported_features(d: Any) -> Any:
    """A `SupportedFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = supported_features_draft()
    n = 0
    if "ACL" in d:
        n += 1
        v = d["ACL"]
        if v is not None:
            v = read_acl_features(v)
        o.acl = v
    else:
        o.acl = None
    if "API" in d:
        n += 1
        v = d["API"]
        if v is not None:
            v = read_api_support(v)
        o.api = v
    else:
        o.api = None
    if "RemoteSubnet" in d:
        n += 1
        v = d["RemoteSubnet"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.remote_subnet = v
    else:
        o.remote_subnet = None
    if "HostRoute" in d:
        n += 1
        v = d["HostRoute"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.host_route = v
    else:
        o.host_route = None
    if "DSR" in d:
        n += 1
        v = d["DSR"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.dsr = v
    else:
        o.dsr = None
    if "Slash32EndpointPrefixes" in d:
        n += 1
        v = d["Slash32EndpointPrefixes"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.slash32_endpoint_prefixes = v
    else:
        o.slash32_endpoint_prefixes = None
    if "AclSupportForProtocol252" in d:
        n += 1
        v = d["AclSupportForProtocol252"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_support_for_protocol252 = v
    else:
        o.acl_support_for_protocol252 = None
    if "SessionAffinity" in d:
        n += 1
        v = d["SessionAffinity"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.session_affinity = v
    else:
        o.session_affinity = None
    if "IPv6DualStack" in d:
        n += 1
        v = d["IPv6DualStack"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.ipv6_dual_stack = v
    else:
        o.ipv6_dual_stack = None
    if "SetPolicy" in d:
        n += 1
        v = d["SetPolicy"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.set_policy = v
    else:
        o.set_policy = None
    if "VxlanPort" in d:
        n += 1
        v = d["VxlanPort"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.vxlan_port = v
    else:
        o.vxlan_port = None
    if "L4Proxy" in d:
        n += 1
        v = d["L4Proxy"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.l4_proxy = v
    else:
        o.l4_proxy = None
    if "L4WfpProxy" in d:
        n += 1
        v = d["L4WfpProxy"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.l4_wfp_proxy = v
    else:
        o.l4_wfp_proxy = None
    if "TierAcl" in d:
        n += 1
        v = d["TierAcl"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.tier_acl = v
    else:
        o.tier_acl = None
    if "NetworkACL" in d:
        n += 1
        v = d["NetworkACL"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.network_acl = v
    else:
        o.network_acl = None
    if "NestedIpSet" in d:
        n += 1
        v = d["NestedIpSet"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.nested_ip_set = v
    else:
        o.nested_ip_set = None
    if "DisableHostPort" in d:
        n += 1
        v = d["DisableHostPort"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_host_port = v
    else:
        o.disable_host_port = None
    if "ModifyLoadbalancer" in d:
        n += 1
        v = d["ModifyLoadbalancer"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.modify_loadbalancer = v
    else:
        o.modify_loadbalancer = None
    if "Accelnet" in d:
        n += 1
        v = d["Accelnet"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.accelnet = v
    else:
        o.accelnet = None
    o.unknown_members = leftover(SupportedFeatures, d) if n != len(d) else None
    o.__class__ = SupportedFeatures
    return o


def write_supported_features(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SupportedFeatures`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.acl
    if v0 is not None:
        d0["ACL"] = write_acl_features(v0, settle)
    v0 = o.api
    if v0 is not None:
        d1 = {}
        if v0.v1 is not None:
            d1["V1"] = v0.v1
        if v0.v2 is not None:
            d1["V2"] = v0.v2
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["API"] = d1
    if o.remote_subnet is not None:
        d0["RemoteSubnet"] = o.remote_subnet
    if o.host_route is not None:
        d0["HostRoute"] = o.host_route
    if o.dsr is not None:
        d0["DSR"] = o.dsr
    if o.slash32_endpoint_prefixes is not None:
        d0["Slash32EndpointPrefixes"] = o.slash32_endpoint_prefixes
    if o.acl_support_for_protocol252 is not None:
        d0["AclSupportForProtocol252"] = o.acl_support_for_protocol252
    if o.session_affinity is not None:
        d0["SessionAffinity"] = o.session_affinity
    if o.ipv6_dual_stack is not None:
        d0["IPv6DualStack"] = o.ipv6_dual_stack
    if o.set_policy is not None:
        d0["SetPolicy"] = o.set_policy
    if o.vxlan_port is not None:
        d0["VxlanPort"] = o.vxlan_port
    if o.l4_proxy is not None:
        d0["L4Proxy"] = o.l4_proxy
    if o.l4_wfp_proxy is not None:
        d0["L4WfpProxy"] = o.l4_wfp_proxy
    if o.tier_acl is not None:
        d0["TierAcl"] = o.tier_acl
    if o.network_acl is not None:
        d0["NetworkACL"] = o.network_acl
    if o.nested_ip_set is not None:
        d0["NestedIpSet"] = o.nested_ip_set
    if o.disable_host_port is not None:
        d0["DisableHostPort"] = o.disable_host_port
    if o.modify_loadbalancer is not None:
        d0["ModifyLoadbalancer"] = o.modify_loadbalancer
    if o.accelnet is not None:
        d0["Accelnet"] = o.accelnet
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_version(d: Any) -> Any:
    """A `Version` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = version_draft()
    n = 0
    if "Major" in d:
        n += 1
        v = d["Major"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.major = v
    else:
        o.major = None
    if "Minor" in d:
        n += 1
        v = d["Minor"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.minor = v
    else:
        o.minor = None
    o.unknown_members = leftover(Version, d) if n != len(d) else None
    o.__class__ = Version
    return o


def write_version(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Version`."""
    d0: Any
    d0 = {}
    if o.major is not None:
        d0["Major"] = o.major
    if o.minor is not None:
        d0["Minor"] = o.minor
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.ApiSupport": (read_api_support, write_api_support),
    "hcn.Feature": (read_feature, write_feature),
    "hcn.Globals": (read_globals, write_globals),
    "hcn.HostComputeQuery": (read_host_compute_query, write_host_compute_query),
    "hcn.ModifySettingRequest": (read_modify_setting_request, write_modify_setting_request),
    "hcn.ModifySettingResponse": (read_modify_setting_response, write_modify_setting_response),
    "hcn.NotificationBase": (read_notification_base, write_notification_base),
    "hcn.Response": (read_response, write_response),
    "hcn.SupportedFeatures": (read_supported_features, write_supported_features),
    "hcn.Version": (read_version, write_version),
}
"""Reader and writer of each type, by published name."""
