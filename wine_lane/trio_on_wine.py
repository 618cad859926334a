"""A pytest plugin that lets trio run on Wine; for tests alone.

trio asks Windows for the socket below all layered providers in three ways and compares the answers. Wine 8 knows one of the ways (SIO_BASE_HANDLE) and refuses the
others, and trio then does not start. On Wine nothing is layered, so the one answer is right for all. This replaces a private function of the trio release that
requirements.txt pins.
"""

from __future__ import annotations

import importlib
from typing import Any

sockets: Any = importlib.import_module("trio._core._io_windows")
_ask = sockets._get_underlying_socket  # noqa: SLF001 - see above


def _answer_as_base(sock: Any, *, which: Any = None) -> Any:
    del which
    return _ask(sock, which=sockets.WSAIoctls.SIO_BASE_HANDLE)


sockets._get_underlying_socket = _answer_as_base  # noqa: SLF001 - see above
