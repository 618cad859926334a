"""Changes and signals to a running process."""

from __future__ import annotations

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum


@define(frozen=True, kw_only=True)
class ProcessModifyRequest(
    Document,
    published="hcs.ProcessModifyRequest",
    since="2.0",
    sources="docs dump hcsshim hcs-rs",
    rules=(
        "ConsoleSize if Operation is ConsoleSize: HcsModifyProcess",
        "CloseHandle if Operation is CloseHandle: HcsModifyProcess",
    ),
):
    """A change to a running process."""

    operation: ModifyOperation | None = member("Operation", "ModifyOperation", "2.0", "docs dump hcsshim hcs-rs", rule="needed: hcsshim")
    console_size: ConsoleSize | None = member("ConsoleSize", "ConsoleSize", "2.0", "docs dump hcsshim hcs-rs")
    close_handle: CloseHandle | None = member("CloseHandle", "CloseHandle", "2.0", "docs dump hcsshim hcs-rs")


class ModifyOperation(TextEnum, published="hcs.ModifyOperation", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """What of a running process is changed."""

    CONSOLE_SIZE = "ConsoleSize"
    CLOSE_HANDLE = "CloseHandle"


@define(frozen=True, kw_only=True)
class ConsoleSize(Document, published="hcs.ConsoleSize", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Size of a console in characters."""

    height: int | None = member("Height", "uint16", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed: HCS schema")
    width: int | None = member("Width", "uint16", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed: HCS schema")


@define(frozen=True, kw_only=True)
class CloseHandle(Document, published="hcs.CloseHandle", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """Which standard stream to close."""

    handle: StdHandle | None = member("Handle", "StdHandle", "2.0", "docs dump hcsshim hcs-rs", rule="needed: HCS schema")


class StdHandle(TextEnum, published="hcs.StdHandle", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """Which standard stream is meant."""

    STD_IN = "StdIn"
    STD_OUT = "StdOut"
    STD_ERR = "StdErr"
    ALL = "All", "2.1", "docs dump hcsshim hcs-rs"


@define(frozen=True, kw_only=True)
class SignalProcessOptions(Document, published="hcs.SignalProcessOptions", since="2.1", sources="docs dump hcs-rs"):
    """Which signal to send to a process."""

    signal: ProcessSignal | None = member("Signal", "ProcessSignal", "2.1", "docs dump", rule="needed: HcsSignalProcess")


@define(frozen=True, kw_only=True)
class SignalProcessOptionsWCOW(Document, published="hcs.SignalProcessOptionsWCOW", sources="hcsshim"):
    """Which signal to send to a process of a Windows guest."""

    signal: ProcessSignal | None = member("Signal", "ProcessSignal", None, "hcsshim")


@define(frozen=True, kw_only=True)
class SignalProcessOptionsLCOW(Document, published="hcs.SignalProcessOptionsLCOW", sources="hcsshim"):
    """Which signal to send to a process of a Linux guest."""

    signal: int | None = member("Signal", "int", None, "hcsshim")


class ProcessSignal(TextEnum, published="hcs.ProcessSignal", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """What a console process is told."""

    CTRL_C = "CtrlC"
    CTRL_BREAK = "CtrlBreak"
    CTRL_CLOSE = "CtrlClose"
    CTRL_LOG_OFF = "CtrlLogOff"
    CTRL_SHUTDOWN = "CtrlShutdown"
