"""The ctypes way to await an HCS operation: prototypes written by hand, and a CFUNCTYPE callback that posts to the event loop."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

from measuring import Client

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


class Functions(NamedTuple):
    """What the peer calls in the library, with prototypes."""

    create: Any
    close: Any
    take: Any
    properties: Any


def declare(library: ctypes.CDLL) -> Functions:
    """Give the library's functions their prototypes. 64-bit Windows has one calling convention, so a CDLL does there, too."""
    create = library.HcsCreateOperation
    create.restype, create.argtypes = ctypes.c_void_p, [ctypes.c_void_p, CALLBACK]
    close = library.HcsCloseOperation
    close.restype, close.argtypes = None, [ctypes.c_void_p]
    take = library.HcsGetOperationResult
    take.restype, take.argtypes = ctypes.c_int32, [ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)]
    properties = library.HcsGetComputeSystemProperties
    properties.restype, properties.argtypes = ctypes.c_int32, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    return Functions(create, close, take, properties)


def callback_client(
    loop: asyncio.AbstractEventLoop, functions: Functions, target: int, text_at: Callable[[int], str], free: Callable[[Any], object]
) -> Client:
    """The contender.

    Args:
        loop: where the operations are awaited.
        functions: of the library.
        target: the handle of the compute system whose properties are asked for.
        text_at: reads the UTF-16 text at an address.
        free: gives a result document back.
    """
    create, close, take, properties = functions
    pending: dict[int, asyncio.Future[str]] = {}
    number = 0

    def finish(key: int, result: int, document: str) -> None:
        future = pending.pop(key)
        if result < 0:
            future.set_exception(OSError(f"0x{result & 0xFFFFFFFF:08X} {document}"))
        else:
            future.set_result(document)

    @CALLBACK  # type: ignore[untyped-decorator]  # ctypes names no type for it
    def on_complete(operation: int, context: int) -> None:
        document = ctypes.c_void_p()
        result = take(operation, ctypes.byref(document))
        text = ""
        if document.value:
            text = text_at(document.value)
            free(document)
        close(operation)
        loop.call_soon_threadsafe(finish, context, result, text)

    async def one() -> object:
        nonlocal number
        number += 1
        future = pending[number] = loop.create_future()
        operation = create(number, on_complete)
        result = properties(target, operation, None)
        if result < 0:
            raise OSError(result)
        return await future

    return Client("ctypes callback", one)
