"""Every answer of the service, read as the type the question selects: this is the one place that knows which."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from hcsffi.documents import hcs
from hcsffi.documents.wire import from_json, from_mapping, replace, wire_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

SYSTEM_PROPERTIES = {
    "Memory": "memory",
    "Statistics": "statistics",
    "ProcessList": "process_list",
    "TerminateOnLastHandleClosed": "terminate_on_last_handle_closed",
    "SharedMemoryRegion": "shared_memory_region_info",
    "GuestConnection": "guest_connection_info",
    "ICHeartbeatStatus": "ic_heartbeat_status",
    "SystemGUID": "system_guid",
}
"""Property type of a `SystemPropertyQuery` -> member of `Properties` that answers it."""

SERVICE_PROPERTIES = {
    "Basic": ("basic", "BasicInformation"),
    "CpuGroup": ("cpu_group", "CpuGroupConfigurations"),
    "ProcessorTopology": ("processor_topology", "ProcessorTopology"),
    "ContainerCredentialGuard": ("container_credential_guard", "ContainerCredentialGuardSystemInfo"),
    "QoSCapabilities": ("qos_capabilities", "QoSCapabilities"),
    "CacheMonitoring": ("cache_monitoring", "CacheQueryStatsResponse"),  # in the dumps up to Windows 10 2004
}
"""Property type of a `ServicePropertyQuery` -> member of `ServiceAnswers` and its type in `hcs`. Others (`Memory`) answer any JSON."""

NAMED_QUERIES = {"ProcessorCapabilities": "ProcessorCapabilitiesInfo"}
"""Name in `Queries` or `PropertyQueries` that is no property type -> type of `PropertyResponse.Response` in `hcs`."""


_NOTHING: Mapping[str, object] = MappingProxyType({})


class ServiceAnswers(NamedTuple):
    """What the service answered: a member for each property type whose answer has a type, `None` where it was not asked or not told.

    Args:
        basic: answers `Basic`.
        cpu_group: answers `CpuGroup`.
        processor_topology: answers `ProcessorTopology`.
        container_credential_guard: answers `ContainerCredentialGuard`.
        qos_capabilities: answers `QoSCapabilities`.
        cache_monitoring: answers `CacheMonitoring`.
        others: by property type, the answers nobody knows a type for, as they came.
        responses: by its name, the answer to each query, typed where a type is known; a query that failed is its `PropertyResponse`.
    """

    basic: hcs.BasicInformation | None = None
    cpu_group: hcs.CpuGroupConfigurations | None = None
    processor_topology: hcs.ProcessorTopology | None = None
    container_credential_guard: hcs.ContainerCredentialGuardSystemInfo | None = None
    qos_capabilities: hcs.QoSCapabilities | None = None
    cache_monitoring: hcs.CacheQueryStatsResponse | None = None
    others: Mapping[str, object] = _NOTHING
    responses: Mapping[str, object] = _NOTHING


def service_answers(asked: Sequence[str], text: bytes) -> ServiceAnswers:
    """The answer of HcsGetServiceProperties.

    Args:
        asked: the property types in the order of the query; the elements of the answer carry no names, only that order.
        text: the answer as it came; nothing is an empty answer.

    Raises:
        InvalidDocument: an element does not fit the type that was asked for.
    """
    read = from_json(hcs.ServiceProperties, text or b"{}")
    members: dict[str, Any] = {}
    others: dict[str, object] = {}
    for name, element in zip(asked, read.properties or (), strict=False):
        member, published = SERVICE_PROPERTIES.get(name, ("", ""))
        typed = _typed(published, element)
        if typed is element:
            others[name] = element
        else:
            members[member] = typed
    types = {name: published for name, (_, published) in SERVICE_PROPERTIES.items()} | NAMED_QUERIES
    responses = {name: _response(types.get(name, ""), answer) for name, answer in (read.property_responses or {}).items()}
    return ServiceAnswers(others=others, responses=responses)._replace(**members)


def system_properties(text: bytes) -> hcs.Properties:
    """The answer of HcsGetComputeSystemProperties; the `Response` of each named query has its type, where one is known.

    Args:
        text: the answer as it came; nothing is an empty answer.

    Raises:
        InvalidDocument: it is no such answer, or a response does not fit its type.
    """
    read = from_json(hcs.Properties, text or b"{}")
    if not read.property_responses:
        return read
    return replace(read, property_responses={name: _typed_response(name, one) for name, one in read.property_responses.items()})


def system_list(text: bytes) -> list[hcs.Properties]:
    """The answer of HcsEnumerateComputeSystems.

    Raises:
        InvalidDocument: it is no such answer.
    """
    return from_json(list[hcs.Properties], text or b"[]")


def process_status(text: bytes) -> hcs.ProcessStatus:
    """The answer of HcsGetProcessProperties, which is what the exit event of a process carries.

    Raises:
        InvalidDocument: it is no such answer.
    """
    return from_json(hcs.ProcessStatus, text)


def processor_requirements(text: bytes) -> hcs.VmProcessorRequirements:
    """The answer of HcsGetProcessorCompatibilityFromSavedState.

    Raises:
        InvalidDocument: it is no such answer.
    """
    return from_json(hcs.VmProcessorRequirements, text or b"{}")


def system_answer(properties: hcs.Properties, property_type: str) -> object:
    """The answer to one property type inside a `Properties` document; None where the service left it out or nobody knows the type."""
    member = SYSTEM_PROPERTIES.get(property_type)
    return getattr(properties, member, None) if member else None


def _typed_response(name: str, answer: hcs.PropertyResponse) -> hcs.PropertyResponse:
    if answer.response is None:
        return answer
    if name in SYSTEM_PROPERTIES:  # the answer of that property type, by another way of asking
        member = SYSTEM_PROPERTIES[name]
        read = from_mapping(hcs.Properties, {wire_names(hcs.Properties)[member]: answer.response})
        return replace(answer, response=getattr(read, member))
    return replace(answer, response=_typed(NAMED_QUERIES.get(name, ""), answer.response))


def _response(published: str, answer: hcs.PropertyResponse) -> object:
    return answer if answer.error is not None else _typed(published, answer.response)


def _typed(published: str, element: object) -> object:
    if not published or not isinstance(element, Mapping):
        return element
    return from_mapping(getattr(hcs, published), element)
