"""What a careful client of win32more writes.

Each operation's result is taken, its document freed with LocalFree, the operation closed, a failure raised.

win32more declares the functions of Windows for ctypes from Microsoft's metadata and adds nothing to them. A PWSTR is a `c_wchar_p`, handles
are plain numbers, and a Python function given as a callback would be kept for ever, so the one callback here is made once. Importing this
module needs win32more, hence Windows.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
from typing import TYPE_CHECKING, Any

import anyio.to_thread

from measuring import Client

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

# Imported by name: where the project is checked, win32more is not installed.
foundation: Any = importlib.import_module("win32more.Windows.Win32.Foundation")
files: Any = importlib.import_module("win32more.Windows.Win32.Storage.FileSystem")
compute: Any = importlib.import_module("win32more.Windows.Win32.System.HostComputeSystem")
overlapped_io: Any = importlib.import_module("win32more.Windows.Win32.System.IO")
threading: Any = importlib.import_module("win32more.Windows.Win32.System.Threading")

CHUNK = 65536
GENERIC_ALL = 0x10000000
FOREVER_MS = 0xFFFFFFFF


def check(function: str, code: int, document: str = "") -> None:
    """Raise when an HRESULT says that the call failed."""
    if code < 0:
        raise OSError(f"{function}: 0x{code & 0xFFFFFFFF:08X} {document}")


def take_text(document: ctypes.c_wchar_p) -> str:
    """The text of a result document, which is freed."""
    text = document.value
    if text is None:
        return ""
    foundation.LocalFree(ctypes.cast(document, ctypes.c_void_p))
    return text


def read_to_end(file: int) -> int:
    """Read an overlapped pipe until its writer has closed it: how many bytes came. Blocks."""
    buffer = (ctypes.c_ubyte * CHUNK)()
    count = ctypes.c_uint32()
    overlapped = overlapped_io.OVERLAPPED()
    overlapped.hEvent = event = threading.CreateEventW(None, True, False, None)  # noqa: FBT003 - as Windows has it
    total = 0
    try:
        while True:
            done = files.ReadFile(file, buffer, CHUNK, None, ctypes.byref(overlapped))
            if done or foundation.GetLastError() == foundation.ERROR_IO_PENDING:
                wait = True
                done = overlapped_io.GetOverlappedResult(file, ctypes.byref(overlapped), ctypes.byref(count), wait)
            if not done:
                error = foundation.GetLastError()
                if error == foundation.ERROR_BROKEN_PIPE:
                    return total
                raise OSError(f"ReadFile: error {error}")
            total += count.value
    finally:
        foundation.CloseHandle(event)


class Win32more:
    """The client on one open compute system; close() releases the handle."""

    def __init__(self, loop: asyncio.AbstractEventLoop, system_id: str) -> None:
        self.loop = loop
        self.pending: dict[int, asyncio.Future[str]] = {}
        self.number = 0
        self.callback = compute.HCS_OPERATION_COMPLETION(self.on_complete)
        system = compute.HCS_SYSTEM()
        check("HcsOpenComputeSystem", compute.HcsOpenComputeSystem(system_id, GENERIC_ALL, ctypes.byref(system)))
        self.system = system.value

    def close(self) -> None:
        """Close the handle of the system."""
        compute.HcsCloseComputeSystem(self.system)

    @staticmethod
    def create_and_close() -> None:
        """Make an operation and close it unused."""
        compute.HcsCloseOperation(compute.HcsCreateOperation(None, None))

    def on_complete(self, operation: int, context: int) -> None:
        """Take the result on the library's thread and post it to the loop."""
        document = foundation.PWSTR()
        code = compute.HcsGetOperationResult(operation, ctypes.byref(document))
        text = take_text(document)
        compute.HcsCloseOperation(operation)
        self.loop.call_soon_threadsafe(self.finish, context, code, text)

    def finish(self, number: int, code: int, document: str) -> None:
        """Resume the task that waits for this operation."""
        try:
            check("operation", code, document)
        except OSError as error:
            self.pending.pop(number).set_exception(error)
        else:
            self.pending.pop(number).set_result(document)

    async def run(self, begin: Callable[[int], int]) -> str:
        """Start one function with an operation of its own and await its document."""
        self.number += 1
        number = self.number
        future: asyncio.Future[str] = self.loop.create_future()
        self.pending[number] = future
        operation = compute.HcsCreateOperation(number, self.callback)
        code = begin(operation)
        if code < 0:
            compute.HcsCloseOperation(operation)
            del self.pending[number]
            check("start of the operation", code)
        return await future

    def awaited(self) -> Client:
        """Properties with a completion callback."""

        def begin(operation: int) -> int:
            return int(compute.HcsGetComputeSystemProperties(self.system, operation, None))

        async def one() -> object:
            return await self.run(begin)

        return Client("win32more, callback", one)

    def in_thread(self) -> Client:
        """Properties with a blocking wait on a worker thread."""

        async def one() -> object:
            return await anyio.to_thread.run_sync(self.wait_properties)

        return Client("win32more, blocking wait in a thread", one)

    def wait_properties(self) -> str:
        """As `in_thread`. Blocks."""
        document = foundation.PWSTR()
        with opened_operation() as operation:
            check("properties", compute.HcsGetComputeSystemProperties(self.system, operation, None))
            code = compute.HcsWaitForOperationResult(operation, FOREVER_MS, ctypes.byref(document))
        text = take_text(document)
        check("properties", code, text)
        return text

    async def live(self, system_id: str, configuration: str) -> None:
        """Create, start and terminate a compute system, and close its handle; closing may block, so a thread does it."""
        system = compute.HCS_SYSTEM()
        await self.run(
            lambda operation: int(compute.HcsCreateComputeSystem(system_id, configuration, operation, None, ctypes.byref(system)))
        )
        try:
            await self.run(lambda operation: int(compute.HcsStartComputeSystem(system, operation, None)))
            await self.run(lambda operation: int(compute.HcsTerminateComputeSystem(system, operation, None)))
        finally:
            await anyio.to_thread.run_sync(compute.HcsCloseComputeSystem, system)

    async def count_output(self, parameters: str) -> int:
        """Run a process to its exit, on one worker thread: how many bytes it wrote to standard output."""
        return await anyio.to_thread.run_sync(self.run_process, parameters)

    def run_process(self, parameters: str) -> int:
        """As `count_output`. Blocks."""
        process = compute.HCS_PROCESS()
        information = compute.HCS_PROCESS_INFORMATION()
        document = foundation.PWSTR()
        with opened_operation() as operation:
            check("HcsCreateProcess", compute.HcsCreateProcess(self.system, parameters, operation, None, ctypes.byref(process)))
            code = compute.HcsWaitForOperationResultAndProcessInfo(operation, FOREVER_MS, ctypes.byref(information), ctypes.byref(document))
            check("HcsCreateProcess", code, take_text(document))
        try:
            total = read_to_end(information.StdOutput)
            document = foundation.PWSTR()
            code = compute.HcsWaitForProcessExit(process, FOREVER_MS, ctypes.byref(document))
            text = take_text(document)
            check("HcsWaitForProcessExit", code, text)
            if json.loads(text)["ExitCode"]:
                raise OSError(f"the process failed: {text}")
            return total
        finally:
            foundation.CloseHandle(information.StdOutput)
            compute.HcsCloseProcess(process)


@contextlib.contextmanager
def opened_operation() -> Iterator[int]:
    """An operation without a callback, closed in the end."""
    operation = compute.HcsCreateOperation(None, None)
    try:
        yield operation
    finally:
        compute.HcsCloseOperation(operation)
