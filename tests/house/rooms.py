"""Prints how many lines each room has: ``make rooms``, or ``python tests/house/rooms.py``.

The rooms of the package and the wings of the embedded host are those of ARCHITECTURE.md; beside them stand the rooms around the package.
A line is a line of the file, empty ones and comments included. What is built, installed or fetched is nobody's line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sources import ROOT, rooms, wings, written_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PYTHON = {".py", ".pyi"}
NATIVE = {".c", ".cpp", ".h"}
TEXT = {".go", ".json", ".map", ".toml", ".tsv", ".txt"}


class Lines(NamedTuple):
    """The lines of one room, by what they are written in."""

    room: str
    files: int
    python: int
    native: int
    text: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.python + self.native + self.text

    def show(self) -> str:
        """The row of the table."""
        return f"{self.room:28} {self.files:6} {self.python:8} {self.native:8} {self.text:8} {self.total:8}"


def counted(room: str, files: Iterable[Path]) -> Lines:
    """Count these files."""
    lines: dict[str, list[int]] = {kind: [] for kind in ("python", "native", "text")}
    for file in files:
        kind = "python" if file.suffix in PYTHON else "native" if file.suffix in NATIVE else "text"
        lines[kind].append(file.read_bytes().count(b"\n"))
    return Lines(room, sum(map(len, lines.values())), sum(lines["python"]), sum(lines["native"]), sum(lines["text"]))


def within(path: str) -> list[Path]:
    """The files of a room of the package: one file, or a folder with all below it."""
    files = written_files(*PYTHON, *NATIVE, *TEXT)
    inside = [(file, file.relative_to(ROOT).as_posix()) for file in files]
    return [file for file, name in inside if (name.startswith(path) if path.endswith("/") else name == path)]


def within_wing(path: str) -> list[Path]:
    """The files of a wing of the embedded host, without those of the wings inside it."""
    inner = [wing.path for wing in wings() if wing.path != path and wing.path.startswith(path)]
    theirs = {file for wing in inner for file in within(f"src/hcsffi/embedded/{wing}")}
    return [file for file in within(f"src/hcsffi/embedded/{path}") if file not in theirs]


def package_rooms() -> Iterator[Lines]:
    """The rooms of the package, from the ground up; the wings of the embedded host follow their room."""
    for room in rooms():
        yield counted(room.path, within(f"src/{room.path}"))
        if room.path == "hcsffi/embedded/":
            yield from (counted(f"  embedded/{wing.path}", within_wing(wing.path)) for wing in wings())


def other_rooms() -> Iterator[Lines]:
    """What lies around the package: a folder of tests is a room of its own, what lies beside the folders is one room together."""
    files = [file for file in written_files(*PYTHON, *NATIVE, *TEXT) if file.relative_to(ROOT).parts[0] != "src"]
    named: dict[str, list[Path]] = {}
    for file in files:
        folders = file.relative_to(ROOT).parts[:-1]
        depth = 2 if folders[:1] == ("tests",) else 1
        named.setdefault("/".join(folders[:depth]) + "/" if folders else "the build", []).append(file)
    return (counted(room, named[room]) for room in sorted(named))


def total(room: str, rows: Iterable[Lines]) -> Lines:
    """The sum of these rooms; a wing is part of its room and not counted twice."""
    parts = [row for row in rows if not row.room.startswith(" ")]
    return Lines(room, *(sum(numbers) for numbers in list(zip(*parts, strict=True))[1:]))


def main() -> None:
    """Print the table."""
    print(f"{'room':28} {'files':>6} {'Python':>8} {'C, C++':>8} {'other':>8} {'lines':>8}")
    for title, rows in (("src/", list(package_rooms())), ("around it", list(other_rooms()))):
        print(*(row.show() for row in rows), total(title, rows).show(), "", sep="\n")


if __name__ == "__main__":
    main()
