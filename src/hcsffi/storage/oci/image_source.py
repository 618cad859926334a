"""Where the parts of an image are: a directory, or an archive of one, read by ranges and never unpacked as files.

Names are looked up in what was found, never joined to a path of this machine, and no link leads out of the directory or archive.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import posixpath
import stat
import tempfile
from typing import TYPE_CHECKING, Protocol

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci.archive import Archive
from hcsffi.storage.oci.entry import FILE, LINK, SYMLINK
from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.naming import NameRules, Naming
from hcsffi.storage.oci.plain import write_whole
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.storage.oci.halt import Halt
    from hcsffi.storage.oci.limits import ArchiveLimits

_LINKS = 8


class ImageSource(Protocol):
    """A directory or archive that holds an image."""

    def size_of(self, name: str) -> int | None:
        """Return how many bytes a part has, ``None`` where there is none of that name."""
        ...

    def open(self, name: str) -> contextlib.AbstractContextManager[io.RawIOBase]:
        """Open a part to read it."""
        ...


class LayoutFolder(Uncopyable):
    """An image in a directory.

    Args:
        root: the directory.
    """

    def __init__(self, root: str) -> None:
        self._tree = Tree(root)

    def close(self) -> None:
        """Close the directory."""
        self._tree.close()

    def size_of(self, name: str) -> int | None:
        """Return how many bytes a file has, ``None`` where there is no file of that name."""
        try:
            found = self._tree.look(_checked(name))
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_size if found is not None and stat.S_ISREG(found.st_mode) else None

    @contextlib.contextmanager
    def open(self, name: str) -> Iterator[io.RawIOBase]:
        """Open a file to read it."""
        with io.FileIO(self._tree.open_file(_checked(name)), "rb") as opened:
            yield opened


def _checked(name: str) -> str:
    """Return a name of a manifest, which may be anything, as a path below the image."""
    if not name or name.startswith("/") or "\0" in name or "\\" in name or any(step in {"", ".", ".."} for step in name.split("/")):
        raise ArchiveRefused(Rule.LAYOUT, name, "no name of a part")
    return name


class _Range(Uncopyable, io.RawIOBase):
    """A part of a file, read from its own position."""

    reads_at_once = True

    def __init__(self, file: io.FileIO, begin: int, size: int) -> None:
        self._file = file
        self._position = begin
        self._end = begin + size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = self._end - self._position if size < 0 else min(size, self._end - self._position)
        if wanted <= 0:
            return b""
        self._file.seek(self._position)
        block = self._file.read(wanted)
        self._position += len(block)
        return block


class LayoutArchive:
    """An image in an archive, as ``docker save``, ``skopeo`` and ``ctr image export`` write it.

    Args:
        file: the archive, not compressed.
        members: where each part begins, and its size; a text is the target of a link.
    """

    def __init__(self, file: io.FileIO, members: dict[str, tuple[int, int] | str]) -> None:
        self._file = file
        self._members = members

    def _member(self, name: str) -> tuple[int, int] | None:
        path = _checked(name)
        for _ in range(_LINKS):  # docker save links one layer's file to another's
            found = self._members.get(path)
            if not isinstance(found, str):
                return found
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), found))
        return None

    def size_of(self, name: str) -> int | None:
        """Return how many bytes a member has, ``None`` where there is none of that name."""
        found = self._member(name)
        return None if found is None else found[1]

    @contextlib.contextmanager
    def open(self, name: str) -> Iterator[io.RawIOBase]:
        """Open a member to read it."""
        found = self._member(name)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        yield _Range(self._file, *found)


def _listed(path: str, limits: ArchiveLimits, halt: Halt, copy: io.FileIO | None) -> dict[str, tuple[int, int] | str]:
    """Return where the content of each member of an archive is: in the archive itself, or in `copy`, which takes it."""
    members: dict[str, tuple[int, int] | str] = {}
    naming = Naming(NameRules.LINUX, limits)
    with opened_feed(path, limits, halt, None) as feed:
        archive = Archive(feed, limits, may_lack_end=False)
        while (entry := archive.following()) is not None:
            halt.check()
            name = naming.path_of(entry.name)
            if entry.kind == FILE and entry.holes is None:
                members[name] = (feed.position if copy is None else copy.tell(), entry.size)
                if copy is not None:
                    for piece in archive.content():
                        write_whole(copy.fileno(), piece)
            elif entry.kind == SYMLINK:
                members[name] = entry.target
            elif entry.kind == LINK:
                members[name] = posixpath.relpath(entry.target, posixpath.dirname(name) or ".")
    return members


@contextlib.contextmanager
def opened_image(path: str, limits: ArchiveLimits, halt: Halt) -> Iterator[ImageSource]:
    """Open an image's directory or archive.

    Args:
        path: which.
        limits: how much the archive may ask for.
        halt: what stops the reading.

    Raises:
        ArchiveRefused: the archive is none.
        OSError: it cannot be read.
    """
    if os.path.isdir(path):
        folder = LayoutFolder(path)
        try:
            yield folder
        finally:
            folder.close()
        return
    with io.FileIO(path, "rb") as file, contextlib.ExitStack() as stack:
        if file.read(2) == b"\x1f\x8b" or _is_zstd(file):
            spool = stack.enter_context(tempfile.TemporaryFile(buffering=0))
            copy = io.FileIO(os.dup(spool.fileno()), "r+b")
            stack.callback(copy.close)
            yield LayoutArchive(copy, _listed(path, limits, halt, copy))
        else:
            yield LayoutArchive(file, _listed(path, limits, halt, None))


def _is_zstd(file: io.FileIO) -> bool:
    file.seek(0)
    return file.read(4) == b"\x28\xb5\x2f\xfd"
