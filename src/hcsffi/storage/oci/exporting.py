"""A layer's folder becomes an archive: the same folder gives the same bytes, on every machine and at any time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from attrs import frozen

from hcsffi.storage.oci import entry as entries
from hcsffi.storage.oci import feed as feeding
from hcsffi.storage.oci import header, sink
from hcsffi.storage.oci.account import Account
from hcsffi.storage.oci.entry import FILE, Entry
from hcsffi.storage.oci.header import BLOCK
from hcsffi.storage.oci.importing import MEDIA_TYPES
from hcsffi.storage.oci.parents import Parents
from hcsffi.storage.oci.plain_reader import Content, PlainReader
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.run import Run
from hcsffi.storage.oci.sink import ArchiveSink, ByteSender, Compression, Target
from hcsffi.storage.oci.transport_reader import TransportReader, is_transport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from anyio.from_thread import BlockingPortal

    from hcsffi.storage.oci.archive import Archive
    from hcsffi.storage.oci.halt import Halt
    from hcsffi.storage.progress import Listener

_END = bytes(2 * BLOCK)


@frozen(kw_only=True)
class Exported:
    """What an export has written.

    Args:
        digest: of the archive as it was written, compressed or not.
        diff_id: of the uncompressed archive.
        size: bytes of the archive as it was written.
        media_type: OCI's name of an archive so compressed.
        entries: how many entries it has, streams and whiteouts included.
        unpacked_bytes: bytes of the uncompressed archive.
    """

    digest: str
    diff_id: str
    size: int
    media_type: str
    entries: int
    unpacked_bytes: int


@frozen(kw_only=True)
class ExportOptions:
    """How one export is done; the arguments of `export_tar`."""

    parents: tuple[str, ...]
    compression: Compression
    level: int | None
    progress: Listener | None


class ArchiveContent:
    """What an entry of another archive holds, to be taken in the order in which it stands there.

    Args:
        archive: which has just brought the entry.
        size: how many bytes the entry has.
    """

    def __init__(self, archive: Archive, size: int) -> None:
        self.size = size
        self._blocks = archive.content()
        self._rest = memoryview(b"")

    def pieces(self, begin: int, size: int, name: str) -> Iterator[bytes]:
        """Yield the next bytes.

        Raises:
            ArchiveRefused: there are fewer.
        """
        del begin  # pieces are asked for in their order
        missing = size
        while missing:
            self._rest = self._rest or next(self._blocks, memoryview(b""))
            if not self._rest:
                raise ArchiveRefused(Rule.TRUNCATED, name)
            part = self._rest[:missing]
            self._rest = self._rest[len(part) :]
            missing -= len(part)
            yield part.tobytes()


def write_entry(target: ArchiveSink, entry: Entry, content: Content | ArchiveContent) -> None:
    """Write one entry: its headers, its content, and zeroes to the next block."""
    if entry.holes is not None:
        _write_sparse(target, entry, content)
        return
    target.write(entries.header_bytes(entry))
    if entry.size:
        for piece in content.pieces(0, entry.size, entry.name):
            target.write(piece)
        if rest := -entry.size % BLOCK:
            target.write(bytes(rest))


def _write_sparse(target: ArchiveSink, entry: Entry, content: Content | ArchiveContent) -> None:
    """Write a file with holes as GNU tar's newest form has it, which bsdtar and Go read, too."""
    holes = list(entry.holes or [])
    if not holes or sum(holes[-1]) < entry.size:
        holes.append((entry.size, 0))  # GNU tar ends a file behind its last piece, whatever size the records say
    lines = [len(holes), *(number for hole in holes for number in hole)]
    leading = "".join(f"{number}\n" for number in lines).encode()
    leading += bytes(header.padding(len(leading)))
    stored = sum(size for _, size in holes)
    leaf = entry.name.rpartition("/")[2]
    written = Entry(f"GNUSparseFile.0/{leaf}", FILE, len(leading) + stored, "", entry.mode, entry.uid, entry.gid, entry.write_ns)
    written.access_ns, written.change_ns, written.creation_ns = entry.access_ns, entry.change_ns, entry.creation_ns
    written.attributes, written.security = entry.attributes, entry.security
    written.extended, written.xattrs = entry.extended, entry.xattrs
    written.pax = entry.pax | {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": entry.name,
        "GNU.sparse.realsize": str(entry.size),
    }
    target.write(entries.header_bytes(written))
    target.write(leading)
    for begin, size in holes:
        for piece in content.pieces(begin, size, entry.name):
            target.write(piece)
    target.write(bytes(header.padding(stored)))


def _check_links(reader: PlainReader, paths: tuple[str, ...]) -> None:
    """Refuse a layer whose hard links lead to nothing in the parents it is exported over."""
    if not paths or not reader.links:
        return
    below = Parents(paths)
    try:
        for path, target in reader.links.items():
            if below.find(target) is None:
                raise ArchiveRefused(Rule.LINK_MISSING, path, target)
    finally:
        below.close()


def run_export(layer: str, target: ArchiveSink, options: ExportOptions, halt: Halt) -> Exported:
    """Write a layer's entries to a sink, which is the caller's to close.

    Raises:
        ArchiveRefused: the folder holds what no archive of a layer can.
        OSError: a file cannot be read, or the target takes no more.
    """
    reader = TransportReader(layer) if is_transport(layer) else PlainReader(layer)
    account = Account(options.progress, "export")
    count = 0
    written = 0
    try:
        _check_links(reader, options.parents)
        for one in reader.entries():
            halt.check()
            if isinstance(one, Run):
                name, files, size = one.last, one.packed.files, one.packed.content_bytes
                target.write(one.packed.block)
            else:
                name, files, size = one[0].name, 1, one[0].size
                write_entry(target, *one)
            count += files
            written += size
            account.tell(name, count, written)
        account.close(count, written)
    finally:
        reader.close()
    return finish_archive(target, count, options.compression)


def finish_archive(target: ArchiveSink, entries: int, compression: Compression) -> Exported:
    """Write the end marker and wait until all is written; return what it has become."""
    target.write(_END)
    target.finish()
    return Exported(
        digest=str(target.compressed),
        diff_id=str(target.uncompressed),
        size=target.compressed.size,
        media_type=MEDIA_TYPES[compression.value],
        entries=entries,
        unpacked_bytes=target.uncompressed.size,
    )


async def export_tar(
    layer: str | os.PathLike[str],
    stream: Target,
    *,
    parents: Sequence[str | os.PathLike[str]] = (),
    compression: Compression | str = Compression.NONE,
    level: int | None = None,
    progress: Listener | None = None,
) -> Exported:
    """Write a layer's folder as an archive, the same bytes each time.

    Args:
        layer: the folder, of plain files or as HcsExportLayer fills it; what lies in it beside a layer's own names is left out.
        stream: where the archive goes: a path, a binary file or pipe, or a byte stream of anyio. A path is staged beside and renamed.
        parents: the folders of the layers below, nearest first: given, hard links into them are looked for.
        compression: ``""``, ``"gzip"`` or ``"zstd"``.
        level: how hard to compress; ``None`` for the usual.
        progress: told now and then, on the event loop's thread, which entry was written and how many bytes; what it raises ends the export.

    Returns:
        Digest, diff-id, size and media type.

    Raises:
        ArchiveRefused: the folder holds a device, or its sidecar is malformed; or zstd is asked for and not installed.
        OSError: a file cannot be read, or the target takes no more.

    Blocks:
        A worker thread, as long as the export takes, and one that compresses and writes.

    Cancellation:
        Stops between two blocks of small files, entries, or blocks of a large one; a path that was given keeps what it had.

    Source:
        NameRules and records as go-winio and buildkit write them; the order is this library's own.
    """
    options = ExportOptions(
        parents=tuple(os.fspath(one) for one in parents),
        compression=Compression(compression),
        level=level,
        progress=progress,
    )
    whole = os.fspath(layer)

    def work(halt: Halt, portal: BlockingPortal | None) -> Exported:
        with sink.opened_sink(stream, options.compression, options.level, halt, portal) as target:
            return run_export(whole, target, options, halt)

    return await feeding.with_portal(work, is_asynchronous=isinstance(stream, ByteSender))
