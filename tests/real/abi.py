"""The C ABI as a client in C sees it: one blocking call at a time, every code and document as it came.

Statements about operations, callbacks and documents that our own checks would refuse cannot be looked at through the library's API. Here
nothing is checked, turned into an exception or retried. Text is `str`; a call's code is the unsigned HRESULT.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from hcsffi.native.binding import ffi, lib

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

COMPUTECORE = 0
ENDLESS = 0xFFFFFFFF
GENERIC_ALL = 0x10000000
INVALID_HANDLE_VALUE = (1 << 64) - 1
PROCEDURE_NOT_FOUND = 0x8007007F


class Answer(NamedTuple):
    """A code and the text that came with it."""

    code: int
    text: str | None

    @property
    def document(self) -> Any:
        """The text as JSON; None when there is none."""
        return json.loads(self.text) if self.text else None


class Information(NamedTuple):
    """HCS_PROCESS_INFORMATION with its handles as numbers."""

    process_id: int
    std_input: int
    std_output: int
    std_error: int

    def close(self) -> None:
        """Close the streams there are."""
        for stream in self[1:]:
            if stream not in {0, INVALID_HANDLE_VALUE}:
                lib.hcsffi_pipe_close(stream)


def unsigned(code: int) -> int:
    """The HRESULT as it is printed."""
    return code & 0xFFFFFFFF


def skip_if_absent(code: int, function: str) -> None:
    """A function that this Windows does not have yet says nothing about the statement."""
    if code == PROCEDURE_NOT_FOUND:
        pytest.skip(f"the library that answers has no {function}")


def wide(text: str | None) -> Any:
    """A NUL-terminated UTF-16 string, or NULL; keep it alive over the call."""
    if text is None:
        return ffi.NULL
    units = text.encode("utf-16-le", "surrogatepass")
    return ffi.new("WCHAR[]", [*(int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)), 0])


def narrow(text: Any) -> str | None:
    """A copy of a borrowed UTF-16 string."""
    if text == ffi.NULL:
        return None
    length = 0
    while text[length]:
        length += 1
    return bytes(ffi.buffer(text, 2 * length)).decode("utf-16-le", "replace")


def take(pointer: Any) -> str | None:
    """A document the service handed out: read, then freed with the right function."""
    text = narrow(pointer[0])
    length = ffi.new("uint32_t *")
    lib.hcsffi_text_drop(lib.hcsffi_text_take(COMPUTECORE, pointer[0], length))
    return text


def as_text(document: dict[str, Any] | str | None) -> str | None:
    """JSON text of a document; text stays as it is, however wrong."""
    return json.dumps(document) if isinstance(document, dict) else document


class Operation:
    """An operation of the caller's own; leaving the block closes it."""

    def __init__(self, callback: Any = ffi.NULL) -> None:
        self.handle = lib.HcsCreateOperation(ffi.NULL, callback)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; a second time does nothing."""
        handle, self.handle = self.handle, ffi.NULL
        if handle != ffi.NULL:
            lib.HcsCloseOperation(handle)

    def get(self) -> Answer:
        """HcsGetOperationResult."""
        text = ffi.new("PWSTR *")
        code = unsigned(lib.HcsGetOperationResult(self.handle, text))
        return Answer(code, take(text))

    def wait(self, limit_ms: int) -> Answer:
        """HcsWaitForOperationResult."""
        text = ffi.new("PWSTR *")
        code = unsigned(lib.HcsWaitForOperationResult(self.handle, limit_ms, text))
        return Answer(code, take(text))

    def wait_informed(self, limit_ms: int) -> tuple[Answer, Information]:
        """HcsWaitForOperationResultAndProcessInfo."""
        text = ffi.new("PWSTR *")
        found = ffi.new("HCS_PROCESS_INFORMATION *")
        code = unsigned(lib.HcsWaitForOperationResultAndProcessInfo(self.handle, limit_ms, found, text))
        streams = (int(ffi.cast("uintptr_t", stream)) for stream in (found.StdInput, found.StdOutput, found.StdError))
        return Answer(code, take(text)), Information(found.ProcessId, *streams)

    @property
    def type(self) -> int:
        """HcsGetOperationType."""
        return int(lib.HcsGetOperationType(self.handle))


def started(limit_ms: int, function: Callable[..., int], *arguments: object) -> Answer:
    """Call a function with an operation of its own (None stands for it) and wait: what it came to, now or later."""
    with Operation() as operation:
        texts = [wide(argument) if isinstance(argument, str) else argument for argument in arguments]
        code = unsigned(function(*(operation.handle if text is None else text for text in texts)))
        return operation.get()._replace(code=code) if code >= 1 << 31 else operation.wait(limit_ms)


class System:
    """A compute system's handle; leaving the block closes it."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle

    @classmethod
    def open(cls, system_id: str) -> tuple[int, Self]:
        """HcsOpenComputeSystem."""
        handle = ffi.new("HCS_SYSTEM *")
        code = unsigned(lib.HcsOpenComputeSystem(wide(system_id), GENERIC_ALL, handle))
        return code, cls(handle[0])

    @classmethod
    def create(cls, system_id: str, document: dict[str, Any] | str, operation: Operation) -> tuple[int, Self]:
        """HcsCreateComputeSystem, not waited for."""
        handle = ffi.new("HCS_SYSTEM *")
        code = unsigned(lib.HcsCreateComputeSystem(wide(system_id), wide(as_text(document)), operation.handle, ffi.NULL, handle))
        return code, cls(handle[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_null(self) -> bool:
        """Whether the call wrote no handle."""
        return bool(self.handle == ffi.NULL)

    def close(self) -> None:
        """Close it; a second time does nothing."""
        handle, self.handle = self.handle, ffi.NULL
        if handle != ffi.NULL:
            lib.HcsCloseComputeSystem(handle)

    def create_process(self, parameters: dict[str, Any], operation: Operation) -> tuple[int, Process]:
        """HcsCreateProcess, not waited for."""
        handle = ffi.new("HCS_PROCESS *")
        code = unsigned(lib.HcsCreateProcess(self.handle, wide(as_text(parameters)), operation.handle, ffi.NULL, handle))
        return code, Process(handle[0])

    def wait_exit(self, limit_ms: int) -> Answer:
        """HcsWaitForComputeSystemExit."""
        text = ffi.new("PWSTR *")
        code = unsigned(lib.HcsWaitForComputeSystemExit(self.handle, limit_ms, text))
        skip_if_absent(code, "HcsWaitForComputeSystemExit")
        return Answer(code, take(text))


class Process:
    """A process's handle; leaving the block closes it."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; a second time does nothing."""
        handle, self.handle = self.handle, ffi.NULL
        if handle != ffi.NULL:
            lib.HcsCloseProcess(handle)

    def wait_exit(self, limit_ms: int) -> Answer:
        """HcsWaitForProcessExit."""
        text = ffi.new("PWSTR *")
        code = unsigned(lib.HcsWaitForProcessExit(self.handle, limit_ms, text))
        skip_if_absent(code, "HcsWaitForProcessExit")
        return Answer(code, take(text))


class Completions:
    """A completion callback that writes down what it was called with; `code` is what the result call said inside."""

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.threads: list[int] = []
        self.came = threading.Event()
        self.callback = ffi.callback("void(HCS_OPERATION, void *)", self._called)

    def _called(self, operation: Any, _context: Any) -> None:
        text = ffi.new("PWSTR *")
        self.codes.append(unsigned(lib.HcsGetOperationResult(operation, text)))
        take(text)
        self.threads.append(threading.get_ident())
        self.came.set()


class Event(NamedTuple):
    """One call of an event callback."""

    kind: int
    text: str | None
    operation: int


class Events:
    """An event callback that writes down what it was called with."""

    def __init__(self) -> None:
        self.seen: list[Event] = []
        self._changed = threading.Condition()
        self.callback = ffi.callback("void(HCS_EVENT *, void *)", self._called)

    def _called(self, event: Any, _context: Any) -> None:
        with self._changed:
            self.seen.append(Event(unsigned(event.Type), narrow(event.EventData), int(ffi.cast("uintptr_t", event.Operation))))
            self._changed.notify_all()

    def wait(self, kind: int, limit_ms: int) -> Event | None:
        """The first event of that kind, or None when it does not come in time."""
        with self._changed:
            self._changed.wait_for(lambda: any(event.kind == kind for event in self.seen), limit_ms / 1000)
            return next((event for event in self.seen if event.kind == kind), None)

    def count(self, kind: int) -> int:
        """How many of that kind came."""
        return sum(event.kind == kind for event in self.seen)
