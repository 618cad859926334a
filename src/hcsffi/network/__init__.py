"""The Host Compute Network: networks, endpoints, namespaces and what belongs to them.

The names below load their modules when they are first touched, as those of the package do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know
if TYPE_CHECKING:
    from hcsffi.network.endpoint import Endpoint
    from hcsffi.network.family import Entity
    from hcsffi.network.finding import AmbiguousName
    from hcsffi.network.listing import Listing
    from hcsffi.network.namespace import Namespace
    from hcsffi.network.network import Network

__all__ = ["AmbiguousName", "Endpoint", "Entity", "Listing", "Namespace", "Network"]

_HOMES = {
    "AmbiguousName": "finding",
    "Endpoint": "endpoint",
    "Entity": "family",
    "Listing": "listing",
    "Namespace": "namespace",
    "Network": "network",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'hcsffi.network' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
