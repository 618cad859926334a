"""Many small files of one folder as entries of an archive, by one call that holds no interpreter lock."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import NamedTuple

from hcsffi.native.binding import ffi, lib
from hcsffi.uncopyable import Uncopyable

ROOM_BYTES = 1 << 20
LARGEST_BYTES = 128 << 10
"""Up to which size a file is a small one: beyond, reading costs more than Python around it."""


class PackingEnd(IntEnum):
    """Why packing ended."""

    ALL = lib.HCSFFI_PACKED_ALL
    FULL = lib.HCSFFI_PACKED_FULL
    OTHER = lib.HCSFFI_PACKED_OTHER
    SHORT = lib.HCSFFI_PACKED_SHORT


class Packed(NamedTuple):
    """What came of packing.

    Args:
        files: how many of the names, from the first on.
        block: their entries.
        content_bytes: bytes of the files.
        ending: why not more: all are packed, the block is full, the next name is no small ordinary file, or its file has become shorter.
    """

    files: int
    block: bytes
    content_bytes: int
    ending: PackingEnd


class FilePacker(Uncopyable):
    """Packs small ordinary files and nothing else; on Linux, where the names of files are UTF-8.

    Args:
        owner: the user and the group that an archive calls 0.
    """

    nothing = Packed(0, b"", 0, PackingEnd.OTHER)
    works = sys.platform == "linux" and sys.getfilesystemencoding() == "utf-8"

    def __init__(self, owner: tuple[int, int]) -> None:
        self._room = ffi.new("char[]", ROOM_BYTES)
        self._packing = ffi.new("struct hcsffi_packing *")
        self._packing.room = self._room
        self._packing.size = ROOM_BYTES
        self._packing.largest = LARGEST_BYTES
        self._packing.owner, self._packing.group = owner

    def pack(self, folder: int, path: str, names: list[str]) -> Packed:
        """Write entries of as many files as fit into a block.

        Args:
            folder: a descriptor of their directory.
            path: its name in the archive.
            names: of files in it, or of whatever else; the first that is no small ordinary file ends the call.

        Threads:
            One at a time.
        """
        packing = self._packing
        name_texts = ffi.from_buffer("char[]", os.fsencode("\0".join([*names, ""])))
        path_text = ffi.from_buffer("char[]", os.fsencode(f"{path}\0"))
        packing.folder, packing.path, packing.names, packing.count = folder, path_text, name_texts, len(names)
        ending = PackingEnd(lib.hcsffi_pack_files(packing))
        return Packed(packing.packed, ffi.unpack(self._room, packing.used), packing.content, ending)
