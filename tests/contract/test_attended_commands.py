"""Detached systems that a service looks after: it ends them with their commands, and takes away what they stood on, whoever has gone."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import embedded, storage

from layer_roots import make_root_layer
from typed_commands import COMMAND, LIMIT_S, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Serving = tuple[Terminal, subprocess.Popen[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to a service yet")

NOT_EMBEDDED = """
import sys
from hcsffi.cli import main
from hcsffi.native import library

library.is_embedded = lambda: False
sys.exit(main(sys.argv[1:]))
"""
OLDER = """
import sys
from hcsffi.cli import main
from hcsffi.native import library

library.OF_A_SERVICE = library.OF_A_SERVICE[:3]
sys.exit(main(sys.argv[1:]))
"""
CLIENT = """
import sys, anyio, hcsffi
from hcsffi import documents
from hcsffi.delivery import attendance

async def main():
    address, base, place = sys.argv[1:]
    await hcsffi.connect(address)
    told = await attendance.stand_on(b"orphan", [base], place, "orphan")
    document = {
        "Owner": "served",
        "SchemaVersion": {"Major": 2, "Minor": 1},
        "ShouldTerminateOnLastHandleClosed": True,
        "Container": {"Storage": documents.to_mapping(documents.from_json(documents.Storage, told))},
    }
    async with await hcsffi.ComputeSystem.create("orphan", document) as system:
        await system.start()
        print("stands", flush=True)
        await anyio.sleep_forever()

anyio.run(main)
"""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Serving]:
    """A service of the test's own and a terminal whose commands speak to it."""
    terminal = Terminal(tmp_path)
    address = f"unix:{tmp_path / 'socket'}"
    serving = [*COMMAND, "serve", "--listen", address, "--library", "embedded"]
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True, env=terminal.environment) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == f"{address}\n"
        terminal.environment["HCSFFI_LIBRARY"] = address
        try:
            yield terminal, program
        finally:
            program.terminate()  # it takes away what a test that failed has left


@pytest.fixture
def on_layers() -> None:
    """Skips where this machine does not isolate, or the reaper is linked to libraries, as one with sanitizers is."""
    isolation = embedded.isolation()
    if not isolation["Works"] or not isolation["Layers"]:
        pytest.skip(f"this machine does not isolate: {isolation['Problem'] or 'the reaper needs its C library'}")


@contextmanager
def beside(terminal: Terminal, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A command in another terminal, for as long as the block runs."""
    with terminal.begin(*words) as found:
        try:
            yield found
        finally:
            found.kill()


async def on_a_layer(tmp_path: Path) -> tuple[Path, tuple[str, ...], Path]:
    """A layer, what runs a shell on it until a line comes by the FIFO ``go``, and where its scratch lies."""
    base = await make_root_layer(tmp_path)
    os.mkfifo(tmp_path / "go")
    scratches = tmp_path / "scratches"
    places = ("--layers", str(base), "--scratch", str(scratches), "--volume", f"{tmp_path}:/shared")
    script = "echo new > /made; echo ready; read line < /shared/go"
    return base, (*places, "--name", "stands", "--", "/bin/sh", "-c", script), scratches


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(one.name for one in folder.iterdir())


def until_empty(terminal: Terminal, folder: Path | None = None) -> None:
    """Ask until nothing lives in the service, and nothing lies in the folder."""
    while terminal.type("ps", "-qa") or (folder is not None and left(folder)):
        pass


def test_a_detached_system_goes_with_its_command(service: Serving, tmp_path: Path) -> None:
    """``run -d --rm``, as Docker's: whoever reads or follows in another terminal hears of the end, and then nothing is kept."""
    terminal, _ = service
    os.mkfifo(tmp_path / "go")
    script = f"echo begun; read line < {tmp_path}/go; echo ended"
    assert terminal.type("run", "-d", "--rm", "--name", "brief", "--", "sh", "-c", script) == "brief\n"
    assert terminal.type("ps", "-q") == "brief\n"
    with beside(terminal, "logs", "-f", "brief") as reader, beside(terminal, "events", "--format", "jsonl") as follower:
        assert reader.stdout is not None
        assert follower.stdout is not None
        assert reader.stdout.readline() == "begun\n"
        assert json.loads(follower.stdout.readline())["happening"] == "appeared"
        (tmp_path / "go").write_text("\n", encoding="utf-8")
        assert reader.communicate(timeout=LIMIT_S) == ("ended\n", "")
        while json.loads(follower.stdout.readline())["happening"] != "gone":
            pass
    assert terminal.type("ps", "-qa") == ""
    terminal.type("logs", "brief", code=125)
    assert "nothing is kept of the output of brief" in terminal.said


def test_a_command_that_ends_at_once_takes_its_system_along(service: Serving) -> None:
    """It may be over before the service is asked to look after it; the name is free again, and the id is printed all the same."""
    terminal, _ = service
    for _ in range(3):
        assert terminal.type("run", "-d", "--rm", "--name", "quick", "--", "true") == "quick\n"
        until_empty(terminal)
    terminal.type("run", "-d", "--rm", "--name", "quick", "--", "a-program-that-is-nowhere", code=127)
    assert terminal.type("ps", "-qa") == ""


def test_a_service_behind_ssh_stays_for_what_it_looks_after(tmp_path: Path) -> None:
    """Windows' own service would let the systems live on when the connection has ended, and nobody else would be there to end them."""
    for name in ("go", "over"):
        os.mkfifo(tmp_path / name)
    serving = shlex.join([sys.executable, "-c", NOT_EMBEDDED, "serve", "--stdio", "--library", "embedded"])
    script = tmp_path / "ssh"
    script.write_text(f"#!/bin/sh\nexec 3<&0\n{{ {serving}; echo over > {tmp_path}/over; }} <&3 2>/dev/null &\nwait\n", encoding="utf-8")
    script.chmod(0o700)
    terminal = Terminal(tmp_path)
    terminal.environment |= {"HCSFFI_LIBRARY": "ssh://somebody@somewhere", "HCSFFI_SSH": str(script)}
    terminal.type("run", "-d", "--layers", str(tmp_path), "--", "true", code=125)
    assert "the service is on another one" in terminal.said
    command = f"read line < {tmp_path}/go; echo $line > {tmp_path}/done"
    (tmp_path / "over").read_text(encoding="utf-8")
    assert terminal.type("run", "-d", "--rm", "--name", "far", "--", "sh", "-c", command) == "far\n"
    with (tmp_path / "go").open("r+b", buffering=0) as go:  # for reading, too: nobody has to be there yet, or any more
        go.write(b"went on\n")
        assert (tmp_path / "over").read_text(encoding="utf-8") == "over\n"
    assert (tmp_path / "done").read_text(encoding="utf-8") == "went on\n"


def test_a_library_of_the_program_looks_after_nothing(tmp_path: Path) -> None:
    """It ends with the program: that is said before anything is made."""
    terminal = Terminal(tmp_path)
    terminal.environment["HCSFFI_LIBRARY"] = "embedded"
    for words in (("--rm",), ("--layers", str(tmp_path))):
        terminal.type("run", "-d", *words, "--", "true", code=125)
        assert "only a service in another process looks after systems whose makers have gone" in terminal.said


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.usefixtures("on_layers")
async def test_a_detached_system_on_layers_is_committed_and_goes_with_its_command(service: Serving, tmp_path: Path) -> None:
    """Its scratch is the service's, where ``commit`` in another terminal finds it for as long as the command runs."""
    terminal, _ = service
    base, command, scratches = await on_a_layer(tmp_path)
    assert terminal.type("run", "-d", "--rm", *command) == "stands\n"
    with beside(terminal, "logs", "-f", "stands") as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        told = terminal.type("commit", "--scratch", str(scratches), "--format", "json", "stands", str(tmp_path / "difference.tar"))
        assert json.loads(told)["archive"] == str(tmp_path / "difference.tar")
        terminal.type("run", "-d", "--rm", *command, code=125)  # the name is taken, and so is its scratch
        (tmp_path / "go").write_text("\n", encoding="utf-8")
    until_empty(terminal, scratches)
    await storage.remove_layer(base)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.usefixtures("on_layers")
async def test_a_scratch_stays_as_long_as_its_detached_system(service: Serving, tmp_path: Path) -> None:
    """Without ``--rm`` the system outlives its command: more can be run in it, until it is removed, and the scratch with it."""
    terminal, _ = service
    base, command, scratches = await on_a_layer(tmp_path)
    assert terminal.type("run", "-d", *command) == "stands\n"
    (tmp_path / "go").write_text("\n", encoding="utf-8")
    with beside(terminal, "logs", "-f", "stands") as reader:
        assert reader.communicate(timeout=LIMIT_S) == ("ready\n", "")
    assert (terminal.type("ps", "-q"), len(left(scratches))) == ("stands\n", 2)  # the scratch and its claim
    assert terminal.type("rm", "-f", "stands") == "stands\n"
    until_empty(terminal, scratches)
    await storage.remove_layer(base)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.usefixtures("on_layers")
async def test_a_service_that_ends_takes_systems_and_scratches_along(service: Serving, tmp_path: Path) -> None:
    """In that order: no scratch is taken from under a system."""
    terminal, program = service
    base, command, scratches = await on_a_layer(tmp_path)
    assert terminal.type("run", "-d", "--rm", *command) == "stands\n"
    program.terminate()
    assert (program.wait(LIMIT_S), left(scratches)) == (0, [])
    await storage.remove_layer(base)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.usefixtures("on_layers")
async def test_a_client_that_is_killed_in_between_leaves_no_scratch(service: Serving, tmp_path: Path) -> None:
    """The system it made ends with its last handle, and then the scratch goes, since nobody has said that it is to stay."""
    terminal, _ = service
    base = await make_root_layer(tmp_path)
    scratches = tmp_path / "scratches"
    scratches.mkdir()
    words = [sys.executable, "-c", CLIENT, terminal.environment["HCSFFI_LIBRARY"], str(base), str(scratches / "place")]
    async with await anyio.open_process(words) as client:
        assert client.stdout is not None
        assert (await client.stdout.receive()).startswith(b"stands")
        assert terminal.type("ps", "-q") == "orphan\n"
        client.kill()
    until_empty(terminal, scratches)
    await storage.remove_layer(base)


def test_an_older_service_is_told_by_what_it_cannot_do(tmp_path: Path) -> None:
    """A newer program says so before it makes anything; what the older one can do, it does."""
    address = f"unix:{tmp_path / 'socket'}"
    serving = [sys.executable, "-c", OLDER, "serve", "--listen", address, "--library", "embedded"]
    terminal = Terminal(tmp_path)
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == f"{address}\n"
            terminal.environment["HCSFFI_LIBRARY"] = address
            terminal.type("run", "-d", "--rm", "--", "true", code=125)
            assert "one of this version or later" in terminal.said
            assert terminal.type("run", "-d", "--name", "as-ever", "--", "sleep", "600") == "as-ever\n"
            assert terminal.type("ps", "-qa") == "as-ever\n"
        finally:
            program.terminate()
