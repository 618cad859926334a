"""Builders of endpoint documents and their policies."""

from __future__ import annotations

from hcsffi.documents.topic.access_list import AclPolicySetting, ActionType, DirectionType, RuleType
from hcsffi.documents.topic.endpoint import EndpointPolicy, EndpointPolicyType, HostComputeEndpoint
from hcsffi.documents.topic.endpoint_policy import OutboundNatPolicySetting, PortMappingPolicySetting, ProtocolType
from hcsffi.documents.topic.entity import Version
from hcsffi.documents.topic.network import DNS, IpConfig, Route

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

_NUMBERS = {"TCP": ProtocolType.TCP, "UDP": ProtocolType.UDP}


def endpoint(
    network_id: str,
    name: str | None = None,
    *,
    ip_address: str | None = None,
    prefix_length: int | None = None,
    gateway: str | None = None,
    mac_address: str | None = None,
    dns: Sequence[str] = (),
    policies: Sequence[EndpointPolicy] = (),
    owner: str = "hcsffi",
) -> HostComputeEndpoint:
    """A port on a network for one container or virtual machine.

    Args:
        network_id: GUID of the network.
        name: its name.
        ip_address: fixed address; None lets the service choose.
        prefix_length: length of the address prefix.
        gateway: next hop of the default route.
        mac_address: six pairs of hexadecimal digits with dashes; None lets the service choose.
        dns: name servers.
        policies: port mappings, access rules and the like (`port_mapping`, `acl`, `outbound_nat`).
        owner: tag of the creating program.

    Source:
        HcnCreateEndpoint; schema HostComputeEndpoint (since 2.0).
    """
    address = [IpConfig(ip_address=ip_address, prefix_length=prefix_length)] if ip_address is not None else None
    prefix = "::/0" if gateway is not None and ":" in gateway else "0.0.0.0/0"
    return HostComputeEndpoint(
        name=name,
        owner=owner,
        host_compute_network=network_id,
        ip_configurations=address,
        routes=[Route(next_hop=gateway, destination_prefix=prefix)] if gateway is not None else None,
        mac_address=mac_address,
        dns=DNS(server_list=list(dns)) if dns else None,
        policies=list(policies) or None,
        schema_version=Version(major=2, minor=0),
    )


def port_mapping(external_port: int, internal_port: int, protocol: Literal["TCP", "UDP"] = "TCP", vip: str | None = None) -> EndpointPolicy:
    """Forward a port of the host to the endpoint.

    Args:
        external_port: port on the host.
        internal_port: port of the endpoint.
        protocol: TCP or UDP; sent as its number.
        vip: host address to listen on; None takes all, on the embedded host its loopback.

    Source:
        Schema PortMappingPolicySetting (since 2.0).
    """
    setting = PortMappingPolicySetting(protocol=_NUMBERS[protocol], external_port=external_port, internal_port=internal_port, vip=vip)
    return EndpointPolicy(type=EndpointPolicyType.PORT_MAPPING, settings=setting)


def acl(
    action: Literal["Allow", "Block"],
    direction: Literal["In", "Out"],
    *,
    protocols: Sequence[int] = (),
    local_addresses: Sequence[str] = (),
    remote_addresses: Sequence[str] = (),
    local_ports: Sequence[int | str] = (),
    remote_ports: Sequence[int | str] = (),
    priority: int | None = None,
    rule_type: Literal["Host", "Switch"] | None = None,
) -> EndpointPolicy:
    """Allow or block traffic of the endpoint; what is not given matches everything.

    Args:
        action: what happens to the traffic.
        direction: seen from the endpoint.
        protocols: protocol numbers (6 TCP, 17 UDP).
        local_addresses: addresses or prefixes of the endpoint.
        remote_addresses: addresses or prefixes of the other side.
        local_ports: ports or ranges (`"8000-8080"`).
        remote_ports: ports or ranges.
        priority: lower numbers are asked first.
        rule_type: where the rule is enforced.

    Source:
        Schema AclPolicySetting (since 2.0); lists are sent as comma-separated text.
    """

    def listed(values: Sequence[int | str]) -> str | None:
        return ",".join(map(str, values)) if values else None

    setting = AclPolicySetting(
        action=ActionType(action),
        direction=DirectionType(direction),
        protocols=listed(protocols),
        local_addresses=listed(local_addresses),
        remote_addresses=listed(remote_addresses),
        local_ports=listed(local_ports),
        remote_ports=listed(remote_ports),
        priority=priority,
        rule_type=RuleType(rule_type) if rule_type is not None else None,
    )
    return EndpointPolicy(type=EndpointPolicyType.ACL, settings=setting)


def outbound_nat(exceptions: Sequence[str] = (), virtual_ip: str | None = None) -> EndpointPolicy:
    """Translate the endpoint's outgoing traffic.

    Args:
        exceptions: prefixes that are reached without translation.
        virtual_ip: address to translate to; None takes the host's.

    Source:
        Schema OutboundNatPolicySetting (since 2.0).
    """
    setting = OutboundNatPolicySetting(exceptions=list(exceptions) or None, virtual_ip=virtual_ip)
    return EndpointPolicy(type=EndpointPolicyType.OUT_BOUND_NAT, settings=setting)
