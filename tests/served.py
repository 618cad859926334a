"""A plugin (``-p served``): the tests that follow run through a service in another process, over a Unix socket.

The service is a ``hcsffi serve`` of this interpreter, and is ended with the session. The connection is made before the first test, so that
no test is blamed for its descriptors.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hcsffi.native import library

_ENDING_S = 30

_started: list[tuple[subprocess.Popen[bytes], tempfile.TemporaryDirectory[str]]] = []


def pytest_configure() -> None:
    """Start the service and connect to it."""
    folder = tempfile.TemporaryDirectory(prefix="hcsffi-served-")
    address = f"unix:{Path(folder.name, 'socket')}"
    own = {name: value for name, value in os.environ.items() if name != "HCSFFI_LIBRARY"}
    service = subprocess.Popen([sys.executable, "-m", "hcsffi", "serve", "--listen", address], stdout=subprocess.PIPE, env=own)
    _started.append((service, folder))
    assert service.stdout is not None
    if not service.stdout.readline():
        pytest.exit("hcsffi serve ended before it listened", 1)
    os.environ["HCSFFI_LIBRARY"] = address
    assert library.load().succeeded


def pytest_unconfigure() -> None:
    """End the service; it has to end by itself when it is asked to."""
    for service, folder in _started:
        service.send_signal(signal.SIGTERM)
        code = service.wait(_ENDING_S)
        assert service.stdout is not None
        service.stdout.close()
        folder.cleanup()
        if code:
            pytest.exit(f"hcsffi serve ended with {code}", 1)
    _started.clear()
