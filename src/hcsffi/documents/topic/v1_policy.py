"""Policies of generation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


@define(frozen=True, kw_only=True)
class Policy(Document, published="hcn.V1.Policy", sources="hcsshim-v1"):
    """A policy; its type says which members lie beside it."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")


class PolicyType(TextEnum, published="hcn.V1.PolicyType", sources="hcsshim-v1", numeric=True):
    """Which policy it is."""

    NAT = "NAT"
    ACL = "ACL"
    PA = "PA"
    VLAN = "VLAN"
    VSID = "VSID"
    VNET = "VNET"
    L2_DRIVER = "L2Driver"
    ISOLATION = "Isolation"
    QOS = "QOS"
    OUT_BOUND_NAT = "OutBoundNAT"
    ELB = "ELB"
    ROUTE = "ROUTE"
    PROXY = "PROXY"


@define(frozen=True, kw_only=True)
class PolicyList(Document, published="hcn.V1.PolicyList", sources="hcsshim-v1"):
    """Policies and the endpoints they are for."""

    id: str | None = member("ID", "string", None, "hcsshim-v1")
    references: Sequence[str] | None = member("References", "array<string>", None, "hcsshim-v1")
    policies: Sequence[Any] | None = member("Policies", "array<any by .Type>", None, "hcsshim-v1")
    activity_id: str | None = member("ActivityId", "guid", None, "observed")
    additional_params: Any | None = member("AdditionalParams", "any", None, "observed")
    create_processing_start_time: int | None = member("CreateProcessingStartTime", "uint64", None, "observed")
    health: Any | None = member("Health", "any", None, "observed")
    resources: Any | None = member("Resources", "any", None, "observed")
    state: int | None = member("State", "uint32", None, "observed")
    version: int | None = member("Version", "uint64", None, "observed")


@define(frozen=True, kw_only=True)
class NatPolicy(Document, published="hcn.V1.NatPolicy", sources="hcsshim-v1"):
    """A port of the host forwarded to an endpoint."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    protocol: str | None = member("Protocol", "string", None, "hcsshim-v1")
    internal_port: int | None = member("InternalPort", "uint16", None, "hcsshim-v1")
    external_port: int | None = member("ExternalPort", "uint16", None, "hcsshim-v1")
    external_port_reserved: bool | None = member("ExternalPortReserved", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class OutboundNatPolicy(Document, published="hcn.V1.OutboundNatPolicy", sources="hcsshim-v1"):
    """Address translation of outgoing traffic."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    vip: str | None = member("VIP", "string", None, "hcsshim-v1", rule="address")
    exception_list: Sequence[str] | None = member("ExceptionList", "array<string>", None, "hcsshim-v1", rule="range")
    destinations: Sequence[str] | None = member("Destinations", "array<string>", None, "hcsshim-v1", rule="range")
    max_port_pool_usage: int | None = member("MaxPortPoolUsage", "uint16", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class ACLPolicy(Document, published="hcn.V1.ACLPolicy", sources="hcsshim-v1"):
    """A rule that allows or blocks traffic of an endpoint."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    id: str | None = member("Id", "string", None, "hcsshim-v1")
    protocol: int | None = member("Protocol", "uint16", None, "hcsshim-v1")
    protocols: str | None = member("Protocols", "string", None, "hcsshim-v1", rule="protocols")
    internal_port: int | None = member("InternalPort", "uint16", None, "hcsshim-v1")
    action: ActionType | None = member("Action", "V1.ActionType", None, "hcsshim-v1")
    direction: DirectionType | None = member("Direction", "V1.DirectionType", None, "hcsshim-v1")
    local_addresses: str | None = member("LocalAddresses", "string", None, "hcsshim-v1", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", None, "hcsshim-v1", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", None, "hcsshim-v1", rule="ports")
    local_port: int | None = member("LocalPort", "uint16", None, "hcsshim-v1")
    remote_ports: str | None = member("RemotePorts", "string", None, "hcsshim-v1", rule="ports")
    remote_port: int | None = member("RemotePort", "uint16", None, "hcsshim-v1")
    rule_type: RuleType | None = member("RuleType", "V1.RuleType", None, "hcsshim-v1")
    priority: int | None = member("Priority", "uint16", None, "hcsshim-v1")
    service_name: str | None = member("ServiceName", "string", None, "hcsshim-v1")


class ActionType(TextEnum, published="hcn.V1.ActionType", sources="hcsshim-v1", numeric=True):
    """What a rule does with traffic that matches."""

    ALLOW = "Allow"
    BLOCK = "Block"


class DirectionType(TextEnum, published="hcn.V1.DirectionType", sources="hcsshim-v1", numeric=True):
    """Direction of the traffic a rule is about."""

    IN = "In"
    OUT = "Out"


class RuleType(TextEnum, published="hcn.V1.RuleType", sources="hcsshim-v1", numeric=True):
    """Where a rule is applied."""

    HOST = "Host"
    SWITCH = "Switch"


@define(frozen=True, kw_only=True)
class ELBPolicy(Document, published="hcn.V1.ELBPolicy", sources="hcsshim-v1"):
    """Balancing of a port over endpoints, with virtual addresses."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    protocol: int | None = member("Protocol", "uint16", None, "hcsshim-v1")
    internal_port: int | None = member("InternalPort", "uint16", None, "hcsshim-v1")
    external_port: int | None = member("ExternalPort", "uint16", None, "hcsshim-v1")
    source_vip: str | None = member("SourceVIP", "string", None, "hcsshim-v1", rule="address")
    vips: Sequence[str] | None = member("VIPs", "array<string>", None, "hcsshim-v1", rule="address")
    ilb: bool | None = member("ILB", "bool", None, "hcsshim-v1")
    is_dsr: bool | None = member("IsDSR", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class LBPolicy(Document, published="hcn.V1.LBPolicy", sources="hcsshim-v1"):
    """A port of a load balancer and the port behind it."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    protocol: int | None = member("Protocol", "uint16", None, "hcsshim-v1")
    internal_port: int | None = member("InternalPort", "uint16", None, "hcsshim-v1")
    external_port: int | None = member("ExternalPort", "uint16", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class RoutePolicy(Document, published="hcn.V1.RoutePolicy", sources="hcsshim-v1"):
    """A route of an endpoint, with or without encapsulation."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    destination_prefix: str | None = member("DestinationPrefix", "string", None, "hcsshim-v1", rule="prefix")
    next_hop: str | None = member("NextHop", "string", None, "hcsshim-v1", rule="address")
    need_encap: bool | None = member("NeedEncap", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class ProxyPolicy(Document, published="hcn.V1.ProxyPolicy", sources="hcsshim-v1"):
    """Traffic redirected to a proxy."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    ip: str | None = member("IP", "string", None, "hcsshim-v1")
    port: str | None = member("Port", "string", None, "hcsshim-v1")
    exception_list: Sequence[str] | None = member("ExceptionList", "array<string>", None, "hcsshim-v1")
    destination: str | None = member("Destination", "string", None, "hcsshim-v1")
    outbound_nat: bool | None = member("OutboundNat", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class PaPolicy(Document, published="hcn.V1.PaPolicy", sources="hcsshim-v1"):
    """The address of the host in the underlying network."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    pa: str | None = member("PA", "string", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class QosPolicy(Document, published="hcn.V1.QosPolicy", sources="hcsshim-v1"):
    """Bandwidth limit of an endpoint."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    maximum_outgoing_bandwidth_in_bytes: int | None = member(
        "MaximumOutgoingBandwidthInBytes", "uint64", None, "hcsshim-v1", unit="bytes/s"
    )


@define(frozen=True, kw_only=True)
class IsolationPolicy(Document, published="hcn.V1.IsolationPolicy", sources="hcsshim-v1"):
    """The VLAN and virtual subnet of an endpoint."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    vlan: int | None = member("VLAN", "uint", None, "hcsshim-v1")
    vsid: int | None = member("VSID", "uint", None, "hcsshim-v1")
    in_default_isolation: bool | None = member("InDefaultIsolation", "bool", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class VlanPolicy(Document, published="hcn.V1.VlanPolicy", sources="hcsshim-v1"):
    """The VLAN of an endpoint."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    vlan: int | None = member("VLAN", "uint", None, "hcsshim-v1")


@define(frozen=True, kw_only=True)
class VsidPolicy(Document, published="hcn.V1.VsidPolicy", sources="hcsshim-v1"):
    """The virtual subnet of a subnet."""

    type: PolicyType | None = member("Type", "V1.PolicyType", None, "hcsshim-v1")
    vsid: int | None = member("VSID", "uint", None, "hcsshim-v1")
