"""A layer of plain files with a sidecar, read entry by entry in the one order in which this library writes archives.

``Hives`` and ``Files`` come first, as buildkit has them, then each directory before what is in it, names sorted by their bytes, whiteouts
of a directory directly behind it, and a file's alternate streams directly behind the file.
"""

from __future__ import annotations

import base64
import os
import stat
from typing import TYPE_CHECKING

from hcsffi.native.handles import Uncopyable
from hcsffi.native.packing import FilePacker, PackingEnd
from hcsffi.storage.oci import sidecar as beside
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, PIPE, SYMLINK, TAG_JUNCTION, Entry
from hcsffi.storage.oci.naming import FILES, FOLDER_MARK, HIVES, UTILITY_FILES, UTILITY_VM
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.run import FolderNames, Run
from hcsffi.storage.oci.sidecar import SIDECAR, TOMBSTONES, Sidecar, SidecarLine, read_tombstones
from hcsffi.storage.oci.tree import Tree, pieces_with_content

if TYPE_CHECKING:
    from collections.abc import Iterator

READ_BYTES = 1 << 20
_ZEROES = bytes(READ_BYTES)
_SECTOR = 512
_SHORTER = "the file has become shorter while it was read"


class Content(Uncopyable):
    """What an entry holds, and how to read it: an open file, or bytes.

    Args:
        descriptor: an open file that `close` closes; -1 where the bytes are given.
        size: how many bytes the entry has.
        whole: the bytes.
    """

    def __init__(self, descriptor: int, size: int, whole: bytes = b"") -> None:
        self._descriptor = descriptor
        self.size = size
        self._whole = whole

    def pieces(self, begin: int, size: int, name: str) -> Iterator[bytes]:
        """Yield a part of the content, holes as zeroes.

        Raises:
            ArchiveRefused: the file has become shorter meanwhile.
        """
        if self._descriptor < 0:
            yield self._whole[begin : begin + size]
            return
        position = begin
        end = begin + size
        if begin:
            os.lseek(self._descriptor, begin, os.SEEK_SET)
        while position < end:
            block = os.read(self._descriptor, min(READ_BYTES, end - position))
            if not block:
                raise ArchiveRefused(Rule.TRUNCATED, name, _SHORTER)
            position += len(block)
            yield block

    def filled(self) -> list[tuple[int, int]]:
        """Return where there is content, holes left out."""
        return [(0, self.size)] if self._descriptor < 0 else list(pieces_with_content(self._descriptor, self.size))

    def close(self) -> None:
        """Close the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


EMPTY = Content(-1, 0)


class PlainReader(Uncopyable):
    """Reads one layer's folder.

    Args:
        root: the folder.
    """

    packs = True
    """Whether its files are what they are in an archive."""

    def __init__(self, root: str) -> None:
        self._packer: FilePacker | None = None
        self._tree = Tree(root)
        self._sidecar = Sidecar(None)
        try:
            owner = os.stat(root)
            self._owner = (owner.st_uid, owner.st_gid)
            if self._tree.look(SIDECAR):
                self._sidecar = Sidecar(os.fdopen(self._tree.open_file(SIDECAR), "rb"))
            self._hidden: dict[str, list[str]] = {}
            self._linked: dict[str, list[str]] = {}
            self.deletions = list(self._sidecar.deleted)
            if self._tree.look(TOMBSTONES):
                with os.fdopen(self._tree.open_file(TOMBSTONES), "rb") as opened:
                    self.deletions += read_tombstones(opened.read(), TOMBSTONES)
        except BaseException:
            self.close()
            raise
        for path in self.deletions:
            parent, _, leaf = path.rpartition("/")
            self._hidden.setdefault(parent, []).append(leaf)
        for path in self._sidecar.links:
            parent, _, leaf = path.rpartition("/")
            self._linked.setdefault(parent, []).append(leaf)
        self._first_names: dict[tuple[int, int], str] = {}

    @property
    def links(self) -> dict[str, str]:
        """NameRules that are hard links into the parents, with their targets."""
        return self._sidecar.links

    @property
    def form(self) -> str:
        """Which form the sidecar says the folder has; ``""`` where it says nothing."""
        return self._sidecar.form

    def has_marks(self) -> bool:
        """Whether a directory directly below ``Files`` has the file a transport folder adds to it."""
        names = self._tree.names(FILES) if self._is_folder(FILES) else []
        return any(name.endswith(FOLDER_MARK) for name in names)

    def close(self) -> None:
        """Close every file."""
        self._sidecar.close()
        self._tree.close()

    def entries(self) -> Iterator[tuple[Entry, Content] | Run]:
        """Yield each entry with its content, which is good until the next one, or many at once.

        Raises:
            ArchiveRefused: the folder holds a device, or its sidecar is malformed.
        """
        if self.packs and FilePacker.works:
            self._packer = FilePacker(self._owner)
        tops = [top for top in (HIVES, FILES, UTILITY_VM) if self._is_folder(top)]
        for top in tops[:2] if tops[:2] == [HIVES, FILES] else [top for top in tops if top != UTILITY_VM]:
            yield from self._own(top)
        for top in (FILES, HIVES):
            if top in tops:
                yield from self._below(top)
        if UTILITY_VM in tops:
            yield from self._own(UTILITY_VM)
            if self._is_folder(UTILITY_FILES):
                yield from self._own(UTILITY_FILES)
                yield from self._below(UTILITY_FILES)
        for parent in sorted(self._hidden):  # of directories that the layer does not have
            yield from self._whiteouts(parent)

    def _is_folder(self, path: str) -> bool:
        found = self._tree.look(path)
        return found is not None and stat.S_ISDIR(found.st_mode)

    def _whiteouts(self, parent: str) -> Iterator[tuple[Entry, Content]]:
        for leaf in sorted(self._hidden.pop(parent, ()), key=os.fsencode):
            yield Entry(f"{parent}/.wh.{leaf}", FILE), EMPTY

    def _own(self, path: str) -> Iterator[tuple[Entry, Content]]:
        """Yield the entry of one path, and what stands directly behind it."""
        for entry, content in self._read(path):
            try:
                yield entry, content
            finally:
                content.close()
        yield from self._whiteouts(path)

    def _below(self, top: str) -> Iterator[tuple[Entry, Content] | Run]:
        """Yield everything below a directory, without recursion: a tree may be deeper than Python's stack."""
        waiting = [FolderNames(top, self._names(top))]
        while waiting:
            listing = waiting[-1]
            if self._packer is not None:
                yield from self._pack(listing, self._packer)
            if listing.is_read:
                waiting.pop()
                continue
            path = listing.following()
            yield from self._own(path)
            if path not in self._sidecar.links and self._is_folder(path):
                waiting.append(FolderNames(path, self._names(path)))

    def _pack(self, listing: FolderNames, packer: FilePacker) -> Iterator[Run]:
        """Yield small ordinary files of which the sidecar says nothing, many at once, until something else comes."""
        fits = None if self._sidecar.is_empty and not self._hidden else self._is_alone
        while names := listing.next_names(fits):
            packed = self._tree.pack(packer, listing.folder, names)
            listing.skip(packed.files)
            if packed.files:
                yield Run(packed, listing.last)
            if packed.ending is PackingEnd.SHORT:
                raise ArchiveRefused(Rule.TRUNCATED, listing.following(), _SHORTER)
            if packed.ending is PackingEnd.OTHER:
                return

    def _is_alone(self, path: str) -> bool:
        """Whether a file is all there is to say about a path."""
        return not self._sidecar.knows(path) and path not in self._hidden

    def _names(self, folder: str) -> list[str]:
        names = self._tree.names(folder)
        if folder in self._linked:
            names = sorted({*names, *self._linked[folder]}, key=os.fsencode)
        return names

    def _read(self, path: str) -> Iterator[tuple[Entry, Content]]:
        record = self._sidecar.record(path)
        found = self._tree.look(path)
        if "link" in record and (found is None or found.st_nlink > 1):  # a file of its own has been written anew since
            yield Entry(path, LINK, target=record["link"]), EMPTY
            return
        if found is None or stat.S_ISSOCK(found.st_mode) or record.get("implied"):
            return
        if found.st_nlink > 1 and not stat.S_ISDIR(found.st_mode):
            first = self._first_names.setdefault((found.st_dev, found.st_ino), path)
            if first != path:
                yield Entry(path, LINK, target=first), EMPTY
                return
        entry, content = self._entry(path, found, record)
        try:
            beside.put_into(record, entry)
            streams = [(name, base64.b64decode(text)) for name, text in sorted(record.get("streams", {}).items())]
        except (ValueError, TypeError, AttributeError) as error:
            content.close()
            raise ArchiveRefused(Rule.SIDECAR, path, str(error)) from error
        yield entry, content
        for name, whole in streams:
            stream = Entry(f"{path}:{name}", FILE, size=len(whole), mode=entry.mode, write_ns=entry.write_ns)
            yield stream, Content(-1, len(whole), whole)

    def _entry(self, path: str, found: os.stat_result, record: SidecarLine) -> tuple[Entry, Content]:
        uid = 0 if found.st_uid == self._owner[0] else found.st_uid
        gid = 0 if found.st_gid == self._owner[1] else found.st_gid
        entry = Entry(path, FILE, mode=stat.S_IMODE(found.st_mode), uid=uid, gid=gid, write_ns=found.st_mtime_ns)
        reparse = record.get("reparse")
        if reparse is not None and "target" in reparse:
            entry.kind = SYMLINK
            entry.target = reparse["target"]
            entry.is_junction = reparse["tag"] == TAG_JUNCTION
            entry.mode = 0o777  # what every link has, unless the sidecar says otherwise
            return entry, EMPTY
        if reparse is not None:
            content = base64.b64decode(reparse["data"])
            entry.reparse = reparse["tag"].to_bytes(4, "little") + len(content).to_bytes(4, "little") + content
        if stat.S_ISDIR(found.st_mode):
            entry.kind = FOLDER
        elif stat.S_ISLNK(found.st_mode):
            entry.kind = SYMLINK
            entry.target = self._tree.link_text(path)
            entry.mode = 0o777
        elif stat.S_ISFIFO(found.st_mode):
            entry.kind = PIPE
        elif stat.S_ISREG(found.st_mode):
            return entry, self._open(path, entry, found, record)
        else:
            raise ArchiveRefused(Rule.DEVICE, path)
        return entry, EMPTY

    def _open(self, path: str, entry: Entry, found: os.stat_result, record: SidecarLine) -> Content:
        descriptor = self._tree.open_file(path)
        try:
            entry.size = found.st_size
            entry.xattrs = self._tree.xattrs(descriptor)
            content = Content(descriptor, found.st_size)
            is_windows = "attributes" in record or "sd" in record  # whose archives have holes as zeroes, and say so by an attribute
            blocks: int = getattr(found, "st_blocks", found.st_size // _SECTOR + 1)
            if not is_windows and blocks * _SECTOR < found.st_size:
                entry.holes = content.filled()
        except BaseException:
            os.close(descriptor)
            raise
        return content
