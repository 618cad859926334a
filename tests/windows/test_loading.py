"""Which DLL answers on Windows: System32's or none, unless a directory is named. Each case is a program of its own, because a process loads once."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="DLLs and System32 are Windows'")

EMBEDDED = Path(hcsffi.__file__).parent / "embedded"
NAMES = ("computecore.dll", "computestorage.dll", "computenetwork.dll")
LIBRARIES = (*NAMES, "hcsffi_host.dll")
SYSTEM32 = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"

WHO_ANSWERS = """
import anyio, hcsffi
from hcsffi.native import library
async def main():
    try:
        found = await hcsffi.ComputeSystem.list()
    except hcsffi.HcsError as error:
        print(type(error).__name__, f"0x{error.hresult:08X}", error)
    else:
        print("answered", library.name(), library.is_embedded(), len(found))
anyio.run(main)
"""
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


def python(script: Path, library: str | None, folder: Path) -> str:
    """What the script prints when it runs in that folder with that choice of library."""
    environment = {name: value for name, value in os.environ.items() if name != "HCSFFI_LIBRARY"}
    if library is not None:
        environment["HCSFFI_LIBRARY"] = library
    environment |= {"PATH": f"{folder};{environment['PATH']}", "PYTHONUTF8": "1"}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=80)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def copy_libraries(folder: Path) -> Path:
    """The embedded host's four DLLs in a folder of the test's own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LIBRARIES:
        shutil.copy(EMBEDDED / name, folder / name)
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A program in a folder of its own that says who answers."""
    path = tmp_path / "planted" / "program.py"
    path.parent.mkdir()
    path.write_text(WHO_ANSWERS)
    return path


@pytest.fixture
def without_service() -> None:
    """Skip where the real service, or what stands for it, lies in System32."""
    if (SYSTEM32 / NAMES[0]).exists():
        pytest.skip("this Windows has computecore.dll in System32")


@pytest.fixture
def host_in_system32(without_service: None) -> Iterator[None]:
    """Put the embedded host where the service's DLLs would be, for one test and on Wine alone."""
    if not hasattr(ctypes.WinDLL("ntdll"), "wine_get_version"):  # type: ignore[attr-defined,unused-ignore]  # Windows only
        pytest.skip("nothing is put into System32 of a real Windows")
    copy_libraries(SYSTEM32)
    try:
        yield
    finally:
        for name in LIBRARIES:
            (SYSTEM32 / name).unlink()


@pytest.mark.timeout(180)
def test_without_the_service_the_system_library_is_unavailable(script: Path, without_service: None) -> None:
    """A Windows without the feature gets an exception that says so, not a failing import or a missing attribute."""
    said = python(script, "system", script.parent)
    assert said.startswith("ServiceUnavailable 0x8007007E")
    assert "computecore.dll" in said


@pytest.mark.timeout(180)
def test_without_the_service_the_embedded_host_answers_by_itself(script: Path, without_service: None) -> None:
    """The default off Windows holds for a Windows without the feature, too."""
    assert python(script, None, script.parent) == "answered embedded True 0"


@pytest.mark.timeout(180)
def test_a_planted_library_is_never_taken(script: Path, without_service: None) -> None:
    """In the working directory, beside the script and on the PATH: whoever can write there must not become the service."""
    planted = copy_libraries(script.parent)
    bait = f"import ctypes, os; ctypes.WinDLL({NAMES[0]!r}, winmode=0); print('taken')"
    by_name = subprocess.run([sys.executable, "-c", bait], cwd=planted, capture_output=True, text=True, check=False, timeout=80)
    assert by_name.stdout.strip() == "taken", f"the planted library cannot be loaded at all, so this test proves nothing: {by_name.stderr}"
    assert python(script, "system", planted).startswith("ServiceUnavailable 0x8007007E")
    assert python(script, None, planted) == "answered embedded True 0"


@pytest.mark.timeout(180)
def test_the_library_in_system32_answers_by_default(tmp_path: Path, host_in_system32: None) -> None:
    """What is in System32 is the service: it is found by name, its three DLLs share one state, and its strings are freed as it wants."""
    script = tmp_path / "program.py"
    script.write_text(RUN_A_PROGRAM)
    assert python(script, None, tmp_path).splitlines() == ["system 5 through System32 err", "left {}"]


@pytest.mark.timeout(180)
@pytest.mark.parametrize("folder", ["plain", "ä 𝄞 blank", "/".join(["a" * 60] * 5)], ids=["plain", "unicode", "long"])
def test_a_named_directory_answers(tmp_path: Path, script: Path, folder: str) -> None:
    """Any path a Windows file may have: letters beyond the code page, blanks, and more than 260 characters."""
    extended = copy_libraries(Path(f"\\\\?\\{tmp_path / folder}"))
    assert python(script, str(extended), script.parent) == f"answered {extended} True 0"


@pytest.mark.timeout(180)
def test_an_export_that_an_older_build_lacks_is_an_ordinary_error(tmp_path: Path, script: Path) -> None:
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
        await blocking.call("HcsGrantVmGroupAccess", b"disk.vhdx", subject="a disk")
    except hcsffi.NotSupported as error:
        print(error)
anyio.run(main)
"""
    )
    lines = python(script, str(older), script.parent).splitlines()
    assert lines[0] == "0 False True"
    assert "HcsGrantVmGroupAccess" in lines[1]
    assert "19041" in lines[1]


def test_every_forwarding_library_leads_to_the_one_host() -> None:
    """Three copies of the host would be three services that know nothing of each other."""
    resolve: Any = ctypes.WinDLL("kernel32").GetProcAddress  # type: ignore[attr-defined,unused-ignore]  # Windows only
    resolve.restype, resolve.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p]
    opened = {name: ctypes.WinDLL(str(EMBEDDED / name))._handle for name in LIBRARIES}  # type: ignore[attr-defined,unused-ignore]  # Windows only
    host = resolve(opened["hcsffi_host.dll"], b"hcsffi_counters")
    assert host
    assert {resolve(opened[name], b"hcsffi_counters") for name in NAMES} == {host}
