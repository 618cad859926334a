"""A value in a person's words, the words of JSON; and a secret, of which no more is told than what it is and how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

_SHOWN = 60
"""Longest excerpt of a refused value; a whole layer chain in a message helps nobody."""


def shown(value: object) -> str:
    """A value of any kind as a short text for a message, in the words of JSON; what holds others is told by its size alone."""
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    if isinstance(value, str) and not isinstance(value, Enum):
        plain = value if value.isprintable() else ascii(value)[1:-1]
        return f'the text "{plain if len(plain) <= _SHOWN else plain[: _SHOWN - 3] + "..."}"'
    if isinstance(value, (int, float)) and not isinstance(value, Enum):
        return f"the number {str(float(value) if isinstance(value, float) else int(value))[:_SHOWN]}"
    return described(value)


def described(value: object) -> str:
    """What kind of value it is and how long: all that is told of a secret."""
    if isinstance(value, Mapping):
        return f"an object of {len(value)}"
    if isinstance(value, (str, bytes, bytearray, memoryview)):
        text = isinstance(value, str)
        return f"a text of {len(value)} characters" if text else f"bytes of length {len(value)}"
    if isinstance(value, Sequence):
        return f"a list of {len(value)}"
    return "a number" if isinstance(value, (int, float)) and not isinstance(value, Enum) else type(value).__name__


def veiled(value: object, *, secret: bool = True) -> str:
    """A secret, or what nobody knows to be none, for `repr`: the names in it, and what each stands for."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {veiled(item, secret=secret)}" for key, item in value.items()) + "}"
    if not secret and isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return f"[{', '.join(veiled(item, secret=False) for item in value)}]"
    plain = value is None or hasattr(value, "__members__") or (not secret and isinstance(value, (bool, int, float)))
    return repr(value) if plain else f"<{described(value)}>"
