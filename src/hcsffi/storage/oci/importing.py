"""An archive becomes a layer's folder: staged in a private directory beside it, and renamed when every rule has been kept.

The folder does not exist before and is whole afterwards, or does not exist at all. Entries may come in any order that shipping writers use;
what depends on all of them - opaque directories, links that lead out through other links - is looked at when the last one has come.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from hcsffi.storage.oci import feed as feeding
from hcsffi.storage.oci import leaving, parents
from hcsffi.storage.oci.account import Account
from hcsffi.storage.oci.archive import Archive
from hcsffi.storage.oci.entry import FILE, FOLDER, LINK, PIPE, SYMLINK, Entry
from hcsffi.storage.oci.folder_form import LayerForm
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import HIVES, NameRules, Naming, check_place, folded, top_of
from hcsffi.storage.oci.parents import Parents
from hcsffi.storage.oci.plain import PlainFolder
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.staging import staged
from hcsffi.storage.oci.transport import TransportFolder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from anyio.from_thread import BlockingPortal

    from hcsffi.storage.oci.feed import Feed, Stream
    from hcsffi.storage.oci.folder_form import FilledFolder
    from hcsffi.storage.oci.halt import Halt
    from hcsffi.storage.progress import Listener

MEDIA_TYPES: Final = {
    "": "application/vnd.oci.image.layer.v1.tar",
    "gzip": "application/vnd.oci.image.layer.v1.tar+gzip",
    "zstd": "application/vnd.oci.image.layer.v1.tar+zstd",
}
WHITEOUT: Final = ".wh."
OPAQUE: Final = ".wh..wh..opq"
_CHECK_EVERY = 64


@frozen(kw_only=True)
class Imported:
    """What an import has read and made.

    Args:
        digest: of the archive as it came, compressed or not.
        diff_id: of the uncompressed archive, what follows its end marker included.
        size: bytes of the archive as it came.
        media_type: OCI's name of an archive so compressed.
        entries: how many entries it had, streams and whiteouts included.
        unpacked_bytes: bytes of the uncompressed archive.
        deletions: what the layer hides of its parents, sorted.
    """

    digest: str
    diff_id: str
    size: int
    media_type: str
    entries: int
    unpacked_bytes: int
    deletions: tuple[str, ...]


class LayerImport:
    """Puts entries into a layer's folder, one after another, by the rules of an archive.

    Args:
        folder: what is filled.
        below: the parents.
        names: whose names the archive has.
        limits: how long names may be.
    """

    def __init__(self, folder: FilledFolder, below: Parents, names: NameRules, limits: ArchiveLimits) -> None:
        self._folder = folder
        self._below = below
        self._naming = Naming(names, limits)
        self._windows = names is NameRules.WINDOWS
        self._folders: dict[str, bool] = {}
        self._spelled: dict[str, str] = {}
        self._symlinks: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._twins: dict[str, str] = {}
        self._whiteouts: dict[str, str] = {}
        self._opaque: dict[str, str] = {}
        self._last = ""

    def add(self, entry: Entry, archive: Archive) -> None:
        """Put one entry in its place.

        Raises:
            ArchiveRefused: a rule forbids it.
        """
        name = entry.name
        path = self._naming.path_of(name)
        if not path:
            if entry.kind != FOLDER:
                raise ArchiveRefused(Rule.ROOT, name)
            return
        parent, _, leaf = path.rpartition("/")
        if leaf.startswith(WHITEOUT):
            self._hide(entry, path, parent, leaf)
            return
        if ":" in leaf and self._windows:
            self._add_stream(entry, path, archive)
            return
        check_place(path, name, is_folder=entry.kind == FOLDER)
        if parent and parent not in self._folders:
            self._imply(parent, name)
        if self._windows:
            self._spell(path, name)
        self._make(entry, path, archive)
        self._last = path

    def _make(self, entry: Entry, path: str, archive: Archive) -> None:
        if entry.kind == FILE:
            self._clear(path, entry.name)
            self._folder.make_file(entry, path, archive.content())
        elif entry.kind == FOLDER:
            self._add_folder(entry, path)
        elif entry.kind == SYMLINK:
            self._add_symlink(entry, path)
        elif entry.kind == LINK:
            self._add_link(entry, path)
        elif entry.kind == PIPE and not self._windows and sys.platform != "win32":
            self._clear(path, entry.name)
            self._folder.make_pipe(entry, path)
        else:
            raise ArchiveRefused(Rule.DEVICE, entry.name)

    def _spell(self, path: str, name: str) -> None:
        """Refuse a name that Windows would take for another one of this layer."""
        spelled = self._spelled.setdefault(folded(path), path)
        if spelled != path:
            raise ArchiveRefused(Rule.TWIN, name, spelled)

    def _imply(self, path: str, name: str) -> None:
        """Make the directories on the way that no entry has named; what the parents have there has to be directories, too."""
        parent = path.rpartition("/")[0]
        if parent and parent not in self._folders:
            self._imply(parent, name)
        if path in self._symlinks or path in self._links or path in self._twins or self._folder.kind_of(path) is not None:
            raise ArchiveRefused(Rule.THROUGH_LINK if path in self._symlinks else Rule.THROUGH_FILE, name, path)
        found = self._below.find(path)
        if found is not None and found.kind != parents.FOLDER:
            raise ArchiveRefused(Rule.THROUGH_LINK if found.kind == parents.SYMLINK else Rule.THROUGH_FILE, name, f"{path} of a parent")
        if self._windows:
            self._spell(path, name)
        self._folder.make_implied(path)
        self._folders[path] = False

    def _clear(self, path: str, name: str) -> None:
        """Make room for an entry: a later one of the same name replaces an earlier one, but never a directory that has entries."""
        self._links.pop(path, None)
        if path in self._folders:
            try:
                self._folder.remove(path)
            except OSError as error:
                raise ArchiveRefused(Rule.REPLACED_FOLDER, name) from error
            del self._folders[path]
        elif self._folder.kind_of(path) is not None:
            self._folder.remove(path)
            self._symlinks.pop(path, None)
            self._twins.pop(path, None)

    def _add_folder(self, entry: Entry, path: str) -> None:
        is_there = path in self._folders
        if not is_there:
            self._clear(path, entry.name)
        self._folder.make_folder(entry, path, is_there=is_there)
        self._folders[path] = True

    def _add_symlink(self, entry: Entry, path: str) -> None:
        if top_of(path) is None:
            raise ArchiveRefused(Rule.HIVE if path.startswith(HIVES) else Rule.TOP_LEVEL, entry.name)
        if not entry.target or "\0" in entry.target:
            raise ArchiveRefused(Rule.REPARSE, entry.name, "no target")
        self._clear(path, entry.name)
        self._folder.make_symlink(entry, path)
        self._symlinks[path] = entry.target

    def _add_link(self, entry: Entry, path: str) -> None:
        name = entry.name
        target = self._naming.path_of(entry.target)
        if not target or top_of(target) is None or top_of(target) != top_of(path):
            raise ArchiveRefused(Rule.LINK_PLACE, name, entry.target)
        if target == path:
            raise ArchiveRefused(Rule.LINK_MISSING, name, "itself")
        target = self._twins.get(target, self._links.get(target, target))
        if self._is_own(entry, target):
            self._clear(path, name)
            self._folder.make_link(path, target)
            self._twins[path] = target
            if target in self._symlinks:
                self._symlinks[path] = self._symlinks[target]
            return
        found = self._below.find(target)
        if found is None:
            raise ArchiveRefused(Rule.LINK_MISSING, name, entry.target)
        if found.kind != parents.FILE:
            raise ArchiveRefused(Rule.LINK_KIND, name, entry.target)
        self._clear(path, name)
        self._folder.note_link(path, target, found)
        self._links[path] = target

    def _is_own(self, entry: Entry, target: str) -> bool:
        """Whether a hard link's target is a file of this layer."""
        try:
            kind = self._folder.kind_of(target)
        except NotADirectoryError as error:
            raise ArchiveRefused(Rule.THROUGH_LINK, entry.name, entry.target) from error
        except FileNotFoundError:
            return False
        if kind == FOLDER:
            raise ArchiveRefused(Rule.LINK_KIND, entry.name, entry.target)
        return kind is not None

    def _add_stream(self, entry: Entry, path: str, archive: Archive) -> None:
        owner, _, stream = path.partition(":")
        if entry.kind != FILE or owner != self._last or top_of(owner) is None or owner in self._links or owner in self._symlinks:
            raise ArchiveRefused(Rule.STREAM_PLACE, entry.name)
        if entry.holes is not None:
            raise ArchiveRefused(Rule.SPARSE, entry.name, "an alternate stream")
        self._spell(path, entry.name)
        self._folder.add_stream(owner, stream, entry.size, archive.content())

    def _hide(self, entry: Entry, path: str, parent: str, leaf: str) -> None:
        name = entry.name
        if entry.kind != FILE or entry.size:
            raise ArchiveRefused(Rule.WHITEOUT_CONTENT, name)
        if top_of(path) is None:
            raise ArchiveRefused(Rule.WHITEOUT_PLACE, name)
        if not self._below and self._windows:  # a squashed layer of Linux may have some, and they hide nothing
            raise ArchiveRefused(Rule.WHITEOUT_BASE_LAYER, name)
        if leaf == OPAQUE:
            self._opaque[parent] = name
            return
        hidden = leaf[len(WHITEOUT) :]
        if hidden in {"", ".", ".."} or hidden.startswith(".wh."):
            raise ArchiveRefused(Rule.WHITEOUT_NAME, name)
        self._naming.path_of(f"{parent}/{hidden}")
        self._whiteouts[f"{parent}/{hidden}"] = name

    def finish(self) -> list[str]:
        """Return what the layer deletes of its parents, after the last entry has come.

        Raises:
            ArchiveRefused: a whiteout stands in no directory, or a link leads out.
        """
        deletions: list[str] = []
        for path, name in self._opaque.items():
            self._check_hiding(path, name)
            self._expand(path, deletions)
        for path, name in self._whiteouts.items():
            self._check_hiding(path.rpartition("/")[0], name)
            if path in self._folders:
                self._expand(path, deletions)
            elif not self._stands(path):
                deletions.append(path)
        leaving.check_symlinks(self._symlinks, self._folder.tree, self._below, windows=self._windows)
        return sorted(set(deletions))

    def _stands(self, path: str) -> bool:
        """Whether the layer has something at a path, if only a link that is made later."""
        return path in self._links or path in self._twins or self._folder_kind(path) is not None

    def _folder_kind(self, path: str) -> bytes | None:
        try:
            return self._folder.kind_of(path)
        except FileNotFoundError:
            return None

    def _check_hiding(self, folder: str, name: str) -> None:
        """Refuse a whiteout whose directory is a link or a file, here or below."""
        while folder:
            if folder in self._folders:
                return
            if folder in self._symlinks:
                raise ArchiveRefused(Rule.THROUGH_LINK, name, folder)
            if folder in self._links or folder in self._twins or self._kind_or_file(folder) is not None:
                raise ArchiveRefused(Rule.THROUGH_FILE, name, folder)
            found = self._below.find(folder)
            if found is not None and found.kind != parents.FOLDER:
                rule = Rule.THROUGH_LINK if found.kind == parents.SYMLINK else Rule.THROUGH_FILE
                raise ArchiveRefused(rule, name, f"{folder} of a parent")
            folder = folder.rpartition("/")[0]

    def _kind_or_file(self, path: str) -> bytes | None:
        try:
            return self._folder_kind(path)
        except NotADirectoryError:
            return FILE

    def _expand(self, folder: str, deletions: list[str]) -> None:
        """Delete each entry the parents have in a directory that this layer makes anew."""
        for child in self._below.children(folder):
            path = f"{folder}/{child}"
            if path in self._folders:
                self._expand(path, deletions)
            elif not self._stands(path):
                deletions.append(path)


@frozen(kw_only=True)
class ImportOptions:
    """How one import is done; the arguments of `import_tar`."""

    parents: tuple[str, ...]
    names: NameRules
    limits: ArchiveLimits
    durable: bool
    digest: str | None
    diff_id: str | None
    prefix: str
    progress: Listener | None
    form: LayerForm = LayerForm.PLAIN


def run_import(feed: Feed, layer: str, options: ImportOptions, halt: Halt) -> Imported:
    """Import what a feed brings; the feed is the caller's to close.

    Raises:
        ArchiveRefused: a rule is broken; nothing is left.
        OSError: the disk is full, or something may not be done; nothing is left.
    """
    with staged(layer, durable=options.durable) as staging:
        return _fill(feed, staging, options, halt)


def _fill(feed: Feed, staging: str, options: ImportOptions, halt: Halt) -> Imported:
    below = Parents(options.parents)
    try:
        form = TransportFolder if options.form is LayerForm.TRANSPORT else PlainFolder
        folder: FilledFolder = form(staging, durable=options.durable)
        try:
            archive = Archive(feed, options.limits, may_lack_end=options.diff_id is not None)
            layer = LayerImport(folder, below, options.names, options.limits)
            _read_all(archive, layer, feed, options, halt)
            deletions = layer.finish()
            archive.finish()
            done = _summary(feed, archive.count, deletions)
            _check_digests(done, options)
            folder.finish(deletions)
        finally:
            folder.close()
    finally:
        below.close()
    return done


def _read_all(archive: Archive, layer: LayerImport, feed: Feed, options: ImportOptions, halt: Halt) -> None:
    prefix = options.prefix
    account = Account(options.progress, "import")
    while (entry := archive.following()) is not None:
        if prefix:
            entry.name = _prefixed(entry.name, prefix)
            if entry.kind == LINK:
                entry.target = _prefixed(entry.target, prefix)
        try:
            layer.add(entry, archive)
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise ArchiveRefused(Rule.LENGTH, entry.name, "for this file system") from error
            raise
        if archive.count % _CHECK_EVERY == 0:
            halt.check()
        account.tell(entry.name, archive.count, feed.position)
    account.close(archive.count, feed.position)


def _prefixed(name: str, prefix: str) -> str:
    """Return a Linux layer's name as it is called below a Windows layer's ``Files``."""
    while name.startswith("./"):
        name = name[2:]
    if name in {"", ".", "/"}:
        return prefix
    return name if name.startswith("/") else f"{prefix}/{name}"


def _summary(feed: Feed, entries: int, deletions: list[str]) -> Imported:
    return Imported(
        digest=str(feed.compressed),
        diff_id=str(feed.uncompressed),
        size=feed.compressed.size,
        media_type=MEDIA_TYPES[feed.compression],
        entries=entries,
        unpacked_bytes=feed.uncompressed.size,
        deletions=tuple(deletions),
    )


def _check_digests(done: Imported, options: ImportOptions) -> None:
    if options.digest is not None and done.digest != options.digest:
        raise ArchiveRefused(Rule.DIGEST, "", f"{done.digest}, expected {options.digest}")
    if options.diff_id is not None and done.diff_id != options.diff_id:
        raise ArchiveRefused(Rule.DIFF_ID, "", f"{done.diff_id}, expected {options.diff_id}")


async def import_tar(
    stream: Stream,
    layer: str | os.PathLike[str],
    *,
    parents: Sequence[str | os.PathLike[str]] = (),
    limits: ArchiveLimits | None = None,
    names: NameRules = NameRules.WINDOWS,
    form: LayerForm = LayerForm.PLAIN,
    durable: bool = False,
    digest: str | None = None,
    diff_id: str | None = None,
    progress: Listener | None = None,
) -> Imported:
    """Make a layer's folder of an archive.

    Args:
        stream: the archive, plain or compressed by gzip or zstd: a path, a binary file or pipe, or an asynchronous stream of bytes.
        layer: the folder to make; it may not exist. It is staged beside, under a name that begins with a dot.
        parents: the folders of the layers below, nearest first; hard links may lead there, and whiteouts hide what is there.
        limits: how much the archive may ask for.
        names: whose rules names keep; Linux' allow colons, blanks at the end and names that differ by case alone.
        form: how the layer is to lie in its folder: as plain files, or as HcsImportLayer takes it.
        durable: whether everything has reached the disk before the folder has its name.
        digest: what the archive as it comes has to have, ``sha256:...``; ``None`` takes any.
        diff_id: what the uncompressed archive has to have; ``None`` takes any, but then the end marker may not be missing.
        progress: told now and then, on the event loop's thread, which entry was read and how many bytes; what it raises ends the import.

    Returns:
        Digest, diff-id, size, media type, and what was counted.

    Raises:
        ArchiveRefused: the archive breaks a rule, which is named with the entry; nothing is left.
        FileExistsError: the folder exists.
        OSError: the disk is full, or something may not be done; nothing is left.

    Blocks:
        A worker thread, as long as the import takes, and two that read ahead.

    Cancellation:
        Stops between two entries or blocks, removes what was staged, and returns then. A file object without a descriptor, whose ``read``
        does not return, keeps one idle thread.

    Source:
        The archive's conventions are those of hcsshim, containerd and buildkit; their rules are in docs/layer-archives.md.
    """
    options = ImportOptions(
        parents=tuple(os.fspath(one) for one in parents),
        names=names,
        limits=limits or ArchiveLimits(),
        durable=durable,
        digest=digest,
        diff_id=diff_id,
        prefix="",
        progress=progress,
        form=form,
    )
    return await import_with(stream, os.fspath(layer), options)


async def import_with(stream: Stream, layer: str, options: ImportOptions) -> Imported:
    """Import a stream of any kind by options that are put together already."""
    return await feeding.with_portal(
        lambda halt, portal: _import(stream, layer, options, halt, portal), is_asynchronous=feeding.is_asynchronous(stream)
    )


def _import(stream: Stream, layer: str, options: ImportOptions, halt: Halt, portal: BlockingPortal | None) -> Imported:
    with feeding.opened_feed(stream, options.limits, halt, portal) as feed:
        return run_import(feed, layer, options, halt)
