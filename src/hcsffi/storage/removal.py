"""Taking a folder away again: what this library made, and nothing else."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from anyio import to_thread

from hcsffi import hresult
from hcsffi.delivery import telling
from hcsffi.delivery.finishing import to_its_end
from hcsffi.errors import HcsError
from hcsffi.storage.claim import FOLDER, REMOVAL, SCRATCH, identity_of
from hcsffi.storage.layer import destroy_layer
from hcsffi.storage.writable import detach_layer_storage_filter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from typing import TypeVar

    from hcsffi.storage.claim import Claim

    _Result = TypeVar("_Result")

_NO_LAYER: Final = frozenset(hresult.value_of(symbol) for symbol in ("HCS_E_INVALID_LAYER", "ERROR_FILE_NOT_FOUND", "ERROR_PATH_NOT_FOUND"))
"""What a folder is answered with that is no layer yet, is one no more by half, or has gone: nobody can have it in use."""
_UNTOUCHED: Final = frozenset(hresult.value_of(symbol) for symbol in ("HCS_E_INVALID_LAYER", "ERROR_SHARING_VIOLATION"))
"""What the service refuses to destroy with before it has taken anything away."""
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


async def off_loop(work: Callable[[], _Result], undo: Callable[[_Result], Awaitable[object]] | None = None) -> _Result:
    """Run file-system work on a worker thread, to its end even where the caller is cancelled; here, where no thread can be had.

    Args:
        work: the work.
        undo: undoes what it has done, where the caller is cancelled and never sees what it returned.

    Raises:
        OSError: what the work raises.

    Blocks:
        A worker thread, as the file system does.

    Cancellation:
        Noticed before the work begins and not before it has ended, so that nobody has to guess what was done.
    """
    begun = False

    def run() -> _Result:
        nonlocal begun
        begun = True
        return work()

    async def visit() -> _Result:
        try:
            return await to_thread.run_sync(run)
        except RuntimeError:  # no thread could be started: what is to be given back must not need what is short
            if begun:
                raise
            return run()

    return await to_its_end(visit, undo=undo, on_cancel=lambda scope: scope.cancel())  # a thread that has begun is waited for


async def remove_claimed(claim: Claim, *, attached: bool | None = None) -> None:
    """Detach, hide and destroy a claimed folder, then remove the claim; what fails leaves the claim to :func:`gc`.

    The folder gets its private name before anything in it is deleted: that fails while it is in use, where deleting would do half.

    Args:
        claim: the folder's claim, held by this process; released or given up afterwards.
        attached: whether a scratch is attached; ``None`` where its maker cannot be asked any more.

    Raises:
        OSError: the folder is in use, or could not be deleted.
        HcsError: the service could not destroy it.

    Blocks:
        Worker threads, as long as the files take.

    Cancellation:
        Shielded: a removal that was begun is finished.
    """

    async def remove() -> None:
        try:
            if attached is not False and claim.statement.kind == SCRATCH:
                await _detach(claim, certain=attached is True)
            begun, is_hidden = await off_loop(partial(_hide, claim))
            if is_hidden:
                await _destroy(claim, begun=begun)
            await off_loop(claim.release)
        except BaseException as error:
            await off_loop(partial(_leave, claim, error))
            raise

    await to_its_end(remove)


async def release(claim: Claim) -> None:
    """Remove a claim that no folder stands behind.

    Raises:
        OSError: the root may not be written any more.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Shielded.
    """
    await to_its_end(lambda: off_loop(claim.release))


def _hide(claim: Claim) -> tuple[bool, bool]:
    """Give the folder its private name; whether somebody had done so before, and whether it has it now.

    Raises:
        OSError: something is mounted on it, and so it does not look like the folder that was made: nothing may be forgotten.
    """
    begun = identity_of(claim.private_place) is not None
    if sys.platform != "win32" and os.path.ismount(claim.place):
        raise OSError(errno.EBUSY, "in use: something is mounted on it", str(claim.place))
    claim.hide_folder()
    return begun, identity_of(claim.private_place) is not None


def _leave(claim: Claim, error: BaseException) -> None:
    """After a failure, leave the folder to :func:`gc`; a layer that somebody made and nothing was taken from stays his."""
    if claim.statement.kind == REMOVAL and (not isinstance(error, HcsError) or error.hresult in _UNTOUCHED):
        claim.restore_folder()
        if identity_of(claim.private_place) is None:
            claim.release()
    claim.give_up()


async def _detach(claim: Claim, *, certain: bool) -> None:
    """Detach what is attached; where only may be, whether it was shows when the folder is renamed or, with a copy, destroyed."""
    place: Path | None = claim.place
    if not certain:  # a sweep that could not detach a copy has given it its private name all the same
        place = await off_loop(lambda: next((one for one in (claim.private_place, claim.place) if os.path.lexists(one)), None))
    if place is None:
        return
    try:
        await detach_layer_storage_filter(place)
    except HcsError as error:
        if certain and await off_loop(lambda: os.path.lexists(claim.place)):
            raise
        telling.tried("detaching", f"layer {place}", error)


async def _destroy(claim: Claim, *, begun: bool) -> None:
    """Let the service destroy a layer; what its maker left before it was one is deleted as the folder it is.

    What this library did not make may be anything, and is left to who asked. But where somebody dead had begun to destroy it, an empty
    folder is all that remains of a layer: its mark goes last.
    """
    try:
        await destroy_layer(claim.private_place)
    except HcsError as error:
        if error.hresult not in _NO_LAYER:
            raise
        if claim.statement.kind != REMOVAL:
            await off_loop(lambda: delete_folder(claim.private_place))
        elif not begun or not await off_loop(lambda: _delete_empty(claim.private_place)):
            raise


def _delete_empty(place: Path) -> bool:
    """Delete a folder in which nothing is; whether that was so."""
    try:
        place.rmdir()
    except OSError as error:
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
            raise
        return False
    return True


def delete_folder(place: Path) -> None:
    """Delete a folder with everything in it, if it is there; no link is followed, no file system mounted in it is entered.

    A folder in a folder is moved up before it is emptied, so that neither depth nor the length of paths matters.

    Raises:
        OSError: something could not be deleted, or another file system is mounted in it.

    Blocks:
        As the file system does.
    """
    if identity_of(place) is None:
        return
    if sys.platform == "win32":
        shutil.rmtree(place)
        return
    above = os.open(place.parent, os.O_RDONLY | _FOLDER)
    try:
        top = _open_up(above, place.name)
    finally:
        os.close(above)
    try:
        waiting = _names(top)
        while waiting:
            waiting += _delete_entry(top, waiting.pop())
    finally:
        os.close(top)
    place.rmdir()


def _delete_entry(top: int, name: str) -> list[str]:
    """Delete an entry of a folder; what a folder holds beside files is moved up, and its new names are returned."""
    if not _is_folder(top, name):
        os.unlink(name, dir_fd=top)
        return []
    moved: list[str] = []
    inside = _open_up(top, name)
    try:
        for entry in _names(inside):
            if _is_folder(inside, entry):
                os.close(_open_up(inside, entry))
                moved.append(FOLDER + secrets.token_hex(16))
                os.rename(entry, moved[-1], src_dir_fd=inside, dst_dir_fd=top)
            else:
                os.unlink(entry, dir_fd=inside)
    finally:
        os.close(inside)
    os.rmdir(name, dir_fd=top)
    return moved


def _is_folder(at: int, name: str) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode)


def _open_up(at: int, name: str) -> int:
    """Open a folder, whatever its mode: what overlayfs leaves has 000."""
    found = os.stat(name, dir_fd=at, follow_symlinks=False)
    if found.st_mode & stat.S_IRWXU != stat.S_IRWXU:
        os.chmod(name, stat.S_IRWXU, dir_fd=at)
    return os.open(name, os.O_RDONLY | _FOLDER, dir_fd=at)


def _names(folder: int) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]
