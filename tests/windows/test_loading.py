"""Which DLL answers on Windows: System32's or none, unless a directory is named. Each case is a program: a process loads once."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Callable

    Python = Callable[[Path, str | None, Path], str]
    CopyLibraries = Callable[[Path], Path]

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="DLLs and System32 are Windows'")

EMBEDDED = Path(hcsffi.__file__).parent / "embedded"
NAMES = ("computecore.dll", "computestorage.dll", "computenetwork.dll")
RUN_A_PROGRAM = """
import anyio, hcsffi
from hcsffi import embedded
from hcsffi.native import library
async def main():
    async with await hcsffi.ComputeSystem.create("in-system32", {"Container": {}}, terminate_on_close=True) as system:
        await system.start()
        done = await system.run(["sh", "-c", "cat; echo err >&2; exit 5"], input=b"through System32")
        print(library.name(), done.returncode, done.stdout.decode(), done.stderr.decode().strip())
anyio.run(main)
left = {name: count for name, count in embedded.counters().items() if count and name != "Threads"}
print("left", left)
"""


def ask_in_code(script: Path, folder: Path) -> Path:
    """The script, asking for a directory itself: an elevated process, as tests often are, takes none from its environment."""
    script.write_text(f"import hcsffi\nhcsffi.use_library({str(folder)!r})\n{script.read_text(encoding='utf-8')}", encoding="utf-8")
    return script


def test_without_the_service_the_system_library_is_unavailable(python: Python, script: Path, without_service: None) -> None:
    """A Windows without the feature gets an exception that says so, not a failing import or a missing attribute."""
    said = python(script, "system", script.parent)
    assert said.startswith("ServiceUnavailable 0x8007007E")
    for word in (
        r"System32\computecore.dll",
        "Containers",
        "VirtualMachinePlatform",
        "Enable-WindowsOptionalFeature",
        "HCSFFI_LIBRARY=embedded",
    ):
        assert word in said


def test_without_the_service_the_embedded_host_answers_by_itself(python: Python, script: Path, without_service: None) -> None:
    """The default off Windows holds for a Windows without the feature, too."""
    assert python(script, None, script.parent) == "answered embedded True 0"


def test_a_planted_library_is_never_taken(python: Python, copy_libraries: CopyLibraries, script: Path, without_service: None) -> None:
    """In the working directory, beside the script and on the PATH: whoever can write there must not become the service."""
    planted = copy_libraries(script.parent)
    bait = f"import ctypes, os; ctypes.WinDLL({NAMES[0]!r}, winmode=0); print('taken')"
    by_name = subprocess.run([sys.executable, "-c", bait], cwd=planted, capture_output=True, text=True, check=False, timeout=80)
    assert by_name.stdout.strip() == "taken", f"the planted library cannot be loaded at all, so this test proves nothing: {by_name.stderr}"
    assert python(script, "system", planted).startswith("ServiceUnavailable 0x8007007E")
    assert python(script, None, planted) == "answered embedded True 0"


def test_the_library_in_system32_answers_by_default(python: Python, tmp_path: Path, host_in_system32: None) -> None:
    """What is in System32 is the service: it is found by name, its three DLLs share one state, and its strings are freed as it wants."""
    script = tmp_path / "program.py"
    script.write_text(RUN_A_PROGRAM)
    assert python(script, None, tmp_path).splitlines() == ["system 5 through System32 err", "left {}"]


@pytest.mark.parametrize("folder", ["plain", "ä 𝄞 blank", "/".join(["a" * 60] * 5)], ids=["plain", "unicode", "long"])
def test_a_named_directory_answers(python: Python, copy_libraries: CopyLibraries, tmp_path: Path, script: Path, folder: str) -> None:
    """Any path a Windows file may have: letters beyond the code page, blanks, and more than 260 characters."""
    extended = copy_libraries(Path(f"\\\\?\\{tmp_path / folder}"))
    chosen = ask_in_code(script, extended)
    assert python(chosen, None, script.parent) == f"answered {extended} True 0"


def elevated_by_its_token() -> bool:
    """What the token of this process says itself (winnt.h: TokenElevation is 20, TOKEN_QUERY 8)."""
    load: Any = ctypes.WinDLL  # type: ignore[attr-defined,unused-ignore]  # Windows only
    advapi32, kernel32 = load("advapi32"), load("kernel32")
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    pointer = ctypes.c_void_p
    advapi32.OpenProcessToken.argtypes = [pointer, ctypes.c_uint32, pointer]
    advapi32.GetTokenInformation.argtypes = [pointer, ctypes.c_int, pointer, ctypes.c_uint32, pointer]
    kernel32.CloseHandle.argtypes = [pointer]
    token, found, size = ctypes.c_void_p(), ctypes.c_uint32(), ctypes.c_uint32()
    assert advapi32.OpenProcessToken(kernel32.GetCurrentProcess(), 8, ctypes.byref(token))
    try:
        assert advapi32.GetTokenInformation(token, 20, ctypes.byref(found), 4, ctypes.byref(size))
    finally:
        kernel32.CloseHandle(token)
    return found.value != 0


def test_a_directory_in_the_environment_answers_where_the_process_is_not_elevated(
    python: Python, copy_libraries: CopyLibraries, tmp_path: Path, script: Path
) -> None:
    """An elevated process has the variables of whoever started it: a folder in them would be a way to its rights."""
    folder = copy_libraries(tmp_path / "named")
    said = python(script, str(folder), script.parent)
    assert library.is_elevated() == elevated_by_its_token()
    if elevated_by_its_token():
        assert said.startswith("ServiceUnavailable 0x8007007E")
        assert "this process is elevated" in said
        assert "hcsffi.use_library(" in said
    else:
        assert said == f"answered {folder} True 0"


def test_an_export_that_an_older_build_lacks_is_an_ordinary_error(
    python: Python, copy_libraries: CopyLibraries, tmp_path: Path, script: Path
) -> None:
    """The function is named with the first build that has it; everything else goes on."""
    older = copy_libraries(tmp_path / "older")
    newest, renamed = b"HcsGrantVmGroupAccess\0", b"HcsGrantVmGroupAccesz\0"
    image = (older / NAMES[0]).read_bytes()
    assert newest in image
    (older / NAMES[0]).write_bytes(image.replace(newest, renamed))  # the last letter: the loader searches a sorted list
    script.write_text(
        """
import anyio, hcsffi
from hcsffi.delivery import blocking
from hcsffi.native import library
async def main():
    print(len(await hcsffi.ComputeSystem.list()), library.offers("HcsGrantVmGroupAccess"), library.offers("HcsGrantVmAccess"))
    try:
        await blocking.ask("HcsGrantVmGroupAccess", b"disk.vhdx", subject="a disk")
    except hcsffi.NotSupported as error:
        print(error)
anyio.run(main)
"""
    )
    lines = python(ask_in_code(script, older), None, script.parent).splitlines()
    assert lines[0] == "0 False True"
    assert "HcsGrantVmGroupAccess" in lines[1]
    assert "19041" in lines[1]


def test_every_forwarding_library_leads_to_the_one_host() -> None:
    """Three copies of the host would be three services that know nothing of each other."""
    resolve: Any = ctypes.WinDLL("kernel32").GetProcAddress  # type: ignore[attr-defined,unused-ignore]  # Windows only
    resolve.restype, resolve.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p]
    load: Any = ctypes.WinDLL  # type: ignore[attr-defined,unused-ignore]  # Windows only
    opened = {name: load(str(EMBEDDED / name))._handle for name in (*NAMES, "hcsffi_host.dll")}
    host = resolve(opened["hcsffi_host.dll"], b"hcsffi_counters")
    assert host
    assert {resolve(opened[name], b"hcsffi_counters") for name in NAMES} == {host}
