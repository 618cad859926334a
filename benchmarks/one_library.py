"""One computecore.dll in one process for every contender on Windows: it is found by name, it is the embedded host, and nothing of it is left over in the end."""

from __future__ import annotations

import ctypes
import os
import sys

from hcsffi import embedded
from hcsffi.native import library

import ctypes_peer


def under_wine() -> bool:
    """Whether this Windows is Wine."""
    return hasattr(ctypes.CDLL("ntdll"), "wine_get_version")


def load() -> None:
    """Let `computecore.dll`, by whose name others load it, be the library that answers hcsffi.

    Where that is to be System32's there is nothing to do. Else the embedded host's is loaded by its path: Windows then takes it for whoever asks by name, and nothing
    has to be put into System32 of a real Windows.
    """
    if library.choice() != "system":
        os.environ["HCSFFI_LIBRARY"] = "embedded"
        ctypes.CDLL(str(library.EMBEDDED_FOLDER / library.LIBRARIES[0]))
    loaded = library.load()
    if not loaded.succeeded:
        sys.exit(f"no library answers: {loaded.document!r}")
    if not library.is_embedded():
        sys.exit("System32 holds the real service, and this measures on the embedded host: set HCSFFI_LIBRARY=embedded")


def refuse_two(functions: ctypes_peer.Functions) -> None:
    """Stop unless an operation made by name is seen by the library that answers hcsffi."""
    before = embedded.counters()["Operations"]
    made = functions.create(None, ctypes_peer.CALLBACK())
    seen = embedded.counters()["Operations"] - before
    functions.close(made)
    if seen != 1:
        sys.exit("another computecore.dll than hcsffi's is loaded by name: the contenders would not be measured on the same library")


def refuse_leftovers() -> None:
    """Stop when something was not released. Strings freed with LocalFree stay counted: the host sees its own function only."""
    counted = embedded.counters()
    left = {name: count for name, count in counted.items() if count and name not in {"Threads", "Strings"}}
    if left:
        sys.exit(f"not released: {left}")
