"""The calls of compute systems, written down but not made: for :func:`hcsffi.run_many`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from hcsffi import documents
from hcsffi.compute.call import Call, as_text, no_answer
from hcsffi.compute.process import ComputeProcess
from hcsffi.delivery.argument import document_text, encoded, utf8
from hcsffi.delivery.operation import END_ABANDONED, Request
from hcsffi.documents import answers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.compute.system import ComputeSystem
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.documents.document import Document
    from hcsffi.native.handles import SystemHandle

_Document = TypeVar("_Document", bound="Document")
_System = TypeVar("_System", bound="ComputeSystem")


class HostCalls(Generic[_System]):
    """Calls that need no system yet, reached as ``ComputeSystem.calls``; every member returns a :class:`Call` and talks to nobody.

    The arguments are those of the class methods of :class:`ComputeSystem`, without time limits; so is what the calls answer.
    """

    def __init__(self, made: type[_System]) -> None:
        self._made = made

    def create(
        self,
        system_id: str,
        configuration: documents.ComputeSystem | JsonDocument,
        *,
        namespace: str | None = None,
        terminate_on_close: bool = False,
    ) -> Call[_System]:
        """Call HcsCreateComputeSystem, or HcsCreateComputeSystemInNamespace.

        Raises:
            InvalidDocument: the configuration is not well formed.
        """
        document = encoded(documents.ComputeSystem, configuration)
        texts: tuple[bytes | None, ...] = (utf8("system_id", system_id), document.text)
        function = "HcsCreateComputeSystem"
        if namespace is not None:
            function = "HcsCreateComputeSystemInNamespace"
            texts = (utf8("namespace", namespace), *texts)
        finish = partial(self._made.from_completion, system_id=system_id, namespace=namespace, terminate_on_close=terminate_on_close)
        request = Request(function, None, texts, system_subject(system_id), END_ABANDONED if terminate_on_close else 0)
        return Call(request, finish, sent=document)

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        names: Sequence[str] | None = None,
        types: Sequence[str] | None = None,
        owners: Sequence[str] | None = None,
        namespace: str | None = None,
    ) -> Call[list[documents.Properties]]:
        """Call HcsEnumerateComputeSystems, or HcsEnumerateComputeSystemsInNamespace.

        Raises:
            TypeError: a filter is a text instead of a list of texts.
        """
        filters = {"Ids": ids, "Names": names, "Types": types, "Owners": owners}
        for name, values in filters.items():
            if isinstance(values, str):  # a text is a sequence of texts and would look for its letters
                message = f"{name.lower()} is a list of texts, not the text {values!r}"
                raise TypeError(message)
        query = {name: [*values] for name, values in filters.items() if values is not None}
        text = document_text(documents.SystemQuery, query or None)
        if namespace is None:
            request = Request("HcsEnumerateComputeSystems", None, (text,), "the compute systems of this host")
        else:
            texts = (utf8("namespace", namespace), text)
            request = Request("HcsEnumerateComputeSystemsInNamespace", None, texts, f"the compute systems of {namespace!r}")
        return Call(request, lambda completion: answers.system_list(completion.document))


class SystemCalls:
    """Calls of one compute system, reached as ``system.calls``; every member returns a :class:`Call` and talks to nobody.

    The arguments are those of the methods of :class:`ComputeSystem`, without time limits; so is what the calls answer. A
    document that is not well formed is refused here (InvalidDocument), before anything is called.
    """

    def __init__(self, handle: SystemHandle, system_id: str, namespace: str | None) -> None:
        self._handle = handle
        self._subject = system_subject(system_id)
        self._system_id = system_id
        self._namespace = namespace

    def _plain(self, function: str, kind: type[_Document] | None = None, value: _Document | JsonDocument | None = None) -> Call[None]:
        sent = None if kind is None or value is None else encoded(kind, value)
        return Call(Request(function, self._handle, (sent.text if sent else None,), self._subject), no_answer, sent=sent)

    def start(self, options: documents.StartOptions | JsonDocument | None = None) -> Call[None]:
        """Call HcsStartComputeSystem."""
        return self._plain("HcsStartComputeSystem", documents.StartOptions, options)

    def shutdown(self, options: documents.ShutdownOptions | JsonDocument | None = None) -> Call[None]:
        """Call HcsShutDownComputeSystem."""
        return self._plain("HcsShutDownComputeSystem", documents.ShutdownOptions, options)

    def terminate(self) -> Call[None]:
        """Call HcsTerminateComputeSystem."""
        return self._plain("HcsTerminateComputeSystem")

    def pause(self, options: documents.PauseOptions | JsonDocument | None = None) -> Call[None]:
        """Call HcsPauseComputeSystem."""
        return self._plain("HcsPauseComputeSystem", documents.PauseOptions, options)

    def resume(self) -> Call[None]:
        """Call HcsResumeComputeSystem."""
        return self._plain("HcsResumeComputeSystem")

    def save(self, options: documents.SaveOptions | JsonDocument | None = None) -> Call[None]:
        """Call HcsSaveComputeSystem."""
        return self._plain("HcsSaveComputeSystem", documents.SaveOptions, options)

    def crash(self, options: documents.CrashOptions | JsonDocument | None = None) -> Call[None]:
        """Call HcsCrashComputeSystem."""
        return self._plain("HcsCrashComputeSystem", documents.CrashOptions, options)

    def modify(self, request: documents.hcs.ModifySettingRequest | JsonDocument) -> Call[None]:
        """Call HcsModifyComputeSystem; :mod:`hcsffi.documents.changes` makes the usual requests."""
        return self._plain("HcsModifyComputeSystem", documents.hcs.ModifySettingRequest, request)

    def properties(self, *types: str, queries: Mapping[str, object] | None = None) -> Call[documents.Properties]:
        """Call HcsGetComputeSystemProperties."""
        query: dict[str, object] = {}
        if types:
            query["PropertyTypes"] = [str(getattr(name, "value", name)) for name in types]
        if queries:
            query["Queries"] = dict(queries)
        text = document_text(documents.SystemPropertyQuery, query or None)
        request = Request("HcsGetComputeSystemProperties", self._handle, (text,), self._subject)
        return Call(request, lambda completion: answers.system_properties(completion.document))

    def query(self, question: documents.SystemPropertyQuery | JsonDocument | None = None) -> Call[str]:
        """Call HcsGetComputeSystemProperties with a query of one's own; the answer as it came."""
        text = document_text(documents.SystemPropertyQuery, question)
        return Call(Request("HcsGetComputeSystemProperties", self._handle, (text,), self._subject), as_text)

    def create_process(
        self, parameters: documents.ProcessParameters | JsonDocument, *, terminate_on_close: bool = False
    ) -> Call[ComputeProcess]:
        """Call HcsCreateProcess."""
        text = document_text(documents.ProcessParameters, parameters)
        finish = partial(
            ComputeProcess.from_completion,
            system_id=self._system_id,
            namespace=self._namespace,
            terminate_on_close=terminate_on_close,
        )
        request = Request("HcsCreateProcess", self._handle, (text,), self._subject, END_ABANDONED if terminate_on_close else 0)
        return Call(request, finish)


class CallsDoor:
    """What ``calls`` is on :class:`ComputeSystem`: calls of the host on the class, calls of the system on a system."""

    @overload
    def __get__(self, system: None, kind: type[_System]) -> HostCalls[_System]: ...

    @overload
    def __get__(self, system: ComputeSystem, kind: type[ComputeSystem]) -> SystemCalls: ...

    def __get__(self, system: ComputeSystem | None, kind: type[_System]) -> HostCalls[_System] | SystemCalls:
        """Return the calls of the class; those of a system stand in its own ``__dict__``, which is looked into first."""
        if system is None:
            return HostCalls(kind)
        raise AttributeError("calls", obj=system)


def system_subject(system_id: str) -> str:
    """Return how errors name the system."""
    return f"compute system {system_id!r}"
