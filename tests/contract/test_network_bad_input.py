"""What is wrong is refused with a documented code, or before it is sent, and leaves nothing behind."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi import HcsError, InvalidDocument, documents, embedded
from hcsffi.network import Endpoint, Namespace, Network, PortReservation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.anyio

DEEP = '{"Policies":' + "[" * 5000 + "]" * 5000 + "}"
LONG = "x" * 1_000_000


def plan(prefix: str, gateway: str | None = None) -> dict[str, Any]:
    """A NAT network with one subnet."""
    subnet: dict[str, Any] = {"IpAddressPrefix": prefix}
    if gateway is not None:
        subnet["Routes"] = [{"NextHop": gateway, "DestinationPrefix": "::/0" if ":" in gateway else "0.0.0.0/0"}]
    return {"Name": "bad", "Type": "NAT", "Ipams": [{"Type": "Static", "Subnets": [subnet]}]}


@pytest.fixture
async def network(anyio_backend: object) -> AsyncIterator[Network]:
    """A network for one test."""
    async with await Network.create(documents.build.nat_network("contract", "10.35.0.0/24", "10.35.0.1")) as made:
        yield made
        await made.delete()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "7",
        "{",
        '{"Name": 5}',
        '{"Ipams": {}}',
        '{"Ipams": [{"Subnets": 1}]}',
        '{"Flags": "x" }',
        DEEP,
        '{"Name": "\\ud800"}',
    ],
    ids=range(11),
)
async def test_what_is_no_document_is_not_sent(text: str) -> None:
    """With the path of what is wrong; the service would say less."""
    with pytest.raises((InvalidDocument, ValueError)):
        await Network.create(text)
    assert embedded.counters()["Networks"] == 0


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
async def test_a_text_that_cannot_cross_is_refused(network: Network, name: str) -> None:
    """The library would read another text than it was given, or none."""
    for call in (lambda: Network.create({"Name": name}), lambda: network.query_raw(name), lambda: network.modify_raw(name)):
        with pytest.raises(ValueError, match=r"NUL|surrogate|\\x00|ud800"):
            await call()


@pytest.mark.parametrize(
    ("prefix", "gateway"),
    [
        ("10.35.0.128/25", "10.35.0.129"),
        ("10.36.0.0/33", None),
        ("10.36.0", None),
        ("10.36.0.0", None),
        ("10.36.0.0/24", "10.37.0.1"),
        ("10.36.0.0/24", "10.36.0.999"),
        ("fe80::%eth0/64", None),
    ],
)
async def test_an_address_plan_that_cannot_be_is_refused(network: Network, prefix: str, gateway: str | None) -> None:
    """Overlapping, no prefix at all, or with a gateway outside: each with a code, and nothing is made."""
    with pytest.raises(HcsError) as refused:
        await Network.create(plan(prefix, gateway))
    assert refused.value.hresult >= 0x80000000
    assert not refused.value.symbol.startswith("0x")
    assert await Network.ids() == [network.id]


@pytest.mark.parametrize(
    "document",
    [
        {"IpConfigurations": [{"IpAddress": "10.35.0.256"}]},
        {"IpConfigurations": [{"IpAddress": "::ffff:10.35.0.9"}]},
        {"IpConfigurations": [{"IpAddress": "10.99.0.9"}]},
        {"IpConfigurations": [{"IpAddress": "10.35.0.255"}]},
        {"MacAddress": "01-00-5E-00-00-01"},
        {"MacAddress": "00155D000001"},
        {"MacAddress": "no"},
    ],
    ids=range(7),
)
async def test_an_endpoint_that_cannot_be_is_refused(network: Network, document: dict[str, Any]) -> None:
    """Addresses outside the plan by the service; hardware addresses that are none before it is asked."""
    with pytest.raises(InvalidDocument if "MacAddress" in document else HcsError) as refused:
        await Endpoint.create(network, document)
    assert getattr(refused.value, "hresult", 0x80000000) >= 0x80000000
    assert await Endpoint.ids() == []


@pytest.mark.parametrize("port", [65536, -1])
async def test_a_port_that_is_none_is_not_sent(network: Network, port: int) -> None:
    """The document knows the width of a port."""
    with pytest.raises(InvalidDocument):
        await Endpoint.create(network, {"Policies": [{"Type": "PortMapping", "Settings": {"ExternalPort": port}}]})


@pytest.mark.parametrize("name", ["", "a", "x" * 256])
async def test_a_name_comes_back_as_it_was(name: str) -> None:
    """One of any length that is taken."""
    async with await Network.create({"Name": name, "Type": "Private"}) as made:
        assert (made.name or "") == name
        await made.delete()


@pytest.mark.parametrize("name", ["x" * 257, "x" * 10_000])
async def test_a_name_that_is_too_long_is_refused_by_both_sides(name: str) -> None:
    """By the document with its place, and by the host with a code; nothing is left."""
    mapping = {"Name": name, "Type": "Private", "SchemaVersion": {"Major": 2, "Minor": 0}}
    with pytest.raises(InvalidDocument, match=r"\$\.Name: .*at most 256 letters"):
        await Network.create(mapping)
    with pytest.raises(HcsError) as refused:
        await hcsffi.call("HcnCreateNetwork", str(uuid.uuid4()), json.dumps(mapping))
    assert "HCN_E_INVALID_NETWORK" == refused.value.symbol
    assert await Network.ids() == []


async def test_a_megabyte_crosses_or_is_refused() -> None:
    """No text of a document is too long for this side."""
    try:
        made = await Network.create({"Name": "long", "Type": "Private", "AdditionalParams": {"Text": LONG}})
    except HcsError as refused:
        assert not refused.symbol.startswith("0x")  # noqa: PT017 - either is right
        return
    async with made:
        await made.delete()


@pytest.mark.parametrize(
    "wrong", ["", "12", "6d0f4c4a11114222833394445556667", "6d0f4c4a111142228333944455566677", "{6d0f4c4a-1111", "g" * 36]
)
async def test_an_id_that_is_none_is_not_sent(network: Network, wrong: str) -> None:
    """The service would read a short GUID in its own way."""
    calls: list[Any] = [
        lambda: Network.open(wrong),
        lambda: Endpoint.get(id=wrong),
        lambda: Namespace.delete_by_id(wrong),
        lambda: Network.create({"Name": "bad"}, id=wrong),
        lambda: Endpoint.create(wrong, {}),
        lambda: Endpoint.on(wrong),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="is no id of the network service"):
            await call()


@pytest.mark.parametrize("filtering", [{"Nonsense": 1}, {"ID": "x"}, {"Name": ""}, {"VirtualNetwork": "no guid"}, {"State": 99}])
async def test_a_filter_for_something_else_finds_nothing_or_is_refused(network: Network, filtering: dict[str, object]) -> None:
    """Never everything: whoever deletes what a filter found must not find more than it says."""
    try:
        found = await Network.list(filtering)
    except HcsError as refused:
        assert not refused.symbol.startswith("0x")  # noqa: PT017 - either is right
    else:
        assert len(found) == 0


async def test_a_handle_of_another_noun_is_refused(network: Network) -> None:
    """Before it is followed as what it is not."""
    with pytest.raises(TypeError, match="argument 0 is a HCN_ENDPOINT, not NetworkHandle"):
        await hcsffi.call("HcnQueryEndpointProperties", network)
    async with await Namespace.create() as namespace:
        with pytest.raises(TypeError, match="argument 0 is a HCN_NETWORK, not NamespaceHandle"):
            await hcsffi.call("HcnCreateEndpoint", namespace, uuid.uuid4(), "{}")
        await namespace.delete()


@pytest.mark.parametrize("concurrency", [0, -1])
async def test_a_list_looks_at_one_at_least(concurrency: int) -> None:
    """It would wait for ever."""
    with pytest.raises(ValueError, match="at least"):
        await Network.list(concurrency=concurrency)


@pytest.mark.parametrize("port", [0, 65536, True, "80"])
async def test_ports_that_are_none_are_not_reserved(port: Any) -> None:
    """Said before the service, or a guest, is asked."""
    service: Any = None
    with pytest.raises(ValueError, match="is a number from 1 to 65535"):
        await PortReservation.create(service, port)
    with pytest.raises(ValueError, match="is a number from 1 to 65535"):
        await PortReservation.create_range(service, port)
