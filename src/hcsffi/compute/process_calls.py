"""The calls of one process, written down but not made: for :func:`hcsffi.run_many`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.compute.call import Call, as_text, no_answer
from hcsffi.delivery.argument import document_text, unchecked_text
from hcsffi.delivery.operation import Completion, Request
from hcsffi.documents import answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.compute.process import ProcessInformation
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.native.handles import ProcessHandle


class ProcessCalls:
    """Calls of one process, reached as ``process.calls``; every member returns a :class:`Call` and talks to nobody.

    The arguments are those of the methods of :class:`ComputeProcess`, without time limits; so is what the calls answer.
    """

    def __init__(self, handle: ProcessHandle, subject: str, take: Callable[[Completion], ProcessInformation]) -> None:
        self._handle = handle
        self._subject = subject
        self._take = take

    def _plain(self, function: str, *texts: bytes | None) -> Call[None]:
        return Call(Request(function, self._handle, texts, self._subject), no_answer)

    def terminate(self) -> Call[None]:
        """Call HcsTerminateProcess."""
        return self._plain("HcsTerminateProcess", None)

    def signal(self, signal: str | int) -> Call[None]:
        """Call HcsSignalProcess: Windows guests take a name, Linux guests a number.

        Raises:
            InvalidDocument: a signal that cannot be written down.
        """
        kind = documents.SignalProcessOptionsLCOW if isinstance(signal, int) else documents.SignalProcessOptions
        return self._plain("HcsSignalProcess", documents.encode(kind, {"Signal": signal}))

    def modify(self, request: documents.ProcessModifyRequest | JsonDocument) -> Call[None]:
        """Call HcsModifyProcess.

        Raises:
            InvalidDocument: the request is not well formed.
        """
        return self._plain("HcsModifyProcess", document_text(documents.ProcessModifyRequest, request))

    def properties(self) -> Call[documents.ProcessStatus]:
        """Call HcsGetProcessProperties."""
        request = Request("HcsGetProcessProperties", self._handle, (None,), self._subject)
        return Call(request, lambda completion: answers.process_status(completion.document))

    def query(self, question: JsonDocument | None = None) -> Call[str]:
        """Call HcsGetProcessProperties with a query of one's own; the answer as it came.

        Raises:
            ValueError: the query cannot be written as JSON, or cannot cross to the library.
        """
        request = Request("HcsGetProcessProperties", self._handle, (unchecked_text("question", question),), self._subject)
        return Call(request, as_text)

    def information(self) -> Call[ProcessInformation]:
        """Call HcsGetProcessInfo; the process takes the streams that come."""
        return Call(Request("HcsGetProcessInfo", self._handle, (), self._subject), self._take)
