"""One computecore.dll in one process for every contender on Windows.

It is found by name, it is the embedded host, and nothing of it is left over in the end.
"""

from __future__ import annotations

import ctypes
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hcsffi import embedded
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLING_S = 5.0
"""How long the host's own threads may take to let go of what has been closed."""


def under_wine() -> bool:
    """Whether this Windows is Wine."""
    return hasattr(ctypes.CDLL("ntdll"), "wine_get_version")


def load() -> None:
    """Let `computecore.dll`, by whose name others load it, be the library that answers hcsffi.

    Where HCSFFI_LIBRARY says that it is System32's, there is nothing to do. Else it is loaded by its path first: Windows then takes it for
    whoever asks by name, and nothing has to be put into System32 of a real Windows.
    """
    chosen = library.choice()
    if chosen != "system":
        folder = library.EMBEDDED_FOLDER if chosen == "embedded" else Path(chosen).absolute()
        ctypes.CDLL(str(folder / library.LIBRARIES[0]))
    loaded = library.load()
    if not loaded.succeeded:
        sys.exit(f"no library answers: {loaded.document!r}")
    if not library.is_embedded():
        sys.exit(f"{library.name()} is the real service, and this measures on the embedded host: set HCSFFI_LIBRARY=embedded")


def refuse_two(create: Callable[[], Any], close: Callable[[Any], object]) -> None:
    """Stop unless an operation that a contender makes is seen by the library that answers hcsffi."""
    before = embedded.counters()["Operations"]
    made = create()
    seen = embedded.counters()["Operations"] - before
    close(made)
    if seen != 1:
        sys.exit("another computecore.dll than hcsffi's is loaded by name: the contenders would not be measured on the same library")


def refuse_leftovers() -> None:
    """Stop when something was not released. Strings freed with LocalFree stay counted: the host sees its own function only."""
    deadline = time.monotonic() + SETTLING_S
    while left := {name: count for name, count in embedded.counters().items() if count and name not in {"Threads", "Strings"}}:
        if time.monotonic() > deadline:
            sys.exit(f"not released: {left}")
        time.sleep(0.01)
