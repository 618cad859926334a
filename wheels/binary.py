"""What the checks ask of a binary, and by what a file of machine code is known. `reading.py` finds it out."""

from __future__ import annotations

from typing import NamedTuple

MAGIC = {
    b"\x7fELF": "ELF",
    b"MZ": "PE",
    b"\xcf\xfa\xed\xfe": "Mach-O",
    b"\xce\xfa\xed\xfe": "Mach-O, 32 bit",
    b"\xca\xfe\xba\xbe": "Mach-O, several machines",
    b"!<arch>\n": "archive",
}
"""What the files of machine code begin with; the last are none that a wheel should hold."""


class Binary(NamedTuple):
    """What one file of machine code says of itself."""

    machine: str
    """``ELF x86_64``: format and processor."""
    libraries: frozenset[str]
    """The shared libraries it needs, file names in lower case."""
    exports: frozenset[str]
    needs: frozenset[tuple[int, ...]]
    """The versions of the C library whose symbols it uses, or of the system it is made for; empty where it does not say."""
    signed: bool = False
    """Whether it carries a signature, if only one that says what is in it; asked of macOS' binaries alone."""


def kind(content: bytes) -> str | None:
    """The format of a file that holds machine code, by its first bytes; None for any other."""
    return next((name for magic, name in MAGIC.items() if content.startswith(magic)), None)
