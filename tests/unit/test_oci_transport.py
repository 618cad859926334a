"""The transport folder: attributes and a backup stream for each file, byte for byte as Windows' tools stage them."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

import pytest

from hcsffi.storage.oci import backup_stream as streams
from hcsffi.storage.oci.exporting import ExportOptions, run_export
from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.folder_form import LayerForm
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.importing import ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.sink import Compression, opened_sink

from layer_archives import SECURITY, archive, entry, folder, go_winio, hard_link

if TYPE_CHECKING:
    from pathlib import Path


def import_as(form: LayerForm, content: bytes, layer: Path, *parents: Path) -> None:
    """Import on this thread."""
    options = ImportOptions(
        parents=tuple(map(str, parents)),
        names=NameRules.WINDOWS,
        limits=ArchiveLimits(),
        durable=False,
        digest=None,
        diff_id=None,
        prefix="",
        progress=None,
        form=form,
    )
    halt = Halt()
    with opened_feed(io.BytesIO(content), options.limits, halt, None) as feed:
        run_import(feed, str(layer), options, halt)
    halt.close()


def exported(layer: Path) -> bytes:
    """Export on this thread."""
    target = io.BytesIO()
    halt = Halt()
    with opened_sink(target, Compression.NONE, None, halt, None) as sink:
        run_export(str(layer), sink, ExportOptions(parents=(), compression=Compression.NONE, level=None, progress=None), halt)
    halt.close()
    return target.getvalue()


def record(kind: int, content: bytes, name: str = "", attributes: int = 0, size: int | None = None) -> bytes:
    """A record of a backup stream: WIN32_STREAM_ID, its name and its content."""
    written = name.encode("utf-16-le")
    return struct.pack("<IIqI", kind, attributes, len(content) if size is None else size, len(written)) + written + content


LAYER = archive(
    folder("Hives"),
    entry("Hives/System_Delta", b"regf"),
    folder("Files"),
    go_winio("Files/dir", attributes=16, kind=b"5"),
    go_winio("Files/dir/a.txt", b"hello", records={"MSWINDOWS.xattr.$KERNEL.X": "AQI="}),
    entry("Files/dir/a.txt:zone", b"3"),
    go_winio("Files/dir/bare", b""),
    go_winio("Files/junction", attributes=0x410, kind=b"2", link="C:\\Target", records={"MSWINDOWS.mountpoint": "1"}),
    go_winio("Files/link", attributes=0x420, kind=b"2", link="dir/a.txt"),
    go_winio("Files/sparse", bytes(65536) + b"x" * 10 + bytes(65526) + bytes(65536), attributes=0x220),
    hard_link("Files/twin", "Files/dir/a.txt"),
    entry("Files/unknown", b"", records={"SOMEBODY.else": "keeps this"}),
)


def test_a_file_is_staged_as_attributes_and_a_backup_stream(tmp_path: Path) -> None:
    """What HcsImportLayer reads: four bytes of attributes, then descriptor, extended attributes, data and alternate streams (E-29)."""
    import_as(LayerForm.TRANSPORT, LAYER, tmp_path / "layer")
    files = tmp_path / "layer/Files"
    extended = struct.pack("<IBBH", 0, 0, 9, 2) + b"$KERNEL.X\0\x01\x02"
    expected = struct.pack("<I", 32) + record(3, SECURITY) + record(2, extended) + record(1, b"hello") + record(4, b"3", ":zone:$DATA")
    assert expected == (files / "dir/a.txt").read_bytes()
    assert struct.pack("<I", 32) + record(3, SECURITY) + record(1, b"") == (files / "dir/bare").read_bytes()
    assert struct.pack("<I", 16) + record(3, SECURITY) == (files / "dir.$wcidirs$").read_bytes()
    assert b"regf" == (tmp_path / "layer/Hives/System_Delta").read_bytes()


def test_a_link_is_staged_as_a_reparse_buffer(tmp_path: Path) -> None:
    """A junction is a directory that stands empty beside the file that says where it leads."""
    import_as(LayerForm.TRANSPORT, LAYER, tmp_path / "layer")
    files = tmp_path / "layer/Files"
    native, printed = "\\??\\C:\\Target".encode("utf-16-le"), "C:\\Target".encode("utf-16-le")
    names = struct.pack("<HHHH", 0, len(native), len(native) + 2, len(printed)) + native + b"\0\0" + printed + b"\0\0"
    buffer = struct.pack("<IHH", 0xA0000003, len(names), 0) + names
    assert struct.pack("<I", 0x410) + record(3, SECURITY) + record(8, buffer) == (files / "junction.$wcidirs$").read_bytes()
    assert [] == list((files / "junction").iterdir())
    target = "dir\\a.txt".encode("utf-16-le")
    names = struct.pack("<HHHHI", 0, len(target), len(target) + 2, len(target), 1) + target + b"\0\0" + target + b"\0\0"
    buffer = struct.pack("<IHH", 0xA000000C, len(names), 0) + names
    assert struct.pack("<I", 0x420) + record(3, SECURITY) + record(8, buffer) == (files / "link").read_bytes()


def test_a_sparse_file_is_staged_without_its_zeroes(tmp_path: Path) -> None:
    """A data record of size zero with the sparse attribute, pieces with their offsets, and an empty piece at the end."""
    import_as(LayerForm.TRANSPORT, LAYER, tmp_path / "layer")
    piece = b"x" * 10 + bytes(65526)
    expected = (
        struct.pack("<I", 0x220)
        + record(3, SECURITY)
        + record(1, b"", attributes=8)
        + record(9, struct.pack("<q", 65536) + piece)
        + record(9, struct.pack("<q", 3 * 65536))
    )
    assert expected == (tmp_path / "layer/Files/sparse").read_bytes()


def test_both_forms_give_the_same_archive(tmp_path: Path) -> None:
    """Nothing is lost either way, so it does not matter which way a layer came."""
    import_as(LayerForm.PLAIN, LAYER, tmp_path / "plain")
    plain = exported(tmp_path / "plain")
    import_as(LayerForm.TRANSPORT, plain, tmp_path / "transport")
    assert plain == exported(tmp_path / "transport")
    import_as(LayerForm.TRANSPORT, exported(tmp_path / "transport"), tmp_path / "again")
    assert plain == exported(tmp_path / "again")


def test_a_folder_of_windows_own_making_is_read(tmp_path: Path) -> None:
    """HcsExportLayer knows nothing of a sidecar; its deletions come with CRLF, and the recycle bin is nobody's business (E-28, E-33)."""
    root = tmp_path / "export"
    (root / "Files/dir").mkdir(parents=True)
    (root / "Files/$Recycle.Bin").mkdir()
    (root / "Hives").mkdir()
    (root / "Hives/System_Delta").write_bytes(b"regf")
    (root / "Files/dir.$wcidirs$").write_bytes(struct.pack("<I", 0x10) + record(3, SECURITY))
    (root / "Files/dir/f").write_bytes(struct.pack("<I", 0x20) + record(3, SECURITY) + record(7, bytes(64)) + record(1, b"content"))
    (root / "tombstones.txt").write_bytes(b"\xef\xbb\xbfVersion 1.0\r\n\\dir\\gone\r\n")
    import_as(LayerForm.PLAIN, archive(folder("Files")), tmp_path / "base")
    import_as(LayerForm.PLAIN, exported(root), tmp_path / "layer", tmp_path / "base")
    assert ["Files", "Hives", "hcsffi-layer.json", "hcsffi-marker.json", "tombstones.txt"] == sorted(
        one.name for one in (tmp_path / "layer").iterdir()
    )
    assert b"content" == (tmp_path / "layer/Files/dir/f").read_bytes()
    assert b"\xef\xbb\xbfVersion 1.0\n\\dir\\gone\n" == (tmp_path / "layer/tombstones.txt").read_bytes()
    assert ["dir"] == [one.name for one in (tmp_path / "layer/Files").iterdir()]


@pytest.mark.parametrize("target", ["..\\x", "C:\\Windows", "\\\\server\\share\\x", "\\\\?\\Volume{0}\\x", "\u00e4\U0001f600", "a" * 300])
@pytest.mark.parametrize("is_junction", [False, True])
def test_a_link_target_comes_back_from_its_buffer(target: str, is_junction: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The text a user sees is kept, whatever the kernel makes of it."""
    assert (target, is_junction) == streams.link_target(streams.link_buffer(target, is_junction=is_junction), "x")


def test_extended_attributes_come_back_from_their_list() -> None:
    """Each entry is found from the one before, at a multiple of four."""
    extended = {"A": b"", "LONGER.NAME": b"\0\1\2", "C": bytes(300)}
    assert extended == streams.unpacked_attributes(streams.packed_attributes(extended), "x")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0",
        struct.pack("<I", 0) + b"\1",
        struct.pack("<I", 0) + record(1, b"", size=10),
        struct.pack("<I", 0) + record(1, b"", size=-1),
        struct.pack("<I", 0) + record(3, bytes(2 << 20)),
        struct.pack("<I", 0) + record(4, b"x", ":a/b:$DATA"),
        struct.pack("<I", 0) + record(4, b"x", ":a:b:$DATA"),
        struct.pack("<I", 0) + struct.pack("<IIqI", 4, 0, 0, 1 << 30),
        struct.pack("<I", 0) + record(9, struct.pack("<q", 100)) + record(9, struct.pack("<q", 5)),
        struct.pack("<I", 0) + record(2, struct.pack("<IBBH", 4, 0, 200, 0)),
        struct.pack("<I", 0) + record(8, struct.pack("<IHH", 0xA000000C, 4, 0) + bytes(4)),
    ],
)
def test_a_staged_file_that_is_malformed_is_refused(tmp_path: Path, content: bytes) -> None:
    """The folder may come from a machine that is trusted no more than an archive."""
    root = tmp_path / "export"
    (root / "Files/dir").mkdir(parents=True)
    (root / "Files/dir.$wcidirs$").write_bytes(struct.pack("<I", 0x10))
    (root / "Files/dir/f").write_bytes(content)
    with pytest.raises(ArchiveRefused) as refused:
        exported(root)
    assert refused.value.rule in {Rule.BACKUP, Rule.REPARSE}
    assert "Files/dir/f" == refused.value.entry
