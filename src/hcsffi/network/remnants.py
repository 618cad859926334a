"""Finding out what the dead left: the journal, the names of endpoints and what the service lists, brought together.

What belongs together is one :class:`Estate`: an attachment of a process that has ended. It is found by its file, by the names of its
endpoints, or by both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from hcsffi.documents import hcn
from hcsffi.native.lifetime import Life, life_of
from hcsffi.network.identity import bare
from hcsffi.network.journal import JournalEntry, JournalStep, Stage, Thing, UnreadableEntry
from hcsffi.network.resources import container_ids, endpoint_ids
from hcsffi.network.tag import EndpointTag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORT = 12
"""How many digits of an attachment's id stand in the names of its endpoints."""
_SAID = {Life.LIVING: "its process lives", Life.UNKNOWN: "its process cannot be seen from here"}


class Remnant(NamedTuple):
    """One thing that was found, and what became of it.

    Args:
        kind: ``namespace``, ``endpoint``, ``membership`` (an endpoint in a namespace), ``attachment``, or ``file`` (of the journal).
        id: its id; of a file its path.
        reason: why it was taken away, kept, or could not be taken away.
        hresult: the service's code, where it refused.
    """

    kind: str
    id: str
    reason: str
    hresult: int | None = None


@define
class Estate:
    """What one attachment of a process that has ended may have left.

    Args:
        attachment: the attachment's id; where its file is gone, the digits that names tell of it.
        file: whether the journal tells of it.
        endpoints: ids of its endpoints.
        namespaces: ids of its namespace, and of what its endpoints are in where the journal does not tell.
        steps: what is to be taken away, in order.
        kept: what is not, and why.
    """

    attachment: str
    file: bool = False
    endpoints: set[str] = field(factory=set)
    namespaces: set[str] = field(factory=set)
    steps: list[JournalStep] = field(factory=list)
    kept: list[Remnant] = field(factory=list)


class Findings:
    """What is to be taken away, and what is not.

    Args:
        owner: whose attachments are looked for.
        entries: the journal, read before the service was asked.
        namespaces: what namespaces there are, asked for before the endpoints: what is in one of them and is no endpoint later is gone.
        endpoints: what endpoints there are.

    Attributes:
        estates: attachments of processes that have ended.
        kept: attachments and endpoints that are left alone, and why.
        failed: files of the journal that could not be read.
    """

    def __init__(
        self,
        owner: str,
        entries: Iterable[JournalEntry | UnreadableEntry],
        namespaces: Iterable[hcn.HostComputeNamespace],
        endpoints: Iterable[hcn.HostComputeEndpoint],
    ) -> None:
        self.estates: dict[str, Estate] = {}
        self.kept: list[Remnant] = []
        self.failed: list[Remnant] = []
        self._owner = owner
        self._namespaces = {bare(one.id): one for one in namespaces if one.id}
        self._endpoints = {bare(one.id): one for one in endpoints if one.id}
        self._claimed: set[str] = set()
        for entry in entries:
            self._judge_entry(entry)
        for endpoint_id, endpoint in self._endpoints.items():
            self._judge_name(endpoint_id, endpoint)
        for estate in self.estates.values():
            self._settle(estate)

    def _judge_entry(self, entry: JournalEntry | UnreadableEntry) -> None:
        if isinstance(entry, UnreadableEntry):
            self.failed.append(Remnant("file", str(entry.path), entry.reason))
            return
        life = life_of(entry.process)
        if entry.owner == self._owner and life is Life.ENDED:
            estate = self._estate(entry.attachment)
            estate.file = True
            there = [one for one in entry.steps if one.stage is not Stage.UNDONE]
            estate.endpoints |= {one.id for one in there if one.thing is Thing.ENDPOINT}
            estate.namespaces |= {one.id for one in there if one.thing is Thing.NAMESPACE}
            return
        self._claimed |= {one.id for one in entry.steps}
        if entry.owner == self._owner:
            self.kept.append(Remnant("attachment", entry.attachment, _SAID[life]))

    def _judge_name(self, endpoint_id: str, endpoint: hcn.HostComputeEndpoint) -> None:
        """An endpoint that no file tells of."""
        name = endpoint.name or ""
        if endpoint_id in self._claimed or any(endpoint_id in one.endpoints for one in self.estates.values()):
            return
        tag = EndpointTag.read(name)
        if tag is None:
            if name.startswith(f"{self._owner}."):
                self.kept.append(Remnant("endpoint", endpoint_id, f"{name!r} is no name that an attachment gives"))
        elif tag.owner == self._owner:
            life = tag.life()
            if life is not Life.ENDED:
                self.kept.append(Remnant("endpoint", endpoint_id, _SAID[life]))
                return
            estate = self._estate(tag.attachment)
            estate.endpoints.add(endpoint_id)
            if endpoint.host_compute_namespace and not estate.file:  # a file tells which namespace is the attachment's own
                estate.namespaces.add(bare(endpoint.host_compute_namespace))

    def _estate(self, attachment: str) -> Estate:
        return self.estates.setdefault(attachment.replace("-", "")[:_SHORT], Estate(attachment))

    def _settle(self, estate: Estate) -> None:
        """Decide what of an estate is taken away: places in namespaces, then endpoints, then namespaces."""
        namespaces = [one for one in sorted(estate.namespaces) if one in self._namespaces]
        users = {one: container_ids(self._namespaces[one]) for one in namespaces}
        used = {one: f"container {containers[0]!r} uses namespace {one}" for one, containers in users.items() if containers}
        if used:
            reason = next(iter(used.values()))
            present = [one for one in sorted(estate.endpoints) if one in self._endpoints]
            estate.kept += [Remnant("endpoint", one, reason) for one in present]
            estate.kept += [Remnant("namespace", one, reason) for one in namespaces]
            return
        for one in namespaces:
            inside = endpoint_ids(self._namespaces[one])
            gone = [other for other in inside if other in estate.endpoints or other not in self._endpoints]
            estate.steps += [JournalStep(thing=Thing.MEMBERSHIP, id=other, within=one) for other in gone]
        estate.steps += [JournalStep(thing=Thing.ENDPOINT, id=one) for one in self._own_endpoints(estate)]
        estate.steps += [JournalStep(thing=Thing.NAMESPACE, id=one) for one in self._own_namespaces(estate, namespaces)]

    def _own_endpoints(self, estate: Estate) -> Iterable[str]:
        for one in sorted(estate.endpoints):
            endpoint = self._endpoints.get(one)
            if endpoint is None:
                continue
            home = bare(endpoint.host_compute_namespace) if endpoint.host_compute_namespace else ""
            if home in estate.namespaces or home not in self._namespaces:
                yield one
            else:
                estate.kept.append(Remnant("endpoint", one, f"it is in namespace {home}, which is not of this attachment"))

    def _own_namespaces(self, estate: Estate, namespaces: Sequence[str]) -> Iterable[str]:
        for one in namespaces:
            document = self._namespaces[one]
            strangers = [other for other in endpoint_ids(document) if other in self._endpoints and other not in estate.endpoints]
            if document.type == hcn.NamespaceType.HOST_DEFAULT:
                estate.kept.append(Remnant("namespace", one, "it is the host's default one"))
            elif one in self._claimed:
                estate.kept.append(Remnant("namespace", one, "another attachment has it, too"))
            elif strangers:
                estate.kept.append(Remnant("namespace", one, f"endpoint {strangers[0]} is in it, which is not of this attachment"))
            else:
                yield one
