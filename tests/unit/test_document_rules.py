"""What a document must mean beyond its types: each rule of a row, and each relation of a type, in constructor and check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from by_rule import BROKEN, KEPT, text_of

from hcsffi import cli, documents
from hcsffi.documents import build
from hcsffi.documents.scalar import is_guid
from hcsffi.grammar.rule import GRAMMARS, is_needed, source_of

from every_type import document_types

if TYPE_CHECKING:
    from hcsffi.documents.document import Document
    from hcsffi.documents.member import Member

RULED = [(cls, row) for cls in document_types() for row in cls.__members__ if text_of(row.rule)]
NEEDED = [(cls, row) for cls in document_types() for row in cls.__members__ if is_needed(row.rule)]
CASES = Path(__file__).parents[3] / "shared" / "cases"


def given(row: Member, value: Any) -> dict[str, Any]:
    """The value as the member takes it."""
    return {row.wire: [value] if row.kind.startswith("array<") else value}


def meanings(document: Document, path: str) -> list[str]:
    """What the check has against the meaning of one member."""
    return [found.name for found in documents.check(document) if found.kind == "wrong meaning" and found.path == path]


@pytest.mark.parametrize(("cls", "row"), RULED, ids=lambda one: getattr(one, "__published__", "") or getattr(one, "wire", ""))
def test_a_value_that_breaks_the_rule_of_its_row_is_told(cls: type[Document], row: Member) -> None:
    """By the constructor before anything is sent, and by the check in a document that was read, with path, value and what is allowed."""
    for value in BROKEN[text_of(row.rule)]:
        if (row.kind.startswith("uint") and value < 0) or (row.kind == "guid" and is_guid(value)):
            continue  # the first is no number of this width, the second is written the service's way
        mapping = given(row, value)
        assert meanings(documents.from_mapping(cls, mapping), f"$.{row.wire}"), value
        with pytest.raises(documents.InvalidDocument) as refused:
            cls(**{row.name: mapping[row.wire]})
        (problem,) = refused.value.problems
        assert problem.path == f"$.{row.wire}"
        assert problem.allowed


@pytest.mark.parametrize(("cls", "row"), RULED, ids=lambda one: getattr(one, "__published__", "") or getattr(one, "wire", ""))
def test_a_value_that_keeps_it_passes(cls: type[Document], row: Member) -> None:
    """A rule that refuses what the service takes would be worse than none."""
    for value in KEPT[text_of(row.rule)]:
        if value == "" and is_needed(row.rule):
            continue
        mapping = given(row, value)
        assert not meanings(documents.from_mapping(cls, mapping), f"$.{row.wire}"), value
        cls(**{row.name: mapping[row.wire]})


@pytest.mark.parametrize(("cls", "row"), NEEDED, ids=lambda one: getattr(one, "__published__", "") or getattr(one, "wire", ""))
def test_a_member_that_is_needed_is_told_when_it_is_not_there(cls: type[Document], row: Member) -> None:
    """At its place, in a document that is whole; the constructor lets it come later, and nobody judges what has members no row knows."""
    problems = documents.check(documents.from_mapping(cls, {}))
    (told,) = [problem for problem in problems if problem.path == f"$.{row.wire}"]
    assert str(told) == f"$.{row.wire}: found none, allowed is a value: {cls.__published__.partition('.')[2]} needs it"
    odd = documents.check(documents.from_mapping(cls, {"Unheard": 1}))
    assert [problem.kind for problem in odd] == ["unknown member"]
    cls()


def test_every_rule_has_a_source_and_values_that_break_it() -> None:
    """A rule nobody can check is an opinion."""
    rules = {row.rule for _, row in [*RULED, *NEEDED]} | {rule for cls in document_types() for rule in cls.__rules__}
    assert all(source_of(rule) for rule in rules)
    assert set(GRAMMARS) <= set(KEPT)
    assert set(KEPT) == set(BROKEN)


@pytest.mark.parametrize(
    ("cls", "mapping", "told"),
    [
        ("ComputeSystem", {"Owner": "m"}, "$: found none, allowed is exactly one of Container, VirtualMachine, HostedSystem"),
        (
            "ComputeSystem",
            {"Container": {}, "VirtualMachine": {}},
            "$.VirtualMachine: found VirtualMachine, allowed is exactly one of Container, VirtualMachine, HostedSystem",
        ),
        ("ContainerProcessor", {"Count": 1, "Weight": 5}, "$.Weight: found the number 5, allowed is at most one of Count, Maximum, Weight"),
        ("RegistryValue", {"StringValue": "", "DWordValue": 0}, "$.DWordValue: found the number 0, allowed is at most one of"),
        (
            "ProcessParameters",
            {"CreateStdOutPipe": True},
            "$: found none, allowed is at least one of ApplicationName, CommandLine, CommandArgs",
        ),
        ("ProcessParameters", {"CommandArgs": []}, "$: found none, allowed is at least one of ApplicationName, CommandLine, CommandArgs"),
        ("SaveOptions", {}, "$: found none, allowed is SaveStateFilePath, as SaveType is absent"),
        ("SaveOptions", {"SaveType": "ToFile"}, "$: found none, allowed is SaveStateFilePath, as SaveType is ToFile"),
        ("ProcessModifyRequest", {"Operation": "CloseHandle"}, "$: found none, allowed is CloseHandle, as Operation is CloseHandle"),
        (
            "CreateGroupOperation",
            {"GroupId": "0f8fad5b-d9cb-469f-a165-70867728950e", "LogicalProcessorCount": 3, "LogicalProcessors": [0, 1]},
            "$.LogicalProcessorCount: found the number 3, allowed is the number of LogicalProcessors, which is 2",
        ),
        (
            "hcn.MacRange",
            {"StartMacAddress": "00-15-5D-52-CF-FF", "EndMacAddress": "00-15-5D-52-C0-00"},
            '$.StartMacAddress: found the text "00-15-5D-52-CF-FF", allowed is an address that is not behind EndMacAddress',
        ),
        (
            "hcn.Ipam",
            {"Subnets": [{"IpAddressPrefix": "10.1.0.0/16"}, {"IpAddressPrefix": "fd00::/64"}, {"IpAddressPrefix": "10.1.2.0/24"}]},
            "$.Subnets[2]: found another, allowed is a range that overlaps none before it",
        ),
        (
            "hcn.Subnet",
            {"IpAddressPrefix": "10.1.0.0/16", "IpSubnets": [{"IpAddressPrefix": "10.1.2.0/24"}, {"IpAddressPrefix": "10.2.0.0/24"}]},
            "$.IpSubnets[1]: found another, allowed is a range inside 10.1.0.0/16",
        ),
        (
            "hcn.Subnet",
            {"IpAddressPrefix": "10.1.0.0/16", "Routes": [{"NextHop": "10.2.0.1", "DestinationPrefix": "0.0.0.0/0"}]},
            "$.Routes[0]: found another, allowed is a next hop that is a host of 10.1.0.0/16",
        ),
        (
            "hcn.IpConfig",
            {"IpAddress": "10.1.2.3", "PrefixLength": 33},
            "$.PrefixLength: found the number 33, allowed is a length of at most 32 bits, as IpAddress is an address of IPv4",
        ),
    ],
)
def test_members_that_do_not_go_together_are_told(cls: str, mapping: dict[str, Any], told: str) -> None:
    """One too many is told at its place; one that is missing, at the place of the whole."""
    document = documents.from_mapping(documents.find_type(cls), mapping)
    assert any(str(found).startswith(told) for found in documents.check(document)), [str(found) for found in documents.check(document)]


def test_a_document_may_be_made_in_steps() -> None:
    """A constructor tells what is wrong already, not what is not there yet."""
    begun = documents.ComputeSystem(owner="me")
    whole = documents.replace(begun, container=documents.Container())
    assert documents.check(whole) == []
    with pytest.raises(documents.InvalidDocument, match="exactly one of Container, VirtualMachine, HostedSystem"):
        documents.replace(whole, virtual_machine=documents.VirtualMachine())


def test_a_builder_refuses_what_the_service_refuses() -> None:
    """A machine's memory comes in whole 2 MB (kubernetes/minikube#6973)."""
    with pytest.raises(documents.InvalidDocument, match=r"SizeInMB: found the number 1023, allowed is a multiple of 2"):
        build.linux_vm(kernel="C:\\kernel", memory_mb=1023, processors=1)


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases after public reports are not beside the project")
@pytest.mark.parametrize(
    ("case", "path"),
    [
        ("hcsshim1059_acl_any.json", "$.Policies[0].Settings.LocalAddresses"),
        ("hcsshim1059_acl_any_v1.json", "$.Policies[0].LocalAddresses"),
        ("neither.json", "$"),
        ("container_and_vm.json", "$.VirtualMachine"),
        ("vm_memory_odd.json", "$.VirtualMachine.ComputeTopology.Memory.SizeInMB"),
        ("wincont360_v2_portmapping.json", "$.Policies[0].Settings.Protocol"),
        ("lb_protocol_text.json", "$.PortMappings[0].Protocol"),
    ],
)
def test_documents_that_a_service_refused_are_refused(case: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each was a public report; all of them passed once."""
    assert cli.main(["validate", "--format", "json", str(CASES / case)]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert path in [problem["path"] for problem in found["problems"]]
