"""The verbs about systems that live on, as their user types them in several terminals: each command is a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi import documents
from hcsffi.cli.failure import Refusal
from hcsffi.cli.lasting import meant
from hcsffi.cli.stats import quantity
from hcsffi.compute.rates import between

from typed_commands import Terminal, users_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to a service yet")


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A user, of all tests here: his service is started once."""
    with users_terminal(tmp_path_factory.mktemp("user")) as found:
        yield found


@pytest.fixture
def terminal(user: Terminal) -> Iterator[Terminal]:
    """The user's terminal; a test that fails leaves the next one nothing."""
    yield user
    user.clear()


@ON_WINDOWS
def test_a_detached_run_is_seen_entered_and_stopped_from_another_terminal(terminal: Terminal) -> None:
    """The two terminals of the promise: run -d in one; ps, exec, stats, stop in the other."""
    assert terminal.type("run", "-d", "--name", "web", "--", "sleep", "600") == "web\n"
    titles, row = terminal.type("ps").splitlines()
    assert titles.split() == ["ID", "NAME", "OWNER", "TYPE", "OS", "STATE"]
    assert row.split() == ["web", "web", "hcsffi", "Container", "Linux", "Running"]
    assert terminal.type("exec", "-i", "we", "sh", "-c", "cat; exit 7", code=7, given="by a prefix") == "by a prefix"
    terminal.type("exec", "web", "a-program-that-is-nowhere", code=127)
    (used,) = json.loads(terminal.type("stats", "--no-stream", "--interval", "0.05", "--format", "json", "web"))
    assert set(used) == {"id", "processors", "memory_bytes", "read_bytes_per_s", "written_bytes_per_s"}
    assert used["memory_bytes"] > 0
    (told,) = json.loads(terminal.type("inspect", "--property", "ProcessList", "web"))
    assert (told["Id"], told["State"], len(told["ProcessList"])) == ("web", "Running", 1)
    assert terminal.type("rm", "web", code=1) == ""
    assert "web is running: stop it first, or rm --force" in terminal.said
    assert terminal.type("stop", "-t", "1", "web") == "web\n"
    assert terminal.type("ps", "-qa") == ""


@ON_WINDOWS
def test_systems_are_listed_without_loading_what_runs_them(terminal: Terminal) -> None:
    """A service is asked for them directly: a library, its documents and an event loop would take many times as long, and tell the same."""
    heavy = "{'asyncio', 'anyio', 'attrs', 'cffi', 'ssl', 'hcsffi.documents', 'hcsffi.errors', 'hcsffi.native'}"
    program = f"import sys; from hcsffi.cli import main; print(main(sys.argv[1:]), {heavy} & set(sys.modules))"
    assert terminal.type("run", "-d", "--name", "listed", "--", "sleep", "600") == "listed\n"
    for words, printed in ((["-q"], "listed\n"), (["-q", "--owner", "hcsffi"], "listed\n"), (["-q", "--owner", "nobody"], "")):
        done = subprocess.run(
            [sys.executable, "-c", program, "ps", *words], capture_output=True, text=True, check=True, timeout=60, env=terminal.environment
        )
        assert done.stdout == f"{printed}0 set()\n"
    unanswered = (
        "import sys; from hcsffi.remote import asking; asking.ask_once = lambda *_: None; from hcsffi.cli import main; main(sys.argv[1:])"
    )
    long_way = subprocess.run(
        [sys.executable, "-c", unanswered, "ps", "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=terminal.environment,
    )
    assert json.loads(long_way.stdout) == json.loads(terminal.type("ps", "--format", "json"))
    assert [one["id"] for one in json.loads(long_way.stdout)] == ["listed"]
    assert terminal.type("kill", "listed") == "listed\n"


@ON_WINDOWS
def test_what_a_detached_command_writes_is_read_from_another_terminal(terminal: Terminal, tmp_path: Path) -> None:
    """Both streams, each where it belongs; the last lines; following ends with the command, and what it wrote outlives the system."""
    os.mkfifo(tmp_path / "go")
    script = f"echo one; echo two >&2; read line < {tmp_path}/go; echo three"
    assert terminal.type("run", "-d", "--name", "talks", "--", "sh", "-c", script) == "talks\n"
    with terminal.begin("logs", "-f", "talks") as following:
        assert following.stdout is not None
        assert following.stdout.readline() == "one\n"
        (tmp_path / "go").write_text("\n", encoding="utf-8")
        assert following.communicate(timeout=60) == ("three\n", "two\n")
    assert terminal.type("logs", "tal") == "one\nthree\n"
    assert terminal.said == "two\n"
    assert (terminal.type("logs", "--tail", "1", "talks"), terminal.said) == ("three\n", "")
    rows = json.loads(terminal.type("logs", "--format", "json", "talks"))
    written = [(row["stream"], row["line"]) for row in rows]  # two pipes: which of their first lines is seen first nobody knows
    assert sorted(written[:2]) == [("stderr", "two"), ("stdout", "one")]
    assert written[2:] == [("stdout", "three")]
    assert all(row["at"].endswith("Z") for row in rows)
    terminal.type("rm", "-f", "talks")
    last = terminal.type("logs", "-n", "2", "--format", "jsonl", "talks").splitlines()
    assert [json.loads(line)["line"] for line in last] == [written[1][1], "three"]
    assert terminal.type("create", "--name", "talks") == "talks\n"
    terminal.type("logs", "nobody", code=125)
    assert "nothing is kept of the output of nobody" in terminal.said
    terminal.type("rm", "talks")


PS_TABLE = """\
ID     NAME   OWNER   TYPE       OS     STATE
old    old    hcsffi  Container  Linux  Created
young  young  hcsffi  Container  Linux  Running
"""
PS_JSON = """\
[
  {
    "id": "young",
    "name": "young",
    "owner": "hcsffi",
    "type": "Container",
    "os": "Linux",
    "state": "Running"
  }
]
"""
GC_TABLE = """\
FATE      KIND    ID   REASON
would go  system  old  it is created
"""
INSPECT_JSONL = '{"Id": "old", "SystemType": "Container", "RuntimeOsType": "Linux", "Name": "old", "Owner": "hcsffi", "State": "Created"}\n'


@ON_WINDOWS
def test_what_is_printed_stays_as_it_is(terminal: Terminal) -> None:
    """People have it in their eyes and programs in their pipes: tables, JSON with stable members, nothing else on standard output."""
    terminal.type("create", "--name", "old")
    terminal.type("run", "-d", "--name", "young", "--", "sleep", "600")
    assert terminal.type("ps", "-a") == PS_TABLE
    assert terminal.type("ps", "--format", "json") == PS_JSON
    assert terminal.type("inspect", "--format", "jsonl", "old") == INSPECT_JSONL
    assert terminal.type("gc", "--dry-run") == GC_TABLE
    assert terminal.said == ""
    terminal.type("rm", "-f", "old", "young")
    assert terminal.type("ps") == "ID  NAME  OWNER  TYPE  OS  STATE\n"
    assert terminal.type("ps", "--format", "json") == "[]\n"
    assert terminal.type("ps", "--format", "jsonl") == ""


@ON_WINDOWS
def test_one_that_fails_does_not_keep_the_others_from_their_turn(terminal: Terminal) -> None:
    """As with Docker: what was done is printed, what was not is said, and the code is 1."""
    first, second = terminal.type("create", "--name", "first").strip(), terminal.type("create").strip()
    assert (first, len(second)) == ("first", 32)
    assert terminal.type("ps", "-q") == ""
    assert terminal.type("start", "nobody", first, second[:12], code=1) == f"{first}\n{second}\n"
    assert "no such system: nobody" in terminal.said
    rows = [json.loads(line) for line in terminal.type("ps", "--format", "jsonl").splitlines()]
    assert [(row["id"], row["state"]) for row in rows] == sorted([(first, "Running"), (second, "Running")])
    assert sorted(terminal.type("kill", first, second).split()) == sorted([first, second])


@ON_WINDOWS
def test_what_has_no_meaning_beside_a_detached_run_is_wrong_usage(terminal: Terminal) -> None:
    """A console that nobody sees, a time limit that nobody keeps."""
    terminal.type("run", "-d", "-t", "--", "true", code=2)
    assert "--tty has no meaning beside it" in terminal.said


@ON_WINDOWS
def test_what_was_left_is_found_by_the_doctor_and_taken_away_by_gc(terminal: Terminal) -> None:
    """The doctor names the remedy, and the remedy works; a system that runs stays unless it is asked for."""
    terminal.type("create", "--name", "left")
    terminal.type("run", "-d", "--name", "busy", "--", "sleep", "600")
    found = {one["check"]: one for one in json.loads(terminal.type("doctor", "--format", "json"))}
    assert (found["leftovers"]["state"], found["leftovers"]["found"]) == ("note", "system left")
    assert found["leftovers"]["remedy"].startswith("hcsffi gc ")
    assert {"program", "library", "functions", "schema", "rights", "leftovers"} <= set(found)
    assert "problem" not in {one["state"] for one in found.values()}
    assert [line.split()[:3] for line in terminal.type("gc", "--dry-run").splitlines()[1:]] == [["would", "go", "system"]]
    (gone,) = [json.loads(line) for line in terminal.type("gc", "--format", "jsonl").splitlines()]
    assert gone == {"fate": "freed", "kind": "system", "id": "left", "reason": "it is created", "hresult": None}
    assert terminal.type("gc", "--owner", "somebody", "--running", "--format", "json") == "[]\n"
    assert terminal.type("ps", "-q") == "busy\n"
    assert "busy" in terminal.type("gc", "--running")
    assert terminal.type("ps", "-qa") == ""


def test_the_doctor_says_why_no_library_answers(tmp_path: Path) -> None:
    """Where nothing answers, that is the one finding, and the code is 1."""
    done = subprocess.run(
        [sys.executable, "-m", "hcsffi", "doctor", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "HCSFFI_LIBRARY": str(tmp_path)},
    )
    program, answering = json.loads(done.stdout)
    assert (done.returncode, program["state"], answering["check"], answering["state"]) == (1, "ok", "library", "problem")
    assert str(tmp_path) in answering["found"]


def test_an_id_goes_before_a_name_and_a_name_before_the_beginning_of_an_id() -> None:
    """Whoever types a whole id means that system, though another one is called so."""
    systems = [documents.Properties(id=one, name=name) for one, name in (("a1", "x"), ("a12", "a1"), ("b1", "x"), ("c", "a12"))]
    assert [meant(given, systems).id for given in ("a1", "a12", "b", "c")] == ["a1", "a12", "b1", "c"]
    for given, words in {
        "x": "meant by several systems: a1, b1",
        "a": "meant by several systems: a1, a12",
        "z": "no such",
        "": "no such",
    }.items():
        with pytest.raises(Refusal, match=words):
            meant(given, systems)


def test_rates_are_what_lies_between_two_looks() -> None:
    """By the system's own clock, in seconds; a counter that began anew counts from 0."""
    ticks = 10_000_000
    before, now = (
        documents.Statistics(
            uptime_100ns=uptime * ticks,
            processor=documents.hcs.ProcessorStats(total_runtime_100ns=busy * ticks),
            memory=documents.hcs.MemoryStats(memory_usage_commit_bytes=4096),
            storage=documents.hcs.StorageStats(read_size_bytes=read, write_size_bytes=10),
        )
        for uptime, busy, read in ((10, 3, 5000), (14, 5, 1000))
    )
    rates = between(before, now)
    assert (rates.elapsed_s, rates.processors, rates.memory_bytes) == (4, 0.5, 4096)
    assert (rates.read_bytes_per_s, rates.written_bytes_per_s) == (250, 0)
    assert between(now, now).processors == 0


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "0 "), (999, "999 "), (1000, "1 k"), (373_000, "373 k"), (12_345_678, "12.3 M"), (5e18, "5e+03 P")]
)
def test_quantities_have_si_prefixes(amount: float, said: str) -> None:
    """A thousand is a k; what is beyond all prefixes keeps the last one."""
    assert quantity(amount) == said
