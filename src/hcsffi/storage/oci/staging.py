"""The private directory in which a layer is made, beside the place it will have; what a process that died left of it is swept by the next.

Who stages holds a lock on the directory, which ends with the process whatever ends it. On Windows, where directories have no locks, a
directory with an open file in it cannot be renamed, and that says the same.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from typing import TYPE_CHECKING, Final

from hcsffi.storage.oci.tree import remove_tree

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX: Final = ".importing"
_SWEPT: Final = ".swept"


def _locked(path: str) -> int | None:
    """Return a descriptor that locks a directory, ``None`` where another process has it; on Windows there is nothing to hold: -1."""
    if sys.platform == "win32":
        return -1
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


@contextlib.contextmanager
def staged(layer: str, *, durable: bool) -> Iterator[str]:
    """Make a private directory that becomes the layer when the block ends well, and is gone when it does not.

    Args:
        layer: the folder that is to be; it may not exist.
        durable: whether the disk has its name before the block is left.

    Yields:
        The directory's path.

    Raises:
        FileExistsError: the folder exists, or somebody else has made it meanwhile.
    """
    above, leaf = os.path.split(os.path.abspath(layer))
    _refuse_existing(layer)
    name = f".{leaf}.{secrets.token_hex(8)}{_SUFFIX}"
    whole = os.path.join(above, name)
    os.mkdir(whole, 0o700)
    lock: int | None = -1
    try:
        lock = _locked(whole)
        yield whole
        _refuse_existing(layer)
        os.rename(whole, os.path.join(above, leaf))
    except BaseException:
        remove_tree(above, name)
        raise
    finally:
        if lock is not None and lock >= 0:
            os.close(lock)
    if durable and sys.platform != "win32":
        descriptor = os.open(above, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_existing(layer: str) -> None:
    if os.path.lexists(layer):
        raise FileExistsError(f"a layer is imported into a folder of its own making, and this exists: {layer}")


def sweep_staging(folder: str | os.PathLike[str]) -> list[str]:
    """Remove what imports left in a folder whose process has died, and nothing else.

    Args:
        folder: where layers are made.

    Returns:
        The names that were removed.

    Raises:
        OSError: something may not be removed.

    Blocks:
        As long as the removal takes.
    """
    above = os.path.abspath(folder)
    with os.scandir(above) as found:
        names = sorted(one.name for one in found if one.is_dir(follow_symlinks=False))
    ours = [name for name in names if name.startswith(".") and name.endswith((_SUFFIX, _SUFFIX + _SWEPT))]
    return [name for name in ours if _sweep_one(above, name)]


def _sweep_one(above: str, name: str) -> bool:
    """Remove one staging directory unless a living process has it."""
    whole = os.path.join(above, name)
    if sys.platform == "win32":
        swept = name if name.endswith(_SWEPT) else name + _SWEPT
        try:
            os.rename(whole, os.path.join(above, swept))
        except OSError:  # a file in it is open
            return False
        remove_tree(above, swept)
        return True
    try:
        lock = _locked(whole)
    except FileNotFoundError:  # its process has finished it meanwhile
        return False
    if lock is None:
        return False
    try:
        remove_tree(above, name)
    finally:
        os.close(lock)
    return True
