"""Archives that must be refused, each with the rule it breaks; ``TREE`` stands for the tree they attack, ``Files`` or ``UtilityVM/Files``.

``CANARY`` stands for the absolute path of a folder outside the layer that nothing may touch. The sources of most cases are real reports,
named in docs/layer-archives.md.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, NamedTuple

from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules
from hcsffi.storage.oci.refusal import Rule

import layer_archives
from layer_archives import padded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Late(NamedTuple):
    """A piece of an archive that is made when the tree it attacks is known."""

    make: Callable[..., bytes]
    arguments: tuple[object, ...]
    named: dict[str, object]

    def rendered(self, tree: str, canary: str) -> bytes:
        """The piece as bytes."""
        named = {key: _placed(value, tree, canary) for key, value in self.named.items()}
        return self.make(*(_placed(one, tree, canary) for one in self.arguments), **named)


def _placed(value: object, tree: str, canary: str) -> object:
    if isinstance(value, Late):
        return value.rendered(tree, canary)
    if isinstance(value, str):
        return value.replace("TREE", tree).replace("CANARY", canary)
    if isinstance(value, bytes):
        return value.replace(b"TREE", tree.encode()).replace(b"CANARY", canary.encode())
    if isinstance(value, dict):
        return {key: _placed(one, tree, canary) for key, one in value.items()}
    return value


def _late(make: Callable[..., bytes]) -> Callable[..., Late]:
    return lambda *arguments, **named: Late(make, arguments, named)


def _zipped(*entries: bytes, cut: int = 0, tail: bytes = b"") -> bytes:
    whole = gzip.compress(layer_archives.archive(*entries), mtime=0)
    return whole[: len(whole) - cut] + tail


block = _late(layer_archives.block)
entry = _late(layer_archives.entry)
extended = _late(layer_archives.extended)
folder = _late(layer_archives.folder)
hard_link = _late(layer_archives.hard_link)
long_name = _late(layer_archives.long_name)
symlink = _late(layer_archives.symlink)
shortened = _late(lambda piece, size: piece[:size])
zipped = _late(_zipped)


class Case(NamedTuple):
    """One hostile archive."""

    name: str
    rule: Rule
    entries: Sequence[Late | bytes]
    parent: Sequence[Late | bytes] = ()
    needs_parent: bool = False
    limits: ArchiveLimits | None = None
    names: NameRules = NameRules.WINDOWS
    raw: bool = False
    """Whether the entries are the whole archive, without an end marker."""

    def archive(self, tree: str, canary: str) -> bytes:
        """The hostile archive."""
        whole = b"".join(one if isinstance(one, bytes) else one.rendered(tree, canary) for one in self.entries)
        return whole if self.raw else whole + bytes(1024)

    def parent_archive(self, tree: str, canary: str) -> bytes:
        """The archive of the parent it is made for; a harmless one where any will do."""
        pieces = self.parent or (folder("TREE"),)
        return layer_archives.archive(*(one if isinstance(one, bytes) else one.rendered(tree, canary) for one in pieces))


def _file(name: str, content: bytes = b"evil") -> Late:
    return entry(name, content)


_WAY = [folder("TREE"), folder("TREE/d")]

NAMES = [
    Case("absolute file", Rule.ABSOLUTE, [_file("/etc/passwd")]),
    Case("absolute path of the canary", Rule.ABSOLUTE, [_file("CANARY/secret")]),
    Case("absolute directory", Rule.ABSOLUTE, [folder("/TREE")]),
    Case("absolute name in a record", Rule.ABSOLUTE, [entry("x", b"evil", records={"path": "CANARY/secret"})]),
    Case("absolute GNU long name", Rule.ABSOLUTE, [long_name("CANARY/secret"), entry("x", b"evil")]),
    Case("step upwards at the front", Rule.PARENT_STEP, [_file("../canary/secret")]),
    Case("step upwards inside", Rule.PARENT_STEP, [*_WAY, _file("TREE/d/../../../canary/secret")]),
    Case("step upwards at the end", Rule.PARENT_STEP, [*_WAY, folder("TREE/d/..")]),
    Case("step upwards in a record", Rule.PARENT_STEP, [*_WAY, entry("x", b"evil", records={"path": "TREE/../../canary/secret"})]),
    Case("step upwards behind dot and slash", Rule.PARENT_STEP, [_file("./../canary/secret")]),
    Case("empty step", Rule.EMPTY_STEP, [*_WAY, _file("TREE//x")]),
    Case("dot step", Rule.EMPTY_STEP, [*_WAY, _file("TREE/./x")]),
    Case("empty name", Rule.EMPTY_STEP, [entry("", b"evil")]),
    Case("root is a link", Rule.ROOT, [symlink(".", "CANARY"), _file("TREE/x")]),
    Case("root with a slash is a link", Rule.ROOT, [symlink("./", "CANARY"), _file("TREE/x")]),
    Case("root is a file", Rule.ROOT, [_file(".")]),
    Case("slash is a link", Rule.ABSOLUTE, [symlink("/", "CANARY")]),
    Case("other top", Rule.TOP_LEVEL, [_file("Elsewhere/x")]),
    Case("file at the top", Rule.TOP_LEVEL, [_file("layerchain.json")]),
    Case("the sidecar's name", Rule.TOP_LEVEL, [_file("hcsffi-layer.json")]),
    Case("the marker's name", Rule.TOP_LEVEL, [_file("hcsffi-marker.json")]),
    Case("tombstones in the archive", Rule.TOP_LEVEL, [_file("tombstones.txt")]),
    Case("beside Files in UtilityVM", Rule.TOP_LEVEL, [folder("UtilityVM"), _file("UtilityVM/SystemTemplate.vhdx")]),
    Case("the tree itself is a link", Rule.TOP_LEVEL, [symlink("TREE", "CANARY"), _file("TREE/secret")]),
    Case("the tree itself is a file", Rule.TOP_LEVEL, [_file("TREE")]),
    Case("a directory in Hives", Rule.HIVE, [folder("Hives"), folder("Hives/d")]),
    Case("Hives is a link", Rule.HIVE, [symlink("Hives", "CANARY"), _file("Hives/secret")]),
    Case("a link in Hives", Rule.HIVE, [folder("Hives"), symlink("Hives/System_Delta", "CANARY/secret")]),
    Case("NUL in a record's path", Rule.ENCODING, [*_WAY, entry("x", b"", records={"path": "TREE/d/a\0b"})]),
    Case("name that is no UTF-8", Rule.ENCODING, [*_WAY, entry(b"TREE/d/\xff", b"evil")]),
    Case("half a surrogate pair", Rule.ENCODING, [*_WAY, entry(b"TREE/d/\xed\xa0\x80", b"evil")]),
    Case("colon that is no stream", Rule.STREAM_PLACE, [*_WAY, _file("TREE/d/x:y")]),
    Case("colon in a directory", Rule.COLON, [*_WAY, _file("TREE/d:x/y")]),
    Case("two colons", Rule.COLON, [*_WAY, _file("TREE/d/f"), _file("TREE/d/f:x:$DATA")]),
    Case("drive letter", Rule.COLON, [_file("C:/Windows/x")]),
    Case("stream of the directory index", Rule.STREAM_PLACE, [*_WAY, _file("TREE/d/f"), _file("TREE/d/g"), _file("TREE/d/f:x")]),
    Case("stream of a link", Rule.STREAM_PLACE, [*_WAY, symlink("TREE/d/l", "f"), _file("TREE/d/l:x")]),
    Case("stream twice", Rule.STREAM_PLACE, [*_WAY, _file("TREE/d/f"), _file("TREE/d/f:x"), _file("TREE/d/f:x")]),
    Case("backslash", Rule.CHARACTER, [*_WAY, _file("TREE/d\\..\\..\\x")]),
    Case("control character", Rule.CHARACTER, [*_WAY, _file("TREE/d/a\nb")]),
    Case("wildcard", Rule.CHARACTER, [*_WAY, _file("TREE/d/*")]),
    Case("CON", Rule.RESERVED, [*_WAY, _file("TREE/d/CON")]),
    Case("nul with an extension", Rule.RESERVED, [*_WAY, _file("TREE/d/nul.txt")]),
    Case("COM1 as a directory", Rule.RESERVED, [*_WAY, _file("TREE/Com1/x")]),
    Case("LPT with a superscript", Rule.RESERVED, [*_WAY, _file("TREE/d/lpt\u00b9")]),
    Case("AUX with blanks", Rule.RESERVED, [*_WAY, _file("TREE/d/aux  .c")]),
    Case("CONOUT$", Rule.RESERVED, [*_WAY, _file("TREE/d/CONOUT$")]),
    Case("dot at the end", Rule.TRAILING, [*_WAY, _file("TREE/d/x.")]),
    Case("blank at the end", Rule.TRAILING, [*_WAY, _file("TREE/d/x ")]),
    Case("directory with a dot at the end", Rule.TRAILING, [*_WAY, _file("TREE/.../x")]),
    Case("the transport folder's own mark", Rule.FORM, [*_WAY, _file("TREE/d.$wcidirs$")]),
    Case("case twins", Rule.TWIN, [*_WAY, _file("TREE/d/File"), _file("TREE/d/fILE")]),
    Case("case twins of a directory", Rule.TWIN, [*_WAY, _file("TREE/D/x")]),
    Case("case twins beyond ASCII", Rule.TWIN, [*_WAY, _file("TREE/d/\u00c4"), _file("TREE/d/\u00e4")]),
    Case("step of 256 units", Rule.LENGTH, [*_WAY, entry("x", b"evil", records={"path": "TREE/d/" + "a" * 256})]),
    Case("step of 128 pairs", Rule.LENGTH, [*_WAY, entry("x", b"evil", records={"path": "TREE/d/" + "\U0001f600" * 128})]),
    Case("path of 40,000 units", Rule.LENGTH, [entry("x", b"evil", records={"path": "TREE/" + "/".join(["a" * 200] * 200)})]),
    Case("deep path", Rule.DEPTH, [entry("x", b"evil", records={"path": "TREE/" + "a/" * 300 + "x"})]),
    Case("Linux step of 256 bytes", Rule.LENGTH, [entry("x", b"", records={"path": "TREE/" + "\u00e4" * 128})], names=NameRules.LINUX),
]

LINKS = [
    Case("below a link to the canary", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), _file("TREE/d/l/secret")]),
    Case("directory below a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), folder("TREE/d/l/new")]),
    Case(
        "through a chain of links",
        Rule.THROUGH_LINK,
        [*_WAY, symlink("TREE/a", "d"), symlink("TREE/d/b", "CANARY"), _file("TREE/a/b/secret")],
    ),
    Case("link below a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), symlink("TREE/d/l/evil", "x")]),
    Case(
        "hard link below a link",
        Rule.THROUGH_LINK,
        [*_WAY, symlink("TREE/d/l", "CANARY"), _file("TREE/f"), hard_link("TREE/d/l/evil", "TREE/f")],
    ),
    Case(
        "hard link's target through a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/l", "CANARY"), hard_link("TREE/d/h", "TREE/l/secret")]
    ),
    Case("link climbs out", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/d/l", "../../../canary")]),
    Case("link climbs out at once", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/l", "..")]),
    Case("link climbs out and back", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/l", "../Files/d")]),
    Case("absolute link climbs out", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/l", "/../canary")]),
    Case("link climbs out with backslashes", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/d/l", "..\\..\\..\\canary")]),
    Case("drive link climbs out", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/d/l", "C:\\..\\..\\x")]),
    Case(
        "through an earlier link",
        Rule.LINK_LEAVES,
        [*_WAY, folder("TREE/d/e"), symlink("TREE/up", "d/e/.."), symlink("TREE/l", "up/../../canary")],
    ),
    Case("through a later link", Rule.LINK_LEAVES, [*_WAY, symlink("TREE/l", "d/x/../../y"), symlink("TREE/d/x", "..")]),
    Case("hard link to an absolute name", Rule.ABSOLUTE, [*_WAY, hard_link("TREE/d/h", "CANARY/secret")]),
    Case("hard link climbs out", Rule.PARENT_STEP, [*_WAY, hard_link("TREE/d/h", "TREE/../../canary/secret")]),
    Case("hard link to nothing", Rule.LINK_MISSING, [*_WAY, hard_link("TREE/d/h", "TREE/d/missing")]),
    Case("hard link to itself", Rule.LINK_MISSING, [*_WAY, hard_link("TREE/d/h", "TREE/d/h")]),
    Case("hard link to a later entry", Rule.LINK_MISSING, [*_WAY, hard_link("TREE/d/h", "TREE/d/f"), _file("TREE/d/f")]),
    Case("hard link to a directory", Rule.LINK_KIND, [*_WAY, hard_link("TREE/d/h", "TREE/d")]),
    Case(
        "hard link into Hives",
        Rule.LINK_PLACE,
        [folder("Hives"), _file("Hives/Sam_Delta"), *_WAY, hard_link("TREE/d/h", "Hives/Sam_Delta")],
    ),
    Case("hard link to the root", Rule.LINK_PLACE, [*_WAY, hard_link("TREE/d/h", ".")]),
    Case("hard link without a target", Rule.EMPTY_STEP, [*_WAY, hard_link("TREE/d/h", "")]),
    Case("link without a target", Rule.REPARSE, [*_WAY, symlink("TREE/d/l", "")]),
    Case("file where a directory is needed", Rule.THROUGH_FILE, [*_WAY, _file("TREE/d/f"), _file("TREE/d/f/x")]),
    Case("file replaces a directory that has entries", Rule.REPLACED_FOLDER, [*_WAY, _file("TREE/d/x"), _file("TREE/d")]),
    Case("link replaces a directory that has entries", Rule.REPLACED_FOLDER, [*_WAY, _file("TREE/d/x"), symlink("TREE/d", "CANARY")]),
    Case(
        "link replaces an entry, then below it",
        Rule.THROUGH_LINK,
        [*_WAY, _file("TREE/x"), symlink("TREE/x", "CANARY"), _file("TREE/x/secret")],
    ),
]

KINDS = [
    Case("character device", Rule.DEVICE, [*_WAY, entry("TREE/d/null", kind=b"3")]),
    Case("block device", Rule.DEVICE, [*_WAY, entry("TREE/d/sda", kind=b"4")]),
    Case("pipe", Rule.DEVICE, [*_WAY, entry("TREE/d/pipe", kind=b"6")]),
    Case("device below a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), entry("TREE/d/l/null", kind=b"3")]),
    Case("volume label", Rule.ENTRY_TYPE, [entry("TREE", kind=b"V")]),
    Case("continued volume", Rule.ENTRY_TYPE, [entry("TREE/x", b"evil", kind=b"M")]),
    Case("type nobody knows", Rule.ENTRY_TYPE, [entry("TREE/x", kind=b"Z")]),
    Case("directory with content", Rule.CONTENT, [folder("TREE"), entry("TREE/d", b"evil", kind=b"5")]),
    Case("hard link with content", Rule.CONTENT, [*_WAY, _file("TREE/d/f"), entry("TREE/d/h", b"evil", kind=b"1", link="TREE/d/f")]),
    Case("symbolic link with content", Rule.CONTENT, [*_WAY, entry("TREE/d/l", b"evil", kind=b"2", link="f")]),
]

WHITEOUTS = [
    Case("whiteout in a base layer", Rule.WHITEOUT_BASE_LAYER, [*_WAY, entry("TREE/d/.wh.x")]),
    Case("opaque in a base layer", Rule.WHITEOUT_BASE_LAYER, [*_WAY, entry("TREE/d/.wh..wh..opq")]),
    Case("whiteout with content", Rule.WHITEOUT_CONTENT, [*_WAY, _file("TREE/d/.wh.x")], needs_parent=True),
    Case("whiteout is a link", Rule.WHITEOUT_CONTENT, [*_WAY, symlink("TREE/d/.wh.x", "CANARY")], needs_parent=True),
    Case("whiteout is a directory", Rule.WHITEOUT_CONTENT, [*_WAY, folder("TREE/d/.wh.x")], needs_parent=True),
    Case("whiteout outside the trees", Rule.WHITEOUT_PLACE, [entry(".wh.Files")], needs_parent=True),
    Case("whiteout in Hives", Rule.WHITEOUT_PLACE, [folder("Hives"), entry("Hives/.wh.Sam_Delta")], needs_parent=True),
    Case("whiteout of nothing", Rule.WHITEOUT_NAME, [*_WAY, entry("TREE/d/.wh.")], needs_parent=True, names=NameRules.LINUX),
    Case("whiteout of the directory above", Rule.WHITEOUT_NAME, [*_WAY, entry("TREE/d/.wh...")], needs_parent=True, names=NameRules.LINUX),
    Case("whiteout of a whiteout", Rule.WHITEOUT_NAME, [*_WAY, entry("TREE/d/.wh..wh.x")], needs_parent=True),
    Case(
        "whiteout below a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), entry("TREE/d/l/.wh.secret")], needs_parent=True
    ),
    Case(
        "opaque below a link", Rule.THROUGH_LINK, [*_WAY, symlink("TREE/d/l", "CANARY"), entry("TREE/d/l/.wh..wh..opq")], needs_parent=True
    ),
    Case("whiteout below a file", Rule.THROUGH_FILE, [*_WAY, _file("TREE/d/f"), entry("TREE/d/f/.wh.x")], needs_parent=True),
]

PARENTS = [
    Case(
        "below a parent's link",
        Rule.THROUGH_LINK,
        [folder("TREE"), _file("TREE/lower/secret")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case(
        "two below a parent's link",
        Rule.THROUGH_LINK,
        [folder("TREE"), _file("TREE/lower/a/b")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case("below a parent's file", Rule.THROUGH_FILE, [folder("TREE"), _file("TREE/lower/x")], [folder("TREE"), _file("TREE/lower")]),
    Case(
        "hard link through a parent's link",
        Rule.LINK_MISSING,
        [folder("TREE"), hard_link("TREE/h", "TREE/lower/secret")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case(
        "hard link to a parent's link",
        Rule.LINK_KIND,
        [folder("TREE"), hard_link("TREE/h", "TREE/lower")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case(
        "hard link to a parent's directory",
        Rule.LINK_KIND,
        [folder("TREE"), hard_link("TREE/h", "TREE/lower")],
        [folder("TREE"), folder("TREE/lower")],
    ),
    Case(
        "whiteout below a parent's link",
        Rule.THROUGH_LINK,
        [folder("TREE"), entry("TREE/lower/.wh.secret")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case(
        "opaque below a parent's link",
        Rule.THROUGH_LINK,
        [folder("TREE"), entry("TREE/lower/.wh..wh..opq")],
        [folder("TREE"), symlink("TREE/lower", "CANARY")],
    ),
    Case(
        "link through a parent's link",
        Rule.LINK_LEAVES,
        [folder("TREE"), symlink("TREE/l", "lower/../x")],
        [folder("TREE"), folder("TREE/a"), symlink("TREE/lower", "a/..")],
    ),
]

_BIG = 1 << 40
LIMITS = [
    Case("too many entries", Rule.ENTRIES, [*_WAY, *[_file(f"TREE/d/{index}") for index in range(9)]], limits=ArchiveLimits(entries=10)),
    Case("too many bytes", Rule.TOTAL, [*_WAY, _file("TREE/d/f", bytes(70_000))], limits=ArchiveLimits(total_bytes=60_000)),
    Case("bytes behind the end", Rule.TOTAL, [*_WAY, bytes(70_000)], limits=ArchiveLimits(total_bytes=60_000)),
    Case("file too large", Rule.FILE_SIZE, [*_WAY, _file("TREE/d/f", bytes(5_000))], limits=ArchiveLimits(file_bytes=4_999)),
    Case("file promises much", Rule.FILE_SIZE, [*_WAY, block("TREE/d/f", size=8_000_000_000)], limits=ArchiveLimits(file_bytes=1 << 30)),
    Case("headers too large", Rule.HEADERS, [*_WAY, extended({"x": "a" * 3000})], limits=ArchiveLimits(header_bytes=2048)),
    Case("headers repeat", Rule.HEADERS, [*[extended({"x": "a" * 600})] * 5, _file("TREE/x")], limits=ArchiveLimits(header_bytes=2048)),
    Case("header promises too much", Rule.HEADERS, [block("x", b"x", 8_000_000_000)]),
    Case("GNU long name too large", Rule.HEADERS, [long_name("a" * 3000), _file("TREE/x")], limits=ArchiveLimits(header_bytes=2048)),
    Case("sparse file larger than allowed", Rule.FILE_SIZE, [*_WAY, entry("TREE/d/s", b"", records={
        "GNU.sparse.map": "0,0", "GNU.sparse.size": str(_BIG), "GNU.sparse.name": "TREE/d/s"})], limits=ArchiveLimits(file_bytes=1 << 30)),
]  # fmt: skip

BROKEN = [
    Case("empty", Rule.END_MARKER, [], raw=True),
    Case("no end marker", Rule.END_MARKER, [*_WAY, _file("TREE/d/f")], raw=True),
    Case("half a header", Rule.TRUNCATED, [*_WAY, shortened(block("TREE/d/f"), 300)], raw=True),
    Case("half a file", Rule.TRUNCATED, [*_WAY, block("TREE/d/f", size=10_000), bytes(5_000)], raw=True),
    Case("half an extended header", Rule.TRUNCATED, [*_WAY, block("x", b"x", 2_000), bytes(512)], raw=True),
    Case("extended header and no entry", Rule.TRUNCATED, [*_WAY, extended({"path": "TREE/d/x"})]),
    Case("one zero block and more", Rule.HEADER, [*_WAY, bytes(512), _file("TREE/d/f")]),
    Case("checksum", Rule.CHECKSUM, [*_WAY, block("TREE/d/f", checksum=1)]),
    Case("number that is not octal", Rule.HEADER, [*_WAY, block("TREE/d/f", mode_field=b"0o00644\0")]),
    Case("number that is negative", Rule.HEADER, [*_WAY, block("TREE/d/f", mode_field=b"\xff" * 8)]),
    Case("record without a length", Rule.RECORD, [block("x", b"x", 512), padded(b"path=T/x\n"), _file("TREE/y")]),
    Case("record longer than its header", Rule.RECORD, [block("x", b"x", 20), padded(b"999 path=T/x\n"), _file("TREE/y")]),
    Case("record without an end", Rule.RECORD, [block("x", b"x", 12), padded(b"12 path=T/xx"), _file("TREE/y")]),
    Case("record with a length of zero", Rule.RECORD, [block("x", b"x", 12), padded(b"0 path=T/xx\n"), _file("TREE/y")]),
    Case("size that is no number", Rule.RECORD, [entry("TREE/x", b"", records={"size": "-1"})]),
    Case("size that Python alone reads", Rule.RECORD, [entry("TREE/x", b"", records={"size": "1_0"})]),
    Case("time that is none", Rule.RECORD, [entry("TREE/x", b"", records={"mtime": "nan"})]),
    Case("descriptor that is no base64", Rule.RECORD, [entry("TREE/x", b"", records={"MSWINDOWS.rawsd": "***"})]),
    Case("attributes of 33 bits", Rule.RECORD, [entry("TREE/x", b"", records={"MSWINDOWS.fileattr": "4294967296"})]),
    Case("sparse pieces that overlap", Rule.SPARSE, [entry("TREE/x", bytes(20), records={
        "GNU.sparse.map": "0,10,5,10", "GNU.sparse.size": "100", "GNU.sparse.name": "TREE/x"})]),
    Case("sparse pieces beyond the end", Rule.SPARSE, [entry("TREE/x", bytes(20), records={
        "GNU.sparse.map": "90,20", "GNU.sparse.size": "100", "GNU.sparse.name": "TREE/x"})]),
    Case("sparse map without an end", Rule.SPARSE, [entry("TREE/x", padded(b"99\n"), records={
        "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "9", "GNU.sparse.name": "TREE/x"})]),
    Case("sparse name climbs out", Rule.PARENT_STEP, [entry("TREE/x", padded(b"0\n"), records={
        "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "9", "GNU.sparse.name": "../canary/secret"})]),
    Case("sparse alternate stream", Rule.SPARSE, [*_WAY, _file("TREE/d/f"), entry("x", b"", records={
        "GNU.sparse.map": "0,0", "GNU.sparse.size": "9", "GNU.sparse.name": "TREE/d/f:s"})]),
    Case("gzip cut short", Rule.TRUNCATED, [zipped(*_WAY, cut=4)], raw=True),
    Case("gzip and garbage", Rule.COMPRESSION, [zipped(*_WAY, tail=b"garbage")], raw=True),
    Case("gzip with a wrong sum", Rule.COMPRESSION, [zipped(*_WAY, cut=8, tail=bytes(8))], raw=True),
]  # fmt: skip

CASES = [*NAMES, *LINKS, *KINDS, *WHITEOUTS, *PARENTS, *LIMITS, *BROKEN]
