"""The rules that stand in a member's row or at a document's class, as short texts.

* `addresses`: a grammar of `GRAMMARS`, for a text, or for each text of a list;
* `from 1 to 4094`, `step 2` (and not 0), `among 6 17`: for numbers; `up to 256 letters`: for texts;
* `needed`: the member must be there, and not empty; alone, or before another rule of the row: `needed mac`;
* `exactly one of A B C`, `at least one of A B`, `at most one of A B`, `A within the family of B`: relations, by wire names;
* `A if B is X Y`: A must be there where B is one of these values, or `absent`; `A counts B`: A is the length of the list B;
* `A no greater than B`: two hardware addresses; `A apart`: the subnets of the list A share no address;
* `gateway of Routes inside IpAddressPrefix`: the next hop of a route for all addresses, and the prefix beside the list of routes;
* `IpSubnets inside IpAddressPrefix`: the ranges of a list, and the prefix beside it.

Behind a colon stands the source of the rule, where the grammar does not say it: `step 2: microsoft/hcsshim#589`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
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
_SET: Final = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)+", re.ASCII)
"""The id of a set of addresses: a GUID, or as network policies of Kubernetes have it (`azure-npm-1`); no word alone."""
_VOLUME: Final = re.compile(r"\\\\[?]\\Volume\{[0-9a-f-]{36}\}", re.ASCII | re.IGNORECASE)
_ACES: Final = r"[A-Z]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))*"
_SDDL: Final = re.compile(rf"(?:O:[A-Z0-9-]+?)?(?:G:[A-Z0-9-]+?)?(?:D:{_ACES})?(?:S:{_ACES})?", re.ASCII)
_UNC: Final = re.compile(r"\\\\[^\\/:*?\"<>|]+\\[^\\/:*?\"<>|]+(?:\\.*)?|(?!\\\\).*|\\\\[?.]\\.*", re.DOTALL)
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


def _ranges_or_sets(value: str) -> None:
    addresses([one for one in listed(value, "") if not _SET.fullmatch(str(one))])  # type: ignore[misc]  # it looks at any object


def _range_of_hosts(value: str) -> None:
    found = subnet(value)
    if not 1 <= found.prefixlen <= found.max_prefixlen - 2:
        raise RefusedValue(value, f"a subnet with room for a gateway and a host, /1 to /{found.max_prefixlen - 2}")


def _port_range(value: object) -> None:
    if isinstance(value, str) and "," in value:
        raise RefusedValue(value, "one port or range of ports")
    ports(value)  # type: ignore[arg-type]  # it looks at any object


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
    "addresses": Grammar(_ranges_or_sets, "microsoft/hcsshim#1059: Any is refused with HCN_E_INVALID_POLICY"),
    "range": Grammar(_range, "HNS schema: one address or prefix for each element"),
    "prefix": Grammar(prefix, "HNS schema, DestinationPrefix; hcsshim's route test has host bits set"),
    "route": Grammar(_default_route, "hcsshim's network check takes 0.0.0.0/0 and ::/0 by their letters"),
    "subnet": Grammar(_range_of_hosts, "HNS schema, IpAddressPrefix"),
    "port": Grammar(port, "TCP and UDP: ports are 1 to 65535"),
    "port range": Grammar(_port_range, "HNS schema: one port or range for each element"),
    "ports": Grammar(ports, "HNS schema: comma-separated text, ranges with a dash"),
    "mac": Grammar(hardware_address, "HCN refuses text without separators (schema notes, trap 11)"),
    "protocols": Grammar(_protocols, "HNS schema: comma-separated numbers as text"),
    "volume": Grammar(_volume, "hcsshim's container document: a volume's path ends with a backslash"),
    "guid": Grammar(_fits(_GUID, "a GUID, without braces"), "HCN refuses braces where it wants an id (ZLayer's namespace code)"),
    "sddl": Grammar(_fits(_SDDL, "a security descriptor in SDDL, such as D:P(A;;FA;;;WD)"), "SDDL, [MS-DTYP] 2.5.1"),
    "unc": Grammar(_fits(_UNC, "a path; of another machine as \\\\server\\share"), "UNC, [MS-DTYP] 2.2.57"),
    "host name": Grammar(_fits(_HOST_NAME, "a host name of up to 63 characters"), "RFC 1123; Windows' computer names"),
    "json": Grammar(_json, "HNS schema, HostComputeQuery: a JSON document as text"),
}
"""Every grammar a rule may name. An empty text says nothing, and fits every one of them: answers of the service have it."""


def _words(rule: str) -> tuple[str, str]:
    text, _, source = rule.partition(": ")
    return text.removeprefix("needed").lstrip(), source


def is_needed(rule: str) -> bool:
    """Whether the rule asks for the member to be there."""
    return rule.startswith("needed")


def is_empty(value: object) -> bool:
    """Whether nothing stands there: a member that is absent, an empty text or list."""
    return value is None or (isinstance(value, str | Sequence) and not value)


def broken(rule: str, value: object) -> str | None:
    """Say what a member's rule allows, where its value does not keep it; None where it does."""
    text, _ = _words(rule)
    grammar = GRAMMARS.get(text)
    try:
        if grammar is None:
            _plain_rule(text, value)
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


def _plain_rule(text: str, value: object) -> None:
    words = text.split()
    if isinstance(value, str):
        if words[:1] == ["up"] and len(value) > int(words[2]):
            raise RefusedValue(value, f"at most {words[2]} letters")
    elif not isinstance(value, int) or not words:
        return
    elif words[0] == "step" and (value == 0 or value % int(words[1])):
        raise RefusedValue(value, f"a multiple of {words[1]}" if value else "more than 0")
    elif words[0] == "from" and not int(words[1]) <= value <= int(words[3]):
        raise RefusedValue(value, f"a number from {words[1]} to {words[3]}")
    elif words[0] == "among" and str(int(value)) not in words[1:]:
        raise RefusedValue(value, f"one of the numbers {', '.join(words[1:])}")


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
    words = _words(rule)[0].split()
    match words:
        case ["gateway", "of", listing, "inside", of]:
            yield from _gateways_outside(listing, of, values)
        case [listing, "inside", of]:
            yield from _ranges_outside(listing, of, values)
        case [length, "within", "the", "family", "of", of]:
            yield from _outside_family(length, of, values)
        case [listing, "apart"]:
            yield from _overlapping(listing, values)
        case [first, "no", "greater", "than", last]:
            yield from _behind(first, last, values)
        case [count, "counts", listing]:
            yield from _miscounted(count, listing, values)
        case [name, "if", selector, "is", *texts]:
            if complete and is_empty(values.get(name)) and str(values.get(selector, "absent")) in texts:
                yield Unrelated("", f"{name}, as {selector} is {values.get(selector, 'absent')}")
        case ["exactly" as kind, "one", "of", *names] | ["at", kind, "one", "of", *names]:
            yield from _wrong_number(kind, names, values, complete=complete)


def _behind(first: str, last: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """The first hardware address of a range is not behind the last one."""
    if first in values and last in values and _number_of(values[first]) > _number_of(values[last]):
        yield Unrelated(first, f"an address that is not behind {last}")


def _miscounted(count: str, listing: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """A number is the length of the list beside it."""
    length = len(_listed(values.get(listing)))
    if values.get(count, length) != length:
        yield Unrelated(count, f"the number of {listing}, which is {length}")


def _wrong_number(kind: str, names: Sequence[str], values: Mapping[str, object], *, complete: bool) -> Iterator[Unrelated]:
    """Of several members `exactly` one, at `least` one or at `most` one."""
    found = [name for name in names if name in values]
    allowed = f"{kind if kind == 'exactly' else 'at ' + kind} one of {', '.join(names)}"
    if kind != "least":
        yield from (Unrelated(name, allowed) for name in found[1:])
    if kind != "most" and complete and all(is_empty(values[name]) for name in found):
        yield Unrelated("", allowed)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()


def _number_of(value: object) -> int:
    """A hardware address as a number; 0 for what is none, which its own rule tells."""
    try:
        return int(hardware_address(str(value)).replace("-", ""), 16)
    except RefusedValue:
        return 0


def _ranges(values: Mapping[str, object], listing: str) -> Iterator[tuple[int, IPv4Network | IPv6Network]]:
    """The subnets of a list's elements, each with its place; what is none is told by its own rule."""
    for index, element in enumerate(_listed(values.get(listing))):
        with suppress(RefusedValue):
            yield index, subnet(getattr(element, "ip_address_prefix", ""))


def _overlapping(listing: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """No two elements of a list share an address."""
    found = list(_ranges(values, listing))
    for at, (index, one) in enumerate(found):
        if any(one.overlaps(other) for _, other in found[:at] if type(one) is type(other)):
            yield Unrelated(f"{listing}[{index}]", "a range that overlaps none before it")


def _ranges_outside(listing: str, of: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """Ranges lie inside the prefix beside their list."""
    try:
        bounds = subnet(str(values.get(of)))
    except RefusedValue:
        return
    for index, one in _ranges(values, listing):
        if type(one) is not type(bounds) or not one.subnet_of(bounds):  # type: ignore[arg-type]  # of the same family
            yield Unrelated(f"{listing}[{index}]", f"a range inside {bounds}")


def _outside_family(length: str, of: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """A length of a prefix is at most the number of bits of the address beside it."""
    bits = values.get(length)
    try:
        limit = address(str(values.get(of))).max_prefixlen
    except RefusedValue:
        return
    if isinstance(bits, int) and bits > limit:
        yield Unrelated(length, f"a length of at most {limit} bits, as {of} is an address of IPv{4 if limit == 32 else 6}")


def _gateways_outside(listing: str, of: str, values: Mapping[str, object]) -> Iterator[Unrelated]:
    """The next hop of a route for all addresses is a host of the prefix beside the list of routes."""
    try:
        bounds = subnet(str(values.get(of)))
        for index, element in enumerate(_listed(values.get(listing))):
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
