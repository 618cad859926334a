"""Every type of the network schema, by name. A type's topic loads when the type is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find, named

if TYPE_CHECKING:
    from hcsffi.documents.topic.access_list import *
    from hcsffi.documents.topic.endpoint import *
    from hcsffi.documents.topic.endpoint_policy import *
    from hcsffi.documents.topic.entity import *
    from hcsffi.documents.topic.guest_interface import *
    from hcsffi.documents.topic.guest_network import *
    from hcsffi.documents.topic.load_balancer import *
    from hcsffi.documents.topic.network import *
    from hcsffi.documents.topic.network_namespace import *
    from hcsffi.documents.topic.network_policy import *
    from hcsffi.documents.topic.network_service import *


if not TYPE_CHECKING:  # a checker would take it for "every name exists"

    def __getattr__(name: str) -> Any:
        """Find a type when its name is first used (PEP 562)."""
        published = named("hcn").get(name)
        if published is None:
            raise AttributeError(f"{__name__} has no type {name!r}")
        found = globals()[name] = find(published)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *named("hcn")})
