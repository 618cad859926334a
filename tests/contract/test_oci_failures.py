"""Imports that fail: on a full disk, without permission, while another one lives. The next one succeeds, and nothing of others is gone."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi.storage.oci import LayerForm, export_tar, import_tar, sweep_staging

from layer_archives import archive, entry, folder, go_winio, hard_link
from ordinary_user import IS_ROOT, USERS, running_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and mounts are Linux' own")
MANY = archive(folder("Files"), *(go_winio(f"Files/file{place:04d}", bytes(2000)) for place in range(400)))
LARGE = archive(folder("Files"), entry("Files/large", os.urandom(4 << 20)))


@POSIX
def test_what_a_living_process_stages_is_not_swept(tmp_path: Path) -> None:
    """Two programs may unpack into one folder at the same time."""
    read, write = os.pipe()
    with os.fdopen(write, "wb", buffering=0) as pipe, os.fdopen(read, "rb", buffering=0) as source:
        pipe.write(LARGE[:60_000])

        async def main() -> None:
            begun = anyio.Event()
            async with anyio.create_task_group() as group:
                group.start_soon(partial(import_tar, source, tmp_path / "layer", progress=lambda _: begun.set()))
                await begun.wait()
                assert [] == sweep_staging(tmp_path)
                assert 1 == len(staged(tmp_path))
                group.cancel_scope.cancel()

        anyio.run(main)
    assert [] == staged(tmp_path)


def staged(place: Path) -> list[Path]:
    """The directories in which layers are made at the moment."""
    return list(place.glob(".*.importing"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    if not IS_ROOT:
        pytest.skip("mounting takes root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not let root mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@POSIX
def test_a_full_disk_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    """What was staged is given back, so that what is smaller still fits."""
    (tmp_path / "large.tar").write_bytes(LARGE)
    with pytest.raises(OSError, match="No space left"):
        anyio.run(import_tar, tmp_path / "large.tar", small_disk / "layer")
    assert [] == list(small_disk.iterdir())
    anyio.run(import_tar, io.BytesIO(archive(folder("Files"), entry("Files/small", b"fits"))), small_disk / "layer")
    anyio.run(import_tar, tmp_path / "large.tar", tmp_path / "large")
    with pytest.raises(OSError, match="No space left"):
        anyio.run(export_tar, tmp_path / "large", small_disk / "large.tar")
    assert ["layer"] == [one.name for one in small_disk.iterdir()]


@POSIX
@pytest.mark.parametrize("user", [one for one in USERS if one.values == ("ordinary",)])
def test_a_folder_without_permission_stays_as_it_was(user: str) -> None:
    """Whose folder it is, is said by the system's own error."""
    with running_as(user) as root:
        (root / "closed").mkdir(mode=0o500)
        with pytest.raises(PermissionError):
            anyio.run(import_tar, io.BytesIO(MANY), root / "closed/layer")
        assert [] == list((root / "closed").iterdir())


@POSIX
@pytest.mark.parametrize("user", [one for one in USERS if one.values == ("ordinary",)])
def test_a_file_that_may_not_be_read_ends_an_export(user: str) -> None:
    """An archive that leaves out what could not be read would be another layer under the same name."""
    with running_as(user) as root:
        anyio.run(import_tar, io.BytesIO(archive(folder("Files"), entry("Files/secret", b"x"))), root / "layer")
        (root / "layer/Files/secret").chmod(0)
        with pytest.raises(PermissionError):
            anyio.run(export_tar, root / "layer", root / "out.tar")
        assert ["layer"] == [one.name for one in root.iterdir()]


@POSIX
@pytest.mark.parametrize("user", USERS)
def test_an_ordinary_user_loses_neither_owners_nor_modes(user: str) -> None:
    """Who may not give files away keeps beside them whose they were."""
    layer = archive(folder("Files"), entry("Files/a", b"a", mode=0o4711, uid=1000, gid=50), entry("Files/b", b"b", mode=0, uid=3_000_00))
    with running_as(user) as root:
        anyio.run(import_tar, io.BytesIO(layer), root / "layer")
        anyio.run(export_tar, root / "layer", root / "out.tar")
        listed = subprocess.run(
            ["tar", "--numeric-owner", "-tvf", str(root / "out.tar")], check=True, capture_output=True, text=True
        ).stdout
        assert ["drwxr-xr-x 0/0", "-rws--x--x 1000/50", "---------- 300000/0"] == [
            " ".join(line.split()[:2]) for line in listed.splitlines()
        ]


@POSIX
def test_a_source_that_fails_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    """The master of a terminal whose other end has gone answers EIO after what was written, as a disk does behind its good blocks."""
    import tty  # noqa: PLC0415 - which Windows has not

    master, slave = os.openpty()
    tty.setraw(slave)

    def write_all() -> None:
        with os.fdopen(slave, "wb", buffering=0) as opened:
            rest = memoryview(LARGE)[: 1 << 20]
            while rest:
                rest = rest[opened.write(rest) :]

    with os.fdopen(master, "rb", buffering=0) as source, ThreadPoolExecutor(1) as writer:
        written = writer.submit(write_all)
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            anyio.run(import_tar, source, tmp_path / "layer")
        written.result()
    assert [] == list(tmp_path.iterdir())
    anyio.run(import_tar, io.BytesIO(LARGE), tmp_path / "layer")
    assert ["layer"] == [one.name for one in tmp_path.iterdir()]


@pytest.mark.parametrize("form", LayerForm)
def test_a_file_that_the_disk_cannot_read_ends_an_export(form: LayerForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Zeroes for what could not be read would be another layer under the same name."""
    anyio.run(partial(import_tar, form=form), io.BytesIO(LARGE), tmp_path / "layer")
    bad, read = (tmp_path / "layer/Files/large").stat().st_ino, os.read
    reads = 0

    def failing(descriptor: int, size: int) -> bytes:
        nonlocal reads
        if bad == os.fstat(descriptor).st_ino:
            reads += 1
            if reads == 3:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", failing)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        anyio.run(export_tar, tmp_path / "layer", tmp_path / "out.tar")
    assert ["layer"] == [one.name for one in tmp_path.iterdir()]
    monkeypatch.undo()
    anyio.run(export_tar, tmp_path / "layer", tmp_path / "out.tar")
    assert ["layer", "out.tar"] == sorted(one.name for one in tmp_path.iterdir())


@POSIX
@pytest.mark.parametrize("path", ["hcsffi-layer.json", "tombstones.txt"])
def test_what_a_layer_says_of_itself_and_the_disk_cannot_read_ends_whatever_needs_it(path: str, tmp_path: Path) -> None:
    """A parent whose deletions are unknown would show what it hides; the kernel itself answers EIO here, for an address nobody has."""
    if not IS_ROOT:
        pytest.skip("mounting takes root")
    anyio.run(import_tar, io.BytesIO(MANY), tmp_path / "base")
    upper = archive(folder("Files"), entry("Files/.wh.file0000"), go_winio("Files/own", b"own"))
    anyio.run(partial(import_tar, parents=[tmp_path / "base"]), io.BytesIO(upper), tmp_path / "layer")
    words = ["mount", "--bind", f"/proc/{os.getpid()}/mem", str(tmp_path / "layer" / path)]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let root mount")
    opaque = archive(folder("Files"), entry("Files/.wh..wh..opq"), hard_link("Files/twin", "Files/own"))
    above = partial(import_tar, parents=[tmp_path / "layer", tmp_path / "base"])
    try:
        for fails in (partial(above, io.BytesIO(opaque), tmp_path / "top"), partial(export_tar, tmp_path / "layer", tmp_path / "out.tar")):
            with pytest.raises(OSError, match=os.strerror(errno.EIO)):
                anyio.run(fails)
    finally:
        subprocess.run(["umount", str(tmp_path / "layer" / path)], check=True)
    assert ["base", "layer"] == sorted(one.name for one in tmp_path.iterdir())
    anyio.run(above, io.BytesIO(opaque), tmp_path / "top")


@pytest.mark.parametrize("lacking", ["hcsffi-layer-inflate", "hcsffi-layer-write"])
def test_where_one_thread_cannot_be_had_the_other_ends(lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would wait for its neighbour for as long as the program lives, and hold what it has read."""
    anyio.run(import_tar, io.BytesIO(LARGE), tmp_path / "layer")
    start, begun = threading.Thread.start, []

    def failing(thread: threading.Thread) -> None:
        if thread.name == lacking:
            raise RuntimeError("can't start new thread")
        if thread.name.startswith("hcsffi-layer-"):
            begun.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", failing)
    imports = partial(import_tar, io.BytesIO(LARGE), tmp_path / "second")
    exports = partial(export_tar, tmp_path / "layer", tmp_path / "out.tar")
    with pytest.raises(RuntimeError, match="can't start new thread"):
        anyio.run(imports if lacking == "hcsffi-layer-inflate" else exports)
    (waiting,) = begun
    waiting.join(10)
    assert not waiting.is_alive()
    assert ["layer"] == [one.name for one in tmp_path.iterdir()]
