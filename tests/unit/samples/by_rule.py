"""Values that keep each rule a row can have, and values that break it; written down here, not asked of the code that judges them."""

from __future__ import annotations

from typing import Any

GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"

KEPT: dict[str, tuple[Any, ...]] = {
    "address": ("10.1.2.3", "fd00::5", ""),
    "addresses": ("10.1.2.3,10.2.0.0/16", "fd00::/64", "10.1.2.3", ""),
    "guid": (GUID, GUID.upper(), ""),
    "host name": ("web-1", "WEB"),
    "json": ('{"Name":"nat"}', '{"ID":"x"}', ""),
    "mac": ("00-15-5D-52-C0-10", "00:15:5d:52:c0:10", ""),
    "port": ("80", "65535", ""),
    "port range": ("80", "8000-8080", ""),
    "ports": ("80", "80,8000-8080", ""),
    "range": ("10.1.2.3", "10.2.0.0/16", "fd00::/64", ""),
    "prefix": ("10.1.0.0/16", "169.254.169.254/24", "fd00::/64"),
    "protocols": ("6", "6,17", "256", ""),
    "route": ("0.0.0.0/0", "::/0", "10.1.2.3/24"),
    "sddl": ("D:P(A;;FA;;;WD)", "O:BAG:SYD:(A;;GA;;;BA)(A;;GA;;;SY)S:(ML;;NW;;;LW)", ""),
    "subnet": ("10.1.0.0/16", "fd00::/64"),
    "unc": (r"\\server\share", r"\\server\share\folder", r"C:\share", r"\\?\C:\share", r"\\.\pipe\docker_engine", "/srv/share", ""),
    "volume": (f"\\\\?\\Volume{{{GUID}}}\\", "C:\\scratch", ""),
    "from 1 to 10000": (1, 10000, 500),
    "from 1 to 65535": (1, 65535),
    "from 0 to 4094": (0, 4094),
    "from 1 to 4294967295": (1, 64),
    "from 0 to 255": (0, 6, 17),
    "from 0 to 2": (0, 2),
    "among 6 17": (6, 17),
    "up to 256 letters": ("web", "x" * 256, ""),
    "step 2": (64, 2048),
}

BROKEN: dict[str, tuple[Any, ...]] = {
    "address": ("Any", "10.1.2", "10.1.2.3/16", "fe80::1%eth0", "::ffff:10.1.2.3", "010.1.2.3", "host.example"),
    "addresses": ("Any", "10.1.2.3;10.1.2.4", "10.1.2.3,,", "*"),
    "guid": (f"{{{GUID}}}", "0f8fad5b", "my-namespace"),
    "host name": ("web 1", "a/b", ".web", "x" * 64),
    "json": ("Name=nat", "[]", "{"),
    "mac": ("00155D52C010", "00-15-5D-52-C0", "01-00-5E-00-00-01", "00-15:5D-52:C0-10", "0G-15-5D-52-C0-10"),
    "port": ("0", "65536", "http"),
    "port range": ("0", "http", "90-80", "80,81"),
    "ports": ("0", "http", "90-80", "80;81", "65536"),
    "range": ("Any", "10.1.2.3,10.2.0.0/16", "*"),
    "prefix": ("10.1.0.0", "10.1.0.0/33", "any", "10.1.0.0/255.255.0.0"),
    "protocols": ("TCP", "6;17", "257"),
    "route": ("1.1.1.1/0", "default"),
    "sddl": ("Everyone", "D:P(A;;FA;;;WD", "(A;;FA;;;WD)"),
    "subnet": ("10.1.2.3/16", "10.1.0.0", "fd00::1/64", "0.0.0.0/0", "10.1.0.0/31", "fd00::/127"),
    "unc": (r"\\server", "\\\\server\\", r"\\\share"),
    "volume": (f"\\\\?\\Volume{{{GUID}}}",),
    "from 1 to 10000": (0, 10001, -1),
    "from 1 to 65535": (0,),
    "from 0 to 4094": (4095,),
    "from 1 to 4294967295": (0,),
    "from 0 to 255": (256,),
    "from 0 to 2": (3,),
    "among 6 17": (0, 1, 58),
    "up to 256 letters": ("x" * 257,),
    "step 2": (65, 2047, 0),
}


def text_of(rule: str) -> str:
    """The rule without its source, and without saying that the member is needed; an empty text where it says no more."""
    return rule.partition(": ")[0].removeprefix("needed").lstrip()


def surplus(rules: tuple[str, ...], names: list[str]) -> set[str]:
    """The members that are too many for the relations of a type."""
    dropped: set[str] = set()
    for rule in rules:
        kind, _, among = text_of(rule).partition(" of ")
        if kind in {"at most one", "exactly one"}:
            dropped.update([name for name in names if name in among.split()][1:])
        elif any(word in kind for word in ("within the family", " inside ", " apart", " counts ")):
            dropped.add(kind.split()[0])
    return dropped
