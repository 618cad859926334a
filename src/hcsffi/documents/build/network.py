"""Builders of network documents."""

from __future__ import annotations

from hcsffi.documents.topic.entity import Version
from hcsffi.documents.topic.network import (
    DNS,
    HostComputeNetwork,
    Ipam,
    IpamType,
    NetworkFlags,
    NetworkMode,
    NetworkPolicy,
    NetworkPolicyType,
    Route,
    Subnet,
    SubnetPolicy,
    SubnetPolicyType,
)
from hcsffi.documents.topic.network_policy import NetAdapterNameNetworkPolicySetting, VsidPolicySetting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def nat_network(
    name: str, subnet: str | None = None, gateway: str | None = None, *, dns: Sequence[str] = (), owner: str = "hcsffi"
) -> HostComputeNetwork:
    """A network behind address translation on the host.

    Args:
        name: its name.
        subnet: address prefix (`172.20.0.0/20`); None lets the service choose one.
        gateway: the host's address in it.
        dns: name servers for endpoints.
        owner: tag of the creating program.

    Source:
        HcnCreateNetwork; schema HostComputeNetwork (since 2.0), mode NAT; shape as hcsshim sends it.
    """
    return _network(name, NetworkMode.NAT, _subnets(subnet, gateway), dns=dns, owner=owner)


def transparent_network(
    name: str, adapter: str, subnet: str | None = None, gateway: str | None = None, *, dns: Sequence[str] = (), owner: str = "hcsffi"
) -> HostComputeNetwork:
    """A network whose endpoints stand in the physical network of an adapter.

    Args:
        name: its name.
        adapter: name of the physical adapter (`Ethernet`).
        subnet: address prefix; None takes addresses by DHCP.
        gateway: the router's address.
        dns: name servers for endpoints.
        owner: tag of the creating program.

    Source:
        HcnCreateNetwork; schema HostComputeNetwork (since 2.0), mode Transparent, policy NetAdapterName.
    """
    subnets = _subnets(subnet, gateway)
    return _network(name, NetworkMode.TRANSPARENT, subnets, adapter=adapter, dns=dns, owner=owner, dhcp=not subnets)


def l2bridge_network(
    name: str, adapter: str, subnet: str, gateway: str, *, dns: Sequence[str] = (), owner: str = "hcsffi"
) -> HostComputeNetwork:
    """A bridged network that shares the host's MAC address.

    Args:
        name: its name.
        adapter: name of the physical adapter.
        subnet: address prefix of the physical network.
        gateway: the router's address.
        dns: name servers for endpoints.
        owner: tag of the creating program.

    Source:
        HcnCreateNetwork; schema HostComputeNetwork (since 2.0), mode L2Bridge; shape as hcsshim sends it.
    """
    return _network(name, NetworkMode.L2_BRIDGE, _subnets(subnet, gateway), adapter=adapter, dns=dns, owner=owner)


def overlay_network(
    name: str, adapter: str, subnet: str, gateway: str, isolation_id: int, *, dns: Sequence[str] = (), owner: str = "hcsffi"
) -> HostComputeNetwork:
    """A VXLAN network over the hosts' network.

    Args:
        name: its name.
        adapter: name of the physical adapter that carries it.
        subnet: address prefix of the overlay.
        gateway: the overlay's gateway address.
        isolation_id: virtual subnet id (VSID), 4096 and more for VXLAN.
        dns: name servers for endpoints.
        owner: tag of the creating program.

    Source:
        HcnCreateNetwork; schema HostComputeNetwork (since 2.0), mode Overlay, subnet policy VSID; shape as hcsshim sends it.
    """
    policy = SubnetPolicy(type=SubnetPolicyType.VSID, settings=VsidPolicySetting(isolation_id=isolation_id))
    return _network(name, NetworkMode.OVERLAY, _subnets(subnet, gateway, [policy]), adapter=adapter, dns=dns, owner=owner)


def _subnets(prefix: str | None, gateway: str | None, policies: Sequence[SubnetPolicy] = ()) -> list[Subnet]:
    if prefix is None:
        return []
    routes = [Route(next_hop=gateway, destination_prefix="::/0" if ":" in gateway else "0.0.0.0/0")] if gateway is not None else None
    return [Subnet(ip_address_prefix=prefix, routes=routes, policies=list(policies) or None)]


def _network(
    name: str,
    mode: NetworkMode,
    subnets: Sequence[Subnet],
    *,
    dns: Sequence[str],
    owner: str,
    adapter: str | None = None,
    dhcp: bool = False,
) -> HostComputeNetwork:
    setting = NetAdapterNameNetworkPolicySetting(network_adapter_name=adapter) if adapter is not None else None
    policies = [NetworkPolicy(type=NetworkPolicyType.NET_ADAPTER_NAME, settings=setting)] if setting is not None else None
    ipams = [Ipam(type=IpamType.DHCP if dhcp else IpamType.STATIC, subnets=list(subnets) or None)] if subnets or dhcp else None
    return HostComputeNetwork(
        name=name,
        owner=owner,
        type=mode,
        policies=policies,
        ipams=ipams,
        dns=DNS(server_list=list(dns)) if dns else None,
        flags=NetworkFlags.ENABLE_NON_PERSISTENT if mode in {NetworkMode.L2_BRIDGE, NetworkMode.OVERLAY} else None,
        schema_version=Version(major=2, minor=0),
    )
