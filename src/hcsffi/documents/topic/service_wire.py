"""Reading and writing: questions to the compute service itself and changes of its settings.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, integer, known_text, later, leftover, merged, open_value, plain, selected
from hcsffi.documents.topic.service import BasicInformation, CacheQueryStatsResponse, ContainerCredentialGuardAddInstanceRequest, ContainerCredentialGuardHvSocketServiceConfig, ContainerCredentialGuardInstance, ContainerCredentialGuardModifyOperation, ContainerCredentialGuardOperationRequest, ContainerCredentialGuardRemoveInstanceRequest, ContainerCredentialGuardState, ContainerCredentialGuardSystemInfo, ContainerCredentialGuardTransport, CreateGroupOperation, DeleteGroupOperation, FilteredPropertyQuery, GetPropertyType, HostProcessorModificationRequest, ModificationRequest, ModifyPropertyType, ModifyServiceOperation, QoSCapabilities, ServiceProperties, ServicePropertyQuery, Services, SetPropertyOperation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

basic_information_draft = draft(BasicInformation)
cache_query_stats_response_draft = draft(CacheQueryStatsResponse)
container_credential_guard_add_instance_request_draft = draft(ContainerCredentialGuardAddInstanceRequest)
container_credential_guard_hv_socket_service_config_draft = draft(ContainerCredentialGuardHvSocketServiceConfig)
container_credential_guard_instance_draft = draft(ContainerCredentialGuardInstance)
container_credential_guard_operation_request_draft = draft(ContainerCredentialGuardOperationRequest)
container_credential_guard_remove_instance_request_draft = draft(ContainerCredentialGuardRemoveInstanceRequest)
container_credential_guard_state_draft = draft(ContainerCredentialGuardState)
container_credential_guard_system_info_draft = draft(ContainerCredentialGuardSystemInfo)
create_group_operation_draft = draft(CreateGroupOperation)
delete_group_operation_draft = draft(DeleteGroupOperation)
filtered_property_query_draft = draft(FilteredPropertyQuery)
host_processor_modification_request_draft = draft(HostProcessorModificationRequest)
modification_request_draft = draft(ModificationRequest)
qos_capabilities_draft = draft(QoSCapabilities)
service_property_query_draft = draft(ServicePropertyQuery)
service_properties_draft = draft(ServiceProperties)
services_draft = draft(Services)
set_property_operation_draft = draft(SetPropertyOperation)
known_container_credential_guard_modify_operation = ContainerCredentialGuardModifyOperation._value2member_map_.get
known_container_credential_guard_transport = ContainerCredentialGuardTransport._value2member_map_.get
known_get_property_type = GetPropertyType._value2member_map_.get
known_modify_property_type = ModifyPropertyType._value2member_map_.get
known_modify_service_operation = ModifyServiceOperation._value2member_map_.get
read_heartbeat = later("hcsffi.documents.topic.machine_wire", "read_heartbeat", globals())
read_hv_socket_service_config = later("hcsffi.documents.topic.container_wire", "read_hv_socket_service_config", globals())
read_kvp_exchange = later("hcsffi.documents.topic.machine_wire", "read_kvp_exchange", globals())
read_property_response = later("hcsffi.documents.topic.system_wire", "read_property_response", globals())
read_shutdown = later("hcsffi.documents.topic.machine_wire", "read_shutdown", globals())
read_timesync = later("hcsffi.documents.topic.machine_wire", "read_timesync", globals())
read_version = later("hcsffi.documents.topic.system_wire", "read_version", globals())
write_heartbeat = later("hcsffi.documents.topic.machine_wire", "write_heartbeat", globals())
write_hv_socket_service_config = later("hcsffi.documents.topic.container_wire", "write_hv_socket_service_config", globals())
write_kvp_exchange = later("hcsffi.documents.topic.machine_wire", "write_kvp_exchange", globals())
write_property_response = later("hcsffi.documents.topic.system_wire", "write_property_response", globals())
write_shutdown = later("hcsffi.documents.topic.machine_wire", "write_shutdown", globals())
write_timesync = later("hcsffi.documents.topic.machine_wire", "write_timesync", globals())
write_version = later("hcsffi.documents.topic.system_wire", "write_version", globals())


def read_basic_information(d: Any) -> Any:
    """A `BasicInformation` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = basic_information_draft()
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_version(x))
            v = r
        o.supported_schema_versions = v
    else:
        o.supported_schema_versions = None
    o.unknown_members = leftover(BasicInformation, d) if n != len(d) else None
    o.__class__ = BasicInformation
    return o


def write_basic_information(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `BasicInformation`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.supported_schema_versions
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_version(x1, settle))
        d0["SupportedSchemaVersions"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_cache_query_stats_response(d: Any) -> Any:
    """A `CacheQueryStatsResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = cache_query_stats_response_draft()
    n = 0
    if "L3OccupancyBytes" in d:
        n += 1
        v = d["L3OccupancyBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.l3_occupancy_bytes = v
    else:
        o.l3_occupancy_bytes = None
    if "L3TotalBwBytes" in d:
        n += 1
        v = d["L3TotalBwBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.l3_total_bw_bytes = v
    else:
        o.l3_total_bw_bytes = None
    if "L3LocalBwBytes" in d:
        n += 1
        v = d["L3LocalBwBytes"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.l3_local_bw_bytes = v
    else:
        o.l3_local_bw_bytes = None
    o.unknown_members = leftover(CacheQueryStatsResponse, d) if n != len(d) else None
    o.__class__ = CacheQueryStatsResponse
    return o


def write_cache_query_stats_response(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CacheQueryStatsResponse`."""
    d0: Any
    d0 = {}
    if o.l3_occupancy_bytes is not None:
        d0["L3OccupancyBytes"] = o.l3_occupancy_bytes
    if o.l3_total_bw_bytes is not None:
        d0["L3TotalBwBytes"] = o.l3_total_bw_bytes
    if o.l3_local_bw_bytes is not None:
        d0["L3LocalBwBytes"] = o.l3_local_bw_bytes
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_add_instance_request(d: Any) -> Any:
    """A `ContainerCredentialGuardAddInstanceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_add_instance_request_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "CredentialSpec" in d:
        n += 1
        v = d["CredentialSpec"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.credential_spec = v
    else:
        o.credential_spec = None
    if "Transport" in d:
        n += 1
        v = d["Transport"]
        if type(v) is str:
            v = known_container_credential_guard_transport(v, v)
        elif v is not None:
            raise Mismatch
        o.transport = v
    else:
        o.transport = None
    o.unknown_members = leftover(ContainerCredentialGuardAddInstanceRequest, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardAddInstanceRequest
    return o


def write_container_credential_guard_add_instance_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardAddInstanceRequest`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.credential_spec is not None:
        d0["CredentialSpec"] = o.credential_spec
    v0 = o.transport
    if v0 is not None:
        d0["Transport"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_hv_socket_service_config(d: Any) -> Any:
    """A `ContainerCredentialGuardHvSocketServiceConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_hv_socket_service_config_draft()
    n = 0
    if "ServiceId" in d:
        n += 1
        v = d["ServiceId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.service_id = v
    else:
        o.service_id = None
    if "ServiceConfig" in d:
        n += 1
        v = d["ServiceConfig"]
        if v is not None:
            v = read_hv_socket_service_config(v)
        o.service_config = v
    else:
        o.service_config = None
    o.unknown_members = leftover(ContainerCredentialGuardHvSocketServiceConfig, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardHvSocketServiceConfig
    return o


def write_container_credential_guard_hv_socket_service_config(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardHvSocketServiceConfig`."""
    d0: Any
    d0 = {}
    if o.service_id is not None:
        d0["ServiceId"] = o.service_id
    v0 = o.service_config
    if v0 is not None:
        d0["ServiceConfig"] = write_hv_socket_service_config(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_instance(d: Any) -> Any:
    """A `ContainerCredentialGuardInstance` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_instance_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "CredentialGuard" in d:
        n += 1
        v = d["CredentialGuard"]
        if v is not None:
            v = read_container_credential_guard_state(v)
        o.credential_guard = v
    else:
        o.credential_guard = None
    if "HvSocketConfig" in d:
        n += 1
        v = d["HvSocketConfig"]
        if v is not None:
            v = read_container_credential_guard_hv_socket_service_config(v)
        o.hv_socket_config = v
    else:
        o.hv_socket_config = None
    o.unknown_members = leftover(ContainerCredentialGuardInstance, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardInstance
    return o


def write_container_credential_guard_instance(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardInstance`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.credential_guard
    if v0 is not None:
        d1 = {}
        if v0.cookie is not None:
            d1["Cookie"] = v0.cookie
        if v0.rpc_endpoint is not None:
            d1["RpcEndpoint"] = v0.rpc_endpoint
        v1 = v0.transport
        if v1 is not None:
            d1["Transport"] = v1 if settle is None else settle(v1)
        if v0.credential_spec is not None:
            d1["CredentialSpec"] = v0.credential_spec
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["CredentialGuard"] = d1
    v0 = o.hv_socket_config
    if v0 is not None:
        d1 = {}
        if v0.service_id is not None:
            d1["ServiceId"] = v0.service_id
        v1 = v0.service_config
        if v1 is not None:
            d1["ServiceConfig"] = write_hv_socket_service_config(v1, settle)
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["HvSocketConfig"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_operation_request(d: Any) -> Any:
    """A `ContainerCredentialGuardOperationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_operation_request_draft()
    n = 0
    if "Operation" in d:
        n += 1
        v = d["Operation"]
        if type(v) is str:
            v = known_container_credential_guard_modify_operation(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "OperationDetails" in d:
        n += 1
        v = d["OperationDetails"]
        if v is not None:
            v = selected("hcs.ContainerCredentialGuardOperationRequest.OperationDetails", d.get("Operation"), v)
        o.operation_details = v
    else:
        o.operation_details = None
    o.unknown_members = leftover(ContainerCredentialGuardOperationRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ContainerCredentialGuardOperationRequest
    return o


def write_container_credential_guard_operation_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardOperationRequest`."""
    d0: Any
    d0 = {}
    v0 = o.operation
    if v0 is not None:
        d0["Operation"] = v0 if settle is None else settle(v0)
    v0 = o.operation_details
    if v0 is not None:
        d0["OperationDetails"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_remove_instance_request(d: Any) -> Any:
    """A `ContainerCredentialGuardRemoveInstanceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_remove_instance_request_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    o.unknown_members = leftover(ContainerCredentialGuardRemoveInstanceRequest, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardRemoveInstanceRequest
    return o


def write_container_credential_guard_remove_instance_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardRemoveInstanceRequest`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_state(d: Any) -> Any:
    """A `ContainerCredentialGuardState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_state_draft()
    n = 0
    if "Cookie" in d:
        n += 1
        v = d["Cookie"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.cookie = v
    else:
        o.cookie = None
    if "RpcEndpoint" in d:
        n += 1
        v = d["RpcEndpoint"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.rpc_endpoint = v
    else:
        o.rpc_endpoint = None
    if "Transport" in d:
        n += 1
        v = d["Transport"]
        if type(v) is str:
            v = known_container_credential_guard_transport(v, v)
        elif v is not None:
            raise Mismatch
        o.transport = v
    else:
        o.transport = None
    if "CredentialSpec" in d:
        n += 1
        v = d["CredentialSpec"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.credential_spec = v
    else:
        o.credential_spec = None
    o.unknown_members = leftover(ContainerCredentialGuardState, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardState
    return o


def write_container_credential_guard_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardState`."""
    d0: Any
    d0 = {}
    if o.cookie is not None:
        d0["Cookie"] = o.cookie
    if o.rpc_endpoint is not None:
        d0["RpcEndpoint"] = o.rpc_endpoint
    v0 = o.transport
    if v0 is not None:
        d0["Transport"] = v0 if settle is None else settle(v0)
    if o.credential_spec is not None:
        d0["CredentialSpec"] = o.credential_spec
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_container_credential_guard_system_info(d: Any) -> Any:
    """A `ContainerCredentialGuardSystemInfo` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = container_credential_guard_system_info_draft()
    n = 0
    if "Instances" in d:
        n += 1
        v = d["Instances"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_container_credential_guard_instance(x))
            v = r
        o.instances = v
    else:
        o.instances = None
    o.unknown_members = leftover(ContainerCredentialGuardSystemInfo, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardSystemInfo
    return o


def write_container_credential_guard_system_info(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ContainerCredentialGuardSystemInfo`."""
    d0: Any
    d2: Any
    d3: Any
    r1: Any
    d0 = {}
    v0 = o.instances
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["Id"] = x1.id
            v2 = x1.credential_guard
            if v2 is not None:
                d3 = {}
                if v2.cookie is not None:
                    d3["Cookie"] = v2.cookie
                if v2.rpc_endpoint is not None:
                    d3["RpcEndpoint"] = v2.rpc_endpoint
                v3 = v2.transport
                if v3 is not None:
                    d3["Transport"] = v3 if settle is None else settle(v3)
                if v2.credential_spec is not None:
                    d3["CredentialSpec"] = v2.credential_spec
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["CredentialGuard"] = d3
            v2 = x1.hv_socket_config
            if v2 is not None:
                d3 = {}
                if v2.service_id is not None:
                    d3["ServiceId"] = v2.service_id
                v3 = v2.service_config
                if v3 is not None:
                    d3["ServiceConfig"] = write_hv_socket_service_config(v3, settle)
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["HvSocketConfig"] = d3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Instances"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_create_group_operation(d: Any) -> Any:
    """A `CreateGroupOperation` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = create_group_operation_draft()
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.group_id = v
    else:
        o.group_id = None
    if "LogicalProcessorCount" in d:
        n += 1
        v = d["LogicalProcessorCount"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.logical_processor_count = v
    else:
        o.logical_processor_count = None
    if "LogicalProcessors" in d:
        n += 1
        v = d["LogicalProcessors"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(integer(x, 0, 4294967295))
            v = r
        o.logical_processors = v
    else:
        o.logical_processors = None
    o.unknown_members = leftover(CreateGroupOperation, d) if n != len(d) else None
    o.__class__ = CreateGroupOperation
    return o


def write_create_group_operation(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CreateGroupOperation`."""
    d0: Any
    d0 = {}
    if o.group_id is not None:
        d0["GroupId"] = o.group_id
    if o.logical_processor_count is not None:
        d0["LogicalProcessorCount"] = o.logical_processor_count
    v0 = o.logical_processors
    if v0 is not None:
        d0["LogicalProcessors"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_delete_group_operation(d: Any) -> Any:
    """A `DeleteGroupOperation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = delete_group_operation_draft()
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.group_id = v
    else:
        o.group_id = None
    o.unknown_members = leftover(DeleteGroupOperation, d) if n != len(d) else None
    o.__class__ = DeleteGroupOperation
    return o


def write_delete_group_operation(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `DeleteGroupOperation`."""
    d0: Any
    d0 = {}
    if o.group_id is not None:
        d0["GroupId"] = o.group_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_filtered_property_query(d: Any) -> Any:
    """A `FilteredPropertyQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = filtered_property_query_draft()
    n = 0
    if "PropertyType" in d:
        n += 1
        v = d["PropertyType"]
        if type(v) is str:
            v = known_get_property_type(v, v)
        elif v is not None:
            raise Mismatch
        o.property_type = v
    else:
        o.property_type = None
    if "Filter" in d:
        n += 1
        v = d["Filter"]
        if v is not None:
            v = open_value(v)
        o.filter = v
    else:
        o.filter = None
    o.unknown_members = leftover(FilteredPropertyQuery, d) if n != len(d) or None in d.values() else None
    o.__class__ = FilteredPropertyQuery
    return o


def write_filtered_property_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FilteredPropertyQuery`."""
    d0: Any
    d0 = {}
    v0 = o.property_type
    if v0 is not None:
        d0["PropertyType"] = v0 if settle is None else settle(v0)
    v0 = o.filter
    if v0 is not None:
        d0["Filter"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_host_processor_modification_request(d: Any) -> Any:
    """A `HostProcessorModificationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = host_processor_modification_request_draft()
    n = 0
    if "Operation" in d:
        n += 1
        v = d["Operation"]
        if type(v) is str:
            v = known_modify_service_operation(v, v)
        elif v is not None:
            raise Mismatch
        o.operation = v
    else:
        o.operation = None
    if "OperationDetails" in d:
        n += 1
        v = d["OperationDetails"]
        if v is not None:
            v = selected("hcs.HostProcessorModificationRequest.OperationDetails", d.get("Operation"), v)
        o.operation_details = v
    else:
        o.operation_details = None
    o.unknown_members = leftover(HostProcessorModificationRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = HostProcessorModificationRequest
    return o


def write_host_processor_modification_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `HostProcessorModificationRequest`."""
    d0: Any
    d0 = {}
    v0 = o.operation
    if v0 is not None:
        d0["Operation"] = v0 if settle is None else settle(v0)
    v0 = o.operation_details
    if v0 is not None:
        d0["OperationDetails"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_modification_request(d: Any) -> Any:
    """A `ModificationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = modification_request_draft()
    n = 0
    if "PropertyType" in d:
        n += 1
        v = d["PropertyType"]
        if type(v) is str:
            v = known_modify_property_type(v, v)
        elif v is not None:
            raise Mismatch
        o.property_type = v
    else:
        o.property_type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcs.ModificationRequest.Settings", d.get("PropertyType"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(ModificationRequest, d) if n != len(d) or None in d.values() else None
    o.__class__ = ModificationRequest
    return o


def write_modification_request(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ModificationRequest`."""
    d0: Any
    d0 = {}
    v0 = o.property_type
    if v0 is not None:
        d0["PropertyType"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_qos_capabilities(d: Any) -> Any:
    """A `QoSCapabilities` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = qos_capabilities_draft()
    n = 0
    if "ProcessorQoSSupported" in d:
        n += 1
        v = d["ProcessorQoSSupported"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.processor_qos_supported = v
    else:
        o.processor_qos_supported = None
    o.unknown_members = leftover(QoSCapabilities, d) if n != len(d) else None
    o.__class__ = QoSCapabilities
    return o


def write_qos_capabilities(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `QoSCapabilities`."""
    d0: Any
    d0 = {}
    if o.processor_qos_supported is not None:
        d0["ProcessorQoSSupported"] = o.processor_qos_supported
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_service_property_query(d: Any) -> Any:
    """A `ServicePropertyQuery` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = service_property_query_draft()
    n = 0
    if "PropertyTypes" in d:
        n += 1
        v = d["PropertyTypes"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(known_text(x, known_get_property_type))
            v = r
        o.property_types = v
    else:
        o.property_types = None
    if "PropertyQueries" in d:
        n += 1
        v = d["PropertyQueries"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = open_value(x)
            v = r
        o.property_queries = v
    else:
        o.property_queries = None
    if "FilteredQueries" in d:
        n += 1
        v = d["FilteredQueries"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_filtered_property_query(x))
            v = r
        o.filtered_queries = v
    else:
        o.filtered_queries = None
    o.unknown_members = leftover(ServicePropertyQuery, d) if n != len(d) else None
    o.__class__ = ServicePropertyQuery
    return o


def write_service_property_query(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ServicePropertyQuery`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.property_types
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(x1 if settle is None else settle(x1))
        d0["PropertyTypes"] = r1
    v0 = o.property_queries
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            r1[k1] = plain(x1, settle)
        d0["PropertyQueries"] = r1
    v0 = o.filtered_queries
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.property_type
            if v2 is not None:
                d2["PropertyType"] = v2 if settle is None else settle(v2)
            v2 = x1.filter
            if v2 is not None:
                d2["Filter"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["FilteredQueries"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_service_properties(d: Any) -> Any:
    """A `ServiceProperties` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = service_properties_draft()
    n = 0
    if "Properties" in d:
        n += 1
        v = d["Properties"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(open_value(x))
            v = r
        o.properties = v
    else:
        o.properties = None
    if "PropertyResponses" in d:
        n += 1
        v = d["PropertyResponses"]
        if v is not None:
            if type(v) is not dict:
                raise Mismatch
            r = {}
            for k, x in v.items():
                if type(k) is not str:
                    raise Mismatch
                r[k] = read_property_response(x)
            v = r
        o.property_responses = v
    else:
        o.property_responses = None
    o.unknown_members = leftover(ServiceProperties, d) if n != len(d) else None
    o.__class__ = ServiceProperties
    return o


def write_service_properties(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ServiceProperties`."""
    d0: Any
    r1: Any
    d0 = {}
    v0 = o.properties
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(plain(x1, settle))
        d0["Properties"] = r1
    v0 = o.property_responses
    if v0 is not None:
        r1 = {}
        for k1, x1 in v0.items():
            r1[k1] = write_property_response(x1, settle)
        d0["PropertyResponses"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_services(d: Any) -> Any:
    """A `Services` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = services_draft()
    n = 0
    if "Heartbeat" in d:
        n += 1
        v = d["Heartbeat"]
        if v is not None:
            v = read_heartbeat(v)
        o.heartbeat = v
    else:
        o.heartbeat = None
    if "Shutdown" in d:
        n += 1
        v = d["Shutdown"]
        if v is not None:
            v = read_shutdown(v)
        o.shutdown = v
    else:
        o.shutdown = None
    if "Timesync" in d:
        n += 1
        v = d["Timesync"]
        if v is not None:
            v = read_timesync(v)
        o.timesync = v
    else:
        o.timesync = None
    if "KvpExchange" in d:
        n += 1
        v = d["KvpExchange"]
        if v is not None:
            v = read_kvp_exchange(v)
        o.kvp_exchange = v
    else:
        o.kvp_exchange = None
    o.unknown_members = leftover(Services, d) if n != len(d) else None
    o.__class__ = Services
    return o


def write_services(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Services`."""
    d0: Any
    d0 = {}
    v0 = o.heartbeat
    if v0 is not None:
        d0["Heartbeat"] = write_heartbeat(v0, settle)
    v0 = o.shutdown
    if v0 is not None:
        d0["Shutdown"] = write_shutdown(v0, settle)
    v0 = o.timesync
    if v0 is not None:
        d0["Timesync"] = write_timesync(v0, settle)
    v0 = o.kvp_exchange
    if v0 is not None:
        d0["KvpExchange"] = write_kvp_exchange(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_set_property_operation(d: Any) -> Any:
    """A `SetPropertyOperation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = set_property_operation_draft()
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.group_id = v
    else:
        o.group_id = None
    if "PropertyCode" in d:
        n += 1
        v = d["PropertyCode"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.property_code = v
    else:
        o.property_code = None
    if "PropertyValue" in d:
        n += 1
        v = d["PropertyValue"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.property_value = v
    else:
        o.property_value = None
    o.unknown_members = leftover(SetPropertyOperation, d) if n != len(d) else None
    o.__class__ = SetPropertyOperation
    return o


def write_set_property_operation(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `SetPropertyOperation`."""
    d0: Any
    d0 = {}
    if o.group_id is not None:
        d0["GroupId"] = o.group_id
    if o.property_code is not None:
        d0["PropertyCode"] = o.property_code
    if o.property_value is not None:
        d0["PropertyValue"] = o.property_value
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.BasicInformation": (read_basic_information, write_basic_information),
    "hcs.CacheQueryStatsResponse": (read_cache_query_stats_response, write_cache_query_stats_response),
    "hcs.ContainerCredentialGuardAddInstanceRequest": (read_container_credential_guard_add_instance_request, write_container_credential_guard_add_instance_request),
    "hcs.ContainerCredentialGuardHvSocketServiceConfig": (read_container_credential_guard_hv_socket_service_config, write_container_credential_guard_hv_socket_service_config),
    "hcs.ContainerCredentialGuardInstance": (read_container_credential_guard_instance, write_container_credential_guard_instance),
    "hcs.ContainerCredentialGuardOperationRequest": (read_container_credential_guard_operation_request, write_container_credential_guard_operation_request),
    "hcs.ContainerCredentialGuardRemoveInstanceRequest": (read_container_credential_guard_remove_instance_request, write_container_credential_guard_remove_instance_request),
    "hcs.ContainerCredentialGuardState": (read_container_credential_guard_state, write_container_credential_guard_state),
    "hcs.ContainerCredentialGuardSystemInfo": (read_container_credential_guard_system_info, write_container_credential_guard_system_info),
    "hcs.CreateGroupOperation": (read_create_group_operation, write_create_group_operation),
    "hcs.DeleteGroupOperation": (read_delete_group_operation, write_delete_group_operation),
    "hcs.FilteredPropertyQuery": (read_filtered_property_query, write_filtered_property_query),
    "hcs.HostProcessorModificationRequest": (read_host_processor_modification_request, write_host_processor_modification_request),
    "hcs.ModificationRequest": (read_modification_request, write_modification_request),
    "hcs.QoSCapabilities": (read_qos_capabilities, write_qos_capabilities),
    "hcs.Service_PropertyQuery": (read_service_property_query, write_service_property_query),
    "hcs.ServiceProperties": (read_service_properties, write_service_properties),
    "hcs.Services": (read_services, write_services),
    "hcs.SetPropertyOperation": (read_set_property_operation, write_set_property_operation),
}
"""Reader and writer of each type, by published name."""
