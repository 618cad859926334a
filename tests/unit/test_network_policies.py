"""Policies are types: what they take, what they write, what they read back, and where each of them belongs."""

from __future__ import annotations

import copy
import pickle
from inspect import signature
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Network
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcsffi.documents import InvalidDocument, hcn
from hcsffi.documents.selectors import known_selectors
from hcsffi.documents.wire import from_mapping, to_mapping
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
from hcsffi.network.policies import (
    POLICIES_BY_PLACE,
    endpoint_documents,
    network_documents,
    read_policies,
    read_policy,
    subnet_documents,
)
from hcsffi.network.policy import Policy, PolicyPlace, PolicyRefused, RawPolicy
from hcsffi.network.service_version import ServiceVersion, Since

if TYPE_CHECKING:
    from collections.abc import Callable

GUID = "5b1c2d3e-0000-4111-8222-333344445555"
HOLDERS: dict[PolicyPlace, Any] = {
    PolicyPlace.ENDPOINT: hcn.EndpointPolicy,
    PolicyPlace.NETWORK: hcn.NetworkPolicy,
    PolicyPlace.SUBNET: hcn.SubnetPolicy,
}

PASS_RULE = TierRule(id="a", protocols=[6], remote_ports=[443], tier_acl_rule_action="Pass")

NO_LIST: Any = 80
NO_RULE: Any = 7

# Place, policy, and the JSON it is on the wire: names, kinds and numbers as the schema's tables and the shipped clients have them.
WRITTEN: list[tuple[PolicyPlace, Policy, dict[str, Any]]] = [
    (
        PolicyPlace.ENDPOINT,
        PortMappingPolicy(external_port=8080, internal_port=80, protocol="tcp", vip="127.0.0.1"),
        {"Type": "PortMapping", "Settings": {"Protocol": 6, "InternalPort": 80, "ExternalPort": 8080, "VIP": "127.0.0.1"}},
    ),
    (
        PolicyPlace.ENDPOINT,
        PortMappingPolicy(external_port=53, internal_port=5353, protocol=17, flags=1),
        {"Type": "PortMapping", "Settings": {"Protocol": 17, "InternalPort": 5353, "ExternalPort": 53, "Flags": 1}},
    ),
    (
        PolicyPlace.ENDPOINT,
        AclPolicy(
            action="Block",
            direction="in",
            protocols=["TCP", 17],
            local_addresses=["192.168.100.4"],
            remote_addresses=["10.0.0.21", "10.1.0.0/16", "fd00::/8"],
            local_ports=[80, "8000-8080"],
            priority=100,
            rule_type="Switch",
        ),
        {
            "Type": "ACL",
            "Settings": {
                "Protocols": "6,17",
                "Action": "Block",
                "Direction": "In",
                "LocalAddresses": "192.168.100.4",
                "RemoteAddresses": "10.0.0.21,10.1.0.0/16,fd00::/8",
                "LocalPorts": "80,8000-8080",
                "Priority": 100,
                "RuleType": "Switch",
            },
        },
    ),
    (
        PolicyPlace.ENDPOINT,
        TierAclPolicy(
            name="first",
            direction="Out",
            order=0,
            tier_acl_rules=[PASS_RULE],
        ),
        {
            "Type": "TierAcl",
            "Settings": {
                "Name": "first",
                "Direction": "Out",
                "Order": 0,
                "TierAclRules": [{"Id": "a", "Protocols": "6", "RemotePorts": "443", "TierAclRuleAction": "Pass"}],
            },
        },
    ),
    (
        PolicyPlace.ENDPOINT,
        QosPolicy(maximum_outgoing_bandwidth_in_bytes=1_000_000),
        {"Type": "QOS", "Settings": {"MaximumOutgoingBandwidthInBytes": 1_000_000}},
    ),
    (PolicyPlace.ENDPOINT, L2DriverPolicy(), {"Type": "L2Driver"}),
    (
        PolicyPlace.ENDPOINT,
        OutboundNatPolicy(virtual_ip="10.244.0.2", exceptions=["10.244.0.0/16", "10.0.0.1"], destinations=["11.0.0.0/8"]),
        {
            "Type": "OutBoundNAT",
            "Settings": {"VirtualIP": "10.244.0.2", "Exceptions": ["10.244.0.0/16", "10.0.0.1"], "Destinations": ["11.0.0.0/8"]},
        },
    ),
    (
        PolicyPlace.ENDPOINT,
        SdnRoutePolicy(destination_prefix="169.254.169.254/24", next_hop="10.0.0.1", need_encap=False),
        {"Type": "SDNRoute", "Settings": {"DestinationPrefix": "169.254.169.254/24", "NextHop": "10.0.0.1", "NeedEncap": False}},
    ),
    (
        PolicyPlace.ENDPOINT,
        L4ProxyPolicy(ip="10.0.0.5", port=8500, protocol="tcp", exception_list=["10.0.0.6"], outbound_nat=True),
        {
            "Type": "L4Proxy",
            "Settings": {"IP": "10.0.0.5", "Port": "8500", "Protocol": 6, "ExceptionList": ["10.0.0.6"], "OutboundNat": True},
        },
    ),
    (
        PolicyPlace.NETWORK,
        L4ProxyPolicy(ip="10.0.0.5", port=8500, exceptions=["10.0.0.6"], destination="10.9.0.0/16"),
        {"Type": "L4Proxy", "Settings": {"IP": "10.0.0.5", "Port": "8500", "Exceptions": ["10.0.0.6"], "Destination": "10.9.0.0/16"}},
    ),
    (
        PolicyPlace.ENDPOINT,
        L4WfpProxyPolicy(
            inbound_proxy_port=15003,
            outbound_proxy_port=15001,
            filter_tuple=TrafficFilter(protocols=["tcp"], remote_ports=["1-1024"], priority=1),
            user_sid="S-1-5-18",
            outbound_exceptions=ProxyBypass(ip_address_exceptions=["10.0.0.1"], port_exceptions=[443]),
        ),
        {
            "Type": "L4WFPPROXY",
            "Settings": {
                "InboundProxyPort": "15003",
                "OutboundProxyPort": "15001",
                "FilterTuple": {"Protocols": "6", "RemotePorts": "1-1024", "Priority": 1},
                "UserSID": "S-1-5-18",
                "OutboundExceptions": {"IpAddressExceptions": ["10.0.0.1"], "PortExceptions": ["443"]},
            },
        },
    ),
    (
        PolicyPlace.ENDPOINT,
        ProviderAddressPolicy(provider_address="10.127.130.7"),
        {"Type": "ProviderAddress", "Settings": {"ProviderAddress": "10.127.130.7"}},
    ),
    (
        PolicyPlace.NETWORK,
        ProviderAddressPolicy(provider_address="fd00::7"),
        {"Type": "ProviderAddress", "Settings": {"ProviderAddress": "fd00::7"}},
    ),
    (PolicyPlace.ENDPOINT, PortNamePolicy(name="port7"), {"Type": "PortName", "Settings": {"Name": "port7"}}),
    (PolicyPlace.ENDPOINT, EncapOverheadPolicy(overhead=50), {"Type": "EncapOverhead", "Settings": {"Overhead": 50}}),
    (
        PolicyPlace.ENDPOINT,
        InterfaceConstraintPolicy(interface_guid="{" + GUID.upper() + "}", interface_index=0),
        {"Type": "InterfaceConstraint", "Settings": {"InterfaceGuid": GUID, "InterfaceIndex": 0}},
    ),
    (
        PolicyPlace.NETWORK,
        InterfaceConstraintPolicy(interface_alias="Ethernet"),
        {"Type": "InterfaceConstraint", "Settings": {"InterfaceAlias": "Ethernet"}},
    ),
    (
        PolicyPlace.ENDPOINT,
        EncryptionPolicy(name="all", endpoints1=["10.0.0.0/8"], endpoint1_ports=[443]),
        {
            "Type": "Encryption",
            "Settings": {"EncryptionMethodType": "Ipsec", "Name": "all", "Endpoints1": ["10.0.0.0/8"], "Endpoint1Ports": ["443"]},
        },
    ),
    (PolicyPlace.ENDPOINT, VlanPolicy(isolation_id=0), {"Type": "VLAN", "Settings": {"IsolationId": 0}}),
    (PolicyPlace.SUBNET, VlanPolicy(isolation_id=4094), {"Type": "VLAN", "Settings": {"IsolationId": 4094}}),
    (PolicyPlace.SUBNET, VsidPolicy(isolation_id=5000), {"Type": "VSID", "Settings": {"IsolationId": 5000}}),
    (PolicyPlace.ENDPOINT, InterfaceParametersPolicy(mtu=1400), {"Type": "InterfaceParameters", "Settings": {"Mtu": 1400}}),
    (
        PolicyPlace.ENDPOINT,
        IovPolicy(iov_offload_weight=0, interrupt_moderation=200),
        {"Type": "Iov", "Settings": {"IovOffloadWeight": 0, "InterruptModeration": 200}},
    ),
    (
        PolicyPlace.ENDPOINT,
        FirewallPolicy(vm_type="WSL", firewall_policy_flags=1),
        {"Type": "Firewall", "Settings": {"VmType": "WSL", "FirewallPolicyFlags": 1}},
    ),
    (
        PolicyPlace.NETWORK,
        SourceMacAddressPolicy(source_mac_address="00:15:5d:52:c0:00"),
        {"Type": "SourceMacAddress", "Settings": {"SourceMacAddress": "00-15-5D-52-C0-00"}},
    ),
    (
        PolicyPlace.NETWORK,
        NetAdapterNamePolicy(network_adapter_name="Ethernet 2"),
        {"Type": "NetAdapterName", "Settings": {"NetworkAdapterName": "Ethernet 2"}},
    ),
    (
        PolicyPlace.NETWORK,
        VSwitchExtensionPolicy(extension_id=GUID, enable=False),
        {"Type": "VSwitchExtension", "Settings": {"ExtensionID": GUID, "Enable": False}},
    ),
    (
        PolicyPlace.NETWORK,
        DrMacAddressPolicy(address="00-15-5d-99-48-e7"),
        {"Type": "DrMacAddress", "Settings": {"Address": "00-15-5D-99-48-E7"}},
    ),
    (PolicyPlace.NETWORK, AutomaticDnsPolicy(enable=True), {"Type": "AutomaticDNS", "Settings": {"Enable": True}}),
    (
        PolicyPlace.NETWORK,
        RemoteSubnetRoutePolicy(
            destination_prefix="192.168.2.0/24",
            isolation_id=5000,
            provider_address="1.1.1.1",
            distributed_router_mac_address="00-12-34-56-78-9a",
        ),
        {
            "Type": "RemoteSubnetRoute",
            "Settings": {
                "DestinationPrefix": "192.168.2.0/24",
                "IsolationId": 5000,
                "ProviderAddress": "1.1.1.1",
                "DistributedRouterMacAddress": "00-12-34-56-78-9A",
            },
        },
    ),
    (PolicyPlace.NETWORK, VxlanPortPolicy(port=4789), {"Type": "VxlanPort", "Settings": {"Port": 4789}}),
    (PolicyPlace.NETWORK, HostRoutePolicy(), {"Type": "HostRoute", "Settings": {}}),
    (
        PolicyPlace.NETWORK,
        SetPolicy(id="set-1", name="pods", values=["10.0.0.1", "10.0.0.2"]),
        {"Type": "SetPolicy", "Settings": {"Id": "set-1", "Name": "pods", "PolicyType": "IPSET", "Values": "10.0.0.1,10.0.0.2"}},
    ),
    (PolicyPlace.NETWORK, LayerConstraintPolicy(layer_id=GUID), {"Type": "LayerConstraint", "Settings": {"LayerId": GUID}}),
    (
        PolicyPlace.NETWORK,
        NetworkAclPolicy(action="Allow", direction="Out", protocols=["udp"], priority=65500),
        {"Type": "NetworkACL", "Settings": {"Protocols": "17", "Action": "Allow", "Direction": "Out", "Priority": 65500}},
    ),
]


def ids(row: object) -> str:
    """The place, or the class of the policy."""
    return row.value if isinstance(row, PolicyPlace) else type(row).__name__


@pytest.mark.parametrize(("place", "policy", "written"), WRITTEN, ids=ids)
def test_a_policy_is_written_as_the_service_reads_it(place: PolicyPlace, policy: Policy, written: dict[str, Any]) -> None:
    """Numbers where it wants numbers, comma-joined text where it wants text, and nothing that was not given."""
    assert written == to_mapping(policy.document(place))


@pytest.mark.parametrize(("place", "policy", "written"), WRITTEN, ids=ids)
def test_what_the_service_answers_is_read_as_the_policy_it_was(place: PolicyPlace, policy: Policy, written: dict[str, Any]) -> None:
    """Equal, also in hash, in a copy and after pickling: a client compares what is there with what it wants."""
    found = read_policy(from_mapping(HOLDERS[place], written))
    assert policy == found
    assert hash(policy) == hash(found)
    assert policy == copy.deepcopy(found) == pickle.loads(pickle.dumps(found))


def test_every_type_of_the_schema_has_a_class_and_every_class_a_row_above() -> None:
    """A policy that only JSON can say is one that nobody checks."""
    selectors = known_selectors()
    wanted = {(place, kind) for place, holder in HOLDERS.items() for kind in selectors[f"{holder.__published__}.Settings"]}
    assert wanted | {(PolicyPlace.ENDPOINT, "L2Driver")} == set(POLICIES_BY_PLACE)
    assert set(POLICIES_BY_PLACE) == {(place, policy.kind) for place, policy, _ in WRITTEN}


@pytest.mark.parametrize(
    ("build", "path", "allowed"),
    [
        (lambda: PortMappingPolicy(external_port=0, internal_port=80), "$.ExternalPort", "1 to 65535"),
        (lambda: PortMappingPolicy(external_port=65536, internal_port=80), "$.ExternalPort", "1 to 65535"),
        (lambda: PortMappingPolicy(external_port=True, internal_port=80), "$.ExternalPort", "1 to 65535"),
        (lambda: PortMappingPolicy(external_port=80, internal_port=80, protocol="tpc"), "$.Protocol", "TCP"),
        (lambda: PortMappingPolicy(external_port=80, internal_port=80, protocol=257), "$.Protocol", "0 to 256"),
        (lambda: PortMappingPolicy(external_port=80, internal_port=80, vip="localhost"), "$.VIP", "address"),
        (lambda: PortMappingPolicy(external_port=80, internal_port=80, vip="fe80::1%eth0"), "$.VIP", "without a zone"),
        (lambda: PortMappingPolicy(external_port=80, internal_port=80, vip="10.0.0.0/8"), "$.VIP", "address"),
        (lambda: AclPolicy(action="Deny", direction="In"), "$.Action", "Allow or Block or Pass"),
        (lambda: AclPolicy(action="Allow", direction="Both"), "$.Direction", "In or Out"),
        (lambda: AclPolicy(action="Allow", direction="In", local_ports=["90-80"]), "$.LocalPorts", "not before its start"),
        (lambda: AclPolicy(action="Allow", direction="In", local_ports=["0-80"]), "$.LocalPorts", "1 to 65535"),
        (lambda: AclPolicy(action="Allow", direction="In", local_ports=NO_LIST), "$.LocalPorts", "a list"),
        (lambda: AclPolicy(action="Allow", direction="In", remote_addresses=["10.0.0.0/33"]), "$.RemoteAddresses", "prefix"),
        (lambda: AclPolicy(action="Allow", direction="In", priority=65536), "$.Priority", "65535"),
        (lambda: SdnRoutePolicy(destination_prefix="10.0.0.1"), "$.DestinationPrefix", "length of the prefix"),
        (lambda: DrMacAddressPolicy(address="01-00-5e-00-00-01"), "$.Address", "not of a group"),
        (lambda: DrMacAddressPolicy(address="00155D990000"), "$.Address", "dashes or colons"),
        (lambda: DrMacAddressPolicy(address="00-15:5D-99-00-00"), "$.Address", "dashes or colons"),
        (lambda: VlanPolicy(isolation_id=4095), "$.IsolationId", "0 to 4094"),
        (lambda: VsidPolicy(isolation_id=2**32), "$.IsolationId", "4294967295"),
        (lambda: SetPolicy(id="a", name="b", values=["10.0.0.1,10.0.0.2"]), "$.Values", "no comma"),
        (lambda: LayerConstraintPolicy(layer_id="layer"), "$.LayerId", "a GUID"),
        (lambda: NetAdapterNamePolicy(network_adapter_name=""), "$.NetworkAdapterName", "not empty"),
        (lambda: TierAclPolicy(name="a", direction="In", order=-1), "$.Order", "65535"),
        (lambda: TierAclPolicy(name="a", direction="In", order=1, tier_acl_rules=[NO_RULE]), "$.TierAclRules", "a TierRule"),
    ],
)
def test_what_cannot_be_is_refused_where_it_is_built(build: Callable[[], Policy], path: str, allowed: str) -> None:
    """The message names the member, what was found and what may be there; the service would say 0x803B000D."""
    with pytest.raises(InvalidDocument) as caught:
        build()
    (problem,) = caught.value.problems
    assert path == problem.path
    assert allowed in problem.allowed


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Whoever mends one thing after the other learns to hate a library."""
    with pytest.raises(InvalidDocument) as caught:
        AclPolicy(action="Deny", direction="Both", protocols=["x"], local_ports=[0])
    assert {"$.Action", "$.Direction", "$.Protocols", "$.LocalPorts"} == {problem.path for problem in caught.value.problems}


def test_arguments_are_named_and_known() -> None:
    """Eight ports and addresses in a row cannot be told apart by their places."""
    with pytest.raises(TypeError):
        PortMappingPolicy(8080, 80)  # type: ignore[call-arg]  # the mistake
    with pytest.raises(TypeError, match="outer_port"):
        PortMappingPolicy(outer_port=8080, internal_port=80)  # type: ignore[call-arg]  # the mistake
    with pytest.raises(TypeError, match="internal_port"):
        PortMappingPolicy(external_port=8080)  # type: ignore[call-arg]  # the mistake


def test_values_have_one_form_however_they_were_given() -> None:
    """Equality would be of spellings otherwise."""
    one = AclPolicy(action="allow", direction="IN", protocols="6, 17", local_ports="80,90-99", remote_addresses="10.0.0.1,10.1.0.0/16")
    other = AclPolicy(
        action=hcn.ActionType.ALLOW,
        direction=hcn.DirectionType.IN,
        protocols=[hcn.ProtocolType.TCP, "UDP"],
        local_ports=(80, "90 - 99"),
        remote_addresses=[IPv4Address("10.0.0.1"), IPv4Network("10.1.0.0/16")],
    )
    assert one == other
    assert (hcn.ProtocolType.TCP, hcn.ProtocolType.UDP) == one.protocols
    assert (80, "90-99") == one.local_ports
    assert (IPv4Address("10.0.0.1"), IPv4Network("10.1.0.0/16")) == one.remote_addresses


def test_a_prefix_with_host_bits_keeps_them() -> None:
    """The service takes 169.254.169.254/24 for a route, and what was sent must be what is compared."""
    assert IPv4Interface("169.254.169.254/24") == SdnRoutePolicy(destination_prefix="169.254.169.254/24").destination_prefix


@given(st.lists(st.one_of(st.integers(1, 65535), st.tuples(st.integers(1, 65535), st.integers(1, 65535))), max_size=6))
def test_any_list_of_ports_comes_back_as_it_was_given(drawn: list[int | tuple[int, int]]) -> None:
    """The comma-joined text is a form of the wire; callers never see it."""
    ports = tuple(one if isinstance(one, int) else f"{min(one)}-{max(one)}" for one in drawn)
    policy = AclPolicy(action="Allow", direction="In", local_ports=ports)
    assert ports == policy.local_ports
    assert policy == read_policy(from_mapping(hcn.EndpointPolicy, to_mapping(policy.document(PolicyPlace.ENDPOINT))))


def plain(one: IPv4Address | IPv6Address) -> bool:
    """Whether it is an address the service reads: IPv4 inside IPv6 is none."""
    return isinstance(one, IPv4Address) or one.ipv4_mapped is None


@given(st.lists(st.one_of(st.ip_addresses().filter(plain), st.ip_addresses(v=4, network="10.0.0.0/8"), st.just("fd00::/8")), max_size=6))
def test_any_list_of_addresses_comes_back_as_it_was_given(drawn: list[IPv4Address | IPv6Address | str]) -> None:
    """Addresses of both families stand beside one another in one rule."""
    policy = AclPolicy(action="Allow", direction="Out", remote_addresses=drawn)
    assert tuple(IPv6Network(one) if isinstance(one, str) else one for one in drawn) == policy.remote_addresses
    assert policy == read_policy(from_mapping(hcn.EndpointPolicy, to_mapping(policy.document(PolicyPlace.ENDPOINT))))


@pytest.mark.parametrize(
    ("place", "document"),
    [
        (PolicyPlace.ENDPOINT, {"Type": "Tomorrow", "Settings": {"Depth": 7, "Lists": [1, 2]}}),
        (PolicyPlace.ENDPOINT, {"Type": "Tomorrow", "Settings": {"Depth": 7}, "Beside": True}),
        (PolicyPlace.ENDPOINT, {"Type": "PortMapping", "Settings": {"ExternalPort": 0, "InternalPort": 80, "Protocol": 6}}),
        (PolicyPlace.ENDPOINT, {"Type": "PortMapping", "Settings": {"InternalPort": 80}}),
        (PolicyPlace.ENDPOINT, {"Type": "ACL", "Settings": {"Action": "Tarpit", "Direction": "In"}}),
        (PolicyPlace.ENDPOINT, {"Type": "PortMapping"}),
        (PolicyPlace.NETWORK, {"Type": "ACL", "Settings": {"Action": "Allow", "Direction": "In"}}),
        (PolicyPlace.SUBNET, {"Type": "VLAN", "Settings": {"IsolationId": 9000}}),
    ],
)
def test_what_nobody_knows_stays_raw_and_goes_back_as_it_came(place: PolicyPlace, document: dict[str, Any]) -> None:
    """A client that reads, changes one policy and writes must not lose what a newer service said."""
    found = read_policy(from_mapping(HOLDERS[place], document))
    assert isinstance(found, RawPolicy)
    assert document == to_mapping(found.document(place, ServiceVersion(9, 2)))


def test_members_nobody_knows_survive_inside_known_settings() -> None:
    """Real answers carry more than the tables."""
    document = {"Type": "QOS", "Settings": {"MaximumOutgoingBandwidthInBytes": 5, "Burst": {"Bytes": 9}}}
    found = read_policy(from_mapping(hcn.EndpointPolicy, document))
    assert isinstance(found, QosPolicy)
    assert document == to_mapping(found.document(PolicyPlace.ENDPOINT))


def test_a_list_of_policies_is_read_in_its_order() -> None:
    """Order means priority to some services."""
    answer = from_mapping(
        hcn.HostComputeEndpoint,
        {"Policies": [{"Type": "QOS", "Settings": {"MaximumOutgoingBandwidthInBytes": 5}}, {"Type": "X"}, {"Type": "L2Driver"}]},
    )
    assert (QosPolicy(maximum_outgoing_bandwidth_in_bytes=5), RawPolicy(kind="X"), L2DriverPolicy()) == read_policies(answer.policies)
    assert () == read_policies(None)


@pytest.mark.parametrize(
    ("write", "policy", "message"),
    [
        (
            network_documents,
            QosPolicy(maximum_outgoing_bandwidth_in_bytes=5),
            r"QOS belongs to an endpoint \(service 9.2 or later\), not to a network",
        ),
        (endpoint_documents, HostRoutePolicy(), r"HostRoute belongs to a network \(service 9.2 or later\), not to an endpoint"),
        (endpoint_documents, VsidPolicy(isolation_id=5), r"VSID belongs to a subnet \(service 9.2 or later\), not to an endpoint"),
        (network_documents, VlanPolicy(isolation_id=5), r"VLAN belongs to a subnet or an endpoint .*, not to a network"),
        (subnet_documents, VxlanPortPolicy(port=4789), r"VxlanPort belongs to a network \(service 10.3 or later\), not to a subnet"),
    ],
)
def test_a_policy_in_the_wrong_place_is_refused_with_the_right_one(write: Callable[..., object], policy: Policy, message: str) -> None:
    """The service would say 0x803B000E and nothing else."""
    with pytest.raises(PolicyRefused, match=message):
        write([policy])


# The feature gates of hcsshim, by service version: what is the last version without and the first one with.
GATES: list[tuple[PolicyPlace, Policy, str, str]] = [
    (PolicyPlace.NETWORK, HostRoutePolicy(), "9.1", "9.2"),
    (PolicyPlace.NETWORK, VxlanPortPolicy(port=4789), "10.2", "10.3"),
    (PolicyPlace.NETWORK, SetPolicy(id="a", name="b"), "12.9", "13.0"),
    (PolicyPlace.NETWORK, SetPolicy(id="a", name="b", policy_type="NestedIpSet"), "14.9", "15.0"),
    (PolicyPlace.NETWORK, NetworkAclPolicy(action="Allow", direction="In"), "14.9", "15.0"),
    (PolicyPlace.NETWORK, L4ProxyPolicy(port=80), "9.4", "9.5"),
    (PolicyPlace.NETWORK, L4ProxyPolicy(port=80), "10.4", "10.5"),
    (PolicyPlace.NETWORK, L4ProxyPolicy(port=80), "11.10", "11.11"),
    (PolicyPlace.NETWORK, L4ProxyPolicy(port=80), "12.0", "12.1"),
    (PolicyPlace.NETWORK, L4ProxyPolicy(port=80), "13.0", "13.1"),
    (PolicyPlace.ENDPOINT, L4WfpProxyPolicy(inbound_proxy_port=80), "13.1", "13.2"),
    (PolicyPlace.ENDPOINT, TierAclPolicy(name="a", direction="In", order=1), "13.9", "14.0"),
    (PolicyPlace.ENDPOINT, AclPolicy(action="Allow", direction="In", protocols=[252]), "10.9", "11.0"),
    (PolicyPlace.ENDPOINT, AclPolicy(action="Allow", direction="In"), "9.1", "9.2"),
]


@pytest.mark.parametrize(("place", "policy", "before", "first"), GATES, ids=lambda one: one if isinstance(one, str) else ids(one))
def test_a_policy_the_service_is_too_old_for_is_refused_with_both_versions(
    place: PolicyPlace, policy: Policy, before: str, first: str
) -> None:
    """Nothing native is called; an older service would drop it in silence."""
    older, newer = ServiceVersion(*map(int, before.split("."))), ServiceVersion(*map(int, first.split(".")))
    with pytest.raises(PolicyRefused, match=f"needs service .*{first}.*; this one is {before}") as caught:
        policy.document(place, older)
    assert (policy.kind, place, older) == (caught.value.kind, caught.value.place, caught.value.version)
    assert policy.kind == str(policy.document(place, newer).type)
    assert policy.document(place, newer) == policy.document(place)


def test_a_version_is_read_from_the_number_in_answers() -> None:
    """55834574851 is 13.3 (schema, trap 13)."""
    assert ServiceVersion(13, 3) == ServiceVersion.of(55834574851)
    assert ServiceVersion.of(None) is None
    assert Since("9.3", "10.4").covers(ServiceVersion(9, 7))
    assert not Since("9.3", "10.4").covers(ServiceVersion(10, 3))


def test_documents_pass_through_lists_as_they_are() -> None:
    """Whoever has the document already need not take it apart."""
    document = hcn.EndpointPolicy(type=hcn.EndpointPolicyType.QOS, settings=hcn.QosPolicySetting(maximum_outgoing_bandwidth_in_bytes=1))
    assert [document, L2DriverPolicy().document(PolicyPlace.ENDPOINT)] == endpoint_documents([document, L2DriverPolicy()])
    with pytest.raises(TypeError, match="no policy of networks"):
        network_documents([document])  # type: ignore[list-item]  # the mistake


def test_the_constructor_tells_what_it_takes() -> None:
    """Editors and help() show the arguments, not a stand-in."""
    assert ("external_port", "internal_port", "protocol", "vip", "flags") == tuple(signature(PortMappingPolicy).parameters)[-5:]
