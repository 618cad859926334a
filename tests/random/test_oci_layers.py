"""Layers nobody thought of: archive to folder to archive without a byte of difference, and headers of any bytes that break nothing."""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcsffi.storage.oci import entry as entries
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, SYMLINK, Entry
from hcsffi.storage.oci.exporting import ExportOptions, run_export
from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.folder_form import LayerForm
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.importing import ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules, folded
from hcsffi.storage.oci.refusal import ArchiveRefused
from hcsffi.storage.oci.sink import Compression, opened_sink

from layer_archives import archive, block, folder, padded, record

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
RULES = NameRules.WINDOWS


def import_here(content: bytes, layer: Path, form: LayerForm, *parents: Path, names: NameRules = RULES) -> None:
    """Import on this thread."""
    options = ImportOptions(
        parents=tuple(map(str, parents)),
        names=names,
        limits=ArchiveLimits(header_bytes=1 << 16, file_bytes=1 << 20),
        durable=False,
        digest=None,
        diff_id=None,
        prefix="",
        progress=None,
        form=form,
    )
    halt = Halt()
    try:
        with opened_feed(io.BytesIO(content), options.limits, halt, None) as feed:
            run_import(feed, str(layer), options, halt)
    finally:
        halt.close()


def exported(layer: Path) -> bytes:
    """Export on this thread."""
    target, halt = io.BytesIO(), Halt()
    with opened_sink(target, Compression.NONE, None, halt, None) as sink:
        run_export(str(layer), sink, ExportOptions(parents=(), compression=Compression.NONE, level=None, progress=None), halt)
    halt.close()
    return target.getvalue()


@contextlib.contextmanager
def new_folder() -> Iterator[Path]:
    """A folder for one example."""
    root = Path(tempfile.mkdtemp(prefix="hcsffi-layers-"))
    try:
        yield root
    finally:
        shutil.rmtree(root)


LETTERS = st.sampled_from([*"abcXYZ09_-~#", "\u00e4", "\u4e2d", "\U0001f600"])
STEPS = st.text(LETTERS, min_size=1, max_size=12) | st.text(LETTERS, min_size=30, max_size=45)
PATHS = st.lists(STEPS, min_size=1, max_size=4)
TICKS = st.integers(0, 2**33 * 10**7).map(lambda ticks: ticks * 100)
BYTES = st.binary(max_size=40)
TARGETS = st.text(LETTERS | st.sampled_from("\\/"), min_size=1, max_size=120)


@st.composite
def facts(draw: st.DrawFn, name: str, kind: bytes) -> Entry:
    """What may be known about one file."""
    maybe = st.none() | TICKS
    one = Entry(name, kind, mode=draw(st.integers(0, 0o777)), write_ns=draw(TICKS))
    one.access_ns, one.change_ns, one.creation_ns = draw(maybe), draw(maybe), draw(maybe)
    if draw(st.booleans()):
        one.attributes = draw(st.integers(0, 2**32 - 1))
        one.security = draw(st.none() | BYTES)
        one.extended = draw(st.dictionaries(st.text("ABC.$", min_size=1, max_size=8), BYTES, max_size=2))
    one.uid, one.gid = draw(st.sampled_from([0, 1, 1000, 3_000_000])), draw(st.sampled_from([0, 7]))
    one.pax = draw(
        st.dictionaries(st.text("abc.", min_size=1, max_size=6).map("OTHER.".__add__), st.text(min_size=1, max_size=9), max_size=2)
    )
    if kind == SYMLINK:
        one.target = draw(TARGETS).replace("..", "x")
        one.is_junction = draw(st.booleans())
    return one


class Layer:
    """A layer as this library would write it: units that stay together, each with the place it has in the archive."""

    def __init__(self) -> None:
        self.units: dict[tuple[bytes, ...], bytes] = {}
        self.after: dict[tuple[bytes, ...], tuple[bytes, ...]] = {}

    def written(self) -> bytes:
        """The archive in its own order."""
        tops = [key for key in ((b"Hives",), (b"Files",)) if key in self.units]
        rest = sorted(key for key in self.units if key not in tops)
        return archive(*(self.units[key] for key in [*tops, *rest]))

    def shuffled(self, seed: int) -> bytes:
        """The archive in another order: only links stay behind their files."""
        keys = list(self.units)
        random.Random(seed).shuffle(keys)
        keys.sort(key=lambda key: key in self.after)
        return archive(*(self.units[key] for key in keys))


def key_of(path: str) -> tuple[bytes, ...]:
    """Where a path stands: names are compared by their bytes, a directory comes before what is in it."""
    return tuple(step.encode() for step in path.split("/"))


def unit(one: Entry, content: bytes = b"") -> bytes:
    """An entry with its content."""
    one.size = len(content)
    return entries.header_bytes(one) + padded(content)


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    """A layer over a parent that has the file ``Files/lower/file``."""
    made = Layer()
    kinds: dict[str, bytes] = {"Files": FOLDER}
    spelled = {folded("Files")}
    files: list[str] = []
    made.units[key_of("Files")] = unit(draw(facts("Files", FOLDER)))
    for steps in draw(st.lists(PATHS, max_size=8)):
        for depth in range(1, len(steps) + 1):
            path = "/".join(["Files", *steps[:depth]])
            parent = path.rpartition("/")[0]
            if kinds.get(parent) != FOLDER or folded(path) in spelled or steps[0] == "lower":
                break
            kind = FOLDER if depth < len(steps) else draw(st.sampled_from([FILE, FILE, FOLDER, SYMLINK, LINK]))
            kinds[path] = kind
            spelled.add(folded(path))
            if kind == LINK:
                earlier = [one for one in files if key_of(one) < key_of(path)]
                target = draw(st.sampled_from([*earlier, "Files/lower/file"]))
                made.units[key_of(path)] = unit(Entry(path, LINK, target=target))
                made.after[key_of(path)] = key_of(target)
                continue
            one = draw(facts(path, kind))
            content = draw(st.binary(max_size=1500)) if kind == FILE else b""
            whole = unit(one, content)
            if kind == FILE:
                files.append(path)
            if kind != SYMLINK:
                for stream in sorted(
                    draw(st.sets(st.text("stre.am", min_size=1, max_size=5).filter(lambda text: not text.endswith(".")), max_size=2))
                ):
                    whole += unit(Entry(f"{path}:{stream}", FILE, mode=one.mode, write_ns=one.write_ns), draw(BYTES))
            made.units[key_of(path)] = whole
    hidden = draw(st.sets(st.sampled_from(["gone", "lost"]), max_size=2))
    made.units[key_of("Files")] += b"".join(unit(Entry(f"Files/.wh.{name}", FILE)) for name in sorted(hidden - {p[6:] for p in kinds}))
    return made


LOWER = archive(folder("Files"), folder("Files/lower"), block("Files/lower/file"), folder("Files/gone"))
FORMS = [LayerForm.PLAIN, LayerForm.TRANSPORT]


@pytest.mark.parametrize("form", FORMS)
@SLOW
@given(layer=layers(), seed=st.integers(0, 2**32))
def test_an_archive_in_any_order_becomes_a_layer_that_gives_it_back(form: LayerForm, layer: Layer, seed: int) -> None:
    """Entries, links, whiteouts, streams, attributes, four times: byte for byte what this library would have written."""
    with new_folder() as root:
        import_here(LOWER, root / "lower", form)
        import_here(layer.shuffled(seed), root / "layer", form, root / "lower")
        assert layer.written() == exported(root / "layer")


def tree_of(folder_: Path) -> dict[str, tuple[int, int, bytes]]:
    """Mode, time and content of everything in a layer's folder."""
    found = {}
    for path in sorted(folder_.rglob("*")):
        status = path.lstat()
        is_own = path.parent == folder_ and path.name.endswith((".json", ".txt"))
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder_).as_posix()] = (status.st_mode, 0 if is_own else status.st_mtime_ns, content)
    return found


@pytest.mark.parametrize("form", FORMS)
@SLOW
@given(layer=layers())
def test_a_layer_that_went_through_an_archive_is_the_same_folder(form: LayerForm, layer: Layer) -> None:
    """Files, modes, times, links and every line of the sidecar."""
    with new_folder() as root:
        import_here(LOWER, root / "lower", form)
        import_here(layer.written(), root / "first", form, root / "lower")
        import_here(exported(root / "first"), root / "second", form, root / "lower")
        first, second = tree_of(root / "first"), tree_of(root / "second")
        assert first == second
        shared = [path for path in first if (root / "first" / path).lstat().st_nlink > 1 and path in second]
        assert shared == [path for path in second if (root / "second" / path).lstat().st_nlink > 1]


NASTY = st.sampled_from(
    [b"Files", b"Files/", b"Files/a", b"Files/a/b", b"Files/a:b", b"Files/.wh.a", b"Files/.wh..wh..opq", b"..", b"/", b"UtilityVM"]
)
RAW_NAMES = NASTY | st.binary(max_size=100).map(lambda name: name.replace(b"\0", b"x")) | st.binary(max_size=40).map(b"Files/".__add__)
RECORD_NAMES = st.sampled_from(
    ["path", "linkpath", "size", "mtime", "atime", "ctime", "uid", "gid", "MSWINDOWS.rawsd", "MSWINDOWS.fileattr", "MSWINDOWS.mountpoint",
     "MSWINDOWS.xattr.A", "MSWINDOWS.reparse", "LIBARCHIVE.creationtime", "SCHILY.xattr.user.a", "GNU.sparse.major", "GNU.sparse.map",
     "GNU.sparse.size", "GNU.sparse.realsize", "GNU.sparse.name", "GNU.sparse.offset", "GNU.sparse.numbytes", "hdrcharset"]
)  # fmt: skip
VALUES = st.sampled_from(
    [b"0", b"1", b"-1", b"512", b"0,10", b"99999999999999999999", b"1.5", b"Files/a", b"AAAA", b"AAAAAAAAAAA="]
) | st.binary(max_size=30)
FIELDS = st.none() | st.binary(min_size=8, max_size=8)


@st.composite
def raw_entries(draw: st.DrawFn) -> bytes:
    """One header of any bytes with a checksum that is right, records of any kind before it, content of any size behind it."""
    before = b""
    if draw(st.booleans()):
        written = b"".join(record(key, value) for key, value in draw(st.lists(st.tuples(RECORD_NAMES, VALUES), max_size=4)))
        written = written[: draw(st.integers(0, len(written)))] if draw(st.integers(0, 9)) == 0 else written
        before = block("x", draw(st.sampled_from([b"x", b"g", b"L", b"K"])), len(written)) + padded(written)
    content = draw(st.binary(max_size=700))
    size = draw(st.sampled_from([len(content), len(content), 0, 8_000_000]))
    kind = draw(st.sampled_from([b"0", b"0", b"5", b"1", b"2", b"\0", b"7", b"S", b"3", b"6", b"Z", b"D"]))
    link = draw(RAW_NAMES)[:100]
    magic = draw(st.sampled_from([b"ustar\x0000", b"ustar  \0", b"\0" * 8]))
    tail = draw(st.just(b"") | st.binary(max_size=235))
    head = block(
        draw(RAW_NAMES)[:100], kind, size, link, magic=magic, tail=tail, mode_field=draw(FIELDS), mtime=draw(st.integers(0, 2**33 - 1))
    )
    return before + head + padded(content)


@pytest.mark.parametrize("names", [NameRules.WINDOWS, *([] if sys.platform == "win32" else [NameRules.LINUX])])
@pytest.mark.parametrize("form", FORMS)
@settings(SLOW, max_examples=40)
@given(pieces=st.lists(raw_entries(), max_size=5), cut=st.integers(0, 20))
def test_headers_of_any_bytes_are_read_or_refused(form: LayerForm, names: NameRules, pieces: list[bytes], cut: int) -> None:
    """Neither another exception nor a file outside the layer, whatever a header says; what was read can be written and read again."""
    content = archive(folder("Files"), *pieces)
    content = content[: len(content) - cut * 97] if cut > 15 else content
    with new_folder() as root:
        (root / "canary").write_bytes(b"untouched")
        (root / "layers").mkdir()
        try:
            import_here(content, root / "layers/layer", form, names=names)
        except ArchiveRefused:
            assert [] == list((root / "layers").iterdir())
        else:
            assert [root / "layers/layer"] == list((root / "layers").iterdir())
            once = exported(root / "layers/layer")
            import_here(once, root / "layers/again", form, names=names)
            assert once == exported(root / "layers/again")
        assert {"canary", "layers"} == {one.name for one in root.iterdir()}
        assert b"untouched" == (root / "canary").read_bytes()
