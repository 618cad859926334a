"""Builds the sdist from the checkout, and wheels from the unpacked sdist.

What is missing from the sdist is found here and not by who installs from it.

Objects are kept from one build to the next. The unpacked files carry the times of the checkout's, so only what has changed is compiled
again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from wheels import check
from wheels.compiler import FOLDER, environment
from wheels.reading import read
from wheels.source import problems as source_problems
from wheels.target import BY_TAG, ROOT
from wine_lane.machine import checked

if TYPE_CHECKING:
    from pathlib import Path

    from wheels.target import Target
    from wine_lane.machine import Machine

OLDEST_SETUPTOOLS = 77
DIST = FOLDER / "dist"


def has_requirements() -> bool:
    """Whether this interpreter could build the project itself: the table in pyproject.toml, as far as an environment may lack it."""
    try:
        return int(version("setuptools").split(".")[0]) >= OLDEST_SETUPTOOLS and bool(version("nlohmann-json") and version("wheel"))
    except PackageNotFoundError:
        return False


def isolation() -> list[str]:
    """How `build` is told to use this environment: an isolated one is a new folder each time, which makes every object stale."""
    return ["--no-isolation"] if has_requirements() else []


def epoch() -> dict[str, str]:
    """The time that archives give their files: that of the last commit, so that a wheel made again from it is the same."""
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return {"SOURCE_DATE_EPOCH": done.stdout.strip()} if done.returncode == 0 else {}


def refuse(path: Path, wrong: list[str]) -> None:
    """Stop when something is wrong with a distribution.

    Raises:
        SystemExit: something is.
    """
    if wrong:
        raise SystemExit(f"wheels: {path.name} is not fit to be published:\n" + "".join(f"  {one}\n" for one in wrong))


def problems(wheel: Path, target: Target) -> list[str]:
    """Everything that is wrong with a wheel, its binaries read for it."""
    return check.problems(wheel, target, read)


def build_sdist() -> Path:
    """Build and check the sdist.

    Raises:
        SystemExit: the build failed or the sdist is not what it should be.
    """
    DIST.mkdir(parents=True, exist_ok=True)
    for old in DIST.glob("*.tar.gz"):
        old.unlink()
    checked(sys.executable, "-m", "build", "--sdist", *isolation(), "--outdir", DIST, ROOT, environment=os.environ | epoch())
    (sdist,) = DIST.glob("*.tar.gz")
    refuse(sdist, source_problems(sdist))
    return sdist


def build_wheel(target: Target, sdist: Path, machine: Machine | None = None) -> Path:
    """Build one wheel from the sdist and check it; ``machine`` is asked for by Windows targets.

    Raises:
        SystemExit: the build failed or the wheel is not what it should be.
    """
    source = FOLDER / target.tag / "source"
    shutil.rmtree(source, ignore_errors=True)
    with tarfile.open(sdist) as archive:
        archive.extractall(source, filter="data")
    (project,) = source.iterdir()
    for linked in (FOLDER / target.tag / "objects").glob("lib.*"):  # the wheel is packed from it, whatever lies there
        shutil.rmtree(linked)
    for old in DIST.glob(f"*-{target.tag}.whl"):
        old.unlink()
    options = ["--wheel", *isolation(), "--outdir", str(DIST), f"-C--build-option=--plat-name={target.tag}"]
    checked(sys.executable, "-m", "build", *options, project, environment=environment(target, machine) | epoch())
    (wheel,) = DIST.glob(f"*-{target.tag}.whl")
    refuse(wheel, problems(wheel, target))
    return wheel


def build(machine: Machine) -> Path:
    """Build and check the wheel that the Wine lane runs.

    Raises:
        SystemExit: the build failed or the wheel is not what it should be.
    """
    return build_wheel(BY_TAG["win_amd64"], build_sdist(), machine)
