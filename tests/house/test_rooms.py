"""The table of lines per room counts every line of the package once."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from rooms import NATIVE, PYTHON, TEXT, counted, other_rooms, package_rooms, total
from sources import ROOT, written_files

if TYPE_CHECKING:
    from pathlib import Path


def test_every_line_of_the_package_is_in_one_room() -> None:
    """A room that is missing from ARCHITECTURE.md, or stands in it twice, would make the sum a lie."""
    inside = [file for file in written_files(*PYTHON, *NATIVE, *TEXT) if file.is_relative_to(ROOT / "src" / "hcsffi")]
    assert counted("src/", inside) == total("src/", package_rooms())


def test_the_wings_are_all_of_the_embedded_hosts_native_code() -> None:
    """A file beside the wings would follow no law."""
    rows = list(package_rooms())
    (room,) = (row for row in rows if row.room == "hcsffi/embedded/")
    wings = [row for row in rows if row.room.startswith("  embedded/")]
    assert wings
    assert room.native == sum(wing.native for wing in wings)


def test_the_command_prints_a_row_for_each_room() -> None:
    """It is run by `make rooms`, by any Python and without anything installed."""
    command = [sys.executable, "-S", str(ROOT / "tests" / "house" / "rooms.py")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT / "docs")
    printed = [line.split()[0] for line in done.stdout.splitlines()[1:] if line]
    assert [row.room.split()[0] for row in (*package_rooms(), *other_rooms())] == [
        name for name in printed if name not in {"src/", "around"}
    ]
    assert "rooms:" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_line_is_counted_by_what_it_is_written_in(tmp_path: Path) -> None:
    """Figures of several languages in one column could not be compared with anything."""
    for name, lines in (("a.py", 3), ("b.pyi", 1), ("c.cpp", 5), ("d.h", 2), ("e.txt", 4)):
        (tmp_path / name).write_text("x\n" * lines, encoding="utf-8")
    row = counted("room", sorted(tmp_path.iterdir()))
    assert (5, 4, 7, 4, 15) == (row.files, row.python, row.native, row.text, row.total)
