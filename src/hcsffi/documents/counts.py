"""How many types, members and values there are, per schema: `python -m hcsffi.documents.counts`."""

from __future__ import annotations

import sys
from typing import NamedTuple

from hcsffi.documents.catalog import TYPES, find
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.facts import FOLDER, read_topics


class Counts(NamedTuple):
    """What one schema holds; the documented ones stand in the published tables."""

    objects: int
    enums: int
    members: int
    values: int
    documented_objects: int
    documented_enums: int
    documented_members: int


def count(schema: str) -> Counts:
    """Count the printed types of a schema (`hcs` or `hcn`), generation 1 included."""
    classes = [find(*key.split(".", 1)) for key in TYPES if key.startswith(f"{schema}.")]
    objects = [cls for cls in classes if issubclass(cls, Document)]
    enums = [cls for cls in classes if not issubclass(cls, Document)]
    rows = [row for cls in objects for row in cls.__members__]
    documented = [row for row in rows if "docs" in row.sources.split()]
    return Counts(
        len(objects),
        len(enums),
        len(rows),
        sum(len(cls.__members__) if issubclass(cls, TextEnum) else len(cls.__texts__) for cls in enums),
        sum("the published schema" in (cls.__doc__ or "") for cls in objects),
        sum("the published schema" in (cls.__doc__ or "") for cls in enums),
        len(documented),
    )


def count_facts(schema: str) -> Counts:
    """Count the same in the facts files."""
    types = [fact for topic in read_topics() for fact in topic.types if fact.schema == schema]
    objects = [fact for fact in types if fact.wire == "object"]
    enums = [fact for fact in types if fact.wire != "object"]
    rows = [row for fact in objects for row in fact.members]
    return Counts(
        len(objects),
        len(enums),
        len(rows),
        sum(len(fact.values) for fact in enums),
        sum(fact.is_documented for fact in objects),
        sum(fact.is_documented for fact in enums),
        sum("docs" in row.sources for row in rows),
    )


def main() -> int:
    """Print a table; exit code 1 where the printed types and the facts disagree."""
    agree = True
    names = [name.replace("_", " ") for name in Counts._fields]
    sys.stdout.write(f"{'':24}{'hcs':>14}{'hcn':>14}\n")
    has_facts = FOLDER.is_dir()
    for index, name in enumerate(names):
        cells = []
        for schema in ("hcs", "hcn"):
            here = count(schema)[index]
            there = count_facts(schema)[index] if has_facts else here
            agree = agree and here == there
            cells.append(f"{here}" if here == there else f"{here} of {there} MISSING")
        sys.stdout.write(f"{name:24}{cells[0]:>14}{cells[1]:>14}\n")
    sys.stdout.write("against the facts in documents/schema\n" if has_facts else "the facts are not installed, so nothing was compared\n")
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
