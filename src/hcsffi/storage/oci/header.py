"""Headers of tar archives: 512 bytes and their extended records, read strictly and written in one canonical way.

Reading is strict where readers of different makers disagree, for an archive that means two things to two programs is a way past a check: a
number is octal digits or base 256 and nothing else, an entry whose type has no content has no size, a record's length is exact.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import NamedTuple

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

BLOCK = 512
ZEROES = bytes(BLOCK)
_HALF = BLOCK // 2
_BLOCK = struct.Struct("100s8s8s8s12s12s8sc100s8s32s32s8s8s155s12s")
_BASE_256 = 0x80
_NEGATIVE = 0xFF
_OCTAL = b"01234567"
_BLANK_SUM = 8 * 0x20
_RECORD = re.compile(rb"([1-9][0-9]{0,18}) ")
_SECONDS = re.compile(r"(-?)([0-9]{1,18})(?:\.([0-9]*))?\Z")
SECOND_NS = 1_000_000_000


class Header(NamedTuple):
    """One block, as it stands; the extended records before it may say otherwise."""

    name: bytes
    mode: int
    uid: int
    gid: int
    size: int
    mtime: int
    kind: bytes
    link: bytes
    block: bytes


def _byte_sum(block: bytes | bytearray) -> int:
    """Return the sum of a block's bytes: the low half of Adler's checksum, less the one it begins with, never wraps in half a block."""
    return (zlib.adler32(block[:_HALF]) & 0xFFFF) + (zlib.adler32(block[_HALF:]) & 0xFFFF) - 2


def field_number(field: bytes, name: bytes) -> int:
    """Return the number a field holds: octal digits, or base 256 where the first bit says so.

    Raises:
        ArchiveRefused: it holds none.
    """
    first = field[0]
    if first & _BASE_256:
        number = int.from_bytes(field, "big")
        if first == _NEGATIVE:
            return number - (1 << (8 * len(field)))
        return number - (_BASE_256 << (8 * (len(field) - 1)))
    digits = field.partition(b"\0")[0].strip(b" ")
    if digits.translate(None, _OCTAL):
        raise ArchiveRefused(Rule.HEADER, text_of(name), "a number is not octal")
    return int(digits, 8) if digits else 0


def text_of(name: bytes) -> str:
    """Return the bytes of a name as text; what is no UTF-8 becomes half surrogates, which name rules judge."""
    return name.decode("utf-8", "surrogateescape")


def parsed_header(block: bytes) -> Header:
    """Return what a block says.

    Raises:
        ArchiveRefused: its checksum is wrong, or a number in it is none.
    """
    name, mode, uid, gid, size, mtime, checksum, kind, link, magic, _, _, _, _, prefix, _ = _BLOCK.unpack(block)
    name = name.partition(b"\0")[0]
    if _byte_sum(block) - sum(checksum) + _BLANK_SUM != field_number(checksum, name):
        raise ArchiveRefused(Rule.CHECKSUM, text_of(name))
    if prefix[0] and magic == b"ustar\x0000":  # GNU's own form keeps other things there
        name = prefix.partition(b"\0")[0] + b"/" + name
    found = Header(
        name,
        field_number(mode, name),
        field_number(uid, name),
        field_number(gid, name),
        field_number(size, name),
        field_number(mtime, name),
        kind,
        link.partition(b"\0")[0],
        block,
    )
    if found.size < 0 or found.mode < 0 or found.uid < 0 or found.gid < 0:
        raise ArchiveRefused(Rule.HEADER, text_of(name), "a number is negative")
    return found


def records(content: bytes, name: str) -> list[tuple[str, str]]:
    """Return the extended records in their order; bytes that are no UTF-8 become half surrogates.

    Raises:
        ArchiveRefused: a record's length, its equals sign or its end is not where it should be.
    """
    found = []
    position = 0
    while position < len(content):
        length = _RECORD.match(content, position)
        end = position + int(length[1]) if length else 0
        if not length or end > len(content) or end <= length.end() or content[end - 1] != 0x0A:
            raise ArchiveRefused(Rule.RECORD, name, f"at byte {position}")
        key, equals, value = content[length.end() : end - 1].partition(b"=")
        if not key or not equals:
            raise ArchiveRefused(Rule.RECORD, name, f"at byte {position}")
        found.append((text_of(key), text_of(value)))
        position = end
    return found


def nanoseconds(seconds: str, name: str) -> int:
    """Return a record's time, ``seconds[.fraction]``, in nanoseconds; digits beyond the ninth are dropped.

    Raises:
        ArchiveRefused: it is no such number.
    """
    found = _SECONDS.match(seconds)
    if not found:
        raise ArchiveRefused(Rule.RECORD, name, f"no time: {seconds[:40]!r}")
    fraction = int((found[3] or "")[:9].ljust(9, "0"))
    whole = int(found[2]) * SECOND_NS + fraction
    return -whole if found[1] else whole


def seconds_text(moment_ns: int) -> str:
    """Return nanoseconds as a record's ``seconds[.fraction]``, without zeroes at the end."""
    whole, fraction = divmod(abs(moment_ns), SECOND_NS)
    sign = "-" if moment_ns < 0 else ""
    return f"{sign}{whole}.{fraction:09d}".rstrip("0").rstrip(".")


def record_bytes(pairs: dict[str, str]) -> bytes:
    """Return extended records, sorted by their names' bytes, as the content of an extended header."""
    written = []
    for key, value in sorted(pairs.items()):
        tail = b" " + key.encode("utf-8", "surrogateescape") + b"=" + value.encode("utf-8", "surrogateescape") + b"\n"
        length = len(tail) + len(str(len(tail)))
        if len(str(length)) != len(str(len(tail))):
            length += 1
        written.append(str(length).encode() + tail)
    return b"".join(written)


def block_bytes(name: bytes, kind: bytes, link: bytes, mode: int, uid: int, gid: int, size: int, mtime: int) -> bytes:
    """Return one block; each argument has to fit its field."""
    block = bytearray(
        _BLOCK.pack(
            name,
            b"%07o\0" % mode,
            b"%07o\0" % uid,
            b"%07o\0" % gid,
            b"%011o\0" % size,
            b"%011o\0" % mtime,
            b"        ",
            kind,
            link,
            b"ustar\x0000",
            b"",
            b"",
            b"0000000\0",
            b"0000000\0",
            b"",
            b"",
        )
    )
    block[148:156] = b"%06o\0 " % _byte_sum(block)
    return bytes(block)


def padding(size: int) -> int:
    """Return how many bytes follow content of that size to the next block."""
    return -size % BLOCK
