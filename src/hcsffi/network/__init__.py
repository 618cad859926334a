"""The Host Compute Network: networks, endpoints, namespaces and what belongs to them.

The names below load their modules when they are first touched, as those of the package do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know
if TYPE_CHECKING:
    from hcsffi.delivery.blocking import limiter, use_limiter
    from hcsffi.network.access_policies import (
        AclPolicy,
        EncryptionPolicy,
        FirewallPolicy,
        NetworkAclPolicy,
        SetPolicy,
        TierAclPolicy,
        TierRule,
        TrafficFilter,
    )
    from hcsffi.network.attachment import AttachedEndpoint, Attachment, NotUndone, attach
    from hcsffi.network.collecting import Collected, gc
    from hcsffi.network.endpoint import Endpoint
    from hcsffi.network.endpoint_policies import (
        EncapOverheadPolicy,
        InterfaceParametersPolicy,
        IovPolicy,
        L2DriverPolicy,
        L4ProxyPolicy,
        L4WfpProxyPolicy,
        OutboundNatPolicy,
        PortMappingPolicy,
        PortNamePolicy,
        ProxyBypass,
        QosPolicy,
        SdnRoutePolicy,
    )
    from hcsffi.network.ensuring import Difference, Ensured, NetworkDiffers, ensure
    from hcsffi.network.family import Entity
    from hcsffi.network.finding import AmbiguousName
    from hcsffi.network.guest_network_service import GuestNetworkService
    from hcsffi.network.held import Held
    from hcsffi.network.listing import Listing
    from hcsffi.network.load_balancer import LoadBalancer
    from hcsffi.network.namespace import Namespace
    from hcsffi.network.network import Network
    from hcsffi.network.network_policies import (
        AutomaticDnsPolicy,
        DrMacAddressPolicy,
        HostRoutePolicy,
        InterfaceConstraintPolicy,
        LayerConstraintPolicy,
        NetAdapterNamePolicy,
        ProviderAddressPolicy,
        RemoteSubnetRoutePolicy,
        SourceMacAddressPolicy,
        VlanPolicy,
        VsidPolicy,
        VSwitchExtensionPolicy,
        VxlanPortPolicy,
    )
    from hcsffi.network.notification import Notification, NotificationKind, NotificationStream, notifications
    from hcsffi.network.plug import Plug, published_port
    from hcsffi.network.policies import endpoint_documents, network_documents, read_policies, subnet_documents
    from hcsffi.network.policy import Policy, PolicyPlace, PolicyRefused, RawPolicy
    from hcsffi.network.port_reservation import PortAccess, PortProtocol, PortReservation, ReservedRange
    from hcsffi.network.remnants import Remnant
    from hcsffi.network.removal import Leftover
    from hcsffi.network.sdn_route import SdnRoute
    from hcsffi.network.service_version import ServiceVersion

__all__ = [
    "AclPolicy",
    "AmbiguousName",
    "AttachedEndpoint",
    "Attachment",
    "AutomaticDnsPolicy",
    "Collected",
    "Difference",
    "DrMacAddressPolicy",
    "EncapOverheadPolicy",
    "EncryptionPolicy",
    "Endpoint",
    "Ensured",
    "Entity",
    "FirewallPolicy",
    "GuestNetworkService",
    "Held",
    "HostRoutePolicy",
    "InterfaceConstraintPolicy",
    "InterfaceParametersPolicy",
    "IovPolicy",
    "L2DriverPolicy",
    "L4ProxyPolicy",
    "L4WfpProxyPolicy",
    "LayerConstraintPolicy",
    "Leftover",
    "Listing",
    "LoadBalancer",
    "Namespace",
    "NetAdapterNamePolicy",
    "Network",
    "NetworkAclPolicy",
    "NetworkDiffers",
    "NotUndone",
    "Notification",
    "NotificationKind",
    "NotificationStream",
    "OutboundNatPolicy",
    "Plug",
    "Policy",
    "PolicyPlace",
    "PolicyRefused",
    "PortAccess",
    "PortMappingPolicy",
    "PortNamePolicy",
    "PortProtocol",
    "PortReservation",
    "ProviderAddressPolicy",
    "ProxyBypass",
    "QosPolicy",
    "RawPolicy",
    "Remnant",
    "RemoteSubnetRoutePolicy",
    "ReservedRange",
    "SdnRoute",
    "SdnRoutePolicy",
    "ServiceVersion",
    "SetPolicy",
    "SourceMacAddressPolicy",
    "TierAclPolicy",
    "TierRule",
    "TrafficFilter",
    "VSwitchExtensionPolicy",
    "VlanPolicy",
    "VsidPolicy",
    "VxlanPortPolicy",
    "attach",
    "endpoint_documents",
    "ensure",
    "gc",
    "limiter",
    "network_documents",
    "notifications",
    "published_port",
    "read_policies",
    "subnet_documents",
    "use_limiter",
]

_HOMES = {
    **dict.fromkeys(("limiter", "use_limiter"), "hcsffi.delivery.blocking"),
    **dict.fromkeys(
        ("AclPolicy", "EncryptionPolicy", "FirewallPolicy", "NetworkAclPolicy", "SetPolicy", "TierAclPolicy", "TierRule", "TrafficFilter"),
        "hcsffi.network.access_policies",
    ),
    **dict.fromkeys(("AttachedEndpoint", "Attachment", "NotUndone", "attach"), "hcsffi.network.attachment"),
    **dict.fromkeys(("Collected", "gc"), "hcsffi.network.collecting"),
    "Endpoint": "hcsffi.network.endpoint",
    **dict.fromkeys(
        (
            "EncapOverheadPolicy",
            "InterfaceParametersPolicy",
            "IovPolicy",
            "L2DriverPolicy",
            "L4ProxyPolicy",
            "L4WfpProxyPolicy",
            "OutboundNatPolicy",
            "PortMappingPolicy",
            "PortNamePolicy",
            "ProxyBypass",
            "QosPolicy",
            "SdnRoutePolicy",
        ),
        "hcsffi.network.endpoint_policies",
    ),
    **dict.fromkeys(("Difference", "Ensured", "NetworkDiffers", "ensure"), "hcsffi.network.ensuring"),
    "Entity": "hcsffi.network.family",
    "AmbiguousName": "hcsffi.network.finding",
    "GuestNetworkService": "hcsffi.network.guest_network_service",
    "Held": "hcsffi.network.held",
    "Listing": "hcsffi.network.listing",
    "LoadBalancer": "hcsffi.network.load_balancer",
    "Namespace": "hcsffi.network.namespace",
    "Network": "hcsffi.network.network",
    **dict.fromkeys(
        (
            "AutomaticDnsPolicy",
            "DrMacAddressPolicy",
            "HostRoutePolicy",
            "InterfaceConstraintPolicy",
            "LayerConstraintPolicy",
            "NetAdapterNamePolicy",
            "ProviderAddressPolicy",
            "RemoteSubnetRoutePolicy",
            "SourceMacAddressPolicy",
            "VSwitchExtensionPolicy",
            "VlanPolicy",
            "VsidPolicy",
            "VxlanPortPolicy",
        ),
        "hcsffi.network.network_policies",
    ),
    **dict.fromkeys(("Notification", "NotificationKind", "NotificationStream", "notifications"), "hcsffi.network.notification"),
    **dict.fromkeys(("Plug", "published_port"), "hcsffi.network.plug"),
    **dict.fromkeys(("endpoint_documents", "network_documents", "read_policies", "subnet_documents"), "hcsffi.network.policies"),
    **dict.fromkeys(("Policy", "PolicyPlace", "PolicyRefused", "RawPolicy"), "hcsffi.network.policy"),
    **dict.fromkeys(("PortAccess", "PortProtocol", "PortReservation", "ReservedRange"), "hcsffi.network.port_reservation"),
    "Remnant": "hcsffi.network.remnants",
    "Leftover": "hcsffi.network.removal",
    "SdnRoute": "hcsffi.network.sdn_route",
    "ServiceVersion": "hcsffi.network.service_version",
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
