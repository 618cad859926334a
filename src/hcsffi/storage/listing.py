"""Which layers lie in a root, and what becomes of those that are not whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hcsffi.storage.chain import layer_id
from hcsffi.storage.claim import Claim, UnreadableClaim, claims_in, peek
from hcsffi.storage.path import crossing
from hcsffi.storage.removal import off_loop

if TYPE_CHECKING:
    from hcsffi.storage.path import StrPath

WHOLE: Final = "whole"
LIVING: Final = "living"
DEAD: Final = "dead"
_MARKER: Final = "hcsffi-marker.json"
_AREA: Final = ".hcsffi"


@dataclass(frozen=True, slots=True)
class ListedLayer:
    """A layer that lies in a root.

    Args:
        path: its folder.
        id: the id by which it is a parent.
        kind: ``layer``, ``scratch``, or ``removal`` for a layer that is being removed.
        state: ``whole``; ``living`` where a process is making, using or removing it; ``dead`` where that process has ended.
        parents: of what is not ``whole``, the paths of the layers it stands on, nearest first, links resolved.
    """

    path: str
    id: str
    kind: str
    state: str
    parents: tuple[str, ...] = ()


async def list_layers(root: StrPath) -> tuple[ListedLayer, ...]:
    """Return the layers and scratches of a root, sorted by path.

    Args:
        root: the folder that holds them.

    Raises:
        OSError: the root is not there or may not be read.
        ValueError: the path is empty, relative or cannot cross.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait when the root was read.
    """
    place = Path(crossing("root", root))
    return await off_loop(lambda: _listed(place))


def _listed(root: Path) -> tuple[ListedLayer, ...]:
    claimed = {}
    for path in claims_in(root):
        statement = peek(path)
        if statement is not None:
            name, kind = statement.name, statement.kind
            claimed[name] = ListedLayer(str(root / name), layer_id(name), kind, _state(path), statement.parents)
    whole = {
        entry.name: ListedLayer(str(entry), layer_id(entry.name), "scratch" if (entry / _AREA).is_dir() else "layer", WHOLE)
        for entry in root.iterdir()
        if not entry.name.startswith(".") and not entry.is_symlink() and _is_layer(entry)
    }
    return tuple(sorted((whole | claimed).values(), key=lambda layer: layer.path))


def _state(claim: Path) -> str:
    try:
        held = Claim.hold(claim)
    except (UnreadableClaim, OSError):
        return LIVING
    if held is None:
        return LIVING
    held.give_up()
    return DEAD


def _is_layer(place: Path) -> bool:
    """Whether the folder has a mark of the embedded host, or what a layer of Windows has."""
    return any((place / name).exists() for name in (_MARKER, _AREA, "Files", "sandbox.vhdx"))
