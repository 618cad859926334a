"""Schema versions as numbers, as bits of one number, and as releases of Windows."""

from __future__ import annotations

from functools import cache

RELEASES = {
    "hcs": {
        "1.0": "Windows 10 1607 and Windows Server 2016 (14393)",
        "2.0": "Windows 10 1809 and Windows Server 2019 (17763)",
        "2.1": "Windows 10 1809 and Windows Server 2019 (17763)",
        "2.2": "Windows 10 1903 (18362)",
        "2.3": "Windows 10 2004 (19041)",
        "2.4": "Windows Server 2022 (20348)",
        "2.5": "Windows Server 2022 (20348)",
        "2.6": "Windows 11 21H2 (22000)",
    },
    "hcn": {
        "2.0": "Windows 10 1809 and Windows Server 2019 (17763)",
        "2.6": "Windows 10 2004 (19041)",
        "2.11": "Windows Server 2022 (20348)",
        "2.14": "Windows 11 21H2 (22000)",
    },
}
"""The first Windows release with each schema version, lowest version first."""

UNKNOWN = 1
"""The bit that says a document has members nobody knows."""

_SEEN: dict[str, int] = {}


def numbers_of(version: str) -> tuple[int, int]:
    """Major and minor number of a version.

    Raises:
        ValueError: it does not look like `2.1`.
    """
    major, _, minor = version.partition(".")
    if major.isdecimal() and (minor or "0").isdecimal():
        return (int(major), int(minor or 0))
    raise ValueError(f"{version!r} is no schema version; it looks like '2.1'")


def floor_of(published: str) -> str:
    """The version every document of a type needs at least."""
    return "1.0" if ".V1." in published else "2.0"


@cache
def bit_of(version: str | None) -> int:
    """The bit of a version; 0 where no source says one."""
    return 0 if version is None else _SEEN.setdefault(version, 2 << len(_SEEN))


@cache
def newest(bits: int, floor: str) -> str:
    """The highest version among the bits, or the floor."""
    return max([floor, *[version for version, bit in _SEEN.items() if bits & bit]], key=numbers_of)


def release_of(schema: str, version: str) -> str:
    """The first Windows release that has a version of a schema (`hcs` or `hcn`)."""
    wanted = numbers_of(version)
    return next((release for known, release in RELEASES[schema].items() if numbers_of(known) >= wanted), "a release without public tables")
