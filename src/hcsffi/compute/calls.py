"""The calls of one compute system and of one process, written down but not made: for :func:`hcsffi.compute.call.run_many`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hcsffi import documents
from hcsffi.compute.argument import encode
from hcsffi.compute.call import Call, nothing
from hcsffi.delivery.operation import Completion, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hcsffi.compute.argument import Document
    from hcsffi.documents.document import Document as Typed
    from hcsffi.native.handles import ProcessHandle, SystemHandle

Answer = TypeVar("Answer")
_Typed = TypeVar("_Typed", bound="Typed")


class SystemCalls:
    """Calls of one compute system; every member returns a :class:`Call` and talks to nobody.

    Args:
        handle: the system.
        subject: how errors name it.
    """

    def __init__(self, handle: SystemHandle, subject: str) -> None:
        self._handle = handle
        self._subject = subject

    def _plain(self, function: str, kind: type[_Typed] | None = None, value: _Typed | Document | None = None) -> Call[None]:
        text = None if kind is None else encode(kind, value)
        sent = None if kind is None or text is None else (kind, text)
        return Call(Request(function, self._handle, (text,), self._subject), nothing, sent=sent)

    def start(self, options: documents.StartOptions | Document | None = None) -> Call[None]:
        """Call HcsStartComputeSystem."""
        return self._plain("HcsStartComputeSystem", documents.StartOptions, options)

    def shutdown(self, options: documents.ShutdownOptions | Document | None = None) -> Call[None]:
        """Call HcsShutDownComputeSystem."""
        return self._plain("HcsShutDownComputeSystem", documents.ShutdownOptions, options)

    def terminate(self) -> Call[None]:
        """Call HcsTerminateComputeSystem."""
        return self._plain("HcsTerminateComputeSystem")

    def pause(self, options: documents.PauseOptions | Document | None = None) -> Call[None]:
        """Call HcsPauseComputeSystem."""
        return self._plain("HcsPauseComputeSystem", documents.PauseOptions, options)

    def resume(self) -> Call[None]:
        """Call HcsResumeComputeSystem."""
        return self._plain("HcsResumeComputeSystem")

    def save(self, options: documents.SaveOptions | Document | None = None) -> Call[None]:
        """Call HcsSaveComputeSystem."""
        return self._plain("HcsSaveComputeSystem", documents.SaveOptions, options)

    def crash(self, options: documents.CrashOptions | Document | None = None) -> Call[None]:
        """Call HcsCrashComputeSystem."""
        return self._plain("HcsCrashComputeSystem", documents.CrashOptions, options)

    def modify(self, request: documents.hcs.ModifySettingRequest | Document) -> Call[None]:
        """Call HcsModifyComputeSystem."""
        return self._plain("HcsModifyComputeSystem", documents.hcs.ModifySettingRequest, request)

    def properties(self, *types: str, queries: Mapping[str, object] | None = None) -> Call[documents.Properties]:
        """Call HcsGetComputeSystemProperties; see :meth:`ComputeSystem.properties` for the arguments."""
        query: dict[str, object] = {}
        if types:
            query["PropertyTypes"] = [str(getattr(name, "value", name)) for name in types]
        if queries:
            query["Queries"] = dict(queries)
        text = encode(documents.SystemPropertyQuery, query or None)
        request = Request("HcsGetComputeSystemProperties", self._handle, (text,), self._subject)
        return Call(request, lambda completion: documents.from_json(documents.Properties, completion.document or b"{}"))

    def create_process(
        self, parameters: bytes, finish: Callable[[Completion], Answer], *, terminate_abandoned: bool = False
    ) -> Call[Answer]:
        """Call HcsCreateProcess; ``finish`` makes the process out of the completion."""
        return Call(
            Request("HcsCreateProcess", self._handle, (parameters,), self._subject), finish, terminate_abandoned=terminate_abandoned
        )


class ProcessCalls:
    """Calls of one process; every member returns a :class:`Call` and talks to nobody.

    Args:
        handle: the process.
        subject: how errors name it.
    """

    def __init__(self, handle: ProcessHandle, subject: str) -> None:
        self._handle = handle
        self._subject = subject

    def terminate(self) -> Call[None]:
        """Call HcsTerminateProcess."""
        return Call(Request("HcsTerminateProcess", self._handle, (None,), self._subject), nothing)

    def signal(self, signal: str | int) -> Call[None]:
        """Call HcsSignalProcess: Windows guests take a name, Linux guests a number."""
        kind = documents.SignalProcessOptionsLCOW if isinstance(signal, int) else documents.SignalProcessOptions
        texts = (documents.encode(kind, {"Signal": signal}),)
        return Call(Request("HcsSignalProcess", self._handle, texts, self._subject), nothing)

    def modify(self, request: documents.ProcessModifyRequest | Document) -> Call[None]:
        """Call HcsModifyProcess."""
        texts = (encode(documents.ProcessModifyRequest, request),)
        return Call(Request("HcsModifyProcess", self._handle, texts, self._subject), nothing)

    def properties(self) -> Call[documents.ProcessStatus]:
        """Call HcsGetProcessProperties."""
        request = Request("HcsGetProcessProperties", self._handle, (None,), self._subject)
        return Call(request, lambda completion: documents.from_json(documents.ProcessStatus, completion.document))

    def information(self, finish: Callable[[Completion], Answer]) -> Call[Answer]:
        """Call HcsGetProcessInfo; ``finish`` owns the pipes of the completion."""
        return Call(Request("HcsGetProcessInfo", self._handle, (), self._subject), finish)
