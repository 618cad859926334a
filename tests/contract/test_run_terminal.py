"""``hcsffi run -t`` under a terminal: raw mode, size, Ctrl-C, and the terminal put back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
import fcntl  # noqa: E402 - only where the line above has not skipped
import struct  # noqa: E402 - as above
import termios  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

RUN = [sys.executable, "-m", "hcsffi", "run"]


class Terminal:
    """The far side of a pseudo-terminal a program runs in."""

    def __init__(self, program: subprocess.Popen[bytes], far: int, near: int) -> None:
        self.program = program
        self.far = far
        self.near = near
        self.seen = b""

    def read_until(self, word: bytes) -> bytes:
        """Read until the word has come; everything read so far is returned and forgotten."""
        deadline = time.monotonic() + 15
        while word not in self.seen:
            assert time.monotonic() < deadline, self.seen
            self.seen += os.read(self.far, 4096)
        seen, self.seen = self.seen, b""
        return seen

    def resize(self, rows: int, columns: int) -> None:
        """Change the window's size, as a terminal emulator does."""
        fcntl.ioctl(self.far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.program.send_signal(signal.SIGWINCH)

    def mode(self) -> list[object]:
        """The terminal's mode."""
        return list(termios.tcgetattr(self.near))


@contextmanager
def terminal(*words: str | Path, program: Sequence[str] = RUN, rows: int = 33, columns: int = 99) -> Iterator[Terminal]:
    """Run ``hcsffi run``, or another program, in a terminal of that size."""
    far, near = pty.openpty()
    try:
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        with subprocess.Popen([*program, *words], stdin=near, stdout=near, stderr=near, start_new_session=True) as running:
            try:
                yield Terminal(running, far, near)
            finally:
                if running.poll() is None:
                    running.kill()
    finally:
        os.close(far)
        os.close(near)


def test_the_child_has_a_terminal_of_our_size_and_follows_it() -> None:
    """Editors and pagers draw by it."""
    script = "test -t 0 && test -t 1 && stty size; trap 'stty size; exit 5' WINCH; echo ready; while :; do sleep 0.05; done"
    with terminal("-i", "-t", "--", "sh", "-c", script) as screen:
        assert b"33 99" in screen.read_until(b"ready")
        screen.resize(50, 120)
        assert b"50 120" in screen.read_until(b"120")
        assert screen.program.wait(15) == 5


def test_keys_reach_the_child_and_the_terminal_is_put_back() -> None:
    """Raw while the child runs: Ctrl-C is the child's; afterwards the shell's terminal is as it was."""
    with terminal("-i", "-t", "--", "sh", "-c", "trap 'echo caught; exit 6' INT; echo ready; while :; do sleep 0.05; done") as screen:
        before = screen.mode()
        screen.read_until(b"ready")
        assert screen.mode() != before
        os.write(screen.far, b"\x03")
        screen.read_until(b"caught")
        assert screen.program.wait(15) == 6
        assert screen.mode() == before


def test_the_terminal_is_put_back_after_a_signal() -> None:
    """A killed program must not leave a shell without echo."""
    with terminal("-i", "-t", "--", "sh", "-c", "echo ready; sleep 1000") as screen:
        before = screen.mode()
        screen.read_until(b"ready")
        screen.program.send_signal(signal.SIGTERM)
        assert screen.program.wait(15) == 130
        assert screen.mode() == before


def test_a_console_without_a_local_terminal_works() -> None:
    """In CI there is no terminal; the child still gets its own, of the standard size."""
    done = subprocess.run(
        [*RUN, "-t", "--", "sh", "-c", "test -t 1 && stty size"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=15
    )
    assert done.returncode == 0
    assert done.stdout.split() == [b"24", b"80"]


def test_the_end_of_our_input_is_the_end_of_the_consoles() -> None:
    """``echo word | hcsffi run -it -- cat`` ends."""
    done = subprocess.run([*RUN, "-i", "-t", "--", "cat"], input=b"word\n", capture_output=True, check=False, timeout=15)
    assert done.returncode == 0
    assert b"word" in done.stdout


JOINING = """
import sys, uuid, anyio
from hcsffi import ComputeSystem, join_terminal

SCRIPT = "trap 'stty size' WINCH; stty size; while ! read word; do :; done; echo got $word; while ! read word; do :; done; exit 5"

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
    with terminal(file, backend, program=[sys.executable]) as screen:
        before = screen.mode()
        assert b"33 99" in screen.read_until(b"99")
        assert screen.mode() != before
        os.write(screen.far, b"word\r")
        screen.read_until(b"got word")
        screen.resize(50, 120)
        screen.read_until(b"50 120")
        os.write(screen.far, b"end\r")
        assert screen.program.wait(15) == 5
        assert screen.mode() == before
