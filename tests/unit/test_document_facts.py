"""The printed types are what the facts say, and the facts are what the published schemas say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hcsffi import documents
from hcsffi.documents import counts, facts, printing
from hcsffi.documents.catalog import RELEASES, TYPES, find
from hcsffi.documents.document import Document
from hcsffi.documents.expression import named_types, parse

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "reference"
PRINTED = {"hcs": (189, 64, 657), "hcn": (114, 41, 554)}
"""Objects, enumerations and members of the published tables."""


@cache
def reference(schema: str) -> dict[str, Any]:
    """The collected schema facts this project's facts were written from."""
    path = REFERENCE / f"{schema}_schema.json"
    if not path.is_file():
        pytest.skip(f"{path.name} lies outside the project and is not here")
    types: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["types"]
    return types


@cache
def types() -> dict[str, facts.TypeFact]:
    """Every type of the project's facts, by schema and published name."""
    return {fact.key: fact for topic in facts.read_topics() for fact in topic.types}


def test_printing_again_changes_nothing() -> None:
    """A printed file that was edited by hand, or facts that were not printed, would be two truths."""
    different = [path.name for path, text in printing.print_all().items() if path.read_text(encoding="utf-8") != text]
    assert [] == different


def test_no_printed_file_is_left_over() -> None:
    """A topic that is gone must take its modules along."""
    printed = {path.name for path in printing.print_all() if path.parent.name == "topic"}
    assert printed | {"__init__.py"} == {path.name for path in (printing.HERE / "topic").glob("*.py")}


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_every_published_type_and_member_is_there(schema: str) -> None:
    """The numbers of the published tables, counted in what was printed."""
    found = counts.count(schema)
    assert PRINTED[schema] == (found.documented_objects, found.documented_enums, found.documented_members)


def test_the_command_prints_the_counts_beside_the_facts(capsys: pytest.CaptureFixture[str]) -> None:
    """One command shows that nothing is missing."""
    assert counts.main() == 0
    text = capsys.readouterr().out
    assert "189" in text
    assert "657" in text
    assert "554" in text
    assert "MISSING" not in text


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_no_type_of_the_collected_schemas_is_missing(schema: str) -> None:
    """Nothing got lost on the way into the project, and nothing was invented."""
    assert {f"{schema}.{name}" for name in reference(schema)} == {key for key in types() if key.startswith(f"{schema}.")}


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_members_agree_with_the_collected_schemas(schema: str) -> None:
    """Name, version and sources of every member; members only a third-party crate has are left out."""
    for name, entry in reference(schema).items():
        if entry["kind"] != "object":
            continue
        wanted = {member: (row["since"], "docs" in row["sources"]) for member, row in entry["fields"].items() if not row.get("doubtful")}
        found = {row.name: (row.since, "docs" in row.sources) for row in types()[f"{schema}.{name}"].members}
        assert wanted == found, name


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_kinds_agree_with_the_collected_schemas_or_carry_a_verdict(schema: str) -> None:
    """A kind that differs has a line saying why; selectors of open members are ours."""
    for name, entry in reference(schema).items():
        for row in types()[f"{schema}.{name}"].members:
            theirs = entry["fields"][row.name]
            wanted = theirs["type"].replace("ref:", "")
            ours = row.kind.split(" by ")[0].split(" as ")[0] + (">" if row.kind.startswith("array<any by") else "")
            explained = any(f"{row.name} width" in verdict for verdict in row.verdicts) or "unresolved" in theirs
            assert wanted == ours or explained, f"{name}.{row.name}: {wanted} here {row.kind}"


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_values_of_enumerations_agree_with_the_collected_schemas(schema: str) -> None:
    """Texts, numbers and how they are written."""
    for name, entry in reference(schema).items():
        if entry["kind"] == "enum":
            fact = types()[f"{schema}.{name}"]
            assert entry["wire"] == fact.wire, name
            wanted = {text: (row["value"], row["since"]) for text, row in entry["values"].items()}
            assert wanted == {value.text: (value.number, value.since) for value in fact.values}, name


@pytest.mark.parametrize("schema", ["hcs", "hcn"])
def test_every_conflict_of_the_sources_has_a_line_saying_what_was_kept(schema: str) -> None:
    """A choice nobody can find again is made twice."""
    for name, entry in reference(schema).items():
        fact = types()[f"{schema}.{name}"]
        assert len(entry.get("conflicts", [])) <= len(fact.verdicts), name
        for row in fact.members:
            assert len(entry["fields"][row.name].get("conflicts", [])) <= len(row.verdicts), f"{name}.{row.name}"


def test_every_kind_names_a_type_that_exists() -> None:
    """A misspelt type would show only when somebody reads such a document."""
    for fact in types().values():
        for row in fact.members:
            for name in named_types(parse(row.kind)):
                assert f"{fact.schema}.{name}" in TYPES, f"{fact.key}.{row.name}"


def test_every_type_is_reachable_under_a_clear_name() -> None:
    """`documents.hcs`, `documents.hcn` and `documents.v1` together hold everything exactly once."""
    spaces = [documents.hcs, documents.hcn, documents.v1]
    reached = [getattr(space, name) for space in spaces for name in space.HOMES]
    assert len(reached) == len(set(reached)) == len(TYPES)


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
    for key in TYPES:
        cls = find(*key.split(".", 1))
        assert cls.__published__ == key
        if issubclass(cls, Document) and ".V1." not in key:
            assert documents.find_type(key) is cls


def test_releases_are_in_order_and_cover_the_first_generation() -> None:
    """`required_version` and `check` name the first release that is new enough."""
    for releases in RELEASES.values():
        versions = [tuple(map(int, version.split("."))) for version in releases]
        assert versions == sorted(versions)
    assert "17763" in documents.release_of("hcs", "2.1")
    assert "20348" in documents.release_of("hcn", "2.10")


def test_a_facts_line_that_is_none_names_file_and_number(tmp_path: Path) -> None:
    """Whoever adds a member by hand sees at once what is wrong with the row."""
    place = tmp_path / "broken.txt"
    place.write_text("# Title.\n# schema hcs\n\nobject Foo | 2.0 | docs |\n  Bar | string | 2.0 | docs | x | y | z\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.txt:5: too many columns"):
        facts.read_topic(place)


def test_adding_a_member_is_one_row(tmp_path: Path) -> None:
    """The whole printing follows from the row: annotation, wire name, reader and writer."""
    place = tmp_path / "small.txt"
    text = "# Small.\n# schema hcs\n\nobject Box | 2.0 | docs | A box.\n  WidthInMB | uint32 | 2.0 | docs | How wide.\n"
    place.write_text(text + "  Lid | bool | 2.1 | docs |\n", encoding="utf-8")
    files = printing.Printer([facts.read_topic(place)]).modules()
    assert "lid: bool | None = member(" in files["topic/small.py"]
    assert '"""How wide (uint32 (MiB), since 2.0)."""' in files["topic/small.py"]
    assert 'd0["Lid"] = o.lid' in files["topic/small_wire.py"]
