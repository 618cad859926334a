"""Namespaces through the API: what is in them, what is left in them by mistake, and the host's default one."""

from __future__ import annotations

import json
import logging
import uuid
from typing import TYPE_CHECKING

import pytest

from hcsffi import AlreadyExists, NotFound, documents
from hcsffi.network import Endpoint, Namespace, Network
from hcsffi.network.resources import container_ids, endpoint_ids

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

DEFAULT = {"Type": "HostDefault"}


@pytest.fixture
async def network(anyio_backend: object) -> AsyncIterator[Network]:
    """A network for one test."""
    async with await Network.create(documents.build.nat_network("contract", "10.33.0.0/24", "10.33.0.1")) as made:
        yield made
        await made.delete()


async def test_endpoints_are_put_in_and_taken_out(network: Network) -> None:
    """In the order they were added (F-71), by the object or by its id in any spelling (F-37)."""
    async with await Endpoint.create(network, {"Name": "a"}) as one, await Endpoint.create(network, {"Name": "b"}) as other:
        async with await Namespace.create() as namespace:
            assert await namespace.endpoints() == ()
            await namespace.add_endpoint(other)
            await namespace.add_endpoint(f"{{{one.id.upper()}}}")
            assert await namespace.endpoints() == (other.id, one.id)
            assert (await one.query()).host_compute_namespace == namespace.id.upper() or (
                one.properties.host_compute_namespace or ""
            ).lower() == namespace.id
            assert await namespace.containers() == ()
            await namespace.remove_endpoint(uuid.UUID(one.id))
            await namespace.remove_endpoint(other)
            assert await namespace.endpoints() == ()
            await namespace.delete()
        await one.delete()
        await other.delete()


async def test_an_endpoint_is_in_one_namespace_at_a_time(network: Network) -> None:
    """Two containers behind one address would take each other's answers."""
    async with await Endpoint.create(network, {}) as endpoint:
        async with await Namespace.create() as one, await Namespace.create() as other:
            await one.add_endpoint(endpoint)
            with pytest.raises(AlreadyExists) as taken:
                await other.add_endpoint(endpoint)
            assert taken.value.hresult == 0x803B002B
            await other.delete()
            await one.remove_endpoint(endpoint)
            await one.delete()
        await endpoint.delete()


async def test_taking_out_what_is_not_there_can_count_as_done(network: Network) -> None:
    """The runtime may have been faster (F-41)."""
    async with await Endpoint.create(network, {}) as endpoint, await Namespace.create() as namespace:
        with pytest.raises(NotFound):
            await namespace.remove_endpoint(endpoint)
        await namespace.remove_endpoint(endpoint, missing_ok=True)
        await namespace.remove_endpoint(uuid.uuid4(), missing_ok=True)
        with pytest.raises(NotFound):
            await namespace.add_endpoint(uuid.uuid4())
        await namespace.delete()
        await endpoint.delete()


async def test_references_to_what_is_gone_are_dropped(network: Network, caplog: pytest.LogCaptureFixture) -> None:
    """An endpoint deleted in the wrong order stays listed and breaks the next container's creation (F-34)."""
    async with (
        await Namespace.create() as namespace,
        await Endpoint.create(network, {}) as living,
        await Endpoint.create(network, {}) as gone,
    ):
        await namespace.add_endpoint(living)
        await namespace.add_endpoint(gone)
        assert await namespace.reconcile() == ()
        await gone.delete()
        assert await namespace.endpoints() == (living.id, gone.id)
        with caplog.at_level(logging.WARNING, "hcsffi"):
            assert await namespace.reconcile() == (gone.id,)
        assert gone.id in caplog.text
        assert await namespace.endpoints() == (living.id,)
        await namespace.remove_endpoint(living)
        await living.delete()
        await namespace.delete()


async def test_the_default_namespace_is_one_and_keeps_its_id(network: Network) -> None:
    """A create with another id returns the one that exists (F-36), without what is dangling in it."""
    async with await Namespace.create(DEFAULT) as first:
        async with await Endpoint.create(network, {}) as gone:
            await first.add_endpoint(gone)
            await gone.delete()
        assert await first.endpoints() == (gone.id,)
        async with await Namespace.create(DEFAULT, id=uuid.uuid4()) as second:
            assert second.id == first.id
            assert await second.endpoints() == ()
        await first.delete()


async def test_a_default_namespace_that_cannot_be_tidied_is_there_all_the_same(
    network: Network, configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    """Best effort, and said: the caller asked for the namespace."""
    async with await Namespace.create(DEFAULT) as first:
        async with await Endpoint.create(network, {}) as gone:
            await first.add_endpoint(gone)
            await gone.delete()
        configure(Faults=[{"Function": "HcnModifyNamespace", "Count": 1, "HResult": "0x803B0020", "Sync": True}])
        with caplog.at_level(logging.WARNING, "hcsffi"):
            async with await Namespace.create(DEFAULT) as second:
                assert second.id == first.id
        assert "HCN_E_MANAGER_STOPPED" in caplog.text
        assert await first.reconcile() == (gone.id,)
        await first.delete()


@pytest.mark.parametrize("kind", [None, "Host", "Guest", "GuestDefault"])
async def test_every_kind_of_namespace_is_made_and_found(kind: str | None) -> None:
    """Hcsshim sends none, others name it (F-35, F-74)."""
    async with await Namespace.create(None if kind is None else {"Type": kind}) as namespace:
        assert namespace.properties.type == (kind or "Host")
        assert namespace.id in {(one.id or "").lower() for one in await Namespace.list()}
        async with await Namespace.get(id=namespace.id) as again:
            assert again.id == namespace.id
        await namespace.delete()
    with pytest.raises(NotFound) as gone:
        await Namespace.open(namespace.id)
    assert gone.value.hresult == 0x80070490


async def test_both_generations_of_answers_are_read(network: Network) -> None:
    """Services answer ``Resources`` or ``ResourceList``, ``Id`` or ``ID`` (F-12, F-38)."""
    async with await Namespace.create() as namespace, await Endpoint.create(network, {}) as endpoint:
        await namespace.add_endpoint(endpoint)
        for query in (None, {"SchemaVersion": {"Major": 2, "Minor": 0}}):
            told = documents.from_json(documents.hcn.HostComputeNamespace, await namespace.query_raw(query))
            assert endpoint_ids(told) == (endpoint.id,)
        await namespace.remove_endpoint(endpoint)
        await endpoint.delete()
        await namespace.delete()


@pytest.mark.parametrize("listed", ["Resources", "ResourceList", "resources"])
@pytest.mark.parametrize("key", ["Id", "ID", "id"])
def test_containers_and_endpoints_are_told_apart(listed: str, key: str) -> None:
    """In whatever letters the service writes; what is neither is left out."""
    resources = [
        {"Type": "Endpoint", "Data": {key: "6D0F4C4A-1111-4222-8333-944455566677"}},
        {"Type": "Container", "Data": {key: "web-1"}},
        {"Type": "Container", "Data": None},
        {"Type": "Else", "Data": {key: "x"}},
    ]
    told = documents.from_json(documents.hcn.HostComputeNamespace, json.dumps({"ID": "x", listed: resources}))
    assert endpoint_ids(told) == ("6d0f4c4a-1111-4222-8333-944455566677",)
    assert container_ids(told) == ("web-1",)
