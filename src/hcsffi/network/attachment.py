"""A compute system's network, made as one thing and taken away as one thing.

:func:`attach` makes an endpoint on each network and a namespace, and puts each endpoint into the namespace, in that order. Each step is in
the journal before its native call is made. When a step fails, when the task is cancelled, and when ``async with`` is left, what was made is
taken away in reverse: shielded from cancellation, each step even if an earlier one failed, and limited in time as a whole.

A native call cannot be interrupted. A task that is cancelled while one is under way waits for its end, at most as long as the tear-down may
take, because nobody could say otherwise what there is to take away. A call that does not end in time is told as left, with its id.

Ids are chosen here, not by the service: the journal knows them before anything exists. Names of endpoints tell the owner and the process,
so that even without a journal somebody can find out whose they are (`tag`).
"""

from __future__ import annotations

import uuid
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from ipaddress import IPv4Interface, IPv6Interface, ip_address, ip_interface
from typing import TYPE_CHECKING, NamedTuple

from hcsffi.documents import hcn, replace
from hcsffi.network.building import UNDO_S, Building
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.identity import parsed
from hcsffi.network.journal import Journal, JournalEntry, JournalStep, Thing
from hcsffi.network.namespace import Namespace
from hcsffi.network.network import Network
from hcsffi.network.plug import Plug, published_port
from hcsffi.network.policies import endpoint_documents, read_policies
from hcsffi.network.service_version import ServiceVersion
from hcsffi.network.tag import EndpointTag, owner_name

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Iterable, Sequence

    from hcsffi.network.endpoint_policies import PortMappingPolicy
    from hcsffi.network.policy import AnyPolicy
    from hcsffi.network.policy_values import Address
    from hcsffi.network.removal import Leftover

DEFAULT_OWNER = "hcsffi"
"""Whose attachments are that nobody claims."""


class NotUndone(Exception):
    """An attachment that ended, and of which something is left.

    Args:
        subject: which attachment.
        left: what is left, in the order in which it was tried.

    Attributes:
        subject: which attachment.
        left: what is left: each with its step and the error that kept it. The first cause, if there was one, is the ``__cause__``.
    """

    def __init__(self, subject: str, left: Sequence[Leftover]) -> None:
        super().__init__(subject, tuple(left))
        self.subject = subject
        self.left = tuple(left)

    def __str__(self) -> str:
        return f"{self.subject}: could not be taken away: {'; '.join(map(str, self.left))}"


class AttachedEndpoint(NamedTuple):
    """One endpoint of an attachment, as the service answered it.

    Args:
        id: its id.
        name: its name.
        network_id: its network.
        addresses: its addresses, each with the length of its prefix.
        mac_address: its hardware address.
        gateways: where its default routes lead.
        policies: its policies.
        properties: its whole document.
    """

    id: str
    name: str
    network_id: str
    addresses: tuple[IPv4Interface | IPv6Interface, ...]
    mac_address: str | None
    gateways: tuple[Address, ...]
    policies: tuple[AnyPolicy, ...]
    properties: hcn.HostComputeEndpoint


class Attachment(NamedTuple):
    """The network of a compute system: name ``namespace_id`` in its document (``Container.Networking.Namespace``).

    Args:
        id: the attachment's own id, by which its file in the journal is called.
        system_id: the compute system it is for.
        namespace_id: the namespace.
        endpoints: its endpoints, in the order of the networks.
    """

    id: str
    system_id: str
    namespace_id: str
    endpoints: tuple[AttachedEndpoint, ...]

    @property
    def addresses(self) -> tuple[IPv4Interface | IPv6Interface, ...]:
        """The addresses of all endpoints."""
        return tuple(address for one in self.endpoints for address in one.addresses)

    @property
    def mac_addresses(self) -> tuple[str, ...]:
        """The hardware addresses of all endpoints that have one."""
        return tuple(one.mac_address for one in self.endpoints if one.mac_address is not None)

    @property
    def gateway(self) -> Address | None:
        """Where the first default route leads, or ``None``."""
        return next((gateway for one in self.endpoints for gateway in one.gateways), None)


@asynccontextmanager
async def attach(
    system_id: str,
    *,
    on: Sequence[Network | str | Plug],
    ports: Iterable[str | PortMappingPolicy] = (),
    policies: Iterable[AnyPolicy | hcn.EndpointPolicy] = (),
    owner: str = DEFAULT_OWNER,
    journal: str | os.PathLike[str] | None = None,
    undo_s: float = UNDO_S,
) -> AsyncIterator[Attachment]:
    """Give a compute system its network: an endpoint on each network, all of them in a namespace of its own.

    Args:
        system_id: the compute system that is to use it; it need not exist yet.
        on: the networks, by their names, their ids or as such; a :class:`Plug` says more. The first endpoint is the guest's ``eth0``.
        ports: ports of the host that lead to the first endpoint: ``"127.0.0.1:8080:80/tcp"``.
        policies: policies of every endpoint.
        owner: whose it is; part of the endpoints' names, and what :func:`gc` is asked for.
        journal: the directory of the journal; ``None`` takes the environment's ``HCSFFI_JOURNAL``, else one of this user's own.
        undo_s: how long taking it away may last, in seconds.

    Yields:
        Ids, addresses, hardware addresses and gateways.

    Raises:
        ValueError: no network is named, or an owner, a port, an id or a policy is none; nothing was made.
        PolicyRefused: a policy cannot be used on an endpoint, or not with this service; nothing was made.
        NotFound: there is no such network.
        AmbiguousName: several networks have the name.
        AddressTaken: an address is in use or reserved.
        PortTaken: another endpoint has that port of the host.
        NotUndone: something could not be taken away.
        OSError: the journal cannot be written.
        HcsError: the service refused a step.

    Cancellation:
        What was made is taken away before the cancellation goes on.

    Source:
        HcnCreateEndpoint, HcnCreateNamespace, HcnModifyNamespace, computenetwork.h; in the order of shipping clients.
    """
    wanted = _Wanted(on, ports, policies, owner_name(owner))
    attachment_id = str(uuid.uuid4())
    building = Building(JournalEntry(attachment=attachment_id, owner=owner, system=system_id), Journal(journal), undo_s)
    subject = f"attachment {attachment_id} of {system_id!r}"
    try:
        yield await _built(building, wanted)
    except BaseException as cause:
        left = await building.unmake()
        if left:
            raise NotUndone(subject, left) from cause
        raise
    left = await building.unmake()
    if left:
        raise NotUndone(subject, left)


class _Wanted:
    """What was asked for, checked as far as that goes without the service."""

    def __init__(
        self,
        on: Sequence[Network | str | Plug],
        ports: Iterable[str | PortMappingPolicy],
        policies: Iterable[AnyPolicy | hcn.EndpointPolicy],
        owner: str,
    ) -> None:
        if isinstance(on, str) or not on:
            message = "attach() takes a list of networks, and at least one"
            raise ValueError(message)
        self.plugs = [one if isinstance(one, Plug) else Plug(network=one) for one in on]
        self.owner = owner
        mappings = [published_port(one) if isinstance(one, str) else one for one in ports]
        everywhere = list(policies)
        self.policies = [[*everywhere, *plug.policies, *(mappings if place == 0 else [])] for place, plug in enumerate(self.plugs)]
        for one in self.policies:
            endpoint_documents(one)


async def _built(building: Building, wanted: _Wanted) -> Attachment:
    entry = building.entry
    async with AsyncExitStack() as opened:
        networks = [await _network(plug.network, opened) for plug in wanted.plugs]
        documents = [
            _document(plug, network, endpoint_documents(policies, ServiceVersion.of(network.properties.version)))
            for plug, network, policies in zip(wanted.plugs, networks, wanted.policies, strict=True)
        ]
        endpoints: list[Endpoint] = []
        for place, (network, document) in enumerate(zip(networks, documents, strict=True)):
            tag = EndpointTag.of(wanted.owner, entry.process, entry.attachment, place)
            endpoints.append(await _endpoint(building, network, document, tag, opened))
        namespace = await _namespace(building, opened)
        for one in endpoints:
            step = JournalStep(thing=Thing.MEMBERSHIP, id=one.id, within=namespace.id)
            await building.make(step, partial(namespace.add_endpoint, one))
        attached = [_attached(endpoint, await endpoint.query(), network) for endpoint, network in zip(endpoints, networks, strict=True)]
    return Attachment(entry.attachment, entry.system, namespace.id, tuple(attached))


async def _network(given: Network | str, opened: AsyncExitStack) -> Network:
    if isinstance(given, Network):
        given.refuse_closed()
        return given
    try:
        wanted = parsed(given)
    except ValueError:
        return await opened.enter_async_context(await Network.get(name=given))
    return await opened.enter_async_context(await Network.open(wanted))


def _document(plug: Plug, network: Network, policies: Sequence[hcn.EndpointPolicy]) -> hcn.HostComputeEndpoint:
    addresses = [ip_interface(str(one)) for one in plug.addresses]
    lengths = ["/" in str(one) for one in plug.addresses]
    return hcn.HostComputeEndpoint(
        host_compute_network=network.id,
        mac_address=plug.mac_address,
        ip_configurations=[
            hcn.IpConfig(ip_address=str(one.ip), prefix_length=one.network.prefixlen if told else None)
            for one, told in zip(addresses, lengths, strict=True)
        ]
        or None,
        dns=hcn.DNS(server_list=[str(one) for one in plug.name_servers]) if plug.name_servers else None,
        policies=policies or None,
        schema_version=hcn.Version(major=2, minor=0),
    )


async def _endpoint(
    building: Building, network: Network, document: hcn.HostComputeEndpoint, tag: EndpointTag, opened: AsyncExitStack
) -> Endpoint:
    step = JournalStep(thing=Thing.ENDPOINT, id=str(uuid.uuid4()), within=network.id)
    named = replace(document, name=tag.name)

    async def create() -> Endpoint:
        return await opened.enter_async_context(await Endpoint.create(network, named, id=step.id))

    endpoint = await building.make(step, create)
    step.id = endpoint.id
    return endpoint


async def _namespace(building: Building, opened: AsyncExitStack) -> Namespace:
    step = JournalStep(thing=Thing.NAMESPACE, id=str(uuid.uuid4()))

    async def create() -> Namespace:
        return await opened.enter_async_context(await Namespace.create(id=step.id))

    namespace = await building.make(step, create)
    step.id = namespace.id
    return namespace


def _attached(endpoint: Endpoint, answer: hcn.HostComputeEndpoint, network: Network) -> AttachedEndpoint:
    return AttachedEndpoint(
        id=endpoint.id,
        name=answer.name or "",
        network_id=network.id,
        addresses=tuple(_interface(one.ip_address, one.prefix_length) for one in answer.ip_configurations or () if one.ip_address),
        mac_address=answer.mac_address,
        gateways=_gateways(answer.routes) or _gateways(_subnet_routes(network.properties)),
        policies=read_policies(answer.policies),
        properties=answer,
    )


def _interface(address: str, length: int | None) -> IPv4Interface | IPv6Interface:
    return ip_interface(address if length is None else f"{address}/{length}")


def _subnet_routes(network: hcn.HostComputeNetwork) -> list[hcn.Route]:
    return [route for ipam in network.ipams or () for subnet in ipam.subnets or () for route in subnet.routes or ()]


def _gateways(routes: Sequence[hcn.Route] | None) -> tuple[Address, ...]:
    return tuple(ip_address(one.next_hop) for one in routes or () if one.next_hop and one.destination_prefix in _EVERYWHERE)


_EVERYWHERE = {"0.0.0.0/0", "::/0"}
