"""Cleaning up after processes that ended without doing so themselves."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anyio.lowlevel import checkpoint

from hcsffi.errors import HcsError
from hcsffi.storage.claim import REMOVAL, Claim, LeftClaim, UnreadableClaim, claims_in, identity_of, peek
from hcsffi.storage.oci.staging import sweep_staging
from hcsffi.storage.path import crossing
from hcsffi.storage.progress import Progress
from hcsffi.storage.removal import off_loop, release, remove_claimed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Container, Iterable, Sequence

    from hcsffi.storage.path import StrPath
    from hcsffi.storage.progress import Listener

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Kept:
    """Something dead that was left where it is.

    Args:
        path: the folder, or the claim where that cannot be read.
        reason: why.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep came to.

    Args:
        removed: the folders that dead processes left and that are gone now, children before parents.
        kept: those that could not be removed; a later sweep tries again.
    """

    removed: tuple[str, ...]
    kept: tuple[Kept, ...]


async def gc(root: StrPath, *, progress: Listener | None = None) -> Sweep:
    """Remove what dead processes left in a root: scratches they had, layers they had begun.

    Only what :class:`Scratch`, :func:`make_layer` and the imports of archives have made and marked is touched, only directly in the root,
    and only where the process that made it has ended or given it up. Others' files stay, also where they have taken a name that the dead
    one had.

    Args:
        root: the folder that holds layers and scratches.
        progress: is told after each folder.

    Returns:
        What was removed and what was not.

    Raises:
        OSError: the root is not there or may not be read.
        ValueError: the path is empty, relative or cannot cross.
        ServiceUnavailable: no library answers.

    Blocks:
        Worker threads, as long as the files take.

    Cancellation:
        Between two folders; one that was begun is finished.
    """
    place = Path(crossing("root", root))
    dead: list[Claim] = []
    kept: list[Kept] = []
    removed: list[str] = []
    try:
        for path in await off_loop(lambda: list(claims_in(place))):
            await checkpoint()
            try:
                held = await off_loop(partial(Claim.hold, path))
            except (UnreadableClaim, OSError) as error:
                kept.append(Kept(str(path), str(error)))
            else:
                dead += [] if held is None else [held]
        for claim in await _children_first(place, dead):
            await checkpoint()
            dead.remove(claim)
            try:
                await remove_claimed(claim)
            except (HcsError, OSError) as error:
                kept.append(Kept(str(claim.place), str(error)))
            else:
                removed.append(str(claim.place))
                if progress is not None:
                    progress(Progress("sweep", str(claim.place), len(removed)))
        kept += [Kept(str(claim.place), "a layer that lives stands on it") for claim in dead]
        removed += [str(place / name) for name in await off_loop(lambda: sweep_staging(place))]
    finally:
        _give_up(dead)
    return Sweep(tuple(removed), tuple(kept))


async def _children_first(root: Path, dead: Sequence[Claim]) -> list[Claim]:
    """The dead in an order in which nobody goes before those that stand on him; who carries somebody living is left out."""
    own = {claim.statement.token for claim in dead}
    living = await off_loop(lambda: _carrying(root, own))
    waiting = [claim for claim in dead if claim.real_place not in living]
    ordered: list[Claim] = []
    while waiting:
        carrying = {parent for claim in waiting for parent in claim.statement.parents}
        free = [claim for claim in waiting if claim.real_place not in carrying]
        if not free:  # each stands on another: no chain that was attached is such a circle, so no order is better
            free = waiting
        ordered += free
        waiting = [claim for claim in waiting if claim not in free]
    return ordered


async def remove_layer(layer: StrPath) -> None:
    """Remove a layer so that it is there or gone, but never there by half.

    It gets a private name first, which fails while it is in use, and is destroyed then. When the service refuses, it has its own name
    again; when the process dies in between, :func:`gc` finishes.

    Args:
        layer: its folder.

    Raises:
        FileNotFoundError: there is no such folder.
        OSError: it is in use, or a scratch that lives stands on it.
        HcsError: the service refused: it is no layer (HCS_E_INVALID_LAYER), or in use (ERROR_SHARING_VIOLATION).
        ValueError: the path is empty, relative or cannot cross.

    Blocks:
        Worker threads, as long as the files take.

    Cancellation:
        Noticed before it begins; a removal that was begun is finished.

    Source:
        HcsDestroyLayer, computestorage.h; the order is that of containerd and moby.
    """
    place = Path(crossing("layer", layer))
    was_there = await off_loop(lambda: identity_of(place) is not None)
    claim = await take_claim(place, REMOVAL, ())
    try:
        if was_there and await off_loop(lambda: identity_of(place) is None):  # a dead process had begun it, and it went with the sweep
            await release(claim)
            return
        await _remove_dead_children(claim)
        await off_loop(partial(_adopt_unused, claim))
    except BaseException:
        await release(claim)
        raise
    await remove_claimed(claim)


async def _remove_dead_children(parent: Claim) -> None:
    """Remove what dead processes left standing on a layer, as a sweep would before it."""
    dead: list[Claim] = []

    def hold_standing() -> None:
        for path in claims_in(parent.root):
            said = peek(path)
            if said is not None and parent.real_place in said.parents and (held := Claim.hold(path)) is not None:
                dead.append(held)

    try:
        await off_loop(hold_standing)
        for claim in await _children_first(parent.root, dead):
            dead.remove(claim)
            await remove_claimed(claim)
    finally:
        _give_up(dead)


def _give_up(claims: Iterable[Claim]) -> None:
    """Leave claims to the next sweep: a close each, so that it needs neither a thread nor a wait that can be cancelled."""
    for claim in claims:
        claim.give_up()


def _adopt_unused(claim: Claim) -> None:
    claim.adopt_folder()
    if claim.real_place in _carrying(claim.root, {claim.statement.token}):
        raise OSError(errno.EBUSY, "in use: a layer that lives stands on it", str(claim.place))


def _carrying(root: Path, own: Container[str]) -> set[str]:
    """The layers that something stands on which is claimed in the root by somebody else."""
    found = (peek(path) for path in claims_in(root))
    return {parent for statement in found if statement is not None and statement.token not in own for parent in statement.parents}


async def take_claim(place: Path, kind: str, parents: Sequence[str]) -> Claim:
    """Claim a folder, after removing what somebody dead has left in its place.

    Raises:
        FileExistsError: somebody living has claimed it.
        OSError: the root is not there or may not be written, or what was left cannot be removed.
        HcsError: the service could not destroy what was left.

    Blocks:
        Worker threads; as long as the files take, where something was left.

    Cancellation:
        Noticed between the two.
    """
    return await claimed(lambda: Claim.take(place, kind, parents), release)


async def claimed(take: Callable[[], _Result], undo: Callable[[_Result], Awaitable[object]]) -> _Result:
    """Run what takes a claim, after removing what somebody dead has left in its place.

    Args:
        take: takes it.
        undo: undoes that, where the caller is cancelled and never sees it.

    Raises:
        HcsError: the service could not destroy what was left.
        OSError: it could not be removed, or what ``take`` raises.

    Blocks:
        Worker threads; as long as the files take, where something was left.

    Cancellation:
        Noticed between the two.
    """
    while True:
        await checkpoint()
        try:
            return await off_loop(take, undo)
        except LeftClaim as left:
            claim = left.claim
        await remove_claimed(claim)
