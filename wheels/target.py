"""The table of targets: what each wheel is built with and what its binaries may be. A new target is a row.

A target is named by its platform tag. The tags:

* ``win_*`` carry no version; the stable ABI of CPython 3.10 itself wants Windows 8.1 or newer.
* ``manylinux2014`` is glibc 2.17, the oldest that pip releases in use still choose; zig links against the symbols of exactly that release.
* ``musllinux_1_2`` and not ``1_1``: zig carries musl 1.2.5, which keeps binaries of the 1.2 series compatible and promises nothing for 1.1,
  whose last distribution is out of support.
* ``macosx_10_13_x86_64``: the oldest that CPython's own builds run on since 3.12. ``macosx_11_0_arm64``: the first macOS for it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
import build_hcs  # noqa: E402 - a program of the project folder, which is no package

PYTHON_TAG = "cp310-abi3"
FUNCTIONS = build_hcs.parse(build_hcs.DECLARATIONS.read_text(encoding="utf-8")).functions
EVERY_FUNCTION = frozenset(one.name for one in FUNCTIONS)


class Part(NamedTuple):
    """One binary of a wheel: its name, and what it exports (None: a program, whose exports nobody sees)."""

    name: str
    exports: frozenset[str] | None


class Target(NamedTuple):
    """One row of the table."""

    tag: str
    system: str
    """As `sys.platform` says it, which is how `setup.py` knows it."""
    machine: str
    """Format and processor of each binary, as `reading.py` says them."""
    compiler: str
    """zig's name for the target, or the prefix of the mingw-w64 programs."""
    parts: tuple[Part, ...]
    libraries: frozenset[str]
    """The libraries that the binaries may need, in lower case: what every installation of the system has, and what the wheel brings."""
    oldest: tuple[int, int] | None
    """The newest version of the C library or system that a binary may ask for; None where binaries do not say it."""
    limit_kib: int
    """The wheel's largest size. About one and a half times what it is: debug information or a whole C++ runtime is many times more."""

    @property
    def name(self) -> str:
        """What the wheel's file name ends in, without suffix."""
        return f"{PYTHON_TAG}-{self.tag}"

    @property
    def tags(self) -> frozenset[str]:
        """The platform tags a wheel of this target may carry: manylinux2014 has a second name, and auditwheel writes both."""
        return frozenset({self.tag, self.tag.replace("manylinux2014", "manylinux_2_17")})

    @property
    def uses_zig(self) -> bool:
        """Whether zig builds it; else mingw-w64 does."""
        return not self.compiler.endswith("-mingw32")


def forwarded(library: str) -> frozenset[str]:
    """What a DLL that forwards to the host exports: its own functions and the host's control functions."""
    numbers = {build_hcs.LIBRARIES.index(library), build_hcs.LIBRARIES.index("embedded host")}
    return frozenset(one.name for one in FUNCTIONS if one.library in numbers)


def binding(suffix: str) -> Part:
    """The cffi module."""
    return Part(f"hcsffi/native/binding{suffix}", frozenset({"PyInit_binding"}))


WINDOWS = (
    binding(".pyd"),
    Part("hcsffi/embedded/hcsffi_host.dll", EVERY_FUNCTION),
    *(Part(f"hcsffi/embedded/{one}", forwarded(one)) for one in build_hcs.LIBRARIES[:3]),
)
LINUX = (binding(".abi3.so"), Part("hcsffi/embedded/libhcsffi.host.so", EVERY_FUNCTION), Part("hcsffi/embedded/reaper", None))
MACOS = (binding(".abi3.so"),)
"""No embedded host there (`HOSTS` in setup.py)."""

WINDOWS_LIBRARIES = frozenset({"kernel32.dll", "ws2_32.dll", "ole32.dll", "advapi32.dll", "python3.dll", "hcsffi_host.dll"}) | {
    "msvcrt.dll",  # the C library that every Windows has had: mingw-w64 uses it
    *(  # the one that is part of Windows since 10, in pieces: zig and Microsoft's compiler use it
        f"api-ms-win-crt-{one}-l1-1-0.dll"
        for one in (
            *("convert", "environment", "filesystem", "heap", "locale", "math", "multibyte"),
            *("private", "process", "runtime", "stdio", "string", "time", "utility"),
        )
    ),
}
GLIBC = frozenset({"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"})
MUSL = frozenset({"libc.so", "libc.musl-x86_64.so.1"})  # one library: zig links it by the one name, Alpine's compiler by the other
SYSTEM = frozenset({"libsystem.b.dylib"})

TARGETS = (
    Target("win_amd64", "win32", "PE x86_64", "x86_64-w64-mingw32", WINDOWS, WINDOWS_LIBRARIES, None, 2000),
    Target("win_arm64", "win32", "PE aarch64", "aarch64-windows-gnu", WINDOWS, WINDOWS_LIBRARIES, None, 2000),
    Target("manylinux2014_x86_64", "linux", "ELF x86_64", "x86_64-linux-gnu.2.17", LINUX, GLIBC, (2, 17), 2000),
    Target("manylinux2014_aarch64", "linux", "ELF aarch64", "aarch64-linux-gnu.2.17", LINUX, GLIBC, (2, 17), 2000),
    Target("musllinux_1_2_x86_64", "linux", "ELF x86_64", "x86_64-linux-musl", LINUX, MUSL, None, 2000),
    Target("macosx_10_13_x86_64", "darwin", "Mach-O x86_64", "x86_64-macos.10.13", MACOS, SYSTEM, (10, 13), 1000),
    Target("macosx_11_0_arm64", "darwin", "Mach-O aarch64", "aarch64-macos.11.0", MACOS, SYSTEM, (11, 0), 1000),
)
BY_TAG = {one.tag: one for one in TARGETS}
