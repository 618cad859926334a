"""A layer of Linux files as a Windows layer and back, archive to archive, as buildkit does it when it builds Windows images on Linux.

Everything goes below ``Files``, link targets too, an empty ``Hives`` is added, and files and directories get attributes, a fixed descriptor
and their kind in the mode. What buildkit writes of the moment, the times of ``Hives`` and ``Files``, is the beginning of time
here. On the way back only what is below ``Files`` is kept, without Windows' records.
"""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from hcsffi.storage.oci import feed as feeding
from hcsffi.storage.oci import security
from hcsffi.storage.oci.archive import Archive
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, SYMLINK, Entry
from hcsffi.storage.oci.exporting import ArchiveContent, Exported, finish_archive, write_entry
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import FILES, HIVES, NameRules, Naming
from hcsffi.storage.oci.plain_reader import EMPTY
from hcsffi.storage.oci.sink import ByteSender, Compression, Target, opened_sink

if TYPE_CHECKING:
    from collections.abc import Callable

    from anyio.from_thread import BlockingPortal

    from hcsffi.storage.oci.feed import Stream
    from hcsffi.storage.oci.halt import Halt
    from hcsffi.storage.oci.sink import ArchiveSink

_PREFIX = f"{FILES}/"
_FOLDER_ATTRIBUTES = 0x10
_FILE_ATTRIBUTES = 0x20


def _wrapped(entry: Entry, path: str) -> bool:
    entry.name = _PREFIX + path
    if entry.kind in {LINK, SYMLINK}:
        entry.target = _PREFIX + entry.target
    entry.creation_ns = entry.write_ns
    if entry.kind == FOLDER:
        entry.mode |= stat.S_IFDIR
        entry.attributes, entry.security = _FOLDER_ATTRIBUTES, security.FOR_FOLDERS
    elif entry.kind == FILE:
        entry.mode |= stat.S_IFREG
        entry.attributes, entry.security = _FILE_ATTRIBUTES, security.FOR_FILES
    return True


def _unwrapped(entry: Entry, path: str) -> bool:
    if not path.startswith(_PREFIX):
        return False
    entry.name = path[len(_PREFIX) :]
    if entry.kind in {LINK, SYMLINK}:
        entry.target = entry.target.removeprefix(_PREFIX)
    entry.attributes = entry.security = entry.creation_ns = entry.reparse = None
    entry.is_junction = False
    entry.extended = {}
    entry.pax = {key: value for key, value in entry.pax.items() if not key.startswith("MSWINDOWS.")}
    return True


def _tops(target: ArchiveSink) -> int:
    for name in (HIVES, FILES):
        write_entry(target, Entry(name, FOLDER, mode=stat.S_IFDIR, attributes=_FOLDER_ATTRIBUTES, creation_ns=0), EMPTY)
    return 2


def _convert(archive: Archive, naming: Naming, change: Callable[[Entry, str], bool], target: ArchiveSink, halt: Halt) -> int:
    count = 0
    while (entry := archive.following()) is not None:
        halt.check()
        path = naming.path_of(entry.name)
        if path and change(entry, path):
            write_entry(target, entry, ArchiveContent(archive, entry.size))
            count += 1
    archive.finish()
    return count


async def convert_layer(
    stream: Stream,
    target: Target,
    *,
    to: NameRules,
    compression: Compression | str = Compression.GZIP,
    limits: ArchiveLimits | None = None,
) -> Exported:
    """Write a layer archive of Linux files as one of a Windows layer, or what a Windows layer holds below ``Files`` as one of Linux files.

    Args:
        stream: the archive, of any kind `import_tar` takes.
        target: where the other one goes, of any kind `export_tar` takes.
        to: ``NameRules.WINDOWS`` wraps a layer of Linux files; ``NameRules.LINUX`` unwraps one and drops what is not below ``Files``.
        compression: ``""``, ``"gzip"`` or ``"zstd"``.
        limits: how much the archive may ask for.

    Returns:
        Digest, diff-id, size and media type of what was written.

    Raises:
        ArchiveRefused: the archive breaks a rule; a target that is a path is left as it was.
        OSError: the target takes no more.

    Blocks:
        A worker thread, as long as it takes, and three that read ahead and write.

    Cancellation:
        Stops between two entries or blocks.

    Source:
        buildkit, util/winlayers.
    """
    allowed, how = limits or ArchiveLimits(), Compression(compression)
    wraps = to is NameRules.WINDOWS

    def work(halt: Halt, portal: BlockingPortal | None) -> Exported:
        with feeding.opened_feed(stream, allowed, halt, portal) as feed, opened_sink(target, how, None, halt, portal) as sink:
            archive = Archive(feed, allowed, may_lack_end=False)
            naming = Naming(NameRules.LINUX, allowed)
            count = _tops(sink) if wraps else 0
            count += _convert(archive, naming, _wrapped if wraps else _unwrapped, sink, halt)
            return finish_archive(sink, count, how)

    return await feeding.with_portal(work, is_asynchronous=feeding.is_asynchronous(stream) or isinstance(target, ByteSender))
