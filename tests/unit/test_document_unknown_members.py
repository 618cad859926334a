"""Typing errors in mappings and JSON texts are told before they are sent, and sent all the same."""

from __future__ import annotations

import json
import pickle
import warnings
from typing import Any

import pytest

import hcsffi
from hcsffi import documents
from hcsffi.documents.unknown_member import told, typos

from every_type import document_types, full


def warned(cls: Any, value: Any) -> list[tuple[str, str]]:
    """Path and suggestion of each warning that a document gives."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        encoded = told(cls, value)
    assert json.loads(encoded.text) == (json.loads(value) if isinstance(value, (str, bytes)) else value)
    assert all(warning.category is documents.UnknownMember for warning in caught)
    return [(warning.message.path, warning.message.suggestion) for warning in caught]  # type: ignore[union-attr]  # checked above


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({"Ownr": "me"}, [("$.Ownr", "Owner")]),
        ({"owner": "me"}, [("$.owner", "Owner")]),
        (
            {"should_terminate_on_last_handle_closed": True},
            [("$.should_terminate_on_last_handle_closed", "ShouldTerminateOnLastHandleClosed")],
        ),
        (
            {"Container": {"Memory": {"SizeInMb": 1, "size_in_mb": 2}}},
            [("$.Container.Memory.SizeInMb", "SizeInMB"), ("$.Container.Memory.size_in_mb", "SizeInMB")],
        ),
        ({"Container": {"Storage": {"Layers": [{"Path": "a"}, {"Pth": "b"}]}}}, [("$.Container.Storage.Layers[1].Pth", "Path")]),
        (
            {"Container": {"HvSocket": {"Config": {"ServiceTable": {"a b": {"Disable": True}}}}}},
            [('$.Container.HvSocket.Config.ServiceTable["a b"].Disable', "Disabled")],
        ),
        ({"HostedSystem": {"Container": {"GuestOS": {}}}}, [("$.HostedSystem.Container.GuestOS", "GuestOs")]),
    ],
)
def test_a_misspelt_member_is_told_with_its_place_and_sent(mapping: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """At every depth, in arrays, mappings and open members; as a mapping and as text."""
    assert expected == warned(documents.ComputeSystem, mapping)
    assert expected == warned(documents.ComputeSystem, json.dumps(mapping))
    assert expected == warned(documents.ComputeSystem, json.dumps(mapping).encode())


def test_a_member_of_tomorrow_is_not_taken_for_a_typing_error() -> None:
    """Services are newer than libraries; what resembles nothing is sent in silence."""
    assert [] == warned(documents.ComputeSystem, {"Owner": "me", "QuantumEntanglement": {"Enabled": True}, "Container": {"Future": [1]}})


def test_known_members_and_other_spellings_seen_in_real_services_are_not_told() -> None:
    """A spelling that is read is no mistake."""
    spelled = [(cls, row) for cls in document_types() for row in cls.__members__ if row.spellings]
    assert spelled
    for cls, row in spelled:
        for spelling in row.spellings:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                read = documents.from_mapping(cls, {spelling: documents.to_mapping(full(cls))[row.wire]})
            assert not read.unknown_members
            assert [] == typos(read)


def test_a_document_made_in_python_is_sent_as_its_maker_says() -> None:
    """Its members were named in Python; what stands in `unknown_members` was put there on purpose."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert b'{"Ownr":"me"}' == told(documents.ComputeSystem, documents.ComputeSystem(unknown_members={"Ownr": "me"})).text


def test_strict_makes_an_error_of_it() -> None:
    """A pipeline that writes its documents itself wants to fail before the service does; all of them are told at once."""
    mapping = {"Ownr": "me", "Container": {"Memory": {"SizeInMb": 1}}, "QuantumEntanglement": 1}
    with hcsffi.strict_members():
        with pytest.raises(documents.InvalidDocument) as caught:
            told(documents.ComputeSystem, mapping)
        assert b'{"QuantumEntanglement":1}' == told(documents.ComputeSystem, {"QuantumEntanglement": 1}).text
    assert {"$.Ownr", "$.Container.Memory.SizeInMb"} == {problem.path for problem in caught.value.problems}
    assert "did you mean" in str(caught.value)
    assert 2 == len(warned(documents.ComputeSystem, mapping))


def test_the_warning_says_where_and_what_and_crosses_a_process() -> None:
    """A worker's warning is read in another process."""
    warning = documents.UnknownMember("$.Ownr", "Owner")
    again = pickle.loads(pickle.dumps(warning))
    assert (str(warning), "$.Ownr", "Owner") == (str(again), again.path, again.suggestion)
    assert "$.Ownr" in str(warning)
    assert "did you mean Owner?" in str(warning)


def test_the_warning_names_the_callers_line() -> None:
    """A line inside this library would help nobody."""
    with pytest.warns(documents.UnknownMember) as caught:
        told(documents.GuestOs, {"hostname": "h"})
    assert __file__ == caught[0].filename
