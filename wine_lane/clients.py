"""``python -m wine_lane.clients``: programs written with packages of others, driving the host's DLLs as they would Windows' own.

tests/clients/hcsshim is an ordinary Go module that imports hcsshim as it is released. It is cross-built with the Go that is on the way,
finds the host's DLLs in System32 by their names, and prints a line for each step; steps.txt beside it has what it has to print. hcsshim
asks vmcompute.dll which version the service has: tests/clients/vmcompute.c answers that and lies in System32 for this run alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from wheels.build import build
from wine_lane.machine import FOLDER, ROOT, Machine, checked, install, prepare
from wine_lane.system32 import host_in_system32

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = ROOT / "tests" / "clients"
MODULE = SOURCES / "hcsshim"
PROGRAM = FOLDER / "clients" / "hcsshim.exe"
LONGEST_S = 60


class Toolchain(NamedTuple):
    """A Go and the environment in which it makes programs for Windows, with everything it fetches and keeps in build/windows."""

    go: str
    environment: dict[str, str]


def number(version: str) -> tuple[int, ...]:
    """A version of Go as numbers that can be compared: ``go1.26.8`` or ``1.23.0``."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def wanted_version() -> str:
    """The oldest Go that the module says it can be built with."""
    found = re.search(r"^go (\S+)$", (MODULE / "go.mod").read_text(), re.MULTILINE)
    if found is None:
        raise SystemExit("wine_lane: go.mod of tests/clients/hcsshim names no version of Go")
    return found[1]


def find_toolchain() -> Toolchain | str:
    """The Go on the way, or why it does not do."""
    go = shutil.which("go")
    wanted = wanted_version()
    if go is None:
        return f"there is no Go; {wanted} or newer is needed"
    environment = os.environ | {
        "GOOS": "windows",
        "GOARCH": "amd64",
        "CGO_ENABLED": "0",
        "GOTOOLCHAIN": "local",
        "GOFLAGS": "-modcacherw -buildvcs=false",
        "GOCACHE": str(FOLDER / "gocache"),
        "GOMODCACHE": str(FOLDER / "gomodules"),
    }
    asked = subprocess.run([go, "env", "GOVERSION"], env=environment, capture_output=True, text=True, check=True)
    version = asked.stdout.strip()
    return f"{version} is here, go{wanted} or newer is needed" if number(version) < number(wanted) else Toolchain(go, environment)


def build_program(toolchain: Toolchain) -> str | None:
    """Cross-build the program; the reason where its modules cannot be had.

    Raises:
        SystemExit: the build failed.
    """
    fetch = [toolchain.go, "mod", "download"]
    fetched = subprocess.run(fetch, cwd=MODULE, env=toolchain.environment, capture_output=True, text=True, check=False, timeout=300)
    if fetched.returncode:
        last = fetched.stderr.strip().splitlines()[-1:]
        return f"its modules cannot be had: {' '.join(last)}"
    PROGRAM.parent.mkdir(parents=True, exist_ok=True)
    options = ("-mod=readonly", "-ldflags", "-s -w", "-o", PROGRAM, ".")
    checked(toolchain.go, "build", "-C", MODULE, *options, environment=toolchain.environment)
    return None


@contextmanager
def version_in_system32(machine: Machine) -> Iterator[None]:
    """Let vmcompute.dll answer which version the service has, and take it away again: nothing else is told that there is one."""
    library = machine.system32 / "vmcompute.dll"
    warnings = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-O2", "-s")
    try:
        checked("x86_64-w64-mingw32-gcc-posix", *warnings, "-shared", "-static-libgcc", "-o", library, SOURCES / "vmcompute.c", "-lole32")
        yield
    finally:
        library.unlink(missing_ok=True)


def first_difference(expected: list[str], said: list[str]) -> str | None:
    """The first step that is another one than it has to be, in words; None where all are as they have to be."""
    for at in range(max(len(expected), len(said))):
        wanted = expected[at] if at < len(expected) else "nothing more"
        actual = said[at] if at < len(said) else "nothing more"
        if wanted != actual:
            return f"step {at + 1} has to say {wanted!r}, and says {actual!r}"
    return None


def run_clients(machine: Machine) -> int:
    """Build the program, run it and compare; 0 where every step was taken, and where there is no Go to build it with."""
    begun = time.monotonic()
    toolchain = find_toolchain()
    reason = toolchain if isinstance(toolchain, str) else build_program(toolchain)
    if reason is not None:
        print(f"wine_lane: the client of hcsshim is left out: {reason}", flush=True)
        return 0
    built_s = time.monotonic() - begun
    with host_in_system32(machine), version_in_system32(machine):
        code, said = machine.run([str(PROGRAM)], log=FOLDER / "clients-hcsshim.log", limit_s=LONGEST_S)
    steps = said.splitlines()
    wrong = first_difference((MODULE / "steps.txt").read_text().splitlines(), steps)
    if code or wrong:
        print(f"wine_lane: the client of hcsshim ended with {code}: {wrong or 'all steps taken'}\n{said}", flush=True)
        return code or 1
    took = f"built in {built_s:.0f} s, {time.monotonic() - begun:.0f} s in all"
    print(f"wine_lane: the client of hcsshim took its {len(steps)} steps ({took})", flush=True)
    return 0


def main() -> int:
    """Prepare, build, install and run; the exit code of the program."""
    machine = prepare()
    install(machine, build(machine))
    return run_clients(machine)


if __name__ == "__main__":
    sys.exit(main())
