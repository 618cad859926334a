"""A service on another machine: ``hcsffi serve --stdio``, run there by the user's own ssh, which knows hosts, keys and agents.

The connection is the standard input and output of ssh. ``HCSFFI_SSH`` names another program, with its first arguments, in the place of ssh.
What ssh has to say goes to this program's standard error.
"""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
from typing import Final

from hcsffi.remote.address import ConnectionRefused, ssh_words
from hcsffi.remote.frame import WINDOW
from hcsffi.remote.line import Line

COMMAND: Final = ("hcsffi", "serve", "--stdio")


def connect_through_ssh(address: str, version: str) -> Line:
    """Start a service on another machine and connect to it.

    Raises:
        ConnectionRefused: ssh cannot be run, or no service answers there.
        ValueError: it is no such address.

    Blocks:
        Until the service has greeted, at most 30 s.
    """
    words = ssh_words(address)
    program = shlex.split(os.environ.get("HCSFFI_SSH", "")) or ["ssh"]
    if not hasattr(socket, "AF_UNIX") or os.name == "nt":
        raise ConnectionRefused("programs on Windows cannot connect to other machines yet")
    here, there = socket.socketpair()
    there.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, WINDOW)
    with there:
        try:
            started = subprocess.Popen(  # noqa: S603 - the user's own ssh, or what the user named in its place
                [*program, "-T", *words, *COMMAND], stdin=there.fileno(), stdout=there.fileno(), start_new_session=True
            )
        except OSError as error:
            here.close()
            raise ConnectionRefused(f"{program[0]} cannot be run: {error.strerror or error}") from error
    try:
        return Line(here, address, version, started)
    except BaseException:
        started.kill()
        started.wait()
        raise
