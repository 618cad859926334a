"""Policies between callers and documents: the table of all of them, writing lists of them, reading them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from hcsffi.documents import InvalidDocument, hcn
from hcsffi.network import access_policies, endpoint_policies, network_policies
from hcsffi.network.policy import AnyPolicy, Policy, PolicyPlace, RawPolicy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hcsffi.documents.document import Document
    from hcsffi.network.policy import PolicyDocument
    from hcsffi.network.service_version import ServiceVersion

_Held = TypeVar("_Held", hcn.EndpointPolicy, hcn.NetworkPolicy, hcn.SubnetPolicy)


def _by_place() -> dict[tuple[PolicyPlace, str], type[Policy]]:
    homes = (access_policies, endpoint_policies, network_policies)
    found = [one for home in homes for one in vars(home).values() if isinstance(one, type) and issubclass(one, Policy) and one.kind]
    return {(place, one.kind): one for one in found for place in one.places}


POLICIES_BY_PLACE: Final[Mapping[tuple[PolicyPlace, str], type[Policy]]] = _by_place()
"""PolicyPlace and ``Type`` -> the class; its ``since`` is the version of the service from which on it is understood."""


def endpoint_documents(
    policies: Iterable[AnyPolicy | hcn.EndpointPolicy], version: ServiceVersion | None = None
) -> list[hcn.EndpointPolicy]:
    """Return policies as the documents of endpoints hold them.

    Args:
        policies: what the endpoint is to have; documents pass as they are.
        version: the service's version, where it is known.

    Raises:
        PolicyRefused: one of them may not stand there.
        InvalidDocument: one of them has a field that endpoints have not.
    """
    return _documents(hcn.EndpointPolicy, PolicyPlace.ENDPOINT, policies, version)


def network_documents(policies: Iterable[AnyPolicy | hcn.NetworkPolicy], version: ServiceVersion | None = None) -> list[hcn.NetworkPolicy]:
    """Return policies as the documents of networks hold them.

    Args:
        policies: what the network is to have; documents pass as they are.
        version: the service's version, where it is known.

    Raises:
        PolicyRefused: one of them may not stand there.
    """
    return _documents(hcn.NetworkPolicy, PolicyPlace.NETWORK, policies, version)


def subnet_documents(policies: Iterable[AnyPolicy | hcn.SubnetPolicy], version: ServiceVersion | None = None) -> list[hcn.SubnetPolicy]:
    """Return policies as the documents of subnets hold them.

    Args:
        policies: what the subnet is to have; documents pass as they are.
        version: the service's version, where it is known.

    Raises:
        PolicyRefused: one of them may not stand there.
    """
    return _documents(hcn.SubnetPolicy, PolicyPlace.SUBNET, policies, version)


def _documents(kind: type[_Held], place: PolicyPlace, policies: Iterable[AnyPolicy | _Held], version: ServiceVersion | None) -> list[_Held]:
    return [one if isinstance(one, kind) else _made(kind, place, one, version) for one in policies]


def _made(kind: type[_Held], place: PolicyPlace, policy: object, version: ServiceVersion | None) -> _Held:
    document = policy.document(place, version) if isinstance(policy, AnyPolicy) else policy
    if not isinstance(document, kind):
        message = f"{type(policy).__name__} is no policy of {place.value}s"
        raise TypeError(message)
    return document


def read_policies(documents: Iterable[PolicyDocument] | None) -> tuple[AnyPolicy, ...]:
    """Return the policies of an answer; what cannot be read as its type stays raw.

    Args:
        documents: the ``policies`` of an endpoint, a network or a subnet; ``None`` is none.
    """
    return tuple(read_policy(one) for one in documents or ())


def read_policy(document: PolicyDocument) -> AnyPolicy:
    """Return one policy of an answer; a type nobody knows, or settings that could not be built, stay raw."""
    kind = "" if document.type is None else str(document.type)
    known = POLICIES_BY_PLACE.get((_PLACES[type(document)], kind))
    settings = document.settings
    if known is not None and not document.unknown_members:
        expected = known.places[_PLACES[type(document)]]
        try:
            if expected is None and not settings:
                return known()
            if expected is not None and isinstance(settings, expected):
                return known.read(settings)
        except InvalidDocument:
            pass
    return RawPolicy(kind=kind, settings=settings, unknown_members=document.unknown_members or {})


_PLACES: Final[Mapping[type[Document], PolicyPlace]] = {
    hcn.EndpointPolicy: PolicyPlace.ENDPOINT,
    hcn.NetworkPolicy: PolicyPlace.NETWORK,
    hcn.SubnetPolicy: PolicyPlace.SUBNET,
}
