"""``python -m wine_lane.peers [ARGUMENT...]``: benchmarks/windows_peers.py in the Windows CPython, with win32more as the peer.

win32more finds computecore.dll by its name alone. For the length of the run the embedded host stands where Windows has the service, in
System32 of the lane's own Wine prefix and of nothing else, and hcsffi is told to take the system's library: both then call the same DLL in
the same process.
"""

from __future__ import annotations

import sys

from wheels.build import build
from wine_lane.machine import ROOT, install, prepare, windows_path
from wine_lane.system32 import host_in_system32

PROGRAM = ROOT / "benchmarks" / "windows_peers.py"


def main(arguments: list[str]) -> int:
    """Prepare, build, install and measure; the exit code of the program."""
    machine = prepare()
    install(machine, build(machine))
    with host_in_system32(machine):
        print("wine_lane: measuring; the tables come at the end", flush=True)
        code, said = machine.python_run("-X", "utf8", windows_path(PROGRAM), *arguments, extra={"HCSFFI_LIBRARY": "system"})
    print(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
