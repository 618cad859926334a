"""How much an archive may ask for, counted while it is read."""

from __future__ import annotations

from attrs import frozen

GIB = 1 << 30


@frozen(kw_only=True)
class ArchiveLimits:
    """How much an archive may ask for; what is beyond is refused while it is read, not by what it promises.

    Args:
        entries: how many entries, streams and whiteouts included.
        total_bytes: bytes of the uncompressed archive, what follows its end marker included.
        file_bytes: bytes of one file, holes included.
        ratio: uncompressed bytes for each compressed one; looked at from 64 MiB on, below which nothing is worth the attempt.
        header_bytes: bytes of the extended headers of one entry: they are held in memory.
        depth: steps of a path.
        path_units: UTF-16 units of a path (bytes, where names are Linux's).
        name_units: UTF-16 units of one step (bytes, where names are Linux's).

    Source:
        32,767 and 255 are Windows' own; containerd and others stop at a million entries.
    """

    entries: int = 1_000_000
    total_bytes: int = 256 * GIB
    file_bytes: int = 128 * GIB
    ratio: int = 1000
    header_bytes: int = 1 << 20
    depth: int = 256
    path_units: int = 32_767
    name_units: int = 255
