"""A pseudo-terminal that a program runs in, and its far side: what a terminal emulator would see and do."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

LIMIT_S = 60


class Terminal:
    """The far side of a pseudo-terminal a program runs in.

    Attributes:
        first_mode: the terminal's mode before the program ran.
    """

    def __init__(self, program: subprocess.Popen[bytes], far: int, near: int, first_mode: list[object]) -> None:
        self.program = program
        self.far = far
        self.near = near
        self.first_mode = first_mode
        self.seen = b""

    def read_until(self, word: bytes) -> bytes:
        """Read until the word has come; everything read so far is returned and forgotten."""
        deadline = time.monotonic() + LIMIT_S
        while word not in self.seen:
            ready, _, _ = select.select([self.far], [], [], max(deadline - time.monotonic(), 0))
            assert ready, self.seen
            self.seen += os.read(self.far, 4096)
        seen, self.seen = self.seen, b""
        return seen

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.far, keys.encode())

    def resize(self, rows: int, columns: int) -> None:
        """Change the window's size, as a terminal emulator does."""
        fcntl.ioctl(self.far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.program.send_signal(signal.SIGWINCH)

    def interrupt(self) -> None:
        """Press Control-C where the terminal is not raw: its foreground group, which the program leads, gets the signal."""
        self.program.send_signal(signal.SIGINT)

    def mode(self) -> list[object]:
        """The terminal's mode."""
        return list(termios.tcgetattr(self.near))


@contextmanager
def terminal(
    program: Sequence[str | Path], *, rows: int = 33, columns: int = 99, environment: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Run a program in a terminal of that size, whose session it leads."""
    far, near = pty.openpty()
    try:
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        first_mode: list[object] = list(termios.tcgetattr(near))
        with subprocess.Popen(program, env=environment, stdin=near, stdout=near, stderr=near, start_new_session=True) as running:
            try:
                yield Terminal(running, far, near, first_mode)
            finally:
                if running.poll() is None:
                    running.kill()
    finally:
        os.close(far)
        os.close(near)
