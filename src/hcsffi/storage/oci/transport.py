"""A layer as Windows' own transport folder: each file four bytes of attributes and a backup stream, hives as they are.

A directory is a directory and a file of the same name with ``.$wcidirs$`` behind it, which holds its attributes and stream; one that is a
reparse point gets its directory last, so that nothing can be put below it. What no backup stream carries - records nobody knows, modes and
owners of Linux, two of the four times, hard links - lies in the same sidecar as beside plain files.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci import backup_stream as streams
from hcsffi.storage.oci import sidecar as beside
from hcsffi.storage.oci.entry import ATTRIBUTE_DIRECTORY, ATTRIBUTE_SPARSE, FILE, FOLDER, SYMLINK, Entry, ticks
from hcsffi.storage.oci.naming import FOLDER_MARK, top_of
from hcsffi.storage.oci.plain import sifted, write_whole
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.sidecar import SIDECAR, TOMBSTONES, SidecarLine, SidecarWriter
from hcsffi.storage.oci.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hcsffi.storage.oci.parents import Found

_DRAFT = "hcsffi-layer.draft"


def _write_sparse(descriptor: int, content: Iterable[memoryview]) -> None:
    """Write content as pieces, leaving out what is zero."""
    write_whole(descriptor, streams.sparse_header())
    position = 0
    for piece, is_zero in sifted(content):
        if not is_zero:
            write_whole(descriptor, streams.piece_header(position, len(piece)))
            write_whole(descriptor, piece)
        position += len(piece)
    write_whole(descriptor, streams.piece_header(position, 0))


def _write_mapped(descriptor: int, entry: Entry, content: Iterable[memoryview]) -> None:
    """Write a sparse member's pieces, as large as its map has them."""
    write_whole(descriptor, streams.sparse_header())
    blocks = iter(content)
    block = memoryview(b"")
    for begin, size in entry.holes or ():
        write_whole(descriptor, streams.piece_header(begin, size))
        missing = size
        while missing:
            block = block or next(blocks)
            part = block[:missing]
            write_whole(descriptor, part)
            block = block[len(part) :]
            missing -= len(part)
    write_whole(descriptor, streams.piece_header(entry.size, 0))


def _times(entry: Entry) -> tuple[int, int]:
    return (entry.write_ns if entry.access_ns is None else entry.access_ns, entry.write_ns)


def _whole_line(entry: Entry) -> SidecarLine:
    """Return all there is to say of what is staged as it is: hives, and directories that only hold the trees."""
    line = beside.record_of(entry)
    line["mode"] = entry.mode
    line["last_write_time"] = ticks(entry.write_ns)
    if entry.uid:
        line["uid"] = entry.uid
    if entry.gid:
        line["gid"] = entry.gid
    return line


class TransportFolder(Uncopyable):
    """Fills one layer's folder; paths have passed the name rules, and their directories stand.

    Args:
        root: the staging directory, empty and this process's alone.
        durable: whether every file is flushed to the disk.
    """

    def __init__(self, root: str, *, durable: bool) -> None:
        self.tree = Tree(root)
        self._durable = durable
        self._reparse_folders: dict[str, tuple[int, int]] = {}
        self._folders: dict[str, tuple[int, int]] = {}
        self._tops: dict[str, tuple[int, int]] = {}
        self._open: tuple[str, int, tuple[int, int], set[str]] | None = None
        try:
            self._draft = os.fdopen(os.open(os.path.join(root, _DRAFT), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b", 1 << 16)
        except BaseException:
            self.tree.close()
            raise
        self._sidecar = SidecarWriter(self._draft)
        self._sidecar.put("", {"form": "transport"})

    def close(self) -> None:
        """Close what is open."""
        if self._open is not None:
            os.close(self._open[1])
            self._open = None
        self._draft.close()
        self.tree.close()

    def _line(self, entry: Entry) -> SidecarLine:
        """Return what no backup stream says of an entry."""
        line = beside.record_of(entry)
        line.pop("attributes", None)
        line.pop("sd", None)
        line.pop("ea", None)
        line.pop("reparse", None)
        if entry.mode:
            line["mode"] = entry.mode
        if entry.uid:
            line["uid"] = entry.uid
        if entry.gid:
            line["gid"] = entry.gid
        if entry.attributes is None:
            line["without_attributes"] = True
        return line

    def _begin(self, entry: Entry, path: str, name: str, reparse: bytes | None) -> int:
        """Make a staged file, write what stands before its content, and leave it open: alternate streams may follow."""
        self._finish_file()
        default = ATTRIBUTE_DIRECTORY if entry.kind == FOLDER else 0
        attributes = default if entry.attributes is None else entry.attributes
        descriptor = self.tree.make_file(name)
        self._open = (path, descriptor, _times(entry), set())
        write_whole(descriptor, streams.leading_records(attributes, entry.security, entry.extended, reparse))
        return descriptor

    def _finish_file(self) -> None:
        if self._open is None:
            return
        path, descriptor, times, _ = self._open
        self._open = None
        try:
            if self._durable:
                os.fsync(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        marked = path + FOLDER_MARK
        self.tree.finish_file(descriptor, marked if path in self._reparse_folders or path in self._folders else path, 0o600, None, times)

    def _is_plain(self, path: str) -> bool:
        """Whether a path lies outside the trees whose files are backup streams."""
        return top_of(path) is None

    def make_folder(self, entry: Entry, path: str, *, is_there: bool) -> None:
        """Make a directory, or give one that stands what a later entry says about it."""
        self._finish_file()
        if is_there:
            self._drop_mark(path)
        else:
            self.tree.make_folder(path)
        if self._is_plain(path):
            self._tops[path] = _times(entry)
            self._sidecar.put(path, _whole_line(entry))
            return
        self._folders[path] = _times(entry)
        self._begin(entry, path, path + FOLDER_MARK, entry.reparse)
        self._sidecar.put(path, self._line(entry))

    def _drop_mark(self, path: str) -> None:
        if self.tree.look(path + FOLDER_MARK) is not None:
            self.tree.remove(path + FOLDER_MARK)

    def make_implied(self, path: str) -> None:
        """Make a directory that no entry has named yet."""
        self._finish_file()
        self.tree.make_folder(path)
        if not self._is_plain(path):
            self._folders[path] = (0, 0)
            self._begin(Entry(path, FOLDER), path, path + FOLDER_MARK, None)
        self._sidecar.put(path, {"implied": True})

    def make_file(self, entry: Entry, path: str, content: Iterable[memoryview]) -> None:
        """Make a file and write its content."""
        if self._is_plain(path):
            self._make_hive(entry, path, content)
            return
        descriptor = self._begin(entry, path, path, entry.reparse)
        if entry.holes is not None:
            _write_mapped(descriptor, entry, content)
        elif entry.attributes is not None and entry.attributes & ATTRIBUTE_SPARSE:
            _write_sparse(descriptor, content)
        else:
            write_whole(descriptor, streams.content_header(entry.size))
            for piece in content:
                write_whole(descriptor, piece)
        self._sidecar.put(path, self._line(entry))

    def _make_hive(self, entry: Entry, path: str, content: Iterable[memoryview]) -> None:
        """Make a registry file, which is staged as it is; everything else about it lies in the sidecar."""
        self._finish_file()
        if entry.holes is not None:
            raise ArchiveRefused(Rule.SPARSE, path, "a registry file")
        descriptor = self.tree.make_file(path)
        try:
            for piece in content:
                write_whole(descriptor, piece)
        except BaseException:
            os.close(descriptor)
            raise
        self.tree.finish_file(descriptor, path, 0o600, None, (entry.write_ns, entry.write_ns))
        self._sidecar.put(path, _whole_line(entry))

    def make_symlink(self, entry: Entry, path: str) -> None:
        """Make a symbolic link or a junction."""
        buffer = streams.link_buffer(entry.target, is_junction=entry.is_junction)
        if entry.is_junction or (entry.attributes or 0) & ATTRIBUTE_DIRECTORY:
            self._reparse_folders[path] = _times(entry)
            self._begin(entry, path, path + FOLDER_MARK, buffer)
        else:
            self._begin(entry, path, path, buffer)
        line = self._line(entry)
        if "/" in entry.target:  # the stream has backslashes
            line["target"] = entry.target
        self._sidecar.put(path, line)

    def make_pipe(self, entry: Entry, path: str) -> None:
        """Refuse a named pipe: Windows has none in directories."""
        raise ArchiveRefused(Rule.DEVICE, entry.name or path)

    def make_link(self, path: str, target: str) -> None:
        """Keep that the path is another name of a file of this layer; the link is made after the import."""
        self._finish_file()
        self._sidecar.put(path, {"link": target})

    def note_link(self, path: str, target: str, found: Found) -> None:
        """Keep that the path is another name of a parent's file; the link is made after the import, as hcsshim does it."""
        del found
        self._finish_file()
        self._sidecar.put(path, {"link": target})

    def add_stream(self, path: str, stream: str, size: int, content: Iterable[memoryview]) -> None:
        """Give the file or directory made last an alternate stream.

        Raises:
            ArchiveRefused: another entry lies between, or the stream is there already.
        """
        if self._open is None or self._open[0] != path or stream in self._open[3]:
            raise ArchiveRefused(Rule.STREAM_PLACE, f"{path}:{stream}")
        self._open[3].add(stream)
        write_whole(self._open[1], streams.stream_header(stream, size))
        for piece in content:
            write_whole(self._open[1], piece)

    def remove(self, path: str) -> None:
        """Remove what stands at a path, and what was said about it; a directory has to be empty."""
        self._finish_file()
        if path in self._reparse_folders:
            del self._reparse_folders[path]
        else:
            self.tree.remove(path)
        self._drop_mark(path)
        self.forget(path)

    def forget(self, path: str) -> None:
        """Take back what was said about a path at which nothing stands."""
        self._sidecar.put(path, {})
        self._folders.pop(path, None)

    def kind_of(self, path: str) -> bytes | None:
        """Return the kind of what stands at a path, ``None`` where nothing does.

        Raises:
            NotADirectoryError: a step of the path is a file.
        """
        if path in self._reparse_folders:
            return SYMLINK
        found = self.tree.look(path)
        if found is None:
            return None
        return FOLDER if stat.S_ISDIR(found.st_mode) else FILE

    def finish(self, deletions: list[str]) -> None:
        """Write tombstones and sidecar, and make the directories that are reparse points."""
        self._finish_file()
        for path in sorted(self._reparse_folders):
            self.tree.make_folder(path)
        tombstones, others = beside.split_deletions(deletions)
        for path in others:
            self._sidecar.put(path, {"deleted": True})
        if tombstones is not None:
            beside.write_beside(self.tree, TOMBSTONES, [tombstones], durable=self._durable)
        beside.write_beside(self.tree, SIDECAR, self._sidecar.ordered(), durable=self._durable)
        self._draft.close()
        self.tree.remove(_DRAFT)
        for path, times in sorted({**self._folders, **self._tops, **self._reparse_folders}.items(), reverse=True):
            self.tree.finish_folder(path, 0o700, None, times)
        if self._durable:
            self.tree.flush_folders([*self._folders, ""])
