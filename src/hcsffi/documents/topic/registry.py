"""The registry of a container: changes to it, and its definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(frozen=True, kw_only=True)
class RegistryChanges(Document, published="hcs.RegistryChanges", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Changes to a guest's registry before it starts."""

    add_values: Sequence[RegistryValue] | None = member("AddValues", "array<RegistryValue>", "2.0", "docs dump hcsshim hcs-rs zlayer")
    delete_keys: Sequence[RegistryKey] | None = member("DeleteKeys", "array<RegistryKey>", "2.0", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class RegistryKey(Document, published="hcs.RegistryKey", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """One key of a registry hive."""

    hive: RegistryHive | None = member("Hive", "RegistryHive", "2.0", "docs dump hcsshim hcs-rs zlayer")
    name: str | None = member("Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    volatile: bool | None = member("Volatile", "bool", "2.0", "docs dump hcsshim hcs-rs")


class RegistryHive(TextEnum, published="hcs.RegistryHive", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Which hive of the registry."""

    SYSTEM = "System"
    SOFTWARE = "Software"
    SECURITY = "Security"
    SAM = "Sam"


@define(frozen=True, kw_only=True)
class RegistryValue(
    Document,
    published="hcs.RegistryValue",
    since="2.0",
    sources="docs dump hcsshim hcs-rs zlayer",
    rules=("at most one of StringValue BinaryValue DWordValue QWordValue: HCS schema, RegistryValue",),
):
    """One value to write into the guest's hive; one value field only."""

    key: RegistryKey | None = member("Key", "RegistryKey", "2.0", "docs dump hcsshim hcs-rs zlayer")
    name: str | None = member("Name", "string", "2.0", "docs dump hcsshim hcs-rs zlayer")
    type: RegistryValueType | None = member("Type", "RegistryValueType", "2.0", "docs dump hcsshim hcs-rs zlayer")
    string_value: str | None = member("StringValue", "string", "2.0", "docs dump hcsshim zlayer", secret=True)
    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    binary_value: bytes | None = member("BinaryValue", "binary", "2.0", "docs dump hcsshim zlayer", secret=True)
    # integer-width: hcsshim int32; zlayer int32; the published width is kept, narrower code was generated.
    d_word_value: int | None = member("DWordValue", "uint32", "2.0", "docs dump hcsshim zlayer", secret=True)
    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 2 rows).
    q_word_value: int | None = member("QWordValue", "uint64", "2.0", "docs dump hcsshim", secret=True)
    custom_type: int | None = member("CustomType", "uint32", "2.0", "docs dump hcsshim hcs-rs")


class RegistryValueType(TextEnum, published="hcs.RegistryValueType", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Type of a registry value; selects the value field."""

    NONE = "None"
    STRING = "String"
    EXPANDED_STRING = "ExpandedString"
    MULTI_STRING = "MultiString"
    BINARY = "Binary"
    D_WORD = "DWord"
    Q_WORD = "QWord"
    CUSTOM_TYPE = "CustomType", "2.0", "docs dump hcsshim hcs-rs"


@define(frozen=True, kw_only=True)
class RegistryFlushState(Document, published="hcs.RegistryFlushState", since="2.1", sources="docs dump hcs-rs"):
    """Whether a container's registry is written to disk."""

    enabled: bool | None = member("Enabled", "bool", "2.1", "docs dump")


@define(frozen=True, kw_only=True)
class RegistryNamespace(Document, published="hcs.RegistryNamespace", since="2.3", sources="docs dump"):
    """The registry a container sees."""

    symlink: Sequence[RegistrySymlink] | None = member("symlink", "array<RegistrySymlink>", "2.3", "docs dump")
    redirectionnode: Sequence[RegistryRedirectionNode] | None = member(
        "redirectionnode", "array<RegistryRedirectionNode>", "2.3", "docs dump"
    )
    hivestack: Sequence[RegistryHiveStack] | None = member("hivestack", "array<RegistryHiveStack>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class RegistryHiveStack(Document, published="hcs.RegistryHiveStack", since="2.3", sources="docs dump"):
    """One hive of a container, made of layers and changes."""

    hive: str | None = member("hive", "string", "2.3", "docs dump")
    layer: Sequence[RegistryLayer] | None = member("layer", "array<RegistryLayer>", "2.3", "docs dump")
    mkkey: Sequence[RegistryMakeKey] | None = member("mkkey", "array<RegistryMakeKey>", "2.3", "docs dump")
    delkey: Sequence[RegistryDeleteKey] | None = member("delkey", "array<RegistryDeleteKey>", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class RegistryLayer(Document, published="hcs.RegistryLayer", since="2.0", sources="docs dump"):
    """One layer of a registry hive."""

    hosthive: str | None = member("hosthive", "string", "2.3", "docs dump")
    filepath: str | None = member("filepath", "string", "2.3", "docs dump")
    identifier: str | None = member("identifier", "guid", "2.3", "docs dump")
    readonly: bool | None = member("readonly", "bool", "2.3", "docs dump")
    immutable: bool | None = member("immutable", "bool", "2.3", "docs dump")
    inherittrustclass: bool | None = member("inherittrustclass", "bool", "2.3", "docs dump")
    trustedhive: bool | None = member("trustedhive", "bool", "2.0", "docs dump")
    writethrough: bool | None = member("writethrough", "bool", "2.3", "docs dump")
    fileaccesstoken: int | None = member(
        "fileaccesstoken", "uint64", "2.3", "docs dump", "Token handle, process memory only, not for JSON.", secret=True
    )


@define(frozen=True, kw_only=True)
class RegistryMakeKey(Document, published="hcs.RegistryMakeKey", since="2.3", sources="docs dump"):
    """A key to make in a container's registry."""

    name: str | None = member("name", "string", "2.3", "docs dump")
    clonesd: str | None = member("clonesd", "string", "2.3", "docs dump")
    mkkey: Sequence[RegistryMakeKey] | None = member("mkkey", "array<RegistryMakeKey>", "2.3", "docs dump")
    mkvalue: Sequence[RegistryMakeValue] | None = member("mkvalue", "array<RegistryMakeValue>", "2.3", "docs dump")
    volatile: bool | None = member("volatile", "bool", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class RegistryMakeValue(Document, published="hcs.RegistryMakeValue", since="2.3", sources="docs dump"):
    """A value to write into a container's registry."""

    name: str | None = member("name", "string", "2.3", "docs dump")
    data_multistring: str | None = member("data_multistring", "string", "2.3", "docs dump", secret=True)
    data_dword: int | None = member("data_dword", "uint32", "2.3", "docs dump", secret=True)
    data_string: str | None = member("data_string", "string", "2.3", "docs dump", secret=True)
    # string-format: dump binary-hex; the published format is kept, other texts pass.
    data_binary: bytes | None = member("data_binary", "binary", "2.3", "docs dump", secret=True)


@define(frozen=True, kw_only=True)
class RegistryDeleteKey(Document, published="hcs.RegistryDeleteKey", since="2.3", sources="docs dump"):
    """A key to delete from a container's registry."""

    name: str | None = member("name", "string", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class RegistryRedirectionNode(Document, published="hcs.RegistryRedirectionNode", since="2.3", sources="docs dump"):
    """A key of the container that leads to a key of the host."""

    containerpath: str | None = member("containerpath", "string", "2.3", "docs dump")
    hostpath: str | None = member("hostpath", "string", "2.3", "docs dump")
    hivestack: str | None = member("hivestack", "string", "2.3", "docs dump")
    access_mask: int | None = member("access_mask", "uint32", "2.3", "docs dump")
    trustedhive: bool | None = member("trustedhive", "bool", "2.3", "docs dump")
    exitnode: bool | None = member("exitnode", "bool", "2.3", "docs dump")


@define(frozen=True, kw_only=True)
class RegistrySymlink(Document, published="hcs.RegistrySymlink", since="2.3", sources="docs dump"):
    """A key of the registry that leads to another."""

    key: str | None = member("key", "string", "2.3", "docs dump")
    target: str | None = member("target", "string", "2.3", "docs dump")
