"""Writable layers: initialised over their parents, attached to show them as one, exported while attached.

All functions of the service here are synchronous there and run on a worker thread; on Windows the privileges that one needs are held as
long as it runs and given back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hcsffi import documents
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import unchecked_text
from hcsffi.storage.chain import NO_PARENTS, crossing_chain
from hcsffi.storage.layer import subject
from hcsffi.storage.path import crossing_bytes

if TYPE_CHECKING:
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.storage.chain import LayerChain
    from hcsffi.storage.path import StrPath

UNION_FS: Final = "UnionFS"
"""The overlay filter of newer Windows; the older one, WCIFS, is what :func:`attach_layer_storage_filter` attaches."""


async def initialize_writable_layer(
    layer: StrPath, parents: LayerChain | documents.LayerData | JsonDocument, options: JsonDocument | None = None
) -> None:
    """Make an empty folder, or the root of a mounted scratch disk, a writable layer over its parents.

    Args:
        layer: the folder or the disk's mount path.
        parents: the layers it stands on, nearest first.
        options: a document that no Windows reads so far; ``None`` sends NULL.

    Raises:
        NotFound: the folder or a parent is not there.
        AlreadyExists: it is a writable layer already.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: the layer could not be initialised.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the layer is initialised all the same.

    Source:
        HcsInitializeWritableLayer, computestorage.h; schema LayerData (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    texts = crossing_chain(parents), unchecked_text("options", options)
    await blocking.ask("HcsInitializeWritableLayer", path, *texts, subject=subject(path))


async def initialize_legacy_writable_layer(
    mount_path: StrPath,
    folder: StrPath,
    parents: LayerChain | documents.LayerData | JsonDocument,
    options: JsonDocument | None = None,
) -> None:
    """Make a writable layer in the form of older Windows, whose registry is in a folder beside the disk.

    Args:
        mount_path: the root of the mounted scratch disk.
        folder: the layer's folder.
        parents: the layers it stands on, nearest first.
        options: a document that no Windows reads so far; ``None`` sends NULL.

    Raises:
        NotFound: a folder or a parent is not there.
        AlreadyExists: it is a writable layer already.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: the layer could not be initialised.

    Blocks:
        A worker thread, briefly.

    Cancellation:
        Ends the wait; the layer is initialised all the same.

    Source:
        HcsInitializeLegacyWritableLayer, computestorage.h; schema LayerData (since 2.1).
    """
    path = crossing_bytes("mount_path", mount_path)
    texts = crossing_bytes("folder", folder), crossing_chain(parents), unchecked_text("options", options)
    await blocking.ask("HcsInitializeLegacyWritableLayer", path, *texts, subject=subject(path))


async def export_legacy_writable_layer(
    mount_path: StrPath, folder: StrPath, export_folder: StrPath, parents: LayerChain | documents.LayerData | JsonDocument
) -> None:
    """Write what a writable layer of the older form adds to its parents into a folder in transport form.

    Args:
        mount_path: the root of the mounted scratch disk.
        folder: the layer's folder.
        export_folder: where it goes; the folder has to be there and empty.
        parents: all layers it stands on, nearest first.

    Raises:
        NotFound: a folder or a parent is not there.
        AccessDenied: the process does not hold the backup privilege (ERROR_PRIVILEGE_NOT_HELD), or may not read or write there.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: the export failed; what is in the folder is not the whole layer.

    Blocks:
        A worker thread, as long as the files take.

    Cancellation:
        Ends the wait; the export runs to its end, so the folders are in use until then.

    Source:
        HcsExportLegacyWritableLayer, computestorage.h; schema LayerData (since 2.1).
    """
    path = crossing_bytes("mount_path", mount_path)
    texts = crossing_bytes("folder", folder), crossing_bytes("export_folder", export_folder), crossing_chain(parents)
    await blocking.ask("HcsExportLegacyWritableLayer", path, *texts, subject=subject(path))


async def attach_layer_storage_filter(layer: StrPath, parents: LayerChain | documents.LayerData | JsonDocument) -> None:
    """Show a writable layer and its parents as one tree, until it is detached.

    Off Windows that is an overlay of the kernel for root and a copy for anybody else, whose files then all belong to him.

    Args:
        layer: the layer's folder or the disk's mount path, as it was initialised.
        parents: the layers it stands on, nearest first.

    Raises:
        NotFound: the layer or a parent is not there.
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: it is no writable layer, or attached already.

    Blocks:
        A worker thread, briefly; where the tree is a copy, as long as the files take.

    Cancellation:
        Ends the wait; the layer is attached all the same, and has to be detached.

    Source:
        HcsAttachLayerStorageFilter, computestorage.h; schema LayerData (since 2.1).
    """
    path = crossing_bytes("layer", layer)
    await blocking.ask("HcsAttachLayerStorageFilter", path, crossing_chain(parents), subject=subject(path))


async def detach_layer_storage_filter(layer: StrPath) -> None:
    """End what :func:`attach_layer_storage_filter` shows.

    Args:
        layer: the path that was attached.

    Raises:
        NotFound: the layer is not there.
        ValueError: the path is empty, relative or cannot cross.
        HcsError: it is not attached, or in use.

    Blocks:
        A worker thread, briefly; where the tree is a copy, as long as the files take.

    Cancellation:
        Ends the wait; the layer is detached all the same.

    Source:
        HcsDetachLayerStorageFilter, computestorage.h.
    """
    path = crossing_bytes("layer", layer)
    await blocking.ask("HcsDetachLayerStorageFilter", path, subject=subject(path))


async def attach_overlay_filter(
    volume: StrPath, layers: LayerChain | documents.LayerData | JsonDocument, filter_type: documents.FileSystemFilterType | str = UNION_FS
) -> None:
    """Show layers below what a volume holds, by the filter that is named.

    Args:
        volume: the mount path of the volume.
        layers: the layers, nearest first; for ``UnionFS`` one, whose path ends in ``Files``.
        filter_type: ``UnionFS`` or ``WCIFS``.

    Raises:
        NotFound: the volume or a layer is not there.
        NotSupported: Windows is older than build 26100 (ERROR_PROC_NOT_FOUND).
        ValueError: a path is empty, relative or cannot cross, or the chain is none.
        HcsError: it is attached already.

    Blocks:
        A worker thread, briefly; where the tree is a copy, as long as the files take.

    Cancellation:
        Ends the wait; the filter is attached all the same, and has to be detached.

    Source:
        HcsAttachOverlayFilter, computestorage.h; schema LayerData (since 2.1), with the FilterType that hcsshim sends.
    """
    path = crossing_bytes("volume", volume)
    text = crossing_chain(layers, documents.FileSystemFilterType(filter_type))
    await blocking.ask("HcsAttachOverlayFilter", path, text, subject=f"volume {path.decode()}")


async def detach_overlay_filter(volume: StrPath, filter_type: documents.FileSystemFilterType | str = UNION_FS) -> None:
    """End what :func:`attach_overlay_filter` shows.

    Args:
        volume: the mount path of the volume.
        filter_type: the filter that was attached.

    Raises:
        NotFound: the volume is not there.
        NotSupported: Windows is older than build 26100 (ERROR_PROC_NOT_FOUND).
        ValueError: the path is empty, relative or cannot cross.
        HcsError: it is not attached, or in use.

    Blocks:
        A worker thread, briefly; where the tree is a copy, as long as the files take.

    Cancellation:
        Ends the wait; the filter is detached all the same.

    Source:
        HcsDetachOverlayFilter, computestorage.h; schema LayerData (since 2.1), with the FilterType that hcsshim sends.
    """
    path = crossing_bytes("volume", volume)
    text = crossing_chain(NO_PARENTS, documents.FileSystemFilterType(filter_type))
    await blocking.ask("HcsDetachOverlayFilter", path, text, subject=f"volume {path.decode()}")
