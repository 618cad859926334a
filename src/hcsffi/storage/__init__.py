"""Layers: computestorage.dll, scratches, and OCI archives of them.

The names below load their modules when they are first touched, as those of the front door do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from hcsffi.storage.chain import LayerChain, layer_id
    from hcsffi.storage.difference import Change, ChangeKind, list_changes
    from hcsffi.storage.disk import Disk, format_writable_layer_vhd, get_layer_vhd_mount_path
    from hcsffi.storage.layer import destroy_layer, export_layer, import_layer, setup_base_os_layer, setup_base_os_volume
    from hcsffi.storage.listing import ListedLayer, list_layers
    from hcsffi.storage.progress import Progress
    from hcsffi.storage.scratch import Scratch, make_layer
    from hcsffi.storage.sweeping import Kept, Sweep, gc, remove_layer
    from hcsffi.storage.writable import (
        attach_layer_storage_filter,
        attach_overlay_filter,
        detach_layer_storage_filter,
        detach_overlay_filter,
        export_legacy_writable_layer,
        initialize_legacy_writable_layer,
        initialize_writable_layer,
    )

__all__ = [
    "Change",
    "ChangeKind",
    "Disk",
    "Kept",
    "LayerChain",
    "ListedLayer",
    "Progress",
    "Scratch",
    "Sweep",
    "attach_layer_storage_filter",
    "attach_overlay_filter",
    "destroy_layer",
    "detach_layer_storage_filter",
    "detach_overlay_filter",
    "export_layer",
    "export_legacy_writable_layer",
    "format_writable_layer_vhd",
    "gc",
    "get_layer_vhd_mount_path",
    "import_layer",
    "initialize_legacy_writable_layer",
    "initialize_writable_layer",
    "layer_id",
    "list_changes",
    "list_layers",
    "make_layer",
    "remove_layer",
    "setup_base_os_layer",
    "setup_base_os_volume",
]

_HOMES = {
    **dict.fromkeys(("Change", "ChangeKind", "list_changes"), "difference"),
    **dict.fromkeys(("ListedLayer", "list_layers"), "listing"),
    **dict.fromkeys(("LayerChain", "layer_id"), "chain"),
    **dict.fromkeys(("Disk", "format_writable_layer_vhd", "get_layer_vhd_mount_path"), "disk"),
    **dict.fromkeys(("destroy_layer", "export_layer", "import_layer", "setup_base_os_layer", "setup_base_os_volume"), "layer"),
    "Progress": "progress",
    **dict.fromkeys(("Scratch", "make_layer"), "scratch"),
    **dict.fromkeys(("Kept", "Sweep", "gc", "remove_layer"), "sweeping"),
    **dict.fromkeys(
        (
            "attach_layer_storage_filter",
            "attach_overlay_filter",
            "detach_layer_storage_filter",
            "detach_overlay_filter",
            "export_legacy_writable_layer",
            "initialize_legacy_writable_layer",
            "initialize_writable_layer",
        ),
        "writable",
    ),
}
_MODULES: frozenset[str] = frozenset()


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'hcsffi.storage' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"hcsffi.storage.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
