"""Reading and writing: registry changes and layers of a container.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, array, binary, draft, guid_text, leftover, merged, text_of, to_base64
from hcsffi.documents.topic.registry import RegistryChanges, RegistryDeleteKey, RegistryFlushState, RegistryHive, RegistryHiveStack, RegistryKey, RegistryLayer, RegistryMakeKey, RegistryMakeValue, RegistryNamespace, RegistryRedirectionNode, RegistrySymlink, RegistryValue, RegistryValueType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

new = object.__new__
registry_changes_draft = draft(RegistryChanges)
registry_delete_key_draft = draft(RegistryDeleteKey)
registry_flush_state_draft = draft(RegistryFlushState)
registry_hive_stack_draft = draft(RegistryHiveStack)
registry_key_draft = draft(RegistryKey)
registry_layer_draft = draft(RegistryLayer)
registry_make_key_draft = draft(RegistryMakeKey)
registry_make_value_draft = draft(RegistryMakeValue)
registry_namespace_draft = draft(RegistryNamespace)
registry_redirection_node_draft = draft(RegistryRedirectionNode)
registry_symlink_draft = draft(RegistrySymlink)
registry_value_draft = draft(RegistryValue)
known_registry_hive = RegistryHive._value2member_map_.get
known_registry_value_type = RegistryValueType._value2member_map_.get


def read_registry_changes(d: Any) -> Any:
    """A `RegistryChanges` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_changes_draft)
    n = 0
    if "AddValues" in d:
        n += 1
        v = d["AddValues"]
        if v is not None:
            v = [read_registry_value(x) for x in array(v)]
        o.add_values = v
    else:
        o.add_values = None
    if "DeleteKeys" in d:
        n += 1
        v = d["DeleteKeys"]
        if v is not None:
            v = [read_registry_key(x) for x in array(v)]
        o.delete_keys = v
    else:
        o.delete_keys = None
    o.unknown_members = leftover(RegistryChanges, d) if n != len(d) else None
    o.__class__ = RegistryChanges
    return o


def write_registry_changes(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryChanges`."""
    d: dict[str, Any] = {}
    v = o.add_values
    if v is not None:
        d["AddValues"] = [write_registry_value(x) for x in v]
    v = o.delete_keys
    if v is not None:
        d["DeleteKeys"] = [write_registry_key(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_delete_key(d: Any) -> Any:
    """A `RegistryDeleteKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_delete_key_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    o.unknown_members = leftover(RegistryDeleteKey, d) if n != len(d) else None
    o.__class__ = RegistryDeleteKey
    return o


def write_registry_delete_key(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryDeleteKey`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_flush_state(d: Any) -> Any:
    """A `RegistryFlushState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_flush_state_draft)
    n = 0
    if "Enabled" in d:
        n += 1
        v = d["Enabled"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.enabled = v
    else:
        o.enabled = None
    o.unknown_members = leftover(RegistryFlushState, d) if n != len(d) else None
    o.__class__ = RegistryFlushState
    return o


def write_registry_flush_state(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryFlushState`."""
    d: dict[str, Any] = {}
    v = o.enabled
    if v is not None:
        d["Enabled"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_hive_stack(d: Any) -> Any:
    """A `RegistryHiveStack` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_hive_stack_draft)
    n = 0
    if "hive" in d:
        n += 1
        v = d["hive"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hive = v
    else:
        o.hive = None
    if "layer" in d:
        n += 1
        v = d["layer"]
        if v is not None:
            v = [read_registry_layer(x) for x in array(v)]
        o.layer = v
    else:
        o.layer = None
    if "mkkey" in d:
        n += 1
        v = d["mkkey"]
        if v is not None:
            v = [read_registry_make_key(x) for x in array(v)]
        o.mkkey = v
    else:
        o.mkkey = None
    if "delkey" in d:
        n += 1
        v = d["delkey"]
        if v is not None:
            v = [read_registry_delete_key(x) for x in array(v)]
        o.delkey = v
    else:
        o.delkey = None
    o.unknown_members = leftover(RegistryHiveStack, d) if n != len(d) else None
    o.__class__ = RegistryHiveStack
    return o


def write_registry_hive_stack(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryHiveStack`."""
    d: dict[str, Any] = {}
    v = o.hive
    if v is not None:
        d["hive"] = v
    v = o.layer
    if v is not None:
        d["layer"] = [write_registry_layer(x) for x in v]
    v = o.mkkey
    if v is not None:
        d["mkkey"] = [write_registry_make_key(x) for x in v]
    v = o.delkey
    if v is not None:
        d["delkey"] = [write_registry_delete_key(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_key(d: Any) -> Any:
    """A `RegistryKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_key_draft)
    n = 0
    if "Hive" in d:
        n += 1
        v = d["Hive"]
        if type(v) is str:
            v = known_registry_hive(v, v)
        elif v is not None:
            raise Mismatch
        o.hive = v
    else:
        o.hive = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Volatile" in d:
        n += 1
        v = d["Volatile"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.volatile = v
    else:
        o.volatile = None
    o.unknown_members = leftover(RegistryKey, d) if n != len(d) else None
    o.__class__ = RegistryKey
    return o


def write_registry_key(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryKey`."""
    d: dict[str, Any] = {}
    v = o.hive
    if v is not None:
        d["Hive"] = v if type(v) is str else text_of(v)
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.volatile
    if v is not None:
        d["Volatile"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_layer(d: Any) -> Any:
    """A `RegistryLayer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_layer_draft)
    n = 0
    if "hosthive" in d:
        n += 1
        v = d["hosthive"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hosthive = v
    else:
        o.hosthive = None
    if "filepath" in d:
        n += 1
        v = d["filepath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.filepath = v
    else:
        o.filepath = None
    if "identifier" in d:
        n += 1
        v = d["identifier"]
        if v is not None:
            v = guid_text(v)
        o.identifier = v
    else:
        o.identifier = None
    if "readonly" in d:
        n += 1
        v = d["readonly"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.readonly = v
    else:
        o.readonly = None
    if "immutable" in d:
        n += 1
        v = d["immutable"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.immutable = v
    else:
        o.immutable = None
    if "inherittrustclass" in d:
        n += 1
        v = d["inherittrustclass"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.inherittrustclass = v
    else:
        o.inherittrustclass = None
    if "trustedhive" in d:
        n += 1
        v = d["trustedhive"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.trustedhive = v
    else:
        o.trustedhive = None
    if "writethrough" in d:
        n += 1
        v = d["writethrough"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.writethrough = v
    else:
        o.writethrough = None
    if "fileaccesstoken" in d:
        n += 1
        v = d["fileaccesstoken"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.fileaccesstoken = v
    else:
        o.fileaccesstoken = None
    o.unknown_members = leftover(RegistryLayer, d) if n != len(d) else None
    o.__class__ = RegistryLayer
    return o


def write_registry_layer(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryLayer`."""
    d: dict[str, Any] = {}
    v = o.hosthive
    if v is not None:
        d["hosthive"] = v
    v = o.filepath
    if v is not None:
        d["filepath"] = v
    v = o.identifier
    if v is not None:
        d["identifier"] = v
    v = o.readonly
    if v is not None:
        d["readonly"] = v
    v = o.immutable
    if v is not None:
        d["immutable"] = v
    v = o.inherittrustclass
    if v is not None:
        d["inherittrustclass"] = v
    v = o.trustedhive
    if v is not None:
        d["trustedhive"] = v
    v = o.writethrough
    if v is not None:
        d["writethrough"] = v
    v = o.fileaccesstoken
    if v is not None:
        d["fileaccesstoken"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_make_key(d: Any, level: int = 0) -> Any:
    """A `RegistryMakeKey` from its JSON object."""
    if type(d) is not dict or level > 40:
        raise Mismatch
    o = new(registry_make_key_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "clonesd" in d:
        n += 1
        v = d["clonesd"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.clonesd = v
    else:
        o.clonesd = None
    if "mkkey" in d:
        n += 1
        v = d["mkkey"]
        if v is not None:
            v = [read_registry_make_key(x, level + 1) for x in array(v)]
        o.mkkey = v
    else:
        o.mkkey = None
    if "mkvalue" in d:
        n += 1
        v = d["mkvalue"]
        if v is not None:
            v = [read_registry_make_value(x) for x in array(v)]
        o.mkvalue = v
    else:
        o.mkvalue = None
    if "volatile" in d:
        n += 1
        v = d["volatile"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.volatile = v
    else:
        o.volatile = None
    o.unknown_members = leftover(RegistryMakeKey, d) if n != len(d) else None
    o.__class__ = RegistryMakeKey
    return o


def write_registry_make_key(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryMakeKey`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.clonesd
    if v is not None:
        d["clonesd"] = v
    v = o.mkkey
    if v is not None:
        d["mkkey"] = [write_registry_make_key(x) for x in v]
    v = o.mkvalue
    if v is not None:
        d["mkvalue"] = [write_registry_make_value(x) for x in v]
    v = o.volatile
    if v is not None:
        d["volatile"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_make_value(d: Any) -> Any:
    """A `RegistryMakeValue` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_make_value_draft)
    n = 0
    if "name" in d:
        n += 1
        v = d["name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "data_multistring" in d:
        n += 1
        v = d["data_multistring"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.data_multistring = v
    else:
        o.data_multistring = None
    if "data_dword" in d:
        n += 1
        v = d["data_dword"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.data_dword = v
    else:
        o.data_dword = None
    if "data_string" in d:
        n += 1
        v = d["data_string"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.data_string = v
    else:
        o.data_string = None
    if "data_binary" in d:
        n += 1
        v = d["data_binary"]
        if v is not None:
            v = binary(v)
        o.data_binary = v
    else:
        o.data_binary = None
    o.unknown_members = leftover(RegistryMakeValue, d) if n != len(d) else None
    o.__class__ = RegistryMakeValue
    return o


def write_registry_make_value(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryMakeValue`."""
    d: dict[str, Any] = {}
    v = o.name
    if v is not None:
        d["name"] = v
    v = o.data_multistring
    if v is not None:
        d["data_multistring"] = v
    v = o.data_dword
    if v is not None:
        d["data_dword"] = v
    v = o.data_string
    if v is not None:
        d["data_string"] = v
    v = o.data_binary
    if v is not None:
        d["data_binary"] = to_base64(v)
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_namespace(d: Any) -> Any:
    """A `RegistryNamespace` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_namespace_draft)
    n = 0
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            v = [read_registry_symlink(x) for x in array(v)]
        o.symlink = v
    else:
        o.symlink = None
    if "redirectionnode" in d:
        n += 1
        v = d["redirectionnode"]
        if v is not None:
            v = [read_registry_redirection_node(x) for x in array(v)]
        o.redirectionnode = v
    else:
        o.redirectionnode = None
    if "hivestack" in d:
        n += 1
        v = d["hivestack"]
        if v is not None:
            v = [read_registry_hive_stack(x) for x in array(v)]
        o.hivestack = v
    else:
        o.hivestack = None
    o.unknown_members = leftover(RegistryNamespace, d) if n != len(d) else None
    o.__class__ = RegistryNamespace
    return o


def write_registry_namespace(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryNamespace`."""
    d: dict[str, Any] = {}
    v = o.symlink
    if v is not None:
        d["symlink"] = [write_registry_symlink(x) for x in v]
    v = o.redirectionnode
    if v is not None:
        d["redirectionnode"] = [write_registry_redirection_node(x) for x in v]
    v = o.hivestack
    if v is not None:
        d["hivestack"] = [write_registry_hive_stack(x) for x in v]
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_redirection_node(d: Any) -> Any:
    """A `RegistryRedirectionNode` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_redirection_node_draft)
    n = 0
    if "containerpath" in d:
        n += 1
        v = d["containerpath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.containerpath = v
    else:
        o.containerpath = None
    if "hostpath" in d:
        n += 1
        v = d["hostpath"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hostpath = v
    else:
        o.hostpath = None
    if "hivestack" in d:
        n += 1
        v = d["hivestack"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.hivestack = v
    else:
        o.hivestack = None
    if "access_mask" in d:
        n += 1
        v = d["access_mask"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.access_mask = v
    else:
        o.access_mask = None
    if "trustedhive" in d:
        n += 1
        v = d["trustedhive"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.trustedhive = v
    else:
        o.trustedhive = None
    if "exitnode" in d:
        n += 1
        v = d["exitnode"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.exitnode = v
    else:
        o.exitnode = None
    o.unknown_members = leftover(RegistryRedirectionNode, d) if n != len(d) else None
    o.__class__ = RegistryRedirectionNode
    return o


def write_registry_redirection_node(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryRedirectionNode`."""
    d: dict[str, Any] = {}
    v = o.containerpath
    if v is not None:
        d["containerpath"] = v
    v = o.hostpath
    if v is not None:
        d["hostpath"] = v
    v = o.hivestack
    if v is not None:
        d["hivestack"] = v
    v = o.access_mask
    if v is not None:
        d["access_mask"] = v
    v = o.trustedhive
    if v is not None:
        d["trustedhive"] = v
    v = o.exitnode
    if v is not None:
        d["exitnode"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_symlink(d: Any) -> Any:
    """A `RegistrySymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_symlink_draft)
    n = 0
    if "key" in d:
        n += 1
        v = d["key"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.key = v
    else:
        o.key = None
    if "target" in d:
        n += 1
        v = d["target"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.target = v
    else:
        o.target = None
    o.unknown_members = leftover(RegistrySymlink, d) if n != len(d) else None
    o.__class__ = RegistrySymlink
    return o


def write_registry_symlink(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistrySymlink`."""
    d: dict[str, Any] = {}
    v = o.key
    if v is not None:
        d["key"] = v
    v = o.target
    if v is not None:
        d["target"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


def read_registry_value(d: Any) -> Any:
    """A `RegistryValue` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = new(registry_value_draft)
    n = 0
    if "Key" in d:
        n += 1
        v = d["Key"]
        if v is not None:
            v = read_registry_key(v)
        o.key = v
    else:
        o.key = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_registry_value_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "StringValue" in d:
        n += 1
        v = d["StringValue"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.string_value = v
    else:
        o.string_value = None
    if "BinaryValue" in d:
        n += 1
        v = d["BinaryValue"]
        if v is not None:
            v = binary(v)
        o.binary_value = v
    else:
        o.binary_value = None
    if "DWordValue" in d:
        n += 1
        v = d["DWordValue"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.d_word_value = v
    else:
        o.d_word_value = None
    if "QWordValue" in d:
        n += 1
        v = d["QWordValue"]
        if (type(v) is not int or not 0 <= v <= 18446744073709551615) and v is not None:
            raise Mismatch
        o.q_word_value = v
    else:
        o.q_word_value = None
    if "CustomType" in d:
        n += 1
        v = d["CustomType"]
        if (type(v) is not int or not 0 <= v <= 4294967295) and v is not None:
            raise Mismatch
        o.custom_type = v
    else:
        o.custom_type = None
    o.unknown_members = leftover(RegistryValue, d) if n != len(d) else None
    o.__class__ = RegistryValue
    return o


def write_registry_value(o: Any) -> dict[str, Any]:
    """The JSON object of a `RegistryValue`."""
    d: dict[str, Any] = {}
    v = o.key
    if v is not None:
        d["Key"] = write_registry_key(v)
    v = o.name
    if v is not None:
        d["Name"] = v
    v = o.type
    if v is not None:
        d["Type"] = v if type(v) is str else text_of(v)
    v = o.string_value
    if v is not None:
        d["StringValue"] = v
    v = o.binary_value
    if v is not None:
        d["BinaryValue"] = to_base64(v)
    v = o.d_word_value
    if v is not None:
        d["DWordValue"] = v
    v = o.q_word_value
    if v is not None:
        d["QWordValue"] = v
    v = o.custom_type
    if v is not None:
        d["CustomType"] = v
    if o.unknown_members is not None:
        return merged(d, o.unknown_members)
    return d


CALLS = {
    "hcs.RegistryChanges": (read_registry_changes, write_registry_changes),
    "hcs.RegistryDeleteKey": (read_registry_delete_key, write_registry_delete_key),
    "hcs.RegistryFlushState": (read_registry_flush_state, write_registry_flush_state),
    "hcs.RegistryHiveStack": (read_registry_hive_stack, write_registry_hive_stack),
    "hcs.RegistryKey": (read_registry_key, write_registry_key),
    "hcs.RegistryLayer": (read_registry_layer, write_registry_layer),
    "hcs.RegistryMakeKey": (read_registry_make_key, write_registry_make_key),
    "hcs.RegistryMakeValue": (read_registry_make_value, write_registry_make_value),
    "hcs.RegistryNamespace": (read_registry_namespace, write_registry_namespace),
    "hcs.RegistryRedirectionNode": (read_registry_redirection_node, write_registry_redirection_node),
    "hcs.RegistrySymlink": (read_registry_symlink, write_registry_symlink),
    "hcs.RegistryValue": (read_registry_value, write_registry_value),
}
"""Reader and writer of each type, by published name."""
