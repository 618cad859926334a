"""What lies beside a layer's plain files: the sidecar that keeps what they cannot hold, the tombstones and the marker.

The sidecar is JSON lines sorted by path, so it is written twice: as entries come, and once more in order. Neither way is it held in memory;
only where each line begins is.
"""

from __future__ import annotations

import base64
import json
import os
from typing import TYPE_CHECKING, Final, TypedDict, cast

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci.entry import TAG_JUNCTION, TAG_SYMLINK, Entry, moment_ns, ticks
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from hcsffi.storage.oci.tree import Tree

SIDECAR: Final = "hcsffi-layer.json"
TOMBSTONES: Final = "tombstones.txt"
MARKER: Final = "hcsffi-marker.json"
MARKER_TEXT: Final = b'{"Form":1,"Kind":"layer"}\n'
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIRST_LINE = b"Version 1.0"
LINE_BYTES: Final = 16 << 20
"""What a reader takes as one line; alternate streams are inside it."""


class Reparse(TypedDict, total=False):
    """A reparse point: its target as text where it is a link, its bytes otherwise."""

    tag: int
    target: str
    data: str


class SidecarLine(TypedDict, total=False):
    """One line; members that are absent are not known."""

    path: str
    path_bytes: str
    deleted: bool
    attributes: int
    sd: str
    creation_time: int
    last_access_time: int
    last_write_time: int
    change_time: int
    ea: dict[str, str]
    ea_flags: dict[str, int]
    streams: dict[str, str]
    reparse: Reparse
    sparse: bool
    pax: dict[str, str]
    pax_bytes: dict[str, str]
    link: str
    implied: bool
    mode: int
    uid: int
    gid: int
    form: str
    without_attributes: bool
    target: str


def armored(content: bytes) -> str:
    """Return bytes as JSON carries them."""
    return base64.b64encode(content).decode()


def record_of(entry: Entry) -> SidecarLine:
    """Return what plain files cannot hold of an entry, without its path; its target, owner and mode are the caller's to add."""
    record: SidecarLine = {}
    if entry.attributes is not None:
        record["attributes"] = entry.attributes
    if entry.security is not None:
        record["sd"] = armored(entry.security)
    if entry.creation_ns is not None:
        record["creation_time"] = ticks(entry.creation_ns)
    if entry.access_ns is not None:
        record["last_access_time"] = ticks(entry.access_ns)
    if entry.change_ns is not None:
        record["change_time"] = ticks(entry.change_ns)
    if entry.extended:
        record["ea"] = {name: armored(value) for name, value in entry.extended.items()}
    if entry.is_junction or (entry.target and entry.is_windows):
        record["reparse"] = {"tag": TAG_JUNCTION if entry.is_junction else TAG_SYMLINK, "target": entry.target}
    elif entry.reparse is not None:
        record["reparse"] = {"tag": int.from_bytes(entry.reparse[:4], "little"), "data": armored(entry.reparse[8:])}
    pax = dict(entry.pax)
    pax |= {f"SCHILY.xattr.{name}": value.decode("utf-8", "surrogateescape") for name, value in entry.xattrs.items()}
    if pax:
        _put_pax(record, pax)
    return record


def _put_pax(record: SidecarLine, pax: dict[str, str]) -> None:
    plain = {key: value for key, value in pax.items() if _is_whole(key + value)}
    if plain:
        record["pax"] = plain
    if len(plain) < len(pax):
        record["pax_bytes"] = {
            armored(key.encode("utf-8", "surrogateescape")): armored(value.encode("utf-8", "surrogateescape"))
            for key, value in pax.items()
            if key not in plain
        }


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text) if not text.isascii() else True


def put_into(record: SidecarLine, entry: Entry) -> None:
    """Put what a line says into an entry made from the plain file."""
    entry.attributes = record.get("attributes")
    if "sd" in record:
        entry.security = base64.b64decode(record["sd"])
    if "creation_time" in record:
        entry.creation_ns = moment_ns(record["creation_time"])
    if "last_access_time" in record:
        entry.access_ns = moment_ns(record["last_access_time"])
    if "change_time" in record:
        entry.change_ns = moment_ns(record["change_time"])
    if "last_write_time" in record:
        entry.write_ns = moment_ns(record["last_write_time"])
    entry.extended = {name: base64.b64decode(value) for name, value in record.get("ea", {}).items()}
    entry.mode = record.get("mode", entry.mode) & 0o7777
    entry.uid = record.get("uid", entry.uid)
    entry.gid = record.get("gid", entry.gid)
    pax = dict(record.get("pax", {}))
    for key, value in record.get("pax_bytes", {}).items():
        pax[base64.b64decode(key).decode("utf-8", "surrogateescape")] = base64.b64decode(value).decode("utf-8", "surrogateescape")
    for key, value in pax.items():
        if key.startswith("SCHILY.xattr."):
            entry.xattrs[key[len("SCHILY.xattr.") :]] = value.encode("utf-8", "surrogateescape")
        else:
            entry.pax[key] = value


_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class SidecarWriter:
    """Takes lines in any order; a later line for a path replaces the earlier one.

    Args:
        draft: an empty file, open for writing and reading, in which lines wait for their order.
    """

    def __init__(self, draft: BinaryIO) -> None:
        self._draft = draft
        self._places: dict[bytes, tuple[int, int]] = {}
        self._end = 0

    def put(self, path: str, record: SidecarLine) -> None:
        """Keep what a record says about the path; an empty one says nothing and takes back what was said.

        Raises:
            ArchiveRefused: the line would be longer than readers take, or has bytes that are no text in another place than the path's.
        """
        key = path.encode("utf-8", "surrogateescape")
        if not record:
            self._places.pop(key, None)
            return
        named: SidecarLine = {"path": path} if _is_whole(path) else {"path_bytes": armored(key)}
        try:
            line = _encode({**named, **record}).encode() + b"\n"
        except UnicodeEncodeError as error:
            raise ArchiveRefused(Rule.ENCODING, path, "a line of the sidecar has text alone, and a link's target is none") from error
        if len(line) > LINE_BYTES:
            raise ArchiveRefused(Rule.HEADERS, path, f"a line of the sidecar has at most {LINE_BYTES} bytes")
        self._draft.write(line)
        self._places[key] = (self._end, len(line))
        self._end += len(line)

    def record(self, path: str) -> SidecarLine:
        """Return what is kept about a path so far, without the path; an empty record where nothing is."""
        place = self._places.get(path.encode("utf-8", "surrogateescape"))
        if place is None:
            return {}
        self._draft.seek(place[0])
        record = _parsed(self._draft.read(place[1]))[1]
        self._draft.seek(self._end)
        record.pop("path", None)
        record.pop("path_bytes", None)
        return record

    def ordered(self) -> Iterator[bytes]:
        """Yield the lines that are left, sorted by the bytes of their paths."""
        self._draft.flush()
        for _, (begin, size) in sorted(self._places.items()):
            self._draft.seek(begin)
            yield self._draft.read(size)


class Sidecar(Uncopyable):
    """The lines of a folder's sidecar, read one at a time.

    Args:
        opened: the sidecar, which is closed with this, and at once where it cannot be read; ``None`` where there is none.

    Raises:
        ArchiveRefused: a line is no JSON object with a path.
        OSError: it cannot be read.
    """

    def __init__(self, opened: BinaryIO | None) -> None:
        self._opened = opened
        self._places: dict[str, int] = {}
        self.deleted: list[str] = []
        self.links: dict[str, str] = {}
        self.form = ""
        try:
            self._read_all()
        except BaseException:
            self.close()
            raise

    def _read_all(self) -> None:
        position = 0
        while self._opened is not None and (line := self._opened.readline(LINE_BYTES + 1)):
            if not line.isspace():
                self._keep(line, position)
            position += len(line)

    def _keep(self, line: bytes, position: int) -> None:
        path, record = _parsed(line)
        if record.get("deleted"):
            self.deleted.append(path)
        elif "link" in record:
            self.links[path] = record["link"]
            self._places[path] = position
        elif not path:
            self.form = record.get("form", "")
        else:
            self._places[path] = position

    def knows(self, path: str) -> bool:
        """Whether anything is said about a path."""
        return path in self._places

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said about any path that is there."""
        return not self._places

    def record(self, path: str) -> SidecarLine:
        """Return what is said about a path; an empty record where nothing is."""
        position = self._places.get(path)
        if position is None or self._opened is None:
            return {}
        self._opened.seek(position)
        return _parsed(self._opened.readline(LINE_BYTES + 1))[1]

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            self._opened.close()


def _parsed(line: bytes) -> tuple[str, SidecarLine]:
    try:
        found = cast("SidecarLine", json.loads(line))
        named = found.get("path")
        path = named if named is not None else base64.b64decode(found["path_bytes"], validate=True).decode("utf-8", "surrogateescape")
        path.encode("utf-8", "surrogateescape")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArchiveRefused(Rule.SIDECAR, line[:80].decode("utf-8", "replace"), str(error)) from error
    return path, found


def _fits_tombstones(path: str) -> bool:
    return not any(letter in path for letter in "\\\r\n") and _is_whole(path)


def split_deletions(paths: list[str]) -> tuple[bytes | None, list[str]]:
    """Return the text of the tombstones file, ``None`` where it would be empty, and the deletions that it cannot hold."""
    kept: list[str] = []
    for path in sorted(set(paths), key=lambda path: (path + "/").encode("utf-8", "surrogateescape")):
        if not (kept and path.startswith(kept[-1] + "/")):
            kept.append(path)
    written = [path for path in kept if path.startswith("Files/") and _fits_tombstones(path)]
    others = [path for path in kept if not (path.startswith("Files/") and _fits_tombstones(path))]
    lines = sorted(path[len("Files") :].replace("/", "\\").encode() for path in written)
    return (_BYTE_ORDER_MARK + b"\n".join([_FIRST_LINE, *lines]) + b"\n" if lines else None), others


def read_tombstones(content: bytes, name: str) -> list[str]:
    """Return the paths a tombstones file deletes.

    Raises:
        ArchiveRefused: it is none, or a line is no path below ``Files``.
    """
    lines = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").split(b"\n")
    if lines[0] != _FIRST_LINE:
        raise ArchiveRefused(Rule.SIDECAR, name, "the first line is no version")
    found = []
    for line in lines[1:]:
        if line:
            steps = os.fsdecode(line).replace("\\", "/").removeprefix("/").split("/")
            if not line.startswith(b"\\") or any(step in {"", ".", ".."} for step in steps):
                raise ArchiveRefused(Rule.SIDECAR, name, ascii(line[:80]))
            found.append("/".join(["Files", *steps]))
    return found


def write_beside(tree: Tree, name: str, pieces: Iterable[bytes], *, durable: bool) -> None:
    """Write a file beside a layer's trees; nothing to write makes no file."""
    lines = iter(pieces)
    first = next(lines, None)
    if first is None:
        return
    with os.fdopen(tree.make_file(name), "wb") as opened:
        opened.write(first)
        opened.writelines(lines)
        opened.flush()
        if durable:
            os.fsync(opened.fileno())
