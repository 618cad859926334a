"""The exceptions the library raises for answers of the service, and how an answer becomes one.

There is one class for each thing a caller can do differently; everything else is a plain :class:`HcsError`. The two forms
of one condition (0x8037xxxx from the service, 0xC037xxxx from a guest) are one class. Nothing here raises: an answer whose
document cannot be read still becomes the exception its code asks for, with the text kept as it came.
"""

from __future__ import annotations

import copyreg
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from hcsffi import documents, hresult
from hcsffi.documents import InvalidDocument
from hcsffi.hresult import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]

_Record = TypeVar("_Record", documents.ErrorEvent, documents.AttributionRecord)


class HcsError(Exception):
    """The service refused or failed a call.

    Args:
        outcome: what the native call came back with.
        subject: what it was about, such as ``compute system 'web-1'``.
        first_build: the first Windows build that has the function, where that is known.

    Attributes:
        hresult: the code, unsigned, in the form in which it came.
        symbol: the code's name, or its number taken apart where it has none.
        function: the native function that failed, or the event that was waited for.
        subject: what the call was about.
        document: the text the service answered with, or ``None``.
        message: the ``ErrorMessage`` of that text, or the ``Error`` of a network function's error record, or ``""``.
        record_code: the ``ErrorCode`` of a network function's error record, unsigned, or ``None`` where none could be read.
        events: the ``ErrorEvents`` of that text that could be read.
        attribution: the ``Attribution`` of that text that could be read.
    """

    hresult: int
    symbol: str
    function: str
    subject: str
    document: str | None
    message: str
    record_code: int | None
    events: tuple[documents.ErrorEvent, ...]
    attribution: tuple[documents.AttributionRecord, ...]

    def __init__(self, outcome: Outcome, subject: str, first_build: int | None = None) -> None:
        self.hresult = outcome.hresult & 0xFFFFFFFF
        self.symbol = hresult.describe(self.hresult).symbol
        self.function = outcome.function
        self.subject = subject
        self.first_build = first_build
        self.document = None if outcome.document is None else outcome.document.decode("utf-8", "replace")
        reason = _read_reason(self.document)
        self.message = reason.message
        self.record_code = reason.code
        self.events = reason.events
        self.attribution = reason.attribution
        # Named instead of super(): the second parents (OSError, InvalidDocument) have arguments of their own.
        Exception.__init__(self, outcome, subject, first_build)

    def sentence(self) -> str:
        """Return what happened, in one line without the service's own message."""
        code = hresult.describe(self.hresult, hresult.origin_of(self.function))
        number = "" if self.symbol.startswith("0x") else f" (0x{self.hresult:08X})"
        return f"{self.function} failed for {self.subject}: {self.symbol}{number}: {code.meaning}"

    def __str__(self) -> str:
        details = self.message or next((event.message for event in self.events if event.message), None) or ""
        line = " ".join(details.split())
        return f"{self.sentence()} - {line}" if line else self.sentence()

    def __reduce__(self) -> tuple[object, ...]:
        # Without calling __init__, whose arguments are not those of a subclass; the state brings the text along.
        return (copyreg.__newobj__, (type(self),), {**self.__dict__, "args": self.args})  # type: ignore[attr-defined]  # not in typeshed

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.function} {self.symbol} 0x{self.hresult:08X} {self.subject}>"


class NotFound(HcsError, LookupError):
    """What the call names does not exist: a system, a process, a program, a network, an endpoint, a policy."""


class AlreadyExists(HcsError, FileExistsError):
    """The id, name or port is taken."""


class PortTaken(AlreadyExists):
    """A port of the host is mapped or reserved already."""


class AddressTaken(HcsError):
    """The address is in use, or reserved: an endpoint left behind by an unclean stop holds it, or it is the gateway's."""


class InUse(HcsError):
    """Something else still uses what the call would change or remove: take that away first."""


class AlreadyStopped(HcsError):
    """The system or process has exited; when stopping, this is success."""


class WrongState(HcsError):
    """The call is not allowed in the present lifecycle state."""


class AccessDenied(HcsError, PermissionError):
    """The caller, or the account of a virtual machine, lacks a right."""

    def sentence(self) -> str:
        """Return what happened, and which function gives a machine's account the right it lacks."""
        if self.function in _MACHINE_FILES:
            return f"{super().sentence()}; service.grant_vm_access lets a machine's account use a file"
        return super().sentence()


class NotSupported(HcsError):
    """The library, this Windows build, this kind of system or its guest does not have what was asked for."""

    def sentence(self) -> str:
        """Return what happened, and from which Windows build on the function exists."""
        if self.hresult == _MISSING_FUNCTION and self.first_build:
            return f"{super().sentence()}; Windows has {self.function} from build {self.first_build} on"
        return super().sentence()


class ServiceUnavailable(HcsError):
    """The compute or network service, or a Windows feature it needs, is not there."""


class Disconnected(ServiceUnavailable, ConnectionError):
    """The connection to the service or the guest was lost: every handle is dead and has to be opened again."""


class UnexpectedExit(HcsError):
    """The system ended during the call, by itself or by somebody's force."""


class OperationMisused(HcsError):
    """A native operation was used out of turn; a fault of this library, or of code that drives its lower floors."""


class TimedOut(HcsError, TimeoutError):
    """Something took longer than it was given.

    Args:
        outcome: what the native call came back with, or the event that was waited for with HCS_E_OPERATION_TIMEOUT.
        subject: what it was about.
        first_build: the first Windows build that has the function, where that is known.
        phase: what was going on when time was up, where this library kept the time.
        timeout_s: the time it was given, in seconds.
        stdout: what was kept of what a command had written by then.
        stderr: what was kept of what a command had written to its error stream by then.
        stdout_omitted: how many bytes fell out of the middle of ``stdout``.
        stderr_omitted: how many bytes fell out of the middle of ``stderr``.
        aftermath: what became of what took too long, such as ``it was killed``.
    """

    def __init__(
        self,
        outcome: Outcome,
        subject: str,
        first_build: int | None = None,
        phase: str = "",
        timeout_s: float | None = None,
        stdout: bytes = b"",
        stderr: bytes = b"",
        stdout_omitted: int = 0,
        stderr_omitted: int = 0,
        aftermath: str = "",
    ) -> None:
        super().__init__(outcome, subject, first_build)
        self.phase = phase
        self.timeout_s = timeout_s
        self.stdout = stdout
        self.stderr = stderr
        self.stdout_omitted = stdout_omitted
        self.stderr_omitted = stderr_omitted
        self.aftermath = aftermath
        Exception.__init__(self, outcome, subject, first_build, phase, timeout_s)

    def sentence(self) -> str:
        """Return what took longer than what, and what became of it, where this library kept the time: nothing failed then."""
        if self.timeout_s is None:
            return super().sentence()
        end = f"; {self.aftermath}" if self.aftermath else ""
        return f"{self.subject}: {self.phase} took longer than {self.timeout_s:g} s{end}"

    @classmethod
    def in_phase(cls, phase: str, function: str, subject: str, timeout_s: float, aftermath: str = "") -> TimedOut:
        """Return the exception for a time limit this library kept.

        Args:
            phase: what was going on, such as ``waiting for the exit``.
            function: the native function or event that was waited for.
            subject: what it was about.
            timeout_s: the limit, in seconds, as the caller gave it.
            aftermath: what becomes of it.
        """
        return cls(Outcome(function, _OPERATION_TIMEOUT, None), subject, phase=phase, timeout_s=timeout_s, aftermath=aftermath)


class DocumentRejected(HcsError, InvalidDocument):
    """The service did not accept a document that this library found well formed."""

    def __init__(self, outcome: Outcome, subject: str, first_build: int | None = None) -> None:
        super().__init__(outcome, subject, first_build)
        found = self.message or self.symbol
        self.document_type = self.function
        self.problems = (documents.Problem(path="$", found=found, allowed="a document the service accepts"),)


class _Reason(NamedTuple):
    message: str
    code: int | None
    events: tuple[documents.ErrorEvent, ...]
    attribution: tuple[documents.AttributionRecord, ...]


_MISSING_FUNCTION: Final = hresult.value_of("ERROR_PROC_NOT_FOUND")
_OPERATION_TIMEOUT: Final = hresult.value_of("HCS_E_OPERATION_TIMEOUT")
_ELEMENT_NOT_FOUND: Final = hresult.value_of("ERROR_NOT_FOUND")
_NOT_NOW: Final = hresult.value_of("HCN_E_REQUEST_UNSUPPORTED")
_UNSPECIFIED: Final = hresult.value_of("E_FAIL")

# What a caller can do about a code decides its family; a code that is not here is a plain HcsError.
_SYMBOLS: Final[Mapping[type[HcsError], str]] = MappingProxyType(
    {
        NotFound: "HCS_E_SYSTEM_NOT_FOUND ERROR_NOT_FOUND ERROR_FILE_NOT_FOUND ERROR_PATH_NOT_FOUND ERROR_NO_SUCH_USER "
        "HCN_E_NETWORK_NOT_FOUND HCN_E_ENDPOINT_NOT_FOUND HCN_E_LAYER_NOT_FOUND HCN_E_SWITCH_NOT_FOUND HCN_E_SUBNET_NOT_FOUND "
        "HCN_E_ADAPTER_NOT_FOUND HCN_E_PORT_NOT_FOUND HCN_E_POLICY_NOT_FOUND HCN_E_VFP_PORTSETTING_NOT_FOUND "
        "HCN_E_SWITCH_EXTENSION_NOT_FOUND GCN_E_NETADAPTER_NOT_FOUND GCN_E_NETCOMPARTMENT_NOT_FOUND GCN_E_NETINTERFACE_NOT_FOUND "
        "HCN_E_OBJECT_USED_AFTER_UNLOAD",
        PortTaken: "HCN_E_PORT_ALREADY_EXISTS",
        AddressTaken: "HCN_E_ADDR_INVALID_OR_RESERVED",
        InUse: "HCN_E_ENTITY_HAS_REFERENCES HCN_E_SHARED_SWITCH_MODIFICATION",
        AlreadyExists: "HCS_E_SYSTEM_ALREADY_EXISTS ERROR_ALREADY_EXISTS ERROR_FILE_EXISTS ERROR_OBJECT_ALREADY_EXISTS "
        "HCN_E_NETWORK_ALREADY_EXISTS "
        "ERROR_DUP_NAME HCN_E_LAYER_ALREADY_EXISTS HCN_E_POLICY_ALREADY_EXISTS HCN_E_ENDPOINT_ALREADY_ATTACHED "
        "GCN_E_DEFAULTNAMESPACE_EXISTS HCN_E_ENDPOINT_NAMESPACE_ALREADY_EXISTS HCN_INTERFACEPARAMETERS_ALREADY_APPLIED",
        AlreadyStopped: "HCS_E_SYSTEM_ALREADY_STOPPED HCS_E_PROCESS_ALREADY_STOPPED",
        WrongState: "HCS_E_INVALID_STATE HCS_E_SYSTEM_NOT_CONFIGURED_FOR_OPERATION",
        AccessDenied: "E_ACCESSDENIED HCS_E_ACCESS_DENIED ERROR_PRIVILEGE_NOT_HELD",
        TimedOut: "HCS_E_CONNECTION_TIMEOUT HCS_E_OPERATION_TIMEOUT ERROR_TIMEOUT WAIT_TIMEOUT GCN_E_NETADAPTER_TIMEOUT",
        NotSupported: "HCS_E_UNKNOWN_MESSAGE HCS_E_UNSUPPORTED_PROTOCOL_VERSION ERROR_NOT_SUPPORTED ERROR_INVALID_DATA E_NOTIMPL "
        "ERROR_PROC_NOT_FOUND HCN_E_REQUEST_UNSUPPORTED HCN_E_MAPPING_NOT_SUPPORTED GCN_E_REQUEST_UNSUPPORTED "
        "HCN_E_VFP_NOT_ALLOWED",
        ServiceUnavailable: "HCS_E_HYPERV_NOT_INSTALLED HCS_E_SERVICE_NOT_AVAILABLE HCN_E_MANAGER_STOPPED ERROR_MOD_NOT_FOUND "
        "ERROR_SERVICE_DISABLED ERROR_SERVICE_DOES_NOT_EXIST ERROR_SERVICE_NOT_ACTIVE RPC_S_SERVER_UNAVAILABLE RPC_S_UNKNOWN_IF",
        Disconnected: "HCS_E_SERVICE_DISCONNECT HCS_E_CONNECTION_CLOSED RPC_S_CALL_FAILED",
        UnexpectedExit: "HCS_E_TERMINATED_DURING_START HCS_E_UNEXPECTED_EXIT HCS_E_TERMINATED HCS_E_GUEST_CRITICAL_ERROR",
        OperationMisused: "HCS_E_OPERATION_NOT_STARTED HCS_E_OPERATION_ALREADY_STARTED HCS_E_OPERATION_PENDING "
        "HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET HCS_E_OPERATION_ALREADY_CANCELLED ERROR_VMCOMPUTE_OPERATION_PENDING",
        DocumentRejected: "HCS_E_INVALID_JSON HCN_E_INVALID_JSON HCN_E_INVALID_JSON_REFERENCE HCN_E_GUID_CONVERSION_FAILURE "
        "HCN_E_INVALID_NETWORK HCN_E_INVALID_NETWORK_TYPE HCN_E_INVALID_ENDPOINT HCN_E_INVALID_POLICY HCN_E_INVALID_POLICY_TYPE "
        "HCN_E_INVALID_INTERNAL_PORT HCN_E_INVALID_PREFIX HCN_E_INVALID_SUBNET HCN_E_INVALID_IP_SUBNET HCN_E_INVALID_IP",
    }
)
_CLASSES: Final[Mapping[int, type[HcsError]]] = MappingProxyType(
    {hresult.value_of(symbol): family for family, symbols in _SYMBOLS.items() for symbol in symbols.split()}
)

# What opens a machine's files (behaviour B-26, E-21).
_MACHINE_FILES: Final = frozenset(
    {"HcsCreateComputeSystem", "HcsCreateComputeSystemInNamespace", "HcsStartComputeSystem", "HcsModifyComputeSystem"}
)

# ERROR_NOT_FOUND says "does not exist" and, to a call that stops something, "has gone already" (behaviour C-18).
_STOPPING: Final = frozenset(
    {"HcsShutDownComputeSystem", "HcsTerminateComputeSystem", "HcsTerminateProcess", "HcsSignalProcess", "HcsModifyProcess"}
)


def family(code: int, function: str = "") -> type[HcsError]:
    """Return the class of a code.

    Args:
        code: signed or unsigned, in the service's or the guest's form.
        function: the native function that answered it; a few codes mean another thing to calls that stop something.
    """
    value = hresult.canonical(code)
    if value == _ELEMENT_NOT_FOUND and function in _STOPPING:
        return AlreadyStopped
    if value == _NOT_NOW and function == "HcnDeleteNamespace":  # a container is in it (behaviour F-40)
        return InUse
    return _CLASSES.get(value, HcsError)


def build(outcome: Outcome, subject: str, first_build: int | None = None) -> HcsError:
    """Return the exception for a failed outcome; raises nothing itself.

    Args:
        outcome: what the native call came back with; its document may be anything.
        subject: what the call was about, such as ``compute system 'web-1'``.
        first_build: the first Windows build that has the function, where that is known.
    """
    return family(outcome.hresult & 0xFFFFFFFF, outcome.function)(outcome, subject, first_build)


def recorded(function: str, record: bytes) -> Outcome | None:
    """Return how a network function ended that said success and left an error record; ``None`` when the record tells no failure.

    Args:
        function: its native name.
        record: the error record as it came.
    """
    read = _read_record(record.decode("utf-8", "replace"))
    code = _code_of(read)
    if code is not None and code >= hresult.FAILED:
        return Outcome(function, code, record)
    return Outcome(function, _UNSPECIFIED, record) if read is not None and read.get("Success") is False else None


def _read_record(text: str | None) -> dict[str, JsonValue] | None:
    try:
        record: JsonValue = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _code_of(record: dict[str, JsonValue] | None) -> int | None:
    code = record.get("ErrorCode") if record is not None else None
    return code & 0xFFFFFFFF if type(code) is int and -(1 << 31) <= code < 1 << 32 else None


def _read_reason(text: str | None) -> _Reason:
    """Read a ResultError or an HCN error record as far as it can be read; anything else is an empty reason."""
    record = _read_record(text)
    if record is None:
        return _Reason("", None, (), ())
    spoken = next((value.strip() for name in ("ErrorMessage", "Error") if isinstance(value := record.get(name), str)), "")
    events = _read_all(documents.ErrorEvent, record.get("ErrorEvents"))
    return _Reason(spoken, _code_of(record), events, _read_all(documents.AttributionRecord, record.get("Attribution")))


def _read_all(kind: type[_Record], items: JsonValue) -> tuple[_Record, ...]:
    if not isinstance(items, list):
        return ()
    readings = (_read_one(kind, item) for item in items if isinstance(item, dict))
    return tuple(reading for reading in readings if reading is not None)


def _read_one(kind: type[_Record], item: dict[str, JsonValue]) -> _Record | None:
    """Read one record; members that do not fit are left out, since the service does not encode them well."""
    try:
        return documents.from_mapping(kind, item)
    except InvalidDocument:
        fitting = {name: value for name, value in item.items() if _fits(kind, name, value)}
    try:
        return documents.from_mapping(kind, fitting)
    except InvalidDocument:
        return None


def _fits(kind: type[_Record], name: str, value: JsonValue) -> bool:
    try:
        documents.from_mapping(kind, {name: value})
    except InvalidDocument:
        return False
    return True
