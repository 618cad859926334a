"""Reading and writing: registry changes and layers of a container.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, binary, draft, guid, leftover, merged, to_base64
from hcsffi.documents.topic.registry import RegistryChanges, RegistryDeleteKey, RegistryFlushState, RegistryHive, RegistryHiveStack, RegistryKey, RegistryLayer, RegistryMakeKey, RegistryMakeValue, RegistryNamespace, RegistryRedirectionNode, RegistrySymlink, RegistryValue, RegistryValueType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = registry_changes_draft()
    n = 0
    if "AddValues" in d:
        n += 1
        v = d["AddValues"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_value(x))
            v = r
        o.add_values = v
    else:
        o.add_values = None
    if "DeleteKeys" in d:
        n += 1
        v = d["DeleteKeys"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_key(x))
            v = r
        o.delete_keys = v
    else:
        o.delete_keys = None
    o.unknown_members = leftover(RegistryChanges, d) if n != len(d) else None
    o.__class__ = RegistryChanges
    return o


def write_registry_changes(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryChanges`."""
    d0: Any
    d2: Any
    d3: Any
    r1: Any
    d0 = {}
    v0 = o.add_values
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.key
            if v2 is not None:
                d3 = {}
                v3 = v2.hive
                if v3 is not None:
                    d3["Hive"] = v3 if settle is None else settle(v3)
                if v2.name is not None:
                    d3["Name"] = v2.name
                if v2.volatile is not None:
                    d3["Volatile"] = v2.volatile
                if v2.unknown_members is not None:
                    d3 = merged(d3, v2.unknown_members, settle)
                d2["Key"] = d3
            if x1.name is not None:
                d2["Name"] = x1.name
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            if x1.string_value is not None:
                d2["StringValue"] = x1.string_value
            v2 = x1.binary_value
            if v2 is not None:
                d2["BinaryValue"] = to_base64(v2)
            if x1.d_word_value is not None:
                d2["DWordValue"] = x1.d_word_value
            if x1.q_word_value is not None:
                d2["QWordValue"] = x1.q_word_value
            if x1.custom_type is not None:
                d2["CustomType"] = x1.custom_type
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["AddValues"] = r1
    v0 = o.delete_keys
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.hive
            if v2 is not None:
                d2["Hive"] = v2 if settle is None else settle(v2)
            if x1.name is not None:
                d2["Name"] = x1.name
            if x1.volatile is not None:
                d2["Volatile"] = x1.volatile
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["DeleteKeys"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_delete_key(d: Any) -> Any:
    """A `RegistryDeleteKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_delete_key_draft()
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


def write_registry_delete_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryDeleteKey`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_flush_state(d: Any) -> Any:
    """A `RegistryFlushState` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_flush_state_draft()
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


def write_registry_flush_state(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryFlushState`."""
    d0: Any
    d0 = {}
    if o.enabled is not None:
        d0["Enabled"] = o.enabled
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_hive_stack(d: Any) -> Any:
    """A `RegistryHiveStack` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = registry_hive_stack_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_layer(x))
            v = r
        o.layer = v
    else:
        o.layer = None
    if "mkkey" in d:
        n += 1
        v = d["mkkey"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_make_key(x))
            v = r
        o.mkkey = v
    else:
        o.mkkey = None
    if "delkey" in d:
        n += 1
        v = d["delkey"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_delete_key(x))
            v = r
        o.delkey = v
    else:
        o.delkey = None
    o.unknown_members = leftover(RegistryHiveStack, d) if n != len(d) else None
    o.__class__ = RegistryHiveStack
    return o


def write_registry_hive_stack(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryHiveStack`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    d0 = {}
    if o.hive is not None:
        d0["hive"] = o.hive
    v0 = o.layer
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.hosthive is not None:
                d2["hosthive"] = x1.hosthive
            if x1.filepath is not None:
                d2["filepath"] = x1.filepath
            if x1.identifier is not None:
                d2["identifier"] = x1.identifier
            if x1.readonly is not None:
                d2["readonly"] = x1.readonly
            if x1.immutable is not None:
                d2["immutable"] = x1.immutable
            if x1.inherittrustclass is not None:
                d2["inherittrustclass"] = x1.inherittrustclass
            if x1.trustedhive is not None:
                d2["trustedhive"] = x1.trustedhive
            if x1.writethrough is not None:
                d2["writethrough"] = x1.writethrough
            if x1.fileaccesstoken is not None:
                d2["fileaccesstoken"] = x1.fileaccesstoken
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["layer"] = r1
    v0 = o.mkkey
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.clonesd is not None:
                d2["clonesd"] = x1.clonesd
            v2 = x1.mkkey
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    r3.append(write_registry_make_key(x3, settle))
                d2["mkkey"] = r3
            v2 = x1.mkvalue
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.data_multistring is not None:
                        d4["data_multistring"] = x3.data_multistring
                    if x3.data_dword is not None:
                        d4["data_dword"] = x3.data_dword
                    if x3.data_string is not None:
                        d4["data_string"] = x3.data_string
                    v4 = x3.data_binary
                    if v4 is not None:
                        d4["data_binary"] = to_base64(v4)
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["mkvalue"] = r3
            if x1.volatile is not None:
                d2["volatile"] = x1.volatile
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["mkkey"] = r1
    v0 = o.delkey
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["delkey"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_key(d: Any) -> Any:
    """A `RegistryKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_key_draft()
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


def write_registry_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryKey`."""
    d0: Any
    d0 = {}
    v0 = o.hive
    if v0 is not None:
        d0["Hive"] = v0 if settle is None else settle(v0)
    if o.name is not None:
        d0["Name"] = o.name
    if o.volatile is not None:
        d0["Volatile"] = o.volatile
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_layer(d: Any) -> Any:
    """A `RegistryLayer` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_layer_draft()
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
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
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


def write_registry_layer(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryLayer`."""
    d0: Any
    d0 = {}
    if o.hosthive is not None:
        d0["hosthive"] = o.hosthive
    if o.filepath is not None:
        d0["filepath"] = o.filepath
    if o.identifier is not None:
        d0["identifier"] = o.identifier
    if o.readonly is not None:
        d0["readonly"] = o.readonly
    if o.immutable is not None:
        d0["immutable"] = o.immutable
    if o.inherittrustclass is not None:
        d0["inherittrustclass"] = o.inherittrustclass
    if o.trustedhive is not None:
        d0["trustedhive"] = o.trustedhive
    if o.writethrough is not None:
        d0["writethrough"] = o.writethrough
    if o.fileaccesstoken is not None:
        d0["fileaccesstoken"] = o.fileaccesstoken
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_make_key(d: Any, level: int = 0) -> Any:
    """A `RegistryMakeKey` from its JSON object."""
    r: Any
    if type(d) is not dict or level > 40:
        raise Mismatch
    o = registry_make_key_draft()
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
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_make_key(x, level + 1))
            v = r
        o.mkkey = v
    else:
        o.mkkey = None
    if "mkvalue" in d:
        n += 1
        v = d["mkvalue"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_make_value(x))
            v = r
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


def write_registry_make_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryMakeKey`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.clonesd is not None:
        d0["clonesd"] = o.clonesd
    v0 = o.mkkey
    if v0 is not None:
        r1 = []
        for x1 in v0:
            r1.append(write_registry_make_key(x1, settle))
        d0["mkkey"] = r1
    v0 = o.mkvalue
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.name is not None:
                d2["name"] = x1.name
            if x1.data_multistring is not None:
                d2["data_multistring"] = x1.data_multistring
            if x1.data_dword is not None:
                d2["data_dword"] = x1.data_dword
            if x1.data_string is not None:
                d2["data_string"] = x1.data_string
            v2 = x1.data_binary
            if v2 is not None:
                d2["data_binary"] = to_base64(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["mkvalue"] = r1
    if o.volatile is not None:
        d0["volatile"] = o.volatile
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_make_value(d: Any) -> Any:
    """A `RegistryMakeValue` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_make_value_draft()
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


def write_registry_make_value(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryMakeValue`."""
    d0: Any
    d0 = {}
    if o.name is not None:
        d0["name"] = o.name
    if o.data_multistring is not None:
        d0["data_multistring"] = o.data_multistring
    if o.data_dword is not None:
        d0["data_dword"] = o.data_dword
    if o.data_string is not None:
        d0["data_string"] = o.data_string
    v0 = o.data_binary
    if v0 is not None:
        d0["data_binary"] = to_base64(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_namespace(d: Any) -> Any:
    """A `RegistryNamespace` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = registry_namespace_draft()
    n = 0
    if "symlink" in d:
        n += 1
        v = d["symlink"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_symlink(x))
            v = r
        o.symlink = v
    else:
        o.symlink = None
    if "redirectionnode" in d:
        n += 1
        v = d["redirectionnode"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_redirection_node(x))
            v = r
        o.redirectionnode = v
    else:
        o.redirectionnode = None
    if "hivestack" in d:
        n += 1
        v = d["hivestack"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_registry_hive_stack(x))
            v = r
        o.hivestack = v
    else:
        o.hivestack = None
    o.unknown_members = leftover(RegistryNamespace, d) if n != len(d) else None
    o.__class__ = RegistryNamespace
    return o


def write_registry_namespace(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryNamespace`."""
    d0: Any
    d2: Any
    d4: Any
    r1: Any
    r3: Any
    r5: Any
    d0 = {}
    v0 = o.symlink
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.key is not None:
                d2["key"] = x1.key
            if x1.target is not None:
                d2["target"] = x1.target
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["symlink"] = r1
    v0 = o.redirectionnode
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.containerpath is not None:
                d2["containerpath"] = x1.containerpath
            if x1.hostpath is not None:
                d2["hostpath"] = x1.hostpath
            if x1.hivestack is not None:
                d2["hivestack"] = x1.hivestack
            if x1.access_mask is not None:
                d2["access_mask"] = x1.access_mask
            if x1.trustedhive is not None:
                d2["trustedhive"] = x1.trustedhive
            if x1.exitnode is not None:
                d2["exitnode"] = x1.exitnode
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["redirectionnode"] = r1
    v0 = o.hivestack
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.hive is not None:
                d2["hive"] = x1.hive
            v2 = x1.layer
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.hosthive is not None:
                        d4["hosthive"] = x3.hosthive
                    if x3.filepath is not None:
                        d4["filepath"] = x3.filepath
                    if x3.identifier is not None:
                        d4["identifier"] = x3.identifier
                    if x3.readonly is not None:
                        d4["readonly"] = x3.readonly
                    if x3.immutable is not None:
                        d4["immutable"] = x3.immutable
                    if x3.inherittrustclass is not None:
                        d4["inherittrustclass"] = x3.inherittrustclass
                    if x3.trustedhive is not None:
                        d4["trustedhive"] = x3.trustedhive
                    if x3.writethrough is not None:
                        d4["writethrough"] = x3.writethrough
                    if x3.fileaccesstoken is not None:
                        d4["fileaccesstoken"] = x3.fileaccesstoken
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["layer"] = r3
            v2 = x1.mkkey
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.clonesd is not None:
                        d4["clonesd"] = x3.clonesd
                    v4 = x3.mkkey
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_registry_make_key(x5, settle))
                        d4["mkkey"] = r5
                    v4 = x3.mkvalue
                    if v4 is not None:
                        r5 = []
                        for x5 in v4:
                            r5.append(write_registry_make_value(x5, settle))
                        d4["mkvalue"] = r5
                    if x3.volatile is not None:
                        d4["volatile"] = x3.volatile
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["mkkey"] = r3
            v2 = x1.delkey
            if v2 is not None:
                r3 = []
                for x3 in v2:
                    d4 = {}
                    if x3.name is not None:
                        d4["name"] = x3.name
                    if x3.unknown_members is not None:
                        d4 = merged(d4, x3.unknown_members, settle)
                    r3.append(d4)
                d2["delkey"] = r3
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["hivestack"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_redirection_node(d: Any) -> Any:
    """A `RegistryRedirectionNode` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_redirection_node_draft()
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


def write_registry_redirection_node(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryRedirectionNode`."""
    d0: Any
    d0 = {}
    if o.containerpath is not None:
        d0["containerpath"] = o.containerpath
    if o.hostpath is not None:
        d0["hostpath"] = o.hostpath
    if o.hivestack is not None:
        d0["hivestack"] = o.hivestack
    if o.access_mask is not None:
        d0["access_mask"] = o.access_mask
    if o.trustedhive is not None:
        d0["trustedhive"] = o.trustedhive
    if o.exitnode is not None:
        d0["exitnode"] = o.exitnode
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_symlink(d: Any) -> Any:
    """A `RegistrySymlink` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_symlink_draft()
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


def write_registry_symlink(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistrySymlink`."""
    d0: Any
    d0 = {}
    if o.key is not None:
        d0["key"] = o.key
    if o.target is not None:
        d0["target"] = o.target
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_registry_value(d: Any) -> Any:
    """A `RegistryValue` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = registry_value_draft()
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


def write_registry_value(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `RegistryValue`."""
    d0: Any
    d1: Any
    d0 = {}
    v0 = o.key
    if v0 is not None:
        d1 = {}
        v1 = v0.hive
        if v1 is not None:
            d1["Hive"] = v1 if settle is None else settle(v1)
        if v0.name is not None:
            d1["Name"] = v0.name
        if v0.volatile is not None:
            d1["Volatile"] = v0.volatile
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["Key"] = d1
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    if o.string_value is not None:
        d0["StringValue"] = o.string_value
    v0 = o.binary_value
    if v0 is not None:
        d0["BinaryValue"] = to_base64(v0)
    if o.d_word_value is not None:
        d0["DWordValue"] = o.d_word_value
    if o.q_word_value is not None:
        d0["QWordValue"] = o.q_word_value
    if o.custom_type is not None:
        d0["CustomType"] = o.custom_type
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


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
