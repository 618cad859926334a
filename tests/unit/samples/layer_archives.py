"""Archives as several writers make them, byte by byte and without the library's own header code, lest tests agree with it by accident."""

from __future__ import annotations

import base64
import struct

BLOCK = 512
SECURITY = base64.b64decode("AQAEgBQAAAAkAAAAAAAAAAAAAAABAgAAAAAABSAAAAAgAgAAAQEAAAAAAAUSAAAA")
"""A self-relative descriptor, owner BUILTIN\\Administrators and group SYSTEM."""


def number(value: int, width: int) -> bytes:
    """A field of octal digits with a NUL behind."""
    return f"{value:0{width - 1}o}\0".encode()


def block(
    name: bytes | str,
    kind: bytes = b"0",
    size: int = 0,
    link: bytes | str = b"",
    *,
    mode: int = 0o644,
    uid: int = 0,
    gid: int = 0,
    mtime: int = 0,
    magic: bytes = b"ustar\x0000",
    tail: bytes = b"",
    checksum: int | None = None,
    mode_field: bytes | None = None,
) -> bytes:
    """One header; `tail` is what stands behind the magic, from byte 265 on."""
    plain_name = name.encode("utf-8", "surrogateescape") if isinstance(name, str) else name
    plain_link = link.encode("utf-8", "surrogateescape") if isinstance(link, str) else link
    head = struct.pack(
        "100s8s8s8s12s12s8sc100s8s",
        plain_name,
        number(mode, 8) if mode_field is None else mode_field,
        number(uid, 8),
        number(gid, 8),
        number(size, 12),
        number(mtime, 12),
        b" " * 8,
        kind,
        plain_link,
        magic,
    )
    whole = bytearray((head + tail).ljust(BLOCK, b"\0"))
    whole[148:156] = f"{sum(whole) if checksum is None else checksum:06o}\0 ".encode()
    return bytes(whole)


def padded(content: bytes) -> bytes:
    """Content with zeroes to the next block."""
    return content + bytes(-len(content) % BLOCK)


def record(key: str, value: bytes | str) -> bytes:
    """One extended record, its length counting itself."""
    plain = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    tail = b" " + key.encode() + b"=" + plain + b"\n"
    length = len(tail) + 1
    while length != len(tail) + len(str(length)):
        length = len(tail) + len(str(length))
    return str(length).encode() + tail


def extended(records: dict[str, bytes | str] | dict[str, str], kind: bytes = b"x") -> bytes:
    """An extended header of these records."""
    content = b"".join(record(key, value) for key, value in records.items())
    return block("PaxHeaders.0/x", kind, len(content)) + padded(content)


def entry(
    name: bytes | str,
    content: bytes = b"",
    kind: bytes = b"0",
    link: bytes | str = b"",
    records: dict[str, str] | None = None,
    **fields: int,
) -> bytes:
    """One entry with its content, and its extended records before it."""
    before = extended(records) if records else b""
    return before + block(name, kind, len(content), link, **fields) + padded(content)  # type: ignore[arg-type]  # the numbers of a header


def folder(name: str, mode: int = 0o755) -> bytes:
    """A directory as POSIX has it."""
    return entry(name, kind=b"5", mode=mode)


def symlink(name: str, target: str) -> bytes:
    """A symbolic link."""
    return entry(name, kind=b"2", link=target, mode=0o777)


def hard_link(name: str, target: str) -> bytes:
    """Another name of an earlier file."""
    return entry(name, kind=b"1", link=target)


def archive(*entries: bytes) -> bytes:
    """The entries with the end marker behind them."""
    return b"".join(entries) + bytes(2 * BLOCK)


def long_name(name: str, kind: bytes = b"L") -> bytes:
    """GNU's header for a name longer than the field; `K` is for link targets."""
    content = name.encode() + b"\0"
    return block("././@LongLink", kind, len(content), magic=b"ustar  \0") + padded(content)


def go_winio(
    name: str,
    content: bytes = b"",
    *,
    attributes: int = 32,
    kind: bytes = b"0",
    link: str = "",
    records: dict[str, str] | None = None,
) -> bytes:
    """An entry with the records of go-winio's backuptar: attributes, descriptor and four times, names without a slash behind."""
    whole = {
        "LIBARCHIVE.creationtime": "1600000000.1234567",
        "MSWINDOWS.fileattr": str(attributes),
        "MSWINDOWS.rawsd": base64.b64encode(SECURITY).decode(),
        "atime": "1600000002.5",
        "ctime": "1600000003.75",
        "mtime": "1600000001.25",
        **(records or {}),
    }
    return extended(whole) + block(name, kind, len(content), link, mode=0, mtime=1600000001) + padded(content)
