"""Builds the Windows wheel on Linux: bindings compared with the real Windows headers, embedded host, forwarding DLLs.

The build is the project's own (`setup.py` by way of `build`), told to cross-compile with mingw-w64. What comes out is checked: the tag, the files, and that no
file needs a DLL that a fresh Windows does not have.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from wine_lane.machine import FOLDER, ROOT, Machine, checked, prepare

PREFIX = "x86_64-w64-mingw32"
TAG = "cp310-abi3-win_amd64"
OLDEST_SETUPTOOLS = 77
WHEELS = FOLDER / "wheels"
PRESENT = {"kernel32.dll", "msvcrt.dll", "ws2_32.dll", "ole32.dll", "advapi32.dll", "python3.dll", "hcsffi_host.dll"}
"""What the wheel's binaries may import: DLLs of every Windows, the stable ABI of CPython, and the wheel's own host."""

BINARIES = {
    "hcsffi/native/binding.pyd",
    "hcsffi/embedded/hcsffi_host.dll",
    "hcsffi/embedded/computecore.dll",
    "hcsffi/embedded/computestorage.dll",
    "hcsffi/embedded/computenetwork.dll",
}


def has_requirements() -> bool:
    """Whether this interpreter could build the project itself: the table in pyproject.toml, as far as an environment may lack it."""
    try:
        return int(version("setuptools").split(".")[0]) >= OLDEST_SETUPTOOLS and bool(version("nlohmann-json") and version("wheel"))
    except PackageNotFoundError:
        return False


def build(machine: Machine) -> Path:
    """Cross-build the wheel and check it.

    Raises:
        SystemExit: the build failed or the wheel is not what it should be.
    """
    shutil.rmtree(WHEELS, ignore_errors=True)
    environment = os.environ | {
        "HCSFFI_TARGET": "win32",
        "HCSFFI_PYTHON": str(machine.python),
        "HCSFFI_BUILD": str(FOLDER / "objects"),
        "CC": f"{PREFIX}-gcc-posix",
        "CXX": f"{PREFIX}-g++-posix",
        "LDSHARED": f"{PREFIX}-gcc-posix -shared -static-libgcc -s",
        "LDCXXSHARED": f"{PREFIX}-g++-posix -shared -s",
        "CFLAGS": "-DNDEBUG",
    }
    # An isolated build has its requirements in a new folder each time, which makes every object stale; where they are installed it is not needed.
    isolation = ["--no-isolation"] if has_requirements() else []
    options = ["--wheel", *isolation, "--outdir", str(WHEELS), "-C--build-option=--plat-name=win_amd64"]
    checked(sys.executable, "-m", "build", *options, ROOT, environment=environment)
    (wheel,) = WHEELS.glob("*.whl")
    check(wheel)
    return wheel


def check(wheel: Path) -> None:
    """Check tag, contents and imports of the wheel.

    Raises:
        SystemExit: something is wrong with it.
    """
    if not wheel.name.endswith(f"-{TAG}.whl"):
        raise SystemExit(f"wine_lane: {wheel.name} should be tagged {TAG}")
    with zipfile.ZipFile(wheel) as archive, TemporaryDirectory() as folder:
        binaries = {name for name in archive.namelist() if name.endswith((".pyd", ".dll", ".exe", ".so"))}
        if binaries != BINARIES:
            raise SystemExit(f"wine_lane: {wheel.name} holds {sorted(binaries)} instead of {sorted(BINARIES)}")
        if not any(name.endswith("/licenses/LICENSE") for name in archive.namelist()):
            raise SystemExit(f"wine_lane: {wheel.name} holds no licence")
        for name in sorted(binaries):
            needed = imports(Path(archive.extract(name, folder)))
            if needed - PRESENT:
                raise SystemExit(f"wine_lane: {name} needs {sorted(needed - PRESENT)}, which a fresh Windows does not have")
    print(f"wine_lane: {wheel.name}, {wheel.stat().st_size // 1024} KiB, {len(binaries)} binaries", flush=True)


def imports(binary: Path) -> set[str]:
    """The DLLs a Windows binary names, in lower case."""
    listed = subprocess.run([f"{PREFIX}-objdump", "-p", str(binary)], capture_output=True, text=True, check=True).stdout
    return {line.split(":", 1)[1].strip().lower() for line in listed.splitlines() if line.strip().startswith("DLL Name:")}


if __name__ == "__main__":
    build(prepare())
