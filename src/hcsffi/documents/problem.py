"""What is wrong with a document: one `Problem` each, all together in one `InvalidDocument`."""

from __future__ import annotations

import copyreg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 60
"""Longest excerpt of a refused value; a whole layer chain in a message helps nobody."""


class Problem:
    """One thing wrong with a document, as plain text for people and tools.

    Args:
        path: where, as a JSON path (`$.Container.Storage.Layers[0].Path`).
        found: what is there.
        allowed: what may be there.
        suggestion: what was probably meant; only checkers fill it in.
    """

    __slots__ = ("allowed", "found", "path", "suggestion")

    path: str
    found: str
    allowed: str
    suggestion: str | None

    def __init__(self, path: str, found: str, allowed: str, suggestion: str | None = None) -> None:
        self.path = path
        self.found = found
        self.allowed = allowed
        self.suggestion = suggestion

    def __str__(self) -> str:
        hint = f" (did you mean {self.suggestion}?)" if self.suggestion else ""
        return f"{self.path}: found {self.found}, allowed is {self.allowed}{hint}"

    def __repr__(self) -> str:
        return f"Problem({self.path!r}, {self.found!r}, {self.allowed!r}, {self.suggestion!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        return (Problem, (self.path, self.found, self.allowed, self.suggestion))


class InvalidDocument(ValueError):  # the name is the condition, as the whole exception family has it
    """A document says something its type does not allow; nothing was sent.

    Args:
        document: the name of the document's type.
        problems: all of them, in the order of the document.
    """

    problems: tuple[Problem, ...] = ()

    def __init__(self, document: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        self.document_type = document
        count = len(self.problems)
        head = f"{document} has {count} problems" if count != 1 else f"{document} is not valid"
        super().__init__("; ".join([head, *map(str, self.problems)]) if count != 1 else f"{head}: {self.problems[0]}")

    def __reduce__(self) -> tuple[object, ...]:
        # Without calling __init__, whose arguments are not those of a subclass; the state brings the text along.
        return (copyreg.__newobj__, (type(self),), {**self.__dict__, "args": self.args})  # type: ignore[attr-defined]  # not in typeshed


def shown(value: object) -> str:
    """A value of any kind as a short text for a message; a value that cannot even be shown is named by its type."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001  a foreign __repr__ may raise anything; the message matters more
        text = "?"
    text = text.encode("ascii", "backslashreplace").decode("ascii") if not text.isascii() and not text.isprintable() else text
    return f"{type(value).__name__} {text if len(text) <= _SHOWN else text[: _SHOWN - 3] + '...'}"


def below(path: str, name: str) -> str:
    """The path of a member: `$.Memory`, or `$.Scsi["0"]` where the name is not a plain word."""
    if name.isidentifier():
        return f"{path}.{name}"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'{path}["{quoted}"]'
