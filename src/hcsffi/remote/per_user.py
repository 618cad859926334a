"""The service of one user: ``shared``, started when somebody first connects to it, in a folder that nobody else can enter.

Two programs that come at once start one service: whoever holds the lock of the folder looks first whether one answers, and starts one
otherwise. It ends by itself when no program is connected to it and nothing lives in it any more.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
from typing import IO, TYPE_CHECKING, Final

from hcsffi.remote.address import ConnectionRefused
from hcsffi.remote.line import Line, connect_unix
from hcsffi.remote.private_folder import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform != "win32":
    import fcntl

IDLE_EXIT_S: Final = 60
_START_S: Final = 30.0


@contextlib.contextmanager
def _locked(place: Path) -> Iterator[None]:
    if sys.platform == "win32":
        raise ConnectionRefused("no such lock there")
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def connect_per_user(address: str, version: str) -> Line:
    """Connect to the service of this user, and start it where none answers.

    Raises:
        ConnectionRefused: it could not be started, or does not answer.

    Blocks:
        Until it has greeted; where it has to be started, at most 40 s.
    """
    place = folder()
    path = str(place / "socket")
    with contextlib.suppress(ConnectionRefused):
        return connect_unix(address, path, version)
    with _locked(place):
        with contextlib.suppress(ConnectionRefused):
            return connect_unix(address, path, version)  # somebody else has started it meanwhile
        _start(place, path)
        return connect_unix(address, path, version)


def _start(place: Path, path: str) -> None:
    """Start a service that outlives this process, and wait until it listens."""
    own = {name: value for name, value in os.environ.items() if name != "HCSFFI_LIBRARY"}
    command = [sys.executable, "-m", "hcsffi", "serve", "--listen", f"unix:{path}", "--idle-exit", str(IDLE_EXIT_S)]
    # A shell starts it and is waited for, so that the service is nobody's child here: it outlives this process.
    starting = ["/bin/sh", "-c", 'exec "$@" &', "sh", *command]
    with (
        (place / "log").open("wb") as log,
        subprocess.Popen(  # noqa: S603 - this very interpreter
            starting, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, env=own, start_new_session=True, cwd="/"
        ) as starter,
    ):
        said = _first_line(starter.stdout) if starter.stdout is not None else b""
    if not said:
        reason = (place / "log").read_text(encoding="utf-8", errors="replace").strip()
        raise ConnectionRefused(f"the user's service did not start: {reason or 'it said nothing'}")


def _first_line(said: IO[bytes]) -> bytes:
    ready, _, _ = select.select([said], [], [], _START_S)
    return said.readline() if ready else b""
