"""Reading and writing: questions to the compute service itself and changes of its settings.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, integer, known_text, later, leftover, merged, open_value, plain, selected, text_keys, text_of
from hcsffi.documents.topic.service import BasicInformation, CacheQueryStatsResponse, ContainerCredentialGuardAddInstanceRequest, ContainerCredentialGuardHvSocketServiceConfig, ContainerCredentialGuardInstance, ContainerCredentialGuardModifyOperation, ContainerCredentialGuardOperationRequest, ContainerCredentialGuardRemoveInstanceRequest, ContainerCredentialGuardState, ContainerCredentialGuardSystemInfo, ContainerCredentialGuardTransport, CreateGroupOperation, DeleteGroupOperation, FilteredPropertyQuery, GetPropertyType, HostProcessorModificationRequest, ModificationRequest, ModifyPropertyType, ModifyServiceOperation, QoSCapabilities, ServiceProperties, ServicePropertyQuery, Services, SetPropertyOperation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
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
    if type(d) is not dict:
        raise Mismatch
    o = new(basic_information_draft)
    n = 0
    if "SupportedSchemaVersions" in d:
        n += 1
        v = d["SupportedSchemaVersions"]
        if v is not None:
            v = [read_version(x) for x in array(v)]
        o.supported_schema_versions = v
    else:
        o.supported_schema_versions = None
    o.unknown_members = leftover(BasicInformation, d) if n != len(d) else None
    o.__class__ = BasicInformation
    return o


def write_basic_information(o: Any) -> dict[str, Any]:
    """The JSON object of a `BasicInformation`."""
    d: dict[str, Any] = {}
    v = o.supported_schema_versions
    if v is not None:
        d["SupportedSchemaVersions"] = [write_version(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_cache_query_stats_response(d: Any) -> Any:
    """A `CacheQueryStatsResponse` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(cache_query_stats_response_draft)
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


def write_cache_query_stats_response(o: Any) -> dict[str, Any]:
    """The JSON object of a `CacheQueryStatsResponse`."""
    d: dict[str, Any] = {}
    v = o.l3_occupancy_bytes
    if v is not None:
        d["L3OccupancyBytes"] = v
    v = o.l3_total_bw_bytes
    if v is not None:
        d["L3TotalBwBytes"] = v
    v = o.l3_local_bw_bytes
    if v is not None:
        d["L3LocalBwBytes"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_add_instance_request(d: Any) -> Any:
    """A `ContainerCredentialGuardAddInstanceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_add_instance_request_draft)
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


def write_container_credential_guard_add_instance_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardAddInstanceRequest`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.credential_spec
    if v is not None:
        d["CredentialSpec"] = v
    v = o.transport
    if v is not None:
        d["Transport"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_hv_socket_service_config(d: Any) -> Any:
    """A `ContainerCredentialGuardHvSocketServiceConfig` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_hv_socket_service_config_draft)
    n = 0
    if "ServiceId" in d:
        n += 1
        v = d["ServiceId"]
        if v is not None:
            v = guid_text(v)
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


def write_container_credential_guard_hv_socket_service_config(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardHvSocketServiceConfig`."""
    d: dict[str, Any] = {}
    v = o.service_id
    if v is not None:
        d["ServiceId"] = v
    v = o.service_config
    if v is not None:
        d["ServiceConfig"] = write_hv_socket_service_config(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_instance(d: Any) -> Any:
    """A `ContainerCredentialGuardInstance` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_instance_draft)
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


def write_container_credential_guard_instance(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardInstance`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.credential_guard
    if v is not None:
        d["CredentialGuard"] = write_container_credential_guard_state(v)
    v = o.hv_socket_config
    if v is not None:
        d["HvSocketConfig"] = write_container_credential_guard_hv_socket_service_config(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_operation_request(d: Any) -> Any:
    """A `ContainerCredentialGuardOperationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_operation_request_draft)
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


def write_container_credential_guard_operation_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardOperationRequest`."""
    d: dict[str, Any] = {}
    v = o.operation
    if v is not None:
        d["Operation"] = v if type(v) is str else text_of(v)
    v = o.operation_details
    if v is not None:
        d["OperationDetails"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_remove_instance_request(d: Any) -> Any:
    """A `ContainerCredentialGuardRemoveInstanceRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_remove_instance_request_draft)
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


def write_container_credential_guard_remove_instance_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardRemoveInstanceRequest`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_state(d: Any) -> Any:
    """A `ContainerCredentialGuardState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_state_draft)
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


def write_container_credential_guard_state(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardState`."""
    d: dict[str, Any] = {}
    v = o.cookie
    if v is not None:
        d["Cookie"] = v
    v = o.rpc_endpoint
    if v is not None:
        d["RpcEndpoint"] = v
    v = o.transport
    if v is not None:
        d["Transport"] = v if type(v) is str else text_of(v)
    v = o.credential_spec
    if v is not None:
        d["CredentialSpec"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_container_credential_guard_system_info(d: Any) -> Any:
    """A `ContainerCredentialGuardSystemInfo` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(container_credential_guard_system_info_draft)
    n = 0
    if "Instances" in d:
        n += 1
        v = d["Instances"]
        if v is not None:
            v = [read_container_credential_guard_instance(x) for x in array(v)]
        o.instances = v
    else:
        o.instances = None
    o.unknown_members = leftover(ContainerCredentialGuardSystemInfo, d) if n != len(d) else None
    o.__class__ = ContainerCredentialGuardSystemInfo
    return o


def write_container_credential_guard_system_info(o: Any) -> dict[str, Any]:
    """The JSON object of a `ContainerCredentialGuardSystemInfo`."""
    d: dict[str, Any] = {}
    v = o.instances
    if v is not None:
        d["Instances"] = [write_container_credential_guard_instance(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_create_group_operation(d: Any) -> Any:
    """A `CreateGroupOperation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(create_group_operation_draft)
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            v = guid_text(v)
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
            v = [integer(x, 0, 4294967295) for x in array(v)]
        o.logical_processors = v
    else:
        o.logical_processors = None
    o.unknown_members = leftover(CreateGroupOperation, d) if n != len(d) else None
    o.__class__ = CreateGroupOperation
    return o


def write_create_group_operation(o: Any) -> dict[str, Any]:
    """The JSON object of a `CreateGroupOperation`."""
    d: dict[str, Any] = {}
    v = o.group_id
    if v is not None:
        d["GroupId"] = v
    v = o.logical_processor_count
    if v is not None:
        d["LogicalProcessorCount"] = v
    v = o.logical_processors
    if v is not None:
        d["LogicalProcessors"] = [*v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_delete_group_operation(d: Any) -> Any:
    """A `DeleteGroupOperation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(delete_group_operation_draft)
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            v = guid_text(v)
        o.group_id = v
    else:
        o.group_id = None
    o.unknown_members = leftover(DeleteGroupOperation, d) if n != len(d) else None
    o.__class__ = DeleteGroupOperation
    return o


def write_delete_group_operation(o: Any) -> dict[str, Any]:
    """The JSON object of a `DeleteGroupOperation`."""
    d: dict[str, Any] = {}
    v = o.group_id
    if v is not None:
        d["GroupId"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_filtered_property_query(d: Any) -> Any:
    """A `FilteredPropertyQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(filtered_property_query_draft)
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


def write_filtered_property_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `FilteredPropertyQuery`."""
    d: dict[str, Any] = {}
    v = o.property_type
    if v is not None:
        d["PropertyType"] = v if type(v) is str else text_of(v)
    v = o.filter
    if v is not None:
        d["Filter"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_host_processor_modification_request(d: Any) -> Any:
    """A `HostProcessorModificationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(host_processor_modification_request_draft)
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


def write_host_processor_modification_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `HostProcessorModificationRequest`."""
    d: dict[str, Any] = {}
    v = o.operation
    if v is not None:
        d["Operation"] = v if type(v) is str else text_of(v)
    v = o.operation_details
    if v is not None:
        d["OperationDetails"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_modification_request(d: Any) -> Any:
    """A `ModificationRequest` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(modification_request_draft)
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


def write_modification_request(o: Any) -> dict[str, Any]:
    """The JSON object of a `ModificationRequest`."""
    d: dict[str, Any] = {}
    v = o.property_type
    if v is not None:
        d["PropertyType"] = v if type(v) is str else text_of(v)
    v = o.settings
    if v is not None:
        d["Settings"] = plain(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_qos_capabilities(d: Any) -> Any:
    """A `QoSCapabilities` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(qos_capabilities_draft)
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


def write_qos_capabilities(o: Any) -> dict[str, Any]:
    """The JSON object of a `QoSCapabilities`."""
    d: dict[str, Any] = {}
    v = o.processor_qos_supported
    if v is not None:
        d["ProcessorQoSSupported"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_service_property_query(d: Any) -> Any:
    """A `ServicePropertyQuery` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(service_property_query_draft)
    n = 0
    if "PropertyTypes" in d:
        n += 1
        v = d["PropertyTypes"]
        if v is not None:
            v = [known_text(x, known_get_property_type) for x in array(v)]
        o.property_types = v
    else:
        o.property_types = None
    if "PropertyQueries" in d:
        n += 1
        v = d["PropertyQueries"]
        if v is not None:
            v = {k: open_value(x) for k, x in text_keys(v)}
        o.property_queries = v
    else:
        o.property_queries = None
    if "FilteredQueries" in d:
        n += 1
        v = d["FilteredQueries"]
        if v is not None:
            v = [read_filtered_property_query(x) for x in array(v)]
        o.filtered_queries = v
    else:
        o.filtered_queries = None
    o.unknown_members = leftover(ServicePropertyQuery, d) if n != len(d) else None
    o.__class__ = ServicePropertyQuery
    return o


def write_service_property_query(o: Any) -> dict[str, Any]:
    """The JSON object of a `ServicePropertyQuery`."""
    d: dict[str, Any] = {}
    v = o.property_types
    if v is not None:
        d["PropertyTypes"] = [x if type(x) is str else text_of(x) for x in v]
    v = o.property_queries
    if v is not None:
        d["PropertyQueries"] = {k: plain(x) for k, x in v.items()}
    v = o.filtered_queries
    if v is not None:
        d["FilteredQueries"] = [write_filtered_property_query(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_service_properties(d: Any) -> Any:
    """A `ServiceProperties` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(service_properties_draft)
    n = 0
    if "Properties" in d:
        n += 1
        v = d["Properties"]
        if v is not None:
            v = [open_value(x) for x in array(v)]
        o.properties = v
    else:
        o.properties = None
    if "PropertyResponses" in d:
        n += 1
        v = d["PropertyResponses"]
        if v is not None:
            v = {k: read_property_response(x) for k, x in text_keys(v)}
        o.property_responses = v
    else:
        o.property_responses = None
    o.unknown_members = leftover(ServiceProperties, d) if n != len(d) else None
    o.__class__ = ServiceProperties
    return o


def write_service_properties(o: Any) -> dict[str, Any]:
    """The JSON object of a `ServiceProperties`."""
    d: dict[str, Any] = {}
    v = o.properties
    if v is not None:
        d["Properties"] = [plain(x) for x in v]
    v = o.property_responses
    if v is not None:
        d["PropertyResponses"] = {k: write_property_response(x) for k, x in v.items()}
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_services(d: Any) -> Any:
    """A `Services` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(services_draft)
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


def write_services(o: Any) -> dict[str, Any]:
    """The JSON object of a `Services`."""
    d: dict[str, Any] = {}
    v = o.heartbeat
    if v is not None:
        d["Heartbeat"] = write_heartbeat(v)
    v = o.shutdown
    if v is not None:
        d["Shutdown"] = write_shutdown(v)
    v = o.timesync
    if v is not None:
        d["Timesync"] = write_timesync(v)
    v = o.kvp_exchange
    if v is not None:
        d["KvpExchange"] = write_kvp_exchange(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_set_property_operation(d: Any) -> Any:
    """A `SetPropertyOperation` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(set_property_operation_draft)
    n = 0
    if "GroupId" in d:
        n += 1
        v = d["GroupId"]
        if v is not None:
            v = guid_text(v)
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


def write_set_property_operation(o: Any) -> dict[str, Any]:
    """The JSON object of a `SetPropertyOperation`."""
    d: dict[str, Any] = {}
    v = o.group_id
    if v is not None:
        d["GroupId"] = v
    v = o.property_code
    if v is not None:
        d["PropertyCode"] = v
    v = o.property_value
    if v is not None:
        d["PropertyValue"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


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
