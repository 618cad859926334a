"""Other ways to await an HCS operation from Python, on the same embedded host, for the side-by-side of completion.py.

Each peer does what a careful client of its kind would write: create an operation with a callback, start it, and when the callback comes
take the result, turn the document into text, free it and close the operation.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio.to_thread
import cffi

import ctypes_peer
from measuring import Client

if TYPE_CHECKING:
    import asyncio

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

PEER_DECLARATIONS = """
int plain_client_open(const char *path, const uint16_t *id);
void plain_client_close(void);
uint64_t plain_client_run(int total, int width, uint64_t *latencies);
HRESULT plain_client_wait(void);
HCS_SYSTEM plain_client_target(void);
extern HCS_OPERATION (*call_HcsCreateOperation)(const void *, HCS_OPERATION_COMPLETION);
extern void (*call_HcsCloseOperation)(HCS_OPERATION);
extern HRESULT (*call_HcsGetOperationResult)(HCS_OPERATION, PWSTR *);
extern HRESULT (*call_HcsGetComputeSystemProperties)(HCS_SYSTEM, HCS_OPERATION, PCWSTR);
extern void (*call_hcsffi_local_free)(void *);
extern "Python" void on_extern_complete(HCS_OPERATION, void *);
"""


def compile_plain_client(folder: Path) -> Any:
    """Compile plain_client.c and the extern "Python" callback into one cffi module and import it."""
    ffi = cffi.FFI()
    types = (ROOT / "hcs_cdef.h").read_text(encoding="utf-8").split("/* library:")[0].replace("#pragma once", "")
    ffi.cdef(types + PEER_DECLARATIONS)
    ffi.set_source(
        "hcsffi_peers",
        (HERE / "plain_client.c").read_text(encoding="utf-8"),
        include_dirs=[str(ROOT)],
        libraries=["dl", "pthread"],
        extra_compile_args=["-O2"],
    )
    path = ffi.compile(tmpdir=str(folder))
    spec = importlib.util.spec_from_file_location("hcsffi_peers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Peers:
    """The compiled peers on one open compute system; close() releases the system."""

    def __init__(self, host: Path, system_id: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.module = compile_plain_client(Path(self.folder.name))
        text = self.module.ffi.new("uint16_t[]", [*system_id.encode("utf-16-le")[::2], 0])
        if self.module.lib.plain_client_open(str(host).encode(), text):
            sys.exit("the plain C client could not open the compute system")
        self.host = host

    def close(self) -> None:
        """Close the system and forget the compiled module."""
        self.module.lib.plain_client_close()
        self.folder.cleanup()

    def c_limit(self, total: int, width: int) -> tuple[float, list[float]]:
        """Run the pure C client: microseconds per operation, and sorted latencies in microseconds."""
        latencies = self.module.ffi.new("uint64_t[]", total)
        elapsed = self.module.lib.plain_client_run(total, width, latencies)
        if not elapsed:
            sys.exit("the plain C client failed")
        return elapsed / total / 1000, sorted(value / 1000 for value in latencies)

    def thread_wait(self) -> Client:
        """A worker thread per wait, as blocking bindings are used from anyio."""
        wait = self.module.lib.plain_client_wait

        async def one() -> object:
            result = await anyio.to_thread.run_sync(wait)
            if result < 0:
                raise OSError(result)
            return result

        return Client("anyio.to_thread, blocking wait", one)

    def extern_python(self, loop: asyncio.AbstractEventLoop) -> Client:
        """A cffi `extern "Python"` callback that posts to the loop."""
        ffi, lib = self.module.ffi, self.module.lib
        pending: dict[int, asyncio.Future[str]] = {}
        target = lib.plain_client_target()
        number = 0

        def finish(key: int, document: str) -> None:
            pending.pop(key).set_result(document)

        @ffi.def_extern(name="on_extern_complete")  # type: ignore[untyped-decorator]  # cffi names no type for it
        def on_complete(operation: Any, context: Any) -> None:
            document = ffi.new("PWSTR *")
            lib.call_HcsGetOperationResult(operation, document)
            text = ""
            if document[0]:
                text = ffi.string(ffi.cast("char16_t *", document[0]))
                lib.call_hcsffi_local_free(document[0])
            lib.call_HcsCloseOperation(operation)
            loop.call_soon_threadsafe(finish, int(ffi.cast("intptr_t", context)), text)

        async def one() -> object:
            nonlocal number
            number += 1
            future = pending[number] = loop.create_future()
            operation = lib.call_HcsCreateOperation(ffi.cast("void *", number), lib.on_extern_complete)
            result = lib.call_HcsGetComputeSystemProperties(target, operation, ffi.NULL)
            if result < 0:
                raise OSError(result)
            return await future

        return Client('cffi extern "Python" callback', one)

    def ctypes_callback(self, loop: asyncio.AbstractEventLoop) -> Client:
        """A ctypes CFUNCTYPE callback that posts to the loop, as today's only Python access is used."""
        host = ctypes.CDLL(str(self.host))
        free = host.hcsffi_local_free
        free.restype, free.argtypes = None, [ctypes.c_void_p]
        target = int(self.module.ffi.cast("intptr_t", self.module.lib.plain_client_target()))
        length = 0

        def utf16(address: int) -> str:
            # On Windows ctypes.wstring_at finds the end natively; here the end, the same in every answer, is looked for once, to be fair to
            # the peer.
            nonlocal length
            if not length:
                units = ctypes.cast(address, ctypes.POINTER(ctypes.c_uint16))
                while units[length]:
                    length += 1
            return ctypes.string_at(address, 2 * length).decode("utf-16-le")

        return ctypes_peer.callback_client(loop, ctypes_peer.declare(host), target, utf16, free)
