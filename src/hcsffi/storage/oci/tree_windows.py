"""A directory tree on Windows, where Python has no descriptors for directories.

Paths are joined as text, which is safe in a directory that this process has just made and filled: it makes no links there, and no name with
a separator, a colon or a step upwards reaches this file. What others filled is looked at step by step, and a step that is a link ends the
walk.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.native.packing import FilePacker, Packed

_BINARY: int = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
_REPARSE_POINT = 0x400
HOLDS_LINKS = False
"""Whether anybody can make symbolic links here: on Windows it takes a privilege."""


def _is_link(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_file_attributes", 0) & _REPARSE_POINT)


class WindowsTree(Uncopyable):
    """One directory and what is below it; paths have slashes and are relative to it, ``""`` is the directory itself.

    Args:
        root: the directory.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        whole = os.path.abspath(root)
        self._prefix = whole if whole.startswith("\\\\") else f"\\\\?\\{whole}"  # paths longer than 260
        if not os.path.isdir(self._prefix):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), root)
        self.is_root = False
        self._real: set[str] = {""}

    def close(self) -> None:
        """Forget which directories were looked at."""
        self._real = {""}

    def _at(self, path: str) -> str:
        parent = path.rpartition("/")[0]
        if parent not in self._real:
            above = self._at(parent)
            found = os.lstat(above)
            if _is_link(found) or not stat.S_ISDIR(found.st_mode):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), parent)
            self._real.add(parent)
        return self._prefix + "\\" + path.replace("/", "\\") if path else self._prefix

    def whole_path(self, path: str) -> str:
        """Return a path as Windows takes it."""
        return self._at(path)

    def look(self, path: str) -> os.stat_result | None:
        """Return what lstat says, ``None`` where nothing is.

        Raises:
            NotADirectoryError: a step of the path is a link or a file.
        """
        try:
            return os.lstat(self._at(path))
        except FileNotFoundError:
            return None

    def make_folder(self, path: str) -> None:
        """Make an empty directory."""
        os.mkdir(self._at(path))
        self._real.add(path)

    def make_file(self, path: str) -> int:
        """Make an empty file and return its descriptor."""
        return os.open(self._at(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)

    def append_to(self, path: str) -> int:
        """Open a file that was made here, to write behind its end."""
        return os.open(self._at(path), os.O_WRONLY | os.O_APPEND | _BINARY)

    def make_symlink(self, path: str, text: str) -> None:
        """Make an empty file that stands for a link; the sidecar keeps the text."""
        del text
        os.close(self.make_file(path))

    def make_link(self, target: str, path: str, origin: WindowsTree | None = None) -> None:
        """Make another name of a file of this tree or of another one."""
        os.link((origin or self).whole_path(target), self._at(path))

    def make_pipe(self, path: str) -> None:
        """Refuse: Windows has no named pipes in directories."""
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), path)

    def remove(self, path: str) -> None:
        """Remove a name: a file, or a directory that is empty."""
        whole = self._at(path)
        if stat.S_ISDIR(os.lstat(whole).st_mode):
            os.rmdir(whole)
            self._real.discard(path)
        else:
            os.unlink(whole)

    def remove_all(self, path: str) -> None:
        """Remove a name and all below it; links are removed, never followed; nothing there is nothing to do."""
        try:
            whole = self._at(path)
            found = os.lstat(whole)
        except FileNotFoundError:
            return
        if stat.S_ISDIR(found.st_mode) and not _is_link(found):
            _remove_below(whole)
            self._real = {name for name in self._real if name != path and not name.startswith(path + "/")}
        elif stat.S_ISDIR(found.st_mode):
            os.rmdir(whole)
        else:
            os.unlink(whole)

    def rename(self, path: str, name: str) -> None:
        """Give an entry another name within its directory; what has that name is replaced."""
        parent = path.rpartition("/")[0]
        os.replace(self._at(path), self._at(f"{parent}/{name}" if parent else name))

    def finish_file(self, descriptor: int, path: str, mode: int, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Close a file and give it its times; owner and mode are the sidecar's."""
        del mode, owner
        os.close(descriptor)
        os.utime(self._at(path), ns=times)

    def finish_folder(self, path: str, mode: int, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Give a directory its times; owner and mode are the sidecar's."""
        del mode, owner
        os.utime(self._at(path), ns=times)

    def finish_leaf(self, path: str, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Give what stands for a link its times."""
        del owner
        os.utime(self._at(path), ns=times)

    def set_xattrs(self, descriptor: int, xattrs: dict[str, bytes]) -> dict[str, bytes]:
        """Return all of them: Windows has none of these attributes."""
        del descriptor
        return xattrs

    def xattrs(self, descriptor: int) -> dict[str, bytes]:
        """Return none."""
        del descriptor
        return {}

    def open_file(self, path: str) -> int:
        """Open a file to read it.

        Raises:
            OSError: it is a link, or gone.
        """
        whole = self._at(path)
        if _is_link(os.lstat(whole)):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
        return os.open(whole, os.O_RDONLY | _BINARY)

    def link_text(self, path: str) -> str:
        """Return a symbolic link's text."""
        return os.readlink(self._at(path))

    def pack(self, packer: FilePacker, path: str, names: list[str]) -> Packed:
        """Pack nothing: there is no descriptor of a directory."""
        del path, names
        return packer.nothing

    def names(self, path: str) -> list[str]:
        """Return what a directory holds, sorted by the bytes of the names."""
        whole = self._at(f"{path}/." if path else "")[: -2 if path else None]
        return sorted(os.listdir(whole), key=lambda one: one.encode("utf-8", "surrogatepass"))

    def flush_folders(self, paths: list[str]) -> None:
        """Do nothing: Windows keeps names without being told."""


def windows_pieces_with_content(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield the whole file as one piece."""
    del descriptor
    if size:
        yield 0, size


def remove_windows_tree(parent: str, name: str) -> None:
    """Remove a directory of this user and all below it."""
    whole = os.path.join(os.path.abspath(parent), name)
    _remove_below(whole if whole.startswith("\\\\") else f"\\\\?\\{whole}")


def _remove_below(whole: str) -> None:
    with os.scandir(whole) as found:
        entries = [(one.path, one.is_dir(follow_symlinks=False) and not _is_link(one.stat(follow_symlinks=False))) for one in found]
    for path, is_folder in entries:
        if is_folder:
            _remove_below(path)
        else:
            os.chmod(path, stat.S_IWRITE | stat.S_IREAD)
            os.unlink(path)
    os.rmdir(whole)
