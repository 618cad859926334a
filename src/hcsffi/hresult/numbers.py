"""Taking a number apart: what kind of code it is, whose it is, and what it is called where it has a name.

The bits of an HRESULT from above: S (failure), R (reserved; set, with S, in every failing NTSTATUS), C (customer: a code of a program's or
a vendor's own), N (an NTSTATUS in the form of an HRESULT), X, then eleven bits of facility and sixteen of number (MS-ERREF 2.1). The order
of the questions decides: a name for the whole number, then the wrapped kinds, then NTSTATUS, then the customer bit, then the facility.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hcsffi.hresult.names import name_of
from hcsffi.hresult.rows import FAILED, TABLE, Code, value_of, win32_symbol

if TYPE_CHECKING:
    from collections.abc import Mapping

_RESERVED, _CUSTOMER, _NT = 0x40000000, 0x20000000, 0x10000000
_WIN32_FACILITY: Final = 7
_HEADERS: Final = "winerror.h, ntstatus.h"

# winerror.h, FACILITY_*: those that appear beside a compute service.
_FACILITIES: Final[Mapping[int, str]] = MappingProxyType(
    {
        0: "FACILITY_NULL",
        1: "FACILITY_RPC",
        2: "FACILITY_DISPATCH",
        3: "FACILITY_STORAGE",
        4: "FACILITY_ITF",
        7: "FACILITY_WIN32",
        8: "FACILITY_WINDOWS",
        9: "FACILITY_SECURITY",
        11: "FACILITY_CERT",
        15: "FACILITY_SETUPAPI",
        19: "FACILITY_URT",
        25: "FACILITY_HTTP",
        31: "FACILITY_USERMODE_FILTER_MANAGER",
        36: "FACILITY_WINDOWSUPDATE",
        40: "FACILITY_TPM_SERVICES",
        49: "FACILITY_FVE",
        50: "FACILITY_FWP",
        51: "FACILITY_WINRM",
        52: "FACILITY_NDIS",
        53: "FACILITY_USERMODE_HYPERVISOR",
        55: "FACILITY_USERMODE_VIRTUALIZATION",
        56: "FACILITY_USERMODE_VOLMGR",
        57: "FACILITY_BCD",
        58: "FACILITY_USERMODE_VHD",
        59: "FACILITY_USERMODE_HNS",
    }
)

# What a facility's code is a word of, for a reader who meets only its name.
_KINDS: Final[Mapping[int, str]] = MappingProxyType({1: "a code of RPC and COM", 4: "a code of COM", 19: "a code of .NET (an exception)"})

# What RtlNtStatusToDosError makes of a status (MS-ERREF 2.3): the row of that error says what it means here.
_WIN32_TWINS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "STATUS_INVALID_HANDLE": "E_HANDLE",
        "STATUS_INVALID_PARAMETER": "E_INVALIDARG",
        "STATUS_NO_MEMORY": "ERROR_NOT_ENOUGH_MEMORY",
        "STATUS_ACCESS_DENIED": "E_ACCESSDENIED",
        "STATUS_OBJECT_NAME_NOT_FOUND": "ERROR_FILE_NOT_FOUND",
        "STATUS_OBJECT_PATH_NOT_FOUND": "ERROR_PATH_NOT_FOUND",
        "STATUS_SHARING_VIOLATION": "ERROR_SHARING_VIOLATION",
        "STATUS_PRIVILEGE_NOT_HELD": "ERROR_PRIVILEGE_NOT_HELD",
        "STATUS_INSUFFICIENT_RESOURCES": "ERROR_NO_SYSTEM_RESOURCES",
        "STATUS_NOT_SUPPORTED": "ERROR_NOT_SUPPORTED",
        "STATUS_COMMITMENT_LIMIT": "ERROR_COMMITMENT_LIMIT",
        "STATUS_PIPE_BROKEN": "ERROR_BROKEN_PIPE",
        "STATUS_NOT_FOUND": "ERROR_NOT_FOUND",
    }
)

# signal(7) of Linux on x86 and arm64: those that end a process.
_SIGNALS: Final[Mapping[int, str]] = MappingProxyType(
    {
        1: "SIGHUP",
        2: "SIGINT",
        3: "SIGQUIT",
        4: "SIGILL",
        5: "SIGTRAP",
        6: "SIGABRT",
        7: "SIGBUS",
        8: "SIGFPE",
        9: "SIGKILL",
        10: "SIGUSR1",
        11: "SIGSEGV",
        12: "SIGUSR2",
        13: "SIGPIPE",
        14: "SIGALRM",
        15: "SIGTERM",
    }
)

# What a shell says of a command it did not run (POSIX 2.8.2), and the number of a killed process (C-14 of docs/behaviour.md).
_ENDS: Final[Mapping[int, tuple[str, str, str]]] = MappingProxyType(
    {
        0: ("exit code: success", "", ""),
        126: ("exit code of a shell: the program could not be executed", "it lacks the right to be executed, or is no program", "chmod +x"),
        127: ("exit code of a shell: the program was not found", "it is not in the system or not on its PATH", "check the name and PATH"),
        1067: ("exit code: ended by force, in a Windows system", "a terminate request", "none if it was killed on purpose"),
    }
)


def take_apart(code: int) -> Code:
    """Return the row of a code that the table of this field does not have."""
    number, facility = code & 0xFFFF, code >> 16 & 0x7FF
    name = name_of("hresult", code)
    if name is not None:
        kind = _KINDS.get(facility, "a code" if code & FAILED else "a success code")
        return Code(code, name, f"{kind} of {_facility(facility)}, known by its name only", "", "", _HEADERS)
    if code & FAILED and code & _NT and not code & _CUSTOMER:
        return _wrapped(code)
    if code & FAILED and facility == _WIN32_FACILITY and not code & (_RESERVED | _CUSTOMER):
        return _win32(code, number)
    status = name_of("ntstatus", code) if code & FAILED else None
    if status is not None:
        return _status(code, status, status)
    return _unnamed(code, number, facility)


def _wrapped(code: int) -> Code:
    status = code & ~_NT
    inner = TABLE.get(status)
    if inner is not None:
        return inner._replace(value=code, symbol=f"HRESULT_FROM_NT({inner.symbol})")
    name = name_of("ntstatus", status)
    if name is not None:
        return _status(code, name, f"HRESULT_FROM_NT({name})")
    return Code(code, f"HRESULT_FROM_NT(0x{status:08X})", f"an NTSTATUS (0x{status:08X}) carried as a result code", "", "", "decoded")


def _status(code: int, name: str, symbol: str) -> Code:
    """The row of an NTSTATUS that has a name: what its Win32 error means, where that has a row."""
    if name in _WIN32_TWINS:
        return TABLE[value_of(_WIN32_TWINS[name])]._replace(value=code, symbol=symbol)
    return Code(code, symbol, "an NTSTATUS, known by its name only", "", "", _HEADERS)


def _win32(code: int, number: int) -> Code:
    name = name_of("win32", number)
    meaning = f"Win32 error {number} (0x{number:X})"
    remedy = f"look it up with: net helpmsg {number}"
    if name is None:
        return Code(code, win32_symbol(str(number)), meaning, "", remedy, "decoded")
    return Code(code, win32_symbol(name), f"{meaning}, known by its name only", "", remedy, _HEADERS)


def _unnamed(code: int, number: int, facility: int) -> Code:
    severity = "failure" if code & FAILED else "success"
    where = f"{_facility(facility)}, number {number} (0x{number:X})"
    if code & _CUSTOMER:
        meaning = "a code of a program's or vendor's own (customer bit), not of Windows"
    elif code & FAILED and code & _RESERVED and facility not in {53, 55}:
        meaning = f"unnamed NTSTATUS, {where}"
    else:
        meaning = f"unnamed {severity} of {where}"
    return Code(code, f"0x{code:08X}", meaning, "", "", "decoded")


def _facility(facility: int) -> str:
    return _FACILITIES.get(facility, f"facility 0x{facility:X}")


def exit_code(code: int) -> Code | None:
    """Return the row of a process's exit code that is no code of Windows; ``None`` when it may be one."""
    if code in _ENDS:
        return Code(code, str(code), *_ENDS[code], "decoded")
    signal = _SIGNALS.get(code - 128)
    if signal is not None:
        meaning = f"exit code of a Linux system: ended by signal {code - 128}, {signal}; or 128 more than it, as shells say"
        return Code(code, f"128+{code - 128} ({signal})", meaning, "", "", "decoded")
    if code < FAILED:
        return Code(code, str(code), "exit code: the program's own, see its manual", "", "", "decoded")
    return None
