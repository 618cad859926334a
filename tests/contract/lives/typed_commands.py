"""Commands as their user types them in several terminals; each is a program of its own, and one service is all of theirs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = (sys.executable, "-m", "hcsffi")
LIMIT_S = 60


class Terminal:
    """Where commands are typed: all terminals of one user have one folder for his service.

    Args:
        folder: the user's.
    """

    def __init__(self, folder: Path) -> None:
        own = {name: value for name, value in os.environ.items() if name != "HCSFFI_LIBRARY"}
        self.environment = own | {"XDG_RUNTIME_DIR": str(folder)}

    def begin(self, *words: str) -> subprocess.Popen[str]:
        """Type a command and look at it while it runs."""
        return subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment)

    def type(self, *words: str, code: int = 0, given: str = "") -> str:
        """Type a command, and see that it exits with that code; what it printed."""
        done = subprocess.run(
            [*COMMAND, *words], input=given, capture_output=True, text=True, check=False, timeout=LIMIT_S, env=self.environment
        )
        assert (words, done.returncode, done.stderr if done.returncode != code else "") == (words, code, "")
        self.said = done.stderr
        return done.stdout

    def clear(self) -> None:
        """End and remove every compute system of the user."""
        for left in self.type("ps", "-qa").split():
            self.type("rm", "-f", left)


@contextmanager
def users_terminal(folder: Path) -> Iterator[Terminal]:
    """A user's terminal; what his service keeps is removed at the end, and the service ended."""
    found = Terminal(folder)
    try:
        yield found
        found.clear()
    finally:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has ended meanwhile
                words = (process / "cmdline").read_bytes().split(b"\0")
                if b"serve" in words and any(str(folder).encode() in word for word in words):
                    os.kill(int(process.name), signal.SIGTERM)
