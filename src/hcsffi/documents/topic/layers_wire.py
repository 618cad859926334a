"""Reading and writing: storage layers of containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, draft, guid_text, later, leftover, merged, text_of
from hcsffi.documents.topic.layers import CacheMode, ExportLayerOptions, Layer, LayerData, OsLayerOptions, OsLayerType, PathType, Storage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
export_layer_options_draft = draft(ExportLayerOptions)
layer_draft = draft(Layer)
layer_data_draft = draft(LayerData)
os_layer_options_draft = draft(OsLayerOptions)
storage_draft = draft(Storage)
known_cache_mode = CacheMode._value2member_map_.get
known_os_layer_type = OsLayerType._value2member_map_.get
known_path_type = PathType._value2member_map_.get
read_storage_qos = later("hcsffi.documents.topic.process_wire", "read_storage_qos", globals())
read_version = later("hcsffi.documents.topic.system_wire", "read_version", globals())
write_storage_qos = later("hcsffi.documents.topic.process_wire", "write_storage_qos", globals())
write_version = later("hcsffi.documents.topic.system_wire", "write_version", globals())


def read_export_layer_options(d: Any) -> Any:
    """A `ExportLayerOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(export_layer_options_draft)
    n = 0
    if "IsWritableLayer" in d:
        n += 1
        v = d["IsWritableLayer"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.is_writable_layer = v
    else:
        o.is_writable_layer = None
    o.unknown_members = leftover(ExportLayerOptions, d) if n != len(d) else None
    o.__class__ = ExportLayerOptions
    return o


def write_export_layer_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `ExportLayerOptions`."""
    d: dict[str, Any] = {}
    v = o.is_writable_layer
    if v is not None:
        d["IsWritableLayer"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_layer(d: Any) -> Any:
    """A `Layer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(layer_draft)
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            v = guid_text(v)
        o.id = v
    else:
        o.id = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "PathType" in d:
        n += 1
        v = d["PathType"]
        if type(v) is str:
            v = known_path_type(v, v)
        elif v is not None:
            raise Mismatch
        o.path_type = v
    else:
        o.path_type = None
    if "Cache" in d:
        n += 1
        v = d["Cache"]
        if type(v) is str:
            v = known_cache_mode(v, v)
        elif v is not None:
            raise Mismatch
        o.cache = v
    else:
        o.cache = None
    o.unknown_members = leftover(Layer, d) if n != len(d) else None
    o.__class__ = Layer
    return o


def write_layer(o: Any) -> dict[str, Any]:
    """The JSON object of a `Layer`."""
    d: dict[str, Any] = {}
    v = o.id
    if v is not None:
        d["Id"] = v
    v = o.path
    if v is not None:
        d["Path"] = v
    v = o.path_type
    if v is not None:
        d["PathType"] = v if type(v) is str else text_of(v)
    v = o.cache
    if v is not None:
        d["Cache"] = v if type(v) is str else text_of(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_layer_data(d: Any) -> Any:
    """A `LayerData` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(layer_data_draft)
    n = 0
    if "SchemaVersion" in d:
        n += 1
        v = d["SchemaVersion"]
        if v is not None:
            v = read_version(v)
        o.schema_version = v
    else:
        o.schema_version = None
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            v = [read_layer(x) for x in array(v)]
        o.layers = v
    else:
        o.layers = None
    o.unknown_members = leftover(LayerData, d) if n != len(d) else None
    o.__class__ = LayerData
    return o


def write_layer_data(o: Any) -> dict[str, Any]:
    """The JSON object of a `LayerData`."""
    d: dict[str, Any] = {}
    v = o.schema_version
    if v is not None:
        d["SchemaVersion"] = write_version(v)
    v = o.layers
    if v is not None:
        d["Layers"] = [write_layer(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_os_layer_options(d: Any) -> Any:
    """A `OsLayerOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(os_layer_options_draft)
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_os_layer_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "DisableCiCacheOptimization" in d:
        n += 1
        v = d["DisableCiCacheOptimization"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.disable_ci_cache_optimization = v
    else:
        o.disable_ci_cache_optimization = None
    if "SkipUpdateBcdForBoot" in d:
        n += 1
        v = d["SkipUpdateBcdForBoot"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.skip_update_bcd_for_boot = v
    else:
        o.skip_update_bcd_for_boot = None
    o.unknown_members = leftover(OsLayerOptions, d) if n != len(d) else None
    o.__class__ = OsLayerOptions
    return o


def write_os_layer_options(o: Any) -> dict[str, Any]:
    """The JSON object of a `OsLayerOptions`."""
    d: dict[str, Any] = {}
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.disable_ci_cache_optimization
    if v is not None:
        d["DisableCiCacheOptimization"] = v
    v = o.skip_update_bcd_for_boot
    if v is not None:
        d["SkipUpdateBcdForBoot"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_storage(d: Any) -> Any:
    """A `Storage` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(storage_draft)
    n = 0
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            v = [read_layer(x) for x in array(v)]
        o.layers = v
    else:
        o.layers = None
    if "Path" in d:
        n += 1
        v = d["Path"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.path = v
    else:
        o.path = None
    if "QoS" in d:
        n += 1
        v = d["QoS"]
        if v is not None:
            v = read_storage_qos(v)
        o.qos = v
    else:
        o.qos = None
    if "PrivilegedContainerRootPath" in d:
        n += 1
        v = d["PrivilegedContainerRootPath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.privileged_container_root_path = v
    else:
        o.privileged_container_root_path = None
    o.unknown_members = leftover(Storage, d) if n != len(d) else None
    o.__class__ = Storage
    return o


def write_storage(o: Any) -> dict[str, Any]:
    """The JSON object of a `Storage`."""
    d: dict[str, Any] = {}
    v = o.layers
    if v is not None:
        d["Layers"] = [write_layer(x) for x in v]
    v = o.path
    if v is not None:
        d["Path"] = v
    v = o.qos
    if v is not None:
        d["QoS"] = write_storage_qos(v)
    v = o.privileged_container_root_path
    if v is not None:
        d["PrivilegedContainerRootPath"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.ExportLayerOptions": (read_export_layer_options, write_export_layer_options),
    "hcs.Layer": (read_layer, write_layer),
    "hcs.LayerData": (read_layer_data, write_layer_data),
    "hcs.OsLayerOptions": (read_os_layer_options, write_os_layer_options),
    "hcs.Storage": (read_storage, write_storage),
}
"""Reader and writer of each type, by published name."""
