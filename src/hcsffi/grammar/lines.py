"""On which line of a JSON text a path stands, so that a message can point at the place."""

from __future__ import annotations

from json import decoder
from re import compile as pattern

from hcsffi.grammar.path import below

_SPACE = pattern(r"[ \t\r\n]*")
_TEXT = decoder.scanstring  # type: ignore[attr-defined]  # public, in C where there is one, but not in the stubs
_PLAIN = pattern(r"[^ \t\r\n,\]}]+")


_DEEPEST = 200
"""Deeper values have no path here: reading refuses such documents, and their paths would fill the memory."""


def lines_of(text: str) -> dict[str, int]:
    """The line on which the value of each JSON path begins.

    Args:
        text: a text that is JSON; what follows a syntax error is left out.

    Returns:
        `{"$": 1, "$.Owner": 2, ...}`; of a member that stands twice, the last one counts.
    """
    places: dict[str, int] = {}
    starts: list[tuple[str, int]] = []
    _walk(text, starts)
    line = 1
    seen = 0
    for path, position in starts:
        line += text.count("\n", seen, position)
        seen = position
        places[path] = line
    return places


def line_of(text: str, path: str) -> int:
    """The line on which a path's value begins, or that of its nearest parent; 1 where the text has no value at all."""
    places = lines_of(text)
    while path not in places and path not in {"", "$"}:
        path = _parent(path)
    return places.get(path, 1)


def _parent(path: str) -> str:
    """The path without its last step."""
    if path.endswith('"]'):
        end = path.rfind('["', 0, -2)
        return path[:end] if end > 0 else "$"
    cut = max(path.rfind("."), path.rfind("["))
    return path[:cut] if cut > 0 else "$"


def _walk(text: str, starts: list[tuple[str, int]]) -> None:
    """Note the start of every value; iterative, so that depth costs no stack. `open_` holds path and next index (-1: an object)."""
    open_: list[tuple[str, int]] = []
    position = 1 if text.startswith("\ufeff") else 0
    path: str | None = "$"
    try:
        while (path is not None or open_) and len(open_) <= _DEEPEST:
            position = _end(_SPACE, text, position)
            if path is not None:
                starts.append((path, position))
                if text[position] in "{[":
                    open_.append((path, -1 if text[position] == "{" else 0))
                    position += 1
                elif text[position] == '"':
                    position = _TEXT(text, position + 1, False)[1]  # noqa: FBT003  the C scanner takes no keywords
                else:
                    position = _end(_PLAIN, text, position)
                path = None
            else:
                path, position = _next(text, position, open_)
    except (ValueError, IndexError):  # the text ends or is no JSON from here on
        return


def _next(text: str, position: int, open_: list[tuple[str, int]]) -> tuple[str | None, int]:
    """The path of the next value inside the innermost container, or None when the container closes."""
    parent, index = open_[-1]
    if text[position] in "}]":
        open_.pop()
        return None, position + 1
    if text[position] == ",":
        position = _end(_SPACE, text, position + 1)
    if index >= 0:
        open_[-1] = (parent, index + 1)
        return f"{parent}[{index}]", position
    if text[position] != '"':
        raise ValueError("a member's name expected")
    name, position = _TEXT(text, position + 1, False)  # noqa: FBT003  the C scanner takes no keywords
    position = _end(_SPACE, text, position)
    if text[position] != ":":
        raise ValueError("a colon expected")
    return below(parent, name), position + 1


def _end(expression: object, text: str, position: int) -> int:
    """Where a match that begins here ends."""
    found = expression.match(text, position)  # type: ignore[attr-defined]  # a compiled pattern; its type has no runtime name in 3.10
    if found is None:
        raise ValueError("nothing here")
    return int(found.end())
