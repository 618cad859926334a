"""Pipes as a process's standard streams are made: descriptors off Windows, overlapped named pipes there."""

from __future__ import annotations

import ctypes
import os
import sys
import uuid
from typing import Any

from hcsffi.delivery.pipe import ReceivePipe, SendPipe
from hcsffi.native.handles import PipeHandle

OVERLAPPED = 0x40000000  # FILE_FLAG_OVERLAPPED, winbase.h
INBOUND = 0x1  # PIPE_ACCESS_INBOUND, winbase.h
MESSAGES = 0x4 | 0x2  # PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE, winbase.h
GENERIC_WRITE = 0x40000000
OPEN_EXISTING = 3


def named_pipe(mode: int = 0, write_flags: int = 0, size_bytes: int = 1 << 16) -> tuple[int, int]:
    """Both ends of a new named pipe, the one to read from and the one to write to; the first is overlapped.

    Args:
        mode: 0 for bytes, or ``MESSAGES``.
        write_flags: how the end to write to is opened.
        size_bytes: what it holds.
    """
    kernel32: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    kernel32.CreateNamedPipeW.restype = kernel32.CreateFileW.restype = ctypes.c_void_p
    name = f"\\\\.\\pipe\\hcsffi-test-{uuid.uuid4()}"
    read_end = kernel32.CreateNamedPipeW(name, INBOUND | OVERLAPPED, mode, 1, size_bytes, size_bytes, 0, None)
    write_end = kernel32.CreateFileW(name, GENERIC_WRITE, 0, None, OPEN_EXISTING, write_flags, None)
    assert -1 not in {ctypes.c_ssize_t(read_end).value, ctypes.c_ssize_t(write_end).value}
    return read_end, write_end


def streams() -> tuple[SendPipe, ReceivePipe]:
    """The two ends of one pipe."""
    read_end, write_end = named_pipe(write_flags=OVERLAPPED) if sys.platform == "win32" else os.pipe()
    return SendPipe(PipeHandle(write_end)), ReceivePipe(PipeHandle(read_end))
