"""Virtual disks that hold writable layers and the systems of machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import anyio

from hcsffi import errors
from hcsffi.delivery import blocking
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.native import disk as native_disk
from hcsffi.storage.path import crossing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.native.calls import Reply
    from hcsffi.native.handles import DiskHandle
    from hcsffi.storage.path import StrPath


class Disk(HandleOwner):
    """A virtual disk's file that is open; made by :meth:`open`.

    Leaving ``async with`` closes it. A call that still uses it when it is closed keeps it open to its end.

    Attributes:
        path: the file.
    """

    other_way = "Disk.open opens the same file once more"

    def __init__(self, handle: DiskHandle, path: str) -> None:
        self._handle = handle
        self.path = path

    @classmethod
    async def open(cls, path: StrPath) -> Disk:
        """Open a disk's file for reading and writing.

        Args:
            path: the file; on Windows a VHDX, elsewhere a disk that the embedded host knows by its header.

        Raises:
            OSError: the file is not there or may not be opened.
            NotFound: the same, where Windows opens it as a disk.
            ValueError: the path is empty, relative or cannot cross.
            ServiceUnavailable: no library answers.

        Blocks:
            A worker thread, as the file system does.

        Cancellation:
            Ends the wait; the disk is closed when it was opened.

        Source:
            OpenVirtualDisk, virtdisk.h; CreateFileW before build 18362, which the storage functions of that time want.
        """
        text = crossing("path", path)
        reply = await _on_thread(native_disk.OPEN, text, lambda: native_disk.open_disk(text))
        return cls(cast("DiskHandle", reply.opened), text)

    @property
    def handle(self) -> DiskHandle:
        """The owner of the handle; whoever borrows it does not close it."""
        return self._handle

    def __repr__(self) -> str:
        return f"<Disk {self.path!r} {self._handle!r}>"

    async def attach(self) -> None:
        """Show the disk to the system, without a drive letter, until it is detached or closed.

        Raises:
            NotSupported: this is not Windows (ERROR_PROC_NOT_FOUND).
            AccessDenied: the process may not manage volumes.
            HcsError: it is attached already, or is no disk.

        Blocks:
            A worker thread, until its volume is there.

        Cancellation:
            Ends the wait; the disk is attached all the same.

        Source:
            AttachVirtualDisk, virtdisk.h.
        """
        await _on_thread(native_disk.ATTACH, self.path, lambda: native_disk.attach_disk(self._handle))

    async def detach(self) -> None:
        """Take the disk away from the system.

        Raises:
            NotSupported: this is not Windows (ERROR_PROC_NOT_FOUND).
            HcsError: it is not attached.

        Blocks:
            A worker thread, while it is written back.

        Cancellation:
            Ends the wait; the disk is detached all the same.

        Source:
            DetachVirtualDisk, virtdisk.h.
        """
        await _on_thread(native_disk.DETACH, self.path, lambda: native_disk.detach_disk(self._handle))

    async def aclose(self) -> None:
        """Close the file; safe to call twice.

        Cancellation:
            It is closed all the same.
        """
        with anyio.CancelScope(shield=True):
            await blocking.close(self._handle)


async def format_writable_layer_vhd(disk: Disk) -> None:
    """Format a disk as the scratch of writable layers.

    Args:
        disk: an open disk that is not attached; it is attached for a moment.

    Raises:
        anyio.ClosedResourceError: the disk was closed.
        HcsError: it is no disk, or is attached.

    Blocks:
        A worker thread, for a few seconds.

    Cancellation:
        Ends the wait; the disk is formatted all the same.

    Source:
        HcsFormatWritableLayerVhd, computestorage.h.
    """
    await blocking.ask("HcsFormatWritableLayerVhd", _opened(disk), subject=_subject(disk.path))


async def get_layer_vhd_mount_path(disk: Disk) -> str:
    r"""Return where the volume of an attached disk is: on Windows its volume path, such as ``\\?\Volume{...}``.

    Args:
        disk: an open disk that is attached.

    Raises:
        anyio.ClosedResourceError: the disk was closed.
        HcsError: it is no disk, or is not attached.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait.

    Source:
        HcsGetLayerVhdMountPath, computestorage.h.
    """
    return (await blocking.ask("HcsGetLayerVhdMountPath", _opened(disk), subject=_subject(disk.path))).document.decode()


def _subject(path: str) -> str:
    return f"disk {path}"


def _opened(disk: Disk) -> DiskHandle:
    if disk.handle.closed:
        message = f"{_subject(disk.path)} was closed: ask while it is open, or open it again"
        raise anyio.ClosedResourceError(message)
    return disk.handle


async def _on_thread(function: str, path: str, work: Callable[[], Reply]) -> Reply:
    reply = await blocking.on_thread(function, work)
    if not reply.outcome.succeeded:
        raise errors.build(reply.outcome, _subject(path))
    return reply
