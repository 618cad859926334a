"""cattrs and documents: a plain converter works by Python names, a taught one by wire names, and mistakes lead to the same places."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter as json_converter

from hcsffi import documents
from hcsffi.documents.document import Document
from hcsffi.documents.kind import parse
from hcsffi.documents.selectors import candidates, known_selectors
from hcsffi.documents.settings import RESOURCE_PATHS

from every_type import by_published_name, classes, document_types, enumerations, full

TYPES = document_types()


@attrs.define
class Job:
    """What a user's own file holds: a document among other things."""

    name: str
    system: documents.ComputeSystem
    shares: list[documents.Plan9Share]
    limits: dict[str, documents.ContainerMemory]
    state: documents.State | None = None


def unlike(value: Any) -> bool:
    """Whether something in a value is not plain Python: a document where a dict should be."""
    if isinstance(value, Mapping):
        return any(map(unlike, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return any(map(unlike, value))
    return isinstance(value, Document)


def test_a_plain_converter_writes_and_reads_back_every_type() -> None:
    """Nothing of this project has to be registered; the names are Python's. An empty document and one with every member set come back."""
    for detailed in (True, False):
        converter = cattrs.Converter(detailed_validation=detailed)
        for cls in TYPES:
            for made in (cls(), full(cls), attrs.evolve(full(cls), unknown_members={"Odd": [1, {"deep": None}]})):
                plain = converter.unstructure(made)
                assert [field.name for field in attrs.fields(cls)] == list(plain)
                assert not unlike(plain), cls
                assert made == converter.structure(plain, cls), cls


def open_members() -> list[tuple[type[Document], str, str | None, str]]:
    """Every open member with each document that a selector lets it hold: type, member, selecting text, the document's published name."""
    found: list[tuple[type[Document], str, str | None, str]] = []
    paths = {re.sub(r"\{\w+\}", "1", row.template): (row.settings,) for row in RESOURCE_PATHS if row.settings is not None}
    for cls in TYPES:
        for row in cls.__members__:
            kind = parse(row.kind)
            kind = kind.item if kind.item is not None else kind
            member = f"{cls.__published__}.{row.wire}"
            if kind.form == "any" and kind.name.startswith("as "):
                found.append((cls, row.name, None, f"{cls.__published__.partition('.')[0]}.{kind.name[3:]}"))
            elif kind.form == "any" and kind.name:
                texts = paths if member == "hcs.ModifySettingRequest.Settings" else known_selectors().get(member, ())
                found += [(cls, row.name, text, name) for text in texts for name in candidates(member, text) if "." in name]
    return found


def test_a_plain_converter_brings_back_the_documents_that_open_members_hold() -> None:
    """No annotation tells what an open member holds: the constructor knows it by selector and names, and sends wire names."""
    converter = cattrs.Converter()
    rows = open_members()
    assert len({(cls, name) for cls, name, _, _ in rows}) > 15
    for cls, name, text, published in rows:
        inside = full(by_published_name()[published])
        kind = parse(next(row.kind for row in cls.__members__ if row.name == name))
        given: dict[str, Any] = {name: [inside] if kind.form == "array" else inside}
        selecting = (kind.item or kind).name
        if text is not None and not selecting.startswith("."):
            given[next(row.name for row in cls.__members__ if row.wire == selecting)] = text
        elif text is not None:
            given[name] = [attrs.evolve(inside, type=text)] if kind.form == "array" else attrs.evolve(inside, type=text)
        made = cls(**given)
        again = converter.structure(converter.unstructure(made), cls)
        held = getattr(again, name)
        # Two types of one selector with the same names are the same on the wire.
        assert list(documents.wire_names(type(inside))) == list(documents.wire_names(type(held[0] if kind.form == "array" else held)))
        assert documents.to_mapping(made) == documents.to_mapping(again), (cls, text)


def test_a_mistake_inside_an_open_member_by_python_names_is_found_by_path() -> None:
    """Names or values that do not fit are refused where they stand; a mapping with wire names goes on being JSON."""
    path = "VirtualMachine/Devices/Scsi/0/Attachments/0"
    with pytest.raises(documents.InvalidDocument) as refused:
        documents.hcs.ModifySettingRequest(resource_path=path, settings={"type": "Iso", "read_only": 7})
    assert ["$.Settings.ReadOnly"] == [problem.path for problem in refused.value.problems]
    wire = documents.hcs.ModifySettingRequest(resource_path=path, settings={"Type": "Iso", "ReadOnly": True})
    assert wire == documents.hcs.ModifySettingRequest(resource_path=path, settings={"type": "Iso", "read_only": True})


def test_a_plain_converter_reads_and_writes_every_enumeration() -> None:
    """Values a source names, and values none does."""
    converter = cattrs.Converter()
    for cls in enumerations():
        unheard_of: Any = "Nobody" if issubclass(cls, str) else 2**31
        for value in (*cls.__members__.values(), cls(unheard_of)):
            again = converter.structure(converter.unstructure(value), cls)
            assert (cls, value, value.is_known) == (type(again), again, again.is_known)


def test_a_plain_converter_does_not_read_wire_names_in_silence() -> None:
    """`{"HostName": "h"}` is no document in Python's names; taking it for an empty one would lose it."""
    strict = cattrs.Converter(forbid_extra_keys=True)
    with pytest.raises(cattrs.BaseValidationError):
        strict.structure({"HostName": "h"}, documents.GuestOs)


def test_a_plain_converter_meets_the_checks_of_the_constructor() -> None:
    """A width, a wrong enumeration, a wrong shape: what the constructor refuses no converter gets past."""
    with pytest.raises((cattrs.BaseValidationError, documents.InvalidDocument)):
        cattrs.Converter().structure({"disk_number": 2**16}, documents.UefiBootEntry)


@pytest.mark.parametrize(
    "make", [documents.converter, lambda: documents.register(cattrs.Converter()), lambda: documents.register(json_converter())]
)
def test_a_taught_converter_speaks_the_wire_for_every_type(make: Any) -> None:
    """Whichever converter the user has: the bytes are those of `to_json`."""
    converter = make()
    for cls in TYPES:
        made = attrs.evolve(full(cls), unknown_members={"Odd": [1, {"deep": None}]})
        raw = converter.unstructure(made)
        assert documents.to_mapping(made) == raw
        assert json.loads(documents.to_json(made)) == json.loads(json.dumps(raw))
        assert made == converter.structure(raw, cls)
        assert documents.to_json(made) == documents.to_json(converter.structure(raw, cls))


@pytest.mark.parametrize("detailed", [True, False])
@pytest.mark.parametrize("forbid", [True, False])
def test_a_users_own_class_with_documents_inside_works_both_ways(*, detailed: bool, forbid: bool) -> None:
    """A job file holds documents alone, in a list and in a mapping; unknown members of the documents stay."""
    raw = {
        "name": "j",
        "system": {"Owner": "me", "Odd": 1, "Container": {"Storage": {"Layers": [{"Path": "p"}]}}},
        "shares": [{"Port": 564}],
        "limits": {"small": {"SizeInMB": 256}},
        "state": "Levitating",
    }
    converter = documents.register(cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=forbid))
    job = converter.structure(raw, Job)
    assert documents.from_mapping(documents.ComputeSystem, raw["system"]) == job.system  # type: ignore[arg-type]  # the value of one key
    assert ([564], 256) == ([share.port for share in job.shares], job.limits["small"].size_in_mb)
    assert (documents.State, False) == (type(job.state), job.state is not None and job.state.is_known)
    assert raw == converter.unstructure(job)


def test_a_users_hook_for_another_type_goes_on_working() -> None:
    """Registering documents takes nothing from the converter that it had."""
    converter = cattrs.Converter()
    converter.register_unstructure_hook(complex, str)
    documents.register(converter)
    assert ("(1+2j)", {"HostName": "h"}) == tuple(converter.unstructure([1 + 2j, documents.GuestOs(host_name="h")]))


def test_the_notes_of_an_error_lead_to_the_same_json_paths() -> None:
    """A mistake in a document inside a user's own file is found by path: theirs down to the document, ours inside it."""
    wrong = {"Owner": 1, "Container": {"Storage": {"Layers": [{"Path": "p"}, {"Path": 7}]}}}
    with pytest.raises(documents.InvalidDocument) as ours:
        documents.from_mapping(documents.ComputeSystem, wrong)
    paths = [problem.path for problem in ours.value.problems]
    assert ["$.Owner", "$.Container.Storage.Layers[1].Path"] == paths
    converter = documents.register(cattrs.Converter(detailed_validation=True))
    with pytest.raises(cattrs.ClassValidationError) as theirs:
        converter.structure({"name": "j", "system": wrong, "shares": [], "limits": {}}, Job)
    messages = cattrs.transform_error(theirs.value)
    assert all(any(path.removeprefix("$.") in message for message in messages) for path in paths), messages
    assert all("system" in message for message in messages), messages


def test_every_class_of_the_topics_is_one_or_the_other() -> None:
    """The two tests above look at documents and enumerations; a third kind would be looked at by none."""
    assert len(classes()) == len(TYPES) + len(enumerations())
    assert all(sys.modules[cls.__module__].__name__.startswith("hcsffi.documents.topic.") for cls in classes())
