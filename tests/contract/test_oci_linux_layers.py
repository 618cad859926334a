"""Linux layers as Windows layers and back, as buildkit has them."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING

import pytest
from recorded_archives import BUILDKIT, BUILDKIT_LINUX

from hcsffi.storage.oci import ArchiveRefused, NameRules, convert_layer, import_tar

from layer_archives import archive, entry, folder, go_winio, hard_link, symlink

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio

LINUX = archive(
    folder("etc"),
    entry("etc/hosts", b"::1 localhost", mode=0o640, uid=7, gid=8, mtime=1_600_000_000),
    hard_link("etc/twin", "etc/hosts"),
    symlink("sh", "bin/busybox"),
    entry("etc/.wh.gone"),
)
FOLDERS = (
    "AQAEgBQAAAAkAAAAAAAAADAAAAABAgAAAAAABSAAAAAgAgAAAQEAAAAAAAUSAAAAAgCoAAcAAAAAAxgA/wEfAAECAAAAAAAFIAAAACACAAAAAxQA/wEfAAEB"
    "AAAAAAAFEgAAAAAAGAD/AR8AAQIAAAAAAAUgAAAAIAIAAAALFAAAAAAQAQEAAAAAAAMAAAAAAAMYAKkAEgABAgAAAAAABSAAAAAhAgAAAAIYAAQAAAABAgAA"
    "AAAABSAAAAAhAgAAAAIYAAIAAAABAgAAAAAABSAAAAAhAgAA"
)
FILES = (
    "AQAEgBQAAAAkAAAAAAAAADAAAAABAgAAAAAABSAAAAAgAgAAAQEAAAAAAAUSAAAAAgBMAAMAAAAAABgA/wEfAAECAAAAAAAFIAAAACACAAAAABQA/wEfAAEB"
    "AAAAAAAFEgAAAAAAGACpABIAAQIAAAAAAAUgAAAAIQIAAA=="
)
"""What buildkit's archives carry for directories and files: owner administrators, group system, and who may do what (util/winlayers)."""


def read(content: bytes) -> dict[str, tarfile.TarInfo]:
    """What Python's own reader finds."""
    with tarfile.open(fileobj=io.BytesIO(content)) as opened:
        return {one.name: one for one in opened}


async def test_a_wrapped_layer_looks_as_buildkits_do() -> None:
    """Hives and Files first, every name and target below Files, attributes and the fixed descriptors on each."""
    wrapped = io.BytesIO()
    done = await convert_layer(io.BytesIO(LINUX), wrapped, to=NameRules.WINDOWS)
    assert "application/vnd.oci.image.layer.v1.tar+gzip" == done.media_type
    found = read(wrapped.getvalue())
    assert ["Hives", "Files", "Files/etc", "Files/etc/hosts", "Files/etc/twin", "Files/sh", "Files/etc/.wh.gone"] == list(found)
    assert "Files/etc/hosts" == found["Files/etc/twin"].linkname
    assert "Files/bin/busybox" == found["Files/sh"].linkname
    assert {"16"} == {found[name].pax_headers["MSWINDOWS.fileattr"] for name in ("Hives", "Files", "Files/etc")}
    assert {"32"} == {found[name].pax_headers["MSWINDOWS.fileattr"] for name in ("Files/etc/hosts", "Files/etc/.wh.gone")}
    assert "MSWINDOWS.fileattr" not in found["Files/sh"].pax_headers
    assert FOLDERS == found["Files/etc"].pax_headers["MSWINDOWS.rawsd"]
    assert FILES == found["Files/etc/hosts"].pax_headers["MSWINDOWS.rawsd"]


async def test_a_layer_that_was_wrapped_and_unwrapped_is_the_same(tmp_path: Path) -> None:
    """Nothing of a Linux layer is lost in a Windows one."""
    wrapped, unwrapped = io.BytesIO(), io.BytesIO()
    await convert_layer(io.BytesIO(LINUX), wrapped, to=NameRules.WINDOWS)
    wrapped.seek(0)
    await convert_layer(wrapped, unwrapped, to=NameRules.LINUX, compression="")
    for name, one in read(LINUX).items():
        again = read(unwrapped.getvalue())[name]
        assert {**one.get_info(), "chksum": 0} == {**again.get_info(), "chksum": 0}  # the fields of device numbers may be empty or zero
        assert {} == again.pax_headers
    assert list(read(LINUX)) == list(read(unwrapped.getvalue()))
    wrapped.seek(0)
    await import_tar(wrapped, tmp_path / "layer", parents=[await lowest_layer(tmp_path)])
    assert b"::1 localhost" == (tmp_path / "layer/Files/etc/twin").read_bytes()


def facts(archived: bytes) -> list[dict[str, object]]:
    """All that Python's own reader finds of each entry, contents too, in their order; without the moment at which the archive was made."""
    found: list[dict[str, object]] = []
    with tarfile.open(fileobj=io.BytesIO(archived)) as opened:
        for one in opened:
            records: dict[str, object] = dict(one.pax_headers)
            if (created := one.pax_headers.get("LIBARCHIVE.creationtime")) is not None:
                records["LIBARCHIVE.creationtime"] = float(created)
            content = opened.extractfile(one) if one.isreg() else None
            fact: dict[str, object] = {**one.get_info(), "chksum": 0, "records": records, "content": content and content.read()}
            if one.name in {"Hives", "Files"}:
                records.pop("mtime", None)
                records["LIBARCHIVE.creationtime"] = fact["mtime"] = 0.0
            found.append(fact)
    return found


async def test_a_layer_is_wrapped_and_unwrapped_as_buildkit_itself_has_done_it() -> None:
    """Names, kinds, modes, owners, targets, every record, contents and order; only Hives and Files have other times: the same always."""
    wrapped, unwrapped = io.BytesIO(), io.BytesIO()
    await convert_layer(io.BytesIO(BUILDKIT_LINUX), wrapped, to=NameRules.WINDOWS)
    assert facts(BUILDKIT) == facts(wrapped.getvalue())
    await convert_layer(io.BytesIO(BUILDKIT), unwrapped, to=NameRules.LINUX, compression="")
    assert facts(BUILDKIT_LINUX) == facts(unwrapped.getvalue())


def names_in(path: Path) -> list[str]:
    """What a folder holds."""
    return sorted(one.name for one in path.iterdir())


async def lowest_layer(folder_of_layers: Path) -> Path:
    """A layer that others stand on."""
    await import_tar(io.BytesIO(archive(folder("Files"))), folder_of_layers / "base")
    return folder_of_layers / "base"


async def test_only_files_come_back(tmp_path: Path) -> None:
    """Hives and the utility machine mean nothing to Linux."""
    windows = archive(
        folder("Hives"),
        entry("Hives/System_Delta", b"x"),
        folder("Files"),
        go_winio("Files/a", b"a"),
        folder("UtilityVM"),
        entry("UtilityVM/Files/b"),
    )
    await convert_layer(io.BytesIO(windows), tmp_path / "out.tar", to=NameRules.LINUX, compression="")
    found = read((tmp_path / "out.tar").read_bytes())
    assert ["a"] == list(found)
    assert {"atime", "ctime", "mtime"} == set(found["a"].pax_headers)


async def test_a_target_is_left_as_it_was_when_the_archive_is_refused(tmp_path: Path) -> None:
    """Half an archive under a good name would be taken for a whole one."""
    (tmp_path / "out.tar").write_bytes(b"before")
    with pytest.raises(ArchiveRefused):
        await convert_layer(io.BytesIO(archive(entry("../evil", b"evil"))), tmp_path / "out.tar", to=NameRules.WINDOWS)
    assert b"before" == (tmp_path / "out.tar").read_bytes()
    assert ["out.tar"] == names_in(tmp_path)
