"""Which schema version a document needs, and what an older one cannot carry."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from hcsffi.documents.checking import broken_rules
from hcsffi.documents.compiled import WEIGHERS
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum, texts_of
from hcsffi.documents.scalar import is_guid
from hcsffi.documents.versions import floor_of, newest, numbers_of, release_of
from hcsffi.grammar.path import below

if TYPE_CHECKING:
    from collections.abc import Iterator

    Version = tuple[int, int]


class Finding(NamedTuple):
    """Something a service may not accept although the document is well formed.

    Args:
        path: where, as a JSON path.
        kind: `newer member` and `newer value` need a newer schema; `unknown member`, `unknown value` and `not a GUID` may be typing errors;
            `wrong meaning` is of the right type and refused all the same.
        name: the member or value.
        since: schema version that has it; None where no source says.
        release: the first Windows release with that version.
        suggestion: what was probably meant; of a wrong meaning, what is allowed.
    """

    path: str
    kind: Literal["newer member", "newer value", "unknown member", "unknown value", "not a GUID", "wrong meaning"]
    name: str
    since: str | None = None
    release: str | None = None
    suggestion: str | None = None

    def __str__(self) -> str:
        if self.since:
            return f"{self.path}: {self.name} needs schema {self.since} ({self.release})"
        if self.kind == "wrong meaning":
            return f"{self.path}: found {self.name}, allowed is {self.suggestion}"
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
        return numbers_of(version)
    return (int(version[0]), int(version[1]))


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
    box = [0]
    WEIGHERS[type(document)](document, box)
    return newest(box[0], floor_of(document.__published__))


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
    for problem in broken_rules(document, complete=True):
        yield Finding(path + problem.path[1:], "wrong meaning", problem.found, suggestion=problem.allowed)
    names = [row.wire for row in document.__members__]
    for name, value in (document.unknown_members or {}).items():
        if name not in names:
            yield Finding(below(path, name), "unknown member", name, suggestion=_near(name, names))
        yield from _inside(value, below(path, name), document, "any", root)


def _inside(value: Any, path: str, owner: Document, kind: str, root: str) -> Iterator[Finding]:
    if isinstance(value, Document):
        yield from _findings(value, path, root)
    elif isinstance(value, (TextEnum, NumberEnum, FlagsEnum)):
        if not value.is_known:
            yield from _strange(value, path)
        elif _schema(owner) == root:
            yield from _newer_values(value, path, root)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, f"{path}[{index}]", owner, _item(kind), root)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, below(path, key), owner, _item(kind), root)
    elif kind == "guid" and isinstance(value, str) and not is_guid(value):
        yield Finding(path, "not a GUID", value)


def _item(kind: str) -> str:
    """The kind of the elements, as text; open values have none."""
    if kind.startswith("array<"):
        inner = kind[6:-1]
        return inner.rpartition(",")[0] if inner.rpartition(",")[2].isdecimal() else inner
    return kind.partition(",")[2][:-1] if kind.startswith("map<") else "any"


def _newer_values(value: TextEnum | NumberEnum | FlagsEnum, path: str, schema: str) -> Iterator[Finding]:
    if isinstance(value, FlagsEnum):
        bits = [bit for bit in texts_of(type(value)).values() if bit and bit & value == bit]
        named = [(bit.text, bit.since) for bit in bits]
    else:
        named = [(value.text if isinstance(value, NumberEnum) else str(value), value.since)]
    for text, since in named:
        if since is not None:
            yield Finding(path, "newer value", text, since, release_of(schema, since))


def _strange(value: TextEnum | NumberEnum | FlagsEnum, path: str) -> Iterator[Finding]:
    """A value its enumeration does not know; bits nobody knows may be set, and an empty text says nothing."""
    written = value.value
    if written != "" and not (isinstance(value, FlagsEnum) and isinstance(written, int)):
        texts = [str(known) for known in type(value)] if isinstance(value, TextEnum) else list(texts_of(type(value)))
        yield Finding(path, "unknown value", str(written), suggestion=_near(str(written), texts))


def _near(name: str, names: list[str]) -> str | None:
    """The known name most like this one; letter case and underscores count little."""
    folded = {known.lower(): known for known in names}
    found = get_close_matches(name.lower().replace("_", ""), folded, 1, 0.7)
    return folded[found[0]] if found else None
