"""A service on another machine, reached through a real ssh and a real sshd; the machine is this one."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import ComputeSystem
from hcsffi.native import library

if sys.platform != "win32":
    import pwd
if TYPE_CHECKING:
    from collections.abc import Iterator

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
SEPARATION = Path("/run/sshd")
"""What Debian's sshd wants of root: an empty folder to give its rights away in."""
LIMIT_S = 60  # against a hang, and nothing else
STREAM_BYTES = 3_000_000


def cannot_log_in() -> bool:
    """Whether sshd lets nobody in as this user, who has no account or no shell."""
    if sys.platform == "win32":
        return True
    try:
        return pwd.getpwuid(os.geteuid()).pw_shell.rpartition("/")[2] in {"nologin", "false", "sync"}
    except KeyError:
        return True


pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to other machines yet"),
    pytest.mark.skipif(SSHD is None, reason="no sshd here (Debian: apt-get install openssh-server)"),
    pytest.mark.skipif(cannot_log_in(), reason="nobody can log in as this user"),
    pytest.mark.skipif(shutil.which("ssh") is None or shutil.which("ssh-keygen") is None, reason="no ssh here"),
    pytest.mark.skipif(bool(os.environ.get("LD_PRELOAD")), reason="what is loaded before everything here is not loaded on another machine"),
    pytest.mark.skipif(bool(os.environ.get("HCSFFI_LIBRARY")), reason="the service of these tests is their own"),
]


def new_key(folder: Path, name: str) -> Path:
    """A key of its own, without a phrase."""
    file = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file], check=True, timeout=LIMIT_S)
    return file


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A machine whose sshd knows this user's key; `HCSFFI_SSH` is ssh with that key alone."""
    folder = tmp_path_factory.mktemp("sshd")
    host, own = new_key(folder, "host"), new_key(folder, "own")
    (folder / "authorized").write_text(own.with_suffix(".pub").read_text(encoding="utf-8"), encoding="utf-8")
    if os.geteuid() == 0:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)
    port = free_port()
    (folder / "config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {host}\nAuthorizedKeysFile {folder / 'authorized'}\nStrictModes no\nUsePAM no\n"
        f"PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nPidFile none\n"
        f"SetEnv PATH={Path(sys.executable).parent}:/usr/bin:/bin{python_path()}\n",
        encoding="utf-8",
    )
    with (folder / "log").open("wb") as log:
        sshd = subprocess.Popen([str(SSHD), "-D", "-e", "-f", folder / "config"], stdin=subprocess.DEVNULL, stderr=log)
    options = {
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": str(folder / "known"),
        "StrictHostKeyChecking": "accept-new",
        "BatchMode": "yes",
        "ConnectionAttempts": "50",
    }
    words = ["ssh", "-F", "none", "-q", "-i", str(own), *(word for name, value in options.items() for word in ("-o", f"{name}={value}"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HCSFFI_SSH", shlex.join(words))
        yield f"ssh://{getpass.getuser()}@127.0.0.1:{port}"
    sshd.terminate()
    sshd.wait(LIMIT_S)


@pytest.fixture
def address(listening: str) -> Iterator[str]:
    """That machine; after the test the library of this process answers again, as it does for every other test."""
    yield listening
    library.use_library(None)
    assert library.load().succeeded


def python_path() -> str:
    """The variable by which this Python finds the package where it is not installed."""
    return f' "PYTHONPATH={os.environ["PYTHONPATH"]}"' if os.environ.get("PYTHONPATH") else ""


async def test_a_system_lives_on_the_other_machine_until_the_connection_ends(address: str, container: dict[str, Any]) -> None:
    """The main job by an unmodified ssh: a command with input, output, error and exit code, and more of a stream than its window."""
    with anyio.fail_after(LIMIT_S):
        await hcsffi.connect(address)
        assert library.name() == address
        async with await ComputeSystem.create("far", container, terminate_on_close=True) as system:
            await system.start()
            done = await system.run(["sh", "-c", "cat; echo talk >&2; exit 3"], input="hello\n", text=True)
            assert (done.returncode, done.stdout, done.stderr) == (3, "hello\n", "talk\n")
            flood = await system.run(["head", "-c", str(STREAM_BYTES), "/dev/zero"], max_output_bytes=STREAM_BYTES)
            assert len(flood.stdout) == STREAM_BYTES
        assert await ComputeSystem.list() == []


async def test_a_connection_that_sshd_ends_is_heard_of(address: str, container: dict[str, Any]) -> None:
    """Whoever waits hears of it, and a new connection is another service."""
    with anyio.fail_after(LIMIT_S):
        await hcsffi.connect(address)
        async with await ComputeSystem.create("far", container, terminate_on_close=True) as system:
            await system.start()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(end_ssh)
                with pytest.raises(hcsffi.Disconnected):
                    await system.wait_exit()
        await hcsffi.connect(address)
        assert await ComputeSystem.list() == []


async def end_ssh() -> None:
    """End every ssh that this process has started, as a network that breaks would."""
    found = await anyio.run_process(["pgrep", "-P", str(os.getpid()), "-x", "ssh"])
    await anyio.run_process(["kill", *found.stdout.decode().split()], check=False)  # one of another connection may have ended meanwhile
