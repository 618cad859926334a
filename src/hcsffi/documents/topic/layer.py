"""Storage layers of containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.system_state import Version


@define(frozen=True, kw_only=True)
class Storage(Document, published="hcs.Storage", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Where a container's files come from."""

    layers: Sequence[Layer] | None = member("Layers", "array<Layer>", "2.0", "docs dump hcsshim hcs-rs zlayer")
    path: str | None = member("Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="volume")
    qos: StorageQoS | None = member("QoS", "StorageQoS", "2.0", "docs dump hcsshim hcs-rs")
    privileged_container_root_path: str | None = member("PrivilegedContainerRootPath", "string", None, "hcsshim")


@define(frozen=True, kw_only=True)
class StorageQoS(Document, published="hcs.StorageQoS", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """Limits on storage traffic."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 2 rows).
    iops_maximum: int | None = member("IopsMaximum", "uint64", "2.0", "docs dump hcsshim hcs-rs")
    bandwidth_maximum: int | None = member("BandwidthMaximum", "uint64", "2.0", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class Layer(Document, published="hcs.Layer", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """One read-only layer below a container's scratch."""

    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    id: str | None = member(
        "Id", "guid", "2.0", "docs dump hcsshim hcs-rs zlayer", "GUID made from the folder's name.", rule="needed: HCS schema"
    )
    path: str | None = member("Path", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="needed unc")
    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass (the next 2 rows).
    path_type: PathType | None = member("PathType", "PathType", "2.1", "docs dump hcsshim hcs-rs")
    cache: CacheMode | None = member("Cache", "CacheMode", "2.0", "docs dump hcsshim hcs-rs", "Empty text and Unspecified mean the same.")


class PathType(TextEnum, published="hcs.PathType", since="2.1", sources="docs dump hcs-rs"):
    """What a path names."""

    ABSOLUTE_PATH = "AbsolutePath"
    VIRTUAL_SMB_SHARE_NAME = "VirtualSmbShareName"


class CacheMode(TextEnum, published="hcs.CacheMode", since="2.0", sources="docs dump hcs-rs"):
    """How a layer is cached."""

    # enum-values: dump ''; values outside the published list are kept and marked.
    UNSPECIFIED = "Unspecified", "2.0", "docs"
    DISABLED = "Disabled"
    ENABLED = "Enabled"
    PRIVATE = "Private"
    PRIVATE_ALLOW_SHARING = "PrivateAllowSharing"
    EMPTY = "", None, "dump"


@define(frozen=True, kw_only=True)
class LayerData(Document, published="hcs.LayerData", since="2.1", sources="docs dump hcs-rs"):
    """Parent chain handed to the storage functions."""

    schema_version: Version | None = member("SchemaVersion", "Version", "2.1", "docs dump hcs-rs")
    layers: Sequence[Layer] | None = member("Layers", "array<Layer>", "2.1", "docs dump hcs-rs", "Order matters: nearest parent first.")


@define(frozen=True, kw_only=True)
class ExportLayerOptions(Document, published="hcs.ExportLayerOptions", since="2.1", sources="docs dump hcs-rs"):
    """How a layer is exported."""

    is_writable_layer: bool | None = member("IsWritableLayer", "bool", "2.1", "docs dump hcs-rs")


@define(frozen=True, kw_only=True)
class OsLayerOptions(Document, published="hcs.OsLayerOptions", since="2.1", sources="docs dump hcs-rs"):
    """How a base operating system layer is prepared."""

    type: OsLayerType | None = member("Type", "OsLayerType", "2.1", "docs dump hcs-rs")
    disable_ci_cache_optimization: bool | None = member("DisableCiCacheOptimization", "bool", "2.1", "docs dump hcs-rs")
    skip_update_bcd_for_boot: bool | None = member("SkipUpdateBcdForBoot", "bool", "2.5", "docs dump")


class OsLayerType(TextEnum, published="hcs.OsLayerType", since="2.1", sources="docs dump hcs-rs"):
    """What a base operating system layer is for."""

    CONTAINER = "Container"
    VM = "Vm"
