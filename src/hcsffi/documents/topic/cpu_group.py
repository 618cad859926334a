"""CPU groups, and the processors of the host they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


@define(frozen=True, kw_only=True)
class CpuGroup(Document, published="hcs.CpuGroup", since="2.1", sources="docs dump hcsshim"):
    """The CPU group a machine belongs to."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    id: str | None = member("Id", "guid", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class HostProcessorModificationRequest(
    Document, published="hcs.HostProcessorModificationRequest", since="2.1", sources="docs dump hcsshim"
):
    """One change to the CPU groups of the host."""

    operation: ModifyServiceOperation | None = member(
        "Operation", "ModifyServiceOperation", "2.1", "docs dump hcsshim", rule="needed: HCS schema"
    )
    operation_details: Any | None = member("OperationDetails", "any by Operation", "2.1", "docs dump hcsshim", rule="needed: HCS schema")


class ModifyServiceOperation(TextEnum, published="hcs.ModifyServiceOperation", since="2.1", sources="docs dump hcsshim"):
    """What a change does with CPU groups."""

    CREATE_GROUP = "CreateGroup"
    DELETE_GROUP = "DeleteGroup"
    SET_PROPERTY = "SetProperty"


@define(frozen=True, kw_only=True)
class CreateGroupOperation(
    Document,
    published="hcs.CreateGroupOperation",
    since="2.1",
    sources="docs dump hcsshim",
    rules=("LogicalProcessorCount counts LogicalProcessors: HCS schema",),
):
    """A CPU group to make."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    group_id: str | None = member("GroupId", "guid", "2.1", "docs dump hcsshim", rule="needed: HCS schema")
    logical_processor_count: int | None = member("LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim")
    logical_processors: Sequence[int] | None = member("LogicalProcessors", "array<uint32>", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class DeleteGroupOperation(Document, published="hcs.DeleteGroupOperation", since="2.1", sources="docs dump hcsshim"):
    """The CPU group to delete."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    group_id: str | None = member("GroupId", "guid", "2.1", "docs dump hcsshim", rule="needed: HCS schema")


@define(frozen=True, kw_only=True)
class SetPropertyOperation(Document, published="hcs.SetPropertyOperation", since="2.1", sources="docs dump"):
    """A property of a CPU group to set."""

    group_id: str | None = member("GroupId", "guid", "2.1", "docs dump", rule="needed: HCS schema")
    property_code: int | None = member("PropertyCode", "uint32", "2.1", "docs dump", rule="needed: HCS schema")
    property_value: int | None = member("PropertyValue", "uint64", "2.1", "docs dump", rule="needed: HCS schema")


@define(frozen=True, kw_only=True)
class CpuGroupConfigurations(Document, published="hcs.CpuGroupConfigurations", since="2.1", sources="docs dump hcsshim"):
    """All CPU groups of the host."""

    cpu_groups: Sequence[CpuGroupConfig] | None = member("CpuGroups", "array<CpuGroupConfig>", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class CpuGroupConfig(Document, published="hcs.CpuGroupConfig", since="2.1", sources="docs dump hcsshim"):
    """A CPU group of the host."""

    # string-format: hcsshim string; the published format is kept, other texts pass.
    group_id: str | None = member("GroupId", "guid", "2.1", "docs dump hcsshim")
    affinity: CpuGroupAffinity | None = member("Affinity", "CpuGroupAffinity", "2.1", "docs dump hcsshim")
    group_properties: Sequence[CpuGroupProperty] | None = member("GroupProperties", "array<CpuGroupProperty>", "2.1", "docs dump hcsshim")
    hypervisor_group_id: int | None = member("HypervisorGroupId", "uint64", "2.5", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class CpuGroupAffinity(Document, published="hcs.CpuGroupAffinity", since="2.1", sources="docs dump hcsshim"):
    """Logical processors of a CPU group."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated.
    logical_processor_count: int | None = member("LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim")
    # integer-width: hcsshim array<int32>; the published width is kept, narrower code was generated.
    logical_processors: Sequence[int] | None = member("LogicalProcessors", "array<uint32>", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class CpuGroupProperty(Document, published="hcs.CpuGroupProperty", since="2.1", sources="docs dump hcsshim"):
    """One property of a CPU group, by its code."""

    property_code: int | None = member("PropertyCode", "uint32", "2.1", "docs dump hcsshim")
    # integer-width: hcsshim uint32; the published width is kept, narrower code was generated.
    property_value: int | None = member("PropertyValue", "uint64", "2.1", "docs dump hcsshim")


@define(frozen=True, kw_only=True)
class ProcessorTopology(Document, published="hcs.ProcessorTopology", since="2.1", sources="docs dump hcsshim"):
    """Logical processors of the host."""

    logical_processor_count: int | None = member("LogicalProcessorCount", "uint32", "2.1", "docs dump hcsshim")
    logical_processors: Sequence[LogicalProcessor] | None = member(
        "LogicalProcessors", "array<LogicalProcessor>", "2.1", "docs dump hcsshim"
    )


@define(frozen=True, kw_only=True)
class LogicalProcessor(Document, published="hcs.LogicalProcessor", since="2.1", sources="docs dump hcsshim"):
    """One logical processor of the host."""

    lp_index: int | None = member("LpIndex", "uint32", "2.1", "docs dump hcsshim")
    node_number: int | None = member("NodeNumber", "uint8", "2.1", "docs dump hcsshim")
    package_id: int | None = member("PackageId", "uint32", "2.1", "docs dump hcsshim")
    core_id: int | None = member("CoreId", "uint32", "2.1", "docs dump hcsshim")
    root_vp_index: int | None = member("RootVpIndex", "int32", "2.1", "docs dump hcsshim")
    subnodes: Sequence[Subnode] | None = member("Subnodes", "array<Subnode>", "2.4", "docs dump")


@define(frozen=True, kw_only=True)
class Subnode(Document, published="hcs.Subnode", since="2.4", sources="docs dump"):
    """A part of the host that a processor belongs to."""

    type: SubnodeType | None = member("Type", "SubnodeType", "2.4", "docs dump")
    id: int | None = member("Id", "uint64", "2.4", "docs dump")


class SubnodeType(TextEnum, published="hcs.SubnodeType", since="2.4", sources="docs dump"):
    """What kind of part of the host it is."""

    ANY = "Any"
    SOCKET = "Socket"
    CLUSTER = "Cluster"
    L3 = "L3"
