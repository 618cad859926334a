"""``hcsffi validate`` and ``hcsffi schema``: every problem with its path and line, and schemas editors understand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import cli

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = """{
  "Ownr": "me",
  "SchemaVersion": {"Major": "2", "Minor": 1},
  "Container": {
    "GuestOs": {"HostName": 5},
    "Storage": {"Layers": [{"Id": "5f0f8b5e-6b5a-4b57-9a1e-0d6b7b1c2d3e", "Pth": "x"}, {"Path": 7}]},
    "MappedDirectory": []
  }
}
"""


def complaints(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> list[str]:
    """What the command prints, line by line."""
    assert cli.main(["validate", *words]) == code
    return capsys.readouterr().out.splitlines()


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A file with seven things wrong in it."""
    place = tmp_path / "broken.json"
    place.write_text(BROKEN)
    return str(place)


def test_every_problem_is_named_at_once_with_path_and_line(capsys: pytest.CaptureFixture[str], broken: str) -> None:
    """Wrong types do not hide misspelt names; nobody wants to run it five times."""
    title, *lines = complaints(capsys, broken)
    assert f"{broken}: taken for ComputeSystem (for its Container, SchemaVersion); --type says otherwise" == title
    found = [line.removeprefix(f"{broken}:").split(": ")[:2] for line in lines]
    assert found == [
        ["2", "$.Ownr"],
        ["3", "$.SchemaVersion.Major"],
        ["5", "$.Container.GuestOs.HostName"],
        ["6", "$.Container.Storage.Layers[0].Pth"],
        ["6", "$.Container.Storage.Layers[1].Id"],
        ["6", "$.Container.Storage.Layers[1].Path"],
        ["7", "$.Container.MappedDirectory"],
    ]


def test_a_misspelt_member_comes_with_the_right_one(capsys: pytest.CaptureFixture[str], broken: str) -> None:
    """The service would ignore it in silence."""
    text = "\n".join(complaints(capsys, broken))
    assert "did you mean Owner?" in text
    assert "did you mean MappedDirectories?" in text


def test_a_newer_member_is_a_problem_for_an_older_service(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With the version that has it and the Windows release that brought it."""
    place = tmp_path / "new.json"
    place.write_text('{"Container": {\n"AdditionalDeviceNamespace": {}}}')
    assert complaints(capsys, str(place), code=0) == [f"{place}: ComputeSystem (for its Container), no problems"]
    _, line = complaints(capsys, str(place), "--schema-version", "2.1")
    assert line.startswith(f"{place}:2: $.Container.AdditionalDeviceNamespace: ")
    assert "2.3" in line


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"VirtualMachine": {}}', "ComputeSystem (for its VirtualMachine)"),
        (
            '{"CommandLine": "cmd", "CreateStdOutPipe": true}',
            "ProcessParameters (for its CommandLine, CreateStdOutPipe; could also be hcs.V1.ProcessConfig)",
        ),
        ('{"ResourcePath": "Container/Processor", "RequestType": "Update"}', "ModifySettingRequest (for its ResourcePath, RequestType)"),
    ],
)
def test_the_type_is_found_by_the_shape(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, name: str) -> None:
    """A file does not say what it is: what it was taken for is told, with the reason and what else it could be."""
    place = tmp_path / "x.json"
    place.write_text(text)
    assert complaints(capsys, str(place), code=0) == [f"{place}: {name}, no problems"]


def test_the_type_may_be_given(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty object has no shape."""
    place = tmp_path / "x.json"
    place.write_text("{}")
    assert "--type" in complaints(capsys, str(place))[0]
    complaints(capsys, str(place), "--type", "PauseOptions", code=0)


@pytest.mark.parametrize(("raw", "line"), [(b'{\n"a": }', 2), (b'{\n\n"a": "\xff"}', 3), (b"[" * 100_000, 1), (b"[1]", 1), (b"", 1)])
def test_what_is_no_document_at_all_is_a_problem_with_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, raw: bytes, line: int
) -> None:
    """Half a file, a picture, a list: said, never a traceback."""
    place = tmp_path / "x.json"
    place.write_bytes(raw)
    (said,) = complaints(capsys, str(place))
    assert said.startswith(f"{place}:{line}: $: ")
    (said,) = complaints(capsys, str(place), "--type", "ComputeSystem")
    assert said.startswith(f"{place}:")


def test_json_output_has_file_type_and_problems(capsys: pytest.CaptureFixture[str], broken: str) -> None:
    """Editors and CI read fields."""
    (found,) = json.loads("\n".join(complaints(capsys, broken, "--format", "json")))
    assert (found["file"], found["type"], len(found["problems"])) == (broken, "ComputeSystem", 7)
    assert found["problems"][0]["line"] == 2


def test_several_files_are_checked_and_one_problem_fails_the_run(capsys: pytest.CaptureFixture[str], broken: str, tmp_path: Path) -> None:
    """As a pre-commit hook calls it."""
    good = tmp_path / "good.json"
    good.write_text('{"Container": {}}')
    assert complaints(capsys, str(good), broken)[0] == f"{good}: ComputeSystem (for its Container), no problems"


@pytest.mark.parametrize("words", [["no/such/file"], ["--type", "NoSuchType", "x"], ["--schema-version", "new", "x"]])
def test_what_cannot_be_checked_is_our_failure_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """125, so that it is not taken for a problem of the document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text('{"Container": {}}')
    assert cli.main(["validate", *words]) == 125
    assert capsys.readouterr().err.count("\n") == 1


def test_a_schema_accepts_what_the_library_accepts_and_refuses_a_wrong_type(capsys: pytest.CaptureFixture[str]) -> None:
    """An editor that disagrees with the library is worse than none."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    assert cli.main(["schema", "ComputeSystem"]) == 0
    schema: dict[str, Any] = json.loads(capsys.readouterr().out)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"Container": {"GuestOs": {"HostName": "web"}}, "SchemaVersion": {"Major": 2, "Minor": 1}})
    assert not validator.is_valid({"Container": {"GuestOs": {"HostName": 5}}})


def test_the_types_with_a_schema_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """One has to know the names first."""
    assert cli.main(["schema", "--list"]) == 0
    names = capsys.readouterr().out.split()
    assert {"ComputeSystem", "ProcessParameters", "hcn.HostComputeNetwork"} <= set(names)
    for word in ([], ["NoSuchType"]):
        assert cli.main(["schema", *word]) == 125


ENDPOINT = {
    "ActivityId": "55555555-f974-4782-8fef-10fa99e27bf2",
    "AdditionalParams": {},
    "CreateProcessingStartTime": 132695159565404288,
    "DNSServerList": "10.152.183.10",
    "Health": {"LastErrorCode": 0, "LastUpdateTime": 132695159565324289},
    "ID": "66666666-aee8-4050-b1e1-cb12a86ce8bc",
    "IPAddress": "10.1.18.67",
    "MacAddress": "0E-2A-0A-01-12-43",
    "Policies": [{"ExceptionList": ["10.152.183.0/24"], "Type": "OutBoundNAT"}],
    "Resources": {"AdditionalParams": {}, "AllocationOrder": 6, "State": 1},
    "State": 3,
    "Type": "Overlay",
    "Version": 38654705666,
    "VirtualNetwork": "aaaaaaaa-f974-4782-8fef-10fa99e27bf2",
}
NAMESPACE = {
    "ActivityId": "97fba58f-0000-42d8-a8ab-52766f41144d",
    "AdditionalParams": {},
    "Containers": [],
    "Health": {"LastErrorCode": 0},
    "ID": "59b1057a-0000-415a-b840-b61662558067",
    "IsDefault": False,
    "Policies": [],
    "Resources": {"AllocationOrder": 0},
    "State": 1,
    "Version": 38654705666,
}
POLICY_LIST = {
    "ActivityId": "97fba58f-0000-42d8-a8ab-52766f41144d",
    "AdditionalParams": {},
    "CreateProcessingStartTime": 132695159565404288,
    "Health": {"LastErrorCode": 0},
    "ID": "59b1057a-0000-415a-b840-b61662558067",
    "Policies": [{"Type": "ELB", "InternalPort": 80, "ExternalPort": 80, "Protocol": 6, "VIPs": ["10.0.0.1"]}],
    "References": ["/endpoints/66666666-aee8-4050-b1e1-cb12a86ce8bc"],
    "Resources": {"AllocationOrder": 1},
    "State": 2,
    "Version": 38654705666,
}


def checked(capsys: pytest.CaptureFixture[str], place: Path, value: object, code: int = 0) -> dict[str, Any]:
    """What `--format json` says of a file with this value."""
    place.write_bytes(value if isinstance(value, bytes) else json.dumps(value, indent=1).encode())
    assert cli.main(["validate", "--format", "json", str(place)]) == code
    (found,) = json.loads(capsys.readouterr().out)
    return dict(found)


@pytest.mark.parametrize(
    ("answer", "name"),
    [(ENDPOINT, "HNSEndpoint"), (NAMESPACE, "Namespace"), (POLICY_LIST, "PolicyList")],
    ids=["endpoint", "namespace", "list"],
)
def test_answers_of_the_network_service_are_documents(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, answer: dict[str, object], name: str
) -> None:
    """With the members that real answers carry beside those a caller sends: projectcalico/calico#4682, microsoft/hcsshim#674."""
    place = tmp_path / "answer.json"
    assert (name, []) == (checked(capsys, place, answer)["type"], checked(capsys, place, answer)["problems"])
    wrapped = checked(capsys, place, {"Success": True, "Output": [answer, answer]})
    assert (f"2 documents: {name}", []) == (wrapped["type"], wrapped["problems"])
    powershell = checked(capsys, place, {"value": [answer], "Count": 1})
    assert (name, []) == (powershell["type"], powershell["problems"])


def test_each_document_of_a_list_is_checked_at_its_own_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Enumerations answer lists; the path and the line are those of the whole file."""
    place = tmp_path / "list.json"
    text = """{"Success": true, "Output": [
{"CommandLine": "a"},
{"Container": {"GuestOs":
  {"HostName": 5}}},
7,
{"spam": 1}
]}"""
    found = checked(capsys, place, text.encode(), code=1)
    assert "2 documents: ProcessParameters, ComputeSystem" == found["type"]
    assert [(4, "$.Output[1].Container.GuestOs.HostName"), (5, "$.Output[2]"), (6, "$.Output[3]")] == [
        (problem["line"], problem["path"]) for problem in found["problems"]
    ]
    assert found["problems"][0]["text"] == "found the number 5, allowed is a text"
    assert cli.main(["validate", "--type", "ProcessParameters", str(place)]) == 1
    assert "$.Output[2]: found a number, allowed is an object (ProcessParameters)" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_is_read_in_whatever_powershell_writes(capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str) -> None:
    """`>` and `Out-File` of Windows PowerShell write UTF-16, `Set-Content -Encoding UTF8` a mark before UTF-8: jqlang/jq#2351."""
    place = tmp_path / "answer.json"
    text = json.dumps({**ENDPOINT, "Name": "Netzw\u00e4rk \u7db2"}, ensure_ascii=False)
    found = checked(capsys, place, text.encode(encoding))
    assert ("HNSEndpoint", []) == (found["type"], found["problems"])


def test_half_of_a_utf_16_text_is_told_with_its_encoding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Not as a file that is no UTF-8."""
    found = checked(capsys, tmp_path / "cut.json", '{"Owner": "x"}'.encode("utf-16")[:-1], code=1)
    assert found["problems"][0]["text"].startswith("not UTF-16")


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"commandLine": "cmd", "createStdOutPipe": True}, "ProcessParameters"),
        ({"command_line": "cmd", "create_std_out_pipe": True}, "ProcessParameters"),
        ({"owner": "me", "virtualMachine": {"computeTopology": {}}}, "ComputeSystem"),
        ({"host_compute_network": "x", "ip_configurations": []}, "HostComputeEndpoint"),
    ],
)
def test_names_in_the_way_of_another_language_are_recognized(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: dict[str, object], name: str
) -> None:
    """The type is found, and each name told with the right one: the service would ignore it in silence."""
    found = checked(capsys, tmp_path / "names.json", document, code=1)
    assert name == found["type"]
    assert all("did you mean" in problem["text"] for problem in found["problems"])
