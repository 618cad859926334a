"""Reading and writing: storage layers of containers.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, later, leftover, merged
from hcsffi.documents.topic.layers import CacheMode, ExportLayerOptions, Layer, LayerData, OsLayerOptions, OsLayerType, PathType, Storage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    o = export_layer_options_draft()
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


def write_export_layer_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ExportLayerOptions`."""
    d0: Any
    d0 = {}
    if o.is_writable_layer is not None:
        d0["IsWritableLayer"] = o.is_writable_layer
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_layer(d: Any) -> Any:
    """A `Layer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = layer_draft()
    n = 0
    if "Id" in d:
        n += 1
        v = d["Id"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_layer(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Layer`."""
    d0: Any
    d0 = {}
    if o.id is not None:
        d0["Id"] = o.id
    if o.path is not None:
        d0["Path"] = o.path
    v0 = o.path_type
    if v0 is not None:
        d0["PathType"] = v0 if settle is None else settle(v0)
    v0 = o.cache
    if v0 is not None:
        d0["Cache"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_layer_data(d: Any) -> Any:
    """A `LayerData` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = layer_data_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
        o.layers = v
    else:
        o.layers = None
    o.unknown_members = leftover(LayerData, d) if n != len(d) else None
    o.__class__ = LayerData
    return o


def write_layer_data(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `LayerData`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.schema_version
    if v0 is not None:
        d0["SchemaVersion"] = write_version(v0, settle)
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["Id"] = x1.id
            if x1.path is not None:
                d2["Path"] = x1.path
            v2 = x1.path_type
            if v2 is not None:
                d2["PathType"] = v2 if settle is None else settle(v2)
            v2 = x1.cache
            if v2 is not None:
                d2["Cache"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Layers"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_os_layer_options(d: Any) -> Any:
    """A `OsLayerOptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = os_layer_options_draft()
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


def write_os_layer_options(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `OsLayerOptions`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.disable_ci_cache_optimization is not None:
        d0["DisableCiCacheOptimization"] = o.disable_ci_cache_optimization
    if o.skip_update_bcd_for_boot is not None:
        d0["SkipUpdateBcdForBoot"] = o.skip_update_bcd_for_boot
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_storage(d: Any) -> Any:
    """A `Storage` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = storage_draft()
    n = 0
    if "Layers" in d:
        n += 1
        v = d["Layers"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_layer(x))
            v = r
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


def write_storage(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `Storage`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.layers
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.id is not None:
                d2["Id"] = x1.id
            if x1.path is not None:
                d2["Path"] = x1.path
            v2 = x1.path_type
            if v2 is not None:
                d2["PathType"] = v2 if settle is None else settle(v2)
            v2 = x1.cache
            if v2 is not None:
                d2["Cache"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["Layers"] = r1
    if o.path is not None:
        d0["Path"] = o.path
    v0 = o.qos
    if v0 is not None:
        d0["QoS"] = write_storage_qos(v0, settle)
    if o.privileged_container_root_path is not None:
        d0["PrivilegedContainerRootPath"] = o.privileged_container_root_path
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcs.ExportLayerOptions": (read_export_layer_options, write_export_layer_options),
    "hcs.Layer": (read_layer, write_layer),
    "hcs.LayerData": (read_layer_data, write_layer_data),
    "hcs.OsLayerOptions": (read_os_layer_options, write_os_layer_options),
    "hcs.Storage": (read_storage, write_storage),
}
"""Reader and writer of each type, by published name."""
