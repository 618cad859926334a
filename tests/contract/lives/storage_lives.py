"""Lives of layers, scratches, disks and archives.

A folder that a cancelled call has made all the same stays where the call says so; the sweep takes it away.
"""

from __future__ import annotations

import io
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import anyio

from hcsffi import HcsError, storage
from hcsffi.storage import oci

from image_layouts import layout, write_folder
from layer_archives import archive, entry, folder
from stage import Life, Stage, nothing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

GIVEN_ID = "1a3348c8-c43b-5c1a-83f4-4bbff0d32f39"
LAYER = archive(folder("Files"), entry("Files/one", b"one"))
LINUX_LAYER = archive(folder("etc"), entry("etc/hosts", b"::1 localhost"))


def root_of(stage: Stage) -> Path:
    """The folder of everything a storage life makes; one for each life, since a call whose caller has gone may still make a folder."""
    root = stage.folder / f"layers of {stage.name}"
    root.mkdir(exist_ok=True)
    return root


async def sweep(stage: Stage) -> None:
    """Remove the layers first, as a layer is removed, and then the folder around them."""
    root = root_of(stage)
    await storage.gc(root)
    for one in await storage.list_layers(root):
        with suppress(HcsError, FileExistsError):  # a removal that goes on without its caller still claims it
            await storage.remove_layer(one.path)
    shutil.rmtree(root, ignore_errors=True)


def source_in(folder: Path) -> Path:
    """A folder to make a layer of."""
    (folder / "source" / "Files").mkdir(parents=True, exist_ok=True)
    (folder / "source" / "Files" / "one").write_bytes(b"one")
    return folder / "source"


async def layers(stage: Stage) -> None:
    """A layer that is made, looked at and removed."""
    root = root_of(stage)
    await storage.make_layer(root / "base", source_in(root))
    await storage.list_layers(root)
    await storage.list_changes(root / "base")
    await storage.gc(root)
    await storage.remove_layer(root / "base")


async def scratches(stage: Stage) -> None:
    """A scratch over a layer that the first life makes, and what was changed in it."""
    root = root_of(stage)
    base = stage.folder / "base"
    if not base.exists():
        await storage.make_layer(base, source_in(stage.folder))
    async with storage.Scratch(storage.LayerChain.of(base), root / "scratch") as scratch:
        (root / "difference").mkdir(exist_ok=True)
        await scratch.export(root / "difference")


async def missing_layers(stage: Stage) -> None:
    """Every function of storage, on layers that are not there: the host refuses each, and the refusal is awaited, too."""
    gone = str(stage.folder / "gone")
    chain = storage.LayerChain.of(gone, ids=[GIVEN_ID])
    calls: tuple[Callable[[], Awaitable[None]], ...] = (
        lambda: storage.import_layer(gone, gone, chain),
        lambda: storage.export_layer(gone, gone, chain),
        lambda: storage.destroy_layer(gone),
        lambda: storage.setup_base_os_layer(gone),
        lambda: storage.setup_base_os_volume(gone, gone),
        lambda: storage.initialize_writable_layer(gone, chain),
        lambda: storage.initialize_legacy_writable_layer(gone, gone, chain),
        lambda: storage.export_legacy_writable_layer(gone, gone, gone, chain),
        lambda: storage.attach_layer_storage_filter(gone, chain),
        lambda: storage.detach_layer_storage_filter(gone),
        lambda: storage.attach_overlay_filter(gone, chain),
        lambda: storage.detach_overlay_filter(gone),
    )
    for call in calls:
        with suppress(HcsError):
            await call()


async def disks(stage: Stage) -> None:
    """A disk that is formatted, asked and nearly attached."""
    async with await storage.Disk.open(stage.folder / "disk") as disk:
        with suppress(HcsError):
            await storage.format_writable_layer_vhd(disk)
        with suppress(HcsError):
            await storage.get_layer_vhd_mount_path(disk)
        with anyio.CancelScope() as before_the_call:  # Wine's virtdisk.dll ends the process, and elsewhere it is refused
            before_the_call.cancel()
            await disk.attach()
        with anyio.CancelScope() as before_the_call:
            before_the_call.cancel()
            await disk.detach()
        await disk.aclose()


async def archives(stage: Stage) -> None:
    """An archive that becomes a layer, its completion, and an archive again; one of Linux files that becomes one of Windows'."""
    root = root_of(stage)
    await oci.import_tar(io.BytesIO(LAYER), root / "transport", form=oci.LayerForm.TRANSPORT)
    (root / "made" / "Files").mkdir(parents=True, exist_ok=True)
    await oci.complete_import(root / "transport", root / "made")
    await oci.export_tar(root / "transport", io.BytesIO())
    await oci.convert_layer(io.BytesIO(LINUX_LAYER), io.BytesIO(), to=oci.NameRules.WINDOWS)


async def images(stage: Stage) -> None:
    """An image that is looked at and unpacked."""
    root = root_of(stage)
    image = write_folder(layout(LAYER), root / "image")
    await oci.read_image_list(image)
    await oci.unpack(image, root / "unpacked")


LIVES = (
    Life(layers, sweep),
    Life(scratches, sweep),
    Life(missing_layers, nothing),
    Life(disks, nothing),
    Life(archives, sweep),
    Life(images, sweep),
)
