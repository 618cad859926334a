"""Looks at a folder of distributions that is about to be published, whoever built them.

There is one of each kind, all are of one version, and nothing is wrong with any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wheels import source
from wheels.target import PYTHON_TAG, TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wheels.target import Target


def fits(file: Path, target: Target) -> bool:
    """Whether the file's name says that it is a wheel of the target."""
    platforms = file.stem.rpartition("-")[2].split(".")
    return f"-{PYTHON_TAG}-" in file.name and set(platforms) <= target.tags


def problems(folder: Path, look: Callable[[Path, Target], list[str]]) -> list[str]:
    """Everything that is wrong with the folder; ``look`` says what is wrong with one wheel."""
    left = set(folder.iterdir())
    wrong: list[str] = []
    for target in TARGETS:
        found = sorted(one for one in left if one.suffix == ".whl" and fits(one, target))
        left -= set(found)
        if len(found) != 1:
            wrong.append(f"{len(found)} wheels for {target.tag} instead of one")
        wrong += [f"{one.name}: {sentence}" for one in found for sentence in look(one, target)]
    sdists = sorted(one for one in left if one.name.endswith(".tar.gz"))
    left -= set(sdists)
    if len(sdists) != 1:
        wrong.append(f"{len(sdists)} sdists instead of one")
    wrong += [f"{one.name}: {sentence}" for one in sdists for sentence in source.problems(one)]
    wrong += [f"{one.name} does not belong here" for one in sorted(left)]
    versions = {one.name.removesuffix(".tar.gz").split("-")[1] for one in set(folder.iterdir()) - left}
    if len(versions) > 1:
        wrong.append(f"more than one version: {', '.join(sorted(versions))}")
    return wrong
