"""What attachments write down, what names of endpoints tell, and what is concluded from both about who is dead."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcsffi.documents import hcn
from hcsffi.documents.wire import from_mapping
from hcsffi.native.lifetime import Life, ProcessIdentity, own_identity
from hcsffi.network.journal import Journal, JournalEntry, JournalStep, Stage, Thing, UnreadableEntry
from hcsffi.network.plug import Plug, published_port
from hcsffi.network.remnants import Findings
from hcsffi.network.tag import EndpointTag, owner_name

if TYPE_CHECKING:
    from pathlib import Path

NETWORK = "11111111-0000-4000-8000-000000000000"
ME = own_identity()
DEAD = ME._replace(birth=7)
ELSEWHERE = ME._replace(machine="another", start="another")


def entry(process: ProcessIdentity = ME, *steps: JournalStep, owner: str = "web") -> JournalEntry:
    """An attachment of this process or another."""
    return JournalEntry(attachment=str(uuid.uuid4()), owner=owner, system="web-1", process=process, steps=list(steps))


def endpoint_step() -> JournalStep:
    """One endpoint that may be there."""
    return JournalStep(thing=Thing.ENDPOINT, id=str(uuid.uuid4()), within=NETWORK)


def namespace_step() -> JournalStep:
    """One namespace that may be there."""
    return JournalStep(thing=Thing.NAMESPACE, id=str(uuid.uuid4()))


def endpoint(step_or_id: JournalStep | str, name: str = "", namespace: str | None = None) -> hcn.HostComputeEndpoint:
    """What the service lists for an endpoint."""
    known = step_or_id if isinstance(step_or_id, str) else step_or_id.id
    return hcn.HostComputeEndpoint(id=known.upper(), name=name, host_compute_network=NETWORK, host_compute_namespace=namespace)


def namespace(
    step_or_id: JournalStep | str, *inside: str, containers: tuple[str, ...] = (), kind: str = "Host"
) -> hcn.HostComputeNamespace:
    """What the service lists for a namespace."""
    known = step_or_id if isinstance(step_or_id, str) else step_or_id.id
    resources: list[dict[str, Any]] = [{"Type": "Endpoint", "Data": {"Id": one}} for one in inside]
    resources += [{"Type": "Container", "Data": {"Id": one}} for one in containers]
    return from_mapping(hcn.HostComputeNamespace, {"ID": known, "Type": kind, "Resources": resources})


# -- files -----------------------------------------------------------------------------------------------------------------


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """The reader is another process, perhaps much later."""
    journal = Journal(tmp_path / "deep" / "journal")
    written = entry(ME, endpoint_step(), namespace_step(), JournalStep(thing=Thing.MEMBERSHIP, id=str(uuid.uuid4()), within=NETWORK))
    written.steps[0].stage = Stage.DONE
    journal.write(written)
    assert [written] == list(journal.entries())
    journal.remove(written.attachment)
    journal.remove(written.attachment)
    assert [] == list(journal.entries())


def test_a_directory_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """Nothing was ever attached: that is no error."""
    assert [] == list(Journal(tmp_path / "none").entries())
    assert () == Journal(tmp_path / "none").sweep()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "{}",
        '{"Format": 2}',
        '{"Format": 1, "Attachment": "x", "Owner": "web", "System": "s", "Process": {}, "Steps": []}',
        "[" * 100_000,
    ],
)
def test_a_file_that_tells_nothing_is_told_with_its_reason(tmp_path: Path, text: str) -> None:
    """It is neither skipped in silence nor the end of the collection."""
    (tmp_path / "broken.json").write_text(text, encoding="utf-8")
    (tmp_path / "other.txt").write_text("not ours", encoding="utf-8")
    (found,) = Journal(tmp_path).entries()
    assert isinstance(found, UnreadableEntry)
    assert found.reason


def test_members_of_the_wrong_kind_are_refused(tmp_path: Path) -> None:
    """A file that a person has edited must not become a deletion of something else."""
    good = json.loads(entry(ME, endpoint_step()).text())
    for change in (
        {"Owner": 7},
        {"Attachment": "not-a-guid"},
        {"Process": {**good["Process"], "birth": "7"}},
        {"Steps": [{"Thing": "disk"}]},
    ):
        with pytest.raises(ValueError, match=r"\w"):
            JournalEntry.read(json.dumps({**good, **change}).encode())
    assert JournalEntry.read(json.dumps(good).encode()).owner == "web"


def test_a_failed_write_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk must not cost what was known before."""
    journal = Journal(tmp_path)
    kept = entry(ME, endpoint_step())
    journal.write(kept)

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        journal.write(JournalEntry(attachment=kept.attachment, owner="web", system="other"))
    assert [kept] == list(journal.entries())
    assert [f"{kept.attachment}.json"] == [one.name for one in tmp_path.iterdir()]


def test_a_file_that_is_being_read_is_written_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows replaces no file that another process has open; elsewhere a refusal is one."""
    journal, refusals = Journal(tmp_path), iter([PermissionError(13, "in use")] * 4)
    replace = type(tmp_path).replace

    def refused(self: Path, target: Path) -> Path:
        for error in refusals:
            raise error
        return replace(self, target)

    monkeypatch.setattr(type(tmp_path), "replace", refused)
    monkeypatch.setattr("hcsffi.network.journal._WINDOWS", False)
    with pytest.raises(PermissionError):
        journal.write(entry())
    monkeypatch.setattr("hcsffi.network.journal._WINDOWS", True)
    journal.write(entry())
    assert len(list(journal.entries())) == 1


def test_files_nobody_finished_are_swept_when_they_are_old(tmp_path: Path) -> None:
    """Their writer was killed before the rename; a young one may be about to be renamed."""
    old, young = tmp_path / "a.new", tmp_path / "b.new"
    for one in (old, young):
        one.write_bytes(b"{")
    hours_ago = time.time() - 3 * 3600
    os.utime(old, (hours_ago, hours_ago))
    assert (old,) == Journal(tmp_path).sweep()
    assert [young] == list(tmp_path.iterdir())


def test_a_killed_writer_leaves_the_old_text_or_the_new_one(tmp_path: Path) -> None:
    """Killed at any moment: what is read is always whole."""
    program = (
        "import sys\nfrom hcsffi.network.journal import *\n"
        "journal = Journal(sys.argv[1])\none = JournalEntry(attachment=sys.argv[2], owner='web', system='s' * 20_000)\n"
        "journal.write(one)\nprint('ready', flush=True)\n"
        "while True:\n    journal.write(one)\n"
    )
    attachment = str(uuid.uuid4())
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path), attachment], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(50):
            (found,) = Journal(tmp_path).entries()
            assert isinstance(found, JournalEntry)
        writer.kill()
    (found,) = Journal(tmp_path).entries()
    assert isinstance(found, JournalEntry)
    assert (attachment, 20_000) == (found.attachment, len(found.system))


def test_the_directory_can_be_set_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that runs as another user keeps its journal where its collector looks."""
    monkeypatch.setenv("HCSFFI_JOURNAL", str(tmp_path))
    assert tmp_path == Journal().directory
    assert tmp_path / "other" == Journal(tmp_path / "other").directory
    monkeypatch.delenv("HCSFFI_JOURNAL")
    assert ("hcsffi", "attachments") == Journal().directory.parts[-2:]


# -- names -----------------------------------------------------------------------------------------------------------------


@given(
    st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True),
    st.integers(0, 2**32 - 1),
    st.integers(0, 2**64 - 1),
    st.uuids(),
    st.integers(0, 9999),
)
def test_a_name_tells_what_was_put_into_it(owner: str, number: int, birth: int, attachment: uuid.UUID, place: int) -> None:
    """It is all that is left where the journal is lost."""
    tag = EndpointTag.of(owner, ME._replace(id=number, birth=birth), str(attachment), place)
    assert tag == EndpointTag.read(tag.name)
    assert tag.name.endswith(f"eth{place}")
    assert len(tag.name) <= 128


@pytest.mark.parametrize(
    "name", ["", "web", "web.eth0", "web.1-2-zzzzzzzz.0123456789ab.eth0", "a" * 10_000, "web.1-2-00000000.0123456789AB.eth0"]
)
def test_other_names_tell_nothing(name: str) -> None:
    """What others called their endpoints is not ours to read."""
    assert EndpointTag.read(name) is None
    assert EndpointTag.read(None) is None


def test_a_name_tells_whether_its_maker_lives() -> None:
    """By the same rules as the journal."""
    told = [EndpointTag.of("web", maker, str(uuid.uuid4()), 0).life() for maker in (ME, DEAD, ELSEWHERE)]
    assert [Life.LIVING, Life.ENDED, Life.UNKNOWN] == told


@pytest.mark.parametrize("owner", ["", "a.b", "a b", "é", "a" * 65, "a\n"])
def test_an_owner_that_would_break_names_is_refused(owner: str) -> None:
    """A dot in it would make one owner the prefix of another."""
    with pytest.raises(ValueError, match="names no owner"):
        owner_name(owner)


# -- ports and plugs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address", "external", "internal", "protocol"),
    [
        ("127.0.0.1:8080:80/tcp", "127.0.0.1", 8080, 80, 6),
        ("8080:80", None, 8080, 80, 6),
        ("8080:80/udp", None, 8080, 80, 17),
        ("[::1]:8080:80/TCP", "::1", 8080, 80, 6),
        ("[fd00::7]:1:65535", "fd00::7", 1, 65535, 6),
        ("53:53/17", None, 53, 53, 17),
    ],
)
def test_a_published_port_is_read(text: str, address: str | None, external: int, internal: int, protocol: int) -> None:
    """As people know it from other tools."""
    found = published_port(text)
    assert (external, internal, protocol) == (found.external_port, found.internal_port, found.protocol)
    assert address == (None if found.vip is None else str(found.vip))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "80",
        "8080:",
        ":80",
        "0:80",
        "80:65536",
        "80:80/",
        "80:80/tpc",
        "::1:8080:80",
        "host:8080:80",
        "[::1]8080:80",
        "1:2:3:4",
        "80-90:80",
        "fe80::1]:80:80",
    ],
)
def test_what_publishes_no_port_is_refused(text: str) -> None:
    """Ranges, names of hosts and ports that are none among them."""
    with pytest.raises(ValueError, match=r"\w"):
        published_port(text)


def test_a_plug_checks_what_it_is_given() -> None:
    """Before anything is made."""
    plug = Plug(network="nat", addresses=["10.0.0.5/24", "fd00::5"], mac_address="00:15:5d:00:00:01", name_servers=["10.0.0.1"])
    assert ["10.0.0.5/24", "fd00::5"] == [str(one) for one in plug.addresses]
    assert plug.mac_address == "00-15-5D-00-00-01"
    with pytest.raises(ValueError, match="address"):
        Plug(network="nat", addresses=["10.0.0"])


# -- conclusions -----------------------------------------------------------------------------------------------------------


def planned(found: Findings) -> list[tuple[str, str, str]]:
    """What is to be taken away, in order."""
    return [(step.thing.value, step.id, step.within) for estate in found.estates.values() for step in estate.steps]


def test_what_a_dead_process_left_is_taken_away_in_the_safe_order() -> None:
    """Places in the namespace, endpoints, the namespace (behaviour of shipping clients)."""
    one, other, home = endpoint_step(), endpoint_step(), namespace_step()
    found = Findings(
        "web", [entry(DEAD, one, other, home)], [namespace(home, one.id, other.id)], [endpoint(one, namespace=home.id), endpoint(other)]
    )
    both = sorted([one.id, other.id])
    expected = [
        ("membership", one.id, home.id),
        ("membership", other.id, home.id),
        *[("endpoint", each, "") for each in both],
        ("namespace", home.id, ""),
    ]
    assert expected == planned(found)
    assert [] == found.kept


@pytest.mark.parametrize("process", [ME, ELSEWHERE], ids=["living", "elsewhere"])
def test_what_a_living_or_invisible_process_made_is_kept(process: ProcessIdentity) -> None:
    """A wrong guess would cut the network of a running container."""
    one, home = endpoint_step(), namespace_step()
    found = Findings("web", [entry(process, one, home)], [namespace(home, one.id)], [endpoint(one)])
    assert [] == planned(found)
    (kept,) = found.kept
    assert "process" in kept.reason


def test_attachments_of_other_owners_are_not_looked_at() -> None:
    """Neither by file nor by name, dead or not."""
    one = endpoint_step()
    tagged = EndpointTag.of("other", DEAD, str(uuid.uuid4()), 0).name
    found = Findings("web", [entry(DEAD, one, owner="other")], [], [endpoint(one), endpoint(str(uuid.uuid4()), tagged)])
    assert [] == planned(found)
    assert [] == found.kept


def test_an_endpoint_no_file_tells_of_is_judged_by_its_name() -> None:
    """The journal may be lost; its namespace is found through it."""
    known, home, attachment = str(uuid.uuid4()), str(uuid.uuid4()), str(uuid.uuid4())
    names = {process: EndpointTag.of("web", process, attachment, 0).name for process in (DEAD, ME, ELSEWHERE)}
    living, elsewhere = str(uuid.uuid4()), str(uuid.uuid4())
    found = Findings(
        "web",
        [],
        [namespace(home, known)],
        [endpoint(known, names[DEAD], home), endpoint(living, names[ME]), endpoint(elsewhere, names[ELSEWHERE])],
    )
    assert [("membership", known, home), ("endpoint", known, ""), ("namespace", home, "")] == planned(found)
    assert {living, elsewhere} == {kept.id for kept in found.kept}


def test_a_name_with_the_owners_prefix_that_no_attachment_gives_is_kept_and_told() -> None:
    """Somebody called it so by hand."""
    found = Findings("web", [], [], [endpoint(NETWORK, "web.mine"), endpoint(str(uuid.uuid4()), "webserver")])
    assert [] == planned(found)
    assert ["web.mine"] == [kept.reason.split("'")[1] for kept in found.kept]


def test_nothing_of_a_namespace_that_a_container_uses_is_taken_away() -> None:
    """The container may outlive the process that made it (behaviour G-17 of the service), and uses its network."""
    one, home = endpoint_step(), namespace_step()
    found = Findings("web", [entry(DEAD, one, home)], [namespace(home, one.id, containers=("web-1",))], [endpoint(one)])
    assert [] == planned(found)
    (estate,) = found.estates.values()
    assert {one.id, home.id} == {kept.id for kept in estate.kept}
    assert all("web-1" in kept.reason for kept in estate.kept)


def test_a_namespace_that_holds_a_strangers_endpoint_stays() -> None:
    """Somebody else uses it by now."""
    one, home, stranger = endpoint_step(), namespace_step(), str(uuid.uuid4())
    found = Findings("web", [entry(DEAD, one, home)], [namespace(home, one.id, stranger)], [endpoint(one), endpoint(stranger)])
    assert [("membership", one.id, home.id), ("endpoint", one.id, "")] == planned(found)
    (estate,) = found.estates.values()
    assert [home.id] == [kept.id for kept in estate.kept]


def test_an_endpoint_that_was_moved_elsewhere_stays() -> None:
    """Whoever put it into another namespace uses it."""
    one, home, other = endpoint_step(), namespace_step(), str(uuid.uuid4())
    found = Findings("web", [entry(DEAD, one, home)], [namespace(home), namespace(other, one.id)], [endpoint(one, namespace=other)])
    assert [("namespace", home.id, "")] == planned(found)
    (estate,) = found.estates.values()
    assert [one.id] == [kept.id for kept in estate.kept]


def test_where_a_file_tells_the_namespace_no_other_is_taken_for_the_attachments() -> None:
    """An endpoint it does not tell of, moved into somebody's namespace, does not make that one its own."""
    home, foreign, known = namespace_step(), str(uuid.uuid4()), str(uuid.uuid4())
    dead = entry(DEAD, home)
    name = EndpointTag.of("web", DEAD, dead.attachment, 1).name
    found = Findings("web", [dead], [namespace(home), namespace(foreign, known)], [endpoint(known, name, foreign)])
    assert [("namespace", home.id, "")] == planned(found)
    (estate,) = found.estates.values()
    assert [known] == [kept.id for kept in estate.kept]


def test_the_hosts_default_namespace_is_never_deleted() -> None:
    """There is one, and it is everybody's."""
    known, home = str(uuid.uuid4()), str(uuid.uuid4())
    name = EndpointTag.of("web", DEAD, str(uuid.uuid4()), 0).name
    found = Findings("web", [], [namespace(home, known, kind="HostDefault")], [endpoint(known, name, home)])
    assert [("membership", known, home), ("endpoint", known, "")] == planned(found)


def test_places_of_endpoints_that_are_gone_are_given_up() -> None:
    """They break the next container's creation in that namespace (behaviour F-34 of the service)."""
    gone, home = str(uuid.uuid4()), namespace_step()
    found = Findings("web", [entry(DEAD, home)], [namespace(home, gone)], [])
    assert [("membership", gone, home.id), ("namespace", home.id, "")] == planned(found)


def test_steps_that_were_undone_or_are_not_there_ask_for_nothing() -> None:
    """An intent without a thing is the ordinary half attachment."""
    one, home = endpoint_step(), namespace_step()
    one.stage = Stage.UNDONE
    found = Findings("web", [entry(DEAD, one, home)], [], [endpoint(one, "renamed")])
    assert [] == planned(found)
    (estate,) = found.estates.values()
    assert estate.file


def test_files_that_tell_nothing_fail_with_their_path(tmp_path: Path) -> None:
    """Somebody has to look at them."""
    found = Findings("web", [UnreadableEntry(tmp_path / "x.json", "it is empty")], [], [])
    assert [(str(tmp_path / "x.json"), "it is empty")] == [(one.id, one.reason) for one in found.failed]
