"""An image on disk becomes a folder for each of its layers, named by chain ids, so that images share what they have in common."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

from attrs import frozen

from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.halt import Halt, on_haltable_thread
from hcsffi.storage.oci.image import Image, ImageLayer, read_images
from hcsffi.storage.oci.image_source import ImageSource, opened_image
from hcsffi.storage.oci.importing import ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import FILES, NameRules
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.sidecar import MARKER
from hcsffi.storage.oci.staging import sweep_staging

if TYPE_CHECKING:
    from hcsffi.storage.progress import Listener


@frozen(kw_only=True)
class UnpackedLayer:
    """One layer's folder.

    Args:
        path: the folder, named by the chain id.
        layer: what the image says of it.
        was_there: whether an earlier unpacking had made it.
    """

    path: str
    layer: ImageLayer
    was_there: bool


@frozen(kw_only=True)
class Unpacked:
    """An image whose layers have folders.

    Args:
        image: which.
        layers: the base first.
    """

    image: Image
    layers: tuple[UnpackedLayer, ...]

    @property
    def parents(self) -> tuple[str, ...]:
        """The folders as a layer chain has them: nearest first, the base last."""
        return tuple(one.path for one in reversed(self.layers))


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else -1 for part in text.split(".")) if text else ()


def choose_image(images: list[Image], name: str | None, platform: str | None, os_version: str | None) -> Image:
    """Return the one image that is meant.

    Args:
        images: what there is.
        name: a tag it has to have; ``None`` for any.
        platform: ``windows/amd64``, or ``windows`` alone; ``None`` for any.
        os_version: the version it has to have, or the beginning of it: ``10.0.20348`` fits every revision, of which the newest is taken.

    Raises:
        ArchiveRefused: none fits, or several that differ.
    """
    fitting = [
        one
        for one in images
        if (name is None or name in one.names)
        and (platform is None or platform in {one.platform, one.operating_system})
        and (os_version is None or f"{one.os_version}.".startswith(f"{os_version}."))
    ]
    if os_version is not None:
        newest = max((_version(one.os_version) for one in fitting), default=())
        fitting = [one for one in fitting if _version(one.os_version) == newest]
    if len({one.config_digest for one in fitting}) != 1:
        _refuse_choice(images, fitting)
    return fitting[0]


def _refuse_choice(images: list[Image], fitting: list[Image]) -> NoReturn:
    told = ", ".join(" ".join(filter(None, ["/".join(one.names), one.platform, one.os_version])) for one in fitting or images)
    raise ArchiveRefused(Rule.LAYOUT, "image", f"{'several fit' if fitting else 'none fits'}: {told or 'there is no image'}")


@frozen(kw_only=True)
class _Unpacking:
    """How one image is unpacked; the arguments of `unpack`."""

    folder: str
    limits: ArchiveLimits
    durable: bool
    progress: Listener | None


async def read_image_list(image: str | os.PathLike[str], *, limits: ArchiveLimits | None = None) -> tuple[Image, ...]:
    """Return every image that a directory or archive holds.

    Args:
        image: an OCI image layout, as a directory or an archive of it, or an archive that ``docker save`` wrote.
        limits: how much an archive may ask for.

    Raises:
        ArchiveRefused: it is no image, or a part is not what its digest says.
        OSError: it cannot be read.

    Blocks:
        A worker thread, as long as the reading takes.

    Cancellation:
        Stops between two parts.
    """
    path = os.fspath(image)

    def work(halt: Halt) -> tuple[Image, ...]:
        with opened_image(path, limits or ArchiveLimits(), halt) as source:
            return tuple(read_images(source))

    return await on_haltable_thread(work)


async def unpack(
    image: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    name: str | None = None,
    platform: str | None = None,
    os_version: str | None = None,
    limits: ArchiveLimits | None = None,
    durable: bool = False,
    progress: Listener | None = None,
) -> Unpacked:
    """Make a folder of each layer of an image.

    Args:
        image: an OCI image layout, as a directory or an archive of it, or an archive that ``docker save`` wrote.
        folder: where the layers' folders are, each named by its chain id; made where it is missing.
        name: the tag of the image that is meant, where there are several.
        platform: ``windows/amd64``, ``linux/arm64`` or the first half alone.
        os_version: Windows' version, or the beginning of it: ``10.0.20348`` takes the newest revision.
        limits: how much each archive may ask for.
        durable: whether everything has reached the disk before a folder has its name.
        progress: told now and then, on the event loop's thread, which entry was read.

    Returns:
        The image and its layers' folders; those that were there already are taken as they are.

    Raises:
        ArchiveRefused: no image or several fit, a digest or diff-id is wrong, a layer breaks a rule, or a foreign layer is not there.
        OSError: the disk is full, or something may not be done.

    Blocks:
        A worker thread, as long as it takes.

    Cancellation:
        Stops between two entries or blocks; layers that were finished stay, and are taken the next time.

    Source:
        OCI image format 1.1, image-layout, manifest and config; chain ids as config.md has them.
    """
    path = os.fspath(image)
    how = _Unpacking(folder=os.fspath(folder), limits=limits or ArchiveLimits(), durable=durable, progress=progress)

    def work(halt: Halt) -> Unpacked:
        with opened_image(path, how.limits, halt) as source:
            chosen = choose_image(read_images(source), name, platform, os_version)
            os.makedirs(how.folder, mode=0o700, exist_ok=True)
            sweep_staging(how.folder)
            return _unpack_all(source, chosen, how, halt)

    return await on_haltable_thread(work)


def _unpack_all(source: ImageSource, image: Image, how: _Unpacking, halt: Halt) -> Unpacked:
    places = [os.path.join(how.folder, one.chain_id.removeprefix("sha256:")) for one in image.layers]
    for one, place in zip(image.layers, places, strict=True):
        if one.part is None and not _is_layer(place):
            rule = Rule.FOREIGN if one.is_foreign else Rule.LAYOUT
            raise ArchiveRefused(rule, one.digest or one.diff_id, ", ".join(one.urls) or "missing")
    done: list[UnpackedLayer] = []
    for one, place in zip(image.layers, places, strict=True):
        halt.check()
        was_there = _is_layer(place)
        if not was_there:
            was_there = _unpack_one(source, one, place, image, tuple(layer.path for layer in reversed(done)), how, halt)
        done.append(UnpackedLayer(path=place, layer=one, was_there=was_there))
    return Unpacked(image=image, layers=tuple(done))


def _is_layer(place: str) -> bool:
    """Whether a folder is a layer: a whole one, for it got its name last."""
    return os.path.lexists(os.path.join(place, MARKER))


def _unpack_one(
    source: ImageSource, layer: ImageLayer, place: str, image: Image, parents: tuple[str, ...], how: _Unpacking, halt: Halt
) -> bool:
    """Import one layer; return whether another process has made it meanwhile."""
    is_linux = image.operating_system != "windows"
    options = ImportOptions(
        parents=parents,
        names=NameRules.LINUX if is_linux else NameRules.WINDOWS,
        limits=how.limits,
        durable=how.durable,
        digest=layer.digest or None,
        diff_id=layer.diff_id,
        prefix=FILES if is_linux else "",
        progress=how.progress,
    )
    with source.open(layer.part or "") as opened, opened_feed(opened, how.limits, halt, None) as feed:
        try:
            run_import(feed, place, options, halt)
        except FileExistsError:
            if not _is_layer(place):
                raise
            return True
    return False
