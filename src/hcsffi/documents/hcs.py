"""Every type of the compute schema, by name. A type's topic loads when the type is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find, named

if TYPE_CHECKING:
    from hcsffi.documents.topic.container import *
    from hcsffi.documents.topic.container_mapping import *
    from hcsffi.documents.topic.container_namespace import *
    from hcsffi.documents.topic.cpu_group import *
    from hcsffi.documents.topic.crash import *
    from hcsffi.documents.topic.device import *
    from hcsffi.documents.topic.disk import *
    from hcsffi.documents.topic.failure import *
    from hcsffi.documents.topic.firmware import *
    from hcsffi.documents.topic.guest_agent import *
    from hcsffi.documents.topic.hv_socket import *
    from hcsffi.documents.topic.isolation import *
    from hcsffi.documents.topic.layer import *
    from hcsffi.documents.topic.migration import *
    from hcsffi.documents.topic.process import *
    from hcsffi.documents.topic.process_change import *
    from hcsffi.documents.topic.property import *
    from hcsffi.documents.topic.registry import *
    from hcsffi.documents.topic.service import *
    from hcsffi.documents.topic.statistics import *
    from hcsffi.documents.topic.system import *
    from hcsffi.documents.topic.system_change import *
    from hcsffi.documents.topic.system_state import *
    from hcsffi.documents.topic.topology import *
    from hcsffi.documents.topic.virtual_machine import *


if not TYPE_CHECKING:  # a checker would take it for "every name exists"

    def __getattr__(name: str) -> Any:
        """Find a type when its name is first used (PEP 562)."""
        published = named("hcs").get(name)
        if published is None:
            raise AttributeError(f"{__name__} has no type {name!r}")
        found = globals()[name] = find(published)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *named("hcs")})
