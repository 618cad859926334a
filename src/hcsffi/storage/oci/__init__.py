"""Layer archives in and out of folders, and OCI images on disk; no registry client.

The names below load their modules when they are first touched, as those of the package do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know
if TYPE_CHECKING:
    from hcsffi.storage.oci.completion import complete_import
    from hcsffi.storage.oci.exporting import Exported, export_tar
    from hcsffi.storage.oci.folder_form import LayerForm
    from hcsffi.storage.oci.image import Image, ImageLayer
    from hcsffi.storage.oci.importing import Imported, import_tar
    from hcsffi.storage.oci.limits import ArchiveLimits
    from hcsffi.storage.oci.linux_layers import convert_layer
    from hcsffi.storage.oci.naming import NameRules
    from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
    from hcsffi.storage.oci.sink import Compression
    from hcsffi.storage.oci.staging import sweep_staging
    from hcsffi.storage.oci.unpacking import Unpacked, UnpackedLayer, read_image_list, unpack

__all__ = [
    "ArchiveLimits",
    "ArchiveRefused",
    "Compression",
    "Exported",
    "Image",
    "ImageLayer",
    "Imported",
    "LayerForm",
    "NameRules",
    "Rule",
    "Unpacked",
    "UnpackedLayer",
    "complete_import",
    "convert_layer",
    "export_tar",
    "import_tar",
    "read_image_list",
    "sweep_staging",
    "unpack",
]

_HOMES = {
    "ArchiveLimits": "limits",
    "ArchiveRefused": "refusal",
    "Compression": "sink",
    "Exported": "exporting",
    "Image": "image",
    "ImageLayer": "image",
    "Imported": "importing",
    "LayerForm": "folder_form",
    "NameRules": "naming",
    "Rule": "refusal",
    "Unpacked": "unpacking",
    "UnpackedLayer": "unpacking",
    "complete_import": "completion",
    "convert_layer": "linux_layers",
    "export_tar": "exporting",
    "import_tar": "importing",
    "read_image_list": "unpacking",
    "sweep_staging": "staging",
    "unpack": "unpacking",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module 'hcsffi.storage.oci' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
