"""Layer archives in and out of folders, and OCI images on disk; no registry client.

The names below load their modules when they are first touched, as those of the package do.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the name type checkers know
if TYPE_CHECKING:
    from hcsffi.storage.oci.exporting import Exported, export_tar
    from hcsffi.storage.oci.importing import Imported, import_tar
    from hcsffi.storage.oci.limits import ArchiveLimits
    from hcsffi.storage.oci.naming import NameRules
    from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
    from hcsffi.storage.oci.sink import Compression

__all__ = ["ArchiveLimits", "ArchiveRefused", "Compression", "Exported", "Imported", "NameRules", "Rule", "export_tar", "import_tar"]

_HOMES = {
    "ArchiveRefused": "refusal",
    "Compression": "sink",
    "Exported": "exporting",
    "Imported": "importing",
    "ArchiveLimits": "limits",
    "NameRules": "naming",
    "Rule": "refusal",
    "export_tar": "exporting",
    "import_tar": "importing",
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
