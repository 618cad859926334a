"""Every type of generation 1, compute and network, by name. A type's topic loads when the type is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find, named

if TYPE_CHECKING:
    from hcsffi.documents.topic.v1_container import *
    from hcsffi.documents.topic.v1_network import *
    from hcsffi.documents.topic.v1_policy import *
    from hcsffi.documents.topic.v1_property import *


if not TYPE_CHECKING:  # a checker would take it for "every name exists"

    def __getattr__(name: str) -> Any:
        """Find a type when its name is first used (PEP 562)."""
        published = named("v1").get(name)
        if published is None:
            raise AttributeError(f"{__name__} has no type {name!r}")
        found = globals()[name] = find(published)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *named("v1")})
