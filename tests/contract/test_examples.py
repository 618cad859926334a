"""The examples run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import isolating
import pytest
from wired_site import lacking

from hcsffi import documents

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def output_of(name: str, **variables: str) -> list[str]:
    """What the example prints, line by line; it must not fail or complain."""
    words = [sys.executable, "-W", "error", str(EXAMPLES / name)]
    done = subprocess.run(words, env={**os.environ, **variables}, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_hello_says_hello_from_inside_and_stops_politely() -> None:
    """The first program a user runs."""
    lines = output_of("hello.py")
    assert lines[0] == "hello from example"
    assert lines[1].startswith("processor time: ")
    assert lines[2] == "stopped: asked"


def test_the_sandbox_tells_results_from_failures() -> None:
    """The pattern most users copy."""
    lines = dict(line.split(": ", 1) for line in output_of("sandbox.py"))
    assert lines["fine"] == "exit code 0, said 'all is well'"
    assert lines["failing"] == "exit code 3, said 'something broke'"
    assert lines["hanging"] == "ended after 2 s, having said 'begun'"
    assert lines["missing"] == "not started: HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)"


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="the demonstration takes the files of Debian's packages")
def test_layers_of_packages_come_back_as_they_were() -> None:
    """The whole way of a layer, with programs that know nothing of layers: what differs ends the demonstration."""
    done = subprocess.run([sys.executable, "-W", "error", str(EXAMPLES / "layers_demo.py")], capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert {"added    Files/usr/created", "deleted  Files/usr/share/doc/coreutils", "changed  Files/usr/share/zoneinfo/Arctic"} <= set(
        lines
    )
    assert any(line.startswith("the merged view and the one of what was imported again: the same ") for line in lines)
    assert "left in the root: []" == lines[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows isolates by its own service; the embedded host has no engine for it there")
def test_a_container_with_a_root_of_its_own_is_shown() -> None:
    """What is not as it is told ends the demonstration."""
    isolating.require()
    lines = [line.strip() for line in output_of("isolation_demo.py")]
    assert "what is not mapped is out of reach" in lines
    assert any(line.startswith(("a loop without an end got ", "told as not carried out: ")) for line in lines)
    assert lines[-1] == "reapers is as it was"


def test_the_example_document_is_valid() -> None:
    """A document people copy must be right in every member."""
    text = (EXAMPLES / "container.json").read_bytes()
    document = documents.from_json(documents.ComputeSystem, text)
    assert document.unknown_members is None
    assert document.container is not None
    assert document.container.unknown_members is None


def test_the_network_example_takes_away_all_it_made() -> None:
    """A network, two endpoints, a port, an access rule and a container, and then nothing of them; its packets where they can be carried."""
    carries = sys.platform == "linux" and not lacking()
    lines = output_of("network.py") if carries else output_of("network.py", HCSFFI_EMBEDDED_ISOLATION="none")
    told = [line.removeprefix("told: ") for line in lines if line.startswith("told: ")]
    assert {"network pre create", "network create", "namespace create", "namespace delete"} <= set(told)
    assert [
        "network: created",
        "eth0: 172.31.7.2/24, ACL, PortMapping",
        "eth1: 172.31.7.3/24, ACL",
        "hello from a namespace",
        "in the namespace: network-example",
        "received: N bytes" if carries else "received: 0 bytes",
        "left behind: 0",
        "counters: zero",
    ] == [re.sub("[0-9]+ bytes", "N bytes", line) if carries else line for line in lines if not line.startswith("told: ")]
