"""Programs made of hcsffi by PyInstaller and shiv run as they did: the first program of the README, in one folder and in one file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="PyInstaller is tried on Linux alone"),
    pytest.mark.timeout(300),
]


def first_program() -> str:
    """The README's first block of Python."""
    found = re.search(r"## A first program\n\n```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def freeze(folder: Path, program: str, how: str) -> Path:
    """The executable PyInstaller makes of a program."""
    source = folder / "first.py"
    source.write_text(program, encoding="utf-8")
    words = [sys.executable, "-m", "PyInstaller", how, "--noconfirm", "--log-level", "ERROR", "--distpath", str(folder / "dist")]
    done = subprocess.run([*words, str(source)], cwd=folder, capture_output=True, text=True, check=False, timeout=280)
    assert 0 == done.returncode, done.stderr
    return folder / "dist" / "first" if how == "--onefile" else folder / "dist" / "first" / "first"


@pytest.mark.parametrize("how", ["--onedir", "--onefile"])
def test_the_first_program_runs_frozen(how: str, tmp_path: Path) -> None:
    """Away from the checkout and from any Python: the host and its reaper came along, and stay executable where one file unpacks itself."""
    pytest.importorskip("PyInstaller", reason="PyInstaller is not installed")
    program = first_program() + "\nimport hcsffi\nprint(hcsffi.hresult.describe(0x80370105).symbol, hcsffi.documents.find_type('Layer'))\n"
    made = freeze(tmp_path, program, how)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([made], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (0, "") == (done.returncode, done.stderr)
    hello, memory, status, named = done.stdout.splitlines()
    assert "hello from web" == hello
    assert memory.startswith("memory: ")
    assert "Exit" in status
    assert named.startswith("HCS_E_INVALID_STATE <class")


def test_the_hook_is_found_by_the_entry_point() -> None:
    """PyInstaller asks installed packages; nobody has to name a folder."""
    (found,) = [one for one in entry_points(group="pyinstaller40") if one.value.startswith("hcsffi")]
    (folder,) = found.load()()
    assert Path(folder, "hook-hcsffi.py").is_file()


def test_what_walks_packages_does_not_trip_over_the_host() -> None:
    """A library that looks like a module of Python is imported by documentation tools, type checkers and freezers, and is none."""
    walk = """
import importlib, pkgutil, hcsffi
names = [one.name for one in pkgutil.walk_packages(hcsffi.__path__, "hcsffi.")]
assert not [name for name in names if name.rpartition(".")[2] in ("host", "libhcsffi")], names
for name in names:
    if not name.endswith(("__main__", "_windows")):
        importlib.import_module(name)
print(len(names))
"""
    done = subprocess.run([sys.executable, "-c", walk], capture_output=True, text=True, check=False, timeout=60)
    assert (0, "") == (done.returncode, done.stderr)
    assert int(done.stdout) > 150
