"""Named pipes of a container are Unix sockets of the machine, from its start or while it runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem, HcsError, NotFound, embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        sys.platform == "win32", reason="Windows maps pipes by its own service; the embedded host has no engine for it there"
    ),
]
PYTHON = os.path.realpath(sys.base_prefix)
ASK = "import socket, sys; s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); print(s.recv(10).decode())"


@pytest.fixture
def answering() -> Iterator[Path]:
    """A socket of this machine that says hello to whoever connects; its path is short enough to be one."""
    with tempfile.TemporaryDirectory(prefix="hcsffi-") as folder, hello(Path(folder) / "web") as path:
        yield path


@contextmanager
def hello(path: Path) -> Iterator[Path]:
    """Listen until the block is left."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()

    def serve() -> None:
        with suppress(OSError):  # the end of the block
            while True:
                peer, _ = listener.accept()
                with peer:
                    peer.sendall(b"hello")

    server = Thread(target=serve)
    server.start()
    try:
        yield path
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        server.join()
        listener.close()


def pipe(host: object, name: str, **more: object) -> dict[str, Any]:
    """A MappedPipe."""
    return {"HostPath": str(host), "ContainerPipeName": name, **more}


def with_pipes(*pipes: dict[str, Any]) -> dict[str, Any]:
    """A container that can run this interpreter."""
    interpreter = {"HostPath": PYTHON, "ContainerPath": "/py", "ReadOnly": True}
    return {"Container": {"MappedDirectories": [interpreter], "MappedPipes": list(pipes)}}


async def asked(system: ComputeSystem, path: str) -> str:
    """What a program in the container hears at a socket."""
    wanted = {"CommandArgs": ["/py/bin/python3", "-c", ASK, path], "CreateStdOutPipe": True}
    async with await system.create_process(wanted) as process:
        assert process.stdout is not None
        text = b"".join([piece async for piece in process.stdout])
        await process.wait()
    return text.decode()


@pytest.mark.usefixtures("changing")
@pytest.mark.parametrize(
    ("name", "inside"), [("web", "/run/pipe/web"), ("\\\\.\\pipe\\web", "/run/pipe/web"), ("/tmp/own/web", "/tmp/own/web")]
)
async def test_a_pipe_is_a_socket_of_the_machine(name: str, inside: str, answering: Path, fresh_id: Callable[[], str]) -> None:
    """By either name of the pipe, or at the path that is given in its place; carried out, so nobody is warned of it."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, with_pipes(pipe(answering, name)), terminate_on_close=True) as system:
        assert embedded.not_carried_out(system_id) == []
        await system.start()
        assert await asked(system, inside) == "hello\n"
        assert embedded.not_carried_out(system_id) == []


@pytest.mark.usefixtures("changing")
async def test_pipes_come_and_go_while_it_runs(answering: Path, fresh_id: Callable[[], str]) -> None:
    """As mapped directories do."""
    system_id = fresh_id()
    change = {"ResourcePath": "Container/MappedPipes", "Settings": pipe(answering, "late")}
    async with await ComputeSystem.create(system_id, with_pipes(), terminate_on_close=True) as system:
        await system.start()
        await system.modify({**change, "RequestType": "Add"})
        assert await asked(system, "/run/pipe/late") == "hello\n"
        await system.modify({**change, "RequestType": "Remove"})
        assert await asked(system, "/run/pipe/late") == ""
        assert embedded.not_carried_out(system_id) == []


@pytest.mark.usefixtures("changing")
async def test_what_is_no_pipe_is_refused_and_what_is_elsewhere_is_told(
    tmp_path: Path, answering: Path, fresh_id: Callable[[], str]
) -> None:
    """A path of this machine has to be a socket or a named pipe; the name of a Windows pipe that nobody serves here is kept as text."""
    with pytest.raises(HcsError, match=r"\$\.Container\.MappedPipes\[0\]: .* is neither a Unix socket nor a named pipe"):
        await ComputeSystem.create(fresh_id(), with_pipes(pipe(tmp_path, "web")))
    with pytest.raises(NotFound, match=r"\$\.Container\.MappedPipes\[0\]: "):
        await ComputeSystem.create(fresh_id(), with_pipes(pipe(tmp_path / "none", "web")))
    with pytest.raises(HcsError, match="expected the name of a pipe"):
        await ComputeSystem.create(fresh_id(), with_pipes(pipe(answering, "a/b")))
    system_id = fresh_id()
    document = with_pipes(pipe(answering, "web"), pipe("\\\\.\\pipe\\nobody-serves-it", "other"))
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True):
        assert embedded.not_carried_out(system_id) == ["$.Container.MappedPipes[1]"]
    assert embedded.counters()["Systems"] == 0


PROGRAM = """
import asyncio, sys
from hcsffi import ComputeSystem, embedded
pipes = [{"HostPath": "\\\\\\\\.\\\\pipe\\\\web", "ContainerPipeName": "web"}]
async def main():
    async with await ComputeSystem.create("named", {"Container": {"MappedPipes": pipes}}, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandArgs": ["/bin/sh", "-c", "test -S /run/pipe/web && echo there"], "CreateStdOutPipe": True}
        async with await system.create_process(wanted) as process:
            print(b"".join([piece async for piece in process.stdout]).decode(), embedded.not_carried_out("named"))
asyncio.run(main())
"""


@pytest.mark.usefixtures("changing")
def test_the_name_of_a_windows_pipe_is_a_socket_in_a_folder(answering: Path) -> None:
    """Which the environment names."""
    environment = {**os.environ, "HCSFFI_PIPES": str(answering.parent)}
    words = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "there\n []\n"), done.stderr
