"""Processes inside a compute system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.scalar import Timestamp


@define(frozen=True, kw_only=True)
class ProcessParameters(
    Document,
    published="hcs.ProcessParameters",
    since="2.0",
    sources="docs dump hcsshim hcs-rs zlayer",
    rules=("at least one of ApplicationName CommandLine CommandArgs: HcsCreateProcess",),
):
    """A process to create."""

    application_name: str | None = member("ApplicationName", "string", "2.0", "docs dump hcsshim hcs-rs")
    command_line: str | None = member("CommandLine", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    command_args: Sequence[str] | None = member(
        "CommandArgs", "array<string>", "2.0", "docs dump hcsshim hcs-rs", "Argument vector; Linux guests only."
    )
    user: str | None = member("User", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    working_directory: str | None = member("WorkingDirectory", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    environment: Mapping[str, str] | None = member(
        "Environment", "map<string,string>", "2.0", "docs dump hcsshim hcs-rs zlayer", "Text to text.", secret=True
    )
    restricted_token: bool | None = member("RestrictedToken", "bool", "2.0", "docs dump hcsshim hcs-rs")
    emulate_console: bool | None = member(
        "EmulateConsole", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", "Gives a pseudo console; the error pipe is then unused."
    )
    create_std_in_pipe: bool | None = member("CreateStdInPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    create_std_out_pipe: bool | None = member("CreateStdOutPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    create_std_err_pipe: bool | None = member("CreateStdErrPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    # shape: dump array<uint16>; hcsshim array<int32>; zlayer ConsoleSize; array here; the object form belongs to ProcessModifyRequest.
    console_size: Sequence[int] | None = member(
        "ConsoleSize", "array<uint16,2>", "2.0", "docs dump hcsshim hcs-rs zlayer", "[rows, columns]; the type ConsoleSize is an object."
    )
    use_existing_login: bool | None = member("UseExistingLogin", "bool", "2.0", "docs dump hcsshim hcs-rs")
    use_legacy_console: bool | None = member("UseLegacyConsole", "bool", "2.0", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class ProcessStatus(Document, published="hcs.ProcessStatus", since="2.1", sources="docs dump hcsshim hcs-rs zlayer"):
    """How a process is or ended."""

    process_id: int | None = member("ProcessId", "uint32", "2.1", "docs dump hcsshim hcs-rs zlayer")
    exited: bool | None = member("Exited", "bool", "2.1", "docs dump hcsshim hcs-rs")
    exit_code: int | None = member(
        "ExitCode", "uint32", "2.1", "docs dump hcsshim hcs-rs zlayer", "Meaningful when Exited and LastWaitResult is 0."
    )
    last_wait_result: int | None = member("LastWaitResult", "int32", "2.1", "docs dump hcsshim hcs-rs zlayer", "HRESULT.")


@define(frozen=True, kw_only=True)
class ProcessDetails(Document, published="hcs.ProcessDetails", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """One process of a process list."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    process_id: int | None = member("ProcessId", "uint32", "2.1", "docs dump hcsshim hcs-rs")
    image_name: str | None = member("ImageName", "string", "2.1", "docs dump hcsshim hcs-rs")
    create_timestamp: Timestamp | None = member("CreateTimestamp", "datetime", "2.1", "docs dump hcsshim hcs-rs")
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 5 rows).
    user_time_100ns: int | None = member("UserTime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="100 ns")
    kernel_time_100ns: int | None = member("KernelTime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="100 ns")
    memory_commit_bytes: int | None = member("MemoryCommitBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="bytes")
    memory_working_set_private_bytes: int | None = member(
        "MemoryWorkingSetPrivateBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="bytes"
    )
    memory_working_set_shared_bytes: int | None = member(
        "MemoryWorkingSetSharedBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", unit="bytes"
    )
