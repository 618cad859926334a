"""Cancel every call of the network at every await, and run many at once: no handle, string or thing is left behind."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import documents, embedded, hresult
from hcsffi.delivery import blocking
from hcsffi.native import calls
from hcsffi.network import (
    Endpoint,
    GuestNetworkService,
    LoadBalancer,
    Namespace,
    Network,
    PortReservation,
    SdnRoute,
    notifications,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.native.calls import Reply

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]

pytestmark = pytest.mark.anyio

PRIVATE = b'{"SchemaVersion":{"Major":2,"Minor":0},"Type":"Private"}'
NAT = documents.build.nat_network("contract", "10.34.0.0/24", "10.34.0.1")


def open_handles() -> int:
    """How many handles the host has given out."""
    counted = embedded.counters()
    return sum(count for name, count in counted.items() if name.endswith("Handles"))


async def only(count: int, eventually: Eventually) -> None:
    """Wait until that many handles are open: a call in flight closes what it opened when it ends."""

    async def met() -> bool:
        return open_handles() == count

    await eventually(met)


async def clear() -> None:
    """Delete what cancelled creates have made all the same: that they may is what they promise."""
    for noun in (SdnRoute, LoadBalancer, Namespace, Endpoint, Network):
        for one in await noun.ids():
            await noun.delete_by_id(one, missing_ok=True)


async def test_a_create_can_be_cancelled_anywhere(eventually: Eventually) -> None:
    """The handle of a network that came later belongs to nobody and is closed; the network may be there."""

    async def journey() -> None:
        async with await Network.create({"Type": "Private"}):
            pass

    assert await cancel_everywhere(journey) > 1
    await only(0, eventually)
    await clear()


async def test_every_other_call_can_be_cancelled_anywhere(eventually: Eventually) -> None:
    """Reading, changing, listing and deleting: nothing is left open, and the objects stay usable."""
    async with await Network.create(NAT) as network, await Endpoint.create(network, {"Name": "web"}) as endpoint:
        async with await Namespace.create() as namespace:
            await namespace.add_endpoint(endpoint)

            async def open_and_close() -> None:
                async with await Endpoint.open(endpoint.id):
                    pass

            async def find() -> None:
                async with await Endpoint.get(name="web"):
                    pass

            async def read() -> None:
                await endpoint.query()
                await namespace.endpoints()

            async def look() -> None:
                await Endpoint.list()
                await Endpoint.on(network)

            async def tidy() -> None:
                await namespace.reconcile()

            for journey in (open_and_close, find, read, look, tidy):
                assert await cancel_everywhere(journey) > 1
                await only(3, eventually)
            assert await namespace.endpoints() == (endpoint.id,)

            async def take_out() -> None:
                await namespace.remove_endpoint(endpoint, missing_ok=True)

            await cancel_everywhere(take_out)
            assert await namespace.endpoints() == ()

            async def delete() -> None:
                await Namespace.delete_by_id(namespace.id, missing_ok=True)
                await Endpoint.delete_by_id(endpoint.id, missing_ok=True)

            await cancel_everywhere(delete)
            await only(3, eventually)
        await network.delete()
    await only(0, eventually)


async def test_the_default_namespace_can_be_cancelled_anywhere(eventually: Eventually) -> None:
    """Its create has more steps than one: the tidying comes after the handle."""
    async with await Network.create(NAT) as network, await Namespace.create({"Type": "HostDefault"}) as first:
        async with await Endpoint.create(network, {}) as gone:
            await first.add_endpoint(gone)
            await gone.delete()

        async def journey() -> None:
            async with await Namespace.create({"Type": "HostDefault"}):
                pass

        assert await cancel_everywhere(journey) > 1
        await only(2, eventually)
        await first.delete()
        await network.delete()


async def test_what_is_made_anew_can_be_cancelled_anywhere(configure: Configure, eventually: Eventually) -> None:
    """Deleted, created, and put in the place of the one before: the object owns one handle at most, whichever step it was."""
    configure(Faults=[{"Function": "HcnModifyLoadBalancer", "Count": 1000, "HResult": "0x803B0015", "Sync": True}])
    async with await Network.create(NAT) as network, await Endpoint.create(network, {}) as endpoint:
        front = {"FrontendVIPs": ["10.96.0.9"], "PortMappings": [{"Protocol": 6, "InternalPort": 80, "ExternalPort": 80}]}
        balancer = {"HostComputeEndpoints": [endpoint.id], **front}
        route = {"HostComputeEndpoints": [endpoint.id], "Setting": [{"DestinationPrefix": "10.99.0.0/16", "NextHop": "10.34.0.1"}]}

        async def balance() -> None:
            async with await LoadBalancer.create(balancer) as made:
                await made.update(balancer)

        async def lead() -> None:
            async with await SdnRoute.create(route) as made:
                await made.update(route)

        async def sweep() -> None:
            await only(2, eventually)  # what was cancelled before has ended
            for noun in (SdnRoute, LoadBalancer):
                for one in await noun.ids():
                    await noun.delete_by_id(one, missing_ok=True)

        for journey in (balance, lead):
            await cancel_everywhere(journey, sweep)
        await endpoint.delete()
        await network.delete()


async def test_guests_ports_and_listeners_can_be_cancelled_anywhere(eventually: Eventually) -> None:
    """A reservation or registration that came later is given back."""

    async def listen() -> None:
        async with notifications():
            pass

    async with await GuestNetworkService.create() as service:

        async def reserve() -> None:
            async with await PortReservation.create_range(service, 2):
                await PortReservation.list()

        async def follow() -> None:
            async with service.notifications():
                pass

        for journey in (listen, reserve, follow):
            assert await cancel_everywhere(journey) > 1

            async def nothing_else() -> bool:
                left = {name: count for name, count in embedded.counters().items() if count and name != "Threads"}
                return left == {"GuestNetworkServices": 1, "GuestNetworkServiceHandles": 1}

            await eventually(nothing_else)
        assert await PortReservation.list() == []
        await service.delete()


async def test_a_cancelled_call_ends_at_once_and_its_handle_later(configure: Configure, eventually: Eventually) -> None:
    """A call in flight is never interrupted; whoever waited for it does not wait for its end."""
    async with await Network.create(NAT) as network:
        configure(Faults=[{"Function": "HcnOpenNetwork", "Count": 1, "DelayUs": 1_500_000}])
        begun = anyio.current_time()
        with anyio.move_on_after(0.05) as scope:
            await Network.open(network.id)
        assert scope.cancelled_caught
        assert anyio.current_time() - begun < 1.4
        await only(1, eventually)
        configure()
        await network.delete()


async def test_many_at_once_leave_nothing(eventually: Eventually) -> None:
    """A hundred lives beside each other on one network, each address given once."""
    addresses: list[str] = []

    async def live(network: Network, place: int) -> None:
        async with await Endpoint.create(network, {"Name": f"web-{place}"}) as endpoint:
            addresses.extend(one.ip_address or "" for one in endpoint.properties.ip_configurations or ())
            async with await Namespace.create() as namespace:
                await namespace.add_endpoint(endpoint)
                assert await namespace.endpoints() == (endpoint.id,)
                await namespace.remove_endpoint(endpoint)
                await namespace.delete()

    async with await Network.create(NAT) as network:
        async with anyio.create_task_group() as tasks:
            for place in range(100):
                tasks.start_soon(live, network, place)
        assert len(set(addresses)) == 100
        every = await Endpoint.list()
        assert len(every) == 100
        async with anyio.create_task_group() as tasks:
            for one in every:
                tasks.start_soon(Endpoint.delete_by_id, one.id or "")
        await network.delete()
    await only(0, eventually)


async def test_a_call_that_no_thread_has_begun_is_not_made_without_its_caller(
    monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    """Nobody wants it any more, so nothing of it has to be cleared away, on whatever loop it stood in line for a thread of Python."""
    begun: list[Callable[[], Reply]] = []

    async def all_attended() -> bool:
        return blocking.unattended() == 0

    await eventually(all_attended)  # calls of the tests before this one

    async def stand_in_line(call: Callable[[], Reply], **how: object) -> None:
        assert how["abandon_on_cancel"]
        begun.append(call)
        await anyio.sleep_forever()

    with monkeypatch.context() as patched:
        patched.setattr("anyio.to_thread.run_sync", stand_in_line)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(blocking.on_thread, "HcnCreateNetwork", lambda: calls.invoke("HcnCreateNetwork", uuid.uuid4(), PRIVATE))
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()
    assert [hresult.value_of("E_ABORT")] == [call().outcome.hresult for call in begun]  # a thread is free at last
    assert (0, []) == (blocking.unattended(), list(await Network.list()))
