"""Where a service in another process is, as ``HCSFFI_LIBRARY`` and ``hcsffi.connect`` name it: ``unix:PATH``."""

from __future__ import annotations

import os
from typing import Final

UNIX: Final = "unix:"


def is_address(text: str) -> bool:
    """Whether the text names a service, not a library of this process."""
    return text.startswith(UNIX)


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
