"""What a layer adds to, changes in and takes from its parents, as a list."""

from __future__ import annotations

import os
import secrets
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hcsffi import documents
from hcsffi.delivery.finishing import to_its_end
from hcsffi.storage.chain import NO_PARENTS, LayerChain
from hcsffi.storage.claim import LAYER
from hcsffi.storage.layer import export_layer
from hcsffi.storage.oci.naming import FOLDER_MARK
from hcsffi.storage.oci.parents import FOLDER, Parents
from hcsffi.storage.oci.sidecar import SIDECAR, TOMBSTONES, Sidecar, read_tombstones
from hcsffi.storage.path import crossing
from hcsffi.storage.removal import off_loop, remove_claimed
from hcsffi.storage.sweeping import take_claim

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.storage.path import StrPath

TREES: Final = ("Files", "UtilityVM", "Hives")


class ChangeKind(Enum):
    """What became of a path."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One path in which a layer differs from its parents.

    Args:
        kind: what became of it.
        path: the path in the layer, such as ``Files/Windows/win.ini``, with slashes.
    """

    kind: ChangeKind
    path: str


async def list_changes(
    layer: StrPath, parents: LayerChain | documents.LayerData | JsonDocument = NO_PARENTS, *, is_writable: bool = False
) -> tuple[Change, ...]:
    """Return what a layer adds to, changes in and takes from its parents, sorted by path.

    A folder that the parents have as a folder is left out: it is there because of what is in it. A deleted folder is one line.

    Args:
        layer: the layer's folder.
        parents: the layers it stands on, nearest first.
        is_writable: whether it is a writable one, attached or not.

    Raises:
        NotFound: the layer or a parent is not there.
        HcsError: the layer could not be exported.
        ArchiveRefused: what a layer says of itself is malformed.
        OSError: the disk is full, or something may not be read.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.

    Blocks:
        Worker threads, as long as the layer's own files take.

    Cancellation:
        Noticed when the export has ended.
    """
    chain = LayerChain.read(parents)
    async with exported(layer, chain, is_writable=is_writable) as folder:
        return await off_loop(lambda: tuple(sorted(_changes(folder, chain.paths), key=lambda change: change.path)))


@asynccontextmanager
async def exported(layer: StrPath, parents: LayerChain, *, is_writable: bool) -> AsyncIterator[Path]:
    """Export a layer into a folder beside it that goes at the end of the block, or by :func:`gc` where the process dies.

    Yields:
        The folder.

    Raises:
        HcsError: the layer could not be exported.
        OSError: the disk is full, or the folder around the layer may not be written.

    Blocks:
        Worker threads, as long as the layer's own files take.

    Cancellation:
        Noticed when the export has ended.
    """
    place = Path(crossing("layer", layer)).parent / f".hcsffi-export-{secrets.token_hex(8)}"
    claim = await take_claim(place, LAYER, ())
    try:
        await off_loop(claim.make_folder)
        options = documents.ExportLayerOptions(is_writable_layer=is_writable or None)
        await to_its_end(lambda: export_layer(layer, place, parents, options))
        yield place
    finally:
        await remove_claimed(claim, attached=False)


def _changes(folder: Path, parent_paths: tuple[str, ...]) -> Iterator[Change]:
    parents = Parents(parent_paths)
    try:
        for path, is_folder in _entries(folder):
            found = parents.find(path)
            if found is None:
                yield Change(ChangeKind.ADDED, path)
            elif not is_folder or found.kind != FOLDER:
                yield Change(ChangeKind.CHANGED, path)
        for path in _deletions(folder):
            if not os.path.lexists(folder / path):  # what is deleted and made anew is changed
                yield Change(ChangeKind.DELETED, path)
    finally:
        parents.close()


def _entries(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every path below the trees of a layer, and whether it is a folder."""
    waiting = [tree for tree in TREES if (folder / tree).is_dir()]
    while waiting:
        above = waiting.pop()
        with os.scandir(folder / above) as entries:
            for entry in entries:
                path = f"{above}/{entry.name}"
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder:
                    waiting.append(path)
                if not entry.name.endswith(FOLDER_MARK) and path != "UtilityVM/Files":
                    yield path, is_folder


def _deletions(folder: Path) -> list[str]:
    found: list[str] = []
    if (folder / SIDECAR).is_file():
        with (folder / SIDECAR).open("rb") as opened:
            found += Sidecar(opened).deleted
    if (folder / TOMBSTONES).is_file():
        found += read_tombstones((folder / TOMBSTONES).read_bytes(), TOMBSTONES)
    return found
