"""A network as it is wanted: reused, told apart, replaced only when told to."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import AlreadyExists, InvalidDocument, documents, network
from hcsffi.documents import build, hcn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
async def no_network_left() -> AsyncIterator[None]:
    """Each test begins and ends without networks."""
    yield
    for one in await network.Network.ids():
        await network.Network.delete_by_id(one)


def wanted(prefix: str = "10.5.0.0/24", gateway: str = "10.5.0.1", **changes: Any) -> hcn.HostComputeNetwork:
    """A NAT network called ``nat``."""
    return documents.replace(build.nat_network("nat", prefix, gateway), **changes)


async def ensured(document: Any, **how: Any) -> tuple[str, str, tuple[network.Difference, ...]]:
    """How it came to be there, its id, and the differences."""
    found = await network.ensure(document, **how)
    async with found.network:
        return found.how, found.network.id, found.differences


async def test_a_missing_network_is_created_and_then_reused() -> None:
    """The same call twice is one network."""
    how, first, _ = await ensured(wanted())
    assert how == "created"
    assert ("reused", first, ()) == await ensured(wanted())
    assert ("reused", first, ()) == await ensured(documents.to_mapping(wanted()))
    assert ("reused", first, ()) == await ensured(documents.to_json(wanted()))


async def test_what_is_not_asked_for_may_be_anything() -> None:
    """A document that says a name alone is content with any network of that name and of the default type."""
    _, first, _ = await ensured(wanted(policies=network.network_documents([network.HostRoutePolicy()])))
    assert ("reused", first, ()) == await ensured(build.nat_network("nat"))


DIFFERENT: list[tuple[hcn.HostComputeNetwork, str]] = [
    (wanted(type=hcn.NetworkMode.L2_BRIDGE), "type"),
    (wanted("10.6.0.0/24", "10.6.0.1"), "subnet"),
    (wanted("10.5.0.0/25"), "subnet"),
    (wanted(gateway="10.5.0.9"), "gateway of 10.5.0.0/24"),
    (wanted(policies=network.network_documents([network.HostRoutePolicy()])), "policy"),
]


@pytest.mark.parametrize(("other", "what"), DIFFERENT, ids=[what.split()[0] + str(number) for number, (_, what) in enumerate(DIFFERENT)])
async def test_a_network_that_is_not_as_wanted_is_left_alone_and_told(other: hcn.HostComputeNetwork, what: str) -> None:
    """Each difference by what is wanted and what is there; other programs may use it."""
    _, first, _ = await ensured(wanted())
    with pytest.raises(network.NetworkDiffers) as caught:
        await network.ensure(other)
    assert first == caught.value.id
    assert [what] == [one.what for one in caught.value.differences]
    assert what in str(caught.value)
    how, kept, differences = await ensured(other, differing="keep")
    assert ("reused", first, caught.value.differences) == (how, kept, differences)
    assert [first] == list(await network.Network.ids())


async def test_it_is_replaced_when_told_to() -> None:
    """The former one is gone, the differences are what was wrong with it."""
    _, first, _ = await ensured(wanted())
    how, second, differences = await ensured(wanted("10.6.0.0/24", "10.6.0.1"), differing="replace")
    assert how == "replaced"
    assert ["subnet"] == [one.what for one in differences]
    assert [second] == list(await network.Network.ids())
    assert first != second


async def test_a_network_with_endpoints_is_not_replaced_in_silence() -> None:
    """Its endpoints are named; dropping them has to be asked for, and is told."""
    _, first, _ = await ensured(wanted())
    async with await network.Endpoint.create(first, {"Name": "web", "SchemaVersion": {"Major": 2, "Minor": 0}}) as endpoint:
        with pytest.raises(network.NetworkDiffers, match=endpoint.id) as caught:
            await network.ensure(wanted("10.6.0.0/24", "10.6.0.1"), differing="replace")
        assert (endpoint.id,) == caught.value.endpoints
        found = await network.ensure(wanted("10.6.0.0/24", "10.6.0.1"), differing="replace", drop_endpoints=True)
        async with found.network:
            assert (endpoint.id,) == found.dropped
    assert [] == list(await network.Endpoint.ids())


async def test_it_is_found_by_its_id_where_the_document_has_one() -> None:
    """Two networks cannot share a name, but a fixed id is what restarts look for."""
    known = str(uuid.uuid4())
    assert ("created", known) == (await ensured(wanted(id=known)))[:2]
    assert ("reused", known) == (await ensured(wanted(id=known)))[:2]


async def test_a_name_that_something_else_has_is_an_error_and_not_a_difference() -> None:
    """The wanted id is free, its name is not."""
    await ensured(wanted())
    with pytest.raises(AlreadyExists):
        await network.ensure(wanted(id=str(uuid.uuid4())))


async def test_several_that_ensure_the_same_at_once_get_one_network() -> None:
    """Whoever comes second finds what the first one made."""
    found: list[tuple[str, str, tuple[network.Difference, ...]]] = []

    async def one() -> None:
        found.append(await ensured(wanted()))

    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(one)
    assert len({known for _, known, _ in found}) == 1
    assert sorted(["created", *["reused"] * 9]) == sorted(how for how, _, _ in found)


@pytest.mark.parametrize("how", ["create", "replace"])
async def test_cancelled_at_every_suspension_it_makes_one_network_at_most(how: str) -> None:
    """A handle that arrives later is closed, and the next call finds what is there."""

    async def journey() -> None:
        await ensured(wanted(), differing="replace")

    async def look() -> None:
        with anyio.fail_after(60):  # a call that was under way ends in its own time
            while (await ensured(wanted(), differing="replace"))[0] != "reused":  # noqa: ASYNC110 - nobody tells when
                await anyio.sleep(0.005)
        (only,) = await network.Network.ids()
        await network.Network.delete_by_id(only)
        if how == "replace":
            await ensured(wanted("10.6.0.0/24", "10.6.0.1"))

    assert await cancel_everywhere(journey, look) > 3


async def test_what_cannot_be_looked_for_is_refused() -> None:
    """Neither name nor id, or no document at all."""
    with pytest.raises(ValueError, match="name or the ID"):
        await network.ensure(hcn.HostComputeNetwork(type=hcn.NetworkMode.NAT))
    with pytest.raises(InvalidDocument):
        await network.ensure({"Name": 7})
    assert [] == list(await network.Network.ids())


async def test_a_subnets_policies_are_compared_too() -> None:
    """The virtual subnet of an overlay decides who can talk to whom."""
    one = build.overlay_network("over", "Ethernet", "10.7.0.0/16", "10.7.0.1", 5000)
    other = build.overlay_network("over", "Ethernet", "10.7.0.0/16", "10.7.0.1", 5001)
    _, first, _ = await ensured(one)
    assert ("reused", first, ()) == await ensured(one)
    with pytest.raises(network.NetworkDiffers, match=r"policy of 10\.7\.0\.0/16: wanted VsidPolicy\(.*isolation_id=5001"):
        await network.ensure(other)
