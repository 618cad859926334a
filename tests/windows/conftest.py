"""What the tests of the real Windows border start from: programs of their own, and the host's four DLLs wherever a test wants them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Python = Callable[[Path, str | None, Path], str]
    CopyLibraries = Callable[[Path], Path]

EMBEDDED = Path(hcsffi.__file__).parent / "embedded"
SYSTEM32 = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
LIBRARIES = ("computecore.dll", "computestorage.dll", "computenetwork.dll", "hcsffi_host.dll")
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


def _python(script: Path, library: str | None, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "HCSFFI_LIBRARY"}
    if library is not None:
        environment["HCSFFI_LIBRARY"] = library
    environment |= {"PATH": f"{folder};{environment['PATH']}", "PYTHONUTF8": "1"}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=80)
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout.strip()


@pytest.fixture
def python() -> Python:
    """What a script prints when it runs in a folder, which is on the PATH, too, with a choice of library."""
    return _python


def _copy_libraries(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in LIBRARIES:
        shutil.copy(EMBEDDED / name, folder / name)
    return folder


@pytest.fixture
def copy_libraries() -> CopyLibraries:
    """Puts the embedded host's four DLLs into a folder of the test's own."""
    return _copy_libraries


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
    if (SYSTEM32 / LIBRARIES[0]).exists():
        pytest.skip("this Windows has computecore.dll in System32")


@pytest.fixture
def host_in_system32() -> Iterator[None]:
    """Have the embedded host where the service's DLLs would be, on Wine alone; one that lies there already stays."""
    if not hasattr(ctypes.WinDLL("ntdll"), "wine_get_version"):  # type: ignore[attr-defined,unused-ignore]  # Windows only
        pytest.skip("nothing is put into System32 of a real Windows")
    if (SYSTEM32 / LIBRARIES[0]).exists():
        yield
        return
    _copy_libraries(SYSTEM32)
    try:
        yield
    finally:
        for name in LIBRARIES:
            (SYSTEM32 / name).unlink()
