"""The functions that read and write one document type, compiled from its rows when the type is first met.

They know nothing they could look up: names, ranges and nested calls stand in the text (`reader_text`, `writer_text`), which is what makes
them fast. They handle the ordinary document; whatever is unusual makes a reader give up with `Mismatch`, and `checking` takes over.

A type that is met often is compiled once more, now with the small documents inside it in place: that text is long, and most programs
read most types a few times only.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from hcsffi.documents.document import Document
from hcsffi.documents.immutable import FrozenDict, FrozenList
from hcsffi.documents.ordinary import Mismatch, integer, open_value
from hcsffi.documents.reader_text import InPlace, ReaderText
from hcsffi.documents.scalar import RANGES
from hcsffi.documents.selectors import candidates, choose
from hcsffi.documents.writer_text import WriterText

if TYPE_CHECKING:
    from collections.abc import Callable

OFTEN = 64
"""After so many calls a type's functions are compiled once more."""

_CALLS = InPlace(largest=0, deepest=0, loaded=lambda _topic: False)
_PLACES = InPlace(largest=20, deepest=5, loaded=lambda topic: f"hcsffi.documents.topic.{topic}" in sys.modules)


class _Functions(dict[type[Any], "Callable[..., Any]"]):
    """The functions of one sort, by type; one that is met often is compiled once more, and everybody who calls it calls the new one.

    Args:
        text: the text of a type's function.
    """

    def __init__(self, text: Callable[[type[Any], InPlace], ReaderText | WriterText]) -> None:
        super().__init__()
        self.text = text
        self.callers: dict[type[Any], list[tuple[dict[str, Any], str]]] = {}

    def __missing__(self, cls: type[Any]) -> Callable[..., Any]:
        plainly = _compiled(cls, self.text(cls, _CALLS))
        left = OFTEN

        def counted(*arguments: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                self[cls] = _compiled(cls, self.text(cls, _PLACES))
                for names, alias in self.callers.pop(cls, ()):
                    names[alias] = self[cls]
            return plainly(*arguments)

        self[cls] = counted
        return counted

    def link(self, cls: type[Any], names: dict[str, Any], alias: str) -> None:
        """Put a type's function among the names of a function that calls it."""
        names[alias] = self[cls]
        self.callers.setdefault(cls, []).append((names, alias))


def _compiled(cls: type[Any], text: ReaderText | WriterText) -> Callable[..., Any]:
    code = compile("\n".join(text.lines), f"<{cls.__name__} {type(text).__name__}>", "exec")
    exec(code, text.names)  # noqa: S102  the text comes from the rows of our own classes, as attrs and cattrs do it
    made: Callable[..., Any] = text.names["made"]
    return made


def _selected(member: str, selector: Any, value: Any) -> Any:
    """An open member's value, typed by its selector."""
    names = candidates(member, selector) if isinstance(selector, str) else ()
    if type(value) is dict:
        chosen = choose(names, value)
        if chosen is not None:
            return READERS[chosen](value)
    elif names:
        if names[0] in RANGES:
            return integer(value, *RANGES[names[0]])
        raise Mismatch
    return open_value(value)


def plain(value: Any) -> Any:
    """The wire's form of any value: documents become JSON objects."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is float:
        return value
    if kind is FrozenDict:
        return {key: plain(item) for key, item in value.items()}
    if kind is FrozenList:
        return [plain(item) for item in value]
    return WRITERS[kind](value)


def _weighed_plain(schema: str) -> Callable[[Any, list[int]], Any]:
    """The same, telling what version is needed; a network document inside a compute one has versions of its own."""

    def weighed(value: Any, box: list[int]) -> Any:
        kind = type(value)
        if kind is FrozenDict:
            return {key: weighed(item, box) for key, item in value.items()}
        if kind is FrozenList:
            return [weighed(item, box) for item in value]
        if issubclass(kind, Document) and kind.__published__.startswith(f"{schema}."):
            return WEIGHERS[kind](value, box)
        return plain(value)

    return weighed


READERS: _Functions = _Functions(lambda cls, places: ReaderText(cls, READERS.link, _selected, places))
"""The functions that make an instance of a parsed JSON object."""

WRITERS: _Functions = _Functions(lambda cls, places: WriterText(cls, WRITERS.link, plain, places, weighs=False))
"""The functions that make a JSON object of an instance."""

WEIGHERS: _Functions = _Functions(
    lambda cls, places: WriterText(cls, WEIGHERS.link, _weighed_plain(cls.__published__.partition(".")[0]), places, weighs=True)
)
"""The functions that make a JSON object of an instance and tell in `box[0]` what version is needed."""
