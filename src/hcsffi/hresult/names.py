"""The names of all codes that winerror.h, ntstatus.h and their sisters know, read from ``names.txt`` when one is first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from hcsffi.hresult.rows import from_win32


class Names(NamedTuple):
    """What ``names.txt`` says.

    Args:
        by_kind: for ``win32``, ``hresult`` and ``ntstatus``: number to name, several names joined by a slash.
        by_name: name to code; a Win32 error in its HRESULT form.
    """

    by_kind: dict[str, dict[int, str]]
    by_name: dict[str, int]


@lru_cache(maxsize=1)
def load_names() -> Names:
    """Read the file; some ten thousand names in a few milliseconds."""
    by_kind: dict[str, dict[int, str]] = {"win32": {}, "hresult": {}, "ntstatus": {}}
    by_name: dict[str, int] = {}
    kind = ""
    for line in files(__package__).joinpath("names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            first, *words = line.split()
            for number, word in enumerate(words, int(first, 16)):
                by_kind[kind][number] = word
                code = from_win32(number) if kind == "win32" else number
                for name in word.split("/"):
                    by_name.setdefault(name.upper(), code)
    return Names(by_kind, by_name)


def number_of(name: str) -> int | None:
    """The code of a name in capitals, or ``None``."""
    return load_names().by_name.get(name)


def name_of(kind: str, number: int) -> str | None:
    """The usual name of a number among ``win32``, ``hresult`` or ``ntstatus``, or ``None``."""
    found = load_names().by_kind[kind].get(number)
    return None if found is None else found.split("/")[0]
