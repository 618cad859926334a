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
    """A file with five things wrong in it."""
    place = tmp_path / "broken.json"
    place.write_text(BROKEN)
    return str(place)


def test_every_problem_is_named_at_once_with_path_and_line(capsys: pytest.CaptureFixture[str], broken: str) -> None:
    """Wrong types do not hide misspelt names; nobody wants to run it five times."""
    found = [line.removeprefix(f"{broken}:").split(": ")[:2] for line in complaints(capsys, broken)]
    assert found == [
        ["2", "$.Ownr"],
        ["3", "$.SchemaVersion.Major"],
        ["5", "$.Container.GuestOs.HostName"],
        ["6", "$.Container.Storage.Layers[0].Pth"],
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
    assert complaints(capsys, str(place), code=0) == [f"{place}: ComputeSystem, no problems"]
    (line,) = complaints(capsys, str(place), "--schema-version", "2.1")
    assert line.startswith(f"{place}:2: $.Container.AdditionalDeviceNamespace: ")
    assert "2.3" in line


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"VirtualMachine": {}}', "ComputeSystem"),
        ('{"CommandLine": "cmd", "CreateStdOutPipe": true}', "ProcessParameters"),
        ('{"ResourcePath": "Container/Processor", "RequestType": "Update"}', "ModifySettingRequest"),
    ],
)
def test_the_type_is_found_by_the_shape(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, name: str) -> None:
    """A file does not say what it is."""
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
    assert (found["file"], found["type"], len(found["problems"])) == (broken, "ComputeSystem", 6)
    assert found["problems"][0]["line"] == 2


def test_several_files_are_checked_and_one_problem_fails_the_run(capsys: pytest.CaptureFixture[str], broken: str, tmp_path: Path) -> None:
    """As a pre-commit hook calls it."""
    good = tmp_path / "good.json"
    good.write_text('{"Container": {}}')
    assert complaints(capsys, str(good), broken)[0] == f"{good}: ComputeSystem, no problems"


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
