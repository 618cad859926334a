"""Read-only layers: made from a folder or for an operating system, exported, destroyed.

All functions of the service here are synchronous there and run on a worker thread; on Windows the privileges that one needs are held as
long as it runs and given back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import document_text
from hcsffi.storage.chain import NO_PARENTS, crossing_chain
from hcsffi.storage.path import crossing_bytes

if TYPE_CHECKING:
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.storage.chain import LayerChain
    from hcsffi.storage.disk import Disk
    from hcsffi.storage.path import StrPath


def subject(layer: bytes) -> str:
    """Return what a call is about, for errors."""
    return f"layer {layer.decode()}"


async def import_layer(layer: StrPath, source: StrPath, parents: LayerChain | documents.LayerData | JsonDocument = NO_PARENTS) -> None:
    """Make a read-only layer out of a folder in transport form.

    Off Windows only root gives files away: what anybody else imports belongs to him, whoever owned the source.

    Args:
        layer: where it goes; the folder is made.
        source: the folder it is made from, another one.
        parents: the layers it stands on, nearest first; without any it is a base layer.

    Raises:
        NotFound: the source (ERROR_FILE_NOT_FOUND) or a parent (ERROR_PATH_NOT_FOUND) is not there.
        AccessDenied: the process does not hold the backup and restore privileges (ERROR_PRIVILEGE_NOT_HELD), or may not write there.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: the import failed; what is there is no layer.

    Blocks:
        A worker thread, as long as the files take.

    Cancellation:
        Ends the wait; the import runs to its end, so the folder is in use until then.

    Source:
        HcsImportLayer, computestorage.h; schema LayerData (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    texts = crossing_bytes("source", source), crossing_chain(parents)
    await blocking.ask("HcsImportLayer", path, *texts, subject=subject(path))


async def export_layer(
    layer: StrPath,
    folder: StrPath,
    parents: LayerChain | documents.LayerData | JsonDocument = NO_PARENTS,
    options: documents.ExportLayerOptions | JsonDocument | None = None,
) -> None:
    """Write what a layer adds to its parents, deletions too, into a folder in transport form.

    Args:
        layer: the layer; a writable one is exported while it is attached.
        folder: where it goes; the folder has to be there and empty.
        parents: all layers it stands on, nearest first.
        options: the ``ExportLayerOptions`` document; ``None`` sends an empty one.

    Raises:
        NotFound: the layer, the folder or a parent is not there.
        AccessDenied: the process does not hold the backup privilege (ERROR_PRIVILEGE_NOT_HELD), or may not read or write there.
        InvalidDocument: the options are not well formed.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: the export failed; what is in the folder is not the whole layer.

    Blocks:
        A worker thread, as long as the files take.

    Cancellation:
        Ends the wait; the export runs to its end, so the folder is in use until then.

    Source:
        HcsExportLayer, computestorage.h; schemas LayerData and ExportLayerOptions (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    texts = crossing_bytes("folder", folder), crossing_chain(parents), document_text(documents.ExportLayerOptions, options or {})
    await blocking.ask("HcsExportLayer", path, *texts, subject=subject(path))


async def destroy_layer(layer: StrPath) -> None:
    """Delete a layer with everything in it.

    A layer that is in use may be deleted by half, and destroying one that others are attached over ended the caller on Windows: rename its
    folder first, which fails while it is in use. :func:`remove_layer` does.

    Args:
        layer: its folder.

    Raises:
        NotFound: there is no such folder.
        AccessDenied: this process may not delete it.
        ValueError: the path is empty, relative or cannot cross.
        HcsError: it is no layer, or could not be deleted.

    Blocks:
        A worker thread, as long as the files take.

    Cancellation:
        Ends the wait; the layer is deleted all the same.

    Source:
        HcsDestroyLayer, computestorage.h.
    """
    path = crossing_bytes("layer", layer)
    await blocking.ask("HcsDestroyLayer", path, subject=subject(path))


async def setup_base_os_layer(
    layer: StrPath, disk: Disk | None = None, options: documents.OsLayerOptions | JsonDocument | None = None
) -> None:
    """Prepare a base layer whose files are in place: what containers and machines start from is made of them.

    Args:
        layer: the layer's folder, without ``Hives`` and ``Layout`` in it.
        disk: for type ``Vm`` the attached disk that the machine's system goes to; ``None`` for type ``Container``.
        options: the ``OsLayerOptions`` document; ``None`` says that it is for containers.

    Raises:
        NotFound: there is no such folder, or files that an operating system has are missing in it.
        AlreadyExists: it was prepared before.
        InvalidDocument: the options are not well formed.
        ValueError: the path is empty, relative or cannot cross.
        HcsError: the disk does not fit the type, or the layer could not be prepared.

    Blocks:
        A worker thread, for a few seconds.

    Cancellation:
        Ends the wait; the layer is prepared all the same.

    Source:
        HcsSetupBaseOSLayer, computestorage.h; schema OsLayerOptions (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    text = document_text(documents.OsLayerOptions, _CONTAINER if options is None else options)
    await blocking.ask("HcsSetupBaseOSLayer", path, None if disk is None else disk.handle, text, subject=subject(path))


async def setup_base_os_volume(layer: StrPath, volume: StrPath, options: documents.OsLayerOptions | JsonDocument | None = None) -> None:
    """Prepare a volume as the system disk of machines that start from a base layer.

    Args:
        layer: the layer's folder.
        volume: the volume's path.
        options: the ``OsLayerOptions`` document; ``None`` says that it is for machines.

    Raises:
        NotFound: there is no such folder or volume.
        InvalidDocument: the options are not well formed.
        NotSupported: Windows is older than build 19645 (ERROR_PROC_NOT_FOUND).
        ValueError: a path is empty, relative or cannot cross.
        HcsError: the volume could not be prepared.

    Blocks:
        A worker thread, for a few seconds.

    Cancellation:
        Ends the wait; the volume is prepared all the same.

    Source:
        HcsSetupBaseOSVolume, computestorage.h; schema OsLayerOptions (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    text = document_text(documents.OsLayerOptions, _MACHINE if options is None else options)
    await blocking.ask("HcsSetupBaseOSVolume", path, crossing_bytes("volume", volume), text, subject=subject(path))


_CONTAINER = documents.OsLayerOptions(type=documents.OsLayerType.CONTAINER)
_MACHINE = documents.OsLayerOptions(type=documents.OsLayerType.VM)
