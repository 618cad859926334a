"""The compute service itself: its properties and settings, access to virtual machines' files, and the files they save.

All functions here are synchronous in the service and run on a worker thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hcsffi import documents
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text, utf8
from hcsffi.documents import answers

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.documents.answers import ServiceAnswers

_SUBJECT: Final = "the compute service"


async def properties(*types: str, queries: Mapping[str, object] | None = None) -> ServiceAnswers:
    """Return properties of the service.

    Args:
        *types: ``Basic``, ``Memory``, ``CpuGroup``, ``ProcessorTopology``...
        queries: ``{property: its query document}``, schema 2.5 and later.

    Returns:
        A member for each property type (``basic``, ``cpu_group``...) as its document; ``others`` for types whose answer nobody
        describes, ``responses`` for queries, where one may fail while the call succeeds.

    Raises:
        InvalidDocument: an unknown shape of query.
        DocumentRejected: an unknown property.
        AccessDenied: the caller may not use the service.
        ServiceUnavailable: there is no service.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the answer is dropped.

    Source:
        HcsGetServiceProperties, computecore.h; schemas Service_PropertyQuery and ServiceProperties (since 2.1).
    """
    asked = [str(getattr(name, "value", name)) for name in types]
    query: dict[str, object] = {}
    if asked:
        query["PropertyTypes"] = asked
    if queries:
        query["PropertyQueries"] = dict(queries)
    text = document_text(documents.ServicePropertyQuery, query or None)
    return answers.service_answers(asked, (await blocking.ask("HcsGetServiceProperties", text, subject=_SUBJECT)).document)


async def query(question: documents.ServicePropertyQuery | JsonDocument | None = None) -> str:
    """Return the service's answer to a property query as it came.

    Args:
        question: the ``Service_PropertyQuery`` document as its type, a mapping or JSON text; ``None`` sends NULL.

    Raises:
        InvalidDocument: the query is not well formed.
        DocumentRejected: an unknown property.
        HcsError: the service refused it.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the answer is dropped.

    Source:
        HcsGetServiceProperties, computecore.h; schema Service_PropertyQuery (since 2.1).
    """
    text = document_text(documents.ServicePropertyQuery, question)
    return (await blocking.ask("HcsGetServiceProperties", text, subject=_SUBJECT)).document.decode()


async def supported_schema_versions() -> list[tuple[int, int]]:
    """Return the newest schema version of each major number the service takes, as (major, minor), newest last.

    A service that names 2.5 takes 2.0 to 2.5.

    Raises:
        ServiceUnavailable: there is no service.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait.

    Source:
        HcsGetServiceProperties, computecore.h; schema BasicInformation (since 2.1).
    """
    found = await properties("Basic")
    versions = None if found.basic is None else found.basic.supported_schema_versions
    return sorted((version.major or 0, version.minor or 0) for version in versions or [])


async def modify(request: documents.ModificationRequest | JsonDocument) -> str:
    """Change a setting of the service.

    Args:
        request: property type and settings, as the type, a mapping or JSON text.

    Returns:
        What the service answered, a JSON text or ``""``.

    Raises:
        InvalidDocument: the request is not well formed.
        HcsError: the service refused it.

    Blocks:
        A worker thread.

    Cancellation:
        Ends the wait; the change may still be made.

    Source:
        HcsModifyServiceSettings, computecore.h; schema ModificationRequest (since 2.1).
    """
    text = document_text(documents.ModificationRequest, request)
    return (await blocking.ask("HcsModifyServiceSettings", text, subject=_SUBJECT)).document.decode()


async def grant_vm_access(vm_id: str, path: str | os.PathLike[str]) -> None:
    """Let a virtual machine's account use a file of the host; the grant outlives the machine, so revoke it.

    Args:
        vm_id: the id the machine was, or will be, created with.
        path: the file.

    Raises:
        NotFound: the file does not exist.
        AccessDenied: the caller may not change the file's rights.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the grant may still be made.

    Source:
        HcsGrantVmAccess, computecore.h.
    """
    await _on_file("HcsGrantVmAccess", path, vm_id)


async def revoke_vm_access(vm_id: str, path: str | os.PathLike[str]) -> None:
    """Take back what :func:`grant_vm_access` gave.

    Args:
        vm_id: the id the machine was created with.
        path: the file.

    Raises:
        NotFound: the file does not exist.
        AccessDenied: the caller may not change the file's rights.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the grant may still be taken back.

    Source:
        HcsRevokeVmAccess, computecore.h.
    """
    await _on_file("HcsRevokeVmAccess", path, vm_id)


async def grant_vm_group_access(path: str | os.PathLike[str]) -> None:
    """Let every virtual machine use a file of the host.

    Raises:
        NotFound: the file does not exist.
        NotSupported: Windows is older than build 19041.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the grant may still be made.

    Source:
        HcsGrantVmGroupAccess, computecore.h.
    """
    await _on_file("HcsGrantVmGroupAccess", path)


async def revoke_vm_group_access(path: str | os.PathLike[str]) -> None:
    """Take back what :func:`grant_vm_group_access` gave.

    Raises:
        NotFound: the file does not exist.
        NotSupported: Windows is older than build 19041.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the grant may still be taken back.

    Source:
        HcsRevokeVmGroupAccess, computecore.h.
    """
    await _on_file("HcsRevokeVmGroupAccess", path)


async def create_empty_guest_state_file(path: str | os.PathLike[str]) -> None:
    """Create the file a virtual machine keeps its firmware variables in.

    Args:
        path: the file to create, usually ``*.vmgs``.

    Raises:
        AlreadyExists: the file exists.
        NotFound: its directory does not exist.

    Blocks:
        A worker thread, while the file is written.

    Cancellation:
        Ends the wait; the file may still be written.

    Source:
        HcsCreateEmptyGuestStateFile, computecore.h.
    """
    await _on_file("HcsCreateEmptyGuestStateFile", path)


async def create_empty_runtime_state_file(path: str | os.PathLike[str]) -> None:
    """Create the file a virtual machine saves its memory and devices in.

    Args:
        path: the file to create, usually ``*.vmrs``.

    Raises:
        AlreadyExists: the file exists.
        NotFound: its directory does not exist.

    Blocks:
        A worker thread, while the file is written.

    Cancellation:
        Ends the wait; the file may still be written.

    Source:
        HcsCreateEmptyRuntimeStateFile, computecore.h.
    """
    await _on_file("HcsCreateEmptyRuntimeStateFile", path)


async def processor_compatibility(path: str | os.PathLike[str]) -> documents.VmProcessorRequirements:
    """Return what a saved virtual machine needs of the processor it is to be restored on.

    Args:
        path: the saved state (``*.vmrs``).

    Raises:
        NotFound: the file does not exist.
        NotSupported: Windows is older than build 22000.

    Blocks:
        A worker thread, while the file is read.

    Cancellation:
        Ends the wait; the answer is dropped.

    Source:
        HcsGetProcessorCompatibilityFromSavedState, computecore.h; schema VmProcessorRequirements (since 2.5).
    """
    text = await _on_file("HcsGetProcessorCompatibilityFromSavedState", path)
    return answers.processor_requirements(text)


async def submit_wer_report(report: documents.CrashReport | JsonDocument) -> None:
    """Hand a crash report to Windows Error Reporting.

    Args:
        report: the document of a ``SYSTEM_CRASH_REPORT`` event, as it came or as its type.

    Raises:
        InvalidDocument: the report is not well formed.
        HcsError: the service refused it.

    Blocks:
        A worker thread.

    Cancellation:
        Ends the wait; the report may still be submitted.

    Source:
        HcsSubmitWerReport, computecore.h; schema CrashReport (since 2.1).
    """
    await blocking.ask("HcsSubmitWerReport", documents.encode(documents.CrashReport, report), subject=_SUBJECT)


async def _on_file(function: str, path: str | os.PathLike[str], vm_id: str | None = None) -> bytes:
    texts = [utf8("path", path)]
    if vm_id is not None:
        texts.insert(0, utf8("vm_id", vm_id))
    subject = f"file {str(path)!r}" if vm_id is None else f"file {str(path)!r} and virtual machine {vm_id!r}"
    return (await blocking.ask(function, *texts, subject=subject)).document
