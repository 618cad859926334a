"""Which member or type answers a question: system properties, service properties, queries by name."""

from __future__ import annotations

from hcsffi.documents.catalog import find
from hcsffi.documents.wire import from_mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hcsffi.documents.document import Document

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
    "Basic": "hcs.BasicInformation",
    "CpuGroup": "hcs.CpuGroupConfigurations",
    "ProcessorTopology": "hcs.ProcessorTopology",
    "ContainerCredentialGuard": "hcs.ContainerCredentialGuardSystemInfo",
    "QoSCapabilities": "hcs.QoSCapabilities",
    "CacheMonitoring": "hcs.CacheQueryStatsResponse",  # in the dumps up to Windows 10 2004
}
"""Property type of a `ServicePropertyQuery` -> type of the element that answers it. Others (`Memory`) answer any JSON."""

NAMED_QUERIES = {"ProcessorCapabilities": "hcs.ProcessorCapabilitiesInfo"}
"""Name in `Queries` or `PropertyQueries` -> type of `PropertyResponse.Response`."""


def system_answer(properties: Document, property_type: str) -> Any:
    """The answer to one property type inside a `Properties` document; None where the service left it out or nobody knows the type."""
    member = SYSTEM_PROPERTIES.get(property_type)
    return getattr(properties, member, None) if member else None


def service_answers(asked: Sequence[str], elements: Sequence[Any] | None) -> dict[str, Any]:
    """The elements of `ServiceProperties.Properties`, typed by what was asked.

    Args:
        asked: the property types in the order of the query.
        elements: the answer's elements; the service answers in that order.

    Returns:
        `{property type: document}`; an element whose type nobody knows stays as it came.

    Raises:
        InvalidDocument: an element does not fit the type that was asked for.
    """
    return {name: _typed(SERVICE_PROPERTIES.get(name), element) for name, element in zip(asked, elements or (), strict=False)}


def named_answers(responses: Mapping[str, Any] | None) -> dict[str, Any]:
    """The typed `Response` of each named query; a query that failed answers its whole `PropertyResponse`.

    Raises:
        InvalidDocument: a response does not fit its type.
    """
    answers = {}
    for name, response in (responses or {}).items():
        failed = getattr(response, "error", None) is not None
        answers[name] = response if failed else _typed(NAMED_QUERIES.get(name), getattr(response, "response", response))
    return answers


def _typed(name: str | None, element: Any) -> Any:
    if name is None or not isinstance(element, dict):
        return element
    return from_mapping(find(*name.split(".", 1)), element)
