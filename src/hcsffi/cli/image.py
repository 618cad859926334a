"""``hcsffi image``: OCI images that lie on a disk, as a layout or as an archive; nothing is fetched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hcsffi.cli.interruption import run_interruptible
from hcsffi.cli.layer import tell, whole
from hcsffi.cli.progress_line import ProgressLine, amount
from hcsffi.storage import oci

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("ls", help="list the images of a layout or archive", description="List the images of a layout or archive.")
    unpacking = actions.add_parser(
        "unpack",
        help="make a folder of each layer of an image",
        description="Make a folder of each layer of an image, named by its chain id.",
    )
    for branch in (listing, unpacking):
        branch.add_argument("image", metavar="LAYOUT_OR_ARCHIVE", help="an OCI image layout, an archive of one, or what docker save wrote")
        branch.add_argument("--format", choices=["text", "json"], default="text", help="how to print the result")
    unpacking.add_argument("folder", metavar="DIR", help="where the layers' folders are; layers that are there already are taken")
    unpacking.add_argument("--name", help="the tag of the image that is meant, where there are several")
    unpacking.add_argument("--platform", help="such as windows/amd64, or its first half")
    unpacking.add_argument("--os-version", metavar="VERSION", help="Windows' version or the beginning of it: 10.0.20348")
    unpacking.add_argument("--durable", action="store_true", help="wait until everything has reached the disk")


def main(options: argparse.Namespace) -> int:
    """Run the action and return its exit code."""
    act = _ACTIONS[options.action]
    return run_interruptible(lambda: act(options))


async def _list(options: argparse.Namespace) -> None:
    images = await oci.read_image_list(whole(options.image))
    if options.format == "json":
        print(json.dumps([_members(image) for image in images]))
        return
    for image in images:
        version = f" {image.os_version}" if image.os_version else ""
        size = amount(sum(layer.size for layer in image.layers))
        print(f"{', '.join(image.names) or '-'}  {image.platform}{version}  {len(image.layers)} layers, {size}  {image.config_digest}")
        for layer in image.layers:
            foreign = "  foreign, not here" if layer.is_foreign and layer.part is None else ""
            print(f"    {layer.diff_id}  {amount(layer.size)}{foreign}")


def _members(image: oci.Image) -> dict[str, object]:
    layers = [
        {
            "digest": layer.digest,
            "diff_id": layer.diff_id,
            "chain_id": layer.chain_id,
            "size": layer.size,
            "media_type": layer.media_type,
            "is_foreign": layer.is_foreign,
            "is_here": layer.part is not None,
        }
        for layer in image.layers
    ]
    told = {"names": list(image.names), "platform": image.platform, "os_version": image.os_version, "config_digest": image.config_digest}
    return {**told, "layers": layers}


async def _unpack(options: argparse.Namespace) -> None:
    shown = ProgressLine()
    try:
        unpacked = await oci.unpack(
            whole(options.image),
            whole(options.folder),
            name=options.name,
            platform=options.platform,
            os_version=options.os_version,
            durable=options.durable,
            progress=shown.show,
        )
    finally:
        shown.clear()
    lines = [f"{'was there' if one.was_there else 'unpacked '} {one.path}" for one in unpacked.layers]
    layers = [{"path": one.path, "chain_id": one.layer.chain_id, "was_there": one.was_there} for one in unpacked.layers]
    tell(options, "\n".join(lines), {"config_digest": unpacked.image.config_digest, "layers": layers, "parents": list(unpacked.parents)})


_ACTIONS: Final = {"ls": _list, "unpack": _unpack}
