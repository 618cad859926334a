"""Lives of networks and of what belongs to them.

A network that a cancelled create has made all the same stays, as the service has it; the sweep takes it away.
"""

from __future__ import annotations

import uuid
from contextlib import suppress

from hcsffi import HcsError, call, documents, network

from stage import Life, Stage

NAT = documents.build.nat_network("lives", "10.39.0.0/24", "10.39.0.1")
NOUNS = (network.SdnRoute, network.LoadBalancer, network.Endpoint, network.Namespace, network.Network)
PORT = network.PortMappingPolicy(protocol="tcp", internal_port=80, external_port=8081)
NO_POLICIES = {"ResourceType": "Policy", "RequestType": "Add", "Settings": {"Policies": []}}


def guests_of(stage: Stage) -> uuid.UUID:
    """The id of the guest network service of a stage: no function lists them, so whoever may lose one has to know its id."""
    return uuid.uuid5(uuid.NAMESPACE_OID, stage.name)


async def sweep(stage: Stage) -> None:
    """Remove every object, those that stand on others first."""
    with suppress(HcsError):  # mostly there is none
        async with await call("HcnDeleteGuestNetworkService", guests_of(stage)):
            pass
    for noun in NOUNS:
        for one in await noun.ids():
            await noun.delete_by_id(one, missing_ok=True)


async def networks(stage: Stage) -> None:
    """A network and an endpoint, found by name and id, asked, told something and deleted."""
    del stage
    async with (
        network.notifications() as told,
        await network.Network.create(NAT) as made,
        await network.Endpoint.create(made, {"Name": "lives"}) as end,
    ):
        await anext(told)
        await told.aclose()
        async with await network.Network.get(name="lives"), await network.Network.open(made.id):
            await (await network.Network.list()).read()
        await made.query()
        await made.query_raw()
        await network.Endpoint.on(made)
        with suppress(HcsError):  # the host counts no packets
            await end.statistics()
        with suppress(HcsError):
            await end.addresses_raw()
        with suppress(HcsError):
            await end.modify(NO_POLICIES)
        with suppress(HcsError):
            await end.modify_raw(NO_POLICIES)
        with suppress(HcsError):
            await end.add_policies(PORT)
        with suppress(HcsError):
            await end.update_policies(PORT)
        with suppress(HcsError):
            await end.remove_policies(PORT)
        await end.delete()
        await network.Network.delete_by_id(made.id)


async def namespaces(stage: Stage) -> None:
    """A namespace that an endpoint comes into and goes out of."""
    del stage
    async with (
        await network.Network.create(NAT) as made,
        await network.Endpoint.create(made, {"Name": "lives"}) as end,
        await network.Namespace.create() as namespace,
    ):
        await namespace.add_endpoint(end)
        await namespace.endpoints()
        await namespace.containers()
        await namespace.reconcile()
        await namespace.tidy()
        await namespace.remove_endpoint(end)
        await namespace.delete()


async def balancers(stage: Stage) -> None:
    """What is made of endpoints: a balancer and a route."""
    del stage
    async with await network.Network.create(NAT) as made, await network.Endpoint.create(made, {"Name": "lives"}) as end:
        ports = [{"Protocol": 6, "InternalPort": 8080, "ExternalPort": 80}]
        balancer = {"HostComputeEndpoints": [end.id], "FrontendVIPs": ["10.96.0.10"], "PortMappings": ports}
        async with await network.LoadBalancer.create(balancer) as one:
            await one.update(balancer)
            await one.delete()
        routes = {"HostComputeEndpoints": [end.id], "Setting": [{"DestinationPrefix": "169.254.169.254/24", "NextHop": "10.39.0.1"}]}
        async with await network.SdnRoute.create(routes) as route:
            await route.update(routes)
            await route.delete()


async def reservations(stage: Stage) -> None:
    """Ports that are kept for a guest."""
    async with await network.GuestNetworkService.create(id=guests_of(stage)) as guests:
        async with await network.PortReservation.create_range(guests, 2):
            await network.PortReservation.list()
        with suppress(HcsError):  # another program of this machine may have it
            async with await network.PortReservation.create(guests, 49001) as kept:
                await kept.aclose()
        await guests.delete()


async def attachments(stage: Stage) -> None:
    """A network that is made sure of, an attachment to it, and what collects after the dead."""
    journal = stage.folder / "journal"
    ensured = await network.ensure(NAT)
    async with ensured.network, network.attach(stage.name, on=["lives"], ports=["127.0.0.1:8080:80/tcp"], journal=journal):
        await network.gc(journal=journal)


LIVES = tuple(Life(run, sweep) for run in (networks, namespaces, balancers, reservations, attachments))
