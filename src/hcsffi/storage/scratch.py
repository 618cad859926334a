"""A writable layer for as long as a block of code runs, and a read-only one that is whole or not there."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio
from anyio.lowlevel import RunVar, checkpoint

from hcsffi import documents, hresult
from hcsffi.delivery import telling
from hcsffi.delivery.finishing import to_its_end
from hcsffi.errors import HcsError
from hcsffi.native.handles import Uncopyable
from hcsffi.storage.chain import NO_PARENTS, LayerChain
from hcsffi.storage.claim import LAYER, SCRATCH, Claim
from hcsffi.storage.layer import export_layer, import_layer
from hcsffi.storage.path import crossing
from hcsffi.storage.removal import release, remove_claimed
from hcsffi.storage.sweeping import claimed
from hcsffi.storage.writable import attach_layer_storage_filter, initialize_writable_layer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from types import TracebackType

    from typing_extensions import Self

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.storage.path import StrPath

_TRIES: Final = 5
_PAUSE_S: Final = 0.1
_BUSY: Final = frozenset(hresult.value_of(symbol) for symbol in ("ERROR_NOT_READY", "ERROR_DEVICE_NOT_CONNECTED", "ERROR_TIMEOUT"))
"""What layers that are made ready at the same time are answered with (G-1, H-15): once more, a moment later."""

_attaching: RunVar[anyio.Lock] = RunVar("hcsffi_attaching")


class Scratch(Uncopyable):
    """A writable layer over its parents, shown as one tree, for as long as an ``async with`` block runs.

    Entering makes the folder, initialises and attaches it; leaving detaches and destroys it. When a step fails or the task is cancelled,
    the steps before it are undone in reverse. What a process leaves that is killed goes by :func:`gc`, or when the path is used again.

    Args:
        parents: the layers it stands on, nearest first: a chain, or the ``LayerData`` document.
        path: its folder, which must not be there; the folder around it must.

    Raises:
        ValueError: the path is empty, relative or cannot cross, or the chain is none.
        InvalidDocument: the chain is no document of layers.
    """

    other_way = "another path makes another scratch"

    def __init__(self, parents: LayerChain | documents.LayerData | JsonDocument, path: StrPath) -> None:
        self.parents = LayerChain.read(parents)
        self.parents.crossed()  # refuses what cannot cross
        self.path = crossing("path", path)
        self._claim: Claim | None = None

    @property
    def mount_path(self) -> str:
        """Where scratch and parents are seen as one tree, inside the block.

        Raises:
            RuntimeError: outside the block.
        """
        if self._claim is None:
            message = f"{self} is not attached: it is inside async with"
            raise RuntimeError(message)
        return self.path

    def storage(self) -> documents.Storage:
        """Return what the document of a container says of this scratch and its parents, inside the block.

        Raises:
            RuntimeError: outside the block.
        """
        return documents.Storage(path=self.mount_path, layers=list(self.parents))

    async def export(self, folder: StrPath) -> None:
        """Write what the scratch adds to its parents, deletions too, into a folder in transport form, inside the block.

        Args:
            folder: where it goes; it has to be there and empty.

        Raises:
            RuntimeError: outside the block.
            HcsError: the export failed; what is in the folder is not the whole difference.

        Blocks:
            A worker thread, as long as the files take.

        Cancellation:
            Ends the wait when the export has ended: the scratch cannot go before.

        Source:
            HcsExportLayer, computestorage.h; schema ExportLayerOptions (since 2.1).
        """
        options = documents.ExportLayerOptions(is_writable_layer=True)
        await _whole(lambda: export_layer(self.mount_path, folder, self.parents, options))

    def __repr__(self) -> str:
        return f"<Scratch {self.path!r} over {len(self.parents)} layers{'' if self._claim is None else ', attached'}>"

    async def __aenter__(self) -> Self:
        """Make, initialise and attach the layer.

        Raises:
            FileExistsError: there is something of that name, or somebody uses it as a scratch.
            OSError: the folder around it is not there or may not be written.
            HcsError: a step failed; what was made before is gone again.
            RuntimeError: it is attached already.

        Blocks:
            Worker threads; where the tree is a copy, as long as the files take.

        Cancellation:
            Noticed between two steps, since the service does not interrupt one; what was made before is gone again.
        """
        if self._claim is not None:
            message = f"{self} is attached already"
            raise RuntimeError(message)
        claim = await _claim_folder(Path(self.path), SCRATCH, self.parents.paths)
        attached: bool | None = False
        try:
            await _whole(lambda: initialize_writable_layer(self.path, self.parents))
            attached = None  # an attach that fails may have done its work
            await _whole(lambda: _attach(self.path, self.parents))
        except BaseException:
            await _undo(claim, attached=attached)
            raise
        self._claim = claim
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Detach and destroy the layer.

        Raises:
            OSError: it is in use, or could not be deleted; :func:`gc` tries again.
            HcsError: the service could not detach or destroy it; :func:`gc` tries again.

        Blocks:
            Worker threads, as long as the files take.

        Cancellation:
            Shielded: the layer goes all the same.
        """
        claim, self._claim = self._claim, None
        if claim is None:
            return
        if error is not None:
            await _undo(claim, attached=True)
            return
        await remove_claimed(claim, attached=True)


async def make_layer(layer: StrPath, source: StrPath, parents: LayerChain | documents.LayerData | JsonDocument = NO_PARENTS) -> None:
    """Import a folder in transport form as a layer that is whole or not there.

    What is there of it goes when the import fails or is cancelled. What a process leaves that is killed goes by :func:`gc`, or when the
    path is used again.

    Args:
        layer: where it goes, which must not be there; the folder around it must.
        source: the folder it is made from, another one.
        parents: the layers it stands on, nearest first; without any it is a base layer.

    Raises:
        FileExistsError: there is something of that name, or somebody is making it.
        OSError: the folder around it is not there or may not be written.
        HcsError: the import failed, as :func:`import_layer` says.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        InvalidDocument: the chain is no document of layers.

    Blocks:
        Worker threads, as long as the files take.

    Cancellation:
        Noticed when the import has ended, since the service does not interrupt one; what it made is gone again.

    Source:
        HcsImportLayer, computestorage.h; schema LayerData (since 2.1).
    """
    crossing("source", source)
    chain = LayerChain.read(parents)
    async with making(layer, chain) as folder:
        await _whole(lambda: import_layer(folder, source, chain))


@asynccontextmanager
async def making(layer: StrPath, parents: LayerChain) -> AsyncIterator[str]:
    """Make the folder of a layer that stays when the block ends well, and goes when it fails, is cancelled or its process dies.

    The block must not leave anything running that still writes there.

    Args:
        layer: the folder, which must not be there; the folder around it must.
        parents: the layers it will stand on, nearest first; :func:`gc` removes it before them.

    Yields:
        The folder.

    Raises:
        FileExistsError: there is something of that name, or somebody is making it.
        OSError: the folder around it is not there or may not be written.
        ValueError: the path is empty, relative or cannot cross.

    Blocks:
        Worker threads, briefly.

    Cancellation:
        Noticed between two steps; the folder goes.
    """
    text = crossing("layer", layer)
    claim = await _claim_folder(Path(text), LAYER, parents.paths)
    try:
        await checkpoint()
        yield text
    except BaseException:
        await _undo(claim, attached=False)
        raise
    await release(claim)


async def _claim_folder(place: Path, kind: str, parents: Sequence[str]) -> Claim:
    """Claim a folder and make it, both on one visit to a worker thread; when the second fails, what was done is undone."""

    def make() -> tuple[Claim, Exception | None]:
        claim = Claim.take(place, kind, parents)
        try:
            claim.make_folder()
        except (OSError, MemoryError) as error:
            return claim, error
        return claim, None

    async def undo(made: tuple[Claim, Exception | None]) -> None:
        await _undo(made[0], attached=False)

    claim, trouble = await claimed(make, undo)
    if trouble is not None:
        await _undo(claim, attached=False)
        raise trouble
    return claim


async def _undo(claim: Claim, *, attached: bool | None) -> None:
    """Remove a folder while an error is on its way, which must not be hidden by another."""
    try:
        await remove_claimed(claim, attached=attached)
    except (HcsError, OSError) as error:
        telling.tried("removing", f"layer {claim.place}", error)


async def _whole(call: Callable[[], Awaitable[None]]) -> None:
    """Make a call that runs to its end whatever happens to the caller, and wait for that: what comes next has to know what was done."""
    await checkpoint()
    await to_its_end(call)
    await checkpoint()


async def _attach(path: str, parents: LayerChain) -> None:
    """Attach one layer at a time, again a moment later where the service was busy with another's (G-1, H-15)."""
    async with _lock():
        for _ in range(_TRIES - 1):
            if await _could_attach(path, parents):
                return
            await anyio.sleep(_PAUSE_S)
        await attach_layer_storage_filter(path, parents)


async def _could_attach(path: str, parents: LayerChain) -> bool:
    try:
        await attach_layer_storage_filter(path, parents)
    except HcsError as error:
        if error.hresult not in _BUSY:
            raise
        return False
    return True


def _lock() -> anyio.Lock:
    try:
        return _attaching.get()
    except LookupError:
        lock = anyio.Lock()
        _attaching.set(lock)
        return lock
