"""Registry changes and layers of a container.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

class RegistryHive(TextEnum):
    """Known values of `RegistryHive`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.RegistryHive"

    SYSTEM = "System"
    SOFTWARE = "Software"
    SECURITY = "Security"
    SAM = "Sam"


class RegistryValueType(TextEnum):
    """Known values of `RegistryValueType`.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.RegistryValueType"

    NONE = "None"
    STRING = "String"
    EXPANDED_STRING = "ExpandedString"
    MULTI_STRING = "MultiString"
    BINARY = "Binary"
    D_WORD = "DWord"
    Q_WORD = "QWord"
    CUSTOM_TYPE = "CustomType"


class RegistryChanges(Document):
    """Changes to a guest's registry before it starts.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.RegistryChanges"

    add_values: Sequence[RegistryValue] | None = member(
        "AddValues", "array<RegistryValue>", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """Array<RegistryValue>, since 2.0."""

    delete_keys: Sequence[RegistryKey] | None = member(
        "DeleteKeys", "array<RegistryKey>", "2.0", "docs dump hcsshim", default=None
    )
    """Array<RegistryKey>, since 2.0."""


class RegistryDeleteKey(Document):
    """Document type `RegistryDeleteKey`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryDeleteKey"

    name: str | None = member(
        "name", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class RegistryFlushState(Document):
    """Document type `RegistryFlushState`.

    Since schema 2.1; source: the published schema, SDK schema dumps, hcs-rs.
    """

    __published__ = "hcs.RegistryFlushState"

    enabled: bool | None = member(
        "Enabled", "bool", "2.1", "docs dump", default=None
    )
    """Bool, since 2.1."""


class RegistryHiveStack(Document):
    """Document type `RegistryHiveStack`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryHiveStack"

    hive: str | None = member(
        "hive", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    layer: Sequence[RegistryLayer] | None = member(
        "layer", "array<RegistryLayer>", "2.3", "docs dump", default=None
    )
    """Array<RegistryLayer>, since 2.3."""

    mkkey: Sequence[RegistryMakeKey] | None = member(
        "mkkey", "array<RegistryMakeKey>", "2.3", "docs dump", default=None
    )
    """Array<RegistryMakeKey>, since 2.3."""

    delkey: Sequence[RegistryDeleteKey] | None = member(
        "delkey", "array<RegistryDeleteKey>", "2.3", "docs dump", default=None
    )
    """Array<RegistryDeleteKey>, since 2.3."""


class RegistryKey(Document):
    """One key of a registry hive.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.RegistryKey"

    hive: RegistryHive | str | None = member(
        "Hive", "RegistryHive", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """RegistryHive, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    volatile: bool | None = member(
        "Volatile", "bool", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """Bool, since 2.0."""


class RegistryLayer(Document):
    """Document type `RegistryLayer`.

    Since schema 2.0; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryLayer"

    hosthive: str | None = member(
        "hosthive", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    filepath: str | None = member(
        "filepath", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    identifier: str | None = member(
        "identifier", "guid", "2.3", "docs dump", default=None
    )
    """Guid, since 2.3."""

    readonly: bool | None = member(
        "readonly", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    immutable: bool | None = member(
        "immutable", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    inherittrustclass: bool | None = member(
        "inherittrustclass", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    trustedhive: bool | None = member(
        "trustedhive", "bool", "2.0", "docs dump", default=None
    )
    """Bool, since 2.0."""

    writethrough: bool | None = member(
        "writethrough", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    fileaccesstoken: int | None = member(
        "fileaccesstoken", "uint64", "2.3", "docs dump", default=None
    )
    """Token handle, process memory only, not for JSON (uint64, since 2.3)."""


class RegistryMakeKey(Document):
    """Document type `RegistryMakeKey`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryMakeKey"

    name: str | None = member(
        "name", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    clonesd: str | None = member(
        "clonesd", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    mkkey: Sequence[RegistryMakeKey] | None = member(
        "mkkey", "array<RegistryMakeKey>", "2.3", "docs dump", default=None
    )
    """Array<RegistryMakeKey>, since 2.3."""

    mkvalue: Sequence[RegistryMakeValue] | None = member(
        "mkvalue", "array<RegistryMakeValue>", "2.3", "docs dump", default=None
    )
    """Array<RegistryMakeValue>, since 2.3."""

    volatile: bool | None = member(
        "volatile", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""


class RegistryMakeValue(Document):
    """Document type `RegistryMakeValue`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryMakeValue"

    name: str | None = member(
        "name", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    data_multistring: str | None = member(
        "data_multistring", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    data_dword: int | None = member(
        "data_dword", "uint32", "2.3", "docs dump", default=None
    )
    """uint32, since 2.3."""

    data_string: str | None = member(
        "data_string", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    data_binary: bytes | None = member(
        "data_binary", "binary", "2.3", "docs dump", default=None
    )
    """Binary, since 2.3."""


class RegistryNamespace(Document):
    """Document type `RegistryNamespace`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryNamespace"

    symlink: Sequence[RegistrySymlink] | None = member(
        "symlink", "array<RegistrySymlink>", "2.3", "docs dump", default=None
    )
    """Array<RegistrySymlink>, since 2.3."""

    redirectionnode: Sequence[RegistryRedirectionNode] | None = member(
        "redirectionnode", "array<RegistryRedirectionNode>", "2.3", "docs dump", default=None
    )
    """Array<RegistryRedirectionNode>, since 2.3."""

    hivestack: Sequence[RegistryHiveStack] | None = member(
        "hivestack", "array<RegistryHiveStack>", "2.3", "docs dump", default=None
    )
    """Array<RegistryHiveStack>, since 2.3."""


class RegistryRedirectionNode(Document):
    """Document type `RegistryRedirectionNode`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistryRedirectionNode"

    containerpath: str | None = member(
        "containerpath", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    hostpath: str | None = member(
        "hostpath", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    hivestack: str | None = member(
        "hivestack", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    access_mask: int | None = member(
        "access_mask", "uint32", "2.3", "docs dump", default=None
    )
    """uint32, since 2.3."""

    trustedhive: bool | None = member(
        "trustedhive", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""

    exitnode: bool | None = member(
        "exitnode", "bool", "2.3", "docs dump", default=None
    )
    """Bool, since 2.3."""


class RegistrySymlink(Document):
    """Document type `RegistrySymlink`.

    Since schema 2.3; source: the published schema, SDK schema dumps.
    """

    __published__ = "hcs.RegistrySymlink"

    key: str | None = member(
        "key", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""

    target: str | None = member(
        "target", "string", "2.3", "docs dump", default=None
    )
    """String, since 2.3."""


class RegistryValue(Document):
    """One value to write into the guest's hive; one value field only.

    Since schema 2.0; source: the published schema, SDK schema dumps, hcsshim, hcs-rs, zlayer.
    """

    __published__ = "hcs.RegistryValue"

    key: RegistryKey | None = member(
        "Key", "RegistryKey", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """RegistryKey, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """String, since 2.0."""

    type: RegistryValueType | str | None = member(
        "Type", "RegistryValueType", "2.0", "docs dump hcsshim hcs-rs zlayer", default=None
    )
    """RegistryValueType, since 2.0."""

    string_value: str | None = member(
        "StringValue", "string", "2.0", "docs dump hcsshim zlayer", default=None
    )
    """String, since 2.0."""

    binary_value: bytes | None = member(
        "BinaryValue", "binary", "2.0", "docs dump hcsshim zlayer", default=None
    )
    """Binary, since 2.0."""

    d_word_value: int | None = member(
        "DWordValue", "uint32", "2.0", "docs dump hcsshim zlayer", default=None
    )
    """uint32, since 2.0."""

    q_word_value: int | None = member(
        "QWordValue", "uint64", "2.0", "docs dump hcsshim", default=None
    )
    """uint64, since 2.0."""

    custom_type: int | None = member(
        "CustomType", "uint32", "2.0", "docs dump hcsshim hcs-rs", default=None
    )
    """uint32, since 2.0."""
