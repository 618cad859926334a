"""Prints the oldest releases that the project says it works with, one a line, as `make oldest` installs them.

What the library needs and what it uses where it is there (the extras ``fast`` and ``tracing``), each at the number behind its ``>=`` in
pyproject.toml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wheels.target import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


def listed(heading: str) -> list[str]:
    """The requirements of one list of pyproject.toml; read by its lines, because Python 3.10 has no parser for it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(rf"^{heading} = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"pyproject.toml has no list {heading}")
    return re.findall(r'"([^"]+)"', found[1])


def oldest() -> Iterator[str]:
    """Each requirement at its oldest release."""
    for requirement in (*listed("dependencies"), *listed("fast"), *listed("tracing")):
        name, _, version = requirement.partition(">=")
        if not re.fullmatch(r"[\d.]+", version):
            raise ValueError(f"{requirement} does not say its oldest release")
        yield f"{name}=={version}"


if __name__ == "__main__":
    print("\n".join(oldest()))
