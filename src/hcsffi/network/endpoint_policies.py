"""Policies of endpoints: ports of the host, translation, routes, proxies, bandwidth and how the adapter works.

Fields are described by the settings' documents.

Source: schema EndpointPolicyType and its settings; the versions are the feature gates of hcsshim.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar

from attrs import define, field

from hcsffi.documents import hcn
from hcsffi.network import policy_values as values
from hcsffi.network.access_policies import TrafficFilter, optional_filter
from hcsffi.network.policy import Places, Policy, PolicyPlace, Settings, settings_of
from hcsffi.network.service_version import Since


@define(frozen=True, kw_only=True)
class PortMappingPolicy(Policy):
    """Forward a port of the host to the endpoint."""

    external_port: int = field(converter=values.port)
    internal_port: int = field(converter=values.port)
    protocol: hcn.ProtocolType = field(default=hcn.ProtocolType.TCP, converter=values.protocol)
    vip: values.Address | None = field(default=None, converter=values.optional_address)
    flags: hcn.NatFlags | int | None = None

    kind: ClassVar = "PortMapping"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.PortMappingPolicySetting})


@define(frozen=True, kw_only=True)
class OutboundNatPolicy(Policy):
    """Translate the endpoint's outgoing traffic, but for the exceptions."""

    virtual_ip: values.Address | None = field(default=None, converter=values.optional_address)
    destinations: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    exceptions: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    flags: hcn.NatFlags | int | None = None
    max_port_pool_usage: int | None = None

    kind: ClassVar = "OutBoundNAT"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.OutboundNatPolicySetting})


@define(frozen=True, kw_only=True)
class SdnRoutePolicy(Policy):
    """A route of the endpoint, with or without encapsulation."""

    destination_prefix: values.Prefix = field(converter=values.prefix)
    next_hop: values.Address | None = field(default=None, converter=values.optional_address)
    need_encap: bool | None = None
    automatic_endpoint_monitor: bool | None = None

    kind: ClassVar = "SDNRoute"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.SDNRoutePolicySetting})


@define(frozen=True, kw_only=True)
class QosPolicy(Policy):
    """Limit the endpoint's outgoing traffic, in bytes a second."""

    maximum_outgoing_bandwidth_in_bytes: int

    kind: ClassVar = "QOS"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.QosPolicySetting})


@define(frozen=True, kw_only=True)
class L2DriverPolicy(Policy):
    """Use the layer-2 driver; it has no settings."""

    kind: ClassVar = "L2Driver"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: None})


@define(frozen=True, kw_only=True)
class L4ProxyPolicy(Policy):
    """Send traffic to a proxy, for one endpoint or for a whole network; ``exceptions`` are what networks call the list."""

    ip: values.Address | None = field(default=None, converter=values.optional_address)
    port: int | None = field(default=None, converter=values.optional_port)
    protocol: hcn.ProtocolType | None = field(default=None, converter=values.optional_protocol)
    exception_list: tuple[str, ...] = field(default=(), converter=values.texts)
    destination: values.Prefix | None = field(default=None, converter=values.optional_prefix)
    outbound_nat: bool | None = None
    exceptions: tuple[str, ...] = field(default=(), converter=values.texts)

    kind: ClassVar = "L4Proxy"
    places: ClassVar[Places] = MappingProxyType(
        {PolicyPlace.NETWORK: hcn.L4ProxyPolicySetting, PolicyPlace.ENDPOINT: hcn.EndpointL4ProxyPolicySetting}
    )
    since: ClassVar = Since("9.5", "10.5", "11.11", "12.1", "13.1")


@define(frozen=True, kw_only=True)
class ProxyBypass(Settings):
    """Addresses and ports that do not go through a proxy."""

    ip_address_exceptions: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    port_exceptions: tuple[values.PortRange, ...] = field(default=(), converter=values.ports)

    documents: ClassVar = (hcn.ProxyExceptions,)


def _bypass(value: ProxyBypass | hcn.ProxyExceptions | None) -> ProxyBypass | None:
    return None if value is None else settings_of(ProxyBypass, value)


@define(frozen=True, kw_only=True)
class L4WfpProxyPolicy(Policy):
    """Send traffic to proxies of the endpoint's own compartment."""

    inbound_proxy_port: int | None = field(default=None, converter=values.optional_port)
    outbound_proxy_port: int | None = field(default=None, converter=values.optional_port)
    filter_tuple: TrafficFilter | None = field(default=None, converter=optional_filter)
    user_sid: str | None = None
    inbound_exceptions: ProxyBypass | None = field(default=None, converter=_bypass)
    outbound_exceptions: ProxyBypass | None = field(default=None, converter=_bypass)

    kind: ClassVar = "L4WFPPROXY"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.L4WfpProxyPolicySetting})
    since: ClassVar = Since("13.2")


@define(frozen=True, kw_only=True)
class PortNamePolicy(Policy):
    """Name the endpoint's switch port."""

    name: str = field(converter=values.filled_text)

    kind: ClassVar = "PortName"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.PortnameEndpointPolicySetting})


@define(frozen=True, kw_only=True)
class EncapOverheadPolicy(Policy):
    """Say how many bytes encapsulation takes of every packet."""

    overhead: int

    kind: ClassVar = "EncapOverhead"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.EncapOverheadEndpointPolicySetting})


@define(frozen=True, kw_only=True)
class InterfaceParametersPolicy(Policy):
    """Set the largest packet of the endpoint, in bytes."""

    mtu: int

    kind: ClassVar = "InterfaceParameters"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.InterfaceParametersPolicySetting})


@define(frozen=True, kw_only=True)
class IovPolicy(Policy):
    """Say how the endpoint uses single-root I/O virtualization."""

    iov_offload_weight: int | None = None
    queue_pairs_requested: int | None = None
    interrupt_moderation: hcn.IovInterruptModerationType | int | None = None

    kind: ClassVar = "Iov"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.IovPolicySetting})
