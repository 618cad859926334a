"""A directory tree reached by descriptors alone: each step of a path is opened below the one before, and no link is ever followed.

A path that somebody made lead elsewhere - by an entry of the archive, or while it is read - ends here in `NotADirectoryError`, because a
step of it is a link; text is never joined to a path that the kernel would resolve by itself.
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

_OPEN_FOLDERS = 256
"""Descriptors kept open at most: entries of one archive come folder by folder."""
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
HOLDS_LINKS = True
"""Whether anybody can make symbolic links here, whatever they point to."""


class PosixTree(Uncopyable):
    """One directory and what is below it; paths have slashes and are relative to it, ``""`` is the directory itself.

    Args:
        root: the directory; the last link of this path alone is followed, it is the caller's.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._open: dict[str, int] = {"": os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)}
        self.is_root = os.geteuid() == 0

    def close(self) -> None:
        """Close every descriptor."""
        while self._open:
            os.close(self._open.popitem()[1])

    def _folder(self, path: str) -> int:
        found = self._open.get(path)
        if found is not None:
            return found
        parent, _, leaf = path.rpartition("/")
        above = self._folder(parent)
        try:
            opened = os.open(leaf, _FOLDER, dir_fd=above)
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from error
            raise
        if len(self._open) >= _OPEN_FOLDERS:
            eldest = next(name for name in self._open if name)
            os.close(self._open.pop(eldest))
        self._open[path] = opened
        return opened

    def pack(self, packer: FilePacker, path: str, names: list[str]) -> Packed:
        """Pack the first of a directory's files."""
        return packer.pack(self._folder(path), path, names)

    def opened_folder(self, path: str) -> int:
        """Return a descriptor of a directory, which is the caller's to close."""
        return os.dup(self._folder(path))

    def _forget(self, path: str) -> None:
        below = path + "/"
        for name in [name for name in self._open if name == path or name.startswith(below)]:
            os.close(self._open.pop(name))

    def look(self, path: str) -> os.stat_result | None:
        """Return what lstat says, ``None`` where nothing is.

        Raises:
            NotADirectoryError: a step of the path is a link or a file.
        """
        parent, _, leaf = path.rpartition("/")
        try:
            return os.stat(leaf or ".", dir_fd=self._folder(parent), follow_symlinks=False)
        except FileNotFoundError:
            return None

    def make_folder(self, path: str) -> None:
        """Make an empty directory that nobody else may enter yet."""
        parent, _, leaf = path.rpartition("/")
        os.mkdir(leaf, 0o700, dir_fd=self._folder(parent))

    def make_file(self, path: str) -> int:
        """Make an empty file and return its descriptor."""
        parent, _, leaf = path.rpartition("/")
        return os.open(leaf, _NEW_FILE, 0o600, dir_fd=self._folder(parent))

    def append_to(self, path: str) -> int:
        """Open a file that was made here, to write behind its end."""
        parent, _, leaf = path.rpartition("/")
        return os.open(leaf, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=self._folder(parent))

    def make_symlink(self, path: str, text: str) -> None:
        """Make a symbolic link; its text is not looked at."""
        parent, _, leaf = path.rpartition("/")
        os.symlink(text, leaf, dir_fd=self._folder(parent))

    def make_link(self, target: str, path: str, origin: PosixTree | None = None) -> None:
        """Make another name of a file of this tree or of another one, or of a symbolic link as it stands."""
        parent, _, leaf = path.rpartition("/")
        target_parent, _, target_leaf = target.rpartition("/")
        above = (origin or self).opened_folder(target_parent)
        try:
            os.link(target_leaf, leaf, src_dir_fd=above, dst_dir_fd=self._folder(parent), follow_symlinks=False)
        finally:
            os.close(above)

    def make_pipe(self, path: str) -> None:
        """Make a named pipe."""
        parent, _, leaf = path.rpartition("/")
        os.mkfifo(leaf, 0o600, dir_fd=self._folder(parent))

    def remove(self, path: str) -> None:
        """Remove a name: a file, a link, or a directory that is empty."""
        parent, _, leaf = path.rpartition("/")
        above = self._folder(parent)
        found = os.stat(leaf, dir_fd=above, follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode):
            os.rmdir(leaf, dir_fd=above)
            self._forget(path)
        else:
            os.unlink(leaf, dir_fd=above)

    def remove_all(self, path: str) -> None:
        """Remove a name and all below it; links are removed, never followed; nothing there is nothing to do."""
        parent, _, leaf = path.rpartition("/")
        try:
            above = self._folder(parent)
            found = os.stat(leaf, dir_fd=above, follow_symlinks=False)
        except FileNotFoundError:
            return
        if stat.S_ISDIR(found.st_mode):
            self._forget(path)
            _remove_below(above, leaf)
        else:
            os.unlink(leaf, dir_fd=above)

    def rename(self, path: str, name: str) -> None:
        """Give an entry another name within its directory; what has that name is replaced."""
        parent, _, leaf = path.rpartition("/")
        above = self._folder(parent)
        os.rename(leaf, name, src_dir_fd=above, dst_dir_fd=above)

    def finish_file(self, descriptor: int, path: str, mode: int, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Give an open file its owner, mode and times, and close it; `path` is for systems without descriptors for that."""
        del path
        try:
            if owner is not None:
                os.fchown(descriptor, *owner)
            os.fchmod(descriptor, mode)
            os.utime(descriptor, ns=times)
        finally:
            os.close(descriptor)

    def finish_folder(self, path: str, mode: int, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Give a directory its owner, mode and times."""
        descriptor = self._folder(path)
        if owner is not None:
            os.fchown(descriptor, *owner)
        os.fchmod(descriptor, mode)
        os.utime(descriptor, ns=times)

    def finish_leaf(self, path: str, owner: tuple[int, int] | None, times: tuple[int, int]) -> None:
        """Give a link or a pipe its owner and times, not those of what it points to."""
        parent, _, leaf = path.rpartition("/")
        above = self._folder(parent)
        if owner is not None:
            os.chown(leaf, *owner, dir_fd=above, follow_symlinks=False)
        os.utime(leaf, ns=times, dir_fd=above, follow_symlinks=False)

    def set_xattrs(self, descriptor: int, xattrs: dict[str, bytes]) -> dict[str, bytes]:
        """Give an open file extended attributes; return those it cannot have here."""
        refused = {}
        for name, value in xattrs.items():
            if name == "security.capability" or (name.startswith("user.") and not name.startswith("user.overlay.")):
                try:
                    os.setxattr(descriptor, name, value)
                except OSError:
                    refused[name] = value
            else:  # what steers overlayfs or a security module is kept beside, never set from an archive
                refused[name] = value
        return refused

    def xattrs(self, descriptor: int) -> dict[str, bytes]:
        """Return those extended attributes of an open file that an archive carries."""
        try:
            names = os.listxattr(descriptor)
        except OSError:  # the file system has none
            return {}
        return {
            name: os.getxattr(descriptor, name)
            for name in names
            if name == "security.capability" or (name.startswith("user.") and not name.startswith("user.overlay."))
        }

    def open_file(self, path: str) -> int:
        """Open a file to read it.

        Raises:
            OSError: it is a link, or gone.
        """
        parent, _, leaf = path.rpartition("/")
        return os.open(leaf, _READ, dir_fd=self._folder(parent))

    def link_text(self, path: str) -> str:
        """Return a symbolic link's text."""
        parent, _, leaf = path.rpartition("/")
        return os.readlink(leaf, dir_fd=self._folder(parent))

    def names(self, path: str) -> list[str]:
        """Return what a directory holds, sorted by the bytes of the names."""
        names = os.listdir(self._folder(path))
        names.sort(key=None if "".join(names).isascii() else os.fsencode)
        return names

    def flush_folders(self, paths: list[str]) -> None:
        """Have the disk keep directories' names."""
        for path in paths:
            os.fsync(self._folder(path))


def posix_pieces_with_content(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield where a file has content: (offset, length), holes left out."""
    position = 0
    while position < size:
        try:
            begin = os.lseek(descriptor, position, os.SEEK_DATA)
        except OSError as error:
            if error.errno == errno.ENXIO:  # a hole to the end
                return
            raise
        end = min(os.lseek(descriptor, begin, os.SEEK_HOLE), size)
        if begin >= size:
            return
        yield begin, end - begin
        position = end


def remove_posix_tree(parent: str, name: str) -> None:
    """Remove a directory of this user and all below it, whatever modes it has; links in it are removed, never followed."""
    above = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _remove_below(above, name)
    finally:
        os.close(above)


def _remove_below(above: int, name: str) -> None:
    """Empty one directory and remove it; open directories are a chain as deep as the tree, which import limits."""
    try:
        opened = os.open(name, _FOLDER, dir_fd=above)
    except PermissionError:
        os.chmod(name, 0o700, dir_fd=above)
        opened = os.open(name, _FOLDER, dir_fd=above)
    try:
        os.fchmod(opened, 0o700)
        with os.scandir(opened) as found:
            entries = [(one.name, one.is_dir(follow_symlinks=False)) for one in found]
        for entry, is_folder in entries:
            if is_folder:
                _remove_below(opened, entry)
            else:
                os.unlink(entry, dir_fd=opened)
    finally:
        os.close(opened)
    os.rmdir(name, dir_fd=above)
