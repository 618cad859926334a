"""``hcsffi run -t`` under a terminal: raw mode, size, Ctrl-C, and the terminal put back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
from pseudo_terminal import terminal

if TYPE_CHECKING:
    from pathlib import Path

RUN = [sys.executable, "-m", "hcsffi", "run"]


def test_the_child_has_a_terminal_of_our_size_and_follows_it() -> None:
    """Editors and pagers draw by it."""
    script = "test -t 0 && test -t 1 && stty size; trap 'stty size; exit 5' WINCH; echo ready; while :; do sleep 0.05; done"
    with terminal([*RUN, "-i", "-t", "--", "sh", "-c", script]) as screen:
        assert b"33 99" in screen.read_until(b"ready")
        screen.resize(50, 120)
        assert b"50 120" in screen.read_until(b"120")
        assert screen.program.wait(60) == 5


def test_keys_reach_the_child_and_the_terminal_is_put_back() -> None:
    """Raw while the child runs: Ctrl-C is the child's; afterwards the shell's terminal is as it was."""
    with terminal(
        [*RUN, "-i", "-t", "--", "sh", "-c", "trap 'echo caught; exit 6' INT; echo ready; while :; do sleep 0.05; done"]
    ) as screen:
        screen.read_until(b"ready")
        assert screen.mode() != screen.first_mode
        os.write(screen.far, b"\x03")
        screen.read_until(b"caught")
        assert screen.program.wait(60) == 6
        assert screen.mode() == screen.first_mode


def test_the_terminal_is_put_back_after_a_signal() -> None:
    """A killed program must not leave a shell without echo."""
    with terminal([*RUN, "-i", "-t", "--", "sh", "-c", "echo ready; sleep 1000"]) as screen:
        screen.read_until(b"ready")
        screen.program.send_signal(signal.SIGTERM)
        assert screen.program.wait(60) == 130
        assert screen.mode() == screen.first_mode


def test_a_console_without_a_local_terminal_works() -> None:
    """In CI there is no terminal; the child still gets its own, of the standard size."""
    done = subprocess.run(
        [*RUN, "-t", "--", "sh", "-c", "test -t 1 && stty size"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0
    assert done.stdout.split() == [b"24", b"80"]


def test_the_end_of_our_input_is_the_end_of_the_consoles() -> None:
    """``echo word | hcsffi run -it -- cat`` ends."""
    done = subprocess.run([*RUN, "-i", "-t", "--", "cat"], input=b"word\n", capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert done.stdout == b"word\r\nword\r\n"  # as the console shows what is typed, and as the command prints it


JOINING = """
import sys, uuid, anyio
from hcsffi import ComputeSystem, join_terminal

# A signal between a shell's last look and its `read` is heard after the next key alone: the size is looked at.
UNTIL = 'until test "$(stty size)" = "{0}"; do sleep 0.05; done; stty size; read word; '
SCRIPT = UNTIL.format("33 99") + "echo got $word; " + UNTIL.format("50 120") + "exit 5"

async def main():
    document = {"Owner": "joining", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
    async with await ComputeSystem.create(str(uuid.uuid4()), document, terminate_on_close=True) as system:
        await system.start()
        console = {"EmulateConsole": True, "ConsoleSize": [7, 70], "CreateStdInPipe": True, "CreateStdOutPipe": True}
        async with await system.create_process({**await system.command_members(["sh", "-c", SCRIPT]), **console}) as process:
            status = await join_terminal(process)
    return status.exit_code

sys.exit(anyio.run(main, backend=sys.argv[1]))
"""


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_program_can_join_its_terminal_to_a_process(backend: str, tmp_path: Path) -> None:
    """What ``hcsffi run -it`` does, in one call: the window's size at once, keys one by one, and the terminal put back."""
    file = tmp_path / "joining.py"
    file.write_text(JOINING, encoding="utf-8")
    with terminal([sys.executable, file, backend]) as screen:
        assert b"33 99" in screen.read_until(b"99")
        assert screen.mode() != screen.first_mode
        os.write(screen.far, b"word\r")
        screen.read_until(b"got word")
        screen.resize(50, 120)
        screen.read_until(b"50 120")
        os.write(screen.far, b"end\r")
        assert screen.program.wait(60) == 5
        assert screen.mode() == screen.first_mode
