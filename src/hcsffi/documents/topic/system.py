"""The document a compute system is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.container import Container
    from hcsffi.documents.topic.system_state import SystemType, Version
    from hcsffi.documents.topic.virtual_machine import VirtualMachine


@define(frozen=True, kw_only=True)
class ComputeSystem(
    Document,
    published="hcs.ComputeSystem",
    since="2.0",
    sources="docs dump hcsshim wsl hcs-rs zlayer",
    rules=("exactly one of Container VirtualMachine HostedSystem: HcsCreateComputeSystem",),
):
    """Root document of a container or VM."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Tag of the creating client; SystemQuery.Owners filters by it."
    )
    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Which schema generation the document uses."
    )
    hosting_system_id: str | None = member(
        "HostingSystemId", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", "Id of the running VM that is to host HostedSystem."
    )
    hosted_system: Any | None = member(
        "HostedSystem", "any as HostedSystem", "2.0", "docs dump hcsshim hcs-rs", "Document handed to the guest of the hosting VM."
    )
    container: Container | None = member("Container", "Container", "2.0", "docs dump hcsshim hcs-rs zlayer")
    virtual_machine: VirtualMachine | None = member("VirtualMachine", "VirtualMachine", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    should_terminate_on_last_handle_closed: bool | None = member(
        "ShouldTerminateOnLastHandleClosed", "bool", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Kill it when nobody holds a handle."
    )


@define(frozen=True, kw_only=True)
class HostedSystem(Document, published="hcs.HostedSystem", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """A system that runs inside a virtual machine."""

    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs dump hcsshim hcs-rs")
    container: Container | None = member("Container", "Container", "2.0", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class SystemQuery(Document, published="hcs.SystemQuery", since="2.1", sources="docs dump hcs-rs"):
    """Filter; fields are ANDed, items of a list ORed."""

    ids: Sequence[str] | None = member("Ids", "array<string>", "2.1", "docs dump hcs-rs")
    names: Sequence[str] | None = member("Names", "array<string>", "2.1", "docs dump hcs-rs")
    types: Sequence[SystemType] | None = member("Types", "array<SystemType>", "2.1", "docs dump hcs-rs")
    owners: Sequence[str] | None = member("Owners", "array<string>", "2.1", "docs dump hcs-rs")
