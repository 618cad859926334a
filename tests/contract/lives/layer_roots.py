"""Roots small enough to be made for a test: a few of this machine's own programs with the libraries they are linked to."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from hcsffi import storage

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAMS = ("sh", "cat", "id", "ls", "touch", "readlink", "sleep")


def write_root(folder: Path) -> Path:
    """Fill a folder with what a shell needs, under the paths the programs have here; say which folder that is."""
    for name in PROGRAMS:
        program = shutil.which(name)
        if program is None:
            raise FileNotFoundError(name)
        listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
        for file in [program, *re.findall(r"(/\S+) \(0x", listed)]:
            target = folder / file.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                shutil.copy2(file, target)
        shown = folder / "bin" / name
        shown.parent.mkdir(exist_ok=True)
        if not shown.exists():
            shown.symlink_to(Path("/") / program.lstrip("/"))
    for name in ("etc", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    return folder


async def make_root_layer(at: Path, change: Callable[[Path], object] | None = None) -> Path:
    """A layer with such a root, changed as the test wants it."""
    source = at / "source"
    files = write_root(source / "Files")
    if change is not None:
        change(files)
    await storage.make_layer(at / "base", source)
    return at / "base"
