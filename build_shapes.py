"""Prints the shapes that the embedded host checks documents against, and the rules they keep, from the document types themselves.

The topic modules are read as text (`ast`), not imported: what they import is not there when the project is built. The rows are all of one
form: a class with its published name as a keyword, and below it members (`name: type | None = member("Wire", "kind", ...)`) or values
(`NAME = "Text", ...`).
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

DOCUMENTS = Path(__file__).resolve().parent / "src" / "hcsffi" / "documents"
TOPICS = DOCUMENTS / "topic"
HOLDERS = ("_ENDPOINT", "_NETWORK", "_SUBNET")
"""The tables of `documents/policies.py` whose types the host checks the settings of network policies against."""
HOST_RELATIONS = re.compile(r"(exactly|at least|at most) one of |\w+ if |\w+ counts ")
"""Relations that a shape carries; the others are of addresses, which the nouns of the network have as numbers."""

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
// Behind a kind may stand ! and a rule (document/grammar.cpp), before it `needed`, or that alone. Relations are what members keep together,
// in the words of hcsffi/grammar/rule.py.
#pragma once

namespace hcsffi {

struct Shape {
    const char* type;
    const char* members;
    const char* relations;
};

// What the settings of a network policy are, by its holder and its type.
struct Setting {
    const char* holder;
    const char* type;
    const char* shape;
};

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
    relations: list[str]


def read_types(schema: str) -> dict[str, Type]:
    """All types of a schema by published name; generation 1, which no host function takes, is left out."""
    found = {}
    for path in sorted(TOPICS.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                keywords = {word.arg: word.value for word in node.keywords}
                published = ast.literal_eval(keywords["published"])
                if published.startswith(f"{schema}.") and ".V1." not in published:
                    rules = ast.literal_eval(keywords["rules"]) if "rules" in keywords else ()
                    relations = [rule.partition(": ")[0] for rule in rules]
                    base = ast.unparse(node.bases[0])
                    found[published.partition(".")[2]] = Type(base, "numeric" in keywords, _rows(node), relations)
    return found


def read_settings() -> list[tuple[str, str, str]]:
    """Holder, type of policy and published type of its settings, sorted."""
    tree = ast.parse((DOCUMENTS / "policies.py").read_text(encoding="utf-8"))
    tables = {
        line.targets[0].id: line.value for line in tree.body if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name)
    }
    return sorted(
        (holder.strip("_").capitalize(), policy, name) for holder in HOLDERS for policy, name in ast.literal_eval(tables[holder]).items()
    )


def _rows(node: ast.ClassDef) -> list[tuple[str, str, str]]:
    rows = []
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.value, ast.Call):
            rule = next((ast.literal_eval(word.value) for word in line.value.keywords if word.arg == "rule"), "")
            wire, kind = (ast.literal_eval(one) for one in line.value.args[:2])
            rows.append((wire, kind, word_of(rule)))
        elif isinstance(line, ast.Assign):
            value = ast.literal_eval(line.value)
            rows.append((str(value[0] if isinstance(value, tuple) else value), "", ""))
    return rows


def word_of(rule: str) -> str:
    """A rule as the host's table has it: `needed from 1 to 10000: its source` is `!needed,from-1-10000`."""
    text = rule.partition(": ")[0]
    return "!" + text.replace("needed ", "needed,").replace(" to ", "-").replace(" ", "-") if text else ""


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


def reached(names: list[str], types: dict[str, Type]) -> dict[str, Type]:
    """Types, and all that their members are made of."""
    found: dict[str, Type] = {}
    while names:
        name = names.pop()
        if name in types and name not in found:
            found[name] = types[name]
            names += [word for _, kind, _ in types[name].rows for word in re.findall(r"[\w.]+", kind)]
    return found


def _lines(types: dict[str, Type], every: dict[str, Type], *, of_network: bool) -> list[str]:
    lines = []
    for name, one in sorted(types.items()):
        if one.base == "Document":
            members = []
            for wire, kind, rule in one.rows:
                shape = DIFFERENCES.get((name, wire)) or shape_of(kind, every)
                strict = of_network and kind == "guid"  # the compute service takes names where the tables say GUID
                members.append(f"{wire}:{shape}{rule}{',id' if strict and rule else '!id' if strict else ''}")
            relations = "; ".join(rule for rule in one.relations if HOST_RELATIONS.match(rule))
            lines.append(f'    {{"{name}", "{" ".join(members)}", "{relations}"}},')
        elif one.base == "TextEnum":
            numbers = "#" * (one.numeric and not of_network)
            lines.append(f'    {{"{name}", "={numbers}{"|".join(text for text, *_ in one.rows)}", ""}},')
    return lines


def print_shapes() -> str:
    """The whole header."""
    compute, network, settings = read_types("hcs"), read_types("hcn"), read_settings()
    kept = reached([name for _, _, name in settings], network)
    tables = [
        ["constexpr Shape kShapes[] = {", *_lines(compute, compute, of_network=False), "};"],
        ["constexpr Shape kNetworkShapes[] = {", *_lines(kept, network, of_network=True), "};"],
        ["constexpr Setting kSettings[] = {", *[f'    {{"{holder}", "{policy}", "{name}"}},' for holder, policy, name in settings], "};"],
    ]
    return _HEAD + "\n\n".join("\n".join(table) for table in tables) + "\n\n}  // namespace hcsffi\n"
