"""What is wrong with a document: one `Problem` each, all together in one `InvalidDocument`."""

from __future__ import annotations

import copyreg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_TOLD = 20
"""How many problems a message tells; the others are in `problems`."""


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
        head = f"{document} has {count} problems; " if count != 1 else f"{document} is not valid: "
        rest = f"; and {count - _TOLD} more" if count > _TOLD else ""
        super().__init__(head + "; ".join(map(str, self.problems[:_TOLD])) + rest)

    def __reduce__(self) -> tuple[object, ...]:
        # Without calling __init__, whose arguments are not those of a subclass; the state brings the text along.
        return (copyreg.__newobj__, (type(self),), {**self.__dict__, "args": self.args})  # type: ignore[attr-defined]  # not in typeshed
