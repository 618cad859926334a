"""What shipping writers make of an archive - go-winio, buildkit, GNU tar in each of its forms, older tars - is read as they mean it."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import stat
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from recorded_archives import BUILDKIT, GO_WINIO

from hcsffi.storage.oci import security
from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.importing import ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules

from layer_archives import SECURITY, archive, block, entry, extended, folder, go_winio, hard_link, long_name, padded, record

if TYPE_CHECKING:
    from pathlib import Path


def imported(content: bytes, layer: Path, *parents: Path, names: NameRules = NameRules.WINDOWS) -> Path:
    """Import on this thread and return where the files are."""
    options = ImportOptions(
        parents=tuple(map(str, parents)),
        names=names,
        limits=ArchiveLimits(),
        durable=True,
        digest=None,
        diff_id=None,
        prefix="",
        progress=None,
    )
    halt = Halt()
    with opened_feed(io.BytesIO(content), options.limits, halt, None) as feed:
        run_import(feed, str(layer), options, halt)
    halt.close()
    return layer / "Files"


def line_of(layer: Path, path: str) -> dict[str, object]:
    """What the sidecar says of a path."""
    lines = [json.loads(line) for line in (layer / "hcsffi-layer.json").read_text(encoding="utf-8").splitlines()]
    return next((line for line in lines if line["path"] == path), {})


def test_go_winio_gives_four_times_attributes_and_a_descriptor(tmp_path: Path) -> None:
    """100 ns since 1601, which is 11,644,473,600 s before 1970."""
    files = imported(archive(folder("Files"), go_winio("Files/a", b"x")), tmp_path / "layer")
    line = line_of(tmp_path / "layer", "Files/a")
    epoch = 11_644_473_600 * 10**7
    assert 32 == line["attributes"]
    assert epoch + 16_000_000_001_234_567 == line["creation_time"]
    assert epoch + 16_000_000_025_000_000 == line["last_access_time"]
    assert epoch + 16_000_000_037_500_000 == line["change_time"]
    assert 1_600_000_001_250_000_000 == (files / "a").stat().st_mtime_ns


def test_an_archive_that_go_winio_has_written_is_read_to_the_last_bit(tmp_path: Path) -> None:
    """Its four times to 100 ns, attributes and descriptor of every entry, a stream, an extended attribute, links, a dense sparse file."""
    files = imported(GO_WINIO, tmp_path / "layer")
    second = (11_644_473_600 + 1_600_000_000) * 10**7
    known = {
        "sd": base64.b64encode(SECURITY).decode(),
        "creation_time": second + 1_234_567,
        "last_access_time": second + 25_000_001,
        "change_time": second + 37_500_003,
    }
    attributes = {
        "Hives": 0x10,
        "Files": 0x10,
        "UtilityVM": 0x10,
        "UtilityVM/Files": 0x10,
        "Files/dir": 0x12,
        "Files/dir/file.txt": 0x20,
        "Files/dir/empty": 0x20,
        "Files/dir/sparse": 0x220,
        "Files/Stra\u00dfe-\u4e2d-\U0001f600": 0x20,
        "Files/junction": 0x410,
        "Files/link": 0x420,
    }
    for path, expected in attributes.items():
        line = line_of(tmp_path / "layer", path)
        assert {"attributes": expected, **known} == {key: line[key] for key in ("attributes", *known)}, path
    line = line_of(tmp_path / "layer", "Files/dir/file.txt")
    assert ({"NAME": base64.b64encode(b"\0\1\2\xff").decode()}, {"zone": base64.b64encode(b"ZoneId=3").decode()}) == (
        line["ea"],
        line["streams"],
    )
    assert {"tag": 0xA0000003, "target": "C:\\Target"} == line_of(tmp_path / "layer", "Files/junction")["reparse"]
    assert {"tag": 0xA000000C, "target": "dir\\file.txt"} == line_of(tmp_path / "layer", "Files/link")["reparse"]
    assert b"content" == (files / "dir/file.txt").read_bytes()
    assert bytes(65536) + b"p" * 65536 + bytes(65536) == (files / "dir/sparse").read_bytes()
    assert 1_600_000_001_250_000_000 == (files / "dir/file.txt").stat().st_mtime_ns


def test_an_archive_that_buildkit_has_written_is_read_entry_by_entry(tmp_path: Path) -> None:
    """Attributes, the two fixed descriptors and a creation time of every entry, odd names, changed modes, links and whiteouts."""
    below = archive(folder("Files"), folder("Files/etc"), entry("Files/removed"), folder("Files/gone"), entry("Files/gone/below"))
    imported(below, tmp_path / "base")
    files = imported(BUILDKIT, tmp_path / "layer", tmp_path / "base")
    long = "n" * 120
    contents = {
        "Stra\u00dfe-\u4e2d-\U0001f600": b"odd",
        "dir/empty": b"",
        "dir/file.txt": b"content",
        "dir/twin": b"content",
        "etc/hosts": b"changed, longer",
        long: b"long",
        "old/a": b"y",
    }
    assert contents == {path: (files / path).read_bytes() for path in contents}
    folders = ["dir", "empty-dir", "etc", "old"]
    expected: dict[str, tuple[int, bytes | None]] = {"Hives": (0x10, None), "Files": (0x10, None)}
    expected |= {f"Files/{path}": (0x10, security.FOR_FOLDERS) for path in folders}
    expected |= {f"Files/{path}": (0x20, security.FOR_FILES) for path in contents}
    second = (11_644_473_600 + 1_600_000_000) * 10**7
    for path, (attributes, descriptor) in expected.items():
        line = line_of(tmp_path / "layer", path)
        assert (attributes, descriptor and base64.b64encode(descriptor).decode()) == (line["attributes"], line.get("sd")), path
        if descriptor:
            assert second + 10**7 * (path == "Files/dir/empty") == line["creation_time"]
    assert sorted([*contents, *folders, "dir/relative", "sh"]) == sorted(one.relative_to(files).as_posix() for one in files.rglob("*"))
    assert (files / "dir/twin").samefile(files / "dir/file.txt")
    assert b"\xef\xbb\xbfVersion 1.0\n\\gone\n\\removed\n" == (tmp_path / "layer/tombstones.txt").read_bytes()
    if sys.platform != "win32":
        links = {"dir/relative": "Files/../dir/file.txt", "sh": "Files//bin/busybox"}  # targets get the prefix by text alone
        assert links == {path: os.readlink(files / path) for path in links}  # noqa: PTH115 - a Path would drop a slash
        assert 0o4750 == stat.S_IMODE((files / "etc/hosts").stat().st_mode)


def test_buildkits_creation_time_is_read_as_a_decimal_fraction(tmp_path: Path) -> None:
    """It writes nanoseconds without padding; nobody can tell that from a fraction, and everybody reads a fraction."""
    imported(archive(folder("Files"), entry("Files/a", records={"LIBARCHIVE.creationtime": "5.7"})), tmp_path / "layer")
    assert (11_644_473_600 + 5) * 10**7 + 7_000_000 == line_of(tmp_path / "layer", "Files/a")["creation_time"]


def test_names_longer_than_the_field_are_whole_whoever_wrote_them(tmp_path: Path) -> None:
    """GNU's long names, POSIX records, and the prefix of ustar."""
    leaf = "n" * 120
    short = "p" * 60
    content = archive(
        folder("Files"),
        long_name(f"Files/{leaf}1"),
        entry("Files/cut", b"gnu"),
        entry("Files/cut", b"posix", records={"path": f"Files/{leaf}2"}),
        block(short, tail=b"\0" * 80 + b"Files/d".ljust(155, b"\0")),
        long_name(f"Files/{leaf}1", b"K"),
        hard_link("Files/link", "Files/cut"),
    )
    files = imported(content, tmp_path / "layer")
    assert b"gnu" == (files / f"{leaf}1").read_bytes()
    assert b"posix" == (files / f"{leaf}2").read_bytes()
    assert b"" == (files / "d" / short).read_bytes()
    assert (files / "link").samefile(files / f"{leaf}1")


def test_a_number_of_base_256_is_a_number(tmp_path: Path) -> None:
    """GNU tar writes what octal digits cannot hold so."""
    head = bytearray(block("Files/a", size=0))
    head[136:148] = struct.pack(">Bxxxq", 0x80, 9_000_000_000)
    head[148:156] = b" " * 8
    head[148:156] = f"{sum(head):06o}\0 ".encode()
    files = imported(archive(folder("Files"), bytes(head)), tmp_path / "layer")
    assert 9_000_000_000 == int((files / "a").stat().st_mtime)


def test_a_directory_of_an_old_tar_is_a_directory(tmp_path: Path) -> None:
    """Before POSIX there was no type for one: a slash behind the name says it."""
    content = archive(folder("Files"), block("Files/old/", b"\0", magic=b"\0" * 8), block("Files/old/f", b"\0", magic=b"\0" * 8))
    assert (imported(content, tmp_path / "layer") / "old/f").is_file()


def test_records_for_all_entries_hold_until_they_are_taken_back(tmp_path: Path) -> None:
    """A global header speaks for every entry behind it, a local one for the next alone."""
    content = archive(
        extended({"LIBARCHIVE.creationtime": "5"}, b"g"),
        folder("Files"),
        entry("Files/a"),
        entry("Files/b", records={"LIBARCHIVE.creationtime": "6"}),
        entry("Files/c"),
    )
    imported(content, tmp_path / "layer")
    times = [line_of(tmp_path / "layer", f"Files/{name}")["creation_time"] for name in "abc"]
    assert [5, 6, 5] == [(int(str(time)) - 11_644_473_600 * 10**7) // 10**7 for time in times]


DATA = b"a" * 512 + b"b" * 100
SPARSE = {
    "0.1": entry("Files/s", DATA, records={"GNU.sparse.map": "1024,512,4000,100", "GNU.sparse.size": "5000", "GNU.sparse.name": "Files/s"}),
    "1.0": entry(
        "Files/GNUSparseFile.0/s",
        padded(b"2\n1024\n512\n4000\n100\n") + DATA,
        records={"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "Files/s", "GNU.sparse.realsize": "5000"},
    ),
    "old": block(
        "Files/s",
        b"S",
        len(DATA),
        magic=b"ustar  \0",
        tail=b"\0" * 121 + b"00000002000\0" + b"00000001000\0" + b"00000007640\0" + b"00000000144\0" + bytes(48) + b"\0" + b"00000011610\0",
    )
    + padded(DATA),
}


def _oldest_form() -> bytes:
    """The oldest records repeat offset and size for each piece, in one header."""
    pairs = [("GNU.sparse.offset", "1024"), ("GNU.sparse.numbytes", "512"), ("GNU.sparse.offset", "4000"), ("GNU.sparse.numbytes", "100")]
    written = b"".join(record(key, value) for key, value in [("GNU.sparse.size", "5000"), ("GNU.sparse.numblocks", "2"), *pairs])
    return block("x", b"x", len(written)) + padded(written) + entry("Files/s", DATA)


@pytest.mark.parametrize("form", ["0.0", "0.1", "1.0", "old"])
def test_each_sparse_form_of_gnu_tar_is_the_same_file(tmp_path: Path, form: str) -> None:
    """512 bytes at 1024 and 100 at 4000 of 5000, zeroes elsewhere."""
    content = _oldest_form() if form == "0.0" else SPARSE[form]
    files = imported(archive(folder("Files"), content, entry("Files/behind", b"it")), tmp_path / "layer")
    assert bytes(1024) + b"a" * 512 + bytes(4000 - 1536) + b"b" * 100 + bytes(900) == (files / "s").read_bytes()
    assert b"it" == (files / "behind").read_bytes()


def test_whiteouts_of_a_directory_made_anew_hide_each_entry_of_the_parents(tmp_path: Path) -> None:
    """Windows has no opaque directories: one deletion for each name below, and none for what the layer has itself."""
    imported(
        archive(folder("Files"), folder("Files/d"), entry("Files/d/a"), folder("Files/d/s"), entry("Files/d/s/x"), entry("Files/d/s/y")),
        tmp_path / "low",
    )
    imported(archive(folder("Files"), folder("Files/d"), entry("Files/d/b"), entry("Files/d/.wh.a")), tmp_path / "middle", tmp_path / "low")
    imported(
        archive(folder("Files"), entry("Files/d/.wh..wh..opq"), folder("Files/d"), folder("Files/d/s"), entry("Files/d/s/y")),
        tmp_path / "top",
        tmp_path / "middle",
        tmp_path / "low",
    )
    assert b"\xef\xbb\xbfVersion 1.0\n\\d\\b\n\\d\\s\\x\n" == (tmp_path / "top/tombstones.txt").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="GNU tar and links as Linux has them")
@pytest.mark.parametrize("program", ["tar", "bsdtar"])
@pytest.mark.parametrize("form", ["posix", "gnu", "ustar", "v7"])
def test_what_tar_itself_writes_is_read(tmp_path: Path, program: str, form: str) -> None:
    """Not what its manual says, but what comes out of it."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    if program == "bsdtar" and form == "gnu":
        form = "gnutar"
    source = tmp_path / "source"
    (source / "Files/dir").mkdir(parents=True)
    (source / "Files/dir/a").write_bytes(b"content")
    (source / "Files/dir/b").hardlink_to(source / "Files/dir/a")
    (source / "Files/link").symlink_to("/bin/busybox")
    if form in {"posix", "gnu", "gnutar"}:
        (source / "Files" / ("long" * 40)).write_bytes(b"long")
        (source / "Files" / "\u00e4\u00f6").write_bytes(b"umlaut")
    subprocess.run([program, "--format", form, "-C", str(source), "-cf", str(tmp_path / "out.tar"), "./Files"], check=True)
    files = imported((tmp_path / "out.tar").read_bytes(), tmp_path / "layer", names=NameRules.LINUX)
    for one in sorted((source / "Files").rglob("*")):
        again = files / one.relative_to(source / "Files")
        assert one.lstat().st_mode == again.lstat().st_mode
        assert one.is_symlink() or one.is_dir() or one.read_bytes() == again.read_bytes()
    assert "/bin/busybox" == str((files / "link").readlink())
    assert (files / "dir/a").samefile(files / "dir/b")
