"""Small files are packed in C, all others in Python: nobody can tell from the archive which of the two it was."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcsffi.native.packing import LARGEST_BYTES, ROOM_BYTES, FilePacker, PackingEnd
from hcsffi.storage.oci.exporting import ExportOptions, run_export
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.refusal import Rule
from hcsffi.storage.oci.sink import Compression, opened_sink

if TYPE_CHECKING:
    from collections.abc import Callable

    Script = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(not FilePacker.works, reason="files are packed in C on Linux alone, where their names are UTF-8")


def exported(layer: Path) -> tuple[int, bytes]:
    """Export on this thread: how many entries, and the archive."""
    target, halt = io.BytesIO(), Halt()
    with opened_sink(target, Compression.NONE, None, halt, None) as sink:
        done = run_export(str(layer), sink, ExportOptions(parents=(), compression=Compression.NONE, level=None, progress=None), halt)
    halt.close()
    return done.entries, target.getvalue()


def assert_same_either_way(layer: Path) -> None:
    """Export a layer with C and without."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FilePacker, "works", False)
        expected = exported(layer)
    assert expected == exported(layer)


def fill(folder: Path) -> None:
    """One of every kind of file that a layer can have, in the order in which C and Python take turns."""
    for size in (0, 1, 511, 512, 513, LARGEST_BYTES, LARGEST_BYTES + 1):
        (folder / f"size{size:07d}").write_bytes(b"x" * size)
    (folder / "a folder").mkdir()
    (folder / "a folder/below").write_bytes(b"below")
    (folder / "an empty folder").mkdir()
    (folder / "link").symlink_to("size0000001")
    (folder / "link to nothing").symlink_to("nothing")
    (folder / "twin").hardlink_to(folder / "size0000512")
    os.mkfifo(folder / "pipe")
    (folder / "mode").write_bytes(b"")
    (folder / "mode").chmod(0o4751)
    for length in (93, 94, 95, 200, 255):  # the field holds 100 bytes, of which "Files/" takes six
        (folder / ("n" * length)).write_bytes(b"long")
    (folder / "Stra\u00dfe-\u4e2d-\U0001f600").write_bytes(b"umlaut")
    (folder / os.fsdecode(b"no \xff\x80 UTF-8")).write_bytes(b"bytes")
    (folder / "line\nend").write_bytes(b"")
    with (folder / "hole").open("wb") as opened:
        opened.truncate(70_000)
        opened.seek(20_000)
        opened.write(b"data")
    for place, moment in enumerate((0, 1, 10, 999_999_999, 1_600_000_000_250_000_000, 8_589_934_591 * 10**9 + 1, -(10**9), -1)):
        (folder / f"time{place}").write_bytes(b"t")
        os.utime(folder / f"time{place}", ns=(moment, moment))
    with_attribute = folder / "attribute"
    with_attribute.write_bytes(b"with")
    try:
        os.setxattr(with_attribute, "user.note", b"kept")
    except OSError:  # the file system has none: one more small file
        with_attribute.write_bytes(b"without")


def test_every_kind_of_file_gives_the_same_bytes_either_way(tmp_path: Path) -> None:
    """Whoever compares digests of layers must not see whether a file was small; more than one block is filled, too."""
    files = tmp_path / "layer/Files"
    files.mkdir(parents=True)
    fill(files)
    (files / "a folder/once more").mkdir()
    fill(files / "a folder/once more")
    for place in range(40):
        (files / f"many{place}").write_bytes(os.urandom(ROOM_BYTES // 20))
    assert_same_either_way(tmp_path / "layer")


def test_what_the_sidecar_says_of_a_file_is_not_lost(tmp_path: Path) -> None:
    """Between files of which nothing is said stands one with attributes, one that the parents have, and one that was a folder there."""
    files = tmp_path / "layer/Files"
    files.mkdir(parents=True)
    for name in "abcdefg":
        (files / name).write_bytes(name.encode())
    lines = ('{"path":"Files/c","attributes":33}', '{"path":"Files/dd","link":"Files/elsewhere"}')
    (tmp_path / "layer/hcsffi-layer.json").write_text("".join(f"{line}\n" for line in lines))
    (tmp_path / "layer/tombstones.txt").write_bytes(b"\xef\xbb\xbfVersion 1.0\n\\e\\gone\n\\h\n")
    assert_same_either_way(tmp_path / "layer")
    entries, archive = exported(tmp_path / "layer")
    assert 11 == entries
    assert archive.index(b"Files/e/.wh.gone") < archive.index(b"Files/f\0")


NAMES = st.binary(min_size=1, max_size=60).filter(lambda name: not {0, 0x2F} & set(name) and name not in {b".", b".."})
MOMENTS = st.integers(0, 2**33 * 10**9) | st.integers(0, 2**33).map(lambda seconds: seconds * 10**9)


@given(
    files=st.dictionaries(NAMES, st.tuples(st.binary(max_size=1200), MOMENTS, st.integers(0, 0o7777)), max_size=12), depth=st.integers(0, 3)
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_names_times_and_modes_give_the_same_bytes_either_way(files: dict[bytes, tuple[bytes, int, int]], depth: int) -> None:
    """Names of any bytes, at depths where the field for names becomes too short."""
    root = Path(tempfile.mkdtemp(prefix="hcsffi-packing-"))
    try:
        folder = root.joinpath("layer/Files", *["deeper" * 5] * depth)
        folder.mkdir(parents=True)
        for name, (content, moment, mode) in files.items():
            one = folder / os.fsdecode(name)
            one.write_bytes(content)
            one.chmod(mode | 0o400)
            os.utime(one, ns=(moment, moment))
        assert_same_either_way(root / "layer")
    finally:
        shutil.rmtree(root)


def test_packing_ends_where_a_file_does_not_fit(tmp_path: Path) -> None:
    """A block is no larger than it was said to be, and what follows is packed by the next call."""
    names = [f"file{place:02d}" for place in range(12)]
    for name in names:
        (tmp_path / name).write_bytes(bytes(LARGEST_BYTES))
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        packer = FilePacker((os.geteuid(), os.getegid()))
        first = packer.pack(folder, "Files", names)
        rest = packer.pack(folder, "Files", names[first.files :])
    finally:
        os.close(folder)
    assert (PackingEnd.FULL, PackingEnd.ALL, len(names)) == (first.ending, rest.ending, first.files + rest.files)
    assert len(first.block) <= ROOM_BYTES
    assert len(names) * LARGEST_BYTES == first.content_bytes + rest.content_bytes


BETWEEN = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
/* Whatever reads a file whose name ends with "bad": EIO, or an end before its end. */
ssize_t read(int descriptor, void *to, size_t size) {
    ssize_t (*real)(int, void *, size_t) = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path);
    if (length > 3 && memcmp(path + length - 3, "bad", 3) == 0) {
        if (FAILS) { errno = EIO; return -1; }
        return 0;
    }
    return real(descriptor, to, size);
}
"""
SHORTER = f"{Rule.TRUNCATED.value} (the file has become shorter while it was read)"


@pytest.mark.parametrize(
    ("fails", "expected"), [(1, "OSError: [Errno 5] Input/output error"), (0, f"ArchiveRefused: 'Files/bad': {SHORTER}")]
)
@pytest.mark.parametrize("works", [True, False])
def test_a_small_file_that_cannot_be_read_whole_ends_the_export(
    script: Script, tmp_path: Path, fails: int, expected: str, *, works: bool
) -> None:
    """Zeroes in its place would be another layer under the same name; said alike by C and by Python."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("puts itself between and read, which needs a C compiler")
    (tmp_path / "between.c").write_text(BETWEEN)
    between = tmp_path / "between.so"
    subprocess.run([compiler, f"-DFAILS={fails}", "-shared", "-fPIC", "-o", between, tmp_path / "between.c", "-ldl"], check=True)
    (tmp_path / "layer/Files").mkdir(parents=True)
    for name in ("aa", "bad", "cc"):
        (tmp_path / "layer/Files" / name).write_bytes(b"content")
    done = script(
        f"""
    import anyio
    from hcsffi.native.packing import FilePacker
    from hcsffi.storage.oci import export_tar
    FilePacker.works = {works}
    try:
        anyio.run(export_tar, {str(tmp_path / "layer")!r}, {str(tmp_path / "out.tar")!r})
    except Exception as error:
        print(f"{{type(error).__name__}}: {{error}}")
    """,
        LD_PRELOAD=f"{os.environ.get('LD_PRELOAD', '')} {between}".strip(),  # a sanitizer that is preloaded already must stay first
    )
    assert f"{expected}\n" == done.stdout, done.stderr[-2000:]
    assert not (tmp_path / "out.tar").exists()
