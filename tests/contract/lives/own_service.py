"""Services of a test's own: how one is started, ended and looked into, and other programs that are its clients."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from service_peer import Peer

APART = [
    pytest.mark.skipif(sys.platform == "win32", reason="this Python has no Unix sockets there"),
    pytest.mark.skipif(os.environ.get("HCSFFI_LIBRARY", "").startswith("unix:"), reason="the services of these tests are their own"),
]
"""Where files of such tests are left out."""
CONTAINER = {"Owner": "served", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "web"}}}
LIMIT_S = 60  # against a hang, and nothing else

CLIENT = """
import sys, anyio, hcsffi

CONTAINER = {container!r}


async def main():
    await hcsffi.connect({address!r})
    {body}


anyio.run(main)
"""


class Service(NamedTuple):
    """A service that runs.

    Args:
        address: where it listens.
        program: the process.
    """

    address: str
    program: subprocess.Popen[bytes]

    def other_client(self, body: str) -> subprocess.Popen[str]:
        """Run another program that connects, and then does that."""
        return other_client(self.address, body)


def other_client(address: str, body: str) -> subprocess.Popen[str]:
    """Run another program that connects to that address, and then does that."""
    text = CLIENT.format(container=CONTAINER, address=address, body=body.replace("\n", "\n    "))
    return subprocess.Popen([sys.executable, "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def started(folder: Path) -> Service:
    """A service that listens."""
    address = f"unix:{folder / 'socket'}"
    command = [sys.executable, "-m", "hcsffi", "serve", "--listen", address, "--library", "embedded"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.readline().decode().strip() == address
    return Service(address, program)


def ended(service: Service) -> None:
    """End a service as a user would, and see that it does."""
    service.program.send_signal(signal.SIGTERM)
    assert service.program.wait(LIMIT_S) == 0
    assert service.program.stdout is not None
    service.program.stdout.close()


def killed(service: Service) -> None:
    """End a service whatever it is at."""
    service.program.send_signal(signal.SIGCONT)
    service.program.kill()
    service.program.wait()
    assert service.program.stdout is not None
    service.program.stdout.close()


def counted(service: Service) -> dict[str, int]:
    """What lives in the service's host, once what was on its way has come to rest."""
    with Peer(service.address) as peer:
        deadline = time.monotonic() + LIMIT_S
        while True:
            said = peer.ask("ask", 1, "hcsffi_counters", [])
            found: dict[str, int] = json.loads(said.texts[0] or b"")
            if time.monotonic() > deadline or not any(count for name, count in found.items() if name != "Threads"):
                return found
            time.sleep(0.01)


def descriptors(process_id: int | str) -> int:
    """How many descriptors a process has open."""
    return len(list(Path(f"/proc/{process_id}/fd").iterdir()))
