"""Text arguments that are no documents: ids, paths, namespaces."""

from __future__ import annotations

import os


def text(name: str, value: str | os.PathLike[str]) -> bytes:
    """Return the argument as UTF-8.

    Args:
        name: the argument's name, for errors.
        value: the text or path.

    Raises:
        ValueError: the text has a NUL character or half a surrogate pair and cannot cross to the library.
    """
    plain = os.fspath(value)
    if "\0" in plain:
        message = f"{name} has a NUL character at {plain.index(chr(0))}: {plain!r}"
        raise ValueError(message)
    try:
        return plain.encode()
    except UnicodeEncodeError as error:
        message = f"{name} has half a surrogate pair at {error.start}: {plain!r}"
        raise ValueError(message) from error
