"""What a test sees of processes: all that one says, who runs, and how a killed one has exited."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anyio.abc import ByteReceiveStream

    from hcsffi import ComputeSystem


KILLED = 1067 if os.name == "nt" else 137
"""What a killed process exits with, in a Windows guest and in a Linux one (C-14)."""


async def read_all(stream: ByteReceiveStream | None) -> bytes:
    """Everything the stream brings until it ends."""
    assert stream is not None
    return b"".join([chunk async for chunk in stream])


async def processes_of(system: ComputeSystem) -> set[int]:
    """The ids of all processes the service sees in the system."""
    return {entry.process_id for entry in (await system.properties("ProcessList")).process_list or [] if entry.process_id is not None}
