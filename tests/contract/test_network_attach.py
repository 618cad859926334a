"""A compute system's network is made as one thing and taken away as one thing, whatever happens in between."""

from __future__ import annotations

import asyncio
import contextlib
import random
import uuid
from contextlib import AsyncExitStack
from ipaddress import IPv4Address, IPv4Interface, IPv6Interface
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import ComputeSystem, HcsError, NotFound, embedded, network
from hcsffi.documents import build
from hcsffi.errors import PortTaken
from hcsffi.native.lifetime import own_identity
from hcsffi.network.journal import Journal, JournalEntry, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

STEPS = ("HcnCreateEndpoint", "HcnQueryEndpointProperties", "HcnCreateNamespace", "HcnQueryNamespaceProperties", "HcnModifyNamespace")
"""What an attachment calls once its networks are open."""
REFUSED = 0x80070005
"""E_ACCESSDENIED: nothing that any step takes for done."""
UNSUPPORTED = 0x803B0015
"""HCN_E_REQUEST_UNSUPPORTED: a container uses the namespace (F-40)."""


@pytest.fixture
async def nat() -> AsyncIterator[network.Network]:
    """A network with room for 1,021 endpoints; whatever is left on it at the end fails the test."""
    async with await network.Network.create(build.nat_network(f"nat-{uuid.uuid4()}", "10.5.0.0/22", "10.5.0.1")) as made:
        yield made
        left = [one.name for one in await network.Endpoint.on(made)]
        for one in await network.Namespace.ids():  # what one test leaves must not fail the next
            left.append(one)
            await network.Namespace.delete_by_id(one)
        await made.delete()
        assert [] == left


def living() -> dict[str, int]:
    """How many things of the network service there are, by kind, where there are any."""
    return {
        kind: count
        for kind, count in embedded.counters().items()
        if count and kind in {"Endpoints", "Namespaces", "EndpointHandles", "NamespaceHandles"}
    }


def files(journal: Path) -> list[JournalEntry]:
    """What the journal tells; a file that cannot be read fails."""
    found = list(Journal(journal).entries())
    assert all(isinstance(one, JournalEntry) for one in found)
    return [one for one in found if isinstance(one, JournalEntry)]


async def test_an_attachment_tells_ids_addresses_and_gateway(nat: network.Network, tmp_path: Path) -> None:
    """What the compute system's document and its user need."""
    mapping, acl = "127.0.0.1:8080:80/tcp", network.AclPolicy(action="Block", direction="Out", remote_addresses=["10.9.0.0/16"])
    async with network.attach("web-1", on=[nat], ports=[mapping], policies=[acl], owner="web", journal=tmp_path) as attachment:
        (endpoint,) = attachment.endpoints
        assert (IPv4Interface("10.5.0.2/22"),) == attachment.addresses
        assert IPv4Address("10.5.0.1") == attachment.gateway
        assert endpoint.mac_address == attachment.mac_addresses[0]
        assert (acl, network.published_port(mapping)) == endpoint.policies
        assert endpoint.name.startswith("web.")
        assert endpoint.name.endswith(".eth0")
        async with await network.Namespace.open(attachment.namespace_id) as namespace:
            assert (endpoint.id,) == await namespace.endpoints()
        assert endpoint.properties.host_compute_namespace == attachment.namespace_id
    assert {} == living()
    assert [] == files(tmp_path)


async def test_several_networks_give_endpoints_in_their_order(nat: network.Network, tmp_path: Path) -> None:
    """The guest takes the one that ends in eth0 first; names, ids and objects of networks all do, and ports go to the first."""
    second = build.nat_network("second", "fd00:5::/64", "fd00:5::1")
    async with await network.Network.create(second) as other:
        plug = network.Plug(network="second", addresses=["fd00:5::77"], mac_address="00:15:5d:00:aa:01", name_servers=["fd00:5::1"])
        async with network.attach("web-1", on=[nat.id, plug], ports=["8080:80"], journal=tmp_path) as attachment:
            first, last = attachment.endpoints
            assert (nat.id, other.id) == (first.network_id, last.network_id)
            assert (".eth0", ".eth1") == (first.name[-5:], last.name[-5:])
            assert (IPv6Interface("fd00:5::77/64"),) == last.addresses
            assert last.mac_address == "00-15-5D-00-AA-01"
            assert last.properties.dns is not None
            assert ["fd00:5::1"] == list(last.properties.dns.server_list or ())
            assert ([8080], []) == tuple(
                [policy.external_port for policy in one.policies if isinstance(policy, network.PortMappingPolicy)] for one in (first, last)
            )
            async with await network.Namespace.open(attachment.namespace_id) as namespace:
                assert (first.id, last.id) == await namespace.endpoints()
        await other.delete()
    assert {} == living()


async def test_the_journal_tells_of_an_attachment_while_it_lives(nat: network.Network, tmp_path: Path) -> None:
    """Every step is in it, with the ids that the service has; it goes when all of them are gone."""
    async with network.attach("web-1", on=[nat], owner="web", journal=tmp_path) as attachment:
        (told,) = files(tmp_path)
        assert (attachment.id, "web", "web-1") == (told.attachment, told.owner, told.system)
        ids = [(one.thing.value, one.id) for one in told.steps]
        endpoint = attachment.endpoints[0].id
        assert [("endpoint", endpoint), ("namespace", attachment.namespace_id), ("membership", endpoint)] == ids
        assert [Stage.DONE, Stage.DONE] == [one.stage for one in told.steps[:-1]]
    assert [] == files(tmp_path)


@pytest.mark.parametrize("skip", [0, 1])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("function", STEPS)
async def test_a_failure_at_any_step_undoes_exactly_what_was_done(
    nat: network.Network, tmp_path: Path, configure: Configure, function: str, when: str, skip: int
) -> None:
    """Before the native call and after it: the first cause is what is raised, and nothing is left."""
    fault: dict[str, Any] = {"Function": function, "Skip": skip, "HResult": REFUSED if when == "before" else 0, "Message": "as asked for"}
    stranger = await network.Endpoint.create(nat, {"Name": "stranger", "SchemaVersion": {"Major": 2, "Minor": 0}})
    configure(Faults=[fault])
    caught: list[HcsError] = []
    try:
        async with network.attach("web-1", on=[nat, nat], journal=tmp_path):
            pass
    except HcsError as error:
        caught.append(error)
    finally:
        configure()
    # There is one namespace; the second question about it is a part of the tear-down, which does not need its answer.
    reached = skip == 1 and function in {"HcnCreateNamespace", "HcnQueryNamespaceProperties"}
    assert (0 if reached else 1) == len(caught)
    assert all("as asked for" in str(one) for one in caught)
    assert [stranger.id] == [one.id for one in await network.Endpoint.on(nat)]
    await stranger.delete()
    assert {} == living()
    assert [] == files(tmp_path)


async def test_what_cannot_be_undone_is_told_one_by_one_beside_the_first_cause(
    nat: network.Network, tmp_path: Path, configure: Configure
) -> None:
    """The first cause says what went wrong, the rest what somebody has to look after; the journal keeps it for the collector."""
    with pytest.raises(network.NotUndone) as caught:  # noqa: PT012 - the block is the point
        async with network.attach("web-1", on=[nat], owner="web", journal=tmp_path) as attachment:
            configure(
                Faults=[{"Function": "HcnDeleteEndpoint", "HResult": REFUSED}, {"Function": "HcnDeleteNamespace", "HResult": REFUSED}]
            )
            raise LookupError("first")
    configure()
    assert isinstance(caught.value.__cause__, LookupError)
    left = [(one.step.thing.value, one.step.id, one.hresult) for one in caught.value.left]
    assert [("namespace", attachment.namespace_id, REFUSED), ("endpoint", attachment.endpoints[0].id, REFUSED)] == left
    for one in (attachment.namespace_id, attachment.endpoints[0].id, "E_ACCESSDENIED"):
        assert one in str(caught.value)
    (told,) = files(tmp_path)
    assert {Stage.LEFT, Stage.UNDONE} == {one.stage for one in told.steps}
    await network.Endpoint.delete_by_id(attachment.endpoints[0].id)
    await network.Namespace.delete_by_id(attachment.namespace_id)


async def test_what_is_left_after_a_cancellation_is_told_too(nat: network.Network, tmp_path: Path, configure: Configure) -> None:
    """The cancellation is the cause, and does not swallow what somebody has to look after."""
    with pytest.raises(network.NotUndone) as caught:  # noqa: PT012 - the block is the point
        with anyio.CancelScope() as scope:
            async with network.attach("web-1", on=[nat], journal=tmp_path):
                configure(Faults=[{"Function": "HcnDeleteEndpoint", "HResult": REFUSED}])
                scope.cancel()
                await anyio.sleep_forever()
    configure()
    assert isinstance(caught.value.__cause__, anyio.get_cancelled_exc_class())
    (left,) = caught.value.left
    await network.Endpoint.delete_by_id(left.step.id)


async def test_a_clean_exit_that_cannot_undo_says_so(nat: network.Network, tmp_path: Path, configure: Configure) -> None:
    """An address that stays taken fails the next run, so it is no success."""
    with pytest.raises(network.NotUndone) as caught:
        async with network.attach("web-1", on=[nat], journal=tmp_path):
            configure(Faults=[{"Function": "HcnDeleteEndpoint", "HResult": REFUSED}])
    configure()
    assert caught.value.__cause__ is None
    (left,) = caught.value.left
    await network.Endpoint.delete_by_id(left.step.id)


async def test_a_container_that_still_uses_the_namespace_keeps_it_and_is_told(
    nat: network.Network, tmp_path: Path, configure: Callable[..., None]
) -> None:
    """Left in the wrong order: the container's network must not vanish in silence, and the collector leaves it to the living."""
    configure(Isolation="none")  # whoever carries its packets
    async with AsyncExitStack() as outer:
        with pytest.raises(network.NotUndone) as caught:  # noqa: PT012 - the block is the point
            async with network.attach("web-1", on=[nat], owner="web", journal=tmp_path) as attachment:
                document = build.process_isolated_container(host_name="web", namespace_id=attachment.namespace_id)
                system = await outer.enter_async_context(await ComputeSystem.create(f"web-{uuid.uuid4()}", document))
                await system.start()
        assert [("namespace", UNSUPPORTED)] == [(one.step.thing.value, one.hresult) for one in caught.value.left]
        (told,) = files(tmp_path)
        told.process = own_identity()._replace(birth=7)
        Journal(tmp_path).write(told)
        collected = await network.gc(owner="web", journal=tmp_path)
        assert () == collected.freed
        assert [attachment.namespace_id] == [one.id for one in collected.kept]
        assert system.id in collected.kept[0].reason
        await system.terminate()
    collected = await network.gc(owner="web", journal=tmp_path)
    assert ["namespace", "file"] == [one.kind for one in collected.freed]


async def test_what_others_deleted_meanwhile_counts_as_undone(nat: network.Network, tmp_path: Path) -> None:
    """Not found is what was wanted."""
    async with network.attach("web-1", on=[nat], journal=tmp_path) as attachment:
        await network.Endpoint.delete_by_id(attachment.endpoints[0].id)
        await network.Namespace.delete_by_id(attachment.namespace_id)
    assert {} == living()
    assert [] == files(tmp_path)


async def test_a_native_call_that_does_not_end_is_told_as_left(nat: network.Network, tmp_path: Path, configure: Configure) -> None:
    """The tear-down is limited in time: a service that hangs must not hang its clients for ever."""
    configure(Faults=[{"Function": "HcnCreateNamespace", "DelayUs": 3_000_000}])
    with pytest.raises(network.NotUndone) as caught:
        async with network.attach("web-1", on=[nat], journal=tmp_path, undo_s=1):
            pass
    (left,) = caught.value.left
    assert left.step.thing.value == "namespace"
    (told,) = files(tmp_path)
    assert [left.step.id] == [one.id for one in told.steps if one.stage is Stage.LEFT]
    with anyio.fail_after(60):
        while left.step.id not in await network.Namespace.ids():  # noqa: ASYNC110 - nobody tells when the late call ends
            await anyio.sleep(0.05)
    await network.Namespace.delete_by_id(left.step.id)


async def test_cancelled_at_every_suspension_it_leaves_nothing(nat: network.Network, tmp_path: Path) -> None:
    """While a native call is under way, too: what it makes is taken away once it has ended."""

    async def journey() -> None:
        async with network.attach("web-1", on=[nat, nat], ports=["8080:80"], journal=tmp_path):
            await anyio.lowlevel.checkpoint()

    async def look() -> None:
        assert {} == living()
        assert [] == files(tmp_path)

    assert await cancel_everywhere(journey, look) > 20


async def test_a_journal_that_cannot_be_written_stops_it_before_anything_is_made(nat: network.Network, tmp_path: Path) -> None:
    """What could not be found after a kill is not begun."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match=r"\w"):
        async with network.attach("web-1", on=[nat], journal=blocked):
            pass
    assert {} == living()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"on": []}, ValueError),
        ({"on": "nat"}, ValueError),
        ({"on": ["nobody has this name"]}, NotFound),
        ({"on": [str(uuid.UUID(int=7))]}, NotFound),
        ({"ports": ["80"]}, ValueError),
        ({"owner": "a.b"}, ValueError),
        ({"policies": [network.VsidPolicy(isolation_id=5)]}, network.PolicyRefused),
    ],
)
async def test_what_cannot_be_is_refused_before_anything_is_made(
    nat: network.Network, tmp_path: Path, change: dict[str, Any], error: type[Exception]
) -> None:
    """No file, no endpoint, no namespace."""
    with pytest.raises(error):
        async with network.attach("web-1", **{"on": [nat], "journal": tmp_path, **change}):
            pass
    assert {} == living()
    assert not any(tmp_path.iterdir())  # noqa: ASYNC240 - a folder of a test


async def test_a_policy_that_the_service_is_too_old_for_is_refused(nat: network.Network, tmp_path: Path, configure: Configure) -> None:
    """The version comes from the network's own answer; no endpoint is tried."""
    configure(WindowsBuild=17763)
    tier = network.TierAclPolicy(name="first", direction="In", order=0)
    async with await network.Network.open(nat.id) as older:
        with pytest.raises(network.PolicyRefused, match=r"TierAcl of an endpoint needs service 14\.0"):
            async with network.attach("web-1", on=[older], policies=[tier], journal=tmp_path):
                pass
    assert {} == living()


async def test_a_port_that_is_taken_is_told_and_nothing_is_left(nat: network.Network, tmp_path: Path) -> None:
    """The second attachment fails as a whole, the first one stays."""
    async with network.attach("web-1", on=[nat], ports=["8080:80"], journal=tmp_path):
        with pytest.raises(PortTaken):
            async with network.attach("web-2", on=[nat], ports=["8080:81"], journal=tmp_path):
                pass
        assert {"Endpoints": 1, "Namespaces": 1} == living()


@pytest.mark.endurance
@pytest.mark.timeout(300)
async def test_500_attachments_with_random_cancellation_and_faults_leave_nothing(
    nat: network.Network, tmp_path: Path, configure: Configure, anyio_backend_name: str, record_property: Callable[[str, object], None]
) -> None:
    """At the same time; some are cancelled at a random moment, by a scope or by asyncio, some meet a failing call. Counted by the host."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    # A fault in an undo would rightly leave something: these are steps of the making alone.
    configure(
        Faults=[
            {"Function": function, "Skip": chance.randrange(400), "HResult": code, "Message": "as asked for"}
            for function in STEPS[:4]
            for code in (REFUSED, 0)
            for _ in range(8)
        ]
    )
    outcomes: dict[str, int] = {}

    async def attached(number: int) -> str:
        with contextlib.suppress(HcsError):
            async with network.attach(f"web-{number}", on=[nat], owner="storm", journal=tmp_path, undo_s=120):
                await anyio.sleep(chance.random() * 0.02)
            return "whole"
        return "failed"

    async def one(number: int, moment_s: float | None) -> None:
        ended = "cancelled"
        if anyio_backend_name == "asyncio" and number % 4 == 0:
            with contextlib.suppress(asyncio.TimeoutError):
                ended = await asyncio.wait_for(attached(number), moment_s)
        else:
            with anyio.move_on_after(moment_s):
                ended = await attached(number)
        outcomes[ended] = outcomes.get(ended, 0) + 1

    async with anyio.create_task_group() as tasks:
        for number in range(500):
            tasks.start_soon(one, number, None if number % 2 else chance.random() * 2)
    configure()
    record_property("told", f"500 attachments, seed {seed}: {outcomes}; left: {living() or 'nothing'}")
    assert sum(outcomes.values()) == 500
    assert outcomes["whole"] > 0
    assert outcomes["failed"] > 0
    assert outcomes["cancelled"] > 0
    assert {} == living()
    assert [] == files(tmp_path)
