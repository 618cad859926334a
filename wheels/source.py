"""Looks at a finished sdist: all that a build needs is inside, nothing that a build makes."""

from __future__ import annotations

import tarfile
from pathlib import Path, PurePosixPath

from wheels.binary import kind
from wheels.target import ROOT

BESIDE = {
    "pyproject.toml",
    "setup.py",
    "build_hcs.py",
    "build_sbom.py",
    "build_shapes.py",
    "hcs_cdef.h",
    "MANIFEST.in",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
    "locks/build.txt",
    "locks/run.txt",
}
"""What lies beside ``src`` and belongs into it; packaging adds PKG-INFO and setup.cfg."""

ADDED = {"PKG-INFO", "setup.cfg"}
NOT_SOURCE = {".pyc", ".so", ".pyd", ".dll"}
LIMIT_KIB = 1350
"""About one and a half times what it is: a binary that crept in is half as large already."""


def wanted() -> set[str]:
    """The files of the checkout that are source."""
    found = {one.relative_to(ROOT) for one in (ROOT / "src").rglob("*") if one.is_file() and one.suffix not in NOT_SOURCE}
    inside = {one.as_posix() for one in found if not any(part.endswith(".egg-info") for part in one.parts)}
    return (inside - {"src/hcsffi/embedded/reaper"}) | BESIDE


def problems(sdist: Path) -> list[str]:
    """Everything that is wrong with an sdist."""
    wrong: list[str] = []
    with tarfile.open(sdist) as archive:
        files = {str(PurePosixPath(*PurePosixPath(one.name).parts[1:])): one for one in archive.getmembers() if one.isfile()}
        inside = {name for name in files if ".egg-info/" not in name}
        wrong += [f"{name} is missing" for name in sorted(wanted() - inside)]
        wrong += [f"{name} does not belong here" for name in sorted(inside - wanted() - ADDED)]
        for name, member in files.items():
            content = archive.extractfile(member)
            if content and kind(content.read(8)):
                wrong.append(f"{name} is machine code")
    found = -(-sdist.stat().st_size // 1024)
    if found > LIMIT_KIB:
        wrong.append(f"{found} KiB are more than {LIMIT_KIB}")
    return wrong
