"""The verbs of the network service: what they print, and how they fail."""

from __future__ import annotations

import io
import json
import sys
import uuid
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import cli, documents, network
from hcsffi.documents import build
from hcsffi.native.lifetime import own_identity
from hcsffi.network.journal import Journal, JournalEntry, JournalStep, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAT = build.nat_network("nat", "10.5.0.0/24", "10.5.0.1")


class Command:
    """Runs ``hcsffi`` in this process, where the embedded host keeps what it made."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *words: str, code: int = 0) -> str:
        """Run it, expect its exit code, and return what it printed."""
        assert code == cli.main(list(words))
        printed = self._captured.readouterr()
        assert code or not printed.err
        return printed.err if code else printed.out

    def json(self, *words: str) -> Any:
        """Run it and return the JSON it printed."""
        return json.loads(self(*words, "--format", "json"))


@pytest.fixture
def hcsffi(capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """The command; what it made and left is taken away at the end."""
    yield Command(capsys)

    async def clean() -> None:
        for noun in (network.LoadBalancer, network.SdnRoute, network.Namespace, network.Endpoint, network.Network):
            for one in await noun.ids():
                await noun.delete_by_id(one)

    anyio.run(clean)


@pytest.fixture
def nat(hcsffi: Command, tmp_path: Path) -> str:
    """The id of a network that the command made."""
    file = tmp_path / "nat.json"
    file.write_bytes(documents.to_json(NAT))
    return hcsffi("network", "create", str(file)).strip()


def test_a_network_is_made_listed_inspected_and_deleted(hcsffi: Command, nat: str) -> None:
    """By name and by id."""
    assert [["ID", "NAME", "TYPE", "SUBNETS"], [nat, "nat", "NAT", "10.5.0.0/24"]] == [
        row.split() for row in hcsffi("network", "list").splitlines()
    ]
    assert [nat] == [one["ID"] for one in hcsffi.json("network", "list")]
    assert [nat] == [json.loads(row)["ID"] for row in hcsffi("network", "list", "--format", "jsonl").splitlines()]
    assert [] == hcsffi.json("network", "list", "--name", "other")
    assert "" == hcsffi("network", "list", "--name", "other", "--format", "jsonl")
    assert [nat, nat] == [one["ID"] for one in hcsffi.json("network", "inspect", "nat", nat.upper())]
    assert "" == hcsffi("network", "delete", "nat")
    assert [] == hcsffi.json("network", "list")


def test_endpoints_and_namespaces_have_the_same_verbs(hcsffi: Command, nat: str, tmp_path: Path) -> None:
    """With the columns that tell them apart."""
    file = tmp_path / "endpoint.json"
    file.write_text('{"Name": "web", "SchemaVersion": {"Major": 2, "Minor": 0}}', encoding="utf-8")
    endpoint = hcsffi("endpoint", "create", "--network", "nat", str(file)).strip()
    bare = json.loads(hcsffi("endpoint", "create", "--network", nat, "--format", "json"))
    assert ["10.5.0.2/24", "10.5.0.3/24"] == sorted(row.split()[-3] for row in hcsffi("endpoint", "list").splitlines()[1:])
    namespace = hcsffi("namespace", "create").strip()
    (title, row) = hcsffi("namespace", "list").splitlines()
    assert ["ID", "TYPE", "COMPARTMENT", "ENDPOINTS", "CONTAINERS"] == title.split()
    assert [namespace, "Host"] == row.split()[:2]
    assert "" == hcsffi("namespace", "delete", namespace)
    assert "" == hcsffi("endpoint", "delete", "web", bare["ID"])
    assert endpoint not in hcsffi("endpoint", "list")


def test_a_document_is_read_from_standard_input(hcsffi: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """As other verbs take it."""

    class Input:
        buffer = io.BytesIO(documents.to_json(NAT))

    monkeypatch.setattr(sys, "stdin", Input)
    assert str(uuid.UUID(hcsffi("network", "create", "-").strip())) in hcsffi("network", "list")


def test_load_balancers_and_routes_have_the_same_verbs(hcsffi: Command, nat: str, tmp_path: Path) -> None:
    """They have no names: ids alone find them."""
    endpoint = json.loads(hcsffi("endpoint", "create", "--network", nat, "--format", "json"))["ID"]
    version = {"SchemaVersion": {"Major": 2, "Minor": 0}}
    balancer, route = tmp_path / "lb.json", tmp_path / "route.json"
    mapping = {"Protocol": 6, "InternalPort": 8080, "ExternalPort": 80}
    balancer.write_text(
        json.dumps({"HostComputeEndpoints": [endpoint], "FrontendVIPs": ["10.5.0.200"], "PortMappings": [mapping], **version})
    )
    hop = {"DestinationPrefix": "169.254.169.254/24", "NextHop": "10.5.0.1"}
    route.write_text(json.dumps({"HostComputeEndpoints": [endpoint], "Setting": [hop], **version}))
    made = {verb: hcsffi(verb, "create", str(file)).strip() for verb, file in (("lb", balancer), ("route", route))}
    assert [made["lb"], "10.5.0.200", "80:8080/tcp"] == hcsffi("lb", "list").splitlines()[1].split()[:3]
    assert f"{made['route']}  169.254.169.254/24 via 10.5.0.1" in hcsffi("route", "list")
    for verb, one in made.items():
        assert [one] == [found["ID"].lower() for found in hcsffi.json(verb, "inspect", one)]
        assert "" == hcsffi(verb, "delete", one)
        assert [] == hcsffi.json(verb, "list")


def test_what_does_not_exist_is_one_line_and_our_failure(hcsffi: Command, nat: str) -> None:
    """Each that could not be deleted is told, and the others go."""
    unknown = str(uuid.uuid4())
    assert "HCN_E_NETWORK_NOT_FOUND" in hcsffi("network", "inspect", "other", code=125)
    told = hcsffi("network", "delete", "other", unknown, "nat", code=125)
    assert ["other" in row or unknown in row for row in told.splitlines()] == [True, True]
    assert [] == hcsffi.json("network", "list")
    assert "" == hcsffi("network", "delete", "--missing-ok", "other", unknown)


def test_a_name_that_several_have_is_an_error_with_their_ids(hcsffi: Command, nat: str, tmp_path: Path) -> None:
    """Never the first of them."""
    file = tmp_path / "endpoint.json"
    file.write_text('{"Name": "web", "SchemaVersion": {"Major": 2, "Minor": 0}}', encoding="utf-8")
    both = [hcsffi("endpoint", "create", "--network", "nat", str(file)).strip() for _ in range(2)]
    for action in ("inspect", "delete"):
        told = hcsffi("endpoint", action, "web", code=125)
        assert all(one in told for one in both)
        assert 1 == len(told.splitlines())


def test_a_document_that_is_none_is_told_by_its_path(hcsffi: Command, tmp_path: Path) -> None:
    """As ``validate`` tells it."""
    file = tmp_path / "broken.json"
    file.write_text('{"Name": 7}', encoding="utf-8")
    assert "$.Name" in hcsffi("network", "create", str(file), code=125)
    assert "No such file" in hcsffi("network", "create", str(tmp_path / "none.json"), code=125)


def test_what_a_killed_process_left_is_collected(hcsffi: Command, nat: str, tmp_path: Path) -> None:
    """First told, then done; what is kept has its reason."""
    journal = tmp_path / "journal"
    endpoint = json.loads(hcsffi("endpoint", "create", "--network", nat, "--format", "json"))["ID"].lower()
    for process in (own_identity()._replace(birth=7), own_identity()):
        step = JournalStep(thing=Thing.ENDPOINT, id=endpoint if process.birth == 7 else str(uuid.uuid4()), within=nat.lower())
        Journal(journal).write(JournalEntry(attachment=str(uuid.uuid4()), owner="web", system="web-1", process=process, steps=[step]))
    words = ("network", "gc", "--owner", "web", "--journal", str(journal))
    dry = hcsffi.json(*words, "--dry-run")
    assert [("would go", "endpoint", endpoint), ("kept", "attachment")] == [
        tuple(one[name] for name in ("fate", "kind", "id")[: 3 if one["fate"] == "would go" else 2]) for one in dry
    ]
    assert endpoint in hcsffi("endpoint", "list").lower()
    rows = [row.split()[:2] for row in hcsffi(*words).splitlines()]
    assert [["FATE", "KIND"], ["freed", "endpoint"], ["freed", "file"], ["kept", "attachment"]] == rows
    assert endpoint not in hcsffi("endpoint", "list").lower()
    assert ["kept"] == [json.loads(row)["fate"] for row in hcsffi(*words, "--format", "jsonl").splitlines()]
    (journal / "broken.json").write_text("{", encoding="utf-8")
    assert 125 == cli.main(list(words))
    assert "names no owner" in hcsffi("network", "gc", "--owner", "a.b", "--journal", str(journal), code=125)
