"""The documents in what people paste or redirect into a file.

An answer of the network service wraps its documents in ``{"Success": true, "Output":
[...]}``, and ``ConvertTo-Json`` of Windows PowerShell in ``{"value": [...], "Count": 2}``; an enumeration is a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hcsffi.documents.guess import likely_types, roots, unstyled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.documents.document import Document

    JsonObject = dict[str, object]

_WRAPPING = ("Output", "value")
_BESIDE = {"Success", "Error", "ErrorCode", "Count", *_WRAPPING}
"""Members of what wraps documents; anything else beside them makes it a document of its own."""
_NAMED = 3


class Part(NamedTuple):
    """One document within a text.

    Args:
        path: where, as a JSON path.
        value: the document, as JSON gave it.
    """

    path: str
    value: object


class Guess(NamedTuple):
    """What a document was taken for.

    Args:
        kind: its type.
        reason: why, and what else it could be, as words in one line.
    """

    kind: type[Document]
    reason: str


def parts(parsed: object, path: str = "$") -> list[Part]:
    """Return the documents of a parsed text: one, or those of a list, out of what wraps them.

    Args:
        parsed: the JSON value.
        path: where it stands.

    Returns:
        In order; a value that is no document, or a list without any, stands for itself.
    """
    if isinstance(parsed, dict):
        inside = [name for name in _WRAPPING if isinstance(parsed.get(name), (dict, list))]
        if len(inside) == 1 and _BESIDE.issuperset(parsed):
            return parts(parsed[inside[0]], f"{path}.{inside[0]}")
    elif isinstance(parsed, list) and any(isinstance(item, dict) for item in parsed):
        return [Part(f"{path}[{index}]", item) for index, item in enumerate(parsed)]
    return [Part(path, parsed)]


def guess(value: object) -> Guess | None:
    """Return what a document looks like, or ``None`` when it looks like nothing."""
    likely = likely_types(value) if isinstance(value, dict) else []
    if not isinstance(value, dict) or not likely:
        return None
    kind, *others = likely
    known = [row.wire for name in value for row in kind.__members__ if unstyled(row.wire) == unstyled(name)]
    telling = sorted(known, key=lambda name: sum(name in _wires(other) for other in roots().values()))  # what few others have
    named = ", ".join(telling[:_NAMED]) + (f" and {len(known) - _NAMED} more" if len(known) > _NAMED else "")
    could = f"; could also be {' or '.join(_name(other) for other in others[:_NAMED])}" if others else ""
    return Guess(kind, f"for its {named}{could}")


def _wires(kind: type[Document]) -> Iterator[str]:
    return (row.wire for row in kind.__members__)


def _name(kind: type[Document]) -> str:
    """As ``--type`` takes it: with the schema, where two types have one name."""
    return kind.__published__ if ".V1." in kind.__published__ else kind.__name__
