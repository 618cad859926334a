"""Paths made ready to cross to the service, which knows neither this process's working directory nor Python's path types."""

from __future__ import annotations

import ntpath
import os
import sys
from pathlib import Path
from typing import Final

from hcsffi.delivery.argument import utf8

StrPath = str | os.PathLike[str]

FOLDER_UNITS: Final = 248
"""UTF-16 units from which on Windows makes no folder, unless the path says that it is meant as it stands (MAX_PATH less a short name)."""
AS_IT_STANDS: Final = "\\\\?\\"
_DEVICE: Final = "\\\\.\\"
_NETWORK: Final = "\\\\"


def crossing(name: str, value: StrPath) -> str:
    """Return a path as it crosses: absolute, and on Windows in the long form where the short one would be refused.

    Args:
        name: the argument's name, for errors.
        value: the path.

    Raises:
        TypeError: it is no text and no ``os.PathLike`` of one.
        ValueError: it is empty or relative, has a NUL character or half a surrogate pair.
    """
    text: object = os.fspath(value)
    if not isinstance(text, str):
        message = f"{name} has to be a text, not {type(text).__name__}"
        raise TypeError(message)
    if not text:
        message = f"{name} is empty"
        raise ValueError(message)
    utf8(name, text)
    if not is_absolute(text):
        message = f"{name} has to be absolute, and {text!r} is not: the service does not know this process's working directory"
        raise ValueError(message)
    return long_form(text) if sys.platform == "win32" else text


def crossing_bytes(name: str, value: StrPath) -> bytes:
    """Return :func:`crossing`'s path as UTF-8, the form in which a text argument is given to a native function."""
    return crossing(name, value).encode()


def is_absolute(text: str) -> bool:
    """Whether the path means the same in every working directory; on Windows it names a drive, a share or a volume."""
    return Path(text).is_absolute() if sys.platform == "win32" else text.startswith("/")


def long_form(text: str) -> str:
    """Return an absolute Windows path in the form that may be long, where it is too long for the ordinary one.

    In that form nothing is taken for a short cut any more, so slashes and ``..`` are resolved first.
    """
    if text.startswith((AS_IT_STANDS, _DEVICE)) or len(text.encode("utf-16-le")) // 2 < FOLDER_UNITS:
        return text
    plain = ntpath.normpath(text)
    if plain.startswith(_NETWORK):
        return f"{AS_IT_STANDS}UNC\\{plain.removeprefix(_NETWORK)}"
    return AS_IT_STANDS + plain
