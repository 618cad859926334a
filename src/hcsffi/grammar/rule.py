"""The rules that stand in a member's row or at a document's class, as short texts.

* `addresses`: a grammar of `GRAMMARS`, for a text, or for each text of a list;
* `from 1 to 4094`, `step 2`: for numbers;
* `exactly one of A B C`, `at least one of A B`, `at most one of A B`, `A within the family of B`: relations, by wire names;
* `gateway of Routes inside IpAddressPrefix`: the next hop of a route for all addresses, and the prefix beside the list of routes.

Behind a colon stands the source of the rule, where the grammar does not say it: `step 2: microsoft/hcsshim#589`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from ipaddress import IPv4Interface, IPv4Network, IPv6Interface, IPv6Network
from typing import Final, NamedTuple

from hcsffi.grammar.value import (
    ANY_PROTOCOL,
    Address,
    RefusedValue,
    address,
    addresses,
    hardware_address,
    listed,
    plain_number,
    port,
    ports,
    prefix,
    subnet,
)

EVERYWHERE: Final = ("0.0.0.0/0", "::/0")
"""The prefix of all addresses, as the service writes it."""

_GUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_VOLUME: Final = re.compile(r"\\\\[?]\\Volume\{[0-9a-f-]{36}\}", re.ASCII | re.IGNORECASE)
_ACES: Final = r"[A-Z]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))*"
_SDDL: Final = re.compile(rf"(?:O:[A-Z0-9-]+?)?(?:G:[A-Z0-9-]+?)?(?:D:{_ACES})?(?:S:{_ACES})?", re.ASCII)
_UNC: Final = re.compile(r"\\\\[^\\/:*?\"<>|]+\\[^\\/:*?\"<>|]+(?:\\.*)?", re.DOTALL)
_HOST_NAME: Final = re.compile(r"[^\\/:*?\"<>|.\s][^\\/:*?\"<>|\s]{0,62}")


def _protocols(value: object) -> None:
    for one in listed(value, ""):
        found = plain_number(one)
        if found is None or found > ANY_PROTOCOL:
            raise RefusedValue(value, f"numbers of protocols, 0 to {ANY_PROTOCOL}, with commas between them")


def _fits(pattern: re.Pattern[str], allowed: str) -> Callable[[object], None]:
    def ask(value: object) -> None:
        if not isinstance(value, str) or pattern.fullmatch(value) is None:
            raise RefusedValue(value, allowed)

    return ask


def _range(value: str) -> None:
    if "," in value:
        raise RefusedValue(value, "one address or prefix")
    addresses(value)


def _ranges(value: str) -> None:
    addresses([one for one in listed(value, "") if not _GUID.fullmatch(str(one))])  # type: ignore[misc]  # it looks at any object


def _volume(value: object) -> None:
    if isinstance(value, str) and _VOLUME.fullmatch(value):
        raise RefusedValue(value, "the path of a volume with a backslash behind it")


def _default_route(value: str) -> None:
    found = prefix(value)
    if isinstance(found, IPv4Interface | IPv6Interface) and not found.network.prefixlen:
        raise RefusedValue(value, "0.0.0.0/0 or ::/0 for all addresses")


def _json(value: object) -> None:
    try:
        found = import_module("json").loads(value) if isinstance(value, str) else None  # few documents have a filter
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise RefusedValue(value, "a JSON object as text")


class Grammar(NamedTuple):
    """What a text must be.

    Args:
        ask: raises RefusedValue where a value does not fit.
        source: who says so.
    """

    ask: Callable[..., object]
    source: str


GRAMMARS: Final[Mapping[str, Grammar]] = {
    "address": Grammar(address, "HNS schema; a name or a zone is no address to the service"),
    "addresses": Grammar(_ranges, "microsoft/hcsshim#1059: Any is refused with HCN_E_INVALID_POLICY"),
    "range": Grammar(_range, "HNS schema: one address or prefix for each element"),
    "prefix": Grammar(prefix, "HNS schema, DestinationPrefix; hcsshim's route test has host bits set"),
    "route": Grammar(_default_route, "hcsshim's network check takes 0.0.0.0/0 and ::/0 by their letters"),
    "subnet": Grammar(subnet, "HNS schema, IpAddressPrefix"),
    "port": Grammar(port, "TCP and UDP: ports are 1 to 65535"),
    "ports": Grammar(ports, "HNS schema: comma-separated text, ranges with a dash"),
    "mac": Grammar(hardware_address, "HCN refuses text without separators (schema notes, trap 11)"),
    "protocols": Grammar(_protocols, "HNS schema: comma-separated numbers as text"),
    "volume": Grammar(_volume, "hcsshim's container document: a volume's path ends with a backslash"),
    "guid": Grammar(_fits(_GUID, "a GUID, without braces"), "HCN refuses braces where it wants an id (ZLayer's namespace code)"),
    "sddl": Grammar(_fits(_SDDL, "a security descriptor in SDDL, such as D:P(A;;FA;;;WD)"), "SDDL, [MS-DTYP] 2.5.1"),
    "unc": Grammar(_fits(_UNC, "a UNC path, as \\\\server\\share"), "UNC, [MS-DTYP] 2.2.57"),
    "host name": Grammar(_fits(_HOST_NAME, "a host name of up to 63 characters"), "RFC 1123; Windows' computer names"),
    "json": Grammar(_json, "HNS schema, HostComputeQuery: a JSON document as text"),
}
"""Every grammar a rule may name. An empty text says nothing, and fits every one of them: answers of the service have it."""


def _words(rule: str) -> tuple[str, str]:
    text, _, source = rule.partition(": ")
    return text, source


def broken(rule: str, value: object) -> str | None:
    """Say what a member's rule allows, where its value does not keep it; None where it does."""
    text, _ = _words(rule)
    grammar = GRAMMARS.get(text)
    try:
        if grammar is None:
            _number_rule(text, value)
        elif isinstance(value, str) or not isinstance(value, Sequence):
            if value != "":
                grammar.ask(value)
        else:
            for one in value:
                if one != "":
                    grammar.ask(one)
    except RefusedValue as refused:
        return refused.allowed
    return None


def _number_rule(text: str, value: object) -> None:
    words = text.split()
    if not isinstance(value, int):
        return
    if words[0] == "step" and value % int(words[1]):
        raise RefusedValue(value, f"a multiple of {words[1]}")
    if words[0] == "from" and not int(words[1]) <= value <= int(words[3]):
        raise RefusedValue(value, f"a number from {words[1]} to {words[3]}")


class Unrelated(NamedTuple):
    """Members of one document that do not go together.

    Args:
        name: the member that is one too many or does not fit; "" where one is missing.
        allowed: what would be right.
    """

    name: str
    allowed: str


def unrelated(rule: str, values: Mapping[str, object], *, complete: bool) -> Iterator[Unrelated]:
    """Find the members that break a relation.

    Args:
        rule: the relation.
        values: the members that are set, by wire name.
        complete: whether nothing will be added, so that a missing member is a fault.
    """
    text, _ = _words(rule)
    kind, _, rest = text.partition(" of ")
    names = rest.split()
    if "inside" in names:
        yield from _outside(names[0], names[2], values)
        return
    if kind.endswith("within the family"):
        yield from _outside_family(kind.split()[0], names[0], values)
        return
    found = [name for name in names if name in values]
    listing = ", ".join(names)
    if kind in {"exactly one", "at most one"} and len(found) > 1:
        yield from (Unrelated(name, f"{kind} of {listing}") for name in found[1:])
    if complete and not any(values[name] != "" for name in found) and kind in {"exactly one", "at least one"}:
        yield Unrelated("", f"{kind} of {listing}")


def _outside_family(length: str, of: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """A length of a prefix is at most the number of bits of the address beside it."""
    bits = values.get(length)
    try:
        limit = address(str(values.get(of))).max_prefixlen
    except RefusedValue:
        return
    if isinstance(bits, int) and bits > limit:
        yield Unrelated(length, f"a length of at most {limit} bits, as {of} is an address of IPv{4 if limit == 32 else 6}")


def _outside(listing: str, of: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """The next hop of a route for all addresses is a host of the prefix beside the list of routes."""
    elements = values.get(listing)
    try:
        bounds = subnet(str(values.get(of)))
        for index, element in enumerate(elements if isinstance(elements, Sequence) else ()):
            hop = getattr(element, "next_hop", None) if getattr(element, "destination_prefix", None) in EVERYWHERE else None
            if hop and not _is_host(address(hop), bounds):
                yield Unrelated(f"{listing}[{index}]", f"a next hop that is a host of {bounds}")
    except RefusedValue:
        return


def _is_host(found: Address, bounds: IPv4Network | IPv6Network) -> bool:
    last = bounds.broadcast_address if isinstance(bounds, IPv4Network) else None
    return found in bounds and found not in {bounds.network_address, last}


def source_of(rule: str) -> str:
    """Who says so."""
    text, source = _words(rule)
    return source or GRAMMARS[text].source
