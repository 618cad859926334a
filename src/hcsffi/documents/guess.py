"""Finding the type of a document by its shape, and the line of a JSON path in a text: for tools that are handed a file."""

from __future__ import annotations

from functools import cache

from hcsffi.documents.catalog import find, places
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum, texts_of
from hcsffi.documents.kind import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from hcsffi.documents.member import Member

ROOTS = tuple(
    """
    hcs.ComputeSystem hcs.ModifySettingRequest hcs.ProcessParameters hcs.ProcessModifyRequest hcs.SystemQuery hcs.System_PropertyQuery
    hcs.Service_PropertyQuery hcs.Properties hcs.ServiceProperties hcs.ModificationRequest hcs.PauseOptions hcs.SaveOptions
    hcs.ShutdownOptions hcs.CrashOptions hcs.StartOptions hcs.SignalProcessOptions hcs.ProcessStatus hcs.SystemExitStatus hcs.CrashReport
    hcs.VmProcessorRequirements hcs.LayerData hcs.ExportLayerOptions hcs.OsLayerOptions hcs.ResultError hcs.MigrationInitializeOptions
    hcs.MigrationStartOptions hcs.MigrationTransferOptions hcs.MigrationFinalizedOptions hcs.OperationSystemMigrationNotificationInfo
    hcn.HostComputeNetwork hcn.HostComputeEndpoint hcn.HostComputeNamespace hcn.HostComputeLoadBalancer hcn.HostComputeRoute
    hcn.HostComputeQuery hcn.GuestNetworkService hcn.ModifyNetworkSettingRequest hcn.ModifyEndpointSettingRequest
    hcn.ModifyNamespaceSettingRequest hcn.ModifyGuestNetworkServiceSettingRequest hcn.NotificationBase hcn.Response hcn.V1.HNSNetwork
    hcn.V1.HNSEndpoint hcn.V1.PolicyList hcn.V1.Namespace hcs.V1.ContainerConfig hcs.V1.ContainerProperties hcs.V1.ProcessConfig
    """.split()  # noqa: SIM905  a list in as many lines as names says no more
)
"""Documents that travel alone: what functions take and give. Earlier ones win a tie."""

_TELLING = {
    *("ResourcePath", "ResourceUri", "VirtualMachine", "Container", "HostedSystem", "CommandLine"),
    *("IpConfigurations", "Ipams", "PortMappings"),
}
"""Members that say by themselves what a document is; they count more."""


def roots() -> dict[str, type[Document]]:
    """Every root type, by published name with its schema."""
    return {name: find(name) for name in ROOTS}


def find_type(name: str) -> type[Document]:
    """The type a person means by a name: Python or published name, with or without `hcs.`, `hcn.`, `v1.`.

    Raises:
        LookupError: no such type, or the name is ambiguous; the text names what it may be.
    """
    wanted = name.removeprefix("documents.")
    found = [key for key, place in places().items() if place.base == "Document" and _means(wanted, key, place.python)]
    plain = [key for key in found if ".V1." not in key]
    best = plain if plain and not wanted.lower().startswith("v1.") else found
    if len(best) == 1:
        return find(best[0])
    if best:
        raise LookupError(f"{name} is ambiguous: {', '.join(sorted(best))}")
    near = [place.python for place in places().values() if place.python.lower() == wanted.rpartition(".")[2].lower()]
    raise LookupError(f"no document type is named {name}" + (f"; did you mean {near[0]}?" if near else ""))


def _means(wanted: str, key: str, python: str) -> bool:
    schema, _, published = key.partition(".")
    names = {published, python, key, f"{schema}.{python}"}
    if published.startswith("V1."):
        names = {published, key, f"v1.{python}", f"V1.{python}"}
        if wanted == python:
            return True
    return wanted in names


def guess_type(document: Mapping[str, Any]) -> type[Document] | None:
    """The root type that fits a document's shape best, or None where nothing fits; see `likely_types`."""
    return next(iter(likely_types(document)), None)


def likely_types(document: Mapping[str, Any]) -> list[type[Document]]:
    """The type that fits a document's shape best, and those that fit nearly as well.

    Every known member counts for a type and every unknown one against it, two levels deep; telling members count more; names may be
    written in camelCase or snake_case. A document that travels alone is preferred; only where none of those knows every member, all types
    are tried.
    """
    ranked = _ranked(roots(), document)
    if not ranked or any(unstyled(name) not in _rows(ranked[0][1].__published__) for name in document):
        wider = _ranked({key: find(key) for key, place in places().items() if place.base == "Document"}, document)
        ranked = wider if wider and (not ranked or wider[0][0] > ranked[0][0] + 1) else ranked
    return [cls for score, cls in ranked if score > ranked[0][0] - 2]


def unstyled(name: str) -> str:
    """A member's name without what tells PascalCase, camelCase and snake_case apart."""
    return name.replace("_", "").lower()


@cache
def _rows(published: str) -> dict[str, Member]:
    return {unstyled(row.wire): row for row in find(published).__members__}


def _ranked(classes: Mapping[str, type[Document]], document: Mapping[str, Any]) -> list[tuple[float, type[Document]]]:
    scored = [(_score(cls, document), cls) for cls in classes.values()]
    return sorted(((score, cls) for score, cls in scored if score > 0), key=lambda pair: -pair[0])


def _score(cls: type[Document], document: Mapping[str, Any]) -> float:
    rows = _rows(cls.__published__)
    score = 0.0
    for name, value in document.items():
        row = rows.get(unstyled(name))
        if row is None:
            score -= 1.5
        else:
            score += 4 if row.wire in _TELLING else 1
            score -= 0 if name == row.wire else 0.1
            score -= 2 if not _fits(row.kind, value) else 0
            score += _value_score(cls, row.kind, value)
    score -= 0.5 if ".V1." in cls.__published__ else 0
    return score - len(rows) / 1000  # of two types that know everything, the smaller one


def _value_score(cls: type[Document], kind: str, value: Any) -> float:
    """A text the enumeration knows speaks for the type, another one against it; so do the members of an object one level deeper."""
    expression = parse(kind)
    if expression.form != "type" or not isinstance(value, (str, dict)):
        return 0
    found: Any = find(f"{cls.__published__.partition('.')[0]}.{expression.name}")
    if issubclass(found, Document):
        return sum(0.2 if unstyled(name) in _rows(found.__published__) else -0.4 for name in value) if isinstance(value, dict) else 0
    known = {member.value for member in found} if issubclass(found, TextEnum) else set(texts_of(found))
    return 0.5 if value in known else -1.5


def _fits(kind: str, value: Any) -> bool:
    """Whether the JSON type fits, without looking deeper."""
    if value is None or kind.startswith("any"):
        return True
    if kind.startswith("array<"):
        return isinstance(value, list)
    if kind.startswith("map<"):
        return isinstance(value, dict)
    if kind == "bool":
        return isinstance(value, bool)
    if kind.startswith(("int", "uint", "float")):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind in {"string", "guid", "binary", "binary-hex", "datetime", "mac"}:
        return isinstance(value, str)
    return True
