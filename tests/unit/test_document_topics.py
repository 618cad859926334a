"""The topic modules are what the published schemas say: every type, member, value, version, number and kept conflict."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import documents
from hcsffi.documents import topic
from hcsffi.documents.catalog import find
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.kind import named_types, parse
from hcsffi.documents.versions import RELEASES

import document_counts
from every_type import by_published_name, document_types, enumerations, mentioned

if TYPE_CHECKING:
    from hcsffi.documents.member import Member

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "reference"
PUBLISHED = {"hcs": (189, 64, 657), "hcn": (114, 41, 554)}
"""Objects, enumerations and members of the published tables."""
ANSWERED = {"hcn.V1.HNSEndpoint", "hcn.V1.Namespace", "hcn.V1.PolicyList"}
"""Types with members that answers in public reports have (calico#4682, hcsshim#674, hcsshim#1043), and no table; they came later."""
FOLDER = Path(next(iter(topic.__path__)))


@cache
def reference(schema: str) -> dict[str, Any]:
    """The collected schema facts the topic modules were written from."""
    path = REFERENCE / f"{schema}_schema.json"
    if not path.is_file():
        pytest.skip(f"{path.name} lies outside the project and is not here")
    types: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["types"]
    return types


def collected(cls: type[Document], entry: dict[str, Any]) -> list[Member]:
    """The rows of a type that the collection has to have."""
    later = cls.__published__ in ANSWERED
    return [row for row in cls.__members__ if not (later and row.sources == "observed" and row.wire not in entry["fields"])]


def comments_above(lines: list[str], number: int) -> list[str]:
    """The block of comment lines directly above a line, each sentence in one piece."""
    found: list[str] = []
    while number > 1 and lines[number - 2].lstrip().startswith("#"):
        number -= 1
        found.insert(0, lines[number - 1].strip().removeprefix("# "))
    return re.split(r"(?<=\.)\s+(?=[a-z-]+:\s)", " ".join(found)) if found else []


@cache
def written() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each published type: the comments at its class ("") and beside each of its rows, by Python name."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in sorted(FOLDER.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef):
                key = next(ast.literal_eval(word.value) for word in node.keywords if word.arg == "published")
                found[key] = _beside(node, lines)
    return found


def _beside(node: ast.ClassDef, lines: list[str]) -> dict[str, tuple[str, ...]]:
    rows: dict[str, tuple[str, ...]] = {"": ()}
    for_next: list[tuple[str, int]] = []
    for part in node.body[1:]:
        above = comments_above(lines, part.lineno)
        for_next = [(text, left - 1) for text, left in for_next if left > 1]
        for text in above:
            several = re.search(r"\(the next (\d+) rows\)\.$", text)
            for_next.append((text, int(several[1]) if several else 1))
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            rows[part.target.id] = tuple(text for text, _ in for_next)
        elif isinstance(part, ast.Assign):
            rows[""] += tuple(above)
    return rows


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_every_published_type_and_member_is_there(schema: str) -> None:
    """The numbers of the published tables, counted in the classes."""
    found = document_counts.count(schema)
    assert PUBLISHED[schema] == (found.documented_objects, found.documented_enums, found.documented_members)


def test_the_command_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """One command shows that nothing is missing."""
    assert document_counts.main() == 0
    text = capsys.readouterr().out
    for number in (*PUBLISHED["hcs"], *PUBLISHED["hcn"]):
        assert re.search(rf"\b{number}\b", text), number


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_no_type_of_the_collected_schemas_is_missing(schema: str) -> None:
    """Nothing got lost on the way into the project, and nothing was invented."""
    assert {f"{schema}.{name}" for name in reference(schema)} == {key for key in by_published_name() if key.startswith(f"{schema}.")}


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_types_agree_with_the_collected_schemas(schema: str) -> None:
    """Version of every type, whether the tables have it, and whether it is a document or an enumeration."""
    for name, entry in reference(schema).items():
        cls = by_published_name()[f"{schema}.{name}"]
        assert (entry["since"], "docs" in entry["sources"]) == (cls.__since__, "docs" in cls.__sources__.split()), name
        assert (entry["kind"] == "object") == issubclass(cls, Document), name


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_members_agree_with_the_collected_schemas(schema: str) -> None:
    """Name, version and sources of every member; members only a third-party crate has are left out."""
    for name, entry in reference(schema).items():
        if entry["kind"] != "object":
            continue
        wanted = {member: (row["since"], "docs" in row["sources"]) for member, row in entry["fields"].items() if not row.get("doubtful")}
        found = {row.wire: (row.since, "docs" in row.sources.split()) for row in collected(by_published_name()[f"{schema}.{name}"], entry)}
        assert wanted == found, name


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_kinds_agree_with_the_collected_schemas_or_carry_a_verdict(schema: str) -> None:
    """A kind that differs has a line saying why; selectors of open members are ours."""
    for name, entry in reference(schema).items():
        cls = by_published_name()[f"{schema}.{name}"]
        for row in collected(cls, entry) if issubclass(cls, Document) else ():
            theirs = entry["fields"][row.wire]
            wanted = theirs["type"].replace("ref:", "")
            ours = row.kind.split(" by ")[0].split(" as ")[0] + (">" if row.kind.startswith("array<any by") else "")
            explained = any(line.startswith("width: ") for line in written()[f"{schema}.{name}"][row.name]) or "unresolved" in theirs
            assert wanted == ours or explained, f"{name}.{row.wire}: {wanted} here {row.kind}"


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_values_of_enumerations_agree_with_the_collected_schemas(schema: str) -> None:
    """Texts, numbers, versions, and how they are written."""
    for name, entry in reference(schema).items():
        if entry["kind"] != "enum":
            continue
        cls: Any = by_published_name()[f"{schema}.{name}"]
        as_text = issubclass(cls, TextEnum)
        assert {"string": True, "number": False, "string-or-number": True}[entry["wire"]] == as_text, name
        assert (schema == "hcn" or entry["wire"] == "string-or-number") == (as_text and cls.__numeric__) or not as_text, name
        wanted = {text: (row["value"], row["since"]) for text, row in entry["values"].items()}
        found = {
            value.value if as_text else value.text: (
                value.number if as_text else value.value,
                value.since if value.sources else cls.__since__,
            )
            for value in cls.__members__.values()
        }
        assert wanted == found, name


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_every_conflict_of_the_sources_is_a_comment_beside_its_row(schema: str) -> None:
    """A choice nobody can find again is made twice. The comment names the kind of conflict and says what was kept."""
    for name, entry in reference(schema).items():
        beside = written()[f"{schema}.{name}"]
        assert len(entry.get("conflicts", [])) <= len(beside[""]), name
        cls = by_published_name()[f"{schema}.{name}"]
        for row in collected(cls, entry) if issubclass(cls, Document) else ():
            assert len(entry["fields"][row.wire].get("conflicts", [])) <= len(beside[row.name]), f"{name}.{row.wire}"
    assert all(re.match(r"[a-z-]+: \S+.*; .+\.$", text) for beside in written().values() for texts in beside.values() for text in texts)


def test_every_kind_names_a_type_that_exists() -> None:
    """A misspelt type would show only when somebody reads such a document."""
    for cls in document_types():
        for row in cls.__members__:
            for name in named_types(parse(row.kind)):
                assert mentioned(cls, name), f"{cls.__published__}.{row.wire}"


def test_the_types_of_topics_do_not_need_each_other_in_a_circle() -> None:
    """A reader can start anywhere and go one way; so can whoever loads only what is needed."""
    needs: dict[str, set[str]] = {}
    for cls in document_types():
        for row in cls.__members__:
            for name in named_types(parse(row.kind)) if "any" not in row.kind else ():
                needs.setdefault(cls.__module__, set()).add(mentioned(cls, name).__module__)
    seen: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join([*path, module])
        if module not in seen:
            for other in needs.get(module, set()) - {module}:
                visit(other, (*path, module))
            seen.add(module)

    for module in needs:
        visit(module, ())
    assert len(needs) > 30


def test_a_topic_holds_few_types_of_one_schema_and_generation() -> None:
    """What a program pays for at its first document is the topic's size; a name alone must say which schema is meant."""
    for path in sorted(FOLDER.glob("*.py")):
        keys = [key for key, cls in by_published_name().items() if cls.__module__.rpartition(".")[2] == path.stem]
        assert len(keys) <= 30, path.name
        assert len({(key.partition(".")[0], ".V1." in key) for key in keys}) == (path.stem != "__init__"), path.name


def test_every_type_is_reachable_under_a_clear_name() -> None:
    """`documents.hcs`, `documents.hcn` and `documents.v1` together hold everything exactly once."""
    reached = [getattr(space, name) for space in (documents.hcs, documents.hcn, documents.v1) for name in dir(space) if name[0].isupper()]
    found = [cls for cls in reached if cls in set(by_published_name().values())]
    assert len(found) == len(set(found)) == len(by_published_name())


def test_a_name_of_both_schemas_is_not_guessed() -> None:
    """Two shapes share a name; taking one in silence would be wrong half of the time."""
    for name in ("Version", "ModifySettingRequest", "RegistryKey", "GuestModifySettingRequest", "ModifyRequestType"):
        assert getattr(documents.hcs, name) is not getattr(documents.hcn, name)
        with pytest.raises(AttributeError, match=rf"documents\.hcs\.{name} or documents\.hcn\.{name}"):
            getattr(documents, name)


def test_both_proxy_shapes_are_reachable() -> None:
    """Network and endpoint have policies of one name and two shapes."""
    network = documents.wire_names(documents.L4ProxyPolicySetting)
    endpoint = documents.wire_names(documents.EndpointL4ProxyPolicySetting)
    assert set(network) - set(endpoint) == {"exceptions"}


def test_every_published_name_finds_its_class() -> None:
    """People come with the names of the published tables, underscores included."""
    for key, cls in by_published_name().items():
        assert find(key) is cls
        if issubclass(cls, Document) and ".V1." not in key:
            assert documents.find_type(key) is cls


def test_releases_are_in_order_and_cover_the_first_generation() -> None:
    """`required_version` and `check` name the first release that is new enough."""
    for releases in RELEASES.values():
        versions = [tuple(map(int, version.split("."))) for version in releases]
        assert versions == sorted(versions)
    assert "17763" in documents.release_of("hcs", "2.1")
    assert "20348" in documents.release_of("hcn", "2.10")


def test_units_of_members_are_told_where_their_names_say_them() -> None:
    """A number without a unit is sent a thousandfold too large sooner or later."""
    marks = {"100ns": "100 ns", "InMB": "MiB", "Bytes": "bytes", "MHz": "MHz", "Milliseconds": "ms", "InPages": "pages"}
    for cls in document_types():
        for row in cls.__members__:
            unit = next((unit for mark, unit in marks.items() if row.wire.endswith(mark) and "int" in row.kind), "")
            assert row.unit.startswith(unit), f"{cls.__name__}.{row.name}"
    assert 132 == len(enumerations())


def test_python_names_follow_from_wire_names() -> None:
    """Whoever knows the published name finds ours without looking it up: only case and underscores differ."""
    for cls in document_types():
        names = [row.name for row in cls.__members__]
        assert len(names) == len(set(names))
        for row in cls.__members__:
            assert row.wire.replace("_", "").lower() == row.name.replace("_", ""), f"{cls.__name__}.{row.name}"
            assert row.name == row.name.lower()
