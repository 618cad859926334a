"""``python -m wheels.locks``: write down which files of other people a release is made with, each with its hashes.

A release installs nothing else: pip refuses a file whose hash is not in the list, whatever the index says. Each list is made from one
list of pyproject.toml, for every system and the Pythons that use it, by uv, which has to be installed (`make locks` does that).
"""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

from wheels.target import ROOT

FOLDER = ROOT / "locks"


class Lock(NamedTuple):
    """One file of the folder: its name, how uv is told what to write down, the oldest Python that installs it, and who does."""

    name: str
    asked: tuple[str, ...]
    python: str
    used: str

    @property
    def command(self) -> list[str]:
        """How uv writes it."""
        options = ["--universal", "--python-version", self.python, "--generate-hashes", "--no-annotate", "--no-header", "--upgrade"]
        return [sys.executable, "-m", "uv", "pip", "compile", "--quiet", *options, *self.asked, "--output-file", str(FOLDER / self.name)]


LOCKS = (
    Lock("build.txt", ("--group", "build"), "3.10", "the sdist, and every wheel inside its builder"),
    Lock("run.txt", ("pyproject.toml",), "3.10", "the trial of a wheel inside its builder"),
    Lock("hosted.txt", ("--group", "hosted"), "3.13", "the hosted builders"),
    Lock("wheels.txt", ("--group", "wheels"), "3.10", "`make wheels`, and the job that looks at a release"),
    Lock("test.txt", ("pyproject.toml", "--extra", "test"), "3.13", "the job that tries the wheel on Windows"),
)


def main() -> None:
    """Write every list anew, with the newest releases that fit."""
    FOLDER.mkdir(exist_ok=True)
    for one in LOCKS:
        subprocess.run(one.command, check=True, cwd=ROOT)
        print(f"locks/{one.name}: for {one.used}")


if __name__ == "__main__":
    main()
