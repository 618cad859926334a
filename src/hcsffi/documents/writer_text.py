"""The text of the functions that write one document type, made of its rows.

write(o)        the JSON object of an instance, plain dicts and lists
weigh(o, box)   the same, and in `box[0]` a bit for each schema version the document needs and one for unknown members (`versions`)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import places
from hcsffi.documents.enumeration import FlagsEnum, texts_of
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.ordinary import merged
from hcsffi.documents.scalar import to_base64
from hcsffi.documents.versions import UNKNOWN, bit_of, floor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.documents.member import Member
    from hcsffi.documents.reader_text import InPlace, Link

_WRITE = {"binary": "to_base64(v)", "datetime": "text_of(v)"}
"""What changes when it is written."""


class WriterText:
    """The text of a writing function and the names it mentions.

    Args:
        cls: the document type.
        called: puts the writing function of another type, of the same sort, among the names.
        plain: what writes an open value, of the same sort.
        in_place: the types that are written in place.
        weighs: whether the function also tells what version is needed.
    """

    def __init__(self, cls: type[Any], called: Link, plain: Callable[..., Any], in_place: InPlace, *, weighs: bool) -> None:
        self.called = called
        self.in_place = in_place
        self.weighs = weighs
        self.schema = cls.__published__.partition(".")[0]
        self.floor = floor_of(cls.__published__)
        self.names: dict[str, Any] = {"to_base64": to_base64, "text_of": str.__str__, "merged": merged, "plain": plain}
        self.names |= {"bit_of": bit_of, "bits_of": _bits_of}
        self.lines = ["def made(o0, box):", " b = 0"] if weighs else ["def made(o0):"]
        self.document(cls, 0, " ")
        self.lines += [*[" if b: box[0] |= b"][:weighs], " return d0"]

    def document(self, cls: type[Any], depth: int, indent: str) -> None:
        """Make the object `d1` of the document `o1`, one level deeper `d2` of `o2`."""
        self.lines.append(f"{indent}d{depth} = {{}}")
        for row in cls.__members__:
            self.member(cls, row, depth, indent)
        unknown = "lambda v: plain(v, box)" if self.weighs else "plain"
        self.lines += [
            f"{indent}if o{depth}.unknown_members is not None:",
            f"{indent} d{depth} = merged(d{depth}, o{depth}.unknown_members, {unknown})",
            *[f"{indent} b |= {UNKNOWN}"][: self.weighs],
        ]

    def member(self, cls: type[Any], row: Member, depth: int, indent: str) -> None:
        """Put a member's value into the object."""
        kind = parse(row.kind)
        inner = kind.inner if kind.form in {"array", "map"} else kind
        nested = self.in_place.type_of(cls, inner) if inner.form == "type" and depth < self.in_place.deepest else None
        value = f"o{depth + 1}" if nested is not None and kind.form == "type" else "v"
        self.lines += [f"{indent}{value} = o{depth}.{row.name}", f"{indent}if {value} is not None:"]
        indent += " "
        newer = bit_of(row.since) if self.weighs and row.since != self.floor else 0
        if newer:
            self.lines.append(f"{indent}b |= {newer}")
        if self.weighs:
            self.lines += [indent + line for line in self.newer(kind)]
        written = self.value(kind) if nested is None else self.nested_in_place(nested, kind, depth + 1, indent)
        self.lines.append(f"{indent}d{depth}[{row.wire!r}] = {written}")

    def nested_in_place(self, nested: type[Any], kind: Kind, depth: int, indent: str) -> str:
        """Write the document `o1`, or the documents of `v`, here without a call; the name of what was made."""
        if kind.form == "type":
            self.document(nested, depth, indent)
            return f"d{depth}"
        if kind.form == "array":
            self.lines += [f"{indent}l{depth} = []", f"{indent}for o{depth} in v:"]
            put = f"l{depth}.append(d{depth})"
        else:
            self.lines += [f"{indent}l{depth} = {{}}", f"{indent}for k{depth}, o{depth} in v.items():"]
            put = f"l{depth}[k{depth}] = d{depth}"
        self.document(nested, depth, f"{indent} ")
        self.lines.append(f"{indent} {put}")
        return f"l{depth}"

    def newer(self, kind: Kind) -> list[str]:
        """The lines that look for newer values of enumerations."""
        inner = kind.inner if kind.form in {"array", "map"} else kind
        if inner.form != "type" or self._extended(inner) == "Document" or self.in_place.knows_no_newer(f"{self.schema}.{inner.name}"):
            return []
        if kind.form == "type":
            return ["b |= bits_of(v)"] if self._extended(kind) == "FlagsEnum" else ["if v.since is not None: b |= bit_of(v.since)"]
        return [f"for i in v{'' if kind.form == 'array' else '.values()'}: b |= bits_of(i)"]

    def _extended(self, kind: Kind) -> str:
        return places()[f"{self.schema}.{kind.name}"].base

    def value(self, kind: Kind) -> str:
        """The expression that writes a value `v` of a kind."""
        if kind.form == "scalar":
            return _WRITE.get(kind.name, "v")
        if kind.form == "any":
            return "plain(v, box)" if self.weighs else "plain(v)"
        if kind.form in {"array", "map"}:
            inner = self.value(kind.inner)
            if kind.form == "array":
                return "[*v]" if inner == "v" else f"[{inner} for v in v]"
            return "{**v}" if inner == "v" else f"{{k: {inner} for k, v in v.items()}}"
        if self._extended(kind) != "Document":
            return "v._value_"
        return f"{self.nested(kind.name)}(v, box)" if self.weighs else f"{self.nested(kind.name)}(v)"

    def nested(self, name: str) -> str:
        """The name of the function that writes another type; it is made at the first call."""
        alias = f"write_{name.replace('.', '_')}"

        def first(value: Any, *box: Any) -> Any:
            self.called(type(value), self.names, alias)
            return self.names[alias](value, *box)

        self.names.setdefault(alias, first)
        return alias


def _bits_of(value: Any) -> int:
    """The version bits of an enumeration's value, of all flags that are set."""
    if not isinstance(value, FlagsEnum):
        return bit_of(value.since)
    bits, flags = 0, int(value)
    for known in texts_of(type(value)).values():
        if known.since is not None and flags & known._value_:
            bits |= bit_of(known.since)
    return bits
