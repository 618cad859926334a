"""Privileges that the storage functions need: enabled while such a function runs, and not a moment longer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi.native.binding import lib

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Python = Callable[[Path, str | None, Path], str]

pytestmark = [pytest.mark.skipif(sys.platform != "win32", reason="privileges are Windows'")]

NAMES = ("SeBackupPrivilege", "SeRestorePrivilege", "SeSecurityPrivilege")
ENABLED, REMOVED = 2, 4  # SE_PRIVILEGE_ENABLED, SE_PRIVILEGE_REMOVED, winnt.h

ASKS_THE_TOKEN = """
import ctypes
class Privilege(ctypes.Structure):
    _pack_ = 4
    _fields_ = [("luid", ctypes.c_uint64), ("attributes", ctypes.c_uint32)]
class Privileges(ctypes.Structure):
    _fields_ = [("count", ctypes.c_uint32), ("rows", Privilege * 64)]
advapi32, kernel32 = ctypes.WinDLL("advapi32", use_last_error=True), ctypes.WinDLL("kernel32")
kernel32.GetCurrentProcess.restype = ctypes.c_void_p
advapi32.OpenProcessToken.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p]
advapi32.GetTokenInformation.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p]
pointer = ctypes.c_void_p
advapi32.AdjustTokenPrivileges.argtypes = [pointer, ctypes.c_int, pointer, ctypes.c_uint32, pointer, pointer]
advapi32.LookupPrivilegeValueW.argtypes = [ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_void_p]
token = ctypes.c_void_p()
assert advapi32.OpenProcessToken(kernel32.GetCurrentProcess(), 0x28, ctypes.byref(token))  # TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY
def luid(name):
    value = ctypes.c_uint64()
    assert advapi32.LookupPrivilegeValueW(None, name, ctypes.byref(value))
    return value.value
def enabled():
    listed, size = Privileges(), ctypes.c_uint32()
    assert advapi32.GetTokenInformation(token, 3, ctypes.byref(listed), ctypes.sizeof(listed), ctypes.byref(size))  # TokenPrivileges
    rows = {row.luid: row.attributes for row in listed.rows[:listed.count]}
    return [bool(rows.get(luid(name), 0) & 2) for name in ("SeBackupPrivilege", "SeRestorePrivilege", "SeSecurityPrivilege")]
def adjust(name, attributes):
    wanted = Privileges(1, ((luid(name), attributes),))
    assert advapi32.AdjustTokenPrivileges(token, False, ctypes.byref(wanted), 0, None, None)
"""
"""What a program asks of its own token, by the system's functions and not by ours."""

IMPORTS_A_LAYER = (
    ASKS_THE_TOKEN
    + """
import anyio, hcsffi
from hcsffi import embedded
from hcsffi.delivery import blocking
async def main():
    for name, attributes in ADJUSTED.items():
        adjust(name, attributes)
    await hcsffi.ComputeSystem.list()
    embedded.configure({"Faults": [{"Function": "HcsImportLayer", "DelayUs": 1500000, "Count": 1, "HResult": "0x8000FFFF"}]})
    async with anyio.create_task_group() as tasks:
        async def attempt():
            try:
                await blocking.ask("HcsImportLayer", b"C:\\\\layer", b"C:\\\\source", b"{}", subject="a layer")
            except hcsffi.HcsError as error:
                print(type(error).__name__, f"0x{error.hresult:08X}", error.message)
        tasks.start_soon(attempt)
        await anyio.sleep(0.7)
        print("during", *enabled())
    print("after", *enabled())
anyio.run(main)
"""
)


@pytest.fixture
def token() -> Any:
    """This process's own token, as `enabled()` and `adjust(name, attributes)`."""
    names: dict[str, Any] = {}
    exec(ASKS_THE_TOKEN, names)
    for name in NAMES:
        names["adjust"](name, 0)
    return names


def test_privileges_are_counted_and_put_back(token: Any) -> None:
    """Two imports at a time share them, and the first to end must not take them from the other."""
    assert [False, False, False] == token["enabled"]()
    assert 0 == lib.hcsffi_privileges_take(lib.HCSFFI_BACKUP | lib.HCSFFI_RESTORE | lib.HCSFFI_SECURITY)
    assert 0 == lib.hcsffi_privileges_take(lib.HCSFFI_BACKUP)
    assert [True, True, True] == token["enabled"]()
    lib.hcsffi_privileges_drop(lib.HCSFFI_BACKUP | lib.HCSFFI_RESTORE | lib.HCSFFI_SECURITY)
    assert [True, False, False] == token["enabled"]()
    lib.hcsffi_privileges_drop(lib.HCSFFI_BACKUP)
    assert [False, False, False] == token["enabled"]()


def test_a_privilege_that_was_enabled_before_stays_so(token: Any) -> None:
    """A backup program enables its privileges for itself; a layer import must not disable them under it."""
    token["adjust"]("SeBackupPrivilege", ENABLED)
    assert 0 == lib.hcsffi_privileges_take(lib.HCSFFI_BACKUP | lib.HCSFFI_RESTORE)
    lib.hcsffi_privileges_drop(lib.HCSFFI_BACKUP | lib.HCSFFI_RESTORE)
    assert [True, False, False] == token["enabled"]()
    token["adjust"]("SeBackupPrivilege", 0)


def test_importing_a_layer_enables_them_for_the_length_of_the_call(python: Python, tmp_path: Path, host_in_system32: None) -> None:
    """Whoever imports a layer as administrator does not have to know of privileges."""
    script = tmp_path / "program.py"
    script.write_text(IMPORTS_A_LAYER.replace("ADJUSTED", repr(dict.fromkeys(NAMES, 0))))
    assert ["during True True True", "HcsError 0x8000FFFF ", "after False False False"] == [
        line.ljust(20) if line.startswith("HcsError") else line for line in python(script, "system", tmp_path).splitlines()
    ]


def test_without_them_nothing_native_is_called(python: Python, tmp_path: Path, host_in_system32: None) -> None:
    """The error names the function and what to do, and comes before the service is asked: the host's delay is not met."""
    script = tmp_path / "program.py"
    script.write_text(IMPORTS_A_LAYER.replace("ADJUSTED", repr(dict.fromkeys(NAMES, REMOVED))))
    refused, during, after = python(script, "system", tmp_path).splitlines()
    assert refused.startswith("AccessDenied 0x80070522")
    assert "backup and restore privileges" in refused
    assert ("during False False False", "after False False False") == (during, after)


def test_without_the_security_privilege_the_others_do(python: Python, tmp_path: Path, host_in_system32: None) -> None:
    """Backup Operators hold backup and restore alone: their layers go without audit lists, and they are not refused."""
    script = tmp_path / "program.py"
    script.write_text(IMPORTS_A_LAYER.replace("ADJUSTED", repr({NAMES[0]: 0, NAMES[1]: 0, NAMES[2]: REMOVED})))
    during, told, after = python(script, "system", tmp_path).splitlines()
    assert ("during True True False", "after False False False") == (during, after)
    assert told.startswith("HcsError 0x8000FFFF")
