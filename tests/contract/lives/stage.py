"""What a life is: a walk through public coroutines, from nothing to nothing again, that a test cancels at each of its suspensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from hcsffi import ComputeSystem


class Stage(NamedTuple):
    """What is there before a life begins, and stays.

    Args:
        system: a container that runs.
        name: an id for a system of the life's own.
        folder: a folder with the file `disk`.
    """

    system: ComputeSystem
    name: str
    folder: Path


class Life(NamedTuple):
    """A walk, and what takes away that which may outlive its cancellation.

    Args:
        run: the walk.
        sweep: removes what a cancelled create may have made all the same; nothing where handles hold everything.
    """

    run: Callable[[Stage], Coroutine[object, object, None]]
    sweep: Callable[[Stage], Coroutine[object, object, None]]


async def nothing(stage: Stage) -> None:
    """Sweep nothing: what the life makes goes with its handles."""
