"""Prints `topic/*_wire.py`: for each type one function that reads it from parsed JSON and one that writes it.

The printed functions know nothing they could look up: names, ranges and nested calls stand in the text. They handle the ordinary
document; whatever is unusual makes them give up with `Mismatch`, and `reading` takes over.
"""

from __future__ import annotations

from hcsffi.documents.expression import Kind, parse
from hcsffi.documents.naming import snake
from hcsffi.documents.scalar import RANGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.facts import MemberFact, Topic, TypeFact
    from hcsffi.documents.printing import Printer


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
        used = sorted(
            tool
            for tool in self.tools
            if f"{tool}(" in body or f"raise {tool}" in body or tool in {"draft", "later"} or f"({tool})" in body
        )
        names = [*used, *(["later"] if self.later and "later" not in used else [])]
        lines.append(f"from hcsffi.documents.fast import {', '.join(sorted(names, key=lambda name: (not name[0].isupper(), name)))}")
        own = {fact.python for fact in self.topic.types if fact.wire == "object"} | self.classes.pop(self.topic.name, set())
        self.classes[self.topic.name] = own
        lines += [
            f"from hcsffi.documents.topic.{name} import {', '.join(sorted(names))}" for name, names in sorted(self.classes.items()) if names
        ]
        lines += ["", "TYPE_CHECKING = False", "if TYPE_CHECKING:", "    from typing import Any", "", "new = object.__new__"]
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
        lines += [f"    if {guard}:", "        raise Mismatch", f"    o = new({name}_draft)", "    n = 0"]
        for row in fact.members:
            lines += [f'    if "{row.name}" in d:', "        n += 1", f'        v = d["{row.name}"]']
            lines += ["        " + line for line in self.read_member(fact, row, recursive=recursive)]
            lines += [f"        o.{snake(row.name)} = v", "    else:", f"        o.{snake(row.name)} = None"]
        has_any = any(parse(row.kind).form == "any" for row in fact.members)
        check = f"leftover({fact.python}, d) if n != len(d)" + (" or None in d.values()" if has_any else "") + " else None"
        lines += [f"    o.unknown_members = {check}", f"    o.__class__ = {fact.python}", "    return o"]
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
        expression = self.read_expression(fact, row, kind, "v")
        if recursive:
            own = f"read_{snake(fact.python)}"
            expression = expression.replace(f"{own}(v)", f"{own}(v, level + 1)").replace(f"{own}(x)", f"{own}(x, level + 1)")
        return ["if v is not None:", f"    v = {expression}"]

    def read_scalar(self, name: str) -> list[str]:
        """Statements for a single value."""
        if name in RANGES:
            low, high = RANGES[name]
            return [f"if (type(v) is not int or not {low} <= v <= {high}) and v is not None:", "    raise Mismatch"]
        if name == "bool":
            return ["if v is not True and v is not False and v is not None:", "    raise Mismatch"]
        tool = {"guid": "guid_text", "binary": "binary", "datetime": "timestamp", "float64": "number"}.get(name)
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
        tool = "text_keys" if kind.key == "string" else "guid_keys" if kind.key == "guid" else "number_keys"
        self.tools.add(tool)
        high = f", {RANGES[kind.key][1]}" if tool == "number_keys" else ""
        return f"{{k: {self.read_expression(fact, row, kind.inner, 'x')} for k, x in {tool}({name}{high})}}"

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
        lines = [f"def write_{snake(fact.python)}(o: Any) -> dict[str, Any]:", f'    """The JSON object of a `{fact.python}`."""']
        lines.append("    d: dict[str, Any] = {}")
        for row in fact.members:
            lines += [f"    v = o.{snake(row.name)}", "    if v is not None:"]
            lines.append(f'        d["{row.name}"] = {self.write_expression(fact, parse(row.kind), "v")}')
        lines += ["    if o.unknown_members is not None:", "        return merged(d, o.unknown_members)", "    return d"]
        return "\n".join(lines)

    def write_expression(self, fact: TypeFact, kind: Kind, name: str) -> str:
        """An expression for the wire's form of a value."""
        if kind.form == "scalar":
            tool = {"binary": "to_base64", "datetime": "str"}.get(kind.name)
            if tool == "to_base64":
                self.tools.add(tool)
            return f"{tool}({name})" if tool else name
        if kind.form == "any":
            self.tools.add("plain")
            return f"plain({name})"
        if kind.form == "array":
            inner = self.write_expression(fact, kind.inner, "x")
            return f"[*{name}]" if inner == "x" else f"[{inner} for x in {name}]"
        if kind.form == "map":
            inner = self.write_expression(fact, kind.inner, "x")
            return f"{{**{name}}}" if inner == "x" else f"{{k: {inner} for k, x in {name}.items()}}"
        found = self.printer.named(fact, kind.name)
        if found.wire == "object":
            return f"{self.call('write', found)}({name})"
        plain_type = "int" if found.wire == "number" else "str"
        tool = "number_of" if found.wire == "number" else "text_of"
        self.tools.add(tool)
        return f"{name} if type({name}) is {plain_type} else {tool}({name})"
