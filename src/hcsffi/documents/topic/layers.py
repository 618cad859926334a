"""Storage layers of containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.process import StorageQoS
    from hcsffi.documents.topic.system import Version

class CacheMode(TextEnum):
    """Known values of `CacheMode`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcs-rs.
    Kept: CacheMode enum-values: dump ''; values outside the published list are kept and marked.
    """

    __published__ = "hcs.CacheMode"

    UNSPECIFIED = "Unspecified"
    DISABLED = "Disabled"
    ENABLED = "Enabled"
    PRIVATE = "Private"
    PRIVATE_ALLOW_SHARING = "PrivateAllowSharing"
    EMPTY = ""
    """Known from SDK schema dumps."""


class OsLayerType(TextEnum):
    """Known values of `OsLayerType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.OsLayerType"

    CONTAINER = "Container"
    VM = "Vm"


class PathType(TextEnum):
    """Known values of `PathType`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.PathType"

    ABSOLUTE_PATH = "AbsolutePath"
    VIRTUAL_SMB_SHARE_NAME = "VirtualSmbShareName"


class ExportLayerOptions(Document):
    """How a layer is exported.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.ExportLayerOptions"

    is_writable_layer: bool | None = member(
        "IsWritableLayer", "bool", "2.1", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.1."""


class Layer(Document):
    """One read-only layer below a container's scratch.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Layer"

    id: str | None = member(
        "Id", "guid", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """GUID made from the layer's folder name (guid, since 2.0)."""

    path: str | None = member(
        "Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    path_type: PathType | str | None = member(
        "PathType", "PathType", "2.1", "docs dump hcsshim hcs-rs", default=None
    )
    """PathType, since 2.1."""

    cache: CacheMode | str | None = member(
        "Cache", "CacheMode", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Empty text and Unspecified mean the same (CacheMode, since 2.0)."""


class LayerData(Document):
    """Parent chain handed to the storage functions.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.LayerData"

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.1", "docs dump hcs-rs", default=None
    )
    """Version, since 2.1."""

    layers: Sequence[Layer] | None = member(
        "Layers", "array<Layer>", "2.1", "docs dump hcs-rs", default=None
    )
    """Order matters: nearest parent first (array<Layer>, since 2.1)."""


class OsLayerOptions(Document):
    """How a base operating system layer is prepared.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.OsLayerOptions"

    type: OsLayerType | str | None = member(
        "Type", "OsLayerType", "2.1", "docs dump hcs-rs", default=None
    )
    """OsLayerType, since 2.1."""

    disable_ci_cache_optimization: bool | None = member(
        "DisableCiCacheOptimization", "bool", "2.1", "docs dump hcs-rs", default=None
    )
    """Bool, since 2.1."""

    skip_update_bcd_for_boot: bool | None = member(
        "SkipUpdateBcdForBoot", "bool", "2.5", "docs dump", default=None
    )
    """Bool, since 2.5."""


class Storage(Document):
    """Where a container's files come from.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.Storage"

    layers: Sequence[Layer] | None = member(
        "Layers", "array<Layer>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<Layer>, since 2.0."""

    path: str | None = member(
        "Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    qos: StorageQoS | None = member(
        "QoS", "StorageQoS", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """StorageQoS, since 2.0."""

    privileged_container_root_path: str | None = member(
        "PrivilegedContainerRootPath", "string", None, "hcsshim", default=None
    )
    """String; known from hcsshim."""
