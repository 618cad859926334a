"""Which schema version a document needs, and what an older one cannot carry."""

from __future__ import annotations

from difflib import get_close_matches
from typing import NamedTuple

from hcsffi.documents.catalog import RELEASES, find
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum
from hcsffi.documents.expression import parse
from hcsffi.documents.problem import below
from hcsffi.documents.scalar import is_guid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

    Version = tuple[int, int]


class Finding(NamedTuple):
    """Something a service may not accept although the document is well formed.

    Args:
        path: where, as a JSON path.
        kind: `newer member` and `newer value` need a newer schema; `unknown member`, `unknown value` and `not a GUID` may be typing errors.
        name: the member or value.
        since: schema version that has it; None where no source says.
        release: the first Windows release with that version.
        suggestion: what was probably meant.
    """

    path: str
    kind: Literal["newer member", "newer value", "unknown member", "unknown value", "not a GUID"]
    name: str
    since: str | None = None
    release: str | None = None
    suggestion: str | None = None

    def __str__(self) -> str:
        if self.since:
            return f"{self.path}: {self.name} needs schema {self.since} ({self.release})"
        hint = f"; did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{self.path}: {self.kind} {self.name!r}{hint}"


def parse_version(version: str | Document | Version) -> Version:
    """Major and minor number of a schema version.

    Args:
        version: `"2.1"`, a `Version` document, or a pair of numbers.

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(version, Document):
        return (getattr(version, "major", None) or 0, getattr(version, "minor", None) or 0)
    if isinstance(version, str):
        major, _, minor = version.partition(".")
        if major.isdecimal() and (minor or "0").isdecimal():
            return (int(major), int(minor or 0))
        raise ValueError(f"{version!r} is no schema version; it looks like '2.1'")
    return (int(version[0]), int(version[1]))


def release_of(schema: str, version: str) -> str:
    """The first Windows release that has a version of a schema (`hcs` or `hcn`)."""
    wanted = parse_version(version)
    return next(
        (release for known, release in RELEASES[schema].items() if parse_version(known) >= wanted), "a release without public tables"
    )


def check(document: Document, *, schema_version: str | Document | Version | None = None) -> list[Finding]:
    """List what a service of the version may not understand.

    Args:
        document: any document.
        schema_version: the newest version the service has; None looks for unknown names only.

    Returns:
        Members and values newer than the version with the Windows release that brought them, and unknown names with a suggestion;
        at each level known members first. Nothing is listed for members whose version no source tells.
    """
    limit = parse_version(schema_version) if schema_version is not None else None
    return [
        finding
        for finding in _findings(document, "$", _schema(document))
        if finding.since is None or (limit is not None and parse_version(finding.since) > limit)
    ]


def required_version(document: Document) -> str:
    """The lowest schema version that carries every known member and value of a document."""
    schema = "1.0" if ".V1." in document.__published__ else "2.0"
    versions = [finding.since for finding in _findings(document, "$", _schema(document)) if finding.since is not None]
    return max([schema, *versions], key=parse_version)


def _schema(document: Document) -> str:
    return document.__published__.partition(".")[0]


def _findings(document: Document, path: str, root: str) -> Iterator[Finding]:
    schema = _schema(document)
    for row in document.__members__:
        value = getattr(document, row.name)
        if value is not None:
            place = below(path, row.wire)
            if row.since is not None and schema == root:  # a network document inside a compute one has versions of its own
                yield Finding(place, "newer member", row.wire, row.since, release_of(schema, row.since))
            yield from _inside(value, place, document, row.kind, root)
    names = [row.wire for row in document.__members__]
    for name, value in (document.unknown_members or {}).items():
        if name not in names:
            yield Finding(below(path, name), "unknown member", name, suggestion=_near(name, names))
        yield from _inside(value, below(path, name), document, "any", root)


def _inside(value: Any, path: str, owner: Document, kind: str, root: str) -> Iterator[Finding]:
    if isinstance(value, Document):
        yield from _findings(value, path, root)
    elif isinstance(value, (TextEnum, NumberEnum, FlagsEnum)):
        if _schema(owner) == root:
            yield from _newer_values(value, path, root)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _inside(item, f"{path}[{index}]", owner, _item(kind), root)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, below(path, key), owner, _item(kind), root)
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield from _strange(value, path, owner, kind)


def _item(kind: str) -> str:
    """The kind of the elements, as text; open values have none."""
    if kind.startswith("array<"):
        inner = kind[6:-1]
        return inner.rpartition(",")[0] if inner.rpartition(",")[2].isdecimal() else inner
    return kind.partition(",")[2][:-1] if kind.startswith("map<") else "any"


def _newer_values(value: Any, path: str, schema: str) -> Iterator[Finding]:
    if isinstance(value, TextEnum):
        texts = [value.value]
    else:
        texts = [text for text, bit in value.__texts__.items() if (bit and bit & value == bit) or bit == value]
    for text in texts:
        since = value.__newer__.get(text)
        if since is not None:
            yield Finding(path, "newer value", text, since, release_of(schema, since))


def _strange(value: str | int, path: str, owner: Document, kind: str) -> Iterator[Finding]:
    """A plain value where an enumeration or a GUID is expected."""
    if kind == "guid":
        if isinstance(value, str) and not is_guid(value):
            yield Finding(path, "not a GUID", value)
        return
    expression = parse(kind)
    if expression.form == "type" and value != "":
        found = find(_schema(owner), expression.name)
        texts = [str(member.value) for member in found] if issubclass(found, TextEnum) else list(found.__texts__)
        yield Finding(path, "unknown value", str(value), suggestion=_near(str(value), texts))


def _near(name: str, names: list[str]) -> str | None:
    """The known name most like this one; letter case and underscores count little."""
    folded = {known.lower(): known for known in names}
    found = get_close_matches(name.lower().replace("_", ""), folded, 1, 0.7)
    return folded[found[0]] if found else None
