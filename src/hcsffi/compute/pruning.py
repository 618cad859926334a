"""Ends the compute systems that programs left behind.

A service cannot tell whether the program that made a system still lives, so nothing is ended here that its caller has not pointed at: by
its state, its owner, or both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio
from attrs import frozen

from hcsffi.compute.system import ComputeSystem
from hcsffi.documents.topic.system_state import State
from hcsffi.errors import AlreadyStopped, HcsError, NotFound

if TYPE_CHECKING:
    from hcsffi import documents

_AT_ONCE: Final = 16
_LONGEST_S: Final = 30.0


@frozen
class Pruned:
    """One system that :func:`prune` found.

    Attributes:
        system_id: its id.
        properties: what the host told of it before.
        error: why it could not be ended; ``None`` where it was, or would be.
    """

    system_id: str
    properties: documents.Properties
    error: HcsError | None = None


async def prune(*, owner: str | None = None, running: bool = False, dry_run: bool = False) -> list[Pruned]:
    """End systems that programs left behind, such as killed ones.

    Without ``running`` those that were created and never started; a system that has stopped goes by itself with its last handle. Also
    a program that lives may have created a system and not started it yet: name the owner where others work on the same host.

    Args:
        owner: only systems of this owner; ``None`` takes those of all.
        running: whether to end those too that run or are paused.
        dry_run: whether to tell only what would be ended.

    Returns:
        What was ended and what could not be, sorted by id. A system that ended by itself meanwhile, or was started where only those
        that were not are meant, is left out.

    Raises:
        AccessDenied: the caller may not use the service (HCS_E_ACCESS_DENIED).
        Disconnected: the service went away before it had listed them; later it is the error of each that was not ended.

    Cancellation:
        Ends the waits; what was ended stays so, and no handle is left open.

    Source:
        HcsEnumerateComputeSystems, HcsOpenComputeSystem, HcsTerminateComputeSystem, computecore.h.
    """
    meant = {State.CREATED, State.RUNNING, State.PAUSED} if running else {State.CREATED}
    listed = await ComputeSystem.list(owners=None if owner is None else [owner])
    found = {one.id: one for one in listed if one.id is not None and one.state in meant}
    if dry_run:
        return [Pruned(name, found[name]) for name in sorted(found)]
    pruned: dict[str, Pruned] = {}
    turn = anyio.Semaphore(_AT_ONCE)

    async def end(name: str, one: documents.Properties) -> None:
        async with turn:
            try:
                async with await ComputeSystem.open(name) as system:
                    if (await system.properties()).state not in meant:
                        return
                    await system.terminate(timeout_s=_LONGEST_S)
            except (AlreadyStopped, NotFound):
                return
            except HcsError as error:
                pruned[name] = Pruned(name, one, error)
            else:
                pruned[name] = Pruned(name, one)

    async with anyio.create_task_group() as tasks:
        for name, one in found.items():
            tasks.start_soon(end, name, one)
    return [pruned[name] for name in sorted(pruned)]
