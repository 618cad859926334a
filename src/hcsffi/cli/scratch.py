"""Where the scratches of ``hcsffi run --layers`` lie: each has a name that its system's id tells, so that another command finds it."""

from __future__ import annotations

import os
import uuid
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hcsffi import documents, storage
from hcsffi.cli.failure import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SCRATCH_HELP: Final = "the folder in which what is written lies meanwhile (default: one of this user's own)"
_IDS: Final = uuid.UUID("5f0e6f0a-6f0c-5d53-9d6b-5a4f0a3f6f57")  # drawn once: an id may hold what no name of a folder can


def scratch_of(system_id: str, given: str | None) -> Path:
    """Return where the scratch of a system lies while it runs; the folder around it is made if need be.

    Args:
        system_id: the id of the system.
        given: the folder for scratches, or ``None`` for the user's own.
    """
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    place = Path(given).absolute() if given else Path(state, "hcsffi", "scratches")
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place / uuid.uuid5(_IDS, system_id).hex


@asynccontextmanager
async def on_layers(
    system_id: str, configuration: documents.ComputeSystem, layers: list[str], scratch: str | None
) -> AsyncIterator[documents.ComputeSystem]:
    """Put a writable layer over the layers and the container on it, for as long as the block runs.

    Yields:
        The document with the container's root in it; as it is where there are no layers.

    Raises:
        Refusal: the document describes no container.
        FileExistsError: a system of that id runs on a scratch there already.
    """
    if not layers:
        yield configuration
        return
    container = configuration.container
    if container is None:
        message = "--layers needs a container: the document describes another kind of system"
        raise Refusal(message)
    place = scratch_of(system_id, scratch)
    await storage.gc(place.parent)  # of those that were killed
    async with storage.Scratch(storage.LayerChain.of(*layers), place) as standing:
        yield documents.replace(configuration, container=documents.replace(container, storage=standing.storage()))
