"""How wire names become Python names; only printing uses it, a running program has the printed names."""

from __future__ import annotations

import re
from keyword import iskeyword

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.facts import TypeFact


def snake(name: str) -> str:
    """The Python name of a wire name: `SizeInMB` is `size_in_mb`, `Uptime100ns` is `uptime_100ns`."""
    for odd, even in (
        ("MHz", "Mhz"),
        ("IPv", "Ipv"),
        ("VIPs", "Vips"),
        ("VPMem", "Vpmem"),
        ("PMem", "Pmem"),
        ("QoS", "Qos"),
        ("VSwitch", "Vswitch"),
    ):
        name = name.replace(odd, even)
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    name = re.sub(r"([a-z])(\d+ns)$", r"\1_\2", name).lower().strip("_")
    return name + "_" if iskeyword(name) else name


def constant(text: str) -> str:
    """The Python name of an enumeration's value."""
    name = snake(re.sub(r"\W", "_", text)).rstrip("_").upper() or "EMPTY"
    return f"_{name}" if name[0].isdigit() else name


def takes_numbers(fact: TypeFact) -> bool:
    """Whether a text enumeration is also seen as a number: the network service's old samples, and features of newer processors."""
    return fact.schema == "hcn" or fact.wire == "string-or-number"
