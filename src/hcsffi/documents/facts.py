"""The facts file format: one line for each type, one line for each member or value below it.

    object Container_Memory = ContainerMemory | 2.1 | docs hcsshim | What it is.
      SizeInMB ~ SizeInMb | uint64 | 2.1 | docs hcsshim | What the member means.
      ! SizeInMB integer-width: another int32; why this one is kept
    enum NetworkFlags | number | 2.0 | docs wsl | What it chooses.
      EnableIov | 8192 | - | wsl

A name before `=` is the published one, after it the Python class where it differs; after `~` stand spellings that are read but never
written. `-` is "no source says". Sources: `docs` the published tables, `dump` the schema dumps of SDKs, anything else software that
ships or replies that were seen. Only printing and tests read these files, never a running program.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "schema"


class MemberFact(NamedTuple):
    """One member of an object type."""

    name: str
    spellings: tuple[str, ...]
    kind: str
    since: str | None
    sources: tuple[str, ...]
    doc: str
    verdicts: list[str]


class ValueFact(NamedTuple):
    """One value of an enumeration; the number is None where the wire knows the text only."""

    text: str
    number: int | None
    since: str | None
    sources: tuple[str, ...]


class TypeFact(NamedTuple):
    """One type; `wire` is `object`, or how an enumeration is written: `string`, `number`, `string-or-number`."""

    schema: str
    topic: str
    published: str
    python: str
    wire: str
    since: str | None
    sources: tuple[str, ...]
    doc: str
    members: list[MemberFact]
    values: list[ValueFact]
    verdicts: list[str]

    @property
    def key(self) -> str:
        """Its name among all types: `hcs.Container_Memory`."""
        return f"{self.schema}.{self.published}"

    @property
    def is_documented(self) -> bool:
        """Whether the published tables have it."""
        return "docs" in self.sources


class Topic(NamedTuple):
    """One facts file."""

    name: str
    title: str
    schema: str
    types: list[TypeFact]


def _columns(line: str, count: int) -> list[str]:
    columns = [column.strip() for column in line.split("|")]
    if len(columns) > count:
        raise ValueError(f"too many columns: {line!r}")
    return columns + [""] * (count - len(columns))


def _since(text: str) -> str | None:
    return None if text == "-" else text


def _type(schema: str, topic: str, line: str) -> TypeFact:
    form, _, rest = line.partition(" ")
    wire = "object"
    if form == "enum":
        name, wire, since, sources, doc = _columns(rest, 5)
    elif form == "object":
        name, since, sources, doc = _columns(rest, 4)
    else:
        raise ValueError(f"neither object nor enum: {line!r}")
    published, _, python = (part.strip() for part in name.partition("="))
    plain = published.removeprefix("V1.")
    return TypeFact(schema, topic, published, python or plain, wire, _since(since), tuple(sources.split()), doc, [], [], [])


def _row(fact: TypeFact, line: str) -> None:
    if fact.wire == "object":
        name, kind, since, sources, doc = _columns(line, 5)
        wire, _, spellings = (part.strip() for part in name.partition("~"))
        fact.members.append(MemberFact(wire, tuple(spellings.split()), kind, _since(since), tuple(sources.split()), doc, []))
    else:
        text, number, since, sources = _columns(line, 4)
        value = None if number == "-" else int(number)
        fact.values.append(ValueFact("" if text == '""' else text, value, _since(since), tuple(sources.split())))


def read_topic(path: Path) -> Topic:
    """The types of one facts file.

    Raises:
        ValueError: a line that is none of the forms above, with its number.
    """
    title = schema = ""
    types: list[TypeFact] = []
    number = 0
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):  # noqa: B007  the number is for the error
            if line.startswith("# schema "):
                schema = line[9:]
            elif line.startswith("# "):
                title = line[2:]
            elif line.startswith("  ! "):
                owner = types[-1].members[-1].verdicts if types[-1].members else types[-1].verdicts
                owner.append(line[4:])
            elif line.startswith("  "):
                _row(types[-1], line)
            elif line:
                types.append(_type(schema, path.stem, line))
    except (ValueError, IndexError) as problem:
        raise ValueError(f"{path.name}:{number}: {problem}") from problem
    return Topic(path.stem, title, schema, types)


def read_topics() -> list[Topic]:
    """All facts files, sorted by name."""
    return [read_topic(path) for path in sorted(FOLDER.glob("*.txt"))]


def windows_releases() -> dict[str, dict[str, str]]:
    """Which Windows release brought a schema version, for each schema."""
    releases: dict[str, dict[str, str]] = {}
    for line in (FOLDER / "releases.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            schema, version, release = line.split("\t")
            releases.setdefault(schema, {})[version] = release
    return releases
