"""Opening the files of virtual disks, and showing such a disk to the system."""

from __future__ import annotations

import os
import sys

from hcsffi.hresult import Outcome
from hcsffi.native import library, text
from hcsffi.native.binding import ffi, lib
from hcsffi.native.calls import INVALID_HANDLE, Reply
from hcsffi.native.handles import DiskHandle

if sys.platform != "win32":
    import fcntl

OPEN = "OpenVirtualDisk"
ATTACH = "AttachVirtualDisk"
DETACH = "DetachVirtualDisk"
FIRST_BUILD = 18362
"""From which build on the storage functions take a handle of OpenVirtualDisk; before, one of CreateFile."""
_BEYOND_STREAMS = 3
"""The lowest descriptor a disk may get: 0 would cross as no handle at all."""


def open_disk(path: str) -> Reply:
    """Open a disk's file for reading and writing, in the way that the library that answers wants it.

    Raises:
        OSError: it cannot be opened.
        UnusableText: the path holds a NUL or a lone surrogate.

    Blocks:
        As the file system does.

    Threads:
        Any.
    """
    if sys.platform == "win32":
        return _open_on_windows(path, virtual_disk=library.is_system() and sys.getwindowsversion().build >= FIRST_BUILD)
    opened = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        kept = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, _BEYOND_STREAMS)
    finally:
        os.close(opened)
    return Reply(Outcome(OPEN, 0), DiskHandle.adopt(ffi.cast("void *", kept)))


def _open_on_windows(path: str, *, virtual_disk: bool) -> Reply:
    wide = text.widen(path.encode("utf-8", "surrogatepass"), OPEN, 0)
    place = ffi.new("void **")
    try:
        outcome = Outcome(OPEN, int(lib.hcsffi_disk_open(wide, virtual_disk, place)))
    finally:
        lib.hcsffi_text_drop(wide)
    return Reply(outcome, DiskHandle.adopt(place[0]) if outcome.succeeded else None)


def attach_disk(handle: DiskHandle) -> Reply:
    """Show the system a disk, without a drive letter, until it is detached or its handle is closed.

    Blocks:
        Until its volume is there.

    Threads:
        Any.
    """
    return _use(handle, ATTACH)


def detach_disk(handle: DiskHandle) -> Reply:
    """Take an attached disk away from the system.

    Blocks:
        While it is written back.

    Threads:
        Any.
    """
    return _use(handle, DETACH)


def _use(handle: DiskHandle, function: str) -> Reply:
    entered = handle.number
    value = lib.hcsffi_handle_enter(entered)
    if not value:
        return Reply(Outcome(function, INVALID_HANDLE))
    try:
        work = lib.hcsffi_disk_attach if function == ATTACH else lib.hcsffi_disk_detach
        return Reply(Outcome(function, int(work(value))))
    finally:
        lib.hcsffi_handle_leave(entered)
