"""What every thing of the network service has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from typing import Any


@define(frozen=True, kw_only=True)
class Base(Document, published="hcn.Base", since="2.0", sources="docs"):
    """What everything of the network service has."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs", "HNS service version as major<<32/minor.")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")


@define(frozen=True, kw_only=True)
class Health(Document, published="hcn.Health", since="2.0", sources="docs hcsshim"):
    """Last error of an object and where it lives."""

    data: Any | None = member("Data", "any", "2.0", "docs hcsshim")
    extra: ExtraParams | None = member("Extra", "ExtraParams", "2.0", "docs hcsshim")
    last_error_code: int | None = member("LastErrorCode", "uint32", None, "observed")
    last_update_time: int | None = member("LastUpdateTime", "uint64", None, "observed")


@define(frozen=True, kw_only=True)
class ExtraParams(Document, published="hcn.ExtraParams", since="2.0", sources="docs hcsshim"):
    """Switch, layers and machine behind an object."""

    resources: Any | None = member("Resources", "any", "2.0", "docs hcsshim")
    shared_containers: Any | None = member("SharedContainers", "any", "2.0", "docs hcsshim")
    # string-format: hcsshim string; the published format is kept, other texts pass (the next 4 rows).
    layered_on: str | None = member("LayeredOn", "guid", "2.0", "docs hcsshim")
    switch_guid: str | None = member("SwitchGuid", "guid", "2.0", "docs hcsshim")
    utility_vm: str | None = member("UtilityVM", "guid", "2.0", "docs hcsshim")
    virtual_machine: str | None = member("VirtualMachine", "guid", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class Telemetry(Document, published="hcn.Telemetry", since="2.0", sources="docs"):
    """Data for the service's own telemetry."""

    data: Any | None = member("Data", "any", "2.0", "docs")


@define(frozen=True, kw_only=True)
class Version(Document, published="hcn.Version", since="2.0", sources="docs hcsshim wsl zlayer"):
    """Schema version of a document: major and minor number."""

    # integer-width: hcsshim int; the published width is kept, narrower code was generated (the next 2 rows).
    major: int | None = member("Major", "uint32", "2.0", "docs hcsshim wsl zlayer")
    minor: int | None = member("Minor", "uint32", "2.0", "docs hcsshim wsl zlayer")


class ModifyRequestType(TextEnum, published="hcn.ModifyRequestType", since="2.0", sources="docs hcsshim wsl zlayer", numeric=True):
    """What a change does with a resource."""

    ADD = "Add", "2.0", "docs hcsshim wsl zlayer", 0
    REMOVE = "Remove", "2.0", "docs hcsshim wsl zlayer", 1
    UPDATE = "Update", "2.0", "docs hcsshim wsl zlayer", 2
    REFRESH = "Refresh", "2.0", "docs hcsshim wsl zlayer", 3
    RESET = "Reset", "2.0", "docs wsl", 4
