"""What callers give a policy, checked and brought into one form: what `hcsffi.grammar` takes, and what only policies have.

Each function takes what people write and what the service answers, and returns the one form a policy keeps, so that a policy that was
built equals the one that is read back. What it cannot take it refuses with a :class:`RefusedValue`, which says what it would have taken.
What is given is looked at as any object: type checkers see the callers who have one, not all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from hcsffi.documents import hcn
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.scalar import guid, is_guid
from hcsffi.grammar.value import (
    ANY_PROTOCOL,
    Address,
    PortRange,
    Prefix,
    RefusedValue,
    address,
    addresses,
    hardware_address,
    listed,
    plain_number,
    port,
    ports,
    prefix,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Address",
    "PortRange",
    "Prefix",
    "Protocol",
    "RefusedValue",
    "address",
    "addresses",
    "bare_guid",
    "filled_text",
    "hardware_address",
    "known",
    "optional_address",
    "optional_guid",
    "optional_hardware_address",
    "optional_port",
    "optional_prefix",
    "optional_protocol",
    "port",
    "ports",
    "prefix",
    "protocol",
    "protocols",
    "texts",
    "vlan",
]

Protocol = hcn.ProtocolType | int | str
"""A protocol's number or its name."""

_Known = TypeVar("_Known", bound=TextEnum)

_VLAN_LIMIT: Final = 4094


def optional_port(value: int | str | None) -> int | None:
    """Return a port number, or ``None``; an empty text is none."""
    return None if _absent(value) else port(value)  # type: ignore[arg-type]  # it is not absent


def optional_address(value: str | Address | None) -> Address | None:
    """Return an IP address, or ``None``; an empty text is none."""
    return None if _absent(value) else address(value)  # type: ignore[arg-type]  # it is not absent


def optional_prefix(value: str | Prefix | None) -> Prefix | None:
    """Return a range of addresses, or ``None``; an empty text is none."""
    return None if _absent(value) else prefix(value)  # type: ignore[arg-type]  # it is not absent


def optional_hardware_address(value: str | None) -> str | None:
    """Return a hardware address, or ``None``; an empty text is none."""
    return None if _absent(value) else hardware_address(value)  # type: ignore[arg-type]  # it is not absent


def protocol(value: Protocol) -> hcn.ProtocolType:
    """Return a protocol given by its number or its name, in any letter case."""
    given: object = value
    found = plain_number(given)
    if isinstance(given, str) and found is None:
        found = next((int(one) for one in hcn.ProtocolType if one.text.lower() == given.lower()), None)
    if found is None or not 0 <= found <= ANY_PROTOCOL:
        raise RefusedValue(value, f"{', '.join(one.text for one in hcn.ProtocolType)}, or a number, 0 to {ANY_PROTOCOL}")
    return hcn.ProtocolType(found)


def optional_protocol(value: Protocol | None) -> hcn.ProtocolType | None:
    """Return a protocol, or ``None``; an empty text is none."""
    return None if _absent(value) else protocol(value)  # type: ignore[arg-type]  # it is not absent


def protocols(value: Sequence[Protocol] | str | None) -> tuple[hcn.ProtocolType, ...]:
    """Return protocols in the order given."""
    return tuple(protocol(one) for one in listed(value, "a list of protocols"))  # type: ignore[arg-type]  # it looks at any object


def texts(value: Sequence[str] | str | None) -> tuple[str, ...]:
    """Return texts in the order given; the comma separates them on the wire, so none may have one."""
    return tuple(_uncommaed(one) for one in listed(value, "a list of texts"))


def _uncommaed(value: object) -> str:
    if not isinstance(value, str) or not value or "," in value:
        raise RefusedValue(value, "a text that is not empty and has no comma")
    return value


def filled_text(value: str) -> str:
    """Return a text that is not empty."""
    given: object = value
    if not isinstance(given, str) or not given:
        raise RefusedValue(value, "a text that is not empty")
    return given


def bare_guid(value: str) -> str:
    """Return a GUID as the service wants it: lower case, without braces."""
    given: object = value
    if not isinstance(given, str) or not is_guid(given):
        raise RefusedValue(value, "a GUID")
    return guid(given)


def optional_guid(value: str | None) -> str | None:
    """Return a GUID, or ``None``; an empty text is none."""
    return None if _absent(value) else bare_guid(value)  # type: ignore[arg-type]  # it is not absent


def vlan(value: int) -> int:
    """Return the number of a VLAN, 0 to 4094; 0 is no VLAN and is sent."""
    given: object = value
    found = None if isinstance(given, str) else plain_number(given)
    if found is None or not 0 <= found <= _VLAN_LIMIT:
        raise RefusedValue(value, f"the number of a VLAN, 0 to {_VLAN_LIMIT}")
    return found


def known(kind: type[_Known], value: object) -> _Known:
    """Return a value that the enumeration names; letter case does not count."""
    found = kind(value) if isinstance(value, str) else None
    if found is None or not found.is_known:
        raise RefusedValue(value, " or ".join(str(one) for one in kind))
    return next(one for one in kind if one == found)


def _absent(value: object) -> bool:
    return value is None or value == ""
