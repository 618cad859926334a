"""The compiler of each target, as environment variables that `setup.py` follows.

zig, from PyPI, carries the headers, C libraries and C++ runtime of every target, the four compute headers of Windows among them. Its import
library for Python is made from the export list of the CPython for Windows at hand, since python3.dll exports the same names on every
processor. mingw-w64 builds win_amd64, because that is the build the suite runs under Wine.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import lief

from wheels.target import ROOT
from wine_lane.machine import checked

if TYPE_CHECKING:
    from pathlib import Path

    from wheels.target import Target
    from wine_lane.machine import Machine

FOLDER = ROOT / "build" / "wheels"
DLLTOOL_MACHINES = {"PE aarch64": "arm64", "PE x86_64": "i386:x86-64"}
ZIG_MISSING = "wheels: zig is not installed here: `pip install --group wheels`, or `make wheels`, which does it"


def environment(target: Target, machine: Machine | None) -> dict[str, str]:
    """The environment variables of a build for this target. ``machine`` is asked for by Windows targets alone.

    Raises:
        SystemExit: the target needs zig and it is not installed.
    """
    folder = FOLDER / target.tag
    if machine is None:
        python = unix_python(folder / "python")
    else:
        python = zig_python(target, folder / "python", machine) if target.uses_zig else machine.python
    return os.environ | {
        "HCSFFI_TARGET": target.system,
        "HCSFFI_PYTHON": str(python),
        "HCSFFI_BUILD": str(folder / "objects"),
        "HCSFFI_STRICT": "1",
        "CFLAGS": "-DNDEBUG",
        "CXXFLAGS": "-DNDEBUG",
        **(zig(target) if target.uses_zig else mingw(target)),
    }


def mingw(target: Target) -> dict[str, str]:
    """GCC of mingw-w64, in the variant whose threads are POSIX ones: only that has std::thread."""
    return {
        "CC": f"{target.compiler}-gcc-posix",
        "CXX": f"{target.compiler}-g++-posix",
        "LDSHARED": f"{target.compiler}-gcc-posix -shared -static-libgcc",
        "LDCXXSHARED": f"{target.compiler}-g++-posix -shared",
        "LDFLAGS": "-s",
    }


def zig(target: Target) -> dict[str, str]:
    """Clang in zig.

    It builds the C library's start files and the C++ runtime itself, once for each target and set of flags: `-g0 -s` makes them small.

    Raises:
        SystemExit: it is not installed.
    """
    try:
        version("ziglang")
    except PackageNotFoundError:
        raise SystemExit(ZIG_MISSING) from None
    # On macOS Python's symbols come from the program, and a library carries its own name: without one that of the folder it was linked in.
    extra = " -Wl,-undefined,dynamic_lookup -Wl,-install_name,binding.abi3.so" if target.system == "darwin" else ""
    run = f"{sys.executable} -m ziglang"
    return {
        "CC": f"{run} cc -target {target.compiler}",
        "CXX": f"{run} c++ -target {target.compiler}",
        "LDSHARED": f"{run} cc -target {target.compiler} -shared{extra}",
        "LDCXXSHARED": f"{run} c++ -target {target.compiler} -shared",
        "LDFLAGS": "-O2 -g0 -s",
        # Programs for glibc are linked to it when they are loaded; musl can be inside.
        **({"HCSFFI_PROGRAM_CXX": f"{run} c++ -target {target.compiler.partition('-')[0]}-linux-musl"} if target.system == "linux" else {}),
        "ZIG_GLOBAL_CACHE_DIR": str(ROOT / "build" / "zig"),
        "ZIG_LOCAL_CACHE_DIR": str(ROOT / "build" / "zig"),
    }


def unix_python(folder: Path) -> Path:
    """The headers of this interpreter, for another Unix.

    The stable ABI takes nothing from pyconfig.h but sizes, and those are the same on every 64-bit Unix we build for. Debian's pyconfig.h
    leads to one of many files by the processor compiled for, so the one of this machine is put in its place.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sysconfig.get_path("include"), folder / "include")
    shutil.copy2(sysconfig.get_config_h_filename(), folder / "include" / "pyconfig.h")
    return folder


def zig_python(target: Target, folder: Path, machine: Machine) -> Path:
    """The headers of the CPython for Windows and an import library of python3.dll for the target's processor.

    Raises:
        SystemExit: the DLL cannot be read.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(machine.python / "include", folder / "include")
    (folder / "libs").mkdir()
    library = lief.PE.parse(machine.python / "python3.dll")
    listed = library.get_export() if library else None
    if listed is None:
        raise SystemExit(f"wheels: {machine.python / 'python3.dll'} exports nothing")
    definitions = folder / "python3.def"
    names = sorted(str(one.name) for one in listed.entries if one.name)
    definitions.write_text("LIBRARY python3.dll\nEXPORTS\n" + "".join(f"    {one}\n" for one in names), encoding="utf-8")
    made = folder / "libs" / "libpython3.a"
    checked(
        sys.executable,
        "-m",
        "ziglang",
        "dlltool",
        "-m",
        DLLTOOL_MACHINES[target.machine],
        "-d",
        definitions,
        "-l",
        made,
        "-D",
        "python3.dll",
    )
    return folder
