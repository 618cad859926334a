"""Processes inside a compute system.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hcsffi.documents.scalar import Timestamp

class ModifyOperation(TextEnum):
    """Known values of `ModifyOperation`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ModifyOperation"

    CONSOLE_SIZE = "ConsoleSize"
    CLOSE_HANDLE = "CloseHandle"


class ProcessSignal(TextEnum):
    """Known values of `ProcessSignal`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ProcessSignal"

    CTRL_C = "CtrlC"
    CTRL_BREAK = "CtrlBreak"
    CTRL_CLOSE = "CtrlClose"
    CTRL_LOG_OFF = "CtrlLogOff"
    CTRL_SHUTDOWN = "CtrlShutdown"


class StdHandle(TextEnum):
    """Known values of `StdHandle`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.StdHandle"
    __newer__ = {"All": "2.1"}

    STD_IN = "StdIn"
    STD_OUT = "StdOut"
    STD_ERR = "StdErr"
    ALL = "All"


class CloseHandle(Document):
    """Which standard stream to close.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.CloseHandle"

    handle: StdHandle | str | None = member(
        "Handle", "StdHandle", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """StdHandle, since 2.0."""


class ConsoleSize(Document):
    """Size of a console in characters.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.ConsoleSize"

    height: int | None = member(
        "Height", "uint16", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint16, since 2.0."""

    width: int | None = member(
        "Width", "uint16", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint16, since 2.0."""


class ProcessDetails(Document):
    """One process of a process list.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ProcessDetails"

    process_id: int | None = member(
        "ProcessId", "uint32", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint32, since 2.1."""

    image_name: str | None = member(
        "ImageName", "string", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.1."""

    create_timestamp: Timestamp | None = member(
        "CreateTimestamp", "datetime", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Datetime, since 2.1."""

    user_time_100ns: int | None = member(
        "UserTime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64 (units of 100 ns), since 2.1."""

    kernel_time_100ns: int | None = member(
        "KernelTime100ns", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64 (units of 100 ns), since 2.1."""

    memory_commit_bytes: int | None = member(
        "MemoryCommitBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64 (bytes), since 2.1."""

    memory_working_set_private_bytes: int | None = member(
        "MemoryWorkingSetPrivateBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64 (bytes), since 2.1."""

    memory_working_set_shared_bytes: int | None = member(
        "MemoryWorkingSetSharedBytes", "uint64", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64 (bytes), since 2.1."""


class ProcessModifyRequest(Document):
    """A change to a running process.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.ProcessModifyRequest"

    operation: ModifyOperation | str | None = member(
        "Operation", "ModifyOperation", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """ModifyOperation, since 2.0."""

    console_size: ConsoleSize | None = member(
        "ConsoleSize", "ConsoleSize", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """ConsoleSize, since 2.0."""

    close_handle: CloseHandle | None = member(
        "CloseHandle", "CloseHandle", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """CloseHandle, since 2.0."""


class ProcessParameters(Document):
    """A process to create.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.ProcessParameters"

    application_name: str | None = member(
        "ApplicationName", "string", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """String, since 2.0."""

    command_line: str | None = member(
        "CommandLine", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    command_args: Sequence[str] | None = member(
        "CommandArgs", "array<string>", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Argument vector; Linux guests only (array<string>, since 2.0)."""

    user: str | None = member(
        "User", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    working_directory: str | None = member(
        "WorkingDirectory", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    environment: Mapping[str, str] | None = member(
        "Environment", "map<string,string>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Text to text (map<string,string>, since 2.0)."""

    restricted_token: bool | None = member(
        "RestrictedToken", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""

    emulate_console: bool | None = member(
        "EmulateConsole", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Gives a pseudo console; the error pipe is then unused (bool, since 2.0)."""

    create_std_in_pipe: bool | None = member(
        "CreateStdInPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    create_std_out_pipe: bool | None = member(
        "CreateStdOutPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    create_std_err_pipe: bool | None = member(
        "CreateStdErrPipe", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Bool, since 2.0."""

    console_size: Sequence[int] | None = member(
        "ConsoleSize", "array<uint16,2>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """[rows, columns], an array although ConsoleSize the type is an object (array<uint16,2>, since 2.0)."""

    use_existing_login: bool | None = member(
        "UseExistingLogin", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""

    use_legacy_console: bool | None = member(
        "UseLegacyConsole", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""


class ProcessStatus(Document):
    """How a process is or ended.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.ProcessStatus"

    process_id: int | None = member(
        "ProcessId", "uint32", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """uint32, since 2.1."""

    exited: bool | None = member(
        "Exited", "bool", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.1."""

    exit_code: int | None = member(
        "ExitCode", "uint32", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Meaningful when Exited and LastWaitResult is 0 (uint32, since 2.1)."""

    last_wait_result: int | None = member(
        "LastWaitResult", "int32", "2.1", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """HRESULT (int32, since 2.1)."""


class SignalProcessOptions(Document):
    """Which signal to send to a process.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.SignalProcessOptions"

    signal: ProcessSignal | str | None = member(
        "Signal", "ProcessSignal", "2.1", "docs dump", default=None
    )
    """ProcessSignal, since 2.1."""


class StorageQoS(Document):
    """Limits on storage traffic.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs.
    """

    __published__ = "hcs.StorageQoS"

    iops_maximum: int | None = member(
        "IopsMaximum", "uint64", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.0."""

    bandwidth_maximum: int | None = member(
        "BandwidthMaximum", "uint64", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """uint64, since 2.0."""
