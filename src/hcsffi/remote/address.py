"""Where a service in another process is, as ``HCSFFI_LIBRARY`` and ``hcsffi.connect`` name it.

``unix:PATH`` is the socket of a ``hcsffi serve``; ``shared`` is the service of this user, which is started where none runs;
``ssh://USER@HOST:PORT`` is one that is started on another machine through the user's own ssh, and ends with the connection.
"""

from __future__ import annotations

import os
import re
from typing import Final

UNIX: Final = "unix:"
PER_USER: Final = "shared"
SSH: Final = "ssh://"
_SSH: Final = re.compile(r"ssh://(?P<who>(?:\w[\w.+-]*@)?(?:\[[\w.:%]+\]|\w[\w.-]*))(?::(?P<port>\d{1,5}))?/?", re.ASCII)


class ConnectionRefused(Exception):
    """No connection came about; the text says why."""


def is_address(text: str) -> bool:
    """Whether the text names a service, not a library of this process."""
    return text.startswith((UNIX, SSH)) or text == PER_USER


def socket_path(address: str) -> str:
    """The path of the socket that an address names.

    Raises:
        ValueError: it names none.
    """
    path = address.removeprefix(UNIX)
    if path == address or not path or "\0" in path:
        message = f"{address!r} names no socket: unix:PATH does"
        raise ValueError(message)
    return os.path.abspath(path)  # noqa: PTH100 - resolving symbolic links would name another file than the one that was asked for


def ssh_words(address: str) -> list[str]:
    """What ssh is told to reach the machine that an address names.

    Raises:
        ValueError: it names none.
    """
    found = _SSH.fullmatch(address)
    if found is None:
        message = f"{address!r} names no machine: ssh://HOST, ssh://USER@HOST and ssh://USER@HOST:PORT do"
        raise ValueError(message)
    return [*(["-p", found["port"]] if found["port"] else []), "--", found["who"].replace("[", "").replace("]", "")]


def refuse_other(address: str) -> None:
    """Refuse what names no service.

    Raises:
        ValueError: it names none.
    """
    if address.startswith(SSH):
        ssh_words(address)
    elif address != PER_USER:
        socket_path(address)
