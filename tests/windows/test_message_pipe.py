"""A stream over a pipe of messages: nothing says that the service's pipes are of bytes, and a message may be longer than a read."""

from __future__ import annotations

import ctypes
import sys
from contextlib import closing
from typing import Any

import anyio
import pytest

from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.native.handles import PipeHandle

from pipe_pair import MESSAGES, named_pipe

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(sys.platform != "win32", reason="named pipes are Windows'")]

MESSAGE = bytes(range(250)) * 600  # more than the 131,072 bytes that one read asks for


def write(write_end: int) -> None:
    """Write one message."""
    kernel32: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
    written = ctypes.c_ulong()
    assert kernel32.WriteFile(ctypes.c_void_p(write_end), MESSAGE, len(MESSAGE), ctypes.byref(written), None)
    assert written.value == len(MESSAGE)


@pytest.mark.parametrize("early", [True, False], ids=["waiting for its reader", "waited for"])
async def test_a_message_longer_than_a_read_arrives_whole(early: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The system answers such a read with an error code that is none, and its completion comes all the same."""
    read_end, write_end = named_pipe(MESSAGES, size_bytes=1 << 20)
    stream, writer = ReceivePipe(PipeHandle(read_end)), PipeHandle(write_end)
    received = b""
    with closing(writer), anyio.fail_after(60):
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
