"""Installs a wheel where this machine can run it and works with it.

That is in a clean environment without a compiler, and in the CPython for Windows under Wine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from wheels.compiler import FOLDER
from wheels.target import ROOT
from wine_lane import suite
from wine_lane.machine import checked
from wine_lane.machine import install as install_under_wine

if TYPE_CHECKING:
    from pathlib import Path

    from wine_lane.machine import Machine

MAIN_JOB = ("run", "--", "/bin/sh", "-c", "echo out; echo err >&2; exit 7")
WINDOWS_MAIN_JOB = ("run", "--", "sh", "-c", "echo out; echo err >&2; exit 7")
EXIT_CODE = 7

COPIED = ("tests", "examples", "docs", "benchmarks", "pyproject.toml", "README.md", "CHANGELOG.md", "ARCHITECTURE.md")
"""What the suite is run from: all but the sources, so that nothing but the installed wheel can be imported."""

ABOUT_SOURCES = ("house", "native", "wheels", "issues/test_lane_waited_for_lost_programs.py")
"""Tests that read or compile the sources or try the lane, and say nothing of an installed wheel."""

ABOUT_DECLARATIONS = tuple(
    f"tests/crossing/test_library.py::{one}"
    for one in (
        "test_the_declarations_agree_with_the_windows_headers",
        "test_a_wrong_declaration_does_not_compile",
        "test_a_wrong_prototype_does_not_compile",
    )
)
"""Tests elsewhere that compile ``hcs_cdef.h``."""


def environment(python: Path) -> dict[str, str]:
    """The variables of a user who has no compiler and nothing of ours."""
    return {"HOME": os.environ.get("HOME", "/"), "PATH": str(python.parent), "CC": "/bin/false", "CXX": "/bin/false"}


def install(wheel: Path, extra: str = "") -> Path:
    """Install the wheel and what it depends on in a new environment; its Python.

    Raises:
        SystemExit: it cannot be installed.
    """
    folder = FOLDER / "clean"
    shutil.rmtree(folder, ignore_errors=True)
    checked(sys.executable, "-m", "venv", folder)
    python = folder / "bin" / "python"
    checked(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{wheel}{extra}", environment=environment(python))
    return python


def linux(wheel: Path) -> str:
    """Run the main job in a clean environment.

    Raises:
        SystemExit: it does not do what it should.
    """
    python = install(wheel)
    command = [str(python.with_name("hcsffi")), *MAIN_JOB]
    done = subprocess.run(command, env=environment(python), cwd=python.parent, capture_output=True, text=True, check=False)
    if (done.returncode, done.stdout, done.stderr) != (EXIT_CODE, "out\n", "err\n"):
        raise SystemExit(f"wheels: the main job of {wheel.name} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return "main job"


def linux_suite(wheel: Path) -> str:
    """Run the tests against the installed wheel, from a copy that has no sources.

    Raises:
        SystemExit: a test failed.
    """
    python = install(wheel, "[test]")
    copy = FOLDER / "suite"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in COPIED:
        one = ROOT / name
        shutil.copytree(one, copy / name, ignore=shutil.ignore_patterns("__pycache__")) if one.is_dir() else shutil.copy2(one, copy / name)
    left_out = [*(f"--ignore=tests/{one}" for one in ABOUT_SOURCES), *(f"--deselect={one}" for one in ABOUT_DECLARATIONS)]
    command = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out, "tests"]
    # A few tests start programs of the system by their names.
    variables = environment(python) | {"PATH": f"{python.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        command, env=variables, cwd=copy, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"wheels: tests failed on {wheel.name}\n{done.stdout}")
    return done.stdout.strip().splitlines()[-1].strip("= ")


def windows(wheel: Path, machine: Machine) -> str:
    """Run the main job in the CPython for Windows.

    Raises:
        SystemExit: it does not do what it should.
    """
    install_under_wine(machine, wheel)
    code, said = machine.python_run("-m", "hcsffi", *WINDOWS_MAIN_JOB)
    if (code, sorted(said.split())) != (EXIT_CODE, ["err", "out"]):
        raise SystemExit(f"wheels: the main job of {wheel.name} ended with {code} under Wine:\n{said}")
    return "main job (Wine)"


def windows_suite() -> str:
    """Run the tests under Wine: the Wine lane, which builds the same wheel in the same way.

    Raises:
        SystemExit: a test failed, or too few ran.
    """
    if suite.main([]):
        raise SystemExit("wheels: the suite failed under Wine")
    return "suite (Wine)"
