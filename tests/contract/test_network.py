"""Networks and endpoints through the API: made, found, read, changed, listed and deleted; F-numbers are those of docs/behaviour.md."""

from __future__ import annotations

import json
import socket
import uuid
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

import anyio
import pytest

import hcsffi
from hcsffi import AddressTaken, AlreadyExists, HcsError, InvalidDocument, NotFound, PortTaken, documents, embedded, network
from hcsffi.network import AmbiguousName, Endpoint, Network, access_policies, endpoint_policies, network_policies, policies, policy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]

pytestmark = pytest.mark.anyio

SUBNET = "10.31.0.0/24"
GATEWAY = "10.31.0.1"
NAT = documents.build.nat_network("contract", SUBNET, GATEWAY)
ACL = {"Type": "ACL", "Settings": {"Action": "Block", "Direction": "In", "RuleType": "Switch", "Priority": 200}}


async def test_a_network_lives_from_its_create_to_its_delete() -> None:
    """The whole life, with the id that the service chose (F-8, F-49)."""
    async with await Network.create(NAT) as made:
        assert made.id == str(uuid.UUID(made.properties.id))
        assert made.name == "contract"
        async with await Network.open(made.id) as again, await Network.get(name="contract") as named, await Network.get(id=made.id) as same:
            assert {made.id} == {again.id, named.id, same.id}
            assert again.properties == made.properties
        await made.delete()
        assert made.handle.closed
    with pytest.raises(NotFound) as gone:
        await Network.open(made.id)
    assert (gone.value.function, gone.value.hresult) == ("HcnOpenNetwork", 0x803B0001)


async def test_an_overlay_tunnels_from_the_address_this_machine_has_outside() -> None:
    """Other hosts send the overlay's packets there; it is the address that the routes choose, which sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # RFC 5737: never anybody's
            expected = asking.getsockname()[0]
        except OSError:
            expected = "127.0.0.1"  # chosen: no route leads outside
    async with await Network.create(documents.build.overlay_network("over", "Ethernet", SUBNET, GATEWAY, 5000)) as made:
        policies_of_it = {one["Type"]: one["Settings"] for one in documents.to_mapping(made.properties)["Policies"]}
        assert {"ProviderAddress": expected} == policies_of_it["ProviderAddress"]
        await made.delete()


@pytest.mark.parametrize("spelt", [str, lambda one: f"{{{str(one).upper()}}}", lambda one: one, lambda one: str(one).upper()])
async def test_an_id_of_ones_own_is_taken_in_every_spelling(spelt: Callable[[uuid.UUID], str | uuid.UUID]) -> None:
    """A client that keeps its own ids finds its things again, however it writes them."""
    wanted = uuid.uuid4()
    async with await Network.create(NAT, id=spelt(wanted)) as made:
        assert made.id == str(wanted)
        await Network.delete_by_id(spelt(wanted))


async def test_the_id_of_the_document_counts_where_none_is_given() -> None:
    """Hcsshim always passes the zero GUID and the id in the document (F-8)."""
    wanted = str(uuid.uuid4())
    async with await Network.create(documents.replace(NAT, id=wanted)) as made:
        assert made.id == wanted
        await made.delete()


async def test_a_document_of_either_form_is_of_the_second_generation() -> None:
    """The service takes a document without a version for one of the first generation, and would leave its subnets out."""
    mapping = {"Name": "contract", "Type": "NAT", "Ipams": [{"Subnets": [{"IpAddressPrefix": SUBNET}]}]}
    for document in (mapping, json.dumps(mapping), documents.from_mapping(documents.hcn.HostComputeNetwork, mapping)):
        async with await Network.create(document) as made:
            assert [SUBNET] == [one.ip_address_prefix for ipam in made.properties.ipams or () for one in ipam.subnets or ()]
            await made.delete()


async def test_a_taken_name_is_told_apart() -> None:
    """On this error a client opens the id it knows (F-18)."""
    async with await Network.create(NAT) as made:
        with pytest.raises(AlreadyExists) as taken:
            await Network.create(documents.build.nat_network("contract", "10.32.0.0/24", "10.32.0.1"))
        assert taken.value.hresult == 0x803B0010
        assert taken.value.record_code == 0x803B0010
        assert taken.value.message
        await made.delete()


async def test_an_endpoint_gets_what_it_does_not_ask_for() -> None:
    """Address, prefix length and hardware address are there when the create returns (F-27, F-61)."""
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, {"Name": "web"}) as endpoint:
            (given,) = endpoint.properties.ip_configurations or ()
            assert ip_address(given.ip_address or "") in ip_network(SUBNET)
            assert given.ip_address != GATEWAY
            assert given.prefix_length == 24
            assert len((endpoint.properties.mac_address or "").split("-")) == 6
            assert (endpoint.properties.host_compute_network or "").lower() == made.id
            await endpoint.delete()
        await made.delete()


async def test_an_endpoint_can_be_made_by_the_id_of_its_network() -> None:
    """Whoever kept only the id has nothing to open; what is opened for the call is closed again."""
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made.id, {"Name": "web"}) as endpoint:
            assert embedded.counters()["NetworkHandles"] == 1
            await endpoint.delete()
        with pytest.raises(NotFound):
            await Endpoint.create(uuid.uuid4(), {"Name": "web"})
        await made.delete()


async def test_a_taken_address_is_told_apart() -> None:
    """Most often an endpoint that an unclean stop left behind holds it (F-28)."""
    wanted = {"Name": "web", "IpConfigurations": [{"IpAddress": "10.31.0.9"}]}
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, wanted) as endpoint:
            assert [one.ip_address for one in endpoint.properties.ip_configurations or ()] == ["10.31.0.9"]
            for address in ("10.31.0.9", GATEWAY):
                with pytest.raises(AddressTaken) as taken:
                    await Endpoint.create(made, {"IpConfigurations": [{"IpAddress": address}]})
                assert taken.value.hresult == 0x803B002F
            await endpoint.delete()
        async with await Endpoint.create(made, wanted) as again:
            await again.delete()
        await made.delete()


async def test_a_taken_port_is_told_apart() -> None:
    """Two containers cannot have one port of the host (F-30)."""
    mapping = endpoint_policies.PortMappingPolicy(protocol="tcp", internal_port=80, external_port=18080)
    wanted = documents.hcn.HostComputeEndpoint(name="web", policies=policies.endpoint_documents([mapping]))
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, wanted) as endpoint:
            assert endpoint.policies == (mapping,)
            with pytest.raises(PortTaken) as taken:
                await Endpoint.create(made, wanted)
            assert taken.value.hresult == 0x803B0013
            await endpoint.delete()
        await made.delete()


async def test_policies_are_added_replaced_and_taken_away() -> None:
    """As their types, and read back as the same (F-70)."""
    first = access_policies.AclPolicy(action="Block", direction="In", rule_type="Switch", priority=200)
    second = access_policies.AclPolicy(action="Allow", direction="Out", rule_type="Switch", priority=300)
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, {"Name": "web"}) as endpoint:
            held: list[object] = []
            for change, one in ((endpoint.add_policies, first), (endpoint.update_policies, second), (endpoint.remove_policies, second)):
                await change(one)
                held.append(endpoint.policies)
            assert held == [(first,), (second,), ()]
            with pytest.raises(policy.PolicyRefused):
                await endpoint.add_policies(network_policies.HostRoutePolicy())
            await endpoint.delete()
        await made.add_policies(network_policies.HostRoutePolicy())
        assert [type(one) for one in made.policies] == [network_policies.HostRoutePolicy]
        await made.remove_policies(network_policies.HostRoutePolicy())
        assert len(made.policies) == 0
        await made.delete()


async def test_a_change_goes_typed_and_raw() -> None:
    """A newer service takes what no type describes; what a type describes is checked before it is sent."""
    request = {"ResourceType": "Policy", "RequestType": "Add", "Settings": {"Policies": [ACL]}}
    async with await Network.create(NAT) as made, await Endpoint.create(made, {"Name": "web"}) as endpoint:
        await endpoint.modify(request)
        assert len((await endpoint.query()).policies or ()) == 1
        await endpoint.modify_raw(json.dumps({**request, "RequestType": "Remove"}))
        assert not (await endpoint.query()).policies
        with pytest.raises(InvalidDocument):
            await endpoint.modify({"ResourceType": []})
        with pytest.raises(HcsError) as refused:
            await endpoint.modify_raw('{"ResourceType": 7}')
        assert refused.value.function == "HcnModifyEndpoint"
        await endpoint.delete()
        await made.delete()


async def test_a_raw_query_answers_as_it_came() -> None:
    """Without a version in the query the answer has the old shape (F-12)."""
    async with await Network.create(NAT) as made, await Endpoint.create(made, {"Name": "web"}) as endpoint:
        assert "IPAddress" in json.loads(await endpoint.query_raw())
        assert "IpConfigurations" in json.loads(await endpoint.query_raw({"SchemaVersion": {"Major": 2, "Minor": 0}}))
        await endpoint.delete()
        await made.delete()


async def test_a_name_that_several_have_is_refused_with_their_ids() -> None:
    """Names need not be unique (F-29), and the first of them is seldom the one that was meant."""
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, {"Name": "twin"}) as one, await Endpoint.create(made, {"Name": "twin"}) as other:
            with pytest.raises(AmbiguousName, match="2 have the name of endpoint 'twin'") as refused:
                await Endpoint.get(name="twin")
            assert set(refused.value.ids) == {one.id, other.id}
            await other.delete()
            async with await Endpoint.get(name="twin") as found:
                assert found.id == one.id
            await one.delete()
        with pytest.raises(NotFound) as absent:
            await Endpoint.get(name="twin")
        assert absent.value.hresult == 0x803B0002
        await made.delete()


@pytest.mark.parametrize("given", [{}, {"name": "a", "id": str(uuid.uuid4())}])
async def test_a_search_takes_a_name_or_an_id(given: dict[str, str]) -> None:
    """Both could disagree, and neither finds anything."""
    with pytest.raises(TypeError, match="takes a name or an id"):
        await Network.get(**given)


async def test_a_list_has_a_document_of_each_and_a_filter_narrows_it() -> None:
    """Enumerations have ids alone (F-10); the filter's keys are the old names, for new documents too (F-13)."""
    other_plan = documents.build.nat_network("other", "10.32.0.0/24", "10.32.0.1")
    async with await Network.create(NAT) as made, await Network.create(other_plan) as other:
        for place in range(20):
            async with await Endpoint.create(made if place % 2 else other, {"Name": f"web-{place}"}):
                pass
        every = await Endpoint.list()
        assert [one.name for one in every] == [f"web-{place}" for place in range(20)]
        assert every.vanished == 0
        assert len(every[2:4]) == 2
        on_one = await Endpoint.on(made)
        assert [one.name for one in on_one] == [f"web-{place}" for place in range(1, 20, 2)]
        assert on_one == await Endpoint.on(made.id)
        assert [one.name for one in await Endpoint.list({"Name": "web-7"}, concurrency=1)] == ["web-7"]
        assert len(await Endpoint.list({"Name": "nobody"})) == 0
        assert set(await Network.ids()) == {made.id, other.id}
        for one in every:
            await Endpoint.delete_by_id(one.id or "")
        await made.delete()
        await other.delete()


async def test_what_vanishes_from_a_list_is_counted(configure: Configure) -> None:
    """An id that goes away between the enumeration and its open is no error of the list (F-10, F-50)."""
    async with await Network.create(NAT) as made:
        for place in range(5):
            async with await Endpoint.create(made, {"Name": f"web-{place}"}):
                pass
        for function, code in (("HcnOpenEndpoint", "0x803B0002"), ("HcnQueryEndpointProperties", "0x803B0031")):
            configure(Faults=[{"Function": function, "Count": 2, "HResult": code, "Sync": True}])
            found = await Endpoint.list()
            assert (len(found), found.vanished) == (3, 2)
        configure(Faults=[{"Function": "HcnOpenEndpoint", "Count": 2, "HResult": "0x803B0020", "Sync": True}])
        with pytest.raises(hcsffi.ServiceUnavailable):
            await Endpoint.list()
        configure()
        await made.delete()


async def test_deleting_what_is_gone_can_count_as_done() -> None:
    """Two who clean up at once both succeed (G-8)."""
    async with await Network.create(NAT) as made, await Network.open(made.id) as again:
        await made.delete()
        with pytest.raises(NotFound):
            await again.query()
        with pytest.raises(NotFound):
            await again.delete()
        await again.delete(missing_ok=True)
    for noun in (Network, Endpoint, network.Namespace):
        await noun.delete_by_id(uuid.uuid4(), missing_ok=True)
        with pytest.raises(NotFound):
            await noun.delete_by_id(uuid.uuid4())


async def test_missing_ok_means_the_thing_itself(configure: Configure) -> None:
    """Another thing that is not found is a failure still."""
    configure(Faults=[{"Function": "HcnDeleteEndpoint", "Count": 1, "HResult": "0x803B0004", "Sync": True}])
    with pytest.raises(NotFound):
        await Endpoint.delete_by_id(uuid.uuid4(), missing_ok=True)


async def test_a_closed_one_says_so() -> None:
    """Before anything native is called."""
    made = await Network.create(NAT)
    await made.aclose()
    await made.aclose()
    for call in (made.query, made.query_raw, made.delete, lambda: made.modify({}), lambda: Endpoint.create(made, {})):
        with pytest.raises(anyio.ClosedResourceError, match="was closed"):
            await call()
    await Network.delete_by_id(made.id)


async def test_a_record_beside_success_is_a_failure(configure: Configure, eventually: Eventually) -> None:
    """Shipping clients take it for one (F-2); what the call opened is closed."""
    configure(Faults=[{"Function": "HcnCreateNetwork", "Count": 1, "HResult": "0x00000000", "Message": "half done"}])
    with pytest.raises(HcsError) as told:
        await Network.create(NAT)
    assert (told.value.hresult, told.value.message) == (0x80004005, "half done")

    async def nothing_is_open() -> bool:
        return embedded.counters()["NetworkHandles"] == 0

    await eventually(nothing_is_open)
    for one in await Network.ids():
        await Network.delete_by_id(one)


async def test_an_open_whose_query_fails_leaves_no_handle(configure: Configure) -> None:
    """Only the answer tells the id, so there is nothing to hand out without it."""
    async with await Network.create(NAT) as made:
        configure(Faults=[{"Function": "HcnQueryNetworkProperties", "Count": 1, "HResult": "0x803B0017", "Sync": True}])
        with pytest.raises(HcsError) as degraded:
            await Network.open(made.id)
        assert degraded.value.function == "HcnQueryNetworkProperties"
        assert embedded.counters()["NetworkHandles"] == 1
        configure()
        await made.delete()


async def test_a_handle_is_lent_to_a_call_by_name() -> None:
    """What has no method is reached with the objects one has."""
    async with await Network.create(NAT) as made:
        told = await hcsffi.call("HcnQueryNetworkProperties", made, {"SchemaVersion": {"Major": 2, "Minor": 0}})
        assert json.loads(told.text)["Name"] == "contract"
        await made.delete()


async def test_one_limiter_says_how_many_calls_block_at_once(configure: Configure, eventually: Eventually) -> None:
    """A program that has its own threads to think of sets it; everything of the event loop waits its turn there."""
    mine = anyio.CapacityLimiter(1)

    async def one_at_work_and_one_waits() -> bool:
        return (mine.borrowed_tokens, mine.statistics().tasks_waiting) == (1, 1)

    before = network.limiter()
    network.use_limiter(mine)
    try:
        assert network.limiter() is mine
        configure(Faults=[{"Function": "HcnEnumerateNetworks", "Count": 2, "DelayUs": 500_000}])
        begun = anyio.current_time()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(Network.ids)
            tasks.start_soon(Network.ids)
            await eventually(one_at_work_and_one_waits)
        assert anyio.current_time() - begun >= 1
    finally:
        network.use_limiter(before)
