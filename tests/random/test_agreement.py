"""The validator and the embedded host agree: what one refuses on the document's own grounds, the other refuses as well.

A document is drawn from one that both take: at some of its places stand values that keep or break the rule of the place. The validator says
whether anything is wrong with it. The host is asked to make the thing; a code that blames the document counts as refused, any other answer
(made, in use, not found) as taken. Both take from the rows which member keeps which rule; what a rule means, the host says in C++.
"""

from __future__ import annotations

import copy
import itertools
import json
import uuid
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import anyio
import pytest
from by_rule import BROKEN, GUID, KEPT, text_of
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import hcsffi
from hcsffi import ComputeSystem, HcsError, InvalidDocument, documents, hresult, network
from hcsffi.documents.catalog import find
from hcsffi.documents.kind import parse
from hcsffi.documents.policies import POLICIES
from hcsffi.grammar.rule import is_needed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

BLAMES_THE_DOCUMENT = {
    hresult.value_of(symbol)
    for symbol in (
        "HCS_E_INVALID_JSON",
        "E_INVALIDARG",
        "HCN_E_INVALID_JSON",
        "HCN_E_INVALID_POLICY",
        "HCN_E_INVALID_NETWORK",
        "HCN_E_INVALID_ENDPOINT",
        "HCN_E_INVALID_IP",
        "HCN_E_INVALID_SUBNET",
        "HCN_E_INVALID_PREFIX",
        "HCN_E_INVALID_IP_SUBNET",
        "HCN_E_INVALID_INTERNAL_PORT",
        "HCN_E_GUID_CONVERSION_FAILURE",
    )
}
ABSENT = Ellipsis
PORT_MAPPING = {"InternalPort": 80, "ExternalPort": 18080, "Protocol": 6}
ACCESS = {"Action": "Block", "Direction": "Out", "RuleType": "Switch"}


class Place(NamedTuple):
    """A place of a document, and what may be drawn for it.

    Args:
        path: the names and indexes that lead there.
        values: what keeps the rule and what breaks it; `ABSENT` takes the member out.
    """

    path: tuple[str | int, ...]
    values: tuple[Any, ...]


class Root(NamedTuple):
    """A document both sides know.

    Args:
        kind: its type's name.
        sound: one that both take.
        places: where others may stand.
        make: asks the host, and undoes what was made.
    """

    kind: str
    sound: dict[str, Any]
    places: tuple[Place, ...]
    make: Callable[[dict[str, Any]], Awaitable[None]]


def ruled(rule: str, *path: str | int, listed: bool = False) -> Place:
    """A place whose values are those of a rule."""
    values = (*KEPT[rule], *BROKEN[rule])
    return Place(path, tuple([value] if listed else value for value in values))


async def make_system(mapping: dict[str, Any]) -> None:
    """Create and end a compute system."""
    async with await ComputeSystem.create(f"agreement-{uuid.uuid4()}", mapping) as system:
        await system.terminate()


async def make_network(mapping: dict[str, Any]) -> None:
    """Create and delete a network, by the function itself: the methods write what they read, and so correct it."""
    network_id = str(uuid.uuid4())
    async with await hcsffi.call("HcnCreateNetwork", network_id, json.dumps({**mapping, "Name": f"agreement-{network_id}"})):
        await network.Network.delete_by_id(network_id)


async def make_endpoint_on(above: network.Network, mapping: dict[str, Any]) -> None:
    """Create and delete an endpoint, by the function itself."""
    endpoint_id = str(uuid.uuid4())
    async with (
        await hcsffi.call("HcnOpenNetwork", above.id) as opened,
        await hcsffi.call("HcnCreateEndpoint", opened, endpoint_id, json.dumps(mapping)),
    ):
        await network.Endpoint.delete_by_id(endpoint_id)


async def make_endpoint(mapping: dict[str, Any]) -> None:
    """Create an endpoint on a network of its own, and delete both."""
    async with await network.Network.create({**NETWORK, "Name": f"agreement-{uuid.uuid4()}"}) as above:
        try:
            await make_endpoint_on(above, mapping)
        finally:
            await above.delete()


NETWORK: dict[str, Any] = {
    "Type": "NAT",
    "SchemaVersion": {"Major": 2, "Minor": 0},
    "MacPool": {"Ranges": [{"StartMacAddress": "00-15-5D-52-C0-00", "EndMacAddress": "00-15-5D-52-CF-FF"}]},
    "Dns": {"ServerList": ["10.77.0.2"]},
    "Ipams": [
        {
            "Type": "Static",
            "Subnets": [{"IpAddressPrefix": "10.77.0.0/16", "Routes": [{"NextHop": "10.77.0.1", "DestinationPrefix": "0.0.0.0/0"}]}],
        }
    ],
}
SUBNET: tuple[str | int, ...] = ("Ipams", 0, "Subnets", 0)


def endpoint(kind: str, settings_of: dict[str, Any], *places: Place) -> Root:
    """An endpoint with one policy."""
    sound = {"SchemaVersion": {"Major": 2, "Minor": 0}, "Policies": [{"Type": kind, "Settings": settings_of}]}
    inside = [Place(("Policies", 0, "Settings", *place.path), place.values) for place in places]
    return Root("HostComputeEndpoint", sound, tuple(inside), make_endpoint)


ROOTS: dict[str, Root] = {
    "container": Root(
        "ComputeSystem",
        {"Container": {"GuestOs": {"HostName": "web"}, "Processor": {"Weight": 100}, "Memory": {"SizeInMB": 100}}},
        (
            Place(("Container",), (ABSENT,)),
            Place(("VirtualMachine",), ({"ComputeTopology": {"Memory": {"SizeInMB": 64}, "Processor": {"Count": 1}}},)),
            ruled("host name", "Container", "GuestOs", "HostName"),
            ruled("from 1 to 10000", "Container", "Processor", "Weight"),
            Place(("Container", "Processor"), ({"Maximum": 500}, {"Maximum": 10001}, {"Maximum": 0}, {"Count": 1, "Maximum": 5}, {})),
            ruled("guid", "Container", "Networking", "Namespace"),
            Place(("Container", "MappedDirectories"), ([{"HostPath": "C:\\windows"}], [{"ContainerPath": "x"}])),
            Place(("Container", "MappedDirectories"), tuple([{"HostPath": path, "ContainerPath": "x"}] for path in BROKEN["unc"])),
            Place(("Container", "Storage", "Layers"), ([{"Id": GUID}], [{"Path": "C:\\layer"}], [{"Id": GUID, "Path": ""}], [])),
            Place(
                ("Container", "RegistryChanges", "AddValues"),
                ([{"StringValue": "", "DWordValue": 0}], [{"DWordValue": 0}], [{"QWordValue": 1, "BinaryValue": ""}]),
            ),
            Place(("Container", "MappedPipes"), ([{"HostPath": "C:\\windows"}], [{"ContainerPipeName": "x"}])),
        ),
        make_system,
    ),
    "machine": Root(
        "ComputeSystem",
        {"VirtualMachine": {"ComputeTopology": {"Memory": {"SizeInMB": 64}, "Processor": {"Count": 1}}, "Devices": {}}},
        (
            ruled("step 2", "VirtualMachine", "ComputeTopology", "Memory", "SizeInMB"),
            ruled("from 1 to 4294967295", "VirtualMachine", "ComputeTopology", "Processor", "Count"),
            ruled("mac", "VirtualMachine", "Devices", "NetworkAdapters", "a", "MacAddress"),
            ruled("sddl", "VirtualMachine", "Devices", "HvSocket", "HvSocketConfig", "DefaultBindSecurityDescriptor"),
            ruled("sddl", "VirtualMachine", "Devices", "HvSocket", "HvSocketConfig", "DefaultConnectSecurityDescriptor"),
        ),
        make_system,
    ),
    "network": Root(
        "HostComputeNetwork",
        NETWORK,
        (
            ruled("subnet", *SUBNET, "IpAddressPrefix"),
            ruled("route", *SUBNET, "Routes", 0, "DestinationPrefix"),
            ruled("address", *SUBNET, "Routes", 0, "NextHop"),
            ruled("mac", "MacPool", "Ranges", 0, "StartMacAddress"),
            Place(("MacPool", "Ranges", 0, "EndMacAddress"), ("00-15-5D-52-C0-00", "00-15-5D-52-BF-FF", ABSENT)),
            Place((*SUBNET, "IpSubnets"), tuple([{"IpAddressPrefix": one}] for one in ("10.77.4.0/24", "10.78.0.0/24", "10.0.0.0/8"))),
            Place((*SUBNET, "IpSubnets"), ([{"IpAddressPrefix": "10.77.4.0/24"}, {"IpAddressPrefix": "10.77.4.128/25"}],)),
            Place(("Ipams", 0, "Subnets", 1), tuple({"IpAddressPrefix": one} for one in ("10.78.0.0/16", "10.77.8.0/24", "fd00:77::/64"))),
            ruled("address", "Dns", "ServerList", listed=True),
        ),
        make_network,
    ),
    "endpoint": Root(
        "HostComputeEndpoint",
        {"SchemaVersion": {"Major": 2, "Minor": 0}},
        (
            ruled("mac", "MacAddress"),
            Place(("IpConfigurations",), tuple([{"IpAddress": value}] for value in ("10.77.3.4", *BROKEN["address"]))),
            Place(("IpConfigurations",), tuple([{"IpAddress": "10.77.3.4", "PrefixLength": bits}] for bits in (16, 32, 33, 129))),
            ruled("address", "Dns", "ServerList", listed=True),
        ),
        make_endpoint,
    ),
    "port mapping": endpoint(
        "PortMapping",
        PORT_MAPPING,
        Place(("InternalPort",), (0, 1, 65535, ABSENT)),
        Place(("ExternalPort",), (0, 65535, ABSENT)),
        Place(("Protocol",), ("TCP", 17, "6")),
        ruled("address", "VIP"),
    ),
    "access rule": endpoint(
        "ACL",
        ACCESS,
        ruled("protocols", "Protocols"),
        ruled("addresses", "LocalAddresses"),
        ruled("addresses", "RemoteAddresses"),
        ruled("ports", "LocalPorts"),
        ruled("ports", "RemotePorts"),
    ),
    "translation": endpoint("OutBoundNAT", {}, ruled("range", "Exceptions", listed=True), ruled("address", "VirtualIP")),
    "route": endpoint(
        "SDNRoute",
        {"DestinationPrefix": "10.9.0.0/16", "NeedEncap": True},
        ruled("prefix", "DestinationPrefix"),
        ruled("address", "NextHop"),
    ),
    "provider": endpoint("ProviderAddress", {"ProviderAddress": "10.9.0.5"}, ruled("address", "ProviderAddress")),
}


def put(document: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Place a value; objects on the way are made."""
    for name, following in itertools.pairwise(path):
        if isinstance(name, str) and isinstance(document, dict):
            document = document.setdefault(name, [] if isinstance(following, int) else {})
        elif isinstance(name, int) and name < len(document):
            document = document[name]
    if value is ABSENT:
        document.pop(path[-1], None)
    elif isinstance(document, list) and path[-1] == len(document):
        document.append(value)
    else:
        document[path[-1]] = value


def names_for_numbers(read: Any, written: Any) -> Iterator[Any]:
    """Names that stand where the wire has a number: the types read them, the service does not."""
    if isinstance(read, dict) and isinstance(written, dict):
        for name in read.keys() & written.keys():
            yield from names_for_numbers(read[name], written[name])
    elif isinstance(read, list) and isinstance(written, list):
        for one, other in zip(read, written, strict=False):
            yield from names_for_numbers(one, other)
    elif isinstance(read, str) and isinstance(written, int):
        yield read


def validator_refuses(kind: str, mapping: dict[str, Any]) -> list[str]:
    """What `hcsffi validate` has against it."""
    try:
        document = documents.from_mapping(documents.find_type(kind), mapping)
    except InvalidDocument as refused:
        return [str(problem) for problem in refused.problems]
    otherwise = [f"a name: {name}" for name in names_for_numbers(mapping, documents.to_mapping(document))]
    return otherwise + [str(found) for found in documents.check(document) if found.kind in {"wrong meaning", "unknown value"}]


async def host_refuses(root: Root, mapping: dict[str, Any]) -> str:
    """The code by which the host blames the document, or an empty text."""
    try:
        await root.make(mapping)
    except HcsError as refused:
        return refused.symbol if refused.hresult in BLAMES_THE_DOCUMENT else ""
    except InvalidDocument as refused:
        return f"before the host: {refused}"
    return ""


@pytest.mark.parametrize("name", ROOTS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=st.data())
def test_what_the_validator_refuses_the_host_refuses(name: str, source: st.DataObject) -> None:
    """And the other way round: whoever validates first is not surprised by the service, and is not kept from what it takes."""
    root = ROOTS[name]
    mapping = copy.deepcopy(root.sound)
    for place in source.draw(st.lists(st.sampled_from(root.places), max_size=2, unique_by=lambda place: place.path)):
        put(mapping, place.path, copy.deepcopy(source.draw(st.sampled_from(place.values))))
    said = validator_refuses(root.kind, mapping)
    code = anyio.run(host_refuses, root, mapping)
    event("refused" if said else "taken")  # counted with --hypothesis-show-statistics
    assert bool(said) == bool(code), (mapping, said, code)


def kept_by(cls: Any) -> dict[str, Any]:
    """Settings that keep every rule: what is needed, and what is made of other types."""
    made: dict[str, Any] = {}
    for row in cls.__members__:
        kind = parse(row.kind)
        inner = kind.inner if kind.form == "array" else kind
        found = find(f"hcn.{inner.name}") if inner.form == "type" else None
        if found is not None and not issubclass(found, Enum):
            made[row.wire] = [kept_by(found)] if kind.form == "array" else kept_by(found)
        elif is_needed(row.rule) and text_of(row.rule):
            made[row.wire] = KEPT[text_of(row.rule)][0]
        elif is_needed(row.rule):
            made[row.wire] = next(value.value for value in found) if found else GUID if kind.name in {"guid", "string"} else 5
    return made


def places_of(cls: Any, *above: str | int) -> Iterator[Place]:
    """Every member of settings that keeps a rule, with values that keep it and values that break it."""
    for row in cls.__members__:
        kind = parse(row.kind)
        inner = kind.inner if kind.form == "array" else kind
        found = find(f"hcn.{inner.name}") if inner.form == "type" else None
        if found is not None and not issubclass(found, Enum):
            yield from places_of(found, *above, row.wire, *([0] if kind.form == "array" else []))
        values = (*KEPT[text_of(row.rule)], *BROKEN[text_of(row.rule)]) if text_of(row.rule) else ()
        values = tuple([one] for one in values) if kind.form == "array" else values
        yield Place((*above, row.wire), (*values, ABSENT) if is_needed(row.rule) else values)


async def host_refuses_settings(holder: str, policies: list[dict[str, Any]]) -> list[str]:
    """By which code the host refuses each of these policies, or an empty text."""
    answers = []
    async with await network.Network.create({**NETWORK, "Name": f"agreement-{uuid.uuid4()}"}) as above:
        for policy in policies:
            if holder == "Endpoint":
                root = endpoint("", {})._replace(make=partial(make_endpoint_on, above))
                answers.append(await host_refuses(root, {**root.sound, "Policies": [policy]}))
                continue
            mapping = copy.deepcopy(NETWORK)
            subnet: dict[str, Any] = mapping["Ipams"][0]["Subnets"][0]
            subnet["IpAddressPrefix"], subnet["Routes"] = "10.76.0.0/16", []
            (mapping if holder == "Network" else subnet)["Policies"] = [policy]
            answers.append(await host_refuses(ROOTS["network"], mapping))
        await above.delete()
    return answers


SETTINGS = [
    (member.split(".")[1].removesuffix("Policy"), policy, find(names[0]))
    for member, table in POLICIES.items()
    for policy, names in table.items()
    if member.split(".")[1] in {"EndpointPolicy", "NetworkPolicy", "SubnetPolicy"}
]


@pytest.mark.parametrize(("holder", "policy", "cls"), SETTINGS, ids=lambda one: one if isinstance(one, str) else "")
def test_every_rule_of_the_settings_of_a_policy_is_kept_by_both(holder: str, policy: str, cls: Any) -> None:
    """What one type of policy demands: each member alone takes each value that keeps or breaks its rule, and is left out."""
    mappings = [{"Type": policy, "Settings": kept_by(cls)}]
    for place in places_of(cls):
        for value in place.values:
            mappings.append({"Type": policy, "Settings": kept_by(cls)})
            put(mappings[-1]["Settings"], place.path, value)
    refused = anyio.run(host_refuses_settings, holder, mappings)
    said = [validator_refuses(f"hcn.{holder}Policy", mapping) for mapping in mappings]
    assert not refused[0]
    for mapping, code, words in zip(mappings, refused, said, strict=True):
        assert bool(code) == bool(words), (mapping, code, words)
