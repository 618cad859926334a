"""The entries of an archive one after another, whichever tar program wrote it.

POSIX extended headers (local and global), GNU's long names and all four of GNU's sparse forms, old headers without a magic. What is known
about an entry is put together here; whether a layer may hold it, is asked elsewhere.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from hcsffi.storage.oci import entry as entries
from hcsffi.storage.oci import header
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, PIPE, SYMLINK, Entry, decimal_number
from hcsffi.storage.oci.header import BLOCK, SECOND_NS, ZEROES, Header, text_of
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.storage.oci.feed import Feed
    from hcsffi.storage.oci.limits import ArchiveLimits

_REGULAR = {b"0", b"\0", b"7"}
_OLD_SPARSE = b"S"
_WITHOUT_CONTENT = {LINK, SYMLINK, FOLDER, PIPE, b"3", b"4"}
_MAY_BE_EMPTY = ("MSWINDOWS.", "SCHILY.xattr.")
"""Records for which no value is a value; for all others it takes back an earlier one, as POSIX says."""
_FIRST_NS = -11_644_473_600 * SECOND_NS
_LAST_NS = 910_692_730_085 * SECOND_NS
_NOBODY = (1 << 32) - 1
_SPARSE_PREFIX = "GNU.sparse."
_SPARSE_CELLS = struct.Struct("12s12s")
_DROPPED = {"path", "linkpath", "size", "uid", "gid", "mtime", "uname", "gname", "charset", "comment"}
"""Records that stand for a header's own fields, or say nothing about the file."""


class Archive:
    """Reads entries; after each one its content is there to be taken, and what is not taken is passed over.

    Args:
        feed: the archive's plain bytes.
        limits: of which entries, header bytes and file bytes are counted here.
        may_lack_end: whether a missing end marker is accepted, because something else proves the archive whole.
    """

    def __init__(self, feed: Feed, limits: ArchiveLimits, *, may_lack_end: bool) -> None:
        self._feed = feed
        self._limits = limits
        self._may_lack_end = may_lack_end
        self._global: dict[str, str] = {}
        self._left = 0
        self._padding = 0
        self.count = 0
        self._name = ""

    def following(self) -> Entry | None:
        """Return the next entry, ``None`` at the end marker.

        Raises:
            ArchiveRefused: there is none that could be one.
        """
        self._pass_over()
        records: dict[str, str] = dict(self._global) if self._global else {}
        seen_bytes = 0
        dangling = False
        while True:
            block = self._feed.exactly(BLOCK)
            if block == ZEROES or not block:
                self._end(block, dangling=dangling)
                return None
            if len(block) < BLOCK:
                raise ArchiveRefused(Rule.TRUNCATED, self._name)
            found = header.parsed_header(block)
            kind = found.kind
            if kind not in {b"x", b"g", b"L", b"K"}:
                break
            seen_bytes += found.size + BLOCK
            if seen_bytes > self._limits.header_bytes:
                raise ArchiveRefused(Rule.HEADERS, text_of(found.name), f"at most {self._limits.header_bytes}")
            self._extend(found, records)
            dangling = True
        self.count += 1
        if self.count > self._limits.entries:
            raise ArchiveRefused(Rule.ENTRIES, text_of(found.name), f"at most {self._limits.entries}")
        return self._entry(found, records)

    def _end(self, block: bytes, *, dangling: bool) -> None:
        if dangling or (block and not self._may_lack_end and self._feed.exactly(BLOCK) != ZEROES):
            raise ArchiveRefused(Rule.TRUNCATED if dangling else Rule.HEADER, self._name, "at the end")
        if not block and not self._may_lack_end:
            raise ArchiveRefused(Rule.END_MARKER, self._name)

    def _extend(self, found: Header, records: dict[str, str]) -> None:
        name = text_of(found.name)
        content = self._feed.exactly(found.size)
        if len(content) < found.size or self._feed.skip(header.padding(found.size)):
            raise ArchiveRefused(Rule.TRUNCATED, name)
        if found.kind in {b"L", b"K"}:
            records["path" if found.kind == b"L" else "linkpath"] = text_of(content.partition(b"\0")[0])
            return
        target = self._global if found.kind == b"g" else records
        sparse: list[str] = []
        for key, value in header.records(content, name):
            if key in {"GNU.sparse.offset", "GNU.sparse.numbytes"}:  # the oldest sparse form repeats its records
                sparse.append(value)
            elif value or key.startswith(_MAY_BE_EMPTY):
                target[key] = value
                if target is not records:
                    records[key] = value
            else:
                target.pop(key, None)
                records.pop(key, None)
        if sparse:
            records[_SPARSE_PREFIX + "map"] = ",".join(sparse)

    def _entry(self, found: Header, records: dict[str, str]) -> Entry:
        name = records.get("path")
        name = text_of(found.name) if name is None else name
        self._name = name
        kind = FILE if found.kind in _REGULAR or found.kind == _OLD_SPARSE else found.kind
        if kind == FILE and found.kind != _OLD_SPARSE and name.endswith("/"):  # how archives older than POSIX write a directory
            kind = FOLDER
        size = decimal_number(records["size"], name, 63) if "size" in records else found.size
        entry = Entry(name, kind, size, "", found.mode & 0o7777, found.uid, found.gid, found.mtime * SECOND_NS)
        if kind in _WITHOUT_CONTENT:
            if size:
                raise ArchiveRefused(Rule.CONTENT, name, str(size))
            if kind in {LINK, SYMLINK}:
                entry.target = records.get("linkpath") or text_of(found.link)
        elif kind != FILE:
            raise ArchiveRefused(Rule.ENTRY_TYPE, name, ascii(kind.decode("latin-1")))
        self._left = size
        self._padding = header.padding(size)
        if records:
            self._apply(entry, records)
        _check_numbers(entry)
        if entry.reparse is not None:
            _check_reparse(entry)
        if found.kind == _OLD_SPARSE:
            self._read_old_sparse(entry, found.block)
        if entry.size > self._limits.file_bytes:
            raise ArchiveRefused(Rule.FILE_SIZE, name, f"at most {self._limits.file_bytes}")
        return entry

    def _apply(self, entry: Entry, records: dict[str, str]) -> None:
        if "mtime" in records:
            entry.write_ns = header.nanoseconds(records["mtime"], entry.name)
        if "uid" in records:
            entry.uid = decimal_number(records["uid"], entry.name, 32)
        if "gid" in records:
            entry.gid = decimal_number(records["gid"], entry.name, 32)
        sparse = {key[len(_SPARSE_PREFIX) :]: value for key, value in records.items() if key.startswith(_SPARSE_PREFIX)}
        entries.from_records(
            entry, {key: value for key, value in records.items() if key not in _DROPPED and not key.startswith(_SPARSE_PREFIX)}
        )
        if sparse:
            self._read_sparse(entry, sparse)

    def _read_sparse(self, entry: Entry, sparse: dict[str, str]) -> None:
        if entry.kind != FILE:
            raise ArchiveRefused(Rule.SPARSE, entry.name, "no file")
        entry.name = sparse.get("name", entry.name)
        if sparse.get("major") == "1":
            entry.holes = self._read_leading_map(entry.name)
        elif "map" in sparse:
            cells = [decimal_number(cell, entry.name, 63) for cell in sparse["map"].split(",")]
            entry.holes = list(zip(cells[::2], cells[1::2], strict=False))
            if len(cells) % 2:
                raise ArchiveRefused(Rule.SPARSE, entry.name)
        else:
            raise ArchiveRefused(Rule.SPARSE, entry.name, "no map")
        size = sparse.get("realsize", sparse.get("size"))
        if size is None:
            raise ArchiveRefused(Rule.SPARSE, entry.name, "no size")
        entry.size = decimal_number(size, entry.name, 63)
        self._check_map(entry)

    def _read_leading_map(self, name: str) -> list[tuple[int, int]]:
        """Read the map of the newest form: decimal lines in whole blocks before the content."""
        lines: list[str] = []
        text = b""
        wanted = 1
        read = 0
        while len(lines) < wanted:
            if self._left < BLOCK or read > self._limits.header_bytes:
                raise ArchiveRefused(Rule.SPARSE, name)
            text += self._feed.exactly(BLOCK)
            self._left -= BLOCK
            read += BLOCK
            *ready, text = text.split(b"\n")
            lines += [text_of(line) for line in ready]
            if lines and wanted == 1:
                wanted = 1 + 2 * decimal_number(lines[0], name, 32)
        cells = [decimal_number(line, name, 63) for line in lines[1:wanted]]
        return list(zip(cells[::2], cells[1::2], strict=True))

    def _read_old_sparse(self, entry: Entry, block: bytes) -> None:
        """Read the map of the oldest form: four cells in the header, 21 in each block that follows."""
        cells: list[tuple[bytes, bytes]] = [_SPARSE_CELLS.unpack_from(block, 386 + 24 * place) for place in range(4)]
        more = block[482]
        while more:
            extension = self._feed.exactly(BLOCK)
            if len(extension) < BLOCK or len(cells) * 24 > self._limits.header_bytes:
                raise ArchiveRefused(Rule.SPARSE, entry.name)
            cells += [_SPARSE_CELLS.unpack_from(extension, 24 * place) for place in range(21)]
            more = extension[504]
        name = entry.name.encode("utf-8", "surrogateescape")
        entry.holes = [(header.field_number(begin, name), header.field_number(size, name)) for begin, size in cells if size.strip(b"\0 ")]
        entry.size = header.field_number(block[483:495], name)
        self._check_map(entry)

    def _check_map(self, entry: Entry) -> None:
        end = 0
        total = 0
        for begin, size in entry.holes or ():
            if begin < end or size < 0:
                raise ArchiveRefused(Rule.SPARSE, entry.name, "pieces overlap")
            end = begin + size
            total += size
        if end > entry.size or total != self._left:
            raise ArchiveRefused(Rule.SPARSE, entry.name, "pieces and content differ in size")

    def content(self) -> Iterator[memoryview]:
        """Yield what is left of the entry's stored content, in pieces that are good until the next one.

        Raises:
            ArchiveRefused: the archive ends in the middle of it.
        """
        while self._left:
            piece = self._feed.piece(self._left)
            if not piece:
                raise ArchiveRefused(Rule.TRUNCATED, self._name)
            self._left -= len(piece)
            yield piece

    def _pass_over(self) -> None:
        passed = self._left + self._padding
        self._left = self._padding = 0
        if passed and self._feed.skip(passed):
            raise ArchiveRefused(Rule.TRUNCATED, self._name)

    def finish(self) -> None:
        """Read what follows the end marker, to the end of the source."""
        self._feed.finish()


def _check_numbers(entry: Entry) -> None:
    """Refuse times before 1601 or after 60056, which Windows cannot have, and owners that mean nobody."""
    times = (entry.write_ns, entry.access_ns, entry.change_ns, entry.creation_ns)
    if any(time is not None and not _FIRST_NS <= time <= _LAST_NS for time in times):
        raise ArchiveRefused(Rule.HEADER, entry.name, "a time that no file can have")
    if entry.uid >= _NOBODY or entry.gid >= _NOBODY:
        raise ArchiveRefused(Rule.HEADER, entry.name, "an owner that no file can have")


def _check_reparse(entry: Entry) -> None:
    """Refuse a reparse point whose bytes are none, or are those of a link: links have a type of their own, and rules."""
    buffer = entry.reparse or b""
    tag, size = struct.unpack_from("<IH", buffer.ljust(8, b"\0"))
    if len(buffer) < 8 or size != len(buffer) - 8 or buffer[6:8] != b"\0\0":
        raise ArchiveRefused(Rule.REPARSE, entry.name, "its size")
    if entry.kind not in {FILE, FOLDER} or tag in {entries.TAG_SYMLINK, entries.TAG_JUNCTION, entries.TAG_LINUX_SYMLINK}:
        raise ArchiveRefused(Rule.REPARSE, entry.name, f"the tag {tag:#010x} of a link")
