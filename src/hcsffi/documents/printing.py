"""Prints the committed modules of `topic/`, the namespaces and the catalog from the facts in `schema/`.

`python -m hcsffi.documents.printing` rewrites them; nothing imports this module at run time. A test prints again and compares.
Each topic gives two modules: the types (`topic/disks.py`), and the functions that read and write them (`topic/disks_wire.py`),
which load when something is read or written for the first time.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from hcsffi.documents.expression import Kind, named_types, parse
from hcsffi.documents.facts import MemberFact, Topic, TypeFact, read_topics, windows_releases
from hcsffi.documents.naming import constant, snake, takes_numbers
from hcsffi.documents.printing_wire import wire_module

HERE = Path(__file__).parent
NOTICE = "Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again."
_UNITS = {"100ns": "units of 100 ns", "InMB": "MiB", "Bytes": "bytes", "MHz": "MHz", "Seconds": "seconds", "Milliseconds": "milliseconds"}
_SOURCES = {"docs": "the published schema", "dump": "SDK schema dumps", "hcsshim-v1": "hcsshim (generation 1)", "wsl": "the WSL service"}
_PLAIN = {
    "string": "str",
    "bool": "bool",
    "float64": "float",
    "guid": "str",
    "binary": "bytes",
    "binary-hex": "str",
    "datetime": "Timestamp",
    "mac": "str",
}


class Printer:
    """Prints all modules from one set of facts.

    Args:
        topics: every facts file.
    """

    def __init__(self, topics: list[Topic]) -> None:
        self.topics = topics
        self.types = {fact.key: fact for topic in topics for fact in topic.types}
        self.mentions: Counter[str] = Counter()
        for fact in self.types.values():
            self.mentions.update({f"{fact.schema}.{name}" for row in fact.members for name in named_types(parse(row.kind))})

    def named(self, fact: TypeFact, name: str) -> TypeFact:
        """The type a member of this type mentions."""
        return self.types[f"{fact.schema}.{name}"]

    def annotation(self, fact: TypeFact, kind: Kind) -> str:
        """The Python type of a kind, as source text."""
        if kind.form == "scalar":
            return _PLAIN.get(kind.name, "int")
        if kind.form == "any":
            return "Any"
        if kind.form == "array":
            return f"Sequence[{self.annotation(fact, kind.inner)}]"
        if kind.form == "map":
            return f"Mapping[str, {self.annotation(fact, kind.inner)}]"
        found = self.named(fact, kind.name)
        if found.wire == "object":
            return found.python
        if found.wire == "number":
            return f"{found.python} | int | str"
        return f"{found.python} | str | int" if takes_numbers(found) else f"{found.python} | str"

    def topic_module(self, topic: Topic) -> str:
        """The types of one topic."""
        bodies = [self.enum_class(fact) if fact.wire != "object" else self.document_class(fact) for fact in _ordered(topic.types)]
        text = "\n\n\n".join(bodies)
        lines = [f'"""{topic.title}\n\n{NOTICE}\n"""', "", "from __future__ import annotations", ""]
        if ": Any" in text or "[Any]" in text or ", Any]" in text or "member(" in text:
            lines.append("from hcsffi.documents.document import Document, member")
        bases = sorted({base for base in ("FlagsEnum", "NumberEnum", "TextEnum") if f"({base})" in text})
        if bases:
            lines.append(f"from hcsffi.documents.enumeration import {', '.join(bases)}")
        lines += self._type_imports(topic, text)
        return "\n".join(lines) + f"\n\n{text}\n"

    def _type_imports(self, topic: Topic, text: str) -> list[str]:
        wanted: dict[str, set[str]] = {}
        for fact in topic.types:
            for row in fact.members:
                for name in named_types(parse(row.kind)) if not row.kind.startswith("any") else ():
                    found = self.named(fact, name)
                    if found.topic != topic.name:
                        wanted.setdefault(f"hcsffi.documents.topic.{found.topic}", set()).add(found.python)
        lines = []
        collections = [name for name in ("Mapping", "Sequence") if f"{name}[" in text]
        if collections:
            lines.append(f"    from collections.abc import {', '.join(collections)}")
        if re.search(r"\bAny\b", text):
            lines.append("    from typing import Any")
        if lines and (wanted or "Timestamp |" in text):
            lines.append("")
        if re.search(r"\bTimestamp\b", text):
            wanted.setdefault("hcsffi.documents.scalar", set()).add("Timestamp")
        lines += [f"    from {module} import {', '.join(sorted(names))}" for module, names in sorted(wanted.items())]
        return ["", "TYPE_CHECKING = False", "if TYPE_CHECKING:", *lines] if lines else []

    def enum_class(self, fact: TypeFact) -> str:
        """One enumeration."""
        flags = fact.wire == "number" and fact.python.endswith("Flags")
        base = "FlagsEnum" if flags else "NumberEnum" if fact.wire == "number" else "TextEnum"
        lines = [f"class {fact.python}({base}):", *_docstring(fact, "value"), "", f'    __published__ = "{fact.key}"']
        if fact.wire == "number":
            lines.append(f"    __texts__ = {{{', '.join(f'{value.text!r}: {value.number}' for value in fact.values)}}}".replace("'", '"'))
        elif takes_numbers(fact):
            lines.append("    __numeric__ = True")
        newer = {value.text: value.since for value in fact.values if value.since and value.since != fact.since}
        if newer:
            lines.append(f"    __newer__ = {newer!r}".replace("'", '"'))
        lines.append("")
        for value in fact.values:
            number = value.number if fact.wire == "number" else '"' + value.text + '"'
            lines.append(f"    {constant(value.text)} = {number}")
            if set(value.sources) != set(fact.sources) and "docs" not in value.sources:
                lines.append(f'    """Known from {_named(value.sources)}."""')
        return "\n".join(lines)

    def document_class(self, fact: TypeFact) -> str:
        """One object type."""
        lines = [f"class {fact.python}(Document):", *_docstring(fact, "member"), "", f'    __published__ = "{fact.key}"']
        for row in fact.members:
            spelled = f", spellings={row.spellings!r}".replace("'", '"') if row.spellings else ""
            since = f'"{row.since}"' if row.since else "None"
            lines += [
                "",
                f"    {snake(row.name)}: {self.annotation(fact, parse(row.kind))} | None = member(",
                f'        "{row.name}", "{row.kind}", {since}, "{" ".join(row.sources)}"{spelled}, default=None',
                "    )",
                f'    """{_member_doc(row)}"""',
            ]
        return "\n".join(lines)

    def namespace_module(self, title: str, facts: list[tuple[str, TypeFact]]) -> str:
        """A module that offers types by name and loads each topic on first use."""
        lines = [f'"""{title}\n\n{NOTICE}\n"""', "", "from __future__ import annotations", "", "from importlib import import_module", ""]
        lines += ["TYPE_CHECKING = False", "if TYPE_CHECKING:"]
        by_topic: dict[str, list[str]] = {}
        for name, fact in facts:
            by_topic.setdefault(fact.topic, []).append(f"{fact.python} as {name}")
        for topic, names in sorted(by_topic.items()):
            lines += [f"    from hcsffi.documents.topic.{topic} import (", *[f"        {name}," for name in sorted(names)], "    )"]
        lines += ["", "HOMES = {"]
        lines += [f'    "{name}": ("{fact.topic}", "{fact.python}"),' for name, fact in sorted(facts, key=lambda pair: pair[0])]
        lines += ["}", '"""Where each type lives: name here, topic, name there."""']
        return "\n".join([*lines, _NAMESPACE_END])

    def catalog(self) -> str:
        """The index of all types by published name, and of the Windows releases."""
        lines = [
            f'"""Where every type lives, by published name, and which Windows release brought which schema version.\n\n{NOTICE}\n"""',
            "",
        ]
        lines += ["from __future__ import annotations", "", "from importlib import import_module", "", "TYPE_CHECKING = False"]
        lines += ["if TYPE_CHECKING:", "    from typing import Any", "", "TYPES = {"]
        lines += [f'    "{key}": ("{fact.topic}", "{fact.python}"),' for key, fact in sorted(self.types.items())]
        lines += ["}", '"""Topic and Python name of each type, by schema and published name."""', "", "RELEASES = {"]
        for schema, releases in windows_releases().items():
            lines += [f'    "{schema}": {{', *[f'        "{version}": "{release}",' for version, release in releases.items()], "    },"]
        lines += ["}", '"""The first Windows release with each schema version, lowest version first."""', _CATALOG_END]
        return "\n".join(lines)

    def modules(self) -> dict[str, str]:
        """Every printed file, by its path inside this package."""
        files = {"catalog.py": self.catalog()}
        for topic in self.topics:
            files[f"topic/{topic.name}.py"] = self.topic_module(topic)
            files[f"topic/{topic.name}_wire.py"] = wire_module(self, topic, NOTICE)
        plain = {
            schema: [fact for fact in self.types.values() if fact.schema == schema and not fact.published.startswith("V1.")]
            for schema in ("hcs", "hcn")
        }
        names = {schema: {fact.python for fact in facts} for schema, facts in plain.items()}
        files["hcs.py"] = self.namespace_module("Every type of the compute schema.", [(fact.python, fact) for fact in plain["hcs"]])
        files["hcn.py"] = self.namespace_module("Every type of the network schema.", [(fact.python, fact) for fact in plain["hcn"]])
        older = [fact for fact in self.types.values() if fact.published.startswith("V1.")]
        files["v1.py"] = self.namespace_module("Every type of generation 1, compute and network.", [(fact.python, fact) for fact in older])
        clear = [
            (fact.python, fact)
            for schema, other in (("hcs", "hcn"), ("hcn", "hcs"))
            for fact in plain[schema]
            if fact.python not in names[other]
        ]
        files["names.py"] = self.namespace_module("The types whose name means one thing only.", clear)
        return files


_NAMESPACE_END = '''

if not TYPE_CHECKING:  # a checker would take it for "every name exists"

    def __getattr__(name: str) -> type:
        """Load the type's topic when its name is first used (PEP 562)."""
        home = HOMES.get(name)
        if home is None:
            raise AttributeError(f"{__name__} has no type {name!r}")
        found: type = getattr(import_module(f"hcsffi.documents.topic.{home[0]}"), home[1])
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
'''

_CATALOG_END = '''

def find(schema: str, name: str) -> type[Any]:
    """The class of a published name; its topic loads on first use.

    Raises:
        KeyError: the schema has no such type.
    """
    topic, python = TYPES[f"{schema}.{name}"]
    found: type[Any] = getattr(import_module(f"hcsffi.documents.topic.{topic}"), python)
    return found
'''


def _ordered(types: list[TypeFact]) -> list[TypeFact]:
    """Enumerations before the objects that use them."""
    return sorted(types, key=lambda fact: (fact.wire == "object", fact.published.lower()))


def _named(sources: tuple[str, ...]) -> str:
    return ", ".join(_SOURCES.get(source, source) for source in sources)


def _docstring(fact: TypeFact, rows: str) -> list[str]:
    first = fact.doc.rstrip(".") or f"{'Known values of' if rows == 'value' else 'Document type'} `{fact.published}`"
    notes = [
        f"Published name {fact.published}" if fact.published != fact.python else "",
        f"since schema {fact.since}" if fact.since else "",
    ]
    notes += [f"source: {_named(fact.sources)}"]
    text = "; ".join(note for note in notes if note)
    return [f'    """{first}.', "", f"    {text[0].upper()}{text[1:]}.", *[f"    Kept: {verdict}." for verdict in fact.verdicts], '    """']


def _member_doc(row: MemberFact) -> str:
    unit = next((text for mark, text in _UNITS.items() if row.name.endswith(mark)), "")
    kind = row.kind + (f" ({unit})" if unit else "")
    since = f", since {row.since}" if row.since else ""
    known = "" if "docs" in row.sources else f"; known from {_named(row.sources)}"
    doc = row.doc.rstrip(".").replace("\\", "\\\\").replace('"', '\\"')
    return (
        f"{doc} ({kind}{since}{known})."
        if doc
        else f"{kind[0].upper() if kind[0].isalpha() and not kind.startswith(('uint', 'int')) else kind[0]}{kind[1:]}{since}{known}."
    )


def print_all() -> dict[Path, str]:
    """The text of every printed file, by path."""
    return {HERE / name: text for name, text in Printer(read_topics()).modules().items()}


def main() -> int:
    """Write all printed files; files of topics that are gone are removed."""
    files = print_all()
    for path in (HERE / "topic").glob("*.py"):
        if path not in files and path.name != "__init__.py":
            path.unlink()
    for path, text in files.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(files)} files printed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
