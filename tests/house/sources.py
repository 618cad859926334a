"""The project's own sources as data for the house tests: files, rooms, definitions."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "hcsffi"


class Room(NamedTuple):
    """One row of the table in ARCHITECTURE.md."""

    floor: int
    path: str

    def holds(self, file: Path) -> bool:
        """Whether the file lies in this room; a room is one file or a folder with all below it."""
        inside = file.relative_to(ROOT / "src").as_posix()
        return inside.startswith(self.path) if self.path.endswith("/") else inside == self.path


@cache
def rooms() -> tuple[Room, ...]:
    """The rooms ARCHITECTURE.md names, in its order."""
    rows = re.findall(r"^\| (\d) \| `(hcsffi/[^`]+)` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(Room(int(floor), path) for floor, path in rows)


def room_of(file: Path) -> Room | None:
    """The one room that holds the file, or None."""
    found = [room for room in rooms() if room.holds(file)]
    return found[0] if len(found) == 1 else None


class Wing(NamedTuple):
    """One row of the table of the embedded host in ARCHITECTURE.md."""

    level: int
    path: str


@cache
def wings() -> tuple[Wing, ...]:
    """The wings ARCHITECTURE.md names; paths below `embedded/`."""
    rows = re.findall(r"^\| (\d) \| `embedded/([^`]+)` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(Wing(int(level), path) for level, path in rows)


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file of these top-level folders; what is built lies beside them, in `build`, or is no Python."""
    return tuple(sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py")))


@cache
def native_files() -> tuple[Path, ...]:
    """Every C and C++ file that is ours, tests included."""
    folders = (PACKAGE, ROOT / "tests" / "native", ROOT / "benchmarks")
    return tuple(sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in {".c", ".h", ".cpp"}))


@cache
def written_files(*suffixes: str) -> tuple[Path, ...]:
    """Every file of the checkout with one of these suffixes, wherever it lies; what is built or installed left out."""
    tops = (top for top in ROOT.iterdir() if top.name not in {"build", "dist"} and not top.name.startswith("."))
    files = (file for top in tops for file in ([top] if top.is_file() else top.rglob("*")))
    return tuple(sorted(file for file in files if file.suffix in suffixes and file.is_file()))


@cache
def tree(file: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def place(file: Path, node: ast.AST | None = None) -> str:
    """`path:line` for a failure message."""
    line = getattr(node, "lineno", None)
    return f"{file.relative_to(ROOT).as_posix()}" + (f":{line}" if line else "")
