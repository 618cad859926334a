"""Prints the shapes that the embedded host checks documents against, from the document types themselves.

The topic modules are read as text (`ast`), not imported: what they import is not there when the project is built. The rows are all of one
form: a class with its published name as a keyword, and below it members (`name: type | None = member("Wire", "kind", ...)`) or values
(`NAME = "Text", ...`).
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

TOPICS = Path(__file__).resolve().parent / "src" / "hcsffi" / "documents" / "topic"

DIFFERENCES = {
    ("SignalProcessOptions", "Signal"): "*",  # a Linux guest takes a number here, which the documents keep in a type of its own
}
"""Where the host deliberately takes something else than the documents say: type and member -> kind."""

_TEXTS = {"string", "guid", "binary", "binary-hex", "datetime", "mac"}
_SINGLE = {"bool": "b", "float64": "f", "int": "i64", "uint": "u64", "any": "*", **dict.fromkeys(_TEXTS, "s")}
_HEAD = """// What stands where in the documents the host takes, printed by build_shapes.py from the document types.
//
// A member is Name:kind. Kinds: s text, b boolean, f number, * anything, u8 to u64 and i8 to i64 integers of that width, @Type another row,
// []kind an array, [2]kind an array of two, {}kind a map, {u}kind a map whose keys are decimal numbers. A row that begins with = lists the
// texts of an enumeration, with =# of one that may come as a number, too. Members no row names are left alone: newer clients know more.
// Behind a kind may stand ! and a rule (document/grammar.cpp).
#pragma once

namespace hcsffi {

struct Shape {
    const char* type;
    const char* members;
};

constexpr Shape kShapes[] = {
"""


class Type(NamedTuple):
    """One class of a topic.

    Args:
        base: the class it extends: `Document`, or the kind of enumeration.
        numeric: whether an enumeration of texts also comes as numbers.
        rows: wire name, kind and rule of each member of a document, text and nothing of each value of an enumeration.
    """

    base: str
    numeric: bool
    rows: list[tuple[str, str, str]]


def read_types(schema: str) -> dict[str, Type]:
    """All types of a schema by published name; generation 1, which no host function takes, is left out."""
    found = {}
    for path in sorted(TOPICS.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                keywords = {word.arg: word.value for word in node.keywords}
                published = ast.literal_eval(keywords["published"])
                if published.startswith(f"{schema}.") and ".V1." not in published:
                    found[published.partition(".")[2]] = Type(ast.unparse(node.bases[0]), "numeric" in keywords, _rows(node))
    return found


def _rows(node: ast.ClassDef) -> list[tuple[str, str, str]]:
    rows = []
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.value, ast.Call):
            rule = next((ast.literal_eval(word.value) for word in line.value.keywords if word.arg == "rule"), "")
            rows.append((ast.literal_eval(line.value.args[0]), ast.literal_eval(line.value.args[1]), _word(rule)))
        elif isinstance(line, ast.Assign):
            value = ast.literal_eval(line.value)
            rows.append((str(value[0] if isinstance(value, tuple) else value), "", ""))
    return rows


def _word(rule: str) -> str:
    """A rule as the host's table has it: `from 1 to 10000: its source` is `!from-1-10000`."""
    text = rule.partition(": ")[0]
    return "!" + text.replace(" to ", "-").replace(" ", "-") if text else ""


def shape_of(kind: str, types: dict[str, Type]) -> str:
    """The host's word for a kind."""
    array = re.fullmatch(r"array<(.+?)(?:,(\d+))?>", kind)
    if array:
        return f"[{array[2] or ''}]{shape_of(array[1], types)}"
    mapping = re.fullmatch(r"map<([\w-]+),(.+)>", kind)
    if mapping:
        return f"{{{'u' if mapping[1].startswith('uint') else ''}}}{shape_of(mapping[2], types)}"
    if kind.startswith("any "):
        return "*"
    if kind in types:
        return f"@{kind}" if types[kind].base in {"Document", "TextEnum"} else "u32"
    return _SINGLE.get(kind) or kind.replace("uint", "u").replace("int", "i")


def print_shapes() -> str:
    """The whole header."""
    types = read_types("hcs")
    lines = []
    for name, one in sorted(types.items()):
        if one.base == "Document":
            kinds = [DIFFERENCES.get((name, wire)) or shape_of(kind, types) for wire, kind, _ in one.rows]
            members = [f"{wire}:{kind}{rule}" for (wire, _, rule), kind in zip(one.rows, kinds, strict=True)]
            lines.append(f'    {{"{name}", "{" ".join(members)}"}},')
        elif one.base == "TextEnum":
            lines.append(f'    {{"{name}", "={"#" * one.numeric}{"|".join(text for text, *_ in one.rows)}"}},')
    return _HEAD + "\n".join(lines) + "\n};\n\n}  // namespace hcsffi\n"
