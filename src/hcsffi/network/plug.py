"""What an attachment is asked for: which networks, and which ports of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from hcsffi.network import policy_values as values
from hcsffi.network.endpoint_policies import PortMappingPolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents import hcn
    from hcsffi.network.network import Network
    from hcsffi.network.policy import AnyPolicy

_FORMS: Final = "8080:80, 8080:80/udp, 127.0.0.1:8080:80/tcp or [::1]:8080:80"


def _policies(given: Sequence[AnyPolicy | hcn.EndpointPolicy]) -> tuple[AnyPolicy | hcn.EndpointPolicy, ...]:
    return tuple(given)


@define(frozen=True, kw_only=True)
class Plug:
    """One endpoint of an attachment, where its network alone does not say enough.

    Args:
        network: the network, its name or its id.
        addresses: the addresses it is to have, one for each family; none lets the service choose.
        mac_address: its hardware address; ``None`` lets the service choose.
        name_servers: its name servers; none takes the network's.
        policies: its policies, beside those of the whole attachment.
    """

    network: Network | str
    addresses: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    mac_address: str | None = field(default=None, converter=values.optional_hardware_address)
    name_servers: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    policies: tuple[AnyPolicy | hcn.EndpointPolicy, ...] = field(default=(), converter=_policies)


def published_port(text: str) -> PortMappingPolicy:
    """Return the port mapping that a text such as ``127.0.0.1:8080:80/tcp`` asks for.

    Args:
        text: the host's address (IPv6 in brackets; none means all of them, on the embedded host its loopback), the host's port, the
            endpoint's port, and the protocol (none means TCP).

    Raises:
        ValueError: it is no such text, or a port, the address or the protocol is none.
    """
    mapping, slash, protocol = text.partition("/")
    bracketed, bracket, after = mapping.rpartition("]:")
    address, ports = (bracketed.removeprefix("["), after) if bracket else _split_address(mapping)
    external, colon, internal = ports.partition(":")
    if not colon or not internal or ":" in internal or (slash and not protocol) or (bracket and not mapping.startswith("[")):
        message = f"{text!r} publishes no port: write {_FORMS}"
        raise ValueError(message)
    return PortMappingPolicy(
        external_port=values.port(external), internal_port=values.port(internal), protocol=protocol or "tcp", vip=address or None
    )


def _split_address(mapping: str) -> tuple[str, str]:
    address, colon, ports = mapping.partition(":")
    return (address, ports) if colon and ":" in ports else ("", mapping)
