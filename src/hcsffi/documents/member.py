"""The row of a document's class body: `size_in_mb: int | None = member("SizeInMB", "uint64", "2.1", "docs dump", unit="MiB")`.

To attrs a row is a field that defaults to ``None``; what the row says travels as the field's metadata. Type checkers see a default
value, so every member may be left out of the constructor's call.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import attrs


class Member(NamedTuple):
    """One member of a document type, as its row says.

    Args:
        name: its name in Python.
        wire: its name in JSON, exact letter case.
        kind: its type expression (`uint64`, `array<Layer>`, `map<uint32,Attachment>`, `any by ResourcePath`).
        since: the first schema version that has it, or None where no source says.
        sources: who knows it (`docs` is the published table, `dump` an SDK's schema dump, else software that ships).
        sentence: what it means, where that is more than the row.
        unit: what a number counts (`MiB`, `100 ns`, `bytes`).
        spellings: other spellings seen in real services; read, never written.
        secret: whether its value is kept out of everything a person is shown.
        rule: what its value must be beyond its kind (`hcsffi.grammar.rule`).
    """

    name: str
    wire: str
    kind: str
    since: str | None
    sources: str
    sentence: str
    unit: str
    spellings: tuple[str, ...]
    secret: bool
    rule: str


def member(
    wire: str,
    kind: str,
    since: str | None,
    sources: str,
    sentence: str = "",
    *,
    unit: str = "",
    spellings: tuple[str, ...] = (),
    secret: bool = False,
    rule: str = "",
) -> Any:
    """Describe one member in a document's class body; the arguments are those of `Member`."""
    row = (("wire", wire), ("kind", kind), ("since", since), ("sources", sources), ("sentence", sentence), ("unit", unit))
    return attrs.field(default=None, metadata=dict(row, spellings=spellings, secret=secret, rule=rule))


def members(cls: type[Any]) -> tuple[Member, ...]:
    """The rows of a document type in the order of its class body."""
    return tuple([Member(field.name, **field.metadata) for field in attrs.fields(cls) if field.metadata])
