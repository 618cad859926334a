"""A stream over a pipe of messages: nothing says that the service's pipes are of bytes, and a message may be longer than a read."""

from __future__ import annotations

import ctypes
import sys
import uuid
from contextlib import closing
from typing import Any

import anyio
import pytest

from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.native.handles import PipeHandle

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(sys.platform != "win32", reason="named pipes are Windows'")]

INBOUND_OVERLAPPED = 0x1 | 0x40000000  # PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED, winbase.h
MESSAGES = 0x4 | 0x2  # PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE, winbase.h
GENERIC_WRITE = 0x40000000
OPEN_EXISTING = 3
MESSAGE = bytes(range(250)) * 600  # more than the 65,536 bytes of one read


def message_pipe() -> tuple[int, int]:
    """Both ends of a new pipe: the one to read messages from, overlapped, and the one to write them to."""
    kernel32: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    kernel32.CreateNamedPipeW.restype = kernel32.CreateFileW.restype = ctypes.c_void_p
    name = f"\\\\.\\pipe\\hcsffi-test-{uuid.uuid4()}"
    read_end = kernel32.CreateNamedPipeW(name, INBOUND_OVERLAPPED, MESSAGES, 1, 1 << 20, 1 << 20, 0, None)
    write_end = kernel32.CreateFileW(name, GENERIC_WRITE, 0, None, OPEN_EXISTING, 0, None)
    assert -1 not in {ctypes.c_ssize_t(read_end).value, ctypes.c_ssize_t(write_end).value}
    return read_end, write_end


def write(write_end: int) -> None:
    """Write one message."""
    kernel32: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
    written = ctypes.c_ulong()
    assert kernel32.WriteFile(ctypes.c_void_p(write_end), MESSAGE, len(MESSAGE), ctypes.byref(written), None)
    assert written.value == len(MESSAGE)


@pytest.mark.parametrize("early", [True, False], ids=["waiting for its reader", "waited for"])
async def test_a_message_longer_than_a_read_arrives_whole(early: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The system answers such a read with an error code that is none, and its completion comes all the same."""
    read_end, write_end = message_pipe()
    stream, writer = ReceivePipe(PipeHandle(read_end)), PipeHandle(write_end)
    received = b""
    with closing(writer), anyio.fail_after(10):
        async with stream:
            if early:
                write(write_end)
            async with anyio.create_task_group() as tasks:

                async def collect() -> None:
                    nonlocal received
                    while len(received) < len(MESSAGE):
                        received += await stream.receive()

                tasks.start_soon(collect)
                await anyio.wait_all_tasks_blocked()
                if not early:
                    write(write_end)
    assert received == MESSAGE
