"""``python -m wine_lane.service [PYTEST ARGUMENT...]``: a service in the CPython for Windows, driven from Linux by its standard streams.

A script stands in for ssh: it starts `hcsffi serve --stdio` under Wine, over the host's DLLs in System32. First the example runs, then the
contract suite as far as it asks the service alone; tests/served.py names single tests that are left out, with the reasons.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from wheels.build import build
from wine_lane.machine import FOLDER, ROOT, install, prepare
from wine_lane.system32 import host_in_system32, remove_host

if TYPE_CHECKING:
    from pathlib import Path

    from wine_lane.machine import Machine

EXAMPLE: Final = ROOT / "examples" / "windows_from_here.py"
SAID: Final = "from-here is Running on Windows\nto Windows and back\nto the error stream\nexit code 3\n0 systems are left\n"
"""What the example prints."""
ADDRESS: Final = "ssh://somebody@windows"
SAMPLE: Final = ("test_batches.py", "test_lines.py", "test_events.py", "test_kept_and_told.py")
HOLDING: Final = (
    *("batches", "by_name", "clients", "conversation", "ending", "enumeration", "events", "faults", "kept_and_told", "lifecycle", "lines"),
    *("modify", "process", "schema_versions", "service_quirks", "standing_systems", "telling"),
)
"""The files of the contract whose tests ask the service; the others use folders, ports and programs of the machine they run on, too."""
LONGEST_S: Final = 300
WHOLE: Final = ("-n", "2", "--dist", "worksteal", "-k", "asyncio", *(f"tests/contract/test_{one}.py" for one in HOLDING))


def stand_in(machine: Machine) -> Path:
    """A program that is called as ssh is, and starts a service under Wine in place of one on another machine.

    The standard streams of a CPython under Wine have to be pipes, and a connection is a pair of sockets: so each of the three passes `cat`.
    """
    own = {name: value for name, value in machine.environment().items() if name.startswith("WINE")}
    setting = " ".join(f"{name}={shlex.quote(value)}" for name, value in own.items())
    serving = f"wine {shlex.quote(str(machine.python / 'python.exe'))} -X utf8 -m hcsffi serve --stdio --library system"
    script = FOLDER / "ssh"
    script.write_text(
        f"#!/bin/sh\nexport {setting}\nunset PYTHONPATH HCSFFI_LIBRARY\ncat | {{ {serving} 2>&1 >&3 3>&- | cat >&2 3>&-; }} 3>&1 | cat\n",
        encoding="utf-8",
    )
    script.chmod(0o700)
    return script


def _environment(machine: Machine) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("HCSFFI", "PYTEST"))}
    return own | {"HCSFFI_SSH": str(stand_in(machine))}


def run_example(machine: Machine) -> int:
    """Run the program that drives the DLLs from Linux; 0 when it printed what it has to."""
    command = [sys.executable, str(EXAMPLE), ADDRESS]
    done = subprocess.run(command, env=_environment(machine), capture_output=True, text=True, check=False, timeout=LONGEST_S)
    print(f"wine_lane: {EXAMPLE.name} says\n{done.stdout}{done.stderr}", flush=True)
    return int((done.returncode, done.stdout) != (0, SAID))


def run_contract(machine: Machine, *arguments: str) -> int:
    """Run tests of the contract on Linux, with the DLLs under Wine in the place of the host; pytest's exit code."""
    paths = os.pathsep.join(filter(None, [str(ROOT / "tests"), os.environ.get("PYTHONPATH")]))
    own = _environment(machine) | {"HCSFFI_SERVED": "windows", "PYTHONPATH": paths}
    command = [sys.executable, "-m", "pytest", "-p", "served", "-p", "no:cacheprovider", "-q", "--tb=short", *arguments]
    return subprocess.run(command, env=own, cwd=ROOT, check=False).returncode


def run_served(machine: Machine) -> int:
    """Run the example and a sample of the contract; the first exit code that is no success."""
    with host_in_system32(machine):
        return run_example(machine) or run_contract(machine, "-k", "asyncio", *(f"tests/contract/{one}" for one in SAMPLE))


def main(arguments: list[str]) -> int:
    """Prepare, build, install, run the example and what of the contract can hold, or the tests that are named."""
    machine = prepare()
    install(machine, build(machine))
    remove_host(machine)
    with host_in_system32(machine):
        return run_example(machine) or run_contract(machine, *(arguments or WHOLE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
