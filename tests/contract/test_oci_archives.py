"""Layer archives in and out on every event loop: from and to every kind of stream, and a cancelled call leaves nothing."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import pytest

from hcsffi.storage.oci import ArchiveLimits, ArchiveRefused, NameRules, Rule, export_tar, import_tar

import layer_archives
from layer_archives import archive, entry, folder, go_winio, hard_link, symlink

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from hcsffi.storage.progress import Progress

pytestmark = pytest.mark.anyio
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows' pipes cannot be waited for, and its files have no modes")

LINUX = [
    folder("Files"),
    folder("Files/etc"),
    entry("Files/etc/passwd", b"root:x:0:0::/:/bin/sh\n"),
    hard_link("Files/etc/twin", "Files/etc/passwd"),
    symlink("Files/sh", "/bin/busybox"),
]
LINUX_LAYER = archive(*LINUX)
LAYER = archive(
    *LINUX,
    go_winio("Files/win.ini", b"[fonts]\r\n"),
    entry("Files/win.ini:zone", b"3"),
)


class Slices:
    """An asynchronous stream of bytes in small pieces."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    async def receive(self) -> bytes:
        """Return the next piece."""
        await anyio.lowlevel.checkpoint()
        if not self._rest:
            raise anyio.EndOfStream
        piece, self._rest = self._rest[:1000], self._rest[1000:]
        return piece


class Collected:
    """A stream that keeps what is sent to it."""

    def __init__(self) -> None:
        self.content = b""

    async def send(self, block: bytes, /) -> None:
        """Keep a block."""
        await anyio.lowlevel.checkpoint()
        self.content += block


async def sliced(content: bytes) -> AsyncIterator[bytes]:
    """Yield a content in small pieces."""
    for begin in range(0, len(content), 700):
        yield content[begin : begin + 700]


def names_in(folder: Path) -> list[str]:
    """What a folder holds."""
    return sorted(one.name for one in folder.iterdir())


HAS_ZSTD = any(importlib.util.find_spec(name) for name in ("compression", "backports"))


@pytest.mark.parametrize(
    "compression", ["", "gzip", pytest.param("zstd", marks=pytest.mark.skipif(not HAS_ZSTD, reason="the extra zstd is not installed"))]
)
async def test_a_layer_that_went_through_an_archive_gives_the_same_archive_again(tmp_path: Path, compression: str) -> None:
    """Export is reproducible: digests of layers are names, and a name must not change by being carried."""
    await import_tar(io.BytesIO(LAYER), tmp_path / "first")
    first = await export_tar(tmp_path / "first", tmp_path / "first.tar", compression=compression)
    written = (tmp_path / "first.tar").read_bytes()
    assert f"sha256:{hashlib.sha256(written).hexdigest()}" == first.digest
    assert len(written) == first.size
    assert first.media_type.endswith(compression or "v1.tar")
    imported = await import_tar(tmp_path / "first.tar", tmp_path / "second", digest=first.digest, diff_id=first.diff_id)
    assert (first.digest, first.diff_id, first.size, first.media_type, first.entries) == (
        imported.digest,
        imported.diff_id,
        imported.size,
        imported.media_type,
        imported.entries,
    )
    again = io.BytesIO()
    assert first == await export_tar(tmp_path / "second", again, compression=compression)
    assert written == again.getvalue()


async def test_every_kind_of_stream_brings_the_same_layer(tmp_path: Path) -> None:
    """A registry's response, a file and a pipe differ in how they are read and in nothing else."""
    (tmp_path / "layer.tar").write_bytes(LAYER)
    expected = await import_tar(tmp_path / "layer.tar", tmp_path / "path")
    assert f"sha256:{hashlib.sha256(LAYER).hexdigest()}" == expected.diff_id
    assert expected == await import_tar(io.BytesIO(LAYER), tmp_path / "memory")
    assert expected == await import_tar(Slices(LAYER), tmp_path / "receiver")
    assert expected == await import_tar(sliced(LAYER), tmp_path / "generator")
    with (tmp_path / "layer.tar").open("rb") as opened:
        assert expected == await import_tar(opened, tmp_path / "file")
    exports = []
    for name in ("path", "memory", "receiver", "generator", "file"):
        kept = Collected()
        await export_tar(tmp_path / name, kept)
        exports.append(kept.content)
    assert [exports[0]] * 5 == exports


@POSIX
async def test_a_pipe_brings_a_layer_and_takes_one(tmp_path: Path) -> None:
    """``tar c | hcsffi layer import`` and the other way round."""
    read, write = os.pipe()
    with os.fdopen(write, "wb", buffering=0) as target, os.fdopen(read, "rb", buffering=0) as source:
        await import_tar(io.BytesIO(LAYER), tmp_path / "first")

        async def export() -> None:
            await export_tar(tmp_path / "first", target)
            target.close()

        async with anyio.create_task_group() as group:
            group.start_soon(export)
            await import_tar(source, tmp_path / "second")
    assert b"[fonts]\r\n" == (tmp_path / "second/Files/win.ini").read_bytes()


@POSIX
async def test_a_source_that_stalls_can_be_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    """A download that hangs must not hang the program, nor leave half a layer."""
    read, write = os.pipe()
    with os.fdopen(write, "wb", buffering=0) as target, os.fdopen(read, "rb", buffering=0) as source:
        target.write(LAYER[:1500])
        with anyio.move_on_after(0.2) as scope:
            await import_tar(source, tmp_path / "layer")
        assert scope.cancelled_caught
    assert [] == names_in(tmp_path)


@POSIX
async def test_a_target_that_stalls_can_be_cancelled(tmp_path: Path) -> None:
    """A reader that takes nothing must not hang the program."""
    large = archive(folder("Files"), entry("Files/large", os.urandom(1 << 20)))
    await import_tar(io.BytesIO(large), tmp_path / "layer")
    read, write = os.pipe()
    with os.fdopen(write, "wb", buffering=0) as target, os.fdopen(read, "rb"):
        with anyio.move_on_after(0.2) as scope:
            await export_tar(tmp_path / "layer", target)
        assert scope.cancelled_caught


async def test_a_stream_of_the_event_loop_that_stalls_can_be_cancelled(tmp_path: Path) -> None:
    """The thread that waits for the loop is let go, and the loop's own task is cancelled."""

    class Stalled(Slices):
        async def receive(self) -> bytes:
            if len(self._rest) < 1500:
                await anyio.sleep_forever()
            return await super().receive()

    with anyio.move_on_after(0.2) as scope:
        await import_tar(Stalled(LAYER), tmp_path / "layer")
    assert scope.cancelled_caught
    assert [] == names_in(tmp_path)


async def test_an_error_of_the_stream_is_raised_as_it_is(tmp_path: Path) -> None:
    """Whoever reads from a network has to see that it was the network."""

    class Broken(Slices):
        async def receive(self) -> bytes:
            if len(self._rest) < 1500:
                raise ConnectionResetError("the registry has gone")
            return await super().receive()

    with pytest.raises(ConnectionResetError, match="the registry has gone"):
        await import_tar(Broken(LAYER), tmp_path / "layer")
    assert [] == names_in(tmp_path)


async def test_a_folder_that_exists_is_not_touched(tmp_path: Path) -> None:
    """An import makes a layer, it never changes one."""
    (tmp_path / "layer").mkdir()
    with pytest.raises(FileExistsError):
        await import_tar(io.BytesIO(LAYER), tmp_path / "layer")
    assert ["layer"] == names_in(tmp_path)


async def test_a_wrong_digest_leaves_nothing(tmp_path: Path) -> None:
    """What was fetched is not what was asked for, which is known only at its end."""
    with pytest.raises(ArchiveRefused) as refused:
        await import_tar(io.BytesIO(LAYER), tmp_path / "layer", digest="sha256:" + "0" * 64)
    assert Rule.DIGEST is refused.value.rule
    with pytest.raises(ArchiveRefused) as refused:
        await import_tar(io.BytesIO(gzip.compress(LAYER)), tmp_path / "layer", diff_id="sha256:" + "0" * 64)
    assert Rule.DIFF_ID is refused.value.rule
    assert [] == names_in(tmp_path)


async def test_what_follows_the_end_marker_is_part_of_the_diff_id(tmp_path: Path) -> None:
    """Containerd computes it so, and its digests have to match."""
    content = LAYER + b"trailing" * 1000
    done = await import_tar(io.BytesIO(gzip.compress(content)), tmp_path / "layer")
    assert f"sha256:{hashlib.sha256(content).hexdigest()}" == done.diff_id


async def test_an_archive_that_is_proved_whole_may_lack_its_end_marker(tmp_path: Path) -> None:
    """Some builders leave it out; the diff-id says then that nothing is missing."""
    content = LAYER[:-1024]
    with pytest.raises(ArchiveRefused) as refused:
        await import_tar(io.BytesIO(content), tmp_path / "layer")
    assert Rule.END_MARKER is refused.value.rule
    await import_tar(io.BytesIO(content), tmp_path / "layer", diff_id=f"sha256:{hashlib.sha256(content).hexdigest()}")


@POSIX
@pytest.mark.parametrize("reader", ["tar", "bsdtar"])
@pytest.mark.parametrize("compression", ["", "gzip"])
async def test_independent_readers_agree_on_what_is_written(tmp_path: Path, reader: str, compression: str) -> None:
    """GNU tar and libarchive find the names, contents, links, modes, times and holes that the layer has."""
    if shutil.which(reader) is None:
        pytest.skip(f"{reader} is not installed")
    sparse = entry(
        "Files/sparse", b"ab", records={"GNU.sparse.map": "1048576,2", "GNU.sparse.size": "9000000", "GNU.sparse.name": "Files/sparse"}
    )
    timed = entry("Files/\u00e4" + "long" * 60, b"timed", mode=0o4750, mtime=1_600_000_000)
    await import_tar(io.BytesIO(archive(*LINUX, sparse, timed)), tmp_path / "layer", names=NameRules.LINUX)
    await export_tar(tmp_path / "layer", tmp_path / "out.tar", compression=compression)
    (tmp_path / "read").mkdir()
    quiet = ["--warning=no-unknown-keyword"] if reader == "tar" else []
    await anyio.run_process([reader, *quiet, "-xpf", "out.tar", "-C", "read"], cwd=tmp_path)
    assert seen(tmp_path / "layer/Files") == seen(tmp_path / "read/Files")
    assert (tmp_path / "read/Files/etc/twin").samefile(tmp_path / "read/Files/etc/passwd")
    assert 9_000_000 == (tmp_path / "read/Files/sparse").stat().st_size
    if reader == "tar":
        await anyio.run_process(["tar", *quiet, "-df", "out.tar", "-C", "layer"], cwd=tmp_path)


def seen(top: Path) -> list[tuple[object, ...]]:
    """Names, modes, times, targets and contents of a tree."""
    return [
        (
            path.relative_to(top).as_posix(),
            path.lstat().st_mode,
            path.lstat().st_mtime_ns if path.is_file() and not path.is_symlink() else 0,
            path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(top.rglob("*"))
    ]


GROWTH = """
import re, sys, anyio
from hcsffi.storage.oci import export_tar, import_tar
sys.path[:0] = sys.argv[2:]
from layer_archives import block, folder
def peak_kib():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
async def large():
    yield folder("Files") + block("Files/large", size=160 << 20)
    for _ in range(160):
        yield bytes(1 << 20)
    yield bytes(1024)
async def main():
    await import_tar(large(), sys.argv[1])
    with open("/dev/null", "wb") as nowhere:
        await export_tar(sys.argv[1], nowhere)
before = peak_kib()
anyio.run(main)
print((peak_kib() - before) // 1024)
"""
"""A process that takes a file of 160 MiB in and gives it out, and says by how many MiB it has grown."""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from Linux's own list")
def test_memory_stays_flat_however_large_a_file_is(tmp_path: Path) -> None:
    """A layer may be larger than the machine; the promise is 64 MiB beside the interpreter."""
    words = [sys.executable, "-c", GROWTH, str(tmp_path / "layer"), str(Path(layer_archives.__file__).parent)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    assert int(done.stdout) < 64


async def test_limits_are_counted_while_it_is_read(tmp_path: Path) -> None:
    """A bomb is stopped by what comes out of it, not by what it says of itself."""
    bomb = gzip.compress(archive(folder("Files"), entry("Files/zeroes", bytes(80 << 20))))
    with pytest.raises(ArchiveRefused) as refused:
        await import_tar(io.BytesIO(bomb), tmp_path / "layer", limits=ArchiveLimits(ratio=100))
    assert Rule.RATIO is refused.value.rule
    assert [] == names_in(tmp_path)


async def test_progress_is_told_on_the_loops_own_thread_and_ends_with_the_whole(tmp_path: Path) -> None:
    """A progress bar may draw where it is told, and what it shows last is true."""
    told: list[tuple[int, Progress]] = []

    def listen(progress: Progress) -> None:
        told.append((threading.get_ident(), progress))

    done = await import_tar(io.BytesIO(LAYER), tmp_path / "layer", progress=listen)
    assert {threading.get_ident()} == {thread for thread, _ in told}
    assert ("import", "", done.entries) == (told[-1][1].phase, told[-1][1].path, told[-1][1].files)
    told.clear()
    await export_tar(tmp_path / "layer", io.BytesIO(), progress=listen)
    assert ("export", done.entries) == (told[-1][1].phase, told[-1][1].files)


async def test_a_listener_that_raises_ends_the_import_and_leaves_nothing(tmp_path: Path) -> None:
    """An error in a progress bar is an error of the program, not a reason for half a layer."""

    def listen(_: Progress) -> None:
        raise KeyError("bar")

    with pytest.raises(KeyError):
        await import_tar(io.BytesIO(LAYER), tmp_path / "layer", progress=listen)
    assert [] == names_in(tmp_path)
