"""A transport folder, ours or one that HcsExportLayer has filled, read entry by entry in the order of a plain one."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from hcsffi.storage.oci import backup_stream as streams
from hcsffi.storage.oci import sidecar as beside
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, SYMLINK, Entry
from hcsffi.storage.oci.naming import FILES, FOLDER_MARK, HIVES, top_of
from hcsffi.storage.oci.plain_reader import EMPTY, READ_BYTES, Content, PlainReader
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.storage.oci.backup_stream import StagedFile, Stretch
    from hcsffi.storage.oci.sidecar import SidecarLine

_ZEROES = bytes(READ_BYTES)
_RECYCLE_BIN = "$recycle.bin"
_TIMES_OF = "Hives/System_Delta"
"""Whose times Windows' tools give Hives and Files, because importing changes those."""


class _StagedContent(Content):
    """Content that lies in stretches of a staged file, with zeroes between them."""

    def __init__(self, descriptor: int, size: int, stretches: list[Stretch]) -> None:
        super().__init__(descriptor, size)
        self._stretches = stretches

    def pieces(self, begin: int, size: int, name: str) -> Iterator[bytes]:
        """Yield the whole content; a staged file is never read in parts."""
        del begin
        position = 0
        for stretch in self._stretches:
            yield from _zeroes(stretch.place - position)
            at, left = stretch.begin, stretch.size
            while left:
                os.lseek(self._descriptor, at, os.SEEK_SET)
                block = os.read(self._descriptor, min(READ_BYTES, left))
                if not block:
                    raise ArchiveRefused(Rule.TRUNCATED, name, "the file has become shorter while it was read")
                at += len(block)
                left -= len(block)
                yield block
            position = stretch.place + stretch.size
        yield from _zeroes(size - position)

    def close(self) -> None:
        """Leave the file open: the entry's alternate streams lie in it, too."""


def _zeroes(size: int) -> Iterator[bytes]:
    while size > 0:
        yield _ZEROES[:size]
        size -= len(_ZEROES)


class TransportReader(PlainReader):
    """Reads one transport folder.

    Args:
        root: the folder.
    """

    packs = False  # what lies there is no file yet, but how Windows would restore one

    def _names(self, folder: str) -> list[str]:
        names = [name for name in super()._names(folder) if not name.endswith(FOLDER_MARK)]
        return [name for name in names if name.lower() != _RECYCLE_BIN] if folder == FILES else names

    def _read(self, path: str) -> Iterator[tuple[Entry, Content]]:
        if top_of(path) is None:
            for entry, content in super()._read(path):
                self._date(entry, path)
                yield entry, content
            return
        line = self._sidecar.record(path)
        if "link" in line:
            yield Entry(path, LINK, target=line["link"]), EMPTY
            return
        found = self._tree.look(path)
        if found is None or line.get("implied"):
            return
        is_folder = stat.S_ISDIR(found.st_mode)
        if found.st_nlink > 1 and not is_folder:
            first = self._first_names.setdefault((found.st_dev, found.st_ino), path)
            if first != path:
                yield Entry(path, LINK, target=first), EMPTY
                return
        name = path + FOLDER_MARK if is_folder else path
        if is_folder and self._tree.look(name) is None:
            yield Entry(path, FOLDER, mode=0o755, write_ns=found.st_mtime_ns, attributes=0x10), EMPTY
            return
        yield from self._read_staged(path, name, line, is_folder=is_folder)

    def _read_staged(self, path: str, name: str, line: SidecarLine, *, is_folder: bool) -> Iterator[tuple[Entry, Content]]:
        descriptor = self._tree.open_file(name)
        try:
            staged = streams.read_staged(descriptor, path)
            status = os.fstat(descriptor)
            entry = _entry_of(path, staged, line, is_folder=is_folder)
            entry.write_ns = status.st_mtime_ns
            if sys.platform == "win32" and not line and not self._sidecar.form:  # of Windows' own making: it has the times of the real one
                entry.access_ns, entry.creation_ns = status.st_atime_ns, status.st_ctime_ns
            _put_line(line, entry)
            content = _StagedContent(descriptor, staged.size, staged.stretches) if entry.kind == FILE else EMPTY
            entry.size = content.size
            yield entry, content
            for stream, stretch in sorted(staged.streams):
                one = Entry(f"{path}:{stream}", FILE, size=stretch.size, mode=entry.mode, write_ns=entry.write_ns)
                yield one, _StagedContent(descriptor, stretch.size, [stretch])
        finally:
            os.close(descriptor)

    def _date(self, entry: Entry, path: str) -> None:
        """Give what lies outside the trees the times Windows' tools give it, where the folder is of Windows' making."""
        if self._sidecar.form:
            return
        if path in {FILES, HIVES}:
            found = self._tree.look(_TIMES_OF)
            entry.write_ns = entry.write_ns if found is None else found.st_mtime_ns
        entry.access_ns = entry.creation_ns = entry.write_ns


def _entry_of(path: str, staged: StagedFile, line: SidecarLine, *, is_folder: bool) -> Entry:
    """Return what a staged file says of its file."""
    entry = Entry(path, FOLDER if is_folder else FILE)
    entry.attributes = None if line.get("without_attributes") else staged.attributes
    entry.security = staged.security
    entry.extended = staged.extended
    if staged.reparse is not None:
        link = streams.link_target(staged.reparse, path)
        if link is None:
            entry.reparse = staged.reparse
        else:
            entry.kind = SYMLINK
            entry.target = line.get("target", link[0])
            entry.is_junction = link[1]
    return entry


def _put_line(line: SidecarLine, entry: Entry) -> None:
    """Put what the sidecar says into an entry, without taking back what the stream says."""
    attributes, extended = entry.attributes, entry.extended
    beside.put_into(line, entry)
    entry.attributes, entry.extended = attributes, extended


def is_transport(root: str) -> bool:
    """Whether a folder is a transport folder: its sidecar says so, or a directory in it has the file that such folders add."""
    reader = PlainReader(root)
    try:
        return reader.form == "transport" or (not reader.form and reader.has_marks())
    finally:
        reader.close()
