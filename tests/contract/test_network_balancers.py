"""Load balancers, routes, guest network services and port reservations through the API."""

from __future__ import annotations

import socket
import uuid
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi import HcsError, InvalidDocument, NotFound, PortTaken, documents
from hcsffi.network import Endpoint, GuestNetworkService, LoadBalancer, Network, PortAccess, PortProtocol, PortReservation, SdnRoute

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio


@pytest.fixture
async def endpoints(anyio_backend: object) -> AsyncIterator[tuple[str, str]]:
    """Two endpoints on a network, for one test."""
    async with await Network.create(documents.build.nat_network("contract", "10.38.0.0/24", "10.38.0.1")) as made:
        async with await Endpoint.create(made, {"Name": "a"}) as one, await Endpoint.create(made, {"Name": "b"}) as other:
            yield one.id, other.id
            await one.delete()
            await other.delete()
        await made.delete()


def balancer(endpoint: str, port: int = 80) -> dict[str, Any]:
    """What kube-proxy sends (F-77)."""
    return {
        "HostComputeEndpoints": [endpoint],
        "FrontendVIPs": ["10.96.0.10"],
        "PortMappings": [{"Protocol": 6, "InternalPort": 8080, "ExternalPort": port}],
    }


def route(endpoint: str, hop: str = "10.38.0.1") -> dict[str, Any]:
    """What hcsshim's test sends (F-80)."""
    return {"HostComputeEndpoints": [endpoint], "Setting": [{"DestinationPrefix": "169.254.169.254/24", "NextHop": hop}]}


async def test_a_balancer_lives_from_its_create_to_its_delete(endpoints: tuple[str, str]) -> None:
    """Made, found, listed and deleted as every noun."""
    async with await LoadBalancer.create(balancer(endpoints[0])) as made:
        assert [one.external_port for one in made.properties.port_mappings or ()] == [80]
        async with await LoadBalancer.open(made.id) as again:
            assert again.id == made.id
        assert len(await LoadBalancer.list()) == 1
        with pytest.raises(PortTaken):
            await LoadBalancer.create(balancer(endpoints[1]))
        await made.delete()
    await LoadBalancer.delete_by_id(made.id, missing_ok=True)
    with pytest.raises(NotFound):
        await LoadBalancer.open(made.id)


async def test_a_balancer_is_changed_in_place(endpoints: tuple[str, str]) -> None:
    """A newer service takes the whole document (F-79), and the id stays."""
    async with await LoadBalancer.create(balancer(endpoints[0])) as made:
        before = made.id
        await made.update(balancer(endpoints[1]))
        assert made.id == before
        assert [one.lower() for one in made.properties.host_compute_endpoints or ()] == [endpoints[1]]
        await made.delete()


async def test_a_balancer_of_an_older_service_is_made_anew(endpoints: tuple[str, str], configure: Configure) -> None:
    """Deleted and created: the object reports the id it has then (F-44)."""
    async with await LoadBalancer.create(balancer(endpoints[0])) as made:
        configure(Faults=[{"Function": "HcnModifyLoadBalancer", "Count": 1, "HResult": "0x803B0015", "Sync": True}])
        await made.update(balancer(endpoints[1]))
        assert (await LoadBalancer.ids()) == [made.id]
        assert [one.lower() for one in (await made.query()).host_compute_endpoints or ()] == [endpoints[1]]
        assert made.id in repr(made)
        await made.delete()


async def test_a_refused_change_brings_the_one_before_back(endpoints: tuple[str, str], configure: Configure) -> None:
    """Where it can only be made anew, a wrong document must not cost the one that worked."""
    async with await SdnRoute.create(route(endpoints[0])) as made:
        with pytest.raises(HcsError):
            await made.update(route(str(uuid.uuid4())))
        assert await SdnRoute.ids() == [made.id]
        assert [one.lower() for one in (await made.query()).host_compute_endpoints or ()] == [endpoints[0]]
        with pytest.raises(InvalidDocument):
            await made.update({"HostComputeEndpoints": 5})
        configure(Faults=[{"Function": "HcnCreateSdnRoute", "Count": 2, "HResult": "0x803B0020", "Sync": True}])
        with pytest.raises(hcsffi.ServiceUnavailable):
            await made.update(route(endpoints[1]))
        assert made.handle.closed
        assert await SdnRoute.ids() == []


async def test_a_route_is_always_made_anew(endpoints: tuple[str, str]) -> None:
    """No service changes one (F-79)."""
    network = (await Network.ids())[0]
    async with await SdnRoute.create({**route(endpoints[0]), "HostComputeNetwork": network}) as made:
        assert (made.properties.host_compute_network or "").lower() == network.lower()
        await made.update(route(endpoints[0], "10.38.0.2"))
        assert await SdnRoute.ids() == [made.id]
        assert made.properties.host_compute_network is None
        async with await SdnRoute.open(made.id):
            pass
        assert len(await SdnRoute.list()) == 1
        await made.delete()


async def test_a_reserved_port_is_kept_from_everybody() -> None:
    """Really: a program of this machine does not get it, until it is given back."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    async with await GuestNetworkService.create() as service:
        async with await PortReservation.create(service, port) as kept:
            assert (kept.first, kept.last) == (port, port)
            with pytest.raises(OSError, match=r".*"):
                socket.create_server(("127.0.0.1", port))
            with pytest.raises(HcsError):
                await PortReservation.create(service, port)
            (listed,) = [one for one in await PortReservation.list() if one.first <= port <= one.last]
            assert listed.protocol == PortProtocol.TCP
            assert isinstance(listed.owner, uuid.UUID)
        socket.create_server(("127.0.0.1", port)).close()
        assert await PortReservation.list() == []
        await service.delete()


async def test_a_range_is_chosen_by_the_service() -> None:
    """Ports that follow each other, as many as were asked for."""
    async with await GuestNetworkService.create() as service:
        async with await PortReservation.create_range(service, 4) as kept:
            assert kept.last - kept.first == 3
            assert [(one.first, one.last) for one in await PortReservation.list()] == [(kept.first, kept.last)]
        await service.delete()


async def test_ports_are_reserved_by_name_too() -> None:
    """What a call hands out by number, structure, array or handle has an owner like everything else."""
    asked = uuid.uuid4()
    async with await hcsffi.call("HcnCreateGuestNetworkService", asked, {"SchemaVersion": {"Major": 2, "Minor": 0}}) as service:
        given = (int(PortProtocol.UDP), int(PortAccess.EXCLUSIVE))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        async with await hcsffi.call("HcnReserveGuestNetworkServicePort", service, *given, port) as kept:
            assert kept.handle is not None
            (count, entries) = (await hcsffi.call("HcnEnumerateGuestNetworkPortReservations")).values
            assert count == 1
            assert isinstance(entries, list)
            assert (entries[0]["StartingPort"], entries[0]["EndingPort"], entries[0]["Protocol"]) == (port, port, 2)
        async with await hcsffi.call("HcnReserveGuestNetworkServicePortRange", service, 2) as kept:
            (found,) = kept.values
            assert isinstance(found, dict)
            assert found["endingPort"] - found["startingPort"] == 1
        await GuestNetworkService.delete_by_id(asked)
