"""Windows containers and virtual machines from Python, asynchronous, typed, and testable on every operating system.

The names below load their modules when they are first touched (PEP 562): importing the package costs next to nothing. The
three lists (for readers of types, for ``import *``, for loading) hold the same names; a test compares them.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from hcsffi import documents, embedded, hresult, network, storage
    from hcsffi.compute import service
    from hcsffi.compute.by_name import RawAnswer, call
    from hcsffi.compute.call import Call, run_many
    from hcsffi.compute.capture import CommandFailed, CompletedCommand
    from hcsffi.compute.ending import Ending
    from hcsffi.compute.event import Event, EventStream
    from hcsffi.compute.happening import Happening, HostEvent, events
    from hcsffi.compute.joining import join_terminal
    from hcsffi.compute.logs import LogPiece, LogStream, logs
    from hcsffi.compute.process import ComputeProcess
    from hcsffi.compute.pruning import Pruned, prune
    from hcsffi.compute.rates import Rates
    from hcsffi.compute.system import ComputeSystem
    from hcsffi.compute.version import any_schema_version
    from hcsffi.delivery.connecting import connect
    from hcsffi.documents import InvalidDocument
    from hcsffi.documents.notices import EventKind
    from hcsffi.documents.unknown_member import UnknownMember, strict_members
    from hcsffi.errors import (
        AccessDenied,
        AddressTaken,
        AlreadyExists,
        AlreadyStopped,
        Disconnected,
        DocumentRejected,
        HcsError,
        InUse,
        NotFound,
        NotSupported,
        OperationMisused,
        PortTaken,
        ServiceUnavailable,
        TimedOut,
        UnexpectedExit,
        WrongState,
    )
    from hcsffi.native.library import use_library

__version__ = "0.1.0"

__all__ = [
    "AccessDenied",
    "AddressTaken",
    "AlreadyExists",
    "AlreadyStopped",
    "Call",
    "CommandFailed",
    "CompletedCommand",
    "ComputeProcess",
    "ComputeSystem",
    "Disconnected",
    "DocumentRejected",
    "Ending",
    "Event",
    "EventKind",
    "EventStream",
    "Happening",
    "HcsError",
    "HostEvent",
    "InUse",
    "InvalidDocument",
    "LogPiece",
    "LogStream",
    "NotFound",
    "NotSupported",
    "OperationMisused",
    "PortTaken",
    "Pruned",
    "Rates",
    "RawAnswer",
    "ServiceUnavailable",
    "TimedOut",
    "UnexpectedExit",
    "UnknownMember",
    "WrongState",
    "__version__",
    "any_schema_version",
    "call",
    "connect",
    "documents",
    "embedded",
    "events",
    "hresult",
    "join_terminal",
    "logs",
    "network",
    "prune",
    "run_many",
    "service",
    "storage",
    "strict_members",
    "use_library",
]

_HOMES = {
    "Call": "hcsffi.compute.call",
    **dict.fromkeys(("CommandFailed", "CompletedCommand"), "hcsffi.compute.capture"),
    "ComputeProcess": "hcsffi.compute.process",
    "ComputeSystem": "hcsffi.compute.system",
    "Ending": "hcsffi.compute.ending",
    "Event": "hcsffi.compute.event",
    "EventKind": "hcsffi.documents.notices",
    "EventStream": "hcsffi.compute.event",
    **dict.fromkeys(("InvalidDocument", "UnknownMember", "strict_members"), "hcsffi.documents"),
    **dict.fromkeys(("Happening", "HostEvent", "events"), "hcsffi.compute.happening"),
    **dict.fromkeys(("LogPiece", "LogStream", "logs"), "hcsffi.compute.logs"),
    **dict.fromkeys(("Pruned", "prune"), "hcsffi.compute.pruning"),
    "Rates": "hcsffi.compute.rates",
    "RawAnswer": "hcsffi.compute.by_name",
    "any_schema_version": "hcsffi.compute.version",
    "call": "hcsffi.compute.by_name",
    "connect": "hcsffi.delivery.connecting",
    "join_terminal": "hcsffi.compute.joining",
    "run_many": "hcsffi.compute.call",
    "service": "hcsffi.compute",
    "use_library": "hcsffi.native.library",
    **dict.fromkeys(("documents", "embedded", "hresult", "network", "storage"), "hcsffi"),
    **dict.fromkeys(
        (
            "AccessDenied",
            "AddressTaken",
            "AlreadyExists",
            "AlreadyStopped",
            "Disconnected",
            "DocumentRejected",
            "HcsError",
            "InUse",
            "NotFound",
            "NotSupported",
            "OperationMisused",
            "PortTaken",
            "ServiceUnavailable",
            "TimedOut",
            "UnexpectedExit",
            "WrongState",
        ),
        "hcsffi.errors",
    ),
}
_MODULES = frozenset({"documents", "embedded", "hresult", "network", "service", "storage"})


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'hcsffi' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = import_module(f"{home}.{name}") if name in _MODULES else getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
