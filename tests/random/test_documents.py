"""Documents nobody thought of: arbitrary ones of every root type go through the wire and back; arbitrary JSON never breaks a reader."""

from __future__ import annotations

import copy
import json
import string
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from by_rule import KEPT, surplus, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcsffi import ComputeSystem, documents
from hcsffi.documents import guess
from hcsffi.documents.catalog import find
from hcsffi.documents.checking import read
from hcsffi.documents.compiled import OFTEN, READERS
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.ordinary import Mismatch
from hcsffi.documents.scalar import RANGES, to_base64
from hcsffi.documents.selectors import candidates, known_selectors
from hcsffi.documents.settings import RESOURCE_PATHS

if TYPE_CHECKING:
    from hcsffi.documents.member import Member

ROOTS = tuple(guess.ROOTS)
# Few of each of three hundred, and others in every run.
SLOW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
UNKNOWN = st.dictionaries(st.text(string.ascii_letters, min_size=3, max_size=6).map("Zz".__add__), JSON, max_size=2)
"""No member of any type begins with Zz."""

SCALARS: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.integers(low, high) for name, (low, high) in RANGES.items()},
    "string": TEXTS,
    "bool": st.booleans(),
    "float64": st.floats(allow_nan=False, allow_infinity=False),
    "guid": st.uuids().map(str) | st.sampled_from(["", "no-guid", "Template"]),
    "binary": st.binary(max_size=8).map(to_base64),
    "binary-hex": st.binary(max_size=8).map(bytes.hex),
    "datetime": st.datetimes().map(lambda moment: moment.isoformat() + "Z") | st.just("2024-05-01T12:34:56.1234567Z"),
    "mac": st.just("00-15-5D-52-C0-10"),
}


def keys(kind: str) -> st.SearchStrategy[str]:
    """Keys of a map."""
    return SCALARS[kind].map(str)


def mappings(cls: Any, depth: int, *, exact: bool = False, kept: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings of a type: any of its members, unknown members between them.

    `exact` keeps the letter case of enumerations, `kept` the rules of members and relations between them.
    """

    @st.composite
    def build(draw: st.DrawFn) -> dict[str, Any]:
        made: dict[str, Any] = {}
        rows = list(cls.__members__)
        count = min(len(rows), 4 if depth < 3 else 2)
        for row in draw(st.lists(st.sampled_from(rows), max_size=count, unique=True)) if rows else ():
            if not (depth > 6 and "<" in row.kind):
                drawn = draw(member(cls, row, depth, exact=exact, kept=kept))
                made = {**made, **drawn} if len(drawn) > 1 else {**drawn, **made}  # a selector drawn with what it selects stays
        for name in surplus(cls.__rules__, list(made)) if kept else ():
            made.pop(name, None)
        made.update(draw(UNKNOWN) if draw(st.integers(0, 3)) == 0 else {})
        names = draw(st.permutations(list(made)))
        return {name: made[name] for name in names}

    return build()


def member(cls: type[Document], row: Member, depth: int, *, exact: bool, kept: bool) -> st.SearchStrategy[dict[str, Any]]:
    """One member, with the member that selects its type where it is open."""
    kind = parse(row.kind)
    if kept and text_of(row.rule):
        right = st.sampled_from(KEPT[text_of(row.rule)])
        return (st.lists(right, max_size=2) if kind.form == "array" else right).map(lambda value: {row.wire: value})
    if kind.form == "any" and kind.name and kind.name[0] != "." and not kind.name.startswith("as "):
        return selected(cls, row, kind.name, depth, exact=exact, kept=kept)
    if kind.form == "any" and kind.name.startswith("as "):
        found = find(f"{cls.__published__.partition('.')[0]}.{kind.name[3:]}")
        return mappings(found, depth + 1, exact=exact, kept=kept).map(lambda value: {row.wire: value})
    if row.kind.startswith("array<any by .Type"):
        return st.lists(st.fixed_dictionaries({"Type": TEXTS.map("Zz".__add__), "Odd": JSON}), max_size=2).map(
            lambda value: {row.wire: value}
        )
    return value_of(cls, kind, depth, exact=exact, kept=kept).map(lambda value: {row.wire: value})


def selected(cls: type[Document], row: Member, selector: str, depth: int, *, exact: bool, kept: bool) -> st.SearchStrategy[dict[str, Any]]:
    """An open member with a selector nobody knows and any value, or a known one and what it selects."""
    name = f"{cls.__published__}.{row.wire}"
    texts: list[str] = [*known_selectors().get(name, ())]
    if name == "hcs.ModifySettingRequest.Settings":
        texts = [path.template.replace("{", "").replace("}", "") for path in RESOURCE_PATHS if path.settings]

    def typed(text: str) -> st.SearchStrategy[dict[str, Any]]:
        found = candidates(name, text)[0]
        value = mappings(find(found), depth + 1, exact=exact, kept=kept) if "." in found else SCALARS[found]
        return value.map(lambda inner: {selector: text, row.wire: inner})

    unheard = JSON.filter(lambda value: value is not None).map(lambda value: {selector: "Unheard/Of", row.wire: value})
    return unheard | st.sampled_from(texts).flatmap(typed)


def value_of(cls: type[Document], kind: Kind, depth: int, *, exact: bool, kept: bool) -> st.SearchStrategy[Any]:
    """A value of a kind."""
    if kind.form == "scalar":
        return SCALARS[kind.name]
    if kind.form == "any":
        return JSON.filter(lambda value: value is not None)
    if kind.form == "array":
        size = kind.length if kind.length is not None else 0
        return st.lists(value_of(cls, kind.inner, depth + 1, exact=exact, kept=kept), min_size=size, max_size=size or 2)
    if kind.form == "map":
        return st.dictionaries(keys(kind.key), value_of(cls, kind.inner, depth + 1, exact=exact, kept=kept), max_size=2)
    found = find(f"{cls.__published__.partition('.')[0]}.{kind.name}")
    if issubclass(found, Document):
        return mappings(found, depth + 1, exact=exact, kept=kept)
    if issubclass(found, TextEnum):
        known = st.sampled_from([item.value for item in found])
        spelled = known if exact else known | known.map(str.upper) | known.map(str.lower)
        texts = spelled | TEXTS.map("Zz".__add__)
        return texts | st.integers(0, 2**32 - 1) if found.__numeric__ else texts
    return st.sampled_from([item.value for item in found.__members__.values()]) | st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("name", ROOTS)
@SLOW
@given(source=st.data())
def test_an_arbitrary_document_survives_the_wire(name: str, source: st.DataObject) -> None:
    """Whatever a service may say of a type, known or not, comes back out as it went in, member by member and in order."""
    cls = guess.roots()[name]
    mapping = source.draw(mappings(cls, 0))
    document = documents.from_mapping(cls, mapping)
    assert mapping == documents.to_mapping(document)
    text = documents.to_json(document)
    again = documents.from_json(cls, text)
    assert document == again
    assert text == documents.to_json(again)
    assert json.loads(text) == json.loads(documents.encode(cls, mapping))
    if document.unknown_members:
        assert list(mapping) == list(json.loads(text))


@pytest.mark.parametrize("name", ROOTS)
@SLOW
@given(source=st.data())
def test_a_document_can_be_built_from_its_own_members(name: str, source: st.DataObject) -> None:
    """The constructor accepts everything reading accepts and the rules allow, and makes the same of it."""
    cls = guess.roots()[name]
    document = documents.from_mapping(cls, source.draw(mappings(cls, 0, kept=True)))
    members = {row.name: getattr(document, row.name) for row in cls.__members__}
    assert document == cls(**members, unknown_members=document.unknown_members) == copy.deepcopy(document)
    documents.check(document, schema_version="2.0")
    documents.required_version(document)


def corrupted(draw: Any, value: Any) -> Any:
    """The value with something in it replaced by any JSON."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        name = draw(st.sampled_from(list(value)))
        return {**value, name: corrupted(draw, value[name])}
    if isinstance(value, list) and value and draw(st.booleans()):
        return [corrupted(draw, value[0]), *value[1:]]
    return draw(JSON)


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("often", [False, True])
@SLOW
@given(source=st.data())
def test_the_fast_and_the_complete_reader_agree(*, often: bool, name: str, source: st.DataObject) -> None:
    """The compiled reader, and the one of a type met often, may give up, but never accept what is wrong or read something else."""
    for _ in range(OFTEN if often else 0):
        READERS[guess.roots()[name]]({})
    cls = guess.roots()[name]
    mapping = source.draw(mappings(cls, 0))
    if source.draw(st.booleans()):
        mapping = corrupted(source.draw, mapping)
    document, problems = read(cls, mapping)
    try:
        fast = READERS[cls](mapping)
    except Mismatch:
        if not problems:
            assert documents.from_mapping(cls, mapping) == document
        return
    assert [] == problems
    assert document == fast


def read_or_refused(cls: type[Document], text: str | bytes) -> bool:
    """Whether the text was read, or refused with at least one problem; anything else escapes."""
    try:
        return documents.from_json(cls, text) is not None
    except documents.InvalidDocument as refused:
        return bool(refused.problems)


@pytest.mark.parametrize("name", ROOTS)
@SLOW
@given(value=JSON | st.lists(JSON, max_size=3), text=st.text(max_size=20))
def test_arbitrary_json_is_read_or_refused_and_nothing_else(name: str, value: Any, text: str) -> None:
    """No input may end in another exception: callers catch InvalidDocument."""
    cls = guess.roots()[name]
    wrapped = json.dumps({"Owner": value, "Settings": value, "Type": text})
    for source in (json.dumps(value), wrapped, text, text.encode("utf-8", "surrogatepass")):
        assert read_or_refused(cls, source)


PIECES = st.sampled_from(
    [
        *(b"null", b"true", b"-1", b"1e400", b"18446744073709551616", b'""', b"[]", b"{}", b'"\\ud800"', b'"\\u0000"', b"1.5", b'"2.1"'),
        *(b"[[[[[[[[", b"}", b"]", b",", b":", b'"', b"\\", b"\xff", b"\xef\xbb\xbf", b"-0", b"9" * 400),
    ]
)
HOW = st.sampled_from(["put", "cut", "value", "end", "twice"])
DAMAGES = st.lists(st.tuples(st.integers(0, 2**31), HOW, PIECES), min_size=1, max_size=4)


def damaged(text: bytes, damages: list[tuple[int, str, bytes]]) -> bytes:
    """The text with pieces put in, cut out, put in a value's place, cut off or repeated."""
    for place, how, piece in damages:
        at = place % (len(text) + 1)
        colon = text.find(b":", at)
        if how == "put" or (how == "value" and colon < 0):
            text = text[:at] + piece + text[at:]
        elif how == "cut":
            text = text[:at] + text[at + 1 + place % 30 :]
        elif how == "value":
            end = min((found for mark in (b",", b"}") if (found := text.find(mark, colon)) >= 0), default=len(text))
            text = text[: colon + 1] + piece + text[end:]
        else:
            text = text[:at] if how == "end" else text + text[at : at + 200]
    return text


@pytest.mark.parametrize("name", ROOTS)
@SLOW
@given(source=st.data(), damages=DAMAGES)
def test_a_damaged_document_is_read_or_refused_and_what_is_read_survives(name: str, source: st.DataObject, damages: Any) -> None:
    """A service that answers with half a document, or with a number where a text belongs, must not end a client."""
    cls = guess.roots()[name]
    text = damaged(json.dumps(source.draw(mappings(cls, 0))).encode(), damages)
    assert read_or_refused(cls, text)
    document = None
    with suppress(documents.InvalidDocument):
        document = documents.from_json(cls, text)
    if document is not None:
        assert repr(document)
        assert documents.from_json(cls, documents.to_json(document)) == document


@SLOW
@given(source=st.data())
def test_the_type_of_an_arbitrary_document_can_be_guessed(source: st.DataObject) -> None:
    """A tool that is handed a file must not fail on it; what it guesses must read the file or say why not."""
    cls = guess.roots()[source.draw(st.sampled_from(ROOTS))]
    mapping = source.draw(mappings(cls, 0))
    found = documents.guess_type(mapping)
    assert found is None or read_or_refused(found, json.dumps(mapping))


def without_inventions(value: Any) -> Any:
    """The value without texts of enumerations that no service knows (they begin with Zz)."""
    if isinstance(value, dict):
        return {name: without_inventions(item) for name, item in value.items() if not (isinstance(item, str) and item.startswith("Zz"))}
    if isinstance(value, list):
        return [without_inventions(item) for item in value if not (isinstance(item, str) and item.startswith("Zz"))]
    return value


def sensible_container(container: dict[str, Any], folder: str) -> dict[str, Any]:
    """The container with what a service asks for beyond the schema: layers have id and path, mappings both ends, at most one CPU limit."""
    made = without_inventions(container)
    storage = made.get("Storage", {})
    storage.pop("Path", None)  # a prepared scratch volume, which is not there
    for layer in storage.get("Layers", ()):
        layer.update(Id="5f0f8b5e-6b5a-4b57-9a1e-0d6b7b1c2d3e", Path=folder)
    for mapping, inside in (("MappedDirectories", "ContainerPath"), ("MappedPipes", "ContainerPipeName")):
        for entry in made.get(mapping, ()):
            entry.update({"HostPath": "C:\\windows", inside: "here"})
    if "Processor" in made:
        made["Processor"] = {"Weight": 100}
    made.get("Networking", {}).pop("Namespace", None)  # one that is not there
    return dict(made)


def sensible_machine(machine: dict[str, Any]) -> dict[str, Any]:
    """The machine with memory and processors, and without a saved state it would have to read."""
    made = without_inventions(machine)
    made.pop("RestoreState", None)
    for adapter in made.get("Devices", {}).get("NetworkAdapters", {}).values():
        adapter.pop("EndpointId", None)  # one that is not there
    topology = made.get("ComputeTopology", {})
    topology.setdefault("Memory", {})["SizeInMB"] = 64
    topology.setdefault("Processor", {})["Count"] = 1
    return dict(made)


async def accepted(configurations: list[dict[str, Any]]) -> list[str]:
    """The state of the system the host makes of each configuration."""
    answers = []
    for number, configuration in enumerate(configurations):
        async with await ComputeSystem.create(f"random-{number}", configuration) as system:
            found = await system.properties()
            answers.append(str(found.state))
            await system.terminate()
    return answers


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("kind", ["Container", "VirtualMachine"])
@SLOW
@given(source=st.data())
def test_the_host_accepts_arbitrary_documents_that_are_valid_for_it(
    backend: str, kind: str, source: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The host checks the shapes it is given by itself: what our types allow, it must take, letter case of enumerations apart."""
    if kind == "Container":
        layer = tmp_path_factory.mktemp("layer")
        (layer / "hcsffi-marker.json").write_text('{"Form":1,"Kind":"layer"}\n', encoding="utf-8")
        containers = mappings(documents.Container, 1, exact=True, kept=True).map(lambda drawn: sensible_container(drawn, str(layer)))
        drawn = st.lists(containers, min_size=1, max_size=3)
    else:
        drawn = st.lists(mappings(documents.VirtualMachine, 1, exact=True, kept=True).map(sensible_machine), min_size=1, max_size=3)
    configurations = [{"Owner": "random", kind: inner} for inner in source.draw(drawn)]
    assert ["Created"] * len(configurations) == anyio.run(accepted, configurations, backend=backend)
