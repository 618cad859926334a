"""What callers give a policy, checked and brought into one form: ports, addresses, prefixes, hardware addresses, protocols and lists.

Each function takes what people write and what the service answers, and returns the one form a policy keeps, so that a policy that was
built equals the one that is read back. What it cannot take it refuses with a :class:`RefusedValue`, which says what it would have taken.
What is given is looked at as any object: type checkers see the callers who have one, not all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_address, ip_interface
from typing import Final, TypeVar

from hcsffi.documents import hcn
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.problem import shown
from hcsffi.documents.scalar import guid, is_guid

Address = IPv4Address | IPv6Address
Prefix = IPv4Network | IPv6Network | IPv4Interface | IPv6Interface
"""A range of addresses; one that was given with host bits set keeps them, as the service does for routes."""
PortRange = int | str
"""A port, or a range of ports as text: ``"8000-8080"``."""
Protocol = hcn.ProtocolType | int | str
"""A protocol's number or its name."""

_Known = TypeVar("_Known", bound=TextEnum)

_ANY_PROTOCOL: Final = 256
"""Protocol numbers are 0 to 255; access rules have 256 for all of them."""
_VLAN_LIMIT: Final = 4094
_MAC: Final = re.compile(r"[0-9A-Fa-f]{2}([-:])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]{1,5}", re.ASCII)


class RefusedValue(ValueError):
    """A value that a policy cannot carry.

    Args:
        found: what was given, as a short text.
        allowed: what may be given.
    """

    def __init__(self, found: str, allowed: str) -> None:
        super().__init__(found, allowed)
        self.found = found
        self.allowed = allowed

    def __str__(self) -> str:
        return f"found {self.found}, allowed is {self.allowed}"


def port(value: int | str) -> int:
    """Return a port number, 1 to 65535; the text of one is taken as well."""
    number = _number(value)
    if number is None or not 1 <= number <= 65535:
        raise RefusedValue(shown(value), "a port, 1 to 65535")
    return number


def optional_port(value: int | str | None) -> int | None:
    """Return a port number, or ``None``; an empty text is none."""
    return None if _absent(value) else port(value)  # type: ignore[arg-type]  # it is not absent


def ports(value: Sequence[PortRange] | str | None) -> tuple[PortRange, ...]:
    """Return ports and ranges of ports in the order given."""
    return tuple(_port_range(one) for one in _listed(value, "a list of ports and ranges"))


def _port_range(value: object) -> PortRange:
    if isinstance(value, str) and "-" in value:
        first, _, last = (part.strip() for part in value.partition("-"))
        if port(first) > port(last):
            raise RefusedValue(shown(value), "a range of ports whose end is not before its start")
        return f"{port(first)}-{port(last)}"
    return port(value)  # type: ignore[arg-type]  # it looks at any object


def address(value: str | Address) -> Address:
    """Return an IP address; zones are refused, since the service knows none."""
    given: object = value
    try:
        found = ip_address(given) if isinstance(given, str) else given
    except ValueError:
        raise RefusedValue(shown(value), "an IPv4 or IPv6 address") from None
    if isinstance(found, IPv4Address) and not isinstance(found, IPv4Interface):
        return found
    if isinstance(found, IPv6Address) and not isinstance(found, IPv6Interface) and found.scope_id is None:
        return found
    raise RefusedValue(shown(value), "an IPv4 or IPv6 address without a zone")


def optional_address(value: str | Address | None) -> Address | None:
    """Return an IP address, or ``None``; an empty text is none."""
    return None if _absent(value) else address(value)  # type: ignore[arg-type]  # it is not absent


def prefix(value: str | Prefix) -> Prefix:
    """Return a range of addresses, written as ``10.1.0.0/16``."""
    given: object = value
    if isinstance(given, IPv4Network | IPv6Network | IPv4Interface | IPv6Interface):
        return given
    allowed = "an address, a slash and the length of the prefix"
    if not isinstance(given, str) or "/" not in given or "%" in given:
        raise RefusedValue(shown(value), allowed)
    try:
        whole = ip_interface(given)
    except ValueError:
        raise RefusedValue(shown(value), allowed) from None
    return whole.network if whole.ip == whole.network.network_address else whole


def optional_prefix(value: str | Prefix | None) -> Prefix | None:
    """Return a range of addresses, or ``None``; an empty text is none."""
    return None if _absent(value) else prefix(value)  # type: ignore[arg-type]  # it is not absent


def addresses(value: Sequence[str | Address | Prefix] | str | None) -> tuple[Address | Prefix, ...]:
    """Return addresses and ranges of addresses in the order given."""
    return tuple(_address_or_prefix(one) for one in _listed(value, "a list of addresses and prefixes"))


def _address_or_prefix(value: object) -> Address | Prefix:
    if isinstance(value, IPv4Network | IPv6Network | IPv4Interface | IPv6Interface) or (isinstance(value, str) and "/" in value):
        return prefix(value)
    return address(value)  # type: ignore[arg-type]  # it looks at any object


def hardware_address(value: str) -> str:
    """Return a hardware address as the service answers it, ``00-15-5D-52-C0-00``; one of a group of receivers is refused."""
    given: object = value
    if not isinstance(given, str) or _MAC.fullmatch(given) is None:
        raise RefusedValue(shown(value), "six pairs of hexadecimal digits with dashes or colons")
    if int(given[:2], 16) & 1:
        raise RefusedValue(shown(value), "the hardware address of one adapter, not of a group")
    return given.replace(":", "-").upper()


def optional_hardware_address(value: str | None) -> str | None:
    """Return a hardware address, or ``None``; an empty text is none."""
    return None if _absent(value) else hardware_address(value)  # type: ignore[arg-type]  # it is not absent


def protocol(value: Protocol) -> hcn.ProtocolType:
    """Return a protocol given by its number or its name, in any letter case."""
    given: object = value
    number = _number(given)
    if isinstance(given, str) and number is None:
        number = next((int(one) for one in hcn.ProtocolType if one.text.lower() == given.lower()), None)
    if number is None or not 0 <= number <= _ANY_PROTOCOL:
        raise RefusedValue(shown(value), f"{', '.join(one.text for one in hcn.ProtocolType)}, or a number, 0 to {_ANY_PROTOCOL}")
    return hcn.ProtocolType(number)


def optional_protocol(value: Protocol | None) -> hcn.ProtocolType | None:
    """Return a protocol, or ``None``; an empty text is none."""
    return None if _absent(value) else protocol(value)  # type: ignore[arg-type]  # it is not absent


def protocols(value: Sequence[Protocol] | str | None) -> tuple[hcn.ProtocolType, ...]:
    """Return protocols in the order given."""
    return tuple(protocol(one) for one in _listed(value, "a list of protocols"))  # type: ignore[arg-type]  # it looks at any object


def texts(value: Sequence[str] | str | None) -> tuple[str, ...]:
    """Return texts in the order given; the comma separates them on the wire, so none may have one."""
    return tuple(_uncommaed(one) for one in _listed(value, "a list of texts"))


def _uncommaed(value: object) -> str:
    if not isinstance(value, str) or not value or "," in value:
        raise RefusedValue(shown(value), "a text that is not empty and has no comma")
    return value


def filled_text(value: str) -> str:
    """Return a text that is not empty."""
    given: object = value
    if not isinstance(given, str) or not given:
        raise RefusedValue(shown(value), "a text that is not empty")
    return given


def bare_guid(value: str) -> str:
    """Return a GUID as the service wants it: lower case, without braces."""
    given: object = value
    if not isinstance(given, str) or not is_guid(given):
        raise RefusedValue(shown(value), "a GUID")
    return guid(given)


def optional_guid(value: str | None) -> str | None:
    """Return a GUID, or ``None``; an empty text is none."""
    return None if _absent(value) else bare_guid(value)  # type: ignore[arg-type]  # it is not absent


def vlan(value: int) -> int:
    """Return the number of a VLAN, 0 to 4094; 0 is no VLAN and is sent."""
    given: object = value
    number = None if isinstance(given, str) else _number(given)
    if number is None or not 0 <= number <= _VLAN_LIMIT:
        raise RefusedValue(shown(value), f"the number of a VLAN, 0 to {_VLAN_LIMIT}")
    return number


def known(kind: type[_Known], value: object) -> _Known:
    """Return a value that the enumeration names; letter case does not count."""
    found = kind(value) if isinstance(value, str) else None
    if found is None or not found.is_known:
        raise RefusedValue(shown(value), " or ".join(str(one) for one in kind))
    return next(one for one in kind if one == found)


def _number(value: object) -> int | None:
    match value:
        case bool():
            return None
        case int():
            return int(value)
        case str() if _NUMBER.fullmatch(value):
            return int(value)
    return None


def _absent(value: object) -> bool:
    return value is None or value == ""


def _listed(value: object, allowed: str) -> list[object]:
    """The items of a list, or of the comma-joined text that the service has in its place."""
    if value is None:
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")] if value.strip() else []
    if isinstance(value, bytes | bytearray) or not isinstance(value, Sequence):
        raise RefusedValue(shown(value), allowed)
    return list(value)
