"""What every policy is: checked where it is built, written as the document of the place it is for, read back as the same type.

A policy class names its ``Type``, the type of the settings for each place it may stand in, and from which version of the network service
it is understood. Its fields have the names of the settings' members; the settings document (`hcsffi.documents`) is made of them when a
policy is built, and refuses what the fields' own checks do not see (`policy_values`). Reading goes the other way, through the same checks;
what does not pass them, and every type nobody knows, is a :class:`RawPolicy`, which goes back to the service as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import wraps
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeVar

from attrs import define, field, fields

from hcsffi.documents import InvalidDocument, Problem, hcn
from hcsffi.documents.document import Document
from hcsffi.documents.immutable import FrozenDict
from hcsffi.grammar.path import below
from hcsffi.grammar.words import shown
from hcsffi.network.policy_values import RefusedValue, filled_text
from hcsffi.network.service_version import Since

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from typing_extensions import Self

    from hcsffi.network.service_version import ServiceVersion

PolicyDocument = hcn.EndpointPolicy | hcn.NetworkPolicy | hcn.SubnetPolicy
"""A policy as documents hold it."""

SettingsType = type[Document]
Places = Mapping["PolicyPlace", SettingsType | None]
"""Where a policy may stand, and the type of its settings there; ``None`` where it has none."""

_Checked = TypeVar("_Checked", bound="Settings")


class PolicyPlace(Enum):
    """What a policy stands in."""

    ENDPOINT = "endpoint"
    NETWORK = "network"
    SUBNET = "subnet"


class PolicyRefused(ValueError):
    """A policy that cannot be used there; nothing native was called.

    Args:
        kind: the policy's type.
        place: where it was to stand.
        places: where it may stand.
        since: from which version of the service on.
        version: the service's version, where it is known.
    """

    def __init__(
        self, kind: str, place: PolicyPlace, places: tuple[PolicyPlace, ...], since: Since, version: ServiceVersion | None
    ) -> None:
        self.kind = kind
        self.place = place
        self.places = places
        self.since = since
        self.version = version
        super().__init__(kind, place, places, since, version)

    def __str__(self) -> str:
        where = " or ".join(_a(place) for place in self.places)
        if self.place not in self.places:
            return f"the policy {self.kind} belongs to {where} (service {self.since}), not to {_a(self.place)}"
        return f"the policy {self.kind} of {_a(self.place)} needs service {self.since}; this one is {self.version}"


def _a(place: PolicyPlace) -> str:
    return f"{'an' if place is PolicyPlace.ENDPOINT else 'a'} {place.value}"


@define(frozen=True, kw_only=True)
class Settings:
    """Fields that become a document of their names."""

    unknown_members: Mapping[str, object] = field(factory=FrozenDict, converter=FrozenDict)
    """Members no source knows; what was read is sent again."""

    documents: ClassVar[tuple[type[Document], ...]] = ()
    """The types of document it becomes; the first one checks it."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls.__init__ = _explained(cls, cls.__init__)  # type: ignore[method-assign]  # the same arguments, another message

    def settings(self, kind: type[Document]) -> Document:
        """Return the document of the fields.

        Args:
            kind: its type, one of ``documents``.

        Raises:
            InvalidDocument: the type lacks a member that is set, or refuses its value.
        """
        rows = {row.name: row.kind for row in kind.__members__}
        written: dict[str, object] = {}
        for one in fields(type(self)):
            value = getattr(self, one.name)
            if value is None or value == () or one.name == "unknown_members":
                continue
            if one.name not in rows:
                raise InvalidDocument(kind.__name__, [Problem(f"$.{one.name}", "a value", "nothing: it has no such member")])
            written[one.name] = _written(value, rows[one.name])
        build: Callable[..., Document] = kind
        return build(**written, unknown_members=dict(self.unknown_members) or None)

    @classmethod
    def read(cls, document: Document) -> Self:
        """Return the settings of a document.

        Raises:
            InvalidDocument: a value is missing, or is none that could be built.
        """
        known = {one.name for one in fields(cls)} - {"unknown_members"}
        given = {row.name: getattr(document, row.name) for row in document.__members__ if row.name in known}
        return cls(**given, unknown_members=document.unknown_members or {})


def _explained(cls: type[Settings], build: Callable[..., None]) -> Callable[..., None]:
    """The constructor that tells all problems at once, each with its path, and lets the document check what is left."""

    @wraps(build)
    def checked(self: Settings, **given: object) -> None:
        try:
            build(self, **given)
        except RefusedValue as refused:
            problems = list(_problems(cls, given))
            raise InvalidDocument(cls.__name__, problems or [Problem("$", shown(refused.value), refused.allowed)]) from None
        for kind in cls.documents[:1]:
            self.settings(kind)

    return checked


def _problems(cls: type[Settings], given: Mapping[str, object]) -> Iterable[Problem]:
    wires = {row.name: row.wire for kind in cls.documents for row in kind.__members__}
    for one in fields(cls):
        convert = one.converter
        if one.name in given and callable(convert):
            try:
                convert(given[one.name])
            except RefusedValue as refused:
                yield Problem(below("$", wires.get(one.name, one.name)), shown(refused.value), refused.allowed)


def _written(value: object, kind: str) -> object:
    """A field's value as the member of that kind has it: a list as comma-joined text where the member is a text."""
    if isinstance(value, Settings):
        return value.settings(type(value).documents[0])
    if isinstance(value, tuple):
        return ",".join(map(_plain, value)) if kind == "string" else [_written(one, "string") for one in value]
    return _plain(value) if kind == "string" or isinstance(value, _ADDRESSES) else value


_ADDRESSES = (IPv4Address, IPv6Address, IPv4Network, IPv6Network)


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, int) else str(value)


def settings_of(cls: type[_Checked], value: _Checked | Document) -> _Checked:
    """Return nested settings, given as such or as the document they become.

    Raises:
        RefusedValue: it is neither, or the document cannot be read.
    """
    if isinstance(value, cls):
        return value
    if isinstance(value, cls.documents):
        return cls.read(value)
    raise RefusedValue(value, f"a {cls.__name__}")


@define(frozen=True, kw_only=True)
class Policy(Settings):
    """A policy of an endpoint, a network or a subnet."""

    kind: ClassVar[str] = ""
    """Its ``Type`` on the wire."""
    places: ClassVar[Places] = MappingProxyType({})
    """Where it may stand."""
    since: ClassVar[Since] = Since("9.2")
    """From which version of the service on it is understood; the V2 documents are from 9.2 on."""

    def __init_subclass__(cls) -> None:
        cls.documents = tuple(kind for kind in cls.places.values() if kind is not None)
        super().__init_subclass__()

    def needs(self) -> Since:
        """Return from which version of the service on this policy, as it is, is understood."""
        return type(self).since

    def allow(self, place: PolicyPlace, version: ServiceVersion | None = None) -> None:
        """Check that the policy may stand there.

        Args:
            place: where it is to stand.
            version: the service's version; ``None`` where it is not known leaves that to the service.

        Raises:
            PolicyRefused: it may not.
        """
        needed = self.needs()
        if place not in self.places or (version is not None and not needed.covers(version)):
            raise PolicyRefused(self.kind, place, tuple(self.places), needed, version)

    def document(self, place: PolicyPlace, version: ServiceVersion | None = None) -> PolicyDocument:
        """Return the policy as documents hold it.

        Args:
            place: where it is to stand.
            version: the service's version, where it is known.

        Raises:
            PolicyRefused: it may not stand there.
            InvalidDocument: a field is set that it has elsewhere, but not there.
        """
        self.allow(place, version)
        kind = self.places[place]
        return _held(place, self.kind, None if kind is None else self.settings(kind))


@define(frozen=True, kw_only=True)
class RawPolicy:
    """A policy whose type or settings nobody here knows; it goes back to the service as it came.

    Args:
        kind: its ``Type``.
        settings: its ``Settings``, as JSON values or a document.
        unknown_members: what else stood beside them.
    """

    kind: str = field(converter=filled_text)
    settings: object = None
    unknown_members: Mapping[str, object] = field(factory=FrozenDict, converter=FrozenDict)

    def document(self, place: PolicyPlace, version: ServiceVersion | None = None) -> PolicyDocument:  # noqa: ARG002 - as others
        """Return the policy as documents hold it; nothing is known that could be checked.

        Args:
            place: where it is to stand.
            version: not looked at.
        """
        return _held(place, self.kind, self.settings, dict(self.unknown_members) or None)


AnyPolicy = Policy | RawPolicy


def _held(place: PolicyPlace, kind: str, settings: object, unknown_members: Mapping[str, object] | None = None) -> PolicyDocument:
    if place is PolicyPlace.ENDPOINT:
        return hcn.EndpointPolicy(type=hcn.EndpointPolicyType(kind), settings=settings, unknown_members=unknown_members)
    if place is PolicyPlace.NETWORK:
        return hcn.NetworkPolicy(type=hcn.NetworkPolicyType(kind), settings=settings, unknown_members=unknown_members)
    return hcn.SubnetPolicy(type=hcn.SubnetPolicyType(kind), settings=settings, unknown_members=unknown_members)
