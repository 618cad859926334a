"""For editors and commands: JSON Schema, the type of a file by its shape, the line of a path."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest

from hcsffi import documents
from hcsffi.documents import build, guess
from hcsffi.documents.catalog import places
from hcsffi.documents.document import Document


def validator(schema: dict[str, Any]) -> Any:
    """A validator of draft 2020-12 that has checked the schema itself."""
    jsonschema = pytest.importorskip("jsonschema", reason="the JSON Schema validator is not installed")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", guess.ROOTS)
def test_every_root_document_has_a_valid_schema(name: str) -> None:
    """An editor loads it as it is: self-contained, no open reference."""
    schema = documents.json_schema(guess.roots()[name])
    validator(schema).validate({})
    text = json.dumps(schema)
    for reference in {part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}:
        assert reference in schema["$defs"]


def test_the_schema_accepts_what_we_build_and_refuses_what_we_refuse() -> None:
    """Both say the same, or one of them lies."""
    check = validator(documents.json_schema(documents.ComputeSystem))
    for document in (
        build.linux_vm(kernel="k", disks=["d"]),
        build.windows_vm(boot_share="s"),
        build.process_isolated_container(memory_mb=1),
    ):
        assert check.is_valid(documents.to_mapping(document))
    mistakes: list[dict[str, Any]] = [
        {"Owner": 5},
        {"Container": {"Memory": {"SizeInMB": -1}}},
        {"Container": {"Memory": {"SizeInMB": 2**64}}},
        {"VirtualMachine": {"Devices": {"Scsi": {"0": {"Attachments": {"x": {}}}}}}},
        {"Container": {"Storage": {"Layers": {}}}},
    ]
    for wrong in mistakes:
        assert not check.is_valid(wrong)
        with pytest.raises(documents.InvalidDocument):
            documents.from_mapping(documents.ComputeSystem, wrong)


def test_the_schema_types_open_members_by_their_selector() -> None:
    """An editor completes the settings once the path is written."""
    check = validator(documents.json_schema(documents.hcs.ModifySettingRequest))
    path = "VirtualMachine/Devices/Scsi/0/Attachments/3"
    assert check.is_valid({"ResourcePath": path, "Settings": {"Path": "x"}})
    assert not check.is_valid({"ResourcePath": path, "Settings": {"Path": 5}})
    assert check.is_valid({"ResourcePath": "Unheard/Of", "Settings": {"Path": 5}})
    policy = validator(documents.json_schema(documents.EndpointPolicy))
    assert not policy.is_valid({"Type": "PortMapping", "Settings": {"InternalPort": 70000}})


def test_the_strict_schema_refuses_members_nobody_knows() -> None:
    """That is how an editor finds typing errors; reading keeps such members."""
    strict = validator(documents.json_schema(documents.ComputeSystem, strict=True))
    lenient = validator(documents.json_schema(documents.ComputeSystem))
    assert not strict.is_valid({"Ownr": "x"})
    assert lenient.is_valid({"Ownr": "x"})


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        ({"VirtualMachine": {}, "Owner": "x"}, "hcs.ComputeSystem"),
        ({"Container": {"GuestOs": {}}}, "hcs.ComputeSystem"),
        ({"CommandLine": "x", "CreateStdInPipe": True}, "hcs.ProcessParameters"),
        ({"ResourcePath": "x", "Settings": 5}, "hcs.ModifySettingRequest"),
        ({"Type": "NAT", "Ipams": [], "Name": "n"}, "hcn.HostComputeNetwork"),
        ({"HostComputeNetwork": "x", "Policies": [], "IpConfigurations": []}, "hcn.HostComputeEndpoint"),
        ({"HostComputeEndpoints": [], "FrontendVIPs": [], "PortMappings": []}, "hcn.HostComputeLoadBalancer"),
        ({"ResourceType": "Endpoint", "RequestType": "Add", "Settings": {}}, "hcn.ModifyNamespaceSettingRequest"),
        ({"ResourceType": "Port", "RequestType": "Add", "Settings": {}}, "hcn.ModifyEndpointSettingRequest"),
        ({"Id": "x", "SystemType": "Container", "State": "Running", "RuntimeId": "y"}, "hcs.Properties"),
        ({"Error": -5, "ErrorMessage": "x"}, "hcs.ResultError"),
        ({"Layers": [], "SchemaVersion": {}}, "hcs.LayerData"),
        ({"SystemType": "Container", "LayerFolderPath": "x", "HvPartition": False}, "hcs.V1.ContainerConfig"),
        ({"Bias": 480, "StandardName": "x"}, "hcs.TimeZoneInformation"),
    ],
)
def test_a_document_is_known_by_its_shape(document: dict[str, Any], wanted: str) -> None:
    """Files have names like vm.json; the type is in the members."""
    found = documents.guess_type(document)
    assert found is not None
    assert wanted == found.__published__


def test_what_looks_like_nothing_is_not_guessed() -> None:
    """A wrong guess would produce a page of wrong problems."""
    assert documents.guess_type({}) is None
    assert documents.guess_type({"spam": 1, "eggs": 2}) is None


def test_a_type_is_found_by_every_name_it_has() -> None:
    """Python name, published name, with and without its schema."""
    for name in ("ContainerMemory", "Container_Memory", "hcs.ContainerMemory", "hcs.Container_Memory", "documents.ContainerMemory"):
        assert documents.find_type(name) is documents.ContainerMemory
    assert documents.find_type("v1.HNSNetwork") is documents.v1.HNSNetwork
    assert documents.find_type("V1.Layer") is documents.v1.Layer
    assert documents.find_type("Layer") is documents.Layer
    with pytest.raises(LookupError, match=r"Version is ambiguous: hcn\.Version, hcs\.Version"):
        documents.find_type("Version")
    with pytest.raises(LookupError, match="did you mean ComputeSystem"):
        documents.find_type("computesystem")
    with pytest.raises(LookupError, match="no document type is named State"):
        documents.find_type("State")


def test_every_root_is_a_document() -> None:
    """What functions take and give, as the interface lists it."""
    assert all(name in places() and issubclass(cls, Document) for name, cls in guess.roots().items())


TEXT = """{
  "Owner": "x\\ny",
  "Container": {"GuestOs": {},
    "Storage": { "Layers": [ {"Path": "a"},
      {"Path": -1.5e3, "a b": null, "q\\"\\\\": [[], [1,
2]]} ] }
  },
  "Owner": true
}
"""


def test_every_path_has_its_line() -> None:
    """A problem is pointed at, not searched."""
    places = documents.lines_of(TEXT)
    assert {
        "$": 1,
        "$.Owner": 8,
        "$.Container": 3,
        "$.Container.GuestOs": 3,
        "$.Container.Storage": 4,
        "$.Container.Storage.Layers": 4,
        "$.Container.Storage.Layers[0]": 4,
        "$.Container.Storage.Layers[0].Path": 4,
        "$.Container.Storage.Layers[1]": 5,
        "$.Container.Storage.Layers[1].Path": 5,
        '$.Container.Storage.Layers[1]["a b"]': 5,
        '$.Container.Storage.Layers[1]["q\\"\\\\"]': 5,
        '$.Container.Storage.Layers[1]["q\\"\\\\"][0]': 5,
        '$.Container.Storage.Layers[1]["q\\"\\\\"][1]': 5,
        '$.Container.Storage.Layers[1]["q\\"\\\\"][1][0]': 5,
        '$.Container.Storage.Layers[1]["q\\"\\\\"][1][1]': 6,
    } == places


def test_a_path_that_is_absent_has_the_line_of_its_parent() -> None:
    """A member that is missing stands nowhere."""
    assert 3 == documents.line_of(TEXT, "$.Container.GuestOs.HostName")
    assert 5 == documents.line_of(TEXT, '$.Container.Storage.Layers[1]["x y"][3].z')
    assert 1 == documents.line_of(TEXT, "$.Nothing")
    assert 1 == documents.line_of("", "$.Nothing")


@pytest.mark.parametrize("text", ["", "{", '{"a"', '{"a":', '{"a": [1,', '{"a": "x', "[1 2]", "{a: 1}", '{"a" 1}', "[" * 100_000])
def test_a_broken_text_has_the_lines_up_to_the_break(text: str) -> None:
    """The finder must not fail on what it is there to explain."""
    places = documents.lines_of(text)
    assert all(line >= 1 for line in places.values())


def test_the_line_finder_agrees_with_the_parser() -> None:
    """Every value of a real document has a place, in any layout."""
    document = build.windows_vm(boot_share="C:\\os", disks=["a", "b"])
    mapping = documents.to_mapping(document)

    def paths(value: Any, path: str) -> list[str]:
        found = [path]
        below = importlib.import_module("hcsffi.grammar.path").below
        if isinstance(value, dict):
            found += [inner for key, item in value.items() for inner in paths(item, below(path, key))]
        if isinstance(value, list):
            found += [inner for index, item in enumerate(value) for inner in paths(item, f"{path}[{index}]")]
        return found

    for indent in (None, 2):
        assert sorted(paths(mapping, "$")) == sorted(documents.lines_of(documents.to_json(document, indent).decode()))
