"""One entry of a layer: what an archive and a layer's folder both say about a file, whichever of them said it first."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Final

from attrs import define, field

from hcsffi.storage.oci import header
from hcsffi.storage.oci.header import BLOCK, SECOND_NS
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

FILE: Final = b"0"
LINK: Final = b"1"
SYMLINK: Final = b"2"
FOLDER: Final = b"5"
PIPE: Final = b"6"

ATTRIBUTE_DIRECTORY = 0x10
ATTRIBUTE_SPARSE = 0x200
ATTRIBUTE_REPARSE = 0x400
TAG_SYMLINK = 0xA000000C
TAG_JUNCTION = 0xA0000003
TAG_LINUX_SYMLINK = 0xA000001D

_EPOCH_TICKS = 116_444_736_000_000_000
_TICK_NS = 100
_ATTRIBUTES = "MSWINDOWS.fileattr"
_SECURITY = "MSWINDOWS.rawsd"
_JUNCTION = "MSWINDOWS.mountpoint"
_REPARSE = "MSWINDOWS.reparse"
_EXTENDED = "MSWINDOWS.xattr."
_CREATION = "LIBARCHIVE.creationtime"
_XATTR = "SCHILY.xattr."
_OCTAL_8 = 0o7777777
_OCTAL_12 = 0o77777777777


def ticks(moment_ns: int) -> int:
    """Return nanoseconds since 1970 as Windows' 100 ns since 1601."""
    return moment_ns // _TICK_NS + _EPOCH_TICKS


def moment_ns(windows_ticks: int) -> int:
    """Return Windows' 100 ns since 1601 as nanoseconds since 1970."""
    return (windows_ticks - _EPOCH_TICKS) * _TICK_NS


@define(slots=True, eq=True)
class Entry:
    """What is known about one file; ``None`` is not known, which is not the same as zero."""

    name: str
    kind: bytes
    size: int = 0
    target: str = ""
    mode: int = 0
    uid: int = 0
    gid: int = 0
    write_ns: int = 0
    access_ns: int | None = None
    change_ns: int | None = None
    creation_ns: int | None = None
    attributes: int | None = None
    security: bytes | None = None
    is_junction: bool = False
    reparse: bytes | None = None
    extended: dict[str, bytes] = field(factory=dict)
    xattrs: dict[str, bytes] = field(factory=dict)
    pax: dict[str, str] = field(factory=dict)
    holes: list[tuple[int, int]] | None = None
    """Where a sparse archive member has content: (offset, length); ``None`` for a dense one."""

    @property
    def is_windows(self) -> bool:
        """Whether anything in the entry is Windows' alone."""
        return self.attributes is not None or self.security is not None or self.is_junction or self.reparse is not None


def from_records(entry: Entry, found: dict[str, str]) -> None:
    """Put what the extended records say into the entry; what nobody knows stays in `Entry.pax`.

    Raises:
        ArchiveRefused: a record's value is none of its kind.
    """
    for key, value in found.items():
        if put := _PUT.get(key):
            put(entry, value)
        elif key.startswith(_EXTENDED):
            entry.extended[key[len(_EXTENDED) :]] = unarmored(value, entry.name)
        elif key.startswith(_XATTR):
            entry.xattrs[key[len(_XATTR) :]] = value.encode("utf-8", "surrogateescape")
        else:
            entry.pax[key] = value


def _put_attributes(entry: Entry, value: str) -> None:
    entry.attributes = decimal_number(value, entry.name, 32)


def _put_security(entry: Entry, value: str) -> None:
    entry.security = unarmored(value, entry.name)


def _put_access(entry: Entry, value: str) -> None:
    entry.access_ns = header.nanoseconds(value, entry.name)


def _put_change(entry: Entry, value: str) -> None:
    entry.change_ns = header.nanoseconds(value, entry.name)


def _put_creation(entry: Entry, value: str) -> None:
    entry.creation_ns = header.nanoseconds(value, entry.name)


def _put_junction(entry: Entry, value: str) -> None:
    if entry.kind == SYMLINK:  # the record's presence says it, and of a link alone
        entry.is_junction = True
    else:
        entry.pax[_JUNCTION] = value


def _put_reparse(entry: Entry, value: str) -> None:
    entry.reparse = unarmored(value, entry.name)


_PUT: Final[dict[str, Callable[[Entry, str], None]]] = {
    _ATTRIBUTES: _put_attributes,
    _SECURITY: _put_security,
    "atime": _put_access,
    "ctime": _put_change,
    _CREATION: _put_creation,
    _JUNCTION: _put_junction,
    _REPARSE: _put_reparse,
}


def decimal_number(text: str, name: str, bits: int) -> int:
    """Return a record's decimal number.

    Raises:
        ArchiveRefused: it is none, or has more bits than it may.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 20) or int(text) >> bits:
        raise ArchiveRefused(Rule.RECORD, name, f"no number: {text[:40]!r}")
    return int(text)


def unarmored(text: str, name: str) -> bytes:
    """Return what a record holds in base64.

    Raises:
        ArchiveRefused: it is no base64.
    """
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ArchiveRefused(Rule.RECORD, name, "no base64") from error


def _records_of(entry: Entry) -> dict[str, str]:
    found = dict(entry.pax)
    if entry.attributes is not None:
        found[_ATTRIBUTES] = str(entry.attributes)
    if entry.security is not None:
        found[_SECURITY] = base64.b64encode(entry.security).decode()
    if entry.access_ns is not None:
        found["atime"] = header.seconds_text(entry.access_ns)
    if entry.change_ns is not None:
        found["ctime"] = header.seconds_text(entry.change_ns)
    if entry.creation_ns is not None:
        found[_CREATION] = header.seconds_text(entry.creation_ns)
    if entry.is_junction:
        found[_JUNCTION] = "1"
    if entry.reparse is not None:
        found[_REPARSE] = base64.b64encode(entry.reparse).decode()
    for key, value in entry.extended.items():
        found[_EXTENDED + key] = base64.b64encode(value).decode()
    for key, value in entry.xattrs.items():
        found[_XATTR + key] = value.decode("utf-8", "surrogateescape")
    return found


def header_bytes(entry: Entry) -> bytes:
    """Return the entry's header as this library always writes it: one block, and before it extended records where it cannot hold all."""
    found = _records_of(entry)
    name = entry.name.encode("utf-8", "surrogateescape")
    target = entry.target.encode("utf-8", "surrogateescape")
    if len(name) > 100 or not name.isascii():
        found["path"] = entry.name
    if len(target) > 100 or not target.isascii():
        found["linkpath"] = entry.target
    seconds, fraction = divmod(entry.write_ns, SECOND_NS)
    if fraction or not 0 <= seconds <= _OCTAL_12:
        found["mtime"] = header.seconds_text(entry.write_ns)
        seconds = min(max(seconds, 0), _OCTAL_12)
    fields = {"uid": entry.uid, "gid": entry.gid}
    for key, value in fields.items():
        if value > _OCTAL_8:
            found[key] = str(value)
            fields[key] = 0
    size = entry.size
    if size > _OCTAL_12:
        found["size"] = str(size)
        size = 0
    short_name = _shortened(name) if "path" in found else name
    short_target = _shortened(target) if "linkpath" in found else target
    block = header.block_bytes(short_name, entry.kind, short_target, entry.mode & 0o177777, fields["uid"], fields["gid"], size, seconds)
    return _extended(found, short_name) + block if found else block


def _shortened(name: bytes) -> bytes:
    """What a reader sees that knows no extended records: the end of the name, in ASCII."""
    return bytes(letter if letter < 0x80 else 0x5F for letter in name[-100:])


def _extended(found: dict[str, str], short_name: bytes) -> bytes:
    content = header.record_bytes(found)
    leaf = short_name.rpartition(b"/")[2][:80]
    block = header.block_bytes(b"PaxHeaders.0/" + leaf, b"x", b"", 0o644, 0, 0, len(content), 0)
    return b"".join((block, content, bytes(-len(content) % BLOCK)))
