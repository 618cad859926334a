"""The two security descriptors that files from Linux get in a Windows layer, put together as Windows lays them out.

Source:
    SECURITY_DESCRIPTOR, ACL and SID in [MS-DTYP]; the entries are those buildkit gives.
"""

from __future__ import annotations

import struct
from typing import Final

_SELF_RELATIVE_WITH_DACL = 0x8004
_OBJECT_INHERIT = 1
_CONTAINER_INHERIT = 2
_INHERIT_ONLY = 8
_BOTH = _OBJECT_INHERIT | _CONTAINER_INHERIT
_FULL = 0x1F01FF
_READ_EXECUTE = 0x1200A9
_ALL = 0x10000000
_ADD_FILE = 0x2
_ADD_FOLDER = 0x4


def _sid(authority: int, *parts: int) -> bytes:
    return struct.pack(">BBHI", 1, len(parts), 0, authority) + struct.pack(f"<{len(parts)}I", *parts)


_ADMINISTRATORS = _sid(5, 32, 544)
_USERS = _sid(5, 32, 545)
_SYSTEM = _sid(5, 18)
_CREATOR = _sid(3, 0)


def _descriptor(entries: list[tuple[int, int, bytes]]) -> bytes:
    """Return a self-relative descriptor, owned by administrators with the group of the system, that allows what the entries say."""
    listed = b"".join(struct.pack("<BBHI", 0, flags, 8 + len(sid), mask) + sid for flags, mask, sid in entries)
    dacl = struct.pack("<BBHHH", 2, 0, 8 + len(listed), len(entries), 0) + listed
    owner = 20
    group = owner + len(_ADMINISTRATORS)
    head = struct.pack("<BBHIIII", 1, 0, _SELF_RELATIVE_WITH_DACL, owner, group, 0, group + len(_SYSTEM))
    return head + _ADMINISTRATORS + _SYSTEM + dacl


FOR_FOLDERS: Final = _descriptor(
    [
        (_BOTH, _FULL, _ADMINISTRATORS),
        (_BOTH, _FULL, _SYSTEM),
        (0, _FULL, _ADMINISTRATORS),
        (_BOTH | _INHERIT_ONLY, _ALL, _CREATOR),
        (_BOTH, _READ_EXECUTE, _USERS),
        (_CONTAINER_INHERIT, _ADD_FOLDER, _USERS),
        (_CONTAINER_INHERIT, _ADD_FILE, _USERS),
    ]
)
FOR_FILES: Final = _descriptor([(0, _FULL, _ADMINISTRATORS), (0, _FULL, _SYSTEM), (0, _READ_EXECUTE, _USERS)])
