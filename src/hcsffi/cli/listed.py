"""The systems of the service that runs, for a shell that completes a word: within a moment, or none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.compute.system import ComputeSystem
from hcsffi.native import library
from hcsffi.remote.address import PER_USER, UNIX
from hcsffi.remote.private_folder import folder

if TYPE_CHECKING:
    from hcsffi.documents import Properties

_LIMIT_S: Final = 2.0


def present_systems() -> list[Properties]:
    """What lives there, by id; nothing where nothing answers, since no word can be said in a line that is being typed."""
    found: list[Properties] = []

    async def look() -> None:
        with anyio.move_on_after(_LIMIT_S):
            found.extend(await ComputeSystem.list())

    try:
        _choose_library()
        anyio.run(look)
    except Exception:  # noqa: BLE001 - as above
        return []
    return sorted(found, key=lambda one: one.id or "")


def _choose_library() -> None:
    """As the verbs do, but for a user's service that does not run: it is not started to have no systems."""
    asked = os.environ.get("HCSFFI_LIBRARY")
    if asked == PER_USER or (not asked and library.choice() == "embedded" and sys.platform != "win32"):
        library.use_library(f"{UNIX}{folder() / 'socket'}")
