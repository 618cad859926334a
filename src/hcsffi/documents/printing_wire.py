"""Prints `topic/*_wire.py`: for each type one function that reads it from parsed JSON and one that writes it.

The printed functions know nothing they could look up: names, ranges and nested calls stand in the text. They handle the ordinary
document; whatever is unusual makes them give up with `Mismatch`, and `reading` takes over.
"""

from __future__ import annotations

import re

from hcsffi.documents.expression import Kind, parse
from hcsffi.documents.naming import snake
from hcsffi.documents.scalar import RANGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.facts import MemberFact, Topic, TypeFact
    from hcsffi.documents.printing import Printer


LEAF_MEMBERS = 8
"""Types with more members are called, not written in place: the text would grow more than the speed."""
DEEPEST_IN_PLACE = 5
"""How deep documents are written in place inside one function (arrays count as a level)."""


def wire_module(printer: Printer, topic: Topic, notice: str) -> str:
    """The reading and writing functions of one topic."""
    return _WireModule(printer, topic).text(notice)


class _WireModule:
    """Collects functions and what they need from elsewhere."""

    def __init__(self, printer: Printer, topic: Topic) -> None:
        self.printer = printer
        self.topic = topic
        self.tools = {"draft", "leftover", "merged"}
        self.classes: dict[str, set[str]] = {}
        self.later: dict[str, str] = {}
        self.known: dict[str, str] = {}

    def text(self, notice: str) -> str:
        """The module's source."""
        functions = []
        for fact in self.topic.types:
            if fact.wire == "object":
                functions += [self.reader(fact), self.writer(fact)]
        body = "\n\n\n".join(functions)
        lines = [
            f'"""Reading and writing: {self.topic.title[0].lower()}{self.topic.title[1:]}\n\n{notice}\n"""',
            "",
            "from __future__ import annotations",
            "",
        ]
        used = sorted(tool for tool in self.tools if tool == "draft" or re.search(rf"\b{tool}\b", body))
        names = [*used, *(["later"] if self.later and "later" not in used else [])]
        lines.append(f"from hcsffi.documents.fast import {', '.join(sorted(names, key=lambda name: (not name[0].isupper(), name)))}")
        own = {fact.python for fact in self.topic.types if fact.wire == "object"} | self.classes.pop(self.topic.name, set())
        self.classes[self.topic.name] = own
        lines += [
            f"from hcsffi.documents.topic.{name} import {', '.join(sorted(names))}" for name, names in sorted(self.classes.items()) if names
        ]
        lines += ["", "TYPE_CHECKING = False", "if TYPE_CHECKING:", "    from typing import Any", ""]
        lines += [f"{snake(fact.python)}_draft = draft({fact.python})" for fact in self.topic.types if fact.wire == "object"]
        lines += [f"{name} = {text}" for name, text in sorted(self.known.items())]
        lines += [f"{name} = {text}" for name, text in sorted(self.later.items())]
        calls = [
            f'    "{fact.key}": (read_{snake(fact.python)}, write_{snake(fact.python)}),'
            for fact in self.topic.types
            if fact.wire == "object"
        ]
        table = "\n".join(["CALLS = {", *calls, "}", '"""Reader and writer of each type, by published name."""'])
        return "\n".join(lines) + f"\n\n\n{body}\n\n\n{table}\n"

    def call(self, verb: str, fact: TypeFact) -> str:
        """The name of a reading or writing function, made available here."""
        name = f"{verb}_{snake(fact.python)}"
        if fact.topic != self.topic.name:
            self.later[name] = f'later("hcsffi.documents.topic.{fact.topic}_wire", "{name}", globals())'
        return name

    def lookup(self, fact: TypeFact) -> str:
        """The name of the function from a raw value to the enumeration's member."""
        name = f"known_{snake(fact.python)}"
        self.classes.setdefault(fact.topic, set()).add(fact.python)
        self.known[name] = fact.python if self.flags(fact) else f"{fact.python}._value2member_map_.get"
        return name

    @staticmethod
    def flags(fact: TypeFact) -> bool:
        """Whether the enumeration is a set of bits."""
        return fact.wire == "number" and fact.python.endswith("Flags")

    def reader(self, fact: TypeFact) -> str:
        """The function that reads one type."""
        name = snake(fact.python)
        recursive = any(f"<{fact.published}>" in row.kind or row.kind == fact.published for row in fact.members)
        level = ", level: int = 0" if recursive else ""
        lines = [f"def read_{name}(d: Any{level}) -> Any:", f'    """A `{fact.python}` from its JSON object."""']
        self.tools.add("Mismatch")
        guard = "type(d) is not dict or level > 40" if recursive else "type(d) is not dict"
        lines += [f"    if {guard}:", "        raise Mismatch", f"    o = {name}_draft()", "    n = 0"]
        for row in fact.members:
            lines += [f'    if "{row.name}" in d:', "        n += 1", f'        v = d["{row.name}"]']
            lines += ["        " + line for line in self.read_member(fact, row, recursive=recursive)]
            lines += [f"        o.{snake(row.name)} = v", "    else:", f"        o.{snake(row.name)} = None"]
        has_any = any(parse(row.kind).form == "any" for row in fact.members)
        check = f"leftover({fact.python}, d) if n != len(d)" + (" or None in d.values()" if has_any else "") + " else None"
        lines += [f"    o.unknown_members = {check}", f"    o.__class__ = {fact.python}", "    return o"]
        if any(line.strip().startswith("r = ") for line in lines):
            lines.insert(2, "    r: Any")
        return "\n".join(lines)

    def read_member(self, fact: TypeFact, row: MemberFact, *, recursive: bool) -> list[str]:
        """Statements that check and convert `v`, one member's value."""
        kind = parse(row.kind)
        if kind.form == "scalar":
            return self.read_scalar(kind.name)
        if kind.form == "type":
            found = self.printer.named(fact, kind.name)
            if found.wire != "object":
                return self.read_enum(found)
        lines = self.read_structure(fact, row, kind, "v")
        if recursive:
            own = f"read_{snake(fact.python)}"
            lines = [line.replace(f"{own}(v)", f"{own}(v, level + 1)").replace(f"{own}(x)", f"{own}(x, level + 1)") for line in lines]
        return ["if v is not None:", *["    " + line for line in lines]]

    def read_structure(self, fact: TypeFact, row: MemberFact, kind: Kind, name: str) -> list[str]:
        """Statements that check and convert a structured value; loops, because comprehensions cost a call before Python 3.12."""
        plain = kind.form == "array" and kind.inner.form == "scalar" and kind.inner.name in {"string", "mac"} and kind.length is None
        if plain or kind.form not in {"array", "map"} or kind.inner.form in {"array", "map"}:
            return [f"{name} = {self.read_expression(fact, row, kind, name)}"]
        inner = self.read_expression(fact, row, kind.inner, "x")
        if kind.form == "array":
            length = f" or len({name}) != {kind.length}" if kind.length is not None else ""
            start = [f"if type({name}) is not list{length}:", "    raise Mismatch", "r = []", f"for x in {name}:"]
            return [*start, f"    r.append({inner})", f"{name} = r"]
        check = ["if type(k) is not str:", "    raise Mismatch"]
        if kind.key == "guid":
            self.tools.add("guid_key")
            check = ["if len(k) != 36 or not k.islower():", "    guid_key(k)"]
        elif kind.key != "string":
            self.tools |= {"number_key", "SMALL_NUMBERS"}
            check = ["if k not in SMALL_NUMBERS:", f"    number_key(k, {RANGES[kind.key][1]})"]
        start = [f"if type({name}) is not dict:", "    raise Mismatch", "r = {}", f"for k, x in {name}.items():"]
        return [*start, *["    " + line for line in check], f"    r[k] = {inner}", f"{name} = r"]

    def read_scalar(self, name: str) -> list[str]:
        """Statements for a single value."""
        if name in RANGES:
            low, high = RANGES[name]
            return [f"if (type(v) is not int or not {low} <= v <= {high}) and v is not None:", "    raise Mismatch"]
        if name == "bool":
            return ["if v is not True and v is not False and v is not None:", "    raise Mismatch"]
        if name == "guid":
            self.tools.add("guid")
            text = ["if v is not None:", "    if type(v) is not str:", "        raise Mismatch"]
            return [*text, "    if len(v) != 36 or not v.islower():", "        v = guid(v)"]
        tool = {"binary": "binary", "datetime": "timestamp", "float64": "number"}.get(name)
        if tool is None:
            return ["if type(v) is not str and v is not None:", "    raise Mismatch"]
        self.tools.add(tool)
        return ["if v is not None:", f"    v = {tool}(v)"]

    def read_enum(self, found: TypeFact) -> list[str]:
        """Statements for a value of an enumeration."""
        known = self.lookup(found)
        if found.wire == "number":
            convert = f"{known}(v)" if self.flags(found) else f"{known}(v, v)"
            return ["if type(v) is int and 0 <= v <= 4294967295:", f"    v = {convert}", "elif v is not None:", "    raise Mismatch"]
        return ["if type(v) is str:", f"    v = {known}(v, v)", "elif v is not None:", "    raise Mismatch"]

    def read_expression(self, fact: TypeFact, row: MemberFact, kind: Kind, name: str) -> str:
        """An expression that checks and converts a structured value."""
        if kind.form == "any":
            return self.read_any(fact, row, kind, name)
        if kind.form == "type":
            found = self.printer.named(fact, kind.name)
            if found.wire == "object":
                return f"{self.call('read', found)}({name})"
            tool = "flag_numbers" if self.flags(found) else "known_number" if found.wire == "number" else "known_text"
            self.tools.add(tool)
            return f"{tool}({name}, {self.lookup(found)})"
        if kind.form == "scalar":
            return self.read_single(kind.name, name)
        if kind.form == "array":
            self.tools.add("array")
            if kind.inner.form == "scalar" and kind.inner.name in {"string", "mac"}:
                self.tools.add("texts")
                return f"texts({name})"
            length = f", {kind.length}" if kind.length is not None else ""
            return f"[{self.read_expression(fact, row, kind.inner, 'x')} for x in array({name}{length})]"
        raise ValueError(f"{fact.published}.{row.name}: a map inside another structure has no printed form yet")

    def read_single(self, kind: str, name: str) -> str:
        """An expression for a single value inside an array or map."""
        if kind in RANGES:
            self.tools.add("integer")
            low, high = RANGES[kind]
            return f"integer({name}, {low}, {high})"
        tool = {"guid": "guid_text", "binary": "binary", "datetime": "timestamp", "float64": "number", "bool": "boolean"}.get(kind, "text")
        self.tools.add(tool)
        return f"{tool}({name})"

    def read_any(self, fact: TypeFact, row: MemberFact, kind: Kind, name: str) -> str:
        """An expression for an open value."""
        if not kind.name:
            self.tools.add("open_value")
            return f"open_value({name})"
        self.tools.add("selected")
        key = f'"{fact.key}.{row.name}"'
        if kind.name == ".Type":
            self.tools.add("selected_by_own_type")
            return f"selected_by_own_type({key}, {name})"
        if kind.name.startswith("as "):
            self.tools.add("selected_as")
            return f'selected_as("{fact.schema}.{kind.name[3:]}", {name})'
        return f'selected({key}, d.get("{kind.name}"), {name})'

    def writer(self, fact: TypeFact) -> str:
        """The function that writes one type."""
        lines = [f"def write_{snake(fact.python)}(o: Any, settle: Any = None) -> Any:", f'    """The JSON object of a `{fact.python}`."""']
        body, result = self.write_members(fact, "o", 0, (fact,))
        names = sorted({found for line in body for found in re.findall(r"^ *([dr]\d) = [{\[]", line)})
        return "\n".join([*lines, *[f"    {name}: Any" for name in names], *["    " + line for line in body], f"    return {result}"])

    def write_members(self, fact: TypeFact, name: str, depth: int, stack: tuple[TypeFact, ...]) -> tuple[list[str], str]:
        """Statements that make the JSON object of a document, and the variable that holds it."""
        target, value = f"d{depth}", f"v{depth}"
        lines = [f"{target} = {{}}"]
        for row in fact.members:
            before, expression = self.write_value(fact, parse(row.kind), value, depth + 1, stack, element=False)
            place = f"{name}.{snake(row.name)}"
            if not before and expression == value:
                lines += [f"if {place} is not None:", f'    {target}["{row.name}"] = {place}']
            else:
                lines += [f"{value} = {place}", f"if {value} is not None:"]
                lines += ["    " + line for line in [*before, f'{target}["{row.name}"] = {expression}']]
        return [
            *lines,
            f"if {name}.unknown_members is not None:",
            f"    {target} = merged({target}, {name}.unknown_members, settle)",
        ], target

    def write_value(
        self, fact: TypeFact, kind: Kind, name: str, depth: int, stack: tuple[TypeFact, ...], *, element: bool
    ) -> tuple[list[str], str]:
        """Statements that prepare the wire's form of a value, and the expression for it."""
        if kind.form == "scalar":
            tool = {"binary": "to_base64", "datetime": "str"}.get(kind.name, "")
            self.tools |= {tool} & {"to_base64"}
            return [], f"{tool}({name})" if tool else name
        if kind.form == "any":
            self.tools.add("plain")
            return [], f"plain({name}, settle)"
        if kind.form in {"array", "map"}:
            return self.write_elements(fact, kind, name, depth, stack)
        found = self.printer.named(fact, kind.name)
        if found.wire == "object":
            if self.in_place(found, depth, stack, element=element):
                return self.write_members(found, name, depth, (*stack, found))
            return [], f"{self.call('write', found)}({name}, settle)"
        return [], f"{name} if settle is None else settle({name})"  # to every JSON writer a member is its text or number already

    def write_elements(self, fact: TypeFact, kind: Kind, name: str, depth: int, stack: tuple[TypeFact, ...]) -> tuple[list[str], str]:
        """Statements for an array or map; loops, because comprehensions cost a call before Python 3.12."""
        item, result = f"x{depth}", f"r{depth}"
        before, expression = self.write_value(fact, kind.inner, item, depth + 1, stack, element=True)
        if kind.form == "array":
            if expression == item:
                return [], f"[*{name}]"
            loop = [f"{result} = []", f"for {item} in {name}:", *["    " + line for line in before]]
            return [*loop, f"    {result}.append({expression})"], result
        if expression == item:
            return [], f"{{**{name}}}"
        loop = [f"{result} = {{}}", f"for k{depth}, {item} in {name}.items():", *["    " + line for line in before]]
        return [*loop, f"    {result}[k{depth}] = {expression}"], result

    def in_place(self, found: TypeFact, depth: int, stack: tuple[TypeFact, ...], *, element: bool) -> bool:
        """Whether a nested object is written in place, which saves a call: elements, which come in numbers, and small objects of single values."""
        if found in stack or depth > DEEPEST_IN_PLACE or found.topic != self.topic.name:  # another topic loads when its call comes
            return False
        kinds = [parse(row.kind) for row in found.members]
        single = [
            kind.form == "scalar" or (kind.form == "type" and self.printer.named(found, kind.name).wire != "object") for kind in kinds
        ]
        return element or (len(kinds) <= LEAF_MEMBERS and all(single)) or self.printer.mentions[found.key] <= 2
