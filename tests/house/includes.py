"""The embedded host's includes as data: who names whom, which wing a file lies in, and what of that the table of wings forbids."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sources import PACKAGE, wings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sources import Wing

EMBEDDED = PACKAGE / "embedded"
OUTSIDE = {"hcs_cdef.h", "declared_functions.h", "shape_table.h"}
"""What is included without lying in a wing: the declarations, and what the build prints from them."""

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
DEFINED = re.compile(r"^(?:template <.*>\n)?(?:class|struct|enum class) (\w+)[^;{}()]*\{", re.MULTILINE)
DECLARED = re.compile(r"^(?:template <.*>\n)?(?:class|struct) (\w+);$", re.MULTILINE)


def host_files() -> dict[str, str]:
    """The text of each C++ file of the host, by its path below `embedded/`."""
    found = (one for one in sorted(EMBEDDED.rglob("*")) if one.suffix in {".h", ".cpp"})
    return {one.relative_to(EMBEDDED).as_posix(): one.read_text(encoding="utf-8") for one in found}


def wing_of(path: str) -> Wing | None:
    """The innermost wing that holds the file."""
    return max((one for one in wings() if path.startswith(one.path)), key=lambda one: len(one.path), default=None)


def included(text: str) -> list[str]:
    """What the text includes of ours, as it is written."""
    return INCLUDE.findall(text)


def strays(files: Mapping[str, str]) -> list[str]:
    """Files without a wing, and includes that name no file by its path below `embedded/`."""
    homeless = [f"{path} lies in no wing" for path in files if wing_of(path) is None]
    lost = [
        f"{path} includes {name}" for path, text in files.items() for name in included(text) if name not in files and name not in OUTSIDE
    ]
    return homeless + lost


def upward(files: Mapping[str, str]) -> list[str]:
    """Includes of a higher wing, or of another one on the same level."""
    wrong = []
    for path, text in files.items():
        here = wing_of(path)
        for name in included(text):
            there = wing_of(name)
            if here and there and here != there and there.level >= here.level:
                wrong.append(f"{path} includes {name}")
    return wrong


def upward_names(files: Mapping[str, str]) -> list[str]:
    """Declarations of a class that a higher wing, or another one on the same level, defines: an include in disguise."""
    homes: dict[str, set[str]] = {}
    for path, text in files.items():
        for name in DEFINED.findall(text):
            homes.setdefault(name, set()).add(path)
    wrong = []
    for path, text in files.items():
        here = wing_of(path)
        for name in DECLARED.findall(text):
            there = [wing_of(home) for home in homes.get(name, ())]
            if here and there and all(one and one != here and one.level >= here.level for one in there):
                wrong.append(f"{path} declares {name}")
    return wrong


def unit_of(path: str) -> str:
    """A header and what defines it are one thing."""
    return str(PurePosixPath(path).with_suffix(""))


def circles(files: Mapping[str, str]) -> list[str]:
    """Units that include each other, directly or through others: one of them includes its owner."""
    known: dict[str, set[str]] = {}
    for path, text in files.items():
        known.setdefault(unit_of(path), set()).update(
            unit_of(name) for name in included(text) if name in files and unit_of(name) != unit_of(path)
        )

    def reached(start: str) -> Iterator[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for one in known.get(waiting.pop(), set()) - seen:
                seen.add(one)
                waiting.append(one)
                yield one

    return sorted(unit for unit in known if unit in set(reached(unit)))
