"""A network as it is wanted: found and compared, made where it is missing, replaced only when told to."""

from __future__ import annotations

from contextlib import AsyncExitStack
from ipaddress import ip_network
from typing import TYPE_CHECKING, Literal, NamedTuple

from hcsffi import documents
from hcsffi.documents import hcn
from hcsffi.errors import AlreadyExists, NotFound
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.network import Network
from hcsffi.network.policies import read_policies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.network.policy import AnyPolicy, PolicyDocument


class Difference(NamedTuple):
    """One thing that is not as it is wanted.

    Args:
        what: ``type``, ``subnet``, ``gateway``, ``policy`` or ``subnet policy``.
        wanted: what is wanted.
        found: what is there.
    """

    what: str
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: wanted {self.wanted}, found {self.found}"


class NetworkDiffers(Exception):
    """There is such a network, and it is another one than what is wanted; it was left alone.

    Args:
        id: its id.
        name: its name.
        differences: what is not as wanted.
        endpoints: ids of its endpoints, where these are why it was not replaced.
    """

    def __init__(self, id: str, name: str | None, differences: Sequence[Difference], endpoints: Sequence[str] = ()) -> None:
        super().__init__(id, name, tuple(differences), tuple(endpoints))
        self.id = id
        self.name = name
        self.differences = tuple(differences)
        self.endpoints = tuple(endpoints)

    def __str__(self) -> str:
        kept = f"; it was not replaced, since it has endpoints: {', '.join(self.endpoints)}" if self.endpoints else ""
        return f"network {self.name!r} ({self.id}) is not as wanted: {'; '.join(map(str, self.differences))}{kept}"


class Ensured(NamedTuple):
    """A network that is there.

    Args:
        network: the network, open; whoever asked closes it.
        how: ``created``, ``reused`` or ``replaced``.
        differences: what is not as wanted of one that was reused, and what was not of one that was replaced.
        dropped: ids of the endpoints that went with the one that was replaced.
    """

    network: Network
    how: Literal["created", "reused", "replaced"]
    differences: tuple[Difference, ...] = ()
    dropped: tuple[str, ...] = ()


async def ensure(
    wanted: hcn.HostComputeNetwork | JsonDocument,
    *,
    differing: Literal["refuse", "keep", "replace"] = "refuse",
    drop_endpoints: bool = False,
) -> Ensured:
    """Make sure that a network is there, and as wanted: its type, its subnets with their gateways, its policies.

    What the document leaves open may be anything, and a network may have more than is asked for. It is looked for by the document's ``ID``,
    where it has one, else by its name.

    Args:
        wanted: the ``HostComputeNetwork`` document as its type, a mapping or JSON text.
        differing: what becomes of one that is there and not as wanted: ``refuse`` raises, ``keep`` returns it with the differences,
            ``replace`` deletes it and creates the wanted one.
        drop_endpoints: whether one with endpoints may be replaced, which deletes them; without it that is refused.

    Returns:
        The network, open, and how it came to be there.

    Raises:
        ValueError: the document has neither id nor name, or a prefix of it is none.
        InvalidDocument: the document is not well formed.
        NetworkDiffers: there is one that is not as wanted, and it may not be replaced.
        AmbiguousName: several have the name.
        AlreadyExists: something else has the name, such as a virtual switch.
        HcsError: the service refused it.

    Blocks:
        Worker threads, one call after the other.

    Cancellation:
        Ends the wait; a network may have been deleted and not created anew, or be created still.

    Source:
        HcnEnumerateNetworks, HcnOpenNetwork, HcnCreateNetwork, HcnDeleteNetwork, computenetwork.h; compared as shipping clients do.
    """
    document = _document(wanted)
    found = await _find(document)
    if found is None:
        try:
            return Ensured(await Network.create(document), "created")
        except AlreadyExists:
            found = await _find(document)  # somebody else made it meanwhile, or the name belongs to no network
            if found is None:
                raise
    async with AsyncExitStack() as unless_kept:
        unless_kept.push_async_callback(found.aclose)
        differences = tuple(_differences(document, found.properties))
        if not differences or differing == "keep":
            unless_kept.pop_all()
            return Ensured(found, "reused", differences)
        endpoints = tuple(await Endpoint.ids({"VirtualNetwork": found.id}))
        if differing != "replace" or (endpoints and not drop_endpoints):
            raise NetworkDiffers(found.id, found.name, differences, endpoints if differing == "replace" else ())
        await found.delete(missing_ok=True)
    return Ensured(await Network.create(document), "replaced", differences, endpoints)


def _document(wanted: hcn.HostComputeNetwork | JsonDocument) -> hcn.HostComputeNetwork:
    if not isinstance(wanted, hcn.HostComputeNetwork):
        read = documents.from_json if isinstance(wanted, str | bytes) else documents.from_mapping
        wanted = read(hcn.HostComputeNetwork, wanted)  # type: ignore[arg-type]  # each reader gets what it reads
    if not wanted.id and not wanted.name:
        message = "ensure() needs the name or the ID of a network to look for"
        raise ValueError(message)
    return wanted


async def _find(wanted: hcn.HostComputeNetwork) -> Network | None:
    try:
        return await (Network.open(wanted.id) if wanted.id else Network.get(name=wanted.name))
    except NotFound:
        return None


def _differences(wanted: hcn.HostComputeNetwork, found: hcn.HostComputeNetwork) -> Iterator[Difference]:
    kind, there = (one.type or hcn.NetworkMode.NAT for one in (wanted, found))  # answers leave out NAT, which is number 0
    if kind != there:
        yield Difference("type", str(kind), str(there))
    subnets = {ip_network(one.ip_address_prefix or "", strict=False): one for one in _subnets(found) if one.ip_address_prefix}
    for one in _subnets(wanted):
        if not one.ip_address_prefix:
            continue
        prefix = ip_network(one.ip_address_prefix, strict=False)
        if prefix not in subnets:
            yield Difference("subnet", str(prefix), ", ".join(map(str, subnets)) or "none")
            continue
        missing = _gateways(one) - _gateways(subnets[prefix])
        if missing:
            yield Difference(f"gateway of {prefix}", ", ".join(sorted(missing)), ", ".join(sorted(_gateways(subnets[prefix]))) or "none")
        yield from _policy_differences(f"policy of {prefix}", one.policies, subnets[prefix].policies)
    yield from _policy_differences("policy", wanted.policies, found.policies)


def _policy_differences(what: str, wanted: Sequence[PolicyDocument] | None, found: Sequence[PolicyDocument] | None) -> Iterator[Difference]:
    """What is wanted and not there; the service adds policies of its own, so more than that is no difference."""
    there = read_policies(found)
    for one in read_policies(wanted):
        if one not in there:
            yield Difference(what, _said(one), ", ".join(_said(other) for other in there if other.kind == one.kind) or "none of its type")


def _said(policy: AnyPolicy) -> str:
    return repr(policy)


def _subnets(network: hcn.HostComputeNetwork) -> list[hcn.Subnet]:
    return [subnet for ipam in network.ipams or () for subnet in ipam.subnets or ()]


def _gateways(subnet: hcn.Subnet) -> set[str]:
    return {one.next_hop for one in subnet.routes or () if one.next_hop}
