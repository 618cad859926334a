"""``python -m wine_lane.peers [ARGUMENT...]``: benchmarks/windows_peers.py in the Windows CPython, with win32more as the peer.

win32more finds computecore.dll by its name alone. For the length of the run the embedded host stands where Windows has the service, in System32 of the lane's own
Wine prefix and of nothing else, and hcsffi is told to take the system's library: both then call the same DLL in the same process.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wine_lane.cross_build import build
from wine_lane.machine import FOLDER, ROOT, Machine, add_packages, made, prepare, windows_path
from wine_lane.suite import install

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = ROOT / "benchmarks" / "windows_peers.py"
REQUIREMENTS = Path(__file__).with_name("peers-requirements.txt")
LIBRARIES = ("computecore.dll", "computestorage.dll", "computenetwork.dll", "hcsffi_host.dll")


def install_peer(machine: Machine) -> None:
    """Put win32more beside the Windows CPython, once for each CPython that is made."""
    cpython = (FOLDER / "python.made").stat().st_mtime_ns
    made("peers", f"{cpython} {REQUIREMENTS.read_text()}", lambda: add_packages(machine, REQUIREMENTS))


@contextmanager
def host_in_system32(machine: Machine) -> Iterator[None]:
    """Let the embedded host be found by name, and take it away again.

    Raises:
        SystemExit: something is there already.
    """
    present = [name for name in LIBRARIES if (machine.system32 / name).exists()]
    if present:
        raise SystemExit(
            f"wine_lane: {machine.system32} holds {', '.join(present)}: a test run uses it, or one that was killed left it; then delete it"
        )
    try:
        for name in LIBRARIES:
            shutil.copy(machine.packages / "hcsffi" / "embedded" / name, machine.system32 / name)
        yield
    finally:
        for name in LIBRARIES:
            (machine.system32 / name).unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Prepare, build, install and measure; the exit code of the program."""
    machine = prepare()
    install_peer(machine)
    install(machine, build(machine))
    with host_in_system32(machine):
        print("wine_lane: measuring; the tables come at the end", flush=True)
        code, said = machine.python_run("-X", "utf8", windows_path(PROGRAM), *arguments, extra={"HCSFFI_LIBRARY": "system"})
    print(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
