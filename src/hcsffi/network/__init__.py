"""The Host Compute Network: networks, endpoints, namespaces and what belongs to them.

The names below load their modules when they are first touched, as those of the package do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know
if TYPE_CHECKING:
    from hcsffi.delivery.blocking import limiter, use_limiter
    from hcsffi.network.endpoint import Endpoint
    from hcsffi.network.family import Entity
    from hcsffi.network.finding import AmbiguousName
    from hcsffi.network.guest_network_service import GuestNetworkService
    from hcsffi.network.held import Held
    from hcsffi.network.listing import Listing
    from hcsffi.network.load_balancer import LoadBalancer
    from hcsffi.network.namespace import Namespace
    from hcsffi.network.network import Network
    from hcsffi.network.notification import Notification, NotificationKind, NotificationStream, notifications
    from hcsffi.network.port_reservation import PortAccess, PortProtocol, PortReservation, ReservedRange
    from hcsffi.network.sdn_route import SdnRoute

__all__ = [
    "AmbiguousName",
    "Endpoint",
    "Entity",
    "GuestNetworkService",
    "Held",
    "Listing",
    "LoadBalancer",
    "Namespace",
    "Network",
    "Notification",
    "NotificationKind",
    "NotificationStream",
    "PortAccess",
    "PortProtocol",
    "PortReservation",
    "ReservedRange",
    "SdnRoute",
    "limiter",
    "notifications",
    "use_limiter",
]

_HOMES = {
    "AmbiguousName": "hcsffi.network.finding",
    "Endpoint": "hcsffi.network.endpoint",
    "Entity": "hcsffi.network.family",
    "GuestNetworkService": "hcsffi.network.guest_network_service",
    "Held": "hcsffi.network.held",
    "Listing": "hcsffi.network.listing",
    "LoadBalancer": "hcsffi.network.load_balancer",
    "Namespace": "hcsffi.network.namespace",
    "Network": "hcsffi.network.network",
    **dict.fromkeys(("Notification", "NotificationKind", "NotificationStream", "notifications"), "hcsffi.network.notification"),
    **dict.fromkeys(("PortAccess", "PortProtocol", "PortReservation", "ReservedRange"), "hcsffi.network.port_reservation"),
    "SdnRoute": "hcsffi.network.sdn_route",
    **dict.fromkeys(("limiter", "use_limiter"), "hcsffi.delivery.blocking"),
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'hcsffi.network' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
