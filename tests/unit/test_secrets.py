"""Secrets stay inside: what a member marked secret holds is in no representation, message, log or traceback."""

from __future__ import annotations

import json
import traceback
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import cli, documents
from hcsffi.delivery.argument import unchecked_text
from hcsffi.documents.catalog import find, places
from hcsffi.documents.kind import parse
from hcsffi.grammar.words import described, shown
from hcsffi.native.text import UnusableText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hcsffi.documents.member import Member

SECRET = "hunter2-S3CR3T"
NUMBER = 1234567890123456789
TYPES = [find(key) for key, place in places().items() if place.base == "Document"]
MARKED: list[tuple[Any, Member]] = [(cls, row) for cls in TYPES for row in cls.__members__ if row.secret]
WRONG: list[object] = [
    SECRET,
    SECRET.encode(),
    [SECRET],
    {SECRET[:7]: {"x": [SECRET]}},
    NUMBER,
    [NUMBER],
    float(NUMBER),
    [[SECRET, NUMBER]],
]
"""Values of every kind: for each member some of them are right and some wrong."""


def told(error: BaseException) -> str:
    """Everything a program or a person is shown of an error."""
    notes = "".join(traceback.format_exception(error))
    return " ".join([str(error), repr(error), notes, str(getattr(error, "problems", ""))]).replace(SECRET[:7] + ".", "")


def hidden(text: str) -> bool:
    """Whether none of the values is in the text."""
    return SECRET not in text and str(NUMBER) not in text and repr(float(NUMBER)) not in text and "S3CR3T" not in text


def outcome(way: Callable[[], object]) -> str:
    """What is shown of a document, or of its refusal."""
    try:
        return repr(way())
    except documents.InvalidDocument as error:
        return told(error)


@pytest.mark.parametrize(("cls", "row"), MARKED, ids=lambda it: getattr(it, "wire", None) or it.__published__)
@pytest.mark.parametrize("wrong", WRONG, ids=lambda it: type(it).__name__)
def test_no_value_of_a_secret_member_is_shown(cls: Any, row: Member, wrong: object) -> None:
    """Whether it is right or wrong, in a constructor, a mapping or JSON text, and through a cattrs converter."""
    ways: list[Callable[[], object]] = [
        lambda: cls(**{row.name: wrong}),
        lambda: documents.from_mapping(cls, {row.wire: wrong}),
        lambda: documents.from_mapping(cls, {row.wire: {"TOKEN": wrong}}),
        lambda: documents.from_json(cls, json.dumps({row.wire: wrong}, default=str)),
        lambda: documents.converter().structure({row.wire: wrong}, cls),
    ]
    outcomes = [outcome(way) for way in ways]
    assert all(row.wire in text or row.name in text for text in outcomes)
    assert all(hidden(text) for text in outcomes), outcomes


def parents(kind: str) -> Iterator[tuple[type[Any], Member]]:
    """Every member that holds documents of this type."""
    for cls in TYPES:
        for row in cls.__members__:
            if kind in documents_in(cls, row):
                yield cls, row


def documents_in(cls: type[Any], row: Member) -> list[str]:
    """The published types a member holds directly or in a list or map."""
    expression = parse(row.kind)
    while expression.form in {"array", "map"}:
        expression = expression.inner
    schema = cls.__published__.partition(".")[0]
    return [f"{schema}.{expression.name}"] if expression.form == "type" else []


@pytest.mark.parametrize("cls", sorted({cls for cls, _ in MARKED}, key=str), ids=str)
def test_what_stands_in_the_place_of_a_document_with_secrets_is_not_shown(cls: Any) -> None:
    """A text where an object was wanted may be the whole object, written as text."""
    for owner, row in parents(cls.__published__):
        for wrong in (SECRET, [SECRET], [[SECRET]], {"a": SECRET}, {"a": [SECRET]}):
            text = outcome(partial(documents.from_mapping, owner, {row.wire: wrong}))
            assert hidden(text), (owner, row.wire, text)


def test_names_type_and_length_are_told() -> None:
    """Enough to find the variable that is wrong."""
    parameters = documents.ProcessParameters(command_line="x", environment={"TOKEN": SECRET, "EMPTY": ""})
    shape = "{'TOKEN': <a text of 14 characters>, 'EMPTY': <a text of 0 characters>}"
    assert f"ProcessParameters(command_line='x', environment={shape})" == repr(parameters)
    value = documents.RegistryValue(name="n", binary_value=b"1234")
    assert "RegistryValue(name='n', binary_value=<bytes of length 4>)" == repr(value)
    assert "RegistryValue(d_word_value=<a number>)" == repr(documents.RegistryValue(d_word_value=7))
    with pytest.raises(documents.InvalidDocument) as refused:
        documents.from_mapping(documents.ProcessParameters, {"Environment": {"TOKEN": [SECRET]}})
    assert "$.Environment.TOKEN: found a list of 1, allowed is a text" == str(refused.value.problems[0])


def test_what_no_row_describes_is_shown_by_name_alone() -> None:
    """A misspelt `Environment`, and settings of a resource path nobody knows, may hold secrets, too."""
    misspelt = documents.from_mapping(documents.ProcessParameters, {"Enviroment": {"TOKEN": SECRET}, "Odd": [1, SECRET, None]})
    assert "'Enviroment': {'TOKEN': <a text of 14 characters>}" in repr(misspelt)
    assert "'Odd': [1, <a text of 14 characters>, None]" in repr(misspelt)
    change = documents.hcs.ModifySettingRequest(resource_path="Odd/Path", settings={"Password": SECRET})
    assert "settings={'Password': <a text of 14 characters>}" in repr(change)
    assert SECRET.encode() in documents.to_json(change)


def test_messages_speak_json() -> None:
    """A reader of a JSON file knows no `NoneType`."""
    said = {shown(value) for value in (None, True, 5, 2.5, "a", ["a"], {"a": 1}, b"ab")}
    expected = {"null", "true", "the number 5", "the number 2.5", 'the text "a"', "a list of 1", "an object of 1", "bytes of length 2"}
    assert expected == said
    assert "GuestOs" == shown(documents.GuestOs())
    assert "a number" == described(5)

    class Colour(Enum):
        RED = "red"

    assert "Colour" == shown(Colour.RED)


def test_at_most_twenty_problems_are_told_and_all_are_kept() -> None:
    """A message of a thousand lines hides its first one; a program can still have them all."""
    with pytest.raises(documents.InvalidDocument) as refused:
        documents.from_mapping(documents.Storage, {"Layers": [5] * 33})
    text = str(refused.value)
    assert "Storage has 33 problems" in text
    assert 20 == text.count("allowed is")
    assert text.endswith("; and 13 more")
    assert 33 == len(refused.value.problems)
    with pytest.raises(documents.InvalidDocument) as just:
        documents.from_mapping(documents.Storage, {"Layers": [5] * 20})
    assert "more" not in str(just.value)


def test_validate_prints_at_most_twenty_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are in its JSON."""
    file = tmp_path / "storage.json"
    file.write_text(json.dumps({"Layers": [{"Id": "0f8fad5b-d9cb-469f-a165-70867728950e", "Path": 5}] * 33}))
    assert cli.main(["validate", "--type", "Storage", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert 21 == len(lines)
    assert lines[-1].endswith("and 13 more; --format json has them all")
    assert cli.main(["validate", "--type", "Storage", "--format", "json", str(file)]) == 1
    assert 33 == len(json.loads(capsys.readouterr().out)[0]["problems"])


@pytest.mark.parametrize("bad", ["\0", "\ud800"], ids=["nul", "surrogate"])
def test_a_text_that_cannot_cross_is_not_shown_when_it_may_be_a_document(bad: str) -> None:
    """The place is enough; an id or a path, which nobody keeps secret, is still shown."""
    for value in (SECRET + bad, {"Environment": {"TOKEN": SECRET + bad}}):
        if isinstance(value, dict) and bad == "\0":
            continue  # JSON writes it as six characters
        with pytest.raises(ValueError, match=r"options has (a NUL|half a surrogate)") as refused:
            unchecked_text("options", value)
        assert hidden(str(refused.value) + repr(refused.value))
    assert hidden(str(UnusableText("HcsCreateProcess", 0, SECRET.encode() + b"\0", len(SECRET))))
    with pytest.raises(documents.InvalidDocument) as unsendable:
        documents.encode(documents.ProcessParameters, {"CommandLine": "x", "Environment": {"TOKEN": SECRET + bad}})
    assert hidden(told(unsendable.value))
