"""Backup streams: how Windows carries everything there is about a file in one row of records, and the link targets inside them.

Source:
    WIN32_STREAM_ID in winbase.h, FILE_FULL_EA_INFORMATION and the reparse buffers in [MS-FSCC]; the order is go-winio's.
"""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from hcsffi.storage.oci.entry import TAG_JUNCTION, TAG_SYMLINK
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = struct.Struct("<IIqI")
_ATTRIBUTES = struct.Struct("<I")
_OFFSET = struct.Struct("<q")
_DATA = 1
_EXTENDED = 2
_SECURITY = 3
_ALTERNATE = 4
_REPARSE = 8
_SPARSE_BLOCK = 9
_SPARSE = 8
_HELD_BYTES = 1 << 20
"""The largest record that is held in memory: descriptors, attributes and reparse buffers have at most 64 KiB each."""
_NAME_BYTES = 1024
_SUFFIX = ":$DATA"
_RELATIVE = 1


def record_header(kind: int, size: int, name: str = "", attributes: int = 0) -> bytes:
    """Return a record's header with its name."""
    written = name.encode("utf-16-le")
    return _HEADER.pack(kind, attributes, size, len(written)) + written


def leading_records(attributes: int, security: bytes | None, extended: dict[str, bytes], reparse: bytes | None) -> bytes:
    """Return what stands in a staged file before its content: four bytes of attributes, descriptor, extended attributes, reparse buffer."""
    parts = [_ATTRIBUTES.pack(attributes)]
    if security is not None:
        parts += [record_header(_SECURITY, len(security)), security]
    if extended:
        packed = packed_attributes(extended)
        parts += [record_header(_EXTENDED, len(packed)), packed]
    if reparse is not None:
        parts += [record_header(_REPARSE, len(reparse)), reparse]
    return b"".join(parts)


def content_header(size: int) -> bytes:
    """Return the header of a dense content."""
    return record_header(_DATA, size)


def sparse_header() -> bytes:
    """Return the header that says that pieces of content follow."""
    return record_header(_DATA, 0, attributes=_SPARSE)


def piece_header(begin: int, size: int) -> bytes:
    """Return the header of one piece of a sparse content; a piece of size zero at the end says how large the file is."""
    return record_header(_SPARSE_BLOCK, _OFFSET.size + size) + _OFFSET.pack(begin)


def stream_header(name: str, size: int) -> bytes:
    """Return the header of an alternate stream."""
    return record_header(_ALTERNATE, size, f":{name}{_SUFFIX}")


def packed_attributes(extended: dict[str, bytes]) -> bytes:
    """Return extended attributes as Windows lists them; each begins at a multiple of four."""
    parts = []
    names = list(extended)
    for name, value in extended.items():
        written = name.encode("utf-8", "surrogateescape")
        entry = struct.pack("<BBH", 0, len(written), len(value)) + written + b"\0" + value
        following = 0
        if name != names[-1]:
            entry += bytes(-len(entry) % 4)
            following = len(entry) + 4
        parts.append(struct.pack("<I", following) + entry)
    return b"".join(parts)


def unpacked_attributes(packed: bytes, path: str) -> dict[str, bytes]:
    """Return what a list of extended attributes holds.

    Raises:
        ArchiveRefused: it is malformed.
    """
    found = {}
    position = 0
    while True:
        try:
            following, _, name_size, value_size = struct.unpack_from("<IBBH", packed, position)
        except struct.error as error:
            raise ArchiveRefused(Rule.BACKUP, path, "extended attributes") from error
        begin = position + 8
        value = begin + name_size + 1
        if value + value_size > len(packed) or (following and following < 8):
            raise ArchiveRefused(Rule.BACKUP, path, "extended attributes")
        found[packed[begin : begin + name_size].decode("utf-8", "surrogateescape")] = packed[value : value + value_size]
        if not following:
            return found
        position += following


def _native_target(target: str) -> tuple[str, bool]:
    """Return a link's target as the kernel names it, and whether it is relative."""
    if target.startswith("\\\\?\\"):
        return "\\??\\" + target[4:], False
    if target.startswith("\\\\"):
        return "\\??\\UNC\\" + target[2:], False
    if len(target) > 1 and target[1] == ":" and target[0].isascii() and target[0].isalpha():
        return "\\??\\" + target, False
    return target, True


def link_buffer(target: str, *, is_junction: bool) -> bytes:
    """Return the reparse buffer of a symbolic link or a junction; slashes in the target become backslashes."""
    plain = target.replace("/", "\\")
    native, is_relative = _native_target(plain)
    substitute = native.encode("utf-16-le", "surrogatepass")
    printed = plain.encode("utf-16-le", "surrogatepass")
    names = struct.pack("<HHHH", 0, len(substitute), len(substitute) + 2, len(printed))
    flags = b"" if is_junction else struct.pack("<I", _RELATIVE if is_relative else 0)
    content = names + flags + substitute + b"\0\0" + printed + b"\0\0"
    return struct.pack("<IHH", TAG_JUNCTION if is_junction else TAG_SYMLINK, len(content), 0) + content


def link_target(buffer: bytes, path: str) -> tuple[str, bool] | None:
    """Return the target a reparse buffer names and whether it is a junction; ``None`` where it is of another kind.

    Raises:
        ArchiveRefused: it is a link's and malformed.
    """
    if len(buffer) < 8:
        raise ArchiveRefused(Rule.REPARSE, path)
    tag, size, _ = struct.unpack_from("<IHH", buffer)
    if tag not in {TAG_SYMLINK, TAG_JUNCTION}:
        return None
    names = 16 + (4 if tag == TAG_SYMLINK else 0)
    if size != len(buffer) - 8 or len(buffer) < names:
        raise ArchiveRefused(Rule.REPARSE, path)
    substitute, substitute_size, printed, printed_size = struct.unpack_from("<HHHH", buffer, 8)
    begin, length = (printed, printed_size) if printed_size else (substitute, substitute_size)
    if names + begin + length > len(buffer) or length % 2:
        raise ArchiveRefused(Rule.REPARSE, path)
    target = buffer[names + begin : names + begin + length].decode("utf-16-le", "surrogatepass")
    return (target if printed_size else target.removeprefix("\\??\\")), tag == TAG_JUNCTION


class Stretch(NamedTuple):
    """A part of a staged file that is content: where it belongs, where it stands in the staged file, and its size."""

    place: int
    begin: int
    size: int


@define(slots=True)
class StagedFile:
    """What a staged file says of the file it stands for."""

    attributes: int = 0
    security: bytes | None = None
    extended: dict[str, bytes] = field(factory=dict)
    reparse: bytes | None = None
    size: int = 0
    stretches: list[Stretch] = field(factory=list)
    streams: list[tuple[str, Stretch]] = field(factory=list)


def read_staged(descriptor: int, path: str) -> StagedFile:
    """Read the records of a staged file; its content and its alternate streams stay where they are.

    Raises:
        ArchiveRefused: a record is malformed.
    """
    total = os.fstat(descriptor).st_size
    found = StagedFile(attributes=_ATTRIBUTES.unpack(_exactly(descriptor, 0, _ATTRIBUTES.size, path))[0])
    for kind, attributes, name, begin, size in _records(descriptor, total, path):
        if kind == _SECURITY:
            found.security = _held(descriptor, begin, size, path)
        elif kind == _EXTENDED:
            found.extended = unpacked_attributes(_held(descriptor, begin, size, path), path)
        elif kind == _REPARSE:
            found.reparse = _held(descriptor, begin, size, path)
        elif kind == _DATA and not attributes & _SPARSE:
            found.stretches.append(Stretch(0, begin, size))
            found.size = size
        elif kind == _SPARSE_BLOCK:
            place = _OFFSET.unpack(_exactly(descriptor, begin, _OFFSET.size, path))[0]
            if place < found.size or size < _OFFSET.size:
                raise ArchiveRefused(Rule.BACKUP, path, "sparse pieces overlap")
            found.stretches.append(Stretch(place, begin + _OFFSET.size, size - _OFFSET.size))
            found.size = place + size - _OFFSET.size
        elif kind == _ALTERNATE:
            found.streams.append((_stream_name(name, path), Stretch(0, begin, size)))
    return found


def _records(descriptor: int, total: int, path: str) -> Iterator[tuple[int, int, bytes, int, int]]:
    """Yield kind, attributes, name, begin and size of each record."""
    position = _ATTRIBUTES.size
    while position < total:
        kind, attributes, size, name_size = _HEADER.unpack(_exactly(descriptor, position, _HEADER.size, path))
        position += _HEADER.size
        if name_size > _NAME_BYTES or size < 0 or position + name_size + size > total:
            raise ArchiveRefused(Rule.BACKUP, path, f"a record at byte {position - _HEADER.size}")
        name = _exactly(descriptor, position, name_size, path) if name_size else b""
        position += name_size
        yield kind, attributes, name, position, size
        position += size


def _stream_name(name: bytes, path: str) -> str:
    try:
        text = name.decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise ArchiveRefused(Rule.BACKUP, path, "the name of an alternate stream") from error
    plain = text.removeprefix(":").removesuffix(_SUFFIX)
    if not plain or ":" in plain or "/" in plain or "\0" in plain:
        raise ArchiveRefused(Rule.BACKUP, path, "the name of an alternate stream")
    return plain


def _exactly(descriptor: int, begin: int, size: int, path: str) -> bytes:
    os.lseek(descriptor, begin, os.SEEK_SET)
    content = os.read(descriptor, size)
    if len(content) < size:
        raise ArchiveRefused(Rule.BACKUP, path, "it ends in the middle")
    return content


def _held(descriptor: int, begin: int, size: int, path: str) -> bytes:
    if size > _HELD_BYTES:
        raise ArchiveRefused(Rule.BACKUP, path, f"a record of {size} bytes")
    return _exactly(descriptor, begin, size, path)
