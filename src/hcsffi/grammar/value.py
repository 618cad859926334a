"""What a text or a number must be beyond its type: ports, addresses, prefixes, hardware addresses, lists.

Each function takes what people write and what the service answers, and returns one form of it; what it cannot take it refuses with a
`RefusedValue`, which says what it would have taken. What is given is looked at as any object: type checkers see the callers who have one,
not all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_address, ip_interface
from typing import Final

Address = IPv4Address | IPv6Address
Prefix = IPv4Network | IPv6Network | IPv4Interface | IPv6Interface
"""A range of addresses; one that was given with host bits set keeps them, as the service does for routes."""
PortRange = int | str
"""A port, or a range of ports as text: ``"8000-8080"``."""

ANY_PROTOCOL: Final = 256
"""Protocol numbers are 0 to 255; access rules have 256 for all of them."""
_MAC: Final = re.compile(r"[0-9A-Fa-f]{2}([-:])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]{1,5}", re.ASCII)


class RefusedValue(ValueError):
    """A value that does not fit.

    Args:
        value: what was given.
        allowed: what may be given.
    """

    def __init__(self, value: object, allowed: str) -> None:
        super().__init__(value, allowed)
        self.value = value
        self.allowed = allowed

    def __str__(self) -> str:
        return f"found {type(self.value).__name__} {self.value!r}, allowed is {self.allowed}"


def port(value: int | str) -> int:
    """Return a port number, 1 to 65535; the text of one is taken as well."""
    found = plain_number(value)
    if found is None or not 1 <= found <= 65535:
        raise RefusedValue(value, "a port, 1 to 65535")
    return found


def ports(value: Sequence[PortRange] | str | None) -> tuple[PortRange, ...]:
    """Return ports and ranges of ports in the order given."""
    return tuple(_port_range(one) for one in listed(value, "a list of ports and ranges"))


def _port_range(value: object) -> PortRange:
    if isinstance(value, str) and "-" in value:
        first, _, last = (part.strip() for part in value.partition("-"))
        if port(first) > port(last):
            raise RefusedValue(value, "a range of ports whose end is not before its start")
        return f"{port(first)}-{port(last)}"
    return port(value)  # type: ignore[arg-type]  # it looks at any object


def address(value: str | Address) -> Address:
    """Return an IP address; zones are refused, since the service knows none."""
    given: object = value
    try:
        found = ip_address(given) if isinstance(given, str) else given
    except ValueError:
        raise RefusedValue(value, "an IPv4 or IPv6 address") from None
    if isinstance(found, IPv4Address) and not isinstance(found, IPv4Interface):
        return found
    if isinstance(found, IPv6Address) and not isinstance(found, IPv6Interface) and found.scope_id is None and found.ipv4_mapped is None:
        return found
    raise RefusedValue(value, "an IPv4 or IPv6 address without a zone, and none that maps the other")


def prefix(value: str | Prefix) -> Prefix:
    """Return a range of addresses, written as ``10.1.0.0/16``."""
    given: object = value
    if isinstance(given, IPv4Network | IPv6Network | IPv4Interface | IPv6Interface):
        return given
    allowed = "an address, a slash and the length of the prefix"
    if not isinstance(given, str) or "%" in given or not given.rpartition("/")[2].isdecimal():
        raise RefusedValue(value, allowed)
    try:
        whole = ip_interface(given)
    except ValueError:
        raise RefusedValue(value, allowed) from None
    return whole.network if whole.ip == whole.network.network_address else whole


def subnet(value: str | Prefix) -> IPv4Network | IPv6Network:
    """Return a range of addresses that is one subnet: no bit is set behind its length."""
    found = prefix(value)
    if isinstance(found, IPv4Network | IPv6Network):
        return found
    raise RefusedValue(value, f"a subnet, whose host bits are zero: {found.network}")


def addresses(value: Sequence[str | Address | Prefix] | str | None) -> tuple[Address | Prefix, ...]:
    """Return addresses and ranges of addresses in the order given."""
    return tuple(_address_or_prefix(one) for one in listed(value, "a list of addresses and prefixes"))


def _address_or_prefix(value: object) -> Address | Prefix:
    if isinstance(value, IPv4Network | IPv6Network | IPv4Interface | IPv6Interface) or (isinstance(value, str) and "/" in value):
        return prefix(value)
    return address(value)  # type: ignore[arg-type]  # it looks at any object


def hardware_address(value: str) -> str:
    """Return a hardware address as the service answers it, ``00-15-5D-52-C0-00``; one of a group of receivers is refused."""
    given: object = value
    if not isinstance(given, str) or _MAC.fullmatch(given) is None:
        raise RefusedValue(value, "six pairs of hexadecimal digits with dashes or colons")
    if int(given[:2], 16) & 1:
        raise RefusedValue(value, "the hardware address of one adapter, not of a group")
    return given.replace(":", "-").upper()


def plain_number(value: object) -> int | None:
    """Return a whole number, or the number a text of up to five digits says; ``None`` for anything else."""
    match value:
        case bool():
            return None
        case int():
            return int(value)
        case str() if _NUMBER.fullmatch(value):
            return int(value)
    return None


def listed(value: object, allowed: str) -> list[object]:
    """Return the items of a list, or of the comma-joined text that the service has in its place."""
    if value is None:
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")] if value.strip() else []
    if isinstance(value, bytes | bytearray) or not isinstance(value, Sequence):
        raise RefusedValue(value, allowed)
    return list(value)
