"""Drive the Host Compute Service of a Windows machine from Linux: ``python examples/windows_from_here.py ssh://user@host``.

Windows needs Python, hcsffi and an sshd; nothing of it listens for this program, and no port is opened. A container that ends with this
program is made, started and asked what it is, runs a command, and is ended; what is printed is the command's. With ``python -m
wine_lane.service`` the same program drives the DLLs in a CPython for Windows under Wine.
"""

from __future__ import annotations

import sys

import anyio

import hcsffi
from hcsffi import ComputeSystem, documents

CONTAINER = {"Owner": "example", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "from-here"}}}


async def main(address: str) -> None:
    """Connect, and do what any program does on Windows itself."""
    await hcsffi.connect(address)
    async with await ComputeSystem.create("from-here", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        found = await system.properties()
        state, guest = found.state or documents.State.STOPPED, found.runtime_os_type or documents.OsType.UNKNOWN
        print(f"{found.id} is {state.value} on {guest.value}")
        done = await system.run(["sh", "-c", "cat; echo to the error stream >&2; exit 3"], input="to Windows and back\n", text=True)
        print(f"{done.stdout}{done.stderr}exit code {done.returncode}")
    print(f"{len(await ComputeSystem.list())} systems are left")


if __name__ == "__main__":
    anyio.run(main, sys.argv[1] if len(sys.argv) > 1 else "ssh://localhost")
