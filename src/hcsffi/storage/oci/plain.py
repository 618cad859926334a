"""A layer as plain files with a sidecar: the form in which the embedded host keeps layers off Windows."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci import sidecar as beside
from hcsffi.storage.oci.entry import ATTRIBUTE_SPARSE, FOLDER, SYMLINK, TAG_LINUX_SYMLINK, Entry, ticks
from hcsffi.storage.oci.header import SECOND_NS
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.sidecar import MARKER, MARKER_TEXT, SIDECAR, TOMBSTONES, SidecarLine, SidecarWriter
from hcsffi.storage.oci.tree import HOLDS_LINKS, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hcsffi.storage.oci.parents import Found

_DRAFT = "hcsffi-layer.draft"
_HOLE_BYTES = 1 << 16
_ZEROES = bytes(_HOLE_BYTES)
STREAM_BYTES = 11 << 20
"""The largest alternate stream: in base64, it has to fit a line of the sidecar."""
_FIRST_HELD_NS = -(1 << 31) * SECOND_NS
_LAST_HELD_NS = ((1 << 34) - (1 << 31)) * SECOND_NS
"""What ext4 holds: 1901 to 2446. Other times are cut by the file system without a word."""

Times = tuple[int, int]


def write_whole(descriptor: int, piece: memoryview | bytes) -> None:
    """Write all of it: a file system that is nearly full takes a part."""
    written = os.write(descriptor, piece)
    while written < len(piece):
        written += os.write(descriptor, piece[written:])


def sifted(content: Iterable[memoryview]) -> Iterator[tuple[memoryview, bool]]:
    """Yield content in pieces of at most 64 KiB, and of each whether it is zero."""
    for block in content:
        for begin in range(0, len(block), _HOLE_BYTES):
            piece = block[begin : begin + _HOLE_BYTES]
            yield piece, piece == _ZEROES[: len(piece)]


def _write_with_holes(descriptor: int, content: Iterable[memoryview]) -> int:
    """Write content, leaving out what is zero in pieces of 64 KiB; return the size."""
    position = 0
    end = 0
    for piece, is_zero in sifted(content):
        if not is_zero:
            os.lseek(descriptor, position, os.SEEK_SET)
            write_whole(descriptor, piece)
            end = position + len(piece)
        position += len(piece)
    if end < position:
        os.ftruncate(descriptor, position)
    return position


def _write_mapped(descriptor: int, content: Iterable[memoryview], entry: Entry) -> None:
    """Write a sparse member's pieces where its map says."""
    blocks = iter(content)
    block = memoryview(b"")
    for begin, size in entry.holes or ():
        os.lseek(descriptor, begin, os.SEEK_SET)
        missing = size
        while missing:
            if not block:
                block = next(blocks)
            part = block[:missing]
            write_whole(descriptor, part)
            block = block[len(part) :]
            missing -= len(part)
    os.ftruncate(descriptor, entry.size)


class PlainFolder(Uncopyable):
    """Fills one layer's folder; paths have passed the name rules, and their directories stand.

    Args:
        root: the staging directory, empty and this process's alone.
        durable: whether every file is flushed to the disk.
    """

    def __init__(self, root: str, *, durable: bool) -> None:
        self.tree = Tree(root)
        self._durable = durable
        self._folders: dict[str, tuple[int, tuple[int, int] | None, Times]] = {}
        self._pending: tuple[str, SidecarLine] | None = None
        try:
            self._draft = os.fdopen(os.open(os.path.join(root, _DRAFT), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b", 1 << 16)
        except BaseException:
            self.tree.close()
            raise
        self._sidecar = SidecarWriter(self._draft)

    def close(self) -> None:
        """Close what is open."""
        self._draft.close()
        self.tree.close()

    def _held(self, entry: Entry, record: SidecarLine) -> tuple[int, tuple[int, int] | None]:
        """Return the mode and owner the file itself gets; what it cannot have goes into the record."""
        mode = entry.mode
        if not mode & 0o777 and entry.is_windows:  # Windows' own writers leave the mode out
            mode |= 0o755 if entry.kind == FOLDER else 0o644
        elif not self.tree.is_root:
            mode |= 0o700 if entry.kind == FOLDER else 0o600
        if mode != entry.mode or not HOLDS_LINKS:
            record["mode"] = entry.mode
        if not _FIRST_HELD_NS <= entry.write_ns < _LAST_HELD_NS:
            record["last_write_time"] = ticks(entry.write_ns)
        if self.tree.is_root:
            return mode, (entry.uid, entry.gid) if entry.uid or entry.gid else None
        if entry.uid:
            record["uid"] = entry.uid
        if entry.gid:
            record["gid"] = entry.gid
        return mode, None

    def _say(self, path: str, record: SidecarLine) -> None:
        """Keep a record until the next entry: alternate streams may still join it."""
        self._flush()
        self._pending = (path, record)

    def _flush(self) -> None:
        if self._pending is not None:
            self._sidecar.put(*self._pending)
            self._pending = None

    def forget(self, path: str) -> None:
        """Take back what was said about a path at which nothing stands."""
        self._say(path, {})
        self._folders.pop(path, None)

    def make_folder(self, entry: Entry, path: str, *, is_there: bool) -> None:
        """Make a directory, or give one that stands what a later entry says about it."""
        if not is_there:
            self.tree.make_folder(path)
        record = beside.record_of(entry)
        mode, owner = self._held(entry, record)
        self._folders[path] = (mode, owner, _times(entry))
        self._say(path, record)

    def make_implied(self, path: str) -> None:
        """Make a directory that no entry has named yet."""
        self.tree.make_folder(path)
        self._folders[path] = (0o755, None, (0, 0))
        self._sidecar.put(path, {"implied": True})

    def make_file(self, entry: Entry, path: str, content: Iterable[memoryview]) -> None:
        """Make a file and write its content."""
        descriptor = self.tree.make_file(path)
        try:
            if entry.holes is not None:
                _write_mapped(descriptor, content, entry)
            elif entry.attributes is not None and entry.attributes & ATTRIBUTE_SPARSE:
                _write_with_holes(descriptor, content)
            else:
                for piece in content:
                    write_whole(descriptor, piece)
            if entry.xattrs:
                entry.xattrs = self.tree.set_xattrs(descriptor, entry.xattrs)
            record = beside.record_of(entry)
            mode, owner = self._held(entry, record)
            if self._durable:
                os.fsync(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self.tree.finish_file(descriptor, path, mode, owner, _times(entry))
        self._say(path, record)

    def make_symlink(self, entry: Entry, path: str) -> None:
        """Make a symbolic link or a junction."""
        record = beside.record_of(entry)
        text = entry.target.replace("\\", "/") if entry.is_windows else entry.target
        self.tree.make_symlink(path, text)
        if not HOLDS_LINKS and not entry.is_windows:
            record["reparse"] = {"tag": TAG_LINUX_SYMLINK, "target": entry.target}
        _, owner = self._held(entry, record)
        if entry.mode == 0o777:  # what every link has
            record.pop("mode", None)
        else:
            record["mode"] = entry.mode
        self.tree.finish_leaf(path, owner, _times(entry))
        self._say(path, record)

    def make_pipe(self, entry: Entry, path: str) -> None:
        """Make a named pipe."""
        record = beside.record_of(entry)
        self.tree.make_pipe(path)
        _, owner = self._held(entry, record)
        record["mode"] = entry.mode
        self.tree.finish_leaf(path, owner, _times(entry))
        self._say(path, record)

    def make_link(self, path: str, target: str) -> None:
        """Make another name of a file of this layer; what the sidecar says of the file, it says of every name."""
        self.tree.make_link(target, path)
        self._flush()
        self._say(path, self._sidecar.record(target))

    def note_link(self, path: str, target: str, found: Found) -> None:
        """Make another name of a parent's file, and keep that it is one: an archive of the layer has it as a link again.

        Raises:
            ArchiveRefused: the parent lies on another file system, or keeps the file in another form.
        """
        if found.tree is None:
            raise ArchiveRefused(Rule.LINK_MISSING, path, f"{target} is no plain file of its layer")
        try:
            self.tree.make_link(target, path, found.tree)
        except OSError as error:
            if error.errno == errno.EXDEV:
                raise ArchiveRefused(Rule.LINK_MISSING, path, f"{target} cannot be linked from where its layer lies") from error
            raise
        line: SidecarLine = {**(found.line or {}), "link": target}
        line.pop("path", None)
        line.pop("path_bytes", None)
        self._say(path, line)

    def add_stream(self, path: str, stream: str, size: int, content: Iterable[memoryview]) -> None:
        """Give the file or directory made last an alternate stream.

        Raises:
            ArchiveRefused: another entry lies between, the stream is there already, or it is too large for the sidecar.
        """
        if self._pending is None or self._pending[0] != path or stream in self._pending[1].get("streams", {}):
            raise ArchiveRefused(Rule.STREAM_PLACE, f"{path}:{stream}")
        if size > STREAM_BYTES:
            raise ArchiveRefused(Rule.FILE_SIZE, f"{path}:{stream}", f"the sidecar takes at most {STREAM_BYTES}")
        streams = {**self._pending[1].get("streams", {}), stream: beside.armored(b"".join(content))}
        self._pending[1]["streams"] = dict(sorted(streams.items()))

    def remove(self, path: str) -> None:
        """Remove what stands at a path, and what was said about it; a directory has to be empty."""
        self.tree.remove(path)
        self.forget(path)

    def finish(self, deletions: list[str]) -> None:
        """Write tombstones and sidecar, give directories their modes and times, and mark the folder as a layer, last of all."""
        self._flush()
        tombstones, others = beside.split_deletions(deletions)
        for path in others:
            self._sidecar.put(path, {"deleted": True})
        if tombstones is not None:
            beside.write_beside(self.tree, TOMBSTONES, [tombstones], durable=self._durable)
        beside.write_beside(self.tree, SIDECAR, self._sidecar.ordered(), durable=self._durable)
        self._draft.close()
        self.tree.remove(_DRAFT)
        for path in sorted(self._folders, reverse=True):
            self.tree.finish_folder(path, *self._folders[path])
        if self._durable:
            self.tree.flush_folders([*self._folders, ""])
        beside.write_beside(self.tree, MARKER, [MARKER_TEXT], durable=self._durable)

    def kind_of(self, path: str) -> bytes | None:
        """Return the kind of what stands at a path, ``None`` where nothing does.

        Raises:
            NotADirectoryError: a step of the path is a link or a file.
        """
        found = self.tree.look(path)
        if found is None:
            return None
        if stat.S_ISDIR(found.st_mode):
            return FOLDER
        return SYMLINK if stat.S_ISLNK(found.st_mode) else b"0"


def _times(entry: Entry) -> Times:
    return (entry.write_ns if entry.access_ns is None else entry.access_ns, entry.write_ns)
